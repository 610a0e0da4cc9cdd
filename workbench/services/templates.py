"""Templates: the texts that letters are composed from, as shipped or as the office has written them.

The office's own version of a template is its whole text; it holds from the moment it is saved for every letter that is not issued
yet. Going back to the shipped text is a version too, so the history tells everything. Lines and places count from 1.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache

from workbench.domain.changes import Changes
from workbench.domain.commands import DraftTemplate, ResetTemplate, SaveTemplate
from workbench.domain.errors import InvalidInputError, NotFoundError, WorkbenchError
from workbench.domain.letters import LetterKind
from workbench.domain.rulebooks import Rulebook
from workbench.domain.template_text import part_at, part_in, parts_of, slips, without_part, written_out
from workbench.domain.templates import Template, TemplateError
from workbench.services import case_file, letter_contents, letter_texts
from workbench.services.letter_texts import languages_of, load_template
from workbench.services.letter_words import LETTERS
from workbench.services.office import Desk
from workbench.services.wording import Words
from workbench.store import templates as template_store
from workbench.store.templates import TemplateVersion

SHIPPED = 0
"""The number of the shipped text among the versions of a template; the office's own count from 1."""

LONGEST = 200_000
"""Characters that a template may have; the longest that is shipped has a tenth of them."""

_REMEDIES = ("complaint", "court", "controller", "damages", "dispute", "authority", "authority_address")
_DIGITS = 12
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


class TemplateRefusedError(WorkbenchError):
    """A template was not saved; details `template`, `line`, `count` (of the faults), `fault` (a word key), `name`."""

    code = "template_refused"


class TemplateState(StrEnum):
    """Which text of a template holds."""

    SHIPPED = "shipped"
    OFFICE = "office"
    OUTDATED = "outdated"
    """The office's own, and the shipped text was changed since it was made."""
    BROKEN = "broken"
    """The office's own, and this program cannot read it as a template any more: no letter can be issued from it."""


@dataclass(frozen=True, slots=True)
class TemplateInUse:
    """The template that letters are composed from now; `version` names it for good.

    `version` is `shipped:<digest>`, or `office:<number>:<digest>` for the office's own; the digest is the first twelve hex digits
    of the SHA-256 of its text.
    """

    template: Template
    version: str


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One template of the list: what holds now, and who last changed it, when and why (empty where nobody did)."""

    kind: LetterKind
    language: str
    state: TemplateState
    version: str
    number: int = SHIPPED
    changed_at: datetime | None = None
    officer_name: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of a template; `reset` says that the office went back to the shipped text with it."""

    number: int
    version: str
    body: str
    holds: bool
    reset: bool = False
    saved_at: datetime | None = None
    officer_name: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """One template as its page shows it: the text that holds, the shipped one, and every version, the newest first.

    `draft` is what the officer has typed and not saved yet.
    """

    line: TemplateLine
    body: str
    shipped: str
    history: tuple[VersionLine, ...]
    draft: str = ""


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """What is wrong with a text at a place; only a `fault` keeps it from being saved.

    `problem` is a key of the word table `template_problem`; `name` is what was written there, or the key of a required content;
    then `source` cites the laws that require it, and `why` says by language what it is for.
    """

    line: int
    column: int
    problem: str
    name: str = ""
    fault: bool = True
    source: str = ""
    why: tuple[tuple[str, str], ...] = ()


class LineChange(StrEnum):
    """How a line of two texts differs."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line of two texts side by side; a number is None where a text has no such line."""

    change: LineChange
    left: str = ""
    right: str = ""
    left_number: int | None = None
    right_number: int | None = None


# What holds


def template_for(desk: Desk, kind: LetterKind, language: str) -> TemplateInUse:
    """Return the template of a kind of letter in a language: the office's own, else the shipped one.

    Raises:
        InvalidInputError: there is no template in the language.
        TemplateError: the text is no template.
    """
    own = template_store.newest(desk.session, kind, language)
    if own is not None and own.body:
        return TemplateInUse(read_template(own.body, kind, language), version_name(own))
    _check(kind, language)
    return TemplateInUse(load_template(kind, language), shipped_version(kind, language))


def shipped_text(kind: LetterKind, language: str) -> str:
    """Return the text of a template as it is shipped.

    Raises:
        InvalidInputError: there is none in the language.
    """
    _check(kind, language)
    return _shipped(kind, language)


def shipped_version(kind: LetterKind, language: str) -> str:
    """Return the name of the shipped version of a template."""
    return f"shipped:{_digest(_shipped(kind, language))}"


def version_name(version: TemplateVersion) -> str:
    """Return the name of one of the office's versions."""
    return f"office:{version.version}:{_digest(version.body)}" if version.body else version.shipped


