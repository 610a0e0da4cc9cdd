"""Evidence: files kept with a case, byte for byte, with their SHA-256."""

from workbench.domain.cases import Case, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import AttachEvidence
from workbench.domain.errors import InvalidInputError
from workbench.domain.evidence import Evidence, NewEvidence
from workbench.domain.phases import Act
from workbench.services import case_file
from workbench.services.office import Desk
from workbench.store import evidence as evidence_store

MOST_BYTES = 100 * 1024 * 1024
"""The largest file that is kept with a case; larger ones belong in a place made for them."""


def attach_evidence(command: AttachEvidence, desk: Desk) -> Changes:
    """Keep a file with a case; `created` is its id.

    Raises:
        InvalidInputError: the file is empty or too large.
    """
    case = case_file.load_for(desk, command.case_id, Act.ATTACH)
    kept = keep(desk, case, command.evidence)
    case_file.refold(desk, case.id)
    return Changes(cases=frozenset({case.id}), created=kept.id)


def evidence_data(desk: Desk, evidence_id: int) -> bytes:
    """Return the bytes of a kept file exactly as they came.

    Raises:
        NotFoundError: there is no such file.
        StoreDamagedError: the bytes are not those that were kept.
    """
    return evidence_store.data(desk.session, evidence_id)


def keep(desk: Desk, case: Case, new: NewEvidence) -> Evidence:
    """Keep a file with a case and record that in its history.

    Raises:
        InvalidInputError: the file is empty or too large.
    """
    if not new.data:
        raise InvalidInputError(field="file", problem="empty")
    if len(new.data) > MOST_BYTES:
        raise InvalidInputError(field="file", problem="too_large", most=MOST_BYTES // 1024 // 1024)
    shown = NewEvidence(case_file.shown_name(new.name), new.media_type, new.data, new.kind)
    kept = evidence_store.add(desk.session, case.id, shown, added_at=desk.now, officer_id=desk.officer.id)
    details = {"evidence": str(kept.id), "kind": kept.kind.value, "sha256": kept.sha256}
    case_file.record(
        desk,
        case,
        EventKind.EVIDENCE_ADDED,
        occurred_at=desk.now,
        zone=desk.settings.home_zone,
        details=details,
        text=kept.name,
    )
    return kept
