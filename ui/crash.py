"""Bugs: the one place that catches everything, words a report without personal data, and stops the program tidily.

A report names types, files and lines; it never has an exception's text, a local variable, or an argument, because any of them may
hold somebody's name.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from workbench.domain.errors import WorkbenchError

T = TypeVar("T")

_ROOT = Path(__file__).resolve().parent.parent


class Outcome(Generic[T]):
    """What came of a piece of work: exactly one of a value, a refusal, or the report of a bug."""

    __slots__ = ("refusal", "report", "value")

    def __init__(self, value: T | None = None, *, refusal: "WorkbenchError | None" = None, report: str = "") -> None:
        self.value = value
        self.refusal = refusal
        self.report = report


def outcome_of(function: Callable[[], T]) -> Outcome[T]:
    """Return what a piece of work gave: its value, its polite refusal, or the report of the bug that stopped it."""
    from workbench.domain.errors import WorkbenchError  # noqa: PLC0415  not needed before the first paint

    try:
        return Outcome(function())
    except WorkbenchError as refusal:
        return Outcome(refusal=refusal)
    except Exception as bug:  # noqa: BLE001  the crash handler is the one place that catches everything
        return Outcome(report=report_of(bug))


def report_of(bug: BaseException) -> str:
    """Return the report of a bug: the types of the chain of exceptions with file and line of each frame."""
    parts: list[str] = []
    seen: set[int] = set()
    error: BaseException | None = bug
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        frames = [f"  {_place(frame.f_code.co_filename)}:{line} in {frame.f_code.co_name}" for frame, line in _frames(error)]
        parts.append("\n".join([f"{type(error).__module__}.{type(error).__qualname__}", *frames]))
        error = error.__cause__ or error.__context__
    return "\ncaused by\n".join(parts)


def install(show: Callable[[str], None]) -> None:
    """Send every exception that reaches Python's or Qt's top to `show` as a report; an interrupt from the keyboard still ends."""

    def hook(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        text = report_of(bug.with_traceback(trace))
        sys.stderr.write(text + "\n")
        show(text)

    sys.excepthook = hook


def _frames(bug: BaseException) -> list[tuple[FrameType, int]]:
    found: list[tuple[FrameType, int]] = []
    trace = bug.__traceback__
    while trace is not None:
        found.append((trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    return found


def _place(filename: str) -> str:
    """Return a file name without the folders of this machine."""
    path = Path(filename)
    try:
        return path.resolve().relative_to(_ROOT).as_posix()
    except ValueError:
        return path.name
