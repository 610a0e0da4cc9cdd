"""Letter templates: paragraphs with conditions and named placeholders, parsed strictly and composed purely.

A template is data (`resources/letters/<kind>.<language>.toml`). It may only name the placeholders, flags and groups of
`VOCABULARY`; anything else is an error when it is parsed, so that a typing slip cannot drop a sentence. Conditions are lists
of flags, never expressions. Values go in as they are: a value that holds braces or markup stays exactly that.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import ComposedLetter, LetterKind, Paragraph

STYLES = frozenset({"body", "heading", "lead", "list", "quote", "table"})
"""The styles a paragraph of a letter can have; a lead stays with what it leads to."""

CONTENT_CODES: frozenset[str] = frozenset(
    {
        "reference",
        "receipt_date",
        "answer_by",
        "identity_wanted",
        "clock_effect",
        "question",
        "extension_reasons",
        "new_date",
        "told_in_time",
        "outcome",
        "schedule",
        "purposes",
        "categories",
        "recipients",
        "retention",
        "data_source",
        "rights_named",
        "ground",
        "reason",
        "complaint",
        "court",
        "controller",
        "damages",
        "dispute",
        "authority",
        "authority_address",
    }
)
"""What a letter can be required to contain; each is a word key of the table `required`."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z][a-z_]*\Z")


