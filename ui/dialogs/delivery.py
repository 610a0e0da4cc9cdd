"""Delivery: the proof that a letter arrived."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.commands import RecordDelivery
from workbench.domain.letters import Letter


class DeliveryDialog(CommandDialog):
    """Records when a letter arrived and what proves it."""

    def __init__(self, workspace: Workspace, letter: Letter, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="recordDelivery", now=now, parent=parent)
        self._letter = letter
        self.describe(
            title=self.tr("Record that {number} arrived").format(number=letter.number),
            explains=self.tr(
                "Delivery moves no deadline; it is the proof to show when someone says that the letter never came."
            ),
            send=self.tr("&Record the delivery"),
        )
        self._at = InstantEdit("recordDeliveryAt", self.tr("Arrived on"), (workspace.zone,))
        self._at.set_instant(now)
        self._proof = QLineEdit()
        self._proof.setPlaceholderText(self.tr("for example: tracking number, read receipt, signature"))
        self.add_field("at", self.tr("Arrived &on"), self._at)
        self.add_field("proof", self.tr("&Proof"), self._proof)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a delivery in the future or before the sending."""
        at = self._at.instant()
        sent = self._letter.dispatch.sent_at if self._letter.dispatch is not None else None
        if sent is not None and at < sent.replace(second=0, microsecond=0):
            return (("at", self.tr("This is before the letter was sent.")),)
        return self.past_only("at", at)

    def command(self) -> RecordDelivery:
        """Return the command."""
        return RecordDelivery(
            letter_id=self._letter.id,
            delivered_at=self._at.instant(),
            zone=self._at.zone(),
            proof=self._proof.text().strip(),
        )
