"""Letters: drafts that change, issued bytes that never do, the sending and its proof."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workbench.domain.errors import NotFoundError
from workbench.domain.letters import (
    FAILED_DELIVERY,
    DeliveryOutcome,
    Dispatch,
    DispatchChannel,
    Letter,
    LetterFields,
    LetterKind,
    LetterNotDraftError,
    LetterNotIssuedError,
    LetterSignedAlreadyError,
    LetterState,
)
from workbench.store import blobs, dispatches, search
from workbench.store.errors import StoreDamagedError
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import CaseRow, JsonObject, LetterRow, OfficeImageRow
from workbench.store.values import from_json, to_json, understood

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Seal:
    """What is kept with the bytes of an issued letter so that they can be made again.

    `template` names the version of the template, `anchor` the head of the journal before the issue, `snapshot` is the
    composed letter as JSON, with the digests of its pictures in place of the pictures.
    """

    template: str
    anchor: str
    snapshot: JsonObject


def add(  # noqa: PLR0913  a letter begins with all of these
    session: Session,
    *,
    case_id: int,
    number: str,
    kind: LetterKind,
    language: str,
    fields: LetterFields,
    created_at: datetime,
    officer_id: int,
    corrects_id: int | None = None,
) -> Letter:
    """Keep a new draft and return it; `corrects_id` is the letter that it replaces.

    Raises:
        NotFoundError: no such case, or no such letter to correct.
    """
    if corrects_id is not None:
        _row(session, corrects_id)
    row = LetterRow(
        case_id=case_id,
        number=number,
        kind=kind.value,
        language=language,
        state=LetterState.DRAFT.value,
        fields=to_json(fields),
        created_at=created_at,
        officer_id=officer_id,
        sha256="",
        pages=0,
        corrects_id=corrects_id,
    )
    return _kept(session, row, action="letter_drafted", at=created_at, officer_id=officer_id)


def load(session: Session, letter_id: int) -> Letter:
    """Return one letter.

    Raises:
        NotFoundError: no such letter.
    """
    return _letter(session, _row(session, letter_id))


def find(session: Session, number: str) -> int:
    """Return the id of the letter with this number.

    Raises:
        NotFoundError: no letter has it.
    """
    found = session.scalar(select(LetterRow.id).where(LetterRow.number == number))
    if found is None:
        raise NotFoundError(what="letter", name=number)
    return found


def list_for_case(session: Session, case_id: int) -> tuple[Letter, ...]:
    """Return a case's letters, oldest first."""
    rows = session.scalars(select(LetterRow).where(LetterRow.case_id == case_id).order_by(LetterRow.id)).all()
    return _letters(session, rows)


def list_all(session: Session, state: LetterState | None = None) -> tuple[Letter, ...]:
    """Return the letters of every case, newest first, in one state or in all."""
    query = select(LetterRow).order_by(LetterRow.id.desc())
    if state is not None:
        query = query.where(LetterRow.state == state.value)
    return _letters(session, session.scalars(query).all())


def list_by_id(session: Session, letter_ids: Sequence[int]) -> tuple[Letter, ...]:
    """Return some letters in the order of their ids as given; one that is not there is left out."""
    found: dict[int, Letter] = {}
    for first in range(0, len(letter_ids), _AT_ONCE):
        rows = session.scalars(select(LetterRow).where(LetterRow.id.in_(letter_ids[first : first + _AT_ONCE]))).all()
        found.update({letter.id: letter for letter in _letters(session, rows)})
    return tuple(found[letter_id] for letter_id in letter_ids if letter_id in found)


def numbers_of_others(session: Session, numbers: Sequence[str], *, but_case: int) -> tuple[tuple[str, int], ...]:
    """Return those numbers that letters of other cases have, each with the id of its case."""
    query = select(LetterRow.number, LetterRow.case_id).where(LetterRow.number.in_(numbers), LetterRow.case_id != but_case)
    return tuple((number, case_id) for number, case_id in session.execute(query))


def corrected_by(session: Session, letter_id: int) -> tuple[tuple[str, LetterState], ...]:
    """Return number and state of the letters that replace one, oldest first."""
    query = select(LetterRow.number, LetterRow.state).where(LetterRow.corrects_id == letter_id).order_by(LetterRow.id)
    with understood():
        return tuple((number, LetterState(state)) for number, state in session.execute(query))


