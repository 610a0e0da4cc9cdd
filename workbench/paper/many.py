"""Many letters: drawing them on several processes, in the order in which they were sent.

Drawing is pure, so it needs neither the store nor its key: the workers import `workbench.paper` alone, get composed letters by
their standard input and give bytes back by their standard output. They end when their input does, also when we are killed.
Where no worker can be had (a frozen program, one processor, a worker that died) letters are drawn here.
"""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import ComposedLetter, Paragraph, RenderedLetter
from workbench.paper import messages

Drawn = RenderedLetter | WorkbenchError
"""A letter on paper, or why it cannot be printed."""

MOST_PROCESSES = 2
"""More than two workers wait for the store, which writes one letter after the other."""

_ROOT = Path(__file__).resolve().parents[2]


def draw(letters: Sequence[ComposedLetter]) -> list[Drawn]:
    """Return each letter drawn in this process, or its refusal."""
    from workbench.paper.layout import render  # noqa: PLC0415  the parent imports no ReportLab while its workers draw

    done: list[Drawn] = []
    for letter in letters:
        try:
            done.append(render(letter))
        except WorkbenchError as refusal:
            done.append(refusal)
    return done


def check(letter: ComposedLetter) -> None:
    """Refuse a letter that holds a character which cannot be printed; nothing is drawn.

    Raises:
        GlyphMissingError: no font of ours has a character (or ScriptNotSetError, its writing cannot be set).
    """
    from workbench.paper import fonts, text  # noqa: PLC0415  as above

    fonts.register()
    text.check(list(_words(letter)))


def _words(part: object) -> Iterator[str]:
    """Yield every text that a letter holds."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _words(one)
    elif isinstance(part, ComposedLetter | Paragraph):
        for name in (one.name for one in fields(part)):
            yield from _words(getattr(part, name))


class Workers:
    """Draws letters while the one who sends them goes on; used by one thread, and closed when done.

    Args:
        processes: how many workers; 0 and 1 draw here. None takes as many as there are processors, two at most.
    """

    def __init__(self, processes: int | None = None) -> None:
        wanted = min(os.cpu_count() or 1, MOST_PROCESSES) if processes is None else processes
        self._workers: list[_Worker] = []
        self._sent: deque[_Portion] = deque()
        if wanted > 1 and not getattr(sys, "frozen", False):
            self._workers = [worker for worker in (_Worker.started() for _ in range(wanted)) if worker is not None]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def full(self) -> bool:
        """Whether every worker has something to draw: take before the next is sent, or sending waits."""
        return len(self._sent) >= max(len(self._workers), 1)

    @property
    def waiting(self) -> int:
        """How many portions were sent and not taken."""
        return len(self._sent)

    @property
    def pids(self) -> tuple[int, ...]:
        """The workers' process ids; none where letters are drawn here."""
        return tuple(worker.process.pid for worker in self._workers)

    def send(self, letters: Sequence[ComposedLetter]) -> None:
        """Give a portion of letters to a worker; waits for the oldest portion where all have one."""
        portion = _Portion(tuple(letters))
        self._sent.append(portion)
        if not self._workers:
            return
        busy = [one for one in self._sent if one.worker is not None]
        if len(busy) == len(self._workers):
            self._fetch(busy[0])
        free = next((one for one in self._workers if all(sent.worker is not one for sent in self._sent)), None)
        if free is None:
            return
        if free.give(portion.letters):
            portion.worker = free
        else:
            self._retire(free)

    def take(self) -> list[Drawn]:
        """Return the oldest portion that was sent, drawn; waits for it.

        Raises:
            IndexError: nothing was sent that is not taken: a programmer's slip.
        """
        portion = self._sent.popleft()
        self._fetch(portion)
        return draw(portion.letters) if portion.drawn is None else portion.drawn

    def drop(self) -> None:
        """Forget what was sent and not taken."""
        while self._sent:
            self._fetch(self._sent.popleft())

    def close(self) -> None:
        """End the workers."""
        self._sent.clear()
        for worker in self._workers:
            worker.end()
        self._workers = []

    def _fetch(self, portion: "_Portion") -> None:
        """Read what a worker made of a portion; one that died made nothing, and gets no more work."""
        worker, portion.worker = portion.worker, None
        if worker is None:
            return
        portion.drawn = worker.answer()
        if portion.drawn is None:
            self._retire(worker)

    def _retire(self, worker: "_Worker") -> None:
        worker.end()
        self._workers.remove(worker)


class _Portion:
    """Letters that were sent, who draws them, and what came of it."""

    __slots__ = ("drawn", "letters", "worker")

    def __init__(self, letters: tuple[ComposedLetter, ...]) -> None:
        self.letters = letters
        self.worker: _Worker | None = None
        self.drawn: list[Drawn] | None = None


class _Worker:
    """One process that draws; one portion at a time, so that neither side waits for the other to read."""

    def __init__(self, process: "subprocess.Popen[bytes]", to: IO[bytes], back: IO[bytes]) -> None:
        self.process = process
        self._to = to
        self._back = back

    @classmethod
    def started(cls) -> "_Worker | None":
        """Return a new worker, None where the system gives none."""
        path = os.pathsep.join(part for part in (str(_ROOT), os.environ.get("PYTHONPATH", "")) if part)
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", "-B", "-X", "utf8", "-m", "workbench.paper.many_entry"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
        if process.stdin is None or process.stdout is None:
            return None
        return cls(process, process.stdin, process.stdout)

    def give(self, letters: tuple[ComposedLetter, ...]) -> bool:
        """Send letters to be drawn; return whether the worker took them."""
        try:
            messages.write(self._to, letters)
        except OSError:
            return False
        return True

    def answer(self) -> list[Drawn] | None:
        """Return what was drawn, None from a worker that died."""
        try:
            return messages.read(self._back)
        except (OSError, EOFError):
            return None

    def end(self) -> None:
        """End the process."""
        with suppress(OSError):  # it may have died with something unread
            self._to.close()
        self.process.kill()
        self.process.wait()
        self._back.close()
