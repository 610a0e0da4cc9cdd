"""Closure: a case that is answered is closed; answered or closed, it is taken up again with a reason."""

from workbench.domain.case_clocks import next_line
from workbench.domain.cases import Case, CaseKind, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import AddNote, CloseCase, ReopenCase
from workbench.domain.errors import WorkbenchError
from workbench.domain.phases import Act
from workbench.services import case_file, reconsider, undertakings
from workbench.services.office import Desk


class ClockRunningError(WorkbenchError):
    """Something is still owed by a day in a case that is to be closed; details `case`, `due`."""

    code = "clock_running"


def close_case(command: CloseCase, desk: Desk) -> Changes:
    """Close a case whose every right has been decided and told, or a case of another kind in which nothing is owed by a day.

    Raises:
        NotPermittedError: the person has not been told of every decision yet, or the case is closed already.
        ClockRunningError: a complaint, a matter or a breach still has a clock with a date.
    """
    _check_clocks(desk, case_file.load_for(desk, command.case_id, Act.CLOSE))
    changes = _record(desk, command.case_id, Act.CLOSE, EventKind.CLOSED, command.remark.strip())
    undertakings.overtake(desk, command.case_id, undertakings.CHASE)
    return changes


def reopen_case(command: ReopenCase, desk: Desk) -> Changes:
    """Take an answered or closed case up again; what was told has to be told anew, and the rights that are named decided anew.

    Raises:
        NotPermittedError: the case is neither answered nor closed.
        InvalidInputError: there is no reason, the instant of its cause cannot be, or every right was withdrawn and none is named.
        RightNotAskedError: the request does not name one of the rights.
    """
    return reconsider.reopen(command, desk)


def add_note(command: AddNote, desk: Desk) -> Changes:
    """Keep an officer's words with a case.

    Raises:
        InvalidInputError: the note is empty.
    """
    text = case_file.required_text(command.text, "note")
    return _record(desk, command.case_id, Act.NOTE, EventKind.NOTE, text)


def _check_clocks(desk: Desk, case: Case) -> None:
    """Refuse where a date would leave every list with the case: the outcome of a complaint passed on, the final report of a breach."""
    if case.kind is CaseKind.REQUEST:
        return
    owed = next_line([line for line in case_file.listed_lines(desk, case) if line.due is not None])
    if owed is not None and owed.due is not None:
        raise ClockRunningError(case=case.number, due=owed.due)


def _record(desk: Desk, case_id: int, act: Act, kind: EventKind, text: str) -> Changes:
    case = case_file.load_for(desk, case_id, act)
    case_file.record(desk, case, kind, occurred_at=desk.now, zone=desk.settings.home_zone, text=text)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))
