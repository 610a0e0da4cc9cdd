"""A letter that comes back told nobody anything: the clock runs on, the case is open again, and a new sending counts anew."""

import pytest

from tests.makers import EU_DE, JAKARTA, SUBJECT, Desktop
from workbench.domain.cases import EventKind
from workbench.domain.commands import (
    ApproveLetter,
    CloseCase,
    ComposeLetter,
    DispatchLetter,
    ExtendDeadline,
    MakePrintRun,
    RecordDelivery,
    RecordReturn,
)
from workbench.domain.decisions import Outcome
from workbench.domain.errors import InvalidInputError, NotPermittedError
from workbench.domain.letters import (
    CorrectionRefusedError,
    DeliveryOutcome,
    DispatchChannel,
    LetterFields,
    LetterKind,
    LetterNotIssuedError,
    LetterOutdatedError,
    LetterState,
)
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services import closure, deadlines, dispatch, letters, outgoing, register
from workbench.services.today import today_board
from workbench.services.verify import verify_office

ADDRESS = ", ".join((SUBJECT.name, *SUBJECT.address))
ASKED = LetterFields(addressee=(SUBJECT.name, *SUBJECT.address), free_text="Which account do you mean?")


def send(desktop: Desktop, letter_id: int, tracking: str = "RR 123 456 789 ID") -> None:
    command = DispatchLetter(
        letter_id=letter_id,
        sent_at=desktop.hand.now,
        zone=JAKARTA,
        channel=DispatchChannel.REGISTERED_POST,
        recipient=ADDRESS,
        tracking=tracking,
    )
    desktop.do(dispatch.dispatch_letter, command)


def come_back(
    desktop: Desktop, letter_id: int, outcome: DeliveryOutcome = DeliveryOutcome.RETURNED, remark: str = "moved"
) -> None:
    command = RecordReturn(letter_id=letter_id, outcome=outcome, at=desktop.hand.now, zone=JAKARTA, remark=remark)
    desktop.do(dispatch.record_return, command)


def answered(desktop: Desktop) -> tuple[int, int]:
    """Return a case and its answer, which left by registered post."""
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    desktop.hand.later(days=3)
    letter_id = desktop.issue(case_id, LetterKind.ANSWER)
    send(desktop, letter_id)
    return case_id, letter_id


def test_the_clock_runs_on_when_the_answer_comes_back_and_stops_with_the_new_sending(desktop: Desktop) -> None:
    case_id, letter_id = answered(desktop)
    before = desktop.line(case_id, "EU.respond")
    assert (before.state, desktop.page(case_id).phase) == ("met", Phase.ANSWERED)
    desktop.hand.later(days=9)
    come_back(desktop, letter_id)
    page = desktop.page(case_id)
    line = desktop.line(case_id, "EU.respond")
    assert (line.state, line.answered_at, line.due) == ("running", None, before.due)
    assert (page.phase, page.next_step.code) == (Phase.TO_DISPATCH, "send_again")
    assert page.letters[0].came_back
    assert page.letters[0].state is LetterState.ISSUED
    again = desktop.hand.later(days=2)
    send(desktop, letter_id, "RR 987 654 321 ID")
    line = desktop.line(case_id, "EU.respond")
    assert (line.state, line.answered_at) == ("met", again)
    sendings = desktop.page(case_id).letters[0].dispatches
    assert [(one.tracking, one.outcome) for one in sendings] == [
        ("RR 123 456 789 ID", DeliveryOutcome.RETURNED),
        ("RR 987 654 321 ID", None),
    ]
    assert sendings[0].proof == "moved"
    assert verify_office(desktop.office) == ()


def test_an_answer_that_comes_back_too_late_to_be_sent_in_time_is_late(desktop: Desktop) -> None:
    case_id, letter_id = answered(desktop)
    desktop.hand.later(days=40)
    come_back(desktop, letter_id, DeliveryOutcome.BOUNCED)
    assert desktop.line(case_id, "EU.respond").late
    send(desktop, letter_id)
    assert desktop.line(case_id, "EU.respond").state == "met_late"


