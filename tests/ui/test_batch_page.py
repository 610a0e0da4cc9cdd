"""Letters to many on the screen: what fails is seen before and after, and what was stopped goes on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QMessageBox, QPlainTextEdit, QProgressBar, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.makers import Desktop
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.dialogs.print_run import PrintRunDialog
from ui.jobs import Jobs
from ui.models.batch_table import BatchesTable, BatchTable, row_of_plan
from ui.navigation import Place
from ui.pages.batch import BatchPage, Standing
from ui.pages.cases import CasesPage
from ui.safe import Label
from ui.style.chips import TONE_ROLE, Tone
from ui.widgets.work_table import WorkTable
from workbench.domain.commands import StartBatch
from workbench.domain.letters import LetterKind
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.services import batch as batches

Settle = Callable[[Jobs], None]
NAMES = ("Ada Muster", "Berta Muster", "Carl Muster", "Dora Muster", "Emil Muster", "Frida Muster")


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> BatchPage:
    made = BatchPage(workspace)
    made.run.processes = 1
    qtbot.addWidget(made)
    made.resize(1280, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def people(desktop: Desktop) -> tuple[int, ...]:
    return tuple(
        desktop.register(
            Right.ACCESS,
            subject=DataSubject(name, f"{name.split()[0].lower()}@muster.example", address=("Musterweg 1", "10115 Berlin")),
        )
        for name in NAMES
    )


def column(page: BatchPage, which: int, table: str = "batchTable") -> list[str]:
    model = find(page, WorkTable, table).model()
    return [str(model.index(row, which).data()) for row in range(model.rowCount())]


def choose(page: BatchPage, box: str, data: str) -> None:
    combo = find(page, QComboBox, box)
    combo.setCurrentIndex(combo.findData(data))


def said(page: BatchPage) -> str:
    return find(page, Label, "batchSaid").text()


def issue(page: BatchPage) -> None:
    press(find(page, QPushButton, "batchIssue"), Qt.Key.Key_Space)
    box = find(page, QMessageBox, "messageBox")
    press(find(box, QPushButton, "yesButton"), Qt.Key.Key_Space)


def shown(page: BatchPage) -> set[str]:
    names = ("batchIssue", "batchStop", "batchResume", "batchRetry", "batchPrint", "batchList")
    return {name for name in names if find(page, QPushButton, name).isVisible()}


def test_the_models_keep_qts_rules(
    workspace: Workspace, desktop: Desktop, people: tuple[int, ...], qtmodeltester: ModelTester
) -> None:
    cases = BatchTable(workspace.words)
    every = BatchesTable(workspace.words, workspace.zone)
    qtmodeltester.check(cases)
    command = StartBatch(kind=LetterKind.ACKNOWLEDGEMENT, case_ids=people)
    cases.show_lines([row_of_plan(line, workspace.words) for line in desktop.see(batches.plan_batch, command)])
    desktop.do(batches.start_batch, command)
    every.show_lines(desktop.see(batches.list_batches))
    qtmodeltester.check(every)
    assert cases.rowCount() == len(people)
    assert Tone(cases.index(0, BatchTable.STATE).data(TONE_ROLE)) is Tone.DONE
    assert every.index(0, BatchesTable.WAITING).data() == "6"


def test_an_office_without_batches_says_how_one_is_begun(page: BatchPage, settle: Settle) -> None:
    page.show_place(Place("batch"))
    settle(page.workspace.jobs)
    empty = find(page, Label, "batchesEmpty")
    assert empty.isVisible()
    assert empty.mapTo(page, empty.rect().bottomLeft()).y() < page.height() // 4, "it stands where the list would begin"
    press(find(page, QPushButton, "batchToCases"), Qt.Key.Key_Space)
    assert page.workspace.navigation.place == Place("cases")


def test_cases_are_chosen_checked_and_issued_by_keyboard(
    page: BatchPage, desktop: Desktop, people: tuple[int, ...], qtbot: QtBot, settle: Settle
) -> None:
    page.show_place(Place("batch", case_ids=people))
    qtbot.waitUntil(lambda: page.standing is Standing.CHECKED)
    assert column(page, BatchTable.STATE) == ["Ready"] * 6
    assert "6 letter" in said(page)
    settle(page.workspace.jobs)
    assert page.preview.page_count == 1
    assert shown(page) == {"batchIssue", "batchList"}
    type_in(find(page, QPlainTextEdit, "batchRemark"), "Our office is closed on 24 December.")
    assert not find(page, QPushButton, "batchIssue").isEnabled(), "other words were checked than those that stand there"
    with qtbot.waitSignal(page.run.ended, timeout=20_000):
        qtbot.waitUntil(lambda: page.standing is Standing.CHECKED)
        issue(page)
    settle(page.workspace.jobs)
    assert column(page, BatchTable.STATE) == ["Issued"] * 6
    assert column(page, BatchTable.SAYS)[0] == "L-2026-0001"
    assert shown(page) == {"batchPrint", "batchList"}
    assert "B-2026-0001" in page.heading().subtitle
    (letter,) = desktop.page(people[0]).case.letters
    assert letter.fields.free_text == "Our office is closed on 24 December."


def test_two_cases_that_fail_are_seen_before_and_after_and_mended(
    page: BatchPage, desktop: Desktop, people: tuple[int, ...], qtbot: QtBot, settle: Settle
) -> None:
    for case_id in people[:4]:
        desktop.decide(case_id)
    page.show_place(Place("batch", case_ids=people))
    choose(page, "batchKind", "answer")
    qtbot.waitUntil(lambda: page.standing is Standing.CHECKED)
    assert column(page, BatchTable.STATE) == ["Stopped"] * 2 + ["Ready"] * 4
    assert "no decision" in column(page, BatchTable.SAYS)[0]
    with qtbot.waitSignal(page.run.ended, timeout=20_000):
        issue(page)
    settle(page.workspace.jobs)
    assert column(page, BatchTable.STATE) == ["Failed"] * 2 + ["Issued"] * 4
    assert "no decision" in column(page, BatchTable.SAYS)[1]
    assert shown(page) == {"batchRetry", "batchPrint", "batchList"}
    for case_id in people[4:]:
        desktop.decide(case_id)
    with qtbot.waitSignal(page.run.ended, timeout=20_000):
        press(find(page, QPushButton, "batchRetry"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    assert column(page, BatchTable.STATE) == ["Issued"] * 6
    assert [len(desktop.page(case_id).case.letters) for case_id in people] == [1] * 6


def test_a_batch_is_stopped_found_in_the_list_and_taken_up(
    page: BatchPage, desktop: Desktop, people: tuple[int, ...], qtbot: QtBot, settle: Settle
) -> None:
    page.run.most = 2
    page.show_place(Place("batch", case_ids=people))
    qtbot.waitUntil(lambda: page.standing is Standing.CHECKED)
    page.run.moved.connect(lambda _line: press(find(page, QPushButton, "batchStop"), Qt.Key.Key_Space))
    with qtbot.waitSignal(page.run.ended, timeout=20_000):
        issue(page)
    settle(page.workspace.jobs)
    assert shown(page) == {"batchResume", "batchPrint", "batchList"}
    line = desktop.see(batches.list_batches)[0]
    assert 0 < line.issued < 6
    assert find(page, QProgressBar, "batchProgress").value() == line.issued
    page.run.moved.disconnect()
    page.run.moved.connect(page._moved)
    press(find(page, QPushButton, "batchList"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    assert column(page, BatchesTable.WAITING, "batchesTable") == [str(line.waiting)]
    press(find(page, WorkTable, "batchesTable"), Qt.Key.Key_Return)
    settle(page.workspace.jobs)
    with qtbot.waitSignal(page.run.ended, timeout=20_000):
        press(find(page, QPushButton, "batchResume"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    assert column(page, BatchTable.STATE) == ["Issued"] * 6
    assert [len(desktop.page(case_id).case.letters) for case_id in people] == [1] * 6


def test_locking_stops_a_batch_and_loses_nothing(
    page: BatchPage, desktop: Desktop, people: tuple[int, ...], qtbot: QtBot, jobs: Jobs
) -> None:
    page.run.most = 1
    page.run.processes = 2
    page.show_place(Place("batch", case_ids=people))
    qtbot.waitUntil(lambda: page.standing is Standing.CHECKED)
    with qtbot.waitSignal(page.run.moved, timeout=20_000):
        issue(page)
    page.before_lock()
    office = jobs.detach()
    assert office is desktop.office
    line = desktop.see(batches.list_batches)[0]
    assert line.issued + line.waiting == 6
    assert line.issued > 0
    assert not page.run.running


def test_the_issued_letters_are_printed_as_a_run(
    page: BatchPage, desktop: Desktop, people: tuple[int, ...], qtbot: QtBot, settle: Settle
) -> None:
    page.show_place(Place("batch", case_ids=people[:2]))
    qtbot.waitUntil(lambda: page.standing is Standing.CHECKED)
    with qtbot.waitSignal(page.run.ended, timeout=20_000):
        issue(page)
    settle(page.workspace.jobs)
    press(find(page, QPushButton, "batchPrint"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    dialog = find(page, PrintRunDialog, "printRunDialog")
    assert dialog.windowTitle().startswith("Print 2 letter")
    dialog.close()
    assert desktop.see(batches.list_batches)[0].issued == 2


def test_letters_are_written_to_the_cases_that_are_marked_or_to_all_of_the_list(
    workspace: Workspace, people: tuple[int, ...], qtbot: QtBot, settle: Settle
) -> None:
    page = CasesPage(workspace)
    qtbot.addWidget(page)
    page.resize(1280, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.show_place(Place("cases"))
    settle(workspace.jobs)
    button = find(page, QPushButton, "casesWriteLetters")
    press(button, Qt.Key.Key_Space)
    assert workspace.navigation.place == Place("batch", case_ids=people)
    table = find(page, WorkTable, "casesTable")
    table.setFocus()
    press(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(button, Qt.Key.Key_Space)
    place = workspace.navigation.place
    assert place is not None
    assert len(place.case_ids) == 2
