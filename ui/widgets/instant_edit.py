"""A field for one moment: day, hour and the zone it is read in. Gives an aware UTC instant and the zone's name.

Changing the zone keeps the moment and shows it in the other zone. A wall time that a zone skips is read as the hour after.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QSignalBlocker, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QHBoxLayout, QWidget

from ui.wording import zone_name


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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._when, 3)
        row.addWidget(self._zone, 2)
        self.setFocusProxy(self._when)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._when.dateTimeChanged.connect(lambda _: self.changed.emit())
        self._zone.currentIndexChanged.connect(self._zone_changed)

    def zone(self) -> str:
        """Return the IANA name of the zone the moment is read in."""
        return self._shown_zone

    def instant(self) -> datetime:
        """Return the moment as an aware UTC instant; to the second where nobody has changed the minute that was shown."""
        shown = self._when.dateTime()
        day, clock = shown.date(), shown.time()
        wall = datetime.combine(
            date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute()), tzinfo=ZoneInfo(self._shown_zone)
        )
        shown_at = wall.astimezone(UTC)
        if self._exact is not None and self._exact.replace(second=0, microsecond=0) == shown_at:
            return self._exact
        return shown_at

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
        self._when.setDateTime(shown)

    def offer_zones(self, zones: Sequence[str]) -> None:
        """Add zones that are not offered yet."""
        for zone in zones:
            if self._zone.findData(zone) < 0:
                self._zone.addItem(zone_name(zone), zone)

    def _zone_changed(self) -> None:
        at = self.instant()
        self._shown_zone = str(self._zone.currentData())
        self.set_instant(at)
        self.changed.emit()
