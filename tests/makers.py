"""Makers for tests: a real office in a folder, its clock in the test's hand, and commands with plain defaults.

People are plainly invented. Times are aware; `at("2026-11-26 10:00")` reads Jakarta time unless a zone is given.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from tests.refusals import stand
from workbench import bootstrap
from workbench.domain.approvals import FourEyes
from workbench.domain.cases import Channel, LawPlace
from workbench.domain.changes import Changes
from workbench.domain.commands import (
    ApproveLetter,
    ComposeLetter,
    Decide,
    DispatchLetter,
    RegisterRequest,
)
from workbench.domain.decisions import Outcome
from workbench.domain.letters import DispatchChannel, LetterFields, LetterKind
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.services import decisions, dispatch, intake, letters
from workbench.services.cases import case_page
from workbench.services.lines import CasePage, DeadlineLine
from workbench.services.office import Desk, Office, ask, run
from workbench.store.keys import FLOOR

T = TypeVar("T")

JAKARTA = "Asia/Jakarta"
PASSPHRASE = "seven calm otters knit"  # noqa: S105  of a store in a temporary folder
EU_DE = LawPlace("EU", "DE")
GB_ENG = LawPlace("GB", "GB-ENG")
ID_ID = LawPlace("ID", "ID")
SUBJECT = DataSubject(
    name="Hannah Beispiel",
    email="hannah@beispiel.example",
    address=("Beispielweg 4", "50667 Köln"),
)


def at(text: str, zone: str = JAKARTA) -> datetime:
    """Return an aware instant, read in `zone`, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@dataclass
class Hand:
    """The machine's clock, in the test's hand."""

    now: datetime = field(default_factory=lambda: at("2026-11-02 10:00"))

    def __call__(self) -> datetime:
        return self.now

    def go(self, text: str, zone: str = JAKARTA) -> datetime:
        """Set the clock and return the instant."""
        self.now = at(text, zone)
        return self.now

    def later(self, **by: float) -> datetime:
        """Move the clock forward (`hours=`, `days=`) and return the instant."""
        self.now += timedelta(**by)
        return self.now


def make_office(folder: Path, clock: Callable[[], datetime], **settings: str) -> tuple[Office, str]:
    """Return a new office with the cheapest key derivation that the store accepts, and its recovery code."""
    values = {
        "office_name": "Onee Privacy Office",
        "office_address": "Jalan Contoh 1\nJakarta 10110",
        "office_city": "Jakarta",
        "office_email": "privacy@onee.example",
        "letterhead": "Onee\nPrivacy Office",
        "four_eyes": FourEyes.ONE_OFFICER.value,
        **settings,
    }
    return bootstrap.create_office(
        folder,
        passphrase=PASSPHRASE,
        officer_name="Ayu Contoh",
        officer_title="Privacy Officer",
        clock=clock,
        cost=FLOOR,
        **values,
    )


@dataclass
class Desktop:
    """An office with its clock, and short words for the use cases of a story."""

    office: Office
    hand: Hand

    def do(self, use_case: Callable[[object, Desk], T] | Callable[..., T], command: object) -> T:
        """Run one use case with its command."""
        return run(self.office, partial(use_case, command))

    def see(self, query: Callable[..., T], *args: object, **kwargs: object) -> T:
        """Ask one read with its arguments."""
        return ask(self.office, lambda desk: query(desk, *args, **kwargs))

    def register(
        self,
        *rights: Right,
        laws: tuple[LawPlace, ...] = (EU_DE,),
        received_at: datetime | None = None,
        subject: DataSubject = SUBJECT,
        zone: str = JAKARTA,
    ) -> int:
        """Open a case and return its id."""
        command = RegisterRequest(
            subject=subject,
            received_at=received_at or self.hand.now,
            zone=zone,
            channel=Channel.EMAIL,
            rights=rights or (Right.ACCESS,),
            laws=laws,
            subject_line="My data",
            text="Please tell me what you hold about me.",
        )
        changes = run(self.office, partial(intake.register_request, command))
        assert changes.created is not None
        return changes.created

    def page(self, case_id: int) -> CasePage:
        """Return the page of a case."""
        return self.see(case_page, case_id)

    def line(self, case_id: int, limit_id: str, kind: str = "respond") -> DeadlineLine:
        """Return the one clock of a case under a limit."""
        found = [line for line in self.page(case_id).deadlines if (line.limit_id, line.kind) == (limit_id, kind)]
        assert len(found) == 1, found
        return found[0]

    def lines(self, case_id: int, kind: str = "respond") -> tuple[DeadlineLine, ...]:
        """Return the clocks of one kind."""
        return tuple(line for line in self.page(case_id).deadlines if line.kind == kind)

    def decide(
        self,
        case_id: int,
        right: Right = Right.ACCESS,
        outcome: Outcome = Outcome.GRANTED,
        grounds: tuple[str, ...] = (),
        reason: str = "",
    ) -> Changes:
        """Decide on one right."""
        command = Decide(case_id=case_id, right=right, outcome=outcome, grounds=grounds, reason=reason)
        return run(self.office, partial(decisions.decide, command))

    def draft(self, case_id: int, kind: LetterKind, language: str = "en", fields: LetterFields | None = None) -> int:
        """Draft a letter and return its id."""
        command = ComposeLetter(case_id=case_id, kind=kind, language=language, fields=fields)
        changes = run(self.office, partial(letters.compose_letter, command))
        assert changes.created is not None
        return changes.created

    def issue(self, case_id: int, kind: LetterKind, language: str = "en", fields: LetterFields | None = None) -> int:
        """Draft and issue a letter and return its id; what it refuses or erases stands (see `tests.refusals.stand`)."""
        letter_id = self.draft(case_id, kind, language, fields)
        stand(self.office, case_id)
        run(self.office, partial(letters.approve_letter, ApproveLetter(letter_id=letter_id)))
        return letter_id

    def dispatch(self, letter_id: int, sent_at: datetime | None = None) -> Changes:
        """Record that a letter left for the person of its case: by mail, or by hand where they have no address for mail."""
        person = self.page(self.see(letters.load_letter, letter_id).case_id).case.subject
        command = DispatchLetter(
            letter_id=letter_id,
            sent_at=sent_at or self.hand.now,
            zone=JAKARTA,
            channel=DispatchChannel.EMAIL if person.email else DispatchChannel.BY_HAND,
            recipient=person.email or person.name,
        )
        return run(self.office, partial(dispatch.dispatch_letter, command))

    def send(self, case_id: int, kind: LetterKind, language: str = "en", fields: LetterFields | None = None) -> int:
        """Draft, issue and dispatch a letter and return its id."""
        letter_id = self.issue(case_id, kind, language, fields)
        self.dispatch(letter_id)
        return letter_id
