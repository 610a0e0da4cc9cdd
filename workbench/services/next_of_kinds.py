"""The next step of a complaint, a regulator matter and a breach; that of a request is in `next_steps`.

Letters that wait to be issued or sent come first in every kind of case. Each code is a word key of the table `next_step`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from workbench.domain.breaches import Risk
from workbench.domain.case_clocks import AUTHORITY_DEADLINE, end_of
from workbench.domain.cases import Case, CaseEvent, CaseKind, EventKind
from workbench.domain.letters import LetterKind
from workbench.domain.phases import Act, Phase, complaint_decision, phase_of, untold_under
from workbench.domain.rulebooks import LimitKind
from workbench.services.lines import DeadlineLine

STEPS: tuple[str, ...] = (
    "acknowledge_complaint",
    "ask_in_writing",
    "await_writing",
    "investigate",
    "decide_complaint",
    "write_outcome",
    "complaint_with_authority",
    "acknowledge_authority",
    "answer_questions",
    "ask_more_time",
    "write_more_time",
    "write_submission",
    "turn_to_authority",
    "await_authority",
    "keep_undertakings",
    "close_matter",
    "assess_breach",
    "notify_authority",
    "tell_people",
    "people_or_reason",
    "follow_up_breach",
    "close_breach",
)
"""Every next step of these kinds of case."""

_NEAR = timedelta(days=5)
"""How long before the authority's day more time is asked for, while questions are open."""


