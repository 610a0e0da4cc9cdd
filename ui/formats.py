"""Formats: dates, lengths of time and sizes as the reader's language writes them. The language is that of `QLocale()`.

A day is a local calendar day; an instant is aware and is shown in the zone that the caller names.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from ui.style.chips import Tone
from ui.wording import language

SOON_DAYS = 7
"""A deadline this near is shown as soon."""

_KB = 1024
_MB = 1024 * 1024
_HOUR = 3600
_DAY_HOURS = 48
_SHORT_ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT", "UTC": "UTC", "": "UTC"}


def day(on: date) -> str:
    """Return a day with its month written out: 26 November 2026."""
    return QLocale().toString(QDate(on.year, on.month, on.day), "d MMMM yyyy")


def short_day(on: date, *, today: date | None = None) -> str:
    """Return a day shortly: 26 Nov; with the year where it is not the year of `today`."""
    pattern = "d MMM" if today is not None and today.year == on.year else "d MMM yyyy"
    return QLocale().toString(QDate(on.year, on.month, on.day), pattern)


def long_day(on: date) -> str:
    """Return a day with its weekday: Thursday 26 November 2026, in Indonesian Kamis, 26 November 2026."""
    pattern = "dddd, d MMMM yyyy" if language() == "id" else "dddd d MMMM yyyy"
    return QLocale().toString(QDate(on.year, on.month, on.day), pattern)


def clock_time(at: datetime, zone: str) -> str:
    """Return the time of day of an instant in a zone, with the zone: 14:30 WIB, in Indonesian 14.30 WIB."""
    local = at.astimezone(ZoneInfo(zone or "UTC"))
    pattern = "HH.mm" if language() == "id" else "HH:mm"
    return f"{QLocale().toString(QTime(local.hour, local.minute), pattern)} {zone_short(zone, at)}"


def instant(at: datetime, zone: str) -> str:
    """Return an instant in a zone: 26 November 2026, 14:30 WIB."""
    return f"{day(local_day(at, zone))}, {clock_time(at, zone)}"


def short_instant(at: datetime, zone: str, *, today: date | None = None) -> str:
    """Return an instant shortly: 26 Nov, 14:30 WIB."""
    return f"{short_day(local_day(at, zone), today=today)}, {clock_time(at, zone)}"


def moment(when: date | datetime, zone: str) -> str:
    """Return a day or an instant, whichever it is."""
    return instant(when, zone) if isinstance(when, datetime) else day(when)


def short_moment(when: date | datetime, zone: str, *, today: date | None = None) -> str:
    """Return a day or an instant shortly, whichever it is."""
    return short_instant(when, zone, today=today) if isinstance(when, datetime) else short_day(when, today=today)


def local_day(at: datetime, zone: str) -> date:
    """Return the calendar day of an instant in a zone."""
    return at.astimezone(ZoneInfo(zone or "UTC")).date()


def zone_short(zone: str, at: datetime) -> str:
    """Return the short name of a zone at an instant: WIB, CET, UTC, or an offset where the zone has no name."""
    if zone in _SHORT_ZONES:
        return _SHORT_ZONES[zone]
    name = at.astimezone(ZoneInfo(zone)).tzname() or "UTC"
    return f"UTC{name}" if name[:1] in "+-" else name


def size(count: int) -> str:
    """Return a number of bytes: 14 KB, 2.5 MB; kilobytes of 1024, rounded up to whole ones."""
    if count >= _MB:
        return QCoreApplication.translate("Formats", "{number} MB").format(number=QLocale().toString(count / _MB, "f", 1))
    if count >= _KB:
        return QCoreApplication.translate("Formats", "{number} KB").format(number=QLocale().toString(-(-count // _KB)))
    return QCoreApplication.translate("Formats", "%n byte(s)", "", count)


def number(count: int) -> str:
    """Return a whole number with the reader's separators."""
    return QLocale().toString(count)


def days(count: int) -> str:
    """Return a number of days: 3 days."""
    return QCoreApplication.translate("Formats", "%n day(s)", "", count)


def ago(at: datetime, *, now: datetime) -> str:
    """Return how long ago an instant was: just now, 9 min ago, 2 h ago, 3 days ago."""
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < 60:  # noqa: PLR2004  a minute
        return QCoreApplication.translate("Formats", "just now")
    if seconds < _HOUR:
        return QCoreApplication.translate("Formats", "%n min ago", "", seconds // 60)
    if seconds < _DAY_HOURS * _HOUR:
        return QCoreApplication.translate("Formats", "%n h ago", "", seconds // _HOUR)
    return QCoreApplication.translate("Formats", "%n day(s) ago", "", seconds // (24 * _HOUR))


def due_chip(due: date | datetime, *, now: datetime, zone: str) -> tuple[str, Tone]:
    """Return the words and the tone of an open deadline: 2 days late, 5 h left, today, tomorrow, 11 days.

    Args:
        due: a local day, which is over when it ends in `zone`, or an aware instant.
        now: the present instant.
        zone: the zone of the law.
    """
    if isinstance(due, datetime):
        return _instant_chip(due, now)
    left = (due - local_day(now, zone)).days
    if left < 0:
        return QCoreApplication.translate("Formats", "%n day(s) late", "", -left), Tone.LATE
    if left == 0:
        return QCoreApplication.translate("Formats", "today"), Tone.SOON
    if left == 1:
        return QCoreApplication.translate("Formats", "tomorrow"), Tone.SOON
    return days(left), Tone.SOON if left <= SOON_DAYS else Tone.CALM


def _instant_chip(due: datetime, now: datetime) -> tuple[str, Tone]:
    seconds = int((due - now.astimezone(UTC)).total_seconds())
    hours, late = abs(seconds) // _HOUR, seconds < 0
    if late:
        if hours < _DAY_HOURS:
            return QCoreApplication.translate("Formats", "%n h late", "", hours), Tone.LATE
        return QCoreApplication.translate("Formats", "%n day(s) late", "", hours // 24), Tone.LATE
    if hours < 1:
        return QCoreApplication.translate("Formats", "%n min left", "", seconds // 60), Tone.SOON
    if hours < 24 * 4:
        return QCoreApplication.translate("Formats", "%n h left", "", hours), Tone.SOON
    return days(hours // 24), Tone.SOON if hours // 24 <= SOON_DAYS else Tone.CALM
