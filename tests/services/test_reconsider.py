"""A case is taken up again: decided anew, with the old decision readable and the clock of the rulebook."""

from dataclasses import replace

import pytest

from tests.makers import EU_DE, Desktop, at
from workbench.domain.cases import EventKind, LawPlace
from workbench.domain.commands import CloseCase, ReopenCase
from workbench.domain.decisions import Outcome, ReopenCause, RightNotAskedError
from workbench.domain.errors import InvalidInputError, NotPermittedError
from workbench.domain.letters import LetterKind, LetterOutdatedError
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services.closure import close_case, reopen_case
from workbench.services.letters import letter_pdf, load_letter
from workbench.services.reconsider import clocks_after, earlier_rounds
from workbench.services.tasks import list_tasks

GROUND = ("EU.frivolous",)


def closed(desktop: Desktop, *rights: Right, laws: tuple[LawPlace, ...] = (EU_DE,)) -> int:
    """Return a closed case whose first right was refused and whose others were granted."""
    case_id = desktop.register(*(rights or (Right.ACCESS,)), laws=laws)
    first, *others = desktop.page(case_id).case.request.rights
    ground = tuple(f"{place.law}.frivolous" for place in laws)
    desktop.decide(case_id, first, Outcome.REFUSED, ground, "Asked and answered.")
    for right in others:
        desktop.decide(case_id, right)
    desktop.send(case_id, LetterKind.ANSWER if others else LetterKind.REFUSAL)
    if others:
        desktop.send(case_id, LetterKind.REFUSAL)
    desktop.do(close_case, CloseCase(case_id=case_id))
    return case_id


def reopen(desktop: Desktop, case_id: int, cause: ReopenCause, *rights: Right) -> None:
    command = ReopenCase(case_id=case_id, reason="Look again.", cause=cause, rights=rights)
    desktop.do(reopen_case, command)


def test_the_decision_is_taken_anew_and_the_old_one_stays_readable(desktop: Desktop) -> None:
    case_id = closed(desktop)
    letter = desktop.page(case_id).case.letters[-1]
    printed = desktop.see(letter_pdf, letter.id)
    reopen(desktop, case_id, ReopenCause.REGULATOR, Right.ACCESS)
    page = desktop.page(case_id)
    assert page.case.decision(Right.ACCESS) is None
    assert page.phase is Phase.IN_PROGRESS
    (old,) = desktop.see(earlier_rounds, case_id, Right.ACCESS)
    assert (old.decision.outcome, old.decision.reason, old.letters) == (
        Outcome.REFUSED,
        "Asked and answered.",
        (letter.number,),
    )
    assert old.dossier is not None
    assert old.dossier.balancing
    assert [one.words for one in old.approvals] == ["There is nobody else."]
    assert desktop.see(letter_pdf, letter.id) == printed
    desktop.hand.later(days=1)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    assert desktop.page(case_id).phase is Phase.ANSWERED
    assert [one.decision.outcome for one in desktop.see(earlier_rounds, case_id, Right.ACCESS)] == [Outcome.REFUSED]


def test_an_answered_case_is_taken_up_again_before_anybody_closed_it(desktop: Desktop) -> None:
    case_id = desktop.register()
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, GROUND, "Asked and answered.")
    letter = desktop.send(case_id, LetterKind.REFUSAL)
    assert desktop.page(case_id).phase is Phase.ANSWERED
    reopen(desktop, case_id, ReopenCause.REGULATOR, Right.ACCESS)
    page = desktop.page(case_id)
    assert (page.phase, page.case.decision(Right.ACCESS)) == (Phase.IN_PROGRESS, None)
    assert EventKind.CLOSED not in [event.kind for event in page.case.events]
    (old,) = desktop.see(earlier_rounds, case_id, Right.ACCESS)
    assert old.letters == (desktop.see(load_letter, letter).number,)
    with pytest.raises(NotPermittedError):
        desktop.do(close_case, CloseCase(case_id=case_id))
    desktop.hand.later(days=1)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(close_case, CloseCase(case_id=case_id))
    assert desktop.page(case_id).phase is Phase.CLOSED


def test_without_rights_an_answered_case_is_told_again(desktop: Desktop) -> None:
    case_id = desktop.register()
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    reopen(desktop, case_id, ReopenCause.OTHER)
    assert desktop.page(case_id).next_step.code == "write_answer"


def test_where_every_right_was_withdrawn_one_is_named(desktop: Desktop) -> None:
    case_id = desktop.register()
    desktop.decide(case_id, Right.ACCESS, Outcome.WITHDRAWN)
    with pytest.raises(InvalidInputError) as refused:
        reopen(desktop, case_id, ReopenCause.OTHER)
    assert refused.value.details == {"field": "rights", "problem": "empty"}
    reopen(desktop, case_id, ReopenCause.OTHER, Right.ACCESS)
    assert desktop.page(case_id).phase is Phase.IN_PROGRESS


def test_a_case_at_work_is_not_taken_up_again(desktop: Desktop) -> None:
    case_id = desktop.register()
    with pytest.raises(NotPermittedError):
        reopen(desktop, case_id, ReopenCause.REGULATOR, Right.ACCESS)


