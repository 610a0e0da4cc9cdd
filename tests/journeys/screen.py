"""A hand on the real window: what an officer can see and press, found by object name, never by a private door.

Only widgets that are visible and enabled are pressed; what cannot be found in time fails the journey with its name.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from tests.makers import PASSPHRASE, Hand
from ui.main_window import MainWindow

WidgetT = TypeVar("WidgetT", bound=QWidget)
PATIENCE_MS = 20_000
_TICK = 8
"""Where a box or a circle is pressed, from its left: the room beyond its words does nothing."""


class Screen:
    """The window as an officer meets it."""

    def __init__(self, bot: QtBot, window: MainWindow, hand: Hand) -> None:
        self.bot = bot
        self.window = window
        self.hand = hand

    def seen(self, kind: type[WidgetT], name: str) -> WidgetT | None:
        """Return the visible widget of that object name, a dialog's before the window's."""
        tops = sorted(QApplication.topLevelWidgets(), key=lambda top: not isinstance(top, QDialog))
        for top in tops:
            if not top.isVisible():
                continue
            for widget in (top, *top.findChildren(kind, name)):
                if isinstance(widget, kind) and widget.objectName() == name and widget.isVisible():
                    return widget
        return None

    def find(self, kind: type[WidgetT], name: str) -> WidgetT:
        """Wait for a visible widget of that object name and return it."""
        self.wait(lambda: self.seen(kind, name) is not None, f"{name} is not on the screen")
        found = self.seen(kind, name)
        assert found is not None
        return found

    def wait(self, holds: Callable[[], bool], why: str) -> None:
        """Wait until something holds and the store has nothing under way."""
        try:
            self.bot.waitUntil(lambda: holds() and self.window.jobs.idle, timeout=PATIENCE_MS)
        except QtTimeoutError as error:
            story = f"{why}; on the screen: {self.words_shown()}"
            raise AssertionError(story) from error

    def words_shown(self) -> str:
        """Return the words of every visible label, for saying what stood on the screen when a journey failed."""
        labels = (label for top in QApplication.topLevelWidgets() if top.isVisible() for label in top.findChildren(QLabel))
        return " | ".join(label.text() for label in labels if label.isVisible() and label.text())

    def press(self, name: str) -> None:
        """Click a button once it can be used."""

        def usable() -> bool:
            button = self.seen(QAbstractButton, name)
            return button is not None and button.isEnabled()

        self.wait(usable, f"{name} cannot be pressed")
        button = self.find(QAbstractButton, name)
        ticks = isinstance(button, QCheckBox | QRadioButton)
        at = QPoint(_TICK, button.height() // 2) if ticks else button.rect().center()
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)
        self.settle()

    def settle(self) -> None:
        """Wait until no work is under way."""
        self.wait(lambda: True, "the work did not end")

    def write(self, name: str, text: str) -> None:
        """Replace the text of a field by typing."""
        field = self.find(QWidget, name)
        assert isinstance(field, QLineEdit | QPlainTextEdit), name
        field.setFocus()
        field.selectAll()
        if isinstance(field, QPlainTextEdit):
            field.insertPlainText(text)
        else:
            self.bot.keyClicks(field, text)

    def text(self, name: str) -> str:
        """Return the text of a field."""
        field = self.find(QWidget, name)
        assert isinstance(field, QLineEdit | QPlainTextEdit), name
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def checked(self, name: str) -> bool:
        """Return whether a tick or a choice is set."""
        return self.find(QAbstractButton, name).isChecked()

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type a passphrase at the door."""
        self.write("secretField", passphrase)
        self.press("unlockButton")
        self.wait(lambda: self.window.workroom is not None, "the store did not open")

    def choose(self, name: str, data: object) -> None:
        """Choose an entry of a list by its data."""
        box = self.find(QComboBox, name)
        index = box.findData(data)
        assert index >= 0, f"{name} does not offer {data}"
        box.setCurrentIndex(index)
        self.settle()

    def front(self) -> None:
        """Bring the window to the front, as it is after a dialog closed on a real desktop."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "the window did not come to the front")

    def tab(self, number: int) -> None:
        """Show a tab of the case page."""
        bar = self.find(QTabBar, "caseTabs")
        bar.setCurrentIndex(number)
        self.settle()

    def title(self) -> str:
        """Return the title in the header."""
        label = self.find(QWidget, "pageTitle")
        return str(label.property("text"))

    def table(self, name: str) -> str:
        """Return everything a table shows, for looking words up."""
        model = self.find(QTableView, name).model()
        cells = (model.index(row, column).data() for row in range(model.rowCount()) for column in range(model.columnCount()))
        return "\n".join(str(cell) for cell in cells)

    def row(self, name: str, word: str) -> int:
        """Return the row of a table in which a cell says a word."""
        model = self.find(QTableView, name).model()
        for row in range(model.rowCount()):
            if word in {str(model.index(row, column).data()) for column in range(model.columnCount())}:
                return row
        story = f"{word} is not in {name}: {self.table(name)}"
        raise AssertionError(story)

    def open_row(self, name: str, word: str) -> None:
        """Open the row of a table in which a cell says a word, by keyboard."""
        table = self.find(QTableView, name)
        table.setCurrentIndex(table.model().index(self.row(name, word), 0))
        QTest.keyClick(table, Qt.Key.Key_Return)
        self.settle()

    def letters(self, part: int) -> None:
        """Show a part of the letters page, by its number from the left."""
        self.window.actions_by_id["go_letters"].trigger()
        self.find(QTabBar, "lettersTabs").setCurrentIndex(part)
        self.settle()

    def pick(self, name: str, file: Path) -> None:
        """Answer a dialog that asks for a file, by typing its path."""
        dialog = self.find(QFileDialog, name)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(str(file))
        dialog.accept()
        self.settle()

    def new_letter(self, kind: str) -> None:
        """Choose a kind of letter in the menu of the case's letters."""
        name = f"newLetter_{kind}"
        self.wait(lambda: any(one.isEnabled() for one in self.window.findChildren(QAction, name)), f"{name} is not offered")
        next(one for one in self.window.findChildren(QAction, name) if one.isEnabled()).trigger()
        self.settle()

    def write_row(self, category: str, detail: str) -> None:
        """Write the schedule row that was added just now, its category in the open editor and its detail by keyboard."""
        editor = self.find(QComboBox, "scheduleCategory")
        editor.setEditText(category)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        cell = QApplication.focusWidget()
        assert isinstance(cell, QLineEdit), f"Tab opened {cell}"
        cell.insert(detail)
        self.find(QTableView, "scheduleTable").setFocus()
        self.settle()

    def drop(self, file: Path) -> None:
        """Drop a file on the window, as from a file manager or a mail program."""
        target = self.window.workroom
        assert target is not None
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPointF(50, 50), action, mime, button, keys)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        drop = QDropEvent(QPointF(50, 50), action, mime, button, keys, QEvent.Type.Drop)
        QApplication.sendEvent(target, drop)
        assert drop.isAccepted()
        self.settle()

    def save_as(self, file: Path) -> None:
        """Answer the dialog that asks where to save."""
        dialog = self.find(QFileDialog, "saveDialog")
        dialog.selectFile(str(file))
        dialog.accept()
        self.settle()
        self.wait(file.exists, "nothing was saved")
