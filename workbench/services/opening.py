"""Opening a case, of whatever kind: its number, its row, the calendars and rulebooks it is reckoned with, its first events, its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from workbench.domain.cases import Case, CaseKind, EventKind, LawPlace, Request
from workbench.domain.errors import InvalidInputError
from workbench.domain.evidence import NewEvidence
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.reckon import zone_of
from workbench.services import case_file, evidence
from workbench.services.office import Desk
from workbench.store import cases as case_store

SERIES: Mapping[CaseKind, str] = MappingProxyType(
    {CaseKind.REQUEST: "DSR", CaseKind.COMPLAINT: "CMP", CaseKind.MATTER: "REG", CaseKind.BREACH: "BRE"}
)
"""The letters before a case's number: data-subject request, complaint, regulator matter, breach."""


@dataclass(frozen=True, slots=True)
class FirstEvent:
    """What a case begins with."""

    kind: EventKind
    at: datetime
    details: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


def open_case(  # noqa: PLR0913  a case is made of all of these, each named at the call
    desk: Desk,
    *,
    kind: CaseKind,
    subject: DataSubject,
    requester: Requester | None,
    request: Request,
    laws: tuple[LawPlace, ...],
    events: Sequence[FirstEvent],
    files: Sequence[NewEvidence] = (),
    about_id: int | None = None,
) -> Case:
    """Open a case, begin it with its events and files, start its clocks, and return it.

    Args:
        desk: the desk of the use case.
        kind: what it is about.
        subject: the person, or the title of a matter that concerns nobody by name.
        requester: who wrote for the person.
        request: what arrived, with instants that were checked.
        laws: at least one.
        events: what it begins with, in order.
        files: the original first.
        about_id: the case that it is about.

    Raises:
        InvalidInputError: a name or a law is missing, or a law stands there twice.
        LawUnknownError: a law is not shipped.
        PlaceUnknownError: a law does not reach a place.
        YearNotCoveredError: no calendar covers the year of the receipt.
    """
    case = case_store.add(
        desk.session,
        number=case_store.next_number(desk.session, SERIES[kind], desk.today().year),
        subject=_subject(subject),
        requester=_requester(requester),
        request=request,
        laws=checked_laws(desk, laws),
        officer_id=desk.officer.id,
        opened_at=desk.now,
        kind=kind,
        about_id=about_id,
    )
    case_file.pin(desk, case)
    for one in events:
        case_file.record(
            desk, case, one.kind, occurred_at=one.at, zone=request.zone, details=one.details, text=one.text.strip()
        )
    for new_file in files:
        evidence.keep(desk, case, new_file)
    return case_file.refold(desk, case.id)


def checked_laws(desk: Desk, laws: tuple[LawPlace, ...]) -> tuple[LawPlace, ...]:
    """Return the laws of a case, each once.

    Raises:
        InvalidInputError: there is none, or one stands there twice with several places.
        LawUnknownError: a law is not shipped.
        PlaceUnknownError: a law does not reach a place.
    """
    chosen = tuple(dict.fromkeys(laws))
    if not chosen:
        raise InvalidInputError(field="laws", problem="empty")
    if len({one.law for one in chosen}) != len(chosen):
        raise InvalidInputError(field="laws", problem="law_twice")
    for one in chosen:
        zone_of(desk.rulebook(one.law), one.place)
    return chosen


def _subject(subject: DataSubject) -> DataSubject:
    return DataSubject(
        name=case_file.required_text(subject.name, "subject_name"),
        email=subject.email.strip(),
        address=_lines(subject.address),
        phone=subject.phone.strip(),
        salutation=subject.salutation.strip(),
        customer_since=subject.customer_since.strip(),
    )


def _requester(requester: Requester | None) -> Requester | None:
    if requester is None:
        return None
    return Requester(
        name=case_file.required_text(requester.name, "requester_name"),
        email=requester.email.strip(),
        address=_lines(requester.address),
        authority=requester.authority.strip(),
    )


def _lines(address: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.strip() for line in address if line.strip())
