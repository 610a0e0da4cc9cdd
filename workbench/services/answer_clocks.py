"""Answer clocks: until when a decision on a right must have reached the person, of the clocks that a case has.

A clock that was answered is over: after a case was taken up again only what its cause started is left.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from workbench.domain.case_clocks import end_of
from workbench.domain.clocks import ClockState
from workbench.domain.rights import Right
from workbench.domain.rulebooks import LimitKind
from workbench.services.lines import DeadlineLine

ANSWERING: Final = frozenset(
    {
        LimitKind.RESPOND.value,
        LimitKind.REFUSAL_NOTICE.value,
        LimitKind.APPEAL.value,
        LimitKind.COMPLAINT.value,
        LimitKind.COMPLAINT_OUTCOME.value,
        LimitKind.ENQUIRY.value,
        LimitKind.REGULATOR_ENQUIRY.value,
    }
)
"""The kinds of limits that an answer to the person meets."""

_STANDING: Final = frozenset({ClockState.RUNNING.value, ClockState.PAUSED.value, ClockState.OPEN_ENDED.value})


def owed(lines: Iterable[DeadlineLine], right: Right, law: str = "") -> tuple[DeadlineLine, ...]:
    """Return the clocks under which an answer on a right is still owed, under one law or under each."""
    return tuple(
        line
        for line in lines
        if line.kind in ANSWERING
        and right in line.rights
        and (not law or line.law == law)
        and line.answered_at is None
        and line.state in _STANDING
    )


def last_instant(line: DeadlineLine) -> datetime | None:
    """Return the last instant that is in time, None where the clock has no date."""
    if line.due is None:
        return None
    ends_at = end_of(line.due, line.zone)
    return ends_at if isinstance(line.due, datetime) else ends_at - timedelta(microseconds=1)


def is_late(lines: Iterable[DeadlineLine], rights: Iterable[Right], *, now: datetime) -> bool:
    """Return whether an answer on one of the rights that left now would come too late under any clock."""
    known = tuple(lines)
    ends = (last_instant(line) for right in rights for line in owed(known, right))
    return any(end is not None and now > end for end in ends)
