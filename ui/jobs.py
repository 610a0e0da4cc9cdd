"""Jobs: the only place where work leaves the GUI thread.

Reads and writes of the store take turns on one thread; other work (reading a mail, drawing a letter) has threads of its own. Results
come back on the GUI thread. There are three outcomes: done, refused (a `WorkbenchError`), broke (a bug, as a report).

A Qt object must not be destroyed on another thread. So a thread holds nothing of a page longer than the GUI thread does, and Python's
search for cyclic garbage runs on the GUI thread alone (`collect_garbage_here`).
"""

import gc
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from ui.crash import Outcome, outcome_of

if TYPE_CHECKING:
    from workbench.domain.changes import Changes
    from workbench.domain.errors import WorkbenchError
    from workbench.services.office import Desk, Office

T = TypeVar("T")

_SPENT_MS = 1000
_GARBAGE_MS = 500
_COLLECTS = "collectsGarbage"

Refused = Callable[["WorkbenchError"], None]


class Ticket:
    """A piece of work under way; `cancel` drops its result and tells the work itself, which may look at `cancelled`."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        """Drop the result; work that has not begun does not begin."""
        self.cancelled = True


class Jobs(QObject):
    """Work away from the GUI thread.

    `changed` carries the `Changes` of a write, `refused` a `WorkbenchError` that no caller took itself, `broke` the report of
    a bug, `busy` whether anything is under way.
    """

    changed = Signal(object)
    refused = Signal(object)
    broke = Signal(str)
    busy = Signal(bool)
    _delivered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office: Office | None = None
        self._round = 0
        self._pending = 0
        self._asked: dict[int, _Asked] = {}
        self._spent: list[_Asked] = []
        self._last = 0
        self._store_thread = QThreadPool(self)
        self._store_thread.setMaxThreadCount(1)
        self._store_thread.setExpiryTimeout(-1)
        self._threads = QThreadPool(self)
        self._threads.setMaxThreadCount(2)
        self._delivered.connect(self._deliver)
        collect_garbage_here()

    @property
    def office(self) -> "Office | None":
        """The open office, None while locked."""
        return self._office

    def attach(self, office: "Office") -> None:
        """Send reads and writes to this office from now on."""
        self._office = office

    def detach(self) -> "Office | None":
        """Return the office after all work on it has ended; results that are still to be delivered are dropped.

        Writes that have not begun are done first: a draft that a page keeps just before the lock must not be lost. Reads
        that have not begun are dropped.
        """
        self._round += 1
        for asked in self._asked.values():
            if asked.guard is not None:
                asked.ticket.cancel()
        self._store_thread.waitForDone()
        office, self._office = self._office, None
        self._count(-self._pending)
        return office

    def run(
        self,
        use_case: "Callable[[Desk], Changes]",
        *,
        then: "Callable[[Changes], None] | None" = None,
        refused: Refused | None = None,
    ) -> None:
        """Write: run a use case on the store thread, emit `changed`, then call `then` with what it changed."""

        def write(office: "Office") -> "Changes":
            from workbench.services.office import run  # noqa: PLC0415  heavy modules are imported after the first paint

            return run(office, use_case)

        def done(changes: "Changes") -> None:
            self.changed.emit(changes)
            if then is not None and _alive(then):
                then(changes)

        self._on_store(write, done, refused, guard=None)

    def ask(self, query: "Callable[[Desk], T]", then: Callable[[T], None], *, refused: Refused | None = None) -> None:
        """Read: run a query on the store thread and give its value to `then`, unless the widget that asked is gone."""

        def read(office: "Office") -> T:
            from workbench.services.office import ask  # noqa: PLC0415  heavy modules are imported after the first paint

            return ask(office, query)

        self._on_store(read, then, refused, guard=then)

    def with_office(
        self, function: "Callable[[Office], T]", then: Callable[[T], None], *, refused: Refused | None = None
    ) -> None:
        """Run work that needs the whole office (a backup, a check of the store) on the store thread."""
        self._on_store(function, then, refused, guard=then)

    def work(self, function: Callable[[], T], then: Callable[[T], None], *, refused: Refused | None = None) -> Ticket:
        """Run work that needs no store on another thread; the ticket returned cancels it."""
        ticket = Ticket()
        self._start(self._threads, function, then, refused, then, ticket)
        return ticket

    def prefetch(self, modules: Iterable[str]) -> None:
        """Import modules in the background, so that the first page after unlocking need not wait for them."""
        names = tuple(modules)

        def fetch() -> None:
            for name in names:
                import_module(name)

        self._threads.start(partial(outcome_of, fetch))

    def wait(self) -> None:
        """Wait until nothing is under way; for leaving the program."""
        self._store_thread.waitForDone()
        self._threads.waitForDone()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._pending == 0

    def _on_store(
        self,
        function: "Callable[[Office], T]",
        then: Callable[[T], None],
        refused: Refused | None,
        guard: Callable[[T], None] | None,
    ) -> None:
        office = self._office
        if office is None:
            return
        self._start(self._store_thread, partial(function, office), then, refused, guard, Ticket())

    def _start(
        self,
        pool: QThreadPool,
        function: Callable[[], T],
        then: Callable[[T], None],
        refused: Refused | None,
        guard: Callable[[T], None] | None,
        ticket: Ticket,
    ) -> None:
        self._last += 1
        number = self._last
        self._asked[number] = _Asked(function, then, refused, guard, ticket, self._round)

        def job() -> None:
            outcome: Outcome[T] = Outcome() if ticket.cancelled else outcome_of(function)
            if isValid(self):
                self._delivered.emit(number, outcome)

        self._count(1)
        pool.start(job)

    def _count(self, step: int) -> None:
        before = self._pending
        self._pending += step
        if (before == 0) != (self._pending == 0):
            self.busy.emit(self._pending > 0)

    @Slot(int, object)
    def _deliver(self, number: int, outcome: Outcome[object]) -> None:
        asked = self._asked.pop(number)
        self._spent.append(asked)
        QTimer.singleShot(_SPENT_MS, self, self._spent.clear)
        if asked.round != self._round:
            return
        self._count(-1)
        if asked.ticket.cancelled:
            return
        if outcome.report:
            self.broke.emit(outcome.report)
        elif outcome.refusal is not None:
            if asked.refused is None:
                self.refused.emit(outcome.refusal)
            elif _alive(asked.refused):
                asked.refused(outcome.refusal)
        elif asked.guard is None or _alive(asked.guard):
            asked.then(outcome.value)


class _Asked:
    """What was asked for, kept on the GUI thread until well after the other thread let go of it."""

    __slots__ = ("function", "guard", "refused", "round", "then", "ticket")

    def __init__(
        self,
        function: Callable[[], object],
        then: Callable[..., None],
        refused: Refused | None,
        guard: Callable[..., None] | None,
        ticket: Ticket,
        in_round: int,
    ) -> None:
        self.function = function
        self.then = then
        self.refused = refused
        self.guard = guard
        self.ticket = ticket
        self.round = in_round


def collect_garbage_here() -> None:
    """Let Python look for cyclic garbage on the GUI thread alone, from now on, as often as it would have by itself.

    It belongs to the threads below: without it a search that begins on the store thread destroys Qt objects there, and the program
    ends with a segmentation fault. Done once for each application, by the first `Jobs`.
    """
    app = QCoreApplication.instance()
    if app is None or app.property(_COLLECTS):
        return
    app.setProperty(_COLLECTS, True)  # noqa: FBT003  Qt's signature
    gc.disable()
    timer = QTimer(app)
    timer.setInterval(_GARBAGE_MS)
    timer.timeout.connect(_collect)
    timer.start()


def _collect() -> None:
    thresholds, counts = gc.get_threshold(), gc.get_count()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation] > 0:
            gc.collect(generation)
            return


def _alive(callback: Callable[..., object]) -> bool:
    """Return whether every Qt object that a callback belongs to, or closes over, still exists."""
    held: list[object] = []
    seen: list[object] = [callback]
    while seen:
        one = seen.pop()
        if isinstance(one, partial):
            seen.extend((one.func, *one.args, *one.keywords.values()))
            continue
        held.append(getattr(one, "__self__", one))
        held.extend(_cell_value(cell) for cell in getattr(one, "__closure__", None) or ())
    return all(isValid(one) for one in held if isinstance(one, QObject))


def _cell_value(cell: object) -> object:
    try:
        return cell.cell_contents  # type: ignore[attr-defined]  # a closure's cells have it, unless they are empty
    except ValueError:
        return None
