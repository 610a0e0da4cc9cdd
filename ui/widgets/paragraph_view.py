"""A record on the screen: the paragraphs of a printed record, shown as headings, text and tables; all of it plain text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.safe import Label
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.rows import empty
from workbench.domain.letters import Paragraph

_INDENT = 16
_NARROW = 24
"""A column whose cells have at most so many characters takes no more room than it needs."""


class ParagraphView(QWidget):
    """Shows paragraphs, one card for each heading.

    Args:
        name: object name; the cards are `<name>Card0` and so on.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(ROOM)

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show other paragraphs."""
        empty(self._column)
        card: Card | None = None
        for number, part in enumerate(paragraphs):
            if card is None or part.style == "heading":
                card = Card(part.text if part.style == "heading" else "", name=f"{self.objectName()}Card{number}")
                self._column.addWidget(card)
            if part.style == "table":
                card.body.addLayout(_table(part))
            elif part.style != "heading":
                card.body.addWidget(_text(part))
        self._column.addStretch(1)


def _text(part: Paragraph) -> Label:
    roles = {"lead": "strong", "list": "field"}
    label = Label(part.text, role=roles.get(part.style, ""), wrap=True, selectable=True)
    if part.style == "quote":
        label.setContentsMargins(_INDENT, 0, 0, 0)
    return label


def _table(part: Paragraph) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(ROOM)
    grid.setVerticalSpacing(GAP)
    for row, cells in enumerate(part.rows):
        for column, cell in enumerate(cells):
            label = Label(cell, role="small" if row == 0 else "", wrap=True, selectable=row > 0)
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
    columns = len(part.rows[0]) if part.rows else 0
    for column in range(columns):
        longest = max((len(cells[column]) for cells in part.rows if column < len(cells)), default=0)
        grid.setColumnStretch(column, 1 if longest <= _NARROW else 3)
    return grid
