"""Overrides: a date that an officer sets by hand, with a reason, beside the one that was reckoned.

The reckoning is never touched; lists, the calendar and letters use the date that was set. Both stay in the history.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from workbench.domain.case_clocks import AUTHORITY_DEADLINE, CaseClock
from workbench.domain.cases import Case, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import LiftOverride, OverrideDeadline
from workbench.domain.errors import InvalidInputError, NotFoundError, WorkbenchError
from workbench.domain.phases import Act
from workbench.services import case_file
from workbench.services.office import Desk


class NoOverrideError(WorkbenchError):
    """No date was set by hand for this limit; details `rule`, `case`."""

    code = "no_override"


def override_deadline(command: OverrideDeadline, desk: Desk) -> Changes:
    """Set the date of one clock by hand.

    Raises:
        NotPermittedError: the case is answered or closed.
        NotFoundError: no open clock of the case runs under that limit.
        InvalidInputError: the reason is empty, the date lies before the receipt, or is a day where an instant is due; or an authority
            set the date, which it alone moves.
    """
    case = case_file.load_for(desk, command.case_id, Act.OVERRIDE)
    reason = case_file.required_text(command.reason, "override_reason")
    clock = _clock(desk, case, command.law, command.limit_id)
    if clock.line.kind == AUTHORITY_DEADLINE:
        raise InvalidInputError(field="due", problem="authority_moves")
    due = command.due
    if isinstance(clock.reckoning.due, datetime) is not isinstance(due, datetime) and clock.reckoning.due is not None:
        raise InvalidInputError(field="due", problem="not_this_kind_of_date")
    if isinstance(due, datetime) and due.tzinfo is None:
        raise InvalidInputError(field="due", problem="no_zone")
    received = case.request.received_at.astimezone(ZoneInfo(clock.line.zone))
    if (due < received) if isinstance(due, datetime) else (due < received.date()):
        raise InvalidInputError(field="due", problem="before_receipt")
    details = {
        "law": command.law,
        "limit": command.limit_id,
        "due": due.isoformat(),
        "before": _text(clock.reckoning.due),
    }
    case_file.record(
        desk,
        case,
        EventKind.DEADLINE_OVERRIDDEN,
        occurred_at=desk.now,
        zone=desk.settings.home_zone,
        details=details,
        text=reason,
    )
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def lift_override(command: LiftOverride, desk: Desk) -> Changes:
    """Take back a date that was set by hand; the reckoned one holds again.

    Raises:
        NotPermittedError: the case is answered or closed.
        NotFoundError: no open clock of the case runs under that limit.
        NoOverrideError: no date was set by hand for it.
        InvalidInputError: the reason is empty.
    """
    case = case_file.load_for(desk, command.case_id, Act.OVERRIDE)
    reason = case_file.required_text(command.reason, "override_reason")
    clock = _clock(desk, case, command.law, command.limit_id)
    if clock.line.override is None:
        raise NoOverrideError(rule=command.limit_id, case=case.number)
    details = {"law": command.law, "limit": command.limit_id, "before": _text(clock.line.override.due)}
    case_file.record(
        desk,
        case,
        EventKind.OVERRIDE_LIFTED,
        occurred_at=desk.now,
        zone=desk.settings.home_zone,
        details=details,
        text=reason,
    )
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def _clock(desk: Desk, case: Case, law: str, limit_id: str) -> CaseClock:
    for clock in case_file.clocks(desk, case):
        line = clock.line
        if (line.law, line.limit_id) == (law, limit_id) and line.open and line.kind != "extension_notice":
            return clock
    raise NotFoundError(what="limit", name=limit_id)


def _text(due: date | datetime | None) -> str:
    return due.isoformat() if due is not None else ""
