"""Decisions: the act on one right, checked against every law the right stands under.

A refusal, whole or in part, rests on one ground for each of those laws and on a reason in the officer's words. Access that
was asked for in the same request comes before erasure.
"""

from datetime import date
from zoneinfo import ZoneInfo

from workbench.domain.case_clocks import law_applies
from workbench.domain.cases import Case, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import Decide
from workbench.domain.decisions import (
    ERASING,
    REFUSING,
    AccessBeforeErasureError,
    Decision,
    GroundMissingError,
    GroundNotAllowedError,
    GroundNotNeededError,
    GroundUnknownError,
    ReasonMissingError,
    RightNotAskedError,
)
from workbench.domain.dossier import Dossier
from workbench.domain.phases import Act
from workbench.domain.reckon import zone_of
from workbench.domain.rights import Right
from workbench.domain.rulebooks import RefusalGround, Rulebook
from workbench.services import case_file, laws, tasks
from workbench.services.lines import GroundLine
from workbench.services.office import Desk, listed
from workbench.store import cases as case_store
from workbench.store import dossiers as dossier_store


def decide(command: Decide, desk: Desk) -> Changes:
    """Decide on one right of a request; `created` is the decision's id.

    Raises:
        NotPermittedError: the case is answered or closed.
        RightNotAskedError: the request does not name the right.
        AccessBeforeErasureError: access was asked too and has not been decided.
        GroundUnknownError: none of the case's laws knows a ground.
        GroundNotAllowedError: a law does not allow the ground for this right.
        GroundMissingError: a law that the right stands under has no ground.
        GroundNotNeededError: the outcome says no to nothing.
        ReasonMissingError: a refusal has no reason.
    """
    case = case_file.load_for(desk, command.case_id, Act.DECIDE)
    if command.right not in case.request.rights:
        raise RightNotAskedError(right=command.right.value, case=case.number)
    access_first = Right.ACCESS in case.request.rights and case.decision(Right.ACCESS) is None
    if command.right is Right.ERASURE and command.outcome in ERASING and access_first:
        raise AccessBeforeErasureError(case=case.number)
    grounds = tuple(dict.fromkeys(command.grounds))
    if command.outcome in REFUSING:
        _check_grounds(desk, case, command.right, grounds)
        if not command.reason.strip():
            raise ReasonMissingError(right=command.right.value)
    elif grounds:
        raise GroundNotNeededError(right=command.right.value)
    decision = Decision(
        id=0,
        case_id=case.id,
        right=command.right,
        outcome=command.outcome,
        grounds=grounds,
        reason=command.reason.strip(),
        internal_note=command.internal_note.strip(),
        schedule=command.schedule,
        decided_at=desk.now,
        officer_id=desk.officer.id,
    )
    kept = case_store.add_decision(desk.session, decision)
    details = {"right": command.right.value, "outcome": command.outcome.value, "grounds": listed(grounds)}
    case_file.record(desk, case, EventKind.DECIDED, occurred_at=desk.now, zone=desk.settings.home_zone, details=details)
    after = case_file.refold(desk, case.id, before=case)
    dossier = dossier_store.newest(desk.session, case.id, command.right)
    tasks.follow_decision(
        desk, after, command.right, dossier.dossier if dossier is not None else Dossier(case.number, command.right)
    )
    return Changes(cases=frozenset({case.id}), created=kept.id)


def grounds_for(desk: Desk, case_id: int, right: Right) -> tuple[GroundLine, ...]:
    """Return the grounds that the laws of a case know for a right, on the day the request arrived, usable or not.

    Raises:
        NotFoundError: there is no such case.
    """
    case = case_file.load(desk, case_id)
    lines: list[GroundLine] = []
    for place in case.laws:
        lines.extend(laws.grounds_for(place.law, right, _received_on(desk, case, place.law)))
    return tuple(lines)


def laws_needing_ground(desk: Desk, case: Case, right: Right) -> tuple[str, ...]:
    """Return the laws of a case under which a refusal of this right needs a ground.

    A law that does not know the right asks for none; where none of them does, the first one is asked.
    """
    standing = tuple(
        place.law for place in case.laws if law_applies(desk.rulebook(place.law), right, on=_received_on(desk, case, place.law))
    )
    return standing or (case.laws[0].law,)


def _check_grounds(desk: Desk, case: Case, right: Right, grounds: tuple[str, ...]) -> None:
    covered: set[str] = set()
    for ground_id in grounds:
        rulebook, ground = _ground(desk, case, ground_id)
        received_on = _received_on(desk, case, rulebook.id)
        begun = ground.effective_from is None or ground.effective_from <= received_on
        if not (ground.usable and right in ground.rights and begun):
            raise GroundNotAllowedError(ground=ground_id, law=rulebook.id, right=right.value)
        covered.add(rulebook.id)
    for law in laws_needing_ground(desk, case, right):
        if law not in covered:
            raise GroundMissingError(law=law, right=right.value)


def _ground(desk: Desk, case: Case, ground_id: str) -> tuple[Rulebook, RefusalGround]:
    for place in case.laws:
        rulebook = desk.rulebook(place.law)
        ground = rulebook.ground(ground_id)
        if ground is not None:
            return rulebook, ground
    raise GroundUnknownError(ground=ground_id, law=listed([place.law for place in case.laws]))


def _received_on(desk: Desk, case: Case, law: str) -> date:
    rulebook = desk.rulebook(law)
    place = case.place_of(law)
    zone = zone_of(rulebook, place.place) if place is not None else rulebook.zone
    return case.request.received_at.astimezone(ZoneInfo(zone)).date()
