"""Cases: the office's file about one matter, folded from its events.

Events are the truth. `occurred_at` is when it happened (aware, UTC), `zone` the zone in which the office read it,
`recorded_at` when it was written down.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.domain.decisions import Decision
from workbench.domain.letters import Letter
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.rights import Right


class CaseKind(StrEnum):
    """What a case is about; the last two may concern nobody by name."""

    REQUEST = "request"
    COMPLAINT = "complaint"
    MATTER = "matter"
    BREACH = "breach"


class Channel(StrEnum):
    """How a case began: by which way it arrived, or that the office began it itself."""

    EMAIL = "email"
    POST = "post"
    WEB_FORM = "web_form"
    WHATSAPP = "whatsapp"
    PHONE = "phone"
    IN_PERSON = "in_person"
    OFFICE = "office"


ARRIVALS: tuple[Channel, ...] = tuple(channel for channel in Channel if channel is not Channel.OFFICE)
"""The ways by which something can arrive."""


@dataclass(frozen=True, slots=True)
class LawPlace:
    """A law and the place in it, such as EU in DE, GB in GB-ENG, ID in ID."""

    law: str
    place: str


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked, when it arrived and by which channel.

    `received_from` says where the receipt time comes from: `received_header`, `date_header` or `officer`.
    """

    received_at: datetime
    zone: str
    channel: Channel
    rights: tuple[Right, ...]
    subject_line: str
    text: str
    language: str
    received_from: str = "officer"


class EventKind(StrEnum):
    """What can happen in a case. The first group are the names that rulebooks use as triggers."""

    REQUEST_RECEIVED = "request_received"
    REQUEST_DATED = "request_dated"
    IDENTITY_REQUESTED = "identity_requested"
    IDENTITY_INFO_RECEIVED = "identity_info_received"
    IDENTITY_VERIFIED = "identity_verified"
    REQUEST_VERIFIED = "request_verified"
    CLARIFICATION_REQUESTED = "clarification_requested"
    CLARIFICATION_RECEIVED = "clarification_received"
    FEE_NOTIFIED = "fee_notified"
    FEE_PAID = "fee_paid"
    FEE_CONFIRMED = "fee_confirmed"
    EXTENSION_NOTIFIED = "extension_notified"
    REFUSED = "refused"
    COMPLIED = "complied"
    RESTRICTION_DONE = "restriction_done"
    ERASURE_DONE = "erasure_done"
    COMPLAINT_RECEIVED = "complaint_received"
    APPEAL_RECEIVED = "appeal_received"
    REGULATOR_ENQUIRY_RECEIVED = "regulator_enquiry_received"
    BREACH_OCCURRED = "breach_occurred"
    BREACH_SUSPECTED = "breach_suspected"
    BREACH_AWARE = "breach_aware"
    BREACH_ASSESSED_NOTIFIABLE = "breach_assessed_notifiable"
    BREACH_REPORTED_INITIAL = "breach_reported_initial"
    SUBJECTS_NOTIFIED = "subjects_notified"
    DECISION_GRANTED = "decision_granted"
    RESPONSE_RECEIVED_BY_SUBJECT = "response_received_by_subject"
    DATA_OBTAINED = "data_obtained"
    DATA_OBTAINED_INDIRECTLY = "data_obtained_indirectly"
    SCHEDULED_ERASURE = "scheduled_erasure"

    ACKNOWLEDGED = "acknowledged"
    IDENTITY_NOT_PROVED = "identity_not_proved"
    DECIDED = "decided"
    LETTER_DRAFTED = "letter_drafted"
    LETTER_ISSUED = "letter_issued"
    LETTER_DISPATCHED = "letter_dispatched"
    LETTER_DELIVERED = "letter_delivered"
    LETTER_RETURNED = "letter_returned"
    LETTER_SIGNED = "letter_signed"
    EVIDENCE_ADDED = "evidence_added"
    NOTE = "note"
    CLOSED = "closed"
    REOPENED = "reopened"
    DEADLINE_OVERRIDDEN = "deadline_overridden"
    OVERRIDE_LIFTED = "override_lifted"
    MOVES_ACCEPTED = "moves_accepted"

    WRITING_ASKED = "writing_asked"
    PUT_IN_WRITING = "put_in_writing"
    PROGRESS_TOLD = "progress_told"
    COMPLAINT_DECIDED = "complaint_decided"
    PASSED_ON = "passed_on"

    MATTER_OPENED = "matter_opened"
    AUTHORITY_DEADLINE_SET = "authority_deadline_set"
    MORE_TIME_ASKED = "more_time_asked"
    MORE_TIME_ANSWERED = "more_time_answered"
    AUTHORITY_WROTE = "authority_wrote"
    MEETING_HELD = "meeting_held"
    SUBMISSION_SENT = "submission_sent"
    UNDERTAKING_GIVEN = "undertaking_given"
    UNDERTAKING_KEPT = "undertaking_kept"
    AUTHORITY_DECIDED = "authority_decided"

    RISK_ASSESSED = "risk_assessed"
    BREACH_FOLLOWED_UP = "breach_followed_up"
    BREACH_REPORTED_FINAL = "breach_reported_final"
    NOTICE_NOT_OWED = "notice_not_owed"


