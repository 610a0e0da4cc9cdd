"""100,000 deadlines against numpy's vectorised sums and against python-dateutil with `holidays`, in one run.

Run: `python -m tests.bench.bench_deadlines [ROUNDS]`. Start days are drawn (seeded) from five years. The mix is a quarter each of:
one month rolled off rest days (EU), 30 days rolled (TH), 20 working days (MX), 72 hours (ID). All sides get the days ready made and
their holidays laid out; they take turns, and medians are printed. "compiled anew" fills its tables in the measured time, "at hand"
finds them filled. What numpy and dateutil give for a date, ours gives too: that is checked before anything is measured.
The libraries' answer is a date; ours is a due date, a safe date, a notice date and, with steps, the reason.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import holidays
import numpy as np
import numpy.typing as npt
from dateutil.relativedelta import relativedelta

from workbench.domain.calendars import Calendar
from workbench.domain.clocks import Event, Reckoning
from workbench.domain.compiled import compile_limit
from workbench.domain.reckon import reckon, zone_of
from workbench.domain.rulebooks import Limit, Rulebook
from workbench.services.calendars import calendar_for
from workbench.services.laws import load_rulebooks

COUNT = 100_000
FIRST = date(2021, 1, 1)
DAYS = 5 * 365
YEARS = range(2020, 2029)
MONTH = "EU.respond"
MIX = (("EU", "DE", MONTH), ("TH", "TH", "TH.access"), ("MX", "MX", "MX.decide"), ("ID", "ID", "ID.access"))
BASIC = "month and roll"

Numbers = npt.NDArray[Any]


@dataclass(frozen=True)
class Rule:
    """One rule of the mix, with what each side needs to count it."""

    limit: Limit
    law: Rulebook
    calendar: Calendar
    zone: str
    days: list[date]
    numbers: Numbers
    business: np.busdaycalendar
    library: holidays.HolidayBase


def rule(law_id: str, place: str, limit_id: str, days: list[date]) -> Rule:
    """Return one rule with its start days, its calendar, and the same holidays as the libraries keep them."""
    law = load_rulebooks()[law_id]
    limit = next(one for one in law.limits if one.id == limit_id)
    calendar = calendar_for(law, place, first_year=YEARS[0], last_year=YEARS[-1])
    library = holidays.country_holidays(place, years=YEARS)
    mask = [weekday not in calendar.rest_weekdays for weekday in range(7)]
    business = np.busdaycalendar(mask, holidays=[np.datetime64(on) for on in sorted(library)])
    return Rule(limit, law, calendar, zone_of(law, place), days, np.array(days, dtype="datetime64[D]"), business, library)


# numpy


def numpy_months(one: Rule) -> Numbers:
    """Return each day a month later, clipped to the end of a short month, rolled off rest days."""
    months = one.numbers.astype("datetime64[M]")
    day = one.numbers - months.astype("datetime64[D]")
    first, after = (months + 1).astype("datetime64[D]"), (months + 2).astype("datetime64[D]")
    found: Numbers = np.busday_offset(first + np.minimum(day, after - first - 1), 0, roll="forward", busdaycal=one.business)
    return found


def numpy_mix(rules: Sequence[Rule]) -> list[Numbers]:
    """Return what each rule of the mix comes to."""
    month, thirty, working, hours = rules
    return [
        numpy_months(month),
        np.busday_offset(thirty.numbers + np.timedelta64(30, "D"), 0, roll="forward", busdaycal=thirty.business),
        np.busday_offset(working.numbers, 20, roll="backward", busdaycal=working.business),
        hours.numbers.astype("datetime64[h]") + np.timedelta64(72, "h"),
    ]


# dateutil with holidays


def rests(one: Rule, on: date) -> bool:
    """Return whether a day is off, as a program that uses the library would ask."""
    return on.weekday() in one.calendar.rest_weekdays or on in one.library


def plain_rolled(one: Rule, delta: relativedelta) -> list[date]:
    """Return each day plus the delta, rolled off rest days."""
    found = []
    for start in one.days:
        on = start + delta
        while rests(one, on):
            on += timedelta(days=1)
        found.append(on)
    return found


def plain_working(one: Rule, count: int) -> list[date]:
    """Return the working day so many working days later."""
    found = []
    for start in one.days:
        on, left = start, count
        while left:
            on += timedelta(days=1)
            left -= not rests(one, on)
        found.append(on)
    return found


def plain_hours(one: Rule, hours: int) -> list[datetime]:
    """Return the instant so many hours after the first moment of each day."""
    tz, delta = ZoneInfo(one.zone), relativedelta(hours=hours)
    return [(datetime(on.year, on.month, on.day, tzinfo=tz).astimezone(UTC) + delta).astimezone(tz) for on in one.days]


def plain_mix(rules: Sequence[Rule]) -> list[Sequence[date]]:
    """Return what each rule of the mix comes to."""
    month, thirty, working, hours = rules
    return [
        plain_rolled(month, relativedelta(months=1)),
        plain_rolled(thirty, relativedelta(days=30)),
        plain_working(working, 20),
        plain_hours(hours, 72),
    ]


# Ours


def ours(rules: Sequence[Rule], *, explain: bool, anew: bool) -> list[list[Reckoning]]:
    """Return the reckonings of each rule, compiled once for all its days."""
    found = []
    for one in rules:
        if anew:
            one.calendar.derived.clear()
        compiled = compile_limit(one.limit, one.law, one.calendar, zone=one.zone, explain=explain)
        found.append(compiled.reckon_many(one.days))
    return found


def one_by_one(stories: Sequence[tuple[Rule, list[list[Event]]]], *, explain: bool) -> None:
    """Reckon each case on its own, as the fold of a case does."""
    for one, cases in stories:
        for events in cases:
            reckon(one.limit, one.law, events, calendar=one.calendar, zone=one.zone, explain=explain)


def received(rules: Sequence[Rule], *, hour: bool, fold: int = 1) -> list[tuple[Rule, list[list[Event]]]]:
    """Return the start of each day as events: a bare day, or an instant of that day; every `fold`-th of them."""
    return [
        (
            one,
            [
                [Event("request_received", datetime(on.year, on.month, on.day, 3, on.day, tzinfo=UTC) if hour else on)]
                for on in one.days[::fold]
            ],
        )
        for one in rules
    ]


def told(rule_: Rule, *, paused: bool, extended: bool, fold: int) -> list[tuple[Rule, list[list[Event]]]]:
    """Return cases in which identity was asked and answered, or an extension announced."""
    stories = received([rule_], hour=True, fold=fold)
    for _, cases in stories:
        for events in cases:
            start = events[0].at
            if paused:
                events.append(Event("identity_requested", start + timedelta(days=3)))
                events.append(Event("identity_info_received", start + timedelta(days=9)))
            if extended:
                events.append(Event("extension_notified", start + timedelta(days=14)))
    return stories


def check(rules: Sequence[Rule]) -> None:
    """Refuse to measure sums that do not agree."""
    for reckonings, numbers, plain in zip(
        ours(rules, explain=False, anew=True), numpy_mix(rules), plain_mix(rules), strict=True
    ):
        due = [found.due for found in reckonings]
        if due != plain:
            raise RuntimeError
        if due and not isinstance(due[0], datetime) and due != numbers.tolist():
            raise RuntimeError


def milliseconds(call: Callable[[], object]) -> float:
    """Return how long one call took."""
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def contenders(rules: Sequence[Rule], basic: Rule) -> dict[str, tuple[int, Callable[[], object]]]:
    """Return what is measured: name to the number of deadlines and the call."""
    fold = 10
    days, instants = received(rules, hour=False), received(rules, hour=True)
    stories = {
        "paused": told(basic, paused=True, extended=False, fold=fold),
        "extended": told(basic, paused=False, extended=True, fold=fold),
        "paused and extended": told(basic, paused=True, extended=True, fold=fold),
    }
    found: dict[str, tuple[int, Callable[[], object]]] = {
        f"numpy, {BASIC}": (COUNT, lambda: numpy_months(basic)),
        f"numpy, {BASIC}, as dates": (COUNT, lambda: numpy_months(basic).tolist()),
        "numpy, mix": (COUNT, lambda: numpy_mix(rules)),
        f"dateutil, {BASIC}": (COUNT, lambda: plain_rolled(basic, relativedelta(months=1))),
        "dateutil, mix": (COUNT, lambda: plain_mix(rules)),
    }
    for steps in (False, True):
        word = "steps on" if steps else "steps off"
        found |= {
            f"ours, {BASIC}, {word}, compiled anew": (COUNT, partial(ours, [basic], explain=steps, anew=True)),
            f"ours, {BASIC}, {word}, at hand": (COUNT, partial(ours, [basic], explain=steps, anew=False)),
            f"ours, mix, {word}, compiled anew": (COUNT, partial(ours, rules, explain=steps, anew=True)),
            f"ours, mix, {word}, at hand": (COUNT, partial(ours, rules, explain=steps, anew=False)),
            f"ours, mix, {word}, one call each, days": (COUNT, partial(one_by_one, days, explain=steps)),
            f"ours, mix, {word}, one call each, instants": (COUNT, partial(one_by_one, instants, explain=steps)),
        }
        for name, cases in stories.items():
            found[f"ours, {BASIC}, {word}, {name}"] = (
                COUNT // fold,
                partial(one_by_one, cases, explain=steps),
            )
    return found


def main() -> None:
    """Measure in turns and print medians for 100,000 and the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    drawn = random.Random(20261126)  # noqa: S311  start days, no secrets
    days = [FIRST + timedelta(days=drawn.randrange(DAYS)) for _ in range(COUNT)]
    quarter = COUNT // len(MIX)
    rules = [rule(*names, days[number * quarter : (number + 1) * quarter]) for number, names in enumerate(MIX)]
    basic = rule(*MIX[0], days)
    check(rules)
    calls = contenders(rules, basic)
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(rounds + 1):
        for name, (count, call) in calls.items():
            spent = milliseconds(call) * COUNT / count
            if turn:
                taken[name].append(spent)
    medians = {name: statistics.median(spent) for name, spent in taken.items()}
    least = medians[f"numpy, {BASIC}"]
    library = medians[f"dateutil, {BASIC}"]
    sys.stdout.write(f"{'ms for 100,000':>62} {'x numpy':>8} {'x dateutil':>11}   (n={rounds})\n")
    for name, median in medians.items():
        sys.stdout.write(f"{name:<50}{median:12.1f} {median / least:8.2f} {median / library:11.2f}\n")


if __name__ == "__main__":
    main()
