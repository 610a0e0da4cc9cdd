"""The reckoning, feature by feature, on a small made-up law."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.domain.lawbook import (
    MONDAY,
    ONE_MONTH,
    TEN_WORKING_DAYS,
    THIRTY_DAYS,
    THREE_DAYS_IN_HOURS,
    TWO_MORE_MONTHS,
    at,
    book,
    ends,
    pause,
    rule,
    weekends,
)
from workbench.domain.calendars import YearNotCoveredError
from workbench.domain.clocks import ClockState, Event, Reckoning, StepKind
from workbench.domain.errors import InvalidInputError
from workbench.domain.reckon import local_day, starts_on, zone_of
from workbench.domain.rights import Right
from workbench.domain.rulebooks import LimitNotInForceError, PlaceUnknownError

RECEIVED = ("request_received", MONDAY)
ASKED = ("identity_requested", date(2026, 3, 4))
ANSWERED = ("identity_info_received", date(2026, 3, 18))
GUIDANCE = {"guidance": True}


def _kinds(found: Reckoning) -> list[str]:
    return [step.kind.value for step in found.steps]


def _step(found: Reckoning, kind: StepKind) -> dict[str, object]:
    step = next(step for step in found.steps if step.kind is kind)
    return {"at": step.at, **dict(step.details)}


@pytest.mark.parametrize(
    ("period", "received", "due"),
    [
        pytest.param({"n": 1, "unit": "month", "first": "same_date"}, date(2026, 3, 2), date(2026, 4, 2), id="one month"),
        pytest.param({"n": 1, "unit": "month", "first": "same_date"}, date(2025, 1, 31), date(2025, 2, 28), id="short month"),
        pytest.param({"n": 1, "unit": "month", "first": "next_day_same_date"}, date(2025, 6, 30), date(2025, 8, 1), id="from the day after"),
        pytest.param({"n": 1, "unit": "month", "first": "next_day_same_date"}, date(2025, 5, 30), date(2025, 6, 30), id="day after, short month"),
        pytest.param({"n": 30, "unit": "day", "first": "next_day"}, date(2026, 1, 31), date(2026, 3, 2), id="30 days are no month"),
        pytest.param({"n": 5, "unit": "day", "first": "event_day"}, date(2026, 3, 2), date(2026, 3, 6), id="the day itself is day 1"),
        pytest.param({"n": 4, "unit": "week", "first": "next_day"}, date(2026, 4, 1), date(2026, 4, 29), id="four weeks are 28 days"),
        pytest.param({"n": 2, "unit": "week", "first": "event_day"}, date(2026, 3, 2), date(2026, 3, 15), id="weeks from the day itself"),
        pytest.param({"n": 10, "unit": "business_day", "first": "next_day"}, date(2026, 3, 2), date(2026, 3, 16), id="working days"),
        pytest.param({"n": 1, "unit": "business_day", "first": "event_day"}, date(2026, 3, 2), date(2026, 3, 2), id="the working day itself"),
        pytest.param({"n": 1, "unit": "business_day", "first": "event_day"}, date(2026, 3, 7), date(2026, 3, 9), id="a rest day is no day 1"),
    ],
)  # fmt: skip
def test_a_period_is_counted(period: dict[str, object], received: date, due: date) -> None:
    found = ends(book([rule(**period, roll="none")]), ("request_received", received))
    assert (found.state, found.due, found.safe) == (ClockState.RUNNING, due, due)


@pytest.mark.parametrize(
    ("first", "begins", "due"),
    [
        pytest.param("instant", at(2026, 3, 2, 8, 20), at(2026, 3, 5, 8, 20), id="from the instant"),
        pytest.param("next_full_hour", at(2026, 3, 2, 8, 20), at(2026, 3, 5, 9), id="from the next full hour"),
        pytest.param("next_full_hour", at(2026, 3, 2, 8), at(2026, 3, 5, 9), id="an event on the hour starts one later"),
    ],
)
def test_hours_are_elapsed_time(first: str, begins: datetime, due: datetime) -> None:
    found = ends(book([rule(**(THREE_DAYS_IN_HOURS | {"first": first}))]), ("request_received", begins))
    assert found.due == due


def test_hours_run_through_the_night_in_which_the_clocks_change() -> None:
    zone = "Europe/Paris"
    begins = datetime(2026, 3, 28, 20, 20, tzinfo=ZoneInfo(zone))
    found = ends(book([rule(**THREE_DAYS_IN_HOURS)]), ("request_received", begins), zone=zone)
    assert isinstance(found.due, datetime)
    assert found.due.isoformat() == "2026-03-31T21:20:00+02:00"
    assert found.due.astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=72)


def test_hours_of_a_half_hour_zone_start_at_its_own_full_hour() -> None:
    begins = datetime(2027, 7, 3, 11, 15, tzinfo=ZoneInfo("Asia/Kolkata"))
    rulebook = book([rule(**(THREE_DAYS_IN_HOURS | {"first": "next_full_hour"}))])
    found = ends(rulebook, ("request_received", begins), zone="Asia/Kolkata")
    assert isinstance(found.due, datetime)
    assert found.due.isoformat() == "2027-07-06T12:00:00+05:30"


def test_an_hour_clock_counts_a_bare_day_from_its_first_moment() -> None:
    found = ends(book([rule(**THREE_DAYS_IN_HOURS)]), RECEIVED)
    assert isinstance(found.due, datetime)
    assert found.due.isoformat() == "2026-03-05T00:00:00+07:00"


def test_hours_never_ask_the_calendar() -> None:
    late = at(2055, 1, 1, 10)
    assert ends(book([rule(**THREE_DAYS_IN_HOURS)]), ("request_received", late)).due == late + timedelta(hours=72)


def test_the_day_of_receipt_is_the_local_day_even_a_minute_before_midnight() -> None:
    almost = datetime(2026, 3, 1, 23, 59, tzinfo=ZoneInfo("Asia/Jakarta"))
    after = datetime(2026, 3, 1, 17, 0, tzinfo=UTC)
    rulebook = book([rule(**ONE_MONTH)])
    assert ends(rulebook, ("request_received", almost)).due == date(2026, 4, 1)
    assert ends(rulebook, ("request_received", after)).due == date(2026, 4, 2)


def test_the_roll_comes_last_and_names_the_holidays() -> None:
    calendar = weekends(date(2026, 4, 3), date(2026, 4, 6))
    found = ends(book([rule(**ONE_MONTH)]), ("request_received", date(2026, 3, 3)), calendar=calendar)
    assert (found.due, found.safe) == (date(2026, 4, 7), date(2026, 4, 3))
    assert _kinds(found) == ["received", "counted", "moved", "safe", "ends"]
    moved = _step(found, StepKind.MOVED)
    assert (moved["variant"], moved["holiday"], moved["from_on"]) == ("holiday", "Holiday 1, Holiday 2", date(2026, 4, 3))


def test_the_roll_names_the_weekday_where_no_holiday_is() -> None:
    found = ends(book([rule(**ONE_MONTH)]), ("request_received", date(2026, 1, 28)))
    assert found.due == date(2026, 3, 2)
    assert _step(found, StepKind.MOVED)["weekday"] == "saturday"


def test_a_short_month_is_explained() -> None:
    found = ends(book([rule(**ONE_MONTH)]), ("request_received", date(2025, 1, 31)))
    assert _step(found, StepKind.SHORT_MONTH) == {"at": date(2025, 2, 28), "day": 31}


def test_skipped_holidays_of_a_working_day_count_are_named() -> None:
    calendar = weekends(date(2026, 3, 6))
    found = ends(book([rule(**TEN_WORKING_DAYS)]), RECEIVED, calendar=calendar)
    assert found.due == date(2026, 3, 17)
    assert _step(found, StepKind.COUNTED)["holiday"] == "Holiday 1"


def test_a_year_without_a_calendar_refuses() -> None:
    with pytest.raises(YearNotCoveredError) as refused:
        ends(book([rule(**ONE_MONTH)]), ("request_received", date(2055, 1, 1)))
    assert refused.value.details == {"place": "XX", "year": 2055}


def test_a_limit_that_never_asks_the_calendar_needs_none() -> None:
    found = ends(book([rule(**(THIRTY_DAYS | {"roll": "none"}))]), ("request_received", date(2055, 1, 1)))
    assert found.due == date(2055, 1, 31)


def test_without_its_trigger_a_clock_has_not_started() -> None:
    found = ends(book(), ASKED)
    assert (found.state, found.due, found.safe) == (ClockState.NOT_STARTED, None, None)


def test_a_version_holds_by_the_day_of_its_trigger() -> None:
    rulebook = book([rule(**ONE_MONTH, effective_from="2026-03-02", effective_to="2026-03-03")])
    assert ends(rulebook, RECEIVED).due == date(2026, 4, 2)
    for on in (date(2026, 3, 1), date(2026, 3, 4)):
        with pytest.raises(LimitNotInForceError):
            ends(rulebook, ("request_received", on))


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(InvalidInputError):
        ends(book(), ("request_received", datetime(2026, 3, 2, 10)))  # noqa: DTZ001  this is what is refused


@pytest.mark.parametrize("on", [date(9999, 12, 31), date(1, 1, 1), datetime(9999, 12, 31, 23, tzinfo=UTC)])
def test_a_year_beyond_every_calendar_refuses_whatever_is_counted(on: date) -> None:
    for period in (ONE_MONTH, THIRTY_DAYS | {"roll": "none"}, THREE_DAYS_IN_HOURS):
        for answers in ((), (ASKED, ANSWERED)):
            with pytest.raises(YearNotCoveredError):
                ends(book([rule(**period)], [pause("restart")]), ("request_received", on), *answers)


# Triggers


def test_the_clock_starts_at_the_latest_of_the_events_that_happened() -> None:
    triggers = ["request_received", "identity_info_received", "fee_paid"]
    rulebook = book([rule(**ONE_MONTH, trigger=triggers)])
    found = ends(rulebook, ("fee_paid", date(2026, 3, 9)), RECEIVED, ("identity_info_received", date(2026, 3, 12)))
    assert found.starts == date(2026, 3, 12)
    assert found.due == date(2026, 4, 13)
    assert "started" in _kinds(found)
    assert ends(rulebook, RECEIVED).starts == MONDAY


def test_a_missing_date_of_the_request_counts_as_its_receipt() -> None:
    rulebook = book([rule(**THIRTY_DAYS, trigger=["request_dated"])])
    assert ends(rulebook, RECEIVED).due == date(2026, 4, 1)
    assert ends(rulebook, RECEIVED, ("request_dated", date(2026, 2, 26))).due == date(2026, 3, 30)


def test_the_day_that_starts_a_limit_is_known_without_reckoning() -> None:
    limit = book().limits[0]
    assert starts_on(limit, [Event(*RECEIVED)], zone="Asia/Jakarta") == MONDAY
    assert starts_on(limit, [Event(*ASKED)], zone="Asia/Jakarta") is None
    assert local_day(at(2026, 3, 1, 17), "Asia/Jakarta") == MONDAY


# Pauses


def test_a_pause_adds_its_days_without_the_last_one() -> None:
    rulebook = book([rule(**ONE_MONTH)], [pause("suspend_exclusive", **GUIDANCE)])
    found = ends(rulebook, RECEIVED, ASKED, ANSWERED)
    assert (found.due, found.safe) == (date(2026, 4, 16), date(2026, 4, 2))
    assert [(span.opened_on, span.closed_on, span.days) for span in found.pauses] == [(ASKED[1], ANSWERED[1], 14)]
    assert _step(found, StepKind.SAFE)["variant"] == "guidance"


def test_a_statutory_pause_binds_the_safe_reading_too() -> None:
    rulebook = book([rule(**ONE_MONTH)], [pause("suspend_inclusive")])
    found = ends(rulebook, RECEIVED, ("identity_requested", date(2026, 3, 10)), ("identity_info_received", date(2026, 3, 17)))
    assert (found.due, found.safe) == (date(2026, 4, 10), date(2026, 4, 10))


def test_an_inclusive_pause_of_one_day_counts_that_day_but_not_for_the_safe_reading() -> None:
    rulebook = book([rule(**ONE_MONTH)], [pause("suspend_inclusive")])
    same = date(2026, 3, 10)
    found = ends(rulebook, RECEIVED, ("identity_requested", same), ("identity_info_received", same))
    assert (found.due, found.safe) == (date(2026, 4, 3), date(2026, 4, 2))


def test_overlapping_pauses_are_united_not_summed() -> None:
    clarify = pause("suspend_exclusive", open="clarification_requested", close="clarification_received")
    rulebook = book([rule(**(ONE_MONTH | {"roll": "none"}))], [pause("suspend_exclusive"), clarify])
    found = ends(
        rulebook,
        RECEIVED,
        ASKED,
        ANSWERED,
        ("clarification_requested", date(2026, 3, 10)),
        ("clarification_received", date(2026, 3, 20)),
    )
    assert found.due == date(2026, 4, 18)
    assert [span.days for span in found.pauses] == [14, 2]


def test_a_question_on_the_day_of_receipt_counts_that_day() -> None:
    exclusive = book([rule(**ONE_MONTH)], [pause("suspend_exclusive")])
    inclusive = book([rule(**ONE_MONTH)], [pause("suspend_inclusive")])
    asked, answered = ("identity_requested", MONDAY), ("identity_info_received", date(2026, 3, 6))
    assert ends(exclusive, RECEIVED, asked, answered).due == date(2026, 4, 6)
    assert ends(inclusive, RECEIVED, asked, answered).due == date(2026, 4, 7)


def test_a_reminder_does_not_pause_twice() -> None:
    rulebook = book([rule(**ONE_MONTH)], [pause("suspend_exclusive")])
    reminded = ends(rulebook, RECEIVED, ASKED, ("identity_requested", date(2026, 3, 11)), ANSWERED)
    assert reminded.due == ends(rulebook, RECEIVED, ASKED, ANSWERED).due


@pytest.mark.parametrize("effect", ["suspend_exclusive", "suspend_inclusive", "restart"])
def test_an_unanswered_question_leaves_no_date_but_the_safe_one(effect: str) -> None:
    found = ends(book([rule(**ONE_MONTH)], [pause(effect)]), RECEIVED, ASKED)
    assert (found.state, found.due, found.safe) == (ClockState.PAUSED, None, date(2026, 4, 2))
    assert found.pauses[-1].opened_on == ASKED[1]
    assert found.pauses[-1].closed_on is None
    assert _kinds(found)[-2:] == ["still_paused", "safe"]


def test_identity_that_was_verified_outright_ends_the_wait_for_its_proof() -> None:
    rulebook = book([rule(**ONE_MONTH)], [pause("suspend_exclusive")])
    assert ends(rulebook, RECEIVED, ASKED, ("identity_verified", ANSWERED[1])).due == date(2026, 4, 16)


def test_a_pause_that_the_law_does_not_know_stops_nothing() -> None:
    found = ends(book([rule(**ONE_MONTH)], [pause("none")]), RECEIVED, ASKED, ANSWERED)
    assert (found.state, found.due, found.pauses) == (ClockState.RUNNING, date(2026, 4, 2), ())


def test_a_question_asked_after_the_end_revives_nothing() -> None:
    for effect in ("suspend_exclusive", "restart"):
        rulebook = book([rule(**ONE_MONTH)], [pause(effect)])
        late = ends(rulebook, RECEIVED, ("identity_requested", date(2026, 4, 10)))
        assert (late.state, late.due) == (ClockState.RUNNING, date(2026, 4, 2))


def test_a_pause_rule_holds_by_the_day_the_question_was_asked() -> None:
    rulebook = book([rule(**ONE_MONTH)], [pause("suspend_exclusive", effective_from="2026-03-05")])
    assert ends(rulebook, RECEIVED, ASKED, ANSWERED).due == date(2026, 4, 2)
    assert ends(rulebook, RECEIVED, ("identity_requested", date(2026, 3, 5)), ANSWERED).due == date(2026, 4, 15)


def test_a_pause_for_some_rights_touches_those_and_access_where_none_is_named() -> None:
    both = rule(**(ONE_MONTH | {"rights": ["access", "erasure"]}))
    rulebook = book([both], [pause("suspend_exclusive", rights=["access"])])
    assert ends(rulebook, RECEIVED, ASKED, ANSWERED).due == date(2026, 4, 16)
    assert ends(rulebook, RECEIVED, ASKED, ANSWERED, right=Right.ACCESS).due == date(2026, 4, 16)
    assert ends(rulebook, RECEIVED, ASKED, ANSWERED, right=Right.ERASURE).due == date(2026, 4, 2)


def test_a_pause_touches_only_answers_and_refusals() -> None:
    rulebook = book([rule(**ONE_MONTH, kind="ack")], [pause("suspend_exclusive")])
    assert ends(rulebook, RECEIVED, ASKED, ANSWERED).due == date(2026, 4, 2)


# Restarts


def test_a_restart_counts_the_full_period_again() -> None:
    found = ends(book([rule(**ONE_MONTH)], [pause("restart")]), RECEIVED, ASKED, ANSWERED)
    assert (found.due, found.safe, found.starts) == (date(2026, 4, 20), date(2026, 4, 18), ANSWERED[1])
    assert "restarted" in _kinds(found)


def test_a_restart_leaves_earlier_pauses_behind() -> None:
    clarify = pause("suspend_inclusive", open="clarification_requested", close="clarification_received")
    rulebook = book([rule(**(ONE_MONTH | {"roll": "none"}))], [pause("restart"), clarify])
    before = (("clarification_requested", date(2026, 3, 5)), ("clarification_received", date(2026, 3, 9)))
    assert ends(rulebook, RECEIVED, ASKED, ANSWERED, *before).due == date(2026, 4, 18)


def test_an_answer_asked_for_before_the_restart_was_law_restarts_by_guidance_only() -> None:
    triggers = ["request_received", "identity_info_received"]
    rulebook = book([rule(**ONE_MONTH, trigger=triggers)], [pause("restart", effective_from="2026-03-10")])
    found = ends(rulebook, RECEIVED, ASKED, ANSWERED)
    assert (found.due, found.safe) == (date(2026, 4, 20), date(2026, 4, 2))


def test_an_answer_without_a_question_starts_the_clock() -> None:
    triggers = ["request_received", "identity_info_received"]
    found = ends(book([rule(**ONE_MONTH, trigger=triggers)], [pause("restart")]), RECEIVED, ANSWERED)
    assert (found.due, found.safe) == (date(2026, 4, 20), date(2026, 4, 18))


FEE = {"open": "fee_notified", "close": "fee_confirmed", "n": 10, "unit": "day"}


@pytest.mark.parametrize(
    ("confirmed", "state", "due"),
    [
        pytest.param(date(2026, 3, 5), ClockState.RUNNING, date(2026, 4, 13), id="confirmed early runs in full"),
        pytest.param(date(2026, 3, 14), ClockState.RUNNING, date(2026, 4, 13), id="confirmed on the last day"),
        pytest.param(date(2026, 3, 15), ClockState.LAPSED, None, id="confirmed too late"),
        pytest.param(None, ClockState.PAUSED, None, id="not confirmed yet"),
    ],
)
def test_a_reflection_period_restarts_the_clock_or_ends_it(confirmed: date | None, state: ClockState, due: date | None) -> None:
    rulebook = book([rule(**THIRTY_DAYS)], [pause("restart_after_n", **FEE)])
    answers = [("fee_confirmed", confirmed)] if confirmed else []
    found = ends(rulebook, RECEIVED, ("fee_notified", date(2026, 3, 4)), *answers)
    assert (found.state, found.due) == (state, due)


def test_a_question_that_lapses_changes_nothing_when_it_is_answered_in_time() -> None:
    rulebook = book([rule(**THIRTY_DAYS)], [pause("lapse", n=10, unit="day")])
    assert ends(rulebook, RECEIVED, ASKED, ("identity_info_received", date(2026, 3, 9))).due == date(2026, 4, 1)
    lapsed = ends(rulebook, RECEIVED, ASKED, ("identity_info_received", date(2026, 3, 15)))
    assert (lapsed.state, lapsed.due, lapsed.safe) == (ClockState.LAPSED, None, None)
    assert _step(lapsed, StepKind.LAPSED)["at"] == date(2026, 3, 14)


def test_a_question_that_waits_says_when_the_request_lapses_and_still_owes_an_answer() -> None:
    waiting = ends(book([rule(**THIRTY_DAYS)], [pause("lapse", n=10, unit="day")]), RECEIVED, ASKED)
    assert (waiting.state, waiting.due) == (ClockState.RUNNING, date(2026, 4, 1))
    assert _step(waiting, StepKind.LAPSED) == {"at": date(2026, 3, 14), "variant": "unless", "event": "identity_requested"}
    reflecting = ends(book([rule(**THIRTY_DAYS)], [pause("restart_after_n", **FEE)]), RECEIVED, ("fee_notified", MONDAY))
    assert (reflecting.safe, reflecting.pauses[-1].closed_on) == (date(2026, 4, 1), None)
    assert _kinds(reflecting)[-3:] == ["lapsed", "still_paused", "safe"]


def test_two_questions_of_one_day_are_told_in_the_order_of_their_hours() -> None:
    rulebook = book([rule(**ONE_MONTH)], [pause("suspend_exclusive")])
    told = [
        ("identity_requested", at(2026, 3, 4, 9)),
        ("identity_info_received", at(2026, 3, 4, 10)),
        ("identity_requested", at(2026, 3, 4, 11)),
        ("identity_info_received", at(2026, 3, 9, 11)),
    ]
    first, second = ends(rulebook, RECEIVED, *told), ends(rulebook, *reversed(told), RECEIVED)
    assert first == second
    assert [span.days for span in first.pauses] == [0, 5]


# Extensions


def test_an_extension_counts_from_the_original_start() -> None:
    rulebook = book([rule(**(ONE_MONTH | TWO_MORE_MONTHS))])
    found = ends(rulebook, ("request_received", date(2026, 1, 31)), ("extension_notified", date(2026, 3, 2)))
    assert (found.due, found.base_due, found.extended) == (date(2026, 4, 30), date(2026, 3, 2), True)
    assert found.extended_due == found.due


def test_the_notice_is_in_time_on_the_rolled_day_and_void_on_the_next() -> None:
    rulebook = book([rule(**(ONE_MONTH | TWO_MORE_MONTHS))])
    received = ("request_received", date(2026, 1, 31))
    quiet = ends(rulebook, received)
    assert (quiet.extension_notice_due, quiet.extension_notice_safe) == (date(2026, 3, 2), date(2026, 2, 28))
    assert (quiet.extended, quiet.extension_void, quiet.extended_due) == (False, False, date(2026, 4, 30))
    void = ends(rulebook, received, ("extension_notified", date(2026, 3, 3)))
    assert (void.due, void.extended, void.extension_void) == (date(2026, 3, 2), False, True)
    assert _step(void, StepKind.EXTENSION_VOID)["variant"] == "late"


def test_an_extension_from_the_first_date_uses_it_before_its_roll() -> None:
    more = {"ext_n": 14, "ext_unit": "day", "ext_from": "base_due", "ext_max": 1, "ext_notice": "base_due"}
    rulebook = book([rule(**({"n": 20, "unit": "day", "first": "next_day", "roll": "next_bd"} | more))])
    found = ends(rulebook, ("request_received", date(2026, 3, 1)), ("extension_notified", date(2026, 3, 10)))
    assert (found.base_due, found.due) == (date(2026, 3, 23), date(2026, 4, 6))


def test_an_extension_in_working_days_follows_the_first_date() -> None:
    more = {"ext_n": 5, "ext_unit": "business_day", "ext_from": "base_due", "ext_max": 1, "ext_notice": "base_due"}
    found = ends(book([rule(**(TEN_WORKING_DAYS | more))]), RECEIVED, ("extension_notified", date(2026, 3, 10)))
    assert found.due == date(2026, 3, 23)


def test_an_extension_can_come_as_often_as_the_law_permits() -> None:
    more = {"ext_n": 30, "ext_unit": "day", "ext_from": "base_due", "ext_max": 2, "ext_notice": "base_due"}
    rulebook = book([rule(**(THIRTY_DAYS | {"roll": "none"} | more))])
    first, second, third = (
        (name, on) for name, on in (("extension_notified", MONDAY + timedelta(days=n)) for n in (10, 50, 80))
    )
    assert ends(rulebook, RECEIVED, first, second).due == MONDAY + timedelta(days=90)
    thrice = ends(rulebook, RECEIVED, first, second, third)
    assert (thrice.due, thrice.extended, thrice.extension_void) == (MONDAY + timedelta(days=90), True, True)
    assert _step(thrice, StepKind.EXTENSION_VOID)["variant"] == "once"


def test_an_extension_to_a_stated_date_takes_that_date() -> None:
    stated = {"ext_from": "stated_date", "ext_notice": "base_due"}
    rulebook = book([rule(**(THIRTY_DAYS | stated))])
    notice = Event("extension_notified", date(2026, 3, 20), date(2026, 6, 7))
    found = ends(rulebook, RECEIVED, notice)
    assert (found.due, found.safe, found.extended) == (date(2026, 6, 7), date(2026, 6, 7), True)
    undated = ends(rulebook, RECEIVED, ("extension_notified", date(2026, 3, 20)))
    assert (undated.due, undated.extension_void) == (date(2026, 4, 1), True)


def test_an_extension_without_a_date_leaves_none() -> None:
    soon = {"ext_from": "as_soon_as_practicable", "ext_notice": "base_due"}
    found = ends(book([rule(**(THIRTY_DAYS | soon))]), RECEIVED, ("extension_notified", date(2026, 3, 20)))
    assert (found.state, found.due, found.safe, found.extended) == (ClockState.OPEN_ENDED, None, None, True)


def test_what_can_be_given_stays_due_at_the_first_date_where_the_law_says_so() -> None:
    more = {"ext_n": 14, "ext_unit": "day", "ext_from": "base_due", "ext_max": 1, "ext_notice": "base_due"}
    rulebook = book([rule(**(THIRTY_DAYS | more | {"partial_compliance": True}))])
    found = ends(rulebook, RECEIVED, ("extension_notified", date(2026, 3, 20)))
    told = [(step.at, dict(step.details).get("variant")) for step in found.steps if step.kind is StepKind.EXTENDED]
    assert told == [(date(2026, 4, 15), None), (date(2026, 4, 1), "partial")]
    assert found.base_due == date(2026, 4, 1)


def test_the_date_that_a_notice_promises_binds_the_safe_reading() -> None:
    rulebook = book([rule(**(ONE_MONTH | TWO_MORE_MONTHS))])
    notice = Event("extension_notified", date(2026, 3, 20), date(2026, 5, 4))
    found = ends(rulebook, RECEIVED, notice)
    assert (found.due, found.safe) == (date(2026, 6, 2), date(2026, 5, 4))


def test_a_notice_can_have_a_limit_of_its_own() -> None:
    respond = rule(**(THIRTY_DAYS | TWO_MORE_MONTHS | {"ext_unit": "day", "ext_n": 30, "ext_notice": "XX.notice"}))
    notice = rule(**(THIRTY_DAYS | {"id": "XX.notice", "kind": "extension_notice", "trigger": ["request_dated"]}))
    rulebook = book([respond, notice])
    dated = ("request_dated", date(2026, 2, 26))
    assert ends(rulebook, RECEIVED, dated).extension_notice_due == date(2026, 3, 30)
    assert ends(rulebook, RECEIVED, dated, ("extension_notified", date(2026, 3, 31))).extension_void


def test_a_pause_moves_the_notice_only_where_the_law_says_so() -> None:
    rules = [rule(**(ONE_MONTH | TWO_MORE_MONTHS))]
    moved = ends(book(rules, [pause("suspend_inclusive", also=["ext_notice"])]), RECEIVED, ASKED, ANSWERED)
    kept = ends(book(rules, [pause("suspend_inclusive")]), RECEIVED, ASKED, ANSWERED)
    assert moved.extension_notice_due == moved.base_due == date(2026, 4, 17)
    assert (kept.extension_notice_due, kept.base_due) == (date(2026, 4, 2), date(2026, 4, 17))
    assert ends(book(rules, [pause("suspend_inclusive", also=["ext_notice"])]), RECEIVED, ASKED).extension_notice_due is None


def test_pause_and_extension_add_up_and_roll_once() -> None:
    rulebook = book([rule(**(ONE_MONTH | TWO_MORE_MONTHS))], [pause("suspend_exclusive")])
    found = ends(rulebook, RECEIVED, ASKED, ANSWERED, ("extension_notified", date(2026, 3, 20)))
    assert (found.base_due, found.due, found.safe) == (date(2026, 4, 16), date(2026, 6, 16), date(2026, 6, 16))


# Limits of other shapes


def test_a_minimum_is_never_rolled() -> None:
    keep = rule(**(THIRTY_DAYS | {"roll": "none", "kind": "retention", "minimum": True, "trigger": ["refused"]}))
    found = ends(book([keep]), ("refused", date(2026, 3, 5)))
    assert (found.due, found.safe) == (date(2026, 4, 4), date(2026, 4, 4))
    assert _step(found, StepKind.ENDS)["variant"] == "minimum"


@pytest.mark.parametrize(
    ("period", "due"),
    [
        pytest.param({"n": 48, "unit": "hour", "first": "instant"}, at(2026, 3, 7, 9), id="hours"),
        pytest.param({"n": 2, "unit": "day", "first": "next_day"}, date(2026, 3, 7), id="days"),
        pytest.param({"n": 1, "unit": "week", "first": "next_day"}, date(2026, 3, 2), id="weeks"),
        pytest.param({"n": 1, "unit": "month", "first": "same_date"}, date(2026, 2, 9), id="months"),
    ],
)
def test_a_period_before_an_event_counts_back_and_is_never_rolled(period: dict[str, object], due: date) -> None:
    notice = rule(**period, roll="none", backward=True, kind="notice_before", trigger=["scheduled_erasure"])
    assert ends(book([notice]), ("scheduled_erasure", at(2026, 3, 9, 9))).due == due


def test_an_open_ended_duty_has_a_labelled_target_but_no_date() -> None:
    target = {"open_ended": True, "guide_n": 30, "guide_unit": "day", "guide_roll": "next_bd"}
    found = ends(book([rule(**target)]), ("request_received", date(2026, 3, 5)))
    assert (found.state, found.due, found.safe, found.guide) == (ClockState.OPEN_ENDED, None, None, date(2026, 4, 6))
    assert _kinds(found) == ["received", "open_ended", "guide"]


def test_a_target_in_hours_is_an_instant() -> None:
    found = ends(book([rule(open_ended=True, guide_n=72, guide_unit="hour")]), ("request_received", at(2026, 3, 2, 10)))
    assert found.guide == at(2026, 3, 5, 10)


def test_an_open_ended_duty_without_a_target_has_nothing() -> None:
    found = ends(book([rule(open_ended=True)]), RECEIVED)
    assert (found.guide, _kinds(found)) == (None, ["received", "open_ended"])


def test_a_rule_that_follows_another_ends_with_it_extensions_included() -> None:
    refuse = rule(**ONE_MONTH, id="XX.refuse", kind="refusal_notice", follows="XX.respond")
    rulebook = book([rule(**(ONE_MONTH | TWO_MORE_MONTHS)), refuse])
    found = ends(rulebook, RECEIVED, ("extension_notified", date(2026, 3, 20)), limit="XX.refuse")
    assert (found.limit_id, found.due) == ("XX.refuse", date(2026, 6, 2))
    assert found.extension_notice_due is None


def test_of_two_limits_the_earlier_binds_when_both_run() -> None:
    window = {"kind": "subject_window", "combine": "min_with:XX.learned"}
    outer = rule(**({"n": 60, "unit": "day", "first": "next_day", "roll": "none"} | window), id="XX.window")
    learned = rule(
        **(THIRTY_DAYS | {"roll": "none", "kind": "subject_window"}), id="XX.learned", trigger=["response_received_by_subject"]
    )
    rulebook = book([outer, learned])
    alone = ends(rulebook, RECEIVED, limit="XX.window")
    both = ends(rulebook, RECEIVED, ("response_received_by_subject", date(2026, 3, 10)), limit="XX.window")
    late = ends(rulebook, RECEIVED, ("response_received_by_subject", date(2026, 4, 20)), limit="XX.window")
    assert (alone.due, both.due, late.due) == (date(2026, 5, 1), date(2026, 4, 9), date(2026, 5, 1))
    assert dict(both.steps[-1].details)["variant"] == "earlier_limit"
    assert _kinds(both) == ["received", "counted", "received", "counted", "ends"]
    assert [step.at for step in late.steps if step.kind is StepKind.ENDS] == [late.due]


def test_of_two_limits_the_earlier_safe_date_is_told_too() -> None:
    window = rule(**(THIRTY_DAYS | {"id": "XX.window", "kind": "subject_window", "combine": "min_with:XX.learned"}))
    learned = rule(**(THIRTY_DAYS | {"id": "XX.learned", "kind": "subject_window", "trigger": ["refused"], "safe_n": 10}))
    found = ends(book([window, learned]), RECEIVED, ("refused", date(2026, 3, 9)), limit="XX.window")
    assert (found.due, found.safe) == (date(2026, 4, 1), date(2026, 3, 19))
    assert [(step.kind.value, step.at) for step in found.steps[-2:]] == [("safe", found.safe), ("ends", found.due)]


@pytest.mark.parametrize(
    ("keys", "flags", "due"),
    [
        pytest.param({"third_party_n": 45}, {"third_party"}, date(2026, 4, 16), id="a third party must act"),
        pytest.param({"third_party_n": 45}, set(), date(2026, 4, 1), id="no third party"),
        pytest.param({"double_if": "small_agent"}, {"small_agent"}, date(2026, 5, 1), id="a small agent has double"),
        pytest.param({"ceiling": True, "published_param": "own"}, {"own=10"}, date(2026, 3, 12), id="the office's own period"),
        pytest.param({"ceiling": True, "published_param": "own"}, {"own=99"}, date(2026, 4, 1), id="never above the ceiling"),
        pytest.param({"ceiling": True, "published_param": "own"}, {"own=x"}, date(2026, 4, 1), id="no number"),
    ],
)
def test_a_flag_of_the_case_changes_the_period(keys: dict[str, object], flags: set[str], due: date) -> None:
    rulebook = book([rule(**(THIRTY_DAYS | {"roll": "none"} | keys))])
    assert ends(rulebook, RECEIVED, flags=frozenset(flags)).due == due


@pytest.mark.parametrize(
    ("keys", "safe"),
    [
        pytest.param({"safe_n": 7}, date(2026, 3, 9), id="fewer days"),
        pytest.param({"safe_first": "event_day"}, date(2026, 3, 31), id="the day itself is day 1"),
        pytest.param({"safe_n": 1, "safe_unit": "month"}, date(2026, 4, 1), id="never after the due date"),
    ],
)
def test_the_safe_reading_can_count_differently(keys: dict[str, object], safe: date) -> None:
    assert ends(book([rule(**(THIRTY_DAYS | keys))]), RECEIVED).safe == safe


def test_the_safe_reading_of_a_full_hour_clock_can_be_the_instant() -> None:
    rulebook = book([rule(**(THREE_DAYS_IN_HOURS | {"first": "next_full_hour", "safe_first": "instant"}))])
    found = ends(rulebook, ("request_received", at(2026, 3, 2, 8, 20)))
    assert (found.due, found.safe) == (at(2026, 3, 5, 9), at(2026, 3, 5, 8, 20))


def test_days_that_rest_only_in_one_reading_count_in_the_safe_one() -> None:
    bridge = date(2026, 3, 6)
    calendar = weekends(bridge, doubtful=frozenset({bridge}))
    found = ends(book([rule(**TEN_WORKING_DAYS)]), RECEIVED, calendar=calendar)
    assert (found.due, found.safe) == (date(2026, 3, 17), date(2026, 3, 16))


# Identity on a clock that nothing pauses


@pytest.mark.parametrize(
    ("verified", "conflict"),
    [
        pytest.param(at(2026, 3, 6), True, id="verified after the end"),
        pytest.param(None, True, id="not verified"),
        pytest.param(at(2026, 3, 4), False, id="verified in time"),
    ],
)
def test_identity_that_is_not_proved_before_the_end_is_a_conflict(verified: datetime | None, *, conflict: bool) -> None:
    rulebook = book([rule(**THREE_DAYS_IN_HOURS)], [pause("none", close="identity_verified")])
    answers = [("identity_verified", verified)] if verified else []
    found = ends(rulebook, ("request_received", at(2026, 3, 2)), ("identity_requested", at(2026, 3, 2, 1)), *answers)
    assert found.due == at(2026, 3, 5)
    assert (StepKind.IDENTITY_CONFLICT in {step.kind for step in found.steps}) is conflict


def test_hours_stand_still_where_a_law_pauses_them() -> None:
    rulebook = book([rule(**THREE_DAYS_IN_HOURS)], [pause("suspend_exclusive")])
    received = ("request_received", at(2026, 3, 2))
    asked, answered = ("identity_requested", at(2026, 3, 3)), ("identity_info_received", at(2026, 3, 3, 6))
    assert ends(rulebook, received, asked, answered).due == at(2026, 3, 5, 6)
    assert ends(rulebook, received, asked).state is ClockState.PAUSED
    restarted = ends(book([rule(**THREE_DAYS_IN_HOURS)], [pause("restart")]), received, asked, answered)
    assert restarted.due == at(2026, 3, 6, 6)


# Places


def test_the_zone_is_that_of_the_place_else_of_its_country_else_of_the_law() -> None:
    rulebook = book(places=["XX", "YY", "ZZ"], zones={"YY": "Europe/Madrid", "YY-CN": "Atlantic/Canary"})
    assert zone_of(rulebook, "YY-CN") == "Atlantic/Canary"
    assert zone_of(rulebook, "YY-AB") == "Europe/Madrid"
    assert zone_of(rulebook, "ZZ") == "Asia/Jakarta"
    with pytest.raises(PlaceUnknownError):
        zone_of(rulebook, "QQ")


def test_without_explaining_the_dates_are_the_same() -> None:
    rulebook = book([rule(**(ONE_MONTH | TWO_MORE_MONTHS))], [pause("suspend_exclusive")])
    for events in ((RECEIVED,), (RECEIVED, ASKED, ANSWERED), (RECEIVED, ASKED)):
        told = ends(rulebook, *events)
        plain = ends(rulebook, *events, explain=False)
        assert plain.steps == ()
        for name in (
            "state",
            "due",
            "safe",
            "base_due",
            "extension_notice_due",
            "extension_notice_safe",
            "extended_due",
            "starts",
        ):
            assert getattr(plain, name) == getattr(told, name), name
