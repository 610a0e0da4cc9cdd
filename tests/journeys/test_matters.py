"""A complaint that is not settled: it goes to the authority, which asks, is answered in the time it grants, and overturns the refusal."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QTableView

from tests import refusals
from tests.journeys.regulators import clock, open_task, page, send, set_day, show, shown
from tests.journeys.screen import Screen
from tests.journeys.test_main_job import BOTH, DECISION
from tests.journeys.test_wrong_attachment import attach
from tests.makers import JAKARTA, SUBJECT, Desktop, Hand
from workbench.domain.cases import Channel, EventKind, LawPlace
from workbench.domain.commands import CloseCase, RegisterComplaint
from workbench.domain.complaints import ComplaintKind
from workbench.domain.decisions import Outcome
from workbench.domain.letters import DispatchChannel, LetterKind
from workbench.domain.matters import MatterOutcome, QuestionState
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services import closure, complaints
from workbench.services.office import Office

KENYA = LawPlace("KE", "KE")
TOPIC = "A log that was not given out"
WHY = "The person insists on the whole log; we hold that others are named in it."
REASON = "Two mailboxes have to be restored."
REFERENCE = "ODPC/C/118"
THEIR_LETTER = "Letter ODPC/C/118 of 20 November"
QUESTIONS = ("1. Why was the log refused?", "2. Who is named in it?")
ANSWERS = ("It names others on every line.", "Three other customers, by their first names.")
OVERTURNED = "The log has to be given out with the names of others hidden."
TASK = "Write down how logs are redacted"


@pytest.fixture
def furnish() -> Callable[[Office, Hand], None]:
    """Put into the office: a request that was refused, told and closed, and a complaint about it."""

    def put(office: Office, hand: Hand) -> None:
        desktop = Desktop(office, hand)
        hand.now = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)
        refused = desktop.register(Right.ACCESS, laws=(KENYA,))
        desktop.decide(refused, Right.ACCESS, Outcome.REFUSED, ("KE.privacy",), "The log names others on every line.")
        desktop.send(refused, LetterKind.REFUSAL)
        desktop.do(closure.close_case, CloseCase(case_id=refused))
        hand.now = datetime(2026, 11, 9, 7, 0, tzinfo=UTC)
        complaint = RegisterComplaint(
            subject=SUBJECT,
            received_at=hand.now,
            zone=JAKARTA,
            channel=Channel.EMAIL,
            laws=(KENYA,),
            kind=ComplaintKind.REFUSAL,
            written=True,
            about_id=refused,
            subject_line=TOPIC,
            text="Give me the whole log.",
        )
        desktop.do(complaints.register_complaint, complaint)
        refusals.second_officer(office)

    return put


def record(screen: Screen, what: str) -> None:
    """Say what the authority said, and go on to what is recorded of it."""
    screen.window.actions_by_id["record_authority"].trigger()
    screen.press(f"authoritySaid_{what}")


def answer(screen: Screen, row: int, words: str) -> None:
    """Answer a question with a file, and call the answer ready."""
    table = screen.find(QTableView, "questionsTable")
    table.setCurrentIndex(table.model().index(row, 0))
    screen.write("questionAnswer", words)
    add = screen.find(QPushButton, "questionFileAdd")
    assert add.isEnabled(), "the file that was kept just now can be pointed at"
    add.menu().actions()[0].trigger()
    screen.choose("questionState", QuestionState.READY.value)
    screen.press("questionSave")


def pass_on(screen: Screen, complaint: str, language: str, file: Path) -> str:
    """Take a complaint to the authority, tell the person, show the matter and return its number."""
    show(screen, complaint)
    screen.press("outcomePassOn")
    assert screen.find(QComboBox, "passOnAuthority").currentData() == "keauthority"
    screen.write("passOnReason", WHY)
    screen.press("passOnSend")
    screen.wait(lambda: screen.title().startswith("REG-2026-"), "no matter was opened")
    number = screen.title()
    show(screen, complaint)
    words = send(screen, "complaint_passed_on", language, file, places={"why_passed_on": WHY})
    assert WHY in words
    assert complaint in words
    show(screen, number)
    return number


def enter_enquiry(screen: Screen) -> None:
    """Keep the letter of the authority, with its deadline, its reference and its questions."""
    record(screen, "letter")
    screen.write("authorityLetterWhat", THEIR_LETTER)
    screen.press("authorityLetterAsks")
    screen.press("authorityLetterDueKnown")
    set_day(screen, "authorityLetterDueDay", date(2026, 12, 4))
    screen.press("authorityLetterSend")
    screen.press("matterEdit")
    screen.write("matterHeadReference", REFERENCE)
    screen.write("matterHeadName", "Dr Wanjiku Amt")
    screen.press("matterHeadSend")
    screen.press("questionsAdd")
    screen.write("addQuestionsText", "\n".join(QUESTIONS))
    screen.press("addQuestionsSend")


def ask_more_time(screen: Screen, language: str, file: Path) -> str:
    """Ask for more time, and send the letter that says so; return its words."""
    screen.press("matterAskTime")
    set_day(screen, "askMoreTimeUntil", date(2026, 12, 18))
    screen.write("askMoreTimeReason", REASON)
    screen.press("askMoreTimeSend")
    meanwhile = {"meanwhile": "We restore the mailboxes."}
    return send(screen, "authority_more_time", language, file, places=meanwhile, channel=DispatchChannel.POST)


def grant_more_time(screen: Screen, until: date) -> None:
    """Record that the authority grants more time, though less than was asked for."""
    screen.press("matterAnswerTime")
    set_day(screen, "answerMoreTimeUntilDay", until)
    screen.write("answerMoreTimeSaidIn", "Mail of 20 November")
    screen.press("answerMoreTimeSend")


def overturn(screen: Screen) -> None:
    """Record that the authority overturns the refusal, and what is put right because of it."""
    screen.press("authorityDecide")
    screen.choose("authorityDecisionOutcome", MatterOutcome.OVERTURNED.value)
    screen.write("authorityDecisionSummary", OVERTURNED)
    assert screen.checked("authorityDecision_access"), "what it overturns is decided anew"
    screen.press("authorityDecisionTasksAdd")
    screen.write("authorityDecisionTasks_0_text", TASK)
    screen.choose("authorityDecisionTasks_0_owner", "1")
    screen.press("authorityDecisionTasks_0_dueKnown")
    set_day(screen, "authorityDecisionTasks_0_dueDay", date(2026, 12, 1))
    screen.press("authorityDecisionSend")
    assert shown(screen, "authorityDecisionSummaryShown") == OVERTURNED


@BOTH
def test_a_complaint_goes_to_the_authority_which_is_answered_after_more_time_and_overturns_the_refusal(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["screen"]
    number = pass_on(screen, "CMP-2026-0001", language, tmp_path / "passed-on.pdf")
    enter_enquiry(screen)
    assert clock(screen, number, "authority_deadline").due == date(2026, 12, 4)
    assert clock(screen, number, "regulator_enquiry").due == date(2026, 12, 11), "21 days of the law, from the letter"

    words = ask_more_time(screen, language, tmp_path / "time.pdf")
    assert REASON in words
    assert {"en": "18 December 2026", "id": "18 Desember 2026"}[language] in words
    assert clock(screen, number, "authority_deadline").due == date(2026, 12, 4), "asking alone makes nothing later"
    grant_more_time(screen, date(2026, 12, 15))
    assert clock(screen, number, "authority_deadline").due == date(2026, 12, 15), "what was granted, not what was asked"

    log = tmp_path / "log.txt"
    log.write_text("3 May: a call\n", encoding="utf-8")
    attach(screen, log)
    for row, said in enumerate(ANSWERS):
        answer(screen, row, said)
    words = send(screen, "authority_submission", language, tmp_path / "answer.pdf", channel=DispatchChannel.POST)
    for said in (*ANSWERS, "Why was the log refused?", log.name, number, REFERENCE):
        assert said in words, said
    assert {"en": "Annex 1: log.txt", "id": "Lampiran 1: log.txt"}[language] in words
    assert clock(screen, number, "authority_deadline").state == "met"
    assert page(screen, number).phase is Phase.AWAITING_AUTHORITY

    overturn(screen)
    open_task(screen, TASK)
    assert screen.title() == number
    again = page(screen, "DSR-2026-0001")
    assert again.phase is Phase.IN_PROGRESS
    reopened = [event for event in again.case.events if event.kind is EventKind.REOPENED]
    assert [event.detail("cause") for event in reopened] == ["regulator"]
    assert clock(screen, "DSR-2026-0001", "regulator_enquiry").due == date(2026, 12, 11), "21 days from the authority's word"


@BOTH
def test_what_an_authority_overturned_is_decided_anew_and_told(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["screen"]
    number = pass_on(screen, "CMP-2026-0001", language, tmp_path / "passed-on.pdf")
    overturn(screen)
    assert page(screen, number).phase is Phase.AUTHORITY_DECIDED
    show(screen, "DSR-2026-0001")
    screen.tab(DECISION)
    screen.press("outcome_granted")
    screen.write("decisionReason", OVERTURNED)
    screen.press("recordDecision")
    assert OVERTURNED in send(screen, "answer", language, tmp_path / "anew.pdf")
    assert clock(screen, "DSR-2026-0001", "regulator_enquiry").state == "met"
    assert page(screen, "DSR-2026-0001").phase is Phase.ANSWERED
