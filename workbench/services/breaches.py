"""Breaches: a case is opened when one is known, its risk assessed, authorities and people told or left untold, law by law.

Hours are elapsed time from the instant at which a clock of a law begins: awareness, else what the law counts from. A notice by letter
is recorded by its sending; what is recorded here went through a portal, by phone or in person.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from workbench.domain.authorities import Initiative, Proposal
from workbench.domain.breaches import (
    Breach,
    BreachNature,
    LateWithoutReasonError,
    NoticeAlreadyMadeError,
    NoticeNotMadeError,
    NoticeStage,
    NotToTell,
    Risk,
    RiskNotAssessedError,
    whole_hours,
)
from workbench.domain.case_clocks import MET_LATE, NOT_OWED, end_of
from workbench.domain.cases import Case, CaseEvent, CaseKind, Channel, EventKind, LawPlace, Request
from workbench.domain.changes import Changes
from workbench.domain.commands import AssessRisk, LeaveUntold, OpenBreach, RecordBreachNotice, RecordSubjectsTold, SaveBreach
from workbench.domain.errors import InvalidInputError
from workbench.domain.parties import DataSubject
from workbench.domain.phases import Act, Phase, permitted, phase_of, untold_under
from workbench.domain.reckon import zone_of
from workbench.domain.rulebooks import Limit, LimitKind
from workbench.services import authorities, case_file, deadlines, registers
from workbench.services.lines import DeadlineLine
from workbench.services.office import Desk
from workbench.services.opening import FirstEvent, open_case
from workbench.store import case_contents
from workbench.store import cases as case_store

STAGES: Mapping[NoticeStage, EventKind] = MappingProxyType(
    {
        NoticeStage.INITIAL: EventKind.BREACH_REPORTED_INITIAL,
        NoticeStage.FOLLOW_UP: EventKind.BREACH_FOLLOWED_UP,
        NoticeStage.FINAL: EventKind.BREACH_REPORTED_FINAL,
    }
)
"""The event that each notice to an authority is."""

_BEGINNINGS = (EventKind.BREACH_OCCURRED, EventKind.BREACH_SUSPECTED, EventKind.BREACH_AWARE)
_ENDS: Mapping[EventKind, frozenset[str]] = MappingProxyType(
    {
        EventKind.BREACH_REPORTED_INITIAL: frozenset({LimitKind.BREACH_AUTHORITY.value}),
        EventKind.BREACH_REPORTED_FINAL: frozenset({LimitKind.BREACH_FINAL.value}),
        EventKind.SUBJECTS_NOTIFIED: frozenset({LimitKind.BREACH_SUBJECT.value}),
    }
)
_DUTIES = frozenset({LimitKind.BREACH_AUTHORITY, LimitKind.BREACH_SUBJECT})
_TOLD: Mapping[NotToTell, EventKind] = MappingProxyType(
    {NotToTell.AUTHORITY: EventKind.BREACH_REPORTED_INITIAL, NotToTell.SUBJECTS: EventKind.SUBJECTS_NOTIFIED}
)
_NOTICES: Mapping[EventKind, str] = MappingProxyType(
    {
        EventKind.BREACH_REPORTED_INITIAL: NoticeStage.INITIAL.value,
        EventKind.BREACH_FOLLOWED_UP: NoticeStage.FOLLOW_UP.value,
        EventKind.BREACH_REPORTED_FINAL: NoticeStage.FINAL.value,
        EventKind.SUBJECTS_NOTIFIED: "subjects",
    }
)


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """Who was told of a breach, or left untold.

    `what` is a word key of the table `breach_notice`: initial, follow_up, final, subjects, untold_authority, untold_subjects. `law` is
    empty for every law of the case. `hours` are the full hours after awareness. `text` is the reason for the delay, for leaving
    someone untold, or how the people were told. `letter` is the number of the letter that the notice was.
    """

    what: str
    law: str
    at: datetime
    zone: str
    hours: int
    late: bool
    officer_name: str
    authority: str = ""
    reference: str = ""
    letter: str = ""
    text: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class BreachClock:
    """A clock of a breach with the instant from which its hours are counted."""

    line: DeadlineLine
    started_at: datetime

    def hours(self, now: datetime) -> int:
        """Return the full hours that passed, up to the notice that ended the clock where there is one."""
        return whole_hours(self.started_at, self.line.answered_at or now)


@dataclass(frozen=True, slots=True)
class BreachLaw:
    """How a breach stands under one law.

    `proposals` are the authorities that may be competent, the most fitting first. `waits_for` are the events from which the law
    counts and that have not happened or are not recorded. `untold` is who has neither been told nor been left untold; `silent` says
    that the rulebook knows no duty to tell anybody.
    """

    law: str
    place: str
    zone: str
    proposals: tuple[Proposal, ...]
    clocks: tuple[BreachClock, ...]
    waits_for: tuple[EventKind, ...]
    untold: frozenset[NotToTell]
    reported: bool
    silent: bool


@dataclass(frozen=True, slots=True)
class BreachPage:
    """What the page of a breach shows of its own; `may` says that it can be worked on. Notices are the oldest first."""

    case_id: int
    number: str
    breach: Breach
    aware_at: datetime
    occurred_at: datetime | None
    suspected_at: datetime | None
    zone: str
    assessed_at: datetime | None
    laws: tuple[BreachLaw, ...]
    notices: tuple[NoticeLine, ...]
    categories: tuple[str, ...]
    may: bool


@dataclass(frozen=True, slots=True)
class BreachLine:
    """One breach of the register; `hours` are those to the first notice to an authority, None while there is none.

    `next` is the clock that ends first of those still owed.
    """

    case_id: int
    number: str
    breach: Breach
    laws: tuple[LawPlace, ...]
    phase: Phase
    aware_at: datetime
    occurred_at: datetime | None
    suspected_at: datetime | None
    zone: str
    officer_name: str
    notices: tuple[NoticeLine, ...]
    hours: int | None
    next: DeadlineLine | None


@dataclass(frozen=True, slots=True)
class LawHelp:
    """A law that may reach a breach: of the home, or of open cases, whose number is `cases`."""

    law: LawPlace
    home: bool
    cases: int


# Use cases


def open_breach(command: OpenBreach, desk: Desk) -> Changes:
    """Open a case for a breach; its clocks run from the instant at which the office became aware of it.

    Raises:
        InvalidInputError: there is no title or no law, an instant cannot be, or the breach is known before it happened.
        LawUnknownError, PlaceUnknownError: a law or a place is not shipped.
        YearNotCoveredError: no calendar covers the year.
    """
    title = case_file.required_text(command.title, "breach_title")
    aware_at = case_file.checked_instant(desk, command.aware_at, command.zone, "aware_at")
    events = [FirstEvent(EventKind.BREACH_AWARE, aware_at)]
    for kind, at, field in (
        (EventKind.BREACH_SUSPECTED, command.suspected_at, "suspected_at"),
        (EventKind.BREACH_OCCURRED, command.occurred_at, "occurred_at"),
    ):
        if at is not None:
            known_at = case_file.checked_instant(desk, at, command.zone, field)
            if known_at > aware_at:
                raise InvalidInputError(field=field, problem="after_awareness")
            events.insert(0, FirstEvent(kind, known_at))
    case = open_case(
        desk,
        kind=CaseKind.BREACH,
        subject=DataSubject(name=title),
        requester=None,
        request=Request(aware_at, command.zone, Channel.OFFICE, (), title, command.what.strip(), command.language),
        laws=command.laws,
        events=sorted(events, key=lambda event: event.at),
        files=command.evidence,
    )
    breach = Breach(case_number=case.number, title=title, what=command.what.strip())
    case_contents.save(desk.session, case.id, breach, at=desk.now, officer_id=desk.officer.id)
    return Changes(cases=frozenset({case.id}), created=case.id, number=case.number)


def save_breach(command: SaveBreach, desk: Desk) -> Changes:
    """Keep the facts of a breach as the officer has them now. Number, title and assessment stay as they are.

    Raises:
        NotFoundError: there is no such breach.
        NotPermittedError: the case is closed.
        InvalidInputError: a category is not in the data map, or a number is below none.
    """
    case = case_file.load_for(desk, command.case_id, Act.HANDLE_BREACH)
    before = case_contents.load(desk.session, case.id, Breach)
    said = command.breach
    if not set(said.categories) <= set(categories()):
        raise InvalidInputError(field="breach_categories", problem="not_a_choice")
    for field, count in (("breach_subjects", said.subjects), ("breach_records", said.records)):
        if count is not None and count < 0:
            raise InvalidInputError(field=field, problem="below_none")
    breach = replace(
        said,
        case_number=before.case_number,
        title=before.title,
        what=said.what.strip(),
        nature=tuple(one for one in BreachNature if one in said.nature),
        categories=tuple(one for one in categories() if one in said.categories),
        other_data=said.other_data.strip(),
        people=said.people.strip(),
        by_processor=said.by_processor.strip(),
        consequences=said.consequences.strip(),
        measures=said.measures.strip(),
        protected=said.protected.strip(),
        assessment=before.assessment,
    )
    if not case_contents.save(desk.session, case.id, breach, at=desk.now, officer_id=desk.officer.id):
        return Changes(journal=False)
    return Changes(cases=frozenset({case.id}))


def assess_risk(command: AssessRisk, desk: Desk) -> Changes:
    """Record what the risk for the people comes to, now or anew.

    Where a law counts from the assessment, its clock begins with the first one that finds a risk; a later one does not begin it anew.

    Raises:
        NotFoundError: there is no such breach.
        NotPermittedError: the case is closed.
        InvalidInputError: there are no reasons.
    """
    case = case_file.load_for(desk, command.case_id, Act.HANDLE_BREACH)
    before = case_contents.load(desk.session, case.id, Breach)
    assessment = replace(command.assessment, reasons=case_file.required_text(command.assessment.reasons, "risk_reasons"))
    case_contents.save(desk.session, case.id, replace(before, assessment=assessment), at=desk.now, officer_id=desk.officer.id)
    zone = desk.settings.home_zone
    details = {"risk": assessment.risk.value}
    case_file.record(
        desk, case, EventKind.RISK_ASSESSED, occurred_at=desk.now, zone=zone, details=details, text=assessment.reasons
    )
    notifiable = EventKind.BREACH_ASSESSED_NOTIFIABLE
    counted = any(notifiable.value in limit.trigger for one in case.laws for limit in _limits(desk, case, one))
    if assessment.risk is not Risk.UNLIKELY and counted and case.last(notifiable) is None:
        case_file.record(desk, case, notifiable, occurred_at=desk.now, zone=zone)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def record_notice(command: RecordBreachNotice, desk: Desk) -> Changes:
    """Record that an authority was told under one law, by another way than a letter.

    Raises:
        NotPermittedError: the case is closed.
        InvalidInputError: the case does not stand under the law, or the instant cannot be.
        NoticeAlreadyMadeError: the first notice under the law was made already.
        NoticeNotMadeError: a further notice comes before the first.
        LateWithoutReasonError: a limit was over and no reason for the delay is given.
    """
    case = case_file.load_for(desk, command.case_id, Act.HANDLE_BREACH)
    place = _law_of(case, command.law)
    at = case_file.checked_instant(desk, command.at, command.zone, "told_at", not_before=_first_at(case))
    reported = _under(case, EventKind.BREACH_REPORTED_INITIAL, command.law)
    if command.stage is NoticeStage.INITIAL and reported:
        raise NoticeAlreadyMadeError(case=case.number, law=command.law)
    if command.stage is not NoticeStage.INITIAL and not reported:
        raise NoticeNotMadeError(case=case.number, law=command.law)
    kind, reason = STAGES[command.stage], command.late_reason.strip()
    if not reason and late_at(deadlines.lines_of(desk, case), command.law, command.stage, at):
        raise LateWithoutReasonError(case=case.number, law=command.law)
    proposed = authorities.proposals(desk, (place,), initiative=Initiative.OFFICE)
    details = {
        "law": command.law,
        "reference": command.reference.strip(),
        "authority": proposed[0].authority.id if proposed else "",
    }
    case_file.record(desk, case, kind, occurred_at=at, zone=command.zone, details=details, text=reason)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def record_subjects_told(command: RecordSubjectsTold, desk: Desk) -> Changes:
    """Record that the people were told, under one law or all of the case.

    Raises:
        NotPermittedError: the case is closed.
        InvalidInputError: the case does not stand under the law, the instant cannot be, it is not said how, or fewer than none.
    """
    case = case_file.load_for(desk, command.case_id, Act.HANDLE_BREACH)
    if command.law:
        _law_of(case, command.law)
    at = case_file.checked_instant(desk, command.at, command.zone, "told_at", not_before=_first_at(case))
    how = case_file.required_text(command.how, "told_how")
    if command.count is not None and command.count < 0:
        raise InvalidInputError(field="told_count", problem="below_none")
    details = {"law": command.law, "count": str(command.count) if command.count is not None else ""}
    case_file.record(desk, case, EventKind.SUBJECTS_NOTIFIED, occurred_at=at, zone=command.zone, details=details, text=how)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def leave_untold(command: LeaveUntold, desk: Desk) -> Changes:
    """Record that the authority, or the people, are not told under one law, with the reason.

    Raises:
        NotPermittedError: the case is closed.
        InvalidInputError: the case does not stand under the law, or there is no reason.
        RiskNotAssessedError: the risk has not been assessed.
        NoticeAlreadyMadeError: they were told already.
    """
    case = case_file.load_for(desk, command.case_id, Act.HANDLE_BREACH)
    _law_of(case, command.law)
    reason = case_file.required_text(command.reason, "untold_reason")
    if case.last(EventKind.RISK_ASSESSED) is None:
        raise RiskNotAssessedError(case=case.number)
    if _under(case, _TOLD[command.who], command.law):
        raise NoticeAlreadyMadeError(case=case.number, law=command.law)
    details = {"law": command.law, "who": command.who.value}
    case_file.record(
        desk,
        case,
        EventKind.NOTICE_NOT_OWED,
        occurred_at=desk.now,
        zone=desk.settings.home_zone,
        details=details,
        text=reason,
    )
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


# Reads


def breach_page(desk: Desk, case_id: int) -> BreachPage:
    """Return what the page of a breach shows of its own.

    Raises:
        NotFoundError: there is no such breach.
    """
    case = case_file.load(desk, case_id)
    breach = case_contents.load(desk.session, case_id, Breach)
    lines = deadlines.lines_of(desk, case)
    assessed = case.last(EventKind.RISK_ASSESSED)
    return BreachPage(
        case_id=case.id,
        number=case.number,
        breach=breach,
        aware_at=case.request.received_at,
        occurred_at=_at(case, EventKind.BREACH_OCCURRED),
        suspected_at=_at(case, EventKind.BREACH_SUSPECTED),
        zone=case.request.zone,
        assessed_at=assessed.occurred_at if assessed is not None else None,
        laws=tuple(_standing(desk, case, one, lines) for one in case.laws),
        notices=tuple(_notices(desk, case, lines)),
        categories=categories(),
        may=not desk.read_only and Act.HANDLE_BREACH in permitted(case),
    )


def list_breaches(desk: Desk) -> tuple[BreachLine, ...]:
    """Return every breach there is, closed ones too, the newest awareness first."""
    kept = case_contents.load_all(desk.session, Breach)
    lines = (_line(desk, case, kept[case.id]) for case in case_store.load_many(desk.session, tuple(kept)))
    return tuple(sorted(lines, key=lambda line: (line.aware_at, line.case_id), reverse=True))


def laws_to_choose(desk: Desk) -> tuple[LawHelp, ...]:
    """Return the laws that may reach a new breach: that of the home first, then those of open cases, the most frequent first."""
    found: dict[LawPlace, int] = {}
    for row in case_store.list_case_rows(desk.session, closed=False):
        for one in row.laws:
            found[one] = found.get(one, 0) + 1
    home = LawPlace(desk.settings.home_law, desk.settings.home_place)
    others = sorted((one for one in found if one != home), key=lambda one: (-found[one], one.law, one.place))
    return (LawHelp(home, home=True, cases=found.get(home, 0)), *(LawHelp(one, home=False, cases=found[one]) for one in others))


def categories() -> tuple[str, ...]:
    """Return the categories of personal data of the office's data map, in its order."""
    purposes, _ = registers.load_purposes()
    return tuple(dict.fromkeys(one for purpose in purposes for one in purpose.categories))


