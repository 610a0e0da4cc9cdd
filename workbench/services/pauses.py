"""Pauses: what a clock may wait for under each law of a case, and the waiting begun and ended.

A pause is what was asked and what came; whether a clock stands still meanwhile is the rulebook's business. A question of identity
or of meaning is the same event whether it was recorded here or in `identity`.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from workbench.domain.case_clocks import HOUSE_ACK, ClockLine, clocks_of
from workbench.domain.cases import Case, CaseEvent, EventKind, LawPlace
from workbench.domain.changes import Changes
from workbench.domain.commands import PauseClock, ResumeClock
from workbench.domain.errors import InvalidInputError, WorkbenchError
from workbench.domain.phases import Act
from workbench.domain.rulebooks import PauseEffect, PauseRule
from workbench.services import case_file
from workbench.services.events import BEFORE_RECEIPT
from workbench.services.lines import MoveLine, PauseChoice, PauseEffectLine
from workbench.services.moved import moves_between
from workbench.services.office import Desk

WAITS: Final = {
    EventKind.IDENTITY_REQUESTED: (
        EventKind.IDENTITY_INFO_RECEIVED,
        EventKind.IDENTITY_VERIFIED,
        EventKind.IDENTITY_NOT_PROVED,
    ),
    EventKind.CLARIFICATION_REQUESTED: (EventKind.CLARIFICATION_RECEIVED,),
    EventKind.FEE_NOTIFIED: (EventKind.FEE_PAID, EventKind.FEE_CONFIRMED),
}
"""What a clock may wait for, and the events that end the waiting; the first is the usual one."""


class PauseNotAllowedError(WorkbenchError):
    """No law of the case lets a clock wait for this; details `event`, `case`."""

    code = "pause_not_allowed"


class PauseOpenAlreadyError(WorkbenchError):
    """This was asked already and nothing came yet; details `event`, `case`."""

    code = "pause_open_already"


class ResumeWithoutPauseError(WorkbenchError):
    """Nothing was asked that this could answer; details `event`, `case`."""

    code = "resume_without_pause"


def pause_choices(desk: Desk, case_id: int) -> tuple[PauseChoice, ...]:
    """Return what the clocks of a case may wait for, with what each of its laws says to it.

    Raises:
        NotFoundError: there is no such case.
    """
    case = case_file.load(desk, case_id)
    return tuple(_choice(desk, case, opens) for opens in WAITS)


def pause_clock(command: PauseClock, desk: Desk) -> Changes:
    """Record that the person was asked for something that a law lets a clock wait for.

    Raises:
        NotPermittedError: the case is answered or closed.
        PauseNotAllowedError: no law of the case lets a clock wait for it.
        PauseOpenAlreadyError: it was asked already and nothing came yet.
        InvalidInputError: the instant cannot be, or the event begins no waiting.
    """
    case = case_file.load_for(desk, command.case_id, Act.PAUSE)
    if command.opens not in WAITS:
        raise InvalidInputError(field="event", problem="not_a_choice")
    at = case_file.checked_instant(desk, command.at, command.zone, "at", not_before=case.request.received_at)
    choice = _choice(desk, case, command.opens)
    if choice.open_since is not None:
        raise PauseOpenAlreadyError(event=command.opens.value, case=case.number)
    if not choice.allowed:
        raise PauseNotAllowedError(event=command.opens.value, case=case.number)
    case_file.record(desk, case, command.opens, occurred_at=at, zone=command.zone, text=command.text.strip())
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def resume_clock(command: ResumeClock, desk: Desk) -> Changes:
    """Record that what a clock waited for has come.

    Raises:
        NotPermittedError: the case is answered or closed.
        ResumeWithoutPauseError: nothing was asked that this could answer.
        InvalidInputError: the instant cannot be, or lies before the question.
    """
    case = case_file.load_for(desk, command.case_id, Act.RESUME)
    question = _open_question_for(case, command.closes)
    if question is None:
        raise ResumeWithoutPauseError(event=command.closes.value, case=case.number)
    at = case_file.checked_instant(desk, command.at, command.zone, "at", not_before=case.request.received_at)
    if at < question.occurred_at:
        raise InvalidInputError(field="at", problem="before_question")
    case_file.record(desk, case, command.closes, occurred_at=at, zone=command.zone, text=command.text.strip())
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def preview_event(
    desk: Desk, case_id: int, kind: EventKind, at: datetime, zone: str, *, details: tuple[tuple[str, str], ...] = ()
) -> tuple[MoveLine, ...]:
    """Return how the clocks of a case would move if an event were recorded at an instant; nothing is written.

    Args:
        desk: the desk.
        case_id: the case.
        kind: the event.
        at: when it happened.
        zone: the zone it is read in.
        details: of the event, such as the letter that came back.

    Raises:
        NotFoundError: there is no such case.
        InvalidInputError: the instant cannot be.
    """
    case = case_file.load(desk, case_id)
    earliest = None if kind in BEFORE_RECEIPT else case.request.received_at
    checked = case_file.checked_instant(desk, at, zone, "at", not_before=earliest)
    last = max((event.seq for event in case.events), default=0)
    event = CaseEvent(0, last + 1, kind, checked, zone, desk.now, desk.officer.id, details)
    return moves_between(case, _lines(desk, case), _lines(desk, replace(case, events=(*case.events, event))), ("event",))


def _lines(desk: Desk, case: Case) -> tuple[ClockLine, ...]:
    kept = {one.place: case_file.calendar_of(desk, case, one.law, one.place) for one in case.laws}
    books = {one.law: desk.rulebook_of(case, one.law) for one in case.laws}
    return tuple(clock.line for clock in clocks_of(case, books, kept) if clock.line.kind != HOUSE_ACK)


def _choice(desk: Desk, case: Case, opens: EventKind) -> PauseChoice:
    effects = tuple(_effect(desk, case, one, opens) for one in case.laws)
    question = _question(case, opens)
    return PauseChoice(
        opens=opens,
        closes=_closes(desk, case, opens),
        allowed=any(one.stands_still for one in effects),
        open_since=_local(question.occurred_at, question.zone) if question is not None else None,
        effects=effects,
    )


def _effect(desk: Desk, case: Case, one: LawPlace, opens: EventKind) -> PauseEffectLine:
    rule = _rule(desk, case, one.law, opens)
    still = rule is not None and rule.effect is not PauseEffect.NONE
    return PauseEffectLine(
        law=one.law,
        place=one.place,
        stands_still=still,
        effect=rule.effect if rule is not None else None,
        guidance=rule.guidance if rule is not None else False,
        source=rule.source if rule is not None else None,
    )


def _rule(desk: Desk, case: Case, law: str, opens: EventKind) -> PauseRule | None:
    """Return what a law of a case says to a question: the rule that holds today for a right of the case."""
    today = desk.today()
    rights = set(case.request.rights)
    for rule in desk.rulebook_of(case, law).pauses:
        begun = rule.effective_from is None or rule.effective_from <= today
        if rule.opens == opens.value and begun and (not rule.rights or rights & set(rule.rights)):
            return rule
    return None


def _closes(desk: Desk, case: Case, opens: EventKind) -> EventKind:
    """Return the event that ends the waiting under the laws of the case, the usual one where none says."""
    for one in case.laws:
        rule = _rule(desk, case, one.law, opens)
        if rule is not None and rule.effect is not PauseEffect.NONE:
            return EventKind(rule.closes)
    return WAITS[opens][0]


def _question(case: Case, opens: EventKind) -> CaseEvent | None:
    """Return the question that nothing answered yet, if there is one."""
    question = case.last(opens)
    answer = case.last(*WAITS[opens])
    return question if question is not None and (answer is None or answer.seq < question.seq) else None


def _open_question_for(case: Case, closes: EventKind) -> CaseEvent | None:
    return next((_question(case, opens) for opens, answers in WAITS.items() if closes in answers), None)


def _local(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()
