"""Today: what must be done now, drawn from the cached clocks of every open case.

Nothing here loads a whole case; a board of some thousand cases is two queries.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from workbench.domain.calendars import Calendar, YearNotCoveredError
from workbench.domain.case_clocks import EXTENSION_NOTICE, NOT_OWED, ClockLine, end_of, is_late, still_open
from workbench.domain.clocks import ClockState
from workbench.domain.letters import LetterState
from workbench.domain.phases import Phase
from workbench.domain.rulebooks import LimitKind
from workbench.services import approvals, deadlines, moves, tasks
from workbench.services.lines import CalendarDay, DeskTask, DueLine, OfficeStatus, TodayBoard
from workbench.services.office import Desk
from workbench.store import cases as case_store
from workbench.store import evidence as evidence_store
from workbench.store import journal as journal_store
from workbench.store import letters as letter_store
from workbench.store import settings as setting_store
from workbench.store import tasks as task_store

LAST_BACKUP = "last_backup_at"
"""The store's own note of when the last backup was proved good; no declared setting."""

TASKS: tuple[str, ...] = (
    "send_again",
    "dispatch_letters",
    "approve_letters",
    "look_at_quarantine",
    "close_cases",
    "act_without_delay",
    "extend_or_answer",
    "moves_pending",
    "approvals_waiting",
    "tell_recipients",
    "suppress",
)
"""Every task that can lie on the desk, as word keys of the table `task`."""

_OWED = (ClockState.RUNNING.value, ClockState.PAUSED.value, ClockState.OPEN_ENDED.value)
_SOON = timedelta(days=7)
_WEEKS = 6
_DECIDED = frozenset({Phase.DECIDED, Phase.TO_APPROVE, Phase.TO_DISPATCH})
_TO_CLOSE = frozenset({Phase.ANSWERED, Phase.AUTHORITY_DECIDED, Phase.NOTICES_DONE})
_Row = case_store.CaseListRow
_Owed = tuple[_Row, ClockLine]


def today_board(desk: Desk) -> TodayBoard:
    """Return the board of today: late, due soon, paused, to approve, the due list, six weeks ahead, the desk."""
    now, today = desk.now, desk.today()
    rows = {row.id: row for row in case_store.list_case_rows(desk.session, closed=False)}
    owed = tuple(_owed(desk, rows))
    late = [(row, line) for row, line in owed if is_late(line, now)]
    soon = {row.id for row, line in owed if line.binding and not is_late(line, now) and _ends_by(line, now + _SOON)}
    return TodayBoard(
        now=now,
        today=today,
        zone=desk.settings.home_zone,
        place=desk.settings.home_place,
        overdue=len({row.id for row, _ in late}),
        oldest_late_days=max((_days_late(line, now) for _, line in late), default=0),
        due_in_seven_days=len(soon),
        need_letter=sum(1 for case_id in soon if rows[case_id].phase in _DECIDED),
        paused=len({row.id for row, line in owed if line.state == ClockState.PAUSED.value}),
        to_approve=letter_store.count(desk.session, LetterState.DRAFT),
        due=_due_list(owed, now),
        weeks=_weeks(desk, owed, today),
        tasks=_tasks(desk, rows, owed),
    )


def office_status(desk: Desk) -> OfficeStatus:
    """Return the foot of the sidebar: who, where, how many, and whether the journal was sound when last looked at."""
    head = journal_store.head(desk.session)
    phases = case_store.count_phases(desk.session)
    backup = setting_store.get_all(desk.session).get(LAST_BACKUP, "")
    return OfficeStatus(
        office_name=desk.settings.office_name,
        office_place=desk.settings.office_city,
        officer_name=desk.officer.name,
        read_only=desk.read_only,
        lock_minutes=desk.settings.lock_minutes,
        last_backup_at=datetime.fromisoformat(backup) if backup else None,
        journal_length=head.length,
        journal_head=head.digest,
        journal_sound=desk.journal_sound,
        open_cases=sum(count for phase, count in phases.items() if phase is not Phase.CLOSED),
        to_approve=letter_store.count(desk.session, LetterState.DRAFT),
        letters_open=letter_store.count(desk.session, LetterState.DRAFT, LetterState.ISSUED),
        quarantined=evidence_store.count_quarantine(desk.session),
        moves_pending=moves.pending(desk),
        approvals=approvals.approvals_waiting(desk),
    )


def _owed(desk: Desk, rows: Mapping[int, _Row]) -> Iterable[_Owed]:
    responding: set[tuple[int, str, str]] = set()
    kept: list[_Owed] = []
    for stored in case_store.list_deadlines(desk.session, states=_OWED, closed=False):
        row = rows.get(stored.case_id)
        far_off = stored.kind == EXTENSION_NOTICE and stored.ends_at is not None and stored.ends_at > desk.now + _SOON
        if row is None or far_off:
            continue
        line = ClockLine.from_json(stored.body)
        if not still_open(line, desk.now) or line.kind in NOT_OWED:
            continue
        if line.kind == LimitKind.RESPOND:
            responding.add(_same(row, line))
        kept.append((row, line))
    for row, line in kept:
        if line.kind == LimitKind.REFUSAL_NOTICE and _same(row, line) in responding:
            continue
        yield row, line


