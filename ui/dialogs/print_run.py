"""A print run: several letters through the system's print dialog, looked at first as the very bytes that are printed.

Drawing and printing happen away from the GUI thread. A run that is stopped ends after the letter under way; what was not sent can be
printed from the same window.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import Workspace
from ui.dialogs.paper_output import problem_words
from ui.models.run_table import RunPaper, RunTable
from ui.printing import (
    PaperProblemError,
    PrintedPaper,
    RunOutcome,
    RunProgress,
    both_sides,
    print_run,
    printer_for,
    sheets_needed,
)
from ui.safe import Label, without_mnemonic
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.work_table import WorkTable

_LOOK_MS = 100
"""How often the window looks how far the printing is."""


class PrintRunDialog(QDialog):
    """Shows the letters of a run, prints them, and says what was sent.

    Args:
        workspace: jobs and notices.
        papers: the letters in the order in which they are printed.
        title: the name of the run in the print queue, never a person's name.
    """

    printed = Signal(object)
    """The letters that were sent to the printer just now: a tuple of their ids, in order."""

    def __init__(self, workspace: Workspace, papers: Sequence[RunPaper], *, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("printRunDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("Print %n letter(s)", "", len(papers))
        self.setWindowTitle(words)
        self.setAccessibleName(words)
        self.resize(1040, 720)
        self._workspace = workspace
        self._title = title
        self._papers = tuple(papers)
        self._sent: tuple[str, ...] = ()
        self._progress: RunProgress | None = None
        self._model = RunTable(self)
        self._model.show_lines(self._papers)
        self.preview = PdfPreview("printRunPreview", self.tr("The letter as it will be printed"))
        self._build()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        self._table.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_row(now.row()))
        self._both.toggled.connect(self._count)
        self._table.choose_row(0)
        self._preset()
        self._count()
        self._table.setFocus()

    def outstanding(self) -> tuple[RunPaper, ...]:
        """Return the letters that have not been sent to the printer."""
        return tuple(paper for paper in self._papers if paper.number not in self._sent)

    def printing(self) -> bool:
        """Return whether letters are being printed now."""
        return self._progress is not None

    def _build(self) -> None:
        self._table = WorkTable(
            self._model, name="printRunTable", label=self.tr("Letters of the run"), stretch=RunTable.TO, whole=(0, 2, 3)
        )
        self._jobs = QComboBox()
        self._jobs.setObjectName("printRunJobs")
        self._jobs.addItem(self.tr("one print job for all"), userData=True)
        self._jobs.addItem(self.tr("one print job for each letter"), userData=False)
        self._both = QCheckBox(self.tr("Paper is printed on &both sides: each letter begins on a fresh sheet"))
        self._both.setObjectName("printRunBoth")
        self._both.setAccessibleName(without_mnemonic(self._both.text()))
        self._counted = Label("", role="small", wrap=True, name="printRunCount")
        self._said = Label("", wrap=True, name="printRunSaid")
        self._said.hide()
        self._bar = QProgressBar()
        self._bar.setObjectName("printRunProgress")
        self._bar.setAccessibleName(self.tr("How far the printing is"))
        self._bar.hide()
        self._print = self._button("printRunPrint", self.tr("&Printer and paper…"), self.ask_printer)
        self._print.setProperty("role", "primary")
        self._print.setDefault(True)
        self._stop = self._button("printRunStop", self.tr("S&top after this letter"), self.stop)
        self._stop.hide()
        self._close = self._button("printRunClose", self.tr("C&lose"), self.reject)
        kinds = QHBoxLayout()
        kinds.setSpacing(GAP)
        kinds.addWidget(Label(self.tr("&Sent as"), role="field", buddy=self._jobs))
        kinds.addWidget(self._jobs, 1)
        left = QVBoxLayout()
        left.setSpacing(GAP + 2)
        left.addWidget(self._table, 1)
        left.addLayout(kinds)
        for widget in (self._both, self._counted, self._said, self._bar):
            left.addWidget(widget)
        paper = Card(name="printRunPaper")
        paper.body.addWidget(self.preview, 1)
        across = QHBoxLayout()
        across.setSpacing(ROOM)
        across.addLayout(left, 1)
        across.addWidget(paper, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        for button in (self._stop, self._print, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(across, 1)
        column.addLayout(buttons)

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _preset(self) -> None:
        """Begin with what the usual printer does."""
        try:
            self._both.setChecked(both_sides(printer_for(self._papers[0].data, title=self._title)))
        except PaperProblemError as problem:
            self._say(problem_words(problem))
            self._print.setEnabled(False)

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._papers) and not self.preview.show_pdf(self._papers[row].data):
            self.preview.show_message(self.tr("The letter's file cannot be read. Check the store before you go on."))

    def _count(self) -> None:
        left = self.outstanding()
        pages = sum(paper.pages for paper in left)
        sheets = sheets_needed([paper.pages for paper in left], duplex=self._both.isChecked())
        told = (
            self.tr("%n letter(s)", "", len(left)),
            self.tr("%n page(s)", "", pages),
            self.tr("%n sheet(s) of paper for one copy", "", sheets),
        )
        self._counted.setText(", ".join(told) + ".")
        self._print.setEnabled(bool(left) and self._progress is None)

    # Printing

    def ask_printer(self) -> None:
        """Open the system's print dialog for what has not been sent yet."""
        left = self.outstanding()
        if not left or self._progress is not None:
            return
        try:
            printer = printer_for(left[0].data, title=self._title if len(left) > 1 else left[0].number)
        except PaperProblemError as problem:
            self._say(problem_words(problem))
            return
        wanted = QPrinter.DuplexMode.DuplexLongSide if self._both.isChecked() else QPrinter.DuplexMode.DuplexNone
        printer.setDuplex(wanted)
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("printDialog")
        dialog.setWindowTitle(self.windowTitle())
        for option in (QPrintDialog.PrintDialogOption.PrintPageRange, QPrintDialog.PrintDialogOption.PrintSelection):
            dialog.setOption(option, on=False)
        dialog.finished.connect(partial(self._answered, dialog, printer))
        QDialog.open(dialog)

    def _answered(self, dialog: QPrintDialog, printer: QPrinter, result: int) -> None:
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print what has not been sent yet on a printer that is set up already."""
        left = self.outstanding()
        self._progress = progress = RunProgress()
        self._bar.setRange(0, max(1, sum(paper.pages for paper in left)))
        self._bar.setValue(0)
        self._bar.setFormat(self.tr("page %v of %m"))
        self._say("")
        self._under_way(under_way=True)
        self._look.start()
        run = partial(
            print_run,
            [PrintedPaper(paper.number, paper.data) for paper in left],
            printer,
            title=self._title,
            one_job=bool(self._jobs.currentData()),
            duplex=self._both.isChecked() or both_sides(printer),
            progress=progress,
        )
        self._workspace.jobs.work(run, self._done)

    def stop(self) -> None:
        """Let the run end after the letter under way."""
        if self._progress is not None:
            self._progress.cancelled = True
            self._stop.setEnabled(False)
            self._say(self.tr("The run ends after the letter that is being printed."))

    def _show_progress(self) -> None:
        if self._progress is not None:
            self._bar.setValue(min(self._progress.pages, self._bar.maximum()))

    def _done(self, outcome: RunOutcome) -> None:
        self._look.stop()
        self._progress = None
        self._sent += outcome.sent
        self._model.mark_sent(self._sent)
        self._under_way(under_way=False)
        self._count()
        ids = {paper.number: paper.id for paper in self._papers}
        if outcome.sent:
            self.printed.emit(tuple(ids[number] for number in outcome.sent))
        if outcome.problem is None and not self.outstanding():
            told = self.tr("%n letter(s) sent to the printer.", "", len(outcome.sent))
            self._workspace.notices.say(told)
            self.accept()
            return
        sent = self.tr("%n letter(s) sent to the printer.", "", len(outcome.sent))
        waits = self.tr("%n letter(s) not printed yet.", "", len(self.outstanding()))
        said = [sent, waits]
        if outcome.problem is not None:
            said.insert(0, f"{outcome.problem.number}: {problem_words(outcome.problem)}")
        self._say("\n".join(said), late=outcome.problem is not None)
        self._print.setText(self.tr("&Print the rest…"))
        self._print.setAccessibleName(without_mnemonic(self._print.text()))

    def _under_way(self, *, under_way: bool) -> None:
        for widget in (self._print, self._jobs, self._both, self._close):
            widget.setEnabled(not under_way)
        self._bar.setVisible(under_way)
        self._stop.setVisible(under_way)
        self._stop.setEnabled(under_way)
        (self._stop if under_way else self._print).setFocus()

    def _say(self, text: str, *, late: bool = False) -> None:
        self._said.set_role("", "late" if late else "")
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def reject(self) -> None:
        """Close, or let a run that is under way end first."""
        if self._progress is not None:
            self.stop()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open while a run is under way."""
        if self._progress is not None:
            self.stop()
            event.ignore()
            return
        super().closeEvent(event)
