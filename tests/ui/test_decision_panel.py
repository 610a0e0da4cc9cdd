"""The decision panel: each right is decided on grounds that its laws allow, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, ID_ID, Desktop
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.jobs import Jobs
from ui.navigation import Place
from ui.pages.case.decision_panel import DecisionPanel
from ui.safe import Label
from ui.widgets.checklist import Check
from ui.widgets.ground_cards import GroundCard
from workbench.domain.changes import Changes
from workbench.domain.decisions import Outcome, ScheduleLine, Treatment
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.services.wording import words

Settle = Callable[[Jobs], None]


@pytest.fixture
def panel(workspace: Workspace, desktop: Desktop, qtbot: QtBot) -> DecisionPanel:
    """The panel, which reads its case again after every change as the page of the case makes it."""
    made = DecisionPanel(workspace)
    qtbot.addWidget(made)
    made.resize(1224, 760)

    def again(changes: Changes) -> None:
        shown = made.case_id()
        if shown in changes.cases:
            made.show_case(desktop.page(shown))

    workspace.jobs.changed.connect(again)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def show(panel: DecisionPanel, desktop: Desktop, settle: Settle) -> Callable[[int], None]:
    """Return a function that shows a case and waits for its grounds."""

    def shown(case_id: int) -> None:
        panel.show_case(desktop.page(case_id))
        settle(panel.workspace.jobs)

    return shown


def choose(panel: DecisionPanel, outcome: Outcome) -> None:
    press(find(panel, QRadioButton, f"outcome_{outcome.value}"), Qt.Key.Key_Space)


def ground(panel: DecisionPanel, ground_id: str) -> GroundCard:
    return find(panel, GroundCard, f"ground_{ground_id}")


def record(panel: DecisionPanel) -> QPushButton:
    return find(panel, QPushButton, "recordDecision")


def missing(panel: DecisionPanel) -> list[str]:
    return [line.text for line in panel.missing_to_record()]


def test_a_refusal_by_keyboard_needs_a_ground_and_a_reason(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], qtbot: QtBot, settle: Settle
) -> None:
    case = desktop.register(Right.ACCESS)
    show(case)
    assert missing(panel) == ["Outcome"]
    choose(panel, Outcome.REFUSED)
    assert missing(panel) == ["Ground under EU GDPR", "Reason in your own words"]
    assert not record(panel).isEnabled()
    press(ground(panel, "EU.frivolous"), Qt.Key.Key_Space)
    assert missing(panel) == ["Reason in your own words"]
    type_in(find(panel, QPlainTextEdit, "decisionReason"), "Fourth request since August.")
    assert not find(panel, QPlainTextEdit, "decisionNote").isVisible(), "a refusal has its internal reasoning in the dossier"
    assert missing(panel) == []
    with qtbot.waitSignal(panel.workspace.jobs.changed):
        press(record(panel), Qt.Key.Key_Space)
    settle(panel.workspace.jobs)
    decision = desktop.page(case).case.decision(Right.ACCESS)
    assert decision is not None
    assert (decision.outcome, decision.grounds) == (Outcome.REFUSED, ("EU.frivolous",))
    assert decision.reason == "Fourth request since August."
    lines = {line.text: line for line in panel.readiness.lines()}
    assert lines["The ground exists in this law"].check is Check.THERE
    assert lines["Each factor has a sentence and evidence"].small == "No factor is ticked."
    assert lines["The letter names every remedy"].small == "There is no letter yet."
    assert panel.preview.page_count > 0


def test_the_letter_is_one_key_away_from_the_decision(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None]
) -> None:
    case = desktop.register(Right.ACCESS)
    show(case)
    draft = find(panel, QPushButton, "draftLetter")
    assert not draft.isEnabled()
    desktop.decide(case, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Fourth request")
    show(case)
    press(draft, Qt.Key.Key_Space)
    assert panel.workspace.navigation.place == Place("letter", case_id=case, tab="refusal")
    letter = desktop.draft(case, LetterKind.REFUSAL)
    show(case)
    press(draft, Qt.Key.Key_Space)
    assert panel.workspace.navigation.place == Place("letter", case_id=case, letter_id=letter)


def test_a_ground_the_law_does_not_know_says_why_and_cannot_be_chosen(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], qtbot: QtBot
) -> None:
    show(desktop.register(Right.ACCESS, laws=(ID_ID,)))
    choose(panel, Outcome.REFUSED)
    card = ground(panel, "ID.frivolous")
    assert "This law knows no such ground." in card.accessibleDescription()
    card.setFocus()
    press(card, Qt.Key.Key_Space)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert not card.isChecked()
    assert missing(panel)[0] == "Ground under Indonesian PDP Law"
    details = find(panel, QWidget, "groundDetails_ID")
    said = " ".join(label.text() for label in details.findChildren(Label))
    assert "Neither the Act nor the Government Regulation" in said
    assert "resend it inside 3x24 h" in said
    assert "justifications:ProcessFrivolous" in said
    assert words(panel.workspace.language).word("confidence", "H") in said


def test_a_lawful_way_begins_with_its_letter(
    panel: DecisionPanel, workspace: Workspace, desktop: Desktop, show: Callable[[int], None]
) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE,))
    show(case_id)
    choose(panel, Outcome.REFUSED)
    reason = find(panel, QPlainTextEdit, "decisionReason")
    type_in(reason, "Asked twice.")
    for kind, cite in ((LetterKind.FEE_NOTICE, "12(5)"), (LetterKind.CLARIFICATION, "rec. 63")):
        button = find(panel, QPushButton, f"instead_{kind.value}")
        assert cite in button.accessibleDescription()
        press(button, Qt.Key.Key_Space)
        assert workspace.navigation.place == Place("letter", case_id=case_id, tab=kind.value)
    show(case_id)
    assert reason.toPlainText() == "Asked twice."


def test_a_law_without_such_ways_offers_no_letter(panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None]) -> None:
    show(desktop.register(Right.ACCESS, laws=(ID_ID,)))
    choose(panel, Outcome.REFUSED)
    assert [one.objectName() for one in panel.findChildren(QPushButton) if one.objectName() == "instead_fee_notice"] == []


def test_a_case_under_two_laws_needs_a_ground_in_each(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], qtbot: QtBot, settle: Settle
) -> None:
    case = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    show(case)
    choose(panel, Outcome.REFUSED)
    type_in(panel.reason, "Names other people on every page.")
    press(ground(panel, "EU.privacy"), Qt.Key.Key_Space)
    assert missing(panel) == ["Ground under Indonesian PDP Law"]
    press(ground(panel, "ID.not_required_access"), Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.workspace.jobs.changed):
        press(record(panel), Qt.Key.Key_Space)
    settle(panel.workspace.jobs)
    decision = desktop.page(case).case.decision(Right.ACCESS)
    assert decision is not None
    assert decision.grounds == ("EU.privacy", "ID.not_required_access")
    assert ground(panel, "EU.privacy").isChecked()


def test_erasure_waits_for_the_decision_on_access(panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None]) -> None:
    case = desktop.register(Right.ACCESS, Right.ERASURE)
    show(case)
    press(find(panel, QPushButton, "right_erasure"), Qt.Key.Key_Space)
    choose(panel, Outcome.GRANTED)
    assert missing(panel) == ["Access decided before erasure"]
    desktop.decide(case, Right.ACCESS, Outcome.GRANTED)
    show(case)
    assert missing(panel) == []


def test_the_schedule_goes_with_a_part_grant(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], qtbot: QtBot, settle: Settle
) -> None:
    case = desktop.register(Right.ERASURE)
    show(case)
    choose(panel, Outcome.PARTLY)
    press(ground(panel, "EU.retention"), Qt.Key.Key_Space)
    type_in(panel.reason, "Invoices are kept for ten years.")
    panel.schedule.table.setFocus()
    press(panel.schedule.table, Qt.Key.Key_Insert)
    box = panel.window().focusWidget()
    assert box is not None
    type_in(box, "Support mail")
    with qtbot.waitSignal(panel.workspace.jobs.changed):
        press(record(panel), Qt.Key.Key_Space)
    settle(panel.workspace.jobs)
    decision = desktop.page(case).case.decision(Right.ERASURE)
    assert decision is not None
    assert decision.schedule == (ScheduleLine("Support mail", "", Treatment.ERASED),)


def test_the_schedule_offers_the_categories_of_the_policy_in_the_language_of_the_request(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None]
) -> None:
    show(desktop.register(Right.ACCESS))
    assert "National identification number" in panel.schedule.categories()


def test_what_is_typed_for_one_right_stays_while_another_is_looked_at(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None]
) -> None:
    case = desktop.register(Right.ACCESS, Right.ERASURE)
    show(case)
    choose(panel, Outcome.REFUSED)
    press(ground(panel, "EU.privacy"), Qt.Key.Key_Space)
    type_in(panel.reason, "For access")
    press(find(panel, QPushButton, "right_erasure"), Qt.Key.Key_Space)
    assert panel.reason.toPlainText() == ""
    assert panel.outcome() is None
    type_in(panel.reason, "For erasure")
    show(case)
    assert panel.reason.toPlainText() == "For erasure"
    press(find(panel, QPushButton, "right_access"), Qt.Key.Key_Space)
    assert panel.reason.toPlainText() == "For access"
    assert panel.outcome() is Outcome.REFUSED
    assert ground(panel, "EU.privacy").isChecked()


def test_what_was_typed_for_one_case_is_not_shown_in_another(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None]
) -> None:
    show(desktop.register(Right.ACCESS))
    choose(panel, Outcome.GRANTED)
    type_in(panel.reason, "Of the first case")
    show(desktop.register(Right.ACCESS))
    assert panel.reason.toPlainText() == ""
    assert panel.outcome() is None


def test_a_decision_is_shown_and_can_be_replaced_until_it_was_answered(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], qtbot: QtBot, settle: Settle
) -> None:
    case = desktop.register(Right.ACCESS)
    desktop.decide(case, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Too much")
    show(case)
    assert panel.outcome() is Outcome.REFUSED
    assert panel.reason.toPlainText() == "Too much"
    assert "Replace" in record(panel).text()
    assert not record(panel).isEnabled(), "nothing was changed"
    desktop.hand.later(minutes=5)
    choose(panel, Outcome.NOTHING_HELD)
    with qtbot.waitSignal(panel.workspace.jobs.changed):
        press(record(panel), Qt.Key.Key_Space)
    settle(panel.workspace.jobs)
    decision = desktop.page(case).case.decision(Right.ACCESS)
    assert decision is not None
    assert decision.outcome is Outcome.NOTHING_HELD
    assert decision.grounds == ()
    desktop.send(case, LetterKind.ANSWER)
    show(case)
    assert not record(panel).isEnabled()
    assert not find(panel, QRadioButton, "outcome_granted").isEnabled()
    assert not find(panel, QPushButton, "draftLetter").isEnabled()


def test_a_refusal_by_the_store_is_said_in_words_and_the_form_stays(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle
) -> None:
    case = desktop.register(Right.ACCESS)
    show(case)
    choose(panel, Outcome.GRANTED)
    type_in(panel.reason, "Granted in full")
    desktop.decide(case, Right.ACCESS, Outcome.WITHDRAWN)
    press(record(panel), Qt.Key.Key_Space)
    settle(panel.workspace.jobs)
    assert panel.problem.isVisible()
    assert "_" not in panel.problem.text()
    assert panel.reason.toPlainText() == "Granted in full"


def test_every_part_has_a_name_to_be_told_by(panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None]) -> None:
    show(desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID)))
    choose(panel, Outcome.PARTLY)
    for kind in (QPushButton, QRadioButton, GroundCard, QPlainTextEdit):
        for widget in panel.findChildren(kind):
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()
