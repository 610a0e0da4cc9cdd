"""Letter templates: paragraphs with conditions and named placeholders, parsed strictly and composed purely.

A template is data (`resources/letters/<kind>.<language>.toml`); what all templates of a language share is in its parts
(`parts.<language>.toml`). Both may only name the placeholders, flags, groups and places of `VOCABULARY` and `INSERTS`; anything
else is an error when they are parsed, with file and line, so that a typing slip cannot drop a sentence. Conditions are lists of
flags, never expressions, and one that can never hold is an error too. Values go in as they are: a value that holds braces or
markup stays exactly that. Lines count from 1; 0 where none is known.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from workbench.domain.cases import CaseKind
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import ComposedLetter, LetterKind, Paragraph
from workbench.domain.phases import ASKED_BY, COMPLAINTS, LETTERS_OF, shown_by

STYLES = frozenset({"body", "heading", "lead", "list", "quote", "table", "annex"})
"""The styles a paragraph of a letter can have; a lead stays with what it leads to, an annex is the title of one."""

CONTENT_CODES: frozenset[str] = frozenset(
    {
        "reference",
        "receipt_date",
        "answer_by",
        "identity_wanted",
        "clock_effect",
        "question",
        "fee_amount",
        "fee_basis",
        "fee_payment",
        "extension_reasons",
        "new_date",
        "told_in_time",
        "pause_told",
        "outcome",
        "schedule",
        "purposes",
        "categories",
        "recipients",
        "retention",
        "data_source",
        "rights_named",
        "lift_notice",
        "data_file",
        "logic",
        "consequences",
        "withdrawal_effect",
        "search",
        "other_controller",
        "ground",
        "reason",
        "complaint",
        "court",
        "controller",
        "damages",
        "dispute",
        "authority",
        "authority_address",
        "person",
        "data_concerned",
        "action_wanted",
        "identifiers",
        "reply_by",
        "complaint_date",
        "progress",
        "findings",
        "matter",
        "late",
        "writing_wanted",
        "complaint_decision",
        "passing_reason",
        "their_reference",
        "deadline",
        "more_time",
        "delay_reasons",
        "meanwhile",
        "answers",
        "file_digest",
        "documents",
        "draft_decision",
        "points_contested",
        "asked_instead",
        "undertakings",
        "open_reasons",
        "what_happened",
        "when_happened",
        "data_affected",
        "people_affected",
        "likely_consequences",
        "measures_taken",
        "contact_point",
        "notice_timing",
        "what_follows",
        "first_notice",
        "new_facts",
        "what_to_do",
    }
)
"""What a letter can be required to contain; each is a word key of the table `required`."""


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


INSERTS: tuple[str, ...] = (
    "narrowing",
    "fee_amount",
    "fee_basis",
    "fee_payment",
    "measures",
    "recipients_told",
    "file_format",
    "file_delivery",
    "logic",
    "consequences",
    "review",
    "searched",
    "other_controller",
    "passed_on",
    "data_concerned",
    "action_wanted",
    "system",
    "task",
    "identifiers",
    "reply_by",
    "complaint_topic",
    "progress",
    "next_news",
    "findings",
    "put_right",
    "matter",
    "their_reference",
    "why_passed_on",
    "outcome_reasons",
    "meanwhile",
    "manifest_digest",
    "draft_decision",
    "points_contested",
    "asked_instead",
    "open_reasons",
    "what_happened",
    "data_affected",
    "people_affected",
    "likely_consequences",
    "measures_taken",
    "new_facts",
    "delay_reason",
    "what_follows",
    "what_to_do",
)
"""The places for the officer's own words, in the order of a form; each is a placeholder, a flag and a word key of `insert`."""

OWN_WORDS: frozenset[str] = frozenset(
    {"free_text", "reason", "category", "detail", "why", "question", "answer", "undertaking", "document", "processor", *INSERTS}
)
"""The placeholders that hold words of the officer: in the letter, in the decision that it tells, in the working file of its case."""

_MOST_LINES = 30
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z][a-z_]*\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


