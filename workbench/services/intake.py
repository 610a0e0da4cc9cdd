"""Intake: a request becomes a case; a file that cannot be read is kept all the same.

Clocks run from the receipt of the request, never from the moment it was typed in or imported.
"""

from workbench.domain.cases import CaseKind, EventKind, Request
from workbench.domain.changes import Changes
from workbench.domain.commands import QuarantineFile, RegisterRequest
from workbench.domain.errors import InvalidInputError
from workbench.domain.evidence import Quarantined
from workbench.services import case_file, opening
from workbench.services.office import Desk, listed
from workbench.store import evidence as evidence_store


def register_request(command: RegisterRequest, desk: Desk) -> Changes:
    """Open a case for a request and start its clocks; `created` is its id, `number` its number.

    Raises:
        InvalidInputError: a name, a right or a law is missing, the receipt lies in the future or has no zone, or it did not arrive.
        LawUnknownError: a law is not shipped.
        PlaceUnknownError: a law does not reach a place.
        YearNotCoveredError: no calendar covers the year of the receipt.
    """
    received_at = case_file.checked_instant(desk, command.received_at, command.zone, "received_at")
    if not command.rights:
        raise InvalidInputError(field="rights", problem="empty")
    rights = tuple(dict.fromkeys(command.rights))
    case = opening.open_case(
        desk,
        kind=CaseKind.REQUEST,
        subject=command.subject,
        requester=command.requester,
        request=Request(
            received_at=received_at,
            zone=command.zone,
            channel=case_file.checked_arrival(command.channel),
            rights=rights,
            subject_line=command.subject_line.strip(),
            text=command.text.strip(),
            language=command.language,
            received_from=command.received_from,
        ),
        laws=command.laws,
        events=[
            opening.FirstEvent(
                EventKind.REQUEST_RECEIVED,
                received_at,
                {"channel": command.channel.value, "rights": listed([right.value for right in rights])},
            )
        ],
        files=command.evidence,
    )
    return Changes(cases=frozenset({case.id}), created=case.id, number=case.number)


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
