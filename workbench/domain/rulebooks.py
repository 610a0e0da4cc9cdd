"""A rulebook: one body of law as data, every number with its source and how sure we are of it.

The fields follow the header of the rulebook data; `law.md` section 2 says what each means. Parsing is
strict: an unknown key is an error, so that a typing slip cannot drop a legal rule.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from workbench.domain.errors import WorkbenchError
from workbench.domain.periods import FirstDay, Period, Roll
from workbench.domain.rights import Right


class RulebookError(WorkbenchError):
    """A rulebook cannot be read; details `law`, `where`, `key`, `problem`."""

    code = "rulebook_invalid"


class LawUnknownError(WorkbenchError):
    """No rulebook of that id is shipped; detail `law`."""

    code = "law_unknown"


class PlaceUnknownError(WorkbenchError):
    """The law does not know the place, so neither its zone nor its holidays; details `law`, `place`."""

    code = "place_unknown"


class LimitUnknownError(WorkbenchError):
    """The rulebook has no limit of that id for that place; details `law`, `rule`."""

    code = "limit_unknown"


class LimitNotInForceError(WorkbenchError):
    """The limit does not hold on the day of the event that starts it; details `rule`, `on`."""

    code = "limit_not_in_force"


class Confidence(StrEnum):
    """How sure we are: H primary text was read, M secondary text, L own knowledge."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


@dataclass(frozen=True, slots=True)
class Source:
    """The citation that a number or a sentence rests on."""

    cite: str
    confidence: Confidence


class LimitKind(StrEnum):
    """What a limit is about."""

    RESPOND = "respond"
    REFUSAL_NOTICE = "refusal_notice"
    ACK = "ack"
    NOTIFY_OUTCOME = "notify_outcome"
    IMPLEMENT = "implement"
    APPEAL = "appeal"
    COMPLAINT_ACK = "complaint_ack"
    COMPLAINT_OUTCOME = "complaint_outcome"
    COMPLAINT = "complaint"
    ENQUIRY = "enquiry"
    INFORMATION = "information"
    BREACH_AUTHORITY = "breach_authority"
    BREACH_SUBJECT = "breach_subject"
    BREACH_PROCESSOR = "breach_processor"
    BREACH_ASSESS = "breach_assess"
    BREACH_FINAL = "breach_final"
    CLARIFY_BY = "clarify_by"
    COOLING_OFF = "cooling_off"
    EXTENSION_NOTICE = "extension_notice"
    LAPSE = "lapse"
    MARK = "mark"
    NOTICE_BEFORE = "notice_before"
    REGULATOR_ENQUIRY = "regulator_enquiry"
    RETENTION = "retention"
    SUBJECT_WINDOW = "subject_window"
    TRANSFER = "transfer"
    OTHER = "other"


EVENT_NAMES: frozenset[str] = frozenset(
    {
        "request_received",
        "request_dated",
        "request_verified",
        "identity_requested",
        "identity_info_received",
        "identity_verified",
        "clarification_requested",
        "clarification_received",
        "fee_notified",
        "fee_paid",
        "fee_confirmed",
        "extension_notified",
        "refused",
        "complied",
        "complaint_received",
        "appeal_received",
        "regulator_enquiry_received",
        "breach_occurred",
        "breach_suspected",
        "breach_aware",
        "breach_assessed_notifiable",
        "breach_reported_initial",
        "subjects_notified",
        "decision_granted",
        "response_received_by_subject",
        "data_obtained",
        "data_obtained_indirectly",
        "scheduled_erasure",
        "restriction_done",
        "erasure_done",
    }
)
"""The events that rulebooks name as triggers and as the ends of pauses."""


class ExtensionOrigin(StrEnum):
    """From where an extension is counted."""

    START = "start"
    BASE_DUE = "base_due"
    STATED_DATE = "stated_date"
    AS_SOON_AS_PRACTICABLE = "as_soon_as_practicable"


