"""The main job on the screen: from a mail that is dropped on the window to a closed case and its printed letters."""

import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QTableView

from tests.journeys.dossier import answer_what_speaks_against, say_what_was_tried, tick, use_exception
from tests.journeys.screen import Screen
from workbench.domain.letters import DispatchChannel
from workbench.services.resources import RESOURCES

DEMO = RESOURCES / "demo"
OVERVIEW, EVIDENCE, DECISION, LETTERS, HISTORY = range(5)
BOTH = pytest.mark.parametrize("screen", ["en", "id"], indirect=True, ids=["in English", "in Indonesian"])


def words_of(pdf: Path) -> str:
    """Return the words that another program reads in a PDF, with single spaces."""
    run = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True)
    return re.sub(r"\s+", " ", run.stdout.decode("utf-8"))


def open_case(screen: Screen, mail: str, *, law: str, place: str, rights: tuple[str, ...], address: str) -> str:
    """Drop a mail, confirm what was understood, open the case and return its number."""
    screen.drop(DEMO / mail)
    screen.wait(lambda: screen.seen(QLabel, "mailDigest") is not None, "the mail was not read")
    screen.write("personAddress", address)
    screen.choose("law0", law)
    screen.choose("place0", place)
    for box in screen.window.findChildren(QCheckBox):
        if box.isVisible() and box.objectName().startswith("right_"):
            wanted = box.objectName().removeprefix("right_") in rights
            if box.isChecked() is not wanted:
                box.click()
    screen.press("intakeOpenButton")
    screen.wait(lambda: screen.title().startswith("DSR-2026-"), "no case was opened")
    return screen.title()


def prove_identity(screen: Screen) -> None:
    """Ask for proof of identity and record that it came."""
    screen.window.actions_by_id["ask_for_identity"].trigger()
    screen.press("askIdentitySend")
    screen.window.actions_by_id["record_identity"].trigger()
    screen.write("recordIdentityMeans", "log-in to the customer account")
    screen.press("recordIdentitySend")


def decide(
    screen: Screen, right: str, outcome: str, *, ground: str = "", reason: str = "", row: tuple[str, str] | None = None
) -> None:
    """Decide on one right in the decision tab."""
    screen.tab(DECISION)
    screen.press(f"right_{right}")
    screen.press(f"outcome_{outcome}")
    if ground:
        screen.press(f"ground_{ground}")
    if reason:
        screen.write("decisionReason", reason)
    if row is not None:
        screen.front()
        screen.press("scheduleAdd")
        screen.write_row(*row)
    screen.press("recordDecision")
    assert screen.seen(QLabel, "decisionProblemText") is None


def draft(screen: Screen, language: str) -> None:
    """Draft the letter that tells the decision in a language, and go back to the decision."""
    screen.press("draftLetter")
    screen.choose("letterLanguage", language)
    screen.press("save_draftButton")
    screen.press("letterCase")
    screen.tab(DECISION)


def send_letter(screen: Screen, kind: str, language: str, file: Path) -> str:
    """Write, approve, save and dispatch one letter; return what another program reads in it."""
    screen.tab(LETTERS)
    screen.new_letter(kind)
    screen.choose("letterLanguage", language)
    screen.press("approveButton")
    screen.wait(lambda: screen.seen(QLabel, "letterDigest") is not None, f"the {kind} was not issued")
    screen.press("save_pdfButton")
    screen.save_as(file)
    screen.press("dispatchButton")
    screen.choose("dispatchLetterChannel", DispatchChannel.EMAIL)
    screen.press("dispatchLetterSend")
    screen.press("letterCase")
    return words_of(file)


def close_case(screen: Screen, number: str) -> None:
    """Close the case and see that it left the open list."""
    screen.window.actions_by_id["close"].trigger()
    screen.press("closeCaseSend")
    screen.window.actions_by_id["go_cases"].trigger()
    screen.settle()
    listed = screen.seen(QTableView, "casesTable")
    assert listed is None or number not in screen.table("casesTable")
    screen.press("casesClosed")
    screen.wait(lambda: screen.seen(QTableView, "casesTable") is not None, "no closed case is listed")
    assert number in screen.table("casesTable")


@BOTH
def test_an_access_request_is_granted_and_closed(screen: Screen, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.params["screen"]
    number = open_case(
        screen, "access-request.eml", law="EU", place="DE", rights=("access",), address="Ahornstraße 12\n50667 Köln\nGermany"
    )
    prove_identity(screen)
    decide(screen, "access", "granted", row=("Name", "Lena Vögel <lena.vogel@example.de>"))
    words = send_letter(screen, "answer", language, tmp_path / "answer.pdf")
    assert number in words
    assert "Lena Vögel <lena.vogel@example.de>" in words
    assert "50667 KÖLN" in words
    assert {"en": "19 November 2026", "id": "19 November 2026"}[language] in words
    assert {"en": "right to lodge a complaint", "id": "mengajukan pengaduan"}[language] in words
    close_case(screen, number)


@BOTH
def test_an_erasure_request_is_partly_granted_and_closed(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["screen"]
    number = open_case(
        screen, "erasure-request.eml", law="ID", place="ID", rights=("erasure",), address="Jalan Melati 8\nBandung 40115"
    )
    prove_identity(screen)
    reason = "Faktur tahun 2022 sampai 2026 wajib disimpan menurut undang-undang perpajakan."
    decide(screen, "erasure", "partly", ground="ID.retention", reason=reason, row=("Invoices", "2022 to 2026"))
    screen.press("keptAdd")
    screen.find(QComboBox, "kept_0_category").setEditText("Faktur")
    screen.write("kept_0_by", "Undang-undang perpajakan")
    screen.write("kept_0_until", "2036")
    draft(screen, language)
    use_exception(screen, "Nobody else works here.")
    words = send_letter(screen, "answer", language, tmp_path / "answer.pdf")
    assert number in words
    assert reason in words
    assert "UU" in words or "PDP" in words
    assert "64" in words
    assert "Komdigi" in words or "Komunikasi dan Digital" in words
    close_case(screen, number)


@BOTH
def test_a_vexatious_request_is_refused_with_a_ground_and_closed(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["screen"]
    number = open_case(
        screen, "vexatious-request.eml", law="EU", place="IE", rights=("access",), address="3 Quay Lane\nDublin\nIreland"
    )
    prove_identity(screen)
    reason = "Fourteenth request since 1 November; nothing had changed since the answer of 3 November, & <you> wrote why."
    decide(screen, "access", "refused", ground="EU.frivolous", reason=reason)
    tick(screen, "unf.says_disrupt", "Says that one will come every day.")
    answer_what_speaks_against(screen, "We looked: nothing of the kind.")
    say_what_was_tried(screen, "Asked on 5 November; no answer came.")
    screen.write("balancing", "A further copy gives nothing new.")
    draft(screen, language)
    use_exception(screen, "Nobody else works here.")
    words = send_letter(screen, "refusal", language, tmp_path / "refusal.pdf")
    assert number in words
    assert reason in words
    assert {"en": "12(5)(b)", "id": "12 ayat (5)"}[language] in words
    assert "77" in words
    assert "79" in words
    assert "Data Protection Commission" in words
    close_case(screen, number)
