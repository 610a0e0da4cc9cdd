"""Fixtures of the screen: an application in the light theme and in English, a workspace on a real office, and a window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.makers import PASSPHRASE
from ui.__main__ import Bootstrap
from ui.actions import Actions
from ui.context import Notices, Workspace
from ui.doors import Secret
from ui.jobs import Jobs
from ui.language import show_language
from ui.main_window import MainWindow, Start
from ui.navigation import Navigation
from ui.preferences import Preferences
from ui.style.theme import Theme
from ui.wording import words
from workbench.services.office import Office

_themes: list[Theme] = []


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Return the theme of the application, light."""
    if not _themes:
        _themes.append(Theme(qapp))
    _themes[0].choose("light")
    return _themes[0]


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Let the screen speak English before and after each test."""
    assert qapp is not None
    show_language("en")
    yield
    show_language("en")


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Return jobs without an office; a bug in any of them fails the test."""
    made = Jobs(qapp)
    reports: list[str] = []
    made.broke.connect(reports.append)
    yield made
    made.detach()
    made.wait()
    made.deleteLater()
    assert not reports, "\n".join(reports)


@pytest.fixture
def workspace(jobs: Jobs, office: Office, theme: Theme) -> Workspace:
    """Return a workspace on a real office, as a page gets it."""
    assert theme.mode == "light"
    jobs.attach(office)
    return Workspace(
        jobs=jobs,
        navigation=Navigation(jobs),
        notices=Notices(jobs),
        actions=Actions(jobs),
        words=words(),
        language="en",
        zone="Asia/Jakarta",
        office_place="ID",
        officer_name=office.officer.name,
        doors=Bootstrap(),
    )


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[Jobs], None]:
    """Return a function that waits until no work is under way and every result was delivered."""

    def wait(jobs: Jobs) -> None:
        qtbot.waitUntil(lambda: jobs.idle, timeout=20_000)

    return wait


@pytest.fixture
def make_window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Callable[[Path], MainWindow]]:
    """Return a function that shows a window on a store folder; every window is closed after the test."""
    made: list[MainWindow] = []

    def show(folder: Path, *, secret: Secret | None = None, read_only: bool = False) -> MainWindow:
        start = Start(
            folder=folder,
            read_only=read_only,
            secret=secret,
            preferences=Preferences(theme="light", language="en"),
            preferences_file=tmp_path / "config" / "screen.json",
            state=tmp_path / "state",
        )
        window = MainWindow(Bootstrap(), theme, start)
        made.append(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield show
    for window in made:
        window.close_office()
        window.jobs.wait()
        window.close()
        window.deleteLater()


@pytest.fixture
def closed_office(office: Office) -> Path:
    """Return the folder of an office that is closed, to be opened by a window with `PASSPHRASE`."""
    office.close()
    return office.folder


@pytest.fixture
def open_window(make_window: Callable[..., MainWindow], closed_office: Path, qtbot: QtBot) -> Callable[[], MainWindow]:
    """Return a function that shows a window and unlocks the office in it."""

    def show() -> MainWindow:
        window = make_window(closed_office)
        with qtbot.waitSignal(window.opened, timeout=20_000):
            window.unlock(Secret(passphrase=PASSPHRASE))
        qtbot.waitUntil(lambda: window.jobs.idle, timeout=20_000)
        return window

    return show
