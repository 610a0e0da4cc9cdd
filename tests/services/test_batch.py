"""Batches: what fails is listed and harms nobody, what was issued is issued once, and what stopped goes on."""

import os
import signal
from collections.abc import Iterator
from functools import partial

import pytest

from tests.makers import EU_DE, JAKARTA, SUBJECT, Desktop
from workbench.domain.batches import ItemState, seconds_left
from workbench.domain.cases import Channel, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import CloseCase, RegisterRequest, RetryBatch, StartBatch
from workbench.domain.errors import InvalidInputError, NotFoundError
from workbench.domain.letters import LetterFields, LetterKind, LetterState, RenderedLetter
from workbench.domain.parties import DataSubject
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.paper.many import Workers
from workbench.services import batch, closure, intake, letters
from workbench.services.letters import Prepared
from workbench.services.office import Desk, ask, run
from workbench.services.verify import verify_office
from workbench.services.wording import words


class BreakingError(Exception):
    """A bug of ours, in the middle of a portion."""


NO_FONT_HAS = "\U0001f600"


@pytest.fixture(scope="module")
def two() -> Iterator[Workers]:
    with Workers(2) as workers:
        yield workers


def people(desktop: Desktop, count: int, *, name: str = "Mira Muster") -> list[int]:
    return [
        desktop.register(
            Right.ACCESS,
            subject=DataSubject(
                name=f"{name} {_roman(at)}", email=f"p{at}@muster.example", address=("Musterweg 1", "10115 Berlin")
            ),
        )
        for at in range(count)
    ]


def _roman(at: int) -> str:
    return "".join("IVXLCDM"[int(digit) % 7] for digit in str(at + 1))


def begin(
    desktop: Desktop,
    case_ids: list[int],
    kind: LetterKind = LetterKind.ACKNOWLEDGEMENT,
    language: str = "",
    fields: LetterFields | None = None,
) -> int:
    command = StartBatch(kind=kind, case_ids=tuple(case_ids), language=language, fields=fields)
    return run(desktop.office, partial(batch.start_batch, command)).created or 0


def states(desktop: Desktop, batch_id: int) -> list[ItemState]:
    return [item.state for item in desktop.see(batch.batch_items, batch_id)]


def test_every_case_gets_its_letter_sealed_as_a_single_one_is(desktop: Desktop, two: Workers) -> None:
    cases = people(desktop, 9)
    batch_id = begin(desktop, cases)
    line = batch.issue_portion(desktop.office, batch_id, two)
    assert (line.issued, line.failed, line.waiting) == (9, 0, 0)
    items = desktop.see(batch.batch_items, batch_id)
    assert [item.letter_number for item in items] == [f"L-2026-{at:04d}" for at in range(1, 10)]
    for case_id, item in zip(cases, items, strict=True):
        (letter,) = desktop.page(case_id).case.letters
        assert (letter.id, letter.state) == (item.letter_id, LetterState.ISSUED)
        assert desktop.see(letters.letter_pdf, letter.id).startswith(b"%PDF-1.4")
        kinds = [event.kind for event in desktop.page(case_id).case.events]
        assert EventKind.LETTER_ISSUED in kinds
        assert EventKind.LETTER_DRAFTED not in kinds
    assert verify_office(desktop.office) == ()


def test_a_letter_of_a_batch_has_the_bytes_of_a_single_one(desktop: Desktop, two: Workers) -> None:
    (case_id,) = people(desktop, 1)
    preview = desktop.see(batch.preview_item, StartBatch(kind=LetterKind.ACKNOWLEDGEMENT, case_ids=(case_id,)), case_id)
    assert preview.pdf.startswith(b"%PDF")
    batch_id = begin(desktop, [case_id])
    batch.issue_portion(desktop.office, batch_id, two)
    with Workers(1) as here:
        other_case = people(desktop, 1)
        other = begin(desktop, other_case)
        batch.issue_portion(desktop.office, other, here)
    assert states(desktop, batch_id) == states(desktop, other) == [ItemState.ISSUED]


