"""Keys of reviewers: the officer's own is made, and that of an officer who works elsewhere is made known."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from workbench.domain.packets import AddReviewer


class OwnKeyDialog(CommandDialog):
    """Gives the officer's own passphrase, with which their key is made."""

    def __init__(self, workspace: Workspace, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="ownKey", now=now, parent=parent)
        self.describe(
            title=self.tr("Make my key"),
            explains=self.tr(
                "Your key signs your answers to review packets. Its private half never leaves this store and opens only with your passphrase; read the public half out to the other office."
            ),
            send=self.tr("&Make it"),
        )
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field("passphrase", self.tr("Your own &passphrase"), self._passphrase)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a missing passphrase."""
        return () if self._passphrase.text() else (("passphrase", self.tr("Type your passphrase.")),)

    def command(self) -> str:
        """Return the passphrase."""
        return self._passphrase.text()

    def done(self, result: int) -> None:
        """Close and forget the passphrase."""
        self._passphrase.clear()
        super().done(result)


class ReviewerDialog(CommandDialog):
    """Gives an `AddReviewer`."""

    def __init__(self, workspace: Workspace, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="addReviewer", now=now, parent=parent)
        self.describe(
            title=self.tr("Add a reviewer"),
            explains=self.tr(
                "An officer who works at another workbench. Compare the key on the telephone before you add it: whoever holds it approves your refusals. They unlock nothing here."
            ),
            send=self.tr("&Add"),
        )
        self._name, self._title, self._key = QLineEdit(), QLineEdit(), QLineEdit()
        self.add_field("name", self.tr("&Name"), self._name)
        self.add_field("title", self.tr("&Title"), self._title)
        self.add_field("key", self.tr("Public &key"), self._key, hint=self.tr("64 letters and digits; blanks do not matter"))

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about what is missing."""
        found = []
        if not self._name.text().strip():
            found.append(("name", self.tr("Type the name.")))
        if not self._key.text().strip():
            found.append(("key", self.tr("Type the key.")))
        return tuple(found)

    def command(self) -> AddReviewer:
        """Return the command."""
        return AddReviewer(name=self._name.text(), public_key=self._key.text(), title=self._title.text())
