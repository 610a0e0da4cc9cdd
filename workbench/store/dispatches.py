"""Sendings of letters and what became of them, and the print runs that letters left with.

A letter may be sent again after a sending failed; the newest sending is written in the letter itself too. Instants are aware.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from workbench.domain.errors import NotFoundError
from workbench.domain.journal import JournalFacts
from workbench.domain.letters import DeliveryOutcome, Dispatch, DispatchChannel
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import CaseRow, DispatchRow, LetterRow, PrintRunRow
from workbench.store.values import understood

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A print run: its number, when and by whom it was made, and the ids of its letters in the order of printing."""

    id: int
    number: str
    made_at: datetime
    officer_id: int
    letters: tuple[int, ...]


def add(session: Session, letter_id: int, sent: Dispatch, *, at: datetime, run_id: int | None = None) -> Dispatch:
    """Keep one sending of a letter and return it; `at` is when that was written down.

    Raises:
        NotFoundError: no such letter, or no such run.
    """
    row = DispatchRow(
        letter_id=letter_id,
        sent_at=sent.sent_at,
        channel=sent.channel.value,
        recipient=sent.recipient,
        tracking=sent.tracking,
        officer_id=sent.officer_id,
        outcome=sent.outcome.value if sent.outcome is not None else None,
        outcome_at=sent.outcome_at,
        proof=sent.proof,
        run_id=_run(session, run_id).id if run_id is not None else None,
    )
    return _kept(session, row, action="dispatch_recorded", at=at, officer_id=sent.officer_id)


def save_outcome(
    session: Session,
    dispatch_id: int,
    outcome: DeliveryOutcome,
    *,
    outcome_at: datetime,
    proof: str,
    at: datetime,
    officer_id: int,
) -> Dispatch:
    """Keep what became of a sending and return it.

    Raises:
        NotFoundError: no such sending.
    """
    row = row_of(session, DispatchRow, dispatch_id, what="dispatch")
    row.outcome, row.outcome_at, row.proof = outcome.value, outcome_at, proof
    return _kept(session, row, action="dispatch_outcome", at=at, officer_id=officer_id)


def of_letters(session: Session, letter_ids: Sequence[int]) -> Mapping[int, tuple[Dispatch, ...]]:
    """Return the sendings of some letters by the letter's id, oldest first; a letter without any is left out."""
    found: dict[int, list[Dispatch]] = {}
    for first in range(0, len(letter_ids), _AT_ONCE):
        some = letter_ids[first : first + _AT_ONCE]
        for letter_id, sent in _each(session, _query().where(DispatchRow.letter_id.in_(some))):
            found.setdefault(letter_id, []).append(sent)
    return {letter_id: tuple(sent) for letter_id, sent in found.items()}


def list_all(
    session: Session,
    *,
    not_before: datetime | None = None,
    before: datetime | None = None,
    channel: DispatchChannel | None = None,
    run_id: int | None = None,
) -> tuple[tuple[int, Dispatch], ...]:
    """Return sendings with the id of their letter, oldest first.

    Args:
        session: of the store.
        not_before: the earliest instant of sending, inclusive.
        before: the end of the span, exclusive.
        channel: only this way of sending.
        run_id: only those of this print run.
    """
    query = _query()
    if not_before is not None:
        query = query.where(DispatchRow.sent_at >= not_before)
    if before is not None:
        query = query.where(DispatchRow.sent_at < before)
    if channel is not None:
        query = query.where(DispatchRow.channel == channel.value)
    if run_id is not None:
        query = query.where(DispatchRow.run_id == run_id)
    return tuple(_each(session, query))


def add_run(session: Session, *, number: str, letters: Sequence[int], made_at: datetime, officer_id: int) -> StoredRun:
    """Keep a print run and return it."""
    row = PrintRunRow(number=number, made_at=made_at, officer_id=officer_id, letters=[*letters])
    facts: JournalFacts = {"run": number, "letters": len(letters)}
    vouch(session, row, action="print_run_made", subject="office", at=made_at, officer_id=officer_id, facts=facts)
    return _stored(row)


def load_run(session: Session, run_id: int) -> StoredRun:
    """Return one print run.

    Raises:
        NotFoundError: no such run.
    """
    return _stored(_run(session, run_id))


def list_runs(session: Session) -> tuple[StoredRun, ...]:
    """Return the print runs, newest first."""
    return tuple(_stored(row) for row in session.scalars(select(PrintRunRow).order_by(PrintRunRow.id.desc())))


def _query() -> Select[DispatchRow, str]:
    joined = select(DispatchRow, PrintRunRow.number).outerjoin(PrintRunRow, PrintRunRow.id == DispatchRow.run_id)
    return joined.order_by(DispatchRow.id)


def _each(session: Session, query: Select[DispatchRow, str]) -> Iterable[tuple[int, Dispatch]]:
    with understood():
        return [(row.letter_id, _dispatch(row, run or "")) for row, run in session.execute(query).all()]


def _dispatch(row: DispatchRow, run: str) -> Dispatch:
    outcome = DeliveryOutcome(row.outcome) if row.outcome is not None else None
    return Dispatch(
        sent_at=row.sent_at,
        channel=DispatchChannel(row.channel),
        recipient=row.recipient,
        officer_id=row.officer_id,
        delivered_at=row.outcome_at if outcome is DeliveryOutcome.DELIVERED else None,
        proof=row.proof,
        id=row.id,
        tracking=row.tracking,
        outcome=outcome,
        outcome_at=row.outcome_at,
        run=run,
    )


def _run(session: Session, run_id: int) -> PrintRunRow:
    return row_of(session, PrintRunRow, run_id, what="print_run")


def _stored(row: PrintRunRow) -> StoredRun:
    return StoredRun(row.id, row.number, row.made_at, row.officer_id, tuple(row.letters))


def _kept(session: Session, row: DispatchRow, *, action: str, at: datetime, officer_id: int) -> Dispatch:
    query = select(LetterRow.number, CaseRow.number).join(CaseRow, CaseRow.id == LetterRow.case_id)
    found = session.execute(query.where(LetterRow.id == row.letter_id)).first()
    if found is None:
        raise NotFoundError(what="letter", name=row.letter_id)
    letter, subject = found
    facts = {"letter": letter, "channel": row.channel, **({"outcome": row.outcome} if row.outcome is not None else {})}
    vouch(session, row, action=action, subject=subject, at=at, officer_id=officer_id, facts=facts)
    run = session.get(PrintRunRow, row.run_id) if row.run_id is not None else None
    return _dispatch(row, run.number if run is not None else "")
