"""The printed answer to "why these dates?": every clock of a case with its steps, sources, calendar and who has checked the law.

It names the case by its number and holds nothing about the person.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from workbench.domain.calendars import Calendar
from workbench.domain.case_clocks import AUTHORITY_DEADLINE, EXTENSION_NOTICE, HOUSE_ACK
from workbench.domain.cases import Case, CaseEvent, EventKind
from workbench.domain.letters import ComposedLetter, Paragraph
from workbench.domain.rulebooks import Confidence, Limit
from workbench.services import case_file, deadlines, signoffs
from workbench.services.lines import DeadlineLine, RulebookLine
from workbench.services.office import Desk
from workbench.services.wording import Words, words


def why_pdf(desk: Desk, case_id: int, language: str, *, limit_ids: Collection[str] = ()) -> bytes:
    """Return the record of why the dates of a case are what they are, as an archival PDF.

    Args:
        desk: the desk.
        case_id: the case.
        language: `en` or `id`.
        limit_ids: only these rules; empty for all.

    Raises:
        NotFoundError: there is no such case.
        GlyphMissingError: a reason holds a character that cannot be printed.
    """
    from workbench.paper.layout import render  # noqa: PLC0415  ReportLab is slow to import and lists need no paper

    case = case_file.load(desk, case_id)
    return render(why_record(desk, case, language, limit_ids=limit_ids)).data


def why_record(desk: Desk, case: Case, language: str, *, limit_ids: Collection[str] = ()) -> ComposedLetter:
    """Return that record as it goes on paper, before it is drawn."""
    spoken = words(language)
    office = desk.settings
    books = {line.law: line for line in signoffs.list_rulebooks(desk)}
    parts: list[Paragraph] = [Paragraph("body", spoken.word("record", "intro"))]
    for line in deadlines.lines_of(desk, case):
        if line.kind != HOUSE_ACK and (not limit_ids or line.limit_id in limit_ids):
            parts += _clock(desk, case, line, books.get(line.law), spoken)
    head = office.letterhead or (office.office_name,)
    return ComposedLetter(
        language=language,
        letterhead=head[:1],
        office_lines=head[1:] or office.office_address,
        return_line="",
        addressee=(spoken.word("record", "internal"),),
        place_and_date=", ".join(one for one in (office.office_city, spoken.date(desk.today())) if one),
        reference_lines=((spoken.word("record", "case"), case.number),),
        subject=spoken.word("record", "title"),
        salutation="",
        paragraphs=tuple(parts),
        closing="",
        signatory=(),
        footer=(spoken.word("record", "not_advice"),),
        title=f"{spoken.word('record', 'title')} {case.number}",
        author=office.office_name,
        running=case.number,
        page_label=spoken.word("record", "page"),
        dated=desk.today(),
    )


def _clock(desk: Desk, case: Case, line: DeadlineLine, book: RulebookLine | None, spoken: Words) -> Iterator[Paragraph]:
    kind = "deadline_kind" if spoken.has("deadline_kind", line.kind) else "limit_kind"
    owed = spoken.word(kind, line.kind)
    rights = ", ".join(spoken.word("right", right.value) for right in line.rights)
    about = f" ({rights})" if rights else ""
    law = "" if line.kind == AUTHORITY_DEADLINE else f"{spoken.word('law', line.law)}, {spoken.place(line.place)}: "
    yield Paragraph("heading", f"{law}{owed}{about}")
    if line.kind == EXTENSION_NOTICE:
        yield Paragraph("body", f"{_result(line, spoken)} {line.cite}")  # its steps are those of the answer, above it
        return
    yield Paragraph("lead", _result(line, spoken))
    if line.override is not None:
        override = line.override
        reckoned = spoken.date(override.reckoned, line.zone) if override.reckoned is not None else spoken.word("record", "none")
        yield Paragraph(
            "lead",
            spoken.word(
                "record",
                "by_hand",
                officer=desk.officer_name(override.officer_id),
                on=spoken.date(override.recorded_at, desk.settings.home_zone),
                reckoned=reckoned,
                reason=override.reason,
            ),
        )
    head = tuple(spoken.word("record", name) for name in ("step", "source", "sure"))
    rows = []
    for number, step in enumerate(line.reckoning.steps, start=1):
        cite = step.source.cite if step.source is not None else ""
        sure = step.source.confidence.value if step.source is not None else ""
        told = spoken.step(step, line.zone).removesuffix(cite).rstrip()
        rows.append((f"{number}. {told}", cite, sure))
    basis = _basis(desk, case, line, book, spoken)
    if basis:
        yield Paragraph("lead" if rows else "body", basis)
    if rows:
        yield Paragraph("table", rows=(head, *rows))


def _result(line: DeadlineLine, spoken: Words) -> str:
    told = []
    if line.due is not None:
        told.append(spoken.word("record", "due", day=spoken.date(line.due, line.zone)))
    else:
        told.append(spoken.word("deadline_state", line.state) + ".")
    if line.safe is not None and line.safe != line.due:
        told.append(spoken.word("record", "safe", day=spoken.date(line.safe, line.zone)))
    if line.due is None and line.reckoning.guide is not None:
        told.append(spoken.word("record", "guide", day=spoken.date(line.reckoning.guide, line.zone)))
    return " ".join(told)


def _basis(desk: Desk, case: Case, line: DeadlineLine, book: RulebookLine | None, spoken: Words) -> str:
    if line.kind == AUTHORITY_DEADLINE:
        return ""  # no calendar and no rulebook counts what an authority set
    told = []
    kept = case.calendar_of(line.place)
    if kept is not None:
        origin = Calendar.from_json(kept.days).origin
        told.append(spoken.word("record", "calendar", where=spoken.place(line.place), version=kept.version, origin=origin))
    pinned = next((one.digest for one in case.versions if one.law == line.law), "")
    if pinned:
        told.append(spoken.word("record", "rulebook", version=pinned))
    limit = _limit(desk, case, line)
    if book is not None and book.signoff is not None and book.digest == pinned:
        on = spoken.date(book.signoff.signed_at, desk.settings.home_zone)
        told.append(spoken.word("record", "signed", officer=book.signoff.officer_name, on=on, text=book.signoff.text_read))
    elif limit is not None and limit.source.confidence is not Confidence.HIGH:
        told.append(spoken.word("record", "confirm", sure=spoken.word("confidence", limit.source.confidence.value)))
    told += dict.fromkeys(_moved(desk, event, line, spoken) for event in case.events if _moves(event, line))
    return " ".join(told)


def _moves(event: CaseEvent, line: DeadlineLine) -> bool:
    return event.kind is EventKind.MOVES_ACCEPTED and event.detail("limit") == line.limit_id


def _moved(desk: Desk, event: CaseEvent, line: DeadlineLine, spoken: Words) -> str:
    return spoken.word(
        "record",
        "moved",
        before=_date_or_state(event.detail("before"), line.zone, spoken),
        after=_date_or_state(event.detail("after"), line.zone, spoken),
        on=spoken.date(event.recorded_at, desk.settings.home_zone),
        cause=_cause(event.detail("cause"), spoken),
    )


def _date_or_state(kept: str, zone: str, spoken: Words) -> str:
    """Return in words what a move keeps: a day, an instant, or the state of a clock without a date."""
    if spoken.has("deadline_state", kept):
        return spoken.word("deadline_state", kept)
    return spoken.date(datetime.fromisoformat(kept) if "T" in kept else date.fromisoformat(kept), zone)


def _cause(causes: str, spoken: Words) -> str:
    return ", ".join(spoken.word("move_cause", cause) for cause in causes.split(",") if cause)


def _limit(desk: Desk, case: Case, line: DeadlineLine) -> Limit | None:
    return next((one for one in desk.rulebook_of(case, line.law).limits if one.id == line.limit_id), None)
