"""Pieces that stand among the paragraphs of a letter: pictures, bars beside the officer's own words, closings, marks of annexes.

Sizes are in points. What is drawn here is for the eye alone: an artifact in the structure.
"""

import hashlib
import zlib
from copy import copy
from functools import lru_cache
from io import BytesIO

from PIL import Image
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFImageXObject
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workbench.paper.structure import marked

_BAR = Color(0.16, 0.38, 0.62)
_BAR_LEFT = 9
_PIXELS_PER_INCH = 96
_NEVER_FITS = 0xFFFFFF
KEPT = 44
"""How much of the text stays at least with a signature that goes to another page, in points: three lines."""


class _Picture(PDFImageXObject):  # type: ignore[misc]  # ReportLab has no types
    """A picture as it stands in a file; packed once, for every letter carries the same logo."""

    def __init__(self, data: bytes) -> None:
        super().__init__(f"picture{hashlib.sha256(data).hexdigest()[:16]}")
        with Image.open(BytesIO(data), formats=("PNG",)) as picture:
            self.width, self.height = picture.size
            self.streamContent = zlib.compress(picture.convert("RGB").tobytes(), 9)
        self.colorSpace, self.bitsPerComponent, self._filters = "DeviceRGB", 8, ("FlateDecode",)


@lru_cache(maxsize=16)
def _packed(data: bytes) -> _Picture:
    return _Picture(data)


def fitted(data: bytes, room: tuple[float, float]) -> tuple[float, float] | None:
    """Return how large a picture stands in a room, None where there is no picture; it is made smaller, never larger."""
    if not data:
        return None
    picture = _packed(data)
    factor = min(room[0] / picture.width, room[1] / picture.height, 72 / _PIXELS_PER_INCH)
    return picture.width * factor, picture.height * factor


def draw_picture(canvas: Canvas, data: bytes, *, x: float, top: float, size: tuple[float, float]) -> None:
    """Draw a picture with its upper left corner at a place, in points from the lower left corner of the page."""
    picture = _packed(data)
    document = canvas._doc  # noqa: SLF001  ReportLab packs a picture anew for each file; it has no door for a packed one
    name = document.getXObjectName(picture.name)
    if name not in document.idToObject:
        # A file writes its own name into the object, so each has a copy; the packed bytes are shared.
        document.addForm(picture.name, copy(picture))
    with marked(canvas, None):
        canvas.saveState()
        canvas.transform(size[0], 0, 0, size[1], x, top - size[1])
        canvas.doForm(picture.name)
        canvas.restoreState()


class Placed(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A picture among paragraphs, at the left.

    Args:
        data: PNG bytes.
        size: how large it stands.
    """

    def __init__(self, data: bytes, size: tuple[float, float]) -> None:
        super().__init__()
        self._data = data
        self._size = size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the picture."""
        return self._size

    def draw(self) -> None:
        """Draw the picture where the flowable stands."""
        draw_picture(self.canv, self._data, x=0, top=self._size[1], size=self._size)


class AnnexMark(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Notes on which page an annex begins; takes no room.

    Args:
        title: the title of the annex.
        pages: page number, from one, to title; written when the annex is drawn.
    """

    def __init__(self, title: str, pages: dict[int, str]) -> None:
        super().__init__()
        self._title = title
        self._pages = pages

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return that it has no size."""
        return 0, 0

    def draw(self) -> None:
        """Note the page."""
        self._pages[self.canv.getPageNumber()] = self._title


class Barred(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A piece of a draft with a bar in the margin beside it: the officer's own words, for the approver.

    Args:
        inner: what stands beside the bar.
    """

    def __init__(self, inner: Flowable) -> None:
        super().__init__()
        self._inner = inner
        self.keepWithNext = inner.getKeepWithNext()
        self.height = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size of what is inside."""
        if hasattr(self, "canv"):
            self._inner.canv = self.canv
        wide, self.height = self._inner.wrap(width, height)
        return wide, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the parts of what is inside, each with its bar."""
        return [Barred(part) for part in self._inner.split(width, height)]

    def getSpaceBefore(self) -> float:  # noqa: N802  ReportLab's name
        """Return the space above what is inside."""
        return float(self._inner.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802  ReportLab's name
        """Return the space below what is inside."""
        return float(self._inner.getSpaceAfter())

    def draw(self) -> None:
        """Draw the bar and what is inside."""
        with marked(self.canv, None):
            self.canv.saveState()
            self.canv.setStrokeColor(_BAR)
            self.canv.setLineWidth(1.6)
            self.canv.line(-_BAR_LEFT, 0, -_BAR_LEFT, self.height)
            self.canv.restoreState()
        self._inner.drawOn(self.canv, 0, 0)


class Closing(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """The end of the text with the signature: where both cannot stand on a page, the last lines of the text go with it.

    Args:
        last: the last piece of the text, a paragraph or a table.
        signature: what follows it and stays together.
    """

    def __init__(self, last: Flowable, signature: list[Flowable]) -> None:
        super().__init__()
        self._last = last
        self._signature = signature

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return a height that fits nowhere, so that the pieces are always given one by one."""
        return width, _NEVER_FITS

    def getSpaceBefore(self) -> float:  # noqa: N802  ReportLab's name
        """Return the space above the text."""
        return float(self._last.getSpaceBefore())

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the pieces where they fit; else as much of the text as leaves some lines for the next page; else nothing."""
        high = _height(self._last, width)
        if high + self._last.getSpaceAfter() + sum(_height(one, width) + _spaces(one) for one in self._signature) <= height:
            return [self._last, *self._signature]
        if high <= 2 * KEPT:
            return []
        first, *rest = self._last.split(width, min(height, high - KEPT)) or [None]
        if first is None or not rest:
            return []
        return [first, *rest[:-1], Closing(rest[-1], self._signature)]


def _height(piece: Flowable, width: float) -> float:
    return float(piece.wrap(width, _NEVER_FITS)[1])


def _spaces(piece: Flowable) -> float:
    return float(piece.getSpaceBefore() + piece.getSpaceAfter())
