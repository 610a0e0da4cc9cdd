"""One clock with its heading: what is owed, by which law, its bar, and the buttons that ask why and that extend."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.models.clock_shape import ClockFigure
from ui.safe import ElidedLabel, Label, set_role, set_tooltip
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP
from ui.widgets.clock_bar import ClockBar

_TITLE_LEAST = 120
"""What a title keeps before it ends in an ellipsis: a clock of many rights is not wider than its column."""


class ClockPanel(QWidget):
    """A figure with words around it; `why` asks for the steps, `extend` for a longer limit.

    Args:
        figure: the clock.
        left: what is left of it, as on a chip.
        tone: the tone of that chip.
        name: the end of the object names within, such as `EU`.
        extendable: whether its law permits an extension that can still be announced.
        doubts: sentences on what should be checked before anyone relies on the date.
    """

    why = Signal()
    extend = Signal()

    def __init__(
        self,
        figure: ClockFigure,
        *,
        left: str,
        tone: Tone,
        name: str,
        extendable: bool = False,
        doubts: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"clockPanel{name}")
        head = QHBoxLayout()
        head.setSpacing(GAP)
        title = ElidedLabel(figure.title, role="strong")
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        title.setMinimumWidth(min(title.sizeHint().width(), _TITLE_LEAST))
        head.addWidget(title, 6)
        head.addWidget(Chip(left, tone))
        if figure.by_hand:
            head.addWidget(Chip(self.tr("set by hand"), Tone.HAND))
        caption = ElidedLabel(figure.caption, role="small")
        head.addStretch(1)
        head.addWidget(caption, 3)
        if extendable:
            head.addWidget(self._extends(figure.title, name))
        head.addWidget(self._asks(figure.title, name))
        self.bar = ClockBar(figure)
        self.bar.setObjectName(f"clockBar{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.bar)
        for place, doubt in enumerate(doubts):
            hint = Label(doubt, role="small", wrap=True, name=f"clockDoubt{name}{place or ''}")
            hint.set_role("small", "soon")
            column.addWidget(hint)

    def _asks(self, title: str, name: str) -> QPushButton:
        button = QPushButton(self.tr("Why?"))
        button.setObjectName(f"why{name}")
        button.setAccessibleName(self.tr("Why this date? {clock}").format(clock=title))
        set_role(button, "link")
        set_tooltip(button, self.tr("Why this date?"))
        button.clicked.connect(self.why)
        return button

    def _extends(self, title: str, name: str) -> QPushButton:
        button = QPushButton(self.tr("Extend…"))
        button.setObjectName(f"extend{name}")
        button.setAccessibleName(self.tr("Extend: {clock}").format(clock=title))
        set_role(button, "link")
        set_tooltip(button, self.tr("Tell the person of a longer limit"))
        button.clicked.connect(self.extend)
        return button
