"""Which authority is competent: every law proposes one, and where the office is established counts as its settings say."""

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, Desktop
from workbench.domain.authorities import Competence, Initiative, Standing
from workbench.domain.cases import LawPlace
from workbench.domain.commands import SaveSettings
from workbench.domain.errors import InvalidInputError
from workbench.services import authorities
from workbench.services.laws import load_rulebooks
from workbench.services.settings import save_settings


def proposed(desktop: Desktop, *laws: LawPlace, initiative: Initiative = Initiative.OFFICE) -> list[tuple[str, Competence]]:
    found = desktop.see(authorities.proposals, laws, initiative=initiative)
    return [(one.authority.id, one.reasons[0][0]) for one in found]


def establish(desktop: Desktop, text: str) -> None:
    desktop.do(save_settings, SaveSettings(values=(("establishments", text),)))


def test_every_law_that_ships_proposes_an_authority_or_says_to_whom_one_writes_meanwhile(desktop: Desktop) -> None:
    interim = set()
    for law, book in load_rulebooks().items():
        for place in book.places:
            found = desktop.see(authorities.proposals, (LawPlace(law, place),))
            assert found, (law, place)
            first = found[0].authority
            assert (first.law, bool(first.contact.name), bool(first.source.cite)) == (law, True, True), (law, place)
            assert (first.standing is Standing.INTERIM) == bool(first.awaits), (law, place)
            if first.standing is Standing.INTERIM:
                interim.add(law)
                assert dict(first.notes).keys() == {"en", "id"}
    assert "ID" in interim


def test_without_a_setting_the_home_place_is_the_main_establishment(desktop: Desktop) -> None:
    assert proposed(desktop, ID_ID) == [("idkomdigi", Competence.RESIDENCE)]
    assert [one.place for one in desktop.see(authorities.own_establishments)] == ["ID"]


def test_the_main_establishment_of_the_settings_leads(desktop: Desktop) -> None:
    establish(desktop, "ie, de")
    assert desktop.office.officer.id == 1
    assert [(one.place, one.main) for one in desktop.see(authorities.own_establishments)] == [("IE", True), ("DE", False)]
    assert proposed(desktop, LawPlace("EU", "FR"))[0] == ("iedpc", Competence.LEAD)
    person = proposed(desktop, LawPlace("EU", "FR"), initiative=Initiative.PERSON)
    assert person[0] == ("frcnil", Competence.RESIDENCE)
    assert ("iedpc", Competence.LEAD) in person


def test_an_establishment_under_another_law_changes_nothing(desktop: Desktop) -> None:
    before = proposed(desktop, EU_DE, GB_ENG)
    establish(desktop, "SG")
    assert proposed(desktop, EU_DE, GB_ENG) == before


@pytest.mark.parametrize("text", ["Germany", "DE-", "D", "DE;FR"], ids=["a name", "half a code", "too short", "other marks"])
def test_a_place_is_a_code(desktop: Desktop, text: str) -> None:
    with pytest.raises(InvalidInputError):
        establish(desktop, text)
