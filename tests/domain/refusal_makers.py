"""Makers of dossiers, decisions and facts that would stand, for each clause of the policy."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from workbench.domain.decisions import Decision, Outcome
from workbench.domain.dossier import (
    AnsweredFactor,
    Approval,
    ConsentAsked,
    Dossier,
    EarlierOutcome,
    EarlierRequest,
    Effort,
    EffortLine,
    EvidenceRef,
    EvidenceRefKind,
    KeepReason,
    KeptItem,
    Proportionality,
    Scope,
    TickedFactor,
    TriedWay,
    Verdict,
    WithheldItem,
    approved_content,
)
from workbench.domain.factors import counter_factors
from workbench.domain.readiness import Facts, LawFacts, LetterFacts
from workbench.domain.refusal_grounds import Clause, grounds_offered
from workbench.domain.rights import Right
from workbench.domain.rulebooks import GroundAllowed, Rulebook
from workbench.services.laws import load_rulebooks
from workbench.services.refusal_data import load_alternatives, load_factors
from workbench.services.registers import load_schedule

RECEIVED = date(2026, 10, 28)
DUE = datetime(2026, 11, 28, 23, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
OFFICER, SECOND = 1, 2
LETTER = "letter-digest"
FILE = EvidenceRef(EvidenceRefKind.FILE, evidence_id=12, line=6)
CASE = EvidenceRef(EvidenceRefKind.CASE, number="DSR-2026-0019")

TICKED: Mapping[Clause, tuple[str, ...]] = {
    Clause.FRIVOLOUS: ("exc.repeat", "unf.says_disrupt", "exc.resources"),
    Clause.IMPRACTICAL: ("imp.sg",),
    Clause.PRIVACY: ("pri.reveal",),
}


@dataclass(frozen=True)
class Standing:
    """A refusal that would stand, whole: what `readiness` looks at."""

    dossier: Dossier
    decision: Decision
    facts: Facts

    def with_dossier(self, **changes: object) -> "Standing":
        """Return it with another dossier, approved anew."""
        return approved(replace(self, dossier=replace(self.dossier, **changes)))  # type: ignore[arg-type]

    def with_decision(self, **changes: object) -> "Standing":
        """Return it with another decision, approved anew."""
        return approved(replace(self, decision=replace(self.decision, **changes)))  # type: ignore[arg-type]

    def with_facts(self, **changes: object) -> "Standing":
        """Return it with other facts; approvals stay as they are."""
        return replace(self, facts=replace(self.facts, **changes))  # type: ignore[arg-type]


def standing(law: str, ground_id: str, right: Right, outcome: Outcome = Outcome.REFUSED) -> Standing:
    """Return a complete refusal of a right under one law by one of its grounds."""
    rulebook = load_rulebooks()[law]
    ground = rulebook.ground(ground_id)
    assert ground is not None
    clause = Clause(ground.policy)
    dossier = dossier_for(rulebook, clause, right, duty_only=ground.allowed is GroundAllowed.YES_LEGAL_ONLY)
    decision = Decision(
        id=4,
        case_id=38,
        right=right,
        outcome=outcome,
        grounds=(ground_id,),
        reason="We gave you the same data on 12 October; they have not changed.",
        internal_note="Talked over on Monday.",
        schedule=(),
        decided_at=NOW,
        officer_id=OFFICER,
    )
    letter = LetterFacts(LETTER, frozenset((law, remedy.kind) for remedy in rulebook.remedies))
    facts = Facts(
        laws=(LawFacts(rulebook, RECEIVED, DUE),),
        factors=load_factors(),
        alternatives=load_alternatives(),
        letter=letter,
        contract_laws=load_schedule().contract_laws,
    )
    return approved(Standing(dossier, decision, facts))


def approved(one: Standing) -> Standing:
    """Return it with the approval of a second officer for exactly what it says."""
    letter = one.facts.letter.digest if one.facts.letter is not None else ""
    content = approved_content(one.dossier, one.decision, letter)
    return replace(one, facts=replace(one.facts, approvals=(Approval(content, SECOND, NOW, Verdict.APPROVED),)))


def dossier_for(rulebook: Rulebook, clause: Clause, right: Right, *, duty_only: bool) -> Dossier:
    """Return a complete dossier for a clause under a law."""
    ids = TICKED.get(clause, ())
    ticked = [factor for factor in load_factors() if factor.id in ids]
    answered = counter_factors(load_factors(), rulebook.id, clause, ticked)
    offers = grounds_offered(rulebook, right, on=RECEIVED, alternatives=load_alternatives())
    ways = [way.way for offer in offers if offer.clause is clause for way in offer.ways]
    weighs = clause in {Clause.FRIVOLOUS, Clause.IMPRACTICAL}
    return Dossier(
        case_number="DSR-2026-0038",
        right=right,
        ticked=tuple(TickedFactor(name, "Fourth request since August.", (CASE, FILE)) for name in ids),
        answered=tuple(AnsweredFactor(one.id, "We looked: nothing of the kind.") for one in answered),
        earlier=(
            EarlierRequest("DSR-2026-0019", date(2026, 8, 3), (EarlierOutcome(right, Outcome.GRANTED),), 40, "nothing"),
            EarlierRequest("DSR-2026-0027", date(2026, 9, 12), (EarlierOutcome(right, None),), 46, "nothing"),
        ),
        effort=Effort((EffortLine("mailboxes", 4100, 2460),), 960, "Counted in the mailboxes on 2 November."),
        tried=tuple(TriedWay(way, date(2026, 11, 3), "The person did not answer.") for way in ways) if weighs else (),
        balancing="The interest in a fifth copy is small." if weighs else "",
        internal="Keep calm.",
        withheld=(
            WithheldItem("mail of 3 May", "another customer", "Names health.", ConsentAsked.NOT_ASKED, "Unknown.", "redacted"),
        ),
        proportionality=Proportionality("small", "41 hours", "narrowing", "none of it is our fault", "out of proportion"),
        scope=Scope("the provision", "the request lies outside it"),
        kept=(KeptItem("invoices", KeepReason.LEGAL_DUTY if duty_only else KeepReason.BUSINESS_NEED, "tax", date(2034, 1, 1)),),
    )
