"""The journal: an append-only, hash-chained record of who did what when.

An entry holds no personal data: the case number, the action, plain facts, and the salted digest of what was written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

JournalFacts = Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry about to be appended; `subject` is a case or letter number, or "office"."""

    action: str
    subject: str
    facts: JournalFacts
    content_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal; `previous` and `digest` are hex SHA-256."""

    seq: int
    at: datetime
    officer_id: int
    action: str
    subject: str
    facts: JournalFacts
    content_sha256: str
    previous: str
    digest: str
