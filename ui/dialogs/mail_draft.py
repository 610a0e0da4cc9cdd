"""An e-mail draft that carries an issued letter: to whom, encrypted or not. Nothing is sent; a mail program opens the file."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.guard import mismatch_words
from ui.safe import Label, without_mnemonic
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import Letter
from workbench.services.outgoing import MailDraft, mail_draft


class MailDraftDialog(CommandDialog):
    """Asks for what the draft needs; `made` carries the `MailDraft`.

    Args:
        workspace: jobs and words.
        letter: the issued letter.
        now: aware instant.
    """

    made = Signal(object)

    def __init__(self, workspace: Workspace, letter: Letter, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="mailDraft", now=now, parent=parent)
        self._letter = letter
        self.describe(
            title=self.tr("E-mail draft with {number}").format(number=letter.number),
            explains=self.tr(
                "A file that any mail program opens as an unsent mail, with the letter attached. Send it from there, then "
                "record the sending here."
            ),
            send=self.tr("&Save the draft…"),
        )
        self._to = QLineEdit()
        self._encrypt = QCheckBox(self.tr("&Encrypt the letter"))
        self._encrypt.setAccessibleName(without_mnemonic(self._encrypt.text()))
        self._about = Label("", role="small", wrap=True, name="mailDraftAbout")
        self._warned = Label("", wrap=True, name="mailDraftWarned")
        self._warned.set_role("", "late")
        self._warned.hide()
        self.add_field("to", self.tr("&To"), self._to, below=self._about)
        hint = self.tr(
            "Its password is shown once: send it another way. Enclosed files are left out, as they would not be encrypted."
        )
        self.add_field("encrypt", self.tr("Where the channel is weak"), self._encrypt, hint=hint)
        self.add_below(self._warned)
        self.submitted.connect(lambda _nothing: self._make())
        workspace.jobs.ask(partial(mail_draft, letter_id=letter.id), self._suggest, refused=self._no_suggestion)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about an address that is none."""
        text = self._to.text().strip()
        return () if "@" in text.strip("@") else (("to", self.tr("Write the e-mail address it goes to.")),)

    def command(self) -> object:
        """Return nothing: a draft changes nothing in the store."""
        return None

    def _suggest(self, draft: MailDraft) -> None:
        if not self._to.text():
            self._to.setText(draft.to)
        self._about.setText(self.tr("Subject: {subject}").format(subject=draft.subject))

    def _no_suggestion(self, _error: WorkbenchError) -> None:
        self._about.setText(self.tr("No e-mail address is known."))

    def _make(self) -> None:
        query = partial(mail_draft, letter_id=self._letter.id, to=self._to.text().strip(), encrypt=self._encrypt.isChecked())
        self.workspace.jobs.ask(query, self._drafted, refused=self.refuse)

    def _drafted(self, draft: MailDraft) -> None:
        """Give the draft; one that goes to somebody else only when it is asked for again after that was read."""
        told = "\n".join(mismatch_words(one, self.workspace.words) for one in draft.mismatches)
        if told and self._warned.text() != told:
            self._warned.setText(told)
            self._warned.show()
            self.allow()
            return
        self.made.emit(draft)
        self.finish()
