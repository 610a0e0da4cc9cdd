"""The encrypted file underneath: how it is opened, with which pragmas, and what its complaints mean.

The key is 32 raw bytes. Nothing of what a case holds reaches an exception's text: SQLite names tables and columns only.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from sqlalchemy.exc import StatementError
from sqlcipher3 import dbapi2

from workbench.domain.errors import WorkbenchError
from workbench.store import files
from workbench.store.errors import (
    DiskFullError,
    StoreBusyError,
    StoreDamagedError,
    StoreMissingError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from workbench.store.files import DATABASE

PAGE = 4096
"""Bytes in a page of the encrypted file."""

KEY_BYTES = 32
PATIENCE = 5.0
"""Seconds to wait for another program's transaction."""

_CACHE_KIB = 64 * 1024
_ROOM = 1024 * 1024
"""Below this many free bytes an input/output error is told as a full disk."""

_NAMES = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "database is locked": "SQLITE_BUSY",
    "database table is locked": "SQLITE_LOCKED",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "unable to open database file": "SQLITE_CANTOPEN",
}
"""What SQLite says and what it is called, for calls of the driver that give the words alone (`backup`)."""

Mode = Literal["ro", "rw"]
RawConnection = Any
"""A connection of the driver, which carries no types."""


@dataclass(frozen=True, slots=True)
class Vault:
    """One encrypted database file: its folder, its key, and how long to wait for others (seconds)."""

    folder: Path
    key: bytes = field(repr=False)
    patience: float = PATIENCE
    name: str = DATABASE

    @property
    def vault(self) -> "Vault":
        """Return itself: what stands on a vault may be given one."""
        return self

    @property
    def path(self) -> Path:
        """Return the database file."""
        return self.folder / self.name

    def connect(self, mode: Mode = "rw", *, foreign_keys: bool = True) -> RawConnection:
        """Return a connection outside any transaction, with every pragma set before the first use.

        Raises:
            StoreDamagedError: the key does not open the file, so its first page is not what was written.
        """
        return connect(self.path, self.key, mode, patience=self.patience, foreign_keys=foreign_keys)


class HasVault(Protocol):
    """Anything that stands on an encrypted file."""

    @property
    def vault(self) -> Vault:
        """Return the file and its key."""


def connect(path: Path, key: bytes, mode: Mode, *, patience: float = PATIENCE, foreign_keys: bool = True) -> RawConnection:
    """Return a connection to one encrypted file, which must exist."""
    if len(key) != KEY_BYTES:
        message = f"a data key has {KEY_BYTES} bytes"
        raise ValueError(message)
    with refusals(path.parent):
        connection = dbapi2.connect(
            _address(path, mode),
            uri=True,
            timeout=patience,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _prepare(connection, key, mode, foreign_keys=foreign_keys)
        except dbapi2.Error:
            connection.close()
            raise
    return connection


def _address(path: Path, mode: Mode) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"


def _prepare(connection: RawConnection, key: bytes, mode: Mode, *, foreign_keys: bool) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_memory_security = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    connection.execute("PRAGMA trusted_schema = OFF")
    if mode == "rw":
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
    else:
        connection.execute("PRAGMA query_only = ON")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the key is proved here, not at some later query


def beside(path: Path) -> tuple[Path, Path]:
    """Return the write-ahead log and the shared-memory file of a database."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def check_file(path: Path) -> None:
    """Look at the outside of a database file; nothing is opened.

    Raises:
        StoreMissingError: the folder is not there.
        StoreDamagedError: `database_missing`, `database_empty` or `database_truncated`.
    """
    if not path.parent.is_dir():
        raise StoreMissingError
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise StoreDamagedError(damage="database_missing") from None
    log = beside(path)[0]
    if log.exists() and log.stat().st_size:
        return  # pages may still stand in the write-ahead log
    if size == 0:
        raise StoreDamagedError(damage="database_empty")
    if size % PAGE:
        raise StoreDamagedError(damage="database_truncated")


def is_truncated(vault: Vault) -> bool:
    """Return whether a file that cannot be read lacks its end and every page that is there is what was written.

    SQLite refuses a file that is shorter than its first page says, but not where the schema may be written.
    """
    connection = dbapi2.connect(_address(vault.path, "ro"), uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{vault.key.hex()}'\"")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return connection.execute("PRAGMA cipher_integrity_check").fetchone() is None
    except dbapi2.Error:
        return False
    finally:
        connection.close()


@contextmanager
def refusals(folder: Path) -> Iterator[None]:
    """Turn what the driver and the disk complain of into refusals an officer can act on; a bug stays a bug."""
    try:
        yield
    except StatementError as error:
        refusal = refusal_of(error.orig, folder)
        if refusal is None:
            raise
        raise refusal from None
    except (dbapi2.Error, OSError) as error:
        refusal = refusal_of(error, folder)
        if refusal is None:
            raise
        raise refusal from None


def refusal_of(error: BaseException | None, folder: Path) -> WorkbenchError | None:
    """Return the refusal that a driver's or the system's error stands for, or None when it is a bug of ours."""
    if isinstance(error, WorkbenchError):
        return error
    if isinstance(error, OSError):
        return files.refusal_of(error)
    if not isinstance(error, dbapi2.Error):
        return None
    name = getattr(error, "sqlite_errorname", "") or _NAMES.get(str(error), "")
    return _refusal_of_code(str(name), folder)


def _refusal_of_code(name: str, folder: Path) -> WorkbenchError | None:
    primary = "_".join(name.split("_")[:2])
    if primary == "SQLITE_FULL" or (primary == "SQLITE_IOERR" and _disk_is_full(folder)):
        return DiskFullError()
    known: dict[str, WorkbenchError] = {
        "SQLITE_BUSY": StoreBusyError(),
        "SQLITE_LOCKED": StoreBusyError(),
        "SQLITE_READONLY": StoreReadOnlyError(),
        "SQLITE_NOTADB": StoreDamagedError(damage="database_unreadable"),
        "SQLITE_CORRUPT": StoreDamagedError(damage="database_pages"),
        "SQLITE_IOERR": StoreUnreachableError(problem="store_disk"),
        "SQLITE_CANTOPEN": StoreUnreachableError(problem="store_open"),
        "SQLITE_PERM": StoreUnreachableError(problem="store_open"),
    }
    return known.get(primary)


def _disk_is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False
