"""Letter texts: what a letter says, built from the case, the decisions, the rulebooks and the office's settings.

The sentences are in `resources/letters`, the law's own words in the rulebooks, the officer's in the case and the fields; this
module brings them together and notes what the law requires of the letter. Nothing here knows how a letter looks.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from workbench.domain.authorities import ListedAuthority
from workbench.domain.case_clocks import AUTHORITY_DEADLINE
from workbench.domain.cases import Case, EventKind, LawPlace
from workbench.domain.clocks import PauseSpan
from workbench.domain.decisions import Decision, Outcome, ScheduleLine
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import (
    TO_AUTHORITIES,
    TO_OTHERS,
    ComposedLetter,
    LetterFields,
    LetterIncompleteError,
    LetterKind,
    LetterPlaceEmptyError,
    LetterValueMissingError,
)
from workbench.domain.matters import Matter
from workbench.domain.parties import Officer
from workbench.domain.phases import ASKED_BY, COMPLAINTS, TELLS, rights_shown, rights_to_tell
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Authority, LimitKind, PauseEffect, Remedy, Rulebook, pick
from workbench.domain.settings import OfficeSettings
from workbench.domain.templates import (
    INSERTS,
    Frame,
    Insert,
    LetterValues,
    Need,
    OwnWords,
    Parts,
    Template,
    TemplateError,
    compose,
    fill,
    parse_parts_text,
    parse_template_text,
)
from workbench.services.addresses import postal_address
from workbench.services.answer_clocks import owed
from workbench.services.letter_contents import Lettered, required
from workbench.services.letter_files import NO_FILE, WITH_DOCUMENTS, FileInLetter, WorkingFile
from workbench.services.letter_words import LETTER_LANGUAGES, LETTERS, LetterWords, letter_words
from workbench.services.lines import DeadlineLine, RequiredContent

__all__ = [
    "LETTER_LANGUAGES",
    "UNDER_ONE_LAW",
    "Composed",
    "compose_for",
    "languages_of",
    "load_parts",
    "load_template",
    "read_template",
    "refusals",
    "shipped_text",
]

UNDER_ONE_LAW = frozenset({LetterKind.BREACH_NOTICE, LetterKind.BREACH_FOLLOW_UP})
"""The kinds that are written under one law of a case: the notices of a breach."""

LONG_SCHEDULE = 12
"""A schedule of more lines than this stands in an annex."""

_INFORMING = frozenset({Right.ACCESS, Right.COPY, Right.INFORMATION, Right.CONFIRMATION, Right.PURPOSE_DISCLOSURE})
_EFFECTS = {
    PauseEffect.SUSPEND_EXCLUSIVE: "pauses",
    PauseEffect.SUSPEND_INCLUSIVE: "pauses",
    PauseEffect.RESTART: "restarts",
    PauseEffect.RESTART_AFTER_N: "restarts",
    PauseEffect.LAPSE: "lapses",
    PauseEffect.NONE: "runs",
}
_PAUSED_FOR = {
    EventKind.IDENTITY_REQUESTED.value: "for_identity",
    EventKind.CLARIFICATION_REQUESTED.value: "for_clarification",
    EventKind.FEE_NOTIFIED.value: "for_fee",
}
_REASON_IN = {
    LetterKind.EXTENSION: EventKind.EXTENSION_NOTIFIED,
    LetterKind.CLARIFICATION: EventKind.CLARIFICATION_REQUESTED,
    LetterKind.AUTHORITY_MORE_TIME: EventKind.MORE_TIME_ASKED,
}
_CITED = {r"\bArts? (?=\d)": "article", r"\bs\.(?=\d)": "section", r" para (?=\d)": "paragraph"}
_OF_COMPLAINTS = frozenset({LimitKind.COMPLAINT.value, LimitKind.COMPLAINT_OUTCOME.value})
_OF_AUTHORITIES = frozenset({LimitKind.ENQUIRY.value, LimitKind.REGULATOR_ENQUIRY.value, AUTHORITY_DEADLINE})
_SPOKEN_OF: Mapping[LetterKind, frozenset[str]] = {
    **dict.fromkeys(COMPLAINTS, _OF_COMPLAINTS),
    **dict.fromkeys(TO_AUTHORITIES - UNDER_ONE_LAW - {LetterKind.AUTHORITY}, _OF_AUTHORITIES),
    LetterKind.BREACH_NOTICE: frozenset({LimitKind.BREACH_AUTHORITY.value}),
    LetterKind.BREACH_FOLLOW_UP: frozenset({LimitKind.BREACH_AUTHORITY.value, LimitKind.BREACH_FINAL.value}),
    LetterKind.BREACH_SUBJECTS: frozenset({LimitKind.BREACH_SUBJECT.value}),
}
"""The kinds of clocks that a letter speaks of where they are not those of the answer."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed letter, what the law requires of it, and the fields that were used (suggestions filled in).

    `empty_places` are the places that need the officer's words and have none, `blanks` the placeholders that were printed
    without a value; with either the letter cannot be issued. `own_words` is what the officer wrote or changed, `places` what the
    template keeps for their words, `printed` the contents that stand in it with words.
    """

    letter: ComposedLetter
    required: tuple[RequiredContent, ...]
    fields: LetterFields
    empty_places: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
    places: tuple[Insert, ...] = ()
    printed: frozenset[Need] = frozenset()


def languages_of(kind: LetterKind) -> tuple[str, ...]:
    """Return the languages in which there is a template of this kind."""
    return tuple(language for language in LETTER_LANGUAGES if (LETTERS / f"{kind.value}.{language}.toml").is_file())


@cache
def load_template(kind: LetterKind, language: str) -> Template:
    """Return the template of a kind of letter, read once from the program's own files.

    Raises:
        TemplateError: the file is no template, or one of another kind or language.
        FileNotFoundError: there is none in this language.
    """
    name = f"{kind.value}.{language}.toml"
    template = read_template((LETTERS / name).read_text(encoding="utf-8"), name, language)
    if (template.kind, template.language) != (kind, language):
        raise TemplateError(template=name, line=1, where="kind", problem="other_kind")
    return template


def read_template(text: str, name: str, language: str) -> Template:
    """Return a template from its text, with the parts of its language.

    Args:
        text: TOML.
        name: the file's name, for errors.
        language: the language whose parts it uses.

    Raises:
        TemplateError: it is no template; details tell the line.
    """
    return parse_template_text(text, name, load_parts(language))


@cache
def load_parts(language: str) -> Parts:
    """Return what the templates of a language share, read once.

    Raises:
        TemplateError: the file is wrong, or letters are not written in the language.
    """
    name = f"parts.{language}.toml"
    if language not in LETTER_LANGUAGES:
        raise TemplateError(template=name, line=0, where="language", problem=f"unknown_language:{language}")
    return parse_parts_text((LETTERS / name).read_text(encoding="utf-8"), name)


def shipped_text(kind: LetterKind, language: str) -> str:
    """Return the text of a shipped template, as it is edited.

    Raises:
        FileNotFoundError: there is none in this language.
    """
    return (LETTERS / f"{kind.value}.{language}.toml").read_text(encoding="utf-8")


def refusals(composed: Composed, number: str) -> tuple[WorkbenchError, ...]:
    """Return why a composed letter cannot be issued as it stands: places, required contents or values that it lacks.

    Args:
        composed: the letter.
        number: its number, or that of the draft; may be empty.
    """
    found: list[WorkbenchError] = []
    if composed.empty_places:
        found.append(LetterPlaceEmptyError(places=",".join(composed.empty_places), letter=number))
    missing = dict.fromkeys(one.code for one in composed.required if not one.present)
    if missing:
        found.append(LetterIncompleteError(missing=",".join(missing), letter=number))
    if composed.blanks:
        found.append(LetterValueMissingError(values=", ".join(composed.blanks), letter=number))
    return tuple(found)


def compose_for(  # noqa: PLR0913  a letter is made of many things, each named at the call
    case: Case,
    kind: LetterKind,
    language: str,
    fields: LetterFields | None,
    *,
    rulebooks: Mapping[str, Rulebook],
    office: OfficeSettings,
    deadlines: Sequence[DeadlineLine],
    number: str,
    on: date,
    officer: Officer,
    rights: tuple[Right, ...] | None = None,
    template: Template | None = None,
    corrected: tuple[str, date] | None = None,
    suggestions: Mapping[str, str] | None = None,
    authorities: Mapping[str, ListedAuthority] | None = None,
    working: WorkingFile = NO_FILE,
) -> Composed:
    """Return the letter of this kind for a case as it stands.

    Args:
        case: the case, with its events and decisions.
        kind: the kind of letter.
        language: one of `languages_of` the kind.
        fields: the officer's own; None, or an empty part, takes what the case and the settings suggest.
        rulebooks: law id to rulebook; those of the case's laws are needed.
        office: who writes.
        deadlines: the clocks of the case, as `services.deadlines.list_deadlines` gives them.
        number: the number of the letter, or of the draft; may be empty.
        on: the local day the letter is dated.
        officer: who signs when the settings name nobody.
        rights: the rights that the letter tells; None takes `phases.rights_to_tell`, and when there are none left (all were
            told before) every right whose newest decision such a letter could tell.
        template: the template in use; None takes the shipped one.
        corrected: number and day of the letter that this one replaces.
        suggestions: what the dossiers of the decisions say for the officer's places, by the place's name.
        authorities: the directory by id; None leaves every authority as the rulebook of the case has it.
        working: the working file of a complaint, a matter or a breach, and what belongs to it.
    """
    used_template = template or load_template(kind, language)
    material = _Material(
        case,
        kind,
        language,
        rulebooks,
        office,
        tuple(deadlines),
        on,
        _told(case, kind, rights),
        used_template,
        corrected,
        suggestions or {},
        authorities or {},
        working,
        _notice_law(case, kind, fields),
    )
    suggested = _suggested(material, None, officer)
    used = _suggested(material, fields, officer)
    values = _values(material, used, number)
    composition = compose(used_template, values, _frame(material, used, on))
    lettered = Lettered(case, kind, material.laws, material.told, material.clocks, values)
    empty = _empty_places(material, used, composition.blanks)
    enclosures = tuple(_enclosure_names(material, used))
    return Composed(
        replace(composition.letter, enclosures=enclosures),
        required(lettered, composition.printed),
        used,
        empty_places=empty,
        blanks=tuple(name for name in composition.blanks if name not in empty),
        own_words=tuple(_own_words(material, used, suggested)),
        places=used_template.inserts,
        printed=composition.printed,
    )


@dataclass(frozen=True, slots=True)
class _Material:
    """Everything one letter is made of, handed from part to part."""

    case: Case
    kind: LetterKind
    language: str
    rulebooks: Mapping[str, Rulebook]
    office: OfficeSettings
    deadlines: tuple[DeadlineLine, ...]
    on: date
    told: tuple[Decision, ...]
    template: Template
    corrected: tuple[str, date] | None
    suggestions: Mapping[str, str]
    authorities: Mapping[str, ListedAuthority]
    working: WorkingFile = NO_FILE
    notice_law: str = ""

    @property
    def words(self) -> LetterWords:
        """Return the words of the letter's language."""
        return letter_words(self.language)

    @property
    def laws(self) -> tuple[tuple[LawPlace, Rulebook], ...]:
        """Return the laws of the case with their rulebooks: for a notice of a breach the one that it is made under."""
        laws = (law for law in self.case.laws if self.notice_law in {"", law.law})
        return tuple((law, self.rulebooks[law.law]) for law in laws)

    @property
    def received_on(self) -> date:
        """Return the local day of receipt."""
        return self.case.request.received_at.astimezone(ZoneInfo(self.case.request.zone)).date()

    @property
    def clocks(self) -> tuple[DeadlineLine, ...]:
        """Return the clocks that the letter speaks of: those of the answer, of the complaint, the authority or the breach."""
        spoken_of = _SPOKEN_OF.get(self.kind)
        if spoken_of is not None:
            lines = (line for line in self.deadlines if line.kind in spoken_of)
            return tuple(line for line in lines if self.notice_law in {"", line.law})
        asked = set(self.case.request.rights)
        return tuple(line for line in self.deadlines if line.kind == LimitKind.RESPOND.value and asked & set(line.rights))

    def in_letter(self, fields: LetterFields) -> FileInLetter:
        """Return the working file as the letter with these fields has it."""
        due = min((line for line in self.clocks if line.due is not None), key=lambda line: str(line.due), default=None)
        return FileInLetter(
            self.working,
            self.case,
            self.kind,
            self.words,
            self.office.office_name,
            enclosures=fields.enclosures,
            law=self.notice_law,
            notice_due=due.due if due is not None and self.kind in UNDER_ONE_LAW else None,
            notice_zone=due.zone if due is not None else "",
        )

    def phrase(self, key: str, **details: str) -> str:
        """Return a phrase of letters with its details."""
        return self.words.word("letter_phrase", key, **details)

    def right(self, right: Right) -> str:
        """Return what a letter calls a right."""
        return self.words.word("letter_right", right.value)

    def law(self, rulebook: Rulebook) -> str:
        """Return what a letter calls a law in running text."""
        return self.phrase("law", law=self.named("law_name", rulebook.id, rulebook.names))

    def law_short(self, rulebook: Rulebook) -> str:
        """Return the short name of a law."""
        return self.named("law_short", rulebook.id, rulebook.short_names)

    def named(self, table: str, key: str, texts: tuple[tuple[str, str], ...]) -> str:
        """Return the law's own words in the letter's language, else the word of the language, else what the law has."""
        if self.language not in dict(texts) and self.words.has(table, key):
            return self.words.word(table, key)
        return pick(texts, self.language)

    def cited(self, cite: str) -> str:
        """Return a citation as the letter's language writes it."""
        if self.words.has("citation", cite):
            return self.words.word("citation", cite)
        for mark, phrase in _CITED.items():
            if self.words.has("letter_phrase", phrase):
                cite = re.sub(mark, self.phrase(phrase), cite)
        return cite

    def remedy(self, rulebook: Rulebook, remedy: Remedy) -> str:
        """Return the sentence on a remedy: the law's own, else one of the language for this law, else its general one.

        What is general in the rulebook itself has one sentence, under whatever law.
        """
        if remedy.general:
            return self.phrase("court_general")
        own = f"{rulebook.id}.{remedy.kind}"
        key = own if self.words.has("remedy", own) else remedy.kind
        if self.language in dict(remedy.texts) or not self.words.has("remedy", key):
            return pick(remedy.texts, self.language).replace("{cite}", remedy.source.cite)
        cite = self.cited(remedy.source.cite) if re.search(r"\d", remedy.source.cite) else ""
        return self.words.word("remedy", key).replace("{cite}", self.phrase("cited", cite=cite) if cite else "")

    def authority(self, authority: Authority | None) -> str:
        """Return the name of an authority; empty where there is none."""
        if authority is None:
            return ""
        own = self.authorities.get(authority.id)
        if own is not None and own.renamed:
            return own.contact.name
        known = self.words.has("authority_name", authority.place)
        return self.words.word("authority_name", authority.place) if known else authority.name

    def joined(self, parts: Iterable[str]) -> str:
        """Return parts as a list in running text."""
        *first, last = tuple(dict.fromkeys(parts)) or ("",)
        return f"{self.phrase('join').join(first)}{self.phrase('join_last')}{last}" if first else last

    def rights(self, rights: Iterable[Right]) -> str:
        """Return rights as a list in running text."""
        return self.joined(self.right(right) for right in rights)