def version_words(version: str, spoken: Words) -> str:
    """Return the name of a version as readers see it, with its number or the digest of the shipped text; an unknown one as it is."""
    origin, _, rest = version.partition(":")
    number, _, digest = rest.rpartition(":")
    if not digest or not spoken.has("template_version", origin):
        return version
    return spoken.word("template_version", origin, number=number, digest=digest)


def read_template(text: str, kind: LetterKind, language: str) -> Template:
    """Return the template that a text is; the same text is read once.

    Raises:
        TemplateError: the text is no template, or one of another kind or language.
    """
    name = f"{template_name(kind, language)}.toml"
    template = _parsed(text, name, language)
    if (template.kind, template.language) != (kind, language):
        raise TemplateError(template=name, line=1, where="kind", problem="other_kind")
    return template


def template_name(kind: LetterKind, language: str) -> str:
    """Return what a template is called: the name of its file without its ending."""
    return f"{kind.value}.{language}"


# Reading


def list_templates(desk: Desk) -> tuple[TemplateLine, ...]:
    """Return every template, by kind and then by language, with the text that holds."""
    own = {(one.kind, one.language): one for one in template_store.newest_of_each(desk.session)}
    return tuple(
        _line(desk, kind, language, own.get((kind, language))) for kind in LetterKind for language in languages_of(kind)
    )


def shared_parts(language: str) -> tuple[str, ...]:
    """Return the names of the parts that the templates of a language share."""
    return tuple(letter_texts.load_parts(language).parts)


@cache
def part_text(language: str, name: str) -> str:
    """Return the text of one part that the templates of a language share, empty where there is none of this name."""
    return part_in(LETTERS.joinpath(f"parts.{language}.toml").read_text(encoding="utf-8"), name)


def finding_sentence(finding: TemplateFinding, words: Words) -> str:
    """Return what is wrong at a place, with the name that stands there, and who requires what is missing and why."""
    sentence = words.word("template_problem", finding.problem)
    if finding.problem not in {"lacks_content", "lost_content"}:
        return f"{sentence}: {finding.name}" if finding.name else sentence
    rests = f" ({finding.source})" if finding.source else ""
    why = dict(finding.why).get(words.language, "")
    return f"{sentence}: {words.word('required', finding.name)}{rests}. {why}".strip()


