"""Plain sheets: the pages of a bundle that are neither a letter nor a file: its cover, its lists, its records.

They are A4 without the band that the bundle puts below them, in points. What cannot be printed is told by its code.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_RIGHT
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer, Table
from reportlab.platypus import TableStyle as Rules

from workbench.domain.bundles import Block
from workbench.paper import text
from workbench.paper.annex import SHEET
from workbench.paper.fonts import SANS, SANS_BOLD, SERIF, SERIF_BOLD, register
from workbench.paper.layout import ONE_AT_A_TIME
from workbench.paper.structure import Marks
from workbench.paper.style import Style

_LEFT, _TOP, _BOTTOM = 62.0, 56.0, 24.0
_GREY = Color(0.36, 0.38, 0.42)
_HAIR = Color(0.72, 0.74, 0.77)
_STYLES = {
    "office": Style(SANS_BOLD, 12, 15, after=2),
    "small": Style(SERIF, 8.5, 11.5, color=_GREY, after=2),
    "cover": Style(SANS_BOLD, 26, 32, before=150, after=8),
    "variant": Style(SANS_BOLD, 13, 18, after=20),
    "title": Style(SANS_BOLD, 15, 20, after=10, keep_with_next=True),
    "heading": Style(SERIF_BOLD, 10.5, 14.6, before=9, after=4, keep_with_next=True),
    "lead": Style(SERIF, 9.5, 13.2, after=4, keep_with_next=True),
    "body": Style(SERIF, 9.5, 13.2, after=6),
    "list": Style(SERIF, 9.5, 13.2, after=3, left=14, bullet="\N{EN DASH}"),
    "quote": Style(SERIF, 9, 12.6, after=6, left=18),
}
_CELL = Style(SERIF, 8.5, 11.2)
_CELL_RIGHT = Style(SERIF, 8.5, 11.2, align=TA_RIGHT)
_CELL_HEAD = Style(SANS_BOLD, 7.5, 10)
_CELL_HEAD_RIGHT = Style(SANS_BOLD, 7.5, 10, align=TA_RIGHT)
_AT_ONCE = 4
_ROWS = 400
"""How many rows stand in one table; ReportLab's time grows with the square of it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that leads to another page: left, low, right and high edge in points; pages count from 1."""

    page: int
    box: tuple[float, float, float, float]
    target: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheets that were drawn: how many, their PDF, and what on them leads elsewhere."""

    pages: int
    data: bytes
    links: tuple[Link, ...]


def draw_sheets(blocks: Sequence[Block]) -> Sheets:
    """Return the sheets that the blocks take."""
    with ONE_AT_A_TIME:
        register()
        target = BytesIO()
        document = BaseDocTemplate(target, pagesize=SHEET, initialFontName=SERIF.main, invariant=1, pageCompression=1)
        wide, high = SHEET[0] - 2 * _LEFT, SHEET[1] - _TOP - _BOTTOM
        frame = Frame(_LEFT, _BOTTOM, wide, high, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        document.addPageTemplates([PageTemplate("sheet", [frame])])
        spots = _Spots()
        story: list[Flowable] = [one for block in blocks for one in _flowables(block, wide, spots)]
        document.build(story or [Spacer(1, 1)], canvasmaker=_Canvas)
        return Sheets(document.page, target.getvalue(), spots.links())


def draw_bands(rows: Iterable[tuple[str, str, str]], *, size: tuple[float, float]) -> bytes:
    """Return a PDF with one page for each row: its three texts at the left, in the middle and at the right of a thin band."""
    with ONE_AT_A_TIME:
        register()
        target = BytesIO()
        canvas = _Canvas(target, pagesize=size, invariant=1, pageCompression=1, initialFontName=SERIF.main)
        wide, high = size
        third = (wide - 2 * _EDGE) / 3
        for row in rows:
            canvas.setStrokeColor(_HAIR)
            canvas.setLineWidth(0.5)
            canvas.line(_EDGE, high - 4, wide - _EDGE, high - 4)
            for number, (words, style) in enumerate(zip(row, _BAND, strict=True)):
                lines = text.lines((text.printable(words),), style)
                text.draw(canvas, lines[:1], x=_EDGE + number * third, top=high - 8, width=third)
            canvas.showPage()
        canvas.save()
        return target.getvalue()


_EDGE = 28.0
_BAND = (
    Style(SANS, 7.5, 9.5),
    Style(SANS_BOLD, 8, 9.5, align=1),
    Style(SANS, 7.5, 9.5, align=TA_RIGHT),
)


class _Canvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that has the marks which the lines of text ask for; the sheets have no structure."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.marks = Marks()


class _Spots:
    """Where on the pages those texts stand that lead to a page."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, int], tuple[float, float, float, float]] = {}

    def add(self, page: int, target: int, box: tuple[float, float, float, float]) -> None:
        """Note a box; those of one page that lead to the same place, which are the cells of one row, become one."""
        left, low, right, high = self._boxes.get((page, target), box)
        self._boxes[page, target] = min(left, box[0]), min(low, box[1]), max(right, box[2]), max(high, box[3])

    def links(self) -> tuple[Link, ...]:
        """Return what was noted."""
        return tuple(Link(page, box, target) for (page, target), box in self._boxes.items())


