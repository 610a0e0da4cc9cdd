"""Many annexes, one after the other, through a process that may die of them: never in ours.

A process that dies or takes too long is a file that cannot be shown; the next file gets a new process. Used by one thread.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Self

from workbench.domain.bundles import NotShown

_LENGTH = 8
_PIECE = 1024 * 1024
_SECONDS = 30.0
_ENOUGH = 64 * 1024 * 1024
"""After so many bytes a process is replaced: what the readers keep of old files is given back."""

_ROOT = Path(__file__).resolve().parents[2]
_LETTERS = {"pdf": b"p", "picture": b"i"}


class Annexes:
    """Turns files into pages; closed when done.

    Args:
        seconds: how long one file may take.
    """

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def pages(self, kind: str, data: Iterable[bytes], size: int, target: BinaryIO) -> int | NotShown:
        """Write the pages of a file as a PDF to `target` and return their number, or why there are none.

        Args:
            kind: `pdf` or `picture`.
            data: the file, piece by piece; not taken to its end where the process dies of it.
            size: how many bytes it has.
            target: where it is written; holds something to be thrown away when there are no pages.

        Raises:
            OSError: the target cannot be written.
            Exception: whatever taking a piece of the file raises; the process is ended then.
        """
        if self._read + size > _ENOUGH:
            self.close()
        self._read += size
        process = self._started()
        if process is None or process.stdin is None or process.stdout is None:
            return NotShown.BROKEN
        watch = threading.Timer(self._seconds, process.kill)
        watch.start()
        try:
            return _asked(process.stdin, process.stdout, _LETTERS[kind], size, data, target)
        except (EOFError, BrokenPipeError, ValueError):
            self.close()
            return NotShown.BROKEN
        except BaseException:
            self.close()  # it has half a file, and waits for the rest
            raise
        finally:
            watch.cancel()

    def close(self) -> None:
        """End the process."""
        process, self._process, self._read = self._process, None, 0
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):  # it may have died with something unread
                    stream.close()
        process.kill()
        process.wait()

    def _started(self) -> "subprocess.Popen[bytes] | None":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        path = os.pathsep.join(part for part in (str(_ROOT), os.environ.get("PYTHONPATH", "")) if part)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-B", "-X", "utf8", "-m", "workbench.paper.annex_entry"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
        return self._process


def _asked(to: IO[bytes], back: IO[bytes], letter: bytes, size: int, data: Iterable[bytes], target: BinaryIO) -> int | NotShown:
    to.write(letter + size.to_bytes(_LENGTH, "big"))
    for piece in data:
        to.write(piece)
    to.flush()
    while (said := _exactly(back, 1)) == b"d":
        left = _number(back)
        while left:
            piece = _exactly(back, min(left, _PIECE))
            target.write(piece)
            left -= len(piece)
    number = _number(back)
    return number if said == b"y" else NotShown(_exactly(back, number).decode("ascii"))


def _number(back: IO[bytes]) -> int:
    return int.from_bytes(_exactly(back, _LENGTH), "big")


def _exactly(back: IO[bytes], length: int) -> bytes:
    data = back.read(length)
    if len(data) < length:
        raise EOFError
    return data
