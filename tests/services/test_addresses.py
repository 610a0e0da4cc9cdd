"""Addresses on envelopes: the order of the country of destination, its town in capitals, its name last and only abroad."""

import pytest

from workbench.domain.addresses import PostcodePlace, PracticeError, parse_practices
from workbench.services.addresses import country_of, postal_address, practices

NEEDED = (
    "ID",
    "DE",
    "AT",
    "CH",
    "FR",
    "ES",
    "PT",
    "NL",
    "BE",
    "IT",
    "GB",
    "IE",
    "US",
    "CA",
    "AU",
    "NZ",
    "JP",
    "KR",
    "CN",
    "TW",
    "HK",
    "SG",
    "MY",
    "TH",
    "VN",
    "PH",
    "IN",
    "BR",
    "MX",
    "AR",
    "CL",
    "CO",
    "ZA",
    "KE",
    "NG",
    "TR",
    "IL",
    "SA",
    "AE",
)

ABROAD = {
    "Germany": (("Lindenweg 4", "50667 Köln", "Deutschland"), ("Lindenweg 4", "50667 KÖLN", "GERMANY")),
    "Germany, postcode last": (("Lindenweg 4", "Köln, 50667", "Jerman"), ("Lindenweg 4", "50667 KÖLN", "GERMANY")),
    "Germany, postcode alone": (("Lindenweg 4", "Köln", "50667", "Germany"), ("Lindenweg 4", "50667 KÖLN", "GERMANY")),
    "sharp s": (("Weg 4", "35390 Gießen", "Germany"), ("Weg 4", "35390 GIESSEN", "GERMANY")),
    "Austria": (("Gasse 2", "1010 Wien", "Österreich"), ("Gasse 2", "1010 WIEN", "AUSTRIA")),
    "Switzerland": (("Weg 2", "CH-8001 Zürich", "Schweiz"), ("Weg 2", "CH-8001 ZÜRICH", "SWITZERLAND")),
    "France": (("14 rue des Tilleuls", "69003 Lyon", "France"), ("14 rue des Tilleuls", "69003 LYON", "FRANCE")),
    "Spain": (("Calle Mayor 1", "28013 Madrid", "Spanyol"), ("Calle Mayor 1", "28013 MADRID", "SPAIN")),
    "Portugal": (("Rua 31", "4050-123 Porto", "Portugal"), ("Rua 31", "4050-123 PORTO", "PORTUGAL")),
    "Netherlands": (("Straat 9", "1015 AB Amsterdam", "Belanda"), ("Straat 9", "1015 AB  AMSTERDAM", "NETHERLANDS")),
    "Belgium": (("Laan 3", "1000 Brussel", "België"), ("Laan 3", "1000 BRUSSEL", "BELGIUM")),
    "Italy": (("Via 2", "00144 Roma RM", "Italia"), ("Via 2", "00144 ROMA RM", "ITALY")),
    "United Kingdom": (("22 Row", "Belfast BT1 3LG", "UK"), ("22 Row", "BELFAST", "BT1 3LG", "UNITED KINGDOM")),
    "Scotland": (("7 Brae", "Edinburgh", "EH3 9QQ", "Scotland"), ("7 Brae", "EDINBURGH", "EH3 9QQ", "UNITED KINGDOM")),
    "Ireland": (("1 Terrace", "Dublin 2", "D02 T380", "Irlandia"), ("1 Terrace", "DUBLIN 2", "D02 T380", "IRELAND")),
    "United States": (
        ("1 Main St", "New York, NY 10001", "U.S.A."),
        ("1 Main St", "NEW YORK, NY 10001", "UNITED STATES OF AMERICA"),
    ),
    "Canada": (("1 Rue", "Ottawa ON K1A 0B1", "Kanada"), ("1 Rue", "OTTAWA ON  K1A 0B1", "CANADA")),
    "Australia": (("1 Rd", "Sydney NSW 2000", "Australia"), ("1 Rd", "SYDNEY NSW 2000", "AUSTRALIA")),
    "New Zealand": (("1 Rd", "Auckland 1010", "Selandia Baru"), ("1 Rd", "AUCKLAND 1010", "NEW ZEALAND")),
    "Japan": (("1-2-3 Ginza", "Chuo-ku, Tokyo 104-0061", "Jepang"), ("1-2-3 Ginza", "CHUO-KU, TOKYO", "104-0061", "JAPAN")),
    "Korea": (("1 Ro", "Seoul 04524", "Korea Selatan"), ("1 Ro", "SEOUL", "04524", "REPUBLIC OF KOREA")),
    "China": (("1 Lu", "Shanghai 200082", "Tiongkok"), ("1 Lu", "SHANGHAI 200082", "CHINA")),
    "Hong Kong": (("1 Road", "Central", "Hong Kong"), ("1 Road", "CENTRAL", "HONG KONG")),
    "Singapore": (("1 Road", "Singapore 018989"), ("1 Road", "SINGAPORE 018989", "SINGAPORE")),
    "Malaysia": (
        ("1 Jalan", "50670 Kuala Lumpur", "Selangor", "Malaysia"),
        ("1 Jalan", "50670 KUALA LUMPUR", "SELANGOR", "MALAYSIA"),
    ),
    "India": (("1 Marg", "New Delhi 110001", "India"), ("1 Marg", "NEW DELHI 110001", "INDIA")),
    "Brazil": (("Rua 1", "Brasília-DF 70002-900", "Brasil"), ("Rua 1", "BRASÍLIA-DF", "70002-900", "BRAZIL")),
    "South Africa": (("1 St", "Pretoria 0083", "Afrika Selatan"), ("1 St", "PRETORIA", "0083", "SOUTH AFRICA")),
    "Türkiye": (("1 Cad", "35210 Konak/İzmir", "Turki"), ("1 Cad", "35210 KONAK/İZMİR", "TÜRKİYE")),
    "Emirates": (("PO Box 1", "Dubai", "UAE"), ("PO Box 1", "DUBAI", "UNITED ARAB EMIRATES")),
    "a country without a table": (("Vej 1", "8660 Skanderborg", "Denmark"), ("Vej 1", "8660 Skanderborg", "DENMARK")),
}


