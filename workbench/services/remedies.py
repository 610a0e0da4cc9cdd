"""Remedies: what a decided complaint puts right is a task of whoever does it, and done when the task is.

The number of a remedy counts from 1 in the working file of its complaint; it stands in the task as the detail `remedy`.
"""

from dataclasses import replace
from typing import Final

from workbench.domain.cases import Case
from workbench.domain.complaints import Complaint
from workbench.services.office import Desk
from workbench.store import case_contents
from workbench.store import tasks as task_store

COMPLAINT_REMEDY: Final = "complaint_remedy"
"""The kind of the task, as a word key of the table `task_kind`."""

_OVERTAKEN: Final = "superseded"


def make_tasks(desk: Desk, case: Case, complaint: Complaint) -> None:
    """Give each remedy that is not done its task; those of an earlier decision on the same complaint are over."""
    for one in task_store.list_for_case(desk.session, case.id):
        if one.kind == COMPLAINT_REMEDY and one.done_at is None:
            task_store.finish(desk.session, one.id, remark=_OVERTAKEN, at=desk.now, officer_id=desk.officer.id)
    for number, remedy in enumerate(complaint.remedies, start=1):
        if remedy.done_on is None:
            new = task_store.NewTask(
                case.id,
                COMPLAINT_REMEDY,
                {"remedy": str(number)},
                owner_id=remedy.owner_id,
                text=remedy.what,
                due_on=remedy.due_on,
            )
            task_store.add(desk.session, new, at=desk.now, officer_id=desk.officer.id)


def mark_done(desk: Desk, task: task_store.StoredTask) -> None:
    """Write down in the working file that the remedy of a task which is over is done today; of any other task nothing."""
    number = task.details.get("remedy", "")
    if task.kind != COMPLAINT_REMEDY or task.case_id is None or not number.isdigit():
        return
    complaint = case_contents.load(desk.session, task.case_id, Complaint)
    place = int(number) - 1
    if not 0 <= place < len(complaint.remedies) or complaint.remedies[place].done_on is not None:
        return
    done = replace(complaint.remedies[place], done_on=desk.today())
    remedies = (*complaint.remedies[:place], done, *complaint.remedies[place + 1 :])
    kept = replace(complaint, remedies=remedies)
    case_contents.save(desk.session, task.case_id, kept, at=desk.now, officer_id=desk.officer.id)
