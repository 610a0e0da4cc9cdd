"""Phases: where a case stands, computed from facts, and what each phase permits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.domain.breaches import Risk
from workbench.domain.cases import Case, CaseEvent, CaseKind, EventKind
from workbench.domain.decisions import ERASING, Outcome
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
    {
        LetterKind.COMPLAINT_ACKNOWLEDGEMENT,
        LetterKind.COMPLAINT_IN_WRITING,
        LetterKind.COMPLAINT_PROGRESS,
        LetterKind.COMPLAINT_OUTCOME,
        LetterKind.COMPLAINT_PASSED_ON,
    }
)
"""The kinds that answer a complaint to the office itself."""

_OF_COMPLAINTS = frozenset({LetterKind.COMPLAINT_IN_WRITING, LetterKind.COMPLAINT_PASSED_ON})
_OF_MATTERS = frozenset(kind for kind in LetterKind if kind.value.startswith("authority"))
_OF_BREACHES = frozenset(kind for kind in LetterKind if kind.value.startswith("breach"))

LETTERS_OF: Mapping[CaseKind, frozenset[LetterKind]] = {
    CaseKind.REQUEST: frozenset(LetterKind) - (_OF_COMPLAINTS | _OF_MATTERS | _OF_BREACHES) | {LetterKind.AUTHORITY},
    CaseKind.COMPLAINT: COMPLAINTS | {LetterKind.AUTHORITY, LetterKind.SYSTEM_REQUEST},
    CaseKind.MATTER: _OF_MATTERS | {LetterKind.SYSTEM_REQUEST},
    CaseKind.BREACH: _OF_BREACHES | {LetterKind.AUTHORITY, LetterKind.SYSTEM_REQUEST},
}
"""The kinds of letter that a kind of case has; a complaint that came within a request is answered there."""

ASKED_BY: Mapping[LetterKind, EventKind] = {
    LetterKind.IDENTITY: EventKind.IDENTITY_REQUESTED,
    LetterKind.CLARIFICATION: EventKind.CLARIFICATION_REQUESTED,
    LetterKind.FEE_NOTICE: EventKind.FEE_NOTIFIED,
}
"""The kinds that ask the person for something, which may hold a clock, and the event that their sending is."""

CARRIED_OUT_BY: Mapping[Right, EventKind] = {
    Right.ERASURE: EventKind.ERASURE_DONE,
    Right.RESTRICTION: EventKind.RESTRICTION_DONE,
}
"""The rights whose granting is carried out on the data, and the event that this is."""

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
    WRITING_ASKED = "writing_asked"
    AWAITING_AUTHORITY = "awaiting_authority"
    AUTHORITY_DECIDED = "authority_decided"
    NOTICES_DONE = "notices_done"
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
    RECORD_DONE = "record_done"
    COMPOSE = "compose"
    APPROVE = "approve"
    DISPATCH = "dispatch"
    ATTACH = "attach"
    NOTE = "note"
    CLOSE = "close"
    REOPEN = "reopen"
    INVESTIGATE = "investigate"
    DECIDE_COMPLAINT = "decide_complaint"
    TAKE_TO_AUTHORITY = "take_to_authority"
    ANSWER_AUTHORITY = "answer_authority"
    RECORD_AUTHORITY = "record_authority"
    HANDLE_BREACH = "handle_breach"


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
    Act.RECORD_DONE,
    Act.COMPOSE,
    Act.APPROVE,
    Act.DISPATCH,
}

_ANY_KIND = _ALWAYS | {Act.OVERRIDE, Act.COMPOSE, Act.APPROVE, Act.DISPATCH}

PERMITTED: dict[Phase, frozenset[Act]] = {
    Phase.RECEIVED: _OPEN,
    Phase.IDENTITY_ASKED: _OPEN,
    Phase.CLARIFICATION_ASKED: _OPEN,
    Phase.IN_PROGRESS: _OPEN,
    Phase.PARTLY_DECIDED: _OPEN,
    Phase.DECIDED: _OPEN,
    Phase.TO_APPROVE: _OPEN,
    Phase.TO_DISPATCH: _OPEN,
    Phase.ANSWERED: _ALWAYS
    | {Act.RECORD_EVENT, Act.RECORD_DONE, Act.COMPOSE, Act.APPROVE, Act.DISPATCH, Act.CLOSE, Act.REOPEN},
    Phase.WRITING_ASKED: _ANY_KIND,
    Phase.AWAITING_AUTHORITY: _ANY_KIND | {Act.CLOSE},
    Phase.AUTHORITY_DECIDED: _ANY_KIND | {Act.CLOSE},
    Phase.NOTICES_DONE: _ANY_KIND | {Act.CLOSE},
    Phase.CLOSED: _ALWAYS | {Act.REOPEN},
}
"""What each phase permits of what every kind of case knows; `permitted` is what services refuse by and the screen greys out by."""

_AT_WORK: Mapping[CaseKind, frozenset[Act]] = {
    CaseKind.COMPLAINT: _ANY_KIND | {Act.INVESTIGATE, Act.DECIDE_COMPLAINT, Act.TAKE_TO_AUTHORITY},
    CaseKind.MATTER: _ANY_KIND | {Act.ANSWER_AUTHORITY, Act.RECORD_AUTHORITY},
    CaseKind.BREACH: _ANY_KIND | {Act.RECORD_EVENT, Act.HANDLE_BREACH},
}
_ENDED = frozenset({Phase.ANSWERED, Phase.AWAITING_AUTHORITY, Phase.AUTHORITY_DECIDED, Phase.NOTICES_DONE})
"""The phases after which a case that is no request can be closed."""


ACTS_OF: Mapping[CaseKind, frozenset[Act]] = {
    CaseKind.REQUEST: frozenset().union(*PERMITTED.values()),
    **{kind: acts | {Act.CLOSE, Act.REOPEN} for kind, acts in _AT_WORK.items()},
}
"""Every act that a kind of case knows in some phase."""


def permitted(case: Case) -> frozenset[Act]:
    """Return what can be done to a case where it stands."""
    phase = phase_of(case)
    if case.kind is CaseKind.REQUEST:
        return PERMITTED[phase]
    if phase is Phase.CLOSED:
        return PERMITTED[phase]
    at_work = _AT_WORK[case.kind]
    if case.kind is CaseKind.COMPLAINT and complaint_decision(case) is not None:
        at_work -= {Act.INVESTIGATE, Act.DECIDE_COMPLAINT}
    return at_work | {Act.CLOSE} if phase in _ENDED else at_work


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


def granted_on_data(case: Case) -> tuple[Right, ...]:
    """Return the rights that were granted, in whole or in part, and are carried out on the data, in the order of the request."""
    return tuple(right for right in case.request.rights if right in CARRIED_OUT_BY and _outcome(case, right) in ERASING)


def carried_out(case: Case, right: Right) -> CaseEvent | None:
    """Return the event by which the newest decision on a right was carried out; None while it was not."""
    kind, found = CARRIED_OUT_BY.get(right), None
    for event in case.events if case.decision(right) is not None else ():
        if event.kind is EventKind.DECIDED and event.detail("right") == right.value:
            found = None
        elif event.kind is kind:
            found = event
    return found


def left_to_carry_out(case: Case) -> tuple[Right, ...]:
    """Return the granted rights of which nobody has recorded that they were carried out."""
    return tuple(right for right in granted_on_data(case) if carried_out(case, right) is None)


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


def without_occasion(case: Case, kind: LetterKind) -> str:  # noqa: PLR0911  one return per kind reads as the table it is
    """Return why a letter of this kind has nothing to say in a case now, as a word key of `occasion`; empty when it has."""
    if kind not in LETTERS_OF[case.kind]:
        return "other_case"
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
    if kind is LetterKind.AUTHORITY_MORE_TIME:
        return "" if case.last(EventKind.MORE_TIME_ASKED) is not None else "no_more_time"
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

    The outcome of a complaint is overtaken when the complaint is decided again or taken up again. Such a letter must not leave.
    """
    issued = _issue_of(case, letter)
    if issued is None or letter.state is not LetterState.ISSUED:
        return False
    if any(other.corrects == letter.number and other.state is not LetterState.DRAFT for other in case.letters):
        return True
    if case.kind is CaseKind.COMPLAINT and letter.kind is LetterKind.COMPLAINT_OUTCOME:
        anew = {EventKind.COMPLAINT_DECIDED, EventKind.REOPENED}
        return any(event.seq > issued.seq and event.kind in anew for event in case.events)
    rights = set(rights_named(issued.detail("rights")))
    return any(event.seq > issued.seq and rights & set(_overtaken_by(event)) for event in case.events)


