"""Breaking: text as the lines of a column, each word whole where it can be.

Widths are in thousandths of the size of the text. A plain text is in one font and in the letter's own writing; any other is
set word by word, each part in the font that has it, in the direction in which it runs. Blanks in a row count as one.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from workbench.paper.direction import has_rightward, levels, visual_order
from workbench.paper.fonts import Face, Font, font, font_for, is_plain
from workbench.paper.shaping import Word, shaped
from workbench.paper.writing import may_break, parts, tags

JOINERS = frozenset("\u200c\u200d")
"""What cannot be seen but says how letters of some writings join."""

_WORDS = re.compile(r"[^ \n]+")
_BLANKS = re.compile(" {2,}")
_PIECES = re.compile(r" |[^ ]+")
_LONGEST = 400
_WORTH_FILLING = 0.3


class Run(NamedTuple):
    """One word or blank of a line: its glyphs, its font, the tag of its writing, and where it begins from the left.

    A tuple, for a long text has hundreds of thousands and a tuple is made in a quarter of the time.
    """

    word: Word
    font: str
    tag: str
    x: float
    text: str
    leftward: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, what parted it from the next (a blank, a line end, or nothing), its width, and its runs.

    A plain line has no runs. Runs stand in the order of reading.
    """

    text: str
    end: str
    width: float
    runs: tuple[Run, ...] | None = None


def plain(text: str, face: Face) -> bool:
    """Return whether a text is in one font and in the letter's own writing."""
    return all(is_plain(one, face) for one in set(text) if one != "\n")


def plain_lines(text: str, used: Font, limit: float) -> list[Line]:
    """Return a plain text as lines no wider than the limit."""
    made: list[Line] = []
    space = used.widths[" "]
    measured = used.words
    for hard in text.split("\n"):
        words: list[str] = []
        total = 0.0
        for whole in hard.split(" "):
            if not whole:
                continue
            width = measured[whole] if len(whole) <= _LONGEST else limit + 1
            if words and total + space + width <= limit:
                words.append(whole)
                total += space + width
                continue
            if words:
                made.append(Line(" ".join(words), " ", total))
            if width <= limit:
                words, total = [whole], width
                continue
            *full, rest = _slices(whole, used, limit)
            made += [Line(part, "", used.words[part]) for part in full]
            words, total = [rest], measured[rest]
        made.append(Line(" ".join(words), "\n", total))
    return made


def _slices(word: str, used: Font, limit: float) -> Iterator[str]:
    begins, total = 0, 0.0
    for at, character in enumerate(word):
        width = used.widths[character]
        if total + width > limit and at > begins:
            yield word[begins:at]
            begins, total = at, 0.0
        total += width
    yield word[begins:]


class _Atom(NamedTuple):
    """A stretch of text that a line should not part, and whether a blank stands before it; a tuple as a run is."""

    begins: int
    ends: int
    gap: bool
    width: float


