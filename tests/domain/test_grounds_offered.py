"""Which grounds each of the laws offers for each right, each with a source; and the lawful way where it offers none."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.domain.lawbook import ONE_MONTH, TWO_MORE_MONTHS, book, rule
from workbench.domain.refusal_grounds import (
    Clause,
    ClauseOffer,
    Way,
    WhyNot,
    can_extend,
    grounds_offered,
    parse_alternatives,
    why_not,
)
from workbench.domain.rights import Right
from workbench.domain.rulebooks import GroundAllowed, Rulebook
from workbench.domain.tables import DataFileError
from workbench.services.laws import load_rulebooks
from workbench.services.refusal_data import load_alternatives, offers

ON = date(2026, 11, 26)
FROM_2027 = date(2027, 1, 16)
TABLE = Path(__file__).resolve().parents[1] / "golden" / "grounds_offered.csv"

# law.md section 6, "Refusal-ground map in one view", in the order of its columns; blank: not researched.
OVERVIEW = """
ID      -  MUST/P27/Y  -/P27  P/Y27  L
EU      Y  P     -    P   L
GB      Y  P     P    P   L
SG      Y  MUST  Y    Y   Y
MY      -  Y     Y    Y   Y
NZ      Y  Y     P    Y   Y
KR      -  Y     -    Y   L
CH      Y  Y     fee  Y   Y
CA      -  MUST  -    Y   Y
CA-QC   auth MUST -   Y   Y
US-CA   Y  Y     Y    Y   Y
US-VA   Y  Y     P    Y   Y
US-CO   Y  .     .    .   Y
US-OTHER Y .     .    .   Y
BR      -  P     -    Y   Y
MX      -  Y     -    Y   Y
CO      -  P     -    P   Y
AR      P  Y     -    P   L
CL      -  P     -    P   Y
IN      -  P     -    Y   Y
CN      P  P     P    Y   L
HK      P  MUST  P    Y   Y
TW      -  Y     -    Y   Y
JP      P  Y     P    Y   P
AU      Y  Y     -    Y   Y
TH      -  P     -    P   Y
PH      P  P     P    Y   Y
VN      -  P     -    Y   Y
TR      -  P     -    Y   Y
ZA      -  MUST  -    Y   Y
KE      -  P     P    P   Y
NG      P  P     P    P   Y
SA      Y  Y     Y    Y   L
AE-DIFC Y  P     P    .   L
AE-ADGM Y  P     -    .   L
JE      Y  P     -    .   L
IL      -  P     -    Y   P
"""
MARKS = {
    "Y": GroundAllowed.YES,
    "P": GroundAllowed.PARTIAL,
    "-": GroundAllowed.NO,
    "MUST": GroundAllowed.MUST,
    "L": GroundAllowed.YES_LEGAL_ONLY,
    "fee": GroundAllowed.FEE_ONLY,
    "auth": GroundAllowed.BY_AUTHORITY,
}
LAWS = tuple(load_rulebooks())


def row_of(law: str, right: Right, on: date) -> dict[str, str]:
    """Return one row of the table: the ids that are offered in each clause, or why none is."""
    cells = {
        offer.clause.value: " ".join(one.ground.id for one in offer.grounds if one.usable) or f"({offer.why_not})"
        for offer in offers(law, right, on=on)
    }
    return {"law": law, "right": right.value, "on": on.isoformat()} | cells


def rows() -> list[dict[str, str]]:
    """Return the table as the program has it; Indonesia once more from 2027, when further grounds begin."""
    days = [(law, ON) for law in LAWS] + [("ID", FROM_2027)]
    return [row_of(law, right, on) for law, on in days for right in Right]


def offer_of(found: tuple[ClauseOffer, ...], clause: Clause) -> ClauseOffer:
    return next(one for one in found if one.clause is clause)


def ways(law: str, right: Right, clause: Clause, on: date = ON) -> set[Way]:
    return {one.way for one in offer_of(offers(law, right, on=on), clause).ways}


def test_the_table_of_grounds_is_the_one_on_file() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    assert len(expected) == (37 + 1) * len(Right)
    assert rows() == expected


def test_every_ground_of_the_laws_stands_in_the_table() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        named = {ground for row in csv.DictReader(file) for clause in Clause for ground in row[clause.value].split()}
    usable = {ground.id for law in load_rulebooks().values() for ground in law.grounds if ground.usable}
    assert sum(len(law.grounds) for law in load_rulebooks().values()) == 184
    assert usable == {name for name in named if not name.startswith("(")}


@pytest.mark.parametrize("line", OVERVIEW.split("\n")[1:-1], ids=lambda line: line.split()[0])
def test_the_laws_allow_what_the_overview_says(line: str) -> None:
    law, *cells = line.split()
    for clause, cell in zip(Clause, cells, strict=True):
        expected = {MARKS[part.removesuffix("27")] for part in cell.split("/")} if cell != "." else set()
        grounds = [one for one in load_rulebooks()[law].grounds if one.policy == clause.value]
        assert {one.allowed for one in grounds} == expected, clause


@pytest.mark.parametrize("law", LAWS)
def test_nothing_is_offered_without_a_source(law: str) -> None:
    for right in Right:
        for offer in offers(law, right, on=FROM_2027):
            assert all(one.ground.source.cite.strip() and one.ground.article.strip() for one in offer.grounds)
            assert all(way.source.cite.strip() for way in offer.ways)
            assert offer.usable == any(one.usable for one in offer.grounds)


@pytest.mark.parametrize("law", LAWS)
def test_where_a_clause_is_barred_for_a_right_that_a_law_knows_a_lawful_way_stands_beside_it(law: str) -> None:
    known = {right for limit in load_rulebooks()[law].limits for right in limit.rights}
    for right in known:
        for offer in offers(law, right, on=ON):
            if not offer.usable and offer.clause is not Clause.RETENTION:
                assert offer.ways, (right, offer.clause)


def test_every_clause_of_the_data_is_one_of_the_policy() -> None:
    clauses = {ground.policy for law in load_rulebooks().values() for ground in law.grounds}
    assert clauses == {clause.value for clause in Clause}


@pytest.mark.parametrize(
    ("law", "right", "clause", "expected"),
    [
        pytest.param("EU", Right.ACCESS, Clause.IMPRACTICAL, WhyNot.LAW_KNOWS_NONE, id="effort is none under the GDPR"),
        pytest.param("ID", Right.ACCESS, Clause.FRIVOLOUS, WhyNot.LAW_KNOWS_NONE, id="Indonesia knows none for frivolous"),
        pytest.param("ID", Right.COPY, Clause.PRIVACY, WhyNot.NOT_YET_IN_FORCE, id="a copy in Indonesia before 2027"),
        pytest.param("CH", Right.ACCESS, Clause.IMPRACTICAL, WhyNot.FEE_ONLY, id="a fee only in Switzerland"),
        pytest.param("CA-QC", Right.ACCESS, Clause.FRIVOLOUS, WhyNot.BY_AUTHORITY, id="with leave in Quebec"),
        pytest.param("SG", Right.RECTIFICATION, Clause.FRIVOLOUS, WhyNot.NOT_FOR_THIS_RIGHT, id="access only in Singapore"),
        pytest.param("US-CO", Right.ACCESS, Clause.PRIVACY, WhyNot.NOT_RESEARCHED, id="nobody looked in Colorado"),
        pytest.param("NZ", Right.ACCESS, Clause.FRIVOLOUS, None, id="New Zealand says frivolous or vexatious"),
        pytest.param("MY", Right.ACCESS, Clause.IMPRACTICAL, None, id="Malaysia knows a burden"),
    ],
)
def test_a_barred_clause_says_why(law: str, right: Right, clause: Clause, expected: WhyNot | None) -> None:
    assert offer_of(offers(law, right, on=ON), clause).why_not == expected


def test_a_ground_begins_on_its_day_and_not_the_day_before() -> None:
    ground = load_rulebooks()["ID"].ground("ID.privacy_copy")
    assert ground is not None
    assert why_not(ground, Right.COPY, on=date(2027, 1, 15)) is WhyNot.NOT_YET_IN_FORCE
    assert why_not(ground, Right.COPY, on=FROM_2027) is None


@pytest.mark.parametrize(
    ("law", "right", "clause", "expected"),
    [
        pytest.param("EU", Right.ACCESS, Clause.IMPRACTICAL, {Way.EXTEND, Way.NARROW, Way.PARTIAL}, id="extend in the EU"),
        pytest.param("EU", Right.ACCESS, Clause.PRIVACY, {Way.REDACT, Way.PARTIAL}, id="redact in the EU"),
        pytest.param(
            "ID",
            Right.ACCESS,
            Clause.FRIVOLOUS,
            {Way.ANSWER_AGAIN, Way.ASK, Way.NARROW, Way.PARTIAL},
            id="no extension in Indonesia",
        ),
        pytest.param("ID", Right.ERASURE, Clause.RETENTION, {Way.RESTRICT, Way.PARTIAL}, id="restrict meanwhile in Indonesia"),
        pytest.param("CA-QC", Right.ACCESS, Clause.FRIVOLOUS, {Way.ASK_AUTHORITY, Way.PARTIAL}, id="ask the CAI in Quebec"),
        pytest.param(
            "CH", Right.ACCESS, Clause.IMPRACTICAL, {Way.FEE, Way.NARROW, Way.EXTEND, Way.PARTIAL}, id="a fee in Switzerland"
        ),
    ],
)
def test_the_lawful_way_stands_beside_the_clause(law: str, right: Right, clause: Clause, expected: set[Way]) -> None:
    assert ways(law, right, clause) == expected


def test_the_note_on_the_burden_of_a_correction_begins_with_the_regulation() -> None:
    assert Way.ANNOTATE not in ways("ID", Right.RECTIFICATION, Clause.IMPRACTICAL)
    assert Way.ANNOTATE in ways("ID", Right.RECTIFICATION, Clause.IMPRACTICAL, FROM_2027)


def test_what_the_law_itself_says_comes_before_the_overview() -> None:
    first = offer_of(offers("ID", Right.ACCESS, on=ON), Clause.FRIVOLOUS).ways[0]
    assert first.way is Way.ANSWER_AGAIN
    assert "3x24 hours" in dict(first.notes)["en"]
    assert "3x24 jam" in dict(first.notes)["id"]


def test_an_extension_that_a_law_is_said_to_have_is_one_that_its_rulebook_has() -> None:
    for one in load_alternatives():
        if one.law and Way.EXTEND in one.ways:
            law = load_rulebooks()[one.law]
            rights = {right for limit in law.limits for right in limit.rights}
            assert any(can_extend(law, right, on=FROM_2027) for right in rights), one.law


def test_lawful_ways_name_laws_that_are_shipped_and_stand_as_they_say() -> None:
    for one in load_alternatives():
        if one.law:
            grounds = [ground for ground in load_rulebooks()[one.law].grounds if ground.policy == one.clause.value]
            if one.allowed != {GroundAllowed.NO}:
                assert one.allowed & {ground.allowed for ground in grounds}, (one.law, one.clause)


def _law(**ground: object) -> Rulebook:
    usual: dict[str, object] = {
        "id": "XX.ground",
        "policy": "frivolous_vexatious",
        "rights": ["access"],
        "allowed": "yes",
        "article": "Art 5",
        "test": "a test",
        "burden": "controller",
        "letter": "reasons",
        "conf": "H",
        "source": "the Act",
    }
    return book([rule(**(ONE_MONTH | TWO_MORE_MONTHS))], grounds=[usual | ground])


WAY: Mapping[str, object] = {
    "law": "XX",
    "policy": "frivolous_vexatious",
    "allowed": ["yes"],
    "ways": ["fee", "extend"],
    "source": "Art 6",
    "conf": "H",
}


def _file(**keys: object) -> dict[str, object]:
    return {"schema_version": 1, "alternative": [dict(WAY) | keys]}


def test_an_extension_is_shown_only_for_rights_that_have_one() -> None:
    found = parse_alternatives(_file())
    both = _law(rights=["access", "erasure"])
    by_right = {
        right: [way.way for way in grounds_offered(both, right, on=ON, alternatives=found)[0].ways]
        for right in (Right.ACCESS, Right.ERASURE)
    }
    assert by_right == {Right.ACCESS: [Way.FEE, Way.EXTEND], Right.ERASURE: [Way.FEE]}


@pytest.mark.parametrize(
    ("changed", "key", "problem"),
    [
        pytest.param({"why": "x"}, "why", "unknown_key", id="unknown key"),
        pytest.param({"ways": ["bribe"]}, "ways = bribe", "unknown_word", id="unknown way"),
        pytest.param({"ways": []}, "ways", "missing", id="no way"),
        pytest.param({"allowed": []}, "allowed", "missing", id="no standing"),
        pytest.param({"allowed": "yes"}, "allowed", "not_a_list_of_text", id="no list"),
        pytest.param({"policy": "rude"}, "policy = rude", "unknown_word", id="unknown clause"),
        pytest.param({"rights": ["fly"]}, "rights = fly", "unknown_word", id="unknown right"),
        pytest.param({"source": " "}, "source", "missing", id="no source"),
        pytest.param({"conf": "Z"}, "conf = Z", "unknown_word", id="unknown confidence"),
        pytest.param({"note": {"en": "x"}}, "note", "not_in_both_languages", id="one language"),
        pytest.param({"effective_from": "soon"}, "effective_from", "not_a_date", id="no date"),
    ],
)
def test_a_slip_in_the_lawful_ways_is_named_with_its_place(changed: dict[str, object], key: str, problem: str) -> None:
    with pytest.raises(DataFileError) as refused:
        parse_alternatives(_file(**changed))
    assert refused.value.details == {"file": "alternatives.toml", "where": "alternative 1", "key": key, "problem": problem}


def test_a_file_of_another_version_is_refused() -> None:
    with pytest.raises(DataFileError) as refused:
        parse_alternatives(_file() | {"schema_version": 2})
    assert refused.value.details["problem"] == "another_version"