def _overtaken_by(event: CaseEvent) -> tuple[Right, ...]:
    """Return the rights whose decisions an event overtakes."""
    if event.kind is EventKind.DECIDED:
        return rights_named(event.detail("right"))
    return rights_named(event.detail("rights")) if event.kind is EventKind.REOPENED else ()


def answered(case: Case) -> bool:
    """Return whether every right of the request has been decided and told to the person; of another kind of case, see `phase_of`."""
    if case.kind is not CaseKind.REQUEST:
        return phase_of(case) in _ENDED
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
    if case.kind is not CaseKind.REQUEST:
        return _PHASES[case.kind](case)
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


# Complaints, matters and breaches


def _since_reopened(case: Case) -> tuple[CaseEvent, ...]:
    again = max((event.seq for event in case.standing if event.kind is EventKind.REOPENED), default=0)
    return tuple(event for event in case.standing if event.seq > again)


def _begun(case: Case, *quiet: EventKind) -> Phase:
    still = {EventKind.EVIDENCE_ADDED, EventKind.NOTE, EventKind.REOPENED, *quiet}
    return Phase.IN_PROGRESS if any(event.kind not in still for event in case.standing) else Phase.RECEIVED


def complaint_decision(case: Case) -> CaseEvent | None:
    """Return the event by which a complaint was decided; None while it is not, also where it was reopened since."""
    decided = (event for event in reversed(_since_reopened(case)) if event.kind is EventKind.COMPLAINT_DECIDED)
    return next(decided, None)


