"""The command and the directory of authorities: listed, narrowed, and what open cases wait for."""

from tests.makers import PASSPHRASE
from tests.test_cli import Command, command, is_one_sentence, receive
from workbench import bootstrap
from workbench.domain.commands import CheckAuthority
from workbench.services import authorities
from workbench.services.office import run

__all__ = ["command"]


def test_the_directory_is_listed_and_narrowed(command: Command) -> None:
    listed = command.on("authorities", "--law", "ID").out
    assert "Kementerian Komunikasi dan Digital" in listed
    assert "Stands in until Lembaga PDP is formed" in listed
    found = command.on("authorities", "--json").json
    assert len(found) == len(authorities.shipped_directory().authorities)
    (ico,) = [one for one in found if one["authority"] == "gbico"]
    assert (ico["state"], ico["checked_on"], ico["languages"]) == ("checked", "2026-11-22", ["en"])
    assert all(one["source"] and one["taken_on"] for one in found)
    unknown = command.may("authorities", "--law", "XX")
    assert unknown.code == 1
    assert is_one_sentence(unknown.err)


def test_a_check_fails_while_an_open_case_stands_under_an_unchecked_address(command: Command) -> None:
    sound = command.on("authorities", "--check")
    assert "Every authority of an open case has an address that was checked." in sound.out
    assert "Information Commissioner's Office" not in sound.out
    receive(command, "access-request.eml", "EU", "DE-NW")
    found = command.may("authorities", "--check")
    assert found.code == 1
    assert is_one_sentence(found.err)
    assert "1 authorities" in found.err
    assert "Nordrhein-Westfalen" in found.out.splitlines()[1]
    assert command.on("authorities", "--check", "--law", "GB").code == 0
    office = bootstrap.open_office(command.store, passphrase=PASSPHRASE, clock=command.hand)
    run(office, lambda desk: authorities.check_authority(CheckAuthority(authority_id="denrwldi", against="ldi.nrw.de"), desk))
    office.close()
    again = command.on("authorities", "--check", "--json")
    assert "denrwldi" not in {one["authority"] for one in again.json}
    command.hand.later(days=400)
    old = command.on("authorities", "--check", "--json")
    assert [one["state"] for one in old.json if one["authority"] == "denrwldi"] == ["old"]
