"""A complaint on the screen: received in writing, acknowledged, investigated, decided by an officer whom it is not about, put right."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget

from tests import refusals
from tests.journeys.dossier import names
from tests.journeys.regulators import change_seats, clock, find_case, open_task, page, send, set_day, show, shown
from tests.journeys.screen import Screen
from tests.journeys.test_main_job import BOTH, close_case
from tests.journeys.test_wrong_attachment import attach
from tests.makers import GB_ENG, Desktop, Hand
from workbench.domain.cases import EventKind
from workbench.domain.commands import CloseCase
from workbench.domain.complaints import ComplaintKind, ComplaintOutcome
from workbench.domain.decisions import Outcome
from workbench.domain.letters import LetterKind
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services import closure
from workbench.services.office import Office

SECOND, SECOND_NAME = 2, "Budi Kedua"
TOPIC = "Your refusal of 2 November"
WORDS = "You refused me a copy of my data without looking for it."
FINDING = "The log of the search shows that the mailbox was never searched."
REASONS = "The request was refused before anybody had searched the mailbox."
REMEDY = "Search the mailbox and give the copy"


@pytest.fixture
def furnish() -> Callable[[Office, Hand], None]:
    """Put into the office: a request that the first officer refused alone, and since then a second officer."""

    def put(office: Office, hand: Hand) -> None:
        desktop = Desktop(office, hand)
        hand.now = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)
        refused = desktop.register(Right.ACCESS, laws=(GB_ENG,))
        desktop.decide(refused, Right.ACCESS, Outcome.REFUSED, ("GB.frivolous",), "Asked and answered.")
        desktop.send(refused, LetterKind.REFUSAL)
        desktop.do(closure.close_case, CloseCase(case_id=refused))
        refusals.second_officer(office)

    return put


def receive(screen: Screen, about: str) -> str:
    """Open a complaint in writing about a case, and return its number."""
    screen.window.actions_by_id["new_complaint"].trigger()
    find_case(screen, about)
    screen.choose("complaintKind", ComplaintKind.REFUSAL.value)
    screen.press("complaintRight_access")
    assert screen.checked("complaintWritten"), "what comes by mail is in writing"
    screen.write("complaintTopic", TOPIC)
    screen.write("complaintText", WORDS)
    screen.press("complaintOpenButton")
    screen.wait(lambda: screen.title().startswith("CMP-2026-"), "no complaint was opened")
    return screen.title()


def ask_and_find(screen: Screen, number: int, question: str, finding: str) -> None:
    """Put a question into the plan, say what was found, and point at the first file."""
    screen.write("planNew", question)
    screen.press("planAdd")
    assert screen.find(QListWidget, "planQuestions").currentRow() == number
    screen.write("planAsked", "The support team")
    screen.write("planFinding", finding)
    screen.press("planProofAdd")
    screen.choose("evidenceRefWhat", 0)
    screen.press("evidenceRefSend")


def decide_upheld(screen: Screen) -> None:
    """Decide the complaint: it is right."""
    screen.press("outcomeDecide")
    screen.choose("decideComplaintOutcome", ComplaintOutcome.UPHELD.value)
    screen.write("decideComplaintReasons", REASONS)
    screen.press("decideComplaintSend")


@BOTH
def test_a_complaint_is_acknowledged_investigated_upheld_by_the_other_officer_put_right_and_closed(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["screen"]
    number = receive(screen, "DSR-2026-0001")
    assert "Ayu Contoh" in shown(screen, "independence0"), "who took the disputed decision reads that they cannot decide"
    assert clock(screen, number, "complaint_ack").due == date(2026, 12, 21), "30 days from the day after, moved off a weekend"

    words = send(screen, "complaint_acknowledgement", language, tmp_path / "ack.pdf")
    assert number in words
    assert TOPIC in words
    assert clock(screen, number, "complaint_ack").state == "met"

    proof = tmp_path / "search-log.txt"
    proof.write_text("2 November: no mailbox searched\n", encoding="utf-8")
    attach(screen, proof)
    ask_and_find(screen, 0, "Was the mailbox searched?", FINDING)
    ask_and_find(screen, 1, "Who refused?", "The first officer, on the day of the receipt.")
    decide_upheld(screen)
    assert screen.find(QComboBox, "decideComplaintWho").findData("own") < 0, "the officer whom it is about is not offered"
    assert screen.seen(QLabel, "decideComplaintComplaintOutside") is not None
    assert "Ayu Contoh" in screen.words_shown()
    screen.press("decideComplaintCancel")

    change_seats(screen, refusals.SECOND_PASSPHRASE, SECOND_NAME)
    show(screen, number)
    assert len(names(screen, QListWidget, "planQuestions")) == 1, "the plan was kept before the seat was left"
    screen.press("remedyAdd")
    screen.write("remedyWhat", REMEDY)
    screen.choose("remedyOwner", SECOND)
    set_day(screen, "remedyDue", date(2026, 12, 4))
    screen.press("remedySend")
    decide_upheld(screen)
    assert shown(screen, "complaintReasons") == REASONS
    assert page(screen, number).phase is not Phase.CLOSED

    words = send(screen, "complaint_outcome", language, tmp_path / "outcome.pdf", places={"findings": FINDING})
    for said in (REASONS, FINDING, REMEDY, SECOND_NAME, "Information Commissioner"):
        assert said in words, said
    assert clock(screen, number, "complaint_outcome").state == "met"
    open_task(screen, REMEDY)
    assert screen.title() == number
    screen.press("remedyDone1")
    close_case(screen, number)
    events = [event for event in page(screen, number).case.events if event.kind is EventKind.COMPLAINT_DECIDED]
    assert [event.officer_id for event in events] == [SECOND]
