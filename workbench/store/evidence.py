"""Evidence: files kept with a case, and files in quarantine; their bytes lie inside the encrypted database."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import Evidence, EvidenceKind, NewEvidence, Quarantined
from workbench.domain.journal import JournalFacts
from workbench.store import blobs, search
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import CaseRow, EvidenceRow, QuarantineRow
from workbench.store.values import understood


def add(session: Session, case_id: int, new: NewEvidence, *, added_at: datetime, officer_id: int) -> Evidence:
    """Keep a file with a case and return it without its bytes.

    Raises:
        NotFoundError: no such case.
    """
    subject = session.scalar(select(CaseRow.number).where(CaseRow.id == case_id))
    if subject is None:
        raise NotFoundError(what="case", name=case_id)
    row = EvidenceRow(
        case_id=case_id,
        name=new.name,
        media_type=new.media_type,
        kind=new.kind.value,
        size=len(new.data),
        sha256=blobs.digest(new.data),
        blob_id=blobs.keep(session, new.data),
        added_at=added_at,
        officer_id=officer_id,
    )
    facts: JournalFacts = {"kind": row.kind, "size": row.size}
    vouch(session, row, action="evidence_added", subject=subject, at=added_at, officer_id=officer_id, facts=facts)
    search.index(session, row)
    return _evidence(row)


def load(session: Session, evidence_id: int) -> Evidence:
    """Return one kept file without its bytes.

    Raises:
        NotFoundError: no such file.
    """
    return _evidence(_row(session, evidence_id))


def list_for_case(session: Session, case_id: int) -> tuple[Evidence, ...]:
    """Return a case's files, oldest first, without their bytes."""
    query = select(EvidenceRow).where(EvidenceRow.case_id == case_id).order_by(EvidenceRow.id)
    return tuple(_evidence(row) for row in session.scalars(query))


def data(session: Session, evidence_id: int) -> bytes:
    """Return a file's bytes exactly as they came.

    Raises:
        NotFoundError: no such file.
        StoreDamagedError: the bytes are not those that were kept.
    """
    row = _row(session, evidence_id)
    return blobs.read(session, row.blob_id, sha256=row.sha256)


def pieces(session: Session, evidence_id: int) -> Iterator[bytes]:
    """Yield a file's bytes piece by piece; they are proved when the last one is taken.

    Raises:
        NotFoundError: no such file.
        StoreDamagedError: the bytes are not those that were kept.
    """
    row = _row(session, evidence_id)
    return blobs.pieces(session, row.blob_id, sha256=row.sha256)


def quarantine(session: Session, *, name: str, data: bytes, reason: str, added_at: datetime, officer_id: int) -> Quarantined:
    """Keep a file that could not be read, with the reason (a word key), and return it without its bytes."""
    row = QuarantineRow(
        name=name,
        reason=reason,
        size=len(data),
        sha256=blobs.digest(data),
        blob_id=blobs.keep(session, data),
        added_at=added_at,
        officer_id=officer_id,
    )
    facts: JournalFacts = {"reason": reason, "size": row.size}
    vouch(session, row, action="file_quarantined", subject="office", at=added_at, officer_id=officer_id, facts=facts)
    return _quarantined(row)


def list_quarantine(session: Session) -> tuple[Quarantined, ...]:
    """Return the files in quarantine, newest first."""
    return tuple(_quarantined(row) for row in session.scalars(select(QuarantineRow).order_by(QuarantineRow.id.desc())))


def count_quarantine(session: Session) -> int:
    """Return how many files are in quarantine."""
    return session.scalar(select(func.count()).select_from(QuarantineRow)) or 0


def quarantine_data(session: Session, quarantine_id: int) -> bytes:
    """Return the bytes of a file in quarantine.

    Raises:
        NotFoundError: no such file.
        StoreDamagedError: the bytes are not those that were kept.
    """
    row = row_of(session, QuarantineRow, quarantine_id, what="quarantine")
    return blobs.read(session, row.blob_id, sha256=row.sha256)


def _row(session: Session, evidence_id: int) -> EvidenceRow:
    return row_of(session, EvidenceRow, evidence_id, what="evidence")


def _evidence(row: EvidenceRow) -> Evidence:
    with understood():
        return Evidence(
            id=row.id,
            case_id=row.case_id,
            name=row.name,
            media_type=row.media_type,
            kind=EvidenceKind(row.kind),
            size=row.size,
            sha256=row.sha256,
            added_at=row.added_at,
            officer_id=row.officer_id,
        )


def _quarantined(row: QuarantineRow) -> Quarantined:
    return Quarantined(id=row.id, name=row.name, size=row.size, sha256=row.sha256, reason=row.reason, added_at=row.added_at)
