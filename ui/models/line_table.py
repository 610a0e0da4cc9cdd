"""The shape of every table model here: thin over a tuple of frozen lines, read-only, replaced as a whole.

Rows beyond the first page are given to the view when it scrolls to them, and a cell is worded when it is painted.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.safe import tooltip
from ui.style.chips import TONE_ROLE, Tone

LineT = TypeVar("LineT")
Index = QModelIndex | QPersistentModelIndex
_PAGE = 200


class LineTable(QAbstractTableModel, Generic[LineT]):
    """A table over lines of one kind; subclasses say the headings and the words of a cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[LineT, ...] = ()
        self._given = 0

    def show_lines(self, lines: Sequence[LineT]) -> None:
        """Show other lines in place of all that were shown."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._given = min(len(self._lines), _PAGE)
        self.endResetModel()

    def lines(self) -> tuple[LineT, ...]:
        """Return every line, also those the view has not asked for."""
        return self._lines

    def line(self, index: Index) -> LineT | None:
        """Return the line of a cell, None for no cell."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        raise NotImplementedError

    def text(self, line: LineT, column: int) -> str:
        """Return the words of a cell."""
        raise NotImplementedError

    def tone(self, line: LineT, column: int) -> Tone | None:
        """Return the tone of a cell that is a chip, None for plain text."""
        del line, column
        return None

    def hint(self, line: LineT, column: int) -> str:
        """Return the tooltip of a cell as plain text, empty for none."""
        del line, column
        return ""

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows given to the view so far."""
        return 0 if parent is not None and parent.isValid() else self._given

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.headings())

    def canFetchMore(self, parent: Index) -> bool:
        """Return whether there are rows the view has not been given."""
        return not parent.isValid() and self._given < len(self._lines)

    def fetchMore(self, parent: Index) -> None:
        """Give the view another page of rows."""
        if parent.isValid():
            return
        more = min(_PAGE, len(self._lines) - self._given)
        if more <= 0:
            return
        self.beginInsertRows(QModelIndex(), self._given, self._given + more - 1)
        self._given += more
        self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        headings = self.headings()
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(headings):
            return headings[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, tone or tooltip of a cell."""
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings()[index.column()]}: {self.text(line, index.column())}"
        if role == TONE_ROLE:
            return self.tone(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self.hint(line, index.column())) or None
        return None
