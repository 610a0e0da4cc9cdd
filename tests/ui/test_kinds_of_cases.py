"""The case list by kind, and the one page that shows requests, complaints, regulator matters and breaches alike."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, SUBJECT, Desktop, Hand
from ui.context import Workspace
from ui.dialogs.breach_risk import AssessRiskDialog
from ui.dialogs.override import OverrideDialog, lines_to_set
from ui.jobs import Jobs
from ui.models.case_table import CaseTable
from ui.models.clock_figures import caption_of
from ui.models.why_facts import WhyFacts, calendar_words, rulebook_words
from ui.models.why_words import why_text
from ui.navigation import Place
from ui.pages.case.page import CaseFilePage
from ui.pages.cases import CasesPage
from ui.safe import Label
from ui.style.chips import Tone
from ui.widgets.work_table import WorkTable
from workbench.domain.cases import CaseKind, Channel
from workbench.domain.commands import OpenBreach, OpenMatter, RegisterComplaint
from workbench.domain.complaints import ComplaintKind
from workbench.domain.matters import MatterKind
from workbench.domain.phases import Act
from workbench.services import breaches, complaints, matters

Settle = Callable[[Jobs], None]
Show = Callable[..., CaseFilePage]


@pytest.fixture
def ids(desktop: Desktop, hand: Hand) -> dict[CaseKind, int]:
    """Return one case of each kind; the complaint is about the request."""
    hand.go("2026-11-02 10:00")
    request = desktop.register(laws=(EU_DE,))
    complaint = RegisterComplaint(
        subject=SUBJECT,
        received_at=hand.now,
        zone=JAKARTA,
        channel=Channel.EMAIL,
        laws=(GB_ENG,),
        kind=ComplaintKind.LATE,
        written=True,
        about_id=request,
    )
    matter = OpenMatter(
        kind=MatterKind.ENQUIRY,
        authority_id="gbico",
        received_at=hand.now,
        zone=JAKARTA,
        channel=Channel.POST,
        laws=(GB_ENG,),
        due=date(2026, 11, 20),
    )
    breach = OpenBreach(title="A lost laptop", what="On a train.", aware_at=hand.now, zone=JAKARTA, laws=(ID_ID,))
    made = {
        CaseKind.REQUEST: request,
        CaseKind.COMPLAINT: desktop.do(complaints.register_complaint, complaint).created,
        CaseKind.MATTER: desktop.do(matters.open_matter, matter).created,
        CaseKind.BREACH: desktop.do(breaches.open_breach, breach).created,
    }
    return {kind: case_id for kind, case_id in made.items() if case_id is not None}


@pytest.fixture
def shown(qtbot: QtBot, workspace: Workspace, settle: Settle) -> Show:
    page = CaseFilePage(workspace)
    qtbot.addWidget(page)
    page.resize(1224, 830)
    with qtbot.waitExposed(page):
        page.show()

    def show(case_id: int) -> CaseFilePage:
        page.show_place(Place("case", case_id=case_id))
        settle(workspace.jobs)
        return page

    return show


def tabs(page: QWidget) -> list[str]:
    """Return the words of the tabs that show, without their counts."""
    bar = page.findChild(QTabBar, "caseTabs")
    assert bar is not None
    return [bar.tabText(place).split()[0] for place in range(bar.count()) if bar.isTabVisible(place)]


def text(page: QWidget, name: str) -> str:
    found = [one for one in page.findChildren(Label, name) if one.isVisible()]
    assert found, name
    return found[0].text()


def test_the_list_is_narrowed_to_a_kind_and_says_what_is_no_request(
    qtbot: QtBot, workspace: Workspace, settle: Settle, ids: dict[CaseKind, int]
) -> None:
    page = CasesPage(workspace)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.show_place(Place("cases"))
    settle(workspace.jobs)
    table, kinds = page.findChild(WorkTable, "casesTable"), page.findChild(QComboBox, "casesFilterKind")
    assert table is not None
    assert kinds is not None
    model = table.model()
    assert isinstance(model, CaseTable)
    assert [kinds.itemText(place) for place in range(kinds.count())] == [
        "All kinds",
        "Requests",
        "Complaints",
        "Regulator matters",
        "Breaches",
    ]
    assert len(model.lines()) == len(ids)
    for place, kind in enumerate(CaseKind, start=1):
        kinds.setCurrentIndex(place)
        settle(workspace.jobs)
        (line,) = model.lines()
        assert line.id == ids[kind]
        asked = model.text(line, CaseTable.ASKED)
        tone = model.tone(line, CaseTable.ASKED)
        expected = {
            CaseKind.REQUEST: ("Access", None),
            CaseKind.COMPLAINT: ("Complaint", Tone.INFO),
            CaseKind.MATTER: ("Regulator matter", Tone.INFO),
            CaseKind.BREACH: ("Breach", Tone.INFO),
        }
        assert (asked, tone) == expected[kind]


@pytest.mark.parametrize(
    ("kind", "chips", "buttons", "next_act"),
    [
        (CaseKind.COMPLAINT, ["Complaint", "UK GDPR, England", "Received"], ["note", "decide_complaint", "compose"], "Write"),
        (
            CaseKind.MATTER,
            ["Regulator matter", "UK GDPR, England", "Received"],
            ["note", "record_authority", "compose"],
            "Write",
        ),
        (CaseKind.BREACH, ["Breach", "Indonesian PDP Law", "Received"], ["note", "handle_breach", "compose"], "Assess"),
    ],
    ids=lambda value: value.value if isinstance(value, CaseKind) else None,
)
def test_every_kind_has_its_heading_its_tabs_and_its_next_step(
    shown: Show, ids: dict[CaseKind, int], kind: CaseKind, chips: list[str], buttons: list[str], next_act: str
) -> None:
    page = shown(ids[kind])
    heading = page.heading()
    assert [words for words, _ in heading.chips] == chips
    assert [action.objectName() for action in heading.buttons] == buttons
    assert tabs(page) == ["Overview", "Evidence", "Letters", "History"]
    button = page.findChild(QPushButton, "nextAct")
    assert button is not None
    assert button.text().replace("&", "").startswith(next_act)


def test_the_page_goes_from_kind_to_kind_and_back(shown: Show, ids: dict[CaseKind, int], workspace: Workspace) -> None:
    for kind in (*CaseKind, CaseKind.REQUEST):
        page = shown(ids[kind])
        assert ("Decision" in tabs(page)) is (kind is CaseKind.REQUEST)
        actions = workspace.actions
        assert actions.of_act(Act.DECIDE).isVisible() is (kind is CaseKind.REQUEST)
        assert actions.of_act(Act.HANDLE_BREACH).isVisible() is (kind is CaseKind.BREACH)
        assert actions.of_act(Act.DECIDE_COMPLAINT).isVisible() is (kind is CaseKind.COMPLAINT)
        assert page.case_shown() is not None


def test_cases_that_belong_together_lead_to_each_other(shown: Show, ids: dict[CaseKind, int], workspace: Workspace) -> None:
    went: list[Place] = []
    workspace.navigation.moved.connect(went.append)
    for here, there in ((CaseKind.REQUEST, CaseKind.COMPLAINT), (CaseKind.COMPLAINT, CaseKind.REQUEST)):
        page = shown(ids[here])
        link = [one for one in page.findChildren(QPushButton, f"linkedCase{ids[there]}") if one.isVisible()]
        assert len(link) == 1
        link[0].click()
        assert went[-1].case_id == ids[there]


def test_an_act_of_the_first_panel_begins_there(
    shown: Show, ids: dict[CaseKind, int], workspace: Workspace, qtbot: QtBot
) -> None:
    page = shown(ids[CaseKind.BREACH])
    bar = page.findChild(QTabBar, "caseTabs")
    assert bar is not None
    bar.setCurrentIndex(1)
    workspace.actions.of_act(Act.HANDLE_BREACH).trigger()
    qtbot.waitUntil(lambda: page.findChild(AssessRiskDialog) is not None)
    dialog = page.findChild(AssessRiskDialog)
    assert dialog is not None
    assert bar.currentIndex() == 0
    dialog.reject()


def test_the_authoritys_day_cannot_be_set_by_hand_and_names_no_calendar(
    shown: Show, ids: dict[CaseKind, int], workspace: Workspace
) -> None:
    page = shown(ids[CaseKind.MATTER]).case_shown()
    assert page is not None
    lines = [line for line in page.deadlines if line.kind == "authority_deadline"]
    assert len(lines) == 1
    assert lines[0] not in lines_to_set(page.deadlines)
    facts = WhyFacts(calendars={lines[0].place: ("v1", "somewhere")}, rulebooks={"GB": "digest"})
    assert calendar_words(lines[0], facts, workspace.words) == ""
    assert rulebook_words(lines[0], facts) == ""
    assert caption_of(lines[0], workspace.words) == "set by the authority"
    assert "()" not in why_text(lines[0], workspace.words)
    assert "Nobody but the authority moves it." in why_text(lines[0], workspace.words)


def test_the_date_of_a_clock_without_a_right_can_be_set_by_hand(
    shown: Show, ids: dict[CaseKind, int], workspace: Workspace, qtbot: QtBot
) -> None:
    page = shown(ids[CaseKind.BREACH]).case_shown()
    assert page is not None
    dialog = OverrideDialog(workspace, page, workspace.now())
    qtbot.addWidget(dialog)
    which = dialog.findChild(QComboBox)
    assert which is not None
    assert [which.itemText(place) for place in range(which.count())] == [
        "Report the breach to the authority (Indonesian PDP Law)",
        "Tell the persons of the breach (Indonesian PDP Law)",
    ]
