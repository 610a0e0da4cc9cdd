"""Signing: a copy of an issued letter gets a signature with a key from a file; neither file nor passphrase is kept."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.files import pick_files
from workbench.domain.commands import SignLetter
from workbench.domain.letters import Letter

_MOST_BYTES = 1024 * 1024


class SignDialog(CommandDialog):
    """Signs a copy of one letter.

    Args:
        workspace: jobs and words.
        letter: the issued letter.
        now: aware instant.
    """

    def __init__(self, workspace: Workspace, letter: Letter, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="signLetter", now=now, parent=parent)
        self._letter = letter
        self.describe(
            title=self.tr("Sign {number}").format(number=letter.number),
            explains=self.tr(
                "A copy of the letter is signed with your key (PKCS#12) and kept beside the issued one, which stays as it is. "
                "Neither the key nor its passphrase is kept."
            ),
            send=self.tr("&Sign"),
        )
        self._file = QLineEdit()
        self._file.setObjectName("signLetterFile")
        self._file.setAccessibleName(self.tr("Key file"))
        choose = QPushButton(self.tr("&Choose…"))
        choose.setObjectName("signLetterChoose")
        choose.setAccessibleName(self.tr("Choose the key file"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        across = QWidget()
        across.setFocusProxy(self._file)
        row = QHBoxLayout(across)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._file, 1)
        row.addWidget(choose)
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field("key", self.tr("&Key file (.p12, .pfx)"), across)
        self.add_field("passphrase", self.tr("&Passphrase of the key"), self._passphrase)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a key file that cannot be read."""
        return () if self._key() else (("key", self.tr("Choose a key file that can be read.")),)

    def command(self) -> SignLetter:
        """Return the command."""
        return SignLetter(letter_id=self._letter.id, p12=self._key(), passphrase=self._passphrase.text())

    def done(self, result: int) -> None:
        """Close and forget the passphrase."""
        self._passphrase.clear()
        super().done(result)

    def _key(self) -> bytes:
        """Return the bytes of the key file, none where it cannot be read or is too large for one."""
        path = Path(self._file.text().strip())
        try:
            return path.read_bytes() if path.is_file() and path.stat().st_size <= _MOST_BYTES else b""
        except OSError:
            return b""

    def _choose(self) -> None:
        kinds = ";;".join((self.tr("Key files (*.p12 *.pfx)"), self.tr("Every file (*)")))
        pick_files(
            self,
            self.tr("Choose the key file"),
            name="keyDialog",
            kinds=kinds,
            several=False,
            then=lambda path: self._file.setText(str(path)),
        )
