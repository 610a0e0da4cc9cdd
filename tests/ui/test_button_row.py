"""Buttons stand side by side only where all their words fit, and a choice that is too long says so."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.button_row import ButtonRow
from ui.widgets.elided_combo import ElidedCombo
from ui.widgets.flow import FlowLayout


def _row(qtbot: QtBot, more: int) -> tuple[QWidget, QPushButton, QPushButton]:
    first, second = QPushButton("Write: confirmation of receipt"), QPushButton("Other")
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(ButtonRow((first, second)))
    qtbot.addWidget(host)
    host.resize(first.sizeHint().width() + more, 90)
    host.show()
    return host, first, second


def test_buttons_that_fit_stand_side_by_side(qtbot: QtBot) -> None:
    _host, first, second = _row(qtbot, 400)
    qtbot.waitUntil(lambda: second.x() > first.x())
    assert first.y() == second.y()


def test_buttons_that_do_not_fit_stand_below_each_other_and_keep_their_words(qtbot: QtBot) -> None:
    _host, first, second = _row(qtbot, 12)
    qtbot.waitUntil(lambda: second.y() > first.y())
    assert first.width() >= first.sizeHint().width()


def test_a_line_of_buttons_goes_on_below_and_ends_at_the_right_while_it_fits(qtbot: QtBot) -> None:
    host = QWidget()
    flow = FlowLayout(host, at_end=1)
    buttons = [QPushButton(words) for words in ("Simpan salinan", "Tambah berkas", "Buat berkas perkara")]
    for button in buttons:
        flow.addWidget(button)
    qtbot.addWidget(host)
    wanted = sum(button.sizeHint().width() for button in buttons) + 2 * 8
    host.resize(wanted + 200, 90)
    host.show()
    qtbot.waitUntil(lambda: buttons[2].geometry().right() == host.width() - 1)
    assert buttons[2].y() == buttons[0].y()
    host.resize(wanted - 30, 90)
    qtbot.waitUntil(lambda: buttons[2].y() > buttons[0].y())
    assert buttons[2].x() == 0
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    buttons[1].hide()
    qtbot.waitUntil(lambda: buttons[2].y() == buttons[0].y())


def test_a_choice_that_is_too_long_ends_in_an_ellipsis_and_tells_itself_whole(qtbot: QtBot) -> None:
    box = ElidedCombo()
    qtbot.addWidget(box)
    long = "Landesbeauftragte für Datenschutz und Informationsfreiheit <Nordrhein-Westfalen>"
    box.addItems([long, "ICO"])
    box.resize(200, 32)
    box.show()

    def told() -> str:
        QApplication.sendEvent(box, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
        return box.toolTip()

    assert box.shown_text().endswith("…")
    assert "&lt;Nordrhein-Westfalen&gt;" in told()
    assert not box.grab().isNull()
    box.setCurrentIndex(1)
    assert (box.shown_text(), told()) == ("ICO", "")