class PauseEffect(StrEnum):
    """What waiting for the person does to a clock."""

    NONE = "none"
    SUSPEND_EXCLUSIVE = "suspend_exclusive"
    SUSPEND_INCLUSIVE = "suspend_inclusive"
    RESTART = "restart"
    RESTART_AFTER_N = "restart_after_n"
    LAPSE = "lapse"


@dataclass(frozen=True, slots=True)
class Extension:
    """A longer limit that the law permits when it is announced in time.

    `period` is None when the law caps nothing (a stated date). `notice_until` is the rule id whose due date
    ends the time for the notice; "base_due" means the rolled base date of the same limit.
    """

    period: Period | None
    origin: ExtensionOrigin
    most: int
    notice_until: str
    notice_period: Period | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit in a rulebook. An open-ended limit has no `period`: a task, never a statutory date."""

    id: str
    kind: str
    rights: tuple[Right, ...]
    every_right: bool
    trigger: tuple[str, ...]
    source: Source
    period: Period | None
    first: FirstDay | None
    roll: Roll
    open_ended: bool = False
    extension: Extension | None = None
    safe_period: Period | None = None
    safe_first: FirstDay | None = None
    guide_period: Period | None = None
    guide_first: FirstDay | None = None
    guide_roll: Roll = Roll.NONE
    minimum: bool = False
    backward: bool = False
    ceiling: bool = False
    published_param: str = ""
    guideline: bool = False
    partial_compliance: bool = False
    third_party_count: int | None = None
    double_if: str = ""
    follows: str = ""
    combine_min_with: str = ""
    scope: str = ""
    variant: str = ""
    place: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PauseRule:
    """What the law says about the time between a question to the person and the answer.

    `guidance` marks a pause that rests on guidance and not on the statute: the safe reading ignores it.
    """

    opens: str
    closes: str
    effect: PauseEffect
    source: Source
    rights: tuple[Right, ...] = ()
    touches_extension_notice: bool = False
    period: Period | None = None
    effective_from: date | None = None
    guidance: bool = False
    note: str = ""


class GroundAllowed(StrEnum):
    """Whether a law knows a ground for saying no (grounds data, field `allowed`)."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"
    MUST = "must"
    YES_LEGAL_ONLY = "yes_legal_only"
    FEE_ONLY = "fee_only"
    BY_AUTHORITY = "by_authority"


@dataclass(frozen=True, slots=True)
class RefusalGround:
    """Why a law allows no; `title` and `letter_text` are per language (`en`, `id`).

    `letter_text` is the sentence a letter prints for it. `dpv` are the terms of the W3C Data Privacy Vocabulary for it as the data
    note them; where the law does not allow the ground it says so and refers to the terms that it would have.
    """

    id: str
    policy: str
    rights: tuple[Right, ...]
    allowed: GroundAllowed
    article: str
    test: str
    burden: str
    letter: str
    source: Source
    titles: tuple[tuple[str, str], ...]
    letter_texts: tuple[tuple[str, str], ...]
    dpv: str = ""
    effective_from: date | None = None

    @property
    def usable(self) -> bool:
        """Return whether a refusal may rest on this ground at all."""
        return self.allowed in {GroundAllowed.YES, GroundAllowed.PARTIAL, GroundAllowed.MUST, GroundAllowed.YES_LEGAL_ONLY}


@dataclass(frozen=True, slots=True)
class Remedy:
    """A remedy that a refusal letter must name: `kind` complaint, court, controller, damages, dispute.

    `texts` per language; a text may hold `{authority}` and `{authority_address}`. A `general` one is not from the law: the rulebook
    names no way to a court, so letters say in a sentence of their own that they take none away. It has no texts and cites nothing.
    """

    kind: Literal["complaint", "court", "controller", "damages", "dispute"]
    texts: tuple[tuple[str, str], ...]
    source: Source
    general: bool = False


