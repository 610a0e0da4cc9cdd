"""The two ends of an answer: signing what one says to a packet, and taking in what came back after looking at it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.packet_open import SealedFile
from ui.safe import Label
from ui.widgets.file_field import FileField
from workbench.domain.dossier import Verdict
from workbench.domain.packets import AnswerPacket, TakeAnswer, fingerprint
from workbench.services import packets
from workbench.services.packets import AnswerFound, ReviewPacket

_WORDS_HEIGHT = 110


class AnswerPacketDialog(CommandDialog):
    """Gives an `AnswerPacket`.

    Args:
        workspace: words.
        review: the packet that is answered.
        sealed: its file and passphrase.
        now: the present.
        parent: the window.
    """

    def __init__(
        self, workspace: Workspace, review: ReviewPacket, sealed: SealedFile, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="answerPacket", now=now, parent=parent)
        self._review, self._sealed = review, sealed
        packet = review.packet
        self.describe(
            title=self.tr("Answer {number}").format(number=packet.number),
            explains=self.tr(
                "You answer for exactly what the packet shows: decision, dossier and letter {letter}. Your answer is signed with your own key and sealed with the passphrase of the packet. Send the file back to {name}."
            ).format(letter=packet.letter_number, name=packet.asked_by),
            send=self.tr("&Sign and save the answer"),
        )
        self._verdict = QComboBox()
        for verdict in Verdict:
            self._verdict.addItem(workspace.words.word("verdict", verdict.value), verdict)
        self._words = QPlainTextEdit()
        self._words.setMaximumHeight(_WORDS_HEIGHT)
        self._own = QLineEdit()
        self._own.setEchoMode(QLineEdit.EchoMode.Password)
        self._file = FileField(
            "answerPacketPath",
            title=self.tr("Where the answer goes"),
            kinds=self.tr("Answers (*{suffix})").format(suffix=packets.ANSWER_SUFFIX),
            suffix=packets.ANSWER_SUFFIX,
            suggested=f"{packet.number}{packets.ANSWER_SUFFIX}",
        )
        self.add_field("verdict", self.tr("&Verdict"), self._verdict)
        self.add_field("words", self.tr("&Words to it"), self._words)
        self.add_field("own", self.tr("Your &own passphrase, that opens this store"), self._own)
        self.add_field("file", self.tr("&File"), self._file)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about what is missing."""
        found = []
        if self._verdict.currentData() != Verdict.APPROVED and not self._words.toPlainText().strip():
            found.append(("words", self.tr("Say why, or what you want to know.")))
        if not self._own.text():
            found.append(("own", self.tr("Type your passphrase: it opens your key.")))
        if self._file.path() is None:
            found.append(("file", self.tr("Choose where the answer goes.")))
        return tuple(found)

    def command(self) -> AnswerPacket:
        """Return the command."""
        return AnswerPacket(
            path=self._sealed.path,
            passphrase=self._sealed.passphrase,
            own_passphrase=self._own.text(),
            verdict=Verdict(self._verdict.currentData()),
            seen=self._review.sha256,
            out=self._file.path() or Path(),
            words=self._words.toPlainText().strip(),
        )

    def done(self, result: int) -> None:
        """Close and forget the passphrase."""
        self._own.clear()
        super().done(result)


class TakeAnswerDialog(CommandDialog):
    """Shows what an answer would record and gives a `TakeAnswer`.

    Args:
        workspace: words.
        found: the answer, proved.
        sealed: its file and passphrase.
        now: the present.
        parent: the window.
    """

    def __init__(
        self, workspace: Workspace, found: AnswerFound, sealed: SealedFile, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="takeAnswer", now=now, parent=parent)
        self._found, self._sealed = found, sealed
        answer, spoken = found.answer, workspace.words
        self.describe(
            title=self.tr("Answer to {number}").format(number=answer.packet),
            explains=self.tr(
                "The signature is that of {name}, and the content is the one that the case has now. Nothing is recorded yet."
            ).format(name=found.officer_name),
            send=self.tr("&Record it"),
        )
        lines = (
            (self.tr("Case"), f"{answer.case_number}, {spoken.word('right', answer.right.value)}"),
            (self.tr("Verdict"), spoken.word("verdict", answer.verdict.value)),
            (self.tr("Words"), answer.words),
            (self.tr("Given"), spoken.date(answer.given_at, workspace.zone)),
            (self.tr("Key"), fingerprint(answer.public_key)),
        )
        for number, (caption, text) in enumerate(lines):
            if text:
                self.add_below(Label(caption, role="field"))
                self.add_below(Label(text, wrap=True, selectable=True, name=f"takeAnswerLine{number}"))

    def command(self) -> TakeAnswer:
        """Return the command."""
        return TakeAnswer(path=self._sealed.path, passphrase=self._sealed.passphrase, seen=self._found.sha256)
