"""Phases: where a case stands, computed from facts, and what each phase permits."""

from enum import StrEnum

from workbench.domain.cases import Case, CaseEvent, EventKind
from workbench.domain.decisions import Outcome
from workbench.domain.letters import Letter, LetterKind, LetterState
from workbench.domain.rights import Right

ANSWERS = frozenset({LetterKind.ANSWER, LetterKind.REFUSAL})
_TOLD_BY = {
    LetterKind.ANSWER: frozenset({Outcome.GRANTED, Outcome.PARTLY, Outcome.NOTHING_HELD}),
    LetterKind.REFUSAL: frozenset({Outcome.REFUSED}),
}


class Phase(StrEnum):
    """Where the case stands."""

    RECEIVED = "received"
    IDENTITY_ASKED = "identity_asked"
    CLARIFICATION_ASKED = "clarification_asked"
    IN_PROGRESS = "in_progress"
    PARTLY_DECIDED = "partly_decided"
    DECIDED = "decided"
    TO_APPROVE = "to_approve"
    TO_DISPATCH = "to_dispatch"
    ANSWERED = "answered"
    CLOSED = "closed"


class Act(StrEnum):
    """What an officer can do to a case; each is one command."""

    ASK_FOR_IDENTITY = "ask_for_identity"
    RECORD_IDENTITY = "record_identity"
    ASK_FOR_CLARIFICATION = "ask_for_clarification"
    RECORD_CLARIFICATION = "record_clarification"
    PAUSE = "pause"
    RESUME = "resume"
    RECORD_EVENT = "record_event"
    OVERRIDE = "override"
    EXTEND = "extend"
    DECIDE = "decide"
    COMPOSE = "compose"
    APPROVE = "approve"
    DISPATCH = "dispatch"
    ATTACH = "attach"
    NOTE = "note"
    CLOSE = "close"
    REOPEN = "reopen"


_ALWAYS = frozenset({Act.ATTACH, Act.NOTE})
_OPEN = _ALWAYS | {
    Act.ASK_FOR_IDENTITY,
    Act.RECORD_IDENTITY,
    Act.ASK_FOR_CLARIFICATION,
    Act.RECORD_CLARIFICATION,
    Act.PAUSE,
    Act.RESUME,
    Act.RECORD_EVENT,
    Act.OVERRIDE,
    Act.EXTEND,
    Act.DECIDE,
    Act.COMPOSE,
    Act.APPROVE,
    Act.DISPATCH,
}

PERMITTED: dict[Phase, frozenset[Act]] = {
    Phase.RECEIVED: _OPEN,
    Phase.IDENTITY_ASKED: _OPEN,
    Phase.CLARIFICATION_ASKED: _OPEN,
    Phase.IN_PROGRESS: _OPEN,
    Phase.PARTLY_DECIDED: _OPEN,
    Phase.DECIDED: _OPEN,
    Phase.TO_APPROVE: _OPEN,
    Phase.TO_DISPATCH: _OPEN,
    Phase.ANSWERED: _ALWAYS | {Act.RECORD_EVENT, Act.COMPOSE, Act.APPROVE, Act.DISPATCH, Act.CLOSE},
    Phase.CLOSED: _ALWAYS | {Act.REOPEN},
}
"""What each phase permits; services refuse by it and the screen greys out by it."""


def _open_question(case: Case, asked: EventKind, *answers: EventKind) -> bool:
    question = case.last(asked)
    answer = case.last(*answers)
    return question is not None and (answer is None or answer.seq < question.seq)


def told_rights(case: Case) -> frozenset[Right]:
    """Return the rights on which the person has been told the newest decision.

    A new decision on a right, or a reopened case, has to be told again.
    """
    told: set[Right] = set()
    for event in case.events:
        if event.kind in {EventKind.COMPLIED, EventKind.REFUSED}:
            told.update(rights_named(event.detail("rights")))
        if event.kind is EventKind.DECIDED:
            told.difference_update(rights_named(event.detail("right")))
        if event.kind is EventKind.REOPENED:
            told.clear()
    return frozenset(told)


