"""One window per store: the second start brings the first forward, and the claim of a killed program is void."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.instance import Claim
from ui.main_window import MainWindow
from ui.safe import Label

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.instance import Claim
app = QCoreApplication([])
claim = Claim(Path(sys.argv[1]), Path(sys.argv[2]))
print(claim.take(), flush=True)
claim.watch(lambda: print("forward", flush=True))
app.exec()
"""


def test_the_second_start_asks_the_first_to_come_forward(qapp: QApplication, tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "store"), str(tmp_path / "state")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as first:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "True"
        second = Claim(tmp_path / "store", tmp_path / "state", qapp)

        assert not second.take()
        assert second.ask_other(10.0)
        assert first.stdout.readline().strip() == "forward"
        first.kill()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a kill that cannot be caught")
def test_the_claim_of_a_killed_program_is_taken_over(qapp: QApplication, tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "store"), str(tmp_path / "state")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as first:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "True"
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    begun = time.monotonic()

    assert Claim(tmp_path / "store", tmp_path / "state", qapp).take()
    assert time.monotonic() - begun < 5


def test_other_stores_can_be_open_at_the_same_time(qapp: QApplication, tmp_path: Path) -> None:
    one = Claim(tmp_path / "one", tmp_path / "state", qapp)
    other = Claim(tmp_path / "other", tmp_path / "state", qapp)

    assert one.take()
    assert other.take()
    one.release()
    other.release()


def test_a_request_that_nobody_answers_is_taken_back(qapp: QApplication, tmp_path: Path) -> None:
    claim = Claim(tmp_path / "store", tmp_path / "state", qapp)

    assert not claim.ask_other(0.1)
    assert not list((tmp_path / "state").glob("*.raise"))


def test_the_name_of_a_claim_tells_nothing_of_the_folder(qapp: QApplication, tmp_path: Path) -> None:
    claim = Claim(tmp_path / "Klien Rahasia", tmp_path / "state", qapp)
    claim.take()

    assert not [path for path in (tmp_path / "state").iterdir() if "Klien" in path.name]
    claim.release()


def test_a_window_whose_other_does_not_answer_opens_for_reading(
    make_window: Callable[[Path], MainWindow], closed_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Claim, "ask_other", lambda _claim: False)
    other = Claim(closed_office, tmp_path / "state")
    assert other.take()
    window = make_window(closed_office)

    assert window.take_claim()
    door = window.centralWidget()
    assert door is not None
    subtitle = door.findChild(Label, "doorSubtitle")
    assert subtitle is not None
    assert subtitle.text() == "Privacy office, for reading only"
    other.release()


def test_a_window_leaves_when_the_other_came_forward(
    make_window: Callable[[Path], MainWindow], closed_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Claim, "ask_other", lambda _claim: True)
    other = Claim(closed_office, tmp_path / "state")
    assert other.take()

    assert not make_window(closed_office).take_claim()
    other.release()
