"""Carrying out on the screen: the act is grey and says why until it can be, and its dialog records it once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import ID_ID, Desktop, Hand
from tests.refusals import stand
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.dialogs.carried_out import CarriedOutDialog
from ui.jobs import Jobs
from ui.navigation import Place
from ui.pages.case.page import CaseFilePage
from ui.safe import Label
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.cases import EventKind
from workbench.domain.decisions import Outcome, ReopenCause
from workbench.domain.letters import LetterKind
from workbench.domain.phases import Act
from workbench.domain.rights import Right

Settle = Callable[[Jobs], None]


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> CaseFilePage:
    made = CaseFilePage(workspace)
    qtbot.addWidget(made)
    made.resize(1224, 830)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def show(page: CaseFilePage, workspace: Workspace, settle: Settle, qtbot: QtBot) -> Callable[[int], None]:
    """Return a function that shows the Decision tab of a case and waits for what it reads."""

    def shown(case_id: int) -> None:
        workspace.navigation.go(Place("case", case_id=case_id, tab="decision"))
        page.show_place(Place("case", case_id=case_id, tab="decision"))
        qtbot.waitUntil(lambda: page.case_shown() is not None)
        settle(workspace.jobs)

    return shown


def erasure(desktop: Desktop, *, approved: bool) -> int:
    case_id = desktop.register(Right.ERASURE)
    desktop.decide(case_id, Right.ERASURE)
    desktop.draft(case_id, LetterKind.ANSWER)
    if approved:
        stand(desktop.office, case_id)
    return case_id


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def test_the_button_waits_for_the_second_officer_and_says_so(
    page: CaseFilePage, show: Callable[[int], None], desktop: Desktop
) -> None:
    case_id = erasure(desktop, approved=False)
    show(case_id)
    button = find(page, QPushButton, "recordDone")
    assert button.isVisible()
    assert not button.isEnabled()
    assert "second officer" in button.accessibleDescription()
    assert desktop.page(case_id).case.number in button.toolTip()


def test_a_right_without_data_to_change_has_no_such_button(
    page: CaseFilePage, show: Callable[[int], None], desktop: Desktop
) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    show(case_id)
    assert not find(page, QPushButton, "recordDone").isVisible()


def test_an_approved_erasure_is_recorded_by_keyboard_and_only_once(
    page: CaseFilePage, show: Callable[[int], None], workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    case_id = erasure(desktop, approved=True)
    show(case_id)
    button = find(page, QPushButton, "recordDone")
    assert button.isEnabled()
    press(button, Qt.Key.Key_Space)
    dialog = find(page, CarriedOutDialog, "carriedOut")
    qtbot.waitUntil(dialog.isVisible)
    settle(workspace.jobs)
    type_in(find(dialog, QPlainTextEdit, "carriedOutRemark"), "Shop and mailing list")
    with qtbot.waitSignal(workspace.jobs.changed):
        press(find(dialog, QPushButton, "carriedOutSend"), Qt.Key.Key_Space)
    settle(workspace.jobs)
    done = desktop.page(case_id).case.last(EventKind.ERASURE_DONE)
    assert done is not None
    assert done.text == "Shop and mailing list"
    qtbot.waitUntil(lambda: not button.isEnabled())
    assert "already" in button.accessibleDescription()
    assert any(text.startswith("carried out ") for text in said(page))
    action = workspace.actions.of_act(Act.RECORD_DONE)
    assert (action.isEnabled(), action.statusTip()) == (False, "It is carried out and recorded.")


@pytest.mark.parametrize(
    ("outcome", "usable", "why"),
    [(Outcome.GRANTED, True, ""), (Outcome.NOTHING_HELD, False, "Nothing is granted that could be carried out.")],
    ids=["granted", "nothing held"],
)
def test_the_menu_says_whether_there_is_something_to_carry_out(
    show: Callable[[int], None],
    workspace: Workspace,
    desktop: Desktop,
    outcome: Outcome,
    usable: bool,  # noqa: FBT001  a column of the table
    why: str,
) -> None:
    case_id = desktop.register(Right.RESTRICTION)
    desktop.decide(case_id, Right.RESTRICTION, outcome)
    show(case_id)
    action = workspace.actions.of_act(Act.RECORD_DONE)
    assert (action.isEnabled(), action.statusTip()) == (usable, why)


def test_the_menu_opens_the_dialog_on_what_is_left(
    page: CaseFilePage, show: Callable[[int], None], workspace: Workspace, desktop: Desktop, settle: Settle
) -> None:
    case_id = desktop.register(Right.ERASURE, Right.RESTRICTION)
    desktop.decide(case_id, Right.RESTRICTION)
    show(case_id)
    workspace.actions.of_act(Act.RECORD_DONE).trigger()
    dialog = find(page, CarriedOutDialog, "carriedOut")
    settle(workspace.jobs)
    choice = find(dialog, QComboBox, "carriedOutRight")
    assert [choice.itemData(row) for row in range(choice.count())] == [Right.RESTRICTION.value]
    dialog.reject()


def test_the_dialog_shows_the_hours_that_a_law_gives_and_refuses_the_future(
    workspace: Workspace, desktop: Desktop, hand: Hand, settle: Settle, qtbot: QtBot
) -> None:
    hand.go("2027-02-01 09:00")
    case_id = desktop.register(Right.ERASURE, Right.RESTRICTION, laws=(ID_ID,))
    for right in (Right.ERASURE, Right.RESTRICTION):
        desktop.decide(case_id, right)
    dialog = CarriedOutDialog(workspace, desktop.page(case_id), hand.now, right=Right.RESTRICTION)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(workspace.jobs)
    assert find(dialog, QComboBox, "carriedOutRight").currentData() == Right.RESTRICTION.value
    assert any("4 Feb" in text for text in said(find(dialog, QWidget, "carriedOutPreview"))), "72 hours from then"
    for kind in (QComboBox, QPlainTextEdit, QPushButton, QDateTimeEdit):
        assert all(one.accessibleName() for one in dialog.findChildren(kind))
    find(dialog, InstantEdit, "carriedOutAt").set_instant(hand.now + timedelta(days=1))
    press(find(dialog, QPushButton, "carriedOutSend"), Qt.Key.Key_Space)
    assert "future" in find(dialog, Label, "carriedOutComplaintAt").text()


def test_an_answered_case_is_taken_up_again_from_the_menu(
    page: CaseFilePage, show: Callable[[int], None], workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    show(case_id)
    workspace.actions.of_act(Act.REOPEN).trigger()
    settle(workspace.jobs)
    dialog = find(page, QWidget, "reopenCase")
    assert any("answered and stays open" in text for text in said(dialog))
    cause = find(dialog, QComboBox, "reopenCaseCause")
    cause.setCurrentIndex(cause.findData(ReopenCause.REGULATOR.value))
    type_in(find(dialog, QPlainTextEdit, "reopenCaseReason"), "The authority decided.")
    settle(workspace.jobs)
    with qtbot.waitSignal(workspace.jobs.changed):
        press(find(dialog, QPushButton, "reopenCaseSend"), Qt.Key.Key_Space)
    settle(workspace.jobs)
    assert desktop.page(case_id).case.decision(Right.ACCESS) is None
