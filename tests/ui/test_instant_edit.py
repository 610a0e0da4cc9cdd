"""A moment on the screen: a clock time that a zone skips is refused with words, one that comes twice is asked for."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateTimeEdit
from pytestqt.qtbot import QtBot

from tests.makers import JAKARTA, Desktop, Hand
from tests.ui.hands import find
from tests.ui.walking import unnamed
from ui.context import Workspace
from ui.dialogs.identity import AskIdentityDialog
from ui.safe import Label
from ui.widgets.instant_edit import InstantEdit
from workbench.services.laws import load_rulebooks

BERLIN = "Europe/Berlin"


@pytest.fixture
def edit(qtbot: QtBot) -> InstantEdit:
    made = InstantEdit("x", "When", (BERLIN, JAKARTA))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def set_wall(edit: QDateTimeEdit, year: int, month: int, day: int, hour: int, minute: int) -> None:
    edit.setDateTime(QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone.utc()))


@pytest.mark.parametrize(
    ("wall", "none"),
    [
        pytest.param((2026, 3, 29, 1, 59), False, id="the minute before"),
        pytest.param((2026, 3, 29, 2, 0), True, id="the first minute that is skipped"),
        pytest.param((2026, 3, 29, 2, 59), True, id="the last minute that is skipped"),
        pytest.param((2026, 3, 29, 3, 0), False, id="the minute after"),
    ],
)
def test_a_time_that_the_zone_skips_is_said_to_be_none(edit: InstantEdit, wall: tuple[int, ...], none: bool) -> None:  # noqa: FBT001  a case of the table
    set_wall(find(edit, QDateTimeEdit, "xWhen"), *wall)
    assert bool(edit.problem()) is none
    label = find(edit, Label, "xNone")
    assert label.isVisible() is none
    if none:
        assert label.text().startswith("This time did not exist in Berlin: the clocks were put forward over it.")


def test_the_same_time_in_a_zone_without_summer_time_is_sound(edit: InstantEdit) -> None:
    set_wall(find(edit, QDateTimeEdit, "xWhen"), 2026, 3, 29, 2, 30)
    assert edit.problem()
    edit.set_instant(datetime(2026, 3, 28, 19, 30, tzinfo=UTC), JAKARTA)
    assert edit.problem() == ""


def test_an_hour_that_comes_twice_is_asked_for(edit: InstantEdit, qtbot: QtBot) -> None:
    which = find(edit, QComboBox, "xWhich")
    assert not which.isVisible()
    set_wall(find(edit, QDateTimeEdit, "xWhen"), 2026, 10, 25, 2, 30)
    assert which.isVisible()
    assert [which.itemText(0), which.itemText(1)] == ["the first time (CEST)", "the second time, an hour later (CET)"]
    assert edit.instant() == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    which.setFocus()
    with qtbot.waitSignal(edit.changed):
        QTest.keyClick(which, Qt.Key.Key_Down)
    assert edit.instant() == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    set_wall(find(edit, QDateTimeEdit, "xWhen"), 2026, 10, 25, 4, 30)
    assert not which.isVisible()
    assert edit.instant() == datetime(2026, 10, 25, 3, 30, tzinfo=UTC)
    assert unnamed(edit) == []


def test_an_instant_of_the_second_hour_keeps_its_place(edit: InstantEdit) -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    edit.set_instant(second)
    assert edit.instant() == second
    assert find(edit, QComboBox, "xWhich").currentIndex() == 1


def test_a_dialog_refuses_a_time_that_is_none(workspace: Workspace, desktop: Desktop, hand: Hand, qtbot: QtBot) -> None:
    hand.go("2026-04-02 10:00")
    case_id = desktop.register(received_at=datetime(2026, 3, 28, 8, 0, tzinfo=UTC))
    dialog = AskIdentityDialog(workspace, desktop.page(case_id), load_rulebooks(), hand.now)
    commands: list[object] = []
    dialog.submitted.connect(commands.append)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    find(dialog, QComboBox, "askIdentityAtZone").setCurrentText("Berlin")
    set_wall(find(dialog, QDateTimeEdit, "askIdentityAtWhen"), 2026, 3, 29, 2, 30)
    dialog.accept()
    assert commands == []
    complaint = find(dialog, Label, "askIdentityComplaintAt")
    assert complaint.isVisible()
    assert complaint.text() == "Choose a time that exists."
    set_wall(find(dialog, QDateTimeEdit, "askIdentityAtWhen"), 2026, 3, 29, 3, 30)
    dialog.accept()
    assert len(commands) == 1
