"""Review packets that were carried out of the house; what is inside lies in the file alone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.domain.journal import JournalFacts
from workbench.domain.rights import Right
from workbench.store.journal import vouch
from workbench.store.lookup import row_of
from workbench.store.rows import PacketRow, new_nonce
from workbench.store.values import understood

MADE = "packet_made"
ANSWERED = "packet_answered"
"""What the journal calls a packet that left, and its answer that came back."""


@dataclass(frozen=True, slots=True)
class NewPacket:
    """A packet about to be remembered."""

    number: str
    case_id: int
    right: Right
    letter_id: int | None
    digest: str


@dataclass(frozen=True, slots=True)
class PacketRecord:
    """One packet: which content it asked about, and when its answer came back (None: not yet)."""

    id: int
    number: str
    case_id: int
    right: Right
    letter_id: int | None
    digest: str
    made_at: datetime
    officer_id: int
    answered_at: datetime | None


def add(session: Session, new: NewPacket, *, case_number: str, at: datetime, officer_id: int) -> PacketRecord:
    """Remember a packet that is made now and return it."""
    row = PacketRow(
        number=new.number,
        case_id=new.case_id,
        right=new.right.value,
        letter_id=new.letter_id,
        digest=new.digest,
        made_at=at,
        officer_id=officer_id,
        answered_at=None,
        nonce=new_nonce(),
    )
    facts: JournalFacts = {"packet": new.number, "right": new.right.value, "digest": new.digest[:12]}
    vouch(session, row, action=MADE, subject=case_number, at=at, officer_id=officer_id, facts=facts)
    return _record(row)


def mark_answered(session: Session, packet_id: int, *, case_number: str, at: datetime, officer_id: int) -> None:
    """Remember that the answer to a packet came back.

    Raises:
        NotFoundError: there is no such packet.
    """
    row = row_of(session, PacketRow, packet_id, what="packet")
    row.answered_at = at
    facts: JournalFacts = {"packet": row.number, "right": row.right}
    vouch(session, row, action=ANSWERED, subject=case_number, at=at, officer_id=officer_id, facts=facts)


def find(session: Session, number: str) -> PacketRecord | None:
    """Return the packet of a number, None where none left under it."""
    with understood():
        row = session.scalar(select(PacketRow).where(PacketRow.number == number))
        return _record(row) if row is not None else None


def list_for_case(session: Session, case_id: int) -> tuple[PacketRecord, ...]:
    """Return the packets of a case, oldest first."""
    query = select(PacketRow).where(PacketRow.case_id == case_id).order_by(PacketRow.id)
    with understood():
        return tuple(_record(row) for row in session.scalars(query))


def _record(row: PacketRow) -> PacketRecord:
    return PacketRecord(
        row.id,
        row.number,
        row.case_id,
        Right(row.right),
        row.letter_id,
        row.digest,
        row.made_at,
        row.officer_id,
        row.answered_at,
    )