def _notice_law(case: Case, kind: LetterKind, fields: LetterFields | None) -> str:
    """Return the law that a notice of a breach is made under; empty for other letters, which are under every law of the case."""
    if kind not in UNDER_ONE_LAW:
        return ""
    chosen = fields.law if fields is not None else ""
    return chosen if case.place_of(chosen) is not None else case.laws[0].law


def _told(case: Case, kind: LetterKind, rights: tuple[Right, ...] | None) -> tuple[Decision, ...]:
    fitting = rights_shown(case, kind)
    chosen = (rights_to_tell(case, kind) or fitting) if rights is None else rights
    decisions = (case.decision(right) for right in chosen if right in fitting)
    return tuple(one for one in decisions if one is not None)


# Fields and frame


def _suggested(material: _Material, fields: LetterFields | None, officer: Officer) -> LetterFields:
    """Return the fields with every empty part filled with what the case and the settings suggest."""
    given = fields or LetterFields(addressee=())
    office = material.office
    template = material.template
    name = _contact_officer(material) if material.kind in TO_OTHERS else _person(material)
    salutation = fill(template.salutation, {"name": name}) if name else template.salutation_unknown
    signatory = given.signatory.strip() or office.signatory or officer.name
    by_office = signatory == office.signatory and bool(office.signatory_title)
    title = office.signatory_title if by_office else officer.title if signatory == officer.name else ""
    in_letter = material.in_letter(given)
    return replace(
        given,
        enclosures=material.working.enclosed(material.kind, given.enclosures),
        addressee=given.addressee if any(line.strip() for line in given.addressee) else _addressee(material),
        salutation=given.salutation.strip() or salutation,
        free_text=given.free_text.strip() or _reason_in_case(material),
        signatory=signatory,
        signatory_title=given.signatory_title.strip() or title,
        inserts=tuple(
            (insert.name, words)
            for insert in template.inserts
            if (
                words := given.insert(insert.name).strip()
                or _inserted(material, insert.name)
                or in_letter.suggestion(insert.name)
                or insert.suggestion.strip()
            )
        ),
    )


