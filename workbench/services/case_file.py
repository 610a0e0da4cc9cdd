"""The case file as use cases handle it: load what a command may touch, record an event, fold the clocks again.

Every use case that adds an event ends with `refold`, so that the cached clocks in the lists are those of the events.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.domain import phases
from workbench.domain.calendars import Calendar
from workbench.domain.case_clocks import HOUSE_ACK, CaseClock, ClockLine, clocks_of, next_line
from workbench.domain.cases import ARRIVALS, Case, CaseEvent, Channel, EventKind, LawVersion, NewCaseEvent
from workbench.domain.errors import InvalidInputError, NotPermittedError
from workbench.domain.phases import Act, phase_of
from workbench.services.office import Desk
from workbench.store import cases as case_store
from workbench.store import rulebooks as rulebook_store

CLOCK_SKEW = timedelta(minutes=5)
"""How far ahead of this machine another one's clock may run before an instant counts as the future."""


def load(desk: Desk, case_id: int) -> Case:
    """Return a case with everything in it.

    Raises:
        NotFoundError: there is no such case in this store.
    """
    return case_store.load(desk.session, case_id)


def load_for(desk: Desk, case_id: int, act: Act) -> Case:
    """Return a case that permits an act where it stands.

    Raises:
        NotFoundError: there is no such case in this store.
        NotPermittedError: the phase of the case does not permit the act.
    """
    return permitted(load(desk, case_id), act)


def permitted(case: Case, act: Act) -> Case:
    """Return a case that permits an act where it stands.

    Raises:
        NotPermittedError: the phase of the case does not permit the act.
    """
    if act not in phases.permitted(case):
        raise NotPermittedError(command=act.value, phase=phase_of(case).value, case=case.number)
    return case


def clocks(desk: Desk, case: Case) -> tuple[CaseClock, ...]:
    """Return the clocks of a case, folded from its events with the calendars kept with it."""
    kept = {place.place: calendar_of(desk, case, place.law, place.place) for place in case.laws}
    books = {place.law: desk.rulebook_of(case, place.law) for place in case.laws}
    return clocks_of(case, books, kept, acknowledge_days=desk.settings.acknowledge_days)


def pin(desk: Desk, case: Case) -> None:
    """Keep with a case the calendars and the rulebooks of today, which its clocks are folded with from now on."""
    year = case.request.received_at.year
    for place in {one.place: one for one in case.laws}.values():
        snapshot = desk.snapshot(place.law, place.place, year=year)
        case_store.save_calendar(desk.session, case.id, snapshot, at=desk.now, officer_id=desk.officer.id)
    pin_rulebooks(desk, case)


def pin_rulebooks(desk: Desk, case: Case) -> None:
    """Keep with a case the rulebooks of today, which its clocks are folded with from now on."""
    for one in case.laws:
        book = desk.rulebook(one.law)
        version = LawVersion(one.law, book.digest)
        rulebook_store.pin(desk.session, case.id, version, book.text, at=desk.now, officer_id=desk.officer.id)


def record(
    desk: Desk,
    case: Case,
    kind: EventKind,
    *,
    occurred_at: datetime,
    zone: str,
    details: Mapping[str, str] | None = None,
    text: str = "",
) -> CaseEvent:
    """Record an event of a case, with its line in the journal, and return it."""
    event = NewCaseEvent(
        kind=kind,
        occurred_at=occurred_at,
        zone=zone,
        details=tuple((name, value) for name, value in (details or {}).items() if value),
        text=text,
    )
    return case_store.add_event(desk.session, case.id, event, officer_id=desk.officer.id, recorded_at=desk.now)


def refold(desk: Desk, case_id: int, *, before: Case | None = None) -> Case:
    """Fold the clocks and the phase of a case again, keep them for the lists, and return the case as it is now.

    A date that moved is a line of the journal, with the date before and after.

    Args:
        desk: the desk of the use case.
        case_id: the case.
        before: the case as it was when the use case began; None when it is new.
    """
    case = load(desk, case_id)
    lines = listed_lines(desk, case)
    _keep(desk, case, lines)
    if before is not None:
        record_moves(desk, case, listed_lines(desk, before), lines)
    return case


def refold_as(desk: Desk, before: Case, case: Case) -> Case:
    """Fold the clocks of a case that is known as it is now, and return it; clocks that did not change are not written again."""
    lines, held = listed_lines(desk, case), listed_lines(desk, before)
    if lines == held:
        case_store.save_phase(desk.session, case.id, phase_of(case))
    else:
        _keep(desk, case, lines)
        record_moves(desk, case, held, lines)
    return case


