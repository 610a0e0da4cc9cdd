"""Phases: where a case stands, computed from facts, and what each phase permits."""

from enum import StrEnum

from workbench.domain.cases import Case, EventKind
from workbench.domain.decisions import Outcome
from workbench.domain.letters import LetterKind, LetterState

ANSWERS = frozenset({LetterKind.ANSWER, LetterKind.REFUSAL})


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
    Phase.ANSWERED: _ALWAYS | {Act.COMPOSE, Act.APPROVE, Act.DISPATCH, Act.CLOSE},
    Phase.CLOSED: _ALWAYS | {Act.REOPEN},
}
"""What each phase permits; services refuse by it and the screen greys out by it."""


def _open_question(case: Case, asked: EventKind, *answers: EventKind) -> bool:
    question = case.last(asked)
    answer = case.last(*answers)
    return question is not None and (answer is None or answer.seq < question.seq)


def answered(case: Case) -> bool:
    """Return whether every right of the request has been decided and told to the person."""
    told: set[str] = set()
    for event in case.events:
        if event.kind in {EventKind.COMPLIED, EventKind.REFUSED}:
            told.update(event.detail("rights").split(","))
        if event.kind is EventKind.REOPENED:
            told.clear()
    waived = {one.right for one in case.decisions if one.outcome is Outcome.WITHDRAWN}
    return all(right.value in told or right in waived for right in case.request.rights)


def phase_of(case: Case) -> Phase:  # noqa: PLR0911  one return per phase reads as the table it is
    """Return where the case stands, folded from its events, decisions and letters."""
    closing = case.last(EventKind.CLOSED, EventKind.REOPENED)
    if closing is not None and closing.kind is EventKind.CLOSED:
        return Phase.CLOSED
    if answered(case):
        return Phase.ANSWERED
    states = {letter.state for letter in case.letters if letter.kind in ANSWERS}
    if LetterState.ISSUED in states:
        return Phase.TO_DISPATCH
    if LetterState.DRAFT in states:
        return Phase.TO_APPROVE
    decided = [right for right in case.request.rights if case.decision(right) is not None]
    if decided:
        return Phase.DECIDED if len(decided) == len(case.request.rights) else Phase.PARTLY_DECIDED
    identity_answers = (EventKind.IDENTITY_INFO_RECEIVED, EventKind.IDENTITY_VERIFIED, EventKind.IDENTITY_NOT_PROVED)
    if _open_question(case, EventKind.IDENTITY_REQUESTED, *identity_answers):
        return Phase.IDENTITY_ASKED
    if _open_question(case, EventKind.CLARIFICATION_REQUESTED, EventKind.CLARIFICATION_RECEIVED):
        return Phase.CLARIFICATION_ASKED
    quiet = {EventKind.REQUEST_RECEIVED, EventKind.REQUEST_DATED, EventKind.EVIDENCE_ADDED, EventKind.NOTE, EventKind.REOPENED}
    started = any(event.kind not in quiet for event in case.events)
    return Phase.IN_PROGRESS if started else Phase.RECEIVED
