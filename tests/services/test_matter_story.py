"""A whole story: a complaint that is not settled goes to the authority, which asks, gives more time, and overturns the refusal."""

from datetime import date, timedelta

from tests.makers import GB_ENG, JAKARTA, SUBJECT, Desktop
from tests.services.test_matters import answer, answered_request, ask, decide, page, save
from workbench.domain.cases import CaseKind, Channel
from workbench.domain.commands import DispatchLetter, PassComplaintOn, RecordAuthorityLetter, RegisterComplaint
from workbench.domain.complaints import ComplaintKind
from workbench.domain.letters import DispatchChannel, LetterKind
from workbench.domain.matters import MatterOutcome, Question, QuestionState
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services import complaints, dispatch, matters


def test_a_complaint_passed_on_is_answered_after_an_extension_and_the_request_decided_anew(desktop: Desktop) -> None:
    request = answered_request(desktop)
    complaint = desktop.do(
        complaints.register_complaint,
        RegisterComplaint(
            subject=SUBJECT,
            received_at=desktop.hand.later(days=1),
            zone=JAKARTA,
            channel=Channel.EMAIL,
            laws=(GB_ENG,),
            kind=ComplaintKind.REFUSAL,
            written=True,
            about_id=request,
            rights=(Right.ACCESS,),
        ),
    ).created
    assert complaint is not None
    desktop.hand.later(days=5)
    passed = PassComplaintOn(
        case_id=complaint, authority_id="gbico", at=desktop.hand.now, zone=JAKARTA, reason="It could not be settled."
    )
    case_id = desktop.do(complaints.pass_on, passed).created
    assert case_id is not None
    found = page(desktop, case_id)
    assert (found.matter.passed_on, found.matter.person) == (True, SUBJECT.name)
    assert [(one.id, one.kind) for one in found.about] == [(complaint, CaseKind.COMPLAINT), (request, CaseKind.REQUEST)]

    due = date(2026, 11, 27)
    desktop.hand.later(days=4)
    asks = RecordAuthorityLetter(case_id=case_id, at=desktop.hand.now, zone=JAKARTA, what="One question", asks=True, due=due)
    desktop.do(matters.record_letter, asks)
    ask(desktop, case_id, due + timedelta(days=14))
    desktop.hand.later(days=1)
    answer(desktop, case_id, due + timedelta(days=7))
    answered = Question("Why was it refused?", answer="It was the fourth.", owner_id=1, state=QuestionState.READY)
    save(desktop, case_id, reference="IC-118", questions=(answered,))
    desktop.hand.go("2026-12-02 10:00")
    left = DispatchLetter(
        letter_id=desktop.issue(case_id, LetterKind.AUTHORITY_SUBMISSION),
        sent_at=desktop.hand.now,
        zone=JAKARTA,
        channel=DispatchChannel.PORTAL,
        recipient="Information Commissioner's Office",
    )
    desktop.do(dispatch.dispatch_letter, left)
    found = page(desktop, case_id)
    assert found.phase is Phase.AWAITING_AUTHORITY
    assert found.own is not None
    assert (found.own.due, found.own.state) == (due + timedelta(days=7), "met")
    assert [one.state for one in found.matter.questions] == [QuestionState.SENT]
    assert [one.letter.kind for one in found.correspondence if one.letter is not None] == [LetterKind.AUTHORITY_SUBMISSION]

    desktop.hand.later(days=10)
    decide(desktop, case_id, MatterOutcome.OVERTURNED, reopen=(Right.ACCESS,))
    again = desktop.page(request)
    assert (again.phase, again.case.decision(Right.ACCESS)) == (Phase.IN_PROGRESS, None)
    found = page(desktop, case_id)
    assert [one.id for one in found.about if one.reopened_at is not None] == [request]
    assert [one.incoming for one in found.correspondence] == [False, True, False, True, False, True]
