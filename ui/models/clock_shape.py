"""What a clock bar shows: marks and stretches on one axis of days, with their words.

Positions are days as floats: a local day's number plus the part of the day that has passed.
"""

from dataclasses import dataclass
from enum import StrEnum

from ui.style.chips import Tone


class MarkRole(StrEnum):
    """What a mark on the bar stands for; each has a line of its own."""

    RECEIVED = "received"
    DUE = "due"
    SAFE = "safe"
    EXTENDED = "extended"
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

    `begins` and `ends` are the ends of the axis, `runs_to` where the filled part stops. `title` names the clock, `caption` the
    law it rests on, `description` the whole bar in a sentence or two.
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
