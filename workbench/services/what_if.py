"""What if: a deadline reckoned for events that are only supposed, without a case and without a store.

Days are local days of the place; an instant is aware. Nothing is written anywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workbench.domain.calendars import OfficeDay
from workbench.domain.clocks import Event, Reckoning
from workbench.domain.errors import WorkbenchError
from workbench.domain.reckon import THIRD_PARTY, reckon, starts_on, zone_of
from workbench.domain.rights import Right
from workbench.domain.rulebooks import (
    EVENT_NAMES,
    ExtensionOrigin,
    Limit,
    LimitNotInForceError,
    LimitUnknownError,
    PauseEffect,
    Rulebook,
)
from workbench.services.calendars import calendar_for
from workbench.services.laws import rulebook

_YEARS_AHEAD = 3
_EXTENSION = "extension_notified"


class NotStartedError(WorkbenchError):
    """None of the events that start the rule is supposed; details `rule`, `events`."""

    code = "what_if_not_started"


class EventBeforeStartError(WorkbenchError):
    """An event lies before the one that starts the clock; details `event`, `rule`."""

    code = "event_before_start"


class AnswerWithoutQuestionError(WorkbenchError):
    """An answer is supposed to a question that nobody asked; details `event`, `question`."""

    code = "answer_without_question"


class SecondExtensionError(WorkbenchError):
    """More extensions are supposed than the law permits; details `rule`, `most`."""

    code = "second_extension"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a rule of a law at a place, and what is supposed to happen.

    Args:
        law, place, limit_id: as the rulebook names them.
        events: what is supposed, in any order; a bare day is a local day of the place.
        right: the right asked for, where the rule tells rights apart.
        flags: `third_party`, what the rule names in `double_if`, or `<published_param>=<count>`.
    """

    law: str
    place: str
    limit_id: str
    events: tuple[Event, ...]
    right: Right | None = None
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rule comes to, and what that rests on: the zone of days, the version and origin of the calendar."""

    limit: Limit
    reckoning: Reckoning
    zone: str
    calendar_version: str
    calendar_origin: str


def answer(question: Question, *, office_days: Sequence[OfficeDay] = ()) -> Answer:
    """Return what a rule comes to under what is supposed.

    Args:
        question: the rule and the events.
        office_days: the office's own days, where a store is open.

    Raises:
        LawUnknownError, PlaceUnknownError, LimitUnknownError: there is no such law, place or rule.
        LimitNotInForceError: the rule does not hold on the day it would start.
        NotStartedError: nothing is supposed that starts it.
        EventBeforeStartError: something is supposed before the clock starts.
        AnswerWithoutQuestionError: an answer is supposed to a question that nobody asked.
        SecondExtensionError: more extensions are supposed than the law permits.
        YearNotCoveredError: no calendar covers a year that is needed.
    """
    book = rulebook(question.law)
    zone = zone_of(book, question.place)
    limit = _limit(book, question, zone)
    _check(limit, book, question.events, zone)
    years = [event.at.year for event in question.events]
    calendar = calendar_for(
        book, question.place, first_year=min(years) - 1, last_year=max(years) + _YEARS_AHEAD, office_days=office_days
    )
    found = reckon(limit, book, question.events, calendar=calendar, zone=zone, right=question.right, flags=question.flags)
    return Answer(limit, found, zone, calendar.version, calendar.origin)


def limits_of(law: str, place: str, on: date) -> tuple[Limit, ...]:
    """Return the rules of a law that hold at a place on a day, in the order of the rulebook.

    Raises:
        LawUnknownError: no rulebook of that id is shipped.
    """
    return tuple(
        limit
        for limit in rulebook(law).limits
        if limit.place in {"", place}
        and (limit.effective_from is None or limit.effective_from <= on)
        and (limit.effective_to is None or on <= limit.effective_to)
    )


def triggers_of(limit: Limit, book: Rulebook) -> tuple[str, ...]:
    """Return the events that can matter to a rule: what starts it, what it waits for, and the notice of an extension."""
    names = list(limit.trigger)
    if limit.kind in {"respond", "refusal_notice"} and "request_received" in limit.trigger:
        for pause in book.pauses:
            if pause.effect is not PauseEffect.NONE:
                names += [pause.opens, pause.closes]
    if limit.extension is not None:
        names.append(_EXTENSION)
    return tuple(dict.fromkeys(names))


def flags_of(limit: Limit) -> tuple[str, ...]:
    """Return the flags that a rule listens to; one that ends with `=` takes a count."""
    found = [THIRD_PARTY] if limit.third_party_count is not None else []
    if limit.double_if:
        found.append(limit.double_if)
    if limit.published_param:
        found.append(f"{limit.published_param}=")
    return tuple(found)


def wants_date(limit: Limit) -> bool:
    """Return whether the notice of an extension under a rule must state a date."""
    return limit.extension is not None and limit.extension.origin is ExtensionOrigin.STATED_DATE


def _limit(book: Rulebook, question: Question, zone: str) -> Limit:
    versions = [one for one in book.limits if one.id == question.limit_id and one.place in {"", question.place}]
    if not versions:
        raise LimitUnknownError(law=book.id, rule=question.limit_id)
    on = starts_on(versions[0], question.events, zone=zone)
    if on is None:
        raise NotStartedError(rule=question.limit_id, events=",".join(versions[0].trigger))
    found = book.limit(question.limit_id, on=on)
    if found is None:
        raise LimitNotInForceError(rule=question.limit_id, on=on)
    return found


def _check(limit: Limit, book: Rulebook, events: Sequence[Event], zone: str) -> None:
    names = {event.name for event in events}
    first = [event for event in events if event.name == limit.trigger[0]]
    starting = min((_at(event, zone) for event in first), default=None)
    for event in events:
        if starting is not None and event.name not in limit.trigger and _at(event, zone) < starting:
            raise EventBeforeStartError(event=event.name, rule=limit.id)
    for pause in book.pauses:
        answered = pause.closes in names and pause.opens not in names
        if answered and pause.closes not in limit.trigger and pause.effect is not PauseEffect.NONE:
            raise AnswerWithoutQuestionError(event=pause.closes, question=pause.opens)
    notices = sum(1 for event in events if event.name == _EXTENSION)
    if limit.extension is not None and notices > limit.extension.most:
        raise SecondExtensionError(rule=limit.id, most=limit.extension.most)


def _at(event: Event, zone: str) -> datetime:
    tz = ZoneInfo(zone)
    if isinstance(event.at, datetime):
        return event.at.astimezone(tz).replace(hour=0, minute=0, second=0, microsecond=0)
    return datetime(event.at.year, event.at.month, event.at.day, tzinfo=tz)


KNOWN_EVENTS = EVENT_NAMES
"""Every event that a question may name."""
