"""Tasks: what an officer has to do by a day, in a case or for the office."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.domain.journal import JournalFacts
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import CaseRow, TaskRow, new_nonce
from workbench.store.values import understood

MADE = "task_made"
DONE = "task_done"
"""What the journal calls a new task, and one that is over."""


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task about to be kept; the fields are those of `StoredTask`."""

    case_id: int | None
    kind: str
    details: Mapping[str, str]
    owner_id: int
    text: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class StoredTask:
    """One task; `kind` is a word key of the table `task_kind`, `details` are plain facts, `text` an officer's words."""

    id: int
    case_id: int | None
    case_number: str
    kind: str
    text: str
    details: Mapping[str, str]
    owner_id: int
    due_on: date | None
    made_at: datetime
    officer_id: int
    done_at: datetime | None
    remark: str


def add(session: Session, new: NewTask, *, at: datetime, officer_id: int) -> StoredTask:
    """Keep a new task and return it."""
    row = TaskRow(
        case_id=new.case_id,
        kind=new.kind,
        text=new.text,
        details=dict(new.details),
        owner_id=new.owner_id,
        due_on=new.due_on,
        made_at=at,
        officer_id=officer_id,
        done_at=None,
        remark="",
        nonce=new_nonce(),
    )
    number = _number(session, new.case_id)
    facts: JournalFacts = {"task": new.kind, **new.details}
    vouch(session, row, action=MADE, subject=number or "office", at=at, officer_id=officer_id, facts=facts)
    return _task(row, number)


def finish(session: Session, task_id: int, *, remark: str, at: datetime, officer_id: int) -> StoredTask:
    """Write down that a task is over and return it; one that is over already stays as it is.

    Raises:
        NotFoundError: there is no such task.
    """
    row = row_of(session, TaskRow, task_id, what="task")
    number = _number(session, row.case_id)
    if row.done_at is None:
        row.done_at, row.remark = at, remark
        facts: JournalFacts = {"task": row.kind}
        vouch(session, row, action=DONE, subject=number or "office", at=at, officer_id=officer_id, facts=facts)
    return _task(row, number)


def load(session: Session, task_id: int) -> StoredTask:
    """Return one task.

    Raises:
        NotFoundError: there is no such task.
    """
    row = row_of(session, TaskRow, task_id, what="task")
    return _task(row, _number(session, row.case_id))


def list_open(session: Session, *, case_id: int | None = None, owner_id: int | None = None) -> tuple[StoredTask, ...]:
    """Return the tasks that are not done, those with the nearest day first; of one case or one owner, or all."""
    query = (
        select(TaskRow, CaseRow.number)
        .outerjoin(CaseRow, CaseRow.id == TaskRow.case_id)
        .where(TaskRow.done_at.is_(None))
        .order_by(TaskRow.due_on.is_(None), TaskRow.due_on, TaskRow.id)
    )
    if case_id is not None:
        query = query.where(TaskRow.case_id == case_id)
    if owner_id is not None:
        query = query.where(TaskRow.owner_id == owner_id)
    with understood():
        return tuple(_task(row, number or "") for row, number in session.execute(query))


def list_for_case(session: Session, case_id: int) -> tuple[StoredTask, ...]:
    """Return every task of a case, done or not, oldest first."""
    number = _number(session, case_id)
    with understood():
        rows = session.scalars(select(TaskRow).where(TaskRow.case_id == case_id).order_by(TaskRow.id))
        return tuple(_task(row, number) for row in rows)


def count_open(session: Session) -> Mapping[str, int]:
    """Return how many tasks of each kind are open."""
    query = select(TaskRow.kind, func.count()).where(TaskRow.done_at.is_(None)).group_by(TaskRow.kind)
    return {str(kind): int(count) for kind, count in session.execute(query)}


def _number(session: Session, case_id: int | None) -> str:
    return (session.scalar(select(CaseRow.number).where(CaseRow.id == case_id)) or "") if case_id is not None else ""


def _task(row: TaskRow, number: str) -> StoredTask:
    return StoredTask(
        id=row.id,
        case_id=row.case_id,
        case_number=number,
        kind=row.kind,
        text=row.text,
        details={str(name): str(value) for name, value in row.details.items()},
        owner_id=row.owner_id,
        due_on=row.due_on,
        made_at=row.made_at,
        officer_id=row.officer_id,
        done_at=row.done_at,
        remark=row.remark,
    )
