"""Letter texts: what a letter says, built from the case, the decisions, the rulebooks and the office's settings.

The sentences are in `resources/letters`, the law's own words in the rulebooks, the officer's in the case and the fields; this
module brings them together and notes what the law requires of the letter. Nothing here knows how a letter looks.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from workbench.domain.case_clocks import law_applies
from workbench.domain.cases import Case, EventKind, LawPlace
from workbench.domain.decisions import Decision, Outcome, ScheduleLine
from workbench.domain.letters import ComposedLetter, LetterFields, LetterKind
from workbench.domain.parties import Officer
from workbench.domain.phases import rights_to_tell
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Authority, LimitKind, PauseEffect, Remedy, Rulebook, pick
from workbench.domain.settings import OfficeSettings
from workbench.domain.templates import CONTENT_CODES, Frame, LetterValues, Need, Template, compose, fill, parse_template
from workbench.services.lines import DeadlineLine, RequiredContent
from workbench.services.resources import RESOURCES
from workbench.services.wording import Words, words

LETTER_LANGUAGES: tuple[str, ...] = ("en", "id")
"""The languages that every kind of letter has a template in."""

_OUTCOMES = {
    LetterKind.ANSWER: frozenset({Outcome.GRANTED, Outcome.PARTLY, Outcome.NOTHING_HELD}),
    LetterKind.REFUSAL: frozenset({Outcome.REFUSED}),
}
_INFORMING = frozenset({Right.ACCESS, Right.COPY, Right.INFORMATION, Right.CONFIRMATION, Right.PURPOSE_DISCLOSURE})
_INFORMATION = ("purposes", "categories", "recipients", "retention", "data_source", "rights_named")
_EFFECTS = {
    PauseEffect.SUSPEND_EXCLUSIVE: "pauses",
    PauseEffect.SUSPEND_INCLUSIVE: "pauses",
    PauseEffect.RESTART: "restarts",
    PauseEffect.RESTART_AFTER_N: "restarts",
    PauseEffect.LAPSE: "lapses",
    PauseEffect.NONE: "runs",
}
_ASKED_BY = {LetterKind.IDENTITY: EventKind.IDENTITY_REQUESTED, LetterKind.CLARIFICATION: EventKind.CLARIFICATION_REQUESTED}
_REASON_IN = {LetterKind.EXTENSION: EventKind.EXTENSION_NOTIFIED, LetterKind.CLARIFICATION: EventKind.CLARIFICATION_REQUESTED}


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed letter, what the law requires of it, and the fields that were used (suggestions filled in)."""

    letter: ComposedLetter
    required: tuple[RequiredContent, ...]
    fields: LetterFields


