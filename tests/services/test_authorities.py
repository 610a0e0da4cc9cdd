"""The office's own copies of authorities: edited, checked, allowed, kept in the journal, and printed in letters."""

from dataclasses import replace
from datetime import date

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, Desktop
from tests.services.letter_cases import OFFICE, OFFICER, ON, clocks_of, vexatious
from workbench.domain.authorities import (
    AddressMissingError,
    Check,
    CheckState,
    Contact,
    Establishment,
    Initiative,
    OwnCopy,
    with_copies,
)
from workbench.domain.commands import AllowAddress, CheckAuthority, EditAuthority
from workbench.domain.errors import InvalidInputError, NotFoundError
from workbench.domain.letters import LetterFields, LetterKind
from workbench.domain.rights import Right
from workbench.domain.rulebooks import LawUnknownError
from workbench.services import authorities, letters
from workbench.services.laws import load_rulebooks
from workbench.services.letter_texts import Composed, compose_for
from workbench.services.verify import verify_office

BFDI = "debfdi"


def line(desktop: Desktop, authority_id: str) -> authorities.AuthorityLine:
    return next(one for one in desktop.see(authorities.list_authorities) if one.authority.id == authority_id)


def contact(desktop: Desktop, authority_id: str = BFDI, **changes: object) -> Contact:
    return replace(line(desktop, authority_id).authority.contact, **changes)  # type: ignore[arg-type]


def test_the_shipped_directory_is_listed_and_narrowed_by_law(desktop: Desktop) -> None:
    every = desktop.see(authorities.list_authorities)
    assert len(every) == len(authorities.shipped_directory().authorities)
    assert {one.authority.law for one in desktop.see(authorities.list_authorities, law="GB")} == {"GB"}
    with pytest.raises(LawUnknownError):
        desktop.see(authorities.list_authorities, law="XX")


def test_a_check_is_kept_with_who_when_and_against_what(desktop: Desktop) -> None:
    assert line(desktop, BFDI).state is CheckState.UNCHECKED
    changes = desktop.do(authorities.check_authority, CheckAuthority(authority_id=BFDI, against="bfdi.bund.de"))
    assert changes.settings
    found = line(desktop, BFDI)
    assert found.state is CheckState.CHECKED
    assert found.authority.checked is not None
    assert (found.authority.checked.by, found.authority.checked.against) == ("Ayu Contoh", "bfdi.bund.de")
    assert found.authority.checked.on == date(2026, 11, 2)
    desktop.hand.later(days=366)
    assert line(desktop, BFDI).state is CheckState.OLD


def test_a_changed_address_is_unchecked_again_and_a_changed_phone_is_not(desktop: Desktop) -> None:
    desktop.do(authorities.check_authority, CheckAuthority(authority_id=BFDI, against="bfdi.bund.de"))
    desktop.do(authorities.edit_authority, EditAuthority(authority_id=BFDI, contact=contact(desktop, phone="+49 1")))
    assert line(desktop, BFDI).state is CheckState.CHECKED
    moved = contact(desktop, address=("  Neue  Straße 1 ", "", "53117 Bonn"))
    desktop.do(authorities.edit_authority, EditAuthority(authority_id=BFDI, contact=moved))
    found = line(desktop, BFDI)
    assert (found.state, found.authority.contact.address) == (CheckState.UNCHECKED, ("Neue Straße 1", "53117 Bonn"))


def test_a_shipped_check_does_not_vouch_for_the_offices_own_address(desktop: Desktop) -> None:
    desktop.do(authorities.edit_authority, EditAuthority(authority_id="gbico", contact=contact(desktop, "gbico", phone="1")))
    assert line(desktop, "gbico").state is CheckState.CHECKED
    moved = contact(desktop, "gbico", address=("1 New Road",))
    desktop.do(authorities.edit_authority, EditAuthority(authority_id="gbico", contact=moved))
    assert line(desktop, "gbico").state is CheckState.UNCHECKED


