"""Letter words: what templates are filled with, in each language that letters are written in.

The words live in `resources/letters/words.<language>.toml`; in the languages of the workbench the words of the screen stand behind
them. A letter has a language where its parts do (`resources/letters/parts.<language>.toml`), so that adding a language is adding
files. A missing word is a fault of the program (KeyError), never a blank in a letter.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from workbench.services.resources import RESOURCES
from workbench.services.wording import LANGUAGES, words

LETTERS = RESOURCES / "letters"
"""Where templates, parts and words of letters are."""


def _written() -> tuple[str, ...]:
    found = sorted(path.name.split(".")[1] for path in LETTERS.glob("parts.*.toml"))
    first = [language for language in LANGUAGES if language in found]
    return (*first, *(language for language in found if language not in first))


LETTER_LANGUAGES: tuple[str, ...] = _written()
"""The languages that letters are written in, those of the workbench first; not every kind is there in all of them."""


@cache
def letter_words(language: str) -> "LetterWords":
    """Return the words of letters in a language, read once.

    Raises:
        KeyError: letters are not written in that language.
    """
    if language not in LETTER_LANGUAGES:
        raise KeyError(language)
    path = LETTERS / f"words.{language}.toml"
    return LetterWords(language, tomllib.loads(path.read_text(encoding="utf-8")))


class LetterWords:
    """The words of letters in one language.

    Args:
        language: one of `LETTER_LANGUAGES`.
        tables: table name to key to words; they may name details in braces.
    """

    def __init__(self, language: str, tables: Mapping[str, Mapping[str, str]]) -> None:
        self.language = language
        self._tables = tables
        self._behind = words(language) if language in LANGUAGES else None

    def has(self, table: str, key: str) -> bool:
        """Return whether there is such a word."""
        return key in self._tables.get(table, {}) or (self._behind is not None and self._behind.has(table, key))

    def word(self, table: str, key: str, **details: str) -> str:
        """Return one word or sentence with its details filled in.

        Raises:
            KeyError: the table or the key is missing, or the sentence names a detail that the given ones lack.
        """
        found = self._tables.get(table, {}).get(key)
        if found is None:
            if self._behind is None:
                missing = f"{table}.{key} ({self.language})"
                raise KeyError(missing)
            return self._behind.word(table, key, **details)
        return found.format(**details) if details else found

    def date(self, when: date | datetime, zone: str = "") -> str:
        """Return a day, or an instant with its hour and zone, as a letter in this language writes it.

        Args:
            when: a local day, or an aware instant.
            zone: the IANA zone to show an instant in; without it the instant's own.
        """
        from babel.dates import format_date  # noqa: PLC0415  Babel is slow to import and lists need no letter

        local = when.astimezone(ZoneInfo(zone)) if isinstance(when, datetime) and zone else when
        on = local.date() if isinstance(local, datetime) else local
        # French writes the first of a month as an ordinal.
        pattern = "first" if on.day == 1 and self.has("letter_date", "first") else "day"
        day = str(format_date(on, self.word("letter_date", pattern), locale=self.language))
        if not isinstance(local, datetime):
            return day
        name = local.tzname() or "UTC"
        shown = f"UTC{name}" if name[0] in "+-" else name
        return self.word("letter_date", "instant", day=day, time=local.strftime(self.word("letter_date", "clock")), zone=shown)
