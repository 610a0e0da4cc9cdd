"""The process that makes annexes harmless: files come by standard input, their pages go back by standard output.

A request is the kind (one byte: `p` for a PDF, `i` for a picture), the length (eight bytes, big-endian) and the file. The answer is
`y`, the number of pages and the length (eight bytes each) and the PDF; or `n`, the length of a reason and the reason. Nothing is
caught but what is foreseen: a file that does more ends this process, and that is the answer.
"""

import os
import sys
from typing import BinaryIO

from workbench.paper.annex import PDF, PICTURE, NotShownError, pages_of

KINDS = {b"p": PDF, b"i": PICTURE}

_LENGTH = 8
_MEMORY = 2 * 1024 * 1024 * 1024


def limit_this_process() -> None:
    """Give up memory beyond two gigabytes, writing, core files and new processes, where the platform knows such limits."""
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
        pages, made = pages_of(kind, data)
    except NotShownError as refused:
        reason = refused.reason.value.encode("ascii")
        back.write(b"n" + len(reason).to_bytes(_LENGTH, "big") + reason)
        return
    back.write(b"y" + pages.to_bytes(_LENGTH, "big") + len(made).to_bytes(_LENGTH, "big"))
    back.write(made)


if __name__ == "__main__":
    sys.exit(main())
