"""Letters: drafts that change, issued bytes that never do, the sending and its proof."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.domain.errors import NotFoundError
from workbench.domain.letters import (
    Dispatch,
    DispatchChannel,
    Letter,
    LetterFields,
    LetterKind,
    LetterNotDraftError,
    LetterNotIssuedError,
    LetterState,
)
from workbench.store import blobs, search
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import CaseRow, LetterRow
from workbench.store.values import from_json, to_json, understood


def add(
    session: Session,
    *,
    case_id: int,
    number: str,
    kind: LetterKind,
    language: str,
    fields: LetterFields,
    created_at: datetime,
    officer_id: int,
) -> Letter:
    """Keep a new draft and return it.

    Raises:
        NotFoundError: no such case.
    """
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
    )
    return _kept(session, row, action="letter_drafted", at=created_at, officer_id=officer_id)


def load(session: Session, letter_id: int) -> Letter:
    """Return one letter.

    Raises:
        NotFoundError: no such letter.
    """
    return letter_of(_row(session, letter_id))


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
    return tuple(
        letter_of(row) for row in session.scalars(select(LetterRow).where(LetterRow.case_id == case_id).order_by(LetterRow.id))
    )


def list_all(session: Session, state: LetterState | None = None) -> tuple[Letter, ...]:
    """Return the letters of every case, newest first, in one state or in all."""
    query = select(LetterRow).order_by(LetterRow.id.desc())
    if state is not None:
        query = query.where(LetterRow.state == state.value)
    return tuple(letter_of(row) for row in session.scalars(query))


def count(session: Session, *states: LetterState) -> int:
    """Return how many letters are in one of these states."""
    query = select(func.count()).select_from(LetterRow).where(LetterRow.state.in_([state.value for state in states]))
    return session.scalar(query) or 0


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
) -> Letter:
    """Issue a draft: keep its bytes for good, with their digest, and return it.

    Raises:
        LetterNotDraftError: the letter was issued before.
    """
    row = _draft(session, letter_id)
    row.state = LetterState.ISSUED.value
    row.issued_at, row.pages = issued_at, pages
    row.blob_id, row.sha256 = blobs.keep(session, pdf), blobs.digest(pdf)
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


def save_dispatch(session: Session, letter_id: int, dispatch: Dispatch, *, at: datetime) -> Letter:
    """Record that an issued letter left the house, and return it; `at` is when that was written down.

    Raises:
        LetterNotIssuedError: only an issued letter that has not left can leave.
    """
    row = _row(session, letter_id)
    if row.state != LetterState.ISSUED.value:
        raise LetterNotIssuedError(letter=row.number)
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
    row.delivered_at, row.proof = delivered_at, proof or None
    return _kept(session, row, action="letter_delivered", at=at, officer_id=officer_id)


def letter_of(row: LetterRow) -> Letter:
    """Return the letter a row says. For the store's own modules."""
    with understood():
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
            dispatch=_dispatch(row),
        )


def _dispatch(row: LetterRow) -> Dispatch | None:
    if row.sent_at is None or row.sent_by is None or row.sent_officer_id is None:
        return None
    return Dispatch(
        sent_at=row.sent_at,
        channel=DispatchChannel(row.sent_by),
        recipient=row.recipient or "",
        officer_id=row.sent_officer_id,
        delivered_at=row.delivered_at,
        proof=row.proof or "",
    )


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
    return letter_of(row)
