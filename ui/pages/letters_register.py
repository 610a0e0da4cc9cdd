"""The dispatch register on the screen: every sending, what became of it, and recording that it arrived or came back."""

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QModelIndex, QTimer
from PySide6.QtWidgets import QCheckBox, QDateEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.delivery import DeliveryDialog
from ui.dialogs.returned import ReturnDialog
from ui.models.sendings import SendingTable
from ui.navigation import Place
from ui.pages.letter_errands import Errands
from ui.pages.letters_panel import LettersPart, permit
from ui.widgets.work_table import WorkTable
from workbench.domain.letters import DispatchChannel, Letter
from workbench.services import cases as case_service
from workbench.services import dispatch as dispatch_service
from workbench.services import letters as letter_service
from workbench.services import register
from workbench.services.lines import CasePage, SendingFilter, SendingLine
from workbench.services.office import Desk

_TYPING_MS = 200
_OPEN_STATES = frozenset({"sent", "waiting_for_proof"})


class RegisterPanel(LettersPart):
    """Every sending of the office."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="register", parent=parent)
        self._wanted = SendingFilter()
        self._errands = Errands(workspace, self)
        words = workspace.words
        self._model = SendingTable(words, workspace.zone, self)
        self.table = WorkTable(
            self._model,
            name="registerTable",
            label=self.tr("Dispatch register"),
            stretch=SendingTable.ADDRESS,
            whole=(SendingTable.SENT, SendingTable.LETTER, SendingTable.CASE, SendingTable.STATE),
            spare=(SendingTable.CASE, SendingTable.OFFICER),
        )
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._grey())
        self._text = self.search("registerFilterText", self.tr("Number, name, address"))
        channels = [(words.word("dispatch_channel", one.value), one.value) for one in DispatchChannel]
        self._channel = self.combo("registerFilterChannel", self.tr("Sent by"), channels)
        states = [(words.word("sending_state", one), one) for one in register.SENDING_STATES]
        self._state = self.combo("registerFilterState", self.tr("State"), states)
        self._one_day = QCheckBox(self.tr("On &day"))
        self._one_day.setObjectName("registerOneDay")
        self._one_day.setAccessibleName(self.tr("Only one day"))
        self._day = QDateEdit()
        self._day.setObjectName("registerDay")
        self._day.setAccessibleName(self.tr("Day of the sending"))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("d MMM yyyy")
        self._day.setEnabled(False)
        today = workspace.now()
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._delivered = self.button("registerDelivered", self.tr("Record the deli&very…"), self._deliver)
        self._returned = self.button("registerReturned", self.tr("Record the &return…"), self._return)
        self._posting = self.button("registerPosting", self.tr("&Posting list of the day…"), self._posting_list)
        self._csv = self.button("registerCsv", self.tr("Save as &table…"), self._save_table)
        self._column.addLayout(self.row(self._text, self._one_day, self._day, self._channel, self._state))
        self._column.addWidget(self.stack(self.table), 1)
        self._column.addLayout(self.row(self._delivered, self._returned, at_end=(self._posting, self._csv)))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.reload)
        self._text.textChanged.connect(lambda _text: self._typing.start())
        self._one_day.toggled.connect(self._day.setEnabled)
        self._one_day.toggled.connect(lambda _on: self.reload())
        self._day.dateChanged.connect(lambda _day: self.reload())
        for box in (self._channel, self._state):
            box.currentIndexChanged.connect(lambda _index: self.reload())
        self.setFocusProxy(self.table)
        self._grey()

    def reload(self) -> None:
        """Read the register again with the filters as they stand."""
        channel = self._channel.currentData()
        self._wanted = SendingFilter(
            on=self._chosen_day() if self._one_day.isChecked() else None,
            channel=DispatchChannel(channel) if channel is not None else None,
            state=str(self._state.currentData() or ""),
            text=self._text.text().strip(),
        )
        query = partial(register.list_sendings, chosen=self._wanted)
        self.workspace.jobs.ask(query, partial(self._show, self._wanted))

    def current(self) -> SendingLine | None:
        """Return the sending that is current."""
        return self._model.line(self.table.currentIndex())

    def _chosen_day(self) -> date:
        day = self._day.date()
        return date(day.year(), day.month(), day.day())

    def _show(self, wanted: SendingFilter, lines: tuple[SendingLine, ...]) -> None:
        if wanted != self._wanted:
            return
        before = self.current()
        self._model.show_sendings(lines, now=self.workspace.now())
        places = {line.id: place for place, line in enumerate(lines)}
        self.table.choose_row(places.get(before.id, 0) if before is not None else 0)
        narrowed = wanted != SendingFilter()
        self.show_content(
            shown=bool(lines),
            otherwise=self.tr("No sending fits these filters.")
            if narrowed
            else self.tr("Nothing has been sent yet. Record a sending where the letter is open, or for a whole print run."),
        )
        waiting = sum(line.state == "waiting_for_proof" for line in lines)
        sendings = self.tr("%n sending(s)", "", len(lines))
        unproved = self.tr("%n waiting for proof", "", waiting)
        self.tell(f"{sendings}, {unproved}" if waiting else sendings)
        self._grey()

    def _grey(self) -> None:
        line = self.current()
        may = line is not None and line.newest and line.state in _OPEN_STATES and not self.workspace.read_only
        why_not = self.tr("What became of a sending is recorded once, for the newest sending of a letter.")
        for button in (self._delivered, self._returned):
            permit(button, may=may, why_not=why_not)

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self.workspace.navigation.go(Place("letter", case_id=line.case_id, letter_id=line.letter_id))

    def _deliver(self) -> None:
        self._with_letter(self._show_delivery)

    def _return(self) -> None:
        self._with_letter(self._show_return)

    def _with_letter(self, then: object) -> None:
        line = self.current()
        if line is not None and callable(then):
            self.workspace.jobs.ask(partial(_letter_and_case, line.letter_id), then)

    def _show_delivery(self, found: tuple[Letter, CasePage]) -> None:
        dialog = DeliveryDialog(self.workspace, found[0], self.workspace.now(), parent=self)
        present(dialog, self.workspace, dispatch_service.record_delivery)

    def _show_return(self, found: tuple[Letter, CasePage]) -> None:
        letter, page = found
        dialog = ReturnDialog(self.workspace, page, letter, self.workspace.now(), parent=self)
        present(dialog, self.workspace, dispatch_service.record_return)

    def _posting_list(self) -> None:
        self._errands.posting_list(on=self._chosen_day())

    def _save_table(self) -> None:
        self._errands.save_register(self._wanted)


def _letter_and_case(letter_id: int, desk: Desk) -> tuple[Letter, CasePage]:
    letter = letter_service.load_letter(desk, letter_id)
    return letter, case_service.case_page(desk, letter.case_id)
