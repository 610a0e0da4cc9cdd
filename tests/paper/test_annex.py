"""Annexes: files that somebody sent become pages, or a reason, and the process that reads them may die."""

import random
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.services.test_bundle import picture, plain_pdf
from workbench.domain.bundles import NotShown
from workbench.paper.annex import MOST_PAGES, NotShownError, pages_of
from workbench.paper.annexes import Annexes
from workbench.paper.bundle import About, Bookmark, Stamp, write_bundle


def paged(annexes: Annexes, kind: str, data: bytes) -> tuple[int | NotShown, BytesIO]:
    target = BytesIO()
    return annexes.pages(kind, iter((data,)), len(data), target), target


def test_mutated_files_give_pages_or_a_reason() -> None:
    chance = random.Random(6)  # noqa: S311  the same every time
    seeds = [("pdf", plain_pdf(3)), ("picture", picture()), ("picture", picture("JPEG")), ("picture", picture("TIFF"))]
    with Annexes() as annexes:
        for number in range(80):
            kind, data = seeds[number % len(seeds)]
            spoiled = bytearray(data)
            for _ in range(chance.randint(1, 12)):
                spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
            found = paged(annexes, kind, bytes(spoiled[: chance.randint(len(data) // 2, len(data))]))[0]
            assert isinstance(found, int | NotShown)


def test_a_file_that_takes_too_long_is_not_shown_and_the_next_one_is() -> None:
    with Annexes(seconds=0.001) as annexes:
        assert paged(annexes, "pdf", plain_pdf(1))[0] is NotShown.BROKEN
    with Annexes() as annexes:
        assert paged(annexes, "pdf", plain_pdf(1))[0] == 1
        assert annexes._process is not None
        annexes._process.kill()
        annexes._process.wait()
        assert paged(annexes, "pdf", plain_pdf(2))[0] == 2


def test_a_file_with_very_many_pages_is_not_shown() -> None:
    with pytest.raises(NotShownError) as refused:
        pages_of("pdf", plain_pdf(MOST_PAGES + 1), BytesIO())
    assert refused.value.reason is NotShown.TOO_MANY_PAGES


def test_every_page_of_a_scan_is_shown_and_one_of_what_moves() -> None:
    for kind, wanted in (("TIFF", 3), ("GIF", 1)):
        target = BytesIO()
        frames = [Image.new("L", (30, 40), shade) for shade in (0, 90, 200)]
        frames[0].save(target, kind, save_all=True, append_images=frames[1:])
        assert pages_of("picture", target.getvalue(), BytesIO()) == wanted


def test_a_picture_leaves_its_camera_behind_and_stands_upright() -> None:
    target = BytesIO()
    marks = Image.Exif()
    marks[0x0112] = 6
    marks[0x010F] = "Secret camera of Hannah"
    Image.new("RGB", (200, 100), "red").save(target, "JPEG", exif=marks)
    made = BytesIO()
    pages_of("picture", target.getvalue(), made)
    assert b"Hannah" not in made.getvalue()
    with pikepdf.Pdf.open(made) as pdf:
        drawing = pdf.pages[0].obj.Resources.XObject.P
        assert (int(drawing.Width), int(drawing.Height)) == (100, 200)


def test_deep_and_looping_resources_are_written_once(tmp_path: Path) -> None:
    def deep(made: pikepdf.Pdf) -> None:
        nested = pikepdf.Array([])
        for _ in range(300):
            nested = pikepdf.Array([nested])
        loop = made.make_indirect(pikepdf.Dictionary(Deep=nested))
        loop.Again = loop
        made.pages[0].obj.Resources.ColorSpace = pikepdf.Dictionary(Odd=loop)

    with Annexes() as annexes:
        found, part = paged(annexes, "pdf", plain_pdf(1, deep))
    assert found == 1
    stamps = [Stamp("C-1", "Annex 1", "Page 1 of 1")]
    about = About("t", "a", "en", datetime(2026, 1, 1, tzinfo=UTC))
    with (tmp_path / "whole.pdf").open("wb") as stream:
        write_bundle(stream, [part], stamps, [Bookmark("a", 1)], about, tell=lambda _page: False)
    with pikepdf.Pdf.open(tmp_path / "whole.pdf") as pdf:
        assert len(pdf.pages) == 1
        assert len(list(pdf.objects)) < 100
