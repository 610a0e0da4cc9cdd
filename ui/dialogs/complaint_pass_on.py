"""Passing a complaint on: to which authority, why that one is competent, and why the complaint goes there."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.safe import Label
from ui.widgets.growing_text import GrowingText
from ui.widgets.instant_edit import InstantEdit
from ui.wording import word
from workbench.domain.authorities import Proposal
from workbench.domain.commands import PassComplaintOn
from workbench.services.complaints import ComplaintPage

_ROWS = 3


class PassOnDialog(CommandDialog):
    """Gives a `PassComplaintOn`.

    Args:
        workspace: words, zone.
        page: the complaint.
        proposals: the authorities that may be competent, the most fitting first.
        now: aware instant.
        parent: the window.
    """

    def __init__(
        self,
        workspace: Workspace,
        page: ComplaintPage,
        proposals: Sequence[Proposal],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="passOn", now=now, parent=parent)
        self._page, self._proposals = page, tuple(proposals)
        self.describe(
            title=self.tr("Pass {number} on to an authority").format(number=page.case_number),
            explains=self.tr(
                "Where the office cannot settle a complaint with the person, it cooperates with the authority. A regulator matter is opened about the complaint; the complaint stays open until it is decided or closed here."
            ),
            send=self.tr("&Pass on"),
        )
        self._authority = QComboBox()
        for one in self._proposals:
            name = one.authority.contact.readable
            self._authority.addItem(f"{name} ({word('law', one.authority.law)})", one.authority.id)
        self._why = Label("", role="small", wrap=True, name="passOnWhy")
        self._at = InstantEdit("passOnAt", self.tr("Passed on"), (workspace.zone,))
        self._at.set_instant(now)
        self._reason = GrowingText("passOnReason", self.tr("Reason"), rows=_ROWS)
        self.add_field("authority", self.tr("&Authority"), self._authority, below=self._why)
        self.add_field("at", self.tr("Passed &on"), self._at)
        self.add_field(
            "reason", self.tr("&Reason"), self._reason, hint=self.tr("why it could not be settled, and why this authority")
        )
        self._authority.currentIndexChanged.connect(self._chosen)
        self._chosen()
        self.block(blocked=not self._proposals)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a missing reason, or about a moment in the future."""
        missing = () if self._reason.text().strip() else (("reason", self.tr("Say why the complaint is passed on.")),)
        return (*self.past_only("at", self._at.instant()), *missing)

    def command(self) -> PassComplaintOn:
        """Return the command."""
        return PassComplaintOn(
            case_id=self._page.case_id,
            authority_id=str(self._authority.currentData()),
            at=self._at.instant(),
            zone=self._at.zone(),
            reason=self._reason.text().strip(),
        )

    def _chosen(self, *_told: object) -> None:
        found = next((one for one in self._proposals if one.authority.id == self._authority.currentData()), None)
        if found is None:
            self._why.setText(self.tr("No authority of the laws of this case is in the directory."))
            return
        self._why.setText(" ".join(f"{word('competence', why)} ({source.cite})." for why, source in found.reasons))
