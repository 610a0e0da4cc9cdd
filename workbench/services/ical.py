"""Open deadlines as an iCalendar file: case numbers and what is owed, never who asked or what for."""

import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from workbench.domain.case_clocks import (
    AUTHORITY_DEADLINE,
    EXTENSION_NOTICE,
    HOUSE_ACK,
    NOT_OWED,
    ClockLine,
    end_of,
    still_open,
)
from workbench.formats.ical import IcalEntry, write_calendar
from workbench.services.office import Desk
from workbench.services.wording import Words, words
from workbench.store import cases as case_store
from workbench.store import journal as journal_store

_NAMESPACE = uuid.UUID("6f7a0f5e-8a53-5a0e-9d0c-2f6f3b1c7a11")


def deadlines_ics(desk: Desk, *, case_id: int | None = None, language: str = "") -> bytes:
    """Return the open deadlines of one case, or of all, as an iCalendar file.

    The identity of a deadline stays the same in every export; its sequence is the number of times that its date has moved.

    Args:
        desk: the desk.
        case_id: one case; None for every open one.
        language: of what is written; by default the screen's.
    """
    spoken = words(language or desk.settings.language)
    moved, changed = _moves(desk)
    store = journal_store.first_digest(desk.session)
    entries = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for number, line, due in sorted(_owing(desk, case_id), key=_order):
        key = (number, line.limit_id, line.kind)
        entries.append(
            IcalEntry(
                uid=_uid(store, number, line, seen[key]),
                sequence=moved[key],
                due=due,
                zone=line.zone,
                summary=f"{number}: {_owed(line, spoken)}",
                description=_description(line, spoken),
                changed_at=changed.get(key, desk.now),
            )
        )
        seen[key] += 1
    return write_calendar(entries, name=spoken.word("ical", "name"), now=desk.now)


def _owing(desk: Desk, case_id: int | None) -> Iterator[tuple[str, ClockLine, date | datetime]]:
    """Yield the number of its case, the clock and its date, for every clock under which something is owed on a date."""
    rows = {row.id: row.number for row in case_store.list_case_rows(desk.session, closed=False)}
    for stored in case_store.list_deadlines(desk.session, case_id=case_id, closed=False):
        number = rows.get(stored.case_id, "")
        line = ClockLine.from_json(stored.body)
        if number and line.due is not None and still_open(line, desk.now) and line.kind not in {HOUSE_ACK, *NOT_OWED}:
            yield number, line, line.due


def _order(owing: tuple[str, ClockLine, date | datetime]) -> tuple[datetime, str, str, str]:
    number, line, due = owing
    return end_of(due, line.zone), number, line.limit_id, ",".join(line.rights)


def _moves(desk: Desk) -> tuple[Counter[tuple[str, str, str]], dict[tuple[str, str, str], datetime]]:
    moved: Counter[tuple[str, str, str]] = Counter()
    changed: dict[tuple[str, str, str], datetime] = {}
    for entry in journal_store.entries_of(desk.session, "deadline_moved"):
        key = (entry.subject, str(entry.facts.get("limit", "")), str(entry.facts.get("kind", "")))
        moved[key] += 1
        changed[key] = entry.at
    return moved, changed


def _uid(store: str, number: str, line: ClockLine, place: int) -> str:
    """Return the identity of a deadline.

    The rights are no part of it: when one of two is answered, what is left is still the same deadline. Where one limit ends
    on two days, `place` counts them.
    """
    name = f"{store}/{number}/{line.law}/{line.limit_id}/{line.kind}/{place}"
    return f"{uuid.uuid5(_NAMESPACE, name)}@onee-workbench"


def _owed(line: ClockLine, spoken: Words) -> str:
    kind = "deadline_kind" if spoken.has("deadline_kind", line.kind) else "limit_kind"
    owed = spoken.word(kind, line.kind)
    return owed if line.kind == AUTHORITY_DEADLINE else f"{owed} ({spoken.word('law', line.law)})"


def _description(line: ClockLine, spoken: Words) -> str:
    # where an authority set its day is the officer's own words: they stay in the store
    told = [spoken.place(line.place), "" if line.kind == AUTHORITY_DEADLINE else line.cite]
    if line.safe is not None and line.safe != line.due:
        told.append(spoken.word("ical", "safe", day=spoken.date(line.safe, line.zone)))
    if line.kind == EXTENSION_NOTICE:
        told.append(spoken.word("ical", "extension_notice"))
    if line.override is not None:
        told.append(spoken.word("ical", "by_hand"))
    return "\n".join(one for one in told if one)
