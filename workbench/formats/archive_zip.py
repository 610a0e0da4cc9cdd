"""A ZIP archive written piece by piece: what goes in is held one piece at a time, with its SHA-256.

Names are plain ASCII below one folder. Every file carries the same instant, so that the same content gives the same bytes.
"""

import hashlib
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import BinaryIO

_PIECE = 1024 * 1024
_PACKED = frozenset({".pdf", ".zip", ".jpg", ".jpeg", ".png", ".docx", ".xlsx", ".pptx", ".mp4", ".mp3", ".gz", ".7z", ".webp"})
_MOST_NAME = 80
_MODE = 0o600 << 16
_FIRST_YEAR = 1980  # the format knows no earlier one


def safe_name(name: str, *, otherwise: str = "file") -> str:
    """Return a file name of plain ASCII letters, digits, dots, dashes and underscores, with its ending, at most 80 long."""
    plain = unicodedata.normalize("NFKD", name.replace("\\", "/").rpartition("/")[2])
    kept = re.sub(r"[^A-Za-z0-9._-]+", "_", plain.encode("ascii", "ignore").decode()).strip("._-")
    if not kept:
        return otherwise
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending) > _MOST_NAME // 4:
        return kept[:_MOST_NAME]
    return f"{stem[: _MOST_NAME - len(ending) - 1]}.{ending}"


class ZipWriter:
    """Writes an archive whose files stand in one folder.

    Args:
        stream: where it is written.
        folder: the folder within the archive.
        at: the instant that every file carries.
    """

    def __init__(self, stream: BinaryIO, folder: str, at: datetime) -> None:
        local = at.astimezone(UTC)
        self._at = (max(local.year, _FIRST_YEAR), local.month, local.day, local.hour, local.minute, local.second)
        self._folder = folder
        self._zip = zipfile.ZipFile(stream, "w", allowZip64=True)
        self._digests: dict[str, str] = {}

    @property
    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of each file by its name within the folder, in the order in which they were written."""
        return dict(self._digests)

    def add(self, name: str, data: bytes | Iterator[bytes] | BinaryIO) -> str:
        """Write one file, given whole, in pieces or as a stream, and return its hex SHA-256.

        Raises:
            ValueError: a file of that name is in the archive: a programmer's slip.
        """
        if name in self._digests:
            raise ValueError(name)
        entry = zipfile.ZipInfo(f"{self._folder}/{name}", self._at)
        entry.external_attr = _MODE
        packed = PurePosixPath(name).suffix.lower() in _PACKED
        entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
        digest = hashlib.sha256()
        with self._zip.open(entry, "w", force_zip64=True) as target:
            for piece in _pieces(data):
                digest.update(piece)
                target.write(piece)
        self._digests[name] = digest.hexdigest()
        return self._digests[name]

    def close(self) -> None:
        """Finish the archive."""
        self._zip.close()

    def abandon(self) -> None:
        """Let go of an archive that is not to be finished; a finished one stays as it is."""
        self._zip.fp = None


def manifest(digests: dict[str, str]) -> bytes:
    """Return digests as the text that `sha256sum -c` reads, by name."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode("ascii")


def _pieces(data: bytes | Iterator[bytes] | BinaryIO) -> Iterator[bytes | memoryview]:
    if isinstance(data, bytes):
        view = memoryview(data)
        for first in range(0, len(view), _PIECE):
            yield view[first : first + _PIECE]
    elif hasattr(data, "read"):
        while piece := data.read(_PIECE):
            yield piece
    else:
        yield from data
