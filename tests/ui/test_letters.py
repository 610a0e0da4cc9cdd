"""The lists of letters: of the whole office, and of one case."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.makers import Desktop
from tests.ui.hands import find, press
from ui.context import Workspace
from ui.dialogs.dispatch import DispatchDialog
from ui.jobs import Jobs
from ui.models.letters import Column, LettersModel, row_of_letter
from ui.navigation import Place
from ui.pages.case.letters_panel import KIND_GROUPS, LettersPanel
from ui.pages.letters import LettersPage
from ui.safe import Label
from ui.style.chips import TONE_ROLE, Tone
from ui.widgets.letter_table import LetterTable
from workbench.domain.decisions import Outcome
from workbench.domain.letters import LetterFields, LetterKind
from workbench.domain.rights import Right

Settle = Callable[[Jobs], None]


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> LettersPage:
    made = LettersPage(workspace)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> LettersPanel:
    made = LettersPanel(workspace)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def case(desktop: Desktop) -> int:
    return desktop.register(Right.ACCESS)


def column(table: LetterTable, which: Column) -> list[str]:
    return [str(table.letters.index(row, which).data()) for row in range(table.letters.rowCount())]


def test_the_model_keeps_qts_rules(workspace: Workspace, desktop: Desktop, case: int, qtmodeltester: ModelTester) -> None:
    model = LettersModel(workspace.words, workspace.zone)
    qtmodeltester.check(model)
    desktop.send(case, LetterKind.ACKNOWLEDGEMENT)
    letters = desktop.page(case).letters
    model.show_rows([row_of_letter(one, case_number="DSR-1", subject_name="Hannah") for one in letters], now=desktop.hand.now)
    assert model.rowCount() == 1
    assert Tone(model.index(0, Column.STATE).data(TONE_ROLE)) is Tone.DONE
    assert model.index(0, Column.STATE).data() == "Dispatched"
    assert model.row(QModelIndex()) is None


def test_an_office_without_letters_says_how_one_is_written(page: LettersPage, settle: Settle) -> None:
    page.show_place(Place("letters"))
    settle(page.workspace.jobs)
    empty = find(page, Label, "lettersEmpty")
    assert empty.isVisible()
    assert "Write letter" in empty.text()


def test_letters_are_narrowed_by_where_they_stand(page: LettersPage, desktop: Desktop, case: int, settle: Settle) -> None:
    sent = desktop.send(case, LetterKind.ACKNOWLEDGEMENT)
    issued = desktop.issue(case, LetterKind.CLARIFICATION, fields=LetterFields((), free_text="Which account?"))
    draft = desktop.draft(case, LetterKind.IDENTITY)
    assert len({sent, issued, draft}) == 3
    page.show_place(Place("letters"))
    settle(page.workspace.jobs)
    assert page.table.letters.rowCount() == 3
    assert "3 letter" in page.heading().subtitle
    assert "2 not sent" in page.heading().subtitle
    for chip, kind in (
        ("lettersDraft", "Proof of identity wanted"),
        ("lettersIssued", "Clarification wanted"),
        ("lettersDispatched", "Acknowledgement"),
    ):
        press(find(page, QPushButton, chip), Qt.Key.Key_Space)
        assert len(column(page.table, Column.KIND)) == 1, chip
        assert column(page.table, Column.SUBJECT) == ["Hannah Beispiel"]
        assert column(page.table, Column.KIND)[0] == page.workspace.words.word("letter", _kind(chip)), kind
    press(find(page, QPushButton, "lettersAll"), Qt.Key.Key_Space)
    assert page.table.letters.rowCount() == 3


def _kind(chip: str) -> str:
    return {"lettersDraft": "identity", "lettersIssued": "clarification", "lettersDispatched": "acknowledgement"}[chip]


def test_enter_opens_the_letter(page: LettersPage, desktop: Desktop, case: int, settle: Settle) -> None:
    letter = desktop.draft(case, LetterKind.ACKNOWLEDGEMENT)
    page.show_place(Place("letters"))
    settle(page.workspace.jobs)
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Return)
    assert page.workspace.navigation.place == Place("letter", case_id=case, letter_id=letter)


def test_the_list_is_read_again_when_a_letter_changes(
    page: LettersPage, desktop: Desktop, case: int, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    page.show_place(Place("letters"))
    settle(page.workspace.jobs)
    page.workspace.jobs.changed.emit(desktop.dispatch(letter))
    qtbot.waitUntil(lambda: column(page.table, Column.STATE) == ["Dispatched"])
    assert column(page.table, Column.SENT) == ["2 Nov"]


def menu_of(panel: LettersPanel) -> dict[str, QAction]:
    groups = find(panel, QMenu, "newLetterMenu").actions()
    menus = [find(panel, QMenu, f"newLetters_{group}") for group in KIND_GROUPS]
    assert [action.menu() for action in groups] == menus
    return {action.objectName(): action for menu in menus for action in menu.actions()}


def test_a_case_without_letters_says_so_and_offers_the_kinds_that_make_sense(
    panel: LettersPanel, desktop: Desktop, case: int
) -> None:
    panel.show_case(desktop.page(case))
    assert find(panel, Label, "caseLettersEmpty").isVisible()
    usable = {name for name, action in menu_of(panel).items() if action.isEnabled()}
    always = {"acknowledgement", "identity", "clarification", "fee_notice", "system_request", "authority"}
    assert usable == {f"newLetter_{kind}" for kind in always}
    assert "extend the deadline first" in menu_of(panel)["newLetter_extension"].text()


def test_a_refusal_letter_is_offered_once_something_is_refused(panel: LettersPanel, desktop: Desktop, case: int) -> None:
    desktop.decide(case, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Fourth request")
    panel.show_case(desktop.page(case))
    menu = menu_of(panel)
    assert menu["newLetter_refusal"].isEnabled()
    assert not menu["newLetter_answer"].isEnabled()
    menu["newLetter_refusal"].trigger()
    assert panel.workspace.navigation.place == Place("letter", case_id=case, tab="refusal")


def test_only_what_can_be_done_with_a_letter_is_offered(panel: LettersPanel, desktop: Desktop, case: int) -> None:
    def usable() -> set[str]:
        names = ("openLetter", "printLetter", "dispatchLetter", "recordDelivery")
        return {name for name in names if find(panel, QPushButton, name).isEnabled()}

    panel.show_case(desktop.page(case))
    assert usable() == set()
    letter = desktop.draft(case, LetterKind.ACKNOWLEDGEMENT)
    panel.show_case(desktop.page(case))
    assert usable() == {"openLetter"}
    desktop.hand.later(minutes=1)
    issued = desktop.issue(case, LetterKind.CLARIFICATION, fields=LetterFields((), free_text="Which?"))
    assert issued != letter
    panel.show_case(desktop.page(case))
    panel.table.setCurrentIndex(panel.table.letters.index(panel.table.letters.row_of(issued), 0))
    assert usable() == {"openLetter", "printLetter", "dispatchLetter"}
    desktop.dispatch(issued)
    panel.show_case(desktop.page(case))
    current = panel.current()
    assert current is not None
    assert current.id == issued, "the letter that was current stays current"
    assert usable() == {"openLetter", "printLetter", "recordDelivery"}


def test_a_letter_is_sent_from_the_case_by_keyboard(panel: LettersPanel, desktop: Desktop, case: int, qtbot: QtBot) -> None:
    desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    panel.show_case(desktop.page(case))
    press(find(panel, QPushButton, "dispatchLetter"), Qt.Key.Key_Space)
    dialog = find(panel, DispatchDialog, "dispatchLetter")
    with qtbot.waitSignal(panel.workspace.jobs.changed):
        press(find(dialog, QPushButton, "dispatchLetterSend"), Qt.Key.Key_Space)
    assert desktop.page(case).letters[0].dispatch is not None


def test_a_letter_is_printed_from_the_case(panel: LettersPanel, desktop: Desktop, case: int, settle: Settle) -> None:
    desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    panel.show_case(desktop.page(case))
    press(find(panel, QPushButton, "printLetter"), Qt.Key.Key_Space)
    settle(panel.workspace.jobs)
    dialog = find(panel, QPrintDialog, "printDialog")
    assert dialog.isVisible()
    dialog.reject()
