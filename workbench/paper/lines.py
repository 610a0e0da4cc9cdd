"""Lines: text that flows down a column and over pages, written straight into the page; nothing in it is read as markup.

Measures are points, the glyphs' own in thousandths of the size of the text. Each paragraph is drawn between the marks of its
element; words in other writing are an element in it, with their language.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workbench.paper.breaking import Line, Mixed, Run, plain, plain_lines
from workbench.paper.direction import base_level, has_rightward
from workbench.paper.embedding import Embedded, embedded
from workbench.paper.fonts import font
from workbench.paper.shaping import Glyph, shaped
from workbench.paper.structure import PAGINATION, Element, begin_mark, begin_marks, is_text_on, spoken_text
from workbench.paper.style import Style
from workbench.paper.writing import SHAPED_TAGS, needs_shaping

_HANG = 12
_FEWEST = 2
"""How many lines of a paragraph stand together at the foot and at the head of a page."""

_FUZZ, _HAIR = 1e-6, 0.005
_LONGEST_HEAD = 600
"""A longer text leads to nothing: it could not stand on one page with what follows."""

_OWN_TO_A_FLOWABLE = frozenset({"_postponed", "canv", "_frame"})
"""What ReportLab notes on a flowable while it places it."""


class Lines(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A paragraph, or a part of one, that can be split between its lines."""

    def __init__(
        self,
        text: str,
        style: Style,
        element: Element | None,
        *,
        first: bool = True,
        last: bool = True,
        rightward: bool | None = None,
    ) -> None:
        super().__init__()
        self.text = text
        self.element = element
        self.label: Element | None = None
        self.bullet = ""
        self.style = style
        self.spaceBefore = style.before if first else 0.0
        self.spaceAfter = style.after if last else 0.0
        self.keepWithNext = int(style.keep_with_next and len(text) <= _LONGEST_HEAD)
        self._first, self._last = first, last
        self._plain = plain(text, style.face)
        self._level = 0 if self._plain else base_level(text)
        self._right = bool(self._level) if rightward is None else rightward
        self._mixed: Mixed | None = None
        self._broken: list[Line] = []
        self._broken_for = -1.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return how much room the text takes in a column of this width."""
        self.width = width
        self.height = len(self._lines(width)) * self.style.leading
        return width, self.height

    def minWidth(self) -> float:  # noqa: N802  ReportLab's name
        """Return how wide a column must be for every word to stand in it whole."""
        if self._plain:
            words = font(self.style.face.main).words
            widest = max((words[word] for word in self.text.split()), default=0.0)
        else:
            self._mixed = self._mixed or Mixed(self.text, self.style.face, self._level)
            widest = self._mixed.widest()
        return float(widest * self.style.size / 1000 + self.style.left)

    def split(self, width: float, height: float) -> list["Lines"]:
        """Return the part that fits and the rest, or nothing where it is better to begin on the next page."""
        # A cell of a table asks with the width of its column, in which its padding is: the text stays as it was broken.
        width = self._broken_for if self._broken_for >= 0 else width
        lines = self._lines(width)
        fits = int((height + _FUZZ) / self.style.leading)
        if len(lines) - fits < _FEWEST:
            fits = len(lines) - _FEWEST
        if fits < min(_FEWEST, len(lines) - 1) or fits < 1:
            return []
        return [self._part(lines[:fits], width, is_last=False), self._part(lines[fits:], width, is_first=False)]

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803  ReportLab's names
        """Draw the text with its lower left corner there."""
        lines = self._lines(self.width)
        if not lines:
            return
        style, code = self.style, canvas._code  # noqa: SLF001  ReportLab has no public way to write operators
        top = y + len(lines) * style.leading - font(style.face.main).ascent * style.size / 1000
        color = style.color
        code.append(f"q {color.red:.3f} {color.green:.3f} {color.blue:.3f} rg")
        if self.bullet:
            self._draw_bullet(canvas, x, top)
        if self._plain:
            self._draw_plain(canvas, lines, x, top)
        else:
            self._draw_mixed(canvas, lines, x, top)
        code.append("Q")

    def _lines(self, width: float) -> list[Line]:
        if width != self._broken_for:
            limit = max(width - self.style.left, self.style.size) * 1000 / self.style.size + 0.01
            if self._plain:
                self._broken = plain_lines(self.text, font(self.style.face.main), limit)
            else:
                self._mixed = self._mixed or Mixed(self.text, self.style.face, self._level)
                self._broken = self._mixed.lines(limit)
            self._broken_for = width
        return self._broken

    def _part(self, lines: list[Line], width: float, *, is_first: bool = True, is_last: bool = True) -> "Lines":
        made: Lines = object.__new__(Lines)
        made.__dict__.update({name: value for name, value in self.__dict__.items() if name not in _OWN_TO_A_FLOWABLE})
        made.spaceBefore = self.spaceBefore if is_first else 0.0
        made.spaceAfter = self.spaceAfter if is_last else 0.0
        made.bullet = self.bullet if is_first else ""
        made.keepWithNext = self.keepWithNext if is_last else 0
        made.text = "".join(line.text + line.end for line in lines).rstrip("\n")
        made._mixed = None
        made._broken, made._broken_for = lines, width
        made.wrap(width, 0)
        return made

    def _left(self, line: Line, x: float) -> float:
        style = self.style
        free = self.width - style.left - line.width * style.size / 1000
        if style.align == TA_RIGHT or (self._right and style.align != TA_CENTER):
            return x + free + (0 if self._right else style.left)
        return x + style.left + (free / 2 if style.align == TA_CENTER else 0)

    def _draw_bullet(self, canvas: Canvas, x: float, y: float) -> None:
        style = self.style
        used = embedded(canvas, style.face.main)
        wide = font(style.face.main).words[self.bullet] * style.size / 1000
        indent = max(style.left - _HANG, 0)
        at = x + self.width - indent - wide if self._right else x + indent
        mark = begin_mark(canvas, self.label, PAGINATION)
        canvas._code.append(  # noqa: SLF001
            f"{mark} BT /{used.resource} {style.size:g} Tf {at:.2f} {y:.2f} Td <{used.plain(self.bullet)}> Tj ET EMC"
        )

    def _draw_plain(self, canvas: Canvas, lines: list[Line], x: float, y: float) -> None:
        style = self.style
        used = embedded(canvas, style.face.main)
        code = [begin_mark(canvas, self.element, PAGINATION), f"BT /{used.resource} {style.size:g} Tf {style.leading:g} TL"]
        at = 0.0
        last = len(lines) - 1
        for number, line in enumerate(lines):
            left = self._left(line, x)
            # The blank at the end of a line keeps a reader from running the words of two lines together.
            shown = used.plain(line.text + " " if number < last or not self._last else line.text) if line.text else ""
            move = (
                f"{left:.2f} {y:.2f} Td"
                if not number
                else "T*"
                if abs(left - at) < _HAIR
                else f"{left - at:.2f} {-style.leading:g} Td"
            )
            code.append(f"{move} <{shown}> Tj" if shown else move)
            at = left
        code.append("ET EMC")
        canvas._code.append(" ".join(code))  # noqa: SLF001

    def _draw_mixed(self, canvas: Canvas, lines: list[Line], x: float, top: float) -> None:
        as_text = self.element is not None and is_text_on(canvas, self.element)
        pen = _Pen(canvas, self.style.size)
        if not as_text:
            pen.mark(begin_mark(canvas, None, PAGINATION))
        marks = _Marks(canvas, self.element) if as_text and self.element is not None else None
        for number, line in enumerate(lines):
            runs = list(line.runs or ())
            if runs and (number < len(lines) - 1 or not self._last):
                runs.append(_blank_after(runs[-1]))
            left, y = self._left(line, x), top - number * self.style.leading
            stretches = marks.stretches(runs) if marks else _unmarked(runs)
            for stretch in sorted(stretches, key=lambda one: one.runs[0].x):
                pen.show(stretch, left, y)
        if not as_text:
            pen.unmark()
        pen.finish()


class _Stretch(NamedTuple):
    """Words that stand together from left to right, and the operators that begin their mark, or one for each glyph."""

    runs: tuple[Run, ...]
    marks: tuple[str, ...]


class _Marks:
    """Marks the words of a paragraph in the order in which they are read; they are drawn from left to right.

    Readers of pages expect glyphs from left to right and turn round what runs the other way; readers of the structure take the
    marks in its order. So each glyph of a word that runs from right to left has a mark of its own.
    """

    def __init__(self, canvas: Canvas, element: Element) -> None:
        self._canvas = canvas
        self._element = element
        self._inner: Element | None = None

    def stretches(self, runs: list[Run]) -> Iterator[_Stretch]:
        """Yield the words of one line with their marks, in the order of reading."""
        for (tag, leftward), group in groupby(runs, key=lambda run: (run.tag, run.leftward)):
            stretch = tuple(group)
            owner = self._owner(tag)
            said = "".join(run.text for run in stretch)
            if tag in SHAPED_TAGS:
                owner.spoken += said
            if leftward:
                for run in stretch:
                    yield _Stretch((run,), begin_marks(self._canvas, owner, len(run.word.glyphs)))
            else:
                moved = tag in SHAPED_TAGS and any(needs_shaping(run.text) for run in stretch)
                yield _Stretch(stretch, (begin_mark(self._canvas, owner, spoken=said if moved else ""),))

    def _owner(self, tag: str) -> Element:
        if not tag:
            self._inner = None
            return self._element
        if self._inner is None or self._inner.language != tag:
            self._inner = self._element.add("Span", language=tag)
        return self._inner


def _unmarked(runs: list[Run]) -> Iterator[_Stretch]:
    """Yield words that belong to no element; those whose glyphs do not tell it carry their text."""
    for run in runs:
        moved = not run.leftward and run.tag in SHAPED_TAGS and needs_shaping(run.text)
        yield _Stretch((run,), (f"/Span <</ActualText {spoken_text(run.text)}>> BDC",) if moved else ())


def _blank_after(run: Run) -> Run:
    """Return the blank that parts the last word of a line from the first of the next for a reader of the file."""
    blank = shaped(" ", run.font, leftward=False)
    return Run(blank, run.font, run.tag, run.x - blank.width if run.leftward else run.x + run.word.width, " ", run.leftward)


class _Pen:
    """Writes words at their places, with as few operators as they need."""

    def __init__(self, canvas: Canvas, size: float) -> None:
        self._canvas = canvas
        self._size = size
        self._code: list[str] = ["BT"]
        self._used: Embedded | None = None
        self._font = ""
        self._at = (0.0, 0.0)
        self._x = 0.0
        self._rise = 0.0
        self._shown: list[str] = []
        self._placed = False

    def mark(self, operators: str) -> None:
        """Begin marked content."""
        self._flush()
        self._code.append(operators)

    def unmark(self) -> None:
        """End marked content."""
        self._flush()
        self._code.append("EMC")

    def show(self, stretch: _Stretch, left: float, y: float) -> None:
        """Show words of a line that begins at `left` on the base line `y`."""
        if len(stretch.marks) == 1 or not stretch.marks:
            if stretch.marks:
                self.mark(stretch.marks[0])
            for run in stretch.runs:
                self._place(run, left, y)
                for glyph in reversed(run.word.glyphs) if run.leftward else run.word.glyphs:
                    self._show(glyph, run)
            if stretch.marks:
                self.unmark()
            return
        (run,) = stretch.runs
        self._place(run, left, y)
        self._flush()
        shown, code = self._shown, self._code
        for mark, glyph in zip(reversed(stretch.marks), reversed(run.word.glyphs), strict=True):
            self._show(glyph, run)
            code.append(f"{mark} [{' '.join(shown)}] TJ EMC")
            shown.clear()

    def finish(self) -> None:
        """Write what was shown into the page."""
        self._flush()
        self._code.append("ET")
        self._canvas._code.append(" ".join(self._code))  # noqa: SLF001  ReportLab has no public way to write operators

    def _place(self, run: Run, left: float, y: float) -> None:
        if run.font != self._font:
            self._flush()
            self._font, self._used = run.font, embedded(self._canvas, run.font)
            self._code.append(f"/{self._used.resource} {self._size:g} Tf")
            self._placed = False
        if not self._placed or self._at != (left, y):
            self._flush()
            self._code.append(f"1 0 0 1 {left + run.x * self._size / 1000:.2f} {y:.2f} Tm")
            self._at, self._x, self._placed = (left, y), run.x, True

    def _show(self, glyph: Glyph, run: Run) -> None:
        moved = self._x - run.x - glyph.x
        if abs(glyph.y - self._rise) >= 1:
            if self._shown:
                self._flush()
            self._code.append(f"{glyph.y * self._size / 1000:.2f} Ts")
            self._rise = glyph.y
        if abs(moved) >= 1:
            moved = round(moved)
            self._shown.append(str(moved))
            self._x -= moved
        if self._used is not None:
            self._shown.append(f"<{self._used.code(glyph.number, glyph.text)}>")
            self._x += self._used.advances[glyph.number]

    def _flush(self) -> None:
        if self._shown:
            self._code.append(f"[{''.join(_joined(self._shown))}] TJ")
            self._shown = []


def _joined(parts: list[str]) -> Iterator[str]:
    """Yield the parts of a TJ operand, glyphs without a move between them in one string."""
    for is_move, group in groupby(parts, key=lambda part: part[0] != "<"):
        if is_move:
            yield " ".join(group)
        else:
            yield "<" + "".join(part[1:-1] for part in group) + ">"


def all_rightward(texts: list[str]) -> bool:
    """Return whether every text that has a direction runs from right to left, and one does."""
    told = [base_level(text) for text in texts if has_rightward(text) or any(one.isalpha() for one in text)]
    return bool(told) and all(told)
