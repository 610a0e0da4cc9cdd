"""The clocks of one case: its events, the rulebooks of its laws and its kept calendars, folded into due dates.

Pure: the same case gives the same clocks on every machine and on every day. What depends on today (late, too late to
extend) is asked of a clock with `now`. A day clock is met when the answer left before the end of its due day in the zone
of the law; an hour clock when it left at its instant or before.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from workbench.domain.calendars import Calendar, YearNotCoveredError
from workbench.domain.cases import Case, CaseEvent, CaseKind, EventKind, LawPlace
from workbench.domain.clocks import ClockState, Event, Override, Reckoning, Step, StepKind
from workbench.domain.decisions import REFUSING
from workbench.domain.phases import authority_words, left_untold, withdrawn_rights
from workbench.domain.reckon import reckon, zone_of
from workbench.domain.rights import Right
from workbench.domain.rulebooks import EVENT_NAMES, Limit, LimitKind, Rulebook

MET = "met"
MET_LATE = "met_late"
EXTENSION_NOTICE = "extension_notice"
HOUSE_ACK = "house_ack"
HOUSE_LIMIT = "house.acknowledge"
AUTHORITY_DEADLINE = "authority_deadline"
AUTHORITY_LIMIT = "authority.answer"
"""The kind and the id of the deadline that an authority set itself: no law's limit, and moved by the authority alone."""

