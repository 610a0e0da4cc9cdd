"""Deadlines: the clocks of a case as screens show them, and the extension that a law permits.

A due day ends with midnight in the zone of the law; an instant is itself. Nothing here reads the machine's clock.
"""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workbench.domain import case_clocks
from workbench.domain.case_clocks import CaseClock, ClockLine
from workbench.domain.cases import Case, CaseEvent, Channel, EventKind, LawPlace, Request
from workbench.domain.changes import Changes
from workbench.domain.clocks import ClockState, Event, Reckoning
from workbench.domain.commands import ExtendDeadline
from workbench.domain.decisions import ExtensionNotAllowedError, ExtensionTooLongError, ExtensionUsedError, NoticeTooLateError
from workbench.domain.errors import InvalidInputError
from workbench.domain.parties import DataSubject
from workbench.domain.phases import Act
from workbench.domain.reckon import reckon, zone_of
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Limit, LimitKind
from workbench.services import case_file
from workbench.services.lines import DeadlineLine
from workbench.services.office import Desk


def list_deadlines(desk: Desk, case_id: int) -> tuple[DeadlineLine, ...]:
    """Return the clocks of a case as they stand now, each with its reckoning; what can no longer be owed is left out.

    Raises:
        NotFoundError: there is no such case.
        YearNotCoveredError: the calendar kept with the case ends before a clock does.
    """
    return lines_of(desk, case_file.load(desk, case_id))


def lines_of(desk: Desk, case: Case) -> tuple[DeadlineLine, ...]:
    """Return the clocks of a loaded case as they stand now."""
    return _shown(case_file.clocks(desk, case), case.id, case.number, now=desk.now)


def line_of(stored: ClockLine, case_id: int, number: str, *, now: datetime, reckoning: Reckoning | None = None) -> DeadlineLine:
    """Return one cached clock as a line; without `reckoning` the line has the dates but not the steps."""
    known = reckoning or Reckoning(
        limit_id=stored.limit_id,
        state=ClockState.OPEN_ENDED if stored.state == ClockState.OPEN_ENDED.value else ClockState.RUNNING,
        due=stored.due,
        safe=stored.safe,
        steps=(),
        guide=stored.guide,
    )
    open_now = case_clocks.still_open(stored, now)
    return DeadlineLine(
        case_id=case_id,
        number=number,
        law=stored.law,
        place=stored.place,
        limit_id=stored.limit_id,
        kind=stored.kind,
        rights=stored.rights,
        due=stored.due,
        safe=stored.safe,
        state=stored.state if open_now or not stored.open else ClockState.LAPSED.value,
        late=case_clocks.is_late(stored, now),
        zone=stored.zone,
        cite=stored.cite,
        answered_at=stored.answered_at,
        reckoning=known,
        paused_since=stored.paused_since,
        paused_by=stored.paused_by,
        override=stored.override,
    )


def preview_clocks(
    desk: Desk, laws: Sequence[LawPlace], rights: Sequence[Right], received_at: datetime, zone: str
) -> tuple[DeadlineLine, ...]:
    """Return the clocks that would run for a request, before its case is opened.

    Args:
        desk: the desk.
        laws: the laws and places chosen so far.
        rights: the rights chosen so far.
        received_at: when it arrived, aware.
        zone: the zone in which the officer reads that.

    Raises:
        LawUnknownError, PlaceUnknownError: a law or a place is not shipped.
        InvalidInputError: the receipt has no zone.
        YearNotCoveredError: no calendar covers the year.
    """
    if received_at.tzinfo is None:
        raise InvalidInputError(field="received_at", problem="no_zone")
    request = Request(received_at, zone, Channel.EMAIL, tuple(rights), "", "", "en")
    received = CaseEvent(0, 0, EventKind.REQUEST_RECEIVED, received_at, zone, received_at, desk.officer.id)
    snapshots = tuple(desk.snapshot(one.law, one.place, year=received_at.year) for one in laws)
    case = Case(
        id=0,
        number="",
        subject=DataSubject(""),
        requester=None,
        request=request,
        laws=tuple(laws),
        officer_id=desk.officer.id,
        opened_at=desk.now,
        events=(received,),
        calendars=snapshots,
    )
    if not laws or not rights:
        return ()
    return _shown(case_file.clocks(desk, case), 0, "", now=desk.now)


