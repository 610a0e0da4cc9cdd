"""The questions of an authority as a table: its number, what it asks, who answers, and how far the answer is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from ui.models.line_table import LineTable
from ui.style.chips import Tone
from ui.wording import word
from workbench.domain.matters import Question, QuestionState

TONES: Mapping[QuestionState, Tone] = {
    QuestionState.OPEN: Tone.CALM,
    QuestionState.DRAFTED: Tone.SOON,
    QuestionState.READY: Tone.DONE,
    QuestionState.SENT: Tone.INFO,
}
"""How the state of an answer looks."""

NumberedQuestion = tuple[int, Question]


class QuestionTable(LineTable[NumberedQuestion]):
    """Columns: number, what the authority asks, owner, state."""

    NUMBER, ASKS, OWNER, STATE = range(4)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._officers: dict[int, str] = {}

    def show_questions(self, questions: Sequence[Question], officers: Sequence[tuple[int, str]]) -> None:
        """Show other questions, numbered from 1."""
        self._officers = dict(officers)
        self.show_lines(tuple(enumerate(questions, start=1)))

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (self.tr("No."), self.tr("The authority asks"), self.tr("Owner"), self.tr("State"))

    def text(self, line: NumberedQuestion, column: int) -> str:
        """Return the words of a cell."""
        number, one = line
        match column:
            case self.NUMBER:
                return one.label or str(number)
            case self.ASKS:
                return one.text
            case self.OWNER:
                return self._officers.get(one.owner_id or 0, "")
            case _:
                return word("question_state", one.state)

    def tone(self, line: NumberedQuestion, column: int) -> Tone | None:
        """Return the tone of the state."""
        return TONES[line[1].state] if column == self.STATE else None

    def hint(self, line: NumberedQuestion, column: int) -> str:
        """Return the whole question, with its answer."""
        one = line[1]
        return "\n\n".join(part for part in (one.text, one.answer) if part) if column == self.ASKS else ""
