"""Annexes: the pages of a PDF or a picture that somebody sent, made harmless, for a file of ours.

What comes in is hostile. A PDF is read by its pages alone: every page becomes a drawing, with what its annotations and filled
fields show drawn into it, so that nothing that acts, opens, plays or is attached comes along. A picture becomes pixels. This module
runs in a process of its own (`annex_entry`). Sizes of pages are in points, of pictures in pixels.
"""

import warnings
from collections.abc import Collection, Iterator
from io import BytesIO
from math import ceil
from typing import BinaryIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, PasswordError, Pdf, PdfError, Rectangle, Stream
from PIL import Image, ImageSequence, UnidentifiedImageError

from workbench.domain.bundles import NotShown

MOST_PAGES = 2000
MOST_PIXELS = 50_000_000
MOST_FRAMES = 200
SHEET = (595.28, 813.89)
"""An A4 sheet without the band that the bundle puts below it."""

PDF, PICTURE = "pdf", "picture"
"""What can be read here, by the name that a request gives it."""

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_LONGEST = 3000
_LARGE = 20_000_000
_LOSSLESS = 2_000_000
_QUALITY = 88
_DOT = 72 / 96
_MARGIN = 36.0
_SMALLEST, _LARGEST = 72.0, 5000.0
_ORIENTATION = 0x0112
_TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
_UNWANTED = ("/AF", "/Alternates", "/Metadata", "/OPI", "/PieceInfo", "/Properties", "/Ref", "/StructParent", "/StructParents")


class NotShownError(Exception):
    """A file cannot be shown as pages; `reason` says why."""

    def __init__(self, reason: NotShown) -> None:
        self.reason = reason
        super().__init__(reason.value)


def pages_of(kind: str, data: bytes, target: BinaryIO) -> int:
    """Write a PDF of just the pages of a file to `target` and return how many there are.

    Raises:
        NotShownError: it cannot be shown; what was written is worth nothing.
        Exception: whatever its readers did not foresee; the process that runs this ends then.
    """
    return _of_pdf(data, target) if kind == PDF else _of_picture(data, target)


def _of_pdf(data: bytes, target: BinaryIO) -> int:
    try:
        # Not mended: a mended file may show fewer pages than its sender saw.
        with Pdf.open(BytesIO(data), suppress_warnings=True, attempt_recovery=False) as source:
            if not 0 < len(source.pages) <= MOST_PAGES:
                raise NotShownError(NotShown.TOO_MANY_PAGES if len(source.pages) else NotShown.BROKEN)
            if "/OCProperties" in source.Root:
                # Without its switches a layer that was hidden would be seen.
                raise NotShownError(NotShown.LAYERS)
            source.generate_appearance_streams()
            source.flatten_annotations("screen")
            pages = list(source.pages)
            for page in pages:
                _draw(source, page)
            # In another PDF the pictures of all pages would lie in memory until it is saved.
            del source.pages[: len(pages)]
            _strip(source)
            _save(source, target)
            return len(pages)
    except PasswordError as error:
        raise NotShownError(NotShown.ENCRYPTED) from error
    except (PdfError, RecursionError) as error:
        raise NotShownError(NotShown.BROKEN) from error
    except MemoryError as error:
        raise NotShownError(NotShown.TOO_LARGE) from error


def _draw(pdf: Pdf, page: Page) -> None:
    """Add a page at the end that shows another one as a drawing, as it is seen: cropped and turned."""
    box = [float(one) for one in page.cropbox.as_list()]
    page.trimbox = page.cropbox
    wide, high = abs(box[2] - box[0]), abs(box[3] - box[1])
    if int(page.obj.get("/Rotate", 0)) % 180:
        wide, high = high, wide
    unit = float(page.obj.get("/UserUnit", 1))
    wide, high = wide * unit, high * unit
    if wide <= 0 or high <= 0:
        raise NotShownError(NotShown.BROKEN)
    shrink = min(1.0, _LARGEST / max(wide, high))
    wide, high = max(wide * shrink, _SMALLEST), max(high * shrink, _SMALLEST)
    form = page.as_form_xobject()
    target = _page(pdf, wide, high, form)
    whole = Rectangle(0, 0, wide, high)
    placed = target.calc_form_xobject_placement(
        form, Name.P, whole, invert_transformations=True, allow_shrink=True, allow_expand=True
    )
    target.Contents = Stream(pdf, placed)


def _page(made: Pdf, wide: float, high: float, drawing: Object) -> Page:
    blank = made.add_blank_page(page_size=(wide, high))
    blank.obj.Resources = Dictionary(XObject=Dictionary(P=drawing))
    return blank


