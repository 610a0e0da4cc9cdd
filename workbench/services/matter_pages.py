"""Regulator matters as lists and pages show them: the three dates, the questions, what was written both ways, what is overdue.

Days are local days of the office. The list is drawn from cached clocks and the working files; it loads no case.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from workbench.domain.authorities import CheckState, ListedAuthority
from workbench.domain.case_clocks import AUTHORITY_DEADLINE, ClockLine, end_of, is_late
from workbench.domain.cases import Case, CaseEvent, CaseKind, EventKind
from workbench.domain.clocks import ClockState
from workbench.domain.decisions import ReopenCause
from workbench.domain.evidence import Evidence
from workbench.domain.letters import Letter
from workbench.domain.matters import Matter, MatterKind, Question, as_sent, unanswered
from workbench.domain.phases import Phase, phase_of
from workbench.domain.rights import Right
from workbench.services import authorities, case_file, deadlines, tasks
from workbench.services.lines import DeadlineLine
from workbench.services.office import Desk
from workbench.services.tasks import TaskLine
from workbench.store import case_contents
from workbench.store import cases as case_store
from workbench.store import evidence as evidence_store

_INCOMING = frozenset(
    {
        EventKind.AUTHORITY_WROTE,
        EventKind.MORE_TIME_ANSWERED,
        EventKind.AUTHORITY_DECIDED,
        EventKind.AUTHORITY_DEADLINE_SET,
    }
)
_OUTGOING = frozenset({EventKind.LETTER_DISPATCHED, EventKind.MORE_TIME_ASKED})
_CONTACT = _INCOMING | _OUTGOING | {EventKind.MATTER_OPENED, EventKind.MEETING_HELD}
_RUNNING = (ClockState.RUNNING.value, ClockState.PAUSED.value, ClockState.OPEN_ENDED.value)


@dataclass(frozen=True, slots=True)
class MatterLine:
    """One matter in the list.

    `due` is the authority's own deadline while it runs, else the statutory one that ends first; `due_kind` says which it is.
    `asked` counts the authority's questions, `answered` those whose answer is ready or sent.
    """

    id: int
    number: str
    kind: MatterKind
    phase: Phase
    authority_id: str
    authority: str
    reference: str
    about: str
    person: str
    due: date | datetime | None
    due_kind: str
    zone: str
    late: bool
    target_on: date | None
    asked: int
    answered: int
    officer_name: str


@dataclass(frozen=True, slots=True)
class MoreTime:
    """One request for more time: `granted` is None while the authority has not answered, `due` what it granted, in `due_zone`."""

    asked_at: datetime
    zone: str
    until: date
    reason: str
    granted: bool | None = None
    due: date | datetime | None = None
    due_zone: str = ""
    said_in: str = ""


@dataclass(frozen=True, slots=True)
class Correspondence:
    """One piece of writing between the office and the authority; `what` is the event, `letter` ours, `files` what came."""

    at: datetime
    zone: str
    incoming: bool
    what: EventKind
    text: str
    letter: Letter | None = None
    files: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a matter reminds of: questions_open, target_passed, undertaking_due, more_time_unanswered or authority_silent.

    `on` is the day it is about, `numbers` are the questions or undertakings, `days` how long the authority has been silent.
    """

    code: str
    on: date | None
    late: bool
    numbers: tuple[int, ...] = ()
    days: int = 0

    @property
    def word_key(self) -> str:
        """Return the key of its sentence in the table `matter_reminder`."""
        late = {"questions_open": "questions_late", "undertaking_due": "undertaking_late"}
        key = late.get(self.code, self.code) if self.late else self.code
        if self.code != "questions_open":
            return key
        return f"{key}_one" if len(self.numbers) == 1 else f"{key}_other"


@dataclass(frozen=True, slots=True)
class AboutCase:
    """A case that a matter is about, itself or through another.

    `decided` are the rights that a decision stands on; `reopened_at` is when a regulator's word made it be taken up again last.
    """

    id: int
    number: str
    kind: CaseKind
    phase: Phase
    rights: tuple[Right, ...] = ()
    decided: tuple[Right, ...] = ()
    reopened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MatterPage:
    """Everything the panel of one matter shows.

    `own` is the authority's deadline, `statutory` are the limits of the laws; the office's own target stands in the file.
    `about` begins with the case that the matter is about and ends with the request at issue, where there is one.
    """

    case: Case
    phase: Phase
    matter: Matter
    authority: ListedAuthority | None
    authority_state: CheckState | None
    own: DeadlineLine | None
    statutory: tuple[DeadlineLine, ...]
    more_time: tuple[MoreTime, ...]
    correspondence: tuple[Correspondence, ...]
    about: tuple[AboutCase, ...]
    unanswered: tuple[int, ...]
    reminders: tuple[Reminder, ...]
    tasks: tuple[TaskLine, ...]
    evidence: tuple[Evidence, ...]
    officers: tuple[tuple[int, str], ...]
    officer_name: str