def test_a_closed_case_is_open_again_when_its_answer_comes_back_and_is_closed_by_hand(desktop: Desktop) -> None:
    case_id, letter_id = answered(desktop)
    desktop.do(closure.close_case, CloseCase(case_id=case_id))
    assert desktop.page(case_id).phase is Phase.CLOSED
    desktop.hand.later(days=5)
    come_back(desktop, letter_id)
    assert desktop.page(case_id).phase is Phase.TO_DISPATCH
    assert "send_again" in [task.code for task in desktop.see(today_board).tasks]
    assert desktop.see(today_board).overdue == 0
    send(desktop, letter_id)
    assert desktop.page(case_id).phase is Phase.ANSWERED
    assert "send_again" not in [task.code for task in desktop.see(today_board).tasks]
    desktop.do(closure.close_case, CloseCase(case_id=case_id))
    assert desktop.page(case_id).phase is Phase.CLOSED


def test_only_the_letter_that_came_back_is_untold(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.RECTIFICATION)
    desktop.decide(case_id)
    desktop.decide(case_id, Right.RECTIFICATION, Outcome.REFUSED, ("EU.frivolous",), "The same question came forty times.")
    answer, refusal = (desktop.issue(case_id, kind) for kind in (LetterKind.ANSWER, LetterKind.REFUSAL))
    send(desktop, answer)
    send(desktop, refusal)
    come_back(desktop, refusal)
    assert {line.rights: line.state for line in desktop.lines(case_id)} == {
        (Right.ACCESS,): "met",
        (Right.RECTIFICATION,): "running",
    }


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        (LetterKind.ACKNOWLEDGEMENT, EventKind.ACKNOWLEDGED),
        (LetterKind.IDENTITY, EventKind.IDENTITY_REQUESTED),
        (LetterKind.CLARIFICATION, EventKind.CLARIFICATION_REQUESTED),
    ],
    ids=["acknowledgement", "identity", "clarification"],
)
def test_a_question_that_came_back_was_not_asked_and_is_asked_by_the_next_sending(
    desktop: Desktop, kind: LetterKind, event: EventKind
) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.issue(case_id, kind, fields=ASKED)
    send(desktop, letter_id)
    before = desktop.line(case_id, "EU.respond")
    come_back(desktop, letter_id)
    assert desktop.page(case_id).case.last(event) is None
    assert desktop.line(case_id, "EU.respond").state == "running"
    asked_at = desktop.hand.later(days=1)
    send(desktop, letter_id)
    asked = desktop.page(case_id).case.last(event)
    assert asked is not None
    assert asked.occurred_at == asked_at
    assert desktop.line(case_id, "EU.respond").state == before.state


