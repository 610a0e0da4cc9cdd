"""The command `workbench templates`: a text is taken out, changed, checked, saved, compared and set back."""

from pathlib import Path

import pytest

from tests.test_cli import Command, command, is_one_sentence

__all__ = ["command"]


@pytest.fixture
def taken_out(command: Command, tmp_path: Path) -> Path:
    """Return a file with the shipped text of the refusal in English."""
    file = tmp_path / "refusal.en.toml"
    assert command.on("templates", "show", "refusal.en", "--out", str(file)).code == 0
    return file


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_text_goes_out_and_comes_back_as_the_office_s_own(command: Command, taken_out: Path) -> None:
    change(taken_out, "We have considered", "We have looked at")
    assert command("templates", "check", str(taken_out)).code == 0
    said = command.on("templates", "save", str(taken_out), "--reason", "Plainer")
    assert said.code == 0
    assert "office:1:" in said.out
    listed = {one["template"]: one for one in command.on("templates", "list", "--json").json}
    assert (listed["refusal.en"]["state"], listed["refusal.en"]["reason"]) == ("office", "Plainer")
    assert listed["refusal.id"]["state"] == "shipped"
    assert "Plainer" in command.on("templates", "list").out
    lines = command.on("templates", "diff", "refusal.en").out.splitlines()
    assert [line[0] for line in lines] == ["-", "+"]
    assert "We have looked at" in lines[1]
    assert command.on("templates", "reset", "refusal.en", "--reason", "Back").code == 0
    assert "shipped" in command.on("templates", "show", "refusal.en", "--json").json["state"]
    assert "We have looked at" in command.on("templates", "show", "refusal.en", "--version", "1").out, "versions stay"


def test_faults_are_told_with_line_and_column_and_nothing_is_saved(command: Command, taken_out: Path) -> None:
    change(taken_out, "{rights}", "{rigths}")
    line = next(number for number, text in enumerate(taken_out.read_text("utf-8").split("\n"), 1) if "{rigths}" in text)
    for words in (("templates", "check", str(taken_out)), ("templates", "save", str(taken_out), "--reason", "x")):
        said = command.may(*words)
        assert said.code == 1
        assert f"refusal.en.toml:{line}:" in said.out
        assert "rigths" in said.out
        assert is_one_sentence(said.err)
    assert command.on("templates", "show", "refusal.en", "--json").json["state"] == "shipped"


@pytest.mark.parametrize(
    "words",
    [
        ("show",),
        ("show", "refusal.xx"),
        ("show", "refusal.en", "--version", "9"),
        ("save", "FILE"),
        ("reset", "refusal.en"),
        ("reset", "refusal.en", "--reason", "nothing to set back"),
        ("check",),
        ("check", "no-such-file.toml"),
        ("diff", "../../etc.en"),
    ],
    ids=[
        "no name",
        "no such language",
        "no such version",
        "no reason to save",
        "no reason to set back",
        "shipped already",
        "no file",
        "file not there",
        "a path",
    ],
)
def test_what_cannot_be_done_is_one_sentence(command: Command, taken_out: Path, words: tuple[str, ...]) -> None:
    said = command.may("templates", *(str(taken_out) if word == "FILE" else word for word in words))
    assert said.code in {1, 2}
    assert is_one_sentence(said.err)


@pytest.mark.parametrize("text", ["", "kind = ", 'kind = "refusal"\n', "\x00"], ids=["empty", "torn", "half", "NUL"])
def test_a_file_that_is_no_template_is_refused(command: Command, tmp_path: Path, text: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    said = command("templates", "check", str(file))
    assert said.code == 1
    assert is_one_sentence(said.err)
