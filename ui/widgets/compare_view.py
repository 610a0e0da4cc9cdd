"""Two texts side by side, line by line, with what differs coloured and marked; to read, not to change."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.style.palette import Palette, current_palette
from ui.widgets.text_editor import len_units
from ui.wording import word
from workbench.services.templates import ComparedLine, LineChange

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_NUMBERS = 46
_AROUND = 6
_TEXTS = (1, 4)
"""The columns of the two texts."""
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
        return None


class _LineDelegate(QStyledItemDelegate):
    """Paints a cell with the ground of its difference, and the words that differ within a changed line underlined."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground and words."""
        line = self._line(index)
        left = index.column() < 2  # noqa: PLR2004  the left text ends there
        palette = current_palette()
        painter.save()
        ground = _ground(line, palette, left=left)
        if ground:
            painter.fillRect(option.rect, QColor(ground))
        text = str(index.data() or "")
        layout = self._laid_out(text, option.rect.width(), option.font, self._formats(line, index.column(), palette))
        painter.setPen(QColor(palette.text if index.column() in _TEXTS else palette.muted))
        layout.draw(painter, QPointF(option.rect.left() + _AROUND, option.rect.top() + 1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the words in the width of their column."""
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        layout = self._laid_out(str(index.data() or " "), width, option.font, [])
        return QSize(width, round(layout.boundingRect().height()) + 3)

    @staticmethod
    def _line(index: Index) -> ComparedLine:
        model = index.model()
        assert isinstance(model, CompareModel)  # noqa: S101  the view makes it itself
        return model.line(index.row())

    @staticmethod
    def _formats(line: ComparedLine, column: int, palette: Palette) -> list[QTextLayout.FormatRange]:
        if line.change is not LineChange.CHANGED or column not in _TEXTS:
            return []
        found: list[QTextLayout.FormatRange] = []
        for start, end in differing_words(line.left, line.right)[_TEXTS.index(column)]:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, end - start
            form = QTextCharFormat()
            form.setFontUnderline(True)
            form.setForeground(QColor(palette.red if column == _TEXTS[0] else palette.green))
            one.format = form
            found.append(one)
        return found

    @staticmethod
    def _laid_out(text: str, width: int, font: QFont, formats: Sequence[QTextLayout.FormatRange]) -> QTextLayout:
        layout = QTextLayout(text, font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(wrap)
        layout.setFormats(list(formats))
        layout.beginLayout()
        tall = 0.0
        while (one := layout.createLine()).isValid():
            one.setLineWidth(max(width - 2 * _AROUND, 8))
            one.setPosition(QPointF(0, tall))
            tall += one.height()
        layout.endLayout()
        return layout


def differing_words(left: str, right: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the stretches of two lines that differ, word by word, in UTF-16 units as Qt counts them."""
    old, new = re.findall(r"\s+|\w+|\W", left), re.findall(r"\s+|\w+|\W", right)
    found: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for place, (words, first, last) in enumerate(((old, a, b), (new, c, d))):
            if tag != "equal" and last > first:
                start = len_units("".join(words[:first]))
                found[place].append((start, start + len_units("".join(words[first:last]))))
    return found


def _ground(line: ComparedLine, palette: Palette, *, left: bool) -> str:
    if line.change is LineChange.SAME:
        return ""
    if line.change is LineChange.CHANGED:
        return palette.amber_soft
    there = line.left_number is not None if left else line.right_number is not None
    if not there:
        return palette.field
    return palette.red_soft if left else palette.green_soft


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
        self.setItemDelegate(_LineDelegate(self))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._fit_rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        # A chosen row would hide by which colour it differs; where one is, the place in the middle tells.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height())
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2)
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
        # Not resizeRowsToContents, which takes the height of the hidden header for the least.
        for row in range(self._lines.rowCount()):
            self.setRowHeight(row, self.sizeHintForRow(row))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
