"""The list of regulator matters: by the authority's own deadline, with how many of its questions are answered."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from ui import formats
from ui.models.clock_figures import kind_word
from ui.models.line_table import LineTable
from ui.style.chips import Tone
from ui.wording import word
from workbench.domain.phases import Phase
from workbench.services.matter_pages import MatterLine

_TONES = {Phase.AWAITING_AUTHORITY: Tone.PAUSED, Phase.AUTHORITY_DECIDED: Tone.DONE, Phase.CLOSED: Tone.DONE}


class MatterTable(LineTable[MatterLine]):
    """Columns: deadline, number, authority, its reference, kind, about, state, questions answered, officer."""

    DUE, NUMBER, AUTHORITY, REFERENCE, KIND, ABOUT, STATE, ANSWERED, OFFICER = range(9)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = datetime.now(UTC)

    def show_matters(self, lines: Sequence[MatterLine], *, now: datetime) -> None:
        """Show other rows; what is left of each deadline is counted from `now`."""
        self._now = now
        self.show_lines(lines)

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("Deadline"),
            self.tr("Matter"),
            self.tr("Authority"),
            self.tr("Reference"),
            self.tr("Kind"),
            self.tr("About"),
            self.tr("Stands at"),
            self.tr("Answered"),
            self.tr("Officer"),
        )

    def text(self, line: MatterLine, column: int) -> str:
        """Return the words of a cell."""
        words: dict[int, Callable[[], str]] = {
            self.DUE: lambda: self._due(line)[0],
            self.NUMBER: lambda: line.number,
            self.AUTHORITY: lambda: line.authority,
            self.REFERENCE: lambda: line.reference,
            self.KIND: lambda: word("matter_kind", line.kind),
            self.ABOUT: lambda: line.about or line.person,
            self.STATE: lambda: word("phase", line.phase),
            self.ANSWERED: lambda: f"{line.answered} / {line.asked}" if line.asked else "",
            self.OFFICER: lambda: line.officer_name,
        }
        return words[column]()

    def tone(self, line: MatterLine, column: int) -> Tone | None:
        """Return the tone of the deadline and of the state."""
        if column == self.DUE:
            return self._due(line)[1]
        return _TONES.get(line.phase, Tone.SOON) if column == self.STATE else None

    def hint(self, line: MatterLine, column: int) -> str:
        """Return the whole date with whose it is, or the whole name."""
        if column == self.DUE and line.due is not None:
            whose = kind_word(line.due_kind)
            told = self.tr("{whose}: {day}").format(whose=whose, day=formats.moment(line.due, line.zone))
            if line.target_on is not None:
                told += "\n" + self.tr("our own target: {day}").format(day=formats.day(line.target_on))
            return told
        if column == self.ABOUT:
            return ", ".join(part for part in (line.about, line.person) if part)
        return self.text(line, column) if column in {self.AUTHORITY, self.REFERENCE} else ""

    def _due(self, line: MatterLine) -> tuple[str, Tone]:
        if line.due is None:
            return self.tr("nothing due"), Tone.DONE if line.phase is Phase.CLOSED else Tone.CALM
        text, tone = formats.due_chip(line.due, now=self._now, zone=line.zone)
        return (self.tr("late"), Tone.LATE) if line.late and tone is not Tone.LATE else (text, tone)