def test_what_fails_is_listed_with_its_reason_and_the_rest_is_issued(desktop: Desktop, two: Workers) -> None:
    cases = people(desktop, 6)
    for case_id in cases[:5]:
        desktop.decide(case_id)
    unprintable = people(desktop, 1, name=f"Mira {NO_FONT_HAS}")
    desktop.decide(unprintable[0])
    chosen = [cases[0], cases[5], cases[1], unprintable[0], *cases[2:5]]
    command = StartBatch(kind=LetterKind.ANSWER, case_ids=tuple(chosen))
    plan = desktop.see(batch.plan_batch, command)
    assert [line.problem.code if line.problem else "" for line in plan] == [
        "",
        "letter_nothing_to_tell",
        "",
        "glyph_missing",
        "",
        "",
        "",
    ]
    batch_id = begin(desktop, chosen, LetterKind.ANSWER)
    line = batch.issue_portion(desktop.office, batch_id, two)
    assert (line.issued, line.failed, line.waiting) == (5, 2, 0)
    items = desktop.see(batch.batch_items, batch_id)
    numbers = [item.letter_number for item in items if item.letter_number]
    assert numbers == [f"L-2026-{at:04d}" for at in range(1, 6)], "a letter that failed leaves no gap"
    for language in ("en", "id"):
        for item in items:
            assert item.problem is None or words(language).refusal(*item.problem)
    assert desktop.page(cases[5]).case.letters == ()
    assert desktop.page(cases[0]).phase is Phase.TO_DISPATCH
    assert verify_office(desktop.office) == ()


def test_a_letter_that_spoils_on_paper_leaves_no_gap(desktop: Desktop, two: Workers) -> None:
    cases = people(desktop, 2)
    long = DataSubject(name="Mira Lang", address=tuple(f"Line {at} of an address without an end" for at in range(60)))
    cases.insert(1, desktop.register(Right.ACCESS, subject=long))
    batch_id = begin(desktop, cases)
    line = batch.issue_portion(desktop.office, batch_id, two)
    assert (line.issued, line.failed) == (2, 1)
    items = desktop.see(batch.batch_items, batch_id)
    assert [item.letter_number for item in items] == ["L-2026-0001", "", "L-2026-0002"]
    assert items[1].problem is not None
    assert items[1].problem[0] == "letter_part_too_long"
    assert not two.waiting


def test_failed_cases_are_tried_again_when_what_they_lacked_is_there(desktop: Desktop, two: Workers) -> None:
    cases = people(desktop, 2)
    desktop.decide(cases[0])
    batch_id = begin(desktop, cases, LetterKind.ANSWER)
    batch.issue_portion(desktop.office, batch_id, two)
    assert states(desktop, batch_id) == [ItemState.ISSUED, ItemState.FAILED]
    desktop.decide(cases[1])
    desktop.do(batch.retry_batch, RetryBatch(batch_id=batch_id))
    assert states(desktop, batch_id) == [ItemState.ISSUED, ItemState.WAITING]
    line = batch.issue_portion(desktop.office, batch_id, two)
    assert (line.issued, line.failed, line.waiting) == (2, 0, 0)
    assert [len(desktop.page(case_id).case.letters) for case_id in cases] == [1, 1]


def test_a_stopped_batch_goes_on_where_it_stood(desktop: Desktop, two: Workers) -> None:
    cases = people(desktop, 10)
    batch_id = begin(desktop, cases)
    asked = iter([False] * 6 + [True])
    line = batch.issue_portion(desktop.office, batch_id, two, stop=lambda: next(asked))
    assert (line.issued, line.waiting) == (6, 4)
    line = batch.issue_batch(desktop.office, batch_id, processes=1)
    assert (line.issued, line.waiting) == (10, 0)
    assert all(len(desktop.page(case_id).case.letters) == 1 for case_id in cases)
    assert batch.issue_batch(desktop.office, batch_id, processes=1).issued == 10, "a batch that is done issues nothing"


