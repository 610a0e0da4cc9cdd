"""Letters by the hundred: planned, issued a portion at a time, stopped and taken up again.

Each letter is checked and sealed as a single one is. One that cannot be issued is listed with the reason and the rest goes on.
A portion is one transaction: its letters are drawn on other processes while the desk prepares the next ones, and a program that
is killed leaves whole portions and the cases that still wait, never half a letter and never one twice. A letter of a batch was
never a draft: its only lines in the journal are those of its issue.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from workbench.domain.batches import ItemState
from workbench.domain.changes import Changes
from workbench.domain.commands import ComposeLetter, RetryBatch, StartBatch
from workbench.domain.errors import Detail, InvalidInputError, WorkbenchError
from workbench.domain.letters import LetterKind, RenderedLetter
from workbench.services import letters
from workbench.services.letter_texts import languages_of
from workbench.services.letters import LETTER_SERIES, Prepared
from workbench.services.lines import LetterPreview
from workbench.services.office import Desk, Office, run
from workbench.store import batches as batch_store
from workbench.store import cases as case_store

if TYPE_CHECKING:
    from workbench.paper.many import Drawn, Workers

BATCH_SERIES = "B"
PORTION = 40
"""How many letters one transaction issues: others wait for the store no longer than it takes."""
SHEAF = 4
"""How many letters a worker is given at once."""


def never() -> bool:
    """Return that nobody asked to stop."""
    return False


class LettersFailedError(WorkbenchError):
    """Some letters of a batch could not be issued, or would not be; detail `count`. Each is listed with its reason."""

    code = "letters_failed"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """What a batch would do for one case.

    `problem` is why its letter could not be issued, None where it could. `earlier` are the numbers of letters of this kind
    that the case has already.
    """

    case_id: int
    case_number: str
    subject_name: str
    language: str
    problem: WorkbenchError | None = None
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A batch in a list, with how many of its cases are in each state."""

    id: int
    number: str
    kind: LetterKind
    language: str
    made_at: datetime
    officer_name: str
    issued: int
    failed: int
    waiting: int

    @property
    def total(self) -> int:
        """Return how many cases it has."""
        return self.issued + self.failed + self.waiting


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One case of a batch; `problem` is the code of a refusal with its details, as `Words.refusal` takes them."""

    position: int
    case_id: int
    case_number: str
    subject_name: str
    state: ItemState
    letter_id: int | None
    letter_number: str
    problem: tuple[str, dict[str, Detail]] | None


def plan_batch(desk: Desk, command: StartBatch) -> tuple[PlanLine, ...]:
    """Return for each case whether its letter would be issued now, in which language, and what stands against it.

    Raises:
        InvalidInputError: there is no letter of this kind in the language.
        NotFoundError: a case is not in this store.
    """
    _check_language(command)
    return tuple(_planned(desk, command, case_id) for case_id in command.case_ids)


def preview_item(desk: Desk, command: StartBatch, case_id: int) -> LetterPreview:
    """Return the letter of one case as the batch would print it.

    Raises:
        InvalidInputError: there is no letter of this kind in the language.
        NotFoundError: the case is not in this store.
    """
    _check_language(command)
    language = _language(desk, command.kind, command.language, case_store.load(desk.session, case_id).request.language)
    return letters.preview_letter(desk, case_id, command.kind, language, command.fields)


def start_batch(command: StartBatch, desk: Desk) -> Changes:
    """Write down a batch whose cases all wait; `created` is its id, `number` its number.

    Raises:
        InvalidInputError: no case was chosen, or there is no letter of this kind in the language.
        NotFoundError: a case is not in this store.
    """
    _check_language(command)
    chosen = tuple(dict.fromkeys(command.case_ids))
    if not chosen:
        raise InvalidInputError(field="cases", problem="empty")
    for case_id in chosen:
        case_store.number_of(desk.session, case_id)
    number = case_store.next_number(desk.session, BATCH_SERIES, desk.today().year)
    batch_id = batch_store.add(
        desk.session,
        number=number,
        kind=command.kind,
        language=command.language,
        fields=command.fields,
        case_ids=chosen,
        made_at=desk.now,
        officer_id=desk.officer.id,
    )
    return Changes(created=batch_id, number=number)


def retry_batch(command: RetryBatch, desk: Desk) -> Changes:
    """Let the cases of a batch that failed wait again.

    Raises:
        NotFoundError: there is no such batch.
    """
    number = batch_store.load(desk.session, command.batch_id).number
    count = batch_store.retry(desk.session, command.batch_id)
    if count:
        desk.record("batch_retried", number, {"count": count})
    return Changes(created=command.batch_id, number=number)


def issue_portion(
    office: Office, batch_id: int, workers: "Workers", *, most: int = PORTION, stop: Callable[[], bool] = never
) -> BatchLine:
    """Issue the next letters of a batch in one transaction and return how far it is; nothing waits when it is done.

    Args:
        office: the office.
        batch_id: the batch.
        workers: who draws.
        most: how many letters at once.
        stop: asked before each letter; what was prepared till then is issued.

    Raises:
        NotFoundError: there is no such batch.
        StoreReadOnlyError: the office was opened read-only.
    """
    while True:
        try:
            return run(office, partial(_issue, batch_id=batch_id, workers=workers, most=most, stop=stop))
        except _SpoiledError as spoiled:
            # A letter that cannot be drawn has taken a number: the portion is done again without it.
            run(office, partial(_fail, batch_id=batch_id, spoiled=spoiled))
        finally:
            workers.drop()


@dataclass(slots=True)
class Issuing:
    """A batch while it is issued by the portion, with the processes that draw for it; used by one thread but for `stop`.

    Args:
        batch_id: the batch.
        processes: how many processes draw; None takes what the machine has, 1 draws in this one.
        most: how many letters a portion has.
        stop: set from anywhere: the portion under way issues what it has prepared, and ends.
    """

    batch_id: int
    processes: int | None = None
    most: int = PORTION
    stop: bool = False
    _workers: "Workers | None" = None

    def portion(self, office: Office) -> BatchLine:
        """Issue the next letters and return how far the batch is.

        Raises:
            NotFoundError: there is no such batch.
            StoreReadOnlyError: the office was opened read-only.
        """
        if self._workers is None:
            from workbench.paper.many import Workers  # noqa: PLC0415  lists need no paper

            self._workers = Workers(self.processes)
        return issue_portion(office, self.batch_id, self._workers, most=self.most, stop=lambda: self.stop)

    def close(self) -> None:
        """End the processes that draw."""
        if self._workers is not None:
            self._workers.close()
            self._workers = None

    def finish(self, desk: Desk) -> Changes:
        """End the processes that draw and return what the batch has changed so far."""
        self.close()
        return changes_of(desk, self.batch_id)


def issue_batch(
    office: Office,
    batch_id: int,
    *,
    processes: int | None = None,
    tell: Callable[[BatchLine], None] | None = None,
) -> BatchLine:
    """Issue what waits of a batch and return how far it is.

    Args:
        office: the office.
        batch_id: the batch.
        processes: how many processes draw; None takes what the machine has, 1 draws in this one.
        tell: told after each portion.

    Raises:
        NotFoundError: there is no such batch.
        StoreReadOnlyError: the office was opened read-only.
    """
    issuing = Issuing(batch_id, processes=processes)
    try:
        while True:
            line = issuing.portion(office)
            if tell is not None:
                tell(line)
            if not line.waiting:
                return line
    finally:
        issuing.close()


def list_batches(desk: Desk) -> tuple[BatchLine, ...]:
    """Return every batch, newest first."""
    return tuple(_line(desk, stored) for stored in batch_store.list_all(desk.session))


def load_batch(desk: Desk, batch_id: int) -> BatchLine:
    """Return one batch.

    Raises:
        NotFoundError: there is no such batch.
    """
    return _line(desk, batch_store.load(desk.session, batch_id))


def batch_id_of(desk: Desk, number: str) -> int:
    """Return the id of a batch by its number.

    Raises:
        NotFoundError: no batch has this number.
    """
    return batch_store.find(desk.session, number)


def batch_items(desk: Desk, batch_id: int) -> tuple[BatchItem, ...]:
    """Return the cases of a batch, in the order in which they were chosen.

    Raises:
        NotFoundError: there is no such batch.
    """
    batch_store.load(desk.session, batch_id)
    return tuple(
        BatchItem(
            position=item.position,
            case_id=item.case_id,
            case_number=item.case_number,
            subject_name=item.subject_name,
            state=item.state,
            letter_id=item.letter_id,
            letter_number=item.letter_number,
            problem=item.problem,
        )
        for item in batch_store.items(desk.session, batch_id)
    )


def changes_of(desk: Desk, batch_id: int) -> Changes:
    """Return what a batch has changed so far, for whoever shows its cases and letters.

    Raises:
        NotFoundError: there is no such batch.
    """
    issued = [item for item in batch_items(desk, batch_id) if item.letter_id is not None]
    cases = frozenset(item.case_id for item in issued)
    return Changes(cases=cases, letters=frozenset(item.letter_id for item in issued if item.letter_id is not None))


class _SpoiledError(Exception):
    """A letter of a portion could not be drawn."""

    def __init__(self, position: int, refusal: WorkbenchError) -> None:
        self.position = position
        self.refusal = refusal
        super().__init__(position)


@dataclass(slots=True)
class _Portion:
    """The letters of one transaction: those that a worker draws, in the order sent, and those that were issued."""

    desk: Desk
    workers: "Workers"
    drawing: list[list[tuple[int, Prepared]]] = field(default_factory=list)
    gathered: list[tuple[int, Prepared]] = field(default_factory=list)
    issued: dict[int, int] = field(default_factory=dict)

    def add(self, position: int, prepared: Prepared) -> None:
        """Take a letter that was checked; a whole sheaf goes to a worker."""
        self.gathered.append((position, prepared))
        if len(self.gathered) == SHEAF:
            self.send()

    def send(self) -> None:
        """Give what is gathered to a worker, and seal what one has drawn while they go on."""
        if not self.gathered:
            return
        drawn = self._taken() if self.workers.full else None
        self.workers.send([prepared.composed.letter for _position, prepared in self.gathered])
        self.drawing.append(self.gathered)
        self.gathered = []
        if drawn is not None:
            self._seal(*drawn)

    def finish(self) -> dict[int, int]:
        """Seal the rest and return the issued letters by position."""
        self.send()
        while self.drawing:
            self._seal(*self._taken())
        return self.issued

    def _taken(self) -> "tuple[list[tuple[int, Prepared]], Sequence[Drawn]]":
        return self.drawing.pop(0), self.workers.take()

    def _seal(self, sheaf: list[tuple[int, Prepared]], drawn: "Sequence[Drawn]") -> None:
        for (position, prepared), paper in zip(sheaf, drawn, strict=True):
            if not isinstance(paper, RenderedLetter):
                raise _SpoiledError(position, paper)
            self.issued[position] = letters.seal_letter(prepared, paper, self.desk).created or 0


def _issue(desk: Desk, *, batch_id: int, workers: "Workers", most: int, stop: Callable[[], bool]) -> BatchLine:
    stored = batch_store.load(desk.session, batch_id)
    portion = _Portion(desk, workers)
    number = ""
    for position, case_id in batch_store.waiting(desk.session, batch_id, most=most):
        if stop():
            break
        number = number or case_store.next_number(desk.session, LETTER_SERIES, desk.today().year)
        try:
            prepared = _prepared(desk, stored, case_id, number)
        except WorkbenchError as refusal:
            batch_store.save_failed(desk.session, batch_id, position, refusal.code, refusal.details)
            continue
        number = ""
        portion.add(position, prepared)
    if number:
        case_store.return_number(desk.session, LETTER_SERIES, desk.today().year)
    batch_store.save_issued(desk.session, batch_id, portion.finish())
    return _line(desk, batch_store.load(desk.session, batch_id))


def _fail(desk: Desk, *, batch_id: int, spoiled: _SpoiledError) -> None:
    refusal = spoiled.refusal
    batch_store.save_failed(desk.session, batch_id, spoiled.position, refusal.code, refusal.details)


def _prepared(desk: Desk, stored: batch_store.StoredBatch, case_id: int, number: str) -> Prepared:
    from workbench.paper.many import check  # noqa: PLC0415  lists need no paper

    case = case_store.load(desk.session, case_id)
    language = _language(desk, stored.kind, stored.language, case.request.language)
    command = ComposeLetter(case_id=case_id, kind=stored.kind, language=language, fields=stored.fields)
    prepared = letters.prepare_new(command, number, desk, case=case)
    check(prepared.composed.letter)
    return prepared


def _planned(desk: Desk, command: StartBatch, case_id: int) -> PlanLine:
    from workbench.paper.many import check  # noqa: PLC0415  as above

    case = case_store.load(desk.session, case_id)
    language = _language(desk, command.kind, command.language, case.request.language)
    problem: WorkbenchError | None = None
    try:
        wanted = ComposeLetter(case_id=case_id, kind=command.kind, language=language, fields=command.fields)
        check(letters.prepare_new(wanted, "", desk, case=case).composed.letter)
    except WorkbenchError as refusal:
        problem = refusal
    earlier = tuple(letter.number for letter in case.letters if letter.kind is command.kind)
    return PlanLine(case_id, case.number, case.subject.name, language, problem, earlier)


def _check_language(command: StartBatch) -> None:
    if command.language and command.language not in languages_of(command.kind):
        raise InvalidInputError(field="letter_language", problem="not_a_choice")


def _language(desk: Desk, kind: LetterKind, wanted: str, of_request: str) -> str:
    """Return the language of one letter: the one wanted for all, else the request's, else the office's, else what there is."""
    known = languages_of(kind)
    choices = (wanted, of_request, of_request.partition("-")[0], desk.settings.letter_language)
    return next((one for one in choices if one in known), known[0])


def _line(desk: Desk, stored: batch_store.StoredBatch) -> BatchLine:
    return BatchLine(
        id=stored.id,
        number=stored.number,
        kind=stored.kind,
        language=stored.language,
        made_at=stored.made_at,
        officer_name=desk.officer_name(stored.officer_id),
        issued=stored.counts.get(ItemState.ISSUED, 0),
        failed=stored.counts.get(ItemState.FAILED, 0),
        waiting=stored.counts.get(ItemState.WAITING, 0),
    )
