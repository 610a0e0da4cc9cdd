"""The file copy of an issued letter: an internal sheet that says how it came about, and the letter itself behind it."""

from collections.abc import Iterator

from workbench.domain.approvals import ApprovalRecord, Means
from workbench.domain.cases import Case, CaseEvent, EventKind
from workbench.domain.dossier import Verdict
from workbench.domain.letters import ComposedLetter, Dispatch, Letter, LetterNotIssuedError, LetterState, PageForm, Paragraph
from workbench.services import case_file
from workbench.services.office import Desk
from workbench.services.templates import version_words
from workbench.services.wording import Words, words
from workbench.store import approvals as approval_store
from workbench.store import letters as letter_store


def file_copy_pdf(desk: Desk, letter_id: int) -> bytes:
    """Return the file copy of an issued letter, for the office alone: who drafted and issued it, why, and where it went.

    Raises:
        NotFoundError: there is no such letter.
        LetterNotIssuedError: it is a draft.
        StoreDamagedError: the bytes of the letter are not those that were issued.
        GlyphMissingError: a remark holds a character that cannot be printed.
    """
    from workbench.paper.archive import Facts  # noqa: PLC0415  ReportLab is slow to import
    from workbench.paper.copy import with_cover  # noqa: PLC0415  as above
    from workbench.paper.layout import render  # noqa: PLC0415  as above

    letter = letter_store.load(desk.session, letter_id)
    if letter.state is LetterState.DRAFT:
        raise LetterNotIssuedError(letter=letter.number)
    issued = letter_store.pdf(desk.session, letter_id)
    sheet = internal_sheet(desk, case_file.load(desk, letter.case_id), letter)
    facts = Facts(sheet.title, sheet.author, sheet.subject, sheet.language, sheet.dated)
    return with_cover(render(sheet).data, issued, facts)


def internal_sheet(desk: Desk, case: Case, letter: Letter) -> ComposedLetter:
    """Return the internal sheet of a letter as it goes on paper, in the language of the office."""
    office = desk.settings
    spoken = words(office.language)

    def word(key: str, **details: str | int) -> str:
        return spoken.word("file_copy", key, **details)

    return ComposedLetter(
        language=spoken.language,
        letterhead=(word("internal"),),
        office_lines=office.letterhead or (office.office_name, *office.office_address),
        return_line="",
        addressee=(word("file", case=case.number),),
        place_and_date=", ".join(one for one in (office.office_city, spoken.date(desk.today())) if one),
        reference_lines=((word("letter"), letter.number), (word("case"), case.number)),
        subject=word("title", letter=letter.number),
        salutation="",
        paragraphs=tuple(_parts(desk, case, letter, spoken)),
        closing="",
        signatory=(),
        footer=(word("internal"),),
        title=word("title", letter=letter.number),
        author=office.office_name,
        running=letter.number,
        page_label=word("page"),
        dated=desk.today(),
        form=PageForm(office.page_form),
    )


def _parts(desk: Desk, case: Case, letter: Letter, spoken: Words) -> Iterator[Paragraph]:
    def word(key: str, **details: str | int) -> str:
        return spoken.word("file_copy", key, **details)

    yield Paragraph("body", word("intro"))
    rows = [(name, value) for name, value in _facts(desk, case, letter, spoken) if value.strip()]
    yield Paragraph("table", rows=((word("what"), word("how")), *((word(name), value) for name, value in rows)))
    issued = _event(case, EventKind.LETTER_ISSUED, letter)
    if issued is not None and issued.text.strip():
        yield Paragraph("heading", word("reasons"))
        yield from (Paragraph("list", line) for line in issued.text.splitlines() if line.strip())
    yield Paragraph("heading", word("sendings"))
    if not letter.dispatches:
        yield Paragraph("body", word("not_sent"))
        return
    heads = tuple(word(name) for name in ("sent_at", "channel", "recipient", "sent_by", "outcome"))
    yield Paragraph("table", rows=(heads, *(_sending(desk, one, spoken) for one in letter.dispatches)))


def _facts(desk: Desk, case: Case, letter: Letter, spoken: Words) -> Iterator[tuple[str, str]]:
    zone = desk.settings.home_zone
    drafted = _event(case, EventKind.LETTER_DRAFTED, letter)
    issued = _event(case, EventKind.LETTER_ISSUED, letter)
    yield "kind", spoken.word("letter", letter.kind.value)
    yield "language", spoken.word("language", letter.language) if spoken.has("language", letter.language) else letter.language
    for name, event in (("drafted", drafted), ("issued", issued)):
        if event is not None:
            yield name, f"{desk.officer_name(event.officer_id)}, {spoken.date(event.occurred_at, zone)}"
    yield from _approved(desk, letter, spoken)
    yield "template", version_words(letter.template, spoken)
    yield "corrects", letter.corrects
    yield "pages", str(letter.pages)
    yield "anchor", letter.anchor
    yield "digest", letter.sha256
    yield "signed_digest", letter.signed_sha256


def _approved(desk: Desk, letter: Letter, spoken: Words) -> Iterator[tuple[str, str]]:
    """Return who approved what the letter tells, and the reason of an exception."""
    held: dict[str, ApprovalRecord] = {}
    for record in approval_store.list_for_case(desk.session, letter.case_id):
        in_time = letter.issued_at is None or record.recorded_at <= letter.issued_at
        if record.letter_id == letter.id and record.verdict is Verdict.APPROVED and in_time:
            held[record.right.value] = record
    for record in held.values():
        means = spoken.word("means", record.means.value) if record.means is not None else ""
        at = spoken.date(record.given_at, desk.settings.home_zone)
        yield "approved_by", ", ".join(one for one in (desk.officer_name(record.officer_id), at, means) if one)
        if record.means is Means.EXCEPTION:
            yield "excepted", record.words


def _sending(desk: Desk, sending: Dispatch, spoken: Words) -> tuple[str, ...]:
    zone = desk.settings.home_zone
    channel = spoken.word("dispatch_channel", sending.channel.value)
    outcome = spoken.word("delivery_outcome", sending.outcome.value) if sending.outcome is not None else ""
    at = spoken.date(sending.outcome_at, zone) if sending.outcome_at is not None else ""
    return (
        spoken.date(sending.sent_at, zone),
        ", ".join(one for one in (channel, sending.tracking, sending.run) if one),
        sending.recipient,
        desk.officer_name(sending.officer_id),
        ", ".join(one for one in (outcome, at, sending.proof) if one),
    )


def _event(case: Case, kind: EventKind, letter: Letter) -> CaseEvent | None:
    """Return the newest event of a kind that names the letter."""
    return next((one for one in reversed(case.events) if one.kind is kind and one.detail("letter") == letter.number), None)
