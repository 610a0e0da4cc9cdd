"""The reckoning: when a limit ends in one case, and every step that led there.

Pure. A day is a local date in the controller's zone; a day clock runs to the end of its due day. Hours are elapsed time (UTC
arithmetic, shown in the zone). Months always count from the original start and are clipped once. The roll comes last and once,
never for hours, minimum or backward periods. Pauses add their days (united, not summed) to the un-rolled date.
Source: law.md sections 2 and 8, header of the rulebook data.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from workbench.domain.calendars import Calendar
from workbench.domain.clocks import ClockState, Event, PauseSpan, Reckoning, Step, StepKind
from workbench.domain.compiled import (
    BASE_DUE,
    EXTENSION,
    STAND_IN,
    compile_limit,
    pauses_of,
    safe_calendar,
    safe_first_of,
)
from workbench.domain.counting import (
    ONE_DAY,
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
from workbench.domain.rights import Right
from workbench.domain.rulebooks import (
    ExtensionOrigin,
    Limit,
    LimitNotInForceError,
    PauseEffect,
    PauseRule,
    PlaceUnknownError,
    Rulebook,
    Source,
)

THIRD_PARTY: Final = "third_party"
"""The flag of a case in which a processor or another third party must act."""

_ALSO_CLOSES: Final[Mapping[str, str]] = {"identity_info_received": "identity_verified"}
_SUSPENSIONS: Final = frozenset({PauseEffect.SUSPEND_EXCLUSIVE, PauseEffect.SUSPEND_INCLUSIVE})

_Happened = Mapping[str, list[Event]]


def zone_of(rulebook: Rulebook, place: str) -> str:
    """Return the zone in which days are read at a place: the place's own, else its country's, else the law's.

    Raises:
        PlaceUnknownError: the law does not reach that place.
    """
    zones = dict(rulebook.zones)
    country = place.partition("-")[0]
    if place in zones:
        return zones[place]
    if place in rulebook.places or country in rulebook.places:
        return zones.get(country, rulebook.zone)
    raise PlaceUnknownError(law=rulebook.id, place=place)


def local_day(at: date | datetime, zone: str) -> date:
    """Return the local day of a moment; a bare day is already one."""
    return day_of(at, ZoneInfo(zone))


def starts_on(limit: Limit, events: Sequence[Event], *, zone: str) -> date | None:
    """Return the local day of the event that starts the limit, or None while none of its triggers happened."""
    trigger = _trigger(limit, _by_name(events), ZoneInfo(zone))
    return trigger.on if trigger is not None else None


def reckon(
    limit: Limit,
    rulebook: Rulebook,
    events: Sequence[Event],
    *,
    calendar: Calendar,
    zone: str,
    right: Right | None = None,
    flags: frozenset[str] = frozenset(),
    explain: bool = True,
) -> Reckoning:
    """Return when the limit ends, in its best and its safe reading, with the steps that led there.

    Args:
        limit: of the rulebook; its validity is checked against the day of its trigger.
        rulebook: the law, for pauses and for limits that this one names.
        events: what happened, in any order; instants aware, or bare local days where no hour is known. An hour clock
            counts a bare day from its first moment, the earliest reading.
        calendar: of the place; only asked where a day must roll or working days are counted.
        zone: of the controller or place.
        right: the right asked; None reads as access where the limit covers it, else as any of its rights.
        flags: of the case: `third_party`, what `double_if` names, or `<published_param>=<count>`.
        explain: False leaves the steps out.

    Raises:
        LimitNotInForceError: the limit does not hold on the day of its trigger.
        YearNotCoveredError: the calendar has no data for a year that the reckoning needs.
        InvalidInputError: an instant without a zone.
    """
    if not flags:
        compiled = compile_limit(limit, rulebook, calendar, zone=zone, explain=explain)
        begins = compiled.start_of(events)
        if begins is not None:
            return compiled.reckon(begins)
    return _reckon(limit, rulebook, events, calendar=calendar, zone=zone, right=right, flags=flags, explain=explain)


def _reckon(
    limit: Limit,
    rulebook: Rulebook,
    events: Sequence[Event],
    *,
    calendar: Calendar,
    zone: str,
    right: Right | None,
    flags: frozenset[str],
    explain: bool,
) -> Reckoning:
    """Return what `reckon` returns, by the way that knows every event."""
    happened = _by_name(events)
    tz = ZoneInfo(zone)
    trigger = _trigger(limit, happened, tz)
    if trigger is None:
        return Reckoning(limit.id, ClockState.NOT_STARTED, None, None, (), calendar_version=calendar.version)
    if (limit.effective_from is not None and trigger.on < limit.effective_from) or (
        limit.effective_to is not None and trigger.on > limit.effective_to
    ):
        raise LimitNotInForceError(rule=limit.id, on=trigger.on)
    work = _Work(limit, rulebook, happened, calendar, tz, right, flags, explain, trigger)
    if limit.follows:
        other = named(rulebook, limit.follows, on=trigger.on)
        followed = _reckon(other, rulebook, events, calendar=calendar, zone=zone, right=right, flags=flags, explain=explain)
        return replace(followed, limit_id=limit.id, extension_notice_due=None, extension_notice_safe=None)
    if limit.period is None:
        return _open_ended(work)
    found = _hours(work, limit.period) if limit.period.unit is Unit.HOUR else _days(work, limit.period)
    if limit.combine_min_with:
        other = named(rulebook, limit.combine_min_with, on=trigger.on)
        second = _reckon(other, rulebook, events, calendar=calendar, zone=zone, right=right, flags=flags, explain=explain)
        found = _earlier(found, second, other, explain=explain)
    return found


@dataclass(slots=True)
class _Trigger:
    """What starts the clock before any pause: the latest of the events that apply."""

    at: date | datetime
    on: date
    event: str
    first: Event


@dataclass(slots=True)
class _Work:
    """What one reckoning reads, and the steps it leaves."""

    limit: Limit
    rulebook: Rulebook
    happened: _Happened
    calendar: Calendar
    tz: ZoneInfo
    right: Right | None
    flags: frozenset[str]
    explain: bool
    trigger: _Trigger
    steps: list[Step] = field(default_factory=list)

    def step(self, kind: StepKind, at: date | datetime | None, source: Source | None = None, **details: Detail) -> None:
        if self.explain:
            self.steps.append(Step(kind, at, source, tuple(details.items())))


@dataclass(slots=True)
class _Question:
    """One question to the person that a pause rule speaks of, and its answer."""

    rule: PauseRule
    opened: Event
    opened_on: date
    closed: Event | None
    closed_on: date | None


@dataclass(slots=True)
class _Standing:
    """What the questions did to a clock: from where it counts, which days stood still, and what is still open."""

    stopped: set[int] = field(default_factory=set)
    safe_stopped: set[int] = field(default_factory=set)
    notice_stopped: set[int] = field(default_factory=set)
    restarts: list[tuple[date, PauseRule]] = field(default_factory=list)
    spans: list[tuple[PauseSpan, PauseRule]] = field(default_factory=list)
    open: _Question | None = None
    notice_open: bool = False
    lapsed: tuple[date, PauseRule] | None = None
    lapses: list[tuple[date, PauseRule]] = field(default_factory=list)


@dataclass(slots=True)
class _Longer:
    """What the extension notices did."""

    notice_due: date | None
    notice_safe: date | None
    granted: int = 0
    accepted: list[tuple[Event, date]] = field(default_factory=list)
    void: list[tuple[Event, date, str]] = field(default_factory=list)
    until_on: date | None = None


# Reading the events


def _by_name(events: Iterable[Event]) -> dict[str, list[Event]]:
    happened: dict[str, list[Event]] = {}
    for event in events:
        happened.setdefault(event.name, []).append(event)
    return happened


def _trigger(limit: Limit, happened: _Happened, tz: ZoneInfo) -> _Trigger | None:
    """Return the latest of the trigger events that happened; the first kind counts once, on its earliest day."""
    found: _Trigger | None = None
    for index, name in enumerate(limit.trigger):
        events = happened.get(name)
        if not events and name in STAND_IN:
            events = happened.get(STAND_IN[name])
        if not events:
            continue
        event = events[0]
        if len(events) > 1:
            event = (
                min(events, key=lambda one: instant_of(one.at, tz))
                if index == 0
                else max(events, key=lambda one: instant_of(one.at, tz))
            )
        on = day_of(event.at, tz)
        if found is None:
            found = _Trigger(event.at, on, event.name, event)
        elif instant_of(event.at, tz) > instant_of(found.at, tz):
            found = _Trigger(event.at, on, event.name, found.first)
    return found


# Counting


def _flagged(limit: Limit, period: Period, flags: frozenset[str]) -> Period:
    """Return the period that holds under the flags of the case."""
    if not flags:
        return period
    count = period.count
    if limit.third_party_count is not None and THIRD_PARTY in flags:
        count = limit.third_party_count
    if limit.double_if and limit.double_if in flags:
        count *= 2
    if limit.published_param:
        for flag in flags:
            name, _, value = flag.partition("=")
            if name == limit.published_param and value.isdecimal() and int(value) > 0:
                count = min(count, int(value))
    return Period(count, period.unit)


def _later(on: date, stopped: set[int], start: date, unit: Unit, calendar: Calendar) -> date:
    """Return the date moved by the days that stood still since the start."""
    if not stopped:
        return on
    first = start.toordinal()
    moved = on + timedelta(days=sum(1 for day in stopped if day >= first))
    return calendar.next_working_day(moved) if unit is Unit.BUSINESS_DAY and moved != on else moved


@dataclass(slots=True)
class _Reading:
    """One reading of a day clock: what it counts with. Its ends are un-rolled; the plain one is counted once per start."""

    limit: Limit
    start: date
    period: Period
    first: FirstDay | None
    stopped: set[int]
    calendar: Calendar
    rolls: bool
    counted_from: date | None = None
    counted: date = date.min

    def plain(self) -> date:
        """The end without pauses."""
        if self.counted_from != self.start:
            self.counted = count(self.start, self.period, self.first, self.calendar)
            self.counted_from = self.start
        return self.counted

    def base(self) -> date:
        """The end with pauses."""
        if not self.stopped:
            return self.plain()
        return _later(self.plain(), self.stopped, self.start, self.period.unit, self.calendar)

    def extended(self, times: int) -> date | None:
        """The end after so many extensions, with pauses; None where the law names no length."""
        extension = self.limit.extension
        if extension is None or extension.period is None:
            return None
        unit = self.period.unit
        same = extension.period.unit is unit
        if same and (extension.origin is ExtensionOrigin.START or unit is Unit.MONTH):
            whole = Period(self.period.count + times * extension.period.count, unit)
            return _later(count(self.start, whole, self.first, self.calendar), self.stopped, self.start, unit, self.calendar)
        end = self.base()
        for _ in range(times):
            end = count(end, extension.period, first_of(extension.period.unit), self.calendar)
        return end

    def roll(self, on: date) -> date:
        """The working day on which the period ends, where the law rolls."""
        return self.calendar.next_working_day(on) if self.rolls else on


# Questions to the person


def _rules_for(limit: Limit, rulebook: Rulebook, right: Right | None) -> list[PauseRule]:
    """Return the pause rules that touch this limit; they touch answers and refusals that start at receipt."""
    pauses = pauses_of(limit, rulebook)
    if not pauses:
        return []
    if right is not None:
        asked = {right}
    elif limit.every_right or Right.ACCESS in limit.rights:
        asked = {Right.ACCESS}
    else:
        asked = set(limit.rights)
    return [rule for rule in pauses if not rule.rights or asked.intersection(rule.rights)]


def _follows(answer: Event, question: Event, tz: ZoneInfo) -> bool:
    if isinstance(answer.at, datetime) and isinstance(question.at, datetime):
        return answer.at >= question.at
    return day_of(answer.at, tz) >= day_of(question.at, tz)


def _answer(rule: PauseRule, opened: Event, happened: _Happened, tz: ZoneInfo) -> Event | None:
    for name in (rule.closes, _ALSO_CLOSES.get(rule.closes, "")):
        answers = [event for event in happened.get(name, ()) if _follows(event, opened, tz)]
        if answers:
            return min(answers, key=lambda event: instant_of(event.at, tz))
    return None


def _questions(rules: Iterable[PauseRule], happened: _Happened, tz: ZoneInfo) -> list[_Question]:
    found = []
    for rule in rules:
        for opened in happened.get(rule.opens, ()):
            on = day_of(opened.at, tz)
            if rule.effective_from is None or on >= rule.effective_from:
                closed = _answer(rule, opened, happened, tz)
                found.append(_Question(rule, opened, on, closed, day_of(closed.at, tz) if closed is not None else None))
    return sorted(found, key=lambda question: (question.opened_on, instant_of(question.opened.at, tz)))


def _in_force(rule: PauseRule, on: date) -> bool:
    return rule.effective_from is None or on >= rule.effective_from


def _starts(work: _Work, rules: list[PauseRule]) -> tuple[list[date | datetime], list[date | datetime]]:
    """Return the events that start the clock before any question is weighed: of the best reading, and of the safe one.

    An answer is weighed with its question, so that a question asked after the end revives nothing. An answer without a
    question starts the clock; so does one to a question asked before the pause was law, but then by guidance only.
    """
    first = work.trigger.first
    best: list[date | datetime] = [first.at]
    safe: list[date | datetime] = [first.at]
    answers = {rule.closes: rule for rule in rules if rule.effect is PauseEffect.RESTART}
    for name in work.limit.trigger:
        if name == first.name:
            continue
        rule = answers.get(name)
        for event in work.happened.get(name, ()):
            questions = work.happened.get(rule.opens, ()) if rule is not None else ()
            asked = [day_of(one.at, work.tz) for one in questions if _follows(event, one, work.tz)]
            if rule is not None and any(_in_force(rule, on) for on in asked):
                continue
            best.append(event.at)
            if not asked:
                safe.append(event.at)
    return best, safe


def _weigh(work: _Work, reading: _Reading, safe: _Reading, standing: _Standing, question: _Question) -> None:
    """Let one question stop, restart or end a day clock; one that was asked after the end changes nothing."""
    rule, opened_on, closed_on = question.rule, question.opened_on, question.closed_on
    if standing.lapsed is not None or (standing.open is None and opened_on > _standing_end(work, reading, safe, standing)):
        return
    if rule.period is not None:
        expiry = count(opened_on, rule.period, first_of(rule.period.unit), work.calendar)
        if closed_on is None:
            standing.lapses.append((expiry, rule))
            if rule.effect is PauseEffect.RESTART_AFTER_N:
                standing.open = standing.open or question
                standing.notice_open = True
        elif closed_on > expiry:
            standing.lapsed = (expiry, rule)
        elif rule.effect is PauseEffect.RESTART_AFTER_N:
            _restart(reading, safe, standing, expiry, rule)
    elif rule.effect in _SUSPENSIONS:
        _suspend(reading, safe, standing, question)
    elif rule.effect is PauseEffect.RESTART:
        if closed_on is None:
            standing.open = standing.open or question
            standing.notice_open = True
        else:
            _restart(reading, safe, standing, closed_on, rule)


def _restart(reading: _Reading, safe: _Reading, standing: _Standing, on: date, rule: PauseRule) -> None:
    if on > reading.start:
        standing.restarts.append((on, rule))
    reading.start = max(reading.start, on)
    if not rule.guidance:
        safe.start = max(safe.start, on)


def _suspend(reading: _Reading, safe: _Reading, standing: _Standing, question: _Question) -> None:
    rule, opened_on, closed_on = question.rule, question.opened_on, question.closed_on
    if closed_on is None:
        standing.open = standing.open or question
        standing.notice_open = standing.notice_open or rule.touches_extension_notice
        return
    inclusive = rule.effect is PauseEffect.SUSPEND_INCLUSIVE
    days = set(range(opened_on.toordinal(), closed_on.toordinal() + (1 if inclusive else 0)))
    added = sum(1 for day in days - reading.stopped if day >= reading.start.toordinal())
    reading.stopped |= days
    if rule.touches_extension_notice:
        standing.notice_stopped |= days
    # Guidance takes a question answered on the same day for no pause at all, so the safe reading counts none.
    if not rule.guidance and opened_on != closed_on:
        safe.stopped |= days
    standing.spans.append((PauseSpan(opened_on, closed_on, question.rule.opens, added), rule))


# Extension


def _notices(work: _Work, reading: _Reading, safe: _Reading, standing: _Standing) -> _Longer:
    """Return until when an extension can be announced, and which notices were in time."""
    extension = work.limit.extension
    if extension is None:
        return _Longer(None, None)
    if extension.notice_until != BASE_DUE:
        due, earliest = _notice_of(work, extension.notice_until)
    elif standing.notice_open:
        due = earliest = None
    else:
        unit = reading.period.unit
        due = reading.roll(_later(reading.plain(), standing.notice_stopped, reading.start, unit, reading.calendar))
        earliest = _later(safe.plain(), standing.notice_stopped & safe.stopped, safe.start, unit, safe.calendar)
    longer = _Longer(due, min(earliest, due) if earliest is not None and due is not None else None)
    announced = work.happened.get(EXTENSION, [])
    for notice in sorted(announced, key=lambda event: instant_of(event.at, work.tz)) if len(announced) > 1 else announced:
        on = day_of(notice.at, work.tz)
        until = longer.notice_due
        if longer.granted:
            further = reading.extended(longer.granted)
            until = reading.roll(further) if further is not None else longer.until_on
        if longer.granted >= extension.most:
            longer.void.append((notice, on, "once"))
        elif until is not None and on > until:
            longer.void.append((notice, on, "late"))
        elif extension.origin is ExtensionOrigin.STATED_DATE and notice.until_on is None:
            longer.void.append((notice, on, "undated"))
        else:
            longer.granted += 1
            longer.accepted.append((notice, on))
            longer.until_on = notice.until_on
    return longer


def _notice_of(work: _Work, limit_id: str) -> tuple[date | None, date | None]:
    other = named(work.rulebook, limit_id, on=work.trigger.on)
    events = [event for events in work.happened.values() for event in events]
    zone = work.tz.key
    found = _reckon(
        other, work.rulebook, events, calendar=work.calendar, zone=zone, right=work.right, flags=work.flags, explain=False
    )
    due = day_of(found.due, work.tz) if found.due is not None else None
    return due, day_of(found.safe, work.tz) if found.safe is not None else None


def _standing_end(work: _Work, reading: _Reading, safe: _Reading, standing: _Standing) -> date:
    """Return when the clock as it now stands ends, to tell whether a question came in time."""
    base = reading.roll(reading.base())
    longer = _notices(work, reading, safe, standing)
    if not longer.granted:
        return base
    further = reading.extended(longer.granted)
    return reading.roll(further) if further is not None else max(base, longer.until_on or base)


# Day clocks


def _days(work: _Work, period: Period) -> Reckoning:
    """Return the reckoning of a limit in days, weeks, months or working days."""
    limit = work.limit
    period = _flagged(limit, period, work.flags)
    if limit.backward:
        return _days_back(work, period)
    start = safe_start = work.trigger.on
    rules: list[PauseRule] = []
    if len(work.happened) > 1:
        rules = _rules_for(limit, work.rulebook, work.right)
        best_starts, safe_starts = _starts(work, rules)
        start = max(day_of(at, work.tz) for at in best_starts)
        safe_start = max(day_of(at, work.tz) for at in safe_starts)
    reading = _Reading(limit, start, period, limit.first, set(), work.calendar, limit.roll is Roll.NEXT_BUSINESS_DAY)
    safe_period = limit.safe_period or period
    calendar = safe_calendar(work.calendar)
    safe = _Reading(limit, safe_start, safe_period, safe_first_of(limit, period), set(), calendar, rolls=False)
    standing = _Standing()
    questions = _questions(rules, work.happened, work.tz) if rules else []
    for question in questions:
        _weigh(work, reading, safe, standing, question)
    longer = _notices(work, reading, safe, standing)
    return _settle(work, reading, safe, standing, longer, questions)


def _settle(
    work: _Work, reading: _Reading, safe: _Reading, standing: _Standing, longer: _Longer, questions: list[_Question]
) -> Reckoning:
    """Return what the two readings come to, once every question and notice is weighed."""
    limit = work.limit
    if standing.lapsed is not None:
        expiry, rule = standing.lapsed
        _explain_start(work, reading, standing)
        work.step(StepKind.LAPSED, expiry, rule.source, event=rule.opens)
        return _result(work, ClockState.LAPSED, starts=reading.start)
    base = reading.base()
    base_due = reading.roll(base)
    state, end, due = _end(limit, reading, longer, base)
    safe_on = _safe_end(safe, longer, end)
    if standing.open is not None:
        state, due = ClockState.PAUSED, None
    elif due is not None and safe_on is not None:
        safe_on = due if limit.minimum else min(safe_on, due)
    if work.explain:
        _explain_days(work, reading, standing, longer, base=base, end=end, due=due)
        _explain_safe(work, reading, safe, due=due, end=end, safe_on=safe_on)
        _explain_end(work, due)
        _explain_conflict(work, questions, due)
    paused = standing.open is not None
    further = reading.extended(max(longer.granted, 1))
    return _result(
        work,
        state,
        due=due,
        safe=safe_on,
        base_due=None if paused else base_due,
        notice_due=longer.notice_due,
        notice_safe=longer.notice_safe,
        extended_due=reading.roll(further) if further is not None and not paused else None,
        extended=longer.granted > 0,
        void=bool(longer.void),
        starts=reading.start,
        pauses=_spans(standing),
    )


def _end(limit: Limit, reading: _Reading, longer: _Longer, base: date) -> tuple[ClockState, date | None, date | None]:
    """Return the state, the un-rolled end and the due day of the best reading."""
    if not longer.granted or limit.extension is None:
        return ClockState.RUNNING, base, reading.roll(base)
    if limit.extension.origin is ExtensionOrigin.AS_SOON_AS_PRACTICABLE:
        return ClockState.OPEN_ENDED, None, None
    further = reading.extended(longer.granted)
    if further is not None:
        return ClockState.RUNNING, further, reading.roll(further)
    due = max(reading.roll(base), longer.until_on or base)
    return ClockState.RUNNING, due, due


def _safe_end(safe: _Reading, longer: _Longer, end: date | None) -> date | None:
    """Return the end of the safe reading; a date that the notice itself promised binds it."""
    base = safe.base()
    if not longer.granted:
        return base
    further = safe.extended(longer.granted)
    if further is None:
        return max(base, longer.until_on or base) if end is not None else None
    return max(base, min(further, longer.until_on)) if longer.until_on is not None else further


def _spans(standing: _Standing) -> tuple[PauseSpan, ...]:
    spans = [span for span, _ in standing.spans]
    if standing.open is not None:
        spans.append(PauseSpan(standing.open.opened_on, None, standing.open.rule.opens, 0))
    return tuple(spans)


def _days_back(work: _Work, period: Period) -> Reckoning:
    """Return the reckoning of a period that ends before its event; it is never rolled forward."""
    on = count_back(work.trigger.on, period)
    work.step(StepKind.RECEIVED, work.trigger.at, None, event=work.trigger.event)
    work.step(StepKind.COUNTED, on, work.limit.source, variant="back", count=period.count, unit=period.unit.value)
    _explain_end(work, on)
    return _result(work, ClockState.RUNNING, due=on, safe=on, base_due=on, starts=work.trigger.on)


# Hour clocks


@dataclass(slots=True)
class _Elapsed:
    """An hour clock while its questions are weighed: instants in UTC or any zone, `stood` the time it stood still."""

    start: datetime
    safe_start: datetime
    counted_to: datetime
    length: timedelta
    stood: timedelta = timedelta()
    spans: list[PauseSpan] = field(default_factory=list)
    open: _Question | None = None


def _hours(work: _Work, period: Period) -> Reckoning:
    """Return the reckoning of a limit in hours: elapsed time, never rolled."""
    limit, tz = work.limit, work.tz
    period = _flagged(limit, period, work.flags)
    if limit.backward:
        return _hours_back(work, period)
    rules = _rules_for(limit, work.rulebook, work.right) if len(work.happened) > 1 else []
    best, earliest = _starts(work, rules)
    start = max(instant_of(at, tz) for at in best)
    clock = _Elapsed(start, max(instant_of(at, tz) for at in earliest), start, timedelta(hours=period.count))
    questions = _questions(rules, work.happened, tz) if rules else []
    for question in questions:
        _weigh_hours(clock, question, tz)
    begins = full_hour(clock.start, tz) if limit.first is FirstDay.NEXT_FULL_HOUR else clock.start
    safe_begins = clock.safe_start
    if (limit.safe_first or limit.first) is FirstDay.NEXT_FULL_HOUR:
        safe_begins = full_hour(safe_begins, tz)
    counted = (begins.astimezone(UTC) + clock.length).astimezone(tz)
    end = (begins.astimezone(UTC) + clock.length + clock.stood).astimezone(tz)
    due = end if clock.open is None else None
    safe = elapsed(safe_begins, (limit.safe_period or period).count, tz)
    safe = min(safe, due) if due is not None else safe
    if work.explain:
        _explain_hours(work, clock, period, begins=begins.astimezone(tz), counted=counted)
        if safe != due:
            work.step(StepKind.SAFE, safe, limit.source, variant="count" if due is not None else "standing")
        _explain_end(work, due)
        _explain_conflict(work, questions, due)
    state = ClockState.RUNNING if due is not None else ClockState.PAUSED
    spans = tuple(clock.spans)
    return _result(work, state, due=due, safe=safe, base_due=due, starts=begins.astimezone(tz), pauses=spans)


def _weigh_hours(clock: _Elapsed, question: _Question, tz: ZoneInfo) -> None:
    """Let one question stop or restart an hour clock; one that was asked after the end changes nothing."""
    rule, asked = question.rule, instant_of(question.opened.at, tz)
    if rule.effect is PauseEffect.NONE or (clock.open is None and asked > clock.start + clock.length + clock.stood):
        return
    if question.closed is None or question.closed_on is None:
        clock.open = clock.open or question
        clock.spans.append(PauseSpan(question.opened_on, None, rule.opens, 0))
        return
    answered = instant_of(question.closed.at, tz)
    if rule.effect in _SUSPENSIONS:
        clock.stood += max(answered - max(asked, clock.counted_to), timedelta())
        clock.counted_to = max(clock.counted_to, answered)
        days = (question.closed_on - question.opened_on).days
        clock.spans.append(PauseSpan(question.opened_on, question.closed_on, rule.opens, days))
    else:
        clock.start = max(clock.start, answered)
        clock.safe_start = max(clock.safe_start, answered)


def _explain_hours(work: _Work, clock: _Elapsed, period: Period, *, begins: datetime, counted: datetime) -> None:
    first, tz = work.trigger.first, work.tz
    work.step(StepKind.RECEIVED, instant_of(first.at, tz), None, event=first.name)
    if begins != instant_of(first.at, tz):
        full = work.limit.first is FirstDay.NEXT_FULL_HOUR
        details: dict[str, Detail] = {"variant": "next_full_hour"} if full else {}
        work.step(StepKind.STARTED, begins, work.limit.source, event=work.trigger.event, **details)
    work.step(StepKind.COUNTED, counted, work.limit.source, count=period.count, unit=period.unit.value)
    for span in clock.spans:
        if span.closed_on is not None:
            end = (counted.astimezone(UTC) + clock.stood).astimezone(tz)
            details = {"event": span.event, "from_on": span.opened_on, "to_on": span.closed_on, "days": span.days}
            work.step(StepKind.PAUSED, end, work.limit.source, **details)
    if clock.open is not None:
        work.step(StepKind.STILL_PAUSED, clock.open.opened_on, clock.open.rule.source, event=clock.open.rule.opens)


def _hours_back(work: _Work, period: Period) -> Reckoning:
    begins = instant_of(work.trigger.at, work.tz)
    due = elapsed(begins, -period.count, work.tz)
    work.step(StepKind.RECEIVED, begins, None, event=work.trigger.event)
    work.step(StepKind.COUNTED, due, work.limit.source, variant="back", count=period.count, unit=period.unit.value)
    _explain_end(work, due)
    return _result(work, ClockState.RUNNING, due=due, safe=due, base_due=due, starts=begins)


# Open-ended duties, and limits that name another


def _open_ended(work: _Work) -> Reckoning:
    """Return the reckoning of a duty without a number: no statutory date, only the labelled target where there is one."""
    limit, tz = work.limit, work.tz
    first = work.trigger.first
    guide: date | datetime | None = None
    period = limit.guide_period
    if period is not None and period.unit is Unit.HOUR:
        begins = instant_of(work.trigger.at, tz)
        begins = full_hour(begins, tz) if limit.guide_first is FirstDay.NEXT_FULL_HOUR else begins
        guide = elapsed(begins, period.count, tz)
    elif period is not None:
        guide = count(work.trigger.on, period, limit.guide_first, work.calendar)
        guide = work.calendar.next_working_day(guide) if limit.guide_roll is Roll.NEXT_BUSINESS_DAY else guide
    work.step(StepKind.RECEIVED, first.at, None, event=first.name)
    work.step(StepKind.OPEN_ENDED, None, limit.source)
    if guide is not None and period is not None:
        work.step(StepKind.GUIDE, guide, limit.source, count=period.count, unit=period.unit.value)
    return _result(work, ClockState.OPEN_ENDED, starts=work.trigger.at, guide=guide)


def _earlier(found: Reckoning, second: Reckoning, other: Limit, *, explain: bool) -> Reckoning:
    """Return the reckoning with the earlier of the two ends, where the other limit runs too."""
    due, safe = found.due, found.safe
    if due is None or second.due is None:
        return found
    if _before(second.due, due):
        due = second.due
    if safe is None or (second.safe is not None and _before(second.safe, safe)):
        safe = second.safe
    steps = found.steps
    if explain and (due, safe) != (found.due, found.safe):
        ends: tuple[Step, ...] = steps[-1:]
        if due != found.due:
            ends = (Step(StepKind.ENDS, due, other.source, (("variant", "earlier_limit"), ("rule", other.id))),)
        earliest: tuple[Step, ...] = ()
        if safe is not None and safe != due:
            earliest = (Step(StepKind.SAFE, safe, other.source, (("variant", "count"),)),)
        steps = (*_without_end(found.steps), *_without_end(second.steps), *earliest, *ends)
    return replace(found, due=due, safe=safe, base_due=due, steps=steps)


def _without_end(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.kind not in {StepKind.SAFE, StepKind.ENDS})


def _before(one: date | datetime, other: date | datetime) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return one.isoformat()[:10] < other.isoformat()[:10]


# The answer, and the steps that explain it


def _result(  # noqa: PLR0913  one argument for each field of the answer
    work: _Work,
    state: ClockState,
    *,
    due: date | datetime | None = None,
    safe: date | datetime | None = None,
    base_due: date | datetime | None = None,
    notice_due: date | None = None,
    notice_safe: date | None = None,
    extended_due: date | None = None,
    extended: bool = False,
    void: bool = False,
    starts: date | datetime | None = None,
    guide: date | datetime | None = None,
    pauses: tuple[PauseSpan, ...] = (),
) -> Reckoning:
    return Reckoning(
        limit_id=work.limit.id,
        state=state,
        due=due,
        safe=safe,
        steps=tuple(work.steps),
        base_due=base_due,
        extension_notice_due=notice_due,
        extended_due=extended_due,
        extended=extended,
        extension_void=void,
        starts=starts,
        guide=guide,
        pauses=pauses,
        calendar_version=work.calendar.version,
        extension_notice_safe=notice_safe,
    )


def _explain_start(work: _Work, reading: _Reading, standing: _Standing) -> None:
    first = work.trigger.first
    work.step(StepKind.RECEIVED, first.at, None, event=first.name)
    restarted = {on for on, _ in standing.restarts}
    if reading.start != day_of(first.at, work.tz) and reading.start not in restarted:
        work.step(StepKind.STARTED, reading.start, work.limit.source, event=work.trigger.event)
    for on, rule in standing.restarts:
        work.step(StepKind.RESTARTED, on, rule.source, event=rule.closes)


def _explain_days(
    work: _Work,
    reading: _Reading,
    standing: _Standing,
    longer: _Longer,
    *,
    base: date,
    end: date | None,
    due: date | None,
) -> None:
    """Leave the steps of a day clock in the order in which the law takes them."""
    _explain_start(work, reading, standing)
    running = reading.plain()
    work.steps += counted_steps(
        work.limit, work.calendar, start=reading.start, period=reading.period, first=reading.first, plain=running
    )
    for span, rule in standing.spans:
        if span.closed_on is not None:
            running += timedelta(days=span.days)
            work.step(
                StepKind.PAUSED,
                running,
                rule.source,
                event=span.event,
                from_on=span.opened_on,
                to_on=span.closed_on,
                days=span.days,
            )
    extension = work.limit.extension
    for number, (_, on) in enumerate(longer.accepted, start=1):
        _explain_extension(work, reading, number, on, end)
    if longer.accepted and work.limit.partial_compliance and standing.open is None:
        work.step(StepKind.EXTENDED, reading.roll(base), work.limit.source, variant="partial")
    for _, on, why in longer.void:
        late = {"until_on": longer.notice_due} if why == "late" and longer.notice_due is not None else {}
        work.step(StepKind.EXTENSION_VOID, on, work.limit.source, variant=why, **late)
    for expiry, rule in standing.lapses:
        work.step(StepKind.LAPSED, expiry, rule.source, variant="unless", event=rule.opens)
    if standing.open is not None:
        work.step(StepKind.STILL_PAUSED, standing.open.opened_on, standing.open.rule.source, event=standing.open.rule.opens)
        return
    stated = longer.granted and extension is not None and extension.origin is ExtensionOrigin.STATED_DATE
    unrolled = base if end is None or stated else end
    if due is not None and due != unrolled and not stated:
        work.steps.append(moved_step(work.limit, work.calendar, from_on=unrolled, to=due))


def _explain_extension(work: _Work, reading: _Reading, number: int, notified_on: date, end: date | None) -> None:
    extension = work.limit.extension
    if extension is None:
        return
    further = reading.extended(number)
    if extension.period is not None and further is not None:
        period = extension.period
        work.step(
            StepKind.EXTENDED, further, work.limit.source, notified_on=notified_on, count=period.count, unit=period.unit.value
        )
    else:
        variant = "stated" if extension.origin is ExtensionOrigin.STATED_DATE else "open"
        work.step(StepKind.EXTENDED, end, work.limit.source, variant=variant, notified_on=notified_on)


def _explain_safe(
    work: _Work, reading: _Reading, safe: _Reading, *, due: date | None, end: date | None, safe_on: date | None
) -> None:
    if safe_on is None or safe_on == due:
        return
    if due is None:
        variant = "standing"
    elif safe.start != reading.start or safe.stopped != reading.stopped:
        variant = "guidance"
    else:
        variant = "roll" if safe_on == end else "count"
    work.step(StepKind.SAFE, safe_on, work.limit.source, variant=variant)


def _explain_end(work: _Work, due: date | datetime | None) -> None:
    if due is not None and work.explain:
        work.steps.append(ends_step(work.limit, due))


def _explain_conflict(work: _Work, questions: list[_Question], due: date | datetime | None) -> None:
    """Say where a clock that nothing pauses ends before the person's identity is proved."""
    for question in questions:
        if due is None or question.rule.effect is not PauseEffect.NONE or question.rule.opens != "identity_requested":
            continue
        end = due if isinstance(due, datetime) else datetime(due.year, due.month, due.day, tzinfo=work.tz) + ONE_DAY
        asked_late = instant_of(question.opened.at, work.tz) > end
        if not asked_late and (question.closed is None or instant_of(question.closed.at, work.tz) > end):
            work.step(
                StepKind.IDENTITY_CONFLICT, due, question.rule.source, event=question.rule.opens, from_on=question.opened_on
            )
