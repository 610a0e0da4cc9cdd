"""Making a review packet: what is asked, the passphrase that both officers know, and where the file goes."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog, present
from ui.safe import without_mnemonic
from ui.style.spacing import GAP
from ui.widgets.file_field import FileField
from workbench.domain.changes import Changes
from workbench.domain.packets import ExportPacket
from workbench.domain.rights import Right
from workbench.services import packets

_WORDS_HEIGHT = 70


class ExportPacketDialog(CommandDialog):
    """Gives an `ExportPacket`.

    Args:
        workspace: words.
        case_id: the case.
        number: of the case, for the name of the file.
        right: the right whose decision is to be approved.
        now: the present.
        parent: the window.
    """

    def __init__(
        self, workspace: Workspace, case_id: int, number: str, right: Right, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="exportPacket", now=now, parent=parent)
        self._case_id, self._right = case_id, right
        shown = workspace.words.word("right", right.value)
        self.describe(
            title=self.tr("Review packet of {number}: {right}").format(number=number, right=shown),
            explains=self.tr(
                "The whole case goes into one sealed file that another officer opens at another workbench: request, history, decision, dossier, letter, evidence. Tell them the passphrase by telephone, never with the file. Their signed answer counts for exactly this content."
            ),
            send=self.tr("&Make the packet"),
        )
        self._words = QPlainTextEdit()
        self._words.setMaximumHeight(_WORDS_HEIGHT)
        self._passphrase = QLineEdit(packets.suggested_passphrase())
        self._passphrase.setObjectName("exportPacketPassphrase")
        suggest = QPushButton(self.tr("Another &one"))
        suggest.setObjectName("exportPacketSuggest")
        suggest.setAccessibleName(without_mnemonic(suggest.text()))
        suggest.setAutoDefault(False)
        suggest.clicked.connect(lambda: self._passphrase.setText(packets.suggested_passphrase()))
        across = QWidget()
        across.setFocusProxy(self._passphrase)
        row = QHBoxLayout(across)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._passphrase, 1)
        row.addWidget(suggest)
        self._file = FileField(
            "exportPacketPath",
            title=self.tr("Where the packet goes"),
            kinds=self.tr("Review packets (*{suffix})").format(suffix=packets.SUFFIX),
            suffix=packets.SUFFIX,
            suggested=f"{number}-{right.value}{packets.SUFFIX}",
        )
        self.add_field("words", self.tr("What you &ask"), self._words)
        self.add_field(
            "secret",
            self.tr("&Passphrase of the packet"),
            across,
            hint=self.tr("Note it: it is kept nowhere. Capitals do not matter."),
        )
        self.add_field("file", self.tr("&File"), self._file)
        self._passphrase.setAccessibleName(self.tr("Passphrase of the packet"))

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a missing passphrase or file."""
        found = []
        if not self._passphrase.text().strip():
            found.append(("secret", self.tr("Agree on a passphrase.")))
        if self._file.path() is None:
            found.append(("file", self.tr("Choose where the packet goes.")))
        return tuple(found)

    def command(self) -> ExportPacket:
        """Return the command."""
        return ExportPacket(
            case_id=self._case_id,
            right=self._right,
            path=self._file.path() or Path(),
            passphrase=self._passphrase.text(),
            words=self._words.toPlainText().strip(),
        )

    def made_words(self, number: str) -> str:
        """Return what is said once the packet is made."""
        told = self.tr("Review packet {number} is made. Carry it to the officer, and tell the passphrase another way.")
        return told.format(number=number)

    def done(self, result: int) -> None:
        """Close and forget the passphrase."""
        self._passphrase.clear()
        super().done(result)


def make_packet(workspace: Workspace, case_id: int, number: str, right: Right, parent: QWidget) -> ExportPacketDialog:
    """Open the dialog, make the packet, and say so."""
    dialog = ExportPacketDialog(workspace, case_id, number, right, workspace.now(), parent)

    def done(changes: Changes) -> None:
        workspace.notices.say(dialog.made_words(changes.number))

    present(dialog, workspace, packets.export_packet, then=done)
    return dialog
