"""The worker process: what it may use, and that no end of it is an end of ours."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.formats.corpus import HEAD, nested_messages
from workbench.formats import worker
from workbench.formats.mail import read_mail
from workbench.formats.problems import ImportProblemError, Problem
from workbench.formats.worker import Limits, run_in_worker

MAIL = HEAD + b"\r\nPlease delete my data.\r\n"
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are Unix's")


def entry_replaced(monkeypatch: pytest.MonkeyPatch, folder: Path, program: str) -> None:
    entry = folder / "entry.py"
    entry.write_text(program, encoding="utf-8")
    monkeypatch.setattr(worker, "_ENTRY", entry)


def within_limits(statement: str) -> str:
    return (
        f"import sys; sys.path.insert(0, {str(Path(worker.__file__).parents[2])!r})\n"
        "from workbench.formats.worker_entry import limit_this_process\n"
        "limit_this_process(memory=512 * 1024 * 1024, cpu=1)\n"
        f"sys.stdin.buffer.read()\n{statement}\n"
    )


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        pytest.param("raise ValueError('a bug')", Problem.UNREADABLE, id="an exception"),
        pytest.param("import os; os._exit(0)", Problem.UNREADABLE, id="a silent end"),
        pytest.param("print('nonsense')", Problem.UNREADABLE, id="an answer that is no JSON"),
        pytest.param("print('[' * 100000)", Problem.UNREADABLE, id="an answer that is too deep"),
        pytest.param("print('[1]')", Problem.UNREADABLE, id="an answer that is no object"),
        pytest.param("print('{}')", Problem.UNREADABLE, id="an answer without content"),
        pytest.param('print(\'{"problem": "unheard_of"}\')', Problem.UNREADABLE, id="a reason nobody knows"),
        pytest.param("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", Problem.UNREADABLE, id="killed", marks=on_unix),
        pytest.param("import ctypes; ctypes.string_at(0)", Problem.UNREADABLE, id="a crash in C", marks=on_unix),
        pytest.param("x = bytearray(2_000_000_000)", Problem.UNREADABLE, id="too much memory", marks=on_unix),
        pytest.param("while True: pass", Problem.TIMED_OUT, id="too much computing", marks=on_unix),
        pytest.param("import time; time.sleep(60)", Problem.TIMED_OUT, id="too much waiting"),
    ],
)
def test_a_worker_that_ends_badly_is_a_file_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, statement: str, reason: Problem
) -> None:
    entry_replaced(monkeypatch, tmp_path, within_limits(statement))
    began = time.monotonic()
    with pytest.raises(ImportProblemError) as refused:
        run_in_worker("mail", MAIL, limits=Limits(wall=8.0))
    assert refused.value.reason is reason
    assert time.monotonic() - began < 60


@on_unix
@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("with open('left-behind', 'w') as left: left.write('x')", id="write a file"),
        pytest.param("import subprocess; subprocess.run(['/bin/true'])", id="start a program"),
        pytest.param("[open('/dev/null') for _ in range(100)]", id="open many files"),
    ],
)
def test_a_worker_may_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, statement: str) -> None:
    if os.geteuid() == 0 and "subprocess" in statement:
        statement = "import resource; assert resource.getrlimit(resource.RLIMIT_NPROC) != (0, 0)"  # root is above that limit
    entry_replaced(monkeypatch, tmp_path, within_limits(statement + "\nprint('{\"found\": {}}')"))
    with pytest.raises(ImportProblemError, match="unreadable"):
        run_in_worker("mail", MAIL)


def test_the_reader_itself_is_killed_and_we_read_on() -> None:
    with pytest.raises(ImportProblemError):
        read_mail(MAIL + b"x" * 1_000_000, limits=Limits(wall=0.001))
    assert read_mail(MAIL).from_email == "writer@example.com"


@on_unix
def test_memory_beyond_the_limit_is_said_to_be_that() -> None:
    with pytest.raises(ImportProblemError) as refused:
        read_mail(HEAD + b"\r\n" + b"Please delete my data\r\n" * 400_000, limits=Limits(memory=60 * 1024 * 1024))
    assert refused.value.reason in {Problem.OUT_OF_MEMORY, Problem.UNREADABLE}


def test_an_interpreter_that_is_not_there_is_a_problem_not_a_crash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with pytest.raises(ImportProblemError, match="reader_failed"):
        run_in_worker("mail", MAIL)


def test_the_worker_imports_nothing_but_the_standard_library_and_the_reader() -> None:
    entry = Path(worker.__file__).with_name("worker_entry.py")
    program = (
        "import runpy, sys; sys.argv = ['entry', 'mail', str(2**30), '10']\n"
        f"try:\n    runpy.run_path({str(entry)!r}, run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        "print()\nprint(' '.join(sorted({name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names))))\n"
        "print(' '.join(sorted(name for name in sys.modules if name.startswith('workbench'))))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program], input=MAIL, capture_output=True, check=True)
    foreign, ours = done.stdout.decode().splitlines()[1:]
    assert set(foreign.split()) <= {"__main__", "__mp_main__", "workbench"}
    assert set(ours.split()) == {
        "workbench",
        "workbench.domain",
        "workbench.domain.errors",
        "workbench.formats",
        "workbench.formats.mail_reading",
        "workbench.formats.problems",
    }


def test_the_worker_sees_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ONEE_TEST_SECRET", "canary")
    entry_replaced(
        monkeypatch,
        tmp_path,
        "import json, os, sys; sys.stdin.buffer.read(); print(json.dumps({'found': {'seen': sorted(os.environ)}}))",
    )
    assert "ONEE_TEST_SECRET" not in run_in_worker("mail", MAIL)["seen"]


def test_mails_within_mails_beyond_the_stack_are_too_deep() -> None:
    with pytest.raises(ImportProblemError, match="too_deep"):
        read_mail(nested_messages(600))
