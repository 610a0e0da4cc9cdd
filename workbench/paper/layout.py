"""Layout: a composed letter on the sheet of its form, with its letterhead, its later pages and its annexes.

All measures are in points from the lower left corner unless they say otherwise. The same letter always gives the same bytes.
"""

import hashlib
import threading
from collections.abc import Iterable, Sequence
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
)
from reportlab.platypus import TableStyle as Rules

from workbench.domain.letters import ComposedLetter, LetterPartTooLongError, RenderedLetter
from workbench.domain.letters import Paragraph as Part
from workbench.paper import text
from workbench.paper.archive import Facts, archived
from workbench.paper.fonts import SANS_BOLD, SERIF, SERIF_BOLD, register
from workbench.paper.forms import BLOCK_WORDS, CONTINUATION, FOOT, FORMS, LOGO, NEXT, SIGNATURE, BlockWords
from workbench.paper.pieces import KEPT, AnnexMark, Barred, Closing, Placed, draw_picture, fitted
from workbench.paper.structure import COLUMN_HEAD, DOCUMENT, Element, Marks, TaggedTable, marked
from workbench.paper.style import Style

_RETURN_MOST = 10 * mm
_FOOT_MOST = 30 * mm
_FOOT_LEFT = 0.68
"""The share of the foot that the office's lines have; the reference and the number of the page have the rest."""

_COLUMN_GAP = 4 * mm
_HAIR_WIDTH = 0.01
_LOGO_GAP = 2 * mm
_LOGO_ABOVE = 8 * mm
_RULE_GAP = 3 * mm

_GREY = Color(0.36, 0.38, 0.42)
_HAIR = Color(0.72, 0.74, 0.77)
_INK = Color(0, 0, 0)

_NAME = Style(SANS_BOLD, 17, 20)
_NAME_UNDER_LOGO = Style(SANS_BOLD, 11, 14)
_NAME_MORE = Style(SERIF, 8.5, 11)
_OFFICE = Style(SERIF, 8.5, 11.5, align=TA_RIGHT)
_NAME_CENTRED = Style(SANS_BOLD, 15, 19, align=TA_CENTER)
_OFFICE_CENTRED = Style(SERIF, 8.5, 11.5, align=TA_CENTER)
_RETURN = Style(SERIF, 7, 8.5, color=_GREY)
_ADDRESS = (Style(SERIF, 10.5, 12.9), Style(SERIF, 9.5, 11.2), Style(SERIF, 8.5, 9.8))
_DATE = Style(SERIF, 10.5, 14, after=9, align=TA_RIGHT)
_DATE_LEFT = Style(SERIF, 10.5, 14, after=9)
_DATE_BESIDE = Style(SERIF, 10.5, 14, align=TA_RIGHT)
_REFERENCE = Style(SERIF, 9.5, 13)
_BLOCK = Style(SERIF, 10.5, 14)
_BLOCK_SUBJECT = Style(SERIF_BOLD, 10.5, 14, role="H1")
_SUBJECT = Style(SERIF_BOLD, 11, 15, before=14, after=11, keep_with_next=True, role="H1")
_BODY = Style(SERIF, 10.5, 14.6, after=8)
_PARTS = {
    "body": _BODY,
    "heading": Style(SERIF_BOLD, 10.5, 14.6, before=7, after=4, keep_with_next=True, role="H2"),
    "lead": Style(SERIF, 10.5, 14.6, after=4, keep_with_next=True),
    "list": Style(SERIF, 10.5, 14.6, after=4, left=14, bullet="\N{EN DASH}", role="LBody"),
    "last": Style(SERIF, 10.5, 14.6, after=9, left=14, bullet="\N{EN DASH}", role="LBody"),
    "quote": Style(SERIF, 10, 14, after=8, left=18),
    "annex": Style(SERIF_BOLD, 12, 16, after=10, keep_with_next=True, role="H1"),
}
_CELL = Style(SERIF, 9, 12)
_CELL_HEAD = Style(SANS_BOLD, 8, 11)
_CELL_PADDING = 5
_PEN = 40
"""How much room a pen has between the closing and the name."""

