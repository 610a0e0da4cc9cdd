"""Files that leave: written whole or not at all, readable by their owner alone.

A file is written beside its place under another name, brought to the disk, and then given its name.
"""

import contextlib
import errno
import io
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from workbench.domain.errors import WorkbenchError

_ROOM = 4096


class FileExistsAlreadyError(WorkbenchError):
    """A file of that name exists and was not to be replaced; detail `file`."""

    code = "file_exists"


class FileUnwritableError(WorkbenchError):
    """A file could not be written; details `file` and `problem` (a word key). What stood there before stands there still."""

    code = "file_unwritable"


class FileUnreadableError(WorkbenchError):
    """A file could not be read; details `file` and `problem` (a word key)."""

    code = "file_unreadable"


def export(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file whole, with mode 0600.

    Raises:
        FileExistsAlreadyError: it exists and `replace` is false.
        FileUnwritableError: the operating system refused; nothing was left behind.
    """
    with exporting(path, replace=replace) as stream:
        stream.write(data)


@contextlib.contextmanager
def exporting(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Give a buffer for a file that appears under its name, whole, when the block ends without an error.

    That the file can be written is known before the block begins: a little room on the disk is taken first. What the block
    raises leaves no file.

    Raises:
        FileExistsAlreadyError: it exists and `replace` is false.
        FileUnwritableError: the operating system refused; nothing was left behind.
    """
    with _beside(path, replace=replace) as descriptor:
        content = io.BytesIO()
        yield content
        with _refusals(path):
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            _write(descriptor, content.getvalue())


@contextlib.contextmanager
def streaming(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Give a stream to a file that appears under its name, whole, when the block ends without an error; for what is large.

    Raises:
        FileExistsAlreadyError: it exists and `replace` is false.
        FileUnwritableError: the operating system refused; nothing was left behind.
    """
    with _beside(path, replace=replace) as descriptor, _refusals(path):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        with os.fdopen(os.dup(descriptor), "wb") as stream:
            yield stream
        os.fsync(descriptor)


def read_whole(path: Path, *, most: int) -> bytes:
    """Return the bytes of a file of at most `most` bytes.

    Raises:
        FileUnreadableError: it cannot be read, or is larger.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        raise FileUnreadableError(file=path.name, problem=problem_of(error)) from error
    if len(data) > most:
        raise FileUnreadableError(file=path.name, problem="file_too_large")
    return data


def text_of(data: bytes, name: str) -> TextIO:
    """Return the text of a file as a stream whose line ends are as they came.

    Raises:
        FileUnreadableError: it is no UTF-8.
    """
    try:
        return io.StringIO(data.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError as error:
        raise FileUnreadableError(file=Path(name).name, problem="not_utf8") from error


def problem_of(error: OSError) -> str:
    """Return the word key of what the operating system refused."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "no_room"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return "no_permission"
        case errno.ENOENT | errno.ENOTDIR:
            return "not_there"
        case errno.EISDIR:
            return "is_folder"
        case errno.EEXIST:
            return "file_there"
        case _:
            return "system_refused"


@contextlib.contextmanager
def _beside(path: Path, *, replace: bool) -> Iterator[int]:
    """Give the descriptor of a file beside `path` that has a little room on the disk, and takes its name in the end."""
    if not replace and os.path.lexists(path):
        raise FileExistsAlreadyError(file=path.name)
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.part")
    try:
        with _refusals(path):
            descriptor = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with _refusals(path):
                _write(descriptor, bytes(_ROOM))
            yield descriptor
        finally:
            os.close(descriptor)
        with _refusals(path):
            _give_name(beside, path, replace=replace)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


@contextlib.contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileUnwritableError(file=path.name, problem=problem_of(error)) from error


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _give_name(beside: Path, path: Path, *, replace: bool) -> None:
    if replace or os.name == "nt":
        beside.replace(path)
    else:
        try:
            os.link(beside, path)  # unlike a rename, this never takes the place of a file that came meanwhile
        except FileExistsError as error:
            raise FileExistsAlreadyError(file=path.name) from error
        except OSError:
            beside.replace(path)  # a file system without links, such as a memory stick
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
