"""The parts of the letters page: what is to print, the register of sendings, the print runs; and the window that prints a run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.makers import JAKARTA, SUBJECT, Desktop
from tests.tools.print_check import laid_out, same_print
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.dialogs.dispatch_run import DispatchRunDialog
from ui.dialogs.envelopes import EnvelopesDialog
from ui.dialogs.paper_view import PaperViewDialog
from ui.dialogs.print_run import PrintRunDialog
from ui.dialogs.returned import ReturnDialog
from ui.jobs import Jobs
from ui.models.run_table import RunPaper, RunTable
from ui.models.runs import PostingTable, RunsTable
from ui.models.sendings import SendingTable
from ui.navigation import Place
from ui.pages.letters import LettersPage
from ui.printing import printer_for
from ui.safe import Label
from ui.style.chips import TONE_ROLE, Tone
from ui.widgets.letter_table import LetterTable
from ui.widgets.work_table import WorkTable
from workbench.domain.commands import DispatchLetter, MakePrintRun, RecordReturn
from workbench.domain.letters import DeliveryOutcome, DispatchChannel, LetterFields, LetterKind, LetterState
from workbench.services import dispatch, register
from workbench.services.letters import letter_pdf, load_letter
from workbench.services.lines import SendingFilter

Settle = Callable[[Jobs], None]
KINDS = (LetterKind.ACKNOWLEDGEMENT, LetterKind.CLARIFICATION, LetterKind.IDENTITY)


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> LettersPage:
    made = LettersPage(workspace)
    qtbot.addWidget(made)
    made.resize(1224, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def letters(desktop: Desktop) -> tuple[int, ...]:
    """Three issued letters of three cases; the first is the oldest, the second has more than one page."""
    question = "Which of your accounts do you mean? "
    return tuple(
        desktop.issue(desktop.register(), kind, fields=LetterFields((), free_text=question * often))
        for kind, often in zip(KINDS, (1, 90, 9), strict=True)
    )


def show(page: LettersPage, tab: str, settle: Settle) -> None:
    page.show_place(Place("letters", tab=tab))
    settle(page.workspace.jobs)


def cells(table: WorkTable | LetterTable, column: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def registered(desktop: Desktop, letter: int, number: str = "RR 123 456 789 ID") -> None:
    """Send a letter by registered post to the address that stands in it."""
    address = desktop.see(load_letter, letter).fields.addressee
    command = DispatchLetter(
        letter_id=letter,
        sent_at=desktop.hand.now,
        zone=JAKARTA,
        channel=DispatchChannel.REGISTERED_POST,
        recipient=", ".join(address),
        tracking=number,
    )
    desktop.do(dispatch.dispatch_letter, command)


def print_into(dialog: PrintRunDialog, file: Path, settle: Settle, jobs: Jobs) -> None:
    """Answer the system's dialog with a printer that prints into a file."""
    system = find(dialog, QPrintDialog, "printDialog")
    printer = system.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(300)
    system.done(QPrintDialog.DialogCode.Accepted)
    settle(jobs)


# To print


def test_what_is_to_print_is_all_chosen_and_comes_out_oldest_first(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], tmp_path: Path, settle: Settle
) -> None:
    show(page, "to_print", settle)
    table = find(page, LetterTable, "toPrintTable")
    assert len(table.chosen()) == 3
    assert "3 letter" in page.heading().subtitle
    press(find(page, QPushButton, "toPrintPrint"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    dialog = find(page, PrintRunDialog, "printRunDialog")
    archived = [desktop.see(letter_pdf, one) for one in letters]
    assert dialog.preview.data == archived[0], "the very bytes that are printed are shown"
    find(dialog, QCheckBox, "printRunBoth").setChecked(True)
    press(find(dialog, QPushButton, "printRunPrint"), Qt.Key.Key_Space)
    print_into(dialog, tmp_path / "run.pdf", settle, page.workspace.jobs)
    assert same_print(laid_out(archived, duplex=True), (tmp_path / "run.pdf").read_bytes())
    run = desktop.see(register.list_runs)[0]
    assert run.letters == letters
    settle(page.workspace.jobs)
    assert cells(table, 0) == [], "what was printed is no longer to print"
    assert find(page, Label, "toPrintEmpty").isVisible()
    assert "has been printed" not in find(page, Label, "toPrintEmpty").text(), "no letter was issued, so none was printed"


def test_a_letter_that_came_back_is_to_print_again(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], settle: Settle
) -> None:
    desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=letters))
    show(page, "to_print", settle)
    assert cells(find(page, LetterTable, "toPrintTable"), 0) == []
    registered(desktop, letters[0])
    _come_back(desktop, letters[0])
    show(page, "to_print", settle)
    table = find(page, LetterTable, "toPrintTable")
    assert cells(table, 0) == ["L-2026-0001"]
    assert "came back" in cells(table, 5)