def _inserted(material: _Material, name: str) -> str:
    """Return what the case itself suggests for a place."""
    if name == "reply_by":
        due = [line.safe for line in material.clocks if line.safe is not None]
        first = min(due, key=_sortable, default=None)
        return material.words.date(first, material.clocks[0].zone) if first is not None else ""
    if name == "complaint_topic":
        complaint = material.case.last(EventKind.COMPLAINT_RECEIVED)
        return complaint.text.strip() if complaint is not None else ""
    if name == "identifiers":
        person = material.case.subject
        return ", ".join(part for part in (person.name.strip(), person.email.strip()) if part)
    return material.suggestions.get(name, "").strip()


def _empty_places(material: _Material, fields: LetterFields, blanks: tuple[str, ...]) -> tuple[str, ...]:
    places = ["addressee"] if not any(fields.addressee) else []
    places += ["free_text"] if "free_text" in blanks else []
    return (*places, *(one.name for one in material.template.inserts if one.needed and not fields.insert(one.name).strip()))


def _own_words(material: _Material, used: LetterFields, suggested: LetterFields) -> Iterable[OwnWords]:
    """Return what the officer wrote in this letter, and what the letter would say without it."""
    for place in ("addressee", "salutation", "signatory", "signatory_title"):
        now, before = getattr(used, place), getattr(suggested, place)
        if now != before:
            texts = ["\n".join(one) if isinstance(one, tuple) else str(one) for one in (now, before)]
            yield OwnWords(place, "", *texts)
    if used.free_text.strip():
        yield OwnWords("free_text", "", used.free_text, suggested.free_text)
    for insert in material.template.inserts:
        text, before = used.insert(insert.name), suggested.insert(insert.name)
        if text.strip() and text.strip() != before.strip():
            yield OwnWords(insert.name, insert.label, text, before)
    for decision in material.told:
        if decision.reason.strip():
            yield OwnWords(f"reason_{decision.right.value}", "", decision.reason.strip())