def list_matters(desk: Desk, *, every: bool = False) -> tuple[MatterLine, ...]:
    """Return the open matters, or every one, by their deadline: what is overdue first, what has none last."""
    rows = case_store.list_case_rows(desk.session, closed=None if every else False, kinds=(CaseKind.MATTER,))
    files = case_contents.load_all(desk.session, Matter)
    names = authorities.directory(desk).authorities
    numbers = case_store.numbers_of(desk.session, (row.about_id for row in rows if row.about_id is not None))
    own = {
        one.case_id: ClockLine.from_json(one.body)
        for one in case_store.list_deadlines(desk.session, states=_RUNNING)
        if one.kind == AUTHORITY_DEADLINE
    }
    lines: list[tuple[tuple[bool, datetime, int], MatterLine]] = []
    for row in rows:
        matter = files.get(row.id)
        if matter is None:
            continue
        cached = ClockLine.from_json(row.next_deadline.body) if row.next_deadline is not None else None
        clock = own.get(row.id) or cached
        due = clock.due if clock is not None and not row.closed else None
        authority = names.get(matter.authority_id)
        line = MatterLine(
            id=row.id,
            number=row.number,
            kind=matter.kind,
            phase=row.phase,
            authority_id=matter.authority_id,
            authority=authority.contact.readable if authority is not None else matter.authority_id,
            reference=matter.reference,
            about=numbers[row.about_id] if row.about_id is not None else "",
            person=matter.person,
            due=due,
            due_kind=clock.kind if clock is not None and due is not None else "",
            zone=clock.zone if clock is not None else row.zone,
            late=clock is not None and due is not None and is_late(clock, desk.now),
            target_on=matter.target_on,
            asked=len(matter.questions),
            answered=len(matter.questions) - len(unanswered(matter.questions)),
            officer_name=row.officer_name,
        )
        ends = end_of(due, line.zone) if due is not None else datetime.max.replace(tzinfo=UTC)
        lines.append(((row.closed, ends, row.id), line))
    return tuple(line for _, line in sorted(lines, key=lambda found: found[0]))


def count_open(desk: Desk) -> int:
    """Return how many matters are open."""
    return len(case_store.list_case_rows(desk.session, closed=False, kinds=(CaseKind.MATTER,)))


def matter_page(desk: Desk, case_id: int) -> MatterPage:
    """Return everything the panel of one matter shows.

    Raises:
        NotFoundError: there is no such case, or it is no matter.
    """
    case = case_file.load(desk, case_id)
    kept = case_contents.load(desk.session, case_id, Matter)
    matter = replace(kept, questions=questions_of(case, kept))
    authority = authorities.directory(desk).authorities.get(matter.authority_id)
    lines = deadlines.lines_of(desk, case)
    files = evidence_store.list_for_case(desk.session, case_id)
    return MatterPage(
        case=case,
        phase=phase_of(case),
        matter=matter,
        authority=authority,
        authority_state=authority.state(today=desk.today()) if authority is not None else None,
        own=next((line for line in lines if line.kind == AUTHORITY_DEADLINE), None),
        statutory=tuple(line for line in lines if line.kind != AUTHORITY_DEADLINE),
        more_time=tuple(_more_time(case)),
        correspondence=tuple(_correspondence(case, matter, files)),
        about=about_cases(desk, case),
        unanswered=unanswered(matter.questions),
        reminders=tuple(_reminders(desk, case, matter, lines)),
        tasks=tasks.tasks_of(desk, case_id),
        evidence=files,
        officers=tuple((one.id, one.name) for one in desk.officers.values()),
        officer_name=desk.officer_name(case.officer_id),
    )


def questions_of(case: Case, matter: Matter) -> tuple[Question, ...]:
    """Return the questions of a matter as they read now; see `as_sent`."""
    sent = (event.recorded_at for event in case.standing if event.kind is EventKind.SUBMISSION_SENT)
    return as_sent(matter.questions, sent)


def more_time_open(case: Case) -> bool:
    """Return whether the authority was asked for more time and has not answered yet."""
    asked, answered = case.last(EventKind.MORE_TIME_ASKED), case.last(EventKind.MORE_TIME_ANSWERED)
    return asked is not None and (answered is None or answered.seq < asked.seq)


def about_cases(desk: Desk, case: Case) -> tuple[AboutCase, ...]:
    """Return the case that a matter is about, and what that one is about in turn, down to the request at issue."""
    return tuple(
        AboutCase(
            id=one.id,
            number=one.number,
            kind=one.kind,
            phase=phase_of(one),
            rights=one.request.rights,
            decided=tuple(right for right in one.request.rights if one.decision(right) is not None),
            reopened_at=_reopened_at(one),
        )
        for one in _chain(desk, case)
    )


def request_at_issue(desk: Desk, case: Case) -> Case | None:
    """Return the request that a matter is about, itself or through the complaint or the matter it is about; None for none."""
    return next((one for one in _chain(desk, case) if one.kind is CaseKind.REQUEST), None)


