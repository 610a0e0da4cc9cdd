"""The commands `complaints` and `complaint`: how far each is, and one with its plan, its findings and its outcome."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from tests.makers import EU_DE, JAKARTA, PASSPHRASE, SUBJECT
from tests.test_cli import Command, command, is_one_sentence
from workbench import bootstrap
from workbench.domain.cases import Channel
from workbench.domain.commands import AskInWriting, DecideComplaint, FinishTask, RegisterComplaint, SaveComplaint
from workbench.domain.complaints import ComplaintKind, ComplaintOutcome, Inquiry, Remedy, TransferAtIssue
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind
from workbench.domain.evidence import NewEvidence
from workbench.services import complaints, tasks
from workbench.services.office import Desk, run

__all__ = ["command"]


def received(desk: Desk) -> int:
    """Open an oral complaint about a transfer, with its plan half answered."""
    opening = RegisterComplaint(
        subject=SUBJECT,
        received_at=desk.now,
        zone=JAKARTA,
        channel=Channel.PHONE,
        laws=(EU_DE,),
        kind=ComplaintKind.TRANSFER,
        written=False,
        named_officers=(desk.officer.id,),
        transfer=TransferAtIssue("Singapore", "clauses", "Onee", "Cloud host"),
        subject_line="My data went abroad",
        evidence=(NewEvidence("note.txt", "text/plain", b"She called."),),
    )
    case_id = int(complaints.register_complaint(opening, desk).created or 0)
    complaints.ask_in_writing(AskInWriting(case_id=case_id, asked_at=desk.now, zone=JAKARTA), desk)
    page = complaints.complaint_page(desk, case_id)
    proof = EvidenceRef(EvidenceRefKind.FILE, page.files[0].id)
    asked = (Inquiry("Where are the data?", "Hosting", "In Singapore.", (proof,)), Inquiry("Since when?"))
    remedy = Remedy("Move them back", desk.officer.id, date(2026, 12, 1))
    said = replace(page.complaint, inquiries=asked, remedies=(remedy,))
    complaints.save_complaint(SaveComplaint(case_id=case_id, complaint=said), desk)
    return case_id


def decided(case_id: int, desk: Desk) -> None:
    """Let somebody outside decide it, and do what is put right."""
    page = complaints.complaint_page(desk, case_id)
    said = replace(page.complaint, inquiries=page.complaint.inquiries[:1])
    complaints.save_complaint(SaveComplaint(case_id=case_id, complaint=said), desk)
    outcome = DecideComplaint(
        case_id=case_id,
        outcome=ComplaintOutcome.UPHELD,
        reasons="The clauses were never signed.",
        outside="Prof. Luar, external counsel",
        evidence_id=page.files[0].id,
    )
    complaints.decide_complaint(outcome, desk)
    (task,) = tasks.list_tasks(desk, case_id=case_id)
    tasks.finish_task(FinishTask(task_id=task.id), desk)


@pytest.fixture
def case_id(command: Command) -> int:
    office = bootstrap.open_office(command.store, passphrase=PASSPHRASE, clock=command.hand)
    made = run(office, received)
    office.close()
    return made


def test_without_a_complaint_that_is_said(command: Command) -> None:
    assert command.on("complaints").out == "There is no complaint.\n"
    assert command.on("complaints", "--json").json == []


def test_the_complaints_are_listed_with_their_open_questions(command: Command, case_id: int) -> None:
    assert case_id
    head, line = command.on("complaints").out.splitlines()
    assert head.split()[0] == "Complaint"
    assert "CMP-2026-0001" in line
    assert "1/2" in line
    (found,) = command.on("complaints", "--json").json
    assert (found["kind"], found["about"], found["questions_open"], found["outcome"]) == ("transfer", None, 1, None)
    assert command.on("complaints", "--standing", "closed", "--json").json == []


def test_one_complaint_is_shown_with_its_plan_and_then_with_its_outcome(command: Command, case_id: int) -> None:
    shown = command.on("complaint", "CMP-2026-0001").out
    for told in (
        "In writing: asked on 26 November 2026",
        "Transfer: Singapore; clauses; Onee; Cloud host",
        "is named in the complaint",
        "Question 1: Where are the data?",
        "    Evidence: note.txt",
        "    Finding: no finding yet",
        "Remedy 1: Move them back",
    ):
        assert told in shown
    assert "Outcome" not in shown
    office = bootstrap.open_office(command.store, passphrase=PASSPHRASE, clock=command.hand)
    run(office, partial(decided, case_id))
    office.close()
    shown = command.on("complaint", "CMP-2026-0001").out
    for told in ("Outcome: Upheld", "Decided by: Prof. Luar, external counsel", "done on 26 November 2026"):
        assert told in shown
    found = command.on("complaint", "CMP-2026-0001", "--json").json
    assert (found["decided"], found["outcome"], found["decided_by"]) == (True, "upheld", None)
    assert found["remedies"][0]["done_on"] == "2026-11-26"


def test_a_case_that_is_no_complaint_is_refused_in_one_sentence(command: Command, case_id: int) -> None:
    assert case_id
    refused = command.may("complaint", "DSR-2026-9999")
    assert (refused.code, refused.out) == (1, "")
    assert is_one_sentence(refused.err)
