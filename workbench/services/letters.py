"""Letters: drafted from the case, checked against the law, issued once and for all.

A draft is composed anew from the case each time it is looked at; an issued letter is its bytes, which never change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from workbench.domain.authorities import Directory, ListedAuthority
from workbench.domain.breaches import Breach
from workbench.domain.cases import Case, CaseKind, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import ApproveLetter, ComposeLetter, ReviseLetter
from workbench.domain.complaints import Complaint, ComplaintKind, NotIndependentError, barred
from workbench.domain.dossier import Verdict
from workbench.domain.errors import InvalidInputError, NotFoundError, WorkbenchError
from workbench.domain.letters import (
    TO_AUTHORITIES,
    ComposedLetter,
    CorrectionRefusedError,
    ExtensionNotRecordedError,
    Letter,
    LetterFields,
    LetterIncompleteError,
    LetterKind,
    LetterNoOccasionError,
    LetterNotDraftError,
    LetterNothingToTellError,
    LetterState,
    RenderedLetter,
)
from workbench.domain.matters import Matter
from workbench.domain.phases import ANSWERS, Act, rights_to_tell, rights_told_by, without_occasion
from workbench.domain.readiness import LetterFacts
from workbench.domain.rights import Right
from workbench.domain.templates import Template
from workbench.services import authorities, case_file, deadlines, dossiers, guard, images, ready, seal, templates
from workbench.services.letter_files import Document, WorkingFile, evidence_of
from workbench.services.letter_texts import Composed, compose_for, languages_of, refusals
from workbench.services.lines import LetterLine, LetterPreview
from workbench.services.office import Desk, listed
from workbench.store import approvals as approval_store
from workbench.store import case_contents
from workbench.store import cases as case_store
from workbench.store import evidence as evidence_store
from workbench.store import journal as journal_store
from workbench.store import letters as letter_store
from workbench.store.case_contents import CaseContent

LETTER_SERIES = "L"


@dataclass(frozen=True, slots=True)
class AddressedAuthority:
    """An authority that letters of a case can go to, with the languages in which one writes to it.

    `law` is the law of a breach that it is told under, empty for a matter; `name` is empty where the directory has none.
    """

    law: str
    name: str
    languages: tuple[str, ...]

    def language_for(self, kind: LetterKind) -> str:
        """Return the language to write to it in: its own where there is a template, else English."""
        return next((one for one in self.languages if one in languages_of(kind)), "en")


def compose_letter(command: ComposeLetter, desk: Desk) -> Changes:
    """Draft a letter; `created` is its id, `number` its number.

    Raises:
        NotPermittedError: the case is closed, or the letter would answer a case that is answered.
        InvalidInputError: there is no template in the language, or the case does not stand under the law of a notice.
        LetterNothingToTellError: an answer or refusal has no decision to tell.
        ExtensionNotRecordedError: an extension letter has no extension to tell.
        LetterNoOccasionError: what the letter tells has not happened.
        CorrectionRefusedError: the letter to correct is a draft, of another case, or corrected already.
    """
    case = case_file.load_for(desk, command.case_id, Act.COMPOSE)
    _check_language(command.kind, command.language)
    corrected = _corrected(desk, case, command.corrects_id) if command.corrects_id is not None else None
    _check_occasion(case, command.kind, corrected)
    number = case_store.next_number(desk.session, LETTER_SERIES, desk.today().year)
    _check_law(case, command.fields)
    content = _Content(command.kind, command.language, command.fields, number, corrected)
    composed = _compose(desk, case, content)
    letter = letter_store.add(
        desk.session,
        case_id=case.id,
        number=number,
        kind=command.kind,
        language=command.language,
        fields=composed.fields,
        created_at=desk.now,
        officer_id=desk.officer.id,
        corrects_id=command.corrects_id,
    )
    _record(desk, case, letter, EventKind.LETTER_DRAFTED)
    return Changes(cases=frozenset({case.id}), letters=frozenset({letter.id}), created=letter.id, number=letter.number)


def revise_letter(command: ReviseLetter, desk: Desk) -> Changes:
    """Change a draft.

    Raises:
        LetterNotDraftError: the letter was issued.
        InvalidInputError: there is no template in the language, or the case does not stand under the law of a notice.
    """
    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load_for(desk, letter.case_id, Act.COMPOSE)
    _check_language(letter.kind, command.language)
    _check_law(case, command.fields)
    letter_store.save_draft(
        desk.session,
        letter.id,
        language=command.language,
        fields=_signed(desk, case, letter, command),
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
        LetterNoOccasionError: what the letter tells has not happened.
        LetterIncompleteError: the law requires contents that the letter lacks.
        LetterPlaceEmptyError: a place that needs the officer's words has none.
        LetterValueMissingError: a placeholder would be printed without a value.
        NotReadyError: a refusal, a partial refusal or an erasure that it tells would not stand yet.
        NotIndependentError: it tells the outcome of a complaint within a request, which is about the officer at the desk.
        WrongPersonError: something points at another person or case, and no reason was given for it.
        GlyphMissingError: no font of the letter has a character of its text.
    """
    prepared = prepare_letter(command, desk)
    return seal_letter(prepared, render(prepared), desk)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter that passed every check, composed as it will be issued: what it lacks is its paper (`render`) and its seal.

    `letter_id` is the draft that is issued, 0 for a letter that was never one (those of a batch). `template` is the version of
    the template that it was composed from, `anchor` the head of the journal that it names, `corrects` the number of the letter
    that it replaces; `resolved` are the mismatches that are meant as they stand, each with its reason; `facts` and `approved` are
    what its readiness rested on, where it tells what needs a second officer. Drawing needs no store, so that it can be done
    elsewhere while the desk goes on.
    """

    case: Case
    kind: LetterKind
    language: str
    number: str
    rights: tuple[Right, ...]
    composed: Composed
    letter_id: int = 0
    template: str = ""
    anchor: str = ""
    corrects: str = ""
    resolved: tuple[guard.Answer, ...] = ()
    facts: LetterFacts | None = None
    approved: tuple[ready.Approved, ...] = ()


def prepare_letter(command: ApproveLetter, desk: Desk) -> Prepared:
    """Check a draft against the law and compose it as it will be issued; nothing is written.

    Raises:
        LetterNotDraftError: the letter was issued before.
        NotPermittedError: the case is closed.
        LetterNothingToTellError: an answer or refusal has no decision to tell.
        ExtensionNotRecordedError: an extension letter has no extension to tell.
        LetterNoOccasionError: what the letter tells has not happened.
        LetterIncompleteError: the law requires contents that the letter lacks.
        LetterPlaceEmptyError: a place that needs the officer's words has none.
        LetterValueMissingError: a placeholder would be printed without a value.
        NotReadyError: a refusal, a partial refusal or an erasure that it tells would not stand yet.
        NotIndependentError: it tells the outcome of a complaint within a request, which is about the officer at the desk.
        WrongPersonError: something points at another person or case, and no reason was given for it.
    """
    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load_for(desk, letter.case_id, Act.APPROVE)
    if letter.state is not LetterState.DRAFT:
        raise LetterNotDraftError(letter=letter.number)
    return replace(_prepared(desk, case, _content_of(case, letter), command.resolved), letter_id=letter.id)


def prepare_new(command: ComposeLetter, number: str, desk: Desk, *, case: Case | None = None) -> Prepared:
    """Check and compose a letter that is issued without having been a draft, under a number; nothing is written.

    Args:
        command: the case, the kind, the language and the fields.
        number: the number that the letter gets.
        desk: the desk.
        case: the case where it was read already.

    Raises:
        NotPermittedError: the case is closed, or the letter would answer a case that is answered.
        InvalidInputError: there is no template in the language.
        LetterNothingToTellError, ExtensionNotRecordedError, LetterIncompleteError, NotReadyError, WrongPersonError: as
            `prepare_letter`.
    """
    case = case_file.permitted(case or case_file.load(desk, command.case_id), Act.APPROVE)
    _check_language(command.kind, command.language)
    return _prepared(desk, case, _Content(command.kind, command.language, command.fields, number))


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
    kept = seal.sealed(prepared.composed.letter, template=prepared.template, anchored=prepared.anchor)
    if prepared.letter_id:
        _keep_enclosures(prepared, desk)
        issued = letter_store.save_issued(
            desk.session,
            prepared.letter_id,
            pdf=drawn.data,
            pages=drawn.pages,
            issued_at=desk.now,
            officer_id=desk.officer.id,
            seal=kept,
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
            seal=kept,
        )
    details = {
        "rights": listed([right.value for right in prepared.rights]),
        "template": prepared.template,
        "anchor": prepared.anchor,
        "corrects": prepared.corrects,
        "resolved": listed([answer.mismatch.code for answer in prepared.resolved]),
        **ready.issue_details(prepared.facts, prepared.approved),
    }
    _record(desk, prepared.case, issued, EventKind.LETTER_ISSUED, details, text=guard.told(prepared.resolved))
    return Changes(cases=frozenset({prepared.case.id}), letters=frozenset({issued.id}), created=issued.id, number=issued.number)


def preview_letter(
    desk: Desk,
    case_id: int,
    kind: LetterKind,
    language: str,
    fields: LetterFields | None = None,
    *,
    number: str = "",
    corrects: str = "",
    template: Template | None = None,
) -> LetterPreview:
    """Return a letter as it would be printed today, before it is drafted.

    Args:
        desk: the desk.
        case_id: the case.
        kind: the kind of letter.
        language: of the letter.
        fields: the officer's own; None takes what the case suggests.
        number: that of a draft being revised.
        corrects: the number of the letter of this case that it replaces.
        template: one that is being edited; None takes the one in use.

    Raises:
        NotFoundError: there is no such case.
        InvalidInputError: there is no template in the language.
    """
    case = case_file.load(desk, case_id)
    return _preview(desk, case, _Content(kind, language, fields, number, _numbered(case, corrects)), template)


def preview_draft(desk: Desk, letter_id: int) -> LetterPreview:
    """Return a draft as it would be printed today; an issued letter as it was printed.

    Raises:
        NotFoundError: there is no such letter.
    """
    letter = letter_store.load(desk.session, letter_id)
    if letter.state is not LetterState.DRAFT:
        return LetterPreview(letter_store.pdf(desk.session, letter.id), (), letter.fields, ())
    case = case_file.load(desk, letter.case_id)
    return _preview(desk, case, _content_of(case, letter))


def draft_facts(desk: Desk, case: Case, letter: Letter) -> LetterFacts:
    """Return what readiness looks at of a draft as it would be issued now."""
    return ready.letter_facts(desk, case, _compose(desk, case, _content_of(case, letter)))


def draft_composed(desk: Desk, case: Case, letter: Letter) -> ComposedLetter:
    """Return a draft as it would be printed now, before it is drawn."""
    return _compose(desk, case, _content_of(case, letter)).letter


def rights_of_draft(case: Case, letter: Letter) -> tuple[Right, ...]:
    """Return the rights that a draft would tell if it were issued now."""
    return _rights(case, letter.kind, _numbered(case, letter.corrects))


def letter_pdf(desk: Desk, letter_id: int) -> bytes:
    """Return the bytes of an issued letter, exactly as they were issued.

    Raises:
        NotFoundError: there is no such letter.
        LetterNotIssuedError: it is a draft.
        StoreDamagedError: the bytes are not those that were issued.
    """
    return letter_store.pdf(desk.session, letter_id)


def authorities_of(desk: Desk, case_id: int) -> tuple[AddressedAuthority, ...]:
    """Return the authorities that the letters of a case can go to: of a matter its own, of a breach one for each law.

    Raises:
        NotFoundError: there is no such case.
    """
    case = case_file.load(desk, case_id)
    content = _content_kept(desk, case)
    laws = [one.law for one in case.laws] if isinstance(content, Breach) else [""]
    directory = authorities.directory(desk)
    found = ((law, _authority(desk, case, content, LetterFields(addressee=(), law=law), directory)) for law in laws)
    return tuple(
        AddressedAuthority(law, authority.contact.readable, authority.contact.languages)
        if authority is not None
        else AddressedAuthority(law, "", ())
        for law, authority in found
    )


def mail_address(desk: Desk, letter: Letter) -> str:
    """Return the e-mail address that a letter goes to, empty where none is known.

    A letter to an authority goes to its contact officer, else to the address of the directory where somebody checked it or let it
    be used.
    """
    case = case_file.load(desk, letter.case_id)
    known = guard.mail_address(case, letter)
    if known or letter.kind not in TO_AUTHORITIES:
        return known
    content = _content_kept(desk, case)
    if isinstance(content, Matter) and content.contact.email.strip():
        return content.contact.email.strip()
    authority = _authority(desk, case, content, letter.fields, authorities.directory(desk))
    return authority.printed_email.strip() if authority is not None else ""


def load_letter(desk: Desk, letter_id: int) -> Letter:
    """Return one letter.

    Raises:
        NotFoundError: there is no such letter.
    """
    return letter_store.load(desk.session, letter_id)


def letter_id_of(desk: Desk, number: str) -> int:
    """Return the id of a letter by its number.

    Raises:
        NotFoundError: no letter has this number.
    """
    return letter_store.find(desk.session, number)


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


def _check_language(kind: LetterKind, language: str) -> None:
    if language not in languages_of(kind):
        raise InvalidInputError(field="letter_language", problem="not_a_choice")


def _check_law(case: Case, fields: LetterFields | None) -> None:
    if fields is not None and fields.law and case.place_of(fields.law) is None:
        raise InvalidInputError(field="letter_law", problem="not_a_choice")


def _check_occasion(case: Case, kind: LetterKind, corrected: Letter | None = None) -> None:
    reason = without_occasion(case, kind)
    if not reason or (kind in ANSWERS and _rights(case, kind, corrected)):
        return
    if kind in ANSWERS:
        raise LetterNothingToTellError(kind=kind.value, case=case.number)
    if kind is LetterKind.EXTENSION:
        raise ExtensionNotRecordedError(case=case.number)
    raise LetterNoOccasionError(kind=kind.value, case=case.number, reason=reason)


def _check_independent(desk: Desk, case: Case, kind: LetterKind) -> None:
    """Check that the officer may tell the outcome of a complaint that came within a request: it is nobody's own to decide."""
    if kind is not LetterKind.COMPLAINT_OUTCOME or case.kind is not CaseKind.REQUEST:
        return
    approvals = approval_store.list_for_case(desk.session, case.id)
    approved = (one.officer_id for one in approvals if one.verdict is Verdict.APPROVED)
    if desk.officer.id in barred(Complaint(case.number, ComplaintKind.OTHER), case, approved_by=approved):
        raise NotIndependentError(case=case.number, officer=desk.officer.id)


