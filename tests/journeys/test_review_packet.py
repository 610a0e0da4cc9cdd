"""A refusal goes to an officer at another workbench in a sealed packet, and comes back approved: on the screen of both."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import NOW, PinnedDoors
from tests.journeys.screen import Screen
from tests.makers import Desktop, Hand
from tests.refusals import fill
from ui.main_window import MainWindow, Start
from ui.preferences import Preferences
from ui.style.theme import Theme
from ui.widgets.pdf_preview import PdfPreview
from workbench import bootstrap
from workbench.domain.commands import AttachEvidence
from workbench.domain.decisions import Outcome
from workbench.domain.dossier import Verdict
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.services import approvals, evidence
from workbench.services.office import Office, ask
from workbench.store.keys import FLOOR

OWN = "five patient herons wade"
PROOF = b"The same mail as last week, word for word."
DECISION = 2
READ = (
    "Is the pattern enough?",
    "Hannah Beispiel",
    "Answered in full last week.",
    "The interest in a further copy is small.",
    "Talked over on Monday.",
    "GDPR Art 12(5)(b)",
    "last week.eml",
)
"""What the reviewer reads of the packet, among other things."""


@pytest.fixture
def furnish() -> Callable[[Office, Hand], None]:
    """Put a refusal into the office that waits for nothing but a second officer."""

    def put(office: Office, hand: Hand) -> None:
        hand.now = NOW
        desktop = Desktop(office, hand)
        case_id = desktop.register(Right.ACCESS)
        new = NewEvidence("last week.eml", "message/rfc822", PROOF)
        desktop.do(evidence.attach_evidence, AttachEvidence(case_id=case_id, evidence=new))
        desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Answered in full last week.")
        desktop.draft(case_id, LetterKind.REFUSAL)
        fill(office, case_id, Right.ACCESS)

    return put


@pytest.fixture
def reviewer(qtbot: QtBot, tmp_path: Path, screen: Screen) -> Iterator[Screen]:
    """Return the window of an officer at another workbench, who shares the clock and nothing else."""
    folder = tmp_path / "elsewhere" / "office"
    office, _code = bootstrap.create_office(
        folder, passphrase=OWN, officer_name="Citra Jauh", officer_title="Reviewer", clock=screen.hand, cost=FLOOR
    )
    office.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    start = Start(
        folder=folder,
        preferences=Preferences(),
        preferences_file=tmp_path / "elsewhere" / "preferences.json",
        state=tmp_path / "elsewhere" / "state",
    )
    window = MainWindow(PinnedDoors(screen.hand), Theme(app), start)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    hands = Screen(qtbot, window, screen.hand)
    screen.window.hide()
    window.show()
    hands.write("secretField", OWN)
    hands.press("unlockButton")
    hands.wait(lambda: window.workroom is not None, "the store did not open")
    turn(hands, screen)
    yield hands
    window.lock()


def turn(away: Screen, to: Screen) -> None:
    """Leave one laptop and sit down at the other."""
    away.window.hide()
    to.window.show()
    to.settle()


def packets(screen: Screen) -> None:
    screen.window.actions_by_id["go_packet"].trigger()
    screen.settle()


def shut(screen: Screen, name: str) -> None:
    """Wait until a dialog is closed."""
    screen.wait(lambda: screen.seen(QDialog, name) is None, f"{name} is still open")


def shown(screen: Screen, name: str) -> str:
    return screen.find(QLabel, name).text()


def make_packet(screen: Screen, packet: Path) -> str:
    """Make the packet of the refusal and return the passphrase that the program suggested."""
    screen.window.actions_by_id["go_cases"].trigger()
    screen.settle()
    screen.open_row("casesTable", "DSR-2026-0001")
    screen.tab(DECISION)
    screen.press("reviewPacket")
    screen.write("exportPacketWords", "Is the pattern enough?")
    secret = screen.find(QLineEdit, "exportPacketPassphrase").text()
    screen.write("exportPacketPath", str(packet))
    screen.press("exportPacketSend")
    shut(screen, "exportPacket")
    return secret


def make_key(screen: Screen) -> str:
    """Make the key of the officer at the desk and return it as it is read out."""
    packets(screen)
    screen.press("packetMakeKeyButton")
    screen.write("ownKeyPassphrase", OWN)
    screen.press("ownKeySend")
    shut(screen, "ownKey")
    screen.wait(lambda: ":" in shown(screen, "packetOwnKey"), "the key is not shown")
    return shown(screen, "packetOwnKey").partition(":")[2].strip()


def open_sealed(screen: Screen, name: str, file: Path, secret: str) -> None:
    screen.write(f"{name}Path", str(file))
    screen.write(f"{name}Passphrase", secret)
    screen.press(f"{name}Send")


def answer_packet(screen: Screen, answer: Path) -> None:
    screen.press("packetAnswerButton")
    screen.choose("answerPacketVerdict", Verdict.APPROVED)
    screen.write("answerPacketWords", "It is; the mail is the same.")
    screen.write("answerPacketOwn", OWN)
    screen.write("answerPacketPath", str(answer))
    screen.press("answerPacketSend")
    shut(screen, "answerPacket")


def add_reviewer(screen: Screen, key: str) -> None:
    screen.press("packetAddReviewerButton")
    screen.write("addReviewerName", "Citra Jauh")
    screen.write("addReviewerKey", key)
    screen.press("addReviewerSend")
    shut(screen, "addReviewer")


def test_a_refusal_is_approved_at_another_workbench(screen: Screen, reviewer: Screen, tmp_path: Path) -> None:
    packet, answer = tmp_path / "carried.onee-packet", tmp_path / "back.onee-answer"
    secret = make_packet(screen, packet)
    assert PROOF not in packet.read_bytes()

    turn(screen, reviewer)
    key = make_key(reviewer)
    reviewer.press("packetOpenCardButton")
    open_sealed(reviewer, "openPacket", packet, "not what was said")
    assert "does not open" in shown(reviewer, "openPacketProblem")
    open_sealed(reviewer, "openPacket", packet, secret.upper())
    shut(reviewer, "openPacket")
    words = reviewer.words_shown()
    for one in READ:
        assert one in words, one
    assert reviewer.find(PdfPreview, "packetLetter").page_count >= 1
    reviewer.press("packetSave1")
    reviewer.save_as(tmp_path / "copy.eml")
    assert (tmp_path / "copy.eml").read_bytes() == PROOF
    reviewer.hand.later(hours=2)
    answer_packet(reviewer, answer)
    assert "Talked over on Monday." not in reviewer.words_shown(), "the packet is closed"

    turn(reviewer, screen)
    screen.hand.later(hours=2)
    packets(screen)
    screen.press("packetTakeCardButton")
    open_sealed(screen, "openAnswer", answer, secret)
    assert key in shown(screen, "openAnswerProblem"), "nobody here knows the reviewer yet"
    screen.press("openAnswerCancel")
    add_reviewer(screen, key)
    assert "Citra Jauh" in shown(screen, "packetReviewer0")
    screen.press("packetTakeCardButton")
    open_sealed(screen, "openAnswer", answer, secret)
    shut(screen, "openAnswer")
    assert "It is; the mail is the same." in screen.words_shown()
    assert screen.seen(QAbstractButton, "takeAnswerSend") is not None, "nothing is recorded before it was looked at"
    screen.press("takeAnswerSend")
    shut(screen, "takeAnswer")
    screen.wait(lambda: screen.title().startswith("DSR-2026-0001"), "the case is not shown")
    office = screen.window.jobs.office
    assert office is not None
    checks = ask(office, lambda desk: approvals.readiness_of(desk, 1, Right.ACCESS))
    assert all(check.ok for check in checks)


def test_a_damaged_packet_is_refused_in_words(screen: Screen, reviewer: Screen, tmp_path: Path) -> None:
    packet = tmp_path / "carried.onee-packet"
    secret = make_packet(screen, packet)
    packet.write_bytes(packet.read_bytes()[:-100])
    turn(screen, reviewer)
    packets(reviewer)
    reviewer.press("packetOpenCardButton")
    open_sealed(reviewer, "openPacket", packet, secret)
    assert "cannot be used" in shown(reviewer, "openPacketProblem")
    reviewer.press("openPacketCancel")
