"""Shaping: the glyphs of one word in one font, joined, moved and marked as its writing asks.

Measures are in thousandths of the size of the text; x counts from the left edge of the word. Glyphs stand in the order of
reading, whichever way the word runs, so that a reader of the file finds the word's characters in their order.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz

from workbench.paper.fonts import Font, font
from workbench.paper.writing import is_shaped, needs_shaping

_PLAIN = {"kern": False, "liga": False, "clig": False, "calt": False}
"""What Latin letters would do to please the eye; they are set as elsewhere in the letter."""


_EMPTY = 0x200C
_NO_JOINERS = {0x200C: None, 0x200D: None}
_JOINERS = frozenset(map(chr, _NO_JOINERS))
_FLAGS = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES | uharfbuzz.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
_Placed = tuple[int, int, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph, the text that a reader takes it for, where it stands, and the index of the first character it belongs to.

    `advance` is how far it moves what follows.
    """

    number: int
    text: str
    x: float
    y: float
    at: int
    advance: float


@dataclass(frozen=True, slots=True)
class Word:
    """The glyphs of one word and how far it reaches."""

    glyphs: tuple[Glyph, ...]
    width: float


@lru_cache(maxsize=16384)
def shaped(text: str, font_name: str, *, leftward: bool) -> Word:
    """Return a word as its font prints it; `leftward` where it runs from right to left."""
    if leftward or needs_shaping(text):
        return _shaped(text, font_name, leftward=leftward)
    return _plain(text, font_name)


def _plain(text: str, font_name: str) -> Word:
    used = font(font_name)
    glyphs, x = [], 0
    for at, character in enumerate(text):
        glyphs.append(
            Glyph(used.glyphs[ord(character)], " " if character == "\u00a0" else character, x, 0, at, used.widths[character])
        )
        x += used.widths[character]
    return Word(tuple(glyphs), x)


def _shaped(text: str, font_name: str, *, leftward: bool) -> Word:
    used = font(font_name)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftward else "ltr"
    buffer.flags = _FLAGS
    features = {} if any(map(is_shaped, text)) else _PLAIN
    uharfbuzz.shape(used.shaper, buffer, features)
    scale = used.scale
    placed: list[_Placed] = []
    pen = 0.0
    for found, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, y = pen + position.x_offset * scale, position.y_offset * scale
        advance = position.x_advance * scale
        placed.append((found.cluster, found.codepoint, x, y, advance))
        pen += advance
    if leftward:
        placed.reverse()
    groups: dict[int, list[_Placed]] = {}
    for one in placed:
        groups.setdefault(one[0], []).append(one)
    begins = sorted(groups)
    glyphs: list[Glyph] = []
    for cluster, end in zip(begins, [*begins[1:], len(text)], strict=True):
        group, text_of = groups[cluster], text[cluster:end]
        if len(text_of) == len(group) == 1 and text_of not in _JOINERS:
            told = [text_of]
        elif leftward:
            group, told = _apart(group, text_of.translate(_NO_JOINERS), used)
        else:
            told = _told(text_of, len(group))
        glyphs += [
            Glyph(number, said, x, y, cluster, advance) for (_, number, x, y, advance), said in zip(group, told, strict=True)
        ]
    return Word(tuple(glyphs), pen)


def _apart(group: list[_Placed], text: str, used: Font) -> tuple[list[_Placed], list[str]]:
    """Return the glyphs of joined letters and the one letter that each tells, with blanks for letters that have no glyph.

    Readers turn text from right to left round letter by letter; a glyph that told several would keep them in their order.
    """
    missing = len(text) - len(group)
    if missing <= 0:
        return group, _told(text, len(group))
    cluster, glyph, x, y, advance = group[-1]
    empty = used.glyphs[_EMPTY] or used.glyphs[0x20]
    blanks = [(cluster, empty, x + advance, y, 0.0)] * missing
    return [*group[:-1], *blanks, (cluster, glyph, x, y, advance)], list(text)


def _told(text: str, count: int) -> list[str]:
    """Return what each of so many glyphs tells of the text that they print together.

    A letter that is printed in parts tells its parts where the standard composes them again; a part for which there is no
    letter (the ring of the Thai am) tells nothing.
    """
    parted = unicodedata.normalize("NFD", text) if count > len(text) else text
    told = list(parted[: count - 1])
    told.append(parted[count - 1 :])
    return told + [""] * (count - len(told))
