"""One program per store: an advisory lock that the operating system takes back when its holder dies.

The file `store.lock` stays; what counts is the lock on it. It holds the process number of whoever holds the lock.
"""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from workbench.store.errors import DiskFullError, StoreInUseError, StoreMissingError, StoreUnreachableError

LOCK = "store.lock"
_MODE = 0o600
_DIGITS = 20
_BYTE = 1 << 30  # Windows locks bytes that nobody may read: one far behind the process number


class StoreLock:
    """The lock on one store, held until `release` or the end of the process."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Give the store back; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()


def hold(folder: Path) -> StoreLock:
    """Return the lock on a store's folder.

    Raises:
        StoreInUseError: another program holds it; `pid` is its process number, 0 when it cannot be read.
        StoreMissingError: no such folder.
        StoreUnreachableError: the folder cannot be written.
    """
    path = folder / LOCK
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, _MODE)
    except FileNotFoundError:
        raise StoreMissingError from None
    except OSError:
        raise StoreUnreachableError(problem="store_open") from None
    if not _locked(descriptor):
        pid = _holder(descriptor)
        os.close(descriptor)
        raise StoreInUseError(pid=pid)
    try:
        os.ftruncate(descriptor, 0)
        _write(descriptor)
    except OSError:
        os.close(descriptor)
        raise DiskFullError from None
    return StoreLock(descriptor)


def _write(descriptor: int) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, str(os.getpid()).encode("ascii"))


def _holder(descriptor: int) -> int:
    os.lseek(descriptor, 0, os.SEEK_SET)
    text = os.read(descriptor, _DIGITS)
    return int(text) if text.isdigit() else 0


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
