"""The running hours of a breach in words: how much of a limit has gone, how much is left, and when it ends in which zone.

Hour limits are told to the minute, day limits in days of the law's own zone.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from ui import formats
from ui.models.clock_figures import figure_of
from ui.models.clock_shape import ClockFigure, Mark, MarkRole
from ui.models.due_words import word_of_deadline
from ui.style.chips import Tone
from workbench.domain.breaches import Risk
from workbench.domain.case_clocks import MET_LATE
from workbench.services.breaches import BreachClock
from workbench.services.wording import Words

RISK_TONES = {Risk.UNLIKELY: Tone.DONE, Risk.RISK: Tone.SOON, Risk.HIGH: Tone.LATE}
"""How the outcome of an assessment looks."""

_SOON = timedelta(hours=96)


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a limit, as on a chip."""

    text: str
    tone: Tone


def length_words(length: timedelta) -> str:
    """Return a length of time to the minute: 41 h 10 min, 25 min."""
    minutes = int(length.total_seconds()) // 60
    hours, rest = divmod(max(minutes, 0), 60)
    if not hours:
        return QCoreApplication.translate("BreachWords", "%n min", "", rest)
    return QCoreApplication.translate("BreachWords", "{hours} h {minutes} min").format(
        hours=formats.number(hours), minutes=rest
    )


def gone_words(clock: BreachClock, now: datetime) -> str:
    """Return how much of a clock has gone: up to `now`, or to the notice that ended it."""
    until = clock.line.answered_at or now
    length = length_words(until.astimezone(UTC) - clock.started_at.astimezone(UTC))
    if clock.line.answered_at is not None:
        return QCoreApplication.translate("BreachWords", "told after {length}").format(length=length)
    return QCoreApplication.translate("BreachWords", "{length} gone").format(length=length)


def left_of(clock: BreachClock, now: datetime) -> Left:
    """Return what is left of a clock, or what came of it."""
    line = clock.line
    if line.state == MET_LATE:
        return Left(QCoreApplication.translate("BreachWords", "told late"), Tone.LATE)
    if line.state != "running" or not isinstance(line.due, datetime):
        told = word_of_deadline(line, now=now)
        return Left(told.text, told.tone)
    left = line.due.astimezone(UTC) - now.astimezone(UTC)
    if left < timedelta():
        return Left(QCoreApplication.translate("BreachWords", "{length} late").format(length=length_words(-left)), Tone.LATE)
    tone = Tone.SOON if left < _SOON else Tone.CALM
    return Left(QCoreApplication.translate("BreachWords", "{length} left").format(length=length_words(left)), tone)


def due_words(clock: BreachClock, home: str) -> str:
    """Return when a limit ends: an instant in the zone of the office and in the law's own where that is another, a day as it is.

    Args:
        clock: the clock.
        home: the IANA zone of the office.
    """
    line = clock.line
    due = line.due
    if due is None:
        return QCoreApplication.translate("BreachWords", "no number of hours or days: without delay")
    if not isinstance(due, datetime):
        return QCoreApplication.translate("BreachWords", "due {day}, to the end of the day in {zone}").format(
            day=formats.day(due), zone=formats.zone_short(line.zone, clock.started_at)
        )
    here = formats.instant(due, home)
    if line.zone == home:
        return QCoreApplication.translate("BreachWords", "due {at}").format(at=here)
    there = formats.instant(due, line.zone)
    return QCoreApplication.translate("BreachWords", "due {at} ({there})").format(at=here, there=there)


def hours_figure(clock: BreachClock, now: datetime, words: Words) -> ClockFigure:
    """Return the bar of a clock: from where it counts to its end, in the words of a breach."""
    line = clock.line
    figure = figure_of(line, received_at=clock.started_at, now=now, words=words)
    by_hours = isinstance(line.due, datetime)
    zone = ZoneInfo(line.zone)

    def told(at: datetime) -> str:
        local = at.astimezone(zone)
        return words.short_date(local if by_hours else local.date(), line.zone)

    def worded(mark: Mark) -> Mark:
        if mark.role is MarkRole.RECEIVED:
            counts = QCoreApplication.translate("BreachWords", "counts from {day}").format(day=told(clock.started_at))
            return replace(mark, text=counts)
        if mark.role is MarkRole.ANSWERED and line.answered_at is not None:
            return replace(
                mark, text=QCoreApplication.translate("BreachWords", "told {day}").format(day=told(line.answered_at))
            )
        return mark

    marks = tuple(worded(mark) for mark in figure.marks)
    said = "; ".join(
        (*(mark.text for mark in marks if mark.text and mark.role is not MarkRole.TODAY), left_of(clock, now).text)
    )
    return replace(figure, marks=marks, description=f"{figure.title} ({figure.caption}). {said}.")
