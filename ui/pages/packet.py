"""Review packets: opened for reading and answered here; answers that came back are taken in; the keys of reviewers.

A packet that is open lives in this page alone and is let go of when it is closed, or when the window locks.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog, present
from ui.dialogs.packet_answer import AnswerPacketDialog, TakeAnswerDialog
from ui.dialogs.packet_keys import OwnKeyDialog, ReviewerDialog
from ui.dialogs.packet_open import OpeningWords, OpenSealedDialog, SealedFile
from ui.navigation import Place
from ui.safe import Label, set_role, without_mnemonic
from ui.style.chips import Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.page import Page, page_column, scrolled
from ui.widgets.paragraph_view import ParagraphView
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.rows import empty
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.domain.packets import PacketFile, fingerprint
from workbench.services import packets
from workbench.services.office import Desk
from workbench.services.packet_text import packet_paragraphs
from workbench.services.packets import AnswerFound, ReviewerLine, ReviewPacket

_TEXT_WIDTH = 480
_PAPER_WIDTH = 360
_FILES_HEIGHT = 150
"""The least width of the text and of the paper beside it, and the height of the list of files."""

_Slot = Callable[[], None]
_Use = Callable[[CommandDialog, SealedFile], None]


class PacketPage(Page):
    """What can be done with packets, or the one that is open."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("packetPage")
        self._review: ReviewPacket | None = None
        self._sealed: SealedFile | None = None
        self._open = self._action("packetOpen", self.tr("&Open a packet…"), self._ask_packet)
        self._take = self._action("packetTake", self.tr("&Take an answer in…"), self._ask_answer)
        self._answer = self._action("packetAnswer", self.tr("&Answer…"), self._ask_verdict)
        self._close = self._action("packetClose", self.tr("&Close the packet"), self._close_packet)
        for action in (self._take, self._answer):
            action.setEnabled(not workspace.read_only)
        self._stack = QStackedWidget()
        set_role(self._stack, "ground")
        self._stack.addWidget(self._start_view())
        self._stack.addWidget(self._packet_view())
        page_column(self).addWidget(self._stack, 1)
        workspace.jobs.changed.connect(self._changed)
        self._show_start()

    def show_place(self, place: Place) -> None:
        """Show the packet that is open, else what can be done."""
        del place
        self.reload()

    def reload(self) -> None:
        """Read the keys again."""
        self.workspace.jobs.ask(_keys, self._show_keys)

    # What can be done

    def _start_view(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(ROOM)
        for name, title, text, action in (
            (
                "packetOpenCard",
                self.tr("A packet to review"),
                self.tr("Another office asks for your approval. Open its packet, read it, and send your signed answer back."),
                self._open,
            ),
            (
                "packetTakeCard",
                self.tr("An answer that came back"),
                self.tr("Take the answer to one of your packets in. You see what it says before anything is recorded."),
                self._take,
            ),
        ):
            card = Card(title, name=name)
            card.body.addWidget(Label(text, wrap=True))
            card.body.addWidget(self._button(f"{name}Button", action), 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(card)
        keys = Card(self.tr("Keys of reviewers"), name="packetKeysCard")
        keys.body.addWidget(
            Label(
                self.tr(
                    "Read your key out to the other office on the telephone, and add the keys of officers who work elsewhere."
                ),
                wrap=True,
            )
        )
        self._own = Label("", wrap=True, selectable=True, role="code", name="packetOwnKey")
        keys.body.addWidget(self._own)
        self._reviewers = QVBoxLayout()
        keys.body.addLayout(self._reviewers)
        self._make = self._action("packetMakeKey", self.tr("&Make my key…"), self._make_key)
        self._add = self._action("packetAddReviewer", self.tr("Add a &reviewer…"), self._add_reviewer)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for action in (self._make, self._add):
            action.setEnabled(not self.workspace.read_only)
            row.addWidget(self._button(f"{action.objectName()}Button", action))
        row.addStretch(1)
        keys.body.addLayout(row)
        column.addWidget(keys)
        column.addStretch(1)
        return scrolled(inside, name="packetStart")

    def _show_keys(self, found: tuple[str, tuple[ReviewerLine, ...]]) -> None:
        own, lines = found
        shown = fingerprint(own) if own else self.tr("You have no key yet.")
        self._own.setText(self.tr("Your key: {key}").format(key=shown) if own else shown)
        self._make.setVisible(not own)
        empty(self._reviewers)
        for number, line in enumerate(lines):
            place = self.tr("signs here") if line.here else self.tr("works elsewhere")
            name = ", ".join(one for one in (line.name, line.title, place) if one)
            self._reviewers.addWidget(Label(name, role="strong", wrap=True, name=f"packetReviewer{number}"))
            self._reviewers.addWidget(Label(line.fingerprint, role="code", wrap=True, selectable=True))

    def _show_start(self) -> None:
        self._stack.setCurrentIndex(0)
        self.set_heading(self.tr("Review packets"), "", buttons=(self._take, self._open))

    # A packet

    def _packet_view(self) -> QWidget:
        self._record = ParagraphView("packetRecord")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, ROOM, 0)
        column.setSpacing(ROOM)
        self._asked = Label("", wrap=True, name="packetAsked")
        column.addWidget(self._asked)
        column.addWidget(self._record)
        column.addStretch(1)
        self._preview = PdfPreview("packetLetter", self.tr("The letter as it would leave"))
        files = Card(self.tr("Evidence"), name="packetFiles")
        files.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        inside = QWidget()
        self._files = QVBoxLayout(inside)
        self._files.setContentsMargins(0, 0, 4, 0)
        self._files.setSpacing(GAP)
        listed = scrolled(inside, name="packetFileList")
        listed.setFixedHeight(_FILES_HEIGHT)
        set_role(inside, "")
        files.body.addWidget(listed)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(ROOM, 0, 0, 0)
        beside.setSpacing(ROOM)
        beside.addWidget(self._preview, 1)
        beside.addWidget(files)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("packetSplit")
        split.setChildrenCollapsible(False)
        text = scrolled(left, name="packetText")
        text.setMinimumWidth(_TEXT_WIDTH)
        right.setMinimumWidth(_PAPER_WIDTH)
        split.addWidget(text)
        split.addWidget(right)
        split.setSizes([3 * _TEXT_WIDTH, 2 * _TEXT_WIDTH])
        return split

    def _show_packet(self, sealed: SealedFile, shown: tuple[ReviewPacket, bytes]) -> None:
        review, paper = shown
        self._review, self._sealed = review, sealed
        packet, spoken = review.packet, self.workspace.words
        self._asked.setText(
            self.tr("{name} of {office} asks on {on}: {words}").format(
                name=packet.asked_by,
                office=packet.office,
                on=spoken.date(packet.made_at, packet.zone),
                words=packet.asked_words or self.tr("please approve"),
            )
        )
        self._record.show_paragraphs(packet_paragraphs(packet, self.workspace.language))
        if not paper or not self._preview.show_pdf(paper):
            self._preview.show_message(self.tr("This letter cannot be drawn here. Save it from the packet instead."))
        empty(self._files)
        self._files.addWidget(
            self._file_row(0, self.tr("Letter as it was drawn"), packets.PAPER, f"{packet.letter_number}.pdf")
        )
        for number, file in enumerate(packet.files, start=1):
            told = f"{file.name}, {formats.size(file.size)}"
            self._files.addWidget(self._file_row(number, told, file.item, file.name, file))
        self._files.addStretch(1)
        self._stack.setCurrentIndex(1)
        right = spoken.word("right", packet.right.value)
        outcome = spoken.word("outcome", packet.decision.outcome.value)
        chips = ((self.tr("For reading only"), Tone.INFO), (outcome, Tone.SOON))
        subtitle = f"{packet.case_number}, {packet.subject.name}, {right}"
        self.set_heading(packet.number, subtitle, chips=chips, buttons=(self._close, self._answer))

    def _file_row(self, number: int, told: str, item: str, name: str, file: PacketFile | None = None) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Label(told, wrap=True, name=f"packetFile{number}"))
        if file is not None:
            column.addWidget(Label(f"SHA-256 {fingerprint(file.sha256)}", role="small", wrap=True, selectable=True))
        across.addLayout(column, 1)
        button = QPushButton(self.tr("Save a copy…"))
        button.setObjectName(f"packetSave{number}")
        button.setAccessibleName(self.tr("Save a copy of {name}").format(name=name))
        button.clicked.connect(partial(self._ask_place, item, name))
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _ask_place(self, item: str, name: str, _checked: object = None) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save a copy of {name}").format(name=name))
        dialog.setObjectName("saveDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDirectory(QDir.homePath())
        dialog.selectFile(name)
        dialog.filesSelected.connect(partial(self._save, item))
        dialog.open()

    def _save(self, item: str, chosen: list[str]) -> None:
        if self._review is None or not chosen:
            return
        target = Path(chosen[0])
        work = partial(packets.save_copy, self._review, item, target, replace=True)
        told = self.tr("A copy was saved as {file}.").format(file=target.name)
        self.workspace.jobs.work(work, lambda _none: self.workspace.notices.say(told), refused=self._refused)

    def _close_packet(self) -> None:
        self._review, self._sealed = None, None
        self._record.show_paragraphs(())
        self._preview.show_message("")
        empty(self._files)
        self._show_start()
        self.reload()

    # Dialogs

    def _ask_packet(self) -> None:
        said = OpeningWords(
            self.tr("Open a review packet"),
            self.tr("The packet is opened for reading only. Every byte of it is proved first; nothing of it is kept here."),
            self.tr("&Open"),
            self.tr("Review packets (*{suffix})").format(suffix=packets.SUFFIX) + ";;" + self.tr("Every file (*)"),
        )
        dialog = OpenSealedDialog(self.workspace, "openPacket", said, self.workspace.now(), self.window())
        self._present(dialog, self._open_packet)

    def _open_packet(self, dialog: CommandDialog, sealed: SealedFile) -> None:
        def done(shown: tuple[ReviewPacket, bytes]) -> None:
            dialog.finish()
            self._show_packet(sealed, shown)

        self.workspace.jobs.work(partial(_opened, sealed), done, refused=dialog.refuse)

    def _ask_answer(self) -> None:
        said = OpeningWords(
            self.tr("Take an answer in"),
            self.tr("The signature, the packet and the content are checked. You see what it says before anything is recorded."),
            self.tr("&Look at it"),
            self.tr("Answers (*{suffix})").format(suffix=packets.ANSWER_SUFFIX) + ";;" + self.tr("Every file (*)"),
        )
        dialog = OpenSealedDialog(self.workspace, "openAnswer", said, self.workspace.now(), self.window())
        self._present(dialog, self._look)

    def _look(self, dialog: CommandDialog, sealed: SealedFile) -> None:
        def done(found: AnswerFound) -> None:
            dialog.finish()
            take = TakeAnswerDialog(self.workspace, found, sealed, self.workspace.now(), self.window())
            present(take, self.workspace, packets.take_answer, then=partial(self._taken, found))

        query = partial(packets.look_at_answer, path=sealed.path, passphrase=sealed.passphrase)
        self.workspace.jobs.ask(query, done, refused=dialog.refuse)

    def _taken(self, found: AnswerFound, changes: Changes) -> None:
        told = self.tr("The answer of {name} to {number} is recorded.")
        self.workspace.notices.say(told.format(name=found.officer_name, number=changes.number))
        self.workspace.navigation.go(Place("case", case_id=found.case_id))

    def _ask_verdict(self) -> None:
        if self._review is None or self._sealed is None:
            return
        dialog = AnswerPacketDialog(self.workspace, self._review, self._sealed, self.workspace.now(), self.window())
        present(dialog, self.workspace, packets.answer_packet, then=self._answered)

    def _answered(self, changes: Changes) -> None:
        self.workspace.notices.say(
            self.tr("Your answer to {number} is signed and saved. Send it back.").format(number=changes.number)
        )
        self._close_packet()

    def _make_key(self) -> None:
        dialog = OwnKeyDialog(self.workspace, self.workspace.now(), self.window())
        present(dialog, self.workspace, packets.make_own_key)

    def _add_reviewer(self) -> None:
        dialog = ReviewerDialog(self.workspace, self.workspace.now(), self.window())
        present(dialog, self.workspace, packets.add_reviewer)

    def _present(self, dialog: OpenSealedDialog, use: _Use) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.submitted.connect(partial(use, dialog))
        dialog.open()

    # Small parts

    def _action(self, name: str, text: str, slot: _Slot) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action

    def _button(self, name: str, action: QAction) -> QPushButton:
        button = QPushButton(action.text())
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(action.text()))
        button.clicked.connect(action.trigger)
        action.changed.connect(partial(_follow, button, action))
        return button

    def _refused(self, error: WorkbenchError) -> None:
        self.workspace.notices.say(self.workspace.words.error(error), Tone.LATE)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.settings:
            self.reload()


def _follow(button: QPushButton, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    button.setVisible(action.isVisible())


def _keys(desk: Desk) -> tuple[str, tuple[ReviewerLine, ...]]:
    return packets.own_key(desk), packets.list_reviewers(desk)


def _opened(sealed: SealedFile) -> tuple[ReviewPacket, bytes]:
    """Return a packet with its letter drawn from what is approved; without a paper where it cannot be drawn here."""
    review = packets.open_packet(sealed.path, sealed.passphrase)
    try:
        return review, packets.letter_paper(review)
    except WorkbenchError:
        return review, b""
