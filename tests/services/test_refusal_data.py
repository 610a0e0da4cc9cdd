"""The data files of refusals as they are shipped: whole, sourced, worded in both languages, and true to what they name."""

import csv
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.domain.factors import FactorKind, Side, counter_factors, parse_factors
from workbench.domain.readiness import Gap, Missing
from workbench.domain.refusal_grounds import Clause
from workbench.domain.tables import DataFileError
from workbench.services.laws import load_rulebooks
from workbench.services.refusal_data import factors_for, load_alternatives, load_factors, read_table, tell
from workbench.services.registers import VOCABULARY, load_purposes, load_schedule, load_systems
from workbench.services.resources import RESOURCES
from workbench.services.wording import LANGUAGES, words

ABOUT: dict[Gap, str] = {
    Gap.GROUND_BARRED: "EU.privacy",
    Gap.GROUND_UNKNOWN: "EU.privacy",
    Gap.GROUND_WITHOUT_SOURCE: "EU.privacy",
    Gap.NO_GROUND: "US-OTHER",
    Gap.FACTOR_UNFIT: "exc.repeat",
    Gap.NO_SENTENCE: "exc.repeat",
    Gap.NO_EVIDENCE: "exc.repeat",
    Gap.TOO_FEW_EARLIER: "exc.repeat",
    Gap.CHANGE_NOT_SAID: "DSR-2026-0019",
    Gap.UNANSWERED: "own.delay",
    Gap.NOT_CONSIDERED: "answer_again",
    Gap.NO_RESULT: "limit_search",
    Gap.ITEM_INCOMPLETE: "2",
    Gap.KEPT_INCOMPLETE: "birth_date",
    Gap.NEED_NOT_ENOUGH: "ip_address",
    Gap.LATE_UNSAID: "US-OTHER",
    Gap.TIME_UNKNOWN: "US-OTHER",
    Gap.CONTENT_MISSING: "authority_address",
    Gap.REMEDY_MISSING: "EU court",
}
NAMED_AS_THEY_ARE = {Gap.CHANGE_NOT_SAID, Gap.ITEM_INCOMPLETE}

language = pytest.mark.parametrize("language", LANGUAGES)


def _raw() -> dict[str, object]:
    return tomllib.loads((RESOURCES / "factors.toml").read_text(encoding="utf-8"))


def test_every_factor_is_there_with_its_source_and_both_languages() -> None:
    factors = load_factors()
    shared = [factor for factor in factors if not factor.own]
    assert len(shared) == 69
    assert Counter(factor.side for factor in shared) == {Side.FOR: 40, Side.AGAINST: 29}
    for factor in factors:
        assert factor.source.cite
        assert {name for name, text in factor.texts if text.strip()} == {"en", "id"}
        assert set(factor.laws) <= set(load_rulebooks())


def test_the_offices_own_factors_only_speak_against_and_claim_no_law() -> None:
    own = [factor for factor in load_factors() if factor.own]
    assert {factor.id for factor in own} == {"own.genuine", "own.changed", "own.vulnerable", "own.delay"}
    assert {factor.side for factor in own} == {Side.AGAINST}
    assert {factor.source.confidence.value for factor in own} == {"L"}


@pytest.mark.parametrize(
    ("law", "asked"),
    [
        pytest.param("GB", {"own.vulnerable", "own.delay"}, id="the ICO asks for genuine interest and new data itself"),
        pytest.param("SG", {"own.genuine", "own.changed", "own.vulnerable", "own.delay"}, id="Singapore asks for none"),
        pytest.param("NZ", {"own.changed", "own.vulnerable", "own.delay"}, id="New Zealand asks for the person"),
    ],
)
def test_the_offices_own_question_is_not_asked_beside_the_same_one_of_the_law(law: str, asked: set[str]) -> None:
    found = {factor.id for factor in counter_factors(load_factors(), law, Clause.FRIVOLOUS) if factor.own}
    assert found == asked


