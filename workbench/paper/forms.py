"""Forms of a letter: where its parts stand on the sheet, one table of measures for each form.

Measures are in points, counted from the left and from the upper edge of the sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import inch, mm

from workbench.domain.letters import PageForm

Fold = tuple[float, float]
"""A mark at the left edge: how far from the upper edge, and how long."""

_THIRD_OF_A4 = 297 * mm / 3


@dataclass(frozen=True, slots=True)
class Window:
    """Where the addressee stands so that the window of the envelope shows it, however the sheet slides in it."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Form:
    """The measures of one form.

    Args:
        size: width and height of the sheet.
        left, right: margins.
        head: where the letterhead begins; a logo begins `logo_above` higher.
        head_most: how high the letterhead may be.
        window: where the addressee stands; None lets it flow below the references.
        sender_in_window: whether the return line stands in the window above the addressee; the envelope shows it then.
        body: where the text begins at the earliest.
        folds: the marks at the left edge.
        centred: whether the letterhead is centred above a rule.
        date_left: whether place and date begin at the left margin.
    """

    size: tuple[float, float]
    left: float
    right: float
    head: float
    head_most: float
    window: Window | None
    sender_in_window: bool
    body: float
    folds: tuple[Fold, ...]
    centred: bool = False
    date_left: bool = False

    @property
    def column(self) -> float:
        """Return the width of the text."""
        return self.size[0] - self.left - self.right


NEXT = 25 * mm
"""Where the text of later pages begins, below their continuation head."""

CONTINUATION = 12 * mm
"""Where the continuation head begins."""

FOOT = 14 * mm
"""Where the foot ends, counted from the lower edge."""

LOGO = (60 * mm, 14 * mm)
"""The room of a logo."""

SIGNATURE = (60 * mm, 20 * mm)
"""The room of a placed signature."""

_A4_MARGINS = {"left": 25 * mm, "right": 20 * mm, "head": 19 * mm, "head_most": 32 * mm}

# DIN 5008:2020 form B: the field for the address is 85 mm by 45 mm, 20 mm from the left and 45 mm from the upper edge; the
# addressee takes its lower 27.3 mm. Fold marks at 105 mm and 210 mm, a hole mark at 148.5 mm.
_DIN_5008_B = Form(
    size=A4,
    **_A4_MARGINS,
    window=Window(left=25 * mm, top=62.7 * mm, width=80 * mm, height=27.3 * mm),
    sender_in_window=True,
    body=93 * mm,
    folds=((105 * mm, 4 * mm), (148.5 * mm, 6 * mm), (210 * mm, 4 * mm)),
)

# An A4 sheet folded in thirds (99 mm) in an envelope DL of ISO 269 (110 mm by 220 mm), whose window stands as DIN 680 has it:
# 90 mm by 45 mm, 20 mm from the left, 15 mm from the lower edge. The sheet slides by 11 mm and by 10 mm, so that from 50 mm to
# 84 mm of its height and from 20 mm to 100 mm of its width are always seen. The return line takes the first of it.
_ISO = Form(
    size=A4,
    **_A4_MARGINS,
    window=Window(left=25 * mm, top=57 * mm, width=74 * mm, height=26 * mm),
    sender_in_window=True,
    body=89 * mm,
    folds=((_THIRD_OF_A4, 4 * mm), (148.5 * mm, 6 * mm), (2 * _THIRD_OF_A4, 4 * mm)),
)

# A US Letter sheet in an envelope #10 (4 1/8 in by 9 1/2 in), whose window is 1 1/8 in by 4 1/2 in, 7/8 in from the left, 1/2 in
# from the lower edge. The United States Postal Service asks that the whole address be seen with 1/8 in clear all round however
# the sheet moves (Publication 25, 3-9). Folded in even thirds the sheet moves by 0.46 in and three lines are left; so it is
# folded to 3 15/16 in, moves by 0.19 in, and from 2 5/8 in to 3 5/16 in of its height and from 1 in to 4 1/4 in of its width are clear.
_US_FOLD = 3.9375 * inch
_US = Form(
    size=LETTER,
    left=1 * inch,
    right=1 * inch,
    head=0.75 * inch,
    head_most=1.6 * inch,
    window=Window(left=1 * inch, top=2.625 * inch, width=3.25 * inch, height=0.6875 * inch),
    sender_in_window=False,
    body=3.6 * inch,
    folds=((_US_FOLD, 4 * mm), (2 * _US_FOLD, 4 * mm)),
    date_left=True,
)

# The Indonesian office letter (surat dinas): letterhead in the middle above a rule, then number, enclosures and subject at the
# upper left, place and date at the upper right, and below them whom it is for. It goes into an envelope without a window.
# Source: Peraturan Arsip Nasional Republik Indonesia Nomor 5 Tahun 2021 tentang Pedoman Umum Tata Naskah Dinas (surat dinas).
_INDONESIA = Form(
    size=A4,
    **_A4_MARGINS,
    window=None,
    sender_in_window=False,
    body=40 * mm,
    folds=((_THIRD_OF_A4, 4 * mm), (2 * _THIRD_OF_A4, 4 * mm)),
    centred=True,
)

FORMS: Mapping[PageForm, Form] = MappingProxyType(
    {
        PageForm.DIN_5008_B: _DIN_5008_B,
        PageForm.ISO: _ISO,
        PageForm.US: _US,
        PageForm.INDONESIA: _INDONESIA,
    }
)
"""Every form of a letter."""


@dataclass(frozen=True, slots=True)
class BlockWords:
    """What the lines of the reference block are called where the subject and the enclosures stand in it.

    `also` are labels that a subject may bring itself, as in "Perihal: ..."; it keeps its own then.
    """

    subject: str
    enclosures: str
    count: str
    also: tuple[str, ...] = ()


BLOCK_WORDS: Mapping[str, BlockWords] = MappingProxyType(
    {
        "en": BlockWords("Subject", "Enclosures", "{count}", ("Re",)),
        "id": BlockWords("Hal", "Lampiran", "{count} berkas", ("Perihal",)),
        "de": BlockWords("Betreff", "Anlagen", "{count}", ("Betr.",)),
        "fr": BlockWords("Objet", "Pièces jointes", "{count}"),
        "es": BlockWords("Asunto", "Anexos", "{count}"),
        "nl": BlockWords("Betreft", "Bijlagen", "{count}"),
        "pt": BlockWords("Assunto", "Anexos", "{count}"),
    }
)
"""By the language of the letter; another one reads as English."""
