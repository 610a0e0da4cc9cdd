"""Cases: the request as it came, the events and decisions after it, and the cache that lists are drawn from.

Where a case stands and its deadlines are worked out by the services and handed over with `save_cached`; events are the truth.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Text, cast, delete, func, insert, or_, select
from sqlalchemy.orm import Session

from workbench.domain.cases import (
    CalendarSnapshot,
    Case,
    CaseEvent,
    CaseKind,
    Channel,
    EventKind,
    LawPlace,
    NewCaseEvent,
    Request,
)
from workbench.domain.decisions import Decision, Outcome
from workbench.domain.errors import NotFoundError
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.store import letters, rulebooks, search
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import (
    CalendarRow,
    CaseCalendarRow,
    CaseRow,
    CounterRow,
    DeadlineRow,
    DecisionRow,
    EventRow,
    JsonObject,
    OfficerRow,
    new_nonce,
)
from workbench.store.values import fold, from_json, schedule_line, to_json, understood


@dataclass(frozen=True, slots=True)
class StoredDeadline:
    """One cached clock. `ends_at` orders lists (the end of the due day, in UTC); None while paused or open-ended.

    `body` is what the services want back: text of their own making.
    """

    law: str
    limit_id: str
    kind: str
    ends_at: datetime | None
    state: str
    body: str
    case_id: int = 0


@dataclass(frozen=True, slots=True)
class CaseListRow:
    """One case as lists need it; `next_deadline` is the one handed over with `save_cached`."""

    id: int
    number: str
    subject_name: str
    rights: tuple[Right, ...]
    laws: tuple[LawPlace, ...]
    phase: Phase
    closed: bool
    received_at: datetime
    zone: str
    opened_at: datetime
    officer_id: int
    officer_name: str
    next_deadline: StoredDeadline | None
    kind: CaseKind = CaseKind.REQUEST
    about_id: int | None = None


def add(  # noqa: PLR0913  a case is opened with all of these, each named at the call
    session: Session,
    *,
    number: str,
    subject: DataSubject,
    requester: Requester | None,
    request: Request,
    laws: Sequence[LawPlace],
    officer_id: int,
    opened_at: datetime,
    kind: CaseKind = CaseKind.REQUEST,
    about_id: int | None = None,
) -> Case:
    """Open a case, without events yet, and return it."""
    row = CaseRow(
        number=number,
        subject=to_json(subject),
        requester=None if requester is None else to_json(requester),
        received_at=request.received_at,
        zone=request.zone,
        received_from=request.received_from,
        channel=request.channel.value,
        rights=[right.value for right in request.rights],
        laws=[[law.law, law.place] for law in laws],
        subject_line=request.subject_line,
        text=request.text,
        language=request.language,
        officer_id=officer_id,
        opened_at=opened_at,
        kind=None if kind is CaseKind.REQUEST else kind.value,
        about_id=about_id,
        phase=Phase.RECEIVED.value,
        closed=False,
    )
    for name, value in found_by(row).items():
        setattr(row, name, value)
    facts = {"rights": ",".join(row.rights), "laws": ",".join(f"{law.law}/{law.place}" for law in laws), "channel": row.channel}
    vouch(session, row, action="case_opened", subject=number, at=opened_at, officer_id=officer_id, facts=facts)
    search.index(session, row)
    return _case(row)


def load(session: Session, case_id: int) -> Case:
    """Return a case with its events, decisions, letters and calendars.

    Raises:
        NotFoundError: no such case.
        StoreDamagedError: a row says what no program of ours wrote.
    """
    row = _row(session, case_id)
    events = session.scalars(select(EventRow).where(EventRow.case_id == case_id).order_by(EventRow.seq))
    decisions = session.scalars(select(DecisionRow).where(DecisionRow.case_id == case_id).order_by(DecisionRow.id))
    with understood():
        return replace(
            _case(row),
            events=tuple(_event(one) for one in events),
            decisions=tuple(_decision(one) for one in decisions),
            letters=letters.list_for_case(session, case_id),
            calendars=_calendars(session, case_id),
            versions=rulebooks.pins(session, (case_id,)).get(case_id, ()),
        )


def load_many(session: Session, case_ids: Sequence[int]) -> tuple[Case, ...]:
    """Return cases with all that their clocks depend on, by id: events, decisions, calendars and rulebooks, but no letters.

    A case that is not there is left out.

    Raises:
        StoreDamagedError: a row says what no program of ours wrote.
    """
    rows = session.scalars(select(CaseRow).where(CaseRow.id.in_(case_ids)).order_by(CaseRow.id)).all()
    events: dict[int, list[EventRow]] = {}
    for event in session.scalars(
        select(EventRow).where(EventRow.case_id.in_(case_ids)).order_by(EventRow.case_id, EventRow.seq)
    ):
        events.setdefault(event.case_id, []).append(event)
    decisions: dict[int, list[DecisionRow]] = {}
    for decision in session.scalars(select(DecisionRow).where(DecisionRow.case_id.in_(case_ids)).order_by(DecisionRow.id)):
        decisions.setdefault(decision.case_id, []).append(decision)
    calendars: dict[int, list[CalendarSnapshot]] = {}
    kept: dict[tuple[str, str], CalendarSnapshot] = {}
    pinned = select(CaseCalendarRow.case_id, CaseCalendarRow.place, CaseCalendarRow.version)
    for case_id, place, version in session.execute(pinned.where(CaseCalendarRow.case_id.in_(case_ids))):
        if (place, version) not in kept:
            row = session.get_one(CalendarRow, (place, version))
            kept[place, version] = CalendarSnapshot(row.place, row.version, row.days)
        calendars.setdefault(case_id, []).append(kept[place, version])
    versions = rulebooks.pins(session, case_ids)
    with understood():
        return tuple(
            replace(
                _case(row),
                events=tuple(_event(one) for one in events.get(row.id, ())),
                decisions=tuple(_decision(one) for one in decisions.get(row.id, ())),
                calendars=tuple(calendars.get(row.id, ())),
                versions=versions.get(row.id, ()),
            )
            for row in rows
        )


def open_calendars(session: Session) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return the open cases by place and version of the calendar that they are reckoned with."""
    query = (
        select(CaseCalendarRow.place, CaseCalendarRow.version, CaseCalendarRow.case_id)
        .join(CaseRow, CaseRow.id == CaseCalendarRow.case_id)
        .where(CaseRow.closed.is_(False))
    )
    found: dict[tuple[str, str], list[int]] = {}
    for place, version, case_id in session.execute(query):
        found.setdefault((place, version), []).append(case_id)
    return {key: tuple(case_ids) for key, case_ids in found.items()}


