"""The letter composer: words at the left, paper at the right, and nothing typed is lost."""

import hashlib
import stat
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.makers import Desktop, Hand
from tests.tools.print_check import same_print
from tests.ui.hands import find, press, type_in
from ui.clipboard import clear_if_ours
from ui.context import Workspace
from ui.dialogs.delivery import DeliveryDialog
from ui.dialogs.dispatch import DispatchDialog
from ui.dialogs.guard import GuardDialog
from ui.dialogs.mail_draft import MailDraftDialog
from ui.dialogs.password import PasswordDialog
from ui.dialogs.returned import ReturnDialog
from ui.dialogs.sign import SignDialog
from ui.jobs import Jobs
from ui.navigation import Place
from ui.pages import letter as letter_page
from ui.pages.letter import LetterPage, Standing
from ui.printing import printer_for
from ui.safe import Label
from ui.widgets.checklist import Check
from workbench.domain.changes import Changes
from workbench.domain.commands import AttachEvidence
from workbench.domain.decisions import Outcome
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.letters import DispatchChannel, LetterFields, LetterKind, LetterState
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.services.evidence import attach_evidence
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


# What goes with the letter, and what in it names somebody else


def kept_file(desktop: Desktop, case: int, name: str, text: str) -> int:
    """Keep a text file with a case and return its id."""
    new = NewEvidence(name, "text/plain", text.encode(), EvidenceKind.DATA)
    changes = desktop.do(attach_evidence, AttachEvidence(case_id=case, evidence=new))
    assert isinstance(changes, Changes)
    assert changes.created is not None
    return changes.created


def tick(page: LetterPage, row: int) -> None:
    """Tick or untick a file by keyboard."""
    found = find(page, QListWidget, "letterEnclosuresList")
    found.setFocus()
    found.setCurrentRow(row)
    press(found, Qt.Key.Key_Space)


