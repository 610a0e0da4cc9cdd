"""Refusals on the screen: the proof is built, a second officer approves exactly it, and only then the letter leaves."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton

from tests import refusals
from tests.journeys.dossier import (
    answer_what_speaks_against,
    missing,
    names,
    say_what_was_tried,
    second_officer_says,
    tick,
)
from tests.journeys.screen import Screen
from tests.journeys.test_main_job import DECISION, HISTORY, close_case, send_letter
from tests.journeys.test_wrong_attachment import attach
from tests.journeys.test_wrong_attachment import tick as enclose
from tests.makers import EU_DE, Desktop, Hand
from ui.navigation import Place
from ui.widgets.move_list import MoveList
from ui.widgets.remarks import Remarks
from workbench.domain.approvals import FourEyes
from workbench.domain.cases import LawPlace
from workbench.domain.commands import ApproveLetter, CloseCase
from workbench.domain.decisions import Outcome, ReopenCause
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.services import cases, closure, letters
from workbench.services.office import Office, ask

DAY = partial(datetime, hour=7, tzinfo=UTC)
REASON = "Your fourth request since August; nothing had changed since our answer of 12 October."
OVERTURNED = "The authority has spoken: the log has to be given out."


@pytest.fixture
def office_settings() -> dict[str, str]:
    """Let the office ask for a second officer."""
    return {"four_eyes": FourEyes.SECOND_OFFICER.value}


@pytest.fixture
def furnish() -> Callable[[Office, Hand], None]:
    """Put into the office: a second officer, three earlier requests of one person, open cases, and one that was refused."""

    def put(office: Office, hand: Hand) -> None:
        refusals.second_officer(office)
        desktop = Desktop(office, hand)
        for month, day in ((8, 3), (9, 7), (10, 12)):
            hand.now = DAY(2026, month, day)
            earlier = desktop.register(Right.ACCESS)
            desktop.decide(earlier, Right.ACCESS, Outcome.GRANTED)
        hand.now = DAY(2026, 11, 2)
        desktop.register(Right.ACCESS)
        desktop.register(Right.ERASURE, laws=(EU_DE,))
        refused = desktop.register(Right.ACCESS, laws=(LawPlace("KE", "KE"),))
        desktop.decide(refused, Right.ACCESS, Outcome.REFUSED, ("KE.privacy",), "The log names others on every line.")
        refusals.fill(office, refused, Right.ACCESS)
        letter = desktop.draft(refused, LetterKind.REFUSAL)
        refusals.approve(office, refused, Right.ACCESS)
        desktop.do(letters.approve_letter, ApproveLetter(letter_id=letter))
        desktop.dispatch(letter)
        desktop.do(closure.close_case, CloseCase(case_id=refused))

    return put


def open_case(screen: Screen, number: str) -> None:
    """Open a case on its decision tab."""
    office = screen.window.jobs.office
    assert office is not None
    case_id = ask(office, lambda desk: cases.case_id_of(desk, number))
    screen.window.navigation.go(Place("case", case_id=case_id, tab="decision"))
    screen.wait(lambda: screen.title() == number, "the case was not shown")
    screen.tab(DECISION)


def draft(screen: Screen, *, file: str = "") -> None:
    """Draft the letter that tells the decision, with a file where one is named, and go back to the decision."""
    screen.press("draftLetter")
    if file:
        enclose(screen, file)
    screen.press("save_draftButton")
    screen.press("letterCase")
    screen.tab(DECISION)


def remarks(screen: Screen, name: str) -> str:
    """Return the words of remarks on the screen."""
    screen.settle()
    return "\n".join(f"{one.about}: {one.text} {one.below}" for one in screen.find(Remarks, name).remarks())


def test_a_fourth_repeat_request_is_refused_with_a_dossier_and_a_second_officer(screen: Screen, tmp_path: Path) -> None:
    open_case(screen, "DSR-2026-0004")
    screen.press("outcome_refused")
    screen.press("ground_EU.frivolous")
    tick(screen, "unf.says_disrupt", "Writes that one comes every week until the invoice is waived.")
    tick(screen, "exc.repeat", "Three requests were answered since August.")
    for number in range(3):
        screen.write(f"earlier_{number}_changed", "Nothing: no new contract, no new data.")
    assert answer_what_speaks_against(screen, "We looked: nothing of the kind.") > 3
    assert say_what_was_tried(screen, "Offered on 5 November, no answer came.") > 1
    screen.write("balancing", "A fourth copy of the same data gives the person nothing new.")
    screen.write("internal", "Talked over with counsel.")
    screen.write("decisionReason", REASON)
    screen.press("recordDecision")
    assert "The letter names every remedy" in missing(screen)
    draft(screen)
    assert missing(screen) == ["A second officer has approved exactly this"]
    second_officer_says(screen, "approved", passphrase=refusals.SECOND_PASSPHRASE)
    screen.tab(DECISION)
    assert missing(screen) == []
    words = send_letter(screen, "refusal", "en", tmp_path / "refusal.pdf")
    assert REASON in words
    assert "12(5)(b)" in words
    assert "Talked over with counsel" not in words
    screen.tab(HISTORY)
    assert "Second officer answered" in screen.table("historyTable")


def test_access_is_partly_refused_for_the_privacy_of_others_with_a_redacted_copy(screen: Screen, tmp_path: Path) -> None:
    open_case(screen, "DSR-2026-0004")
    redacted = tmp_path / "support-log-redacted.txt"
    redacted.write_text("3 May: [redacted] called about the invoice.\n", encoding="utf-8")
    attach(screen, redacted)
    screen.tab(DECISION)
    screen.press("outcome_partly")
    screen.press("ground_EU.privacy")
    answer_what_speaks_against(screen, "Only the names of others are hidden; the rest is given.")
    screen.press("withheldAdd")
    screen.write("withheld_0_item", "Names in the support log of 3 May")
    screen.write("withheld_0_whose", "another customer")
    screen.write("withheld_0_balancing", "The person learns all that is about themselves; the other keeps their name.")
    screen.write("withheld_0_consent_note", "Asking would have told them of this request.")
    assert "Each withheld item is weighed" in missing(screen)
    screen.write("withheld_0_given_instead", "A redacted copy of the log")
    screen.write("decisionReason", "The support log names another customer; those lines are hidden in your copy.")
    screen.press("recordDecision")
    draft(screen, file=redacted.name)
    assert missing(screen) == ["A second officer has approved exactly this"]
    second_officer_says(screen, "approved", passphrase=refusals.SECOND_PASSPHRASE)
    words = send_letter(screen, "answer", "en", tmp_path / "answer.pdf")
    assert "those lines are hidden in your copy" in words
    assert redacted.name in words


def test_an_erasure_keeps_the_invoices_for_ten_years_and_puts_the_newsletter_on_the_suppression_list(
    screen: Screen, tmp_path: Path
) -> None:
    open_case(screen, "DSR-2026-0005")
    screen.press("outcome_partly")
    screen.press("ground_EU.retention")
    screen.press("weighHeld")
    for category in ("invoices", "email", "preferences"):
        screen.press(f"held_{category}")
    screen.press("milestone_issuedKnown")
    screen.find(QDateEdit, "milestone_issuedDay").setDate(QDate(2026, 3, 2))
    screen.press("heldSend")
    said = remarks(screen, "weighed")
    assert "Stays until 2 March 2036" in said
    assert "Goes." in said
    screen.write("decisionReason", "Your invoices have to be kept for ten years; your newsletter has ended.")
    screen.press("recordDecision")
    draft(screen)
    assert missing(screen) == ["A second officer has approved exactly this"]
    second_officer_says(screen, "approved", passphrase=refusals.SECOND_PASSPHRASE)
    words = send_letter(screen, "answer", "en", tmp_path / "answer.pdf")
    assert "Invoices" in words
    assert "Your invoices have to be kept for ten years" in words
    screen.tab(DECISION)
    assert "Put the person on the suppression list" in screen.words_shown()
    open_tasks = names(screen, QPushButton, "taskDone")
    screen.press(open_tasks[0])
    screen.wait(lambda: len(names(screen, QPushButton, "taskDone")) < len(open_tasks), "the task was not done")


def test_a_refusal_is_overturned_by_the_authority_and_decided_anew(screen: Screen, tmp_path: Path) -> None:
    open_case(screen, "DSR-2026-0006")
    screen.window.actions_by_id["reopen"].trigger()
    screen.choose("reopenCaseCause", ReopenCause.REGULATOR.value)
    clocks = screen.find(MoveList, "reopenCaseClocks")
    screen.wait(lambda: any("11 Dec" in one.told for one in clocks.moves()), "the clock of the authority is not shown")
    screen.press("reopenCaseSend")
    assert screen.seen(QLabel, "reopenCaseComplaintReason") is not None, "a case is not taken up again without a reason"
    screen.write("reopenCaseReason", OVERTURNED)
    screen.press("reopenCaseSend")
    screen.tab(DECISION)
    assert "The log names others on every line." in remarks(screen, "decisionRounds"), "the old decision stays readable"
    screen.press("readDossier0")
    assert "mail of 3 May" in remarks(screen, "dossierViewRemarks"), "and so does its dossier"
    screen.press("dossierViewClose")
    screen.press("outcome_granted")
    screen.write("decisionReason", OVERTURNED)
    screen.press("recordDecision")
    words = send_letter(screen, "answer", "en", tmp_path / "answer.pdf")
    assert OVERTURNED in words
    close_case(screen, "DSR-2026-0006")


def test_what_is_typed_survives_a_lock(screen: Screen) -> None:
    open_case(screen, "DSR-2026-0004")
    screen.press("outcome_refused")
    screen.press("ground_EU.frivolous")
    tick(screen, "unf.says_disrupt", "Writes that one comes every week.")
    screen.write("decisionReason", REASON)
    screen.window.actions_by_id["lock"].trigger()
    screen.unlock()
    open_case(screen, "DSR-2026-0004")
    assert screen.text("decisionReason") == REASON
    assert screen.text("sentence_unf.says_disrupt") == "Writes that one comes every week."
    assert "Each factor has a sentence and evidence" not in missing(screen)
    assert screen.checked("outcome_refused")
