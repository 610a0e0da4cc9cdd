"""A card: a white place with a title, an optional remark at its right, and a column of content."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.safe import ElidedLabel, Label, set_role
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.problem import Line, ProblemBox

__all__ = ["Card", "Line", "ProblemBox", "facts_row"]


class Card(QFrame):
    """A card; add content to `body`.

    Args:
        title: its heading, may be empty.
        remark: small words at the right of the title.
        name: object name.
        tone: colour of the border, where the card wants attention.
    """

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, remark: str = "", name: str = "", tone: Tone | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, "card", tone.value if tone is not None else "")
        if name:
            self.setObjectName(name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(ROOM, ROOM - 2, ROOM, ROOM)
        outer.setSpacing(GAP + 2)
        self._title = Label(title, role="heading")
        self._remark = ElidedLabel(remark, role="small")
        self._remark.setAlignment(self._remark.alignment())
        self.head = QHBoxLayout()
        self.head.setSpacing(GAP)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.head.addWidget(self._remark)
        self._remark.setSizePolicy(self._title.sizePolicy())
        self._head_shown = bool(title or remark)
        if self._head_shown:
            outer.addLayout(self.head)
        self._remark.setVisible(bool(remark))
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        outer.addLayout(self.body, 1)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Show another heading; only for a card that was made with one."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_remark(self, remark: str) -> None:
        """Show other small words at the right of the title."""
        self._remark.show_text(remark)
        self._remark.setVisible(bool(remark))


def facts_row(caption: str, chip: Chip | None = None, *, small: str = "") -> QWidget:
    """Return a row with a caption, small words below it, and a chip at the right."""
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 2, 0, 2)
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(Label(caption, wrap=True))
    if small:
        column.addWidget(Label(small, role="small", wrap=True))
    across.addLayout(column, 1)
    if chip is not None:
        across.addWidget(chip)
    return row
