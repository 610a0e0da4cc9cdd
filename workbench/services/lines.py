"""Read models: frozen values that screens and the command show. No row and no live object is among them."""

from dataclasses import dataclass
from datetime import date, datetime

from workbench.domain.cases import Case, CaseKind, EventKind, LawPlace
from workbench.domain.clocks import Override, Reckoning, Step
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import Evidence
from workbench.domain.letters import DeliveryOutcome, DispatchChannel, Letter, LetterFields, LetterKind, LetterState
from workbench.domain.phases import Act, Phase
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Confidence, Limit, PauseEffect, RefusalGround, Source
from workbench.domain.templates import Insert, OwnWords


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One clock of one case.

    `kind` is the limit's kind, or `extension_notice`. `due` is a local day or an aware instant; None while paused or open-ended.
    `answered_at` is set once the letter that answers it left. `late` compares with now, or with `answered_at`.
    `state` is running, paused, open_ended, lapsed, not_started, met (answered in time) or met_late.
    """

    case_id: int
    number: str
    law: str
    place: str
    limit_id: str
    kind: str
    rights: tuple[Right, ...]
    due: date | datetime | None
    safe: date | datetime | None
    state: str
    late: bool
    zone: str
    cite: str
    answered_at: datetime | None
    reckoning: Reckoning
    paused_since: date | None = None
    paused_by: str = ""
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class PauseEffectLine:
    """What waiting does to the clocks of one law of a case: whether it stands still, and on what that rests."""

    law: str
    place: str
    stands_still: bool
    effect: PauseEffect | None
    guidance: bool
    source: Source | None


@dataclass(frozen=True, slots=True)
class PauseChoice:
    """One thing a clock may wait for, with what each law of the case says to it.

    `open_since` is the local day since which the person has not answered, None while nothing is asked. `allowed` is true
    where at least one law lets its clock stand still or start again.
    """

    opens: EventKind
    closes: EventKind
    allowed: bool
    open_since: date | None
    effects: tuple[PauseEffectLine, ...]


@dataclass(frozen=True, slots=True)
class EventChoice:
    """An event that can be recorded in a case, with the limits it starts as law and rule id; `happened` counts it so far."""

    kind: EventKind
    limits: tuple[tuple[str, str], ...]
    happened: int


@dataclass(frozen=True, slots=True)
class MoveLine:
    """How one deadline of one case moves, or would move.

    `before`, `after`: due day or instant, None where there is none (then the state says why). `causes` are word keys of
    table `move_cause`: calendar, rulebook, event. `holidays` are (day ISO, name, rests as "1" or "0") of the calendar days
    that changed between the two ends. `steps` are those of the new reckoning.
    """

    case_id: int
    number: str
    law: str
    place: str
    limit_id: str
    kind: str
    rights: tuple[Right, ...]
    zone: str
    before: date | datetime | None
    after: date | datetime | None
    before_state: str
    after_state: str
    causes: tuple[str, ...]
    holidays: tuple[tuple[str, str, str], ...] = ()
    steps: tuple[Step, ...] = ()
    cite: str = ""


@dataclass(frozen=True, slots=True)
class MovesFound:
    """The moves of some cases; `unmoved` keep every date, `digest` names exactly this set of moves for `AcceptMoves`.

    `failed` are cases that cannot be reckoned anew, each with why.
    """

    moves: tuple[MoveLine, ...]
    unmoved: tuple[int, ...]
    digest: str
    failed: tuple[tuple[int, WorkbenchError], ...] = ()


@dataclass(frozen=True, slots=True)
class SignoffLine:
    """One sign-off of one version of a rulebook."""

    law: str
    digest: str
    signed_at: datetime
    officer_name: str
    text_read: str
    counsel: str
    remark: str


@dataclass(frozen=True, slots=True)
class RulebookLine:
    """One rulebook as the laws page lists it.

    `limits` counts its rules by confidence (H, M, L). `confirm` is true where a rule rests on less than the authority's own
    text and this version is not signed off: "have counsel confirm". `used` counts the open cases under the law.
    """

    law: str
    digest: str
    limits: tuple[tuple[Confidence, int], ...]
    confirm: bool
    signoff: SignoffLine | None
    earlier_signoffs: tuple[SignoffLine, ...]
    used: int


@dataclass(frozen=True, slots=True)
class PlannerEntry:
    """One deadline on a day of the calendar page. `safe_day` is true where only the safe reading ends on that day."""

    deadline: DeadlineLine
    safe_day: bool = False


@dataclass(frozen=True, slots=True)
class PlannerDay:
    """One day of the calendar page: deadlines that end on it (read in the office's zone), and who rests.

    `rests` are (place, name of the holiday; empty for a weekly rest day) of the places in play.
    """

    on: date
    entries: tuple[PlannerEntry, ...]
    rests: tuple[tuple[str, str], ...]
    home_rests: bool


@dataclass(frozen=True, slots=True)
class Planner:
    """A span of the calendar page: whole weeks from Monday. `places` are those in play; `uncovered` have no calendar for it."""

    today: date
    zone: str
    days: tuple[PlannerDay, ...]
    places: tuple[tuple[str, str], ...]
    uncovered: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in a list; the deadline shown is the next open one, else None. `about_id` is the case that it is about."""

    id: int
    number: str
    subject_name: str
    rights: tuple[Right, ...]
    laws: tuple[LawPlace, ...]
    phase: Phase
    received_at: datetime
    zone: str
    officer_name: str
    due: date | datetime | None
    safe: date | datetime | None
    due_kind: str
    due_state: str
    due_zone: str
    late: bool
    kind: CaseKind = CaseKind.REQUEST
    about_id: int | None = None


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list; empty fields do not narrow. `standing` is open, closed or all; `kind` None lists every kind."""

    text: str = ""
    standing: str = "open"
    right: Right | None = None
    law: str = ""
    phase: Phase | None = None
    kind: CaseKind | None = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the officer should do now: `code` is a word key, `act` opens its dialog, `by` the date it matters for.

    `law` is set where it is done law by law, and then its words name the law.
    """

    code: str
    act: Act | None
    letter: LetterKind | None
    by: date | datetime | None
    safe: date | datetime | None
    zone: str
    law: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One journal entry of a case with what happened in words of its event (text may be the officer's or the person's)."""

    seq: int
    at: datetime
    occurred_at: datetime | None
    officer_name: str
    action: str
    details: tuple[tuple[str, str], ...]
    text: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything the page of one case shows; `about` is the case that it is about, `about_this` are those about it, oldest first."""

    case: Case
    phase: Phase
    permitted: frozenset[Act]
    officer_name: str
    deadlines: tuple[DeadlineLine, ...]
    next_step: NextStep
    evidence: tuple[Evidence, ...]
    letters: tuple[Letter, ...]
    history: tuple[HistoryLine, ...]
    earlier_cases: tuple[CaseLine, ...]
    about: CaseLine | None = None
    about_this: tuple[CaseLine, ...] = ()


@dataclass(frozen=True, slots=True)
class GroundLine:
    """A ground as the decision panel offers it: `usable` is false for one that the law does not know; `why_not` a word key."""

    law: str
    ground: RefusalGround
    usable: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class DueLine:
    """One row of Today's due list."""

    case_id: int
    number: str
    subject_name: str
    officer_name: str
    deadline: DeadlineLine


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of the six weeks ahead: how many deadlines end on it and whether one is late."""

    on: date
    due: int
    late: int
    paused: int
    rest: bool
    holiday: str


@dataclass(frozen=True, slots=True)
class DeskTask:
    """Something on the desk: `code` is a word key with `count`; or one case's task.

    What the officer at the desk does by a day has that day and its own words; its `code` is a word key of the table `task_kind`.
    """

    code: str
    count: int
    case_id: int | None
    number: str
    due_on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class TodayBoard:
    """What must be done now."""

    now: datetime
    today: date
    zone: str
    place: str
    overdue: int
    oldest_late_days: int
    due_in_seven_days: int
    need_letter: int
    paused: int
    to_approve: int
    due: tuple[DueLine, ...]
    weeks: tuple[CalendarDay, ...]
    tasks: tuple[DeskTask, ...]


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One letter in a list."""

    id: int
    number: str
    case_id: int
    case_number: str
    subject_name: str
    kind: LetterKind
    language: str
    state: LetterState
    created_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found: `what` is case, letter or evidence."""

    what: str
    id: int
    case_id: int
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class OfficeStatus:
    """The foot of the sidebar; `approvals` counts what waits for the officer at the desk."""

    office_name: str
    office_place: str
    officer_name: str
    read_only: bool
    lock_minutes: int
    last_backup_at: datetime | None
    journal_length: int
    journal_head: str
    journal_sound: bool
    open_cases: int
    to_approve: int
    letters_open: int
    quarantined: int
    moves_pending: int = 0
    approvals: int = 0


@dataclass(frozen=True, slots=True)
class RequiredContent:
    """One line of "must contain" beside a letter: `code` is a word key, `source` the article, `why` a sentence per language.

    `remark` is a word key of the table `content_remark`, empty for none.
    """

    code: str
    present: bool
    source: str
    why: tuple[tuple[str, str], ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something in a letter, or in its sending, that points at a person or a case other than its own.

    `code` is a word key of the table `mismatch`, `where` one of `mismatch_where`; `expected` and `found` are what the letter
    should say and says (the officer's eyes only). `key` names exactly this mismatch, so that a reason given for it does not
    stand for another one.
    """

    code: str
    where: str
    expected: str
    found: str
    key: str


@dataclass(frozen=True, slots=True)
class SendingLine:
    """One sending of the dispatch register.

    `id` is that of the sending. `state` is a word key of the table `sending_state`: sent, waiting_for_proof (a tracked item
    without proof yet), delivered, returned or bounced. `newest` is false for a sending after which the letter left again.
    """

    id: int
    letter_id: int
    letter: str
    kind: LetterKind
    case_id: int
    case_number: str
    subject_name: str
    sent_at: datetime
    channel: DispatchChannel
    tracking: str
    recipient: str
    officer_name: str
    state: str
    newest: bool
    outcome: DeliveryOutcome | None = None
    outcome_at: datetime | None = None
    proof: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True)
