"""The directory of authorities on the screen: found, read, checked, edited and allowed, by the keyboard too."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, Desktop
from tests.ui.hands import find, type_in
from ui.context import Workspace
from ui.dialogs.authority import AllowAddressDialog, CheckAuthorityDialog, EditAuthorityDialog
from ui.jobs import Jobs
from ui.models.authority_table import AuthorityTable
from ui.navigation import Place
from ui.pages.authorities import AuthoritiesPage
from ui.safe import Label
from ui.style.chips import Tone
from ui.wording import words
from workbench.domain.authorities import CheckState
from workbench.domain.rights import Right
from workbench.services import authorities

Settle = Callable[[Jobs], None]


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, settle: Settle) -> AuthoritiesPage:
    made = AuthoritiesPage(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_place(Place("authorities"))
    settle(workspace.jobs)
    return made


def names(page: AuthoritiesPage) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, AuthorityTable.NAME).data()) for row in range(model.rowCount())]


def choose(page: AuthoritiesPage, words_of_it: str, settle: Settle) -> None:
    type_in(find(page, QLineEdit, "authoritiesFilterText"), words_of_it)
    settle(page.workspace.jobs)
    assert page.table.currentIndex().row() == 0


def said(page: AuthoritiesPage, name: str) -> str:
    label = find(page, Label, f"authority{name}")
    return label.text() if label.isVisible() else ""


def test_the_model_keeps_qts_rules_and_words_every_cell(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS, laws=(EU_DE,))
    model = AuthorityTable(words(), {"EU": "GDPR"})
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = desktop.see(authorities.list_authorities)
    model.show_lines(lines)
    row = next(number for number, line in enumerate(lines) if line.authority.id == "debfdi")
    cells = [model.text(lines[row], column) for column in range(model.columnCount())]
    assert cells[1:] == ["Germany", "GDPR", "German", "unchecked"]
    assert model.tone(lines[row], AuthorityTable.STATE) is Tone.LATE
    assert "without it" in model.hint(lines[row], AuthorityTable.STATE)


def test_the_list_is_narrowed_by_words_law_and_state(page: AuthoritiesPage, qtbot: QtBot) -> None:
    every = len(names(page))
    law = find(page, QComboBox, "authoritiesFilterLaw")
    law.setCurrentIndex(law.findData("GB"))
    assert names(page) == ["Information Commissioner's Office"]
    which = find(page, QComboBox, "authoritiesFilterState")
    which.setCurrentIndex(which.findData("to_check"))
    assert names(page) == []
    assert not find(page, QPushButton, "authorityEdit").isEnabled()
    law.setCurrentIndex(0)
    assert len(names(page)) == every - 1
    type_in(find(page, QLineEdit, "authoritiesFilterText"), "north rhine")
    assert len(names(page)) == 2
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 1


def test_the_card_says_where_none_is_formed_yet(page: AuthoritiesPage, settle: Settle) -> None:
    choose(page, "Komdigi", settle)
    assert said(page, "Standing") == "Stands in until Lembaga PDP is formed"
    assert "not formed on 16 September 2026" in said(page, "Note")
    assert said(page, "Check") == "Nobody has checked this entry."
    assert "own words: name in English" in said(page, "Source")


def test_an_entry_is_marked_as_checked_by_the_keyboard(page: AuthoritiesPage, qtbot: QtBot, settle: Settle) -> None:
    choose(page, "Bundesbeauftragte", settle)
    button = find(page, QPushButton, "authorityCheck")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    dialog = find(page, CheckAuthorityDialog, "checkAuthority")
    send = find(dialog, QPushButton, "checkAuthoritySend")
    send.click()
    assert dialog.isVisible()
    type_in(find(dialog, QPlainTextEdit, "checkAuthorityAgainst"), "bfdi.bund.de")
    with qtbot.waitSignal(page.workspace.jobs.changed):
        send.click()
    settle(page.workspace.jobs)
    assert said(page, "Check") == "Checked on 2 November 2026 by Ayu Contoh against bfdi.bund.de"
    assert "Ayu Contoh: Entry of an authority checked" in said(page, "History")
    assert not find(page, QPushButton, "authorityAllow").isEnabled()


def test_enter_edits_the_offices_own_copy(page: AuthoritiesPage, desktop: Desktop, qtbot: QtBot, settle: Settle) -> None:
    choose(page, "Bundesbeauftragte", settle)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = find(page, EditAuthorityDialog, "editAuthority")
    find(dialog, QPlainTextEdit, "editAuthorityAddress").setPlainText("Neue Straße 1\n53117 Bonn")
    with qtbot.waitSignal(page.workspace.jobs.changed):
        find(dialog, QPushButton, "editAuthoritySend").click()
    settle(page.workspace.jobs)
    assert said(page, "Address") == "Neue Straße 1\n53117 Bonn"
    assert "(address)" in said(page, "History")
    found = next(one for one in desktop.see(authorities.list_authorities) if one.authority.id == "debfdi")
    assert (found.authority.own, found.state) == (True, CheckState.UNCHECKED)


def test_a_refused_edit_keeps_what_was_typed(page: AuthoritiesPage, qtbot: QtBot, settle: Settle) -> None:
    choose(page, "Bundesbeauftragte", settle)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = find(page, EditAuthorityDialog, "editAuthority")
    find(dialog, QLineEdit, "editAuthorityLanguages").setText("Deutsch")
    with qtbot.waitSignal(page.workspace.jobs.refused, raising=False, timeout=300):
        find(dialog, QPushButton, "editAuthoritySend").click()
    settle(page.workspace.jobs)
    assert dialog.isVisible()
    assert "codes of two or three letters" in find(dialog, Label, "editAuthorityProblem").text()
    dialog.reject()


def test_an_unchecked_address_is_allowed_with_a_reason_and_forbidden_again(
    page: AuthoritiesPage, qtbot: QtBot, settle: Settle
) -> None:
    choose(page, "Bundesbeauftragte", settle)
    button = find(page, QPushButton, "authorityAllow")
    button.click()
    dialog = find(page, AllowAddressDialog, "allowAddress")
    find(dialog, QPushButton, "allowAddressSend").click()
    assert dialog.isVisible()
    type_in(find(dialog, QPlainTextEdit, "allowAddressReason"), "They confirmed it by phone.")
    with qtbot.waitSignal(page.workspace.jobs.changed):
        find(dialog, QPushButton, "allowAddressSend").click()
    settle(page.workspace.jobs)
    assert "Allowed unchecked: They confirmed it by phone." in said(page, "Check")
    with qtbot.waitSignal(page.workspace.jobs.changed):
        button.click()
    settle(page.workspace.jobs)
    assert said(page, "Check") == "Nobody has checked this entry."


def test_the_heading_counts_what_open_cases_wait_for(page: AuthoritiesPage, desktop: Desktop, settle: Settle) -> None:
    assert page.heading().chips == ()
    desktop.register(Right.ACCESS, laws=(EU_DE,))
    page.reload()
    settle(page.workspace.jobs)
    assert page.heading().chips == (("1 of them with open cases", Tone.LATE),)
