"""What if: it agrees with the worked examples, refuses what cannot be, and offers for every rule only what the rule can use."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from workbench.domain.calendars import OfficeDay, YearNotCoveredError
from workbench.domain.clocks import ClockState, Event
from workbench.domain.errors import WorkbenchError
from workbench.domain.rights import Right
from workbench.domain.rulebooks import (
    EVENT_NAMES,
    LawUnknownError,
    Limit,
    LimitNotInForceError,
    LimitUnknownError,
    PlaceUnknownError,
    Rulebook,
)
from workbench.services.deadline_table import supposed_events
from workbench.services.laws import load_rulebooks, rulebook
from workbench.services.what_if import (
    KNOWN_EVENTS,
    AnswerWithoutQuestionError,
    EventBeforeStartError,
    NotStartedError,
    Question,
    SecondExtensionError,
    answer,
    flags_of,
    limits_of,
    triggers_of,
    wants_date,
)

EXAMPLES = Path(__file__).parents[1] / "golden" / "examples.csv"
ASKED = ("X001", "X010", "X022", "X023", "X025", "X030", "X033", "X039", "X042", "X052", "X062", "X067", "X088")
DAYS = tuple(date(year, month, 15) for year in (2025, 2026, 2027) for month in (1, 7))


def examples() -> list[dict[str, str]]:
    with EXAMPLES.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["id"] in ASKED]


def question(law: str, place: str, limit_id: str, *events: tuple[str, date | datetime], flags: str = "") -> Question:
    return Question(law, place, limit_id, tuple(Event(name, at) for name, at in events), flags=frozenset(flags.split()))


def short(at: date | datetime | None) -> str:
    return at.isoformat(timespec="minutes") if isinstance(at, datetime) else str(at)


@pytest.mark.parametrize("row", examples(), ids=lambda row: f"{row['id']} {row['rule']} {row['asks']}")
def test_it_agrees_with_the_worked_example(row: dict[str, str]) -> None:
    events = supposed_events(row["events"], row["law"], row["place"])
    found = answer(Question(row["law"], row["place"], row["rule"], events))
    asked = found.reckoning.due if row["asks"] == "due" else found.reckoning.extension_notice_due
    assert short(asked) == row["due"], row["computation"]
    if row["safe"]:
        assert short(found.reckoning.safe) == row["safe"]
    assert found.limit.id == row["rule"]
    assert found.calendar_version
    assert found.calendar_origin
    assert found.reckoning.steps


def test_every_asked_example_is_there() -> None:
    assert {row["id"] for row in examples()} == set(ASKED)


def test_events_may_come_in_any_order() -> None:
    told = (
        ("request_received", date(2026, 3, 2)),
        ("identity_requested", date(2026, 3, 4)),
        ("identity_info_received", date(2026, 3, 18)),
    )
    found = [answer(question("EU", "IE", "EU.respond", *events)).reckoning for events in (told, told[::-1])]
    assert found[0] == found[1]
    assert found[0].due == date(2026, 4, 16)


def test_a_question_without_an_answer_has_no_date_but_a_safe_one() -> None:
    asked = question("EU", "IE", "EU.respond", ("request_received", date(2026, 3, 2)), ("identity_requested", date(2026, 3, 4)))
    found = answer(asked).reckoning
    assert (found.state, found.due, found.safe) == (ClockState.PAUSED, None, date(2026, 4, 2))


# What is refused

RECEIVED = ("request_received", date(2026, 3, 2))
REFUSALS: tuple[tuple[str, Question, type[WorkbenchError], dict[str, object]], ...] = (
    ("no such law", question("XX", "DE", "EU.respond", RECEIVED), LawUnknownError, {"law": "XX"}),
    ("no such place", question("EU", "US-CA", "EU.respond", RECEIVED), PlaceUnknownError, {"law": "EU", "place": "US-CA"}),
    ("no such rule", question("EU", "DE", "EU.nothing", RECEIVED), LimitUnknownError, {"law": "EU", "rule": "EU.nothing"}),
    (
        "not in force yet",
        question("CL", "CL", "CL.respond", ("request_received", date(2026, 11, 30))),
        LimitNotInForceError,
        {"rule": "CL.respond", "on": date(2026, 11, 30)},
    ),
    ("nothing supposed", question("EU", "DE", "EU.respond"), NotStartedError, {"rule": "EU.respond"}),
    (
        "nothing that starts it",
        question("EU", "DE", "EU.respond", ("breach_aware", date(2026, 3, 2))),
        NotStartedError,
        {"rule": "EU.respond"},
    ),
    (
        "before it starts",
        question("EU", "DE", "EU.respond", RECEIVED, ("identity_requested", date(2026, 3, 1))),
        EventBeforeStartError,
        {"event": "identity_requested", "rule": "EU.respond"},
    ),
    (
        "an answer to nothing",
        question("EU", "DE", "EU.respond", RECEIVED, ("clarification_received", date(2026, 3, 9))),
        AnswerWithoutQuestionError,
        {"event": "clarification_received", "question": "clarification_requested"},
    ),
    (
        "extended twice",
        question(
            "EU",
            "DE",
            "EU.respond",
            RECEIVED,
            ("extension_notified", date(2026, 3, 9)),
            ("extension_notified", date(2026, 3, 10)),
        ),
        SecondExtensionError,
        {"rule": "EU.respond", "most": 1},
    ),
    (
        "no calendar for the year",
        question("CN", "CN", "CN.app", ("request_received", date(2027, 3, 1))),
        YearNotCoveredError,
        {"place": "CN", "year": 2027},
    ),
    (
        "the first of all years",
        question("EU", "DE", "EU.respond", ("request_received", date(1, 1, 1))),
        YearNotCoveredError,
        {"year": 1},
    ),
    (
        "the last of all years",
        question("EU", "DE", "EU.respond", ("request_received", date(9999, 12, 31))),
        YearNotCoveredError,
        {"year": 9999},
    ),
)


@pytest.mark.parametrize(("asked", "kind", "details"), [one[1:] for one in REFUSALS], ids=[one[0] for one in REFUSALS])
def test_what_cannot_be_is_refused(asked: Question, kind: type[WorkbenchError], details: dict[str, object]) -> None:
    with pytest.raises(kind) as refused:
        answer(asked)
    assert details.items() <= dict(refused.value.details).items()


def test_two_events_of_one_local_day_are_in_no_order() -> None:
    """The question was asked in the morning of the day on which the request came, by the clock of the law's zone."""
    asked = question(
        "EU",
        "DE",
        "EU.respond",
        ("request_received", datetime(2026, 3, 2, 22, 30, tzinfo=UTC)),
        ("identity_requested", date(2026, 3, 2)),
        ("identity_info_received", date(2026, 3, 5)),
    )
    assert answer(asked).reckoning.due is not None
    late = question(
        "EU",
        "DE",
        "EU.respond",
        ("request_received", datetime(2026, 3, 2, 23, 30, tzinfo=UTC)),
        ("identity_requested", date(2026, 3, 2)),
    )
    with pytest.raises(EventBeforeStartError):
        answer(late)


