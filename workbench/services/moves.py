"""Moves: open deadlines that would move because a calendar or a rulebook changed; shown first, applied when accepted.

Cases are folded with the calendar and the rulebooks they are pinned to. Whatever is newer moves nothing by itself: what it would
move is worked out here, case by case, so that a screen can go through thousands in small portions.
"""

import hashlib
from collections.abc import Sequence

from workbench.domain.calendars import Calendar
from workbench.domain.case_clocks import HOUSE_ACK, CaseClock, ClockLine, clocks_of
from workbench.domain.cases import Case, EventKind
from workbench.domain.changes import Changes
from workbench.domain.clocks import Step
from workbench.domain.commands import AcceptMoves
from workbench.domain.errors import WorkbenchError
from workbench.services import case_file
from workbench.services.lines import MoveLine, MovesFound
from workbench.services.moved import moves_between
from workbench.services.office import YEARS_AHEAD, Desk
from workbench.store import cases as case_store
from workbench.store import rulebooks as rulebook_store


class MovesChangedError(WorkbenchError):
    """What would move is no longer what was shown; nothing was accepted."""

    code = "moves_changed"


def affected_cases(desk: Desk) -> tuple[int, ...]:
    """Return the open cases whose calendar or rulebook is not the present one, in the order they were opened."""
    found: set[int] = set()
    for version, case_ids in rulebook_store.open_pins(desk.session).items():
        book = desk.rulebooks.get(version.law)
        if book is not None and book.digest != version.digest:
            found.update(case_ids)
    laws = {place: law for law, book in desk.rulebooks.items() for place in book.places}
    for (place, version_name), case_ids in case_store.open_calendars(desk.session).items():
        kept = case_file.parsed(case_store.calendar_days(desk.session, place, version_name))
        law = laws.get(place) or laws.get(place.partition("-")[0], "")
        if law and _differ(kept, desk.calendar_of_years(law, place, kept.first_year, kept.last_year)):
            found.update(case_ids)
    return tuple(sorted(found))


def pending(desk: Desk) -> int:
    """Return how many open cases wait for the officer to look at a changed calendar or rulebook."""
    return len(affected_cases(desk))


def find_moves(desk: Desk, case_ids: Sequence[int]) -> MovesFound:
    """Return how the deadlines of some cases would move.

    A case that cannot be reckoned anew is named with its reason; its dates stay.
    """
    moves: list[MoveLine] = []
    unmoved: list[int] = []
    failed: list[tuple[int, WorkbenchError]] = []
    for case in case_store.load_many(desk.session, case_ids):
        try:
            found = _moves_of(desk, case)
        except WorkbenchError as error:
            failed.append((case.id, error))
            continue
        moves.extend(found)
        if not found:
            unmoved.append(case.id)
    return MovesFound(tuple(moves), tuple(unmoved), _digest(moves, unmoved), tuple(failed))


def accept_moves(command: AcceptMoves, desk: Desk) -> Changes:
    """Reckon cases with the calendars and rulebooks of today from now on, exactly as it was shown.

    Each moved date is a line of the journal and an event of its case. Cases whose dates stay are pinned anew as well.

    Raises:
        MovesChangedError: what would move is no longer what was shown; nothing is changed then.
    """
    found = find_moves(desk, command.case_ids)
    if found.digest != command.seen:
        raise MovesChangedError
    failed = {case_id for case_id, _error in found.failed}
    moved: dict[int, list[MoveLine]] = {}
    for move in found.moves:
        moved.setdefault(move.case_id, []).append(move)
    touched = [case_id for case_id in dict.fromkeys(command.case_ids) if case_id not in failed]
    for case_id in touched:
        before = case_file.load(desk, case_id)
        case_file.pin(desk, before)
        for move in moved.get(case_id, ()):
            details = {
                "limit": move.limit_id,
                "law": move.law,
                "before": move.before.isoformat() if move.before is not None else move.before_state,
                "after": move.after.isoformat() if move.after is not None else move.after_state,
                "cause": ",".join(move.causes),
            }
            case_file.record(
                desk,
                before,
                EventKind.MOVES_ACCEPTED,
                occurred_at=desk.now,
                zone=desk.settings.home_zone,
                details=details,
            )
        case_file.refold(desk, case_id, before=before)
    return Changes(cases=frozenset(touched), settings=True)


def _moves_of(desk: Desk, case: Case) -> tuple[MoveLine, ...]:
    pinned = {one.place: case_file.calendar_of(desk, case, one.law, one.place) for one in case.laws}
    present: dict[str, Calendar] = {}
    for one in case.laws:
        year = case.request.received_at.year
        last = max(year, desk.today().year) + YEARS_AHEAD
        present[one.place] = desk.calendar_of_years(one.law, one.place, year, last)
    old_books = {one.law: desk.rulebook_of(case, one.law) for one in case.laws}
    new_books = {one.law: desk.rulebook(one.law) for one in case.laws}
    causes = []
    if any(_differ(pinned[place], present[place]) for place in pinned):
        causes.append("calendar")
    if any(old_books[law].digest != new_books[law].digest for law in old_books):
        causes.append("rulebook")
    before = _listed(clocks_of(case, old_books, pinned))
    after = _listed(clocks_of(case, new_books, present))
    steps: dict[tuple[str, str], tuple[Step, ...]] = {
        (clock.line.limit_id, clock.line.kind): clock.reckoning.steps for clock in after
    }
    pairs = {place: (pinned[place], present[place]) for place in pinned}
    return moves_between(case, _lines(before), _lines(after), tuple(causes), steps=steps, calendars=pairs)


def _listed(clocks: Sequence[CaseClock]) -> tuple[CaseClock, ...]:
    return tuple(clock for clock in clocks if clock.line.kind != HOUSE_ACK)


def _lines(clocks: Sequence[CaseClock]) -> tuple[ClockLine, ...]:
    return tuple(clock.line for clock in clocks)


def _differ(kept: Calendar, present: Calendar) -> bool:
    """Return whether two calendars disagree about a day of the years that both cover."""
    if kept.version == present.version:
        return False
    first, last = max(kept.first_year, present.first_year), min(kept.last_year, present.last_year)
    if kept.rest_weekdays != present.rest_weekdays:
        return True
    days = {*kept.holidays, *present.holidays, *kept.working_days, *present.working_days}
    return any(kept.is_rest_day(on) != present.is_rest_day(on) for on in days if first <= on.year <= last)


def _digest(moves: Sequence[MoveLine], unmoved: Sequence[int]) -> str:
    told = [f"{move.case_id} {move.limit_id} {move.kind} {move.before} {move.after} {move.after_state}" for move in moves]
    return hashlib.sha256("\n".join([*told, *(str(case_id) for case_id in unmoved)]).encode()).hexdigest()[:24]
