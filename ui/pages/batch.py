"""Letters to many: choose, check, issue, and see what became of each.

Every change of what is asked for checks the cases again, in small portions. What is issued stays issued: a batch that was stopped is
taken up from the list of batches, and the cases that failed can be tried again.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import formats
from ui.context import Workspace
from ui.models.batch_table import READY, STOPPED, BatchesTable, BatchRow, BatchTable, row_of_item, row_of_plan
from ui.navigation import Place
from ui.pages.batch_run import BatchRun
from ui.pages.letter_errands import Errands
from ui.safe import Label, ask, set_role, without_mnemonic
from ui.style.chips import Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.button_row import ButtonRow
from ui.widgets.page import Page, page_column
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.work_table import WorkTable
from ui.wording import language_name
from workbench.domain.batches import ItemState
from workbench.domain.changes import Changes
from workbench.domain.commands import RetryBatch, StartBatch
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import LetterFields, LetterKind
from workbench.services import batch as batches
from workbench.services import letters as letter_service
from workbench.services.batch import BatchItem, BatchLine, PlanLine
from workbench.services.letter_texts import languages_of
from workbench.services.lines import LetterPreview
from workbench.services.office import Desk

PORTION = 40
"""How many cases are checked in one go."""
_TYPING_MS = 600
_PREVIEW = 360
_REMARK = 62


class Standing(StrEnum):
    """What the page shows."""

    OVERVIEW = "overview"
    CHECKING = "checking"
    CHECKED = "checked"
    RUNNING = "running"
    HALTED = "halted"
    DONE = "done"


class BatchPage(Page):
    """The list of batches, or one that is chosen, checked, issued and told."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("batchPage")
        self._standing = Standing.OVERVIEW
        self._case_ids: tuple[int, ...] = ()
        self._unchecked: list[int] = []
        self._plan: list[PlanLine] = []
        self._round = 0
        self._line: BatchLine | None = None
        self._language_of: dict[int, str] = {}
        self.run = BatchRun(workspace, self)
        self._errands = Errands(workspace, self)
        self._batches = BatchesTable(workspace.words, workspace.zone, self)
        self._cases = BatchTable(workspace.words, self)
        self._build()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._check)
        self._kind.currentIndexChanged.connect(self._kind_chosen)
        self._language.currentIndexChanged.connect(lambda _index: self._check())
        self._remark.textChanged.connect(self._edited)
        self._overview.opened.connect(self._open_batch)
        self._table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_preview())
        self._table.opened.connect(self._open_case)
        self.run.moved.connect(self._moved)
        self.run.ended.connect(self._ended)
        self.run.refused.connect(self._refused)
        workspace.jobs.changed.connect(self._changed)
        self._show_standing()

    @property
    def standing(self) -> Standing:
        """Return what the page shows."""
        return self._standing

    def show_place(self, place: Place) -> None:
        """Check the cases of a place; without cases show the list of batches, or the run that is under way."""
        if self.run.running:
            self._show_standing()
        elif place.case_ids and place.case_ids != self._case_ids:
            self._choose(place.case_ids)
        elif not place.case_ids:
            self._go_to_list()
        else:
            self._show_standing()

    def reload(self) -> None:
        """Check again, or read the list again."""
        if self._standing is Standing.OVERVIEW:
            self.workspace.jobs.ask(batches.list_batches, self._show_batches)
        elif self._standing in {Standing.CHECKING, Standing.CHECKED}:
            self._check()

    def before_lock(self) -> None:
        """Stop the run: its letters are issued or wait, and it is taken up from the list."""
        self.run.give_up()

    # What is on the page

    def _build(self) -> None:
        self._overview = WorkTable(
            self._batches,
            name="batchesTable",
            label=self.tr("Batches"),
            stretch=BatchesTable.LETTER,
            spare=(BatchesTable.OFFICER,),
        )
        self._none = Label(
            self.tr("No letters to many yet. Narrow the list of cases, or mark some in it, and choose Write letters to these."),
            role="muted",
            wrap=True,
            name="batchesEmpty",
        )
        self._to_cases = self._button("batchToCases", self.tr("&Choose cases…"), self._go_to_cases)
        first = QWidget()
        column = page_column(first)
        empty = QWidget()
        above = QVBoxLayout(empty)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._none)
        above.addStretch(1)
        self._first = QStackedWidget()
        self._first.addWidget(self._overview)
        self._first.addWidget(empty)
        column.addWidget(self._first, 1)
        column.addWidget(ButtonRow((self._to_cases,)))
        self._stack = QStackedWidget()
        self._stack.addWidget(first)
        self._stack.addWidget(self._work_view())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _work_view(self) -> QWidget:
        self._kind = QComboBox()
        for kind in LetterKind:
            self._kind.addItem(self.workspace.words.word("letter", kind.value), kind.value)
        self._language = QComboBox()
        for box, name, label in (
            (self._kind, "batchKind", self.tr("Kind of letter")),
            (self._language, "batchLanguage", self.tr("Language of the letters")),
        ):
            box.setObjectName(name)
            box.setAccessibleName(label)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(18)
        self._offer_languages()
        self._remark = QPlainTextEdit()
        self._remark.setObjectName("batchRemark")
        self._remark.setTabChangesFocus(True)
        self._remark.setFixedHeight(_REMARK)
        self._remark_label = Label(self.tr("&Words that stand in every letter"), role="field", buddy=self._remark)
        self._table = WorkTable(
            self._cases,
            name="batchTable",
            label=self.tr("Cases of the batch"),
            stretch=BatchTable.SAYS,
            spare=(BatchTable.LANGUAGE,),
        )
        self._reason = Label("", role="muted", wrap=True, name="batchReason")
        self._said = Label("", wrap=True, name="batchSaid")
        self._progress = QProgressBar()
        self._progress.setObjectName("batchProgress")
        self._progress.setAccessibleName(self.tr("How far it is"))
        self._progress.setTextVisible(False)
        self._issue = self._button("batchIssue", self.tr("&Issue the letters"), self._ask_issue, role="primary")
        self._stop = self._button("batchStop", self.tr("&Stop"), self._stop_run)
        self._resume = self._button("batchResume", self.tr("&Go on"), self._resume_run, role="primary")
        self._retry = self._button("batchRetry", self.tr("&Try the failed again"), self._retry_failed)
        self._print = self._button("batchPrint", self.tr("&Print the issued…"), self._print_issued)
        self._back = self._button("batchList", self.tr("&All batches"), self._go_to_list)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._kind, 3)
        top.addWidget(self._language, 3)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addLayout(top)
        left.addWidget(self._remark_label)
        left.addWidget(self._remark)
        left.addWidget(self._table, 1)
        left.addWidget(self._reason)
        left.addWidget(self._said)
        left.addWidget(self._progress)
        left.addWidget(ButtonRow((self._issue, self._stop, self._resume, self._retry, self._print, self._back)))
        self.preview = PdfPreview("batchPreview", self.tr("The letter of the case that is marked"))
        self.preview.setFixedWidth(_PREVIEW)
        across = QHBoxLayout()
        across.setSpacing(ROOM)
        across.addLayout(left, 1)
        across.addWidget(self.preview)
        view = QWidget()
        page_column(view).addLayout(across)
        return view

    def _button(self, name: str, text: str, slot: Callable[[], None], *, role: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        if role:
            set_role(button, role)
        button.clicked.connect(slot)
        return button

    def _offer_languages(self) -> None:
        blocker = QSignalBlocker(self._language)
        chosen = self._language.currentData()
        self._language.clear()
        self._language.addItem(self.tr("The language of each request"), "")
        for code in languages_of(self._chosen_kind()):
            self._language.addItem(language_name(code), code)
        self._language.setCurrentIndex(max(0, self._language.findData(chosen)))
        blocker.unblock()

    def _show_standing(self) -> None:
        standing = self._standing
        writing = standing in {Standing.CHECKING, Standing.CHECKED}
        self._stack.setCurrentIndex(0 if standing is Standing.OVERVIEW else 1)
        for widget in (self._kind, self._language, self._remark):
            widget.setEnabled(writing)
        may = not self.workspace.read_only
        failed = self._line is not None and self._line.failed > 0
        self._remark_label.setVisible(writing)
        self._remark.setVisible(writing)
        self._issue.setVisible(writing)
        self._issue.setEnabled(may and standing is Standing.CHECKED and any(line.problem is None for line in self._plan))
        self._stop.setVisible(standing is Standing.RUNNING)
        self._stop.setEnabled(not self.run.stopping)
        self._resume.setVisible(standing is Standing.HALTED and may)
        self._retry.setVisible(standing in {Standing.HALTED, Standing.DONE} and failed and may)
        self._print.setVisible(standing in {Standing.HALTED, Standing.DONE})
        self._print.setEnabled(self._line is not None and self._line.issued > 0)
        self._back.setVisible(standing is not Standing.RUNNING)
        self._progress.setVisible(standing in {Standing.CHECKING, Standing.RUNNING, Standing.HALTED})
        subtitle = ""
        if standing is Standing.OVERVIEW:
            subtitle = self.tr("%n batch(es)", "", len(self._batches.lines()))
        elif self._line is not None:
            subtitle = f"{self._line.number}, {self.workspace.words.word('letter', self._line.kind.value)}"
        elif self._case_ids:
            subtitle = self.tr("%n case(s) chosen", "", len(self._case_ids))
        self.set_heading(self.tr("Letters to many"), subtitle)

    # The list of batches

    def _go_to_cases(self) -> None:
        self.workspace.navigation.go(Place("cases"))

    def _go_to_list(self) -> None:
        self._round += 1
        self._case_ids = ()
        self._line = None
        self._standing = Standing.OVERVIEW
        self._show_standing()
        self.reload()

    def _show_batches(self, lines: tuple[BatchLine, ...]) -> None:
        current = self._batches.line(self._overview.currentIndex())
        self._batches.show_lines(lines)
        self._first.setCurrentIndex(0 if lines else 1)
        keep = next((row for row, line in enumerate(lines) if current is not None and line.id == current.id), 0)
        if lines:
            self._overview.choose_row(keep)
            if self._standing is Standing.OVERVIEW:
                self._overview.setFocus()
        self._show_standing()

    def _open_batch(self, index: QModelIndex) -> None:
        line = self._batches.line(index)
        if line is not None:
            self._language_of = {}
            self._show_batch(line)

    def _show_batch(self, line: BatchLine) -> None:
        self._line = line
        self._case_ids = ()
        with QSignalBlocker(self._kind):
            self._kind.setCurrentIndex(self._kind.findData(line.kind.value))
        self._offer_languages()
        with QSignalBlocker(self._language):
            self._language.setCurrentIndex(max(0, self._language.findData(line.language)))
        self._standing = Standing.HALTED if line.waiting else Standing.DONE
        self._tell(line)
        self._show_standing()
        self._read_items(line.id)
        self._table.setFocus()

    # Choosing and checking

    def _choose(self, case_ids: tuple[int, ...]) -> None:
        self._case_ids = case_ids
        self._line = None
        with QSignalBlocker(self._remark):
            self._remark.setPlainText("")
        self._check()
        self._kind.setFocus()

    def _chosen_kind(self) -> LetterKind:
        return LetterKind(self._kind.currentData())

    def _command(self) -> StartBatch:
        words = self._remark.toPlainText().strip()
        return StartBatch(
            kind=self._chosen_kind(),
            case_ids=self._case_ids,
            language=str(self._language.currentData() or ""),
            fields=LetterFields(addressee=(), free_text=words) if words else None,
        )

    def _kind_chosen(self) -> None:
        self._offer_languages()
        self._check()

    def _edited(self) -> None:
        if self._case_ids:
            # What was checked is not what would be issued any more.
            self._standing = Standing.CHECKING
            self._typing.start()
            self._show_standing()

    def _check(self) -> None:
        if not self._case_ids or self._line is not None:
            return
        self._round += 1
        self._plan = []
        self._cases.show_lines(())
        self._unchecked = list(self._case_ids)
        self._standing = Standing.CHECKING
        self.preview.show_message("")
        self._check_next(self._round)

    def _check_next(self, wanted: int) -> None:
        if wanted != self._round:
            return
        self._progress.setMaximum(len(self._case_ids))
        self._progress.setValue(len(self._plan))
        if not self._unchecked:
            self._checked()
            return
        self._said.setText(self.tr("Checking {done} of {total}…").format(done=len(self._plan), total=len(self._case_ids)))
        self._show_standing()
        command = replace(self._command(), case_ids=tuple(self._unchecked[:PORTION]))
        self.workspace.jobs.ask(
            partial(_plan, command), partial(self._planned, wanted), refused=partial(self._check_refused, wanted)
        )

    def _planned(self, wanted: int, lines: tuple[PlanLine, ...]) -> None:
        if wanted == self._round:
            self._plan += lines
            del self._unchecked[: len(lines)]
            self._check_next(wanted)

    def _check_refused(self, wanted: int, refusal: WorkbenchError) -> None:
        if wanted == self._round:
            self._said.setText(self.workspace.words.error(refusal))

    def _checked(self) -> None:
        self._standing = Standing.CHECKED
        # What stands against a letter comes first: that is what the officer has to look at.
        ordered = sorted(self._plan, key=lambda line: line.problem is None)
        self._language_of = {line.case_id: line.language for line in self._plan}
        self._cases.show_lines([row_of_plan(line, self.workspace.words) for line in ordered])
        failing = sum(line.problem is not None for line in self._plan)
        ready = self.tr("%n letter(s) can be issued.", "", len(self._plan) - failing)
        against = self.tr("%n case(s) cannot get one now; they are listed first and stay listed.", "", failing)
        self._said.setText(f"{ready} {against}" if failing else ready)
        self._table.choose_row(0)
        self._show_standing()

    # The preview

    def _show_preview(self) -> None:
        row = self._cases.line(self._table.currentIndex())
        reason = row.says if row is not None and row.state in {STOPPED, ItemState.FAILED.value} else ""
        self._reason.setText(f"{row.case_number}: {reason}" if row is not None and reason else "")
        self._reason.setVisible(bool(reason))
        if row is None:
            self.preview.show_message("")
        elif row.letter_id is not None:
            query = partial(letter_service.letter_pdf, letter_id=row.letter_id)
            self.workspace.jobs.ask(query, partial(self._preview_pdf, row.case_id))
        elif row.state in {READY, STOPPED}:
            preview = partial(batches.preview_item, command=self._command(), case_id=row.case_id)
            self.workspace.jobs.ask(preview, partial(self._previewed, row), refused=partial(self._no_preview, row))
        else:
            self.preview.show_message(row.says)

    def _previewed(self, row: BatchRow, found: LetterPreview) -> None:
        if found.pdf:
            self._preview_pdf(row.case_id, found.pdf)
        elif self._current_case() == row.case_id:
            self.preview.show_message(row.says)

    def _preview_pdf(self, case_id: int, data: bytes) -> None:
        if self._current_case() == case_id and not self.preview.show_pdf(data):
            self.preview.show_message(self.tr("The letter cannot be shown."))

    def _no_preview(self, row: BatchRow, refusal: WorkbenchError) -> None:
        if self._current_case() == row.case_id:
            self.preview.show_message(self.workspace.words.error(refusal))

    def _current_case(self) -> int | None:
        row = self._cases.line(self._table.currentIndex())
        return row.case_id if row is not None else None

    def _open_case(self, index: QModelIndex) -> None:
        row = self._cases.line(index)
        if row is None:
            return
        if row.letter_id is not None:
            self.workspace.navigation.go(Place("letter", case_id=row.case_id, letter_id=row.letter_id))
        else:
            self.workspace.navigation.go(Place("case", case_id=row.case_id))

    # Issuing

    def _ask_issue(self) -> None:
        ready = sum(line.problem is None for line in self._plan)
        ask(
            self,
            self.tr("Issue the letters"),
            self.tr("%n letter(s) get their number and are kept for good; none of them can be changed afterwards.", "", ready),
            yes=self.tr("&Issue"),
            then=self._begin,
        )

    def _begin(self) -> None:
        self._issue.setEnabled(False)
        self.workspace.jobs.run(partial(batches.start_batch, self._command()), then=self._begun)

    def _begun(self, changes: Changes) -> None:
        self.workspace.jobs.ask(partial(batches.load_batch, batch_id=changes.created or 0), self._run)

    def _run(self, line: BatchLine) -> None:
        self._line = line
        self._standing = Standing.RUNNING
        self._tell(line)
        self.run.start(line)
        self._show_standing()
        self._stop.setFocus()

    def _stop_run(self) -> None:
        self.run.stop()
        self._stop.setEnabled(False)

    def _resume_run(self) -> None:
        if self._line is not None:
            self._run(self._line)

    def _retry_failed(self) -> None:
        if self._line is not None:
            command = RetryBatch(batch_id=self._line.id)
            self.workspace.jobs.run(partial(batches.retry_batch, command), then=self._begun)

    def _moved(self, line: BatchLine) -> None:
        self._line = line
        self._tell(line)
        self._read_items(line.id)

    def _ended(self) -> None:
        if self._line is None:
            return
        self._standing = Standing.HALTED if self._line.waiting else Standing.DONE
        self._tell(self._line)
        self._show_standing()
        self._read_items(self._line.id)
        (self._resume if self._line.waiting else self._print).setFocus()

    def _refused(self, refusal: WorkbenchError) -> None:
        self.workspace.notices.say(self.workspace.words.error(refusal), Tone.LATE)

    def _tell(self, line: BatchLine) -> None:
        self._progress.setMaximum(max(line.total, 1))
        self._progress.setValue(line.issued + line.failed)
        figures = self.tr("{issued} issued, {failed} failed, {waiting} waiting").format(
            issued=formats.number(line.issued), failed=formats.number(line.failed), waiting=formats.number(line.waiting)
        )
        rate, left = self.run.pace(line)
        if self._standing is Standing.RUNNING and left is not None:
            pace = self.tr("{rate} a second, about {seconds} s left").format(
                rate=formats.number(round(rate)), seconds=formats.number(round(left))
            )
            figures = f"{figures}; {pace}"
        self._said.setText(figures)

    def _read_items(self, batch_id: int) -> None:
        self.workspace.jobs.ask(partial(batches.batch_items, batch_id=batch_id), partial(self._show_items, batch_id))

    def _show_items(self, batch_id: int, items: tuple[BatchItem, ...]) -> None:
        if self._line is None or self._line.id != batch_id:
            return
        current = self._current_case()
        ordered: Sequence[BatchItem] = sorted(items, key=lambda item: item.state is not ItemState.FAILED)
        words = self.workspace.words
        self._cases.show_lines([row_of_item(item, words, language=self._language_of.get(item.case_id, "")) for item in ordered])
        keep = next((row for row, item in enumerate(ordered) if item.case_id == current), 0)
        self._table.choose_row(keep)

    def _print_issued(self) -> None:
        if self._line is not None:
            self.workspace.jobs.ask(partial(_issued_letters, self._line.id), self._errands.print_letters)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and self._standing is Standing.OVERVIEW and changes.letters:
            self.reload()


def _plan(command: StartBatch, desk: Desk) -> tuple[PlanLine, ...]:
    return batches.plan_batch(desk, command)


def _issued_letters(batch_id: int, desk: Desk) -> tuple[int, ...]:
    return tuple(item.letter_id for item in batches.batch_items(desk, batch_id) if item.letter_id is not None)
