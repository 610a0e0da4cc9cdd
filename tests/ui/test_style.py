"""The look: contrast computed over the tokens, a sheet without leftovers, chips that say their state in more than colour."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from ui.style.chips import TONE_ROLE, Chip, ChipDelegate, Tone, tone_colours
from ui.style.palette import DARK, LIGHT, TEXT_ON, Palette, contrast, current_palette, qt_palette
from ui.style.sheet import style_sheet
from ui.style.theme import Theme
from ui.widgets.number_edit import NumberEdit

THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
LEAST_TEXT = 4.5
LEAST_EDGE = 3.0


def test_contrast_is_reckoned_as_the_guideline_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(("text", "grounds"), TEXT_ON, ids=[text for text, _ in TEXT_ON])
def test_text_can_be_read_on_every_ground_it_stands_on(palette: Palette, text: str, grounds: tuple[str, ...]) -> None:
    weak = {
        ground: round(found, 2)
        for ground in grounds
        if (found := contrast(getattr(palette, text), getattr(palette, ground))) < LEAST_TEXT
    }

    assert not weak


@THEMES
def test_what_can_be_operated_has_an_outline_that_can_be_seen(palette: Palette) -> None:
    assert contrast(palette.edge, palette.surface) >= LEAST_EDGE
    assert contrast(palette.accent, palette.surface) >= LEAST_EDGE
    assert contrast(palette.accent, palette.ground) >= LEAST_EDGE


@THEMES
@pytest.mark.parametrize("tone", list(Tone))
def test_the_word_on_a_chip_can_be_read(palette: Palette, tone: Tone) -> None:
    ground, ink, _ = tone_colours(tone, palette)

    assert contrast(ink, ground) >= LEAST_TEXT


@THEMES
def test_the_sheet_leaves_no_token_and_names_pictures_that_exist(palette: Palette) -> None:
    sheet = style_sheet(palette, 10.5)

    assert "@" not in re.sub(r"url\([^)]*\)", "", sheet)
    pictures = re.findall(r"url\(([^)]*)\)", sheet)
    assert pictures
    assert all(Path(picture).exists() for picture in pictures)


def test_a_larger_font_of_the_system_makes_everything_larger() -> None:
    def sizes(points: float) -> list[float]:
        return [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", style_sheet(LIGHT, points))]

    assert all(large == pytest.approx(2 * small, abs=0.11) for small, large in zip(sizes(10), sizes(20), strict=True))


def test_the_theme_changes_the_palette_for_everybody(theme: Theme) -> None:
    theme.choose("dark")
    assert current_palette() is DARK
    theme.choose("light")
    assert current_palette() is LIGHT


@THEMES
def test_the_palette_for_qt_is_complete(palette: Palette) -> None:
    made = qt_palette(palette)

    assert contrast(made.windowText().color().name(), made.window().color().name()) >= LEAST_TEXT
    assert contrast(made.highlightedText().color().name(), made.highlight().color().name()) >= LEAST_TEXT
    assert contrast(made.placeholderText().color().name(), made.base().color().name()) >= LEAST_TEXT


def test_the_focus_can_be_seen(qtbot: QtBot, theme: Theme) -> None:
    assert theme.mode == "light"
    for widget in (QPushButton("Save"), QLineEdit()):
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.clearFocus()
        before = widget.grab().toImage()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        after = widget.grab().toImage()

        assert before != after


def test_a_chip_differs_from_others_without_colour(qtbot: QtBot, theme: Theme) -> None:
    assert theme.mode == "light"

    def shape(tone: Tone) -> bytes:
        chip = Chip("5 days", tone)
        qtbot.addWidget(chip)
        picture = chip.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        return bytes(picture.constBits()) + bytes((picture.width() % 256,))

    assert len({shape(tone) for tone in (Tone.LATE, Tone.SOON, Tone.PAUSED, Tone.DONE, Tone.WRONG)}) == 5


def test_a_chip_tells_its_word_to_who_cannot_see_it(qtbot: QtBot) -> None:
    chip = Chip("2 days late", Tone.LATE)
    qtbot.addWidget(chip)
    chip.show_state("tomorrow", Tone.SOON)

    assert chip.accessibleName() == "tomorrow"


def test_cells_with_a_tone_are_painted_as_chips_and_others_as_usual(qtbot: QtBot, theme: Theme) -> None:
    assert theme.mode == "light"
    model = QStandardItemModel(2, 1)
    for row, tone in enumerate((Tone.LATE, None)):
        item = QStandardItem("2 days late")
        item.setData(tone, TONE_ROLE)
        model.setItem(row, 0, item)
    table = QTableView()
    table.setModel(model)
    qtbot.addWidget(table)
    delegate = ChipDelegate(table)

    def painted(index: QModelIndex) -> set[str]:
        picture = QImage(QSize(160, 40), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, 160, 40)
        painter = QPainter(picture)
        delegate.paint(painter, option, index)
        painter.end()
        return {picture.pixelColor(x, y).name() for x in range(160) for y in range(40)}

    assert LIGHT.red_soft in painted(model.index(0, 0))
    assert LIGHT.red_soft not in painted(model.index(1, 0))


def _before_the_words(field: QLineEdit | QSpinBox) -> int:
    """Return how far from the edge of a field its words begin, in pixels of a picture of it."""
    picture = field.grab().toImage()
    middle, ground = picture.height() // 2, picture.pixelColor(picture.width() // 2, picture.height() // 2)
    rows = range(middle - 4, middle + 5)
    return next(x for x in range(3, picture.width()) if any(picture.pixelColor(x, y) != ground for y in rows))


def test_a_number_stands_as_far_from_the_edge_as_a_word(theme: Theme, qtbot: QtBot) -> None:
    assert theme.mode == "light"
    number, text = NumberEdit(), QLineEdit("8")
    number.setValue(8)
    number.setEnabled(False)
    text.setEnabled(False)
    for field in (number, text):
        field.resize(160, 34)
        qtbot.addWidget(field)
        with qtbot.waitExposed(field):
            field.show()
    assert abs(_before_the_words(number) - _before_the_words(text)) <= 2