def kind_and_language(text: str, name: str) -> tuple[LetterKind, str]:
    """Return which template a text says it is; `name` is the file's, for errors.

    Raises:
        TemplateError: it is no TOML, or says neither.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _syntax(text, error)
        raise TemplateError(template=name, line=found.line, where="top", problem="syntax") from error
    return named(f"{data.get('kind', '')}.{data.get('language', '')}")


def named(name: str) -> tuple[LetterKind, str]:
    """Return the kind and the language of a template by its name, such as `refusal.en`.

    Raises:
        NotFoundError: there is no template of this name.
    """
    kind, _, language = name.removesuffix(".toml").partition(".")
    if kind not in {one.value for one in LetterKind} or language not in languages_of(LetterKind(kind)):
        raise NotFoundError(what="template", name=name)
    return LetterKind(kind), language


def write_out(text: str, line: int, kind: LetterKind, language: str) -> str:
    """Return a text in which the shared part that a line uses is written out, to be changed in this letter alone.

    A shared part serves many kinds of letter; what it says of others, and can never be printed in this one, is left away.
    """
    part = part_at(text, line)
    before = part.words("use")
    written = written_out(text, part, part_text(language, before))
    while written != text:
        try:
            read_template(normal(written), kind, language)
        except TemplateError as error:
            if str(error.details["problem"]) not in {"never_holds", "unknown_style:"}:
                break
            fault = int(str(error.details["line"]))
            if not any(around.line == part.line for around in part_at(written, fault).within):
                break
            written = without_part(written, fault)
        else:
            break
    return written


def template_page(desk: Desk, kind: LetterKind, language: str) -> TemplatePage:
    """Return everything the page of a template shows.

    Raises:
        InvalidInputError: there is none in the language.
    """
    shipped = shipped_text(kind, language)
    versions = template_store.history(desk.session, kind, language)
    newest = versions[0] if versions else None
    line = _line(desk, kind, language, newest)
    body = newest.body if newest is not None and newest.body else shipped
    draft = template_store.draft(desk.session, kind, language, officer_id=desk.officer.id)
    return TemplatePage(line, body, shipped, _history(desk, kind, language, versions), draft)


def template_text(desk: Desk, kind: LetterKind, language: str, number: int) -> str:
    """Return the text of one version; `SHIPPED` is the shipped one, and so is a version that went back to it.

    Raises:
        NotFoundError: there is no such version.
        InvalidInputError: there is none in the language.
    """
    shipped = shipped_text(kind, language)
    if number == SHIPPED:
        return shipped
    for one in template_store.history(desk.session, kind, language):
        if one.version == number:
            return one.body or shipped
    raise NotFoundError(what="template_version", name=f"{template_name(kind, language)} {number}")


def compare_versions(desk: Desk, kind: LetterKind, language: str, left: int, right: int) -> tuple[ComparedLine, ...]:
    """Return two versions of a template side by side.

    Raises:
        NotFoundError: there is no such version.
    """
    return compare(template_text(desk, kind, language, left), template_text(desk, kind, language, right))


def compare(left: str, right: str) -> tuple[ComparedLine, ...]:
    """Return two texts side by side, line by line."""
    old, new = left.splitlines(), right.splitlines()
    found: list[ComparedLine] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for place in range(max(b - a, d - c)):
            has_old, has_new = a + place < b, c + place < d
            change = LineChange.SAME if tag == "equal" else _change(old=has_old, new=has_new)
            found.append(
                ComparedLine(
                    change,
                    old[a + place] if has_old else "",
                    new[c + place] if has_new else "",
                    a + place + 1 if has_old else None,
                    c + place + 1 if has_new else None,
                )
            )
    return tuple(found)


def check_text(text: str, kind: LetterKind, language: str, *, rulebooks: Mapping[str, Rulebook]) -> tuple[TemplateFinding, ...]:
    """Return what is wrong with a text as a template of this kind and language, by line; nothing when it can be saved.

    Args:
        text: the text as it is typed.
        kind: the kind of letter it is for.
        language: the language it is for.
        rulebooks: law id to rulebook; what they require of such a letter must be printable.
    """
    if len(text) > LONGEST:
        return (TemplateFinding(1, 1, "too_long"),)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (_syntax(text, error),)
    if (data.get("kind", kind), data.get("language", language)) != (kind, language):
        top = parts_of(text)[0]
        said = top.statement("kind" if data.get("kind") != kind else "language")
        return (TemplateFinding(said.line if said is not None else 1, 1, "other_kind"),)
    found = [TemplateFinding(one.line, one.column, one.problem, one.name) for one in slips(text)]
    try:
        template = read_template(text, kind, language)
    except TemplateError as error:
        strict = _finding(error)
        if not any((one.problem, one.name) == (strict.problem, strict.name) for one in found):
            found.append(strict)
        return _in_order(found)
    return _in_order([*found, *_contents(template, rulebooks)])


# Writing


def save_template(command: SaveTemplate, desk: Desk) -> Changes:
    """Keep the office's own text of a template; letters that are not issued yet are composed from it from now on.

    Raises:
        InvalidInputError: there is none in the language, no reason is given, or the text is the one that holds.
        TemplateRefusedError: the text has a fault; `check_text` tells all of them.
    """
    _check(command.kind, command.language)
    reason = case_file.required_text(command.reason, "template_reason")
    body = normal(command.body)
    page = template_page(desk, command.kind, command.language)
    if body == page.body and page.line.state is not TemplateState.BROKEN:
        raise InvalidInputError(field="template_body", problem="template_unchanged")
    faults = [one for one in check_text(body, command.kind, command.language, rulebooks=desk.rulebooks) if one.fault]
    if faults:
        first = faults[0]
        raise TemplateRefusedError(
            template=template_name(command.kind, command.language),
            line=first.line,
            count=len(faults),
            fault=first.problem,
            name=first.name,
        )
    return _keep(desk, command.kind, command.language, "" if body == page.shipped else body, reason)


def draft_template(command: DraftTemplate, desk: Desk) -> Changes:
    """Keep what the officer has typed and not saved yet, so that neither a lock nor a crash loses it; no letter is composed from it.

    Raises:
        InvalidInputError: there is none in the language, or the text is too long for a template.
    """
    _check(command.kind, command.language)
    if len(command.body) > LONGEST:
        raise InvalidInputError(field="template_body", problem="template_too_long")
    changed = template_store.keep_draft(
        desk.session,
        kind=command.kind,
        language=command.language,
        body=command.body,
        at=desk.now,
        officer_id=desk.officer.id,
    )
    return Changes(journal=changed)


def reset_template(command: ResetTemplate, desk: Desk) -> Changes:
    """Go back to the shipped text of a template; the office's own versions stay in its history.

    Raises:
        InvalidInputError: there is none in the language, no reason is given, or the shipped text holds already.
    """
    _check(command.kind, command.language)
    reason = case_file.required_text(command.reason, "template_reason")
    own = template_store.newest(desk.session, command.kind, command.language)
    if own is None or not own.body:
        raise InvalidInputError(field="template_body", problem="template_unchanged")
    return _keep(desk, command.kind, command.language, "", reason)


def normal(text: str) -> str:
    """Return a text as it is kept: line ends of one kind, none at the end but one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n"


# Private parts


