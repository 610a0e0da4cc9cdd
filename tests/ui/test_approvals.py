"""The Approvals page: what waits is listed, one is read whole, and a second officer signs exactly what was read."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QTabBar, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests import refusals
from tests.makers import PASSPHRASE, Desktop
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.jobs import Jobs
from ui.models.approval_table import ApprovalTable
from ui.navigation import Place
from ui.pages.approvals import ApprovalsPage
from ui.safe import Label
from ui.widgets.remarks import Remarks
from workbench.domain.commands import AskApproval, SaveDossier
from workbench.domain.decisions import Outcome
from workbench.domain.dossier import Verdict
from workbench.domain.letters import LetterKind
from workbench.domain.readiness import ready
from workbench.domain.rights import Right
from workbench.services import approvals, dossiers
from workbench.services.office import run

Settle = Callable[[Jobs], None]


@pytest.fixture
def asked(desktop: Desktop) -> int:
    """A refusal that is complete and put before a second officer; returns its case."""
    refusals.second_officer(desktop.office)
    case = desktop.register(Right.ACCESS)
    desktop.decide(case, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Too often.")
    refusals.fill(desktop.office, case, Right.ACCESS)
    desktop.draft(case, LetterKind.REFUSAL)
    command = AskApproval(case_id=case, right=Right.ACCESS, words="Please look before Friday.")
    run(desktop.office, partial(approvals.ask_approval, command))
    return case


@pytest.fixture
def page(workspace: Workspace, asked: int, qtbot: QtBot, settle: Settle) -> ApprovalsPage:
    """The page with that refusal opened."""
    made = ApprovalsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1180, 780)
    with qtbot.waitExposed(made):
        made.show()
    made.show_place(Place("approvals", case_id=asked, tab="access"))
    settle(workspace.jobs)
    return made


def answer(page: ApprovalsPage, verdict: Verdict, *, passphrase: str, words: str = "") -> QWidget:
    """Press a verdict, fill the dialog in and send it; returns the dialog."""
    find(page, QPushButton, f"verdict_{verdict.value}").click()
    dialog = find(page.window(), QWidget, "approval")
    assert find(dialog, QComboBox, "approvalVerdict").currentData() == verdict.value
    type_in(find(dialog, QPlainTextEdit, "approvalWords"), words)
    type_in(find(dialog, QLineEdit, "approvalPassphrase"), passphrase)
    press(find(dialog, QPushButton, "approvalSend"), Qt.Key.Key_Space)
    return dialog


def facts(page: ApprovalsPage) -> str:
    return "\n".join(f"{one.about}: {one.text} {one.below}" for one in find(page, Remarks, "approvalFacts").remarks())


def is_ready(desktop: Desktop, case: int) -> bool:
    return ready(desktop.see(approvals.readiness_of, case, Right.ACCESS))


def test_the_model_keeps_qts_rules(page: ApprovalsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)
    assert page.model.rowCount() == 1
    assert page.model.text(page.model.lines()[0], ApprovalTable.WORDS) == "Please look before Friday."


def test_what_i_asked_for_is_shown_whole_side_by_side(page: ApprovalsPage) -> None:
    assert find(page, QTabBar, "approvalsTabs").tabText(1) == "Asked by me 1"
    assert page.table.currentIndex().row() == 0
    told = facts(page)
    assert "Refused; Manifestly unfounded" in told
    assert "Too often." in told
    assert "Everything else is there." in told
    assert "another officer has to type their passphrase" in told
    dossier = "\n".join(one.text for one in find(page, Remarks, "approvalDossier").remarks())
    assert "Seen in the request itself." in dossier
    assert "Talked over on Monday." in dossier
    assert page.preview.page_count > 0


def test_a_second_officer_approves_with_their_own_passphrase(
    page: ApprovalsPage, asked: int, desktop: Desktop, settle: Settle
) -> None:
    assert not is_ready(desktop, asked)
    answer(page, Verdict.APPROVED, passphrase=refusals.SECOND_PASSPHRASE)
    settle(page.workspace.jobs)
    assert is_ready(desktop, asked)
    assert "Approved" in facts(page)
    assert find(page, QTabBar, "approvalsTabs").tabText(3) == "Answered 1"


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [
        pytest.param(PASSPHRASE, "Nobody approves what they decided", id="that of the one who decided"),
        pytest.param("nobody's words", "passphrase", id="that of nobody"),
    ],
)
def test_another_passphrase_approves_nothing(
    page: ApprovalsPage, asked: int, desktop: Desktop, settle: Settle, passphrase: str, said: str
) -> None:
    dialog = answer(page, Verdict.APPROVED, passphrase=passphrase)
    settle(page.workspace.jobs)
    assert said in find(dialog, Label, "approvalProblem").text()
    assert find(dialog, QLineEdit, "approvalPassphrase").text() == ""
    assert not is_ready(desktop, asked)


def test_a_rejection_needs_words_and_is_read_on_the_page(
    page: ApprovalsPage, asked: int, desktop: Desktop, settle: Settle
) -> None:
    dialog = answer(page, Verdict.REJECTED, passphrase=refusals.SECOND_PASSPHRASE)
    assert find(dialog, Label, "approvalComplaintWords").isVisible()
    type_in(find(dialog, QPlainTextEdit, "approvalWords"), "The interval is too long.")
    press(find(dialog, QPushButton, "approvalSend"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    assert "Rejected. The interval is too long." in facts(page)
    assert not is_ready(desktop, asked)


def test_a_change_after_the_reading_voids_the_verdict_visibly(
    page: ApprovalsPage, asked: int, desktop: Desktop, settle: Settle
) -> None:
    changed = replace(desktop.see(refusals.complete, asked, Right.ACCESS), balancing="Changed behind the back.")
    desktop.do(dossiers.save_dossier, SaveDossier(case_id=asked, dossier=changed))
    dialog = answer(page, Verdict.APPROVED, passphrase=refusals.SECOND_PASSPHRASE)
    settle(page.workspace.jobs)
    assert "Something has changed since you looked" in find(dialog, Label, "approvalProblem").text()
    page.reload()
    settle(page.workspace.jobs)
    assert find(page, QTabBar, "approvalsTabs").tabText(2) == "Void 1"
    assert "Changed behind the back." in [one.text for one in find(page, Remarks, "approvalDossier").remarks()]
    assert "About content that has changed since." in facts(page)
    assert not is_ready(desktop, asked)


def test_a_row_is_opened_by_keyboard(page: ApprovalsPage, asked: int, settle: Settle) -> None:
    page.show_place(Place("approvals"))
    settle(page.workspace.jobs)
    page.table.setFocus()
    page.table.selectRow(0)
    press(page.table, Qt.Key.Key_Return)
    settle(page.workspace.jobs)
    assert "Too often." in facts(page)
    find(page, QPushButton, "approvalCase").click()
    assert page.workspace.navigation.place == Place("case", case_id=asked, tab="decision")


def test_a_decision_that_needs_nobody_says_so(workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle) -> None:
    case = desktop.register(Right.ACCESS)
    desktop.decide(case)
    made = ApprovalsPage(workspace)
    qtbot.addWidget(made)
    made.show_place(Place("approvals", case_id=case, tab="access"))
    settle(workspace.jobs)
    assert "needs a second officer" in made.problem.text()


def test_every_part_has_a_name_to_be_told_by(page: ApprovalsPage) -> None:
    for kind in (QAbstractButton, QTabBar, QWidget):
        for widget in page.findChildren(kind):
            if kind is not QWidget or widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName() or not widget.isVisible(), (widget.objectName(), widget)
