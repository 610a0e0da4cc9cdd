"""The laws that are shipped: their rulebooks, rules, grounds and authorities, read once from `resources/rulebooks`."""

import functools
import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from workbench.domain.rights import OFFERED_RIGHTS, Right
from workbench.domain.rulebook_data import parse_rulebook
from workbench.domain.rulebooks import (
    Authority,
    GroundAllowed,
    LawUnknownError,
    LimitKind,
    RefusalGround,
    Rulebook,
    RulebookError,
)
from workbench.services.lines import GroundLine, RuleLine
from workbench.services.resources import RESOURCES

FOLDER: Path = RESOURCES / "rulebooks"
"""Where the rulebooks are; one file per law, named by its id."""

_DIGEST_LENGTH = 12
_WHY_NOT: Mapping[GroundAllowed, str] = MappingProxyType(
    {
        GroundAllowed.NO: "law_knows_none",
        GroundAllowed.FEE_ONLY: "fee_only",
        GroundAllowed.BY_AUTHORITY: "by_authority",
    }
)


def read_rulebook(path: Path) -> Rulebook:
    """Return the rulebook of one file.

    Raises:
        RulebookError: the file is no TOML, or is no rulebook; it names the law, the place in it and the key.
    """
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise RulebookError(law=path.stem, where=path.name, key="", problem="not_toml") from error
    return read_text(path.stem, text)


@functools.lru_cache(maxsize=128)
def read_text(law: str, text: str) -> Rulebook:
    """Return the rulebook of a law that a text holds; its digest names the version.

    Raises:
        RulebookError: the text is no TOML, or is no rulebook of that law; it names the place in it and the key.
    """
    where = f"{law}.toml"
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(law=law, where=where, key="", problem="not_toml") from error
    found = parse_rulebook(table, digest=hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH])
    if found.id != law:
        raise RulebookError(law=found.id, where=where, key="id", problem="another_law")
    return replace(found, text=text)


@functools.cache
def load_rulebooks() -> Mapping[str, Rulebook]:
    """Return every rulebook that is shipped, by law id, in the order of their ids.

    Raises:
        RulebookError: one of the files is no rulebook.
    """
    return MappingProxyType({path.stem: read_rulebook(path) for path in sorted(FOLDER.glob("*.toml"))})


def rulebook(law: str) -> Rulebook:
    """Return the rulebook of a law.

    Raises:
        LawUnknownError: no rulebook of that id is shipped.
    """
    found = load_rulebooks().get(law)
    if found is None:
        raise LawUnknownError(law=law)
    return found


def further_rights(laws: Iterable[str]) -> tuple[Right, ...]:
    """Return the rights that these laws know beside those that every request form offers, in the order of `Right`.

    Args:
        laws: ids of rulebooks; one that is not shipped is left out.
    """
    books = load_rulebooks()
    known = {
        right
        for law in laws
        if law in books
        for limit in books[law].limits
        if limit.kind == LimitKind.RESPOND and not limit.scope
        for right in limit.rights
    }
    return tuple(right for right in Right if right in known and right not in OFFERED_RIGHTS)


def places(law: str) -> tuple[str, ...]:
    """Return the places that intake offers under a law.

    Raises:
        LawUnknownError: no rulebook of that id is shipped.
    """
    return rulebook(law).places


def grounds_for(law: str, right: Right, on: date) -> tuple[GroundLine, ...]:
    """Return the grounds that a law has something to say about for a right, those that hold first.

    Args:
        law: the id of the rulebook.
        right: the right that would be refused.
        on: the local day on which the request arrived.

    Raises:
        LawUnknownError: no rulebook of that id is shipped.
    """
    lines = [_ground_line(law, ground, on) for ground in rulebook(law).grounds if right in ground.rights]
    return tuple(sorted(lines, key=lambda line: not line.usable))


def _ground_line(law: str, ground: RefusalGround, on: date) -> GroundLine:
    why_not = _WHY_NOT.get(ground.allowed, "")
    if not why_not and ground.effective_from is not None and on < ground.effective_from:
        why_not = "not_yet_in_force"
    return GroundLine(law=law, ground=ground, usable=not why_not, why_not=why_not)


def list_rules() -> tuple[RuleLine, ...]:
    """Return every limit of every rulebook that is shipped."""
    return tuple(RuleLine(book.id, book.name, limit) for book in load_rulebooks().values() for limit in book.limits)


def authority_for(law: str, place: str) -> Authority | None:
    """Return the authority of a place: its own, else its country's; None where none is known.

    Raises:
        LawUnknownError: no rulebook of that id is shipped.
    """
    by_place = {authority.place: authority for authority in rulebook(law).authorities}
    return by_place.get(place) or by_place.get(place.partition("-")[0])
