"""Letters: the formal text to a person, from draft to proof of sending."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workbench.domain.errors import WorkbenchError


class LetterKind(StrEnum):
    """The kinds of letter; each has a template per language."""

    ACKNOWLEDGEMENT = "acknowledgement"
    IDENTITY = "identity"
    CLARIFICATION = "clarification"
    FEE_NOTICE = "fee_notice"
    EXTENSION = "extension"
    CLOCK_NOTICE = "clock_notice"
    ANSWER = "answer"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    OBJECTION = "objection"
    PORTABILITY = "portability"
    AUTOMATED_DECISION = "automated_decision"
    CONSENT_WITHDRAWAL = "consent_withdrawal"
    REFUSAL = "refusal"
    NOTHING_HELD = "nothing_held"
    NOT_CONTROLLER = "not_controller"
    RECIPIENT_NOTICE = "recipient_notice"
    SYSTEM_REQUEST = "system_request"
    COMPLAINT_ACKNOWLEDGEMENT = "complaint_acknowledgement"
    COMPLAINT_PROGRESS = "complaint_progress"
    COMPLAINT_OUTCOME = "complaint_outcome"
    COMPLAINT_IN_WRITING = "complaint_in_writing"
    COMPLAINT_PASSED_ON = "complaint_passed_on"
    AUTHORITY = "authority"
    AUTHORITY_ACKNOWLEDGEMENT = "authority_acknowledgement"
    AUTHORITY_HOLDING = "authority_holding"
    AUTHORITY_MORE_TIME = "authority_more_time"
    AUTHORITY_SUBMISSION = "authority_submission"
    AUTHORITY_FILE = "authority_file"
    AUTHORITY_DRAFT_ACCEPTED = "authority_draft_accepted"
    AUTHORITY_DRAFT_CONTESTED = "authority_draft_contested"
    AUTHORITY_UNDERTAKINGS = "authority_undertakings"
    BREACH_NOTICE = "breach_notice"
    BREACH_FOLLOW_UP = "breach_follow_up"
    BREACH_SUBJECTS = "breach_subjects"


TO_AUTHORITIES: frozenset[LetterKind] = frozenset(
    {
        LetterKind.AUTHORITY,
        LetterKind.AUTHORITY_ACKNOWLEDGEMENT,
        LetterKind.AUTHORITY_HOLDING,
        LetterKind.AUTHORITY_MORE_TIME,
        LetterKind.AUTHORITY_SUBMISSION,
        LetterKind.AUTHORITY_FILE,
        LetterKind.AUTHORITY_DRAFT_ACCEPTED,
        LetterKind.AUTHORITY_DRAFT_CONTESTED,
        LetterKind.AUTHORITY_UNDERTAKINGS,
        LetterKind.BREACH_NOTICE,
        LetterKind.BREACH_FOLLOW_UP,
    }
)
"""The kinds that go to an authority."""

TO_OTHERS: frozenset[LetterKind] = TO_AUTHORITIES | {
    LetterKind.RECIPIENT_NOTICE,
    LetterKind.SYSTEM_REQUEST,
    LetterKind.BREACH_SUBJECTS,
}
"""The kinds that go to someone else than the person (or who acts for them): such a letter names the person in its text."""


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


class DeliveryOutcome(StrEnum):
    """What became of a sending: it arrived, the post brought it back, or the mail system did."""

    DELIVERED = "delivered"
    RETURNED = "returned"
    BOUNCED = "bounced"


FAILED_DELIVERY: frozenset[DeliveryOutcome] = frozenset({DeliveryOutcome.RETURNED, DeliveryOutcome.BOUNCED})
"""The outcomes after which the person has not been told: what the letter brought about does not stand."""


class PageForm(StrEnum):
    """Where the parts of a letter stand on its paper; the names are choices of the setting `page_form`."""

    DIN_5008_B = "din_5008_b"
    ISO = "iso"
    US = "us"
    INDONESIA = "indonesia"


class LetterIncompleteError(WorkbenchError):
    """The law requires contents that the letter lacks; details `missing` (comma-joined word keys), `letter`."""

    code = "letter_incomplete"


class GlyphMissingError(WorkbenchError):
    """No font of the letter has a character; details `character` (a code point such as U+1F600), `name`, `count`."""

    code = "glyph_missing"


class ScriptNotSetError(GlyphMissingError):
    """The letter has writing for which no font is shipped; details `script` (a word key such as tibetan), `character`, `name`, `count`."""

    code = "script_not_set"


class LetterPartTooLongError(WorkbenchError):
    """A part of a letter that has its fixed place does not fit there; detail `field` (letterhead, addressee, footer ...)."""

    code = "letter_part_too_long"


class LetterNotDraftError(WorkbenchError):
    """An issued letter cannot be changed; detail `letter`."""

    code = "letter_not_draft"


class LetterNotIssuedError(WorkbenchError):
    """Only an issued letter can be dispatched; detail `letter`."""

    code = "letter_not_issued"


class LetterSignedAlreadyError(WorkbenchError):
    """A letter is signed once; detail `letter`."""

    code = "letter_signed_already"


class CorrectionRefusedError(WorkbenchError):
    """Only an issued letter of the same case can be corrected, and only by one new letter at a time; details `letter`, `why`.

    `why` is a word key of the table `correction`: other_case, not_issued, corrected_already.
    """

    code = "correction_refused"


class LetterNothingToTellError(WorkbenchError):
    """An answer or a refusal needs a decision that has not been told yet; details `kind`, `case`."""

    code = "letter_nothing_to_tell"


class LetterOutdatedError(WorkbenchError):
    """A right that the issued letter tells was decided again since; detail `letter`."""

    code = "letter_outdated"


class LetterNoOccasionError(WorkbenchError):
    """What a letter of this kind tells has not happened in the case; details `kind`, `case`, `reason` (a word key)."""

    code = "letter_no_occasion"


class LetterPlaceEmptyError(WorkbenchError):
    """A place that needs the officer's words has none; details `places` (comma-joined word keys), `letter`."""

    code = "letter_place_empty"


