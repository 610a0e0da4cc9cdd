"""A letter's PDF by our path, against a bare ReportLab canvas that draws the same words with the same fonts.

Run: `python -m tests.bench.bench_letter [ROUNDS]`. Prints medians in milliseconds and their ratios; the ways take turns, so
that a drift of the machine's speed cancels. The bare canvas wraps lines and draws them: no checks, no tables, no foot.
"""

import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from tests.services.letter_cases import composed, vexatious
from workbench.domain.letters import ComposedLetter, LetterKind
from workbench.paper.fonts import SANS_BOLD, SERIF, SERIF_BOLD, register
from workbench.paper.layout import render

LEADING = 14.6
BOTTOM = 40 * mm


def bare(letter: ComposedLetter) -> bytes:
    """Return the same words on pages, drawn line by line."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, initialFontName=SERIF.main, invariant=1, pageCompression=1)
    x, y = 25 * mm, A4[1] - 25 * mm

    def line(words: str, font: str, size: float) -> None:
        nonlocal y
        if y < BOTTOM:
            canvas.showPage()
            y = A4[1] - 25 * mm
        canvas.setFont(font, size)
        canvas.drawString(x, y, words)
        y -= LEADING

    for head in (*letter.letterhead, *letter.office_lines):
        line(head, SANS_BOLD.main, 12)
    for plain in (letter.return_line, *letter.addressee, letter.place_and_date):
        line(plain, SERIF.main, 10.5)
    for label, value in letter.reference_lines:
        line(f"{label}: {value}", SERIF.main, 9.5)
    line(letter.subject, SERIF_BOLD.main, 11)
    line(letter.salutation, SERIF.main, 10.5)
    for part in letter.paragraphs:
        font = SERIF_BOLD.main if part.style == "heading" else SERIF.main
        for words in simpleSplit(part.text, font, 10.5, 165 * mm):
            line(words, font, 10.5)
    for plain in (letter.closing, *letter.signatory, *letter.footer):
        line(plain, SERIF.main, 10.5)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def milliseconds(make: Callable[[], object]) -> float:
    """Return how long one call takes."""
    started = time.perf_counter()
    make()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Measure in turns and print medians and ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    register()
    letter = composed(vexatious(), LetterKind.REFUSAL).letter
    ways: dict[str, Callable[[], object]] = {
        "bare canvas": lambda: bare(letter),
        "our paper": lambda: render(letter),
        "our paper with its words": lambda: render(composed(vexatious(), LetterKind.REFUSAL).letter),
    }
    for make in ways.values():
        make()
    times = [{name: milliseconds(make) for name, make in ways.items()} for _ in range(rounds)]
    sizes = {"bare canvas": len(bare(letter)), "our paper": len(render(letter).data)}
    for name in ways:
        middle = statistics.median(one[name] for one in times)
        ratio = statistics.median(one[name] / one["bare canvas"] for one in times)
        size = f"{sizes[name] / 1024:6.1f} KiB" if name in sizes else ""
        sys.stdout.write(f"{name:26} {middle:7.1f} ms   {ratio:5.2f} of the bare canvas   {size}\n")
    sys.stdout.write(f"one refusal of {render(letter).pages} pages, n={rounds}, in turns\n")


if __name__ == "__main__":
    main()
