"""The commands that list, show and explain cases of every kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial

from tests.makers import GB_ENG, ID_ID, JAKARTA, PASSPHRASE
from tests.test_cli import Command, command, receive
from workbench import bootstrap
from workbench.domain.cases import Channel
from workbench.domain.commands import OpenBreach, OpenMatter
from workbench.domain.matters import MatterKind
from workbench.services import breaches, matters
from workbench.services.office import Office, run

__all__ = ["command"]


@contextmanager
def opened(command: Command) -> Iterator[Office]:
    office = bootstrap.open_office(command.store, passphrase=PASSPHRASE, clock=command.hand)
    try:
        yield office
    finally:
        office.close()


def filled(command: Command) -> None:
    """Keep a request, a matter and a breach."""
    receive(command, "access-request.eml", "EU", "DE")
    matter = OpenMatter(
        kind=MatterKind.ENQUIRY,
        authority_id="gbico",
        received_at=command.hand.now,
        zone=JAKARTA,
        channel=Channel.POST,
        laws=(GB_ENG,),
        due=date(2026, 12, 20),
    )
    breach = OpenBreach(title="A lost laptop", what="On a train.", aware_at=command.hand.now, zone=JAKARTA, laws=(ID_ID,))
    with opened(command) as office:
        run(office, partial(matters.open_matter, matter))
        run(office, partial(breaches.open_breach, breach))


def test_cases_are_listed_by_kind(command: Command) -> None:
    filled(command)
    assert len(command.on("cases", "--json").json) == 3
    found = {kind: command.on("cases", "--kind", kind, "--json").json for kind in ("request", "complaint", "matter", "breach")}
    assert {kind: [line["kind"] for line in lines] for kind, lines in found.items()} == {
        "request": ["request"],
        "complaint": [],
        "matter": ["matter"],
        "breach": ["breach"],
    }
    assert "Breach" in command.on("list", "--kind", "breach").out


def test_a_matter_is_shown_and_its_day_explained(command: Command) -> None:
    filled(command)
    shown = command.on("show", "REG-2026-0001").out
    assert "Confirm to the authority" in shown
    told = command.on("explain", "REG-2026-0001").out
    assert "Nobody but the authority moves it." in told
    assert command.on("show", "BRE-2026-0001", "--json").json["next_step"] == "assess_breach"
