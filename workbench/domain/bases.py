"""Lawful bases: which rights follow from the basis of a purpose, so that "this right does not follow, because" can be said.

For the laws of the GDPR's family the mapping of the Data Privacy Vocabulary says it, term by term; for others only what a line of
the data states with its source. Where neither speaks the answer is unknown, never a guess.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from workbench.domain.rights import Right
from workbench.domain.rulebooks import Source
from workbench.domain.tables import DataFileError, Table, check_unique

PURPOSES_FILE = "purposes.toml"
"""The file that the office's purposes are read from."""

MAPPING_FILE = "legal_basis_rights_mapping.csv"
"""The file of the vocabulary that maps bases to rights."""

_SCHEMA = 1
_EVERY = "*"
_COLUMNS = ["legal_basis", "right"]


class Basis(StrEnum):
    """The lawful basis of a purpose."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal_obligation"
    VITAL_INTEREST = "vital_interest"
    PUBLIC_TASK = "public_task"
    LEGITIMATE_INTEREST = "legitimate_interest"


class Follows(StrEnum):
    """Whether a right follows from the basis of a purpose."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class WhyFollows(StrEnum):
    """Why a right follows or does not."""

    BASIS_GIVES_IT = "basis_gives_it"
    BASIS_GIVES_NONE = "basis_gives_none"
    MARKETING_ALWAYS = "marketing_always"
    NO_MARKETING = "no_marketing"
    NO_CONSENT_TO_WITHDRAW = "no_consent_to_withdraw"
    NOT_MAPPED = "not_mapped"
    BASIS_NOT_NAMED = "basis_not_named"


TERM_OF_BASIS: Mapping[Basis, str] = MappingProxyType(
    {
        Basis.CONSENT: "A6-1-a",
        Basis.CONTRACT: "A6-1-b",
        Basis.LEGAL_OBLIGATION: "A6-1-c",
        Basis.VITAL_INTEREST: "A6-1-d",
        Basis.PUBLIC_TASK: "A6-1-e",
        Basis.LEGITIMATE_INTEREST: "A6-1-f",
    }
)
"""The vocabulary's term (namespace eu-gdpr) of each basis."""

TERM_OF_RIGHT: Mapping[Right, str] = MappingProxyType(
    {
        Right.ACCESS: "A15",
        Right.COPY: "A15",
        Right.CONFIRMATION: "A15",
        Right.PURPOSE_DISCLOSURE: "A15",
        Right.RECTIFICATION: "A16",
        Right.ERASURE: "A17",
        Right.RESTRICTION: "A18",
        Right.PORTABILITY: "A20",
        Right.OBJECTION: "A21",
        Right.AUTOMATED_DECISION: "A22",
        Right.WITHDRAW_CONSENT: "A7-3",
        Right.INFORMATION: "A13",
    }
)
"""The vocabulary's term (namespace eu-gdpr) of each right; the others have none."""


@dataclass(frozen=True, slots=True)
class PurposeBasis:
    """The basis of a purpose under some laws, with what it rests on; no law named means under each that is not named."""

    laws: tuple[str, ...]
    basis: Basis
    source: Source


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose of the policy.

    Args:
        id: a key of the words of purposes.
        policy: the sentence of the policy that states it.
        categories: keys of the categories of data that it uses.
        bases: its lawful basis, by law.
        marketing: it is marketing, so that an objection needs no weighing.
        mandatory: the policy says that nobody can opt out of it.
    """

    id: str
    policy: str
    categories: tuple[str, ...]
    bases: tuple[PurposeBasis, ...]
    marketing: bool = False
    mandatory: bool = False

    def basis_under(self, law: str) -> PurposeBasis | None:
        """Return its basis under a law: the one that names the law, else the one for every other."""
        named = next((one for one in self.bases if law in one.laws), None)
        return named or next((one for one in self.bases if not one.laws), None)


@dataclass(frozen=True, slots=True)
class BasisRule:
    """What a law says about the bases that a right supposes: it follows from these and from no other."""

    law: str
    rights: tuple[Right, ...]
    bases: tuple[Basis, ...]
    source: Source
    effective_from: date | None = None


@dataclass(frozen=True, slots=True)
class RightsByBasis:
    """What is known about bases and rights.

    Args:
        mapped: pairs of the vocabulary's terms: basis and right.
        family: laws to which the mapping is applied, each with its source.
        rules: what single laws say.
    """

    mapped: frozenset[tuple[str, str]]
    family: tuple[tuple[str, Source], ...]
    rules: tuple[BasisRule, ...]


@dataclass(frozen=True, slots=True)
class Following:
    """Whether a right follows for one purpose under one law, why, and by which source."""

    purpose: Purpose
    follows: Follows
    why: WhyFollows
    sources: tuple[Source, ...] = ()


_ANSWERS: Mapping[bool | None, tuple[Follows, WhyFollows]] = MappingProxyType(
    {
        True: (Follows.YES, WhyFollows.BASIS_GIVES_IT),
        False: (Follows.NO, WhyFollows.BASIS_GIVES_NONE),
        None: (Follows.UNKNOWN, WhyFollows.NOT_MAPPED),
    }
)


def parse_mapping(text: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of basis and right of the vocabulary's file, as the last parts of their addresses.

    Raises:
        DataFileError: the file has other columns, or a cell is no address.
    """
    reader = csv.reader(io.StringIO(text))
    if next(reader, None) != _COLUMNS:
        raise DataFileError(file=MAPPING_FILE, where="columns", key="legal_basis, right", problem="missing")
    pairs = set()
    for row in reader:
        terms = tuple(cell.rpartition("#")[2] for cell in row if "#" in cell)
        if len(row) != len(_COLUMNS) or len(terms) != len(_COLUMNS):
            raise DataFileError(file=MAPPING_FILE, where=f"line {reader.line_num}", key=",".join(row), problem="unknown_word")
        pairs.add((terms[0], terms[1]))
    return frozenset(pairs)


