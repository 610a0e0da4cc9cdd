"""The dossier of a refusal: the proof that the office builds while it works, kept apart from the words that the reader gets.

One dossier belongs to one decision on one right of a case. The officer's words stand as they were typed. Times of work are whole
minutes; days are local days. What the table of earlier requests holds is filled by the program, all but `changed`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from workbench.domain.canonical import digest
from workbench.domain.cases import Case
from workbench.domain.decisions import Decision, Outcome, ScheduleLine
from workbench.domain.refusal_grounds import Way
from workbench.domain.rights import Right


class EvidenceRefKind(StrEnum):
    """What a piece of evidence is: a kept file, another case of the office, or a letter."""

    FILE = "file"
    CASE = "case"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """A pointer to the proof: a kept file by its id and, where it helps, the line; a case or a letter by its number."""

    kind: EvidenceRefKind
    evidence_id: int | None = None
    line: int | None = None
    number: str = ""

    @property
    def points(self) -> bool:
        """Return whether it points at something."""
        return self.evidence_id is not None if self.kind is EvidenceRefKind.FILE else bool(self.number.strip())


@dataclass(frozen=True, slots=True)
class TickedFactor:
    """A factor for the ground, with a sentence of what happened and what proves it."""

    factor_id: str
    sentence: str
    evidence: tuple[EvidenceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class AnsweredFactor:
    """A factor against the ground, with the officer's answer to it."""

    factor_id: str
    answer: str


@dataclass(frozen=True, slots=True)
class EarlierOutcome:
    """What became of one right of an earlier request; None while nothing was decided."""

    right: Right
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class EarlierRequest:
    """An earlier request of the same person.

    `days_to_next` counts from its receipt to that of the next request in the table, at last to the one at hand. `changed` says
    what had changed by then, in the officer's words.
    """

    case_number: str
    received_on: date
    outcomes: tuple[EarlierOutcome, ...]
    days_to_next: int
    changed: str = ""


@dataclass(frozen=True, slots=True)
class EffortLine:
    """What one system would take: items to look through, minutes of work."""

    system: str
    items: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Effort:
    """The effort estimate against what the office has: `minutes_at_hand` until the answer is due, `basis` says how it was found."""

    lines: tuple[EffortLine, ...]
    minutes_at_hand: int
    basis: str

    @property
    def minutes(self) -> int:
        """Return the minutes of all systems together."""
        return sum(line.minutes for line in self.lines)


@dataclass(frozen=True, slots=True)
class TriedWay:
    """A milder way: tried on a day with what came of it, or, without a day, weighed and not taken with the reason."""

    way: Way
    tried_on: date | None
    result: str


class ConsentAsked(StrEnum):
    """Whether the other person was asked to agree."""

    NOT_ASKED = "not_asked"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class WithheldItem:
    """One item withheld or redacted for another person's sake.

    Args:
        item: what it is.
        whose: whose rights; a role is enough, such as "another customer".
        balancing: both interests weighed, in the officer's words.
        consent: whether that person was asked.
        consent_note: why not, or what they said.
        given_instead: what the requester gets: redacted copy, summary, nothing because ...
    """

    item: str
    whose: str
    balancing: str
    consent: ConsentAsked
    consent_note: str
    given_instead: str


@dataclass(frozen=True, slots=True)
class Proportionality:
    """The worksheet for a burden: what the person gains, what it costs, what would lessen it, and what follows."""

    gain: str
    burden: str
    lessened: str
    own_part: str
    conclusion: str


@dataclass(frozen=True, slots=True)
class Scope:
    """For what the law does not require: the provision, and why this request lies outside its scope."""

    provision: str
    scope: str


class KeepReason(StrEnum):
    """Why data stay: a law orders it, claims need it, a contract runs, the law lets an own need suffice, or to stop marketing."""

    LEGAL_DUTY = "legal_duty"
    CLAIMS = "claims"
    CONTRACT = "contract"
    BUSINESS_NEED = "business_need"
    SUPPRESSION = "suppression"


@dataclass(frozen=True, slots=True)
class KeptItem:
    """A category that stays: why, by which law or interest, and until a day or until an event in words."""

    category: str
    reason: KeepReason
    by: str
    until_on: date | None = None
    until: str = ""


