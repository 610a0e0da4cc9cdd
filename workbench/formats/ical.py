"""Deadlines as iCalendar: what other calendars can show, and nothing about a person.

A day clock is an all-day entry on its due day, an hour clock an entry at its instant in the zone of the law, with that zone's rules.
Source: RFC 5545 (3.6.1 events, 3.6.5 zones, 3.6.6 alarms), RFC 5546 (publish, sequence).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vDuration, vText

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
        due = entry.due.astimezone(ZoneInfo(entry.zone))
        event.add("dtstart", due - _MINUTES)
        event.add("dtend", due)
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


def _zone(zone: str, entries: Sequence[IcalEntry]) -> Timezone:
    years = [entry.due.year for entry in entries if isinstance(entry.due, datetime) and entry.zone == zone]
    first, last = date(min(years) - 1, 1, 1), date(max(years) + _ZONE_YEARS, 1, 1)
    return Timezone.from_tzid(zone, first_date=first, last_date=last)
