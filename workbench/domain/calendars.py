"""Calendars: which days a place rests, as one signed value.

A calendar is a snapshot: it says which years it covers and carries a version, so that a date reckoned
with it can be reckoned again. A year that it does not cover refuses.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.domain.errors import WorkbenchError


class YearNotCoveredError(WorkbenchError):
    """The calendar has no data for a year the reckoning needs; details `place`, `year`."""

    code = "year_not_covered"


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
    """

    place: str
    version: str
    first_year: int
    last_year: int
    rest_weekdays: frozenset[int]
    holidays: Mapping[date, str] = field(default_factory=dict)
    working_days: frozenset[date] = frozenset()
