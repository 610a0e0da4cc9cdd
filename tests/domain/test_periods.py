"""Month arithmetic: the same-numbered day, clipped to a shorter month, against an oracle of its own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.periods import add_months


def _oracle(start_on: date, months: int) -> date:
    """Walk month by month, then step back from the wanted day until the calendar has it."""
    year, month = start_on.year, start_on.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        year, month = (year + 1, 1) if month > 12 else (year - 1, 12) if month < 1 else (year, month)
    for day in range(start_on.day, 0, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise AssertionError


@pytest.mark.parametrize(
    ("start_on", "months", "expected"),
    [
        pytest.param(date(2026, 3, 5), 1, date(2026, 4, 5), id="same date"),
        pytest.param(date(2025, 1, 31), 1, date(2025, 2, 28), id="short month"),
        pytest.param(date(2028, 1, 31), 1, date(2028, 2, 29), id="leap year"),
        pytest.param(date(2028, 2, 29), 1, date(2028, 3, 29), id="leap day is no month's end"),
        pytest.param(date(2026, 1, 31), 3, date(2026, 4, 30), id="from the original start, never by chaining"),
        pytest.param(date(2026, 11, 30), 3, date(2027, 2, 28), id="over the year"),
        pytest.param(date(2099, 12, 31), 2, date(2100, 2, 28), id="2100 is no leap year"),
        pytest.param(date(2026, 3, 31), -1, date(2026, 2, 28), id="backward"),
    ],
)
def test_months_are_added(start_on: date, months: int, expected: date) -> None:
    assert add_months(start_on, months) == expected


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-40, 40))
def test_months_agree_with_the_oracle(start_on: date, months: int) -> None:
    assert add_months(start_on, months) == _oracle(start_on, months)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 24))
def test_a_later_start_never_ends_sooner(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)
