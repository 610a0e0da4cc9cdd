"""The working file of a regulator matter: which questions are answered, and which answers have left."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.canonical import from_json, to_json
from workbench.domain.matters import Matter, MatterKind, Question, QuestionState, as_sent, unanswered

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def question(state: QuestionState, answer: str = "On 12 August.", ready_at: datetime | None = None) -> Question:
    return Question("When did it arrive?", answer=answer, state=state, ready_at=ready_at)


@pytest.mark.parametrize(
    ("one", "left"),
    [
        (question(QuestionState.OPEN), (1,)),
        (question(QuestionState.DRAFTED), (1,)),
        (question(QuestionState.READY, answer="  "), (1,)),
        (question(QuestionState.READY), ()),
        (question(QuestionState.SENT), ()),
    ],
    ids=["open", "only drafted", "ready but empty", "ready", "sent"],
)
def test_a_question_is_answered_when_its_words_are_ready(one: Question, left: tuple[int, ...]) -> None:
    assert unanswered((one,)) == left


def test_questions_are_counted_from_one() -> None:
    done, left = question(QuestionState.READY), question(QuestionState.OPEN)
    assert unanswered((done, left, done, left)) == (2, 4)


@pytest.mark.parametrize(
    ("ready_at", "sent_at", "state"),
    [
        (NOON, (), QuestionState.READY),
        (NOON, (NOON - timedelta(days=1),), QuestionState.READY),
        (NOON, (NOON,), QuestionState.SENT),
        (NOON, (NOON - timedelta(days=1), NOON + timedelta(days=1)), QuestionState.SENT),
        (None, (NOON,), QuestionState.READY),
    ],
    ids=["nothing left", "ready after the submission", "in the same moment", "a second submission", "never called ready"],
)
def test_a_ready_answer_is_sent_with_the_next_submission(
    ready_at: datetime | None, sent_at: tuple[datetime, ...], state: QuestionState
) -> None:
    (found,) = as_sent((question(QuestionState.READY, ready_at=ready_at),), sent_at)
    assert found.state is state


@given(st.sampled_from([QuestionState.OPEN, QuestionState.DRAFTED]), st.datetimes(timezones=st.just(UTC)))
def test_what_was_not_ready_is_never_sent(state: QuestionState, sent_at: datetime) -> None:
    assert as_sent((question(state, ready_at=sent_at),), (sent_at,))[0].state is state


def test_a_file_is_read_back_as_it_was_written() -> None:
    matter = Matter("REG-2026-0001", MatterKind.AUDIT, "gbico", questions=(question(QuestionState.READY, ready_at=NOON),))
    assert from_json(Matter, to_json(matter)) == matter
