"""Buttons side by side where their words fit, and below each other where they do not: no word is ever cut."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from ui.style.spacing import GAP


class ButtonRow(QWidget):
    """A row of buttons that becomes a column in a narrow place; the first keeps its place."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = tuple(buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        for button in self._shown:
            self._row.addWidget(button)
        self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the widest button alone."""
        widest = max((button.sizeHint().width() for button in self._shown), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose row or column for the new width."""
        super().resizeEvent(event)
        self._choose()

    def showEvent(self, event: QShowEvent) -> None:
        """Choose once the buttons know their look."""
        super().showEvent(event)
        self._choose()

    def _choose(self) -> None:
        wanted = sum(button.sizeHint().width() for button in self._shown) + GAP * (len(self._shown) - 1)
        beside = QBoxLayout.Direction.LeftToRight
        direction = beside if wanted <= self.width() else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
            self.updateGeometry()
