"""Backups: proved before they are reported, openable with the passphrase, and restored without losing the damaged original."""

import json
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.makers import CANARIES, NOW, OTHER_WORDS, PASSPHRASE, Made, add_event
from workbench.store import backup, cases, evidence, journal, keys
from workbench.store.engine import Store, open_store
from workbench.store.errors import BackupDamagedError, BackupFailedError, KeysDamagedError, StoreDamagedError, WrongSecretError
from workbench.store.verify import verify


def _contents(store: Store) -> tuple[object, ...]:
    with store.reading() as session:
        return (
            [cases.load(session, case_id) for case_id in cases.ids(session)],
            evidence.data(session, 1),
            evidence.quarantine_data(session, 1),
            journal.entries(session),
        )


def test_a_backup_is_a_store_that_the_passphrase_opens(full: Store) -> None:
    path = backup.back_up(full, at=NOW)
    assert path == full.folder / "backups" / "20261126T021500Z"
    opened = open_store(path, keys.unlock_with_passphrase(path, PASSPHRASE).data_key)
    assert _contents(opened) == _contents(full)
    assert verify(opened) == ()
    opened.close()


def test_a_backup_is_private_and_encrypted(full: Store) -> None:
    path = backup.back_up(full, at=NOW)
    assert {file.name: file.stat().st_mode & 0o777 for file in path.iterdir()} == {
        "cases.db": 0o600,
        "keys.json": 0o600,
        "backup.json": 0o600,
    }
    assert path.stat().st_mode & 0o777 == path.parent.stat().st_mode & 0o777 == 0o700
    for file in path.iterdir():
        assert not any(canary.encode() in file.read_bytes() for canary in CANARIES.values())


def test_backups_are_listed_the_newest_first(full: Store) -> None:
    first = backup.back_up(full, at=NOW)
    again = backup.back_up(full, at=NOW, reason="migration")
    later = backup.back_up(full, at=NOW + timedelta(days=1))
    (full.folder / "backups" / "torn").mkdir()
    (full.folder / "backups" / "torn" / "backup.json").write_text("{")
    listed = backup.list_backups(full.folder)
    assert [one.path for one in listed] == [later, again, first]
    assert (listed[1].reason, listed[1].made_at) == ("migration", NOW)


def test_a_backup_can_go_to_another_folder(full: Store, tmp_path: Path) -> None:
    path = backup.back_up(full, tmp_path / "stick" / "safe", at=NOW)
    assert path.parent == tmp_path / "stick" / "safe"
    backup.prove_copy(path)


def test_a_backup_is_of_one_moment_while_others_write(full: Store, filled: Made) -> None:
    other = filled.open()
    with other.writing() as session:
        add_event(session, 1, text="not yet")
        path = backup.back_up(full, at=NOW)
    other.close()
    opened = open_store(path, filled.key)
    with opened.reading() as session:
        assert len(cases.load(session, 1).events) == 2
    assert verify(opened) == ()
    opened.close()


def test_a_damaged_store_is_not_backed_up_as_if_it_were_sound(filled: Made) -> None:
    store = filled.open()
    path = filled.folder / "cases.db"
    with path.open("r+b") as file:
        file.seek(20 * 4096 + 99)
        file.write(b"damage")
    with pytest.raises(StoreDamagedError):
        backup.back_up(store, at=NOW)
    assert list((filled.folder / "backups").iterdir()) == []
    store.close()


def test_a_copy_that_differs_is_thrown_away(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "_copy_database", lambda vault, copy: (_copied(vault, copy)[0] + 1, "00"))
    with pytest.raises(BackupFailedError) as refused:
        backup.back_up(full, at=NOW)
    assert refused.value.details == {"problem": "copy_differs"}
    assert list((full.folder / "backups").iterdir()) == []


_copied = backup._copy_database


def test_a_damaged_key_file_is_not_backed_up(full: Store) -> None:
    (full.folder / "keys.json").write_text("{}")
    with pytest.raises(KeysDamagedError):
        backup.back_up(full, at=NOW)
    assert not (full.folder / "backups").exists()


def _damage(path: Path) -> bytes:
    data = os.urandom(path.stat().st_size)
    path.write_bytes(data)
    return data


