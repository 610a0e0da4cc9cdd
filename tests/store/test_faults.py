"""Faults: killed programs, several writers, a full disk, loose words on the disk. Nothing acknowledged is ever lost."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.store.makers import CANARIES, NOW, PASSPHRASE, Made, add_case, add_event, fill, make_store
from workbench.domain.cases import EventKind
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import NewEvidence
from workbench.store import backup, cases, evidence, journal, keys
from workbench.store.engine import Store, create_store
from workbench.store.errors import DiskFullError
from workbench.store.verify import verify

ROOT = Path(__file__).parents[2]
ROUNDS = 20


def _start(made: Made, job: str, *, before: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start a program that does real work on the store and says so after each commit; the key comes by standard input."""
    worker = subprocess.Popen(
        [*before, sys.executable, "-m", "tests.store.worker", str(made.folder), job],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdin is not None
    worker.stdin.write(made.key.hex() + "\n")
    worker.stdin.flush()
    return worker


def _read_to_the_end(worker: subprocess.Popen[str]) -> list[str]:
    assert worker.stdout is not None
    assert worker.stdin is not None
    said = worker.stdout.read().split("\n")[:-1]
    worker.stdout.close()
    worker.stdin.close()
    worker.wait()
    return said


def test_a_killed_program_loses_nothing_it_acknowledged(empty: Made) -> None:
    chance = random.Random(20261126)  # noqa: S311  when to kill is no secret
    acknowledged = 0
    for _ in range(ROUNDS):
        worker = _start(empty, "everything")
        assert worker.stdout is not None
        said = [worker.stdout.readline().strip() for _ in range(chance.randint(1, 8))]
        time.sleep(chance.uniform(0.0, 0.06))
        worker.send_signal(signal.SIGKILL)
        said += _read_to_the_end(worker)
        acknowledged += said.count("event")
        store = empty.open()
        assert verify(store) == ()
        with store.reading() as session:
            events = sum(len(cases.load(session, case_id).events) for case_id in cases.ids(session))
        assert events >= acknowledged
        acknowledged = events
        for made in backup.list_backups(empty.folder):
            backup.prove_copy(made.path)
        store.close()
    assert acknowledged > ROUNDS


def test_four_programs_write_one_unbroken_chain(empty: Made) -> None:
    store = empty.open()
    with store.writing() as session:
        add_case(session)
    workers = [_start(empty, "events") for _ in range(4)]
    for worker in workers:
        assert _read_to_the_end(worker) == ["ready"] + ["event"] * 40
        assert worker.returncode == 0
    with store.reading() as session:
        assert [event.seq for event in cases.load(session, 1).events] == list(range(1, 161))
        assert journal.check_chain(session) == []
        assert journal.head(session).length == 162
    assert verify(store) == ()
    store.close()


@pytest.mark.soak
@pytest.mark.parametrize("fault", ["error=EIO", "error=ENOSPC", "signal=KILL"])
@pytest.mark.parametrize("call", ["pwrite64", "fsync", "ftruncate", "unlink", "rename"])
def test_a_call_that_fails_at_any_moment_leaves_a_sound_store(empty: Made, call: str, fault: str) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    acknowledged = 0
    for moment in (1, 2, 3, 5, 8, 13, 21, 34):
        inject = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"inject={call}:{fault}:when={moment}"]
        worker = _start(empty, "once", before=[*inject, "-e", f"trace={call}"])
        said = _read_to_the_end(worker)
        assert worker.returncode == 0 or said[-1:] in (["refused"], ["event"], ["ready"]) or not said
        assert worker.returncode in {0, 3, -signal.SIGKILL, 128 + signal.SIGKILL}, (moment, said)
        acknowledged += said.count("event")
        store = empty.open()
        assert verify(store) == ()
        with store.reading() as session:
            events = sum(len(cases.load(session, case_id).events) for case_id in cases.ids(session))
        assert events >= acknowledged
        acknowledged = events
        for made in backup.list_backups(empty.folder):
            backup.prove_copy(made.path)
        store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes; skipped where the tests may not mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("mounting a small disk needs the rights of root")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _fill_up(store: Store) -> int:
    """Keep files until the disk is full; return how many were kept."""
    kept = 0
    while kept < 100:
        try:
            with store.writing() as session:
                evidence.add(session, 1, NewEvidence("a", "b", os.urandom(100_000)), added_at=NOW, officer_id=1)
                add_event(session, 1, EventKind.EVIDENCE_ADDED)
        except DiskFullError:
            return kept
        kept += 1
    return kept