@dataclass(frozen=True, slots=True)
class ContentRule:
    """Something a letter of one kind must name: `letter` is a letter kind, `code` a word key.

    `duty` is false where the law is silent and the line is recommended only.
    """

    letter: str
    code: str
    duty: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Authority:
    """A supervisory authority as letters name it; `address` only where it was verified (confidence H).

    `listed_address` is what a directory says; an officer checks it before a letter prints it.
    """

    id: str
    place: str
    name: str
    address: tuple[str, ...]
    web: str
    source: str
    confidence: Confidence = Confidence.MEDIUM
    listed_address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RestDayRule:
    """One rest day that a law itself names: how to find it in a year. Exactly one of its ways is set.

    `easter` counts days from Easter Sunday; `on` is month and day, moved to `if_sunday` where that is a Sunday; `weekday` with
    `nth` and `month`, or with `before` a month and day; `span` is first and last day, both inclusive, maybe over New Year.
    Weekdays count from 0, Monday.
    """

    name: str
    source: Source
    easter: int | None = None
    on: tuple[int, int] | None = None
    if_sunday: tuple[int, int] | None = None
    weekday: int | None = None
    nth: int | None = None
    month: int | None = None
    before: tuple[int, int] | None = None
    span: tuple[tuple[int, int], tuple[int, int]] | None = None


@dataclass(frozen=True, slots=True)
class RestDays:
    """Which days rest under a law, beside its weekdays and holiday sets.

    Args:
        weekly: place to the weekdays that rest there instead.
        own: rest days that the law names itself.
        only: names of the holidays of the sets that count; empty for all.
        without: names of holidays of the sets that do not count.
        safe_sets: sets in which a holiday must stand too for the safe reading to count it as rest.
        stands_for: place to the place whose holidays it has.
        known_to: the last year for which the days are decreed; None where the library's own span holds.
        provisional_from: the first year whose days are still to be proclaimed or are estimates.
    """

    weekly: tuple[tuple[str, frozenset[int]], ...] = ()
    own: tuple[RestDayRule, ...] = ()
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    safe_sets: tuple[str, ...] = ()
    stands_for: tuple[tuple[str, str], ...] = ()
    known_to: int | None = None
    provisional_from: int | None = None


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One body of law; `digest` names this version of it, `text` is the file that it was read from."""

    id: str
    name: str
    names: tuple[tuple[str, str], ...]
    law: str
    short_names: tuple[tuple[str, str], ...]
    language: str
    zone: str
    zones: tuple[tuple[str, str], ...]
    rest_weekdays: frozenset[int]
    holiday_sets: tuple[str, ...]
    places: tuple[str, ...]
    limits: tuple[Limit, ...]
    pauses: tuple[PauseRule, ...]
    grounds: tuple[RefusalGround, ...]
    remedies: tuple[Remedy, ...]
    authorities: tuple[Authority, ...]
    right_articles: tuple[tuple[Right, str], ...]
    digest: str
    notes: tuple[tuple[str, str], ...] = ()
    contents: tuple[ContentRule, ...] = ()
    rest_days: RestDays = RestDays()
    text: str = field(default="", repr=False, compare=False)

    def limit(self, limit_id: str, *, on: date) -> Limit | None:
        """Return the limit of that id that holds on the local day `on` of its trigger."""
        for limit in self.limits:
            begins = limit.effective_from is None or limit.effective_from <= on
            ends = limit.effective_to is not None and limit.effective_to < on
            if limit.id == limit_id and begins and not ends:
                return limit
        return None

    @property
    def court_unnamed(self) -> bool:
        """Return whether the law names no way to a court, so that letters use a general sentence; counsel should confirm."""
        return any(remedy.general for remedy in self.remedies)

    def ground(self, ground_id: str) -> RefusalGround | None:
        """Return the ground of that id, whether usable or not."""
        return next((ground for ground in self.grounds if ground.id == ground_id), None)


def pick(texts: tuple[tuple[str, str], ...], language: str) -> str:
    """Return the text in `language`, else in English, else the first."""
    found = dict(texts)
    return found.get(language) or found.get("en") or next(iter(found.values()), "")