def _strip(pdf: Pdf) -> None:
    """Leave nothing but pages, and take from every drawing what it does not show and everything that reaches outside the file."""
    _without(pdf.trailer, set(pdf.trailer.keys()) - {"/Root", "/Size"})
    _without(pdf.Root, set(pdf.Root.keys()) - {"/Type", "/Pages"})
    _without(pdf.Root.Pages, set(pdf.Root.Pages.keys()) - {"/Type", "/Kids", "/Count"})
    waiting: list[Object] = [page.obj.Resources.XObject for page in pdf.pages]
    seen: set[tuple[int, int]] = set()
    while waiting:  # without recursion, for they may lie deep
        one = waiting.pop()
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, Stream):
            _without(one, {*_UNWANTED, "/F", "/FFilter", "/FDecodeParms"})
            if isinstance(one.get("/Resources"), Dictionary):
                _without(one.Resources, {"/Properties"})
        within = one.as_list() if isinstance(one, Array) else one.values()
        waiting += [value for value in within if isinstance(value, Array | Dictionary | Stream)]


def _without(one: Object, keys: Collection[str]) -> None:
    for key in keys:
        if key in one:
            del one[key]


def _of_picture(data: bytes, target: BinaryIO) -> int:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as picture, Pdf.new() as made:
                for frame in _frames(picture):
                    _add_picture(made, frame)
                _save(made, target)
                return len(made.pages)
    except (Image.DecompressionBombError, MemoryError) as error:
        raise NotShownError(NotShown.TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise NotShownError(NotShown.BROKEN) from error


def _frames(picture: Image.Image) -> Iterator[Image.Image]:
    """Yield the pictures of a scan; of anything else that moves, the first."""
    for count, frame in enumerate(ImageSequence.Iterator(picture), start=1):
        # The size stands in the head: nothing is unpacked before it is known to be bearable.
        if frame.width * frame.height > MOST_PIXELS:
            raise NotShownError(NotShown.TOO_LARGE)
        if count > MOST_FRAMES:
            raise NotShownError(NotShown.TOO_MANY_PAGES)
        yield frame
        if picture.format != "TIFF":
            return


def _add_picture(made: Pdf, frame: Image.Image) -> None:
    turned = frame.getexif().get(_ORIENTATION, 1)
    lossless = frame.format != "JPEG" and frame.width * frame.height <= _LOSSLESS
    frame.draft("RGB", (_LONGEST, _LONGEST))
    frame.load()
    small: Image.Image = frame  # not a copy, which would take as much memory again
    if small.mode not in {"RGB", "RGBA", "L", "LA"}:
        small = small.convert("RGBA" if frame.has_transparency_data else "RGB")
    small = _small(small)
    for turn in _TURNS.get(turned, ()):
        small = small.transpose(turn)
    plain = _on_white(small)
    if lossless:
        drawing = Stream(made, plain.tobytes())
    else:
        packed = BytesIO()
        plain.save(packed, "JPEG", quality=_QUALITY)
        drawing = Stream(made, packed.getvalue(), Filter=Name.DCTDecode)
    drawing.Type, drawing.Subtype = Name.XObject, Name.Image
    drawing.Width, drawing.Height = plain.size
    drawing.ColorSpace, drawing.BitsPerComponent = Name.DeviceRGB, 8
    wide, high = plain.width * _DOT, plain.height * _DOT
    sheet = (SHEET[1], SHEET[0]) if wide > high and wide > SHEET[0] - 2 * _MARGIN else SHEET
    shrink = min(1.0, (sheet[0] - 2 * _MARGIN) / wide, (sheet[1] - 2 * _MARGIN) / high)
    wide, high = wide * shrink, high * shrink
    page = _page(made, *sheet, made.make_indirect(drawing))
    at = (sheet[0] - wide) / 2, sheet[1] - _MARGIN - high
    page.Contents = Stream(made, f"q {wide:.3f} 0 0 {high:.3f} {at[0]:.3f} {at[1]:.3f} cm /P Do Q".encode("ascii"))
    page.obj.MediaBox = Array([0, 0, *(round(one, 2) for one in sheet)])


def _small(picture: Image.Image) -> Image.Image:
    """Return a picture at most so large as a sheet shows it, without taking much more memory than it has."""
    shrink = _LONGEST / max(picture.size)
    if shrink >= 1:
        return picture
    if picture.width * picture.height > _LARGE:
        return picture.reduce(ceil(1 / shrink))
    return picture.resize((max(1, round(picture.width * shrink)), max(1, round(picture.height * shrink))))


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in {"RGBA", "LA"}:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, (255, 255, 255, 255))
        picture = Image.alpha_composite(white, clear)
    # Made anew from its pixels, so that no remark, place or profile of the camera comes along.
    plain = Image.new("RGB", picture.size)
    plain.paste(picture)
    return plain


def _save(made: Pdf, target: BinaryIO) -> None:
    made.save(target, object_stream_mode=ObjectStreamMode.disable, compress_streams=True)
