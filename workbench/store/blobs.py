"""Bytes kept inside the encrypted database: no file lies about that nobody owns."""

import hashlib
from collections.abc import Iterator
from typing import cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.store.driver import RawConnection
from workbench.store.errors import StoreDamagedError
from workbench.store.rows import BlobRow

PIECE = 1024 * 1024
"""How many bytes are read at a time from what is read in pieces."""


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


def pieces(session: Session, blob_id: int, *, sha256: str) -> Iterator[bytes]:
    """Yield kept bytes piece by piece; they are proved when the last one is taken, so nothing counts before the end.

    Raises:
        StoreDamagedError: `file_altered`, the bytes are not those that were kept.
    """
    proof = hashlib.sha256()
    size = session.scalar(select(func.length(BlobRow.data)).where(BlobRow.id == blob_id))
    if size:  # the driver cannot open what is not there
        raw = cast("RawConnection", session.connection().connection.dbapi_connection)
        with raw.open_blob(BlobRow.__tablename__, BlobRow.data.key, blob_id, True) as blob:  # noqa: FBT003  read only
            while piece := blob.read(PIECE):
                proof.update(piece)
                yield piece
    if size is None or proof.hexdigest() != sha256:
        raise StoreDamagedError(damage="file_altered")


def digest(data: bytes) -> str:
    """Return the hex SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()
