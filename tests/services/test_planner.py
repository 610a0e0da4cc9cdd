"""The planner: whole weeks, each deadline on the day on which it ends for the office, and who rests then."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, Desktop, Hand, at, make_office
from workbench.domain.cases import LawPlace
from workbench.domain.commands import AskForIdentity, CloseCase, OverrideDeadline, SetOfficeDay
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.services import closure, identity, overrides, settings
from workbench.services.lines import Planner, PlannerDay
from workbench.services.planner import planner

CN_CN = LawPlace("CN", "CN")
DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))


def entries(shown: Planner) -> list[tuple[date, str, bool]]:
    return [(day.on, entry.deadline.limit_id, entry.safe_day) for day in shown.days for entry in day.entries]


def day_of(shown: Planner, on: date) -> PlannerDay:
    return next(day for day in shown.days if day.on == on)


# The span


@pytest.mark.parametrize(
    ("first", "last", "begins", "ends", "weeks"),
    [
        (date(2026, 12, 1), date(2026, 12, 31), date(2026, 11, 30), date(2027, 1, 3), 5),
        (date(2026, 11, 30), date(2026, 12, 6), date(2026, 11, 30), date(2026, 12, 6), 1),
        (date(2026, 12, 6), date(2026, 12, 6), date(2026, 11, 30), date(2026, 12, 6), 1),
        (date(2026, 12, 6), date(2026, 12, 7), date(2026, 11, 30), date(2026, 12, 13), 2),
    ],
    ids=["a month", "one whole week", "one Sunday", "a Sunday and a Monday"],
)
def test_a_span_is_whole_weeks(desktop: Desktop, first: date, last: date, begins: date, ends: date, weeks: int) -> None:
    shown = desktop.see(planner, first, last)
    assert (shown.days[0].on, shown.days[-1].on, len(shown.days)) == (begins, ends, 7 * weeks)
    assert [day.on.toordinal() for day in shown.days] == list(range(begins.toordinal(), ends.toordinal() + 1))
    assert (shown.today, shown.zone) == (date(2026, 11, 2), JAKARTA)


def test_an_office_without_cases_still_sees_who_rests_at_home(desktop: Desktop) -> None:
    shown = desktop.see(planner, *DECEMBER)
    assert entries(shown) == []
    assert shown.places == (("ID", "ID"),)
    assert shown.uncovered == ()
    christmas = day_of(shown, date(2026, 12, 25))
    assert christmas.rests == (("ID", "Christmas Day"),)
    assert christmas.home_rests
    sunday = day_of(shown, date(2026, 12, 13))
    assert (sunday.rests, sunday.home_rests) == ((("ID", ""),), True)
    monday = day_of(shown, date(2026, 12, 14))
    assert (monday.rests, monday.home_rests) == ((), False)


def test_a_day_of_the_offices_own_rests_too(desktop: Desktop) -> None:
    command = SetOfficeDay(place="ID", on=date(2026, 12, 14), rests=True, name="Office day out", source="Board")
    desktop.do(settings.add_office_day, command)
    found = day_of(desktop.see(planner, *DECEMBER), date(2026, 12, 14))
    assert (found.rests, found.home_rests) == ((("ID", "Office day out"),), True)


# Deadlines


def test_a_day_deadline_stands_on_its_day(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    shown = desktop.see(planner, *DECEMBER)
    assert entries(shown) == [(date(2026, 12, 2), "EU.respond", False)]
    line = day_of(shown, date(2026, 12, 2)).entries[0].deadline
    assert (line.case_id, line.law, line.kind) == (case_id, "EU", "respond")
    assert set(shown.places) == {("ID", "ID"), ("EU", "DE")}


def test_the_safe_day_stands_apart_where_it_is_another(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-28 10:00")
    desktop.register(Right.ACCESS, laws=(EU_DE, GB_ENG), received_at=at("2026-11-26 10:00"))
    assert entries(desktop.see(planner, *DECEMBER)) == [
        (date(2026, 12, 26), "EU.respond", True),
        (date(2026, 12, 26), "GB.respond", True),
        (date(2026, 12, 28), "EU.respond", False),
        (date(2026, 12, 29), "GB.respond", False),
    ]
    boxing_day = day_of(desktop.see(planner, *DECEMBER), date(2026, 12, 26))
    assert dict(boxing_day.rests) == {"ID": "", "DE": "Second Day of Christmas", "GB-ENG": "Boxing Day"}


def test_the_last_day_of_the_span_belongs_to_it(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS)
    assert entries(desktop.see(planner, date(2026, 11, 23), date(2026, 11, 29))) == []
    assert len(entries(desktop.see(planner, date(2026, 11, 30), date(2026, 11, 30)))) == 1


@pytest.fixture
def berlin(tmp_path: Path, hand: Hand) -> Iterator[Desktop]:
    """An office that lives by the clock of Berlin."""
    office, _ = make_office(tmp_path / "berlin", hand, home_law="EU", home_place="DE-BE", home_zone="Europe/Berlin")
    yield Desktop(office, hand)
    office.close()


def test_an_hour_deadline_stands_on_its_day_in_the_zone_of_the_office(desktop: Desktop, berlin: Desktop) -> None:
    """Three times 24 hours after 3 o'clock in Jakarta are 3 o'clock there, and 21 o'clock of the day before in Berlin."""
    for office, on in ((desktop, date(2026, 11, 5)), (berlin, date(2026, 11, 4))):
        office.register(Right.ACCESS, laws=(ID_ID,), received_at=at("2026-11-02 03:00"))
        shown = office.see(planner, date(2026, 11, 2), date(2026, 11, 8))
        assert entries(shown) == [(on, "ID.access", False)]
        due = day_of(shown, on).entries[0].deadline.due
        assert isinstance(due, datetime)
        assert due == at("2026-11-05 03:00"), "the hour is kept"
    assert shown.zone == "Europe/Berlin"


