"""What can be done with an issued letter besides printing and saving it: a card of buttons, and what each opens."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.envelopes import EnvelopesDialog
from ui.dialogs.mail_draft import MailDraftDialog
from ui.dialogs.paper_output import NamedPaper, PaperOutput
from ui.dialogs.paper_view import PaperViewDialog
from ui.dialogs.password import PasswordDialog
from ui.dialogs.sign import SignDialog
from ui.style.spacing import GAP
from ui.widgets.action_button import ActionButton
from ui.widgets.card import Card
from workbench.domain.letters import Letter
from workbench.services.file_copy import file_copy_pdf
from workbench.services.outgoing import EncryptedLetter, MailDraft, encrypted_letter, sign_letter, signed_pdf

_BUTTONS = (
    "email_draft",
    "encrypt_pdf",
    "envelope",
    "file_copy",
    "sign",
    "correct",
    "record_delivery",
    "record_return",
)
"""The actions of the card, two in a row."""


class LetterOutgoing(QObject):
    """The card of an issued letter, with its errands.

    Args:
        workspace: jobs, actions, notices.
        owner: the widget over which the dialogs open.
    """

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._letter: Letter | None = None
        self._data = b""
        self._may_write = False
        self._output = PaperOutput(workspace, owner)
        self.card = Card(self.tr("Out of the house"), name="letterOutgoingCard")
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for place, name in enumerate(_BUTTONS):
            grid.addWidget(ActionButton(workspace.actions[name]), place // 2, place % 2)
        self.card.body.addLayout(grid)
        self.card.hide()

    def show_letter(self, letter: Letter | None, data: bytes, *, may_write: bool) -> None:
        """Offer the errands of an issued letter with its bytes; None for a draft."""
        self._letter, self._data, self._may_write = letter, data, may_write
        self.card.setVisible(letter is not None)

    def usable(self) -> frozenset[str]:
        """Return which of the actions can be used now."""
        if self._letter is None:
            return frozenset()
        names = {"email_draft", "encrypt_pdf", "envelope", "file_copy"}
        if self._letter.signed_sha256 or self._may_write:
            names.add("sign")
        return frozenset(names)

    def slots(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return the actions that are done here, with what each does."""
        return (
            ("email_draft", self.email_draft),
            ("encrypt_pdf", self.encrypt),
            ("envelope", self.envelope),
            ("file_copy", self.file_copy),
            ("sign", self.sign),
        )

    def email_draft(self) -> None:
        """Open the dialog that makes the draft of an e-mail."""
        if self._letter is not None:
            dialog = MailDraftDialog(self._workspace, self._letter, self._workspace.now(), parent=self._owner)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.made.connect(partial(self._drafted, self._letter.number))
            dialog.open()

    def encrypt(self) -> None:
        """Make an encrypted copy, show its password once, and ask where to save it."""
        if self._letter is not None:
            query = partial(encrypted_letter, letter_id=self._letter.id)
            self._workspace.jobs.ask(query, partial(self._encrypted, self._letter.number))

    def sign(self) -> None:
        """Open the dialog that signs a copy, or show the copy that is signed already."""
        if self._letter is None:
            return
        if self._letter.signed_sha256:
            query = partial(signed_pdf, letter_id=self._letter.id)
            self._workspace.jobs.ask(query, partial(self._show_signed, self._letter.number))
            return
        dialog = SignDialog(self._workspace, self._letter, self._workspace.now(), parent=self._owner)
        present(dialog, self._workspace, sign_letter)

    def envelope(self) -> None:
        """Show the envelope or the label of the letter."""
        if self._letter is not None:
            EnvelopesDialog(self._workspace, (self._letter.id,), parent=self._owner).open()

    def file_copy(self) -> None:
        """Show the letter with the internal sheet in front."""
        if self._letter is not None:
            query = partial(file_copy_pdf, letter_id=self._letter.id)
            self._workspace.jobs.ask(query, partial(self._show_copy, self._letter.number))

    def _show_copy(self, number: str, data: bytes) -> None:
        title = self.tr("File copy of {number}").format(number=number)
        remark = self.tr("For the file of the office. The first sheet is internal: this paper is never sent.")
        paper = NamedPaper(self.tr("file-copy-{number}").format(number=number))
        PaperViewDialog(self._workspace, paper, data, title=title, remark=remark, parent=self._owner).open()

    def _show_signed(self, number: str, data: bytes | None) -> None:
        title = self.tr("Signed copy of {number}").format(number=number)
        remark = self.tr("Saved as it is, its signature can be checked; on paper it cannot.")
        paper = NamedPaper(self.tr("{number}-signed").format(number=number))
        PaperViewDialog(self._workspace, paper, data or b"", title=title, remark=remark, parent=self._owner).open()

    def _drafted(self, number: str, draft: MailDraft) -> None:
        saves = partial(self._output.save_mail, NamedPaper(number), draft.data)
        if draft.password:
            self._tell_password(number, draft.password, saves)
        else:
            saves()

    def _encrypted(self, number: str, made: EncryptedLetter) -> None:
        paper = NamedPaper(self.tr("{number}-encrypted").format(number=number))
        self._tell_password(number, made.password, partial(self._output.save_paper, paper, made.data))

    def _tell_password(self, number: str, password: str, then: Callable[[], None]) -> None:
        """Show a password once, and go on when it was noted."""
        dialog = PasswordDialog(number, password, self._owner)
        dialog.accepted.connect(then)
        dialog.open()
