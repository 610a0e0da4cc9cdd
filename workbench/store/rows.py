"""The tables. Rows never leave the store: each module maps them to domain values.

A `Kept` row carries a random nonce, and the journal holds the digest of the nonce and of the row's content. Columns named in
`CACHED` are worked out from other rows and are no part of the content.
"""

import secrets
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from workbench.store.column_types import PlainText, UtcDateTime

JsonObject = dict[str, Any]


class Base(DeclarativeBase):
    """The one metadata of the store; every constraint has a name, so that a migration can speak of it."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        },
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: PlainText,
        datetime: UtcDateTime,
        date: Date,
        int: Integer,
        bool: Boolean,
        bytes: LargeBinary,
    }


def new_nonce() -> str:
    """Return 128 random bits in hex: they keep a digest from being guessed from a short content."""
    return secrets.token_hex(16)


class Kept(Base):
    """A row whose content the journal vouches for."""

    __abstract__ = True

    CACHED: ClassVar[frozenset[str]] = frozenset()

    nonce: Mapped[str] = mapped_column(String(32), default=new_nonce)


class OfficerRow(Kept):
    """A person who works in this store."""

    __tablename__ = "officers"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    title: Mapped[str]
    added_at: Mapped[datetime]


class SettingRow(Kept):
    """One office setting in its text form."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[str]