@dataclass(frozen=True, slots=True)
class Rectified:
    """One thing that was put right: where it stood, what was wrong, what it became."""

    item: str
    was: str
    became: str


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """What was switched off for a restriction or an objection, and where."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Automated:
    """How a decision made by a machine alone came about: its logic, its significance, its consequences."""

    logic: str
    significance: str
    consequences: str


@dataclass(frozen=True, slots=True)
class Ported:
    """What was given for portability: which data, in which format, sent where and how."""

    data: str
    format: str
    sent_to: str


@dataclass(frozen=True, slots=True)
class Details:
    """What a decision brings with it, by the right that it is about; `told` are the recipients who heard of it."""

    rectified: tuple[Rectified, ...] = ()
    told: tuple[str, ...] = ()
    switched_off: tuple[SwitchedOff, ...] = ()
    automated: Automated | None = None
    ported: Ported | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is on the form of a decision and not recorded yet; kept so that nothing is lost, and never part of what is approved."""

    outcome: Outcome | None
    grounds: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""
    schedule: tuple[ScheduleLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that carries one decision: a refusal, or what goes with a yes (`details`).

    `balancing` and `internal` stay in the office, though even the internal text may have to be disclosed one day; what the person
    reads is the reason of the decision.
    """

    case_number: str
    right: Right
    ticked: tuple[TickedFactor, ...] = ()
    answered: tuple[AnsweredFactor, ...] = ()
    earlier: tuple[EarlierRequest, ...] = ()
    effort: Effort | None = None
    tried: tuple[TriedWay, ...] = ()
    balancing: str = ""
    internal: str = ""
    withheld: tuple[WithheldItem, ...] = ()
    proportionality: Proportionality | None = None
    scope: Scope | None = None
    kept: tuple[KeptItem, ...] = ()
    details: Details = Details()
    proposed: Proposed | None = None


class Verdict(StrEnum):
    """What a second officer says."""

    APPROVED = "approved"
    REJECTED = "rejected"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Approval:
    """The word of an officer on exact content: `digest` is that of `approved_content`."""

    digest: str
    officer_id: int
    at: datetime
    verdict: Verdict
    words: str = ""


def approved_content(dossier: Dossier, decision: Decision, letter_digest: str) -> str:
    """Return the digest that an approval names: dossier, decision and letter, word for word.

    When the decision was written down and under which row is not part of it: the same words decided again are the same content.
    """
    said = (
        decision.case_id,
        decision.right,
        decision.outcome,
        decision.grounds,
        decision.reason,
        decision.internal_note,
        decision.schedule,
        decision.officer_id,
    )
    return digest(replace(dossier, proposed=None), said, letter_digest)


def earlier_requests(case: Case, others: Iterable[Case], *, zone: str) -> tuple[EarlierRequest, ...]:
    """Return the table of requests that came before a case, oldest first.

    Args:
        case: the one at hand.
        others: cases of the same person; those that came later, and the case itself, are left out.
        zone: the zone in which days are read.
    """
    before = sorted((one for one in others if _order(one) < _order(case)), key=_order)
    days = [_day(one, zone) for one in (*before, case)]
    return tuple(
        EarlierRequest(
            case_number=one.number,
            received_on=received_on,
            outcomes=tuple(EarlierOutcome(right, _outcome(one, right)) for right in one.request.rights),
            days_to_next=(next_on - received_on).days,
        )
        for one, (received_on, next_on) in zip(before, pairwise(days), strict=True)
    )


def refill_earlier(dossier: Dossier, found: Sequence[EarlierRequest]) -> Dossier:
    """Return the dossier with the table as found now; the officer's words on a request stay with it."""
    words = {one.case_number: one.changed for one in dossier.earlier}
    return replace(dossier, earlier=tuple(replace(one, changed=words.get(one.case_number, "")) for one in found))


def _order(case: Case) -> tuple[datetime, str]:
    """Return where a case stands in time; of two that arrived at one instant the lower number came first."""
    return case.request.received_at, case.number


def _day(case: Case, zone: str) -> date:
    return case.request.received_at.astimezone(ZoneInfo(zone)).date()


def _outcome(case: Case, right: Right) -> Outcome | None:
    decision = case.decision(right)
    return decision.outcome if decision is not None else None
