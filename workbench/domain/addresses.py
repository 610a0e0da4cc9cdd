"""Postal addresses: the lines of an envelope as the country of destination writes them.

An address comes as the lines that a person gave, smallest part first, its last line the town, without the country. What cannot
be told for sure stays as it was given.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.errors import WorkbenchError

_LEAST_LINES = 2
_OWN_SCRIPTS = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
_KNOWN = frozenset({"line", "names", "postcode", "place", "gap", "capitals", "name_last"})


class PracticeError(WorkbenchError):
    """The table of countries cannot be read; details `country`, `problem`."""

    code = "practice_invalid"


class PostcodePlace(StrEnum):
    """Where a country writes the postcode: before or after the town, on a line below it, or nowhere."""

    BEFORE = "before"
    AFTER = "after"
    BELOW = "below"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Practice:
    """How one country writes addresses.

    Args:
        line: the country as the last line of mail from abroad shows it.
        names: what people call the country, besides its names in the languages that the program knows.
        postcode: what a postcode looks like, as a regular expression; empty where there is none.
        place: where the postcode stands.
        gap: what stands between town and postcode.
        capitals: whether mail within the country has its town in capitals too, as mail from abroad has.
        name_last: whether an address in the country's own script ends with the name.
    """

    line: str
    names: tuple[str, ...] = ()
    postcode: str = ""
    place: PostcodePlace = PostcodePlace.NONE
    gap: str = " "
    capitals: bool = False
    name_last: bool = False


def parse_practices(data: Mapping[str, object]) -> dict[str, Practice]:
    """Return the practices by country code (ISO 3166-1 alpha-2) from their parsed TOML.

    Raises:
        PracticeError: a key is not known or a value cannot be taken.
    """
    return {code: _practice(code, table) for code, table in data.items()}


def postal_lines(
    name: str, lines: tuple[str, ...], practice: Practice | None, *, country_line: str = "", turkish: bool = False
) -> tuple[str, ...]:
    """Return an address as it goes on an envelope.

    Args:
        name: whom it is for; may be empty.
        lines: the address, smallest part first, without the country.
        practice: of the country of destination; None where it is not known, and then only the country line is added.
        country_line: the last line of mail to another country; empty for mail within the country.
        turkish: whether capitals follow the Turkish alphabet.
    """
    given = tuple(" ".join(line.split()) for line in lines if line.strip())
    named = (name.strip(),) if name.strip() else ()
    if practice is not None:
        given = _arranged(given, practice, capitals=bool(country_line) or practice.capitals, turkish=turkish)
        if practice.name_last and not country_line and any(_own_script(line) for line in given):
            return (*given, *named)
    return (*named, *given, *((country_line,) if country_line else ()))


def _arranged(lines: tuple[str, ...], practice: Practice, *, capitals: bool, turkish: bool) -> tuple[str, ...]:
    """Return the lines with the postcode in its place and the town in capitals."""
    if len(lines) < _LEAST_LINES:
        return lines
    before, town = lines[:-1], lines[-1:]
    if practice.postcode:
        before, town = _town(lines, practice)
    if capitals:
        town = tuple(_capitals(line, turkish=turkish) for line in town)
    return (*before, *town)


def _town(lines: tuple[str, ...], practice: Practice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines before the town, and the lines of the town with its postcode in place and what follows it."""
    code = rf"(?P<code>{practice.postcode})"
    first, last = re.compile(rf"{code}[\s,]+(?P<town>.+)"), re.compile(rf"(?P<town>.+?)[\s,]+{code}")
    alone = re.compile(code)
    for at in (len(lines) - 1, len(lines) - 2):
        if at < 1:
            break
        line, after = lines[at], lines[at + 1 :]
        if alone.fullmatch(line) and at >= _LEAST_LINES:
            return lines[: at - 1], (*_placed(lines[at - 1], line, practice), *after)
        found = first.fullmatch(line) or last.fullmatch(line)
        if found is not None:
            return lines[:at], (*_placed(found["town"], found["code"], practice), *after)
    return lines[:-1], lines[-1:]


def _placed(town: str, code: str, practice: Practice) -> tuple[str, ...]:
    plain = town.rstrip(" ,")
    match practice.place:
        case PostcodePlace.BEFORE:
            return (f"{code}{practice.gap}{plain}",)
        case PostcodePlace.BELOW:
            return plain, code
        case _:
            return (f"{plain}{practice.gap}{code}",)


def _capitals(line: str, *, turkish: bool) -> str:
    return (line.replace("i", "İ").replace("\N{LATIN SMALL LETTER DOTLESS I}", "I") if turkish else line).upper()


def _own_script(line: str) -> bool:
    return any(unicodedata.name(mark, "").startswith(_OWN_SCRIPTS) for mark in line)


def _practice(code: str, table: object) -> Practice:
    if not isinstance(table, Mapping):
        raise PracticeError(country=code, problem="not_a_table")
    unknown = sorted(set(table) - _KNOWN)
    if unknown:
        raise PracticeError(country=code, problem=f"unknown_key:{unknown[0]}")
    names = table.get("names", [])
    texts = {key: table.get(key, default) for key, default in (("line", ""), ("postcode", ""), ("place", "none"), ("gap", " "))}
    if not isinstance(names, list) or not all(isinstance(one, str) for one in (*names, *texts.values())):
        raise PracticeError(country=code, problem="not_a_text")
    if not texts["line"] or texts["place"] not in set(PostcodePlace):
        raise PracticeError(country=code, problem="missing")
    try:
        re.compile(texts["postcode"])
    except re.error as error:
        raise PracticeError(country=code, problem="not_a_pattern") from error
    return Practice(
        line=texts["line"],
        names=tuple(names),
        postcode=texts["postcode"],
        place=PostcodePlace(texts["place"]),
        gap=texts["gap"],
        capitals=table.get("capitals") is True,
        name_last=table.get("name_last") is True,
    )
