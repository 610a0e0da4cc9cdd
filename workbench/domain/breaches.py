"""Breaches of personal data: what happened, who is affected, how great the risk is, and who was told when.

A breach is a case of its own (`CaseKind.BREACH`). Its clocks run from its events (occurred, suspected, aware, assessed, reported),
law by law; who was told under which law are events too. Counts are numbers of people and of records, None while not known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from workbench.domain.errors import WorkbenchError


class BreachNature(StrEnum):
    """What was breached."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


class Level(StrEnum):
    """How likely, or how grave."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Risk(StrEnum):
    """What the assessment comes to for the people concerned."""

    UNLIKELY = "unlikely"
    RISK = "risk"
    HIGH = "high"


class NoticeStage(StrEnum):
    """Which notice of a breach it is."""

    INITIAL = "initial"
    FOLLOW_UP = "follow_up"
    FINAL = "final"


class NotToTell(StrEnum):
    """Who is not told of a breach, with a reason: the authority or the people."""

    AUTHORITY = "authority"
    SUBJECTS = "subjects"


class RiskNotAssessedError(WorkbenchError):
    """Nobody is left untold before the risk is assessed; detail `case`."""

    code = "risk_not_assessed"


class NoticeAlreadyMadeError(WorkbenchError):
    """The first notice under a law was made already, so that it can be followed up but not be left out; details `case`, `law`."""

    code = "notice_already_made"


class NoticeNotMadeError(WorkbenchError):
    """A follow-up needs a first notice under the same law; details `case`, `law`."""

    code = "notice_not_made"


class LateWithoutReasonError(WorkbenchError):
    """A notice after its limit needs the reason for the delay; details `case`, `law`."""

    code = "late_without_reason"


@dataclass(frozen=True, slots=True)
class RiskAssessment:
    """The assessment of the risk: how likely, how grave, what it comes to, and why."""

    likelihood: Level
    severity: Level
    risk: Risk
    reasons: str


@dataclass(frozen=True, slots=True)
class Breach:
    """The working file of one breach.

    `categories` are ids of the data map's categories, `other_data` what is not among them. `subjects` and `records` count what is
    affected, `approximate` where they are estimates. `by_processor` names the processor where it happened there.
    """

    case_number: str
    title: str
    what: str
    nature: tuple[BreachNature, ...] = ()
    categories: tuple[str, ...] = ()
    other_data: str = ""
    people: str = ""
    subjects: int | None = None
    records: int | None = None
    approximate: bool = True
    by_processor: str = ""
    consequences: str = ""
    measures: str = ""
    protected: str = ""
    assessment: RiskAssessment | None = None


_WEIGHTS: Mapping[Level, int] = MappingProxyType({Level.LOW: 1, Level.MEDIUM: 2, Level.HIGH: 3})
_SOME_RISK = 2
_HIGH_RISK = 6


def suggested_risk(likelihood: Level, severity: Level) -> Risk:
    """Return what the house's own scale suggests for a likelihood and a severity; no law sets it, and the officer concludes.

    Only what is neither likely nor grave is suggested as unlikely; what is grave and more than unlikely, or likely and more than
    slight, as high.
    """
    weight = _WEIGHTS[likelihood] * _WEIGHTS[severity]
    if weight < _SOME_RISK:
        return Risk.UNLIKELY
    return Risk.HIGH if weight >= _HIGH_RISK else Risk.RISK


def whole_hours(begun_at: datetime, ended_at: datetime) -> int:
    """Return the full hours that passed between two aware instants; what a clock on the wall showed plays no part, none before the first."""
    # Two instants of one zone are subtracted by the wall clock, so both are read in UTC.
    return max(0, (ended_at.astimezone(UTC) - begun_at.astimezone(UTC)) // timedelta(hours=1))
