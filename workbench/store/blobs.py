"""Bytes kept inside the encrypted database: no file lies about that nobody owns."""

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.store.errors import StoreDamagedError
from workbench.store.rows import BlobRow


def keep(session: Session, data: bytes) -> int:
    """Keep bytes and return the id of their row."""
    row = BlobRow(data=data)
    session.add(row)
    session.flush()
    return row.id


def read(session: Session, blob_id: int, *, sha256: str) -> bytes:
    """Return kept bytes, proved by their digest.

    Raises:
        StoreDamagedError: `file_altered`, the bytes are not those that were kept.
    """
    data = session.scalar(select(BlobRow.data).where(BlobRow.id == blob_id))
    if not isinstance(data, bytes) or digest(data) != sha256:
        raise StoreDamagedError(damage="file_altered")
    return data


def digest(data: bytes) -> str:
    """Return the hex SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()
