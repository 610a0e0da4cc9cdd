"""Attaching a file to a case: what it is, shown with its digest before it is kept."""

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.files import PickedFile
from ui.models.evidence_table import grouped_digest
from ui.safe import Label
from ui.wording import word
from workbench.domain.commands import AttachEvidence
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.services.lines import CasePage


class AttachDialog(CommandDialog):
    """Keeps one file with one case, byte for byte."""

    def __init__(
        self, workspace: Workspace, page: CasePage, file: PickedFile, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="attachEvidence", now=now, parent=parent)
        self._case_id = page.case.id
        self._file = file
        self.describe(
            title=self.tr("Keep a file with {number}").format(number=page.case.number),
            explains=self.tr("The file is kept byte for byte in the encrypted store. The original stays where it is."),
            send=self.tr("&Keep the file"),
        )
        shown = Label(f"{file.name}, {formats.size(len(file.data))}", role="strong", wrap=True, name="attachEvidenceFile")
        digest = Label(
            f"SHA-256 {grouped_digest(file.sha256)}", role="small", wrap=True, selectable=True, name="attachEvidenceDigest"
        )
        self._kind = QComboBox()
        for kind in (
            EvidenceKind.CORRESPONDENCE,
            EvidenceKind.IDENTITY,
            EvidenceKind.DATA,
            EvidenceKind.OTHER,
            EvidenceKind.REQUEST,
        ):
            self._kind.addItem(word("evidence_kind", kind), kind)
        self.add_field("kind", self.tr("What the file &is"), self._kind)
        self.add_below(shown)
        self.add_below(digest)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a file that is empty."""
        if self._file.data:
            return ()
        return (("kind", self.tr("The file is empty.")),)

    def command(self) -> AttachEvidence:
        """Return the command."""
        kind = EvidenceKind(self._kind.currentData())
        return AttachEvidence(
            case_id=self._case_id, evidence=NewEvidence(self._file.name, self._file.media_type, self._file.data, kind)
        )