def _rights(case: Case, kind: LetterKind, corrected: Letter | None) -> tuple[Right, ...]:
    """Return the rights that a letter tells: those still to be told, and for a correction those of the letter it replaces."""
    telling = set(rights_to_tell(case, kind))
    if corrected is not None and corrected.kind is kind:
        telling |= set(rights_told_by(case, corrected))
    return tuple(right for right in case.request.rights if right in telling)


def _corrected(desk: Desk, case: Case, letter_id: int) -> Letter:
    """Return the letter that a new one may replace.

    Raises:
        CorrectionRefusedError: it is a draft, of another case, or corrected already.
    """
    letter = letter_store.load(desk.session, letter_id)
    why = ""
    if letter.case_id != case.id:
        why = "other_case"
    elif letter.state is LetterState.DRAFT:
        why = "not_issued"
    elif letter_store.corrected_by(desk.session, letter.id):
        why = "corrected_already"
    if why:
        raise CorrectionRefusedError(letter=letter.number, why=why)
    return letter


def _numbered(case: Case, number: str) -> Letter | None:
    return next((letter for letter in case.letters if number and letter.number == number), None)


@dataclass(frozen=True, slots=True)
class _Content:
    """What is asked of a letter: its kind and language, the officer's fields, its number, and the letter it replaces."""

    kind: LetterKind
    language: str
    fields: LetterFields | None
    number: str
    corrected: Letter | None = None


