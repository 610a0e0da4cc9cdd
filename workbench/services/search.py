"""Search: numbers, names, requests, letters and file names, as one list."""

from workbench.domain.errors import NotFoundError
from workbench.services.lines import SearchHit
from workbench.services.office import Desk
from workbench.store import cases as case_store
from workbench.store import letters as letter_store
from workbench.store import search as search_store

MOST_HITS = 50


def search(desk: Desk, text: str) -> tuple[SearchHit, ...]:
    """Return what holds every word of a text, at most fifty things; cases first, the newest first.

    `title` is the number of a case or letter, or the name of a file; `subtitle` the data subject's name.
    """
    hits = search_store.search(desk.session, text, limit=MOST_HITS)
    rows = {row.id: row for row in case_store.list_case_rows(desk.session, case_ids=sorted({hit.case_id for hit in hits}))}
    found: list[SearchHit] = []
    for hit in hits:
        row = rows.get(hit.case_id)
        name = row.subject_name if row is not None else ""
        number = f"{row.number}, " if row is not None and hit.what != "case" else ""
        found.append(SearchHit(hit.what, hit.id, hit.case_id, hit.title, f"{number}{name}"))
    return tuple(found)


def find(desk: Desk, number: str) -> SearchHit:
    """Return the case or the letter that has exactly this number.

    Raises:
        NotFoundError: neither a case nor a letter has it.
    """
    try:
        case_id = case_store.find(desk.session, number)
    except NotFoundError:
        letter_id = letter_store.find(desk.session, number)
        letter = letter_store.load(desk.session, letter_id)
        return SearchHit("letter", letter_id, letter.case_id, letter.number, "")
    return SearchHit("case", case_id, case_id, number.strip().upper(), "")