def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path) -> None:
    made = make_store(small_disk / "office")
    store = made.open()
    with store.writing() as session:
        add_case(session)
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(1_500_000))
    kept = _fill_up(store)
    assert 0 < kept < 40
    with pytest.raises(DiskFullError):
        backup.back_up(store, at=NOW)
    assert not list((made.folder / "backups").iterdir())
    with store.reading() as session:
        assert len(evidence.list_for_case(session, 1)) == len(cases.load(session, 1).events) == kept
    ballast.unlink()
    with store.writing() as session:
        add_event(session, 1, text="there is room again")
    assert verify(store) == ()
    store.close()
    again = made.open()
    with again.reading() as session:
        assert len(cases.load(session, 1).events) == kept + 1
    assert verify(again) == ()
    again.close()


def test_a_full_disk_leaves_the_old_keys(small_disk: Path) -> None:
    folder = small_disk / "office"
    new = keys.create_keys(folder, passphrase=PASSPHRASE, cost=keys.FLOOR)
    before = (folder / "keys.json").read_bytes()
    (small_disk / "ballast").write_bytes(bytes(_free(small_disk)))
    with pytest.raises(DiskFullError):
        keys.new_recovery_code(folder, new.data_key, officer_id=1)
    assert (folder / "keys.json").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["keys.json"]


def test_a_store_that_finds_no_room_is_not_made(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(_free(small_disk) - 40_000))
    with pytest.raises(DiskFullError):
        create_store(small_disk / "office", bytes(32))
    assert not (small_disk / "office" / "cases.db").exists()


def _free(disk: Path) -> int:
    return shutil.disk_usage(disk).free


def test_nothing_readable_lies_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private = tmp_path / "temp"
    private.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(private))
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    made = make_store(tmp_path / "office")
    store = made.open()
    with store.writing() as session:
        fill(session)
        for _ in range(40):
            add_event(session, 1, text="\n".join(CANARIES.values()) * 20)
    backup.back_up(store, at=NOW)
    with pytest.raises(WorkbenchError), store.writing() as session:
        cases.load(session, fill(session).id + 1)
    seen = _scanned(tmp_path)
    assert {"cases.db", "cases.db-wal", "cases.db-shm", "keys.json", "backup.json"} <= seen
    assert verify(store) == ()
    _scanned(tmp_path)
    store.close()
    _scanned(tmp_path)
    assert list(private.iterdir()) == []


def _scanned(folder: Path) -> set[str]:
    """Look through every file below a folder for every canary, in the encodings a file might hold it in."""
    seen = set()
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            seen.add(path.name)
            for name, words in CANARIES.items():
                for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                    assert words.encode(encoding) not in data, f"{name} stands in {path.name}"
    return seen


def test_the_scan_itself_finds_what_lies_open(tmp_path: Path) -> None:
    (tmp_path / "open").write_text(f"... {CANARIES['nik']} ...")
    with pytest.raises(AssertionError, match="nik stands in open"):
        _scanned(tmp_path)


def test_the_store_says_nothing_on_any_stream(empty: Made, capfd: pytest.CaptureFixture[str]) -> None:
    store = empty.open()
    with store.writing() as session:
        fill(session)
    backup.back_up(store, at=NOW)
    verify(store)
    store.close()
    assert capfd.readouterr() == ("", "")
