"""Dialogs: each gives one command, says at the field what is wrong, and keeps what was typed when it is refused."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateTimeEdit, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, ID_ID, JAKARTA, Desktop, Hand
from ui.context import Workspace
from ui.dialogs.clarification import AskClarificationDialog, RecordClarificationDialog
from ui.dialogs.closing import CloseDialog
from ui.dialogs.command_dialog import CommandDialog, present
from ui.dialogs.delivery import DeliveryDialog
from ui.dialogs.dispatch import DispatchDialog
from ui.dialogs.extension import ExtendDialog
from ui.dialogs.identity import AskIdentityDialog, RecordIdentityDialog
from ui.dialogs.note import NoteDialog
from ui.dialogs.reopen import ReopenDialog
from ui.jobs import Jobs
from ui.safe import Label
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.cases import EventKind
from workbench.domain.commands import (
    AddNote,
    AskForClarification,
    AskForIdentity,
    DispatchLetter,
    ExtendDeadline,
    RecordClarification,
    RecordIdentity,
    ReopenCase,
)
from workbench.domain.decisions import ReopenCause
from workbench.domain.letters import DispatchChannel, LetterKind
from workbench.domain.rights import Right
from workbench.services import closure, deadlines, dispatch, identity
from workbench.services.laws import load_rulebooks

Settle = Callable[[Jobs], None]


@pytest.fixture
def case_id(desktop: Desktop, hand: Hand) -> int:
    hand.go("2026-11-02 10:00")
    made = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    hand.go("2026-11-03 10:00")
    return made


def opened(dialog: CommandDialog, qtbot: QtBot) -> list[object]:
    """Show a dialog and return the list that its commands will come into."""
    commands: list[object] = []
    dialog.submitted.connect(commands.append)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return commands


def complaint(dialog: QWidget, key: str) -> str:
    found = dialog.findChild(Label, f"{dialog.objectName()}Complaint{key}")
    assert found is not None
    return found.text() if found.isVisible() else ""


def send(dialog: QWidget) -> None:
    found = dialog.findChild(QPushButton, f"{dialog.objectName()}Send")
    assert found is not None
    found.click()


def set_wall(dialog: QWidget, name: str, wall: datetime) -> None:
    found = dialog.findChild(QDateTimeEdit, name)
    assert found is not None
    day, clock = QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute)
    found.setDateTime(QDateTime(day, clock, QTimeZone.utc()))


def words_in(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label))


def test_asking_for_identity_says_what_each_law_makes_of_it(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    dialog = AskIdentityDialog(workspace, desktop.page(case_id), load_rulebooks(), hand.now)
    commands = opened(dialog, qtbot)
    assert "EU GDPR, Germany: the clock pauses until the answer arrives" in words_in(dialog)
    assert "Indonesian PDP Law: the clock keeps running while you wait." in words_in(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert commands == [AskForIdentity(case_id=case_id, asked_at=hand.now, zone=JAKARTA)]


def test_a_question_in_the_future_is_refused_at_the_field(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    dialog = AskIdentityDialog(workspace, desktop.page(case_id), load_rulebooks(), hand.now)
    commands = opened(dialog, qtbot)
    set_wall(dialog, "askIdentityAtWhen", datetime(2026, 11, 9, 9, 0))  # noqa: DTZ001  a wall time
    send(dialog)
    assert complaint(dialog, "At").startswith("This is in the future.")
    assert commands == []
    assert dialog.isVisible()


def test_escape_closes_a_dialog_without_a_command(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    dialog = NoteDialog(workspace, desktop.page(case_id), hand.now)
    commands = opened(dialog, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert commands == []


def test_a_proof_of_identity_needs_its_means(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    dialog = RecordIdentityDialog(workspace, desktop.page(case_id), hand.now)
    commands = opened(dialog, qtbot)
    send(dialog)
    assert complaint(dialog, "Means") == "Say by what means the identity was proved."
    means = dialog.findChild(QLineEdit, "recordIdentityMeans")
    assert means is not None
    assert means.hasFocus()
    QTest.keyClicks(means, "account log-in")
    QTest.keyClick(means, Qt.Key.Key_Return)
    assert commands == [
        RecordIdentity(case_id=case_id, result=EventKind.IDENTITY_VERIFIED, at=hand.now, zone=JAKARTA, means="account log-in")
    ]


def test_a_question_of_meaning_and_its_answer(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    dialog = AskClarificationDialog(workspace, desktop.page(case_id), load_rulebooks(), hand.now)
    commands = opened(dialog, qtbot)
    send(dialog)
    assert complaint(dialog, "Question") == "Write down what was asked."
    question = dialog.findChild(QPlainTextEdit, "askClarificationQuestion")
    assert question is not None
    QTest.keyClicks(question, "Which account?")
    send(dialog)
    command = AskForClarification(case_id=case_id, asked_at=hand.now, zone=JAKARTA, question="Which account?")
    assert commands == [command]
    desktop.do(identity.ask_for_clarification, command)
    hand.later(hours=5)
    answer = RecordClarificationDialog(workspace, desktop.page(case_id), hand.now)
    answers = opened(answer, qtbot)
    assert "Asked was: Which account?" in words_in(answer)
    field = answer.findChild(QPlainTextEdit, "recordClarificationAnswer")
    assert field is not None
    field.setPlainText("The one of my shop.")
    send(answer)
    assert answers == [RecordClarification(case_id=case_id, at=hand.now, zone=JAKARTA, answer="The one of my shop.")]


def test_an_extension_shows_its_date_its_last_day_and_the_cap_before_it_is_written(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot, settle: Settle
) -> None:
    dialog = ExtendDialog(workspace, desktop.page(case_id), load_rulebooks(), hand.now)
    commands = opened(dialog, qtbot)
    settle(workspace.jobs)
    told = words_in(dialog)
    assert "New date: 2 February 2027" in told
    assert "Last day to tell the person: 2 December 2026." in told
    assert "The law allows at most 2 months more." in told
    send(dialog)
    assert complaint(dialog, "Reason") == "The notice must give a reason for the delay."
    reason = dialog.findChild(QPlainTextEdit, "extendDeadlineReason")
    assert reason is not None
    reason.setPlainText("Many requests at once.")
    send(dialog)
    assert commands == [
        ExtendDeadline(case_id=case_id, law="EU", notified_at=hand.now, zone=JAKARTA, reason="Many requests at once.")
    ]


def test_a_law_without_extension_is_said_at_once(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot, settle: Settle
) -> None:
    dialog = ExtendDialog(workspace, desktop.page(case_id), load_rulebooks(), hand.now)
    commands = opened(dialog, qtbot)
    law = dialog.findChild(QComboBox, "extendDeadlineLaw")
    assert law is not None
    law.setCurrentText("Indonesian PDP Law")
    settle(workspace.jobs)
    preview = dialog.findChild(Label, "extendDeadlinePreview")
    assert preview is not None
    assert preview.text() == "This law gives no extension for what was asked."
    send(dialog)
    assert commands == []


def test_a_notice_after_its_last_day_is_shown_as_too_late(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot, settle: Settle
) -> None:
    hand.go("2026-12-10 10:00")
    dialog = ExtendDialog(workspace, desktop.page(case_id), load_rulebooks(), hand.now)
    opened(dialog, qtbot)
    settle(workspace.jobs)
    preview = dialog.findChild(Label, "extendDeadlinePreview")
    assert preview is not None
    assert preview.text() == "This notice would be too late: the date stays where it is."


def test_a_refused_command_is_worded_in_the_dialog_which_keeps_what_was_typed(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot, settle: Settle
) -> None:
    page = desktop.page(case_id)
    desktop.do(
        deadlines.extend_deadline, ExtendDeadline(case_id=case_id, law="EU", notified_at=hand.now, zone=JAKARTA, reason="first")
    )
    dialog = ExtendDialog(workspace, page, load_rulebooks(), hand.now)
    qtbot.addWidget(dialog)
    reason = dialog.findChild(QPlainTextEdit, "extendDeadlineReason")
    assert reason is not None
    reason.setPlainText("second")
    present(dialog, workspace, deadlines.extend_deadline)
    settle(workspace.jobs)
    send(dialog)
    settle(workspace.jobs)
    problem = dialog.findChild(Label, "extendDeadlineProblem")
    assert problem is not None
    qtbot.waitUntil(problem.isVisible)
    assert "permits one extension, and it was announced already" in problem.text()
    assert reason.toPlainText() == "second"
    found = dialog.findChild(QPushButton, "extendDeadlineSend")
    assert found is not None
    assert found.isEnabled()


def test_a_command_that_was_carried_out_closes_its_dialog(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = NoteDialog(workspace, desktop.page(case_id), hand.now, owner)
    done: list[object] = []
    note = dialog.findChild(QPlainTextEdit, "addNoteText")
    assert note is not None
    note.setPlainText("Kept.")
    present(dialog, workspace, closure.add_note, then=done.append)
    with qtbot.waitSignals([workspace.jobs.changed, dialog.accepted]):
        send(dialog)
    assert len(done) == 1
    assert desktop.page(case_id).history[-1].text == "Kept."


def test_the_sending_of_a_letter_right_after_its_issue_is_taken_as_it_is(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    hand.later(seconds=37)
    desktop.decide(case_id)
    letter_id = desktop.issue(case_id, LetterKind.ANSWER)
    letter = next(one for one in desktop.page(case_id).letters if one.id == letter_id)
    dialog = DispatchDialog(workspace, letter, hand.now, recipient="hannah@beispiel.example")
    commands = opened(dialog, qtbot)
    send(dialog)
    assert commands == [
        DispatchLetter(
            letter_id=letter_id,
            sent_at=hand.now,
            zone=JAKARTA,
            channel=DispatchChannel.EMAIL,
            recipient="hannah@beispiel.example",
        )
    ]
    assert isinstance(commands[0], DispatchLetter)
    desktop.do(dispatch.dispatch_letter, commands[0])
    letter = next(one for one in desktop.page(case_id).letters if one.id == letter_id)
    delivery = DeliveryDialog(workspace, letter, hand.now + timedelta(days=1))
    opened(delivery, qtbot)
    set_wall(delivery, "recordDeliveryAtWhen", datetime(2026, 11, 1, 9, 0))  # noqa: DTZ001  a wall time
    send(delivery)
    assert complaint(delivery, "At") == "This is before the letter was sent."


def test_reopening_needs_a_reason_and_closing_none(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    page = desktop.page(case_id)
    close, reopen = CloseDialog(workspace, page, hand.now), ReopenDialog(workspace, page, hand.now)
    closings, reopenings = opened(close, qtbot), opened(reopen, qtbot)
    send(close)
    assert len(closings) == 1
    send(reopen)
    assert complaint(reopen, "Reason") == "Say why the case is taken up again."
    field = reopen.findChild(QPlainTextEdit, "reopenCaseReason")
    assert field is not None
    field.setPlainText("The person came back.")
    send(reopen)
    [command] = reopenings
    assert isinstance(command, ReopenCase)
    assert (command.case_id, command.reason) == (case_id, "The person came back.")
    assert (command.cause, command.rights) == (ReopenCause.NEW_FACTS, ())


def test_a_note_is_typed_and_kept_with_the_keyboard_alone(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    dialog = NoteDialog(workspace, desktop.page(case_id), hand.now)
    commands = opened(dialog, qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    first = QApplication.focusWidget()
    assert first is not None
    QTest.keyClicks(first, "By keyboard.")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "addNoteSend"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert commands == [AddNote(case_id=case_id, text="By keyboard.")]


def test_a_moment_keeps_its_seconds_its_zone_and_survives_a_skipped_hour(qtbot: QtBot, hand: Hand) -> None:
    edit = InstantEdit("x", "When", (JAKARTA, "Europe/Berlin"))
    qtbot.addWidget(edit)
    exact = hand.now + timedelta(seconds=21)
    edit.set_instant(exact)
    assert edit.instant() == exact
    zone = edit.findChild(QComboBox, "xZone")
    assert zone is not None
    zone.setCurrentText("Berlin")
    assert edit.instant() == exact
    assert edit.zone() == "Europe/Berlin"
    set_wall(edit, "xWhen", datetime(2026, 3, 29, 2, 30))  # noqa: DTZ001  a wall time
    assert edit.instant().isoformat() == "2026-03-29T01:30:00+00:00"
    edit.set_instant(exact, "Asia/Makassar")
    assert edit.zone() == "Asia/Makassar"


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(AskIdentityDialog, id="ask for identity"),
        pytest.param(AskClarificationDialog, id="ask for clarification"),
        pytest.param(ExtendDialog, id="extend"),
        pytest.param(RecordIdentityDialog, id="record identity"),
        pytest.param(RecordClarificationDialog, id="record clarification"),
        pytest.param(NoteDialog, id="note"),
        pytest.param(CloseDialog, id="close"),
        pytest.param(ReopenDialog, id="reopen"),
    ],
)
def test_every_field_of_a_dialog_can_be_named_by_a_screen_reader(
    workspace: Workspace,
    desktop: Desktop,
    hand: Hand,
    case_id: int,
    qtbot: QtBot,
    settle: Settle,
    make: Callable[..., CommandDialog],
) -> None:
    page = desktop.page(case_id)
    with_laws = make in {AskIdentityDialog, AskClarificationDialog, ExtendDialog}
    dialog = make(workspace, page, load_rulebooks(), hand.now) if with_laws else make(workspace, page, hand.now)
    qtbot.addWidget(dialog)
    settle(workspace.jobs)
    assert dialog.windowTitle()
    for kind in (QLineEdit, QComboBox, QPlainTextEdit, QPushButton, QDateTimeEdit):
        for widget in dialog.findChildren(kind):
            if not widget.objectName().startswith("qt_"):
                assert widget.objectName()
                assert widget.accessibleName(), widget.objectName()
