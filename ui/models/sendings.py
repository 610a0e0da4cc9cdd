"""The dispatch register as a table: every sending with its letter, person, way, number and what became of it."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject

from ui.formats import instant, local_day, short_instant
from ui.models.line_table import LineTable
from ui.style.chips import Tone
from workbench.services.lines import SendingLine
from workbench.services.wording import Words

SENDING_TONES = {
    "sent": Tone.CALM,
    "waiting_for_proof": Tone.SOON,
    "delivered": Tone.DONE,
    "returned": Tone.WRONG,
    "bounced": Tone.WRONG,
}


class SendingTable(LineTable[SendingLine]):
    """Columns: sent, letter, case, person, how, number of the item, address, by whom, state.

    Args:
        words: the words of the screen.
        zone: the zone in which instants are shown.
    """

    SENT, LETTER, CASE, PERSON, HOW, TRACKING, ADDRESS, OFFICER, STATE = range(9)

    def __init__(self, words: Words, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._zone = zone
        self._today: date | None = None

    def show_sendings(self, lines: Sequence[SendingLine], *, now: datetime) -> None:
        """Show these sendings instead; `now` decides whether a day needs its year."""
        self._today = local_day(now, self._zone)
        self.show_lines(lines)

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("Sent"),
            self.tr("Letter"),
            self.tr("Case"),
            self.tr("Person"),
            self.tr("How"),
            self.tr("Item number"),
            self.tr("To"),
            self.tr("By"),
            self.tr("State"),
        )

    def text(self, line: SendingLine, column: int) -> str:
        """Return the words of a cell."""
        texts = {
            self.SENT: lambda: short_instant(line.sent_at, self._zone, today=self._today),
            self.LETTER: lambda: line.letter,
            self.CASE: lambda: line.case_number,
            self.PERSON: lambda: line.subject_name,
            self.HOW: lambda: self._words.word("dispatch_channel", line.channel.value),
            self.TRACKING: lambda: line.tracking,
            self.ADDRESS: lambda: line.recipient,
            self.OFFICER: lambda: line.officer_name,
        }
        state = self._words.word("sending_state", line.state)
        return texts[column]() if column in texts else state

    def tone(self, line: SendingLine, column: int) -> Tone | None:
        """Return the tone of the state column."""
        return SENDING_TONES.get(line.state, Tone.CALM) if column == self.STATE else None

    def hint(self, line: SendingLine, column: int) -> str:
        """Return the whole address, the kind of the letter, or when and how the outcome came."""
        if column == self.ADDRESS:
            return line.recipient
        if column == self.LETTER:
            return self._words.word("letter", line.kind.value)
        if column == self.STATE and line.outcome_at is not None:
            when = instant(line.outcome_at, self._zone)
            return f"{when}\n{line.proof}" if line.proof else when
        return ""
