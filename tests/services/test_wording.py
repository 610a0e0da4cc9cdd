"""Every enum, every refusal and every word key has its words in both languages."""

import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum

import pytest

import workbench
from tests.services.refusal_words import REFUSAL_TABLES
from workbench.domain.authorities import CheckState, Competence, Initiative, Scope, Standing
from workbench.domain.batches import ItemState
from workbench.domain.breaches import BreachNature, Level, NoticeStage, NotToTell, Risk
from workbench.domain.bundles import NotShown, Variant
from workbench.domain.cases import CaseKind, Channel, EventKind
from workbench.domain.clocks import ClockState, Step, StepKind
from workbench.domain.complaints import ComplaintKind, ComplaintOutcome, WhyBarred
from workbench.domain.decisions import Outcome, Treatment
from workbench.domain.envelopes import EnvelopeForm, LabelSheet
from workbench.domain.errors import InvalidInputError, NotPermittedError, WorkbenchError
from workbench.domain.evidence import EvidenceKind
from workbench.domain.letters import DeliveryOutcome, DispatchChannel, LetterKind, LetterState, PageForm
from workbench.domain.matters import MatterKind, MatterOutcome, QuestionState
from workbench.domain.periods import FirstDay, Period, Roll, Unit
from workbench.domain.phases import Act, Phase
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Confidence, ExtensionOrigin, GroundAllowed, LimitKind, PauseEffect, Source
from workbench.domain.settings import SETTINGS
from workbench.services import tasks, undertakings
from workbench.services.breach_register import COLUMNS as BREACH_COLUMNS
from workbench.services.laws import load_rulebooks
from workbench.services.next_steps import NEXT_STEPS
from workbench.services.resources import RESOURCES
from workbench.services.today import TASKS
from workbench.services.verify import FINDINGS
from workbench.services.wording import LANGUAGES, words
from workbench.store.verify import finding_codes

TABLES: tuple[tuple[type[Enum], str], ...] = (
    (Right, "right"),
    (Outcome, "outcome"),
    (Treatment, "treatment"),
    (CaseKind, "case_kind"),
    (Channel, "channel"),
    (Channel, "by_channel"),
    (EventKind, "event"),
    (EventKind, "action"),
    (Phase, "phase"),
    (Act, "act"),
    (LetterKind, "letter"),
    (LetterState, "letter_state"),
    (DispatchChannel, "dispatch_channel"),
    (DeliveryOutcome, "delivery_outcome"),
    (EvidenceKind, "evidence_kind"),
    (ClockState, "clock_state"),
    (ClockState, "deadline_state"),
    (LimitKind, "limit_kind"),
    (StepKind, "step"),
    (Unit, "unit"),
    (FirstDay, "first_day"),
    (Roll, "roll"),
    (ExtensionOrigin, "extension_origin"),
    (PauseEffect, "pause_effect"),
    (GroundAllowed, "ground_allowed"),
    (Confidence, "confidence"),
    (PageForm, "choice"),
    (EnvelopeForm, "choice"),
    (LabelSheet, "choice"),
    *REFUSAL_TABLES,
    (ItemState, "batch_state"),
    (Variant, "bundle_variant"),
    (NotShown, "bundle_not_shown"),
    (Scope, "authority_scope"),
    (Standing, "authority_standing"),
    (CheckState, "authority_check"),
    (CheckState, "authority_check_help"),
    (Competence, "competence"),
    (BreachNature, "breach_nature"),
    (BreachNature, "breach_nature_help"),
    (Level, "breach_level"),
    (Risk, "breach_risk"),
    (NoticeStage, "notice_stage"),
    (NotToTell, "not_to_tell"),
    (Initiative, "initiative"),
    (ComplaintKind, "complaint_kind"),
    (ComplaintOutcome, "complaint_outcome"),
    (WhyBarred, "why_barred"),
    (MatterKind, "matter_kind"),
    (MatterKind, "matter_kind_help"),
    (QuestionState, "question_state"),
    (MatterOutcome, "matter_outcome"),
)
WITHOUT_WORDS = {"PostcodePlace", "SettingKind", "Indexed", "Kind", "Part", "Reader", "FirstStep"}
"""Enums that nobody reads: they choose a widget or a table row."""

