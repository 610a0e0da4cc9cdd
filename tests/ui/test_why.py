"""Why this date? One clock and all clocks of a case: steps, calendar, override; copied, printed and saved from the keyboard."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, GB_ENG, ID_ID, Desktop, Hand
from tests.ui import samples
from tests.ui.hands import find
from tests.ui.walking import rich_labels, unnamed
from ui.context import Workspace
from ui.dialogs.why import WhyCaseDialog, WhyDialog
from ui.jobs import Jobs
from ui.safe import Label
from ui.style.chips import Chip
from workbench.domain.commands import OverrideDeadline
from workbench.domain.rights import Right
from workbench.services import overrides

Settle = Callable[[Jobs], None]


@pytest.fixture
def case_id(desktop: Desktop, hand: Hand) -> int:
    hand.go("2026-11-02 10:00")
    made = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID, GB_ENG))
    command = OverrideDeadline(
        case_id=made, law="GB", limit_id="GB.respond", due=date(2026, 11, 27), reason="Agreed with the solicitor."
    )
    desktop.do(overrides.override_deadline, command)
    return made


@pytest.fixture
def whole(workspace: Workspace, desktop: Desktop, case_id: int, qtbot: QtBot, settle: Settle) -> WhyCaseDialog:
    dialog = WhyCaseDialog(workspace, desktop.page(case_id))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    settle(workspace.jobs)
    return dialog


def words_in(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label))


def test_every_clock_of_the_case_is_explained_with_its_calendar_and_its_hand(whole: WhyCaseDialog) -> None:
    told = words_in(whole)
    assert whole.windowTitle() == "Why these dates? DSR-2026-0001"
    assert "Due 2 December 2026." in told
    assert "Due 5 November 2026, 10:00 WIB." in told
    assert "Due 27 November 2026, set by hand; reckoned 2 December 2026." in told
    assert "Ayu Contoh: Set by hand to 27 November 2026 (recorded 2 November 2026). Reason: Agreed with the solicitor." in told
    assert "Calendar of Germany, version " in told
    assert "from holidays" in told
    assert [chip.text() for chip in whole.findChildren(Chip)] == ["set by hand"]
    assert unnamed(whole) == []
    assert rich_labels(whole) == []
    assert "Set by hand to 27 November 2026" in whole.text()


def test_a_record_is_saved_as_a_pdf_from_the_keyboard(
    whole: WhyCaseDialog, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    workspace.notices.said.connect(lambda words, _tone: said.append(words))
    saves = find(whole, QPushButton, "whySave")
    saves.setFocus()
    QTest.keyClick(saves, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: whole.findChild(QFileDialog, "saveDialog") is not None)
    dialog = find(whole, QFileDialog, "saveDialog")
    assert dialog.selectedFiles()[0].endswith("DSR-2026-0001 dates.pdf")
    find(dialog, QLineEdit, "fileNameEdit").setText(str(tmp_path / "dates.pdf"))
    with qtbot.waitSignal(workspace.notices.said):
        dialog.accept()
    document = pypdfium2.PdfDocument(tmp_path / "dates.pdf")
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "27 November 2026" in text
    assert said == ["DSR-2026-0001 dates saved as dates.pdf."]


def test_a_record_is_offered_to_the_printer(whole: WhyCaseDialog, qtbot: QtBot) -> None:
    prints = find(whole, QPushButton, "whyPrint")
    prints.setFocus()
    QTest.keyClick(prints, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: whole.findChild(QPrintDialog, "printDialog") is not None)
    dialog = find(whole, QPrintDialog, "printDialog")
    assert dialog.windowTitle() == "Print DSR-2026-0001 dates"
    dialog.reject()


def test_a_clock_without_a_case_can_be_read_and_copied_but_not_printed(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = WhyDialog(workspace, samples.deadline(case_id=0))
    qtbot.addWidget(dialog)
    assert not find(dialog, QPushButton, "whyPrint").isEnabled()
    assert "belongs to a case" in find(dialog, QPushButton, "whySave").toolTip()
    assert find(dialog, QPushButton, "whyCopy").isEnabled()