def test_a_portion_that_breaks_issues_nothing_of_itself(
    desktop: Desktop, two: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = people(desktop, 9)
    batch_id = begin(desktop, cases)
    sealed = letters.seal_letter
    count = iter(range(100))

    def breaks(prepared: Prepared, drawn: RenderedLetter, desk: Desk) -> Changes:
        if next(count) == 4:
            raise BreakingError
        return sealed(prepared, drawn, desk)

    with monkeypatch.context() as patched:
        patched.setattr(letters, "seal_letter", breaks)
        with pytest.raises(BreakingError):
            batch.issue_portion(desktop.office, batch_id, two)
    assert states(desktop, batch_id) == [ItemState.WAITING] * 9
    assert ask(desktop.office, letters.list_letters) == ()
    assert batch.issue_portion(desktop.office, batch_id, two).issued == 9
    assert verify_office(desktop.office) == ()


def test_a_case_closed_in_the_meantime_fails_alone(desktop: Desktop, two: Workers) -> None:
    cases = people(desktop, 2)
    cases.insert(1, desktop.register(Right.ACCESS))
    batch_id = begin(desktop, cases)
    desktop.decide(cases[1])
    desktop.send(cases[1], LetterKind.ANSWER)
    desktop.do(closure.close_case, CloseCase(case_id=cases[1]))
    batch.issue_portion(desktop.office, batch_id, two)
    items = desktop.see(batch.batch_items, batch_id)
    assert [item.state for item in items] == [ItemState.ISSUED, ItemState.FAILED, ItemState.ISSUED]
    assert items[1].problem == (
        "not_permitted",
        {"command": "approve", "phase": "closed", "case": desktop.page(cases[1]).case.number},
    )


@pytest.mark.parametrize(
    ("of_request", "wanted", "expected"),
    [
        pytest.param("id", "", "id", id="the language of the request"),
        pytest.param("id-ID", "", "id", id="a request with its region"),
        pytest.param("xx", "", "en", id="a language without letters falls back to the office's"),
        pytest.param("en", "id", "id", id="one language for all"),
    ],
)
def test_the_language_of_each_letter(desktop: Desktop, of_request: str, wanted: str, expected: str) -> None:
    request = RegisterRequest(
        subject=SUBJECT,
        received_at=desktop.hand.now,
        zone=JAKARTA,
        channel=Channel.EMAIL,
        rights=(Right.ACCESS,),
        laws=(EU_DE,),
        text="Please tell me what you hold about me.",
        language=of_request,
    )
    case_id = desktop.do(intake.register_request, request).created or 0
    command = StartBatch(kind=LetterKind.ACKNOWLEDGEMENT, case_ids=(case_id,), language=wanted)
    (line,) = desktop.see(batch.plan_batch, command)
    assert (line.language, line.problem) == (expected, None)


def test_words_given_once_stand_in_every_letter(desktop: Desktop, two: Workers) -> None:
    cases = people(desktop, 3)
    fields = LetterFields(addressee=(), free_text="Our office is closed on 24 December.")
    batch_id = begin(desktop, cases, fields=fields)
    batch.issue_portion(desktop.office, batch_id, two)
    for case_id in cases:
        (letter,) = desktop.page(case_id).case.letters
        assert letter.fields.free_text == fields.free_text
        assert letter.fields.addressee[-1] != ""


def test_a_letter_of_a_batch_that_points_at_another_case_is_not_issued(desktop: Desktop, two: Workers) -> None:
    cases = people(desktop, 3)
    own = desktop.page(cases[1]).case.number
    fields = LetterFields(addressee=(), free_text=f"We write to you about {own}.")
    batch_id = begin(desktop, cases, fields=fields)
    line = batch.issue_portion(desktop.office, batch_id, two)
    assert (line.issued, line.failed) == (1, 2)
    items = desktop.see(batch.batch_items, batch_id)
    assert [item.problem[0] if item.problem else "" for item in items] == ["wrong_person", "", "wrong_person"]
    said = [words(language).refusal(*items[0].problem) for language in ("en", "id") if items[0].problem]
    assert "the number of another case" in said[0]
    assert "nomor perkara lain" in said[1]


def test_a_plan_names_the_letters_that_a_case_has_already(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.send(case_id, LetterKind.ACKNOWLEDGEMENT)
    (line,) = desktop.see(batch.plan_batch, StartBatch(kind=LetterKind.ACKNOWLEDGEMENT, case_ids=(case_id,)))
    assert line.earlier == ("L-2026-0001",)


def test_a_batch_of_nothing_or_of_nobody_is_refused(desktop: Desktop) -> None:
    with pytest.raises(InvalidInputError):
        begin(desktop, [])
    with pytest.raises(NotFoundError):
        begin(desktop, [4711])
    with pytest.raises(InvalidInputError):
        begin(desktop, people(desktop, 1), language="tlh")
    assert desktop.see(batch.list_batches) == ()


def test_batches_are_listed_and_found_by_number(desktop: Desktop, two: Workers) -> None:
    cases = people(desktop, 2)
    batch_id = begin(desktop, [*cases, cases[0]])
    assert desktop.see(batch.batch_id_of, "B-2026-0001") == batch_id
    batch.issue_portion(desktop.office, batch_id, two, most=1)
    (line,) = desktop.see(batch.list_batches)
    assert (line.number, line.total, line.issued, line.waiting) == ("B-2026-0001", 2, 1, 1)
    assert line.officer_name == "Ayu Contoh"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
def test_a_worker_that_dies_costs_time_and_no_letter(desktop: Desktop) -> None:
    cases = people(desktop, 9)
    batch_id = begin(desktop, cases)
    with Workers(2) as workers:
        for pid in workers.pids:
            os.kill(pid, signal.SIGKILL)
        assert batch.issue_portion(desktop.office, batch_id, workers).issued == 9
        assert workers.pids == ()
    assert verify_office(desktop.office) == ()


def test_the_time_left_follows_the_pace() -> None:
    assert seconds_left(done=0, left=10, elapsed=3.0) is None
    assert seconds_left(done=50, left=100, elapsed=5.0) == 10.0


def test_a_batch_reads_no_store_where_it_draws(desktop: Desktop, two: Workers) -> None:
    def query(_desk: Desk) -> tuple[int, ...]:
        return two.pids

    assert len(ask(desktop.office, query)) == 2
