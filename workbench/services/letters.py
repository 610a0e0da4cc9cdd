"""Letters: drafted from the case, checked against the law, issued once and for all.

A draft is composed anew from the case each time it is looked at; an issued letter is its bytes, which never change.
"""

from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.cases import Case, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import ApproveLetter, ComposeLetter, ReviseLetter
from workbench.domain.errors import InvalidInputError, WorkbenchError
from workbench.domain.letters import (
    ExtensionNotRecordedError,
    Letter,
    LetterFields,
    LetterIncompleteError,
    LetterKind,
    LetterNotDraftError,
    LetterNothingToTellError,
    LetterState,
    RenderedLetter,
)
from workbench.domain.phases import ANSWERS, Act, rights_to_tell
from workbench.domain.rights import Right
from workbench.services import case_file, deadlines
from workbench.services.letter_texts import LETTER_LANGUAGES, Composed, compose_for
from workbench.services.lines import LetterLine, LetterPreview, RequiredContent
from workbench.services.office import Desk, listed
from workbench.store import cases as case_store
from workbench.store import letters as letter_store

LETTER_SERIES = "L"


def compose_letter(command: ComposeLetter, desk: Desk) -> Changes:
    """Draft a letter; `created` is its id, `number` its number.

    Raises:
        NotPermittedError: the case is closed, or the letter would answer a case that is answered.
        InvalidInputError: there is no template in the language.
        LetterNothingToTellError: an answer or refusal has no decision to tell.
        ExtensionNotRecordedError: an extension letter has no extension to tell.
    """
    case = case_file.load_for(desk, command.case_id, Act.COMPOSE)
    _check_language(command.language)
    _check_occasion(case, command.kind)
    number = case_store.next_number(desk.session, LETTER_SERIES, desk.today().year)
    composed = _compose(desk, case, command.kind, command.language, command.fields, number)
    letter = letter_store.add(
        desk.session,
        case_id=case.id,
        number=number,
        kind=command.kind,
        language=command.language,
        fields=composed.fields,
        created_at=desk.now,
        officer_id=desk.officer.id,
    )
    _record(desk, case, letter, EventKind.LETTER_DRAFTED)
    return Changes(cases=frozenset({case.id}), letters=frozenset({letter.id}), created=letter.id, number=letter.number)


def revise_letter(command: ReviseLetter, desk: Desk) -> Changes:
    """Change a draft.

    Raises:
        LetterNotDraftError: the letter was issued.
        InvalidInputError: there is no template in the language.
    """
    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load_for(desk, letter.case_id, Act.COMPOSE)
    _check_language(command.language)
    letter_store.save_draft(
        desk.session,
        letter.id,
        language=command.language,
        fields=command.fields,
        at=desk.now,
        officer_id=desk.officer.id,
    )
    return Changes(cases=frozenset({case.id}), letters=frozenset({letter.id}), number=letter.number)


