"""Deadlines as iCalendar: what other calendars can show, and nothing about a person.

A day clock is an all-day entry on its due day, an hour clock an entry at its instant in the zone of the law, with that zone's rules.
Source: RFC 5545 (3.6.1 events, 3.6.5 zones, 3.6.6 alarms), RFC 5546 (publish, sequence).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vText

_PRODUCT = "-//Onee//Workbench//EN"
_DAY_ALARMS = (timedelta(days=-7), timedelta(days=-1))
_HOUR_ALARMS = (timedelta(hours=-24), timedelta(hours=-4))
_MINUTES = timedelta(minutes=30)
_ZONE_YEARS = 2


@dataclass(frozen=True, slots=True)
class IcalEntry:
    """One deadline.

    Args:
        uid: the same for the same deadline in every export.
        sequence: grows whenever its date changes.
        due: a local day, or an aware instant.
        zone: IANA zone in which an instant is shown.
        summary, description: plain text without anything about a person.
        changed_at: when it last changed, aware.
    """

    uid: str
    sequence: int
    due: date | datetime
    zone: str
    summary: str
    description: str
    changed_at: datetime


def write_calendar(entries: Sequence[IcalEntry], *, name: str, now: datetime) -> bytes:
    """Return entries as one calendar to be published.

    Args:
        entries: the deadlines.
        name: of the calendar, as other programs show it.
        now: when it is written, aware.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for zone in sorted({entry.zone for entry in entries if isinstance(entry.due, datetime)}):
        calendar.add_component(_zone(zone, entries))
    for entry in entries:
        calendar.add_component(_event(entry, now))
    return bytes(calendar.to_ical())


def _event(entry: IcalEntry, now: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    alarms = _DAY_ALARMS
    if isinstance(entry.due, datetime):
        alarms = _HOUR_ALARMS
        starts, ends = _shown(entry.due.astimezone(UTC) - _MINUTES, entry.due, ZoneInfo(entry.zone))
        event.add("dtstart", starts)
        event.add("dtend", ends)
    else:
        event.add("dtstart", entry.due)
        event.add("dtend", entry.due + timedelta(days=1))
    for before in alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", vText(entry.summary))
        alarm.add("trigger", vDuration(before))
        event.add_component(alarm)
    return event


def _shown(starts: datetime, ends: datetime, tz: ZoneInfo) -> tuple[datetime, datetime]:
    """Return two instants by the clock of a zone; in UTC where one is the second of a time that comes twice.

    RFC 5545, 3.3.5: such a time without an offset means the first.
    """
    local = starts.astimezone(tz), ends.astimezone(tz)
    return (starts.astimezone(UTC), ends.astimezone(UTC)) if any(at.fold for at in local) else local


def _zone(zone: str, entries: Sequence[IcalEntry]) -> Timezone:
    """Return the rules of a zone for the years of the entries and those around them.

    The library's own rules begin summer time an hour late (it writes the onset by the clock that stands after it, where RFC 5545,
    3.6.5, wants the one before), so they are looked up here.
    """
    tz = ZoneInfo(zone)
    years = [entry.due.year for entry in entries if isinstance(entry.due, datetime) and entry.zone == zone]
    at, last = datetime(min(years) - 1, 1, 1, tzinfo=UTC), datetime(max(years) + _ZONE_YEARS, 1, 1, tzinfo=UTC)
    table = Timezone()
    table.add("tzid", zone)
    table.add_component(_onset(at, at, tz))
    while at < last:
        following = at + timedelta(days=1)
        if _offset(following, tz) != _offset(at, tz):
            table.add_component(_onset(_change(at, following, tz), at, tz))
        at = following
    return table


def _onset(at: datetime, before: datetime, tz: ZoneInfo) -> TimezoneStandard | TimezoneDaylight:
    """Return what holds from an instant on, its time read by the clock that stood `before`."""
    local = at.astimezone(tz)
    part = TimezoneDaylight() if local.dst() else TimezoneStandard()
    part.add("dtstart", at.replace(tzinfo=None) + _offset(before, tz))
    part.add("tzoffsetfrom", _offset(before, tz))
    part.add("tzoffsetto", _offset(at, tz))
    part.add("tzname", local.tzname() or tz.key)
    return part


def _change(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """Return the minute at which the offset changes between two instants."""
    while after - before > timedelta(minutes=1):
        middle = before + timedelta(minutes=(after - before) // timedelta(minutes=2))
        before, after = (middle, after) if _offset(middle, tz) == _offset(before, tz) else (before, middle)
    return after


def _offset(at: datetime, tz: ZoneInfo) -> timedelta:
    return at.astimezone(tz).utcoffset() or timedelta()
