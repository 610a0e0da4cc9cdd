"""Our batch against LibreOffice's batch conversion of the same words, in the same run.

Run: `python -m tests.bench.bench_engines [LETTERS]`. LibreOffice gets one flat OpenDocument text for each letter (bare paragraphs: no
letterhead, no table), all of them in one command, with its own profile, once as plain PDF and once as what ours is, tagged PDF/A-1;
where it is not installed (Debian's libreoffice-writer-nogui) the bench says so and measures ours alone.
Both begin from nothing each time: its start-up is in its time, and that of our drawing processes in ours.
"""

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from pathlib import Path

from tests.bench.bench_batch import by_workers, letters, seconds
from workbench.domain.letters import ComposedLetter
from workbench.paper.many import Workers

TURNS = 3
_PLAIN = "pdf"
_ARCHIVAL = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"1"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
)
_TAIL = "</office:text></office:body></office:document>"


def flat(letter: ComposedLetter) -> str:
    """Return the words of a letter as a flat OpenDocument text."""
    parts = [
        *letter.letterhead,
        *letter.office_lines,
        letter.return_line,
        *letter.addressee,
        letter.place_and_date,
        *(f"{label}: {value}" for label, value in letter.reference_lines),
        letter.subject,
        letter.salutation,
        *(part.text for part in letter.paragraphs),
        letter.closing,
        *letter.signatory,
        *letter.footer,
    ]
    return _HEAD + "".join(f"<text:p>{escape(part)}</text:p>" for part in parts if part) + _TAIL


def drawn(made: Sequence[ComposedLetter], target: Path) -> None:
    """Draw letters on two processes that are started for it."""
    with Workers(2) as workers:
        by_workers(workers, made, target)


def processor() -> float:
    """Return the seconds of processor that this process and those it has waited for have used."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def converted(soffice: str, profile: Path, files: Sequence[Path], target: Path, *, export: str) -> None:
    """Convert files in one command."""
    command = [
        soffice,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        export,
        "--outdir",
        str(target),
    ]
    subprocess.run([*command, *(str(file) for file in files)], check=True, capture_output=True, timeout=1800)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    soffice = shutil.which("soffice")
    made = letters(count)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target, profile = folder / "out", folder / "profile"
        target.mkdir()
        files = []
        for number, letter in enumerate(made):
            files.append(folder / f"{number}.fodt")
            files[-1].write_text(flat(letter), encoding="utf-8")
        drawn(made[:8], target)
        if soffice is not None:
            converted(soffice, profile, files[:1], target, export=_ARCHIVAL)
            assert b"pdfaid" in (target / "0.pdf").read_bytes()
        ways = {"our paper, two processes": partial(drawn, made, target)}
        if soffice is not None:
            ways["LibreOffice, tagged PDF/A-1"] = partial(converted, soffice, profile, files, target, export=_ARCHIVAL)
            ways["LibreOffice, plain PDF"] = partial(converted, soffice, profile, files, target, export=_PLAIN)
        turns = [{name: measured(way, count) for name, way in ways.items()} for _ in range(TURNS)]
        assert len([*target.glob("*.pdf")]) == count
    sys.stdout.write(f"{count} letters of one page, {TURNS} turns, milliseconds a letter\n")
    first = next(iter(ways))
    for name in ways:
        wall, busy = (statistics.median(turn[name][at] for turn in turns) for at in (0, 1))
        times = statistics.median(turn[name][0] / turn[first][0] for turn in turns)
        sys.stdout.write(f"  {name:28} {wall:7.2f} by the clock, {busy:7.2f} of processor; ours is {times:.1f} times as fast\n")
    if soffice is None:
        sys.stdout.write("  LibreOffice is not installed (libreoffice-writer-nogui): nothing to compare with\n")


def measured(way: Callable[[], None], count: int) -> tuple[float, float]:
    """Return what one letter takes, by the clock and of processor, in milliseconds."""
    begun = processor()
    clock = seconds(way) / count * 1000
    return clock, (processor() - begun) / count * 1000


if __name__ == "__main__":
    main()
