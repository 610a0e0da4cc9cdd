"""Dispatch: that an issued letter left the house, when, how and to whom.

Where it went to somebody else than the letter's own person, the officer says why before it is recorded.
"""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.guard import GuardReasons
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.cases import Case
from workbench.domain.commands import DispatchLetter
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import DispatchChannel, Letter
from workbench.services.dispatch import recipient_mismatches
from workbench.services.guard import WrongPersonError
from workbench.services.lines import Mismatch
from workbench.services.register import TRACKED

NUMBERED = frozenset({DispatchChannel.REGISTERED_POST})
"""The ways of sending that always give an item a number."""


class DispatchDialog(CommandDialog):
    """Records the sending of one letter; the clock that it answers stops at that moment.

    Args:
        workspace: jobs, words, zone.
        letter: the issued letter.
        now: aware instant.
        recipient: where it went, if that is known already.
        case: its case, whose e-mail address is suggested where the letter went by e-mail.
    """

    def __init__(
        self,
        workspace: Workspace,
        letter: Letter,
        now: datetime,
        *,
        recipient: str = "",
        case: Case | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="dispatchLetter", now=now, parent=parent)
        self._letter = letter
        self._given = recipient
        self._email = _email_of(case)
        self._asked_about: tuple[DispatchChannel, str] | None = None
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
        if case is not None and not self._email:
            self._channel.setCurrentIndex(self._channel.findData(DispatchChannel.POST))
        self._at = InstantEdit("dispatchLetterAt", self.tr("Sent on"), (workspace.zone,))
        self._at.set_instant(now)
        self._recipient = QLineEdit(self._suggestion())
        self._suggested = self._recipient.text()
        self._tracking = QLineEdit()
        self.add_field("channel", self.tr("Sent &by"), self._channel)
        self.add_field(
            "tracking",
            self.tr("Item &number"),
            self._tracking,
            hint=self.tr("The number on the receipt of the post or the courier; with it the item can be followed."),
        )
        self.add_field(
            "recipient",
            self.tr("Sent &to"),
            self._recipient,
            hint=self.tr("The address it went to: as on the envelope, or the e-mail address."),
        )
        self.add_field("at", self.tr("Sent &on"), self._at)
        self._reasons = GuardReasons(workspace, name="dispatchGuard")
        self._reasons.hide()
        self.add_below(self._reasons)
        self._channel.currentIndexChanged.connect(self._channel_chosen)
        self._channel_chosen()

    def accept(self) -> None:
        """Give the command once the fields are sound and every mismatch that was shown has its reason or is mended."""
        if not self._reasons.isVisible() or self._mended() or not self._reasons.complain():
            super().accept()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a missing recipient or a sending in the future."""
        found = list(self.past_only("at", self._at.instant()))
        if not self._recipient.text().strip():
            found.insert(0, ("recipient", self.tr("Say where the letter went.")))
        if self._chosen() in NUMBERED and not self._tracking.text().strip():
            found.insert(0, ("tracking", self.tr("Write the number of the item: it is the proof that it was handed in.")))
        return tuple(found)

    def command(self) -> DispatchLetter:
        """Return the command."""
        return DispatchLetter(
            letter_id=self._letter.id,
            sent_at=self._at.instant(),
            zone=self._at.zone(),
            channel=self._chosen(),
            recipient=self._recipient.text().strip(),
            tracking=self._tracking.text().strip() if self._chosen() in TRACKED else "",
            resolved=self._reasons.resolved() if self._reasons.isVisible() else (),
        )

    def refuse(self, error: WorkbenchError) -> None:
        """Show why the command was refused; what points at somebody else is asked about, line by line."""
        super().refuse(error)
        if isinstance(error, WrongPersonError):
            command = self.command()
            asked = (command.channel, command.recipient)
            self.workspace.jobs.ask(partial(recipient_mismatches, command), partial(self._ask_for_reasons, asked))

    def _ask_for_reasons(self, asked: tuple[DispatchChannel, str], found: tuple[Mismatch, ...]) -> None:
        self._asked_about = asked
        self._reasons.show_mismatches(found)
        self._reasons.setVisible(bool(found))
        first = self._reasons.first_field()
        if first is not None:
            first.setFocus()

    def _mended(self) -> bool:
        """Return whether the sending was changed since the reasons were asked for: the guard looks at it anew."""
        return self._asked_about != (self._chosen(), self._recipient.text().strip())

    def _chosen(self) -> DispatchChannel:
        return DispatchChannel(self._channel.currentData())

    def _suggestion(self) -> str:
        if self._given:
            return self._given
        if self._chosen() is DispatchChannel.EMAIL and self._email:
            return self._email
        return ", ".join(self._letter.fields.addressee)

    def _channel_chosen(self) -> None:
        self.show_field("tracking", shown=self._chosen() in TRACKED)
        if self._recipient.text() == self._suggested:
            self._suggested = self._suggestion()
            self._recipient.setText(self._suggested)


def _email_of(case: Case | None) -> str:
    if case is None:
        return ""
    return (case.requester.email if case.requester is not None else "") or case.subject.email