def _come_back(desktop: Desktop, letter: int) -> None:
    desktop.hand.later(days=3)
    command = RecordReturn(letter_id=letter, outcome=DeliveryOutcome.RETURNED, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(dispatch.record_return, command)


def test_nothing_chosen_prints_nothing_and_says_why(page: LettersPage, letters: tuple[int, ...], settle: Settle) -> None:
    assert letters
    show(page, "to_print", settle)
    find(page, LetterTable, "toPrintTable").clearSelection()
    button = find(page, QPushButton, "toPrintPrint")
    assert not button.isEnabled()
    assert "Choose" in button.toolTip()
    press(find(page, QPushButton, "toPrintAll"), Qt.Key.Key_Space)
    assert button.isEnabled()


# The window that prints a run


def run_papers(desktop: Desktop, letters: tuple[int, ...]) -> list[RunPaper]:
    found = [(desktop.see(load_letter, one), desktop.see(letter_pdf, one)) for one in letters]
    return [RunPaper(letter.id, letter.number, letter.fields.addressee[0], letter.pages, data) for letter, data in found]


@pytest.fixture
def window(workspace: Workspace, desktop: Desktop, letters: tuple[int, ...], qtbot: QtBot) -> PrintRunDialog:
    dialog = PrintRunDialog(workspace, run_papers(desktop, letters), title="RUN-2026-0001")
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def on_paper(window: PrintRunDialog, tmp_path: Path) -> QPrinter:
    printer = printer_for(window.outstanding()[0].data, title="RUN-2026-0001")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "run.pdf"))
    printer.setResolution(150)
    return printer


def test_the_run_says_how_many_sheets_it_takes(window: PrintRunDialog) -> None:
    both, count = find(window, QCheckBox, "printRunBoth"), find(window, Label, "printRunCount")
    pages = sum(paper.pages for paper in window.outstanding())
    both.setChecked(False)
    assert f"{pages} sheet" in count.text()
    both.setChecked(True)
    sheets = sum((paper.pages + 1) // 2 for paper in window.outstanding())
    assert sheets < pages
    assert f"{sheets} sheet" in count.text()


def test_the_arrows_walk_through_the_letters_of_the_run(window: PrintRunDialog) -> None:
    press(find(window, WorkTable, "printRunTable"), Qt.Key.Key_Down)
    assert window.preview.data == window.outstanding()[1].data


def test_a_run_that_is_stopped_keeps_the_rest_to_print(
    window: PrintRunDialog, tmp_path: Path, settle: Settle, workspace: Workspace
) -> None:
    printed: list[tuple[int, ...]] = []
    window.printed.connect(printed.append)
    window.print_on(on_paper(window, tmp_path))
    assert window.printing()
    window.stop()
    settle(workspace.jobs)
    assert not window.printing()
    left = window.outstanding()
    assert 0 < len(left) <= 3
    assert "not printed yet" in find(window, Label, "printRunSaid").text()
    assert window.isVisible()
    window.print_on(on_paper(window, tmp_path))
    settle(workspace.jobs)
    assert window.outstanding() == ()
    assert sum(len(one) for one in printed) == 3, "each letter was printed once"


def test_escape_ends_a_run_that_is_under_way_before_it_closes_the_window(
    window: PrintRunDialog, tmp_path: Path, settle: Settle, workspace: Workspace
) -> None:
    window.print_on(on_paper(window, tmp_path))
    press(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    settle(workspace.jobs)
    press(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_letter_that_cannot_be_printed_is_named(
    workspace: Workspace, desktop: Desktop, letters: tuple[int, ...], tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    papers = [*run_papers(desktop, letters), RunPaper(99, "L-2026-0099", "Nobody", 1, b"broken")]
    dialog = PrintRunDialog(workspace, papers, title="RUN-2026-0001")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.print_on(on_paper(dialog, tmp_path))
    settle(workspace.jobs)
    said = find(dialog, Label, "printRunSaid").text()
    assert "L-2026-0099" in said
    assert len(dialog.outstanding()) == 4


def test_the_state_of_each_letter_of_a_run_is_a_word_and_a_chip(qtmodeltester: ModelTester) -> None:
    model = RunTable()
    model.show_lines([RunPaper(1, "L-1", "Hannah", 2, b""), RunPaper(2, "L-2", "Ayu", 1, b"")])
    model.mark_sent(["L-1"])
    qtmodeltester.check(model)
    assert [model.index(row, RunTable.STATE).data() for row in range(2)] == ["at the printer", "waits"]
    assert Tone(model.index(0, RunTable.STATE).data(TONE_ROLE)) is Tone.DONE


# The register


def test_the_register_shows_every_sending_with_its_number_and_what_waits_for_proof(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], settle: Settle
) -> None:
    desktop.dispatch(letters[0])
    registered(desktop, letters[1])
    show(page, "register", settle)
    table = find(page, WorkTable, "registerTable")
    assert cells(table, SendingTable.LETTER) == ["L-2026-0002", "L-2026-0001"]
    assert cells(table, SendingTable.TRACKING) == ["RR 123 456 789 ID", ""]
    assert cells(table, SendingTable.STATE) == ["Waiting for proof", "Sent"]
    assert "1 waiting for proof" in page.heading().subtitle


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        pytest.param("registerFilterChannel", DispatchChannel.EMAIL.value, ["L-2026-0001"], id="by e-mail"),
        pytest.param("registerFilterState", "waiting_for_proof", ["L-2026-0002"], id="waiting for proof"),
        pytest.param("registerFilterState", "returned", [], id="returned"),
    ],
)
def test_the_register_is_narrowed(
    page: LettersPage,
    desktop: Desktop,
    letters: tuple[int, ...],
    settle: Settle,
    name: str,
    data: str,
    found: list[str],
) -> None:
    desktop.dispatch(letters[0])
    registered(desktop, letters[1])
    show(page, "register", settle)
    box = find(page, QComboBox, name)
    box.setCurrentIndex(box.findData(data))
    settle(page.workspace.jobs)
    assert cells(find(page, WorkTable, "registerTable"), SendingTable.LETTER) == found
    assert find(page, Label, "registerEmpty").isVisible() is (not found)


def test_words_and_a_day_narrow_the_register(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], qtbot: QtBot, settle: Settle
) -> None:
    desktop.dispatch(letters[0])
    desktop.hand.later(days=2)
    registered(desktop, letters[1])
    show(page, "register", settle)
    table = find(page, WorkTable, "registerTable")
    type_in(find(page, QLineEdit, "registerFilterText"), "123 456")
    qtbot.waitUntil(lambda: cells(table, SendingTable.LETTER) == ["L-2026-0002"])
    find(page, QLineEdit, "registerFilterText").clear()
    qtbot.waitUntil(lambda: len(cells(table, SendingTable.LETTER)) == 2)
    find(page, QCheckBox, "registerOneDay").setChecked(True)
    qtbot.waitUntil(lambda: cells(table, SendingTable.LETTER) in (["L-2026-0001"], ["L-2026-0002"]))


