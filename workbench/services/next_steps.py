"""The next step: the one thing a case wants from the officer now, and by when.

Each code is a word key of the table `next_step`. The date is that of the binding clock that ends first.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from workbench.domain.case_clocks import EXTENSION_NOTICE, HOUSE_ACK, NOT_OWED, end_of
from workbench.domain.cases import Case, CaseKind, EventKind
from workbench.domain.clocks import ClockState
from workbench.domain.letters import LetterKind, LetterState
from workbench.domain.phases import (
    ANSWERS,
    Act,
    answered,
    best_answer,
    clarification_open,
    closed,
    identity_open,
    left_to_carry_out,
    outdated,
)
from workbench.domain.rights import Right
from workbench.services import next_of_kinds
from workbench.services.lines import DeadlineLine, NextStep
from workbench.services.next_of_kinds import Choice, WorkLeft

NEXT_STEPS: tuple[str, ...] = (
    "closed",
    "close",
    "carry_out",
    "send_again",
    "dispatch_letter",
    "dispatch_answer",
    "approve_letter",
    "approve_answer",
    "write_extension",
    "write_answer",
    "write_refusal",
    "await_identity",
    "await_identity_running",
    "await_clarification",
    "await_clarification_running",
    "check_identity",
    "decide_unproved",
    "acknowledge",
    "decide_access_first",
    "decide",
    "complete_dossier",
    "ask_approval",
    "await_approval",
    *next_of_kinds.STEPS,
)
"""Every next step there is."""

OF_ANSWERS: frozenset[str] = frozenset({"approve_answer", "dispatch_answer"})
"""The steps that wait while what the answer says no to, or erases, does not stand."""

_WITHOUT_DATE = frozenset({"closed", "close", "carry_out", "close_matter", "close_breach", "complaint_with_authority"})
_NOTHING_LEFT = WorkLeft()
_Choice = tuple[str, Act | None, LetterKind | None]


def next_step(
    case: Case, lines: Sequence[DeadlineLine], *, acknowledge: bool, now: datetime, left: WorkLeft = _NOTHING_LEFT
) -> NextStep:
    """Return what the officer should do now in a case.

    Args:
        case: the case.
        lines: its clocks as they stand now.
        acknowledge: whether the house acknowledges each request.
        now: aware instant.
        left: what the working file of a case that is no request leaves to do.
    """
    law = ""
    if case.kind is CaseKind.REQUEST:
        code, act, letter = _choice(case, lines, acknowledge=acknowledge)
    else:
        chosen = _choice_of_kind(case, lines, left, now=now)
        code, act, letter, law = chosen.code, chosen.act, chosen.letter, chosen.law
    owed = [line for line in lines if _owed(line) and law in {"", line.law}]
    later = datetime.max.replace(tzinfo=UTC)
    first = min(owed, key=lambda line: end_of(line.due, line.zone) if line.due is not None else later, default=None)
    if first is None or code in _WITHOUT_DATE:
        return NextStep(code, act, letter, None, None, case.request.zone, law)
    by: date | datetime | None = first.due
    if code == "acknowledge":
        house = next((line for line in lines if line.kind == HOUSE_ACK), None)
        target = house.reckoning.guide if house is not None else None
        by = target if first.due is None or (target is not None and not isinstance(first.due, datetime)) else first.due
    safe = first.safe if by == first.due else by
    return NextStep(code, act, letter, by, safe, first.zone, law)


def _owed(line: DeadlineLine) -> bool:
    standing = {ClockState.RUNNING.value, ClockState.PAUSED.value, ClockState.OPEN_ENDED.value}
    return line.state in standing and line.kind not in {EXTENSION_NOTICE, HOUSE_ACK, *NOT_OWED}


def _choice(case: Case, lines: Sequence[DeadlineLine], *, acknowledge: bool) -> _Choice:
    if closed(case):
        return "closed", Act.REOPEN, None
    return (
        _letters_waiting(case)
        or (_after_the_answer(case) if answered(case) else None)
        or _letters_wanted(case)
        or _questions(case, lines)
        or _beginning(case, acknowledge=acknowledge)
    )


def _after_the_answer(case: Case) -> _Choice:
    """Return what is left when everything was told: the answer says that it was done, so it is carried out before the case ends."""
    return ("carry_out", Act.RECORD_DONE, None) if left_to_carry_out(case) else ("close", Act.CLOSE, None)


def _choice_of_kind(case: Case, lines: Sequence[DeadlineLine], left: WorkLeft, *, now: datetime) -> Choice:
    if closed(case):
        return Choice("closed", Act.REOPEN)
    waiting = _letters_waiting(case)
    return Choice(*waiting) if waiting is not None else next_of_kinds.choose(case, lines, left, now=now)


def _letters_waiting(case: Case) -> _Choice | None:
    for letter in case.letters:
        if letter.state is LetterState.ISSUED and not outdated(case, letter):
            if letter.came_back:
                return "send_again", Act.DISPATCH, letter.kind
            return ("dispatch_answer" if letter.kind in ANSWERS else "dispatch_letter"), Act.DISPATCH, letter.kind
    for letter in case.letters:
        if letter.state is LetterState.DRAFT:
            return ("approve_answer" if letter.kind in ANSWERS else "approve_letter"), Act.APPROVE, letter.kind
    return None


def _letters_wanted(case: Case) -> _Choice | None:
    announced = {event.detail("law") for event in case.standing if event.kind is EventKind.EXTENSION_NOTIFIED}
    written = {
        event.detail("law") for event in case.standing if event.kind is EventKind.EXTENSION_NOTIFIED and event.detail("letter")
    }
    if announced - written:
        return "write_extension", Act.COMPOSE, LetterKind.EXTENSION
    undecided = any(case.decision(right) is None for right in case.request.rights)
    if undecided and not _access_holds_erasure(case):
        return None
    kind = best_answer(case)
    if kind is None:
        return None
    return ("write_refusal" if kind is LetterKind.REFUSAL else "write_answer"), Act.COMPOSE, kind


def _access_holds_erasure(case: Case) -> bool:
    asked = {Right.ACCESS, Right.ERASURE} <= set(case.request.rights)
    return asked and case.decision(Right.ACCESS) is not None and case.decision(Right.ERASURE) is None


def _questions(case: Case, lines: Sequence[DeadlineLine]) -> _Choice | None:
    running = not any(line.state == ClockState.PAUSED.value for line in lines)
    if identity_open(case):
        return ("await_identity_running" if running else "await_identity"), Act.RECORD_IDENTITY, None
    if clarification_open(case):
        return ("await_clarification_running" if running else "await_clarification"), Act.RECORD_CLARIFICATION, None
    last = case.last(EventKind.IDENTITY_INFO_RECEIVED, EventKind.IDENTITY_VERIFIED, EventKind.IDENTITY_NOT_PROVED)
    undecided = any(case.decision(right) is None for right in case.request.rights)
    if last is None or not undecided:
        return None
    if last.kind is EventKind.IDENTITY_INFO_RECEIVED:
        return "check_identity", Act.RECORD_IDENTITY, None
    return ("decide_unproved", Act.DECIDE, None) if last.kind is EventKind.IDENTITY_NOT_PROVED else None


def _beginning(case: Case, *, acknowledge: bool) -> _Choice:
    begun = case.last(EventKind.ACKNOWLEDGED, EventKind.IDENTITY_REQUESTED, EventKind.CLARIFICATION_REQUESTED)
    if acknowledge and begun is None and not case.decisions:
        return "acknowledge", Act.COMPOSE, LetterKind.ACKNOWLEDGEMENT
    both = {Right.ACCESS, Right.ERASURE} <= set(case.request.rights)
    first = both and case.decision(Right.ACCESS) is None
    return ("decide_access_first" if first else "decide"), Act.DECIDE, None
