"""Refusals that would stand, for tests: a complete dossier for whatever ground a decision names, and a second officer.

`stand` does for a test what an officer does on the screen; nothing of the gate is passed by.
"""

from datetime import date
from functools import partial

from workbench.domain.cases import Case
from workbench.domain.commands import AskApproval, GiveApproval, SaveDossier, UseException
from workbench.domain.decisions import Decision
from workbench.domain.dossier import (
    AnsweredFactor,
    ConsentAsked,
    Dossier,
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
)
from workbench.domain.factors import counter_factors
from workbench.domain.parties import Officer
from workbench.domain.readiness import needs_approval
from workbench.domain.refusal_grounds import Clause, grounds_offered
from workbench.domain.rights import Right
from workbench.services import approvals, case_file, dossiers, refusal_data
from workbench.services.decisions import laws_needing_ground
from workbench.services.office import Desk, Office, ask, run
from workbench.store import keys
from workbench.store import officers as officer_store

SECOND_PASSPHRASE = "nine loud geese sing"  # noqa: S105  of a store in a temporary folder

_TICKED = {
    Clause.FRIVOLOUS: ("unf.says_disrupt", "exc.resources"),
    Clause.IMPRACTICAL: ("imp.sg",),
    Clause.PRIVACY: ("pri.reveal",),
}


def second_officer(office: Office) -> Officer:
    """Add a second officer with a passphrase of their own (`SECOND_PASSPHRASE`), at the least cost that the store accepts."""

    def add(desk: Desk) -> Officer:
        officer = officer_store.add(desk.session, name="Budi Kedua", title="Deputy", at=desk.now, by=desk.officer.id)
        keys.add_passphrase(desk.folder, desk.data_key, officer_id=officer.id, passphrase=SECOND_PASSPHRASE, cost=keys.FLOOR)
        return officer

    return run(office, add)


def complete(desk: Desk, case_id: int, right: Right) -> Dossier:
    """Return a dossier that lacks nothing for the decision that stands on a right."""
    case = case_file.load(desk, case_id)
    decision = case.decision(right)
    assert decision is not None
    clauses = _clauses(desk, case, decision)
    factors = refusal_data.load_factors()
    ids = [name for clause in clauses for name in _TICKED.get(clause, ())]
    ticked = [factor for factor in factors if factor.id in ids]
    answered: dict[str, None] = {}
    ways: dict[object, TriedWay] = {}
    for law in laws_needing_ground(desk, case, right):
        on = dossiers.received_on(desk, case, law)
        for clause in clauses:
            answered.update(dict.fromkeys(one.id for one in counter_factors(factors, law, clause, ticked)))
        for offer in grounds_offered(desk.rulebook(law), right, on=on, alternatives=refusal_data.load_alternatives()):
            if offer.clause in clauses:
                ways.update({way.way: TriedWay(way.way, date(2026, 11, 3), "No answer came.") for way in offer.ways})
    proof = EvidenceRef(EvidenceRefKind.CASE, number=case.number)
    earlier = dossiers.earlier_of(desk, case)
    return Dossier(
        case_number=case.number,
        right=right,
        ticked=tuple(TickedFactor(name, "Seen in the request itself.", (proof,)) for name in ids),
        answered=tuple(AnsweredFactor(name, "We looked: nothing of the kind.") for name in answered),
        earlier=tuple(
            EarlierRequest(one.case_number, one.received_on, one.outcomes, one.days_to_next, "nothing") for one in earlier
        ),
        effort=Effort((EffortLine("mailboxes", 4100, 2460),), 960, "Counted in the mailboxes."),
        tried=tuple(ways.values()),
        balancing="The interest in a further copy is small.",
        internal="Talked over on Monday.",
        withheld=(
            WithheldItem(
                "mail of 3 May", "another customer", "It names health.", ConsentAsked.NOT_ASKED, "Unknown.", "redacted"
            ),
        ),
        proportionality=Proportionality("small", "41 hours", "narrowing", "none is our fault", "out of proportion"),
        scope=Scope("the provision", "the request lies outside it"),
        kept=(KeptItem("invoices", KeepReason.LEGAL_DUTY, "tax law", date(2034, 1, 1)),),
    )


def fill(office: Office, case_id: int, right: Right) -> None:
    """Save a complete dossier for the decision on a right."""
    dossier = ask(office, lambda desk: complete(desk, case_id, right))
    run(office, partial(dossiers.save_dossier, SaveDossier(case_id=case_id, dossier=dossier)))


def approve(office: Office, case_id: int, right: Right, verdict: Verdict = Verdict.APPROVED, words: str = "") -> None:
    """Let the second officer say what they think of the content as it is now."""
    run(office, partial(approvals.ask_approval, AskApproval(case_id=case_id, right=right, words="Please look.")))
    digest = ask(office, lambda desk: approvals.content_of(desk, case_id, right)).digest
    command = GiveApproval(
        case_id=case_id, right=right, digest=digest, verdict=verdict, passphrase=SECOND_PASSPHRASE, words=words
    )
    run(office, partial(approvals.give_approval, command))


def stand(office: Office, case_id: int) -> None:
    """Make every decision of a case that needs it ready to be told: a complete dossier, and the exception for one officer.

    The letter that tells it must be drafted.
    """
    case = ask(office, lambda desk: case_file.load(desk, case_id))
    for right in case.request.rights:
        decision = case.decision(right)
        if decision is None or not needs_approval(decision) or approvals.letter_for(case, right) is None:
            continue
        fill(office, case_id, right)
        content = ask(office, lambda desk, asked=right: approvals.content_of(desk, case_id, asked))  # type: ignore[misc]
        command = UseException(case_id=case_id, right=right, digest=content.digest, reason="There is nobody else.")
        run(office, partial(approvals.use_exception, command))


def _clauses(desk: Desk, case: Case, decision: Decision) -> tuple[Clause, ...]:
    found = (desk.rulebook(place.law).ground(name) for place in case.laws for name in decision.grounds)
    return tuple(dict.fromkeys(Clause(ground.policy) for ground in found if ground is not None))
