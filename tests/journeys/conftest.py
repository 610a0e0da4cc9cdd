"""A real window on a real encrypted store, with a pinned clock."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.screen import Screen
from tests.makers import Hand, make_office
from ui.__main__ import Bootstrap
from ui.doors import Secret
from ui.language import show_language
from ui.main_window import MainWindow, Start
from ui.preferences import Preferences
from ui.style.theme import Theme
from workbench.bootstrap import open_office
from workbench.services.office import Office

NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)


class PinnedDoors(Bootstrap):
    """Opens stores as the program does, with a clock in the test's hand."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def open(self, folder: Path, secret: Secret) -> Office:
        """Unlock a store."""
        return open_office(folder, passphrase=secret.passphrase, read_only=secret.read_only, clock=self._clock)


@pytest.fixture
def furnish() -> Callable[[Office, Hand], None]:
    """Return what puts things into the office before the window opens it; nothing, unless a story says otherwise."""
    return lambda _office, _hand: None


@pytest.fixture
def office_settings() -> dict[str, str]:
    """Return settings of the office that a story needs."""
    return {}


@pytest.fixture
def screen(
    qtbot: QtBot,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    furnish: Callable[[Office, Hand], None],
    office_settings: dict[str, str],
) -> Iterator[Screen]:
    """Return the window, unlocked by typing the passphrase, speaking the language of the test."""
    language = str(getattr(request, "param", "en"))
    QStandardPaths.setTestModeEnabled(True)
    hand = Hand(now=NOW)
    settings = {"language": language, "letter_language": language, **office_settings}
    office, _code = make_office(tmp_path / "office", hand, **settings)
    furnish(office, hand)
    hand.now = NOW
    office.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    show_language(language)
    start = Start(
        folder=tmp_path / "office",
        preferences=Preferences(),
        preferences_file=tmp_path / "preferences.json",
        state=tmp_path / "state",
    )
    window = MainWindow(PinnedDoors(hand), Theme(app), start)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    hands = Screen(qtbot, window, hand)
    hands.unlock()
    yield hands
    window.lock()
    show_language("en")