def test_a_refusal_for_repeats_is_not_asked_about_rude_language_and_the_other_way_round() -> None:
    factors = {factor.id: factor for factor in load_factors()}
    repeats = counter_factors(factors.values(), "EU", Clause.FRIVOLOUS, [factors["exc.repeat"]])
    malice = counter_factors(factors.values(), "EU", Clause.FRIVOLOUS, [factors["unf.says_disrupt"]])
    both = counter_factors(factors.values(), "EU", Clause.FRIVOLOUS, [factors["exc.repeat"], factors["unf.says_disrupt"]])
    excess = {FactorKind.EXCESSIVE, FactorKind.REPETITIVE, FactorKind.GENERAL}
    assert {factor.kind for factor in repeats} == excess
    assert {factor.kind for factor in malice} == {FactorKind.UNFOUNDED, FactorKind.VEXATIOUS, FactorKind.GENERAL}
    assert {factor.kind for factor in both} == excess | {FactorKind.UNFOUNDED, FactorKind.VEXATIOUS}


def test_factors_of_another_clause_are_not_offered() -> None:
    assert {one.factor.kind for one in factors_for("EU", Clause.PRIVACY)} == {FactorKind.PRIVACY_OF_OTHERS}
    assert factors_for("EU", Clause.NOT_REQUIRED) == ()
    by_id = {one.factor.id: one for one in factors_for("EU", Clause.FRIVOLOUS)}
    assert by_id["exc.repeat"].law_says_so
    assert not by_id["vex.trouble_only"].law_says_so


@pytest.mark.parametrize(
    ("changed", "key", "problem"),
    [
        pytest.param({"mood": "x"}, "mood", "unknown_key", id="unknown key"),
        pytest.param({"kind": "rude"}, "kind = rude", "unknown_word", id="unknown kind"),
        pytest.param({"side": "both"}, "side = both", "unknown_word", id="unknown side"),
        pytest.param({"text_id": ""}, "text_id", "missing", id="one language"),
        pytest.param({"source": ""}, "source", "missing", id="no source"),
        pytest.param({"conf": "X"}, "conf = X", "unknown_word", id="unknown confidence"),
        pytest.param({"laws": []}, "laws", "missing", id="no law"),
        pytest.param({"laws": ["*"]}, "laws", "unknown_word", id="an own factor for"),
        pytest.param({"laws": ["*", "EU"]}, "laws", "unknown_word", id="every law and one"),
        pytest.param({"earlier": -1}, "earlier", "not_a_count", id="less than none"),
        pytest.param({"covered_by": ["x"]}, "covered_by", "unknown_word", id="covered by no factor"),
    ],
)
def test_a_slip_in_the_factors_is_named_with_its_place(changed: dict[str, object], key: str, problem: str) -> None:
    data = _raw()
    found = data["factor"]
    assert isinstance(found, list)
    data["factor"] = [found[0] | changed, *found[1:]]
    with pytest.raises(DataFileError) as refused:
        parse_factors(data)
    assert refused.value.details == {
        "file": "factors.toml",
        "where": f"factor {found[0]['id']}",
        "key": key,
        "problem": problem,
    }


def test_a_factor_twice_is_refused() -> None:
    data = _raw()
    found = data["factor"]
    assert isinstance(found, list)
    with pytest.raises(DataFileError) as refused:
        parse_factors(data | {"factor": [*found, found[0]]})
    assert refused.value.details["problem"] == "twice"