def test_the_notice_of_an_extension_that_came_back_is_not_given(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    longer = ExtendDeadline(case_id=case_id, law="EU", notified_at=desktop.hand.now, zone=JAKARTA, reason="Forty systems.")
    desktop.do(deadlines.extend_deadline, longer)
    letter_id = desktop.issue(case_id, LetterKind.EXTENSION)
    send(desktop, letter_id)
    assert desktop.page(case_id).case.last(EventKind.EXTENSION_NOTIFIED).detail("letter") == "L-2026-0001"  # type: ignore[union-attr]
    come_back(desktop, letter_id)
    assert desktop.page(case_id).case.last(EventKind.EXTENSION_NOTIFIED).detail("letter") == ""  # type: ignore[union-attr]
    assert desktop.page(case_id).next_step.code == "send_again"
    send(desktop, letter_id)
    assert desktop.page(case_id).case.last(EventKind.EXTENSION_NOTIFIED).detail("letter") == "L-2026-0001"  # type: ignore[union-attr]


def test_what_cannot_come_back_is_refused(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.issue(case_id, LetterKind.ACKNOWLEDGEMENT)
    with pytest.raises(LetterNotIssuedError):
        come_back(desktop, letter_id)
    desktop.hand.later(days=2)
    send(desktop, letter_id)
    with pytest.raises(InvalidInputError) as refused:
        come_back(desktop, letter_id, DeliveryOutcome.DELIVERED)
    assert refused.value.details == {"field": "outcome", "problem": "not_a_choice"}
    early = RecordReturn(
        letter_id=letter_id, outcome=DeliveryOutcome.RETURNED, at=desktop.page(case_id).case.opened_at, zone=JAKARTA
    )
    with pytest.raises(InvalidInputError) as refused:
        desktop.do(dispatch.record_return, early)
    assert refused.value.details["problem"] == "before_sending"
    come_back(desktop, letter_id)
    with pytest.raises(LetterNotIssuedError):
        come_back(desktop, letter_id)
    with pytest.raises(LetterNotIssuedError):
        desktop.do(dispatch.record_delivery, RecordDelivery(letter_id=letter_id, delivered_at=desktop.hand.now, zone=JAKARTA))


def test_a_letter_whose_decision_was_taken_again_meanwhile_is_not_sent_again(desktop: Desktop) -> None:
    case_id, letter_id = answered(desktop)
    come_back(desktop, letter_id)
    desktop.decide(case_id, Right.ACCESS, Outcome.NOTHING_HELD)
    with pytest.raises(LetterOutdatedError):
        send(desktop, letter_id)


# Corrections


def corrected(desktop: Desktop, case_id: int, letter_id: int, kind: LetterKind = LetterKind.ANSWER) -> int:
    command = ComposeLetter(case_id=case_id, kind=kind, language="en", corrects_id=letter_id)
    return int(desktop.do(letters.compose_letter, command).created or 0)


def test_a_correction_is_a_new_letter_that_tells_the_same_and_names_the_old(desktop: Desktop) -> None:
    from tests.paper.reading import words_of  # noqa: PLC0415  only this test reads a PDF

    case_id, letter_id = answered(desktop)
    old = desktop.see(letters.letter_pdf, letter_id)
    desktop.hand.later(days=1)
    new = corrected(desktop, case_id, letter_id)
    desktop.do(letters.approve_letter, ApproveLetter(letter_id=new))
    letter = desktop.see(letters.load_letter, new)
    assert letter.corrects == "L-2026-0001"
    assert desktop.see(outgoing.corrected_by, letter_id) == ("L-2026-0002",)
    assert desktop.see(letters.letter_pdf, letter_id) == old
    assert "L-2026-0001" in words_of(desktop.see(letters.letter_pdf, new))
    issued = desktop.page(case_id).case.last(EventKind.LETTER_ISSUED)
    assert issued is not None
    assert (issued.detail("rights"), issued.detail("corrects")) == ("access", "L-2026-0001")
    first = desktop.line(case_id, "EU.respond").answered_at
    send(desktop, new)
    assert desktop.line(case_id, "EU.respond").answered_at == first


def test_a_letter_that_was_replaced_does_not_leave(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.issue(case_id, LetterKind.ACKNOWLEDGEMENT)
    new = corrected(desktop, case_id, letter_id, LetterKind.ACKNOWLEDGEMENT)
    desktop.do(letters.approve_letter, ApproveLetter(letter_id=new))
    with pytest.raises(LetterOutdatedError):
        send(desktop, letter_id)
    with pytest.raises(LetterOutdatedError):
        desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=(letter_id,)))
    assert [line.id for line in desktop.see(register.letters_to_print)] == [new]
    assert [(task.code, task.count) for task in desktop.see(today_board).tasks if "letters" in task.code] == [
        ("dispatch_letters", 1)
    ]
    send(desktop, new)
    assert [task.code for task in desktop.see(today_board).tasks if "letters" in task.code] == []


def test_only_an_issued_letter_of_the_same_case_is_replaced_and_only_once(desktop: Desktop) -> None:
    case_id, other = desktop.register(Right.ACCESS), desktop.register(Right.ACCESS, laws=(EU_DE,))
    draft = desktop.draft(case_id, LetterKind.ACKNOWLEDGEMENT)
    elsewhere = desktop.issue(other, LetterKind.ACKNOWLEDGEMENT)
    issued = desktop.issue(case_id, LetterKind.ACKNOWLEDGEMENT)
    corrected(desktop, case_id, issued, LetterKind.ACKNOWLEDGEMENT)
    for letter_id, why in ((draft, "not_issued"), (elsewhere, "other_case"), (issued, "corrected_already")):
        with pytest.raises(CorrectionRefusedError) as refused:
            corrected(desktop, case_id, letter_id, LetterKind.ACKNOWLEDGEMENT)
        assert refused.value.details["why"] == why


def test_nothing_is_replaced_in_a_closed_case(desktop: Desktop) -> None:
    case_id, letter_id = answered(desktop)
    desktop.do(closure.close_case, CloseCase(case_id=case_id))
    with pytest.raises(NotPermittedError):
        corrected(desktop, case_id, letter_id)