def test_a_damaged_store_is_restored_and_kept_aside(filled: Made) -> None:
    store = filled.open()
    before = _contents(store)
    path = backup.back_up(store, at=NOW)
    store.close()
    damaged = _damage(filled.folder / "cases.db")
    aside = backup.restore(filled.folder, path, at=NOW)
    assert (aside / "cases.db").read_bytes() == damaged
    assert (aside / "keys.json").read_bytes() == (filled.folder / "keys.json").read_bytes()
    assert aside.parent == filled.folder
    restored = filled.open()
    assert _contents(restored) == before
    assert verify(restored) == ()
    restored.close()
    assert (filled.folder / "cases.db").stat().st_mode & 0o777 == 0o600
    assert path.exists()


def test_a_stale_write_ahead_log_goes_aside_with_its_database(filled: Made) -> None:
    store = filled.open()
    path = backup.back_up(store, at=NOW)
    with store.writing() as session:
        add_event(session, 1, text="after the backup")
    shutil.copytree(filled.folder, filled.folder.parent / "crashed")
    store.close()
    crashed = Made(filled.folder.parent / "crashed", filled.key)
    assert (crashed.folder / "cases.db-wal").stat().st_size
    aside = backup.restore(crashed.folder, crashed.folder / "backups" / path.name, at=NOW)
    assert {file.name for file in aside.iterdir()} == {"cases.db", "cases.db-wal", "cases.db-shm", "keys.json"}
    restored = crashed.open()
    with restored.reading() as session:
        assert len(cases.load(session, 1).events) == 2
    assert verify(restored) == ()
    restored.close()


def test_a_missing_database_and_key_file_come_back(filled: Made) -> None:
    store = filled.open()
    path = backup.back_up(store, at=NOW)
    store.close()
    (filled.folder / "cases.db").unlink()
    (filled.folder / "keys.json").write_bytes(b"torn")
    aside = backup.restore(filled.folder, path, at=NOW)
    assert (aside / "keys.json").read_bytes() == b"torn"
    opened = open_store(filled.folder, keys.unlock_with_passphrase(filled.folder, PASSPHRASE).data_key)
    assert verify(opened) == ()
    opened.close()


def test_a_passphrase_taken_away_does_not_come_back_with_a_backup(filled: Made) -> None:
    store = filled.open()
    path = backup.back_up(store, at=NOW)
    store.close()
    keys.change_passphrase(filled.folder, filled.key, officer_id=1, passphrase=OTHER_WORDS, cost=keys.FLOOR)
    backup.restore(filled.folder, path, at=NOW)
    assert keys.unlock_with_passphrase(filled.folder, OTHER_WORDS).data_key == filled.key
    with pytest.raises(WrongSecretError):
        keys.unlock_with_passphrase(filled.folder, PASSPHRASE)


@pytest.mark.parametrize(
    ("name", "change", "damage"),
    [
        pytest.param(
            "cases.db", lambda path: path.write_bytes(path.read_bytes()[:-1]), "backup_altered", id="database cut short"
        ),
        pytest.param("cases.db", lambda path: path.unlink(), "backup_incomplete", id="no database"),
        pytest.param("keys.json", lambda path: path.write_bytes(b"{}"), "backup_altered", id="other keys"),
        pytest.param("keys.json", lambda path: path.unlink(), "backup_incomplete", id="no keys"),
        pytest.param("backup.json", lambda path: path.unlink(), "backup_incomplete", id="no note"),
        pytest.param("backup.json", lambda path: path.write_text("[]"), "backup_incomplete", id="a note that is none"),
    ],
)
def test_a_damaged_backup_is_refused_and_the_store_left_alone(filled: Made, name: str, change: object, damage: str) -> None:
    store = filled.open()
    path = backup.back_up(store, at=NOW)
    store.close()
    before = {file.name: file.read_bytes() for file in filled.folder.iterdir() if file.is_file()}
    change(path / name)  # type: ignore[operator]
    with pytest.raises(BackupDamagedError) as refused:
        backup.restore(filled.folder, path, at=NOW)
    assert refused.value.details == {"damage": damage}
    assert {file.name: file.read_bytes() for file in filled.folder.iterdir() if file.is_file()} == before


def test_the_note_of_a_backup_names_nobody(full: Store) -> None:
    note = json.loads((backup.back_up(full, at=NOW) / "backup.json").read_text())
    assert set(note) == {"made_at", "reason", "entries", "cases.db", "keys.json"}