# Flags, rights and the office's own days


@pytest.mark.parametrize(
    ("law", "rule", "flag", "on", "plain", "flagged"),
    [
        ("VN", "VN.access", "third_party", date(2026, 4, 24), date(2026, 5, 4), date(2026, 5, 11)),
        ("IN", "IN.grievance", "onee_in_grievance_days=30", date(2027, 6, 1), date(2027, 8, 30), date(2027, 7, 1)),
        ("IN", "IN.grievance", "onee_in_grievance_days=120", date(2027, 6, 1), date(2027, 8, 30), date(2027, 8, 30)),
        ("BR", "BR.breach", "small_agent", date(2026, 4, 16), date(2026, 4, 22), date(2026, 4, 27)),
    ],
    ids=["a third party must act", "a shorter period is published", "a longer one is published", "a small agent"],
)
def test_a_flag_changes_the_period(  # one argument for each column
    law: str, rule: str, flag: str, on: date, plain: date, flagged: date
) -> None:
    limit = next(one for one in rulebook(law).limits if one.id == rule)
    assert flag.partition("=")[0] in {one.rstrip("=") for one in flags_of(limit)}
    starts = (limit.trigger[0], on)
    assert answer(question(law, law, rule, starts)).reckoning.due == plain
    assert answer(question(law, law, rule, starts, flags=flag)).reckoning.due == flagged