def _keep(desk: Desk, kind: LetterKind, language: str, body: str, reason: str) -> Changes:
    template_store.keep_draft(desk.session, kind=kind, language=language, body="", at=desk.now, officer_id=desk.officer.id)
    kept = template_store.add(
        desk.session,
        kind=kind,
        language=language,
        body=body,
        reason=reason,
        shipped=shipped_version(kind, language),
        at=desk.now,
        officer_id=desk.officer.id,
    )
    return Changes(settings=True, number=version_name(kept))


def _check(kind: LetterKind, language: str) -> None:
    if language not in languages_of(kind):
        raise InvalidInputError(field="letter_language", problem="not_a_choice")


@cache
def _shipped(kind: LetterKind, language: str) -> str:
    return normal(letter_texts.shipped_text(kind, language))


@cache
def _parsed(text: str, name: str, language: str) -> Template:
    return letter_texts.read_template(text, name, language)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_DIGITS]


def _line(desk: Desk, kind: LetterKind, language: str, newest: TemplateVersion | None) -> TemplateLine:
    shipped = shipped_version(kind, language)
    if newest is None:
        return TemplateLine(kind, language, TemplateState.SHIPPED, shipped)
    own = bool(newest.body)
    return TemplateLine(
        kind=kind,
        language=language,
        state=_state(newest, shipped),
        version=version_name(newest) if own else shipped,
        number=newest.version if own else SHIPPED,
        changed_at=newest.saved_at,
        officer_name=desk.officer_name(newest.officer_id),
        reason=newest.reason,
    )


def _state(newest: TemplateVersion, shipped: str) -> TemplateState:
    if not newest.body:
        return TemplateState.SHIPPED
    try:
        read_template(newest.body, newest.kind, newest.language)
    except TemplateError:
        return TemplateState.BROKEN
    return TemplateState.OFFICE if newest.shipped == shipped else TemplateState.OUTDATED


def _history(desk: Desk, kind: LetterKind, language: str, versions: tuple[TemplateVersion, ...]) -> tuple[VersionLine, ...]:
    lines = [
        VersionLine(
            number=one.version,
            version=version_name(one),
            body=one.body,
            holds=place == 0,
            reset=not one.body,
            saved_at=one.saved_at,
            officer_name=desk.officer_name(one.officer_id),
            reason=one.reason,
        )
        for place, one in enumerate(versions)
    ]
    shipped = VersionLine(SHIPPED, shipped_version(kind, language), _shipped(kind, language), holds=not versions)
    return (*lines, shipped)


def _change(*, old: bool, new: bool) -> LineChange:
    if old and new:
        return LineChange.CHANGED
    return LineChange.REMOVED if old else LineChange.ADDED


def _syntax(text: str, error: tomllib.TOMLDecodeError) -> TemplateFinding:
    place = _PLACE.search(str(error))
    if place is None or place.group(1) is None:
        lines = text.split("\n")
        return TemplateFinding(len(lines), len(lines[-1]) + 1, "syntax")
    return TemplateFinding(int(place.group(1)), int(place.group(2)), "syntax")


def _finding(error: TemplateError) -> TemplateFinding:
    problem, _, name = str(error.details["problem"]).partition(":")
    return TemplateFinding(max(int(str(error.details["line"])), 1), 1, problem, name)


@cache
def _printable(kind: LetterKind, language: str) -> frozenset[str]:
    """Return the required contents that the shipped text can really print: not what its shared parts say of other kinds."""
    text = _shipped(kind, language)
    while True:
        uses = [one for one in parts_of(text) if one.words("use")]
        written = write_out(text, uses[0].line, kind, language) if uses else text
        if written == text:
            return read_template(normal(text), kind, language).provides
        text = written


def _contents(template: Template, rulebooks: Mapping[str, Rulebook]) -> Iterable[TemplateFinding]:
    """Return what the text cannot print: a fault where it is required of such a letter, else a warning."""
    cites: dict[str, list[str]] = {}
    for book in rulebooks.values():
        for rule in book.contents:
            if rule.letter == template.kind.value and rule.duty:
                cites.setdefault(rule.code, []).append(f"{book.id}: {rule.source.cite}")
    whys: dict[str, tuple[tuple[str, str], ...]] = {}
    for demand in letter_contents.demands_of(template.kind):
        codes = _REMEDIES if demand.code == letter_contents.REMEDIES else (demand.code,)
        whys.update(dict.fromkeys(codes, demand.why))
    for code in sorted(_printable(template.kind, template.language) - template.provides):
        fault = code in cites or code in whys
        source = "; ".join(dict.fromkeys(cites.get(code, [])))
        yield TemplateFinding(1, 1, "lacks_content" if fault else "lost_content", code, fault, source, whys.get(code, ()))


def _in_order(found: Iterable[TemplateFinding]) -> tuple[TemplateFinding, ...]:
    return tuple(sorted(found, key=lambda one: (not one.fault, one.line, one.column)))
