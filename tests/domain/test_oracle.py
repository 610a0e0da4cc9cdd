"""The engine against the oracle: thousands of drawn stories under laws that together use every rule of counting.

Indonesia counts hours that nothing stops, and duties without a number. The EU takes one month, rolls, suspends by guidance and extends
from the start. The United Kingdom restarts, suspends with both end days, moves the notice with the pause and chains its refusals.
New Zealand counts working days through a closed season, to a stated date. Colombia restarts some rights only and extends working days.
California has a safe first day, doubtful holidays and minimums. Switzerland has a reflection period; Canada a notice with a limit
of its own; Türkiye the earlier of two; Mexico restarts working days; India and Korea ceilings, counting back, and two extensions.
"""

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.domain.oracle import Case, NotInForceError, RestDays, Verdict, judge
from workbench.domain.calendars import Calendar
from workbench.domain.clocks import Event, Reckoning
from workbench.domain.compiled import pauses_of
from workbench.domain.reckon import reckon, zone_of
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Limit, LimitNotInForceError, Rulebook
from workbench.services.calendars import calendar_for
from workbench.services.laws import load_rulebooks

FIRST = date(2025, 6, 1)
DAYS = 900
DRAWN = [
    ("ID", 5000),
    ("EU", 5000),
    ("GB", 5000),
    ("NZ", 5000),
    ("CO", 5000),
    ("US-CA", 5000),
    ("CH", 2000),
    ("CA", 2000),
    ("TR", 2000),
    ("MX", 2000),
    ("IN", 1000),
    ("KR", 2000),
]
STORIES = {"running", "paused", "extended", "void"}
UNPAUSED = {"ID", "NZ", "US-CA", "CA", "TR", "IN", "KR"}
UNEXTENDED = {"ID", "TR", "IN"}
CHANCE_OF_A_BARE_DAY = 0.3


class Teller:
    """Draws stories under one law, the same ones in each run."""

    def __init__(self, law: Rulebook, zone: str) -> None:
        self.law = law
        self.zone = zone
        self.drawn = random.Random(law.id)  # noqa: S311  stories, no secrets
        self.bare = False

    def at(self, on: date) -> date | datetime:
        """Return a moment of a day: the day itself where the story tells no hours."""
        if self.bare:
            return on
        seconds = 0 if self.drawn.random() < 0.1 else self.drawn.randrange(60)
        midnight = datetime(on.year, on.month, on.day, tzinfo=UTC)
        minutes = self.drawn.choice((0, 60, self.drawn.randrange(24 * 60)))
        return midnight + timedelta(minutes=minutes, seconds=seconds)

    def soon(self, start: date, most: int) -> date:
        """Return a day up to so many days after the start; early days are likelier."""
        return start + timedelta(days=min(self.drawn.randrange(most + 1), self.drawn.randrange(most + 1)))

    def story(self, limit: Limit) -> list[Event]:
        """Return the events of one case, in any order."""
        drawn = self.drawn
        self.bare = drawn.random() < CHANCE_OF_A_BARE_DAY
        start = FIRST + timedelta(days=drawn.randrange(DAYS))
        name = "request_received" if "request_dated" in limit.trigger and drawn.random() < 0.5 else limit.trigger[0]
        events = [Event(name, self.at(start))]
        if drawn.random() < 0.1:
            events.append(Event(name, self.at(self.soon(start, 10))))
        others = sorted({*limit.trigger[1:], "request_dated", "response_received_by_subject"} - {name})
        events += [Event(other, self.at(self.soon(start, 50))) for other in others if drawn.random() < 0.15]
        for rule in self.law.pauses:
            for chance in (0.4, 0.15):
                if drawn.random() < chance:
                    asked = self.soon(start, 45)
                    events.append(Event(rule.opens, self.at(asked)))
                    if drawn.random() < 0.75:
                        closes = rule.closes if drawn.random() < 0.9 else "identity_verified"
                        events.append(Event(closes, self.at(self.soon(asked, 30))))
        for chance in (0.5, 0.15, 0.1):
            if limit.extension is not None and drawn.random() < chance:
                notified = self.soon(start, 70)
                until = notified + timedelta(days=drawn.randrange(90)) if drawn.random() < 0.6 else None
                events.append(Event("extension_notified", self.at(notified), until))
        drawn.shuffle(events)
        return events

    def limit(self) -> Limit:
        """Return one of the limits; those to which more can happen are likelier."""
        weights = [1 if one.open_ended else 4 if one.extension or pauses_of(one, self.law) else 2 for one in self.law.limits]
        return self.drawn.choices(self.law.limits, weights)[0]

    def right(self, limit: Limit) -> Right | None:
        """Return one of the rights a limit is about, or none."""
        about = [*Right] if limit.every_right else list(limit.rights)
        return self.drawn.choice([*about, None])


def _rest_days(calendar: Calendar) -> RestDays:
    return RestDays(calendar.rest_weekdays, calendar.holidays, calendar.working_days, calendar.doubtful_days)


def _compared(found: Reckoning) -> Verdict:
    due = found.extended_due
    assert due is None or not isinstance(due, datetime)
    return Verdict(
        found.state.value,
        found.due,
        found.safe,
        found.base_due,
        found.extension_notice_due,
        due,
        found.extended,
        found.extension_void,
        found.guide,
    )


@pytest.mark.parametrize(("law_id", "stories"), [pytest.param(law, number, id=law) for law, number in DRAWN])
def test_the_engine_agrees_with_the_oracle(law_id: str, stories: int) -> None:
    law = load_rulebooks()[law_id]
    place = law.places[0]
    zone = zone_of(law, place)
    calendar = calendar_for(law, place, first_year=2024, last_year=2031)
    rest = _rest_days(calendar)
    teller = Teller(law, zone)
    seen: Counter[str] = Counter()
    while seen["told"] < stories:
        limit = teller.limit()
        events, right = teller.story(limit), teller.right(limit)
        case = Case(law, events, rest, zone, right)
        try:
            expected = judge(limit, case)
        except NotInForceError:
            with pytest.raises(LimitNotInForceError):
                reckon(limit, law, events, calendar=calendar, zone=zone, right=right)
            continue
        for explain in (True, False):
            found = reckon(limit, law, events, calendar=calendar, zone=zone, right=right, explain=explain)
            assert _compared(found) == expected, (limit.id, right, events)
        seen["told"] += 1
        seen[expected.state] += 1
        seen["extended"] += expected.extended
        seen["void"] += expected.void
    expected_stories = STORIES - ({"paused"} if law_id in UNPAUSED else set())
    assert set(+seen) >= expected_stories - ({"extended", "void"} if law_id in UNEXTENDED else set())