def _person(material: _Material) -> str:
    """Return the name that a letter is written to, with the form of address that goes before it."""
    case = material.case
    if case.requester is not None:
        return case.requester.name.strip()
    name, form = case.subject.name.strip(), case.subject.salutation.strip()
    named = form and name and name.rsplit(maxsplit=1)[-1].lower() in form.lower()
    return form if named else f"{form} {name}".strip()


def _contact_officer(material: _Material) -> str:
    """Return the officer of the authority who handles the matter that the letter is about."""
    content = material.working.content
    return content.contact.name.strip() if material.kind in TO_AUTHORITIES and isinstance(content, Matter) else ""


def _enclosure_names(material: _Material, fields: LetterFields) -> Iterable[str]:
    """Return what goes with the letter, with the numbers of the annexes where they have some."""
    for number, evidence_id in enumerate(fields.enclosures, start=1):
        document = material.working.documents.get(evidence_id)
        name = document.name if document is not None else str(evidence_id)
        yield material.phrase("annex", number=str(number), name=name) if material.kind in WITH_DOCUMENTS else name


def _addressee(material: _Material) -> tuple[str, ...]:
    if material.kind in TO_OTHERS:
        return _authority_lines(material) if material.kind in TO_AUTHORITIES else ()
    party = material.case.requester or material.case.subject
    name = _person(material)
    # "Ms Fischer" is a form of address; the envelope shows the whole name.
    whole = name if party.name.strip() in name else party.name.strip()
    email = (material.phrase("by_email", email=party.email),) if party.email and not party.address else ()
    lines = postal_address("", party.address, home=material.office.home_place)
    return (*((material.phrase("addressee", name=whole),) if whole else ()), *lines, *email)