def _content_of(case: Case, letter: Letter) -> _Content:
    return _Content(letter.kind, letter.language, letter.fields, letter.number, _numbered(case, letter.corrects))


def _signed(desk: Desk, case: Case, letter: Letter, command: ReviseLetter) -> LetterFields:
    """Return the fields of a revised draft with who signs it: left open, it would be another one for whoever looks at it.

    The files that its text rests on go with it, whether or not they were chosen.
    """
    given = command.fields
    working = _working(desk, case, given, authorities.directory(desk))
    given = replace(given, enclosures=working.enclosed(letter.kind, given.enclosures))
    if given.signatory.strip():
        return given
    content = replace(_content_of(case, letter), language=command.language, fields=given)
    filled = _compose(desk, case, content).fields
    return replace(given, signatory=filled.signatory, signatory_title=filled.signatory_title)


def _preview(desk: Desk, case: Case, content: _Content, template: Template | None = None) -> LetterPreview:
    _check_language(content.kind, content.language)
    errors: list[WorkbenchError] = []
    try:
        _check_occasion(case, content.kind, content.corrected)
        _check_independent(desk, case, content.kind)
    except WorkbenchError as error:
        errors.append(error)
    used = templates.TemplateInUse(template, "") if template is not None else None
    composed = _compose(desk, case, content, used)
    errors += refusals(composed, content.number)
    found = guard.mismatches(desk, case, content.kind, composed.letter, composed.fields.enclosures)
    pdf = b""
    try:
        pdf, _ = _render(composed)
    except WorkbenchError as error:
        errors.append(error)
    problems = tuple(_problem(error) for error in errors)
    return LetterPreview(
        pdf,
        composed.required,
        composed.fields,
        problems,
        tuple(errors),
        mismatches=found,
        own_words=composed.own_words,
        places=composed.places,
    )


