"""From the clocks of a case to what the clock bar paints: days on one axis and words beside them.

A local day ends a clock with its end, so a due day stands at the number of the following midnight. Instants stand where they
fall in the zone of the law.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from ui.models.clock_shape import ClockFigure, Mark, MarkRole, Stretch
from ui.models.due_words import word_of_deadline
from ui.wording import word, words
from workbench.domain.case_clocks import AUTHORITY_DEADLINE
from workbench.domain.cases import LawPlace
from workbench.services.lines import CasePage, DeadlineLine
from workbench.services.wording import Words

_FURTHER = re.compile(r"[;:]| - ")
NOT_OWED = frozenset({"extension_notice", "house_ack", "retention", "subject_window", "lapse", "cooling_off"})
"""What has a date and is no duty of the office: a last chance, a rule of the house, a minimum, the person's own time."""

_OF_REQUEST = frozenset({"respond", "refusal_notice", "ack"})
_NO_DATE = frozenset({"open_ended", "not_started"})


def lines_to_draw(lines: Sequence[DeadlineLine]) -> tuple[DeadlineLine, ...]:
    """Return the clocks worth a bar: duties with a date; a limit of the same law that ends with another only once."""
    drawn: list[DeadlineLine] = []
    for line in lines:
        if line.kind in NOT_OWED or (line.state in _NO_DATE and line.override is None):
            continue
        same = any(
            one.law == line.law and one.place == line.place and one.due == line.due and one.safe == line.safe for one in drawn
        )
        if not same:
            drawn.append(line)
    return tuple(drawn)


def figure_of(line: DeadlineLine, *, received_at: datetime, now: datetime, words: Words) -> ClockFigure:
    """Return the bar of one clock.

    Args:
        line: the clock.
        received_at: aware instant of the request's receipt; the axis begins there.
        now: aware instant; the bar is filled up to it, or to the answer.
        words: the words of the reader's language.
    """
    zone = ZoneInfo(line.zone)
    began = _began(line, received_at, zone)
    begins = _at(received_at if began is None or _of_request(line) else began, zone)
    today = _at(now, zone)
    answered = _at(line.answered_at, zone) if line.answered_at is not None else None
    due = _end(line.due, zone)
    safe = _end(line.safe, zone)
    extended = _end(line.reckoning.extended_due, zone) if not line.reckoning.extended else None
    reckoned = _end(line.reckoning.due, zone) if line.override is not None else None
    reaches = (begins + 0.05, due, safe, extended, reckoned, today if answered is None else answered)
    furthest = max(one for one in reaches if one is not None)
    ends = furthest + (furthest - begins) * 0.03
    runs_to = min(today if answered is None else answered, ends)
    marks = _marks(line, words=words, received_at=received_at, now=now)
    pauses = tuple(
        Stretch(
            float(span.opened_on.toordinal()),
            float(span.closed_on.toordinal()) if span.closed_on is not None else runs_to,
            _pause_words(span.opened_on, span.closed_on, span.event, words),
        )
        for span in line.reckoning.pauses
        if span.days > 0 or span.closed_on is None
    )
    return ClockFigure(
        title=title_of(line),
        caption=caption_of(line, words),
        description=_description(line, marks=marks, pauses=pauses, words=words, now=now),
        begins=begins,
        ends=ends,
        runs_to=runs_to,
        tone=word_of_deadline(line, now=now).tone,
        marks=marks,
        pauses=pauses,
        starts=begins,
        closes=furthest,
        by_hand=line.override is not None,
        ahead=(received_at.astimezone(zone).utcoffset() or timedelta()) / timedelta(days=1),
    )


def title_of(line: DeadlineLine) -> str:
    """Return what is owed and for which rights: "Respond: Access, Erasure"."""
    owed = kind_word(line.kind)
    rights = ", ".join(word("right", right) for right in line.rights)
    return f"{owed}: {rights}" if rights else owed


def kind_word(kind: str) -> str:
    """Return what is owed under a limit of a kind, in the imperative of the case page."""
    known = words()
    return known.word("deadline_kind" if known.has("deadline_kind", kind) else "limit_kind", kind)


def caption_of(line: DeadlineLine, words: Words) -> str:
    """Return the law, its place and the citation; of a day that an authority set where it said so."""
    if line.kind == AUTHORITY_DEADLINE:
        return line.cite or QCoreApplication.translate("ClockBar", "set by the authority")
    law = law_of(line.law, line.place, words)
    return f"{law}, {line.cite}" if line.cite else law


def short_cite(cite: str) -> str:
    """Return the first article of a citation, for narrow columns: "GDPR Art 12(3)"."""
    return _FURTHER.split(cite, maxsplit=1)[0].strip()


def law_of(law: str, place: str, words: Words) -> str:
    """Return a law with its place in words, once where both have the same name: "EU GDPR, Germany"."""
    named = word("law", law)
    where = words.place(place)
    return named if where in named else f"{named}, {where}"


def laws_of(laws: Sequence[LawPlace], words: Words) -> str:
    """Return the laws of a case in words."""
    return "; ".join(law_of(one.law, one.place, words) for one in laws)


def zones_of(page: CasePage, home: str) -> tuple[str, ...]:
    """Return the zones a moment of this case can be read in: the office's own first, then those of the request and its laws."""
    return tuple(dict.fromkeys((home, page.case.request.zone, *(line.zone for line in page.deadlines))))


def _at(when: datetime, zone: ZoneInfo) -> float:
    local = when.astimezone(zone)
    return local.toordinal() + (local.hour * 3600 + local.minute * 60 + local.second) / 86_400


