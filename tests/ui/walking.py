"""Looking over a window as a reader without eyes would: every widget that can be operated, and what it is called."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

INNER = (QComboBox, QAbstractSpinBox, QLineEdit, QTabBar, QTableView)
OPERABLE = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QTextEdit)


def operable(root: QWidget) -> list[QWidget]:
    """Return every widget below `root` that a person operates; the inner parts of Qt's own widgets are left out."""
    found: list[QWidget] = []
    for widget in root.findChildren(QWidget):
        inner = (
            widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), INNER) or isinstance(widget, QHeaderView)
        )
        if isinstance(widget, OPERABLE) and not inner and not _inside_popup(widget):
            found.append(widget)
    return found


def unnamed(root: QWidget) -> list[str]:
    """Return the operable widgets that a screen reader could not name, or that a test could not find."""
    without: list[str] = []
    for widget in operable(root):
        face = QAccessible.queryAccessibleInterface(widget)
        spoken = face.text(QAccessible.Text.Name) if face is not None else ""
        if not spoken.strip() or not widget.objectName():
            without.append(f"{type(widget).__name__} {widget.objectName()!r} called {spoken!r} in {_trail(widget)}")
    return without


def rich_labels(root: QWidget) -> list[str]:
    """Return the labels that would read their text as markup."""
    return [
        f"{label.objectName()!r} in {_trail(label)}"
        for label in root.findChildren(QLabel)
        if label.textFormat().name != "PlainText" and not label.objectName().startswith("qt_")
    ]


def _inside_popup(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent.inherits("QComboBoxPrivateContainer") or parent.inherits("QCalendarWidget"):
            return True
        parent = parent.parentWidget()
    return False


def _trail(widget: QWidget) -> str:
    names: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(names) < 4:
        names.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)
