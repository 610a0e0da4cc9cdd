"""Regulator matters: opened, answered in the authority's own time, promised, decided.

The authority's deadline is what its newest word says. Nothing the office does makes it later: a later date needs a new letter of
the authority, or its answer to a request for more time. Days are local days of the office.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.domain.authorities import ListedAuthority
from workbench.domain.case_clocks import authority_due, due_zone, end_of
from workbench.domain.cases import Case, CaseEvent, CaseKind, Channel, EventKind, LawPlace, Request
from workbench.domain.changes import Changes
from workbench.domain.commands import (
    AnswerMoreTime,
    AskMoreTime,
    OpenMatter,
    PlanChase,
    RecordAuthorityDecision,
    RecordAuthorityLetter,
    ReopenCase,
    SaveMatter,
    SetAuthorityDeadline,
)
from workbench.domain.decisions import ReopenCause
from workbench.domain.errors import InvalidInputError, NotFoundError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.matters import (
    ASKED_BY_AUTHORITY,
    ContactOfficer,
    CorrectiveTask,
    DeadlineLaterError,
    Matter,
    MatterDecision,
    MatterOutcome,
    Meeting,
    MoreTimeNotAskedError,
    Question,
    QuestionState,
    TaskIncompleteError,
    as_sent,
)
from workbench.domain.parties import DataSubject
from workbench.domain.phases import Act
from workbench.domain.reckon import zone_of
from workbench.services import authorities, case_file, evidence, opening, reconsider, undertakings
from workbench.services.matter_pages import list_matters, matter_page, more_time_open, request_at_issue
from workbench.services.office import Desk
from workbench.store import case_contents
from workbench.store import evidence as evidence_store

__all__ = [
    "answer_more_time",
    "ask_more_time",
    "list_matters",
    "matter_page",
    "open_matter",
    "plan_chase",
    "record_decision",
    "record_letter",
    "save_matter",
    "set_deadline",
]


def open_matter(command: OpenMatter, desk: Desk) -> Changes:
    """Open a case for a regulator matter; `created` is its id, `number` its number.

    Raises:
        InvalidInputError: a law is missing, the receipt cannot be, the authority's deadline lies before it, or it neither arrived
            nor was passed on.
        NotFoundError: the directory has no such authority, or there is no such case that it is about.
        LawUnknownError, PlaceUnknownError: a law is not shipped, or does not reach a place.
        YearNotCoveredError: no calendar covers the year of the receipt.
    """
    authority = authorities.directory(desk).authorities.get(command.authority_id)
    if authority is None:
        raise NotFoundError(what="authority", name=command.authority_id)
    at = case_file.checked_instant(desk, command.received_at, command.zone, "received_at")
    if command.due is not None:
        _check_due(command.due, at, command.zone)
    channel = Channel.OFFICE if command.passed_on else case_file.checked_arrival(command.channel)
    subject, person = _concerned(desk, command, authority)
    asked = command.kind in ASKED_BY_AUTHORITY and not command.passed_on
    said_in = (command.reference or command.subject_line).strip()
    opened = {
        "kind": command.kind.value,
        "authority": authority.id,
        "channel": channel.value,
        "passed_on": "yes" if command.passed_on else "",
    }
    first = [opening.FirstEvent(EventKind.MATTER_OPENED, at, opened, command.subject_line)]
    if asked:
        first.append(opening.FirstEvent(EventKind.REGULATOR_ENQUIRY_RECEIVED, at))
    if command.due is not None:
        due = _due_details(command.due, _zone_of_due(desk, command.laws, command.due, command.due_zone or command.zone))
        first.append(opening.FirstEvent(EventKind.AUTHORITY_DEADLINE_SET, at, due, said_in))
    case = opening.open_case(
        desk,
        kind=CaseKind.MATTER,
        subject=subject,
        requester=None,
        request=Request(
            received_at=at,
            zone=command.zone,
            channel=channel,
            rights=(),
            subject_line=command.subject_line.strip(),
            text=command.text.strip(),
            language=command.language,
        ),
        laws=command.laws,
        events=first,
        files=command.evidence,
        about_id=command.about_id,
    )
    matter = Matter(
        case_number=case.number,
        kind=command.kind,
        authority_id=authority.id,
        why_competent=command.why_competent.strip(),
        reference=command.reference.strip(),
        contact=_contact(command.contact),
        basis=command.basis.strip(),
        person=person,
        target_on=command.target_on,
        passed_on=command.passed_on,
    )
    case_contents.save(desk.session, case.id, matter, at=desk.now, officer_id=desk.officer.id)
    return Changes(cases=frozenset({case.id}), created=case.id, number=case.number)


def save_matter(command: SaveMatter, desk: Desk) -> Changes:
    """Keep the working file. What it is about, its authority and the decision stay as they were: others record those.

    Raises:
        NotPermittedError: the matter is closed.
        InvalidInputError: a question has no words, somebody who answers it is not of this office, an answer that was sent is
            changed or left out, a file is not of this case, or a meeting lies in the future or has no words.
        UndertakingIncompleteError: an undertaking has no words, or nobody of this office who keeps it.
    """
    case = case_file.load_for(desk, command.case_id, Act.ANSWER_AUTHORITY)
    kept, given = case_contents.load(desk.session, case.id, Matter), command.matter
    matter = replace(
        given,
        case_number=kept.case_number,
        kind=kept.kind,
        authority_id=kept.authority_id,
        person=kept.person,
        passed_on=kept.passed_on,
        decision=kept.decision,
        why_competent=given.why_competent.strip(),
        reference=given.reference.strip(),
        contact=_contact(given.contact),
        basis=given.basis.strip(),
        questions=_questions(desk, case, given.questions, kept.questions),
        meetings=tuple(_meeting(desk, one) for one in given.meetings),
        undertakings=undertakings.checked(desk, case, given.undertakings, kept.undertakings),
    )
    files = [one.evidence for one in matter.questions] + [one.evidence for one in matter.undertakings]
    _check_files(desk, case, [number for numbers in files for number in numbers])
    if not case_contents.save(desk.session, case.id, matter, at=desk.now, officer_id=desk.officer.id):
        return Changes(journal=False)
    held = {(one.at, one.call) for one in kept.meetings}
    for one in matter.meetings:
        if (one.at, one.call) not in held:
            details = {"call": "yes" if one.call else ""}
            case_file.record(
                desk, case, EventKind.MEETING_HELD, occurred_at=one.at, zone=one.zone, details=details, text=one.note
            )
    undertakings.follow(desk, case, kept.undertakings, matter.undertakings)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def set_deadline(command: SetAuthorityDeadline, desk: Desk) -> Changes:
    """Record the authority's deadline, or that it is earlier than was thought.

    Raises:
        NotPermittedError: the matter is closed.
        DeadlineLaterError: it is later than the one that stands, and no new letter of the authority says so.
        InvalidInputError: it is not said where it stands, or it lies before the letter that sets it.
    """
    case = case_file.load_for(desk, command.case_id, Act.RECORD_AUTHORITY)
    at = case_file.checked_instant(desk, command.at, command.zone, "at")
    said_in = case_file.required_text(command.said_in, "said_in")
    _check_due(command.due, at, command.zone)
    stands = authority_due(case)
    zone = _zone_of_due(desk, case.laws, command.due, command.due_zone or command.zone)
    if stands is not None and not command.new_letter and end_of(command.due, zone) > _ends(stands):
        raise DeadlineLaterError(case=case.number, due=stands[0], asked=command.due)
    details = _due_details(command.due, zone) | {"new_letter": "yes" if command.new_letter else ""}
    return _record(desk, case, EventKind.AUTHORITY_DEADLINE_SET, at, command.zone, details, said_in)


def ask_more_time(command: AskMoreTime, desk: Desk) -> Changes:
    """Record that the office asked the authority for more time; until it is granted the deadline stays.

    Raises:
        NotPermittedError: the matter is closed.
        InvalidInputError: there is no reason, or the day asked for is not after the deadline that stands.
    """
    case = case_file.load_for(desk, command.case_id, Act.ANSWER_AUTHORITY)
    at = case_file.checked_instant(desk, command.at, command.zone, "at", not_before=case.request.received_at)
    reason = case_file.required_text(command.reason, "more_time_reason")
    stands = authority_due(case)
    if stands is not None and end_of(command.until, command.zone) <= _ends(stands):
        raise InvalidInputError(field="more_time_until", problem="not_after_deadline")
    if command.until < at.astimezone(ZoneInfo(command.zone)).date():
        raise InvalidInputError(field="more_time_until", problem="in_past")
    return _record(desk, case, EventKind.MORE_TIME_ASKED, at, command.zone, {"until": command.until.isoformat()}, reason)


def answer_more_time(command: AnswerMoreTime, desk: Desk) -> Changes:
    """Record what the authority answered to a request for more time: the longer deadline, or that there is none.

    Raises:
        NotPermittedError: the matter is closed.
        MoreTimeNotAskedError: no request for more time is open.
        InvalidInputError: it is not said where it stands, or what was granted ends before the deadline that stands.
    """
    case = case_file.load_for(desk, command.case_id, Act.RECORD_AUTHORITY)
    asked = case.last(EventKind.MORE_TIME_ASKED)
    if asked is None or not more_time_open(case):
        raise MoreTimeNotAskedError(case=case.number)
    at = case_file.checked_instant(desk, command.at, command.zone, "at", not_before=asked.occurred_at)
    said_in = case_file.required_text(command.said_in, "said_in")
    details = {"granted": "yes" if command.until is not None else "no"}
    if command.until is not None:
        _check_due(command.until, at, command.zone)
        stands = authority_due(case)
        zone = _zone_of_due(desk, case.laws, command.until, command.due_zone or command.zone)
        if stands is not None and end_of(command.until, zone) < _ends(stands):
            raise InvalidInputError(field="more_time_until", problem="before_deadline")
        details |= _due_details(command.until, zone)
    return _record(desk, case, EventKind.MORE_TIME_ANSWERED, at, command.zone, details, said_in)


def record_letter(command: RecordAuthorityLetter, desk: Desk) -> Changes:
    """Record that the authority wrote, with its letter; a deadline in it holds, also a later one, for it is the authority's own word.

    The first letter that demands an answer is what a law counts from, where Onee itself had brought the matter there.

    Raises:
        NotPermittedError: the matter is closed.
        InvalidInputError: it is not said what the letter is, or it sets a deadline before itself.
    """
    case = case_file.load_for(desk, command.case_id, Act.RECORD_AUTHORITY)
    at = case_file.checked_instant(desk, command.at, command.zone, "at")
    what = case_file.required_text(command.what, "letter_subject")
    if command.due is not None:
        _check_due(command.due, at, command.zone)
    details = _keep_file(desk, case, command.evidence)
    details["asks"] = "yes" if command.asks else ""
    if command.reference.strip():
        matter = replace(case_contents.load(desk.session, case.id, Matter), reference=command.reference.strip())
        case_contents.save(desk.session, case.id, matter, at=desk.now, officer_id=desk.officer.id)
    _tell(desk, case, EventKind.AUTHORITY_WROTE, at, command.zone, details, what)
    if command.asks and case.last(EventKind.REGULATOR_ENQUIRY_RECEIVED) is None:
        _tell(desk, case, EventKind.REGULATOR_ENQUIRY_RECEIVED, at, command.zone, {}, what)
    if command.due is not None:
        zone = _zone_of_due(desk, case.laws, command.due, command.due_zone or command.zone)
        due = _due_details(command.due, zone) | {"new_letter": "yes"}
        _tell(desk, case, EventKind.AUTHORITY_DEADLINE_SET, at, command.zone, due, what)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def record_decision(command: RecordAuthorityDecision, desk: Desk) -> Changes:
    """Record what the authority decided, and let its consequences begin: reopened decisions, corrective tasks, the appeal period.

    Raises:
        NotPermittedError: the matter is closed, or the request it is about still stands open.
        InvalidInputError: there is no summary, a fine without its amount, a date that cannot be, or rights of no request.
        TaskIncompleteError: a task has no words, or nobody of this office who does it.
        RightNotAskedError: the request does not name one of the rights.
    """
    case = case_file.load_for(desk, command.case_id, Act.RECORD_AUTHORITY)
    at = case_file.checked_instant(desk, command.at, command.zone, "at")
    decision = _decision(desk, command.decision)
    for number, task in enumerate(command.tasks, start=1):
        if not task.text.strip() or task.owner_id not in desk.officers:
            raise TaskIncompleteError(case=case.number, number=number)
    request = request_at_issue(desk, case) if command.reopen else None
    if command.reopen and request is None:
        raise InvalidInputError(field="reopen_rights", problem="no_request")
    details = _keep_file(desk, case, command.evidence)
    details["outcome"] = decision.outcome.value
    _tell(desk, case, EventKind.AUTHORITY_DECIDED, at, command.zone, details, decision.summary)
    matter = case_contents.load(desk.session, case.id, Matter)
    case_contents.save(desk.session, case.id, replace(matter, decision=decision), at=desk.now, officer_id=desk.officer.id)
    _consequences(desk, case, decision, command.tasks)
    touched = {case.id}
    if request is not None:
        anew = ReopenCase(
            case_id=request.id,
            reason=decision.summary,
            cause=ReopenCause.REGULATOR,
            rights=command.reopen,
            at=at,
            zone=command.zone,
        )
        touched |= reconsider.reopen(anew, desk).cases
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset(touched))


def plan_chase(command: PlanChase, desk: Desk) -> Changes:
    """Put a reminder on the desk of the officer who keeps a matter, to ask the authority how it stands.

    Raises:
        NotPermittedError: the matter is closed.
        InvalidInputError: the day lies in the past.
    """
    case = case_file.load_for(desk, command.case_id, Act.ANSWER_AUTHORITY)
    if command.due_on < desk.today():
        raise InvalidInputError(field="chase_on", problem="in_past")
    undertakings.add_task(
        desk, case, undertakings.CHASE, owner_id=case.officer_id, due_on=command.due_on, text=command.text.strip()
    )
    return Changes(cases=frozenset({case.id}))


# Checks


def _concerned(desk: Desk, command: OpenMatter, authority: ListedAuthority) -> tuple[DataSubject, str]:
    """Return the subject of a matter's case, and the name of the person whom it concerns, empty where it concerns nobody."""
    about = case_file.load(desk, command.about_id) if command.about_id is not None else None
    if about is not None and about.kind in {CaseKind.REQUEST, CaseKind.COMPLAINT}:
        return about.subject, about.subject.name
    if about is not None and about.kind is CaseKind.MATTER:
        person = case_contents.load(desk.session, about.id, Matter).person
        if person:
            return about.subject, person
    if command.subject is not None and command.subject.name.strip():
        return command.subject, command.subject.name.strip()
    return DataSubject(command.subject_line.strip() or authority.contact.readable), ""


