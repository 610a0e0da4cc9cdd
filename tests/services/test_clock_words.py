"""The words of clocks: every step, kind, state and refusal of this area reads as a sentence in both languages."""

import tomllib
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from workbench.domain.clocks import ClockState, Event, Step, StepKind
from workbench.domain.periods import FirstDay, Roll, Unit
from workbench.domain.reckon import reckon, zone_of
from workbench.domain.rulebooks import EVENT_NAMES, ExtensionOrigin, LimitKind, PauseEffect
from workbench.services.calendars import calendar_for
from workbench.services.laws import load_rulebooks
from workbench.services.resources import RESOURCES
from workbench.services.wording import LANGUAGES, words

FOLDER = RESOURCES / "translations" / "words"
ENUMS = {
    "step": StepKind,
    "limit_kind": LimitKind,
    "clock_state": ClockState,
    "unit": Unit,
    "first_day": FirstDay,
    "roll": Roll,
    "extension_origin": ExtensionOrigin,
    "pause_effect": PauseEffect,
}


def test_both_languages_have_the_same_words() -> None:
    english, indonesian = (
        tomllib.loads((FOLDER / f"clocks.{language}.toml").read_text(encoding="utf-8")) for language in LANGUAGES
    )
    assert {table: list(entries) for table, entries in english.items()} == {
        table: list(entries) for table, entries in indonesian.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ENUMS)
def test_every_word_of_an_enumeration_is_worded(language: str, table: str) -> None:
    assert [member for member in ENUMS[table] if not words(language).has(table, member.value)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_is_worded(language: str) -> None:
    assert [name for name in sorted(EVENT_NAMES) if not words(language).has("event", name)] == []


def _steps() -> list[Step]:
    """Return every step that the shipped laws take in a set of stories that reach each branch."""
    begin = datetime(2026, 1, 31, 8, 20, tzinfo=ZoneInfo("Europe/Paris"))
    stories = [
        [],
        [("identity_requested", date(2026, 2, 1))],
        [("identity_requested", date(2026, 2, 6)), ("identity_info_received", date(2026, 2, 18))],
        [("identity_requested", date(2026, 2, 6))],
        [("clarification_requested", date(2026, 2, 6)), ("clarification_received", date(2026, 2, 9))],
        [("extension_notified", date(2026, 2, 20))],
        [("extension_notified", date(2026, 2, 20)), ("extension_notified", date(2026, 2, 21))],
        [("extension_notified", date(2026, 5, 20))],
        [("identity_info_received", date(2026, 2, 18))],
    ]
    found: list[Step] = []
    for law in load_rulebooks().values():
        place = law.places[0]
        zone = zone_of(law, place)
        calendar = calendar_for(law, place, first_year=2025, last_year=2029)
        for limit in law.limits:
            start = datetime(2027, 5, 31, 8, 20, tzinfo=ZoneInfo(zone)) if limit.effective_from else begin
            start = begin if limit.effective_to is not None or law.rest_days.known_to is not None else start
            for story in stories:
                events = [Event(limit.trigger[0], start), *(Event(name, on) for name, on in story)]
                if limit.effective_to is None or start.date() <= limit.effective_to:
                    found.extend(reckon(limit, law, events, calendar=calendar, zone=zone).steps)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_the_shipped_laws_reads_as_a_sentence(language: str) -> None:
    steps = _steps()
    reached = {step.kind for step in steps}
    assert reached >= set(StepKind) - {StepKind.LAPSED, StepKind.AUTHORITY_SET}  # which no law sets
    for step in steps:
        sentence = words(language).step(step, "Europe/Paris")
        assert "{" not in sentence
        assert sentence.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_variant_of_a_step_has_its_words(language: str) -> None:
    variants = {
        "started_next_full_hour",
        "counted_skipping",
        "counted_back",
        "extended_stated",
        "extended_open",
        "extended_partial",
        "extension_void_late",
        "extension_void_once",
        "extension_void_undated",
        "moved_holiday",
        "moved_weekday",
        "ends_instant",
        "ends_minimum",
        "ends_backward",
        "ends_ceiling",
        "ends_guideline",
        "ends_earlier_limit",
        "lapsed_unless",
        "safe_roll",
        "safe_guidance",
        "safe_count",
        "safe_standing",
    }
    assert [variant for variant in sorted(variants) if not words(language).has("step", variant)] == []
