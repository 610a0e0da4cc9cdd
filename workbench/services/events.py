"""Events: what happened in a case that a law counts from and that no use case of its own records."""

from typing import Final

from workbench.domain.cases import Case, CaseKind, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import RecordEvent
from workbench.domain.errors import InvalidInputError, WorkbenchError
from workbench.domain.phases import CARRIED_OUT_BY, Act
from workbench.services import case_file
from workbench.services.lines import EventChoice
from workbench.services.office import Desk

_RECORDED_ELSEWHERE: Final = frozenset(
    {
        EventKind.REQUEST_RECEIVED,
        EventKind.IDENTITY_REQUESTED,
        EventKind.IDENTITY_INFO_RECEIVED,
        EventKind.IDENTITY_VERIFIED,
        EventKind.CLARIFICATION_REQUESTED,
        EventKind.CLARIFICATION_RECEIVED,
        EventKind.FEE_NOTIFIED,
        EventKind.EXTENSION_NOTIFIED,
        EventKind.REFUSED,
        EventKind.COMPLIED,
    }
)
_ENDING: Final = (EventKind.BREACH_REPORTED_INITIAL, EventKind.SUBJECTS_NOTIFIED, EventKind.BREACH_ASSESSED_NOTIFIABLE)
_OF_BREACHES: Final = (EventKind.BREACH_OCCURRED, EventKind.BREACH_SUSPECTED)
"""What is found out later about a breach; its notices and its assessment have use cases of their own."""

BEFORE_RECEIPT: Final = frozenset(
    {
        EventKind.REQUEST_DATED,
        EventKind.BREACH_OCCURRED,
        EventKind.BREACH_SUSPECTED,
        EventKind.BREACH_AWARE,
        EventKind.DATA_OBTAINED,
        EventKind.DATA_OBTAINED_INDIRECTLY,
    }
)
"""Events that may lie before the receipt of the request."""


class EventNotKnownError(WorkbenchError):
    """No law of the case counts from such an event; details `event`, `case`."""

    code = "event_not_known"


def event_choices(desk: Desk, case_id: int) -> tuple[EventChoice, ...]:
    """Return the events that can be recorded in a case, with the limits that each starts.

    A complaint, and the payment of a fee that was asked for, can be recorded though no law counts from it: letters answer them.

    Raises:
        NotFoundError: there is no such case.
    """
    return _choices(desk, case_file.load(desk, case_id))


def record_event(command: RecordEvent, desk: Desk) -> Changes:
    """Record that something happened which a law of the case counts from.

    Raises:
        NotPermittedError: the case is closed.
        EventNotKnownError: no law of the case counts from it, or another use case records it.
        InvalidInputError: the instant lies in the future, or before the receipt where that cannot be; or after a breach was
            known.
    """
    case = case_file.load_for(desk, command.case_id, Act.RECORD_EVENT)
    if command.kind not in {choice.kind for choice in _choices(desk, case)}:
        raise EventNotKnownError(event=command.kind.value, case=case.number)
    earliest = None if command.kind in BEFORE_RECEIPT else case.request.received_at
    at = case_file.checked_instant(desk, command.at, command.zone, "at", not_before=earliest)
    if case.kind is CaseKind.BREACH and at > case.request.received_at:
        raise InvalidInputError(field="at", problem="after_awareness")
    case_file.record(desk, case, command.kind, occurred_at=at, zone=command.zone, text=command.text.strip())
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def _choices(desk: Desk, case: Case) -> tuple[EventChoice, ...]:
    of_breach = case.kind is CaseKind.BREACH
    elsewhere = _RECORDED_ELSEWHERE | {kind for right, kind in CARRIED_OUT_BY.items() if right in case.request.rights}
    started: dict[EventKind, list[tuple[str, str]]] = {}
    for one in case.laws:
        for limit in desk.rulebook_of(case, one.law).limits:
            if limit.scope or limit.place not in {"", one.place}:
                continue
            for name in limit.trigger:
                kind = EventKind(name)
                if kind not in elsewhere and (one.law, limit.id) not in started.setdefault(kind, []):
                    started[kind].append((one.law, limit.id))
    breach = any(kind.value.startswith("breach") for kind in started)
    always = [EventKind.COMPLAINT_RECEIVED, *([EventKind.FEE_PAID] if case.last(EventKind.FEE_NOTIFIED) is not None else [])]
    for kind in _OF_BREACHES if of_breach else (*always, *(_ENDING if breach else ())):
        started.setdefault(kind, [])
    return tuple(
        EventChoice(kind, tuple(started[kind]), sum(1 for event in case.events if event.kind is kind))
        for kind in EventKind
        if kind in started and (kind in _OF_BREACHES or not of_breach)
    )
