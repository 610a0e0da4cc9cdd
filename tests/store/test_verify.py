"""Verify: one fault of every class is found, exactly it, and a sound store has no findings."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.store.makers import NOW, Made, add_case, add_event, fill, make_store
from workbench.domain.cases import CalendarSnapshot
from workbench.store import cases, keys, search
from workbench.store.engine import Store
from workbench.store.errors import StoreDamagedError
from workbench.store.files import KEYS
from workbench.store.verify import finding_codes, verify

GUARDS = {
    "journal": ("journal_no_update", "journal_no_delete", "journal_no_replace"),
    "blobs": ("blobs_no_update", "blobs_no_replace"),
}


def _forge(store: Store, *statements: str) -> None:
    """Do what a hand with the key would do: take the guards away, change rows, put the guards back."""
    with store.raw() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _name, sql in guards:
            connection.execute(sql)


def _found(store: Store) -> list[tuple[str, str]]:
    return [(found.code, found.where) for found in verify(store)]


def test_a_sound_store_has_no_findings(full: Store) -> None:
    assert verify(full) == ()


def test_a_store_that_grows_is_sound_at_every_step(empty: Made) -> None:
    store = empty.open()
    for number in range(50):
        with store.writing() as session:
            case = add_case(session)
            for event in range(number % 7):
                add_event(session, case.id, text=f"note {event} é \U0001f600 \x00" * (number % 3))
            if number % 2:
                cases.save_calendar(session, case.id, CalendarSnapshot("DE", f"v{number}", "{}"), at=NOW, officer_id=1)
        assert verify(store) == ()
    store.close()


ROW_FAULTS: dict[str, tuple[tuple[str, ...], list[tuple[str, str]]]] = {
    "an event's words": (("UPDATE events SET text = 'forged' WHERE id = 2",), [("row_altered", "events:2")]),
    "an event's instant": (
        ("UPDATE events SET occurred_at = '2020-01-01 00:00:00.000000' WHERE id = 1",),
        [("row_altered", "events:1")],
    ),
    "an instant that is none": (("UPDATE events SET occurred_at = 'soon' WHERE id = 1",), [("row_altered", "events:1")]),
    "details that are no JSON": (("UPDATE events SET details = '[' WHERE id = 1",), [("row_altered", "events:1")]),
    "a number where a list was": (("UPDATE decisions SET grounds = '7' WHERE id = 1",), [("row_altered", "decisions:1")]),
    "a decision's outcome": (("UPDATE decisions SET outcome = 'granted'",), [("row_altered", "decisions:1")]),
    "a decision's reason": (("UPDATE decisions SET reason = reason || '.'",), [("row_altered", "decisions:1")]),
    "a person's name": (("UPDATE cases SET subject = replace(subject, 'Petunia', 'Begonia')",), [("row_altered", "cases:1")]),
    "the name that lists show": (("UPDATE cases SET subject_name = 'Begonia'",), [("row_altered", "cases:1")]),
    "an issued letter's state": (("UPDATE letters SET state = 'draft' WHERE id = 1",), [("row_altered", "letters:1")]),
    "a letter's digest": (
        ("UPDATE letters SET sha256 = '00' WHERE id = 1",),
        [("row_altered", "letters:1"), ("file_altered", "letters:1")],
    ),
    "an officer's name": (("UPDATE officers SET name = 'Someone' WHERE id = 1",), [("row_altered", "officers:1")]),
    "an approval": (("UPDATE approvals SET verdict = 'approved'",), [("row_altered", "approvals:1")]),
    "a dossier": (("UPDATE dossiers SET content = '{}'",), [("row_altered", "dossiers:1")]),
    "a sending": (("UPDATE dispatches SET recipient = 'x'",), [("row_altered", "dispatches:1")]),
    "a setting": (("UPDATE settings SET value = 'x'",), [("row_altered", "settings:office_name")]),
    "an office day": (("UPDATE office_days SET rests = 0",), [("row_altered", "office_days:1")]),
    "a file's name": (("UPDATE quarantine SET reason = 'x'",), [("row_altered", "quarantine:1")]),
    "a nonce": (("UPDATE evidence SET nonce = '00' WHERE id = 1",), [("row_altered", "evidence:1")]),
    "two events swapped": (
        ("UPDATE events SET id = -id", "UPDATE events SET id = 3 + id"),
        [("row_altered", "events:1"), ("row_altered", "events:2")],
    ),
    "an event deleted": (("DELETE FROM events WHERE id = 1",), [("row_missing", "events:1")]),
    "a decision deleted": (("DELETE FROM decisions",), [("row_missing", "decisions:1")]),
    "an event put in": (
        (
            "INSERT INTO events SELECT 9, case_id, 9, kind, occurred_at, zone, recorded_at, officer_id, details, '', nonce FROM events WHERE id = 1",
        ),
        [("row_unjournaled", "events:9")],
    ),
    "a calendar's days": (("UPDATE calendars SET days = '{}'",), [("calendar_altered", "calendars:DE/v1")]),
    "a rulebook's text": (("UPDATE rulebook_texts SET body = 'x'",), [("rulebook_altered", "rulebook_texts:EU/v1")]),
    "a journal line deleted": (("DELETE FROM journal WHERE seq = 5",), [("journal_entry_missing", "journal:5")]),
    "a journal line's action": (
        ("UPDATE journal SET action = 'closed' WHERE seq = 5",),
        [("journal_entry_altered", "journal:5")],
    ),
    "a journal line's facts": (("UPDATE journal SET facts = 'x' WHERE seq = 1",), [("journal_entry_altered", "journal:1")]),
    "a journal line's chain": (
        ("UPDATE journal SET previous = digest WHERE seq = 6",),
        [("journal_entry_moved", "journal:6"), ("journal_entry_altered", "journal:6")],
    ),
    "bytes of evidence": (("UPDATE blobs SET data = x'0102' WHERE id = 1",), [("file_altered", "evidence:1")]),
    "bytes in quarantine": (("UPDATE blobs SET data = x'0102' WHERE id = 2",), [("file_altered", "quarantine:1")]),
    "bytes of a letter": (("UPDATE blobs SET data = data || x'00' WHERE id = 3",), [("file_altered", "letters:1")]),
    "bytes swapped": (
        ("UPDATE blobs SET id = -id", "UPDATE blobs SET id = 3 + id WHERE id > -3", "UPDATE blobs SET id = -id WHERE id < 0"),
        [("file_altered", "evidence:1"), ("file_altered", "quarantine:1")],
    ),
    "bytes of nobody": (("INSERT INTO blobs (data) VALUES (x'00')",), [("file_orphaned", "blobs:5")]),
    "bytes gone": (("DELETE FROM blobs WHERE id = 1",), [("reference_missing", "evidence:1")]),
    "a case of no officer": (
        ("INSERT INTO deadlines (case_id, position, law, limit_id, kind, state, body) VALUES (99, 0, '', '', '', '', '')",),
        [("reference_missing", "deadlines:2")],
    ),
    "a counter set back": (("UPDATE counters SET last = 1 WHERE series = 'L'",), [("counter_behind", "counters:L/2026")]),
    "a counter gone": (("DELETE FROM counters WHERE series = 'DSR'",), [("counter_behind", "counters:DSR/2026")]),
    "the index": (
        ("UPDATE search_index SET body = 'x' WHERE rowid = (SELECT max(rowid) FROM search_index)",),
        [("search_stale", "search_index")],
    ),
    "the index emptied": (("DELETE FROM search_index",), [("search_stale", "search_index")]),
    "the inside of the index": (("DELETE FROM search_index_data WHERE id > 10",), [("search_stale", "search_index")]),
}


@pytest.mark.parametrize("fault", sorted(ROW_FAULTS))
def test_a_planted_fault_is_found_and_nothing_else(full: Store, fault: str) -> None:
    statements, expected = ROW_FAULTS[fault]
    _forge(full, *statements)
    if fault not in {"the index", "the index emptied", "the inside of the index"}:
        _rebuild(full)  # a careful hand would do this; the index is no proof
    assert sorted(_found(full)) == sorted(expected)


def _rebuild(store: Store) -> None:
    """Rebuild the index as far as the rows can be read, so that it gives nothing away."""
    try:
        with store.writing() as session:
            search.rebuild(session)
    except (ValueError, TypeError):
        return


@pytest.mark.parametrize("guard", [guard for guards in GUARDS.values() for guard in guards])
def test_a_guard_taken_away_is_found(full: Store, guard: str) -> None:
    with full.raw() as connection:
        connection.execute(f"DROP TRIGGER {guard}")
    assert _found(full) == [("guard_missing", guard)]


def test_a_stale_index_is_built_anew(full: Store) -> None:
    _forge(full, "DELETE FROM search_index")
    with full.writing() as session:
        assert search.search(session, "petunia") == ()
        search.rebuild(session)
        assert [hit.what for hit in search.search(session, "petunia")] == ["case", "letter", "letter"]
    assert verify(full) == ()


def test_a_flipped_bit_in_any_page_is_found(filled: Made) -> None:
    path = filled.folder / "cases.db"
    sound = path.read_bytes()
    for page in range(len(sound) // 4096):
        data = bytearray(sound)
        data[page * 4096 + 1 + (page * 37) % 4090] ^= 1
        path.write_bytes(data)
        try:
            store = filled.open()
        except StoreDamagedError:
            continue  # told at the door
        assert _found(store) == [("page_damaged", f"cases.db:{page + 1}")]
        store.close()


def test_a_bit_flipped_under_an_open_store_is_found(filled: Made) -> None:
    store = filled.open()
    _flip_page(filled.folder / "cases.db", 12)
    assert _found(store) == [("page_damaged", "cases.db:12")]
    store.close()


def _flip_page(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096 + 50)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))


def test_a_file_cut_short_under_an_open_store_is_found(filled: Made) -> None:
    store = filled.open()
    path = filled.folder / "cases.db"
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 4096)
    assert [found.code for found in verify(store)] == ["page_damaged"]
    store.close()


def test_a_page_replayed_from_an_older_file_is_found(filled: Made) -> None:
    path = filled.folder / "cases.db"
    older = path.read_bytes()
    store = filled.open()
    with store.writing() as session:
        fill(session)
    store.close()
    newer = path.read_bytes()
    pages = [
        page
        for page in range(1, len(older) // 4096)
        if older[page * 4096 : (page + 1) * 4096] != newer[page * 4096 : (page + 1) * 4096]
    ]
    store = filled.open()
    with store.raw() as connection:  # the page hints of the index prove nothing and are built anew with it
        hints = connection.execute("SELECT rootpage - 1 FROM sqlite_master WHERE name = 'search_index_idx'").fetchone()[0]
    store.close()
    assert len(pages) > 5
    for page in sorted({*pages} - {hints}):
        data = bytearray(newer)
        data[page * 4096 : (page + 1) * 4096] = older[page * 4096 : (page + 1) * 4096]
        path.write_bytes(data)
        try:
            store = filled.open()
        except StoreDamagedError:
            continue
        try:
            found = verify(store)
        finally:
            store.close()
        assert found, f"page {page + 1} was replayed and nothing was found"


def _without_recovery(path: Path) -> None:
    content = json.loads(path.read_text("ascii"))
    del content["slots"][1]
    content["checksum"] = keys._checksum(content)
    path.write_text(json.dumps(content), "ascii")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda path: path.unlink(), id="missing"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-9]), id="cut short"),
        pytest.param(_without_recovery, id="a slot taken away with a checksum that fits"),
    ],
)
def test_a_damaged_key_file_is_found_while_the_store_is_open(full: Store, change: Callable[[Path], None]) -> None:
    change(full.folder / KEYS)
    assert _found(full) == [("keys_damaged", "keys.json")]


def test_the_write_ahead_log_gives_no_false_alarm(filled: Made) -> None:
    store = filled.open()
    with store.writing() as session:
        for _ in range(30):
            add_event(session, 1, text="x" * 3000)
    assert (filled.folder / "cases.db-wal").stat().st_size > 0
    assert verify(store) == ()
    reader = filled.open(read_only=True)
    with store.writing() as session:
        add_event(session, 1, text="y" * 3000)
    assert verify(reader) == ()
    reader.close()
    store.close()


def test_every_finding_that_is_planted_here_is_declared() -> None:
    planted = {code for _statements, expected in ROW_FAULTS.values() for code, _where in expected}
    assert planted | {"guard_missing", "page_damaged", "keys_damaged", "structure_damaged"} == set(finding_codes())


def test_a_broken_structure_is_found(full: Store) -> None:
    with full.raw() as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'ix_events_none' "
            "UNION SELECT rootpage FROM sqlite_master WHERE name = 'ix_decisions_case') WHERE name = 'ix_evidence_case'",
        )
        connection.execute("PRAGMA writable_schema = RESET")
    assert {found.code for found in verify(full)} == {"structure_damaged"}


def test_a_store_without_any_case_is_sound(tmp_path: Path) -> None:
    store = make_store(tmp_path / "office").open()
    with store.writing() as session:
        assert session.execute(text("SELECT count(*) FROM cases")).scalar() == 0
    assert verify(store) == ()
    store.close()
