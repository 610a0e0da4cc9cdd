"""Limits compiled for one calendar: what a limit comes to when nothing happened but its start, kept by start day.

Most clocks of an office are plain: a request came in, and nothing that the limit listens to followed. Their reckonings
depend on the day alone, are immutable and therefore shared. A result equals that of `reckon`, steps included; a clock to
which more happened is `reckon`'s. What is kept ends with the calendar and never exceeds a fixed number of reckonings.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from workbench.domain.calendars import Calendar
from workbench.domain.clocks import ClockState, Event, Reckoning, Step, StepKind
from workbench.domain.counting import (
    count,
    count_back,
    counted_steps,
    day_of,
    elapsed,
    ends_step,
    first_of,
    full_hour,
    instant_of,
    moved_step,
    named,
)
from workbench.domain.errors import Detail
from workbench.domain.periods import FirstDay, Period, Roll, Unit
from workbench.domain.rulebooks import (
    ExtensionOrigin,
    Limit,
    LimitKind,
    LimitNotInForceError,
    PauseEffect,
    PauseRule,
    Rulebook,
)

BASE_DUE: Final = "base_due"
EXTENSION: Final = "extension_notified"
RECEIVED: Final = "request_received"
STAND_IN: Final = {"request_dated": RECEIVED}
"""The event that counts where another one is missing (CA: the date of a request that bears none)."""

_PAUSED_KINDS: Final = frozenset({LimitKind.RESPOND.value, LimitKind.REFUSAL_NOTICE.value})
_MOST_KEPT: Final = 16_384
_MOST_COMPILED: Final = 256


def pauses_of(limit: Limit, rulebook: Rulebook) -> tuple[PauseRule, ...]:
    """Return the pause rules that can touch a limit: answers and refusals that start at receipt."""
    if limit.kind not in _PAUSED_KINDS or RECEIVED not in limit.trigger:
        return ()
    return rulebook.pauses


def safe_calendar(calendar: Calendar) -> Calendar:
    """Return the safe reading of a calendar, worked out once."""
    if not calendar.doubtful_days:
        return calendar
    found = calendar.derived.get("safe")
    if not isinstance(found, Calendar):
        found = calendar.derived["safe"] = calendar.safe_reading()
    return found


def safe_first_of(limit: Limit, period: Period) -> FirstDay | None:
    """Return the first-day rule of the safe reading of a limit whose period is `period`."""
    if limit.safe_first is not None:
        return limit.safe_first
    if limit.safe_period is not None and limit.safe_period.unit is not period.unit:
        return first_of(limit.safe_period.unit)
    return limit.first


def compile_limit(limit: Limit, rulebook: Rulebook, calendar: Calendar, *, zone: str, explain: bool = False) -> "CompiledLimit":
    """Return the limit compiled for a calendar; the same one each time while the calendar lives.

    Args:
        limit: of the rulebook.
        rulebook: the law, for its pauses and for limits that this one names.
        calendar: of the place.
        zone: in which days are read.
        explain: whether the reckonings carry their steps.
    """
    kept = calendar.derived
    key = (id(limit), zone, explain)
    found = kept.get(key)
    if isinstance(found, CompiledLimit) and found.limit is limit and found.rulebook is rulebook:
        return found
    if len(kept) > _MOST_COMPILED:
        kept.clear()
    room = kept.get("room")
    if not isinstance(room, _Room):
        room = kept["room"] = _Room()
    compiled = CompiledLimit(limit, rulebook, calendar, zone=zone, explain=explain, room=room)
    kept[key] = compiled
    room.tables[key] = compiled.table
    return compiled


class _Room:
    """How many more reckonings one calendar keeps."""

    __slots__ = ("left", "tables")

    def __init__(self) -> None:
        self.left = _MOST_KEPT
        self.tables: dict[object, dict[date, Reckoning]] = {}

    def take(self) -> None:
        self.left -= 1
        if self.left < 0:
            for table in self.tables.values():
                table.clear()
            self.left = _MOST_KEPT


class _ByDay(dict[date, Reckoning]):
    """Reckonings by the bare day on which the clock starts, worked out when they are first asked for."""

    __slots__ = ("fill", "room")

    def __init__(self, fill: Callable[[date], Reckoning], room: _Room) -> None:
        super().__init__()
        self.fill = fill
        self.room = room

    def __missing__(self, start: date) -> Reckoning:
        found = self.fill(start)
        if not isinstance(start, datetime):
            self.room.take()
            self[start] = found
        return found


class CompiledLimit:
    """One limit of a rulebook for one calendar and zone.

    `plain` is false where even an undisturbed clock of it is not told by its start alone; only `reckon` counts that.
    `hears` are the events that can change what it comes to, `table` the reckonings kept by the bare day of the start.
    """

    __slots__ = (
        "_asks_day",
        "_counts_days",
        "_longer",
        "_received",
        "_tz",
        "calendar",
        "event",
        "explain",
        "hears",
        "limit",
        "plain",
        "rulebook",
        "table",
    )

    def __init__(self, limit: Limit, rulebook: Rulebook, calendar: Calendar, *, zone: str, explain: bool, room: _Room) -> None:
        self.limit = limit
        self.rulebook = rulebook
        self.calendar = calendar
        self.explain = explain
        self.event = limit.trigger[0]
        self.hears = _hears(limit, rulebook, explain=explain)
        self.plain = _is_plain(limit, rulebook)
        self._counts_days = bool(limit.follows) or (limit.period is not None and limit.period.unit is not Unit.HOUR)
        period_in_force = limit.effective_from is not None or limit.effective_to is not None
        self._asks_day = self._counts_days or limit.period is None or period_in_force or bool(limit.combine_min_with)
        self._tz = ZoneInfo(zone)
        self._longer = _longer_of(limit)
        self._received: tuple[tuple[str, Detail], ...] = (("event", self.event),)
        self.table = _ByDay(self._count, room)

    def start_of(self, events: Sequence[Event]) -> date | datetime | None:
        """Return when the clock starts if nothing else that it hears happened, else None."""
        if not self.plain:
            return None
        found: Event | None = None
        hears = self.hears
        for event in events:
            if event.name in hears:
                if found is not None:
                    return None
                found = event
        return found.at if found is not None and found.name == self.event else None

    def reckon(self, starts: date | datetime) -> Reckoning:
        """Return what the limit comes to when nothing happened but its start.

        Args:
            starts: an aware instant, or a bare local day.

        Raises:
            LimitNotInForceError: the limit does not hold on that day.
            YearNotCoveredError: the calendar has no data for a year that the reckoning needs.
            InvalidInputError: an instant without a zone.
        """
        return self._at(starts) if isinstance(starts, datetime) else self.table[starts]

    def reckon_many(self, starts: Iterable[date | datetime]) -> list[Reckoning]:
        """Return the reckoning of each start, in order; as `reckon`."""
        return list(map(self.table.__getitem__, starts))

    # One start

    def _at(self, start: datetime) -> Reckoning:
        if self._counts_days:
            shared = self.table[day_of(start, self._tz)]
            return _told(shared, Step(StepKind.RECEIVED, start, None, self._received)) if self.explain else shared
        return self._count(start)

    def _count(self, start: date | datetime) -> Reckoning:
        if self._counts_days and isinstance(start, datetime):
            return self._at(start)
        on = day_of(start, self._tz) if self._asks_day or not isinstance(start, datetime) else start
        limit, period = self.limit, self.limit.period
        if (limit.effective_from is not None and on < limit.effective_from) or (
            limit.effective_to is not None and on > limit.effective_to
        ):
            raise LimitNotInForceError(rule=limit.id, on=on)
        if limit.combine_min_with:
            named(self.rulebook, limit.combine_min_with, on=on)
        if limit.follows:
            other = named(self.rulebook, limit.follows, on=on)
            compiled = compile_limit(other, self.rulebook, self.calendar, zone=self._tz.key, explain=self.explain)
            return replace(compiled.reckon(on), limit_id=limit.id, extension_notice_due=None, extension_notice_safe=None)
        if period is None:
            return self._open_ended(start, on)
        if self._counts_days:
            return self._back(on, period) if limit.backward else self._days(on, period)
        return self._hours(instant_of(start, self._tz), period.count)

    def _days(self, start: date, period: Period) -> Reckoning:
        limit, calendar = self.limit, self.calendar
        first, rolls = limit.first, limit.roll is Roll.NEXT_BUSINESS_DAY
        plain = count(start, period, first, calendar)
        due = calendar.next_working_day(plain) if rolls else plain
        safe_plain = safe = plain
        if limit.safe_period is not None or limit.safe_first is not None or calendar.doubtful_days:
            safe_plain = count(start, limit.safe_period or period, safe_first_of(limit, period), safe_calendar(calendar))
            safe = min(safe_plain, due)
        if limit.minimum:
            safe = due
        notice_due, notice_safe = self._notice(start, due, safe_plain)
        extended = self._extended(start, plain)
        return Reckoning(
            limit.id,
            ClockState.RUNNING,
            due,
            safe,
            self._day_steps(start, period, plain, due, safe) if self.explain else (),
            due,
            notice_due,
            calendar.next_working_day(extended) if rolls and extended is not None else extended,
            starts=start,
            calendar_version=calendar.version,
            extension_notice_safe=notice_safe,
        )

    def _notice(self, start: date, due: date, safe_plain: date) -> tuple[date | None, date | None]:
        """Return until when an extension can be announced, in the best and in the safe reading."""
        extension = self.limit.extension
        if extension is None:
            return None, None
        if extension.notice_until == BASE_DUE:
            return due, min(safe_plain, due)
        other = named(self.rulebook, extension.notice_until, on=start)
        compiled = compile_limit(other, self.rulebook, self.calendar, zone=self._tz.key)
        found = compiled.reckon(start)
        last = day_of(found.due, self._tz) if found.due is not None else None
        earliest = day_of(found.safe, self._tz) if found.safe is not None else None
        return last, min(earliest, last) if earliest is not None and last is not None else None

    def _extended(self, start: date, plain: date) -> date | None:
        """Return the un-rolled end that an extension announced in time would give."""
        if self._longer is None:
            return None
        whole, longer = self._longer
        if whole:
            return count(start, longer, self.limit.first, self.calendar)
        return count(plain, longer, first_of(longer.unit), self.calendar)

    def _day_steps(self, start: date, period: Period, plain: date, due: date, safe: date) -> tuple[Step, ...]:
        limit, calendar = self.limit, self.calendar
        steps = [
            Step(StepKind.RECEIVED, start, None, self._received),
            *counted_steps(limit, calendar, start=start, period=period, first=limit.first, plain=plain),
        ]
        if due != plain:
            steps.append(moved_step(limit, calendar, from_on=plain, to=due))
        if safe != due:
            variant = "roll" if safe == plain else "count"
            steps.append(Step(StepKind.SAFE, safe, limit.source, (("variant", variant),)))
        steps.append(ends_step(limit, due))
        return tuple(steps)

    def _back(self, start: date, period: Period) -> Reckoning:
        on = count_back(start, period)
        steps: tuple[Step, ...] = ()
        if self.explain:
            steps = (Step(StepKind.RECEIVED, start, None, self._received), _counted(self.limit, period, on, back=True))
            steps = (*steps, ends_step(self.limit, on))
        version = self.calendar.version
        return Reckoning(self.limit.id, ClockState.RUNNING, on, on, steps, base_due=on, starts=start, calendar_version=version)

    def _hours(self, start: datetime, hours: int) -> Reckoning:
        limit, tz = self.limit, self._tz
        if limit.backward:
            due = safe = elapsed(start, -hours, tz)
            begins = start
        else:
            safe_first, safe_period = limit.safe_first or limit.first, limit.safe_period
            begins = full_hour(start, tz) if limit.first is FirstDay.NEXT_FULL_HOUR else start
            due = safe = elapsed(begins, hours, tz)
            if safe_first is not limit.first or safe_period is not None:
                safe_begins = full_hour(start, tz) if safe_first is FirstDay.NEXT_FULL_HOUR else start
                safe = min(elapsed(safe_begins, safe_period.count if safe_period is not None else hours, tz), due)
            begins = begins.astimezone(tz)
        steps: tuple[Step, ...] = ()
        if self.explain:
            steps = (Step(StepKind.RECEIVED, start, None, self._received),)
            if begins != start:
                details = (("event", self.event), ("variant", "next_full_hour"))
                steps = (*steps, Step(StepKind.STARTED, begins, limit.source, details))
            steps = (*steps, _counted(limit, Period(hours, Unit.HOUR), due, back=limit.backward))
            if safe != due:
                steps = (*steps, Step(StepKind.SAFE, safe, limit.source, (("variant", "count"),)))
            steps = (*steps, ends_step(limit, due))
        return Reckoning(
            limit.id,
            ClockState.RUNNING,
            due,
            safe,
            steps,
            due,
            starts=begins,
            calendar_version=self.calendar.version,
        )

    def _open_ended(self, start: date | datetime, on: date) -> Reckoning:
        limit, tz = self.limit, self._tz
        guide: date | datetime | None = None
        period = limit.guide_period
        if period is not None and period.unit is Unit.HOUR:
            begins = instant_of(start, tz)
            begins = full_hour(begins, tz) if limit.guide_first is FirstDay.NEXT_FULL_HOUR else begins
            guide = elapsed(begins, period.count, tz)
        elif period is not None:
            guide = count(on, period, limit.guide_first, self.calendar)
            guide = self.calendar.next_working_day(guide) if limit.guide_roll is Roll.NEXT_BUSINESS_DAY else guide
        steps: tuple[Step, ...] = ()
        if self.explain:
            steps = (Step(StepKind.RECEIVED, start, None, self._received), Step(StepKind.OPEN_ENDED, None, limit.source))
            if guide is not None and period is not None:
                details = (("count", period.count), ("unit", period.unit.value))
                steps = (*steps, Step(StepKind.GUIDE, guide, limit.source, details))
        version = self.calendar.version
        return Reckoning(
            limit.id, ClockState.OPEN_ENDED, None, None, steps, starts=start, guide=guide, calendar_version=version
        )


def _counted(limit: Limit, period: Period, at: date | datetime, *, back: bool) -> Step:
    details: tuple[tuple[str, Detail], ...] = (("count", period.count), ("unit", period.unit.value))
    return Step(StepKind.COUNTED, at, limit.source, (("variant", "back"), *details) if back else details)


def _told(shared: Reckoning, received: Step) -> Reckoning:
    """Return a shared reckoning of a plain day clock with the receipt told to the minute."""
    return Reckoning(
        shared.limit_id,
        shared.state,
        shared.due,
        shared.safe,
        (received, *shared.steps[1:]),
        shared.base_due,
        shared.extension_notice_due,
        shared.extended_due,
        starts=shared.starts,
        calendar_version=shared.calendar_version,
        extension_notice_safe=shared.extension_notice_safe,
    )


def _longer_of(limit: Limit) -> tuple[bool, Period] | None:
    """Return what one extension counts: the whole period from the start (true), or its own from the base date (false)."""
    extension, period = limit.extension, limit.period
    if extension is None or extension.period is None or period is None:
        return None
    longer, unit = extension.period, period.unit
    if longer.unit is unit and (extension.origin is ExtensionOrigin.START or unit is Unit.MONTH):
        return True, Period(period.count + longer.count, unit)
    return False, longer


def _others(limit: Limit, rulebook: Rulebook) -> list[Limit]:
    """Return the limits that this one names, in every version."""
    names = {limit.follows, limit.combine_min_with} - {""}
    if limit.extension is not None and limit.extension.notice_until != BASE_DUE:
        names.add(limit.extension.notice_until)
    return [other for other in rulebook.limits if other.id in names]


def _hears(limit: Limit, rulebook: Rulebook, *, explain: bool) -> frozenset[str]:
    """Return the events that can change what a limit comes to: its starts, questions, notices, and those of limits it names.

    An answer without its question changes nothing, unless it is a start. A question that stops nothing is only told.
    """
    found = set(limit.trigger)
    found.update(STAND_IN[name] for name in limit.trigger if name in STAND_IN)
    for rule in pauses_of(limit, rulebook):
        if explain or rule.effect is not PauseEffect.NONE:
            found.add(rule.opens)
    if limit.extension is not None:
        found.add(EXTENSION)
    for other in _others(limit, rulebook):
        found |= _hears(other, rulebook, explain=explain)
    return frozenset(found)


def _is_plain(limit: Limit, rulebook: Rulebook) -> bool:
    """Return whether the start alone tells what the undisturbed limit comes to, and by its day where it counts days."""
    event = limit.trigger[0]
    for other in _others(limit, rulebook):
        starts = {STAND_IN.get(name, name) for name in other.trigger} | set(other.trigger)
        counts_days = other.period is not None and other.period.unit is not Unit.HOUR and not other.combine_min_with
        if limit.combine_min_with == other.id:
            fits = event not in starts
        elif limit.follows == other.id:
            fits = counts_days and event == other.trigger[0]
        else:
            fits = counts_days and event in starts
        if not fits:
            return False
    return True
