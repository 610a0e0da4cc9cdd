"""One case under two laws on the screen: asked, answered, a holiday declared, extended; each with before, after and why."""

from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QLabel, QWidget

from tests.journeys.screen import Screen
from workbench.services.deadlines import list_deadlines
from workbench.services.lines import DeadlineLine
from workbench.services.office import ask
from workbench.services.resources import RESOURCES

BOTH = pytest.mark.parametrize("screen", ["en", "id"], indirect=True, ids=["in English", "in Indonesian"])
CASE = 1


def clock(screen: Screen, limit: str) -> DeadlineLine:
    """Return a clock as the store has it, to hold the screen against."""
    office = screen.window.jobs.office
    assert office is not None
    lines = ask(office, lambda desk: list_deadlines(desk, CASE))
    return next(line for line in lines if (line.limit_id, line.kind) == (limit, "respond"))


def day(line: DeadlineLine) -> date:
    assert isinstance(line.due, date)
    return line.due


def open_case_under_two_laws(screen: Screen) -> None:
    screen.drop(RESOURCES / "demo" / "access-request.eml")
    screen.wait(lambda: screen.seen(QLabel, "mailDigest") is not None, "the mail was not read")
    screen.write("personAddress", "Ahornstraße 12\n50667 Köln\nGermany")
    screen.choose("law0", "ID")
    screen.press("lawAdd")
    screen.choose("law1", "EU")
    screen.choose("place1", "DE")
    for box in screen.window.findChildren(QCheckBox):
        name = box.objectName()
        if box.isVisible() and name.startswith("right_") and box.isChecked() is not (name == "right_access"):
            box.click()
    screen.press("intakeOpenButton")
    screen.wait(lambda: screen.title().startswith("DSR-2026-"), "no case was opened")


def why(screen: Screen) -> str:
    """Open the answer for every clock of the case, read it, and close it."""
    screen.press("whyAll")
    dialog = screen.find(QDialog, "whyDialog")
    screen.settle()
    told = " | ".join(label.text() for label in dialog.findChildren(QLabel) if label.text())
    dialog.reject()
    screen.wait(lambda: screen.seen(QDialog, "whyDialog") is None, "the answer did not close")
    return told


def worded(screen: Screen, on: date) -> str:
    workroom = screen.window.workroom
    assert workroom is not None
    return workroom.workspace.words.date(on)


def declare_holiday(screen: Screen, on: date) -> None:
    """Add a rest day on the calendar page; what would move is shown then."""
    screen.window.actions_by_id["go_calendar"].trigger()
    screen.settle()
    screen.press("calendarAddDayButton")
    screen.choose("officeDayDialogPlace", "DE")
    screen.find(QDateEdit, "officeDayDialogOn").setDate(QDate(on.year, on.month, on.day))
    screen.write("officeDayDialogName", "Tag der Trauer")
    screen.write("officeDayDialogSource", "Bundesgesetzblatt")
    screen.press("officeDayDialogSend")
    screen.wait(lambda: screen.seen(QWidget, "movesAccept") is not None, "the moves are not shown")


@BOTH
def test_two_laws_identity_a_holiday_and_an_extension(screen: Screen, request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.params["screen"]
    open_case_under_two_laws(screen)
    hours, before = clock(screen, "ID.access").due, day(clock(screen, "EU.respond"))
    told = why(screen)
    assert worded(screen, before) in told
    assert "UU PDP Art 32(2)" in told
    assert "GDPR Art 12(3)" in told

    screen.window.actions_by_id["ask_for_identity"].trigger()
    screen.press("askIdentitySend")
    assert clock(screen, "EU.respond").state == "paused"
    assert clock(screen, "ID.access").due == hours, "Indonesian law waits for nobody"
    assert {"en": "The clock is paused", "id": "Tenggat berhenti"}[language].lower() in why(screen).lower()

    screen.hand.later(days=5)
    screen.window.actions_by_id["record_identity"].trigger()
    screen.write("recordIdentityMeans", "log-in to the customer account")
    screen.press("recordIdentitySend")
    resumed = day(clock(screen, "EU.respond"))
    assert resumed > before
    assert worded(screen, resumed) in why(screen)
    assert clock(screen, "ID.access").due == hours

    declare_holiday(screen, resumed)
    assert day(clock(screen, "EU.respond")) == resumed, "nothing moves before it is accepted"
    screen.wait(lambda: "Tag der Trauer" in screen.words_shown(), "the cause is not named")
    assert "→" in screen.words_shown()
    screen.press("movesAccept")
    screen.wait(lambda: day(clock(screen, "EU.respond")) > resumed, "the accepted date did not move")
    moved = day(clock(screen, "EU.respond"))
    screen.window.actions_by_id["back"].trigger()
    screen.window.actions_by_id["back"].trigger()
    screen.wait(lambda: screen.title().startswith("DSR-2026-"), "the way back does not lead to the case")
    told = why(screen)
    assert "Tag der Trauer" in told
    assert worded(screen, moved) in told

    screen.window.actions_by_id["extend"].trigger()
    screen.choose("extendDeadlineLaw", "EU")
    screen.write("extendDeadlineReason", "The data lie in nine systems.")
    screen.press("extendDeadlineSend")
    extended = day(clock(screen, "EU.respond"))
    assert extended > moved
    screen.window.actions_by_id["back"].trigger()
    screen.wait(lambda: screen.title().startswith("DSR-2026-"), "the case is not shown")
    assert worded(screen, extended) in why(screen)
    assert clock(screen, "ID.access").due == hours, "the Indonesian clock never moved"