def calendar_days(session: Session, place: str, version: str) -> str:
    """Return the days of a kept calendar as its canonical JSON, empty where it is not kept."""
    row = session.get(CalendarRow, (place, version))
    return row.days if row is not None else ""


def find(session: Session, number: str) -> int:
    """Return the id of the case with this number, written in capitals or not.

    Raises:
        NotFoundError: no case has it.
    """
    found = session.scalar(select(CaseRow.id).where(CaseRow.number == number.strip().upper()))
    if found is None:
        raise NotFoundError(what="case", name=number)
    return found


def number_of(session: Session, case_id: int) -> str:
    """Return the number of a case.

    Raises:
        NotFoundError: no such case.
    """
    return _row(session, case_id).number


def numbers_of(session: Session, case_ids: Iterable[int]) -> Mapping[int, str]:
    """Return the numbers of cases by their ids, in one query; a case that is not there is left out."""
    wanted = sorted(set(case_ids))
    if not wanted:
        return {}
    return {row.id: row.number for row in session.execute(select(CaseRow.id, CaseRow.number).where(CaseRow.id.in_(wanted)))}


def ids(session: Session, *, closed: bool | None = None) -> tuple[int, ...]:
    """Return the ids of all cases in the order they were opened; only open or only closed ones when asked."""
    query = select(CaseRow.id).order_by(CaseRow.id)
    if closed is not None:
        query = query.where(CaseRow.closed == closed)
    return tuple(session.scalars(query))


