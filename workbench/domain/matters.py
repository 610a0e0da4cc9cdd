"""Regulator matters: what an authority asks of the office, until when, what is answered, promised and decided.

A matter is a case of its own (`CaseKind.MATTER`). Its working file is here; what happened and when are events of its case, and so
are the authority's deadlines, which nothing but the authority's own word makes later. Days are local days of the office.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from workbench.domain.errors import WorkbenchError


class MatterKind(StrEnum):
    """What a matter is."""

    COMPLAINT = "complaint"
    ENQUIRY = "enquiry"
    AUDIT = "audit"
    APPEAL = "appeal"
    TRANSFER = "transfer"
    BREACH = "breach"
    CONSULTATION = "consultation"


ASKED_BY_AUTHORITY: frozenset[MatterKind] = frozenset(
    {MatterKind.COMPLAINT, MatterKind.ENQUIRY, MatterKind.AUDIT, MatterKind.APPEAL}
)
"""The kinds in which the authority asks and the office answers: statutory limits of enquiries run from the receipt."""


class QuestionState(StrEnum):
    """How far an authority's question is."""

    OPEN = "open"
    DRAFTED = "drafted"
    READY = "ready"
    SENT = "sent"


class MatterOutcome(StrEnum):
    """What an authority decided."""

    UPHELD = "upheld"
    PARTLY = "partly"
    OVERTURNED = "overturned"
    FINE = "fine"
    ORDER = "order"
    NO_ACTION = "no_action"


class DeadlineLaterError(WorkbenchError):
    """Only the authority's own word makes its deadline later; details `case`, `due`, `asked`."""

    code = "authority_deadline_later"


class UndertakingIncompleteError(WorkbenchError):
    """An undertaking needs words, somebody who keeps it and a day; details `case`, `number`."""

    code = "undertaking_incomplete"


class AnswersOpenError(WorkbenchError):
    """Questions of the authority have no ready answer; details `case`, `questions` (numbers)."""

    code = "answers_open"


class MoreTimeNotAskedError(WorkbenchError):
    """An authority answers a request for more time only where one is open; detail `case`."""

    code = "more_time_not_asked"


class TaskIncompleteError(WorkbenchError):
    """A task that follows from a decision needs words, somebody who does it and a day; details `case`, `number`."""

    code = "corrective_task_incomplete"


@dataclass(frozen=True, slots=True)
class ContactOfficer:
    """The officer of the authority who handles the matter."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the authority with its answer; `label` is the authority's own number for it, `evidence` are kept files.

    `ready_at` is the instant at which the answer was called ready: a submission recorded after it carried the answer.
    """

    text: str
    label: str = ""
    answer: str = ""
    owner_id: int | None = None
    evidence: tuple[int, ...] = ()
    state: QuestionState = QuestionState.OPEN
    ready_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting or a call with the authority, as a note."""

    at: datetime
    zone: str
    call: bool
    people: str
    note: str


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What the office promised the authority: who keeps it, by when; `kept_on` and what proves it once it is kept.

    `number` names it for good within its matter; 0 for one that is not kept yet.
    """

    text: str
    owner_id: int
    due_on: date
    kept_on: date | None = None
    evidence: tuple[int, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class CorrectiveTask:
    """What the office does because of a decision: by whom, by when."""

    text: str
    owner_id: int
    due_on: date


@dataclass(frozen=True, slots=True)
class MatterDecision:
    """What the authority decided, and until when it can be contested; `fine` is an amount with its currency, in words."""

    outcome: MatterOutcome
    decided_on: date
    reference: str = ""
    summary: str = ""
    fine: str = ""
    appeal_until: date | None = None
    appeal_to: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """The working file of one regulator matter.

    `authority_id` names the entry of the directory. `why_competent` is the reason why this authority is competent, decided by the
    officer. `reference` is the authority's own, `basis` the law that it demands under, in its words. `person` is the name of the
    person whom it concerns, empty where it concerns nobody. `target_on` is the day that the office aims at. `passed_on` says that
    Onee itself brought it there.
    """

    case_number: str
    kind: MatterKind
    authority_id: str
    why_competent: str = ""
    reference: str = ""
    contact: ContactOfficer = ContactOfficer()
    basis: str = ""
    person: str = ""
    target_on: date | None = None
    passed_on: bool = False
    questions: tuple[Question, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    decision: MatterDecision | None = None


def unanswered(questions: Iterable[Question]) -> tuple[int, ...]:
    """Return the numbers (from 1) of the questions whose answer is not ready or sent, or is empty."""
    done = {QuestionState.READY, QuestionState.SENT}
    return tuple(number for number, one in enumerate(questions, start=1) if one.state not in done or not one.answer.strip())


def as_sent(questions: Iterable[Question], sent_at: Iterable[datetime]) -> tuple[Question, ...]:
    """Return the questions as they read now: an answer that was ready when a submission was recorded is sent.

    Args:
        questions: as they are kept.
        sent_at: the instants at which submissions that stand were recorded.
    """
    last = max(sent_at, default=None)
    return tuple(
        replace(one, state=QuestionState.SENT)
        if last is not None and one.state is QuestionState.READY and one.ready_at is not None and one.ready_at <= last
        else one
        for one in questions
    )