def late_at(lines: tuple[DeadlineLine, ...], law: str, stage: NoticeStage, at: datetime) -> bool:
    """Return whether a notice at an instant would come after a limit that it ends; a follow-up ends none.

    Args:
        lines: the clocks of the case before the notice.
        law: under which the authority is told.
        stage: which notice it is.
        at: aware instant of the notice.
    """
    ended = _ENDS.get(STAGES[stage], frozenset())
    return any(_missed(line, at) for line in lines if line.law == law and line.kind in ended and line.answered_at is None)


# Private parts


def _missed(line: DeadlineLine, at: datetime) -> bool:
    if line.due is None:
        return False
    ends_at = end_of(line.due, line.zone)
    return at > ends_at if isinstance(line.due, datetime) else at >= ends_at


def _limits(desk: Desk, case: Case, one: LawPlace) -> tuple[Limit, ...]:
    """Return the limits of a law that were in force at its place when the office became aware of the breach."""
    book = desk.rulebook_of(case, one.law)
    on = case.request.received_at.astimezone(ZoneInfo(zone_of(book, one.place))).date()
    return tuple(
        limit
        for limit in book.limits
        if limit.place in {"", one.place}
        and not limit.scope
        and (limit.effective_from is None or limit.effective_from <= on)
        and (limit.effective_to is None or on <= limit.effective_to)
    )


