"""Writing systems: what each asks of a line of text, and which language it tells.

A tag is a language where the writing belongs to one (BCP 47), else `und` with its script (ISO 15924). Latin has none: it is
taken for the language of the letter. Source: Unicode 15 blocks; UAX 14 for where lines may break.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

UNSET_SCRIPTS: frozenset[str] = frozenset({"MONGOLIAN", "SYRIAC", "TIBETAN"})
"""Writing that is refused by its name, the first word of its characters' names: its fonts are not shipped."""


@dataclass(frozen=True, slots=True)
class Script:
    """A writing system: its tag, and whether its letters join or move, whether words stand without blanks between them."""

    tag: str
    shaped: bool = False
    unspaced: bool = False


_HEBREW = Script("he", shaped=True)
_ARABIC = Script("und-Arab", shaped=True)
_GEORGIAN = Script("ka")
_HAN = Script("und-Hani", unspaced=True)
_KANA = Script("ja", unspaced=True)
_HANGUL = Script("ko")
_ETHIOPIC = Script("und-Ethi")
_MYANMAR = Script("my", shaped=True, unspaced=True)
_KHMER = Script("km", shaped=True, unspaced=True)
_DEVANAGARI = Script("und-Deva", shaped=True)
_SUNDANESE = Script("su", shaped=True)
_GREEK = Script("el")
_CYRILLIC = Script("und-Cyrl")

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0370, 0x03FF, _GREEK),
    (0x0400, 0x052F, _CYRILLIC),
    (0x0530, 0x058F, Script("hy")),
    (0x0590, 0x05FF, _HEBREW),
    (0x0600, 0x06FF, _ARABIC),
    (0x0750, 0x077F, _ARABIC),
    (0x0780, 0x07BF, Script("dv", shaped=True)),
    (0x0860, 0x08FF, _ARABIC),
    (0x0900, 0x097F, _DEVANAGARI),
    (0x0980, 0x09FF, Script("und-Beng", shaped=True)),
    (0x0A00, 0x0A7F, Script("pa", shaped=True)),
    (0x0A80, 0x0AFF, Script("gu", shaped=True)),
    (0x0B00, 0x0B7F, Script("or", shaped=True)),
    (0x0B80, 0x0BFF, Script("ta", shaped=True)),
    (0x0C00, 0x0C7F, Script("te", shaped=True)),
    (0x0C80, 0x0CFF, Script("kn", shaped=True)),
    (0x0D00, 0x0D7F, Script("ml", shaped=True)),
    (0x0D80, 0x0DFF, Script("si", shaped=True)),
    (0x0E00, 0x0E7F, Script("th", shaped=True, unspaced=True)),
    (0x0E80, 0x0EFF, Script("lo", shaped=True, unspaced=True)),
    (0x1000, 0x109F, _MYANMAR),
    (0x10A0, 0x10FF, _GEORGIAN),
    (0x1100, 0x11FF, _HANGUL),
    (0x1200, 0x139F, _ETHIOPIC),
    (0x1780, 0x17FF, _KHMER),
    (0x19E0, 0x19FF, _KHMER),
    (0x1A00, 0x1A1F, Script("bug", shaped=True)),
    (0x1B00, 0x1B7F, Script("ban", shaped=True, unspaced=True)),
    (0x1B80, 0x1BBF, _SUNDANESE),
    (0x1BC0, 0x1BFF, Script("und-Batk", shaped=True)),
    (0x1C80, 0x1C8F, _CYRILLIC),
    (0x1C90, 0x1CBF, _GEORGIAN),
    (0x1CC0, 0x1CCF, _SUNDANESE),
    (0x1CD0, 0x1CFF, _DEVANAGARI),
    (0x1F00, 0x1FFF, _GREEK),
    (0x2D00, 0x2D2F, _GEORGIAN),
    (0x2D80, 0x2DDF, _ETHIOPIC),
    (0x2DE0, 0x2DFF, _CYRILLIC),
    (0x3005, 0x3007, _HAN),
    (0x3040, 0x30FF, _KANA),
    (0x3130, 0x318F, _HANGUL),
    (0x31F0, 0x31FF, _KANA),
    (0x3400, 0x4DBF, _HAN),
    (0x4E00, 0x9FFF, _HAN),
    (0xA640, 0xA69F, _CYRILLIC),
    (0xA8E0, 0xA8FF, _DEVANAGARI),
    (0xA980, 0xA9DF, Script("jv", shaped=True, unspaced=True)),
    (0xA9E0, 0xA9FF, _MYANMAR),
    (0xAA60, 0xAA7F, _MYANMAR),
    (0xAB00, 0xAB2F, _ETHIOPIC),
    (0xAC00, 0xD7AF, _HANGUL),
    (0xF900, 0xFAFF, _HAN),
    (0xFB13, 0xFB17, Script("hy")),
    (0xFB1D, 0xFB4F, _HEBREW),
    (0xFB50, 0xFDFF, _ARABIC),
    (0xFE70, 0xFEFE, _ARABIC),
    (0xFF66, 0xFF9D, _KANA),
    (0x20000, 0x3FFFF, _HAN),
)
SHAPED_TAGS: frozenset[str] = frozenset(script.tag for _begins, _ends, script in _RANGES if script.shaped)
"""The tags of writings whose glyphs alone do not tell their text."""

