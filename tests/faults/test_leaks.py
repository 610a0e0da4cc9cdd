"""Nothing of the cases lies readable on the disk: not in the store, its log, its backups, nor in any temporary folder.

A session runs in a process of its own whose home, cache and temporary folders are the test's. The names, addresses and words of
the demo are then looked for as raw bytes in every file that the session left, in UTF-8 and in UTF-16: while it is at work, after
it was killed, and after it ended in peace. What the officer asked to be written elsewhere (letters) is outside.
"""

import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.makers import PASSPHRASE
from workbench.services.resources import RESOURCES

pytestmark = pytest.mark.xdist_group("leaks")  # one store is looked at again and again

PEOPLE = tomllib.loads((RESOURCES / "demo" / "people.toml").read_text(encoding="utf-8"))
SESSION = """
import sys
from functools import partial
from pathlib import Path
from workbench import bootstrap
from workbench.domain.commands import AttachEvidence, ComposeLetter
from workbench.domain.cases import CaseKind
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import LetterKind
from workbench.services import backup, demo, evidence, letters, search
from workbench.services.cases import case_page, list_cases
from workbench.services.office import ask, run
from workbench.services.verify import verify_office

office = bootstrap.open_office(Path(sys.argv[1]), passphrase=sys.stdin.readline().strip(), clock=lambda: demo.demo_now(demo.DEMO_DAY))
lines = ask(office, list_cases)
for line in [one for one in lines if one.kind is not CaseKind.REQUEST]:
    ask(office, partial(case_page, case_id=line.id))
for line in [one for one in lines if one.kind is CaseKind.REQUEST][:6]:
    page = ask(office, partial(case_page, case_id=line.id))
    ask(office, partial(letters.preview_letter, case_id=line.id, kind=LetterKind.ACKNOWLEDGEMENT, language="id"))
    new = NewEvidence("note.txt", "text/plain", page.case.subject.name.encode() * 20_000)
    run(office, partial(evidence.attach_evidence, AttachEvidence(case_id=line.id, evidence=new)))
    run(office, partial(letters.compose_letter, ComposeLetter(case_id=line.id, kind=LetterKind.ACKNOWLEDGEMENT, language="en")))
ask(office, partial(search.search, text="Wulandari"))
backup.back_up_office(office)
verify_office(office)
print("at work", flush=True)
sys.stdin.readline()
office.close()
"""


class Place:
    """The folders of one session, and the canaries that must not be found in them."""

    def __init__(self, root: Path) -> None:
        self.store = root / "watched" / "office"
        self.watched = root / "watched"
        self.elsewhere = root / "elsewhere"
        for name in ("home", "tmp", "cache", "config", "data", "state"):
            (self.watched / name).mkdir(parents=True)
        self.elsewhere.mkdir()
        self.secret = self.elsewhere / "secret"
        self.secret.write_text(PASSPHRASE + "\n", encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """Return an environment in which everything that a program writes lands in the watched folder."""
        folders = {"HOME": "home", "TMPDIR": "tmp", "TEMP": "tmp", "TMP": "tmp", "SQLITE_TMPDIR": "tmp"}
        folders |= {f"XDG_{kind.upper()}_HOME": kind for kind in ("cache", "config", "data", "state")}
        return {**os.environ, **{name: str(self.watched / folder) for name, folder in folders.items()}}

    def command(self, *words: str) -> str:
        """Run the headless command and return what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "workbench", *words, "--passphrase-file", str(self.secret)],
            cwd=RESOURCES.parent,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def session(self) -> subprocess.Popen[str]:
        """Start a session that works and then waits; return it once it waits."""
        process = subprocess.Popen(
            [sys.executable, "-c", SESSION, str(self.store)],
            cwd=RESOURCES.parent,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(PASSPHRASE + "\n")
        process.stdin.flush()
        assert process.stdout.readline() == "at work\n"
        return process


def canaries() -> Iterator[str]:
    """Give words that stand in the store and may stand nowhere on the disk."""
    for person in PEOPLE["person"].values():
        yield from (person["name"], person["email"], person["address"][0])
    yield from (
        "hfischer",
        "eleventh request",
        "NPWP pada akun",
        PASSPHRASE,
        "Pratama",
        "driving-licence",
        "BillingWordsOfNobody",
    )


def leaks(folder: Path) -> list[tuple[str, str]]:
    """Return each canary found in a file or in a file's name."""
    forms = {
        canary.encode(encoding).lower(): canary for canary in canaries() for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    }
    found: list[tuple[str, str]] = []
    for path in sorted(folder.rglob("*")):
        content = path.name.encode() + b"\n" + (path.read_bytes() if path.is_file() else b"")
        lowered = content.lower()
        found += [(path.name, canary) for form, canary in forms.items() if form in lowered]
    return found


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    made = Place(tmp_path_factory.mktemp("leaks"))
    made.command("demo", str(made.store))
    return made


def test_the_search_finds_what_lies_in_the_open(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\0x" + "Budi Santoso".encode("utf-16-le"))
    (tmp_path / "Sari Wulandari.txt").write_bytes(b"")
    assert {canary for _name, canary in leaks(tmp_path)} >= {"Budi Santoso", "Sari Wulandari"}


def test_nothing_is_readable_after_the_demo_was_made(place: Place) -> None:
    assert (place.store / "cases.db").stat().st_size > 500_000
    assert leaks(place.watched) == []


def test_nothing_is_readable_while_the_office_is_at_work_and_after_it_was_killed(place: Place) -> None:
    process = place.session()
    try:
        assert any(path.name.endswith("-wal") for path in place.store.iterdir())
        assert leaks(place.watched) == []
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert leaks(place.watched) == []


def test_nothing_is_readable_after_a_session_that_ended_in_peace(place: Place) -> None:
    process = place.session()
    process.communicate("\n")
    assert process.returncode == 0
    assert leaks(place.watched) == []


def test_nothing_is_readable_after_commands_that_read_and_write(place: Place) -> None:
    store = ("--store", str(place.store))
    mail = str(RESOURCES / "demo" / "access-request.eml")
    out = place.elsewhere / "letter.pdf"
    # The sample mail lies before the machine's day; the demo's own cases may lie after it.
    number = place.command(*store, "receive", mail, "--law", "EU", "--place", "DE", "--received", "2020-11-19T08:12:41+07:00")
    place.command(*store, "letter", number, "acknowledgement", "--lang", "en", "--out", str(out))
    place.command(*store, "list", "--standing", "all")
    place.command(*store, "show", number)
    place.command(*store, "backup")
    assert out.read_bytes().startswith(b"%PDF")
    assert "Lena Vögel" in place.command(*store, "list")
    assert leaks(place.watched) == []
    assert not [path for path in place.watched.rglob("*") if b"V\xc3\xb6gel" in (path.read_bytes() if path.is_file() else b"")]


def test_no_file_of_the_store_can_be_read_by_others(place: Place) -> None:
    modes = {path.name: path.stat().st_mode & 0o077 for path in (place.store, *place.store.rglob("*"))}
    assert set(modes.values()) == {0}, modes
