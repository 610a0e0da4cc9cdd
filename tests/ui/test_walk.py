"""Without a display the program says so and walks the main job all the same; pictures and letters are where it says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parents[2]


def words_of(path: Path) -> str:
    """Return the text of a PDF with every run of blanks as one."""
    document = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_the_main_job_is_walked_without_a_display(tmp_path: Path) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    command = [sys.executable, "-m", "ui", "--demo", "--pictures", str(tmp_path / "walk")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False, timeout=280)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("There is no display")
    said = re.search(r"(\d+) pictures and (\d+) letters are in (.*)", done.stdout)
    assert said is not None
    folder = Path(said[3])
    assert len(list(folder.glob("*.png"))) == int(said[1]) > 20
    archived = sorted(path for path in folder.glob("*.pdf") if "printed" not in path.name)
    assert len(archived) == int(said[2]) == 3
    texts = [words_of(path) for path in archived]
    assert "DSR-" in texts[0]
    assert "Permohonan Anda kami kabulkan sebagian" in texts[1]
    assert "manifestly unfounded or excessive" in texts[2]
    printed = [path.with_name(f"{path.stem}-printed.pdf") for path in archived]
    assert [len(pypdfium2.PdfDocument(path)) for path in printed] == [len(pypdfium2.PdfDocument(path)) for path in archived]
