"""A field for one moment: day, hour and the zone it is read in. Gives an aware UTC instant and the zone's name.

Changing the zone keeps the moment and shows it in the other zone. A clock time that the zone skips is said to be none (`problem`) and
must not be used; a clock time that the zone has twice is asked for: the first or the second.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QSignalBlocker, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QHBoxLayout, QVBoxLayout, QWidget

from ui.safe import Label
from ui.wording import zone_name
from workbench.domain.clocks import TimeNotOnClockError, local_instant


class InstantEdit(QWidget):
    """Edits one instant.

    Args:
        name: object name of the field; its parts are `<name>When` and `<name>Zone`.
        label: what the field is, for whoever cannot see it.
        zones: IANA zones offered, the first is chosen.
    """

    changed = Signal()

    def __init__(self, name: str, label: str, zones: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._when = QDateTimeEdit()
        self._when.setTimeZone(QTimeZone.utc())
        self._when.setCalendarPopup(True)
        self._when.setDisplayFormat("d MMM yyyy  HH:mm")
        self._when.setMinimumDate(QDate(2000, 1, 1))
        self._when.setObjectName(f"{name}When")
        self._when.setAccessibleName(label)
        self._zone = QComboBox()
        self._zone.setObjectName(f"{name}Zone")
        self._zone.setAccessibleName(self.tr("Time zone of: {label}").format(label=label))
        for zone in dict.fromkeys((*zones, "UTC")):
            self._zone.addItem(zone_name(zone), zone)
        self._shown_zone = str(self._zone.currentData())
        self._exact: datetime | None = None
        self._which = QComboBox()
        self._which.setObjectName(f"{name}Which")
        self._which.setAccessibleName(self.tr("This clock time comes twice on that day: {label}").format(label=label))
        self._which.addItem("", 0)
        self._which.addItem("", 1)
        self._none = Label(wrap=True, name=f"{name}None")
        self._none.set_role("small", "late")
        row = QHBoxLayout()
        row.addWidget(self._when, 3)
        row.addWidget(self._zone, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._which)
        column.addWidget(self._none)
        self.setFocusProxy(self._when)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._when.dateTimeChanged.connect(self._wall_changed)
        self._zone.currentIndexChanged.connect(self._zone_changed)
        self._which.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._look()

    def zone(self) -> str:
        """Return the IANA name of the zone the moment is read in."""
        return self._shown_zone

    def instant(self) -> datetime:
        """Return the moment as an aware UTC instant; to the second where nobody has changed the minute that was shown.

        A time that is none (`problem`) is read as the hour after, for previews only.
        """
        shown_at = self._wall(self._which.currentIndex()).replace(tzinfo=ZoneInfo(self._shown_zone)).astimezone(UTC)
        if self._exact is not None and self._exact.replace(second=0, microsecond=0) == shown_at:
            return self._exact
        return shown_at

    def problem(self) -> str:
        """Return why the clock time that is shown cannot be used; nothing where it can."""
        return self._none.text()

    def set_instant(self, at: datetime, zone: str = "") -> None:
        """Show a moment, in `zone` where one is given."""
        self._exact = at.astimezone(UTC)
        if zone:
            blocker = QSignalBlocker(self._zone)
            index = self._zone.findData(zone)
            if index < 0:
                self._zone.insertItem(0, zone_name(zone), zone)
                index = 0
            self._zone.setCurrentIndex(index)
            blocker.unblock()
            self._shown_zone = zone
        wall = at.astimezone(ZoneInfo(self._shown_zone))
        shown = QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute), QTimeZone.utc())
        blocker = QSignalBlocker(self._which)
        self._which.setCurrentIndex(wall.fold)
        blocker.unblock()
        self._when.setDateTime(shown)
        self._look()

    def offer_zones(self, zones: Sequence[str]) -> None:
        """Add zones that are not offered yet."""
        for zone in zones:
            if self._zone.findData(zone) < 0:
                self._zone.addItem(zone_name(zone), zone)

    def _wall(self, fold: int) -> datetime:
        """Return the clock time as it is shown, without a zone; `fold` 1 is the second of two."""
        shown = self._when.dateTime()
        day, clock = shown.date(), shown.time()
        return datetime.combine(date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute(), fold=fold))

    def _look(self) -> None:
        """Say that the clock time is none, or ask which of two it is."""
        zone = ZoneInfo(self._shown_zone)
        try:
            local_instant(self._wall(0), self._shown_zone)
        except TimeNotOnClockError:
            text = self.tr(
                "This time did not exist in {zone}: the clocks were put forward over it. Choose an earlier or a later one."
            )
            self._none.setText(text.format(zone=zone_name(self._shown_zone)))
        else:
            self._none.setText("")
        first, second = self._wall(0).replace(tzinfo=zone), self._wall(1).replace(tzinfo=zone)
        twice = not self._none.text() and first.utcoffset() != second.utcoffset()
        blocker = QSignalBlocker(self._which)
        if twice:
            self._which.setItemText(0, self.tr("the first time ({zone})").format(zone=first.tzname()))
            self._which.setItemText(1, self.tr("the second time, an hour later ({zone})").format(zone=second.tzname()))
        else:
            self._which.setCurrentIndex(0)
        blocker.unblock()
        self._which.setVisible(twice)
        self._none.setVisible(bool(self._none.text()))

    def _wall_changed(self) -> None:
        self._look()
        self.changed.emit()

    def _zone_changed(self) -> None:
        at = self.instant()
        self._shown_zone = str(self._zone.currentData())
        self.set_instant(at)
        self.changed.emit()
