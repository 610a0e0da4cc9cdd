"""The stage of the demo: what the play knows while it runs, and how its data name instants, days, people and files.

A case is named by its `trap`, the sentence that says what it is there to show. Hours without a zone are read in the office's own zone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from workbench.domain.cases import LawPlace
from workbench.domain.changes import Changes
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.parties import DataSubject
from workbench.services.approvals import Signer
from workbench.services.office import Desk

ZONE = "Asia/Jakarta"
"""The zone of the invented office."""

Facts = Mapping[str, Any]
UseCase = Callable[[Desk], Changes]


class Stage:
    """What the play knows while it runs: the ids that the use cases gave, who the officers are, and the second one's key."""

    def __init__(self, signer: Signer, officers: Mapping[str, int]) -> None:
        self.signer = signer
        self.officers = officers
        self.cases: dict[str, int] = {}
        self.letters: dict[tuple[str, str], int] = {}

    def opens(self, trap: str, use_case: UseCase) -> UseCase:
        """Return the use case that keeps, under its trap, the id of the case that it opens."""

        def opening(desk: Desk) -> Changes:
            changes = use_case(desk)
            self.cases[trap] = made(changes)
            return changes

        return opening


@dataclass(frozen=True, slots=True)
class PlayedAct:
    """One thing that happens: when, in which case, by whom; `order` keeps the order of the data within an instant."""

    at: datetime
    order: tuple[int, int, int]
    officer: str
    play: Callable[[Stage], UseCase]


def instant(when: str, received_at: datetime, now: datetime) -> datetime:
    """Return the instant that `-26d 16:14`, `-67h`, `+2d 10:00` or `+5h` names: from now, or from the receipt."""
    offset, _, hour = when.partition(" ")
    origin = now if offset.startswith("-") else received_at
    count = int(offset[:-1])
    if offset.endswith("h"):
        return origin + timedelta(hours=count)
    return local(origin.astimezone(ZoneInfo(ZONE)).date() + timedelta(days=count), hour)


def local(on: date, hour: str) -> datetime:
    """Return the instant of an hour of a day at the office."""
    return datetime.combine(on, time.fromisoformat(hour), ZoneInfo(ZONE)).astimezone(UTC)


def day(when: str, at: datetime) -> date:
    """Return the local day that `-12d` or `+12d` names, counted from an instant."""
    return at.astimezone(ZoneInfo(ZONE)).date() + timedelta(days=int(when.removesuffix("d")))


def day_or_none(when: str, at: datetime) -> date | None:
    """Return the local day that `-12d` names, counted from an instant; None for nothing."""
    return day(when, at) if when else None


def law_place(listed: str) -> LawPlace:
    """Return the law and the place that `EU/DE` names."""
    law, _, place = listed.partition("/")
    return LawPlace(law, place)


def subject(person: Facts) -> DataSubject:
    """Return a person of the demo as the one whom a case is about."""
    return DataSubject(
        name=person["name"],
        email=person["email"],
        address=tuple(person["address"]),
        phone=person.get("phone", ""),
        salutation=person.get("salutation", ""),
        customer_since=person.get("customer_since", ""),
    )


def new_file(step: Facts) -> NewEvidence:
    """Return the file that a step attaches."""
    media_type = "text/csv" if step["name"].endswith(".csv") else "text/plain"
    return NewEvidence(step["name"], media_type, step["text"].encode(), EvidenceKind(step["kind"]))


def made(changes: Changes) -> int:
    """Return the id of what a use case made.

    Raises:
        ValueError: it made nothing.
    """
    if changes.created is None:
        raise ValueError(changes)
    return changes.created