def _authority_lines(material: _Material) -> tuple[str, ...]:
    """Return the authority of the case, else that of the first law that names one, with its address where it is sure."""
    own, contact = material.working.authority, _contact_officer(material)
    if own is not None:
        attention = (material.phrase("attention", name=contact),) if contact else ()
        return (material.phrase("addressee", name=own.contact.readable), *attention, *own.printed_address)
    found = (_authority(material, rulebook, law.place) for law, rulebook in material.laws)
    authority = next((one for one in found if one is not None), None)
    return (material.phrase("addressee", name=authority.name), *authority.address) if authority is not None else ()


def _reason_in_case(material: _Material) -> str:
    kind = _REASON_IN.get(material.kind)
    texts = [event.text.strip() for event in material.case.events if event.kind is kind]
    return next((text for text in reversed(texts) if text), "")


def _frame(material: _Material, fields: LetterFields, on: date) -> Frame:
    office = material.office
    letterhead = office.letterhead or (office.office_name,)
    contact = " · ".join(part for part in (office.office_email, office.office_phone) if part)
    day = material.words.date(on)
    placed = {"city": office.office_city, "day": day}
    # A language that has no words of its own for it writes "Jakarta, 26 November 2026".
    known = material.words.has("letter_phrase", "place_and_date")
    place_and_date = material.phrase("place_and_date", **placed) if known else f"{office.office_city}, {day}"
    return Frame(
        letterhead=letterhead[:1],
        office_lines=letterhead[1:] or office.office_address,
        return_line=", ".join(part for part in (office.office_name, *office.office_address) if part),
        addressee=fields.addressee,
        addressed_to=_contact_officer(material) if material.kind in TO_OTHERS else _person(material),
        salutation=fields.salutation,
        place_and_date=place_and_date if office.office_city else day,
        signatory=tuple(line for line in (fields.signatory, fields.signatory_title) if line),
        footer=tuple(
            line
            for line in (" · ".join(part for part in (office.office_name, *office.office_address) if part), contact)
            if line
        ),
        author=office.office_name,
        dated=on,
    )