class TemplateError(WorkbenchError):
    """A letter template cannot be read or filled; details `template` (its file), `line`, `where`, `problem`."""

    code = "template_invalid"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a template may name at one level; inside a group everything of the levels around it can be named too.

    Of each set in `exclusive` at most one flag can stand; a flag in `implied` never stands without the others.
    """

    placeholders: frozenset[str]
    flags: frozenset[str] = frozenset()
    groups: Mapping[str, "Scope"] = field(default_factory=dict)
    exclusive: tuple[frozenset[str], ...] = ()
    implied: Mapping[str, frozenset[str]] = field(default_factory=dict)


RIGHT_FLAGS = _names(
    "access copy rectification erasure restriction objection marketing_optout portability automated_decision "
    "withdraw_consent information confirmation purpose_disclosure opt_out_sale limit_sensitive"
)
OUTCOME_FLAGS = _names("granted partly refused nothing_held out_of_scope not_controller")
_EFFECTS = _names("pauses restarts runs lapses")
_REMEDIES = _names("complaint court controller damages dispute")

_GROUND = Scope(_names("law_short ground ground_article ground_text"), _names("ground_text ground_foreign"))
_LINE = Scope(_names("category detail treatment why"))
_REMEDY = Scope(_names("remedy"), _REMEDIES | _names("names_authority names_address"), exclusive=(_REMEDIES,))
_PAUSE = Scope(
    _names("paused_from paused_until paused_days"),
    _names("for_identity for_clarification for_fee stood_still began_anew"),
    exclusive=(_names("for_identity for_clarification for_fee"), _names("stood_still began_anew")),
)

_OUTCOMES = _names("upheld partly_upheld not_upheld taken_back")
_OF_COMPLAINTS = _OUTCOMES | {"own_case"}
_OF_MATTERS = _names("basis deadline questions answers_ready documents undertakings all_kept")
_OF_BREACHES = _names(
    "confidentiality integrity availability occurred subjects_known records_known approximate processor notice_due reported"
)

_DOCUMENT = Scope(_names("annex_number document document_digest"))

VOCABULARY = Scope(
    placeholders=_names(
        "office contact reference letter dated to_name received_on received_at received_how subject_name acts_by rights laws "
        "free_text corrected corrected_on complaint_on authority authority_address contact_point concerned basis deadline_on "
        "until_on question_count occurred_at noticed_at subject_count record_count processor notice_due_on reported_on"
    )
    | frozenset(INSERTS),
    flags=_names(
        "several_rights several_laws represented acts_by free_text contact access_told copy_told withheld_told refused_told "
        "correction late authority_address"
    )
    | _OF_COMPLAINTS
    | _OF_MATTERS
    | _OF_BREACHES
    | frozenset(INSERTS),
    groups=MappingProxyType(
        {
            "clocks": Scope(
                _names("law clock_rights due_on first_due_on new_due_on"),
                _names("due open_ended waiting extended fixed in_time"),
                MappingProxyType({"waits": _PAUSE}),
                exclusive=(_names("due open_ended waiting"), _names("extended fixed")),
            ),
            "laws": Scope(
                _names("law law_short authority authority_address due_on"),
                _EFFECTS | _names("due authority_unnamed address_unnamed"),
                MappingProxyType({"remedies": _REMEDY}),
                exclusive=(_EFFECTS,),
            ),
            "decided": Scope(
                _names("right right_title articles reason"),
                RIGHT_FLAGS | OUTCOME_FLAGS | _names("reason articles schedule annexed grounds"),
                MappingProxyType({"grounds": _GROUND, "schedule": _LINE}),
                exclusive=(RIGHT_FLAGS, OUTCOME_FLAGS),
                implied=MappingProxyType({"annexed": _names("schedule")}),
            ),
            "questions": Scope(
                _names("question_number question answer"),
                _names("answered"),
                MappingProxyType({"documents": _DOCUMENT}),
            ),
            "undertakings": Scope(_names("undertaking_number undertaking responsible keep_by kept_on annex_numbers")),
            "documents": _DOCUMENT,
        }
    ),
    exclusive=(_OUTCOMES,),
    implied=MappingProxyType({"acts_by": _names("represented"), "answers_ready": _names("questions")}),
)
"""Everything a letter template may name."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When a paragraph is printed: all of these flags, at least one of those, none of the others."""

    all: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()

    def holds(self, flags: frozenset[str]) -> bool:
        """Return whether the flags meet this condition; an empty condition always holds."""
        return self.all <= flags and (not self.any or bool(self.any & flags)) and not self.none & flags


