"""The command `workbench`: whole stories, JSON, and one sentence for everything that goes wrong."""

import io
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.makers import PASSPHRASE, Hand, make_office
from tests.refusals import complete
from workbench import bootstrap
from workbench.__main__ import main
from workbench.domain.canonical import to_json
from workbench.domain.rights import Right
from workbench.services.cases import case_id_of
from workbench.services.intake import list_quarantine
from workbench.services.office import ask
from workbench.services.resources import RESOURCES

SAMPLES = RESOURCES / "demo"
ROOT = RESOURCES.parent


@dataclass(frozen=True)
class Said:
    """What one run of the command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Command:
    """The command in this process, on the test's clock."""

    capsys: pytest.CaptureFixture[str]
    hand: Hand
    secret: Path
    store: Path

    def __call__(self, *words: str) -> Said:
        """Run without a store."""
        self.capsys.readouterr()
        code = main(words, clock=self.hand)
        out, err = self.capsys.readouterr()
        return Said(code, out, err)

    def on(self, *words: str) -> Said:
        """Run on the store, which must be done without complaint."""
        said = self.may(*words)
        assert (said.code, said.err) == (0, ""), said
        return said

    def stands(self, number: str, kind: str, right: str, out: Path) -> None:
        """Draft a letter in Indonesian, complete the dossier, use the exception for one officer, and issue the letter."""
        letter = self.on("letter", number, kind, "--lang", "id", "--draft", "--out", str(out)).out.strip()
        assert self.may("ready", number, "--right", right).code == 1
        office = bootstrap.open_office(self.store, passphrase=PASSPHRASE, clock=self.hand)
        dossier = ask(office, lambda desk: complete(desk, case_id_of(desk, number), Right(right)))
        office.close()
        file = out.with_suffix(".json")
        file.write_text(to_json(dossier), encoding="utf-8")
        self.on("dossier", "set", number, "--right", right, "--file", str(file))
        shown = self.on("dossier", "show", number, "--right", right).json
        assert shown["balancing"] == dossier.balancing
        lacking = self.may("ready", number, "--right", right, "--json").json
        assert [one["check"] for one in lacking if not one["holds"]] == ["approved"]
        self.on("approve-refusal", number, "--right", right, "--exception", "There is nobody else.")
        assert self.on("ready", number, "--right", right).out.count("\n") >= 5
        self.on("issue", letter, "--out", str(out), "--force")

    def may(self, *words: str) -> Said:
        """Run on the store, whatever comes of it."""
        return self("--store", str(self.store), "--passphrase-file", str(self.secret), *words)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    hand = Hand()
    hand.go("2026-11-26 10:00")
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    store = tmp_path / "office"
    office, _code = make_office(store, hand)
    office.close()
    return Command(capsys, hand, secret, store)


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def receive(command: Command, name: str, law: str, place: str, *more: str) -> str:
    return command.on("receive", str(SAMPLES / name), "--law", law, "--place", place, *more).out.strip()


def is_one_sentence(text: str) -> bool:
    return text.startswith("workbench: ") and text.count("\n") == 1 and text.endswith("\n")


# Stories


