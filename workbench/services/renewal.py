"""Renewal: the cases of an older store are pinned to the rulebooks that are here, once, when it is first opened."""

from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.services import case_file
from workbench.services.office import Desk
from workbench.store import cases as case_store
from workbench.store import rulebooks as rulebook_store


def renew_clocks(desk: Desk) -> Changes:
    """Pin every case that is pinned to no rulebook yet, and tell in the journal what moved with it.

    A case that cannot be folded keeps the dates it had.
    """
    touched: set[int] = set()
    for case_id in rulebook_store.unpinned(desk.session):
        before = case_store.list_deadlines(desk.session, case_id=case_id)
        case_file.pin_rulebooks(desk, case_file.load(desk, case_id))
        try:
            case = case_file.refold(desk, case_id)
        except WorkbenchError:
            continue  # its dates stand as they were; `verify` names the case
        after = case_file.listed_lines(desk, case)
        case_file.record_moves(desk, case, case_file.lines_of(before), after)
        touched.add(case_id)
    return Changes(cases=frozenset(touched), journal=bool(touched))