def _problem(error: WorkbenchError) -> tuple[str, str]:
    if isinstance(error, LetterIncompleteError):
        return error.code, str(error.details["missing"])
    return error.code, ", ".join(str(value) for value in error.details.values())


def _compose(
    desk: Desk, case: Case, content: _Content, template: templates.TemplateInUse | None = None, *, anchor: str = ""
) -> Composed:
    """Return a letter on the office's paper, by the template in use; without an `anchor` it is a draft."""
    used = template or templates.template_for(desk, content.kind, content.language)
    old = content.corrected
    rights = _rights(case, content.kind, old)
    directory = authorities.directory(desk)
    composed = compose_for(
        case,
        content.kind,
        content.language,
        content.fields,
        rulebooks=desk.rulebooks,
        office=desk.settings,
        deadlines=deadlines.lines_of(desk, case),
        number=content.number,
        on=_letter_day(desk),
        officer=desk.officer,
        rights=rights or None,
        template=used.template,
        corrected=(old.number, _issued_on(desk, old)) if old is not None else None,
        suggestions=dossiers.suggestions(desk, case, rights, content.language),
        authorities=directory.authorities,
        working=_working(desk, case, content.fields, directory),
    )
    paper = images.stationery(desk, signatory=composed.fields.signatory)
    enclosed = tuple(evidence_store.load(desk.session, one) for one in composed.fields.enclosures)
    letter = replace(
        composed.letter,
        form=paper.form,
        logo=paper.logo,
        signature=paper.signature,
        footer=(*composed.letter.footer, *paper.footer),
        anchor=anchor,
        draft=not anchor,
        enclosed=tuple(one.sha256 for one in enclosed),
    )
    return replace(composed, letter=letter)