def test_an_access_request_is_received_granted_answered_and_closed(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE-NW")
    assert re.fullmatch(r"DSR-2026-\d{4}", number)
    line = "Account and contact details", "name and address", "disclosed"
    command.on("decide", number, "--right", "access", "--outcome", "granted", "--line", *line)
    letter = command.on("letter", number, "answer", "--lang", "en", "--out", str(tmp_path / "answer.pdf")).out.strip()
    text = text_of(tmp_path / "answer.pdf")
    assert all(part in text for part in (number, "Account and contact details", "Lena Vögel"))
    command.on("dispatch", letter, "--channel", "email", "--to", "lena.vogel@example.de")
    command.on("close", number)
    shown = command.on("show", number, "--json").json
    assert (shown["phase"], shown["letters"][0]["state"]) == ("closed", "dispatched")
    assert shown["request"]["received_at"] == "2026-11-19T08:12:41+07:00"
    assert shown["request"]["received_from"] == "received_header"
    assert command.on("list").out.count("\n") == 1
    assert command.on("list", "--standing", "closed").out.count("\n") == 2
    assert command.on("verify", "--json").json["sound"] is True


def test_a_vexatious_request_is_refused_with_a_ground_in_indonesian(command: Command, tmp_path: Path) -> None:
    number = receive(command, "vexatious-request.eml", "EU", "IE", "--right", "access")
    reason = "Permintaan keempat belas dalam bulan ini, tanpa perubahan data."
    command.on("decide", number, "--right", "access", "--outcome", "refused", "--ground", "EU.frivolous", "--reason", reason)
    out = tmp_path / "penolakan.pdf"
    refused = command.may("letter", number, "refusal", "--lang", "id", "--out", str(out))
    assert (refused.code, out.exists()) == (1, False), "nothing stands behind the refusal yet"
    command.stands(number, "refusal", "access", out)
    text = text_of(out)
    for part in (number, reason, "Pasal 12 ayat (5)", "Data Protection Commission", "Pasal 77", "Pasal 79"):
        assert part in text
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_an_approved_erasure_is_carried_out_once(command: Command, tmp_path: Path) -> None:
    number = receive(command, "erasure-request.eml", "ID", "ID")
    done = ("carried-out", number, "--right", "erasure")
    assert number in command.may(*done).err, "nothing is granted yet"
    command.on("decide", number, "--right", "erasure", "--outcome", "granted")
    refused = command.may("--language", "id", *done)
    assert (refused.code, is_one_sentence(refused.err)) == (1, True)
    assert all(part in refused.err for part in (number, "Penghapusan", "petugas kedua"))
    command.on("letter", number, "answer", "--lang", "id", "--draft", "--out", str(tmp_path / "jawaban.pdf"))
    command.on("approve-refusal", number, "--right", "erasure", "--exception", "There is nobody else.")
    said = command.on(*done, "--at", "2026-11-26T09:30:00+07:00", "--remark", "In the shop.")
    assert said.out == f"It is recorded that “Erasure” in {number} was carried out.\n"
    again = command.may(*done)
    assert (again.code, "26 November 2026" in again.err) == (1, True)
    assert is_one_sentence(command.may("carried-out", number, "--right", "access").err)


def test_an_erasure_is_partly_granted(command: Command, tmp_path: Path) -> None:
    number = receive(command, "erasure-request.eml", "ID", "ID")
    shown = command.on("show", number, "--json").json
    assert (shown["request"]["rights"], shown["request"]["language"]) == (["erasure"], "id")
    command.on(
        "decide", number, "--right", "erasure", "--outcome", "partly", "--ground", "ID.retention", "--reason", "Faktur wajib disimpan.",
        "--line", "Akun", "profil", "erased", "--line", "Faktur", "2020 sampai 2026", "kept",
    )  # fmt: skip
    command.stands(number, "answer", "erasure", tmp_path / "jawaban.pdf")
    assert "Faktur wajib disimpan." in text_of(tmp_path / "jawaban.pdf")


def test_a_letter_to_a_system_owner_takes_its_addressee_and_places_from_the_command_line(
    command: Command, tmp_path: Path
) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    out = tmp_path / "request.pdf"
    asked = ("letter", number, "system_request", "--lang", "en", "--out", str(out), "--line", "Hosting Ltd", "--line", "1 Road")
    assert "System, What is to be done" in command.may(*asked).err
    assert not out.exists()
    places = ("--place", "system=the mail server", "--place", "task=Export the mailbox.", "--place", "reply_by=1 December 2026")
    command.on(*asked, *places)
    words = text_of(out)
    for one in ("Hosting Ltd", "data in the mail server", "Export the mailbox.", "Please reply by 1 December 2026"):
        assert one in words
    assert "the place of the letter" in command.may(*asked, "--force", "--place", "poem=x").err


def test_an_extension_is_announced_and_the_letter_says_why(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    command.on("extend", number, "--law", "EU", "--reason", "Nine systems and many names of others.")
    command.on("letter", number, "extension", "--lang", "en", "--out", str(tmp_path / "longer.pdf"))
    assert "Nine systems and many names of others." in text_of(tmp_path / "longer.pdf")
    explained = command.on("explain", number, "--json").json
    assert "extended" in {step["kind"] for line in explained for step in line["steps"]}
    assert "19 November 2026" in command.on("explain", number).out


def test_one_request_under_two_laws(command: Command) -> None:
    number = command.on(
        "receive", str(SAMPLES / "access-request.eml"), "--law", "ID", "--place", "ID", "--law", "EU", "--place", "DE"
    ).out.strip()
    laws = command.on("list", "--json").json[0]["laws"]
    assert laws == [{"law": "ID", "place": "ID"}, {"law": "EU", "place": "DE"}]
    assert number in command.on("list").out


def test_a_letter_is_saved_again_byte_for_byte(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    letter = command.on("letter", number, "acknowledgement", "--lang", "en", "--out", str(tmp_path / "a.pdf")).out.strip()
    command.on("pdf", letter, "--out", str(tmp_path / "b.pdf"))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_backup_is_made_and_opens(command: Command) -> None:
    receive(command, "access-request.eml", "EU", "DE")
    made = command.on("backup").out.strip()
    said = command("--store", made, "--passphrase-file", str(command.secret), "list", "--json")
    assert (said.code, len(said.json)) == (0, 1)


def test_a_store_is_made_with_its_recovery_code(command: Command, tmp_path: Path) -> None:
    code = tmp_path / "recovery"
    said = command("init", str(tmp_path / "new"), "--passphrase-file", str(command.secret), "--recovery-out", str(code))
    assert said.code == 0
    assert re.fullmatch(r"[0-9A-Z-]{20,}\n", code.read_text(encoding="utf-8"))
    assert stat.S_IMODE(code.stat().st_mode) == 0o600
    assert code.read_text(encoding="utf-8").strip() not in said.out
    command.store = tmp_path / "new"
    assert command.on("list", "--json").json == []
    again = command(
        "init", str(tmp_path / "new"), "--passphrase-file", str(command.secret), "--recovery-out", str(tmp_path / "r2")
    )
    assert (again.code, is_one_sentence(again.err), (tmp_path / "r2").exists()) == (1, True, False)


def test_the_demo_is_made_and_listed(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    said = command("demo", str(folder), "--passphrase-file", str(command.secret), "--today", "2026-11-26")
    assert (said.code, said.err) == (0, "")
    played = [(RESOURCES / "demo" / f"{name}.toml").read_text(encoding="utf-8") for name in ("cases", "regulators")]
    cases = sum(text.count(head) for text in played for head in ("[[case]]", "[[complaint]]", "[[matter]]", "[[breach]]"))
    assert str(cases) in said.out
    command.store = folder
    lines = command.on("list", "--standing", "all", "--json").json
    assert len(lines) == cases
    assert {line["data_subject"] for line in lines if line["late"]} == {"Sari Wulandari", "Dewi Kusuma"}
    for line in lines[::11]:
        assert line["number"] in command.on("--language", "id", "show", line["number"]).out
        assert command.on("--language", "id", "explain", line["number"]).out
    assert command.on("verify").out.startswith("The store is sound")


def test_the_passphrase_comes_from_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\r\nmore\n".encode())))
    assert command("--store", str(command.store), "--passphrase-file", "-", "list").code == 0


def test_a_mail_comes_from_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((SAMPLES / "access-request.eml").read_bytes())))
    assert command.on("receive", "-", "--law", "EU", "--place", "DE").out.startswith("DSR-")


# Without a store


def test_a_table_of_deadlines_is_reckoned(command: Command, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(
        "id,law,place,rule,asks,flags,events,remark\n"
        "1,EU,DE,EU.respond,due,,request_received=2026-01-31,x\n"
        "2,ID,ID,ID.access,due,,request_received=2026-03-18T15:30 Asia/Jakarta,x\n"
        "3,XX,XX,XX.none,due,,request_received=2026-01-31,x\n",
        encoding="utf-8",
    )
    said = command("deadlines", str(table))
    rows = [row.split(",", 3) for row in said.out.splitlines()]
    assert (said.code, rows[0]) == (0, ["id", "due", "safe", "error"])
    assert rows[1] == ["1", "2026-03-02", "2026-02-28", ""]
    assert rows[2][1] == "2026-03-21T15:30+07:00"
    assert (rows[3][1], bool(rows[3][3])) == ("", True)


def test_the_laws_are_listed_with_sources_and_confidence(command: Command) -> None:
    laws = command("laws", "--json").json
    assert len(laws) == 37
    assert {"EU", "GB", "ID", "NZ", "US-CA"} < {law["id"] for law in laws}
    assert all(rule["source"] and rule["confidence"] in {"H", "M", "L"} for law in laws for rule in law["rules"])
    grounds = [ground for law in laws for ground in law["grounds"]]
    assert all(ground["article"] for ground in grounds)
    assert [ground["id"] for ground in grounds if not ground["dpv"]] == ["MY.frivolous"]  # the research names no term for it
    assert "EU.respond" in command("laws", "--language", "id").out


def test_neither_needs_the_store(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,law,place,rule,asks,flags,events\n", encoding="utf-8")
    program = (
        "import sys\nfrom workbench.__main__ import main\n"
        f"assert main(['deadlines', {str(tmp_path / 't.csv')!r}]) == 0\nassert main(['laws']) == 0\n"
        "assert not {'sqlalchemy', 'sqlcipher3', 'reportlab', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


# What goes wrong


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((), id="no command"),
        pytest.param(("sing",), id="a command that is none"),
        pytest.param(("list", "--loud"), id="an option that is none"),
        pytest.param(("list",), id="no store"),
        pytest.param(("show", "--store", "x"), id="no case"),
        pytest.param(("list", "--store", "x"), id="no passphrase"),
        pytest.param(("init", "x", "--passphrase-file", "y"), id="no place for the recovery code"),
        pytest.param(("demo", "x", "--passphrase-file", "y", "--today", "soon"), id="a day that is none"),
        pytest.param(("list", "--language", "de"), id="a language that it does not speak"),
        pytest.param(
            ("receive", "-", "--law", "EU", "--place", "DE", "--store", "x", "--passphrase-file", "-"), id="two things at once"
        ),
        pytest.param(
            ("receive", "x", "--law", "EU", "--law", "ID", "--place", "DE", "--store", "x", "--passphrase-file", "y"),
            id="a law without its place",
        ),
        pytest.param(
            ("dispatch", "L-1", "--sent", "2026-11-26T10:00", "--channel", "email", "--to", "x", "--store", "x"),
            id="an instant without its offset",
        ),
    ],
)
def test_wrong_use_is_one_sentence_and_code_two(command: Command, words: tuple[str, ...]) -> None:
    said = command(*words)
    assert (said.code, said.out) == (2, "")
    assert is_one_sentence(said.err), said.err


def refusals(number: str, tmp_path: Path) -> dict[str, tuple[str, ...]]:
    out = str(tmp_path / "x.pdf")
    return {
        "a case that is not there": ("show", "DSR-1999-0001"),
        "a right that is none": ("decide", number, "--right", "happiness", "--outcome", "granted"),
        "a right that was not asked": ("decide", number, "--right", "portability", "--outcome", "granted"),
        "an outcome that is none": ("decide", number, "--right", "access", "--outcome", "perhaps"),
        "a refusal without a ground": ("decide", number, "--right", "access", "--outcome", "refused", "--reason", "No."),
        "a ground that the law does not know": (
            "decide", number, "--right", "access", "--outcome", "refused", "--ground", "EU.bored", "--reason", "No.",
        ),
        "a ground that the law does not allow": (
            "decide", number, "--right", "access", "--outcome", "refused", "--ground", "EU.impractical", "--reason", "No.",
        ),
        "a refusal without a reason": ("decide", number, "--right", "access", "--outcome", "refused", "--ground", "EU.frivolous"),
        "a letter before the decision": ("letter", number, "answer", "--lang", "en", "--out", out),
        "a letter in no language we have": ("letter", number, "acknowledgement", "--lang", "pl", "--out", out),
        "a kind of letter that is none": ("letter", number, "poem", "--lang", "en", "--out", out),
        "a letter that is not there": ("dispatch", "L-1999-0001", "--channel", "email", "--to", "x"),
        "a closure before the answer": ("close", number),
        "a law that is not shipped": ("receive", str(SAMPLES / "access-request.eml"), "--law", "XX", "--place", "XX"),
        "a place that the law does not reach": ("receive", str(SAMPLES / "access-request.eml"), "--law", "EU", "--place", "US"),
        "a mail that is not there": ("receive", str(tmp_path / "no.eml"), "--law", "EU", "--place", "DE"),
        "a receipt in the future": (
            "receive", str(SAMPLES / "access-request.eml"), "--law", "EU", "--place", "DE", "--received", "2030-01-01T00:00+00:00",
        ),
        "an extension under a law of another case": ("extend", number, "--law", "GB", "--reason", "Much."),
    }  # fmt: skip


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_refusal_is_one_sentence_and_code_one_and_writes_nothing(command: Command, tmp_path: Path, language: str) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    before = command.on("show", number, "--json").out
    for name, words in refusals(number, tmp_path).items():
        said = command.may("--language", language, *words)
        assert (said.code, said.out) == (1, ""), name
        assert is_one_sentence(said.err), (name, said.err)
    assert command.on("show", number, "--json").out == before
    assert not list(tmp_path.glob("*.pdf"))
    assert not list(tmp_path.glob(".*.part"))
    assert command.on("verify", "--json").json["sound"]


@pytest.mark.parametrize(
    "secret",
    [
        pytest.param(b"wrong words entirely\n", id="another one"),
        pytest.param(b"\n", id="an empty line"),
        pytest.param(PASSPHRASE.upper().encode(), id="in capitals"),
        pytest.param(b"", id="an empty file"),
    ],
)
def test_every_wrong_passphrase_is_refused_in_the_same_words(command: Command, secret: bytes) -> None:
    command.secret.write_bytes(secret)
    said = command.may("list")
    assert (said.code, said.out) == (1, "")
    assert said.err == "workbench: This does not open the store. Check the passphrase or the code and try again.\n"


def test_a_passphrase_that_is_no_text_is_refused(command: Command) -> None:
    command.secret.write_bytes(b"\xff\xfe\xff")
    assert (command.may("list").code, is_one_sentence(command.may("list").err)) == (1, True)


def test_a_folder_without_a_store_is_said_to_be_that(command: Command, tmp_path: Path) -> None:
    command.store = tmp_path / "nothing"
    said = command.may("list")
    assert (said.code, is_one_sentence(said.err), command.store.exists()) == (1, True, False)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        pytest.param(b"\x89PNG not a mail", 1, id="a picture"),
        pytest.param(b"From: a@example.com\r\n" + b"X: y\r\n" * 400_000, 1, id="a bomb"),
        pytest.param(b"From: a@example.com\r\n\r\n" + b"a" * 50_000_000, 1, id="fifty megabytes"),
        pytest.param(b"", 0, id="nothing at all"),
    ],
)
def test_a_mail_that_cannot_be_read_is_kept_in_quarantine(command: Command, tmp_path: Path, content: bytes, kept: int) -> None:
    bad = tmp_path / "bad\x1b[31m.eml"
    bad.write_bytes(content)
    said = command.may("receive", str(bad), "--law", "EU", "--place", "DE")
    assert (said.code, said.out, is_one_sentence(said.err)) == (1, "", True)
    assert "\x1b" not in said.err
    office = reopened(command)
    found = ask(office, list_quarantine)
    office.close()
    assert [one.size for one in found] == [len(content)] * kept


def test_a_file_that_exists_is_not_replaced_unless_forced(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    out = tmp_path / "letter.pdf"
    out.write_text("mine", encoding="utf-8")
    words = ("letter", number, "acknowledgement", "--lang", "en", "--out", str(out))
    assert (command.may(*words).code, out.read_text(encoding="utf-8")) == (1, "mine")
    assert command.on("show", number, "--json").json["letters"] == []
    command.on(*words, "--force")
    assert out.read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_issued(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    said = command.may("letter", number, "acknowledgement", "--lang", "en", "--out", str(tmp_path / "no" / "x.pdf"))
    assert (said.code, is_one_sentence(said.err)) == (1, True)
    assert command.on("show", number, "--json").json["letters"] == []


def test_what_people_wrote_cannot_command_the_terminal(command: Command, tmp_path: Path) -> None:
    mail = tmp_path / "evil.eml"
    mail.write_bytes(
        b"From: Evil <e@example.com>\r\nSubject: =?utf-8?q?=1B]0;owned=07_=E2=80=AEabc?=\r\n"
        b"Date: Wed, 25 Nov 2026 10:00:00 +0000\r\n\r\nDelete my data\x1b[2J\r\n"
    )
    name = "Eve\x1b[2J\u202e\nDSR-2026-0001  Mallory"
    number = command.on("receive", str(mail), "--law", "EU", "--place", "DE", "--right", "erasure", "--name", name).out.strip()
    for words in (("list",), ("show", number), ("explain", number), ("list", "--json"), ("show", number, "--json")):
        out = command.on(*words).out
        assert not set(out) & set("\x1b\x07\x9b\u202e\r"), words
    assert command.on("list").out.count("\n") == 2


def test_a_damaged_store_is_named_and_left_as_it_is(command: Command) -> None:
    receive(command, "access-request.eml", "EU", "DE")
    database = command.store / "cases.db"
    data = bytearray(database.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 64] = bytes(64)
    database.write_bytes(data)
    said = command.may("verify")
    assert said.code == 1
    assert is_one_sentence(said.err)
    assert database.read_bytes() == bytes(data)


def test_a_store_in_use_can_be_read_and_not_written(command: Command) -> None:
    number = receive(command, "access-request.eml", "EU", "DE")
    office = reopened(command)
    assert command.on("show", number).out
    said = command.may("close", number)
    office.close()
    assert (said.code, is_one_sentence(said.err)) == (1, True)


def reopened(command: Command) -> Any:
    from workbench.bootstrap import open_office  # noqa: PLC0415  beside the command's own opening

    return open_office(command.store, passphrase=PASSPHRASE, clock=command.hand)


# The process


def run_process(words: list[str], **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "workbench", *words], check=False, cwd=ROOT, capture_output=True, **more)


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "workbench", "laws", "--json"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        complaint = process.stderr.read()
    assert complaint == b""


def test_a_terminal_of_few_letters_is_no_traceback(command: Command) -> None:
    receive(command, "access-request.eml", "EU", "DE")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = run_process(["--store", str(command.store), "--passphrase-file", str(command.secret), "list"], env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Lena V?gel" in done.stdout


def test_wrong_use_has_code_two_in_the_shell() -> None:
    done = run_process(["sing"])
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("way", ["argument", "environment"])
def test_there_is_no_way_to_give_the_passphrase_in_the_open(command: Command, way: str) -> None:
    words = ["--store", str(command.store), "list", *(["--passphrase", PASSPHRASE] if way == "argument" else [])]
    open_names = ("PASSPHRASE", "WORKBENCH_PASSPHRASE", "ONEE_PASSPHRASE")
    environment = {**os.environ, **(dict.fromkeys(open_names, PASSPHRASE) if way == "environment" else {})}
    assert run_process(words, env=environment).returncode == 2


def test_every_command_has_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    named: Callable[[str], list[str]] = lambda text: re.findall(r"^    (\w+) ", text, re.MULTILINE)  # noqa: E731  used once
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = named(capsys.readouterr().out)
    assert {"init", "demo", "list", "show", "verify", "receive", "decide", "letter", "deadlines", "laws"} <= set(commands)
    for one in commands:
        with pytest.raises(SystemExit) as ended:
            main([one, "--help"])
        assert ended.value.code == 0