class SendingFilter:
    """Which sendings to list; what is empty does not narrow. `on` is a local day of the office."""

    on: date | None = None
    channel: DispatchChannel | None = None
    state: str = ""
    text: str = ""
    run_id: int | None = None


@dataclass(frozen=True, slots=True)
class PostingLine:
    """One item of a posting list, as the post office wants it: position from 1, letter, to whom, how, number, pages."""

    position: int
    letter_id: int
    letter: str
    case_number: str
    recipient: str
    channel: DispatchChannel | None
    tracking: str
    pages: int
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RunLine:
    """One print run: its letters in the order of printing, and how many of them have left or leave no more."""

    id: int
    number: str
    made_at: datetime
    officer_name: str
    letters: tuple[int, ...]
    sent: int


@dataclass(frozen=True, slots=True)
class LetterPreview:
    """A letter as it would be printed now: `pdf` is empty where it cannot be printed, `problems` says why.

    `required` is what the law demands of it, `fields` what was used (suggestions filled in). A problem is the code of an
    error with its details as text, `letter_nothing_to_tell` among them; a letter with problems cannot be approved. `errors`
    are the same problems as they would be raised, for whoever words them. `mismatches` are what the wrong-person guard asks
    about: each is mended in the letter, or answered with a reason when it is approved. `own_words` are those of the officer in
    it, for whoever approves it; `places` are those that the template in use keeps for such words.
    """

    pdf: bytes
    required: tuple[RequiredContent, ...]
    fields: LetterFields
    problems: tuple[tuple[str, str], ...]
    errors: tuple[WorkbenchError, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
    places: tuple[Insert, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One limit of one rulebook, for the laws page and `workbench laws`."""

    law: str
    law_name: str
    limit: Limit


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `verify` found wrong: `code` is a word key, `where` a table or file with an id."""

    code: str
    where: str


@dataclass(frozen=True, slots=True)
class LettersProved:
    """What came of proving the letters: how many were made again, how many could not be, and everything that is wrong.

    `other_press` counts letters that another version of the program drew, `without_snapshot` those that keep nothing to make
    them again from. Their bytes are proved by their digest all the same.
    """

    made_again: int
    other_press: int
    without_snapshot: int
    findings: tuple[Finding, ...]
