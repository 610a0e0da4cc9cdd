"""The bundle of a large case: how long it takes and how much memory, in a process of its own.

Run: `python -m tests.bench.bench_bundle [DOCUMENTS] [MEGABYTES]`. Fills a case with scans (PDF), photographs, texts and files of other
kinds, all of noise that no packing makes smaller, makes the bundle, and prints the seconds, the pages and the largest memory that all
its processes had together and that ours had alone (`VmRSS`, looked at fifty times a second; `ru_maxrss` would tell of who started
it as well). Then `sha256sum -c` and `qpdf --check` look at what was made.
"""

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image

from tests.makers import EU_DE, JAKARTA, SUBJECT, Hand, make_office
from workbench.domain.bundles import BundleOrder, Variant
from workbench.domain.cases import Channel
from workbench.domain.commands import AttachEvidence, RegisterRequest
from workbench.domain.evidence import NewEvidence
from workbench.domain.rights import Right
from workbench.services import evidence, intake
from workbench.services.bundle import make_bundle
from workbench.services.office import Office, run

MEGABYTE = 1024 * 1024
PAGES = 4
LARGEST = 96 * MEGABYTE
"""A file a little below the largest that a case takes."""

LOOK_SECONDS = 0.02


def photograph(size: int) -> bytes:
    """Return a JPEG of noise of about so many bytes."""
    side = max(64, int((size / 0.95) ** 0.5))
    target = BytesIO()
    Image.frombytes("L", (side, side), os.urandom(side * side)).convert("RGB").save(target, "JPEG", quality=90)
    return target.getvalue()


def scan(size: int) -> bytes:
    """Return a PDF of some pages, each a photograph."""
    with pikepdf.Pdf.new() as made:
        for _ in range(PAGES):
            page = made.add_blank_page(page_size=(595, 842))
            drawing = pikepdf.Stream(made, photograph(size // PAGES), Filter=pikepdf.Name.DCTDecode)
            side = Image.open(BytesIO(drawing.read_raw_bytes())).width
            drawing.Type, drawing.Subtype, drawing.Width, drawing.Height = pikepdf.Name.XObject, pikepdf.Name.Image, side, side
            drawing.ColorSpace, drawing.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=made.make_indirect(drawing)))
            page.Contents = pikepdf.Stream(made, b"q 500 0 0 500 40 200 cm /Im Do Q")
        target = BytesIO()
        made.save(target)
    return target.getvalue()


def document(number: int, size: int) -> NewEvidence:
    """Return one of the sorts of files in turn."""
    size = min(size, LARGEST)
    match number % 5:
        case 0 | 1:
            return NewEvidence(f"scan {number}.pdf", "application/pdf", scan(size))
        case 2:
            return NewEvidence(f"photograph {number}.jpg", "image/jpeg", photograph(size))
        case 3:
            return NewEvidence(f"notes {number}.txt", "text/plain", f"Line of notes {number}.\n\n".encode() * 200)
        case _:
            return NewEvidence(f"export {number}.bin", "application/octet-stream", os.urandom(min(2 * size, LARGEST)))


def fill(folder: Path, documents: int, megabytes: int) -> None:
    """Make the office with its case."""
    hand = Hand()
    office, _code = make_office(folder / "office", hand)
    request = RegisterRequest(
        subject=SUBJECT,
        received_at=hand.now,
        zone=JAKARTA,
        channel=Channel.EMAIL,
        rights=(Right.ACCESS,),
        laws=(EU_DE,),
        text="My data.",
    )
    case_id = run(office, partial(intake.register_request, request)).created or 0
    size = megabytes * MEGABYTE // documents
    for number in range(documents):
        run(office, partial(evidence.attach_evidence, AttachEvidence(case_id=case_id, evidence=document(number, size))))
    office.close()


def memory(pid: int) -> list[float]:
    """Return the memory of a process and of each below it in MiB; what they share is counted for each."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        below = [one for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()]
    except OSError:  # it has just ended
        return [0.0]
    own = next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)
    return [own, *(figure for one in below for figure in memory(int(one)))]


def measure(folder: Path) -> None:
    """Make the bundle in this process and print what it took."""
    from tests.makers import PASSPHRASE  # noqa: PLC0415  the child alone
    from workbench.bootstrap import open_office  # noqa: PLC0415  as above

    office: Office = open_office(folder / "office", passphrase=PASSPHRASE, clock=Hand())
    begun = time.perf_counter()
    order = BundleOrder(case_id=1, variant=Variant.UNREDACTED, language="en")
    made = make_bundle(office, order, folder)
    took = time.perf_counter() - begun
    office.close()
    sizes = sum(path.stat().st_size for path in Path(made.folder).iterdir()) / MEGABYTE
    sys.stdout.write(f"  {made.items} documents, {made.pages} pages, {sizes:.0f} MiB written, {took:.1f} s\n")


def main() -> None:
    """Fill a case, measure in another process, and let other programs look."""
    if sys.argv[1:2] == ["measure"]:
        measure(Path(sys.argv[2]))
        return
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    megabytes = int(sys.argv[2]) if len(sys.argv) > 2 else 1024
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        fill(folder, documents, megabytes)
        sys.stdout.write(
            f"store of {sum(one.stat().st_size for one in (folder / 'office').rglob('*') if one.is_file()) / MEGABYTE:.0f} MiB\n"
        )
        sys.stdout.flush()
        most: list[float] = [0.0]
        alone = 0.0
        with subprocess.Popen([sys.executable, "-m", "tests.bench.bench_bundle", "measure", place]) as measured:
            while measured.poll() is None:
                seen = memory(measured.pid)
                most, alone = max(most, seen, key=sum), max(alone, seen[0])
                time.sleep(LOOK_SECONDS)
        if measured.returncode:
            sys.exit(measured.returncode)
        figures = " + ".join(f"{one:.0f}" for one in most)
        sys.stdout.write(f"  peak memory: {sum(most):.0f} MiB of all processes ({figures}), {alone:.0f} MiB of ours alone\n")
        made = next(one for one in folder.iterdir() if one.name.endswith("unredacted"))
        subprocess.run(["sha256sum", "--quiet", "-c", f"{made.name}.sha256"], cwd=made, check=True)
        subprocess.run([sys.executable, "-m", "zipfile", "-e", f"{made.name}.zip", "."], cwd=made, check=True)
        subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=made / made.name, check=True)
        checked = subprocess.run(["qpdf", "--check", f"{made.name}.pdf"], cwd=made, check=True, capture_output=True, text=True)
        sys.stdout.write(f"  sha256sum -c passes; qpdf: {checked.stdout.splitlines()[-2]}\n")


if __name__ == "__main__":
    main()
