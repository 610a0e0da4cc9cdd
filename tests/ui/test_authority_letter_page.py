"""The composer for letters to authorities: the kinds that the case has, the law and the authority, the language of whom it goes to."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, Desktop
from tests.ui.hands import find
from ui.context import Workspace
from ui.jobs import Jobs
from ui.navigation import Place
from ui.pages import letter as letter_page
from ui.pages.case.letters_panel import KIND_GROUPS, LettersPanel
from ui.pages.letter import LetterPage, Standing
from workbench.domain.cases import CaseKind, Channel
from workbench.domain.commands import OpenBreach, OpenMatter
from workbench.domain.letters import LetterKind
from workbench.domain.matters import MatterKind
from workbench.domain.phases import LETTERS_OF
from workbench.services import breaches, letters, matters

Settle = Callable[[Jobs], None]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let drafts be drawn and kept at once, so that the tests need not wait."""
    monkeypatch.setattr(letter_page, "PREVIEW_AFTER_MS", 20)
    monkeypatch.setattr(letter_page, "KEEP_AFTER_MS", 100)


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> LetterPage:
    made = LetterPage(workspace)
    qtbot.addWidget(made)
    made.resize(1224, 830)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def breach(desktop: Desktop) -> int:
    command = OpenBreach(
        title="Stolen laptop", what="A laptop was stolen.", aware_at=desktop.hand.now, zone=JAKARTA, laws=(ID_ID, EU_DE)
    )
    return int(desktop.do(breaches.open_breach, command).created or 0)


@pytest.fixture
def matter(desktop: Desktop) -> int:
    command = OpenMatter(
        kind=MatterKind.ENQUIRY,
        authority_id="gbico",
        received_at=desktop.hand.now,
        zone=JAKARTA,
        channel=Channel.POST,
        laws=(GB_ENG,),
        reference="IC-118",
        due=date(2026, 11, 30),
        subject_line="Late access request",
        language="id",
    )
    return int(desktop.do(matters.open_matter, command).created or 0)


def show(page: LetterPage, case_id: int, kind: LetterKind, qtbot: QtBot, settle: Settle) -> None:
    place = Place("letter", case_id=case_id, tab=kind.value)
    page.workspace.navigation.go(place)
    page.show_place(place)
    qtbot.waitUntil(lambda: page.standing() is not Standing.NOTHING)
    settle(page.workspace.jobs)


def offered(page: LetterPage) -> set[LetterKind]:
    return {LetterKind(page.form.kind_box.itemData(index)) for index in range(page.form.kind_box.count())}


def test_only_the_kinds_of_the_case_are_offered(page: LetterPage, matter: int, qtbot: QtBot, settle: Settle) -> None:
    show(page, matter, LetterKind.AUTHORITY_SUBMISSION, qtbot, settle)
    assert offered(page) == LETTERS_OF[CaseKind.MATTER]
    assert page.form.addressee.toPlainText().splitlines()[0] == "Information Commissioner's Office"
    place = page.form.place("their_reference")
    assert place is not None
    assert place.placeholderText() == "IC-118"
    assert page.heading().subtitle == "Full submission, REG-2026-0001"


def test_the_language_is_that_of_the_authority_and_not_of_the_office(
    page: LetterPage, matter: int, qtbot: QtBot, settle: Settle
) -> None:
    show(page, matter, LetterKind.AUTHORITY_ACKNOWLEDGEMENT, qtbot, settle)
    assert page.form.language() == "en"
    page.form.set_language("id")
    page.form.choice_changed.emit()
    settle(page.workspace.jobs)
    assert page.form.language() == "id", "what the officer chose stays"


def test_a_notice_of_a_breach_asks_under_which_law_and_goes_to_its_authority(
    page: LetterPage, breach: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    show(page, breach, LetterKind.BREACH_NOTICE, qtbot, settle)
    form = page.form
    assert form.law_box.isVisible()
    assert [form.law_box.itemData(index) for index in range(form.law_box.count())] == ["ID", "EU"]
    assert (form.law(), form.language()) == ("ID", "id")
    komdigi = form.addressee.toPlainText()
    assert "Kementerian Komunikasi dan Digital" in komdigi
    form.law_box.setCurrentIndex(1)
    qtbot.waitUntil(lambda: form.addressee.toPlainText() not in {"", komdigi})
    settle(page.workspace.jobs)
    assert (form.law(), form.language()) == ("EU", "de")
    qtbot.waitUntil(lambda: page.standing() is Standing.DRAFT and not page.unkept())
    settle(page.workspace.jobs)
    letter = desktop.page(breach).letters[-1]
    assert (desktop.see(letters.load_letter, letter.id).fields.law, letter.language) == ("EU", "de")


def test_a_letter_that_is_under_every_law_asks_for_none(page: LetterPage, breach: int, qtbot: QtBot, settle: Settle) -> None:
    show(page, breach, LetterKind.BREACH_SUBJECTS, qtbot, settle)
    assert not page.form.law_box.isVisible()
    assert page.form.fields().law == ""


def test_the_menu_of_new_letters_shows_what_the_kind_of_case_has(
    workspace: Workspace, desktop: Desktop, matter: int, breach: int, qtbot: QtBot
) -> None:
    panel = LettersPanel(workspace)
    qtbot.addWidget(panel)
    for case_id, shown in ((matter, {"matters", "notices", "complaints"}), (breach, {"breaches", "notices", "complaints"})):
        panel.show_case(desktop.page(case_id))
        menus = {group: find(panel, QMenu, f"newLetters_{group}") for group in KIND_GROUPS}
        assert {group for group, menu in menus.items() if menu.menuAction().isVisible()} == shown
    names = {action.objectName() for action in menus["breaches"].actions()}
    assert names == {"newLetter_breach_notice", "newLetter_breach_follow_up", "newLetter_breach_subjects"}
