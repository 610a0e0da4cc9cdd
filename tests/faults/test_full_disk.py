"""A full disk: the message says so, nothing that was kept is lost, and the same act succeeds once there is room.

A small disk is a `tmpfs` of a few megabytes, which only root can mount: without that right these tests are skipped, and say so.
"""

import os
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.makers import PASSPHRASE, Desktop, Hand, make_office
from workbench import bootstrap
from workbench.__main__ import main
from workbench.domain.commands import AttachEvidence
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import NewEvidence
from workbench.services import evidence
from workbench.services.backup import back_up_office, list_backups
from workbench.services.evidence import attach_evidence
from workbench.services.exports import FileUnwritableError, export
from workbench.services.office import ask, run
from workbench.services.resources import RESOURCES
from workbench.services.verify import verify_office
from workbench.services.wording import words
from workbench.store.errors import DiskFullError

MEGABYTE = 1024 * 1024


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of eight megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)], check=False, capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("a small disk cannot be mounted here: that takes root and the right to mount")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path, *, leave: int) -> Path:
    """Fill the disk with a file, all but `leave` bytes, and return the file."""
    ballast = disk / "ballast"
    room = os.statvfs(disk)
    ballast.write_bytes(b"\0" * max(0, room.f_bavail * room.f_frsize - leave))
    return ballast


@pytest.mark.parametrize("size", [3_000, 60_000, 400_000, 1_300_000], ids=["small files", "letters", "scans", "large scans"])
def test_files_are_kept_until_the_disk_is_full_and_again_when_there_is_room(disk: Path, size: int) -> None:
    hand = Hand()
    office, _code = make_office(disk / "office", hand)
    desktop = Desktop(office, hand)
    case_id = desktop.register()
    ballast = fill(disk, leave=2 * MEGABYTE if size > 100_000 else MEGABYTE)
    kept: list[bytes] = []

    def attach() -> None:
        data = os.urandom(size)
        new = NewEvidence(f"file-{len(kept)}", "application/octet-stream", data)
        run(office, partial(attach_evidence, AttachEvidence(case_id=case_id, evidence=new)))
        kept.append(data)

    refused: WorkbenchError | None = None
    while refused is None:
        assert len(kept) < 2_000
        try:
            attach()
        except DiskFullError as error:
            refused = error
    for language, said in (("en", "disk is full"), ("id", "disk penuh")):
        assert said in words(language).error(refused).lower()
    assert_kept(desktop, case_id, kept)
    ballast.unlink()
    attach()
    assert_kept(desktop, case_id, kept)
    office.close()
    again = bootstrap.open_office(disk / "office", passphrase=PASSPHRASE, clock=hand)
    assert_kept(Desktop(again, hand), case_id, kept)
    assert verify_office(again) == ()
    again.close()


def assert_kept(desktop: Desktop, case_id: int, kept: list[bytes]) -> None:
    found = desktop.page(case_id).evidence
    assert [one.size for one in found] == [len(data) for data in kept]
    for one, data in zip(found[-3:], kept[-3:], strict=True):
        assert ask(desktop.office, partial(evidence.evidence_data, evidence_id=one.id)) == data


def test_a_backup_that_does_not_fit_is_not_there_and_is_made_later(disk: Path) -> None:
    hand = Hand()
    office, _code = make_office(disk / "office", hand)
    desktop = Desktop(office, hand)
    desktop.register()
    ballast = fill(disk, leave=200_000)
    with pytest.raises(WorkbenchError) as refused:
        back_up_office(office)
    assert refused.value.code == "disk_full"
    assert list_backups(disk / "office") == ()
    ballast.unlink()
    hand.later(hours=1)
    made = back_up_office(office)
    assert [one.path for one in list_backups(disk / "office")] == [made]
    assert verify_office(office) == ()
    office.close()


def test_a_file_that_does_not_fit_leaves_nothing_behind(disk: Path) -> None:
    fill(disk, leave=20_000)
    before = sorted(disk.iterdir())
    with pytest.raises(FileUnwritableError) as refused:
        export(disk / "letter.pdf", os.urandom(200_000))
    assert refused.value.details["problem"] == "no_room"
    assert sorted(disk.iterdir()) == before


def test_a_letter_is_not_issued_for_a_disk_without_room(disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand = Hand()
    hand.go("2026-11-26 10:00")
    office, _code = make_office(tmp_path / "office", hand)
    office.close()
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    on_store = ["--store", str(tmp_path / "office"), "--passphrase-file", str(secret)]
    mail = str(RESOURCES / "demo" / "access-request.eml")
    assert main([*on_store, "receive", mail, "--law", "EU", "--place", "DE"], clock=hand) == 0
    number = capsys.readouterr().out.strip()
    ballast = fill(disk, leave=0)
    letter = [*on_store, "letter", number, "acknowledgement", "--lang", "en", "--out", str(disk / "letter.pdf")]
    assert main(letter, clock=hand) == 1
    assert "the disk is full" in capsys.readouterr().err
    ballast.unlink()
    assert main(letter, clock=hand) == 0
    assert capsys.readouterr().out.strip().endswith("0001")
    assert (disk / "letter.pdf").read_bytes().startswith(b"%PDF")