def add_event(session: Session, case_id: int, new: NewCaseEvent, *, officer_id: int, recorded_at: datetime) -> CaseEvent:
    """Record what happened in a case and return it with its place in the order.

    Raises:
        NotFoundError: no such case.
    """
    case = _row(session, case_id)
    last = session.scalar(select(func.max(EventRow.seq)).where(EventRow.case_id == case_id)) or 0
    row = EventRow(
        case_id=case_id,
        seq=last + 1,
        kind=new.kind.value,
        occurred_at=new.occurred_at,
        zone=new.zone,
        recorded_at=recorded_at,
        officer_id=officer_id,
        details=[[name, value] for name, value in new.details],
        text=new.text,
    )
    vouch(
        session,
        row,
        action=new.kind.value,
        subject=case.number,
        at=recorded_at,
        officer_id=officer_id,
        facts={"event": row.seq},
    )
    if row.text:
        search.index(session, row)
    return _event(row)


def add_decision(session: Session, decision: Decision) -> Decision:
    """Record a decision, whatever id it carries, and return it with the id it got.

    Raises:
        NotFoundError: no such case.
    """
    case = _row(session, decision.case_id)
    row = DecisionRow(
        case_id=decision.case_id,
        right=decision.right.value,
        outcome=decision.outcome.value,
        grounds=list(decision.grounds),
        reason=decision.reason,
        internal_note=decision.internal_note,
        schedule=[to_json(line) for line in decision.schedule],
        decided_at=decision.decided_at,
        officer_id=decision.officer_id,
    )
    facts = {"right": row.right, "outcome": row.outcome, "grounds": ",".join(row.grounds)}
    vouch(
        session,
        row,
        action="decision_recorded",
        subject=case.number,
        at=decision.decided_at,
        officer_id=decision.officer_id,
        facts=facts,
    )
    search.index(session, row)
    return _decision(row)


def next_number(session: Session, series: str, year: int) -> str:
    """Return the next number of a series in a year, such as "DSR-2026-0042"; no two `writing()` sessions get the same."""
    row = session.get(CounterRow, (series, year))
    if row is None:
        row = CounterRow(series=series, year=year, last=0)
        session.add(row)
    row.last += 1
    session.flush()
    return f"{series}-{year}-{row.last:04d}"


def return_number(session: Session, series: str, year: int) -> None:
    """Give back the newest number of a series, which was taken in this transaction and is not used."""
    session.get_one(CounterRow, (series, year)).last -= 1
    session.flush()


def save_calendar(session: Session, case_id: int, snapshot: CalendarSnapshot, *, at: datetime, officer_id: int) -> bool:
    """Keep the calendar that a case is reckoned with in one place; return whether it differs from the one kept before.

    Raises:
        NotFoundError: no such case.
        ValueError: this version was kept before with other days: a programmer's slip.
    """
    case = _row(session, case_id)
    kept = session.get(CalendarRow, (snapshot.place, snapshot.version))
    if kept is not None and kept.days != snapshot.days:
        message = "one version of a calendar cannot say two things"
        raise ValueError(message)
    if kept is None:
        session.add(CalendarRow(place=snapshot.place, version=snapshot.version, days=snapshot.days))
        session.flush()
    row = session.get(CaseCalendarRow, (case_id, snapshot.place))
    if row is None:
        row = CaseCalendarRow(case_id=case_id, place=snapshot.place, nonce=new_nonce())
    elif row.version == snapshot.version:
        return False
    row.version = snapshot.version
    row.days_sha256 = days_digest(snapshot.days)
    facts = {"place": snapshot.place, "version": snapshot.version}
    vouch(session, row, action="calendar_kept", subject=case.number, at=at, officer_id=officer_id, facts=facts)
    return True