def test_a_late_deadline_stays_until_it_is_answered(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS)
    desktop.hand.go("2026-12-20 10:00")
    found = day_of(desktop.see(planner, *DECEMBER), date(2026, 12, 2)).entries
    assert [(entry.deadline.limit_id, entry.deadline.late) for entry in found] == [("EU.respond", True)]


def test_a_date_set_by_hand_is_the_day_it_stands_on(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    command = OverrideDeadline(case_id=case_id, law="EU", limit_id="EU.respond", due=date(2026, 12, 9), reason="Agreed so.")
    desktop.do(overrides.override_deadline, command)
    assert entries(desktop.see(planner, *DECEMBER)) == [(date(2026, 12, 9), "EU.respond", False)]


def test_a_clock_that_stands_still_shows_only_its_safe_day(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.do(identity.ask_for_identity, AskForIdentity(case_id=case_id, asked_at=desktop.hand.now, zone=JAKARTA))
    assert desktop.line(case_id, "EU.respond").due is None
    assert entries(desktop.see(planner, *DECEMBER)) == [(date(2026, 12, 2), "EU.respond", True)]


def test_what_is_answered_or_closed_is_gone(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS)
    answered = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    closed = desktop.register(Right.ACCESS, laws=(CN_CN,))
    for case_id in (answered, closed):
        desktop.decide(case_id)
        desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(closure.close_case, CloseCase(case_id=closed))
    shown = desktop.see(planner, *DECEMBER)
    assert [limit for _on, limit, _safe in entries(shown)] == ["EU.respond"]
    assert "CN" not in {law for law, _place in shown.places}


# Laws and places


def test_only_the_laws_that_are_asked_for(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS, laws=(EU_DE, GB_ENG))
    desktop.register(Right.ACCESS, laws=(GB_ENG,))
    shown = desktop.see(planner, *DECEMBER, laws=frozenset({"GB"}))
    assert [limit for _on, limit, _safe in entries(shown)] == ["GB.respond", "GB.respond"]
    assert shown.places == (("GB", "GB-ENG"),)
    assert day_of(shown, date(2026, 12, 28)).rests == (("GB-ENG", "Boxing Day (observed)"),)
    assert day_of(shown, date(2026, 12, 26)).rests == (("GB-ENG", "Boxing Day"),)
    assert entries(desktop.see(planner, *DECEMBER, laws=frozenset({"EU", "GB"}))) == entries(desktop.see(planner, *DECEMBER))
    assert entries(desktop.see(planner, *DECEMBER, laws=frozenset({"ID"}))) == []


def test_the_office_rests_at_home_whatever_law_is_asked_for(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS)
    everything, only = (desktop.see(planner, *DECEMBER, laws=laws) for laws in (frozenset[str](), frozenset({"EU"})))
    assert [day.on for day in only.days if day.home_rests] == [day.on for day in everything.days if day.home_rests]
    assert only.places == (("EU", "DE"),)


def test_a_year_that_no_calendar_covers_is_named(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS, laws=(CN_CN,))
    assert desktop.see(planner, *DECEMBER).uncovered == (("CN", 2027),), "the last week reaches into January"
    inside = desktop.see(planner, date(2026, 12, 1), date(2026, 12, 27))
    assert inside.uncovered == ()
    beyond = desktop.see(planner, date(2027, 2, 1), date(2027, 2, 28))
    assert beyond.uncovered == (("CN", 2027),)
    saturday = day_of(beyond, date(2027, 2, 6))
    assert ("CN", "") in saturday.rests, "the weekly rest is known all the same"
