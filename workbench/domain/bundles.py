"""Case bundles: what an authority or a court gets to check a case without this program.

An item is a letter as it was issued or a kept file. Sizes are in bytes; annexes and pages count from 1.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import EvidenceKind


class Variant(StrEnum):
    """Which of the two bundles of a case it is; they are never mixed."""

    UNREDACTED = "unredacted"
    REDACTED = "redacted"


class NotShown(StrEnum):
    """Why a file has no pages of its own in the PDF of a bundle and stands in its archive alone."""

    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    LAYERS = "layers"
    TOO_LONG = "too_long"
    NOT_TEXT = "not_text"
    OTHER_KIND = "other_kind"


class BundleStoppedError(WorkbenchError):
    """The officer stopped the making of a bundle; nothing of it is left."""

    code = "bundle_stopped"


RELEASED: frozenset[EvidenceKind] = frozenset({EvidenceKind.REQUEST, EvidenceKind.CORRESPONDENCE})
"""The kinds of files that a redacted bundle holds unless the officer chooses others: what passed between the person and the office."""


@dataclass(frozen=True, slots=True)
class BundleItem:
    """A letter or a file of a case that a bundle can hold.

    Args:
        key: `letter:<id>` or `evidence:<id>`.
        number: the number of the letter, or that of the annex.
        name: its file name; empty for a letter.
        kind: word key of the kind of letter or file.
        size: of a file; 0 for a letter.
        sha256: hex digest of its bytes.
        at: when it was issued or added, aware.
        released: whether a redacted bundle holds it where the officer says nothing.
    """

    key: str
    number: str
    name: str
    kind: str
    size: int
    sha256: str
    at: datetime
    released: bool

    @property
    def is_letter(self) -> bool:
        """Return whether it is a letter."""
        return self.key.startswith("letter:")

    @property
    def id(self) -> int:
        """Return its id among the letters or the files."""
        return int(self.key.partition(":")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleOrder:
    """The bundle that is wanted.

    Args:
        case_id: the case.
        variant: which of the two.
        language: `en` or `id`.
        chosen: keys of the items that a redacted bundle holds; None takes those that are released by their kind. An unredacted
            bundle holds everything.
    """

    case_id: int
    variant: Variant
    language: str
    chosen: frozenset[str] | None = None

    def holds(self, item: BundleItem) -> bool:
        """Return whether the bundle holds an item."""
        if self.variant is Variant.UNREDACTED:
            return True
        return item.released if self.chosen is None else item.key in self.chosen


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a sheet of a bundle: a style and its text, or a `table` whose first row is its head.

    `widths` are shares of the column; `right` are the columns that keep to the right; `leads` are the pages to which the rows after
    the head lead, 0 for one that leads nowhere.
    """

    style: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    right: frozenset[int] = field(default=frozenset())
    leads: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BundleProgress:
    """How far the making of a bundle is: `stage` is a word key (`items`, `pages`), and how much of it is done."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class BundleMade:
    """A bundle in its folder: the names of its files, how many pages it has, and the digests that the journal keeps."""

    case_id: int
    case_number: str
    variant: Variant
    folder: str
    pages: int
    items: int
    withheld: int
    pdf_sha256: str
    zip_sha256: str
    manifest_sha256: str
