"""The list of cases: one row per case with its next open deadline."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from ui import formats
from ui.models.clock_figures import laws_of
from ui.models.due_words import word_of_case
from ui.models.line_table import LineTable
from ui.style.chips import Tone
from ui.wording import word
from workbench.domain.cases import CaseKind
from workbench.services.lines import CaseLine
from workbench.services.wording import Words


class CaseTable(LineTable[CaseLine]):
    """Columns: due, case, data subject, asked, law, stands at, received."""

    DUE, CASE, SUBJECT, ASKED, LAW, STANDS, RECEIVED = range(7)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._now = datetime.now(UTC)

    def show_cases(self, lines: Sequence[CaseLine], *, now: datetime) -> None:
        """Show other rows; what is left of each clock is counted from `now`."""
        self._now = now
        self.show_lines(lines)

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("Due"),
            self.tr("Case"),
            self.tr("Data subject"),
            self.tr("Asked"),
            self.tr("Law"),
            self.tr("Stands at"),
            self.tr("Received"),
        )

    def text(self, line: CaseLine, column: int) -> str:
        """Return the words of a cell."""
        words: dict[int, Callable[[], str]] = {
            self.DUE: lambda: word_of_case(line, now=self._now).text,
            self.CASE: lambda: line.number,
            self.SUBJECT: lambda: line.subject_name,
            self.ASKED: lambda: self._asked(line),
            self.LAW: lambda: ", ".join(self._words.place(one.place) for one in line.laws),
            self.STANDS: lambda: word("phase", line.phase),
            self.RECEIVED: lambda: self._received(line),
        }
        return words[column]()

    def tone(self, line: CaseLine, column: int) -> Tone | None:
        """Return the tone of the due column, and of what stands for a right where a case is no request."""
        if column == self.ASKED and line.kind is not CaseKind.REQUEST:
            return Tone.INFO
        return word_of_case(line, now=self._now).tone if column == self.DUE else None

    def hint(self, line: CaseLine, column: int) -> str:
        """Return the whole date, the whole list of rights, or the whole receipt."""
        if column == self.DUE and line.due is not None:
            return self.tr("due {day}").format(day=formats.moment(line.due, line.due_zone or line.zone))
        if column == self.LAW:
            return laws_of(line.laws, self._words)
        if column in {self.ASKED, self.SUBJECT}:
            return self.text(line, column)
        if column == self.RECEIVED:
            return formats.instant(line.received_at, line.zone)
        return ""

    @staticmethod
    def _asked(line: CaseLine) -> str:
        """Return the rights asked for; of a case that is no request what it is."""
        return ", ".join(word("right", right) for right in line.rights) or word("case_kind", line.kind)

    def _received(self, line: CaseLine) -> str:
        return formats.short_day(formats.local_day(line.received_at, line.zone), today=self._now.date())
