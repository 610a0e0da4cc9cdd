"""A letter's PDF by our path, against a bare ReportLab canvas that draws the same words with the same fonts.

Run: `python -m tests.bench.bench_letter [ROUNDS]`. Prints medians in milliseconds and their ratios; the ways take turns, so
that a drift of the machine's speed cancels. The bare canvas wraps lines and draws them: no checks, no tables, no foot, no
structure, no archival form. Then it sets a hundred thousand words, and a thousand letters while it looks at the memory.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.services.letter_cases import SUBJECT, case_of, composed, vexatious
from workbench.domain.cases import Case
from workbench.domain.letters import ComposedLetter, LetterKind, Paragraph
from workbench.paper.fonts import FOLDER, SANS_BOLD, SERIF, SERIF_BOLD, register
from workbench.paper.layout import render

LEADING = 14.6
BOTTOM = 40 * mm
MANY = 1_000
EARLY = 100


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


def megabytes() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def in_turns(case: Case, kind: LetterKind, rounds: int) -> None:
    """Measure one letter by each way, in turns, and print medians and ratios."""
    letter = composed(case, kind).letter
    ways: dict[str, Callable[[], object]] = {
        "bare canvas": lambda: bare(letter),
        "our paper": lambda: render(letter),
        "from case to archival bytes": lambda: render(composed(case, kind).letter),
    }
    for make in ways.values():
        make()
    times = [{name: milliseconds(make) for name, make in ways.items()} for _ in range(rounds)]
    sizes = {"bare canvas": len(bare(letter)), "our paper": len(render(letter).data)}
    sys.stdout.write(f"{kind.value}, pages: {render(letter).pages}, n={rounds}, in turns\n")
    for name in ways:
        middle = statistics.median(one[name] for one in times)
        speed = statistics.median(one["bare canvas"] / one[name] for one in times)
        size = f"{sizes[name] / 1024:6.1f} KiB" if name in sizes else ""
        sys.stdout.write(f"  {name:28} {middle:7.2f} ms   {speed:5.2f} of the canvas's speed   {size}\n")


def long_texts() -> None:
    """Print how long a hundred thousand words take, with blanks between them and without."""
    letter = composed(case_of(), LetterKind.ACKNOWLEDGEMENT).letter
    words = [f"w{number}" for number in range(100_000)]
    texts = {
        "with blanks": " ".join(words),
        "without": "".join(words),
        "Arabic": "\u0633\u0644\u0627\u0645 " * 100_000,
        "Chinese": "\u738b\u5c0f\u660e" * 33_333,
    }
    for name, text in texts.items():
        for style in (Paragraph("body", text), Paragraph("table", rows=(("a", "b"), ("x", text)))):
            made = replace(letter, paragraphs=(style,))
            sys.stdout.write(f"100,000 words {name}, in a {style.style}: {milliseconds(lambda: render(made)) / 1000:.2f} s\n")  # noqa: B023  called at once


def many_letters() -> None:
    """Print the memory after the first letters and after many, each to another person."""
    for number in range(1, MANY + 1):
        case = case_of(subject=replace(SUBJECT, name=f"Søren Example {number} Łukasz {chr(0x3B1 + number % 24)}λ"))
        render(composed(case, LetterKind.ACKNOWLEDGEMENT).letter)
        if number in {EARLY, MANY}:
            sys.stdout.write(f"memory after {number} letters: {megabytes():.1f} MiB\n")


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    register()
    for face in (SERIF, SERIF_BOLD, SANS_BOLD):
        pdfmetrics.registerFont(TTFont(face.main, str(FOLDER / f"{face.main}.ttf"), shapable=False))
    many_letters()
    in_turns(case_of(), LetterKind.ACKNOWLEDGEMENT, rounds)
    in_turns(vexatious(), LetterKind.REFUSAL, rounds)
    long_texts()


if __name__ == "__main__":
    main()