# Values


def _values(material: _Material, fields: LetterFields, number: str) -> LetterValues:
    case, request = material.case, material.case.request
    told = material.told
    in_letter = material.in_letter(fields)
    rights = tuple(one.right for one in told) or request.rights
    hours = any(isinstance(line.due, datetime) for line in material.clocks)
    received = _worded(material, material.received_on, request.zone)
    complaint = case.last(EventKind.COMPLAINT_RECEIVED)
    to_name = _person(material) if material.kind not in TO_OTHERS else next(iter(fields.addressee), "")
    values = {
        "office": material.office.office_name,
        "contact": _contact(material),
        "reference": case.number,
        "letter": number,
        "dated": _worded(material, material.on, request.zone),
        "to_name": to_name,
        "received_on": received,
        "received_at": _worded(material, request.received_at, request.zone) if hours else received,
        "received_how": material.words.word("by_channel", request.channel.value),
        "subject_name": case.subject.name,
        "acts_by": case.requester.authority if case.requester is not None else "",
        "rights": material.rights(rights),
        "laws": material.joined(material.law(rulebook) for _, rulebook in material.laws),
        "free_text": fields.free_text,
        "corrected": material.corrected[0] if material.corrected is not None else "",
        "corrected_on": _worded(material, material.corrected[1] if material.corrected is not None else None, request.zone),
        "contact_point": ", ".join(part for part in (fields.signatory, fields.signatory_title) if part),
        **in_letter.placeholders(),
        "complaint_on": _worded(material, _day(complaint.occurred_at, complaint.zone), request.zone) if complaint else "",
        **{name: fields.insert(name) for name in INSERTS},
    }
    informing = {one.right for one in told if one.right in _INFORMING and one.outcome in {Outcome.GRANTED, Outcome.PARTLY}}
    outcomes = {one.outcome for one in told}
    flags = {
        "several_rights": len(rights) > 1,
        "several_laws": len(material.laws) > 1,
        "represented": case.requester is not None,
        "access_told": bool(informing - {Right.COPY}),
        "copy_told": Right.COPY in informing,
        "withheld_told": Outcome.PARTLY in outcomes,
        "refused_told": Outcome.REFUSED in outcomes,
        "correction": material.corrected is not None,
        "late": _late(material),
        **in_letter.flags(),
        **{name: bool(values[name].strip()) for name in ("acts_by", "free_text", "contact", *INSERTS)},
    }
    groups = {
        "clocks": tuple(_clock_values(material)),
        "laws": tuple(_law_values(material, law, rulebook) for law, rulebook in material.laws),
        "decided": tuple(_decision_values(material, one) for one in told),
        **in_letter.groups(),
    }
    return LetterValues(values, _true(flags), groups)


