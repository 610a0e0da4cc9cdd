"""Calendars of places, from the library and from the office: facts that a wrong mapping would get wrong."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import holidays
import pytest

from tests.domain.lawbook import book
from workbench.domain.calendars import Calendar, OfficeDay, YearNotCoveredError
from workbench.domain.rulebooks import PlaceUnknownError, RulebookError
from workbench.services.calendars import calendar_for, years_covered
from workbench.services.laws import load_rulebooks, rulebook


def _calendar(law: str, place: str) -> Calendar:
    return calendar_for(rulebook(law), place, first_year=2025, last_year=2029)


def test_every_law_has_a_calendar_that_can_be_kept() -> None:
    for book_of_law in load_rulebooks().values():
        for place in book_of_law.places:
            made = calendar_for(book_of_law, place, first_year=2026, last_year=2027)
            assert Calendar.from_json(made.to_json()) == made
            assert made.covers(2026)


def test_every_holiday_that_a_law_names_is_one_of_the_library() -> None:
    for book_of_law in load_rulebooks().values():
        named = {*book_of_law.rest_days.only, *book_of_law.rest_days.without}
        country = book_of_law.id
        known = {
            part.removesuffix(" (observed)")
            for name in (
                holidays.country_holidays(country, years=range(2020, 2030), language="en_US") if named else {}
            ).values()
            for part in name.split("; ")
        }
        assert named <= known, book_of_law.id


def test_two_holidays_on_one_day_are_still_named_ones() -> None:
    far = calendar_for(rulebook("NZ"), "NZ", first_year=2038, last_year=2038)
    assert far.is_rest_day(date(2038, 4, 26)), "Anzac Day observed and Easter Monday in one"


def test_the_safe_reading_of_california_counts_federal_days_alone() -> None:
    california = _calendar("US-CA", "US-CA")
    assert california.is_rest_day(date(2026, 3, 31)), "Cesar Chavez Day is the state's"
    assert not california.safe_reading().is_rest_day(date(2026, 3, 31))
    assert california.safe_reading().is_rest_day(date(2026, 7, 3)), "the observed Independence Day is federal too"


def test_a_year_without_decreed_make_up_days_is_refused() -> None:
    with pytest.raises(YearNotCoveredError):
        _calendar("CN", "CN").is_rest_day(date(2027, 3, 1))


@pytest.mark.parametrize(
    ("law", "place", "on", "rests"),
    [
        pytest.param("GB", "GB-ENG", date(2026, 1, 2), False, id="2 January works in England"),
        pytest.param("GB", "GB-SCT", date(2026, 1, 2), True, id="2 January rests in Scotland"),
        pytest.param("GB", "GB-NIR", date(2026, 3, 17), True, id="Saint Patrick in Northern Ireland"),
        pytest.param("GB", "GB-WLS", date(2026, 3, 17), False, id="no Saint Patrick in Wales"),
        pytest.param("GB", "GB-SCT", date(2026, 6, 15), True, id="a one-off day in Scotland"),
        pytest.param("GB", "GB-ENG", date(2027, 12, 28), True, id="a substitute day"),
        pytest.param("EU", "DE", date(2026, 6, 4), False, id="Corpus Christi is not federal"),
        pytest.param("EU", "DE-NW", date(2026, 6, 4), True, id="Corpus Christi rests in North Rhine-Westphalia"),
        pytest.param("EU", "FR", date(2026, 4, 3), False, id="Good Friday works in France"),
        pytest.param("EU", "FR-6AE", date(2026, 4, 3), True, id="Good Friday rests in Alsace"),
        pytest.param("EU", "IE", date(2027, 12, 27), False, id="no Monday in lieu in Ireland"),
        pytest.param("EU", "HU", date(2026, 1, 10), True, id="a Saturday rests even where it is made up for"),
        pytest.param("ID", "ID", date(2026, 3, 20), True, id="joint holiday in Indonesia"),
        pytest.param("ID", "ID", date(2026, 8, 17), True, id="Independence Day"),
        pytest.param("NZ", "NZ", date(2026, 12, 29), True, id="the closed season of New Zealand before New Year"),
        pytest.param("NZ", "NZ", date(2027, 1, 15), True, id="the last day of the closed season"),
        pytest.param("NZ", "NZ", date(2027, 1, 18), False, id="the first working day after the closed season"),
        pytest.param("NZ", "NZ", date(2027, 1, 25), False, id="an anniversary of a province works"),
        pytest.param("NZ", "NZ", date(2027, 4, 26), True, id="Anzac Day on a Sunday rests on Monday"),
        pytest.param("NZ", "NZ", date(2026, 7, 10), True, id="Matariki"),
        pytest.param("JP", "JP", date(2026, 12, 29), True, id="the year-end closure of Japan begins"),
        pytest.param("JP", "JP", date(2027, 1, 3), True, id="the year-end closure of Japan ends"),
        pytest.param("JP", "JP", date(2026, 12, 28), False, id="the day before it works"),
        pytest.param("CN", "CN", date(2026, 10, 10), False, id="a make-up Saturday works in China"),
        pytest.param("CN", "CN", date(2026, 10, 7), True, id="the last day of the National Day week"),
        pytest.param("CN", "CN", date(2026, 10, 17), True, id="a usual Saturday rests in China"),
        pytest.param("HK", "HK", date(2026, 4, 3), True, id="Good Friday in Hong Kong"),
        pytest.param("HK", "HK", date(2026, 4, 11), False, id="Saturday works in Hong Kong"),
        pytest.param("SG", "SG", date(2026, 11, 28), False, id="Saturday works in Singapore"),
        pytest.param("SG", "SG", date(2026, 11, 29), True, id="Sunday rests in Singapore"),
        pytest.param("MY", "MY-14", date(2026, 11, 27), False, id="Friday works in Kuala Lumpur"),
        pytest.param("MY", "MY-14", date(2026, 11, 29), True, id="Sunday rests in Kuala Lumpur"),
        pytest.param("MY", "MY-03", date(2026, 11, 27), True, id="Friday rests in Kelantan"),
        pytest.param("MY", "MY-03", date(2026, 11, 29), False, id="Sunday works in Kelantan"),
        pytest.param("CA", "CA", date(2026, 4, 6), True, id="Easter Monday in Canada"),
        pytest.param("CA", "CA", date(2026, 5, 18), True, id="Victoria Day"),
        pytest.param("CA", "CA", date(2026, 12, 26), False, id="Boxing Day works for the Interpretation Act"),
        pytest.param("CA", "CA", date(2029, 7, 2), True, id="Canada Day on a Sunday rests on Monday"),
        pytest.param("CA-QC", "CA-QC", date(2026, 6, 24), True, id="the national day of Quebec"),
        pytest.param("KE", "KE", date(2026, 5, 27), True, id="Eid al-Adha in Kenya"),
        pytest.param("SA", "SA", date(2026, 11, 27), True, id="Friday rests in Saudi Arabia"),
        pytest.param("SA", "SA", date(2026, 11, 29), False, id="Sunday works in Saudi Arabia"),
        pytest.param("AU", "AU", date(2026, 6, 8), True, id="Australia without a state is New South Wales"),
        pytest.param("AU", "AU-WA", date(2026, 6, 8), False, id="the King's birthday is another day in the west"),
        pytest.param("CH", "CH-ZH", date(2026, 5, 1), True, id="1 May rests in Zurich"),
        pytest.param("CH", "CH-VD", date(2026, 5, 1), False, id="1 May works in Vaud"),
        pytest.param("CO", "CO", date(2026, 7, 13), False, id="a day that the package lists and nobody confirmed"),
    ],
)
def test_a_day_rests_or_works(law: str, place: str, on: date, *, rests: bool) -> None:
    assert _calendar(law, place).is_rest_day(on) is rests


@pytest.mark.parametrize("law", ["EU", "GB", "ID"])
def test_every_place_that_is_offered_has_a_calendar(law: str) -> None:
    for place in rulebook(law).places:
        calendar = calendar_for(rulebook(law), place, first_year=2026, last_year=2026)
        assert calendar.is_rest_day(date(2026, 12, 25)), place


@pytest.mark.parametrize(
    ("law", "place"),
    [("EU", "GB"), ("EU", "EU"), ("EU", ""), ("EU", "DE-XX"), ("GB", "GB"), ("GB", "UK-ENG"), ("ID", "ID-JK")],
)
def test_a_place_that_the_law_does_not_know_is_refused(law: str, place: str) -> None:
    with pytest.raises(PlaceUnknownError) as refused:
        _calendar(law, place)
    assert refused.value.details == {"law": law, "place": place}


def test_a_part_of_a_state_that_the_library_knows_is_taken() -> None:
    assert _calendar("EU", "AT-9").is_rest_day(date(2026, 12, 8))


def test_years_beyond_the_library_refuse() -> None:
    calendar = calendar_for(rulebook("EU"), "DE", first_year=2099, last_year=2105)
    assert calendar.last_year == years_covered(rulebook("EU"), "DE")[1] == 2100
    with pytest.raises(YearNotCoveredError):
        calendar.next_working_day(date(2101, 1, 3))


def test_decreed_days_end_with_the_last_decree() -> None:
    assert years_covered(rulebook("ID"), "ID")[1] == 2027
    with pytest.raises(YearNotCoveredError):
        calendar_for(rulebook("ID"), "ID", first_year=2026, last_year=2030).next_working_day(date(2028, 1, 3))


def test_a_span_that_nothing_covers_gives_a_calendar_that_refuses() -> None:
    calendar = calendar_for(rulebook("EU"), "DE", first_year=2150, last_year=2152)
    with pytest.raises(YearNotCoveredError):
        calendar.next_working_day(date(2151, 1, 3))


def test_the_office_closes_on_a_day_of_its_own_and_the_version_says_so() -> None:
    closed = OfficeDay("DE", date(2026, 12, 24), rests=True, name="Office closed", source="works council")
    plain = _calendar("EU", "DE")
    own = calendar_for(rulebook("EU"), "DE", first_year=2025, last_year=2028, office_days=(closed,))
    assert not plain.is_rest_day(closed.on)
    assert own.is_rest_day(closed.on)
    assert own.name_of(closed.on) == "Office closed"
    assert own.version != plain.version


def test_the_same_place_and_years_have_the_same_version() -> None:
    assert _calendar("EU", "DE").version == _calendar("EU", "DE").version
    assert _calendar("EU", "DE").version != _calendar("EU", "DE-NW").version
    assert _calendar("EU", "DE").origin == "holidays 0.109"


def test_a_kept_calendar_reads_back() -> None:
    calendar = _calendar("EU", "FR")
    assert Calendar.from_json(calendar.to_json()) == calendar


def test_names_are_english() -> None:
    assert _calendar("EU", "DE").name_of(date(2026, 5, 14)) == "Ascension Day"


def test_a_holiday_set_that_is_not_known_is_refused() -> None:
    with pytest.raises(RulebookError) as refused:
        calendar_for(book(nonworking=["sun", "moon:XX"]), "XX", first_year=2026, last_year=2026)
    assert refused.value.details["problem"] == "unknown_set"


def test_the_library_is_not_loaded_until_a_calendar_is_wanted() -> None:
    code = (
        "import sys; import workbench.services.calendars, workbench.services.laws; "
        "workbench.services.laws.load_rulebooks(); sys.exit('holidays' in sys.modules)"
    )
    root = Path(__file__).resolve().parent.parent.parent
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=root).returncode == 0
