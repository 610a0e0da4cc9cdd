"""Signing a rulebook off: the office says on what text this version was checked, and by whom."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.wording import word
from workbench.domain.commands import SignRulebook
from workbench.services.lines import RulebookLine

_TEXT_HEIGHT = 80


class SignoffDialog(CommandDialog):
    """Gives a `SignRulebook`."""

    def __init__(self, workspace: Workspace, book: RulebookLine, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="signoff", now=now, parent=parent)
        self._book = book
        self.describe(
            title=self.tr("Sign off the rulebook: {law}").format(law=word("law", book.law)),
            explains=self.tr(
                "Signing says that this version ({digest}) was checked against the text of the law. The journal keeps who signed, when and on what text. A new version must be signed again."
            ).format(digest=book.digest),
            send=self.tr("&Sign off"),
        )
        self._text = QPlainTextEdit()
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._counsel = QLineEdit()
        self._remark = QLineEdit()
        self.add_field(
            "textRead",
            self.tr("&Text that was read"),
            self._text,
            hint=self.tr("the law, its edition or gazette, and the day it was read"),
        )
        self.add_field("counsel", self.tr("&Counsel who confirmed, if any"), self._counsel)
        self.add_field("remark", self.tr("&Remark"), self._remark)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint where it is not said what was read."""
        if self._text.toPlainText().strip():
            return ()
        return (("textRead", self.tr("Say on what text the rules were checked; a signature rests on it.")),)

    def command(self) -> SignRulebook:
        """Return the command."""
        return SignRulebook(
            law=self._book.law,
            digest=self._book.digest,
            text_read=self._text.toPlainText().strip(),
            counsel=self._counsel.text().strip(),
            remark=self._remark.text().strip(),
        )