def _keep_enclosures(prepared: Prepared, desk: Desk) -> None:
    """Keep what goes with a letter as it is issued, where the working file names other files than when it was drafted."""
    draft = letter_store.load(desk.session, prepared.letter_id)
    enclosures = prepared.composed.fields.enclosures
    if draft.state is LetterState.DRAFT and draft.fields.enclosures != enclosures:
        fields = replace(draft.fields, enclosures=enclosures)
        letter_store.save_draft(
            desk.session, draft.id, language=draft.language, fields=fields, at=desk.now, officer_id=desk.officer.id
        )


def _working(desk: Desk, case: Case, fields: LetterFields | None, directory: Directory) -> WorkingFile:
    """Return what stands behind the letters of a case: its working file, whom it concerns, the files that a letter can name."""
    content = _content_kept(desk, case)
    wanted = dict.fromkeys((*evidence_of(content), *(fields.enclosures if fields is not None else ())))
    kept = (evidence_store.load(desk.session, one) for one in wanted)
    return WorkingFile(
        content,
        _authority(desk, case, content, fields, directory),
        {one.id: Document(one.name, one.sha256) for one in kept},
        {officer.id: officer.title for officer in desk.officers.values()},
        _manifest_digest(desk, case) if isinstance(content, Matter) else "",
    )


