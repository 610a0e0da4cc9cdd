"""Pictures on letters: a logo and a signature, taken in once and made plain.

What comes in is a PNG or a JPEG of at most a megabyte; what is kept is a PNG of RGB pixels without transparency, profile or
remarks, as PDF/A-1b needs it, no finer than print shows. Sizes are in pixels.
"""

import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from workbench.domain.errors import InvalidInputError

MOST_BYTES = 1024 * 1024
MOST_SIDE = 2000
KEPT_TYPE = "image/png"

_FORMATS = ("PNG", "JPEG")
_FINEST = (1000, 400)
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


def plain_picture(data: bytes, *, field: str) -> bytes:
    """Return a picture as it is kept and printed: RGB on white, upright, without anything but its pixels.

    Args:
        data: the bytes of a PNG or JPEG file.
        field: the word key of what it is, for the refusal.

    Raises:
        InvalidInputError: problem `picture_unknown`, it is no such picture or is broken; `picture_too_large`, it has too many
            bytes or pixels.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(field)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as picture:
                # The size stands in the head of the file: nothing is unpacked before it is known to be small.
                if max(picture.size) > MOST_SIDE:
                    raise _too_large(field)
                picture.load()
                plain = _on_white(_upright(picture))
    except Image.DecompressionBombError as error:
        raise _too_large(field) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise InvalidInputError(field=field, problem="picture_unknown") from error
    plain.thumbnail(_FINEST, Image.Resampling.LANCZOS)
    target = BytesIO()
    Image.frombytes("RGB", plain.size, plain.tobytes()).save(target, "PNG", optimize=True)
    return target.getvalue()


def _too_large(field: str) -> InvalidInputError:
    return InvalidInputError(field=field, problem="picture_too_large", pixels=MOST_SIDE, most=MOST_BYTES // (1024 * 1024))


def _upright(picture: Image.Image) -> Image.Image:
    """Return the picture turned as the camera says that it is to be seen."""
    upright = picture
    for turn in _TURNS.get(picture.getexif().get(_ORIENTATION, 1), ()):
        upright = upright.transpose(turn)
    return upright


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    white = Image.new("RGBA", clear.size, (255, 255, 255, 255))
    return Image.alpha_composite(white, clear).convert("RGB")
