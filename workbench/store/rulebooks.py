"""Rulebook versions: the texts that cases are reckoned with, the pins of cases to them, and what the office signed off.

A version is named by law and digest; its text is kept once, however many cases are pinned to it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.domain.cases import LawVersion
from workbench.domain.errors import NotFoundError
from workbench.store.journal import vouch
from workbench.store.rows import CaseRow, CaseRulebookRow, RulebookTextRow, SignoffRow, new_nonce


@dataclass(frozen=True, slots=True)
class Signoff:
    """One sign-off of a version of a rulebook."""

    law: str
    digest: str
    signed_at: datetime
    officer_id: int
    text_read: str
    counsel: str
    remark: str


def pin(session: Session, case_id: int, version: LawVersion, body: str, *, at: datetime, officer_id: int) -> bool:
    """Pin a case to a version of a rulebook and keep its text; return whether it was pinned to another before.

    Raises:
        NotFoundError: no such case.
        ValueError: this version was kept before with another text: a programmer's slip.
    """
    number = session.scalar(select(CaseRow.number).where(CaseRow.id == case_id))
    if number is None:
        raise NotFoundError(what="case", name=str(case_id))
    keep_text(session, version, body)
    row = session.get(CaseRulebookRow, (case_id, version.law))
    if row is None:
        row = CaseRulebookRow(case_id=case_id, law=version.law, nonce=new_nonce())
    elif row.digest == version.digest:
        return False
    row.digest = version.digest
    row.body_sha256 = body_digest(body)
    facts = {"law": version.law, "digest": version.digest}
    vouch(session, row, action="rulebook_kept", subject=number, at=at, officer_id=officer_id, facts=facts)
    return True


def keep_text(session: Session, version: LawVersion, body: str) -> None:
    """Keep the text of a version, if it is not kept yet.

    Raises:
        ValueError: this version was kept before with another text: a programmer's slip.
    """
    kept = session.get(RulebookTextRow, (version.law, version.digest))
    if kept is not None and kept.body != body:
        message = "one version of a rulebook cannot say two things"
        raise ValueError(message)
    if kept is None:
        session.add(RulebookTextRow(law=version.law, digest=version.digest, body=body))
        session.flush()


def text_of(session: Session, version: LawVersion) -> str:
    """Return the text of a version, empty where it is not kept."""
    row = session.get(RulebookTextRow, (version.law, version.digest))
    return row.body if row is not None else ""


def pins(session: Session, case_ids: Sequence[int]) -> dict[int, tuple[LawVersion, ...]]:
    """Return the versions that cases are pinned to, by case."""
    query = (
        select(CaseRulebookRow.case_id, CaseRulebookRow.law, CaseRulebookRow.digest)
        .where(CaseRulebookRow.case_id.in_(case_ids))
        .order_by(CaseRulebookRow.case_id, CaseRulebookRow.law)
    )
    found: dict[int, list[LawVersion]] = {}
    for case_id, law, digest in session.execute(query):
        found.setdefault(case_id, []).append(LawVersion(law, digest))
    return {case_id: tuple(versions) for case_id, versions in found.items()}


def open_pins(session: Session) -> dict[LawVersion, tuple[int, ...]]:
    """Return the open cases by the version of a rulebook that they are pinned to."""
    query = (
        select(CaseRulebookRow.law, CaseRulebookRow.digest, CaseRulebookRow.case_id)
        .join(CaseRow, CaseRow.id == CaseRulebookRow.case_id)
        .where(CaseRow.closed.is_(False))
    )
    found: dict[LawVersion, list[int]] = {}
    for law, digest, case_id in session.execute(query):
        found.setdefault(LawVersion(law, digest), []).append(case_id)
    return {version: tuple(case_ids) for version, case_ids in found.items()}


def unpinned(session: Session) -> tuple[int, ...]:
    """Return the cases of an older store that are pinned to no rulebook yet."""
    pinned = select(CaseRulebookRow.case_id)
    return tuple(session.scalars(select(CaseRow.id).where(CaseRow.id.not_in(pinned)).order_by(CaseRow.id)))


def sign(session: Session, signoff: Signoff) -> None:
    """Record that a version of a rulebook was signed off."""
    row = SignoffRow(
        law=signoff.law,
        digest=signoff.digest,
        signed_at=signoff.signed_at,
        officer_id=signoff.officer_id,
        text_read=signoff.text_read,
        counsel=signoff.counsel,
        remark=signoff.remark,
    )
    facts = {"law": signoff.law, "digest": signoff.digest}
    vouch(
        session,
        row,
        action="rulebook_signed",
        subject="office",
        at=signoff.signed_at,
        officer_id=signoff.officer_id,
        facts=facts,
    )


def signoffs(session: Session) -> tuple[Signoff, ...]:
    """Return every sign-off, the newest first."""
    return tuple(
        Signoff(row.law, row.digest, row.signed_at, row.officer_id, row.text_read, row.counsel, row.remark)
        for row in session.scalars(select(SignoffRow).order_by(SignoffRow.id.desc()))
    )


def body_digest(body: str) -> str:
    """Return the hex SHA-256 of a rulebook's text."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()