class Mixed:
    """A text with several fonts, writings or directions, ready to be broken."""

    def __init__(self, written: str, face: Face, base: int) -> None:
        text = _BLANKS.sub(" ", written)
        self._text = text
        self._base = base
        self._fonts = _fonts(text, face)
        self._tags = tags(text)
        self._levels = levels(text, base) if base or has_rightward(text) else [0] * len(text)
        self._stops = _stops(list(zip(self._fonts, self._levels, self._tags, strict=True)))

    def lines(self, limit: float) -> list[Line]:
        """Return the text as lines no wider than the limit."""
        made: list[Line] = []
        begins = 0
        for hard in self._text.split("\n"):
            made += self._hard_line(begins, begins + len(hard), limit)
            begins += len(hard) + 1
        return made

    def widest(self) -> float:
        """Return the width of the widest stretch that a line should not part."""
        return max((atom.width for atom in self._atoms(0, len(self._text))), default=0.0)

    def _hard_line(self, begins: int, ends: int, limit: float) -> Iterator[Line]:
        first: int | None = None
        last, total = begins, 0.0
        for whole in self._atoms(begins, ends):
            gap = self._gap(whole.begins) if whole.gap else 0.0
            atoms = [whole]
            if whole.width > limit:
                room = limit - total - gap if first is not None else limit
                if first is not None and room < _WORTH_FILLING * limit:
                    room = 0.0
                atoms = list(self._cut(whole, room, limit))
            for atom in atoms:
                gap = self._gap(atom.begins) if atom.gap else 0.0
                if first is not None and total + gap + atom.width <= limit:
                    last, total = atom.ends, total + gap + atom.width
                    continue
                if first is not None:
                    yield self._line(first, last, " " if atom.gap else "")
                first, last, total = atom.begins, atom.ends, atom.width
        if first is None:
            yield Line("", "\n", 0.0, ())
        else:
            yield self._line(first, last, "\n")

    def _atoms(self, begins: int, ends: int) -> Iterator[_Atom]:
        for number, match in enumerate(_WORDS.finditer(self._text, begins, ends)):
            at = match.start()
            found = parts(match[0])
            if len(found) == 1 and len(match[0]) <= _LONGEST:
                yield _Atom(at, match.end(), number > 0, self._width(at, match.end()))
                continue
            for place, part in enumerate(found):
                for begin, end in _stretches(part):
                    gap = number > 0 and place == 0 and begin == 0
                    yield _Atom(at + begin, at + end, gap, self._width(at + begin, at + end))
                at += len(part)

    def _cut(self, atom: _Atom, room: float, limit: float) -> Iterator[_Atom]:
        """Cut an atom that no line can hold, between letters that stand together; the first part fits the room."""
        clusters = list(self._clusters(atom.begins, atom.ends))
        starts = [*(at for at, _width in clusters), atom.ends]
        gap, first = atom.gap, 0
        while first < len(clusters):
            total, last = 0.0, first
            while last < len(clusters) and total + clusters[last][1] <= room:
                total += clusters[last][1]
                last += 1
            if last == first and room < limit:
                room = limit
                continue
            last = self._fitting(starts, first, max(last, first + 1), room)
            yield _Atom(starts[first], starts[last], gap, self._width(starts[first], starts[last]))
            gap, first, room = False, last, limit

    def _fitting(self, starts: list[int], first: int, last: int, room: float) -> int:
        """Return where to cut, at `last` or before it: letters at a cut are wider than where they are joined."""
        text = self._text
        for breaks_well in (True, False):
            for cut in range(last, first, -1):
                at = starts[cut]
                if breaks_well and cut < len(starts) - 1 and not may_break(text[at - 1], text[at]):
                    continue
                if self._width(starts[first], at) <= room:
                    return cut
        return first + 1

    def _clusters(self, begins: int, ends: int) -> Iterator[tuple[int, float]]:
        for start, word, _font, _level, _tag in self._words(begins, ends):
            widths: dict[int, float] = {}
            for glyph in word.glyphs:
                widths[glyph.at] = widths.get(glyph.at, 0.0) + glyph.advance
            yield from ((start + at, width) for at, width in sorted(widths.items()))

    def _width(self, begins: int, ends: int) -> float:
        return sum([word.width for _start, word, *_ in self._words(begins, ends)])

    def _gap(self, at: int) -> float:
        return font(self._fonts[at - 1]).widths[" "]

    def _words(self, begins: int, ends: int) -> Iterator[tuple[int, Word, str, int, str]]:
        """Yield the words and blanks of a stretch: where each begins, its glyphs, its font, its level, its tag."""
        at = begins
        while at < ends:
            key = self._fonts[at], self._levels[at], self._tags[at]
            stop = min(self._stops[at], ends)
            for piece in _PIECES.finditer(self._text, at, stop):
                yield piece.start(), shaped(piece[0], key[0], leftward=key[1] % 2 == 1), *key
            at = stop

    def _line(self, begins: int, ends: int, end: str) -> Line:
        found = list(self._words(begins, ends))
        places = [0.0] * len(found)
        pen = 0.0
        for at in visual_order([level for _start, _word, _font, level, _tag in found]):
            places[at] = pen
            pen += found[at][1].width
        starts = [start for start, *_ in found]
        stops = [*starts[1:], ends]
        runs = tuple(
            Run(word, name, tag, x, self._text[start:stop], leftward=level % 2 == 1)
            for (start, word, name, level, tag), x, stop in zip(found, places, stops, strict=True)
        )
        return Line(self._text[begins:ends], end, pen, runs)


def _stops(keys: list[tuple[str, int, str]]) -> list[int]:
    """Return for each place where the row of equal keys ends in which it stands, exclusive."""
    made: list[int] = []
    for _key, row in groupby(keys):
        count = len(list(row))
        made += [len(made) + count] * count
    return made


def _stretches(word: str) -> Iterator[tuple[int, int]]:
    """Cut a word that is longer than any line into stretches that are quick to set, never before a mark."""
    begins = 0
    while len(word) - begins > _LONGEST:
        ends = begins + _LONGEST
        while ends > begins + 1 and (unicodedata.category(word[ends])[0] == "M" or word[ends] in JOINERS):
            ends -= 1
        yield begins, ends
        begins = ends
    yield begins, len(word)


def _fonts(text: str, face: Face) -> list[str]:
    """Return the font of each character: the first that has it; a mark and a blank stay with what stands before them."""
    made: list[str] = []
    current = face.main
    after: dict[tuple[str, str], str] = {}
    for character in text:
        key = current, character
        if key not in after:
            after[key] = _font_after(current, character, face)
        current = after[key]
        made.append(current)
    return made


def _font_after(current: str, character: str, face: Face) -> str:
    stays = character in JOINERS or (
        (character == " " or unicodedata.category(character)[0] == "M") and font(current).glyphs[ord(character)]
    )
    return current if stays or character == "\n" else font_for(character, face) or face.main
