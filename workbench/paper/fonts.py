"""Fonts: the faces that letters are set in, read from the program's own folder and embedded as subsets.

No font is ever taken from the machine, so a letter looks the same wherever it is made. A face is a chain: the first of its
fonts that has a character prints it. Measures are in thousandths of the size of the text.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import uharfbuzz
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import workbench
from workbench.paper.writing import script_of

FOLDER: Path = Path(workbench.__file__).resolve().parent.parent / "resources" / "fonts"
"""The folder of the fonts that are shipped."""

_NO_CHARACTER = frozenset({"Cn", "Co", "Cs"})
_EM = 1000
_SPACE, _NO_BREAK = 0x20, 0xA0
_MOST_WORDS = 20_000
_LATIN = ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular", "NotoSerif-Bold")
_BOLD_TOO = (
    "NotoNaskhArabic",
    "NotoSerifHebrew",
    "NotoSerifThai",
    "NotoSerifDevanagari",
    "NotoSerifArmenian",
    "NotoSerifGeorgian",
)
_REGULAR = (
    "NotoSerifBengali",
    "NotoSerifGurmukhi",
    "NotoSerifGujarati",
    "NotoSansOriya",
    "NotoSerifTamil",
    "NotoSansTelugu",
    "NotoSansKannada",
    "NotoSerifMalayalam",
    "NotoSansSinhala",
    "NotoSerifLao",
    "NotoSansMyanmar",
    "NotoSerifEthiopic",
    "NotoSansKhmer",
    "NotoSansJavanese",
    "NotoSerifBalinese",
    "NotoSansSundanese",
    "NotoSansBuginese",
    "NotoSansBatak",
    "NotoSansThaana",
)
_LAST = ("NotoSansMath-Regular", "NotoSansSymbols2-Regular", "DroidSansFallback")


@dataclass(frozen=True, slots=True)
class Face:
    """A chain of fonts by their names; `main` sets everything it can."""

    fonts: tuple[str, ...]

    @property
    def main(self) -> str:
        """Return the name of the first font."""
        return self.fonts[0]


def _face(main: str, other: str, weight: str) -> Face:
    named = [f"{name}-{weight}" for name in (main, other, *_BOLD_TOO)]
    return Face((*named, *(f"{name}-Regular" for name in _REGULAR), *_LAST))


SERIF = _face("NotoSerif", "NotoSans", "Regular")
SERIF_BOLD = _face("NotoSerif", "NotoSans", "Bold")
SANS = _face("NotoSans", "NotoSerif", "Regular")
SANS_BOLD = _face("NotoSans", "NotoSerif", "Bold")

FACES: tuple[Face, ...] = (SERIF, SERIF_BOLD, SANS, SANS_BOLD)
"""Every face that a letter uses."""


class _Glyphs(dict[int, int]):
    """The glyph of each code point, looked up once; a no-break space is a space."""

    def __init__(self, font: uharfbuzz.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, code: int) -> int:
        glyph = self[code] = self._font.get_nominal_glyph(_SPACE if code == _NO_BREAK else code) or 0
        return glyph


class _Advances(dict[int, int]):
    """The width of each glyph, looked up once."""

    def __init__(self, shaper: uharfbuzz.Font, scale: float) -> None:
        super().__init__()
        self._shaper = shaper
        self._scale = scale

    def __missing__(self, glyph: int) -> int:
        width: int = round(self._shaper.get_glyph_h_advance(glyph) * self._scale)
        self[glyph] = width
        return width


class _Widths(dict[str, int]):
    """The width of each character, looked up once."""

    def __init__(self, font: "Font") -> None:
        super().__init__()
        self._font = font

    def __missing__(self, character: str) -> int:
        width = self[character] = self._font.advances[self._font.glyphs[ord(character)]]
        return width


class _Words(dict[str, int]):
    """The width of each word, kept for the words that come again."""

    def __init__(self, widths: _Widths) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        width = self[word] = sum(map(self._widths.__getitem__, word))
        return width


class Font:
    """One font file, read when its first character is asked for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FOLDER / f"{name}.ttf")))
        self.shaper = uharfbuzz.Font(self.face)
        self.scale = _EM / self.face.upem
        self.glyphs = _Glyphs(self.shaper)
        self.advances = _Advances(self.shaper, self.scale)
        self.widths = _Widths(self)
        self.words = _Words(self.widths)

    @cached_property
    def ascent(self) -> float:
        """Return how high the font rises over its base line."""
        return float(self.shaper.get_font_extents("ltr").ascender * self.scale)

    @cached_property
    def descent(self) -> float:
        """Return how deep the font hangs under its base line, below zero."""
        return float(self.shaper.get_font_extents("ltr").descender * self.scale)

    @cached_property
    def characters(self) -> dict[int, str]:
        """Return for each glyph the character that it prints, the first of those it prints."""
        found: dict[int, str] = {}
        for code in sorted(self.face.unicodes):
            found.setdefault(self.glyphs[code], chr(code))
        return found


@cache
def font(name: str) -> Font:
    """Return a font by its name."""
    return Font(name)


@cache
def register() -> None:
    """Close ReportLab's doors to links, hosts and built-in fonts, once per process, and give it a font for its defaults."""
    pdfmetrics.registerFont(TTFont(SERIF.main, str(FOLDER / f"{SERIF.main}.ttf"), shapable=False))
    rl_config.canvas_basefontname = SERIF.main
    rl_config.trustedSchemes = []
    rl_config.trustedHosts = []
    rl_config.useA85 = 0


@lru_cache(maxsize=65536)
def font_for(character: str, face: Face) -> str | None:
    """Return the name of the first font of a face that has the character, or None; what is no character has none."""
    if unicodedata.category(character) in _NO_CHARACTER:
        return None
    code = ord(character)
    return next((name for name in face.fonts if font(name).glyphs[code]), None)


@lru_cache(maxsize=16384)
def is_plain(character: str, face: Face) -> bool:
    """Return whether the main font of a face prints a character as it stands, from left to right, in the letter's own writing."""
    main = font(face.main)
    glyph = main.glyphs[ord(character)]
    return bool(
        glyph
        and script_of(character) is None
        and unicodedata.category(character)[0] != "M"
        and unicodedata.bidirectional(character) not in {"R", "AL", "AN"}
        and (character == "\u00a0" or main.characters[glyph] == character)
    )


def is_latin(name: str) -> bool:
    """Return whether a font is one of those that set the letter's own writing."""
    return name in _LATIN
