"""Batches: one kind of letter for many cases, and how far each case of one is.

An item waits, was issued or failed. A batch is vouched for by the journal as it was begun; its letters vouch for themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from sqlalchemy import Table, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from workbench.domain.batches import ItemState
from workbench.domain.errors import Detail, NotFoundError
from workbench.domain.letters import LetterFields, LetterKind
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import BatchItemRow, BatchRow, CaseRow, JsonObject, LetterRow
from workbench.store.values import from_json, to_json, understood


@dataclass(frozen=True, slots=True)
class StoredBatch:
    """A batch as it was begun, with how many of its items are in each state."""

    id: int
    number: str
    made_at: datetime
    officer_id: int
    kind: LetterKind
    language: str
    fields: LetterFields | None
    counts: Mapping[ItemState, int]


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One case of a batch; `problem` is the code of a refusal with its details, None where nothing is wrong."""

    position: int
    case_id: int
    case_number: str
    subject_name: str
    state: ItemState
    letter_id: int | None
    letter_number: str
    problem: tuple[str, dict[str, Detail]] | None


def add(
    session: Session,
    *,
    number: str,
    kind: LetterKind,
    language: str,
    fields: LetterFields | None,
    case_ids: Sequence[int],
    made_at: datetime,
    officer_id: int,
) -> int:
    """Keep a batch whose items all wait, in the order given, and return its id."""
    plan = {"kind": kind.value, "language": language, "fields": None if fields is None else to_json(fields)}
    row = BatchRow(number=number, made_at=made_at, officer_id=officer_id, plan=plan)
    facts = {"kind": kind.value, "count": len(case_ids)}
    vouch(session, row, action="batch_started", subject=number, at=made_at, officer_id=officer_id, facts=facts)
    waiting = ItemState.WAITING.value
    session.execute(
        insert(BatchItemRow),
        [
            {"batch_id": row.id, "position": position, "case_id": case_id, "state": waiting, "letter_id": None, "problem": None}
            for position, case_id in enumerate(case_ids)
        ],
    )
    return row.id


def load(session: Session, batch_id: int) -> StoredBatch:
    """Return one batch.

    Raises:
        NotFoundError: no such batch.
    """
    return _batch(row_of(session, BatchRow, batch_id, what="batch"), _counts(session, batch_id).get(batch_id, {}))


def find(session: Session, number: str) -> int:
    """Return the id of the batch with this number.

    Raises:
        NotFoundError: no batch has it.
    """
    found = session.scalar(select(BatchRow.id).where(BatchRow.number == number))
    if found is None:
        raise NotFoundError(what="batch", name=number)
    return found


def list_all(session: Session) -> tuple[StoredBatch, ...]:
    """Return every batch, newest first."""
    counts = _counts(session)
    return tuple(_batch(row, counts.get(row.id, {})) for row in session.scalars(select(BatchRow).order_by(BatchRow.id.desc())))


def waiting(session: Session, batch_id: int, *, most: int) -> tuple[tuple[int, int], ...]:
    """Return position and case of the next items that wait, in order."""
    query = select(BatchItemRow.position, BatchItemRow.case_id).where(
        BatchItemRow.batch_id == batch_id, BatchItemRow.state == ItemState.WAITING.value
    )
    return tuple(
        (position, case_id) for position, case_id in session.execute(query.order_by(BatchItemRow.position).limit(most))
    )


def items(session: Session, batch_id: int) -> tuple[StoredItem, ...]:
    """Return the items of a batch, in order."""
    query = (
        select(BatchItemRow, CaseRow.number, CaseRow.subject_name, LetterRow.number)
        .join(CaseRow, CaseRow.id == BatchItemRow.case_id)
        .outerjoin(LetterRow, LetterRow.id == BatchItemRow.letter_id)
        .where(BatchItemRow.batch_id == batch_id)
        .order_by(BatchItemRow.position)
    )
    with understood():
        return tuple(
            StoredItem(
                position=row.position,
                case_id=row.case_id,
                case_number=number,
                subject_name=name,
                state=ItemState(row.state),
                letter_id=row.letter_id,
                letter_number=letter or "",
                problem=None if row.problem is None else _problem(row.problem),
            )
            for row, number, name, letter in session.execute(query)
        )


def save_issued(session: Session, batch_id: int, issued: Mapping[int, int]) -> None:
    """Say of items, by position, which letter was issued for each."""
    if not issued:
        return
    one = (BatchItemRow.batch_id == batch_id) & (BatchItemRow.position == bindparam("at"))
    session.connection().execute(
        update(cast("Table", BatchItemRow.__table__))
        .where(one)
        .values(state=ItemState.ISSUED.value, letter_id=bindparam("letter"), problem=None),
        [{"at": position, "letter": letter_id} for position, letter_id in issued.items()],
    )


def save_failed(session: Session, batch_id: int, position: int, code: str, details: Mapping[str, Detail]) -> None:
    """Say of an item why it cannot be issued."""
    kept = {name: {"at": value.isoformat()} if isinstance(value, date) else value for name, value in details.items()}
    problem: JsonObject = {"code": code, "details": kept}
    _set(session, batch_id, position, state=ItemState.FAILED.value, letter_id=None, problem=problem)


def retry(session: Session, batch_id: int) -> int:
    """Let the failed items of a batch wait again and return how many there are."""
    failed = (BatchItemRow.batch_id == batch_id) & (BatchItemRow.state == ItemState.FAILED.value)
    count = session.scalar(select(func.count()).select_from(BatchItemRow).where(failed)) or 0
    session.execute(update(BatchItemRow).where(failed).values(state=ItemState.WAITING.value, problem=None))
    return count


def _set(session: Session, batch_id: int, position: int, **values: object) -> None:
    one = (BatchItemRow.batch_id == batch_id) & (BatchItemRow.position == position)
    session.execute(update(BatchItemRow).where(one).values(**values), execution_options={"synchronize_session": False})


def _counts(session: Session, batch_id: int | None = None) -> dict[int, dict[ItemState, int]]:
    query = select(BatchItemRow.batch_id, BatchItemRow.state, func.count()).group_by(BatchItemRow.batch_id, BatchItemRow.state)
    if batch_id is not None:
        query = query.where(BatchItemRow.batch_id == batch_id)
    counts: dict[int, dict[ItemState, int]] = {}
    with understood():
        for batch, state, count in session.execute(query):
            counts.setdefault(batch, {})[ItemState(state)] = count
    return counts


def _batch(row: BatchRow, counts: Mapping[ItemState, int]) -> StoredBatch:
    with understood():
        return StoredBatch(
            id=row.id,
            number=row.number,
            made_at=row.made_at,
            officer_id=row.officer_id,
            kind=LetterKind(row.plan["kind"]),
            language=str(row.plan["language"]),
            fields=None if row.plan["fields"] is None else from_json(LetterFields, row.plan["fields"]),
            counts=counts,
        )


def _problem(kept: JsonObject) -> tuple[str, dict[str, Detail]]:
    details = {name: _detail(value) for name, value in kept["details"].items()}
    return str(kept["code"]), details


def _detail(kept: object) -> Detail:
    if isinstance(kept, dict):
        text = str(kept["at"])
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return kept if isinstance(kept, int) else str(kept)
