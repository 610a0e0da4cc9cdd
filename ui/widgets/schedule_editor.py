"""The schedule of a decision as a table that is filled in by keyboard: category, detail, what happens to it, why.

Texts are what the person will read, in the language of their request. Rows without any text are not part of the schedule.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.safe import set_tooltip
from workbench.domain.decisions import ScheduleLine, Treatment

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the schedule."""

    CATEGORY = 0
    DETAIL = 1
    TREATMENT = 2
    WHY = 3


@dataclass(slots=True)
class _Row:
    category: str = ""
    detail: str = ""
    treatment: Treatment = Treatment.DISCLOSED
    why: str = ""

    def empty(self) -> bool:
        return not (self.category.strip() or self.detail.strip() or self.why.strip())


class ScheduleModel(QAbstractTableModel):
    """The rows while they are being written; `lines()` gives them as values.

    Args:
        treatment_words: each treatment with its word, in the order of the choice.
    """

    edited = Signal()

    def __init__(self, treatment_words: Sequence[tuple[Treatment, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = dict(treatment_words)
        self._default = treatment_words[0][0]
        self._rows: list[_Row] = []

    def lines(self) -> tuple[ScheduleLine, ...]:
        """Return the rows that say something, with stray blanks removed."""
        return tuple(
            ScheduleLine(row.category.strip(), row.detail.strip(), row.treatment, row.why.strip())
            for row in self._rows
            if not row.empty()
        )

    def set_lines(self, lines: Sequence[ScheduleLine]) -> None:
        """Show these lines instead; does not count as an edit."""
        self.beginResetModel()
        self._rows = [_Row(line.category, line.detail, line.treatment, line.why) for line in lines]
        self.endResetModel()

    def set_default(self, treatment: Treatment) -> None:
        """Set what a new row says happens to its category."""
        self._default = treatment

    def treatments(self) -> tuple[tuple[Treatment, str], ...]:
        """Return the choice of treatments with their words."""
        return tuple(self._words.items())

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's data is anything
        """Return the name of a column, or the number of a row from 1."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        names = (self.tr("Category"), self.tr("What exactly"), self.tr("What happens"), self.tr("Why"))
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's data is anything
        """Return the text of a cell; the edit role of a treatment is its code."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return None
        row = self._rows[index.row()]
        match Column(index.column()):
            case Column.CATEGORY:
                return row.category
            case Column.DETAIL:
                return row.detail
            case Column.TREATMENT:
                return self._words[row.treatment] if role == Qt.ItemDataRole.DisplayRole else row.treatment.value
            case Column.WHY:
                return row.why

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401  Qt's data is anything
        """Write one cell; returns whether it changed."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or self.data(index, role) == value:
            return False
        row = self._rows[index.row()]
        match Column(index.column()):
            case Column.CATEGORY:
                row.category = str(value)
            case Column.DETAIL:
                row.detail = str(value)
            case Column.TREATMENT:
                row.treatment = Treatment(value)
            case Column.WHY:
                row.why = str(value)
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every cell can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def insertRows(self, row: int, count: int, parent: Index = NOWHERE) -> bool:
        """Add empty rows before `row`."""
        if parent.isValid() or not 0 <= row <= len(self._rows) or count < 1:
            return False
        self.beginInsertRows(QModelIndex(), row, row + count - 1)
        self._rows[row:row] = [_Row(treatment=self._default) for _ in range(count)]
        self.endInsertRows()
        self.edited.emit()
        return True

    def removeRows(self, row: int, count: int, parent: Index = NOWHERE) -> bool:
        """Take rows away."""
        if parent.isValid() or row < 0 or count < 1 or row + count > len(self._rows):
            return False
        self.beginRemoveRows(QModelIndex(), row, row + count - 1)
        del self._rows[row : row + count]
        self.endRemoveRows()
        self.edited.emit()
        return True


class _CategoryDelegate(QStyledItemDelegate):
    """Offers the known categories and takes any other."""

    def __init__(self, categories: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.categories = tuple(categories)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Return a combo box that can be written into."""
        box = QComboBox(parent)
        box.setObjectName("scheduleCategory")
        box.setAccessibleName(self.tr("Category of data"))
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(list(self.categories))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the text of the cell."""
        if isinstance(editor, QComboBox):
            editor.setEditText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write the text back."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)


class _TreatmentDelegate(QStyledItemDelegate):
    """Offers what can happen to a category."""

    def __init__(self, model: ScheduleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Return a combo box of the treatments."""
        box = QComboBox(parent)
        box.setObjectName("scheduleTreatment")
        box.setAccessibleName(self.tr("What happens to this category"))
        for treatment, word in self._model.treatments():
            box.addItem(word, treatment.value)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the treatment of the cell."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write the treatment back."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)


class ScheduleEditor(QWidget):
    """The table with its two buttons: Insert adds a row, Ctrl+Delete takes the current one away."""

    edited = Signal()

    def __init__(self, treatment_words: Sequence[tuple[Treatment, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("schedule")
        self.model = ScheduleModel(treatment_words, self)
        self.model.edited.connect(self.edited)
        self._categories = _CategoryDelegate((), self)
        self._treatments = _TreatmentDelegate(self.model, self)
        self.table = self._build_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.add_button = self._button("scheduleAdd", self.tr("Add row"), self.tr("Add a row below the current one (Insert)"))
        self.add_button.clicked.connect(self.add_row)
        self.remove_button = self._button(
            "scheduleRemove", self.tr("Remove row"), self.tr("Take the current row away (Ctrl+Delete)")
        )
        self.remove_button.clicked.connect(self.remove_row)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        column.addLayout(row)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Insert), self, self.add_row, context=context)
        QShortcut(QKeySequence("Ctrl+Del"), self, self.remove_row, context=context)
        self.model.rowsInserted.connect(self._fit)
        self.model.rowsRemoved.connect(self._fit)
        self.model.modelReset.connect(self._fit)
        self._fit()

    def _build_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("scheduleTable")
        table.setAccessibleName(self.tr("Schedule of what is disclosed, withheld, erased, kept or changed"))
        table.setModel(self.model)
        table.setItemDelegateForColumn(Column.CATEGORY, self._categories)
        table.setItemDelegateForColumn(Column.TREATMENT, self._treatments)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(34)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.TREATMENT, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.TREATMENT, 130)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table

    def _button(self, name: str, text: str, help_text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(help_text)
        button.setProperty("role", "small")
        button.setAutoDefault(False)
        set_tooltip(button, help_text)
        return button

    def lines(self) -> tuple[ScheduleLine, ...]:
        """Return the rows that say something; a cell that is being written is written first."""
        writing = self.table.viewport().focusWidget()
        if writing is not None and writing.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.model.lines()

    def set_lines(self, lines: Sequence[ScheduleLine]) -> None:
        """Show these lines; does not count as an edit."""
        self.model.set_lines(lines)

    def categories(self) -> tuple[str, ...]:
        """Return the category names that a new row offers."""
        return self._categories.categories

    def set_categories(self, categories: Sequence[str]) -> None:
        """Set the category names that a new row offers."""
        self._categories.categories = tuple(categories)

    def set_default(self, treatment: Treatment) -> None:
        """Set what a new row says happens to its category."""
        self.model.set_default(treatment)

    def add_row(self) -> None:
        """Add a row below the current one and start writing its category."""
        current = self.table.currentIndex().row()
        at = current + 1 if current >= 0 else self.model.rowCount()
        self.model.insertRows(at, 1)
        index = self.model.index(at, Column.CATEGORY)
        self.table.setCurrentIndex(index)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.edit(index)

    def remove_row(self) -> None:
        """Take the current row away; the one after it becomes current."""
        current = self.table.currentIndex()
        if current.isValid():
            self.model.removeRows(current.row(), 1)

    def _fit(self) -> None:
        rows = max(1, min(8, self.model.rowCount()))
        height = self.table.horizontalHeader().sizeHint().height() + rows * 34 + 2 * self.table.frameWidth()
        self.table.setFixedHeight(height)
        self.remove_button.setEnabled(self.model.rowCount() > 0)
