"""Dispatch: a letter leaves the house, and what it says happens at that instant.

The clock that a letter answers stops when it was sent, not when the sending was written down.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from workbench.domain.cases import Case, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import DispatchLetter, RecordDelivery
from workbench.domain.decisions import AccessBeforeErasureError, Outcome
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import Dispatch, Letter, LetterKind, LetterNotIssuedError, LetterOutdatedError, LetterState
from workbench.domain.phases import (
    Act,
    clarification_open,
    identity_open,
    outdated,
    rights_told_by,
    told_rights,
    withdrawn_rights,
)
from workbench.domain.rights import Right
from workbench.services import case_file
from workbench.services.office import Desk, listed
from workbench.store import letters as letter_store

Consequence = tuple[EventKind, Mapping[str, str], str]
"""What a letter brings about: the event, its details and its words."""


def dispatch_letter(command: DispatchLetter, desk: Desk) -> Changes:
    """Record that a letter left the house: when, how and to whom; the clock it answers stops.

    Raises:
        LetterNotIssuedError: the letter is a draft, or has left already.
        LetterOutdatedError: a right that it tells was decided again since it was issued.
        NotPermittedError: the case is closed.
        AccessBeforeErasureError: it tells of an erasure while access, asked too, is unanswered.
        InvalidInputError: there is no recipient, or the instant cannot be.
    """
    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load_for(desk, letter.case_id, Act.DISPATCH)
    if letter.state is not LetterState.ISSUED or letter.issued_at is None:
        raise LetterNotIssuedError(letter=letter.number)
    if outdated(case, letter):
        raise LetterOutdatedError(letter=letter.number)
    recipient = case_file.required_text(command.recipient, "recipient")
    sent_at = case_file.checked_instant(desk, command.sent_at, command.zone, "sent_at", not_before=case.request.received_at)
    if _day(sent_at, command.zone) < _day(letter.issued_at, command.zone):
        raise InvalidInputError(field="sent_at", problem="before_issue")
    _check_order(case, letter)
    sent = Dispatch(sent_at=sent_at, channel=command.channel, recipient=recipient, officer_id=desk.officer.id)
    letter_store.save_dispatch(desk.session, letter.id, sent, at=desk.now)
    details = {"letter": letter.number, "kind": letter.kind.value, "channel": command.channel.value}
    case_file.record(
        desk, case, EventKind.LETTER_DISPATCHED, occurred_at=sent_at, zone=command.zone, details=details, text=recipient
    )
    for kind, more, text in _consequences(case, letter):
        case_file.record(
            desk,
            case,
            kind,
            occurred_at=sent_at,
            zone=command.zone,
            details={**more, "letter": letter.number},
            text=text,
        )
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}), letters=frozenset({letter.id}), number=letter.number)


def record_delivery(command: RecordDelivery, desk: Desk) -> Changes:
    """Record the proof that a dispatched letter arrived.

    Raises:
        LetterNotIssuedError: the letter has not left the house.
        InvalidInputError: the instant cannot be, or lies before the sending.
    """
    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load_for(desk, letter.case_id, Act.ATTACH)
    if letter.dispatch is None:
        raise LetterNotIssuedError(letter=letter.number)
    at = case_file.checked_instant(desk, command.delivered_at, command.zone, "delivered_at")
    if _day(at, command.zone) < _day(letter.dispatch.sent_at, command.zone):
        raise InvalidInputError(field="delivered_at", problem="before_sending")
    proof = command.proof.strip()
    letter_store.save_delivery(desk.session, letter.id, delivered_at=at, proof=proof, at=desk.now, officer_id=desk.officer.id)
    details = {"letter": letter.number, "kind": letter.kind.value}
    case_file.record(desk, case, EventKind.LETTER_DELIVERED, occurred_at=at, zone=command.zone, details=details, text=proof)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}), letters=frozenset({letter.id}), number=letter.number)


def _consequences(case: Case, letter: Letter) -> Iterator[Consequence]:
    rights = listed([right.value for right in rights_told_by(case, letter)])
    match letter.kind:
        case LetterKind.ACKNOWLEDGEMENT:
            if case.last(EventKind.ACKNOWLEDGED) is None:
                yield EventKind.ACKNOWLEDGED, {}, ""
        case LetterKind.IDENTITY:
            if not identity_open(case):
                yield EventKind.IDENTITY_REQUESTED, {}, ""
        case LetterKind.CLARIFICATION:
            if not clarification_open(case):
                yield EventKind.CLARIFICATION_REQUESTED, {}, letter.fields.free_text
        case LetterKind.EXTENSION:
            yield from _extensions(case)
        case LetterKind.ANSWER:
            yield EventKind.COMPLIED, {"rights": rights}, ""
        case LetterKind.REFUSAL:
            yield EventKind.REFUSED, {"rights": rights}, ""


def _extensions(case: Case) -> Iterator[Consequence]:
    announced = [event for event in case.events if event.kind is EventKind.EXTENSION_NOTIFIED]
    written = {event.detail("law") for event in announced if event.detail("letter")}
    for event in announced:
        law = event.detail("law")
        if law not in written:
            written.add(law)
            yield EventKind.EXTENSION_NOTIFIED, {"law": law, "until_on": event.detail("until_on")}, event.text


def _check_order(case: Case, letter: Letter) -> None:
    """Refuse to tell of an erasure while access, asked in the same request, is unanswered."""
    telling = rights_told_by(case, letter)
    erasure = case.decision(Right.ERASURE)
    erases = Right.ERASURE in telling and erasure is not None and erasure.outcome in {Outcome.GRANTED, Outcome.PARTLY}
    done = told_rights(case) | withdrawn_rights(case) | set(telling)
    if erases and Right.ACCESS in case.request.rights and Right.ACCESS not in done:
        raise AccessBeforeErasureError(case=case.number)


def _day(at: datetime, zone: str) -> str:
    return at.astimezone(ZoneInfo(zone)).date().isoformat()
