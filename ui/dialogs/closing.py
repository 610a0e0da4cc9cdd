"""Closing a case."""

from datetime import datetime

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from workbench.domain.commands import CloseCase
from workbench.services.lines import CasePage

_TEXT_HEIGHT = 90


class CloseDialog(CommandDialog):
    """Closes one case."""

    def __init__(self, workspace: Workspace, page: CasePage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="closeCase", now=now, parent=parent)
        self._case_id = page.case.id
        self.describe(
            title=self.tr("Close {number}").format(number=page.case.number),
            explains=self.tr("The file is kept as it is and leaves the open list. It can be taken up again."),
            send=self.tr("&Close the case"),
        )
        self._remark = QPlainTextEdit()
        self._remark.setFixedHeight(_TEXT_HEIGHT)
        self.add_field("remark", self.tr("&Remark (may stay empty)"), self._remark)

    def command(self) -> CloseCase:
        """Return the command."""
        return CloseCase(case_id=self._case_id, remark=self._remark.toPlainText().strip())
