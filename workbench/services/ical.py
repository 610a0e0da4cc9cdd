"""Open deadlines as an iCalendar file: case numbers and what is owed, never who asked or what for."""

import uuid
from collections import Counter
from datetime import datetime

from workbench.domain.case_clocks import EXTENSION_NOTICE, HOUSE_ACK, NOT_OWED, ClockLine, still_open
from workbench.formats.ical import IcalEntry, write_calendar
from workbench.services.office import Desk
from workbench.services.wording import Words, words
from workbench.store import cases as case_store
from workbench.store import journal as journal_store

_NAMESPACE = uuid.UUID("6f7a0f5e-8a53-5a0e-9d0c-2f6f3b1c7a11")
_LISTED = frozenset({"running"})


def deadlines_ics(desk: Desk, *, case_id: int | None = None, language: str = "") -> bytes:
    """Return the open deadlines of one case, or of all, as an iCalendar file.

    The identity of a deadline stays the same in every export; its sequence is the number of times that its date has moved.

    Args:
        desk: the desk.
        case_id: one case; None for every open one.
        language: of what is written; by default the screen's.
    """
    spoken = words(language or desk.settings.language)
    rows = {row.id: row.number for row in case_store.list_case_rows(desk.session, closed=False)}
    moved, changed = _moves(desk)
    entries = []
    for stored in case_store.list_deadlines(desk.session, case_id=case_id, closed=False):
        number = rows.get(stored.case_id, "")
        line = ClockLine.from_json(stored.body)
        if not number or line.due is None or not still_open(line, desk.now) or line.kind in {HOUSE_ACK, *NOT_OWED}:
            continue
        key = (number, line.limit_id, line.kind)
        entries.append(
            IcalEntry(
                uid=_uid(desk, number, line),
                sequence=moved[key],
                due=line.due,
                zone=line.zone,
                summary=f"{number}: {_owed(line, spoken)}",
                description=_description(line, spoken),
                changed_at=changed.get(key, desk.now),
            )
        )
    return write_calendar(entries, name=spoken.word("ical", "name"), now=desk.now)


def _moves(desk: Desk) -> tuple[Counter[tuple[str, str, str]], dict[tuple[str, str, str], datetime]]:
    moved: Counter[tuple[str, str, str]] = Counter()
    changed: dict[tuple[str, str, str], datetime] = {}
    for entry in journal_store.entries_of(desk.session, "deadline_moved"):
        key = (entry.subject, str(entry.facts.get("limit", "")), str(entry.facts.get("kind", "")))
        moved[key] += 1
        changed[key] = entry.at
    return moved, changed


def _uid(desk: Desk, number: str, line: ClockLine) -> str:
    first = journal_store.first_digest(desk.session)
    rights = ",".join(sorted(right.value for right in line.rights))
    name = f"{first}/{number}/{line.law}/{line.limit_id}/{line.kind}/{rights}"
    return f"{uuid.uuid5(_NAMESPACE, name)}@onee-workbench"


def _owed(line: ClockLine, spoken: Words) -> str:
    kind = "deadline_kind" if spoken.has("deadline_kind", line.kind) else "limit_kind"
    return f"{spoken.word(kind, line.kind)} ({spoken.word('law', line.law)})"


def _description(line: ClockLine, spoken: Words) -> str:
    told = [spoken.place(line.place), line.cite]
    if line.safe is not None and line.safe != line.due:
        told.append(spoken.word("ical", "safe", day=spoken.date(line.safe, line.zone)))
    if line.kind == EXTENSION_NOTICE:
        told.append(spoken.word("ical", "extension_notice"))
    if line.override is not None:
        told.append(spoken.word("ical", "by_hand"))
    return "\n".join(one for one in told if one)
