"""The pictures of the office: its logo and the signatures of its officers; the newest of a name holds."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.store import blobs
from workbench.store.journal import vouch
from workbench.store.rows import OfficeImageRow

_READ = "office_images"
"""Where a session keeps the pictures it has read: every letter of a portion has the same."""


def put(session: Session, name: str, data: bytes, *, media_type: str, at: datetime, officer_id: int) -> None:
    """Keep a picture under a name, in place of the one before it; no data takes it away."""
    row = OfficeImageRow(
        name=name,
        media_type=media_type if data else "",
        blob_id=blobs.keep(session, data) if data else None,
        sha256=blobs.digest(data) if data else "",
        officer_id=officer_id,
        saved_at=at,
    )
    session.info.pop(_READ, None)
    vouch(session, row, action="office_image_saved", subject="office", at=at, officer_id=officer_id, facts={"image": name})


def get(session: Session, name: str) -> bytes:
    """Return the picture of a name, or no bytes where there is none.

    Raises:
        StoreDamagedError: the bytes are not those that were kept.
    """
    read: dict[str, bytes] = session.info.setdefault(_READ, {})
    if name not in read:
        read[name] = _newest(session, name)
    return read[name]


def _newest(session: Session, name: str) -> bytes:
    newest = select(OfficeImageRow).where(OfficeImageRow.name == name).order_by(OfficeImageRow.id.desc()).limit(1)
    row = session.scalar(newest)
    if row is None or row.blob_id is None:
        return b""
    return blobs.read(session, row.blob_id, sha256=row.sha256)
