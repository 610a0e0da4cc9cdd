"""Evidence: a kept file with its digest."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EvidenceKind(StrEnum):
    """What a kept file is."""

    REQUEST = "request"
    IDENTITY = "identity"
    CORRESPONDENCE = "correspondence"
    DATA = "data"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A file about to be kept; `data` is its bytes exactly as they came."""

    name: str
    media_type: str
    data: bytes
    kind: EvidenceKind = EvidenceKind.OTHER


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kept file: `sha256` is the hex digest of its bytes, `size` in bytes."""

    id: int
    case_id: int
    name: str
    media_type: str
    kind: EvidenceKind
    size: int
    sha256: str
    added_at: datetime
    officer_id: int


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file that could not be read: kept with its bytes and the reason (a word key)."""

    id: int
    name: str
    size: int
    sha256: str
    reason: str
    added_at: datetime
