"""The PDF of a case bundle: pages of many files in one, each above a band with its stamp, written object by object.

What is written is let go of, so that the memory it takes does not grow with the case. A page stands in it whole and unscaled; the
band is added below it and covers nothing. The parts are files of ours (`annex`, `sheets`, the letters), so nothing in them acts.
Pages count from 1, measures are points.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, BinaryIO

from pikepdf import AccessMode, Array, Dictionary, Name, Object, Pdf, Stream, String

from workbench.domain.bundles import BundleStoppedError
from workbench.paper.archive import PRODUCER
from workbench.paper.sheets import Link, draw_bands

BAND = 28.0
"""How high the band is below an A4 page; wider pages have a higher one."""

_WIDE = 595.28
_SMALLEST, _LARGEST = 0.75, 2.5
_AT_ONCE = 300
_IN_A_NODE = 100
_SHOWN_TYPES = frozenset({"/Catalog", "/Pages", "/Page", "/Annot", "/Action", "/Filespec", "/EmbeddedFile"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the band of one page says: the matter, the place within its part, the number of the page."""

    matter: str
    place: str
    page: str

    def texts(self) -> tuple[str, str, str]:
        """Return the three texts from left to right."""
        return self.matter, self.place, self.page


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: it leads to a page, and may have lines below it."""

    title: str
    page: int
    below: tuple["Bookmark", ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself."""

    title: str
    author: str
    language: str
    at: datetime


def write_bundle(
    stream: BinaryIO,
    parts: Iterable[BinaryIO],
    stamps: Sequence[Stamp],
    bookmarks: Sequence[Bookmark],
    about: About,
    *,
    links: Sequence[Link] = (),
    tell: Callable[[int], bool],
) -> str:
    """Write the pages of many PDFs as one, and return the hex SHA-256 of what was written.

    Args:
        stream: where it is written, from its beginning.
        parts: the PDFs in their order, each taken when its turn comes; files that this program made.
        stamps: one for each page.
        bookmarks: the outline.
        about: what the file says about itself.
        links: places on the pages of the parts that lead to pages; all count through the bundle.
        tell: told how many pages are written, after each; true ends the work.

    Raises:
        BundleStoppedError: `tell` said so.
        ValueError: the parts have not as many pages as there are stamps: a programmer's slip.
        OSError: the stream or a part cannot be used.
    """
    writer = _Writer(stream, stamps, links)
    for part in parts:
        with part, Pdf.open(part, access_mode=AccessMode.stream) as source:
            copies = _Copies(writer)
            for page in source.pages:
                writer.add_page(page.as_form_xobject(), copies, *_size(page.obj.MediaBox))
                copies.finish()
                if tell(writer.written):
                    raise BundleStoppedError
    if writer.written != len(stamps):
        raise ValueError(writer.written)
    return writer.finish(bookmarks, about)


def _size(box: Object) -> tuple[float, float]:
    left, low, right, high = (float(one) for one in box.as_list())
    return right - left, high - low


