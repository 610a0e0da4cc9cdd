"""The lists of complaints, matters and breaches ask the store as often for many cases as for one."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import event

from tests.makers import EU_DE, GB_ENG, JAKARTA, SUBJECT, Desktop
from workbench.domain.cases import Channel
from workbench.domain.commands import OpenBreach, OpenMatter, RegisterComplaint
from workbench.domain.complaints import ComplaintKind
from workbench.domain.matters import MatterKind
from workbench.services import breaches, complaints, matters
from workbench.services.office import Desk


@dataclass
class Asked:
    """How many statements a read sent to the store, and how many lines it gave."""

    statements: int
    lines: int


def asked(desktop: Desktop, read: Callable[[Desk], tuple[object, ...]]) -> Asked:
    """Return what a read cost at a desk of its own."""

    def counted(desk: Desk) -> Asked:
        sent: list[str] = []

        def note(*told: object) -> None:
            sent.append(str(told[2]))

        bind = desk.session.get_bind()
        event.listen(bind, "before_cursor_execute", note)
        try:
            lines = read(desk)
        finally:
            event.remove(bind, "before_cursor_execute", note)
        return Asked(len(sent), len(lines))

    return desktop.see(counted)


def complain(desktop: Desktop) -> None:
    command = RegisterComplaint(
        subject=SUBJECT,
        received_at=desktop.hand.now,
        zone=JAKARTA,
        channel=Channel.EMAIL,
        laws=(EU_DE,),
        kind=ComplaintKind.LATE,
        written=True,
        about_id=desktop.register(),
    )
    desktop.do(complaints.register_complaint, command)


def turn_to(desktop: Desktop) -> None:
    command = OpenMatter(
        kind=MatterKind.ENQUIRY,
        authority_id="gbico",
        received_at=desktop.hand.now,
        zone=JAKARTA,
        channel=Channel.POST,
        laws=(GB_ENG,),
        about_id=desktop.register(),
    )
    desktop.do(matters.open_matter, command)


def lose(desktop: Desktop) -> None:
    command = OpenBreach(title="A lost disk", what="It was lost.", aware_at=desktop.hand.now, zone=JAKARTA, laws=(EU_DE,))
    desktop.do(breaches.open_breach, command)


@pytest.mark.parametrize(
    ("begin", "read"),
    [
        pytest.param(complain, complaints.list_complaints, id="complaints"),
        pytest.param(turn_to, matters.list_matters, id="matters"),
        pytest.param(lose, breaches.list_breaches, id="breaches"),
    ],
)
def test_a_list_asks_as_often_for_many_cases_as_for_one(
    desktop: Desktop, begin: Callable[[Desktop], None], read: Callable[[Desk], tuple[object, ...]]
) -> None:
    begin(desktop)
    one = asked(desktop, read)
    for _ in range(3):
        begin(desktop)
    many = asked(desktop, read)
    assert (one.lines, many.lines) == (1, 4)
    assert 0 < many.statements == one.statements
