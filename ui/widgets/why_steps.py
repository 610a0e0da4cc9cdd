"""The steps that led to a date: a day at the left, what it means and what it rests on at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.models.why_words import WhyLine
from ui.safe import Label
from ui.style.spacing import GAP

_DAY_WIDTH = 96


class WhySteps(QWidget):
    """A list of steps; replaced as a whole."""

    def __init__(self, lines: Sequence[WhyLine] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whySteps")
        self.setAccessibleName(self.tr("Why this date?"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self.show_steps(lines)

    def show_steps(self, lines: Sequence[WhyLine]) -> None:
        """Show other steps."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP + 4)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, _DAY_WIDTH)
        grid.setColumnStretch(1, 1)
        for count, line in enumerate(lines):
            row = count * 3
            top = Qt.AlignmentFlag.AlignTop
            when = Label(line.when, role="small", wrap=True)
            when.setFixedWidth(_DAY_WIDTH)
            grid.addWidget(when, row, 0, 2, 1, top)
            grid.addWidget(Label(line.sentence, wrap=True, selectable=False), row, 1, top)
            if line.source:
                grid.addWidget(Label(line.source, role="small", wrap=True), row + 1, 1, top)
            grid.setRowMinimumHeight(row + 2, GAP - 2)
        self._column.addWidget(self._inside)
