"""An officer changes a letter template on the screen, sees it in a letter of a case and on its paper, and goes back."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView

from tests.journeys.screen import Screen
from tests.journeys.test_main_job import BOTH, LETTERS, open_case, words_of
from ui.models.template_table import TemplateTableModel
from ui.pages.template_editor import TemplateEditorPage
from ui.widgets.compare_view import CompareView
from ui.widgets.text_editor import TextEditor
from workbench.domain.letters import LetterKind
from workbench.services.letters import list_letters, load_letter
from workbench.services.office import ask
from workbench.services.templates import template_page

OURS = {
    "en": "Your wish concerning {rights} reached us on {received_at} ({received_how}). Its number is {reference}.",
    "id": "Keinginan Anda mengenai {rights} sampai kepada kami pada {received_at} ({received_how}). Nomornya {reference}.",
}
SAID = {"en": "Its number is DSR-2026-", "id": "Nomornya DSR-2026-"}


def open_template(screen: Screen, kind: LetterKind, language: str) -> TemplateEditorPage:
    """Open a template from the list, which the sidebar shows, and wait until a letter is drawn."""
    screen.press("templatesEntry")
    table = screen.find(QTableView, "templatesTable")
    model = table.model()
    assert isinstance(model, TemplateTableModel)
    cell = next(
        index
        for row in range(model.rowCount())
        for column in range(1, model.columnCount())
        if (line := model.line(index := model.index(row, column))) is not None
        and (line.kind, line.language) == (kind, language)
    )
    table.setCurrentIndex(cell)
    screen.press("templateOpen")
    page = screen.find(TemplateEditorPage, "templatePage")
    screen.wait(lambda: bool(page.preview.data), "no letter was drawn of the template")
    return page


def issue(screen: Screen, number: str, language: str, file: Path) -> str:
    """Write and issue an acknowledgement of the case and return what another program reads on its paper."""
    screen.window.actions_by_id["go_cases"].trigger()
    screen.settle()
    table = screen.find(QTableView, "casesTable")
    screen.wait(lambda: table.model().rowCount() == 1, "the one case is not listed")
    table.setCurrentIndex(table.model().index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Return)
    screen.wait(lambda: screen.title() == number, "the case was not opened")
    screen.tab(LETTERS)
    screen.new_letter("acknowledgement")
    screen.choose("letterLanguage", language)
    screen.press("approveButton")
    screen.wait(lambda: screen.seen(QLabel, "letterDigest") is not None, "the acknowledgement was not issued")
    screen.press("save_pdfButton")
    screen.save_as(file)
    return words_of(file)


@BOTH
def test_a_template_is_edited_seen_in_a_letter_and_set_back(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["screen"]
    number = open_case(
        screen, "access-request.eml", law="EU", place="DE", rights=("access",), address="Ahornstraße 12\n50667 Köln\nGermany"
    )
    page = open_template(screen, LetterKind.ACKNOWLEDGEMENT, language)
    usual = page.paragraphs.passages()[1].text
    screen.write("templateParagraph1", OURS[language])
    before = page.preview.data
    screen.wait(lambda: page.preview.data != before, "the letter does not follow the words")
    screen.press("template_saveButton")
    screen.write("saveTemplateReason", "Closer to how we speak")
    screen.press("saveTemplateSend")
    screen.wait(lambda: not page.dirty(), "the template was not saved")

    words = issue(screen, number, language, tmp_path / "acknowledgement.pdf")
    assert f"{SAID[language]}{number.removeprefix('DSR-2026-')}" in words
    office = screen.window.jobs.office
    assert office is not None
    (line,) = ask(office, list_letters)
    assert ask(office, partial(load_letter, letter_id=line.id)).template.startswith("office:1:")

    page = open_template(screen, LetterKind.ACKNOWLEDGEMENT, language)
    screen.press("template_resetButton")
    compared = screen.find(CompareView, "resetTemplateCompare")
    row = compared.currentIndex().row()
    shown = [str(compared.model().index(row, column).data()) for column in (1, 4)]
    assert OURS[language] in shown[0], "the office's text is shown before it is given up"
    assert usual in shown[1]
    screen.write("resetTemplateReason", "The shipped one will do")
    screen.press("resetTemplateSend")
    screen.wait(lambda: screen.find(TextEditor, "templateParagraph1").text() == usual, "the shipped text does not stand there")
    history = ask(office, partial(template_page, kind=LetterKind.ACKNOWLEDGEMENT, language=language)).history
    assert [one.number for one in history] == [2, 1, 0], "no version was lost"
    assert ask(office, partial(load_letter, letter_id=line.id)).template.startswith("office:1:"), "an issued letter stays"
