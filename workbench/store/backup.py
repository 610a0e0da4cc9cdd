"""Backups: a copy of the whole store, proved before it is reported. A backup is a folder that is itself a store.

Taken through SQLite's online backup, encrypted under the same data key, with the key file of that day, so the passphrases of that
day open it. `backup.json` holds the digests of both files, so that a copy damaged on a stick is known before it is restored.
"""

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.store import keys
from workbench.store.driver import HasVault, RawConnection, Vault, beside, refusals
from workbench.store.errors import BackupDamagedError, BackupFailedError, StoreDamagedError
from workbench.store.files import (
    BACKUPS,
    DATABASE,
    KEYS,
    new_file,
    private_folder,
    sync,
    sync_folder,
    write_whole,
)

NOTE = "backup.json"
_CHUNK = 1024 * 1024
_KEPT_ASIDE = "kept-aside"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its folder, when it was made and why (`asked`, `migration` or a word key of the caller's)."""

    path: Path
    made_at: datetime
    reason: str


def back_up(store: HasVault, target: Path | None = None, *, at: datetime, reason: str = "asked") -> Path:
    """Copy the whole store into a new folder and return that folder, once the copy was opened again and proved.

    Others can go on reading and writing meanwhile; the copy is of one moment.

    Args:
        store: an open store.
        target: the folder in which the backup's own folder is made; by default `backups` in the store's folder.
        at: now, aware.
        reason: a word key, kept with the backup.

    Raises:
        BackupFailedError: the copy is not equal to the store; it was thrown away.
        DiskFullError: no room; what was written was thrown away.
        KeysDamagedError, StoreDamagedError: the store itself cannot be read.
    """
    vault = store.vault
    keys.check(vault.folder, vault.key)
    parent = vault.folder / BACKUPS if target is None else target
    with refusals(vault.folder):
        private_folder(vault.folder / BACKUPS) if target is None else parent.mkdir(parents=True, exist_ok=True)
        final = _free_name(parent, at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ"))
        draft = final.with_name(final.name + ".new")
        shutil.rmtree(draft, ignore_errors=True)
        try:
            _copy(vault, draft, at=at, reason=reason)
            draft.rename(final)
            sync_folder(parent)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    return final


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a store's folder that say what they are, the newest first."""
    found = []
    for path in (folder / BACKUPS).glob("*/" + NOTE):
        try:
            note = _note(path.parent)
            found.append(Backup(path.parent, datetime.fromisoformat(str(note["made_at"])), str(note["reason"])))
        except (BackupDamagedError, KeyError, ValueError):
            continue
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))


def restore(folder: Path, backup: Path, *, at: datetime) -> Path:
    """Put a backup in place of a store and return the folder in which the files it replaced are kept.

    The store must be closed and its lock held. The key file that stands is kept when it is sound and of the same store, so that
    a passphrase taken away since then does not come back; else the backup's is taken.

    Args:
        folder: the office's folder.
        backup: a folder made by `back_up`.
        at: now, aware.

    Raises:
        BackupDamagedError: the backup is not what was written; nothing was changed.
        DiskFullError: no room for a second copy; nothing was changed.
    """
    prove_copy(backup)
    with refusals(folder):
        private_folder(folder)
        draft = folder / (DATABASE + ".new")
        for leftover in (draft, *beside(draft)):
            leftover.unlink(missing_ok=True)
        try:
            _copy_file(backup / DATABASE, draft)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
        aside = _free_name(folder, f"{_KEPT_ASIDE}-{at.astimezone(UTC).strftime('%Y%m%dT%H%M%SZ')}")
        private_folder(aside)
        keep_keys = _keys_fit(folder, backup)
        if (folder / KEYS).exists():
            _copy_file(folder / KEYS, aside / KEYS)
        database = folder / DATABASE
        for file in (*beside(database), database):
            if file.exists():
                file.rename(aside / file.name)
        sync_folder(aside)
        if not keep_keys:
            write_whole(folder / KEYS, (backup / KEYS).read_bytes())
        draft.rename(database)
        sync_folder(folder)
    return aside


def prove_copy(backup: Path) -> None:
    """Read a backup from end to end and compare it with what was written; no key is needed.

    Raises:
        BackupDamagedError: `backup_incomplete` or `backup_altered`.
    """
    note = _note(backup)
    for name in (DATABASE, KEYS):
        path = backup / name
        if not path.is_file():
            raise BackupDamagedError(damage="backup_incomplete")
        if _digest(path) != note.get(name):
            raise BackupDamagedError(damage="backup_altered")


def _copy(vault: Vault, draft: Path, *, at: datetime, reason: str) -> None:
    private_folder(draft)
    copy = Vault(draft, vault.key)
    os.close(new_file(copy.path))
    head = _copy_database(vault, copy)
    for leftover in beside(copy.path):
        leftover.unlink(missing_ok=True)
    write_whole(draft / KEYS, (vault.folder / KEYS).read_bytes())
    _prove(copy, head)
    sync(copy.path)
    note = {
        "made_at": at.astimezone(UTC).isoformat(),
        "reason": reason,
        "entries": head[0],
        DATABASE: _digest(copy.path),
        KEYS: _digest(draft / KEYS),
    }
    write_whole(draft / NOTE, json.dumps(note, indent=1, sort_keys=True).encode("ascii"))


def _copy_database(vault: Vault, copy: Vault) -> tuple[int, str]:
    source = vault.connect("ro")
    try:
        target = copy.connect("rw")
        try:
            target.execute("PRAGMA journal_mode = DELETE")  # one file and nothing beside it
            source.execute("BEGIN")
            head = _head(source)
            source.backup(target)
            source.execute("ROLLBACK")
        finally:
            target.close()
    finally:
        source.close()
    return head


def _prove(copy: Vault, head: tuple[int, str]) -> None:
    """Open the copy again and read it from end to end.

    Raises:
        BackupFailedError: it does not say what the store says.
    """
    try:
        again = copy.connect("rw")
        try:
            again.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            broken = again.execute("PRAGMA cipher_integrity_check").fetchall()
            sound = again.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            copied = _head(again)
        finally:
            again.close()
        keys.check(copy.folder, copy.key)
    except WorkbenchError as error:
        if isinstance(error, StoreDamagedError):
            raise BackupFailedError(problem="copy_unreadable") from None
        raise
    if broken or not sound:
        raise BackupFailedError(problem="copy_unreadable")
    if copied != head:
        raise BackupFailedError(problem="copy_differs")


def _head(connection: RawConnection) -> tuple[int, str]:
    row = connection.execute("SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return (0, "") if row is None else (int(row[0]), str(row[1]))


def _keys_fit(folder: Path, backup: Path) -> bool:
    try:
        return keys.store_of(folder) == keys.store_of(backup)
    except WorkbenchError:
        return False


def _note(backup: Path) -> dict[str, object]:
    try:
        note = json.loads((backup / NOTE).read_bytes())
    except (OSError, ValueError):
        raise BackupDamagedError(damage="backup_incomplete") from None
    if not isinstance(note, dict):
        raise BackupDamagedError(damage="backup_incomplete")
    return note


def _free_name(parent: Path, name: str) -> Path:
    candidate, number = parent / name, 1
    while candidate.exists():
        number += 1
        candidate = parent / f"{name}-{number}"
    return candidate


def _copy_file(source: Path, target: Path) -> None:
    with source.open("rb") as reading, os.fdopen(new_file(target), "wb") as writing:
        shutil.copyfileobj(reading, writing, _CHUNK)
        writing.flush()
        os.fsync(writing.fileno())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
