"""A registered letter that comes back: the clock runs on, the address is corrected in a new letter, and that one arrives."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTableView

from tests.journeys.screen import Screen
from tests.journeys.test_main_job import LETTERS, decide, open_case, prove_identity, words_of
from ui.models.case_table import CaseTable
from ui.models.sendings import SendingTable
from workbench.domain.letters import DispatchChannel

ALL, TO_PRINT, REGISTER, RUNS = range(4)
OLD = "Ahornstraße 12\n50667 Köln\nGermany"
NEW = "Birkenweg 3\n50937 Köln\nGermany"


def issue(screen: Screen) -> None:
    screen.press("approveButton")
    screen.wait(lambda: screen.seen(QLabel, "letterDigest") is not None, "the letter was not issued")


def send_registered(screen: Screen, number: str) -> None:
    screen.press("dispatchButton")
    screen.choose("dispatchLetterChannel", DispatchChannel.REGISTERED_POST)
    screen.write("dispatchLetterTracking", number)
    screen.press("dispatchLetterSend")
    screen.wait(lambda: number in facts(screen), "the sending was not recorded")


def facts(screen: Screen) -> str:
    label = screen.seen(QLabel, "letterFacts")
    return label.text() if label is not None else ""


def due(screen: Screen, number: str) -> str:
    """Return what the list of open cases says of a case's next deadline."""
    screen.window.actions_by_id["go_cases"].trigger()
    screen.settle()
    row = screen.row("casesTable", number)
    model = screen.find(QTableView, "casesTable").model()
    return str(model.index(row, CaseTable.DUE).data())


def register(screen: Screen) -> list[tuple[str, str, str]]:
    """Return letter, number and state of every sending that the register shows, newest first."""
    screen.letters(REGISTER)
    model = screen.find(QTableView, "registerTable").model()
    columns = (SendingTable.LETTER, SendingTable.TRACKING, SendingTable.STATE)
    cells = [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]
    return [(letter, number, state) for letter, number, state in cells]


def open_letter(screen: Screen, number: str) -> None:
    screen.letters(ALL)
    screen.open_row("lettersTable", number)
    screen.wait(lambda: screen.title().endswith(number), f"{number} was not opened")


def test_a_registered_letter_comes_back_and_is_sent_again_to_the_right_address(screen: Screen, tmp_path: Path) -> None:
    number = open_case(screen, "access-request.eml", law="EU", place="DE", rights=("access",), address=OLD)
    prove_identity(screen)
    decide(screen, "access", "granted", row=("Name", "Lena Vögel <lena.vogel@example.de>"))
    running = due(screen, number)
    screen.open_row("casesTable", number)
    screen.tab(LETTERS)
    screen.new_letter("answer")
    screen.choose("letterLanguage", "en")
    issue(screen)
    send_registered(screen, "RR 111 222 333 DE")
    stopped = due(screen, number)
    assert stopped != running, "the answer that left stops the clock"
    assert register(screen) == [("L-2026-0001", "RR 111 222 333 DE", "Waiting for proof")]

    screen.hand.later(days=6)
    open_letter(screen, "L-2026-0001")
    screen.window.actions_by_id["record_return"].trigger()
    screen.settle()
    words = screen.words_shown()
    assert "runs on from where it began" in words
    screen.write("recordReturnRemark", "moved, address unknown")
    screen.press("recordReturnSend")
    screen.wait(lambda: "moved, address unknown" in facts(screen), "the return was not recorded")
    again = due(screen, number)
    assert again != stopped, "the clock runs on"

    open_letter(screen, "L-2026-0001")
    screen.window.actions_by_id["correct"].trigger()
    screen.settle()
    screen.wait(lambda: screen.title().endswith("L-2026-0002"), "no letter was drafted that replaces the first")
    addressee = screen.find(QPlainTextEdit, "letterAddressee")
    screen.write("letterAddressee", addressee.toPlainText().splitlines()[0] + "\n" + NEW)
    issue(screen)
    assert "Replaces L-2026-0001" in facts(screen)
    screen.press("save_pdfButton")
    screen.save_as(tmp_path / "again.pdf")
    on_paper = words_of(tmp_path / "again.pdf")
    assert "Birkenweg 3" in on_paper
    assert "Ahornstraße" not in on_paper
    assert "L-2026-0001" in on_paper
    send_registered(screen, "RR 444 555 666 DE")
    screen.hand.later(days=2)
    screen.press("record_deliveryButton")
    screen.write("recordDeliveryProof", "signed for at the door")
    screen.press("recordDeliverySend")
    screen.wait(lambda: "signed for at the door" in facts(screen), "the delivery was not recorded")
    assert register(screen) == [
        ("L-2026-0002", "RR 444 555 666 DE", "Delivered"),
        ("L-2026-0001", "RR 111 222 333 DE", "Returned"),
    ]
    assert due(screen, number) not in {running, again}, "the clock is stopped again"
