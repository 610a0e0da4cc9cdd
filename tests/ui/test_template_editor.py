"""The template pages: what holds, what is typed, what is wrong with it, and that nothing typed is lost."""

from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.makers import Desktop
from tests.ui.hands import find, press, type_in
from tests.ui.walking import unnamed
from ui.context import Workspace
from ui.dialogs.template_history import CompareDialog, HistoryDialog
from ui.jobs import Jobs
from ui.models.template_table import KIND, TemplateTableModel
from ui.navigation import Place
from ui.pages import template_editor
from ui.pages.template_editor import TemplateEditorPage
from ui.pages.templates import TemplatesPage
from ui.safe import Label
from ui.style.chips import TONE_ROLE, Tone
from ui.widgets.compare_view import CompareModel, differing_words
from ui.widgets.text_editor import TextEditor
from workbench.domain.commands import ResetTemplate, SaveTemplate
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.services import templates
from workbench.services.templates import compare, list_templates, shipped_text, template_page

Settle = Callable[[Jobs], None]
REFUSAL = LetterKind.REFUSAL
ACK = LetterKind.ACKNOWLEDGEMENT
PARAGRAPHS, TEXT = 0, 1


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let words be checked and kept soon, so that the tests need not wait."""
    monkeypatch.setattr(template_editor, "CHECK_AFTER_MS", 20)
    monkeypatch.setattr(template_editor, "KEEP_AFTER_MS", 60)


@pytest.fixture
def case(desktop: Desktop) -> int:
    return desktop.register(Right.ACCESS)


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, case: int) -> TemplateEditorPage:
    assert case
    made = TemplateEditorPage(workspace)
    qtbot.addWidget(made)
    made.resize(1224, 830)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(page: TemplateEditorPage, qtbot: QtBot, name: str = "acknowledgement.en") -> None:
    """Show a template as the window does, and wait until a letter is drawn."""
    page.workspace.navigation.go(Place("template", tab=name))
    page.show_place(Place("template", tab=name))
    qtbot.waitUntil(lambda: bool(page.preview.data) and page.workspace.jobs.idle, timeout=20_000)


def rest(page: TemplateEditorPage, qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: holds() and page.workspace.jobs.idle, timeout=20_000)


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def findings(page: TemplateEditorPage) -> list[str]:
    return [page.findings.item(row).text() for row in range(page.findings.count())]


def own(desktop: Desktop, old: str, new: str, kind: LetterKind = ACK) -> None:
    body = shipped_text(kind, "en")
    assert old in body
    desktop.do(templates.save_template, SaveTemplate(kind=kind, language="en", body=body.replace(old, new, 1), reason="Ours"))


def dialog(page: TemplateEditorPage, kind: type[QDialog], qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(kind)), timeout=20_000)
    return next(one for one in page.findChildren(kind) if one.isVisible())


# The list


def test_the_table_says_which_text_holds(desktop: Desktop, workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
    own(desktop, "We have considered", "We have looked at", REFUSAL)
    made = TemplatesPage(workspace)
    qtbot.addWidget(made)
    made.show()
    made.show_place(Place("templates"))
    settle(workspace.jobs)
    model = made.table.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, KIND).data() == "Refusal")
    assert [model.index(row, column).data() for column in (1, 2)] == ["office version 1", "as shipped"]
    assert model.index(row, 1).data(TONE_ROLE) == Tone.HAND
    made.table.setCurrentIndex(model.index(row, 1))
    assert "Ours" in find(made, Label, "templateWho").text()
    with qtbot.waitSignal(workspace.navigation.moved) as moved:
        press(made.table, Qt.Key.Key_Return)
    assert moved.args == [Place("template", tab="refusal.en")]
    assert unnamed(made) == []


def test_the_models_are_sound(desktop: Desktop, workspace: Workspace, qtbot: QtBot) -> None:
    assert qtbot
    model = TemplateTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines(desktop.see(list_templates))
    model.show_lines(())
    lines = compare("one\ntwo\nthree", "one\n2\nthree\nfour")
    compared = CompareModel(lines, "left", "right")
    QAbstractItemModelTester(compared, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert compared.differing() == (1, 3)
    assert workspace


@pytest.mark.parametrize(
    ("left", "right", "changed"),
    [
        ("we have read it", "we have looked at it", (["read"], ["looked at"])),
        ("same", "same", ([], [])),
        ("\N{GRINNING FACE} old", "\N{GRINNING FACE} new", (["old"], ["new"])),
        ("", "all new", ([], ["all new"])),
    ],
    ids=["words within", "nothing", "behind a character of two units", "from nothing"],
)
def test_the_words_that_differ_within_a_line_are_found(left: str, right: str, changed: tuple[list[str], list[str]]) -> None:
    spans = differing_words(left, right)
    texts = [one.encode("utf-16-le") for one in (left, right)]
    found = tuple([text[2 * a : 2 * b].decode("utf-16-le") for a, b in part] for text, part in zip(texts, spans, strict=True))
    assert found == changed


# Typing


def test_a_paragraph_is_changed_and_seen_in_the_letter(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    number = next(n for n, one in enumerate(page.paragraphs.passages()) if "received" in one.text)
    field = find(page, TextEditor, f"templateParagraph{number}")
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.Start)
    type_in(field, "Thank you kindly. ")
    rest(page, qtbot, lambda: "Thank you kindly." in words_of(page.preview.data))
    assert "Thank you kindly. " in page.text()
    assert page.text().replace("Thank you kindly. ", "") == shipped_text(ACK, "en"), "nothing else of the file changed"
    assert ("not saved", Tone.SOON) in page.heading().chips


def test_words_with_marks_of_toml_stay_what_they_are(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    field = find(page, TextEditor, "templateParagraph1")
    strange = 'He said "no\\n" \N{LEFT DOUBLE QUOTATION MARK}x\N{RIGHT DOUBLE QUOTATION MARK} # [[paragraph]] <b>'
    field.selectAll()
    field.insertPlainText(strange)
    rest(page, qtbot, lambda: page.findings.count() == 0 and page.dirty())
    assert page.paragraphs.passages()[1].text == strange
    page.show_view(TEXT)
    page.show_view(PARAGRAPHS)
    assert find(page, TextEditor, "templateParagraph1").text() == strange


def test_a_fault_is_told_with_its_line_and_enter_goes_there(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    page.show_view(TEXT)
    before = page.preview.data
    line = next(number for number, text in enumerate(page.editor.text().split("\n"), 1) if "{received_at}" in text)
    page.editor.replace_text(page.editor.text().replace("{received_at}", "{received_et}", 1))
    rest(page, qtbot, lambda: page.findings.count() == 1)
    assert findings(page)[0].startswith(f"Line {line}: ")
    assert "received_et" in findings(page)[0]
    assert [mark.line for mark in page.editor.marks()] == [line]
    assert page.preview.data == before, "the letter shows the words before the fault"
    save = next(one for one in page.heading().buttons if one.objectName() == "template_save")
    assert not save.isEnabled()
    assert "faults" in save.statusTip()
    page.editor.go_to(1)
    page.findings.setCurrentRow(0)
    page.findings.setFocus()
    press(page.findings, Qt.Key.Key_Return)
    assert page.editor.line() == line
    page.editor.replace_text(page.editor.text().replace("{received_et}", "{received_at}", 1))
    rest(page, qtbot, lambda: page.findings.count() == 0)
    assert not save.isEnabled(), "it is the text that holds"


def test_a_fault_is_outlined_among_the_paragraphs(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    field = find(page, TextEditor, "templateParagraph1")
    field.moveCursor(field.textCursor().MoveOperation.End)
    field.insertPlainText(" {nobody}")
    rest(page, qtbot, lambda: bool(field.property("problem")))
    assert find(page, TextEditor, "templateParagraph0").property("problem") in {None, False}


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_names_are_offered_while_one_is_typed(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    page.show_view(TEXT)
    line = next(number for number, text in enumerate(page.editor.text().split("\n"), 1) if text.startswith("text ="))
    page.editor.go_to(line, len('text = "') + 1)
    page.editor.setFocus()
    type_in(page.editor, "{recei")
    assert set(page.editor.offered()) == {"received_at", "received_how", "received_on"}
    popup = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "templateTextWords")
    press(popup, Qt.Key.Key_Return)
    assert 'text = "{received_at}' in page.editor.text()


def test_what_may_stand_here_is_explained_and_inserted(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    field = find(page, TextEditor, "templateParagraph1")
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    tree = find(page, QTreeWidget, "templateInsert")
    find(page, QLineEdit, "templateInsertFilter").setText("number of the case")
    branch = tree.topLevelItem(0)
    assert branch is not None
    shown = [branch.child(row) for row in range(branch.childCount())]
    (leaf,) = [one for one in shown if one is not None and not one.isHidden()]
    assert (leaf.text(0), leaf.text(1)) == ("{reference}", "number of the case")
    tree.setCurrentItem(leaf)
    tree.setFocus()
    press(tree, Qt.Key.Key_Return)
    assert page.paragraphs.passages()[1].text.endswith("{reference}")


def test_a_shared_part_is_written_out(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    before = len(page.paragraphs.passages())
    find(page, QPushButton, "templateShared_contact").click()
    rest(page, qtbot, lambda: len(page.paragraphs.passages()) > before)
    assert not any(one.isVisible() for one in page.findChildren(QPushButton, "templateShared_contact"))
    assert any("{contact}" in one.text for one in page.paragraphs.passages())
    rest(page, qtbot, lambda: not findings(page))


def test_every_widget_has_a_name(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    assert unnamed(page) == []
    page.show_view(TEXT)
    assert unnamed(page) == []


# Keeping


def test_what_is_typed_is_kept_as_a_draft_and_found_again(page: TemplateEditorPage, qtbot: QtBot, desktop: Desktop) -> None:
    show(page, qtbot)
    page.show_view(TEXT)
    page.editor.replace_text(page.editor.text() + "\n# half a thought")
    rest(page, qtbot, lambda: not page.unkept())
    assert page.may_leave()
    assert desktop.see(template_page, ACK, "en").draft.endswith("# half a thought\n")
    show(page, qtbot, "clarification.en")
    assert "half a thought" not in page.text()
    show(page, qtbot)
    assert page.text().endswith("# half a thought\n")
    assert page.dirty()


def test_the_last_words_are_kept_before_the_lock(
    page: TemplateEditorPage, qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_editor, "KEEP_AFTER_MS", 600_000)
    page._keep_timer.setInterval(600_000)
    show(page, qtbot)
    page.editor.replace_text(page.editor.text() + "\n# typed just now")
    page.before_lock()
    rest(page, qtbot, lambda: True)
    assert desktop.see(template_page, ACK, "en").draft.endswith("# typed just now\n")


def test_words_that_cannot_be_kept_are_asked_about(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    page.editor.replace_text(page.editor.text() + "\n# " + "x" * templates.LONGEST)
    rest(page, qtbot, lambda: not page.may_leave())
    assert page.problem.text()


def test_changes_are_discarded_after_a_question(page: TemplateEditorPage, qtbot: QtBot, desktop: Desktop) -> None:
    show(page, qtbot)
    page.editor.replace_text(page.editor.text() + "\n# not good")
    rest(page, qtbot, lambda: not page.unkept())
    page.discard()
    box = dialog(page, QMessageBox, qtbot)
    find(box, QPushButton, "yesButton").click()
    rest(page, qtbot, lambda: not page.dirty() and not page.unkept())
    assert desktop.see(template_page, ACK, "en").draft == ""


# Saving, setting back, history


def test_saving_asks_for_a_reason(page: TemplateEditorPage, qtbot: QtBot, desktop: Desktop) -> None:
    show(page, qtbot)
    page.editor.replace_text(page.editor.text() + "\n# ours")
    rest(page, qtbot, page._made["template_save"].isEnabled)
    page.save()
    box = dialog(page, QDialog, qtbot)
    find(box, QPushButton, "saveTemplateSend").click()
    assert find(box, Label, "saveTemplateComplaintReason").text()
    find(box, QPlainTextEdit, "saveTemplateReason").setPlainText("Because we say so")
    find(box, QPushButton, "saveTemplateSend").click()
    rest(page, qtbot, lambda: not page.dirty())
    line = desktop.see(template_page, ACK, "en").line
    assert (line.number, line.reason) == (1, "Because we say so")
    assert "Because we say so" in page.heading().subtitle


def test_setting_back_shows_what_is_given_up_first(page: TemplateEditorPage, qtbot: QtBot, desktop: Desktop) -> None:
    own(desktop, 'title = "', 'title = "Our ')
    show(page, qtbot)
    page.reset()
    box = dialog(page, QDialog, qtbot)
    compare_view = box.compare  # type: ignore[attr-defined]  # the dialog of this one command
    assert compare_view.differences() == 1
    assert compare_view.currentIndex().isValid(), "it opens at the first difference"
    find(box, QPlainTextEdit, "resetTemplateReason").setPlainText("Back to theirs")
    find(box, QPushButton, "resetTemplateSend").click()
    rest(page, qtbot, lambda: page.text() == shipped_text(ACK, "en"))
    assert not page.dirty()
    assert [one.reset for one in desktop.see(template_page, ACK, "en").history] == [True, False, False]


def test_an_earlier_version_is_seen_and_restored(page: TemplateEditorPage, qtbot: QtBot, desktop: Desktop) -> None:
    own(desktop, 'title = "', 'title = "Our ')
    desktop.do(templates.reset_template, ResetTemplate(kind=ACK, language="en", reason="No"))
    show(page, qtbot)
    page.show_history()
    box = dialog(page, HistoryDialog, qtbot)
    assert isinstance(box, HistoryDialog)
    box.table.choose_row(1)
    find(box, QPushButton, "templateHistoryView").click()
    seen = dialog(page, CompareDialog, qtbot)
    assert find(seen, Label, "compareTemplateCount").text().startswith("1 ")
    seen.close()
    find(box, QPushButton, "templateHistoryRestore").click()
    rest(page, qtbot, page.dirty)
    assert 'title = "Our ' in page.text()
    assert not desktop.see(template_page, ACK, "en").line.number, "it holds only once it is saved"


def test_a_reader_can_change_nothing(page: TemplateEditorPage, qtbot: QtBot) -> None:
    page.workspace = replace(page.workspace, read_only=True)
    show(page, qtbot)
    assert page.editor.isReadOnly()
    assert find(page, TextEditor, "templateParagraph0").isReadOnly()
    assert not page._made["template_save"].isEnabled()


def test_an_unknown_template_is_told(page: TemplateEditorPage, qtbot: QtBot) -> None:
    page.show_place(Place("template", tab="refusal.xx"))
    rest(page, qtbot, lambda: bool(page.problem.text()))
    assert not any(action.isEnabled() for action in page._made.values())


def bottom(field: TextEditor) -> float:
    return field.blockBoundingGeometry(field.document().lastBlock()).bottom()


def test_a_field_is_as_tall_as_its_words(page: TemplateEditorPage, qtbot: QtBot) -> None:
    show(page, qtbot)
    field = find(page, TextEditor, "templateParagraph1")
    for words in ("short", "a long sentence that needs many lines " * 12):
        field.selectAll()
        field.insertPlainText(words)
        qtbot.waitUntil(lambda: bottom(field) <= field.viewport().height() < bottom(field) + 20, timeout=5_000)