class CounterRow(Base):
    """The last number given out in a series and year."""

    __tablename__ = "counters"

    series: Mapped[str] = mapped_column(String(16), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class CaseRow(Kept):
    """One matter: the request, the complaint or the authority's letter as it came; no kind stands for a request. Where it stands is cached."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("ix_cases_standing", "closed", "next_ends_at", "id"),
        Index("ix_cases_person", "folded_email"),
        Index("ix_cases_name", "folded_name"),
    )
    CACHED: ClassVar[frozenset[str]] = frozenset(
        {"subject_name", "folded_name", "folded_email", "find_text", "phase", "closed", "next_ends_at", "next_deadline"},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    subject: Mapped[JsonObject] = mapped_column(JSON)
    requester: Mapped[JsonObject | None] = mapped_column(JSON(none_as_null=True))
    received_at: Mapped[datetime]
    zone: Mapped[str] = mapped_column(String(64))
    received_from: Mapped[str] = mapped_column(String(32))
    channel: Mapped[str] = mapped_column(String(32))
    rights: Mapped[list[str]] = mapped_column(JSON)
    laws: Mapped[list[list[str]]] = mapped_column(JSON)
    subject_line: Mapped[str]
    text: Mapped[str]
    language: Mapped[str] = mapped_column(String(16))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    opened_at: Mapped[datetime]
    kind: Mapped[str | None] = mapped_column(String(16))
    about_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)

    subject_name: Mapped[str]
    folded_name: Mapped[str]
    folded_email: Mapped[str]
    find_text: Mapped[str]
    phase: Mapped[str] = mapped_column(String(32))
    closed: Mapped[bool]
    next_ends_at: Mapped[datetime | None]
    next_deadline: Mapped[JsonObject | None] = mapped_column(JSON(none_as_null=True))


class EventRow(Kept):
    """Something that happened in a case."""

    __tablename__ = "events"
    __table_args__ = (UniqueConstraint("case_id", "seq"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    seq: Mapped[int]
    kind: Mapped[str] = mapped_column(String(40))
    occurred_at: Mapped[datetime]
    zone: Mapped[str] = mapped_column(String(64))
    recorded_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    details: Mapped[list[list[str]]] = mapped_column(JSON)
    text: Mapped[str]


class DecisionRow(Kept):
    """What was decided on one right."""

    __tablename__ = "decisions"
    __table_args__ = (Index("ix_decisions_case", "case_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    right: Mapped[str] = mapped_column(String(40))
    outcome: Mapped[str] = mapped_column(String(32))
    grounds: Mapped[list[str]] = mapped_column(JSON)
    reason: Mapped[str]
    internal_note: Mapped[str]
    schedule: Mapped[list[JsonObject]] = mapped_column(JSON)
    decided_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class CaseContentRow(Kept):
    """The working file of a complaint, a regulator matter or a breach: what its officer keeps beside the events of the case."""

    __tablename__ = "case_contents"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    content: Mapped[JsonObject] = mapped_column(JSON)
    saved_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class BlobRow(Base):
    """Bytes of a kept file or an issued letter; read only when asked for."""

    __tablename__ = "blobs"

    id: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class LetterRow(Kept):
    """A letter from draft to proof of sending."""

    __tablename__ = "letters"
    __table_args__ = (Index("ix_letters_case", "case_id", "id"), Index("ix_letters_state", "state", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    fields: Mapped[JsonObject] = mapped_column(JSON)
    created_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    issued_at: Mapped[datetime | None]
    blob_id: Mapped[int | None] = mapped_column(ForeignKey("blobs.id"), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int]
    sent_at: Mapped[datetime | None]
    sent_by: Mapped[str | None] = mapped_column(String(32))
    recipient: Mapped[str | None]
    sent_officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    delivered_at: Mapped[datetime | None]
    proof: Mapped[str | None]
    template: Mapped[str | None] = mapped_column(String(80))
    anchor: Mapped[str | None] = mapped_column(String(80))
    snapshot: Mapped[JsonObject | None] = mapped_column(JSON(none_as_null=True))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"))
    signed_blob_id: Mapped[int | None] = mapped_column(ForeignKey("blobs.id"), index=True)
    signed_sha256: Mapped[str | None] = mapped_column(String(64))


class DispatchRow(Kept):
    """One sending of a letter, and what became of it."""

    __tablename__ = "dispatches"
    __table_args__ = (Index("ix_dispatches_letter", "letter_id", "id"), Index("ix_dispatches_sent", "sent_at", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"))
    sent_at: Mapped[datetime]
    channel: Mapped[str] = mapped_column(String(32))
    recipient: Mapped[str]
    tracking: Mapped[str]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    outcome: Mapped[str | None] = mapped_column(String(16))
    outcome_at: Mapped[datetime | None]
    proof: Mapped[str]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("print_runs.id"))


class PrintRunRow(Kept):
    """Letters that were printed together; `letters` are their ids in the order of printing."""

    __tablename__ = "print_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    made_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    letters: Mapped[list[int]] = mapped_column(JSON)


class TemplateRow(Kept):
    """The office's own version of a letter template; `body` is its TOML, empty where the office went back to the shipped one."""

    __tablename__ = "letter_templates"
    __table_args__ = (UniqueConstraint("kind", "language", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(16))
    version: Mapped[int]
    body: Mapped[str]
    reason: Mapped[str]
    saved_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class OfficeImageRow(Kept):
    """A picture of the office: its logo, or the signature of an officer (`signature:<officer id>`).

    The newest of a name holds; one without bytes says that the picture was taken away.
    """

    __tablename__ = "office_images"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), index=True)
    media_type: Mapped[str] = mapped_column(String(40))
    blob_id: Mapped[int | None] = mapped_column(ForeignKey("blobs.id"), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    saved_at: Mapped[datetime]


class BatchRow(Kept):
    """A batch: one kind of letter for many cases. `plan` holds the kind, the rule of the language and the fields."""

    __tablename__ = "batches"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    made_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    plan: Mapped[JsonObject] = mapped_column(JSON)


class BatchItemRow(Base):
    """One case of a batch and how far it is; `problem` is an error with its details. Letters vouch for themselves."""

    __tablename__ = "batch_items"
    __table_args__ = (Index("ix_batch_items_state", "batch_id", "state", "position"),)

    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    state: Mapped[str] = mapped_column(String(16))
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"))
    problem: Mapped[JsonObject | None] = mapped_column(JSON(none_as_null=True))


class DossierRow(Kept):
    """The dossier of one right of a case; the newest of a right is the one at work, older ones belong to decisions that were told."""

    __tablename__ = "dossiers"
    __table_args__ = (Index("ix_dossiers_case", "case_id", "right", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    right: Mapped[str] = mapped_column(String(40))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    content: Mapped[JsonObject] = mapped_column(JSON)
    saved_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class ApprovalRow(Kept):
    """The word of an officer on exact content of a case: `digest` names it, `means` how it was given (slot, packet, exception)."""

    __tablename__ = "approvals"
    __table_args__ = (Index("ix_approvals_case", "case_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    right: Mapped[str] = mapped_column(String(40))
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"))
    digest: Mapped[str] = mapped_column(String(64))
    verdict: Mapped[str] = mapped_column(String(16))
    words: Mapped[str]
    means: Mapped[str] = mapped_column(String(16))
    signature: Mapped[str]
    given_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    asked_by: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class OfficerKeyRow(Kept):
    """The signing key of an officer: the public half, and the private one wrapped by the officer's passphrase.

    An officer who works on another laptop has no private half here.
    """

    __tablename__ = "officer_keys"

    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), primary_key=True)
    public_key: Mapped[str] = mapped_column(String(64))
    wrapped: Mapped[JsonObject | None] = mapped_column(JSON(none_as_null=True))
    made_at: Mapped[datetime]


class PacketRow(Kept):
    """A review packet that was carried out of the house, and whether its answer came back."""

    __tablename__ = "packets"
    __table_args__ = (Index("ix_packets_case", "case_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(64), unique=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    right: Mapped[str] = mapped_column(String(40))
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"))
    digest: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    answered_at: Mapped[datetime | None]


class TaskRow(Kept):
    """Something that one officer has to do by a day, in a case or for the office; `kind` is a word key, `details` plain facts."""

    __tablename__ = "tasks"
    __table_args__ = (Index("ix_tasks_open", "done_at", "due_on", "id"), Index("ix_tasks_case", "case_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[str] = mapped_column(String(40))
    text: Mapped[str]
    details: Mapped[JsonObject] = mapped_column(JSON)
    owner_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    due_on: Mapped[date | None]
    made_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    done_at: Mapped[datetime | None]
    remark: Mapped[str]


class EvidenceRow(Kept):
    """A file kept with a case."""

    __tablename__ = "evidence"
    __table_args__ = (Index("ix_evidence_case", "case_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    name: Mapped[str]
    media_type: Mapped[str]
    kind: Mapped[str] = mapped_column(String(32))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    blob_id: Mapped[int] = mapped_column(ForeignKey("blobs.id"), index=True)
    added_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class QuarantineRow(Kept):
    """A file that could not be read, kept with the reason."""

    __tablename__ = "quarantine"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    reason: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    blob_id: Mapped[int] = mapped_column(ForeignKey("blobs.id"), index=True)
    added_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class CalendarRow(Base):
    """A calendar as it was used; cases of one place and version share it."""

    __tablename__ = "calendars"

    place: Mapped[str] = mapped_column(String(16), primary_key=True)
    version: Mapped[str] = mapped_column(String(80), primary_key=True)
    days: Mapped[str]


class CaseCalendarRow(Kept):
    """The calendar that a case is reckoned with in one place."""

    __tablename__ = "case_calendars"
    __table_args__ = (ForeignKeyConstraint(["place", "version"], ["calendars.place", "calendars.version"]),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    place: Mapped[str] = mapped_column(String(16), primary_key=True)
    version: Mapped[str] = mapped_column(String(80))
    days_sha256: Mapped[str] = mapped_column(String(64))


class RulebookTextRow(Base):
    """The text of one version of a rulebook, kept for the cases that are reckoned with it; `digest` names the version."""

    __tablename__ = "rulebook_texts"

    law: Mapped[str] = mapped_column(String(16), primary_key=True)
    digest: Mapped[str] = mapped_column(String(80), primary_key=True)
    body: Mapped[str]


class CaseRulebookRow(Kept):
    """The version of a rulebook that a case is reckoned with under one law."""

    __tablename__ = "case_rulebooks"
    __table_args__ = (ForeignKeyConstraint(["law", "digest"], ["rulebook_texts.law", "rulebook_texts.digest"]),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    law: Mapped[str] = mapped_column(String(16), primary_key=True)
    digest: Mapped[str] = mapped_column(String(80))
    body_sha256: Mapped[str] = mapped_column(String(64))


class SignoffRow(Kept):
    """The office signed a version of a rulebook off."""

    __tablename__ = "rulebook_signoffs"
    __table_args__ = (Index("ix_rulebook_signoffs_law", "law", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    law: Mapped[str] = mapped_column(String(16))
    digest: Mapped[str] = mapped_column(String(80))
    signed_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    text_read: Mapped[str]
    counsel: Mapped[str]
    remark: Mapped[str]


class OfficeDayRow(Kept):
    """A day that the office added to a place's calendar, or took away."""

    __tablename__ = "office_days"
    __table_args__ = (UniqueConstraint("place", "on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(String(16))
    on: Mapped[date]
    rests: Mapped[bool]
    name: Mapped[str]
    source: Mapped[str]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    added_at: Mapped[datetime]


class AuthorityRow(Kept):
    """The office's own copy of an authority of the directory; `id` is that of the shipped entry.

    `source` says against what it was checked, empty while `checked_on` is; `allowed_because` why its address is printed unchecked.
    """

    __tablename__ = "authorities"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    fields: Mapped[JsonObject] = mapped_column(JSON)
    checked_on: Mapped[date | None]
    checked_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    source: Mapped[str]
    allowed_because: Mapped[str]
    saved_at: Mapped[datetime]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))


class DeadlineRow(Base):
    """One cached clock of a case; worked out again whenever an event, a rulebook or a calendar changes."""

    __tablename__ = "deadlines"
    __table_args__ = (Index("ix_deadlines_case", "case_id", "position"), Index("ix_deadlines_due", "state", "ends_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    position: Mapped[int]
    law: Mapped[str] = mapped_column(String(16))
    limit_id: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(40))
    ends_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(32))
    body: Mapped[str]


class JournalRow(Base):
    """One line of the journal; triggers refuse to change or delete it."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_subject", "subject", "seq"),)

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    officer_id: Mapped[int]
    action: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(80))
    facts: Mapped[JsonObject] = mapped_column(JSON)
    content_sha256: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))


KEPT_ROWS: tuple[type[Kept], ...] = (
    OfficerRow,
    SettingRow,
    CaseRow,
    CaseContentRow,
    EventRow,
    DecisionRow,
    LetterRow,
    DispatchRow,
    PrintRunRow,
    TemplateRow,
    OfficeImageRow,
    BatchRow,
    DossierRow,
    ApprovalRow,
    OfficerKeyRow,
    PacketRow,
    TaskRow,
    EvidenceRow,
    QuarantineRow,
    CaseCalendarRow,
    CaseRulebookRow,
    SignoffRow,
    OfficeDayRow,
    AuthorityRow,
)
"""Every table whose rows the journal vouches for."""
