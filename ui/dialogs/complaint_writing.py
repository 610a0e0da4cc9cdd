"""A complaint in writing: that the person was asked for it, and that it came or was written down together."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.one_file import OneFile
from ui.widgets.growing_text import GrowingText
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.commands import AskInWriting, RecordWriting
from workbench.services.complaints import ComplaintPage

_ROWS = 4


class AskInWritingDialog(CommandDialog):
    """Gives an `AskInWriting`, for a question that was put in another way than by our letter."""

    def __init__(self, workspace: Workspace, page: ComplaintPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="askInWriting", now=now, parent=parent)
        self._page = page
        self.describe(
            title=self.tr("Asked to put {number} in writing").format(number=page.case_number),
            explains=self.tr(
                "Record that the person was asked on the telephone or in person. Our letter records it by itself when it is sent. The clocks run on."
            ),
            send=self.tr("&Record it"),
        )
        self._at = InstantEdit("askInWritingAt", self.tr("Asked on"), (workspace.zone,))
        self._at.set_instant(now)
        self.add_field("at", self.tr("&Asked on"), self._at)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a moment in the future."""
        return self.past_only("at", self._at.instant())

    def command(self) -> AskInWriting:
        """Return the command."""
        return AskInWriting(case_id=self._page.case_id, asked_at=self._at.instant(), zone=self._at.zone())


class RecordWritingDialog(CommandDialog):
    """Gives a `RecordWriting`: the file that came, or what the officer wrote down with the person."""

    def __init__(self, workspace: Workspace, page: ComplaintPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="recordWriting", now=now, parent=parent)
        self._page = page
        self.describe(
            title=self.tr("{number} in writing").format(number=page.case_number),
            explains=self.tr(
                "Add the complaint as it came in writing, or write it down as the person told it and read it back to them. One of the two is enough."
            ),
            send=self.tr("&Record it"),
        )
        self._at = InstantEdit("recordWritingAt", self.tr("In writing since"), (workspace.zone,))
        self._at.set_instant(now)
        self._file = OneFile(workspace, "recordWritingFile", self.tr("The complaint in writing"))
        self._text = GrowingText("recordWritingText", self.tr("Written down by the officer"), rows=_ROWS)
        self.add_field("at", self.tr("In &writing since"), self._at)
        self.add_field("file", self.tr("The &complaint as it came"), self._file)
        self.add_field("text", self.tr("Written &down by you"), self._text)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint where there is neither a file nor a text, or about a moment in the future."""
        nothing = self._file.evidence() is None and not self._text.text().strip()
        missing = (("file", self.tr("Choose the file, or write the complaint down.")),) if nothing else ()
        return (*self.past_only("at", self._at.instant()), *missing)

    def command(self) -> RecordWriting:
        """Return the command."""
        return RecordWriting(
            case_id=self._page.case_id,
            at=self._at.instant(),
            zone=self._at.zone(),
            text=self._text.text().strip(),
            evidence=self._file.evidence(),
        )