def preview_extension(desk: Desk, case_id: int, law: str, notified_at: datetime) -> Reckoning:
    """Return the reckoning under one law if the person were told of an extension at `notified_at`.

    `extension_void` says that the notice would come too late, `extended_due` how far the law lets the office go.

    Raises:
        InvalidInputError: the case does not stand under the law.
        ExtensionNotAllowedError: the law permits no extension for what is still owed.
        ExtensionUsedError: the one extension was announced already.
    """
    case = case_file.load(desk, case_id)
    return _with_notice(desk, case, law, notified_at, None)


def extend_deadline(command: ExtendDeadline, desk: Desk) -> Changes:
    """Extend the answer date of one case under one law; the letter that tells the person is the next step.

    Raises:
        NotPermittedError: the case is answered or closed.
        InvalidInputError: the law is not one of the case, the reason is empty, or the instant cannot be.
        ExtensionNotAllowedError: the law permits no extension for what is still owed.
        ExtensionUsedError: the one extension was announced already.
        NoticeTooLateError: the person must hear of an extension before the first limit ends.
        ExtensionTooLongError: the date asked for lies beyond what the law permits.
    """
    case = case_file.load_for(desk, command.case_id, Act.EXTEND)
    reason = case_file.required_text(command.reason, "extension_reason")
    at = case_file.checked_instant(desk, command.notified_at, command.zone, "notified_at", not_before=case.request.received_at)
    reckoning = _with_notice(desk, case, command.law, at, command.until_on)
    place = case.place_of(command.law)
    zone = zone_of(desk.rulebook(command.law), place.place) if place is not None else command.zone
    if reckoning.extension_void:
        raise NoticeTooLateError(
            law=command.law,
            notice_due=reckoning.extension_notice_due or desk.today(zone),
            notified_on=at.astimezone(ZoneInfo(zone)).date(),
        )
    latest = reckoning.extended_due
    if command.until_on is not None and latest is not None and command.until_on > latest:
        raise ExtensionTooLongError(law=command.law, latest=latest, until_on=command.until_on)
    until_on = command.until_on or latest
    details = {"law": command.law, "until_on": until_on.isoformat() if until_on is not None else ""}
    case_file.record(desk, case, EventKind.EXTENSION_NOTIFIED, occurred_at=at, zone=command.zone, details=details, text=reason)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def _with_notice(desk: Desk, case: Case, law: str, notified_at: datetime, until_on: date | None) -> Reckoning:
    place = case.place_of(law)
    if place is None:
        raise InvalidInputError(field="law", problem="not_in_case")
    if notified_at.tzinfo is None:
        raise InvalidInputError(field="notified_at", problem="no_zone")
    if any(event.kind is EventKind.EXTENSION_NOTIFIED and event.detail("law") == law for event in case.events):
        raise ExtensionUsedError(law=law, case=case.number)
    rulebook = desk.rulebook_of(case, law)
    extendable: list[tuple[ClockLine, Limit]] = []
    for clock in case_file.clocks(desk, case):
        line = clock.line
        if line.law != law or line.kind != LimitKind.RESPOND or not line.open:
            continue
        limit = next((one for one in rulebook.limits if one.id == line.limit_id), None)
        if limit is not None and limit.extension is not None:
            extendable.append((line, limit))
    if not extendable:
        raise ExtensionNotAllowedError(law=law, case=case.number)
    line, limit = min(extendable, key=lambda found: (found[0].ends_at is None, found[0].ends_at or notified_at))
    zone = zone_of(rulebook, place.place)
    notice = Event(EventKind.EXTENSION_NOTIFIED.value, notified_at, until_on)
    events = (*case_clocks.clock_events(case, law), notice)
    return reckon(
        limit,
        rulebook,
        events,
        calendar=case_file.calendar_of(desk, case, law, place.place),
        zone=zone,
        right=line.rights[0],
    )


def _shown(found: Sequence[CaseClock], case_id: int, number: str, *, now: datetime) -> tuple[DeadlineLine, ...]:
    lines: list[DeadlineLine] = []
    for clock in found:
        gone = clock.line.open and not case_clocks.still_open(clock.line, now)
        if gone and clock.line.kind in {case_clocks.EXTENSION_NOTICE, *case_clocks.NOT_OWED}:
            continue
        lines.append(line_of(clock.line, case_id, number, now=now, reckoning=clock.reckoning))
    return tuple(lines)
