"""The main window: a door while it is locked, the workroom while an office is open. It knows no business rule.

Locking closes the office, drops the key, destroys the pages and clears the clipboard; the title of the window never names a case.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMetaObject, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from ui import wording
from ui.instance import Claim
from ui.jobs import Jobs
from ui.language import show_language
from ui.navigation import Navigation, Place
from ui.pages.unlock import UnlockPage
from ui.preferences import Preferences, save_preferences
from ui.safe import ask, tell
from ui.style.theme import Theme

if TYPE_CHECKING:
    from ui.actions import Actions
    from ui.doors import BackupChoice, DeviceKey, Doors, NewOffice, Secret
    from ui.workroom import Workroom
    from workbench.domain.errors import WorkbenchError
    from workbench.domain.settings import OfficeSettings
    from workbench.services.office import Desk, Office

_TICK_MS = 5000
_ASLEEP_S = 60.0
"""A tick that comes this much late means that the machine slept: the window locks."""

_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
"""The events that show that somebody is at work."""

_DAMAGE = frozenset({"store_damaged", "keys_damaged"})
_HEAVY = (
    "ui.workroom",
    "ui.pages.today",
    "workbench.bootstrap",
    "workbench.services.today",
    "workbench.services.search",
)
"""What is imported in the background once the first page has been painted."""


class Start(NamedTuple):
    """How the window starts.

    Args:
        folder: the store to open or to make.
        read_only: open it for reading only.
        secret: unlock it at once with this.
        preferences, preferences_file: what this machine remembers, and where.
        state: where claims on store folders are kept.
    """

    folder: Path
    preferences: Preferences
    preferences_file: Path
    state: Path
    read_only: bool = False
    secret: "Secret | None" = None


class MainWindow(QMainWindow):
    """The window. `first_painted` comes once, `opened` when an office is open and its first page shown, `locked` after locking."""

    first_painted = Signal()
    opened = Signal()
    locked = Signal()

    def __init__(self, doors: "Doors", theme: Theme, start: Start) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._doors = doors
        self._theme = theme
        self._start = start
        self._preferences = start.preferences
        self._folder = start.folder
        self._read_only = start.read_only
        self._painted = False
        self._workroom: Workroom | None = None
        self._settings: OfficeSettings | None = None
        self._claim: Claim | None = None
        self._last_use = time.time()
        self._last_tick = time.time()
        self._connected: dict[str, QMetaObject.Connection] = {}
        self.jobs = Jobs(self)
        self.navigation = Navigation(self)
        self._actions: Actions | None = None
        self.jobs.broke.connect(self.show_crash)
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self.setWindowTitle(self.tr("Onee Workbench"))
        self.setMinimumSize(900, 600)
        self.resize(1440, 900)
        self.show_door()

    @property
    def actions_by_id(self) -> "Actions":
        """Every action once, made when it is first needed: a door needs none."""
        if self._actions is None:
            from ui.actions import Actions  # noqa: PLC0415  after the first paint

            self._actions = Actions(self)
            self._connect_actions()
        return self._actions

    @property
    def workroom(self) -> "Workroom | None":
        """The workroom, None while locked."""
        return self._workroom

    @property
    def preferences(self) -> Preferences:
        """What this machine remembers."""
        return self._preferences

    # What stands before the office

    def show_door(self) -> None:
        """Show the page that unlocks the store of the folder, or the one that makes a store where there is none."""
        if self._doors.exists(self._folder):
            self._show_unlock()
        else:
            self.show_create()

    def take_claim(self) -> bool:
        """Return whether this window may show the store: False when another one has it and came forward.

        Where the other one does not answer, the store is shown here for reading only.
        """
        if self._read_only:
            return True
        if self._claim is not None:
            self._claim.release()
        self._claim = Claim(self._folder, self._start.state, self)
        if self._claim.take():
            self._claim.watch(self.come_forward)
            return True
        answered = self._claim.ask_other()
        self._claim = None
        self._read_only = not answered
        if not answered:
            self.show_door()
        return not answered

    def come_forward(self) -> None:
        """Show the window above others."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def unlock(self, secret: "Secret") -> None:
        """Open the store with a secret, away from the GUI thread."""
        page = self.centralWidget()
        if isinstance(page, UnlockPage):
            page.set_busy(busy=True)
        folder = self._folder
        self.jobs.work(partial(self._doors.open, folder, secret), partial(self._came_open, secret), refused=self._stayed_locked)

    def show_create(self) -> None:
        """Show the page that makes a store."""
        from ui.pages.create import CreatePage  # noqa: PLC0415  rarely needed

        page = CreatePage(self._folder)
        page.submitted.connect(self._create)
        page.another.connect(self.choose_store)
        self.show_page(page)
        self.jobs.work(partial(self._doors.law_choices, wording.language()), page.offer_laws)

    def choose_store(self) -> None:
        """Ask for another store's folder."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  after the first paint

        dialog = QFileDialog(self, self.tr("Open a store"), str(self._folder.parent))
        dialog.setObjectName("storeDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.use_folder(Path(path)))
        dialog.open()

    def use_folder(self, folder: Path) -> None:
        """Show the door of another store."""
        before, self._folder = self._folder, folder
        if not self.take_claim():
            self._folder = before
            tell(
                self, self.tr("Already open"), self.tr("This store is open in another window, which was asked to come forward.")
            )
        self.show_door()

    # The office

    def lock(self) -> None:
        """Close the office, drop its key, destroy its pages, and show the door."""
        if self._workroom is None:
            return
        self._workroom.before_lock()
        self.close_office()
        self.show_door()
        self.locked.emit()

    def idle_for(self, seconds: float) -> None:
        """Act as if nobody had used the window for so long; locks when that is longer than the office allows."""
        self._last_use = time.time() - seconds
        self._tick()

    def choose_theme(self, mode: str) -> None:
        """Follow the system's light or dark, or stay one of them, and remember it on this machine."""
        self._theme.choose(mode)
        self._remember(theme=mode)

    def speak(self, language: str) -> None:
        """Speak another language: every page is made anew, and the place stays."""
        spoken = show_language(language)
        self._remember(language=spoken)
        if self._workroom is None:
            self.show_door()
            return
        self.actions_by_id.retranslate()
        self._make_menus()
        place = self.navigation.place or Place("today")
        self.navigation.forget()
        self._make_workroom(place)

    def show_crash(self, report: str) -> None:
        """Show the report of a bug, one at a time."""
        from ui.widgets.crash_dialog import CrashDialog  # noqa: PLC0415  hopefully never needed

        if self.findChild(CrashDialog) is None:
            dialog = CrashDialog(report, self)
            dialog.quit_wanted.connect(self.quit_now)
            dialog.open()

    def quit_now(self) -> None:
        """Close the office and end the program, without asking."""
        self.close_office()
        self._ticker.stop()
        if self._claim is not None:
            self._claim.release()
        self.jobs.wait()
        app = QApplication.instance()
        if app is not None:
            app.quit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before what was typed is lost, then close the office."""
        if self._workroom is not None and not self._workroom.may_leave():
            event.ignore()
            ask(
                self,
                self.tr("Quit?"),
                self.tr("Something that was typed is not saved yet and would be lost."),
                yes=self.tr("Quit without saving"),
                then=self.quit_now,
            )
            return
        if self._workroom is not None:
            self._workroom.before_lock()
        event.accept()
        self.quit_now()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the first page has been painted, and begin then with everything that is slow to import."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()
            QTimer.singleShot(0, self._after_first_paint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is at work."""
        if event.type() in _USE:
            self._last_use = time.time()
        return super().eventFilter(watched, event)

    def _after_first_paint(self) -> None:
        self._theme.follow_system()
        self.jobs.prefetch(_HEAVY)
        if self._start.secret is not None and isinstance(self.centralWidget(), UnlockPage):
            self.unlock(self._start.secret)
        elif self._doors.exists(self._folder):
            self.jobs.work(partial(self._doors.device_key, self._folder), self._offer_device_key)

    def _show_unlock(self) -> None:
        page = UnlockPage(self._folder, read_only=self._read_only)
        page.submitted.connect(self.unlock)
        page.another.connect(self.choose_store)
        page.make_new.connect(self._choose_new)
        self.show_page(page)
        if self._painted:
            self.jobs.work(partial(self._doors.device_key, self._folder), self._offer_device_key)

    def _choose_new(self) -> None:
        self._folder = _free_folder(self._folder.parent / self.tr("Onee cases"))
        self.show_create()

    def show_page(self, page: QWidget) -> None:
        """Fill the window with a door or with the workroom; what it showed before is destroyed."""
        self.menuBar().setVisible(self._workroom is not None and page is self._workroom)
        self.setCentralWidget(page)
        page.setFocus()

    def _offer_device_key(self, key: "DeviceKey") -> None:
        page = self.centralWidget()
        if isinstance(page, UnlockPage):
            why_not = ""
            if key.refusal:
                reason = wording.word("problem", key.refusal)
                why_not = self.tr("This machine cannot keep a key for the store: {reason}").format(reason=reason)
            page.offer_device_key(key, why_not)

    def _came_open(self, secret: "Secret", office: "Office") -> None:
        if secret.remember:
            self.jobs.work(partial(self._doors.remember, office), lambda _done: None, refused=self._not_remembered)
        self._enter(office)

    def _not_remembered(self, refusal: "WorkbenchError") -> None:
        tell(self, self.tr("Not remembered"), wording.refusal(refusal))

    def _stayed_locked(self, refusal: "WorkbenchError") -> None:
        if refusal.code in _DAMAGE:
            self._show_damage(wording.refusal(refusal))
            return
        page = self.centralWidget()
        if isinstance(page, UnlockPage):
            page.refuse(wording.refusal(refusal), reading_offered=refusal.code == "store_in_use")

    def _show_damage(self, damage: str) -> None:
        from ui.pages.damaged import DamagedPage  # noqa: PLC0415  rarely needed

        def show(backups: "tuple[BackupChoice, ...]") -> None:
            page = DamagedPage(self._folder, damage, backups)
            page.restore.connect(partial(self._restore, page))
            page.another.connect(self.choose_store)
            self.show_page(page)

        self.jobs.work(partial(self._doors.backups, self._folder), show)

    def _restore(self, page: QWidget, backup: Path) -> None:
        from ui.pages.damaged import DamagedPage  # noqa: PLC0415  rarely needed

        def refused(refusal: "WorkbenchError") -> None:
            if isinstance(page, DamagedPage):
                page.refuse(wording.refusal(refusal))

        self.jobs.work(partial(self._doors.restore, self._folder, backup), lambda _done: self.show_door(), refused=refused)

    def _create(self, new: "NewOffice") -> None:
        from ui.pages.create import CreatePage  # noqa: PLC0415  rarely needed
        from ui.widgets.recovery import RecoveryPage  # noqa: PLC0415  as above

        def made(office_and_code: "tuple[Office, str]") -> None:
            office, code = office_and_code
            self._folder = new.folder
            page = RecoveryPage(code)
            page.confirmed.connect(partial(self._enter, office))
            self.show_page(page)

        def refused(refusal: "WorkbenchError") -> None:
            page = self.centralWidget()
            if isinstance(page, CreatePage):
                page.refuse(wording.refusal(refusal))

        self.jobs.work(partial(self._doors.create, new), made, refused=refused)

    def _enter(self, office: "Office") -> None:
        def settings_of(desk: "Desk") -> "OfficeSettings":
            return desk.settings

        self.jobs.attach(office)
        self._remember(last_folder=str(self._folder))
        self.jobs.ask(settings_of, self._show_office, refused=self._could_not_enter)

    def _could_not_enter(self, refusal: "WorkbenchError") -> None:
        self.close_office()
        self._stayed_locked(refusal)

    def _show_office(self, settings: "OfficeSettings") -> None:
        self._settings = settings
        if settings.language != wording.language():
            show_language(settings.language)
            self._remember(language=settings.language)
            self.actions_by_id.retranslate()
        self._make_menus()
        self._last_use = self._last_tick = time.time()
        self._ticker.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._make_workroom(Place("today"))
        self.opened.emit()

    def _make_workroom(self, place: Place) -> None:
        from ui.context import Notices, Workspace  # noqa: PLC0415  after the first paint
        from ui.workroom import Workroom  # noqa: PLC0415  imports services, after the first paint

        office, settings = self.jobs.office, self._settings
        if office is None or settings is None:
            return
        if self._workroom is not None:
            self._drop_workroom()
        workspace = Workspace(
            jobs=self.jobs,
            navigation=self.navigation,
            notices=Notices(self),
            actions=self.actions_by_id,
            words=wording.words(),
            language=wording.language(),
            zone=settings.home_zone,
            office_place=settings.home_place,
            read_only=office.read_only,
            officer_name=office.officer.name,
            doors=self._doors,
            chosen_theme=lambda: self._theme.mode,
            choose_theme=self.choose_theme,
        )
        self._workroom = Workroom(workspace)
        self._workroom.lock_wanted.connect(self.lock_asked)
        self._workroom.settings_changed.connect(self._read_settings)
        for action, does in (
            ("import_mail", self._workroom.choose_mail),
            ("new_complaint", self._workroom.new_complaint),
            ("new_matter", self._workroom.new_matter),
            ("new_breach", self._workroom.new_breach),
            ("search", self._workroom.search),
            ("back_up", self._workroom.back_up),
            ("verify", self._workroom.verify),
        ):
            self._on(action, does)
        writing = not office.read_only
        for name in ("new_case", "import_mail", "new_complaint", "new_matter", "new_breach", "back_up"):
            self.actions_by_id[name].setEnabled(writing)
        self._workroom.show_lock_minutes(self._minutes_left())
        self.show_page(self._workroom)
        self._workroom.go_first(place)

    def lock_asked(self) -> None:
        """Lock, after asking where something unsaved would be lost."""
        if self._workroom is not None and not self._workroom.may_leave():
            ask(
                self,
                self.tr("Lock?"),
                self.tr("Something that was typed is not saved yet and would be lost."),
                yes=self.tr("Lock without saving"),
                then=self.lock,
            )
            return
        self.lock()

    def _drop_workroom(self) -> None:
        if self._workroom is not None:
            self._workroom.setParent(None)
            self._workroom.deleteLater()
            self._workroom = None

    def close_office(self) -> None:
        """Close the office, drop its key and destroy its pages; the door is not shown yet."""
        self._ticker.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        for window in QApplication.topLevelWidgets():
            if window is not self and window.isVisible():
                window.close()
        office = self.jobs.detach()
        if self._workroom is not None:
            self.takeCentralWidget()
            self._drop_workroom()
        self.navigation.forget()
        self._settings = None
        from ui import clipboard  # noqa: PLC0415  after the first paint

        clipboard.clear_if_ours()
        if office is not None:
            office.close()

    def _read_settings(self) -> None:
        def settings_of(desk: "Desk") -> "OfficeSettings":
            return desk.settings

        self.jobs.ask(settings_of, self._settings_read)

    def _settings_read(self, settings: "OfficeSettings") -> None:
        spoken = self._settings.language if self._settings is not None else ""
        self._settings = settings
        if settings.language != spoken:
            self.speak(settings.language)

    def _remember(self, **values: str) -> None:
        self._preferences = self._preferences._replace(**values)
        save_preferences(self._start.preferences_file, self._preferences)

    # Time

    def _minutes_left(self) -> int:
        if self._settings is None:
            return 0
        left = self._settings.lock_minutes * 60 - (time.time() - self._last_use)
        return max(1, round(left / 60))

    def _tick(self) -> None:
        now = time.time()
        slept = now - self._last_tick > _TICK_MS / 1000 + _ASLEEP_S
        self._last_tick = now
        if self._settings is None or self._workroom is None:
            return
        if slept or now - self._last_use > self._settings.lock_minutes * 60:
            self.lock()
            return
        self._workroom.show_lock_minutes(self._minutes_left())

    # Menus

    def _connect_actions(self) -> None:
        for page in (
            "today",
            "cases",
            "approvals",
            "packet",
            "letters",
            "batch",
            "templates",
            "regulators",
            "laws",
            "settings",
            "calendar",
            "what_if",
            "moves",
        ):
            self._on(f"go_{page}", partial(self.navigation.go, Place(page)))
        self._on("new_case", partial(self.navigation.go, Place("intake")))
        self._on("back", self.navigation.back)
        self._on("lock", self.lock_asked)
        self._on("quit", self.close)
        self._on("reload", self._reload)
        self._on("help", self._help)
        self._on("about", self._about)

    def _on(self, name: str, does: Callable[[], object]) -> None:
        action = self.actions_by_id[name]
        before = self._connected.pop(name, None)
        if before is not None:
            action.triggered.disconnect(before)
        self._connected[name] = action.triggered.connect(_slot(does))

    def _make_menus(self) -> None:
        from ui.actions import MENUS, SPECS  # noqa: PLC0415  after the first paint

        bar = self.menuBar()
        bar.clear()
        for menu in bar.findChildren(QMenu):
            menu.deleteLater()
        bar.setAccessibleName(self.tr("Menus"))
        for menu_id, text in MENUS:
            menu = bar.addMenu(text())
            menu.setObjectName(f"{menu_id}Menu")
            for spec in SPECS:
                if spec.menu == menu_id:
                    menu.addAction(self.actions_by_id[spec.id])

    def _reload(self) -> None:
        place = self.navigation.place
        if self._workroom is not None and place is not None:
            self._workroom.page(place.page).reload()

    def _help(self) -> None:
        from ui.widgets.help_dialog import HelpDialog  # noqa: PLC0415  only when asked

        HelpDialog(self).open()

    def _about(self) -> None:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  only when asked

        try:
            number = version("onee-workbench")
        except PackageNotFoundError:
            number = self.tr("from source")
        tell(
            self,
            self.tr("About Onee Workbench"),
            self.tr(
                "Onee Workbench {version}\n\nRequests of data subjects, their statutory deadlines, refusals that stand, and the "
                "letters that answer them. It works without a network."
            ).format(version=number),
        )


def _slot(does: Callable[[], object]) -> Callable[[bool], None]:
    def slot(_checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt says whether the action is checked
        does()

    return slot


def _free_folder(wanted: Path) -> Path:
    """Return a folder name that is not taken yet."""
    candidate, number = wanted, 2
    while candidate.exists():
        candidate, number = wanted.with_name(f"{wanted.name} {number}"), number + 1
    return candidate
