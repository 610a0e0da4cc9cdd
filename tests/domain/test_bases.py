"""Which rights follow from which lawful basis, and how it is said that one does not."""

from datetime import date

import pytest

from workbench.domain.bases import (
    Basis,
    Follows,
    Purpose,
    PurposeBasis,
    WhyFollows,
    following,
    parse_mapping,
    parse_purposes,
)
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Confidence, Source
from workbench.domain.tables import DataFileError
from workbench.services.registers import load_purposes

ON = date(2026, 11, 26)
FROM_2027 = date(2027, 1, 16)
PURPOSES, KNOWN = load_purposes()
BY_ID = {purpose.id: purpose for purpose in PURPOSES}


def resting_on(basis: Basis) -> Purpose:
    source = Source("a test", Confidence.LOW)
    return Purpose("account", "a sentence", ("name",), (PurposeBasis((), basis, source),))


# GDPR: the lines of the vocabulary's mapping, in words; a right that is not named here does not follow.
UNDER_THE_GDPR: dict[Basis, set[Right]] = {
    Basis.CONSENT: {Right.ERASURE, Right.PORTABILITY, Right.AUTOMATED_DECISION, Right.WITHDRAW_CONSENT},
    Basis.CONTRACT: {Right.ERASURE, Right.PORTABILITY, Right.AUTOMATED_DECISION},
    Basis.LEGAL_OBLIGATION: set(),
    Basis.VITAL_INTEREST: {Right.ERASURE, Right.AUTOMATED_DECISION},
    Basis.PUBLIC_TASK: {Right.OBJECTION, Right.AUTOMATED_DECISION},
    Basis.LEGITIMATE_INTEREST: {Right.ERASURE, Right.OBJECTION, Right.AUTOMATED_DECISION},
}
ALWAYS = {
    Right.ACCESS,
    Right.COPY,
    Right.CONFIRMATION,
    Right.PURPOSE_DISCLOSURE,
    Right.INFORMATION,
    Right.RECTIFICATION,
    Right.RESTRICTION,
}
MAPPED = [right for right in Right if right not in {Right.MARKETING_OPTOUT, Right.OPT_OUT_SALE, Right.LIMIT_SENSITIVE}]


@pytest.mark.parametrize("law", ["EU", "GB"])
@pytest.mark.parametrize("basis", Basis)
def test_rights_follow_from_a_basis_as_the_vocabulary_maps_them(basis: Basis, law: str) -> None:
    purpose = resting_on(basis)
    found = {right for right in MAPPED if following(KNOWN, right, purpose, law, on=ON).follows is Follows.YES}
    assert found == UNDER_THE_GDPR[basis] | ALWAYS


@pytest.mark.parametrize(
    ("purpose", "law", "right", "on", "follows", "why"),
    [
        pytest.param(
            "transactions", "EU", Right.OBJECTION, ON, Follows.NO, WhyFollows.BASIS_GIVES_NONE, id="contract: no objection"
        ),
        pytest.param(
            "improvement", "EU", Right.OBJECTION, ON, Follows.YES, WhyFollows.BASIS_GIVES_IT, id="own interest: objection"
        ),
        pytest.param(
            "improvement", "EU", Right.PORTABILITY, ON, Follows.NO, WhyFollows.BASIS_GIVES_NONE, id="own interest: not portable"
        ),
        pytest.param(
            "invoicing", "EU", Right.ERASURE, ON, Follows.NO, WhyFollows.BASIS_GIVES_NONE, id="legal duty: no erasure"
        ),
        pytest.param(
            "newsletter",
            "EU",
            Right.WITHDRAW_CONSENT,
            ON,
            Follows.YES,
            WhyFollows.BASIS_GIVES_IT,
            id="consent can be withdrawn",
        ),
        pytest.param(
            "support", "ID", Right.WITHDRAW_CONSENT, ON, Follows.NO, WhyFollows.NO_CONSENT_TO_WITHDRAW, id="none to withdraw"
        ),
        pytest.param(
            "newsletter", "ID", Right.OBJECTION, ON, Follows.YES, WhyFollows.MARKETING_ALWAYS, id="marketing: objection"
        ),
        pytest.param(
            "marketing", "BR", Right.MARKETING_OPTOUT, ON, Follows.YES, WhyFollows.MARKETING_ALWAYS, id="marketing stops"
        ),
        pytest.param(
            "notices", "EU", Right.MARKETING_OPTOUT, ON, Follows.NO, WhyFollows.NO_MARKETING, id="notices are no marketing"
        ),
        pytest.param(
            "transactions", "ID", Right.ERASURE, ON, Follows.UNKNOWN, WhyFollows.NOT_MAPPED, id="Indonesia is not mapped"
        ),
        pytest.param(
            "improvement", "ID", Right.PORTABILITY, ON, Follows.UNKNOWN, WhyFollows.NOT_MAPPED, id="before the regulation"
        ),
        pytest.param(
            "improvement",
            "ID",
            Right.PORTABILITY,
            FROM_2027,
            Follows.NO,
            WhyFollows.BASIS_GIVES_NONE,
            id="from the regulation on",
        ),
        pytest.param(
            "transactions",
            "ID",
            Right.PORTABILITY,
            FROM_2027,
            Follows.YES,
            WhyFollows.BASIS_GIVES_IT,
            id="contract is portable",
        ),
        pytest.param(
            "transactions", "CL", Right.PORTABILITY, ON, Follows.NO, WhyFollows.BASIS_GIVES_NONE, id="Chile: consent only"
        ),
        pytest.param("newsletter", "IN", Right.ERASURE, ON, Follows.YES, WhyFollows.BASIS_GIVES_IT, id="India: from consent"),
        pytest.param(
            "transactions", "IN", Right.ACCESS, ON, Follows.NO, WhyFollows.BASIS_GIVES_NONE, id="India: not from contract"
        ),
        pytest.param(
            "newsletter", "EU", Right.OPT_OUT_SALE, ON, Follows.UNKNOWN, WhyFollows.NOT_MAPPED, id="no such right in the EU"
        ),
    ],
)
def test_a_right_follows_for_a_purpose_or_says_why_not(
    purpose: str, law: str, right: Right, on: date, follows: Follows, why: WhyFollows
) -> None:
    found = following(KNOWN, right, BY_ID[purpose], law, on=on)
    assert (found.follows, found.why) == (follows, why)
    assert all(source.cite for source in found.sources)
    assert found.sources


