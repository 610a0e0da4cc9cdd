"""Looking one row up by its id, with the refusal that every aggregate gives for one that is not there."""

from typing import TypeVar

from sqlalchemy.orm import Session

from workbench.domain.errors import NotFoundError
from workbench.store.values import understood

RowT = TypeVar("RowT")


def row_of(session: Session, kind: type[RowT], row_id: int, *, what: str) -> RowT:
    """Return the row of that id.

    Args:
        session: of the store.
        kind: the table.
        row_id: its id.
        what: the word key of the thing, such as `case`.

    Raises:
        NotFoundError: there is no such row.
        StoreDamagedError: the row cannot be read.
    """
    with understood():
        row = session.get(kind, row_id)
    if row is None:
        raise NotFoundError(what=what, name=row_id)
    return row
