"""Calendars: which days a place rests, as one signed value.

A calendar is a snapshot: it says which years it covers (first and last inclusive) and carries a version, so that a date
reckoned with it can be reckoned again. A year that it does not cover refuses.
"""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from workbench.domain.errors import WorkbenchError

WEEKDAYS: tuple[str, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The weekdays as word keys; Monday is 0."""

_VERSION_LENGTH = 12
_FORMAT = 1


class YearNotCoveredError(WorkbenchError):
    """The calendar has no data for a year the reckoning needs; details `place`, `year`."""

    code = "year_not_covered"


class CalendarUnreadableError(WorkbenchError):
    """A kept calendar cannot be read again; details `place`, `problem`."""

    code = "calendar_unreadable"


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """A day of the office's own: rests although the place works, or works although it rests; with its source."""

    place: str
    on: date
    rests: bool
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The rest days of one place.

    Args:
        place: law place such as `DE`, `GB-ENG`, `ID`.
        version: short digest of the days and of where they came from.
        first_year, last_year: the years covered, both inclusive.
        rest_weekdays: Monday is 0.
        holidays: day to name, in the language of the library or the office's own words.
        working_days: days that work although their weekday rests (make-up days).
        doubtful_days: holidays that the safe reading does not count as rest (California counts the state's days, the
            safe reading only those that are federal too).
        origin: where the days come from, such as `holidays 0.109`.

    `derived` is room for what others worked out from these days alone; it is no part of the value and ends with it.
    """

    place: str
    version: str
    first_year: int
    last_year: int
    rest_weekdays: frozenset[int]
    holidays: Mapping[date, str] = field(default_factory=dict)
    working_days: frozenset[date] = frozenset()
    doubtful_days: frozenset[date] = frozenset()
    origin: str = ""
    derived: dict[object, object] = field(init=False, repr=False, compare=False, default_factory=dict)
    _offset: int = field(init=False, repr=False, compare=False, default=0)
    _next: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())
    _working: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        """Lay out the working days once, so that rolling and counting need no walk through the days."""
        if self.first_year > self.last_year:
            return
        first = date(self.first_year, 1, 1).toordinal()
        last = date(self.last_year, 12, 31).toordinal()
        rest = {on.toordinal() for on in self.holidays}
        works = {on.toordinal() for on in self.working_days}
        # Ordinal 1 was a Monday, so (ordinal + 6) % 7 is the weekday.
        working = tuple(
            day
            for day in range(first, last + 1)
            if day in works or ((day + 6) % 7 not in self.rest_weekdays and day not in rest)
        )
        following = [0] * (last - first + 1)
        ahead = 0
        upcoming = set(working)
        for day in range(last, first - 1, -1):
            ahead = day if day in upcoming else ahead
            following[day - first] = ahead
        object.__setattr__(self, "_offset", first)
        object.__setattr__(self, "_next", tuple(following))
        object.__setattr__(self, "_working", working)

    def covers(self, year: int) -> bool:
        """Return whether the calendar has data for the year."""
        return self.first_year <= year <= self.last_year

    def is_rest_day(self, on: date) -> bool:
        """Return whether the place rests on that day.

        Raises:
            YearNotCoveredError: the calendar has no data for that year.
        """
        index = on.toordinal() - self._offset
        if not 0 <= index < len(self._next):
            raise YearNotCoveredError(place=self.place, year=on.year)
        return self._next[index] != on.toordinal()

    def name_of(self, on: date) -> str:
        """Return the name of the holiday on that day, or an empty string."""
        return "" if on in self.working_days else self.holidays.get(on, "")

    def next_working_day(self, on: date) -> date:
        """Return `on` itself if it works, else the first working day after it.

        Raises:
            YearNotCoveredError: the calendar has no data for that year, or for the next one where the walk leads into it.
        """
        index = on.toordinal() - self._offset
        if not 0 <= index < len(self._next):
            raise YearNotCoveredError(place=self.place, year=on.year)
        found = self._next[index]
        if not found:
            raise YearNotCoveredError(place=self.place, year=self.last_year + 1)
        return on if found == index + self._offset else date.fromordinal(found)

    def add_business_days(self, start_on: date, count: int) -> date:
        """Return the working day that is `count` working days after `start_on`; the start day never counts.

        Raises:
            YearNotCoveredError: the start or the end lies outside the years covered.
        """
        if not self.covers(start_on.year):
            raise YearNotCoveredError(place=self.place, year=start_on.year)
        position = bisect_right(self._working, start_on.toordinal()) + count - 1
        if position >= len(self._working):
            raise YearNotCoveredError(place=self.place, year=self.last_year + 1)
        if position < 0:
            raise YearNotCoveredError(place=self.place, year=self.first_year - 1)
        return date.fromordinal(self._working[position])

    def safe_reading(self) -> "Calendar":
        """Return the calendar without its doubtful days; the same one where it has none."""
        if not self.doubtful_days:
            return self
        kept = {on: name for on, name in self.holidays.items() if on not in self.doubtful_days}
        return replace(self, holidays=kept, doubtful_days=frozenset())

    def with_office_days(self, days: tuple[OfficeDay, ...]) -> "Calendar":
        """Return the calendar with the office's own days for this place, under a new version."""
        own = sorted((day for day in days if day.place == self.place), key=lambda day: (day.on, day.rests))
        if not own:
            return self
        holidays = dict(self.holidays)
        working = set(self.working_days)
        for day in own:
            if day.rests:
                holidays[day.on] = day.name
                working.discard(day.on)
            else:
                holidays.pop(day.on, None)
                working.add(day.on)
        origin = f"{self.origin}; office" if self.origin else "office"
        changed = replace(self, holidays=holidays, working_days=frozenset(working), origin=origin)
        return changed.signed()

    def signed(self) -> "Calendar":
        """Return the calendar with its version computed from its contents."""
        digest = hashlib.sha256(json.dumps(self._content(), sort_keys=True, ensure_ascii=False).encode()).hexdigest()
        return replace(self, version=digest[:_VERSION_LENGTH])

    def to_json(self) -> str:
        """Return the snapshot as canonical JSON, to be kept with a case."""
        return json.dumps(
            {**self._content(), "version": self.version}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the calendar that a snapshot holds.

        Raises:
            CalendarUnreadableError: it is no snapshot, or its days do not match its version.
        """
        try:
            data = json.loads(text)
            calendar = cls(
                place=str(data["place"]),
                version=str(data["version"]),
                first_year=int(data["first_year"]),
                last_year=int(data["last_year"]),
                rest_weekdays=frozenset(int(day) for day in data["rest_weekdays"]),
                holidays={date.fromisoformat(on): str(name) for on, name in data["holidays"].items()},
                working_days=frozenset(date.fromisoformat(on) for on in data["working_days"]),
                doubtful_days=frozenset(date.fromisoformat(on) for on in data["doubtful_days"]),
                origin=str(data["origin"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise CalendarUnreadableError(place="", problem=type(error).__name__) from error
        if calendar.signed().version != calendar.version:
            raise CalendarUnreadableError(place=calendar.place, problem="version")
        return calendar

    def _content(self) -> dict[str, object]:
        return {
            "format": _FORMAT,
            "place": self.place,
            "first_year": self.first_year,
            "last_year": self.last_year,
            "rest_weekdays": sorted(self.rest_weekdays),
            "holidays": {on.isoformat(): name for on, name in sorted(self.holidays.items())},
            "working_days": sorted(on.isoformat() for on in self.working_days),
            "doubtful_days": sorted(on.isoformat() for on in self.doubtful_days),
            "origin": self.origin,
        }