def approve_letter(command: ApproveLetter, desk: Desk) -> Changes:
    """Check a draft against the law and issue it: its bytes are kept with their digest and never change again.

    Raises:
        LetterNotDraftError: the letter was issued before.
        NotPermittedError: the case is closed.
        LetterNothingToTellError: an answer or refusal has no decision to tell.
        ExtensionNotRecordedError: an extension letter has no extension to tell.
        LetterIncompleteError: the law requires contents that the letter lacks.
        GlyphMissingError: no font of the letter has a character of its text.
    """
    prepared = prepare_letter(command, desk)
    return seal_letter(prepared, render(prepared), desk)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter that passed every check, composed as it will be issued: what it lacks is its paper (`render`) and its seal.

    `letter_id` is the draft that is issued, 0 for a letter that was never one (those of a batch). Drawing needs no store, so
    that it can be done elsewhere while the desk goes on.
    """

    case: Case
    kind: LetterKind
    language: str
    number: str
    rights: tuple[Right, ...]
    composed: Composed
    letter_id: int = 0


def prepare_letter(command: ApproveLetter, desk: Desk) -> Prepared:
    """Check a draft against the law and compose it as it will be issued; nothing is written.

    Raises:
        LetterNotDraftError: the letter was issued before.
        NotPermittedError: the case is closed.
        LetterNothingToTellError: an answer or refusal has no decision to tell.
        ExtensionNotRecordedError: an extension letter has no extension to tell.
        LetterIncompleteError: the law requires contents that the letter lacks.
    """
    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load_for(desk, letter.case_id, Act.APPROVE)
    if letter.state is not LetterState.DRAFT:
        raise LetterNotDraftError(letter=letter.number)
    return _prepared(desk, case, letter.kind, letter.language, letter.fields, letter.number, letter_id=letter.id)


def prepare_new(command: ComposeLetter, number: str, desk: Desk) -> Prepared:
    """Check and compose a letter that is issued without having been a draft, under a number; nothing is written.

    Raises:
        NotPermittedError: the case is closed, or the letter would answer a case that is answered.
        InvalidInputError: there is no template in the language.
        LetterNothingToTellError, ExtensionNotRecordedError, LetterIncompleteError: as `prepare_letter`.
    """
    case = case_file.load_for(desk, command.case_id, Act.APPROVE)
    _check_language(command.language)
    return _prepared(desk, case, command.kind, command.language, command.fields, number)


def render(prepared: Prepared) -> RenderedLetter:
    """Draw a prepared letter.

    Raises:
        GlyphMissingError: no font of the letter has a character of its text.
        LetterPartTooLongError: the letterhead, the addressee or the foot does not fit its place.
    """
    from workbench.paper.layout import render as draw  # noqa: PLC0415  ReportLab is slow to import and lists need no paper

    return draw(prepared.composed.letter)


def seal_letter(prepared: Prepared, drawn: RenderedLetter, desk: Desk) -> Changes:
    """Keep what was drawn of a prepared letter as the issued letter, in the transaction that prepared it.

    Raises:
        LetterNotDraftError: the letter was issued in the meantime.
    """
    if prepared.letter_id:
        issued = letter_store.save_issued(
            desk.session, prepared.letter_id, pdf=drawn.data, pages=drawn.pages, issued_at=desk.now, officer_id=desk.officer.id
        )
    else:
        issued = letter_store.add_issued(
            desk.session,
            case_id=prepared.case.id,
            number=prepared.number,
            kind=prepared.kind,
            language=prepared.language,
            fields=prepared.composed.fields,
            pdf=drawn.data,
            pages=drawn.pages,
            issued_at=desk.now,
            officer_id=desk.officer.id,
        )
    _record(desk, prepared.case, issued, EventKind.LETTER_ISSUED, rights=listed([right.value for right in prepared.rights]))
    return Changes(cases=frozenset({prepared.case.id}), letters=frozenset({issued.id}), created=issued.id, number=issued.number)


def preview_letter(
    desk: Desk, case_id: int, kind: LetterKind, language: str, fields: LetterFields | None = None, *, number: str = ""
) -> LetterPreview:
    """Return a letter as it would be printed today, before it is drafted; `number` is that of a draft being revised.

    Raises:
        NotFoundError: there is no such case.
        InvalidInputError: there is no template in the language.
    """
    return _preview(desk, case_file.load(desk, case_id), kind, language, fields, number)


def preview_draft(desk: Desk, letter_id: int) -> LetterPreview:
    """Return a draft as it would be printed today; an issued letter as it was printed.

    Raises:
        NotFoundError: there is no such letter.
    """
    letter = letter_store.load(desk.session, letter_id)
    if letter.state is not LetterState.DRAFT:
        return LetterPreview(letter_store.pdf(desk.session, letter.id), (), letter.fields, ())
    case = case_file.load(desk, letter.case_id)
    return _preview(desk, case, letter.kind, letter.language, letter.fields, letter.number)


def letter_pdf(desk: Desk, letter_id: int) -> bytes:
    """Return the bytes of an issued letter, exactly as they were issued.

    Raises:
        NotFoundError: there is no such letter.
        LetterNotIssuedError: it is a draft.
        StoreDamagedError: the bytes are not those that were issued.
    """
    return letter_store.pdf(desk.session, letter_id)


def load_letter(desk: Desk, letter_id: int) -> Letter:
    """Return one letter.

    Raises:
        NotFoundError: there is no such letter.
    """
    return letter_store.load(desk.session, letter_id)


def list_letters(desk: Desk, state: LetterState | None = None) -> tuple[LetterLine, ...]:
    """Return the letters of every case, newest first, in one state or in all."""
    found = letter_store.list_all(desk.session, state)
    rows = {row.id: row for row in case_store.list_case_rows(desk.session)}
    return tuple(
        LetterLine(
            id=letter.id,
            number=letter.number,
            case_id=letter.case_id,
            case_number=rows[letter.case_id].number,
            subject_name=rows[letter.case_id].subject_name,
            kind=letter.kind,
            language=letter.language,
            state=letter.state,
            created_at=letter.created_at,
            sent_at=letter.dispatch.sent_at if letter.dispatch is not None else None,
        )
        for letter in found
    )


def _check_language(language: str) -> None:
    if language not in LETTER_LANGUAGES:
        raise InvalidInputError(field="letter_language", problem="not_a_choice")


def _check_occasion(case: Case, kind: LetterKind) -> None:
    if kind in ANSWERS and not rights_to_tell(case, kind):
        raise LetterNothingToTellError(kind=kind.value, case=case.number)
    if kind is LetterKind.EXTENSION and case.last(EventKind.EXTENSION_NOTIFIED) is None:
        raise ExtensionNotRecordedError(case=case.number)


def _preview(
    desk: Desk, case: Case, kind: LetterKind, language: str, fields: LetterFields | None, number: str
) -> LetterPreview:
    _check_language(language)
    errors: list[WorkbenchError] = []
    try:
        _check_occasion(case, kind)
    except WorkbenchError as error:
        errors.append(error)
    composed = _compose(desk, case, kind, language, fields, number)
    missing = _missing(composed.required)
    if missing:
        errors.append(LetterIncompleteError(missing=listed(missing), letter=number))
    pdf = b""
    try:
        pdf, _ = _render(composed)
    except WorkbenchError as error:
        errors.append(error)
    problems = tuple(_problem(error) for error in errors)
    return LetterPreview(pdf, composed.required, composed.fields, problems, tuple(errors))


def _problem(error: WorkbenchError) -> tuple[str, str]:
    if isinstance(error, LetterIncompleteError):
        return error.code, str(error.details["missing"])
    return error.code, ", ".join(str(value) for value in error.details.values())


def _compose(desk: Desk, case: Case, kind: LetterKind, language: str, fields: LetterFields | None, number: str) -> Composed:
    return compose_for(
        case,
        kind,
        language,
        fields,
        rulebooks=desk.rulebooks,
        office=desk.settings,
        deadlines=deadlines.lines_of(desk, case),
        number=number,
        on=_letter_day(desk),
        officer=desk.officer,
    )


def _letter_day(desk: Desk) -> date:
    return desk.today()


def _prepared(
    desk: Desk, case: Case, kind: LetterKind, language: str, fields: LetterFields | None, number: str, *, letter_id: int = 0
) -> Prepared:
    _check_occasion(case, kind)
    rights = rights_to_tell(case, kind)
    composed = _compose(desk, case, kind, language, fields, number)
    missing = _missing(composed.required)
    if missing:
        raise LetterIncompleteError(missing=listed(missing), letter=number)
    return Prepared(case, kind, language, number, rights, composed, letter_id)


def _missing(required: tuple[RequiredContent, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.code for one in required if not one.present))


def _render(composed: Composed) -> tuple[bytes, int]:
    from workbench.paper.layout import render  # noqa: PLC0415  ReportLab is slow to import and lists need no paper

    rendered = render(composed.letter)
    return rendered.data, rendered.pages


def _record(desk: Desk, case: Case, letter: Letter, kind: EventKind, *, rights: str = "") -> None:
    details = {"letter": letter.number, "kind": letter.kind.value, "language": letter.language, "rights": rights}
    event = case_file.record(desk, case, kind, occurred_at=desk.now, zone=desk.settings.home_zone, details=details)
    others = tuple(one for one in case.letters if one.id != letter.id)
    letters = tuple(sorted((*others, letter), key=lambda one: one.id))
    case_file.refold_as(desk, case, replace(case, events=(*case.events, event), letters=letters))
