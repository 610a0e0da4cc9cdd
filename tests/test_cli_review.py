"""The commands for a second pair of eyes elsewhere, and for the record of a decision on paper: two stores and one stick."""

import re
import stat
from pathlib import Path

import pytest

from tests.makers import Desktop
from tests.paper.reading import dense, words_of
from tests.refusals import fill
from tests.test_cli import Command, command, is_one_sentence
from workbench import bootstrap
from workbench.bootstrap import open_office
from workbench.domain.commands import AttachEvidence
from workbench.domain.decisions import Outcome
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.formats import packet as sealed
from workbench.services import evidence, packets
from workbench.store.keys import FLOOR

__all__ = ["command"]

OWN = "five patient herons wade"
SAID = "badoki lumeta gofira"
NUMBER = "DSR-2026-0001"
PROOF = b"The same mail as last week."


@pytest.fixture
def refused(command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Return the command on a store with a refusal that waits for a second officer; the passphrase is in the file `said`."""
    for function in (packets.export_packet, packets.answer_packet):
        defaults = function.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "cost", sealed.FLOOR)
    office = open_office(command.store, passphrase=command.secret.read_text().strip(), clock=command.hand)
    desktop = Desktop(office, command.hand)
    case_id = desktop.register(Right.ACCESS)
    new = NewEvidence("last week.eml", "message/rfc822", PROOF)
    desktop.do(evidence.attach_evidence, AttachEvidence(case_id=case_id, evidence=new))
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Answered in full last week.")
    desktop.draft(case_id, LetterKind.REFUSAL)
    fill(office, case_id, Right.ACCESS)
    office.close()
    (tmp_path / "said").write_text(SAID + "\n", encoding="utf-8")
    return command


@pytest.fixture
def elsewhere(command: Command, tmp_path: Path) -> Command:
    """Return the command on the store of an officer at another workbench."""
    folder = tmp_path / "elsewhere"
    office, _code = bootstrap.create_office(
        folder, passphrase=OWN, officer_name="Citra Jauh", officer_title="Reviewer", clock=command.hand, cost=FLOOR
    )
    office.close()
    secret = tmp_path / "own"
    secret.write_text(OWN + "\n", encoding="utf-8")
    return Command(command.capsys, command.hand, secret, folder)


def test_a_packet_goes_out_and_its_answer_comes_back(refused: Command, elsewhere: Command, tmp_path: Path) -> None:
    said = ("--packet-passphrase-file", str(tmp_path / "said"))
    out, back = str(tmp_path / "out.onee-packet"), str(tmp_path / "back.onee-answer")
    number = refused.on("packet", "export", NUMBER, "--right", "access", "--out", out, "--words", "Enough?", *said).out.strip()
    assert re.fullmatch(r"P-2026-0001-[0-9a-f]{6}", number)
    assert stat.S_IMODE(Path(out).stat().st_mode) == 0o600

    shown = elsewhere("packet", "open", out, *said, "--save", "last week.eml", "--out", str(tmp_path / "copy")).out
    for one in (number, NUMBER, "Enough?", "Hannah Beispiel", "Answered in full last week.", "last week.eml"):
        assert one in shown, one
    assert (tmp_path / "copy").read_bytes() == PROOF
    assert elsewhere("packet", "open", out, *said, "--out", str(tmp_path / "letter.pdf")).code == 0
    assert dense("Answered in full last week.") in dense(words_of((tmp_path / "letter.pdf").read_bytes()))

    key = elsewhere.on("packet", "key").out.strip()
    assert key == elsewhere.on("packet", "key").out.strip(), "it is made once"
    answer = ("packet", "answer", out, "--out", back, *said)
    assert is_one_sentence(elsewhere.may(*answer, "--verdict", "perhaps").err)
    assert elsewhere.on(*answer, "--verdict", "approved", "--words", "It is.").out.strip() == number

    refusal = refused.may("packet", "import", back, *said)
    assert refusal.code == 1
    assert key in refusal.err
    assert "Citra Jauh" in refused.on("packet", "reviewer", "Citra Jauh", "--key", key).out
    assert "Nothing is recorded yet" in refused.on("packet", "import", back, *said).out
    taken = refused.on("packet", "import", back, *said, "--take").out
    for one in ("Citra Jauh", "Approved", "It is.", "is recorded"):
        assert one in taken, one
    assert is_one_sentence(refused.may("packet", "import", back, *said, "--take").err)
    assert refused.on("verify", "--json").json["sound"] is True


def test_what_is_missing_on_the_command_line_is_one_sentence(refused: Command, tmp_path: Path) -> None:
    said = ("--packet-passphrase-file", str(tmp_path / "said"))
    for words in (
        ("packet", "export", NUMBER, "--right", "access", "--out", str(tmp_path / "out")),
        ("packet", "export", NUMBER, "--right", "access", *said),
        ("packet", "export", NUMBER, "--right", "none", "--out", str(tmp_path / "out"), *said),
        ("packet", "open", str(tmp_path / "said"), *said),
        ("packet", "open", str(tmp_path / "nowhere"), *said),
        ("packet", "reviewer", "Citra Jauh", "--key", "abc"),
    ):
        told = refused.may(*words)
        assert told.code in {1, 2}, words
        assert is_one_sentence(told.err), told
    assert not (tmp_path / "out").exists()


def test_a_suggested_passphrase_opens_what_it_sealed(refused: Command, tmp_path: Path) -> None:
    (tmp_path / "said").write_text(refused("packet", "suggest").out, encoding="utf-8")
    said = ("--packet-passphrase-file", str(tmp_path / "said"))
    out = str(tmp_path / "out")
    refused.on("packet", "export", NUMBER, "--right", "access", "--out", out, *said)
    assert refused("packet", "open", out, *said).code == 0


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_record_of_a_decision_is_saved_for_the_file_and_for_an_authority(
    refused: Command, tmp_path: Path, language: str
) -> None:
    words = ("dossier-print", NUMBER, "--right", "access", "--lang", language)
    refused.on(*words, "--out", str(tmp_path / "file.pdf"))
    refused.on(*words, "--outer", "--out", str(tmp_path / "outer.pdf"))
    inner, outer = (dense(words_of((tmp_path / name).read_bytes())) for name in ("file.pdf", "outer.pdf"))
    assert dense("Talked over on Monday.") in inner
    assert dense("Talked over on Monday.") not in outer
    assert dense("The interest in a further copy is small.") in outer
    assert is_one_sentence(refused.may("dossier-print", NUMBER, "--right", "erasure", "--out", str(tmp_path / "no.pdf")).err)
