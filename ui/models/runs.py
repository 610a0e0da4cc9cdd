"""Print runs and their posting lists as tables."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject

from ui import formats
from ui.models.line_table import LineTable
from ui.style.chips import Tone
from workbench.services.lines import PostingLine, RunLine
from workbench.services.wording import Words


class RunsTable(LineTable[RunLine]):
    """Columns: run, printed on, by whom, letters, whether they have left.

    Args:
        zone: the zone in which instants are shown.
    """

    NUMBER, MADE, OFFICER, LETTERS, STATE = range(5)

    def __init__(self, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._today: date | None = None

    def show_runs(self, lines: Sequence[RunLine], *, now: datetime) -> None:
        """Show these runs instead; `now` decides whether a day needs its year."""
        self._today = formats.local_day(now, self._zone)
        self.show_lines(lines)

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (self.tr("Run"), self.tr("Printed"), self.tr("By"), self.tr("Letters"), self.tr("State"))

    def text(self, line: RunLine, column: int) -> str:
        """Return the words of a cell."""
        match column:
            case self.NUMBER:
                return line.number
            case self.MADE:
                return formats.short_instant(line.made_at, self._zone, today=self._today)
            case self.OFFICER:
                return line.officer_name
            case self.LETTERS:
                return formats.number(len(line.letters))
            case _:
                return self._state(line)

    def tone(self, line: RunLine, column: int) -> Tone | None:
        """Return the tone of the state column."""
        if column != self.STATE:
            return None
        return Tone.DONE if line.sent >= len(line.letters) else Tone.SOON

    def _state(self, line: RunLine) -> str:
        if line.sent >= len(line.letters):
            return self.tr("sent")
        return (
            self.tr("{sent} of {all} sent").format(sent=line.sent, all=len(line.letters)) if line.sent else self.tr("to send")
        )


class PostingTable(LineTable[PostingLine]):
    """Columns: position, letter, case, to whom, how, number of the item, pages.

    Args:
        words: the words of the screen.
    """

    POSITION, LETTER, CASE, TO, HOW, TRACKING, PAGES = range(7)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("No."),
            self.tr("Letter"),
            self.tr("Case"),
            self.tr("To"),
            self.tr("How"),
            self.tr("Item number"),
            self.tr("Pages"),
        )

    def text(self, line: PostingLine, column: int) -> str:
        """Return the words of a cell."""
        how = self._words.word("dispatch_channel", line.channel.value) if line.channel is not None else ""
        texts = (
            formats.number(line.position),
            line.letter,
            line.case_number,
            line.recipient,
            how or self.tr("not sent yet"),
            line.tracking,
            formats.number(line.pages),
        )
        return texts[column]

    def hint(self, line: PostingLine, column: int) -> str:
        """Return the whole address."""
        return line.recipient if column == self.TO else ""