class _Leading(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A text that notes where it is drawn."""

    def __init__(self, words: Flowable, target: int, spots: _Spots) -> None:
        super().__init__()
        self._words, self._target, self._spots = words, target, spots

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return how much room the text takes."""
        self.width, self.height = self._words.wrap(width, height)
        return self.width, self.height

    def split(self, width: float, height: float) -> list["_Leading"]:
        """Return the part that fits and the rest."""
        return [_Leading(part, self._target, self._spots) for part in self._words.split(width, height)]

    def minWidth(self) -> float:  # noqa: N802  ReportLab's name
        """Return how wide a column must be for it."""
        return float(self._words.minWidth())

    def getSpaceBefore(self) -> float:  # noqa: N802  as above
        """Return the space before the text."""
        return float(self._words.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802  as above
        """Return the space after it."""
        return float(self._words.getSpaceAfter())

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803  as above
        """Draw the text, and note its box on the page."""
        left, low = canvas.absolutePosition(x, y)
        self._spots.add(canvas.getPageNumber(), self._target, (left, low, left + self.width, low + self.height))
        self._words.drawOn(canvas, x, y, _sW)


def _flowables(block: Block, wide: float, spots: _Spots) -> list[Flowable]:
    if block.style != "table":
        return [*text.flow(text.printable(block.text), _STYLES[block.style])]
    head, *body = block.rows
    total = sum(block.widths)
    widths = [wide * share / total for share in block.widths]
    made: list[Flowable] = []
    for first in range(0, max(len(body), int(any(head))), _ROWS):
        rows = [_cells(head, block.right, head=True)] if any(head) else []
        for at, row in enumerate(body[first : first + _ROWS], start=first):
            cells = _cells(row, block.right, head=False)
            if target := block.leads[at] if block.leads else 0:
                cells = [[_Leading(one, target, spots) for one in cell] for cell in cells]
            rows += _lines(cells)
        table = Table(rows, colWidths=widths, repeatRows=int(any(head)), splitInRow=1)
        table.setStyle(_RULES)
        made.append(table)
    return [*made, Spacer(1, 10)]


def _cells(row: Sequence[str], right: frozenset[int], *, head: bool) -> list[list[Flowable]]:
    left_style, right_style = (_CELL_HEAD, _CELL_HEAD_RIGHT) if head else (_CELL, _CELL_RIGHT)
    return [[*text.flow(text.printable(cell), right_style if at in right else left_style)] for at, cell in enumerate(row)]


def _lines(cells: list[list[Flowable]]) -> list[list[list[Flowable]]]:
    """Return a row as one line of the table, or as several where a cell is too long for ReportLab to split well."""
    longest = max(len(cell) for cell in cells)
    if longest <= _AT_ONCE:
        return [cells]
    return [[cell[at : at + 1] for cell in cells] for at in range(longest)]


_RULES = Rules(
    [
        ("FONTNAME", (0, 0), (-1, -1), SERIF.main),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, Color(0, 0, 0)),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, Color(0, 0, 0)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, _HAIR),
    ]
)
