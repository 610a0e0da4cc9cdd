"""Changing one's passphrase: the old one, and the new one twice."""

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog


@dataclass(frozen=True, slots=True)
class NewPassphrase:
    """The passphrase that was, and the one that is to be."""

    old: str = field(repr=False)
    new: str = field(repr=False)


class PassphraseDialog(CommandDialog):
    """Gives a `NewPassphrase`."""

    def __init__(self, workspace: Workspace, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="passphraseDialog", now=now, parent=parent)
        self.describe(
            title=self.tr("Change your passphrase"),
            explains=self.tr("The old passphrase opens nothing from then on, except backups that were made before."),
            send=self.tr("Change the passphrase"),
        )
        self._old, self._first, self._second = QLineEdit(), QLineEdit(), QLineEdit()
        for entry in (self._old, self._first, self._second):
            entry.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field("old", self.tr("Passphrase until now"), self._old)
        self.add_field("first", self.tr("New passphrase"), self._first)
        self.add_field("second", self.tr("New passphrase again"), self._second)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or differs."""
        if not self._old.text():
            return (("old", self.tr("Type your passphrase until now.")),)
        if not self._first.text():
            return (("first", self.tr("Type a new passphrase.")),)
        if self._first.text() != self._second.text():
            return (("second", self.tr("The two passphrases differ. Type the same one twice.")),)
        return ()

    def command(self) -> NewPassphrase:
        """Return both passphrases."""
        return NewPassphrase(old=self._old.text(), new=self._first.text())
