"""Letters leave the program here: onto paper through a printer, or into a file of the officer's choice.

Bytes go in and are never changed. Page numbers start at 1 and ranges include both ends; sizes are points unless a name says pixels.
"""

import errno
import os
import secrets
from contextlib import suppress
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


class PaperProblemError(Exception):
    """A letter could not be put on paper or into a file; `problem` is one of PAPER_PROBLEMS."""

    def __init__(self, problem: str) -> None:
        """Keep which problem it was; the words are the screen's."""
        self.problem = problem
        super().__init__(problem)


PAPER_PROBLEMS = ("unreadable", "printer", "disk_full", "not_allowed", "not_written")


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


def pages_asked(printer: QPrinter, count: int) -> tuple[int, ...]:
    """Return the pages to print of a letter of `count` pages, in the order in which they leave the printer.

    Copies are in it only where the printer does not make them itself.
    """
    numbers = list(range(1, count + 1))
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        if not ranges.isEmpty():
            numbers = [number for number in numbers if ranges.contains(number)]
        elif printer.fromPage() > 0:
            last = printer.toPage() or printer.fromPage()
            numbers = [number for number in numbers if printer.fromPage() <= number <= last]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return tuple(numbers * copies)
    return tuple(number for number in numbers for _ in range(copies))


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
    pdf = PdfBytes(data)
    try:
        return _print_pages(pdf.document, printer)
    finally:
        pdf.close()


def _print_pages(document: QPdfDocument, printer: QPrinter) -> int:
    numbers = pages_asked(printer, document.pageCount())
    if not numbers:
        return 0
    printer.setFullPage(True)
    painter = QPainter()
    problem = "printer"
    if not painter.begin(printer):
        raise PaperProblemError(problem)
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for place, number in enumerate(numbers):
            if place > 0 and not printer.newPage():
                raise PaperProblemError(problem)
            _print_page(document, number - 1, painter, printer)
    finally:
        finished = painter.end()
    if not finished or printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise PaperProblemError(problem)
    return len(numbers)


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
