"""The lock: one program per store, and none when its holder was killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.store.errors import StoreInUseError, StoreMissingError, StoreUnreachableError
from workbench.store.lock import LOCK, hold

HOLDER = (
    "import pathlib, sys, time; from workbench.store.lock import hold; "
    "kept = hold(pathlib.Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
)


def test_a_second_holder_is_told_who_holds_it(tmp_path: Path) -> None:
    with hold(tmp_path):
        with pytest.raises(StoreInUseError) as refused:
            hold(tmp_path)
        assert refused.value.details == {"pid": os.getpid()}
    hold(tmp_path).release()


def test_a_lock_given_back_twice_is_given_back(tmp_path: Path) -> None:
    lock = hold(tmp_path)
    lock.release()
    lock.release()
    hold(tmp_path).release()


def test_the_lock_of_a_killed_program_is_free_at_once(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(StoreInUseError) as refused:
        hold(tmp_path)
    assert refused.value.details == {"pid": holder.pid}
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    hold(tmp_path).release()


def test_the_lock_file_is_private_and_holds_a_number_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with hold(tmp_path):
            assert (tmp_path / LOCK).read_text() == str(os.getpid())
            assert (tmp_path / LOCK).stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


def test_an_unreadable_holder_is_process_zero(tmp_path: Path) -> None:
    with hold(tmp_path):
        (tmp_path / LOCK).write_text("nobody")
        with pytest.raises(StoreInUseError) as refused:
            hold(tmp_path)
    assert refused.value.details == {"pid": 0}


def test_a_folder_that_is_not_there_is_a_missing_store(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        hold(tmp_path / "nowhere")


def test_a_lock_that_cannot_be_made_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / LOCK).mkdir()
    with pytest.raises(StoreUnreachableError):
        hold(tmp_path)
