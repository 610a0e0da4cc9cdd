"""The directory of authorities: strict reading, which address may be printed, and who is competent."""

import copy
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.authorities import (
    Check,
    CheckState,
    Competence,
    Contact,
    Directory,
    Establishment,
    Initiative,
    OwnCopy,
    Scope,
    Standing,
    changed_fields,
    parse_directory,
    propose,
    with_copies,
)
from workbench.domain.tables import DataFileError
from workbench.services.authorities import shipped_directory
from workbench.services.laws import authority_for, load_rulebooks

TODAY = date(2026, 11, 26)
ENTRY: dict[str, Any] = {
    "id": "xx",
    "name": "Amt",
    "name_en": "Office",
    "address": ["Weg 1", "Ort"],
    "languages": ["de"],
    "law": "EU",
    "place": "DE",
    "scope": "general",
    "standing": "formed",
    "taken_on": date(2026, 11, 22),
    "source": "a list",
    "conf": "M",
}
DATA: dict[str, Any] = {"schema_version": 1, "authority": [ENTRY]}
CHECKED = {"checked_on": date(2026, 11, 1), "checked_by": "Somebody", "checked_against": "its web page"}


def read(*entries: dict[str, Any], **top: object) -> Directory:
    return parse_directory({**copy.deepcopy(DATA), "authority": list(entries), **top})


def places() -> list[tuple[str, str]]:
    return [(law, place) for law, book in load_rulebooks().items() for place in book.places]


@pytest.mark.parametrize(("law", "place"), places(), ids=[f"{law} {place}" for law, place in places()])
def test_every_place_of_every_law_resolves_to_the_authority_of_the_rulebook(law: str, place: str) -> None:
    found, ruled = shipped_directory().find(law, place), authority_for(law, place)
    assert found is not None
    assert ruled is not None
    assert found.id == ruled.id
    assert not ruled.listed_address or ruled.listed_address == found.contact.address


def test_every_law_has_an_authority_and_every_authority_a_law() -> None:
    found = shipped_directory()
    assert {one.law for one in found.authorities.values()} == set(load_rulebooks())
    for one in found.authorities.values():
        country = {place.partition("-")[0] for place in load_rulebooks()[one.law].places}
        assert one.place in {*load_rulebooks()[one.law].places, *country}, one.id


def test_every_entry_names_its_source_and_how_it_is_reached_or_says_why_not() -> None:
    for one in shipped_directory().authorities.values():
        assert one.source.cite, one.id
        assert one.taken_on <= TODAY, one.id
        if one.checked is not None:
            assert one.checked.by, one.id
            assert one.checked.against, one.id
        assert one.contact.languages, one.id


def test_where_none_is_formed_yet_it_is_said_and_to_whom_one_writes_meanwhile() -> None:
    found = shipped_directory().find("ID", "ID")
    assert found is not None
    assert (found.standing, found.awaits) == (Standing.INTERIM, "Lembaga PDP")
    assert "Komdigi" in found.contact.name
    assert dict(found.notes).keys() == {"en", "id"}


def test_only_what_was_checked_may_be_printed_as_it_is_shipped() -> None:
    assert {one.id for one in shipped_directory().authorities.values() if one.printed_address} == {"gbico"}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"colour": "blue"}, "unknown_key"),
        ({"name": " "}, "missing"),
        ({"languages": []}, "missing"),
        ({"taken_on": None}, "missing"),
        ({"scope": "some"}, "unknown_word"),
        ({"standing": "interim"}, "missing"),
        ({"awaits": "Another"}, "unknown_key"),
        ({"unsourced": ["colour"]}, "unknown_word"),
        ({"checked_by": "Somebody"}, "missing"),
        ({"checked_on": date(2026, 11, 1)}, "missing"),
        ({"note": {"en": "Only here."}}, "not_in_both_languages"),
    ],
    ids=[
        "an unknown key",
        "a blank name",
        "no language",
        "no day",
        "an unknown scope",
        "an interim one that stands in for nobody",
        "a formed one that awaits another",
        "an unknown unsourced field",
        "a check without a day",
        "a check by nobody",
        "a note in one language",
    ],
)
def test_a_faulty_entry_is_refused(change: dict[str, object], problem: str) -> None:
    with pytest.raises(DataFileError) as refused:
        read({**ENTRY, **change})
    assert refused.value.details["problem"] == problem


