"""The commands `workbench matters` and `workbench matter`: the regulator matters by their deadline, and one of them whole."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

from workbench.domain.canonical import plain
from workbench.door import DONE, Door
from workbench.services import matter_pages
from workbench.services.cases import case_id_of
from workbench.services.lines import DeadlineLine
from workbench.services.matter_pages import Correspondence, MatterLine, MatterPage, MoreTime, Reminder
from workbench.services.office import Desk, ask
from workbench.services.wording import Words

_Row = tuple[str, str]


def matters(door: Door) -> int:
    """List the open matters, or every one with `--all`."""
    with door.office(read_only=True) as office:
        lines = ask(office, partial(matter_pages.list_matters, every=door.arguments.all))
    if door.arguments.json:
        door.dump([_line_as_json(line) for line in lines])
    elif not lines:
        door.say("no_matters")
    else:
        heads = ("matter_due", "matter", "matter_authority", "matter_reference", "matter_kind", "matter_about", "matter_state")
        rows = [_row(line, door.words) for line in lines]
        door.table((*heads, "matter_answered", "matter_owner"), rows)
    return DONE


def matter(door: Door) -> int:
    """Show one matter.

    Raises:
        NotFoundError: no case has this number, or it is no matter.
    """

    def read(desk: Desk) -> MatterPage:
        return matter_pages.matter_page(desk, case_id_of(desk, door.arguments.case))

    with door.office(read_only=True) as office:
        page = ask(office, read)
    if door.arguments.json:
        door.dump(_page_as_json(page))
    else:
        for name, value in _lines(page, door.words):
            door.print(f"{name}: {value}" if value else name)
    return DONE


def reminder_words(one: Reminder, words: Words) -> str:
    """Return what a matter reminds of, as a sentence."""
    numbers = ", ".join(str(number) for number in one.numbers)
    day = words.date(one.on) if one.on is not None else ""
    return words.word("matter_reminder", one.word_key, numbers=numbers, day=day, days=one.days)


def _row(line: MatterLine, words: Words) -> tuple[str, ...]:
    return (
        words.date(line.due, line.zone) if line.due is not None else "",
        line.number,
        line.authority,
        line.reference,
        words.word("matter_kind", line.kind.value),
        line.about,
        words.word("phase", line.phase.value),
        f"{line.answered}/{line.asked}" if line.asked else "",
        line.officer_name,
    )


def _lines(page: MatterPage, words: Words) -> Iterator[_Row]:
    yield page.case.number, words.word("phase", page.phase.value)
    yield from _head(page, words)
    names = dict(page.officers)
    for number, one in enumerate(page.matter.questions, start=1):
        state = words.word("question_state", one.state.value)
        yield _cli(words, "matter_question", number=one.label or str(number)), f"{one.text} [{state}]"
        if one.answer:
            yield "  " + _cli(words, "matter_answer"), one.answer
    for promised in page.matter.undertakings:
        owner, day = names.get(promised.owner_id, ""), words.date(promised.kept_on or promised.due_on)
        key = "matter_undertaking_open" if promised.kept_on is None else "matter_undertaking_kept"
        told = _cli(words, key, text=promised.text, owner=owner, day=day)
        yield _cli(words, "matter_undertaking", number=str(promised.number)), told
    for written in page.correspondence:
        way = _cli(words, "matter_in" if written.incoming else "matter_out")
        yield f"{words.date(written.at, written.zone)} {way}", _written(written, words)
    for held in page.matter.meetings:
        kind = _cli(words, "matter_call" if held.call else "matter_meeting")
        yield f"{words.date(held.at, held.zone)} {kind}", " | ".join(part for part in (held.people, held.note) if part)
    decision = page.matter.decision
    if decision is not None:
        outcome = words.word("matter_outcome", decision.outcome.value)
        facts = (outcome, words.date(decision.decided_on), decision.fine, decision.summary)
        yield _cli(words, "matter_decision"), " | ".join(part for part in facts if part)
        if decision.appeal_until is not None:
            yield _cli(words, "matter_appeal"), words.date(decision.appeal_until)
    for reminder in page.reminders:
        yield _cli(words, "matter_reminds"), reminder_words(reminder, words)


def _head(page: MatterPage, words: Words) -> Iterator[_Row]:
    file = page.matter
    contact = file.contact
    authority = page.authority.contact.readable if page.authority is not None else file.authority_id
    facts = (
        ("matter_kind", words.word("matter_kind", file.kind.value)),
        ("matter_authority", authority),
        ("matter_reference", file.reference),
        ("matter_contact", ", ".join(part for part in (contact.name, contact.email, contact.phone) if part)),
        ("matter_basis", file.basis),
        ("matter_competent", file.why_competent),
        ("matter_about", ", ".join(one.number for one in page.about)),
        ("matter_owner", page.officer_name),
    )
    for key, value in facts:
        if value:
            yield _cli(words, key), value
    nothing = _cli(words, "matter_none")
    yield _cli(words, "matter_own"), _deadline(page.own, words) if page.own is not None else nothing
    running = [_deadline(line, words) for line in page.statutory if line.due is not None]
    yield _cli(words, "matter_statutory"), "; ".join(running) or nothing
    yield _cli(words, "matter_target"), words.date(file.target_on) if file.target_on is not None else nothing
    for asked in page.more_time:
        yield _cli(words, "matter_more_time"), _asked(asked, words)


def _deadline(line: DeadlineLine, words: Words) -> str:
    if line.due is None:
        return ""
    day = words.date(line.due, line.zone)
    return _cli(words, "matter_said_in", day=day, where=line.cite) if line.cite else day


def _asked(one: MoreTime, words: Words) -> str:
    until = words.date(one.until)
    if one.granted is None:
        return _cli(words, "matter_more_time_open", until=until)
    if one.due is None:
        return _cli(words, "matter_more_time_refused", until=until)
    return _cli(words, "matter_more_time_granted", until=until, due=words.date(one.due, one.due_zone))


def _written(one: Correspondence, words: Words) -> str:
    if one.letter is not None:
        return f"{one.letter.number} {words.word('letter', one.letter.kind.value)}"
    files = ", ".join(file.name for file in one.files)
    return " | ".join(part for part in (words.word("event", one.what.value), one.text, files) if part)


def _cli(words: Words, key: str, **details: str) -> str:
    return words.word("cli", key, **details)


def _line_as_json(line: MatterLine) -> dict[str, object]:
    return {
        "number": line.number,
        "kind": line.kind.value,
        "phase": line.phase.value,
        "authority": line.authority_id,
        "authority_name": line.authority,
        "reference": line.reference,
        "about": line.about,
        "due": _iso(line.due),
        "due_kind": line.due_kind,
        "zone": line.zone,
        "late": line.late,
        "target_on": _iso(line.target_on),
        "asked": line.asked,
        "answered": line.answered,
        "officer": line.officer_name,
    }


def _page_as_json(page: MatterPage) -> dict[str, object]:
    return {
        "number": page.case.number,
        "phase": page.phase.value,
        "file": plain(page.matter),
        "about": [one.number for one in page.about],
        "authority_deadline": _iso(page.own.due) if page.own is not None else None,
        "statutory": [{"law": line.law, "rule": line.limit_id, "due": _iso(line.due)} for line in page.statutory],
        "more_time": [
            {"asked_at": _iso(one.asked_at), "until": _iso(one.until), "granted": one.granted, "due": _iso(one.due)}
            for one in page.more_time
        ],
        "correspondence": [
            {
                "at": _iso(one.at),
                "incoming": one.incoming,
                "what": one.what.value,
                "letter": one.letter.number if one.letter is not None else "",
                "files": [file.name for file in one.files],
            }
            for one in page.correspondence
        ],
        "unanswered": list(page.unanswered),
        "reminders": [
            {"code": one.code, "on": _iso(one.on), "late": one.late, "numbers": list(one.numbers)} for one in page.reminders
        ],
    }


def _iso(when: date | datetime | None) -> str | None:
    return when.isoformat() if when is not None else None
