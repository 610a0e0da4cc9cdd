"""The command that makes the bundle of a case."""

import zipfile
from pathlib import Path

from tests.makers import PASSPHRASE
from tests.services.test_bundle import follow
from tests.test_cli import Command, Said, command, is_one_sentence, receive
from workbench import bootstrap
from workbench.services.office import ask
from workbench.store import journal

__all__ = ["command"]


def bundled(command: Command, *words: str) -> Said:
    """Make a bundle; how far it is goes to standard error where it takes long."""
    said = command.may("bundle", *words)
    assert said.code == 0, said
    return said


def test_a_bundle_is_made_checked_and_written_down(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    out = tmp_path / "out"
    out.mkdir()
    done = bundled(command, number, "--out", str(out), "--lang", "id")
    assert f"{number}-unredacted" in done.out
    well, said = follow(out / f"{number}-unredacted", "id")
    assert well, said
    again = command.may("bundle", number, "--out", str(out))
    assert again.code == 1
    assert is_one_sentence(again.err)
    bundled(command, number, "--out", str(out), "--force")
    office = bootstrap.open_office(command.store, passphrase=PASSPHRASE, clock=command.hand)
    entries = ask(office, lambda desk: journal.entries(desk.session, number))
    office.close()
    assert [entry.action for entry in entries].count("bundle_made") == 2


def test_a_redacted_bundle_takes_what_is_named_and_leaves_what_is_named(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    bundled(command, number, "--out", str(tmp_path), "--redacted")
    with zipfile.ZipFile(tmp_path / f"{number}-redacted" / f"{number}-redacted.zip") as archive:
        assert any("annex-001-redacted" in name for name in archive.namelist())
    bundled(command, number, "--out", str(tmp_path), "--redacted", "--leave-out", "1", "--force")
    with zipfile.ZipFile(tmp_path / f"{number}-redacted" / f"{number}-redacted.zip") as archive:
        assert not any("annex" in name for name in archive.namelist())
    bundled(command, number, "--out", str(tmp_path), "--redacted", "--include", "1", "--force")


def test_what_cannot_be_meant_is_refused(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    wrong = command.may("bundle", number, "--out", str(tmp_path), "--include", "1")
    assert wrong.code == 2
    assert is_one_sentence(wrong.err)
    unknown = command.may("bundle", number, "--out", str(tmp_path), "--redacted", "--include", "99")
    assert unknown.code == 1
    assert is_one_sentence(unknown.err)
    nowhere = command.may("bundle", number, "--out", str(tmp_path / "missing"))
    assert nowhere.code == 1
    assert is_one_sentence(nowhere.err)
    assert command.may("bundle", "C-1", "--out", str(tmp_path)).code == 1
