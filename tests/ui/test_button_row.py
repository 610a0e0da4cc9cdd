"""Buttons stand side by side only where all their words fit."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.button_row import ButtonRow


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
