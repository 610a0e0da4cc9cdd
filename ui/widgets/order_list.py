"""Things to choose from, in an order of one's own: a tick chooses, Alt with the arrows moves. Knows no letter and no file."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ui.safe import set_tooltip, tooltip, without_mnemonic
from ui.style.spacing import GAP

_ROW = 26
_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Choosable:
    """One thing: its id, its words, and a longer text that is read where it is pointed at."""

    id: int
    text: str
    hint: str = ""


class OrderList(QWidget):
    """A short list with ticks; what is ticked is chosen, in the order of the list.

    Args:
        name: object name; the list is `<name>List`.
        label: what is listed, for whoever cannot see it.
    """

    edited = Signal()
    """The officer chose something else, or another order."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._things: tuple[Choosable, ...] = ()
        self._list = QListWidget()
        self._list.setObjectName(f"{name}List")
        self._list.setAccessibleName(label)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._up = self._button(f"{name}Up", self.tr("Move &up"), -1, Qt.Key.Key_Up)
        self._down = self._button(f"{name}Down", self.tr("Move do&wn"), 1, Qt.Key.Key_Down)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._up)
        buttons.addWidget(self._down)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._list)
        column.addLayout(buttons)
        self.setFocusProxy(self._list)
        self._list.itemChanged.connect(lambda _item: self._told())
        self._list.currentRowChanged.connect(lambda _row: self._grey())

    def show_things(self, things: Sequence[Choosable], chosen: Sequence[int]) -> None:
        """Show these things, the chosen ones first and in their order, without telling anyone.

        What is chosen but is not there any more is shown by its number, so that it can be taken away.
        """
        known = {thing.id: thing for thing in things}
        first = [known.get(one, Choosable(one, f"#{one}")) for one in chosen]
        ordered = tuple(first) + tuple(thing for thing in things if thing.id not in chosen)
        if ordered == self._things and self.chosen() == tuple(chosen):
            return
        self._things = ordered
        row = self._list.currentRow()
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        for thing in ordered:
            item = QListWidgetItem(thing.text)
            item.setData(Qt.ItemDataRole.UserRole, thing.id)
            item.setData(Qt.ItemDataRole.ToolTipRole, tooltip(thing.hint or thing.text))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if thing.id in chosen else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setCurrentRow(min(max(row, 0), len(ordered) - 1))
        blocker.unblock()
        self._list.setFixedHeight(_ROW * min(max(len(ordered), 1), _MOST_ROWS) + 6)
        self._grey()

    def chosen(self) -> tuple[int, ...]:
        """Return the ids of what is ticked, in the order of the list."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(int(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the list be read, but not changed."""
        self._list.setEnabled(not read_only)
        for button in (self._up, self._down):
            button.setVisible(not read_only)

    def _button(self, name: str, text: str, step: int, key: Qt.Key) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setProperty("role", "small")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._move(step))
        shortcut = QShortcut(QKeySequence(Qt.KeyboardModifier.AltModifier | key), self._list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: self._move(step))
        set_tooltip(button, f"{without_mnemonic(text)} ({shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)})")
        return button

    def _move(self, step: int) -> None:
        row = self._list.currentRow()
        if not 0 <= row + step < self._list.count():
            return
        blocker = QSignalBlocker(self._list)
        self._list.insertItem(row + step, self._list.takeItem(row))
        self._list.setCurrentRow(row + step)
        blocker.unblock()
        self._told()

    def _told(self) -> None:
        self._grey()
        self.edited.emit()

    def _grey(self) -> None:
        row = self._list.currentRow()
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self._list.count() - 1)