def test_a_purpose_without_a_basis_under_a_law_says_so() -> None:
    purpose = Purpose("account", "a sentence", ("name",), (PurposeBasis(("EU",), Basis.CONSENT, Source("x", Confidence.LOW)),))
    found = following(KNOWN, Right.ACCESS, purpose, "GB", on=ON)
    assert (found.follows, found.why) == (Follows.UNKNOWN, WhyFollows.BASIS_NOT_NAMED)


def test_a_basis_that_names_the_law_comes_before_the_one_for_all() -> None:
    source = Source("x", Confidence.LOW)
    bases = (PurposeBasis((), Basis.CONTRACT, source), PurposeBasis(("EU",), Basis.CONSENT, source))
    purpose = Purpose("account", "a sentence", ("name",), bases)
    assert [found.basis for law in ("EU", "GB") if (found := purpose.basis_under(law))] == [Basis.CONSENT, Basis.CONTRACT]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param("", "columns", id="empty"),
        pytest.param('"right","legal_basis"\n', "columns", id="columns the other way round"),
        pytest.param('"legal_basis","right"\n"x#A6-1-a"\n', "line 2", id="one cell"),
        pytest.param('"legal_basis","right"\n"x#A6-1-a","A15"\n', "line 2", id="no address"),
        pytest.param('"legal_basis","right"\n"x#A","x#B","x#C"\n', "line 2", id="three cells"),
    ],
)
def test_a_mapping_that_is_none_is_refused(text: str, where: str) -> None:
    with pytest.raises(DataFileError) as refused:
        parse_mapping(text)
    assert refused.value.details["where"] == where


def _file(**keys: object) -> dict[str, object]:
    basis = {"laws": ["*"], "basis": "consent", "source": "policy", "conf": "M"}
    purpose = {"id": "account", "policy": "a sentence", "categories": ["name"], "bases": [basis]}
    return {"schema_version": 1, "purpose": [purpose | keys]}


@pytest.mark.parametrize(
    ("changed", "key", "problem"),
    [
        pytest.param({"basis": "x"}, "basis", "unknown_key", id="unknown key"),
        pytest.param({"policy": ""}, "policy", "missing", id="no sentence"),
        pytest.param({"categories": []}, "categories", "missing", id="no category"),
        pytest.param({"bases": []}, "bases", "missing", id="no basis"),
        pytest.param({"marketing": "yes"}, "marketing", "not_true_or_false", id="yes in words"),
        pytest.param(
            {"bases": [{"laws": ["*"], "basis": "habit", "source": "x", "conf": "L"}]},
            "basis = habit",
            "unknown_word",
            id="no such basis",
        ),
        pytest.param(
            {"bases": [{"laws": ["*"], "basis": "consent", "source": "x", "conf": "L"}] * 2}, "*", "twice", id="a law twice"
        ),
        pytest.param({"bases": [{"laws": [], "basis": "consent", "source": "x", "conf": "L"}]}, "laws", "missing", id="no law"),
    ],
)
def test_a_slip_in_the_purposes_is_named(changed: dict[str, object], key: str, problem: str) -> None:
    with pytest.raises(DataFileError) as refused:
        parse_purposes(_file(**changed), ())
    assert (refused.value.details["key"], refused.value.details["problem"]) == (key, problem)


def test_a_rule_without_bases_is_refused() -> None:
    rule = {"law": "ID", "rights": ["portability"], "bases": [], "source": "x", "conf": "H"}
    with pytest.raises(DataFileError) as refused:
        parse_purposes(_file() | {"rule": [rule]}, ())
    assert refused.value.details["problem"] == "missing"
