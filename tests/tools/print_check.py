"""Compare a printed letter with the archived one as pictures: `python -m tests.tools.print_check ARCHIVED.pdf PRINTED.pdf`.

A printed page has no text to read back, so both files are drawn at 60 dots per inch in grey and laid over each other.
"""

import os
import pwd
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

DPI = 60
POINTS_PER_INCH = 72
FINER = 4
SAME_INK = 0.25
"""Pages of the same letter differ by less than this share of their ink (edges are smoothed differently), other letters by more."""

PRINTED_WITHIN_SECONDS = 180.0


def ink_pages(data: bytes) -> list[Image.Image]:
    """Return the ink of each page of a PDF, black paper with white ink, drawn finely and averaged down to 60 dots per inch."""
    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        bitmap = page.render(scale=FINER * DPI / POINTS_PER_INCH, grayscale=True)
        drawn = ImageOps.invert(bitmap.to_pil().convert("L"))
        size = (round(page.get_width() * DPI / POINTS_PER_INCH), round(page.get_height() * DPI / POINTS_PER_INCH))
        pages.append(drawn.resize(size, Image.Resampling.BOX).filter(ImageFilter.BoxBlur(1)))
        bitmap.close()
    document.close()
    return pages


def ink_difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of the ink of two pages that is not in the same place; 0 is the same, pages of two sizes are 1."""
    if abs(one.width - other.width) > 1 or abs(one.height - other.height) > 1:
        return 1.0
    box = (0, 0, min(one.width, other.width), min(one.height, other.height))
    first, second = one.crop(box), other.crop(box)
    ink = max(ImageStat.Stat(first).sum[0], ImageStat.Stat(second).sum[0])
    apart = ImageStat.Stat(ImageChops.difference(first, second)).sum[0]
    return apart / ink if ink else 0.0


def differences(archived: bytes, printed: bytes) -> list[float]:
    """Return the ink difference of each page; a page that only one file has counts as wholly different."""
    ours, theirs = ink_pages(archived), ink_pages(printed)
    shared = [ink_difference(one, other) for one, other in zip(ours, theirs, strict=False)]
    return shared + [1.0] * abs(len(ours) - len(theirs))


def same_print(archived: bytes, printed: bytes) -> bool:
    """Return whether every printed page shows what the archived page shows."""
    found = differences(archived, printed)
    return bool(found) and max(found) < SAME_INK


def laid_out(letters: Sequence[bytes], *, duplex: bool) -> bytes:
    """Return the letters as one PDF of the sides that a run of them prints; on both sides each begins on the front of a sheet."""
    run = pypdfium2.PdfDocument.new()
    for data in letters:
        letter = pypdfium2.PdfDocument(data)
        run.import_pages(letter)
        if duplex and len(letter) % 2:
            run.new_page(*letter[len(letter) - 1].get_size())
        letter.close()
    file = BytesIO()
    run.save(file)
    run.close()
    return file.getvalue()


def pdf_queue() -> str:
    """Return the name of a print queue that prints into PDF files through the system (cups-pdf), or an empty string."""
    try:
        listed = subprocess.run(["lpstat", "-v"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    for line in listed.stdout.splitlines():
        if "cups-pdf:" in line:
            return line.split(":", 1)[0].removeprefix("device for ").strip()
    return ""


def printed_through(title: str, send: Callable[[], object]) -> bytes:
    """Send a job and return the PDF that appears under its title in the queue's folder.

    Args:
        title: the name of the job in the queue; other jobs may be printed at the same time.
        send: prints.

    Raises:
        TimeoutError: when no finished file appears in time.
    """
    folder, pattern = queue_folder(), f"*{re.sub(r'[^A-Za-z0-9]', '?', title)}*.pdf"
    before = set(folder.glob(pattern))
    send()
    ends = time.monotonic() + PRINTED_WITHIN_SECONDS
    while time.monotonic() < ends:
        for path in set(folder.glob(pattern)) - before:
            data = path.read_bytes()
            if data.rstrip().endswith(b"%%EOF"):
                path.unlink()
                return data
        time.sleep(0.2)
    raise TimeoutError(title)


def queue_folder() -> Path:
    """Return the folder into which cups-pdf prints for this user, as its settings say."""
    folder = "${HOME}/PDF"
    settings = Path("/etc/cups/cups-pdf.conf")
    if settings.exists():
        for line in settings.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("Out "):
                folder = line.removeprefix("Out ").strip()
    user = pwd.getpwuid(os.getuid())
    return Path(folder.replace("${HOME}", user.pw_dir).replace("${USER}", user.pw_name))


def main(arguments: list[str]) -> int:
    """Compare two files and say how far each page is off; returns 0 when they show the same."""
    archived, printed = (Path(name).read_bytes() for name in arguments[:2])
    for number, found in enumerate(differences(archived, printed), start=1):
        sys.stdout.write(f"page {number}: {found:.3f} of the ink is elsewhere\n")
    return 0 if same_print(archived, printed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