_BEGINS = [begins for begins, _ends, _script in _RANGES]

_OPENING = frozenset(
    "([{\u2018\u201c\u00ab\u2039\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\u3012\uff08\uff3b\uff5b\uff5f\uff62\u00bf\u00a1"
)
_LEADING_VOWELS = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
_NOT_BEFORE = frozenset(
    ")]}\u2019\u201d\u00bb\u203a\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f\uff09\uff3d\uff5d\uff60\uff63"
    ",.;:!?%\u2026\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\u30fb\u30fc\u3005\u303b\u309d\u309e\u30fd\u30fe\u301c\uff5e"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096"
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\uff61\uff64\uff65"
    "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ec6\u17d4\u17d5\u17d6\u17d7\u104a\u104b\ua9c8\ua9c9\u1b5e\u1b5f"
)


@lru_cache(maxsize=65536)
def script_of(character: str) -> Script | None:
    """Return the writing system of a character; None for Latin and for what belongs to all."""
    code = ord(character)
    at = bisect_right(_BEGINS, code) - 1
    if at < 0:
        return None
    _begins, ends, script = _RANGES[at]
    return script if code <= ends else None


def unset_script(character: str) -> str:
    """Return the script that a character belongs to if it is one of `UNSET_SCRIPTS`, in small letters, else nothing."""
    first = unicodedata.name(character, "").split(" ", maxsplit=1)[0].split("-", maxsplit=1)[0]
    return first.lower() if first in UNSET_SCRIPTS else ""


def needs_shaping(text: str) -> bool:
    """Return whether letters of a text join, move, or carry marks."""
    return any(((script := script_of(one)) and script.shaped) or unicodedata.category(one)[0] == "M" for one in text)


def is_shaped(character: str) -> bool:
    """Return whether a character belongs to writing whose letters join or move."""
    script = script_of(character)
    return script is not None and script.shaped


def tags(text: str) -> list[str]:
    """Return for each character the tag of the other writing it stands in, or nothing.

    What belongs to all writing (blanks, points, digits) goes with what stands around it where both sides agree. One letter
    alone is a symbol and no other language. Han next to kana is Japanese, next to Hangul Korean.
    """
    found = [script.tag if (script := script_of(one)) else "" for one in text]
    han = "ja" if "ja" in found else "ko" if "ko" in found else _HAN.tag
    if han != _HAN.tag:
        found = [han if tag == _HAN.tag else tag for tag in found]
    _spread(text, found)
    begins = 0
    for at in range(1, len(found) + 1):
        if at == len(found) or found[at] != found[begins]:
            letters = sum(character.isalpha() for character in text[begins:at])
            if found[begins] and letters < 2 and found[begins] not in {"ja", "ko", _HAN.tag}:  # noqa: PLR2004  a word has two letters
                found[begins:at] = [""] * (at - begins)
            begins = at
    return found


def _spread(text: str, found: list[str]) -> None:
    last, waiting = "", 0
    for at, tag in enumerate(found):
        if tag:
            if tag == last:
                found[waiting:at] = [tag] * (at - waiting)
            last, waiting = tag, at + 1
        elif unicodedata.category(text[at])[0] == "M" and waiting == at and last:
            found[at], waiting = last, at + 1
        elif text[at].isalpha():
            last = ""


def may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two neighbours that no blank parts, one of them in writing without blanks."""
    if after in _NOT_BEFORE or before in _OPENING or before in _LEADING_VOWELS:
        return False
    return unicodedata.category(after)[0] != "M"


@lru_cache(maxsize=16384)
def parts(word: str) -> Sequence[str]:
    """Return a word cut where a line may end within it: between the characters of Chinese and Japanese."""
    cuts = [
        at
        for at in range(1, len(word))
        if (_stands_alone(word[at - 1]) or _stands_alone(word[at])) and may_break(word[at - 1], word[at])
    ]
    if not cuts:
        return (word,)
    return [word[begins:ends] for begins, ends in zip([0, *cuts], [*cuts, len(word)], strict=True)]


def _stands_alone(character: str) -> bool:
    script = script_of(character)
    if script is None:
        return "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uffee"
    return script.unspaced and not script.shaped
