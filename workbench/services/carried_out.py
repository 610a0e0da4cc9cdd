"""Carried out: data were erased or restricted as it was decided.

What needs a second officer is not carried out before that officer approved it, for erased data do not come back. A decision is carried
out once; decided anew, it can be carried out anew.
"""

from zoneinfo import ZoneInfo

from workbench.domain.approvals import NotApprovedError
from workbench.domain.cases import Case
from workbench.domain.changes import Changes
from workbench.domain.commands import RecordDone
from workbench.domain.decisions import ERASING, AccessBeforeErasureError, CarriedOutError, Decision, NothingGrantedError
from workbench.domain.errors import InvalidInputError, NotPermittedError, WorkbenchError
from workbench.domain.phases import CARRIED_OUT_BY, Act, carried_out, told_rights, withdrawn_rights
from workbench.domain.readiness import CheckCode, needs_approval
from workbench.domain.rights import Right
from workbench.services import approvals, case_file
from workbench.services.office import Desk


def record_done(command: RecordDone, desk: Desk) -> Changes:
    """Record that data were erased or restricted; a law may give hours to tell the person of it.

    Raises:
        NotPermittedError: the case is closed.
        InvalidInputError: the right is neither erasure nor restriction, or the instant cannot be.
        NothingGrantedError: the right was not granted, not even in part.
        CarriedOutError: the decision was carried out already.
        AccessBeforeErasureError: access was asked too and has not been answered.
        NotApprovedError: the decision needs a second officer, who has not approved it as it is.
    """
    case = case_file.load(desk, command.case_id)
    refusal = why_not(desk, case, command.right)
    if refusal is not None:
        raise refusal
    at = case_file.checked_instant(desk, command.done_at, command.zone, "done_at", not_before=case.request.received_at)
    kind = CARRIED_OUT_BY[command.right]
    case_file.record(desk, case, kind, occurred_at=at, zone=command.zone, text=command.remark.strip())
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def why_not(desk: Desk, case: Case, right: Right) -> WorkbenchError | None:
    """Return the refusal that `record_done` would give for a right now; None where it can be recorded."""
    try:
        case_file.permitted(case, Act.RECORD_DONE)
    except NotPermittedError as refusal:
        return refusal
    if right not in CARRIED_OUT_BY:
        return InvalidInputError(field="right", problem="not_a_choice")
    decision, done = case.decision(right), carried_out(case, right)
    if decision is None or decision.outcome not in ERASING:
        return NothingGrantedError(right=right.value, case=case.number)
    if done is not None:
        done_on = done.occurred_at.astimezone(ZoneInfo(done.zone)).date()
        return CarriedOutError(right=right.value, case=case.number, done_on=done_on)
    answered = told_rights(case) | withdrawn_rights(case)
    if right is Right.ERASURE and Right.ACCESS in case.request.rights and Right.ACCESS not in answered:
        return AccessBeforeErasureError(case=case.number)
    return None if _approved(desk, case, decision) else NotApprovedError(right=right.value, case=case.number)


def _approved(desk: Desk, case: Case, decision: Decision) -> bool:
    """Return whether no second officer is needed, or one approved the decision as it is or as it was told."""
    if not needs_approval(decision) or decision.right in told_rights(case):
        return True
    checks = approvals.readiness_of(desk, case.id, decision.right)
    return all(check.ok for check in checks if check.code is CheckCode.APPROVED)