def count(session: Session, *states: LetterState) -> int:
    """Return how many letters are in one of these states."""
    query = select(func.count()).select_from(LetterRow).where(LetterRow.state.in_([state.value for state in states]))
    return session.scalar(query) or 0


def count_waiting(session: Session) -> tuple[int, int]:
    """Return how many issued letters wait to be sent: for the first time, and again after they came back.

    A letter that another issued one replaces waits for nothing.
    """
    issued = select(LetterRow.sent_at.is_not(None), func.count()).where(
        LetterRow.state == LetterState.ISSUED.value, LetterRow.id.not_in(_replaced())
    )
    found = {left: count for left, count in session.execute(issued.group_by(LetterRow.sent_at.is_not(None)))}  # noqa: C416  rows are no pairs to a type checker
    return found.get(False, 0), found.get(True, 0)


def replaced(session: Session) -> frozenset[int]:
    """Return the ids of the letters that another issued letter replaces."""
    return frozenset(letter_id for letter_id in session.scalars(_replaced()) if letter_id is not None)


def save_draft(
    session: Session,
    letter_id: int,
    *,
    language: str,
    fields: LetterFields,
    at: datetime,
    officer_id: int,
) -> Letter:
    """Change a draft and return it.

    Raises:
        LetterNotDraftError: the letter was issued.
    """
    row = _draft(session, letter_id)
    row.language, row.fields = language, to_json(fields)
    return _kept(session, row, action="letter_revised", at=at, officer_id=officer_id)


def save_issued(
    session: Session,
    letter_id: int,
    *,
    pdf: bytes,
    pages: int,
    issued_at: datetime,
    officer_id: int,
    seal: Seal | None = None,
) -> Letter:
    """Issue a draft: keep its bytes for good, with their digest and what they can be made again from, and return it.

    Raises:
        LetterNotDraftError: the letter was issued before.
    """
    row = _draft(session, letter_id)
    row.state = LetterState.ISSUED.value
    row.issued_at, row.pages = issued_at, pages
    row.blob_id, row.sha256 = blobs.keep(session, pdf), blobs.digest(pdf)
    if seal is not None:
        row.template, row.anchor, row.snapshot = seal.template, seal.anchor, seal.snapshot
    return _kept(session, row, action="letter_issued", at=issued_at, officer_id=officer_id)


def snapshot(session: Session, letter_id: int) -> JsonObject | None:
    """Return what an issued letter was made from; None for a draft, and for one that an older program issued.

    Raises:
        NotFoundError: no such letter.
    """
    return _row(session, letter_id).snapshot


def picture(session: Session, sha256: str) -> bytes:
    """Return a picture of the office by its digest, also one that is no longer in use.

    Raises:
        StoreDamagedError: there is none, or its bytes are not those that were kept.
    """
    blob_id = session.scalar(select(OfficeImageRow.blob_id).where(OfficeImageRow.sha256 == sha256).limit(1))
    if blob_id is None:
        raise StoreDamagedError(damage="file_altered")
    return blobs.read(session, blob_id, sha256=sha256)


def save_signed(session: Session, letter_id: int, *, pdf: bytes, at: datetime, officer_id: int) -> Letter:
    """Keep the signed copy of an issued letter beside its bytes, and return the letter.

    Raises:
        LetterNotIssuedError: a draft has no bytes to sign.
        LetterSignedAlreadyError: a signed copy is kept already.
    """
    row = _row(session, letter_id)
    if row.blob_id is None:
        raise LetterNotIssuedError(letter=row.number)
    if row.signed_blob_id is not None:
        raise LetterSignedAlreadyError(letter=row.number)
    row.signed_blob_id, row.signed_sha256 = blobs.keep(session, pdf), blobs.digest(pdf)
    return _kept(session, row, action="letter_signed", at=at, officer_id=officer_id)


def signed_pdf(session: Session, letter_id: int) -> bytes | None:
    """Return the signed copy of a letter, or None where none is kept.

    Raises:
        NotFoundError: no such letter.
        StoreDamagedError: the bytes are not those that were kept.
    """
    row = _row(session, letter_id)
    return blobs.read(session, row.signed_blob_id, sha256=row.signed_sha256 or "") if row.signed_blob_id is not None else None


