"""A batch killed in the middle leaves whole letters and cases that wait; taken up again, it issues each letter once.

The command itself is killed (not asked to end) at a moment of chance, again and again, until the batch is done.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from tests.makers import EU_DE, JAKARTA, PASSPHRASE, make_office
from workbench import bootstrap
from workbench.domain.batches import ItemState
from workbench.domain.cases import Channel
from workbench.domain.changes import Changes
from workbench.domain.commands import RegisterRequest, StartBatch
from workbench.domain.letters import LetterKind, LetterState
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.services import batch, intake, letters
from workbench.services.office import Desk, ask, run, utc_now
from workbench.services.resources import RESOURCES
from workbench.services.verify import verify_office

CASES = 100
LONGEST = 0.6
MOST_ROUNDS = 40

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")


def begun(folder: Path, count: int) -> int:
    """Make an office with a batch whose cases all wait, and return the id of the batch."""
    office, _code = make_office(folder, utc_now)

    def fill(desk: Desk) -> Changes:
        ids = []
        for at in range(count):
            request = RegisterRequest(
                subject=DataSubject("Mira " + "".join("IVXLCDM"[int(digit) % 7] for digit in f"{at:03d}"), f"p{at}@m.example"),
                received_at=desk.now,
                zone=JAKARTA,
                channel=Channel.EMAIL,
                rights=(Right.ACCESS,),
                laws=(EU_DE,),
                text="Please tell me what you hold about me.",
            )
            ids.append(intake.register_request(request, desk).created or 0)
        return batch.start_batch(StartBatch(kind=LetterKind.ACKNOWLEDGEMENT, case_ids=tuple(ids)), desk)

    made = run(office, fill).created or 0
    office.close()
    return made


def resume(folder: Path, secret: Path) -> "subprocess.Popen[bytes]":
    """Start the command that goes on with the batch."""
    command = [
        "--store",
        str(folder),
        "--passphrase-file",
        str(secret),
        "batch",
        "resume",
        "B-" + _year(folder),
        "--processes",
        "2",
    ]
    return subprocess.Popen(
        [sys.executable, "-m", "workbench", *command], cwd=RESOURCES.parent, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def _year(folder: Path) -> str:
    office = bootstrap.open_office(folder, passphrase=PASSPHRASE, read_only=True)
    number = ask(office, batch.list_batches)[0].number
    office.close()
    return number.removeprefix("B-")


def kill(process: "subprocess.Popen[bytes]", chance: random.Random) -> None:
    """Kill the command a moment after its first portion, together with nobody else."""
    assert process.stderr is not None
    process.stderr.readline()
    time.sleep(chance.uniform(0, LONGEST))
    process.kill()
    process.wait(timeout=30)
    process.stderr.close()


def prove(folder: Path, batch_id: int) -> Counter[ItemState]:
    """Open the store as its next user would, prove it, and return where the cases stand."""
    office = bootstrap.open_office(folder, passphrase=PASSPHRASE)
    try:
        assert verify_office(office) == ()
        items = ask(office, partial(batch.batch_items, batch_id=batch_id))
        every = ask(office, letters.list_letters)
    finally:
        office.close()
    assert {line.state for line in every} <= {LetterState.ISSUED}
    assert Counter(line.case_id for line in every) == Counter(item.case_id for item in items if item.letter_id is not None)
    numbers = sorted(int(line.number.rpartition("-")[2]) for line in every)
    assert numbers == list(range(1, len(every) + 1)), "a kill leaves no gap in the numbers"
    return Counter(item.state for item in items)


def _drawing(parent: int) -> list[int]:
    """Return the processes that draw for a command."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            if int(words[1]) == parent:
                found.append(int(entry.name))
    return found


@pytest.mark.timeout(600)
def test_a_batch_killed_again_and_again_issues_each_letter_once(tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311  a repeatable play
    folder, secret = tmp_path / "office", tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    batch_id = begun(folder, CASES)
    kills = 0
    for _round in range(MOST_ROUNDS):
        kill(resume(folder, secret), chance)
        kills += 1
        if not prove(folder, batch_id)[ItemState.WAITING]:
            break
    assert kills > 1
    assert prove(folder, batch_id) == {ItemState.ISSUED: CASES}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system does not tell its processes")
@pytest.mark.timeout(120)
def test_the_drawing_processes_end_with_the_command_that_is_killed(tmp_path: Path) -> None:
    folder, secret = tmp_path / "office", tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    begun(folder, 60)
    process = resume(folder, secret)
    assert process.stderr is not None
    process.stderr.readline()
    drawing = _drawing(process.pid)
    process.kill()
    process.wait(timeout=30)
    process.stderr.close()
    assert len(drawing) == 2
    ends = time.monotonic() + 30
    while any(_alive(pid) for pid in drawing) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in drawing)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