def test_a_right_chooses_the_pauses_that_touch_it() -> None:
    """In Britain only a request for access waits for what the person means."""
    asked = question(
        "GB",
        "GB-ENG",
        "GB.respond",
        ("request_received", date(2026, 3, 2)),
        ("clarification_requested", date(2026, 3, 10)),
        ("clarification_received", date(2026, 3, 17)),
    )
    found = {right: answer(replace(asked, right=right)).reckoning.due for right in (Right.ACCESS, Right.ERASURE)}
    assert found == {Right.ACCESS: date(2026, 4, 10), Right.ERASURE: date(2026, 4, 2)}


def test_the_offices_own_days_move_the_date() -> None:
    asked = question("EU", "DE", "EU.respond", ("request_received", date(2026, 11, 2)))
    before = answer(asked)
    assert before.reckoning.due == date(2026, 12, 2)
    mourning = OfficeDay("DE", date(2026, 12, 2), rests=True, name="Day of mourning", source="Gazette")
    after = answer(asked, office_days=(mourning,))
    assert (after.reckoning.due, after.reckoning.safe) == (date(2026, 12, 3), before.reckoning.safe)
    assert after.calendar_version != before.calendar_version
    elsewhere = OfficeDay("FR", date(2026, 12, 2), rests=True, name="Day of mourning", source="Gazette")
    assert answer(asked, office_days=(elsewhere,)) == before


# What is offered for a rule


@pytest.mark.parametrize("book", [pytest.param(one, id=one.id) for one in load_rulebooks().values()])
def test_every_rule_offers_only_what_is_known(book: Rulebook) -> None:
    for limit in book.limits:
        names = triggers_of(limit, book)
        assert set(limit.trigger) <= set(names) <= KNOWN_EVENTS == EVENT_NAMES, limit.id
        assert len(set(names)) == len(names)
        assert ("extension_notified" in names) is (limit.extension is not None or "extension_notified" in limit.trigger)
        assert len(set(flags_of(limit))) == len(flags_of(limit))
        assert not wants_date(limit) or limit.extension is not None


@pytest.mark.parametrize("book", [pytest.param(one, id=one.id) for one in load_rulebooks().values()])
def test_every_rule_offered_at_a_place_can_be_asked(book: Rulebook) -> None:
    asked: set[str] = set()
    for on in DAYS:
        for limit in limits_of(book.id, book.places[0], on):
            answered = _answered(book, limit, on)
            asked.update({limit.id} if answered else set())
    assert asked


def _answered(book: Rulebook, limit: Limit, on: date) -> bool:
    try:
        found = answer(question(book.id, book.places[0], limit.id, *((name, on) for name in limit.trigger)))
    except YearNotCoveredError:
        return False
    assert found.limit == limit
    assert found.reckoning.state in {ClockState.RUNNING, ClockState.OPEN_ENDED}
    return True


def test_rules_stand_in_the_order_of_the_rulebook_and_change_with_the_day() -> None:
    book = rulebook("ID")
    early, late = limits_of("ID", "ID", date(2027, 1, 15)), limits_of("ID", "ID", date(2027, 1, 16))
    assert list(early) == [one for one in book.limits if one in early]
    assert "ID.copy_act" in {one.id for one in early}
    assert early != late
    with pytest.raises(LawUnknownError):
        limits_of("XX", "XX", date(2026, 1, 1))


def test_a_rule_of_one_place_is_not_offered_elsewhere() -> None:
    of_connecticut = {one.id for one in limits_of("US-OTHER", "US-CT", date(2026, 7, 1))}
    of_texas = {one.id for one in limits_of("US-OTHER", "US-TX", date(2026, 7, 1))}
    assert {"USCT.respond", "USCT.appeal"} <= of_connecticut
    assert not {"USCT.respond", "USCT.appeal"} & of_texas
    with pytest.raises(LimitUnknownError):
        answer(question("US-OTHER", "US-TX", "USCT.respond", RECEIVED))
