"""Renewal: when the program ships other rulebooks than the last one did, every clock is folded again, and what moved is told.

A moved date is never silent: the journal keeps the date before and after, case by case.
"""

import hashlib

from workbench.domain.case_clocks import ClockLine
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.services import case_file
from workbench.services.office import Desk
from workbench.store import cases as case_store
from workbench.store import settings as setting_store

RULEBOOKS = "rulebooks_digest"
"""The store's own note of the rulebooks its clocks were folded with; no declared setting."""


def renew_clocks(desk: Desk) -> Changes:
    """Fold the clocks of every case again if the rulebooks are others than those they were folded with.

    A case that cannot be folded keeps the dates it had.
    """
    digest = rulebooks_digest(desk)
    known = setting_store.get_all(desk.session).get(RULEBOOKS, "")
    if known == digest:
        return Changes(journal=False)
    touched: set[int] = set()
    for case_id in case_store.ids(desk.session) if known else ():
        before = [ClockLine.from_json(one.body) for one in case_store.list_deadlines(desk.session, case_id=case_id)]
        try:
            case = case_file.refold(desk, case_id)
        except WorkbenchError:
            continue  # its dates stand as they were; `verify` names the case
        after = case_file.listed_lines(desk, case)
        if tuple(before) != after:
            case_file.record_moves(desk, case, before, after)
            touched.add(case_id)
    setting_store.put(desk.session, RULEBOOKS, digest, at=desk.now, officer_id=desk.officer.id)
    return Changes(cases=frozenset(touched))


def rulebooks_digest(desk: Desk) -> str:
    """Return one digest over every rulebook that is shipped."""
    listed = ",".join(f"{law}={rulebook.digest}" for law, rulebook in sorted(desk.rulebooks.items()))
    return hashlib.sha256(listed.encode()).hexdigest()[:16]
