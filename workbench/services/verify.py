"""Verify: prove that the office is what was written, from the pages of the file to the dates in the lists."""

from collections.abc import Iterator

from workbench.domain.errors import WorkbenchError
from workbench.domain.phases import phase_of
from workbench.services import case_file
from workbench.services.lines import Finding
from workbench.services.office import Desk, Office
from workbench.store import cases as case_store
from workbench.store import verify as store_verify

STALE = "deadlines_stale"
UNRECKONED = "deadlines_not_reckoned"
FINDINGS: tuple[str, ...] = (STALE, UNRECKONED)
"""What this module finds besides what the store finds, as word keys of the table `finding`."""


def verify_office(office: Office) -> tuple[Finding, ...]:
    """Return everything that is not as it was written: nothing for a sound office. Nothing is changed.

    The journal's standing, as the foot of the sidebar tells it, is what was found here.
    """
    found = [Finding(one.code, one.where) for one in store_verify.verify(office.store)]
    office.journal_sound = not any(one.code.startswith("journal") for one in found)
    if not found:
        with office.reading() as desk:
            found.extend(_clock_findings(desk))
    return tuple(found)


def _clock_findings(desk: Desk) -> Iterator[Finding]:
    for case_id in case_store.ids(desk.session):
        case = case_file.load(desk, case_id)
        kept = [one.body for one in case_store.list_deadlines(desk.session, case_id=case_id)]
        try:
            lines = [line.to_json() for line in case_file.listed_lines(desk, case)]
        except WorkbenchError:
            yield Finding(UNRECKONED, case.number)
            continue
        row = case_store.list_case_rows(desk.session, case_ids=[case_id])[0]
        if kept != lines or row.phase is not phase_of(case):
            yield Finding(STALE, case.number)
