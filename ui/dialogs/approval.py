"""A second officer's word on exactly the content that they saw: verdict, words, and their own passphrase."""

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.widgets.growing_text import GrowingText
from workbench.domain.commands import GiveApproval
from workbench.domain.dossier import Verdict
from workbench.services.approvals import Content

_ROWS = 3
_SHOWN = 12
"""Characters of the digest that are read out; the journal has as many."""


class ApprovalDialog(CommandDialog):
    """Gives a `GiveApproval`.

    Args:
        workspace: words.
        content: what was looked at.
        verdict: the one to begin with.
        now: the present.
        parent: the window.
    """

    def __init__(
        self, workspace: Workspace, content: Content, verdict: Verdict, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="approval", now=now, parent=parent)
        self._content = content
        words = workspace.words
        right = words.word("right", content.right.value)
        self.describe(
            title=self.tr("Verdict on {number}: {right}").format(number=content.case_number, right=right),
            explains=self.tr(
                "The verdict is on the decision, the dossier and letter {letter} exactly as they are shown, content {digest}. It is signed with the key of the officer whose passphrase is typed; that officer must be another one than who decided."
            ).format(letter=content.letter.number if content.letter is not None else "", digest=content.digest[:_SHOWN]),
            send=self.tr("&Sign the verdict"),
        )
        self._verdict = QComboBox()
        for one in Verdict:
            self._verdict.addItem(words.word("verdict", one.value), one.value)
        self._verdict.setCurrentIndex(self._verdict.findData(verdict.value))
        self._words = GrowingText("approvalWords", self.tr("Words to the verdict"), rows=_ROWS)
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field("verdict", self.tr("&Verdict"), self._verdict)
        self.add_field("words", self.tr("&Words"), self._words, hint=self.tr("needed for a rejection and for questions"))
        self.add_field("passphrase", self.tr("Your own &passphrase, as second officer"), self._passphrase)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about missing words or a missing passphrase."""
        found = []
        if self._chosen() is not Verdict.APPROVED and not self._words.text().strip():
            found.append(("words", self.tr("Say what is wrong, or what you want to know.")))
        if not self._passphrase.text():
            found.append(("passphrase", self.tr("Type the passphrase of the second officer.")))
        return tuple(found)

    def command(self) -> GiveApproval:
        """Return the command; the passphrase leaves its field."""
        passphrase = self._passphrase.text()
        self._passphrase.clear()
        return GiveApproval(
            case_id=self._content.case_id,
            right=self._content.right,
            digest=self._content.digest,
            verdict=self._chosen(),
            passphrase=passphrase,
            words=self._words.text().strip(),
        )

    def _chosen(self) -> Verdict:
        return Verdict(str(self._verdict.currentData()))
