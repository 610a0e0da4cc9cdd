"""What can be done with an issued letter besides printing and saving it: a card of buttons, and what each opens."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context import Workspace
from ui.dialogs.envelopes import EnvelopesDialog
from ui.dialogs.paper_output import NamedPaper
from ui.dialogs.paper_view import PaperViewDialog
from ui.style.spacing import GAP
from ui.widgets.action_button import ActionButton
from ui.widgets.card import Card
from workbench.domain.letters import Letter
from workbench.services.file_copy import file_copy_pdf

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
        return frozenset({"envelope", "file_copy"})

    def slots(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return the actions that are done here, with what each does."""
        return (("envelope", self.envelope), ("file_copy", self.file_copy))

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
