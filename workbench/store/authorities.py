"""The office's own copies of authorities; the newest word holds, the journal keeps that another was said before.

Names and addresses of authorities are no personal data, but a contact may name a clerk: the journal tells the fields that changed,
never what they say.
"""

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.domain.authorities import Contact
from workbench.domain.cases import LawPlace
from workbench.domain.journal import JournalFacts
from workbench.store.journal import vouch
from workbench.store.rows import AuthorityRow, CaseRow, new_nonce
from workbench.store.values import understood

EDITED = "authority_edited"
CHECKED = "authority_checked"
ALLOWED = "authority_address_allowed"
FORBIDDEN = "authority_address_forbidden"
"""What the journal calls a change, a check, and that an unchecked address may be printed or no longer may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRecord:
    """One copy as it is kept; `checked_by` is an officer, None where `checked_on` is."""

    authority_id: str
    contact: Contact
    checked_on: date | None = None
    checked_by: int | None = None
    against: str = ""
    allowed_because: str = ""


def put(session: Session, record: AuthorityRecord, *, action: str, facts: JournalFacts, at: datetime, officer_id: int) -> None:
    """Keep a copy in place of the one that was kept.

    Args:
        session: a `writing()` session.
        record: the copy.
        action: `EDITED`, `CHECKED`, `ALLOWED` or `FORBIDDEN`.
        facts: plain words besides the authority's id; nothing that a contact says.
        at: now.
        officer_id: who does it.
    """
    row = session.get(AuthorityRow, record.authority_id)
    if row is None:
        row = AuthorityRow(id=record.authority_id, nonce=new_nonce())
    row.fields = {name: list(part) if isinstance(part, tuple) else part for name, part in asdict(record.contact).items()}
    row.checked_on, row.checked_by, row.source = record.checked_on, record.checked_by, record.against
    row.allowed_because = record.allowed_because
    row.saved_at, row.officer_id = at, officer_id
    told: JournalFacts = {"authority": record.authority_id, **facts}
    vouch(session, row, action=action, subject="office", at=at, officer_id=officer_id, facts=told)


def find(session: Session, authority_id: str) -> AuthorityRecord | None:
    """Return the office's copy of one authority, None where there is none."""
    with understood():
        row = session.get(AuthorityRow, authority_id)
        return _record(row) if row is not None else None


def list_all(session: Session) -> tuple[AuthorityRecord, ...]:
    """Return every copy, by id."""
    with understood():
        return tuple(_record(row) for row in session.scalars(select(AuthorityRow).order_by(AuthorityRow.id)))


def open_laws(session: Session) -> Counter[LawPlace]:
    """Return how many open cases stand under each law in each place."""
    found: Counter[LawPlace] = Counter()
    for laws in session.scalars(select(CaseRow.laws).where(CaseRow.closed.is_(False))):
        found.update({LawPlace(law, place) for law, place in laws})
    return found


def _record(row: AuthorityRow) -> AuthorityRecord:
    kept: dict[str, Any] = {name: tuple(part) if isinstance(part, list) else part for name, part in row.fields.items()}
    return AuthorityRecord(
        authority_id=row.id,
        contact=Contact(**kept),
        checked_on=row.checked_on,
        checked_by=row.checked_by,
        against=row.source,
        allowed_because=row.allowed_because,
    )
