"""A refusal in its place, and the thin line: the two parts that a door needs before anything else is loaded."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.safe import Label, set_role
from ui.style.spacing import GAP, ROOM


class ProblemBox(QFrame):
    """A refusal inside a page or a dialog: hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "problem") -> None:
        super().__init__(parent)
        set_role(self, "problem")
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(ROOM - 4, GAP, ROOM - 4, GAP)
        self._text = Label("", wrap=True, selectable=True, name=f"{name}Text")
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show what is wrong, or hide when there is nothing."""
        self._text.setText(text)
        self.setVisible(bool(text))
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()


class Line(QFrame):
    """A thin line between parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "line")
