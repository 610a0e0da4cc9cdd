"""What arrived: a mail in plain words, with the phrases that suggest a right marked in its text."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QTextEdit, QVBoxLayout, QWidget

from ui import formats
from ui.models.evidence_table import grouped_digest
from ui.safe import Label, PlainText
from ui.style.palette import current_palette
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Line
from ui.widgets.rows import empty
from ui.wording import word
from workbench.services.arrivals import IncomingMail

_MOST_SHOWN = 8


class MailView(QWidget):
    """Shows one mail; nothing in it is opened."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mailView")
        self._zone = zone
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(ROOM)
        self._facts.setVerticalSpacing(GAP - 2)
        self._facts.setColumnMinimumWidth(0, 90)
        self._facts.setColumnStretch(1, 1)
        self._text = PlainText(name="mailText", label=self.tr("Text of the mail"))
        self._text.document().setDocumentMargin(0)
        self._digest = Label("", role="small", wrap=True, selectable=True, name="mailDigest")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 2)
        column.addLayout(self._facts)
        column.addWidget(Line())
        column.addWidget(self._text, 1)
        column.addWidget(self._digest)

    def show_mail(self, mail: IncomingMail, phrases: Sequence[str]) -> None:
        """Show a mail and mark `phrases` in its text."""
        empty(self._facts)
        sender = f"{mail.from_name} <{mail.from_email}>" if mail.from_email else mail.from_name
        self._fact(self.tr("From"), sender or self.tr("no sender is named"))
        self._fact(self.tr("To"), ", ".join(mail.to[:_MOST_SHOWN]))
        self._fact(self.tr("Received"), self._received(mail))
        self._fact(self.tr("Subject"), mail.subject)
        shown = [f"{one.name_shown}, {formats.size(one.size)}" for one in mail.attachments[:_MOST_SHOWN]]
        more = len(mail.attachments) - len(shown)
        if more > 0:
            shown.append(self.tr("%n more", "", more))
        if shown:
            self._fact(self.tr("Attached"), "\n".join((*shown, self.tr("Attachments are kept with the mail and not opened."))))
        for code in mail.warnings:
            self._fact("", word("mail_warning", code), tone="soon")
        self._text.setPlainText(mail.text or self.tr("The mail has no text."))
        self._mark(phrases)
        kept = self.tr("SHA-256 {digest}, {size}; the original is kept as evidence when the case opens.")
        self._digest.setText(kept.format(digest=grouped_digest(mail.sha256), size=formats.size(mail.size)))

    def _received(self, mail: IncomingMail) -> str:
        if mail.received_at is None:
            return self.tr("the mail does not say when")
        at = formats.instant(mail.received_at, self._zone)
        return self.tr("{at}, from {source}").format(at=at, source=word("received_from", mail.received_from))

    def _fact(self, caption: str, text: str, tone: str = "") -> None:
        row = self._facts.rowCount()
        value = Label(text, wrap=True, selectable=True)
        if tone:
            value.set_role("", tone)
        self._facts.addWidget(Label(caption, role="small"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(value, row, 1)

    def _mark(self, phrases: Sequence[str]) -> None:
        colours = current_palette()
        look = QTextCharFormat()
        look.setBackground(QColor(colours.blue_soft))
        look.setForeground(QColor(colours.blue))
        marks: list[QTextEdit.ExtraSelection] = []
        text = self._text.toPlainText()
        for phrase in phrases:
            pattern = r"\s+".join(re.escape(part) for part in phrase.split())
            found = re.search(pattern, text, re.IGNORECASE) if pattern else None
            if found is None:
                continue
            cursor = QTextCursor(self._text.document())
            cursor.setPosition(_units(text, found.start()))
            cursor.setPosition(_units(text, found.end()), QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format = look
            marks.append(mark)
        self._text.setExtraSelections(marks)


def _units(text: str, place: int) -> int:
    """Return a place in a text counted as Qt does, in UTF-16 units."""
    return len(text[:place].encode("utf-16-le")) // 2
