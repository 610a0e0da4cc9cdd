"""The letters of a run that is about to be printed: where each goes, and what of it has left for the printer."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui import formats
from ui.models.line_table import LineTable
from ui.style.chips import Tone


@dataclass(frozen=True, slots=True)
class RunPaper:
    """One letter of a run: its number, to whom it goes, its pages and the bytes that are printed. A name stays on the screen."""

    id: int
    number: str
    to: str
    pages: int
    data: bytes


class RunTable(LineTable[RunPaper]):
    """Columns: number, to, pages, and whether it has been sent to the printer."""

    NUMBER, TO, PAGES, STATE = range(4)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sent: frozenset[str] = frozenset()

    def mark_sent(self, numbers: Collection[str]) -> None:
        """Show which letters were sent to the printer; the others wait."""
        self._sent = frozenset(numbers)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, self.STATE), self.index(self.rowCount() - 1, self.STATE))

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (self.tr("Number"), self.tr("To"), self.tr("Pages"), self.tr("State"))

    def text(self, line: RunPaper, column: int) -> str:
        """Return the words of a cell."""
        match column:
            case self.NUMBER:
                return line.number
            case self.TO:
                return line.to
            case self.PAGES:
                return formats.number(line.pages)
            case _:
                return self.tr("at the printer") if line.number in self._sent else self.tr("waits")

    def tone(self, line: RunPaper, column: int) -> Tone | None:
        """Return the tone of the state column."""
        if column != self.STATE:
            return None
        return Tone.DONE if line.number in self._sent else Tone.CALM
