"""Clocks: a limit running in one case, and the reckoning that says when it ends and why.

Day clocks end with the end of their due day in the zone of the law; hour clocks end at an aware instant.
`due` is the best reading, `safe` the earliest defensible one (law.md section 2.10).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from workbench.domain.errors import Detail, WorkbenchError
from workbench.domain.rulebooks import Source


class TimeNotOnClockError(WorkbenchError):
    """A local time that no clock showed, because it was put forward over it; details `at`, `zone`."""

    code = "time_not_on_clock"


def local_instant(at: datetime, zone: str) -> datetime:
    """Return the instant of a naive local time in a zone, aware; of a time that comes twice the first, unless `fold` is 1.

    Raises:
        TimeNotOnClockError: the clocks of the zone were put forward over that time.
    """
    aware = at.replace(tzinfo=ZoneInfo(zone))
    if aware.astimezone(UTC).astimezone(aware.tzinfo).replace(tzinfo=None) != at.replace(tzinfo=None, fold=0):
        raise TimeNotOnClockError(at=at.isoformat(sep=" ", timespec="minutes"), zone=zone)
    return aware


class ClockState(StrEnum):
    """Where a clock stands."""

    RUNNING = "running"
    PAUSED = "paused"
    LAPSED = "lapsed"
    NOT_STARTED = "not_started"
    OPEN_ENDED = "open_ended"


class StepKind(StrEnum):
    """One kind of line in the answer to "why this date?"."""

    RECEIVED = "received"
    STARTED = "started"
    RESTARTED = "restarted"
    COUNTED = "counted"
    SHORT_MONTH = "short_month"
    PAUSED = "paused"
    STILL_PAUSED = "still_paused"
    EXTENDED = "extended"
    EXTENSION_VOID = "extension_void"
    MOVED = "moved"
    ENDS = "ends"
    SAFE = "safe"
    OPEN_ENDED = "open_ended"
    GUIDE = "guide"
    LAPSED = "lapsed"
    IDENTITY_CONFLICT = "identity_conflict"
    AUTHORITY_SET = "authority_set"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a reckoning: what happened, to which day or instant, resting on which source.

    `details` are what the wording of the step names: `count`, `unit`, `from_on`, `to_on`, `until_on`, `notified_on`, `days`,
    `day`, `holiday`, `weekday`, `event`, `where`. `event`, `unit` and `weekday` are keys of the word tables of those names, the others are
    shown as they are. A detail `variant` names which wording is meant: the key is then `<kind>_<variant>`
    (`moved_holiday`, `moved_weekday`, `safe_guidance` ...), otherwise the kind alone.
    """

    kind: StepKind
    at: date | datetime | None
    source: Source | None
    details: tuple[tuple[str, Detail], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a case, as a clock sees it.

    `at` is an aware instant, or a bare local day where no hour is known. `until_on` is the date that an
    extension notice states. `reason` is a word key, never the person's words.
    """

    name: str
    at: date | datetime
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class PauseSpan:
    """A time the clock stood still, or restarted after; `closed_on` is None while it is open."""

    opened_on: date
    closed_on: date | None
    event: str
    days: int


@dataclass(frozen=True, slots=True)
class Override:
    """A date that an officer set by hand instead of the reckoned one; it shows forever."""

    due: date | datetime
    reckoned: date | datetime | None
    reason: str
    officer_id: int
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A due date plus the steps that led to it.

    `base_due` is the rolled date without extension. `extension_notice_due` is the last day on which an extension can
    still be announced, `extension_notice_safe` its safe reading. `extended_due` is what an extension announced in time would
    give (for the clock bar). `guide` is the labelled target of an open-ended duty, never a statutory date.
    """

    limit_id: str
    state: ClockState
    due: date | datetime | None
    safe: date | datetime | None
    steps: tuple[Step, ...]
    base_due: date | datetime | None = None
    extension_notice_due: date | None = None
    extended_due: date | None = None
    extended: bool = False
    extension_void: bool = False
    starts: date | datetime | None = None
    guide: date | datetime | None = None
    pauses: tuple[PauseSpan, ...] = ()
    calendar_version: str = ""
    extension_notice_safe: date | None = None