def save_phase(session: Session, case_id: int, phase: Phase) -> None:
    """Replace what lists know of where a case stands; its clocks are as they were.

    Raises:
        NotFoundError: no such case.
    """
    row = _row(session, case_id)
    row.phase, row.closed = phase.value, phase is Phase.CLOSED
    session.flush()


def save_cached(
    session: Session,
    case_id: int,
    *,
    phase: Phase,
    deadlines: Sequence[StoredDeadline],
    next_deadline: StoredDeadline | None = None,
) -> None:
    """Replace what lists know of a case: its phase, its clocks in the order given, and the one that a list shows.

    Raises:
        NotFoundError: no such case.
    """
    row = _row(session, case_id)
    row.phase, row.closed = phase.value, phase is Phase.CLOSED
    row.next_ends_at = None if next_deadline is None else next_deadline.ends_at
    row.next_deadline = None if next_deadline is None else _cached_json(next_deadline)
    session.flush()
    session.execute(delete(DeadlineRow).where(DeadlineRow.case_id == case_id))
    rows = [
        {
            "case_id": case_id,
            "position": position,
            "law": one.law,
            "limit_id": one.limit_id,
            "kind": one.kind,
            "ends_at": one.ends_at,
            "state": one.state,
            "body": one.body,
        }
        for position, one in enumerate(deadlines)
    ]
    if rows:
        session.execute(insert(DeadlineRow), rows)


def list_deadlines(
    session: Session,
    *,
    case_id: int | None = None,
    states: Sequence[str] = (),
    closed: bool | None = None,
    ends_before: datetime | None = None,
) -> tuple[StoredDeadline, ...]:
    """Return cached clocks by the end of their due day, those without one last.

    Args:
        session: any session.
        case_id: only this case's, in the order they were saved.
        states: only clocks in these states.
        closed: only of closed, or only of open cases.
        ends_before: only clocks that end before this instant.
    """
    query = select(
        DeadlineRow.law,
        DeadlineRow.limit_id,
        DeadlineRow.kind,
        DeadlineRow.ends_at,
        DeadlineRow.state,
        DeadlineRow.body,
        DeadlineRow.case_id,
    )
    if case_id is not None:
        query = query.where(DeadlineRow.case_id == case_id).order_by(DeadlineRow.position)
    if states:
        query = query.where(DeadlineRow.state.in_(states))
    if closed is not None:
        query = query.join(CaseRow, CaseRow.id == DeadlineRow.case_id).where(CaseRow.closed == closed)
    if ends_before is not None:
        query = query.where(DeadlineRow.ends_at < ends_before)
    query = query.order_by(DeadlineRow.ends_at.is_(None), DeadlineRow.ends_at, DeadlineRow.id)
    return tuple(StoredDeadline(*found) for found in session.execute(query))


