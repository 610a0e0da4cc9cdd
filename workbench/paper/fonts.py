"""Fonts: the faces that letters are set in, read from the program's own folder and embedded as subsets.

No font is ever taken from the machine, so a letter looks the same wherever it is made. A face is a chain: the first of its
fonts that has a character prints it.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import workbench

FOLDER: Path = Path(workbench.__file__).resolve().parent.parent / "resources" / "fonts"
"""The folder of the fonts that are shipped."""

_NO_CHARACTER = frozenset({"Cn", "Co", "Cs"})
_LAST = ("NotoSansMath-Regular", "NotoSansSymbols2-Regular", "DroidSansFallback")


@dataclass(frozen=True, slots=True)
class Face:
    """A chain of fonts by their names; `main` sets everything it can."""

    fonts: tuple[str, ...]

    @property
    def main(self) -> str:
        """Return the name of the first font."""
        return self.fonts[0]


SERIF = Face(("NotoSerif-Regular", "NotoSans-Regular", "NotoSerifArmenian-Regular", "NotoSerifGeorgian-Regular", *_LAST))
SERIF_BOLD = Face(("NotoSerif-Bold", "NotoSans-Bold", "NotoSerifArmenian-Bold", "NotoSerifGeorgian-Bold", *_LAST))
SANS = Face(("NotoSans-Regular", "NotoSerif-Regular", "NotoSerifArmenian-Regular", "NotoSerifGeorgian-Regular", *_LAST))
SANS_BOLD = Face(("NotoSans-Bold", "NotoSerif-Bold", "NotoSerifArmenian-Bold", "NotoSerifGeorgian-Bold", *_LAST))

FACES: tuple[Face, ...] = (SERIF, SERIF_BOLD, SANS, SANS_BOLD)
"""Every face that a letter uses."""

UNSET_SCRIPTS: frozenset[str] = frozenset(
    {
        "ARABIC",
        "BENGALI",
        "DEVANAGARI",
        "ETHIOPIC",
        "GUJARATI",
        "GURMUKHI",
        "HEBREW",
        "JAVANESE",
        "KANNADA",
        "KHMER",
        "LAO",
        "MALAYALAM",
        "MONGOLIAN",
        "MYANMAR",
        "ORIYA",
        "SINHALA",
        "SYRIAC",
        "TAMIL",
        "TELUGU",
        "THAANA",
        "THAI",
        "TIBETAN",
    }
)
"""Writing that is refused by its name: it needs joining, reordering, right-to-left lines, or fonts that are not shipped."""


@cache
def register() -> None:
    """Make the fonts known to ReportLab, once per process, and close its doors to links, hosts and built-in fonts."""
    for name in sorted({name for face in FACES for name in face.fonts}):
        pdfmetrics.registerFont(TTFont(name, str(FOLDER / f"{name}.ttf"), shapable=False))
    rl_config.canvas_basefontname = SERIF.main
    rl_config.trustedSchemes = []
    rl_config.trustedHosts = []
    rl_config.useA85 = 0


@lru_cache(maxsize=65536)
def font_for(character: str, face: Face) -> str | None:
    """Return the name of the first font of a face that has the character, or None; what is no character has none."""
    register()
    if unicodedata.category(character) in _NO_CHARACTER:
        return None
    code = ord(character)
    return next((name for name in face.fonts if pdfmetrics.getFont(name).face.charToGlyph.get(code, 0)), None)


def script_of(character: str) -> str:
    """Return the script that a character belongs to if it is one of `UNSET_SCRIPTS`, in small letters, else nothing."""
    first = unicodedata.name(character, "").split(" ", maxsplit=1)[0].split("-", maxsplit=1)[0]
    return first.lower() if first in UNSET_SCRIPTS else ""