@dataclass(frozen=True, slots=True)
class Choice:
    """One wording out of several; the first whose condition holds is taken."""

    text: str
    when: Condition = field(default_factory=Condition)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, a table, or a group of blocks that is repeated for each value of a group.

    `language` is set where the text is in another language than the letter. `part` names the part that a group came from.
    """

    style: str = ""
    text: str = ""
    when: Condition = field(default_factory=Condition)
    for_each: str = ""
    head: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    provides: tuple[str, ...] = ()
    blocks: tuple["Block", ...] = ()
    language: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Insert:
    """A place for the officer's own words: its name (one of `INSERTS`), its label, how many lines its field shows.

    An empty label takes the word for the name. A `needed` place without words stops the issue. `suggestion` is what stands
    there until the officer writes something else.
    """

    name: str
    label: str = ""
    lines: int = 1
    needed: bool = False
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the text of every letter in one language."""

    references: tuple[tuple[str, str], ...]
    salutation: str
    salutation_unknown: str
    closing: str
    running: str
    page_label: str
    continuation: str
    enclosures_label: str


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs that several templates share; `within` is the group that they must be used in, empty for none."""

    name: str
    within: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the templates of one language share."""

    language: str
    furniture: Furniture | None
    parts: Mapping[str, Part] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """A letter template of one kind in one language."""

    kind: LetterKind
    language: str
    title: str
    subject: tuple[Choice, ...]
    references: tuple[tuple[str, str], ...]
    salutation: str
    salutation_unknown: str
    closing: str
    running: str
    page_label: str
    blocks: tuple[Block, ...]
    continuation: str = ""
    enclosures_label: str = ""
    inserts: tuple[Insert, ...] = ()

    @property
    def provides(self) -> frozenset[str]:
        """Return the required contents that this template can print."""
        return frozenset(code for block in walk(self.blocks) for code in block.provides)


@dataclass(frozen=True, slots=True)
class LetterValues:
    """The values of one level: words for placeholders, flags for conditions, groups of further values.

    `key` names the value within its group (a law, a right), so that what was printed can be told apart.
    """

    words: Mapping[str, str]
    flags: frozenset[str] = frozenset()
    groups: Mapping[str, tuple["LetterValues", ...]] = field(default_factory=dict)
    key: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text: who writes, to whom, where and when. `salutation` empty takes the template's."""

    letterhead: tuple[str, ...]
    office_lines: tuple[str, ...]
    return_line: str
    addressee: tuple[str, ...]
    addressed_to: str
    salutation: str
    place_and_date: str
    signatory: tuple[str, ...]
    footer: tuple[str, ...]
    author: str
    dated: date


@dataclass(frozen=True, slots=True)
class Need:
    """A content that a letter must have; `key` names the law, or the right and the law, it is needed for."""

    code: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of the officer in a letter: where they stand (a field or a place), its label, and what was suggested there."""

    place: str
    label: str
    text: str
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class Composition:
    """A composed letter, the required contents that were really printed, and the placeholders printed without a value."""

    letter: ComposedLetter
    printed: frozenset[Need]
    blanks: tuple[str, ...] = ()


def missing_content(needs: tuple[Need, ...], printed: frozenset[Need]) -> tuple[Need, ...]:
    """Return the needs that were not printed, in their order."""
    return tuple(need for need in needs if need not in printed)


def placeholders_in(text: str) -> tuple[str, ...]:
    """Return the names in braces in a text of a template, in their order."""
    return tuple(_PLACEHOLDER.findall(text))


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Return every block of these and of the groups among them, in the order of reading."""
    for block in blocks:
        yield block
        yield from walk(block.blocks)


# Parsing

NO_PARTS = Parts("", None)
"""For a template that carries everything itself."""


def parse_template_text(text: str, name: str, parts: Parts = NO_PARTS, *, vocabulary: Scope = VOCABULARY) -> Template:
    """Return a template from the text of its file; errors carry the line.

    Args:
        text: TOML.
        name: the file's name, for errors.
        parts: what the templates of its language share.
        vocabulary: what it may name.

    Raises:
        TemplateError: it is no TOML, a key, placeholder, flag, group, place, part or required content is not known, a part is
            missing, or a condition can never hold.
    """
    return _template(_Reader(name, _line_map(text)), _loaded(text, name), parts, vocabulary)


def parse_template(data: Mapping[str, object], parts: Parts = NO_PARTS, *, vocabulary: Scope = VOCABULARY) -> Template:
    """Return a template from its parsed TOML; as `parse_template_text`, without lines.

    Raises:
        TemplateError: as there.
    """
    return _template(_Reader(f"{data.get('kind', '?')}.{data.get('language', '?')}", {}), data, parts, vocabulary)


