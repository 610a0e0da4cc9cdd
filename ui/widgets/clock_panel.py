"""One clock with its heading: what is owed, by which law, its bar, and the button that asks why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.models.clock_shape import ClockFigure
from ui.safe import ElidedLabel, Label, set_role, set_tooltip
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP
from ui.widgets.clock_bar import ClockBar


class ClockPanel(QWidget):
    """A figure with words around it; `why` asks for the steps.

    Args:
        figure: the clock.
        left: what is left of it, as on a chip.
        tone: the tone of that chip.
        name: the end of the object names within, such as `EU`.
    """

    why = Signal()

    def __init__(self, figure: ClockFigure, *, left: str, tone: Tone, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"clockPanel{name}")
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Label(figure.title, role="strong"))
        head.addWidget(Chip(left, tone))
        caption = ElidedLabel(figure.caption, role="small")
        head.addStretch(1)
        head.addWidget(caption, 3)
        asks = QPushButton(self.tr("Why?"))
        asks.setObjectName(f"why{name}")
        asks.setAccessibleName(self.tr("Why this date? {clock}").format(clock=figure.title))
        set_role(asks, "link")
        set_tooltip(asks, self.tr("Why this date?"))
        asks.clicked.connect(self.why)
        head.addWidget(asks)
        self.bar = ClockBar(figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.bar)