class LetterValueMissingError(WorkbenchError):
    """A placeholder would be printed without a value; details `values` (comma-joined names of placeholders), `letter`."""

    code = "letter_value_missing"


class ExtensionNotRecordedError(WorkbenchError):
    """An extension letter tells of an extension, and none is recorded; detail `case`."""

    code = "extension_not_recorded"


@dataclass(frozen=True, slots=True)
class LetterFields:
    """What the officer can set in a letter; what is left empty is suggested from the case and the settings.

    `salutation` is the whole line ("Dear Ms Fischer,"). `free_text` is the officer's own paragraph(s): for an extension
    the reason for the delay, for a clarification the question, for a proof of identity what is asked for, for others a
    remark. `inserts` are the officer's words at the other marked places of the template, by the place's name. `enclosures`
    are ids of evidence that goes with the letter, in the order in which they are listed. `law` is the law under which a letter
    about a breach is written: its authority gets it; empty for the first of the case.
    """

    addressee: tuple[str, ...]
    salutation: str = ""
    free_text: str = ""
    signatory: str = ""
    signatory_title: str = ""
    inserts: tuple[tuple[str, str], ...] = ()
    enclosures: tuple[int, ...] = ()
    law: str = ""

    def insert(self, name: str) -> str:
        """Return the officer's words at one marked place, or an empty string."""
        return dict(self.inserts).get(name, "")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a composed letter; plain text in all of them.

    `own` says that the officer's words are in it and not only the template's. `language` is set where the text is in
    another language than the letter.
    """

    style: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    own: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class ComposedLetter:
    """A letter ready for paper: pure text in reading order, in one language.

    `paragraphs` have style `body`, `heading`, `lead`, `list`, `table` (first of `rows` is the head), `quote` or `annex` (the
    title of an annex, which begins on a page of its own). `running` and `page_label` stand in the foot of every page;
    `{page}` and `{pages}` in the label are filled on paper. `dated` is the day that the file itself carries as its date.
    `anchor` is the head of the journal when the letter was issued, printed small in the foot. `continuation` stands at the
    head of every page after the first. `enclosed` are the SHA-256 of the enclosures, which no page shows. `logo` and
    `signature` are pictures (PNG or JPEG bytes), empty for none. A `draft` is drawn with a bar beside the officer's own words.
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
    running: str = ""
    page_label: str = ""
    dated: date | None = None
    form: PageForm = PageForm.DIN_5008_B
    anchor: str = ""
    continuation: str = ""
    enclosures: tuple[str, ...] = ()
    enclosures_label: str = ""
    enclosed: tuple[str, ...] = ()
    logo: bytes = b""
    signature: bytes = b""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """A letter on paper: the bytes of its PDF, their hex SHA-256, and how many pages it has."""

    data: bytes
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One sending: when, how, to whom; and what became of it.

    `id` is 0 for a sending that an older program wrote down in the letter itself. `tracking` is the number of a registered
    item or of a courier. `outcome` with `outcome_at` and `proof` says what became of it; `delivered_at` is its instant where
    it arrived. `run` is the number of the print run that it left with.
    """

    sent_at: datetime
    channel: DispatchChannel
    recipient: str
    officer_id: int
    delivered_at: datetime | None = None
    proof: str = ""
    id: int = 0
    tracking: str = ""
    outcome: DeliveryOutcome | None = None
    outcome_at: datetime | None = None
    run: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of one case; `sha256` is the digest of its issued bytes, empty while a draft.

    `template` names the version of the template that it was issued with, `anchor` the head of the journal before its issue,
    `corrects` the number of the letter that it replaces. `dispatch` is the newest sending, `dispatches` all of them, oldest
    first; a letter whose newest sending failed is issued again, and waits to be sent. `signed_sha256` is the digest of the
    signed copy, where one is kept.
    """

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
    template: str = ""
    anchor: str = ""
    corrects: str = ""
    dispatches: tuple[Dispatch, ...] = ()
    signed_sha256: str = ""

    @property
    def came_back(self) -> bool:
        """Return whether the newest sending failed, so that the person has not been told."""
        return self.dispatch is not None and self.dispatch.outcome in FAILED_DELIVERY
