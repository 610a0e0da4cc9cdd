"""The schedule editor: filled in by keyboard, and read back as lines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.hands import press, type_in
from ui.widgets.schedule_editor import Column, ScheduleEditor
from workbench.domain.decisions import ScheduleLine, Treatment

WORDS = tuple((treatment, treatment.value.title()) for treatment in Treatment)


@pytest.fixture
def editor(qtbot: QtBot) -> ScheduleEditor:
    made = ScheduleEditor(WORDS)
    qtbot.addWidget(made)
    made.set_categories(("Name", "E-mail address"))
    made.resize(800, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_model_keeps_qts_rules(editor: ScheduleEditor, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(editor.model)
    editor.set_lines([ScheduleLine("Name", "Hannah", Treatment.DISCLOSED), ScheduleLine("Invoices", "", Treatment.KEPT, "tax")])
    editor.model.insertRows(1, 2)
    editor.model.removeRows(0, 1)


def test_a_row_is_written_by_keyboard_alone(editor: ScheduleEditor) -> None:
    press(editor.table, Qt.Key.Key_Insert)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert box.accessibleName()
    assert [box.itemText(at) for at in range(box.count())] == ["Name", "E-mail address"]
    type_in(box, "Domain names")
    press(box, Qt.Key.Key_Tab)
    detail = QApplication.focusWidget()
    assert isinstance(detail, QLineEdit)
    type_in(detail, "onee.example <b>")
    assert editor.lines() == (ScheduleLine("Domain names", "onee.example <b>", Treatment.DISCLOSED),)


def test_the_treatment_is_a_choice_with_words(editor: ScheduleEditor) -> None:
    editor.set_lines([ScheduleLine("Invoices", "2023 to 2026", Treatment.DISCLOSED)])
    index = editor.model.index(0, Column.TREATMENT)
    assert index.data() == "Disclosed"
    assert editor.model.setData(index, Treatment.KEPT.value)
    assert editor.lines()[0].treatment is Treatment.KEPT


def test_a_new_row_says_what_usually_happens_under_the_right(editor: ScheduleEditor) -> None:
    editor.set_default(Treatment.ERASED)
    editor.model.insertRows(0, 1)
    editor.model.setData(editor.model.index(0, Column.CATEGORY), "Name")
    assert editor.lines() == (ScheduleLine("Name", "", Treatment.ERASED),)


def test_a_row_is_taken_away_by_keyboard(editor: ScheduleEditor) -> None:
    editor.set_lines([ScheduleLine("Name", "", Treatment.DISCLOSED), ScheduleLine("Invoices", "", Treatment.KEPT)])
    editor.table.setFocus()
    editor.table.setCurrentIndex(editor.model.index(0, 0))
    press(editor.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [line.category for line in editor.lines()] == ["Invoices"]


def test_rows_without_words_are_no_part_of_the_schedule(editor: ScheduleEditor) -> None:
    editor.model.insertRows(0, 3)
    editor.model.setData(editor.model.index(1, Column.WHY), "  ")
    assert editor.lines() == ()


def test_tab_leaves_the_table(editor: ScheduleEditor) -> None:
    editor.set_lines([ScheduleLine("Name", "", Treatment.DISCLOSED)])
    editor.table.setFocus()
    press(editor.table, Qt.Key.Key_Tab)
    assert editor.add_button.hasFocus()


def test_showing_lines_is_no_edit(editor: ScheduleEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_lines([ScheduleLine("Name", "", Treatment.DISCLOSED)])
    with qtbot.waitSignal(editor.edited):
        editor.model.setData(editor.model.index(0, 0), "Address")