@pytest.mark.parametrize(
    "second",
    [{**ENTRY, "place": "AT"}, {**ENTRY, "id": "yy"}],
    ids=["an id twice", "two general authorities of one place"],
)
def test_a_double_is_refused(second: dict[str, Any]) -> None:
    with pytest.raises(DataFileError) as refused:
        read(ENTRY, second)
    assert refused.value.details["problem"] == "twice"


def test_another_version_of_the_file_is_refused() -> None:
    with pytest.raises(DataFileError):
        read(ENTRY, schema_version=2)


def test_a_special_authority_is_competent_for_nobody() -> None:
    found = read(
        ENTRY, {**ENTRY, "id": "church", "scope": "special"}, {**ENTRY, "id": "other", "scope": "special", "place": "AT"}
    )
    assert found.find("EU", "AT") is None
    assert found.authorities["church"].scope is Scope.SPECIAL


def test_a_state_without_one_of_its_own_has_that_of_the_country() -> None:
    found = read(ENTRY, {**ENTRY, "id": "nw", "place": "DE-NW"})
    assert [one.id for place in ("DE-NW", "DE-BY") if (one := found.find("EU", place))] == ["nw", "xx"]


# Checks

OWN = Contact(name="Amt", name_en="Office", address=("Weg 2", "Ort"), languages=("de",))


@pytest.mark.parametrize(
    ("copied", "state", "printed"),
    [
        (OwnCopy(authority_id="xx", contact=OWN), CheckState.UNCHECKED, ()),
        (OwnCopy(authority_id="xx", contact=OWN, checked=Check(date(2025, 11, 26), "A", "b")), CheckState.CHECKED, OWN.address),
        (OwnCopy(authority_id="xx", contact=OWN, checked=Check(date(2025, 11, 25), "A", "b")), CheckState.OLD, OWN.address),
        (OwnCopy(authority_id="xx", contact=OWN, allowed_because="phoned"), CheckState.ALLOWED, OWN.address),
        (OwnCopy(authority_id="xx", contact=Contact(name="Amt", name_en="O")), CheckState.NO_ADDRESS, ()),
    ],
    ids=["nobody checked it", "a year ago", "a day more than a year ago", "allowed by the officer", "no address"],
)
def test_the_state_of_an_address(copied: OwnCopy, state: CheckState, printed: tuple[str, ...]) -> None:
    one = with_copies(read(ENTRY), [copied]).authorities["xx"]
    assert (one.state(today=TODAY), one.printed_address, one.own) == (state, printed, True)


def test_a_copy_stands_in_place_of_what_was_shipped_checks_included() -> None:
    shipped = read({**ENTRY, **CHECKED, "unsourced": ["name", "name_en"]})
    assert shipped.authorities["xx"].printed_address == ("Weg 1", "Ort")
    renamed = Contact(name="Neues Amt", name_en="Office", address=("Weg 2", "Ort"), languages=("de",))
    one = with_copies(shipped, [OwnCopy(authority_id="xx", contact=renamed), OwnCopy(authority_id="gone", contact=OWN)])
    assert set(one.authorities) == {"xx"}
    assert one.authorities["xx"].printed_address == ()
    assert one.authorities["xx"].renamed
    assert one.authorities["xx"].unsourced == ("name_en",)
    assert changed_fields(shipped.authorities["xx"].contact, renamed) == ("name", "address")


