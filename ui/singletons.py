"""Python's singletons, kept for good, because the wheels of PySide6 6.12 drop references to them.

Those wheels are built as if None, True and False could not die, which is so from Python 3.12 on. Under 3.11 each Qt call that returns
nothing takes one reference from None, and after some thousand calls the interpreter aborts with `none_dealloc`.
"""

import ctypes
import sys

_FIRST_IMMORTAL = (3, 12)
_PLENTY = 1 << 60 if sys.maxsize > 1 << 32 else 1 << 29


def keep_singletons() -> bool:
    """Give the singletons more references than a program can lose; returns whether this Python needs it. Harmless when repeated."""
    if sys.implementation.name != "cpython" or sys.version_info >= _FIRST_IMMORTAL:
        return False
    for one in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(one))
        if count.value < _PLENTY:
            count.value += _PLENTY
    return True
