"""A small made-up law for the tests of the engine; every test names only what it is about."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from workbench.domain.calendars import Calendar
from workbench.domain.clocks import Event, Reckoning
from workbench.domain.reckon import reckon
from workbench.domain.rights import Right
from workbench.domain.rulebook_data import parse_rulebook
from workbench.domain.rulebooks import Rulebook

MONDAY = date(2026, 3, 2)
ZONE = "Asia/Jakarta"

ONE_MONTH = {"n": 1, "unit": "month", "first": "same_date", "roll": "next_bd"}
THIRTY_DAYS = {"n": 30, "unit": "day", "first": "next_day", "roll": "next_bd"}
TEN_WORKING_DAYS = {"n": 10, "unit": "business_day", "first": "next_day", "roll": "none"}
THREE_DAYS_IN_HOURS = {"n": 72, "unit": "hour", "first": "instant", "roll": "none"}
TWO_MORE_MONTHS = {"ext_n": 2, "ext_unit": "month", "ext_from": "start", "ext_max": 1, "ext_notice": "base_due"}


def rule(**keys: object) -> dict[str, object]:
    """Return a rule about access from receipt; keys add to it or change it."""
    usual: dict[str, object] = {
        "id": "XX.respond",
        "kind": "respond",
        "rights": ["access"],
        "trigger": ["request_received"],
        "cite": "Art 1",
        "conf": "H",
    }
    return usual | keys


def pause(effect: str, **keys: object) -> dict[str, object]:
    """Return a pause while identity is asked; keys add to it or change it."""
    usual: dict[str, object] = {
        "open": "identity_requested",
        "close": "identity_info_received",
        "effect": effect,
        "cite": "Art 2",
        "conf": "H",
    }
    return usual | keys


def data(
    rules: Sequence[Mapping[str, object]] = (), pauses: Sequence[Mapping[str, object]] = (), **keys: object
) -> dict[str, object]:
    """Return the data of a rulebook with these rules."""
    usual: dict[str, object] = {
        "id": "XX",
        "name": "Exland",
        "law": "Privacy Act",
        "language": "en",
        "tz": ZONE,
        "nonworking": ["sat", "sun", "public:XX"],
        "rules": [dict(one) for one in rules or [rule(**ONE_MONTH)]],
        "pauses": [dict(one) for one in pauses],
    }
    return usual | keys


def book(rules: Sequence[Mapping[str, object]] = (), pauses: Sequence[Mapping[str, object]] = (), **keys: object) -> Rulebook:
    """Return the rulebook with these rules."""
    return parse_rulebook(data(rules, pauses, **keys), digest="test")


def weekends(*holidays: date, doubtful: frozenset[date] = frozenset(), working: frozenset[date] = frozenset()) -> Calendar:
    """Return a calendar of Saturdays and Sundays, and of these holidays."""
    return Calendar(
        place="XX",
        version="test",
        first_year=2020,
        last_year=2040,
        rest_weekdays=frozenset({5, 6}),
        holidays={on: f"Holiday {number}" for number, on in enumerate(holidays, start=1)},
        working_days=working,
        doubtful_days=doubtful,
    )


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return an instant in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def ends(
    rulebook: Rulebook,
    *events: tuple[str, date | datetime] | Event,
    limit: str = "XX.respond",
    calendar: Calendar | None = None,
    zone: str = ZONE,
    right: Right | None = None,
    flags: frozenset[str] = frozenset(),
    explain: bool = True,
) -> Reckoning:
    """Reckon one limit of the made-up law."""
    happened = [event if isinstance(event, Event) else Event(*event) for event in events]
    found = next(one for one in rulebook.limits if one.id == limit)
    return reckon(
        found,
        rulebook,
        happened,
        calendar=calendar or weekends(),
        zone=zone,
        right=right,
        flags=flags,
        explain=explain,
    )
