"""Periods of time as the law states them: a count and a unit.

Hours are elapsed time; days, weeks and months are calendar units; a business day is a day that the
calendar in play does not list as a rest day.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """The unit of a period."""

    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business_day"
    WEEK = "week"
    MONTH = "month"


class FirstDay(StrEnum):
    """The six ways in which a law counts the beginning of a period (law.md section 2.3)."""

    INSTANT = "instant"
    NEXT_FULL_HOUR = "next_full_hour"
    NEXT_DAY = "next_day"
    EVENT_DAY = "event_day"
    SAME_DATE = "same_date"
    NEXT_DAY_SAME_DATE = "next_day_same_date"


class Roll(StrEnum):
    """What happens when a period ends on a rest day."""

    NONE = "none"
    NEXT_BUSINESS_DAY = "next_bd"


@dataclass(frozen=True, slots=True)
class Period:
    """A count and its unit: 1 month, 72 hours, 20 business days."""

    count: int
    unit: Unit


_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 1
_LEAP_DAY = 29


def add_months(start_on: date, months: int) -> date:
    """Return the same-numbered day `months` later, clipped to the end of a shorter month.

    Source: Reg. 1182/71 Art 3(2)(c). Always call it with the original start, never a clipped result.
    """
    year, month = divmod(start_on.year * 12 + start_on.month - 1 + months, 12)
    day = start_on.day
    length = _MONTH_LENGTHS[month]
    if day > length:
        leap = month == _FEBRUARY and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        day = _LEAP_DAY if leap else length
    return date(year, month + 1, day)
