"""Layout: a composed letter on A4, for a window envelope (DIN 5008 form B, which ISO 269 DL envelopes show).

All measures are in points from the lower left corner unless they say millimetres. The same letter always gives the same bytes.
"""

import hashlib
import threading
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, NextPageTemplate, PageTemplate, Table
from reportlab.platypus import TableStyle as Rules

from workbench.domain.letters import ComposedLetter, LetterPartTooLongError, RenderedLetter
from workbench.domain.letters import Paragraph as Part
from workbench.paper import text
from workbench.paper.archive import Facts, archived
from workbench.paper.fonts import SANS_BOLD, SERIF, SERIF_BOLD, register
from workbench.paper.structure import COLUMN_HEAD, DOCUMENT, Element, Marks, TaggedTable, marked
from workbench.paper.text import Style

WIDTH, HEIGHT = A4
LEFT, RIGHT = 25 * mm, 20 * mm
COLUMN = WIDTH - LEFT - RIGHT
_WINDOW_TOP = HEIGHT - 62.7 * mm
_WINDOW_WIDTH = 80 * mm
_WINDOW_HEIGHT = 27.3 * mm
_RETURN_MOST = 10 * mm
_BODY_TOP = HEIGHT - 93 * mm
_NEXT_TOP = HEIGHT - 25 * mm
_FOOT = 14 * mm
_FOOT_MOST = 30 * mm
_HEAD_TOP = HEIGHT - 19 * mm
_HEAD_MOST = 32 * mm

_GREY = Color(0.36, 0.38, 0.42)
_HAIR = Color(0.72, 0.74, 0.77)

_NAME = Style(SANS_BOLD, 17, 20)
_NAME_MORE = Style(SERIF, 8.5, 11)
_OFFICE = Style(SERIF, 8.5, 11.5, align=TA_RIGHT)
_RETURN = Style(SERIF, 7, 8.5, color=_GREY)
_ADDRESS = (Style(SERIF, 10.5, 12.9), Style(SERIF, 9.5, 11.2), Style(SERIF, 8.5, 9.8))
_DATE = Style(SERIF, 10.5, 14, after=9, align=TA_RIGHT)
_REFERENCE = Style(SERIF, 9.5, 13)
_SUBJECT = Style(SERIF_BOLD, 11, 15, before=14, after=11, keep_with_next=True, role="H1")
_BODY = Style(SERIF, 10.5, 14.6, after=8)
_PARTS = {
    "body": _BODY,
    "heading": Style(SERIF_BOLD, 10.5, 14.6, before=7, after=4, keep_with_next=True, role="H2"),
    "lead": Style(SERIF, 10.5, 14.6, after=4, keep_with_next=True),
    "list": Style(SERIF, 10.5, 14.6, after=4, left=14, bullet="\N{EN DASH}", role="LBody"),
    "last": Style(SERIF, 10.5, 14.6, after=9, left=14, bullet="\N{EN DASH}", role="LBody"),
    "quote": Style(SERIF, 10, 14, after=8, left=18),
}
_CELL = Style(SERIF, 9, 12)
_CELL_HEAD = Style(SANS_BOLD, 8, 11)
_CLOSING = Style(SERIF, 10.5, 14.6, before=6, after=36)
_SIGNED = Style(SERIF, 10.5, 14.6)
_FOOTER = Style(SERIF, 7.2, 9.4, color=_GREY)
_FOOTER_RIGHT = Style(SERIF, 7.2, 9.4, color=_GREY, align=TA_RIGHT)

_AT_ONCE = 4
"""How many pieces of a long text stand in one cell; ReportLab's time grows with the square of a cell's height."""

_ONE_AT_A_TIME = threading.Lock()
"""ReportLab's fonts and settings belong to the process, so letters are set one after the other."""


def render(letter: ComposedLetter) -> RenderedLetter:
    """Return the letter as an archival PDF, with its fonts embedded and nothing in it that acts.

    Raises:
        GlyphMissingError: a character cannot be printed (or ScriptNotSetError, its writing cannot); nothing was drawn.
        LetterPartTooLongError: the letterhead, the addressee or the foot does not fit its place.
    """
    with _ONE_AT_A_TIME:
        register()
        text.check(_texts(letter))
        return _Sheet(letter).rendered()


def _texts(letter: ComposedLetter) -> list[str]:
    texts = [
        *letter.letterhead,
        *letter.office_lines,
        letter.return_line,
        *letter.addressee,
        letter.place_and_date,
        *(part for line in letter.reference_lines for part in line),
        letter.subject,
        letter.salutation,
        letter.closing,
        *letter.signatory,
        *letter.footer,
        letter.running,
        letter.page_label,
    ]
    for part in letter.paragraphs:
        texts.append(part.text)
        texts += [cell for row in part.rows for cell in row]
    return texts


