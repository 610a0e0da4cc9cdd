"""The answer to "why this date?": the steps of a reckoning in words, each with its source and how sure we are of it."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ui import formats
from ui.models.clock_figures import caption_of, title_of
from workbench.domain.clocks import Step
from workbench.domain.rulebooks import Confidence
from workbench.services.lines import DeadlineLine
from workbench.services.wording import Words


@dataclass(frozen=True, slots=True)
class WhyLine:
    """One step: `when` is the day it leads to, `sentence` what it does, `source` what it rests on (both may be empty)."""

    when: str
    sentence: str
    source: str


def why_lines(line: DeadlineLine, words: Words) -> tuple[WhyLine, ...]:
    """Return the steps of a clock in order."""
    return tuple(_line(step, line.zone, words) for step in line.reckoning.steps)


def why_text(line: DeadlineLine, words: Words) -> str:
    """Return the whole answer as plain text, for copying into a mail or a file note."""
    head = f"{line.number}, {title_of(line)} ({caption_of(line, words)})".lstrip(", ")
    told = [head, result_of(line)]
    if line.override is not None:
        told.append(override_words(line))
    for count, one in enumerate(why_lines(line, words), start=1):
        source = f" [{one.source}]" if one.source else ""
        when = f"{one.when}: " if one.when else ""
        told.append(f"{count}. {when}{one.sentence}{source}")
    return "\n".join(told)


def override_words(line: DeadlineLine) -> str:
    """Return that a date was set by hand, when, and why; nothing where none was."""
    if line.override is None:
        return ""
    return QCoreApplication.translate("Why", "Set by hand to {day} (recorded {recorded}). Reason: {reason}").format(
        day=formats.moment(line.override.due, line.zone),
        recorded=formats.day(formats.local_day(line.override.recorded_at, line.zone)),
        reason=line.override.reason,
    )


def reckoned_words(line: DeadlineLine) -> str:
    """Return the date that the law gives, whatever was set by hand."""
    reckoned = line.reckoning.due
    if reckoned is None:
        return QCoreApplication.translate("Why", "Reckoned: no date now")
    return QCoreApplication.translate("Why", "Reckoned: {day}").format(day=formats.moment(reckoned, line.zone))


def result_of(line: DeadlineLine) -> str:
    """Return what the steps lead to: the due date and, where it is another, the safe one; a date set by hand says so."""
    if line.override is not None:
        reckoned = line.reckoning.due
        set_to = formats.moment(line.override.due, line.zone)
        if reckoned is None:
            return QCoreApplication.translate("Why", "Due {day}, set by hand; no date is reckoned now.").format(day=set_to)
        return QCoreApplication.translate("Why", "Due {day}, set by hand; reckoned {reckoned}.").format(
            day=set_to, reckoned=formats.moment(reckoned, line.zone)
        )
    if line.due is None:
        safe = _safe(line.safe, line.zone)
        if line.state == "paused":
            return QCoreApplication.translate("Why", "The clock is paused; there is no due date until it goes on.") + safe
        return QCoreApplication.translate("Why", "The law names no date here.") + safe
    due = QCoreApplication.translate("Why", "Due {day}.").format(day=formats.moment(line.due, line.zone))
    return due + (_safe(line.safe, line.zone) if line.safe != line.due else "")


def confidence_word(confidence: Confidence) -> str:
    """Return how sure we are of a source."""
    told = {
        Confidence.HIGH: QCoreApplication.translate("Why", "primary text read"),
        Confidence.MEDIUM: QCoreApplication.translate("Why", "secondary text read"),
        Confidence.LOW: QCoreApplication.translate("Why", "own knowledge, check before use"),
    }
    return told[confidence]


def _safe(safe: date | datetime | None, zone: str) -> str:
    if safe is None:
        return ""
    return " " + QCoreApplication.translate("Why", "Safe {day}.").format(day=formats.moment(safe, zone))


def _line(step: Step, zone: str, words: Words) -> WhyLine:
    when = formats.short_moment(step.at, zone) if step.at is not None else ""
    sentence = words.step(step, zone)
    source = ""
    if step.source is not None:
        sure = confidence_word(step.source.confidence)
        source = sure if step.source.cite in sentence else f"{step.source.cite}, {sure}"
    return WhyLine(when, sentence, source)