def list_case_rows(  # noqa: PLR0913  a list is narrowed in this many ways
    session: Session,
    *,
    text: str = "",
    closed: bool | None = None,
    right: Right | None = None,
    law: str = "",
    phase: Phase | None = None,
    kinds: Sequence[CaseKind] | None = None,
    subject_email: str = "",
    case_ids: Sequence[int] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[CaseListRow, ...]:
    """Return cases by their next deadline, those without one last, the newest first among equals.

    Args:
        session: any session.
        text: words of which each is part of the number, a name or an e-mail address; case and accents do not matter.
        closed: only closed, or only open cases.
        right: only cases that ask for this right.
        law: only cases under this law.
        phase: only cases in this phase.
        kinds: only cases of these kinds.
        subject_email: only cases of the person with this address.
        case_ids: only these.
        limit: at most so many; None for all.
        offset: leave out so many first (with a limit).
    """
    query = select(
        CaseRow.id,
        CaseRow.number,
        CaseRow.subject_name,
        CaseRow.rights,
        CaseRow.laws,
        CaseRow.phase,
        CaseRow.closed,
        CaseRow.received_at,
        CaseRow.zone,
        CaseRow.opened_at,
        CaseRow.officer_id,
        OfficerRow.name,
        CaseRow.next_deadline,
        CaseRow.next_ends_at,
        CaseRow.kind,
        CaseRow.about_id,
    )
    query = query.join(OfficerRow, OfficerRow.id == CaseRow.officer_id)
    query = query.where(*_narrowed(text=text, closed=closed, right=right, law=law, phase=phase))
    if kinds is not None:
        query = query.where(func.coalesce(CaseRow.kind, CaseKind.REQUEST.value).in_([kind.value for kind in kinds]))
    if subject_email:
        query = query.where(CaseRow.folded_email == fold(subject_email))
    if case_ids is not None:
        query = query.where(CaseRow.id.in_(case_ids))
    query = query.order_by(CaseRow.next_ends_at.is_(None), CaseRow.next_ends_at, CaseRow.id.desc())
    if limit is not None:
        query = query.limit(limit).offset(offset)
    with understood():
        return tuple(
            CaseListRow(
                id=row.id,
                number=row.number,
                subject_name=row.subject_name,
                rights=tuple(Right(right) for right in row.rights),
                laws=_laws(row.laws),
                phase=Phase(row.phase),
                closed=row.closed,
                received_at=row.received_at,
                zone=row.zone,
                opened_at=row.opened_at,
                officer_id=row.officer_id,
                officer_name=row.name,
                next_deadline=_shown(row.next_deadline, row.next_ends_at, row.id),
                kind=_kind(row.kind),
                about_id=row.about_id,
            )
            for row in session.execute(query)
        )


def same_person(session: Session, *, email: str, name: str, but: int | None = None) -> tuple[int, ...]:
    """Return the ids of the cases of the same e-mail address or the same name, the newest first, without the case `but`."""
    same = []
    if email.strip():
        same.append(CaseRow.folded_email == fold(email))
    if name.strip():
        same.append(CaseRow.folded_name == fold(name))
    if not same:
        return ()
    query = select(CaseRow.id).where(or_(*same)).order_by(CaseRow.id.desc())
    return tuple(session.scalars(query if but is None else query.where(CaseRow.id != but)))


def about(session: Session, case_id: int, *kinds: CaseKind) -> tuple[int, ...]:
    """Return the ids of the cases of these kinds (of any, where none is named) that are about a case, oldest first."""
    query = select(CaseRow.id).where(CaseRow.about_id == case_id).order_by(CaseRow.id)
    if kinds:
        query = query.where(CaseRow.kind.in_([kind.value for kind in kinds]))
    return tuple(session.scalars(query))


def count(
    session: Session,
    *,
    text: str = "",
    closed: bool | None = None,
    right: Right | None = None,
    law: str = "",
    phase: Phase | None = None,
) -> int:
    """Return how many cases `list_case_rows` returns without a limit."""
    narrowed = _narrowed(text=text, closed=closed, right=right, law=law, phase=phase)
    return session.scalar(select(func.count()).select_from(CaseRow).where(*narrowed)) or 0


def count_phases(session: Session) -> dict[Phase, int]:
    """Return how many cases are in each phase that any case is in."""
    found = session.execute(select(CaseRow.phase, func.count()).group_by(CaseRow.phase))
    with understood():
        return {Phase(phase): many for phase, many in found}


def found_by(row: CaseRow) -> dict[str, str]:
    """Return the cached columns by which a case is listed and found. For the store's own modules."""
    people = [row.subject, row.requester or {}]
    words = [str(person.get(part, "")) for person in people for part in ("name", "email")]
    name, email = words[0], words[1]
    return {
        "subject_name": name,
        "folded_name": fold(name),
        "folded_email": fold(email),
        "find_text": fold("\n".join([row.number, *words])),
    }


def days_digest(days: str) -> str:
    """Return the hex SHA-256 of a calendar's days."""
    return hashlib.sha256(days.encode("utf-8")).hexdigest()


def _narrowed(
    *, text: str, closed: bool | None, right: Right | None, law: str, phase: Phase | None
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    conditions += [CaseRow.find_text.contains(word, autoescape=True) for word in fold(text).split()]
    if closed is not None:
        conditions.append(CaseRow.closed == closed)
    if right is not None:
        conditions.append(cast(CaseRow.rights, Text).contains(f'"{right.value}"', autoescape=True))
    if law:
        conditions.append(cast(CaseRow.laws, Text).contains(f'["{law}", ', autoescape=True))
    if phase is not None:
        conditions.append(CaseRow.phase == phase.value)
    return conditions


def _row(session: Session, case_id: int) -> CaseRow:
    return row_of(session, CaseRow, case_id, what="case")


def _case(row: CaseRow) -> Case:
    with understood():
        return Case(
            id=row.id,
            number=row.number,
            subject=from_json(DataSubject, row.subject),
            requester=None if row.requester is None else from_json(Requester, row.requester),
            request=Request(
                received_at=row.received_at,
                zone=row.zone,
                channel=Channel(row.channel),
                rights=tuple(Right(right) for right in row.rights),
                subject_line=row.subject_line,
                text=row.text,
                language=row.language,
                received_from=row.received_from,
            ),
            laws=_laws(row.laws),
            officer_id=row.officer_id,
            opened_at=row.opened_at,
            kind=_kind(row.kind),
            about_id=row.about_id,
        )


def _kind(kept: str | None) -> CaseKind:
    return CaseKind(kept) if kept is not None else CaseKind.REQUEST


def _laws(kept: list[list[str]]) -> tuple[LawPlace, ...]:
    if not all(isinstance(pair, list) for pair in kept):
        message = "a law stands with its place"
        raise TypeError(message)
    return tuple(LawPlace(law, place) for law, place in kept)


def _event(row: EventRow) -> CaseEvent:
    with understood():
        return CaseEvent(
            id=row.id,
            seq=row.seq,
            kind=EventKind(row.kind),
            occurred_at=row.occurred_at,
            zone=row.zone,
            recorded_at=row.recorded_at,
            officer_id=row.officer_id,
            details=tuple((name, value) for name, value in row.details),
            text=row.text,
        )


def _decision(row: DecisionRow) -> Decision:
    with understood():
        return Decision(
            id=row.id,
            case_id=row.case_id,
            right=Right(row.right),
            outcome=Outcome(row.outcome),
            grounds=tuple(row.grounds),
            reason=row.reason,
            internal_note=row.internal_note,
            schedule=tuple(schedule_line(line) for line in row.schedule),
            decided_at=row.decided_at,
            officer_id=row.officer_id,
        )


def _calendars(session: Session, case_id: int) -> tuple[CalendarSnapshot, ...]:
    query = (
        select(CalendarRow)
        .join(CaseCalendarRow, (CaseCalendarRow.place == CalendarRow.place) & (CaseCalendarRow.version == CalendarRow.version))
        .where(CaseCalendarRow.case_id == case_id)
        .order_by(CalendarRow.place)
    )
    return tuple(CalendarSnapshot(row.place, row.version, row.days) for row in session.scalars(query))


def _cached_json(one: StoredDeadline) -> JsonObject:
    return {"law": one.law, "limit_id": one.limit_id, "kind": one.kind, "state": one.state, "body": one.body}


def _shown(cached: JsonObject | None, ends_at: datetime | None, case_id: int) -> StoredDeadline | None:
    return None if cached is None else StoredDeadline(**cached, ends_at=ends_at, case_id=case_id)
