"""Proving a store: the file, its structure, the journal, every row and every kept byte. A sound store has no findings.

Findings name a place (a table and a number, a page, a file), never what stands there. The write-ahead log is folded in before the
pages are checked, since the check of SQLCipher reads the main file alone.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.store import journal, keys, search
from workbench.store.cases import days_digest, found_by
from workbench.store.contents import content_digest, each
from workbench.store.driver import RawConnection
from workbench.store.engine import Store
from workbench.store.errors import KeysDamagedError, StoreDamagedError
from workbench.store.files import DATABASE, KEYS
from workbench.store.migrations import GUARDS
from workbench.store.rows import (
    KEPT_ROWS,
    BatchRow,
    BlobRow,
    CalendarRow,
    CaseCalendarRow,
    CaseRow,
    CaseRulebookRow,
    CounterRow,
    EvidenceRow,
    Kept,
    LetterRow,
    OfficeImageRow,
    PrintRunRow,
    QuarantineRow,
    RulebookTextRow,
)
from workbench.store.rulebooks import body_digest

_CODES = (
    "keys_damaged",
    "page_damaged",
    "structure_damaged",
    "reference_missing",
    "guard_missing",
    "journal_entry_missing",
    "journal_entry_moved",
    "journal_entry_altered",
    "row_altered",
    "row_missing",
    "row_unjournaled",
    "counter_behind",
    "calendar_altered",
    "rulebook_altered",
    "file_altered",
    "file_orphaned",
    "search_stale",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: `code` is a word key, `where` a table or file with a number."""

    code: str
    where: str


def finding_codes() -> tuple[str, ...]:
    """Return every code a finding can have; each has its words."""
    return _CODES


def verify(store: Store) -> tuple[Finding, ...]:
    """Return everything that is wrong with a store; an empty tuple when it is sound.

    When pages are damaged nothing deeper is looked at: rows read from damaged pages prove nothing.

    Raises:
        StoreBusyError: another program was writing all the time.
        DiskFullError: no room to fold the write-ahead log in, without which the pages cannot be checked.
    """
    findings = list(_key_findings(store))
    pages = _page_findings(store)
    if pages:
        return (*findings, *pages)
    try:
        with store.reading() as session:
            findings += _row_findings(session)
            findings += _blob_findings(session)
        findings += _search_findings(store)
    except StoreDamagedError:
        findings.append(Finding("structure_damaged", DATABASE))
    return tuple(findings)


def _key_findings(store: Store) -> Iterator[Finding]:
    try:
        keys.check(store.folder, store.vault.key)
    except KeysDamagedError:
        yield Finding("keys_damaged", KEYS)


def _page_findings(store: Store) -> list[Finding]:
    try:
        with store.raw() as connection:
            if not store.read_only:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("BEGIN")  # while this is read, nobody can fold new pages into the file
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            found = _cipher_findings(connection, store)
            return found or list(_structure_findings(connection))
    except StoreDamagedError as damage:
        return [Finding("page_damaged", f"{DATABASE}: {damage.details['damage']}")]


def _cipher_findings(connection: RawConnection, store: Store) -> list[Finding]:
    log = store.vault.path.with_name(DATABASE + "-wal")
    if log.exists() and log.stat().st_size:
        return []  # pages in the write-ahead log: the check would cry wolf
    found = []
    for (said,) in connection.execute("PRAGMA cipher_integrity_check"):
        page = re.search(r"page (\d+)", str(said))
        found.append(Finding("page_damaged", f"{DATABASE}:{page.group(1) if page else '?'}"))
    return found


def _structure_findings(connection: RawConnection) -> Iterator[Finding]:
    said = [str(line) for (line,) in connection.execute("PRAGMA integrity_check")]
    if [line for line in said if line != "ok" and search.INDEX not in line]:  # the index is looked at on its own
        yield Finding("structure_damaged", DATABASE)
        return
    for table, row, _parent, _number in connection.execute("PRAGMA foreign_key_check"):
        yield Finding("reference_missing", f"{table}:{row}")
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for guard in GUARDS:
        if guard not in present:
            yield Finding("guard_missing", guard)


