"""Return: that a sending failed, and what that means for the clocks of the case."""

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.event_preview import EventPreview
from ui.models.clock_figures import zones_of
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.cases import EventKind
from workbench.domain.commands import RecordReturn
from workbench.domain.letters import DeliveryOutcome, DispatchChannel, Letter
from workbench.services.lines import CasePage

_WIDTH = 840
_BY_WIRE = frozenset({DispatchChannel.EMAIL, DispatchChannel.PORTAL})


class ReturnDialog(CommandDialog):
    """Records that a letter came back; what it said is then said to nobody, and the clocks run on.

    Args:
        workspace: jobs, words, zone.
        page: the case of the letter.
        letter: the letter that left.
        now: aware instant.
    """

    def __init__(
        self, workspace: Workspace, page: CasePage, letter: Letter, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="recordReturn", now=now, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self._letter = letter
        self.describe(
            title=self.tr("Record that {number} came back").format(number=letter.number),
            explains=self.tr(
                "The person has not been told. What this sending brought about does not stand any more: a clock that it "
                "stopped runs on from where it began, as if the letter had never left. The letter waits to be sent again."
            ),
            send=self.tr("&Record the return"),
        )
        self._outcome = QComboBox()
        for outcome in (DeliveryOutcome.RETURNED, DeliveryOutcome.BOUNCED):
            self._outcome.addItem(workspace.words.word("delivery_outcome", outcome.value), outcome)
        by_wire = letter.dispatch is not None and letter.dispatch.channel in _BY_WIRE
        self._outcome.setCurrentIndex(1 if by_wire else 0)
        self._at = InstantEdit("recordReturnAt", self.tr("Came back on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self._remark = QLineEdit()
        self._remark.setPlaceholderText(self.tr("for example: moved away, refused, address unknown, mailbox full"))
        self.add_field("outcome", self.tr("What &happened"), self._outcome)
        self.add_field("at", self.tr("Came back &on"), self._at)
        self.add_field("remark", self.tr("&Why, as the post or the mail system says"), self._remark)
        self._preview = EventPreview(workspace, page, name="recordReturnPreview")
        self.add_beside(self._preview, title=self.tr("What this does to the clocks"))
        self._at.changed.connect(self._look)
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a return in the future or before the sending."""
        at = self._at.instant()
        sent = self._letter.dispatch.sent_at if self._letter.dispatch is not None else None
        if sent is not None and at < sent.replace(second=0, microsecond=0):
            return (("at", self.tr("This is before the letter was sent.")),)
        return self.past_only("at", at)

    def command(self) -> RecordReturn:
        """Return the command."""
        return RecordReturn(
            letter_id=self._letter.id,
            outcome=DeliveryOutcome(self._outcome.currentData()),
            at=self._at.instant(),
            zone=self._at.zone(),
            remark=self._remark.text().strip(),
        )

    def _look(self) -> None:
        if self._at.problem():
            self._preview.show_nothing(self._at.problem(), late=True)
            return
        details = (("letter", self._letter.number), ("kind", self._letter.kind.value))
        self._preview.look(EventKind.LETTER_RETURNED, self._at.instant(), self._at.zone(), details)
