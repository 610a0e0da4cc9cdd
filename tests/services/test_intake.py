"""Intake: a request becomes a case whose clocks run from its receipt, or is refused with nothing written."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, SUBJECT, Desktop, at
from workbench.domain.calendars import Calendar
from workbench.domain.cases import Channel, EventKind, LawPlace
from workbench.domain.commands import AttachEvidence, QuarantineFile, RegisterRequest
from workbench.domain.errors import InvalidInputError, NotFoundError, WorkbenchError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.domain.rulebooks import LawUnknownError, PlaceUnknownError
from workbench.services import deadlines, evidence, intake
from workbench.services.cases import case_id_of, list_cases
from workbench.services.office import run

MAIL = NewEvidence("../mail/..\\Anfrage\u202e.eml", "message/rfc822", b"From: x@example.org\n\nHello", EvidenceKind.REQUEST)
COMMAND = RegisterRequest(
    subject=SUBJECT,
    received_at=at("2026-11-02 09:00"),
    zone=JAKARTA,
    channel=Channel.EMAIL,
    rights=(Right.ACCESS,),
    laws=(EU_DE,),
    text="What do you hold?",
    evidence=(MAIL,),
)


def test_a_request_opens_a_case_with_its_original(desktop: Desktop) -> None:
    changes = desktop.do(intake.register_request, COMMAND)
    assert changes.number == "DSR-2026-0001"
    assert changes.created is not None
    assert changes.cases == {changes.created}
    page = desktop.page(changes.created)
    assert page.phase is Phase.RECEIVED
    assert page.case.request.received_at == COMMAND.received_at
    (kept,) = page.evidence
    assert (kept.name, kept.sha256) == ("Anfrage.eml", hashlib.sha256(MAIL.data).hexdigest())
    assert desktop.see(evidence.evidence_data, kept.id) == MAIL.data


def test_numbers_run_on_and_begin_anew_each_year(desktop: Desktop) -> None:
    assert desktop.do(intake.register_request, COMMAND).number == "DSR-2026-0001"
    assert desktop.do(intake.register_request, COMMAND).number == "DSR-2026-0002"
    desktop.hand.go("2027-01-01 00:30")
    assert desktop.do(intake.register_request, COMMAND).number == "DSR-2027-0001"


@pytest.mark.parametrize(
    ("change", "refusal", "problem"),
    [
        ({"subject": DataSubject(" ")}, InvalidInputError, ("subject_name", "empty")),
        ({"requester": Requester("")}, InvalidInputError, ("requester_name", "empty")),
        ({"rights": ()}, InvalidInputError, ("rights", "empty")),
        ({"channel": Channel.OFFICE}, InvalidInputError, ("channel", "not_a_choice")),
        ({"laws": ()}, InvalidInputError, ("laws", "empty")),
        ({"laws": (EU_DE, LawPlace("EU", "FR"))}, InvalidInputError, ("laws", "law_twice")),
        ({"laws": (LawPlace("XX", "XX"),)}, LawUnknownError, None),
        ({"laws": (LawPlace("EU", "GB-ENG"),)}, PlaceUnknownError, None),
        ({"laws": (LawPlace("EU", "DE-XX"),)}, PlaceUnknownError, None),
        ({"received_at": at("2026-11-03 10:00")}, InvalidInputError, ("received_at", "in_future")),
        ({"received_at": at("2026-11-02 09:00").replace(tzinfo=None)}, InvalidInputError, ("received_at", "no_zone")),
        ({"zone": "Mars/Olympus"}, InvalidInputError, ("received_at", "unknown_zone")),
        ({"evidence": (replace(MAIL, data=b""),)}, InvalidInputError, ("file", "empty")),
    ],
    ids=[
        "no name",
        "no name of who wrote",
        "no right",
        "begun by the office",
        "no law",
        "one law in two places",
        "unknown law",
        "place of another law",
        "unknown state",
        "in the future",
        "no zone",
        "unknown zone",
        "empty file",
    ],
)
def test_what_cannot_be_a_request_is_refused_and_nothing_is_written(
    desktop: Desktop, change: dict[str, object], refusal: type[WorkbenchError], problem: tuple[str, str] | None
) -> None:
    with pytest.raises(refusal) as refused:
        desktop.do(intake.register_request, replace(COMMAND, **change))  # type: ignore[arg-type]
    if problem is not None:
        assert (refused.value.details["field"], refused.value.details["problem"]) == problem
    assert desktop.see(list_cases) == ()
    assert desktop.do(intake.register_request, COMMAND).number == "DSR-2026-0001"


def test_another_machine_may_run_a_few_minutes_ahead(desktop: Desktop) -> None:
    ahead = replace(COMMAND, received_at=desktop.hand.now + timedelta(minutes=4))
    assert desktop.do(intake.register_request, ahead).created


def test_clocks_run_from_the_receipt_and_not_from_the_typing(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-20 10:00")
    case_id = desktop.register(Right.ACCESS, received_at=at("2026-11-02 09:00"))
    assert desktop.line(case_id, "EU.respond").due == date(2026, 12, 2)


def test_the_calendar_of_each_place_is_kept_with_the_case(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, GB_ENG, ID_ID))
    kept = desktop.page(case_id).case.calendars
    assert [one.place for one in kept] == ["DE", "GB-ENG", "ID"]
    assert all(Calendar.from_json(one.days).version == one.version for one in kept)


def test_the_preview_shows_the_clocks_that_then_run(desktop: Desktop) -> None:
    laws, rights = (EU_DE, ID_ID), (Right.ACCESS, Right.ERASURE)
    preview = desktop.see(deadlines.preview_clocks, laws, rights, desktop.hand.now, JAKARTA)
    case_id = desktop.register(*rights, laws=laws)
    shown = [(line.limit_id, line.kind, line.rights, line.due, line.state) for line in preview]
    assert shown == [(line.limit_id, line.kind, line.rights, line.due, line.state) for line in desktop.page(case_id).deadlines]
    assert desktop.see(deadlines.preview_clocks, (), rights, desktop.hand.now, JAKARTA) == ()


def test_a_file_that_cannot_be_read_is_kept_with_its_reason(desktop: Desktop) -> None:
    changes = desktop.do(intake.quarantine_file, QuarantineFile(name="a/b.eml", data=b"\x00" * 10, reason="not_mail"))
    assert changes.quarantine
    (kept,) = desktop.see(intake.list_quarantine)
    assert (kept.name, kept.reason, kept.size) == ("b.eml", "not_mail", 10)
    assert desktop.see(intake.quarantine_data, kept.id) == b"\x00" * 10


def test_evidence_can_be_added_even_to_a_closed_case(desktop: Desktop) -> None:
    case_id = desktop.register()
    changes = desktop.do(evidence.attach_evidence, AttachEvidence(case_id=case_id, evidence=MAIL))
    assert changes.cases == {case_id}
    assert desktop.page(case_id).case.last(EventKind.EVIDENCE_ADDED) is not None


def test_a_case_is_found_by_its_number(desktop: Desktop) -> None:
    case_id = desktop.register()
    assert desktop.see(case_id_of, "dsr-2026-0001") == case_id
    with pytest.raises(NotFoundError):
        desktop.see(case_id_of, "DSR-2026-0002")


def test_a_very_large_file_is_refused(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "MOST_BYTES", 8)
    case_id = desktop.register()
    with pytest.raises(InvalidInputError) as refused:
        run(desktop.office, partial(evidence.attach_evidence, AttachEvidence(case_id=case_id, evidence=MAIL)))
    assert refused.value.details["problem"] == "too_large"
