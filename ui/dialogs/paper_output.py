"""Putting a letter or a record on paper or into a file: the two dialogs, and what is said when it was done or could not be.

The bytes are those that were given; drawing and writing happen away from the GUI thread.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDir, QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.context import Workspace
from ui.printing import PaperProblemError, print_pdf, printer_for, save_pdf
from ui.safe import tell


class Paper(Protocol):
    """What can leave the program: a name for the print queue and the file, and how many pages it has. Never a person's name."""

    @property
    def number(self) -> str:
        """Return its name, such as the number of a letter."""
        ...

    @property
    def pages(self) -> int:
        """Return how many pages it has, 0 where nobody counted."""
        ...


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper that is no letter, such as the record of how dates were reckoned."""

    number: str
    pages: int = 0


class PaperOutput(QObject):
    """Prints and saves papers for one window.

    Args:
        workspace: jobs and the notice bar.
        owner: the widget over which the dialogs open.
    """

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner

    def print_paper(self, paper: Paper, data: bytes) -> None:
        """Open the system's print dialog, and print when it is accepted."""
        try:
            printer = printer_for(data, title=paper.number)
        except PaperProblemError as problem:
            self._complain(problem)
            return
        dialog = QPrintDialog(printer, self._owner)
        dialog.setObjectName("printDialog")
        dialog.setWindowTitle(self.tr("Print {number}").format(number=paper.number))
        if paper.pages:
            dialog.setMinMax(1, paper.pages)
            dialog.setFromTo(1, paper.pages)
        dialog.setPrintRange(QPrintDialog.PrintRange.AllPages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, on=False)
        dialog.finished.connect(partial(self._print_answered, dialog, paper, data, printer))
        QDialog.open(dialog)

    def save_paper(self, paper: Paper, data: bytes) -> None:
        """Ask for a place, and write the exact bytes there."""
        title = self.tr("Save {number} as PDF").format(number=paper.number)
        self._ask_place(paper, data, title=title, suffix="pdf", kinds=self.tr("PDF files (*.pdf)"))

    def save_table(self, paper: Paper, data: bytes) -> None:
        """Ask for a place, and write a table (CSV) there."""
        title = self.tr("Save {number} as a table").format(number=paper.number)
        self._ask_place(paper, data, title=title, suffix="csv", kinds=self.tr("Tables (*.csv)"))

    def save_mail(self, paper: Paper, data: bytes) -> None:
        """Ask for a place, and write a mail draft there."""
        title = self.tr("Save the e-mail draft of {number}").format(number=paper.number)
        self._ask_place(paper, data, title=title, suffix="eml", kinds=self.tr("Mail (*.eml)"))

    def _ask_place(self, paper: Paper, data: bytes, *, title: str, suffix: str, kinds: str) -> None:
        dialog = QFileDialog(self._owner, title)
        dialog.setObjectName("saveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilter(kinds)
        dialog.setDirectory(QDir.homePath())
        dialog.selectFile(f"{paper.number}.{suffix}")
        dialog.finished.connect(partial(self._save_answered, dialog, paper, data))
        dialog.open()

    def save_to(self, paper: Paper, data: bytes, target: Path) -> None:
        """Write the exact bytes to a file, and say that it was done or why it could not be."""
        self._workspace.jobs.work(partial(_saved, data, target), partial(self._save_done, paper.number))

    def print_on(self, paper: Paper, data: bytes, printer: QPrinter) -> None:
        """Print on a printer that is set up already, and say that it was done or why it could not be."""
        self._workspace.notices.say(self.tr("Printing {number}…").format(number=paper.number))
        self._workspace.jobs.work(partial(_printed, data, printer), partial(self._print_done, paper.number))

    def _print_answered(self, dialog: QPrintDialog, paper: Paper, data: bytes, printer: QPrinter, result: int) -> None:
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted:
            self.print_on(paper, data, printer)

    def _save_answered(self, dialog: QFileDialog, paper: Paper, data: bytes, result: int) -> None:
        chosen = dialog.selectedFiles()
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted and chosen:
            self.save_to(paper, data, Path(chosen[0]))

    def _print_done(self, number: str, outcome: int | PaperProblemError) -> None:
        if isinstance(outcome, PaperProblemError):
            self._complain(outcome)
            return
        told = self.tr("%n page(s) of {number} sent to the printer.", "", outcome)
        self._workspace.notices.say(told.format(number=number))

    def _save_done(self, number: str, outcome: Path | PaperProblemError) -> None:
        if isinstance(outcome, PaperProblemError):
            self._complain(outcome)
            return
        told = self.tr("{number} saved as {file}.")
        self._workspace.notices.say(told.format(number=number, file=outcome.name))

    def _complain(self, problem: PaperProblemError) -> None:
        tell(self._owner, self.tr("Not done"), problem_words(problem))


def problem_words(problem: PaperProblemError) -> str:
    """Return why a paper could not be printed or saved, and what to do."""
    sentences = {
        "unreadable": QCoreApplication.translate(
            "PaperOutput", "This PDF cannot be read, so nothing was printed. Check the store before you go on."
        ),
        "printer": QCoreApplication.translate(
            "PaperOutput", "The printer took no page, or not all of them. Check that it is on and has paper, then print again."
        ),
        "disk_full": QCoreApplication.translate(
            "PaperOutput", "The disk is full, so nothing was saved. Make room or choose another place."
        ),
        "not_allowed": QCoreApplication.translate(
            "PaperOutput", "You may not write in that place, so nothing was saved. Choose another folder."
        ),
        "not_written": QCoreApplication.translate(
            "PaperOutput", "The file could not be written there, and nothing was left behind. Choose another folder."
        ),
    }
    return sentences[problem.problem]


def _printed(data: bytes, printer: QPrinter) -> int | PaperProblemError:
    try:
        return print_pdf(data, printer)
    except PaperProblemError as problem:
        return problem


def _saved(data: bytes, target: Path) -> Path | PaperProblemError:
    try:
        return save_pdf(data, target)
    except PaperProblemError as problem:
        return problem
