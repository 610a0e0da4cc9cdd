"""A killed process loses nothing that was acknowledged and leaves nothing damaged.

Each round: an office at work in a process of its own is killed after 30 to 250 ms; then the store is opened, proved, and asked
for everything that was ever acknowledged. Sixty rounds by default, a thousand with `-m soak`.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.makers import PASSPHRASE, make_office
from workbench import bootstrap
from workbench.domain.letters import LetterState
from workbench.domain.phases import Phase
from workbench.services.backup import list_backups
from workbench.services.cases import case_page, list_cases
from workbench.services.letters import list_letters
from workbench.services.lines import CaseFilter, CasePage
from workbench.services.office import ask, utc_now
from workbench.services.resources import RESOURCES
from workbench.services.verify import verify_office

SHORTEST, LONGEST = 0.030, 0.250
ROUNDS_PER_STORE = 15
REACHED = {
    "compose": {LetterState.DRAFT, LetterState.ISSUED, LetterState.DISPATCHED},
    "approve": {LetterState.ISSUED, LetterState.DISPATCHED},
    "dispatch": {LetterState.DISPATCHED},
}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the office at work is forked, which this system cannot")


@dataclass
class Killer:
    """Starts offices at work and kills them."""

    process: subprocess.Popen[str]
    chance: random.Random
    acknowledged: list[dict[str, Any]] = field(default_factory=list)

    def round(self, folder: Path) -> list[dict[str, Any]]:
        """Let an office work for a moment, kill it, and return what it had acknowledged."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{folder} {self.chance.getrandbits(32)}\n")
        self.process.stdin.flush()
        pid = self._line()["pid"]
        # On a slow day nothing may be done within the moment: every other round begins with the first finished change.
        said = [self._line()] if self.chance.random() < 0.5 else []
        time.sleep(self.chance.uniform(SHORTEST, LONGEST))
        os.kill(pid, signal.SIGKILL)
        while "gone" not in (line := self._line()):
            said.append(line)
        return said

    def _line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the office at work ended by itself"
        found: dict[str, Any] = json.loads(line)
        assert "gone" not in found or len(found) == 1
        return found


@contextmanager
def killer(seed: int) -> Iterator[Killer]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.at_work"],
        cwd=RESOURCES.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Killer(process, random.Random(seed))  # noqa: S311  a repeatable play
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def prove(folder: Path, acknowledged: list[dict[str, Any]]) -> None:
    """Open the store as its next user would and look for every acknowledged change."""
    office = bootstrap.open_office(folder, passphrase=PASSPHRASE)
    try:
        assert verify_office(office) == ()
        lines = ask(office, partial(list_cases, chosen=CaseFilter(standing="all")))
        wanted = {fact["case"] for fact in acknowledged if "case" in fact}
        pages = {line.number: ask(office, partial(case_page, case_id=line.id)) for line in lines if line.number in wanted}
        letters = {line.number: line.state for line in ask(office, list_letters)}
        backups = {str(one.path) for one in list_backups(folder)}
    finally:
        office.close()
    for fact in acknowledged:
        assert kept(fact, pages, letters, backups), fact


def kept(  # noqa: PLR0911  one return for each kind of change
    fact: dict[str, Any], pages: dict[str, CasePage], letters: dict[str, LetterState], backups: set[str]
) -> bool:
    """Return whether one acknowledged change is there."""
    if fact["did"] == "backup":
        return fact["path"] in backups
    if fact["did"] in REACHED:
        return letters.get(fact["letter"]) in REACHED[fact["did"]]
    page = pages.get(fact["case"])
    if page is None:
        return False
    match fact["did"]:
        case "register":
            return page.case.request.text == fact["token"] and len(page.evidence) > 0
        case "decide":
            return len(page.case.decisions) == 1
        case "close":
            return page.phase is Phase.CLOSED
        case "note":
            return any(event.text == fact["token"] for event in page.case.events)
        case "attach":
            return any(one.name == fact["token"] and one.size == 1024 * 1024 for one in page.evidence)
        case _:
            return False


def kill_again_and_again(tmp_path: Path, rounds: int, seed: int) -> Counter[str]:
    """Kill an office that many times, prove it each time, and return what was acknowledged in all."""
    done: Counter[str] = Counter()
    with killer(seed) as at_work:
        for first in range(0, rounds, ROUNDS_PER_STORE):
            folder = tmp_path / f"office-{first}"
            office, _code = make_office(folder, utc_now)
            office.close()
            acknowledged: list[dict[str, Any]] = []
            for _round in range(min(ROUNDS_PER_STORE, rounds - first)):
                said = at_work.round(folder)
                acknowledged += said
                prove(folder, said)
            prove(folder, acknowledged)
            done.update(fact["did"] for fact in acknowledged)
    return done


@pytest.mark.timeout(600)
def test_sixty_kills_lose_nothing_and_damage_nothing(tmp_path: Path) -> None:
    done = kill_again_and_again(tmp_path, rounds=60, seed=1)
    assert set(done) >= {"register", "decide", "compose", "note"}
    assert done.total() >= 30


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_thousand_kills_lose_nothing_and_damage_nothing(tmp_path: Path) -> None:
    done = kill_again_and_again(tmp_path, rounds=1000, seed=2)
    assert set(done) == {"register", "decide", "compose", "approve", "dispatch", "close", "note", "attach", "backup"}
