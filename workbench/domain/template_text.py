"""The text of a letter template as an officer edits it: its parts with their lines, and what may be named at a place.

A text that is being typed is seldom whole, so nothing here refuses: what cannot be read yet is left out. Whether a text is a
template at all is for `parse_template` alone. Lines and columns count from 1; an end line is not part of what it ends.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from workbench.domain.templates import VOCABULARY, Condition, Scope

_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z_][\w.\- ]*?)\s*\]\]?\s*(?:#.*)?\Z")
_KEY = re.compile(r"\s*([A-Za-z_][\w\-]*)\s*=")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_LONGEST = 60
"""Lines that one value may have; a text whose quotation mark was lost must not be read over and over again."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One `key = value`, from its first line to the line after its last."""

    key: str
    line: int
    end_line: int
    value: object


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a template: the top, a subject, a reference, a place for the officer's words, or a paragraph.

    `path` is the heading as it is written (`paragraph.paragraph`), `within` the parts around it, the outermost first.
    """

    path: str
    line: int
    end_line: int
    statements: tuple[Statement, ...] = ()
    within: tuple["Part", ...] = ()

    def value(self, key: str) -> object:
        """Return the value of a key, None where the part has none."""
        return next((one.value for one in self.statements if one.key == key), None)

    def statement(self, key: str) -> Statement | None:
        """Return the statement of a key, None where the part has none."""
        return next((one for one in self.statements if one.key == key), None)

    def words(self, key: str) -> str:
        """Return a text value, empty where there is none."""
        value = self.value(key)
        return value if isinstance(value, str) else ""

    @property
    def condition(self) -> Condition:
        """Return when the part is printed, as far as it can be read."""
        when = self.value("when")
        lists = {name: _texts(when.get(name)) for name in ("all", "any", "none")} if isinstance(when, Mapping) else {}
        return Condition(**{name: frozenset(texts) for name, texts in lists.items()})

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the groups that the part is repeated for, the outermost first."""
        return tuple(group for one in (*self.within, self) if (group := one.words("for_each")))


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a template that can be changed by themselves: where they stand, and in which part."""

    part: Part
    statement: Statement
    text: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be named at a place: placeholders and flags with the group that brings them (empty: every letter has them)."""

    placeholders: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slip:
    """A name that is not known where it stands; `problem` is a word key, `name` what was written."""

    line: int
    column: int
    problem: str
    name: str


@lru_cache(maxsize=8)
def parts_of(text: str) -> tuple[Part, ...]:
    """Return the parts of a template in the order of the text, the top first."""
    lines = text.split("\n")
    made: list[Part] = []
    around: list[Part] = []
    path, start = "", 1
    statements: list[Statement] = []
    number = 0

    def close(end: int) -> None:
        depth = path.count(".")
        del around[depth:]
        part = Part(path, start, end, tuple(statements), tuple(around))
        made.append(part)
        if path.split(".")[0] == "paragraph":
            around.append(part)

    while number < len(lines):
        header = _HEADER.match(lines[number])
        if header is not None:
            close(number + 1)
            path, start, statements = header.group(1).replace(" ", ""), number + 1, []
            number += 1
            continue
        found = _statement(lines, number)
        if found is None:
            number += 1
            continue
        statements.append(found)
        number = found.end_line - 1
    close(len(lines) + 1)
    return tuple(made)


def passages(text: str) -> tuple[Passage, ...]:
    """Return the words of subjects and paragraphs that can be changed by themselves, in order."""
    found = []
    for part in parts_of(text):
        statement = part.statement("text")
        if part.path.split(".")[0] in {"subject", "paragraph"} and statement is not None and isinstance(statement.value, str):
            found.append(Passage(part, statement, statement.value))
    return tuple(found)


def with_passage(text: str, passage: Passage, words: str) -> str:
    """Return the template with other words in one passage; everything else stays as it is, to the letter."""
    lines = text.split("\n")
    first, last = passage.statement.line - 1, passage.statement.end_line - 1
    lines[first:last] = [f"{passage.statement.key} = {quoted(words)}"]
    return "\n".join(lines)


def part_in(text: str, name: str) -> str:
    """Return the paragraphs of one part in the text of a language's parts, with the headings that they have there."""
    parts = parts_of(text)
    start = next((one for one in parts if one.path == "part" and one.words("name") == name), None)
    if start is None:
        return ""
    end = next((one.line for one in parts if one.path == "part" and one.line > start.line), len(text.split("\n")) + 1)
    return "\n".join(text.split("\n")[start.end_line - 1 : end - 1]).strip("\n")


def written_out(text: str, part: Part, shared: str) -> str:
    """Return a template in which a paragraph says its shared part itself, so that its words can be changed in this letter alone.

    Args:
        text: the template.
        part: the paragraph that uses a shared part.
        shared: the paragraphs of that part, as `part_in` gives them.
    """
    lines = text.split("\n")
    use = part.statement("use")
    if use is None or not shared:
        return text
    kept = [line for number, line in enumerate(lines[part.line - 1 : part.end_line - 1], part.line) if number != use.line]
    while kept and not kept[-1].strip():
        kept.pop()
    inner = re.sub(r"^\[\[part(?=[.\]])", f"[[{part.path}", _without_trailing_remark(shared), flags=re.MULTILINE)
    lines[part.line - 1 : part.end_line - 1] = [*kept, "", *inner.split("\n"), ""]
    return "\n".join(lines)


