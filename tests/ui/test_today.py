"""Today on the screen: numbers, the due list by keyboard, the calendar, the desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, Desktop, Hand
from tests.refusals import second_officer
from tests.ui import samples
from ui.context import Workspace
from ui.jobs import Jobs
from ui.models.due_table import DueTable
from ui.navigation import Place
from ui.pages.today import TodayPage
from ui.safe import Label
from ui.widgets.six_weeks import SixWeeks
from ui.widgets.tile import Tile
from ui.widgets.work_table import WorkTable
from workbench.domain.cases import Channel
from workbench.domain.commands import AskForIdentity, OpenMatter, PlanChase, SaveMatter
from workbench.domain.letters import LetterKind
from workbench.domain.matters import MatterKind, Undertaking
from workbench.domain.rights import Right
from workbench.services import identity, matters

Settle = Callable[[Jobs], None]


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> TodayPage:
    made = TodayPage(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def table(page: QWidget) -> WorkTable:
    found = page.findChild(WorkTable, "dueTable")
    assert found is not None
    return found


def tile(page: QWidget, name: str) -> Tile:
    found = page.findChild(Tile, name)
    assert found is not None
    return found


def numbers(page: QWidget) -> list[str]:
    model = table(page).model()
    return [str(model.index(row, DueTable.CASE).data()) for row in range(model.rowCount())]


def fill(desktop: Desktop, hand: Hand) -> dict[str, int]:
    """Return cases by name: one late, one due in hours, one later, one paused."""
    cases: dict[str, int] = {}
    hand.go("2026-11-10 10:00")
    cases["late"] = desktop.register(Right.ACCESS, laws=(ID_ID,))
    cases["later"] = desktop.register(Right.ERASURE, laws=(EU_DE,))
    cases["paused"] = desktop.register(Right.ACCESS, laws=(EU_DE,))
    command = AskForIdentity(case_id=cases["paused"], asked_at=hand.now, zone=JAKARTA)
    desktop.do(identity.ask_for_identity, command)
    hand.go("2026-11-19 10:00")
    cases["soon"] = desktop.register(Right.RECTIFICATION, laws=(ID_ID,))
    hand.go("2026-11-20 10:00")
    return cases


def test_an_empty_office_says_so_kindly(page: TodayPage, workspace: Workspace, settle: Settle) -> None:
    page.show_place(Place("today"))
    settle(workspace.jobs)
    empty = page.findChild(Label, "dueEmpty")
    assert empty is not None
    assert empty.isVisible()
    assert empty.text().startswith("Nothing is due.")
    assert not table(page).isVisible()
    assert page.heading().subtitle == "Monday 2 November 2026, Indonesia"


def test_the_numbers_of_the_day_stand_on_the_tiles(
    page: TodayPage, workspace: Workspace, desktop: Desktop, hand: Hand, settle: Settle
) -> None:
    cases = fill(desktop, hand)
    desktop.decide(cases["late"])
    desktop.draft(cases["late"], LetterKind.ANSWER)
    page.show_place(Place("today"))
    settle(workspace.jobs)
    shown = {name: tile(page, name).count() for name in ("tileOverdue", "tileSoon", "tilePaused", "tileApprove")}
    assert shown == {"tileOverdue": 1, "tileSoon": 1, "tilePaused": 1, "tileApprove": 1}
    assert tile(page, "tileOverdue").accessibleName().startswith("Overdue: 1, oldest by")


def test_what_the_officer_has_promised_lies_on_their_desk_with_its_day(
    page: TodayPage, workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    second = second_officer(desktop.office).id
    opening = OpenMatter(
        kind=MatterKind.ENQUIRY,
        authority_id="gbico",
        received_at=desktop.hand.now,
        zone=JAKARTA,
        channel=Channel.POST,
        laws=(GB_ENG,),
    )
    case_id = desktop.do(matters.open_matter, opening).created or 0
    kept = desktop.see(matters.matter_page, case_id).matter
    mine = Undertaking("Train <b>the staff</b>", 1, date(2026, 11, 30))
    promised = replace(kept, undertakings=(mine, Undertaking("Watch the mailbox", second, date(2026, 11, 10))))
    desktop.do(matters.save_matter, SaveMatter(case_id=case_id, matter=promised))
    desktop.do(matters.plan_chase, PlanChase(case_id=case_id, due_on=date(2026, 11, 3)))
    page.show_place(Place("today"))
    settle(workspace.jobs)
    desk = [one for one in page.findChildren(QPushButton) if one.objectName().startswith("deskTask")]
    told = [one.accessibleName() for one in desk if "REG-2026" in one.accessibleName()]
    assert told[:2] == [
        "tomorrow: Ask an authority how a matter stands, REG-2026-0001",
        "28 days: Train <b>the staff</b>, REG-2026-0001",
    ]
    assert not any("mailbox" in one for one in told), "it is the other officer's"
    with qtbot.waitSignal(workspace.navigation.moved) as moved:
        next(one for one in desk if "Train" in one.accessibleName()).click()
    assert moved.args == [Place("case", case_id=case_id)]


def test_a_row_is_opened_with_enter(
    page: TodayPage, workspace: Workspace, desktop: Desktop, hand: Hand, settle: Settle, qtbot: QtBot
) -> None:
    cases = fill(desktop, hand)
    page.show_place(Place("today"))
    settle(workspace.jobs)
    QTest.keyClick(table(page), Qt.Key.Key_Down)
    with qtbot.waitSignal(workspace.navigation.moved) as moved:
        QTest.keyClick(table(page), Qt.Key.Key_Return)
    assert moved.args == [Place("case", case_id=cases["soon"])]


def test_a_pressed_tile_filters_and_show_all_brings_the_list_back(
    page: TodayPage, workspace: Workspace, desktop: Desktop, hand: Hand, settle: Settle
) -> None:
    fill(desktop, hand)
    page.show_place(Place("today"))
    settle(workspace.jobs)
    everything = numbers(page)
    assert len(everything) == 4
    for name, expected in (("tileOverdue", everything[:1]), ("tileSoon", everything[1:2]), ("tilePaused", everything[3:])):
        tile(page, name).setFocus()
        QTest.keyClick(tile(page, name), Qt.Key.Key_Space)
        assert numbers(page) == expected
        assert [other for other in ("tileOverdue", "tileSoon", "tilePaused") if tile(page, other).isChecked()] == [name]
    clear = page.findChild(QPushButton, "dueShowAll")
    assert clear is not None
    clear.click()
    assert numbers(page) == everything
    assert not clear.isVisible()


def test_a_day_of_the_calendar_shows_what_ends_on_it(
    page: TodayPage, workspace: Workspace, desktop: Desktop, hand: Hand, settle: Settle, qtbot: QtBot
) -> None:
    fill(desktop, hand)
    page.show_place(Place("today"))
    settle(workspace.jobs)
    weeks = page.findChild(SixWeeks, "sixWeeks")
    assert weeks is not None
    weeks.setCurrentIndex(weeks.model().index(3, 3))
    with qtbot.waitSignal(weeks.day_chosen) as chosen:
        QTest.keyClick(weeks, Qt.Key.Key_Return)
    assert f"{chosen.args}" == "[datetime.date(2026, 12, 10)]"
    assert numbers(page) == ["DSR-2026-0002", "DSR-2026-0003"], "one ends on that day, the safe day of a paused one is that day"


def test_the_list_is_read_again_when_a_case_changes(
    page: TodayPage, workspace: Workspace, desktop: Desktop, hand: Hand, settle: Settle, qtbot: QtBot
) -> None:
    page.show_place(Place("today"))
    settle(workspace.jobs)
    fill(desktop, hand)
    with qtbot.waitSignal(workspace.jobs.changed):
        workspace.jobs.run(
            lambda desk: identity.ask_for_identity(AskForIdentity(case_id=2, asked_at=desk.now, zone=JAKARTA), desk)
        )
    settle(workspace.jobs)
    assert len(numbers(page)) == 4
    assert tile(page, "tilePaused").count() == 2


def test_a_task_on_the_desk_leads_to_its_case(
    page: TodayPage, workspace: Workspace, desktop: Desktop, hand: Hand, settle: Settle, qtbot: QtBot
) -> None:
    hand.go("2026-11-20 10:00")
    case_id = desktop.register(Right.ERASURE, laws=(ID_ID,))
    page.show_place(Place("today"))
    settle(workspace.jobs)
    task = page.findChild(QPushButton, "deskTask0")
    assert task is not None
    assert task.accessibleName() == "DSR-2026-0001: Act without undue delay"
    with qtbot.waitSignal(workspace.navigation.moved) as moved:
        task.click()
    assert moved.args == [Place("case", case_id=case_id)]


def test_every_task_code_and_sample_is_worded(page: TodayPage) -> None:
    assert page._task_words(samples.board().tasks[0]) == "Send the letters that are issued (3)"


def test_a_narrow_window_spares_the_officer_and_never_what_is_owed(
    page: TodayPage, workspace: Workspace, desktop: Desktop, hand: Hand, settle: Settle, qtbot: QtBot
) -> None:
    fill(desktop, hand)
    page.show_place(Place("today"))
    settle(workspace.jobs)
    assert not table(page).isColumnHidden(DueTable.OFFICER)
    page.resize(900, 700)
    qtbot.waitUntil(lambda: table(page).isColumnHidden(DueTable.OFFICER))
    assert table(page).columnWidth(DueTable.OWED) >= 100
    assert not table(page).isColumnHidden(DueTable.CASE)
