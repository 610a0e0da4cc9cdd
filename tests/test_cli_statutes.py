"""The command and the statutes: why without a store, pauses, dates by hand, moves, sign-offs, and the calendar file."""

import re
from datetime import date
from pathlib import Path

import icalendar
import pytest

from tests.makers import PASSPHRASE
from tests.test_cli import Command, command, is_one_sentence, receive, text_of
from workbench import bootstrap
from workbench.domain.commands import SetOfficeDay
from workbench.services import settings
from workbench.services.office import run

__all__ = ["command"]

EU = ("explain", "--law", "EU", "--place", "DE", "--rule", "EU.respond")


def test_a_date_is_explained_without_a_store(command: Command) -> None:
    said = command(*EU, "--event", "request_received=2026-01-31")
    assert said.code == 0
    assert "2 March 2026" in said.out
    assert "28 February 2026" in said.out
    indonesian = command(*EU, "--event", "request_received=2026-01-31", "--lang", "id")
    assert "2 Maret 2026" in indonesian.out


def test_the_same_as_json_has_every_step_with_its_source(command: Command) -> None:
    found = command(*EU, "--event", "request_received=2026-01-31", "--json").json
    assert (found["due"], found["safe"], found["confirm"]) == ("2026-03-02", "2026-02-28", False)
    assert [step["kind"] for step in found["steps"]] == ["received", "counted", "short_month", "moved", "safe", "ends"]
    assert all(step["source"]["cite"] for step in found["steps"][1:])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("explain",), "explain needs"),
        ((*EU, "--event", "request_received=2026-02-30"), "cannot be read"),
        ((*EU, "--event", "something=2026-01-31"), "event"),
        ((*EU, "--event", "extension_notified=2026-01-31"), "starts"),
        (("explain", "--law", "XX", "--place", "DE", "--rule", "r", "--event", "request_received=2026-01-31"), "XX"),
    ],
    ids=["nothing said", "an impossible date", "an unknown event", "nothing that starts it", "an unknown law"],
)
def test_what_cannot_be_explained_is_one_sentence(command: Command, words: tuple[str, ...], told: str) -> None:
    said = command(*words)
    assert said.code in {1, 2}
    assert is_one_sentence(said.err)
    assert told in said.err


def test_a_clock_is_paused_resumed_and_set_by_hand(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE-NW")
    command.on("pause", number, "--for", "identity_requested", "--text", "Which account?")
    (line,) = [one for one in command.on("explain", number, "--json").json if one["kind"] == "respond"]
    assert line["state"] == "paused"
    command.hand.later(days=3)
    command.on("resume", number, "--with", "identity_info_received")
    command.on("override", number, "--law", "EU", "--rule", "EU.respond", "--due", "2026-12-10", "--reason", "Agreed.")
    record = tmp_path / "why.pdf"
    (line,) = [one for one in command.on("explain", number, "--json", "--pdf", str(record)).json if one["kind"] == "respond"]
    assert (line["due"], line["override"]["reason"]) == ("2026-12-10", "Agreed.")
    assert number in text_of(record)
    assert "Lena" not in text_of(record)
    command.on("override", number, "--law", "EU", "--rule", "EU.respond", "--lift", "--reason", "A slip.")
    again = command.may("resume", number, "--with", "identity_info_received")
    assert again.code == 1
    assert is_one_sentence(again.err)


def test_moves_are_listed_and_accepted(command: Command) -> None:
    receive(command, "access-request.eml", "EU", "DE-NW")
    (line,) = [one for one in command.on("explain", "DSR-2026-0001", "--json").json if one["kind"] == "respond"]
    office = bootstrap.open_office(command.store, passphrase=PASSPHRASE, clock=command.hand)
    day = SetOfficeDay(place="DE-NW", on=date.fromisoformat(line["due"]), rests=True, name="Trauertag", source="Gazette")
    run(office, lambda desk: settings.add_office_day(day, desk))
    office.close()
    moves = command.on("moves", "--json").json
    assert moves[0]["before"] == line["due"]
    assert moves[0]["days"][0]["name"] == "Trauertag"
    assert "Trauertag" not in command.on("moves", "--accept").err
    assert command.on("moves", "--json").json == []


def test_the_calendar_file_opens_elsewhere_and_names_nobody(command: Command, tmp_path: Path) -> None:
    number = receive(command, "access-request.eml", "EU", "DE-NW")
    target = tmp_path / "due.ics"
    command.on("ical", "--all", "--out", str(target))
    calendar = icalendar.Calendar.from_ical(target.read_bytes())
    summaries = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    assert any(number in summary for summary in summaries)
    assert "Lena" not in target.read_text(encoding="utf-8")
    assert command.may("ical", "--out", str(target)).code == 2


def test_a_rulebook_is_signed_off(command: Command) -> None:
    assert "signed off" in command.on("sign", "CO", "--text", "Ley 1581").out
    assert command.may("sign", "CO", "--text", " ").code == 1


def test_laws_say_what_counsel_should_confirm(command: Command) -> None:
    said = command("laws", "--law", "NG")
    assert "have counsel confirm" in said.out
    assert re.search(r"^NG ", said.out, re.MULTILINE)
