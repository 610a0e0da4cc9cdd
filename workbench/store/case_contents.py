"""The working files of complaints, regulator matters and breaches, one for each such case, as the canonical JSON of the domain's value."""

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.domain.breaches import Breach
from workbench.domain.canonical import ContentInvalidError, from_json, to_json
from workbench.domain.cases import CaseKind
from workbench.domain.complaints import Complaint
from workbench.domain.errors import NotFoundError
from workbench.domain.journal import JournalFacts
from workbench.domain.matters import Matter
from workbench.store import search
from workbench.store.errors import StoreDamagedError
from workbench.store.journal import vouch
from workbench.store.rows import CaseContentRow, new_nonce
from workbench.store.values import understood

CaseContent = Complaint | Matter | Breach
_Content = TypeVar("_Content", Complaint, Matter, Breach)

SAVED = "case_content_saved"
"""What the journal calls a working file that was written."""

_KINDS: Mapping[type[CaseContent], CaseKind] = MappingProxyType(
    {Complaint: CaseKind.COMPLAINT, Matter: CaseKind.MATTER, Breach: CaseKind.BREACH}
)


def save(session: Session, case_id: int, content: CaseContent, *, at: datetime, officer_id: int) -> bool:
    """Keep the working file of a case, and return whether that changed anything."""
    row = session.get(CaseContentRow, case_id)
    said = json.loads(to_json(content))
    if row is not None and row.content == said:
        return False
    kind = _KINDS[type(content)]
    if row is None:
        row = CaseContentRow(case_id=case_id, kind=kind.value, nonce=new_nonce())
    row.content, row.saved_at, row.officer_id = said, at, officer_id
    facts: JournalFacts = {"kind": kind.value}
    vouch(session, row, action=SAVED, subject=content.case_number, at=at, officer_id=officer_id, facts=facts)
    search.index(session, row)
    return True


def load(session: Session, case_id: int, kind: type[_Content]) -> _Content:
    """Return the working file of a case.

    Raises:
        NotFoundError: the case has none of this kind.
        StoreDamagedError: what it says cannot be read.
    """
    with understood():
        row = session.get(CaseContentRow, case_id)
    if row is None or row.kind != _KINDS[kind].value:
        raise NotFoundError(what=_KINDS[kind].value, name=str(case_id))
    return _content(row, kind)


def load_all(session: Session, kind: type[_Content]) -> Mapping[int, _Content]:
    """Return every working file of a kind by the id of its case.

    Raises:
        StoreDamagedError: what one of them says cannot be read.
    """
    query = select(CaseContentRow).where(CaseContentRow.kind == _KINDS[kind].value).order_by(CaseContentRow.case_id)
    with understood():
        rows = session.scalars(query).all()
    return {row.case_id: _content(row, kind) for row in rows}


def _content(row: CaseContentRow, kind: type[_Content]) -> _Content:
    try:
        with understood():
            return from_json(kind, json.dumps(row.content))
    except ContentInvalidError:
        raise StoreDamagedError(damage="row_unreadable") from None
