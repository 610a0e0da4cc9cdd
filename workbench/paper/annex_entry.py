"""The process that makes annexes harmless: files come by standard input, their pages go back by standard output.

A request is the kind (one byte: `p` for a PDF, `i` for a picture), the length (eight bytes, big-endian) and the file. The answer is
the PDF in pieces (`d`, a length, the piece) and then `y` and the number of pages; or `n`, the length of a reason and the reason, at
any time. Nothing is caught but what is foreseen: a file that does more ends this process, and that is the answer.
"""

import io
import os
import sys
from typing import TYPE_CHECKING, BinaryIO

from workbench.paper.annex import PDF, PICTURE, NotShownError, pages_of

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

KINDS = {b"p": PDF, b"i": PICTURE}

_LENGTH = 8
_PIECE = 1024 * 1024
_MEMORY = 256 * 1024 * 1024
"""A file of the largest size that a case takes and its largest picture once more; what needs more is too large to be shown."""


def limit_this_process() -> None:
    """Give up memory beyond a quarter of a gigabyte, writing, core files and new processes, where the platform knows such limits."""
    try:
        import resource  # noqa: PLC0415  not on every platform
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_AS: _MEMORY,
    }
    for kind, most in wanted.items():
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue


def main() -> int:
    """Answer request after request until the input ends, and return the exit code."""
    limit_this_process()
    # Standard output is the way back: nothing else may write there.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as back:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        while head := sys.stdin.buffer.read(1 + _LENGTH):
            _answer(KINDS[head[:1]], sys.stdin.buffer.read(int.from_bytes(head[1:], "big")), back)
            back.flush()
    return 0


def _answer(kind: str, data: bytes, back: BinaryIO) -> None:
    try:
        with io.BufferedWriter(_Pieces(back), _PIECE) as target:
            pages = pages_of(kind, data, target)
    except NotShownError as refused:
        reason = refused.reason.value.encode("ascii")
        back.write(b"n" + len(reason).to_bytes(_LENGTH, "big") + reason)
        return
    back.write(b"y" + pages.to_bytes(_LENGTH, "big"))


class _Pieces(io.RawIOBase):
    """The way back, as a file: what is written into it leaves at once with its length."""

    def __init__(self, back: BinaryIO) -> None:
        super().__init__()
        self._back = back

    def writable(self) -> bool:
        return True

    def write(self, piece: "ReadableBuffer") -> int:
        data = memoryview(piece)
        self._back.write(b"d" + data.nbytes.to_bytes(_LENGTH, "big"))
        self._back.write(data)
        return data.nbytes


if __name__ == "__main__":
    sys.exit(main())
