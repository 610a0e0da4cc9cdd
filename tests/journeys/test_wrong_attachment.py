"""A wrong attachment is stopped: another person's file goes with a letter, the letter is not issued, the file is replaced."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget

from tests.journeys.screen import Screen
from tests.journeys.test_main_job import LETTERS, decide, open_case, prove_identity, words_of

ADDRESS = "Ahornstraße 12\n50667 Köln\nGermany"


def attach(screen: Screen, file: Path) -> None:
    """Keep a file with the case that is shown."""
    screen.window.actions_by_id["attach"].trigger()
    screen.pick("attachPick", file)
    screen.press("attachEvidenceSend")


def tick(screen: Screen, name: str) -> None:
    """Tick or untick a file that can go with the letter, by keyboard."""
    files = screen.find(QListWidget, "letterEnclosuresList")
    row = next(row for row in range(files.count()) if files.item(row).text() == name)
    files.setFocus()
    files.setCurrentRow(row)
    QTest.keyClick(files, Qt.Key.Key_Space)
    screen.settle()


def reasons(screen: Screen) -> list[str]:
    """Return the words of the guard that are on the screen."""
    dialog = screen.window.findChildren(QLabel)
    return [label.text() for label in dialog if label.isVisible() and "Dewi Anggraini" in label.text()]


def test_another_persons_file_does_not_leave_with_a_letter(screen: Screen, tmp_path: Path) -> None:
    open_case(screen, "erasure-request.eml", law="ID", place="ID", rights=("erasure",), address="Jalan Melati 8\nBandung 40115")
    number = open_case(screen, "access-request.eml", law="EU", place="DE", rights=("access",), address=ADDRESS)
    wrong, right = tmp_path / "export-0071.txt", tmp_path / "export-0072.txt"
    wrong.write_text("Customer account of Dewi Anggraini\nOrders: 14\n", encoding="utf-8")
    right.write_text("Customer account of Lena Vögel\nOrders: 3\n", encoding="utf-8")
    for file in (wrong, right):
        attach(screen, file)
    prove_identity(screen)
    decide(screen, "access", "granted", row=("Orders", "3 orders of 2026, see the enclosed file"))
    screen.tab(LETTERS)
    screen.new_letter("answer")
    screen.choose("letterLanguage", "en")
    tick(screen, wrong.name)
    screen.press("approveButton")
    screen.wait(lambda: screen.seen(QLineEdit, "guardReason0") is not None, "the guard did not stop the letter")
    assert reasons(screen), "the guard names the person whose file it is"
    screen.press("guardSend")
    assert screen.seen(QLabel, "guardComplaint0") is not None, "there is no way past without a reason"
    screen.press("guardCancel")
    assert screen.seen(QLabel, "letterDigest") is None

    tick(screen, wrong.name)
    tick(screen, right.name)
    screen.press("approveButton")
    screen.wait(lambda: screen.seen(QLabel, "letterDigest") is not None, "the mended letter was not issued")
    screen.press("save_pdfButton")
    screen.save_as(tmp_path / "answer.pdf")
    words = words_of(tmp_path / "answer.pdf")
    assert number in words
    assert right.name in words
    assert wrong.name not in words
