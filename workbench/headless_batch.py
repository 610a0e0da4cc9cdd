"""The command `workbench batch`: letters of one kind for many cases, planned, issued, taken up again and listed.

Progress goes to standard error, results to standard output. Ctrl-C stops at once: the portion under way is not kept,
and `batch resume` goes on with every case that still waits.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from workbench.domain.batches import ItemState, seconds_left
from workbench.domain.commands import RetryBatch, StartBatch
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import LetterFields, LetterKind
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.door import DONE, Door
from workbench.services import batch as batches
from workbench.services import cases
from workbench.services.batch import BatchItem, BatchLine, LettersFailedError
from workbench.services.lines import CaseFilter
from workbench.services.office import Desk, Office, ask, run

T = TypeVar("T")


def batch(door: Door) -> int:
    """Do what the word after `batch` says."""
    return {"plan": plan, "run": start, "resume": resume, "list": listing}[door.arguments.what](door)


def plan(door: Door) -> int:
    """Say for each chosen case whether its letter would be issued, and why not; any that would not is an error."""
    with door.office(read_only=True) as office:
        lines = ask(office, lambda desk: batches.plan_batch(desk, _command(door, desk)))
    if door.arguments.json:
        door.dump(
            [
                {
                    "case": line.case_number,
                    "language": line.language,
                    "problem": "" if line.problem is None else line.problem.code,
                    "earlier": [*line.earlier],
                }
                for line in lines
            ]
        )
    else:
        rows = [
            (
                line.case_number,
                line.subject_name,
                line.language,
                "" if line.problem is None else door.words.error(line.problem),
                ", ".join(line.earlier),
            )
            for line in lines
        ]
        door.table(("case", "data_subject", "letter_language", "batch_problem", "batch_earlier"), rows)
    failing = sum(line.problem is not None for line in lines)
    if failing:
        raise LettersFailedError(count=failing)
    return DONE


def start(door: Door) -> int:
    """Begin a batch, print its number, and issue its letters."""
    with door.office() as office:
        changes = run(office, lambda desk: batches.start_batch(_command(door, desk), desk))
        door.print(changes.number)
        sys.stdout.flush()
        return _issue(door, office, int(changes.created or 0))


def resume(door: Door) -> int:
    """Go on with a batch; with `--retry` also with the cases that failed."""
    if not door.arguments.name:
        door.refuse_use("batch_needs_number")
    with door.office() as office:
        batch_id = ask(office, partial(batches.batch_id_of, number=door.arguments.name))
        if door.arguments.retry:
            run(office, partial(batches.retry_batch, RetryBatch(batch_id=batch_id)))
        return _issue(door, office, batch_id)


def listing(door: Door) -> int:
    """List every batch; with a number the cases of that batch."""
    name = door.arguments.name
    with door.office(read_only=True) as office:
        if name:
            items = ask(office, lambda desk: batches.batch_items(desk, batches.batch_id_of(desk, name)))
        else:
            found = ask(office, batches.list_batches)
    if name:
        _print_items(door, items)
    elif door.arguments.json:
        door.dump([_as_json(line) for line in found])
    else:
        spoken = door.words
        rows = [
            (
                line.number,
                spoken.word("letter", line.kind.value),
                spoken.date(line.made_at),
                str(line.issued),
                str(line.failed),
                str(line.waiting),
            )
            for line in found
        ]
        door.table(("batch", "batch_kind", "batch_begun", "batch_issued", "batch_failed", "batch_waiting"), rows)
    return DONE


def _issue(door: Door, office: Office, batch_id: int) -> int:
    begun = time.monotonic()
    before = ask(office, partial(batches.load_batch, batch_id=batch_id))

    def tell(line: BatchLine) -> None:
        elapsed = time.monotonic() - begun
        done = before.waiting - line.waiting
        if not done:
            return
        left = seconds_left(done=done, left=line.waiting, elapsed=elapsed)
        sentence = door.words.word(
            "cli",
            "batch_progress",
            done=line.issued + line.failed,
            total=line.total,
            failed=line.failed,
            rate=f"{done / elapsed:.0f}",
            seconds=f"{left or 0:.0f}",
        )
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()

    line = batches.issue_batch(office, batch_id, processes=door.arguments.processes, tell=tell)
    items = ask(office, partial(batches.batch_items, batch_id=batch_id))
    if door.arguments.json:
        door.dump(_as_json(line))
    else:
        door.say("batch_done", issued=line.issued, failed=line.failed)
        _print_items(door, tuple(item for item in items if item.state is ItemState.FAILED))
    if line.failed:
        raise LettersFailedError(count=line.failed)
    return DONE


def _print_items(door: Door, items: tuple[BatchItem, ...]) -> None:
    if door.arguments.json:
        door.dump(
            [
                {
                    "case": item.case_number,
                    "state": item.state.value,
                    "letter": item.letter_number,
                    "problem": "" if item.problem is None else item.problem[0],
                }
                for item in items
            ]
        )
        return
    if items:
        rows = [
            (
                item.case_number,
                door.words.word("batch_state", item.state.value),
                item.letter_number,
                "" if item.problem is None else door.words.refusal(*item.problem),
            )
            for item in items
        ]
        door.table(("case", "batch_state", "letter", "batch_problem"), rows)


def _as_json(line: BatchLine) -> dict[str, str | int]:
    return {
        "batch": line.number,
        "kind": line.kind.value,
        "made": line.made_at.isoformat(),
        "issued": line.issued,
        "failed": line.failed,
        "waiting": line.waiting,
    }


def _command(door: Door, desk: Desk) -> StartBatch:
    arguments = door.arguments
    kind = _choice(LetterKind, arguments.name, "letter_kind")
    if kind is None:
        raise InvalidInputError(field="letter_kind", problem="not_a_choice")
    chosen = tuple(cases.case_id_of(desk, number) for number in arguments.case)
    if not chosen:
        wanted = CaseFilter(
            text=arguments.text,
            standing=arguments.standing,
            right=_choice(Right, arguments.right, "rights"),
            law=arguments.law,
            phase=_choice(Phase, arguments.phase, "phase"),
        )
        chosen = tuple(sorted(line.id for line in cases.list_cases(desk, wanted)))
    fields = LetterFields(addressee=(), free_text=arguments.words_given) if arguments.words_given else None
    return StartBatch(kind=kind, case_ids=chosen, language=arguments.lang, fields=fields)


def _choice(kind: Callable[[str], T], text: str, field: str) -> T | None:
    """Return the value that a word on the command line names, None for no word.

    Raises:
        InvalidInputError: it names none.
    """
    if not text:
        return None
    try:
        return kind(text)
    except ValueError:
        raise InvalidInputError(field=field, problem="not_a_choice") from None
