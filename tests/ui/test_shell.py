"""The shell: going about, the menus, the search, notices, locking, crashes, and a second language at run time."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import PASSPHRASE, Desktop
from tests.ui.walking import rich_labels, unnamed
from ui import clipboard, crash
from ui.actions import SPECS
from ui.doors import Secret
from ui.main_window import MainWindow
from ui.navigation import Navigation, Place
from ui.pages.unlock import UnlockPage
from ui.safe import Label, PlainText
from ui.style.chips import Tone
from ui.widgets.crash_dialog import CrashDialog
from ui.widgets.help_dialog import HelpDialog
from ui.widgets.notice import NoticeBar
from ui.widgets.search_popup import SearchPopup
from ui.workroom import Workroom
from workbench.domain.errors import NotFoundError
from workbench.domain.phases import Act
from workbench.services.office import Office

OpenWindow = Callable[[], MainWindow]
PAGES = ("today", "cases", "intake", "packet", "letters", "laws", "settings")


def workroom(window: MainWindow) -> Workroom:
    """Return the workroom of an unlocked window."""
    assert window.workroom is not None
    return window.workroom


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the window has read everything."""
    qtbot.waitUntil(lambda: window.jobs.idle, timeout=20_000)


def text_of(window: MainWindow, name: str) -> str:
    """Return the words of a label."""
    label = window.findChild(Label, name)
    assert label is not None
    return label.text()


def test_the_way_back_leads_through_every_place() -> None:
    navigation = Navigation()
    moved: list[Place] = []
    navigation.moved.connect(moved.append)
    for place in (
        Place("today"),
        Place("case", case_id=7),
        Place("case", case_id=7, tab="letters"),
        Place("letter", letter_id=3),
    ):
        navigation.go(place)
    navigation.back()
    navigation.back()
    navigation.back()

    assert [place.page for place in moved] == ["today", "case", "case", "letter", "case", "today"]
    assert moved[4].tab == "letters"
    assert not navigation.can_go_back


def test_every_action_has_one_name_one_key_and_a_menu(open_window: OpenWindow) -> None:
    window = open_window()
    actions = window.actions_by_id.all()
    keys = [action.shortcut().toString() for action in actions.values() if not action.shortcut().isEmpty()]
    in_menus = {
        action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions() if action.objectName()
    }

    assert len(keys) == len(set(keys))
    assert {spec.id for spec in SPECS} == set(actions)
    assert in_menus == set(actions)


@pytest.mark.parametrize("language", ["en", "id"])
def test_mnemonics_are_unique_in_every_menu(open_window: OpenWindow, language: str) -> None:
    window = open_window()
    window.speak(language)
    for menu in [window.menuBar(), *window.menuBar().findChildren(QMenu)]:
        marks = [QKeySequence.mnemonic(action.text()).toString() for action in menu.actions() if not action.isSeparator()]

        assert "" not in marks, f"{menu.objectName()}: {[action.text() for action in menu.actions()]}"
        assert len(marks) == len(set(marks)), f"{menu.objectName()}: {marks}"


