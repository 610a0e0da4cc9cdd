"""A table of letters that is read and walked by keyboard: Enter opens, the columns that say nothing here are hidden.

Where several letters can be chosen, Shift and Ctrl with the arrows choose them, and Ctrl+A chooses all.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.models.letters import Column, LetterRow, LettersModel
from ui.style.chips import ChipDelegate
from workbench.services.wording import Words

_WIDTHS = {
    Column.NUMBER: 130,
    Column.CASE: 140,
    Column.LANGUAGE: 150,
    Column.STATE: 130,
    Column.WRITTEN: 110,
    Column.SENT: 110,
}


class LetterTable(QTableView):
    """Letters with their state as a chip.

    Args:
        words: the words of the screen.
        zone: the zone in which days are shown.
        name: object name.
        label: what the table lists, for whoever cannot see it.
        hidden: columns that say nothing in this place.
        several: whether more than one letter can be chosen.
    """

    opened = Signal(int)
    """The officer wants to see the letter of this id."""
    current_changed = Signal()
    choice_changed = Signal()
    """Other letters are chosen."""

    def __init__(
        self,
        words: Words,
        zone: str,
        *,
        name: str,
        label: str,
        hidden: Sequence[Column] = (),
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.letters = LettersModel(words, zone, self)
        self.setModel(self.letters)
        self.setItemDelegate(ChipDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(40)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        for column in hidden:
            self.hideColumn(column)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.current_changed.emit())
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.choice_changed.emit())

    def show_rows(self, rows: Sequence[LetterRow], *, now: datetime) -> None:
        """Show these letters; the one that was current stays current, else the first becomes it."""
        current, chosen = self.current(), {row.id for row in self.chosen()}
        self.letters.show_rows(rows, now=now)
        place = self.letters.row_of(current.id) if current is not None else -1
        if rows:
            self.setCurrentIndex(self.letters.index(max(0, place), Column.NUMBER))
        if self.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection and chosen:
            self.choose(chosen)
        self.current_changed.emit()

    def chosen(self) -> tuple[LetterRow, ...]:
        """Return the letters that are chosen, in the order of the table."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = self.letters.rows()
        return tuple(rows[place] for place in places if place < len(rows))

    def choose(self, letter_ids: Collection[int]) -> None:
        """Choose these letters, as far as they are shown, and no others."""
        found = QItemSelection()
        for place, row in enumerate(self.letters.rows()):
            if row.id in letter_ids:
                found.select(self.letters.index(place, 0), self.letters.index(place, len(Column) - 1))
        self.selectionModel().select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def current(self) -> LetterRow | None:
        """Return the current letter."""
        return self.letters.row(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current letter with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = self.letters.row(index)
        if row is not None:
            self.opened.emit(row.id)
