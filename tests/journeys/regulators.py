"""What an officer does on the screen for complaints, matters and breaches: open the case, write its letters, change seats."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QLabel, QListWidget, QPushButton

from tests.journeys.dossier import names
from tests.journeys.screen import Screen
from tests.journeys.test_main_job import LETTERS, OVERVIEW, words_of
from ui.navigation import Place
from ui.safe import Label
from workbench.domain.letters import DispatchChannel
from workbench.services import cases
from workbench.services.lines import CasePage, DeadlineLine
from workbench.services.office import ask


def show(screen: Screen, number: str) -> None:
    """Open a case on its first panel."""
    office = screen.window.jobs.office
    assert office is not None
    case_id = ask(office, lambda desk: cases.case_id_of(desk, number))
    screen.window.navigation.go(Place("case", case_id=case_id))
    screen.wait(lambda: screen.title() == number, f"{number} was not shown")
    screen.tab(OVERVIEW)


def page(screen: Screen, number: str) -> CasePage:
    """Return the page of a case, as it is read now."""
    office = screen.window.jobs.office
    assert office is not None
    return ask(office, lambda desk: cases.case_page(desk, cases.case_id_of(desk, number)))


def clock(screen: Screen, number: str, kind: str, law: str = "") -> DeadlineLine:
    """Return the one clock of a kind in a case, under a law where one is named."""
    found = [line for line in page(screen, number).deadlines if line.kind == kind and law in {"", line.law}]
    assert len(found) == 1, found
    return found[0]


def shown(screen: Screen, name: str) -> str:
    """Return the words of a label that is on the screen."""
    return screen.find(Label, name).text()


def open_task(screen: Screen, words: str) -> None:
    """Find a task on the desk of Today by its words, and go where it leads."""
    screen.window.actions_by_id["go_today"].trigger()

    def found() -> list[str]:
        desk = names(screen, QPushButton, "deskTask")
        buttons = ((name, screen.seen(QPushButton, name)) for name in desk)
        return [name for name, button in buttons if button is not None and words in button.accessibleName()]

    screen.wait(lambda: len(found()) == 1, f"{words} is not on the desk")
    screen.press(found()[0])


def change_seats(screen: Screen, passphrase: str, name: str) -> None:
    """Lock, and let another officer unlock with a passphrase of their own."""
    screen.window.actions_by_id["lock"].trigger()
    screen.unlock(passphrase)
    office = screen.window.jobs.office
    assert office is not None
    assert ask(office, lambda desk: desk.officer.name) == name


def set_day(screen: Screen, name: str, on: date) -> None:
    """Set a field for a day."""
    screen.find(QDateEdit, name).setDate(QDate(on.year, on.month, on.day))


def set_instant(screen: Screen, name: str, at: datetime, zone: str) -> None:
    """Set a field for a moment, in a zone that it offers."""
    screen.choose(f"{name}Zone", zone)
    wall = at.astimezone(ZoneInfo(zone))
    shown_at = QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute), QTimeZone.utc())
    screen.find(QDateTimeEdit, f"{name}When").setDateTime(shown_at)


def find_case(screen: Screen, number: str) -> None:
    """Search for the case that a complaint is about, and take the first that is found."""
    screen.write("aboutSearch", number)
    screen.wait(lambda: screen.seen(QListWidget, "aboutFound") is not None, f"{number} was not found")
    field = screen.find(QListWidget, "aboutFound")
    field.setCurrentRow(0)
    QTest.keyClick(field, Qt.Key.Key_Return)
    screen.wait(lambda: screen.seen(QLabel, "aboutSaid") is not None, f"{number} was not taken")


def send(
    screen: Screen,
    kind: str,
    language: str,
    file: Path,
    *,
    places: Mapping[str, str] | None = None,
    law: str = "",
    channel: DispatchChannel = DispatchChannel.EMAIL,
    recipient: str = "",
) -> str:
    """Write, issue, save and send a letter of the case that is shown; return what another program reads in it."""
    screen.tab(LETTERS)
    screen.new_letter(kind)
    finish(screen, language, file, places=places, law=law, channel=channel, recipient=recipient)
    return words_of(file)


def finish(
    screen: Screen,
    language: str,
    file: Path,
    *,
    places: Mapping[str, str] | None = None,
    law: str = "",
    channel: DispatchChannel = DispatchChannel.EMAIL,
    recipient: str = "",
) -> None:
    """Fill in, issue, save and send the letter that is being written, and go back to its case."""
    screen.choose("letterLanguage", language)
    if law:
        screen.choose("letterLaw", law)
    for place, words in (places or {}).items():
        screen.write(f"letterPlace_{place}", words)
    screen.press("approveButton")
    screen.wait(lambda: screen.seen(QLabel, "letterDigest") is not None, "the letter was not issued")
    screen.press("save_pdfButton")
    screen.save_as(file)
    screen.press("dispatchButton")
    screen.choose("dispatchLetterChannel", channel)
    if recipient:
        screen.write("dispatchLetterRecipient", recipient)
    screen.press("dispatchLetterSend")
    screen.press("letterCase")
    screen.tab(OVERVIEW)