def _check_due(due: date | datetime, at: datetime, zone: str) -> None:
    if isinstance(due, datetime):
        if due.tzinfo is None:
            raise InvalidInputError(field="authority_due", problem="no_zone")
        early = due < at
    else:
        early = due < at.astimezone(ZoneInfo(zone)).date()
    if early:
        raise InvalidInputError(field="authority_due", problem="before_letter")


def _zone_of_due(desk: Desk, laws: Sequence[LawPlace], due: date | datetime, zone: str) -> str:
    """Return the zone in which a deadline is read: an hour in the given one, a day where it ends first, here or at the authority.

    Raises:
        InvalidInputError: there is no such zone.
        LawUnknownError, PlaceUnknownError: a law is not shipped, or does not reach a place.
    """
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInputError(field="authority_due", problem="unknown_zone") from error
    if isinstance(due, datetime):
        return zone
    theirs = (zone_of(desk.rulebook(one.law), one.place) for one in laws)
    return min((zone, *theirs), key=lambda one: end_of(due, one).astimezone(UTC))


def _due_details(due: date | datetime, zone: str) -> dict[str, str]:
    """Return a deadline as the details of an event, with the zone in which it is read."""
    return {"due": due.astimezone(UTC).isoformat() if isinstance(due, datetime) else due.isoformat(), "due_zone": zone}


