"""One deadline of a case in a narrow column: what, by which article, how much is left, and the question why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.safe import Label, set_role, set_tooltip
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP


class DeadlineRow(QWidget):
    """A row.

    Args:
        name: object name; its button is `<name>Why`.
        caption: what is owed.
        small: the article and the date.
        left: the words of the chip.
        tone: the tone of the chip.
        by_hand: for a date that an officer set, what was reckoned instead; it is shown with a mark and words.
    """

    why = Signal()

    def __init__(
        self,
        name: str,
        *,
        caption: str,
        small: str,
        left: str,
        tone: Tone,
        by_hand: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(caption, wrap=True))
        words.addWidget(Label(small, role="small", wrap=True))
        if by_hand:
            words.addSpacing(2)
            words.addWidget(Chip(self.tr("set by hand"), Tone.HAND), 0, Qt.AlignmentFlag.AlignLeft)
            words.addWidget(Label(by_hand, role="small", wrap=True, name=f"{name}ByHand"))
        asks = QPushButton(self.tr("Why?"))
        asks.setObjectName(f"{name}Why")
        asks.setAccessibleName(self.tr("Why this date? {what}").format(what=f"{caption}, {small}"))
        set_role(asks, "link")
        set_tooltip(asks, self.tr("Why this date?"))
        asks.clicked.connect(self.why)
        at_right = QVBoxLayout()
        at_right.setSpacing(0)
        at_right.addWidget(Chip(left, tone), 0, Qt.AlignmentFlag.AlignRight)
        at_right.addWidget(asks, 0, Qt.AlignmentFlag.AlignRight)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(GAP)
        across.addLayout(words, 1)
        across.addLayout(at_right)
