"""The commands `dossier`, `ready`, `approve-refusal`, `carried-out` and `tasks`: what carries a refusal, who lets it out, what is done.

A dossier is read and written as JSON with the fields of `domain/dossier.py`. A second officer's passphrase is the first line of a
file, never an argument. `ready` ends with 1 where a check does not hold, so that a script can wait for it.
"""

import json
from functools import partial
from pathlib import Path
from typing import Final

from workbench.domain.canonical import from_json, plain
from workbench.domain.changes import Changes
from workbench.domain.commands import AskApproval, FinishTask, GiveApproval, RecordDone, SaveDossier, UseException
from workbench.domain.dossier import Dossier, Verdict
from workbench.domain.errors import InvalidInputError
from workbench.domain.readiness import Check, ready
from workbench.domain.rights import Right
from workbench.door import DONE, REFUSED, Door
from workbench.services import approvals, cases, dossiers, tasks
from workbench.services.carried_out import record_done
from workbench.services.exports import read_whole
from workbench.services.office import Desk, ask, run
from workbench.services.refusal_data import tell

_MOST_LINE: Final = 4096


def dossier(door: Door) -> int:
    """Print the dossier of a right as JSON, or save one from a file."""
    right = _right(door)
    if door.arguments.what == "show":
        with door.office(read_only=True) as office:
            found = ask(office, lambda desk: dossiers.dossier_page(desk, _case(door, desk), right).dossier)
        door.dump(json.loads(json.dumps(plain(found))))
        return DONE
    if not door.arguments.file:
        door.refuse_use("dossier_needs_file")
    text = _text(door.bytes_of(door.arguments.file))
    said = from_json(Dossier, text)
    if said.right is not right:
        raise InvalidInputError(field="right", problem="not_a_choice")
    with door.office() as office:
        changed = run(office, lambda desk: dossiers.save_dossier(SaveDossier(case_id=_case(door, desk), dossier=said), desk))
    door.say("dossier_kept" if changed.journal else "dossier_same")
    return DONE


def readiness(door: Door) -> int:
    """Print the readiness list of a right; 1 where something is missing."""
    right = _right(door)
    with door.office(read_only=True) as office:
        checks = ask(office, lambda desk: approvals.readiness_of(desk, _case(door, desk), right))
    if door.arguments.json:
        door.dump([_as_json(check) for check in checks])
    else:
        for check in checks:
            state = door.words.word("cli", "holds" if check.ok else "lacks")
            door.print(f"{state}  {door.words.word('readiness', check.code.value)}")
            door.print(*(f"    {tell(one, door.arguments.language)}" for one in check.missing))
        if not checks:
            door.say("nothing_to_check")
    return DONE if ready(checks) else REFUSED


def approve(door: Door) -> int:
    """Ask a second officer, record what they say, or use the exception of an office with one officer."""
    arguments, right = door.arguments, _right(door)
    if arguments.ask:
        with door.office() as office:
            run(
                office,
                lambda desk: approvals.ask_approval(
                    AskApproval(case_id=_case(door, desk), right=right, words=arguments.words), desk
                ),
            )
        door.say("approval_asked")
        return DONE
    if arguments.exception:
        with door.office() as office:
            run(office, partial(_except, door, right))
        door.say("approval_recorded")
        return DONE
    verdict = next((one for one in Verdict if one.value == arguments.verdict), None)
    if verdict is None:
        raise InvalidInputError(field="verdict", problem="not_a_choice")
    if not arguments.second_passphrase_file:
        door.refuse_use("approval_needs_passphrase")
    line = read_whole(Path(arguments.second_passphrase_file), most=_MOST_LINE).split(b"\n", 1)[0].rstrip(b"\r")
    with door.office() as office:
        run(office, partial(_give, door, right, verdict, _text(line)))
    door.say("approval_recorded")
    return DONE


def carried_out(door: Door) -> int:
    """Record that data were erased or restricted as it was decided."""
    arguments, right = door.arguments, _right(door)

    def record(desk: Desk) -> Changes:
        command = RecordDone(
            case_id=_case(door, desk),
            right=right,
            done_at=arguments.at or desk.now,
            zone=desk.settings.home_zone,
            remark=arguments.remark,
        )
        return record_done(command, desk)

    with door.office() as office:
        run(office, record)
    door.say("carried_out", right=right.value, case=arguments.case)
    return DONE


def task_list(door: Door) -> int:
    """List what is left to do, or write down that one task is over."""
    arguments = door.arguments
    if arguments.done is not None:
        with door.office() as office:
            run(office, partial(tasks.finish_task, FinishTask(task_id=arguments.done, remark=arguments.remark)))
        return DONE
    with door.office(read_only=True) as office:
        found = ask(office, partial(_tasks, door))
    spoken = door.words
    if arguments.json:
        door.dump(
            [
                {
                    "id": one.id,
                    "kind": one.kind,
                    "case": one.case_number,
                    "owner": one.owner_name,
                    "due": one.due_on.isoformat() if one.due_on is not None else None,
                    **dict(one.details),
                }
                for one in found
            ]
        )
        return DONE
    rows = [
        (
            str(one.id),
            one.case_number,
            spoken.word("task_kind", one.kind),
            spoken.word("system", one.detail("recipient")) if one.detail("recipient") else "",
            one.owner_name,
        )
        for one in found
    ]
    if rows:
        door.table(("task", "case", "task_kind", "task_recipient", "task_owner"), rows)
    else:
        door.say("no_tasks")
    return DONE


def _tasks(door: Door, desk: Desk) -> tuple[tasks.TaskLine, ...]:
    case_id = cases.case_id_of(desk, door.arguments.case) if door.arguments.case else None
    return tasks.list_tasks(desk, case_id=case_id, mine=door.arguments.mine)


def _give(door: Door, right: Right, verdict: Verdict, passphrase: str, desk: Desk) -> None:
    content = approvals.content_of(desk, _case(door, desk), right)
    command = GiveApproval(
        case_id=content.case_id,
        right=right,
        digest=door.arguments.digest or content.digest,
        verdict=verdict,
        passphrase=passphrase,
        words=door.arguments.words,
    )
    approvals.give_approval(command, desk)


def _except(door: Door, right: Right, desk: Desk) -> None:
    content = approvals.content_of(desk, _case(door, desk), right)
    command = UseException(
        case_id=content.case_id,
        right=right,
        digest=door.arguments.digest or content.digest,
        reason=door.arguments.exception,
    )
    approvals.use_exception(command, desk)


def _case(door: Door, desk: Desk) -> int:
    return cases.case_id_of(desk, door.arguments.case)


def _right(door: Door) -> Right:
    found = next((one for one in Right if one.value == door.arguments.right), None)
    if found is None:
        raise InvalidInputError(field="right", problem="not_a_choice")
    return found


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise InvalidInputError(field="dossier", problem="not_utf8") from error


def _as_json(check: Check) -> dict[str, object]:
    return {
        "check": check.code.value,
        "holds": check.ok,
        "missing": [{"gap": one.gap.value, "about": one.about} for one in check.missing],
        "sources": [one.cite for one in check.sources],
        "note": check.note,
    }


COMMANDS: Final = {
    "dossier": dossier,
    "ready": readiness,
    "approve-refusal": approve,
    "carried-out": carried_out,
    "tasks": task_list,
}
"""What each command does."""
