"""The store: one folder, one encrypted database, transactions that are written whole or not at all.

`writing()` takes the write lock at once (BEGIN IMMEDIATE), so what it reads is what it changes. `reading()` sees one moment and
refuses every write. Instants are aware; the machine's clock is read nowhere in the store but for the name of a backup
made before a migration.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from workbench.store import search
from workbench.store.backup import back_up
from workbench.store.driver import PATIENCE, Mode, RawConnection, Vault, beside, check_file, is_truncated, refusals
from workbench.store.errors import StoreDamagedError, StoreExistsError, StoreReadOnlyError, StoreTooNewError, StoreTooOldError
from workbench.store.files import DATABASE, FILE_MODE, new_file, private_folder, sync_folder
from workbench.store.migrations import HEAD, REVISIONS, migrate

__all__ = ["Session", "Store", "create_store", "open_store"]

_WRITES = "workbench_writes"


class Store:
    """An open store. Sessions come from `writing()` and `reading()`; close it when done.

    Args:
        vault: the encrypted file and its key.
        read_only: refuse every write.
    """

    def __init__(self, vault: Vault, *, read_only: bool = False) -> None:
        self.vault = vault
        self.read_only = read_only
        mode: Mode = "ro" if read_only else "rw"
        self._readers = create_engine(
            "sqlite+pysqlite://",
            module=dbapi2,
            creator=lambda: vault.connect(mode),
            poolclass=QueuePool,
            pool_size=2,
            max_overflow=8,
            hide_parameters=True,
        )
        event.listen(self._readers, "begin", _begin)
        self._writers: Engine = self._readers.execution_options(**{_WRITES: True})

    @property
    def folder(self) -> Path:
        """Return the folder of the store."""
        return self.vault.folder

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Yield a session that commits when the block ends well and rolls back on any error.

        Raises:
            StoreReadOnlyError: the store was opened for reading.
            StoreBusyError: another program is writing and did not finish in time.
            DiskFullError: no room; nothing of this block was kept.
            StoreDamagedError: a page cannot be read as it was written.
        """
        if self.read_only:
            raise StoreReadOnlyError
        with refusals(self.folder), Session(self._writers, expire_on_commit=False) as session, session.begin():
            session.connection()  # the lock is taken here, not at the first query
            yield session
            search.settle(session)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that sees the store as it is at its first read and refuses to write.

        Raises:
            StoreDamagedError: a page cannot be read as it was written.
        """
        with refusals(self.folder), Session(self._readers, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def raw(self) -> Iterator[RawConnection]:
        """Yield a bare connection of its own, for the checks and copies that are SQLite's alone."""
        with refusals(self.folder):
            connection = self.vault.connect("ro" if self.read_only else "rw")
            try:
                yield connection
            finally:
                connection.close()

    def connect(self) -> None:
        """Prove that the store can be opened as it was asked for."""
        with refusals(self.folder), self._readers.connect():
            pass

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self._readers.dispose()


def create_store(folder: Path, key: bytes) -> Store:
    """Make an empty store in a folder and return it open.

    The database is built aside and renamed when it is whole, so that a killed program leaves none rather than half of one.

    Raises:
        StoreExistsError: the folder holds a store already.
        DiskFullError: no room.
    """
    path = folder / DATABASE
    if path.exists():
        raise StoreExistsError
    draft = Vault(folder, key, name=DATABASE + ".new")
    with refusals(folder):
        private_folder(folder)
        for leftover in (draft.path, *beside(draft.path)):
            leftover.unlink(missing_ok=True)
        os.close(new_file(draft.path))
        migrate(draft)
        draft.path.rename(path)
        sync_folder(folder)
    return Store(Vault(folder, key))


def open_store(folder: Path, key: bytes, *, read_only: bool = False, patience: float = PATIENCE) -> Store:
    """Return the store in a folder, brought up to date if an older program wrote it (after a verified backup).

    Everything that could refuse is looked at through a read-only connection first; a refused store is left as it was.

    Args:
        folder: the office's folder.
        key: the 32 bytes of the data key.
        read_only: open for reading; a store of an older program is refused then.
        patience: seconds to wait for another program's transaction.

    Raises:
        StoreMissingError: no such folder.
        StoreDamagedError: detail `damage` names what is wrong.
        StoreTooNewError: a newer program wrote it.
        StoreTooOldError: only for `read_only`.
        BackupFailedError: the backup before a migration could not be proved good; nothing was migrated.
    """
    vault = Vault(folder, key, patience)
    check_file(vault.path)
    try:
        found = _revision(vault)
    except StoreDamagedError as error:
        if error.details["damage"] == "database_pages" and is_truncated(vault):
            raise StoreDamagedError(damage="database_truncated") from None
        raise
    if found not in REVISIONS:
        raise StoreTooNewError(found=found, known=HEAD)
    if read_only:
        if found != HEAD:
            raise StoreTooOldError(found=found, known=HEAD)
        return Store(vault, read_only=True)
    with refusals(folder):
        private_folder(folder)
        vault.path.chmod(FILE_MODE)
    if found != HEAD:
        back_up(vault, at=datetime.now(UTC), reason="migration")
        with refusals(folder):
            migrate(vault)
    store = Store(vault)
    store.connect()
    return store


def _revision(vault: Vault) -> str:
    with refusals(vault.folder):
        connection = vault.connect("ro")
        try:
            named = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()[0]
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall() if named else []
        finally:
            connection.close()
    if len(rows) != 1:
        raise StoreDamagedError(damage="schema_missing")
    return str(rows[0][0])


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
