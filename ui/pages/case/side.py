"""The right column of a case of whatever kind: what to do next, its deadlines with their why, and what happened last."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.why import WhyCaseDialog, WhyDialog
from ui.models.clock_figures import kind_word, law_of, short_cite
from ui.models.due_words import word_of_deadline
from ui.models.history_table import sentence_of
from ui.models.next_words import next_date_words, next_words
from ui.models.why_words import reckoned_words
from ui.navigation import Place
from ui.safe import Label, plain, restyle, set_role, set_tooltip, without_mnemonic
from ui.style.chips import Tone
from ui.style.spacing import GAP, ROOM, SIDE_COLUMN
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.deadline_row import DeadlineRow
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.cases import CaseKind
from workbench.domain.phases import Act
from workbench.services.lines import CaseLine, CasePage, DeadlineLine

_HISTORY = 6
_UNTOLD = frozenset({"case_content_saved"})
"""What the program records by itself while one types: the tab of the history has it, the few lines here do not."""
_BUTTON_WORDS = SIDE_COLUMN - 90
"""Longer words do not fit on a button of this column: the button says what it does and its tooltip the rest."""

_Groups = tuple[tuple[Act, ...], ...]
_REQUEST_MENU: _Groups = (
    (Act.ASK_FOR_IDENTITY, Act.RECORD_IDENTITY, Act.ASK_FOR_CLARIFICATION, Act.RECORD_CLARIFICATION),
    (Act.PAUSE, Act.RESUME, Act.RECORD_EVENT),
    (Act.EXTEND, Act.OVERRIDE),
    (Act.DECIDE, Act.RECORD_DONE, Act.COMPOSE, Act.DISPATCH),
    (Act.ATTACH, Act.NOTE, Act.CLOSE, Act.REOPEN),
)
_SHARED: _Groups = (
    (Act.OVERRIDE, Act.COMPOSE, Act.DISPATCH),
    (Act.ATTACH, Act.NOTE, Act.CLOSE, Act.REOPEN),
)
_MENUS: Mapping[CaseKind, _Groups] = {
    CaseKind.REQUEST: _REQUEST_MENU,
    CaseKind.COMPLAINT: ((Act.INVESTIGATE, Act.DECIDE_COMPLAINT, Act.TAKE_TO_AUTHORITY), *_SHARED),
    CaseKind.MATTER: ((Act.ANSWER_AUTHORITY, Act.RECORD_AUTHORITY), *_SHARED),
    CaseKind.BREACH: ((Act.HANDLE_BREACH, Act.RECORD_EVENT), *_SHARED),
}


class CaseSide(QWidget):
    """Shows what to do next, the deadlines and the history; `act_wanted` carries an `Act`, `tab_wanted` the key of a tab."""

    act_wanted = Signal(object)
    tab_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caseSide")
        self.setFixedWidth(SIDE_COLUMN)
        self._workspace = workspace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(ROOM)

    def show_case(self, page: CasePage, *, now: datetime) -> None:
        """Show a case as it stands at `now`."""
        empty(self._column)
        self._column.addWidget(self._next(page))
        self._column.addWidget(self._deadlines(page, now))
        if page.about is not None or page.about_this:
            self._column.addWidget(self._linked(page))
        self._column.addWidget(self._history(page))
        self._column.addStretch(1)

    def _linked(self, page: CasePage) -> Card:
        card = Card(self.tr("Cases that belong together"), name="linkedCard")
        card.body.setSpacing(2)
        if page.about is not None:
            card.body.addWidget(Label(self.tr("This is about"), role="field"))
            self._link(card, page.about)
        if page.about_this:
            card.body.addWidget(Label(self.tr("About this case"), role="field"))
        for line in page.about_this:
            self._link(card, line)
        return card

    def _link(self, card: Card, line: CaseLine) -> None:
        told = f"{line.number}, {word('case_kind', line.kind)}"
        button = QPushButton(plain(told))
        button.setObjectName(f"linkedCase{line.id}")
        button.setAccessibleName(self.tr("Open {number}").format(number=told))
        set_role(button, "link")
        button.clicked.connect(partial(self._workspace.navigation.go, Place("case", case_id=line.id)))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(Label(word("phase", line.phase), role="small", wrap=True))

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
            if main.fontMetrics().horizontalAdvance(text) > _BUTTON_WORDS:
                main.setText(plain(without_mnemonic(action.text())))
                set_tooltip(main, text)
            main.setEnabled(step.act in page.permitted)
            set_role(main, "primary")
            main.clicked.connect(partial(self.act_wanted.emit, step.act))
            buttons.append(main)
        buttons.append(self._other_steps(page.case.kind))
        card.body.addWidget(ButtonRow(buttons))
        return card

    def _other_steps(self, kind: CaseKind) -> QPushButton:
        other = QPushButton(self.tr("&Other"))
        other.setObjectName("otherSteps")
        other.setAccessibleName(self.tr("Other steps"))
        menu = QMenu(other)
        menu.setToolTipsVisible(True)
        for place, group in enumerate(_MENUS[kind]):
            if place:
                menu.addSeparator()
            for act in group:
                menu.addAction(self._workspace.actions.of_act(act))
        if kind is not CaseKind.MATTER:
            menu.addSeparator()
            menu.addAction(self._workspace.actions["new_complaint"])
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
        told = (line for line in page.history if line.action not in _UNTOLD)
        newest = sorted(told, key=lambda line: line.seq, reverse=True)[:_HISTORY]
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