def _row_findings(session: Session) -> Iterator[Finding]:
    faults = journal.check_chain(session)
    for fault in faults:
        yield Finding(fault.code, f"journal:{fault.seq}")
    vouched = journal.newest_digests(session)
    for kind in KEPT_ROWS:
        for name, row in each(session, kind):
            expected = vouched.pop(name, None)
            if expected is None:
                if not faults:  # else the entries that are missing or altered were named already
                    yield Finding("row_unjournaled", name)
            elif row is None or _differs(row, expected):
                yield Finding("row_altered", name)
    for name in vouched:
        yield Finding("row_missing", name)
    yield from _counter_findings(session)
    yield from _calendar_findings(session)
    yield from _rulebook_findings(session)


def _differs(row: Kept, expected: str) -> bool:
    try:
        if isinstance(row, CaseRow) and any(getattr(row, name) != value for name, value in found_by(row).items()):
            return True
        return content_digest(row) != expected
    except (ValueError, TypeError, AttributeError):  # a column that holds something of another kind
        return True


def _counter_findings(session: Session) -> Iterator[Finding]:
    """Find counters that would give a number out a second time."""
    given: dict[tuple[str, int], int] = {}
    for column in (CaseRow.number, LetterRow.number, BatchRow.number, PrintRunRow.number):
        for number in session.scalars(select(column)):
            parts = re.fullmatch(r"(.+)-([0-9]{4})-([0-9]+)", str(number))
            if parts:
                key = (parts[1], int(parts[2]))
                given[key] = max(given.get(key, 0), int(parts[3]))
    kept = {
        (row.series, row.year): row.last for row in session.execute(select(CounterRow.series, CounterRow.year, CounterRow.last))
    }
    for series, year in sorted(given):
        if kept.get((series, year), 0) < given[series, year]:
            yield Finding("counter_behind", f"counters:{series}/{year}")


def _calendar_findings(session: Session) -> Iterator[Finding]:
    joined = select(CaseCalendarRow.place, CaseCalendarRow.version, CaseCalendarRow.days_sha256, CalendarRow.days).join(
        CalendarRow,
        (CalendarRow.place == CaseCalendarRow.place) & (CalendarRow.version == CaseCalendarRow.version),
    )
    wrong = {
        f"calendars:{place}/{version}"
        for place, version, digest, days in session.execute(joined)
        if days_digest(days) != digest
    }
    for where in sorted(wrong):
        yield Finding("calendar_altered", where)


def _rulebook_findings(session: Session) -> Iterator[Finding]:
    joined = select(CaseRulebookRow.law, CaseRulebookRow.digest, CaseRulebookRow.body_sha256, RulebookTextRow.body).join(
        RulebookTextRow,
        (RulebookTextRow.law == CaseRulebookRow.law) & (RulebookTextRow.digest == CaseRulebookRow.digest),
    )
    wrong = {
        f"rulebook_texts:{law}/{digest}" for law, digest, sha256, body in session.execute(joined) if body_digest(body) != sha256
    }
    for where in sorted(wrong):
        yield Finding("rulebook_altered", where)


def _blob_findings(session: Session) -> Iterator[Finding]:
    owners: dict[int, tuple[str, str]] = {}
    for kind in (EvidenceRow, QuarantineRow, LetterRow, OfficeImageRow):
        for blob_id, row_id, sha256 in session.execute(select(kind.blob_id, kind.id, kind.sha256)):
            if blob_id is not None:
                owners[blob_id] = (f"{kind.__tablename__}:{row_id}", sha256)
    for blob_id, row_id, signed in session.execute(select(LetterRow.signed_blob_id, LetterRow.id, LetterRow.signed_sha256)):
        if blob_id is not None:
            owners[blob_id] = (f"letters:{row_id}", signed or "")
    for blob_id in session.scalars(select(BlobRow.id).order_by(BlobRow.id)).all():
        owner = owners.get(blob_id)
        if owner is None:
            yield Finding("file_orphaned", f"blobs:{blob_id}")
            continue
        data = session.scalar(select(BlobRow.data).where(BlobRow.id == blob_id))
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != owner[1]:
            yield Finding("file_altered", owner[0])


def _search_findings(store: Store) -> Iterator[Finding]:
    if store.read_only:
        with store.reading() as session:
            wrong = search.stale(session, read_only=True)
    else:
        with store.writing() as session:
            wrong = search.stale(session, read_only=False)
    if wrong:
        yield Finding("search_stale", "search_index")