def _reopened_at(case: Case) -> datetime | None:
    event = case.last(EventKind.REOPENED)
    return event.occurred_at if event is not None and event.detail("cause") == ReopenCause.REGULATOR.value else None


def _chain(desk: Desk, case: Case) -> Iterable[Case]:
    seen, about_id = {case.id}, case.about_id
    while about_id is not None and about_id not in seen:
        seen.add(about_id)
        about = case_file.load(desk, about_id)
        yield about
        about_id = about.about_id


# What was asked, written, forgotten


def _more_time(case: Case) -> Iterable[MoreTime]:
    events = case.standing
    asked = [event for event in events if event.kind is EventKind.MORE_TIME_ASKED]
    for place, event in enumerate(asked):
        following = asked[place + 1].seq if place + 1 < len(asked) else None
        answer = next(
            (
                one
                for one in events
                if one.kind is EventKind.MORE_TIME_ANSWERED
                and one.seq > event.seq
                and (following is None or one.seq < following)
            ),
            None,
        )
        one = MoreTime(event.occurred_at, event.zone, date.fromisoformat(event.detail("until")), event.text)
        if answer is not None:
            due = answer.detail("due")
            granted = answer.detail("granted") == "yes"
            one = replace(one, granted=granted, due=_moment(due) if due else None, said_in=answer.text)
            one = replace(one, due_zone=answer.detail("due_zone") or answer.zone)
        yield one


def _correspondence(case: Case, matter: Matter, files: Iterable[Evidence]) -> Iterable[Correspondence]:
    by_id = {one.id: one for one in files}
    letters = {one.number: one for one in case.letters}
    found: list[tuple[tuple[datetime, int], Correspondence]] = []
    for event in case.standing:
        if event.kind is EventKind.MATTER_OPENED:
            incoming = not matter.passed_on
            text = event.text or matter.reference
        elif event.kind in _INCOMING:
            if event.kind is EventKind.AUTHORITY_DEADLINE_SET and not _a_letter_of_its_own(case, event):
                continue
            incoming, text = True, event.text
        elif event.kind in _OUTGOING:
            incoming, text = False, event.text
        else:
            continue
        letter = letters.get(event.detail("letter"))
        came = _files_of(case, event, by_id)
        found.append(
            (
                (event.occurred_at, event.seq),
                Correspondence(event.occurred_at, event.zone, incoming, event.kind, text, letter, came),
            )
        )
    return (one for _, one in sorted(found, key=lambda pair: pair[0]))


def _a_letter_of_its_own(case: Case, event: CaseEvent) -> bool:
    """Return whether a deadline came with a letter that no other event tells."""
    told = {EventKind.AUTHORITY_WROTE, EventKind.MATTER_OPENED}
    same = any(one.kind in told and one.recorded_at == event.recorded_at for one in case.events)
    return event.detail("new_letter") == "yes" and not same


def _files_of(case: Case, event: CaseEvent, by_id: dict[int, Evidence]) -> tuple[Evidence, ...]:
    if event.kind is EventKind.MATTER_OPENED:
        numbers = [
            one.detail("evidence")
            for one in case.events
            if one.kind is EventKind.EVIDENCE_ADDED and one.recorded_at == event.recorded_at
        ]
    else:
        numbers = [event.detail("evidence")]
    return tuple(by_id[int(number)] for number in numbers if number and int(number) in by_id)


def _reminders(desk: Desk, case: Case, matter: Matter, lines: Iterable[DeadlineLine]) -> Iterable[Reminder]:
    phase, today, days = phase_of(case), desk.today(), desk.settings.chase_days
    if phase is Phase.CLOSED:
        return
    left = unanswered(matter.questions)
    running = [(end_of(line.due, line.zone), line) for line in lines if line.due is not None and line.state in _RUNNING]
    if left and running:
        _, first = min(running, key=lambda found: found[0])
        on = _local(first.due, first.zone)
        if (on - today).days <= days:
            yield Reminder("questions_open", on, first.late, left)
    if left and matter.target_on is not None and matter.target_on < today:
        yield Reminder("target_passed", matter.target_on, late=True)
    for one in matter.undertakings:
        if one.kept_on is None and (one.due_on - today).days <= days:
            yield Reminder("undertaking_due", one.due_on, one.due_on < today, (one.number,))
    waiting = more_time_open(case)
    if waiting or phase is Phase.AWAITING_AUTHORITY:
        last = max((event.occurred_at for event in case.standing if event.kind in _CONTACT), default=None)
        silent = (today - last.astimezone(ZoneInfo(desk.settings.home_zone)).date()).days if last is not None else 0
        if silent >= days:
            yield Reminder("more_time_unanswered" if waiting else "authority_silent", None, late=True, days=silent)


def _local(due: date | datetime | None, zone: str) -> date:
    if isinstance(due, datetime):
        return due.astimezone(ZoneInfo(zone)).date()
    if due is None:
        raise TypeError(due)
    return due


def _moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
