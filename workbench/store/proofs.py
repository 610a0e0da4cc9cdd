"""What others need to check a part of the journal without this store: lines as they were digested, and the rows they vouch for.

Everything is JSON that the standard tools read. Of lines that belong to other matters nothing is told but their number and digest.
"""

import json
from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.domain.journal import Entry
from workbench.store import journal
from workbench.store.contents import content_of, moment, name_of
from workbench.store.lookup import row_of
from workbench.store.rows import EvidenceRow, JournalRow, Kept, LetterRow


def chain_lines(session: Session, subjects: Collection[str]) -> Iterator[str]:
    """Yield the lines of the journal from the first of these subjects to the last, each as JSON on a line of its own.

    A line of the subjects has its `digest` and under `entry` what was digested; any other has its `digest` and its `seq` alone.
    """
    query = select(JournalRow.seq).where(JournalRow.subject.in_(sorted(subjects))).order_by(JournalRow.seq)
    wanted = set(session.scalars(query))
    if not wanted:
        return
    span = (JournalRow.seq >= min(wanted), JournalRow.seq <= max(wanted))
    kept = {entry.seq: entry for subject in sorted(set(subjects)) for entry in journal.entries(session, subject)}
    found = session.execute(
        select(JournalRow.seq, JournalRow.digest).where(*span).order_by(JournalRow.seq).execution_options(yield_per=500)
    )
    for seq, digest in found:
        line: dict[str, object] = (
            {"digest": digest, "entry": _said(kept[seq])} if seq in wanted else {"digest": digest, "seq": seq}
        )
        yield _json(line)


def evidence_line(session: Session, evidence_id: int) -> str:
    """Return the row of a kept file as JSON on a line: its `row` in the journal, its `nonce` and its `content`.

    Raises:
        NotFoundError: no such file.
    """
    return _row_line(row_of(session, EvidenceRow, evidence_id, what="evidence"))


def letter_line(session: Session, letter_id: int) -> str:
    """Return the row of a letter as `evidence_line` does.

    Raises:
        NotFoundError: no such letter.
    """
    return _row_line(row_of(session, LetterRow, letter_id, what="letter"))


def _row_line(row: Kept) -> str:
    return _json({"row": name_of(row), "nonce": row.nonce, "content": content_of(row)})


def _said(entry: Entry) -> dict[str, object]:
    """Return what the digest of an entry is made of."""
    return {
        "seq": entry.seq,
        "at": moment(entry.at),
        "officer_id": entry.officer_id,
        "action": entry.action,
        "subject": entry.subject,
        "facts": dict(entry.facts),
        "content_sha256": entry.content_sha256,
        "previous": entry.previous,
    }


def _json(value: dict[str, object]) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
