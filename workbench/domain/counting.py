"""Counting one period: from a start to its un-rolled end, forwards or back, and the steps that say so.

Pure. A day is a local date in the zone of the law; an hour is elapsed time. What happens around a period (pauses,
extensions, several starts) is `reckon`'s; what it counts with stands here, once.
Source: law.md section 2; Reg. 1182/71 Art 3.
"""

from bisect import bisect_left
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from workbench.domain.calendars import WEEKDAYS, Calendar, YearNotCoveredError
from workbench.domain.clocks import Step, StepKind
from workbench.domain.errors import Detail, InvalidInputError
from workbench.domain.periods import FirstDay, Period, Unit, add_months
from workbench.domain.rulebooks import Limit, LimitUnknownError, Rulebook

ONE_DAY: Final = timedelta(days=1)

_ONE_HOUR: Final = timedelta(hours=1)
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 9000


def day_of(at: date | datetime, tz: ZoneInfo) -> date:
    """Return the local day of a moment; a bare day is already one.

    Raises:
        InvalidInputError: an instant without a zone.
        YearNotCoveredError: a year that no calendar reaches, so that no sum can leave the calendar's range.
    """
    if isinstance(at, datetime):
        if at.tzinfo is None:
            raise InvalidInputError(field="events", problem="no_zone")
        _check_year(at, tz)
        return at.astimezone(tz).date()
    _check_year(at, tz)
    return at


def instant_of(at: date | datetime, tz: ZoneInfo) -> datetime:
    """Return the moment as an aware instant; a bare day is its first moment in the zone.

    Raises:
        InvalidInputError: an instant without a zone.
        YearNotCoveredError: a year that no calendar reaches.
    """
    _check_year(at, tz)
    if isinstance(at, datetime):
        if at.tzinfo is None:
            raise InvalidInputError(field="events", problem="no_zone")
        return at
    return datetime(at.year, at.month, at.day, tzinfo=tz)


def _check_year(at: date, tz: ZoneInfo) -> None:
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise YearNotCoveredError(place=tz.key, year=at.year)


def named(rulebook: Rulebook, limit_id: str, *, on: date) -> Limit:
    """Return the limit that another one names, as it holds on that day.

    Raises:
        LimitUnknownError: the rulebook has none for that day.
    """
    found = rulebook.limit(limit_id, on=on)
    if found is None:
        raise LimitUnknownError(law=rulebook.id, rule=limit_id)
    return found


def first_of(unit: Unit) -> FirstDay:
    """Return the usual first-day rule of a unit of days, weeks, months or working days."""
    return FirstDay.SAME_DATE if unit is Unit.MONTH else FirstDay.NEXT_DAY


def count(start: date, period: Period, first: FirstDay | None, calendar: Calendar) -> date:
    """Return the un-rolled end of a period of days, weeks, months or working days."""
    unit, number = period.unit, period.count
    if unit is Unit.MONTH:
        return add_months(start + ONE_DAY if first is FirstDay.NEXT_DAY_SAME_DATE else start, number)
    if first is FirstDay.EVENT_DAY:
        start -= ONE_DAY
    if unit is Unit.BUSINESS_DAY:
        return calendar.add_business_days(start, number)
    return start + timedelta(days=number * 7 if unit is Unit.WEEK else number)


def count_back(start: date, period: Period) -> date:
    """Return the day on which a period before an event begins; it is never rolled."""
    if period.unit is Unit.MONTH:
        return add_months(start, -period.count)
    return start - timedelta(days=period.count * 7 if period.unit is Unit.WEEK else period.count)


def full_hour(at: datetime, tz: ZoneInfo) -> datetime:
    """Return the first full clock hour of the zone strictly after the instant, in UTC."""
    local = at.astimezone(tz)
    begun = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return at.astimezone(UTC) - begun + _ONE_HOUR


def elapsed(begins: datetime, hours: int, tz: ZoneInfo) -> datetime:
    """Return the instant so many elapsed hours later (earlier where negative), shown in the zone."""
    return (begins.astimezone(UTC) + _ONE_HOUR * hours).astimezone(tz)


# The steps that say it


def counted_steps(
    limit: Limit, calendar: Calendar, *, start: date, period: Period, first: FirstDay | None, plain: date
) -> list[Step]:
    """Return what tells how a period was counted from `start` to its un-rolled end `plain`."""
    details: list[tuple[str, Detail]] = [("count", period.count), ("unit", period.unit.value)]
    if period.unit is Unit.BUSINESS_DAY:
        skipped = _names(calendar, start, plain)
        if skipped:
            details += [("variant", "skipping"), ("holiday", skipped)]
    steps = [Step(StepKind.COUNTED, plain, limit.source, tuple(details))]
    if period.unit is Unit.MONTH:
        anchor = start + ONE_DAY if first is FirstDay.NEXT_DAY_SAME_DATE else start
        if plain.day != anchor.day:
            steps.append(Step(StepKind.SHORT_MONTH, plain, limit.source, (("day", anchor.day),)))
    return steps


def moved_step(limit: Limit, calendar: Calendar, *, from_on: date, to: date) -> Step:
    """Return what tells that an end was moved, and off what: the holidays by name, else the weekday."""
    weekday = WEEKDAYS[from_on.weekday()]
    names = [name for offset in range((to - from_on).days) if (name := calendar.name_of(from_on + timedelta(days=offset)))]
    off: tuple[tuple[str, Detail], ...] = (("variant", "weekday"), ("weekday", weekday))
    if names:
        off = (("variant", "holiday"), ("holiday", ", ".join(dict.fromkeys(names))), ("weekday", weekday))
    return Step(StepKind.MOVED, to, limit.source, (("from_on", from_on), *off))


def ends_step(limit: Limit, due: date | datetime) -> Step:
    """Return what tells when a limit ends, and as what: a minimum, a ceiling, a guideline ..."""
    variant = "instant" if isinstance(due, datetime) else ""
    if limit.minimum:
        variant = "minimum"
    elif limit.backward:
        variant = "backward"
    elif limit.ceiling:
        variant = "ceiling"
    elif limit.guideline:
        variant = "guideline"
    return Step(StepKind.ENDS, due, limit.source, (("variant", variant),) if variant else ())


def _names(calendar: Calendar, after: date, to: date) -> str:
    """Return the names of the holidays that kept days from being counted; weekends go without saying."""
    named_days = calendar.derived.get("named")
    if not isinstance(named_days, list):
        named_days = calendar.derived["named"] = sorted(
            (on, name)
            for on in calendar.holidays
            if (name := calendar.name_of(on)) and on.weekday() not in calendar.rest_weekdays
        )
    first = bisect_left(named_days, (after + ONE_DAY,))
    last = bisect_left(named_days, (to + ONE_DAY,))
    return ", ".join(dict.fromkeys(name for _, name in named_days[first:last]))
