"""What follows from a matter as tasks: undertakings, corrective tasks, the appeal period, a reminder to chase the authority.

An undertaking and its task say the same: whichever is finished first finishes the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from workbench.domain.cases import Case, CaseKind, EventKind
from workbench.domain.errors import InvalidInputError
from workbench.domain.matters import Matter, Undertaking, UndertakingIncompleteError
from workbench.services import case_file
from workbench.services.office import Desk
from workbench.store import case_contents
from workbench.store import tasks as task_store

UNDERTAKING: Final = "undertaking"
CORRECTIVE: Final = "corrective"
APPEAL_PERIOD: Final = "appeal_period"
CHASE: Final = "chase"
KINDS: Final = (UNDERTAKING, CORRECTIVE, APPEAL_PERIOD, CHASE)
"""Every kind of task that a matter brings, as word keys of the table `task_kind`."""

KEPT: Final = "kept"
CHANGED: Final = "changed"
OVERTAKEN: Final = "overtaken"
"""The remarks of a task whose undertaking was kept, was changed or taken out, or that was overtaken: word keys of `task_remark`."""


def checked(desk: Desk, case: Case, given: Sequence[Undertaking], before: Sequence[Undertaking]) -> tuple[Undertaking, ...]:
    """Return undertakings as they are kept, each with a number of its own.

    Raises:
        UndertakingIncompleteError: one has no words, or nobody of this office who keeps it.
        InvalidInputError: one was kept on a day that lies in the future.
    """
    said = [int(event.detail("number") or 0) for event in case.events if event.kind is EventKind.UNDERTAKING_GIVEN]
    last = max((*said, *(one.number for one in before)), default=0)
    known = {one.number for one in before}
    kept: list[Undertaking] = []
    for place, one in enumerate(given, start=1):
        if not one.text.strip() or one.owner_id not in desk.officers:
            raise UndertakingIncompleteError(case=case.number, number=place)
        if one.kept_on is not None and one.kept_on > desk.today():
            raise InvalidInputError(field="kept_on", problem="in_future")
        number = one.number
        if number not in known or any(number == other.number for other in kept):
            last += 1
            number = last
        kept.append(replace(one, text=one.text.strip(), number=number))
    return tuple(kept)


def follow(desk: Desk, case: Case, before: Sequence[Undertaking], after: Sequence[Undertaking]) -> None:
    """Record what was promised and kept between two readings of a file, and let the tasks say the same."""
    old, open_tasks = {one.number: one for one in before}, _open_tasks(desk, case.id)
    for one in after:
        known = old.pop(one.number, None)
        if known is None:
            _tell(desk, case, EventKind.UNDERTAKING_GIVEN, one)
        if one.kept_on is not None and (known is None or known.kept_on is None):
            _tell(desk, case, EventKind.UNDERTAKING_KEPT, one)
        task = open_tasks.get(one.number)
        same = task is not None and (task.text, task.owner_id, task.due_on) == (one.text, one.owner_id, one.due_on)
        if task is not None and (one.kept_on is not None or not same):
            _finish(desk, task, KEPT if one.kept_on is not None else CHANGED)
        if one.kept_on is None and not same:
            add_task(
                desk,
                case,
                UNDERTAKING,
                owner_id=one.owner_id,
                due_on=one.due_on,
                text=one.text,
                details={"number": str(one.number)},
            )
    for number in old:
        if number in open_tasks:
            _finish(desk, open_tasks[number], CHANGED)


def kept_with_its_task(desk: Desk, task: task_store.StoredTask) -> None:
    """Mark the undertaking of a task that was finished as kept today."""
    if task.kind != UNDERTAKING or task.case_id is None:
        return
    case = case_file.load(desk, task.case_id)
    if case.kind is not CaseKind.MATTER:
        return
    matter = case_contents.load(desk.session, case.id, Matter)
    number = int(task.details.get("number") or 0)
    today = desk.today()
    marked = tuple(
        replace(one, kept_on=today) if one.number == number and one.kept_on is None else one for one in matter.undertakings
    )
    if marked == matter.undertakings:
        return
    case_contents.save(desk.session, case.id, replace(matter, undertakings=marked), at=desk.now, officer_id=desk.officer.id)
    follow(desk, case, matter.undertakings, marked)
    case_file.refold(desk, case.id, before=case)


def add_task(
    desk: Desk,
    case: Case,
    kind: str,
    *,
    owner_id: int,
    due_on: date,
    text: str = "",
    details: Mapping[str, str] | None = None,
) -> None:
    """Put a task of a matter on somebody's desk."""
    new = task_store.NewTask(case.id, kind, details or {}, owner_id=owner_id, text=text, due_on=due_on)
    task_store.add(desk.session, new, at=desk.now, officer_id=desk.officer.id)


def overtake(desk: Desk, case_id: int, *kinds: str) -> None:
    """Finish the open tasks of a matter that came to nothing because of what happened since."""
    for task in task_store.list_open(desk.session, case_id=case_id):
        if task.kind in kinds:
            _finish(desk, task, OVERTAKEN)


def _open_tasks(desk: Desk, case_id: int) -> dict[int, task_store.StoredTask]:
    return {
        int(one.details.get("number") or 0): one
        for one in task_store.list_open(desk.session, case_id=case_id)
        if one.kind == UNDERTAKING
    }


def _finish(desk: Desk, task: task_store.StoredTask, remark: str) -> None:
    task_store.finish(desk.session, task.id, remark=remark, at=desk.now, officer_id=desk.officer.id)


def _tell(desk: Desk, case: Case, kind: EventKind, one: Undertaking) -> None:
    """Record a promise as given now, or as kept on its day: at this very instant where that is today."""
    at = desk.now
    if kind is EventKind.UNDERTAKING_KEPT and one.kept_on is not None and one.kept_on < desk.today():
        at = datetime.combine(one.kept_on, time(12), tzinfo=UTC)
    details = {"number": str(one.number), "due": one.due_on.isoformat()}
    case_file.record(desk, case, kind, occurred_at=at, zone=desk.settings.home_zone, details=details, text=one.text)
