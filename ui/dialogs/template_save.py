"""Saving a template and setting it back: one command each, with the reason that its history keeps."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.widgets.compare_view import CompareView
from ui.wording import language_name, word
from workbench.domain.commands import ResetTemplate, SaveTemplate
from workbench.domain.letters import LetterKind
from workbench.services.templates import ComparedLine

_REASON_HEIGHT = 70
_COMPARISON = (1080, 620)


class _ReasonDialog(CommandDialog):
    """Asks for the reason of a change of one template."""

    def __init__(
        self,
        workspace: Workspace,
        kind: LetterKind,
        language: str,
        now: datetime,
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name=name, now=now, parent=parent)
        self._kind = kind
        self._language = language
        self._reason = QPlainTextEdit()
        self._reason.setFixedHeight(_REASON_HEIGHT)

    def template(self) -> str:
        """Return what the template is called."""
        return f"{word('letter', self._kind.value)}, {language_name(self._language)}"

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint where no reason is given."""
        if self._reason.toPlainText().strip():
            return ()
        return (("reason", self.tr("Say why: whoever reads a letter of today in ten years will ask.")),)

    def reason(self) -> str:
        """Return the reason as it was typed."""
        return self._reason.toPlainText().strip()


class SaveTemplateDialog(_ReasonDialog):
    """Gives a `SaveTemplate`."""

    def __init__(
        self,
        workspace: Workspace,
        kind: LetterKind,
        language: str,
        body: str,
        now: datetime,
        *,
        reason: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, kind, language, now, name="saveTemplate", parent=parent)
        self._body = body
        self.describe(
            title=self.tr("Save the template: {template}").format(template=self.template()),
            explains=self.tr(
                "The text becomes a new version and holds from now on for every letter that is not issued yet. Issued letters stay as they are. Earlier versions stay in the history."
            ),
            send=self.tr("&Save"),
        )
        self._reason.setPlainText(reason)
        self.add_field("reason", self.tr("&Reason for the change"), self._reason)

    def command(self) -> SaveTemplate:
        """Return the command."""
        return SaveTemplate(kind=self._kind, language=self._language, body=self._body, reason=self.reason())


class ResetTemplateDialog(_ReasonDialog):
    """Shows what would be given up, and gives a `ResetTemplate`."""

    def __init__(
        self,
        workspace: Workspace,
        kind: LetterKind,
        language: str,
        lines: Sequence[ComparedLine],
        now: datetime,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, kind, language, now, name="resetTemplate", parent=parent)
        self.describe(
            title=self.tr("Set back to the shipped text: {template}").format(template=self.template()),
            explains=self.tr(
                "Letters that are not issued yet will be composed from the shipped text at the right. The office's text at the left stays in the history and can be restored."
            ),
            send=self.tr("Set &back"),
        )
        self.compare = CompareView(
            "resetTemplateCompare",
            self.tr("The office's text and the shipped text"),
            lines,
            left=self.tr("The office's text"),
            right=self.tr("Shipped text"),
        )
        self.compare.setMinimumHeight(_COMPARISON[1] - 260)
        self.add_field("reason", self.tr("&Reason for the change"), self._reason)
        self.add_below(self.compare)
        self.resize(*_COMPARISON)

    def command(self) -> ResetTemplate:
        """Return the command."""
        return ResetTemplate(kind=self._kind, language=self._language, reason=self.reason())
