"""Asking a second officer to approve a decision, and the exception of an office that has but one."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.widgets.growing_text import GrowingText
from workbench.domain.commands import AskApproval, UseException
from workbench.domain.rights import Right

_ROWS = 3


class AskApprovalDialog(CommandDialog):
    """Gives an `AskApproval`."""

    def __init__(self, workspace: Workspace, case_id: int, right: Right, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="askApprovalDialog", now=now, parent=parent)
        self._case_id, self._right = case_id, right
        self.describe(
            title=self.tr("Ask for approval"),
            explains=self.tr(
                "A second officer is asked to approve the decision, its dossier and the letter that is drafted, exactly as they are now. A later change of any of them voids the approval."
            ),
            send=self.tr("&Ask"),
        )
        self._words = GrowingText("askApprovalWords", self.tr("Words to the second officer"), rows=_ROWS)
        self.add_field("words", self.tr("&Words to the second officer (may stay empty)"), self._words)

    def command(self) -> AskApproval:
        """Return the command."""
        return AskApproval(case_id=self._case_id, right=self._right, words=self._words.text().strip())


class ExceptionDialog(CommandDialog):
    """Gives a `UseException`; the reason is required."""

    def __init__(
        self, workspace: Workspace, case_id: int, right: Right, digest: str, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="exceptionDialog", now=now, parent=parent)
        self._case_id, self._right, self._digest = case_id, right, digest
        self.describe(
            title=self.tr("Go without a second officer"),
            explains=self.tr(
                "The office has one officer and has set this exception. The journal and the file copy of the letter will say so, with your reason."
            ),
            send=self.tr("&Use the exception"),
        )
        self._reason = GrowingText("exceptionReason", self.tr("Reason"), rows=_ROWS)
        self.add_field("reason", self.tr("&Reason"), self._reason)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a missing reason."""
        if self._reason.text().strip():
            return ()
        return (
            (
                "reason",
                self.tr("Say why nobody else can look at it."),
            ),
        )

    def command(self) -> UseException:
        """Return the command."""
        return UseException(case_id=self._case_id, right=self._right, digest=self._digest, reason=self._reason.text().strip())
