"""A case leaves as a bundle: stopped once, made on the screen, and checked by programs that are not ours."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton

from tests.journeys.screen import PATIENCE_MS, Screen
from tests.journeys.test_main_job import BOTH, EVIDENCE, HISTORY
from tests.makers import Desktop, Hand
from tests.services.test_bundle import filled, flat, keep, links, plain_pdf
from workbench.domain.bundles import BundleStoppedError
from workbench.services.office import Office
from workbench.services.wording import words

NUMBER = "DSR-2026-0001"
PAGES = 800


@pytest.fixture
def furnish() -> Callable[[Office, Hand], None]:
    """Return what puts a case with letters, files of every sort and a PDF of many pages into the office."""

    def put(office: Office, hand: Hand) -> None:
        desktop = Desktop(office, hand)
        keep(desktop, filled(desktop), "many.pdf", plain_pdf(PAGES), "application/pdf")

    return put


def start(screen: Screen, folder: Path) -> QProgressBar:
    """Press the button that makes the bundle, and return the bar once it moved; the store is at work meanwhile."""
    screen.write("bundleFolder", str(folder))
    screen.bot.mouseClick(screen.find(QPushButton, "bundleMake"), Qt.MouseButton.LeftButton)
    bar = screen.seen(QProgressBar, "bundleProgress")
    assert bar is not None
    screen.bot.waitUntil(lambda: bar.value() > 0, timeout=PATIENCE_MS)
    return bar


def holds(folder: Path) -> None:
    """Check the two files with sha256sum and pypdf alone."""
    subprocess.run(["sha256sum", "--quiet", "--strict", "-c", f"{folder.name}.sha256"], cwd=folder, check=True)
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as archive:
        archive.extractall(folder)
    subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "SHA256SUMS"], cwd=folder / folder.name, check=True)


@BOTH
def test_a_bundle_is_stopped_made_again_and_holds_without_the_program(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    spoken = words(request.node.callspec.params["screen"])
    out = tmp_path / "out"
    out.mkdir()
    screen.window.actions_by_id["go_cases"].trigger()
    screen.settle()
    screen.open_row("casesTable", NUMBER)
    screen.tab(EVIDENCE)
    screen.press("bundleButton")

    start(screen, out)
    stop = screen.seen(QPushButton, "bundleStop")
    assert stop is not None
    screen.bot.mouseClick(stop, Qt.MouseButton.LeftButton)
    screen.settle()
    assert screen.find(QLabel, "bundleSaid").text() == spoken.error(BundleStoppedError())
    assert screen.seen(QProgressBar, "bundleProgress") is None
    assert not list(out.iterdir()), "a stopped bundle left something"

    bar = start(screen, out)
    assert bar.format() == spoken.word("bundle_progress", "items", done=bar.value(), total=8)
    told: set[int] = {bar.maximum()}
    bar.valueChanged.connect(lambda _value: told.add(bar.maximum()))
    screen.wait(lambda: screen.seen(QDialog, "bundleDialog") is None, "the bundle was not made")
    assert max(told) > PAGES, "nothing was told of the pages"
    folder = out / f"{NUMBER}-unredacted"
    assert [path.name for path in out.iterdir()] == [folder.name]
    screen.tab(HISTORY)
    assert spoken.word("action", "bundle_made") in screen.table("historyTable")

    holds(folder)
    pdf = folder / f"{folder.name}.pdf"
    reader = pypdf.PdfReader(pdf)
    total = len(reader.pages)
    assert total > PAGES
    said = [page.extract_text() for page in reader.pages]
    for number, text in enumerate(said, start=1):
        assert spoken.word("bundle", "stamp_page", page=number, pages=total) in text
    annex = spoken.word("bundle", "annex", number="6")
    begins = next(page for title, page in flat(reader.outline, reader) if title.startswith(f"{annex}:"))
    assert spoken.word("bundle", "stamp_annex", number="6", page=1, pages=PAGES) in said[begins]
    assert begins in {target for _page, _box, target in links(pdf)}
