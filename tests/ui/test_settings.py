"""Settings and laws: generated from declarations, saved through the use case, shown with their sources."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.makers import PASSPHRASE
from tests.ui.walking import rich_labels, unnamed
from ui import wording
from ui.context import Workspace
from ui.dialogs.office_day import OfficeDayDialog
from ui.dialogs.officer import OfficerDialog
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.pages.laws import LawsPage, RuleModel
from ui.pages.settings import SettingsPage
from ui.safe import Label
from workbench.domain.settings import SETTINGS
from workbench.services.images import stationery
from workbench.services.laws import list_rules
from workbench.services.office import Office, ask
from workbench.services.settings import list_office_days, list_officers, read_settings
from workbench.store.keys import unlock_with_passphrase

Settle = Callable[[Jobs], None]


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, settle: Settle) -> SettingsPage:
    """Return the settings page of a real office, read."""
    made = SettingsPage(workspace)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_place(Place("settings"))
    settle(workspace.jobs)
    return made


def choose(page: SettingsPage, field: str, file: Path, qtbot: QtBot) -> None:
    """Press the button of a picture and pick a file in the dialog that opens."""
    button = page.findChild(QPushButton, f"{field}Choose")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog, "pictureDialog")
    assert dialog is not None
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def save(page: SettingsPage) -> None:
    """Press the button that the header shows for the page."""
    page.heading().buttons[-1].trigger()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_declared_setting_has_a_named_field_and_words(page: SettingsPage, setting: object) -> None:
    key = getattr(setting, "key", "")
    field = page._fields[key].widget

    assert field.accessibleName() == wording.word("setting", key)
    assert field.accessibleDescription()
    assert page.findChild(type(field), f"setting_{key}") is field


def test_what_is_typed_is_saved_and_nothing_else(
    page: SettingsPage, office: Office, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    before = ask(office, read_settings)
    field = page.findChild(QLineEdit, "setting_office_city")
    assert field is not None
    field.clear()
    qtbot.keyClicks(field, "Surabaya")
    assert "1 change" in page.heading().subtitle
    assert not page.may_leave()
    with qtbot.waitSignal(workspace.jobs.changed):
        save(page)
    settle(workspace.jobs)
    after = ask(office, read_settings)

    assert after.office_city == "Surabaya"
    assert (after.office_name, after.lock_minutes) == (before.office_name, before.lock_minutes)
    assert page.may_leave()
    assert not page.heading().buttons[-1].isEnabled()


def test_lines_and_counts_are_saved_in_their_form(
    page: SettingsPage, office: Office, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    address, minutes = (
        page.findChild(QPlainTextEdit, "setting_office_address"),
        page.findChild(QSpinBox, "setting_lock_minutes"),
    )
    assert address is not None
    assert minutes is not None
    address.setPlainText("Menara Contoh\nJakarta")
    minutes.setValue(25)
    with qtbot.waitSignal(workspace.jobs.changed):
        save(page)
    settle(workspace.jobs)
    after = ask(office, read_settings)

    assert after.office_address == ("Menara Contoh", "Jakarta")
    assert after.lock_minutes == 25


def test_the_places_follow_the_law(page: SettingsPage) -> None:
    law, place = page.findChild(QComboBox, "setting_home_law"), page.findChild(QComboBox, "setting_home_place")
    assert law is not None
    assert place is not None
    law.setCurrentIndex(law.findData("GB"))

    assert place.findData("GB-SCT") >= 0


def test_a_law_without_its_place_is_refused_in_words(
    page: SettingsPage, office: Office, workspace: Workspace, settle: Settle
) -> None:
    law = page.findChild(QComboBox, "setting_home_law")
    place = page.findChild(QComboBox, "setting_home_place")
    assert law is not None
    assert place is not None
    law.setCurrentIndex(law.findData("GB"))
    place.setCurrentIndex(place.findData("ID"))
    save(page)
    settle(workspace.jobs)
    problem = page.findChild(Label, "settingsProblemText")

    assert problem is not None
    assert problem.text()
    assert ask(office, read_settings).home_law == "ID"


def test_a_new_language_is_spoken_after_saving(open_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = open_window()
    window.navigation.go(Place("settings"))
    qtbot.waitUntil(lambda: window.jobs.idle, timeout=20_000)
    language = window.findChild(QComboBox, "setting_language")
    assert language is not None
    language.setCurrentIndex(language.findData("id"))
    assert window.workroom is not None
    save_button = window.findChild(QPushButton, "saveSettingsButton")
    assert save_button is not None
    qtbot.mouseClick(save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wording.language() == "id", timeout=20_000)
    qtbot.waitUntil(lambda: window.jobs.idle, timeout=20_000)
    title = window.findChild(Label, "pageTitle")

    assert title is not None
    assert title.text() == "Pengaturan"


def test_an_officer_is_added_with_a_passphrase_of_their_own(
    page: SettingsPage, office: Office, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    button = page.findChild(QPushButton, "addOfficerButton")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(OfficerDialog)
    assert dialog is not None
    assert unnamed(dialog) == []
    assert rich_labels(dialog) == []
    for name, text in (
        ("officerDialogName", "Agus Contoh"),
        ("officerDialogTitle", "Officer"),
        ("officerDialogFirst", "green kites over the harbour"),
        ("officerDialogSecond", "green kites over the harbour"),
    ):
        field = dialog.findChild(QLineEdit, name)
        assert field is not None
        qtbot.keyClicks(field, text)
    with qtbot.waitSignal(workspace.jobs.changed, timeout=20_000):
        dialog.accept()
    settle(workspace.jobs)
    officers = ask(office, list_officers)

    assert [officer.name for officer in officers][-1] == "Agus Contoh"
    assert unlock_with_passphrase(office.folder, "green kites over the harbour").officer_id == officers[-1].id


def test_two_passphrases_that_differ_are_not_sent(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = OfficerDialog(workspace, workspace.now())
    qtbot.addWidget(dialog)
    dialog.show()
    for name, text in (("officerDialogName", "A"), ("officerDialogFirst", "one"), ("officerDialogSecond", "two")):
        field = dialog.findChild(QLineEdit, name)
        assert field is not None
        field.setText(text)
    with qtbot.assertNotEmitted(dialog.submitted):
        dialog.accept()
    complaint = dialog.findChild(Label, "officerDialogComplaintSecond")

    assert complaint is not None
    assert "differ" in complaint.text()


def test_a_day_of_our_own_is_kept_with_its_source(
    page: SettingsPage, office: Office, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    button = page.findChild(QPushButton, "addDayButton")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(OfficeDayDialog)
    assert dialog is not None
    assert unnamed(dialog) == []
    with qtbot.assertNotEmitted(dialog.submitted):
        dialog.accept()
    for name, text in (("officeDayDialogName", "Cuti bersama"), ("officeDayDialogSource", "SKB 3 Menteri")):
        field = dialog.findChild(QLineEdit, name)
        assert field is not None
        qtbot.keyClicks(field, text)
    with qtbot.waitSignal(workspace.jobs.changed):
        dialog.accept()
    settle(workspace.jobs)
    days = ask(office, list_office_days)

    assert [(day.place, day.rests, day.name, day.source) for day in days] == [("ID", True, "Cuti bersama", "SKB 3 Menteri")]


def test_the_passphrase_is_changed_only_by_who_knows_it(
    page: SettingsPage, office: Office, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    button = page.findChild(QPushButton, "passphraseButton")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(PassphraseDialog)
    assert dialog is not None
    fields = {name: dialog.findChild(QLineEdit, f"passphraseDialog{name}") for name in ("Old", "First", "Second")}
    for field, text in zip(fields.values(), ("wrong", "a new set of calm words", "a new set of calm words"), strict=True):
        assert field is not None
        field.setText(text)
    dialog.accept()
    settle(workspace.jobs)
    problem = dialog.findChild(Label, "passphraseDialogProblem")
    assert problem is not None
    assert problem.text()
    old = fields["Old"]
    assert old is not None
    old.setText(PASSPHRASE)
    dialog.accept()
    settle(workspace.jobs)

    assert unlock_with_passphrase(office.folder, "a new set of calm words").officer_id == office.officer.id


def test_a_new_recovery_code_is_shown_until_it_was_kept(
    page: SettingsPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page._make_new_code()
    settle(workspace.jobs)
    dialog = page.findChild(RecoveryDialog)
    assert dialog is not None
    dialog.reject()
    assert dialog.isVisible()
    code = dialog.findChild(Label, "recoveryCode")
    typed = dialog.findChild(QLineEdit, "lastGroupField")
    assert code is not None
    assert typed is not None
    qtbot.keyClicks(typed, code.text().replace("-", " ").split()[-1])
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(typed, Qt.Key.Key_Return)


def test_a_logo_and_a_signature_are_chosen_seen_and_taken_away(
    page: SettingsPage, office: Office, workspace: Workspace, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    file = tmp_path / "logo.png"
    made = QImage(120, 40, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.red)
    assert made.save(str(file))
    for name in ("logoField", "signatureField"):
        remove = page.findChild(QPushButton, f"{name}Remove")
        assert remove is not None
        assert not remove.isEnabled()
        with qtbot.waitSignal(workspace.jobs.changed):
            choose(page, name, file, qtbot)
        settle(workspace.jobs)
        shown = page.findChild(Label, f"{name}Picture")
        assert shown is not None
        assert shown.isVisible()
        assert shown.pixmap().width() == 120
    kept = ask(office, stationery)
    assert kept.logo
    assert kept.signature
    remove = page.findChild(QPushButton, "logoFieldRemove")
    assert remove is not None
    with qtbot.waitSignal(workspace.jobs.changed):
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    settle(workspace.jobs)
    assert ask(office, stationery).logo == b""
    assert not remove.isEnabled()


@pytest.mark.parametrize("content", [b"", b"GIF89a no picture"], ids=["empty", "another kind"])
def test_a_file_that_is_no_picture_is_refused_in_words(
    page: SettingsPage, office: Office, workspace: Workspace, qtbot: QtBot, settle: Settle, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    choose(page, "logoField", file, qtbot)
    settle(workspace.jobs)
    problem = page.findChild(Label, "settingsProblemText")
    assert problem is not None
    assert "PNG or JPEG" in problem.text()
    assert ask(office, stationery).logo == b""


def test_nothing_can_be_changed_in_an_office_opened_for_reading(workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
    made = SettingsPage(replace(workspace, read_only=True))
    qtbot.addWidget(made)
    made.reload()
    settle(workspace.jobs)

    assert not made._fields["office_name"].widget.isEnabled()
    for name in ("addOfficerButton", "addDayButton", "passphraseButton", "newCodeButton", "logoFieldChoose"):
        button = made.findChild(QPushButton, name)
        assert button is not None
        assert not button.isEnabled()


def test_the_rules_are_a_sound_model(workspace: Workspace, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(RuleModel(list_rules(), workspace))


def test_every_rule_shows_its_source_and_how_sure_we_are(workspace: Workspace, qtbot: QtBot) -> None:
    page = LawsPage(workspace)
    qtbot.addWidget(page)
    table = page.findChild(QTableView, "ruleTable")
    assert table is not None
    model = table.model()

    assert model.rowCount() == len(list_rules())
    assert all(model.index(row, column).data() for row in range(model.rowCount()) for column in (0, 1, 3, 4, 5))


def test_rules_are_narrowed_by_law_and_by_words(workspace: Workspace, qtbot: QtBot) -> None:
    page = LawsPage(workspace)
    qtbot.addWidget(page)
    table, law, text = (
        page.findChild(QTableView, "ruleTable"),
        page.findChild(QComboBox, "lawFilter"),
        page.findChild(QLineEdit, "ruleFilter"),
    )
    assert table is not None
    assert law is not None
    assert text is not None
    law.setCurrentIndex(law.findData("ID"))
    of_law = table.model().rowCount()
    qtbot.keyClicks(text, "72 hours")

    assert of_law == sum(1 for rule in list_rules() if rule.law == "ID")
    assert 0 < table.model().rowCount() < of_law
