"""What an event would do to the clocks of a case: one row per clock, the date before and the date after. Knows no case.

Whether a row moves is said by its words and an arrow, never by colour alone.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.move_words import MoveWord
from ui.safe import Label
from ui.style.spacing import GAP
from ui.widgets.card import Card

_ARROW = "→"


class MoveList(Card):
    """A card with the moves, or with one sentence where there are none."""

    def __init__(self, title: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, name=name)
        self._said = Label("", wrap=True, name=f"{name}Said")
        self._moves: tuple[MoveWord, ...] = ()
        self._rows: QWidget | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GAP)
        self.body.addWidget(self._said)
        self.body.addLayout(self._column)

    def moves(self) -> tuple[MoveWord, ...]:
        """Return what is shown."""
        return self._moves

    def said(self) -> str:
        """Return the sentence above the rows, or an empty text."""
        return self._said.text()

    def say(self, text: str, *, late: bool = False) -> None:
        """Show a sentence instead of moves."""
        self._said.set_role("" if late else "muted", "late" if late else "")
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._replace(())

    def show_moves(self, moves: Sequence[MoveWord], *, said: str = "") -> None:
        """Show other moves, those that change something first, with a sentence above them where one is given."""
        self._said.set_role("muted")
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._replace(tuple(sorted(moves, key=lambda move: not move.moved)))

    def _replace(self, moves: tuple[MoveWord, ...]) -> None:
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
            self._rows = None
        self._moves = moves
        self.setAccessibleDescription(" ".join((self._said.text(), *(f"{move.told}." for move in moves))).strip())
        if moves:
            self._rows = self._column_of(moves)
            self._column.addWidget(self._rows)

    def _column_of(self, moves: Sequence[MoveWord]) -> QWidget:
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, move in enumerate(moves):
            if place:
                column.addSpacing(GAP)
            column.addWidget(Label(f"{move.clock}, {move.law}", rows, role="small", wrap=True))
            dates = QHBoxLayout()
            dates.setSpacing(GAP)
            if move.moved and move.before:
                dates.addWidget(Label(move.before, rows, role="muted"))
                dates.addWidget(Label(_ARROW, rows, role="muted"))
            shown = self._after(move)
            dates.addWidget(Label(shown, rows, role="strong" if move.moved else "muted"))
            dates.addStretch(1)
            column.addLayout(dates)
        return rows

    def _after(self, move: MoveWord) -> str:
        if move.begins:
            return self.tr("new: {date}").format(date=move.after)
        return move.after if move.moved else self.tr("{date}, unchanged").format(date=move.after)
