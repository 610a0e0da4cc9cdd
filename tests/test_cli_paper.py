"""The command `workbench`: envelopes, labels and the file copy of issued letters."""

from pathlib import Path

import pytest

from tests.makers import PASSPHRASE, Desktop, Hand
from tests.paper.reading import pages_of, words_of
from workbench.__main__ import main
from workbench.domain.letters import LetterKind
from workbench.services.letters import load_letter


@pytest.fixture
def story(desktop: Desktop, tmp_path: Path) -> tuple[list[str], str]:
    """Return the words with which the store is opened, and the number of an issued letter in it."""
    letter_id = desktop.issue(desktop.register(), LetterKind.ACKNOWLEDGEMENT)
    number = desktop.see(load_letter, letter_id).number
    desktop.office.close()
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return ["--store", str(desktop.office.folder), "--passphrase-file", str(secret)], number


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["envelope", "--form", "c5"], "Beispielweg 4"),
        (["labels", "--sheet", "us_5160", "--start", "4"], "Beispielweg 4"),
        (["file-copy"], "NOT FOR SENDING"),
    ],
    ids=["envelope", "labels", "file copy"],
)
def test_paper_for_a_letter_is_saved_and_never_over_a_file(
    story: tuple[list[str], str], hand: Hand, tmp_path: Path, words: list[str], found: str
) -> None:
    opening, number = story
    out = tmp_path / "out.pdf"
    asked = [*opening, *words, number, "--out", str(out)]
    assert main(asked, clock=hand) == 0
    assert found in words_of(out.read_bytes())
    made = out.read_bytes()
    assert main(asked, clock=hand) == 1
    assert out.read_bytes() == made
    assert main([*asked, "--force"], clock=hand) == 0


def test_several_letters_go_on_one_sheet(story: tuple[list[str], str], hand: Hand, tmp_path: Path) -> None:
    opening, number = story
    out = tmp_path / "out.pdf"
    assert main([*opening, "labels", number, number, "--start", "24", "--out", str(out)], clock=hand) == 0
    assert [page.count("Beispielweg") for page in pages_of(out.read_bytes())] == [1, 1]


@pytest.mark.parametrize(
    "words",
    [["envelope", "--form", "b6"], ["labels", "--sheet", "a4"], ["labels", "--start", "25"]],
    ids=["no such envelope", "no such sheet", "no such label"],
)
def test_paper_that_is_not_there_is_refused_in_a_sentence(
    story: tuple[list[str], str], hand: Hand, tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    opening, number = story
    out = tmp_path / "out.pdf"
    assert main([*opening, *words, number, "--out", str(out)], clock=hand) == 1
    assert capsys.readouterr().err.startswith("workbench: ")
    assert not out.exists()