def test_an_edit_can_say_against_what_it_was_checked(desktop: Desktop) -> None:
    moved = contact(desktop, address=("Neue Straße 1", "53117 Bonn"))
    desktop.do(authorities.edit_authority, EditAuthority(authority_id=BFDI, contact=moved, against="a letter of theirs"))
    assert line(desktop, BFDI).authority.printed_address == ("Neue Straße 1", "53117 Bonn")


def test_the_journal_keeps_what_was_changed_and_never_what_it_says(desktop: Desktop) -> None:
    desktop.do(
        authorities.edit_authority, EditAuthority(authority_id=BFDI, contact=contact(desktop, email="clerk@bfdi.example"))
    )
    desktop.hand.later(hours=1)
    desktop.do(authorities.check_authority, CheckAuthority(authority_id=BFDI, against="bfdi.bund.de"))
    desktop.do(authorities.check_authority, CheckAuthority(authority_id="esaepa", against="aepd.es"))
    told = desktop.see(authorities.history, BFDI)
    assert [(one.action, one.fields) for one in told] == [("authority_checked", ()), ("authority_edited", ("email",))]
    assert told[0].at > told[1].at
    assert "clerk" not in repr(told)
    assert verify_office(desktop.office) == ()


def test_nothing_changed_is_nothing_written(desktop: Desktop) -> None:
    changes = desktop.do(authorities.edit_authority, EditAuthority(authority_id=BFDI, contact=contact(desktop)))
    assert not changes.journal
    assert not line(desktop, BFDI).authority.own
    assert desktop.see(authorities.history, BFDI) == ()


def test_the_officer_can_let_an_unchecked_address_be_printed_and_take_that_back(desktop: Desktop) -> None:
    desktop.do(authorities.allow_address, AllowAddress(authority_id=BFDI, reason="They confirmed it by phone."))
    found = line(desktop, BFDI)
    assert (found.state, bool(found.authority.printed_address), found.to_check) == (CheckState.ALLOWED, True, True)
    assert not desktop.do(
        authorities.allow_address, AllowAddress(authority_id=BFDI, reason="They confirmed it by phone.")
    ).journal
    desktop.do(authorities.allow_address, AllowAddress(authority_id=BFDI, reason=" "))
    assert line(desktop, BFDI).state is CheckState.UNCHECKED
    assert [one.action for one in desktop.see(authorities.history, BFDI)] == [
        "authority_address_forbidden",
        "authority_address_allowed",
    ]


def test_what_cannot_be_taken_is_refused(desktop: Desktop) -> None:
    for command, refusal in (
        (EditAuthority(authority_id="nobody", contact=contact(desktop)), NotFoundError),
        (EditAuthority(authority_id=BFDI, contact=contact(desktop, name=" ")), InvalidInputError),
        (EditAuthority(authority_id=BFDI, contact=contact(desktop, languages=())), InvalidInputError),
        (EditAuthority(authority_id=BFDI, contact=contact(desktop, languages=("Deutsch",))), InvalidInputError),
        (EditAuthority(authority_id=BFDI, contact=contact(desktop, address=()), against="x"), AddressMissingError),
    ):
        with pytest.raises(refusal):
            desktop.do(authorities.edit_authority, command)
    with pytest.raises(InvalidInputError):
        desktop.do(authorities.check_authority, CheckAuthority(authority_id=BFDI, against=" "))
    with pytest.raises(AddressMissingError):
        desktop.do(authorities.check_authority, CheckAuthority(authority_id="saauthority", against="x"))
    with pytest.raises(AddressMissingError):
        desktop.do(authorities.allow_address, AllowAddress(authority_id="saauthority", reason="x"))
    assert desktop.see(authorities.history, BFDI) == ()


def test_what_open_cases_need_is_to_be_checked_first(desktop: Desktop) -> None:
    assert not any(one.holds_up for one in desktop.see(authorities.lines_to_check))
    desktop.register(Right.ACCESS, laws=(GB_ENG, ID_ID))
    desktop.register(Right.ACCESS, laws=(EU_DE,))
    desktop.register(Right.ACCESS, laws=(EU_DE,))
    found = desktop.see(authorities.lines_to_check)
    assert [(one.authority.id, one.open_cases) for one in found if one.holds_up] == [(BFDI, 2), ("idkomdigi", 1)]
    assert [one.authority.id for one in found[:2]] == [BFDI, "idkomdigi"]
    assert not any(one.authority.id in {"gbico", "deekdbfd"} for one in found)


