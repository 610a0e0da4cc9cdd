"""The planner: what ends on which day, and who rests then, for a span of whole weeks.

A deadline stands on the day on which it ends in the office's own zone; hour clocks keep their hour. Only what is still owed is there.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from workbench.domain.calendars import Calendar, YearNotCoveredError
from workbench.domain.case_clocks import EXTENSION_NOTICE, NOT_OWED, ClockLine, still_open
from workbench.domain.rulebooks import PlaceUnknownError
from workbench.services import deadlines
from workbench.services.lines import Planner, PlannerDay, PlannerEntry
from workbench.services.office import Desk
from workbench.store import cases as case_store

_DAYS_OF_WEEK = 7


def planner(desk: Desk, first_on: date, last_on: date, *, laws: frozenset[str] = frozenset()) -> Planner:
    """Return the days from the Monday on or before `first_on` to the Sunday on or after `last_on`, both inclusive.

    Args:
        desk: the desk.
        first_on: a day of the first week.
        last_on: a day of the last week.
        laws: only deadlines and rest days of these laws; empty for all that open cases stand under. Whether the office
            itself rests is said all the same.
    """
    begins = first_on - timedelta(days=first_on.weekday())
    ends = last_on + timedelta(days=_DAYS_OF_WEEK - 1 - last_on.weekday())
    zone = desk.settings.home_zone
    entries, places = _entries(desk, begins, ends, zone, laws)
    calendars, uncovered = _calendars(desk, places, begins.year, ends.year)
    at_home = ((desk.settings.home_law, desk.settings.home_place),)
    home = next(iter(_calendars(desk, at_home, begins.year, ends.year)[0].values()), None)
    days = []
    on = begins
    while on <= ends:
        rests = tuple((place, name) for (_law, place), calendar in calendars.items() for name in _rest(calendar, on))
        resting = home is not None and bool(_rest(home, on))
        days.append(PlannerDay(on, tuple(entries.get(on, ())), tuple(dict.fromkeys(rests)), resting))
        on += timedelta(days=1)
    return Planner(desk.today(), zone, tuple(days), places, uncovered)


def _entries(
    desk: Desk, begins: date, ends: date, zone: str, laws: frozenset[str]
) -> tuple[dict[date, list[PlannerEntry]], tuple[tuple[str, str], ...]]:
    rows = {row.id: row.number for row in case_store.list_case_rows(desk.session, closed=False)}
    places: dict[tuple[str, str], None] = {}
    if not laws or desk.settings.home_law in laws:
        places[desk.settings.home_law, desk.settings.home_place] = None
    found: dict[date, list[PlannerEntry]] = {}
    for stored in case_store.list_deadlines(desk.session, closed=False):
        if laws and stored.law not in laws:
            continue
        line = ClockLine.from_json(stored.body)
        number = rows.get(stored.case_id)
        if number is None or not still_open(line, desk.now) or line.kind in NOT_OWED:
            continue
        places[line.law, line.place] = None
        if line.kind == EXTENSION_NOTICE:
            continue
        shown = deadlines.line_of(line, stored.case_id, number, now=desk.now)
        due = _day(line.due, zone)
        if due is not None and begins <= due <= ends:
            found.setdefault(due, []).append(PlannerEntry(shown))
        safe = _day(line.safe, zone)
        if safe is not None and safe != due and begins <= safe <= ends:
            found.setdefault(safe, []).append(PlannerEntry(shown, safe_day=True))
    return found, tuple(places)


def _calendars(
    desk: Desk, places: tuple[tuple[str, str], ...], first: int, last: int
) -> tuple[Mapping[tuple[str, str], Calendar], tuple[tuple[str, int], ...]]:
    made: dict[tuple[str, str], Calendar] = {}
    uncovered: list[tuple[str, int]] = []
    for law, place in places:
        if law not in desk.rulebooks:
            continue
        try:
            calendar = desk.calendar_of_years(law, place, first, last)
        except PlaceUnknownError:
            continue
        made[law, place] = calendar
        uncovered += [(place, year) for year in range(first, last + 1) if not calendar.covers(year)]
    return made, tuple(dict.fromkeys(uncovered))


def _rest(calendar: Calendar, on: date) -> tuple[str, ...]:
    """Return the name of the rest day (empty for a weekly one), or nothing on a working day."""
    try:
        return (calendar.name_of(on),) if calendar.is_rest_day(on) else ()
    except YearNotCoveredError:
        return ("",) if on.weekday() in calendar.rest_weekdays else ()


def _day(due: date | datetime | None, zone: str) -> date | None:
    return due.astimezone(ZoneInfo(zone)).date() if isinstance(due, datetime) else due
