"""The press: which program drew a letter. The same press gives the same bytes for the same content; another one need not."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PARTS = ("reportlab", "pikepdf", "uharfbuzz")
_DIGITS = 12


@cache
def press() -> str:
    """Return the name of this press: the versions of what it draws with, and a digest of its own modules."""
    modules = hashlib.sha256()
    for module in sorted(Path(__file__).parent.glob("*.py")):
        modules.update(module.name.encode() + b"\0" + module.read_bytes() + b"\0")
    drawn_with = " ".join(f"{part} {version(part)}" for part in _PARTS)
    return f"{drawn_with} {modules.hexdigest()[:_DIGITS]}"
