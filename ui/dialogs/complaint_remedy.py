"""What is put right after a complaint: in words, by whom, by when."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtWidgets import QComboBox, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.matter_words import day_edit, day_of
from ui.widgets.growing_text import GrowingText
from workbench.domain.commands import SaveComplaint
from workbench.domain.complaints import Complaint, Remedy
from workbench.services.complaints import ComplaintPage

_FORTNIGHT = timedelta(days=14)
_ROWS = 3


class RemedyDialog(CommandDialog):
    """Gives a `SaveComplaint` with one remedy more, or with one changed.

    Args:
        workspace: words, zone.
        page: the complaint; its owners are offered.
        complaint: what is on the panel now, kept or not.
        number: the remedy to change, from 1; 0 adds one.
        now: aware instant.
        parent: the window.
    """

    def __init__(
        self,
        workspace: Workspace,
        page: ComplaintPage,
        complaint: Complaint,
        number: int,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="remedy", now=now, parent=parent)
        self._page, self._complaint, self._number = page, complaint, number
        today = formats.local_day(now, workspace.zone)
        old = complaint.remedies[number - 1] if number else None
        self.describe(
            title=self.tr("What is put right in {number}").format(number=page.case_number),
            explains=self.tr(
                "One thing, one officer, one day. When the complaint is decided it becomes that officer's task; the outcome letter can name it."
            ),
            send=self.tr("&Save"),
        )
        self._what = GrowingText("remedyWhat", self.tr("What is put right"), rows=_ROWS)
        self._owner = QComboBox()
        for officer in page.officers:
            self._owner.addItem(f"{officer.name}, {officer.title}" if officer.title else officer.name, officer.id)
        self._due = day_edit(old.due_on if old is not None else today + _FORTNIGHT)
        if old is not None:
            self._what.show_text(old.what)
            self._owner.setCurrentIndex(max(0, self._owner.findData(old.owner_id)))
        self.add_field("what", self.tr("&What is put right"), self._what)
        self.add_field("owner", self.tr("W&ho does it"), self._owner)
        self.add_field("due", self.tr("&By"), self._due)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint where there are no words."""
        return () if self._what.text().strip() else (("what", self.tr("Say what is put right.")),)

    def command(self) -> SaveComplaint:
        """Return the command."""
        said = Remedy(self._what.text().strip(), int(self._owner.currentData()), day_of(self._due))
        kept = list(self._complaint.remedies)
        if self._number:
            kept[self._number - 1] = said
        else:
            kept.append(said)
        return SaveComplaint(case_id=self._page.case_id, complaint=replace(self._complaint, remedies=tuple(kept)))
