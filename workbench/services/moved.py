"""What moved: the clocks of a case before and after, compared line by line. Pure; nothing is read or written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from workbench.domain.calendars import Calendar
from workbench.domain.case_clocks import ClockLine
from workbench.domain.cases import Case
from workbench.domain.clocks import Step
from workbench.domain.rights import Right
from workbench.services.lines import MoveLine

Key = tuple[str, str, str, Right | None]


def moves_between(
    case: Case,
    before: Sequence[ClockLine],
    after: Sequence[ClockLine],
    causes: tuple[str, ...],
    *,
    steps: Mapping[tuple[str, str], tuple[Step, ...]] | None = None,
    calendars: Mapping[str, tuple[Calendar, Calendar]] | None = None,
) -> tuple[MoveLine, ...]:
    """Return the open clocks whose date or standing differs, those that begin among them.

    Args:
        case: the case.
        before: its clocks as they are.
        after: its clocks as they would be.
        causes: word keys of table `move_cause`.
        steps: of the clocks after, by limit and kind.
        calendars: place to the calendar before and after, to name the days that changed.
    """
    held: dict[Key, ClockLine] = {_key(line, right): line for line in before for right in _about(line)}
    found: dict[tuple[str, str, str, str], MoveLine] = {}
    for line in after:
        if not line.open:
            continue
        for right in _about(line):
            old = held.get(_key(line, right))
            if old is not None and (old.due, old.state) == (line.due, line.state) and old.safe == line.safe:
                continue
            key = (line.limit_id, line.kind, _told(old), _told(line))
            if key in found and right is not None:
                found[key] = _with_right(found[key], right)
                continue
            pair = (calendars or {}).get(line.place)
            found[key] = MoveLine(
                case_id=case.id,
                number=case.number,
                law=line.law,
                place=line.place,
                limit_id=line.limit_id,
                kind=line.kind,
                rights=(right,) if right is not None else (),
                zone=line.zone,
                before=old.due if old is not None else None,
                after=line.due,
                before_state=old.state if old is not None else "not_started",
                after_state=line.state,
                causes=causes,
                holidays=_changed_days(case, line, pair) if pair is not None else (),
                steps=(steps or {}).get((line.limit_id, line.kind), ()),
                cite=line.cite,
            )
    return tuple(found.values())


def _about(line: ClockLine) -> tuple[Right | None, ...]:
    """Return the rights of a clock; one None for a clock that is about none."""
    return line.rights or (None,)


def _key(line: ClockLine, right: Right | None) -> Key:
    return line.law, line.limit_id, line.kind, right


def _told(line: ClockLine | None) -> str:
    return "" if line is None else f"{line.due}/{line.safe}/{line.state}"


def _with_right(move: MoveLine, right: Right) -> MoveLine:
    return replace(move, rights=(*move.rights, right))


def _changed_days(case: Case, line: ClockLine, pair: tuple[Calendar, Calendar]) -> tuple[tuple[str, str, str], ...]:
    """Return the days between receipt and the later end on which the two calendars differ: day, name, rests or not."""
    old, new = pair
    first = case.request.received_at.date()
    last = _day(line.due)
    found = []
    for on in sorted({*old.holidays, *new.holidays, *old.working_days, *new.working_days}):
        if on < first or (last is not None and on > last):
            continue
        was, now = _rests(old, on), _rests(new, on)
        if was != now:
            found.append((on.isoformat(), new.holidays.get(on) or old.holidays.get(on, ""), "1" if now else "0"))
    return tuple(found)


def _rests(calendar: Calendar, on: date) -> bool:
    return calendar.covers(on.year) and calendar.is_rest_day(on)


def _day(due: date | datetime | None) -> date | None:
    return due.date() if isinstance(due, datetime) else due