def _same(row: _Row, line: ClockLine) -> tuple[int, str, str]:
    return row.id, line.law, f"{line.due}"


def _due_list(owed: Iterable[_Owed], now: datetime) -> tuple[DueLine, ...]:
    listed: list[tuple[tuple[int, float, int], DueLine]] = []
    for row, line in owed:
        if line.kind == EXTENSION_NOTICE:
            continue
        shown = deadlines.line_of(line, row.id, row.number, now=now)
        due = DueLine(row.id, row.number, row.subject_name, row.officer_name, shown)
        ends = end_of(line.due, line.zone).timestamp() if line.due is not None else 0.0
        rank = {ClockState.RUNNING.value: 0, ClockState.PAUSED.value: 1}.get(line.state, 2)
        listed.append(((rank, ends, row.id), due))
    return tuple(due for _, due in sorted(listed, key=lambda found: found[0]))


def _weeks(desk: Desk, owed: Iterable[_Owed], today: date) -> tuple[CalendarDay, ...]:
    first = today - timedelta(days=today.weekday())
    due: dict[date, int] = {}
    late: dict[date, int] = {}
    paused: dict[date, int] = {}
    for _, line in owed:
        if line.kind == EXTENSION_NOTICE:
            continue
        if line.due is not None:
            on = _day(line.due, desk.settings.home_zone)
            due[on] = due.get(on, 0) + 1
            if is_late(line, desk.now):
                late[on] = late.get(on, 0) + 1
        elif line.state == ClockState.PAUSED.value and line.safe is not None:
            on = _day(line.safe, desk.settings.home_zone)
            paused[on] = paused.get(on, 0) + 1
    calendar = desk.calendar(desk.settings.home_law, desk.settings.home_place, year=first.year)
    days = [first + timedelta(days=offset) for offset in range(7 * _WEEKS)]
    return tuple(
        CalendarDay(on, due.get(on, 0), late.get(on, 0), paused.get(on, 0), _rests(calendar, on), calendar.name_of(on))
        for on in days
    )


def _tasks(desk: Desk, rows: Mapping[int, _Row], owed: Iterable[_Owed]) -> tuple[DeskTask, ...]:
    to_send, came_back = letter_store.count_waiting(desk.session)
    counts = {
        "send_again": came_back,
        "dispatch_letters": to_send,
        "approve_letters": letter_store.count(desk.session, LetterState.DRAFT),
        "look_at_quarantine": evidence_store.count_quarantine(desk.session),
        "moves_pending": moves.pending(desk),
        **_left_to_do(desk),
        "close_cases": sum(1 for row in rows.values() if row.phase in _TO_CLOSE),
    }
    found = [DeskTask(code, count, None, "") for code, count in counts.items() if count]
    found.extend(
        DeskTask(one.kind, 1, one.case_id, one.case_number, one.due_on, one.text)
        for one in tasks.list_tasks(desk, mine=True)
        if one.due_on is not None
    )
    told: set[int] = set()
    for row, line in owed:
        if line.state == ClockState.OPEN_ENDED.value and row.id not in told:
            told.add(row.id)
            found.append(DeskTask("act_without_delay", 1, row.id, row.number))
    soon = desk.now + _SOON
    for row, line in owed:
        if line.kind == EXTENSION_NOTICE and _ends_by(line, soon) and row.id not in told and row.phase not in _DECIDED:
            told.add(row.id)
            found.append(DeskTask("extend_or_answer", 1, row.id, row.number))
    return tuple(found)


def _left_to_do(desk: Desk) -> dict[str, int]:
    """Return what waits for this officer's approval, and what decisions left to do."""
    open_tasks = task_store.count_open(desk.session)
    return {
        "approvals_waiting": approvals.approvals_waiting(desk),
        "tell_recipients": open_tasks.get(tasks.TELL_RECIPIENT, 0),
        "suppress": open_tasks.get(tasks.SUPPRESS, 0),
    }


def _ends_by(line: ClockLine, limit: datetime) -> bool:
    return line.due is not None and end_of(line.due, line.zone) <= limit


def _days_late(line: ClockLine, now: datetime) -> int:
    """Return the whole days since a limit ended: elapsed days for an hour clock, calendar days for a day clock."""
    if line.due is None:
        return 0
    if isinstance(line.due, datetime):
        return max((now - line.due).days, 0)
    return (now.astimezone(ZoneInfo(line.zone)).date() - line.due).days


def _day(due: date | datetime, zone: str) -> date:
    return due.astimezone(ZoneInfo(zone)).date() if isinstance(due, datetime) else due


def _rests(calendar: Calendar, on: date) -> bool:
    try:
        return calendar.is_rest_day(on)
    except YearNotCoveredError:
        return on.weekday() in calendar.rest_weekdays
