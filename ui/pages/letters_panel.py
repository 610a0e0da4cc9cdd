"""The shape of each part of the letters page: it reads itself anew, and says in a few words what it holds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSizePolicy, QStackedWidget, QWidget

from ui.context import Workspace
from ui.safe import Label, set_tooltip, without_mnemonic
from ui.style.spacing import ROOM
from ui.widgets.flow import FlowLayout
from ui.widgets.page import page_column

_SEARCH = 210
_CLEAR = 40
"""What the frame of a search field and its clear button take."""


class LettersPart(QWidget):
    """One part of the letters page: filters, buttons, and a table or the reason why there is none.

    Args:
        workspace: jobs, words, zone.
        name: object name; parts of it begin with that.
    """

    told = Signal()
    """What `subtitle` says has changed."""

    def __init__(self, workspace: Workspace, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName(name)
        self._subtitle = ""
        self._column = page_column(self)
        self._empty = Label("", role="muted", wrap=True, name=f"{name}Empty")
        self._stack = QStackedWidget()

    def reload(self) -> None:
        """Read again."""

    def subtitle(self) -> str:
        """Return what the header says beside the title."""
        return self._subtitle

    def tell(self, subtitle: str) -> None:
        """Say something else in the header."""
        self._subtitle = subtitle
        self.told.emit()

    def stack(self, content: QWidget) -> QStackedWidget:
        """Return a place that shows the content, or why it is empty."""
        empty = QWidget()
        column = page_column(empty)
        column.setContentsMargins(0, ROOM, 0, 0)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._stack.addWidget(content)
        self._stack.addWidget(empty)
        return self._stack

    def show_content(self, *, shown: bool, otherwise: str) -> None:
        """Show the content, or the sentence that says why there is none."""
        self._empty.setText("" if shown else otherwise)
        self._stack.setCurrentIndex(0 if shown else 1)

    def button(self, name: str, text: str, slot: Callable[[], None], *, role: str = "") -> QPushButton:
        """Return a button of the part."""
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        if role:
            button.setProperty("role", role)
        button.clicked.connect(slot)
        return button

    def combo(self, name: str, label: str, choices: Sequence[tuple[str, object]]) -> QComboBox:
        """Return a filter that begins with any."""
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(self.tr("Filter: {what}").format(what=label))
        box.addItem(self.tr("{what}: any").format(what=label), None)
        for word, data in choices:
            box.addItem(word, data)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(max(12, len(label) + 6))
        return box

    def search(self, name: str, hint: str) -> QLineEdit:
        """Return a field that narrows by words."""
        field = QLineEdit()
        field.setObjectName(name)
        field.setPlaceholderText(hint)
        field.setAccessibleName(hint)
        field.setClearButtonEnabled(True)
        field.ensurePolished()
        field.setFixedWidth(max(_SEARCH, field.fontMetrics().horizontalAdvance(hint) + _CLEAR))
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return field

    @staticmethod
    def row(*widgets: QWidget, at_end: Sequence[QWidget] = ()) -> FlowLayout:
        """Return widgets side by side, some of them at the right end; what finds no room goes on in the next line."""
        row = FlowLayout(at_end=len(at_end))
        for widget in (*widgets, *at_end):
            row.addWidget(widget)
        return row


def permit(button: QPushButton, *, may: bool, why_not: str) -> None:
    """Let a button be used, or say why it cannot."""
    button.setEnabled(may)
    set_tooltip(button, "" if may else why_not)
