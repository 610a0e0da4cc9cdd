"""The kept files of one case."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui import formats
from ui.models.line_table import LineTable
from ui.wording import word
from workbench.domain.evidence import Evidence
from workbench.services.wording import Words


class EvidenceTable(LineTable[Evidence]):
    """Columns: name, kind, size, kept since, SHA-256."""

    NAME, KIND, SIZE, KEPT, DIGEST = range(5)

    def __init__(self, words: Words, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._zone = zone

    def show_evidence(self, lines: Sequence[Evidence]) -> None:
        """Show other files."""
        self.show_lines(lines)

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (self.tr("Name"), self.tr("Kind"), self.tr("Size"), self.tr("Kept since"), self.tr("SHA-256"))

    def text(self, line: Evidence, column: int) -> str:
        """Return the words of a cell."""
        match column:
            case self.NAME:
                return line.name
            case self.KIND:
                return word("evidence_kind", line.kind)
            case self.SIZE:
                return formats.size(line.size)
            case self.KEPT:
                return formats.short_day(formats.local_day(line.added_at, self._zone))
            case _:
                return short_digest(line.sha256)

    def hint(self, line: Evidence, column: int) -> str:
        """Return the whole digest, the hour, or the whole name."""
        if column == self.DIGEST:
            return line.sha256
        if column == self.KEPT:
            return formats.instant(line.added_at, self._zone)
        return line.name if column == self.NAME else ""


def short_digest(sha256: str) -> str:
    """Return the first eight digits of a digest in two groups: 9c41 7d20."""
    return f"{sha256[:4]} {sha256[4:8]} …" if sha256 else ""


def grouped_digest(sha256: str) -> str:
    """Return a whole digest in groups of sixteen, so that it can be read and breaks into lines."""
    return " ".join(sha256[place : place + 16] for place in range(0, len(sha256), 16))
