"""Hostile files are read in a fresh process that may only compute: never in ours.

The process is an isolated Python (no site packages, no environment, no Qt) under limits of memory, time, files and
writing. The file goes in by its standard input and a plain JSON value comes out; a process that dies, in whatever way, is a
file that cannot be read. Sizes are in bytes, times in seconds.
"""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from workbench.formats.problems import ImportProblemError, Problem

MAX_BYTES: Final = 25 * 1024 * 1024
"""The largest file a worker is given."""

_ENTRY: Final = Path(__file__).with_name("worker_entry.py")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use: `memory` bytes of address space, `cpu` and `wall` seconds; `size` bytes of input."""

    memory: int = 1024 * 1024 * 1024
    cpu: int = 5
    wall: float = 30.0
    size: int = MAX_BYTES


DEFAULT_LIMITS: Final = Limits()


def run_in_worker(
    reader_name: str, data: bytes, *, options: tuple[str, ...] = (), limits: Limits = DEFAULT_LIMITS
) -> dict[str, Any]:
    """Return what the named reader found in `data`, as the plain JSON object that it wrote.

    Args:
        reader_name: a key of `worker_entry.READERS`.
        data: the bytes of the file.
        options: plain words for the reader; never the file's own words, for other processes can read them.
        limits: what the process may use.

    Raises:
        ImportProblemError: the file is empty or too large, or the reader refused it, died or took too long.
    """
    if not data:
        raise ImportProblemError(Problem.EMPTY)
    if len(data) > limits.size:
        raise ImportProblemError(Problem.TOO_LARGE)
    return _answer(*_run(_command(reader_name, options, limits), data, limits.wall))


def _command(reader_name: str, options: tuple[str, ...], limits: Limits) -> list[str]:
    isolated = ["-I", "-S", "-B", "-X", "utf8"]
    return [sys.executable, *isolated, str(_ENTRY), reader_name, str(limits.memory), str(limits.cpu), *options]


def _run(command: list[str], data: bytes, wall: float) -> tuple[int, bytes]:
    # Windows cannot load its own libraries without the first; nothing else of our environment is passed on.
    environment = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and our own file, no shell
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ENTRY.parent,
            env=environment,
            timeout=wall,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise ImportProblemError(Problem.TIMED_OUT) from error
    except OSError as error:
        raise ImportProblemError(Problem.READER_FAILED) from error
    return done.returncode, done.stdout


def _answer(code: int, output: bytes) -> dict[str, Any]:
    if code == -getattr(signal, "SIGXCPU", 0) and code:
        raise ImportProblemError(Problem.TIMED_OUT)
    if code != 0:
        raise ImportProblemError(Problem.UNREADABLE)
    try:
        answer = json.loads(output)
    except (ValueError, RecursionError) as error:
        raise ImportProblemError(Problem.UNREADABLE) from error
    if not isinstance(answer, dict):
        raise ImportProblemError(Problem.UNREADABLE)
    if "problem" in answer:
        raise ImportProblemError(_problem(answer["problem"]))
    found = answer.get("found")
    if not isinstance(found, dict):
        raise ImportProblemError(Problem.UNREADABLE)
    return found


def _problem(named: object) -> Problem:
    return next((problem for problem in Problem if problem.value == named), Problem.UNREADABLE)