@cache
def load_template(kind: LetterKind, language: str) -> Template:
    """Return the template of a kind of letter, read once from the program's own files.

    Raises:
        TemplateError: the file is no template.
        FileNotFoundError: there is none in this language.
    """
    path = RESOURCES / "letters" / f"{kind.value}.{language}.toml"
    return parse_template(tomllib.loads(path.read_text(encoding="utf-8")))


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
) -> Composed:
    """Return the letter of this kind for a case as it stands.

    Args:
        case: the case, with its events and decisions.
        kind: the kind of letter.
        language: one of `LETTER_LANGUAGES`.
        fields: the officer's own; None, or an empty part, takes what the case and the settings suggest.
        rulebooks: law id to rulebook; those of the case's laws are needed.
        office: who writes.
        deadlines: the clocks of the case, as `services.deadlines.list_deadlines` gives them.
        number: the number of the letter, or of the draft; may be empty.
        on: the local day the letter is dated.
        officer: who signs when the settings name nobody.
        rights: the rights that an answer or refusal tells; None takes `phases.rights_to_tell`, and when there are
            none left (all were told before) every right whose newest decision such a letter could tell.
    """
    material = _Material(case, kind, language, rulebooks, office, tuple(deadlines), on, _told(case, kind, rights))
    used = _suggested(material, fields, officer)
    values = _values(material, used, number)
    composition = compose(load_template(kind, language), values, _frame(material, used, on))
    return Composed(composition.letter, _required(material, values, composition.printed), used)


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

    @property
    def words(self) -> Words:
        """Return the words of the letter's language."""
        return words(self.language)

    @property
    def laws(self) -> tuple[tuple[LawPlace, Rulebook], ...]:
        """Return the laws of the case with their rulebooks."""
        return tuple((law, self.rulebooks[law.law]) for law in self.case.laws)

    @property
    def received_on(self) -> date:
        """Return the local day of receipt."""
        return self.case.request.received_at.astimezone(ZoneInfo(self.case.request.zone)).date()

    def phrase(self, key: str, **details: str) -> str:
        """Return a phrase of letters with its details."""
        return self.words.word("letter_phrase", key, **details)

    def right(self, right: Right) -> str:
        """Return what a letter calls a right."""
        return self.words.word("letter_right", right.value)

    def law(self, rulebook: Rulebook) -> str:
        """Return what a letter calls a law in running text."""
        return self.phrase("law", law=pick(rulebook.names, self.language))

    def joined(self, parts: Iterable[str]) -> str:
        """Return parts as a list in running text."""
        *first, last = tuple(dict.fromkeys(parts)) or ("",)
        return f"{self.phrase('join').join(first)}{self.phrase('join_last')}{last}" if first else last

    def rights(self, rights: Iterable[Right]) -> str:
        """Return rights as a list in running text."""
        return self.joined(self.right(right) for right in rights)


def _told(case: Case, kind: LetterKind, rights: tuple[Right, ...] | None) -> tuple[Decision, ...]:
    outcomes = _OUTCOMES.get(kind)
    if outcomes is None:
        return ()
    chosen = (rights_to_tell(case, kind) or case.request.rights) if rights is None else rights
    decisions = (case.decision(right) for right in chosen)
    return tuple(one for one in decisions if one is not None and one.outcome in outcomes)


# Fields and frame


def _suggested(material: _Material, fields: LetterFields | None, officer: Officer) -> LetterFields:
    """Return the fields with every empty part filled with what the case and the settings suggest."""
    given = fields or LetterFields(addressee=())
    office = material.office
    template = load_template(material.kind, material.language)
    name = _person(material)
    salutation = fill(template.salutation, {"name": name}) if name else template.salutation_unknown
    signatory = given.signatory.strip() or office.signatory or officer.name
    by_office = signatory == office.signatory and bool(office.signatory_title)
    title = office.signatory_title if by_office else officer.title if signatory == officer.name else ""
    return replace(
        given,
        addressee=given.addressee if any(line.strip() for line in given.addressee) else _addressee(material),
        salutation=given.salutation.strip() or salutation,
        free_text=given.free_text.strip() or _reason_in_case(material),
        signatory=signatory,
        signatory_title=given.signatory_title.strip() or title,
    )


def _person(material: _Material) -> str:
    """Return the name that a letter is written to, with the form of address that goes before it."""
    case = material.case
    if case.requester is not None:
        return case.requester.name.strip()
    name, form = case.subject.name.strip(), case.subject.salutation.strip()
    named = form and name and name.rsplit(maxsplit=1)[-1].lower() in form.lower()
    return form if named else f"{form} {name}".strip()


def _addressee(material: _Material) -> tuple[str, ...]:
    party = material.case.requester or material.case.subject
    name = _person(material)
    # "Ms Fischer" is a form of address; the envelope shows the whole name.
    whole = name if party.name.strip() in name else party.name.strip()
    email = (material.phrase("by_email", email=party.email),) if party.email and not party.address else ()
    return (*((material.phrase("addressee", name=whole),) if whole else ()), *party.address, *email)


def _reason_in_case(material: _Material) -> str:
    kind = _REASON_IN.get(material.kind)
    texts = [event.text.strip() for event in material.case.events if event.kind is kind]
    return next((text for text in reversed(texts) if text), "")


