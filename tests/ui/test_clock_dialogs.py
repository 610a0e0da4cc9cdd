"""Dialogs about clocks: pausing, resuming, recording an event, setting a date by hand, extending; each before and after, by keyboard."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, Desktop, Hand
from tests.ui.hands import find
from tests.ui.walking import rich_labels, unnamed
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog, present
from ui.dialogs.event_preview import EventPreview
from ui.dialogs.extension import ExtendDialog
from ui.dialogs.override import OverrideDialog
from ui.dialogs.pause import PauseDialog
from ui.dialogs.record_event import RecordEventDialog
from ui.dialogs.resume import ResumeDialog
from ui.jobs import Jobs
from ui.models.move_words import move_word
from ui.safe import Label
from ui.widgets.choice_cards import ChoiceCard, ChoiceCards
from ui.wording import words
from workbench.domain.cases import EventKind
from workbench.domain.commands import (
    ExtendDeadline,
    LiftOverride,
    OverrideDeadline,
    PauseClock,
    RecordEvent,
    ResumeClock,
)
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.services import deadlines, events, overrides, pauses
from workbench.services.laws import load_rulebooks
from workbench.services.lines import DeadlineLine, MoveLine

BERLIN = "Europe/Berlin"
Settle = Callable[[Jobs], None]


@pytest.fixture
def case_id(desktop: Desktop, hand: Hand) -> int:
    """Return a case of access under three laws, looked at on the day after it came."""
    hand.go("2026-11-02 10:00")
    made = desktop.register(Right.ACCESS, laws=(ID_ID, EU_DE, GB_ENG))
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


def text_of(dialog: QWidget, name: str) -> str:
    return find(dialog, Label, name).text()


def complaint(dialog: QWidget, key: str) -> str:
    found = find(dialog, Label, f"{dialog.objectName()}Complaint{key}")
    return found.text() if found.isVisible() else ""


def send(dialog: QWidget) -> None:
    find(dialog, QPushButton, f"{dialog.objectName()}Send").click()


def write(dialog: QWidget, name: str, text: str) -> None:
    find(dialog, QPlainTextEdit, name).setPlainText(text)


def set_wall(dialog: QWidget, name: str, wall: str) -> None:
    at = datetime.fromisoformat(wall)
    day, clock = QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)
    find(dialog, QDateTimeEdit, name).setDateTime(QDateTime(day, clock, QTimeZone.utc()))


def told(dialog: QWidget) -> list[str]:
    """Return what the preview of a dialog says, clock by clock."""
    preview = dialog.findChild(EventPreview)
    assert preview is not None
    return [move.told for move in preview.moves()] or [preview.said()]


@pytest.fixture
def pause(workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int) -> Callable[[], PauseDialog]:
    def made() -> PauseDialog:
        choices = desktop.see(pauses.pause_choices, case_id)
        return PauseDialog(workspace, desktop.page(case_id), choices, hand.now)

    return made


@pytest.fixture
def resume(workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int) -> Callable[[], ResumeDialog]:
    def made() -> ResumeDialog:
        choices = desktop.see(pauses.pause_choices, case_id)
        return ResumeDialog(workspace, desktop.page(case_id), choices, hand.now)

    return made


def pause_by_question(desktop: Desktop, hand: Hand, case_id: int) -> None:
    command = PauseClock(
        case_id=case_id, opens=EventKind.CLARIFICATION_REQUESTED, at=hand.now, zone=JAKARTA, text="Which account?"
    )
    desktop.do(pauses.pause_clock, command)


def test_a_pause_says_for_each_reason_what_each_law_makes_of_it(pause: Callable[[], PauseDialog], qtbot: QtBot) -> None:
    dialog = pause()
    opened(dialog, qtbot)
    cards = {card.choice.key: card.choice for card in find(dialog, ChoiceCards, "pauseClockOpens").cards()}
    assert {"identity_requested", "clarification_requested", "fee_notified"} <= set(cards)
    asked = "\n".join(cards["clarification_requested"].lines)
    assert "Indonesian PDP Law: the clock keeps running while you wait." in asked
    assert (
        "UK GDPR, England: the days from the question to the answer do not count, both included. (UK GDPR Art 12A(5)" in asked
    )
    assert "primary text read" in asked


def test_a_reason_that_no_law_allows_is_shown_with_why_and_cannot_be_chosen(
    workspace: Workspace, desktop: Desktop, hand: Hand, qtbot: QtBot, settle: Settle
) -> None:
    made = desktop.register(Right.ACCESS, laws=(ID_ID,))
    dialog = PauseDialog(workspace, desktop.page(made), desktop.see(pauses.pause_choices, made), hand.now)
    commands = opened(dialog, qtbot)
    settle(workspace.jobs)
    cards = find(dialog, ChoiceCards, "pauseClockOpens")
    assert cards.key() == ""
    for card in cards.cards():
        assert "No law of this case lets a clock wait for this." in card.accessibleDescription()
        assert not card.isCheckable()
        card.setFocus()
        QTest.keyClick(card, Qt.Key.Key_Space)
    assert cards.key() == ""
    assert not find(dialog, QPushButton, "pauseClockSend").isEnabled()
    dialog.accept()
    assert commands == []
    assert complaint(dialog, "Opens") == "No law of this case lets a clock wait for anything more."


def test_a_pause_shows_before_and_after_and_is_made_with_the_keyboard_alone(
    pause: Callable[[], PauseDialog], workspace: Workspace, case_id: int, hand: Hand, qtbot: QtBot, settle: Settle
) -> None:
    dialog = pause()
    commands = opened(dialog, qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ChoiceCard))
    focused = QApplication.focusWidget()
    assert focused is not None
    for _ in range(3):
        card = QApplication.focusWidget()
        assert card is not None
        if find(dialog, ChoiceCards, "pauseClockOpens").key() == "clarification_requested":
            break
        QTest.keyClick(card, Qt.Key.Key_Down)
    assert find(dialog, ChoiceCards, "pauseClockOpens").key() == "clarification_requested"
    settle(workspace.jobs)
    assert any(line.startswith("Respond: Access (UK GDPR, England") and line.endswith("paused after") for line in told(dialog))
    assert any(
        line.startswith("Respond: Access (Indonesian PDP Law") and "stays: 5 Nov 2026, 10:00 WIB" in line
        for line in told(dialog)
    )
    send(dialog)
    assert complaint(dialog, "Text") == "Write down what was asked."
    field = find(dialog, QPlainTextEdit, "pauseClockText")
    assert field.hasFocus()
    QTest.keyClicks(field, "Which account?")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "pauseClockSend"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert commands == [
        PauseClock(case_id=case_id, opens=EventKind.CLARIFICATION_REQUESTED, at=hand.now, zone=JAKARTA, text="Which account?")
    ]


def test_a_second_pause_for_the_same_is_shown_as_waiting_and_refused_in_the_dialog(
    pause: Callable[[], PauseDialog],
    workspace: Workspace,
    desktop: Desktop,
    hand: Hand,
    case_id: int,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    stale = pause()
    pause_by_question(desktop, hand, case_id)
    fresh = pause()
    opened(fresh, qtbot)
    card = find(fresh, ChoiceCard, "pauseClockOpens_clarification_requested")
    assert card.accessibleDescription() == "Asked on 3 November 2026 and not answered yet: the clock waits already."
    qtbot.addWidget(stale)
    present(stale, workspace, pauses.pause_clock)
    find(stale, ChoiceCards, "pauseClockOpens").choose("clarification_requested")
    write(stale, "pauseClockText", "Which one?")
    settle(workspace.jobs)
    send(stale)
    settle(workspace.jobs)
    problem = find(stale, Label, "pauseClockProblem")
    qtbot.waitUntil(problem.isVisible)
    assert problem.text()
    assert find(stale, QPlainTextEdit, "pauseClockText").toPlainText() == "Which one?"


def test_a_pause_before_the_receipt_says_so_while_it_is_typed(
    pause: Callable[[], PauseDialog], workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    dialog = pause()
    opened(dialog, qtbot)
    set_wall(dialog, "pauseClockAtWhen", "2026-11-01 09:00")
    settle(workspace.jobs)
    assert "before the request was received" in told(dialog)[0]


def test_resuming_offers_only_what_is_open_and_shows_where_the_clocks_go(
    resume: Callable[[], ResumeDialog],
    workspace: Workspace,
    desktop: Desktop,
    hand: Hand,
    case_id: int,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    pause_by_question(desktop, hand, case_id)
    hand.go("2026-11-09 10:00")
    dialog = resume()
    commands = opened(dialog, qtbot)
    settle(workspace.jobs)
    cards = find(dialog, ChoiceCards, "resumeClockCloses").cards()
    assert [(card.choice.title, card.choice.lines) for card in cards] == [
        ("Clarification received", ("Clarification asked on 3 November 2026",))
    ]
    moves = [line for line in told(dialog) if "UK GDPR" in line]
    assert any("paused before" in line and "Dec 2026 after" in line for line in moves)
    write(dialog, "resumeClockText", "The shop account.")
    send(dialog)
    assert commands == [
        ResumeClock(
            case_id=case_id, closes=EventKind.CLARIFICATION_RECEIVED, at=hand.now, zone=JAKARTA, text="The shop account."
        )
    ]


def test_resuming_without_an_open_question_cannot_be_sent(
    resume: Callable[[], ResumeDialog], workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    dialog = resume()
    commands = opened(dialog, qtbot)
    settle(workspace.jobs)
    assert not find(dialog, QPushButton, "resumeClockSend").isEnabled()
    assert told(dialog) == ["Nothing that was asked is still open."]
    dialog.accept()
    assert commands == []
    assert complaint(dialog, "Closes") == "Nothing that was asked is still open."


def test_an_event_says_which_limits_it_begins_and_is_recorded_with_its_date(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot, settle: Settle
) -> None:
    choices = desktop.see(events.event_choices, case_id)
    dialog = RecordEventDialog(workspace, desktop.page(case_id), choices, load_rulebooks(), hand.now)
    commands = opened(dialog, qtbot)
    kind = find(dialog, QComboBox, "recordEventKind")
    at = kind.findData(EventKind.COMPLAINT_RECEIVED.value)
    assert at >= 0
    kind.setCurrentIndex(at)
    settle(workspace.jobs)
    assert "Acknowledge the complaint (UK GDPR, DPA 2018 s.164A(3)" in text_of(dialog, "recordEventStarts")
    assert any(line.startswith("Acknowledge the complaint") and "begins: 3 Dec 2026" in line for line in told(dialog))
    set_wall(dialog, "recordEventAtWhen", "2026-11-30 09:00")
    send(dialog)
    assert complaint(dialog, "At").startswith("This is in the future.")
    set_wall(dialog, "recordEventAtWhen", "2026-11-03 09:00")
    write(dialog, "recordEventText", "By telephone.")
    send(dialog)
    assert commands == [
        RecordEvent(
            case_id=case_id,
            kind=EventKind.COMPLAINT_RECEIVED,
            at=hand.go("2026-11-03 09:00"),
            zone=JAKARTA,
            text="By telephone.",
        )
    ]


def line_of(desktop: Desktop, case_id: int, law: str) -> DeadlineLine:
    return next(line for line in desktop.page(case_id).deadlines if (line.law, line.kind) == (law, "respond"))


def test_setting_a_date_by_hand_shows_the_reckoned_one_and_demands_a_reason(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    dialog = OverrideDialog(workspace, desktop.page(case_id), hand.now, chosen=("EU", "EU.respond"))
    commands = opened(dialog, qtbot)
    assert text_of(dialog, "overrideDeadlineReckonedDate") == "Reckoned: 2 December 2026"
    assert "shows forever" in dialog.explanation.text()
    steps = "\n".join(label.text() for label in find(dialog, QWidget, "whySteps").findChildren(Label))
    assert "1 month counted: 2 December 2026" in steps
    send(dialog)
    assert complaint(dialog, "Day") == "This is the reckoned date already. Choose another one."
    assert complaint(dialog, "Reason").startswith("Give the reason.")
    find(dialog, QDateEdit, "overrideDeadlineDay").setDate(QDate(2026, 11, 27))
    write(dialog, "overrideDeadlineReason", "Promised to the person.")
    send(dialog)
    assert commands == [
        OverrideDeadline(
            case_id=case_id, law="EU", limit_id="EU.respond", due=date(2026, 11, 27), reason="Promised to the person."
        )
    ]


def test_an_hour_clock_is_set_to_a_moment_in_the_zone_of_its_law(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    dialog = OverrideDialog(workspace, desktop.page(case_id), hand.now, chosen=("ID", "ID.access"))
    commands = opened(dialog, qtbot)
    assert not find(dialog, QDateEdit, "overrideDeadlineDay").isVisible()
    set_wall(dialog, "overrideDeadlineAtWhen", "2026-11-04 17:00")
    write(dialog, "overrideDeadlineReason", "The minister's office asked.")
    send(dialog)
    (command,) = commands
    assert isinstance(command, OverrideDeadline)
    assert command.due == hand.go("2026-11-04 17:00")


def test_a_date_that_was_set_can_be_taken_back_with_a_reason(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot
) -> None:
    command = OverrideDeadline(case_id=case_id, law="EU", limit_id="EU.respond", due=date(2026, 11, 27), reason="Promised.")
    desktop.do(overrides.override_deadline, command)
    dialog = OverrideDialog(workspace, desktop.page(case_id), hand.now, chosen=("EU", "EU.respond"))
    commands = opened(dialog, qtbot)
    assert text_of(dialog, "overrideDeadlineReckonedDate") == "Reckoned: 2 December 2026"
    assert "Set by hand to 27 November 2026" in text_of(dialog, "overrideDeadlineSet")
    lift = find(dialog, QRadioButton, "overrideDeadlineLift")
    lift.setFocus()
    QTest.keyClick(lift, Qt.Key.Key_Space)
    assert not find(dialog, QDateEdit, "overrideDeadlineDay").isVisible()
    assert find(dialog, QPushButton, "overrideDeadlineSend").accessibleName() == "Take the date back"
    send(dialog)
    assert complaint(dialog, "Reason").startswith("Give the reason.")
    write(dialog, "overrideDeadlineReason", "The promise was a mistake.")
    send(dialog)
    assert commands == [LiftOverride(case_id=case_id, law="EU", limit_id="EU.respond", reason="The promise was a mistake.")]


def test_a_refused_date_is_worded_in_the_dialog(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot, settle: Settle
) -> None:
    page = desktop.page(case_id)
    dialog = OverrideDialog(workspace, page, hand.now, chosen=("EU", "EU.respond"))
    qtbot.addWidget(dialog)
    present(dialog, workspace, overrides.override_deadline)
    day = find(dialog, QDateEdit, "overrideDeadlineDay")
    day.clearMinimumDate()
    day.setDate(QDate(2026, 10, 1))
    write(dialog, "overrideDeadlineReason", "Too early.")
    send(dialog)
    settle(workspace.jobs)
    problem = find(dialog, Label, "overrideDeadlineProblem")
    qtbot.waitUntil(problem.isVisible)
    assert problem.text()
    assert line_of(desktop, case_id, "EU").override is None


def extend(workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, law: str = "") -> ExtendDialog:
    return ExtendDialog(workspace, desktop.page(case_id), load_rulebooks(), hand.now, law=law)


def test_an_extension_begins_at_the_latest_lawful_date_and_takes_an_earlier_one(
    workspace: Workspace, desktop: Desktop, hand: Hand, case_id: int, qtbot: QtBot, settle: Settle
) -> None:
    dialog = extend(workspace, desktop, hand, case_id, "GB")
    commands = opened(dialog, qtbot)
    settle(workspace.jobs)
    until = find(dialog, QDateEdit, "extendDeadlineUntil")
    assert until.date() == QDate(2027, 2, 2)
    assert "2 February 2027 at the latest" in text_of(dialog, "extendDeadlineLawful")
    assert "The letter that tells the person is owed at once." in text_of(dialog, "extendDeadlineSmallPrint")
    until.setDate(QDate(2027, 1, 11))
    assert text_of(dialog, "extendDeadlinePreview") == "Promised date: 11 January 2027"
    assert "The law gives until 2 February 2027;" in text_of(dialog, "extendDeadlineSmallPrint")
    write(dialog, "extendDeadlineReason", "Many requests.")
    send(dialog)
    command = ExtendDeadline(
        case_id=case_id,
        law="GB",
        notified_at=hand.now,
        zone=JAKARTA,
        reason="Many requests.",
        until_on=date(2027, 1, 11),
    )
    assert commands == [command]
    desktop.do(deadlines.extend_deadline, command)
    extended = line_of(desktop, case_id, "GB")
    assert (extended.due, extended.safe) == (date(2027, 2, 2), date(2027, 1, 11))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        pytest.param(QDate(2027, 2, 3), "The law allows 2 February 2027 at the latest.", id="a day too late"),
        pytest.param(QDate(2026, 12, 2), "The first limit ends on 2 December 2026 without an extension.", id="the first date"),
    ],
)
def test_a_date_outside_the_lawful_period_is_refused_with_words(
    workspace: Workspace,
    desktop: Desktop,
    hand: Hand,
    case_id: int,
    qtbot: QtBot,
    settle: Settle,
    day: QDate,
    said: str,
) -> None:
    dialog = extend(workspace, desktop, hand, case_id, "GB")
    commands = opened(dialog, qtbot)
    settle(workspace.jobs)
    find(dialog, QDateEdit, "extendDeadlineUntil").setDate(day)
    assert text_of(dialog, "extendDeadlinePreview").startswith(said)
    write(dialog, "extendDeadlineReason", "Many requests.")
    send(dialog)
    assert complaint(dialog, "Until").startswith(said)
    assert commands == []


@pytest.mark.parametrize(
    ("before", "after", "states", "told"),
    [
        pytest.param(
            date(2026, 12, 1), date(2026, 12, 8), "running,running", "1 Dec 2026 before, 8 Dec 2026 after", id="moved"
        ),
        pytest.param(date(2026, 12, 1), None, "running,paused", "1 Dec 2026 before, paused after", id="paused"),
        pytest.param(None, date(2026, 12, 1), "not_started,running", "begins: 1 Dec 2026", id="begun"),
        pytest.param(date(2026, 12, 1), date(2026, 12, 1), "running,paused", "stays: 1 Dec 2026", id="same date"),
        pytest.param(
            date(2026, 12, 1), date(2026, 12, 1), "running,running", "1 Dec 2026, the safe date moves", id="safe date alone"
        ),
    ],
)
def test_a_move_is_told_in_one_sentence(before: date | None, after: date | None, states: str, told: str) -> None:
    was, becomes = states.split(",")
    move = MoveLine(
        1,
        "DSR-2026-0001",
        "EU",
        "DE",
        "EU.respond",
        "respond",
        (Right.ACCESS,),
        BERLIN,
        before,
        after,
        was,
        becomes,
        ("event",),
    )
    assert move_word(move, words()).told.endswith(told)
    assert move_word(move, words()).moved is ("stays" not in told)


def test_every_dialog_about_clocks_can_be_named_and_shows_its_words_literally(
    pause: Callable[[], PauseDialog],
    resume: Callable[[], ResumeDialog],
    workspace: Workspace,
    desktop: Desktop,
    hand: Hand,
    case_id: int,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    pause_by_question(desktop, hand, case_id)
    page = desktop.page(case_id)
    choices = desktop.see(events.event_choices, case_id)
    for dialog in (
        pause(),
        resume(),
        RecordEventDialog(workspace, page, choices, load_rulebooks(), hand.now),
        OverrideDialog(workspace, page, hand.now),
        ExtendDialog(workspace, page, load_rulebooks(), hand.now),
    ):
        qtbot.addWidget(dialog)
        settle(workspace.jobs)
        assert unnamed(dialog) == []
        assert rich_labels(dialog) == []
        assert dialog.windowTitle()


def test_after_an_extension_its_letter_is_next(desktop: Desktop, hand: Hand, case_id: int) -> None:
    command = ExtendDeadline(case_id=case_id, law="EU", notified_at=hand.now, zone=JAKARTA, reason="Many requests.")
    desktop.do(deadlines.extend_deadline, command)
    assert desktop.page(case_id).next_step.letter is LetterKind.EXTENSION
