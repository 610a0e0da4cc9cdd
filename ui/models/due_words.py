"""How much time a deadline leaves, in words short enough for a chip, with the state the chip shows.

Day deadlines are compared in days of the law's own zone, hour deadlines as elapsed time.
"""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ui.formats import due_chip
from ui.style.chips import Tone
from workbench.domain.clocks import ClockState
from workbench.domain.rulebooks import LimitKind
from workbench.services.lines import CaseLine, DeadlineLine

_NOTICES = frozenset({LimitKind.BREACH_AUTHORITY.value, LimitKind.BREACH_SUBJECT.value, LimitKind.BREACH_FINAL.value})
"""Limits that end where somebody is left untold with a reason: nothing lapsed, it is not owed."""


@dataclass(frozen=True, slots=True)
class DueWord:
    """What the chip says."""

    tone: Tone
    text: str


def word_of_deadline(line: DeadlineLine, *, now: datetime) -> DueWord:
    """Return the chip of one clock; an open-ended duty shows its labelled target, never a statutory date."""
    guide = line.reckoning.guide
    if line.state == "open_ended" and guide is not None:
        left = _left(guide, zone=line.zone, now=now)
        if left.tone is Tone.LATE:
            return DueWord(Tone.SOON, QCoreApplication.translate("DueWords", "target passed"))
        return DueWord(left.tone, QCoreApplication.translate("DueWords", "target: {left}").format(left=left.text))
    if line.state == ClockState.LAPSED and line.kind in _NOTICES:
        return DueWord(Tone.CALM, QCoreApplication.translate("DueWords", "not owed"))
    return _word(line.due, state=line.state, late=line.late, zone=line.zone, now=now)


def word_of_case(line: CaseLine, *, now: datetime) -> DueWord:
    """Return the chip of a case in a list: its next open deadline, or that nothing is open."""
    if line.due_state == "" or (line.due is None and line.due_kind == ""):
        return DueWord(Tone.DONE, QCoreApplication.translate("DueWords", "nothing due"))
    return _word(line.due, state=line.due_state, late=line.late, zone=line.due_zone or line.zone, now=now)


def _word(due: date | datetime | None, *, state: str, late: bool, zone: str, now: datetime) -> DueWord:
    fixed = {
        "paused": DueWord(Tone.PAUSED, QCoreApplication.translate("DueWords", "paused")),
        "met": DueWord(Tone.DONE, QCoreApplication.translate("DueWords", "in time")),
        "met_late": DueWord(Tone.LATE, QCoreApplication.translate("DueWords", "answered late")),
        "lapsed": DueWord(Tone.CALM, QCoreApplication.translate("DueWords", "lapsed")),
        "not_started": DueWord(Tone.CALM, QCoreApplication.translate("DueWords", "not started")),
        "open_ended": DueWord(Tone.CALM, QCoreApplication.translate("DueWords", "no fixed date")),
    }
    if state in fixed:
        return fixed[state]
    if due is None:
        return DueWord(Tone.CALM, QCoreApplication.translate("DueWords", "no date"))
    left = _left(due, zone=zone, now=now)
    if late and left.tone is not Tone.LATE:
        return DueWord(Tone.LATE, QCoreApplication.translate("DueWords", "late"))
    return left


def _left(due: date | datetime, *, zone: str, now: datetime) -> DueWord:
    text, tone = due_chip(due, now=now, zone=zone)
    return DueWord(tone, text)
