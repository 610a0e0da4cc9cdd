"""The rulebooks that are shipped: complete, cited, in two languages, and refused when a key is wrong."""

import re
import shutil
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from workbench.domain.reckon import zone_of
from workbench.domain.rights import OFFERED_RIGHTS, Right
from workbench.domain.rulebooks import Confidence, LawUnknownError, RulebookError
from workbench.services import laws

TODAY = date(2026, 11, 26)
LAWS = ("EU", "GB", "ID")
MEMBERS = [
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
    "IS",
    "LI",
    "NO",
]


def test_every_law_is_shipped_with_every_rule() -> None:
    assert len(laws.load_rulebooks()) == 37
    assert set(LAWS) < set(laws.load_rulebooks())
    assert sum(len(book.limits) for book in laws.load_rulebooks().values()) == 176


@pytest.mark.parametrize("law", LAWS)
def test_every_number_has_its_source(law: str) -> None:
    rulebook = laws.rulebook(law)
    assert len(rulebook.digest) == 12
    for limit in rulebook.limits:
        assert limit.id.startswith(f"{law}.")
        assert limit.source.cite
    for pause in rulebook.pauses:
        assert pause.source.cite
    for ground in rulebook.grounds:
        assert ground.id.startswith(f"{law}.")
        assert ground.source.cite


@pytest.mark.parametrize("law", LAWS)
def test_names_grounds_and_remedies_are_there_in_both_languages(law: str) -> None:
    rulebook = laws.rulebook(law)
    texts = [rulebook.names, rulebook.short_names, *(ground.titles for ground in rulebook.grounds)]
    texts += [remedy.texts for remedy in rulebook.remedies if not remedy.general]
    texts += [ground.letter_texts for ground in rulebook.grounds if ground.usable]
    for text in texts:
        assert [language for language, words in text if words] == ["en", "id"]


@pytest.mark.parametrize("law", LAWS)
def test_a_ground_that_the_law_does_not_know_has_no_sentence_for_a_letter(law: str) -> None:
    for ground in laws.rulebook(law).grounds:
        assert bool(ground.letter_texts) is ground.usable


@pytest.mark.parametrize("law", LAWS)
def test_every_remedy_names_nothing_but_the_authority(law: str) -> None:
    for remedy in laws.rulebook(law).remedies:
        for _, text in remedy.texts:
            assert text.format(authority="A").count("{") == 0


@pytest.mark.parametrize(
    ("law", "kinds"),
    [
        pytest.param("EU", ["complaint", "court"], id="EU: Arts 77 and 79"),
        pytest.param("GB", ["controller", "complaint", "court"], id="GB: ss. 164A, 165 and 167"),
        pytest.param("ID", ["complaint", "dispute", "damages"], id="ID: agency, Art 64, Art 12"),
        pytest.param("JP", ["complaint", "court"], id="JP: Art 39"),
        pytest.param("ZA", ["complaint", "court"], id="ZA: PAIA s.56(3)"),
    ],
)
def test_the_remedies_of_each_law(law: str, kinds: list[str]) -> None:
    assert [remedy.kind for remedy in laws.rulebook(law).remedies] == kinds


@pytest.mark.parametrize("law", sorted(laws.load_rulebooks()))
def test_every_law_has_one_way_to_a_court_or_says_that_it_names_none(law: str) -> None:
    rulebook = laws.rulebook(law)
    ways = [remedy for remedy in rulebook.remedies if remedy.kind in {"court", "dispute"}]
    assert len(ways) == 1
    assert rulebook.court_unnamed is ways[0].general
    assert bool(ways[0].source.cite) is not ways[0].general


def test_the_laws_whose_research_speaks_of_a_court_name_the_way_to_it() -> None:
    named = {law for law in laws.load_rulebooks() if not laws.rulebook(law).court_unnamed}
    assert named == {"EU", "GB", "ID", "CH", "AR", "CN", "VN", "NG", "IL", "ZA", "JP", "AE-DIFC", "AE-ADGM", "JE"}


