"""How long the window stands still while one types a letter and its preview is drawn, against typing without a preview.

Run: `python -m tests.bench.bench_typing [PAGES]`. A key is typed every 50 milliseconds into a letter of some pages; a timer of the window
that should fire every 5 milliseconds says how late it came. Prints, for both, the median, the 99th percentile and the longest wait, in
milliseconds, and the same with the preview switched off; the difference is what the preview costs whoever types.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest

from tests.makers import Desktop, Hand, make_office
from tests.tools.screenshots import wait_for
from ui.__main__ import Bootstrap
from ui.actions import Actions
from ui.context import Notices, Workspace
from ui.jobs import Jobs
from ui.navigation import Navigation, Place
from ui.pages.letter import LetterPage, Standing
from ui.start import application
from ui.style.theme import Theme
from ui.wording import words
from workbench.domain.letters import LetterFields, LetterKind

KEYS = 120
KEY_MS = 50
TICK_MS = 5


def main(arguments: list[str]) -> int:
    """Type with and without the preview, and say how late the window was; returns 0."""
    pages = int(arguments[0]) if arguments else 4
    app = application(sys.argv[:1])
    Theme(app).choose("light")
    with tempfile.TemporaryDirectory() as spare:
        hand = Hand()
        office, _ = make_office(Path(spare) / "office", hand)
        desktop = Desktop(office, hand)
        case = desktop.register()
        text = "\n\n".join("We look into what you wrote and come back to it. " * 42 for _ in range(pages))
        letter = desktop.draft(case, LetterKind.ACKNOWLEDGEMENT, fields=LetterFields((), free_text=text))
        jobs = Jobs(app)
        jobs.attach(office)
        workspace = Workspace(
            jobs=jobs,
            navigation=Navigation(jobs),
            notices=Notices(jobs),
            actions=Actions(jobs),
            words=words(),
            language="en",
            zone="Asia/Jakarta",
            doors=Bootstrap(),
        )
        page = LetterPage(workspace)
        page.resize(1224, 830)
        page.show()
        page.show_place(Place("letter", case_id=case, letter_id=letter))
        wait_for(app, lambda: page.standing() is Standing.DRAFT and jobs.idle)
        told = {}
        for name, drawn in (("without preview", False), ("with preview", True)):
            if not drawn:
                page.form.edited.disconnect()
            else:
                page.form.edited.connect(page._words_changed)
            told[name] = typed(page)
            wait_for(app, lambda: jobs.idle)
        for name, late in told.items():
            ordered = sorted(late)
            middle, most = statistics.median(ordered), ordered[-1]
            sys.stdout.write(
                f"{name:16} median {middle:6.1f}  99% {ordered[int(len(ordered) * 0.99)]:6.1f}  longest {most:6.1f} ms late"
                f"  ({page.preview.page_count} pages)\n"
            )
        page.close()
        jobs.detach()
        jobs.wait()
        office.close()
    return 0


def typed(page: LetterPage) -> list[float]:
    """Type into the letter and return how many milliseconds late each tick of the window came."""
    late: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, (now - last) * 1000 - TICK_MS))
        last = now

    ticks = QTimer()
    ticks.setInterval(TICK_MS)
    ticks.timeout.connect(tick)
    ticks.start()
    for place in range(KEYS):
        QTest.keyClicks(page.form.free_text, "abcde "[place % 6])
        loop = QEventLoop()
        QTimer.singleShot(KEY_MS, loop.quit)
        loop.exec()
    ticks.stop()
    return late


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