def rights_named(listed: str) -> tuple[Right, ...]:
    """Return the rights in a comma-joined list, as event details keep them."""
    return tuple(Right(name) for name in listed.split(",") if name)


def withdrawn_rights(case: Case) -> frozenset[Right]:
    """Return the rights that the person took back."""
    return frozenset(right for right in case.request.rights if _outcome(case, right) is Outcome.WITHDRAWN)


def rights_to_tell(case: Case, kind: LetterKind) -> tuple[Right, ...]:
    """Return the decided rights that a letter of this kind would tell now, in the order of the request.

    An answer tells what was granted, partly granted or not held, a refusal what was refused; other kinds tell nothing.
    """
    outcomes = _TOLD_BY.get(kind, frozenset())
    told = told_rights(case)
    return tuple(right for right in case.request.rights if right not in told and _outcome(case, right) in outcomes)


def rights_told_by(case: Case, letter: Letter) -> tuple[Right, ...]:
    """Return the rights that an issued letter tells, fixed on the day it was issued."""
    issued = _issue_of(case, letter)
    return rights_named(issued.detail("rights")) if issued is not None else ()


def outdated(case: Case, letter: Letter) -> bool:
    """Return whether a right that an issued letter tells was decided again since: such a letter must not leave."""
    issued = _issue_of(case, letter)
    if issued is None or letter.state is not LetterState.ISSUED:
        return False
    rights = set(rights_named(issued.detail("rights")))
    return any(
        event.kind is EventKind.DECIDED and event.seq > issued.seq and rights & set(rights_named(event.detail("right")))
        for event in case.events
    )


def answered(case: Case) -> bool:
    """Return whether every right of the request has been decided and told to the person."""
    done = told_rights(case) | withdrawn_rights(case)
    return all(right in done for right in case.request.rights)


def closed(case: Case) -> bool:
    """Return whether the case is closed, and not reopened since."""
    closing = case.last(EventKind.CLOSED, EventKind.REOPENED)
    return closing is not None and closing.kind is EventKind.CLOSED


def identity_open(case: Case) -> bool:
    """Return whether proof of identity was asked for and nothing has come of it yet."""
    return _open_question(
        case,
        EventKind.IDENTITY_REQUESTED,
        EventKind.IDENTITY_INFO_RECEIVED,
        EventKind.IDENTITY_VERIFIED,
        EventKind.IDENTITY_NOT_PROVED,
    )


def clarification_open(case: Case) -> bool:
    """Return whether the person was asked what they mean and has not answered yet."""
    return _open_question(case, EventKind.CLARIFICATION_REQUESTED, EventKind.CLARIFICATION_RECEIVED)


def _outcome(case: Case, right: Right) -> Outcome | None:
    decision = case.decision(right)
    return decision.outcome if decision is not None else None


def _issue_of(case: Case, letter: Letter) -> CaseEvent | None:
    return next(
        (
            event
            for event in reversed(case.events)
            if event.kind is EventKind.LETTER_ISSUED and event.detail("letter") == letter.number
        ),
        None,
    )


def phase_of(case: Case) -> Phase:  # noqa: PLR0911  one return per phase reads as the table it is
    """Return where the case stands, folded from its events, decisions and letters."""
    if closed(case):
        return Phase.CLOSED
    if answered(case):
        return Phase.ANSWERED
    states = {letter.state for letter in case.letters if letter.kind in ANSWERS and not outdated(case, letter)}
    if LetterState.ISSUED in states:
        return Phase.TO_DISPATCH
    if LetterState.DRAFT in states:
        return Phase.TO_APPROVE
    decided = [right for right in case.request.rights if case.decision(right) is not None]
    if decided:
        return Phase.DECIDED if len(decided) == len(case.request.rights) else Phase.PARTLY_DECIDED
    if identity_open(case):
        return Phase.IDENTITY_ASKED
    if clarification_open(case):
        return Phase.CLARIFICATION_ASKED
    quiet = {EventKind.REQUEST_RECEIVED, EventKind.REQUEST_DATED, EventKind.EVIDENCE_ADDED, EventKind.NOTE, EventKind.REOPENED}
    started = any(event.kind not in quiet for event in case.events)
    return Phase.IN_PROGRESS if started else Phase.RECEIVED
