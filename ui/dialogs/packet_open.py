"""Opening a sealed file that was carried here: a review packet, or the answer to one."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.widgets.file_field import FileField


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file, and the passphrase that was agreed on for it."""

    path: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpeningWords:
    """What the dialog says: its title, what it is for, its button, and the filter for files."""

    title: str
    explains: str
    send: str
    kinds: str


class OpenSealedDialog(CommandDialog):
    """Gives a `SealedFile`.

    Args:
        workspace: words.
        name: object name.
        said: its words.
        now: the present.
        parent: the window.
    """

    def __init__(
        self, workspace: Workspace, name: str, said: OpeningWords, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name=name, now=now, parent=parent)
        self.describe(title=said.title, explains=said.explains, send=said.send)
        self._file = FileField(f"{name}Path", title=self.tr("Sealed file"), kinds=said.kinds)
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.add_field("file", self.tr("&File"), self._file)
        self.add_field("passphrase", self.tr("&Passphrase that you were told"), self._passphrase)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a missing file or passphrase."""
        found = []
        if self._file.path() is None:
            found.append(("file", self.tr("Choose the file.")))
        if not self._passphrase.text().strip():
            found.append(("passphrase", self.tr("Type the passphrase that you were told.")))
        return tuple(found)

    def command(self) -> SealedFile:
        """Return the file and its passphrase."""
        return SealedFile(self._file.path() or Path(), self._passphrase.text())

    def done(self, result: int) -> None:
        """Close and forget the passphrase."""
        self._passphrase.clear()
        super().done(result)
