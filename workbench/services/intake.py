"""Intake: a request becomes a case; a file that cannot be read is kept all the same.

Clocks run from the receipt of the request, never from the moment it was typed in or imported.
"""

from workbench.domain.cases import EventKind, LawPlace, Request
from workbench.domain.changes import Changes
from workbench.domain.commands import QuarantineFile, RegisterRequest
from workbench.domain.errors import InvalidInputError
from workbench.domain.evidence import Quarantined
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.reckon import zone_of
from workbench.services import case_file, evidence
from workbench.services.office import Desk, listed
from workbench.store import cases as case_store
from workbench.store import evidence as evidence_store

CASE_SERIES = "DSR"
"""The letters before a case's number: data-subject request."""


def register_request(command: RegisterRequest, desk: Desk) -> Changes:
    """Open a case for a request and start its clocks; `created` is its id, `number` its number.

    Raises:
        InvalidInputError: a name, a right or a law is missing, or the receipt lies in the future or has no zone.
        LawUnknownError: a law is not shipped.
        PlaceUnknownError: a law does not reach a place.
        YearNotCoveredError: no calendar covers the year of the receipt.
    """
    subject = _subject(command.subject)
    received_at = case_file.checked_instant(desk, command.received_at, command.zone, "received_at")
    if not command.rights:
        raise InvalidInputError(field="rights", problem="empty")
    laws = _laws(desk, command.laws)
    number = case_store.next_number(desk.session, CASE_SERIES, desk.today().year)
    request = Request(
        received_at=received_at,
        zone=command.zone,
        channel=command.channel,
        rights=tuple(dict.fromkeys(command.rights)),
        subject_line=command.subject_line.strip(),
        text=command.text.strip(),
        language=command.language,
        received_from=command.received_from,
    )
    case = case_store.add(
        desk.session,
        number=number,
        subject=subject,
        requester=_requester(command.requester),
        request=request,
        laws=laws,
        officer_id=desk.officer.id,
        opened_at=desk.now,
    )
    case_file.pin(desk, case)
    case_file.record(
        desk,
        case,
        EventKind.REQUEST_RECEIVED,
        occurred_at=received_at,
        zone=command.zone,
        details={"channel": command.channel.value, "rights": listed([right.value for right in request.rights])},
    )
    for new_file in command.evidence:
        evidence.keep(desk, case, new_file)
    case_file.refold(desk, case.id)
    return Changes(cases=frozenset({case.id}), created=case.id, number=number)


def quarantine_file(command: QuarantineFile, desk: Desk) -> Changes:
    """Keep a file that could not be read, with its bytes and the reason; `created` is its id."""
    kept = evidence_store.quarantine(
        desk.session,
        name=case_file.shown_name(command.name),
        data=command.data,
        reason=command.reason,
        added_at=desk.now,
        officer_id=desk.officer.id,
    )
    return Changes(quarantine=True, created=kept.id)


def list_quarantine(desk: Desk) -> tuple[Quarantined, ...]:
    """Return the files in quarantine, newest first."""
    return evidence_store.list_quarantine(desk.session)


def quarantine_data(desk: Desk, quarantine_id: int) -> bytes:
    """Return the bytes of a file in quarantine.

    Raises:
        NotFoundError: there is no such file.
    """
    return evidence_store.quarantine_data(desk.session, quarantine_id)


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


def _laws(desk: Desk, laws: tuple[LawPlace, ...]) -> tuple[LawPlace, ...]:
    chosen = tuple(dict.fromkeys(laws))
    if not chosen:
        raise InvalidInputError(field="laws", problem="empty")
    if len({one.law for one in chosen}) != len(chosen):
        raise InvalidInputError(field="laws", problem="law_twice")
    for one in chosen:
        zone_of(desk.rulebook(one.law), one.place)
    return chosen
