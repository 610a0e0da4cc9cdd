"""The command and letters on their way out: issued, guarded, sent, returned, listed, drafted, encrypted, signed, proved."""

import csv
import email
import io
import subprocess
from email.policy import default
from pathlib import Path

import pikepdf
import pytest

from tests.paper.test_sign import PASSPHRASE as KEY_PASSPHRASE
from tests.paper.test_sign import make_key
from tests.test_cli import Command, command, is_one_sentence, receive, text_of

__all__ = ["command"]


def issue(command: Command, tmp_path: Path, number: str = "", *more: str) -> str:
    """Return the number of a new letter of a case, by default of a new one."""
    case = number or receive(command, "access-request.eml", "EU", "DE-NW")
    out = tmp_path / f"letter-{len([*tmp_path.iterdir()])}.pdf"
    return command.on("letter", case, "acknowledgement", "--lang", "en", "--out", str(out), *more).out.strip()


def case_of(command: Command) -> str:
    return str(command.on("list", "--json").json[0]["number"])


def mail_of(command: Command) -> str:
    return str(command.on("show", case_of(command), "--json").json["data_subject"]["email"])


def test_a_registered_letter_comes_back_and_is_sent_again(command: Command, tmp_path: Path) -> None:
    letter = issue(command, tmp_path)
    name = str(command.on("show", case_of(command), "--json").json["data_subject"]["name"])
    sending = ("dispatch", letter, "--channel", "registered_post", "--to", name)
    command.on(*sending, "--tracking", "RR 1 ID")
    command.hand.later(days=3)
    assert "waits to be sent again" in command.on("return", letter, "--remark", "moved away").out
    assert is_one_sentence(command.may("return", letter).err)
    command.on(*sending, "--tracking", "RR 2 ID")
    command.hand.later(days=2)
    command.on("deliver", letter, "--proof", "signed")
    found = command.on("register", "--json").json
    assert [(line["tracking"], line["state"], line["newest"]) for line in found] == [
        ("RR 2 ID", "delivered", True),
        ("RR 1 ID", "returned", False),
    ]
    assert [line["tracking"] for line in command.on("register", "--state", "returned", "--json").json] == ["RR 1 ID"]
    table = tmp_path / "register.csv"
    assert "RR 2 ID" in command.on("register", "--csv", str(table)).out
    assert len(list(csv.reader(io.StringIO(table.read_text("utf-8-sig"))))) == 3


def test_a_notice_under_a_law_that_the_case_does_not_stand_under_is_refused(command: Command, tmp_path: Path) -> None:
    case = receive(command, "access-request.eml", "EU", "DE-NW")
    out = tmp_path / "letter.pdf"
    refused = command.may("letter", case, "acknowledgement", "--lang", "en", "--out", str(out), "--law", "GB")
    assert "law of the notice" in refused.err
    assert is_one_sentence(refused.err)
    assert not out.exists()


def test_a_run_is_made_sent_and_posted(command: Command, tmp_path: Path) -> None:
    first = issue(command, tmp_path)
    second = issue(command, tmp_path, case_of(command))
    run = command.on("print-run", second, first).out.strip()
    assert "0 / 2" in command.on("print-run").out
    sent = command.on("send-run", run, "--channel", "post", "--tracking", f"{first}=RR 5")
    assert f"{run} are recorded as sent: 2" in sent.out
    paper, table = tmp_path / "posting.pdf", tmp_path / "posting.csv"
    for out in (paper, table):
        command.on("posting-list", "--run", run, "--out", str(out))
    assert first in text_of(paper)
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8-sig"))))
    assert [row[1] for row in rows[1:]] == [second, first]
    assert "RR 5" in rows[2]
    assert is_one_sentence(command.may("posting-list", "--run", "RUN-2020-0001", "--out", str(tmp_path / "x.pdf")).err)


def test_a_letter_that_names_another_case_needs_its_reason(command: Command, tmp_path: Path) -> None:
    issue(command, tmp_path)
    own = case_of(command)
    other = receive(command, "erasure-request.eml", "EU", "DE-NW")
    out = str(tmp_path / "wrong.pdf")
    words = ("letter", own, "clarification", "--lang", "en", "--words", f"Is it about {other}?", "--out", out)
    refused = command.may(*words)
    assert refused.code == 1
    assert is_one_sentence(refused.err)
    assert "number of another case" in refused.err
    assert command.may(*words, "--because", "nonsense").code == 2
    assert command.on(*words, "--because", "other_number=They wrote from one account.").code == 0
    assert other in text_of(Path(out))


def test_a_letter_goes_out_as_a_draft_encrypted_or_signed(command: Command, tmp_path: Path) -> None:
    letter = issue(command, tmp_path)
    draft, secret, signed = tmp_path / "draft.eml", tmp_path / "secret.pdf", tmp_path / "signed.pdf"
    command.on("eml", letter, "--out", str(draft))
    message = email.message_from_bytes(draft.read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    assert message["To"].addresses[0].addr_spec == mail_of(command)
    password = command.on("encrypt", letter, "--out", str(secret)).out.strip().rpartition(" ")[2]
    with pikepdf.Pdf.open(secret, password=password) as opened:
        assert len(opened.pages) == 1
    again = command.may("encrypt", letter, "--out", str(secret))
    assert again.code == 1
    assert is_one_sentence(again.err)
    key, word = tmp_path / "key.p12", tmp_path / "word"
    key.write_bytes(make_key().p12)
    word.write_text("not this one\n")
    words = ("sign-letter", letter, "--p12", str(key), "--p12-passphrase-file", str(word), "--out", str(signed))
    wrong = command.may(*words)
    assert wrong.code == 1
    assert "does not open the key file" in wrong.err
    assert not signed.exists()
    word.write_text(KEY_PASSPHRASE + "\n")
    assert "Onee Privacy Office" in command.on(*words).out
    told = subprocess.run(["pdfsig", "-nocert", str(signed)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in told
    assert KEY_PASSPHRASE not in command.on("show", case_of(command), "--json").out


def test_every_letter_is_made_again_and_compared(command: Command, tmp_path: Path) -> None:
    issue(command, tmp_path)
    assert "1 letters were made again" in command.on("verify", "--letters").out
    assert command.on("verify", "--letters", "--json").json["letters"] == {
        "made_again": 1,
        "other_press": 0,
        "without_snapshot": 0,
    }
    assert "letters" not in command.on("verify", "--json").json


def test_a_correction_names_the_letter_it_replaces(command: Command, tmp_path: Path) -> None:
    first = issue(command, tmp_path)
    issue(command, tmp_path, case_of(command), "--corrects", first)
    newest = max(tmp_path.glob("letter-*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    assert first in text_of(newest)
    refused = command.may("dispatch", first, "--channel", "email", "--to", mail_of(command))
    assert refused.code == 1
    assert is_one_sentence(refused.err)


@pytest.mark.parametrize("language", ["en", "id"])
def test_what_is_said_is_worded_in_both_languages(command: Command, tmp_path: Path, language: str) -> None:
    letter = issue(command, tmp_path)
    command.on("dispatch", letter, "--channel", "email", "--to", mail_of(command), "--language", language)
    command.on("return", letter, "--bounced", "--language", language)
    assert command.on("register", "--language", language).out
    assert command.on("print-run", "--language", language).out
    assert command.on("show", case_of(command), "--language", language).out