def parse_parts_text(text: str, name: str, *, vocabulary: Scope = VOCABULARY) -> Parts:
    """Return the parts of a language from the text of their file.

    Raises:
        TemplateError: as for a template; also where two parts have one name.
    """
    reader = _Reader(name, _line_map(text))
    table = reader.table(_loaded(text, name), ())
    language = _language(reader, table)
    furniture = Furniture(
        references=_references(reader, table, vocabulary),
        salutation=table.text("salutation"),
        salutation_unknown=table.text("salutation_unknown"),
        closing=table.text("closing"),
        running=reader.sentence(table.text("running"), [vocabulary], ("running",)),
        page_label=table.text("page_label"),
        continuation=reader.sentence(table.text("continuation"), [vocabulary], ("continuation",)),
        enclosures_label=table.text("enclosures_label"),
    )
    found: dict[str, Part] = {}
    for number, data in enumerate(table.tables("part"), start=1):
        path: Path = ("part", number)
        one = reader.table(data, path)
        part = one.text("name")
        within = one.text("within", needed=False)
        if part in found or not _NAME.match(part):
            raise reader.error((*path, "name"), f"name_taken:{part}" if part in found else f"unknown_name:{part}")
        scopes = [vocabulary]
        if within:
            if within not in vocabulary.groups:
                raise reader.error((*path, "within"), f"unknown_group:{within}")
            scopes = [vocabulary.groups[within], vocabulary]
        inside = _Inside(reader, Parts(language, furniture, dict(found)), frozenset(), tuple([within] if within else []))
        found[part] = Part(part, within, _blocks(inside, one.tables("paragraph"), scopes, (), (*path, "paragraph")))
        one.close()
        if not found[part].blocks:
            raise reader.error(path, "missing")
    table.close()
    return Parts(language, furniture, MappingProxyType(found))


Path = tuple[str | int, ...]
"""Where something stands in a template: names of tables and keys, numbers of tables, from the outermost."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.]+)\s*\]\]?\s*(#.*)?\Z")
_KEY = re.compile(r"\s*([A-Za-z0-9_]+)\s*=")
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


def _loaded(text: str, name: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = str(error)
        at = _AT_LINE.search(told)
        line = int(at.group(1)) if at is not None and at.group(1) else text.count("\n") + 1
        problem = _AT_LINE.sub("", told).strip()
        raise TemplateError(template=name, line=line, where="", problem=f"syntax:{problem}") from error


def _line_map(text: str) -> Mapping[Path, int]:
    """Return the line of every table and key of a TOML text, for errors; what is inside long strings is passed over."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        inside = bool(fence)
        for mark in ('"""', "'''"):
            if (not fence or fence == mark) and line.count(mark) % 2:
                fence = "" if fence else mark
        if inside:
            continue
        header = _HEADER.match(line)
        if header is not None:
            *above, last = header.group(2).split(".")
            path: Path = ()
            for name in above:
                path = (*path, name)
                path = (*path, counts[path]) if path in counts else path
            here = (*path, last)
            if header.group(1) == "[[":
                counts[here] = counts.get(here, 0) + 1
                here = (*here, counts[here])
            lines.setdefault(here, number)
            continue
        key = _KEY.match(line)
        if key is not None:
            lines.setdefault((*here, key.group(1)), number)
    return lines


class _Reader:
    """What every part of one template needs for its errors and checks."""

    def __init__(self, name: str, lines: Mapping[Path, int]) -> None:
        self.name = name
        self._lines = lines

    def error(self, path: Path, problem: str) -> TemplateError:
        line = next((self._lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self._lines), 1)
        where = " ".join(str(one) for one in path)
        return TemplateError(template=self.name, line=line if self._lines else 0, where=where, problem=problem)

    def table(self, data: object, path: Path) -> "_Table":
        if not isinstance(data, Mapping):
            raise self.error(path, "not_a_table")
        return _Table(self, dict(data), path)

    def sentence(self, text: str, scopes: Sequence[Scope], path: Path) -> str:
        for name in _PLACEHOLDER.findall(text):
            if not _NAME.match(name) or not any(name in scope.placeholders for scope in scopes):
                raise self.error(path, f"unknown_placeholder:{name}")
        if "{" in _PLACEHOLDER.sub("", text) or "}" in _PLACEHOLDER.sub("", text):
            raise self.error(path, "lone_brace")
        return text

    def condition(self, data: object, scopes: Sequence[Scope], path: Path) -> Condition:
        if data is None:
            return Condition()
        table = self.table(data, path)
        parts = {part: frozenset(table.texts(part)) for part in ("all", "any", "none")}
        table.close()
        for flag in sorted(frozenset().union(*parts.values())):
            if not any(flag in scope.flags for scope in scopes):
                raise self.error(path, f"unknown_flag:{flag}")
        if not any(parts.values()):
            raise self.error(path, "empty_condition")
        return Condition(all=parts["all"], any=parts["any"], none=parts["none"])


