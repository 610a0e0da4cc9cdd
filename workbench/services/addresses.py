"""Addresses as people give them: the country is recognised in the last line, and the rest is written as that country does."""

import tomllib
from collections.abc import Mapping
from functools import cache

from workbench.domain.addresses import Practice, parse_practices, postal_lines
from workbench.services.resources import RESOURCES

_SPOKEN = ("en", "id", "de", "fr", "es", "nl", "pt", "it")
"""The languages in which the name of any country is recognised; its own language is in the table of practices."""

_COUNTRY_CODE = 2


@cache
def practices() -> Mapping[str, Practice]:
    """Return how countries write addresses, by ISO 3166-1 code, read once.

    Raises:
        PracticeError: the table cannot be read.
    """
    return parse_practices(tomllib.loads((RESOURCES / "addresses.toml").read_text(encoding="utf-8")))


def country_of(lines: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the country that an address names, and the address without that line; an empty code where it names none.

    A town that is its own country (Singapore 018989) names it too, and stays.
    """
    kept = tuple(line for line in lines if line.strip())
    if not kept:
        return "", ()
    code = _names().get(_plain(kept[-1]), "")
    if code:
        # In "1 Example Road, Singapore" the last line is the town as well, so only a line after a town is taken away.
        return code, kept[:-1]
    town = "".join(mark for mark in kept[-1] if not mark.isdigit())
    return ("SG" if _plain(town) in {"singapore", "singapura"} else ""), kept


def postal_address(name: str, lines: tuple[str, ...], *, home: str, country: str = "") -> tuple[str, ...]:
    """Return the lines of an envelope: name, address as its country writes it, and the country where it is another than ours.

    Args:
        name: whom it is for; may be empty.
        lines: the address as it was given, with or without its country.
        home: the place of the office, such as `ID` or `GB-ENG`; mail within its country has no country line.
        country: ISO code of the country where the lines name none; empty leaves them as they are.
    """
    found, address = country_of(lines)
    code = found or country.partition("-")[0]
    abroad = bool(code) and code != home.partition("-")[0]
    return postal_lines(
        name, address, practices().get(code), country_line=_country_line(code) if abroad else "", turkish=code == "TR"
    )


def _country_line(code: str) -> str:
    practice = practices().get(code)
    if practice is not None:
        return practice.line
    from babel import Locale  # noqa: PLC0415  Babel is slow to import, and most mail goes to a country of the table

    return str(Locale("en").territories.get(code, code)).upper()


@cache
def _names() -> Mapping[str, str]:
    """Return every known name of a country, plainly written, with its code."""
    from babel import Locale  # noqa: PLC0415  as above

    found: dict[str, str] = {}
    for language in _SPOKEN:
        for code, name in Locale(language).territories.items():
            if len(code) == _COUNTRY_CODE and code.isalpha():
                found.setdefault(_plain(name), code)
    for code, practice in practices().items():
        found.update(dict.fromkeys((_plain(name) for name in (practice.line, *practice.names)), code))
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace(".", "").replace(",", " ").split())
