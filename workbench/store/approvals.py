"""The approvals of decisions: who asked, who said what to which content, by which means. Lines are added and never changed."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.domain.approvals import ApprovalRecord, Means
from workbench.domain.dossier import Verdict
from workbench.domain.journal import JournalFacts
from workbench.domain.rights import Right
from workbench.store.journal import vouch
from workbench.store.rows import ApprovalRow, CaseRow
from workbench.store.values import understood

ASKED = "approval_asked"
GIVEN = "approval_given"
EXCEPTED = "approval_excepted"
"""What the journal calls a request for approval, a verdict, and the exception of an office with one officer."""

_ASKED = "asked"


def add(session: Session, record: ApprovalRecord, *, case_number: str, by: int) -> ApprovalRecord:
    """Keep one line, whose id is not known yet, and return it; `by` is the officer at the desk."""
    row = ApprovalRow(
        case_id=record.case_id,
        right=record.right.value,
        letter_id=record.letter_id,
        digest=record.digest,
        verdict=record.verdict.value if record.verdict is not None else _ASKED,
        words=record.words,
        means=record.means.value if record.means is not None else "",
        signature=record.signature,
        given_at=record.given_at,
        recorded_at=record.recorded_at,
        officer_id=record.officer_id,
        asked_by=record.asked_by,
    )
    action = ASKED if record.verdict is None else EXCEPTED if record.means is Means.EXCEPTION else GIVEN
    facts: JournalFacts = {
        "right": record.right.value,
        "digest": record.digest[:12],
        **({"verdict": record.verdict.value} if record.verdict is not None else {}),
        **({"means": record.means.value} if record.means is not None else {}),
        **({"officer": record.officer_id} if record.officer_id != by else {}),
    }
    vouch(session, row, action=action, subject=case_number, at=record.recorded_at, officer_id=by, facts=facts)
    return _record(row)


def list_for_case(session: Session, case_id: int, right: Right | None = None) -> tuple[ApprovalRecord, ...]:
    """Return the lines of a case, or of one right of it, oldest first."""
    query = select(ApprovalRow).where(ApprovalRow.case_id == case_id).order_by(ApprovalRow.id)
    if right is not None:
        query = query.where(ApprovalRow.right == right.value)
    with understood():
        return tuple(_record(row) for row in session.scalars(query))


def open_cases(session: Session, *, unanswered: bool = False) -> tuple[int, ...]:
    """Return the ids of the open cases in which approval was asked for or given.

    Args:
        session: of the store.
        unanswered: only those in which the newest line of some right only asks.
    """
    newest = select(func.max(ApprovalRow.id)).group_by(ApprovalRow.case_id, ApprovalRow.right)
    query = (
        select(ApprovalRow.case_id)
        .join(CaseRow, CaseRow.id == ApprovalRow.case_id)
        .where(ApprovalRow.id.in_(newest), CaseRow.closed.is_(False))
        .distinct()
        .order_by(ApprovalRow.case_id)
    )
    return tuple(session.scalars(query.where(ApprovalRow.verdict == _ASKED) if unanswered else query))


def _record(row: ApprovalRow) -> ApprovalRecord:
    return ApprovalRecord(
        id=row.id,
        case_id=row.case_id,
        right=Right(row.right),
        letter_id=row.letter_id,
        digest=row.digest,
        verdict=None if row.verdict == _ASKED else Verdict(row.verdict),
        means=Means(row.means) if row.means else None,
        words=row.words,
        signature=row.signature,
        given_at=row.given_at,
        recorded_at=row.recorded_at,
        officer_id=row.officer_id,
        asked_by=row.asked_by,
    )
