"""Tasks: what is left to do after a decision: recipients to be told, people to be put on the suppression list.

The tasks of a decision follow it: decided anew otherwise, those that no longer hold are closed with that remark.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from workbench.domain.cases import Case
from workbench.domain.changes import Changes
from workbench.domain.commands import FinishTask
from workbench.domain.decisions import Outcome
from workbench.domain.dossier import Dossier, KeepReason
from workbench.domain.rights import Right
from workbench.services import registers, remedies, undertakings
from workbench.services.office import Desk
from workbench.store import tasks as task_store

TELL_RECIPIENT: Final = "tell_recipient"
SUPPRESS: Final = "suppress"
KINDS: Final = (TELL_RECIPIENT, SUPPRESS)
"""Every kind of task that a decision brings, as word keys of the table `task_kind`."""

SUPERSEDED: Final = "superseded"
"""The remark of a task whose decision was taken anew, as a word key of the table `task_remark`."""

_DONE: Final = frozenset({Outcome.GRANTED, Outcome.PARTLY})


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task; `details` are plain facts: the right, the recipient (a word key of `system`), the law, the article."""

    id: int
    kind: str
    case_id: int | None
    case_number: str
    text: str
    details: tuple[tuple[str, str], ...]
    owner_name: str
    mine: bool
    due_on: date | None
    made_at: datetime
    done_at: datetime | None
    remark: str

    def detail(self, name: str) -> str:
        """Return one detail, or an empty string."""
        return dict(self.details).get(name, "")


def list_tasks(desk: Desk, *, case_id: int | None = None, mine: bool = False) -> tuple[TaskLine, ...]:
    """Return the open tasks, the nearest day first; of one case, or those of the officer at the desk, or all."""
    owner = desk.officer.id if mine else None
    return tuple(_line(desk, one) for one in task_store.list_open(desk.session, case_id=case_id, owner_id=owner))


def tasks_of(desk: Desk, case_id: int) -> tuple[TaskLine, ...]:
    """Return every task of a case, done or not, oldest first."""
    return tuple(_line(desk, one) for one in task_store.list_for_case(desk.session, case_id))


def finish_task(command: FinishTask, desk: Desk) -> Changes:
    """Write down that a task is over, and what it stands for is done; one that is over already stays as it is.

    Raises:
        NotFoundError: there is no such task.
    """
    done = task_store.finish(
        desk.session, command.task_id, remark=command.remark.strip(), at=desk.now, officer_id=desk.officer.id
    )
    undertakings.kept_with_its_task(desk, done)
    remedies.mark_done(desk, done)
    return Changes(cases=frozenset({done.case_id}) if done.case_id is not None else frozenset())


def follow_decision(desk: Desk, case: Case, right: Right, dossier: Dossier) -> None:
    """Let the tasks of a case be those that the decision on a right and its dossier bring."""
    wanted = {_key(kind, details): (kind, details) for kind, details in _wanted(desk, case, right, dossier)}
    known: set[tuple[str, ...]] = set()
    for one in task_store.list_for_case(desk.session, case.id):
        if one.kind not in KINDS or one.details.get("right") != right.value:
            continue
        key = _key(one.kind, one.details)
        if key in wanted and one.remark != SUPERSEDED:
            known.add(key)
        elif one.done_at is None:
            task_store.finish(desk.session, one.id, remark=SUPERSEDED, at=desk.now, officer_id=desk.officer.id)
    for key, (kind, details) in wanted.items():
        if key not in known:
            new = task_store.NewTask(case.id, kind, details, owner_id=case.officer_id)
            task_store.add(desk.session, new, at=desk.now, officer_id=desk.officer.id)


def _wanted(desk: Desk, case: Case, right: Right, dossier: Dossier) -> Iterable[tuple[str, Mapping[str, str]]]:
    decision = case.decision(right)
    if decision is None or decision.outcome not in _DONE:
        return
    systems = registers.load_systems()
    named = {line.category for line in decision.schedule}
    recipients = systems.to_tell(named) or tuple(one for one in systems.systems if one.recipient)
    told: set[str] = set()
    for place in case.laws:
        on = case.request.received_at.astimezone(ZoneInfo(desk.rulebook(place.law).zone)).date()
        duty = systems.duty_to_tell(place.law, right, on=on)
        for one in recipients if duty is not None else ():
            if one.id not in told and duty is not None:
                told.add(one.id)
                yield TELL_RECIPIENT, {"right": right.value, "recipient": one.id, "law": place.law, "cite": duty.source.cite}
    suppressed = any(one.reason is KeepReason.SUPPRESSION for one in dossier.kept)
    schedule = registers.load_schedule()
    marketing = {name for one in schedule.suppression for name in one.when}
    if right is Right.MARKETING_OPTOUT or (right is Right.ERASURE and (suppressed or named & marketing)):
        yield SUPPRESS, {"right": right.value}


def _key(kind: str, details: Mapping[str, str]) -> tuple[str, ...]:
    return kind, details.get("right", ""), details.get("recipient", "")


def _line(desk: Desk, one: task_store.StoredTask) -> TaskLine:
    return TaskLine(
        id=one.id,
        kind=one.kind,
        case_id=one.case_id,
        case_number=one.case_number,
        text=one.text,
        details=tuple(one.details.items()),
        owner_name=desk.officer_name(one.owner_id),
        mine=one.owner_id == desk.officer.id,
        due_on=one.due_on,
        made_at=one.made_at,
        done_at=one.done_at,
        remark=one.remark,
    )
