"""Calendars of places: the public holidays of the `holidays` library, with the office's own days on top.

Which sets count, what a law adds or leaves out, and which weekdays rest is data of its rulebook (`nonworking`, `weekly_rest`,
`rest_days`, `only_days`, `without_days`, `safe_sets`, `stands_for`, `known_to`). The library is imported when a calendar is first built, never at start. Names are its English ones. Years: first and last inclusive.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from importlib.metadata import version

from workbench.domain.calendars import Calendar, OfficeDay
from workbench.domain.rulebooks import PlaceUnknownError, RestDayRule, RestDays, Rulebook, RulebookError

__all__ = ["OfficeDay", "calendar_for", "years_covered"]

_LANGUAGE = "en_US"
_PLACE = "place"
_MAKE_UP = "make_up"
_CATEGORIES = {
    "public": "public",
    "cuti_bersama": "government",
    "optional": "optional",
    "islamic": "islamic",
    _MAKE_UP: _MAKE_UP,
}
_DECREED = "government"
_OBSERVED = " (observed)"
_JOINED = "; "
_SUNDAY = 6

_Set = tuple[str, str, str]


def calendar_for(
    rulebook: Rulebook, place: str, *, first_year: int, last_year: int, office_days: Sequence[OfficeDay] = ()
) -> Calendar:
    """Return the calendar of a place under a law, for those of the years that are known.

    Source: law.md section 7 (which days count as rest under which law).

    Args:
        rulebook: the law; it names the weekly rest and the holiday sets.
        place: as the law names it: `DE`, `DE-NW`, `GB-ENG`, `ID`.
        first_year: inclusive; clipped to the years for which holidays are known.
        last_year: inclusive; clipped likewise.
        office_days: the office's own days; those of other places are left out.

    Raises:
        PlaceUnknownError: the law does not reach that place, or its holidays are not known.
    """
    known_first, known_last = years_covered(rulebook, place)
    first, last = max(first_year, known_first), min(last_year, known_last)
    code = dict(rulebook.rest_days.stands_for).get(place, place)
    weekdays = dict(rulebook.rest_days.weekly).get(code, rulebook.rest_weekdays)
    calendar = _library_calendar(
        place,
        first,
        last,
        weekdays,
        _sets(rulebook, place, rulebook.holiday_sets),
        rulebook.rest_days,
        _sets(rulebook, place, rulebook.rest_days.safe_sets),
    )
    return calendar.with_office_days(tuple(office_days))


def years_covered(rulebook: Rulebook, place: str) -> tuple[int, int]:
    """Return the first and the last year for which the holidays of a place are known, both inclusive.

    Days that a government decrees year by year end with the last decree that the library holds.

    Raises:
        PlaceUnknownError: the law does not reach that place, or its holidays are not known.
    """
    first, last = 1900, rulebook.rest_days.known_to or 2999
    for country, subdivision, category in _sets(rulebook, place, rulebook.holiday_sets):
        set_first, set_last = _years_of(country, subdivision, category)
        first, last = max(first, set_first), min(last, set_last)
    return first, last


def _sets(rulebook: Rulebook, place: str, words: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    """Return country, subdivision and category of each holiday set that counts as rest at the place."""
    code = dict(rulebook.rest_days.stands_for).get(place, place)
    country, _, subdivision = place.partition("-")
    part_of_known = subdivision and country in rulebook.places and _is_known(country, subdivision)
    if place not in rulebook.places and not part_of_known:
        raise PlaceUnknownError(law=rulebook.id, place=place)
    found = []
    for word in words:
        kind, _, named = word.partition(":")
        if kind not in _CATEGORIES:
            raise RulebookError(law=rulebook.id, where="nonworking", key=word, problem="unknown_set")
        set_country, _, set_subdivision = (code if named == _PLACE else named).partition("-")
        if not _is_known(set_country, set_subdivision):
            raise PlaceUnknownError(law=rulebook.id, place=place)
        found.append((set_country, set_subdivision, _CATEGORIES[kind]))
    return tuple(found)


@functools.cache
def _is_known(country: str, subdivision: str) -> bool:
    import holidays  # noqa: PLC0415  loaded with the first calendar, not at start

    known = holidays.list_supported_countries()
    return country in known and (not subdivision or subdivision in known[country])


@functools.cache
def _years_of(country: str, subdivision: str, category: str) -> tuple[int, int]:
    import holidays  # noqa: PLC0415  loaded with the first calendar, not at start

    library = holidays.country_holidays(country, subdiv=subdivision or None)
    first, last = int(library.start_year), int(library.end_year)
    if category != _DECREED:
        return first, last
    year = date.min.year
    for candidate in range(first, last + 1):
        if holidays.country_holidays(country, subdiv=subdivision or None, years=candidate, categories=category):
            year = candidate
    return first, year


@functools.lru_cache(maxsize=256)
def _library_calendar(
    place: str,
    first_year: int,
    last_year: int,
    rest_weekdays: frozenset[int],
    sets: tuple[_Set, ...],
    rest: RestDays,
    safe_sets: tuple[_Set, ...],
) -> Calendar:
    years = range(first_year, last_year + 1)
    days: dict[date, str] = {}
    works: set[date] = set()
    for one in sets:
        if one[2] == _MAKE_UP:
            works |= _make_up_days(one, years)
            continue
        for on, name in _holidays_of(one, years).items():
            plain = {part.removesuffix(_OBSERVED) for part in name.split(_JOINED)}
            counted = plain.intersection(rest.only) if rest.only else plain.difference(rest.without)
            if counted:
                days.setdefault(on, name)
    doubtful: frozenset[date] = frozenset()
    if safe_sets:
        safe = set().union(*(_holidays_of(one, years) for one in safe_sets))
        doubtful = frozenset(on for on in days if on not in safe)
    for rule in rest.own:
        for year in range(first_year - 1, last_year + 1):
            for on in _days_of(rule, year):
                days.setdefault(on, rule.name)
    origin = f"holidays {version('holidays')}" if sets else "rulebook"
    if rest.provisional_from is not None and last_year >= rest.provisional_from:
        origin += f", provisional from {rest.provisional_from}"
    return Calendar(
        place=place,
        version="",
        first_year=first_year,
        last_year=last_year,
        rest_weekdays=rest_weekdays,
        holidays={on: days[on] for on in sorted(days) if first_year <= on.year <= last_year},
        working_days=frozenset(works),
        doubtful_days=frozenset(on for on in doubtful if first_year <= on.year <= last_year),
        origin=origin,
    ).signed()


def _holidays_of(one: _Set, years: range) -> dict[date, str]:
    import holidays  # noqa: PLC0415  loaded with the first calendar, not at start

    country, subdivision, category = one
    found = holidays.country_holidays(
        country, subdiv=subdivision or None, years=years, categories=category, language=_LANGUAGE, expand=False
    )
    return dict(found.items())


def _make_up_days(one: _Set, years: range) -> set[date]:
    """Return the days of rest weekdays that work instead of a holiday."""
    import holidays  # noqa: PLC0415  loaded with the first calendar, not at start

    library = holidays.country_holidays(one[0], subdiv=one[1] or None, years=years)
    return {on for on in library.weekend_workdays if on.year in years}


def _days_of(rule: RestDayRule, year: int) -> Iterator[date]:
    """Yield the days of a rule that begin in a year."""
    if rule.easter is not None:
        from dateutil.easter import easter  # noqa: PLC0415  as above

        yield easter(year) + timedelta(days=rule.easter)
    elif rule.on is not None:
        on = date(year, *rule.on)
        moved = rule.if_sunday if on.weekday() == _SUNDAY and rule.if_sunday is not None else rule.on
        yield date(year, *moved)
    elif rule.span is not None:
        on, last = (date(year, *end) for end in rule.span)
        last = date(year + 1, *rule.span[1]) if last < on else last
        while on <= last:
            yield on
            on += timedelta(days=1)
    elif rule.weekday is not None and rule.before is not None:
        on = date(year, *rule.before) - timedelta(days=1)
        yield on - timedelta(days=(on.weekday() - rule.weekday) % 7)
    elif rule.weekday is not None and rule.month is not None and rule.nth is not None:
        on = date(year, rule.month, 1)
        yield on + timedelta(days=(rule.weekday - on.weekday()) % 7 + 7 * (rule.nth - 1))
