"""What the journal vouches for: the content of a row, as canonical JSON (RFC 8785), digested with the row's nonce.

An empty column (None) is left out, so that a column added by a later program leaves the digests of older rows as they are.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any, TypeVar

import rfc8785
from sqlalchemy import Row, inspect, select, tuple_
from sqlalchemy.orm import Session

from workbench.store.rows import Base, Kept

AnyRow = TypeVar("AnyRow", bound=Base)

_BATCH = 500


def canonical(value: Any) -> bytes:  # noqa: ANN401  any JSON value
    """Return the canonical JSON of a value made of objects, lists, text, whole numbers, booleans and None."""
    return rfc8785.dumps(value)


def moment(at: datetime) -> str:
    """Return an aware instant as canonical text in UTC, always with microseconds."""
    if at.utcoffset() is None:
        message = "an instant without a zone cannot be written down"
        raise ValueError(message)
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def content_of(row: Kept) -> dict[str, Any]:
    """Return what a row says: every column that is neither its nonce nor cached nor empty."""
    table = row.__table__
    skipped = row.CACHED | {"nonce"}
    content: dict[str, Any] = {}
    for column in table.columns:
        value = getattr(row, column.key)
        if column.key in skipped or value is None:
            continue
        if isinstance(value, datetime):
            value = moment(value)
        elif isinstance(value, date):
            value = value.isoformat()
        content[column.key] = value
    return content


def content_digest(row: Kept) -> str:
    """Return the hex SHA-256 of a row's nonce and content."""
    return hashlib.sha256(row.nonce.encode("ascii") + canonical(content_of(row))).hexdigest()


def name_of(row: Kept) -> str:
    """Return the name of a row in the journal, such as `events:12`: its table and its key."""
    return _named(type(row), inspect(type(row)).primary_key_from_instance(row))


def each(session: Session, kind: type[AnyRow]) -> Iterator[tuple[str, AnyRow | None]]:
    """Yield name and row of everything in a table, in the order of its key; None for a row that cannot be understood.

    Rows are let go of as soon as the next one is asked for, so that a large table fits a small memory.
    """
    key = inspect(kind).primary_key
    found = iter(session.execute(select(*key).order_by(*key)).all())
    while batch := list(islice(found, _BATCH)):
        yield from _rows(session, kind, batch)
        session.expunge_all()


def _rows(session: Session, kind: type[AnyRow], batch: Sequence[Row[Any]]) -> Iterator[tuple[str, AnyRow | None]]:
    key = inspect(kind).primary_key
    query = select(kind).where(tuple_(*key).in_([tuple(one) for one in batch])).order_by(*key)
    try:
        for row in session.scalars(query).all():
            yield _named(kind, inspect(kind).primary_key_from_instance(row)), row
    except (ValueError, TypeError, LookupError):
        if len(batch) == 1:
            yield _named(kind, batch[0]), None
            return
        for one in batch:
            yield from _rows(session, kind, [one])


def _named(kind: type[Base], key: Sequence[Any]) -> str:
    return f"{kind.__tablename__}:{'/'.join(map(str, key))}"