def _manifest_digest(desk: Desk, case: Case) -> str:
    """Return the digest that the newest bundle of a case, or of the case it is about, is known by; empty where none was made."""
    about = case_store.numbers_of(desk.session, () if case.about_id is None else (case.about_id,))
    lines = (line for number in (case.number, *about.values()) for line in journal_store.entries(desk.session, number))
    newest = max((line for line in lines if line.action == "bundle_made"), key=lambda line: line.seq, default=None)
    return str(newest.facts.get("manifest_sha256", "")) if newest is not None else ""


def _content_kept(desk: Desk, case: Case) -> CaseContent | None:
    try:
        match case.kind:
            case CaseKind.COMPLAINT:
                return case_contents.load(desk.session, case.id, Complaint)
            case CaseKind.MATTER:
                return case_contents.load(desk.session, case.id, Matter)
            case CaseKind.BREACH:
                return case_contents.load(desk.session, case.id, Breach)
            case _:
                return None
    except NotFoundError:
        return None


def _authority(
    desk: Desk, case: Case, content: CaseContent | None, fields: LetterFields | None, directory: Directory
) -> ListedAuthority | None:
    """Return the authority of a matter, of the law that a breach is told under, or to which a complaint was passed on."""
    if isinstance(content, Matter):
        return directory.authorities.get(content.authority_id)
    if isinstance(content, Breach):
        law = case.place_of(fields.law if fields is not None else "") or case.laws[0]
        return directory.find(law.law, law.place)
    passed_on = case.last(EventKind.PASSED_ON)
    if not isinstance(content, Complaint) or passed_on is None:
        return None
    try:
        matter = case_contents.load(desk.session, case_store.find(desk.session, passed_on.detail("matter")), Matter)
    except NotFoundError:
        return None
    return directory.authorities.get(matter.authority_id)


def _letter_day(desk: Desk) -> date:
    return desk.today()


def _issued_on(desk: Desk, letter: Letter) -> date:
    """Return the local day that an issued letter is dated."""
    return (letter.issued_at or letter.created_at).astimezone(ZoneInfo(desk.settings.home_zone)).date()


def _prepared(desk: Desk, case: Case, content: _Content, resolved: tuple[tuple[str, str], ...] = ()) -> Prepared:
    _check_occasion(case, content.kind, content.corrected)
    _check_independent(desk, case, content.kind)
    template = templates.template_for(desk, content.kind, content.language)
    anchored = seal.anchor(desk)
    composed = _compose(desk, case, content, template, anchor=anchored)
    for refusal in refusals(composed, content.number):
        raise refusal
    rights = _rights(case, content.kind, content.corrected)
    facts = ready.letter_facts(desk, case, composed) if ready.gated(case, rights) else None
    approved = ready.require(desk, case, rights, facts, now=desk.now) if facts is not None else ()
    found = guard.mismatches(desk, case, content.kind, composed.letter, composed.fields.enclosures)
    return Prepared(
        case=case,
        kind=content.kind,
        language=content.language,
        number=content.number,
        rights=rights,
        composed=composed,
        template=template.version,
        anchor=anchored,
        corrects=content.corrected.number if content.corrected is not None else "",
        resolved=guard.answered(found, resolved, letter=content.number),
        facts=facts,
        approved=approved,
    )


def _render(composed: Composed) -> tuple[bytes, int]:
    from workbench.paper.layout import render  # noqa: PLC0415  ReportLab is slow to import and lists need no paper

    rendered = render(composed.letter)
    return rendered.data, rendered.pages


def _record(
    desk: Desk, case: Case, letter: Letter, kind: EventKind, details: Mapping[str, str] | None = None, *, text: str = ""
) -> None:
    said = {"letter": letter.number, "kind": letter.kind.value, "language": letter.language, **(details or {})}
    event = case_file.record(desk, case, kind, occurred_at=desk.now, zone=desk.settings.home_zone, details=said, text=text)
    others = tuple(one for one in case.letters if one.id != letter.id)
    letters = tuple(sorted((*others, letter), key=lambda one: one.id))
    case_file.refold_as(desk, case, replace(case, events=(*case.events, event), letters=letters))