@dataclass(frozen=True, slots=True)
class NewCaseEvent:
    """An event about to be recorded. `details` are plain words: letter number, right, outcome, until_on (ISO)."""

    kind: EventKind
    occurred_at: datetime
    zone: str
    details: tuple[tuple[str, str], ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """An event of a case, in the order of `seq`."""

    id: int
    seq: int
    kind: EventKind
    occurred_at: datetime
    zone: str
    recorded_at: datetime
    officer_id: int
    details: tuple[tuple[str, str], ...] = ()
    text: str = ""

    def detail(self, name: str) -> str:
        """Return one detail, or an empty string."""
        return dict(self.details).get(name, "")


@dataclass(frozen=True, slots=True)
class CalendarSnapshot:
    """The calendar that a case is reckoned with: `days` is its canonical JSON, `version` its digest."""

    place: str
    version: str
    days: str


@dataclass(frozen=True, slots=True)
class LawVersion:
    """The version of a rulebook that a case is reckoned with: `digest` is that of its file, whose text the store keeps."""

    law: str
    digest: str


@dataclass(frozen=True, slots=True)
class Case:
    """One matter with everything a decision needs.

    `about_id` is the case that a complaint or a regulator matter is about. A matter or a breach that concerns nobody by name has
    its own title as the name of its subject. Only a request names rights.
    """

    id: int
    number: str
    subject: DataSubject
    requester: Requester | None
    request: Request
    laws: tuple[LawPlace, ...]
    officer_id: int
    opened_at: datetime
    events: tuple[CaseEvent, ...] = ()
    decisions: tuple[Decision, ...] = ()
    letters: tuple[Letter, ...] = ()
    calendars: tuple[CalendarSnapshot, ...] = field(default=())
    versions: tuple[LawVersion, ...] = ()
    kind: CaseKind = CaseKind.REQUEST
    about_id: int | None = None

    def decision(self, right: Right) -> Decision | None:
        """Return the newest decision on a right; None where the case was reopened to decide on it anew."""
        taken = self.decisions_on(right)
        return taken[-1] if taken else None

    def decisions_on(self, right: Right) -> tuple[Decision, ...]:
        """Return the decisions on a right since it was last taken up anew, oldest first."""
        every = tuple(one for one in self.decisions if one.right is right)
        passed = taken = 0
        for event in self.events if every else ():
            if event.kind is EventKind.DECIDED and event.detail("right") == right.value:
                taken += 1
            elif event.kind is EventKind.REOPENED and right.value in event.detail("rights").split(","):
                passed = taken
        return every[passed:]

    @property
    def standing(self) -> tuple[CaseEvent, ...]:
        """Return the events that stand, in order: see `standing_events`."""
        return standing_events(self.events)

    def last(self, *kinds: EventKind) -> CaseEvent | None:
        """Return the newest event of these kinds that stands."""
        return next((event for event in reversed(self.standing) if event.kind in kinds), None)

    def place_of(self, law: str) -> LawPlace | None:
        """Return the law and place of this case under `law`, or None when the case does not stand under it."""
        return next((one for one in self.laws if one.law == law), None)

    def calendar_of(self, place: str) -> CalendarSnapshot | None:
        """Return the calendar kept for `place`, the newest when there are several."""
        return next((one for one in reversed(self.calendars) if one.place == place), None)


_TELLING = frozenset(
    {
        EventKind.COMPLIED,
        EventKind.REFUSED,
        EventKind.SUBMISSION_SENT,
        EventKind.BREACH_REPORTED_INITIAL,
        EventKind.SUBJECTS_NOTIFIED,
    }
)
_OF_LETTERS = frozenset(kind for kind in EventKind if kind.value.startswith("letter_"))


def standing_events(events: tuple[CaseEvent, ...]) -> tuple[CaseEvent, ...]:
    """Return the events that stand: all but what a letter brought about whose sending failed afterwards.

    A letter that came back told nobody anything: what its sending brought about (its details name the letter) happened for
    nobody, and a closing that rested on its answer does not hold. Sent again, the letter brings all of it about anew, at the
    instant of the new sending. The letter's own events stay: it was written and sent, and it came back.
    """
    returned = {event.detail("letter"): event.seq for event in events if event.kind is EventKind.LETTER_RETURNED}
    returned.pop("", None)  # what names no letter takes nothing with it
    if not returned:
        return events

    def fell(event: CaseEvent) -> bool:
        return event.kind not in _OF_LETTERS and event.seq < returned.get(event.detail("letter"), 0)

    unsaid = [(event.seq, returned[event.detail("letter")]) for event in events if event.kind in _TELLING and fell(event)]
    return tuple(
        event
        for event in events
        if not fell(event) and not (event.kind is EventKind.CLOSED and any(told < event.seq < back for told, back in unsaid))
    )
