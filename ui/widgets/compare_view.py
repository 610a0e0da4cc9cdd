"""Two texts side by side, line by line, with what differs coloured and marked; to read, not to change."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QFontDatabase
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.safe import set_role
from ui.style.palette import current_palette
from ui.wording import word
from workbench.services.templates import ComparedLine, LineChange

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_NUMBERS = 46
_MARKS = {LineChange.CHANGED: "~", LineChange.ADDED: "+", LineChange.REMOVED: "\N{MINUS SIGN}", LineChange.SAME: ""}


class CompareModel(QAbstractTableModel):
    """Lines of two texts: number and text of the left one, the mark of what differs, number and text of the right one."""

    def __init__(self, lines: Sequence[ComparedLine], left: str, right: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)
        self._titles = ("", left, "", "", right)

    def line(self, row: int) -> ComparedLine:
        """Return one line."""
        return self._lines[row]

    def differing(self) -> tuple[int, ...]:
        """Return the rows that begin a stretch of differences."""
        rows = [row for row, one in enumerate(self._lines) if one.change is not LineChange.SAME]
        return tuple(row for row in rows if row - 1 not in rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return which text a column shows."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell: its text, its ground where the line differs, and how it differs for whoever cannot see that."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            numbers = ["" if one is None else str(one) for one in (line.left_number, line.right_number)]
            return (numbers[0], line.left, _MARKS[line.change], numbers[1], line.right)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{word('template_change', line.change.value)}: {line.left if index.column() < 2 else line.right}"  # noqa: PLR2004  the left text ends there
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(line, left=index.column() < 2)  # noqa: PLR2004  as above
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    def _ground(self, line: ComparedLine, *, left: bool) -> QBrush | None:
        palette = current_palette()
        if line.change is LineChange.SAME:
            return None
        if line.change is LineChange.CHANGED:
            return QBrush(QColor(palette.amber_soft))
        there = line.left_number is not None if left else line.right_number is not None
        if not there:
            return QBrush(QColor(palette.field))
        return QBrush(QColor(palette.red_soft if left else palette.green_soft))


class CompareView(QTableView):
    """The two texts; it opens at the first difference, and `next_difference` goes from one to the next."""

    def __init__(
        self, name: str, label: str, lines: Sequence[ComparedLine], *, left: str, right: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._lines = CompareModel(lines, left, right, self)
        self.setModel(self._lines)
        set_role(self, "code")
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._fit_rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(20)
        for column, width in ((0, _NUMBERS), (2, _NUMBERS // 2 + 6), (3, _NUMBERS)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        for column in (1, 4):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.next_difference(1)
        head.sectionResized.connect(lambda *_sizes: self._fit.start(0))

    def differences(self) -> int:
        """Return how many stretches of the two texts differ."""
        return len(self._lines.differing())

    def next_difference(self, step: int) -> None:
        """Go to the next stretch that differs, or with a negative step to the one before."""
        rows = self._lines.differing()
        if not rows:
            return
        here = self.currentIndex().row() if self.currentIndex().isValid() else -1
        if step > 0:
            row = next((one for one in rows if one > here), rows[0])
        else:
            row = next((one for one in reversed(rows) if one < here), rows[-1])
        self.setCurrentIndex(self._lines.index(row, 0))
        self.scrollTo(self._lines.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _fit_rows(self) -> None:
        """Give each line the height that its words need in the new width, and keep the chosen one in view."""
        self.resizeRowsToContents()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