def _frame(material: _Material, fields: LetterFields, on: date) -> Frame:
    office = material.office
    letterhead = office.letterhead or (office.office_name,)
    contact = " · ".join(part for part in (office.office_email, office.office_phone) if part)
    day = material.words.date(on)
    return Frame(
        letterhead=letterhead[:1],
        office_lines=letterhead[1:] or office.office_address,
        return_line=", ".join(part for part in (office.office_name, *office.office_address) if part),
        addressee=fields.addressee,
        addressed_to=_person(material),
        salutation=fields.salutation,
        place_and_date=f"{office.office_city}, {day}" if office.office_city else day,
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
    rights = tuple(one.right for one in told) or request.rights
    hours = any(isinstance(line.due, datetime) for line in _answers(material))
    received = _worded(material, material.received_on, request.zone)
    contact = _contact(material)
    values = {
        "office": material.office.office_name,
        "contact": contact,
        "reference": case.number,
        "letter": number,
        "received_on": received,
        "received_at": _worded(material, request.received_at, request.zone) if hours else received,
        "received_how": material.words.word("by_channel", request.channel.value),
        "subject_name": case.subject.name,
        "acts_by": case.requester.authority if case.requester is not None else "",
        "rights": material.rights(rights),
        "laws": material.joined(material.law(rulebook) for _, rulebook in material.laws),
        "free_text": fields.free_text,
    }
    informing = {one.right for one in told if one.right in _INFORMING and one.outcome in {Outcome.GRANTED, Outcome.PARTLY}}
    flags = {
        "several_rights": len(rights) > 1,
        "several_laws": len(case.laws) > 1,
        "represented": case.requester is not None,
        "acts_by": bool(values["acts_by"].strip()),
        "free_text": bool(fields.free_text.strip()),
        "contact": bool(contact),
        "access_told": bool(informing - {Right.COPY}),
        "copy_told": Right.COPY in informing,
        "withheld_told": any(one.outcome is Outcome.PARTLY for one in told),
    }
    groups = {
        "clocks": tuple(_clock_values(material)),
        "laws": tuple(_law_values(material, law, rulebook) for law, rulebook in material.laws),
        "decided": tuple(_decision_values(material, one) for one in told),
    }
    return LetterValues(values, _true(flags), groups)


def _true(flags: Mapping[str, bool]) -> frozenset[str]:
    return frozenset(name for name, holds in flags.items() if holds)


def _contact(material: _Material) -> str:
    email, phone = material.office.office_email, material.office.office_phone
    if email and phone:
        return material.phrase("contact_both", email=email, phone=phone)
    if email:
        return material.phrase("contact_email", email=email)
    return material.phrase("contact_phone", phone=phone) if phone else ""


def _answers(material: _Material) -> tuple[DeadlineLine, ...]:
    """Return the clocks that an answer to the person stops."""
    asked = set(material.case.request.rights)
    return tuple(line for line in material.deadlines if line.kind == LimitKind.RESPOND.value and asked & set(line.rights))


def _clock_values(material: _Material) -> Iterable[LetterValues]:
    """Return one value for each law and date, with every right that it holds for."""
    extended = {event.detail("law") for event in material.case.events if event.kind is EventKind.EXTENSION_NOTIFIED}
    merged: dict[tuple[object, ...], list[DeadlineLine]] = {}
    for line in _answers(material):
        reckoning = line.reckoning
        key = (line.law, line.due, line.state == "paused", reckoning.base_due, reckoning.extended, reckoning.extended_due)
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
            key=line.law,
        )


def _day(moment: date | datetime | None, zone: str) -> date | None:
    return moment.astimezone(ZoneInfo(zone)).date() if isinstance(moment, datetime) else moment


def _worded(material: _Material, moment: date | datetime | None, zone: str) -> str:
    """Return a date in words that no line end breaks."""
    return material.words.date(moment, zone).replace(" ", "\N{NO-BREAK SPACE}") if moment is not None else ""