@dataclass(frozen=True, slots=True)
class WorkLeft:
    """What the working file of a case leaves to do: questions without finding or answer, none put yet, promises not kept."""

    questions: bool = False
    unasked: bool = False
    promises: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A step: its code, its act, its letter, and the law under which it is done where it is done law by law."""

    code: str
    act: Act | None
    letter: LetterKind | None = None
    law: str = ""


def choose(case: Case, lines: Sequence[DeadlineLine], left: WorkLeft, *, now: datetime) -> Choice:
    """Return what the officer should do now in a case that is no request, is open and has no letter waiting.

    Args:
        case: the case.
        lines: its clocks as they stand now.
        left: what its working file leaves to do.
        now: aware instant.
    """
    return _CHOOSERS[case.kind](case, lines, left, now)


def _complaint(case: Case, lines: Sequence[DeadlineLine], left: WorkLeft, _now: datetime) -> Choice:  # noqa: PLR0911  as above
    phase = phase_of(case)
    if phase is Phase.ANSWERED:
        return Choice("close", Act.CLOSE)
    if complaint_decision(case) is not None:
        return Choice("write_outcome", Act.COMPOSE, LetterKind.COMPLAINT_OUTCOME)
    if phase is Phase.AWAITING_AUTHORITY:
        return Choice("complaint_with_authority", Act.CLOSE)
    # Asked to put it in writing, the person knows that it came; a law's own clock wants the acknowledgement all the same.
    due = any(line.kind == LimitKind.COMPLAINT_ACK and _owed(line) for line in lines)
    if case.last(EventKind.ACKNOWLEDGED) is None and (due or phase is not Phase.WRITING_ASKED):
        return Choice("acknowledge_complaint", Act.COMPOSE, LetterKind.COMPLAINT_ACKNOWLEDGEMENT)
    if phase is Phase.WRITING_ASKED:
        return Choice("await_writing", Act.INVESTIGATE)
    received = case.last(EventKind.COMPLAINT_RECEIVED)
    spoken = received is not None and received.detail("written") == "no"
    if spoken and case.last(EventKind.PUT_IN_WRITING) is None:
        return Choice("ask_in_writing", Act.COMPOSE, LetterKind.COMPLAINT_IN_WRITING)
    return Choice("investigate", Act.INVESTIGATE) if left.questions else Choice("decide_complaint", Act.DECIDE_COMPLAINT)


def _matter(case: Case, lines: Sequence[DeadlineLine], left: WorkLeft, now: datetime) -> Choice:  # noqa: PLR0911  one return per step reads as the table it is
    phase = phase_of(case)
    if phase is Phase.AUTHORITY_DECIDED:
        return Choice("keep_undertakings", Act.RECORD_AUTHORITY) if left.promises else Choice("close_matter", Act.CLOSE)
    if phase is Phase.AWAITING_AUTHORITY:
        return Choice("await_authority", Act.RECORD_AUTHORITY)
    asked = case.last(EventKind.REGULATOR_ENQUIRY_RECEIVED)
    if asked is not None and phase is Phase.RECEIVED:
        return Choice("acknowledge_authority", Act.COMPOSE, LetterKind.AUTHORITY_ACKNOWLEDGEMENT)
    if _more_time_unwritten(case):
        return Choice("write_more_time", Act.COMPOSE, LetterKind.AUTHORITY_MORE_TIME)
    if left.unasked and asked is None:
        return Choice("turn_to_authority", Act.COMPOSE, LetterKind.AUTHORITY)
    if not left.questions and not left.unasked:
        return Choice("write_submission", Act.COMPOSE, LetterKind.AUTHORITY_SUBMISSION)
    near = any(
        line.kind == AUTHORITY_DEADLINE and line.due is not None and now <= end_of(line.due, line.zone) <= now + _NEAR
        for line in lines
    )
    if near and _open(case, EventKind.MORE_TIME_ASKED, EventKind.MORE_TIME_ANSWERED) is None:
        return Choice("ask_more_time", Act.RECORD_AUTHORITY)
    return Choice("answer_questions", Act.ANSWER_AUTHORITY)


def _breach(case: Case, lines: Sequence[DeadlineLine], _left: WorkLeft, _now: datetime) -> Choice:  # noqa: PLR0911  as above
    assessed = case.last(EventKind.RISK_ASSESSED)
    if assessed is None:
        return Choice("assess_breach", Act.HANDLE_BREACH)
    law = _nearest(case, lines, LimitKind.BREACH_AUTHORITY, "authority")
    if law:
        return Choice("notify_authority", Act.COMPOSE, LetterKind.BREACH_NOTICE, law)
    law = _nearest(case, lines, LimitKind.BREACH_SUBJECT, "subjects")
    if law and assessed.detail("risk") == Risk.HIGH:
        return Choice("tell_people", Act.COMPOSE, LetterKind.BREACH_SUBJECTS, law)
    if law:
        return Choice("people_or_reason", None, None, law)
    final = next((line.law for line in lines if line.kind == LimitKind.BREACH_FINAL and _owed(line)), "")
    if final and any(event.kind is EventKind.BREACH_FOLLOWED_UP and event.detail("law") == final for event in case.standing):
        return Choice("follow_up_breach", None, None, final)  # which notice is the final one, only the officer can say
    if final:
        return Choice("follow_up_breach", Act.COMPOSE, LetterKind.BREACH_FOLLOW_UP, final)
    return Choice("close_breach", Act.CLOSE)


def _nearest(case: Case, lines: Sequence[DeadlineLine], kind: LimitKind, who: str) -> str:
    """Return the law under which somebody is to be told first: by its clock, else in the order of the case; empty for none."""
    untold = [one.law for one in case.laws if who in untold_under(case, one.law)]
    ends = {
        line.law: end_of(line.due, line.zone)
        for line in reversed(lines)
        if line.kind == kind and line.due is not None and _owed(line)
    }
    later = datetime.max.replace(tzinfo=UTC)
    return min(untold, key=lambda law: ends.get(law, later), default="")


def _owed(line: DeadlineLine) -> bool:
    return line.state in {"running", "paused", "open_ended"}


def _more_time_unwritten(case: Case) -> bool:
    """Return whether more time was asked for, is not answered, and no letter that asks for it was written since."""
    asked = _open(case, EventKind.MORE_TIME_ASKED, EventKind.MORE_TIME_ANSWERED)
    if asked is None:
        return False
    written = (event for event in case.standing if event.kind is EventKind.LETTER_DRAFTED and event.seq > asked.seq)
    return not any(event.detail("kind") == LetterKind.AUTHORITY_MORE_TIME.value for event in written)


def _open(case: Case, asked: EventKind, answer: EventKind) -> CaseEvent | None:
    question, answered = case.last(asked), case.last(answer)
    return question if question is not None and (answered is None or answered.seq < question.seq) else None


_CHOOSERS: Mapping[CaseKind, Callable[[Case, Sequence[DeadlineLine], WorkLeft, datetime], Choice]] = {
    CaseKind.COMPLAINT: _complaint,
    CaseKind.MATTER: _matter,
    CaseKind.BREACH: _breach,
}
