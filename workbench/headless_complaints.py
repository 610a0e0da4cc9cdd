"""The commands `complaints` and `complaint`: every complaint with how far it is, and one with its plan, its findings and its outcome."""

import json
from functools import partial
from typing import Final

from workbench.domain.canonical import plain
from workbench.domain.complaints import Inquiry
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind
from workbench.door import DONE, Door
from workbench.services import cases
from workbench.services.complaints import ComplaintLine, ComplaintPage, RemedyLine, complaint_page, list_complaints
from workbench.services.office import Desk, ask


def complaint_list(door: Door) -> int:
    """List the complaints."""
    with door.office(read_only=True) as office:
        found = ask(office, partial(list_complaints, standing=door.arguments.standing))
    spoken = door.words
    if door.arguments.json:
        door.dump([_line_as_json(one) for one in found])
        return DONE
    rows = [
        (
            one.case.number,
            one.case.subject_name,
            spoken.word("complaint_kind", one.kind.value),
            one.about_number,
            spoken.word("phase", one.case.phase.value),
            f"{one.questions_open}/{one.questions}",
            spoken.word("complaint_outcome", one.outcome.value) if one.outcome is not None else "",
        )
        for one in found
    ]
    if rows:
        heads = (
            "complaint",
            "data_subject",
            "complaint_kind",
            "complaint_about",
            "phase",
            "complaint_questions",
            "complaint_outcome",
        )
        door.table(heads, rows)
    else:
        door.say("no_complaints")
    return DONE


def complaint(door: Door) -> int:
    """Print one complaint: what it is about, its investigation, what is put right, its outcome."""

    def read(desk: Desk) -> ComplaintPage:
        return complaint_page(desk, cases.case_id_of(desk, door.arguments.case))

    with door.office(read_only=True) as office:
        page = ask(office, read)
    if door.arguments.json:
        door.dump(_page_as_json(page))
        return DONE
    said, spoken = page.complaint, door.words
    written = "yes" if page.written else "no"
    asked = spoken.word("cli", "complaint_written_asked", day=spoken.date(page.asked_on)) if page.asked_on is not None else ""
    rights = ", ".join(spoken.word("right", right.value) for right in said.rights)
    about = page.about.number if page.about is not None else ""
    transfer = said.transfer
    door.fields(
        (
            ("complaint", page.case_number),
            ("complaint_kind", spoken.word("complaint_kind", said.kind.value)),
            ("complaint_about", f"{about} ({rights})" if rights else about),
            ("complaint_written", asked or spoken.word("cli", f"complaint_written_{written}")),
            ("complaint_transfer", "; ".join(_transfer(transfer)) if transfer is not None else ""),
            ("complaint_barred", "; ".join(_barred(door, page))),
        )
    )
    for number, one in enumerate(said.inquiries, start=1):
        door.print(f"{spoken.word('cli', 'complaint_question', number=number)}: {one.question}")
        door.print(*(f"    {line}" for line in _inquiry(door, page, one)))
    for number, line in enumerate(page.remedies, start=1):
        door.print(f"{spoken.word('cli', 'complaint_remedy', number=number)}: {_remedy(door, line)}")
    if page.decided and said.outcome is not None:
        door.fields(
            (
                ("complaint_outcome", spoken.word("complaint_outcome", said.outcome.value)),
                ("complaint_decided_by", page.decided_by),
                ("complaint_reasons", said.reasons),
            )
        )
    for passed in page.passed_on:
        told = spoken.word(
            "cli", "complaint_passed_on_as", authority=passed.authority, number=passed.number, day=spoken.date(passed.on)
        )
        door.fields((("complaint_passed_on", told),))
    return DONE


def _barred(door: Door, page: ComplaintPage) -> list[str]:
    return [f"{one.name} ({', '.join(door.words.word('why_barred', why.value) for why in one.why)})" for one in page.barred]


def _transfer(transfer: object) -> list[str]:
    told = plain(transfer)
    return [str(value) for value in told.values()] if isinstance(told, dict) else []


def _inquiry(door: Door, page: ComplaintPage, one: Inquiry) -> list[str]:
    spoken = door.words
    lines = [f"{spoken.word('cli', 'complaint_asked')}: {one.asked}"] if one.asked else []
    finding = one.finding or spoken.word("cli", "complaint_no_finding")
    lines.append(f"{spoken.word('cli', 'complaint_finding')}: {finding}")
    if one.evidence:
        proofs = ", ".join(_proof(page, ref) for ref in one.evidence)
        lines.append(f"{spoken.word('cli', 'complaint_evidence')}: {proofs}")
    return lines


def _proof(page: ComplaintPage, ref: EvidenceRef) -> str:
    if ref.kind is not EvidenceRefKind.FILE:
        return ref.number
    files = {one.id: one.name for one in (*page.files, *(page.about.evidence if page.about is not None else ()))}
    return files.get(ref.evidence_id or 0, str(ref.evidence_id))


def _remedy(door: Door, line: RemedyLine) -> str:
    one, spoken = line.remedy, door.words
    key, day = ("complaint_remedy_done", one.done_on) if one.done_on is not None else ("complaint_remedy_by", one.due_on)
    return spoken.word("cli", key, what=one.what, owner=line.owner_name, day=spoken.date(day))


def _line_as_json(one: ComplaintLine) -> dict[str, object]:
    return {
        "case": one.case.number,
        "name": one.case.subject_name,
        "kind": one.kind.value,
        "about": one.about_number or None,
        "phase": one.case.phase.value,
        "questions": one.questions,
        "questions_open": one.questions_open,
        "outcome": one.outcome.value if one.outcome is not None else None,
        "due": one.case.due.isoformat() if one.case.due is not None else None,
        "late": one.case.late,
    }


def _page_as_json(page: ComplaintPage) -> dict[str, object]:
    said: dict[str, object] = json.loads(json.dumps(plain(page.complaint)))
    return {
        **said,
        "about": page.about.number if page.about is not None else None,
        "written": page.written,
        "writing_asked_on": page.asked_on.isoformat() if page.asked_on is not None else None,
        "barred": [{"officer": one.officer_id, "why": [why.value for why in one.why]} for one in page.barred],
        "decided": page.decided,
        "questions_open": list(page.open_inquiries),
        "passed_on": [{"matter": one.number, "authority": one.authority, "on": one.on.isoformat()} for one in page.passed_on],
    }


COMMANDS: Final = {"complaints": complaint_list, "complaint": complaint}
"""What each command does."""