def _late(material: _Material) -> bool:
    """Return whether the letter comes after its date: the answer, or the notice of a breach."""
    if material.kind is LetterKind.BREACH_NOTICE:
        return any(line.late for line in material.clocks)
    told = (line for one in material.told for line in owed(material.deadlines, one.right))
    return material.kind in TELLS and any(line.late for line in told)


def _true(flags: Mapping[str, bool]) -> frozenset[str]:
    return frozenset(name for name, holds in flags.items() if holds)


def _contact(material: _Material) -> str:
    email, phone = material.office.office_email, material.office.office_phone
    if email and phone:
        return material.phrase("contact_both", email=email, phone=phone)
    if email:
        return material.phrase("contact_email", email=email)
    return material.phrase("contact_phone", phone=phone) if phone else ""


def _clock_values(material: _Material) -> Iterable[LetterValues]:
    """Return one value for each law and date, with every right that it holds for."""
    extended = {event.detail("law") for event in material.case.events if event.kind is EventKind.EXTENSION_NOTIFIED}
    merged: dict[tuple[object, ...], list[DeadlineLine]] = {}
    for line in material.clocks:
        reckoning = line.reckoning
        key = (
            line.law,
            line.due,
            line.state == "paused",
            reckoning.base_due,
            reckoning.extended,
            reckoning.extended_due,
            reckoning.pauses,
        )
        merged.setdefault(key, []).append(line)
    for lines in merged.values():
        line = lines[0]
        reckoning = line.reckoning
        covered = {right for one in lines for right in one.rights}
        could = reckoning.extended_due if not extended and not reckoning.extended else None
        new_due = line.due if reckoning.extended else could
        notice_due = reckoning.extension_notice_due or _day(reckoning.base_due, line.zone)
        yield LetterValues(
            {
                "law": material.law(material.rulebooks[line.law]),
                "clock_rights": material.rights(right for right in material.case.request.rights if right in covered),
                "due_on": _worded(material, line.due, line.zone),
                "first_due_on": _worded(material, reckoning.base_due, line.zone),
                "new_due_on": _worded(material, new_due, line.zone),
            },
            _true(
                {
                    "due": line.due is not None,
                    "waiting": line.state == "paused",
                    "open_ended": line.due is None and line.state != "paused",
                    "extended": new_due is not None and reckoning.base_due is not None,
                    "fixed": new_due is None,
                    "in_time": notice_due is not None and material.on <= notice_due,
                }
            ),
            {"waits": tuple(_pause_values(material, span) for span in reckoning.pauses if span.closed_on is not None)},
            key=line.law,
        )


def _pause_values(material: _Material, span: PauseSpan) -> LetterValues:
    zone = material.case.request.zone
    flags = {
        "stood_still": span.days > 0,
        "began_anew": span.days <= 0,
        **{flag: span.event == event for event, flag in _PAUSED_FOR.items()},
    }
    words = {
        "paused_from": _worded(material, span.opened_on, zone),
        "paused_until": _worded(material, span.closed_on, zone),
        "paused_days": str(span.days),
    }
    return LetterValues(words, _true(flags))


def _day(moment: date | datetime | None, zone: str) -> date | None:
    return moment.astimezone(ZoneInfo(zone)).date() if isinstance(moment, datetime) else moment


def _worded(material: _Material, moment: date | datetime | None, zone: str) -> str:
    """Return a date in words that no line end breaks."""
    return material.words.date(moment, zone).replace(" ", "\N{NO-BREAK SPACE}") if moment is not None else ""


def _law_values(material: _Material, law: LawPlace, rulebook: Rulebook) -> LetterValues:
    authority = _authority(material, rulebook, law.place)
    name = material.authority(authority)
    address = ", ".join(authority.address) if authority is not None else ""
    remedies = tuple(_remedy_values(material, rulebook, remedy, name, address) for remedy in rulebook.remedies)
    named = any("names_authority" in one.flags for one in remedies)
    at = any("names_address" in one.flags for one in remedies)
    clocks = [line for line in material.clocks if line.law == law.law]
    due = min((line.due for line in clocks if line.due is not None), key=_sortable, default=None)
    zone = clocks[0].zone if clocks else rulebook.zone
    return LetterValues(
        {
            "law": material.law(rulebook),
            "law_short": material.law_short(rulebook),
            "authority": name,
            "authority_address": address,
            "due_on": _worded(material, due, zone),
        },
        _true(
            {
                _effect(material, rulebook): True,
                "due": due is not None,
                "authority_unnamed": bool(name) and not named,
                "address_unnamed": bool(address) and not at,
            }
        ),
        {"remedies": remedies},
        key=law.law,
    )


