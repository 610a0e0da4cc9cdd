"""Letter templates of the office: every version that was ever saved, with who and why.

Versions of a kind and a language count from 1 and are never changed nor taken away. A version with an empty body says that the
office went back to the shipped text. Which shipped text a version was made beside is a fact of its entry in the journal. What an
officer has typed and not saved yet is no version: it is kept in a row of its own, whose number is the officer's with a minus sign.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workbench.domain.letters import LetterKind
from workbench.store import journal
from workbench.store.journal import vouch
from workbench.store.rows import TemplateRow, new_nonce
from workbench.store.values import understood

SAVED = "template_saved"
RESET = "template_reset"
DRAFTED = "template_drafted"
"""What the journal calls a new version with a text, one without, and a text that is not saved yet."""


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """One version of the office's own text of a template; `body` is empty where the office went back to the shipped one.

    `shipped` is the version of the shipped text that it was made beside.
    """

    kind: LetterKind
    language: str
    version: int
    body: str
    reason: str
    saved_at: datetime
    officer_id: int
    shipped: str = ""


_READ = "letter_templates"
"""Where a session keeps the newest versions it has read: every letter of a portion asks for the same."""


def add(
    session: Session,
    *,
    kind: LetterKind,
    language: str,
    body: str,
    reason: str,
    shipped: str,
    at: datetime,
    officer_id: int,
) -> TemplateVersion:
    """Keep a new version and return it; an empty `body` goes back to the shipped text."""
    same = (TemplateRow.kind == kind.value, TemplateRow.language == language)
    last = max(session.scalar(select(func.max(TemplateRow.version)).where(*same)) or 0, 0)
    row = TemplateRow(
        kind=kind.value,
        language=language,
        version=last + 1,
        body=body,
        reason=reason,
        saved_at=at,
        officer_id=officer_id,
        nonce=new_nonce(),
    )
    facts = {"kind": kind.value, "language": language, "version": row.version, "shipped": shipped}
    session.info.pop(_READ, None)
    vouch(session, row, action=SAVED if body else RESET, subject="office", at=at, officer_id=officer_id, facts=facts)
    return _version(row, shipped)


def keep_draft(session: Session, *, kind: LetterKind, language: str, body: str, at: datetime, officer_id: int) -> bool:
    """Keep what an officer has typed and not saved yet, nothing where `body` is empty; return whether that changed anything."""
    query = _of(kind, language, drafts=True).where(TemplateRow.version == -officer_id)
    row = session.scalar(query)
    if row is None and not body:
        return False
    if row is None:
        row = TemplateRow(kind=kind.value, language=language, version=-officer_id, reason="", nonce=new_nonce())
        row.officer_id = officer_id
    elif row.body == body:
        return False
    row.body, row.saved_at = body, at
    facts = {"kind": kind.value, "language": language}
    vouch(session, row, action=DRAFTED, subject="office", at=at, officer_id=officer_id, facts=facts)
    return True


def draft(session: Session, kind: LetterKind, language: str, *, officer_id: int) -> str:
    """Return what an officer has typed and not saved yet, empty where there is nothing."""
    row = session.scalar(_of(kind, language, drafts=True).where(TemplateRow.version == -officer_id))
    return row.body if row is not None else ""


def newest(session: Session, kind: LetterKind, language: str) -> TemplateVersion | None:
    """Return the newest version of a kind in a language, None where the office never made one.

    Raises:
        StoreDamagedError: the row says what no program of ours wrote.
    """
    read: dict[tuple[LetterKind, str], TemplateVersion | None] = session.info.setdefault(_READ, {})
    if (kind, language) not in read:
        row = session.scalar(_of(kind, language).order_by(TemplateRow.version.desc()).limit(1))
        read[kind, language] = _version(row) if row is not None else None
    return read[kind, language]


def history(session: Session, kind: LetterKind, language: str) -> tuple[TemplateVersion, ...]:
    """Return every version of a kind in a language, the newest first.

    Raises:
        StoreDamagedError: a row says what no program of ours wrote.
    """
    beside = _shipped_beside(session)
    rows = session.scalars(_of(kind, language).order_by(TemplateRow.version.desc()))
    return tuple(_version(row, beside.get(row.id, "")) for row in rows)


def newest_of_each(session: Session) -> tuple[TemplateVersion, ...]:
    """Return the newest version of every kind and language that the office ever made one of.

    Raises:
        StoreDamagedError: a row says what no program of ours wrote.
    """
    beside = _shipped_beside(session)
    last = (
        select(TemplateRow.kind, TemplateRow.language, func.max(TemplateRow.version).label("version"))
        .where(TemplateRow.version > 0)
        .group_by(TemplateRow.kind, TemplateRow.language)
        .subquery()
    )
    query = (
        select(TemplateRow)
        .join(
            last,
            (TemplateRow.kind == last.c.kind)
            & (TemplateRow.language == last.c.language)
            & (TemplateRow.version == last.c.version),
        )
        .order_by(TemplateRow.kind, TemplateRow.language)
    )
    return tuple(_version(row, beside.get(row.id, "")) for row in session.scalars(query))


def _of(kind: LetterKind, language: str, *, drafts: bool = False) -> Select[TemplateRow]:
    wanted = TemplateRow.version < 0 if drafts else TemplateRow.version > 0
    return select(TemplateRow).where(TemplateRow.kind == kind.value, TemplateRow.language == language, wanted)


def _shipped_beside(session: Session) -> dict[int, str]:
    """Return the shipped version that each of the office's versions was made beside, by the row's id."""
    found: dict[int, str] = {}
    for action in (SAVED, RESET):
        for entry in journal.entries_of(session, action):
            table, key = journal.row_of(entry)
            if table == TemplateRow.__tablename__:
                found[int(key)] = str(entry.facts.get("shipped", ""))
    return found


def _version(row: TemplateRow, shipped: str = "") -> TemplateVersion:
    with understood():
        kind = LetterKind(row.kind)
    return TemplateVersion(kind, row.language, row.version, row.body, row.reason, row.saved_at, row.officer_id, shipped)
