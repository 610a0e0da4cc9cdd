"""Fonts in a file: what one letter uses of each font, embedded as a subset that depends on that letter alone.

Characters have the numbers of their glyphs; one that a glyph prints besides its own, or a part of a joined word, has a number
above them. Subsets are kept between letters by what is in them, so that the same subset is made and packed once.
Source: ISO 32000-1 clauses 9.7 (composite fonts), 9.10.3 (ToUnicode); ISO 19005-1 clause 6.3.5 (subsets, CIDSet).
"""

import hashlib
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from workbench.paper.fonts import Font, font, is_latin

_COMMON = frozenset([*range(0x20, 0x7F), *map(ord, "\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u2026\u2022\u00a7\u20ac")])
_WESTERN = frozenset([*_COMMON, *range(0xA1, 0x180)])
_TIERS = (_COMMON, _WESTERN)
"""Sets of characters that are embedded together, so that letters to different people share their subsets."""

_BLOCK = 100
_FLAGS = 4
_DROPPED = frozenset(
    (
        "GSUB",
        "GPOS",
        "GDEF",
        "MATH",
        "DSIG",
        "name",
        "post",
        "OS/2",
        "cmap",
        "gasp",
        "kern",
        "BASE",
        "STAT",
        "meta",
        "vhea",
        "vmtx",
        "VORG",
    )
)


@dataclass(frozen=True, slots=True)
class _Subset:
    """The parts of a font that a file holds, packed."""

    tag: str
    program: bytes
    length: int
    widths: str
    present: bytes
    characters: bytes
    glyphs: frozenset[int]


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object of the file as it is written, with references to others in its gaps."""

    def __init__(self, text: str, *others: object) -> None:
        self._text = text
        self._others = others

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object's bytes."""
        others = (other if isinstance(other, str) else pdfdoc.format(other, document).decode() for other in self._others)
        return (self._text % tuple(others)).encode("ascii")


class Embedded:
    """One font in one file: the operators' name for it, and what is used of it."""

    def __init__(self, name: str, resource: str) -> None:
        self.name = name
        self.resource = resource
        self._font = font(name)
        self.advances = self._font.advances
        self._characters: set[str] = set()
        self._glyphs: set[int] = set()
        self._more: dict[tuple[int, str], int] = {}

    def plain(self, text: str) -> str:
        """Return the operand that shows a text of plain characters, in hexadecimal digits."""
        self._characters.update(text)
        return text.translate(self._font.glyphs).encode("utf-16-be", "surrogatepass").hex()

    def code(self, glyph: int, text: str) -> str:
        """Return the operand that shows one glyph which a reader takes for a text, in hexadecimal digits."""
        self._glyphs.add(glyph)
        if self._font.characters.get(glyph) == text:
            return f"{glyph:04x}"
        first = self._font.face.glyph_count
        return f"{self._more.setdefault((glyph, text), first + len(self._more)):04x}"

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802  ReportLab calls it when the file is written
        """Add the font to the file."""
        used = self._font
        glyphs = {used.glyphs[ord(one)] for one in self._characters} | self._glyphs
        subset = _subset(used.name, _shared(used, glyphs))
        more = _More(used, tuple(self._more)) if self._more else None
        name = f"/{subset.tag}+{used.name}"
        measured = _measures(used.name)

        def stream(content: bytes, **entries: object) -> object:
            made = pdfdoc.PDFStream(filters=())
            made.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
            made.content = content
            for key, value in entries.items():
                made.dictionary[key] = value
            return document.Reference(made)

        descriptor = document.Reference(
            _Raw(
                f"<< /Type /FontDescriptor /FontName {name} /Flags {_FLAGS} {measured} /FontFile2 %s /CIDSet %s >>",
                stream(subset.program, Length1=subset.length),
                stream(more.present(subset) if more else subset.present),
            )
        )
        places = stream(more.places) if more else "/Identity"
        descendant = document.Reference(
            _Raw(
                f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} "
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                f"/FontDescriptor %s /CIDToGIDMap %s /DW 0 /W [{subset.widths}{more.widths if more else ''}] >>",
                descriptor,
                places,
            )
        )
        made = document.Reference(
            _Raw(
                f"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H "
                "/DescendantFonts [ %s ] /ToUnicode %s >>",
                descendant,
                stream(more.characters(subset) if more else subset.characters),
            )
        )
        document.idToObject["BasicFonts"].dict[self.resource] = made


