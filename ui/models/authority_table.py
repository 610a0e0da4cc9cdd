"""The directory of authorities as a table: name, place, law, languages, and how far the address can be relied on."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from ui.models.line_table import LineTable
from ui.style.chips import Tone
from ui.wording import word
from workbench.domain.authorities import CHECK_MONTHS, CheckState
from workbench.services.authorities import AuthorityLine
from workbench.services.wording import Words

CHECK_TONES: Mapping[CheckState, Tone] = {
    CheckState.CHECKED: Tone.DONE,
    CheckState.OLD: Tone.SOON,
    CheckState.ALLOWED: Tone.HAND,
    CheckState.UNCHECKED: Tone.SOON,
    CheckState.NO_ADDRESS: Tone.CALM,
}
"""How the state of an address looks."""


def check_help(state: CheckState, words: Words) -> str:
    """Return what the state of an address means for letters."""
    return words.word("authority_check_help", state.value, months=CHECK_MONTHS)


class AuthorityTable(LineTable[AuthorityLine]):
    """Columns: name, place, law, languages, state of the address."""

    NAME, PLACE, LAW, LANGUAGES, STATE = range(5)

    def __init__(self, words: Words, short_names: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._short = short_names

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            self.tr("Authority"),
            self.tr("Place"),
            self.tr("Law"),
            self.tr("Languages"),
            self.tr("Address"),
        )

    def text(self, line: AuthorityLine, column: int) -> str:
        """Return the words of a cell."""
        one = line.authority
        match column:
            case self.NAME:
                return one.contact.readable
            case self.LAW:
                return self._short.get(one.law) or one.law
            case self.PLACE:
                return self._place(one.place)
            case self.LANGUAGES:
                return ", ".join(word("authority_language", code) for code in one.contact.languages)
            case _:
                return word("authority_check", line.state.value)

    def tone(self, line: AuthorityLine, column: int) -> Tone | None:
        """Return the tone of the state column: late where an open case waits for a check."""
        if column != self.STATE:
            return None
        return Tone.LATE if line.holds_up else CHECK_TONES[line.state]

    def hint(self, line: AuthorityLine, column: int) -> str:
        """Return both names, or what the state means."""
        if column == self.STATE:
            return check_help(line.state, self._words)
        contact = line.authority.contact
        return "\n".join(dict.fromkeys((contact.name, contact.name_en))) if column == self.NAME else ""

    def _place(self, place: str) -> str:
        return self._words.place(place) if self._words.has("place", place) else place
