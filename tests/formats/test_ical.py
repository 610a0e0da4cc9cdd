"""Calendars in the format of RFC 5545, read again by the library that wrote them and by another one."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from workbench.formats.ical import IcalEntry, write_calendar

NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
BERLIN, JAKARTA, LONDON = "Europe/Berlin", "Asia/Jakarta", "Europe/London"
MOST_OCTETS = 75


def entry(due: date | datetime, zone: str = BERLIN, **changes: object) -> IcalEntry:
    parts: dict[str, object] = {
        "uid": "one@onee-workbench",
        "sequence": 0,
        "due": due,
        "zone": zone,
        "summary": "DSR-2026-0001: answer (GDPR)",
        "description": "Germany\nGDPR Art 12(3)",
        "changed_at": NOW,
    }
    return IcalEntry(**{**parts, **changes})  # type: ignore[arg-type]  # the table above is the signature


def written(*entries: IcalEntry, name: str = "Onee deadlines") -> bytes:
    return write_calendar(entries, name=name, now=NOW)


def read(data: bytes) -> Any:
    return icalendar.Calendar.from_ical(data)


def event_of(data: bytes) -> Any:
    (event,) = read(data).walk("VEVENT")
    return event


def other_read(data: bytes) -> Any:
    return vobject.readOne(data.decode("utf-8"))


# Days


def test_a_day_is_an_all_day_entry_that_ends_with_it() -> None:
    data = written(entry(date(2026, 12, 2)))
    event = event_of(data)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 12, 2), date(2026, 12, 3))
    assert b"DTSTART;VALUE=DATE:20261202\r\n" in data
    assert b"VTIMEZONE" not in data
    other = other_read(data).vevent
    assert (other.dtstart.value, other.dtend.value) == (date(2026, 12, 2), date(2026, 12, 3))
    assert not isinstance(other.dtstart.value, datetime)


@pytest.mark.parametrize(
    ("due", "alarms"),
    [
        (date(2026, 12, 2), [timedelta(days=-7), timedelta(days=-1)]),
        (datetime(2026, 11, 5, 3, 0, tzinfo=UTC), [timedelta(hours=-24), timedelta(hours=-4)]),
    ],
    ids=["a day", "an hour"],
)
def test_alarms_ring_in_time(due: date | datetime, alarms: list[timedelta]) -> None:
    data = written(entry(due))
    found = event_of(data).walk("VALARM")
    assert [alarm["TRIGGER"].dt for alarm in found] == alarms
    assert {str(alarm["ACTION"]) for alarm in found} == {"DISPLAY"}
    assert {str(alarm["DESCRIPTION"]) for alarm in found} == {"DSR-2026-0001: answer (GDPR)"}
    assert [alarm.trigger.value for alarm in other_read(data).vevent.valarm_list] == alarms


# Hours


@pytest.mark.parametrize(
    ("due", "zone", "local", "offset"),
    [
        (datetime(2026, 11, 5, 3, 0, tzinfo=UTC), JAKARTA, datetime(2026, 11, 5, 10, 0), 7),  # noqa: DTZ001  a wall clock
        (datetime(2026, 3, 28, 20, 0, tzinfo=UTC), BERLIN, datetime(2026, 3, 28, 21, 0), 1),  # noqa: DTZ001
        (datetime(2026, 3, 31, 20, 0, tzinfo=UTC), BERLIN, datetime(2026, 3, 31, 22, 0), 2),  # noqa: DTZ001
        (datetime(2026, 10, 24, 20, 0, tzinfo=UTC), BERLIN, datetime(2026, 10, 24, 22, 0), 2),  # noqa: DTZ001
        (datetime(2026, 10, 27, 20, 0, tzinfo=UTC), BERLIN, datetime(2026, 10, 27, 21, 0), 1),  # noqa: DTZ001
        (datetime(2026, 7, 3, 11, 0, tzinfo=UTC), "Asia/Kolkata", datetime(2026, 7, 3, 16, 30), 5.5),  # noqa: DTZ001
    ],
    ids=["Jakarta", "before summer time", "after it began", "before it ends", "after it ended", "half an hour"],
)
def test_an_hour_is_shown_by_the_clock_of_the_law(due: datetime, zone: str, local: datetime, offset: float) -> None:
    data = written(entry(due, zone))
    event = event_of(data)
    assert event["DTEND"].params["TZID"] == zone
    assert event["DTEND"].dt == due
    assert event["DTEND"].dt.replace(tzinfo=None) == local
    assert event["DTSTART"].dt == due - timedelta(minutes=30)
    other = other_read(data).vevent
    assert other.dtend.value.replace(tzinfo=None) == local
    assert other.dtend.value.utcoffset() == timedelta(hours=offset)
    assert (other.dtstart.value, other.dtend.value) == (due - timedelta(minutes=30), due)


@pytest.mark.parametrize(
    ("due", "line"),
    [
        (datetime(2026, 3, 29, 1, 15, tzinfo=UTC), b"DTSTART;TZID=Europe/Berlin:20260329T014500\r\n"),
        (datetime(2026, 10, 25, 0, 45, tzinfo=UTC), b"DTEND;TZID=Europe/Berlin:20261025T024500\r\n"),
        (datetime(2026, 10, 25, 1, 15, tzinfo=UTC), b"DTEND:20261025T011500Z\r\n"),
        (datetime(2026, 10, 25, 2, 15, tzinfo=UTC), b"DTSTART:20261025T014500Z\r\n"),
    ],
    ids=["just after the gap", "the first of two", "the second of two", "just after the second"],
)
def test_an_hour_where_the_clocks_change_is_still_that_instant(due: datetime, line: bytes) -> None:
    """A time that comes twice means the first of the two; the second can only be told in UTC."""
    data = written(entry(due))
    assert line in data
    event, other = event_of(data), other_read(data).vevent
    starts = due - timedelta(minutes=30)
    for found in ((event["DTSTART"].dt, event["DTEND"].dt), (other.dtstart.value, other.dtend.value)):
        assert tuple(at.astimezone(UTC) for at in found) == (starts, due)


def test_the_rules_of_a_zone_come_along_once() -> None:
    hours = [entry(datetime(2026, 3, 28 + day, 20, 0, tzinfo=UTC), BERLIN, uid=f"{day}@x") for day in range(3)]
    data = written(*hours, entry(datetime(2026, 11, 5, 3, 0, tzinfo=UTC), JAKARTA, uid="j@x"), entry(date(2026, 12, 2), LONDON))
    zones = read(data).walk("VTIMEZONE")
    assert [str(zone["TZID"]) for zone in zones] == [JAKARTA, BERLIN], "none for a day"
    names = {component.name for component in zones[1].subcomponents}
    assert names == {"STANDARD", "DAYLIGHT"}
    assert {one.tzid.value for one in other_read(data).vtimezone_list} == {JAKARTA, BERLIN}


@pytest.mark.parametrize("zone", [BERLIN, LONDON, "America/Los_Angeles", "Australia/Sydney", JAKARTA, "Asia/Kathmandu"])
def test_the_rules_that_come_along_are_those_of_the_zone(zone: str) -> None:
    """Every onset in the file is one of the zone, written as the format wants: by the clock that stood before it."""
    hours = [entry(datetime(year, 3, 1, 12, 0, tzinfo=UTC), zone, uid=f"{year}@x") for year in (2026, 2027)]
    (told,) = read(written(*hours)).walk("VTIMEZONE")
    onsets: dict[datetime, timedelta] = {}
    for part in told.subcomponents:
        further = [one for value in _listed(part.get("RDATE")) for one in value.dts]
        for onset in (part["DTSTART"], *further):
            before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
            onsets[onset.dt.replace(tzinfo=UTC) - before] = after
    hour = datetime(2026, 1, 1, tzinfo=UTC)
    while hour.year < 2028:
        told_offset = onsets[max(onset for onset in onsets if onset <= hour)]
        assert told_offset == hour.astimezone(ZoneInfo(zone)).utcoffset(), hour
        hour += timedelta(hours=1)


def _listed(value: Any) -> list[Any]:
    """Return what stands under a name once, several times or not at all as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


