"""The oracle: a second engine, slow and obvious, that walks day by day where the first one calculates.

Written from the law and the header of the rulebook data, not from the engine, and sharing nothing with it but the values: it has
months, rest days, hours, pauses, restarts and extensions of its own. Where it and the engine differ, one of them is wrong.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from workbench.domain.clocks import Event
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Limit, PauseRule, Rulebook

DAY = timedelta(days=1)


class NotInForceError(Exception):
    """The rule did not hold on the day of the event that starts it."""


@dataclass(frozen=True)
class RestDays:
    """The rest days of a place, as plain sets."""

    weekdays: frozenset[int]
    holidays: Mapping[date, str]
    working: frozenset[date]
    doubtful: frozenset[date]

    def off(self, on: date, *, safe: bool = False) -> bool:
        """Return whether a day is off; the safe reading does not believe in doubtful holidays."""
        if on in self.working:
            return False
        if on.weekday() in self.weekdays:
            return True
        return on in self.holidays and not (safe and on in self.doubtful)

    def first_working_from(self, on: date) -> date:
        """Return the day itself, or the first one after it that works."""
        while self.off(on):
            on += DAY
        return on


@dataclass
class Verdict:
    """What the oracle says of one limit."""

    state: str
    due: date | datetime | None = None
    safe: date | datetime | None = None
    base_due: date | datetime | None = None
    notice_due: date | None = None
    extended_due: date | None = None
    extended: bool = False
    void: bool = False
    guide: date | datetime | None = None


@dataclass
class Question:
    """A question to the person and its answer."""

    rule: PauseRule
    at: datetime
    asked: date
    answered: date | None


@dataclass
class Reading:
    """One way to read the clock: from where it counts, and on which days it stood still."""

    safe: bool
    start: date
    still: set[date] = field(default_factory=set)


# Walking


def months_later(start: date, months: int) -> date:
    """Return the same-numbered day so many months later, or the last day of a month that has no such day."""
    year, month = start.year, start.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month > 12:
            year, month = year + 1, 1
        if month < 1:
            year, month = year - 1, 12
    day = start.day
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def walk(start: date, number: int, unit: str, first: str, rest: RestDays, *, safe: bool = False) -> date:
    """Return the day on which a period ends, counted one day after the other."""
    if unit == "month":
        return months_later(start + DAY if first == "next_day_same_date" else start, number)
    if unit == "week":
        number, unit = number * 7, "day"
    on, counted = start, 0
    if first == "event_day" and not (unit == "business_day" and rest.off(on, safe=safe)):
        counted = 1
    while counted < number:
        on += DAY
        if unit == "day" or not rest.off(on, safe=safe):
            counted += 1
    return on


def hours_later(at: datetime, number: int, zone: ZoneInfo) -> datetime:
    """Return the instant so many elapsed hours later, one hour after the other; backwards where negative."""
    moment = at.astimezone(UTC)
    for _ in range(abs(number)):
        moment += timedelta(hours=1) if number > 0 else timedelta(hours=-1)
    return moment.astimezone(zone)


def next_full_hour(at: datetime, zone: ZoneInfo) -> datetime:
    """Return the next moment at which a wall clock of the zone shows a full hour."""
    moment = at.astimezone(UTC).replace(second=0, microsecond=0)
    while moment <= at or moment.astimezone(zone).minute:
        moment += timedelta(minutes=1)
    return moment


# Reading the events


class Case:
    """The events of one case under one law at one place."""

    def __init__(self, law: Rulebook, events: Iterable[Event], rest: RestDays, zone: str, right: Right | None) -> None:
        self.law = law
        self.events = list(events)
        self.rest = rest
        self.zone = ZoneInfo(zone)
        self.right = right

    def day(self, event: Event) -> date:
        """Return the local day of an event."""
        return event.at.astimezone(self.zone).date() if isinstance(event.at, datetime) else event.at

    def moment(self, event: Event) -> datetime:
        """Return the instant of an event; a bare day is its first moment."""
        if isinstance(event.at, datetime):
            return event.at
        return datetime(event.at.year, event.at.month, event.at.day, tzinfo=self.zone)

    def called(self, name: str) -> list[Event]:
        """Return the events of a name in the order of time; the date of a request is that of its receipt where none is told."""
        found = [event for event in self.events if event.name == name]
        if not found and name == "request_dated":
            found = [event for event in self.events if event.name == "request_received"]
        return sorted(found, key=self.moment)

    def starters(self, limit: Limit) -> list[Event]:
        """Return the events that start a limit: the first of the first kind, every one of the others."""
        found: list[Event] = []
        for position, name in enumerate(limit.trigger):
            events = self.called(name)
            found += events[:1] if position == 0 else events
        return found

    def version(self, limit_id: str, on: date) -> Limit:
        """Return the rule of that name that holds on a day."""
        return next(one for one in self.law.limits if one.id == limit_id and holds(one, on))

    def pauses(self, limit: Limit) -> list[PauseRule]:
        """Return the pause rules that touch a limit."""
        if limit.kind not in {"respond", "refusal_notice"} or "request_received" not in limit.trigger:
            return []
        if self.right is not None:
            rights = {self.right}
        elif limit.every_right or Right.ACCESS in limit.rights:
            rights = {Right.ACCESS}
        else:
            rights = set(limit.rights)
        return [rule for rule in self.law.pauses if not rule.rights or set(rule.rights) & rights]

    def after(self, answer: Event, question: Event) -> bool:
        """Return whether an answer came at or after its question."""
        if isinstance(answer.at, datetime) and isinstance(question.at, datetime):
            return answer.at >= question.at
        return self.day(answer) >= self.day(question)

    def questions(self, rules: Iterable[PauseRule]) -> list[Question]:
        """Return the questions of these rules in the order of time."""
        found = []
        for rule in rules:
            for event in self.called(rule.opens):
                asked = self.day(event)
                if rule.effective_from is not None and asked < rule.effective_from:
                    continue
                answers = [one for one in self.called(rule.closes) if self.after(one, event)]
                if not answers and rule.closes == "identity_info_received":
                    answers = [one for one in self.called("identity_verified") if self.after(one, event)]
                found.append(Question(rule, self.moment(event), asked, self.day(answers[0]) if answers else None))
        return sorted(found, key=lambda question: (question.asked, question.at))


def holds(limit: Limit, on: date) -> bool:
    """Return whether a rule holds on a day."""
    return not (
        (limit.effective_from is not None and on < limit.effective_from)
        or (limit.effective_to is not None and on > limit.effective_to)
    )


# The verdict


def judge(limit: Limit, case: Case) -> Verdict:
    """Return what a limit comes to in a case."""
    starters = case.starters(limit)
    if not starters:
        return Verdict("not_started")
    latest = max(starters, key=case.moment)
    started = case.day(latest)
    if not holds(limit, started):
        raise NotInForceError
    if limit.follows:
        verdict = judge(case.version(limit.follows, started), case)
        verdict.notice_due = None
        return verdict
    if limit.period is None:
        return Verdict("open_ended", guide=_guide(limit, latest, case))
    if limit.period.unit.value == "hour":
        verdict = _judge_hours(limit, limit.period.count, latest, case)
    elif limit.backward:
        on = started
        for _ in range(limit.period.count):
            on = months_later(on, -1) if limit.period.unit.value == "month" else on - DAY
        return Verdict("running", on, on, on)
    else:
        verdict = DayClock(limit, case, starters, started).verdict()
    if limit.combine_min_with:
        other = judge(case.version(limit.combine_min_with, started), case)
        if verdict.due is not None and other.due is not None and other.safe is not None and verdict.safe is not None:
            verdict.due = verdict.base_due = min([verdict.due, other.due])
            verdict.safe = min([verdict.safe, other.safe])
    return verdict


def _guide(limit: Limit, latest: Event, case: Case) -> date | datetime | None:
    if limit.guide_period is None:
        return None
    unit = limit.guide_period.unit.value
    if unit == "hour":
        return hours_later(case.moment(latest), limit.guide_period.count, case.zone)
    first = limit.guide_first.value if limit.guide_first else ""
    on = walk(case.day(latest), limit.guide_period.count, unit, first, case.rest)
    return case.rest.first_working_from(on) if limit.guide_roll.value == "next_bd" else on


def _judge_hours(limit: Limit, number: int, latest: Event, case: Case) -> Verdict:
    if any(rule.effect.value != "none" for rule in case.pauses(limit)):
        raise NotImplementedError  # no law pauses hours
    at = case.moment(latest)
    if limit.backward:
        due = hours_later(at, -number, case.zone)
        return Verdict("running", due, due, due)
    full = limit.first is not None and limit.first.value == "next_full_hour"
    safe_full = limit.safe_first.value == "next_full_hour" if limit.safe_first else full
    due = hours_later(next_full_hour(at, case.zone) if full else at, number, case.zone)
    safe = hours_later(next_full_hour(at, case.zone) if safe_full else at, number, case.zone)
    return Verdict("running", due, min(due, safe), due)


class DayClock:
    """A clock of days, weeks, months or working days: the story is walked through question by question."""

    def __init__(self, limit: Limit, case: Case, starters: list[Event], started: date) -> None:
        self.limit = limit
        self.case = case
        self.started = started
        self.rules = case.pauses(limit)
        self.questions = case.questions(self.rules)
        self.best = Reading(safe=False, start=case.day(starters[0]))
        self.safe = Reading(safe=True, start=case.day(starters[0]))
        self.notice_still: set[date] = set()
        self.waiting: Question | None = None
        self.notice_waits = False
        self.lapsed = False
        for event in starters[1:]:
            self._start(event)
        for question in self.questions:
            if not self.lapsed and (self.waiting is not None or question.asked <= self._ends_now()):
                self._take(question)

    def _start(self, event: Event) -> None:
        """Let a later starting event count, unless it answers a question that is weighed in its turn."""
        asked = []
        for rule in self.rules:
            if rule.effect.value == "restart" and rule.closes == event.name:
                asked = [one for one in self.case.called(rule.opens) if self.case.after(event, one)]
                if any(rule.effective_from is None or self.case.day(one) >= rule.effective_from for one in asked):
                    return
        on = self.case.day(event)
        self.best.start = max(self.best.start, on)
        if not asked:  # before a pause was law, only guidance let the answer start the clock
            self.safe.start = max(self.safe.start, on)

    def _take(self, question: Question) -> None:
        rule, asked, answered = question.rule, question.asked, question.answered
        effect = rule.effect.value
        if effect == "restart_after_n" and rule.period is not None:
            last = walk(asked, rule.period.count, rule.period.unit.value, "next_day", self.case.rest)
            if answered is None:
                self._wait(question, notice=True)
            elif answered > last:
                self.lapsed = True
            else:
                self._again(last, guidance=rule.guidance)
        elif effect == "restart":
            if answered is None:
                self._wait(question, notice=True)
            else:
                self._again(answered, guidance=rule.guidance)
        elif effect.startswith("suspend"):
            if answered is None:
                self._wait(question, notice=rule.touches_extension_notice)
                return
            on = asked
            while on < answered or (on == answered and effect == "suspend_inclusive"):
                self.best.still.add(on)
                if rule.touches_extension_notice:
                    self.notice_still.add(on)
                if not rule.guidance and asked != answered:
                    self.safe.still.add(on)
                on += DAY

    def _wait(self, question: Question, *, notice: bool) -> None:
        self.waiting = self.waiting or question
        self.notice_waits = self.notice_waits or notice

    def _again(self, on: date, *, guidance: bool) -> None:
        self.best.start = max(self.best.start, on)
        if not guidance:
            self.safe.start = max(self.safe.start, on)

    # Ends

    def _roll(self, on: date) -> date:
        return self.case.rest.first_working_from(on) if self.limit.roll.value == "next_bd" else on

    def _counted(self, reading: Reading, extra: int = 0) -> date:
        """Return the end without pauses, `extra` units later than the law's number."""
        limit, period = self.limit, self.limit.period
        assert period is not None
        number, unit, first = period.count, period.unit.value, limit.first.value if limit.first else ""
        if reading.safe and limit.safe_period is not None:
            number = limit.safe_period.count
            if limit.safe_period.unit.value != unit:
                unit = limit.safe_period.unit.value
                first = "same_date" if unit == "month" else "next_day"
        if reading.safe and limit.safe_first is not None:
            first = limit.safe_first.value
        return walk(reading.start, number + extra, unit, first, self.case.rest, safe=reading.safe)

    def _stood(self, reading: Reading, end: date, still: set[date]) -> date:
        """Return the end moved by one day for each day that stood still."""
        for on in still:
            if on >= reading.start:
                end += DAY
        return end

    def _longer(self, reading: Reading, times: int) -> date | None:
        """Return the un-rolled end after so many extensions; None where the law names no length."""
        extension, period = self.limit.extension, self.limit.period
        assert period is not None
        if extension is None or extension.period is None:
            return None
        more, unit = extension.period.count, extension.period.unit
        if extension.origin.value == "start":
            assert unit is period.unit
            return self._stood(reading, self._counted(reading, more * times), reading.still)
        if unit is period.unit and unit.value == "month":
            return self._stood(reading, self._counted(reading, more * times), reading.still)
        end = self._stood(reading, self._counted(reading), reading.still)
        for _ in range(times):
            end = walk(end, more, unit.value, "next_day", self.case.rest, safe=reading.safe)
        return end

    def _ends_now(self) -> date:
        """Return when the clock ends as far as the story has been told."""
        base = self._roll(self._stood(self.best, self._counted(self.best), self.best.still))
        granted, _, until = self._notices()
        if not granted:
            return base
        longer = self._longer(self.best, granted)
        if longer is not None:
            return self._roll(longer)
        return max(base, until) if until is not None else base

    def _notice_due(self) -> date | None:
        extension = self.limit.extension
        if extension is None:
            return None
        if extension.notice_until != "base_due":
            verdict = judge(self.case.version(extension.notice_until, self.started), self.case)
            return verdict.due if isinstance(verdict.due, date) else None
        if self.notice_waits:
            return None
        return self._roll(self._stood(self.best, self._counted(self.best), self.notice_still))

    def _notices(self) -> tuple[int, bool, date | None]:
        """Return how many extensions count, whether a notice was void, and the date that the last good one states."""
        extension = self.limit.extension
        granted, void, until = 0, False, None
        if extension is None:
            return granted, void, until
        for notice in self.case.called("extension_notified"):
            on = self.case.day(notice)
            last = self._notice_due()
            if granted:
                longer = self._longer(self.best, granted)
                last = self._roll(longer) if longer is not None else until
            stated = extension.origin.value == "stated_date"
            if granted == extension.most or (last is not None and on > last) or (stated and notice.until_on is None):
                void = True
            else:
                granted, until = granted + 1, notice.until_on
        return granted, void, until

    # The answer

    def verdict(self) -> Verdict:
        """Return what the clock comes to."""
        if self.lapsed:
            return Verdict("lapsed")
        limit = self.limit
        granted, void, until = self._notices()
        base = self._stood(self.best, self._counted(self.best), self.best.still)
        due = self._roll(base)
        safe = self._stood(self.safe, self._counted(self.safe), self.safe.still)
        verdict = Verdict("running", base_due=due, notice_due=self._notice_due(), extended=granted > 0, void=void)
        if granted and limit.extension is not None:
            origin = limit.extension.origin.value
            if origin == "as_soon_as_practicable":
                verdict.state = "paused" if self.waiting else "open_ended"
                verdict.base_due = None if self.waiting else verdict.base_due
                return verdict
            if origin == "stated_date":
                due = max(due, until) if until is not None else due
                safe = max(safe, until) if until is not None else safe
            else:
                longer, safer = self._longer(self.best, granted), self._longer(self.safe, granted)
                assert longer is not None
                assert safer is not None
                due = self._roll(longer)
                safe = max(safe, min(safer, until)) if until is not None else safer
        further = self._longer(self.best, max(granted, 1))
        verdict.extended_due = self._roll(further) if further is not None else None
        if self.waiting is not None:
            verdict.state, verdict.safe = "paused", safe
            verdict.base_due = verdict.extended_due = None
            return verdict
        verdict.due = due
        verdict.safe = due if limit.minimum else min(safe, due)
        return verdict
