"""Today's due list: one row per clock, soonest first, with what is owed and by which law."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from ui import formats
from ui.models.clock_figures import caption_of, short_cite, title_of
from ui.models.due_words import word_of_deadline
from ui.models.line_table import LineTable
from ui.style.chips import Tone
from ui.wording import word
from workbench.domain.case_clocks import AUTHORITY_DEADLINE
from workbench.services.lines import DeadlineLine, DueLine
from workbench.services.wording import Words


class DueTable(LineTable[DueLine]):
    """Columns: due, case, data subject, what is owed, law, officer."""

    DUE, CASE, SUBJECT, OWED, LAW, OFFICER = range(6)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._now = datetime.now(UTC)

    def show_due(self, lines: Sequence[DueLine], *, now: datetime) -> None:
        """Show other rows; what is left of each clock is counted from `now`."""
        self._now = now
        self.show_lines(lines)

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("Due"),
            self.tr("Case"),
            self.tr("Data subject"),
            self.tr("What is owed"),
            self.tr("Law"),
            self.tr("Officer"),
        )

    def text(self, line: DueLine, column: int) -> str:
        """Return the words of a cell."""
        match column:
            case self.DUE:
                return word_of_deadline(line.deadline, now=self._now).text
            case self.CASE:
                return line.number
            case self.SUBJECT:
                return line.subject_name
            case self.OWED:
                return self._owed(line.deadline)
            case self.LAW:
                by_authority = line.deadline.kind == AUTHORITY_DEADLINE  # which no law sets
                return self.tr("set by the authority") if by_authority else short_cite(line.deadline.cite)
            case _:
                return line.officer_name

    def tone(self, line: DueLine, column: int) -> Tone | None:
        """Return the tone of the due column."""
        return word_of_deadline(line.deadline, now=self._now).tone if column == self.DUE else None

    def hint(self, line: DueLine, column: int) -> str:
        """Return the whole date with the safe one, and the law with its place."""
        deadline = line.deadline
        if column == self.LAW:
            return caption_of(deadline, self._words)
        if column == self.OWED:
            return title_of(deadline)
        if column != self.DUE or deadline.due is None:
            return ""
        told = self.tr("due {day}").format(day=formats.moment(deadline.due, deadline.zone))
        if deadline.safe is not None and deadline.safe != deadline.due:
            told += ", " + self.tr("safe {day}").format(day=formats.moment(deadline.safe, deadline.zone))
        return told

    @staticmethod
    def _owed(deadline: DeadlineLine) -> str:
        """Return what is owed; an answer is named by its rights alone."""
        if deadline.kind == "respond" and deadline.rights:
            return ", ".join(word("right", right) for right in deadline.rights)
        return title_of(deadline)