class _Writer:
    """A PDF while it is written: where each object stands, and the pages so far."""

    def __init__(self, stream: BinaryIO, stamps: Sequence[Stamp], links: Sequence[Link]) -> None:
        self._stream = stream
        self._stamps = stamps
        self._digest = hashlib.sha256()
        self._at = 0
        self._places: dict[int, int] = {}
        self._last = 0
        self._bands: Pdf | None = None
        self._band_copies = _Copies(self)
        self._nodes: list[int] = []
        self._catalog, self._root = self.reserve(), self.reserve()
        self._pages = [self.reserve() for _ in stamps]  # the index leads to pages that are written after it
        self.written = 0
        self._links: dict[int, list[Link]] = {}
        for link in links:
            self._links.setdefault(link.page, []).append(link)
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._last += 1
        return self._last

    def put(self, number: int, *body: bytes | memoryview) -> None:
        """Write one object."""
        self._places[number] = self._at
        self._write(b"%d 0 obj\n" % number)
        for piece in body:
            self._write(piece)
        self._write(b"\nendobj\n")

    def put_stream(self, number: int, head: bytes, data: bytes | memoryview) -> None:
        """Write one stream; `head` are the entries of its dictionary besides its length."""
        self.put(number, b"<< %s /Length %d >>\nstream\n" % (head, len(data)), data, b"\nendstream")

    def add_page(self, drawing: Object, copies: "_Copies", wide: float, high: float) -> None:
        """Write a page that shows a drawing of this size above its band."""
        if self.written >= len(self._pages):
            raise ValueError(self.written)
        if self.written % _IN_A_NODE == 0:
            self._nodes.append(self.reserve())
        content, shown, band = self.reserve(), copies.number_of(drawing), self._band()
        scale = min(max(wide / _WIDE, _SMALLEST), _LARGEST)
        below, whole = BAND * scale, max(wide, _WIDE * scale)
        drawn = (
            f"q 1 0 0 1 {(whole - wide) / 2:.3f} {below:.3f} cm /P Do Q "
            f"q {scale:.5f} 0 0 {scale:.5f} {(whole - _WIDE * scale) / 2:.3f} 0 cm /B Do Q"
        )
        self.put_stream(content, b"", drawn.encode("ascii"))
        self.put(
            self._pages[self.written],
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R"
            % (self._nodes[-1], whole, high + below, content),
            b" /Resources << /XObject << /P %d 0 R /B %d 0 R >> >>" % (shown, band),
            *self._leads((whole - wide) / 2, below),
            b" >>",
        )
        self.written += 1

    def finish(self, bookmarks: Sequence[Bookmark], about: About) -> str:
        """Write what holds the pages together, and return the digest of the file."""
        if self._bands is not None:
            self._bands.close()
        for number, node in enumerate(self._nodes):
            kids = self._pages[number * _IN_A_NODE : (number + 1) * _IN_A_NODE]
            listed = b" ".join(b"%d 0 R" % kid for kid in kids)
            self.put(node, b"<< /Type /Pages /Parent %d 0 R /Count %d /Kids [%s] >>" % (self._root, len(kids), listed))
        listed = b" ".join(b"%d 0 R" % node for node in self._nodes)
        self.put(self._root, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (self.written, listed))
        outline, info = self._outline(bookmarks), self.reserve()
        self.put(
            self._catalog,
            b"<< /Type /Catalog /Pages %d 0 R /Outlines %d 0 R /PageMode /UseOutlines" % (self._root, outline),
            b" /PageLabels << /Nums [0 << /S /D >>] >> /Lang %s" % _text(about.language),
            b" /ViewerPreferences << /DisplayDocTitle true >> >>",
        )
        stamp = f"D:{about.at:%Y%m%d%H%M%S}Z"
        facts = {"Title": about.title, "Author": about.author, "Creator": PRODUCER, "Producer": PRODUCER, "CreationDate": stamp}
        self.put(
            info, b"<< %s >>" % b" ".join(b"/%s %s" % (name.encode("ascii"), _text(words)) for name, words in facts.items())
        )
        self._end(info)
        return self._digest.hexdigest()

    def _end(self, info: int) -> None:
        identity = self._digest.hexdigest()[:32].encode("ascii")
        begins = self._at
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % (self._last + 1))
        for number in range(1, self._last + 1):
            self._write(b"%010d 00000 n \n" % self._places[number])
        self._write(
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n"
            % (self._last + 1, self._catalog, info, identity, identity, begins)
        )

    def _leads(self, right: float, up: float) -> Iterator[bytes]:
        """Yield what on the next page leads elsewhere, moved as its drawing is."""
        links = self._links.get(self.written + 1, [])
        if links:
            yield b" /Annots ["
        for link in links:
            left, low, far, high = link.box
            box = b"%.2f %.2f %.2f %.2f" % (left + right, low + up, far + right, high + up)
            target = self._pages[link.target - 1]
            yield b"<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%s] /Dest [%d 0 R /Fit] >> " % (box, target)
        if links:
            yield b"]"

    def _band(self) -> int:
        """Return the number of the drawing that is the band of the next page; bands are drawn some hundreds at a time."""
        at = self.written % _AT_ONCE
        if at == 0:
            if self._bands is not None:
                self._bands.close()
            rows = [stamp.texts() for stamp in self._stamps[self.written : self.written + _AT_ONCE]]
            self._bands = Pdf.open(BytesIO(draw_bands(rows, size=(_WIDE, BAND))))
            self._band_copies = _Copies(self)
        if self._bands is None or at >= len(self._bands.pages):
            raise ValueError(at)
        number = self._band_copies.number_of(self._bands.pages[at].as_form_xobject())
        self._band_copies.finish()
        return number

    def _outline(self, bookmarks: Sequence[Bookmark]) -> int:
        top = self.reserve()
        first, last, count = self._lines(bookmarks, top)
        self.put(top, b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (first, last, count))
        return top

    def _lines(self, bookmarks: Sequence[Bookmark], parent: int) -> tuple[int, int, int]:
        """Write the lines below one of the outline and return the first, the last and how many there are."""
        numbers = [self.reserve() for _ in bookmarks]
        for at, (number, mark) in enumerate(zip(numbers, bookmarks, strict=True)):
            said = [
                b"<< /Title %s /Parent %d 0 R /Dest [%d 0 R /Fit]" % (_text(mark.title), parent, self._pages[mark.page - 1])
            ]
            if at:
                said.append(b"/Prev %d 0 R" % numbers[at - 1])
            if at + 1 < len(numbers):
                said.append(b"/Next %d 0 R" % numbers[at + 1])
            if mark.below:
                said.append(b"/First %d 0 R /Last %d 0 R /Count -%d" % self._lines(mark.below, number))
            self.put(number, b" ".join([*said, b">>"]))
        return numbers[0], numbers[-1], len(numbers)

    def _write(self, data: bytes | memoryview) -> None:
        self._stream.write(data)
        self._digest.update(data)
        self._at += len(data)


