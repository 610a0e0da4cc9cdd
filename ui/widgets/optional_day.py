"""A day that may be left open: a tick and, while it is set, the day."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from ui.safe import plain
from ui.style.spacing import GAP


class OptionalDay(QWidget):
    """A tick with its words, and the day beside it.

    Args:
        name: object name; the day is `<name>Day`, the tick `<name>Known`.
        words: what the tick says.
        today: the day that is proposed.
    """

    edited = Signal()

    def __init__(self, name: str, words: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._known = QCheckBox(plain(words))
        self._known.setObjectName(f"{name}Known")
        self._known.setAccessibleName(words)
        self._day = QDateEdit(QDate(today.year, today.month, today.day))
        self._day.setObjectName(f"{name}Day")
        self._day.setAccessibleName(words)
        self._day.setDisplayFormat("d MMM yyyy")
        self._day.setCalendarPopup(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._known)
        row.addWidget(self._day)
        row.addStretch(1)
        self.setFocusProxy(self._known)
        self._day.setVisible(False)
        self._known.toggled.connect(self._toggled)
        self._day.dateChanged.connect(lambda _day: self.edited.emit())

    def value(self) -> date | None:
        """Return the day, None where it is left open."""
        on = self._day.date()
        return date(on.year(), on.month(), on.day()) if self._known.isChecked() else None

    def show_day(self, on: date | None) -> None:
        """Show another day; does not count as an edit."""
        blockers = [QSignalBlocker(widget) for widget in (self._known, self._day)]
        self._known.setChecked(on is not None)
        if on is not None:
            self._day.setDate(QDate(on.year, on.month, on.day))
        self._day.setVisible(on is not None)
        for blocker in blockers:
            blocker.unblock()

    def _toggled(self, known: bool) -> None:  # noqa: FBT001  the signal's own argument
        self._day.setVisible(known)
        self.edited.emit()
