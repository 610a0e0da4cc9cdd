"""Work away from the GUI thread: three outcomes, in order, back on the GUI thread, and never into a widget that is gone."""

import gc
from collections.abc import Callable
from threading import get_ident
from time import sleep

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.crash import outcome_of, report_of
from ui.jobs import Jobs
from workbench.domain.changes import Changes
from workbench.domain.errors import NotFoundError, WorkbenchError
from workbench.services.office import Desk, Office

Settle = Callable[[Jobs], None]


def _refuses(_desk: Desk) -> Changes:
    raise NotFoundError(what="case", name="DSR-1")


def test_a_write_tells_what_changed_and_then_calls_back(qtbot: QtBot, jobs: Jobs, office: Office) -> None:
    jobs.attach(office)
    seen: list[str] = []
    jobs.changed.connect(lambda changes: seen.append(f"changed {changes.number}"))
    with qtbot.waitSignal(jobs.changed):
        jobs.run(lambda _desk: Changes(number="DSR-1"), then=lambda changes: seen.append(f"then {changes.number}"))

    assert seen == ["changed DSR-1", "then DSR-1"]


def test_reads_run_off_the_gui_thread_and_come_back_on_it(jobs: Jobs, office: Office, settle: Settle) -> None:
    jobs.attach(office)
    threads: list[int] = []

    def came(worker: int) -> None:
        threads.extend((worker, get_ident()))

    jobs.ask(lambda _desk: get_ident(), came)
    settle(jobs)

    assert threads[0] != get_ident()
    assert threads[1] == get_ident()


def test_cyclic_garbage_is_looked_for_on_the_gui_thread_alone(qtbot: QtBot, jobs: Jobs, settle: Settle) -> None:
    seen: list[int] = []

    def note(_phase: str, _told: dict[str, int]) -> None:
        seen.append(get_ident())

    def litter() -> int:
        for _ in range(20_000):
            knot: list[object] = []
            knot.append(knot)
        return len(seen)

    gc.callbacks.append(note)
    try:
        jobs.work(litter, lambda _looked: None)
        settle(jobs)
        qtbot.waitUntil(lambda: bool(seen))
    finally:
        gc.callbacks.remove(note)

    assert set(seen) == {get_ident()}


def test_reads_and_writes_take_turns_in_the_order_they_were_asked(jobs: Jobs, office: Office, settle: Settle) -> None:
    jobs.attach(office)
    order: list[int] = []
    workers: set[int] = set()

    def count(number: int) -> Callable[[Desk], int]:
        def read(_desk: Desk) -> int:
            workers.add(get_ident())
            return number

        return read

    for number in range(20):
        jobs.ask(count(number), order.append)
    settle(jobs)

    assert order == list(range(20))
    assert len(workers) == 1


def test_a_refusal_that_nobody_takes_is_announced(qtbot: QtBot, jobs: Jobs, office: Office) -> None:
    jobs.attach(office)
    with qtbot.waitSignal(jobs.refused) as refused:
        jobs.run(_refuses)

    assert refused.args is not None
    assert refused.args[0].code == "not_found"


def test_a_refusal_goes_to_who_asked_and_nowhere_else(qtbot: QtBot, jobs: Jobs, office: Office, settle: Settle) -> None:
    jobs.attach(office)
    taken: list[WorkbenchError] = []
    with qtbot.assertNotEmitted(jobs.refused), qtbot.assertNotEmitted(jobs.changed):
        jobs.run(_refuses, refused=taken.append)
        settle(jobs)

    assert [refusal.code for refusal in taken] == ["not_found"]


def test_a_bug_becomes_a_report_without_what_it_said(qtbot: QtBot, qapp: QApplication, office: Office) -> None:
    jobs = Jobs(qapp)
    jobs.attach(office)

    def broken(_desk: Desk) -> str:
        name = "Hannah Beispiel"
        raise ValueError(name)

    with qtbot.waitSignal(jobs.broke) as broke:
        jobs.ask(broken, lambda _text: None)
    jobs.detach()
    jobs.deleteLater()

    assert broke.args is not None
    assert "ValueError" in broke.args[0]
    assert "tests/ui/test_jobs.py:" in broke.args[0]
    assert "Hannah" not in broke.args[0]


def test_the_answer_for_a_widget_that_is_gone_is_dropped(jobs: Jobs, office: Office, settle: Settle) -> None:
    class Page(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.heard: list[int] = []

        def hear(self, number: int) -> None:
            self.heard.append(number)
            self.setWindowTitle(str(number))

    jobs.attach(office)
    bound, closed_over = Page(), Page()
    jobs.ask(lambda _desk: 1, bound.hear)
    jobs.ask(lambda _desk: 2, lambda number: closed_over.hear(number + 1))
    for page in (bound, closed_over):
        delete(page)
    settle(jobs)

    assert bound.heard == []
    assert closed_over.heard == []


def test_detaching_waits_for_a_write_and_drops_its_callback(jobs: Jobs, office: Office) -> None:
    jobs.attach(office)
    written: list[str] = []
    called: list[Changes] = []

    def write(_desk: Desk) -> Changes:
        written.append("done")
        return Changes()

    jobs.run(write, then=called.append)
    assert jobs.detach() is office
    assert written == ["done"]
    assert jobs.idle
    assert called == []


def test_detaching_finishes_the_writes_that_wait_and_drops_the_reads(jobs: Jobs, office: Office) -> None:
    jobs.attach(office)
    done: list[str] = []

    def write(name: str) -> Callable[[Desk], Changes]:
        def use_case(_desk: Desk) -> Changes:
            sleep(0.05)
            done.append(name)
            return Changes()

        return use_case

    def read(_desk: Desk) -> None:
        done.append("read")

    jobs.run(write("first"))
    jobs.ask(read, lambda _nothing: None)
    jobs.run(write("draft kept before the lock"))
    jobs.detach()

    assert done == ["first", "draft kept before the lock"]


def test_without_an_office_nothing_is_asked(jobs: Jobs) -> None:
    jobs.ask(lambda _desk: 1, lambda _number: pytest.fail("nobody is in"))

    assert jobs.idle


def test_busy_is_told_once_for_many(jobs: Jobs, office: Office, settle: Settle) -> None:
    jobs.attach(office)
    told: list[bool] = []
    jobs.busy.connect(told.append)
    for _ in range(5):
        jobs.ask(lambda _desk: 1, lambda _number: None)
    settle(jobs)

    assert told == [True, False]


def test_cancelled_work_is_not_delivered(jobs: Jobs, settle: Settle) -> None:
    delivered: list[int] = []
    ticket = jobs.work(lambda: 1, delivered.append)
    ticket.cancel()
    settle(jobs)

    assert delivered == []


def test_an_outcome_is_one_of_three() -> None:
    def broken() -> int:
        raise KeyError

    def refused() -> int:
        raise NotFoundError

    assert outcome_of(lambda: 3).value == 3
    assert isinstance(outcome_of(refused).refusal, NotFoundError)
    assert outcome_of(broken).report.startswith("builtins.KeyError")


def test_a_report_follows_the_chain_of_causes() -> None:
    cause = OSError()
    bug = RuntimeError()
    bug.__cause__ = cause
    report = report_of(bug)

    assert report.index("RuntimeError") < report.index("caused by") < report.index("OSError")


def test_jobs_are_a_child_of_whoever_made_them(qapp: QApplication) -> None:
    parent = QObject(qapp)
    jobs = Jobs(parent)

    assert jobs.parent() is parent
    parent.deleteLater()
