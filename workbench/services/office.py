"""Office and desk: what a use case has in its hands while it works.

One use case is one transaction: `run` gives it a desk, commits when it returns and rolls back on any error. Reads get a
desk too, without the right to write. `now` is read once per desk, so that everything in one use case happens at the
same instant.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from workbench.domain.calendars import Calendar
from workbench.domain.cases import CalendarSnapshot, Case
from workbench.domain.journal import JournalFacts, NewEntry
from workbench.domain.parties import Officer
from workbench.domain.rulebooks import LawUnknownError, Rulebook, RulebookError
from workbench.domain.settings import OfficeSettings, parse_settings
from workbench.services import calendars, laws
from workbench.store import journal as journal_store
from workbench.store import office_days as office_day_store
from workbench.store import officers as officer_store
from workbench.store import rulebooks as rulebook_store
from workbench.store import settings as setting_store
from workbench.store.engine import Session, Store
from workbench.store.errors import StoreReadOnlyError

T = TypeVar("T")

YEARS_AHEAD = 3
"""How many years after a receipt a case's calendar covers: the longest limits with extension and pause end well before."""


def utc_now() -> datetime:
    """Return the machine's clock as an aware UTC instant; the only place where a use case's time comes from."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Office:
    """One opened office: its store, its laws, and the officer who unlocked it.

    Args:
        folder: where the store and the keys are.
        store: the opened store.
        rulebooks: law id to rulebook.
        officer: who unlocked it.
        read_only: whether writes are refused.
        clock: returns now as an aware instant; tests pin it.
        data_key: the store's key while it is open, for adding key slots; never printed.
        journal_sound: whether the chain of the journal held when it was last looked at.
        on_close: what gives the folder back to others.
    """

    folder: Path
    store: Store
    rulebooks: Mapping[str, Rulebook]
    officer: Officer
    read_only: bool = False
    clock: Callable[[], datetime] = utc_now
    data_key: bytes = field(default=b"", repr=False)
    journal_sound: bool = True
    on_close: tuple[Callable[[], None], ...] = ()

    @contextmanager
    def desk(self) -> Iterator["Desk"]:
        """Give a desk for one write: committed when the block ends, rolled back when it raises.

        Raises:
            StoreReadOnlyError: the office was opened read-only.
        """
        if self.read_only:
            raise StoreReadOnlyError
        with self.store.writing() as session:
            yield self._desk(session)

    @contextmanager
    def reading(self) -> Iterator["Desk"]:
        """Give a desk for reads."""
        with self.store.reading() as session:
            yield self._desk(session)

    def close(self) -> None:
        """Close the store, drop the key and give the folder back."""
        self.store.close()
        self.data_key = b""
        for give_back in self.on_close:
            give_back()
        self.on_close = ()

    def _desk(self, session: Session) -> "Desk":
        return Desk(
            session=session,
            folder=self.folder,
            rulebooks=self.rulebooks,
            officer=self.officer,
            now=self.clock().astimezone(UTC),
            read_only=self.read_only,
            journal_sound=self.journal_sound,
            data_key=self.data_key,
        )


@dataclass
class Desk:
    """The unit of work of one use case.

    Args:
        session: the store's open transaction.
        folder: the office's folder.
        rulebooks: law id to rulebook.
        officer: who acts.
        now: the instant of this use case, aware, UTC.
        read_only: whether the office refuses writes.
        journal_sound: whether the chain of the journal held when it was last looked at.
        data_key: the store's key, for adding key slots; never printed.
        made: the calendars that were made in this use case.
        names: what could be a name in a line of a letter, looked for once in this use case.
        nobody: folded names that no person of this store has, as it was when they were looked for in this use case.
    """

    session: Session
    folder: Path
    rulebooks: Mapping[str, Rulebook]
    officer: Officer
    now: datetime
    read_only: bool = False
    journal_sound: bool = True
    data_key: bytes = field(default=b"", repr=False)
    made: dict[tuple[str, str, int, int], Calendar] = field(default_factory=dict, repr=False)
    names: dict[tuple[str, bool], frozenset[str]] = field(default_factory=dict, repr=False)
    nobody: set[str] = field(default_factory=set, repr=False)

    @cached_property
    def settings(self) -> OfficeSettings:
        """Return the office's settings."""
        return parse_settings(setting_store.get_all(self.session))

    @cached_property
    def officers(self) -> Mapping[int, Officer]:
        """Return every officer by id."""
        return {officer.id: officer for officer in officer_store.list_all(self.session)}

    def officer_name(self, officer_id: int) -> str:
        """Return an officer's name, or an empty string for one who is not in this store."""
        found = self.officers.get(officer_id)
        return found.name if found is not None else ""

    def today(self, zone: str = "") -> date:
        """Return the local day of now in a zone, by default the office's own."""
        return self.now.astimezone(ZoneInfo(zone or self.settings.home_zone)).date()

    def rulebook(self, law: str) -> Rulebook:
        """Return the rulebook of a law.

        Raises:
            LawUnknownError: no rulebook of that id is shipped.
        """
        if law not in self.rulebooks:
            raise LawUnknownError(law=law)
        return self.rulebooks[law]

    def rulebook_of(self, case: Case, law: str) -> Rulebook:
        """Return the version of a rulebook that a case is reckoned with: the one it is pinned to, else the one shipped.

        A pinned text that this program cannot read any more gives way to the shipped one.

        Raises:
            LawUnknownError: no rulebook of that id is shipped.
        """
        shipped = self.rulebook(law)
        pinned = next((one for one in case.versions if one.law == law), None)
        if pinned is None or pinned.digest == shipped.digest:
            return shipped
        text = rulebook_store.text_of(self.session, pinned)
        try:
            return laws.read_text(law, text) if text else shipped
        except RulebookError:
            return shipped

    def calendar(self, law: str, place: str, case: Case | None = None, *, year: int = 0) -> Calendar:
        """Return the calendar of a place: the one kept with `case`, else one made now with the office's own days.

        Args:
            law: rulebook id.
            place: a place of that law.
            case: the case whose kept calendar is wanted.
            year: the first year to cover when a calendar is made; by default this year.

        Raises:
            LawUnknownError, PlaceUnknownError: the law or the place is not shipped.
        """
        kept = case.calendar_of(place) if case is not None else None
        if kept is not None:
            return Calendar.from_json(kept.days)
        first = year or self.today().year
        last = max(first, self.today().year) + YEARS_AHEAD
        return self.calendar_of_years(law, place, first, last)

    def calendar_of_years(self, law: str, place: str, first_year: int, last_year: int) -> Calendar:
        """Return the calendar of a place as it is now, for years that are both inclusive; made once for a use case.

        Raises:
            LawUnknownError, PlaceUnknownError: the law or the place is not shipped.
        """
        key = (law, place, first_year, last_year)
        if key not in self.made:
            self.made[key] = calendars.calendar_for(
                self.rulebook(law),
                place,
                first_year=first_year,
                last_year=last_year,
                office_days=office_day_store.list_all(self.session, place),
            )
        return self.made[key]

    def snapshot(self, law: str, place: str, *, year: int) -> CalendarSnapshot:
        """Return the calendar of a place from `year` on in the form that is kept with a case."""
        calendar = self.calendar(law, place, year=year)
        return CalendarSnapshot(place=place, version=calendar.version, days=calendar.to_json())

    def record(self, action: str, subject: str, facts: JournalFacts, *, content_sha256: str = "") -> None:
        """Append a line to the journal; `facts` hold no personal data."""
        entry = NewEntry(action=action, subject=subject, facts=facts, content_sha256=content_sha256)
        journal_store.append(self.session, entry, at=self.now, officer_id=self.officer.id)


def run(office: Office, use_case: Callable[[Desk], T]) -> T:
    """Do one use case in one transaction and return what it returned.

    Raises:
        StoreReadOnlyError: the office was opened read-only.
        WorkbenchError: whatever the use case refuses; nothing is written then.
    """
    with office.desk() as desk:
        return use_case(desk)


def ask(office: Office, query: Callable[[Desk], T]) -> T:
    """Read something in one transaction and return it."""
    with office.reading() as desk:
        return query(desk)


def listed(values: Sequence[str]) -> str:
    """Return values as the comma-joined list that event details keep."""
    return ",".join(values)
