"""The issuing of a batch: portion after portion on the store thread, with its pace, until it is done or stopped.

Other reads and writes of the window take their turn between two portions. The drawing processes live as long as the run.
"""

from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from ui.context import Workspace
from workbench.domain.batches import seconds_left
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.services import batch as batches
from workbench.services.batch import BatchLine, Issuing

_MS = 1000.0


class BatchRun(QObject):
    """Issues one batch at a time.

    Args:
        workspace: jobs.
        parent: who owns the run.
    """

    moved = Signal(object)
    """A portion is issued: the `BatchLine` as it is now."""
    ended = Signal()
    """Nothing is under way any more: done, stopped or refused."""
    refused = Signal(object)
    """The run ended with a `WorkbenchError`; what was issued stays issued."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._work: Issuing | None = None
        self._clock = QElapsedTimer()
        self._before = 0
        self._done = 0
        self.processes: int | None = None
        """How many processes draw; None takes what the machine has."""
        self.most = batches.PORTION
        """How many letters are issued at once."""
        workspace.jobs.broke.connect(self._broke)

    @property
    def running(self) -> bool:
        """Whether letters are being issued."""
        return self._work is not None

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop and has not yet."""
        return self._work is not None and self._work.stop

    def start(self, line: BatchLine) -> None:
        """Issue what waits of a batch."""
        if self._work is not None:
            return
        self._work = Issuing(line.id, processes=self.processes, most=self.most)
        self._before = line.issued + line.failed
        self._clock.start()
        self._next()

    def stop(self) -> None:
        """Stop after the letter that is being prepared; what was prepared till then is issued."""
        if self._work is not None:
            self._work.stop = True

    def pace(self, line: BatchLine) -> tuple[float, float | None]:
        """Return letters a second, and how many seconds the rest takes (None before there is a pace)."""
        elapsed = self._clock.elapsed() / _MS if self._clock.isValid() else 0.0
        done = line.issued + line.failed - self._before
        return (done / elapsed if elapsed > 0 else 0.0), seconds_left(done=done, left=line.waiting, elapsed=elapsed)

    def give_up(self) -> None:
        """Stop, and end the drawing processes before the office is locked; every case that waits is taken up again later."""
        if self._work is not None:
            self._work.stop = True
            self._workspace.jobs.run(self._work.finish)
            self._work = None

    def _next(self) -> None:
        work = self._work
        if work is not None:
            self._workspace.jobs.with_office(work.portion, partial(self._took, work), refused=partial(self._refused, work))

    def _took(self, work: Issuing, line: BatchLine) -> None:
        if work is not self._work:
            return
        self.moved.emit(line)
        if line.waiting and not work.stop:
            self._next()
        else:
            self._end(work)

    def _refused(self, work: Issuing, refusal: WorkbenchError) -> None:
        if work is self._work:
            self._end(work)
            self.refused.emit(refusal)

    def _broke(self, _report: str) -> None:
        if self._work is not None:
            self._end(self._work)

    def _end(self, work: Issuing) -> None:
        self._work = None
        # What it changed is told once, at the end: other pages need not read again after every portion.
        self._workspace.jobs.run(work.finish, then=self._finished)

    def _finished(self, _changes: Changes) -> None:
        self.ended.emit()
