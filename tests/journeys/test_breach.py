"""A breach on the screen: opened under two laws, noticed to Komdigi by letter in time and to an authority of the Union late."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.journeys.screen import Screen
from tests.journeys.test_main_job import words_of
from ui.safe import Label
from ui.style.chips import Chip
from workbench.domain.letters import DispatchChannel
from workbench.services.breaches import list_breaches
from workbench.services.office import ask
from workbench.services.verify import verify_office

BOTH = pytest.mark.parametrize("screen", ["en", "id"], indirect=True, ids=["in English", "in Indonesian"])


def open_breach(screen: Screen) -> None:
    """Open a breach under the laws of Indonesia and of the Union."""
    screen.window.actions_by_id["new_breach"].trigger()
    screen.write("newBreachTitle", "Backup on a stolen laptop")
    screen.write("newBreachWhat", "A laptop with a backup was stolen in a train.")
    screen.press("lawAdd")
    screen.choose("law1", "EU")
    screen.choose("place1", "DE")
    screen.press("newBreachSend")
    screen.wait(lambda: screen.title() == "BRE-2026-0001", "no case was opened")
    # Both clocks run from the same instant: 14:00 in Jakarta is 8:00 in Berlin, and the Union counts from the next full hour.
    assert "14" in screen.find(Label, "breachDueID0").text()
    assert "CET" in screen.find(Label, "breachDueEU0").text()


def say_what_is_known(screen: Screen) -> None:
    """Assess the risk and fill in the facts."""
    screen.press("breachAssess")
    screen.choose("assessRiskLikelihood", "medium")
    screen.choose("assessRiskSeverity", "high")
    screen.write("assessRiskReasons", "The disk was not encrypted.")
    screen.press("assessRiskSend")
    screen.find(Label, "breachReasons")
    screen.press("breachNature_confidentiality")
    screen.press("breachCategory_email")
    screen.write("breachPeople", "customers of the shop")
    screen.write("breachConsequences", "Unwanted mail.")
    screen.write("breachMeasures", "Passwords were reset.")
    screen.press("breachSave")


def notify_by_letter(screen: Screen, language: str, file: Path) -> str:
    """Write, issue, save and send the notice to Komdigi; return what another program reads in it."""
    screen.press("breachWriteID")
    screen.choose("letterLanguage", language)
    screen.press("approveButton")
    screen.wait(lambda: screen.seen(QLabel, "letterDigest") is not None, "the notice was not issued")
    screen.press("save_pdfButton")
    screen.save_as(file)
    screen.press("dispatchButton")
    screen.choose("dispatchLetterChannel", DispatchChannel.PORTAL)
    screen.press("dispatchLetterSend")
    screen.press("letterCase")
    return words_of(file)


@BOTH
def test_a_breach_is_noticed_to_komdigi_and_an_authority_of_the_union(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["screen"]
    open_breach(screen)
    say_what_is_known(screen)
    screen.hand.later(hours=30)
    words = notify_by_letter(screen, language, tmp_path / "notice.pdf")
    assert "BRE-2026-0001" in words
    assert "Komunikasi dan Digital" in words
    screen.tab(0)
    told = screen.find(Chip, "breachLeftID0")
    assert told.text() == {"en": "in time", "id": "tepat waktu"}[language]

    screen.hand.later(hours=50)
    screen.press("breachRecordEU")
    screen.press("recordNoticeSend")
    screen.write("recordNoticeReference", "BfDI 7/2026")
    screen.write("recordNoticeLate", "The extent was not known.")
    screen.press("recordNoticeSend")
    screen.press("breachToldID")
    screen.choose("subjectsToldLaw", "")
    screen.write("subjectsToldHow", "e-mail to each")
    screen.press("subjectsToldSend")

    office = screen.window.jobs.office
    assert office is not None
    (line,) = ask(office, list_breaches)
    assert {(one.what, one.law, one.hours, one.late) for one in line.notices} == {
        ("initial", "ID", 30, False),
        ("initial", "EU", 80, True),
        ("subjects", "", 80, True),
    }
    assert line.notices[0].letter == "L-2026-0001"
    screen.window.actions_by_id["close"].trigger()
    screen.press("closeCaseSend")
    assert verify_office(office) == ()