STORE_ACTIONS = (
    "case_opened",
    "decision_recorded",
    "letter_drafted",
    "letter_revised",
    "letter_issued",
    "letter_dispatched",
    "letter_delivered",
    "batch_started",
    "batch_retried",
    "bundle_made",
    "evidence_added",
    "file_quarantined",
    "calendar_kept",
    "setting_saved",
    "office_image_saved",
    "officer_added",
    "office_day_saved",
    "deadline_moved",
    "authority_edited",
    "authority_checked",
    "authority_address_allowed",
    "authority_address_forbidden",
    "backup_made",
    "passphrase_changed",
    "device_key_enabled",
    "device_key_disabled",
    "opened_with_recovery_code",
    "recovery_code_renewed",
)

language = pytest.mark.parametrize("language", LANGUAGES)


def modules() -> None:
    for found in pkgutil.walk_packages(workbench.__path__, "workbench."):
        if not found.name.endswith("__main__") and ".migrations" not in found.name and "worker_entry" not in found.name:
            importlib.import_module(found.name)


def refusals(root: type[WorkbenchError] = WorkbenchError) -> Iterator[type[WorkbenchError]]:
    yield root
    for child in root.__subclasses__():
        yield from refusals(child)


def enums(root: type[Enum] = Enum) -> Iterator[type[Enum]]:
    for child in root.__subclasses__():
        if child.__module__.startswith("workbench."):
            yield child
        yield from enums(child)


@language
@pytest.mark.parametrize(("kind", "table"), TABLES, ids=[f"{kind.__name__} in {table}" for kind, table in TABLES])
def test_every_member_of_an_enum_has_its_word(kind: type[Enum], table: str, language: str) -> None:
    known = words(language)
    missing = [member.value for member in kind if not known.has(table, member.value)]
    assert missing == []


def test_no_enum_of_the_domain_is_forgotten() -> None:
    modules()
    domain = {kind.__name__ for kind in enums() if kind.__module__.startswith("workbench.domain.")}
    assert domain - {kind.__name__ for kind, _ in TABLES} - WITHOUT_WORDS == set()


@language
def test_every_refusal_has_a_sentence(language: str) -> None:
    modules()
    known = words(language)
    missing = sorted({kind.code for kind in refusals() if not known.has("error", kind.code)})
    assert missing == []


def test_every_refusal_has_a_code_of_its_own() -> None:
    modules()
    by_code: dict[str, set[str]] = {}
    for kind in refusals():
        if kind.__module__.startswith("workbench."):
            by_code.setdefault(kind.code, set()).add(kind.__name__)
    assert {code: names for code, names in by_code.items() if len(names) > 1} == {}


@language
def test_a_refusal_names_only_details_that_it_says_it_carries(language: str) -> None:
    modules()
    known = words(language)
    for kind in refusals():
        sentence = known._tables["error"].get(kind.code, "")  # the sentence as it stands, unfilled
        for name in {part[1] for part in string.Formatter().parse(sentence) if part[1]}:
            told = re.sub(r"\s+", " ", kind.__doc__ or "")
            assert f"`{name}`" in told, f"{kind.__name__} does not say that it carries {name}"


@language
@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("next_step", NEXT_STEPS),
        ("task", TASKS),
        ("task_kind", (*tasks.KINDS, *undertakings.KINDS)),
        ("task_remark", (tasks.SUPERSEDED, undertakings.KEPT, undertakings.CHANGED)),
        ("finding", (*FINDINGS, *finding_codes())),
        ("action", STORE_ACTIONS),
        ("setting", tuple(setting.key for setting in SETTINGS)),
        ("setting_help", tuple(setting.key for setting in SETTINGS)),
        ("setting_group", tuple(dict.fromkeys(setting.group for setting in SETTINGS))),
        ("standing", ("open", "closed", "all")),
        ("language", ("en", "id", "de")),
        ("law", tuple(load_rulebooks())),
        ("deadline_kind", ("respond", "ack", "refusal_notice", "notify_outcome", "extension_notice", "house_ack")),
        ("breach_notice", ("initial", "follow_up", "final", "subjects", "untold_authority", "untold_subjects")),
        ("breach_register", BREACH_COLUMNS),
        ("ground_policy", tuple({ground.policy for law in load_rulebooks().values() for ground in law.grounds})),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_key_has_its_word(table: str, keys: tuple[str, ...], language: str) -> None:
    known = words(language)
    assert [key for key in keys if not known.has(table, key)] == []


