"""Wording: error codes, enums and units to words in the language of the screen; nothing else words them.

The words themselves are data (`resources/translations/words`), read by `workbench.services.wording`, which is imported on first use.
"""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from workbench.domain.errors import WorkbenchError
    from workbench.services.wording import Words

LANGUAGES = ("en", "id")
"""The languages of the screen."""

LANGUAGE_NAMES = {
    "en": "English",
    "id": "Bahasa Indonesia",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "nl": "Nederlands",
    "pt": "Português",
}
"""Each language in its own words."""


_spoken = ["en"]


def language() -> str:
    """Return the language of the screen."""
    return _spoken[0]


def speak(code: str) -> None:
    """Say which language the screen speaks; `ui.language` calls it, nobody else."""
    _spoken[0] = code


def words() -> "Words":
    """Return the words in the language of the screen."""
    return _words(language())


def refusal(error: "WorkbenchError") -> str:
    """Return what a refusal says: what is wrong, where, and what to do."""
    return words().error(error)


def word(table: str, key: str) -> str:
    """Return the word of a key, such as a right or a phase; the key itself where no word is known, so that nothing is hidden."""
    found = words()
    return found.word(table, str(key)) if found.has(table, str(key)) else str(key).replace("_", " ")


def language_name(code: str) -> str:
    """Return the name of a language in that language, or its code."""
    return LANGUAGE_NAMES.get(code, code)


def zone_name(zone: str) -> str:
    """Return a time zone as a reader names it: Jakarta (WIB), Berlin, UTC."""
    known = {
        "Asia/Jakarta": QCoreApplication.translate("Wording", "Jakarta (WIB)"),
        "Asia/Makassar": QCoreApplication.translate("Wording", "Makassar (WITA)"),
        "Asia/Jayapura": QCoreApplication.translate("Wording", "Jayapura (WIT)"),
    }
    return known.get(zone) or zone.rpartition("/")[2].replace("_", " ") or "UTC"


@cache
def _words(code: str) -> "Words":
    from workbench.services.wording import words as load  # noqa: PLC0415  read after the first paint

    return load(code)
