"""Grounds offered: what a law lets the office say no by, clause by clause of the policy, and the lawful way where it does not.

A ground is offered only with its source. A clause that the law does not know is shown too, with the reason; beside it stand the
ways that are lawful instead. Days are local days of receipt under the law.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.rights import Right
from workbench.domain.rulebooks import GroundAllowed, LimitKind, RefusalGround, Rulebook, Source
from workbench.domain.tables import Table

FILE = "alternatives.toml"
"""The file that the lawful ways are read from."""

_SCHEMA = 1
_EVERY_LAW = "*"


class Clause(StrEnum):
    """The clauses of the policy by which a request may be declined; the last is the one about erasure."""

    FRIVOLOUS = "frivolous_vexatious"
    PRIVACY = "privacy_of_others"
    IMPRACTICAL = "extremely_impractical"
    NOT_REQUIRED = "not_required_by_law"
    RETENTION = "retention_required"


class Way(StrEnum):
    """What is lawful instead of a refusal, or before one."""

    REDACT = "redact"
    PARTIAL = "partial"
    ANSWER_AGAIN = "answer_again"
    ASK = "ask"
    NARROW = "narrow"
    EXTEND = "extend"
    FEE = "fee"
    OTHER_FORM = "other_form"
    LIMIT_SEARCH = "limit_search"
    RESTRICT = "restrict"
    ANNOTATE = "annotate"
    ASK_AUTHORITY = "ask_authority"


class WhyNot(StrEnum):
    """Why a ground, or a whole clause, cannot be chosen."""

    LAW_KNOWS_NONE = "law_knows_none"
    FEE_ONLY = "fee_only"
    BY_AUTHORITY = "by_authority"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    NOT_FOR_THIS_RIGHT = "not_for_this_right"
    NOT_RESEARCHED = "not_researched"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Ways that are lawful under a law where a clause stands as one of `allowed`.

    Args:
        law: the id of the rulebook; empty where it holds under each.
        rights: for these rights only; empty for all.
        notes: what this law says of it, per language; empty where the word of the way is enough.
    """

    law: str
    clause: Clause
    allowed: frozenset[GroundAllowed]
    ways: tuple[Way, ...]
    source: Source
    rights: tuple[Right, ...] = ()
    effective_from: date | None = None
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LawfulWay:
    """One lawful way as it is offered, with what the law says of it and the source."""

    way: Way
    source: Source
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GroundOffer:
    """One ground of a law: usable, or greyed with the reason."""

    ground: RefusalGround
    why_not: WhyNot | None = None

    @property
    def usable(self) -> bool:
        """Return whether a refusal of this right may rest on it."""
        return self.why_not is None


@dataclass(frozen=True, slots=True)
class ClauseOffer:
    """One clause of the policy under one law for one right; `why_not` where none of its grounds is usable."""

    law: str
    clause: Clause
    right: Right
    grounds: tuple[GroundOffer, ...]
    ways: tuple[LawfulWay, ...]
    why_not: WhyNot | None = None

    @property
    def usable(self) -> bool:
        """Return whether the clause can be chosen."""
        return self.why_not is None


_BARRED: Mapping[GroundAllowed, WhyNot] = {
    GroundAllowed.NO: WhyNot.LAW_KNOWS_NONE,
    GroundAllowed.FEE_ONLY: WhyNot.FEE_ONLY,
    GroundAllowed.BY_AUTHORITY: WhyNot.BY_AUTHORITY,
}
_ANSWERING = frozenset({LimitKind.RESPOND.value, LimitKind.COMPLAINT_OUTCOME.value})
_TELLING = (
    WhyNot.NOT_YET_IN_FORCE,
    WhyNot.BY_AUTHORITY,
    WhyNot.FEE_ONLY,
    WhyNot.LAW_KNOWS_NONE,
    WhyNot.NOT_FOR_THIS_RIGHT,
    WhyNot.NOT_RESEARCHED,
)
"""Of several reasons the one that helps most stands first."""


def parse_alternatives(data: Mapping[str, object]) -> tuple[Alternative, ...]:
    """Return the lawful ways of the data file, in its order.

    Raises:
        DataFileError: an unknown key or word, a missing one, or a wrong type.
    """
    top = Table(data, file=FILE)
    if top.count("schema_version") != _SCHEMA:
        raise top.error(key="schema_version", problem="another_version")
    tables = top.tables("alternative")
    top.close()
    return tuple(_alternative(table) for table in tables)