class _More:
    """What a font has in one letter besides its own characters: further numbers for its glyphs."""

    def __init__(self, used: Font, entries: tuple[tuple[int, str], ...]) -> None:
        self._used = used
        self._entries = entries
        self._first = used.face.glyph_count

    @property
    def places(self) -> bytes:
        """Return the glyph of each number."""
        own = struct.pack(f">{self._first}H", *range(self._first))
        return zlib.compress(own + struct.pack(f">{len(self._entries)}H", *(glyph for glyph, _text in self._entries)))

    @property
    def widths(self) -> str:
        """Return the widths of the further numbers."""
        return f" {self._first} [{' '.join(str(self._used.advances[glyph]) for glyph, _text in self._entries)}]"

    def present(self, subset: _Subset) -> bytes:
        """Return which numbers the font has."""
        return zlib.compress(_bits({*subset.glyphs, *range(self._first, self._first + len(self._entries))}))

    def characters(self, subset: _Subset) -> bytes:
        """Return the text of each number."""
        told = {glyph: text for glyph in subset.glyphs if (text := self._used.characters.get(glyph))}
        told |= {self._first + at: text for at, (_glyph, text) in enumerate(self._entries) if text}
        return zlib.compress(_character_map(told))


def embedded(canvas: Canvas, name: str) -> Embedded:
    """Return a font of the file that a canvas draws."""
    document = canvas._doc  # noqa: SLF001  ReportLab has no public way to its fonts
    mapped = document.fontMapping
    found: Embedded | None = next(
        (one for one in document.delayedFonts if isinstance(one, Embedded) and one.name == name), None
    )
    if found is None:
        found = Embedded(name, f"L{len(mapped) + 1}")
        mapped[f"{name} in a letter"] = f"/{found.resource}"
        document.delayedFonts.append(found)
    return found


def _shared(used: Font, glyphs: set[int]) -> frozenset[int]:
    """Return the glyphs to embed: the smallest set that letters share if it has all, else these and what it has."""
    if not is_latin(used.name):
        return frozenset(glyphs)
    tiers = _tiers(used.name)
    return next((tier for tier in tiers if glyphs <= tier), tiers[0] | glyphs)


@lru_cache(maxsize=8)
def _tiers(name: str) -> tuple[frozenset[int], ...]:
    return tuple(frozenset(font(name).glyphs[code] for code in tier) for tier in _TIERS)


@lru_cache(maxsize=64)
def _subset(name: str, glyphs: frozenset[int]) -> _Subset:
    used = font(name)
    asked = uharfbuzz.SubsetInput()
    asked.glyph_set.update(glyphs)
    asked.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    asked.flags = (
        uharfbuzz.SubsetFlags.RETAIN_GIDS
        | uharfbuzz.SubsetFlags.NO_HINTING
        | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    )
    plan = uharfbuzz.SubsetPlan(used.face, asked)
    present = frozenset(plan.old_to_new_glyph_mapping.keys())
    program = bytes(plan.execute().blob.data)
    digest = hashlib.sha256(program).digest()
    return _Subset(
        tag="".join(chr(ord("A") + one % 26) for one in digest[:6]),
        program=zlib.compress(program),
        length=len(program),
        widths=_width_runs(used, sorted(present)),
        present=zlib.compress(_bits(present)),
        characters=zlib.compress(_character_map({one: text for one in present if (text := used.characters.get(one))})),
        glyphs=present,
    )


def _width_runs(used: Font, glyphs: list[int]) -> str:
    """Return the widths of glyphs, neighbours together."""
    told: list[str] = []
    for at, glyph in enumerate(glyphs):
        width = str(used.advances[glyph])
        if at and glyphs[at - 1] == glyph - 1:
            told.append(f" {width}")
        else:
            told.append(f"{']' if told else ''} {glyph} [{width}")
    return "".join(told) + "]"


def _bits(numbers: Iterable[int]) -> bytes:
    """Return one bit for each number, the highest bit of a byte first."""
    have = sorted(numbers)
    bits = bytearray(have[-1] // 8 + 1)
    for number in have:
        bits[number // 8] |= 0x80 >> number % 8
    return bytes(bits)


def _character_map(told: dict[int, str]) -> bytes:
    lines = [f"<{number:04x}> <{text.encode('utf-16-be').hex()}>" for number, text in sorted(told.items())]
    blocks = [lines[at : at + _BLOCK] for at in range(0, len(lines), _BLOCK)]
    body = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end""".encode("ascii")


@lru_cache(maxsize=64)
def _measures(name: str) -> str:
    used = font(name)
    head = used.face.reference_table("head").data
    box = (round(one * used.scale) for one in struct.unpack(">4h", head[36:44]))
    capital = uharfbuzz.OTMetricsTag.CAP_HEIGHT
    high = round((used.shaper.get_metric_position(capital) or 0) * used.scale) or round(used.ascent * 0.7)
    stem = 140 if name.endswith("-Bold") else 80
    return (
        f"/FontBBox [{' '.join(map(str, box))}] /ItalicAngle 0 /Ascent {round(used.ascent)} /Descent {round(used.descent)} "
        f"/CapHeight {high} /StemV {stem}"
    )
