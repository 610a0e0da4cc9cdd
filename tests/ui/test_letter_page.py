"""The letter composer: words at the left, paper at the right, and nothing typed is lost."""

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.makers import Desktop, Hand
from tests.tools.print_check import same_print
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.dialogs.delivery import DeliveryDialog
from ui.dialogs.dispatch import DispatchDialog
from ui.jobs import Jobs
from ui.navigation import Place
from ui.pages import letter as letter_page
from ui.pages.letter import LetterPage, Standing
from ui.printing import printer_for
from ui.safe import Label
from ui.widgets.checklist import Check
from workbench.domain.decisions import Outcome
from workbench.domain.letters import LetterFields, LetterKind, LetterState
from workbench.domain.rights import Right
from workbench.services.letters import letter_pdf, load_letter
from workbench.services.office import Office

Settle = Callable[[Jobs], None]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let drafts be kept after a tenth of a second, so that the tests need not wait for three."""
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
def case(desktop: Desktop) -> int:
    return desktop.register(Right.ACCESS, Right.ERASURE)


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def show(page: LetterPage, place: Place, qtbot: QtBot, settle: Settle) -> None:
    """Show a place as the window does, and wait until the letter is drawn."""
    page.workspace.navigation.go(place)
    page.show_place(place)
    qtbot.waitUntil(lambda: page.standing() is not Standing.NOTHING)
    settle(page.workspace.jobs)


def kept(page: LetterPage, qtbot: QtBot, settle: Settle) -> None:
    """Wait until a draft exists and every word is in it."""
    qtbot.waitUntil(lambda: page.standing() is Standing.DRAFT and page.may_leave() and not page.unkept())
    settle(page.workspace.jobs)


def texts(page: LetterPage) -> list[str]:
    return [action.objectName() for action in page.heading().buttons]


def test_a_new_letter_is_drawn_with_what_the_case_suggests_and_nothing_is_stored(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    assert page.form.addressee.toPlainText().splitlines() == ["Hannah Beispiel", "Beispielweg 4", "50667 Köln"]
    assert "Hannah Beispiel" in page.form.salutation.text()
    assert "DSR-2026-0001" in words_of(page.preview.data)
    assert page.heading().title == "New letter"
    assert "DSR-2026-0001" in page.heading().subtitle
    assert desktop.page(case).letters == ()


def test_typed_words_are_in_the_picture_and_kept_by_themselves(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    remark = find(page, QPlainTextEdit, "letterFreeText")
    assert remark.hasFocus()
    type_in(remark, "We look into <both> & more.")
    kept(page, qtbot, settle)
    qtbot.waitUntil(lambda: "<both> & more" in words_of(page.preview.data))
    letters = desktop.page(case).letters
    assert [letter.fields.free_text for letter in letters] == ["We look into <both> & more."]
    assert letters[0].number in page.heading().title
    assert page.workspace.navigation.place == Place("letter", case_id=case, letter_id=letters[0].id)
    type_in(remark, " Soon.")
    kept(page, qtbot, settle)
    qtbot.waitUntil(lambda: desktop.page(case).letters[0].fields.free_text.endswith("Soon."))
    assert len(desktop.page(case).letters) == 1


def test_the_cursor_stays_where_it_is_while_the_draft_is_kept(
    page: LetterPage, case: int, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    remark = find(page, QPlainTextEdit, "letterFreeText")
    type_in(remark, "We look into it. ")
    kept(page, qtbot, settle)
    page.reload()
    settle(page.workspace.jobs)
    type_in(remark, "Soon.")
    assert remark.toPlainText() == "We look into it. Soon."


def test_typing_on_does_not_put_the_keeping_off(page: LetterPage, case: int, qtbot: QtBot, settle: Settle) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    remark = find(page, QPlainTextEdit, "letterFreeText")
    page._keep_timer.setInterval(300)
    writes: list[object] = []
    page.workspace.jobs.changed.connect(writes.append)
    for _ in range(40):
        type_in(remark, "a")
        qtbot.wait(30)
    assert writes, "the draft was kept while the typing went on"


def test_the_draft_is_kept_at_most_three_seconds_after_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert letter_page.KEEP_AFTER_MS <= 3000


def test_a_lock_right_after_typing_keeps_the_words(
    page: LetterPage, case: int, office: Office, hand: Hand, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    page._keep_timer.setInterval(60_000)
    type_in(find(page, QPlainTextEdit, "letterFreeText"), "Last words before the lock")
    assert page.may_leave()
    page.before_lock()
    assert page.workspace.jobs.detach() is office
    letters = Desktop(office, hand).page(case).letters
    assert [letter.fields.free_text for letter in letters] == ["Last words before the lock"]


def test_words_typed_while_the_draft_is_being_kept_are_kept_at_the_lock_too(
    page: LetterPage, case: int, office: Office, hand: Hand, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    remark = find(page, QPlainTextEdit, "letterFreeText")
    type_in(remark, "First")
    page.keep()
    type_in(remark, " and last")
    page.before_lock()
    page.workspace.jobs.detach()
    letters = Desktop(office, hand).page(case).letters
    assert [letter.fields.free_text for letter in letters] == ["First and last"]


def test_leaving_the_page_keeps_the_words(page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    page._keep_timer.setInterval(60_000)
    type_in(find(page, QPlainTextEdit, "letterFreeText"), "Before leaving")
    page.hide()
    settle(page.workspace.jobs)
    assert [letter.fields.free_text for letter in desktop.page(case).letters] == ["Before leaving"]


def test_looking_at_a_new_letter_and_leaving_stores_nothing(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    page.hide()
    settle(page.workspace.jobs)
    assert desktop.page(case).letters == ()


def test_a_character_that_cannot_be_printed_is_told_and_the_words_stay(
    page: LetterPage, case: int, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    before = page.preview.data
    remark = find(page, QPlainTextEdit, "letterFreeText")
    remark.insertPlainText("A smile \U0001f600")
    qtbot.waitUntil(lambda: "U+1F600" in page.problem.text())
    assert page.problem.isVisible()
    assert remark.toPlainText() == "A smile \U0001f600"
    assert page.preview.data == before, "the last picture stays"
    remark.setPlainText("A smile")
    qtbot.waitUntil(lambda: not page.problem.isVisible())


def test_another_language_words_the_suggestions_anew_and_leaves_typed_words(
    page: LetterPage, case: int, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    salutation = find(page, QLineEdit, "letterSalutation")
    english = salutation.text()
    signatory = find(page, QLineEdit, "letterSignatory")
    signatory.clear()
    type_in(signatory, "Rina Contoh")
    box = find(page, QComboBox, "letterLanguage")
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: salutation.text() not in {"", english})
    assert signatory.text() == "Rina Contoh"
    assert "Jakarta, 2 November 2026" in words_of(page.preview.data)
    kept(page, qtbot, settle)
    box.setFocus()
    press(box, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: salutation.text() == english)


def test_words_typed_before_the_first_drawing_came_back_stay(page: LetterPage, case: int, qtbot: QtBot, settle: Settle) -> None:
    page.show_place(Place("letter", case_id=case, tab="acknowledgement"))
    qtbot.waitUntil(lambda: page.standing() is Standing.NEW)
    type_in(find(page, QLineEdit, "letterSalutation"), "Hello Hannah,")
    settle(page.workspace.jobs)
    assert page.form.salutation.text() == "Hello Hannah,"
    assert page.form.addressee.toPlainText()


def test_a_draft_opened_again_can_change_its_language_too(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.draft(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    salutation = page.form.salutation.text()
    page.form.language_box.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.form.salutation.text() not in {"", salutation})


def test_the_free_words_are_named_after_the_kind(page: LetterPage, case: int, qtbot: QtBot, settle: Settle) -> None:
    show(page, Place("letter", case_id=case, tab="clarification"), qtbot, settle)
    remark = find(page, QPlainTextEdit, "letterFreeText")
    assert remark.accessibleName() == "Question to the person"
    page.form.kind_box.setCurrentIndex(page.form.kind_box.findData("extension"))
    assert remark.accessibleName() == "Reason for the delay"


def test_what_the_law_wants_is_listed_with_what_is_missing(page: LetterPage, case: int, qtbot: QtBot, settle: Settle) -> None:
    show(page, Place("letter", case_id=case, tab="clarification"), qtbot, settle)
    qtbot.waitUntil(lambda: any(line.check is Check.MISSING for line in page.checks.lines()))
    assert {line.text for line in page.checks.missing()} == {"The question"}
    type_in(find(page, QPlainTextEdit, "letterFreeText"), "Which account do you mean?")
    qtbot.waitUntil(lambda: not page.checks.missing())


def test_an_answer_without_a_decision_is_refused_in_words(page: LetterPage, case: int, qtbot: QtBot, settle: Settle) -> None:
    show(page, Place("letter", case_id=case, tab="answer"), qtbot, settle)
    qtbot.waitUntil(page.problem.isVisible)
    assert "DSR-2026-0001" in page.problem.text()
    assert "_" not in page.problem.text()


def test_a_letter_that_lacks_something_is_not_issued(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="clarification"), qtbot, settle)
    page.workspace.actions["approve"].trigger()
    qtbot.waitUntil(lambda: bool(page.problem.text()))
    settle(page.workspace.jobs)
    assert page.standing() is Standing.DRAFT
    assert [letter.state for letter in desktop.page(case).letters] == [LetterState.DRAFT]


def test_approving_keeps_the_last_words_and_issues_them(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    page._keep_timer.setInterval(60_000)
    type_in(find(page, QPlainTextEdit, "letterFreeText"), "Typed just now")
    assert texts(page) == ["save_draft", "approve"]
    page.workspace.actions["approve"].trigger()
    qtbot.waitUntil(lambda: page.standing() is Standing.ISSUED)
    letter = desktop.page(case).letters[0]
    stored = desktop.see(letter_pdf, letter.id)
    assert "Typed just now" in words_of(stored)
    assert page.preview.data == stored
    assert texts(page) == ["save_pdf", "print", "dispatch"]
    digest = find(page, Label, "letterDigest").text()
    assert hashlib.sha256(stored).hexdigest() in digest.replace(" ", "")
    assert find(page, QPlainTextEdit, "letterFreeText").isReadOnly()
    assert not find(page, QComboBox, "letterLanguage").isEnabled()


def test_approving_an_untouched_new_letter_issues_it(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    page.workspace.actions["approve"].trigger()
    qtbot.waitUntil(lambda: page.standing() is Standing.ISSUED)
    assert len(desktop.page(case).letters) == 1


def test_an_issued_letter_is_sent_and_its_arrival_recorded(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["dispatch"].trigger()
    press(find(find(page, DispatchDialog, "dispatchLetter"), QPushButton, "dispatchLetterSend"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.standing() is Standing.SENT)
    assert "Sent on 2 November 2026" in find(page, Label, "letterFacts").text()
    assert texts(page)[-1] == "record_delivery"
    page.heading().buttons[-1].trigger()
    dialog = find(page, DeliveryDialog, "recordDelivery")
    type_in(find(dialog, QLineEdit, "recordDeliveryProof"), "read receipt")
    press(find(dialog, QPushButton, "recordDeliverySend"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "read receipt" in find(page, Label, "letterFacts").text())
    assert texts(page) == ["save_pdf", "print"]
    assert desktop.see(load_letter, letter).state is LetterState.DISPATCHED


def test_the_saved_file_is_the_issued_letter(
    page: LetterPage, case: int, desktop: Desktop, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["save_pdf"].trigger()
    dialog = find(page, QFileDialog, "saveDialog")
    assert dialog.selectedFiles()[0].endswith("L-2026-0001.pdf")
    target = tmp_path / "saved.pdf"
    dialog.selectFile(str(target))
    with qtbot.waitSignal(page.workspace.notices.said):
        dialog.accept()
    assert target.read_bytes() == desktop.see(letter_pdf, letter)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_the_printed_page_shows_the_issued_letter(
    page: LetterPage, case: int, desktop: Desktop, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["print"].trigger()
    dialog = find(page, QPrintDialog, "printDialog")
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(300)
    said: list[str] = []
    page.workspace.notices.said.connect(lambda text, _tone: said.append(text))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    settle(page.workspace.jobs)
    assert "1" in said[-1]
    issued = desktop.see(letter_pdf, letter)
    assert same_print(issued, (tmp_path / "printed.pdf").read_bytes())
    other = desktop.see(letter_pdf, desktop.issue(case, LetterKind.CLARIFICATION, fields=LetterFields((), free_text="Which?")))
    assert not same_print(other, (tmp_path / "printed.pdf").read_bytes())


def test_a_printer_that_fails_is_told_and_the_window_lives(
    page: LetterPage, case: int, desktop: Desktop, settle: Settle
) -> None:
    letter_id = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    letter = desktop.see(load_letter, letter_id)
    page.output.print_on(letter, b"broken", printer_for(desktop.see(letter_pdf, letter_id), title=letter.number))
    settle(page.workspace.jobs)
    box = page.findChildren(QPushButton, "okButton")
    assert box
    box[0].click()


def test_an_existing_draft_of_the_kind_is_opened_instead_of_a_second_one(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.draft(case, LetterKind.ACKNOWLEDGEMENT, fields=LetterFields((), free_text="Half done"))
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    qtbot.waitUntil(lambda: page.standing() is Standing.DRAFT)
    assert page.form.free_text.toPlainText() == "Half done"
    assert page.workspace.navigation.place == Place("letter", case_id=case, letter_id=letter)


def test_words_being_typed_survive_a_change_elsewhere(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.draft(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page._keep_timer.setInterval(60_000)
    type_in(find(page, QPlainTextEdit, "letterFreeText"), "Mine")
    changes = desktop.decide(case, Right.ACCESS, Outcome.NOTHING_HELD)
    page.workspace.jobs.changed.emit(changes)
    settle(page.workspace.jobs)
    assert page.form.free_text.toPlainText() == "Mine"


def test_a_letter_that_is_not_there_is_told_in_words(page: LetterPage, qtbot: QtBot, settle: Settle) -> None:
    page.show_place(Place("letter", letter_id=999))
    qtbot.waitUntil(page.problem.isVisible)
    settle(page.workspace.jobs)
    assert page.problem.text()


def test_a_page_without_a_letter_says_what_to_do(page: LetterPage) -> None:
    page.show_place(Place("letter"))
    assert "Choose one" in find(page, Label, "letterPreviewMessage").text()


def test_every_field_has_a_name_to_be_told_by_and_can_be_reached_by_tab(
    page: LetterPage, case: int, qtbot: QtBot, settle: Settle
) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    wanted = {
        "letterKind",
        "letterLanguage",
        "letterAddressee",
        "letterSalutation",
        "letterFreeText",
        "letterSignatory",
        "letterSignatoryTitle",
        "letterCase",
        "letterPreviewPages",
        "letterPreviewSmaller",
        "letterPreviewFit",
        "letterPreviewLarger",
    }
    find(page, QComboBox, "letterKind").setFocus()
    reached: set[str] = set()
    for _ in range(40):
        widget = page.window().focusWidget()
        assert widget is not None
        if widget.objectName() in wanted:
            assert widget.accessibleName(), widget.objectName()
        reached.add(widget.objectName())
        press(widget, Qt.Key.Key_Tab)
    assert wanted <= reached, wanted - reached
