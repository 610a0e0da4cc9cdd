"""The system's own print queue: what lies in its tray is what the archive holds, singly and as a run on both sides."""

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.makers import Desktop
from tests.tools.print_check import laid_out, pdf_queue, printed_through, same_print
from ui.printing import PrintedPaper, both_sides, print_pdf, print_run, printer_for
from workbench.domain.letters import LetterFields, LetterKind
from workbench.services.letters import letter_pdf, load_letter

pytestmark = pytest.mark.skipif(not pdf_queue(), reason="no cups-pdf queue on this machine")

RESOLUTION = 200


def issued(desktop: Desktop, count: int) -> list[PrintedPaper]:
    """Return letters as the archive holds them, each of another length; every third has two pages or more."""
    papers = []
    for number in range(count):
        case = desktop.register()
        often = 2 + 3 * number % 23 + (120 if number % 3 == 2 else 0)
        words = LetterFields((), free_text="Which of your accounts do you mean? " * often)
        letter = desktop.issue(case, LetterKind.CLARIFICATION, fields=words)
        papers.append(PrintedPaper(desktop.see(load_letter, letter).number, desktop.see(letter_pdf, letter)))
    return papers


def on_the_queue(paper: PrintedPaper) -> QPrinter:
    printer = printer_for(paper.data, title=paper.number)
    printer.setPrinterName(pdf_queue())
    printer.setResolution(RESOLUTION)
    return printer


def test_a_letter_goes_through_the_system_print_queue_unchanged(qapp: QApplication, desktop: Desktop) -> None:
    assert qapp is not None
    letter, other = issued(desktop, 2)
    printer = on_the_queue(letter)
    result = printed_through(letter.number, lambda: print_pdf(letter.data, printer))
    assert same_print(letter.data, result)
    assert not same_print(other.data, result)


def test_twenty_letters_go_through_the_system_print_queue_on_both_sides(qapp: QApplication, desktop: Desktop) -> None:
    assert qapp is not None
    run = issued(desktop, 20)
    printer = on_the_queue(run[0])
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    assert both_sides(printer), "the queue offers paper printed on both sides"
    result = printed_through("PR-2026-0007", lambda: print_run(run, printer, title="PR-2026-0007"))
    archived = [one.data for one in run]
    assert same_print(laid_out(archived, duplex=True), result)
    assert not same_print(laid_out([*archived[1:], archived[0]], duplex=True), result)
