"""The overview of a case: its clocks, what was asked and by whom, what was decided, and at the right what to do next."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.why import WhyCaseDialog, WhyDialog
from ui.models.clock_figures import figure_of, kind_word, law_of, lines_to_draw, short_cite
from ui.models.clock_shape import on_one_axis
from ui.models.doubt_words import doubts, limit_of
from ui.models.due_words import word_of_deadline
from ui.models.history_table import sentence_of
from ui.models.next_words import next_date_words, next_words
from ui.models.why_words import reckoned_words
from ui.navigation import Place
from ui.safe import Label, PlainText, plain, restyle, set_role, set_tooltip, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import EDGE, GAP, ROOM, SIDE_COLUMN
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.clock_panel import ClockPanel
from ui.widgets.clock_scale import ClockScale
from ui.widgets.deadline_row import DeadlineRow
from ui.widgets.page import scrolled
from ui.widgets.rows import empty
from ui.wording import language_name, word
from workbench.domain.cases import Case
from workbench.domain.decisions import Outcome
from workbench.domain.phases import Act
from workbench.domain.rights import Right
from workbench.services.lines import CasePage, DeadlineLine

_HISTORY = 6
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
_MENU = (
    (Act.ASK_FOR_IDENTITY, Act.RECORD_IDENTITY, Act.ASK_FOR_CLARIFICATION, Act.RECORD_CLARIFICATION),
    (Act.PAUSE, Act.RESUME, Act.RECORD_EVENT),
    (Act.EXTEND, Act.OVERRIDE),
    (Act.DECIDE, Act.RECORD_DONE, Act.COMPOSE, Act.DISPATCH),
    (Act.ATTACH, Act.NOTE, Act.CLOSE, Act.REOPEN),
)


class OverviewPanel(QWidget):
    """Shows one case; `act_wanted` carries an `Act`, `tab_wanted` the key of a tab, `extend_wanted` the law to extend under."""

    act_wanted = Signal(object)
    tab_wanted = Signal(str)
    extend_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overviewPanel")
        self._workspace = workspace
        self._unsigned: frozenset[str] = frozenset()
        content = QWidget()
        self._left = QVBoxLayout()
        self._left.setSpacing(ROOM)
        side = QWidget()
        side.setFixedWidth(SIDE_COLUMN)
        self._right = QVBoxLayout(side)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(ROOM)
        across = QHBoxLayout(content)
        across.setContentsMargins(EDGE, ROOM + 4, EDGE, ROOM + 4)
        across.setSpacing(ROOM + GAP // 2)
        across.addLayout(self._left, 1)
        across.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, name="overviewScroll"))

    def show_unsigned(self, laws: frozenset[str]) -> None:
        """Take over which laws nobody has signed off; shown with the next case."""
        self._unsigned = laws

    def show_case(self, page: CasePage, *, now: datetime) -> None:
        """Show a case as it stands at `now`."""
        empty(self._left)
        empty(self._right)
        self._left.addWidget(self._clocks(page, now))
        middle = QHBoxLayout()
        middle.setSpacing(ROOM)
        middle.addWidget(self._request(page.case), 5)
        middle.addWidget(self._subject(page), 3)
        self._left.addLayout(middle)
        self._left.addWidget(self._decisions(page.case))
        self._left.addStretch(1)
        self._right.addWidget(self._next(page))
        self._right.addWidget(self._deadlines(page, now))
        self._right.addWidget(self._history(page))
        self._right.addStretch(1)

    def _clocks(self, page: CasePage, now: datetime) -> Card:
        words = self._workspace.words
        card = Card(self.tr("Statutory clocks"), name="clocksCard")
        lines = lines_to_draw(page.deadlines)
        received_at = page.case.request.received_at
        figures = on_one_axis([figure_of(line, received_at=received_at, now=now, words=words) for line in lines])
        if len(figures) > 1:
            card.body.addWidget(ClockScale(figures[0]))
        for place, (line, figure) in enumerate(zip(lines, figures, strict=True)):
            told = word_of_deadline(line, now=now)
            panel = ClockPanel(
                figure,
                left=told.text,
                tone=told.tone,
                name=f"Clock{place}",
                extendable=_extendable(line, page),
                doubts=doubts(line, unsigned=self._unsigned),
            )
            panel.why.connect(partial(self._why, line))
            panel.extend.connect(partial(self.extend_wanted.emit, line.law))
            card.body.addWidget(panel)
        loose = [line for line in page.deadlines if line.state == "open_ended" and line.kind == "respond"]
        for line in loose:
            told = word_of_deadline(line, now=now)
            where = law_of(line.law, line.place, words)
            rights = ", ".join(word("right", right) for right in line.rights)
            text = self.tr("{law} names no number of days for {rights}: act without delay.").format(law=where, rights=rights)
            row = QHBoxLayout()
            row.addWidget(Label(text, wrap=True), 1)
            row.addWidget(Chip(told.text, told.tone))
            card.body.addLayout(row)
        if not lines and not loose:
            card.body.addWidget(Label(self.tr("No clock runs in this case."), role="muted"))
        return card

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

    def _next(self, page: CasePage) -> Card:
        step = page.next_step
        late = any(line.late for line in page.deadlines)
        card = Card(self.tr("Next step"), name="nextCard", tone=Tone.LATE if late else Tone.SOON)
        if page.phase.value == "closed":
            card.setProperty("tone", "")
            restyle(card)
        card.body.addWidget(Label(next_words(step), wrap=True, name="nextWords"))
        by = next_date_words(step)
        if by:
            card.body.addWidget(Label(by, role="strong", wrap=True, name="nextBy"))
        buttons: list[QPushButton] = []
        if step.act is not None:
            action = self._workspace.actions.of_act(step.act)
            text = without_mnemonic(action.text())
            if step.act is Act.COMPOSE and step.letter is not None:
                text = self.tr("Write: {letter}").format(letter=word("letter", step.letter))
            main = QPushButton(plain(text))
            main.setObjectName("nextAct")
            main.setAccessibleName(text)
            main.setEnabled(step.act in page.permitted)
            set_role(main, "primary")
            main.clicked.connect(partial(self.act_wanted.emit, step.act))
            buttons.append(main)
        buttons.append(self._other_steps())
        card.body.addWidget(ButtonRow(buttons))
        return card

    def _other_steps(self) -> QPushButton:
        other = QPushButton(self.tr("&Other"))
        other.setObjectName("otherSteps")
        other.setAccessibleName(self.tr("Other steps"))
        menu = QMenu(other)
        menu.setToolTipsVisible(True)
        for place, group in enumerate(_MENU):
            if place:
                menu.addSeparator()
            for act in group:
                menu.addAction(self._workspace.actions.of_act(act))
        other.setMenu(menu)
        return other

    def _deadlines(self, page: CasePage, now: datetime) -> Card:
        words = self._workspace.words
        card = Card(self.tr("Deadlines"), name="deadlinesCard")
        card.body.setSpacing(4)
        for place, line in enumerate(page.deadlines):
            told = word_of_deadline(line, now=now)
            caption = kind_word(line.kind)
            if line.rights and len(page.case.request.rights) > len(line.rights):
                caption += ": " + ", ".join(word("right", right) for right in line.rights)
            day = line.due if line.due is not None else line.reckoning.guide
            when = formats.short_moment(day, line.zone, today=now.date()) if day is not None else ""
            small = ", ".join(one for one in (when, short_cite(line.cite)) if one)
            row = DeadlineRow(
                f"deadline{place}",
                caption=caption,
                small=small,
                left=told.text,
                tone=told.tone,
                by_hand=reckoned_words(line) if line.override is not None else "",
            )
            row.why.connect(partial(self._why, line))
            row.setAccessibleDescription(law_of(line.law, line.place, words))
            card.body.addWidget(row)
        if not page.deadlines:
            card.body.addWidget(Label(self.tr("None."), role="muted"))
            return card
        asks = QPushButton(self.tr("Why these dates?"))
        asks.setObjectName("whyAll")
        asks.setAccessibleName(self.tr("Why these dates?"))
        set_role(asks, "link")
        set_tooltip(asks, self.tr("All clocks of this case, to read, to print and to save"))
        asks.clicked.connect(partial(self._why_all, page))
        card.body.addWidget(asks, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _history(self, page: CasePage) -> Card:
        card = Card(self.tr("History"), name="historyCard")
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP + 4)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        zone = self._workspace.zone
        newest = sorted(page.history, key=lambda line: line.seq, reverse=True)[:_HISTORY]
        for row, line in enumerate(newest):
            at = line.occurred_at or line.at
            grid.addWidget(
                Label(formats.short_day(formats.local_day(at, zone), today=self._workspace.now().date()), role="small"),
                row,
                0,
                Qt.AlignmentFlag.AlignTop,
            )
            grid.addWidget(Label(sentence_of(line, self._workspace.words, zone), wrap=True), row, 1)
        card.body.addLayout(grid)
        more = QPushButton(self.tr("Whole history"))
        more.setObjectName("wholeHistory")
        more.setAccessibleName(self.tr("Whole history"))
        set_role(more, "link")
        more.clicked.connect(partial(self.tab_wanted.emit, "history"))
        card.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _why(self, line: DeadlineLine) -> None:
        WhyDialog(self._workspace, line, self).open()

    def _why_all(self, page: CasePage) -> None:
        WhyCaseDialog(self._workspace, page, self).open()


def _extendable(line: DeadlineLine, page: CasePage) -> bool:
    """Return whether an extension of a clock can be announced: its notice is a clock of its own, or the clock stands still."""
    limit = limit_of(line)
    if limit is None or limit.extension is None or line.reckoning.extended or Act.EXTEND not in page.permitted:
        return False
    notice = any(
        one.kind == "extension_notice" and (one.law, one.limit_id) == (line.law, line.limit_id) for one in page.deadlines
    )
    return line.kind == "respond" and (notice or line.reckoning.due is None)
