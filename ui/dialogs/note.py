"""A note: an officer's own words, kept with the case and never sent."""

from datetime import datetime

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from workbench.domain.commands import AddNote
from workbench.services.lines import CasePage

_TEXT_HEIGHT = 150


class NoteDialog(CommandDialog):
    """Adds a note to one case."""

    def __init__(self, workspace: Workspace, page: CasePage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="addNote", now=now, parent=parent)
        self._case_id = page.case.id
        self.describe(
            title=self.tr("Add a note to {number}").format(number=page.case.number),
            explains=self.tr("Notes stay in the office. The person may still see them when they ask for access to this file."),
            send=self.tr("&Keep the note"),
        )
        self._text = QPlainTextEdit()
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self.add_field("text", self.tr("&Note"), self._text)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about an empty note."""
        if self._text.toPlainText().strip():
            return ()
        return (("text", self.tr("Write something first.")),)

    def command(self) -> AddNote:
        """Return the command."""
        return AddNote(case_id=self._case_id, text=self._text.toPlainText().strip())