def without_part(text: str, line: int) -> str:
    """Return a template without the part in which a line stands, and without everything within that part."""
    parts = parts_of(text)
    gone = part_at(text, line)
    end = max(one.end_line for one in parts if one == gone or any(around.line == gone.line for around in one.within))
    lines = text.split("\n")
    del lines[gone.line - 1 : end - 1]
    return "\n".join(lines)


def quoted(words: str) -> str:
    """Return words as a TOML string on one line."""
    marks = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    told = (marks.get(one) or (one if one.isprintable() or ord(one) > 0x9F else f"\\u{ord(one):04X}") for one in words)  # noqa: PLR2004  the last control character
    return '"' + "".join(told) + '"'


def part_at(text: str, line: int) -> Part:
    """Return the part in which a line stands."""
    parts = parts_of(text)
    return next((one for one in reversed(parts) if one.line <= line), parts[0])


def allowed_in(part: Part, *, vocabulary: Scope = VOCABULARY) -> Allowed:
    """Return what may be named in a part: what its groups bring, and what every letter has."""
    placeholders: dict[str, str] = {}
    flags: dict[str, str] = {}
    groups: dict[str, str] = {}
    for group, scope in reversed(tuple(_scopes(part.groups, vocabulary))):
        for name in scope.placeholders:
            placeholders.setdefault(name, group)
        for name in scope.flags:
            flags.setdefault(name, group)
        for name in scope.groups:
            groups.setdefault(name, group)
    return Allowed(placeholders, flags, groups)


def slips(text: str, *, vocabulary: Scope = VOCABULARY, also: frozenset[str] = frozenset()) -> tuple[Slip, ...]:
    """Return every placeholder, flag and group of a text that is not known where it stands; `also` may be named everywhere.

    The strict parser stops at the first of them; an officer who has mistyped two names wants to see both.
    """
    lines = text.split("\n")
    found: list[Slip] = []
    for part in parts_of(text):
        around = part.groups[:-1] if part.words("for_each") else part.groups
        outer = _known_groups(around, vocabulary)
        group = part.words("for_each")
        if len(tuple(_scopes(around, vocabulary))) <= len(around):
            continue  # what stands in a group that nobody knows cannot be judged; the group itself was told above
        if group and group not in outer:
            statement = part.statement("for_each")
            found.append(_slip(lines, statement, "unknown_group", group))
            continue
        may = allowed_in(part, vocabulary=vocabulary)
        for statement in part.statements:
            for words in _texts(statement.value) if statement.key in _NAMING else ():
                found += [
                    _slip(lines, statement, "unknown_placeholder", name)
                    for name in _PLACEHOLDER.findall(words)
                    if name not in may.placeholders and name not in also
                ]
        when = part.statement("when")
        if when is not None:
            condition = part.condition
            named = sorted(condition.all | condition.any | condition.none)
            # A table is printed or not as a whole, so its condition is asked outside its rows.
            outside = part.within[-1] if part.within else Part("", 1, 1)
            flags = (allowed_in(outside, vocabulary=vocabulary) if part.words("style") == "table" else may).flags
            found += [_slip(lines, when, "unknown_flag", name) for name in named if name not in flags and name not in also]
    return tuple(found)


# Private parts

_NAMING = frozenset({"text", "row", "title", "running", "continuation"})


def _without_trailing_remark(text: str) -> str:
    """Return a text without the remark at its end, which is about what follows it in its file."""
    lines = text.split("\n")
    while lines and (lines[-1].startswith("#") or not lines[-1].strip()):
        lines.pop()
    return "\n".join(lines)


def _known_groups(groups: tuple[str, ...], vocabulary: Scope) -> frozenset[str]:
    return frozenset(name for _, scope in _scopes(groups, vocabulary) for name in scope.groups)


def _scopes(groups: tuple[str, ...], vocabulary: Scope) -> Iterator[tuple[str, Scope]]:
    chain = [vocabulary]
    yield "", vocabulary
    for group in groups:
        scope = next((one.groups[group] for one in reversed(chain) if group in one.groups), None)
        if scope is not None:
            chain.append(scope)
            yield group, scope


def _statement(lines: list[str], start: int) -> Statement | None:
    """Return the statement that begins on a line (counted from 0), None where none can be read there."""
    key = _KEY.match(lines[start])
    if key is None:
        return None
    for end in range(start + 1, min(start + _LONGEST, len(lines)) + 1):
        try:
            value = tomllib.loads("\n".join(lines[start:end]))
        except tomllib.TOMLDecodeError:
            if end < len(lines) and (_HEADER.match(lines[end]) or _KEY.match(lines[end])) and not _open(lines[start:end]):
                return None
            continue
        return Statement(key.group(1), start + 1, end + 1, value.get(key.group(1)))
    return None


def _open(lines: list[str]) -> bool:
    """Return whether a value over several lines has begun and not ended."""
    text = "\n".join(lines)
    return text.count('"""') % 2 == 1 or text.count("'''") % 2 == 1 or text.count("[") > text.count("]")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _slip(lines: list[str], statement: Statement | None, problem: str, name: str) -> Slip:
    first, end = (statement.line, statement.end_line) if statement is not None else (1, 2)
    before = "{" if problem == "unknown_placeholder" else '"'
    for line in range(first, end):
        column = lines[line - 1].find(f"{before}{name}")
        if column >= 0:
            return Slip(line, column + 2, problem, name)
    return Slip(first, 1, problem, name)
