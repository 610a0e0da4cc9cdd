"""The journal: who did what when, append-only and hash-chained.

The store writes an entry itself for every row it keeps, with the digest of the row, so no caller can forget one. An entry's
`digest` is the SHA-256 of the canonical JSON of everything else in it, the digest before it included; the first stands on zeros.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from workbench.domain.journal import Entry, JournalFacts, NewEntry
from workbench.store.contents import canonical, content_digest, each, moment, name_of
from workbench.store.rows import JournalRow, Kept

BEGINNING = "0" * 64
"""What the first entry stands on."""

ROW = "row"
"""The fact that names the row which an entry vouches for, such as `events:12`."""

_LINES = cast("Table", JournalRow.__table__)
"""The table itself: lines are written without the machinery of objects, which costs more than the line."""

_HEAD = "journal_head"
"""Where a session keeps the entry that it wrote last: it holds the write lock and is used for one transaction."""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry: `length` entries, the last with `digest`."""

    length: int
    digest: str


@dataclass(frozen=True, slots=True)
class ChainFault:
    """What is wrong with the chain at one entry: `journal_entry_missing`, `journal_entry_altered` or `journal_entry_moved`."""

    code: str
    seq: int


def append(session: Session, new: NewEntry, *, at: datetime, officer_id: int) -> Entry:
    """Append one entry for something that is no row of its own (a backup, an unlocking) and return it.

    Must be called in a `writing()` session: the head is read under the write lock.

    Raises:
        ValueError: the facts name a `row`, which only the store may: a programmer's slip.
    """
    if ROW in new.facts:
        message = f"the fact {ROW!r} is the store's own"
        raise ValueError(message)
    return _append(session, new, at=at, officer_id=officer_id)


def vouch(
    session: Session,
    row: Kept,
    *,
    action: str,
    subject: str,
    at: datetime,
    officer_id: int,
    facts: JournalFacts | None = None,
) -> Entry:
    """Write a kept row and the entry that vouches for it. For the store's own modules.

    Args:
        session: a `writing()` session.
        row: the row, new or changed.
        action: word key of what was done.
        subject: case number, or "office".
        at: when it was written down.
        officer_id: who did it.
        facts: plain words and numbers besides the row's name; no personal data.
    """
    session.add(row)
    session.flush()
    entry = NewEntry(
        action=action, subject=subject, facts={**(facts or {}), ROW: name_of(row)}, content_sha256=content_digest(row)
    )
    return _append(session, entry, at=at, officer_id=officer_id)


def entries(session: Session, subject: str | None = None) -> tuple[Entry, ...]:
    """Return the entries in order, of one subject or of all."""
    query = select(JournalRow).order_by(JournalRow.seq)
    if subject is not None:
        query = query.where(JournalRow.subject == subject)
    return tuple(_entry(row) for row in session.scalars(query))


def entries_of(session: Session, action: str) -> tuple[Entry, ...]:
    """Return the entries of one action, in order."""
    query = select(JournalRow).where(JournalRow.action == action).order_by(JournalRow.seq)
    return tuple(_entry(row) for row in session.scalars(query))


def first_digest(session: Session) -> str:
    """Return the digest of the first entry: it tells this store from every other."""
    return session.scalar(select(JournalRow.digest).order_by(JournalRow.seq).limit(1)) or BEGINNING


def head(session: Session) -> Head:
    """Return where the chain ends now; length 0 and zeros when nothing was written yet."""
    written: Head | None = session.info.get(_HEAD)
    if written is not None:
        return written
    row = session.execute(select(JournalRow.seq, JournalRow.digest).order_by(JournalRow.seq.desc()).limit(1)).first()
    return Head(0, BEGINNING) if row is None else Head(row.seq, row.digest)


def digest_at(session: Session, seq: int) -> str | None:
    """Return the digest of one entry, the beginning's for 0, None where there is no such entry."""
    if seq == 0:
        return BEGINNING
    return session.scalar(select(JournalRow.digest).where(JournalRow.seq == seq))


def row_of(entry: Entry) -> tuple[str, str]:
    """Return table and key of the row an entry vouches for, such as ("events", "12"); empty texts when it has none."""
    table, _, key = str(entry.facts.get(ROW, "")).partition(":")
    return table, key


def check_chain(session: Session) -> list[ChainFault]:
    """Return every fault of the chain, in order; an untouched journal has none."""
    faults: list[ChainFault] = []
    previous: str | None = BEGINNING
    expected = 1
    for seq, entry in _stream(session):
        if seq != expected:
            faults += [ChainFault("journal_entry_missing", gap) for gap in range(expected, seq)]
        elif entry is not None and previous is not None and entry.previous != previous:
            faults.append(ChainFault("journal_entry_moved", seq))
        if entry is None or digest_of(entry) != entry.digest:
            faults.append(ChainFault("journal_entry_altered", seq))
        previous, expected = None if entry is None else entry.digest, seq + 1
    return faults


def newest_digests(session: Session) -> dict[str, str]:
    """Return for each vouched row the digest in its newest entry."""
    return {
        str(entry.facts[ROW]): entry.content_sha256 for _, entry in _stream(session) if entry is not None and row_of(entry)[0]
    }


def digest_of(entry: Entry) -> str:
    """Return the digest an entry ought to have."""
    said = {
        "seq": entry.seq,
        "at": moment(entry.at),
        "officer_id": entry.officer_id,
        "action": entry.action,
        "subject": entry.subject,
        "facts": dict(entry.facts),
        "content_sha256": entry.content_sha256,
        "previous": entry.previous,
    }
    return hashlib.sha256(canonical(said)).hexdigest()


def _append(session: Session, new: NewEntry, *, at: datetime, officer_id: int) -> Entry:
    last = head(session)
    entry = Entry(
        seq=last.length + 1,
        at=at,
        officer_id=officer_id,
        action=new.action,
        subject=new.subject,
        facts=new.facts,
        content_sha256=new.content_sha256,
        previous=last.digest,
        digest="",
    )
    digest = digest_of(entry)
    session.execute(
        insert(_LINES),
        {
            "seq": entry.seq,
            "at": at,
            "officer_id": officer_id,
            "action": new.action,
            "subject": new.subject,
            "facts": dict(new.facts),
            "content_sha256": new.content_sha256,
            "previous": last.digest,
            "digest": digest,
        },
    )
    session.info[_HEAD] = Head(entry.seq, digest)
    return Entry(
        seq=entry.seq,
        at=at,
        officer_id=officer_id,
        action=new.action,
        subject=new.subject,
        facts=new.facts,
        content_sha256=new.content_sha256,
        previous=last.digest,
        digest=digest,
    )


def _stream(session: Session) -> Iterator[tuple[int, Entry | None]]:
    for name, row in each(session, JournalRow):
        yield int(name.partition(":")[2]), None if row is None else _entry(row)


def _entry(row: JournalRow) -> Entry:
    return Entry(
        seq=row.seq,
        at=row.at,
        officer_id=row.officer_id,
        action=row.action,
        subject=row.subject,
        facts=row.facts,
        content_sha256=row.content_sha256,
        previous=row.previous,
        digest=row.digest,
    )
