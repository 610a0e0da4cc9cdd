"""What an officer is told where the law names no way to a court, and that the law is quoted in English."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QRadioButton
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, Desktop
from tests.ui.hands import find, press
from tests.ui.walking import rich_labels
from ui.context import Workspace
from ui.jobs import Jobs
from ui.language import show_language
from ui.pages.case.decision_panel import DecisionPanel
from ui.pages.laws import LawsPage
from ui.safe import Label
from workbench.domain.cases import LawPlace
from workbench.domain.decisions import Outcome
from workbench.domain.rights import Right
from workbench.services.wording import words

Settle = Callable[[Jobs], None]

SG = LawPlace("SG", "SG")


def notes(panel: DecisionPanel) -> dict[str, str]:
    """Return the notes under the grounds, by their names."""
    names = ("courtUnnamed", "quotedInEnglish")
    return {one.objectName(): one.text() for one in panel.findChildren(Label) if one.objectName().startswith(names)}


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_grounds_say_which_law_names_no_court_and_what_is_in_english(
    workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle, language: str
) -> None:
    show_language(language)
    panel = DecisionPanel(replace(workspace, language=language, words=words(language)))
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_case(desktop.page(desktop.register(Right.ACCESS, laws=(EU_DE, SG))))
    settle(workspace.jobs)
    press(find(panel, QRadioButton, f"outcome_{Outcome.REFUSED.value}"), Qt.Key.Key_Space)
    told = notes(panel)
    assert words(language).word("content_remark", "court_unnamed") in told.pop("courtUnnamed_SG")
    assert list(told) == (["quotedInEnglish"] if language == "id" else [])
    assert rich_labels(panel) == []


def test_the_notes_go_with_the_law(workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle) -> None:
    panel = DecisionPanel(workspace)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    for law, expected in ((SG, ["courtUnnamed_SG"]), (EU_DE, [])):
        panel.show_case(desktop.page(desktop.register(Right.ACCESS, laws=(law,))))
        settle(workspace.jobs)
        press(find(panel, QRadioButton, f"outcome_{Outcome.REFUSED.value}"), Qt.Key.Key_Space)
        assert list(notes(panel)) == expected


def test_the_laws_page_says_which_law_names_no_court(workspace: Workspace, qtbot: QtBot) -> None:
    page = LawsPage(workspace)
    qtbot.addWidget(page)
    law = find(page, QComboBox, "lawFilter")
    for chosen, unnamed in (("SG", True), ("JP", False)):
        law.setCurrentIndex(law.findData(chosen))
        said = [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]
        assert (words("en").word("content_remark", "court_unnamed") in said) is unnamed
        assert ("APPI Art 39" in said) is not unnamed
