"""The list of approvals: one row per decision that was put before a second officer."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui import formats
from ui.models.line_table import LineTable
from ui.style.chips import Tone
from ui.wording import word
from workbench.domain.approvals import ApprovalState
from workbench.services.approvals import ApprovalLine

STATE_TONES = {
    ApprovalState.WAITING: Tone.SOON,
    ApprovalState.STALE: Tone.LATE,
    ApprovalState.APPROVED: Tone.DONE,
    ApprovalState.REJECTED: Tone.WRONG,
    ApprovalState.QUESTIONS: Tone.INFO,
}
"""How the state of an approval looks."""


class ApprovalTable(LineTable[ApprovalLine]):
    """Columns: state, case, data subject, right, decision, asked by, words, what is still open."""

    STATE, CASE, SUBJECT, RIGHT, OUTCOME, ASKED, WORDS, OPEN = range(8)

    def __init__(self, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("State"),
            self.tr("Case"),
            self.tr("Data subject"),
            self.tr("Right"),
            self.tr("Decision"),
            self.tr("Asked by"),
            self.tr("Words"),
            self.tr("Checks open"),
        )

    def text(self, line: ApprovalLine, column: int) -> str:
        """Return the words of a cell."""
        words: dict[int, Callable[[], str]] = {
            self.STATE: lambda: word("approval_state", line.state),
            self.CASE: lambda: line.case_number,
            self.SUBJECT: lambda: line.subject_name,
            self.RIGHT: lambda: word("right", line.right),
            self.OUTCOME: lambda: word("outcome", line.outcome),
            self.ASKED: lambda: line.asked_by,
            self.WORDS: lambda: line.answer or line.words,
            self.OPEN: lambda: formats.number(line.checks_open) if line.checks_open else "",
        }
        return words[column]()

    def tone(self, line: ApprovalLine, column: int) -> Tone | None:
        """Return the tone of the state."""
        return STATE_TONES[line.state] if column == self.STATE else None

    def hint(self, line: ApprovalLine, column: int) -> str:
        """Return who asked or answered and when, or all the words."""
        if column == self.ASKED:
            return f"{line.asked_by}, {formats.instant(line.asked_at, self._zone)}"
        if column == self.STATE and line.answered_at is not None:
            return f"{line.answered_by}, {formats.instant(line.answered_at, self._zone)}"
        return self.text(line, column) if column == self.WORDS else ""