def _phase_of_complaint(case: Case) -> Phase:
    decided = complaint_decision(case)
    passed_on = case.last(EventKind.PASSED_ON)
    told = case.last(EventKind.COMPLIED)
    if decided is not None and (decided.detail("outcome") == "withdrawn" or (told is not None and told.seq > decided.seq)):
        return Phase.ANSWERED
    if decided is not None:
        outcomes = (letter for letter in case.letters if letter.kind is LetterKind.COMPLAINT_OUTCOME)
        states = {letter.state for letter in outcomes if not outdated(case, letter)}
        waiting = Phase.TO_APPROVE if LetterState.DRAFT in states else Phase.DECIDED
        return Phase.TO_DISPATCH if LetterState.ISSUED in states else waiting
    if passed_on is not None:
        return Phase.AWAITING_AUTHORITY
    if _open_question(case, EventKind.WRITING_ASKED, EventKind.PUT_IN_WRITING):
        return Phase.WRITING_ASKED
    return _begun(case, EventKind.COMPLAINT_RECEIVED)


def authority_words(case: Case) -> tuple[CaseEvent, ...]:
    """Return what an authority said of its deadline, in the order in which it said so, whenever that was written down.

    A day that the office reads differently, without a new letter, was said by nobody since: it stands in the place of the newest
    word that there was.
    """
    said: list[tuple[datetime, CaseEvent]] = []
    for event in case.standing:
        if event.kind not in {EventKind.AUTHORITY_DEADLINE_SET, EventKind.MORE_TIME_ANSWERED} or not event.detail("due"):
            continue
        read_again = event.kind is EventKind.AUTHORITY_DEADLINE_SET and event.detail("new_letter") != "yes"
        at = max((one for one, _ in said), default=event.occurred_at) if read_again else event.occurred_at
        said.append((at, event))
    return tuple(event for _, event in sorted(said, key=lambda one: (one[0], one[1].seq)))


def _phase_of_matter(case: Case) -> Phase:
    turns = [
        event
        for event in _since_reopened(case)
        if event.kind in {EventKind.AUTHORITY_DECIDED, EventKind.SUBMISSION_SENT, EventKind.AUTHORITY_DEADLINE_SET}
        or (event.kind is EventKind.AUTHORITY_WROTE and event.detail("asks") == "yes")
    ]
    last = max(turns, key=lambda event: (event.occurred_at, event.seq), default=None)
    if last is not None and last.kind is EventKind.AUTHORITY_DECIDED:
        return Phase.AUTHORITY_DECIDED
    if last is not None and last.kind is EventKind.SUBMISSION_SENT:
        return Phase.AWAITING_AUTHORITY
    return _begun(case, EventKind.MATTER_OPENED, EventKind.REGULATOR_ENQUIRY_RECEIVED, EventKind.AUTHORITY_DEADLINE_SET)


def _phase_of_breach(case: Case) -> Phase:
    done = case.last(EventKind.RISK_ASSESSED) is not None and not any(untold_under(case, law.law) for law in case.laws)
    if done:
        return Phase.NOTICES_DONE
    return _begun(
        case,
        EventKind.BREACH_OCCURRED,
        EventKind.BREACH_SUSPECTED,
        EventKind.BREACH_AWARE,
    )


def untold_under(case: Case, law: str) -> frozenset[str]:
    """Return who has neither been told of a breach under a law nor been left untold with a reason: `authority`, `subjects`."""
    told = {who for event in _under(case, law) for who in (_TOLD_BY.get(event.kind),) if who is not None}
    return frozenset(_TOLD_BY.values()) - told - left_untold(case, law)


def left_untold(case: Case, law: str) -> frozenset[str]:
    """Return who is left untold of a breach under a law with a reason that still holds: `authority`, `subjects`.

    A reason holds no longer once the risk is found greater than it was, nor once they were told all the same.
    """
    left: set[str] = set()
    risk = len(Risk)
    for event in _under(case, law):
        if event.kind is EventKind.NOTICE_NOT_OWED:
            left.add(event.detail("who"))
        elif event.kind is EventKind.RISK_ASSESSED:
            found = tuple(Risk).index(Risk(event.detail("risk")))
            if found > risk:
                left.clear()
            risk = found
        else:
            left.discard(_TOLD_BY.get(event.kind, ""))
    return frozenset(left)


_TOLD_BY: Mapping[EventKind, str] = {
    EventKind.BREACH_REPORTED_INITIAL: "authority",
    EventKind.SUBJECTS_NOTIFIED: "subjects",
}


def _under(case: Case, law: str) -> tuple[CaseEvent, ...]:
    """Return the events that count under a law: those that name it, and those that name none."""
    return tuple(event for event in case.standing if event.detail("law") in {"", law})


_PHASES: Mapping[CaseKind, Callable[[Case], Phase]] = {
    CaseKind.COMPLAINT: _phase_of_complaint,
    CaseKind.MATTER: _phase_of_matter,
    CaseKind.BREACH: _phase_of_breach,
}
