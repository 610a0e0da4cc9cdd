"""The people who work in this store."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.domain.parties import Officer
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import OfficerRow


def add(session: Session, *, name: str, title: str, at: datetime, by: int | None = None) -> Officer:
    """Add an officer and return them; `by` is who added them, None for the first one, who adds themselves."""
    row = OfficerRow(name=name, title=title, added_at=at)
    session.add(row)
    session.flush()
    vouch(session, row, action="officer_added", subject="office", at=at, officer_id=row.id if by is None else by)
    return _officer(row)


def load(session: Session, officer_id: int) -> Officer:
    """Return one officer.

    Raises:
        NotFoundError: nobody has this id.
    """
    return _officer(row_of(session, OfficerRow, officer_id, what="officer"))


def list_all(session: Session) -> tuple[Officer, ...]:
    """Return every officer in the order they came."""
    return tuple(_officer(row) for row in session.scalars(select(OfficerRow).order_by(OfficerRow.id)))


def _officer(row: OfficerRow) -> Officer:
    return Officer(id=row.id, name=row.name, title=row.title)
