"""A table to work in: rows are chosen with the arrows and opened with Enter or a double click."""

from collections.abc import Collection

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.safe import set_role
from ui.style.chips import ChipDelegate

_ROW = 38
_SAMPLE = 60
_LEAST = 120
_LEAST_STRETCH = 140
_MOST_STRETCH = 160
_NARROWER = 6
_ROOM = 4


class WorkTable(QTableView):
    """A table of one model; `opened` carries the index of the row to open.

    Args:
        model: the lines.
        name: object name.
        label: what the table lists, for whoever cannot see it.
        stretch: the column that takes the room that is left.
        whole: columns that are never made narrower than their words, such as chips and numbers.
        spare: columns that are left out one after the other where the table is too narrow for all.
        bare: without a border of its own, inside a card.
    """

    opened = Signal(QModelIndex)

    def __init__(
        self,
        model: QAbstractItemModel,
        *,
        name: str,
        label: str,
        stretch: int,
        whole: Collection[int] = (0, 1),
        spare: Collection[int] = (),
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        if bare:
            set_role(self, "bare")
            self.setFrameShape(QFrame.Shape.NoFrame)
        self._stretch = stretch
        self._whole = frozenset(whole)
        self._spare = tuple(spare)
        self.setModel(model)
        self.setItemDelegate(ChipDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setResizeContentsPrecision(_SAMPLE)
        head.setMinimumSectionSize(40)
        self.doubleClicked.connect(self.opened)
        model.modelReset.connect(self.fit_columns)

    def fit_columns(self) -> None:
        """Make every column as wide as its words, and the widest narrower where they do not all fit; one takes what is left."""
        head = self.horizontalHeader()
        room = self.viewport().width()
        shown = self._columns_that_fit(room)
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column not in shown)
        columns = [column for column in shown if column != self._stretch]
        wanted = {column: self._wanted(column) for column in columns}
        spare = max(room - self._least_stretch(), 0)
        while sum(wanted.values()) > spare:
            soft = [column for column in columns if column not in self._whole and wanted[column] > self._least(column)]
            if not soft:
                break
            widest = max(soft, key=lambda column: wanted[column])
            wanted[widest] = max(wanted[widest] - _NARROWER, self._least(widest))
        for column in columns:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            head.resizeSection(column, wanted[column])
        head.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into another width."""
        super().resizeEvent(event)
        self.fit_columns()

    def _columns_that_fit(self, room: int) -> list[int]:
        """Return the columns for which there is room, leaving out those that can be spared one after the other."""
        shown = list(range(self.model().columnCount()))
        for column in self._spare:
            least = sum(self._wanted(one) if one in self._whole else self._least(one) for one in shown if one != self._stretch)
            if least + _LEAST_STRETCH <= room:
                break
            shown.remove(column)
        return shown

    def _wanted(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column)) + _ROOM

    def _least(self, column: int) -> int:
        return min(self._wanted(column), max(_LEAST, self.horizontalHeader().sectionSizeHint(column)))

    def _least_stretch(self) -> int:
        return min(max(self.sizeHintForColumn(self._stretch) + _ROOM, _LEAST_STRETCH), _MOST_STRETCH)

    def choose_row(self, row: int) -> None:
        """Choose a row and bring it into view; nothing when there is no such row."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)
