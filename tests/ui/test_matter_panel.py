"""The panel of a regulator matter: its dates, its questions with their answers, what is recorded from it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTimeEdit,
)
from pytestqt.qtbot import QtBot

from tests.makers import GB_ENG, Desktop, at
from tests.services.test_matters import PDF, answered_request, ask, decide, opened, page, save, submitted
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.matter_decision import AuthorityDecisionDialog
from ui.dialogs.matter_file import MatterHeadDialog, QuestionsDialog, UndertakingDialog
from ui.dialogs.matter_said import AuthoritySaidDialog
from ui.dialogs.matter_words import AnswerMoreTimeDialog, AuthorityDeadlineDialog, AuthorityLetterDialog
from ui.jobs import Jobs
from ui.models.question_table import QuestionTable
from ui.navigation import Place
from ui.pages.case.matter_panel import MatterPanel
from ui.pages.case.page import CaseFilePage
from ui.safe import Label
from ui.widgets.growing_text import GrowingText
from ui.widgets.work_table import WorkTable
from workbench.domain.cases import EventKind, LawPlace
from workbench.domain.matters import MatterKind, MatterOutcome, Question, QuestionState, Undertaking
from workbench.domain.phases import Act, Phase
from workbench.domain.rights import Right
from workbench.services import matters

Settle = Callable[[Jobs], None]
Show = Callable[[int], MatterPanel]

QUESTIONS = (
    Question("When did it arrive?", label="1", answer="On 12 August.", owner_id=1, state=QuestionState.READY),
    Question("Why was it refused?", label="2"),
)


@pytest.fixture
def show(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Show:
    """Return a function that shows a matter on the case page and gives its panel."""
    made = CaseFilePage(workspace)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    with qtbot.waitExposed(made):
        made.show()

    def place(case_id: int) -> MatterPanel:
        made.show_place(Place("case", case_id=case_id))
        settle(workspace.jobs)
        return find(made, MatterPanel, "matterPanel")

    return place


def said(panel: MatterPanel, name: str) -> str:
    return find(panel, Label, name).text()


def click(panel: MatterPanel, name: str) -> None:
    find(panel, QPushButton, name).click()


def send(panel: MatterPanel, dialog: QDialog, settle: Settle, workspace: Workspace) -> None:
    find(dialog, QPushButton, f"{dialog.objectName()}Send").click()
    settle(workspace.jobs)
    assert panel.isVisible()


def opened_dialog(panel: MatterPanel, kind: type[QDialog], name: str) -> QDialog:
    return find(panel.window(), kind, name)


def test_the_model_keeps_qts_rules() -> None:
    model = QuestionTable()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_questions(QUESTIONS, ((1, "Ayu Contoh"),))
    rows = [[model.text(line, column) for column in range(model.columnCount())] for line in model.lines()]
    assert rows == [["1", "When did it arrive?", "Ayu Contoh", "ready"], ["2", "Why was it refused?", "", "open"]]
    assert "On 12 August." in model.hint(model.lines()[0], QuestionTable.ASKS)


def test_three_dates_stand_beside_each_other_each_with_its_reason(desktop: Desktop, show: Show) -> None:
    kenya = (LawPlace("KE", "KE"),)
    case_id = opened(desktop, laws=kenya, authority_id="keauthority", target_on=date(2026, 11, 18))
    panel = show(case_id)
    assert (said(panel, "matterOwnDay"), said(panel, "matterOwnWhy")) == ("30 November 2026", "said in: IC-118")
    assert said(panel, "matterStatutoryDay") == "23 November 2026"
    assert "reg 11" in said(panel, "matterStatutoryWhy")
    assert said(panel, "matterTargetDay") == "18 November 2026"
    assert "no law counts from it" in said(panel, "matterTargetWhy")


def test_an_hour_is_shown_in_the_zone_in_which_the_authority_says_it(desktop: Desktop, show: Show) -> None:
    panel = show(opened(desktop, due=at("2026-11-30 17:00", "Europe/London"), due_zone="Europe/London"))
    assert said(panel, "matterOwnDay") == "30 November 2026, 17:00 GMT"


def test_an_answer_is_typed_beside_its_question_and_saved(
    desktop: Desktop, show: Show, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    case_id = opened(desktop, evidence=(PDF,))
    save(desktop, case_id, questions=QUESTIONS)
    panel = show(case_id)
    assert said(panel, "questionText") == "2. Why was it refused?", "the first without an answer is chosen"
    type_in(find(panel, GrowingText, "questionAnswer"), "Four times in a week.")
    state = find(panel, QComboBox, "questionState")
    assert state.currentData() == "drafted"
    find(panel, QAction, "questionTakeFile1").trigger()
    state.setCurrentIndex(state.findData("ready"))
    assert said(panel, "questionTold") == "Not saved yet."
    answer = find(panel, GrowingText, "questionAnswer")
    panel.window().activateWindow()
    answer.setFocus()
    qtbot.waitUntil(answer.hasFocus)
    press(answer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(workspace.jobs)
    kept = page(desktop, case_id).matter.questions[1]
    assert (kept.answer, kept.state, kept.evidence) == ("Four times in a week.", QuestionState.READY, (1,))
    assert not find(panel, QPushButton, "questionSave").isEnabled()


def test_going_to_another_question_saves_the_one_that_was_typed(
    desktop: Desktop, show: Show, workspace: Workspace, settle: Settle
) -> None:
    case_id = opened(desktop)
    save(desktop, case_id, questions=QUESTIONS)
    panel = show(case_id)
    type_in(find(panel, GrowingText, "questionAnswer"), "Too often.")
    find(panel, WorkTable, "questionsTable").choose_row(0)
    assert said(panel, "questionText") == "1. When did it arrive?"
    settle(workspace.jobs)
    kept = page(desktop, case_id).matter.questions
    assert [one.answer for one in kept] == ["On 12 August.", "Too often."]
    assert kept[1].state is QuestionState.DRAFTED


def test_what_is_refused_stays_in_the_field(desktop: Desktop, show: Show, workspace: Workspace, settle: Settle) -> None:
    case_id = opened(desktop)
    save(desktop, case_id, questions=QUESTIONS)
    panel = show(case_id)
    answer = find(panel, GrowingText, "questionAnswer")
    type_in(answer, " ")
    state = find(panel, QComboBox, "questionState")
    state.setCurrentIndex(state.findData("ready"))
    click(panel, "questionSave")
    settle(workspace.jobs)
    assert "must not be empty" in said(panel, "questionTold")
    assert find(panel, QPushButton, "questionSave").isEnabled()


def test_what_is_typed_survives_a_change_elsewhere(desktop: Desktop, show: Show) -> None:
    case_id = opened(desktop)
    save(desktop, case_id, questions=QUESTIONS)
    panel = show(case_id)
    type_in(find(panel, GrowingText, "questionAnswer"), "Half a sent")
    show(case_id)
    assert find(panel, GrowingText, "questionAnswer").text() == "Half a sent"


def test_a_sent_answer_cannot_be_changed(desktop: Desktop, show: Show) -> None:
    case_id = opened(desktop)
    save(desktop, case_id, questions=QUESTIONS[:1])
    desktop.hand.later(hours=1)
    submitted(desktop, case_id)
    panel = show(case_id)
    assert find(panel, GrowingText, "questionAnswer").isReadOnly()
    assert "stays as it was sent" in said(panel, "questionTold")


def test_questions_are_pasted_with_their_numbers(desktop: Desktop, show: Show, workspace: Workspace, settle: Settle) -> None:
    case_id = opened(desktop)
    panel = show(case_id)
    panel.perform(Act.ANSWER_AUTHORITY)
    dialog = opened_dialog(panel, QuestionsDialog, "addQuestions")
    text = "1. When did it arrive?\n\n(b) Why was it refused?\nWhat has changed since?"
    find(dialog, QPlainTextEdit, "addQuestionsText").setPlainText(text)
    send(panel, dialog, settle, workspace)
    kept = page(desktop, case_id).matter.questions
    assert [(one.label, one.text, one.owner_id) for one in kept] == [
        ("1", "When did it arrive?", 1),
        ("b", "Why was it refused?", 1),
        ("", "What has changed since?", 1),
    ]


def test_the_head_is_edited(desktop: Desktop, show: Show, workspace: Workspace, settle: Settle) -> None:
    case_id = opened(desktop)
    panel = show(case_id)
    click(panel, "matterEdit")
    dialog = opened_dialog(panel, MatterHeadDialog, "matterHead")
    find(dialog, QLineEdit, "matterHeadBasis").setText("s 142 DPA 2018")
    find(dialog, QLineEdit, "matterHeadName").setText("M. Hale")
    send(panel, dialog, settle, workspace)
    matter = page(desktop, case_id).matter
    assert (matter.basis, matter.contact.name) == ("s 142 DPA 2018", "M. Hale")


def test_a_later_deadline_is_refused_in_the_dialog_until_the_authority_says_so(
    desktop: Desktop, show: Show, workspace: Workspace, settle: Settle
) -> None:
    case_id = opened(desktop)
    panel = show(case_id)
    click(panel, "matterSetDeadline")
    dialog = opened_dialog(panel, AuthorityDeadlineDialog, "authorityDeadline")
    find(dialog, QDateEdit, "authorityDeadlineDueDay").setDate(QDate(2026, 12, 4))
    find(dialog, QLineEdit, "authorityDeadlineSaidIn").setText("Their letter of 2 November")
    send(panel, dialog, settle, workspace)
    assert dialog.isVisible()
    assert "Only the authority makes that later" in find(dialog, Label, "authorityDeadlineProblem").text()
    find(dialog, QCheckBox, "authorityDeadlineNewLetter").setChecked(True)
    send(panel, dialog, settle, workspace)
    assert said(panel, "matterOwnDay") == "4 December 2026"


def test_the_answer_about_more_time_is_recorded_to_the_hour(
    desktop: Desktop, show: Show, workspace: Workspace, settle: Settle
) -> None:
    case_id = opened(desktop)
    ask(desktop, case_id, date(2026, 12, 14))
    panel = show(case_id)
    click(panel, "matterAnswerTime")
    dialog = opened_dialog(panel, AnswerMoreTimeDialog, "answerMoreTime")
    find(dialog, QCheckBox, "answerMoreTimeUntilHour").setChecked(True)
    zone = find(dialog, QComboBox, "answerMoreTimeUntilZone")
    zone.setCurrentIndex(zone.findData("Europe/London"))
    assert find(dialog, QTimeEdit, "answerMoreTimeUntilTime").time().hour() == 17
    find(dialog, QLineEdit, "answerMoreTimeSaidIn").setText("Their mail")
    send(panel, dialog, settle, workspace)
    assert said(panel, "matterOwnDay") == "14 December 2026, 17:00 GMT"


def test_what_the_authority_said_is_chosen_first(desktop: Desktop, show: Show, workspace: Workspace, settle: Settle) -> None:
    case_id = opened(desktop, MatterKind.COMPLAINT, passed_on=True, due=None)
    panel = show(case_id)
    panel.perform(Act.RECORD_AUTHORITY)
    choice = opened_dialog(panel, AuthoritySaidDialog, "authoritySaid")
    offered = [button.objectName() for button in choice.findChildren(QPushButton)]
    assert offered == [f"authoritySaid{what}" for what in ("_letter", "_deadline", "_decision", "_meeting", "Cancel")]
    find(choice, QPushButton, "authoritySaid_letter").click()
    dialog = opened_dialog(panel, AuthorityLetterDialog, "authorityLetter")
    find(dialog, QLineEdit, "authorityLetterWhat").setText("Six questions")
    find(dialog, QCheckBox, "authorityLetterAsks").setChecked(True)
    find(dialog, QCheckBox, "authorityLetterDueKnown").setChecked(True)
    send(panel, dialog, settle, workspace)
    found = page(desktop, case_id)
    assert EventKind.REGULATOR_ENQUIRY_RECEIVED in [event.kind for event in found.case.events]
    assert found.own is not None
    assert found.own.due == date(2026, 11, 16)


@pytest.mark.parametrize("reference", ["", "IC-118"], ids=["none known", "known"])
def test_a_letter_of_the_authority_asks_for_its_reference_where_none_is_known(
    desktop: Desktop, show: Show, workspace: Workspace, settle: Settle, reference: str
) -> None:
    case_id = opened(desktop, reference=reference)
    panel = show(case_id)
    dialog = AuthorityLetterDialog(workspace, page(desktop, case_id), workspace.now(), panel)
    present(dialog, workspace, matters.record_letter)
    find(dialog, QLineEdit, "authorityLetterWhat").setText("Six questions")
    fields = dialog.findChildren(QLineEdit, "authorityLetterReference")
    for field in fields:
        field.setText("IC-204")
    send(panel, dialog, settle, workspace)
    assert len(fields) == (not reference)
    assert page(desktop, case_id).matter.reference == (reference or "IC-204")


def test_an_undertaking_is_given_and_kept(desktop: Desktop, show: Show, workspace: Workspace, settle: Settle) -> None:
    case_id = opened(desktop)
    panel = show(case_id)
    click(panel, "undertakingAdd")
    dialog = opened_dialog(panel, UndertakingDialog, "undertaking")
    find(dialog, QPushButton, "undertakingSend").click()
    assert dialog.isVisible(), "an undertaking needs words"
    find(dialog, GrowingText, "undertakingText").show_text("Train the staff")
    send(panel, dialog, settle, workspace)
    click(panel, "undertakingKept1")
    settle(workspace.jobs)
    assert [one.kept_on for one in page(desktop, case_id).matter.undertakings] == [date(2026, 11, 2)]


def test_a_decision_overturns_the_refusal_and_reopens_the_request(
    desktop: Desktop, show: Show, workspace: Workspace, settle: Settle
) -> None:
    request = answered_request(desktop)
    case_id = opened(desktop, MatterKind.APPEAL, about_id=request)
    panel = show(case_id)
    click(panel, "authorityDecide")
    dialog = opened_dialog(panel, AuthorityDecisionDialog, "authorityDecision")
    outcome = find(dialog, QComboBox, "authorityDecisionOutcome")
    outcome.setCurrentIndex(outcome.findData(MatterOutcome.OVERTURNED.value))
    assert find(dialog, QCheckBox, "authorityDecision_access").isChecked()
    find(dialog, GrowingText, "authorityDecisionSummary").show_text("The refusal does not stand.")
    find(dialog, QPushButton, "authorityDecisionTasksAdd").click()
    find(dialog, QLineEdit, "authorityDecisionTasks_0_text").setText("Mend the form")
    find(dialog, QPushButton, "authorityDecisionSend").click()
    assert dialog.isVisible(), "a task needs a day"
    find(dialog, QCheckBox, "authorityDecisionTasks_0_dueKnown").setChecked(True)
    send(panel, dialog, settle, workspace)
    assert desktop.page(request).case.decision(Right.ACCESS) is None
    assert page(desktop, case_id).phase is Phase.AUTHORITY_DECIDED
    assert "does not stand" in said(panel, "authorityDecisionSummaryShown")
    again = find(panel, QPushButton, f"decisionReopened{request}")
    again.click()
    assert workspace.navigation.place == Place("case", case_id=request)
    task = next(button for button in panel.findChildren(QPushButton) if button.objectName().startswith("matterTaskDone"))
    task.click()
    settle(workspace.jobs)
    assert all(one.done_at is not None for one in page(desktop, case_id).tasks)


def test_a_matter_that_is_only_read_offers_nothing_to_change(desktop: Desktop, show: Show) -> None:
    case_id = opened(desktop, laws=(GB_ENG,))
    save(desktop, case_id, questions=QUESTIONS, undertakings=(Undertaking("Train", 1, date(2027, 1, 15)),))
    decide(desktop, case_id)
    desktop.office.read_only = True
    panel = show(case_id)
    for name in ("matterEdit", "questionsAdd", "questionSave", "undertakingAdd", "authorityDecide", "meetingAdd"):
        assert not find(panel, QPushButton, name).isVisible(), name
    assert find(panel, GrowingText, "questionAnswer").isReadOnly()
    assert panel.findChild(QPushButton, "undertakingKept1") is None