@pytest.mark.parametrize(
    ("authority_id", "name"),
    [
        ("jpauthority", "Personal Information Protection Commission (PPC)"),
        ("grdpa", "Hellenic Data Protection Authority"),
        ("saauthority", "Saudi Data and AI Authority (SDAIA)"),
        ("czcuooz", "Úřad pro ochranu osobních údajů"),
    ],
    ids=["Japanese", "Greek", "Arabic", "Latin letters with marks"],
)
def test_a_name_that_cannot_be_read_gives_way_to_the_english_one(authority_id: str, name: str) -> None:
    assert shipped_directory().authorities[authority_id].contact.readable == name


# Competence


def proposed(
    laws: tuple[str, ...], residence: str, *established: Establishment, who: Initiative = Initiative.PERSON
) -> list[Any]:
    found = propose(
        shipped_directory(),
        load_rulebooks(),
        laws=laws,
        residence=residence,
        establishments=established,
        initiative=who,
    )
    return [(one.authority.id, [why.value for why, _ in one.reasons]) for one in found]


DUBLIN, PARIS = Establishment("IE", main=True), Establishment("FR")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (lambda: proposed(("EU",), "DE-NW"), [("denrwldi", ["residence"])]),
        (
            lambda: proposed(("EU",), "DE-NW", PARIS, DUBLIN),
            [("denrwldi", ["residence"]), ("iedpc", ["lead", "establishment"]), ("frcnil", ["establishment"])],
        ),
        (
            lambda: proposed(("EU",), "DE-NW", DUBLIN, who=Initiative.OFFICE),
            [("iedpc", ["lead", "establishment"]), ("denrwldi", ["residence"])],
        ),
        (lambda: proposed(("EU",), "IE", DUBLIN), [("iedpc", ["residence", "lead", "establishment"])]),
        (
            lambda: proposed(("ID", "EU"), "DE", Establishment("ID", main=True)),
            [("idkomdigi", ["establishment"]), ("debfdi", ["residence"])],
        ),
        (lambda: proposed(("BR",), "DE"), [("brauthority", ["only_one"])]),
        (lambda: proposed(("EU",), "BR"), []),
        (lambda: proposed(("XX",), "DE"), []),
    ],
    ids=[
        "a person in a Land, no establishment",
        "a person in a Land, main establishment in Dublin",
        "the office notifies with its main establishment in Dublin",
        "a person in the country of the main establishment",
        "two laws, established under one of them",
        "neither lives nor is established there, one authority only",
        "neither, many authorities",
        "an unknown law",
    ],
)
def test_who_is_competent_and_why(found: Callable[[], list[Any]], expected: list[Any]) -> None:
    assert found() == expected


def test_each_reason_rests_on_a_source() -> None:
    (home, lead) = propose(shipped_directory(), load_rulebooks(), laws=("EU",), residence="DE-NW", establishments=(DUBLIN,))
    assert home.reasons[0][1].cite == "GDPR Arts 12(4), 77"
    assert "Lead/competent supervisory authority" in lead.reasons[0][1].cite


@given(
    laws=st.lists(st.sampled_from(sorted(load_rulebooks())), max_size=4),
    residence=st.sampled_from(["", *sorted({place for _law, place in places()})]),
    main=st.sampled_from(sorted({place for _law, place in places()})),
    who=st.sampled_from(Initiative),
)
def test_no_authority_is_proposed_twice_nor_a_special_one_nor_without_a_reason(
    laws: list[str], residence: str, main: str, who: Initiative
) -> None:
    found = propose(
        shipped_directory(),
        load_rulebooks(),
        laws=laws,
        residence=residence,
        establishments=(Establishment(main, main=True),),
        initiative=who,
    )
    ids = [one.authority.id for one in found]
    assert len(ids) == len(set(ids))
    assert all(one.reasons and one.authority.scope is Scope.GENERAL and one.authority.law in laws for one in found)
    assert all(source.cite for one in found for _, source in one.reasons)
    assert all(Competence(why) for one in found for why, _ in one.reasons)
