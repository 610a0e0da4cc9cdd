"""Calendars of places: the public holidays of the `holidays` library, with the office's own days on top.

The library is imported when a calendar is first built, never at start. Names are its English ones. Years: first and last inclusive.
"""

import functools
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import version

from workbench.domain.calendars import Calendar, OfficeDay
from workbench.domain.rulebooks import PlaceUnknownError, Rulebook, RulebookError

__all__ = ["OfficeDay", "calendar_for", "years_covered"]

_LANGUAGE = "en_US"
_PLACE = "place"
_CATEGORIES = {"public": "public", "cuti_bersama": "government"}
_DECREED = "government"


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
    calendar = _library_calendar(
        place,
        max(first_year, known_first),
        min(last_year, known_last),
        rulebook.rest_weekdays,
        _sets(rulebook, place),
    )
    return calendar.with_office_days(tuple(office_days))


def years_covered(rulebook: Rulebook, place: str) -> tuple[int, int]:
    """Return the first and the last year for which the holidays of a place are known, both inclusive.

    Days that a government decrees year by year end with the last decree that the library holds.

    Raises:
        PlaceUnknownError: the law does not reach that place, or its holidays are not known.
    """
    first, last = 1, 9999
    for country, subdivision, category in _sets(rulebook, place):
        set_first, set_last = _years_of(country, subdivision, category)
        first, last = max(first, set_first), min(last, set_last)
    return first, last


def _sets(rulebook: Rulebook, place: str) -> tuple[tuple[str, str, str], ...]:
    """Return country, subdivision and category of each holiday set that counts as rest at the place."""
    country, _, subdivision = place.partition("-")
    part_of_known = subdivision and country in rulebook.places and _is_known(country, subdivision)
    if place not in rulebook.places and not part_of_known:
        raise PlaceUnknownError(law=rulebook.id, place=place)
    found = []
    for word in rulebook.holiday_sets:
        kind, _, code = word.partition(":")
        if kind not in _CATEGORIES:
            raise RulebookError(law=rulebook.id, where="nonworking", key=word, problem="unknown_set")
        set_country, _, set_subdivision = (place if code == _PLACE else code).partition("-")
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


@functools.lru_cache(maxsize=128)
def _library_calendar(
    place: str, first_year: int, last_year: int, rest_weekdays: frozenset[int], sets: Iterable[tuple[str, str, str]]
) -> Calendar:
    import holidays  # noqa: PLC0415  loaded with the first calendar, not at start

    library_version = version("holidays")
    days: dict[date, str] = {}
    for country, subdivision, category in sets:
        found = holidays.country_holidays(
            country,
            subdiv=subdivision or None,
            years=range(first_year, last_year + 1),
            categories=category,
            language=_LANGUAGE,
            expand=False,
        )
        for on, name in found.items():
            days.setdefault(on, name)
    return Calendar(
        place=place,
        version="",
        first_year=first_year,
        last_year=last_year,
        rest_weekdays=rest_weekdays,
        holidays={on: days[on] for on in sorted(days) if first_year <= on.year <= last_year},
        origin=f"holidays {library_version}",
    ).signed()
