"""Letters leave the program here: onto paper through a printer, or into a file of the officer's choice.

Bytes go in and are never changed. Page numbers start at 1 and ranges include both ends; sizes are points unless a name says pixels.
A sheet is a piece of paper, a side one of its faces; on paper printed on both sides every letter begins on the front of a sheet.
"""

import errno
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

FINEST_DPI = 600
"""A page is drawn at the printer's own resolution, or at a whole fraction of it that is not finer than this."""

POINTS_PER_INCH = 72.0
FIT_TOLERANCE = 1.001
"""Paper that is smaller by less than this counts as the same size: formats are rounded to whole points."""


BLANK = 0
"""The page number of a side that stays empty: the back of the last sheet of a letter with an odd number of pages."""


class PaperProblemError(Exception):
    """A letter could not be put on paper or into a file; `problem` is one of PAPER_PROBLEMS, `number` names the letter in a run."""

    def __init__(self, problem: str, number: str = "") -> None:
        """Keep which problem it was; the words are the screen's."""
        self.problem = problem
        self.number = number
        super().__init__(problem)


PAPER_PROBLEMS = ("unreadable", "printer", "disk_full", "not_allowed", "not_written")


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One letter of a run: its number, which is all that a print queue may see, and the bytes of its PDF."""

    number: str
    data: bytes


@dataclass(slots=True)
class RunProgress:
    """How far a run is: written by the thread that prints, read by the window, which alone sets `cancelled`."""

    letters: int = 0
    pages: int = 0
    cancelled: bool = False

    def stopped(self) -> bool:
        """Return whether the window has asked the run to end, which it may do at any moment."""
        return self.cancelled


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What came of a run: the numbers of the letters that were sent to the printer, in order, and how many pages they have.

    `problem` is what stopped the run; the letters after it were not sent. A run that was cancelled has no problem and lacks
    letters.
    """

    sent: tuple[str, ...]
    pages: int
    problem: PaperProblemError | None = None


class PdfBytes:
    """A PDF held in memory and read by Qt from there: no file is made."""

    def __init__(self, data: bytes) -> None:
        """Open the bytes.

        Raises:
            PaperProblemError: `unreadable`, when they are no PDF.
        """
        self._buffer = QBuffer()
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)
        if self.document.status() is not QPdfDocument.Status.Ready:
            problem = "unreadable"
            raise PaperProblemError(problem)

    def close(self) -> None:
        """Let go of the document before the bytes under it."""
        self.document.close()
        self._buffer.close()


def printer_for(data: bytes, *, title: str) -> QPrinter:
    """Return a printer set to the paper of the letter's first page, named `title` in the print queue.

    Args:
        data: the letter's PDF.
        title: a letter number: it is seen in the queue of the printer, so never a person's name.

    Raises:
        PaperProblemError: `unreadable`, when the bytes are no PDF.
    """
    pdf = PdfBytes(data)
    points = pdf.document.pagePointSize(0)
    pdf.close()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    printer.setDocName(title)
    printer.setCreator("Onee Workbench")
    return printer


def both_sides(printer: QPrinter) -> bool:
    """Return whether paper may be printed on both sides; where the printer decides, it may be."""
    return printer.duplex() is not QPrinter.DuplexMode.DuplexNone


def pages_asked(printer: QPrinter, count: int) -> tuple[int, ...]:
    """Return the pages to print of a letter of `count` pages, in the order in which they leave the printer.

    Copies are in it only where the printer does not make them itself.
    """
    return tuple(page for _, sides in pieces_asked(printer, [count]) for page in sides if page != BLANK)


