"""Batches on the screen: the list of them, and the cases of one with where each stands and what is against it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui import formats
from ui.models.line_table import LineTable
from ui.style.chips import Tone
from ui.wording import language_name
from workbench.domain.batches import ItemState
from workbench.services.batch import BatchItem, BatchLine, PlanLine
from workbench.services.wording import Words

READY, STOPPED = "ready", "stopped"
"""Where a case stands before the batch is begun: its letter would be issued, or would not."""

_TONES = {
    READY: Tone.DONE,
    STOPPED: Tone.LATE,
    ItemState.WAITING.value: Tone.CALM,
    ItemState.ISSUED.value: Tone.DONE,
    ItemState.FAILED.value: Tone.LATE,
}


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One case: `state` is READY, STOPPED or an `ItemState`, `says` the sentence that stands beside it."""

    case_id: int
    case_number: str
    subject_name: str
    language: str
    state: str
    says: str
    letter_id: int | None = None
    letter_number: str = ""


def row_of_plan(line: PlanLine, words: Words) -> BatchRow:
    """Return what would become of a case."""
    problem = "" if line.problem is None else words.error(line.problem)
    earlier = words.word("batch_says", "earlier", letters=", ".join(line.earlier)) if line.earlier else ""
    state = READY if line.problem is None else STOPPED
    return BatchRow(line.case_id, line.case_number, line.subject_name, line.language, state, problem or earlier)


def row_of_item(item: BatchItem, words: Words, *, language: str = "") -> BatchRow:
    """Return what became of a case; `language` is that of its letter where it is known."""
    problem = "" if item.problem is None else words.refusal(*item.problem)
    return BatchRow(
        item.case_id,
        item.case_number,
        item.subject_name,
        language,
        item.state.value,
        problem or item.letter_number,
        item.letter_id,
        item.letter_number,
    )


class BatchTable(LineTable[BatchRow]):
    """Columns: state, case, data subject, language, and what there is to say."""

    STATE, CASE, SUBJECT, LANGUAGE, SAYS = range(5)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("State"),
            self.tr("Case"),
            self.tr("Data subject"),
            self.tr("Language"),
            self.tr("Letter or reason"),
        )

    def text(self, line: BatchRow, column: int) -> str:
        """Return the words of a cell."""
        words: dict[int, Callable[[], str]] = {
            self.STATE: lambda: self._words.word("batch_state", line.state),
            self.CASE: lambda: line.case_number,
            self.SUBJECT: lambda: line.subject_name,
            self.LANGUAGE: lambda: language_name(line.language),
            self.SAYS: lambda: line.says,
        }
        return words[column]()

    def tone(self, line: BatchRow, column: int) -> Tone | None:
        """Return the tone of the state column."""
        return _TONES[line.state] if column == self.STATE else None

    def hint(self, line: BatchRow, column: int) -> str:
        """Return the whole sentence."""
        return line.says if column == self.SAYS else ""


class BatchesTable(LineTable[BatchLine]):
    """Columns: number, letter, begun, issued, failed, waiting, officer."""

    NUMBER, LETTER, BEGUN, ISSUED, FAILED, WAITING, OFFICER = range(7)

    def __init__(self, words: Words, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._zone = zone

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("Number"),
            self.tr("Letter"),
            self.tr("Begun"),
            self.tr("Issued"),
            self.tr("Failed"),
            self.tr("Waiting"),
            self.tr("Officer"),
        )

    def text(self, line: BatchLine, column: int) -> str:
        """Return the words of a cell."""
        words: dict[int, Callable[[], str]] = {
            self.NUMBER: lambda: line.number,
            self.LETTER: lambda: self._words.word("letter", line.kind.value),
            self.BEGUN: lambda: formats.instant(line.made_at, self._zone),
            self.ISSUED: lambda: formats.number(line.issued),
            self.FAILED: lambda: formats.number(line.failed),
            self.WAITING: lambda: formats.number(line.waiting),
            self.OFFICER: lambda: line.officer_name,
        }
        return words[column]()

    def tone(self, line: BatchLine, column: int) -> Tone | None:
        """Return a tone where something failed or waits."""
        if column == self.FAILED and line.failed:
            return Tone.LATE
        return Tone.SOON if column == self.WAITING and line.waiting else None
