"""The store's files on the disk: private to their owner, written whole or not at all, and there after a power cut."""

import errno
import os
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.store.errors import DiskFullError, StoreUnreachableError

FILE_MODE = 0o600
FOLDER_MODE = 0o700
DATABASE = "cases.db"
KEYS = "keys.json"
BACKUPS = "backups"


def private_folder(folder: Path) -> None:
    """Make a folder, if it is not there, that only its owner can enter."""
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    folder.chmod(FOLDER_MODE)


def new_file(path: Path) -> int:
    """Create an empty file that only its owner can read, whatever the umask, and return its descriptor; it must not exist."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE)
    path.chmod(FILE_MODE)
    return descriptor


def write_whole(path: Path, data: bytes) -> None:
    """Put a private file in place of whatever stood there, whole or not at all."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    try:
        with os.fdopen(new_file(draft), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync(path: Path) -> None:
    """Return when a file's bytes are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk; Windows keeps them without being asked."""
    if os.name != "nt":
        sync(folder)


def refusal_of(error: OSError) -> WorkbenchError:
    """Return the refusal that an error of the operating system stands for."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFullError()
    return StoreUnreachableError(problem="store_system")
