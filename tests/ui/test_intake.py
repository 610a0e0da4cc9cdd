"""A new case on the screen: by form, from a mail, and what happens to a file that cannot be read."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, Qt, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import Desktop, Hand, at
from ui.context import Workspace
from ui.jobs import Jobs
from ui.navigation import Place
from ui.pages.intake import IntakePage
from ui.safe import Label
from workbench.domain.cases import Channel, LawPlace
from workbench.domain.evidence import EvidenceKind
from workbench.domain.rights import Right
from workbench.services.evidence import evidence_data
from workbench.services.intake import list_quarantine

Settle = Callable[[Jobs], None]

MAIL = """\
Received: from mx.beispiel.example by mail.onee.example; Wed, 28 Oct 2026 09:14:27 +0000
From: Hannah Beispiel <hannah@beispiel.de>
To: privacy@onee.example
Subject: Meine Daten
Date: Wed, 28 Oct 2026 09:13:00 +0000
Content-Type: text/plain; charset=utf-8

Guten Tag,

welche Daten haben Sie über mich? Bitte löschen Sie diese
anschließend. <b>Danke</b>
""".encode()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, hand: Hand, settle: Settle) -> IntakePage:
    hand.go("2026-11-02 10:00")
    made = IntakePage(workspace)
    qtbot.addWidget(made)
    made.resize(1224, 830)
    with qtbot.waitExposed(made):
        made.show()
    workspace.navigation.go(Place("intake"))
    made.show_place(Place("intake"))
    settle(workspace.jobs)
    return made


def line(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def box(page: QWidget, right: Right) -> QCheckBox:
    found = page.findChild(QCheckBox, f"right_{right.value}")
    assert found is not None
    return found


def label(page: QWidget, name: str) -> Label:
    found = page.findChild(Label, name)
    assert found is not None, name
    return found


def combo(page: QWidget, name: str) -> QComboBox:
    found = page.findChild(QComboBox, name)
    assert found is not None, name
    return found


def press(page: IntakePage, name: str) -> None:
    action = next(one for one in page.heading().buttons if one.objectName() == name)
    assert action.isEnabled()
    action.trigger()


def drop(page: IntakePage, folder: Path, data: bytes, workspace: Workspace, qtbot: QtBot, name: str = "Anfrage.eml") -> None:
    path = folder / name
    path.write_bytes(data)
    page.open_mail(path)
    qtbot.waitUntil(lambda: workspace.jobs.idle and not page.heading().subtitle.startswith("Reading"), timeout=30_000)
    qtbot.waitUntil(lambda: workspace.jobs.idle, timeout=20_000)


def test_a_case_is_opened_by_form_with_the_keyboard(
    page: IntakePage, workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    text = page.findChild(QPlainTextEdit, "intakeText")
    assert text is not None
    QTest.keyClicks(text, "Please tell me what you hold.")
    QTest.keyClicks(line(page, "personName"), "Budi Contoh")
    QTest.keyClicks(line(page, "personEmail"), "budi@contoh.example")
    box(page, Right.ACCESS).setFocus()
    QTest.keyClick(box(page, Right.ACCESS), Qt.Key.Key_Space)
    with qtbot.waitSignal(workspace.navigation.moved) as moved:
        press(page, "intakeOpen")
    settle(workspace.jobs)
    place = moved.args[0]
    assert place == Place("case", case_id=1)
    case = desktop.page(1).case
    assert (case.subject.name, case.subject.email) == ("Budi Contoh", "budi@contoh.example")
    assert case.request.rights == (Right.ACCESS,)
    assert case.request.channel is Channel.POST
    assert case.request.text == "Please tell me what you hold."
    assert case.laws == (LawPlace("ID", "ID"),)
    assert case.request.received_at == at("2026-11-02 10:00")
    assert page.may_leave(), "the form is empty again"


def test_what_is_missing_is_said_at_the_field_and_nothing_is_opened(
    page: IntakePage, workspace: Workspace, desktop: Desktop, settle: Settle
) -> None:
    press(page, "intakeOpen")
    settle(workspace.jobs)
    assert label(page, "complaintName").text() == "Write the name of the person the data is about."
    assert label(page, "complaintRights").text() == "Tick at least one right."
    assert line(page, "personName").hasFocus()
    assert line(page, "personName").property("problem") is True
    line(page, "personName").setText("Budi")
    box(page, Right.ERASURE).setChecked(True)
    when = page.findChild(QDateTimeEdit, "receivedAtWhen")
    assert when is not None
    when.setDateTime(QDateTime(2027, 1, 1, 9, 0, 0, 0, QTimeZone.utc()))
    press(page, "intakeOpen")
    settle(workspace.jobs)
    assert not label(page, "complaintName").isVisible()
    assert label(page, "complaintReceived").text().startswith("This is in the future.")
    assert desktop.office.clock().year == 2026


def test_the_clocks_that_will_run_are_shown_while_choosing(
    page: IntakePage, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    assert label(page, "clocksHint").text().startswith("Tick what the person asks for")
    box(page, Right.RECTIFICATION).setChecked(True)
    qtbot.waitUntil(lambda: page.findChild(Label, "clockDate0") is not None)
    settle(workspace.jobs)
    assert label(page, "clockDate0").text() == "5 November 2026, 10:00 WIB"
    add = page.findChild(QPushButton, "lawAdd")
    assert add is not None
    add.click()
    combo(page, "law1").setCurrentText("EU GDPR")
    assert combo(page, "place1").currentText() == "Choose the place"
    press(page, "intakeOpen")
    assert label(page, "complaintLaws").text() == "Choose the place of each law."
    combo(page, "place1").setCurrentText("Germany")
    qtbot.waitUntil(lambda: "2 December 2026" in [one.text() for one in page.findChildren(Label)])
    settle(workspace.jobs)


def test_a_right_that_only_one_law_knows_is_offered_with_that_law(
    page: IntakePage, workspace: Workspace, settle: Settle
) -> None:
    law = combo(page, "law0")
    assert box(page, Right.OPT_OUT_SALE).isHidden(), "Indonesian law knows no sale of data"
    law.setCurrentIndex(law.findData("US-CA"))
    settle(workspace.jobs)
    assert not box(page, Right.OPT_OUT_SALE).isHidden()
    box(page, Right.OPT_OUT_SALE).setChecked(True)
    law.setCurrentIndex(law.findData("ID"))
    settle(workspace.jobs)
    assert box(page, Right.OPT_OUT_SALE).isHidden()
    assert not box(page, Right.OPT_OUT_SALE).isChecked(), "a right that is not shown is not asked for"


def test_a_mail_becomes_a_case_with_its_original_as_evidence(
    page: IntakePage, workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(page, tmp_path, MAIL, workspace, qtbot)
    shown = page.findChild(QPlainTextEdit, "mailText")
    assert shown is not None
    assert "<b>Danke</b>" in shown.toPlainText()
    assert len(shown.extraSelections()) == 2
    assert sha256(MAIL).hexdigest() in label(page, "mailDigest").text().replace(" ", "")
    assert line(page, "personName").text() == "Hannah Beispiel"
    assert [right for right in Right if page.findChild(QCheckBox, f"right_{right.value}") and box(page, right).isChecked()] == [
        Right.ACCESS,
        Right.ERASURE,
    ]
    assert label(page, "phrase_erasure").text() == "“löschen”"
    assert combo(page, "place0").currentText() == "Germany"
    assert combo(page, "answerLanguage").currentText() == "German"
    with qtbot.waitSignal(workspace.navigation.moved):
        press(page, "intakeOpen")
    settle(workspace.jobs)
    shown_page = desktop.page(1)
    assert shown_page.case.request.received_at == at("2026-10-28 09:14:27", "UTC")
    assert shown_page.case.request.received_from == "received_header"
    assert shown_page.case.laws == (LawPlace("EU", "DE"),)
    (evidence,) = shown_page.evidence
    assert (evidence.name, evidence.kind, evidence.sha256) == ("Anfrage.eml", EvidenceKind.REQUEST, sha256(MAIL).hexdigest())
    assert desktop.see(evidence_data, evidence.id) == MAIL


def test_a_receipt_that_the_officer_changed_is_the_officers(
    page: IntakePage, workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(page, tmp_path, MAIL, workspace, qtbot)
    when = page.findChild(QDateTimeEdit, "receivedAtWhen")
    assert when is not None
    when.setDateTime(QDateTime(2026, 10, 27, 8, 30, 0, 0, QTimeZone.utc()))
    press(page, "intakeOpen")
    qtbot.waitUntil(page.may_leave)
    settle(workspace.jobs)
    request = desktop.page(1).case.request
    assert (request.received_at, request.received_from) == (at("2026-10-27 08:30"), "officer")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "it is empty", id="empty"),
        pytest.param(b"\x00\xff\xfe" * 500, "it is not an e-mail", id="no mail at all"),
    ],
)
def test_a_file_that_cannot_be_read_is_kept_and_named(
    page: IntakePage,
    workspace: Workspace,
    desktop: Desktop,
    qtbot: QtBot,
    tmp_path: Path,
    data: bytes,
    words: str,
) -> None:
    said: list[str] = []
    workspace.notices.said.connect(lambda text, _tone: said.append(text))
    drop(page, tmp_path, data, workspace, qtbot, "kaputt.eml")
    told = label(page, "intakeUnreadable")
    assert told.isVisible()
    assert words in told.text()
    assert sha256(data).hexdigest() in told.text().replace(" ", "")
    (kept,) = desktop.see(list_quarantine)
    assert (kept.name, kept.sha256) == ("kaputt.eml", sha256(data).hexdigest())
    assert said == ["The file could not be read and is kept in quarantine."]
    drop(page, tmp_path, MAIL, workspace, qtbot)
    assert not told.isVisible(), "the next mail is read as if nothing had happened"
    assert line(page, "personName").text() == "Hannah Beispiel"


def test_a_mail_that_is_no_request_is_kept_in_quarantine(
    page: IntakePage, workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(page, tmp_path, MAIL, workspace, qtbot)
    with qtbot.waitSignal(workspace.navigation.moved) as moved:
        press(page, "intakeQuarantine")
    settle(workspace.jobs)
    assert moved.args == [Place("today")]
    assert [one.sha256 for one in desktop.see(list_quarantine)] == [sha256(MAIL).hexdigest()]


def test_cancel_forgets_the_mail_and_writes_nothing(
    page: IntakePage, workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(page, tmp_path, MAIL, workspace, qtbot)
    assert not page.may_leave()
    press(page, "intakeCancel")
    settle(workspace.jobs)
    assert page.may_leave()
    assert not desktop.see(list_quarantine)
    assert page.heading().title == "New case"


def test_a_file_that_is_not_there_is_said_and_not_kept(
    page: IntakePage, workspace: Workspace, desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open_mail(tmp_path / "gone.eml")
    qtbot.waitUntil(lambda: label(page, "intakeUnreadable").isVisible())
    qtbot.waitUntil(lambda: workspace.jobs.idle)
    assert label(page, "intakeUnreadable").text().endswith("Nothing was kept.")
    assert not desktop.see(list_quarantine)


def test_someone_who_writes_for_another_is_kept_apart(
    page: IntakePage, workspace: Workspace, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    line(page, "personName").setText("Ibu Contoh")
    other = page.findChild(QCheckBox, "otherWrote")
    assert other is not None
    other.setChecked(True)
    box(page, Right.ACCESS).setChecked(True)
    press(page, "intakeOpen")
    assert label(page, "complaintRequester").text() == "Write the name of who wrote."
    line(page, "requesterName").setText("Advokat Contoh")
    line(page, "requesterAuthority").setText("power of attorney")
    with qtbot.waitSignal(workspace.navigation.moved):
        press(page, "intakeOpen")
    settle(workspace.jobs)
    requester = desktop.page(1).case.requester
    assert requester is not None
    assert (requester.name, requester.authority) == ("Advokat Contoh", "power of attorney")


def test_every_field_can_be_named_by_a_screen_reader(page: IntakePage) -> None:
    kinds = (QLineEdit, QComboBox, QCheckBox, QPlainTextEdit, QPushButton, QDateTimeEdit)
    for kind in kinds:
        for widget in page.findChildren(kind):
            own = not widget.objectName().startswith("qt_")
            assert not own or widget.accessibleName(), widget.objectName()
            assert widget.objectName()


def test_the_page_fits_into_a_small_window(page: IntakePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    drop(page, tmp_path, MAIL, workspace, qtbot)
    assert page.minimumSizeHint().width() <= 900
