"""Dispatch: that an issued letter left the house, when, how and to whom."""

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.commands import DispatchLetter
from workbench.domain.letters import DispatchChannel, Letter


class DispatchDialog(CommandDialog):
    """Records the sending of one letter; the clock that it answers stops at that moment."""

    def __init__(
        self, workspace: Workspace, letter: Letter, now: datetime, *, recipient: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="dispatchLetter", now=now, parent=parent)
        self._letter = letter
        self.describe(
            title=self.tr("Record that {number} was sent").format(number=letter.number),
            explains=self.tr(
                "The clock that this letter answers stops at the moment of sending, not at the moment of recording."
            ),
            send=self.tr("&Record the sending"),
        )
        self._channel = QComboBox()
        for channel in DispatchChannel:
            self._channel.addItem(workspace.words.word("dispatch_channel", channel.value), channel)
        self._at = InstantEdit("dispatchLetterAt", self.tr("Sent on"), (workspace.zone,))
        self._at.set_instant(now)
        self._recipient = QLineEdit(recipient or ", ".join(letter.fields.addressee))
        self.add_field("channel", self.tr("Sent &by"), self._channel)
        self.add_field(
            "recipient", self.tr("Sent &to"), self._recipient, hint=self.tr("The address it went to, as on the envelope.")
        )
        self.add_field("at", self.tr("Sent &on"), self._at)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a missing recipient or a sending in the future."""
        found = list(self.past_only("at", self._at.instant()))
        if not self._recipient.text().strip():
            found.insert(0, ("recipient", self.tr("Say where the letter went.")))
        return tuple(found)

    def command(self) -> DispatchLetter:
        """Return the command."""
        return DispatchLetter(
            letter_id=self._letter.id,
            sent_at=self._at.instant(),
            zone=self._at.zone(),
            channel=DispatchChannel(self._channel.currentData()),
            recipient=self._recipient.text().strip(),
        )
