"""What the acts of a case lead to, where the next step says more than the act."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, JAKARTA, Desktop
from tests.services.test_breaches import assess, notice, opened
from ui.context import Workspace
from ui.navigation import Place
from ui.pages.case.acts import CaseActs
from workbench.domain.letters import LetterKind
from workbench.domain.phases import Act


def test_the_next_notice_of_a_breach_is_written_under_the_law_that_the_step_names(
    desktop: Desktop, workspace: Workspace, qtbot: QtBot
) -> None:
    desktop.hand.now -= timedelta(hours=1)
    case_id = opened(desktop)
    assess(desktop, case_id)
    went: list[Place] = []
    workspace.navigation.moved.connect(went.append)
    owner = QWidget()
    qtbot.addWidget(owner)
    acts = CaseActs(workspace, owner)
    for law in ("ID", EU_DE.law):
        acts.show_case(desktop.page(case_id))
        acts.perform(Act.COMPOSE)
        assert (went[-1].tab, went[-1].law) == (LetterKind.BREACH_NOTICE.value, law)
        notice(desktop, case_id, law, zone=JAKARTA)
