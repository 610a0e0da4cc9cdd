"""Complaints from receipt to outcome: in writing, investigated, decided by somebody whom they are not about, put right, passed on."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.makers import EU_DE, GB_ENG, JAKARTA, SUBJECT, Desktop
from tests.refusals import approve, fill, second_officer
from workbench.domain.cases import ARRIVALS, CaseKind, Channel, EventKind
from workbench.domain.commands import (
    AskInWriting,
    CloseCase,
    DecideComplaint,
    FinishTask,
    PassComplaintOn,
    RecordWriting,
    RegisterComplaint,
    ReopenCase,
    SaveComplaint,
)
from workbench.domain.complaints import (
    ComplaintDecidedError,
    ComplaintKind,
    ComplaintOutcome,
    IndependenceKeptError,
    Inquiry,
    InvestigationOpenError,
    NotIndependentError,
    Remedy,
    RemedyWithoutOwnerError,
    TransferAtIssue,
    WhyBarred,
)
from workbench.domain.decisions import Outcome
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind
from workbench.domain.errors import InvalidInputError, NotFoundError, NotPermittedError, WorkbenchError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.letters import LetterKind
from workbench.domain.parties import Officer
from workbench.domain.phases import Act, Phase
from workbench.domain.rights import Right
from workbench.services.closure import close_case, reopen_case
from workbench.services.complaints import (
    ComplaintPage,
    ask_in_writing,
    competent,
    complaint_page,
    decide_complaint,
    disputable,
    list_complaints,
    pass_on,
    record_writing,
    register_complaint,
    save_complaint,
)
from workbench.services.office import Desk, run
from workbench.services.tasks import finish_task, list_tasks
from workbench.services.verify import verify_office
from workbench.store import officers as officer_store

MAIL = NewEvidence("complaint.eml", "message/rfc822", b"Subject: you never answered", EvidenceKind.CORRESPONDENCE)
TRANSFER = TransferAtIssue("Singapore", "standard contractual clauses", "Onee, Jakarta", "Cloud host, Singapore")


@dataclass
class Story:
    """A complaint in the hands of a test."""

    desktop: Desktop
    case_id: int

    @property
    def page(self) -> ComplaintPage:
        return self.desktop.see(complaint_page, self.case_id)

    def save(self, **changed: Any) -> ComplaintPage:
        said = replace(self.page.complaint, **changed)
        self.desktop.do(save_complaint, SaveComplaint(case_id=self.case_id, complaint=said))
        return self.page

    def investigate(self) -> ComplaintPage:
        proof = EvidenceRef(EvidenceRefKind.FILE, self.page.files[0].id)
        asked = Inquiry("When did the answer leave?", "Registry", "It never left.", (proof,))
        return self.save(inquiries=(asked,))

    def decide(
        self, outcome: ComplaintOutcome = ComplaintOutcome.UPHELD, *, outside: str = "", evidence_id: int | None = None
    ) -> None:
        command = DecideComplaint(
            case_id=self.case_id,
            outcome=outcome,
            reasons="The answer never left.",
            outside=outside,
            evidence_id=evidence_id,
        )
        self.desktop.do(decide_complaint, command)


def complain(desktop: Desktop, about_id: int | None = None, **said: Any) -> Story:
    command = RegisterComplaint(
        subject=SUBJECT,
        received_at=desktop.hand.now,
        zone=JAKARTA,
        channel=Channel.EMAIL,
        laws=(EU_DE,),
        kind=ComplaintKind.LATE,
        written=True,
        about_id=about_id,
        subject_line="You never answered",
        text="I asked for my data in September.",
        evidence=(MAIL,),
    )
    changes = desktop.do(register_complaint, replace(command, **said))
    assert changes.created is not None
    return Story(desktop, changes.created)


def officer(desktop: Desktop, name: str) -> Officer:
    office = desktop.office
    with office.desk() as desk:
        return officer_store.add(desk.session, name=name, title="Deputy", at=desk.now, by=desk.officer.id)


def refused_case(desktop: Desktop) -> int:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE)
    desktop.decide(case_id)
    return case_id


# Receipt


@pytest.mark.parametrize("channel", ARRIVALS, ids=[one.value for one in ARRIVALS])
def test_a_complaint_arrives_by_every_channel_and_is_a_case_of_its_own(desktop: Desktop, channel: Channel) -> None:
    story = complain(desktop, channel=channel)
    case = desktop.page(story.case_id).case
    assert (case.kind, case.number[:4], case.request.rights) == (CaseKind.COMPLAINT, "CMP-", ())
    received = case.last(EventKind.COMPLAINT_RECEIVED)
    assert received is not None
    assert (received.detail("written"), received.detail("kind"), received.text) == ("yes", "late", "You never answered")
    assert story.page.channel is channel
    assert [one.name for one in story.page.files] == ["complaint.eml"]
    assert verify_office(desktop.office) == ()


def test_a_complaint_does_not_begin_in_the_office(desktop: Desktop) -> None:
    with pytest.raises(InvalidInputError) as refused:
        complain(desktop, channel=Channel.OFFICE)
    assert refused.value.details == {"field": "channel", "problem": "not_a_choice"}


def test_the_clocks_of_every_law_run_from_the_receipt(desktop: Desktop) -> None:
    story = complain(desktop, laws=(EU_DE, GB_ENG))
    lines = desktop.page(story.case_id).deadlines
    ack = next(line for line in lines if line.law == "GB" and line.kind == "complaint_ack")
    assert ack.due is not None
    assert ack.reckoning.starts == date(2026, 11, 2)
    desktop.send(story.case_id, LetterKind.COMPLAINT_ACKNOWLEDGEMENT)
    after = next(line for line in desktop.page(story.case_id).deadlines if line.limit_id == ack.limit_id)
    assert after.state == "met"


def test_a_complaint_disputes_only_rights_of_the_case_it_is_about(desktop: Desktop) -> None:
    about = desktop.register(Right.ACCESS)
    with pytest.raises(InvalidInputError, match="rights"):
        complain(desktop, about, rights=(Right.ERASURE,))
    with pytest.raises(InvalidInputError, match="rights"):
        complain(desktop, rights=(Right.ACCESS,))
    with pytest.raises(InvalidInputError, match="named_officers"):
        complain(desktop, about, named_officers=(99,))
    assert desktop.see(list_complaints) == ()


@pytest.mark.parametrize("left_out", ["destination", "safeguard", "exporter", "importer"])
def test_a_complaint_about_a_transfer_says_all_four_things_about_it(desktop: Desktop, left_out: str) -> None:
    story = complain(desktop, kind=ComplaintKind.TRANSFER, transfer=TRANSFER)
    assert story.page.complaint.transfer == TRANSFER
    with pytest.raises(InvalidInputError, match=f"transfer_{left_out}"):
        complain(desktop, kind=ComplaintKind.TRANSFER, transfer=replace(TRANSFER, **{left_out: " "}))
    with pytest.raises(InvalidInputError, match="transfer"):
        complain(desktop, kind=ComplaintKind.LATE, transfer=TRANSFER)


def test_the_case_is_found_by_number_and_by_name(desktop: Desktop) -> None:
    about = desktop.register()
    number = desktop.page(about).case.number
    assert [line.id for line in desktop.see(disputable, number, most=5)] == [about]
    assert [line.id for line in desktop.see(disputable, "hannah", most=5)] == [about]
    assert desktop.see(disputable, "nobody at all", most=5) == ()


# In writing


def test_an_oral_complaint_is_asked_for_in_writing_and_put_in_writing(desktop: Desktop) -> None:
    story = complain(desktop, channel=Channel.PHONE, written=False, evidence=())
    assert not story.page.written
    desktop.do(ask_in_writing, AskInWriting(case_id=story.case_id, asked_at=desktop.hand.now, zone=JAKARTA))
    assert story.page.asked_on == date(2026, 11, 2)
    assert desktop.page(story.case_id).phase is Phase.WRITING_ASKED
    with pytest.raises(InvalidInputError, match="already_asked"):
        desktop.do(ask_in_writing, AskInWriting(case_id=story.case_id, asked_at=desktop.hand.now, zone=JAKARTA))
    desktop.hand.later(days=1)
    changes = desktop.do(record_writing, RecordWriting(case_id=story.case_id, at=desktop.hand.now, zone=JAKARTA, evidence=MAIL))
    now = story.page
    assert (now.written, now.asked_on, [one.id for one in now.files]) == (True, None, [changes.created])
    for again in (
        RecordWriting(case_id=story.case_id, at=desktop.hand.now, zone=JAKARTA, text="again"),
        AskInWriting(case_id=story.case_id, asked_at=desktop.hand.now, zone=JAKARTA),
    ):
        use_case = record_writing if isinstance(again, RecordWriting) else ask_in_writing
        with pytest.raises(InvalidInputError, match="already_written"):
            desktop.do(use_case, again)


def test_the_officers_own_note_puts_a_complaint_in_writing_and_an_empty_one_does_not(desktop: Desktop) -> None:
    story = complain(desktop, channel=Channel.PHONE, written=False, evidence=())
    with pytest.raises(InvalidInputError, match="writing"):
        desktop.do(record_writing, RecordWriting(case_id=story.case_id, at=desktop.hand.now, zone=JAKARTA, text=" "))
    said = RecordWriting(case_id=story.case_id, at=desktop.hand.now, zone=JAKARTA, text="Read back to her and confirmed.")
    desktop.do(record_writing, said)
    assert story.page.written


# Investigation


def test_what_is_found_is_kept_once_and_not_in_the_journal(desktop: Desktop) -> None:
    story = complain(desktop)
    length = len(desktop.page(story.case_id).history)
    story.investigate()
    assert story.page.open_inquiries == ()
    again = desktop.do(save_complaint, SaveComplaint(case_id=story.case_id, complaint=story.page.complaint))
    assert not again.journal
    added = desktop.page(story.case_id).history[length:]
    assert [line.action for line in added] == ["case_content_saved"]
    assert "never left" not in repr(added)


@pytest.mark.parametrize(
    "ref",
    [
        EvidenceRef(EvidenceRefKind.FILE, 999),
        EvidenceRef(EvidenceRefKind.LETTER, number="LTR-2026-9999"),
    ],
    ids=["a file of no case", "a letter that is not there"],
)
def test_evidence_that_points_at_nothing_is_refused(desktop: Desktop, ref: EvidenceRef) -> None:
    story = complain(desktop)
    with pytest.raises(InvalidInputError, match="evidence"):
        story.save(inquiries=(Inquiry("Why?", finding="So.", evidence=(ref,)),))
    assert story.page.complaint.inquiries == ()


def test_files_and_letters_of_the_disputed_case_prove_a_finding(desktop: Desktop) -> None:
    about = desktop.register()
    desktop.send(about, LetterKind.ACKNOWLEDGEMENT)
    letter = desktop.page(about).letters[0].number
    story = complain(desktop, about)
    refs = (
        EvidenceRef(EvidenceRefKind.LETTER, number=letter),
        EvidenceRef(EvidenceRefKind.CASE, number=desktop.page(about).case.number),
    )
    story.save(inquiries=(Inquiry("Was it acknowledged?", finding="Yes.", evidence=refs),))
    assert story.page.open_inquiries == ()


@pytest.mark.parametrize(
    "remedy",
    [Remedy(" ", 1, date(2026, 12, 1)), Remedy("Send the data", 99, date(2026, 12, 1))],
    ids=["without words", "of nobody in the office"],
)
def test_a_remedy_needs_words_and_somebody_who_does_it(desktop: Desktop, remedy: Remedy) -> None:
    story = complain(desktop)
    with pytest.raises(RemedyWithoutOwnerError):
        story.save(remedies=(remedy,))


def test_nobody_can_save_a_decision_or_say_that_a_remedy_is_done(desktop: Desktop) -> None:
    story = complain(desktop)
    done = Remedy("Send the data", desktop.office.officer.id, date(2026, 12, 1), date(2026, 11, 2))
    page = story.save(outcome=ComplaintOutcome.NOT_UPHELD, reasons="No.", decided_by=1, remedies=(done,))
    assert (page.complaint.outcome, page.complaint.reasons, page.complaint.decided_by) == (None, "", None)
    assert page.complaint.remedies[0].done_on is None
    assert not page.decided


# Independence


def test_the_officer_who_decided_the_request_cannot_decide_the_complaint_and_another_can(desktop: Desktop) -> None:
    story = complain(desktop, refused_case(desktop), kind=ComplaintKind.REFUSAL, rights=(Right.ACCESS,))
    story.investigate()
    first = desktop.office.officer
    assert [(one.officer_id, one.why, one.here) for one in story.page.barred] == [(first.id, (WhyBarred.DECIDED,), True)]
    before = story.page
    with pytest.raises(NotIndependentError):
        story.decide()
    assert (before.may_decide, story.page.decided) == (False, False)
    desktop.office.officer = officer(desktop, "Rina Contoh")
    assert story.page.may_decide
    story.decide()
    assert story.page.decided_by == "Rina Contoh"


def test_the_second_officer_who_approved_the_refusal_cannot_decide_either(desktop: Desktop) -> None:
    about = desktop.register(Right.ACCESS)
    desktop.decide(about, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Asked eleven times.")
    second = second_officer(desktop.office)
    desktop.draft(about, LetterKind.REFUSAL)
    fill(desktop.office, about, Right.ACCESS)
    own = desktop.office.officer
    approve(desktop.office, about, Right.ACCESS)
    assert desktop.office.officer is own
    story = complain(desktop, about, kind=ComplaintKind.REFUSAL, rights=(Right.ACCESS,))
    assert {one.officer_id: one.why for one in story.page.barred}[second.id] == (WhyBarred.APPROVED,)


def test_somebody_outside_the_office_decides_with_their_decision_kept(desktop: Desktop) -> None:
    story = complain(desktop, refused_case(desktop), kind=ComplaintKind.REFUSAL)
    page = story.investigate()
    outside = "Prof. Luar Kantor, external counsel"
    for evidence_id in (None, 999):
        with pytest.raises(InvalidInputError, match="outside_evidence"):
            story.decide(outside=outside, evidence_id=evidence_id)
    with pytest.raises(InvalidInputError, match="is_an_officer"):
        story.decide(outside="ayu CONTOH, Privacy Officer", evidence_id=page.files[0].id)
    story.decide(outside=outside, evidence_id=page.files[0].id)
    assert (story.page.decided_by, story.page.complaint.decided_by) == (outside, None)


def test_whom_a_complaint_is_about_does_not_become_fewer(desktop: Desktop) -> None:
    rina = officer(desktop, "Rina Contoh")
    about = refused_case(desktop)
    story = complain(desktop, about, kind=ComplaintKind.REFUSAL, rights=(Right.ACCESS,), named_officers=(rina.id,))
    for less in ({"named_officers": ()}, {"rights": (Right.ERASURE,)}):
        with pytest.raises(IndependenceKeptError):
            story.save(**less)
    late = complain(desktop, desktop.register(Right.ACCESS), kind=ComplaintKind.LATE)
    story.save(rights=(Right.ACCESS, Right.ERASURE))
    assert late.page.barred[0].why == (WhyBarred.KEEPS_THE_CASE,)
    late.save(kind=ComplaintKind.OTHER)
    desktop.office.officer = rina
    desktop.decide(late.page.about.id if late.page.about is not None else 0)
    assert [one.officer_id for one in late.page.barred] == [rina.id]


def test_a_complaint_that_an_answer_was_late_stays_one_for_the_officer_who_was_late(desktop: Desktop) -> None:
    about = desktop.register(Right.ACCESS)
    keeper = desktop.office.officer
    desktop.office.officer = officer(desktop, "Rina Contoh")
    desktop.decide(about)
    story = complain(desktop, about, kind=ComplaintKind.LATE)
    desktop.office.officer = keeper
    with pytest.raises(IndependenceKeptError):
        story.save(kind=ComplaintKind.OTHER)
    story.investigate()
    with pytest.raises(NotIndependentError):
        story.decide()


class Undone(Exception):  # noqa: N818  it is no error: a trial ends with it
    """What was tried is taken back."""


class AnyOrder(RuleBasedStateMachine):
    """Officers in any order decide on a request, write at complaints about it and decide those, close and take up again."""

    desktop: Desktop
    people: tuple[Officer, ...]

    def __init__(self) -> None:
        super().__init__()
        self.take_the_desk(0)
        self.about = self.desktop.register(Right.ACCESS, Right.ERASURE)
        self.keeper = self.desktop.office.officer.id
        self.deciders: dict[Right, set[int]] = {Right.ACCESS: set(), Right.ERASURE: set()}
        self.story: Story | None = None
        self.named: set[int] = set()
        self.disputed: set[Right] = set()

    def attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except WorkbenchError:
            return False
        return True

    def take_the_desk(self, place: int) -> None:
        self.desktop.office.officer = self.people[place]

    @rule(place=st.integers(0, 2), right=st.sampled_from([Right.ACCESS, Right.ERASURE]))
    def decide_the_request(self, place: int, right: Right) -> None:
        self.take_the_desk(place)
        self.desktop.hand.later(minutes=1)
        if self.attempt(lambda: self.desktop.decide(self.about, right)):
            self.deciders[right].add(self.desktop.office.officer.id)

    @precondition(lambda self: self.story is None)
    @rule(rights=st.sets(st.sampled_from([Right.ACCESS, Right.ERASURE])), kind=st.sampled_from(list(ComplaintKind)[:3]))
    def complain(self, rights: set[Right], kind: ComplaintKind) -> None:
        self.story = complain(self.desktop, self.about, kind=kind, rights=tuple(sorted(rights)))
        self.disputed = set(rights)
        if kind is ComplaintKind.LATE or not any(self.deciders[right] for right in rights or self.deciders):
            self.named.add(self.keeper)
        self.story.investigate()

    @precondition(lambda self: self.story is not None)
    @rule(rights=st.sets(st.sampled_from([Right.ACCESS, Right.ERASURE])), named=st.sets(st.integers(0, 2)))
    def rewrite(self, rights: set[Right], named: set[int]) -> None:
        assert self.story is not None
        story, ids = self.story, {self.people[place].id for place in named}
        if self.attempt(lambda: story.save(rights=tuple(sorted(rights)), named_officers=tuple(sorted(ids)))):
            self.named |= ids
            self.disputed = self.disputed | rights if self.disputed and rights else set()

    @precondition(lambda self: self.story is not None)
    @rule(kind=st.sampled_from(list(ComplaintKind)[:3]))
    def call_it_something_else(self, kind: ComplaintKind) -> None:
        assert self.story is not None
        story = self.story
        self.attempt(lambda: story.save(kind=kind))

    @precondition(lambda self: self.story is not None)
    @rule(place=st.integers(0, 2), outcome=st.sampled_from(list(ComplaintOutcome)))
    def decide_the_complaint(self, place: int, outcome: ComplaintOutcome) -> None:
        assert self.story is not None
        self.take_the_desk(place)
        story, here = self.story, self.desktop.office.officer.id
        if self.attempt(lambda: story.decide(outcome)):
            assert here not in self.about_whom()

    @precondition(lambda self: self.story is not None)
    @rule()
    def close_and_take_up_again(self) -> None:
        assert self.story is not None
        case_id = self.story.case_id
        self.attempt(lambda: self.desktop.do(close_case, CloseCase(case_id=case_id)))
        self.attempt(lambda: self.desktop.do(reopen_case, ReopenCase(case_id=case_id, reason="Something new.")))

    @precondition(lambda self: self.story is not None)
    @rule()
    def pass_it_on(self) -> None:
        assert self.story is not None
        command = PassComplaintOn(
            case_id=self.story.case_id, authority_id="gbico", at=self.desktop.hand.now, zone=JAKARTA, reason="Not settled."
        )
        self.attempt(lambda: self.desktop.do(pass_on, command))

    @invariant()
    def nobody_whom_it_is_about_could_decide_it_now(self) -> None:
        for person in self.people:
            if self.story is not None and person.id in self.about_whom():
                assert not self.could_decide(person)

    def about_whom(self) -> set[int]:
        """Return who took a disputed decision, kept the case before there was one, or was ever named, as the story remembers it."""
        return {one for right in self.disputed or self.deciders for one in self.deciders[right]} | self.named

    def could_decide(self, person: Officer) -> bool:
        """Return whether an officer could decide the complaint now; nothing of it stays."""
        assert self.story is not None
        office = self.desktop.office
        here, office.officer = office.officer, person
        withdrawn = DecideComplaint(case_id=self.story.case_id, outcome=ComplaintOutcome.WITHDRAWN, reasons="Taken back.")

        def trial(desk: Desk) -> None:
            decide_complaint(withdrawn, desk)
            raise Undone

        try:
            with suppress(Undone):
                run(office, trial)
        except WorkbenchError:
            return False
        finally:
            office.officer = here
        return True


def test_no_complaint_is_decided_by_an_officer_whom_it_is_about_in_whatever_order(desktop: Desktop) -> None:
    AnyOrder.desktop = desktop
    AnyOrder.people = (desktop.office.officer, officer(desktop, "Rina Contoh"), officer(desktop, "Budi Kedua"))
    limits = settings(
        max_examples=30, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    run_state_machine_as_test(AnyOrder, settings=limits)


# Decision and what follows


def test_every_question_has_its_finding_before_a_complaint_is_decided(desktop: Desktop) -> None:
    story = complain(desktop)
    with pytest.raises(InvalidInputError, match="plan"):
        story.decide()
    proof = EvidenceRef(EvidenceRefKind.FILE, story.page.files[0].id)
    story.save(
        inquiries=(Inquiry("One?", finding="Yes.", evidence=(proof,)), Inquiry("Two?", finding="Yes."), Inquiry("Three?"))
    )
    with pytest.raises(InvestigationOpenError) as refusal:
        story.decide()
    assert refusal.value.details["questions"] == "2,3"


def test_a_complaint_that_was_withdrawn_needs_no_finding_but_reasons(desktop: Desktop) -> None:
    story = complain(desktop)
    with pytest.raises(InvalidInputError, match="reasons"):
        desktop.do(
            decide_complaint,
            DecideComplaint(case_id=story.case_id, outcome=ComplaintOutcome.WITHDRAWN, reasons=" "),
        )
    story.decide(ComplaintOutcome.WITHDRAWN)
    assert desktop.page(story.case_id).phase is Phase.ANSWERED
    desktop.do(close_case, CloseCase(case_id=story.case_id))
    assert desktop.page(story.case_id).phase is Phase.CLOSED


def test_what_is_put_right_becomes_a_task_and_is_done_with_it(desktop: Desktop) -> None:
    story = complain(desktop)
    rina = officer(desktop, "Rina Contoh")
    story.investigate()
    story.save(remedies=(Remedy("Send the data", rina.id, date(2026, 11, 20)), Remedy("Say sorry", 1, date(2026, 11, 9))))
    assert desktop.see(list_tasks) == ()
    story.decide(ComplaintOutcome.PARTLY)
    tasks = desktop.see(list_tasks, case_id=story.case_id)
    assert [(one.text, one.owner_name, one.due_on) for one in tasks] == [
        ("Say sorry", "Ayu Contoh", date(2026, 11, 9)),
        ("Send the data", "Rina Contoh", date(2026, 11, 20)),
    ]
    assert "Send the data" not in repr([line.details for line in desktop.page(story.case_id).history])
    desktop.hand.later(days=10)
    late = [one.late for one in story.page.remedies]
    assert late == [False, True]
    desktop.do(finish_task, FinishTask(task_id=tasks[1].id))
    assert [one.remedy.done_on for one in story.page.remedies] == [date(2026, 11, 12), None]
    assert [one.task_id for one in story.page.remedies] == [None, tasks[0].id]
    assert verify_office(desktop.office) == ()


def test_a_decided_complaint_stays_as_it_was(desktop: Desktop) -> None:
    story = complain(desktop)
    story.investigate()
    story.decide()
    for act in (
        lambda: story.save(inquiries=()),
        story.decide,
        lambda: desktop.do(ask_in_writing, AskInWriting(case_id=story.case_id, asked_at=desktop.hand.now, zone=JAKARTA)),
    ):
        with pytest.raises(ComplaintDecidedError):
            act()
    assert Act.DECIDE_COMPLAINT not in desktop.page(story.case_id).permitted
    assert not story.page.editable


def test_a_complaint_that_is_taken_up_again_is_decided_anew_and_never_by_whom_it_is_about(desktop: Desktop) -> None:
    about = refused_case(desktop)
    first = desktop.office.officer
    desktop.office.officer = officer(desktop, "Rina Contoh")
    story = complain(desktop, about, kind=ComplaintKind.REFUSAL)
    story.investigate()
    story.save(remedies=(Remedy("Send the data", first.id, date(2026, 11, 20)),))
    story.decide()
    desktop.send(story.case_id, LetterKind.COMPLAINT_OUTCOME)
    desktop.do(close_case, CloseCase(case_id=story.case_id))
    desktop.do(reopen_case, ReopenCase(case_id=story.case_id, reason="Another letter was found."))
    assert not story.page.decided
    desktop.office.officer = first
    with pytest.raises(NotIndependentError):
        story.decide(ComplaintOutcome.NOT_UPHELD)
    desktop.office.officer = next(one for one in desktop.see(lambda desk: tuple(desk.officers.values())) if one.id != first.id)
    story.decide(ComplaintOutcome.NOT_UPHELD)
    assert (story.page.decided, story.page.complaint.outcome) == (True, ComplaintOutcome.NOT_UPHELD)
    assert [one.text for one in desktop.see(list_tasks, case_id=story.case_id)] == ["Send the data"]


def test_the_outcome_is_told_and_the_case_closed(desktop: Desktop) -> None:
    story = complain(desktop, laws=(GB_ENG,))
    story.investigate()
    story.decide()
    assert desktop.page(story.case_id).phase is Phase.DECIDED
    desktop.send(story.case_id, LetterKind.COMPLAINT_OUTCOME)
    assert desktop.page(story.case_id).phase is Phase.ANSWERED
    desktop.do(close_case, CloseCase(case_id=story.case_id))
    with pytest.raises(NotPermittedError):
        story.save(inquiries=())


# Passing on


def test_a_complaint_that_is_not_settled_goes_to_the_authority_as_a_matter(desktop: Desktop) -> None:
    story = complain(desktop, laws=(EU_DE, GB_ENG))
    offered = desktop.see(competent, story.case_id)
    assert offered
    assert {one.authority.law for one in offered} == {"EU", "GB"}
    chosen = offered[0].authority
    command = PassComplaintOn(
        case_id=story.case_id, authority_id=chosen.id, at=desktop.hand.now, zone=JAKARTA, reason="She does not agree."
    )
    with pytest.raises(InvalidInputError, match="pass_on_reason"):
        desktop.do(pass_on, replace(command, reason=" "))
    with pytest.raises(NotFoundError):
        desktop.do(pass_on, replace(command, authority_id="nobody"))
    changes = desktop.do(pass_on, command)
    assert changes.created is not None
    matter = desktop.page(changes.created).case
    assert (matter.kind, matter.about_id, matter.subject.name) == (CaseKind.MATTER, story.case_id, SUBJECT.name)
    assert {one.law for one in matter.laws} == {chosen.law}
    assert matter.request.channel is Channel.OFFICE
    passed = story.page.passed_on
    assert [(one.case_id, one.number, one.reason) for one in passed] == [(matter.id, matter.number, "She does not agree.")]
    assert passed[0].authority == chosen.contact.name
    assert desktop.page(story.case_id).phase is Phase.AWAITING_AUTHORITY
    with pytest.raises(InvalidInputError, match="already_passed_on"):
        desktop.do(pass_on, command)
    assert verify_office(desktop.office) == ()


def test_the_list_tells_how_far_each_complaint_is(desktop: Desktop) -> None:
    about = desktop.register()
    story = complain(desktop, about)
    story.save(inquiries=(Inquiry("Why?"),))
    line = desktop.see(list_complaints)[0]
    assert (line.about_number, line.questions, line.questions_open, line.outcome) == (
        desktop.page(about).case.number,
        1,
        1,
        None,
    )
    with pytest.raises(NotFoundError):
        desktop.see(complaint_page, about)


def test_nothing_of_a_refused_complaint_is_left(desktop: Desktop) -> None:
    with pytest.raises(NotFoundError):
        complain(desktop, 999)
    assert desktop.see(list_complaints) == ()