def test_only_the_rights_named_are_decided_anew(desktop: Desktop) -> None:
    case_id = closed(desktop, Right.ACCESS, Right.PORTABILITY)
    reopen(desktop, case_id, ReopenCause.NEW_FACTS, Right.ACCESS)
    case = desktop.page(case_id).case
    assert case.decision(Right.ACCESS) is None
    assert case.decision(Right.PORTABILITY) is not None
    desktop.hand.later(days=1)
    desktop.decide(case_id, Right.ACCESS)
    desktop.send(case_id, LetterKind.ANSWER)
    assert desktop.page(case_id).phase is Phase.ANSWERED, "what stood for the other right was told before"


def test_without_rights_every_decision_stands_to_be_told_again(desktop: Desktop) -> None:
    case_id = closed(desktop)
    reopen(desktop, case_id, ReopenCause.OTHER)
    page = desktop.page(case_id)
    assert page.case.decision(Right.ACCESS) is not None
    assert page.phase is not Phase.ANSWERED


def test_the_same_words_decided_anew_need_a_new_approval(desktop: Desktop) -> None:
    case_id = closed(desktop)
    reopen(desktop, case_id, ReopenCause.INTERNAL_REVIEW, Right.ACCESS)
    desktop.hand.later(days=1)
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, GROUND, "Asked and answered.")
    page = desktop.page(case_id)
    assert page.next_step.code == "write_refusal"
    desktop.draft(case_id, LetterKind.REFUSAL)
    assert desktop.page(case_id).next_step.code == "complete_dossier"


def test_a_review_starts_the_clock_of_a_law_that_counts_from_it(desktop: Desktop) -> None:
    laws = (LawPlace("US-VA", "US-VA"),)
    case_id = desktop.register(laws=laws)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(close_case, CloseCase(case_id=case_id))
    desktop.hand.later(days=3)
    supposed = desktop.see(clocks_after, case_id, ReopenCause.INTERNAL_REVIEW, desktop.hand.now, (Right.ACCESS,))
    assert [line.kind for line in supposed] == ["appeal"]
    reopen(desktop, case_id, ReopenCause.INTERNAL_REVIEW, Right.ACCESS)
    page = desktop.page(case_id)
    assert EventKind.APPEAL_RECEIVED in [event.kind for event in page.case.events]
    assert [line.due for line in page.deadlines if line.kind == "appeal"] == [line.due for line in supposed]


def test_a_letter_of_the_same_instant_answers_no_cause_that_came_after_it(desktop: Desktop) -> None:
    case_id = desktop.register(laws=(LawPlace("US-VA", "US-VA"),))
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(close_case, CloseCase(case_id=case_id))
    supposed = desktop.see(clocks_after, case_id, ReopenCause.INTERNAL_REVIEW, desktop.hand.now, (Right.ACCESS,))
    assert [line.kind for line in supposed] == ["appeal"]
    reopen(desktop, case_id, ReopenCause.INTERNAL_REVIEW, Right.ACCESS)
    assert [line.answered_at for line in desktop.page(case_id).deadlines if line.kind == "appeal"] == [None]
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    assert [line.answered_at for line in desktop.page(case_id).deadlines if line.kind == "appeal"] == [desktop.hand.now]


def test_a_cause_that_no_law_counts_from_starts_nothing(desktop: Desktop) -> None:
    case_id = closed(desktop)
    assert desktop.see(clocks_after, case_id, ReopenCause.NEW_FACTS, desktop.hand.now) == ()
    before = len(desktop.page(case_id).case.events)
    reopen(desktop, case_id, ReopenCause.NEW_FACTS, Right.ACCESS)
    assert [event.kind for event in desktop.page(case_id).case.events[before:]] == [EventKind.REOPENED]


def test_a_letter_of_the_old_decision_does_not_leave_any_more(desktop: Desktop) -> None:
    case_id = desktop.register()
    desktop.decide(case_id)
    spare = desktop.issue(case_id, LetterKind.ANSWER)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(close_case, CloseCase(case_id=case_id))
    reopen(desktop, case_id, ReopenCause.NEW_FACTS, Right.ACCESS)
    with pytest.raises(LetterOutdatedError):
        desktop.dispatch(spare)


def test_tasks_of_a_decision_that_is_taken_anew_are_closed(desktop: Desktop) -> None:
    case_id = desktop.register(Right.RECTIFICATION)
    desktop.decide(case_id, Right.RECTIFICATION)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(close_case, CloseCase(case_id=case_id))
    assert desktop.see(list_tasks)
    reopen(desktop, case_id, ReopenCause.NEW_FACTS, Right.RECTIFICATION)
    assert desktop.see(list_tasks) == ()


def test_what_cannot_be_is_refused(desktop: Desktop) -> None:
    case_id = closed(desktop)
    command = ReopenCase(case_id=case_id, reason="Look again.", cause=ReopenCause.REGULATOR, rights=(Right.ACCESS,))
    for wrong, error in (
        (replace(command, reason=" "), InvalidInputError),
        (replace(command, rights=(Right.ERASURE,)), RightNotAskedError),
        (replace(command, at=at("2026-12-24 10:00")), InvalidInputError),
        (replace(command, at=at("2026-01-01 10:00")), InvalidInputError),
    ):
        with pytest.raises(error):
            desktop.do(reopen_case, wrong)