def _law_of(case: Case, law: str) -> LawPlace:
    place = case.place_of(law)
    if place is None:
        raise InvalidInputError(field="law", problem="not_in_case")
    return place


def _at(case: Case, kind: EventKind) -> datetime | None:
    event = case.last(kind)
    return event.occurred_at if event is not None else None


def _first_at(case: Case) -> datetime:
    """Return the earliest instant at which anybody knew of the breach: nobody was told before."""
    begun = [event.occurred_at for event in case.events if event.kind in _BEGINNINGS]
    return min([*begun, case.request.received_at])


def _under(case: Case, kind: EventKind, law: str) -> bool:
    return any(event.kind is kind and event.detail("law") in {"", law} for event in case.standing)


def _standing(desk: Desk, case: Case, one: LawPlace, lines: tuple[DeadlineLine, ...]) -> BreachLaw:
    limits = {limit.id: limit for limit in _limits(desk, case, one)}
    duties = [limit for limit in limits.values() if limit.kind in _DUTIES]
    happened = {event.kind.value for event in case.standing}
    waits = dict.fromkeys(EventKind(name) for limit in duties if happened.isdisjoint(limit.trigger) for name in limit.trigger)
    return BreachLaw(
        law=one.law,
        place=one.place,
        zone=zone_of(desk.rulebook_of(case, one.law), one.place),
        proposals=authorities.proposals(desk, (one,), initiative=Initiative.OFFICE),
        clocks=tuple(
            BreachClock(line, _started_at(case, limits.get(line.limit_id)))
            for line in lines
            if line.law == one.law and line.kind not in NOT_OWED
        ),
        waits_for=tuple(kind for kind in waits if kind is not EventKind.BREACH_REPORTED_INITIAL),
        untold=frozenset(NotToTell(who) for who in untold_under(case, one.law)),
        reported=_under(case, EventKind.BREACH_REPORTED_INITIAL, one.law),
        silent=not duties,
    )


