"""A new complaint: what arrived at the left, at the right what it is about, who complains, and the clocks that will run.

A complaint about a case takes person, laws and language from that case; whatever was typed stays when another case is chosen.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import formats
from ui.context import Workspace
from ui.dialogs.complaint_fields import TickList, TransferFields
from ui.dialogs.files import PickedFile, local_files, pick_files, read_file
from ui.models.clock_figures import kind_word, law_of, short_cite
from ui.models.due_words import word_of_deadline
from ui.navigation import Place
from ui.pages.complaint_about import AboutCase
from ui.pages.complaint_person import ComplaintPerson
from ui.pages.intake import ReadMail, read_mail_file
from ui.safe import Label, plain, set_role, without_mnemonic
from ui.style.chips import Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card, ProblemBox
from ui.widgets.flow import FlowLayout
from ui.widgets.page import Page, page_column, scrolled
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.cases import Channel
from workbench.domain.changes import Changes
from workbench.domain.commands import RegisterComplaint
from workbench.domain.complaints import ComplaintKind
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.rights import Right
from workbench.services import complaints
from workbench.services.arrivals import IncomingMail
from workbench.services.complaints import ComplaintStart
from workbench.services.lines import DeadlineLine

_SPOKEN = frozenset({Channel.PHONE, Channel.IN_PERSON})
_LOOK_AFTER_MS = 150
_LEAST_FORM, _MOST_FORM = 420, 560


class ComplaintIntakePage(Page):
    """Opens a case for a complaint."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("complaintIntakePage")
        self.setAcceptDrops(True)
        self._start: ComplaintStart | None = None
        self._asked_for: int | None = None
        self._problem = ProblemBox(name="complaintIntakeProblem")
        self.arrived = _Arrived(workspace)
        self.about = AboutCase(workspace)
        self.person = ComplaintPerson(workspace)
        self._kind = QComboBox()
        self._rights = TickList("complaintRight", self.tr("Rights disputed"))
        self._named = TickList("complaintOfficer", self.tr("Officers named"))
        self._transfer = TransferFields("complaintTransfer")
        self._rights_label = Label(self.tr("It disputes how these were handled; none stands for all"), role="field", wrap=True)
        self._transfer_label = Label(self.tr("The transfer at issue"), role="field")
        self._scope_complaints: dict[str, Label] = {}
        self._clocks = QGridLayout()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_LOOK_AFTER_MS)
        self._open = self._action("complaintOpen", self.tr("Open complaint"), self.open_complaint)
        self._cancel = self._action("complaintCancel", self.tr("Cancel"), self._give_up)
        self._open.setEnabled(not workspace.read_only)
        self._lay_out()
        self._wait.timeout.connect(self._look_at_clocks)
        self._kind.currentIndexChanged.connect(self._look)
        self.about.chosen.connect(self._about_chosen)
        self.arrived.mail_read.connect(self._mail_read)
        self.person.clocks_changed.connect(self._wait.start)
        self.set_heading(
            self.tr("New complaint"),
            self.tr("Every formal complaint in writing is investigated. An oral one is kept, and asked for in writing."),
            buttons=(self._cancel, self._open),
        )
        self._look()

    def show_place(self, place: Place) -> None:
        """Show the form, about a case where one is named; what was begun stays."""
        if self._start is None or (place.case_id is not None and place.case_id != self._asked_for):
            self._asked_for = place.case_id
            self.workspace.jobs.ask(partial(complaints.start_of, about_id=place.case_id), self._begin)
        self.arrived.begin()

    def reload(self) -> None:
        """Reckon the clocks again."""
        self._wait.start()

    def may_leave(self) -> bool:
        """Return whether nothing was begun."""
        return not self.arrived.touched() and not self.person.touched()

    def open_complaint(self) -> None:
        """Check the fields and open the case."""
        found = (*self._scope_problems(), *self.person.problems())
        for key, label in self._scope_complaints.items():
            text = next((said for field, said in found if field == key), "")
            label.setText(text)
            label.setVisible(bool(text))
        self.person.complain(found)
        if found:
            if found[0][0] == "transfer":
                self._transfer.setFocus()
            return
        self._open.setEnabled(False)
        self.workspace.jobs.run(
            partial(complaints.register_complaint, self._command()), then=self._opened, refused=self._refused
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dropped."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files that were dropped with the complaint."""
        event.acceptProposedAction()
        for path in local_files(event.mimeData()):
            self.arrived.take(path)

    # What is on the page

    def _lay_out(self) -> None:
        self._kind.setObjectName("complaintKind")
        self._kind.setAccessibleName(self.tr("Kind of complaint"))
        for kind in ComplaintKind:
            self._kind.addItem(word("complaint_kind", kind), kind.value)
        scope = Card(self.tr("What it is about"), name="complaintScopeCard")
        scope.body.setSpacing(4)
        scope.body.addWidget(self.about)
        scope.body.addWidget(Label(self.tr("&Kind"), role="field", buddy=self._kind))
        scope.body.addWidget(self._kind)
        scope.body.addWidget(self._rights_label)
        scope.body.addWidget(self._rights)
        scope.body.addWidget(self._transfer_label)
        scope.body.addWidget(self._transfer)
        scope.body.addWidget(self._complaint("transfer"))
        scope.body.addWidget(Label(self.tr("Officers whom it names"), role="field"))
        scope.body.addWidget(self._named)
        scope.body.addWidget(
            Label(
                self.tr("Who took a disputed decision, and whom the complaint names, cannot decide it."),
                role="small",
                wrap=True,
            )
        )
        who = Card(self.tr("Who complains"), name="complaintPersonCard")
        who.body.addWidget(self.person)
        runs = Card(self.tr("Then these clocks run"), name="complaintClocksCard")
        self._clocks.setHorizontalSpacing(ROOM)
        self._clocks.setVerticalSpacing(6)
        self._clocks.setColumnStretch(0, 1)
        runs.body.addLayout(self._clocks)
        content = QWidget()
        right = QVBoxLayout(content)
        right.setContentsMargins(0, 0, 4, 0)
        right.setSpacing(ROOM)
        for card in (scope, who, runs):
            right.addWidget(card)
        right.addStretch(1)
        side = scrolled(content, name="complaintScopeScroll")
        side.setMinimumWidth(_LEAST_FORM)
        side.setMaximumWidth(_MOST_FORM)
        across = QHBoxLayout()
        across.setSpacing(ROOM + GAP // 2)
        across.addWidget(self.arrived, 1)
        across.addWidget(side, 1)
        column = page_column(self)
        column.addWidget(self._problem)
        column.addLayout(across, 1)

    def _complaint(self, key: str) -> Label:
        label = Label("", wrap=True, name=f"complaintProblem{key.title()}")
        label.set_role("", "late")
        label.hide()
        self._scope_complaints[key] = label
        return label

    def _action(self, name: str, text: str, slot: object) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action

    # The case it is about

    def _begin(self, start: ComplaintStart) -> None:
        self._start = start
        self.about.show_case(start.about)
        self.arrived.mail_hosts = start.mail_hosts
        self.person.show_start(start, now=self.workspace.now())
        self._rights.offer([(right.value, word("right", right)) for right in start.rights])
        self._named.offer([(str(one.id), one.name) for one in start.officers])
        self._look()
        self._wait.start()

    def _mail_read(self, mail: IncomingMail) -> None:
        """Take from a mail who wrote it and when it arrived, and look for cases of that person."""
        self.person.show_mail(mail)
        if self._start is None or self._start.about is None:
            self.about.search(mail.from_name or mail.from_email)

    def _about_chosen(self, case_id: int | None) -> None:
        self._asked_for = case_id
        self.workspace.jobs.ask(partial(complaints.start_of, about_id=case_id), self._begin)

    def _look(self, *_told: object) -> None:
        disputed = bool(self._start is not None and self._start.rights)
        self._rights.setVisible(disputed)
        self._rights_label.setVisible(disputed)
        for widget in (self._transfer, self._transfer_label):
            widget.setVisible(self._is_transfer())

    def _is_transfer(self) -> bool:
        return bool(self._kind.currentData() == ComplaintKind.TRANSFER.value)

    def _scope_problems(self) -> tuple[tuple[str, str], ...]:
        if self._is_transfer() and self._transfer.missing():
            return (("transfer", self.tr("Say all four things about the transfer.")),)
        return ()

    # The clocks

    def _look_at_clocks(self) -> None:
        asked = (self.person.laws.laws(), self.person.received_at(), self.person.zone())
        query = partial(complaints.clocks_of_receipt, laws=asked[0], received_at=asked[1], zone=asked[2])

        def show(lines: tuple[DeadlineLine, ...]) -> None:
            if asked == (self.person.laws.laws(), self.person.received_at(), self.person.zone()):
                self._show_clocks(lines)

        self.workspace.jobs.ask(query, show, refused=self._no_clocks)

    def _show_clocks(self, lines: tuple[DeadlineLine, ...]) -> None:
        empty(self._clocks)
        for row, line in enumerate(lines):
            left = QVBoxLayout()
            left.setSpacing(0)
            left.addWidget(Label(kind_word(line.kind), wrap=True))
            law = law_of(line.law, line.place, self.workspace.words)
            small = f"{law}, {short_cite(line.cite)}" if line.cite else law
            left.addWidget(Label(small, role="small", wrap=True))
            self._clocks.addLayout(left, row, 0)
            due = formats.moment(line.due, line.zone) if line.due is not None else ""
            told = due or word_of_deadline(line, now=self.workspace.now()).text
            self._clocks.addWidget(Label(told, role="strong", name=f"complaintClock{row}"), row, 1)
        if not lines:
            none = self.tr("No law of these counts days for a complaint to Onee. Answer without delay.")
            self._clocks.addWidget(Label(none, role="muted", wrap=True, name="complaintNoClock"), 0, 0, 1, 2)

    def _no_clocks(self, error: WorkbenchError) -> None:
        empty(self._clocks)
        told = Label(self.workspace.words.error(error), wrap=True)
        told.set_role("", "late")
        self._clocks.addWidget(told, 0, 0, 1, 2)

    # What the buttons do

    def _command(self) -> RegisterComplaint:
        about = self._start.about if self._start is not None else None
        return RegisterComplaint(
            subject=self.person.subject(),
            requester=self.person.requester(),
            received_at=self.person.received_at(),
            zone=self.person.zone(),
            channel=self.arrived.channel(),
            laws=self.person.laws.laws(),
            kind=ComplaintKind(str(self._kind.currentData())),
            written=self.arrived.written(),
            about_id=about.id if about is not None else None,
            rights=tuple(Right(one) for one in self._rights.ticked()),
            named_officers=tuple(int(one) for one in self._named.ticked()),
            transfer=self._transfer.transfer() if self._is_transfer() else None,
            subject_line=self.arrived.topic(),
            text=self.arrived.text(),
            language=self.person.language(),
            evidence=self.arrived.evidence(),
        )

    def _opened(self, changes: Changes) -> None:
        self._start_over()
        told = self.tr("{number} is open; its clocks run.").format(number=changes.number)
        self.workspace.notices.say(told, Tone.DONE)
        self.workspace.navigation.go(Place("case", case_id=changes.created))

    def _refused(self, error: WorkbenchError) -> None:
        self._open.setEnabled(True)
        self._problem.say(self.workspace.words.error(error))

    def _give_up(self) -> None:
        self._start_over()
        if self.workspace.navigation.can_go_back:
            self.workspace.navigation.back()
        else:
            self.workspace.navigation.go(Place("today"))

    def _start_over(self) -> None:
        self._start, self._asked_for = None, None
        self._open.setEnabled(not self.workspace.read_only)
        self._problem.say("")
        self._kind.setCurrentIndex(0)
        self._rights.clear()
        self._named.clear()
        self._transfer.show_transfer(None)
        self.arrived.clear()
        self.person.clear()


class _Arrived(Card):
    """What arrived: how, in writing or not, its topic, its words and its files; `mail_read` carries a mail among them."""

    mail_read = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(" ", name="complaintArrived")
        self.mail_hosts: tuple[str, ...] = ()
        self.set_title(self.tr("What arrived"))
        self._workspace = workspace
        self._files: list[PickedFile] = []
        self._channel = QComboBox()
        self._channel.setObjectName("complaintChannel")
        self._channel.setAccessibleName(self.tr("It came by"))
        for channel in (Channel.EMAIL, Channel.POST, Channel.WEB_FORM, Channel.WHATSAPP, Channel.PHONE, Channel.IN_PERSON):
            self._channel.addItem(word("channel", channel), channel.value)
        words = self.tr("It is &in writing")
        self._written = QCheckBox(words)
        self._written.setObjectName("complaintWritten")
        self._written.setAccessibleName(without_mnemonic(words))
        self._written.setChecked(True)
        self._topic = QLineEdit()
        self._topic.setObjectName("complaintTopic")
        self._topic.setAccessibleName(self.tr("What the complaint is about, in a few words"))
        self._text = QPlainTextEdit()
        self._text.setObjectName("complaintText")
        self._text.setAccessibleName(self.tr("What the person wrote or said"))
        self._text.setTabChangesFocus(True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._problem = Label("", wrap=True, name="complaintFileProblem")
        self._problem.set_role("", "late")
        self._problem.hide()
        add = self.tr("Add a &file…")
        self._add = QPushButton(add)
        self._add.setObjectName("complaintFileAdd")
        self._add.setAccessibleName(without_mnemonic(add))
        set_role(self._add, "small")
        for label, widget in (
            (self.tr("It came b&y"), self._channel),
            ("", self._written),
            (self.tr("&Topic, as letters name it"), self._topic),
            (self.tr("What the person &wrote or said"), self._text),
        ):
            if label:
                self.body.addWidget(Label(label, role="field", buddy=widget))
            self.body.addWidget(widget, 1 if widget is self._text else 0)
        self.body.addWidget(
            Label(
                self.tr("Add the mail or letter as it came, or drop it on this page: it is kept byte for byte."),
                role="small",
                wrap=True,
            )
        )
        self.body.addWidget(self._chips)
        self.body.addWidget(self._problem)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self.body.addLayout(row)
        self._channel.currentIndexChanged.connect(self._channel_chosen)
        self._add.clicked.connect(self._pick)

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self._channel.setFocus()

    def clear(self) -> None:
        """Show nothing."""
        self._channel.setCurrentIndex(0)
        self._written.setChecked(True)
        self._topic.clear()
        self._text.clear()
        self._files = []
        self._show_files()

    def touched(self) -> bool:
        """Return whether something was written or added."""
        return bool(self._topic.text().strip() or self._text.toPlainText().strip() or self._files)

    def channel(self) -> Channel:
        """Return how it came."""
        return Channel(str(self._channel.currentData()))

    def written(self) -> bool:
        """Return whether it is in writing."""
        return self._written.isChecked()

    def topic(self) -> str:
        """Return what it is about in a few words."""
        return self._topic.text().strip()

    def text(self) -> str:
        """Return the words of the person."""
        return self._text.toPlainText().strip()

    def evidence(self) -> tuple[NewEvidence, ...]:
        """Return the files, as they are to be kept."""
        return tuple(NewEvidence(one.name, one.media_type, one.data, EvidenceKind.CORRESPONDENCE) for one in self._files)

    def take(self, path: Path) -> None:
        """Read a file and keep it with the complaint; a mail fills in what nobody has typed yet."""
        if path.suffix.lower() == ".eml":
            self._workspace.jobs.work(partial(read_mail_file, path, self.mail_hosts), self._read_as_mail)
        else:
            self._workspace.jobs.work(partial(read_file, path), self._read)

    def _pick(self) -> None:
        pick_files(
            self,
            self.tr("Files of the complaint"),
            name="complaintFileDialog",
            kinds=self.tr("Every file (*)"),
            several=True,
            then=self.take,
        )

    def _read(self, file: PickedFile) -> None:
        sound = file.readable and bool(file.data)
        self._problem.setText("" if sound else self.tr("{name} cannot be read, is empty or too large.").format(name=file.name))
        self._problem.setVisible(not sound)
        if sound:
            self._files.append(file)
            self._show_files()

    def _read_as_mail(self, read: ReadMail) -> None:
        self._read(read.file)
        if read.arrival is None:
            return  # it is kept as it came all the same
        mail = read.arrival.mail
        self._channel.setCurrentIndex(self._channel.findData(Channel.EMAIL.value))
        self._written.setChecked(True)
        if not self._topic.text().strip():
            self._topic.setText(mail.subject)
        if not self._text.toPlainText().strip():
            self._text.setPlainText(mail.text)
        self.mail_read.emit(mail)

    def _show_files(self) -> None:
        empty(self._flow)
        for number, one in enumerate(self._files):
            words = f"{one.name}, {formats.size(len(one.data))}"
            chip = QPushButton(plain(f"{words}  \u00d7"), self._chips)
            chip.setObjectName(f"complaintFile{number}")
            chip.setAccessibleName(self.tr("Take away: {name}").format(name=words))
            set_role(chip, "chip")
            chip.clicked.connect(partial(self._remove, number))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._files))
        self._chips.updateGeometry()

    def _remove(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        del self._files[number]
        self._show_files()

    def _channel_chosen(self, *_told: object) -> None:
        self._written.setChecked(self.channel() not in _SPOKEN)
