"""Translations: nothing is left in English, what is compiled is current, and placeholders survive."""

import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.tools import translate
from ui import formats
from ui.language import show_language

PLACE = re.compile(r"\{[a-z_]*\}|%n|%\d")


def test_every_string_of_the_screen_is_translated() -> None:
    assert translate.unfinished() == []


def test_what_is_compiled_is_what_the_sources_say() -> None:
    assert translate.outdated() == []


def test_a_translation_keeps_every_placeholder() -> None:
    broken: list[str] = []
    for path in sorted(translate.FOLDER.glob("*.ts")):
        for message in ET.parse(path).getroot().iter("message"):  # noqa: S314  our own files
            source = message.findtext("source", "")
            translation = message.find("translation")
            texts = (
                [form.text or "" for form in translation]
                if translation is not None and len(translation)
                else [message.findtext("translation", "")]
            )
            for text in texts:
                wanted, found = set(PLACE.findall(source)) - {"%n"}, set(PLACE.findall(text)) - {"%n"}
                if wanted != found:
                    broken.append(f"{path.name}: {source!r} -> {text!r}")

    assert broken == []


def test_every_string_is_looked_up_under_the_class_that_says_it() -> None:
    """A string taken with `other.tr(...)` is gathered under the name of the variable, where nothing ever finds it."""
    contexts = [context.findtext("name", "") for context in ET.parse(translate.FOLDER / "onee_id.ts").getroot().iter("context")]  # noqa: S314  our own file

    assert [name for name in contexts if not re.match(r"_?[A-Z]", name)] == []


def test_mnemonics_are_kept() -> None:
    lost: list[str] = []
    for message in ET.parse(translate.FOLDER / "onee_id.ts").getroot().iter("message"):  # noqa: S314  our own file
        source, text = message.findtext("source", ""), message.findtext("translation", "")
        if re.search(r"&\w", source) and not re.search(r"&\w", text):
            lost.append(source)

    assert lost == []


def test_counts_are_worded_in_both_languages() -> None:
    assert (formats.days(1), formats.days(2)) == ("1 day", "2 days")
    show_language("id")
    assert (formats.days(1), formats.days(2)) == ("1 hari", "2 hari")


def test_dates_and_sizes_follow_the_language() -> None:
    show_language("id")

    assert QLocale().toString(QDate(2026, 11, 22), "dddd, d MMMM yyyy") == "Minggu, 22 November 2026"
    assert QLocale().toString(QTime(14, 30), QLocale.FormatType.ShortFormat) == "14.30"
    assert formats.size(2_600_000) == "2,5 MB"
    assert formats.size(14_000) == "14 KB"


@pytest.mark.parametrize(
    ("context", "source", "translation"),
    [
        ("QPlatformTheme", "Cancel", "Batal"),
        ("QPlatformTheme", "&Yes", "&Ya"),
        ("QFileDialog", "&Look in:", "&Cari di:"),
        ("QPrintDialog", "Print", "Cetak"),
        ("QLineEdit", "&Paste", "&Tempel"),
    ],
)
def test_the_standard_words_of_qt_speak_indonesian(qapp: QApplication, context: str, source: str, translation: str) -> None:
    assert qapp is not None
    show_language("id")

    assert QCoreApplication.translate(context, source) == translation


def test_a_standard_button_speaks_indonesian(qtbot: QtBot) -> None:
    show_language("id")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.buttons()[0].text().replace("&", "") == "Batal"
