"""Factors: what speaks for a ground of refusal and what against it, as authorities and texts say.

A factor is the law's where the law is among `laws`; elsewhere it is guidance only and never printed as law. The office's own
counter-factors name no law: they are asked under every one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from workbench.domain.refusal_grounds import Clause
from workbench.domain.rulebooks import Source
from workbench.domain.tables import Table, check_unique

FILE = "factors.toml"
"""The file that the factors are read from."""

_SCHEMA = 1
_EVERY_LAW = "*"


class FactorKind(StrEnum):
    """What a factor is about."""

    UNFOUNDED = "unfounded"
    EXCESSIVE = "excessive"
    VEXATIOUS = "vexatious"
    FRIVOLOUS = "frivolous"
    REPETITIVE = "repetitive"
    GENERAL = "general"
    PRIVACY_OF_OTHERS = "privacy_of_others"
    IMPRACTICAL = "impractical"


class Side(StrEnum):
    """Whether a factor points towards the ground or away from it."""

    FOR = "for"
    AGAINST = "against"


KINDS: Mapping[Clause, tuple[FactorKind, ...]] = MappingProxyType(
    {
        Clause.FRIVOLOUS: (
            FactorKind.UNFOUNDED,
            FactorKind.VEXATIOUS,
            FactorKind.FRIVOLOUS,
            FactorKind.EXCESSIVE,
            FactorKind.REPETITIVE,
            FactorKind.GENERAL,
        ),
        Clause.PRIVACY: (FactorKind.PRIVACY_OF_OTHERS,),
        Clause.IMPRACTICAL: (FactorKind.IMPRACTICAL,),
        Clause.NOT_REQUIRED: (),
        Clause.RETENTION: (),
    }
)
"""Which factors belong to which clause of the policy, in the order of the screen."""

_ABUSE = frozenset({FactorKind.UNFOUNDED, FactorKind.VEXATIOUS, FactorKind.FRIVOLOUS})
_EXCESS = frozenset({FactorKind.EXCESSIVE, FactorKind.REPETITIVE})


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor, with its words per language.

    Args:
        laws: ids of the laws whose text or authority says it; empty for the office's own.
        dpv: the term of the Data Privacy Vocabulary that names it, where there is one.
        tone: it speaks of how the person writes or behaves: alone it never carries a refusal.
        earlier: how many earlier requests of the same person it supposes.
        effort: it supposes an estimate of the effort.
        covered_by: factors of a law that already ask the same; this one is not asked beside them.
    """

    id: str
    kind: FactorKind
    side: Side
    texts: tuple[tuple[str, str], ...]
    laws: tuple[str, ...]
    source: Source
    dpv: str = ""
    tone: bool = False
    earlier: int = 0
    effort: bool = False
    covered_by: tuple[str, ...] = ()

    def said_by(self, law: str) -> bool:
        """Return whether this law, or an authority under it, says so."""
        return law in self.laws

    @property
    def own(self) -> bool:
        """Return whether the office asks it of itself, whatever the law."""
        return not self.laws


@dataclass(frozen=True, slots=True)
class OfferedFactor:
    """A factor as a law offers it: its own, or guidance from elsewhere."""

    factor: Factor
    law_says_so: bool


def parse_factors(data: Mapping[str, object]) -> tuple[Factor, ...]:
    """Return the factors of the data file, in its order.

    Raises:
        DataFileError: an unknown key or word, a missing one, a wrong type, an id twice, or a reference to no factor.
    """
    top = Table(data, file=FILE)
    if top.count("schema_version") != _SCHEMA:
        raise top.error(key="schema_version", problem="another_version")
    top.text("compiled")
    tables = top.tables("factor")
    top.close()
    factors = tuple(_factor(table) for table in tables)
    check_unique(FILE, "factor", (factor.id for factor in factors))
    known = {factor.id for factor in factors}
    for table, factor in zip(tables, factors, strict=True):
        if not set(factor.covered_by) <= known:
            raise table.error(key="covered_by", problem="unknown_word")
    return factors


def factors_for(factors: Iterable[Factor], law: str, clause: Clause, side: Side | None = None) -> tuple[OfferedFactor, ...]:
    """Return the factors of a clause under a law: for before against, the law's own before guidance from elsewhere.

    Args:
        factors: all that are known.
        law: the id of the rulebook.
        clause: the clause of the policy that a refusal would rest on.
        side: only these, when given.
    """
    kinds = KINDS[clause]
    found = [
        OfferedFactor(factor, law_says_so=factor.said_by(law))
        for factor in factors
        if factor.kind in kinds and side in {None, factor.side}
    ]
    return tuple(
        sorted(
            found,
            key=lambda one: (one.factor.side is Side.AGAINST, not one.law_says_so, kinds.index(one.factor.kind)),
        )
    )


def counter_factors(factors: Iterable[Factor], law: str, clause: Clause, ticked: Iterable[Factor] = ()) -> tuple[Factor, ...]:
    """Return the factors against that must be answered under a law, in the order of the file.

    They are the law's own, and the office's own unless the law asks the same. Where the refusal is built on abuse alone or on
    excess alone, the law's counter-factors of the other kind are not asked.
    """
    factors = tuple(factors)
    kinds = {factor.kind for factor in ticked}
    left_out: frozenset[FactorKind] = frozenset()
    if kinds and kinds <= _ABUSE:
        left_out = _EXCESS
    elif kinds and kinds <= _EXCESS:
        left_out = _ABUSE
    against = [
        factor
        for factor in factors
        if factor.side is Side.AGAINST and factor.kind in KINDS[clause] and factor.kind not in left_out
    ]
    asked = {factor.id for factor in against if factor.said_by(law)}
    return tuple(
        factor for factor in against if factor.id in asked or (factor.own and not asked.intersection(factor.covered_by))
    )


def _factor(table: Table) -> Factor:
    laws = table.strings("laws", needed=True)
    factor = Factor(
        id=table.text("id"),
        kind=table.word("kind", FactorKind),
        side=table.word("side", Side),
        texts=(("en", table.text("text_en")), ("id", table.text("text_id"))),
        laws=() if laws == (_EVERY_LAW,) else laws,
        source=table.source(),
        dpv=table.optional_text("dpv"),
        tone=table.flag("tone"),
        earlier=table.count("earlier"),
        effort=table.flag("effort"),
        covered_by=table.strings("covered_by"),
    )
    table.close()
    if _EVERY_LAW in factor.laws or (factor.own and factor.side is Side.FOR):
        raise table.error(key="laws", problem="unknown_word")
    return factor
