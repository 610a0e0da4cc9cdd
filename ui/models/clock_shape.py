"""What a clock bar shows: marks and stretches on one axis of days, with their words.

Positions are days as floats: a local day's number plus the part of the day that has passed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from ui.style.chips import Tone


class MarkRole(StrEnum):
    """What a mark on the bar stands for; each has a line of its own.

    EXTENDED is a date that an extension would give, FIRST the one that held before an extension was made, RECKONED the one that
    the law gives where another was set by hand.
    """

    RECEIVED = "received"
    STARTED = "started"
    DUE = "due"
    SAFE = "safe"
    EXTENDED = "extended"
    FIRST = "first"
    RECKONED = "reckoned"
    TODAY = "today"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Mark:
    """One day on the bar; `text` may be empty where another mark's words name it too."""

    role: MarkRole
    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time the clock stood still, from `begins` to `ends` (exclusive)."""

    begins: float
    ends: float
    text: str


@dataclass(frozen=True, slots=True)
class ClockFigure:
    """One clock, ready to paint.

    `begins` and `ends` are the ends of the axis, `starts` and `closes` where this clock itself begins and ends on it, `runs_to`
    where the filled part stops. `title` names the clock, `caption` the law it rests on, `description` the whole bar in a sentence
    or two. `by_hand` says that the due date was set by an officer, `ahead` how far its zone is ahead of UTC, in days.
    """

    title: str
    caption: str
    description: str
    begins: float
    ends: float
    runs_to: float
    tone: Tone
    marks: tuple[Mark, ...]
    pauses: tuple[Stretch, ...]
    starts: float = 0.0
    closes: float = 0.0
    by_hand: bool = False
    ahead: float = 0.0


def on_one_axis(figures: Sequence[ClockFigure]) -> tuple[ClockFigure, ...]:
    """Return the clocks on one common axis, so that bars below each other can be compared by eye."""
    if not figures:
        return ()
    level = [_shifted(figure, figures[0].ahead - figure.ahead) for figure in figures]
    begins = min(figure.begins for figure in level)
    ends = max(figure.ends for figure in level)
    return tuple(replace(figure, begins=begins, ends=ends) for figure in level)


def _shifted(figure: ClockFigure, by: float) -> ClockFigure:
    """Return a clock as the zone of another one would draw it: the same instants stand at the same place."""
    return replace(
        figure,
        begins=figure.begins + by,
        ends=figure.ends + by,
        starts=figure.starts + by,
        closes=figure.closes + by,
        runs_to=figure.runs_to + by,
        ahead=figure.ahead + by,
        marks=tuple(replace(mark, at=mark.at + by) for mark in figure.marks),
        pauses=tuple(replace(pause, begins=pause.begins + by, ends=pause.ends + by) for pause in figure.pauses),
    )


def month_starts(figure: ClockFigure) -> tuple[date, ...]:
    """Return the first days of months within the axis of a clock, the first one excluded."""
    day = date.fromordinal(int(figure.begins)).replace(day=1)
    found: list[date] = []
    while True:
        day = (day + timedelta(days=32)).replace(day=1)
        if day.toordinal() >= figure.ends:
            return tuple(found)
        found.append(day)