def test_files_of_the_case_go_with_the_letter_in_the_order_chosen(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    first, second = (kept_file(desktop, case, name, "Data of the account.") for name in ("one.txt", "two.txt"))
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    tick(page, 0)
    tick(page, 1)
    kept(page, qtbot, settle)
    assert desktop.page(case).letters[0].fields.enclosures == (first, second)
    press(find(page, QListWidget, "letterEnclosuresList"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: desktop.page(case).letters[0].fields.enclosures == (second, first))
    kept(page, qtbot, settle)
    words = words_of(page.preview.data)
    assert words.index("two.txt") < words.index("one.txt")


def test_a_case_without_files_shows_no_list_of_them(page: LetterPage, case: int, qtbot: QtBot, settle: Settle) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    assert not find(page, QListWidget, "letterEnclosuresList").isVisible()


def other_person(desktop: Desktop) -> int:
    return desktop.register(subject=DataSubject("Bambang Contoh", "bambang@contoh.example", ("Jalan Mawar 1", "Bandung 40111")))


def test_another_person_in_the_letter_is_told_while_one_types(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    other_person(desktop)
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    remark = find(page, QPlainTextEdit, "letterFreeText")
    type_in(remark, "As we told Bambang Contoh.")
    qtbot.waitUntil(lambda: bool(page.strangers.remarks()))
    assert "Bambang Contoh" in page.strangers.remarks()[0].text
    assert page.strangers.isVisible()
    remark.setPlainText("As we told you.")
    qtbot.waitUntil(lambda: not page.strangers.remarks())


def test_a_mismatch_stops_the_issue_until_it_has_a_reason_of_its_own(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    other_person(desktop)
    letter = desktop.draft(case, LetterKind.ACKNOWLEDGEMENT, fields=LetterFields((), free_text="Bambang Contoh wrote too."))
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["approve"].trigger()
    settle(page.workspace.jobs)
    dialog = find(page, GuardDialog, "guard")
    issue = find(dialog, QPushButton, "guardSend")
    press(issue, Qt.Key.Key_Space)
    assert find(dialog, Label, "guardComplaint0").isVisible(), "no reason, no letter"
    reason = find(dialog, QLineEdit, "guardReason0")
    assert reason.hasFocus()
    assert reason.accessibleName()
    type_in(reason, "ok")
    press(issue, Qt.Key.Key_Space)
    assert desktop.see(load_letter, letter).state is LetterState.DRAFT
    type_in(reason, ": he is the husband, and asked in her name.")
    press(issue, Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    qtbot.waitUntil(lambda: page.standing() is Standing.ISSUED)
    told = "\n".join(line.text for line in desktop.page(case).history)
    assert "he is the husband" in told


def test_the_letter_is_changed_instead_of_explained(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    other_person(desktop)
    letter = desktop.draft(case, LetterKind.ACKNOWLEDGEMENT, fields=LetterFields((), free_text="Bambang Contoh wrote too."))
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["approve"].trigger()
    settle(page.workspace.jobs)
    dialog = find(page, GuardDialog, "guard")
    change = find(dialog, QPushButton, "guardCancel")
    assert change.accessibleName() == "Change the letter"
    press(change, Qt.Key.Key_Space)
    assert page.window().focusWidget() is page.form.free_text
    page.form.free_text.setPlainText("You wrote too.")
    kept(page, qtbot, settle)
    page.workspace.actions["approve"].trigger()
    qtbot.waitUntil(lambda: page.standing() is Standing.ISSUED)


def test_the_approver_sees_which_words_are_not_the_templates(page: LetterPage, case: int, qtbot: QtBot, settle: Settle) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    assert not page.own_words.isVisible()
    type_in(find(page, QPlainTextEdit, "letterFreeText"), "We look into it.")
    salutation = find(page, QLineEdit, "letterSalutation")
    before = salutation.text()
    salutation.clear()
    type_in(salutation, "Dear Hannah,")
    qtbot.waitUntil(lambda: len(page.own_words.remarks()) == 2)
    about = {one.about: one for one in page.own_words.remarks()}
    assert about["Remark"].text == "We look into it."
    assert before in about["Salutation"].below


# After the issue


def test_the_seal_and_every_sending_are_told(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    facts = find(page, Label, "letterFacts")
    issued = desktop.see(load_letter, letter)
    version = issued.template.removeprefix("shipped:")
    for part in (issued.number, f"Template shipped text, version {version}.", issued.anchor):
        assert part
        assert part in facts.text()
    page.workspace.actions["dispatch"].trigger()
    dialog = find(page, DispatchDialog, "dispatchLetter")
    channel = find(dialog, QComboBox, "dispatchLetterChannel")
    number = find(dialog, QLineEdit, "dispatchLetterTracking")
    assert find(dialog, QLineEdit, "dispatchLetterRecipient").text() == "hannah@beispiel.example"
    assert not number.isVisible()
    channel.setCurrentIndex(channel.findData(DispatchChannel.REGISTERED_POST))
    assert number.isVisible()
    assert "Beispielweg 4" in find(dialog, QLineEdit, "dispatchLetterRecipient").text()
    send = find(dialog, QPushButton, "dispatchLetterSend")
    press(send, Qt.Key.Key_Space)
    assert find(dialog, Label, "dispatchLetterComplaintTracking").isVisible(), "registered post has a number"
    type_in(number, "RR 1 ID")
    press(send, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.standing() is Standing.SENT)
    assert "Registered post RR 1 ID" in facts.text()
    page.workspace.actions["record_return"].trigger()
    settle(page.workspace.jobs)
    back = find(page, ReturnDialog, "recordReturn")
    type_in(find(back, QLineEdit, "recordReturnRemark"), "unknown at the address")
    press(find(back, QPushButton, "recordReturnSend"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.standing() is Standing.ISSUED)
    assert "unknown at the address" in facts.text()
    assert "waits to be sent again" in facts.text()
    assert texts(page) == ["save_pdf", "print", "dispatch"]


def test_a_letter_that_went_to_somebody_else_needs_a_reason(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    other_person(desktop)
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["dispatch"].trigger()
    dialog = find(page, DispatchDialog, "dispatchLetter")
    find(dialog, QLineEdit, "dispatchLetterRecipient").setText("bambang@contoh.example")
    send = find(dialog, QPushButton, "dispatchLetterSend")
    press(send, Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    reasons = [field for field in dialog.findChildren(QLineEdit) if field.objectName().startswith("dispatchGuardReason")]
    assert reasons
    press(send, Qt.Key.Key_Space)
    assert page.standing() is Standing.ISSUED
    find(dialog, QLineEdit, "dispatchLetterRecipient").setText("hannah@beispiel.example")
    press(send, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.standing() is Standing.SENT)


def test_a_correction_is_a_new_letter_that_names_the_old(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    old = desktop.send(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=old), qtbot, settle)
    page.workspace.actions["correct"].trigger()
    settle(page.workspace.jobs)
    new = next(one for one in desktop.page(case).letters if one.id != old)
    assert page.workspace.navigation.place == Place("letter", case_id=case, letter_id=new.id)
    assert new.corrects == "L-2026-0001"
    show(page, Place("letter", case_id=case, letter_id=old), qtbot, settle)
    assert f"Replaced by {new.number}" in find(page, Label, "letterFacts").text()
    assert not page.workspace.actions["correct"].isEnabled()


def test_the_password_of_an_encrypted_letter_is_shown_once_and_leaves_the_clipboard(
    page: LetterPage, case: int, desktop: Desktop, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["encrypt_pdf"].trigger()
    settle(page.workspace.jobs)
    dialog = find(page, PasswordDialog, "passwordDialog")
    password = find(dialog, QLineEdit, "passwordText").text()
    press(find(dialog, QPushButton, "passwordCopy"), Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == password
    clear_if_ours()
    assert not QGuiApplication.clipboard().text()
    press(find(dialog, QPushButton, "passwordClose"), Qt.Key.Key_Space)
    save = find(page, QFileDialog, "saveDialog")
    find(save, QLineEdit, "fileNameEdit").setText(str(tmp_path / "secret.pdf"))
    save.accept()
    settle(page.workspace.jobs)
    document = pypdfium2.PdfDocument((tmp_path / "secret.pdf").read_bytes(), password=password)
    assert len(document) == 1
    document.close()
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument((tmp_path / "secret.pdf").read_bytes())


def test_an_email_draft_carries_the_letter_and_says_whom_it_goes_to(
    page: LetterPage, case: int, desktop: Desktop, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["email_draft"].trigger()
    settle(page.workspace.jobs)
    dialog = find(page, MailDraftDialog, "mailDraft")
    assert find(dialog, QLineEdit, "mailDraftTo").text() == "hannah@beispiel.example"
    press(find(dialog, QPushButton, "mailDraftSend"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    save = find(page, QFileDialog, "saveDialog")
    find(save, QLineEdit, "fileNameEdit").setText(str(tmp_path / "draft.eml"))
    save.accept()
    settle(page.workspace.jobs)
    mail = message_from_bytes((tmp_path / "draft.eml").read_bytes(), policy=default)
    assert mail["X-Unsent"] == "1"
    assert [part.get_content() for part in mail.iter_attachments()] == [desktop.see(letter_pdf, letter)]


def test_a_draft_to_somebody_else_is_given_only_after_that_was_read(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle
) -> None:
    other_person(desktop)
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["email_draft"].trigger()
    settle(page.workspace.jobs)
    dialog = find(page, MailDraftDialog, "mailDraft")
    find(dialog, QLineEdit, "mailDraftTo").setText("bambang@contoh.example")
    press(find(dialog, QPushButton, "mailDraftSend"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    assert "bambang@contoh.example" in find(dialog, Label, "mailDraftWarned").text()
    assert page.findChild(QFileDialog, "saveDialog") is None


@pytest.mark.parametrize(
    ("action", "dialog"),
    [
        pytest.param("envelope", "envelopesDialog", id="envelope"),
        pytest.param("file_copy", "paperView", id="file copy"),
        pytest.param("sign", "signLetter", id="signature"),
    ],
)
def test_what_can_be_done_with_an_issued_letter_is_a_button_away(
    page: LetterPage, case: int, desktop: Desktop, qtbot: QtBot, settle: Settle, action: str, dialog: str
) -> None:
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    press(find(page, QPushButton, f"{action}Button"), Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    opened = find(page, QDialog, dialog)
    assert opened.isVisible()
    assert opened.accessibleName()


def test_a_key_that_is_none_is_said_at_its_field(
    page: LetterPage, case: int, desktop: Desktop, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    letter = desktop.issue(case, LetterKind.ACKNOWLEDGEMENT)
    show(page, Place("letter", case_id=case, letter_id=letter), qtbot, settle)
    page.workspace.actions["sign"].trigger()
    dialog = find(page, SignDialog, "signLetter")
    send = find(dialog, QPushButton, "signLetterSend")
    press(send, Qt.Key.Key_Space)
    assert find(dialog, Label, "signLetterComplaintKey").isVisible()
    (tmp_path / "key.p12").write_bytes(b"no key")
    find(dialog, QLineEdit, "signLetterFile").setText(str(tmp_path / "key.p12"))
    press(send, Qt.Key.Key_Space)
    settle(page.workspace.jobs)
    assert find(dialog, Label, "signLetterProblem").isVisible()


def test_a_draft_offers_nothing_that_leaves_the_house(page: LetterPage, case: int, qtbot: QtBot, settle: Settle) -> None:
    show(page, Place("letter", case_id=case, tab="acknowledgement"), qtbot, settle)
    names = ("print", "save_pdf", "dispatch", "email_draft", "encrypt_pdf", "envelope", "file_copy", "sign", "correct")
    assert not any(page.workspace.actions[name].isEnabled() for name in names)
    assert not page.outgoing.card.isVisible()
