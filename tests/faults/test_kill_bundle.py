"""A program that is killed while it makes a bundle leaves no half bundle, and nothing of the case that can be read.

Each round kills the process after so many lines of progress and a moment, so that it dies while files are read, while pages are
joined, and while names are given.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.makers import Desktop, Hand, make_office
from tests.services.test_bundle import filled, follow, keep, plain_pdf
from workbench.services.resources import RESOURCES
from workbench.store.lock import LOCK

PAGES = 300
TELLING = (b"original page", b"Hannah", b"%PDF", b"PK\x03\x04", b"letter_issued")
KILLS = {
    "at the first file": (2, 0.0),
    "while a file of others is read": (6, 0.01),
    "after the last file": (8, 0.0),
    "at the first page": (12, 0.0),
    "in the middle of the pages": (150, 0.0),
    "at the last page": (PAGES + 5, 0.0),
}

pytestmark = pytest.mark.skipif(
    not (hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir()), reason="this system knows no files without a name"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store whose first case has letters and files of every sort, and a PDF of many pages."""
    folder = tmp_path_factory.mktemp("killed") / "office"
    office, _code = make_office(folder, hand := Hand())
    desktop = Desktop(office, hand)
    assert filled(desktop) == 1
    keep(desktop, 1, "many.pdf", plain_pdf(PAGES), "application/pdf")
    office.close()
    return folder


def killed(store: Path, out: Path, lines: int, wait: float) -> bool:
    """Start a bundle, kill the process after so many lines and a moment, and return whether it was done before."""
    words = [sys.executable, "-m", "tests.faults.bundling", str(store), str(out)]
    with subprocess.Popen(words, cwd=RESOURCES.parent, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(lines):
            if b"done" in process.stdout.readline():
                break
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return b"done" in process.stdout.read()


def prove(out: Path) -> bool:
    """Look for what may not be there, and return whether a whole bundle is."""
    whole = [path for path in out.iterdir() if not path.name.startswith(".")]
    for folder in whole:
        well, said = follow(folder)
        assert well, said
        subprocess.run(["rm", "-r", str(folder / folder.name)], check=True)  # what the note unpacked
    left = [path for path in out.rglob("*") if path.is_file() and not any(path.is_relative_to(one) for one in whole)]
    for path in left:
        data = path.read_bytes()
        assert path.name == LOCK or path.name.startswith("README-") or path.suffix == ".sha256" or not data, path
        assert not any(telling in data for telling in TELLING), path
    return bool(whole)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("moment", KILLS)
def test_a_killed_bundle_leaves_neither_a_half_nor_anything_that_can_be_read(store: Path, tmp_path: Path, moment: str) -> None:
    assert not killed(store, tmp_path, *KILLS[moment])
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")]
    assert not prove(tmp_path)


@pytest.mark.timeout(300)
def test_the_bundle_after_many_killed_ones_is_whole_and_alone(store: Path, tmp_path: Path) -> None:
    chance = random.Random(11)  # noqa: S311  a repeatable play
    for _round in range(6):
        killed(store, tmp_path, chance.randint(1, PAGES + 20), chance.uniform(0.0, 0.3))
        prove(tmp_path)
    assert killed(store, tmp_path, PAGES * 2, 0.0) or prove(tmp_path)
    assert prove(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
