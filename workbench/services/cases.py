"""Cases: the list, and everything the page of one case shows.

Lists are drawn from cached clocks and never load a case; whether something is late is asked of the clock each time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from workbench.domain.case_clocks import ClockLine, is_late
from workbench.domain.cases import Case, CaseKind
from workbench.domain.complaints import Complaint, open_inquiries
from workbench.domain.journal import Entry
from workbench.domain.matters import Matter, unanswered
from workbench.domain.phases import Act, permitted, phase_of
from workbench.services import approvals, case_file, deadlines, next_steps
from workbench.services.lines import CaseFilter, CaseLine, CasePage, DeadlineLine, HistoryLine, NextStep
from workbench.services.next_of_kinds import WorkLeft
from workbench.services.office import Desk
from workbench.store import case_contents
from workbench.store import cases as case_store
from workbench.store import evidence as evidence_store
from workbench.store import journal as journal_store

_TOLD_BY_AN_EVENT = frozenset(
    {
        "letter_drafted",
        "letter_issued",
        "letter_dispatched",
        "letter_delivered",
        "letter_returned",
        "letter_signed",
        "dispatch_recorded",
        "dispatch_outcome",
        "evidence_added",
        "decision_recorded",
        "calendar_kept",
        "rulebook_kept",
    }
)
"""What the journal vouches for row by row while an event of the case tells it already."""


def list_cases(desk: Desk, chosen: CaseFilter | None = None) -> tuple[CaseLine, ...]:
    """Return the cases of a filter, the next deadline first; by default the open ones."""
    wanted = chosen or CaseFilter()
    rows = case_store.list_case_rows(
        desk.session,
        text=wanted.text,
        closed={"open": False, "closed": True}.get(wanted.standing),
        right=wanted.right,
        law=wanted.law,
        phase=wanted.phase,
        kinds=None if wanted.kind is None else (wanted.kind,),
    )
    return tuple(line_of(row, now=desk.now) for row in rows)


def case_id_of(desk: Desk, number: str) -> int:
    """Return the id of a case by its number.

    Raises:
        NotFoundError: no case has this number.
    """
    return case_store.find(desk.session, number)


def case_page(desk: Desk, case_id: int) -> CasePage:
    """Return everything the page of a case shows.

    Raises:
        NotFoundError: there is no such case.
    """
    case = case_file.load(desk, case_id)
    phase = phase_of(case)
    lines = deadlines.lines_of(desk, case)
    return CasePage(
        case=case,
        phase=phase,
        permitted=frozenset[Act]() if desk.read_only else permitted(case),
        officer_name=desk.officer_name(case.officer_id),
        deadlines=lines,
        next_step=_next_step(desk, case, lines),
        evidence=evidence_store.list_for_case(desk.session, case_id),
        letters=case.letters,
        history=_history(desk, case),
        earlier_cases=_earlier(desk, case),
        about=next(iter(_listed(desk, () if case.about_id is None else (case.about_id,))), None),
        about_this=_listed(desk, case_store.about(desk.session, case_id)),
    )


def history(desk: Desk, case_id: int) -> tuple[HistoryLine, ...]:
    """Return what happened in a case, oldest first.

    Raises:
        NotFoundError: there is no such case.
    """
    return _history(desk, case_file.load(desk, case_id))


def line_of(row: case_store.CaseListRow, *, now: datetime) -> CaseLine:
    """Return one row of the store as a line of a list."""
    upcoming = ClockLine.from_json(row.next_deadline.body) if row.next_deadline is not None else None
    return CaseLine(
        id=row.id,
        number=row.number,
        subject_name=row.subject_name,
        rights=row.rights,
        laws=row.laws,
        phase=row.phase,
        received_at=row.received_at,
        zone=row.zone,
        officer_name=row.officer_name,
        due=upcoming.due if upcoming is not None else None,
        safe=upcoming.safe if upcoming is not None else None,
        due_kind=upcoming.kind if upcoming is not None else "",
        due_state=upcoming.state if upcoming is not None else "",
        due_zone=upcoming.zone if upcoming is not None else row.zone,
        late=upcoming is not None and is_late(upcoming, now),
        kind=row.kind,
        about_id=row.about_id,
    )


def _next_step(desk: Desk, case: Case, lines: Sequence[DeadlineLine]) -> NextStep:
    """Return the next step; before an answer leaves, what it says no to or erases has to stand."""
    acknowledge = desk.settings.acknowledge_days > 0
    step = next_steps.next_step(case, lines, acknowledge=acknowledge, now=desk.now, left=_work_left(desk, case))
    held = approvals.held_by(desk, case, lines) if step.code in next_steps.OF_ANSWERS else ""
    return replace(step, code=held, act=Act.DECIDE, letter=None) if held else step


def _work_left(desk: Desk, case: Case) -> WorkLeft:
    """Return what the working file of a complaint or of a matter leaves to do."""
    if case.kind is CaseKind.COMPLAINT:
        complaint = case_contents.load(desk.session, case.id, Complaint)
        return WorkLeft(questions=not complaint.inquiries or bool(open_inquiries(complaint.inquiries)))
    if case.kind is CaseKind.MATTER:
        matter = case_contents.load(desk.session, case.id, Matter)
        promises = any(one.kept_on is None for one in matter.undertakings)
        return WorkLeft(questions=bool(unanswered(matter.questions)), unasked=not matter.questions, promises=promises)
    return WorkLeft()


def _history(desk: Desk, case: Case) -> tuple[HistoryLine, ...]:
    events = {str(event.id): event for event in case.events}
    lines: list[HistoryLine] = []
    for entry in _told_once(journal_store.entries(desk.session, case.number)):
        table, key = journal_store.row_of(entry)
        event = events.get(key) if table == "events" else None
        facts = tuple((name, str(value)) for name, value in entry.facts.items() if name != journal_store.ROW)
        lines.append(
            HistoryLine(
                seq=entry.seq,
                at=entry.at,
                occurred_at=event.occurred_at if event is not None else None,
                officer_name=desk.officer_name(entry.officer_id),
                action=entry.action,
                details=event.details if event is not None else facts,
                text=event.text if event is not None else "",
            )
        )
    return tuple(lines)


def _told_once(entries: Iterable[Entry]) -> Iterable[Entry]:
    for entry in entries:
        is_event = journal_store.row_of(entry)[0] == "events"
        if is_event or entry.action not in _TOLD_BY_AN_EVENT:
            yield entry


def _listed(desk: Desk, case_ids: Sequence[int]) -> tuple[CaseLine, ...]:
    rows = case_store.list_case_rows(desk.session, case_ids=case_ids) if case_ids else ()
    return tuple(line_of(row, now=desk.now) for row in sorted(rows, key=lambda row: row.id))


def _earlier(desk: Desk, case: Case) -> tuple[CaseLine, ...]:
    same = case_store.same_person(desk.session, email=case.subject.email, name=case.subject.name, but=case.id)
    rows = case_store.list_case_rows(desk.session, case_ids=same)
    earlier = sorted((row for row in rows if row.id < case.id), key=lambda row: -row.id)
    return tuple(line_of(row, now=desk.now) for row in earlier)