_CLOSING = Style(SERIF, 10.5, 14.6, before=6, after=_PEN)
_CLOSING_SIGNED = Style(SERIF, 10.5, 14.6, before=6, after=3)
_SIGNED = Style(SERIF, 10.5, 14.6)
_ENCLOSED_LABEL = Style(SERIF_BOLD, 9.5, 13, before=14, after=2, keep_with_next=True)
_ENCLOSED = Style(SERIF, 9.5, 13, left=14, bullet="\N{EN DASH}", role="LBody")
_FOOTER = Style(SERIF, 7.2, 9.4, color=_GREY)
_FOOTER_RIGHT = Style(SERIF, 7.2, 9.4, color=_GREY, align=TA_RIGHT)
_ANCHOR = Style(SERIF, 5.8, 8, color=_GREY, align=TA_RIGHT)
_CONTINUED = Style(SERIF, 8, 10.4, color=_GREY)
_CONTINUED_RIGHT = Style(SERIF, 8, 10.4, color=_GREY, align=TA_RIGHT)
_CONTINUED_SHARE = 0.78
_CONTINUED_LINES = 2

_AT_ONCE = 4
"""How many pieces of a long text stand in one cell; ReportLab's time grows with the square of a cell's height."""

ONE_AT_A_TIME = threading.Lock()
"""ReportLab's fonts and settings belong to the process, so letters are set one after the other."""


def render(letter: ComposedLetter) -> RenderedLetter:
    """Return the letter as an archival PDF, with its fonts embedded and nothing in it that acts.

    Raises:
        GlyphMissingError: a character cannot be printed (or ScriptNotSetError, its writing cannot); nothing was drawn.
        LetterPartTooLongError: the letterhead, the addressee or the foot does not fit its place.
    """
    with ONE_AT_A_TIME:
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
        letter.enclosures_label,
        *letter.enclosures,
        *letter.footer,
        letter.running,
        letter.page_label,
        letter.anchor,
        letter.continuation,
    ]
    for part in letter.paragraphs:
        texts.append(part.text)
        texts += [cell for row in part.rows for cell in row]
    return texts


