"""What a complaint is about: its kind, the rights it disputes, the officers it names, the transfer at issue."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.complaint_fields import TickList, TransferFields
from ui.wording import word
from workbench.domain.commands import SaveComplaint
from workbench.domain.complaints import Complaint, ComplaintKind
from workbench.domain.rights import Right
from workbench.services.complaints import ComplaintPage


class ComplaintScopeDialog(CommandDialog):
    """Gives a `SaveComplaint` with another scope; what the complaint is about already cannot be taken away."""

    def __init__(
        self,
        workspace: Workspace,
        page: ComplaintPage,
        complaint: Complaint,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="complaintScope", now=now, parent=parent)
        self._page, self._complaint = page, complaint
        self.describe(
            title=self.tr("What {number} is about").format(number=page.case_number),
            explains=self.tr(
                "Rights and officers can be added. None is taken away once it stands here: otherwise somebody whom the complaint is about could decide it."
            ),
            send=self.tr("&Save"),
        )
        self._kind = QComboBox()
        for kind in ComplaintKind:
            self._kind.addItem(word("complaint_kind", kind), kind.value)
        self._kind.setCurrentIndex(self._kind.findData(complaint.kind.value))
        offered = page.about.rights if page.about is not None and complaint.rights else ()
        self._rights = TickList("scopeRight", self.tr("Rights disputed"))
        self._rights.offer(
            [(right.value, word("right", right)) for right in offered], held={right.value for right in complaint.rights}
        )
        self._named = TickList("scopeOfficer", self.tr("Officers named"))
        self._named.offer(
            [(str(one.id), one.name) for one in page.officers], held={str(one) for one in complaint.named_officers}
        )
        self._transfer = TransferFields("scopeTransfer")
        self._transfer.show_transfer(complaint.transfer)
        self.add_field("kind", self.tr("&Kind"), self._kind)
        self.add_field("rights", self.tr("&Rights disputed"), self._rights)
        self.add_field("named", self.tr("&Officers named in it"), self._named)
        self.add_field("transfer", self.tr("The &transfer at issue"), self._transfer)
        self.show_field("rights", shown=bool(offered))
        self._kind.currentIndexChanged.connect(self._look)
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a transfer of which something is not said."""
        if self._is_transfer() and self._transfer.missing():
            return (("transfer", self.tr("Say all four things about the transfer.")),)
        return ()

    def command(self) -> SaveComplaint:
        """Return the command."""
        ticked = set(self._rights.ticked())
        order = self._page.about.rights if self._page.about is not None else ()
        said = replace(
            self._complaint,
            kind=ComplaintKind(str(self._kind.currentData())),
            rights=tuple(right for right in order if right.value in ticked) if ticked else self._complaint.rights,
            named_officers=tuple(int(one) for one in self._named.ticked()),
            transfer=self._transfer.transfer() if self._is_transfer() else None,
        )
        return SaveComplaint(case_id=self._page.case_id, complaint=said)

    def rights(self) -> tuple[Right, ...]:
        """Return the rights that are ticked."""
        return tuple(Right(one) for one in self._rights.ticked())

    def _is_transfer(self) -> bool:
        return bool(self._kind.currentData() == ComplaintKind.TRANSFER.value)

    def _look(self, *_told: object) -> None:
        self.show_field("transfer", shown=self._is_transfer())