class _Copies:
    """The objects of one source that the bundle has, and those that it owes."""

    def __init__(self, writer: _Writer) -> None:
        self._writer = writer
        self._numbers: dict[tuple[int, int], int] = {}
        self._owed: list[tuple[int, Object]] = []

    def number_of(self, one: Object) -> int:
        """Return the number of an object in the bundle; it is written by `finish`."""
        key = one.objgen
        if key == (0, 0) or key not in self._numbers:
            number = self._writer.reserve()
            self._owed.append((number, one))
            if key != (0, 0):
                self._numbers[key] = number
            return number
        return self._numbers[key]

    def finish(self) -> None:
        """Write every object that is owed."""
        while self._owed:
            number, one = self._owed.pop()
            if isinstance(one, Stream):
                head = b"".join(self._entries(one))
                self._writer.put_stream(number, head, memoryview(one.get_raw_stream_buffer()))
            else:
                self._writer.put(number, b"".join(self._said(one, top=True)))

    def _entries(self, stream: Stream) -> Iterator[bytes]:
        for key, value in stream.stream_dict.items():
            if key != "/Length":
                yield Name(key).unparse() + b" "
                yield from self._said(value)

    def _said(self, value: Any, *, top: bool = False) -> Iterator[bytes]:  # noqa: ANN401  any value of a PDF
        """Yield a value as it is written, what it names by its new number; without recursion, for it may lie deep."""
        waiting: list[Any] = [_Whole(value) if top else value]
        while waiting:
            one = waiting.pop()
            whole = isinstance(one, _Whole)
            if whole:
                one = one.value
            if isinstance(one, bytes):
                yield one
            elif isinstance(one, Array | Dictionary | Stream) and one.is_indirect and not whole:
                yield b"%d 0 R " % self.number_of(one)
            elif isinstance(one, Array):
                waiting += [b"] ", *reversed(one.as_list()), b"["]
            elif isinstance(one, Dictionary):
                waiting += [b"null "] if _acts(one) else [b">> ", *_backwards(one), b"<< "]
            else:
                yield _plain(one)


@dataclass(frozen=True, slots=True)
class _Whole:
    """A value that is written itself, though others name it by its number."""

    value: Any


def _backwards(one: Dictionary) -> Iterator[Any]:
    for key, value in reversed(list(one.items())):
        yield value
        yield Name(key).unparse() + b" "


def _acts(one: Dictionary) -> bool:
    """Return whether a dictionary is no part of a drawing: it belongs to a document, or does something."""
    return str(one.get("/Type", "")) in _SHOWN_TYPES or str(one.get("/S", "")) in {
        "/JavaScript",
        "/Launch",
        "/URI",
        "/SubmitForm",
    }


def _plain(one: Any) -> bytes:  # noqa: ANN401  as above
    if one is None:
        return b"null "
    if isinstance(one, bool):
        return b"true " if one else b"false "
    if isinstance(one, int | Decimal | float):
        return f"{one:f} ".encode("ascii") if not isinstance(one, int) else b"%d " % one
    return bytes(one.unparse()) + b" "


def _text(words: str) -> bytes:
    return bytes(String(words).unparse())