def _ends(stands: tuple[date | datetime, CaseEvent]) -> datetime:
    """Return the instant at which the deadline that stands is over."""
    return end_of(stands[0], due_zone(stands[1]))


def _contact(contact: ContactOfficer) -> ContactOfficer:
    return ContactOfficer(contact.name.strip(), contact.email.strip(), contact.phone.strip())


def _questions(desk: Desk, case: Case, given: Sequence[Question], before: Sequence[Question]) -> tuple[Question, ...]:
    """Return questions as they are kept: one that reads as sent is kept as ready, since when it was.

    What was sent is among them as it was sent; the same question may be asked again beside it.
    """
    submissions = [event.recorded_at for event in case.standing if event.kind is EventKind.SUBMISSION_SENT]
    read = as_sent(before, submissions)
    sent = [one for one in read if one.state is QuestionState.SENT]
    ready = {(one.label, one.text, one.answer): one.ready_at for one in read if one.state is QuestionState.READY}
    kept: list[Question] = []
    for one in given:
        if one.state is QuestionState.SENT and one in sent:
            sent.remove(one)
            kept.append(replace(one, state=QuestionState.READY))
            continue
        text = case_file.required_text(one.text, "authority_question")
        label, answer = one.label.strip(), one.answer.strip()
        if one.owner_id is not None and one.owner_id not in desk.officers:
            raise InvalidInputError(field="question_owner", problem="not_of_office")
        state = QuestionState.READY if one.state is QuestionState.SENT else one.state
        if state is QuestionState.READY and not answer:
            raise InvalidInputError(field="answer", problem="empty")
        since = ready.get((label, text, answer)) or desk.now if state is QuestionState.READY else None
        kept.append(replace(one, text=text, label=label, answer=answer, state=state, ready_at=since))
    if sent:
        raise InvalidInputError(field="answer", problem="sent_already")
    return tuple(kept)


