"""Decisions: a ground under every law, a reason in words, access before erasure."""

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, Desktop
from workbench.domain.decisions import (
    AccessBeforeErasureError,
    GroundMissingError,
    GroundNotAllowedError,
    GroundNotNeededError,
    GroundUnknownError,
    Outcome,
    ReasonMissingError,
    RightNotAskedError,
)
from workbench.domain.errors import NotPermittedError, WorkbenchError
from workbench.domain.letters import LetterKind
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services import decisions
from workbench.services.wording import words


def test_a_decision_is_kept_and_the_case_stands_decided(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    changes = desktop.decide(case_id, reason="We found an account.")
    assert changes.created is not None
    page = desktop.page(case_id)
    decision = page.case.decision(Right.ACCESS)
    assert decision is not None
    assert (decision.outcome, decision.reason) == (Outcome.GRANTED, "We found an account.")
    assert (page.phase, page.next_step.code) == (Phase.DECIDED, "write_answer")


@pytest.mark.parametrize(
    ("right", "outcome", "grounds", "reason", "refusal"),
    [
        (Right.ACCESS, Outcome.REFUSED, ("EU.nonsense",), "No.", GroundUnknownError),
        (Right.ACCESS, Outcome.REFUSED, ("GB.frivolous",), "No.", GroundUnknownError),
        (Right.ACCESS, Outcome.REFUSED, ("EU.impractical",), "No.", GroundNotAllowedError),
        (Right.ACCESS, Outcome.REFUSED, ("EU.retention",), "No.", GroundNotAllowedError),
        (Right.ACCESS, Outcome.REFUSED, (), "No.", GroundMissingError),
        (Right.ACCESS, Outcome.PARTLY, (), "No.", GroundMissingError),
        (Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), " ", ReasonMissingError),
        (Right.ACCESS, Outcome.PARTLY, ("EU.privacy",), "", ReasonMissingError),
        (Right.ACCESS, Outcome.GRANTED, ("EU.frivolous",), "", GroundNotNeededError),
        (Right.PORTABILITY, Outcome.GRANTED, (), "", RightNotAskedError),
        (Right.WITHDRAW_CONSENT, Outcome.REFUSED, (), "No.", GroundMissingError),
    ],
    ids=[
        "no such ground",
        "ground of a law the case is not under",
        "ground the law does not know",
        "ground for another right",
        "refusal without a ground",
        "part refused without a ground",
        "refusal without a reason",
        "part refused without a reason",
        "ground for a grant",
        "right nobody asked for",
        "right that no law lets refuse",
    ],
)
def test_a_decision_that_would_not_stand_is_refused(
    desktop: Desktop,
    right: Right,
    outcome: Outcome,
    grounds: tuple[str, ...],
    reason: str,
    refusal: type[WorkbenchError],
) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE, Right.WITHDRAW_CONSENT)
    before = desktop.page(case_id)
    with pytest.raises(refusal) as refused:
        desktop.decide(case_id, right, outcome, grounds, reason)
    assert desktop.page(case_id) == before
    for language in ("en", "id"):
        assert "{" not in words(language).error(refused.value)


def test_a_refusal_under_two_laws_needs_a_ground_under_each(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, GB_ENG))
    with pytest.raises(GroundMissingError) as refused:
        desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Sent forty times.")
    assert refused.value.details["law"] == "GB"
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous", "GB.frivolous"), "Sent forty times.")
    assert desktop.page(case_id).next_step.letter is LetterKind.REFUSAL


def test_a_law_that_does_not_know_the_right_asks_for_no_ground(desktop: Desktop) -> None:
    case_id = desktop.register(Right.OBJECTION, laws=(EU_DE, ID_ID))
    desktop.decide(case_id, Right.OBJECTION, Outcome.REFUSED, ("EU.not_required",), "Compelling grounds.")
    assert desktop.page(case_id).phase is Phase.DECIDED


def test_a_vexatious_request_cannot_be_refused_in_indonesia(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(ID_ID,))
    with pytest.raises(GroundNotAllowedError):
        desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, ("ID.frivolous",), "Again.")


def test_a_ground_holds_by_the_day_the_request_arrived(desktop: Desktop) -> None:
    early = desktop.register(Right.RECTIFICATION, laws=(ID_ID,))
    with pytest.raises(GroundNotAllowedError):
        desktop.decide(early, Right.RECTIFICATION, Outcome.REFUSED, ("ID.rectify_refuse",), "The data are right.")
    desktop.hand.go("2027-01-16 08:00")
    late = desktop.register(Right.RECTIFICATION, laws=(ID_ID,))
    desktop.decide(late, Right.RECTIFICATION, Outcome.REFUSED, ("ID.rectify_refuse",), "The data are right.")
    offered = {line.ground.id: line.why_not for line in desktop.see(decisions.grounds_for, early, Right.RECTIFICATION)}
    assert offered["ID.rectify_refuse"] == "not_yet_in_force"


@pytest.mark.parametrize("outcome", [Outcome.GRANTED, Outcome.PARTLY], ids=["whole", "part"])
def test_access_is_decided_before_erasure(desktop: Desktop, outcome: Outcome) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE)
    grounds = ("EU.retention",) if outcome is Outcome.PARTLY else ()
    with pytest.raises(AccessBeforeErasureError):
        desktop.decide(case_id, Right.ERASURE, outcome, grounds, "Invoices stay.")
    desktop.decide(case_id, Right.ACCESS)
    desktop.decide(case_id, Right.ERASURE, outcome, grounds, "Invoices stay.")
    assert desktop.page(case_id).phase is Phase.DECIDED


def test_an_erasure_may_be_refused_at_any_time(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE)
    desktop.decide(case_id, Right.ERASURE, Outcome.REFUSED, ("EU.retention",), "Invoices stay.")
    assert desktop.page(case_id).phase is Phase.PARTLY_DECIDED


def test_an_answered_case_is_not_decided_again_unless_reopened(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    with pytest.raises(NotPermittedError):
        desktop.decide(case_id)


def test_the_grounds_offered_name_their_law_and_say_why_not(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    lines = desktop.see(decisions.grounds_for, case_id, Right.ACCESS)
    assert {line.law for line in lines} == {"EU", "ID"}
    offered = {line.ground.id: (line.usable, line.why_not) for line in lines}
    assert offered["EU.frivolous"] == (True, "")
    assert offered["ID.frivolous"] == (False, "law_knows_none")
