"""A new complaint by the keyboard: about a case that is found by number or name, or standing alone; nothing typed is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, GB_ENG, SUBJECT, Desktop, at
from tests.services.test_complaints import TRANSFER, officer
from tests.ui.hands import find, type_in
from ui.context import Workspace
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.pages.complaint_intake import ComplaintIntakePage
from ui.safe import Label
from workbench.domain.cases import CaseKind, Channel
from workbench.domain.complaints import ComplaintKind
from workbench.domain.evidence import EvidenceKind
from workbench.domain.rights import Right
from workbench.services.complaints import complaint_page, list_complaints

Settle = Callable[[Jobs], None]


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> ComplaintIntakePage:
    made = ComplaintIntakePage(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def search(page: ComplaintIntakePage, text: str, settle: Settle, qtbot: QtBot) -> QListWidget:
    line = find(page, QLineEdit, "aboutSearch")
    line.setFocus()
    type_in(line, text)
    found = find(page, QListWidget, "aboutFound")
    qtbot.waitUntil(lambda: found.isVisible() or find(page, Label, "aboutTold").isVisible(), timeout=5000)
    settle(page.workspace.jobs)
    return found


def choose(page: ComplaintIntakePage, name: str, key: object) -> None:
    box = find(page, QComboBox, name)
    box.setCurrentIndex(next(row for row in range(box.count()) if box.itemData(row) == key))


def opened(page: ComplaintIntakePage, settle: Settle) -> int:
    page.open_complaint()
    settle(page.workspace.jobs)
    place = page.workspace.navigation.place
    assert place is not None
    assert place.case_id is not None
    return place.case_id


def test_a_complaint_about_a_case_takes_person_and_laws_from_it(
    page: ComplaintIntakePage, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    about = desktop.register(Right.ACCESS, Right.ERASURE, laws=(EU_DE, GB_ENG))
    rina = officer(desktop, "Rina Contoh")
    page.show_place(Place("complaint"))
    settle(page.workspace.jobs)
    found = search(page, "hannah", settle, qtbot)
    assert found.count() == 1
    QTest.keyClick(find(page, QLineEdit, "aboutSearch"), Qt.Key.Key_Return)
    settle(page.workspace.jobs)
    assert "DSR-2026-0001" in find(page, Label, "aboutSaid").text()
    type_in(find(page, QLineEdit, "complaintTopic"), "You refused")
    type_in(find(page, QPlainTextEdit, "complaintText"), "I do not agree.")
    choose(page, "complaintKind", ComplaintKind.REFUSAL.value)
    find(page, QCheckBox, "complaintRight_access").setChecked(True)
    find(page, QCheckBox, f"complaintOfficer_{rina.id}").setChecked(True)
    case_id = opened(page, settle)
    case = desktop.page(case_id).case
    said = desktop.see(complaint_page, case_id)
    assert (case.kind, case.about_id, case.subject, case.laws) == (CaseKind.COMPLAINT, about, SUBJECT, (EU_DE, GB_ENG))
    assert (case.request.subject_line, case.request.text) == ("You refused", "I do not agree.")
    assert (said.complaint.kind, said.complaint.rights, said.complaint.named_officers, said.written) == (
        ComplaintKind.REFUSAL,
        (Right.ACCESS,),
        (rina.id,),
        True,
    )


def test_a_complaint_that_stands_alone_is_typed_and_its_clocks_are_shown_before(
    page: ComplaintIntakePage, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    page.show_place(Place("complaint"))
    settle(page.workspace.jobs)
    page.person.laws.show_laws([(GB_ENG, "")])
    qtbot.waitUntil(lambda: page.findChild(Label, "complaintClock0") is not None, timeout=5000)
    assert find(page, Label, "complaintClock0").text() == "2 December 2026"
    choose(page, "complaintChannel", Channel.PHONE.value)
    assert not find(page, QCheckBox, "complaintWritten").isChecked()
    page.open_complaint()
    assert find(page, Label, "complainantProblemName").text()
    type_in(find(page, QLineEdit, "complainantName"), "Siti Contoh")
    choose(page, "complaintKind", ComplaintKind.TRANSFER.value)
    page.open_complaint()
    assert find(page, Label, "complaintProblemTransfer").isVisible()
    for key in ("destination", "safeguard", "exporter", "importer"):
        type_in(find(page, QLineEdit, f"complaintTransfer_{key}"), getattr(TRANSFER, key))
    file = tmp_path / "call.txt"
    file.write_text("She called at ten.")
    page.arrived.take(file)
    settle(page.workspace.jobs)
    case_id = opened(page, settle)
    said = desktop.see(complaint_page, case_id)
    assert (said.complaint.transfer, said.about, said.written) == (TRANSFER, None, False)
    assert [(one.name, one.kind) for one in said.files] == [("call.txt", EvidenceKind.CORRESPONDENCE)]
    assert desktop.page(case_id).case.request.channel is Channel.PHONE
    assert page.may_leave()


def test_a_mail_that_is_added_fills_in_who_wrote_it_and_finds_their_case(
    page: ComplaintIntakePage, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    desktop.register()
    desktop.hand.later(days=3)
    mail = tmp_path / "complaint.eml"
    mail.write_bytes(
        b"From: Hannah Beispiel <hannah@beispiel.example>\r\nTo: privacy@onee.example\r\nSubject: You never answered\r\n"
        b"Date: Tue, 03 Nov 2026 09:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nI asked in September.\r\n"
    )
    page.show_place(Place("complaint"))
    settle(page.workspace.jobs)
    page.arrived.take(mail)
    settle(page.workspace.jobs)
    found = find(page, QListWidget, "aboutFound")
    qtbot.waitUntil(lambda: found.count() == 1, timeout=10_000)
    assert find(page, QLineEdit, "complaintTopic").text() == "You never answered"
    QTest.keyClick(find(page, QLineEdit, "aboutSearch"), Qt.Key.Key_Return)
    settle(page.workspace.jobs)
    case_id = opened(page, settle)
    case = desktop.page(case_id).case
    assert (case.subject, case.request.text.strip()) == (SUBJECT, "I asked in September.")
    assert case.request.received_at == at("2026-11-03 09:00", "Europe/Berlin")
    assert [one.name for one in desktop.see(complaint_page, case_id).files] == ["complaint.eml"]


def test_what_was_typed_stays_when_another_case_is_chosen_and_is_asked_about_before_it_is_lost(
    page: ComplaintIntakePage, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    desktop.register()
    page.show_place(Place("complaint"))
    settle(page.workspace.jobs)
    assert page.may_leave()
    type_in(find(page, QLineEdit, "complainantName"), "Someone Else")
    type_in(find(page, QPlainTextEdit, "complaintText"), "I do not agree.")
    assert not page.may_leave()
    search(page, "DSR-2026-0001", settle, qtbot)
    QTest.keyClick(find(page, QLineEdit, "aboutSearch"), Qt.Key.Key_Return)
    settle(page.workspace.jobs)
    assert find(page, QLineEdit, "complainantName").text() == "Someone Else"
    assert find(page, QPlainTextEdit, "complaintText").toPlainText() == "I do not agree."
    find(page, QPushButton, "aboutOther").click()
    settle(page.workspace.jobs)
    assert find(page, QLineEdit, "aboutSearch").isVisible()
    assert desktop.see(list_complaints) == ()


def test_a_case_that_is_not_there_is_said_to_be_none(page: ComplaintIntakePage, settle: Settle, qtbot: QtBot) -> None:
    page.show_place(Place("complaint"))
    settle(page.workspace.jobs)
    assert not search(page, "nobody", settle, qtbot).isVisible()
    assert find(page, Label, "aboutTold").text() == "No case has this number or name."


def test_the_menu_opens_the_form_about_the_case_on_the_screen(
    open_window: Callable[[], MainWindow], desktop: Desktop, qtbot: QtBot
) -> None:
    case_id = desktop.register()
    window = open_window()
    window.navigation.go(Place("case", case_id=case_id))
    qtbot.waitUntil(lambda: window.jobs.idle, timeout=20_000)
    window.actions_by_id["new_complaint"].trigger()
    qtbot.waitUntil(lambda: window.jobs.idle, timeout=20_000)
    page = find(window, ComplaintIntakePage, "complaintIntakePage")
    assert "DSR-2026-0001" in find(page, Label, "aboutSaid").text()
    assert find(page, QLineEdit, "complainantName").text() == SUBJECT.name
