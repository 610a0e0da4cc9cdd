"""The header in a narrow window: nothing lies over anything else, the search field yields first."""

import itertools

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import find
from ui.actions import Actions
from ui.style.chips import Chip, Tone
from ui.style.theme import Theme
from ui.widgets.header import Header
from ui.widgets.page import Heading

NARROWEST = 884
"""The width of the header in a window of the least size."""


@pytest.fixture
def header(theme: Theme, qtbot: QtBot) -> Header:
    assert theme.mode == "light"
    made = Header(Actions())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def edges(header: Header, widget: QWidget) -> tuple[int, int]:
    left = widget.mapTo(header, widget.rect().topLeft()).x()
    return left, left + widget.width()


@pytest.mark.parametrize("words", ["", "22 di antaranya dengan perkara terbuka"], ids=["no chip", "a long chip"])
@pytest.mark.parametrize("width", [NARROWEST, 1224], ids=["narrow", "wide"])
def test_nothing_lies_over_the_search_field(header: Header, qtbot: QtBot, width: int, words: str) -> None:
    header.show_heading(Heading("Otoritas", "94 otoritas, 84 perlu diperiksa", chips=((words, Tone.WRONG),) if words else ()))
    header.resize(width, header.height())
    search = find(header, QPushButton, "searchButton")

    def buttons() -> list[QPushButton]:
        return [one for one in header.findChildren(QPushButton) if one is not search and one.isVisible()]

    qtbot.waitUntil(lambda: len(buttons()) == 2)
    shown = [*header.findChildren(Chip), search, *buttons()]
    places = [edges(header, one) for one in shown]
    assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(places)), places
    assert places[-1][1] <= width
    whole = search.accessibleName()
    assert (search.text() == whole) == (not words or width > NARROWEST)


def test_the_search_field_keeps_its_name_when_its_words_are_cut(header: Header) -> None:
    header.show_heading(Heading("Otoritas", chips=(("a chip that is as long as the header permits", Tone.WRONG),)))
    header.resize(NARROWEST, header.height())
    assert find(header, QPushButton, "searchButton").accessibleName() == "Search cases, people, letters"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        pytest.param(NARROWEST, ["Sedang dikerjakan"], id="narrow"),
        pytest.param(1600, ["Kegagalan pelindungan", "UU PDP Indonesia", "Sedang dikerjakan"], id="wide"),
    ],
)
def test_chips_go_before_a_button_loses_letters(header: Header, qtbot: QtBot, width: int, shown: list[str]) -> None:
    chips = (("Kegagalan pelindungan", Tone.INFO), ("UU PDP Indonesia", Tone.CALM), ("Sedang dikerjakan", Tone.SOON))
    actions = [QAction(words, header) for words in ("Tambah catatan", "Nilai risiko kegagalan", "Tulis surat")]
    header.show_heading(Heading("BRE-2026-0003", "Backup of the customer panel", chips, tuple(actions), search=False))
    header.resize(width, header.height())

    def seen(kind: type[QWidget]) -> list[QWidget]:
        return [one for one in header.findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: [one.accessibleName() for one in seen(Chip)] == shown)
    qtbot.waitUntil(lambda: len(seen(QPushButton)) == len(actions))
    assert all(one.width() >= one.sizeHint().width() for one in [*seen(QPushButton), *seen(Chip)])
