"""The start of the window: application, language, theme, store, crash handler, and the way out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import crash
from ui.instance import state_folder
from ui.language import show_language
from ui.main_window import MainWindow, Start
from ui.preferences import load_preferences, preferences_file
from ui.style.theme import Theme

if TYPE_CHECKING:
    from ui.doors import Doors, Options, Secret

_ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"


def run_window(options: "Options", doors: "Doors") -> int:
    """Run the window until it is closed and return the exit code."""
    app = application(sys.argv[:1])
    file = preferences_file()
    preferences = load_preferences(file)
    show_language(preferences.language)
    theme = Theme(app)
    theme.choose(preferences.theme)
    folder = options.folder or (demo_folder() if options.demo else Path(preferences.last_folder or default_folder()))
    try:
        secret = _secret(options)
    except (OSError, UnicodeDecodeError):
        sys.stderr.write("The passphrase file cannot be read. Name a file that holds the passphrase in its first line.\n")
        return 1
    if options.demo:
        from ui.doors import Secret  # noqa: PLC0415  after the first paint, but for a demo

        secret = Secret(passphrase=doors.demo_passphrase, read_only=options.read_only)
        sys.stdout.write(f"Demo store: {folder}\nPassphrase: {doors.demo_passphrase}\n")
        sys.stdout.flush()
        if not doors.exists(folder):
            sys.stdout.write("Making the demo store, which takes a few seconds.\n")
            sys.stdout.flush()
            doors.make_demo(folder)
    start = Start(
        folder=folder,
        read_only=options.read_only,
        secret=secret,
        preferences=preferences,
        preferences_file=file,
        state=state_folder(),
    )
    window = MainWindow(doors, theme, start)
    if not window.take_claim():
        sys.stdout.write("This store is open in another window, which came forward. Use --read-only to look as well.\n")
        return 0
    crash.install(window.show_crash)
    if options.say_painted:
        window.first_painted.connect(lambda: (sys.stdout.write("painted\n"), sys.stdout.flush()))
        window.opened.connect(lambda: (sys.stdout.write("opened\n"), sys.stdout.flush()))
    window.first_painted.connect(lambda: QTimer.singleShot(0, lambda: _finish_start(app, window)))
    window.show()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    return code


def application(arguments: list[str]) -> QApplication:
    """Return the application with its names, in the style that follows our palette on every system."""
    app = QApplication([*arguments, "-style", "Fusion"])
    app.setApplicationName("onee-workbench")
    app.setApplicationDisplayName("Onee Workbench")
    app.setDesktopFileName("onee-workbench")
    return app


def default_folder() -> Path:
    """Return where a first store is suggested: a folder among the documents."""
    from platformdirs import user_documents_path  # noqa: PLC0415  only when no store was opened before

    return user_documents_path() / "Onee cases"


def demo_folder() -> Path:
    """Return where the demo store is kept."""
    from platformdirs import user_data_path  # noqa: PLC0415  only for a demo

    return user_data_path("onee-workbench", appauthor=False) / "demo"


def read_passphrase(name: str) -> str:
    """Return the first line of a file, or of standard input for `-`."""
    if name == "-":
        return sys.stdin.readline().rstrip("\r\n")
    with Path(name).open(encoding="utf-8") as lines:
        return lines.readline().rstrip("\r\n")


def _finish_start(app: QApplication, window: MainWindow) -> None:
    """Do what the first paint did not need: the icon, and closing the office when the system asks the program to end."""
    import signal  # noqa: PLC0415  after the first paint

    from PySide6.QtGui import QIcon  # noqa: PLC0415  after the first paint

    app.setWindowIcon(QIcon(str(_ICONS / "onee-workbench-128.png")))
    _listen_to_qt()
    signal.signal(signal.SIGTERM, lambda _number, _frame: window.quit_now())


def _secret(options: "Options") -> "Secret | None":
    if not options.passphrase_file:
        return None
    from ui.doors import Secret  # noqa: PLC0415  only where a passphrase comes from a file

    return Secret(passphrase=read_passphrase(options.passphrase_file), read_only=options.read_only)


def _listen_to_qt() -> None:
    """Write Qt's own warnings to standard error; they name widgets and files of Qt, never data."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler  # noqa: PLC0415  after the first paint

    def note(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del context
        if kind is not QtMsgType.QtDebugMsg:
            sys.stderr.write(f"Qt: {message}\n")

    qInstallMessageHandler(note)
