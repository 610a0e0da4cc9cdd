"""The data that refusals are built on, read once: factors for and against, lawful ways, and how they meet a rulebook."""

import functools
import tomllib
from datetime import date
from pathlib import Path
from typing import Final

from workbench.domain import factors as factor_data
from workbench.domain import refusal_grounds
from workbench.domain.factors import Factor, OfferedFactor, parse_factors
from workbench.domain.readiness import Gap, Missing
from workbench.domain.refusal_grounds import Alternative, Clause, ClauseOffer, grounds_offered, parse_alternatives
from workbench.domain.rights import Right
from workbench.domain.rulebooks import pick
from workbench.domain.tables import DataFileError
from workbench.services import laws
from workbench.services.resources import RESOURCES
from workbench.services.wording import Words, words

FOLDER: Final = RESOURCES
"""Where the data files are."""

_TABLE_OF: Final = {
    Gap.NOT_CONSIDERED: "lawful_way",
    Gap.NO_RESULT: "lawful_way",
    Gap.KEPT_INCOMPLETE: "category",
    Gap.NEED_NOT_ENOUGH: "category",
    Gap.CONTENT_MISSING: "required",
    Gap.NO_GROUND: "law",
    Gap.LATE_UNSAID: "law",
    Gap.TIME_UNKNOWN: "law",
}


def read_table(path: Path) -> dict[str, object]:
    """Return a data file as `tomllib` reads it.

    Raises:
        DataFileError: the file is not there, is not in UTF-8, or is no TOML.
    """
    try:
        return tomllib.loads(path.read_bytes().decode())
    except FileNotFoundError as error:
        raise DataFileError(file=path.name, where="file", key="", problem="not_there") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataFileError(file=path.name, where="file", key="", problem="not_toml") from error


@functools.cache
def load_factors() -> tuple[Factor, ...]:
    """Return every factor that is shipped.

    Raises:
        DataFileError: the file is no list of factors.
    """
    return parse_factors(read_table(FOLDER / factor_data.FILE))


@functools.cache
def load_alternatives() -> tuple[Alternative, ...]:
    """Return every lawful way that is shipped.

    Raises:
        DataFileError: the file is no list of ways.
    """
    return parse_alternatives(read_table(FOLDER / refusal_grounds.FILE))


def offers(law: str, right: Right, *, on: date) -> tuple[ClauseOffer, ...]:
    """Return the five clauses of the policy under a law for a right, usable or greyed with why, and the lawful ways.

    Args:
        law: the id of the rulebook.
        right: the right that would be refused.
        on: the local day on which the request arrived.

    Raises:
        LawUnknownError: no rulebook of that id is shipped.
    """
    return grounds_offered(laws.rulebook(law), right, on=on, alternatives=load_alternatives())


def factors_for(law: str, clause: Clause) -> tuple[OfferedFactor, ...]:
    """Return the factors of a clause under a law, for before against, the law's own before guidance from elsewhere."""
    return factor_data.factors_for(load_factors(), law, clause)


def tell(missing: Missing, language: str) -> str:
    """Return in words what the readiness list finds missing; grounds, factors, ways and laws by their names."""
    known = words(language)
    return known.word("readiness_gap", missing.gap.value, about=_named(missing, known)).strip()


def _named(missing: Missing, known: Words) -> str:
    about = missing.about
    if missing.gap is Gap.REMEDY_MISSING:
        law, _, kind = about.partition(" ")
        return f"{known.word('law', law)}: {known.word('remedy', kind)}"
    if (table := _TABLE_OF.get(missing.gap)) is not None and known.has(table, about):
        return known.word(table, about)
    factor = next((one for one in load_factors() if one.id == about), None)
    if factor is not None:
        return pick(factor.texts, known.language)
    law = about.partition(".")[0]
    ground = laws.rulebook(law).ground(about) if law in laws.load_rulebooks() else None
    return f"{pick(ground.titles, known.language)} ({ground.article})" if ground is not None else about
