"""Text of people is shown literally everywhere: no label, box or tooltip reads it as markup."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.safe import ElidedLabel, Label, PlainText, ask, plain, set_tooltip, tell, tooltip, without_mnemonic

HOSTILE = '<b>Z7</b><img src="canary.png">&lt;i&gt; R&D <john@x.org>'


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = Label(HOSTILE)
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_label_that_can_be_marked_can_be_marked_with_the_keyboard(qtbot: QtBot) -> None:
    label = Label(HOSTILE, selectable=True)
    qtbot.addWidget(label)
    flags = label.textInteractionFlags()

    assert flags == Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert label.accessibleName() == HOSTILE


def test_a_label_names_its_field(qtbot: QtBot) -> None:
    field = QLineEdit()
    label = Label("&Name:", buddy=field)
    qtbot.addWidget(label)
    qtbot.addWidget(field)

    assert field.accessibleName() == "Name"


@pytest.mark.parametrize(
    "text", [HOSTILE, "&lt;b&gt;", "<img src=x>", "one\ntwo", "a" * 90], ids=["hostile", "entity", "image", "lines", "long"]
)
def test_a_tooltip_reads_as_the_text_itself(text: str) -> None:
    document = QTextDocument()
    document.setHtml(tooltip(text))

    assert document.toPlainText() == text


def test_a_short_plain_tooltip_stays_as_it_is(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tooltip(widget, "12 working days")

    assert widget.toolTip() == "12 working days"


def test_a_picture_named_in_a_label_is_not_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    canary = tmp_path / "canary.png"
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.magenta)
    picture.save(str(canary))
    label = Label(f'<img src="{canary}">')
    qtbot.addWidget(label)
    label.resize(600, 60)
    shown = label.grab().toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(0, 600, 3) for y in range(0, 60, 3)}

    assert "#ff00ff" not in colours


def test_a_message_shows_its_text_as_it_is_and_tells_when_it_was_read(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    read: list[bool] = []
    box = tell(parent, "Title", HOSTILE, then=lambda: read.append(True))

    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.text() == HOSTILE
    box.buttons()[0].click()
    assert read == [True]


@pytest.mark.parametrize(("name", "answer"), [("yesButton", "yes"), ("noButton", "no")])
def test_a_question_calls_back_with_its_answer(qtbot: QtBot, name: str, answer: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    heard: list[str] = []
    box = ask(parent, "Title", HOSTILE, yes="Do it", then=lambda: heard.append("yes"), otherwise=lambda: heard.append("no"))
    next(button for button in box.buttons() if button.objectName() == name).click()

    assert heard == [answer]


def test_a_name_on_a_button_keeps_its_ampersand() -> None:
    assert plain("R&D") == "R&&D"
    assert without_mnemonic("R&&D: &Open…") == "R&D: Open"


def test_a_narrow_label_ends_in_an_ellipsis_and_tells_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("A very long name of a very long office in a very long street")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()

    assert label.text().endswith("…")
    assert label.toolTip()
    assert label.accessibleName() == label.whole_text()


def test_a_long_text_is_shown_literally(qtbot: QtBot) -> None:
    text = PlainText(HOSTILE, name="text", label="Request")
    qtbot.addWidget(text)

    assert text.toPlainText() == HOSTILE
    assert text.isReadOnly()
    assert text.accessibleName() == "Request"