def test_a_return_is_recorded_from_the_register_and_the_clock_is_shown_before(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], settle: Settle
) -> None:
    registered(desktop, letters[0])
    desktop.hand.later(days=4)
    show(page, "register", settle)
    press(find(page, QPushButton, "registerReturned"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    dialog = find(page, ReturnDialog, "recordReturn")
    words = "\n".join(label.text() for label in dialog.findChildren(Label))
    assert "runs on from where it began" in words
    type_in(find(dialog, QLineEdit, "recordReturnRemark"), "moved away")
    press(find(dialog, QPushButton, "recordReturnSend"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    assert cells(find(page, WorkTable, "registerTable"), SendingTable.STATE) == ["Returned"]
    letter = desktop.see(load_letter, letters[0])
    assert letter.came_back
    assert letter.state is LetterState.ISSUED
    assert not find(page, QPushButton, "registerReturned").isEnabled(), "a sending ends once"


def test_the_posting_list_of_a_day_is_shown_as_it_is_printed(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], settle: Settle
) -> None:
    registered(desktop, letters[0])
    show(page, "register", settle)
    press(find(page, QPushButton, "registerPosting"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    dialog = find(page, PaperViewDialog, "paperView")
    assert dialog.preview.page_count == 1
    assert dialog.data().startswith(b"%PDF")


def test_the_register_is_saved_as_a_table(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], tmp_path: Path, settle: Settle
) -> None:
    registered(desktop, letters[0])
    show(page, "register", settle)
    press(find(page, QPushButton, "registerCsv"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    dialog = find(page, QFileDialog, "saveDialog")
    find(dialog, QLineEdit, "fileNameEdit").setText(str(tmp_path / "register.csv"))
    dialog.accept()
    settle(page.workspace.jobs)
    wanted = desktop.see(register.register_csv, SendingFilter())
    assert (tmp_path / "register.csv").read_bytes() == wanted
    assert b"RR 123 456 789 ID" in wanted


# The runs


def test_a_run_is_sent_by_registered_post_with_a_number_for_each(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], settle: Settle
) -> None:
    desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=letters))
    show(page, "runs", settle)
    assert cells(find(page, WorkTable, "runsTable"), RunsTable.STATE) == ["to send"]
    assert cells(find(page, WorkTable, "postingTable"), PostingTable.LETTER) == ["L-2026-0001", "L-2026-0002", "L-2026-0003"]
    press(find(page, QPushButton, "runsSent"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    dialog = find(page, DispatchRunDialog, "dispatchRun")
    box = find(dialog, QComboBox, "dispatchRunChannel")
    box.setCurrentIndex(box.findData(DispatchChannel.REGISTERED_POST))
    send = find(dialog, QPushButton, "dispatchRunSend")
    press(send, Qt.Key.Key_Space)
    assert "number of every item" in find(dialog, Label, "dispatchRunComplaintNumbers").text()
    for row, number in enumerate(("RR1", "RR1", "RR3")):
        type_in(find(dialog, QLineEdit, f"dispatchRunNumber{row}"), number)
    press(send, Qt.Key.Key_Space)
    assert "same number" in find(dialog, Label, "dispatchRunComplaintNumbers").text()
    find(dialog, QLineEdit, "dispatchRunNumber1").setText("RR2")
    press(send, Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    assert cells(find(page, WorkTable, "runsTable"), RunsTable.STATE) == ["sent"]
    assert cells(find(page, WorkTable, "postingTable"), PostingTable.TRACKING) == ["RR1", "RR2", "RR3"]
    assert not find(page, QPushButton, "runsSent").isEnabled()
    states = [desktop.see(load_letter, one).state for one in letters]
    assert states == [LetterState.DISPATCHED] * 3


def test_a_letter_that_left_by_itself_is_not_asked_for_with_its_run(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], settle: Settle
) -> None:
    desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=letters))
    registered(desktop, letters[0])
    show(page, "runs", settle)
    press(find(page, QPushButton, "runsSent"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    dialog = find(page, DispatchRunDialog, "dispatchRun")
    asked = [field.accessibleName() for field in dialog.findChildren(QLineEdit) if "Number" in field.objectName()]
    assert asked == ["Item number of L-2026-0002", "Item number of L-2026-0003"]


def test_a_run_can_be_printed_again_under_its_number(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], settle: Settle
) -> None:
    desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=letters[:2]))
    show(page, "runs", settle)
    press(find(page, QPushButton, "runsPrint"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    dialog = find(page, PrintRunDialog, "printRunDialog")
    assert [paper.id for paper in dialog.outstanding()] == list(letters[:2])
    dialog.reject()
    assert len(desktop.see(register.list_runs)) == 1


@pytest.mark.parametrize("choice", ["dl", "a4_3x8"], ids=["envelopes", "labels"])
def test_envelopes_and_labels_are_looked_at_before_they_are_printed(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], settle: Settle, choice: str
) -> None:
    desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=letters))
    show(page, "runs", settle)
    press(find(page, QPushButton, "runsEnvelopes"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    dialog = find(page, EnvelopesDialog, "envelopesDialog")
    box = find(dialog, QComboBox, "envelopesForm")
    box.setCurrentIndex(box.findData(choice))
    settle(page.workspace.jobs)
    assert dialog.preview.page_count == (3 if choice == "dl" else 1)
    assert find(dialog, QPushButton, "envelopesPrint").isEnabled()


# The list


def test_the_list_is_narrowed_by_kind_language_and_words(
    page: LettersPage, desktop: Desktop, letters: tuple[int, ...], settle: Settle
) -> None:
    assert letters
    desktop.draft(desktop.register(), LetterKind.ACKNOWLEDGEMENT, "id")
    show(page, "letters", settle)
    table = page.table
    kind, language = find(page, QComboBox, "lettersFilterKind"), find(page, QComboBox, "lettersFilterLanguage")
    kind.setCurrentIndex(kind.findData("acknowledgement"))
    assert cells(table, 0) == ["L-2026-0004", "L-2026-0001"]
    language.setCurrentIndex(language.findData("id"))
    assert cells(table, 0) == ["L-2026-0004"]
    kind.setCurrentIndex(0)
    language.setCurrentIndex(0)
    type_in(find(page, QLineEdit, "lettersFilterText"), "0003")
    assert cells(table, 0)[0] == "L-2026-0003"
    assert SUBJECT.name in cells(table, 2)


def test_a_draft_cannot_be_printed_from_the_list(page: LettersPage, desktop: Desktop, settle: Settle) -> None:
    desktop.draft(desktop.register(), LetterKind.ACKNOWLEDGEMENT)
    show(page, "letters", settle)
    page.table.selectAll()
    assert not find(page, QPushButton, "lettersPrint").isEnabled()


def test_every_control_of_every_part_says_its_name(page: LettersPage, letters: tuple[int, ...], settle: Settle) -> None:
    assert letters
    for tab in ("letters", "to_print", "register", "runs"):
        show(page, tab, settle)
        for kind in (QPushButton, QComboBox, QLineEdit, QCheckBox, WorkTable, LetterTable):
            for widget in page.findChildren(kind):
                if widget.isVisible() and widget.objectName() and not widget.objectName().startswith("qt_"):  # Qt's own parts
                    assert widget.accessibleName(), widget.objectName()