_REQUEST_KINDS = (LimitKind.RESPOND, LimitKind.ACK, LimitKind.REFUSAL_NOTICE, LimitKind.NOTIFY_OUTCOME)
_TELLING = frozenset({EventKind.COMPLIED, EventKind.REFUSED})
_ENDED_BY: Mapping[LimitKind, frozenset[EventKind]] = {
    LimitKind.IMPLEMENT: frozenset({EventKind.COMPLIED, EventKind.ERASURE_DONE, EventKind.RESTRICTION_DONE}),
    LimitKind.APPEAL: _TELLING,
    LimitKind.COMPLAINT_ACK: frozenset({EventKind.ACKNOWLEDGED, EventKind.COMPLIED}),
    LimitKind.COMPLAINT_OUTCOME: _TELLING,
    LimitKind.COMPLAINT: _TELLING,
    LimitKind.ENQUIRY: _TELLING | {EventKind.SUBMISSION_SENT},
    LimitKind.REGULATOR_ENQUIRY: _TELLING | {EventKind.SUBMISSION_SENT},
    LimitKind.INFORMATION: frozenset({EventKind.SUBJECTS_NOTIFIED, *_TELLING}),
    LimitKind.BREACH_ASSESS: frozenset({EventKind.BREACH_ASSESSED_NOTIFIABLE, EventKind.RISK_ASSESSED}),
    LimitKind.BREACH_AUTHORITY: frozenset({EventKind.BREACH_REPORTED_INITIAL}),
    LimitKind.BREACH_PROCESSOR: frozenset(),
    LimitKind.BREACH_SUBJECT: frozenset({EventKind.SUBJECTS_NOTIFIED}),
    LimitKind.BREACH_FINAL: frozenset({EventKind.BREACH_REPORTED_FINAL}),
    LimitKind.NOTICE_BEFORE: frozenset({EventKind.SUBJECTS_NOTIFIED}),
}
NOT_OWED = frozenset(
    {LimitKind.SUBJECT_WINDOW.value, LimitKind.LAPSE.value, LimitKind.RETENTION.value, LimitKind.COOLING_OFF.value}
)
"""Kinds of limits that are not the office's to meet: the person's own window, a lapse, a minimum."""
_UNDER_A_LAW = frozenset({EventKind.BREACH_REPORTED_INITIAL, EventKind.BREACH_REPORTED_FINAL, EventKind.SUBJECTS_NOTIFIED})
_NOT_TOLD: Mapping[LimitKind, str] = {
    LimitKind.BREACH_AUTHORITY: "authority",
    LimitKind.BREACH_FINAL: "authority",
    LimitKind.BREACH_SUBJECT: "subjects",
}
_WITHOUT_ANSWER: Mapping[LimitKind, EventKind] = {
    LimitKind.ENQUIRY: EventKind.AUTHORITY_DECIDED,
    LimitKind.REGULATOR_ENQUIRY: EventKind.AUTHORITY_DECIDED,
    LimitKind.COMPLAINT_ACK: EventKind.COMPLAINT_DECIDED,
    LimitKind.COMPLAINT_OUTCOME: EventKind.COMPLAINT_DECIDED,
    LimitKind.COMPLAINT: EventKind.COMPLAINT_DECIDED,
}
_FURTHER_KINDS = (*_ENDED_BY, *(LimitKind(kind) for kind in sorted(NOT_OWED)))
_ORDER = {kind.value: position for position, kind in enumerate((*_REQUEST_KINDS, *_FURTHER_KINDS))}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLine:
    """One clock as lists keep it: what does not depend on today. The steps are reckoned again when someone asks why.

    `state` is running, paused, open_ended, not_started, lapsed, met or met_late. `ends_at` is the instant at which `due`
    is over (the end of a local day), `guide` the labelled target of an open-ended duty. `binding` is false for a limit
    that only holds if something happens that has not happened yet (the notice of a refusal, of an extension).
    `open` says that something is still owed under it.
    """

    law: str
    place: str
    limit_id: str
    kind: str
    rights: tuple[Right, ...]
    state: str
    due: date | datetime | None
    safe: date | datetime | None
    ends_at: datetime | None
    zone: str
    cite: str
    open: bool
    binding: bool
    answered_at: datetime | None = None
    paused_since: date | None = None
    paused_by: str = ""
    guide: date | datetime | None = None
    override: Override | None = None

    def to_json(self) -> str:
        """Return the line as text that `from_json` reads again."""
        data = {name: _plain(getattr(self, name)) for name in self.__dataclass_fields__}
        return json.dumps(data, separators=(",", ":"), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "ClockLine":
        """Return the line that a text holds."""
        data = json.loads(text)
        for name in ("due", "safe", "ends_at", "answered_at", "paused_since", "guide"):
            data[name] = _moment(data[name])
        data["rights"] = tuple(Right(right) for right in data["rights"])
        if data.get("override"):
            data["override"] = Override(
                due=_known(data["override"]["due"]),
                reckoned=_moment(data["override"]["reckoned"]),
                reason=data["override"]["reason"],
                officer_id=data["override"]["officer_id"],
                recorded_at=datetime.fromisoformat(data["override"]["recorded_at"]),
            )
        return cls(**data)


@dataclass(frozen=True, slots=True)
class CaseClock:
    """One clock of a case: the line that lists keep, and the reckoning that says why."""

    line: ClockLine
    reckoning: Reckoning


def end_of(due: date | datetime, zone: str) -> datetime:
    """Return the instant at which a limit is over: an hour clock's own, a day clock's midnight after its due day."""
    if isinstance(due, datetime):
        return due
    return datetime.combine(due + timedelta(days=1), datetime.min.time(), tzinfo=ZoneInfo(zone))


def is_late(line: ClockLine, now: datetime) -> bool:
    """Return whether the limit was missed: by the answer where there is one, else by `now`."""
    if line.state == MET_LATE:
        return True
    if not (line.open and line.binding) or line.due is None:
        return False
    ends_at = end_of(line.due, line.zone)
    return now > ends_at if isinstance(line.due, datetime) else now >= ends_at


def still_open(line: ClockLine, now: datetime) -> bool:
    """Return whether something can still be owed or done under the line at `now`.

    An extension that was not announced in time, or a refusal that nobody decided, ends with its date.
    """
    if not line.open or line.binding or line.due is None:
        return line.open
    return now < end_of(line.due, line.zone)


def next_line(lines: Sequence[ClockLine]) -> ClockLine | None:
    """Return the clock that a list shows for a case: the binding open one that ends first.

    One that stands still comes after every running one, a duty without a number last; None when nothing is owed.
    """
    owed = [line for line in lines if line.open and line.binding and line.kind != HOUSE_ACK]
    later = datetime.max.replace(tzinfo=UTC)
    rank = {ClockState.RUNNING.value: 0, ClockState.PAUSED.value: 1}
    return min(owed, key=lambda line: (rank.get(line.state, 2), line.ends_at or later), default=None)


def clocks_of(
    case: Case,
    rulebooks: Mapping[str, Rulebook],
    calendars: Mapping[str, Calendar],
    *,
    acknowledge_days: int = 0,
) -> tuple[CaseClock, ...]:
    """Return the clocks of a case: law by law in the order of the case, the house rule last.

    Args:
        case: the case with its events.
        rulebooks: law id to rulebook.
        calendars: place to the calendar kept with the case.
        acknowledge_days: working days after receipt that the office gives itself to acknowledge; 0 for none.

    Raises:
        YearNotCoveredError: a calendar ends before a statutory clock does.
        PlaceUnknownError: a place is not one of its law's.
    """
    case = replace(case, events=case.standing)  # what a letter said that came back was said to nobody
    found: list[CaseClock] = []
    for place in case.laws:
        fold = _Fold(case, rulebooks[place.law], place, calendars[place.place])
        found.extend(fold.clocks())
    own = (
        authority_clock(case),
        _house_rule(case, rulebooks, calendars, acknowledge_days) if case.kind is CaseKind.REQUEST else None,
    )
    return (*found, *(clock for clock in own if clock is not None))


def rights_under(limit: Limit, place: str, rights: Sequence[Right], *, on: date) -> tuple[Right, ...]:
    """Return which of the rights asked for a limit is about; none where requests do not start it at that place on that day.

    A limit with a `scope` holds only in a situation that a case does not tell (law enforcement, app stores) and is left out;
    every `variant` of an answer (Brazil's simple and full declaration) runs beside the others.

    Args:
        limit: of a law.
        place: a place of that law.
        rights: the rights asked for.
        on: the local day of the event that starts it.
    """
    if limit.scope or limit.kind not in _REQUEST_KINDS or limit.place not in {"", place}:
        return ()
    if (limit.effective_from is not None and on < limit.effective_from) or (
        limit.effective_to is not None and on > limit.effective_to
    ):
        return ()
    return tuple(right for right in rights if limit.every_right or right in limit.rights)


def law_applies(rulebook: Rulebook, right: Right, *, on: date) -> bool:
    """Return whether a law knows the right: it sets a limit for it, or says when it may be refused."""
    by_limit = any(
        right in limit.rights
        and limit.kind in _REQUEST_KINDS
        and (limit.effective_from is None or limit.effective_from <= on)
        and (limit.effective_to is None or on <= limit.effective_to)
        for limit in rulebook.limits
    )
    return by_limit or any(right in ground.rights and ground.usable for ground in rulebook.grounds)


def clock_events(case: Case, law: str) -> tuple[Event, ...]:
    """Return the events of a case as the clocks of one law see them.

    An extension counts for its own law. When its letter has left, the sending is the notice, not the day it was decided.
    """
    events = case.standing
    written = any(_extends(event, law) and event.detail("letter") for event in events)
    seen: list[Event] = []
    for event in events:
        if event.kind.value not in EVENT_NAMES:
            continue
        if event.kind is EventKind.EXTENSION_NOTIFIED and not (
            _extends(event, law) and (event.detail("letter") or not written)
        ):
            continue
        until = event.detail("until_on")
        seen.append(Event(event.kind.value, event.occurred_at, date.fromisoformat(until) if until else None))
    return tuple(seen)


def _extends(event: CaseEvent, law: str) -> bool:
    return event.kind is EventKind.EXTENSION_NOTIFIED and event.detail("law") == law


def _of_the_request(limit: Limit, event: CaseEvent) -> bool:
    """Return whether an answer is to the request and not to the complaint that came within it: that one waits on."""
    return limit.kind == LimitKind.COMPLAINT_ACK and event.kind is EventKind.COMPLIED and event.detail("complaint") != "yes"


def _counts_under(event: CaseEvent, law: str) -> bool:
    """Return whether an event counts under a law: a notice of a breach does under its own, or under all where it names none."""
    return event.kind not in _UNDER_A_LAW or event.detail("law") in {"", law}


class _Fold:
    """The fold of one case under one law."""

    def __init__(self, case: Case, rulebook: Rulebook, place: LawPlace, calendar: Calendar) -> None:
        self.case = case = replace(case, events=tuple(event for event in case.events if _counts_under(event, place.law)))
        self.rulebook = rulebook
        self.place = place
        self.calendar = calendar
        self.zone = zone_of(rulebook, place.place)
        self.events = clock_events(case, place.law)
        self.extended = any(_extends(event, place.law) for event in case.events)
        self.withdrawn = withdrawn_rights(case)

    def clocks(self) -> Iterator[CaseClock]:
        """Return the clocks of this law, those of the answer first."""
        responding: dict[Right, Reckoning] = {}
        for limit, about in self._limits():
            if not about:
                yield from self._whole(limit)
            groups: dict[tuple[Reckoning, datetime | None, bool, bool], list[Right]] = {}
            for right in about:
                answered_at = self._answered_at(limit, right)
                reckoning = self._reckon(limit, right, answered_at)
                if limit.kind == LimitKind.RESPOND:
                    responding[right] = reckoning
                elif not self._shows(limit, right, reckoning, responding.get(right)):
                    continue
                binding = limit.kind not in NOT_OWED and (limit.kind != LimitKind.REFUSAL_NOTICE or self._refused(right))
                groups.setdefault((reckoning, answered_at, right in self.withdrawn, binding), []).append(right)
            for (reckoning, answered_at, withdrawn, binding), rights in groups.items():
                line = self._line(limit, tuple(rights), reckoning, answered_at=answered_at, binding=binding)
                if withdrawn and answered_at is None:
                    line = replace(line, state=ClockState.LAPSED.value, open=False)
                yield CaseClock(line, reckoning)
                if limit.extension is not None and line.open and not self.extended:
                    yield from self._extension_notice(line, reckoning)

    def _whole(self, limit: Limit) -> Iterator[CaseClock]:
        """Return the clock of a case that names no right."""
        answered_at = self._answered_at(limit, None)
        reckoning = self._reckon(limit, None, answered_at)
        if answered_at is not None and reckoning.state is ClockState.NOT_STARTED:
            reckoning = self._reckon(limit, None, None)  # answered before it began
        if reckoning.state is ClockState.NOT_STARTED:
            return
        line = self._line(limit, (), reckoning, answered_at=answered_at, binding=limit.kind not in NOT_OWED)
        if answered_at is None and (self._not_owed(limit) or self._ended(limit)):
            line = replace(line, state=ClockState.LAPSED.value, open=False)
        yield CaseClock(line, reckoning)

    def _not_owed(self, limit: Limit) -> bool:
        """Return whether the officer left those untold whom a limit wants told, with a reason."""
        who = _NOT_TOLD.get(LimitKind(limit.kind))
        return who is not None and who in left_untold(self.case, self.place.law)

    def _ended(self, limit: Limit) -> bool:
        """Return whether nothing is owed any more: the authority decided without the answer, the complaint was taken back."""
        ends = _WITHOUT_ANSWER.get(LimitKind(limit.kind))
        if ends is None:
            return False
        started = max((event.seq for event in self.case.events if event.kind.value in limit.trigger), default=0)
        return any(
            event.kind is ends and event.seq > started and (ends is not EventKind.COMPLAINT_DECIDED or _withdrawn(event))
            for event in self.case.events
        )

    def _limits(self) -> Iterator[tuple[Limit, tuple[Right, ...]]]:
        received_on = self._local(self.case.request.received_at)
        names = [event.kind.value for event in self.case.events]
        chosen: list[tuple[Limit, tuple[Right, ...]]] = []
        for limit in self.rulebook.limits:
            on = received_on if EventKind.REQUEST_RECEIVED.value in limit.trigger else None
            if on is None and not set(limit.trigger).isdisjoint(names):
                started = (event.occurred_at for event in self.case.events if event.kind.value in limit.trigger)
                on = self._local(max(started))
                if LimitKind(limit.kind) in _FURTHER_KINDS and self._holds(limit, on):
                    about = tuple(right for right in self.case.request.rights if right in limit.rights)
                    if about or not limit.rights:
                        chosen.append((limit, about or self.case.request.rights))
            if on is not None:
                about = rights_under(limit, self.place.place, self.case.request.rights, on=on)
                if about:
                    chosen.append((limit, about))
        yield from sorted(chosen, key=lambda found: _ORDER[found[0].kind])

    def _holds(self, limit: Limit, on: date) -> bool:
        if limit.kind == LimitKind.BREACH_PROCESSOR:
            return False  # what a processor owes its controller: the office is the controller
        begun = limit.effective_from is None or limit.effective_from <= on
        ended = limit.effective_to is not None and limit.effective_to < on
        return limit.place in {"", self.place.place} and not limit.scope and begun and not ended

    def _reckon(self, limit: Limit, right: Right | None, answered_at: datetime | None) -> Reckoning:
        events = self.events
        if answered_at is not None:
            events = tuple(event for event in events if not isinstance(event.at, datetime) or event.at <= answered_at)
        return reckon(limit, self.rulebook, events, calendar=self.calendar, zone=self.zone, right=right)

    def _shows(self, limit: Limit, right: Right, reckoning: Reckoning, response: Reckoning | None) -> bool:
        if reckoning.state is ClockState.NOT_STARTED:
            return False
        if limit.kind != LimitKind.REFUSAL_NOTICE or self._refused(right):
            return True
        decided = self.case.decision(right) is not None
        says_more = response is not None and (reckoning.due, reckoning.state) != (response.due, response.state)
        return not decided and says_more and response is not None and response.state is not ClockState.OPEN_ENDED

    def _refused(self, right: Right) -> bool:
        decision = self.case.decision(right)
        return decision is not None and decision.outcome in REFUSING

    def _answered_at(self, limit: Limit, right: Right | None) -> datetime | None:
        named = right.value if right is not None else ""
        told = [event for event in self.case.events if event.kind in _TELLING and named in event.detail("rights").split(",")]
        if limit.kind == LimitKind.ACK:
            told += [event for event in self.case.events if event.kind is EventKind.ACKNOWLEDGED]
        ending = _ENDED_BY.get(LimitKind(limit.kind))
        if ending is not None:
            told = [event for event in self.case.events if event.kind in ending and not _of_the_request(limit, event)]
        of_breach = self.case.kind is CaseKind.BREACH  # one case is one breach: who knew of it before need not be told again
        if limit.kind == LimitKind.NOTIFY_OUTCOME or (LimitKind(limit.kind) in _FURTHER_KINDS and not of_breach):
            # What was told at the very instant of the cause answers it only where it was recorded after it.
            started = [(event.occurred_at, event.seq) for event in self.case.events if event.kind.value in limit.trigger]
            told = [event for event in told if started and (event.occurred_at, event.seq) > max(started)]
        return min((event.occurred_at for event in told), default=None)

    def _line(
        self,
        limit: Limit,
        rights: tuple[Right, ...],
        reckoning: Reckoning,
        *,
        answered_at: datetime | None,
        binding: bool,
    ) -> ClockLine:
        paused = next((span for span in reversed(reckoning.pauses) if span.closed_on is None), None)
        override = self._override(limit, reckoning)
        due, safe, state = reckoning.due, reckoning.safe, reckoning.state.value
        if override is not None:
            due = safe = override.due
            paused, state = None, ClockState.RUNNING.value
        ends_at = end_of(due, self.zone) if due is not None else None
        if answered_at is not None:
            over = ends_at is not None and (answered_at > ends_at if isinstance(due, datetime) else answered_at >= ends_at)
            state = MET_LATE if over else MET
        return ClockLine(
            law=self.place.law,
            place=self.place.place,
            limit_id=limit.id,
            kind=limit.kind,
            rights=rights,
            state=state,
            due=due,
            safe=safe,
            ends_at=ends_at,
            zone=self.zone,
            cite=limit.source.cite,
            open=answered_at is None and state not in {ClockState.LAPSED, ClockState.NOT_STARTED},
            binding=binding,
            answered_at=answered_at,
            paused_since=paused.opened_on if paused is not None else None,
            paused_by=paused.event if paused is not None else "",
            guide=reckoning.guide,
            override=override,
        )

    def _override(self, limit: Limit, reckoning: Reckoning) -> Override | None:
        """Return the date that an officer set by hand for a limit and did not take back."""
        found: Override | None = None
        for event in self.case.events:
            if event.detail("law") != self.place.law or event.detail("limit") != limit.id:
                continue
            if event.kind is EventKind.OVERRIDE_LIFTED:
                found = None
            elif event.kind is EventKind.DEADLINE_OVERRIDDEN:
                due = _known(event.detail("due"))
                found = Override(due, reckoning.due, event.text, event.officer_id, event.recorded_at)
        return found

    def _extension_notice(self, line: ClockLine, reckoning: Reckoning) -> Iterator[CaseClock]:
        due = reckoning.extension_notice_due
        if due is None:
            return
        notice = replace(
            line,
            override=None,
            kind=EXTENSION_NOTICE,
            due=due,
            safe=reckoning.extension_notice_safe or due,
            ends_at=end_of(due, self.zone),
            binding=False,
        )
        yield CaseClock(notice, reckoning)

    def _local(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()


def _withdrawn(event: CaseEvent) -> bool:
    return event.detail("outcome") == "withdrawn"


def _plain(value: object) -> object:
    if isinstance(value, Override):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _moment(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return _known(text)


def _known(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def authority_due(case: Case) -> tuple[date | datetime, CaseEvent] | None:
    """Return the deadline that an authority set in a matter, with the event that says so; None where there is none.

    The authority's newest word holds, in whatever order its letters were written down; see `authority_words`.
    """
    said = authority_words(case)
    return (_known(said[-1].detail("due")), said[-1]) if said else None


def due_zone(said: CaseEvent) -> str:
    """Return the zone in which a deadline that an event sets is read: the authority's where it is kept, else the office's."""
    return said.detail("due_zone") or said.zone


def _authority_steps(case: Case) -> Iterator[Step]:
    """Return each deadline that the authority set or granted, oldest first."""
    for event in authority_words(case):
        granted = event.kind is EventKind.MORE_TIME_ANSWERED
        details = (("where", event.text),) if event.text and not granted else ()
        variant = (("variant", "granted" if granted else "bare"),) if not details else ()
        yield Step(StepKind.AUTHORITY_SET, _known(event.detail("due")), None, (*variant, *details))


def authority_clock(case: Case) -> CaseClock | None:
    """Return the clock of the deadline that an authority set: counted by nobody, moved off no rest day, extended by it alone."""
    if case.kind is not CaseKind.MATTER:
        return None
    found = authority_due(case)
    if found is None:
        return None
    due, said = found
    place = case.laws[0]
    zone = due_zone(said)
    ends_at = end_of(due, zone)
    asked = max(
        ((one.occurred_at, one.seq) for one in authority_words(case) if one.kind is EventKind.AUTHORITY_DEADLINE_SET),
        default=None,
    )
    sent = (event for event in case.standing if event.kind is EventKind.SUBMISSION_SENT)
    answers = (event.occurred_at for event in sent if asked is None or (event.occurred_at, event.seq) > asked)
    answered_at = min(answers, default=None)
    ended = case.last(EventKind.AUTHORITY_DECIDED)
    if answered_at is not None:
        late = answered_at > ends_at if isinstance(due, datetime) else answered_at >= ends_at
        state = MET_LATE if late else MET
    else:
        state = (
            ClockState.LAPSED.value
            if ended is not None and (ended.occurred_at, ended.seq) > (said.occurred_at, said.seq)
            else ClockState.RUNNING.value
        )
    reckoning = Reckoning(
        limit_id=AUTHORITY_LIMIT,
        state=ClockState.RUNNING,
        due=due,
        safe=due,
        steps=tuple(_authority_steps(case)),
        starts=said.occurred_at.astimezone(ZoneInfo(zone)).date(),
        calendar_version="",
    )
    line = ClockLine(
        law=place.law,
        place=place.place,
        limit_id=AUTHORITY_LIMIT,
        kind=AUTHORITY_DEADLINE,
        rights=(),
        state=state,
        due=due,
        safe=due,
        ends_at=ends_at,
        zone=zone,
        cite=said.text,
        open=state == ClockState.RUNNING,
        binding=True,
        answered_at=answered_at,
    )
    return CaseClock(line, reckoning)


def _house_rule(
    case: Case, rulebooks: Mapping[str, Rulebook], calendars: Mapping[str, Calendar], acknowledge_days: int
) -> CaseClock | None:
    if not acknowledge_days:
        return None
    place = case.laws[0]
    zone = zone_of(rulebooks[place.law], place.place)
    received_on = case.request.received_at.astimezone(ZoneInfo(zone)).date()
    try:
        target = calendars[place.place].add_business_days(received_on, acknowledge_days)
    except YearNotCoveredError:
        return None  # a house rule must not stand in the way of a case
    told = [event.occurred_at for event in case.events if event.kind in _TELLING or event.kind is EventKind.ACKNOWLEDGED]
    answered_at = min(told, default=None)
    reckoning = Reckoning(
        limit_id=HOUSE_LIMIT,
        state=ClockState.OPEN_ENDED,
        due=None,
        safe=None,
        steps=(),
        starts=received_on,
        guide=target,
        calendar_version=calendars[place.place].version,
    )
    line = ClockLine(
        law=place.law,
        place=place.place,
        limit_id=HOUSE_LIMIT,
        kind=HOUSE_ACK,
        rights=case.request.rights,
        state=MET if answered_at is not None else ClockState.OPEN_ENDED.value,
        due=None,
        safe=None,
        ends_at=None,
        zone=zone,
        cite="",
        open=answered_at is None and not set(case.request.rights) <= withdrawn_rights(case),
        binding=True,
        answered_at=answered_at,
        guide=target,
    )
    return CaseClock(line, reckoning)
