"""The page of one case: its heading, its clocks, its next step, its files and its history."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QPushButton, QStackedWidget, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, ID_ID, JAKARTA, Desktop, Hand
from tests.services.test_matters import opened, save
from ui.context import Workspace
from ui.dialogs.attach import AttachDialog
from ui.dialogs.extension import ExtendDialog
from ui.dialogs.identity import RecordIdentityDialog
from ui.dialogs.override import OverrideDialog
from ui.dialogs.pause import PauseDialog
from ui.dialogs.record_event import RecordEventDialog
from ui.dialogs.resume import ResumeDialog
from ui.dialogs.why import WhyCaseDialog, WhyDialog
from ui.jobs import Jobs
from ui.navigation import Place
from ui.pages.case.evidence_panel import EvidencePanel
from ui.pages.case.page import CaseFilePage
from ui.safe import Label
from ui.style.chips import Chip, Tone
from ui.widgets.clock_bar import ClockBar
from ui.widgets.clock_panel import ClockPanel
from ui.widgets.work_table import WorkTable
from workbench.domain.commands import AskForIdentity, AttachEvidence, CloseCase, OverrideDeadline
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.letters import LetterKind
from workbench.domain.matters import Undertaking
from workbench.domain.phases import Act
from workbench.domain.rights import Right
from workbench.services import closure, evidence, identity, overrides

Settle = Callable[[Jobs], None]


@pytest.fixture
def case_id(desktop: Desktop, hand: Hand) -> int:
    """Return a case under two laws whose person was asked for proof of identity."""
    hand.go("2026-11-02 10:00")
    made = desktop.register(Right.ACCESS, Right.ERASURE, laws=(EU_DE, ID_ID))
    hand.go("2026-11-03 10:00")
    desktop.do(identity.ask_for_identity, AskForIdentity(case_id=made, asked_at=hand.now, zone=JAKARTA))
    return made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> CaseFilePage:
    made = CaseFilePage(workspace)
    qtbot.addWidget(made)
    made.resize(1224, 830)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def show(page: CaseFilePage, workspace: Workspace, settle: Settle, qtbot: QtBot) -> Callable[..., None]:
    def shown(case_id: int, tab: str = "") -> None:
        workspace.navigation.go(Place("case", case_id=case_id, tab=tab))
        page.show_place(Place("case", case_id=case_id, tab=tab))
        settle(workspace.jobs)
        qtbot.waitUntil(lambda: page.case_shown() is not None)

    return shown


def button(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def text(page: QWidget, name: str) -> str:
    found = page.findChild(Label, name)
    assert found is not None, name
    return found.text()


def history(page: QWidget) -> list[str]:
    table = page.findChild(WorkTable, "historyTable")
    assert table is not None
    model = table.model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_the_heading_names_the_case_in_words(page: CaseFilePage, show: Callable[..., None], case_id: int) -> None:
    show(case_id)
    heading = page.heading()
    assert heading.title == "DSR-2026-0001"
    assert [words for words, _ in heading.chips] == [
        "Access",
        "Erasure",
        "EU GDPR, Germany",
        "Indonesian PDP Law",
        "Identity asked",
    ]
    assert heading.subtitle == "Hannah Beispiel, by e-mail on 2 November 2026"
    assert [action.objectName() for action in heading.buttons] == ["note", "decide", "compose"]


def test_each_law_has_its_own_clock_with_words(page: CaseFilePage, show: Callable[..., None], case_id: int) -> None:
    show(case_id)
    bars = page.findChildren(ClockBar)
    assert [bar.accessibleName() for bar in bars] == ["Respond: Access, Erasure", "Respond: Access"]
    assert "paused since 3 Nov: Identity asked" in bars[0].accessibleDescription()
    assert "due 5 Nov 10:00" in bars[1].accessibleDescription()


def test_the_next_step_opens_the_dialog_that_does_it_and_the_page_follows(
    page: CaseFilePage, show: Callable[..., None], workspace: Workspace, case_id: int, settle: Settle, qtbot: QtBot
) -> None:
    show(case_id)
    assert text(page, "nextBy").startswith("by 5 November 2026, 10:00 WIB")
    act = button(page, "nextAct")
    assert act.accessibleName() == "Record what came of it"
    act.setFocus()
    QTest.keyClick(act, Qt.Key.Key_Space)
    dialog = page.findChild(RecordIdentityDialog, "recordIdentity")
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog._means.setText("account log-in")
    with qtbot.waitSignal(workspace.jobs.changed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(workspace.jobs)
    qtbot.waitUntil(lambda: page.heading().chips[-1][0] == "In progress")
    assert page.heading().subtitle.endswith("identity verified 3 Nov")
    assert "Identity verified" in history(page)


def test_why_is_answered_for_every_deadline(page: CaseFilePage, show: Callable[..., None], case_id: int, qtbot: QtBot) -> None:
    show(case_id)
    shown = page.case_shown()
    assert shown is not None
    assert len(shown.deadlines) >= 3
    for place in range(len(shown.deadlines)):
        button(page, f"deadline{place}Why").click()
        dialog = page.findChild(WhyDialog, "whyDialog")
        assert dialog is not None
        qtbot.waitUntil(dialog.isVisible)
        assert dialog.text()
        with qtbot.waitSignal(dialog.destroyed):
            dialog.reject()


def test_what_a_closed_case_does_not_permit_is_grey_and_says_why(
    page: CaseFilePage, show: Callable[..., None], workspace: Workspace, desktop: Desktop
) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(closure.close_case, CloseCase(case_id=case_id))
    show(case_id)
    actions = workspace.actions
    assert not actions.of_act(Act.DECIDE).isEnabled()
    assert "Closed" in actions.of_act(Act.DECIDE).toolTip() + actions.of_act(Act.DECIDE).statusTip()
    assert actions.of_act(Act.REOPEN).isEnabled()
    assert page.heading().buttons[-1] is actions.of_act(Act.REOPEN)
    actions.of_act(Act.DECIDE).trigger()
    tabs = page.findChild(QTabBar, "caseTabs")
    assert tabs is not None
    assert tabs.currentIndex() == 0


def test_the_menu_acts_on_the_case_that_is_shown(
    page: CaseFilePage, show: Callable[..., None], workspace: Workspace, case_id: int, settle: Settle, qtbot: QtBot
) -> None:
    show(case_id)
    workspace.actions.of_act(Act.NOTE).trigger()
    note = page.findChild(QPlainTextEdit, "addNoteText")
    assert note is not None
    QTest.keyClicks(note, "Called, will send papers.")
    with qtbot.waitSignal(workspace.jobs.changed):
        button(page, "addNoteSend").click()
    settle(workspace.jobs)
    qtbot.waitUntil(lambda: history(page)[0] == "Note")
    show(case_id, "history")
    words = page.findChild(QPlainTextEdit, "historyWords")
    assert words is not None
    assert words.toPlainText() == "Called, will send papers."


def test_a_text_a_picture_and_a_stranger_are_looked_at_inside_the_window(
    page: CaseFilePage,
    show: Callable[..., None],
    workspace: Workspace,
    desktop: Desktop,
    case_id: int,
    settle: Settle,
    tmp_path: Path,
) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(tmp_path / "pass.png"))
    for name, media_type, data in (
        ("note.txt", "text/plain", "Grüße <b>fett</b>".encode()),
        ("pass.png", "image/png", (tmp_path / "pass.png").read_bytes()),
        ("list.xlsx", "application/vnd.ms-excel", b"PK\x03\x04"),
        ("broken.png", "image/png", b"\x89PNG nothing"),
    ):
        command = AttachEvidence(case_id=case_id, evidence=NewEvidence(name, media_type, data, EvidenceKind.DATA))
        desktop.do(evidence.attach_evidence, command)
    show(case_id, "evidence")
    table = page.findChild(WorkTable, "evidenceTable")
    panel = page.findChild(EvidencePanel)
    assert table is not None
    assert panel is not None
    stack = panel.findChild(QStackedWidget)
    assert stack is not None
    seen = []
    names = [str(table.model().index(row, 0).data()) for row in range(4)]
    for row, name in enumerate(names):
        table.choose_row(row)
        QTest.keyClick(table, Qt.Key.Key_Return)
        settle(workspace.jobs)
        current = stack.currentWidget()
        assert current is not None
        seen.append((name, current.objectName()))
    assert sorted(seen) == [
        ("broken.png", "evidenceHint"),
        ("list.xlsx", "evidenceHint"),
        ("note.txt", "evidenceText"),
        ("pass.png", "evidencePictureScroll"),
    ]
    table.choose_row(names.index("note.txt"))
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle(workspace.jobs)
    shown = page.findChild(QPlainTextEdit, "evidenceText")
    assert shown is not None
    assert shown.toPlainText() == "Grüße <b>fett</b>"


def test_a_dropped_file_is_kept_after_its_kind_was_asked(
    page: CaseFilePage,
    show: Callable[..., None],
    workspace: Workspace,
    desktop: Desktop,
    case_id: int,
    settle: Settle,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    show(case_id, "evidence")
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF-1.4 not really")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    panel = page.findChild(EvidencePanel)
    assert panel is not None
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    panel.dropEvent(event)
    qtbot.waitUntil(lambda: page.findChild(AttachDialog) is not None)
    dialog = page.findChild(AttachDialog)
    assert dialog is not None
    assert text(dialog, "attachEvidenceFile").startswith("scan.pdf, 19 byte")
    with qtbot.waitSignal(workspace.jobs.changed):
        button(dialog, "attachEvidenceSend").click()
    settle(workspace.jobs)
    (kept,) = desktop.page(case_id).evidence
    assert (kept.name, kept.media_type, kept.kind) == ("scan.pdf", "application/pdf", EvidenceKind.CORRESPONDENCE)


def test_a_copy_is_saved_byte_for_byte_and_said_to_be_open(
    page: CaseFilePage,
    show: Callable[..., None],
    workspace: Workspace,
    desktop: Desktop,
    case_id: int,
    settle: Settle,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    command = AttachEvidence(case_id=case_id, evidence=NewEvidence("a.txt", "text/plain", b"12345", EvidenceKind.DATA))
    desktop.do(evidence.attach_evidence, command)
    show(case_id, "evidence")
    said: list[str] = []
    workspace.notices.said.connect(lambda words, _tone: said.append(words))
    button(page, "evidenceSave").click()
    dialog = page.findChild(QFileDialog, "evidenceSaveDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "copy.txt"))
    dialog.reject()
    settle(workspace.jobs)
    qtbot.waitUntil(lambda: bool(said))
    assert (tmp_path / "copy.txt").read_bytes() == b"12345"
    assert said == ["A copy was saved as copy.txt. It is not encrypted."]


def test_the_tabs_lead_to_every_panel_and_places_name_them(
    page: CaseFilePage, show: Callable[..., None], workspace: Workspace, case_id: int, settle: Settle
) -> None:
    for tab, name in (
        ("evidence", "EvidencePanel"),
        ("decision", "DecisionPanel"),
        ("letters", "LettersPanel"),
        ("history", "HistoryPanel"),
    ):
        show(case_id, tab)
        assert any(type(panel).__name__ == name and panel.isVisible() for panel in page.findChildren(QWidget)), tab
    tabs = page.findChild(QTabBar, "caseTabs")
    assert tabs is not None
    tabs.setCurrentIndex(0)
    settle(workspace.jobs)
    assert workspace.navigation.place == Place("case", case_id=case_id, tab="overview")


def test_another_case_takes_the_place_of_the_first(
    page: CaseFilePage, show: Callable[..., None], desktop: Desktop, case_id: int
) -> None:
    other = desktop.register(Right.OBJECTION)
    show(case_id)
    show(other)
    assert page.heading().title == "DSR-2026-0002"
    assert button(page, f"earlierCase{case_id}").accessibleName() == "Open DSR-2026-0001"


def test_an_extension_is_found_on_its_clock_and_leads_to_its_letter(
    page: CaseFilePage, show: Callable[..., None], workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    made = desktop.register(Right.ACCESS, laws=(ID_ID, EU_DE))
    show(made)
    assert page.findChild(QPushButton, "extendClock0") is None
    extends = button(page, "extendClock1")
    assert extends.accessibleName() == "Extend: Respond: Access"
    extends.setFocus()
    QTest.keyClick(extends, Qt.Key.Key_Space)
    dialog = page.findChild(ExtendDialog, "extendDeadline")
    assert dialog is not None
    settle(workspace.jobs)
    reason = dialog.findChild(QPlainTextEdit, "extendDeadlineReason")
    assert reason is not None
    reason.setPlainText("Many requests at once.")
    with qtbot.waitSignal(workspace.jobs.changed):
        button(dialog, "extendDeadlineSend").click()
    settle(workspace.jobs)
    qtbot.waitUntil(lambda: workspace.navigation.place == Place("letter", case_id=made, tab="extension"))


def test_the_deadlines_card_explains_every_date_of_the_case(
    page: CaseFilePage, show: Callable[..., None], case_id: int, qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    show(case_id)
    button(page, "whyAll").click()
    dialog = page.findChild(WhyCaseDialog, "whyDialog")
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    settle(workspace.jobs)
    shown = page.case_shown()
    assert shown is not None
    assert dialog.text().count("DSR-2026-0001") == len(shown.deadlines)
    dialog.reject()


def test_a_date_set_by_hand_is_marked_with_a_word_on_its_row_its_clock_and_the_heading(
    page: CaseFilePage, show: Callable[..., None], desktop: Desktop
) -> None:
    made = desktop.register(Right.ACCESS, laws=(EU_DE,))
    command = OverrideDeadline(case_id=made, law="EU", limit_id="EU.respond", due=date(2026, 12, 1), reason="Promised.")
    desktop.do(overrides.override_deadline, command)
    show(made)
    assert page.heading().chips[-1] == ("by hand", Tone.HAND)
    assert page.heading().subtitle.endswith("a date was set by hand")
    assert text(page, "deadline0ByHand").startswith("Reckoned: ")
    assert "Date set by hand: EU GDPR, due 1 Dec 2026, instead of 2 Dec 2026" in history(page)
    panel = page.findChild(ClockPanel, "clockPanelClock0")
    assert panel is not None
    assert "set by hand" in [chip.text() for chip in panel.findChildren(Chip)]
    assert "set by hand" in panel.bar.accessibleDescription()


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        pytest.param(Act.PAUSE, PauseDialog, id="pause"),
        pytest.param(Act.RESUME, ResumeDialog, id="resume"),
        pytest.param(Act.RECORD_EVENT, RecordEventDialog, id="record an event"),
        pytest.param(Act.OVERRIDE, OverrideDialog, id="set a date by hand"),
    ],
)
def test_each_act_on_a_clock_opens_from_the_menu_of_the_case_and_from_other_steps(
    page: CaseFilePage,
    show: Callable[..., None],
    workspace: Workspace,
    case_id: int,
    qtbot: QtBot,
    act: Act,
    kind: type[QDialog],
) -> None:
    show(case_id)
    action = workspace.actions.of_act(act)
    menu = button(page, "otherSteps").menu()
    assert action in menu.actions()
    assert action.isEnabled()
    action.trigger()
    qtbot.waitUntil(lambda: page.findChild(kind) is not None)
    dialog = page.findChild(kind)
    assert isinstance(dialog, kind)
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()
    workspace.actions.permit(frozenset(), "The case is closed.")
    assert not action.isEnabled()
    assert action.statusTip() == "The case is closed."


def test_the_last_lines_tell_what_happened_and_leave_out_that_a_file_was_kept(
    page: CaseFilePage, show: Callable[..., None], desktop: Desktop
) -> None:
    case_id = opened(desktop)
    save(desktop, case_id, undertakings=(Undertaking(text="Train the staff", owner_id=1, due_on=date(2026, 12, 1)),))
    for day in range(8):
        desktop.hand.later(days=1)
        save(desktop, case_id, basis=f"Section {day}")
    show(case_id)
    card = page.findChild(QWidget, "historyCard")
    assert card is not None
    told = [label.text() for label in card.findChildren(Label)]
    assert "Task added: Keep an undertaking to an authority" in told
    kept = "Working file saved: Regulator matter"
    assert kept not in told
    assert history(page).count(kept) >= 8, "the tab tells everything"