def test_proposals_take_the_place_of_the_law_and_the_home_of_the_office(desktop: Desktop) -> None:
    found = desktop.see(authorities.proposals, (ID_ID, EU_DE))
    assert [one.authority.id for one in found] == ["idkomdigi", BFDI]
    dublin = (Establishment("IE", main=True),)
    found = desktop.see(authorities.proposals, (EU_DE,), residence="FR", establishments=dublin, initiative=Initiative.OFFICE)
    assert [one.authority.id for one in found] == ["iedpc", "frcnil"]


# Letters


def addressee(desktop: Desktop, *laws: object) -> tuple[str, ...]:
    """Return to whom a letter to the authority is written, as the program suggests it."""
    case_id = desktop.register(Right.ACCESS, laws=laws or (EU_DE,))  # type: ignore[arg-type]
    return desktop.see(letters.preview_letter, case_id, LetterKind.AUTHORITY, "en", LetterFields(addressee=())).fields.addressee


def test_a_letter_prints_an_address_once_the_office_checked_it(desktop: Desktop) -> None:
    shipped = contact(desktop).address
    assert addressee(desktop) == (contact(desktop).name,)
    desktop.do(authorities.check_authority, CheckAuthority(authority_id=BFDI, against="bfdi.bund.de"))
    assert addressee(desktop) == (contact(desktop).name, *shipped)


def test_a_letter_prints_the_offices_own_name_and_address(desktop: Desktop) -> None:
    own = contact(desktop, name="Das Amt", address=("Weg 2", "Ort"))
    desktop.do(authorities.edit_authority, EditAuthority(authority_id=BFDI, contact=own))
    assert addressee(desktop) == ("Das Amt",)
    desktop.do(authorities.allow_address, AllowAddress(authority_id=BFDI, reason="phoned"))
    assert addressee(desktop) == ("Das Amt", "Weg 2", "Ort")
    moved = contact(desktop, "gbico", address=("1 New Road",))
    assert len(addressee(desktop, GB_ENG)) > 1
    desktop.do(authorities.edit_authority, EditAuthority(authority_id="gbico", contact=moved))
    assert len(addressee(desktop, GB_ENG)) == 1


def refused(*copies: OwnCopy) -> Composed:
    """Return a refusal under the GDPR and the law of the United Kingdom, with the office's own copies."""
    case = vexatious()
    return compose_for(
        case,
        LetterKind.REFUSAL,
        "en",
        None,
        rulebooks=load_rulebooks(),
        office=OFFICE,
        deadlines=clocks_of(case),
        number="L-2026-0117",
        on=ON,
        officer=OFFICER,
        authorities=with_copies(authorities.shipped_directory(), copies).authorities,
    )


def test_a_refusal_names_where_to_complain_with_the_address_that_was_checked() -> None:
    land = authorities.shipped_directory().authorities["denrwldi"]
    own = replace(land.contact, name="Die Landesbeauftragte", address=("Weg 2", "40213 Düsseldorf"))
    unchecked = refused(OwnCopy(authority_id="denrwldi", contact=own))
    assert "Die Landesbeauftragte" in str(unchecked.letter)
    assert "Weg 2" not in str(unchecked.letter)
    assert [one.remark for one in unchecked.required if one.code == "authority"] == ["address_unchecked", ""]
    checked = refused(OwnCopy(authority_id="denrwldi", contact=own, checked=Check(ON, "Ayu Contoh", "ldi.nrw.de")))
    assert "Weg 2, 40213 Düsseldorf" in str(checked.letter)
    assert not any(one.remark for one in checked.required)
    assert sum(one.code == "authority_address" and one.present for one in checked.required) == 2
