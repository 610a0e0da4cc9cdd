"""A text of several lines that is as tall as its words, within bounds; the tabulator leaves it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_FRAME = 22


class GrowingText(QPlainTextEdit):
    """A field for an officer's words.

    Args:
        name: object name.
        label: what it is for, for whoever cannot see it.
        rows: lines that are shown at least.
        most: lines that are shown at most; more are scrolled.
    """

    def __init__(self, name: str, label: str, *, rows: int = 2, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._most = rows, most
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def show_text(self, text: str) -> None:
        """Show other words; does not move the cursor where they are the same."""
        if self.toPlainText() != text:
            self.setPlainText(text)

    def text(self) -> str:
        """Return the words."""
        return self.toPlainText()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the font is known."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(self._rows, min(self._most, round(self.document().size().height())))
        height = round(self.fontMetrics().lineSpacing() * lines + _FRAME)
        if height != self.height():
            self.setFixedHeight(height)
