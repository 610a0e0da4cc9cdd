"""Intake: a new case by form or from a mail, with the clocks that will run shown before it is opened.

A mail is read in a process of its own; its bytes are kept as evidence, and one that cannot be read goes to quarantine.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import formats
from ui.context import Workspace
from ui.dialogs.files import PickedFile, pick_files, read_file
from ui.jobs import Ticket
from ui.models.clock_figures import law_of, short_cite
from ui.models.due_words import word_of_deadline
from ui.models.evidence_table import grouped_digest
from ui.navigation import Place
from ui.pages.mail_view import MailView
from ui.pages.request_form import RequestForm
from ui.safe import Label, set_role
from ui.style.chips import Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card, ProblemBox
from ui.widgets.page import Page, page_column, scrolled
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.cases import Channel, LawPlace
from workbench.domain.changes import Changes
from workbench.domain.commands import QuarantineFile, RegisterRequest
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.settings import OfficeSettings
from workbench.services import deadlines, intake
from workbench.services.arrivals import Arrival, ImportProblemError, read_arrival
from workbench.services.lines import DeadlineLine
from workbench.services.office import Desk

_FORM_WIDTH = 500
_LEAST_FORM_WIDTH = 400
_TYPING_MS = 150
_KEPT_BY_OFFICER = "kept_by_officer"


@dataclass(frozen=True, slots=True)
class ReadMail:
    """A file that was opened as a mail: the mail, or why it could not be read."""

    file: PickedFile
    arrival: Arrival | None
    problem: ImportProblemError | None


def read_mail_file(path: Path, own_hosts: tuple[str, ...]) -> ReadMail:
    """Return a file as a mail, read by the worker process; a problem is part of the answer, so that the bytes stay at hand."""
    file = read_file(path)
    if not file.readable:
        return ReadMail(file, None, None)
    try:
        return ReadMail(file, read_arrival(file.data, own_hosts=own_hosts), None)
    except ImportProblemError as problem:
        return ReadMail(file, None, problem)


def _settings(desk: Desk) -> OfficeSettings:
    return desk.settings


class IntakePage(Page):
    """What arrived at the left, what was understood at the right, and the clocks below it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("intakePage")
        self._mail: ReadMail | None = None
        self._ticket: Ticket | None = None
        self._settings: OfficeSettings | None = None
        self._ready = False
        self._form = RequestForm(workspace)
        self._view = MailView(workspace.zone)
        self._problem = ProblemBox(name="intakeProblem")
        self._channel = QComboBox()
        self._subject_line = QLineEdit()
        self._text = QPlainTextEdit()
        self._arrived = QStackedWidget()
        self._unreadable = Label("", wrap=True, selectable=True, name="intakeUnreadable")
        self._clocks = QGridLayout()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_TYPING_MS)
        self._open = self._action("intakeOpen", self.tr("Open case"), self._open_case)
        self._quarantine = self._action("intakeQuarantine", self.tr("Keep as quarantine"), self._keep_in_quarantine)
        self._cancel = self._action("intakeCancel", self.tr("Cancel"), self._give_up)
        self._open.setEnabled(not workspace.read_only)
        self._quarantine.setEnabled(not workspace.read_only)
        self._lay_out()
        self._wait.timeout.connect(self._look_at_clocks)
        self._form.clocks_changed.connect(self._wait.start)
        self._head()

    def show_place(self, place: Place) -> None:
        """Show the form; what was begun stays as it is."""
        del place
        self._head()
        self.workspace.jobs.ask(_settings, self._take_settings)

    def reload(self) -> None:
        """Reckon the clocks again."""
        self._wait.start()

    def may_leave(self) -> bool:
        """Return whether nothing was begun."""
        return self._mail is None and not self._form.touched() and not self._text.toPlainText().strip()

    def open_mail(self, path: Path) -> None:
        """Read a mail that was dropped or chosen; what stood in the form gives way to it."""
        self._problem.say("")
        self.set_heading(
            self.tr("New case from a mail"),
            self.tr("Reading {name}…").format(name=path.name),
            buttons=(self._cancel,),
        )
        self.workspace.jobs.ask(_settings, partial(self._read, path))

    def _action(self, name: str, text: str, slot: object) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action

    # What is on the page

    def _lay_out(self) -> None:
        set_role(self._arrived, "surface")
        self._arrived.addWidget(self._typed())
        self._arrived.addWidget(self._view)
        arrived = Card(self.tr("What arrived"), name="arrivedCard")
        self._unreadable.hide()
        arrived.body.addWidget(self._unreadable)
        arrived.body.addWidget(self._arrived, 1)
        understood = Card(self.tr("What was understood"), name="understoodCard")
        understood.body.addWidget(self._form)
        understood.body.addStretch(1)
        runs = Card(self.tr("Then these clocks run"), name="clocksCard")
        self._clocks.setHorizontalSpacing(ROOM)
        self._clocks.setVerticalSpacing(6)
        self._clocks.setColumnStretch(0, 1)
        runs.body.addLayout(self._clocks)
        content = QWidget()
        right = QVBoxLayout(content)
        right.setContentsMargins(0, 0, 4, 0)
        right.setSpacing(ROOM)
        right.addWidget(understood)
        right.addStretch(1)
        side = QWidget()
        side.setMinimumWidth(_LEAST_FORM_WIDTH)
        side.setMaximumWidth(_FORM_WIDTH)
        stacked = QVBoxLayout(side)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(ROOM)
        stacked.addWidget(scrolled(content, name="understoodScroll"), 1)
        stacked.addWidget(runs)
        across = QHBoxLayout()
        across.setSpacing(ROOM + GAP // 2)
        across.addWidget(arrived, 1)
        across.addWidget(side, 1)
        column = page_column(self)
        column.addWidget(self._problem)
        column.addLayout(across, 1)

    def _typed(self) -> QWidget:
        self._channel.setObjectName("intakeChannel")
        for channel in (Channel.POST, Channel.EMAIL, Channel.WEB_FORM, Channel.WHATSAPP, Channel.PHONE, Channel.IN_PERSON):
            self._channel.addItem(word("channel", channel), channel)
        self._subject_line.setObjectName("intakeSubject")
        self._text.setObjectName("intakeText")
        self._text.setTabChangesFocus(True)
        typed = QWidget()
        column = QVBoxLayout(typed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        pick = QPushButton(self.tr("&Open a mail…"))
        pick.setObjectName("intakePick")
        pick.setAccessibleName(self.tr("Open a mail"))
        pick.clicked.connect(self._pick)
        hint = self.tr("Drop an e-mail (.eml) anywhere on the window, or write down what came another way.")
        first = QHBoxLayout()
        first.addWidget(Label(hint, role="small", wrap=True), 1)
        first.addWidget(pick, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        for label, widget in (
            (self.tr("It came b&y"), self._channel),
            (self.tr("Sub&ject"), self._subject_line),
            (self.tr("What the person &wrote or said"), self._text),
        ):
            column.addSpacing(6)
            column.addWidget(Label(label, role="field", buddy=widget))
            column.addWidget(widget, 1 if widget is self._text else 0)
        return typed

    def _head(self) -> None:
        if self._mail is not None and self._mail.arrival is not None:
            file = self._mail.file
            told = self.tr("{name}, {size}, read without opening anything in it")
            self.set_heading(
                self.tr("New case from a mail"),
                told.format(name=file.name, size=formats.size(len(file.data))),
                buttons=(self._cancel, self._quarantine, self._open),
            )
            return
        self.set_heading(
            self.tr("New case"),
            self.tr("A clock runs from the day the request arrived, not from the day it is written down here."),
            buttons=(self._cancel, self._open),
        )

    def _take_settings(self, settings: OfficeSettings) -> None:
        self._settings = settings
        if not self._ready:
            self._start_over()

    def _start_over(self) -> None:
        self._ready = True
        self._mail = None
        self._problem.say("")
        self._unreadable.hide()
        self._subject_line.clear()
        self._text.clear()
        self._arrived.setCurrentIndex(0)
        language = self._settings.letter_language if self._settings is not None else self.workspace.language
        self._form.clear(self._home_law(), now=self.workspace.now(), language=language)
        self._head()
        self._look_at_clocks()
        if self.isVisible():
            self._channel.setFocus()

    def _home_law(self) -> tuple[tuple[LawPlace, str], ...]:
        settings = self._settings
        return ((LawPlace(settings.home_law, settings.home_place), ""),) if settings is not None else ()

    # A mail

    def _pick(self) -> None:
        kinds = self.tr("Mail (*.eml);;All files (*)")
        pick_files(self, self.tr("Open a mail"), name="intakePickDialog", kinds=kinds, several=False, then=self.open_mail)

    def _read(self, path: Path, settings: OfficeSettings) -> None:
        self._settings = settings
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.workspace.jobs.work(partial(read_mail_file, path, settings.mail_hosts), self._was_read)

    def _was_read(self, read: ReadMail) -> None:
        self._ticket = None
        self._start_over()
        if read.arrival is not None:
            self._mail = read
            self._show_arrival(read.arrival)
            return
        if read.problem is None:
            text = self.tr("{name} could not be read from its place, or is larger than a mail can be. Nothing was kept.")
            self._say_unreadable(text.format(name=read.file.name))
            return
        told = self.workspace.words.error(read.problem)
        if self.workspace.read_only:
            self._say_unreadable(told)
            return
        command = QuarantineFile(name=read.file.name, data=read.file.data, reason=read.problem.reason.value)
        kept = self.tr("{name}: {told} It is kept in quarantine with its bytes, SHA-256 {digest}.").format(
            name=read.file.name, told=told, digest=grouped_digest(read.file.sha256)
        )
        self.workspace.jobs.run(partial(intake.quarantine_file, command), then=partial(self._quarantined, kept))

    def _quarantined(self, told: str, _changes: Changes) -> None:
        self._say_unreadable(told)
        self.workspace.notices.say(self.tr("The file could not be read and is kept in quarantine."), Tone.SOON)

    def _say_unreadable(self, text: str) -> None:
        self._unreadable.setText(text)
        self._unreadable.set_role("", "soon")
        self._unreadable.show()

    def _show_arrival(self, arrival: Arrival) -> None:
        mail = arrival.mail
        self._view.show_mail(mail, arrival.phrases)
        self._arrived.setCurrentIndex(1)
        self._form.show_person(mail.from_name or mail.from_email, mail.from_email)
        self._form.suggest_rights(arrival.rights)
        self._form.laws.show_laws(arrival.laws or self._home_law())
        received = mail.received_at or self.workspace.now()
        self._form.show_received(received, self.workspace.zone, from_mail=mail.received_at is not None)
        self._form.show_language(mail.language, self.tr("language of the mail"))
        self._form.begin()
        self._head()
        self._look_at_clocks()

    # The clocks

    def _look_at_clocks(self) -> None:
        laws, rights, at = self._form.laws.laws(), self._form.rights(), self._form.received_at()
        query = partial(deadlines.preview_clocks, laws=laws, rights=rights, received_at=at, zone=self._form.zone())
        asked = (laws, rights, at)

        def show(lines: tuple[DeadlineLine, ...]) -> None:
            if asked == (self._form.laws.laws(), self._form.rights(), self._form.received_at()):
                self._show_clocks(lines)

        self.workspace.jobs.ask(query, show, refused=self._no_clocks)

    def _show_clocks(self, lines: tuple[DeadlineLine, ...]) -> None:
        empty(self._clocks)
        if not lines:
            hint = self.tr("Tick what the person asks for and choose the law; the dates appear here.")
            self._clocks.addWidget(Label(hint, role="muted", wrap=True, name="clocksHint"), 0, 0, 1, 2)
            return
        shown = [line for line in lines if line.kind != "extension_notice"]
        for row, line in enumerate(shown):
            owed = word("deadline_kind", line.kind)
            if line.rights and len(self._form.rights()) > len(line.rights):
                owed += ": " + ", ".join(word("right", right) for right in line.rights)
            left = QVBoxLayout()
            left.setSpacing(0)
            left.addWidget(Label(owed, wrap=True))
            law = law_of(line.law, line.place, self.workspace.words)
            left.addWidget(Label(f"{law}, {short_cite(line.cite)}" if line.cite else law, role="small", wrap=True))
            self._clocks.addLayout(left, row, 0)
            date_words = Label(self._date_words(line), role="strong", name=f"clockDate{row}")
            date_words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            if line.late:
                date_words.set_role("strong", "late")
            self._clocks.addWidget(date_words, row, 1, Qt.AlignmentFlag.AlignTop)

    def _date_words(self, line: DeadlineLine) -> str:
        if line.due is not None:
            return formats.moment(line.due, line.zone)
        if line.reckoning.guide is not None:
            return self.tr("target {day}").format(day=formats.moment(line.reckoning.guide, line.zone))
        return word_of_deadline(line, now=self.workspace.now()).text

    def _no_clocks(self, error: WorkbenchError) -> None:
        empty(self._clocks)
        told = Label(self.workspace.words.error(error), wrap=True, name="clocksRefused")
        told.set_role("", "late")
        self._clocks.addWidget(told, 0, 0, 1, 2)

    # What the buttons do

    def _open_case(self) -> None:
        found = self._form.problems()
        self._form.complain(found)
        if found:
            return
        self._open.setEnabled(False)
        command = self._command()
        self.workspace.jobs.run(partial(intake.register_request, command), then=self._opened, refused=self._refused)

    def _command(self) -> RegisterRequest:
        arrival = self._mail.arrival if self._mail is not None else None
        mail = arrival.mail if arrival is not None else None
        evidence: tuple[NewEvidence, ...] = ()
        received_from = "officer"
        if self._mail is not None and mail is not None:
            file = self._mail.file
            evidence = (NewEvidence(file.name, "message/rfc822", file.data, EvidenceKind.REQUEST),)
            if mail.received_at is not None and mail.received_at == self._form.received_at():
                received_from = mail.received_from
        return RegisterRequest(
            subject=self._form.subject(),
            requester=self._form.requester(),
            received_at=self._form.received_at(),
            zone=self._form.zone(),
            received_from=received_from,
            channel=Channel.EMAIL if mail is not None else Channel(self._channel.currentData()),
            rights=self._form.rights(),
            laws=self._form.laws.laws(),
            subject_line=mail.subject if mail is not None else self._subject_line.text().strip(),
            text=mail.text if mail is not None else self._text.toPlainText().strip(),
            language=self._form.language(),
            evidence=evidence,
        )

    def _opened(self, changes: Changes) -> None:
        self._open.setEnabled(True)
        self._start_over()
        self.workspace.notices.say(self.tr("{number} is open; its clocks run.").format(number=changes.number))
        if changes.created is not None:
            self.workspace.navigation.go(Place("case", case_id=changes.created))

    def _refused(self, error: WorkbenchError) -> None:
        self._open.setEnabled(True)
        self._problem.say(self.workspace.words.error(error))

    def _keep_in_quarantine(self) -> None:
        if self._mail is None:
            return
        file = self._mail.file
        command = QuarantineFile(name=file.name, data=file.data, reason=_KEPT_BY_OFFICER)
        self.workspace.jobs.run(partial(intake.quarantine_file, command), then=self._kept, refused=self._refused)

    def _kept(self, _changes: Changes) -> None:
        self._start_over()
        self.workspace.notices.say(self.tr("The mail is kept in quarantine. No case was opened."))
        self.workspace.navigation.go(Place("today"))

    def _give_up(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        self._start_over()
        if self.workspace.navigation.can_go_back:
            self.workspace.navigation.back()
        else:
            self.workspace.navigation.go(Place("today"))