def sheets_needed(counts: Sequence[int], *, duplex: bool) -> int:
    """Return how many sheets one copy of letters with these numbers of pages takes."""
    return sum((count + 1) // 2 if duplex else count for count in counts)


def pieces_asked(
    printer: QPrinter, counts: Sequence[int], *, duplex: bool | None = None
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return what to print of letters with these numbers of pages: pairs of a letter's place and the pages of its sides.

    On both sides of the paper each piece has an even number of sides, BLANK where there is no page, so that the next one
    begins on the front of a sheet. A page range is kept for a letter alone, not for a run. Copies are in it only where the
    printer does not make them itself: the run again where they are collated, else each sheet again.

    Args:
        printer: page range, order and copies are taken from it.
        counts: the number of pages of each letter.
        duplex: whether paper is printed on both sides; None asks the printer.
    """
    turned = both_sides(printer) if duplex is None else duplex
    alone = len(counts) == 1
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    each = 1 if printer.collateCopies() else copies
    made = []
    for place, count in enumerate(counts):
        sheets = _sheets(_numbers(printer, count) if alone else range(1, count + 1), duplex=turned)
        if backwards:
            sheets.reverse()
        sides = tuple(side for sheet in sheets for _ in range(each) for side in sheet)
        if sides:
            made.append((place, sides))
    if backwards:
        made.reverse()
    return tuple(made * (copies // each))


def _numbers(printer: QPrinter, count: int) -> list[int]:
    numbers = list(range(1, count + 1))
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return numbers
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return [number for number in numbers if ranges.contains(number)]
    if printer.fromPage() > 0:
        last = printer.toPage() or printer.fromPage()
        return [number for number in numbers if printer.fromPage() <= number <= last]
    return numbers


def _sheets(numbers: Sequence[int], *, duplex: bool) -> list[tuple[int, ...]]:
    if not duplex:
        return [(number,) for number in numbers]
    filled = [*numbers, BLANK] if len(numbers) % 2 else list(numbers)
    return list(zip(filled[::2], filled[1::2], strict=True))


def print_pdf(data: bytes, printer: QPrinter) -> int:
    """Print a letter page by page, each in its own size in the middle of the paper, and return how many pages were sent.

    A page larger than the paper is made smaller to fit; none is ever made larger. The pages are pictures of the archived
    bytes, so what lies in the tray is what the store holds.

    Args:
        data: the letter's PDF.
        printer: paper, page range, order and copies are taken from it.

    Raises:
        PaperProblemError: `unreadable` when the bytes are no PDF, `printer` when the printer takes no page.
    """
    outcome = print_run([PrintedPaper(printer.docName(), data)], printer, title=printer.docName())
    if outcome.problem is not None:
        raise outcome.problem
    return outcome.pages


def print_run(
    papers: Sequence[PrintedPaper],
    printer: QPrinter,
    *,
    title: str,
    one_job: bool = True,
    duplex: bool | None = None,
    progress: RunProgress | None = None,
) -> RunOutcome:
    """Print letters one after the other, as one job or as one job for each, and say which were sent.

    Every letter is opened before the first page is sent, so that one that cannot be read stops the run while nothing lies in
    the tray. Letters of another paper size than those before them begin a job of their own: a job has one size. A run that is
    cancelled ends after the letter under way: no letter is sent in part.

    Args:
        papers: in the order in which they are to lie in the tray.
        printer: paper, both sides, copies and order are taken from it; a page range only for a letter alone.
        title: the name of a job of several letters in the print queue, never a person's name.
        one_job: one job for all; else one for each letter, which a queue can hold or print again by itself.
        duplex: whether paper is printed on both sides, so that backs are left empty; None asks the printer, which does not
            always tell (a file that a print shop prints, a printer that turns the paper by itself).
        progress: told of each page and letter, and asked before each letter whether to go on.
    """
    told = progress if progress is not None else RunProgress()
    sent: list[str] = []
    with ExitStack() as opened:
        documents: list[QPdfDocument] = []
        for paper in papers:
            try:
                pdf = PdfBytes(paper.data)
            except PaperProblemError as problem:
                return RunOutcome((), 0, PaperProblemError(problem.problem, paper.number))
            opened.callback(pdf.close)
            documents.append(pdf.document)
        jobs = list(_jobs(documents, one_job=one_job))
        mixed = len({_size(document) for document in documents}) > 1
        file = printer.outputFileName()
        for job in jobs:
            several = len(job) > 1
            if len(papers) > 1:
                printer.setDocName(title if several else papers[job[0]].number)
            if mixed:
                _set_paper(printer, documents[job[0]])
            if file and len(jobs) > 1:
                printer.setOutputFileName(_file_of_job(file, papers[job[0]].number))
            try:
                finished = _print_job([documents[place] for place in job], printer, told, duplex=duplex)
            except PaperProblemError as problem:
                return RunOutcome(tuple(sent), told.pages, PaperProblemError(problem.problem, papers[job[0]].number))
            sent += [papers[job[place]].number for place in finished]
            if told.stopped():
                break
    return RunOutcome(tuple(sent), told.pages)


def _jobs(documents: Sequence[QPdfDocument], *, one_job: bool) -> Iterator[list[int]]:
    """Return the places of the letters of each job: neighbours of one paper size, or each letter by itself."""
    if not one_job:
        yield from ([place] for place in range(len(documents)))
        return
    for _, same in groupby(range(len(documents)), key=lambda place: _size(documents[place])):
        yield list(same)


def _size(document: QPdfDocument) -> tuple[int, int]:
    """Return the paper of a letter in whole points."""
    size = document.pagePointSize(0).toSize()
    return size.width(), size.height()


def _set_paper(printer: QPrinter, document: QPdfDocument) -> None:
    """Give the printer the paper of another size; where it has that size already, what the officer chose stays."""
    wanted = QPageSize(document.pagePointSize(0), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    if wanted.sizePoints() != printer.pageLayout().pageSize().sizePoints():
        printer.setPageSize(wanted)


def _file_of_job(file: str, number: str) -> str:
    """Return the file of one job of several where the printer prints into a file."""
    path = Path(file)
    return str(path.with_name(f"{path.stem}-{number}{path.suffix}"))


def _print_job(
    documents: Sequence[QPdfDocument], printer: QPrinter, progress: RunProgress, *, duplex: bool | None
) -> list[int]:
    """Print one job and return the places of the letters that are wholly in it."""
    pieces = pieces_asked(printer, [document.pageCount() for document in documents], duplex=duplex)
    if not pieces or progress.stopped():
        return []
    printer.setFullPage(True)
    painter = QPainter()
    problem = "printer"
    if not painter.begin(printer):
        raise PaperProblemError(problem)
    finished: list[int] = []
    left = [place for place, _ in pieces]
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        fresh = True
        for place, sides in pieces:
            if progress.stopped():
                break
            for side in sides:
                if not fresh and not printer.newPage():
                    raise PaperProblemError(problem)
                fresh = False
                if side != BLANK:
                    _print_page(documents[place], side - 1, painter, printer)
                    progress.pages += 1
            left.remove(place)
            if place not in left:
                finished.append(place)
                progress.letters += 1
    finally:
        ended = painter.end()
    if not ended or printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise PaperProblemError(problem)
    return finished


def _print_page(document: QPdfDocument, index: int, painter: QPainter, printer: QPrinter) -> None:
    paper = printer.paperRect(QPrinter.Unit.Point).size()
    page = document.pagePointSize(index)
    coarser = ceil(printer.resolution() / FINEST_DPI)
    size = _pixels(page, paper, dpi=printer.resolution() / coarser)
    picture = page_picture(document, index, size)
    whole = printer.paperRect(QPrinter.Unit.DevicePixel).size().toSize()
    width, height = size.width() * coarser, size.height() * coarser
    painter.drawImage(QRect((whole.width() - width) // 2, (whole.height() - height) // 2, width, height), picture)


def _pixels(page: QSizeF, paper: QSizeF, *, dpi: float) -> QSize:
    shrink = max(1.0, page.width() / paper.width(), page.height() / paper.height())
    scale = dpi / POINTS_PER_INCH / (shrink if shrink > FIT_TOLERANCE else 1.0)
    return QSize(round(page.width() * scale), round(page.height() * scale))


def page_picture(document: QPdfDocument, index: int, size: QSize) -> QImage:
    """Return one page on white paper, `size` pixels; grey where the page has no colour. Pages count from 0 here."""
    drawn = document.render(index, size)
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.drawImage(0, 0, drawn)
    painter.end()
    if picture.allGray():
        return picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return picture


def save_pdf(data: bytes, target: Path) -> Path:
    """Write the letter's exact bytes to `target`, readable by its owner alone, and return the path.

    The file is written beside its place, flushed to the disk and then moved over it: there is never half a letter.

    Raises:
        PaperProblemError: `disk_full`, `not_allowed` or `not_written`; nothing is left behind.
    """
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        _flush_folder(target.parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise PaperProblemError(_problem_of(error)) from error
    return target


def _problem_of(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return "disk_full"
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "not_allowed"
    return "not_written"


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle to a folder and needs none
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
