"""A spool: the pages of a bundle that wait to be joined, one PDF after the other in a single file that has no name.

Whoever is killed leaves nothing of it: the system takes the file back with the last hand that held it (on Windows it is deleted when
it is closed, which a killed program does too). Used by one thread at a time.
"""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, BinaryIO, cast

_AT_ONCE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """One file in the spool: where its bytes begin, how many there are, and how many pages it has."""

    first: int
    size: int
    pages: int = 0


class Spool:
    """Keeps what is written into it until it is closed.

    Args:
        folder: where there is room for it; nothing appears there.

    Raises:
        OSError: it cannot be written there.
    """

    def __init__(self, folder: Path) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  closed by `close`
        self._end = 0

    def keep(self, data: bytes, pages: int = 0) -> Part:
        """Keep bytes and return where they are."""
        with self.part() as stream:
            stream.write(data)
        return replace(self.last, pages=pages)

    @contextmanager
    def part(self) -> Iterator[BinaryIO]:
        """Give a stream to the end of the spool; what was written into it is the `last` part, or nothing when the block fails."""
        first = self._end
        self._file.seek(first)
        yield cast("BinaryIO", self._file)
        self._end = self._file.tell()
        self.last = Part(first, self._end - first)

    def open(self, part: Part) -> BinaryIO:
        """Return a stream that reads one part."""
        return cast("BinaryIO", io.BufferedReader(_Window(self._file, part), _AT_ONCE))

    def close(self) -> None:
        """Let everything go; a second call does nothing."""
        self._file.close()


class _Window(io.RawIOBase):
    """The bytes of one part, as a file of their own."""

    def __init__(self, file: IO[bytes], part: Part) -> None:
        super().__init__()
        self._file, self._part, self._at = file, part, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        begins = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._part.size}[whence]
        self._at = max(0, begins + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what the buffered reader gives
        self._file.seek(self._part.first + self._at)
        piece = self._file.read(min(len(buffer), max(0, self._part.size - self._at)))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
