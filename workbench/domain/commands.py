"""Commands: what an officer asks the workbench to do. One dialog, one command, one use case.

Every instant is aware; every `*_at` is when the thing happened, not when it was typed.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from workbench.domain.authorities import Contact
from workbench.domain.breaches import Breach, NoticeStage, NotToTell, RiskAssessment
from workbench.domain.cases import Channel, EventKind, LawPlace
from workbench.domain.complaints import Complaint, ComplaintKind, ComplaintOutcome, TransferAtIssue
from workbench.domain.decisions import Outcome, ReopenCause, ScheduleLine
from workbench.domain.dossier import Dossier, Verdict
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import DeliveryOutcome, DispatchChannel, LetterFields, LetterKind
from workbench.domain.matters import ContactOfficer, CorrectiveTask, Matter, MatterDecision, MatterKind
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.rights import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRequest:
    """Open a case for a request; `evidence` holds the original first (kind `request`)."""

    subject: DataSubject
    requester: Requester | None = None
    received_at: datetime
    zone: str
    received_from: str = "officer"
    channel: Channel
    rights: tuple[Right, ...]
    laws: tuple[LawPlace, ...]
    subject_line: str = ""
    text: str = ""
    language: str = "en"
    evidence: tuple[NewEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantineFile:
    """Keep a file that could not be read; `reason` is a word key."""

    name: str
    data: bytes
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForIdentity:
    """The person was asked to prove who they are."""

    case_id: int
    asked_at: datetime
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordIdentity:
    """What came of it: `result` is IDENTITY_INFO_RECEIVED, IDENTITY_VERIFIED or IDENTITY_NOT_PROVED; `means` in words."""

    case_id: int
    result: EventKind
    at: datetime
    zone: str
    means: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForClarification:
    """The person was asked what they mean; `question` is kept with the event."""

    case_id: int
    asked_at: datetime
    zone: str
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordClarification:
    """The person answered."""

    case_id: int
    at: datetime
    zone: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseClock:
    """The person was asked for something that a law lets a clock wait for; `opens` is the event that begins the waiting.

    `opens` is IDENTITY_REQUESTED, CLARIFICATION_REQUESTED or FEE_NOTIFIED; `text` is what was asked.
    """

    case_id: int
    opens: EventKind
    at: datetime
    zone: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeClock:
    """What a clock waited for has come; `closes` is the event that ends the waiting (IDENTITY_INFO_RECEIVED, FEE_PAID ...)."""

    case_id: int
    closes: EventKind
    at: datetime
    zone: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEvent:
    """Something happened that a law of the case counts from; `kind` is one of those that `events.event_choices` offers."""

    case_id: int
    kind: EventKind
    at: datetime
    zone: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideDeadline:
    """An officer sets a date by hand, with a reason; the reckoned date stays beside it, and the override shows forever.

    `due` is a local day of the law's zone for a day clock, an aware instant for an hour clock.
    """

    case_id: int
    law: str
    limit_id: str
    due: date | datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftOverride:
    """A date set by hand is taken back, with a reason; the journal and the history keep that it was there."""

    case_id: int
    law: str
    limit_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptMoves:
    """The officer has seen how the deadlines of these cases move and accepts it.

    `seen` is the digest of the moves that were shown (`MovesFound.digest`), so that nothing else is accepted with them.
    """

    case_ids: tuple[int, ...]
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRulebook:
    """The office signs a version of a rulebook off: who (the officer), and on what text it was checked."""

    law: str
    digest: str
    text_read: str
    counsel: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendDeadline:
    """The person is told of a longer limit under one law. `reason` is what the notice says."""

    case_id: int
    law: str
    notified_at: datetime
    zone: str
    reason: str
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """Decide on one right. `grounds` names one ground per law for a refusal (or for the refused part)."""

    case_id: int
    right: Right
    outcome: Outcome
    grounds: tuple[str, ...] = ()
    reason: str = ""
    internal_note: str = ""
    schedule: tuple[ScheduleLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDossier:
    """What an officer has put together for one right; the table of earlier requests is the program's, all but its words."""

    case_id: int
    dossier: Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class AskApproval:
    """A second officer is asked to approve a decision with its dossier and the letter that is drafted to tell it."""

    case_id: int
    right: Right
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveApproval:
    """A second officer says what they think of exactly the content that `digest` names; `passphrase` is their own."""

    case_id: int
    right: Right
    digest: str
    verdict: Verdict
    passphrase: str = field(repr=False)
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseException:
    """The one officer of an office lets a decision out without a second one, with a written reason."""

    case_id: int
    right: Right
    digest: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTask:
    """A task is over."""

    task_id: int
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDone:
    """What was granted has been carried out: the data were erased (`ERASURE`) or restricted (`RESTRICTION`)."""

    case_id: int
    right: Right
    done_at: datetime
    zone: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeLetter:
    """Draft a letter; `fields` None takes what the case and the office settings suggest.

    `corrects_id` is an issued letter that this one replaces and names.
    """

    case_id: int
    kind: LetterKind
    language: str
    fields: LetterFields | None = None
    corrects_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviseLetter:
    """Change a draft."""

    letter_id: int
    language: str
    fields: LetterFields


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveLetter:
    """Check a draft against the law and issue it: its bytes never change again.

    `resolved` gives a reason for each mismatch of the wrong-person guard that is meant as it stands: (mismatch key, reason).
    """

    letter_id: int
    resolved: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchLetter:
    """The letter left the house: the clock it answers stops at `sent_at`; `tracking` is the number of a registered item.

    A letter that came back can be sent again. `resolved` gives a reason for each mismatch of the recipient: (key, reason).
    """

    letter_id: int
    sent_at: datetime
    zone: str
    channel: DispatchChannel
    recipient: str
    tracking: str = ""
    resolved: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDelivery:
    """Proof that a dispatched letter arrived."""

    letter_id: int
    delivered_at: datetime
    zone: str
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReturn:
    """A sending failed: the post brought the letter back, or the mail system did. What it brought about does not stand."""

    letter_id: int
    outcome: DeliveryOutcome
    at: datetime
    zone: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLetter:
    """A copy of an issued letter is signed with a key from a PKCS#12 file; neither the file nor its passphrase is kept."""

    letter_id: int
    p12: bytes = field(repr=False)
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MakePrintRun:
    """Issued letters are printed together, in this order; their posting list names the run."""

    letter_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchRun:
    """The letters of a print run left the house together; `tracking` gives the number of each registered item by letter id."""

    run_id: int
    sent_at: datetime
    zone: str
    channel: DispatchChannel
    tracking: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTemplate:
    """The office's own text of a letter template, as TOML; `reason` says why it differs."""

    kind: LetterKind
    language: str
    body: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTemplate:
    """What an officer has typed of a letter template and not saved yet; an empty `body` lets it go."""

    kind: LetterKind
    language: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetTemplate:
    """The office goes back to the shipped text of a letter template."""

    kind: LetterKind
    language: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOfficeImage:
    """The office's logo (`logo`) or the signature of an officer (`signature:<id>`); no data takes the picture away."""

    name: str
    data: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartBatch:
    """One kind of letter for many cases; `language` is a code, or empty for the language of each request.

    `fields` holds what is the same in every letter (free text, inserts, signatory); what is empty is suggested by the case.
    """

    kind: LetterKind
    case_ids: tuple[int, ...]
    language: str = ""
    fields: LetterFields | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryBatch:
    """The cases of a batch that failed are tried again."""

    batch_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachEvidence:
    """Keep a file with a case."""

    case_id: int
    evidence: NewEvidence


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """Keep an officer's words with a case."""

    case_id: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """The case is finished."""

    case_id: int
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCase:
    """The case is taken up again; `reason` is required.

    `rights` are decided anew; none leaves every decision as it stands, to be told again. `cause` may start a clock, from `at`:
    the instant at which the review or the authority's word arrived, by default now.
    """

    case_id: int
    reason: str
    cause: ReopenCause = ReopenCause.OTHER
    rights: tuple[Right, ...] = ()
    at: datetime | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSettings:
    """Set office settings by their declared keys; every value as its text form."""

    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOfficer:
    """Add an officer with a passphrase of their own."""

    name: str
    title: str = ""
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOfficeDay:
    """Add a rest day of the office's own to a place's calendar, or take one away; with who and why."""

    place: str
    on: date
    rests: bool
    name: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAuthority:
    """Change the office's own copy of an authority. A changed address or name is unchecked again, unless `against` says on what."""

    authority_id: str
    contact: Contact
    against: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAuthority:
    """The officer compared the entry of an authority with something, today; `against` says with what."""

    authority_id: str
    against: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowAddress:
    """Let letters print an address that nobody has checked, with the reason; an empty reason takes that back."""

    authority_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterComplaint:
    """Open a case for a complaint; `about_id` is the case it is about, `written` whether it came in writing.

    `evidence` holds the original first. `named_officers` are officers whom it is about by name.
    """

    subject: DataSubject
    requester: Requester | None = None
    received_at: datetime
    zone: str
    channel: Channel
    laws: tuple[LawPlace, ...]
    kind: ComplaintKind
    written: bool
    about_id: int | None = None
    rights: tuple[Right, ...] = ()
    named_officers: tuple[int, ...] = ()
    transfer: TransferAtIssue | None = None
    subject_line: str = ""
    text: str = ""
    language: str = "en"
    evidence: tuple[NewEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveComplaint:
    """The investigation as the officer has it now: plan, findings, what is put right. The decision is not the officer's to save."""

    case_id: int
    complaint: Complaint


@dataclass(frozen=True, slots=True, kw_only=True)
class AskInWriting:
    """Whoever complained was asked to put it in writing."""

    case_id: int
    asked_at: datetime
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWriting:
    """The complaint came in writing; `evidence` is it."""

    case_id: int
    at: datetime
    zone: str
    text: str = ""
    evidence: NewEvidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideComplaint:
    """Decide a complaint. `outside` is the name and position of somebody outside the office who decided it.

    That needs their decision as a kept file of the case (`evidence_id`); the officer at the desk only writes it down.
    """

    case_id: int
    outcome: ComplaintOutcome
    reasons: str
    outside: str = ""
    evidence_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassComplaintOn:
    """A complaint that could not be settled with the person goes to an authority: a matter is opened about it."""

    case_id: int
    authority_id: str
    at: datetime
    zone: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMatter:
    """Open a case for a regulator matter; `received_at` is when the authority's letter arrived, or when Onee turned to it.

    `due` is the authority's own deadline: a local day or an aware instant, None where it set none; `due_zone` is the zone in which
    the authority says the hour of an instant. `about_id` is the case it is about; `subject` the person, where there is no such
    case and one is concerned. `channel` is how the authority's letter arrived; a matter that is passed on began in the office.
    """

    kind: MatterKind
    authority_id: str
    why_competent: str = ""
    received_at: datetime
    zone: str
    channel: Channel
    laws: tuple[LawPlace, ...]
    reference: str = ""
    contact: ContactOfficer = field(default_factory=ContactOfficer)
    basis: str = ""
    due: date | datetime | None = None
    due_zone: str = ""
    target_on: date | None = None
    about_id: int | None = None
    subject: DataSubject | None = None
    passed_on: bool = False
    subject_line: str = ""
    text: str = ""
    language: str = "en"
    evidence: tuple[NewEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveMatter:
    """The working file as the officer has it now: contact, questions and answers, meetings, undertakings, target."""

    case_id: int
    matter: Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAuthorityDeadline:
    """The authority set a deadline, or the office misread it and it is earlier; `said_in` names where it says so.

    A later one is the authority's own word: `AnswerMoreTime`, or a new letter of the authority (`new_letter`).
    """

    case_id: int
    due: date | datetime
    at: datetime
    zone: str
    said_in: str
    new_letter: bool = False
    due_zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMoreTime:
    """The office asked the authority for more time."""

    case_id: int
    until: date
    reason: str
    at: datetime
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMoreTime:
    """The authority answered: `until` is the deadline that it granted, None where it refused; `said_in` names where."""

    case_id: int
    until: date | datetime | None
    at: datetime
    zone: str
    said_in: str
    due_zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAuthorityLetter:
    """The authority wrote; `what` is its subject in the officer's words, `evidence` the letter.

    `asks` says that it demands an answer, which a law may count from; `due` is the deadline that it sets, None where it sets none.
    `reference` is the authority's own, kept with the matter; empty leaves the one that it has.
    """

    case_id: int
    at: datetime
    zone: str
    what: str
    evidence: NewEvidence | None = None
    asks: bool = False
    due: date | datetime | None = None
    due_zone: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChase:
    """Remind the officer of a matter on a day, so that the authority is asked how it stands."""

    case_id: int
    due_on: date
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAuthorityDecision:
    """The authority decided: the case it is about may be reopened for these rights, and tasks follow."""

    case_id: int
    decision: MatterDecision
    at: datetime
    zone: str
    reopen: tuple[Right, ...] = ()
    tasks: tuple[CorrectiveTask, ...] = ()
    evidence: NewEvidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBreach:
    """Open a case for a breach of personal data; its clocks run from `aware_at`. `language` is that of its own letters."""

    title: str
    what: str
    aware_at: datetime
    zone: str
    laws: tuple[LawPlace, ...]
    occurred_at: datetime | None = None
    suspected_at: datetime | None = None
    language: str = "en"
    evidence: tuple[NewEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveBreach:
    """The working file as the officer has it now; the assessment is not among what is saved with it."""

    case_id: int
    breach: Breach


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessRisk:
    """The risk for the people was assessed, now or anew."""

    case_id: int
    assessment: RiskAssessment


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBreachNotice:
    """An authority was told under one law; after its limit with the reason for the delay. A letter records this by its sending."""

    case_id: int
    law: str
    stage: NoticeStage
    at: datetime
    zone: str
    reference: str = ""
    late_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSubjectsTold:
    """The people were told, under one law or (empty) all of the case: when, how (the officer's words), how many."""

    case_id: int
    law: str
    at: datetime
    zone: str
    how: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveUntold:
    """The authority, or the people, are not told under one law, with the reason."""

    case_id: int
    law: str
    who: NotToTell
    reason: str
