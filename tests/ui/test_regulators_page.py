"""The Regulators page: matters by their deadline, breaches, the directory, and a new matter."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import Desktop
from tests.services.test_matters import opened, save
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.dialogs.matter_new import NewMatterDialog
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.models.matter_table import MatterTable
from ui.navigation import Place
from ui.pages.regulators import RegulatorsPage
from ui.safe import Label
from ui.style.chips import Tone
from ui.widgets.growing_text import GrowingText
from ui.widgets.sidebar import NavButton
from ui.widgets.work_table import WorkTable
from workbench.domain.matters import MatterKind, Question, QuestionState
from workbench.services import matters

Settle = Callable[[Jobs], None]


@pytest.fixture
def regulators(workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle) -> RegulatorsPage:
    """Return the page with a late matter and one in time."""
    opened(desktop, reference="late", due=date(2026, 11, 3))
    soon = opened(desktop, MatterKind.AUDIT, reference="soon", due=date(2026, 11, 20), subject_line="Audit")
    save(desktop, soon, questions=(Question("Why?", answer="So.", state=QuestionState.READY), Question("When?")))
    desktop.hand.go("2026-11-09 10:00")
    made = RegulatorsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_place(Place("regulators"))
    settle(workspace.jobs)
    return made


def cells(page: RegulatorsPage, column: int) -> list[str]:
    model = find(page, WorkTable, "mattersTable").model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules_and_words_every_cell(desktop: Desktop) -> None:
    opened(desktop, due=date(2026, 11, 3), target_on=date(2026, 11, 2))
    desktop.hand.go("2026-11-09 10:00")
    model = MatterTable()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    (line,) = desktop.see(matters.list_matters)
    model.show_matters((line,), now=desktop.hand.now)
    assert [model.text(line, column) for column in range(model.columnCount())] == [
        "6 days late",
        "REG-2026-0001",
        "Information Commissioner's Office",
        "IC-118",
        "Enquiry",
        "",
        "Received",
        "",
        "Ayu Contoh",
    ]
    assert model.tone(line, MatterTable.DUE) is Tone.LATE
    assert model.hint(line, MatterTable.DUE) == "Answer the authority: 3 November 2026\nour own target: 2 November 2026"


def test_matters_are_listed_overdue_first_and_opened_with_enter(regulators: RegulatorsPage, workspace: Workspace) -> None:
    assert cells(regulators, MatterTable.REFERENCE) == ["late", "soon"]
    assert cells(regulators, MatterTable.ANSWERED) == ["", "1 / 2"]
    assert "1 late" in regulators.heading().subtitle
    table = find(regulators, WorkTable, "mattersTable")
    press(table, Qt.Key.Key_Return)
    assert workspace.navigation.place == Place("case", case_id=1)


def test_the_list_is_narrowed(regulators: RegulatorsPage) -> None:
    type_in(find(regulators, QLineEdit, "mattersFilterText"), "soon")
    assert cells(regulators, MatterTable.REFERENCE) == ["soon"]
    kind = find(regulators, QComboBox, "mattersFilterKind")
    kind.setCurrentIndex(kind.findData(MatterKind.BREACH.value))
    assert find(regulators, Label, "mattersListEmpty").text() == "No matter fits these filters."


def test_the_directory_and_the_breaches_are_tabs(regulators: RegulatorsPage, workspace: Workspace, settle: Settle) -> None:
    regulators.show_place(Place("regulators", tab="directory"))
    settle(workspace.jobs)
    assert find(regulators, QWidget, "authoritiesPage").isVisible()
    assert "to be checked" in regulators.heading().subtitle
    regulators.show_place(Place("regulators", tab="breaches"))
    settle(workspace.jobs)
    assert find(regulators, QWidget, "breachRegister").isVisible()


def test_the_sidebar_leads_to_regulators_and_authorities_are_its_directory(
    open_window: Callable[[], MainWindow], settle: Settle
) -> None:
    window = open_window()
    window.actions_by_id["go_regulators"].trigger()
    settle(window.jobs)
    assert find(window, QWidget, "mattersList").isVisible()
    assert find(window, NavButton, "regulatorsEntry").isChecked()
    window.navigation.go(Place("authorities"))
    settle(window.jobs)
    assert find(window, QWidget, "authoritiesPage").isVisible()


@pytest.fixture
def dialog(workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle) -> NewMatterDialog:
    desktop.register()
    made = NewMatterDialog(workspace, desktop.hand.now)
    qtbot.addWidget(made)
    made.open()
    settle(workspace.jobs)
    return made


def look(dialog: NewMatterDialog, number: str, qtbot: QtBot, settle: Settle) -> None:
    find(dialog, QLineEdit, "newMatterAbout").setText(number)
    told = find(dialog, Label, "newMatterAboutTold")
    qtbot.waitUntil(lambda: bool(told.text()), timeout=5_000)
    settle(dialog.workspace.jobs)


def test_no_authority_is_chosen_before_one_is_proposed_or_picked(dialog: NewMatterDialog) -> None:
    assert find(dialog, QComboBox, "newMatterAuthority").currentIndex() == -1
    assert [field for field, _ in dialog.problems()] == ["authority"]


def test_the_authority_is_proposed_with_its_reason_and_the_officer_decides(
    dialog: NewMatterDialog, qtbot: QtBot, settle: Settle
) -> None:
    look(dialog, "DSR-2026-0001", qtbot, settle)
    combo = find(dialog, QComboBox, "newMatterAuthority")
    assert combo.currentText().startswith("Proposed: Die Bundesbeauftragte")
    assert "place of residence" in find(dialog, Label, "newMatterReasons").text()
    command = dialog.command()
    assert (command.authority_id, command.laws[0].place, command.about_id) == ("debfdi", "DE", 1)
    assert command.why_competent == "authority of the place of residence"
    combo.setCurrentIndex(combo.findData("iedpc"))
    assert "Not proposed" in find(dialog, Label, "newMatterReasons").text()
    why = find(dialog, GrowingText, "newMatterWhy")
    type_in(why, "They wrote to us.")
    assert (dialog.command().authority_id, dialog.command().why_competent) == ("iedpc", "They wrote to us.")
    combo.setCurrentIndex(combo.findData("debfdi"))
    assert why.text() == "They wrote to us.", "what the officer typed stays"


def test_a_matter_is_opened_from_the_dialog(dialog: NewMatterDialog, desktop: Desktop, qtbot: QtBot, settle: Settle) -> None:
    look(dialog, "DSR-2026-0001", qtbot, settle)
    find(dialog, QLineEdit, "newMatterReference").setText("BfDI 24-118")
    with qtbot.waitSignal(dialog.submitted) as sent:
        find(dialog, QPushButton, "newMatterSend").click()
    case_id = desktop.do(matters.open_matter, sent.args[0]).created
    found = desktop.see(matters.matter_page, case_id)
    assert (found.matter.reference, found.matter.person) == ("BfDI 24-118", "Hannah Beispiel")


def test_an_unknown_case_is_said(dialog: NewMatterDialog, qtbot: QtBot, settle: Settle) -> None:
    look(dialog, "DSR-2026-0099", qtbot, settle)
    assert "about" in [field for field, _ in dialog.problems()]


def test_a_consultation_begins_with_the_office(dialog: NewMatterDialog) -> None:
    kind = find(dialog, QComboBox, "newMatterKind")
    kind.setCurrentIndex(kind.findData(MatterKind.CONSULTATION.value))
    assert dialog.command().passed_on