@pytest.mark.parametrize(
    ("write", "problem"),
    [
        pytest.param(lambda path: path.write_text("a = ", encoding="utf-8"), "not_toml", id="no TOML"),
        pytest.param(lambda path: path.write_bytes(b"a = '\xff'"), "not_toml", id="not in UTF-8"),
        pytest.param(lambda _: None, "not_there", id="no file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, write: Callable[[Path], object], problem: str) -> None:
    path = tmp_path / "factors.toml"
    write(path)
    with pytest.raises(DataFileError) as refused:
        read_table(path)
    assert (refused.value.details["file"], refused.value.details["problem"]) == ("factors.toml", problem)


@language
def test_the_problem_of_a_data_file_is_told_in_words(language: str) -> None:
    told = words(language).error(DataFileError(file="factors.toml", where="factor x", key="mood", problem="unknown_key"))
    assert "factors.toml" in told
    assert "unknown_key" not in told


@language
@pytest.mark.parametrize("gap", Gap)
def test_every_gap_is_told_without_a_code(gap: Gap, language: str) -> None:
    about = ABOUT.get(gap, "")
    told = tell(Missing(gap, about), language)
    assert told.endswith((".", "!")) or about
    assert "{" not in told
    if about and gap not in NAMED_AS_THEY_ARE:
        assert about not in told


@language
def test_a_missing_remedy_names_the_law_and_the_remedy(language: str) -> None:
    told = tell(Missing(Gap.REMEDY_MISSING, "EU court"), language)
    assert words(language).word("law", "EU") in told
    assert words(language).word("remedy", "court") in told


def test_a_barred_ground_is_told_by_its_title_and_article() -> None:
    assert "Rights and freedoms of others (GDPR Arts 15(4)" in tell(Missing(Gap.GROUND_BARRED, "EU.privacy"), "en")
    assert tell(Missing(Gap.GROUND_UNKNOWN, "XX.none"), "en").endswith(": XX.none")


@language
def test_everything_that_the_registers_name_has_its_word(language: str) -> None:
    known = words(language)
    purposes, _ = load_purposes()
    categories = {name for purpose in purposes for name in purpose.categories}
    categories |= {name for keep in load_schedule().keeps for name in keep.categories}
    categories |= {name for one in load_schedule().suppression for name in (*one.categories, *one.when)}
    categories |= {name for system in load_systems().systems for name in system.categories}
    assert [name for name in sorted(categories) if not known.has("category", name)] == []
    assert [purpose.id for purpose in purposes if not known.has("purpose", purpose.id)] == []
    assert [system.id for system in load_systems().systems if not known.has("system", system.id)] == []


def test_every_category_of_the_policy_stands_in_a_system_and_in_a_purpose() -> None:
    categories = set(words("en").keys("category"))
    systems = {name for system in load_systems().systems if not system.recipient for name in system.categories}
    purposes = {name for purpose in load_purposes()[0] for name in purpose.categories}
    assert categories - systems == set()
    assert categories - purposes == {"birth_date"}, "the policy collects it and names no purpose of its own"


def test_the_registers_name_only_laws_that_are_shipped() -> None:
    purposes, known = load_purposes()
    named = {law for purpose in purposes for basis in purpose.bases for law in basis.laws}
    named |= {law for law, _ in known.family} | {rule.law for rule in known.rules}
    named |= {law for keep in load_schedule().keeps for law in keep.laws}
    named |= {rule.law for rule in load_systems().tell}
    named |= {one.law for one in load_alternatives() if one.law}
    assert named <= set(load_rulebooks())


def test_the_terms_of_factors_are_terms_of_the_vocabulary() -> None:
    with (VOCABULARY / "justifications.csv").open(encoding="utf-8", newline="") as file:
        terms = {row["term"] for row in csv.DictReader(file)}
    named = {factor.dpv for factor in load_factors() if factor.dpv}
    assert {name.removeprefix("justifications:") for name in named} <= terms
    assert all(name.startswith("justifications:") for name in named)


def test_the_rights_of_the_mapping_are_rights_of_the_vocabulary() -> None:
    with (VOCABULARY / "eu_gdpr_rights.csv").open(encoding="utf-8", newline="") as file:
        terms = {row["term"] for row in csv.DictReader(file)}
    _, known = load_purposes()
    assert {right for _, right in known.mapped} <= terms
    assert len(known.mapped) == 137


def test_the_vocabulary_carries_its_notice() -> None:
    notice = (VOCABULARY / "NOTICE.md").read_text(encoding="utf-8")
    shipped = {path.name for path in VOCABULARY.glob("*.csv")}
    assert shipped == {name for name in shipped if f"`{name}`" in notice}
    assert "W3C Software and Document Licence" in notice
