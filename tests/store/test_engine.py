"""Opening and closing: pragmas, modes, transactions, and what is refused before anything is written."""

import errno
import logging
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlcipher3 import dbapi2

from tests.store.makers import CANARIES, NOW, Made, add_case, add_event, make_store
from workbench.domain.errors import InvalidInputError, NotFoundError
from workbench.store import cases, journal, officers, settings
from workbench.store.driver import refusal_of
from workbench.store.engine import Session, Store, create_store, open_store
from workbench.store.errors import (
    StoreBusyError,
    StoreDamagedError,
    StoreExistsError,
    StoreMissingError,
    StoreReadOnlyError,
    StoreTooNewError,
    StoreTooOldError,
)
from workbench.store.migrations import HEAD
from workbench.store.rows import SettingRow
from workbench.store.verify import verify


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("cipher_memory_security", "1"),
        ("cipher_log_level", "NONE"),
        ("busy_timeout", 5000),
        ("cache_size", -65536),
        ("trusted_schema", 0),
    ],
)
def test_every_connection_has_the_pragmas(store: Store, pragma: str, value: object) -> None:
    with store.writing() as session:
        assert session.execute(text(f"PRAGMA {pragma}")).scalar() == value
    with store.raw() as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_files_are_private_even_under_a_loose_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = make_store(tmp_path / "office")
        store = made.open()
        with store.writing() as session:
            settings.put(session, "office_name", "x", at=NOW, officer_id=1)
        modes = {path.name: path.stat().st_mode & 0o777 for path in made.folder.iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(("cases.db", "cases.db-wal", "cases.db-shm", "keys.json"), 0o600)
    assert made.folder.stat().st_mode & 0o777 == 0o700


def test_opening_makes_a_store_private_again(empty: Made) -> None:
    empty.folder.chmod(0o755)
    (empty.folder / "cases.db").chmod(0o644)
    empty.open().close()
    assert empty.folder.stat().st_mode & 0o777 == 0o700
    assert (empty.folder / "cases.db").stat().st_mode & 0o777 == 0o600


def test_a_closed_store_is_one_file_beside_its_keys(empty: Made) -> None:
    empty.open().close()
    assert sorted(path.name for path in empty.folder.iterdir()) == ["cases.db", "keys.json"]


def test_an_error_in_the_block_leaves_nothing_written(store: Store) -> None:
    def half(session: Session) -> None:
        add_case(session)
        cases.load(session, 99)

    with pytest.raises(NotFoundError), store.writing() as session:
        half(session)
    with store.reading() as session:
        assert cases.ids(session) == ()
        assert journal.head(session).length == 1
    with store.writing() as session:
        assert add_case(session).number == "DSR-2026-0001"


def test_a_reading_session_refuses_to_write(store: Store) -> None:
    with pytest.raises(StoreReadOnlyError), store.reading() as session:
        settings.put(session, "office_name", "x", at=NOW, officer_id=1)
    with store.writing() as session:
        assert settings.put(session, "office_name", "x", at=NOW, officer_id=1)


def test_a_read_only_store_refuses_to_write_and_reads(filled: Made) -> None:
    before = (filled.folder / "cases.db").read_bytes()
    store = filled.open(read_only=True)
    with pytest.raises(StoreReadOnlyError), store.writing():
        pass
    with store.reading() as session:
        assert cases.load(session, 1).subject.name == CANARIES["name"]
    assert verify(store) == ()
    store.close()
    assert (filled.folder / "cases.db").read_bytes() == before


def test_a_store_can_be_read_while_another_program_writes(filled: Made) -> None:
    writer, reader = filled.open(), filled.open(read_only=True)
    with writer.writing() as session:
        add_event(session, 1, text="while you read")
        with reader.reading() as other:
            assert len(cases.load(other, 1).events) == 2
    with reader.reading() as other:
        assert len(cases.load(other, 1).events) == 3
    reader.close()
    writer.close()


def test_a_second_writer_waits_and_is_refused_politely(empty: Made) -> None:
    first, second = empty.open(), empty.open(patience=0.05)
    with first.writing() as session:
        settings.put(session, "office_name", "first", at=NOW, officer_id=1)
        with pytest.raises(StoreBusyError), second.writing():
            pass
    with second.writing() as session:
        assert settings.get_all(session) == {"office_name": "first"}
        settings.put(session, "office_name", "second", at=NOW, officer_id=1)
    first.close()
    second.close()


def test_what_a_writer_reads_is_what_it_changes(empty: Made) -> None:
    first, second = empty.open(), empty.open()
    with first.writing() as session:
        one = cases.next_number(session, "DSR", 2026)
    with second.writing() as session:
        two = cases.next_number(session, "DSR", 2026)
    with first.writing() as session:
        three = cases.next_number(session, "DSR", 2027)
    assert (one, two, three) == ("DSR-2026-0001", "DSR-2026-0002", "DSR-2027-0001")
    first.close()
    second.close()


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        pytest.param(lambda path: path.unlink(), "database_missing", id="missing"),
        pytest.param(lambda path: path.write_bytes(b""), "database_empty", id="empty"),
        pytest.param(lambda path: os.truncate(path, path.stat().st_size - 100), "database_truncated", id="half a page"),
        pytest.param(lambda path: os.truncate(path, path.stat().st_size - 8192), "database_truncated", id="two pages short"),
        pytest.param(lambda path: path.write_bytes(os.urandom(8192)), "database_unreadable", id="noise"),
        pytest.param(
            lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(8176)), "database_unreadable", id="not encrypted"
        ),
        pytest.param(lambda path: _flip(path, 20), "database_unreadable", id="a bit of the first page"),
        pytest.param(lambda path: _flip(path, 3), "database_unreadable", id="a bit of the salt"),
    ],
)
def test_damage_is_named_and_nothing_is_written(filled: Made, damage: object, name: str) -> None:
    damage(filled.folder / "cases.db")  # type: ignore[operator]
    before = _files(filled.folder)
    for read_only in (False, True):
        with pytest.raises(StoreDamagedError) as refused:
            filled.open(read_only=read_only)
        assert refused.value.details == {"damage": name}
    after = _files(filled.folder)
    assert {file: data for file, data in after.items() if not file.endswith(("-wal", "-shm"))} == before
    assert not after.get("cases.db-wal")


