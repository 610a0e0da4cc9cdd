"""Encrypted copies: they open with their password alone, say what they are to other programs, and give back the words."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.paper.reading import plain_letter
from workbench.domain.letters import Paragraph
from workbench.paper.layout import render
from workbench.paper.protect import Protected, encrypted, new_password


@pytest.fixture(scope="module")
def made() -> Protected:
    return encrypted(render(plain_letter(Paragraph("body", "Only for you."))).data)


def test_it_is_encrypted_with_aes_256_and_only_the_password_opens_it(made: Protected, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(made.data)
    asked = subprocess.run(
        ["qpdf", "--show-encryption", f"--password={made.password}", str(file)], capture_output=True, text=True, check=True
    ).stdout
    assert "R = 6" in asked
    assert asked.count("AESv3") == 3
    assert "modify anything: not allowed" in asked
    read = subprocess.run(["pdftotext", "-upw", made.password, str(file), "-"], capture_output=True, text=True, check=True)
    assert "Only for you." in read.stdout
    for wrong in ("", made.password.upper(), made.password[:-1]):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.Pdf.open(BytesIO(made.data), password=wrong)


def test_neither_words_nor_metadata_are_readable_in_its_bytes(made: Protected) -> None:
    for told in (b"Only for you", b"xmpmeta", b"pdfaid"):
        assert told not in made.data


def test_passwords_differ_and_hold_nothing_that_is_mistaken_for_another() -> None:
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert all(len(one) == 23 for one in made)
    assert not set("".join(made)) & set("ilo01ILO")


def test_a_password_is_in_no_text_made_of_the_value(made: Protected) -> None:
    assert made.password not in repr(made)
