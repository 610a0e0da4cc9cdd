"""Adding an officer: a name, a title, and a passphrase that the officer types."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from workbench.domain.commands import AddOfficer


class OfficerDialog(CommandDialog):
    """Gives an `AddOfficer`."""

    def __init__(self, workspace: Workspace, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="officerDialog", now=now, parent=parent)
        self.describe(
            title=self.tr("Add an officer"),
            explains=self.tr("Each officer opens the store with a passphrase of their own; the journal names who did what."),
            send=self.tr("Add the officer"),
        )
        self._name = QLineEdit()
        self._title = QLineEdit()
        self._first = QLineEdit()
        self._second = QLineEdit()
        for field in (self._first, self._second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field("name", self.tr("Name"), self._name)
        self.add_field("title", self.tr("Title, as it stands under letters"), self._title)
        self.add_field("first", self.tr("Passphrase"), self._first)
        self.add_field("second", self.tr("Passphrase again"), self._second)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or differs."""
        if not self._name.text().strip():
            return (("name", self.tr("Type the officer's name.")),)
        if not self._first.text():
            return (("first", self.tr("The officer types a passphrase here.")),)
        if self._first.text() != self._second.text():
            return (("second", self.tr("The two passphrases differ. Type the same one twice.")),)
        return ()

    def command(self) -> AddOfficer:
        """Return the command."""
        return AddOfficer(name=self._name.text().strip(), title=self._title.text().strip(), passphrase=self._first.text())