def _flip(path: Path, position: int) -> None:
    data = bytearray(path.read_bytes())
    data[position] ^= 0x10
    path.write_bytes(data)


def test_any_damaged_page_is_a_named_damage_when_it_is_met(filled: Made) -> None:
    path = filled.folder / "cases.db"
    sound = path.read_bytes()
    met: list[str] = []
    for page in range(1, len(sound) // 4096):
        path.write_bytes(sound)
        _flip(path, page * 4096 + 99)
        try:
            store = filled.open()
        except StoreDamagedError as damage:
            met.append(f"opening {damage.details['damage']}")
            continue
        try:
            with store.reading() as session:
                cases.load(session, 1)
        except StoreDamagedError as damage:
            met.append(f"reading {damage.details['damage']}")
        store.close()
    assert set(met) == {"opening database_pages", "reading database_pages"}


def test_another_stores_database_is_unreadable(filled: Made, tmp_path: Path) -> None:
    other = make_store(tmp_path / "other")
    with pytest.raises(StoreDamagedError):
        open_store(filled.folder, other.key)


def test_a_folder_that_is_not_there_is_a_missing_store(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        open_store(tmp_path / "nowhere", bytes(32))


def _set_revision(made: Made, revision: str) -> None:
    store = made.open()
    with store.raw() as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    store.close()


def test_a_store_of_a_newer_program_is_refused_unharmed(filled: Made) -> None:
    _set_revision(filled, "0099")
    before = (filled.folder / "cases.db").read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreTooNewError) as refused:
            filled.open(read_only=read_only)
        assert refused.value.details == {"found": "0099", "known": HEAD}
    assert (filled.folder / "cases.db").read_bytes() == before


def test_an_older_store_cannot_be_opened_read_only(filled: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.engine.HEAD", "0098")
    with pytest.raises(StoreTooOldError):
        filled.open(read_only=True)


def test_a_database_without_a_schema_is_named(empty: Made) -> None:
    store = empty.open()
    with store.raw() as connection:
        connection.execute("DROP TABLE alembic_version")
    store.close()
    with pytest.raises(StoreDamagedError) as refused:
        empty.open()
    assert refused.value.details == {"damage": "schema_missing"}


def test_a_store_is_never_made_over_another(empty: Made) -> None:
    with pytest.raises(StoreExistsError):
        create_store(empty.folder, empty.key)


def test_a_creation_that_was_cut_short_leaves_no_store_and_can_be_begun_again(tmp_path: Path) -> None:
    (tmp_path / "cases.db.new").write_bytes(b"half")
    store = create_store(tmp_path, bytes(32))
    with store.writing() as session:
        officers.add(session, name="A", title="", at=NOW)
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["cases.db"]


def test_a_name_with_signs_of_a_url_is_a_folder_like_any_other(tmp_path: Path) -> None:
    made = make_store(tmp_path / "office ?#%41 &mode=memory é")
    assert (made.folder / "cases.db").stat().st_size > 4096
    made.open().close()


def test_half_a_character_is_refused_as_input(store: Store) -> None:
    with pytest.raises(InvalidInputError) as refused, store.writing() as session:
        settings.put(session, "office_name", "half \ud83d", at=NOW, officer_id=1)
    assert refused.value.details == {"field": "text", "problem": "not_unicode"}


def test_an_instant_without_a_zone_is_a_bug_and_not_stored(store: Store) -> None:
    with pytest.raises(StatementError, match="without a zone"), store.writing() as session:
        officers.add(session, name="A", title="", at=datetime(2026, 1, 1))  # noqa: DTZ001  the fault under test
    with store.reading() as session:
        assert len(officers.list_all(session)) == 1


def test_no_value_stands_in_the_text_of_an_error(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    secret = CANARIES["nik"]

    def twice(session: Session) -> None:
        for _ in range(2):
            session.add(SettingRow(key="k", value=secret))
            session.flush()
            session.expunge_all()

    with caplog.at_level(logging.DEBUG), pytest.raises(IntegrityError) as broke, store.writing() as session:
        twice(session)
    assert secret not in f"{broke.value} {broke.value!r} {broke.value.args} {broke.value.orig!r}"
    assert secret not in caplog.text


def test_the_key_stands_in_no_text(store: Store, empty: Made) -> None:
    assert empty.key.hex() not in repr(store.vault)
    assert str(empty.key) not in repr(store.vault)
    assert empty.key.hex() not in str(store._readers.url)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "disk_full"),
        ("disk I/O error", "store_unreachable"),
        ("database is locked", "store_busy"),
        ("database table is locked", "store_busy"),
        ("attempt to write a readonly database", "store_read_only"),
        ("file is not a database", "store_damaged"),
        ("database disk image is malformed", "store_damaged"),
        ("unable to open database file", "store_unreachable"),
        ("no such table: cases", ""),
    ],
)
def test_what_the_driver_says_is_a_refusal_or_a_bug(tmp_path: Path, said: str, code: str) -> None:
    refusal = refusal_of(dbapi2.OperationalError(said), tmp_path)
    assert (refusal.code if refusal is not None else "") == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EIO, "store_unreachable"),
        (errno.EACCES, "store_unreachable"),
    ],
)
def test_what_the_system_says_is_a_refusal(tmp_path: Path, number: int, code: str) -> None:
    refusal = refusal_of(OSError(number, os.strerror(number), "a name"), tmp_path)
    assert refusal is not None
    assert refusal.code == code
    assert "a name" not in str(refusal)


def test_keys_and_lock_do_not_wait_for_heavy_libraries() -> None:
    script = (
        "import sys, workbench.store.keys, workbench.store.lock, workbench.store.errors; "
        "print([name for name in ('sqlalchemy', 'alembic', 'sqlcipher3', 'keyring', 'argon2', 'cryptography') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_opening_a_store_of_today_does_not_load_alembic(empty: Made) -> None:
    script = (
        "import sys, pathlib; from workbench.store.engine import open_store; "
        f"open_store(pathlib.Path({str(empty.folder)!r}), bytes.fromhex(sys.stdin.read())).close(); "
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], input=empty.key.hex(), capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("False", "")


def test_a_wrong_key_says_nothing_on_standard_error(filled: Made, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StoreDamagedError):
        open_store(filled.folder, bytes(32))
    assert capfd.readouterr() == ("", "")
