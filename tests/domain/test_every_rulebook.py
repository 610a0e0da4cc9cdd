"""What holds for every limit of every shipped rulebook, at its own places, whatever happens in a case."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.domain.calendars import Calendar, YearNotCoveredError
from workbench.domain.clocks import Event, Reckoning, StepKind
from workbench.domain.compiled import CompiledLimit, compile_limit
from workbench.domain.periods import Roll, Unit
from workbench.domain.reckon import _reckon, reckon, zone_of
from workbench.domain.rulebooks import ExtensionOrigin, Limit, LimitNotInForceError, PauseEffect, Rulebook
from workbench.services.calendars import calendar_for
from workbench.services.laws import load_rulebooks
from workbench.services.wording import LANGUAGES, words

FIRST_YEAR, LAST_YEAR = 2023, 2031
EARLIEST, LATEST = date(2024, 3, 1), date(2028, 12, 31)
PLACES_TRIED = 4
EXTENSION = "extension_notified"

every_law = pytest.mark.parametrize("law", [pytest.param(law, id=law.id) for law in load_rulebooks().values()])
examples = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
many_examples = settings(examples, max_examples=60)


@dataclass(frozen=True)
class Told:
    """One case: a limit at a place, the day it starts, and what happened after."""

    law: Rulebook
    limit: Limit
    place: str
    start: date
    after: tuple[Event, ...] = ()
    bare: bool = True

    @property
    def zone(self) -> str:
        return zone_of(self.law, self.place)

    @property
    def calendar(self) -> Calendar:
        return calendar_for(self.law, self.place, first_year=FIRST_YEAR, last_year=LAST_YEAR)

    @property
    def events(self) -> list[Event]:
        return [Event(self.limit.trigger[0], _at(self.start, 0, bare=self.bare)), *self.after]

    def reckon(
        self, events: list[Event] | None = None, *, calendar: Calendar | None = None, explain: bool = True
    ) -> Reckoning | None:
        """Return the reckoning; None where the limit does not hold then, or its years are not known."""
        try:
            return reckon(
                self.limit,
                self.law,
                self.events if events is None else events,
                calendar=calendar or self.calendar,
                zone=self.zone,
                explain=explain,
            )
        except (LimitNotInForceError, YearNotCoveredError):
            return None


def _at(on: date, minute: int, *, bare: bool) -> date | datetime:
    """Return a day, or an instant of it (12:00 to 15:59 UTC); `minute` keeps the instants of a day apart."""
    return on if bare else datetime(on.year, on.month, on.day, 12, tzinfo=UTC) + timedelta(minutes=minute)


def _places(law: Rulebook, limit: Limit) -> list[str]:
    if limit.place:
        return [limit.place]
    step = max(1, len(law.places) // PLACES_TRIED)
    return list(law.places[::step])


@st.composite
def starts(draw: st.DrawFn, law: Rulebook) -> Told:
    """Draw a limit, a place and a day on which it can start."""
    limit = draw(st.sampled_from(law.limits))
    first = max(EARLIEST, limit.effective_from or EARLIEST)
    last = min(LATEST, limit.effective_to or LATEST)
    place = draw(st.sampled_from(_places(law, limit)))
    return Told(law, limit, place, draw(st.dates(first, last)), bare=draw(st.booleans()))


@st.composite
def stories(draw: st.DrawFn, law: Rulebook) -> Told:
    """Draw a case in which each question is asked at most once, answered or not, and an extension may be announced."""
    told = draw(starts(law))
    after: list[Event] = []

    def happened(name: str, days: int, until_on: date | None = None) -> None:
        after.append(Event(name, _at(told.start + timedelta(days=days), len(after) + 1, bare=told.bare), until_on))

    for rule in law.pauses:
        if draw(st.booleans()):
            asked = draw(st.integers(0, 45))
            happened(rule.opens, asked)
            waited = draw(st.none() | st.integers(0, 40))
            if waited is not None:
                happened(rule.closes, asked + waited)
    if told.limit.extension is not None and draw(st.booleans()):
        until = draw(st.none() | st.integers(20, 120))
        happened(EXTENSION, draw(st.integers(0, 60)), told.start + timedelta(days=until) if until is not None else None)
    return replace(told, after=tuple(after))


def _no_sooner(one: Reckoning | None, other: Reckoning | None) -> None:
    """Assert that the second ends no sooner than the first, in both readings, where both end at all."""
    if one is None or other is None:
        return
    for first, second in ((one.due, other.due), (one.safe, other.safe)):
        if first is not None and second is not None and None not in {one.due, other.due}:
            assert first <= second


def _with_holiday(calendar: Calendar, on: date) -> Calendar:
    return replace(calendar, holidays={**calendar.holidays, on: "One day more"}, version="one more")


@every_law
def test_every_limit_can_be_reckoned(law: Rulebook) -> None:
    for limit in law.limits:
        for place in _places(law, limit):
            told = Told(law, limit, place, limit.effective_from or limit.effective_to or date(2026, 3, 2))
            found = reckon(limit, law, told.events, calendar=told.calendar, zone=told.zone)
            assert (found.due is None) is limit.open_ended


@every_law
@examples
@given(data=st.data())
def test_a_later_receipt_never_ends_sooner(law: Rulebook, data: st.DataObject) -> None:
    late = data.draw(stories(law))
    early = replace(late, start=late.start - timedelta(days=data.draw(st.integers(0, 40))))
    _no_sooner(early.reckon(), late.reckon())


@every_law
@many_examples
@given(data=st.data())
def test_the_safe_date_is_never_after_the_due_date(law: Rulebook, data: st.DataObject) -> None:
    found = data.draw(stories(law)).reckon()
    if found is not None and found.due is not None:
        assert found.safe is not None
        assert found.safe <= found.due


@every_law
@many_examples
@given(data=st.data())
def test_an_end_that_rolls_is_a_working_day_of_its_place(law: Rulebook, data: st.DataObject) -> None:
    told = data.draw(stories(law))
    found, limit = told.reckon(), told.limit
    if found is None or not isinstance(found.due, date) or isinstance(found.due, datetime) or limit.period is None:
        return
    stated = limit.extension is not None and limit.extension.origin is ExtensionOrigin.STATED_DATE and found.extended
    if limit.roll is Roll.NEXT_BUSINESS_DAY or limit.period.unit is Unit.BUSINESS_DAY:
        ends = [found.base_due, found.extended_due, *([] if stated else [found.due])]
        assert [on for on in ends if on is not None and told.calendar.is_rest_day(on)] == []


@every_law
@many_examples
@given(data=st.data())
def test_resuming_later_never_ends_sooner(law: Rulebook, data: st.DataObject) -> None:
    told = data.draw(stories(law))
    waiting = [rule for rule in law.pauses if rule.closes in {event.name for event in told.after}]
    if not waiting:
        return
    closes, later = data.draw(st.sampled_from(waiting)).closes, timedelta(days=data.draw(st.integers(0, 30)))
    resumed = [replace(event, at=event.at + later) if event.name == closes else event for event in told.events]
    _no_sooner(told.reckon(), told.reckon(resumed))


@every_law
@many_examples
@given(data=st.data())
def test_one_holiday_more_never_makes_a_date_earlier(law: Rulebook, data: st.DataObject) -> None:
    told = data.draw(stories(law))
    plain = told.reckon()
    near = plain.safe if plain is not None and plain.safe is not None else told.start
    on = (near.date() if isinstance(near, datetime) else near) + timedelta(days=data.draw(st.integers(-40, 40)))
    _no_sooner(plain, told.reckon(calendar=_with_holiday(told.calendar, on)))


@every_law
@examples
@given(data=st.data())
def test_the_order_in_which_events_are_told_changes_nothing(law: Rulebook, data: st.DataObject) -> None:
    told = data.draw(stories(law))
    reminders = [
        Event(rule.opens, _at(told.start + timedelta(days=data.draw(st.integers(0, 45))), 60 + number, bare=told.bare))
        for number, rule in enumerate(law.pauses)
    ]
    events = [*told.events, *reminders]
    assert told.reckon(data.draw(st.permutations(events))) == told.reckon(events)


@every_law
@examples
@given(data=st.data())
def test_events_that_a_limit_does_not_hear_change_nothing(law: Rulebook, data: st.DataObject) -> None:
    told = data.draw(starts(law))
    heard = compile_limit(told.limit, law, told.calendar, zone=told.zone, explain=True).hears
    deaf = [name for name in ("complied", "breach_occurred", "restriction_done", EXTENSION, "fee_paid") if name not in heard]
    noise = [Event(name, _at(told.start + timedelta(days=3), number, bare=told.bare)) for number, name in enumerate(deaf)]
    assert told.reckon([*noise, *told.events]) == told.reckon()
    assert _general(told, [*noise, *told.events], explain=True) == told.reckon()


@every_law
@many_examples
@given(data=st.data())
def test_the_explanation_ends_with_the_date_and_every_step_has_its_words(law: Rulebook, data: st.DataObject) -> None:
    told = data.draw(stories(law))
    found = told.reckon()
    if found is None:
        return
    assert found.steps[0].kind is StepKind.RECEIVED
    assert [step.at for step in found.steps if step.kind is StepKind.ENDS][-1:] == (
        [found.due] if found.due is not None else []
    )
    assert [step.at for step in found.steps if step.kind is StepKind.SAFE] == ([found.safe] if found.safe != found.due else [])
    for language in LANGUAGES:
        sentences = [words(language).step(step, told.zone) for step in found.steps]
        assert all(sentence.strip() and "{" not in sentence for sentence in sentences)


@every_law
@examples
@given(data=st.data())
def test_without_steps_the_answer_is_the_same(law: Rulebook, data: st.DataObject) -> None:
    told = data.draw(stories(law))
    found = told.reckon()
    assert told.reckon(explain=False) == (replace(found, steps=()) if found is not None else None)


def _general(told: Told, events: list[Event], *, explain: bool) -> Reckoning | None:
    """Return what the way that knows every event makes of a case."""
    try:
        return _reckon(
            told.limit,
            told.law,
            events,
            calendar=told.calendar,
            zone=told.zone,
            right=None,
            flags=frozenset(),
            explain=explain,
        )
    except (LimitNotInForceError, YearNotCoveredError):
        return None


def _compiled(compiled: CompiledLimit, starts: date | datetime, *, many: bool) -> Reckoning | None:
    try:
        return compiled.reckon_many([starts])[0] if many else compiled.reckon(starts)
    except (LimitNotInForceError, YearNotCoveredError):
        return None


@every_law
@many_examples
@given(data=st.data())
def test_a_compiled_limit_answers_as_the_general_way(law: Rulebook, data: st.DataObject) -> None:
    told = data.draw(starts(law))
    for explain in (True, False):
        expected = _general(told, told.events, explain=explain)
        compiled = compile_limit(told.limit, law, told.calendar, zone=told.zone, explain=explain)
        if not compiled.plain:
            assert compiled.start_of(told.events) is None
            continue
        for many in (False, True, False):  # worked out, then at hand
            assert _compiled(compiled, told.events[0].at, many=many) == expected
        assert told.reckon(explain=explain) == expected


@every_law
def test_nearly_every_limit_compiles(law: Rulebook) -> None:
    place = law.places[0]
    calendar = calendar_for(law, place, first_year=FIRST_YEAR, last_year=LAST_YEAR)
    compiled = [compile_limit(limit, law, calendar, zone=zone_of(law, place)) for limit in law.limits]
    assert [one.limit.id for one in compiled if not one.plain] == []


def test_a_calendar_keeps_no_more_reckonings_than_it_has_room_for() -> None:
    law = load_rulebooks()["EU"]
    calendar = calendar_for(law, "DE", first_year=FIRST_YEAR, last_year=LAST_YEAR)
    compiled = compile_limit(law.limits[0], law, calendar, zone="Europe/Berlin")
    days = [EARLIEST + timedelta(days=number) for number in range(1500)]
    expected = compiled.reckon_many(days)
    for limit in law.limits:
        for zone in ("Europe/Berlin", "Europe/Paris", "Europe/Dublin"):
            compile_limit(limit, law, calendar, zone=zone, explain=True).reckon_many(days)
    kept = [one.table for one in calendar.derived.values() if isinstance(one, CompiledLimit)]
    assert 0 < sum(map(len, kept)) <= 16_384
    assert compiled.reckon_many(days) == expected


def test_the_properties_meet_every_kind_of_pause_and_end() -> None:
    laws = load_rulebooks().values()
    effects = {rule.effect for law in laws for rule in law.pauses}
    assert effects == set(PauseEffect) - {PauseEffect.LAPSE}
    assert {limit.roll for law in laws for limit in law.limits} == set(Roll)
