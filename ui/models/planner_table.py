"""The calendar page as a table: one row a week, one column a weekday, Monday first; every day says itself in words."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui import formats
from ui.models.due_words import word_of_deadline
from ui.safe import tooltip
from ui.style.chips import Tone
from ui.wording import word
from workbench.services.lines import Planner, PlannerDay, PlannerEntry
from workbench.services.wording import Words

_WEEK = 7
DAY_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `PlannerDay` of a cell."""
TODAY_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether the cell is today."""
OTHER_ROLE = Qt.ItemDataRole.UserRole + 3
"""Whether the cell lies in another month than the one that is shown."""

Index = QModelIndex | QPersistentModelIndex


class PlannerModel(QAbstractTableModel):
    """The days of a planner."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._days: Sequence[PlannerDay] = ()
        self._today: date | None = None
        self._month = 0
        self._zone = ""

    def show_planner(self, planner: Planner, *, month: int = 0) -> None:
        """Show other days; `month` greys the days of other months, 0 for none."""
        self.beginResetModel()
        self._days, self._today, self._month, self._zone = planner.days, planner.today, month, planner.zone
        self.endResetModel()

    def day(self, index: Index) -> PlannerDay | None:
        """Return the day of a cell, or None past the last."""
        place = index.row() * _WEEK + index.column()
        return self._days[place] if index.isValid() and place < len(self._days) else None

    def index_of(self, on: date) -> QModelIndex:
        """Return the cell of a day, an invalid index where it is not shown."""
        place = (on - self._days[0].on).days if self._days else -1
        return self.index(place // _WEEK, place % _WEEK) if 0 <= place < len(self._days) else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of weeks."""
        return 0 if parent is not None and parent.isValid() else (len(self._days) + _WEEK - 1) // _WEEK

    def columnCount(self, parent: Index | None = None) -> int:
        """Return seven."""
        return 0 if parent is not None and parent.isValid() else _WEEK

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the weekdays."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < _WEEK or not self._days:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words.weekday(self._days[section].on).split()[0].strip(",")
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
            case _:
                other = bool(self._month) and day.on.month != self._month
                shown = {DAY_ROLE: day, TODAY_ROLE: day.on == self._today, OTHER_ROLE: other}.get(role)
        return shown

    def entry_words(self, entry: PlannerEntry) -> str:
        """Return one deadline in the words of a cell: its hour where it has one, and the case."""
        line = entry.deadline
        due = line.safe if entry.safe_day else line.due
        short = line.number.partition("-")[2] or line.number
        if entry.safe_day:
            return self.tr("safe {number}").format(number=short)
        if isinstance(due, datetime):
            local = due.astimezone(ZoneInfo(self._zone))
            return f"{local:%H.%M} {short}" if self._words.language == "id" else f"{local:%H:%M} {short}"
        return line.number

    def owed_words(self, entry: PlannerEntry) -> str:
        """Return what a deadline is about: the case, what is owed, under which law, and how it stands."""
        line = entry.deadline
        kind = word("deadline_kind", line.kind)
        owed = kind if kind != line.kind else word("limit_kind", line.kind)
        due = line.safe if entry.safe_day else line.due
        hour = f", {formats.clock_time(due, self._zone)}" if isinstance(due, datetime) else ""
        return f"{line.number}{hour}: {owed}, {word('law', line.law)}"

    def sentence(self, day: PlannerDay) -> str:
        """Return one day in words."""
        told = [self._words.weekday(day.on)]
        if day.on == self._today:
            told.append(self.tr("today"))
        told += [self.rest_words(place, name) for place, name in day.rests if name]
        if day.home_rests:
            told.append(self.tr("rest day of the office"))
        told += [self.owed_words(entry) for entry in day.entries]
        return "; ".join(told)

    def rest_words(self, place: str, name: str) -> str:
        """Return who rests and why."""
        where = self._words.place(place)
        return f"{name} ({where})" if name else self.tr("weekly rest day ({place})").format(place=where)

    def tone_of(self, entry: PlannerEntry, now: datetime) -> Tone:
        """Return the tone of a deadline."""
        return word_of_deadline(entry.deadline, now=now).tone
