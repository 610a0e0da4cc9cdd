"""The six weeks ahead as a table: one row a week, one column a weekday, Monday first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.safe import tooltip
from workbench.services.lines import CalendarDay
from workbench.services.wording import Words

_WEEK = 7
DAY_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `CalendarDay` of a cell."""
TODAY_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether the cell is today."""

Index = QModelIndex | QPersistentModelIndex


class SixWeeksModel(QAbstractTableModel):
    """Days with what ends on them; every cell says it in words as its accessible text and its tooltip."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._days: tuple[CalendarDay, ...] = ()
        self._today: date | None = None

    def show_days(self, days: Sequence[CalendarDay], *, today: date) -> None:
        """Show other days; the first is a Monday."""
        self.beginResetModel()
        self._days = tuple(days)
        self._today = today
        self.endResetModel()

    def day(self, index: Index) -> CalendarDay | None:
        """Return the day of a cell, or None past the last."""
        place = index.row() * _WEEK + index.column()
        return self._days[place] if index.isValid() and place < len(self._days) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of weeks."""
        return 0 if parent is not None and parent.isValid() else (len(self._days) + _WEEK - 1) // _WEEK

    def columnCount(self, parent: Index | None = None) -> int:
        """Return seven."""
        return 0 if parent is not None and parent.isValid() else _WEEK

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the first three letters of the weekdays."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < _WEEK or not self._days:
            return None
        day = self._words.weekday(self._days[section].on).split()[0].strip(",")
        if role == Qt.ItemDataRole.DisplayRole:
            return day[:3]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the day's number, and its words for tooltip and reader."""
        day = self.day(index)
        if day is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                shown: object = str(day.on.day)
            case Qt.ItemDataRole.ToolTipRole:
                shown = tooltip(self.sentence(day))
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = self.sentence(day)
            case Qt.ItemDataRole.TextAlignmentRole:
                shown = Qt.AlignmentFlag.AlignCenter
            case _:
                shown = {DAY_ROLE: day, TODAY_ROLE: day.on == self._today}.get(role)
        return shown

    def sentence(self, day: CalendarDay) -> str:
        """Return one day in words."""
        told = [self._words.weekday(day.on)]
        if day.on == self._today:
            told.append(self.tr("today"))
        if day.holiday:
            told.append(day.holiday)
        elif day.rest:
            told.append(self.tr("rest day"))
        if day.due == 1:
            told.append(self.tr("1 deadline ends"))
        elif day.due:
            told.append(self.tr("{count} deadlines end").format(count=day.due))
        if day.late:
            told.append(self.tr("{count} late").format(count=day.late))
        if day.paused:
            told.append(self.tr("{count} paused").format(count=day.paused))
        return ", ".join(told)
