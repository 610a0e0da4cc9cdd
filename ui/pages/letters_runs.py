"""The print runs: which letters were printed together, their posting list, and recording that they left together."""

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.dispatch_run import DispatchRunDialog
from ui.models.runs import PostingTable, RunsTable
from ui.navigation import Place
from ui.pages.letter_errands import Errands
from ui.pages.letters_panel import LettersPart, permit
from ui.style.chips import Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.work_table import WorkTable
from workbench.services import dispatch as dispatch_service
from workbench.services import register
from workbench.services.lines import PostingLine, RunLine

_RUNS_WIDTH = 500


class RunsPanel(LettersPart):
    """The runs at the left, the posting list of the one that is chosen at the right."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="runs", parent=parent)
        self._errands = Errands(workspace, self)
        self._runs = RunsTable(workspace.zone, self)
        self.table = WorkTable(
            self._runs,
            name="runsTable",
            label=self.tr("Print runs"),
            stretch=RunsTable.OFFICER,
            whole=(RunsTable.NUMBER, RunsTable.MADE, RunsTable.LETTERS, RunsTable.STATE),
            spare=(RunsTable.OFFICER,),
        )
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._run_chosen())
        self._posting = PostingTable(workspace.words, self)
        self._items = WorkTable(
            self._posting,
            name="postingTable",
            label=self.tr("Posting list"),
            stretch=PostingTable.TO,
            whole=(PostingTable.POSITION, PostingTable.LETTER, PostingTable.PAGES),
            spare=(PostingTable.CASE,),
            bare=True,
        )
        self._items.opened.connect(self._open)
        self._card = Card(self.tr("Posting list"), name="postingCard")
        self._sent = self.button("runsSent", self.tr("Record that it was &sent…"), self._dispatch, role="primary")
        self._again = self.button("runsPrint", self.tr("&Print again…"), self._print)
        self._envelopes = self.button("runsEnvelopes", self.tr("Envelopes or &labels…"), self._envelopes_of_run)
        self._save = self.button("runsPosting", self.tr("Posting l&ist…"), self._posting_list)
        self._csv = self.button("runsCsv", self.tr("Save as &table…"), self._save_table)
        self._card.body.addWidget(self._items, 1)
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(ROOM)
        self.table.setFixedWidth(_RUNS_WIDTH)
        across.addWidget(self.table)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self._card, 1)
        across.addLayout(right, 1)
        self._column.addWidget(self.stack(content), 1)
        self._column.addLayout(self.row(self._sent, self._again, self._envelopes, at_end=(self._save, self._csv)))
        self.setFocusProxy(self.table)
        self._grey()

    def reload(self) -> None:
        """Read the runs again."""
        self.workspace.jobs.ask(register.list_runs, self._show)

    def current(self) -> RunLine | None:
        """Return the run that is current."""
        return self._runs.line(self.table.currentIndex())

    def _show(self, lines: tuple[RunLine, ...]) -> None:
        before = self.current()
        self._runs.show_runs(lines, now=self.workspace.now())
        places = {line.id: place for place, line in enumerate(lines)}
        self.table.choose_row(places.get(before.id, 0) if before is not None else 0)
        self.show_content(
            shown=bool(lines), otherwise=self.tr("Nothing has been printed together yet. Print letters under To print.")
        )
        self.tell(self.tr("%n print run(s)", "", len(lines)))
        self._run_chosen()

    def _run_chosen(self) -> None:
        run = self.current()
        self._grey()
        if run is None:
            self._posting.show_lines(())
            return
        self.workspace.jobs.ask(partial(register.posting_list, run_id=run.id), partial(self._show_items, run))

    def _show_items(self, run: RunLine, lines: tuple[PostingLine, ...]) -> None:
        current = self.current()
        if current is None or current.id != run.id:
            return
        self._posting.show_lines(lines)
        self._card.set_title(self.tr("Posting list of {run}").format(run=run.number))

    def _grey(self) -> None:
        run = self.current()
        for button in (self._again, self._envelopes, self._save, self._csv):
            button.setEnabled(run is not None)
        left = run is not None and run.sent < len(run.letters)
        permit(
            self._sent,
            may=left and not self.workspace.read_only,
            why_not=self.tr("Every letter of this run has left."),
        )

    def _open(self, index: QModelIndex) -> None:
        line = self._posting.line(index)
        if line is not None:
            self.workspace.navigation.go(Place("letter", letter_id=line.letter_id))

    def _dispatch(self) -> None:
        run = self.current()
        if run is not None:
            self.workspace.jobs.ask(partial(register.waiting_in_run, run_id=run.id), partial(self._show_dispatch, run))

    def _show_dispatch(self, run: RunLine, waiting: tuple[PostingLine, ...]) -> None:
        if not waiting:
            self.workspace.notices.say(self.tr("Every letter of {run} has left.").format(run=run.number), Tone.INFO)
            return
        dialog = DispatchRunDialog(self.workspace, run, waiting, self.workspace.now(), parent=self)
        present(dialog, self.workspace, dispatch_service.dispatch_run)

    def _print(self) -> None:
        run = self.current()
        if run is not None:
            self._errands.print_letters(run.letters, title=run.number)

    def _envelopes_of_run(self) -> None:
        run = self.current()
        if run is not None:
            self._errands.envelopes(run.letters)

    def _posting_list(self) -> None:
        run = self.current()
        if run is not None:
            self._errands.posting_list(run=run)

    def _save_table(self) -> None:
        run = self.current()
        if run is not None:
            self._errands.save_posting_table(run)
