"""The dialog of the case bundle: what is asked for, made, stopped and refused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.makers import Desktop
from tests.services.test_bundle import filled, follow, keep
from tests.ui.hands import find, press, type_in
from ui.context import Workspace
from ui.dialogs.bundle import BundleDialog
from ui.jobs import Jobs
from ui.navigation import Place
from ui.pages.case.page import CaseFilePage
from ui.safe import Label
from ui.widgets.action_button import ActionButton
from workbench.domain.bundles import BundleMade, Variant

Settle = Callable[[Jobs], None]


@pytest.fixture
def case_id(desktop: Desktop) -> int:
    return filled(desktop)


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, desktop: Desktop, case_id: int, settle: Settle) -> Iterator[BundleDialog]:
    made = BundleDialog(workspace, case_id, desktop.page(case_id).case.number)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    settle(workspace.jobs)
    yield made
    made.stop()
    settle(workspace.jobs)


def test_the_keyboard_makes_an_unredacted_bundle_that_holds(
    dialog: BundleDialog, qtbot: QtBot, workspace: Workspace, desktop: Desktop, case_id: int, settle: Settle, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    make = find(dialog, QPushButton, "bundleMake")
    assert not make.isEnabled()
    type_in(find(dialog, QLineEdit, "bundleFolder"), str(out))
    assert not find(dialog, QListWidget, "bundleItems").isEnabled()
    make.setFocus()
    with qtbot.waitSignal(dialog.made, timeout=60_000) as made:
        press(make, Qt.Key.Key_Space)
        assert find(dialog, QPushButton, "bundleStop").isVisible()
        assert not make.isEnabled()
    bundle = made.args[0]
    assert isinstance(bundle, BundleMade)
    assert (bundle.variant, bundle.withheld) == (Variant.UNREDACTED, 0)
    settle(workspace.jobs)
    assert follow(Path(bundle.folder))[0]
    assert not dialog.isVisible()
    assert any(line.action == "bundle_made" for line in desktop.page(case_id).history)


def test_a_redacted_bundle_holds_what_is_ticked(
    dialog: BundleDialog, qtbot: QtBot, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    find(dialog, QRadioButton, "bundlePart").setChecked(True)
    items = find(dialog, QListWidget, "bundleItems")
    rows = [items.item(row) for row in range(items.count())]
    assert [row.checkState() is Qt.CheckState.Checked for row in rows] == [True, True, True, False, False, False, False]
    assert "4 " in find(dialog, Label, "bundleCount").text()
    for row in rows[:2]:
        row.setCheckState(Qt.CheckState.Unchecked)
    assert "6 " in find(dialog, Label, "bundleCount").text()
    language = find(dialog, QComboBox, "bundleLanguage")
    language.setCurrentIndex(language.findData("id"))
    find(dialog, QLineEdit, "bundleFolder").setText(str(tmp_path))
    with qtbot.waitSignal(dialog.made, timeout=60_000) as made:
        dialog.start()
    bundle = made.args[0]
    assert (bundle.variant, bundle.items, bundle.withheld) == (Variant.REDACTED, 1, 6)
    settle(workspace.jobs)
    assert follow(Path(bundle.folder), "id")[0]


def test_what_is_stopped_leaves_nothing(
    dialog: BundleDialog, qtbot: QtBot, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    find(dialog, QLineEdit, "bundleFolder").setText(str(tmp_path))
    dialog.start()
    press(find(dialog, QPushButton, "bundleStop"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not dialog.running, timeout=20_000)
    settle(workspace.jobs)
    assert dialog.isVisible()
    assert "stopped" in find(dialog, Label, "bundleSaid").text()
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_window_that_goes_while_the_work_is_on_leaves_nothing(
    qtbot: QtBot, workspace: Workspace, case_id: int, settle: Settle, tmp_path: Path
) -> None:
    dialog = BundleDialog(workspace, case_id, "x")
    with qtbot.waitExposed(dialog):
        dialog.show()
    settle(workspace.jobs)
    find(dialog, QLineEdit, "bundleFolder").setText(str(tmp_path))
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.start()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    settle(workspace.jobs)
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_folder_that_is_not_there_is_told(
    dialog: BundleDialog, qtbot: QtBot, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    find(dialog, QLineEdit, "bundleFolder").setText(str(tmp_path / "nowhere"))
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.running, timeout=20_000)
    settle(workspace.jobs)
    assert find(dialog, Label, "bundleSaid").text()
    assert find(dialog, QPushButton, "bundleMake").isEnabled()


def test_the_case_page_opens_it_for_the_case_that_is_shown(
    qtbot: QtBot, workspace: Workspace, desktop: Desktop, settle: Settle
) -> None:
    case_id = desktop.register()
    keep(desktop, case_id, "a.txt", b"words", "text/plain")
    page = CaseFilePage(workspace)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert not workspace.actions["bundle"].isEnabled()
    page.show_place(Place("case", case_id=case_id, tab="evidence"))
    settle(workspace.jobs)
    qtbot.waitUntil(lambda: page.case_shown() is not None)
    button = find(page, ActionButton, "bundleButton")
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    opened = find(page, BundleDialog, "bundleDialog")
    assert opened.isVisible()
    settle(workspace.jobs)
    assert find(opened, QListWidget, "bundleItems").count() == 1
    opened.reject()
