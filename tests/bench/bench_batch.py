"""A batch of letters on two processes, against a bare ReportLab canvas that draws the same page in one.

Run: `python -m tests.bench.bench_batch [LETTERS] [TURNS]`. Every letter is to another person and is written to a file of its own.
The ways take turns of a hundred letters each, so that a drift of the machine's speed cancels; medians of the turns and of their
ratios are printed. Then the memory of the drawing processes after a hundred letters and after all, and the same letters issued in
an office: checked, sealed, in the journal, in the encrypted store. How many processors the machine has, and whether others use
them, decides what two processes can do: the bench prints what two busy loops make of them.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.bench.bench_letter import bare
from tests.makers import EU_DE, JAKARTA, Hand, make_office
from tests.services.letter_cases import SUBJECT, case_of, composed
from workbench.domain.cases import Channel
from workbench.domain.changes import Changes
from workbench.domain.commands import RegisterRequest, StartBatch
from workbench.domain.letters import ComposedLetter, LetterKind, RenderedLetter
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.paper.fonts import FOLDER, SANS_BOLD, SERIF, SERIF_BOLD
from workbench.paper.layout import render
from workbench.paper.many import Workers
from workbench.services import batch, intake
from workbench.services.office import Desk, Office, ask, run

TURN = 100
SHEAF = 4
AT_ONCE = 50
SPINS = 6_000_000
BASE = "bare canvas, one process"


def letters(count: int) -> list[ComposedLetter]:
    """Return one-page letters, each to another person."""
    made = []
    for number in range(count):
        case = case_of(subject=replace(SUBJECT, name=f"Mira Muster-{number} Łukasz {chr(0x3B1 + number % 24)}λ"))
        made.append(composed(case, LetterKind.ACKNOWLEDGEMENT).letter)
    return made


def by_canvas(some: Sequence[ComposedLetter], folder: Path) -> None:
    """Draw letters on a bare canvas."""
    for number, letter in enumerate(some):
        (folder / f"{number}.pdf").write_bytes(bare(letter))


def by_us(some: Sequence[ComposedLetter], folder: Path) -> None:
    """Draw letters in this process."""
    for number, letter in enumerate(some):
        (folder / f"{number}.pdf").write_bytes(render(letter).data)


def by_workers(workers: Workers, some: Sequence[ComposedLetter], folder: Path) -> None:
    """Draw letters on the workers, as a batch does."""
    number = 0

    def take() -> None:
        nonlocal number
        for drawn in workers.take():
            assert isinstance(drawn, RenderedLetter)
            (folder / f"{number}.pdf").write_bytes(drawn.data)
            number += 1

    for first in range(0, len(some), SHEAF):
        if workers.full:
            take()
        workers.send(some[first : first + SHEAF])
    while workers.waiting:
        take()


def seconds(make: Callable[[], object]) -> float:
    """Return how long one call takes."""
    started = time.perf_counter()
    make()
    return time.perf_counter() - started


def megabytes(pids: Sequence[int]) -> str:
    """Return what processes hold now."""
    held = []
    for pid in pids:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
        held.append(int(status.partition("VmRSS:")[2].split()[0]) / 1024)
    return ", ".join(f"{one:.1f} MiB" for one in held)


def cpu(pids: Sequence[int]) -> float:
    """Return the seconds of processor that this process and others have used."""
    used = time.process_time()
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        used += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return used


def two_loops() -> float:
    """Return how much two busy loops at once get done compared with one alone: 2.0 on two idle processors."""
    command = [sys.executable, "-c", f"x = 0\nfor i in range({SPINS}): x += i"]

    def one() -> None:
        subprocess.run(command, check=True)

    def two() -> None:
        both = [subprocess.Popen(command) for _ in range(2)]
        for process in both:
            process.wait()

    return 2 * seconds(one) / seconds(two)


def drawing(made: Sequence[ComposedLetter], turns: int) -> None:
    """Draw by each way in turns and print medians, ratios and memory."""
    with tempfile.TemporaryDirectory() as place, Workers(2) as workers:
        folder = Path(place)
        ways: dict[str, Callable[[Sequence[ComposedLetter]], None]] = {
            BASE: partial(by_canvas, folder=folder),
            "our paper, one process": partial(by_us, folder=folder),
            "our paper, two processes": partial(by_workers, workers, folder=folder),
        }
        for way in ways.values():
            way(made[:SHEAF])
        by_workers(workers, made[: 2 * SHEAF], folder)
        times: list[dict[str, float]] = []
        spent: list[dict[str, float]] = []
        early = ""
        for turn in range(turns):
            some = [made[(turn * TURN + number) % len(made)] for number in range(TURN)]
            one: dict[str, float] = {}
            used: dict[str, float] = {}
            for name, way in ways.items():
                before = cpu(workers.pids)
                one[name] = seconds(partial(way, some)) / TURN * 1000
                used[name] = (cpu(workers.pids) - before) / TURN * 1000
            times.append(one)
            spent.append(used)
            early = early or megabytes(workers.pids)
        for name in ways:
            middle = statistics.median(round_[name] for round_ in times)
            speed = statistics.median(round_[BASE] / round_[name] for round_ in times)
            busy = statistics.median(round_[name] for round_ in spent)
            told = f"{middle:7.2f} ms a letter   {speed:5.2f} of the canvas's speed   {busy:6.2f} ms of processor"
            sys.stdout.write(f"  {name:28} {told}\n")
        sys.stdout.write(f"  memory of the two after {TURN} letters: {early}\n")
        sys.stdout.write(f"  after {turns * TURN}: {megabytes(workers.pids)}\n")


def person(number: int) -> DataSubject:
    """Return an invented person; no two have the same name."""
    name = "".join("abcdefghij"[int(digit)] for digit in str(number)).capitalize()
    return DataSubject(f"Mira Muster{name}", f"p{number}@muster.example", address=(f"Musterweg {number}", "10115 Berlin"))


def filled(office: Office, count: int) -> tuple[int, ...]:
    """Open cases and return their ids."""
    ids: list[int] = []

    def some(desk: Desk, first: int) -> None:
        for number in range(first, min(first + AT_ONCE, count)):
            request = RegisterRequest(
                subject=person(number),
                received_at=desk.now,
                zone=JAKARTA,
                channel=Channel.EMAIL,
                rights=(Right.ACCESS,),
                laws=(EU_DE,),
                text="Please tell me what you hold about me.",
            )
            ids.append(intake.register_request(request, desk).created or 0)

    for first in range(0, count, AT_ONCE):
        run(office, partial(some, first=first))
    return tuple(ids)


def in_an_office(count: int, canvas: Sequence[ComposedLetter]) -> None:
    """Issue letters in an office, a portion in turn with as many on the canvas, and print both."""
    with tempfile.TemporaryDirectory() as name:
        office, _code = make_office(Path(name) / "office", Hand())
        command = StartBatch(kind=LetterKind.ACKNOWLEDGEMENT, case_ids=filled(office, count))
        planned = seconds(lambda: ask(office, partial(batch.plan_batch, command=command))) / count * 1000
        started: Changes = run(office, partial(batch.start_batch, command))
        turns: list[tuple[float, float]] = []
        whole = 0.0
        used: list[tuple[float, float]] = []
        with Workers(2) as workers:
            line = ask(office, partial(batch.load_batch, batch_id=started.created or 0))
            while line.waiting:
                before = line.waiting
                begun, own, all_of_us = time.perf_counter(), time.process_time(), cpu(workers.pids)
                line = batch.issue_portion(office, line.id, workers)
                took = time.perf_counter() - begun
                whole += took
                done = before - line.waiting
                used.append(
                    ((time.process_time() - own) / done * 1000, (cpu(workers.pids) - all_of_us) / done * 1000),
                )
                drawn = seconds(partial(by_canvas, canvas[:done], Path(name))) / done * 1000
                turns.append((took / done * 1000, drawn))
        office.close()
    ours = statistics.median(took for took, _ in turns)
    ratio = statistics.median(drawn / took for took, drawn in turns)
    sys.stdout.write(f"issued in an office: {line.issued}, failed: {line.failed}, in portions of {batch.PORTION}\n")
    sys.stdout.write(f"  to check one (the plan)      {planned:7.2f} ms\n")
    sys.stdout.write(f"  checked, drawn, sealed, kept {ours:7.2f} ms a letter   {ratio:5.2f} of the canvas's speed\n")
    own_cpu, whole_cpu = (statistics.median(one[at] for one in used) for at in (0, 1))
    sys.stdout.write(f"  of processor: {own_cpu:.2f} ms a letter at the desk, {whole_cpu:.2f} ms with the drawing\n")
    sys.stdout.write(f"  all of them: {whole:.1f} s\n")


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else count // TURN
    for face in (SERIF, SERIF_BOLD, SANS_BOLD):
        pdfmetrics.registerFont(TTFont(face.main, str(FOLDER / f"{face.main}.ttf"), shapable=False))
    sys.stdout.write(f"{os.cpu_count()} processors; two busy loops get {two_loops():.2f} times done what one does\n")
    made = letters(count)
    sys.stdout.write(f"drawing {turns * TURN} letters of one page, in {turns} turns\n")
    drawing(made, turns)
    in_an_office(count, made)


if __name__ == "__main__":
    main()
