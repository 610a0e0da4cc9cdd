"""Safe text: labels, message boxes and tooltips that show words as they are, never as markup.

Qt guesses whether a text is HTML, and HTML can load files; so every label, message box and tooltip of the window is made here.
Qt's own name space of enums takes 20 ms to load and the first page needs none of it, so it is imported where it is used.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_PLAIN_TEXT = 0
"""`Qt.TextFormat.PlainText`, without loading the name space for it; a test holds the two equal."""

_SELECTABLE = 3
"""`TextSelectableByMouse | TextSelectableByKeyboard`, likewise."""

_LONG = 60
"""A longer tooltip is broken into lines."""


class Label(QLabel):
    """A label that shows its text literally.

    Args:
        text: shown as it is; `<` and `&` are only characters.
        role: its look, one of title, heading, strong, muted, small, section, field, number, code, key; empty is body text.
        wrap: whether it breaks into lines.
        selectable: whether it can be marked and copied, with mouse or keyboard.
        name: object name.
        buddy: the field this label names: a mnemonic in the text goes to it, and it gets the text as its accessible name.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        wrap: bool = False,
        selectable: bool = False,
        name: str = "",
        buddy: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", _PLAIN_TEXT)
        self._selectable = selectable
        self.setText(text)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if name:
            self.setObjectName(name)
        if selectable:
            self.setProperty("textInteractionFlags", _SELECTABLE)
            self.setAccessibleName(text)
        if buddy is not None:
            self.setBuddy(buddy)
            if not buddy.accessibleName():
                buddy.setAccessibleName(without_mnemonic(text))

    def set_role(self, role: str, tone: str = "") -> None:
        """Change the look; `tone` is late, soon, paused, info, done or empty."""
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        restyle(self)

    def setText(self, text: str) -> None:
        """Show another text, literally."""
        super().setText(text)
        if self._selectable:
            self.setAccessibleName(text)


class ElidedLabel(Label):
    """A one-line label that ends in an ellipsis where its place is too narrow, and tells the whole text in its tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "", name: str = "") -> None:
        super().__init__("", parent, role=role, name=name)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole_text(self) -> str:
        """Return the text without ellipsis."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Fit the text again when the place or the font changes."""
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.Polish}:
            self._fit()
        return done

    def _fit(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415  see the head of the module

        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 10))
        if shown != self.text():
            self.setText(shown)
            set_tooltip(self, self._whole if shown != self._whole else "")


class PlainText(QPlainTextEdit):
    """A read-only text of any length, shown literally, that can be marked and scrolled; it looks like part of its card."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "", label: str = "") -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415  see the head of the module

        super().__init__(parent)
        self.setReadOnly(True)
        self.setProperty("role", "plain")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        if name:
            self.setObjectName(name)
        self.setAccessibleName(label)


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a dynamic property of the widget changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_role(widget: QWidget, role: str, tone: str = "") -> None:
    """Give a widget a look of the style sheet by its properties `role` and `tone`."""
    widget.setProperty("role", role)
    if tone:
        widget.setProperty("tone", tone)


def tooltip(text: str) -> str:
    """Return the text in the form that a tooltip shows literally; for the `ToolTipRole` of models."""
    if not text:
        return ""
    if len(text) > _LONG or any(mark in text for mark in "<&\n"):
        return f"<p>{_escaped(text)}</p>"
    return text


def _escaped(text: str) -> str:
    """Return the text as HTML that shows it literally, line breaks kept."""
    for mark, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "<br>")):
        text = text.replace(mark, entity)
    return text


def set_tooltip(widget: QWidget, text: str) -> None:
    """Show a text literally while the pointer rests on a widget."""
    widget.setToolTip(tooltip(text))


def plain(text: str) -> str:
    """Return the text for a button, a menu or a tab, where a single `&` would vanish."""
    return text.replace("&", "&&")


def without_mnemonic(text: str) -> str:
    """Return a caption without its mnemonic mark and trailing colon or dots, as an accessible name."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip(":\u2026").strip()


def message_box(parent: QWidget | None, title: str, text: str) -> "QMessageBox":
    """Return a message box that shows its text literally; it is not open yet."""
    from PySide6.QtCore import Qt  # noqa: PLC0415  see the head of the module
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  as above

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    box.setObjectName("messageBox")
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def tell(parent: QWidget | None, title: str, text: str, *, then: Callable[[], None] | None = None) -> "QMessageBox":
    """Open a message that only needs to be read, and return at once; `then` runs when it was closed."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  see the head of the module

    box = message_box(parent, title, text)
    box.setIcon(QMessageBox.Icon.Information)
    _add(box, QCoreApplication.translate("Safe", "OK"), QMessageBox.ButtonRole.AcceptRole, "okButton")
    if then is not None:
        box.finished.connect(lambda _result: then())
    box.open()
    return box


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    *,
    yes: str,
    then: Callable[[], None],
    otherwise: Callable[[], None] | None = None,
    no: str = "",
) -> "QMessageBox":
    """Open a question and return at once; `then` runs when it was answered with `yes`, `otherwise` when it was not."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  see the head of the module

    box = message_box(parent, title, text)
    box.setIcon(QMessageBox.Icon.Question)
    agreed = _add(box, yes, QMessageBox.ButtonRole.AcceptRole, "yesButton")
    refused = _add(box, no or QCoreApplication.translate("Safe", "Cancel"), QMessageBox.ButtonRole.RejectRole, "noButton")
    box.setDefaultButton(refused)
    box.setEscapeButton(refused)

    def answered(_result: int) -> None:
        if box.clickedButton() is agreed:
            then()
        elif otherwise is not None:
            otherwise()

    box.finished.connect(answered)
    box.open()
    return box


def _add(box: "QMessageBox", text: str, role: "QMessageBox.ButtonRole", name: str) -> QPushButton:
    button = box.addButton(text, role)
    button.setObjectName(name)
    button.setAccessibleName(without_mnemonic(text))
    return button
