"""Grounds for saying no as cards to choose from, one row of cards for one law. Knows no case.

A ground that the law does not know stays visible and can be reached by keyboard, but cannot be chosen: it says why, and
what the law allows instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from ui.safe import Label
from ui.widgets.choice_cards import Choice, ChoiceCard


@dataclass(frozen=True, slots=True)
class GroundCardText:
    """What a card says, already in the reader's language.

    Args:
        ground: the id of the ground.
        title: its name.
        article: the article it rests on.
        usable: whether it can be chosen.
        why_not: why it cannot be chosen; empty when it can.
        details: labelled paragraphs shown under the cards while it is chosen or has the focus.
        instead: the lawful ways beside one that cannot be chosen.
    """

    ground: str
    title: str
    article: str
    usable: bool
    why_not: str
    details: tuple[tuple[str, str], ...]
    instead: str = ""


class GroundCard(ChoiceCard):
    """One ground."""

    def __init__(self, text: GroundCardText, parent: QWidget) -> None:
        lines = (text.article,) if text.article else ()
        why_not = "\n".join(part for part in (text.why_not, text.instead) if part)
        super().__init__(Choice(text.ground, text.title, lines, why_not), f"ground_{text.ground}", parent)
        self.text_shown = text


class GroundCards(QWidget):
    """The grounds of one law for one right; at most one is chosen."""

    chosen = Signal(str)
    """The officer chose the ground of this id."""

    def __init__(self, law: str, heading: str, parent: QWidget | None = None, *, columns: int = 4) -> None:
        super().__init__(parent)
        self.law = law
        self.setObjectName(f"grounds_{law}")
        self.setAccessibleName(heading)
        self._columns = columns
        self._cards: list[GroundCard] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(heading, self, role="field"))
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        column.addLayout(self._grid)
        self._details = QWidget(self)
        self._details.setObjectName(f"groundDetails_{law}")
        self._details_form = QGridLayout(self._details)
        self._details_form.setContentsMargins(0, 0, 0, 4)
        self._details_form.setHorizontalSpacing(14)
        self._details_form.setColumnStretch(1, 1)
        self._details.hide()
        column.addWidget(self._details)

    def show_grounds(self, texts: Sequence[GroundCardText], *, chosen: str = "") -> None:
        """Show these grounds instead, the usable ones first, with `chosen` (an id, or empty) pressed down."""
        for card in self._cards:
            self._group.removeButton(card)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        ordered = sorted(texts, key=lambda text: not text.usable)
        self._cards = [GroundCard(text, self) for text in ordered]
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // self._columns, place % self._columns)
            card.looked_at.connect(self._look)
            if card.text_shown.usable:
                self._group.addButton(card)
                card.setChecked(card.text_shown.ground == chosen)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        self._look()

    def ground(self) -> str:
        """Return the id of the chosen ground, or an empty string."""
        card = self._group.checkedButton()
        return card.text_shown.ground if isinstance(card, GroundCard) else ""

    def cards(self) -> tuple[GroundCard, ...]:
        """Return the cards in their order on the screen."""
        return tuple(self._cards)

    def _clicked(self, card: QObject) -> None:
        if isinstance(card, GroundCard):
            self._look()
            self.chosen.emit(card.text_shown.ground)

    def _look(self) -> None:
        looked = next((card for card in self._cards if card.hasFocus()), None) or self._group.checkedButton()
        if not isinstance(looked, GroundCard):
            self._details.hide()
            return
        self._show_details(looked.text_shown)

    def _show_details(self, text: GroundCardText) -> None:
        while self._details_form.count():
            item = self._details_form.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._details.setAccessibleName(f"{text.title}, {text.article}")
        lines = ((text.title, text.why_not or text.article), *text.details)
        for row, (label, words) in enumerate(lines):
            caption = Label(label, self._details, role="field", wrap=True)
            caption.setFixedWidth(150)
            self._details_form.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self._details_form.addWidget(
                Label(words, self._details, role="small", wrap=True), row, 1, Qt.AlignmentFlag.AlignTop
            )
        self._details.show()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the cards out again when the font or the style changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            for card in self._cards:
                card.updateGeometry()
