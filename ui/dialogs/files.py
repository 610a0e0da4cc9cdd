"""Files that the officer picks or drops: read off the GUI thread, never opened with another program."""

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.services.evidence import MOST_BYTES


@dataclass(frozen=True, slots=True)
class PickedFile:
    """A file as it was read; `readable` is false when the system would not give it or it is larger than is kept."""

    name: str
    media_type: str
    data: bytes
    sha256: str
    readable: bool


def read_file(path: Path) -> PickedFile:
    """Return a file with its digest; at most one byte more than is kept is read."""
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if path.suffix.lower() == ".eml":
        media_type = "message/rfc822"
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        return PickedFile(path.name, media_type, b"", "", readable=False)
    return PickedFile(path.name, media_type, data, sha256(data).hexdigest(), readable=len(data) <= MOST_BYTES)


def local_files(dropped: QMimeData) -> tuple[Path, ...]:
    """Return the files of this machine among what was dropped."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return tuple(path for path in paths if path.is_file())


def pick_files(
    parent: QWidget, title: str, *, name: str, kinds: str, several: bool, then: Callable[[Path], None]
) -> QFileDialog:
    """Open a file dialog and return at once; `then` gets each file that was picked."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName(name)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def picked(names: list[str]) -> None:
        for one in names:
            then(Path(one))

    dialog.filesSelected.connect(picked)
    dialog.open()
    return dialog