def _sortable(moment: date | datetime) -> str:
    return moment.isoformat()


def _remedy_values(material: _Material, rulebook: Rulebook, remedy: Remedy, name: str, address: str) -> LetterValues:
    """Return a remedy in the words of the rulebook, with the authority's name and, where it is sure, its address.

    In a language that the rulebook has no words in, the letter's own general sentence stands, with the citation.
    """
    sentence = material.remedy(rulebook, remedy)
    unknown = material.phrase("authority_unknown")
    whole = f"{name}, {address}" if address and "{authority_address}" not in sentence else name
    text = fill(sentence, {"authority": whole or unknown, "authority_address": address or unknown})
    flags = {
        remedy.kind: True,
        "names_authority": bool(name) and name in text,
        "names_address": bool(address) and address in text,
    }
    return LetterValues({"remedy": text}, _true(flags))


def _authority(material: _Material, rulebook: Rulebook, place: str) -> Authority | None:
    """Return the authority of a place as the rulebook has it, with what the office changed or checked in its own copy."""
    by_place = {authority.place: authority for authority in rulebook.authorities}
    found = by_place.get(place) or by_place.get(place.partition("-")[0])
    own = material.authorities.get(found.id) if found is not None else None
    if found is None or own is None or not own.own:
        return found
    return replace(found, name=own.contact.name if own.renamed else found.name, address=own.printed_address)


def _effect(material: _Material, rulebook: Rulebook) -> str:
    """Return what the question of this letter does to the clocks of a law, as the name of a flag."""
    asked = ASKED_BY.get(material.kind)
    if asked is None:
        return "runs"
    effects = [
        _EFFECTS[rule.effect]
        for rule in rulebook.pauses
        if rule.opens == asked.value
        and (rule.effective_from is None or rule.effective_from <= material.on)
        and (not rule.rights or set(rule.rights) & set(material.case.request.rights))
    ]
    return effects[-1] if effects else "runs"


def _decision_values(material: _Material, decision: Decision) -> LetterValues:
    phrase = material.right(decision.right)
    articles = material.joined(
        material.cited(dict(rulebook.right_articles)[decision.right])
        for _, rulebook in material.laws
        if decision.right in dict(rulebook.right_articles)
    )
    for short in ("article", "articles"):
        articles = articles.replace({"article": "Art. ", "articles": "Arts. "}[short], material.phrase(short))
    grounds = tuple(_ground_values(material, decision))
    reason = decision.reason.strip()
    flags = {
        decision.right.value: True,
        decision.outcome.value: True,
        "reason": bool(reason),
        "articles": bool(articles),
        "schedule": bool(decision.schedule),
        "annexed": len(decision.schedule) > LONG_SCHEDULE,
        "grounds": bool(grounds),
    }
    return LetterValues(
        {
            "right": phrase,
            "right_title": material.words.word("right", decision.right.value),
            "articles": articles,
            "reason": reason,
        },
        _true(flags),
        {"grounds": grounds, "schedule": tuple(_line_values(material, line) for line in decision.schedule)},
        key=decision.right.value,
    )


def _ground_values(material: _Material, decision: Decision) -> Iterable[LetterValues]:
    for law, rulebook in material.laws:
        for ground in (rulebook.ground(ground_id) for ground_id in decision.grounds):
            if ground is None:
                continue
            text = material.named("ground_text", ground.id, ground.letter_texts)
            foreign = material.language not in dict(ground.letter_texts) and not material.words.has("ground_text", ground.id)
            yield LetterValues(
                {
                    "law_short": material.law_short(rulebook),
                    "ground": material.named("ground_policy", ground.policy, ground.titles) or ground.article,
                    "ground_article": material.cited(ground.article),
                    "ground_text": text,
                },
                _true({"ground_text": bool(text), "ground_foreign": bool(text) and foreign}),
                key=law.law,
            )


def _line_values(material: _Material, line: ScheduleLine) -> LetterValues:
    treatment = material.words.word("treatment", line.treatment.value)
    return LetterValues({"category": line.category, "detail": line.detail, "treatment": treatment, "why": line.why})
