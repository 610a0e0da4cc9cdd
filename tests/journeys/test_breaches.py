"""A breach on the screen: known once, told to two authorities each by its own clock, to the people or not with a reason, and closed."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTabBar

from tests.journeys.conftest import NOW
from tests.journeys.regulators import clock, finish, page, set_instant, show, shown
from tests.journeys.screen import Screen
from tests.journeys.test_main_job import BOTH, close_case, words_of
from tests.makers import JAKARTA, at
from ui.pages.case.breach_panel import BreachPanel
from workbench.domain.breaches import Level, NotToTell, Risk
from workbench.domain.letters import DispatchChannel
from workbench.domain.phases import Phase

TITLE = "Backup on a stolen laptop"
WHAT = "A laptop with a backup of the mailing list was stolen on a train."
AWARE = at("2026-11-20 03:20")
HOURS = NOW - AWARE
REASONS = "The disk was not encrypted; the list has names and addresses."
HOW = "By e-mail to each of them."
WHY_NOT = "No person of this law is on the list."
LATE = "The theft was reported to the office over the weekend only."


def open_breach(screen: Screen, *laws: tuple[str, str]) -> str:
    """Open a case for a breach that is known since some hours, and return its number."""
    screen.window.actions_by_id["new_breach"].trigger()
    screen.write("newBreachTitle", TITLE)
    screen.write("newBreachWhat", WHAT)
    set_instant(screen, "newBreachAware", AWARE, JAKARTA)
    for number, (law, place) in enumerate(laws):
        if number:
            screen.press("lawAdd")
        screen.choose(f"law{number}", law)
        screen.choose(f"place{number}", place)
    screen.press("newBreachSend")
    screen.wait(lambda: screen.title().startswith("BRE-2026-"), "no breach was opened")
    return screen.title()


def assess(screen: Screen) -> None:
    """Assess the risk: likely and grave."""
    screen.press("breachAssess")
    screen.choose("assessRiskLikelihood", Level.HIGH.value)
    screen.choose("assessRiskSeverity", Level.HIGH.value)
    screen.choose("assessRiskRisk", Risk.HIGH.value)
    screen.write("assessRiskReasons", REASONS)
    screen.press("assessRiskSend")


def notify(screen: Screen, law: str, language: str, file: Path) -> str:
    """Write the notice under a law from its clock, issue it and send it; return its words."""
    screen.press(f"breachWrite{law}")
    finish(screen, language, file, channel=DispatchChannel.PORTAL)
    return words_of(file)


@BOTH
def test_a_breach_is_told_to_komdigi_and_a_german_authority_each_in_its_own_time(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["screen"]
    number = open_breach(screen, ("ID", "ID"), ("EU", "DE"))
    indonesian, european = (clock(screen, number, "breach_authority", law) for law in ("ID", "EU"))
    assert indonesian.due == AWARE + timedelta(hours=72)
    assert european.due == at("2026-11-23 04:00"), "the Union counts from the next full hour"
    for name in ("breachGoneID0", "breachGoneEU0"):
        assert str(HOURS // timedelta(hours=1)) in shown(screen, name), "both run from one awareness"
    screen.hand.later(hours=5)
    panel = screen.find(BreachPanel, "breachPanel")
    panel.tick()
    for name in ("breachGoneID0", "breachGoneEU0"):
        assert str(HOURS // timedelta(hours=1) + 5) in shown(screen, name), "the hours move while the page is read"

    assess(screen)
    assert shown(screen, "breachReasons") == REASONS
    komdigi = notify(screen, "ID", language, tmp_path / "id.pdf")
    german = notify(screen, "EU", language, tmp_path / "eu.pdf")
    assert "Komdigi" in komdigi
    assert "Bundesbeauftragte" in german
    for words in (komdigi, german):
        assert number in words
        assert WHAT in words
    assert {clock(screen, number, "breach_authority", law).state for law in ("ID", "EU")} == {"met"}

    screen.press("breachToldID")
    screen.write("subjectsToldHow", HOW)
    screen.press("subjectsToldSend")
    screen.press("breachUntoldEU")
    screen.choose("leaveUntoldWho", NotToTell.SUBJECTS.value)
    screen.press("leaveUntoldSend")
    assert screen.seen(QLabel, "leaveUntoldComplaintReason") is not None, "nobody is left untold without a reason"
    screen.write("leaveUntoldReason", WHY_NOT)
    screen.press("leaveUntoldSend")
    assert page(screen, number).phase is Phase.NOTICES_DONE
    screen.wait(lambda: WHY_NOT in screen.words_shown(), "the reason does not stand on the page")

    screen.window.actions_by_id["go_regulators"].trigger()
    screen.find(QTabBar, "regulatorsTabs").setCurrentIndex(1)
    screen.settle()
    screen.open_row("breachTable", number)
    assert screen.title() == number
    close_case(screen, number)


@BOTH
def test_a_late_notice_wants_its_reason_on_the_page_and_in_its_letter(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["screen"]
    number = open_breach(screen, ("ID", "ID"), ("EU", "DE"))
    assess(screen)
    screen.hand.later(days=4)
    show(screen, number)
    screen.press("breachRecordID")
    set_instant(screen, "recordNoticeAt", AWARE + timedelta(hours=73), JAKARTA)
    screen.press("recordNoticeSend")
    assert screen.seen(QLabel, "recordNoticeComplaintLate") is not None, "a late notice is not recorded without a reason"
    screen.write("recordNoticeLate", LATE)
    screen.press("recordNoticeSend")
    screen.wait(lambda: LATE in screen.words_shown(), "the reason does not stand with the notice")
    assert clock(screen, number, "breach_authority", "ID").state == "met_late"

    screen.press("breachWriteEU")
    screen.choose("letterLanguage", language)
    screen.press("approveButton")
    screen.wait(lambda: screen.seen(QLabel, "letterProblemText") is not None, "nothing is said against a letter without it")
    assert screen.seen(QLabel, "letterDigest") is None, "a late notice is not issued without a reason"
    finish(screen, language, tmp_path / "late.pdf", places={"delay_reason": LATE}, channel=DispatchChannel.PORTAL)
    assert LATE in words_of(tmp_path / "late.pdf")
    assert clock(screen, number, "breach_authority", "EU").state == "met_late"