def _end(when: date | datetime | None, zone: ZoneInfo) -> float | None:
    if when is None:
        return None
    if isinstance(when, datetime):
        return _at(when, zone)
    return float(when.toordinal() + 1)


def _marks(line: DeadlineLine, *, words: Words, received_at: datetime, now: datetime) -> tuple[Mark, ...]:
    zone = ZoneInfo(line.zone)
    by_hours = isinstance(line.due, datetime)
    receipt = received_at.astimezone(zone) if by_hours else received_at.astimezone(zone).date()
    began = _began(line, received_at, zone)
    if began is None or _of_request(line):
        received = QCoreApplication.translate("ClockBar", "{day} received").format(day=words.short_date(receipt, line.zone))
        marks = [Mark(MarkRole.RECEIVED, _at(received_at, zone), received)]
    else:
        marks = []
    if began is not None:
        day = began.astimezone(zone) if by_hours else began.astimezone(zone).date()
        text = QCoreApplication.translate("ClockBar", "counts from {day}").format(day=words.short_date(day, line.zone))
        marks.append(Mark(MarkRole.STARTED, _at(began, zone), text))
    due, safe = _end(line.due, zone), _end(line.safe, zone)
    if due is not None and line.due is not None:
        marks.append(Mark(MarkRole.DUE, due, _due_words(line, words)))
    if safe is not None and safe != due and line.safe is not None:
        alone = due is None
        text = QCoreApplication.translate("ClockBar", "safe {day}").format(day=words.short_date(line.safe, line.zone))
        marks.append(Mark(MarkRole.SAFE, safe, text if alone else ""))
    marks.extend(_earlier_marks(line, words, zone))
    extended = line.reckoning.extended_due
    if extended is not None and not line.reckoning.extended and line.answered_at is None:
        text = QCoreApplication.translate("ClockBar", "{day} if extended").format(day=words.short_date(extended))
        marks.append(Mark(MarkRole.EXTENDED, float(extended.toordinal() + 1), text))
    if line.answered_at is not None:
        sent = line.answered_at if by_hours else line.answered_at.astimezone(zone).date()
        text = QCoreApplication.translate("ClockBar", "answered {day}").format(day=words.short_date(sent, line.zone))
        marks.append(Mark(MarkRole.ANSWERED, _at(line.answered_at, zone), text))
    else:
        text = QCoreApplication.translate("ClockBar", "now") if by_hours else QCoreApplication.translate("ClockBar", "today")
        marks.append(Mark(MarkRole.TODAY, _at(now, zone), text))
    return tuple(marks)


def _earlier_marks(line: DeadlineLine, words: Words, zone: ZoneInfo) -> list[Mark]:
    """Return the dates that another one took the place of: the first date before an extension, the reckoned one before a hand."""
    found: list[Mark] = []
    first, reckoned = line.reckoning.base_due, line.reckoning.due
    if line.reckoning.extended and first is not None and first != reckoned:
        text = QCoreApplication.translate("ClockBar", "{day} before extension").format(day=words.short_date(first, line.zone))
        found.append(Mark(MarkRole.FIRST, _end(first, zone) or 0.0, text))
    if line.override is not None and reckoned is not None:
        text = QCoreApplication.translate("ClockBar", "reckoned {day}").format(day=words.short_date(reckoned, line.zone))
        found.append(Mark(MarkRole.RECKONED, _end(reckoned, zone) or 0.0, text))
    return found


def _of_request(line: DeadlineLine) -> bool:
    return line.kind in _OF_REQUEST


def _began(line: DeadlineLine, received_at: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the instant from which a clock counts where that is not the receipt, nor the day after it; else None."""
    starts = line.reckoning.starts
    if starts is None:
        return None
    began = starts if isinstance(starts, datetime) else datetime.combine(starts, time(0), tzinfo=zone)
    away = began.astimezone(zone).toordinal() - received_at.astimezone(zone).toordinal()
    return began if away > 1 else None


def _due_words(line: DeadlineLine, words: Words) -> str:
    due = words.short_date(line.due, line.zone) if line.due is not None else ""
    if line.override is not None:
        return QCoreApplication.translate("ClockBar", "due {day}, set by hand").format(day=due)
    if line.safe is None or line.safe == line.due:
        return QCoreApplication.translate("ClockBar", "due {day}").format(day=due)
    safe = words.short_date(line.safe, line.zone)
    return QCoreApplication.translate("ClockBar", "due {day}, safe {safe}").format(day=due, safe=safe)


def _pause_words(opened_on: date, closed_on: date | None, event: str, words: Words) -> str:
    why = word("event", event) if event else ""
    if closed_on is None:
        text = QCoreApplication.translate("ClockBar", "paused since {day}").format(day=words.short_date(opened_on))
    else:
        text = QCoreApplication.translate("ClockBar", "paused {day} to {other}").format(
            day=words.short_date(opened_on), other=words.short_date(closed_on)
        )
    return f"{text}: {why}" if why else text


def _description(line: DeadlineLine, *, marks: Sequence[Mark], pauses: Sequence[Stretch], words: Words, now: datetime) -> str:
    told = [mark.text for mark in marks if mark.text and mark.role is not MarkRole.TODAY]
    told.extend(pause.text for pause in pauses)
    told.append(word_of_deadline(line, now=now).text)
    return f"{title_of(line)} ({caption_of(line, words)}). {'; '.join(told)}."
