"""The table of `workbench deadlines FILE.csv`: one question about a deadline in each row, one answer in each row back.

Days are local days of the place, `YYYY-MM-DD`; hour clocks give an instant with its offset, to the minute. A row that cannot be
reckoned carries its reason in `error` and never stops the others. Needs no store.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Final, TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.domain.calendars import Calendar
from workbench.domain.clocks import ClockState, Event, Reckoning, local_instant
from workbench.domain.errors import WorkbenchError
from workbench.domain.reckon import reckon, starts_on, zone_of
from workbench.domain.rulebooks import EVENT_NAMES, Limit, LimitNotInForceError, LimitUnknownError, PlaceUnknownError, Rulebook
from workbench.services.calendars import calendar_for
from workbench.services.laws import rulebook
from workbench.services.wording import words

COLUMNS: Final = ("id", "law", "place", "rule", "asks", "flags", "events")
"""The columns that a table must have; others are ignored."""

ANSWERS: Final = ("id", "due", "safe", "error")
"""The columns of the answer."""

_DUE: Final = "due"
_NOTICE: Final = "extension_notice"
_EXTENSION: Final = "extension_notified"
_UNTIL: Final = "extension_until"
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2999
_YEARS_AHEAD: Final = 3
_CODE_LENGTH: Final = 40


class TableHeaderError(WorkbenchError):
    """The table lacks columns; detail `columns`."""

    code = "table_header"


class RowUnreadableError(WorkbenchError):
    """A row is no CSV; detail `line`."""

    code = "row_unreadable"


class AsksUnknownError(WorkbenchError):
    """A row asks something that is not known."""

    code = "asks_unknown"


class EventUnreadableError(WorkbenchError):
    """An event of a row cannot be read; detail `number`, its position from 1."""

    code = "event_unreadable"


class EventUnknownError(WorkbenchError):
    """No rulebook knows an event of that name; detail `number`, its position from 1."""

    code = "event_unknown"


class NoExtensionError(WorkbenchError):
    """The rule knows no extension, so no notice of one; detail `rule`."""

    code = "no_extension"


class NoStatutoryDateError(WorkbenchError):
    """The law gives no number for the rule; details `rule`, `cite`."""

    code = "no_statutory_date"


class ClockPausedError(WorkbenchError):
    """The clock stands still, so there is no date; details `rule`, `event`, `since`."""

    code = "clock_paused"


class ClockLapsedError(WorkbenchError):
    """The request lapsed before its clock ended; detail `rule`."""

    code = "clock_lapsed"


class ClockNotStartedError(WorkbenchError):
    """None of the events that start the rule happened; details `rule`, `events`."""

    code = "clock_not_started"


def reckon_table(stream_in: TextIO, stream_out: TextIO, *, explain: Callable[[WorkbenchError], str] | None = None) -> int:
    """Answer every row of a table, in its order, and return how many rows have no date.

    Args:
        stream_in: CSV with a header, opened with `newline=""`.
        stream_out: where the answer goes, CSV with a header.
        explain: words an error for the column `error`; English where it is not given.

    Raises:
        TableHeaderError: columns are missing; nothing was written.
    """
    worded = explain or words("en").error
    reader = csv.reader(stream_in)
    header = _header(reader)
    writer = csv.writer(stream_out, lineterminator="\n")
    writer.writerow(ANSWERS)
    calendars = _Calendars()
    without_date = 0
    for row in _rows(reader, header):
        answer = row if isinstance(row, _Answer) else _answer(row, calendars)
        without_date += answer.error is not None
        reason = worded(answer.error) if answer.error is not None else ""
        writer.writerow((answer.id, _text(answer.due), _text(answer.safe), reason))
    return without_date


def reckon_table_file(path: Path, stream_out: TextIO, *, explain: Callable[[WorkbenchError], str] | None = None) -> int:
    """Answer every row of a file; as `reckon_table`. Bytes that are no UTF-8 spoil their own row alone.

    Raises:
        TableHeaderError: columns are missing; nothing was written.
        OSError: the file cannot be read.
    """
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream_in:
        return reckon_table(stream_in, stream_out, explain=explain)


@dataclass(slots=True)
class _Answer:
    """One row of the answer."""

    id: str
    due: date | datetime | None = None
    safe: date | datetime | None = None
    error: WorkbenchError | None = None


@dataclass(slots=True)
class _Calendars:
    """The calendars of one run, each wide enough for the rows so far."""

    known: dict[tuple[str, str], Calendar] = field(default_factory=dict)
    spans: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    def find(self, book: Rulebook, place: str, first_year: int, last_year: int) -> Calendar:
        key = (book.id, place)
        first, last = self.spans.get(key, (first_year, last_year))
        if key not in self.known or first_year < first or last_year > last:
            first, last = min(first, first_year), max(last, last_year)
            self.spans[key] = (first, last)
            self.known[key] = calendar_for(book, place, first_year=first, last_year=last)
        return self.known[key]


def _header(reader: Iterator[list[str]]) -> list[str]:
    try:
        header = [name.strip().removeprefix("\ufeff").lower() for name in next(reader, [])]
    except csv.Error as error:
        raise TableHeaderError(columns=", ".join(COLUMNS)) from error
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise TableHeaderError(columns=", ".join(missing))
    return header


def _rows(reader: Iterator[list[str]], header: list[str]) -> Iterator[dict[str, str] | _Answer]:
    """Yield each row by column name; one that is no CSV as its answer."""
    number = 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _Answer("", error=RowUnreadableError(line=number))
            continue
        if any(cell.strip() for cell in cells):
            row = dict.fromkeys(COLUMNS, "")
            row.update(zip(header, (cell.strip() for cell in cells), strict=False))
            yield row


def _answer(row: dict[str, str], calendars: _Calendars) -> _Answer:
    try:
        return _reckoned(row, calendars)
    except WorkbenchError as error:
        return _Answer(row["id"], error=error)


def _reckoned(row: dict[str, str], calendars: _Calendars) -> _Answer:
    book = rulebook(row["law"][:_CODE_LENGTH])
    place = row["place"][:_CODE_LENGTH]
    if not place and len(book.places) == 1:
        place = book.places[0]
    if not place:
        raise PlaceUnknownError(law=book.id, place=place)
    asks = row["asks"] or _DUE
    if asks not in {_DUE, _NOTICE}:
        raise AsksUnknownError
    zone = zone_of(book, place)
    events = _events(row["events"], ZoneInfo(zone))
    limit = _limit(book, row["rule"][:_CODE_LENGTH], place, events, zone)
    years = [event.at.year for event in events]
    found = reckon(
        limit,
        book,
        events,
        calendar=calendars.find(book, place, min(years) - 1, max(years) + _YEARS_AHEAD),
        zone=zone,
        flags=frozenset(row["flags"].replace(";", " ").replace(",", " ").split()),
        explain=False,
    )
    if asks == _DUE:
        return _Answer(row["id"], found.due, found.safe, _why_no_date(limit, found) if found.due is None else None)
    if limit.extension is None:
        raise NoExtensionError(rule=limit.id)
    due = found.extension_notice_due
    return _Answer(row["id"], due, found.extension_notice_safe, _why_no_date(limit, found) if due is None else None)


def _limit(book: Rulebook, rule: str, place: str, events: list[Event], zone: str) -> Limit:
    """Return the version of a rule that holds on the day of its trigger, at the place."""
    versions = [limit for limit in book.limits if limit.id == rule and limit.place in {"", place}]
    if not versions:
        raise LimitUnknownError(law=book.id, rule=rule)
    on = starts_on(versions[0], events, zone=zone)
    if on is None:
        raise ClockNotStartedError(rule=rule, events=", ".join(versions[0].trigger))
    found = book.limit(rule, on=on)
    if found is None:
        raise LimitNotInForceError(rule=rule, on=on)
    return found


def _why_no_date(limit: Limit, found: Reckoning) -> WorkbenchError:
    if found.state is ClockState.PAUSED:
        waiting = found.pauses[-1]
        return ClockPausedError(rule=limit.id, event=waiting.event, since=waiting.opened_on)
    if found.state is ClockState.LAPSED:
        return ClockLapsedError(rule=limit.id)
    return NoStatutoryDateError(rule=limit.id, cite=limit.source.cite)


def _events(text: str, tz: ZoneInfo) -> list[Event]:
    """Return the events of a row, `name=ISO;name=ISO`; a time may carry the name of a zone after a space."""
    found: list[Event] = []
    until: date | None = None
    for number, part in enumerate(text.split(";"), start=1):
        if not part.strip():
            continue
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not value:
            raise EventUnreadableError(number=number)
        if name == _UNTIL:
            until = _day(value, number)
        elif name in EVENT_NAMES:
            found.append(Event(name, _moment(value, tz, number)))
        else:
            raise EventUnknownError(number=number)
    if not found:
        raise EventUnreadableError(number=1)
    return [Event(event.name, event.at, until) if event.name == _EXTENSION else event for event in found]


def supposed_events(text: str, law: str, place: str) -> tuple[Event, ...]:
    """Return events written as in a row of the table, read in the zone of a place of a law.

    Raises:
        LawUnknownError, PlaceUnknownError: there is no such law or place.
        EventUnreadableError, EventUnknownError: an event cannot be read.
        TimeNotOnClockError: a local time that no clock showed.
    """
    return tuple(_events(text, ZoneInfo(zone_of(rulebook(law), place))))


def _day(value: str, number: int) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise EventUnreadableError(number=number) from error


def _moment(value: str, tz: ZoneInfo, number: int) -> date | datetime:
    iso, _, zone = value.partition(" ")
    try:
        if "T" not in iso and not zone:
            at: date | datetime = date.fromisoformat(iso)
        else:
            instant = datetime.fromisoformat(iso)
            named = ZoneInfo(zone.strip()) if zone.strip() else tz
            at = instant if instant.tzinfo is not None else local_instant(instant, named.key)
    except (ValueError, ZoneInfoNotFoundError, OSError) as error:
        raise EventUnreadableError(number=number) from error
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise EventUnreadableError(number=number)
    return at


def _text(at: date | datetime | None) -> str:
    if at is None:
        return ""
    return at.isoformat(timespec="minutes") if isinstance(at, datetime) else at.isoformat()
