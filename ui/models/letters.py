"""Letters as a table, thin over the services: a row is a frozen line, and a newer reading replaces all rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.formats import local_day, short_day
from ui.style.chips import TONE_ROLE, Tone
from ui.wording import language_name
from workbench.domain.letters import Letter, LetterKind, LetterState
from workbench.services.lines import LetterLine
from workbench.services.wording import Words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

STATE_TONES = {LetterState.DRAFT: Tone.CALM, LetterState.ISSUED: Tone.SOON, LetterState.DISPATCHED: Tone.DONE}
"""How the state of a letter looks."""


class Column(IntEnum):
    """The columns of a list of letters."""

    NUMBER = 0
    KIND = 1
    SUBJECT = 2
    CASE = 3
    LANGUAGE = 4
    STATE = 5
    WRITTEN = 6
    SENT = 7


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter as a list shows it."""

    id: int
    number: str
    case_id: int
    case_number: str
    subject_name: str
    kind: LetterKind
    language: str
    state: LetterState
    created_at: datetime
    sent_at: datetime | None
    delivered: bool = False
    came_back: bool = False


def row_of_line(line: LetterLine) -> LetterRow:
    """Return a line of the list of all letters as a row."""
    return LetterRow(
        line.id,
        line.number,
        line.case_id,
        line.case_number,
        line.subject_name,
        line.kind,
        line.language,
        line.state,
        line.created_at,
        line.sent_at,
        came_back=line.state is LetterState.ISSUED and line.sent_at is not None,
    )


def row_of_letter(letter: Letter, *, case_number: str, subject_name: str) -> LetterRow:
    """Return a letter of one case as a row."""
    sent = letter.dispatch
    return LetterRow(
        letter.id,
        letter.number,
        letter.case_id,
        case_number,
        subject_name,
        letter.kind,
        letter.language,
        letter.state,
        letter.created_at,
        sent.sent_at if sent is not None else None,
        sent is not None and sent.delivered_at is not None,
        came_back=letter.came_back,
    )


class LettersModel(QAbstractTableModel):
    """A table of letters.

    Args:
        words: the words of the screen.
        zone: the zone in which days are shown.
    """

    def __init__(self, words: Words, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._zone = zone
        self._rows: tuple[LetterRow, ...] = ()
        self._today: date | None = None

    def show_rows(self, rows: Sequence[LetterRow], *, now: datetime) -> None:
        """Show these letters instead; `now` decides whether a day needs its year."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._today = local_day(now, self._zone)
        self.endResetModel()

    def row(self, index: Index) -> LetterRow | None:
        """Return the letter of a cell, None outside the table."""
        inside = index.isValid() and 0 <= index.row() < len(self._rows)
        return self._rows[index.row()] if inside else None

    def rows(self) -> tuple[LetterRow, ...]:
        """Return every letter shown, in order."""
        return self._rows

    def row_of(self, letter_id: int) -> int:
        """Return the place of a letter in the table, -1 when it is not there."""
        return next((place for place, row in enumerate(self._rows) if row.id == letter_id), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of letters."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's data is anything
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = (
            self.tr("Number"),
            self.tr("Letter"),
            self.tr("To"),
            self.tr("Case"),
            self.tr("Language"),
            self.tr("State"),
            self.tr("Written"),
            self.tr("Sent"),
        )
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's data is anything
        """Return the words of a cell, or the tone of its chip."""
        row = self.row(index)
        if row is None:
            return None
        column = Column(index.column())
        if role == TONE_ROLE and column is Column.STATE:
            return Tone.WRONG if row.came_back else STATE_TONES[row.state]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self._text(row, column)}"
        return self._text(row, column) if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, row: LetterRow, column: Column) -> str:
        texts: dict[Column, str] = {
            Column.NUMBER: row.number,
            Column.KIND: self._words.word("letter", row.kind.value),
            Column.SUBJECT: row.subject_name,
            Column.CASE: row.case_number,
            Column.LANGUAGE: language_name(row.language),
            Column.STATE: self.tr("came back") if row.came_back else self._words.word("letter_state", row.state.value),
            Column.WRITTEN: self._day(row.created_at),
            Column.SENT: self._day(row.sent_at) if row.sent_at is not None else "",
        }
        return texts[column]

    def _day(self, at: datetime) -> str:
        return short_day(local_day(at, self._zone), today=self._today)