def test_the_eu_has_every_member_state_and_the_eea_with_zone_and_authority() -> None:
    rulebook = laws.rulebook("EU")
    for country in MEMBERS:
        assert country in rulebook.places
        assert zone_of(rulebook, country)
        assert laws.authority_for("EU", country) is not None
    assert "EU" not in rulebook.places


@pytest.mark.parametrize("law", LAWS)
def test_every_place_has_a_zone_and_an_authority(law: str) -> None:
    rulebook = laws.rulebook(law)
    for place in laws.places(law):
        assert ZoneInfo(zone_of(rulebook, place))
        assert laws.authority_for(law, place) is not None


@pytest.mark.parametrize(
    ("place", "zone"),
    [("ES", "Europe/Madrid"), ("ES-CN", "Atlantic/Canary"), ("DE-NW", "Europe/Berlin"), ("PT-20", "Atlantic/Azores")],
)
def test_the_zone_of_a_part_of_a_state(place: str, zone: str) -> None:
    assert zone_of(laws.rulebook("EU"), place) == zone


def test_a_land_has_its_own_authority_and_a_region_without_one_its_states() -> None:
    land, state, region = (laws.authority_for("EU", place) for place in ("DE-NW", "DE", "ES-CT"))
    assert land is not None
    assert state is not None
    assert region is not None
    assert "Nordrhein-Westfalen" in land.name
    assert "Bundesbeauftragte" in state.name
    assert region.place == "ES"


def test_only_a_verified_address_is_for_letters() -> None:
    verified = {one.id for law in LAWS for one in laws.rulebook(law).authorities if one.address}
    assert verified == {"gbico"}
    interim = laws.authority_for("ID", "ID")
    assert interim is not None
    assert (interim.address, interim.listed_address) == ((), ())


def test_a_law_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(LawUnknownError) as refused:
        laws.rulebook("FR")
    assert refused.value.details == {"law": "FR"}


def test_indonesia_knows_no_frivolous_request() -> None:
    lines = {line.ground.id: line for line in laws.grounds_for("ID", Right.ACCESS, TODAY)}
    assert not lines["ID.frivolous"].usable
    assert lines["ID.frivolous"].why_not == "law_knows_none"
    assert lines["ID.privacy"].usable


def test_a_ground_holds_from_the_day_it_is_law() -> None:
    before = {line.ground.id: line.why_not for line in laws.grounds_for("ID", Right.RECTIFICATION, date(2027, 1, 15))}
    after = {line.ground.id: line.why_not for line in laws.grounds_for("ID", Right.RECTIFICATION, date(2027, 1, 16))}
    assert before["ID.rectify_refuse"] == "not_yet_in_force"
    assert after["ID.rectify_refuse"] == ""


def test_grounds_that_can_be_used_come_first() -> None:
    usable = [line.usable for line in laws.grounds_for("EU", Right.ACCESS, TODAY)]
    assert usable == sorted(usable, reverse=True)
    assert usable[-1] is False


@pytest.mark.parametrize("law", LAWS)
def test_every_offered_right_that_a_law_sets_a_limit_for_has_its_article(law: str) -> None:
    rulebook = laws.rulebook(law)
    named = dict(rulebook.right_articles)
    limited = {right for limit in rulebook.limits if limit.kind == "respond" for right in limit.rights}
    missing = {right for right in OFFERED_RIGHTS if right in limited and right not in named}
    assert missing <= ({Right.AUTOMATED_DECISION} if law == "GB" else set())


def test_the_rules_are_listed_law_by_law() -> None:
    lines = laws.list_rules()
    assert [line.limit.id for line in lines if line.law == "GB"][:2] == ["GB.respond", "GB.refuse"]
    assert len(lines) == sum(len(book.limits) for book in laws.load_rulebooks().values())


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        pytest.param(lambda text: text.replace("[[rules]]", "[[rules]]\ndeadline = 30", 1), "unknown_key", id="unknown key"),
        pytest.param(lambda text: text + "[[", "not_toml", id="no TOML"),
        pytest.param(lambda text: text.replace('id = "GB"', 'id = "UK"', 1), "another_law", id="another law's name"),
    ],
)
def test_a_damaged_rulebook_is_refused_by_name(tmp_path: Path, damage: object, problem: str) -> None:
    assert callable(damage)
    path = tmp_path / "GB.toml"
    shutil.copy(laws.FOLDER / "GB.toml", path)
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(RulebookError) as refused:
        laws.read_rulebook(path)
    assert refused.value.details["problem"] == problem
    assert refused.value.details["law"] in {"GB", "UK"}


