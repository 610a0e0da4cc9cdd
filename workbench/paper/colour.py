"""The sRGB profile that an archival file carries, computed from the standard's own numbers; version 2.1, as PDF 1.4 reads it.

Source: IEC 61966-2-1 (transfer curve), primaries adapted to D50 by Bradford's matrix, ICC.1:1998-09 (layout of the tags).
"""

import struct
from functools import cache

NAME = "sRGB IEC61966-2.1"
"""The name under which readers know the colour space."""

_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
_POINTS = 1024
_WHITE_AT = 65535
_HEADER = 128
_MADE = (2000, 1, 1, 0, 0, 0)


@cache
def srgb() -> bytes:
    """Return the profile; always the same bytes."""
    curve = struct.pack(">4s4xI", b"curv", _POINTS) + b"".join(
        struct.pack(">H", round(_linear(point / (_POINTS - 1)) * _WHITE_AT)) for point in range(_POINTS)
    )
    text = NAME.encode() + b"\0"
    tags = {
        b"desc": struct.pack(">4s4xI", b"desc", len(text)) + text + bytes(78),
        b"cprt": struct.pack(">4s4x", b"text") + b"No copyright, use freely\0",
        b"wtpt": _xyz(_D50),
        **{name: _xyz(primary) for name, primary in _PRIMARIES.items()},
        b"rTRC": curve,
    }
    table, body = [], b""
    begins = _HEADER + 4 + 12 * (len(tags) + 2)
    for name, tag in tags.items():
        table.append((name, begins + len(body), len(tag)))
        body += tag + bytes(-len(tag) % 4)
    _name, at, size = table[-1]
    table += [(b"gTRC", at, size), (b"bTRC", at, size)]
    listed = struct.pack(">I", len(table)) + b"".join(struct.pack(">4sII", *entry) for entry in table)
    return _header(_HEADER + len(listed) + len(body)) + listed + body


def _header(size: int) -> bytes:
    made = struct.pack(">6H", *_MADE)
    return (
        struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
        + made
        + struct.pack(">4s4sI4s4s8sI", b"acsp", bytes(4), 0, bytes(4), bytes(4), bytes(8), 0)
        + _numbers(_D50)
        + bytes(48)
    )


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004  the standard's own


def _xyz(numbers: tuple[float, float, float]) -> bytes:
    return struct.pack(">4s4x", b"XYZ ") + _numbers(numbers)


def _numbers(numbers: tuple[float, float, float]) -> bytes:
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)
