"""Letters: the formal text to a person, from draft to proof of sending."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.domain.errors import WorkbenchError


class LetterKind(StrEnum):
    """The kinds of letter; each has a template per language."""

    ACKNOWLEDGEMENT = "acknowledgement"
    IDENTITY = "identity"
    CLARIFICATION = "clarification"
    EXTENSION = "extension"
    ANSWER = "answer"
    REFUSAL = "refusal"


class LetterState(StrEnum):
    """Draft can be revised; issued has bytes that never change; dispatched has left the house."""

    DRAFT = "draft"
    ISSUED = "issued"
    DISPATCHED = "dispatched"


class DispatchChannel(StrEnum):
    """How a letter left."""

    EMAIL = "email"
    POST = "post"
    REGISTERED_POST = "registered_post"
    COURIER = "courier"
    BY_HAND = "by_hand"
    PORTAL = "portal"


class LetterIncompleteError(WorkbenchError):
    """The law requires contents that the letter lacks; detail `missing` (comma-joined word keys)."""

    code = "letter_incomplete"


class GlyphMissingError(WorkbenchError):
    """No font of the letter has a character; details `character` (a code point such as U+1F600), `count`."""

    code = "glyph_missing"


class LetterNotDraftError(WorkbenchError):
    """An issued letter cannot be changed; detail `letter`."""

    code = "letter_not_draft"


class LetterNotIssuedError(WorkbenchError):
    """Only an issued letter can be dispatched; detail `letter`."""

    code = "letter_not_issued"


@dataclass(frozen=True, slots=True)
class LetterFields:
    """What the officer can set in a letter: addressee lines, free words, and the date asked for.

    `free_text` is the officer's own paragraph(s): for an extension the reason for the delay, for a clarification the
    question, for others a remark. `until` is unused but for dates that a template prints.
    """

    addressee: tuple[str, ...]
    salutation: str = ""
    free_text: str = ""
    signatory: str = ""
    signatory_title: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a composed letter; plain text in all of them."""

    style: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ComposedLetter:
    """A letter ready for paper: pure text in reading order, in one language.

    `paragraphs` have style `body`, `heading`, `list`, `table` (first of `rows` is the head) or `quote`.
    """

    language: str
    letterhead: tuple[str, ...]
    office_lines: tuple[str, ...]
    return_line: str
    addressee: tuple[str, ...]
    place_and_date: str
    reference_lines: tuple[tuple[str, str], ...]
    subject: str
    salutation: str
    paragraphs: tuple[Paragraph, ...]
    closing: str
    signatory: tuple[str, ...]
    footer: tuple[str, ...]
    title: str
    author: str


@dataclass(frozen=True, slots=True)
class Dispatch:
    """The sending: when, how, to whom; and the proof of delivery where there is one."""

    sent_at: datetime
    channel: DispatchChannel
    recipient: str
    officer_id: int
    delivered_at: datetime | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of one case; `sha256` is the digest of its issued bytes, empty while a draft."""

    id: int
    number: str
    case_id: int
    kind: LetterKind
    language: str
    state: LetterState
    fields: LetterFields
    created_at: datetime
    officer_id: int
    issued_at: datetime | None = None
    sha256: str = ""
    pages: int = 0
    dispatch: Dispatch | None = None
