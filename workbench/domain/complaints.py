"""Complaints to the office: what is investigated, by whom, what was found, and what is put right.

A complaint is a case of its own (`CaseKind.COMPLAINT`); it may be about another case. What it says here is the working file of the
investigation; what happened and when (received, put in writing, decided) are events of its case. Days are local days of the office.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workbench.domain.cases import Case, EventKind
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


class IndependenceKeptError(WorkbenchError):
    """Whom a complaint is about does not become fewer: no right or officer is taken from it; detail `case`."""

    code = "complaint_independence_kept"


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


class WhyBarred(StrEnum):
    """Why an officer cannot decide a complaint."""

    DECIDED = "decided"
    APPROVED = "approved"
    KEEPS_THE_CASE = "keeps_the_case"
    NAMED = "named"


_DECIDING = frozenset({EventKind.COMPLAINT_DECIDED, EventKind.RISK_ASSESSED, EventKind.NOTICE_NOT_OWED})
"""The events by which an officer decides in a case that names no right."""


def why_barred(
    complaint: Complaint, about: Case | None, *, approved_by: Iterable[int] = (), since: datetime | None = None
) -> Mapping[int, tuple[WhyBarred, ...]]:
    """Return the officers who cannot decide a complaint, each with every reason why.

    Barred is who took a disputed decision, or stood for it as second officer, and whom the complaint names. Every decision ever
    taken on a disputed right counts, also one that was overtaken; without a disputed right all decisions of the case, of a complaint
    how it was decided, of a breach how its risk was assessed and who was left untold. A complaint that an answer was late, or one
    about a case without any such decision by then, is about the officer who keeps the case; what is decided afterwards frees nobody.

    Args:
        complaint: its working file.
        about: the case that it is about.
        approved_by: who approved a decision on a disputed right as second officer.
        since: when the complaint was taken down; None where everything was decided before.
    """
    found: dict[int, set[WhyBarred]] = {}

    def bar(officer_ids: Iterable[int], why: WhyBarred) -> None:
        for officer_id in officer_ids:
            found.setdefault(officer_id, set()).add(why)

    bar(complaint.named_officers, WhyBarred.NAMED)
    if about is not None:
        rights = [one for one in about.decisions if not complaint.rights or one.right in complaint.rights]
        decided = [(one.officer_id, one.decided_at) for one in rights]
        decided.extend((event.officer_id, event.recorded_at) for event in about.events if event.kind in _DECIDING)
        bar((officer_id for officer_id, _ in decided), WhyBarred.DECIDED)
        bar(approved_by, WhyBarred.APPROVED)
        if complaint.kind is ComplaintKind.LATE or all(since is not None and at > since for _, at in decided):
            bar((about.officer_id,), WhyBarred.KEEPS_THE_CASE)
    return {officer_id: tuple(why for why in WhyBarred if why in reasons) for officer_id, reasons in found.items()}


def barred(
    complaint: Complaint, about: Case | None, *, approved_by: Iterable[int] = (), since: datetime | None = None
) -> frozenset[int]:
    """Return the officers who cannot decide a complaint; see `why_barred`."""
    return frozenset(why_barred(complaint, about, approved_by=approved_by, since=since))


def narrows(before: Complaint, after: Complaint) -> bool:
    """Return whether a complaint would be about less than before: fewer officers, or fewer disputed rights.

    No disputed right stands for all of them, so that naming one of them is less.
    """
    if not set(before.named_officers) <= set(after.named_officers):
        return True
    if not before.rights:
        return bool(after.rights)
    return bool(after.rights) and not set(before.rights) <= set(after.rights)


def written(case: Case) -> bool:
    """Return whether a complaint came in writing, or was put in writing since."""
    return any(
        event.kind is EventKind.PUT_IN_WRITING
        or (event.kind is EventKind.COMPLAINT_RECEIVED and event.detail("written") == "yes")
        for event in case.standing
    )


def open_inquiries(inquiries: Iterable[Inquiry]) -> tuple[int, ...]:
    """Return the numbers (from 1) of the questions that have no finding with evidence."""
    return tuple(number for number, one in enumerate(inquiries, start=1) if not one.found)
