"""The office: one use case is one transaction, one program writes, and every way in says the same of a wrong secret."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.makers import PASSPHRASE, Desktop, Hand, make_office
from workbench import bootstrap
from workbench.domain.commands import AddNote, AddOfficer, SaveSettings
from workbench.domain.errors import InvalidInputError, WorkbenchError
from workbench.domain.rulebooks import PlaceUnknownError
from workbench.services import closure, settings
from workbench.services.cases import list_cases
from workbench.services.office import Desk, Office, ask, run
from workbench.store import journal
from workbench.store.errors import (
    StoreExistsError,
    StoreInUseError,
    StoreMissingError,
    StoreReadOnlyError,
    WeakPassphraseError,
    WrongSecretError,
)

ELEVEN, NINE, WEAK = "eleven green umbrellas", "nine yellow bicycles", "short"


def journal_length(desk: Desk) -> int:
    return journal.head(desk.session).length


def test_a_refused_use_case_leaves_nothing_behind(desktop: Desktop, office: Office) -> None:
    case_id = desktop.register()
    before = ask(office, journal_length)

    def note_and_fail(desk: Desk) -> None:
        closure.add_note(AddNote(case_id=case_id, text="half a story"), desk)
        raise WorkbenchError

    with pytest.raises(WorkbenchError):
        run(office, note_and_fail)
    assert ask(office, journal_length) == before
    assert "half a story" not in [line.text for line in desktop.page(case_id).history]


def test_a_bug_rolls_back_as_well(desktop: Desktop, office: Office) -> None:
    before = ask(office, journal_length)

    def register_and_crash(desk: Desk) -> None:
        closure.add_note(AddNote(case_id=case_id, text="lost"), desk)
        raise ZeroDivisionError

    case_id = desktop.register()
    before = ask(office, journal_length)
    with pytest.raises(ZeroDivisionError):
        run(office, register_and_crash)
    assert ask(office, journal_length) == before


def test_a_second_program_is_told_and_may_look(tmp_path: Path, hand: Hand) -> None:
    first, _ = make_office(tmp_path / "office", hand)
    Desktop(first, hand).register()
    with pytest.raises(StoreInUseError):
        bootstrap.open_office(tmp_path / "office", passphrase=PASSPHRASE)
    second = bootstrap.open_office(tmp_path / "office", passphrase=PASSPHRASE, read_only=True, clock=hand)
    assert [line.number for line in ask(second, list_cases)] == ["DSR-2026-0001"]
    with pytest.raises(StoreReadOnlyError):
        run(second, partial(closure.add_note, AddNote(case_id=1, text="no")))
    assert Desktop(second, hand).page(1).permitted == frozenset()
    second.close()
    first.close()


def test_a_closed_office_can_be_opened_again(tmp_path: Path, hand: Hand) -> None:
    first, _ = make_office(tmp_path / "office", hand)
    Desktop(first, hand).register()
    first.close()
    again = bootstrap.open_office(tmp_path / "office", passphrase=PASSPHRASE, clock=hand)
    assert again.officer.name == "Ayu Contoh"
    assert again.journal_sound
    assert len(ask(again, list_cases)) == 1
    again.close()


def test_the_recovery_code_opens_and_that_is_recorded(tmp_path: Path, hand: Hand) -> None:
    first, code = make_office(tmp_path / "office", hand)
    first.close()
    again = bootstrap.open_office(tmp_path / "office", recovery_code=code, clock=hand)
    assert [entry.action for entry in ask(again, lambda desk: journal.entries(desk.session))][-1] == "opened_with_recovery_code"
    again.close()


@pytest.mark.parametrize("secret", ["", "wrong and long enough", PASSPHRASE.upper()], ids=["empty", "another", "capitals"])
def test_every_wrong_passphrase_is_refused_alike(tmp_path: Path, hand: Hand, secret: str) -> None:
    first, _ = make_office(tmp_path / "office", hand)
    first.close()
    with pytest.raises(WrongSecretError) as refusal:
        bootstrap.open_office(tmp_path / "office", passphrase=secret)
    assert refusal.value.details == {}
    bootstrap.open_office(tmp_path / "office", passphrase=PASSPHRASE).close()


def test_no_secret_at_all_opens_nothing(tmp_path: Path, hand: Hand) -> None:
    first, _ = make_office(tmp_path / "office", hand)
    first.close()
    with pytest.raises(WrongSecretError):
        bootstrap.open_office(tmp_path / "office")


def test_an_empty_folder_holds_no_office(tmp_path: Path) -> None:
    assert not bootstrap.office_exists(tmp_path)
    assert not bootstrap.device_key_offered(tmp_path)
    with pytest.raises(StoreMissingError):
        bootstrap.open_office(tmp_path, passphrase=PASSPHRASE)


def test_an_office_is_never_written_over(tmp_path: Path, hand: Hand) -> None:
    first, _ = make_office(tmp_path / "office", hand)
    first.close()
    with pytest.raises(StoreExistsError):
        make_office(tmp_path / "office", hand)


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"officer_name": " "}, InvalidInputError),
        ({"passphrase": "short"}, WeakPassphraseError),
        ({"home_law": "EU", "home_place": "GB-ENG"}, PlaceUnknownError),
        ({"lock_minutes": "0"}, InvalidInputError),
        ({"favourite_colour": "teal"}, InvalidInputError),
    ],
    ids=["no officer", "weak passphrase", "place of another law", "out of range", "undeclared setting"],
)
def test_an_office_that_cannot_be_is_refused_and_the_folder_stays_free(
    tmp_path: Path, values: dict[str, str], refusal: type[WorkbenchError]
) -> None:
    asked = {"passphrase": PASSPHRASE, "officer_name": "Ayu Contoh", **values}
    with pytest.raises(refusal):
        bootstrap.create_office(tmp_path / "office", **asked)  # type: ignore[arg-type]
    assert not bootstrap.office_exists(tmp_path / "office")


def test_another_officer_opens_with_their_own_passphrase(tmp_path: Path, hand: Hand) -> None:
    first, _ = make_office(tmp_path / "office", hand)
    made = bootstrap.add_officer(first, AddOfficer(name="Rian Contoh", passphrase=ELEVEN))
    first.close()
    assert made.created is not None
    again = bootstrap.open_office(tmp_path / "office", passphrase=ELEVEN, clock=hand)
    assert again.officer.name == "Rian Contoh"
    again.close()


def test_an_officer_with_a_weak_passphrase_is_not_added(office: Office) -> None:
    with pytest.raises(WeakPassphraseError):
        bootstrap.add_officer(office, AddOfficer(name="Rian Contoh", passphrase=WEAK))
    assert [officer.name for officer in ask(office, settings.list_officers)] == ["Ayu Contoh"]


def test_a_passphrase_is_changed_only_by_who_knows_the_old_one(tmp_path: Path, hand: Hand) -> None:
    first, _ = make_office(tmp_path / "office", hand)
    with pytest.raises(WrongSecretError):
        bootstrap.change_passphrase(first, old="wrong and long enough", new=NINE)
    bootstrap.change_passphrase(first, old=PASSPHRASE, new=NINE)
    first.close()
    with pytest.raises(WrongSecretError):
        bootstrap.open_office(tmp_path / "office", passphrase=PASSPHRASE)
    bootstrap.open_office(tmp_path / "office", passphrase=NINE).close()


def test_settings_are_checked_before_any_is_set(desktop: Desktop, office: Office) -> None:
    bad = SaveSettings(values=(("office_name", "New name"), ("lock_minutes", "soon")))
    with pytest.raises(InvalidInputError):
        run(office, partial(settings.save_settings, bad))
    assert desktop.see(settings.read_settings).office_name == "Onee Privacy Office"
    good = SaveSettings(values=(("office_name", "New  name "), ("office_address", "Street 1 \n City")))
    assert run(office, partial(settings.save_settings, good)).settings
    kept = desktop.see(settings.read_settings)
    assert (kept.office_name, kept.office_address) == ("New name", ("Street 1", "City"))


def test_a_desk_in_a_read_cannot_write(office: Office, desktop: Desktop) -> None:
    case_id = desktop.register()
    with pytest.raises(StoreReadOnlyError):
        ask(office, partial(closure.add_note, AddNote(case_id=case_id, text="no")))


def test_the_door_is_light_to_import() -> None:
    heavy = "{'sqlalchemy', 'alembic', 'reportlab', 'holidays', 'babel', 'keyring', 'sqlcipher3', 'cryptography'}"
    said = subprocess.run(
        [sys.executable, "-c", f"import sys, workbench.bootstrap; print(sorted({heavy} & set(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "[]"
