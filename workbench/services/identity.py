"""Identity and clarification: what the person was asked, and what came of it.

Whether a clock stands still meanwhile is the rulebook's business; here it is only recorded what happened and when.
"""

from datetime import datetime

from workbench.domain.cases import Case, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import AskForClarification, AskForIdentity, RecordClarification, RecordIdentity
from workbench.domain.errors import InvalidInputError
from workbench.domain.phases import Act, clarification_open, identity_open
from workbench.services import case_file
from workbench.services.office import Desk

_RESULTS = (EventKind.IDENTITY_INFO_RECEIVED, EventKind.IDENTITY_VERIFIED, EventKind.IDENTITY_NOT_PROVED)


def ask_for_identity(command: AskForIdentity, desk: Desk) -> Changes:
    """Record that the person was asked to prove who they are.

    Raises:
        NotPermittedError: the case is answered or closed.
        InvalidInputError: they were asked already and nothing came of it yet, or the instant cannot be.
    """
    case = case_file.load_for(desk, command.case_id, Act.ASK_FOR_IDENTITY)
    if identity_open(case):
        raise InvalidInputError(field="asked_at", problem="already_asked")
    at = _since_receipt(desk, case, command.asked_at, command.zone, "asked_at")
    case_file.record(desk, case, EventKind.IDENTITY_REQUESTED, occurred_at=at, zone=command.zone)
    return _done(desk, case)


def record_identity(command: RecordIdentity, desk: Desk) -> Changes:
    """Record what came of asking for proof of identity.

    A proof that was verified has been received: where its receipt was not recorded, both are recorded at once.

    Raises:
        NotPermittedError: the case is answered or closed.
        InvalidInputError: the result is none of the three, proof was recorded as received that was never asked for, or the
            instant cannot be.
    """
    case = case_file.load_for(desk, command.case_id, Act.RECORD_IDENTITY)
    if command.result not in _RESULTS:
        raise InvalidInputError(field="identity_result", problem="not_a_choice")
    asked = case.last(EventKind.IDENTITY_REQUESTED)
    if command.result is EventKind.IDENTITY_INFO_RECEIVED and asked is None:
        raise InvalidInputError(field="identity_result", problem="not_asked")
    at = _since_receipt(desk, case, command.at, command.zone, "at")
    if asked is not None and at < asked.occurred_at:
        raise InvalidInputError(field="at", problem="before_question")
    kinds = [command.result]
    received = case.last(EventKind.IDENTITY_INFO_RECEIVED)
    unreceived = asked is not None and (received is None or received.seq < asked.seq)
    if command.result is EventKind.IDENTITY_VERIFIED:
        if unreceived:
            kinds.insert(0, EventKind.IDENTITY_INFO_RECEIVED)
        if _verification_starts_a_clock(desk, case) and case.last(EventKind.REQUEST_VERIFIED) is None:
            kinds.append(EventKind.REQUEST_VERIFIED)
    for kind in kinds:
        text = command.means.strip() if kind is command.result else ""
        case_file.record(desk, case, kind, occurred_at=at, zone=command.zone, text=text)
    return _done(desk, case)


def ask_for_clarification(command: AskForClarification, desk: Desk) -> Changes:
    """Record that the person was asked what they mean.

    Raises:
        NotPermittedError: the case is answered or closed.
        InvalidInputError: they were asked already and have not answered, or the instant cannot be.
    """
    case = case_file.load_for(desk, command.case_id, Act.ASK_FOR_CLARIFICATION)
    if clarification_open(case):
        raise InvalidInputError(field="asked_at", problem="already_asked")
    at = _since_receipt(desk, case, command.asked_at, command.zone, "asked_at")
    case_file.record(
        desk, case, EventKind.CLARIFICATION_REQUESTED, occurred_at=at, zone=command.zone, text=command.question.strip()
    )
    return _done(desk, case)


def record_clarification(command: RecordClarification, desk: Desk) -> Changes:
    """Record the person's answer to a question of meaning.

    Raises:
        NotPermittedError: the case is answered or closed.
        InvalidInputError: nothing was asked, or the instant cannot be.
    """
    case = case_file.load_for(desk, command.case_id, Act.RECORD_CLARIFICATION)
    asked = case.last(EventKind.CLARIFICATION_REQUESTED)
    if asked is None:
        raise InvalidInputError(field="answer", problem="not_asked")
    at = _since_receipt(desk, case, command.at, command.zone, "at")
    if at < asked.occurred_at:
        raise InvalidInputError(field="at", problem="before_question")
    case_file.record(
        desk, case, EventKind.CLARIFICATION_RECEIVED, occurred_at=at, zone=command.zone, text=command.answer.strip()
    )
    return _done(desk, case)


def _since_receipt(desk: Desk, case: Case, at: datetime, zone: str, field: str) -> datetime:
    return case_file.checked_instant(desk, at, zone, field, not_before=case.request.received_at)


def _verification_starts_a_clock(desk: Desk, case: Case) -> bool:
    trigger = EventKind.REQUEST_VERIFIED.value
    return any(trigger in limit.trigger for place in case.laws for limit in desk.rulebook(place.law).limits)


def _done(desk: Desk, case: Case) -> Changes:
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))