# What stands around them


def test_the_calendar_is_published_and_confidential() -> None:
    data = written(entry(date(2026, 12, 2), sequence=3), name="Tenggat Onee")
    calendar = read(data)
    assert (str(calendar["METHOD"]), str(calendar["VERSION"]), str(calendar["X-WR-CALNAME"])) == (
        "PUBLISH",
        "2.0",
        "Tenggat Onee",
    )
    event = event_of(data)
    assert (str(event["CLASS"]), str(event["TRANSP"]), int(event["SEQUENCE"])) == ("CONFIDENTIAL", "TRANSPARENT", 3)
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == NOW
    assert not {"ATTENDEE", "ORGANIZER", "LOCATION", "URL", "ATTACH"} & set(event)
    other = other_read(data)
    assert other.method.value == "PUBLISH"
    assert (other.vevent.getChildValue("class"), other.vevent.sequence.value) == ("CONFIDENTIAL", "3")


def test_an_empty_calendar_is_a_calendar() -> None:
    data = written()
    assert read(data).walk("VEVENT") == []
    assert other_read(data).version.value == "2.0"


HARD = (
    ("commas and semicolons", "a, b; c: d\\e"),
    ("lines", "Germany\nGDPR Art 12(3)\n\nend"),
    ("one long line", "Undang-undang Pelindungan Data Pribadi " * 12),
    ("two octets", "Köln, ägypten, 5 § " * 20),
    ("three octets", "日本の個人情報保護法" * 30),
    ("four octets", "a🕊" * 60),
    ("something that looks like a line of its own", "x\nEND:VEVENT\nBEGIN:VEVENT"),
    ("the colon and the quote", '"DTSTART:20260101"'),
)


@pytest.mark.parametrize("text", [text for _name, text in HARD], ids=[name for name, _text in HARD])
def test_every_text_comes_back_from_folded_lines(text: str) -> None:
    data = written(entry(date(2026, 12, 2), description=text, summary=text.replace("\n", " ")))
    assert max(map(len, _lines(data))) <= MOST_OCTETS
    for line in _lines(data):
        line.decode("utf-8")
    assert str(event_of(data)["DESCRIPTION"]) == text
    assert other_read(data).vevent.description.value == text
    assert len(read(data).walk("VEVENT")) == 1


def test_lines_end_as_the_format_wants() -> None:
    data = written(entry(date(2026, 12, 2)), entry(datetime(2026, 11, 5, 3, 0, tzinfo=UTC), JAKARTA, uid="b@x"))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert data == written(entry(date(2026, 12, 2)), entry(datetime(2026, 11, 5, 3, 0, tzinfo=UTC), JAKARTA, uid="b@x"))


def _lines(data: bytes) -> Iterable[bytes]:
    return data.split(b"\r\n")
