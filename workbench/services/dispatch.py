"""Dispatch: a letter leaves the house, and what it says happens at that instant; when it comes back, it has not happened.

The clock that a letter answers stops when it was sent, not when the sending was written down. A letter whose sending failed waits
to be sent again, and the clock runs on from where it began.
"""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from workbench.domain.cases import Case, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import DispatchLetter, DispatchRun, MakePrintRun, RecordDelivery, RecordReturn
from workbench.domain.consequences import consequences
from workbench.domain.decisions import AccessBeforeErasureError, Outcome
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import (
    FAILED_DELIVERY,
    Dispatch,
    DispatchChannel,
    Letter,
    LetterKind,
    LetterNotIssuedError,
    LetterOutdatedError,
    LetterState,
)
from workbench.domain.phases import (
    Act,
    outdated,
    rights_told_by,
    told_rights,
    withdrawn_rights,
)
from workbench.domain.rights import Right
from workbench.services import case_file, dossiers, guard, letters, ready
from workbench.services.lines import Mismatch
from workbench.services.office import Desk, listed
from workbench.store import cases as case_store
from workbench.store import dispatches as dispatch_store
from workbench.store import letters as letter_store

RUN_SERIES = "RUN"

_BY_THE_HOUR = frozenset({LetterKind.BREACH_NOTICE, LetterKind.BREACH_FOLLOW_UP, LetterKind.BREACH_SUBJECTS})
"""The kinds that end a clock of hours: an earlier hour of the day of issue would be time gained."""


def dispatch_letter(command: DispatchLetter, desk: Desk) -> Changes:
    """Record that a letter left the house: when, how and to whom; the clock it answers stops.

    Raises:
        LetterNotIssuedError: the letter is a draft, or has left already.
        LetterOutdatedError: a right that it tells was decided again since it was issued.
        NotPermittedError: the case is closed.
        AccessBeforeErasureError: it tells of an erasure while access, asked too, is unanswered.
        InvalidInputError: there is no recipient, or the instant cannot be.
        WrongPersonError: it went to somebody else than the letter's own person, and no reason was given for it.
        NotReadyError: a refusal, a partial refusal or an erasure that it tells does not stand (any more).
    """
    return _dispatch(command, desk)


def recipient_mismatches(command: DispatchLetter, desk: Desk) -> tuple[Mismatch, ...]:
    """Return what the wrong-person guard asks about a sending, for the screen to ask for the reasons before it is recorded.

    Raises:
        NotFoundError: there is no such letter.
    """
    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load(desk, letter.case_id)
    return guard.recipient_mismatches(desk, case, letter, command.channel, command.recipient.strip())


def _dispatch(command: DispatchLetter, desk: Desk, *, run_id: int | None = None) -> Changes:
    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load_for(desk, letter.case_id, Act.DISPATCH)
    if letter.state is not LetterState.ISSUED or letter.issued_at is None:
        raise LetterNotIssuedError(letter=letter.number)
    if outdated(case, letter):
        raise LetterOutdatedError(letter=letter.number)
    recipient = case_file.required_text(command.recipient, "recipient")
    sent_at = case_file.checked_instant(desk, command.sent_at, command.zone, "sent_at", not_before=case.request.received_at)
    issued_at = letter.issued_at.replace(second=0, microsecond=0)  # a form asks for minutes
    early = sent_at < issued_at if letter.kind in _BY_THE_HOUR else _day(sent_at, command.zone) < _day(issued_at, command.zone)
    if early:
        raise InvalidInputError(field="sent_at", problem="before_issue")
    if letter.dispatch is not None and _day(sent_at, command.zone) < _day(letter.dispatch.sent_at, command.zone):
        raise InvalidInputError(field="sent_at", problem="before_sending")
    _check_order(case, letter)
    telling = rights_told_by(case, letter)
    if ready.gated(case, telling):
        ready.require(desk, case, telling, ready.issued_facts(desk, case, letter), now=sent_at)
    found = guard.recipient_mismatches(desk, case, letter, command.channel, recipient)
    answers = guard.answered(found, command.resolved, letter=letter.number)
    tracking = " ".join(command.tracking.split())
    sent = Dispatch(
        sent_at=sent_at, channel=command.channel, recipient=recipient, officer_id=desk.officer.id, tracking=tracking
    )
    letter_store.save_dispatch(desk.session, letter.id, sent, at=desk.now, run_id=run_id)
    details = {
        "letter": letter.number,
        "kind": letter.kind.value,
        "channel": command.channel.value,
        "tracking": tracking,
        "resolved": listed([answer.mismatch.code for answer in answers]),
    }
    text = "\n".join(part for part in (recipient, guard.told(answers)) if part)
    case_file.record(
        desk, case, EventKind.LETTER_DISPATCHED, occurred_at=sent_at, zone=command.zone, details=details, text=text
    )
    for kind, more, text in consequences(case, letter):
        case_file.record(
            desk,
            case,
            kind,
            occurred_at=sent_at,
            zone=command.zone,
            details={**more, "letter": letter.number},
            text=text,
        )
    dossiers.keep_with_decisions(desk, case, telling)
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


