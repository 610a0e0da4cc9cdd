"""The dispatch register: every sending with what became of it, print runs, and the posting lists that go to the post office.

A day is a local day of the office. A posting list names what the post needs: letter, address, way, number; nothing of the matter.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workbench.domain.letters import (
    ComposedLetter,
    DeliveryOutcome,
    Dispatch,
    DispatchChannel,
    Letter,
    LetterState,
    PageForm,
    Paragraph,
)
from workbench.services.lines import LetterLine, PostingLine, RunLine, SendingFilter, SendingLine
from workbench.services.office import Desk
from workbench.services.wording import Words, words
from workbench.store import cases as case_store
from workbench.store import dispatches as dispatch_store
from workbench.store import letters as letter_store
from workbench.store.values import fold

TRACKED: frozenset[DispatchChannel] = frozenset({DispatchChannel.REGISTERED_POST, DispatchChannel.COURIER})
"""The ways of sending that give an item a number and end with a proof."""

POSTED: frozenset[DispatchChannel] = TRACKED | {DispatchChannel.POST}
"""The ways of sending that a posting list is about."""

SENDING_STATES: tuple[str, ...] = ("sent", "waiting_for_proof", "delivered", "returned", "bounced")
"""How a sending stands, as word keys of the table `sending_state`."""


def list_sendings(desk: Desk, chosen: SendingFilter | None = None) -> tuple[SendingLine, ...]:
    """Return the sendings of the register, newest first, narrowed by a filter."""
    wanted = chosen or SendingFilter()
    first, end = _span(desk, wanted.on)
    found = dispatch_store.list_all(desk.session, not_before=first, before=end, channel=wanted.channel, run_id=wanted.run_id)
    lines = _sendings(desk, found)
    text = fold(wanted.text)
    return tuple(
        line
        for line in sorted(lines, key=lambda line: (line.sent_at, line.id), reverse=True)
        if (not wanted.state or line.state == wanted.state)
        and (not text or text in fold(f"{line.letter} {line.case_number} {line.subject_name} {line.recipient} {line.tracking}"))
    )


def letters_to_print(desk: Desk) -> tuple[LetterLine, ...]:
    """Return the letters that are issued and in no print run yet, newest first, without those that another one replaces."""
    from workbench.services.letters import list_letters  # noqa: PLC0415  the lists of letters stand above the register

    printed = {letter_id for run in dispatch_store.list_runs(desk.session) for letter_id in run.letters}
    printed |= letter_store.replaced(desk.session)
    return tuple(line for line in list_letters(desk, LetterState.ISSUED) if line.id not in printed)


def list_runs(desk: Desk) -> tuple[RunLine, ...]:
    """Return the print runs, newest first."""
    return tuple(_run_line(desk, run) for run in dispatch_store.list_runs(desk.session))


def load_run(desk: Desk, run_id: int) -> RunLine:
    """Return one print run.

    Raises:
        NotFoundError: there is no such run.
    """
    return _run_line(desk, dispatch_store.load_run(desk.session, run_id))


def waiting_in_run(desk: Desk, run_id: int) -> tuple[PostingLine, ...]:
    """Return the items of a print run that wait to be sent: none that left by itself or that another letter replaced since.

    Raises:
        NotFoundError: there is no such run.
    """
    lines = posting_list(desk, run_id=run_id)
    found = letter_store.list_by_id(desk.session, [line.letter_id for line in lines])
    waiting = {letter.id for letter in found if letter.state is LetterState.ISSUED} - letter_store.replaced(desk.session)
    return tuple(line for line in lines if line.letter_id in waiting)


def posting_list(desk: Desk, *, on: date | None = None, run_id: int | None = None) -> tuple[PostingLine, ...]:
    """Return the items of a posting list: what was posted on a day, or the letters of a print run in their order.

    Args:
        desk: the desk.
        on: a local day of the office; None with `run_id` for a run, None without it for today.
        run_id: a print run; its letters are listed before they left too.

    Raises:
        NotFoundError: there is no such run.
    """
    if run_id is not None:
        run = dispatch_store.load_run(desk.session, run_id)
        items = [(letter, _sent_with(letter, run.number)) for letter in letter_store.list_by_id(desk.session, run.letters)]
    else:
        first, end = _span(desk, on or desk.today())
        posted = [
            one for one in dispatch_store.list_all(desk.session, not_before=first, before=end) if one[1].channel in POSTED
        ]
        letters = {
            letter.id: letter for letter in letter_store.list_by_id(desk.session, [letter_id for letter_id, _ in posted])
        }
        items = [(letters[letter_id], sent) for letter_id, sent in posted]
    numbers = {
        row.id: row.number for row in case_store.list_case_rows(desk.session, case_ids=[one.case_id for one, _ in items])
    }
    return tuple(
        PostingLine(
            position=position,
            letter_id=letter.id,
            letter=letter.number,
            case_number=numbers[letter.case_id],
            recipient=sent.recipient
            if sent is not None
            else ", ".join(line for line in letter.fields.addressee if line.strip()),
            channel=sent.channel if sent is not None else None,
            tracking=sent.tracking if sent is not None else "",
            pages=letter.pages,
            sent_at=sent.sent_at if sent is not None else None,
        )
        for position, (letter, sent) in enumerate(items, start=1)
    )


def posting_list_csv(desk: Desk, *, on: date | None = None, run_id: int | None = None, language: str = "en") -> bytes:
    """Return a posting list as CSV in which no cell is a formula; see `posting_list`."""
    from workbench.formats.sheets import write_csv  # noqa: PLC0415  few desks write tables

    spoken = words(language)
    lines = posting_list(desk, on=on, run_id=run_id)
    return write_csv(_heads(spoken), (_cells(line, spoken) for line in lines))


def posting_list_pdf(desk: Desk, *, on: date | None = None, run_id: int | None = None, language: str = "en") -> bytes:
    """Return a posting list as an archival PDF with room for the stamp of the post office; see `posting_list`.

    Raises:
        NotFoundError: there is no such run.
        GlyphMissingError: an address holds a character that cannot be printed.
    """
    from workbench.paper.layout import render  # noqa: PLC0415  ReportLab is slow to import and lists need no paper

    return render(posting_record(desk, on=on, run_id=run_id, language=language)).data


def posting_record(desk: Desk, *, on: date | None = None, run_id: int | None = None, language: str = "en") -> ComposedLetter:
    """Return that list as it goes on paper, before it is drawn."""
    spoken = words(language)
    office = desk.settings
    lines = posting_list(desk, on=on, run_id=run_id)
    run = dispatch_store.load_run(desk.session, run_id) if run_id is not None else None
    day = spoken.date(on or desk.today())
    title = spoken.word("posting", "title")
    named = run.number if run is not None else day
    columns = tuple(spoken.word("posting", name) for name in ("letter", "recipient", "channel", "tracking"))
    rows = tuple((f"{line.position}. {line.letter}", line.recipient, _channel(line, spoken), line.tracking) for line in lines)
    parts = [
        Paragraph("body", spoken.word("posting", "intro", count=len(lines), office=office.office_name)),
        *([Paragraph("table", rows=(columns, *rows))] if rows else ()),
        Paragraph("body", spoken.word("posting", "stamp")),
    ]
    head = office.letterhead or (office.office_name,)
    return ComposedLetter(
        language=spoken.language,
        letterhead=head[:1],
        office_lines=head[1:] or office.office_address,
        return_line="",
        addressee=(spoken.word("posting", "to"),),
        place_and_date=", ".join(one for one in (office.office_city, spoken.date(desk.today())) if one),
        reference_lines=((spoken.word("posting", "run" if run is not None else "day"), named),),
        subject=title,
        salutation="",
        paragraphs=tuple(parts),
        closing="",
        signatory=(),
        footer=(" · ".join(part for part in (office.office_name, *office.office_address) if part),),
        title=f"{title} {named}",
        author=office.office_name,
        running=f"{title} {named}",
        page_label=spoken.word("record", "page"),
        dated=desk.today(),
        form=PageForm(office.page_form),
    )


def register_csv(desk: Desk, chosen: SendingFilter | None = None, *, language: str = "en") -> bytes:
    """Return the dispatch register as CSV in which no cell is a formula."""
    from workbench.formats.sheets import write_csv  # noqa: PLC0415  as above

    spoken = words(language)
    zone = ZoneInfo(desk.settings.home_zone)
    columns = ("sent", "letter", "case", "channel", "tracking", "recipient", "officer", "state", "outcome_at", "proof", "run")
    rows = (
        (
            line.sent_at.astimezone(zone).isoformat(timespec="minutes"),
            line.letter,
            line.case_number,
            spoken.word("dispatch_channel", line.channel.value),
            line.tracking,
            line.recipient,
            line.officer_name,
            spoken.word("sending_state", line.state),
            line.outcome_at.astimezone(zone).isoformat(timespec="minutes") if line.outcome_at is not None else "",
            line.proof,
            line.run,
        )
        for line in list_sendings(desk, chosen)
    )
    return write_csv([spoken.word("posting", name) for name in columns], rows)


def state_of(sent: Dispatch) -> str:
    """Return how a sending stands: one of `SENDING_STATES`."""
    if sent.outcome is not None:
        return sent.outcome.value
    return "waiting_for_proof" if sent.channel in TRACKED else "sent"


def _sendings(desk: Desk, found: Iterable[tuple[int, Dispatch]]) -> Iterator[SendingLine]:
    sendings = tuple(found)
    ids = list(dict.fromkeys(letter_id for letter_id, _ in sendings))
    letters = {letter.id: letter for letter in letter_store.list_by_id(desk.session, ids)}
    rows = {row.id: row for row in case_store.list_case_rows(desk.session, case_ids=[one.case_id for one in letters.values()])}
    for letter_id, sent in sendings:
        letter = letters[letter_id]
        row = rows[letter.case_id]
        yield SendingLine(
            id=sent.id,
            letter_id=letter_id,
            letter=letter.number,
            kind=letter.kind,
            case_id=letter.case_id,
            case_number=row.number,
            subject_name=row.subject_name,
            sent_at=sent.sent_at,
            channel=sent.channel,
            tracking=sent.tracking,
            recipient=sent.recipient,
            officer_name=desk.officer_name(sent.officer_id),
            state=state_of(sent),
            newest=letter.dispatch is not None and letter.dispatch.id == sent.id,
            outcome=DeliveryOutcome(sent.outcome) if sent.outcome is not None else None,
            outcome_at=sent.outcome_at,
            proof=sent.proof,
            run=sent.run,
        )


def _run_line(desk: Desk, run: dispatch_store.StoredRun) -> RunLine:
    # A letter of the run may have left alone, or with nobody to send it to once another one replaced it.
    sent = set(dispatch_store.of_letters(desk.session, run.letters))
    done = sent | (set(run.letters) & letter_store.replaced(desk.session))
    return RunLine(run.id, run.number, run.made_at, desk.officer_name(run.officer_id), run.letters, len(done))


def _sent_with(letter: Letter, run: str) -> Dispatch | None:
    return next((sent for sent in reversed(letter.dispatches) if sent.run == run), None)


def _span(desk: Desk, on: date | None) -> tuple[datetime | None, datetime | None]:
    """Return the first instant of a local day and the first of the next, or nothing for no day."""
    if on is None:
        return None, None
    zone = ZoneInfo(desk.settings.home_zone)
    return datetime.combine(on, time.min, zone), datetime.combine(on + timedelta(days=1), time.min, zone)


def _heads(spoken: Words) -> tuple[str, ...]:
    return tuple(spoken.word("posting", name) for name in ("position", "letter", "recipient", "channel", "tracking", "pages"))


def _cells(line: PostingLine, spoken: Words) -> tuple[str | int, ...]:
    return (line.position, line.letter, line.recipient, _channel(line, spoken), line.tracking, line.pages)


def _channel(line: PostingLine, spoken: Words) -> str:
    return spoken.word("dispatch_channel", line.channel.value) if line.channel is not None else ""
