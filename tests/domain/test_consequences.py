"""What a letter brings about when it leaves the house."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.services.letter_cases import RECEIVED, case_of, decision, event
from workbench.domain.cases import Case, EventKind
from workbench.domain.consequences import consequences
from workbench.domain.decisions import Outcome
from workbench.domain.letters import Letter, LetterFields, LetterKind, LetterState
from workbench.domain.phases import ANSWERS, TELLS, best_answer, rights_to_tell
from workbench.domain.rights import Right

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def letter_of(kind: LetterKind, free_text: str = "") -> Letter:
    """Return an issued letter of a kind."""
    fields = LetterFields(addressee=("Hannah Beispiel",), free_text=free_text)
    return Letter(1, "L-1", 38, kind, "en", LetterState.ISSUED, fields, AT, 1, issued_at=AT)


def issued(case: Case, *rights: Right) -> Case:
    """Return the case after the issue of the letter, which tells these rights."""
    told = event(EventKind.LETTER_ISSUED, AT, seq=9, letter="L-1", rights=",".join(right.value for right in rights))
    return replace(case, events=(*case.events, told))


def happened(case: Case, kind: LetterKind, free_text: str = "") -> list[tuple[EventKind, dict[str, str], str]]:
    """Return what the sending of such a letter brings about."""
    return [(one, dict(details), text) for one, details, text in consequences(case, letter_of(kind, free_text))]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (LetterKind.IDENTITY, EventKind.IDENTITY_REQUESTED),
        (LetterKind.CLARIFICATION, EventKind.CLARIFICATION_REQUESTED),
        (LetterKind.FEE_NOTICE, EventKind.FEE_NOTIFIED),
    ],
)
def test_a_question_opens_once(kind: LetterKind, asked: EventKind) -> None:
    words = "Which?" if kind is LetterKind.CLARIFICATION else ""
    assert happened(case_of(Right.ACCESS), kind, "Which?") == [(asked, {}, words)]
    assert happened(case_of(Right.ACCESS, events=(event(asked, AT, seq=2),)), kind, "Which?") == []


def test_an_acknowledgement_counts_once_and_that_of_a_complaint_for_the_complaint() -> None:
    before = event(EventKind.ACKNOWLEDGED, AT, seq=2)
    assert happened(case_of(Right.ACCESS), LetterKind.ACKNOWLEDGEMENT) == [(EventKind.ACKNOWLEDGED, {}, "")]
    assert happened(case_of(Right.ACCESS, events=(before,)), LetterKind.ACKNOWLEDGEMENT) == []
    complaint = happened(case_of(Right.ACCESS, events=(before,)), LetterKind.COMPLAINT_ACKNOWLEDGEMENT)
    assert complaint == [(EventKind.ACKNOWLEDGED, {"complaint": "yes"}, "")]


def test_the_outcome_of_a_complaint_tells_no_right() -> None:
    assert happened(case_of(Right.ACCESS), LetterKind.COMPLAINT_OUTCOME) == [
        (EventKind.COMPLIED, {"rights": "", "complaint": "yes"}, "")
    ]


BROUGHT_ABOUT = {
    LetterKind.COMPLAINT_IN_WRITING: (EventKind.WRITING_ASKED, False),
    LetterKind.COMPLAINT_PROGRESS: (EventKind.PROGRESS_TOLD, False),
    LetterKind.AUTHORITY_ACKNOWLEDGEMENT: (EventKind.ACKNOWLEDGED, False),
    LetterKind.AUTHORITY_SUBMISSION: (EventKind.SUBMISSION_SENT, False),
    LetterKind.BREACH_NOTICE: (EventKind.BREACH_REPORTED_INITIAL, True),
    LetterKind.BREACH_FOLLOW_UP: (EventKind.BREACH_FOLLOWED_UP, True),
    LetterKind.BREACH_SUBJECTS: (EventKind.SUBJECTS_NOTIFIED, False),
}


@pytest.mark.parametrize("kind", BROUGHT_ABOUT, ids=str)
def test_a_letter_to_an_authority_or_about_a_complaint_brings_its_event_about(kind: LetterKind) -> None:
    what, under_a_law = BROUGHT_ABOUT[kind]
    assert happened(case_of(Right.ACCESS), kind) == [(what, {"law": "EU"} if under_a_law else {}, "")]


def test_a_notice_of_a_breach_counts_under_the_law_it_is_written_under() -> None:
    letter = letter_of(LetterKind.BREACH_NOTICE)
    letter = replace(letter, fields=replace(letter.fields, law="ID"))
    found = [(kind, dict(details)) for kind, details, _text in consequences(case_of(Right.ACCESS), letter)]
    assert found == [(EventKind.BREACH_REPORTED_INITIAL, {"law": "ID"})]


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        pytest.param(LetterKind.BREACH_NOTICE, "The provider was silent.", id="the first notice"),
        pytest.param(LetterKind.BREACH_FOLLOW_UP, "", id="a further one, which no limit ends"),
    ],
)
def test_a_late_notice_of_a_breach_keeps_the_reason_that_it_gave(kind: LetterKind, kept: str) -> None:
    letter = letter_of(kind)
    letter = replace(letter, fields=replace(letter.fields, inserts=(("delay_reason", "The provider was silent."),)))
    assert [text for _kind, _details, text in consequences(case_of(Right.ACCESS), letter)] == [kept]


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (Outcome.GRANTED, EventKind.COMPLIED),
        (Outcome.PARTLY, EventKind.COMPLIED),
        (Outcome.REFUSED, EventKind.REFUSED),
    ],
)
def test_a_letter_on_one_right_tells_what_came_out(outcome: Outcome, told: EventKind) -> None:
    case = issued(case_of(Right.ERASURE, decisions=(decision(Right.ERASURE, outcome),)), Right.ERASURE)
    assert happened(case, LetterKind.ERASURE) == [(told, {"rights": "erasure"}, "")]


def test_a_letter_on_two_objections_tells_what_was_done_and_what_was_refused_apart() -> None:
    asked = (Right.OBJECTION, Right.MARKETING_OPTOUT)
    decisions = (decision(Right.OBJECTION, Outcome.REFUSED), decision(Right.MARKETING_OPTOUT, Outcome.GRANTED))
    case = issued(case_of(*asked, decisions=decisions), *asked)
    assert happened(case, LetterKind.OBJECTION) == [
        (EventKind.COMPLIED, {"rights": "marketing_optout"}, ""),
        (EventKind.REFUSED, {"rights": "objection"}, ""),
    ]


def test_an_extension_becomes_a_notice_for_each_law_once() -> None:
    plain = event(EventKind.EXTENSION_NOTIFIED, AT, seq=2, text="Much to read.", law="EU", until_on="2027-01-28")
    case = case_of(Right.ACCESS, events=(plain,))
    assert happened(case, LetterKind.EXTENSION) == [
        (EventKind.EXTENSION_NOTIFIED, {"law": "EU", "until_on": "2027-01-28"}, "Much to read.")
    ]
    sent = event(EventKind.EXTENSION_NOTIFIED, AT, seq=3, law="EU", letter="L-0")
    assert happened(case_of(Right.ACCESS, events=(plain, sent)), LetterKind.EXTENSION) == []


@pytest.mark.parametrize(
    "kind",
    sorted(
        set(LetterKind)
        - ANSWERS
        - {LetterKind.IDENTITY, LetterKind.CLARIFICATION, LetterKind.FEE_NOTICE, LetterKind.ACKNOWLEDGEMENT}
        - {LetterKind.COMPLAINT_ACKNOWLEDGEMENT, LetterKind.COMPLAINT_OUTCOME}
        - BROUGHT_ABOUT.keys()
    ),
)
def test_other_letters_bring_nothing_about(kind: LetterKind) -> None:
    assert happened(case_of(Right.ACCESS), kind) == []


@pytest.mark.parametrize(
    ("outcomes", "kind"),
    [
        ((Outcome.GRANTED,), LetterKind.ANSWER),
        ((Outcome.REFUSED,), LetterKind.REFUSAL),
        ((Outcome.NOTHING_HELD,), LetterKind.NOTHING_HELD),
        ((Outcome.NOTHING_HELD, Outcome.NOTHING_HELD), LetterKind.NOTHING_HELD),
        ((Outcome.NOT_CONTROLLER,), LetterKind.NOT_CONTROLLER),
        ((Outcome.NOTHING_HELD, Outcome.GRANTED), LetterKind.ANSWER),
        ((Outcome.NOT_CONTROLLER, Outcome.REFUSED), LetterKind.ANSWER),
        ((Outcome.WITHDRAWN, Outcome.NOTHING_HELD), LetterKind.NOTHING_HELD),
        ((Outcome.WITHDRAWN,), None),
        ((), None),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, tuple) else str(value),
)
def test_the_best_answer_is_the_broadest_that_tells_what_came_out(
    outcomes: tuple[Outcome, ...], kind: LetterKind | None
) -> None:
    rights = (Right.ACCESS, Right.ERASURE)[: max(1, len(outcomes))]
    decisions = tuple(decision(right, outcome) for right, outcome in zip(rights, outcomes, strict=False))
    assert best_answer(case_of(*rights, decisions=decisions)) is kind


def test_what_one_letter_told_no_other_tells_again() -> None:
    case = case_of(Right.ERASURE, decisions=(decision(Right.ERASURE, Outcome.GRANTED),))
    telling = {kind for kind in LetterKind if rights_to_tell(case, kind)}
    assert telling == {LetterKind.ANSWER, LetterKind.ERASURE}
    told = event(EventKind.COMPLIED, RECEIVED, seq=5, rights="erasure")
    assert not any(rights_to_tell(replace(case, events=(*case.events, told)), kind) for kind in TELLS)