class _Sheet:
    """One letter while it is laid out."""

    def __init__(self, letter: ComposedLetter) -> None:
        self._letter = letter
        self._root = Element(DOCUMENT)
        self._from, self._to, self._told = (self._root.add("Div") for _ in range(3))
        # The parts with a fixed place are set once: some are measured first and drawn later, the foot on every page.
        self._name = [*text.lines(letter.letterhead[:1], _NAME, self._from)]
        self._name += text.lines(letter.letterhead[1:], _NAME_MORE, self._from)
        self._office = text.lines(letter.office_lines, _OFFICE, self._from)
        self._sender = text.lines((letter.return_line,), _RETURN)
        self._address, self._address_size = self._fitted_address()
        self._foot_left = text.lines(letter.footer, _FOOTER)
        self._check_head()
        self._foot = self._footer_height()
        self._bottom = _FOOT + self._foot + 7 * mm

    def rendered(self) -> RenderedLetter:
        target = BytesIO()
        document = BaseDocTemplate(
            target,
            pagesize=A4,
            initialFontName=SERIF.main,
            invariant=1,
            pageCompression=1,
            allowSplitting=1,
        )
        document.addPageTemplates(
            [
                PageTemplate("first", [self._frame("first", self._body_top())], onPage=self._draw_head),
                PageTemplate("next", [self._frame("next", _NEXT_TOP)]),
            ]
        )
        pages: list[int] = []

        def canvas(*args: object, **kwargs: object) -> Canvas:
            return _NumberedCanvas(self, pages, *args, **kwargs)

        document.build([NextPageTemplate("next"), *self._story()], canvasmaker=canvas)
        letter = self._letter
        facts = Facts(
            text.clean(letter.title), text.clean(letter.author), text.clean(letter.subject), letter.language, letter.dated
        )
        data = archived(target.getvalue(), facts, self._root)
        return RenderedLetter(data=data, pages=pages[0], sha256=hashlib.sha256(data).hexdigest())

    def draw_foot(self, canvas: Canvas, page: int, pages: int) -> None:
        """Draw the foot of one page, known only when all pages are."""
        top = _FOOT + self._foot
        canvas.setStrokeColor(_HAIR)
        canvas.setLineWidth(0.5)
        with marked(canvas, None):
            canvas.line(LEFT, top + 2.5 * mm, WIDTH - RIGHT, top + 2.5 * mm)
        text.draw(canvas, self._foot_left, x=LEFT, top=top, width=_FOOT_LEFT)
        text.draw(canvas, self._foot_right(page, pages), x=LEFT + _FOOT_LEFT, top=top, width=COLUMN - _FOOT_LEFT)

    def _frame(self, name: str, top: float) -> Frame:
        return Frame(
            LEFT,
            self._bottom,
            COLUMN,
            top - self._bottom,
            id=name,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

    def _foot_right(self, page: int, pages: int) -> list[Flowable]:
        label = self._letter.page_label.replace("{pages}", str(pages)).replace("{page}", str(page))
        return text.lines((self._letter.running, label), _FOOTER_RIGHT)

    def _footer_height(self) -> float:
        right = text.height(self._foot_right(9999, 9999), COLUMN - _FOOT_LEFT)
        high: float = max(text.height(self._foot_left, _FOOT_LEFT), right)
        if high > _FOOT_MOST:
            raise LetterPartTooLongError(field="footer")
        return high

    def _body_top(self) -> float:
        """Return where the text begins: below the window, or below an address that is longer than it."""
        below_address: float = _WINDOW_TOP - text.height(self._address, _WINDOW_WIDTH) - self._address_size
        return float(min(_BODY_TOP, below_address))

    def _fitted_address(self) -> tuple[list[Flowable], float]:
        """Return the addressee, set smaller when it would not fit the window, and the size it is set in."""
        for style in _ADDRESS:
            self._to.children.clear()
            fitted = text.lines(self._letter.addressee, style, self._to)
            high = text.height(fitted, _WINDOW_WIDTH)
            if high <= _WINDOW_HEIGHT:
                return fitted, style.size
        if high > 3 * _WINDOW_HEIGHT:
            raise LetterPartTooLongError(field="addressee")
        return fitted, style.size

    def _check_head(self) -> None:
        if max(text.height(self._name, COLUMN / 2), text.height(self._office, COLUMN / 2)) > _HEAD_MOST:
            raise LetterPartTooLongError(field="letterhead")
        if text.height(self._sender, _WINDOW_WIDTH) > _RETURN_MOST:
            raise LetterPartTooLongError(field="return_line")

    def _draw_head(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        half = COLUMN / 2
        sender_top = _WINDOW_TOP + text.height(self._sender, _WINDOW_WIDTH) + 4
        text.draw(canvas, self._name, x=LEFT, top=_HEAD_TOP, width=half)
        text.draw(canvas, self._office, x=LEFT + half, top=_HEAD_TOP - 2, width=half)
        text.draw(canvas, self._sender, x=LEFT, top=sender_top, width=_WINDOW_WIDTH)
        text.draw(canvas, self._address, x=LEFT, top=_WINDOW_TOP, width=_WINDOW_WIDTH)
        canvas.setStrokeColor(_HAIR)
        canvas.setLineWidth(0.4)
        with marked(canvas, None):
            for fold, length in ((105 * mm, 4 * mm), (148.5 * mm, 6 * mm), (210 * mm, 4 * mm)):
                canvas.line(5 * mm, HEIGHT - fold, 5 * mm + length, HEIGHT - fold)

    def _story(self) -> list[Flowable]:
        letter, told = self._letter, self._told
        story: list[Flowable] = [*text.flow(letter.place_and_date, _DATE, told)]
        story += text.lines((f"{label}: {value}" for label, value in letter.reference_lines), _REFERENCE, told)
        story += text.flow(letter.subject, _SUBJECT, told)
        story += text.flow(letter.salutation, _BODY, told)
        following = (*(part.style for part in letter.paragraphs[1:]), "")
        last: list[Flowable] = []
        for part, after in zip(letter.paragraphs, following, strict=True):
            story += last
            style = "last" if part.style == "list" != after else part.style
            last = [_table(part, told)] if style == "table" else text.flow(part.text, _PARTS[style], _place(told, style))
        signature = [*text.flow(letter.closing, _CLOSING, told), *text.lines(letter.signatory, _SIGNED, told)]
        return [*story, *self._together(last, signature)]

    def _together(self, last: list[Flowable], signature: list[Flowable]) -> list[Flowable]:
        """Keep the signature with the last paragraph, so that no page holds a signature alone, where both can stand on one."""
        together = [*last, *signature]
        fits = not any(isinstance(one, Table) for one in last) and text.height(together, COLUMN) < self._room() / 2
        if fits:
            return [KeepTogether(together)]
        return [*last, KeepTogether(signature)] if text.height(signature, COLUMN) < self._room() / 2 else together

    def _room(self) -> float:
        return float(_NEXT_TOP - self._bottom)


_FOOT_LEFT = COLUMN * 0.68


def _place(told: Element, style: str) -> Element:
    """Return where a part of this style stands in the structure: the items of one list stand together."""
    if style in {"list", "last"}:
        return told.last("L").add("LI")
    return told.add("BlockQuote") if style == "quote" else told


def _table(part: Part, told: Element) -> Table:
    """Return a table with its head on every page; columns that are empty in every row are left out."""
    head, *body = part.rows
    used = [at for at in range(len(head)) if at == 0 or any(row[at].strip() for row in body)]
    table = told.add("Table")
    named = table.add("TR", repeats=True)
    rows = [[text.flow(head[at], _CELL_HEAD, named.add(COLUMN_HEAD)) for at in used]]
    for row in body:
        filled = table.add("TR")
        rows += _lines([text.flow(row[at], _CELL, filled.add("TD")) for at in used])
    made = TaggedTable(rows, colWidths=_widths(part.rows, used), repeatRows=1, splitInRow=1, spaceBefore=4, spaceAfter=11)
    made.setStyle(
        Rules(
            [
                ("FONTNAME", (0, 0), (-1, -1), SERIF.main),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("LEFTPADDING", (1, 0), (-1, -1), 5),
                ("RIGHTPADDING", (0, 0), (-1, -1), 5),
                ("TOPPADDING", (0, 0), (-1, -1), 3.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
                ("LINEABOVE", (0, 0), (-1, 0), 0.8, Color(0, 0, 0)),
                ("LINEBELOW", (0, 0), (-1, 0), 0.5, Color(0, 0, 0)),
                ("LINEBELOW", (0, 1), (-1, -1), 0.4, _HAIR),
            ]
        )
    )
    return made


def _lines(cells: list[list[Flowable]]) -> list[list[list[Flowable]]]:
    """Return a row as one line of the table, or as several where a cell is too long for ReportLab to split well."""
    longest = max(len(cell) for cell in cells)
    if longest <= _AT_ONCE:
        return [cells]
    return [[cell[at : at + 1] for cell in cells] for at in range(longest)]


def _widths(rows: tuple[tuple[str, ...], ...], used: list[int]) -> list[float]:
    """Return column widths that follow how much each column has to say, within bounds."""
    weights = [min(max(12, *(len(row[at]) for row in rows)), 46) for at in used]
    total = sum(weights)
    return [COLUMN * weight / total for weight in weights]


class _NumberedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that draws the foot of each page at the end, when the number of pages is known."""

    def __init__(self, sheet: _Sheet, pages: list[int], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.marks = Marks()
        self._sheet = sheet
        self._count = pages
        self._waiting: list[dict[str, object]] = []
        self.setViewerPreference("DisplayDocTitle", "true")

    def showPage(self) -> None:  # noqa: N802  ReportLab's name
        """Keep the page until the number of pages is known."""
        self._waiting.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Draw the foot of each page and finish the file."""
        self._count.append(len(self._waiting))
        for number, page in enumerate(self._waiting, start=1):
            self.__dict__.update(page)
            self._sheet.draw_foot(self, number, len(self._waiting))
            super().showPage()
        super().save()
