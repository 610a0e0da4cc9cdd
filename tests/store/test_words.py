"""Words: every refusal, damage, problem, reason and finding of the store is worded in both languages."""

import re
import tomllib
from pathlib import Path

import pytest

import workbench.store
from workbench.domain.errors import WorkbenchError
from workbench.store import errors
from workbench.store.verify import finding_codes

SOURCES = Path(workbench.store.__file__).parent
WORDS = SOURCES.parents[1] / "resources" / "translations" / "words"
LANGUAGES = ("en", "id")


def _tables(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((WORDS / f"store.{language}.toml").read_text("utf-8"))


def _codes() -> set[str]:
    return {one.code for one in vars(errors).values() if isinstance(one, type) and issubclass(one, WorkbenchError)} - {
        "workbench"
    }


def _details(name: str) -> set[str]:
    """Return every word that the store's code gives to a detail of this name."""
    code = "\n".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    return set(re.findall(rf'\b{name}="([a-z_0-9]+)"', code))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_is_worded(language: str) -> None:
    assert set(_tables(language)["error"]) == _codes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_worded(language: str) -> None:
    assert set(_tables(language)["finding"]) == set(finding_codes())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("detail", ["damage", "problem", "reason"])
def test_every_word_key_of_a_detail_is_worded(language: str, detail: str) -> None:
    said = _details(detail)
    worded = set(_tables(language)[detail])
    if detail == "reason":
        said -= {"migration", "asked"}  # why a backup was made, not a refusal
    assert said - worded == set()
    assert worded - said <= {"database_unreadable", "database_pages", "plaintext_keyring", "unknown_keyring", "mixed_keyring"}


def test_both_languages_name_the_same_details() -> None:
    english, indonesian = _tables("en"), _tables("id")
    assert {table: set(entries) for table, entries in english.items()} == {
        table: set(entries) for table, entries in indonesian.items()
    }
    for table, entries in english.items():
        for key, sentence in entries.items():
            assert re.findall(r"{(\w+)}", sentence) == re.findall(r"{(\w+)}", indonesian[table][key]), (table, key)
