"""The calendar, what if, the moves, and signing off: each page on a real office, by keyboard and object name."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, GB_ENG, ID_ID, Desktop
from tests.ui.walking import rich_labels, unnamed
from ui.context import Workspace
from ui.dialogs.signoff import SignoffDialog
from ui.jobs import Jobs
from ui.models.planner_table import PlannerModel
from ui.navigation import Place
from ui.pages import moves as moves_page
from ui.pages.calendar import CalendarPage
from ui.pages.laws import LawsPage
from ui.pages.moves import MovesPage
from ui.pages.what_if import WhatIfPage
from ui.safe import Label
from ui.style.chips import Chip
from ui.widgets.page import Page
from ui.widgets.planner_grid import PlannerGrid
from workbench.domain.commands import SetOfficeDay
from workbench.domain.rights import Right
from workbench.services import moves, settings, signoffs
from workbench.services.planner import planner

Settle = Callable[[Jobs], None]


def shown(page: Page, qtbot: QtBot, settle: Settle) -> Page:
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.show_place(Place("calendar"))
    settle(page.workspace.jobs)
    return page


def text(page: QWidget, name: str) -> str:
    found = page.findChild(Label, name)
    assert found is not None, name
    return found.text()


def press(page: QWidget, name: str, settle: Settle, jobs: Jobs) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(jobs)


def holiday(desktop: Desktop, on: date) -> None:
    command = SetOfficeDay(place="DE", on=on, rests=True, name="Day of mourning", source="Official gazette")
    desktop.do(settings.add_office_day, command)


@pytest.fixture
def calendar(workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle) -> CalendarPage:
    desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    page = CalendarPage(workspace)
    shown(page, qtbot, settle)
    return page


def test_the_month_shows_each_deadline_on_its_day(calendar: CalendarPage, workspace: Workspace, settle: Settle) -> None:
    grid = calendar.findChild(PlannerGrid)
    assert grid is not None
    model = grid.model()
    assert isinstance(model, PlannerModel)
    due = model.index_of(date(2026, 11, 5))
    assert "DSR-2026-0001" in str(model.data(due, Qt.ItemDataRole.AccessibleTextRole))
    assert text(calendar, "calendarTitle") == "November 2026"
    grid.choose(date(2026, 11, 5))
    entry = calendar.findChild(QPushButton, "calendarEntry0")
    assert entry is not None
    assert "10:00 WIB" in entry.accessibleName()
    press(calendar, "calendarEntry0", settle, workspace.jobs)
    assert workspace.navigation.place == Place("case", case_id=1)


def test_the_page_is_turned_with_keys_and_buttons(calendar: CalendarPage, workspace: Workspace, settle: Settle) -> None:
    grid = calendar.findChild(PlannerGrid)
    assert grid is not None
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    settle(workspace.jobs)
    assert text(calendar, "calendarTitle") == "December 2026"
    press(calendar, "calendarBefore", settle, workspace.jobs)
    press(calendar, "calendarBefore", settle, workspace.jobs)
    assert text(calendar, "calendarTitle") == "October 2026"
    QTest.keyClick(grid, Qt.Key.Key_Home)
    settle(workspace.jobs)
    assert text(calendar, "calendarTitle") == "November 2026"
    span = calendar.findChild(QComboBox, "calendarSpan")
    assert span is not None
    span.setCurrentIndex(1)
    settle(workspace.jobs)
    assert grid.model().rowCount() == 6


def test_the_calendar_narrows_to_a_law(calendar: CalendarPage, workspace: Workspace, settle: Settle) -> None:
    law = calendar.findChild(QComboBox, "calendarLaw")
    assert law is not None
    law.setCurrentIndex(law.findData("EU"))
    settle(workspace.jobs)
    grid = calendar.findChild(PlannerGrid)
    assert grid is not None
    model = grid.model()
    assert isinstance(model, PlannerModel)
    day = model.day(model.index_of(date(2026, 11, 5)))
    assert day is not None
    assert day.entries == ()


def test_the_export_holds_no_name(calendar: CalendarPage, workspace: Workspace, settle: Settle, tmp_path: Path) -> None:
    target = tmp_path / "due.ics"
    calendar._export_to(target)
    settle(workspace.jobs)
    data = target.read_bytes()
    assert b"DSR-2026-0001" in data
    assert b"Hannah" not in data


def test_the_model_of_the_calendar_is_sound(desktop: Desktop, workspace: Workspace) -> None:
    desktop.register(Right.ACCESS, laws=(EU_DE,))
    model = PlannerModel(workspace.words)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_planner(desktop.see(planner, date(2026, 11, 1), date(2026, 11, 30)), month=11)
    assert (model.rowCount(), model.columnCount()) == (6, 7)


@pytest.fixture
def what_if(workspace: Workspace, qtbot: QtBot, settle: Settle) -> WhatIfPage:
    page = WhatIfPage(workspace)
    shown(page, qtbot, settle)
    return page


def choose(page: QWidget, name: str, data: object) -> None:
    box = page.findChild(QComboBox, name)
    assert box is not None, name
    assert box.findData(data) >= 0, data
    box.setCurrentIndex(box.findData(data))


def test_what_if_answers_while_one_types(what_if: WhatIfPage, workspace: Workspace, settle: Settle) -> None:
    choose(what_if, "whatIfLaw", "EU")
    choose(what_if, "whatIfPlace", "DE")
    day = what_if.findChild(QDateEdit, "whatIfOn0")
    assert day is not None
    day.setDate(QDate(2026, 1, 31))
    settle(workspace.jobs)
    assert text(what_if, "whatIfResult") == "Due 2 March 2026. Safe 28 February 2026."
    choose(what_if, "whatIfLaw", "NG")
    settle(workspace.jobs)
    assert "Safe" in text(what_if, "whatIfResult") or "Due" in text(what_if, "whatIfResult")
    chips = [chip.accessibleName() for chip in what_if.findChildren(Chip)]
    assert any("counsel" in chip for chip in chips)


def test_what_if_says_in_words_what_cannot_be(what_if: WhatIfPage, workspace: Workspace, settle: Settle) -> None:
    choose(what_if, "whatIfLaw", "EU")
    first = what_if.findChild(QCheckBox, "whatIfEvent0")
    assert first is not None
    first.setChecked(False)
    settle(workspace.jobs)
    assert text(what_if, "whatIfResult").startswith("Nothing is supposed that starts")
    copy = what_if.findChild(QPushButton, "whatIfCopy")
    assert copy is not None
    assert not copy.isEnabled()


def test_every_rule_of_every_law_can_be_asked(what_if: WhatIfPage, workspace: Workspace, settle: Settle) -> None:
    law, rule = (what_if.findChild(QComboBox, name) for name in ("whatIfLaw", "whatIfRule"))
    assert law is not None
    assert rule is not None
    for index in range(law.count()):
        law.setCurrentIndex(index)
        for at in range(rule.count()):
            rule.setCurrentIndex(at)
            assert rule.currentText()
    settle(workspace.jobs)
    assert text(what_if, "whatIfResult")


def test_moves_are_shown_before_and_after_and_accepted(
    workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moves_page, "PORTION", 2)
    moving = [desktop.register(Right.ACCESS, laws=(EU_DE,)) for _ in range(3)]
    desktop.register(Right.ACCESS, laws=(GB_ENG,))
    page = MovesPage(workspace)
    shown(page, qtbot, settle)
    assert text(page, "movesSaid") == "No open deadline waits to be moved."
    holiday(desktop, date(2026, 12, 2))
    page.reload()
    settle(workspace.jobs)
    words = [label.text() for label in page.findChildren(Label)]
    assert sum("2 Dec 2026  →  3 Dec 2026" in one for one in words) >= 3
    assert any("Day of mourning" in one for one in words)
    kept = page.findChild(QCheckBox, "moveTick2")
    assert kept is not None
    kept.setChecked(False)
    press(page, "movesAccept", settle, workspace.jobs)
    qtbot.waitUntil(lambda: desktop.see(moves.pending) == 1)
    settle(workspace.jobs)
    assert [desktop.line(one, "EU.respond").due for one in moving] == [
        date(2026, 12, 3),
        date(2026, 12, 3),
        date(2026, 12, 2),
    ]


def test_the_search_for_moves_can_be_stopped(
    workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moves_page, "PORTION", 1)
    for _ in range(4):
        desktop.register(Right.ACCESS, laws=(EU_DE,))
    holiday(desktop, date(2026, 12, 2))
    page = MovesPage(workspace)
    qtbot.addWidget(page)
    page.show()
    page.reload()
    stop = page.findChild(QPushButton, "movesStop")
    assert stop is not None
    qtbot.waitUntil(stop.isVisible)
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    settle(workspace.jobs)
    assert stop.isHidden()


def test_a_rulebook_is_signed_off_on_the_laws_page(
    workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    page = LawsPage(workspace)
    shown(page, qtbot, settle)
    choose(page, "lawFilter", "CO")
    press(page, "sign_CO", settle, workspace.jobs)
    dialog = page.findChild(SignoffDialog)
    assert dialog is not None
    press(dialog, "signoffSend", settle, workspace.jobs)
    assert text(dialog, "signoffComplaintTextRead").startswith("Say on what text")
    field = dialog.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText("Ley 1581, Diario Oficial 48.587")
    press(dialog, "signoffSend", settle, workspace.jobs)
    line = next(one for one in desktop.see(signoffs.list_rulebooks) if one.law == "CO")
    assert line.signoff is not None
    qtbot.waitUntil(lambda: any("Signed off by" in label.text() for label in page.findChildren(Label)))


@pytest.mark.parametrize("kind", [CalendarPage, WhatIfPage, MovesPage, LawsPage], ids=lambda kind: kind.__name__)
def test_everything_can_be_named_by_a_reader(
    kind: type[Page], workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    desktop.register(Right.ACCESS, laws=(EU_DE,))
    holiday(desktop, date(2026, 12, 2))
    page = shown(kind(workspace), qtbot, settle)
    assert unnamed(page) == []
    assert rich_labels(page) == []
