"""A day of the office's own: a rest day that no calendar knows, or a day that works although the calendar rests."""

from datetime import date, datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from workbench.domain.commands import SetOfficeDay
from workbench.services.laws import load_rulebooks


class OfficeDayDialog(CommandDialog):
    """Gives a `SetOfficeDay`."""

    def __init__(self, workspace: Workspace, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="officeDayDialog", now=now, parent=parent)
        self.describe(
            title=self.tr("Add a day to a calendar"),
            explains=self.tr(
                "A holiday that was declared late holds for new cases at once. Open deadlines that it would move are shown before and after, and move only when you accept it."
            ),
            send=self.tr("Add the day"),
        )
        self._place = QComboBox()
        for place in dict.fromkeys(place for book in load_rulebooks().values() for place in book.places):
            self._place.addItem(workspace.words.place(place), place)
        self._place.setCurrentIndex(max(0, self._place.findData(workspace.office_place)))
        self._on = QDateEdit(QDate(now.year, now.month, now.day))
        self._on.setCalendarPopup(True)
        self._on.setDisplayFormat("d MMMM yyyy")
        self._rests = QComboBox()
        self._rests.addItem(self.tr("Rest day"), "rests")
        self._rests.addItem(self.tr("Working day"), "works")
        self._name = QLineEdit()
        self._source = QLineEdit()
        self.add_field("place", self.tr("Place"), self._place)
        self.add_field("on", self.tr("Day"), self._on)
        self.add_field("rests", self.tr("It is a"), self._rests)
        self.add_field("name", self.tr("Name of the day"), self._name)
        self.add_field("source", self.tr("Where this is published"), self._source)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing."""
        if not self._name.text().strip():
            return (("name", self.tr("Name the day; the reckoning of a deadline names it.")),)
        if not self._source.text().strip():
            return (("source", self.tr("Say where this is published; a deadline rests on it.")),)
        return ()

    def command(self) -> SetOfficeDay:
        """Return the command."""
        on = self._on.date()
        return SetOfficeDay(
            place=str(self._place.currentData()),
            on=date(on.year(), on.month(), on.day()),
            rests=self._rests.currentData() == "rests",
            name=self._name.text().strip(),
            source=self._source.text().strip(),
        )
