"""The rulebook parser is strict: what it does not know, it refuses by naming law, place and key."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.domain.lawbook import (
    ONE_MONTH,
    TEN_WORKING_DAYS,
    THIRTY_DAYS,
    THREE_DAYS_IN_HOURS,
    TWO_MORE_MONTHS,
    book,
    data,
    pause,
    rule,
)
from workbench.domain.periods import FirstDay, Period, Roll, Unit
from workbench.domain.rights import Right
from workbench.domain.rulebook_data import parse_rulebook
from workbench.domain.rulebooks import Confidence, ExtensionOrigin, RulebookError

GROUND: dict[str, object] = {
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
REMEDY: dict[str, object] = {"kind": "court", "cite": "Art 9", "conf": "H", "texts": {"en": "A court."}}
GENERAL: dict[str, object] = {"kind": "court", "general": True}
DISAGREE = "general_and_law_disagree"
AUTHORITY: dict[str, object] = {
    "id": "xx",
    "place": "XX",
    "name": "Authority",
    "source": "list",
    "conf": "M",
    "address": ["1 Road"],
}
CONTENT: dict[str, object] = {"letter": "refusal", "code": "reason", "duty": True, "cite": "Art 5", "conf": "H"}


def _problem(table: Mapping[str, object]) -> tuple[object, object, object]:
    with pytest.raises(RulebookError) as refused:
        parse_rulebook(table, digest="test")
    details = refused.value.details
    assert details["law"] == "XX"
    return details["where"], details["key"], details["problem"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(data(shape="round"), ("rulebook", "shape", "unknown_key"), id="in the rulebook"),
        pytest.param(data([rule(**ONE_MONTH, days=30)]), ("rules XX.respond", "days", "unknown_key"), id="in a rule"),
        pytest.param(
            data(pauses=[pause("none", until="x")]), ("pauses identity_requested", "until", "unknown_key"), id="in a pause"
        ),
        pytest.param(data(grounds=[GROUND | {"why": "x"}]), ("grounds XX.ground", "why", "unknown_key"), id="in a ground"),
        pytest.param(data(remedies=[REMEDY | {"why": "x"}]), ("remedies 1", "why", "unknown_key"), id="in a remedy"),
        pytest.param(
            data(authorities=[AUTHORITY | {"fax": "1"}]), ("authorities xx", "fax", "unknown_key"), id="in an authority"
        ),
        pytest.param(data(contents=[CONTENT | {"fax": "1"}]), ("contents 1", "fax", "unknown_key"), id="in a content"),
    ],
)
def test_an_unknown_key_is_named_with_its_place(table: dict[str, object], expected: tuple[str, str, str]) -> None:
    assert _problem(table) == expected


@pytest.mark.parametrize(
    ("changed", "key", "problem"),
    [
        pytest.param({"kind": "answer"}, "kind = answer", "unknown_word", id="kind"),
        pytest.param({"trigger": ["request_arrived"]}, "trigger = request_arrived", "unknown_word", id="trigger"),
        pytest.param({"trigger": []}, "trigger", "missing", id="no trigger"),
        pytest.param({"rights": ["reading"]}, "rights = reading", "unknown_word", id="right"),
        pytest.param({"conf": "X"}, "conf = X", "unknown_word", id="confidence"),
        pytest.param({"cite": ""}, "cite", "missing", id="no citation"),
        pytest.param({"n": 0}, "n", "not_a_count", id="zero"),
        pytest.param({"n": True}, "n", "not_a_count", id="true is no number"),
        pytest.param({"n": 1.5}, "n", "not_a_count", id="a fraction"),
        pytest.param({"unit": "year"}, "unit = year", "unknown_word", id="unit"),
        pytest.param({"first": "instant"}, "first", "unit_and_first_day_disagree", id="a month from the instant"),
        pytest.param({"roll": "back"}, "roll = back", "unknown_word", id="roll"),
        pytest.param({"open_ended": True}, "n", "open_ended_has_no_number", id="open-ended with a number"),
        pytest.param({"effective_from": "16 Jan 2027"}, "effective_from", "not_a_date", id="a date in words"),
        pytest.param({"effective_from": 2027}, "effective_from", "not_a_date", id="a year for a date"),
        pytest.param({"minimum": "yes"}, "minimum", "not_true_or_false", id="a word for a flag"),
        pytest.param({"minimum": True}, "roll", "minimum_and_backward_never_roll", id="a minimum that rolls"),
        pytest.param({"ext_n": 2, "ext_unit": "month"}, "ext_n", "extension_without_origin", id="extension without origin"),
        pytest.param(
            {"ext_from": "start", "ext_notice": "base_due"},
            "ext_n",
            "extension_and_origin_disagree",
            id="origin without length",
        ),
        pytest.param({"ext_from": "stated_date"}, "ext_notice", "missing", id="extension without notice"),
        pytest.param(
            TWO_MORE_MONTHS | {"ext_notice": "XX.none"}, "ext_notice = XX.none", "unknown_rule", id="notice of no rule"
        ),
        pytest.param({"follows": "XX.none"}, "follows = XX.none", "unknown_rule", id="follows no rule"),
        pytest.param({"follows": "XX.respond"}, "follows = XX.respond", "unknown_rule", id="follows itself"),
        pytest.param({"combine": "max_with:XX.other"}, "combine = max_with:XX.other", "unknown_word", id="combine"),
        pytest.param({"guide_n": 5}, "guide_unit", "missing", id="guide without unit"),
        pytest.param({"guide_unit": "day"}, "guide_n", "missing", id="unit without number"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(changed: dict[str, object], key: str, problem: str) -> None:
    assert _problem(data([rule(**(ONE_MONTH | changed))])) == ("rules XX.respond", key, problem)


@pytest.mark.parametrize(
    ("changed", "key", "problem"),
    [
        pytest.param({"roll": "next_bd"}, "roll", "hours_never_roll", id="hours that roll"),
        pytest.param(TWO_MORE_MONTHS, "ext_from", "hours_are_never_extended", id="hours with an extension"),
    ],
)
def test_hours_are_neither_rolled_nor_extended(changed: dict[str, object], key: str, problem: str) -> None:
    assert _problem(data([rule(**(THREE_DAYS_IN_HOURS | changed))])) == ("rules XX.respond", key, problem)


@pytest.mark.parametrize(
    ("table", "where", "problem"),
    [
        pytest.param(data(tz="Mars/Base"), "tz = Mars/Base", "unknown_zone", id="zone of the law"),
        pytest.param(data(zones={"YY": "Mars"}), "YY = Mars", "unknown_zone", id="zone of a place"),
        pytest.param(data(nonworking=[]), "nonworking", "missing", id="no rest days"),
        pytest.param(data() | {"rules": "all"}, "rules", "not_a_list_of_tables", id="rules as text"),
        pytest.param(data(places="XX"), "places", "not_a_list_of_text", id="places as text"),
        pytest.param(data(names={"en": 1}), "names", "not_a_table_of_text", id="a number for a name"),
        pytest.param(data(name=1), "name", "not_text", id="a number for text"),
        pytest.param(
            data(right_articles={"reading": "Art 1"}), "right_articles = reading", "unknown_word", id="articles of no right"
        ),
    ],
)
def test_a_rulebook_that_cannot_be_is_refused(table: dict[str, object], where: str, problem: str) -> None:
    assert _problem(table) == ("rulebook", where, problem)


@pytest.mark.parametrize(
    ("table", "key", "problem"),
    [
        pytest.param(data(pauses=[pause("stop")]), "effect = stop", "unknown_word", id="effect"),
        pytest.param(data(pauses=[pause("restart", open="asked")]), "open = asked", "unknown_word", id="opening event"),
        pytest.param(
            data(pauses=[pause("restart", n=5, unit="day")]), "n", "pause_and_number_disagree", id="a number too many"
        ),
        pytest.param(data(pauses=[pause("lapse")]), "n", "pause_and_number_disagree", id="a number missing"),
        pytest.param(data(pauses=[pause("restart", also=["all"])]), "also", "unknown_word", id="what else it touches"),
        pytest.param(data(grounds=[GROUND | {"law": "YY"}]), "law", "another_law", id="a ground of another law"),
        pytest.param(data(grounds=[GROUND | {"rights": []}]), "rights", "missing", id="a ground without rights"),
        pytest.param(data(remedies=[REMEDY | {"kind": "duel"}]), "kind = duel", "unknown_word", id="remedy"),
        pytest.param(data(remedies=[REMEDY | {"texts": {}}]), "texts", "missing", id="a remedy without words"),
        pytest.param(data(remedies=[GENERAL | {"texts": {"en": "A."}}]), "general", DISAGREE, id="a general remedy with words"),
        pytest.param(data(remedies=[GENERAL | {"kind": "damages"}]), "general", DISAGREE, id="general and no court"),
        pytest.param(data(remedies=[GENERAL, REMEDY]), "general", DISAGREE, id="a general remedy beside a court"),
        pytest.param(data(remedies=[GENERAL, REMEDY | {"kind": "dispute"}]), "general", DISAGREE, id="and beside a dispute"),
        pytest.param(
            data(remedies=[GENERAL | {"cite": "Art 9"}]), "cite", "unknown_key", id="a general remedy with an article"
        ),
        pytest.param(data(contents=[CONTENT | {"letter": "poem"}]), "letter = poem", "unknown_word", id="letter"),
        pytest.param(data(grounds=[GROUND, GROUND]), "XX.ground", "twice", id="a ground twice"),
        pytest.param(data([rule(**ONE_MONTH), rule(**THIRTY_DAYS)]), "XX.respond", "twice", id="a rule twice at one time"),
    ],
)
def test_the_other_tables_are_as_strict(table: dict[str, object], key: str, problem: str) -> None:
    _, found_key, found_problem = _problem(table)
    assert (found_key, found_problem) == (key, problem)


def test_versions_of_a_rule_may_follow_each_other() -> None:
    old = rule(**THIRTY_DAYS, effective_to="2026-12-31")
    new = rule(**ONE_MONTH, effective_from=date(2027, 1, 1))
    rulebook = book([old, new])
    before, after = rulebook.limit("XX.respond", on=date(2026, 12, 31)), rulebook.limit("XX.respond", on=date(2027, 1, 1))
    assert before is not None
    assert after is not None
    assert (before.period, after.period) == (Period(30, Unit.DAY), Period(1, Unit.MONTH))


def test_every_key_of_a_rule_is_read() -> None:
    keys = {
        "safe_n": 20,
        "safe_unit": "day",
        "safe_first": "event_day",
        "guide_n": 5,
        "guide_unit": "day",
        "guide_first": "next_day",
        "guide_roll": "next_bd",
        "ceiling": True,
        "published_param": "own_days",
        "guideline": True,
        "partial_compliance": True,
        "third_party_n": 45,
        "double_if": "small_agent",
        "scope": "app",
        "variant": "full",
        "place": "XX",
        "note": "a note",
    }
    limit = book([rule(**(ONE_MONTH | TWO_MORE_MONTHS | keys))]).limits[0]
    assert limit.rights == (Right.ACCESS,)
    assert limit.roll is Roll.NEXT_BUSINESS_DAY
    assert limit.source.confidence is Confidence.HIGH
    assert limit.extension is not None
    assert (limit.extension.origin, limit.extension.period, limit.extension.most) == (
        ExtensionOrigin.START,
        Period(2, Unit.MONTH),
        1,
    )
    assert (limit.safe_period, limit.safe_first) == (Period(20, Unit.DAY), FirstDay.EVENT_DAY)
    assert (limit.guide_period, limit.guide_roll) == (Period(5, Unit.DAY), Roll.NEXT_BUSINESS_DAY)
    assert (limit.ceiling, limit.guideline, limit.partial_compliance) == (True, True, True)
    assert (limit.published_param, limit.third_party_count, limit.double_if) == ("own_days", 45, "small_agent")
    assert (limit.scope, limit.variant, limit.place, limit.note) == ("app", "full", "XX", "a note")


def test_a_star_means_every_right() -> None:
    limit = book([rule(**(ONE_MONTH | {"rights": ["*"]}))]).limits[0]
    assert limit.every_right
    assert limit.rights == ()


def test_rest_days_and_holiday_sets_are_told_apart() -> None:
    rulebook = book([rule(**TEN_WORKING_DAYS)], nonworking=["fri", "sat", "public:XX"])
    assert rulebook.rest_weekdays == {4, 5}
    assert rulebook.holiday_sets == ("public:XX",)


def test_an_address_that_nobody_verified_is_not_for_letters() -> None:
    first, second = book(authorities=[AUTHORITY, AUTHORITY | {"id": "yy", "conf": "H"}]).authorities
    assert (first.address, first.listed_address) == ((), ("1 Road",))
    assert second.address == ("1 Road",)


def test_what_a_law_says_in_words_is_kept_as_notes() -> None:
    rulebook = book(fee="free", sources=["a", "b"])
    assert rulebook.notes == (("fee", "free"), ("sources", "a; b"))
