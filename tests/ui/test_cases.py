"""The list of cases on the screen: filters, the preview, and opening by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, ID_ID, Desktop, Hand
from ui.context import Workspace
from ui.dialogs.why import WhyDialog
from ui.jobs import Jobs
from ui.navigation import Place
from ui.pages.cases import CasesPage
from ui.safe import Label
from ui.widgets.work_table import WorkTable
from workbench.domain.commands import CloseCase
from workbench.domain.letters import LetterKind
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.services import closure

Settle = Callable[[Jobs], None]


@pytest.fixture
def cases(desktop: Desktop, hand: Hand) -> dict[str, int]:
    """Return three open cases and a closed one, by name."""
    made: dict[str, int] = {}
    hand.go("2026-11-02 10:00")
    made["old"] = desktop.register(Right.ACCESS, subject=DataSubject("Priya Nair"))
    desktop.decide(made["old"])
    desktop.send(made["old"], LetterKind.ANSWER)
    desktop.do(closure.close_case, CloseCase(case_id=made["old"]))
    made["hannah"] = desktop.register(Right.ACCESS, Right.ERASURE, laws=(EU_DE,), subject=DataSubject("Hannah Beispiel"))
    made["budi"] = desktop.register(Right.RECTIFICATION, laws=(ID_ID,), subject=DataSubject("Budi Contoh"))
    hand.go("2026-11-03 09:00")
    made["lena"] = desktop.register(Right.OBJECTION, laws=(EU_DE,), subject=DataSubject("Lena Muster"))
    hand.go("2026-11-03 10:00")
    return made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, cases: dict[str, int], settle: Settle) -> CasesPage:
    assert cases
    made = CasesPage(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_place(Place("cases"))
    settle(workspace.jobs)
    settle(workspace.jobs)
    return made


def child(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def names(page: CasesPage) -> list[str]:
    model = child(page, WorkTable, "casesTable").model()  # type: ignore[attr-defined]
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_open_cases_are_listed_with_the_soonest_first(page: CasesPage) -> None:
    assert names(page) == ["Budi Contoh", "Hannah Beispiel", "Lena Muster"]
    assert page.heading().title == "Cases"


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        pytest.param("casesClosed", ["Priya Nair"], id="closed"),
        pytest.param("casesAll", ["Budi Contoh", "Hannah Beispiel", "Lena Muster", "Priya Nair"], id="all"),
    ],
)
def test_a_chip_chooses_which_cases_stand_in_the_list(
    page: CasesPage, workspace: Workspace, settle: Settle, button: str, expected: list[str]
) -> None:
    chip = page.findChild(QPushButton, button)
    assert chip is not None
    chip.click()
    settle(workspace.jobs)
    assert sorted(names(page)) == expected


def test_typing_a_name_narrows_the_list(page: CasesPage, workspace: Workspace, settle: Settle, qtbot: QtBot) -> None:
    field = child(page, QLineEdit, "casesFilterText")
    QTest.keyClicks(field, "hannah")
    qtbot.waitUntil(lambda: names(page) == ["Hannah Beispiel"])
    QTest.keyClicks(field, " nobody")
    empty = page.findChild(Label, "casesEmpty")
    assert empty is not None
    qtbot.waitUntil(empty.isVisible)
    assert empty.text() == "No case fits these filters."
    settle(workspace.jobs)


@pytest.mark.parametrize(
    ("combo", "text", "expected"),
    [
        pytest.param("casesFilterRight", "Rectification", ["Budi Contoh"], id="by right"),
        pytest.param("casesFilterLaw", "EU GDPR", ["Hannah Beispiel", "Lena Muster"], id="by law"),
        pytest.param("casesFilterPhase", "Answered", [], id="by phase"),
    ],
)
def test_a_choice_narrows_the_list(
    page: CasesPage, workspace: Workspace, settle: Settle, combo: str, text: str, expected: list[str]
) -> None:
    found = page.findChild(QComboBox, combo)
    assert found is not None
    found.setCurrentText(text)
    settle(workspace.jobs)
    assert sorted(names(page)) == expected


def test_the_preview_follows_the_chosen_row_and_says_the_next_step(
    page: CasesPage, workspace: Workspace, settle: Settle
) -> None:
    number = page.findChild(Label, "previewNumber")
    following = page.findChild(Label, "previewNext")
    result = page.findChild(Label, "previewResult")
    assert number is not None
    assert following is not None
    assert result is not None
    assert number.text() == "DSR-2026-0003"
    assert result.text() == "Due 5 November 2026, 10:00 WIB."
    QTest.keyClick(child(page, WorkTable, "casesTable"), Qt.Key.Key_Down)
    settle(workspace.jobs)
    assert number.text() == "DSR-2026-0002"
    assert following.text().startswith("Acknowledge the request")
    assert result.text().startswith("Due 2 December 2026.")


def test_enter_opens_the_chosen_case_and_the_button_too(
    page: CasesPage, workspace: Workspace, cases: dict[str, int], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workspace.navigation.moved) as moved:
        QTest.keyClick(child(page, WorkTable, "casesTable"), Qt.Key.Key_Return)
    assert moved.args == [Place("case", case_id=cases["budi"])]
    button = page.findChild(QPushButton, "previewOpen")
    assert button is not None
    with qtbot.waitSignal(workspace.navigation.moved) as again:
        button.click()
    assert again.args == [Place("case", case_id=cases["budi"])]


def test_why_this_date_opens_the_steps(page: CasesPage, qtbot: QtBot) -> None:
    button = page.findChild(QPushButton, "previewWhy")
    assert button is not None
    button.click()
    dialog = page.findChild(WhyDialog, "whyDialog")
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert "72 hours" in dialog.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
