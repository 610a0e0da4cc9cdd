"""The dossiers of decisions. The newest of a right is at work until its decision was told; from then on it is never changed.

A new one begins beside it when somebody saves again. What is said in one is kept as the canonical JSON of the domain's value.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from workbench.domain.canonical import ContentInvalidError, from_json, to_json
from workbench.domain.dossier import Dossier
from workbench.domain.journal import JournalFacts
from workbench.domain.rights import Right
from workbench.store.errors import StoreDamagedError
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import DossierRow, new_nonce
from workbench.store.values import understood

SAVED = "dossier_saved"
BOUND = "dossier_bound"
"""What the journal calls a dossier that was written, and one that stays with the decision that was told."""


@dataclass(frozen=True, slots=True)
class StoredDossier:
    """One dossier of a right; `decision_id` is set once it stays with a decision that was told or taken up anew."""

    id: int
    case_id: int
    right: Right
    dossier: Dossier
    decision_id: int | None
    saved_at: datetime
    officer_id: int

    @property
    def bound(self) -> bool:
        """Return whether it stays as it is."""
        return self.decision_id is not None


def save(session: Session, case_id: int, dossier: Dossier, *, at: datetime, officer_id: int) -> bool:
    """Keep what a dossier says now, and return whether that changed anything; beside a bound one a new one begins."""
    row = session.scalar(_of(case_id, dossier.right).limit(1))
    content = json.loads(to_json(dossier))
    if row is not None and row.decision_id is None:
        if row.content == content:
            return False
    else:
        row = DossierRow(case_id=case_id, right=dossier.right.value, decision_id=None, nonce=new_nonce())
    row.content, row.saved_at, row.officer_id = content, at, officer_id
    facts: JournalFacts = {"right": dossier.right.value}
    vouch(session, row, action=SAVED, subject=dossier.case_number, at=at, officer_id=officer_id, facts=facts)
    return True


def bind(session: Session, dossier_id: int, decision_id: int, *, at: datetime, officer_id: int) -> None:
    """Let a dossier stay with a decision for good.

    Raises:
        NotFoundError: there is no such dossier.
    """
    row = row_of(session, DossierRow, dossier_id, what="dossier")
    row.decision_id = decision_id
    subject = str(row.content["case_number"])
    vouch(session, row, action=BOUND, subject=subject, at=at, officer_id=officer_id, facts={"right": row.right})


def newest(session: Session, case_id: int, right: Right) -> StoredDossier | None:
    """Return the newest dossier of a right, None where nobody saved one.

    Raises:
        StoreDamagedError: what it says cannot be read.
    """
    with understood():
        row = session.scalar(_of(case_id, right).limit(1))
    return _stored(row) if row is not None else None


def list_for_case(session: Session, case_id: int, right: Right | None = None) -> tuple[StoredDossier, ...]:
    """Return the dossiers of a case, or of one right of it, oldest first.

    Raises:
        StoreDamagedError: what one of them says cannot be read.
    """
    query = select(DossierRow).where(DossierRow.case_id == case_id).order_by(DossierRow.id)
    if right is not None:
        query = query.where(DossierRow.right == right.value)
    with understood():
        rows = session.scalars(query).all()
    return tuple(_stored(row) for row in rows)


def _of(case_id: int, right: Right) -> Select[DossierRow]:
    same = (DossierRow.case_id == case_id, DossierRow.right == right.value)
    return select(DossierRow).where(*same).order_by(DossierRow.id.desc())


def _stored(row: DossierRow) -> StoredDossier:
    try:
        with understood():
            dossier = from_json(Dossier, json.dumps(row.content))
            right = Right(row.right)
    except ContentInvalidError:
        raise StoreDamagedError(damage="row_unreadable") from None
    return StoredDossier(row.id, row.case_id, right, dossier, row.decision_id, row.saved_at, row.officer_id)
