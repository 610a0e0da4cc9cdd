"""A field for a deadline that somebody else set: a day, or an hour of it in a zone; it may stay open where that is allowed."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from ui.safe import plain
from ui.style.spacing import GAP
from ui.wording import zone_name
from workbench.domain.clocks import TimeNotOnClockError, local_instant

_FIVE = QTime(17, 0)
_TIME = 96


class DueEdit(QWidget):
    """Edits a day or an instant.

    Args:
        name: object name; its parts are `<name>Known`, `<name>Day`, `<name>Hour`, `<name>Time` and `<name>Zone`.
        label: what the field is, for whoever cannot see it.
        zones: IANA zones offered for an hour, the first is chosen.
        today: the day that is proposed.
        known: words of the tick that says there is a deadline at all; empty where there is one in any case.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        label: str,
        zones: Sequence[str],
        *,
        today: date,
        known: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._known = QCheckBox(plain(known))
        self._known.setObjectName(f"{name}Known")
        self._known.setAccessibleName(known or label)
        self._known.setChecked(not known)
        self._known.setVisible(bool(known))
        self._day = QDateEdit(QDate(today.year, today.month, today.day))
        self._day.setObjectName(f"{name}Day")
        self._day.setAccessibleName(label)
        self._day.setDisplayFormat("d MMM yyyy")
        self._day.setCalendarPopup(True)
        by_hour = self.tr("until an hour")
        self._hour = QCheckBox(plain(by_hour))
        self._hour.setObjectName(f"{name}Hour")
        self._hour.setAccessibleName(f"{label}: {by_hour}")
        self._time = QTimeEdit(_FIVE)
        self._time.setObjectName(f"{name}Time")
        self._time.setAccessibleName(self.tr("Hour of: {label}").format(label=label))
        self._time.setDisplayFormat("HH:mm")
        self._time.setMinimumWidth(_TIME)
        self._time.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._zone = QComboBox()
        self._zone.setObjectName(f"{name}Zone")
        self._zone.setAccessibleName(self.tr("Time zone of: {label}").format(label=label))
        for zone in dict.fromkeys((*zones, "UTC")):
            self._zone.addItem(zone_name(zone), zone)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, widgets in ((first, (self._day, self._hour)), (second, (self._time, self._zone))):
            row.setSpacing(GAP)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._known)
        column.addLayout(first)
        column.addLayout(second)
        self.setFocusProxy(self._known if known else self._day)
        self._known.toggled.connect(self._changed)
        self._hour.toggled.connect(self._changed)
        self._day.dateChanged.connect(self._changed)
        self._time.timeChanged.connect(self._changed)
        self._zone.currentIndexChanged.connect(self._changed)
        self._changed()

    def value(self) -> date | datetime | None:
        """Return the day or the aware instant; None where there is no deadline, or the hour does not exist on that day."""
        if not self._known.isChecked():
            return None
        on = self.day()
        if not self._hour.isChecked():
            return on
        try:
            return local_instant(datetime.combine(on, self._wall()), self._zone_chosen())
        except TimeNotOnClockError:
            return None

    def zone(self) -> str:
        """Return the zone in which the hour is read; empty for a day."""
        return self._zone_chosen() if self._known.isChecked() and self._hour.isChecked() else ""

    def problem(self) -> str:
        """Return why the hour cannot be used; nothing where it can."""
        if self._known.isChecked() and self.value() is None:
            return self.tr("This hour does not exist on that day. Choose another.")
        return ""

    def day(self) -> date:
        """Return the day that is shown."""
        on = self._day.date()
        return date(on.year(), on.month(), on.day())

    def show_due(self, due: date | datetime | None, zone: str = "") -> None:
        """Show another deadline; an instant in `zone`."""
        self._known.setChecked(due is not None)
        self._hour.setChecked(isinstance(due, datetime))
        if isinstance(due, datetime):
            index = self._zone.findData(zone)
            self._zone.setCurrentIndex(max(index, 0))
            local = due.astimezone(ZoneInfo(self._zone_chosen()))
            self._time.setTime(QTime(local.hour, local.minute))
            due = local.date()
        if due is not None:
            self._day.setDate(QDate(due.year, due.month, due.day))

    def _wall(self) -> time:
        shown = self._time.time()
        return time(shown.hour(), shown.minute())

    def _zone_chosen(self) -> str:
        return str(self._zone.currentData())

    def _changed(self, *_told: object) -> None:
        known = self._known.isChecked()
        self._day.setVisible(known)
        self._hour.setVisible(known)
        for widget in (self._time, self._zone):
            widget.setVisible(known and self._hour.isChecked())
        self.edited.emit()
