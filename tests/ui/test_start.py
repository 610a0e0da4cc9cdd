"""The start: what is missing is said in one sentence, nothing heavy is imported before the first paint, preferences survive."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ui import __main__ as door
from ui import system
from ui.language import show_language, system_language
from ui.preferences import Preferences, load_preferences, save_preferences

ROOT = Path(__file__).resolve().parents[2]


def test_a_missing_library_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(system, "_XCB_LIBRARIES", ("libxcb-cursor.so.0", "libno-such-thing.so.9"))

    assert door.main(["somewhere"]) == 1
    said = capsys.readouterr().err
    assert "libno-such-thing.so.9" in said
    assert "apt-get install" in said
    assert "libxcb-cursor0" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "library"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", "libEGL.so.1"),
        ("No module named 'PySide6'", ""),
        ("cannot import name 'QThing' from 'PySide6.QtCore'", ""),
    ],
    ids=["a system library", "the package itself", "a name"],
)
def test_an_import_error_names_the_library_it_failed_on(words: str, library: str) -> None:
    assert system.missing_library(ImportError(words)) == library


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"QT_QPA_PLATFORM": "offscreen:x", "DISPLAY": ":0"}, "offscreen"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({}, ""),
    ],
    ids=["named", "both", "wayland alone", "no display"],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is one platform")
def test_the_platform_is_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], platform: str
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert system.platform() == platform


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    script = """
import sys
from ui import __main__ as door
from ui.start import Theme, application, load_preferences, show_language
from ui.main_window import MainWindow, Start
from pathlib import Path
app = application(["test"])
show_language("")
folder = Path(sys.argv[1])
(folder / "keys.json").write_text("{}")
window = MainWindow(door.Bootstrap(), Theme(app), Start(folder, load_preferences(folder / "none"), folder / "none", folder / "state"))
def painted():
    heavy = {"sqlalchemy", "sqlcipher3", "reportlab", "alembic", "keyring", "holidays", "babel", "cryptography", "argon2", "rfc8785",
             "workbench.services", "workbench.store", "workbench.bootstrap", "PySide6.QtPdf", "PySide6.QtPrintSupport"}
    print(sorted(name for name in sys.modules if name in heavy), flush=True)
    app.exit(0)
window.first_painted.connect(painted)
window.show()
sys.exit(app.exec())
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, env=environment, check=False
    )

    assert done.stdout.strip() == "[]", done.stderr


def test_plain_arguments_need_no_parser_and_others_get_one(capsys: pytest.CaptureFixture[str]) -> None:
    plain = door._options(["store", "--read-only"])
    full = door._options(["--passphrase-file", "-", "store"])

    assert (plain.folder, plain.read_only, plain.demo) == (Path("store"), True, False)
    assert (full.folder, full.passphrase_file, full.read_only) == (Path("store"), "-", False)
    with pytest.raises(SystemExit) as left:
        door._options(["--no-such"])
    assert left.value.code == 2
    assert "--no-such" in capsys.readouterr().err


def test_preferences_survive_and_are_private(tmp_path: Path) -> None:
    file = tmp_path / "config" / "screen.json"
    kept = Preferences(theme="dark", language="id", last_folder="/somewhere")
    save_preferences(file, kept)

    assert load_preferences(file) == kept
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"theme": 3}', b'{"theme": "pink", "language": "xx"}'])
def test_preferences_that_cannot_be_read_count_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "screen.json"
    file.write_bytes(content)

    assert load_preferences(file) == Preferences()


def test_preferences_that_cannot_be_kept_are_not_an_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be", encoding="utf-8")

    save_preferences(tmp_path / "taken" / "screen.json", Preferences())

    assert json.dumps(load_preferences(tmp_path / "taken" / "screen.json"))


@pytest.mark.parametrize(("tag", "language"), [("id_ID.UTF-8", "id"), ("en_US.UTF-8", "en"), ("fr_FR", "en"), ("C", "en")])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system is asked through Qt")
def test_the_language_follows_the_system(monkeypatch: pytest.MonkeyPatch, tag: str, language: str) -> None:
    monkeypatch.setenv("LC_ALL", tag)

    assert system_language() == language
    assert show_language("") == language
