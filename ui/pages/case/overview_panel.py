"""The overview of a case: its clocks, what was asked and by whom, what was decided, and at the right what to do next."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.navigation import Place
from ui.pages.case.clocks_card import ClocksCard
from ui.pages.case.side import CaseSide
from ui.safe import Label, PlainText, plain, set_role
from ui.style.chips import Chip, Tone
from ui.style.spacing import EDGE, GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.page import scrolled
from ui.widgets.rows import empty
from ui.wording import language_name, word
from workbench.domain.cases import Case
from workbench.domain.decisions import Outcome
from workbench.domain.rights import Right
from workbench.services.lines import CasePage

_TEXT_LINES = 9
_OUTCOME_TONES = {
    Outcome.GRANTED: Tone.DONE,
    Outcome.PARTLY: Tone.SOON,
    Outcome.REFUSED: Tone.WRONG,
    Outcome.NOTHING_HELD: Tone.CALM,
    Outcome.OUT_OF_SCOPE: Tone.CALM,
    Outcome.NOT_CONTROLLER: Tone.CALM,
    Outcome.WITHDRAWN: Tone.CALM,
}


class OverviewPanel(QWidget):
    """Shows one case; `act_wanted` carries an `Act`, `tab_wanted` the key of a tab, `extend_wanted` the law to extend under."""

    act_wanted = Signal(object)
    tab_wanted = Signal(str)
    extend_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overviewPanel")
        self._workspace = workspace
        content = QWidget()
        self._left = QVBoxLayout()
        self._left.setSpacing(ROOM)
        self._clocks = ClocksCard(workspace)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(ROOM)
        self._left.addWidget(self._clocks)
        self._left.addLayout(self._parts, 1)
        self._side = CaseSide(workspace)
        across = QHBoxLayout(content)
        across.setContentsMargins(EDGE, ROOM + 4, EDGE, ROOM + 4)
        across.setSpacing(ROOM + GAP // 2)
        across.addLayout(self._left, 1)
        across.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, name="overviewScroll"))
        self._clocks.extend_wanted.connect(self.extend_wanted)
        self._side.act_wanted.connect(self.act_wanted)
        self._side.tab_wanted.connect(self.tab_wanted)

    def show_case(self, page: CasePage, *, now: datetime) -> None:
        """Show a case as it stands at `now`."""
        self._clocks.show_case(page, now=now)
        self._side.show_case(page, now=now)
        empty(self._parts)
        middle = QHBoxLayout()
        middle.setSpacing(ROOM)
        middle.addWidget(self._request(page.case), 5)
        middle.addWidget(self._subject(page), 3)
        self._parts.addLayout(middle)
        self._parts.addWidget(self._decisions(page.case))
        self._parts.addStretch(1)

    def _request(self, case: Case) -> Card:
        request = case.request
        card = Card(self.tr("Request"), name="requestCard")
        if request.subject_line:
            card.body.addWidget(Label(request.subject_line, role="strong", wrap=True, selectable=True))
        text = PlainText(
            request.text or self.tr("No words were kept with this request."), name="requestText", label=self.tr("Request")
        )
        lines = min(max(request.text.count("\n") + len(request.text) // 70 + 1, 2), _TEXT_LINES)
        text.setFixedHeight(lines * text.fontMetrics().lineSpacing() + 14)
        text.document().setDocumentMargin(0)
        card.body.addWidget(text)
        arrived = self.tr("{channel}, received {at}; the time comes from {source}.").format(
            channel=word("channel", request.channel),
            at=formats.instant(request.received_at, request.zone),
            source=word("received_from", request.received_from),
        )
        card.body.addWidget(Label(arrived, role="small", wrap=True))
        answer = self.tr("Answer in {language}").format(language=language_name(request.language))
        card.body.addWidget(Label(answer, role="small", wrap=True))
        card.body.addStretch(1)
        return card

    def _subject(self, page: CasePage) -> Card:
        subject = page.case.subject
        card = Card(self.tr("Data subject"), name="subjectCard")
        card.body.setSpacing(2)
        card.body.addWidget(Label(subject.name, role="strong", wrap=True, selectable=True))
        for line in (subject.email, subject.phone, *subject.address):
            if line:
                card.body.addWidget(Label(line, role="muted", wrap=True, selectable=True))
        if subject.customer_since:
            card.body.addWidget(
                Label(self.tr("Customer since {year}").format(year=subject.customer_since), role="small", wrap=True)
            )
        requester = page.case.requester
        if requester is not None:
            card.body.addSpacing(GAP)
            card.body.addWidget(Label(self.tr("Written by"), role="field"))
            told = f"{requester.name}, {requester.authority}" if requester.authority else requester.name
            card.body.addWidget(Label(told, wrap=True, selectable=True))
            if requester.email:
                card.body.addWidget(Label(requester.email, role="muted", wrap=True, selectable=True))
        if page.earlier_cases:
            card.body.addSpacing(GAP)
            card.body.addWidget(Label(self.tr("%n earlier case(s)", "", len(page.earlier_cases)), role="field"))
            for earlier in page.earlier_cases[:4]:
                button = QPushButton(plain(earlier.number))
                button.setObjectName(f"earlierCase{earlier.id}")
                button.setAccessibleName(self.tr("Open {number}").format(number=earlier.number))
                set_role(button, "link")
                button.clicked.connect(partial(self._workspace.navigation.go, Place("case", case_id=earlier.id)))
                card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        return card

    def _decisions(self, case: Case) -> Card:
        card = Card(self.tr("Decisions"), name="decisionsCard")
        grid = QGridLayout()
        grid.setHorizontalSpacing(ROOM)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(2, 1)
        for row, right in enumerate(case.request.rights):
            self._decision_row(grid, row, case, right)
        card.body.addLayout(grid)
        return card

    def _decision_row(self, grid: QGridLayout, row: int, case: Case, right: Right) -> None:
        decision = case.decision(right)
        grid.addWidget(Label(word("right", right)), row, 0)
        if decision is None:
            grid.addWidget(Chip(self.tr("not decided"), Tone.CALM), row, 1)
            remark = ""
        else:
            grid.addWidget(Chip(word("outcome", decision.outcome), _OUTCOME_TONES[decision.outcome]), row, 1)
            on = formats.local_day(decision.decided_at, self._workspace.zone)
            remark = self.tr("decided {day}").format(day=formats.day(on))
        grid.addWidget(Label(remark, role="small", wrap=True), row, 2)
        button = QPushButton(self.tr("Look") if decision is not None else self.tr("Decide"))
        button.setObjectName(f"decision{right.value.title().replace('_', '')}")
        button.setAccessibleName(f"{button.text()}: {word('right', right)}")
        set_role(button, "link")
        button.clicked.connect(partial(self.tab_wanted.emit, "decision"))
        grid.addWidget(button, row, 3)
