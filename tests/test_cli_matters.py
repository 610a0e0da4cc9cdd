"""The command and regulator matters: listed by their deadline, and one of them shown whole."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from tests.makers import GB_ENG, JAKARTA, PASSPHRASE
from tests.test_cli import Command, command, is_one_sentence
from workbench import bootstrap
from workbench.domain.cases import Channel
from workbench.domain.commands import AskMoreTime, OpenMatter, SaveMatter
from workbench.domain.matters import MatterKind, Question, QuestionState, Undertaking
from workbench.services import matters
from workbench.services.office import ask, run

__all__ = ["command"]

DUE = date(2026, 12, 4)


@pytest.fixture
def matter(command: Command) -> str:
    """Return the number of a matter with an answered question, an open one, an undertaking, and more time asked."""
    now = command.hand.now
    office = bootstrap.open_office(command.store, passphrase=PASSPHRASE, clock=command.hand)
    opening = OpenMatter(
        kind=MatterKind.ENQUIRY,
        authority_id="gbico",
        received_at=now,
        zone=JAKARTA,
        channel=Channel.EMAIL,
        laws=(GB_ENG,),
        reference="IC-118",
        due=DUE,
    )
    opened = run(office, partial(matters.open_matter, opening))
    assert opened.created is not None
    kept = ask(office, partial(matters.matter_page, case_id=opened.created)).matter
    file = replace(
        kept,
        target_on=date(2026, 12, 1),
        questions=(Question("When?", answer="On 12 August.", state=QuestionState.READY), Question("Why?")),
        undertakings=(Undertaking("Train the staff", 1, date(2027, 1, 15)),),
    )
    run(office, partial(matters.save_matter, SaveMatter(case_id=opened.created, matter=file)))
    asks = AskMoreTime(case_id=opened.created, until=DUE + timedelta(days=9), reason="Much to read.", at=now, zone=JAKARTA)
    run(office, partial(matters.ask_more_time, asks))
    office.close()
    return opened.number


def test_without_a_matter_that_is_said(command: Command) -> None:
    assert command.on("matters").out == "There is no regulator matter.\n"
    assert command.on("matters", "--json").json == []


def test_matters_are_listed_with_their_deadline(command: Command, matter: str) -> None:
    listed = command.on("matters").out
    assert "4 December 2026" in listed
    assert matter in listed
    assert "1/2" in listed
    (found,) = command.on("matters", "--all", "--json").json
    assert (found["number"], found["due"], found["answered"], found["asked"]) == (matter, "2026-12-04", 1, 2)


def test_a_matter_is_shown_with_its_three_dates(command: Command, matter: str) -> None:
    told = command.on("matter", matter).out
    for line in (
        "The authority's deadline: 4 December 2026 (IC-118)",
        "Statutory deadline: none",
        "Our target: 1 December 2026",
        "More time: asked until 13 December 2026, no answer yet",
        "Question 1: When? [ready]",
        "  Answer: On 12 August.",
        "Undertaking 1: Train the staff (Ayu Contoh, by 15 January 2027)",
        "To do: Question 2 has no answer yet, and the day is near: 4 December 2026.",
    ):
        assert line in told
    found = command.on("matter", matter, "--json").json
    assert (found["authority_deadline"], found["unanswered"]) == ("2026-12-04", [2])
    assert found["file"]["undertakings"][0]["owner_id"] == 1


def test_what_is_no_matter_is_refused_in_one_sentence(command: Command) -> None:
    said = command.may("matter", "DSR-2026-0009")
    assert said.code == 1
    assert is_one_sentence(said.err)


def test_the_command_speaks_indonesian(command: Command, matter: str) -> None:
    assert "Target kami: 1 Desember 2026" in command.on("--language", "id", "matter", matter).out