def _started_at(case: Case, limit: Limit | None) -> datetime:
    started = [event.occurred_at for event in case.standing if limit is not None and event.kind.value in limit.trigger]
    return max(started, default=case.request.received_at)


def _notices(desk: Desk, case: Case, lines: tuple[DeadlineLine, ...]) -> Iterator[NoticeLine]:
    for event in sorted(case.standing, key=lambda one: (one.occurred_at, one.seq)):
        if event.kind in _NOTICES or event.kind is EventKind.NOTICE_NOT_OWED:
            yield _notice(desk, case, event, lines)


def _notice(desk: Desk, case: Case, event: CaseEvent, lines: tuple[DeadlineLine, ...]) -> NoticeLine:
    law, count = event.detail("law"), event.detail("count")
    ended = _ENDS.get(event.kind, frozenset())
    late = any(
        line.state == MET_LATE and line.answered_at == event.occurred_at and line.kind in ended and law in {"", line.law}
        for line in lines
    )
    to_authority = event.kind in STAGES.values()
    return NoticeLine(
        what=_NOTICES.get(event.kind) or f"untold_{event.detail('who')}",
        law=law,
        at=event.occurred_at,
        zone=event.zone,
        hours=whole_hours(case.request.received_at, event.occurred_at),
        late=late,
        officer_name=desk.officer_name(event.officer_id),
        authority=_authority(desk, case, event) if to_authority else "",
        reference=event.detail("reference"),
        letter=event.detail("letter"),
        text=event.text,
        count=int(count) if count else None,
    )


