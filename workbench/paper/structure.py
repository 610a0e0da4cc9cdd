"""The structure of a letter: what each drawn piece of text is, in the order in which it is to be read.

Text is drawn between marks; a mark belongs to an element, an element to its parent. What belongs to none (lines, folds, the foot
of a page) is drawn as an artifact, which readers pass over. Pages and marks count from zero.
Source: ISO 32000-1 clauses 14.6 (marked content), 14.7 (logical structure), 14.8.4 (standard types).
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.platypus import Table

DOCUMENT = "Document"
COLUMN_HEAD = "TH"
LAYOUT, PAGINATION = "Layout", "Pagination"
"""Types of artifact: lines and bars; what stands on the page for the page's sake."""


class Marked(Protocol):
    """A canvas that knows on which page it draws, counts the marks of each page, and takes operators."""

    marks: "Marks"

    def getPageNumber(self) -> int:  # noqa: N802  ReportLab's name
        """Return the number of the page, from one."""
        ...


@dataclass(slots=True)
class Element:
    """One element of the structure: its type, what is in it, and where its text was drawn as (page, mark).

    `language` is that of its text where it differs from the letter's. `after` counts the marks of its parent that are read
    before it. `spoken` is its text where the glyphs cannot tell it.
    """

    role: str
    children: list["Element"] = field(default_factory=list)
    drawn: list[tuple[int, int]] = field(default_factory=list)
    repeats: bool = False
    language: str = ""
    after: int = 0
    spoken: str = ""
    page: int | None = None

    def add(self, role: str, *, repeats: bool = False, language: str = "") -> "Element":
        """Return a new element at the end of this one; one that `repeats` on later pages is text on its first page alone."""
        made = Element(role, repeats=repeats or self.repeats, language=language, after=len(self.drawn), page=None)
        self.children.append(made)
        return made

    def last(self, role: str) -> "Element":
        """Return the last element in this one if it has that type, else a new one of that type."""
        if self.children and self.children[-1].role == role:
            return self.children[-1]
        return self.add(role)


@dataclass(slots=True)
class Marks:
    """How many marks each page of one file has."""

    counts: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))

    def next(self, page: int) -> int:
        """Return the next mark of a page."""
        mark = self.counts[page]
        self.counts[page] += 1
        return mark


@contextmanager
def marked(canvas: Marked, element: Element | None, artifact: str = LAYOUT) -> Iterator[None]:
    """Draw what is in the block as text of an element, or as an artifact of a type where there is none."""
    operators: list[str] = canvas._code  # type: ignore[attr-defined]  # noqa: SLF001  ReportLab has no public way to mark content
    operators.append(begin_mark(canvas, element, artifact))
    yield
    operators.append("EMC")


def is_text_on(canvas: Marked, element: Element) -> bool:
    """Return whether an element is text on the page that is drawn; what repeats is an artifact on the later ones."""
    page = canvas.getPageNumber() - 1
    if element.page is None:
        element.page = page
    return not element.repeats or element.page == page


def begin_mark(canvas: Marked, element: Element | None, artifact: str = LAYOUT, spoken: str = "") -> str:
    """Return the operators that begin the text of an element, or an artifact; `EMC` ends it.

    Args:
        canvas: where it is drawn.
        element: what the text belongs to.
        artifact: its type where it belongs to nothing.
        spoken: the text, where the glyphs cannot tell it.
    """
    if element is None or not is_text_on(canvas, element):
        return f"/Artifact <</Type /{artifact}>> BDC"
    page = canvas.getPageNumber() - 1
    mark = canvas.marks.next(page)
    element.drawn.append((page, mark))
    if not spoken:
        return f"/{element.role} <</MCID {mark}>> BDC"
    return f"/{element.role} <</MCID {mark} /ActualText {spoken_text(spoken)}>> BDC"


def begin_marks(canvas: Marked, element: Element, count: int) -> tuple[str, ...]:
    """Return the operators that begin so many marks of one element, as `begin_mark` does one after the other."""
    if not is_text_on(canvas, element):
        return (begin_mark(canvas, None),) * count
    page = canvas.getPageNumber() - 1
    first = canvas.marks.counts[page]
    canvas.marks.counts[page] = first + count
    numbers = range(first, first + count)
    element.drawn += [(page, mark) for mark in numbers]
    return tuple([f"/{element.role} <</MCID {mark}>> BDC" for mark in numbers])


def spoken_text(text: str) -> str:
    """Return a text as a string of the file."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


class TaggedTable(Table):  # type: ignore[misc]  # ReportLab has no types
    """A table whose lines are artifacts; what stands in its cells marks itself."""

    def _drawBkgrnd(self) -> None:  # noqa: N802  ReportLab's name
        with marked(self.canv, None):
            super()._drawBkgrnd()

    def _drawLines(self) -> None:  # noqa: N802  ReportLab's name
        with marked(self.canv, None):
            super()._drawLines()


def build(pdf: Pdf, root: Element) -> None:
    """Write the structure into a file whose pages were drawn with its marks; elements without text are left out."""
    pages = [page.obj for page in pdf.pages]
    owners: list[dict[int, Object]] = [{} for _page in pages]
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = _element(pdf, root, tree, pages, owners)
    numbers = Array()
    for number, (page, by_mark) in enumerate(zip(pages, owners, strict=True)):
        page.StructParents = number
        page.Tabs = Name.S
        numbers.append(number)
        numbers.append(pdf.make_indirect(Array([by_mark[mark] for mark in sorted(by_mark)])))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _element(pdf: Pdf, element: Element, parent: Object, pages: list[Dictionary], owners: list[dict[int, Object]]) -> Object:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
    one_page = {page for page, _mark in element.drawn}
    if len(one_page) == 1:
        made.Pg = pages[next(iter(one_page))]
    kids: list[Object | int] = []
    waiting = [child for child in element.children if _has_text(child)]
    for count, (page, mark) in enumerate(element.drawn):
        while waiting and waiting[0].after <= count:
            kids.append(_element(pdf, waiting.pop(0), made, pages, owners))
        kids.append(mark if len(one_page) == 1 else Dictionary(Type=Name.MCR, Pg=pages[page], MCID=mark))
        owners[page][mark] = made
    kids += [_element(pdf, child, made, pages, owners) for child in waiting]
    if element.role == COLUMN_HEAD:
        made.A = Dictionary(O=Name.Table, Scope=Name.Column)
    if element.language:
        made.Lang = String(element.language)
    if element.spoken:
        made.ActualText = String(element.spoken)
    made.K = kids[0] if len(kids) == 1 else Array(kids)
    return made


def _has_text(element: Element) -> bool:
    return bool(element.drawn) or any(_has_text(child) for child in element.children) or element.role in {"TD", "TH"}
