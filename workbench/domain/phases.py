"""Phases: where a case stands, computed from facts, and what each phase permits."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.cases import Case, CaseEvent, EventKind
from workbench.domain.decisions import Outcome
from workbench.domain.letters import Letter, LetterKind, LetterState
from workbench.domain.rights import Right


@dataclass(frozen=True, slots=True)
class Telling:
    """Which decisions a kind of letter is about: those on these rights that came out so."""

    rights: frozenset[Right]
    outcomes: frozenset[Outcome]


_EVERY_RIGHT = frozenset(Right)
_DONE = frozenset({Outcome.GRANTED, Outcome.PARTLY})
_DONE_OR_NOT = _DONE | {Outcome.REFUSED}

TELLS: Mapping[LetterKind, Telling] = {
    LetterKind.ANSWER: Telling(_EVERY_RIGHT, _DONE | {Outcome.NOTHING_HELD, Outcome.OUT_OF_SCOPE, Outcome.NOT_CONTROLLER}),
    LetterKind.RECTIFICATION: Telling(frozenset({Right.RECTIFICATION}), _DONE_OR_NOT),
    LetterKind.ERASURE: Telling(frozenset({Right.ERASURE}), _DONE_OR_NOT),
    LetterKind.RESTRICTION: Telling(frozenset({Right.RESTRICTION}), _DONE_OR_NOT),
    LetterKind.OBJECTION: Telling(
        frozenset({Right.OBJECTION, Right.MARKETING_OPTOUT, Right.OPT_OUT_SALE, Right.LIMIT_SENSITIVE}), _DONE_OR_NOT
    ),
    LetterKind.PORTABILITY: Telling(frozenset({Right.PORTABILITY}), _DONE),
    LetterKind.AUTOMATED_DECISION: Telling(frozenset({Right.AUTOMATED_DECISION}), _DONE_OR_NOT),
    LetterKind.CONSENT_WITHDRAWAL: Telling(frozenset({Right.WITHDRAW_CONSENT}), _DONE),
    LetterKind.REFUSAL: Telling(_EVERY_RIGHT, frozenset({Outcome.REFUSED})),
    LetterKind.NOTHING_HELD: Telling(_EVERY_RIGHT, frozenset({Outcome.NOTHING_HELD})),
    LetterKind.NOT_CONTROLLER: Telling(_EVERY_RIGHT, frozenset({Outcome.NOT_CONTROLLER})),
}
"""The decisions that a kind of letter tells the person."""

PASSED_ON = Telling(frozenset({Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION}), _DONE)
"""The decisions that whoever got the data must hear of."""

ANSWERS: frozenset[LetterKind] = frozenset(TELLS)
"""The kinds that tell the person a decision."""

COMPLAINTS: frozenset[LetterKind] = frozenset(
    {LetterKind.COMPLAINT_ACKNOWLEDGEMENT, LetterKind.COMPLAINT_PROGRESS, LetterKind.COMPLAINT_OUTCOME}
)
"""The kinds that answer a complaint to the office itself."""

ASKED_BY: Mapping[LetterKind, EventKind] = {
    LetterKind.IDENTITY: EventKind.IDENTITY_REQUESTED,
    LetterKind.CLARIFICATION: EventKind.CLARIFICATION_REQUESTED,
    LetterKind.FEE_NOTICE: EventKind.FEE_NOTIFIED,
}
"""The kinds that ask the person for something, which may hold a clock, and the event that their sending is."""

ANSWERED_BY: Mapping[EventKind, frozenset[EventKind]] = {
    EventKind.IDENTITY_REQUESTED: frozenset(
        {EventKind.IDENTITY_INFO_RECEIVED, EventKind.IDENTITY_VERIFIED, EventKind.IDENTITY_NOT_PROVED}
    ),
    EventKind.CLARIFICATION_REQUESTED: frozenset({EventKind.CLARIFICATION_RECEIVED}),
    EventKind.FEE_NOTIFIED: frozenset({EventKind.FEE_PAID, EventKind.FEE_CONFIRMED}),
}
"""What answers each question to the person."""


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

    A new decision on a right, or a reopened case, has to be told again; so has what a letter said that came back.
    """
    told: set[Right] = set()
    for event in case.standing:
        if event.kind in {EventKind.COMPLIED, EventKind.REFUSED}:
            told.update(rights_named(event.detail("rights")))
        if event.kind is EventKind.DECIDED:
            told.difference_update(rights_named(event.detail("right")))
        if event.kind is EventKind.REOPENED:
            anew = rights_named(event.detail("rights"))
            told = told.difference(anew) if anew else set()
    return frozenset(told)


def rights_named(listed: str) -> tuple[Right, ...]:
    """Return the rights in a comma-joined list, as event details keep them."""
    return tuple(Right(name) for name in listed.split(",") if name)