def _authority(desk: Desk, case: Case, event: CaseEvent) -> str:
    """Return the name of the authority that was told: the one kept with the event, else the one that is competent."""
    kept = authorities.directory(desk).authorities.get(event.detail("authority"))
    if kept is not None:
        return kept.contact.readable
    place = case.place_of(event.detail("law"))
    proposed = authorities.proposals(desk, (place,), initiative=Initiative.OFFICE) if place is not None else ()
    return proposed[0].authority.contact.readable if proposed else ""


def _line(desk: Desk, case: Case, breach: Breach) -> BreachLine:
    lines = deadlines.lines_of(desk, case)
    notices = tuple(_notices(desk, case, lines))
    owed = [line for line in lines if line.state == "running" and line.due is not None and line.kind not in NOT_OWED]
    first = min(owed, key=lambda line: end_of(line.due, line.zone) if line.due is not None else desk.now, default=None)
    return BreachLine(
        case_id=case.id,
        number=case.number,
        breach=breach,
        laws=case.laws,
        phase=phase_of(case),
        aware_at=case.request.received_at,
        occurred_at=_at(case, EventKind.BREACH_OCCURRED),
        suspected_at=_at(case, EventKind.BREACH_SUSPECTED),
        zone=case.request.zone,
        officer_name=desk.officer_name(case.officer_id),
        notices=notices,
        hours=min((one.hours for one in notices if one.what == NoticeStage.INITIAL.value), default=None),
        next=first,
    )