@pytest.mark.parametrize(("given", "expected"), ABROAD.values(), ids=ABROAD.keys())
def test_mail_abroad_is_written_as_its_country_does(given: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert postal_address("Hannah Beispiel", given, home="ID") == ("Hannah Beispiel", *expected)


@pytest.mark.parametrize(
    ("home", "given", "expected"),
    [
        ("ID", ("Jalan Kenanga 17", "Surabaya 60231", "Indonesia"), ("Jalan Kenanga 17", "Surabaya 60231")),
        ("ID", ("Jalan Kenanga 17", "60231 Surabaya", "INDONESIA"), ("Jalan Kenanga 17", "Surabaya 60231")),
        ("GB-ENG", ("22 Harbour Row", "Belfast BT1 3LG", "United Kingdom"), ("22 Harbour Row", "BELFAST", "BT1 3LG")),
        ("US-CA", ("1 Main St", "Fresno CA 93650", "USA"), ("1 Main St", "FRESNO CA 93650")),
        ("DE", ("Lindenweg 4", "50667 Köln", "Germany"), ("Lindenweg 4", "50667 Köln")),
    ],
    ids=["Indonesia", "Indonesia, postcode first", "United Kingdom", "United States", "Germany"],
)
def test_mail_within_the_country_has_no_country_line(home: str, given: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert postal_address("", given, home=home) == expected


def test_an_address_in_its_own_script_ends_with_the_name_at_home_and_begins_with_it_abroad() -> None:
    lines = ("〒104-0061", "東京都中央区銀座1-2-3")
    assert postal_address("見本 花子", lines, home="JP", country="JP") == (*lines, "見本 花子")
    assert postal_address("見本 花子", (*lines, "日本"), home="ID") == ("見本 花子", *lines, "JAPAN")


def test_what_is_not_known_stays_as_it_was_given() -> None:
    lines = ("Somewhere 1", "12345 Nowhere")
    assert postal_address("A", lines, home="ID") == ("A", *lines)
    assert postal_address("A", ("Lindenweg 4", "50667 Köln"), home="ID", country="DE")[-2:] == ("50667 KÖLN", "GERMANY")
    assert postal_address("A", (), home="ID") == ("A",)
    assert postal_address("A", ("12345 Main Street",), home="ID", country="US") == (
        "A",
        "12345 Main Street",
        "UNITED STATES OF AMERICA",
    )


@pytest.mark.parametrize("code", NEEDED)
def test_each_country_of_the_table_is_known_by_its_names(code: str) -> None:
    practice = practices()[code]
    assert practice.line == practice.line.upper()
    for name in (practice.line, practice.line.title(), *practice.names):
        assert country_of(("Street 1", "Town", f" {name} ")) == (code, ("Street 1", "Town"))
    assert bool(practice.postcode) is (practice.place is not PostcodePlace.NONE)


def test_no_word_of_an_address_is_lost() -> None:
    for given, _ in ABROAD.values():
        found = " ".join(postal_address("N", given, home="ID")).casefold().replace("i̇", "i")
        country = country_of(given)[1]
        for word in " ".join(country).replace(",", " ").split():
            assert word.casefold().replace("i̇", "i").replace("ß", "ss") in found


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({"line": "X", "zip": "1"}, "unknown_key:zip"),
        ({"postcode": "1"}, "missing"),
        ({"line": "X", "place": "left"}, "missing"),
        ({"line": "X", "postcode": "("}, "not_a_pattern"),
        ({"line": "X", "names": "Y"}, "not_a_text"),
        ("X", "not_a_table"),
    ],
    ids=["unknown key", "no line", "unknown place", "broken pattern", "names that are no list", "no table"],
)
def test_a_broken_table_is_refused_with_its_country(table: object, problem: str) -> None:
    with pytest.raises(PracticeError) as refused:
        parse_practices({"XX": table})
    assert refused.value.details == {"country": "XX", "problem": problem}