def withdrawn_rights(case: Case) -> frozenset[Right]:
    """Return the rights that the person took back."""
    return frozenset(right for right in case.request.rights if _outcome(case, right) is Outcome.WITHDRAWN)


def rights_to_tell(case: Case, kind: LetterKind) -> tuple[Right, ...]:
    """Return the decided rights that a letter of this kind would tell now, in the order of the request; see `TELLS`."""
    told = told_rights(case)
    return tuple(right for right in rights_shown(case, kind) if right not in told) if kind in TELLS else ()


def rights_shown(case: Case, kind: LetterKind) -> tuple[Right, ...]:
    """Return the decided rights that a letter of this kind can be about, told before or not, in the order of the request."""
    shown = shown_by(kind)
    if shown is None:
        return ()
    return tuple(right for right in case.request.rights if right in shown.rights and _outcome(case, right) in shown.outcomes)


def shown_by(kind: LetterKind) -> Telling | None:
    """Return the decisions that a kind of letter is about, whether or not it tells the person; None for none."""
    return PASSED_ON if kind is LetterKind.RECIPIENT_NOTICE else TELLS.get(kind)


def best_answer(case: Case) -> LetterKind | None:
    """Return the kind that tells what is decided and not told yet, the broadest first; None when nothing is left to tell.

    A letter of its own is for a case in which nothing else came out: no data held, or another controller.
    """
    left = [right for right in case.request.rights if right not in told_rights(case) and _outcome(case, right) is not None]
    outcomes = {_outcome(case, right) for right in left} - {Outcome.WITHDRAWN}
    if outcomes == {Outcome.NOTHING_HELD}:
        return LetterKind.NOTHING_HELD
    if outcomes == {Outcome.NOT_CONTROLLER}:
        return LetterKind.NOT_CONTROLLER
    if rights_to_tell(case, LetterKind.ANSWER):
        return LetterKind.ANSWER
    return LetterKind.REFUSAL if rights_to_tell(case, LetterKind.REFUSAL) else None


def without_occasion(case: Case, kind: LetterKind) -> str:
    """Return why a letter of this kind has nothing to say in a case now, as a word key of `occasion`; empty when it has."""
    if kind in TELLS:
        return "" if rights_to_tell(case, kind) else "nothing_to_tell"
    if kind is LetterKind.EXTENSION:
        return "" if case.last(EventKind.EXTENSION_NOTIFIED) is not None else "no_extension"
    if kind is LetterKind.CLOCK_NOTICE:
        return "" if _came_back(case) else "no_pause"
    if kind is LetterKind.RECIPIENT_NOTICE:
        return "" if rights_shown(case, kind) else "nothing_to_pass_on"
    if kind in COMPLAINTS:
        return "" if case.last(EventKind.COMPLAINT_RECEIVED) is not None else "no_complaint"
    return ""


def _came_back(case: Case) -> bool:
    """Return whether a question to the person was answered, so that a clock may have stood still or begun anew."""
    return any(
        answer.kind in ANSWERED_BY[asked.kind] and answer.seq > asked.seq
        for asked in case.standing
        if asked.kind in ANSWERED_BY
        for answer in case.standing
    )


def rights_told_by(case: Case, letter: Letter) -> tuple[Right, ...]:
    """Return the rights that an issued letter tells, fixed on the day it was issued."""
    issued = _issue_of(case, letter)
    return rights_named(issued.detail("rights")) if issued is not None else ()


def outdated(case: Case, letter: Letter) -> bool:
    """Return whether an issued letter was overtaken: a right it tells was decided again since, or another letter replaces it.

    Such a letter must not leave.
    """
    issued = _issue_of(case, letter)
    if issued is None or letter.state is not LetterState.ISSUED:
        return False
    if any(other.corrects == letter.number and other.state is not LetterState.DRAFT for other in case.letters):
        return True
    rights = set(rights_named(issued.detail("rights")))
    return any(event.seq > issued.seq and rights & set(_overtaken_by(event)) for event in case.events)


def _overtaken_by(event: CaseEvent) -> tuple[Right, ...]:
    """Return the rights whose decisions an event overtakes."""
    if event.kind is EventKind.DECIDED:
        return rights_named(event.detail("right"))
    return rights_named(event.detail("rights")) if event.kind is EventKind.REOPENED else ()


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
    return _open_question(case, EventKind.IDENTITY_REQUESTED, *ANSWERED_BY[EventKind.IDENTITY_REQUESTED])


def clarification_open(case: Case) -> bool:
    """Return whether the person was asked what they mean and has not answered yet."""
    return _open_question(case, EventKind.CLARIFICATION_REQUESTED, *ANSWERED_BY[EventKind.CLARIFICATION_REQUESTED])


def fee_open(case: Case) -> bool:
    """Return whether the person was told of a fee and has neither paid nor confirmed it yet."""
    return _open_question(case, EventKind.FEE_NOTIFIED, *ANSWERED_BY[EventKind.FEE_NOTIFIED])


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
