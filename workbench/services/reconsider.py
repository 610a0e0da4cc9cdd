"""Reconsidering: a case is taken up again because facts are new, the person asks for a review, or an authority spoke.

The decisions of the rights named are taken anew; the old ones stay readable with their dossiers, approvals and letters. The cause is
recorded as the event that the rulebooks count from, so that the new clock is theirs; where no law counts from it, none runs.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from workbench.domain.cases import Case, CaseEvent, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import ReopenCase
from workbench.domain.decisions import ReopenCause, RightNotAskedError
from workbench.domain.errors import InvalidInputError
from workbench.domain.phases import Act, withdrawn_rights
from workbench.domain.rights import Right
from workbench.services import answer_clocks, case_file, deadlines, dossiers, tasks
from workbench.services.dossiers import Round
from workbench.services.lines import DeadlineLine
from workbench.services.office import Desk, listed

STARTED_BY: Mapping[ReopenCause, tuple[EventKind, ...]] = MappingProxyType(
    {
        ReopenCause.OTHER: (),
        ReopenCause.NEW_FACTS: (),
        ReopenCause.INTERNAL_REVIEW: (EventKind.APPEAL_RECEIVED, EventKind.COMPLAINT_RECEIVED),
        ReopenCause.REGULATOR: (EventKind.REGULATOR_ENQUIRY_RECEIVED,),
    }
)
"""The events that a cause can be; which of them it is in a case depends on what its laws count from."""


def reopen(command: ReopenCase, desk: Desk) -> Changes:
    """Take a case up again that was answered, whether or not it was closed since: an authority does not wait for that.

    Raises:
        NotPermittedError: the case is neither answered nor closed.
        InvalidInputError: there is no reason, the instant of the cause cannot be, or no right is named where every right was
            withdrawn, so that nothing would be told anew.
        RightNotAskedError: the request does not name one of the rights.
    """
    case = case_file.load_for(desk, command.case_id, Act.REOPEN)
    reason = case_file.required_text(command.reason, "reopen_reason")
    _check_rights(case, command.rights)
    if case.request.rights and not command.rights and withdrawn_rights(case) == set(case.request.rights):
        raise InvalidInputError(field="rights", problem="empty")
    zone = command.zone or desk.settings.home_zone
    at = case_file.checked_instant(desk, command.at or desk.now, zone, "at", not_before=case.request.received_at)
    dossiers.keep_with_decisions(desk, case, command.rights)
    details = {
        "cause": command.cause.value if command.cause is not ReopenCause.OTHER else "",
        "rights": listed([right.value for right in case.request.rights if right in command.rights]),
    }
    case_file.record(
        desk, case, EventKind.REOPENED, occurred_at=desk.now, zone=desk.settings.home_zone, details=details, text=reason
    )
    for kind in events_of(desk, case, command.cause):
        case_file.record(desk, case, kind, occurred_at=at, zone=zone, text=reason)
    after = case_file.refold(desk, case.id, before=case)
    for right in command.rights:
        tasks.follow_decision(desk, after, right, dossiers.at_work(desk, after, right))
    return Changes(cases=frozenset({case.id}))


def events_of(desk: Desk, case: Case, cause: ReopenCause) -> tuple[EventKind, ...]:
    """Return the events that a cause is in a case: those of its kind that one of the case's laws counts from."""
    counted = {
        name
        for place in case.laws
        for limit in desk.rulebook_of(case, place.law).limits
        if not limit.scope and limit.place in {"", place.place}
        for name in limit.trigger
    }
    return tuple(kind for kind in STARTED_BY[cause] if kind.value in counted)


def clocks_after(
    desk: Desk, case_id: int, cause: ReopenCause, at: datetime, rights: tuple[Right, ...] = ()
) -> tuple[DeadlineLine, ...]:
    """Return the clocks under which an answer would be owed if a case were taken up again for this cause; nothing is written.

    Args:
        desk: the desk.
        case_id: the case.
        cause: why it would be taken up again.
        at: when the review was asked for or the authority's word arrived, aware.
        rights: those that would be decided anew; none stands for all that were asked.

    Raises:
        NotFoundError: there is no such case.
        RightNotAskedError: the request does not name one of the rights.
    """
    case = case_file.load(desk, case_id)
    _check_rights(case, rights)
    chosen = rights or case.request.rights
    happening: list[tuple[EventKind, tuple[tuple[str, str], ...]]] = [
        (EventKind.REOPENED, (("rights", listed([right.value for right in chosen])),)),
        *((kind, ()) for kind in events_of(desk, case, cause)),
    ]
    last = max((event.seq for event in case.events), default=0)
    zone = desk.settings.home_zone
    supposed = tuple(
        CaseEvent(0, last + number, kind, at, zone, desk.now, desk.officer.id, details)
        for number, (kind, details) in enumerate(happening, start=1)
    )
    lines = deadlines.lines_of(desk, replace(case, events=(*case.events, *supposed)))
    return tuple(dict.fromkeys(line for right in chosen for line in answer_clocks.owed(lines, right)))


def earlier_rounds(desk: Desk, case_id: int, right: Right) -> tuple[Round, ...]:
    """Return the decisions on a right that were told or taken up anew, with what carried them, oldest first.

    Raises:
        NotFoundError: there is no such case.
    """
    return dossiers.rounds(desk, case_file.load(desk, case_id), right)


def _check_rights(case: Case, rights: tuple[Right, ...]) -> None:
    for right in rights:
        if right not in case.request.rights:
            raise RightNotAskedError(right=right.value, case=case.number)
