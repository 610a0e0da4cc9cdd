"""The one door from user text to paper: nothing else makes lines of text.

Text goes in as plain characters and comes out as the same characters; nothing reads it as markup. Lines break where they
broke; characters that cannot be seen (controls, direction overrides) are left out, but for the joiners that some writings need
within a word; a character that no font has stops the letter before anything is drawn.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from workbench.domain.letters import GlyphMissingError, ScriptNotSetError
from workbench.paper.breaking import JOINERS
from workbench.paper.fonts import FACES, font_for, register
from workbench.paper.lines import Lines, all_rightward
from workbench.paper.structure import Element
from workbench.paper.style import Style
from workbench.paper.writing import is_shaped, unset_script

_INVISIBLE = frozenset({"Cc", "Cf"})
_LINE_ENDS = str.maketrans({"\u0085": "\n", "\u2028": "\n", "\u2029": "\n\n", "\v": "\n", "\f": "\n"})
_JOINED = re.compile("(.?)([\u200c\u200d]+)", re.DOTALL)


def clean(text: str) -> str:
    """Return the text as it will print: composed (NFC), line ends as newlines, invisible characters left out.

    Every kind of blank but the no-break space becomes a plain space. Variation selectors go with the invisible ones. A joiner
    stays behind a letter of a writing that it joins.
    """
    if text.isascii() and text.isprintable():
        return text
    ends = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    composed = unicodedata.normalize("NFC", ends)
    printed = composed.translate({ord(one): _printed(one) for one in set(composed)})
    if JOINERS.isdisjoint(printed):
        return printed
    return unicodedata.normalize("NFC", _JOINED.sub(_joiner, printed))


def _joiner(match: re.Match[str]) -> str:
    before = match[1]
    return before + match[2][:1] if before and is_shaped(before) else before


@lru_cache(maxsize=4096)
def _printed(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\n\u00a0" or character in JOINERS:
        return character
    if character == "\t" or category == "Zs":
        return " "
    return "" if category in _INVISIBLE or "\ufe00" <= character <= "\ufe0f" else character


def printable(text: str) -> str:
    """Return the text as it will print, with each character that cannot be printed told by its code, such as [U+1F600]."""
    cleaned = clean(text)
    missing = {ord(one): f"[U+{ord(one):04X}]" for one in set(cleaned) if not _can_print(one)}
    return cleaned.translate(missing) if missing else cleaned


def check(texts: Iterable[str]) -> None:
    """Refuse texts that hold a character which the fonts cannot print, in whichever face it stands.

    Raises:
        ScriptNotSetError: it belongs to writing that the program does not set.
        GlyphMissingError: no font has it.
    """
    cleaned = clean("\n".join(texts))
    missing = {character for character in set(cleaned) if not _can_print(character)}
    if not missing:
        return
    counts = Counter(character for character in cleaned if character in missing)
    character = next(iter(counts))
    code = f"U+{ord(character):04X}"
    script = unset_script(character)
    if script:
        count = sum(times for one, times in counts.items() if unset_script(one) == script)
        raise ScriptNotSetError(script=script, character=code, name=_name(character), count=count)
    raise GlyphMissingError(character=code, name=_name(character), count=counts[character])


def _name(character: str) -> str:
    """Return the name of a character; one without a name is called by what it is."""
    return unicodedata.name(character, "") or {"Co": "PRIVATE USE", "Cs": "SURROGATE"}.get(
        unicodedata.category(character), "UNASSIGNED"
    )


@lru_cache(maxsize=16384)
def _can_print(character: str) -> bool:
    if character == "\n" or character in JOINERS:
        return True
    return not unset_script(character) and all(font_for(character, face) is not None for face in FACES)


def flow(text: str, style: Style, inside: Element | None = None, *, language: str = "") -> list[Lines]:
    """Return the text as paragraphs to be placed on pages; empty lines separate paragraphs.

    Each is an element of the structure in `inside`; without it the text is drawn for the eye alone. `language` is given where
    it is not the letter's.
    """
    return _flow(text, style, inside, language=language)


def lines(texts: Iterable[str], style: Style, inside: Element | None = None) -> list[Lines]:
    """Return each text as lines of its own, blank ones left out; as `flow`, but that all keep to one side."""
    kept = [text for text in texts if text.strip()]
    if all(map(str.isascii, kept)):
        return [made for text in kept for made in _flow(text, style, inside, rightward=False)]
    side = all_rightward([clean(text) for text in kept])
    return [made for text in kept for made in _flow(text, style, inside, rightward=side)]


def height(paragraphs: Iterable[Lines], width: float) -> float:
    """Return how high paragraphs stand in a column of this width, in points."""
    return float(sum(paragraph.wrap(width, 10_000)[1] + paragraph.getSpaceAfter() for paragraph in paragraphs))


def draw(canvas: Canvas, paragraphs: Iterable[Lines], *, x: float, top: float, width: float) -> float:
    """Draw paragraphs downwards from `top` and return where they end, all in points from the lower left corner."""
    y = top
    for paragraph in paragraphs:
        y -= paragraph.wrap(width, 10_000)[1]
        paragraph.drawOn(canvas, x, y)
        y -= paragraph.getSpaceAfter()
    return y


def _flow(text: str, style: Style, inside: Element | None, *, rightward: bool | None = None, language: str = "") -> list[Lines]:
    register()
    made: list[Lines] = []
    for paragraph in clean(text).split("\n\n"):
        words = paragraph.strip("\n")
        if not words.strip(" \n\u00a0"):
            continue
        label = inside.add("Lbl") if inside is not None and style.bullet and not made else None
        element = inside.add(style.role, language=language) if inside is not None else None
        one = Lines(words, style, element, rightward=rightward)
        if style.bullet and not made:
            one.bullet, one.label = style.bullet, label
        made.append(one)
    return made
