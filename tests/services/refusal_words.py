"""The enums of refusals with the tables that hold their words."""

from enum import Enum

from workbench.domain.approvals import ApprovalState, FourEyes, Means
from workbench.domain.bases import Basis, Follows, WhyFollows
from workbench.domain.decisions import ReopenCause
from workbench.domain.dossier import ConsentAsked, EvidenceRefKind, KeepReason, Verdict
from workbench.domain.factors import FactorKind, Side
from workbench.domain.readiness import CheckCode, Gap
from workbench.domain.refusal_grounds import Clause, Way, WhyNot
from workbench.domain.retention import Milestone, PeriodState, WhyGoes

REFUSAL_TABLES: tuple[tuple[type[Enum], str], ...] = (
    (Clause, "ground_policy"),
    (Way, "lawful_way"),
    (WhyNot, "why_not"),
    (FactorKind, "factor_kind"),
    (Side, "factor_side"),
    (EvidenceRefKind, "evidence_ref"),
    (ConsentAsked, "consent_asked"),
    (KeepReason, "keep_reason"),
    (Verdict, "verdict"),
    (CheckCode, "readiness"),
    (Gap, "readiness_gap"),
    (Basis, "basis"),
    (Follows, "follows"),
    (WhyFollows, "why_follows"),
    (PeriodState, "period_state"),
    (WhyGoes, "why_goes"),
    (Milestone, "milestone"),
    (Means, "means"),
    (FourEyes, "choice"),
    (ApprovalState, "approval_state"),
    (ReopenCause, "reopen_cause"),
)
