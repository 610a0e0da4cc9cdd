"""On every page and in every dialog of the demo, Alt and a letter lead to one thing alone, in both languages."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.tools import screenshots
from ui.doors import Secret
from ui.main_window import MainWindow, Start
from ui.preferences import Preferences
from ui.style.theme import Theme
from workbench.services.demo import DEMO_DAY, demo_now


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[screenshots.PinnedDoors, Path]:
    """Return doors whose day is pinned, and the folder of a demo store."""
    doors = screenshots.PinnedDoors(partial(demo_now, DEMO_DAY))
    folder = tmp_path_factory.mktemp("demo") / "store"
    doors.make_demo(folder, DEMO_DAY)
    return doors, folder


def marked(root: QWidget) -> Iterator[tuple[str, str]]:
    """Give the key and the words of everything in a window that is seen and has a mnemonic; the menus have a test of their own."""
    for widget in root.findChildren(QWidget):
        if widget.window() is not root or not widget.isVisibleTo(root):
            continue
        texts: list[str] = []
        if isinstance(widget, QTabBar):
            texts = [widget.tabText(place) for place in range(widget.count())]
        elif isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            texts = [widget.text()]
        for text in texts:
            key = QKeySequence.mnemonic(text).toString()
            if key:
                yield key, text


def shared(name: str, root: QWidget) -> list[str]:
    """Return the keys that lead to more than one thing, with their words."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, text in marked(root):
        found[key].append(text)
    return [f"{name}: {key}: {texts}" for key, texts in sorted(found.items()) if len(texts) > 1]


@pytest.mark.parametrize("language", screenshots.LANGUAGES)
def test_a_key_leads_to_one_thing_on_every_page_and_in_every_dialog(
    demo: tuple[screenshots.PinnedDoors, Path], theme: Theme, qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    doors, folder = demo
    start = Start(folder, Preferences("light", language, ""), tmp_path / "screen.json", tmp_path / "state")
    window = MainWindow(doors, theme, start)
    window.resize(1440, 900)
    window.show()
    with qtbot.waitSignal(window.opened, timeout=20_000):
        window.unlock(Secret(passphrase=doors.demo_passphrase))
    window.speak(language)

    def settle() -> None:
        qtbot.waitUntil(lambda: window.jobs.idle, timeout=20_000)
        qapp.sendPostedEvents()

    places = screenshots._places(window, qapp, language)
    found: list[str] = []
    opened = 0
    for name, place in places.items():
        window.navigation.go(place)
        settle()
        found += shared(name, window)
    for name, opens in screenshots._openings(qapp, window, places):
        opens()
        settle()
        for dialog in screenshots._open_dialogs(window):
            found += shared(name, dialog)
            opened += 1
            dialog.reject()
    window.quit_now()
    window.close()
    window.deleteLater()
    assert opened > 20
    assert found == []
