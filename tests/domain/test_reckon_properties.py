"""What holds for every reckoning, whatever the dates."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.lawbook import (
    ONE_MONTH,
    TEN_WORKING_DAYS,
    THIRTY_DAYS,
    THREE_DAYS_IN_HOURS,
    TWO_MORE_MONTHS,
    book,
    ends,
    pause,
    rule,
    weekends,
)
from workbench.domain.clocks import ClockState, Event, Reckoning
from workbench.domain.rulebooks import Rulebook

DAYS = st.dates(date(2021, 1, 1), date(2038, 1, 1))
INSTANTS = st.datetimes(datetime(2021, 1, 1), datetime(2038, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  bounds are naive
HOLIDAYS = st.lists(st.dates(date(2021, 1, 1), date(2039, 1, 1)), max_size=40)
ROLLING = [ONE_MONTH | TWO_MORE_MONTHS, THIRTY_DAYS]
COUNTED = [*ROLLING, TEN_WORKING_DAYS, {"n": 4, "unit": "week", "first": "event_day", "roll": "none"}]
PAUSING = ["suspend_exclusive", "suspend_inclusive", "restart"]


def _day(found: Reckoning) -> date:
    assert isinstance(found.due, date)
    return found.due


def _law(period: dict[str, object], *pauses: dict[str, object]) -> Rulebook:
    return book([rule(**period)], pauses)


@given(st.sampled_from(COUNTED), DAYS, DAYS, HOLIDAYS)
def test_a_later_receipt_never_ends_sooner(period: dict[str, object], one: date, other: date, holidays: list[date]) -> None:
    calendar, law = weekends(*holidays), _law(period)
    first, second = sorted((one, other))
    early, late = (ends(law, ("request_received", on), calendar=calendar) for on in (first, second))
    assert _day(early) <= _day(late)
    assert early.safe is not None
    assert late.safe is not None
    assert early.safe <= late.safe


@given(INSTANTS, INSTANTS)
def test_a_later_receipt_never_ends_sooner_on_an_hour_clock(one: datetime, other: datetime) -> None:
    law = _law(THREE_DAYS_IN_HOURS | {"first": "next_full_hour", "safe_first": "instant"})
    first, second = sorted((one, other))
    early, late = (ends(law, ("request_received", moment), zone="Europe/Paris").due for moment in (first, second))
    assert early is not None
    assert late is not None
    assert early <= late


@given(INSTANTS, st.sampled_from(["Asia/Jakarta", "Europe/Paris", "Asia/Kolkata", "America/St_Johns"]))
def test_hours_are_elapsed_in_every_zone(moment: datetime, zone: str) -> None:
    found = ends(_law(THREE_DAYS_IN_HOURS), ("request_received", moment), zone=zone)
    assert isinstance(found.due, datetime)
    assert found.due.astimezone(UTC) - moment == timedelta(hours=72)


@given(st.sampled_from(COUNTED), DAYS, st.integers(0, 20))
def test_a_zero_day_pause_moves_nothing(period: dict[str, object], received: date, wait: int) -> None:
    same = received + timedelta(days=wait)
    law = _law(period, pause("suspend_exclusive"))
    asked = (("identity_requested", same), ("identity_info_received", same))
    assert ends(law, ("request_received", received), *asked).due == ends(law, ("request_received", received)).due


@given(st.sampled_from(ROLLING), DAYS, HOLIDAYS)
def test_a_roll_lands_only_on_working_days_and_skips_none(
    period: dict[str, object], received: date, holidays: list[date]
) -> None:
    calendar = weekends(*holidays)
    found = ends(_law(period), ("request_received", received), calendar=calendar)
    due, safe = _day(found), found.safe
    assert isinstance(safe, date)
    assert not calendar.is_rest_day(due)
    assert all(calendar.is_rest_day(safe + timedelta(days=offset)) for offset in range((due - safe).days))


@given(st.sampled_from(ROLLING), st.sampled_from(PAUSING), DAYS, st.integers(0, 25), st.integers(0, 40), st.booleans())
def test_the_safe_date_is_never_after_the_due_date(
    period: dict[str, object],
    effect: str,
    received: date,
    wait: int,
    length: int,
    guidance: bool,  # noqa: FBT001  Hypothesis passes it by position
) -> None:
    asked_on = received + timedelta(days=wait)
    law = _law(period, pause(effect, guidance=guidance))
    answered_on = asked_on + timedelta(days=length)
    found = ends(law, ("request_received", received), ("identity_requested", asked_on), ("identity_info_received", answered_on))
    assert found.safe is not None
    assert _day(found) >= found.safe
    assert _day(found) >= _day(ends(law, ("request_received", received)))


@given(st.sampled_from(PAUSING), DAYS, st.integers(0, 20), st.integers(0, 30), st.integers(0, 30))
def test_a_longer_wait_never_ends_sooner(effect: str, received: date, wait: int, one: int, other: int) -> None:
    law = _law(ONE_MONTH, pause(effect))
    asked_on = received + timedelta(days=wait)
    short, long = (
        ends(
            law,
            ("request_received", received),
            ("identity_requested", asked_on),
            ("identity_info_received", asked_on + timedelta(days=length)),
        )
        for length in sorted((one, other))
    )
    assert _day(short) <= _day(long)


@given(DAYS, st.integers(0, 60))
def test_an_extension_either_lengthens_or_is_void(received: date, notified_after: int) -> None:
    law = _law(ONE_MONTH | TWO_MORE_MONTHS)
    notice = ("extension_notified", received + timedelta(days=notified_after))
    found = ends(law, ("request_received", received), notice)
    assert found.extended is not found.extension_void
    assert found.base_due is not None
    if found.extended:
        assert _day(found) > found.base_due
        assert found.due == found.extended_due
    else:
        assert found.due == found.base_due


@given(st.permutations(range(5)), DAYS)
def test_the_order_in_which_events_are_told_changes_nothing(order: list[int], received: date) -> None:
    law = book(
        [rule(**(ONE_MONTH | TWO_MORE_MONTHS))],
        [pause("suspend_exclusive"), pause("restart", open="fee_notified", close="fee_paid")],
    )
    events = [
        Event("request_received", received),
        Event("identity_requested", received + timedelta(days=2)),
        Event("identity_info_received", received + timedelta(days=9)),
        Event("fee_notified", received + timedelta(days=3)),
        Event("fee_paid", received + timedelta(days=5)),
    ]
    assert ends(law, *(events[number] for number in order)) == ends(law, *events)


@given(st.sampled_from(COUNTED), DAYS, HOLIDAYS)
def test_the_short_way_agrees_with_the_long_one(period: dict[str, object], received: date, holidays: list[date]) -> None:
    calendar, law = weekends(*holidays), _law(period)
    told = ends(law, ("request_received", received), calendar=calendar)
    quick = ends(law, ("request_received", received), calendar=calendar, explain=False)
    for name in Reckoning.__dataclass_fields__:
        if name != "steps":
            assert getattr(quick, name) == getattr(told, name), name


@given(DAYS)
def test_every_reckoning_begins_with_the_receipt_and_says_its_end(received: date) -> None:
    found = ends(_law(ONE_MONTH), ("request_received", received))
    assert found.state is ClockState.RUNNING
    assert found.steps[0].at == received
    assert found.steps[-1].at == found.due
