"""Envelopes and labels: addresses where the post reads them, one page for each envelope or for each sheet of labels.

Measures are in points, counted from the left and from the upper edge unless they say otherwise. The same addresses always give
the same bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import inch, mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workbench.domain.envelopes import Addressed, AddressTooLongError, EnvelopeForm, LabelSheet
from workbench.paper import text
from workbench.paper.archive import Facts, archived
from workbench.paper.fonts import SERIF, register
from workbench.paper.layout import ONE_AT_A_TIME
from workbench.paper.structure import Marks
from workbench.paper.style import Style


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page: its left and upper edge, its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Face:
    """The front of an envelope: its size, and where the sender and the addressee stand."""

    size: tuple[float, float]
    sender: Box
    addressee: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of labels: how many stand beside and below each other, where the first begins, and how far the next one is."""

    size: tuple[float, float]
    across: int
    down: int
    first: tuple[float, float]
    step: tuple[float, float]
    label: tuple[float, float]

    @property
    def labels(self) -> int:
        """Return how many labels are on a sheet."""
        return self.across * self.down


def _iso(width: float, height: float) -> Face:
    """Return the front of an ISO 269 envelope.

    Source: Universal Postal Union, Convention Manual (addressing): the address stands at least 40 mm from the upper edge, 15 mm
    from the right and lower edge, and at most 140 mm from the right edge. Sorting machines print into the lowest 15 mm.
    """
    left, top = width - 125 * mm, max(45 * mm, 0.46 * height)
    addressee = Box(left, top, width - left - 15 * mm, height - top - 17 * mm)
    return Face((width, height), Box(10 * mm, 9 * mm, left - 15 * mm, 30 * mm), addressee)


FACES: Mapping[EnvelopeForm, Face] = MappingProxyType(
    {
        EnvelopeForm.DL: _iso(220 * mm, 110 * mm),
        EnvelopeForm.C5: _iso(229 * mm, 162 * mm),
        EnvelopeForm.C4: _iso(324 * mm, 229 * mm),
        # The reading area of the United States Postal Service: 1/2 in from the sides, from 5/8 in to 2 3/4 in above the lower edge.
        EnvelopeForm.US_10: Face(
            (9.5 * inch, 4.125 * inch),
            Box(0.4 * inch, 0.35 * inch, 3.2 * inch, 1.1 * inch),
            Box(4 * inch, 1.75 * inch, 5 * inch, 1.7 * inch),
        ),
    }
)
"""The front of every envelope."""

SHEETS: Mapping[LabelSheet, Sheet] = MappingProxyType(
    {
        LabelSheet.A4_3X8: Sheet(A4, 3, 8, (0, 0.5 * mm), (70 * mm, 37 * mm), (70 * mm, 37 * mm)),
        LabelSheet.US_5160: Sheet(LETTER, 3, 10, (0.1875 * inch, 0.5 * inch), (2.75 * inch, inch), (2.625 * inch, inch)),
    }
)
"""Every sheet of labels."""

_GREY = Color(0.36, 0.38, 0.42)
_SENDER = (Style(SERIF, 8, 10.4, color=_GREY), Style(SERIF, 6.5, 8, color=_GREY))
_ADDRESS = (Style(SERIF, 12, 16), Style(SERIF, 10.5, 13.6), Style(SERIF, 9, 11.2))
_LABEL = (Style(SERIF, 10, 12.4), Style(SERIF, 8.8, 10.6), Style(SERIF, 7.6, 9), Style(SERIF, 6.8, 8))
_LABEL_INSIDE = (5 * mm, 2 * mm)
"""How far words stay from the edges of a label, so that a sheet may be fed a little askew."""


def envelopes(addressed: Sequence[Addressed], form: EnvelopeForm, *, title: str, author: str, language: str) -> bytes:
    """Return envelopes as a PDF, one page for each.

    Raises:
        GlyphMissingError: a character cannot be printed.
        AddressTooLongError: an address does not fit its place.
    """
    face = FACES[form]

    def draw(canvas: Canvas) -> None:
        for one in addressed:
            _put(canvas, face.size[1], face.sender, _lines((*one.sender, one.reference), _SENDER, face.sender, one))
            _put(canvas, face.size[1], face.addressee, _lines(one.addressee, _ADDRESS, face.addressee, one))
            canvas.showPage()

    return _drawn(addressed, face.size, draw, Facts(title, author, title, language, None))


def labels(addressed: Sequence[Addressed], sheet: LabelSheet, *, start: int, title: str, author: str, language: str) -> bytes:
    """Return labels as a PDF, filled from the label `start` of the first sheet, counted from one along the rows.

    Raises:
        GlyphMissingError: a character cannot be printed.
        AddressTooLongError: an address does not fit its label.
    """
    measures = SHEETS[sheet]

    def draw(canvas: Canvas) -> None:
        for number, one in enumerate(addressed, start=start - 1):
            at = number % measures.labels
            if at == 0 and number >= start:
                canvas.showPage()
            box = _label(measures, at)
            lines = _lines(one.addressee, _LABEL, box, one)
            spare = (box.height - text.height(lines, box.width)) / 2
            _put(canvas, measures.size[1], Box(box.left, box.top + spare, box.width, box.height), lines)
        canvas.showPage()

    return _drawn(addressed, measures.size, draw, Facts(title, author, title, language, None))


def _label(sheet: Sheet, at: int) -> Box:
    row, column = divmod(at, sheet.across)
    inside, above = _LABEL_INSIDE
    left, top = sheet.first[0] + column * sheet.step[0], sheet.first[1] + row * sheet.step[1]
    return Box(left + inside, top + above, sheet.label[0] - 2 * inside, sheet.label[1] - 2 * above)


def _lines(lines: Sequence[str], styles: Sequence[Style], box: Box, one: Addressed) -> list[Flowable]:
    """Return lines in the largest style in which they fit their box."""
    for style in styles:
        found: list[Flowable] = [*text.lines(lines, style)]
        if text.height(found, box.width) <= box.height:
            return found
    raise AddressTooLongError(letter=one.reference)


def _put(canvas: Canvas, height: float, box: Box, lines: list[Flowable]) -> None:
    text.draw(canvas, lines, x=box.left, top=height - box.top, width=box.width)


def _drawn(addressed: Sequence[Addressed], size: tuple[float, float], draw: Callable[[Canvas], None], facts: Facts) -> bytes:
    with ONE_AT_A_TIME:
        register()
        text.check(part for one in addressed for part in (*one.sender, *one.addressee, one.reference))
        target = BytesIO()
        canvas = Canvas(target, pagesize=size, initialFontName=SERIF.main, invariant=1, pageCompression=1)
        canvas.marks = Marks()
        draw(canvas)
        canvas.save()
        return archived(target.getvalue(), facts)
