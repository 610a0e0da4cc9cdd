"""The doors: unlocking, making, mending a store. A locked window tells nothing of the office."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import PASSPHRASE
from tests.ui.walking import rich_labels, unnamed
from ui import wording
from ui.doors import BackupChoice, DeviceKey, NewOffice, Secret
from ui.main_window import MainWindow
from ui.pages.create import CreatePage
from ui.pages.damaged import DamagedPage
from ui.pages.unlock import UnlockPage
from ui.safe import Label
from ui.widgets.recovery import RecoveryPage
from workbench.services.backup import back_up_office
from workbench.services.office import Office
from workbench.store.errors import WrongSecretError

Window = Callable[..., MainWindow]
OpenWindow = Callable[[], MainWindow]


def child(root: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """Return a widget by its object name."""
    found = root.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def words(root: QWidget) -> str:
    """Return every word a page shows."""
    return "\n".join(label.text() for label in root.findChildren(Label) if label.isVisibleTo(root))


def door(window: MainWindow) -> QWidget:
    """Return the page that the window shows."""
    page = window.centralWidget()
    assert page is not None
    return page


def test_the_passphrase_typed_on_the_keyboard_opens_the_office(make_window: Window, closed_office: Path, qtbot: QtBot) -> None:
    window = make_window(closed_office)
    field = child(door(window), QLineEdit, "secretField")
    qtbot.keyClicks(field, PASSPHRASE)
    with qtbot.waitSignal(window.opened, timeout=20_000):
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert window.workroom is not None
    assert window.navigation.place is not None
    assert window.navigation.place.page == "today"


@pytest.mark.parametrize(
    "wrong", ["not the passphrase", PASSPHRASE + "x", " " + PASSPHRASE[1:]], ids=["other", "longer", "changed"]
)
def test_every_wrong_passphrase_is_refused_with_the_same_words(
    make_window: Window, closed_office: Path, qtbot: QtBot, wrong: str
) -> None:
    window = make_window(closed_office)
    page = door(window)
    field = child(page, QLineEdit, "secretField")
    qtbot.keyClicks(field, wrong)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    problem = child(page, Label, "unlockProblemText")
    qtbot.waitUntil(lambda: isinstance(problem, Label) and bool(problem.text()), timeout=20_000)

    assert window.workroom is None
    assert isinstance(problem, Label)
    assert problem.text() == wording.refusal(WrongSecretError())
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    assert field.selectedText() == wrong
    assert wrong not in problem.text()


def test_an_empty_passphrase_is_not_tried(make_window: Window, closed_office: Path, qtbot: QtBot) -> None:
    page = door(make_window(closed_office))
    qtbot.mouseClick(child(page, QPushButton, "unlockButton"), Qt.MouseButton.LeftButton)

    assert "Type your passphrase first." in words(page)


def test_the_door_tells_nothing_of_the_office(make_window: Window, closed_office: Path) -> None:
    window = make_window(closed_office)
    shown = words(door(window))

    for name in ("Rina", "Pratama", "Onee Privacy"):
        assert name not in shown
    assert window.windowTitle() == "Onee Workbench"
    assert not window.menuBar().isVisible()


def test_the_recovery_code_has_a_way_in_of_its_own(make_window: Window, closed_office: Path, qtbot: QtBot) -> None:
    page = door(make_window(closed_office))
    field = child(page, QLineEdit, "secretField")
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    qtbot.mouseClick(child(page, QPushButton, "recoveryButton"), Qt.MouseButton.LeftButton)

    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert field.accessibleName() == "Recovery code"
    sent: list[Secret] = []
    assert isinstance(page, UnlockPage)
    page.submitted.disconnect()
    page.submitted.connect(sent.append)
    qtbot.keyClicks(field, "ABCD")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sent == [Secret(recovery_code="ABCD")]


def test_a_secret_is_never_part_of_a_representation() -> None:
    new = NewOffice(
        folder=Path("x"),
        office_name="o",
        officer_name="n",
        officer_title="t",
        passphrase="hush",  # noqa: S106  a made-up one
        law="ID",
        place="ID",
        zone="Z",
        language="en",
    )

    assert "hush" not in repr(Secret(passphrase="hush", recovery_code="hush"))  # noqa: S106  as above
    assert "hush" not in repr(new)


@pytest.mark.parametrize(
    ("key", "remember", "device", "explained"),
    [
        (DeviceKey(), True, False, False),
        (DeviceKey(kept=True), False, True, False),
        (DeviceKey(refusal="no_keyring"), False, False, True),
    ],
    ids=["can keep one", "keeps one", "cannot"],
)
def test_the_keyring_is_offered_only_where_it_can_be_trusted(
    qtbot: QtBot, key: DeviceKey, *, remember: bool, device: bool, explained: bool
) -> None:
    page = UnlockPage(Path("store"))
    qtbot.addWidget(page)
    page.offer_device_key(key, "It has no keyring." if key.refusal else "")

    assert child(page, QWidget, "rememberBox").isVisibleTo(page) is remember
    assert child(page, QWidget, "deviceButton").isVisibleTo(page) is device
    assert child(page, QWidget, "keyringExplanation").isVisibleTo(page) is explained


def test_a_store_in_use_is_offered_for_reading(make_window: Window, office: Office, qtbot: QtBot) -> None:
    window = make_window(office.folder)
    page = door(window)
    field = child(page, QLineEdit, "secretField")
    qtbot.keyClicks(field, PASSPHRASE)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    reading = child(page, QPushButton, "readOnlyButton")
    qtbot.waitUntil(lambda: reading.isVisibleTo(page), timeout=20_000)
    with qtbot.waitSignal(window.opened, timeout=20_000):
        qtbot.mouseClick(reading, Qt.MouseButton.LeftButton)

    assert window.jobs.office is not None
    assert window.jobs.office.read_only
    assert not window.actions_by_id["new_case"].isEnabled()


def test_a_new_store_is_made_and_its_code_confirmed(make_window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    window = make_window(tmp_path / "new store")
    page = door(window)
    assert isinstance(page, CreatePage)
    law = child(page, QComboBox, "lawField")
    assert isinstance(law, QComboBox)
    qtbot.waitUntil(lambda: law.count() > 0, timeout=20_000)
    assert law.currentData() == "ID"
    for name, text in (
        ("officeField", "Kantor Contoh"),
        ("officerField", "Rina Contoh"),
        ("passphraseField", "five blue boats sail north"),
        ("passphraseAgainField", "five blue boats sail north"),
    ):
        qtbot.keyClicks(child(page, QLineEdit, name), text)
    qtbot.mouseClick(child(page, QPushButton, "makeButton"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), RecoveryPage), timeout=30_000)
    recovery = door(window)
    assert isinstance(recovery, RecoveryPage)
    typed = child(recovery, QLineEdit, "lastGroupField")
    qtbot.keyClicks(typed, "WRONG")
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert "not the last group" in words(recovery)
    assert isinstance(typed, QLineEdit)
    typed.clear()
    qtbot.keyClicks(typed, recovery.last_group())
    with qtbot.waitSignal(window.opened, timeout=20_000):
        qtbot.keyClick(typed, Qt.Key.Key_Return)

    assert window.jobs.office is not None
    assert window.jobs.office.officer.name == "Rina Contoh"


@pytest.mark.parametrize(
    ("fields", "complaint", "at"),
    [
        ({}, "Type the name of the office.", "officeField"),
        ({"officeField": "o"}, "Type your name", "officerField"),
        ({"officeField": "o", "officerField": "n"}, "Type a passphrase.", "passphraseField"),
        (
            {"officeField": "o", "officerField": "n", "passphraseField": "one two"},
            "The two passphrases differ",
            "passphraseAgainField",
        ),
    ],
    ids=["no office", "no officer", "no passphrase", "they differ"],
)
def test_what_is_missing_for_a_store_is_said_at_its_field(
    qtbot: QtBot, tmp_path: Path, fields: dict[str, str], complaint: str, at: str
) -> None:
    page = CreatePage(tmp_path / "store")
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    for name, text in fields.items():
        qtbot.keyClicks(child(page, QLineEdit, name), text)
    with qtbot.assertNotEmitted(page.submitted):
        qtbot.mouseClick(child(page, QPushButton, "makeButton"), Qt.MouseButton.LeftButton)

    assert complaint in words(page)
    assert child(page, QLineEdit, at).property("problem") is True
    assert not (tmp_path / "store").exists()


def test_the_code_is_saved_once_and_for_its_owner_only(qtbot: QtBot, tmp_path: Path) -> None:
    page = RecoveryPage("AAAA-BBBB-CCCC")
    qtbot.addWidget(page)
    file = tmp_path / "code.txt"
    page.save_to(str(file))
    page.save_to(str(file))

    assert "AAAA-BBBB-CCCC" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0
    assert "exists already" in words(page)


def test_a_damaged_store_is_named_and_brought_back_from_its_backup(make_window: Window, office: Office, qtbot: QtBot) -> None:
    back_up_office(office)
    office.close()
    database = office.folder / "cases.db"
    database.write_bytes(b"\0" * 8192)
    window = make_window(office.folder)
    window.unlock(Secret(passphrase=PASSPHRASE))
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), DamagedPage), timeout=20_000)
    page = door(window)

    assert words(page).count("damaged") >= 1
    assert database.read_bytes() == b"\0" * 8192
    qtbot.mouseClick(child(page, QPushButton, "restoreButton"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), UnlockPage), timeout=20_000)
    with qtbot.waitSignal(window.opened, timeout=20_000):
        window.unlock(Secret(passphrase=PASSPHRASE))


def test_without_a_backup_nothing_can_be_restored(qtbot: QtBot, tmp_path: Path) -> None:
    page = DamagedPage(tmp_path, "The database is damaged.", ())
    qtbot.addWidget(page)

    assert not child(page, QPushButton, "restoreButton").isEnabled()
    page.add_backup(str(tmp_path / "a backup"))
    with qtbot.waitSignal(page.restore) as asked:
        qtbot.mouseClick(child(page, QPushButton, "restoreButton"), Qt.MouseButton.LeftButton)
    assert asked.args == [tmp_path / "a backup"]


@pytest.mark.parametrize("name", ["unlock", "create", "recovery", "damaged"])
def test_every_door_can_be_operated_without_eyes(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    pages: dict[str, Callable[[], QWidget]] = {
        "unlock": lambda: UnlockPage(tmp_path),
        "create": lambda: CreatePage(tmp_path),
        "recovery": lambda: RecoveryPage("AAAA-BBBB"),
        "damaged": lambda: DamagedPage(tmp_path, "Damage", (BackupChoice(tmp_path, datetime.now(UTC)),)),
    }
    page = pages[name]()
    qtbot.addWidget(page)
    page.show()

    assert unnamed(page) == []
    assert rich_labels(page) == []
