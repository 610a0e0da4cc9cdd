"""Printing and saving: what leaves the program shows the archived letter, in the pages, order and paper asked for."""

import errno
import os
import stat
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A3, A4
from reportlab.pdfgen.canvas import Canvas

from tests.tools.print_check import (
    differences,
    ink_pages,
    laid_out,
    same_print,
)
from ui.printing import (
    PaperProblemError,
    PdfBytes,
    PrintedPaper,
    RunProgress,
    page_picture,
    pages_asked,
    pieces_asked,
    print_pdf,
    print_run,
    printer_for,
    save_pdf,
    sheets_needed,
)


def letter(words: str, *, pages: int = 2, size: tuple[float, float] = A4, colour: bool = False) -> bytes:
    """Return a letter whose lines all hold `words`."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size)
    for page in range(1, pages + 1):
        if colour:
            canvas.setFillColorRGB(0.7, 0.1, 0.1)
        for line in range(25):
            canvas.drawString(72, size[1] - 90 - line * 20, f"{words}, line {line} of page {page}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


LETTER = letter("Your request for access of 28 October")
OTHER = letter("We must refuse; here is how to complain")


@pytest.fixture
def paper(qapp: QApplication, tmp_path: Path) -> QPrinter:
    """A printer that prints into a file, set up as for a letter; coarse, so that the test is quick."""
    assert qapp is not None
    printer = printer_for(LETTER, title="L-2026-0117")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(300)
    return printer


def printed(printer: QPrinter) -> bytes:
    return Path(printer.outputFileName()).read_bytes()


def test_a_printed_letter_shows_the_archived_pages(paper: QPrinter) -> None:
    assert print_pdf(LETTER, paper) == 2
    assert same_print(LETTER, printed(paper))


def test_another_letter_does_not_pass_for_the_printed_one(paper: QPrinter) -> None:
    print_pdf(LETTER, paper)
    assert not same_print(OTHER, printed(paper))
    assert min(differences(OTHER, printed(paper))) > 0.5


def test_a_missing_page_does_not_pass(paper: QPrinter) -> None:
    paper.setPrintRange(QPrinter.PrintRange.PageRange)
    paper.setFromTo(1, 1)
    assert print_pdf(LETTER, paper) == 1
    assert not same_print(LETTER, printed(paper))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param(2, 3, (2, 3), id="second and third"),
        pytest.param(3, 0, (3,), id="only a first page given"),
        pytest.param(4, 9, (4,), id="range beyond the end"),
    ],
)
def test_a_page_range_is_kept(paper: QPrinter, first: int, last: int, expected: tuple[int, ...]) -> None:
    paper.setPrintRange(QPrinter.PrintRange.PageRange)
    paper.setFromTo(first, last or first)
    assert pages_asked(paper, 4) == expected


def test_scattered_pages_are_kept(paper: QPrinter) -> None:
    paper.setPrintRange(QPrinter.PrintRange.PageRange)
    paper.setPageRanges(QPageRanges.fromString("1,3-4"))
    assert pages_asked(paper, 5) == (1, 3, 4)


@pytest.mark.parametrize(
    ("collated", "expected"),
    [pytest.param(True, (1, 2, 1, 2), id="collated"), pytest.param(False, (1, 1, 2, 2), id="page by page")],
)
def test_copies_that_the_printer_does_not_make_are_made_here(
    paper: QPrinter, *, collated: bool, expected: tuple[int, ...]
) -> None:
    paper.setCopyCount(2)
    paper.setCollateCopies(collated)
    assert pages_asked(paper, 2) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param([1, 1], ((0, (1, 0)), (1, (1, 0))), id="one page each"),
        pytest.param([2, 3], ((0, (1, 2)), (1, (1, 2, 3, 0))), id="even, then odd"),
        pytest.param([3], ((0, (1, 2, 3, 0)),), id="alone"),
    ],
)
def test_on_both_sides_every_letter_begins_on_the_front_of_a_sheet(
    paper: QPrinter, counts: list[int], expected: tuple[tuple[int, tuple[int, ...]], ...]
) -> None:
    assert pieces_asked(paper, counts, duplex=True) == expected
    assert all(len(sides) % 2 == 0 for _, sides in pieces_asked(paper, counts, duplex=True))


def test_on_one_side_no_page_is_left_empty(paper: QPrinter) -> None:
    assert pieces_asked(paper, [1, 2]) == ((0, (1,)), (1, (1, 2)))


@pytest.mark.parametrize(
    ("collated", "expected"),
    [
        pytest.param(True, ((0, (1, 0)), (1, (1, 2)), (0, (1, 0)), (1, (1, 2))), id="the run again"),
        pytest.param(False, ((0, (1, 0, 1, 0)), (1, (1, 2, 1, 2))), id="each sheet again"),
    ],
)
def test_copies_of_a_run_on_both_sides_keep_their_sheets(
    paper: QPrinter, *, collated: bool, expected: tuple[tuple[int, tuple[int, ...]], ...]
) -> None:
    paper.setCopyCount(2)
    paper.setCollateCopies(collated)
    assert pieces_asked(paper, [1, 2], duplex=True) == expected


def test_a_run_that_lies_face_up_is_turned_by_sheets_not_by_sides(paper: QPrinter) -> None:
    paper.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pieces_asked(paper, [3, 1], duplex=True) == ((1, (1, 0)), (0, (3, 0, 1, 2)))


def test_a_page_range_belongs_to_a_letter_alone_not_to_a_run(paper: QPrinter) -> None:
    paper.setPrintRange(QPrinter.PrintRange.PageRange)
    paper.setFromTo(1, 1)
    assert pieces_asked(paper, [3, 2]) == ((0, (1, 2, 3)), (1, (1, 2)))


@pytest.mark.parametrize(("duplex", "sheets"), [pytest.param(True, 4, id="both sides"), pytest.param(False, 6, id="one side")])
def test_the_sheets_of_a_run_are_counted(*, duplex: bool, sheets: int) -> None:
    assert sheets_needed([1, 2, 3], duplex=duplex) == sheets


RUN = tuple(
    PrintedPaper(f"L-2026-{number:04}", letter(f"Letter {number} of the run", pages=pages))
    for number, pages in enumerate((1, 2, 3), start=1)
)


def test_a_run_on_both_sides_shows_every_archived_page_and_empty_backs(paper: QPrinter) -> None:
    outcome = print_run(RUN, paper, title="R-2026-0001", duplex=True)
    assert outcome.sent == ("L-2026-0001", "L-2026-0002", "L-2026-0003")
    assert outcome.pages == 6
    assert paper.docName() == "R-2026-0001"
    assert same_print(laid_out([one.data for one in RUN], duplex=True), printed(paper))
    assert not same_print(laid_out([one.data for one in RUN], duplex=False), printed(paper))
    assert not same_print(laid_out([one.data for one in reversed(RUN)], duplex=True), printed(paper))


def test_a_run_of_one_job_each_prints_every_letter_under_its_number(paper: QPrinter, tmp_path: Path) -> None:
    outcome = print_run(RUN, paper, title="R-2026-0001", one_job=False)
    assert len(outcome.sent) == 3
    for one in RUN:
        assert same_print(one.data, (tmp_path / f"printed-{one.number}.pdf").read_bytes())
    assert paper.docName() == "L-2026-0003"


def test_a_letter_of_another_paper_size_begins_a_job_of_its_own(paper: QPrinter, tmp_path: Path) -> None:
    run = (*RUN[:1], PrintedPaper("L-2026-0009", letter("On larger paper", pages=1, size=A3)), *RUN[1:])
    assert len(print_run(run, paper, title="R-2026-0001").sent) == 4
    large = (tmp_path / "printed-L-2026-0009.pdf").read_bytes()
    assert same_print(run[1].data, large)
    last = (tmp_path / "printed-L-2026-0002.pdf").read_bytes()
    assert same_print(laid_out([one.data for one in RUN[1:]], duplex=False), last)


def test_a_run_that_is_cancelled_ends_after_the_letter_under_way(paper: QPrinter) -> None:
    class Impatient(RunProgress):
        def stopped(self) -> bool:
            return self.letters == 1

    progress = Impatient()
    outcome = print_run(RUN, paper, title="R-2026-0001", progress=progress)
    assert outcome.sent == ("L-2026-0001",)
    assert outcome.problem is None
    assert same_print(RUN[0].data, printed(paper)), "no letter is printed in part"


def test_a_run_cancelled_before_it_begins_sends_nothing(paper: QPrinter) -> None:
    outcome = print_run(RUN, paper, title="R-2026-0001", progress=RunProgress(cancelled=True))
    assert outcome.sent == ()
    assert not Path(paper.outputFileName()).exists()


def test_a_letter_that_cannot_be_read_stops_the_run_before_the_first_page(paper: QPrinter) -> None:
    outcome = print_run([*RUN, PrintedPaper("L-2026-0013", b"no PDF")], paper, title="R-2026-0001")
    assert outcome.sent == ()
    assert outcome.problem is not None
    assert (outcome.problem.problem, outcome.problem.number) == ("unreadable", "L-2026-0013")
    assert not Path(paper.outputFileName()).exists()


def test_last_page_first_turns_the_order(paper: QPrinter) -> None:
    paper.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_asked(paper, 3) == (3, 2, 1)


def test_a_smaller_letter_stands_in_the_middle_of_larger_paper(paper: QPrinter) -> None:
    paper.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    print_pdf(LETTER, paper)
    page = ink_pages(printed(paper))[0]
    alone = ink_pages(LETTER)[0]
    assert abs(page.width / page.height - A3[0] / A3[1]) < 0.01
    ours, theirs = alone.getbbox(), page.getbbox()
    assert ours is not None
    assert theirs is not None
    across, down = (page.width - alone.width) / 2, (page.height - alone.height) / 2
    assert abs(theirs[0] - ours[0] - across) <= 2
    assert abs(theirs[1] - ours[1] - down) <= 2
    assert abs((theirs[2] - theirs[0]) - (ours[2] - ours[0])) <= 2, "the letter keeps its own size"


def test_a_larger_letter_is_made_smaller_to_fit(paper: QPrinter) -> None:
    large = letter("A page of a large format", pages=1, size=A3)
    print_pdf(large, paper)
    page = ink_pages(printed(paper))[0]
    box = page.getbbox()
    whole = ink_pages(large)[0].getbbox()
    assert box is not None
    assert whole is not None
    assert abs((box[2] - box[0]) / (whole[2] - whole[0]) - 0.707) < 0.03
    assert abs(page.width / page.height - A4[0] / A4[1]) < 0.01


def test_a_printer_is_set_to_the_paper_of_the_letter_and_names_only_its_number(paper: QPrinter) -> None:
    assert paper.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert paper.pageLayout().orientation() is QPageLayout.Orientation.Portrait
    assert paper.docName() == "L-2026-0117"


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        pytest.param(False, QImage.Format.Format_Grayscale8, id="black"),
        pytest.param(True, QImage.Format.Format_RGB32, id="red"),
    ],
)
def test_colour_is_kept_where_there_is_any(qapp: QApplication, *, colour: bool, expected: QImage.Format) -> None:
    assert qapp is not None
    pdf = PdfBytes(letter("A line", pages=1, colour=colour))
    picture = page_picture(pdf.document, 0, QSize(600, 848))
    pdf.close()
    assert picture.format() is expected
    assert picture.pixelColor(0, 0).getRgb() == (255, 255, 255, 255)


def test_bytes_that_are_no_pdf_are_refused_and_nothing_is_printed(paper: QPrinter) -> None:
    with pytest.raises(PaperProblemError) as refused:
        print_pdf(b"not a letter", paper)
    assert refused.value.problem == "unreadable"
    assert not Path(paper.outputFileName()).exists()


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt says it aloud before we say it politely
def test_a_printer_that_takes_no_page_is_told(paper: QPrinter, tmp_path: Path) -> None:
    paper.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(PaperProblemError) as refused:
        print_pdf(LETTER, paper)
    assert refused.value.problem == "printer"


def test_a_saved_letter_is_the_exact_bytes_for_the_owner_alone(tmp_path: Path) -> None:
    target = save_pdf(LETTER, tmp_path / "L-2026-0117.pdf")
    assert target.read_bytes() == LETTER
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_saving_over_an_older_file_replaces_it_whole(tmp_path: Path) -> None:
    target = tmp_path / "letter.pdf"
    target.write_bytes(b"older")
    target.chmod(0o644)
    save_pdf(LETTER, target)
    assert target.read_bytes() == LETTER
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        pytest.param(errno.ENOSPC, "disk_full", id="disk full"),
        pytest.param(errno.EACCES, "not_allowed", id="no right to write"),
        pytest.param(errno.EIO, "not_written", id="broken disk"),
    ],
)
def test_a_failed_save_leaves_the_older_file_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, problem: str
) -> None:
    target = tmp_path / "letter.pdf"
    target.write_bytes(b"older")

    def full(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PaperProblemError) as refused:
        save_pdf(LETTER, target)
    assert refused.value.problem == problem
    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


def test_saving_into_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(PaperProblemError) as refused:
        save_pdf(LETTER, tmp_path / "gone" / "letter.pdf")
    assert refused.value.problem == "not_written"
