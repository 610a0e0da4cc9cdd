"""The places of a letter for the officer's own words, in the composer."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import Desktop
from tests.ui.hands import find, type_in
from ui.context import Workspace
from ui.pages.letter_form import LetterForm
from workbench.domain.letters import LetterFields, LetterKind
from workbench.domain.rights import Right
from workbench.domain.templates import Insert
from workbench.services.letter_texts import languages_of


@pytest.fixture
def form(workspace: Workspace, qtbot: QtBot) -> LetterForm:
    made = LetterForm(workspace)
    qtbot.addWidget(made)
    made.resize(420, 1100)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(form: LetterForm) -> list[str]:
    """Return the names of the places that the form shows."""
    fields = [one for one in form.findChildren(QWidget) if one.objectName().startswith("letterPlace_") and one.isVisible()]
    return [one.objectName().removeprefix("letterPlace_") for one in fields]


def choose(form: LetterForm, kind: LetterKind) -> None:
    form.kind_box.setCurrentIndex(form.kind_box.findData(kind.value))


def test_each_place_of_the_template_has_a_field_with_its_label(form: LetterForm, qtbot: QtBot) -> None:
    form.offer_kinds(tuple(LetterKind), LetterKind.FEE_NOTICE, fixed=False)
    qtbot.waitUntil(lambda: shown(form) == ["fee_amount", "fee_basis", "fee_payment"])
    assert find(form, QLineEdit, "letterPlace_fee_amount").accessibleName() == "Amount of the fee"
    assert find(form, QPlainTextEdit, "letterPlace_fee_basis").accessibleName() == "Why there is a fee, and how it is reckoned"
    choose(form, LetterKind.ACKNOWLEDGEMENT)
    qtbot.waitUntil(lambda: shown(form) == [])


def test_words_typed_at_a_place_are_told_and_stay_for_a_place_of_the_same_name(form: LetterForm, qtbot: QtBot) -> None:
    form.offer_kinds(tuple(LetterKind), LetterKind.ERASURE, fixed=False)
    qtbot.waitUntil(lambda: "measures" in shown(form))
    with qtbot.waitSignal(form.edited):
        type_in(find(form, QPlainTextEdit, "letterPlace_measures"), "Account closed. ")
    assert form.fields().inserts == (("measures", "Account closed."),)
    choose(form, LetterKind.RESTRICTION)
    assert form.fields().inserts == (("measures", "Account closed."),)
    choose(form, LetterKind.ANSWER)
    assert form.fields().inserts == ()


def test_a_draft_shows_its_words_and_an_issued_letter_lets_them_be_read(form: LetterForm, qtbot: QtBot) -> None:
    form.offer_kinds((), LetterKind.NOTHING_HELD, fixed=True)
    form.show_fields(LetterFields(addressee=("A",), inserts=(("searched", "In <every> system."),)))
    field = find(form, QPlainTextEdit, "letterPlace_searched")
    assert field.toPlainText() == "In <every> system."
    form.set_read_only(read_only=True)
    assert field.isReadOnly()
    qtbot.waitUntil(lambda: shown(form) == ["searched"])


def test_an_empty_field_shows_what_would_stand_there(form: LetterForm) -> None:
    form.offer_kinds(tuple(LetterKind), LetterKind.SYSTEM_REQUEST, fixed=False)
    places = (Insert("identifiers", lines=2, needed=True), Insert("task", label="What to do", suggestion="Search."))
    form.show_places(places, LetterFields(addressee=(), inserts=(("identifiers", "Hannah"),)))
    assert find(form, QPlainTextEdit, "letterPlace_identifiers").placeholderText() == "Hannah"
    task = find(form, QLineEdit, "letterPlace_task")
    assert (task.placeholderText(), task.accessibleName()) == ("Search.", "What to do")


def test_a_kind_is_offered_only_in_the_languages_it_is_written_in(form: LetterForm) -> None:
    form.offer_kinds(tuple(LetterKind), LetterKind.ANSWER, fixed=False)
    assert offered(form) == languages_of(LetterKind.ANSWER)
    form.set_language(languages_of(LetterKind.ANSWER)[-1])
    choose(form, LetterKind.FEE_NOTICE)
    assert offered(form) == languages_of(LetterKind.FEE_NOTICE)
    assert form.language() in languages_of(LetterKind.FEE_NOTICE)


def offered(form: LetterForm) -> tuple[str, ...]:
    """Return the languages that the form offers."""
    return tuple(form.language_box.itemData(index) for index in range(form.language_box.count()))


def test_a_draft_keeps_the_words_of_its_places(desktop: Desktop) -> None:
    case = desktop.register(Right.ACCESS)
    letter = desktop.draft(case, LetterKind.FEE_NOTICE, fields=LetterFields((), inserts=(("fee_amount", "EUR 40"),)))
    kept = next(one for one in desktop.page(case).letters if one.id == letter)
    assert kept.fields.inserts == (("fee_amount", "EUR 40"),)