@pytest.mark.parametrize("law", sorted(laws.load_rulebooks()))
def test_no_rulebook_takes_a_slip(law: str) -> None:
    text = laws.rulebook(law).text
    slips = {
        "unknown_key": text.replace("[[rules]]\n", '[[rules]]\nextra = "1"\n', 1),
        "missing": re.sub(r"(?m)^cite = .*\n", "", text, count=1),
        "twice": text + "\n" + text[text.index("[[rules]]") :].split("\n\n", 1)[0] + "\n",
    }
    for problem, slipped in slips.items():
        with pytest.raises(RulebookError) as refused:
            laws.read_text(law, slipped)
        assert (refused.value.details["law"], refused.value.details["problem"]) == (law, problem)
        assert refused.value.details["where"]
        assert refused.value.details["key"]


def test_a_gap_between_two_versions_of_a_rule_is_refused() -> None:
    text = laws.rulebook("ID").text
    rule = text[text.index('[[rules]]\nid = "ID.copy_act"') :].split("\n\n", 1)[0]
    later = rule.replace('effective_to = "2027-01-15"', 'effective_from = "2027-02-01"')
    with pytest.raises(RulebookError) as refused:
        laws.read_text("ID", f"{text}\n{later}\n")
    assert refused.value.details["problem"] == "gap"
    assert refused.value.details["where"] == "rules ID.copy_act"
    follows = rule.replace('effective_to = "2027-01-15"', 'effective_from = "2027-01-16"')
    assert laws.read_text("ID", f"{text}\n{follows}\n").limit("ID.copy_act", on=date(2027, 1, 16)) is not None


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        ('on = "13-01"', "not_a_month_and_day"),
        ('on = "02-29"', "not_a_month_and_day"),
        ('on = "05-01"\neaster = 1', "day_found_in_one_way"),
        ('from = "12-25"', "day_found_in_one_way"),
        ('weekday = "mon"', "day_found_in_one_way"),
        ('weekday = "moon"\nnth = 1\nmonth = 5', "unknown_word"),
        ('easter = "1"', "not_a_number"),
    ],
    ids=[
        "no such month",
        "a day of leap years alone",
        "two ways",
        "a span without end",
        "a weekday alone",
        "no weekday",
        "no number",
    ],
)
def test_a_rest_day_that_cannot_be_found_is_refused(day: str, problem: str) -> None:
    table = f'\n[[rest_days]]\nname = "x"\n{day}\ncite = "c"\nconf = "M"\n'
    with pytest.raises(RulebookError) as refused:
        laws.read_text("SG", laws.rulebook("SG").text + table)
    assert refused.value.details["problem"] == problem


@pytest.mark.parametrize("law", sorted(laws.load_rulebooks()))
def test_every_law_speaks_both_languages_and_names_a_remedy(law: str) -> None:
    book = laws.rulebook(law)
    for texts in (book.names, book.short_names, *(ground.titles for ground in book.grounds)):
        assert set(dict(texts)) == {"en", "id"}
        assert all(dict(texts).values())
    for ground in book.grounds:
        if ground.usable:
            told = dict(ground.letter_texts)
            assert told["en"], ground.id
            assert told["id"]
    assert book.remedies
    assert all(set(dict(remedy.texts)) == {"en", "id"} for remedy in book.remedies if not remedy.general)
    assert book.authorities
    assert all(not one.address for one in book.authorities if one.confidence is not Confidence.HIGH)


def test_short_names_are_told_apart() -> None:
    names = [dict(book.short_names)["en"] for book in laws.load_rulebooks().values()]
    assert len(set(names)) == len(names)
