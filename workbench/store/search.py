"""Finding anything: a full-text index (SQLite FTS5) of numbers, names, requests, letters, notes and file names.

Each word of a search must occur, as the beginning of a word; case and accents do not matter. The index is worked out from
the rows and can be built anew at any time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import Integer, String, bindparam, column, delete, insert, select, table, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from workbench.store.rows import CaseContentRow, CaseRow, DecisionRow, EventRow, EvidenceRow, LetterRow

INDEX = "search_index"
_SPAN = 2**40
"""Row numbers of one kind in the index: kind * _SPAN + id."""

_WAITING = "waiting_for_the_index"
"""Where a session keeps what is to be written into the index, by row number."""

_index = table(
    INDEX,
    column("rowid", Integer),
    column("case_id", Integer),
    column("title", String),
    column("body", String),
)


class Indexed(IntEnum):
    """What the index knows; found things are listed from the highest kind to the lowest, the newest first."""

    CONTENT = 0
    EVIDENCE = 1
    EVENT = 2
    DECISION = 3
    LETTER = 4
    CASE = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: `what` is case, letter or evidence; words of events, decisions and working files lead to their case."""

    what: str
    id: int
    case_id: int
    title: str


Row = CaseRow | CaseContentRow | EventRow | DecisionRow | LetterRow | EvidenceRow


def index(session: Session, row: Row) -> None:
    """Note a row, new or changed, for the index. For the store's own modules; the row must be flushed.

    The index is written once, when the transaction ends (`settle`): FTS5 writes what it holds before every statement that
    could be undone alone, and each line of the journal is one.
    """
    number, *entry = _entry(row)
    session.info.setdefault(_WAITING, {})[number] = tuple(entry)


def settle(session: Session) -> None:
    """Write into the index what waits for it."""
    waiting = session.info.pop(_WAITING, {})
    if not waiting:
        return
    session.execute(delete(_index).where(_index.c.rowid.in_(waiting)))
    entries = [
        {"rowid": number, "case_id": case_id, "title": title, "body": body}
        for number, (case_id, title, body) in waiting.items()
    ]
    session.execute(insert(_index), entries)


def search(session: Session, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Return what holds every word, at most `limit` things; nothing for a search without a letter or digit."""
    settle(session)
    sought = _query(words)
    if not sought:
        return ()
    found = select(_index.c.rowid, _index.c.case_id, _index.c.title)
    found = found.where(text("search_index MATCH :sought").bindparams(bindparam("sought", sought, String)))
    found = found.order_by(_index.c.rowid.desc()).limit(limit * 4)
    hits: dict[tuple[str, int], Hit] = {}
    for number, case_id, title in session.execute(found):
        hit = _hit(number, case_id, title)
        hits.setdefault((hit.what, hit.id), hit)
    chosen = list(hits.values())[:limit]
    return tuple(_titled(session, hit) for hit in chosen)


def rebuild(session: Session) -> None:
    """Throw the index away and work it out again from the rows."""
    session.info.pop(_WAITING, None)
    session.execute(delete(_index))
    for row in _rows(session):
        number, case_id, title, body = _entry(row)
        session.execute(insert(_index).values(rowid=number, case_id=case_id, title=title, body=body))


def stale(session: Session, *, read_only: bool) -> bool:
    """Return whether the index says anything else than the rows do, or is broken inside."""
    try:
        if not read_only:
            session.execute(text("INSERT INTO search_index(search_index) VALUES ('integrity-check')"))
        kept = session.execute(select(_index.c.rowid, _index.c.case_id, _index.c.title, _index.c.body))
        said = {number: (case_id, title, body) for number, case_id, title, body in kept}
    except DatabaseError:
        return True
    for row in _rows(session):
        number, *expected = _entry(row)
        if said.pop(number, None) != tuple(expected):
            return True
    return bool(said)


def _rows(session: Session) -> Iterator[Row]:
    """Yield every row the index knows; an event without words of its own is none of them."""
    yield from session.scalars(select(CaseContentRow).execution_options(yield_per=500))
    yield from session.scalars(select(EvidenceRow).execution_options(yield_per=500))
    yield from session.scalars(select(EventRow).where(EventRow.text != "").execution_options(yield_per=500))
    yield from session.scalars(select(DecisionRow).execution_options(yield_per=500))
    yield from session.scalars(select(LetterRow).execution_options(yield_per=500))
    yield from session.scalars(select(CaseRow).execution_options(yield_per=500))


def _query(words: str) -> str:
    """Return the search as FTS5 understands it: every word quoted, so that nothing in it is an operator."""
    clean = words.encode("utf-8", "replace").decode("utf-8")
    tokens = ["".join(letter if letter.isprintable() else " " for letter in token) for token in clean.split()]
    quoted = ['"' + token.replace('"', '""') + '"*' for token in tokens if any(letter.isalnum() for letter in token)]
    return " AND ".join(quoted)


def _entry(row: Row) -> tuple[int, int, str, str]:
    match row:
        case CaseRow():
            people = [row.subject, row.requester or {}]
            words = [part for person in people for part in _texts(person)]
            return _number(Indexed.CASE, row.id), row.id, row.number, "\n".join([*words, row.subject_line, row.text])
        case CaseContentRow():
            return _number(Indexed.CONTENT, row.case_id), row.case_id, "", "\n".join(_texts(row.content))
        case LetterRow():
            body = [row.recipient or "", *_texts(row.fields)]
            return _number(Indexed.LETTER, row.id), row.case_id, row.number, "\n".join(body)
        case EvidenceRow():
            return _number(Indexed.EVIDENCE, row.id), row.case_id, row.name, row.sha256
        case EventRow():
            return _number(Indexed.EVENT, row.id), row.case_id, "", row.text
        case DecisionRow():
            return _number(Indexed.DECISION, row.id), row.case_id, "", f"{row.reason}\n{row.internal_note}"


def _texts(part: object) -> list[str]:
    if isinstance(part, dict):
        return [text for value in part.values() for text in _texts(value)]
    if isinstance(part, list):
        return [text for value in part for text in _texts(value)]
    return [part] if isinstance(part, str) and part else []


def _number(kind: Indexed, row_id: int) -> int:
    return kind * _SPAN + row_id


def _hit(number: int, case_id: int, title: str) -> Hit:
    kind, row_id = divmod(number, _SPAN)
    if kind == Indexed.LETTER:
        return Hit("letter", row_id, case_id, title)
    if kind == Indexed.EVIDENCE:
        return Hit("evidence", row_id, case_id, title)
    return Hit("case", case_id, case_id, title)


def _titled(session: Session, hit: Hit) -> Hit:
    if hit.what != "case" or hit.title:
        return hit
    number = session.scalar(select(CaseRow.number).where(CaseRow.id == hit.case_id))
    return Hit(hit.what, hit.id, hit.case_id, number or "")