def grounds_offered(
    rulebook: Rulebook, right: Right, *, on: date, alternatives: Iterable[Alternative] = ()
) -> tuple[ClauseOffer, ...]:
    """Return the five clauses of the policy as a law knows them for a right, usable or greyed with why.

    Args:
        rulebook: the law.
        right: the right that would be refused.
        on: the local day on which the request arrived.
        alternatives: the lawful ways that are known.
    """
    known = tuple(alternatives)
    return tuple(_offer(rulebook, clause, right, on, known) for clause in Clause)


def why_not(ground: RefusalGround, right: Right, *, on: date) -> WhyNot | None:
    """Return why a refusal of this right may not rest on a ground, None where it may.

    Args:
        ground: one of the law's.
        right: the right that would be refused.
        on: the local day on which the request arrived.
    """
    if right not in ground.rights:
        return WhyNot.NOT_FOR_THIS_RIGHT
    if ground.allowed in _BARRED:
        return _BARRED[ground.allowed]
    if ground.effective_from is not None and on < ground.effective_from:
        return WhyNot.NOT_YET_IN_FORCE
    return None


def can_extend(rulebook: Rulebook, right: Right, *, on: date) -> bool:
    """Return whether the law knows a longer limit for this right on that day of receipt."""
    return any(
        limit.extension is not None
        and limit.kind in _ANSWERING
        and (limit.every_right or right in limit.rights)
        and (limit.effective_from is None or limit.effective_from <= on)
        and (limit.effective_to is None or on <= limit.effective_to)
        for limit in rulebook.limits
    )


def _alternative(table: Table) -> Alternative:
    law = table.text("law")
    found = Alternative(
        law="" if law == _EVERY_LAW else law,
        clause=table.word("policy", Clause),
        allowed=frozenset(table.words("allowed", GroundAllowed)),
        ways=table.words("ways", Way),
        source=table.source(),
        rights=table.rights("rights"),
        effective_from=table.day("effective_from"),
        notes=table.texts("note"),
    )
    table.close()
    if not found.allowed:
        raise table.error(key="allowed", problem="missing")
    if not found.ways:
        raise table.error(key="ways", problem="missing")
    return found


def _offer(rulebook: Rulebook, clause: Clause, right: Right, on: date, known: tuple[Alternative, ...]) -> ClauseOffer:
    of_clause = [ground for ground in rulebook.grounds if ground.policy == clause.value]
    named = [ground for ground in of_clause if right in ground.rights] or of_clause
    offers = sorted((GroundOffer(ground, why_not(ground, right, on=on)) for ground in named), key=lambda one: not one.usable)
    reasons = {one.why_not for one in offers if one.why_not is not None}
    barred: WhyNot | None = None
    if not any(one.usable for one in offers):
        barred = next((reason for reason in _TELLING if reason in reasons), WhyNot.NOT_RESEARCHED)
    standing = {GroundAllowed.NO if _silent(one.why_not) else one.ground.allowed for one in offers} or {GroundAllowed.NO}
    return ClauseOffer(
        law=rulebook.id,
        clause=clause,
        right=right,
        grounds=tuple(offers),
        ways=_ways(rulebook, clause, right, on, known, standing),
        why_not=barred,
    )


def _silent(reason: WhyNot | None) -> bool:
    """Return whether the law says nothing yet, or nothing for this right: as if it knew no such ground."""
    return reason in {WhyNot.NOT_FOR_THIS_RIGHT, WhyNot.NOT_YET_IN_FORCE}


def _ways(
    rulebook: Rulebook,
    clause: Clause,
    right: Right,
    on: date,
    known: tuple[Alternative, ...],
    standing: set[GroundAllowed],
) -> tuple[LawfulWay, ...]:
    fitting = [
        one
        for one in known
        if one.law in {"", rulebook.id}
        and one.clause is clause
        and one.allowed & standing
        and (not one.rights or right in one.rights)
        and (one.effective_from is None or one.effective_from <= on)
    ]
    extends = can_extend(rulebook, right, on=on)
    found: dict[Way, LawfulWay] = {}
    for one in sorted(fitting, key=lambda each: not each.law):
        for way in one.ways:
            if way is not Way.EXTEND or extends:
                found.setdefault(way, LawfulWay(way, one.source, one.notes))
    return tuple(found.values())
