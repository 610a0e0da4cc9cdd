"""Complaints: whom they are about, what makes them about less, and which questions are still open."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.cases import Case, CaseEvent, CaseKind, Channel, EventKind, LawPlace, Request
from workbench.domain.complaints import (
    Complaint,
    ComplaintKind,
    Inquiry,
    WhyBarred,
    barred,
    narrows,
    open_inquiries,
    why_barred,
    written,
)
from workbench.domain.decisions import Decision, Outcome
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right

NOW = datetime(2026, 11, 2, 3, tzinfo=UTC)
KEEPER, REFUSER, ERASER, OUTSIDER = 1, 2, 3, 4
PROOF = EvidenceRef(EvidenceRefKind.FILE, 7)


def case_of(*decisions: tuple[Right, int], kind: CaseKind = CaseKind.REQUEST) -> Case:
    return Case(
        id=1,
        number="DSR-2026-0001",
        subject=DataSubject("Hannah Beispiel"),
        requester=None,
        request=Request(NOW, "UTC", Channel.EMAIL, (Right.ACCESS, Right.ERASURE), "", "", "en"),
        laws=(LawPlace("EU", "DE"),),
        officer_id=KEEPER,
        opened_at=NOW,
        decisions=tuple(
            Decision(number, 1, right, Outcome.REFUSED, (), "", "", (), NOW, officer)
            for number, (right, officer) in enumerate(decisions, start=1)
        ),
        kind=kind,
    )


def events(case: Case, *kinds: tuple[EventKind, int, tuple[tuple[str, str], ...]]) -> Case:
    return replace(
        case,
        events=tuple(
            CaseEvent(seq, seq, kind, NOW, "UTC", NOW, officer, details)
            for seq, (kind, officer, details) in enumerate(kinds, start=1)
        ),
    )


def complaint(kind: ComplaintKind = ComplaintKind.REFUSAL, *rights: Right, named: tuple[int, ...] = ()) -> Complaint:
    return Complaint("CMP-2026-0001", kind, rights, named)


DECIDED = case_of((Right.ACCESS, REFUSER), (Right.ERASURE, ERASER))


@pytest.mark.parametrize(
    ("said", "about", "found"),
    [
        (complaint(ComplaintKind.REFUSAL, Right.ACCESS), DECIDED, {REFUSER}),
        (complaint(ComplaintKind.REFUSAL, Right.ERASURE), DECIDED, {ERASER}),
        (complaint(), DECIDED, {REFUSER, ERASER}),
        (complaint(ComplaintKind.LATE, Right.ACCESS), DECIDED, {REFUSER, KEEPER}),
        (complaint(), case_of(), {KEEPER}),
        (complaint(ComplaintKind.REFUSAL, Right.ACCESS), case_of((Right.ERASURE, ERASER)), {KEEPER}),
        (
            complaint(ComplaintKind.REFUSAL, Right.ACCESS),
            case_of((Right.ACCESS, REFUSER), (Right.ACCESS, ERASER)),
            {REFUSER, ERASER},
        ),
        (complaint(named=(OUTSIDER,)), None, {OUTSIDER}),
        (complaint(), None, set()),
    ],
    ids=[
        "the right that was refused",
        "the other right",
        "no right named: every decision",
        "an answer too late: the keeper too",
        "nothing decided: the keeper",
        "the disputed right undecided: the keeper",
        "decided twice: both",
        "standing alone, an officer named",
        "standing alone",
    ],
)
def test_a_complaint_is_about_whoever_did_what_it_disputes(said: Complaint, about: Case | None, found: set[int]) -> None:
    assert barred(said, about) == found


def test_a_complaint_about_a_complaint_is_about_whoever_decided_that_one() -> None:
    about = events(case_of(kind=CaseKind.COMPLAINT), (EventKind.COMPLAINT_DECIDED, REFUSER, ()))
    assert barred(complaint(ComplaintKind.OTHER), about) == {REFUSER}


def test_whoever_approved_a_disputed_decision_is_barred_too() -> None:
    assert barred(complaint(ComplaintKind.REFUSAL, Right.ACCESS), DECIDED, approved_by=(OUTSIDER,)) == {REFUSER, OUTSIDER}


def test_every_reason_why_an_officer_is_barred_is_said() -> None:
    about = case_of((Right.ACCESS, KEEPER))
    why = why_barred(complaint(ComplaintKind.LATE, named=(KEEPER,)), about, approved_by=(KEEPER,))
    assert why == {KEEPER: (WhyBarred.DECIDED, WhyBarred.APPROVED, WhyBarred.KEEPS_THE_CASE, WhyBarred.NAMED)}


rights = st.lists(st.sampled_from([Right.ACCESS, Right.ERASURE]), unique=True).map(tuple)
named = st.lists(st.integers(1, 4), unique=True).map(tuple)
kinds = st.sampled_from(list(ComplaintKind))
decisions = st.lists(st.tuples(st.sampled_from([Right.ACCESS, Right.ERASURE]), st.integers(1, 4)), max_size=5)


@given(kind=kinds, before=st.tuples(rights, named), after=st.tuples(rights, named), taken=decisions)
def test_what_does_not_narrow_a_complaint_frees_nobody_who_took_a_disputed_decision_or_is_named(
    kind: ComplaintKind,
    before: tuple[tuple[Right, ...], tuple[int, ...]],
    after: tuple[tuple[Right, ...], tuple[int, ...]],
    taken: list[tuple[Right, int]],
) -> None:
    old, new = (Complaint("CMP-2026-0001", kind, *said) for said in (before, after))
    about = case_of(*taken)
    strict = {WhyBarred.DECIDED, WhyBarred.NAMED}
    held = {officer for officer, why in why_barred(old, about).items() if strict & set(why)}
    if not narrows(old, new):
        assert held <= barred(new, about)


@pytest.mark.parametrize(
    ("before", "after", "less"),
    [
        (complaint(), complaint(ComplaintKind.REFUSAL, Right.ACCESS), True),
        (complaint(ComplaintKind.REFUSAL, Right.ACCESS), complaint(), False),
        (complaint(ComplaintKind.REFUSAL, Right.ACCESS), complaint(ComplaintKind.REFUSAL, Right.ERASURE), True),
        (complaint(ComplaintKind.REFUSAL, Right.ACCESS), complaint(ComplaintKind.REFUSAL, Right.ACCESS, Right.ERASURE), False),
        (complaint(named=(1, 2)), complaint(named=(2,)), True),
        (complaint(named=(1,)), complaint(named=(2, 1)), False),
    ],
    ids=["all to one", "one to all", "one to another", "one more", "an officer less", "an officer more"],
)
def test_a_complaint_becomes_about_less(before: Complaint, after: Complaint, less: bool) -> None:  # noqa: FBT001  a table
    assert narrows(before, after) is less


def test_a_question_is_open_until_its_finding_has_something_that_proves_it() -> None:
    asked = (
        Inquiry("When did the answer leave?"),
        Inquiry("Who searched?", finding="Nobody."),
        Inquiry("Who searched?", finding=" ", evidence=(PROOF,)),
        Inquiry("Who searched?", finding="Nobody.", evidence=(EvidenceRef(EvidenceRefKind.CASE),)),
        Inquiry("Who searched?", finding="Nobody.", evidence=(PROOF,)),
    )
    assert open_inquiries(asked) == (1, 2, 3, 4)


def test_an_oral_complaint_is_written_once_it_was_put_in_writing() -> None:
    oral = (EventKind.COMPLAINT_RECEIVED, 1, (("written", "no"),))
    assert not written(events(case_of(), oral))
    assert written(events(case_of(), oral, (EventKind.PUT_IN_WRITING, 1, ())))
    assert written(events(case_of(), (EventKind.COMPLAINT_RECEIVED, 1, (("written", "yes"),))))
