"""A breach on the screen: opened by the keyboard, its hours counted, told law by law, its facts kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, ID_ID, Desktop, Hand
from tests.services.test_breaches import assess, leave, notice, opened, told
from tests.ui.hands import find, type_in
from ui.context import Workspace
from ui.dialogs.breach_notices import LeaveUntoldDialog, RecordNoticeDialog, SubjectsToldDialog
from ui.dialogs.breach_risk import AssessRiskDialog
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.models.breach_table import BreachTable
from ui.models.breach_words import due_words, gone_words, hours_figure, left_of
from ui.navigation import Place
from ui.pages.breach_new import NewBreachDialog
from ui.pages.breach_register import BreachRegister
from ui.pages.case.breach_panel import BreachPanel
from ui.pages.letter import LetterPage, Standing
from ui.safe import Label
from ui.style.chips import Chip, Tone
from ui.widgets.instant_edit import InstantEdit
from ui.wording import words
from workbench.domain.breaches import NotToTell, Risk
from workbench.domain.cases import LawPlace
from workbench.domain.commands import CloseCase
from workbench.domain.letters import LetterFields, LetterKind
from workbench.domain.phases import Act
from workbench.services import breaches, closure
from workbench.services.cases import case_page

Settle = Callable[[Jobs], None]


class Shown:
    """A breach panel on the screen, with its office."""

    def __init__(self, panel: BreachPanel, desktop: Desktop, workspace: Workspace, settle: Settle, case_id: int) -> None:
        self.panel, self.desktop, self.workspace, self.case_id = panel, desktop, workspace, case_id
        self._settle = settle

    def again(self) -> None:
        """Read the case anew, as its page does after every change."""
        self.panel.show_case(self.desktop.see(case_page, self.case_id), now=self.workspace.now())
        self.settle()

    def settle(self) -> None:
        self._settle(self.workspace.jobs)

    def press(self, name: str) -> None:
        find(self.panel, QPushButton, name).click()
        self.settle()

    def send(self, dialog: QDialog) -> None:
        find(dialog, QPushButton, f"{dialog.objectName()}Send").click()
        self.settle()
        self.again()

    def said(self, name: str) -> str:
        return find(self.panel, Label, name).text()

    def chip(self, name: str) -> tuple[str, Tone]:
        found = find(self.panel, Chip, name)
        return found.text(), found.tone()


@pytest.fixture
def shown(workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle) -> Shown:
    desktop.hand.go("2026-11-02 10:20")
    case_id = opened(desktop)
    panel = BreachPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(1200, 900)
    with qtbot.waitExposed(panel):
        panel.show()
    made = Shown(panel, desktop, workspace, settle, case_id)
    panel.act_wanted.connect(panel.perform)
    made.again()
    return made


def choose(dialog: QDialog, name: str, key: str) -> None:
    box = find(dialog, QComboBox, name)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


# Hours


def test_hours_gone_and_left_move_with_the_clock_once_a_minute(shown: Shown) -> None:
    assert shown.chip("breachLeftID0") == ("72 h 0 min left", Tone.SOON)
    shown.desktop.hand.later(hours=30, minutes=50)
    (timer,) = shown.panel.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert (timer.isActive(), timer.interval()) == (True, 60_000)
    button = find(shown.panel, QPushButton, "breachRecordID")
    timer.timeout.emit()
    assert shown.said("breachGoneID0") == "30 h 50 min gone"
    assert shown.chip("breachLeftID0") == ("41 h 10 min left", Tone.SOON)
    assert shown.chip("breachLeftEU0") == ("41 h 50 min left", Tone.SOON)
    assert find(shown.panel, QPushButton, "breachRecordID") is button
    shown.desktop.hand.later(hours=42)
    timer.timeout.emit()
    assert shown.chip("breachLeftID0") == ("50 min late", Tone.LATE)
    assert shown.chip("breachLeftEU0")[1] is Tone.LATE
    shown.panel.hide()
    assert not timer.isActive()


def test_the_end_is_told_in_the_zone_of_the_office_and_of_the_law(shown: Shown) -> None:
    assert shown.said("breachDueID0") == "due 5 November 2026, 10:20 WIB, UU PDP Art 46(1)(b)"
    assert shown.said("breachDueEU0").startswith("due 5 November 2026, 11:00 WIB (5 November 2026, 05:00 CET), GDPR Art 33(1)")
    assert shown.said("breachDueEU1").startswith("no number of hours or days: without delay")
    assert "Komdigi" in shown.said("breachAuthorityID")
    assert "Bundesbeauftragte" in shown.said("breachAuthorityEU")


def test_the_words_of_a_clock_that_was_ended(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:20")
    case_id = opened(desktop, LawPlace("BR", "BR"))
    desktop.hand.later(hours=5)
    notice(desktop, case_id, "BR")
    clock, people, final = desktop.see(breaches.breach_page, case_id).laws[0].clocks
    assert gone_words(clock, desktop.hand.now + timedelta(days=9)) == "told after 5 h 0 min"
    assert left_of(clock, desktop.hand.now).tone is Tone.DONE
    assert due_words(people, "Asia/Jakarta") == "due 5 November 2026, to the end of the day in UTC-03"
    assert left_of(people, desktop.hand.now).text == "3 days"
    assert final.line.kind == "breach_final"
    figure = hours_figure(clock, desktop.hand.now, words())
    assert "counts from 2 Nov" in figure.description
    assert "told 2 Nov" in figure.description
    assert "received" not in figure.description


# Acts


def test_the_risk_is_suggested_and_the_officer_concludes(shown: Shown) -> None:
    shown.press("breachAssess")
    dialog = find(shown.panel, AssessRiskDialog, "assessRisk")
    shown.send(dialog)
    assert dialog.isVisible()
    choose(dialog, "assessRiskLikelihood", "high")
    choose(dialog, "assessRiskSeverity", "high")
    suggested = find(dialog, Chip, "assessRiskSuggested")
    assert suggested.text() == "High risk"
    risk = find(dialog, QComboBox, "assessRiskRisk")
    assert risk.currentData() == "high"
    choose(dialog, "assessRiskRisk", "risk")
    choose(dialog, "assessRiskSeverity", "low")
    assert (suggested.text(), risk.currentData()) == ("Risk", "risk")
    type_in(find(dialog, QPlainTextEdit, "assessRiskReasons"), "Encrypted with a strong key.")
    shown.send(dialog)
    assert shown.said("breachReasons") == "Encrypted with a strong key."
    known = shown.desktop.see(breaches.breach_page, shown.case_id).breach.assessment
    assert known is not None
    assert (known.likelihood.value, known.severity.value, known.risk) == ("high", "low", Risk.RISK)


def test_a_late_notice_asks_for_its_reason(shown: Shown) -> None:
    shown.desktop.hand.later(hours=72, minutes=30)
    shown.again()
    shown.press("breachRecordEU")
    dialog = find(shown.panel, RecordNoticeDialog, "recordNotice")
    reason = find(dialog, QPlainTextEdit, "recordNoticeLate")
    assert not reason.isVisible()
    choose(dialog, "recordNoticeLaw", "ID")
    assert reason.isVisible()
    shown.send(dialog)
    assert dialog.isVisible()
    type_in(find(dialog, QLineEdit, "recordNoticeReference"), "KD 7")
    type_in(reason, "The extent was not known.")
    shown.send(dialog)
    (line,) = shown.desktop.see(breaches.breach_page, shown.case_id).notices
    assert (line.law, line.late, line.reference, line.text) == ("ID", True, "KD 7", "The extent was not known.")
    assert shown.chip("breachLeftID0") == ("told late", Tone.LATE)
    shown.press("breachRecordID")
    again = [one for one in shown.panel.findChildren(RecordNoticeDialog) if one.isVisible()][-1]
    stage = find(again, QComboBox, "recordNoticeStage")
    assert [stage.itemData(row) for row in range(stage.count())] == ["follow_up", "final"]
    again.reject()


def test_the_people_are_told_and_counted(shown: Shown) -> None:
    shown.press("breachToldID")
    dialog = find(shown.panel, SubjectsToldDialog, "subjectsTold")
    choose(dialog, "subjectsToldLaw", "")
    shown.send(dialog)
    assert dialog.isVisible()
    type_in(find(dialog, QPlainTextEdit, "subjectsToldHow"), "e-mail to each")
    find(dialog, QSpinBox, "subjectsToldCount").setValue(1200)
    shown.send(dialog)
    (line,) = shown.desktop.see(breaches.breach_page, shown.case_id).notices
    assert (line.law, line.count, line.text) == ("", 1200, "e-mail to each")
    assert find(shown.panel, QPushButton, "breachUntoldID").isEnabled()


def test_nobody_is_left_untold_before_the_assessment(shown: Shown) -> None:
    shown.press("breachUntoldEU")
    early = find(shown.panel, LeaveUntoldDialog, "leaveUntold")
    assert not find(early, QPushButton, "leaveUntoldSend").isEnabled()
    early.reject()
    assess(shown.desktop, shown.case_id, Risk.UNLIKELY)
    shown.again()
    shown.press("breachUntoldEU")
    dialog = [one for one in shown.panel.findChildren(LeaveUntoldDialog) if one.isVisible()][-1]
    choose(dialog, "leaveUntoldWho", "subjects")
    shown.send(dialog)
    assert dialog.isVisible()
    type_in(find(dialog, QPlainTextEdit, "leaveUntoldReason"), "Nobody is affected.")
    shown.send(dialog)
    assert shown.desktop.see(breaches.breach_page, shown.case_id).laws[1].untold == frozenset({NotToTell.AUTHORITY})
    leave(shown.desktop, shown.case_id, "EU", NotToTell.AUTHORITY)
    shown.again()
    assert not find(shown.panel, QPushButton, "breachUntoldEU").isEnabled()


def test_the_letter_is_written_under_its_law(shown: Shown) -> None:
    places: list[Place] = []
    shown.workspace.navigation.moved.connect(places.append)
    shown.press("breachWriteEU")
    notice(shown.desktop, shown.case_id, "EU")
    shown.again()
    shown.press("breachWriteEU")
    assert [(one.page, one.case_id, one.tab, one.law) for one in places] == [
        ("letter", shown.case_id, LetterKind.BREACH_NOTICE.value, "EU"),
        ("letter", shown.case_id, LetterKind.BREACH_FOLLOW_UP.value, "EU"),
    ]


def test_the_composer_begins_under_the_law_that_was_asked_for(
    workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    case_id = opened(desktop, ID_ID, EU_DE)
    draft = desktop.draft(case_id, LetterKind.BREACH_NOTICE, fields=LetterFields(addressee=(), law="ID"))
    page = LetterPage(workspace)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    asked = Place("letter", case_id=case_id, tab=LetterKind.BREACH_NOTICE.value, law="EU")
    page.show_place(asked)
    settle(workspace.jobs)
    assert (page.standing(), page.form.law()) == (Standing.NEW, "EU")
    other = LetterPage(workspace)
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.show_place(replace(asked, law="ID"))
    settle(workspace.jobs)
    assert (other.standing(), other.form.law()) == (Standing.DRAFT, "ID")
    assert draft > 0


# Facts


def test_facts_are_saved_by_the_button_and_on_leaving(shown: Shown) -> None:
    save = find(shown.panel, QPushButton, "breachSave")
    assert not save.isEnabled()
    type_in(find(shown.panel, QPlainTextEdit, "breachWhat"), "Today ")
    find(shown.panel, QCheckBox, "breachCategory_email").setChecked(True)
    find(shown.panel, QCheckBox, "breachNature_confidentiality").setChecked(True)
    find(shown.panel, QSpinBox, "breachSubjects").setValue(12)
    assert save.isEnabled()
    shown.press("breachSave")
    shown.again()
    kept = shown.desktop.see(breaches.breach_page, shown.case_id).breach
    assert kept.what.startswith("Today A laptop")
    assert (kept.categories, kept.subjects, kept.records, kept.approximate) == (("email",), 12, None, True)
    assert not save.isEnabled()
    type_in(find(shown.panel, QLineEdit, "breachPeople"), "customers")
    shown.panel.hide()
    shown.settle()
    assert shown.desktop.see(breaches.breach_page, shown.case_id).breach.people == "customers"


def test_what_is_typed_stays_when_something_else_is_recorded(shown: Shown) -> None:
    line = find(shown.panel, QLineEdit, "breachPeople")
    type_in(line, "custom")
    told(shown.desktop, shown.case_id)
    shown.again()
    assert line.text() == "custom"
    other = opened(shown.desktop, ID_ID, title="Another one")
    shown.case_id, first = other, shown.case_id
    shown.again()
    assert line.text() == ""
    assert shown.desktop.see(breaches.breach_page, first).breach.people == "custom"
    assert shown.desktop.see(breaches.breach_page, other).breach.people == ""


def test_a_closed_breach_is_shown_and_not_edited(shown: Shown) -> None:
    assess(shown.desktop, shown.case_id, Risk.UNLIKELY)
    for law in ("ID", "EU"):
        for who in NotToTell:
            leave(shown.desktop, shown.case_id, law, who)
    shown.desktop.do(closure.close_case, CloseCase(case_id=shown.case_id))
    shown.again()
    assert not find(shown.panel, QPushButton, "breachSave").isVisible()
    assert find(shown.panel, QPlainTextEdit, "breachWhat").isReadOnly()
    for name in ("breachAssess", "breachRecordID", "breachToldEU", "breachWriteID"):
        assert not find(shown.panel, QPushButton, name).isEnabled()
    shown.panel.perform(Act.HANDLE_BREACH)
    assert shown.panel.findChildren(AssessRiskDialog) == []


# Opening


def test_a_breach_is_opened_from_the_menu(
    open_window: Callable[[], MainWindow], hand: Hand, settle: Settle, qtbot: QtBot
) -> None:
    window = open_window()
    window.actions_by_id["new_breach"].trigger()
    settle(window.jobs)
    dialog = find(window, NewBreachDialog, "newBreach")
    find(dialog, QPushButton, "newBreachSend").click()
    assert dialog.isVisible()
    type_in(find(dialog, QLineEdit, "newBreachTitle"), "Stolen laptop")
    known = find(dialog, QCheckBox, "newBreachOccurredKnown")
    known.setChecked(True)
    at = find(dialog, InstantEdit, "newBreachOccurredAt")
    aware = find(dialog, InstantEdit, "newBreachAware").instant()
    at.set_instant(aware + timedelta(minutes=5))
    find(dialog, QPushButton, "newBreachSend").click()
    assert dialog.isVisible()
    at.set_instant(aware - timedelta(hours=5))
    with qtbot.waitSignal(window.jobs.changed):
        find(dialog, QPushButton, "newBreachSend").click()
    settle(window.jobs)
    place = window.navigation.place
    assert place is not None
    assert place.page == "case"
    panel = find(window, BreachPanel, "breachPanel")
    assert panel.isVisible()
    assert find(panel, Label, "breachGoneID0").text().endswith("gone")
    assert hand.now is not None


# The register


@pytest.fixture
def register(workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle) -> BreachRegister:
    desktop.hand.go("2026-11-02 10:20")
    first = opened(desktop, ID_ID, EU_DE)
    assess(desktop, first, Risk.HIGH)
    desktop.hand.later(hours=20)
    notice(desktop, first, "ID")
    opened(desktop, ID_ID, title="Wrong attachment")
    made = BreachRegister(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.reload()
    settle(workspace.jobs)
    return made


def cells(register: BreachRegister, column: int) -> list[str]:
    model = register.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_the_register_lists_filters_and_opens(register: BreachRegister, qtbot: QtBot) -> None:
    assert register.subtitle().startswith("2 breach")
    assert register.subtitle().endswith("2 at work")
    assert cells(register, BreachTable.TITLE) == ["Wrong attachment", "Backup on a stolen laptop"]
    assert cells(register, BreachTable.RISK) == ["not assessed", "High risk"]
    assert cells(register, BreachTable.TOLD) == ["", "ID"]
    assert cells(register, BreachTable.HOURS) == ["", "20"]
    assert cells(register, BreachTable.DUE) == ["72 h left", "52 h left"]
    text = find(register, QLineEdit, "breachFilterText")
    type_in(text, "0001")
    assert cells(register, BreachTable.NUMBER) == ["BRE-2026-0001"]
    standing = find(register, QComboBox, "breachFilterStanding")
    standing.setCurrentIndex(standing.findData("closed"))
    assert find(register, Label, "breachRegisterEmpty").isVisible()
    standing.setCurrentIndex(0)
    places: list[Place] = []
    register.workspace.navigation.moved.connect(places.append)
    qtbot.keyClick(register.table, Qt.Key.Key_Return)
    assert [(one.page, one.case_id) for one in places] == [("case", 1)]


def test_the_register_is_saved_as_a_table(register: BreachRegister, settle: Settle, tmp_path: Path) -> None:
    find(register, QPushButton, "breachCsv").click()
    settle(register.workspace.jobs)
    dialog = find(register, QDialog, "saveDialog")
    assert dialog.isVisible()
    dialog.close()
    assert list(tmp_path.glob("*.csv")) == []


def test_the_model_keeps_qts_rules(desktop: Desktop) -> None:
    opened(desktop)
    model = BreachTable(words(), "Asia/Jakarta")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_breaches(desktop.see(breaches.list_breaches), now=desktop.hand.now)
    line = model.lines()[0]
    assert "2 November 2026, 10:00 WIB" in model.hint(line, BreachTable.AWARE)
    assert "Germany" in model.hint(line, BreachTable.LAWS)
    assert model.hint(line, BreachTable.DUE)
