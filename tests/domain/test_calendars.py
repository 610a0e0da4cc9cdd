"""Calendars: working days, coverage, the office's own days, and the snapshot that a case keeps."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.lawbook import weekends
from workbench.domain.calendars import Calendar, CalendarUnreadableError, OfficeDay, YearNotCoveredError

GOOD_FRIDAY = date(2026, 4, 3)
EASTER_MONDAY = date(2026, 4, 6)
DAYS = st.dates(date(2020, 1, 1), date(2039, 12, 1))


@given(DAYS)
def test_the_next_working_day_works_and_none_between_does(on: date) -> None:
    calendar = weekends(GOOD_FRIDAY, EASTER_MONDAY)
    found = calendar.next_working_day(on)
    assert not calendar.is_rest_day(found)
    assert all(calendar.is_rest_day(on + timedelta(days=offset)) for offset in range((found - on).days))


@given(DAYS, st.integers(1, 60))
def test_working_days_are_counted_as_a_walk_counts_them(on: date, count: int) -> None:
    calendar = weekends(GOOD_FRIDAY, EASTER_MONDAY)
    walked, left = on, count
    while left:
        walked += timedelta(days=1)
        left -= not calendar.is_rest_day(walked)
    assert calendar.add_business_days(on, count) == walked


def test_a_holiday_chain_is_left_behind_in_one_roll() -> None:
    calendar = weekends(GOOD_FRIDAY, EASTER_MONDAY)
    assert calendar.next_working_day(GOOD_FRIDAY) == date(2026, 4, 7)


def test_a_make_up_day_works_although_it_is_a_saturday() -> None:
    saturday = date(2026, 10, 10)
    calendar = weekends(working=frozenset({saturday}))
    assert not calendar.is_rest_day(saturday)
    assert calendar.next_working_day(saturday) == saturday


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda calendar: calendar.is_rest_day(date(2041, 1, 1)), id="is it a rest day"),
        pytest.param(lambda calendar: calendar.next_working_day(date(2019, 12, 31)), id="next working day"),
        pytest.param(
            lambda calendar: replace(calendar, last_year=2039).next_working_day(date(2039, 12, 31)),
            id="a roll into the next year",
        ),
        pytest.param(lambda calendar: calendar.add_business_days(date(2040, 12, 20), 20), id="counting into the next year"),
        pytest.param(lambda calendar: calendar.add_business_days(date(2019, 6, 1), 1), id="counting from before"),
    ],
)
def test_a_year_that_is_not_covered_refuses(ask: object) -> None:
    calendar = weekends()
    assert callable(ask)
    with pytest.raises(YearNotCoveredError):
        ask(calendar)


def test_the_last_day_covered_can_still_be_asked() -> None:
    calendar = replace(weekends(), last_year=2039)
    assert calendar.is_rest_day(date(2039, 12, 31))


def test_a_calendar_without_years_refuses_every_day() -> None:
    calendar = replace(weekends(), first_year=2030, last_year=2029)
    with pytest.raises(YearNotCoveredError):
        calendar.next_working_day(date(2030, 1, 2))


def test_the_office_can_add_a_rest_day_and_take_one_away() -> None:
    calendar = weekends(GOOD_FRIDAY).signed()
    closed = OfficeDay("XX", date(2026, 12, 24), rests=True, name="Closed", source="board")
    open_day = OfficeDay("XX", GOOD_FRIDAY, rests=False, name="Open", source="board")
    elsewhere = OfficeDay("YY", date(2026, 12, 23), rests=True, name="Closed", source="board")
    changed = calendar.with_office_days((closed, open_day, elsewhere))
    assert changed.is_rest_day(date(2026, 12, 24))
    assert changed.name_of(date(2026, 12, 24)) == "Closed"
    assert not changed.is_rest_day(GOOD_FRIDAY)
    assert changed.name_of(GOOD_FRIDAY) == ""
    assert not changed.is_rest_day(date(2026, 12, 23))
    assert changed.version != calendar.version


def test_days_of_another_place_leave_the_calendar_as_it_was() -> None:
    calendar = weekends(GOOD_FRIDAY).signed()
    elsewhere = OfficeDay("YY", date(2026, 12, 23), rests=True, name="Closed", source="board")
    assert calendar.with_office_days((elsewhere,)) is calendar


def test_the_safe_reading_leaves_doubtful_days_out() -> None:
    calendar = weekends(GOOD_FRIDAY, doubtful=frozenset({GOOD_FRIDAY}))
    assert calendar.is_rest_day(GOOD_FRIDAY)
    assert not calendar.safe_reading().is_rest_day(GOOD_FRIDAY)


def test_a_snapshot_reads_back_as_the_same_calendar() -> None:
    calendar = weekends(GOOD_FRIDAY, EASTER_MONDAY, doubtful=frozenset({GOOD_FRIDAY}), working=frozenset({date(2026, 10, 10)}))
    signed = calendar.signed()
    assert Calendar.from_json(signed.to_json()) == signed


def test_the_version_says_whether_a_day_changed() -> None:
    one = weekends(GOOD_FRIDAY).signed()
    assert weekends(GOOD_FRIDAY).signed().version == one.version
    assert weekends(EASTER_MONDAY).signed().version != one.version


def test_a_snapshot_with_an_altered_day_is_refused() -> None:
    text = weekends(GOOD_FRIDAY).signed().to_json().replace("2026-04-03", "2026-04-02")
    with pytest.raises(CalendarUnreadableError) as refused:
        Calendar.from_json(text)
    assert refused.value.details["problem"] == "version"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="no keys"),
        pytest.param(json.dumps({"place": "XX", "version": "1", "first_year": "x"}), id="a word for a year"),
    ],
)
def test_what_is_no_snapshot_is_refused(text: str) -> None:
    with pytest.raises(CalendarUnreadableError):
        Calendar.from_json(text)