def listed_lines(desk: Desk, case: Case) -> tuple[ClockLine, ...]:
    """Return the clocks of a case that lists keep: all but the house rule, which hangs on a setting."""
    return tuple(clock.line for clock in clocks(desk, case) if clock.line.kind != HOUSE_ACK)


def lines_of(stored: Sequence[case_store.StoredDeadline]) -> tuple[ClockLine, ...]:
    """Return cached clocks as the lines they were made from."""
    return tuple(ClockLine.from_json(one.body) for one in stored)


def record_moves(desk: Desk, case: Case, before: Sequence[ClockLine], after: Sequence[ClockLine]) -> None:
    """Write a line of the journal for each open clock whose date or standing changed."""
    held = {
        (line.law, line.limit_id, line.kind, right): line for line in before for right in line.rights or (None,) if line.open
    }
    told: set[tuple[str, str, str, str]] = set()
    for line in after:
        for right in line.rights or (None,):
            old = held.get((line.law, line.limit_id, line.kind, right))
            if old is None or not (line.open and line.binding) or _shown(old) == _shown(line):
                continue
            move = (line.limit_id, line.kind, _shown(old), _shown(line))
            if move not in told:
                told.add(move)
                facts = {"limit": line.limit_id, "kind": line.kind, "before": move[2], "after": move[3]}
                desk.record("deadline_moved", case.number, facts)


def checked_instant(desk: Desk, at: datetime, zone: str, field: str, *, not_before: datetime | None = None) -> datetime:
    """Return an instant of a command, after checking that it is aware, not in the future and in a known zone.

    Args:
        desk: the desk of the use case.
        at: the instant the command names.
        zone: the zone in which the officer read it.
        field: the word key of the field, for the refusal.
        not_before: the earliest instant that makes sense, such as the receipt of the request.

    Raises:
        InvalidInputError: problem `no_zone`, `unknown_zone`, `in_future` or `before_receipt`.
    """
    if at.tzinfo is None:
        raise InvalidInputError(field=field, problem="no_zone")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInputError(field=field, problem="unknown_zone") from error
    if at > desk.now + CLOCK_SKEW:
        raise InvalidInputError(field=field, problem="in_future")
    if not_before is not None and at < not_before:
        raise InvalidInputError(field=field, problem="before_receipt")
    return at.astimezone(UTC)  # two instants of one zone would be compared by the wall clock


def checked_arrival(channel: Channel) -> Channel:
    """Return the way by which something arrived.

    Raises:
        InvalidInputError: it did not arrive, the office began it.
    """
    if channel not in ARRIVALS:
        raise InvalidInputError(field="channel", problem="not_a_choice")
    return channel


def required_text(text: str, field: str) -> str:
    """Return a text without blanks around it.

    Raises:
        InvalidInputError: it is empty.
    """
    kept = text.strip()
    if not kept:
        raise InvalidInputError(field=field, problem="empty")
    return kept


def calendar_of(desk: Desk, case: Case, law: str, place: str) -> Calendar:
    """Return the calendar that a case is reckoned with at a place: the one kept with it, else one of today."""
    kept = case.calendar_of(place)
    return parsed(kept.days) if kept is not None else desk.calendar(law, place, year=case.request.received_at.year)


def shown_name(name: str) -> str:
    """Return the name of a file as it may be shown: no folders, no control or direction marks, 150 characters at most."""
    last = name.replace("\\", "/").rsplit("/", maxsplit=1)[-1]
    plain = "".join(mark for mark in last if unicodedata.category(mark)[0] != "C").strip()
    return plain[:150] or "file"


@lru_cache(maxsize=256)
def parsed(days: str) -> Calendar:
    """Return the calendar of a kept snapshot, read once."""
    return Calendar.from_json(days)


def _keep(desk: Desk, case: Case, lines: Sequence[ClockLine]) -> None:
    upcoming = next_line(lines)
    case_store.save_cached(
        desk.session,
        case.id,
        phase=phase_of(case),
        deadlines=[_stored(line) for line in lines],
        next_deadline=_stored(upcoming) if upcoming is not None else None,
    )


def _stored(line: ClockLine) -> case_store.StoredDeadline:
    return case_store.StoredDeadline(
        law=line.law,
        limit_id=line.limit_id,
        kind=line.kind,
        ends_at=line.ends_at,
        state=line.state,
        body=line.to_json(),
    )


def _shown(line: ClockLine) -> str:
    return line.due.isoformat() if line.due is not None else line.state