@language
def test_every_place_of_every_law_has_a_name(language: str) -> None:
    known = words(language)
    places = {place for rulebook in load_rulebooks().values() for place in rulebook.places}
    assert {place for place in places if not known.has("place", place)} == set()


def test_both_languages_have_the_same_keys_that_name_the_same_details() -> None:
    english, indonesian = words("en")._tables, words("id")._tables
    assert set(english) == set(indonesian)
    for table, entries in english.items():
        assert set(entries) == set(indonesian[table]), table
        for key, sentence in entries.items():
            named = {part[1] for part in string.Formatter().parse(sentence)}
            other = {part[1] for part in string.Formatter().parse(indonesian[table][key])}
            assert named == other, f"{table}.{key}"


def test_a_missing_word_is_a_fault_not_a_blank() -> None:
    with pytest.raises(KeyError, match=r"right\.flying"):
        words("en").word("right", "flying")


def test_an_unknown_language_reads_as_english() -> None:
    assert words("xx").word("right", "access") == "Access"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("26 November 2026", "26 November 2026, 14:30 WIB", "Thursday 26 November 2026", "26 Nov")),
        ("id", ("26 November 2026", "26 November 2026 pukul 14.30 WIB", "Kamis, 26 November 2026", "26 Nov")),
    ],
    ids=["English", "Indonesian"],
)
def test_dates_are_worded_in_the_readers_language(language: str, said: tuple[str, ...]) -> None:
    known = words(language)
    on = date(2026, 11, 26)
    instant = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
    assert (known.date(on), known.date(instant, "Asia/Jakarta"), known.weekday(on), known.short_date(on)) == said


def test_a_zone_without_a_name_is_told_by_its_offset() -> None:
    assert words("en").date(datetime(2026, 11, 26, 7, 30, tzinfo=UTC), "Asia/Dubai").endswith("11:30 UTC+04")


@pytest.mark.parametrize(
    ("period", "english", "indonesian"),
    [
        (Period(1, Unit.MONTH), "1 month", "1 bulan"),
        (Period(72, Unit.HOUR), "72 hours", "72 jam"),
        (Period(20, Unit.BUSINESS_DAY), "20 working days", "20 hari kerja"),
    ],
    ids=["a month", "hours", "working days"],
)
def test_periods_are_worded(period: Period, english: str, indonesian: str) -> None:
    assert (words("en").period(period), words("id").period(period)) == (english, indonesian)


def test_a_refusal_is_told_with_words_for_its_keys() -> None:
    refusal = NotPermittedError(command="close", phase="received", case="DSR-2026-0001")
    assert words("en").error(refusal) == "Closing the case is not possible for DSR-2026-0001: the case stands at “Received”."


def test_a_bad_field_is_named_with_its_bounds() -> None:
    refusal = InvalidInputError(field="lock_minutes", problem="out_of_range", least=1, most=240)
    assert words("en").error(refusal) == "Lock after (minutes): this must be a number from 1 to 240."


def test_a_step_says_what_happened_when_and_on_what_it_rests() -> None:
    source = Source("GDPR Art 12(3)", Confidence.HIGH)
    step = Step(StepKind.COUNTED, date(2026, 12, 2), source, (("count", 1), ("unit", "month")))
    told = words("en").step(step)
    assert "1 month" in told
    assert "2 December 2026" in told
    assert "GDPR Art 12(3)" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_of_words_belongs_to_a_language(language: str) -> None:
    areas = {path.name.split(".")[0] for path in (RESOURCES / "translations" / "words").glob("*.toml")}
    for area in areas:
        assert (RESOURCES / "translations" / "words" / f"{area}.{language}.toml").exists(), area