def _law_values(material: _Material, law: LawPlace, rulebook: Rulebook) -> LetterValues:
    authority = _authority(rulebook, law.place)
    name = authority.name if authority is not None else ""
    address = ", ".join(authority.address) if authority is not None else ""
    remedies = tuple(_remedy_values(material, remedy, name, address) for remedy in rulebook.remedies)
    named = any("names_authority" in one.flags for one in remedies)
    at = any("names_address" in one.flags for one in remedies)
    clocks = [line for line in _answers(material) if line.law == law.law]
    due = min((line.due for line in clocks if line.due is not None), key=_sortable, default=None)
    zone = clocks[0].zone if clocks else rulebook.zone
    return LetterValues(
        {
            "law": material.law(rulebook),
            "law_short": pick(rulebook.short_names, material.language),
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


def _remedy_values(material: _Material, remedy: Remedy, name: str, address: str) -> LetterValues:
    """Return a remedy in the words of the rulebook, with the authority's name and, where it is sure, its address."""
    sentence = pick(remedy.texts, material.language)
    unknown = material.phrase("authority_unknown")
    whole = f"{name}, {address}" if address and "{authority_address}" not in sentence else name
    text = fill(sentence, {"authority": whole or unknown, "authority_address": address or unknown})
    flags = {
        remedy.kind: True,
        "names_authority": bool(name) and name in text,
        "names_address": bool(address) and address in text,
    }
    return LetterValues({"remedy": text}, _true(flags))


def _authority(rulebook: Rulebook, place: str) -> Authority | None:
    by_place = {authority.place: authority for authority in rulebook.authorities}
    return by_place.get(place) or by_place.get(place.partition("-")[0])


def _effect(material: _Material, rulebook: Rulebook) -> str:
    """Return what the question of this letter does to the clocks of a law, as the name of a flag."""
    asked = _ASKED_BY.get(material.kind)
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
        dict(rulebook.right_articles)[decision.right]
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
            text = pick(ground.letter_texts, material.language)
            yield LetterValues(
                {
                    "law_short": pick(rulebook.short_names, material.language),
                    "ground": pick(ground.titles, material.language) or ground.article,
                    "ground_article": ground.article,
                    "ground_text": text,
                },
                _true({"ground_text": bool(text)}),
                key=law.law,
            )


def _line_values(material: _Material, line: ScheduleLine) -> LetterValues:
    treatment = material.words.word("treatment", line.treatment.value)
    return LetterValues({"category": line.category, "detail": line.detail, "treatment": treatment, "why": line.why})


# What the law requires


def _required(material: _Material, values: LetterValues, printed: frozenset[Need]) -> tuple[RequiredContent, ...]:
    """Return what the letter must contain, in the order of a reader, and whether it was really printed."""
    needs: dict[tuple[str, str], list[Need]] = {}
    for need in _needs(material, values):
        law = need.key.rpartition("/")[2] if need.key.rpartition("/")[2] in material.rulebooks else ""
        needs.setdefault((need.code, law), []).append(need)
    lines = [
        RequiredContent(code, all(need in printed for need in group), _source(material, code, law))
        for (code, law), group in needs.items()
    ]
    asked = {code for code, _ in needs}
    unknown = [
        RequiredContent(rule.code, present=False, source=rule.source.cite)
        for _, rulebook in material.laws
        for rule in rulebook.contents
        if rule.letter == material.kind.value and rule.duty and rule.code not in CONTENT_CODES | asked
    ]
    return (*lines, *unknown)


def _needs(material: _Material, values: LetterValues) -> Iterable[Need]:
    laws = [law.law for law in material.case.laws]
    yield Need("reference")
    match material.kind:
        case LetterKind.ACKNOWLEDGEMENT:
            yield Need("receipt_date")
            yield from (Need("answer_by", law) for law in dict.fromkeys(line.law for line in _answers(material)))
        case LetterKind.IDENTITY:
            yield Need("identity_wanted")
            yield from (Need("clock_effect", law) for law in laws)
        case LetterKind.CLARIFICATION:
            yield Need("question")
            yield from (Need("clock_effect", law) for law in laws)
        case LetterKind.EXTENSION:
            yield Need("extension_reasons")
            yield from (Need(code, law) for law in _extended_laws(material) for code in ("new_date", "told_in_time"))
            yield from _remedy_needs(material, values)
        case LetterKind.ANSWER | LetterKind.REFUSAL:
            yield from _decision_needs(material)
            yield from _remedy_needs(material, values)
    yield from _ruled_needs(material)


def _extended_laws(material: _Material) -> tuple[str, ...]:
    told = tuple(event.detail("law") for event in material.case.events if event.kind is EventKind.EXTENSION_NOTIFIED)
    could = tuple(line.law for line in _answers(material) if line.reckoning.extended_due is not None)
    return tuple(dict.fromkeys(told or could)) or tuple(law.law for law in material.case.laws)


def _decision_needs(material: _Material) -> Iterable[Need]:
    if not material.told:
        yield Need("outcome")
    for decision in material.told:
        right = decision.right.value
        yield Need("outcome", right)
        if decision.schedule:
            yield Need("schedule", right)
        if decision.outcome in {Outcome.PARTLY, Outcome.REFUSED}:
            yield from (Need("ground", f"{right}/{law}") for law in _standing(material, decision.right))
            yield Need("reason", right)
        elif decision.outcome is Outcome.GRANTED and decision.right in _INFORMING:
            yield from (Need(code) for code in _INFORMATION)


def _standing(material: _Material, right: Right) -> tuple[str, ...]:
    """Return the laws of the case that know the right, else all of them."""
    on = material.received_on
    knowing = tuple(law.law for law, rulebook in material.laws if law_applies(rulebook, right, on=on))
    return knowing or tuple(law.law for law in material.case.laws)


def _remedy_needs(material: _Material, values: LetterValues) -> Iterable[Need]:
    for law, (_, rulebook) in zip(values.groups["laws"], material.laws, strict=True):
        yield from (Need(remedy.kind, law.key) for remedy in rulebook.remedies)
        yield from (Need(code, law.key) for code in ("authority", "authority_address") if law.words[code])


def _ruled_needs(material: _Material) -> Iterable[Need]:
    """Return what a rulebook demands of this kind of letter for a whole law; what it demands of a decision is asked there."""
    of_decisions = {"reason", "ground", "outcome", "schedule", "extension_reasons"}
    for law, rulebook in material.laws:
        if material.kind is LetterKind.EXTENSION and law.law not in _extended_laws(material):
            continue
        for rule in rulebook.contents:
            if rule.letter == material.kind.value and rule.duty and rule.code in CONTENT_CODES - of_decisions:
                yield Need(rule.code, law.law)


def _source(material: _Material, code: str, law: str) -> str:
    """Return the citation of a required content: the rulebook's own rule for it, else that of the remedy or the limit."""
    found: list[str] = []
    for place, rulebook in material.laws:
        if law and place.law != law:
            continue
        found += _cites(material, rulebook, code)[:1]
    return "; ".join(dict.fromkeys(found))


def _cites(material: _Material, rulebook: Rulebook, code: str) -> list[str]:
    kinds = (material.kind.value, LetterKind.REFUSAL.value) if material.kind is LetterKind.ANSWER else (material.kind.value,)
    ruled = [rule.source.cite for kind in kinds for rule in rulebook.contents if rule.letter == kind and rule.code == code]
    remedies = [remedy.source.cite for remedy in rulebook.remedies if remedy.kind == code]
    if code in {"authority", "authority_address"}:
        remedies = [remedy.source.cite for remedy in rulebook.remedies if remedy.kind == "complaint"]
    clocks = [line.cite for line in _answers(material) if line.law == rulebook.id] if code in {"answer_by", "new_date"} else []
    asked = _ASKED_BY.get(material.kind)
    pauses = [rule.source.cite for rule in rulebook.pauses if asked is not None and rule.opens == asked.value]
    articles = [article for right, article in rulebook.right_articles if right in {one.right for one in material.told}]
    informing = articles if code in _INFORMATION else []
    grounds = [
        ground.article
        for decision in material.told
        for ground in (rulebook.ground(one) for one in decision.grounds)
        if ground is not None and code == "ground"
    ]
    return [*ruled, *remedies, *clocks, *(pauses if code == "clock_effect" else []), *informing, *grounds]
