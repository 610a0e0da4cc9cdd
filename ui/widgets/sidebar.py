"""The sidebar: where one can go, how much waits there, and at its foot how safe the store is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.safe import Label, plain, set_role, set_tooltip
from ui.style.palette import current_palette
from ui.style.spacing import SIDEBAR_WIDTH
from ui.widgets.card import Line


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the page it goes to and its words; an entry without a page is the heading of those below it."""

    page: str
    text: str


class NavButton(QPushButton):
    """An entry of the sidebar with a count at its right."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(plain(text))
        self._words = text
        self._count = 0
        self.setObjectName(name)
        set_role(self, "nav")
        self.setCheckable(True)
        self.setAccessibleName(text)

    def show_count(self, count: int) -> None:
        """Show how much waits there; nothing for none."""
        self._count = count
        self.setAccessibleName(f"{self._words}, {count}" if count else self._words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the entry, and its count."""
        super().paintEvent(event)
        if not self._count:
            return
        painter = QPainter(self)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        colours = current_palette()
        painter.setPen(QColor(colours.accent if self.isChecked() else colours.muted))
        room = QRectF(self.rect()).adjusted(0, 0, -10, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self._count))
        painter.end()


class LockMark(QWidget):
    """A small padlock beside the words of the foot."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a padlock in the colour of small text."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(current_palette().muted)
        painter.setPen(QPen(colour, 1.4))
        painter.drawArc(QRectF(4, 1.5, 6, 8), 0, 180 * 16)
        painter.fillRect(QRectF(2.5, 6, 9, 6.5), colour)
        painter.end()


class Sidebar(QFrame):
    """The sidebar; `chosen` carries a page's name, `lock_wanted` follows a click on the lock."""

    chosen = Signal(str)
    lock_wanted = Signal()

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        set_role(self, "sidebar")
        self.setFixedWidth(SIDEBAR_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 16, 10, 14)
        column.setSpacing(2)
        head = QVBoxLayout()
        head.setContentsMargins(10, 0, 10, 12)
        head.setSpacing(1)
        head.addWidget(Label(self.tr("Onee Workbench"), role="heading"))
        self._office = Label("", role="small", wrap=True, name="officeName")
        head.addWidget(self._office)
        column.addLayout(head)
        self._buttons: dict[str, NavButton] = {}
        for entry in entries:
            if not entry.page:
                heading = Label(entry.text, role="section")
                heading.setContentsMargins(10, 12, 0, 4)
                column.addWidget(heading)
                continue
            button = NavButton(entry.text, f"{entry.page}Entry")
            button.clicked.connect(self._teller(entry.page))
            self._buttons[entry.page] = button
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(Line())
        column.addSpacing(8)
        column.addLayout(self._foot())

    def show_page(self, page: str) -> None:
        """Mark where the window is."""
        for name, button in self._buttons.items():
            button.setChecked(name == page)

    def show_count(self, page: str, count: int) -> None:
        """Show how much waits on a page."""
        if page in self._buttons:
            self._buttons[page].show_count(count)

    def show_office(self, name: str) -> None:
        """Show whose store it is."""
        self._office.setText(name)

    def show_foot(self, *, lock: str, backup: str, journal: str, journal_sound: bool) -> None:
        """Show the lock, the last backup and the check of the journal in words."""
        self._lock.setText(lock)
        self._backup.setText(backup)
        self._journal.setText(journal)
        self._journal.set_role("small", "" if journal_sound else "late")

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 0, 4, 0)
        foot.setSpacing(6)
        self._lock = Label("", role="small", wrap=True, name="lockState")
        self._backup = Label("", role="small", wrap=True, name="backupState")
        self._journal = Label("", role="small", wrap=True, name="journalState")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(LockMark(), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._lock, 1)
        self._lock_button = QPushButton(self.tr("Lock"))
        self._lock_button.setObjectName("lockNowButton")
        set_role(self._lock_button, "small")
        self._lock_button.setAccessibleName(self.tr("Lock now"))
        set_tooltip(self._lock_button, self.tr("Lock now (Ctrl+L)"))
        self._lock_button.clicked.connect(self.lock_wanted)
        row.addWidget(self._lock_button, 0, Qt.AlignmentFlag.AlignTop)
        foot.addLayout(row)
        foot.addWidget(self._backup)
        foot.addWidget(self._journal)
        return foot

    def _teller(self, page: str) -> Callable[[], None]:
        def tell() -> None:
            self.show_page(page)
            self.chosen.emit(page)

        return tell