def record_return(command: RecordReturn, desk: Desk) -> Changes:
    """Record that the newest sending of a letter failed: what it brought about does not stand, and it waits to be sent again.

    The clock runs on from where it began. A closing that rested on the letter does not hold: the case is open again.

    Raises:
        LetterNotIssuedError: the letter has not left the house, or its sending failed already.
        InvalidInputError: the outcome is no failure, the instant cannot be, or lies before the sending.
    """
    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load_for(desk, letter.case_id, Act.ATTACH)
    if letter.state is not LetterState.DISPATCHED or letter.dispatch is None:
        raise LetterNotIssuedError(letter=letter.number)
    if command.outcome not in FAILED_DELIVERY:
        raise InvalidInputError(field="outcome", problem="not_a_choice")
    at = case_file.checked_instant(desk, command.at, command.zone, "at")
    if _day(at, command.zone) < _day(letter.dispatch.sent_at, command.zone):
        raise InvalidInputError(field="at", problem="before_sending")
    remark = command.remark.strip()
    letter_store.save_return(
        desk.session, letter.id, command.outcome, returned_at=at, remark=remark, at=desk.now, officer_id=desk.officer.id
    )
    details = {
        "letter": letter.number,
        "kind": letter.kind.value,
        "channel": letter.dispatch.channel.value,
        "outcome": command.outcome.value,
        "tracking": letter.dispatch.tracking,
    }
    case_file.record(desk, case, EventKind.LETTER_RETURNED, occurred_at=at, zone=command.zone, details=details, text=remark)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}), letters=frozenset({letter.id}), number=letter.number)


def make_print_run(command: MakePrintRun, desk: Desk) -> Changes:
    """Put issued letters together that are printed in one go; `created` is the run's id, `number` its number.

    Raises:
        InvalidInputError: there is no letter in it, or one stands in it twice.
        LetterNotIssuedError: one of them is a draft, or has left already.
        LetterOutdatedError: a right that one of them tells was decided again, or it was corrected.
        NotFoundError: one of them is not there.
    """
    if not command.letter_ids or len(set(command.letter_ids)) != len(command.letter_ids):
        raise InvalidInputError(field="letters", problem="not_a_choice" if command.letter_ids else "empty")
    for letter_id in command.letter_ids:
        letter = letter_store.load(desk.session, letter_id)
        if letter.state is not LetterState.ISSUED:
            raise LetterNotIssuedError(letter=letter.number)
        if outdated(case_file.load(desk, letter.case_id), letter):
            raise LetterOutdatedError(letter=letter.number)
    number = case_store.next_number(desk.session, RUN_SERIES, desk.today().year)
    made = dispatch_store.add_run(
        desk.session, number=number, letters=command.letter_ids, made_at=desk.now, officer_id=desk.officer.id
    )
    return Changes(letters=frozenset(command.letter_ids), created=made.id, number=number)


def dispatch_run(command: DispatchRun, desk: Desk) -> Changes:
    """Record that the letters of a print run left together, each to its own address.

    Those that left before, or that another letter replaced since, are passed over.

    Raises:
        NotFoundError: there is no such run.
        InvalidInputError: none of its letters is left to send, or the instant cannot be.
        LetterOutdatedError, AccessBeforeErasureError, NotPermittedError, WrongPersonError, NotReadyError: one of them cannot leave; none did.
    """
    run = dispatch_store.load_run(desk.session, command.run_id)
    numbers = dict(command.tracking)
    replaced = letter_store.replaced(desk.session)
    changes = Changes()
    for letter in letter_store.list_by_id(desk.session, run.letters):
        if letter.state is not LetterState.ISSUED or letter.id in replaced:
            continue
        one = DispatchLetter(
            letter_id=letter.id,
            sent_at=command.sent_at,
            zone=command.zone,
            channel=command.channel,
            recipient=_address(desk, letter, command.channel),
            tracking=numbers.get(letter.id, ""),
        )
        changes = _joined(changes, _dispatch(one, desk, run_id=run.id))
    if not changes.letters:
        raise InvalidInputError(field="letters", problem="empty")
    return replace(changes, number=run.number)


def _address(desk: Desk, letter: Letter, channel: DispatchChannel) -> str:
    if channel is not DispatchChannel.EMAIL:
        return ", ".join(line.strip() for line in letter.fields.addressee if line.strip())
    return letters.mail_address(desk, letter)


def _joined(first: Changes, second: Changes) -> Changes:
    return replace(first, cases=first.cases | second.cases, letters=first.letters | second.letters)


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