def add_issued(  # noqa: PLR0913  what a letter is, and what it was issued as
    session: Session,
    *,
    case_id: int,
    number: str,
    kind: LetterKind,
    language: str,
    fields: LetterFields,
    pdf: bytes,
    pages: int,
    issued_at: datetime,
    officer_id: int,
    seal: Seal | None = None,
) -> Letter:
    """Keep a letter that was never a draft as issued, with its bytes and their digest, and return it.

    Raises:
        NotFoundError: no such case.
    """
    row = LetterRow(
        case_id=case_id,
        number=number,
        kind=kind.value,
        language=language,
        state=LetterState.ISSUED.value,
        fields=to_json(fields),
        created_at=issued_at,
        officer_id=officer_id,
        issued_at=issued_at,
        blob_id=blobs.keep(session, pdf),
        sha256=blobs.digest(pdf),
        pages=pages,
    )
    if seal is not None:
        row.template, row.anchor, row.snapshot = seal.template, seal.anchor, seal.snapshot
    return _kept(session, row, action="letter_issued", at=issued_at, officer_id=officer_id)


def pdf(session: Session, letter_id: int) -> bytes:
    """Return the bytes of an issued letter.

    Raises:
        LetterNotIssuedError: a draft has none.
        StoreDamagedError: the bytes are not those that were issued.
    """
    row = _row(session, letter_id)
    if row.blob_id is None:
        raise LetterNotIssuedError(letter=row.number)
    return blobs.read(session, row.blob_id, sha256=row.sha256)


def save_dispatch(session: Session, letter_id: int, dispatch: Dispatch, *, at: datetime, run_id: int | None = None) -> Letter:
    """Record that an issued letter left the house, and return it; `at` is when that was written down.

    Raises:
        LetterNotIssuedError: only an issued letter that has not left, or that came back, can leave.
    """
    row = _row(session, letter_id)
    if row.state != LetterState.ISSUED.value:
        raise LetterNotIssuedError(letter=row.number)
    _adopt(session, row, at=at)
    dispatches.add(session, row.id, dispatch, at=at, run_id=run_id)
    row.state = LetterState.DISPATCHED.value
    row.sent_at, row.sent_by = dispatch.sent_at, dispatch.channel.value
    row.recipient, row.sent_officer_id = dispatch.recipient, dispatch.officer_id
    row.delivered_at, row.proof = dispatch.delivered_at, dispatch.proof or None
    return _kept(session, row, action="letter_dispatched", at=at, officer_id=dispatch.officer_id)


def save_delivery(
    session: Session, letter_id: int, *, delivered_at: datetime, proof: str, at: datetime, officer_id: int
) -> Letter:
    """Record that a dispatched letter arrived, and return it.

    Raises:
        LetterNotIssuedError: the letter has not left.
    """
    row = _row(session, letter_id)
    if row.state != LetterState.DISPATCHED.value:
        raise LetterNotIssuedError(letter=row.number)
    newest = _adopt(session, row, at=at)
    dispatches.save_outcome(
        session, newest, DeliveryOutcome.DELIVERED, outcome_at=delivered_at, proof=proof, at=at, officer_id=officer_id
    )
    row.delivered_at, row.proof = delivered_at, proof or None
    return _kept(session, row, action="letter_delivered", at=at, officer_id=officer_id)


def save_return(
    session: Session,
    letter_id: int,
    outcome: DeliveryOutcome,
    *,
    returned_at: datetime,
    remark: str,
    at: datetime,
    officer_id: int,
) -> Letter:
    """Record that the newest sending of a letter failed, and return it: issued still, and waiting to be sent again.

    Raises:
        LetterNotIssuedError: the letter has not left.
        ValueError: the outcome is no failure: a programmer's slip.
    """
    if outcome not in FAILED_DELIVERY:
        raise ValueError(outcome)
    row = _row(session, letter_id)
    if row.state != LetterState.DISPATCHED.value:
        raise LetterNotIssuedError(letter=row.number)
    newest = _adopt(session, row, at=at)
    dispatches.save_outcome(session, newest, outcome, outcome_at=returned_at, proof=remark, at=at, officer_id=officer_id)
    row.state = LetterState.ISSUED.value
    row.delivered_at, row.proof = None, remark or None
    return _kept(session, row, action="letter_returned", at=at, officer_id=officer_id)


