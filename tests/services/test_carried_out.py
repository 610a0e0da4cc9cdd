"""What was granted is carried out on the data: once, and never before a second officer approved what needs one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.makers import ID_ID, JAKARTA, Desktop, Hand, at, make_office
from tests.refusals import approve, fill, second_officer, stand
from workbench.domain.approvals import NotApprovedError
from workbench.domain.cases import CaseEvent, EventKind
from workbench.domain.commands import ApproveLetter, CloseCase, RecordDone, RecordEvent, ReopenCase, ReviseLetter
from workbench.domain.decisions import AccessBeforeErasureError, CarriedOutError, NothingGrantedError, Outcome, ReopenCause
from workbench.domain.errors import InvalidInputError, NotPermittedError
from workbench.domain.letters import LetterKind
from workbench.domain.phases import Act, Phase, left_to_carry_out
from workbench.domain.rights import Right
from workbench.services import letters
from workbench.services.carried_out import record_done
from workbench.services.closure import close_case, reopen_case
from workbench.services.events import EventNotKnownError, event_choices, record_event

KEEPS = ("EU.retention",)


@pytest.fixture
def two(tmp_path: Path, hand: Hand) -> Iterator[Desktop]:
    """Return an office with two officers and no exception."""
    office, _ = make_office(tmp_path / "two", hand, four_eyes="second_officer")
    second_officer(office)
    yield Desktop(office, hand)
    office.close()


def done(desktop: Desktop, case_id: int, right: Right = Right.ERASURE, remark: str = "") -> None:
    command = RecordDone(case_id=case_id, right=right, done_at=desktop.hand.now, zone=JAKARTA, remark=remark)
    desktop.do(record_done, command)


def recorded(desktop: Desktop, case_id: int) -> list[CaseEvent]:
    kinds = {EventKind.ERASURE_DONE, EventKind.RESTRICTION_DONE}
    return [event for event in desktop.page(case_id).case.events if event.kind in kinds]


def erasure(desktop: Desktop, *rights: Right) -> int:
    """Return a case whose erasure is granted and whose answer is drafted."""
    case_id = desktop.register(*(rights or (Right.ERASURE,)))
    desktop.decide(case_id, Right.ERASURE)
    desktop.draft(case_id, LetterKind.ANSWER)
    return case_id


@pytest.mark.parametrize("drafted", [False, True], ids=["without a letter", "with a draft"])
def test_an_erasure_is_not_carried_out_before_a_second_officer_approved_it(two: Desktop, drafted: bool) -> None:  # noqa: FBT001
    case_id = two.register(Right.ERASURE)
    two.decide(case_id, Right.ERASURE)
    if drafted:
        two.draft(case_id, LetterKind.ANSWER)
    with pytest.raises(NotApprovedError):
        done(two, case_id)
    assert recorded(two, case_id) == []


def test_an_approved_erasure_is_carried_out_and_kept_with_its_remark(two: Desktop) -> None:
    case_id = erasure(two)
    approve(two.office, case_id, Right.ERASURE)
    assert left_to_carry_out(two.page(case_id).case) == (Right.ERASURE,)
    done(two, case_id, remark=" In the shop and the mailing list. ")
    (event,) = recorded(two, case_id)
    assert (event.kind, event.occurred_at, event.text) == (
        EventKind.ERASURE_DONE,
        two.hand.now,
        "In the shop and the mailing list.",
    )
    assert left_to_carry_out(two.page(case_id).case) == ()


def test_a_letter_changed_after_the_approval_holds_the_erasure_again(two: Desktop) -> None:
    case_id = erasure(two)
    approve(two.office, case_id, Right.ERASURE)
    letter = two.page(case_id).case.letters[-1]
    fields = replace(letter.fields, free_text="Something else.")
    two.do(letters.revise_letter, ReviseLetter(letter_id=letter.id, language="en", fields=fields))
    with pytest.raises(NotApprovedError):
        done(two, case_id)


def test_what_was_told_is_carried_out_after_the_answer_has_left(two: Desktop) -> None:
    case_id = erasure(two)
    approve(two.office, case_id, Right.ERASURE)
    letter = two.page(case_id).case.letters[-1]
    two.do(letters.approve_letter, ApproveLetter(letter_id=letter.id))
    two.dispatch(letter.id)
    page = two.page(case_id)
    assert (page.phase, page.next_step.code, page.next_step.act) == (Phase.ANSWERED, "carry_out", Act.RECORD_DONE)
    two.hand.later(days=2)
    done(two, case_id)
    assert len(recorded(two, case_id)) == 1
    assert two.page(case_id).next_step.code == "close"


@pytest.mark.parametrize(
    ("right", "kind", "outcome", "remark"),
    [
        pytest.param(Right.ERASURE, LetterKind.ANSWER, Outcome.GRANTED, "not_erased", id="a granted erasure"),
        pytest.param(Right.ERASURE, LetterKind.ERASURE, Outcome.PARTLY, "not_erased", id="a partial erasure in its own letter"),
        pytest.param(Right.RESTRICTION, LetterKind.RESTRICTION, Outcome.GRANTED, "not_restricted", id="a restriction"),
        pytest.param(Right.ACCESS, LetterKind.ANSWER, Outcome.GRANTED, "", id="what changes no data"),
    ],
)
def test_a_letter_remarks_that_nobody_recorded_what_it_says(
    desktop: Desktop, right: Right, kind: LetterKind, outcome: Outcome, remark: str
) -> None:
    def remarked() -> set[tuple[bool, str]]:
        preview = desktop.see(letters.preview_letter, case_id, kind, "en")
        return {(one.present, one.remark) for one in preview.required if one.code == "outcome"}

    case_id = desktop.register(right)
    partly = outcome is Outcome.PARTLY
    desktop.decide(case_id, right, outcome, KEEPS if partly else (), "Invoices are kept." if partly else "")
    assert remarked() == {(True, remark)}
    if remark:
        desktop.draft(case_id, kind)
        if right is Right.ERASURE:
            stand(desktop.office, case_id)
        done(desktop, case_id, right)
        assert remarked() == {(True, "")}


def test_a_partial_erasure_needs_its_approval_too(two: Desktop) -> None:
    case_id = two.register(Right.ERASURE)
    two.decide(case_id, Right.ERASURE, Outcome.PARTLY, KEEPS, "Invoices are kept for ten years.")
    two.draft(case_id, LetterKind.ANSWER)
    fill(two.office, case_id, Right.ERASURE)
    with pytest.raises(NotApprovedError):
        done(two, case_id)
    approve(two.office, case_id, Right.ERASURE)
    done(two, case_id)


def test_a_granted_restriction_needs_no_second_officer(two: Desktop) -> None:
    case_id = two.register(Right.RESTRICTION)
    two.decide(case_id, Right.RESTRICTION)
    done(two, case_id, Right.RESTRICTION)
    assert [event.kind for event in recorded(two, case_id)] == [EventKind.RESTRICTION_DONE]


def test_a_decision_is_carried_out_once(desktop: Desktop) -> None:
    case_id = desktop.register(Right.RESTRICTION)
    desktop.decide(case_id, Right.RESTRICTION)
    desktop.hand.go("2026-11-03 23:30")
    done(desktop, case_id, Right.RESTRICTION)
    desktop.hand.later(days=1)
    with pytest.raises(CarriedOutError) as refusal:
        done(desktop, case_id, Right.RESTRICTION)
    assert refusal.value.details["done_on"] == date(2026, 11, 3), "the day is that of the place where it was recorded"
    assert len(recorded(desktop, case_id)) == 1


def test_what_is_decided_anew_is_carried_out_anew(desktop: Desktop) -> None:
    case_id = desktop.register(Right.RESTRICTION)
    desktop.decide(case_id, Right.RESTRICTION)
    done(desktop, case_id, Right.RESTRICTION)
    desktop.decide(case_id, Right.RESTRICTION)
    done(desktop, case_id, Right.RESTRICTION)
    assert len(recorded(desktop, case_id)) == 2


@pytest.mark.parametrize(
    "outcome",
    [Outcome.REFUSED, Outcome.NOTHING_HELD, Outcome.WITHDRAWN, None],
    ids=["refused", "none held", "withdrawn", "open"],
)
def test_what_was_not_granted_is_not_carried_out(desktop: Desktop, outcome: Outcome | None) -> None:
    case_id = desktop.register(Right.ERASURE)
    if outcome is not None:
        refused = outcome is Outcome.REFUSED
        desktop.decide(case_id, Right.ERASURE, outcome, KEEPS if refused else (), "It is kept." if refused else "")
    with pytest.raises(NothingGrantedError):
        done(desktop, case_id)
    assert left_to_carry_out(desktop.page(case_id).case) == ()


def test_nothing_is_carried_out_for_a_right_without_data_to_change(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    with pytest.raises(InvalidInputError):
        done(desktop, case_id, Right.ACCESS)


def test_access_is_answered_before_the_erasure(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE)
    desktop.decide(case_id, Right.ACCESS)
    desktop.decide(case_id, Right.ERASURE)
    desktop.draft(case_id, LetterKind.ANSWER)
    stand(desktop.office, case_id)
    with pytest.raises(AccessBeforeErasureError):
        done(desktop, case_id)


@pytest.mark.parametrize("day", ["2026-12-24 10:00", "2026-01-01 10:00"], ids=["to come", "before the receipt"])
def test_the_moment_has_to_be_one_that_can_be(desktop: Desktop, day: str) -> None:
    case_id = desktop.register(Right.RESTRICTION)
    desktop.decide(case_id, Right.RESTRICTION)
    command = RecordDone(case_id=case_id, right=Right.RESTRICTION, done_at=at(day), zone=JAKARTA)
    with pytest.raises(InvalidInputError):
        desktop.do(record_done, command)


def test_a_closed_case_is_taken_up_again_first(desktop: Desktop) -> None:
    case_id = desktop.register(Right.RESTRICTION)
    desktop.decide(case_id, Right.RESTRICTION)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(close_case, CloseCase(case_id=case_id))
    with pytest.raises(NotPermittedError):
        done(desktop, case_id, Right.RESTRICTION)
    desktop.do(reopen_case, ReopenCase(case_id=case_id, reason="Not done yet.", cause=ReopenCause.OTHER))
    done(desktop, case_id, Right.RESTRICTION)


def test_an_erasure_that_was_asked_for_is_no_event_of_its_own(desktop: Desktop) -> None:
    desktop.hand.go("2027-02-01 09:00")
    case_id = desktop.register(Right.ERASURE, laws=(ID_ID,))
    offered = {choice.kind for choice in desktop.see(event_choices, case_id)}
    assert EventKind.ERASURE_DONE not in offered
    assert EventKind.RESTRICTION_DONE in offered, "nobody asked to restrict, so no decision stands behind it"
    command = RecordEvent(case_id=case_id, kind=EventKind.ERASURE_DONE, at=desktop.hand.now, zone=JAKARTA)
    with pytest.raises(EventNotKnownError):
        desktop.do(record_event, command)
