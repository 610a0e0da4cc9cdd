"""Strict reading of the office's own data files: an unknown key, a missing one or a wrong type is an error that names its place.

Data arrive as `tomllib` reads them. Every key is taken once; `close` refuses what nobody took. Dates are ISO text or TOML dates.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar, cast

from workbench.domain.errors import WorkbenchError
from workbench.domain.periods import Period, Unit
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Confidence, Source

_Word = TypeVar("_Word", bound=StrEnum)

_EVERY = "*"


class DataFileError(WorkbenchError):
    """A data file of the office cannot be used; details `file`, `where`, `key`, `problem` (a word key)."""

    code = "data_file_invalid"


class Table:
    """One table of a data file.

    Args:
        data: the table as `tomllib` reads it.
        file: the name of the file, for errors.
        where: the place in it, for errors.
    """

    def __init__(self, data: Mapping[str, object], *, file: str, where: str = "file") -> None:
        self._data = dict(data)
        self._left = set(self._data)
        self.file = file
        self.where = where

    def error(self, *, key: str, problem: str) -> DataFileError:
        """Return the error that names this place."""
        return DataFileError(file=self.file, where=self.where, key=key, problem=problem)

    def close(self) -> None:
        """Refuse every key that nobody took.

        Raises:
            DataFileError: such a key stands here.
        """
        if self._left:
            raise self.error(key=min(self._left), problem="unknown_key")

    def has(self, key: str) -> bool:
        """Return whether the key stands here."""
        return key in self._data

    def text(self, key: str) -> str:
        """Return a text that must stand here and not be blank."""
        found = self.optional_text(key)
        if not found.strip():
            raise self.error(key=key, problem="missing")
        return found

    def optional_text(self, key: str) -> str:
        """Return a text, empty where the key is not there."""
        found = self._take(key)
        if found is None:
            return ""
        if not isinstance(found, str):
            raise self.error(key=key, problem="not_text")
        return found

    def flag(self, key: str) -> bool:
        """Return true or false, false where the key is not there."""
        found = self._take(key)
        if found is not None and not isinstance(found, bool):
            raise self.error(key=key, problem="not_true_or_false")
        return bool(found)

    def count(self, key: str) -> int:
        """Return a whole number above zero, or zero where the key is not there."""
        found = self._take(key)
        if found is None:
            return 0
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise self.error(key=key, problem="not_a_count")
        return found

    def day(self, key: str) -> date | None:
        """Return a day, or None where the key is not there."""
        found = self._take(key)
        if found is None or (isinstance(found, date) and not isinstance(found, datetime)):
            return found
        try:
            return date.fromisoformat(found if isinstance(found, str) else "")
        except ValueError as error:
            raise self.error(key=key, problem="not_a_date") from error

    def strings(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is not there."""
        found = self._take(key)
        if found is None:
            found = []
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise self.error(key=key, problem="not_a_list_of_text")
        if needed and not found:
            raise self.error(key=key, problem="missing")
        return tuple(cast("list[str]", found))

    def texts(self, key: str, *, languages: Iterable[str] = ("en", "id")) -> tuple[tuple[str, str], ...]:
        """Return one text for each language, in both or in none."""
        found = self._take(key)
        if found is None:
            return ()
        if not isinstance(found, dict) or not all(isinstance(one, str) and one.strip() for one in found.values()):
            raise self.error(key=key, problem="not_a_table_of_text")
        if set(found) != set(languages):
            raise self.error(key=key, problem="not_in_both_languages")
        return tuple(sorted(cast("dict[str, str]", found).items()))

    def tables(self, key: str) -> "tuple[Table, ...]":
        """Return the tables of a list; each is named by its id, else by its number."""
        found = self._take(key)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self.error(key=key, problem="not_a_list_of_tables")
        ones = cast("list[dict[str, object]]", found)
        return tuple(
            Table(one, file=self.file, where=f"{key} {one.get('id', number)}") for number, one in enumerate(ones, start=1)
        )

    def word(self, key: str, words: type[_Word]) -> _Word:
        """Return one word of a known list."""
        return self._known(key, words, self.text(key))

    def words(self, key: str, words: type[_Word]) -> tuple[_Word, ...]:
        """Return words of a known list; empty where the key is not there."""
        return tuple(self._known(key, words, one) for one in self.strings(key))

    def rights(self, key: str) -> tuple[Right, ...]:
        """Return the rights named, none where all are meant (`*`, or no key)."""
        return tuple(self._known(key, Right, one) for one in self.strings(key) if one != _EVERY)

    def source(self) -> Source:
        """Return the citation (`source`) and how sure we are of it (`conf`)."""
        return Source(self.text("source"), self.word("conf", Confidence))

    def period(self, count_key: str, unit_key: str) -> Period | None:
        """Return a period, or None where neither key is there."""
        count, unit = self.count(count_key), self.optional_text(unit_key)
        if not count and not unit:
            return None
        if not count:
            raise self.error(key=count_key, problem="missing")
        if not unit:
            raise self.error(key=unit_key, problem="missing")
        return Period(count, self._known(unit_key, Unit, unit))

    def _take(self, key: str) -> object:
        self._left.discard(key)
        return self._data.get(key)

    def _known(self, key: str, words: type[_Word], text: str) -> _Word:
        try:
            return words(text)
        except ValueError as error:
            raise self.error(key=f"{key} = {text}", problem="unknown_word") from error


def check_unique(file: str, where: str, ids: Iterable[str]) -> None:
    """Refuse an id that stands twice in a list.

    Raises:
        DataFileError: one does.
    """
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise DataFileError(file=file, where=where, key=one, problem="twice")
        seen.add(one)
