"""The worker process: takes its limits first, then reads one file from standard input and writes one JSON object.

It runs as a file of its own in an isolated interpreter: `worker_entry.py READER MEMORY CPU [OPTION ...]`. There is no
catch-all here: what is not foreseen ends the process, and the end of the process is the answer.
"""

import importlib
import json
import sys
from pathlib import Path

READERS: dict[str, str] = {"mail": "workbench.formats.mail_reading"}
"""The readers by name: modules with `read(data, options) -> JSON object` and `Refused(reason)` for what they foresee."""

_MOST_FILES = 32


def limit_this_process(*, memory: int, cpu: int) -> None:
    """Give up memory beyond `memory` bytes, time beyond `cpu` seconds, writing, core files and new processes.

    A platform without such limits, or one that refuses a limit, leaves the parent's clock as the only one.
    """
    try:
        import resource  # noqa: PLC0415  not on every platform
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_NOFILE: _MOST_FILES,
        resource.RLIMIT_CPU: cpu,
        resource.RLIMIT_AS: memory,
    }
    for kind, most in wanted.items():
        try:
            resource.setrlimit(kind, (most, most + 1 if kind == resource.RLIMIT_CPU else most))
        except (ValueError, OSError):
            continue


def main(arguments: list[str]) -> int:
    """Read standard input with the named reader and return the exit code."""
    reader_name, memory, cpu, *options = arguments
    limit_this_process(memory=int(memory), cpu=int(cpu))
    sys.path.append(str(Path(__file__).resolve().parents[2]))
    reader = importlib.import_module(READERS[reader_name])
    data = sys.stdin.buffer.read()
    try:
        answer = {"found": reader.read(data, tuple(options))}
    except reader.Refused as refused:
        answer = {"problem": refused.reason}
    except RecursionError:
        answer = {"problem": "too_deep"}
    except MemoryError:
        answer = {"problem": "out_of_memory"}
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