def _replaced() -> Select[int | None]:
    query = select(LetterRow.corrects_id).where(LetterRow.corrects_id.is_not(None))
    return query.where(LetterRow.state != LetterState.DRAFT.value)


def _letter(session: Session, row: LetterRow) -> Letter:
    return _letters(session, [row])[0]


def _letters(session: Session, rows: Sequence[LetterRow]) -> tuple[Letter, ...]:
    """Return the letters that rows say, with their sendings and the numbers of what they correct, in few queries."""
    sent = dispatches.of_letters(session, [row.id for row in rows if row.sent_at is not None])
    corrected = sorted({row.corrects_id for row in rows if row.corrects_id is not None})
    numbers: dict[int, str] = {}
    for first in range(0, len(corrected), _AT_ONCE):
        query = select(LetterRow.id, LetterRow.number).where(LetterRow.id.in_(corrected[first : first + _AT_ONCE]))
        numbers.update((letter_id, number) for letter_id, number in session.execute(query))
    return tuple(_said(row, sent.get(row.id, ()), numbers.get(row.corrects_id or 0, "")) for row in rows)


def _said(row: LetterRow, sent: tuple[Dispatch, ...], corrects: str) -> Letter:
    with understood():
        old = _dispatch(row)
        sendings = sent or ((old,) if old is not None else ())
        return Letter(
            id=row.id,
            number=row.number,
            case_id=row.case_id,
            kind=LetterKind(row.kind),
            language=row.language,
            state=LetterState(row.state),
            fields=from_json(LetterFields, row.fields),
            created_at=row.created_at,
            officer_id=row.officer_id,
            issued_at=row.issued_at,
            sha256=row.sha256,
            pages=row.pages,
            dispatch=sendings[-1] if sendings else None,
            template=row.template or "",
            anchor=row.anchor or "",
            corrects=corrects,
            dispatches=sendings,
            signed_sha256=row.signed_sha256 or "",
        )


def _dispatch(row: LetterRow) -> Dispatch | None:
    """Return the sending that the row itself tells of: the newest one, without what only its own row knows."""
    if row.sent_at is None or row.sent_by is None or row.sent_officer_id is None:
        return None
    return Dispatch(
        sent_at=row.sent_at,
        channel=DispatchChannel(row.sent_by),
        recipient=row.recipient or "",
        officer_id=row.sent_officer_id,
        delivered_at=row.delivered_at,
        proof=row.proof or "",
        outcome=DeliveryOutcome.DELIVERED if row.delivered_at is not None else None,
        outcome_at=row.delivered_at,
    )


def _adopt(session: Session, row: LetterRow, *, at: datetime) -> int:
    """Return the id of a letter's newest sending, 0 for none; one that an older program kept in the letter gets its own row."""
    sent = dispatches.of_letters(session, [row.id]).get(row.id, ())
    if sent:
        return sent[-1].id
    with understood():
        old = _dispatch(row)
    return dispatches.add(session, row.id, replace(old, id=0), at=at).id if old is not None else 0


def _row(session: Session, letter_id: int) -> LetterRow:
    return row_of(session, LetterRow, letter_id, what="letter")


def _draft(session: Session, letter_id: int) -> LetterRow:
    row = _row(session, letter_id)
    if row.state != LetterState.DRAFT.value:
        raise LetterNotDraftError(letter=row.number)
    return row


def _kept(session: Session, row: LetterRow, *, action: str, at: datetime, officer_id: int) -> Letter:
    subject = session.scalar(select(CaseRow.number).where(CaseRow.id == row.case_id))
    if subject is None:
        raise NotFoundError(what="case", name=row.case_id)
    facts = {"letter": row.number, "kind": row.kind, "language": row.language}
    vouch(session, row, action=action, subject=subject, at=at, officer_id=officer_id, facts=facts)
    search.index(session, row)
    return _letter(session, row)
