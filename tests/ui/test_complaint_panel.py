"""A complaint on the screen: investigated by the keyboard, what is typed kept, decided by whom it is not about, put right."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import Desktop
from tests.services.test_complaints import TRANSFER, Story, complain, officer, refused_case
from tests.ui.hands import find, type_in
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.jobs import Jobs
from ui.pages.case.complaint_panel import ComplaintPanel
from ui.safe import Label
from workbench.domain.cases import CaseKind, Channel
from workbench.domain.changes import Changes
from workbench.domain.complaints import ComplaintKind, ComplaintOutcome, Inquiry
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind
from workbench.domain.phases import Act
from workbench.domain.rights import Right

Settle = Callable[[Jobs], None]
Dialog = TypeVar("Dialog", bound=CommandDialog)


class Shown:
    """A complaint panel on the screen, which reads again after every change as its page does."""

    def __init__(self, panel: ComplaintPanel, desktop: Desktop, workspace: Workspace, settle: Settle) -> None:
        self.panel, self.desktop, self.workspace, self._settle = panel, desktop, workspace, settle
        self.story: Story | None = None

    def show(self, story: Story) -> None:
        self.story = story
        self.again()

    def again(self, changes: Changes | None = None) -> None:
        if self.story is not None and (changes is None or self.story.case_id in changes.cases):
            self.panel.show_case(self.desktop.page(self.story.case_id), now=self.workspace.now())
        if changes is None:
            self.settle()

    def settle(self) -> None:
        self._settle(self.workspace.jobs)

    def press(self, name: str, within: QWidget | None = None) -> None:
        find(within or self.panel, QPushButton, name).click()
        self.settle()

    def dialog(self, name: str) -> CommandDialog:
        self.settle()
        return find(self.panel, CommandDialog, name)

    def said(self, name: str) -> str:
        return find(self.panel, Label, name).text()


@pytest.fixture
def shown(workspace: Workspace, desktop: Desktop, qtbot: QtBot, settle: Settle) -> Iterator[Shown]:
    panel = ComplaintPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(1220, 800)
    made = Shown(panel, desktop, workspace, settle)
    workspace.jobs.changed.connect(made.again)
    panel.act_wanted.connect(panel.perform)
    with qtbot.waitExposed(panel):
        panel.show()
    yield made
    workspace.jobs.changed.disconnect(made.again)


def rewrite(widget: QPlainTextEdit, text: str) -> None:
    """Type a text over the one that is there."""
    widget.selectAll()
    type_in(widget, text)


def choose(dialog: CommandDialog, name: str, key: object) -> None:
    box = find(dialog, QComboBox, name)
    place = next(row for row in range(box.count()) if box.itemData(row) == key)
    box.setCurrentIndex(place)


# Investigation


def test_questions_are_put_one_after_the_other_by_the_keyboard_and_kept(shown: Shown) -> None:
    story = complain(shown.desktop)
    shown.show(story)
    new = find(shown.panel, QLineEdit, "planNew")
    shown.panel.perform(Act.INVESTIGATE)
    for words in ("Who searched?", "What was found?"):
        type_in(new, words)
        QTest.keyClick(new, Qt.Key.Key_Return)
    assert new.text() == ""
    shown.panel.keep()
    shown.settle()
    assert [one.question for one in story.page.complaint.inquiries] == ["Who searched?", "What was found?"]
    questions = find(shown.panel, QListWidget, "planQuestions")
    assert questions.item(1).text().startswith("2  ")
    assert "What was found?" in questions.item(1).text()
    questions.setFocus()
    QTest.keyClick(questions, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    shown.panel.keep()
    shown.settle()
    assert [one.question for one in story.page.complaint.inquiries] == ["What was found?", "Who searched?"]


def test_a_finding_and_its_proof_are_kept_by_themselves_and_typing_is_not_disturbed(shown: Shown, qtbot: QtBot) -> None:
    story = complain(shown.desktop)
    story.save(inquiries=(Inquiry("Who searched?"),))
    shown.show(story)
    finding = find(shown.panel, QPlainTextEdit, "planFinding")
    type_in(finding, "Nobody did ")
    qtbot.waitUntil(lambda: bool(story.page.complaint.inquiries[0].finding), timeout=8000)
    shown.settle()
    assert story.page.complaint.inquiries[0].finding == "Nobody did"
    assert finding.toPlainText() == "Nobody did "
    shown.press("planProofAdd")
    proof = find(shown.panel.window(), CommandDialog, "evidenceRef")
    shown.press("evidenceRefSend", proof)
    shown.panel.keep()
    shown.settle()
    assert story.page.complaint.inquiries[0].evidence == (EvidenceRef(EvidenceRefKind.FILE, story.page.files[0].id),)
    assert story.page.open_inquiries == ()


def test_what_was_typed_is_kept_when_the_officer_leaves(shown: Shown) -> None:
    story = complain(shown.desktop)
    other = complain(shown.desktop)
    story.save(inquiries=(Inquiry("Who searched?"),))
    shown.show(story)
    rewrite(find(shown.panel, QPlainTextEdit, "planFinding"), "Nobody.")
    shown.show(other)
    shown.settle()
    assert story.page.complaint.inquiries[0].finding == "Nobody."
    assert other.page.complaint.inquiries == ()
    shown.show(story)
    rewrite(find(shown.panel, QPlainTextEdit, "planFinding"), "Nobody at all.")
    shown.panel.hide()
    shown.settle()
    assert story.page.complaint.inquiries[0].finding == "Nobody at all."


def test_files_and_letters_of_the_disputed_case_can_prove_a_finding(shown: Shown) -> None:
    about = shown.desktop.register()
    story = complain(shown.desktop, about)
    story.save(inquiries=(Inquiry("Who searched?"),))
    shown.show(story)
    shown.press("planProofAdd")
    proof = find(shown.panel.window(), CommandDialog, "evidenceRef")
    offered = find(proof, QComboBox, "evidenceRefWhat")
    words = [offered.itemText(row) for row in range(offered.count())]
    assert any("DSR-2026-0001" in one for one in words)
    assert any("complaint.eml" in one for one in words)
    shown.press("evidenceRefCancel", proof)


# Independence and decision


def test_the_panel_says_who_cannot_decide_and_why_and_who_can(shown: Shown) -> None:
    officer(shown.desktop, "Rina Contoh")
    story = complain(shown.desktop, refused_case(shown.desktop), kind=ComplaintKind.REFUSAL)
    shown.show(story)
    assert shown.said("independence0") == "Ayu Contoh (you) took a decision that the complaint disputes."
    assert shown.said("independence1") == "This complaint can be decided by: Rina Contoh."


def test_the_only_officer_whom_it_is_about_writes_down_a_decision_from_outside(shown: Shown) -> None:
    story = complain(shown.desktop, refused_case(shown.desktop), kind=ComplaintKind.REFUSAL)
    story.investigate()
    shown.show(story)
    assert "somebody outside it must" in shown.said("independence1")
    shown.press("outcomeDecide")
    dialog = shown.dialog("decideComplaint")
    assert find(dialog, QComboBox, "decideComplaintWho").count() == 1
    choose(dialog, "decideComplaintOutcome", ComplaintOutcome.UPHELD.value)
    type_in(find(dialog, QPlainTextEdit, "decideComplaintReasons"), "The file shows it.")
    shown.press("decideComplaintSend", dialog)
    assert find(dialog, Label, "decideComplaintComplaintOutside").text()
    assert find(dialog, Label, "decideComplaintComplaintFile").text()
    type_in(find(dialog, QLineEdit, "decideComplaintOutside"), "Prof. Luar, counsel")
    choose(dialog, "decideComplaintFile", story.page.files[0].id)
    shown.press("decideComplaintSend", dialog)
    assert (story.page.decided, story.page.decided_by) == (True, "Prof. Luar, counsel")
    assert shown.said("complaintReasons") == "The file shows it."


def test_a_complaint_is_decided_only_when_every_question_is_answered(shown: Shown) -> None:
    story = complain(shown.desktop)
    story.save(inquiries=(Inquiry("Who searched?"),))
    shown.show(story)
    assert shown.said("outcomeWaits") == "Not decided. No finding with evidence yet for: 1."
    shown.press("outcomeDecide")
    dialog = shown.dialog("decideComplaint")
    choose(dialog, "decideComplaintOutcome", ComplaintOutcome.NOT_UPHELD.value)
    type_in(find(dialog, QPlainTextEdit, "decideComplaintReasons"), "So.")
    shown.press("decideComplaintSend", dialog)
    assert find(dialog, Label, "decideComplaintComplaintOutcome").text() == "No finding with evidence yet for: 1."
    choose(dialog, "decideComplaintOutcome", ComplaintOutcome.WITHDRAWN.value)
    shown.press("decideComplaintSend", dialog)
    assert story.page.complaint.outcome is ComplaintOutcome.WITHDRAWN


def test_what_is_typed_last_counts_for_the_decision(shown: Shown) -> None:
    story = complain(shown.desktop)
    story.investigate()
    shown.show(story)
    rewrite(find(shown.panel, QPlainTextEdit, "planFinding"), "It left too late.")
    shown.press("outcomeDecide")
    dialog = shown.dialog("decideComplaint")
    choose(dialog, "decideComplaintOutcome", ComplaintOutcome.UPHELD.value)
    type_in(find(dialog, QPlainTextEdit, "decideComplaintReasons"), "It left too late.")
    shown.press("decideComplaintSend", dialog)
    assert story.page.decided
    assert story.page.complaint.inquiries[0].finding == "It left too late."
    assert find(shown.panel, QPlainTextEdit, "planFinding").isReadOnly()
    assert shown.panel.findChild(QPushButton, "outcomeDecide") is None


# What is put right


def test_what_is_put_right_is_added_changed_taken_away_and_done(shown: Shown) -> None:
    story = complain(shown.desktop)
    story.investigate()
    shown.show(story)
    for words in ("Send the data", "Apologise"):
        shown.press("remedyAdd")
        dialog = shown.dialog("remedy")
        shown.press("remedySend", dialog)
        assert find(dialog, Label, "remedyComplaintWhat").text() == "Say what is put right."
        type_in(find(dialog, QPlainTextEdit, "remedyWhat"), words)
        shown.press("remedySend", dialog)
    assert [one.what for one in story.page.complaint.remedies] == ["Send the data", "Apologise"]
    assert story.page.complaint.remedies[0].due_on == date(2026, 11, 16)
    shown.press("remedyChange2")
    dialog = shown.dialog("remedy")
    rewrite(find(dialog, QPlainTextEdit, "remedyWhat"), "Apologise in writing")
    shown.press("remedySend", dialog)
    shown.press("remedyRemove1")
    assert [one.what for one in story.page.complaint.remedies] == ["Apologise in writing"]
    story.decide()
    shown.again()
    shown.press("remedyDone1")
    assert story.page.complaint.remedies[0].done_on == date(2026, 11, 2)


# The head


def test_an_oral_complaint_is_asked_for_and_put_in_writing(shown: Shown) -> None:
    story = complain(shown.desktop, channel=Channel.PHONE, written=False, evidence=())
    shown.show(story)
    shown.press("writingAsked")
    shown.press("askInWritingSend", shown.dialog("askInWriting"))
    assert story.page.asked_on == date(2026, 11, 2)
    assert shown.panel.findChild(QPushButton, "writingLetter") is None
    shown.press("writingCame")
    dialog = shown.dialog("recordWriting")
    shown.press("recordWritingSend", dialog)
    assert find(dialog, Label, "recordWritingComplaintFile").text()
    type_in(find(dialog, QPlainTextEdit, "recordWritingText"), "Read back to her.")
    shown.press("recordWritingSend", dialog)
    assert story.page.written
    assert shown.panel.findChild(QPushButton, "writingCame") is None


def test_the_scope_grows_and_what_stands_there_cannot_be_unticked(shown: Shown) -> None:
    rina = officer(shown.desktop, "Rina Contoh")
    story = complain(shown.desktop, refused_case(shown.desktop), kind=ComplaintKind.REFUSAL, rights=(Right.ACCESS,))
    shown.show(story)
    shown.press("scopeChange")
    dialog = shown.dialog("complaintScope")
    assert not find(dialog, QCheckBox, "scopeRight_access").isEnabled()
    find(dialog, QCheckBox, "scopeRight_erasure").setChecked(True)
    find(dialog, QCheckBox, f"scopeOfficer_{rina.id}").setChecked(True)
    choose(dialog, "complaintScopeKind", ComplaintKind.TRANSFER.value)
    shown.press("complaintScopeSend", dialog)
    assert find(dialog, Label, "complaintScopeComplaintTransfer").text()
    for key in ("destination", "safeguard", "exporter", "importer"):
        type_in(find(dialog, QLineEdit, f"scopeTransfer_{key}"), getattr(TRANSFER, key))
    shown.press("complaintScopeSend", dialog)
    said = story.page.complaint
    assert (said.rights, said.named_officers, said.transfer) == ((Right.ACCESS, Right.ERASURE), (rina.id,), TRANSFER)


def test_a_complaint_is_passed_on_to_the_authority_that_is_proposed(shown: Shown) -> None:
    story = complain(shown.desktop)
    shown.show(story)
    shown.press("outcomePassOn")
    dialog = shown.dialog("passOn")
    assert find(dialog, Label, "passOnWhy").text()
    shown.press("passOnSend", dialog)
    assert find(dialog, Label, "passOnComplaintReason").text()
    type_in(find(dialog, QPlainTextEdit, "passOnReason"), "She does not agree.")
    shown.press("passOnSend", dialog)
    (passed,) = story.page.passed_on
    assert shown.desktop.page(passed.case_id).case.kind is CaseKind.MATTER
    place = shown.workspace.navigation.place
    assert place is not None
    assert place.case_id == passed.case_id


def test_every_field_and_button_has_a_name_for_whoever_cannot_see_it(shown: Shown) -> None:
    story = complain(shown.desktop, refused_case(shown.desktop), kind=ComplaintKind.TRANSFER, transfer=TRANSFER)
    story.investigate()
    shown.show(story)
    widgets: list[QWidget] = [
        one
        for kind in (QPushButton, QLineEdit, QPlainTextEdit, QComboBox, QListWidget)
        for one in shown.panel.findChildren(kind)
    ]
    nameless = [one.objectName() for one in widgets if not one.accessibleName() and not one.objectName().startswith("qt_")]
    assert nameless == []
    assert QApplication.activeModalWidget() is None