def parse_purposes(data: Mapping[str, object], mapping: Iterable[tuple[str, str]]) -> tuple[tuple[Purpose, ...], RightsByBasis]:
    """Return the office's purposes, and what is known about bases and rights.

    Args:
        data: the purposes file, as `tomllib` reads it.
        mapping: the vocabulary's pairs.

    Raises:
        DataFileError: an unknown key or word, a missing one, a wrong type, or an id twice.
    """
    top = Table(data, file=PURPOSES_FILE)
    if top.count("schema_version") != _SCHEMA:
        raise top.error(key="schema_version", problem="another_version")
    purposes = tuple(_purpose(table) for table in top.tables("purpose"))
    family = []
    for table in top.tables("family"):
        family.append((table.text("law"), table.source()))
        table.close()
    rules = tuple(_rule(table) for table in top.tables("rule"))
    top.close()
    check_unique(PURPOSES_FILE, "purpose", (purpose.id for purpose in purposes))
    check_unique(PURPOSES_FILE, "family", (law for law, _ in family))
    return purposes, RightsByBasis(frozenset(mapping), tuple(family), rules)


def following(known: RightsByBasis, right: Right, purpose: Purpose, law: str, *, on: date) -> Following:
    """Return whether a right follows for a purpose under a law, and why.

    Args:
        known: what is known about bases and rights.
        right: the right that was asked.
        purpose: one of the office's.
        law: the id of the rulebook.
        on: the local day on which the request arrived.
    """
    basis = purpose.basis_under(law)
    if right is Right.MARKETING_OPTOUT or (right is Right.OBJECTION and purpose.marketing):
        why = WhyFollows.MARKETING_ALWAYS if purpose.marketing else WhyFollows.NO_MARKETING
        return Following(purpose, Follows.YES if purpose.marketing else Follows.NO, why, (basis.source,) if basis else ())
    if basis is None:
        return Following(purpose, Follows.UNKNOWN, WhyFollows.BASIS_NOT_NAMED)
    if right is Right.WITHDRAW_CONSENT and basis.basis is not Basis.CONSENT:
        return Following(purpose, Follows.NO, WhyFollows.NO_CONSENT_TO_WITHDRAW, (basis.source,))
    given, source = _given(known, right, basis.basis, law, on)
    follows, why = _ANSWERS[given]
    return Following(purpose, follows, why, (basis.source, source) if source is not None else (basis.source,))


def _given(known: RightsByBasis, right: Right, basis: Basis, law: str, on: date) -> tuple[bool | None, Source | None]:
    for rule in known.rules:
        begun = rule.effective_from is None or rule.effective_from <= on
        if rule.law == law and right in rule.rights and begun:
            return basis in rule.bases, rule.source
    source = dict(known.family).get(law)
    if source is None or right not in TERM_OF_RIGHT:
        return None, None
    return (TERM_OF_BASIS[basis], TERM_OF_RIGHT[right]) in known.mapped, source


def _purpose(table: Table) -> Purpose:
    purpose = Purpose(
        id=table.text("id"),
        policy=table.text("policy"),
        categories=table.strings("categories", needed=True),
        bases=tuple(_basis(one) for one in table.tables("bases")),
        marketing=table.flag("marketing"),
        mandatory=table.flag("mandatory"),
    )
    table.close()
    if not purpose.bases:
        raise table.error(key="bases", problem="missing")
    check_unique(PURPOSES_FILE, table.where, (law or _EVERY for one in purpose.bases for law in one.laws or (_EVERY,)))
    return purpose


def _basis(table: Table) -> PurposeBasis:
    laws = table.strings("laws", needed=True)
    basis = PurposeBasis(() if laws == (_EVERY,) else laws, table.word("basis", Basis), table.source())
    table.close()
    return basis


def _rule(table: Table) -> BasisRule:
    rule = BasisRule(
        law=table.text("law"),
        rights=table.rights("rights"),
        bases=table.words("bases", Basis),
        source=table.source(),
        effective_from=table.day("effective_from"),
    )
    table.close()
    if not rule.rights or not rule.bases:
        raise table.error(key="rights, bases", problem="missing")
    return rule
