"""The dossier on the Decision tab: only what outcome and ground need is shown, and what is typed is kept word for word."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, ID_ID, Desktop
from tests.refusals import complete
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.jobs import Jobs
from ui.pages.case.decision_panel import DecisionPanel
from ui.widgets.card import Card
from ui.widgets.checklist import Check
from ui.widgets.entry_list import EntryField, EntryList, FieldKind
from ui.widgets.ground_cards import GroundCard
from ui.widgets.remarks import Remarks
from workbench.domain.changes import Changes
from workbench.domain.commands import AttachEvidence
from workbench.domain.decisions import Outcome
from workbench.domain.dossier import Dossier, EvidenceRefKind
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.readiness import CheckCode
from workbench.domain.rights import Right
from workbench.services import case_file, dossiers, evidence
from workbench.services.office import Desk

Settle = Callable[[Jobs], None]

SECTIONS = {
    "EU.frivolous": {"factorsCard", "counterCard", "triedCard", "balancingCard"},
    "EU.privacy": {"factorsCard", "counterCard", "withheldCard", "balancingCard"},
    "EU.not_required": {"scopeCard", "balancingCard"},
}


@pytest.fixture
def panel(workspace: Workspace, desktop: Desktop, qtbot: QtBot) -> Iterator[DecisionPanel]:
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
    yield made
    workspace.jobs.changed.disconnect(again)


@pytest.fixture
def show(panel: DecisionPanel, desktop: Desktop, settle: Settle) -> Callable[[int], None]:
    """Return a function that shows a case and waits for what is read of it."""

    def shown(case_id: int) -> None:
        panel.show_case(desktop.page(case_id))
        settle(panel.workspace.jobs)

    return shown


def choose(panel: DecisionPanel, settle: Settle, outcome: Outcome, ground: str = "") -> None:
    press(find(panel, QRadioButton, f"outcome_{outcome.value}"), Qt.Key.Key_Space)
    if ground:
        press(find(panel, GroundCard, f"ground_{ground}"), Qt.Key.Key_Space)
    settle(panel.workspace.jobs)


def shown_sections(panel: DecisionPanel) -> set[str]:
    return {one.objectName() for one in panel.dossier.findChildren(Card) if not one.isHidden()}


def kept(desktop: Desktop, case_id: int, right: Right) -> Dossier:
    def look(desk: Desk) -> Dossier:
        return dossiers.at_work(desk, case_file.load(desk, case_id), right)

    return desktop.see(look)


@pytest.mark.parametrize(("ground", "sections"), SECTIONS.items(), ids=list(SECTIONS))
def test_only_the_sections_that_the_ground_needs_are_shown(
    panel: DecisionPanel,
    desktop: Desktop,
    show: Callable[[int], None],
    settle: Settle,
    ground: str,
    sections: set[str],
) -> None:
    show(desktop.register(Right.ACCESS))
    assert shown_sections(panel) == set()
    choose(panel, settle, Outcome.REFUSED, ground)
    assert shown_sections(panel) == sections
    choose(panel, settle, Outcome.NOTHING_HELD)
    assert shown_sections(panel) == set()


@pytest.mark.parametrize(
    ("right", "field"),
    [
        pytest.param(Right.RECTIFICATION, "rectifiedAdd", id="what was put right"),
        pytest.param(Right.RESTRICTION, "switchedOffAdd", id="what was switched off for a restriction"),
        pytest.param(Right.OBJECTION, "switchedOffAdd", id="what was switched off for an objection"),
        pytest.param(Right.AUTOMATED_DECISION, "automatedLogic", id="how the machine decides"),
        pytest.param(Right.PORTABILITY, "portedData", id="what was handed over"),
        pytest.param(Right.ERASURE, "toldAdd", id="who was told of the erasure"),
    ],
)
def test_a_yes_asks_for_the_details_of_its_right(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle, right: Right, field: str
) -> None:
    show(desktop.register(right))
    choose(panel, settle, Outcome.GRANTED)
    details = find(panel, Card, "detailsCard")
    assert details.isVisible()
    shown = {one.objectName() for one in details.findChildren(QWidget) if one.isVisible() and one.objectName()}
    assert field in shown
    others = {"rectifiedAdd", "switchedOffAdd", "automatedLogic", "portedData"} - {field}
    assert not others & shown


def test_a_factor_is_ticked_told_and_proved_and_the_list_follows(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle
) -> None:
    case = desktop.register(Right.ACCESS)
    file = NewEvidence(
        "mail 18 Nov.eml", "message/rfc822", b"From: a@example.com\n\nI write weekly.\n", EvidenceKind.CORRESPONDENCE
    )
    desktop.do(evidence.attach_evidence, AttachEvidence(case_id=case, evidence=file))
    show(case)
    choose(panel, settle, Outcome.REFUSED, "EU.frivolous")
    tick = find(panel, QCheckBox, "factor_unf.says_disrupt")
    press(tick, Qt.Key.Key_Space)
    type_in(find(panel, QPlainTextEdit, "sentence_unf.says_disrupt"), "Writes weekly.")
    panel.keep()
    settle(panel.workspace.jobs)
    lines = {line.key: line for line in panel.readiness.lines()}
    assert "Evidence is missing" in lines[CheckCode.FACTORS_EVIDENCED.value].small
    find(panel, QPushButton, "proof_unf.says_disruptAdd").click()
    dialog = panel.window().findChild(QWidget, "evidenceRef")
    assert dialog is not None
    settle(panel.workspace.jobs)
    words = find(dialog, QListWidget, "evidenceRefWords")
    assert words.isVisible()
    assert words.item(2).text() == "3   I write weekly."
    words.setCurrentRow(2)
    assert find(dialog, QSpinBox, "evidenceRefLine").value() == 3
    find(dialog, QPushButton, "evidenceRefSend").click()
    assert find(panel, QPushButton, "proof_unf.says_disrupt_0").text().startswith("mail 18 Nov.eml, line 3")
    panel.keep()
    settle(panel.workspace.jobs)
    [ticked] = kept(desktop, case, Right.ACCESS).ticked
    assert (ticked.sentence, ticked.evidence[0].kind, ticked.evidence[0].line) == ("Writes weekly.", EvidenceRefKind.FILE, 3)
    assert CheckCode.FACTORS_EVIDENCED.value not in {line.key for line in panel.readiness.missing()}
    find(panel, QPushButton, "proof_unf.says_disrupt_0").click()
    panel.keep()
    settle(panel.workspace.jobs)
    assert CheckCode.FACTORS_EVIDENCED.value in {line.key for line in panel.readiness.missing()}


def test_a_missing_line_leads_to_its_place(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle
) -> None:
    show(desktop.register(Right.ACCESS))
    choose(panel, settle, Outcome.REFUSED, "EU.frivolous")
    panel.window().activateWindow()
    row = find(panel.readiness, QWidget, "decisionReadiness_counter_factors_answered")
    assert row.focusPolicy() is Qt.FocusPolicy.TabFocus
    press(row, Qt.Key.Key_Return)
    focus = panel.window().focusWidget()
    assert focus is not None
    assert focus.objectName().startswith("answer_")
    press(find(panel.readiness, QWidget, "decisionReadiness_factors_evidenced"), Qt.Key.Key_Space)
    focus = panel.window().focusWidget()
    assert focus is not None
    assert focus.objectName().startswith("factor_")


def test_a_complete_dossier_is_shown_and_comes_back_word_for_word(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle
) -> None:
    earlier = desktop.register(Right.ACCESS)
    desktop.hand.later(days=30)
    case = desktop.register(Right.ACCESS)
    desktop.decide(case, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Too often.")
    whole = desktop.see(complete, case, Right.ACCESS)
    show(case)
    panel.dossier.show_dossier(panel.dossier._around, whole)
    panel.dossier.sections[0].tell()
    assert panel.dossier.dossier() == whole
    number = desktop.page(earlier).case.number
    listed = find(panel, EntryList, "earlier").every_entry()
    assert [entry["number"] for entry in listed] == [number]
    assert "Together 41 h of 16 h" in find(panel, QWidget, "effortSum").property("text")
    panel.keep()
    settle(panel.workspace.jobs)
    assert kept(desktop, case, Right.ACCESS) == whole
    missing = {line.key for line in panel.readiness.missing()}
    assert missing == {CheckCode.REMEDIES_NAMED.value, CheckCode.APPROVED.value}


def test_what_was_ticked_for_another_ground_stays_until_it_is_taken_away(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle
) -> None:
    case = desktop.register(Right.ACCESS)
    show(case)
    choose(panel, settle, Outcome.REFUSED, "EU.frivolous")
    press(find(panel, QCheckBox, "factor_unf.says_disrupt"), Qt.Key.Key_Space)
    type_in(find(panel, QPlainTextEdit, "sentence_unf.says_disrupt"), "Says so.")
    press(find(panel, GroundCard, "ground_EU.privacy"), Qt.Key.Key_Space)
    settle(panel.workspace.jobs)
    assert find(panel, QCheckBox, "factor_unf.says_disrupt").isChecked()
    press(find(panel, QCheckBox, "factor_unf.says_disrupt"), Qt.Key.Key_Space)
    panel.keep()
    settle(panel.workspace.jobs)
    assert kept(desktop, case, Right.ACCESS).ticked == ()


def test_a_proposal_is_kept_and_shown_again_but_is_no_decision(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle, workspace: Workspace, qtbot: QtBot
) -> None:
    case = desktop.register(Right.ACCESS)
    show(case)
    choose(panel, settle, Outcome.REFUSED, "EU.frivolous")
    type_in(panel.reason, "Too often.")
    panel.hide()
    settle(workspace.jobs)
    assert desktop.page(case).case.decision(Right.ACCESS) is None
    again = DecisionPanel(workspace)
    qtbot.addWidget(again)
    again.show_case(desktop.page(case))
    settle(workspace.jobs)
    assert (again.outcome(), again.reason.toPlainText()) == (Outcome.REFUSED, "Too often.")
    assert find(again, GroundCard, "ground_EU.frivolous").isChecked()
    proposed = kept(desktop, case, Right.ACCESS).proposed
    assert proposed is not None
    with qtbot.waitSignal(workspace.jobs.changed):
        again.record()
    settle(workspace.jobs)
    assert kept(desktop, case, Right.ACCESS).proposed is None


def test_a_barred_ground_names_the_lawful_way_and_its_source(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle
) -> None:
    show(desktop.register(Right.ACCESS))
    choose(panel, settle, Outcome.REFUSED)
    cards = [card for card in panel.findChildren(GroundCard) if not card.text_shown.usable]
    assert cards
    for card in cards:
        assert "Instead:" in card.accessibleDescription(), card.text_shown.ground
        assert any(text.strip() for _label, text in card.text_shown.details)


def test_the_page_says_where_a_right_does_not_follow_and_why(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None]
) -> None:
    show(desktop.register(Right.PORTABILITY))
    said = find(panel, Remarks, "basisRemarks").remarks()
    against = [one for one in said if one.about == "EU GDPR: The right does not follow"]
    assert any("Invoices and records" in one.text for one in against)
    assert all("does not give the right" in one.below for one in against)


def test_weighing_fills_what_stays_and_the_schedule(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle
) -> None:
    case = desktop.register(Right.ERASURE, laws=(EU_DE, ID_ID))
    show(case)
    choose(panel, settle, Outcome.GRANTED)
    find(panel, QPushButton, "weighHeld").click()
    dialog = panel.window().findChild(QWidget, "held")
    assert dialog is not None
    find(dialog, QPushButton, "heldSend").click()
    assert find(dialog, QWidget, "heldComplaintCategories").isVisible(), "nothing is weighed before something is held"
    for name in ("held_invoices", "held_visits", "milestone_issuedKnown"):
        find(dialog, QAbstractButton, name).click()
    find(dialog, QDateEdit, "milestone_issuedDay").setDate(QDate(2026, 3, 2))
    find(dialog, QPushButton, "heldSend").click()
    settle(panel.workspace.jobs)
    entry = find(panel, EntryList, "kept").entries()[0]
    assert (entry["reason"], entry["until_on"]) == ("legal_duty", "2036-03-02")
    assert {line.treatment.value for line in panel.schedule.lines()} == {"kept", "erased"}
    panel.keep()
    settle(panel.workspace.jobs)
    assert [one.category for one in kept(desktop, case, Right.ERASURE).kept][:1] == ["invoices"]


def test_every_part_of_the_dossier_has_a_name_to_be_told_by(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None], settle: Settle
) -> None:
    case = desktop.register(Right.ACCESS)
    desktop.decide(case, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Too often.")
    show(case)
    panel.dossier.show_dossier(panel.dossier._around, desktop.see(complete, case, Right.ACCESS))
    settle(panel.workspace.jobs)
    for kind in (QAbstractButton, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit):
        for widget in panel.dossier.findChildren(kind):
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()


def test_a_told_decision_can_be_read_but_not_changed(
    panel: DecisionPanel, desktop: Desktop, show: Callable[[int], None]
) -> None:
    from workbench.domain.letters import LetterKind  # noqa: PLC0415  this test alone sends a letter

    case = desktop.register(Right.ACCESS)
    desktop.decide(case, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Too often.")
    desktop.send(case, LetterKind.REFUSAL)
    show(case)
    assert not find(panel, QCheckBox, "factor_unf.says_disrupt").isEnabled()
    assert find(panel, QCheckBox, "factor_unf.says_disrupt").isChecked()
    assert all(line.check is Check.THERE for line in panel.readiness.lines())


class TestEntryList:
    """The list of small forms by itself."""

    @pytest.fixture
    def entries(self, qtbot: QtBot) -> EntryList:
        """Return a list with a field of each kind."""
        fields = (
            EntryField("line", "Line"),
            EntryField("offered", "Offered", offers=("One", "Two")),
            EntryField("text", "Text", FieldKind.TEXT, whole=True),
            EntryField("choice", "Choice", FieldKind.CHOICE, choices=(("a", "A"), ("b", "B"))),
            EntryField("count", "Count", FieldKind.COUNT),
            EntryField("day", "Day", FieldKind.DAY),
        )
        made = EntryList("things", "Things", fields, add="+ thing", today=date(2026, 11, 20))
        qtbot.addWidget(made)
        return made

    def test_what_is_shown_comes_back(self, entries: EntryList) -> None:
        rows = [
            {"line": "l", "offered": "free", "text": "t", "choice": "b", "count": "7", "day": "2026-01-02"},
            {"line": "", "offered": "Two", "text": "", "choice": "a", "count": "0", "day": ""},
        ]
        entries.show_entries(rows)
        assert list(entries.entries()) == rows

    def test_an_entry_that_says_nothing_is_left_out_and_one_is_taken_away(self, entries: EntryList, qtbot: QtBot) -> None:
        entries.show_entries([{"line": "first"}, {"line": "second"}])
        with qtbot.waitSignal(entries.edited):
            entries.add_button.click()
        assert len(entries.entries()) == 2
        assert len(entries.every_entry()) == 3
        with qtbot.waitSignal(entries.edited):
            find(entries, QPushButton, "things_0_remove").click()
        assert [entry["line"] for entry in entries.entries()] == ["second"]

    def test_showing_the_same_again_leaves_the_cursor_where_it_is(self, entries: EntryList) -> None:
        entries.show_entries([{"line": "first"}])
        field = find(entries, QLineEdit, "things_0_line")
        field.setCursorPosition(2)
        entries.show_entries(entries.entries())
        assert find(entries, QLineEdit, "things_0_line") is field
        assert field.cursorPosition() == 2