class _Sheet:
    """One letter while it is laid out."""

    def __init__(self, letter: ComposedLetter) -> None:
        self._letter = letter
        self._form = FORMS[letter.form]
        self._width, self._height = self._form.size
        self._column = self._form.column
        self._root = Element(DOCUMENT)
        self._from = self._root.add("Div")
        # Who is written to comes before the references where the window has its fixed place, and after them where it flows.
        self._opening = self._root.add("Div") if self._form.window is None else None
        self._to, self._told = self._root.add("Div"), self._root.add("Div")
        # The parts with a fixed place are set once: some are measured first and drawn later, the foot on every page.
        self._logo = fitted(letter.logo, LOGO)
        self._name, self._office = self._letterhead()
        self._sender = text.lines((letter.return_line,), _RETURN) if self._form.sender_in_window else []
        self._address, self._address_size = self._fitted_address()
        self._foot_left = [text.lines(column, _FOOTER) for column in _columns(letter.footer)]
        self._check_head()
        self._foot = self._footer_height()
        self._bottom = FOOT + self._foot + 7 * mm
        self._annexes: dict[int, str] = {}

    def rendered(self) -> RenderedLetter:
        target = BytesIO()
        document = BaseDocTemplate(
            target,
            pagesize=self._form.size,
            initialFontName=SERIF.main,
            invariant=1,
            pageCompression=1,
            allowSplitting=1,
        )
        document.addPageTemplates(
            [
                PageTemplate("first", [self._frame("first", self._body_top())], onPage=self._draw_head),
                PageTemplate("next", [self._frame("next", self._height - NEXT)]),
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

    def finish_page(self, canvas: Canvas, page: int, pages: int) -> None:
        """Draw the foot of one page and the head of a later one, known only when all pages are."""
        continued = page > 1 and bool(self._letter.continuation.strip())
        left, width = self._form.left, self._column * _FOOT_LEFT
        top = FOOT + self._foot
        self._rule(canvas, top + 2.5 * mm)
        if self._foot_left:
            wide = (width + _COLUMN_GAP) / len(self._foot_left)
            for number, column in enumerate(self._foot_left):
                text.draw(canvas, column, x=left + number * wide, top=top, width=wide - _COLUMN_GAP)
        label = self._page_label(page, pages)
        right = self._foot_right("" if continued else label)
        text.draw(canvas, right, x=left + width, top=top, width=self._column - width)
        if continued:
            self._draw_continuation(canvas, page, label)

    def _draw_continuation(self, canvas: Canvas, page: int, label: str) -> None:
        left, share = self._form.left, self._column * _CONTINUED_SHARE
        top = self._height - CONTINUATION
        annex = max((begins for begins in self._annexes if begins <= page), default=0)
        lines = [_clipped(self._letter.continuation, share, 1 if annex else _CONTINUED_LINES)]
        if annex:
            lines.append(_clipped(self._annexes[annex], share, 1))
        end = text.draw(canvas, text.lines(lines, _CONTINUED), x=left, top=top, width=share)
        text.draw(canvas, text.lines((label,), _CONTINUED_RIGHT), x=left + share, top=top, width=self._column - share)
        self._rule(canvas, end - 1.5 * mm)

    def _rule(self, canvas: Canvas, y: float) -> None:
        canvas.setStrokeColor(_HAIR)
        canvas.setLineWidth(0.5)
        with marked(canvas, None):
            canvas.line(self._form.left, y, self._width - self._form.right, y)

    def _frame(self, name: str, top: float) -> Frame:
        return Frame(
            self._form.left,
            self._bottom,
            self._column,
            top - self._bottom,
            id=name,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

    def _letterhead(self) -> tuple[list[Flowable], list[Flowable]]:
        """Return what stands at the left of the head and what stands at its right; all in the middle in a centred one."""
        letter = self._letter
        if self._form.centred:
            name = text.lines(letter.letterhead[:1], _NAME_CENTRED, self._from)
            return [*name, *text.lines((*letter.letterhead[1:], *letter.office_lines), _OFFICE_CENTRED, self._from)], []
        name = text.lines(letter.letterhead[:1], _NAME_UNDER_LOGO if self._logo else _NAME, self._from)
        name += text.lines(letter.letterhead[1:], _NAME_MORE, self._from)
        return name, text.lines(letter.office_lines, _OFFICE, self._from)

    def _page_label(self, page: int, pages: int) -> str:
        return self._letter.page_label.replace("{pages}", str(pages)).replace("{page}", str(page))

    def _foot_right(self, label: str) -> list[Flowable]:
        return [*text.lines((self._letter.running, label), _FOOTER_RIGHT), *text.lines((self._letter.anchor,), _ANCHOR)]

    def _footer_height(self) -> float:
        width = self._column * _FOOT_LEFT
        wide = (width + _COLUMN_GAP) / max(1, len(self._foot_left)) - _COLUMN_GAP
        right = text.height(self._foot_right(self._page_label(9999, 9999)), self._column - width)
        high = float(max(right, *(text.height(column, wide) for column in self._foot_left)) if self._foot_left else right)
        if high > _FOOT_MOST:
            raise LetterPartTooLongError(field="footer")
        return high

    def _body_top(self) -> float:
        """Return where the text begins: below the window, or below an address that is longer than it, or below the head."""
        window = self._form.window
        if window is None:
            below_head = self._height - self._form.head - text.height(self._name, self._head_width()) - 3 * _RULE_GAP
            return float(min(self._height - self._form.body, below_head))
        below_address = self._height - window.top - text.height(self._address, window.width) - self._address_size
        return float(min(self._height - self._form.body, below_address))

    def _fitted_address(self) -> tuple[list[Flowable], float]:
        """Return the addressee, set smaller when it would not fit the window, and the size it is set in."""
        window = self._form.window
        if window is None:
            return text.lines(self._letter.addressee, _ADDRESS[0], self._to), _ADDRESS[0].size
        for style in _ADDRESS:
            self._to.children.clear()
            found = text.lines(self._letter.addressee, style, self._to)
            high = text.height(found, window.width)
            if high <= window.height:
                return found, style.size
        if high > 3 * window.height:
            raise LetterPartTooLongError(field="addressee")
        return found, style.size

    def _head_width(self) -> float:
        """Return how wide the column of the name is: a half, or what two logos leave of the middle."""
        if not self._form.centred:
            return float(self._column / 2)
        return float(self._column - 2 * (self._logo[0] + _LOGO_GAP) if self._logo else self._column)

    def _name_top(self) -> float:
        """Return where the name begins: below a logo that stands above it."""
        head = self._height - self._form.head
        if self._logo is None or self._form.centred:
            return float(head)
        return float(head + _LOGO_ABOVE - self._logo[1] - _LOGO_GAP)

    def _check_head(self) -> None:
        width, most = self._head_width(), self._form.head_most
        begins = self._height - self._form.head - self._name_top()
        if max(begins + text.height(self._name, width), text.height(self._office, self._column / 2)) > most:
            raise LetterPartTooLongError(field="letterhead")
        if self._form.window is not None and text.height(self._sender, self._form.window.width) > _RETURN_MOST:
            raise LetterPartTooLongError(field="return_line")

    def _draw_head(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        form, head, width = self._form, self._height - self._form.head, self._head_width()
        if self._logo is not None:
            above = 0 if form.centred else _LOGO_ABOVE
            draw_picture(canvas, self._letter.logo, x=form.left, top=head + above, size=self._logo)
        x = form.left + (self._column - width) / 2 if form.centred else form.left
        end = text.draw(canvas, self._name, x=x, top=self._name_top(), width=width)
        text.draw(canvas, self._office, x=form.left + self._column / 2, top=head - 2, width=self._column / 2)
        if form.centred:
            if self._logo is not None:
                end = min(end, head - self._logo[1])
            self._double_rule(canvas, end - _RULE_GAP)
        window = form.window
        if window is not None:
            top = self._height - window.top
            above_address = top + text.height(self._sender, window.width) + 4
            text.draw(canvas, self._sender, x=window.left, top=above_address, width=window.width)
            text.draw(canvas, self._address, x=window.left, top=top, width=window.width)
        canvas.setStrokeColor(_HAIR)
        canvas.setLineWidth(0.4)
        with marked(canvas, None):
            for fold, length in form.folds:
                canvas.line(5 * mm, self._height - fold, 5 * mm + length, self._height - fold)

    def _double_rule(self, canvas: Canvas, y: float) -> None:
        """Draw the rule that ends a centred letterhead: a thick line and a thin one."""
        canvas.setStrokeColor(_INK)
        with marked(canvas, None):
            for down, thick in ((0, 1.4), (2.2, 0.5)):
                canvas.setLineWidth(thick)
                canvas.line(self._form.left, y - down, self._width - self._form.right, y - down)

    def _story(self) -> list[Flowable]:
        letter, told = self._letter, self._told
        begins = next((at for at, part in enumerate(letter.paragraphs) if part.style == "annex"), len(letter.paragraphs))
        story = self._opened()
        story += text.flow(letter.salutation, _BODY, told)
        pieces = [piece for one in self._parts(letter.paragraphs[:begins]) for piece in one]
        story += self._together(pieces, self._signature())
        story += self._enclosed()
        for one in self._parts(letter.paragraphs[begins:]):
            story += one
        return story

    def _opened(self) -> list[Flowable]:
        """Return what stands between the letterhead and the salutation: date, references, subject, as the form has them."""
        letter, told = self._letter, self._told
        if self._opening is not None:
            block = self._reference_block(self._opening)
            return [block, Spacer(1, 16), *self._address, Spacer(1, 16)]
        story: list[Flowable] = [*text.flow(letter.place_and_date, _DATE_LEFT if self._form.date_left else _DATE, told)]
        story += text.lines((f"{label}: {value}" for label, value in letter.reference_lines), _REFERENCE, told)
        return [*story, *text.flow(letter.subject, _SUBJECT, told)]

    def _reference_block(self, inside: Element) -> Flowable:
        """Return number, enclosures and subject at the left, with place and date at their right."""
        letter = self._letter
        words = BLOCK_WORDS.get(letter.language, BLOCK_WORDS["en"])
        date = text.flow(letter.place_and_date, _DATE_BESIDE, inside)
        lines = [*letter.reference_lines]
        if letter.enclosures:
            lines.append((words.enclosures, words.count.replace("{count}", str(len(letter.enclosures)))))
        rows: list[list[list[Flowable]]] = []
        for label, value in lines:
            rows.append([text.flow(label, _BLOCK, inside), text.flow(f": {value}", _BLOCK, inside), []])
        if letter.subject.strip():
            label, subject = _labelled(letter.subject, words)
            lines.append((label, subject))
            rows.append([text.flow(label, _BLOCK, inside), text.flow(f": {subject}", _BLOCK_SUBJECT, inside), []])
        rows = rows or [[[], [], []]]
        rows[0][2] = [*date]
        beside = 62 * mm
        labels = [words.subject, *(label for label, _ in lines)]
        named = min(42 * mm, max(stringWidth(text.clean(label), SERIF.main, _BLOCK.size) for label in labels) + 9)
        made = TaggedTable(rows, colWidths=[named, self._column - named - beside, beside], splitInRow=1)
        # The date stands beside the first line alone; the others have its room too.
        made.setStyle(Rules([*_PLAIN_CELLS, *(("SPAN", (1, row), (2, row)) for row in range(1, len(rows)))]))
        return made

    def _parts(self, parts: Sequence[Part]) -> list[list[Flowable]]:
        """Return the pieces of each paragraph."""
        styles = [*(part.style for part in parts), ""]
        return [self._part(part, styles[at]) for at, part in enumerate(parts, start=1)]

    def _part(self, part: Part, after: str) -> list[Flowable]:
        told = self._told
        style = "last" if part.style == "list" != after else part.style
        if style == "table":
            made: list[Flowable] = [_table(part, told, self._column)]
        else:
            made = [*text.flow(part.text, _PARTS[style], _place(told, style), language=part.language)]
        if style == "annex":
            title = " ".join(text.clean(part.text).split())
            made = [PageBreak(), AnnexMark(title, self._annexes), *made]
        return [Barred(piece) for piece in made] if part.own and self._letter.draft else made

    def _signature(self) -> list[Flowable]:
        """Return the closing and the name, with room for a pen or the picture of the signature between them."""
        letter, told = self._letter, self._told
        size = fitted(letter.signature, SIGNATURE) if letter.closing.strip() or letter.signatory else None
        if size is None:
            return [*text.flow(letter.closing, _CLOSING, told), *text.lines(letter.signatory, _SIGNED, told)]
        placed = [Placed(letter.signature, size), Spacer(1, 3)]
        return [*text.flow(letter.closing, _CLOSING_SIGNED, told), *placed, *text.lines(letter.signatory, _SIGNED, told)]

    def _enclosed(self) -> list[Flowable]:
        """Return the list of what goes with the letter."""
        letter, told = self._letter, self._told
        if not letter.enclosures:
            return []
        story = [*text.flow(letter.enclosures_label, _ENCLOSED_LABEL, told)]
        for enclosure in letter.enclosures:
            story += text.flow(enclosure, _ENCLOSED, _place(told, "list"))
        return story

    def _together(self, pieces: list[Flowable], signature: list[Flowable]) -> list[Flowable]:
        """Keep the signature in one piece and with the end of the text, so that no page holds it alone or with one sentence."""
        most = self._room() / 2
        if not signature or text.height(signature, self._column) > most:
            return [*pieces, *signature]
        if not pieces:
            return [KeepTogether(signature)]
        *before, last = pieces
        while before and self._short(last) and self._short(before[-1], most - text.height([last, *signature], self._column)):
            signature, last = [last, *signature], before.pop()
        # A heading before the closing would take it to a new page at once: it is kept with a piece that always asks for its parts.
        while before and before[-1].getKeepWithNext() and text.height([before[-1], last, *signature], self._column) <= most:
            signature, last = [last, *signature], before.pop()
        return [*before, Closing(last, signature)]

    def _short(self, piece: Flowable, most: float = KEPT) -> bool:
        """Return whether a piece of the text is no higher than this; a table never is."""
        return not isinstance(piece, TaggedTable) and text.height([piece], self._column) <= most

    def _room(self) -> float:
        return float(self._height - NEXT - self._bottom)


def _labelled(subject: str, words: BlockWords) -> tuple[str, str]:
    """Return the label of a subject and the subject without it; one that brings its own label keeps it."""
    label, colon, rest = subject.partition(":")
    own = colon and rest.strip() and label.strip() in {words.subject, *words.also}
    return (label.strip(), rest.strip()) if own else (words.subject, subject)


def _columns(footer: Iterable[str]) -> list[list[str]]:
    """Return the columns of a foot: an empty line begins the next one."""
    columns: list[list[str]] = [[]]
    for line in footer:
        if line.strip():
            columns[-1].append(line)
        elif columns[-1]:
            columns.append([])
    return [column for column in columns if column]


def _clipped(words: str, width: float, lines: int) -> str:
    """Return words that stand in so many lines, cut with an ellipsis where they do not: they repeat what was told in full."""
    most = lines * _CONTINUED.leading
    kept = " ".join(text.clean(words).split())[:400]
    if text.height(text.lines((kept,), _CONTINUED), width) <= most:
        return kept
    fits, fails = 0, len(kept)
    while fails - fits > 1:
        tried = (fits + fails) // 2
        high = text.height(text.lines((f"{kept[:tried].rstrip()}…",), _CONTINUED), width)
        fits, fails = (tried, fails) if high <= most else (fits, tried)
    return f"{kept[:fits].rstrip()}…"


def _place(told: Element, style: str) -> Element:
    """Return where a part of this style stands in the structure: the items of one list stand together."""
    if style in {"list", "last"}:
        return told.last("L").add("LI")
    return told.add("BlockQuote") if style == "quote" else told


_PLAIN_CELLS = (
    ("FONTNAME", (0, 0), (-1, -1), SERIF.main),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)


def _table(part: Part, told: Element, column: float) -> Table:
    """Return a table with its head on every page; columns that are empty in every row are left out."""
    head, *body = part.rows
    used = [at for at in range(len(head)) if at == 0 or any(row[at].strip() for row in body)]
    table = told.add("Table")
    named = table.add("TR", repeats=True)
    rows = [[text.flow(head[at], _CELL_HEAD, named.add(COLUMN_HEAD)) for at in used]]
    for row in body:
        filled = table.add("TR")
        rows += _lines([text.flow(row[at], _CELL, filled.add("TD")) for at in used])
    needed = [max((piece.minWidth() for row in rows for piece in row[at]), default=0.0) for at in range(len(used))]
    widths = _widths(part.rows, used, column, [need + _CELL_PADDING * (2 if at else 1) for at, need in enumerate(needed)])
    made = TaggedTable(rows, colWidths=widths, repeatRows=1, splitInRow=1, spaceBefore=4, spaceAfter=11)
    made.setStyle(
        Rules(
            [
                ("FONTNAME", (0, 0), (-1, -1), SERIF.main),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("LEFTPADDING", (1, 0), (-1, -1), _CELL_PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _CELL_PADDING),
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


def _widths(rows: tuple[tuple[str, ...], ...], used: list[int], column: float, needed: list[float]) -> list[float]:
    """Return column widths that follow how much each column has to say, none narrower than its longest word where all fit."""
    weights = [min(max(12, *(len(row[at]) for row in rows)), 46) for at in used]
    most = _most(needed, column)
    fixed: dict[int, float] = {}
    while True:
        free = [at for at in range(len(weights)) if at not in fixed]
        share = (column - sum(fixed.values())) / max(1, sum(weights[at] for at in free))
        narrow = {at: min(needed[at], most) for at in free if weights[at] * share < min(needed[at], most) - _HAIR_WIDTH}
        if not narrow:
            return [fixed.get(at, weight * share) for at, weight in enumerate(weights)]
        fixed |= narrow


def _most(needed: list[float], column: float) -> float:
    """Return how wide a column may at most ask to be: the words of the widest ones break where not all can stand whole."""
    left = column
    for count, need in zip(range(len(needed), 0, -1), sorted(needed), strict=True):
        if need * count > left:
            return left / count
        left -= need
    return column


class _NumberedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that finishes each page at the end, when the number of pages is known."""

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
        """Finish each page and the file."""
        self._count.append(len(self._waiting))
        for number, page in enumerate(self._waiting, start=1):
            self.__dict__.update(page)
            self._sheet.finish_page(self, number, len(self._waiting))
            super().showPage()
        super().save()
