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

from pikepdf import Array, Dictionary, Name, Object, Pdf
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph, Table

DOCUMENT = "Document"
COLUMN_HEAD = "TH"


class Marked(Protocol):
    """A canvas that knows on which page it draws, counts the marks of each page, and takes operators."""

    marks: "Marks"

    def getPageNumber(self) -> int:  # noqa: N802  ReportLab's name
        """Return the number of the page, from one."""
        ...


@dataclass(slots=True)
class Element:
    """One element of the structure: its type, what is in it, and where its text was drawn as (page, mark)."""

    role: str
    children: list["Element"] = field(default_factory=list)
    drawn: list[tuple[int, int]] = field(default_factory=list)
    repeats: bool = False

    def add(self, role: str, *, repeats: bool = False) -> "Element":
        """Return a new element at the end of this one; one that `repeats` on later pages is text on its first page alone."""
        made = Element(role, repeats=repeats or self.repeats)
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
def marked(canvas: Marked, element: Element | None) -> Iterator[None]:
    """Draw what is in the block as text of an element, or as an artifact where there is none."""
    operators: list[str] = canvas._code  # type: ignore[attr-defined]  # noqa: SLF001  ReportLab has no public way to mark content
    page = canvas.getPageNumber() - 1
    if element is None or (element.repeats and element.drawn and element.drawn[0][0] != page):
        operators.append("/Artifact BMC")
    else:
        mark = canvas.marks.next(page)
        element.drawn.append((page, mark))
        operators.append(f"/{element.role} <</MCID {mark}>> BDC")
    yield
    operators.append("EMC")


class _Lines(PDFTextObject):  # type: ignore[misc]  # ReportLab has no types
    """Text whose lines end with a blank, so that a reader does not run the words of two lines together."""

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803  ReportLab's names
        super()._textOut(f"{text} " if TStar and text and not text.endswith(" ") else text, TStar)


class Tagged(Paragraph):  # type: ignore[misc]  # ReportLab has no types
    """A paragraph that is drawn as text of its element; its parts on several pages stay one element."""

    element: Element | None = None

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802  ReportLab's name
        """Return where the paragraph writes its lines."""
        return _Lines(self.canv, x, y)

    def draw(self) -> None:
        """Draw the paragraph between its marks."""
        with marked(self.canv, self.element):
            super().draw()

    def split(self, width: float, height: float) -> list[Paragraph]:
        """Return the parts of the paragraph, each of the same element."""
        parts: list[Tagged] = super().split(width, height)
        for part in parts:
            part.element = self.element
        return parts


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
    owners: dict[int, dict[int, Object]] = {number: {} for number in range(len(pages))}
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top = _element(pdf, root, tree, pages, owners)
    numbers = Array()
    for number, page in enumerate(pages):
        page.StructParents = number
        page.Tabs = Name.S
        by_mark = owners[number]
        numbers.append(number)
        numbers.append(pdf.make_indirect(Array([by_mark[mark] for mark in sorted(by_mark)])))
    tree.K = top
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _element(
    pdf: Pdf, element: Element, parent: Object, pages: list[Dictionary], owners: dict[int, dict[int, Object]]
) -> Object:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
    kids = Array()
    for page, mark in element.drawn:
        kids.append(Dictionary(Type=Name.MCR, Pg=pages[page], MCID=mark))
        owners[page][mark] = made
    for child in element.children:
        if _has_text(child):
            kids.append(_element(pdf, child, made, pages, owners))
    if element.role == COLUMN_HEAD:
        made.A = Dictionary(O=Name.Table, Scope=Name.Column)
    made.K = kids
    return made


def _has_text(element: Element) -> bool:
    return bool(element.drawn) or any(_has_text(child) for child in element.children) or element.role in {"TD", "TH"}
