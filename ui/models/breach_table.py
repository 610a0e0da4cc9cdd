"""The register of breaches as a table: what, since when, its risk, who was told, how long it took, and what is due next."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from ui import formats
from ui.models.breach_words import RISK_TONES
from ui.models.due_words import word_of_deadline
from ui.models.line_table import LineTable
from ui.style.chips import Tone
from ui.wording import word
from workbench.domain.phases import Phase
from workbench.services.breaches import BreachLine
from workbench.services.wording import Words

_PHASE_TONES = {Phase.NOTICES_DONE: Tone.DONE, Phase.CLOSED: Tone.DONE}


class BreachTable(LineTable[BreachLine]):
    """Columns: number, title, known since, laws, risk, who was told, hours to the first notice, next limit, state.

    Args:
        words: the words of the screen.
        zone: the zone in which instants are shown.
    """

    NUMBER, TITLE, AWARE, LAWS, RISK, TOLD, HOURS, DUE, STATE = range(9)

    def __init__(self, words: Words, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._zone = zone
        self._now = datetime.now(UTC)

    def show_breaches(self, lines: Sequence[BreachLine], *, now: datetime) -> None:
        """Show these breaches instead, as they stand at `now`."""
        self._now = now
        self.show_lines(lines)

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("Number"),
            self.tr("Breach"),
            self.tr("Known since"),
            self.tr("Laws"),
            self.tr("Risk"),
            self.tr("Told under"),
            self.tr("Hours"),
            self.tr("Next limit"),
            self.tr("State"),
        )

    def text(self, line: BreachLine, column: int) -> str:
        """Return the words of a cell."""
        risk = line.breach.assessment
        texts = {
            self.NUMBER: lambda: line.number,
            self.TITLE: lambda: line.breach.title,
            self.AWARE: lambda: formats.short_day(
                formats.local_day(line.aware_at, self._zone), today=formats.local_day(self._now, self._zone)
            ),
            self.LAWS: lambda: ", ".join(one.law for one in line.laws),
            self.RISK: lambda: word("breach_risk", risk.risk) if risk is not None else self.tr("not assessed"),
            self.TOLD: lambda: ", ".join(dict.fromkeys(one.law for one in line.notices if one.what == "initial")),
            self.HOURS: lambda: formats.number(line.hours) if line.hours is not None else "",
            self.DUE: lambda: word_of_deadline(line.next, now=self._now).text if line.next is not None else "",
        }
        return texts[column]() if column in texts else word("phase", line.phase)

    def tone(self, line: BreachLine, column: int) -> Tone | None:
        """Return the tone of the risk, of the next limit and of the state."""
        risk = line.breach.assessment
        if column == self.RISK:
            return RISK_TONES[risk.risk] if risk is not None else Tone.CALM
        if column == self.DUE and line.next is not None:
            return word_of_deadline(line.next, now=self._now).tone
        return _PHASE_TONES.get(line.phase, Tone.SOON) if column == self.STATE else None

    def hint(self, line: BreachLine, column: int) -> str:
        """Return what happened, the instant of awareness, the laws in words, or when the next limit ends."""
        if column == self.TITLE:
            return line.breach.what or line.breach.title
        if column == self.AWARE:
            return formats.instant(line.aware_at, self._zone)
        if column == self.LAWS:
            return "\n".join(f"{word('law', one.law)} ({self._words.place(one.place)})" for one in line.laws)
        if column == self.HOURS and line.hours is not None:
            return self.tr("Hours from awareness to the first notice to an authority")
        if column == self.DUE and line.next is not None and line.next.due is not None:
            return f"{word('law', line.next.law)}: {formats.moment(line.next.due, line.next.zone)}"
        return ""