def _meeting(desk: Desk, one: Meeting) -> Meeting:
    at = case_file.checked_instant(desk, one.at, one.zone, "meeting_at")
    return replace(one, at=at, people=one.people.strip(), note=case_file.required_text(one.note, "meeting_note"))


def _check_files(desk: Desk, case: Case, numbers: Sequence[int]) -> None:
    known = {one.id for one in evidence_store.list_for_case(desk.session, case.id)} if numbers else set()
    if not known.issuperset(numbers):
        raise InvalidInputError(field="file", problem="not_of_case")


def _decision(desk: Desk, given: MatterDecision) -> MatterDecision:
    decision = replace(
        given,
        reference=given.reference.strip(),
        summary=case_file.required_text(given.summary, "decision_summary"),
        fine=given.fine.strip(),
        appeal_to=given.appeal_to.strip(),
    )
    if decision.decided_on > desk.today():
        raise InvalidInputError(field="decided_on", problem="in_future")
    if decision.outcome is MatterOutcome.FINE and not decision.fine:
        raise InvalidInputError(field="fine", problem="empty")
    if decision.appeal_until is not None and decision.appeal_until < decision.decided_on:
        raise InvalidInputError(field="appeal_until", problem="before_decision")
    return decision


# Recording


def _consequences(desk: Desk, case: Case, decision: MatterDecision, tasks: Sequence[CorrectiveTask]) -> None:
    undertakings.overtake(desk, case.id, undertakings.CHASE, undertakings.APPEAL_PERIOD)
    for task in tasks:
        undertakings.add_task(
            desk, case, undertakings.CORRECTIVE, owner_id=task.owner_id, due_on=task.due_on, text=task.text.strip()
        )
    if decision.appeal_until is not None:
        undertakings.add_task(
            desk,
            case,
            undertakings.APPEAL_PERIOD,
            owner_id=case.officer_id,
            due_on=decision.appeal_until,
            text=decision.appeal_to,
        )


def _keep_file(desk: Desk, case: Case, new: NewEvidence | None) -> dict[str, str]:
    if new is None:
        return {}
    kept = evidence.keep(desk, case, replace(new, kind=EvidenceKind.CORRESPONDENCE))
    return {"evidence": str(kept.id)}


def _record(desk: Desk, case: Case, kind: EventKind, at: datetime, zone: str, details: dict[str, str], text: str) -> Changes:
    _tell(desk, case, kind, at, zone, details, text)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def _tell(desk: Desk, case: Case, kind: EventKind, at: datetime, zone: str, details: dict[str, str], text: str) -> None:
    case_file.record(desk, case, kind, occurred_at=at, zone=zone, details=details, text=text)
