"""The one door from user text to paper: nothing else makes a ReportLab paragraph.

Text goes in as plain characters and comes out as the same characters. Markup is escaped, so it prints as it was typed; lines
break where they broke; characters that cannot be seen (controls, direction overrides) are left out; a character that no font
has stops the letter before anything is drawn.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from workbench.domain.letters import GlyphMissingError, ScriptNotSetError
from workbench.paper.fonts import FACES, Face, font_for, register, script_of
from workbench.paper.structure import Element, Tagged

WORDS_AT_ONCE = 500
"""A longer paragraph is set in pieces: ReportLab's time grows with the square of a paragraph's length."""

_LETTERS_AT_ONCE = 4000
_LINES_AT_ONCE = 200
_INVISIBLE = frozenset({"Cc", "Cf"})
_LINE_ENDS = str.maketrans({"\u0085": "\n", "\u2028": "\n", "\u2029": "\n\n", "\v": "\n", "\f": "\n"})


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: sizes and spaces in points, `bullet` hangs before the first line, `role` is its type in the structure."""

    face: Face
    size: float
    leading: float
    after: float = 0.0
    before: float = 0.0
    left: float = 0.0
    align: int = TA_LEFT
    color: Color = Color(0, 0, 0)  # noqa: RUF009  a colour is never changed after it is made
    bullet: str = ""
    keep_with_next: bool = False
    role: str = "P"


def clean(text: str) -> str:
    """Return the text as it will print: composed (NFC), line ends as newlines, invisible characters left out.

    Every kind of blank but the no-break space becomes a plain space. Variation selectors go with the invisible ones.
    """
    ends = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    composed = unicodedata.normalize("NFC", ends)
    return composed.translate({ord(one): _printed(one) for one in set(composed)})


@lru_cache(maxsize=4096)
def _printed(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\n\u00a0":
        return character
    if character == "\t" or category == "Zs":
        return " "
    return "" if category in _INVISIBLE or "\ufe00" <= character <= "\ufe0f" else character


def check(texts: Iterable[str]) -> None:
    """Refuse texts that hold a character which the fonts cannot print, in whichever face it stands.

    Raises:
        ScriptNotSetError: it belongs to writing that the program does not set.
        GlyphMissingError: no font has it.
    """
    counts = Counter(clean("\n".join(texts)))
    missing = {character: count for character, count in counts.items() if not _can_print(character)}
    if not missing:
        return
    character = next(iter(missing))
    code = f"U+{ord(character):04X}"
    script = script_of(character)
    if script:
        count = sum(times for one, times in missing.items() if script_of(one) == script)
        raise ScriptNotSetError(script=script, character=code, count=count)
    raise GlyphMissingError(character=code, count=missing[character])


@lru_cache(maxsize=4096)
def _can_print(character: str) -> bool:
    if character == "\n":
        return True
    return not script_of(character) and all(font_for(character, face) is not None for face in FACES)


def flow(text: str, style: Style, inside: Element | None = None) -> list[Paragraph]:
    """Return the text as paragraphs to be placed on pages; empty lines separate paragraphs.

    Each is an element of the structure in `inside`; without it the text is drawn for the eye alone.
    """
    made: list[Paragraph] = []
    for paragraph in clean(text).split("\n\n"):
        pieces = [piece for piece in _pieces(paragraph.strip("\n")) if piece.strip()]
        element = inside.add(style.role) if inside is not None and pieces else None
        for number, piece in enumerate(pieces, start=1):
            last = number == len(pieces)
            made.append(_set(piece, style, element, first=number == 1, last=last, bullet="" if made else style.bullet))
    return made


def lines(texts: Iterable[str], style: Style, inside: Element | None = None) -> list[Paragraph]:
    """Return each text as lines of its own, blank ones left out; as `flow`."""
    return [paragraph for text in texts if text.strip() for paragraph in flow(text, style, inside)]


def height(paragraphs: list[Paragraph], width: float) -> float:
    """Return how high paragraphs stand in a column of this width, in points."""
    return float(sum(paragraph.wrap(width, 10_000)[1] + paragraph.getSpaceAfter() for paragraph in paragraphs))


def draw(canvas: Canvas, paragraphs: list[Paragraph], *, x: float, top: float, width: float) -> float:
    """Draw paragraphs downwards from `top` and return where they end, all in points from the lower left corner."""
    y = top
    for paragraph in paragraphs:
        y -= paragraph.wrap(width, 10_000)[1]
        paragraph.drawOn(canvas, x, y)
        y -= paragraph.getSpaceAfter()
    return y


def _pieces(paragraph: str) -> Iterator[str]:
    """Cut a paragraph into pieces that ReportLab sets quickly, between words wherever there is a gap."""
    kept: list[str] = []
    words = letters = breaks = 0
    for number, line in enumerate(paragraph.split("\n")):
        gap = "\n" if number else ""
        for word in line.split(" "):
            for part in _slices(word):
                full = words >= WORDS_AT_ONCE or breaks >= _LINES_AT_ONCE or letters + len(part) > _LETTERS_AT_ONCE
                if kept and full:
                    yield "".join(kept)
                    kept, words, letters, breaks = [], 0, 0, 0
                kept += [gap, part] if kept else [part]
                words, letters, breaks = words + 1, letters + len(part), breaks + (gap == "\n")
                gap = " "
    yield "".join(kept)


def _slices(word: str) -> list[str]:
    return [word[at : at + _LETTERS_AT_ONCE] for at in range(0, len(word), _LETTERS_AT_ONCE)] or [""]


def _set(text: str, style: Style, element: Element | None, *, first: bool, last: bool, bullet: str) -> Paragraph:
    register()
    made = Tagged(_markup(text, style.face), _made(style, first=first, last=last), bulletText=bullet or None)
    made.element = element
    return made


@lru_cache(maxsize=256)
def _made(style: Style, *, first: bool, last: bool) -> ParagraphStyle:
    return ParagraphStyle(
        "letter",
        fontName=style.face.main,
        fontSize=style.size,
        leading=style.leading,
        spaceBefore=style.before if first else 0,
        spaceAfter=style.after if last else 0,
        leftIndent=style.left,
        bulletFontName=style.face.main,
        bulletFontSize=style.size,
        bulletIndent=max(style.left - 12, 0),
        alignment=style.align,
        textColor=style.color,
        keepWithNext=int(style.keep_with_next),
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        shaping=0,
    )


def _markup(text: str, face: Face) -> str:
    """Return escaped text: the only markup in it is ours, line breaks and the font of runs that the main font lacks."""
    return "<br/>".join("".join(_runs(line, face)) for line in text.split("\n"))


def _runs(line: str, face: Face) -> Iterator[str]:
    if line.isascii():
        yield escape(line)
        return
    start, current = 0, face.main
    for at, character in enumerate(line):
        font = font_for(character, face) or face.main
        joined = unicodedata.combining(character) and font_for(character, Face((current,)))
        if font == current or joined:
            continue
        yield _run(line[start:at], current, face)
        start, current = at, font
    yield _run(line[start:], current, face)


def _run(text: str, font: str, face: Face) -> str:
    if not text or font == face.main:
        return escape(text)
    return f'<font face="{font}">{escape(text)}</font>'
