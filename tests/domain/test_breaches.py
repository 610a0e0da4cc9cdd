"""The risk that the house's scale suggests, and hours that pass."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.breaches import Level, Risk, suggested_risk, whole_hours

BERLIN = ZoneInfo("Europe/Berlin")
ORDER = {risk: place for place, risk in enumerate((Risk.UNLIKELY, Risk.RISK, Risk.HIGH))}
LEVELS = tuple(Level)


@pytest.mark.parametrize(
    ("likelihood", "severity", "risk"),
    [
        (Level.LOW, Level.LOW, Risk.UNLIKELY),
        (Level.LOW, Level.MEDIUM, Risk.RISK),
        (Level.MEDIUM, Level.LOW, Risk.RISK),
        (Level.MEDIUM, Level.MEDIUM, Risk.RISK),
        (Level.LOW, Level.HIGH, Risk.RISK),
        (Level.HIGH, Level.LOW, Risk.RISK),
        (Level.MEDIUM, Level.HIGH, Risk.HIGH),
        (Level.HIGH, Level.MEDIUM, Risk.HIGH),
        (Level.HIGH, Level.HIGH, Risk.HIGH),
    ],
    ids=lambda value: value.value,
)
def test_the_suggestion_of_every_pair(likelihood: Level, severity: Level, risk: Risk) -> None:
    assert suggested_risk(likelihood, severity) is risk


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_what_is_graver_or_likelier_is_never_suggested_as_less(one: Level, two: Level, other: Level) -> None:
    lower, higher = sorted((one, two), key=LEVELS.index)
    assert ORDER[suggested_risk(lower, other)] <= ORDER[suggested_risk(higher, other)]
    assert ORDER[suggested_risk(other, lower)] <= ORDER[suggested_risk(other, higher)]


@pytest.mark.parametrize(
    ("begun", "ended", "hours"),
    [
        (datetime(2026, 3, 28, 12, tzinfo=BERLIN), datetime(2026, 3, 29, 12, tzinfo=BERLIN), 23),
        (datetime(2026, 10, 24, 12, tzinfo=BERLIN), datetime(2026, 10, 25, 12, tzinfo=BERLIN), 25),
        (datetime(2026, 6, 1, 12, tzinfo=BERLIN), datetime(2026, 6, 1, 12, 59, tzinfo=BERLIN), 0),
        (datetime(2026, 6, 2, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC), 0),
    ],
    ids=["clocks go forward", "clocks go back", "not a full hour", "before it began"],
)
def test_hours_are_those_that_passed(begun: datetime, ended: datetime, hours: int) -> None:
    assert whole_hours(begun, ended) == hours


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)), st.integers(0, 1000))  # noqa: DTZ001  made aware below
def test_no_zone_changes_how_many_hours_passed(begun: datetime, hours: int) -> None:
    from_at = begun.replace(tzinfo=UTC)
    to_at = from_at + timedelta(hours=hours, minutes=30)
    assert whole_hours(from_at.astimezone(BERLIN), to_at.astimezone(ZoneInfo("Asia/Jakarta"))) == hours