class TemplateError(WorkbenchError):
    """A letter template cannot be read or filled; details `template`, `where`, `problem`."""

    code = "template_invalid"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a template may name at one level; inside a group everything of the levels around it can be named too."""

    placeholders: frozenset[str]
    flags: frozenset[str] = frozenset()
    groups: Mapping[str, "Scope"] = field(default_factory=dict)


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_RIGHT_FLAGS = _names(
    "access copy rectification erasure restriction objection marketing_optout portability automated_decision "
    "withdraw_consent information confirmation purpose_disclosure opt_out_sale limit_sensitive"
)

_GROUND = Scope(_names("law_short ground ground_article ground_text"), _names("ground_text"))
_LINE = Scope(_names("category detail treatment why"))
_REMEDY = Scope(_names("remedy"), _names("complaint court controller damages dispute names_authority names_address"))

VOCABULARY = Scope(
    placeholders=_names(
        "office contact reference letter received_on received_at received_how subject_name acts_by rights laws free_text"
    ),
    flags=_names("several_rights several_laws represented acts_by free_text contact access_told copy_told withheld_told"),
    groups=MappingProxyType(
        {
            "clocks": Scope(
                _names("law clock_rights due_on first_due_on new_due_on"),
                _names("due open_ended waiting extended fixed in_time"),
            ),
            "laws": Scope(
                _names("law law_short authority authority_address due_on"),
                _names("pauses restarts runs lapses due authority_unnamed address_unnamed"),
                MappingProxyType({"remedies": _REMEDY}),
            ),
            "decided": Scope(
                _names("right right_title articles reason"),
                _RIGHT_FLAGS | _names("granted partly nothing_held reason articles schedule grounds"),
                MappingProxyType({"grounds": _GROUND, "schedule": _LINE}),
            ),
        }
    ),
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
    """One paragraph, a table, or a group of blocks that is repeated for each value of a group."""

    style: str = ""
    text: str = ""
    when: Condition = field(default_factory=Condition)
    for_each: str = ""
    head: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    provides: tuple[str, ...] = ()
    blocks: tuple["Block", ...] = ()


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

    @property
    def provides(self) -> frozenset[str]:
        """Return the required contents that this template can print."""
        return frozenset(code for block in _walk(self.blocks) for code in block.provides)


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
class Composition:
    """A composed letter and the required contents that were really printed in it."""

    letter: ComposedLetter
    printed: frozenset[Need]


def missing_content(needs: tuple[Need, ...], printed: frozenset[Need]) -> tuple[Need, ...]:
    """Return the needs that were not printed, in their order."""
    return tuple(need for need in needs if need not in printed)


# Parsing


def parse_template(data: Mapping[str, object], *, vocabulary: Scope = VOCABULARY) -> Template:
    """Return a template from its parsed TOML.

    Raises:
        TemplateError: a key, placeholder, flag, group or required content is not known, or a part is missing.
    """
    name = f"{data.get('kind', '?')}.{data.get('language', '?')}"
    reader = _Reader(name)
    table = reader.table(data, "top")
    kind = table.text("kind")
    if kind not in set(LetterKind):
        raise reader.error(where="kind", problem=f"unknown_kind:{kind}")
    template = Template(
        kind=LetterKind(kind),
        language=table.text("language"),
        title=reader.sentence(table.text("title"), [vocabulary], "title"),
        subject=_subject(reader, table, vocabulary),
        references=_references(reader, table, vocabulary),
        salutation=table.text("salutation"),
        salutation_unknown=table.text("salutation_unknown"),
        closing=table.text("closing"),
        running=reader.sentence(table.text("running"), [vocabulary], "running"),
        page_label=table.text("page_label"),
        blocks=_blocks(reader, table.tables("paragraph"), [vocabulary], "paragraph"),
    )
    table.close()
    if not template.blocks:
        raise reader.error(where="paragraph", problem="missing")
    return template


class _Reader:
    """What every part of one template needs for its errors and checks."""

    def __init__(self, name: str) -> None:
        self.name = name

    def error(self, *, where: str, problem: str) -> TemplateError:
        return TemplateError(template=self.name, where=where, problem=problem)

    def table(self, data: object, where: str) -> "_Table":
        if not isinstance(data, Mapping):
            raise self.error(where=where, problem="not_a_table")
        return _Table(self, dict(data), where)

    def sentence(self, text: str, scopes: list[Scope], where: str) -> str:
        for name in _PLACEHOLDER.findall(text):
            if not _NAME.match(name) or not any(name in scope.placeholders for scope in scopes):
                raise self.error(where=where, problem=f"unknown_placeholder:{name}")
        if "{" in _PLACEHOLDER.sub("", text) or "}" in _PLACEHOLDER.sub("", text):
            raise self.error(where=where, problem="lone_brace")
        return text

    def condition(self, data: object, scopes: list[Scope], where: str) -> Condition:
        if data is None:
            return Condition()
        table = self.table(data, where)
        parts = {part: frozenset(table.texts(part)) for part in ("all", "any", "none")}
        table.close()
        for flag in frozenset().union(*parts.values()):
            if not any(flag in scope.flags for scope in scopes):
                raise self.error(where=where, problem=f"unknown_flag:{flag}")
        if not any(parts.values()):
            raise self.error(where=where, problem="empty_condition")
        return Condition(all=parts["all"], any=parts["any"], none=parts["none"])


class _Table:
    """One TOML table read key by key; what was not read is an error."""

    def __init__(self, reader: _Reader, data: dict[str, object], where: str) -> None:
        self._reader = reader
        self._data = data
        self._where = where

    def text(self, key: str, *, needed: bool = True) -> str:
        value = self._data.pop(key, "")
        if not isinstance(value, str) or (needed and not value.strip()):
            raise self._reader.error(where=f"{self._where}.{key}", problem="missing" if not value else "not_a_text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._data.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._reader.error(where=f"{self._where}.{key}", problem="not_a_list_of_texts")
        return tuple(value)

    def tables(self, key: str) -> list[object]:
        value = self._data.pop(key, [])
        if not isinstance(value, list):
            raise self._reader.error(where=f"{self._where}.{key}", problem="not_a_list_of_tables")
        return list(value)

    def anything(self, key: str) -> object:
        return self._data.pop(key, None)

    def close(self) -> None:
        for key in self._data:
            raise self._reader.error(where=self._where, problem=f"unknown_key:{key}")


def _subject(reader: _Reader, table: _Table, vocabulary: Scope) -> tuple[Choice, ...]:
    choices: list[Choice] = []
    for number, data in enumerate(table.tables("subject"), start=1):
        where = f"subject {number}"
        one = reader.table(data, where)
        text = reader.sentence(one.text("text"), [vocabulary], where)
        choices.append(Choice(text, reader.condition(one.anything("when"), [vocabulary], where)))
        one.close()
    if not choices or choices[-1].when != Condition():
        raise reader.error(where="subject", problem="last_choice_needs_no_condition")
    return tuple(choices)


def _references(reader: _Reader, table: _Table, vocabulary: Scope) -> tuple[tuple[str, str], ...]:
    lines: list[tuple[str, str]] = []
    for number, data in enumerate(table.tables("reference"), start=1):
        where = f"reference {number}"
        one = reader.table(data, where)
        lines.append((one.text("label"), reader.sentence(one.text("text"), [vocabulary], where)))
        one.close()
    return tuple(lines)


def _blocks(reader: _Reader, tables: list[object], scopes: list[Scope], where: str) -> tuple[Block, ...]:
    return tuple(
        _block(reader, reader.table(data, f"{where} {number}"), scopes, f"{where} {number}")
        for number, data in enumerate(tables, start=1)
    )


def _block(reader: _Reader, table: _Table, scopes: list[Scope], where: str) -> Block:
    for_each = table.text("for_each", needed=False)
    inner = scopes
    if for_each:
        group = next((scope.groups[for_each] for scope in scopes if for_each in scope.groups), None)
        if group is None:
            raise reader.error(where=where, problem=f"unknown_group:{for_each}")
        inner = [group, *scopes]
    style = table.text("style", needed=False)
    condition = table.anything("when")
    # A table is printed or not as a whole, so its condition is asked outside its rows.
    when = reader.condition(condition, scopes if style == "table" else inner, where)
    block = Block(
        style=style,
        text=reader.sentence(table.text("text", needed=False), inner, where),
        when=when,
        for_each=for_each,
        head=table.texts("head"),
        row=tuple(reader.sentence(cell, inner, where) for cell in table.texts("row")),
        provides=table.texts("provides"),
        blocks=_blocks(reader, table.tables("paragraph"), inner, where),
    )
    table.close()
    _check_shape(reader, block, where)
    return block


def _check_shape(reader: _Reader, block: Block, where: str) -> None:
    for code in block.provides:
        if code not in CONTENT_CODES:
            raise reader.error(where=where, problem=f"unknown_content:{code}")
    if block.blocks:
        if block.style or block.text or block.head or block.row or block.provides:
            raise reader.error(where=where, problem="a_group_has_no_text")
        return
    if block.style not in STYLES:
        raise reader.error(where=where, problem=f"unknown_style:{block.style}")
    if block.style == "table":
        if not block.for_each or not block.head or len(block.head) != len(block.row) or block.text:
            raise reader.error(where=where, problem="table_needs_for_each_head_and_row")
    elif not block.text.strip() or block.head or block.row:
        raise reader.error(where=where, problem="paragraph_needs_text")


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _walk(block.blocks)


# Composing


def compose(template: Template, values: LetterValues, frame: Frame) -> Composition:
    """Return the letter that a template says with these values.

    A paragraph counts as printed content only where none of the values it names is blank.

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
    )
    if values.words.get("reference", "").strip() and letter.reference_lines:
        writer.printed.add(Need("reference"))
    return Composition(letter, frozenset(writer.printed))


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
                    yield Paragraph(block.style, self.fill(block.text, inner))

    def _table(self, block: Block, chain: tuple[LetterValues, ...]) -> Iterator[Paragraph]:
        if not block.when.holds(_flags(chain)):
            return
        each = self._each(block, chain)
        rows = tuple(tuple(self.fill(cell, inner) for cell in block.row) for inner in each)
        if rows:
            self._note(block, chain, ())
            yield Paragraph("table", rows=(block.head, *rows))

    def _each(self, block: Block, chain: tuple[LetterValues, ...]) -> list[tuple[LetterValues, ...]]:
        if not block.for_each:
            return [chain]
        for level in chain:
            if block.for_each in level.groups:
                return [(item, *chain) for item in level.groups[block.for_each]]
        raise TemplateError(template=self._name, where="values", problem=f"group_without_values:{block.for_each}")

    def _word(self, name: str, chain: tuple[LetterValues, ...]) -> str:
        for level in chain:
            if name in level.words:
                return level.words[name]
        raise TemplateError(template=self._name, where="values", problem=f"placeholder_without_value:{name}")

    def _note(self, block: Block, chain: tuple[LetterValues, ...], texts: tuple[str, ...]) -> None:
        names = [name for text in texts for name in _PLACEHOLDER.findall(text)]
        if all(self._word(name, chain).strip() for name in names):
            key = "/".join(level.key for level in reversed(chain) if level.key)
            self.printed.update(Need(code, key) for code in block.provides)


def _flags(chain: tuple[LetterValues, ...]) -> frozenset[str]:
    return frozenset().union(*(level.flags for level in chain))