@pytest.mark.parametrize(
    ("keys", "page"), [("1", "today"), ("2", "cases"), ("3", "letters"), ("4", "laws"), ("5", "settings"), ("N", "intake")]
)
def test_every_page_is_reached_by_keyboard(open_window: OpenWindow, qtbot: QtBot, keys: str, page: str) -> None:
    window = open_window()
    window.navigation.go(Place("laws" if page == "today" else "today"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{keys}"), Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)

    assert window.navigation.place is not None
    assert window.navigation.place.page == page


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_operated_without_eyes_and_shows_text_literally(
    open_window: OpenWindow, qtbot: QtBot, page: str
) -> None:
    window = open_window()
    window.navigation.go(Place(page))
    settle(window, qtbot)

    assert unnamed(window) == []
    assert rich_labels(window) == []
    assert text_of(window, "pageTitle")


def test_the_sidebar_counts_and_says_how_safe_the_store_is(desktop: Desktop, open_window: OpenWindow) -> None:
    desktop.register()
    window = open_window()
    entry = window.findChild(QPushButton, "casesEntry")

    assert entry is not None
    assert entry.accessibleName() == "Cases, 1"
    assert "locks in 10 min" in text_of(window, "lockState")
    assert text_of(window, "backupState") == "No backup yet"
    assert text_of(window, "journalState").startswith("Journal verified ")


def test_a_backup_and_a_check_tell_what_came_of_them(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.actions_by_id["back_up"].trigger()
    settle(window, qtbot)
    notice = window.findChild(NoticeBar)
    assert notice is not None
    assert notice.text().startswith("A verified backup was made: ")
    assert text_of(window, "backupState").startswith("Backed up ")
    window.actions_by_id["verify"].trigger()
    settle(window, qtbot)

    assert notice.text().startswith("The store is sound")


def test_a_refusal_that_nobody_took_is_shown_until_it_is_closed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.jobs.refused.emit(NotFoundError(what="case", name="DSR-2026-0999"))
    notice = window.findChild(NoticeBar)
    assert notice is not None

    assert notice.isVisible()
    assert "DSR-2026-0999" in notice.text()
    assert notice.property("tone") == Tone.LATE.value
    close = notice.findChild(QPushButton)
    assert close is not None
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()


def test_the_search_finds_while_one_types_and_opens_with_enter(desktop: Desktop, open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop.register()
    window = open_window()
    popup = workroom(window).search()
    field, found = popup.findChild(QLineEdit, "searchField"), popup.findChild(QListWidget, "searchResults")
    assert field is not None
    assert found is not None
    qtbot.keyClicks(field, "hannah")
    qtbot.waitUntil(lambda: found.count() > 0, timeout=20_000)
    assert unnamed(popup) == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(window, qtbot)

    assert window.navigation.place is not None
    assert (window.navigation.place.page, window.navigation.place.case_id) == ("case", 1)


def test_a_search_for_nothing_known_says_so(open_window: OpenWindow, qtbot: QtBot) -> None:
    popup = workroom(open_window()).search()
    field = popup.findChild(QLineEdit, "searchField")
    label = popup.findChild(Label, "searchWords")
    assert field is not None
    assert label is not None
    qtbot.keyClicks(field, 'no"such*(thing')
    qtbot.waitUntil(lambda: label.text() == "Nothing was found.", timeout=20_000)
    popup.close()


def test_acts_are_grey_away_from_a_case(desktop: Desktop, open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop.register()
    window = open_window()
    window.navigation.go(Place("case", case_id=1))
    settle(window, qtbot)
    assert window.actions_by_id.of_act(Act.NOTE).isEnabled()
    window.navigation.go(Place("today"))

    assert not [act for act in Act if window.actions_by_id.of_act(act).isEnabled()]


def test_an_act_that_is_not_permitted_says_why(open_window: OpenWindow) -> None:
    actions = open_window().actions_by_id
    actions.permit(frozenset({Act.NOTE}), "The case is closed.")

    assert actions.of_act(Act.NOTE).isEnabled()
    assert actions.of_act(Act.NOTE).statusTip() == ""
    assert not actions.of_act(Act.DECIDE).isEnabled()
    assert actions.of_act(Act.DECIDE).statusTip() == "The case is closed."


def test_locking_closes_the_office_and_destroys_the_pages(desktop: Desktop, open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop.register()
    window = open_window()
    window.navigation.go(Place("case", case_id=1))
    settle(window, qtbot)
    office = window.jobs.office
    room = workroom(window)
    clipboard.copy("Hannah Beispiel")
    with qtbot.waitSignals([window.locked, room.destroyed]):
        window.actions_by_id["lock"].trigger()

    assert window.jobs.office is None
    assert office is not None
    assert office.data_key == b""
    assert isinstance(window.centralWidget(), UnlockPage)
    assert window.navigation.place is None
    assert QGuiApplication.clipboard().text() == ""
    shown = " ".join(label.text() for label in window.findChildren(Label))
    assert "Hannah" not in shown
    assert "DSR-" not in shown
    assert "Hannah" not in window.windowTitle()


def test_locking_closes_what_is_open_over_the_window(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    popup = workroom(window).search()
    with qtbot.waitSignal(popup.destroyed):
        window.lock()

    assert not window.findChildren(SearchPopup)


def test_the_window_locks_itself_when_nobody_is_there(open_window: OpenWindow) -> None:
    window = open_window()
    window.idle_for(9 * 60)
    assert window.workroom is not None
    window.idle_for(10 * 60 + 1)

    assert window.workroom is None


def test_the_window_locks_when_the_machine_has_slept(open_window: OpenWindow) -> None:
    window = open_window()
    window._last_tick -= 600
    window._tick()

    assert window.workroom is None


def test_a_key_counts_as_use(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window._last_use -= 590
    qtbot.keyClick(window, Qt.Key.Key_F5)
    window._tick()

    assert window._minutes_left() == 10


def test_locking_again_and_again_leaves_no_widgets_behind(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    counts: list[int] = []
    for _ in range(4):
        window.lock()
        with qtbot.waitSignal(window.opened, timeout=20_000):
            window.unlock(Secret(passphrase=PASSPHRASE))
        settle(window, qtbot)
        qtbot.wait(1)
        counts.append(len(window.findChildren(QWidget)))

    assert counts[-1] - counts[0] < len(counts) - 1


def test_another_language_is_spoken_at_once_and_the_place_stays(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.navigation.go(Place("laws"))
    settle(window, qtbot)
    window.speak("id")
    settle(window, qtbot)

    assert window.navigation.place == Place("laws")
    assert text_of(window, "pageTitle") == "Hukum"
    assert window.actions_by_id["quit"].text() == "Ke&luar"
    assert window.preferences.language == "id"


def test_the_theme_is_remembered_on_this_machine(open_window: OpenWindow) -> None:
    window = open_window()
    window.choose_theme("dark")

    assert window.preferences.theme == "dark"
    window.choose_theme("light")


def test_a_mail_dropped_onto_the_window_goes_to_intake(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window()
    room = workroom(window)
    mail = tmp_path / "request.eml"
    mail.write_bytes(
        b"From: Sari Contoh <sari@contoh.example>\r\nTo: privacy@onee.example\r\nSubject: Access\r\n\r\nPlease send my data.\r\n"
    )
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(mail))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    room.dragEnterEvent(entered)
    assert entered.isAccepted()
    room.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    settle(window, qtbot)

    assert window.navigation.place == Place("intake")
    shown = "\n".join(
        [label.text() for label in room.findChildren(Label)] + [field.text() for field in room.findChildren(QLineEdit)]
    )
    assert "Sari Contoh" in shown


def test_words_that_are_dropped_are_not_taken(open_window: OpenWindow) -> None:
    data = QMimeData()
    data.setText("not a file")
    entered = QDragEnterEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    entered.setAccepted(False)
    workroom(open_window()).dragEnterEvent(entered)

    assert not entered.isAccepted()


def test_a_copied_text_is_marked_as_secret_and_taken_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "KEPT_MS", 30)
    clipboard.copy("Hannah Beispiel")
    data = QGuiApplication.clipboard().mimeData()

    assert data.hasFormat("x-kde-passwordManagerHint")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_what_others_copied_since_stays(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    assert qtbot is not None
    monkeypatch.setattr(clipboard, "KEPT_MS", 100_000)
    clipboard.copy("ours")
    QGuiApplication.clipboard().setText("theirs")
    clipboard.clear_if_ours()

    assert QGuiApplication.clipboard().text() == "theirs"
    QGuiApplication.clipboard().clear()


def test_a_bug_is_shown_once_and_politely(
    open_window: OpenWindow, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install(window.show_crash)
    for _ in range(3):
        bug = ValueError("Hannah Beispiel")
        sys.excepthook(type(bug), bug, None)
    dialogs = window.findChildren(CrashDialog)
    shown = "\n".join(label.text() for label in dialogs[0].findChildren(Label))

    assert len(dialogs) == 1
    assert "builtins.ValueError" in capsys.readouterr().err
    assert "Hannah" not in shown
    assert unnamed(dialogs[0]) == []
    dialogs[0].close()


def test_a_broken_job_is_shown_as_a_bug(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()

    def broken(office: Office) -> int:
        raise KeyError(office.officer.name)

    window.jobs.with_office(broken, lambda _number: None)
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)), timeout=20_000)
    dialog = window.findChildren(CrashDialog)[0]

    assert "KeyError" in "\n".join(edit.toPlainText() for edit in dialog.findChildren(QWidget) if hasattr(edit, "toPlainText"))
    dialog.close()


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_help_is_shown_in_the_language_of_the_screen(open_window: OpenWindow, language: str) -> None:
    window = open_window()
    window.speak(language)
    window.actions_by_id["help"].trigger()
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    text = dialog.findChild(PlainText, "helpText")
    assert text is not None

    assert ("From a mail to the answer" if language == "en" else "Dari surel sampai jawaban") in text.toPlainText()
    assert unnamed(dialog) == []
    dialog.close()
