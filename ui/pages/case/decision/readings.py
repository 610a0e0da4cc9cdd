"""What the Decision tab reads of one right, in one go: grounds, laws, dossier, the readiness list, the letter that would tell it."""

from dataclasses import dataclass

from workbench.domain.approvals import ApprovalRecord
from workbench.domain.cases import Case
from workbench.domain.changes import Changes
from workbench.domain.commands import Decide, SaveDossier
from workbench.domain.decisions import REFUSING, Decision, Outcome, ScheduleLine
from workbench.domain.dossier import Proposed
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import LetterKind
from workbench.domain.phases import best_answer
from workbench.domain.readiness import Check, needs_approval
from workbench.domain.rights import Right
from workbench.services import approvals as approval_service
from workbench.services import carried_out, case_file, ready
from workbench.services import decisions as decision_service
from workbench.services import dossiers as dossier_service
from workbench.services import letters as letter_service
from workbench.services.dossiers import DossierPage
from workbench.services.letter_texts import languages_of
from workbench.services.lines import GroundLine, LetterPreview
from workbench.services.office import Desk
from workbench.services.tasks import TaskLine, tasks_of


@dataclass(frozen=True, slots=True)
class Form:
    """What is on the form for one right; `grounds` holds ground ids, at most one of each law, in the order of the laws."""

    outcome: Outcome | None = None
    grounds: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""
    schedule: tuple[ScheduleLine, ...] = ()

    def proposed(self) -> Proposed:
        """Return it as it is kept while it is not recorded."""
        return Proposed(self.outcome, self.grounds, self.reason, self.note, self.schedule)


def form_of(decision: Decision | None) -> Form:
    """Return the form of a decision that was recorded, an empty one where none was."""
    if decision is None:
        return Form()
    return Form(decision.outcome, decision.grounds, decision.reason, decision.internal_note, decision.schedule)


def form_proposed(proposed: Proposed) -> Form:
    """Return the form that was kept."""
    return Form(proposed.outcome, proposed.grounds, proposed.reason, proposed.note, proposed.schedule)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of one right.

    Args:
        grounds: the grounds of the case's laws.
        laws: those under which a refusal needs a ground.
        known: the dossier and what the program fills in.
        checks: the readiness list of the decision, or of the form while that is not recorded.
        letter_id: the letter that tells the decision, or would.
        content: the digest of what would be approved; empty where there is nothing to approve.
        approvals: who asked and who answered.
        exception: the exception of an office with one officer can be used.
        tasks: what the decisions of the case left to do, done or not.
        held: why the decision cannot be recorded as carried out now; None where it can.
    """

    grounds: tuple[GroundLine, ...]
    laws: tuple[str, ...]
    known: DossierPage
    checks: tuple[Check, ...]
    letter_id: int | None
    content: str
    approvals: tuple[ApprovalRecord, ...]
    exception: bool
    tasks: tuple[TaskLine, ...]
    held: WorkbenchError | None


def read_right(case_id: int, right: Right, form: Form | None, desk: Desk) -> Reading:
    """Return what is known of one right; with a form that is not recorded, the list is about it.

    Raises:
        NotFoundError: there is no such case.
        RightNotAskedError: the request does not name the right.
    """
    case = case_file.load(desk, case_id)
    known = dossier_service.dossier_page(desk, case_id, right)
    letter = approval_service.letter_for(case, right)
    decision = case.decision(right)
    supposed = _supposed(desk, case_id, right, form or _kept(known))
    if supposed is not None:
        checks = ready.checks(desk, case, supposed, None, now=desk.now)
    else:
        checks = approval_service.readiness_of(desk, case_id, right)
    approvable = supposed is None and decision is not None and needs_approval(decision) and letter is not None
    return Reading(
        grounds=decision_service.grounds_for(desk, case_id, right),
        laws=decision_service.laws_needing_ground(desk, case, right),
        known=known,
        checks=checks,
        letter_id=letter.id if letter is not None else None,
        content=approval_service.content_of(desk, case_id, right).digest if approvable else "",
        approvals=ready.records_since(desk, case, right),
        exception=not ready.exception_refused(desk),
        tasks=tasks_of(desk, case_id),
        held=carried_out.why_not(desk, case, right),
    )


def decide_with_dossier(save: SaveDossier, decide: Decide, desk: Desk) -> Changes:
    """Keep the dossier and record the decision, both or neither.

    Raises:
        WorkbenchError: as `dossiers.save_dossier` and `decisions.decide`.
    """
    kept = dossier_service.save_dossier(save, desk)
    decided = decision_service.decide(decide, desk)
    return Changes(cases=kept.cases | decided.cases, created=decided.created)


def read_letter(case_id: int, kind: LetterKind, language: str, draft: int | None, desk: Desk) -> LetterPreview:
    """Return the draft where there is one, else the letter of a kind as it would be drafted; in a language that it has."""
    if draft is not None:
        return letter_service.preview_draft(desk, draft)
    offered = languages_of(kind)
    known = language if language in offered else offered[0]
    return letter_service.preview_letter(desk, case_id, kind, known)


def kinds_to_tell(case: Case) -> tuple[LetterKind, ...]:
    """Return the kinds that would tell what is decided: a refusal for what was refused, else the best there is."""
    best = best_answer(case)
    return tuple(dict.fromkeys((LetterKind.REFUSAL, *((best,) if best is not None else ()), LetterKind.ANSWER)))


def _kept(known: DossierPage) -> Form | None:
    return form_proposed(known.dossier.proposed) if known.dossier.proposed is not None else None


def _supposed(desk: Desk, case_id: int, right: Right, form: Form | None) -> Decision | None:
    """Return the decision that a form would record, None where there is none or it refuses nothing."""
    if form is None or form.outcome is None:
        return None
    grounds = form.grounds if form.outcome in REFUSING else ()
    return Decision(
        id=0,
        case_id=case_id,
        right=right,
        outcome=form.outcome,
        grounds=grounds,
        reason=form.reason,
        internal_note=form.note,
        schedule=form.schedule,
        decided_at=desk.now,
        officer_id=desk.officer.id,
    )
