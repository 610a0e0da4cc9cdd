"""Complaints to the office: what is investigated, by whom, what was found, and what is put right.

A complaint is a case of its own (`CaseKind.COMPLAINT`); it may be about another case. What it says here is the working file of the
investigation; what happened and when (received, put in writing, decided) are events of its case. Days are local days of the office.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.cases import Case
from workbench.domain.dossier import EvidenceRef
from workbench.domain.errors import WorkbenchError
from workbench.domain.rights import Right


class ComplaintKind(StrEnum):
    """What a complaint is about."""

    LATE = "late"
    REFUSAL = "refusal"
    ACCURACY = "accuracy"
    MARKETING = "marketing"
    SECURITY = "security"
    TRANSFER = "transfer"
    OTHER = "other"


class ComplaintOutcome(StrEnum):
    """How a complaint ended."""

    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not_upheld"
    WITHDRAWN = "withdrawn"


class NotIndependentError(WorkbenchError):
    """The officer whom a complaint is about cannot decide it; details `case`, `officer`."""

    code = "complaint_not_independent"


class InvestigationOpenError(WorkbenchError):
    """Questions of the investigation have no finding yet, or one without evidence; details `case`, `questions` (numbers)."""

    code = "investigation_open"


class ComplaintDecidedError(WorkbenchError):
    """The complaint is decided; detail `case`."""

    code = "complaint_decided"


class RemedyWithoutOwnerError(WorkbenchError):
    """What is put right needs somebody who does it and a day; details `case`, `remedy` (its number)."""

    code = "remedy_without_owner"


@dataclass(frozen=True, slots=True)
class TransferAtIssue:
    """The transfer that a complaint is about: where to, under which safeguard, from whom, to whom."""

    destination: str
    safeguard: str
    exporter: str
    importer: str


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One question of the investigation plan: who is asked, what was found, and what proves it."""

    question: str
    asked: str = ""
    finding: str = ""
    evidence: tuple[EvidenceRef, ...] = ()

    @property
    def found(self) -> bool:
        """Return whether there is a finding with something that proves it."""
        return bool(self.finding.strip()) and any(one.points for one in self.evidence)


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is put right, by whom (an officer) and by when; `done_on` once it is."""

    what: str
    owner_id: int
    due_on: date
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """The working file of one complaint.

    `rights` are those of the case it is about whose handling is disputed; `named_officers` are officers whom it is about beside
    those that took the disputed decisions. `transfer` stands for a complaint of kind `TRANSFER` alone. `outcome`, `reasons` and
    who decided are set by the decision: `decided_by` is the officer, `decided_outside` the name and position of somebody outside
    the office who decided where no officer could.
    """

    case_number: str
    kind: ComplaintKind
    rights: tuple[Right, ...] = ()
    named_officers: tuple[int, ...] = ()
    transfer: TransferAtIssue | None = None
    inquiries: tuple[Inquiry, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    outcome: ComplaintOutcome | None = None
    reasons: str = ""
    decided_by: int | None = None
    decided_outside: str = ""


def barred(complaint: Complaint, about: Case | None) -> frozenset[int]:
    """Return the officers who cannot decide a complaint: who took a disputed decision, and whom it names.

    Every decision ever taken on a disputed right counts, also one that was overtaken; without a disputed right all decisions of
    the case. A complaint that an answer was late, or one about a case without any decision, is about the officer who keeps the case.
    """
    found = set(complaint.named_officers)
    if about is None:
        return frozenset(found)
    disputed = [one.officer_id for one in about.decisions if not complaint.rights or one.right in complaint.rights]
    found.update(disputed)
    if complaint.kind is ComplaintKind.LATE or not disputed:
        found.add(about.officer_id)
    return frozenset(found)


def open_inquiries(inquiries: Iterable[Inquiry]) -> tuple[int, ...]:
    """Return the numbers (from 1) of the questions that have no finding with evidence."""
    return tuple(number for number, one in enumerate(inquiries, start=1) if not one.found)