class _Table:
    """One TOML table read key by key; what was not read is an error."""

    def __init__(self, reader: _Reader, data: dict[str, object], path: Path) -> None:
        self._reader = reader
        self._data = data
        self._path = path

    def text(self, key: str, *, needed: bool = True) -> str:
        value = self._data.pop(key, "")
        if not isinstance(value, str) or (needed and not value.strip()):
            raise self._reader.error((*self._path, key), "missing" if not value else "not_a_text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._data.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._reader.error((*self._path, key), "not_a_list_of_texts")
        return tuple(value)

    def tables(self, key: str) -> list[object]:
        value = self._data.pop(key, [])
        if not isinstance(value, list):
            raise self._reader.error((*self._path, key), "not_a_list_of_tables")
        return list(value)

    def number(self, key: str, *, default: int, most: int) -> int:
        value = self._data.pop(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self._reader.error((*self._path, key), "not_a_number")
        return value

    def truth(self, key: str) -> bool:
        value = self._data.pop(key, False)
        if not isinstance(value, bool):
            raise self._reader.error((*self._path, key), "not_true_or_false")
        return value

    def anything(self, key: str) -> object:
        return self._data.pop(key, None)

    def close(self) -> None:
        for key in self._data:
            raise self._reader.error((*self._path, key), f"unknown_key:{key}")


@dataclass(frozen=True, slots=True)
class _Inside:
    """Where blocks are read: their file, the parts at hand, the flags that this kind never sets, the groups around them."""

    reader: _Reader
    parts: Parts
    unset: frozenset[str]
    groups: tuple[str, ...] = ()


def _template(reader: _Reader, data: Mapping[str, object], parts: Parts, vocabulary: Scope) -> Template:
    table = reader.table(data, ())
    kind_name = table.text("kind")
    if kind_name not in set(LetterKind):
        raise reader.error(("kind",), f"unknown_kind:{kind_name}")
    kind = LetterKind(kind_name)
    language = _language(reader, table)
    if parts is not NO_PARTS and parts.language != language:
        raise reader.error(("language",), f"unknown_language:{language}")
    shared = parts.furniture
    inside = _Inside(reader, parts, _never_set(kind))

    def furniture(name: str, *, needed: bool = True) -> str:
        given = table.text(name, needed=False)
        common = getattr(shared, name) if shared is not None else ""
        if not (given or common).strip() and needed:
            raise reader.error((name,), "missing")
        return given or common

    template = Template(
        kind=kind,
        language=language,
        title=reader.sentence(table.text("title"), [vocabulary], ("title",)),
        subject=_subject(inside, table, vocabulary),
        references=_references(reader, table, vocabulary) or (shared.references if shared is not None else ()),
        salutation=furniture("salutation"),
        salutation_unknown=furniture("salutation_unknown"),
        closing=furniture("closing"),
        running=reader.sentence(furniture("running"), [vocabulary], ("running",)),
        page_label=furniture("page_label"),
        continuation=reader.sentence(furniture("continuation", needed=False), [vocabulary], ("continuation",)),
        enclosures_label=furniture("enclosures_label", needed=False),
        inserts=_inserts(reader, table),
        blocks=_blocks(inside, table.tables("paragraph"), [vocabulary], (), ("paragraph",)),
    )
    table.close()
    if not template.blocks:
        raise reader.error(("paragraph",), "missing")
    _check_inserts(reader, template)
    return template


def _language(reader: _Reader, table: _Table) -> str:
    language = table.text("language")
    if not _LANGUAGE.match(language):
        raise reader.error(("language",), f"unknown_language:{language}")
    return language


def _inserts(reader: _Reader, table: _Table) -> tuple[Insert, ...]:
    found: list[Insert] = []
    for number, data in enumerate(table.tables("insert"), start=1):
        path: Path = ("insert", number)
        one = reader.table(data, path)
        name = one.text("name")
        if name not in INSERTS:
            raise reader.error((*path, "name"), f"unknown_insert:{name}")
        if name in {other.name for other in found}:
            raise reader.error((*path, "name"), f"name_taken:{name}")
        found.append(
            Insert(
                name=name,
                label=one.text("label", needed=False),
                lines=one.number("lines", default=1, most=_MOST_LINES),
                needed=one.truth("needed"),
                suggestion=one.text("suggestion", needed=False),
            )
        )
        one.close()
    return tuple(found)


def _check_inserts(reader: _Reader, template: Template) -> None:
    texts = [
        template.title,
        *(choice.text for choice in template.subject),
        *(text for _, text in template.references),
        *(text for block in walk(template.blocks) for text in (block.text, *block.row)),
    ]
    used = {name for text in texts for name in _PLACEHOLDER.findall(text)} & set(INSERTS)
    declared = [insert.name for insert in template.inserts]
    for name in sorted(used - set(declared)):
        raise reader.error(("insert",), f"insert_not_declared:{name}")
    for number, name in enumerate(declared, start=1):
        if name not in used:
            raise reader.error(("insert", number, "name"), f"insert_not_used:{name}")


def _subject(inside: _Inside, table: _Table, vocabulary: Scope) -> tuple[Choice, ...]:
    reader = inside.reader
    choices: list[Choice] = []
    for number, data in enumerate(table.tables("subject"), start=1):
        path: Path = ("subject", number)
        one = reader.table(data, path)
        text = reader.sentence(one.text("text"), [vocabulary], (*path, "text"))
        when = reader.condition(one.anything("when"), [vocabulary], (*path, "when"))
        if not _can_hold((when,), [vocabulary], inside.unset):
            raise reader.error((*path, "when"), "never_holds")
        choices.append(Choice(text, when))
        one.close()
    if not choices or choices[-1].when != Condition():
        raise reader.error(("subject",), "last_choice_needs_no_condition")
    return tuple(choices)


def _references(reader: _Reader, table: _Table, vocabulary: Scope) -> tuple[tuple[str, str], ...]:
    lines: list[tuple[str, str]] = []
    for number, data in enumerate(table.tables("reference"), start=1):
        path: Path = ("reference", number)
        one = reader.table(data, path)
        lines.append((one.text("label"), reader.sentence(one.text("text"), [vocabulary], (*path, "text"))))
        one.close()
    return tuple(lines)


def _blocks(
    inside: _Inside, tables: list[object], scopes: list[Scope], around: tuple[Condition, ...], path: Path
) -> tuple[Block, ...]:
    return tuple(
        _block(inside, inside.reader.table(data, (*path, number)), scopes, around, (*path, number))
        for number, data in enumerate(tables, start=1)
    )


def _block(inside: _Inside, table: _Table, scopes: list[Scope], around: tuple[Condition, ...], path: Path) -> Block:
    reader = inside.reader
    used = table.text("use", needed=False)
    for_each = table.text("for_each", needed=False)
    inner, within = scopes, inside
    if for_each:
        group = next((scope.groups[for_each] for scope in scopes if for_each in scope.groups), None)
        if group is None:
            raise reader.error((*path, "for_each"), f"unknown_group:{for_each}")
        if for_each in inside.unset:
            raise reader.error((*path, "for_each"), "never_holds")
        inner = [group, *scopes]
        within = _Inside(reader, inside.parts, inside.unset, (*inside.groups, for_each))
    style = table.text("style", needed=False)
    condition = table.anything("when")
    # A table is printed or not as a whole, so its condition is asked outside its rows.
    asked = scopes if style == "table" else inner
    when = reader.condition(condition, asked, (*path, "when"))
    standing = (*around, when)
    if condition is not None and not _can_hold(standing, asked, inside.unset):
        raise reader.error((*path, "when"), "never_holds")
    block = Block(
        style=style,
        text=reader.sentence(table.text("text", needed=False), inner, (*path, "text")),
        when=when,
        for_each=for_each,
        head=table.texts("head"),
        row=tuple(reader.sentence(cell, inner, (*path, "row")) for cell in table.texts("row")),
        provides=table.texts("provides"),
        blocks=_part(within, used, path)
        if used
        else _blocks(within, table.tables("paragraph"), inner, standing, (*path, "paragraph")),
        language=table.text("language", needed=False),
        part=used,
    )
    table.close()
    _check_shape(reader, block, path)
    return block


def _part(inside: _Inside, name: str, path: Path) -> tuple[Block, ...]:
    part = inside.parts.parts.get(name)
    if part is None:
        raise inside.reader.error((*path, "use"), f"unknown_part:{name}")
    if part.within and part.within not in inside.groups:
        raise inside.reader.error((*path, "use"), f"part_needs_group:{part.within}")
    return part.blocks


def _check_shape(reader: _Reader, block: Block, path: Path) -> None:
    for code in block.provides:
        if code not in CONTENT_CODES:
            raise reader.error((*path, "provides"), f"unknown_content:{code}")
    if block.language and not _LANGUAGE.match(block.language):
        raise reader.error((*path, "language"), f"unknown_language:{block.language}")
    if block.blocks:
        if block.style or block.text or block.head or block.row or block.provides or block.language:
            raise reader.error(path, "a_group_has_no_text")
        return
    if block.style not in STYLES:
        raise reader.error((*path, "style"), f"unknown_style:{block.style}")
    if block.style == "table":
        if not block.for_each or not block.head or len(block.head) != len(block.row) or block.text:
            raise reader.error(path, "table_needs_for_each_head_and_row")
    elif not block.text.strip() or block.head or block.row:
        raise reader.error((*path, "text"), "paragraph_needs_text")


# Conditions that can never hold


def _never_set(kind: LetterKind) -> frozenset[str]:
    """Return the flags and groups that no letter of a kind ever has."""
    shown = shown_by(kind)
    unset: set[str] = set()
    if shown is None:
        unset |= {"decided", "withheld_told", "refused_told", "access_told", "copy_told"}
    else:
        outcomes, rights = {one.value for one in shown.outcomes}, {one.value for one in shown.rights}
        unset |= (OUTCOME_FLAGS - outcomes) | (RIGHT_FLAGS - rights)
        unset |= {
            flag for flag, outcome in (("withheld_told", "partly"), ("refused_told", "refused")) if outcome not in outcomes
        }
    if kind not in ASKED_BY:
        unset |= _EFFECTS - {"runs"}
    unset |= _OF_COMPLAINTS if kind not in COMPLAINTS else frozenset()
    unset |= _OF_MATTERS if kind not in LETTERS_OF[CaseKind.MATTER] else frozenset()
    unset |= _OF_BREACHES if kind not in LETTERS_OF[CaseKind.BREACH] else frozenset()
    return frozenset(unset)


def _can_hold(conditions: Sequence[Condition], scopes: Sequence[Scope], unset: frozenset[str]) -> bool:
    """Return whether some values of these levels meet all of these conditions."""
    wanted = frozenset().union(*(one.all for one in conditions))
    barred = frozenset().union(*(one.none for one in conditions)) | unset
    return _possible(wanted, barred, [one.any for one in conditions if one.any], scopes)


def _possible(wanted: frozenset[str], barred: frozenset[str], choices: list[frozenset[str]], scopes: Sequence[Scope]) -> bool:
    implied = frozenset().union(*(scope.implied.get(flag, frozenset()) for scope in scopes for flag in wanted))
    if not implied <= wanted:
        return _possible(wanted | implied, barred, choices, scopes)
    if wanted & barred or any(len(wanted & one) > 1 for scope in scopes for one in scope.exclusive):
        return False
    if not choices:
        return True
    return any(_possible(wanted | {flag}, barred, choices[1:], scopes) for flag in choices[0])


# Composing


def compose(template: Template, values: LetterValues, frame: Frame) -> Composition:
    """Return the letter that a template says with these values.

    A paragraph counts as printed content only where none of the values it names is blank. A paragraph printed with a blank value
    is told in `blanks`; lines of reference and cells of tables may be empty.

    Raises:
        TemplateError: the values lack a placeholder or group that the template names.
    """
    writer = _Writer(template)
    chain = (values,)
    named = frame.addressed_to.strip()
    salutation = frame.salutation or (fill(template.salutation, {"name": named}) if named else template.salutation_unknown)
    references = tuple((label, writer.fill(text, chain)) for label, text in template.references)
    paragraphs = tuple(writer.paragraphs(template.blocks, chain))
    subject = next(choice.text for choice in template.subject if choice.when.holds(values.flags))
    writer.note_blanks((subject,), chain)
    letter = ComposedLetter(
        language=template.language,
        letterhead=frame.letterhead,
        office_lines=frame.office_lines,
        return_line=frame.return_line,
        addressee=frame.addressee,
        place_and_date=frame.place_and_date,
        reference_lines=tuple((label, text) for label, text in references if text.strip()),
        subject=writer.fill(subject, chain),
        salutation=salutation,
        paragraphs=paragraphs,
        closing=template.closing,
        signatory=frame.signatory,
        footer=frame.footer,
        title=writer.fill(template.title, chain),
        author=frame.author,
        running=writer.fill(template.running, chain),
        page_label=template.page_label,
        dated=frame.dated,
        continuation=writer.fill(template.continuation, chain),
        enclosures_label=template.enclosures_label,
    )
    if values.words.get("reference", "").strip() and letter.reference_lines:
        writer.printed.add(Need("reference"))
    return Composition(letter, frozenset(writer.printed), tuple(dict.fromkeys(writer.blanks)))


def fill(text: str, words: Mapping[str, str]) -> str:
    """Return `text` with each `{name}` replaced by its word in one pass, so that words are never read as templates.

    Raises:
        KeyError: a name has no word.
    """
    return _PLACEHOLDER.sub(lambda match: words[match.group(1)], text)


class _Writer:
    """Walks the blocks of one template and notes what it printed."""

    def __init__(self, template: Template) -> None:
        self._name = f"{template.kind}.{template.language}"
        self.printed: set[Need] = set()
        self.blanks: list[str] = []

    def fill(self, text: str, chain: tuple[LetterValues, ...]) -> str:
        words = {name: self._word(name, chain) for name in _PLACEHOLDER.findall(text)}
        return fill(text, words)

    def paragraphs(self, blocks: tuple[Block, ...], chain: tuple[LetterValues, ...]) -> Iterator[Paragraph]:
        for block in blocks:
            if block.style == "table":
                yield from self._table(block, chain)
                continue
            for inner in self._each(block, chain):
                if not block.when.holds(_flags(inner)):
                    continue
                if block.blocks:
                    yield from self.paragraphs(block.blocks, inner)
                else:
                    self._note(block, inner, (block.text,))
                    self.note_blanks((block.text,), inner)
                    own = bool(OWN_WORDS & set(_PLACEHOLDER.findall(block.text)))
                    yield Paragraph(block.style, self.fill(block.text, inner), own=own, language=block.language)

    def note_blanks(self, texts: tuple[str, ...], chain: tuple[LetterValues, ...]) -> None:
        names = [name for text in texts for name in _PLACEHOLDER.findall(text)]
        self.blanks += [name for name in names if not self._word(name, chain).strip()]

    def _table(self, block: Block, chain: tuple[LetterValues, ...]) -> Iterator[Paragraph]:
        if not block.when.holds(_flags(chain)):
            return
        each = self._each(block, chain)
        rows = tuple(tuple(self.fill(cell, inner) for cell in block.row) for inner in each)
        if rows:
            self._note(block, chain, ())
            own = bool(OWN_WORDS & {name for cell in block.row for name in _PLACEHOLDER.findall(cell)})
            yield Paragraph("table", rows=(block.head, *rows), own=own, language=block.language)

    def _each(self, block: Block, chain: tuple[LetterValues, ...]) -> list[tuple[LetterValues, ...]]:
        if not block.for_each:
            return [chain]
        for level in chain:
            if block.for_each in level.groups:
                return [(item, *chain) for item in level.groups[block.for_each]]
        raise TemplateError(template=self._name, line=0, where="values", problem=f"group_without_values:{block.for_each}")

    def _word(self, name: str, chain: tuple[LetterValues, ...]) -> str:
        for level in chain:
            if name in level.words:
                return level.words[name]
        raise TemplateError(template=self._name, line=0, where="values", problem=f"placeholder_without_value:{name}")

    def _note(self, block: Block, chain: tuple[LetterValues, ...], texts: tuple[str, ...]) -> None:
        names = [name for text in texts for name in _PLACEHOLDER.findall(text)]
        if all(self._word(name, chain).strip() for name in names):
            key = "/".join(level.key for level in reversed(chain) if level.key)
            self.printed.update(Need(code, key) for code in block.provides)


def _flags(chain: tuple[LetterValues, ...]) -> frozenset[str]:
    return frozenset().union(*(level.flags for level in chain))
