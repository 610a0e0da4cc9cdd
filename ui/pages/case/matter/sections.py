"""The further parts of a matter: what it reminds of, what was promised, what was written and said, what the authority decided."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.navigation import Place
from ui.safe import Label, plain, set_role, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.cases import EventKind
from workbench.domain.matters import MatterOutcome, Undertaking
from workbench.services import undertakings
from workbench.services.matter_pages import Correspondence, MatterPage, Reminder
from workbench.services.tasks import TaskLine
from workbench.services.wording import Words

_MOST_TEXT = 160
_ROOM_FOR_A_TITLE = "\u2026"
"""A card keeps room for a title only where it was made with one; its words follow once it can translate them."""
_OUTCOME_TONES = {
    MatterOutcome.NO_ACTION: Tone.DONE,
    MatterOutcome.UPHELD: Tone.SOON,
    MatterOutcome.PARTLY: Tone.SOON,
    MatterOutcome.OVERTURNED: Tone.LATE,
    MatterOutcome.FINE: Tone.LATE,
    MatterOutcome.ORDER: Tone.SOON,
}


def reminder_words(one: Reminder, words: Words) -> str:
    """Return what a matter reminds of, as a sentence."""
    key = one.word_key
    numbers = ", ".join(str(number) for number in one.numbers)
    day = formats.day(one.on) if one.on is not None else ""
    return words.word("matter_reminder", key, numbers=numbers, day=day, days=one.days)


class _Section(Card):
    """A card whose content is shown anew with each reading; `wanted` carries what the officer wants to do."""

    wanted = Signal(str)

    def __init__(self, workspace: Workspace, title: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, name=name)
        self.workspace = workspace
        self._buttons: list[QPushButton] = []

    def add_button(self, name: str, text: str, what: str) -> None:
        """Put a button at the right of the title."""
        button = self.small_button(name, text, what)
        self.head.addWidget(button)
        self._buttons.append(button)

    def permit(self, *, may: bool) -> None:
        """Show the buttons of the head, or not."""
        for button in self._buttons:
            button.setVisible(may)

    def small_button(self, name: str, text: str, what: str, *, role: str = "small") -> QPushButton:
        """Return a button that wants something done."""
        button = QPushButton(plain(text))
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        set_role(button, role)
        button.clicked.connect(partial(self.wanted.emit, what))
        return button

    def day(self, at: datetime, now: datetime, zone: str = "") -> str:
        """Return the local day of an instant, shortly."""
        return formats.short_day(formats.local_day(at, zone or self.workspace.zone), today=now.date())


class RemindersCard(_Section):
    """What is near or past, and what lies on somebody's desk because of the matter."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _ROOM_FOR_A_TITLE, name="matterReminders", parent=parent)
        self.set_title(self.tr("To do in this matter"))
        self.add_button("matterRemind", self.tr("Remind me…"), "chase")

    def show_page(self, page: MatterPage, *, may: bool, now: datetime) -> None:
        """Show what a matter reminds of; undertakings are shown on their own card."""
        empty(self.body)
        self.permit(may=may)
        tasks = [one for one in page.tasks if one.done_at is None and one.kind != undertakings.UNDERTAKING]
        for number, one in enumerate(page.reminders):
            row = QHBoxLayout()
            row.setSpacing(GAP)
            tone = Tone.LATE if one.late and one.code != "target_passed" else Tone.SOON
            row.addWidget(Chip(self.tr("past") if one.late else self.tr("soon"), tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(reminder_words(one, self.workspace.words), wrap=True, name=f"matterReminder{number}"), 1)
            self.body.addLayout(row)
        for task in tasks:
            self.body.addWidget(self._task(task, may=may, now=now))
        if not page.reminders and not tasks:
            self.body.addWidget(Label(self.tr("Nothing is near or past."), role="muted"))

    def _task(self, task: TaskLine, *, may: bool, now: datetime) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        if task.due_on is not None:
            text, tone = formats.due_chip(task.due_on, now=now, zone=self.workspace.zone)
            across.addWidget(Chip(text, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = word("task_kind", task.kind)
        told = f"{words}: {task.text}" if task.text else words
        across.addWidget(Label(f"{told} ({task.owner_name})", wrap=True), 1)
        if may:
            done = self.small_button(f"matterTaskDone{task.id}", self.tr("Done"), f"done {task.id}")
            done.setAccessibleName(self.tr("Done: {task}").format(task=told))
            across.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        return row


class UndertakingsCard(_Section):
    """What the office promised."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _ROOM_FOR_A_TITLE, name="undertakingsCard", parent=parent)
        self.set_title(self.tr("Undertakings"))
        self.add_button("undertakingAdd", self.tr("Undertake…"), "undertaking")

    def show_page(self, page: MatterPage, *, may: bool, now: datetime) -> None:
        """Show the undertakings of a matter."""
        empty(self.body)
        self.permit(may=may)
        names = dict(page.officers)
        for one in page.matter.undertakings:
            self.body.addWidget(self._row(one, names.get(one.owner_id, ""), may=may, now=now))
        if not page.matter.undertakings:
            self.body.addWidget(Label(self.tr("Nothing was promised to the authority."), role="muted", wrap=True))
        self.body.addStretch(1)

    def _row(self, one: Undertaking, owner: str, *, may: bool, now: datetime) -> QWidget:
        row = QWidget()
        row.setObjectName(f"undertaking{one.number}")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(f"{one.number}. {one.text}", wrap=True, selectable=True))
        if one.kept_on is None:
            small = self.tr("{owner}, by {day}").format(owner=owner, day=formats.day(one.due_on))
            text, tone = formats.due_chip(one.due_on, now=now, zone=self.workspace.zone)
        else:
            small = self.tr("{owner}, kept on {day}").format(owner=owner, day=formats.day(one.kept_on))
            text, tone = (self.tr("kept"), Tone.DONE) if one.kept_on <= one.due_on else (self.tr("kept late"), Tone.LATE)
        words.addWidget(Label(small, role="small", wrap=True))
        across.addLayout(words, 1)
        across.addWidget(Chip(text, tone), 0, Qt.AlignmentFlag.AlignTop)
        if may:
            if one.kept_on is None:
                kept = self.small_button(f"undertakingKept{one.number}", self.tr("Kept"), f"kept {one.number}")
                kept.setAccessibleName(self.tr("Undertaking {number} is kept").format(number=one.number))
                across.addWidget(kept, 0, Qt.AlignmentFlag.AlignTop)
            change = self.small_button(
                f"undertakingChange{one.number}", self.tr("Change…"), f"change {one.number}", role="link"
            )
            change.setAccessibleName(self.tr("Change undertaking {number}").format(number=one.number))
            across.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row


class CorrespondenceCard(_Section):
    """What was written, in both directions and in order."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _ROOM_FOR_A_TITLE, name="correspondenceCard", parent=parent)
        self.set_title(self.tr("Correspondence"))
        self.add_button("correspondenceAdd", self.tr("Record their letter…"), "letter")
        self.add_button("correspondenceWrite", self.tr("Write…"), "write")

    def show_page(self, page: MatterPage, *, may: bool, now: datetime) -> None:
        """Show what was written in a matter."""
        empty(self.body)
        self.permit(may=may)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP + 4)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(2, 1)
        for row, one in enumerate(page.correspondence):
            grid.addWidget(Label(self.day(one.at, now, one.zone), role="small"), row, 0, Qt.AlignmentFlag.AlignTop)
            chip = Chip(self.tr("in"), Tone.INFO) if one.incoming else Chip(self.tr("out"), Tone.CALM)
            grid.addWidget(chip, row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._words(page, one, row), row, 2)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _words(self, page: MatterPage, one: Correspondence, row: int) -> QWidget:
        cell = QWidget()
        cell.setObjectName(f"correspondence{row}")
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        if one.letter is not None:
            told = f"{one.letter.number}, {word('letter', one.letter.kind)}"
            button = QPushButton(plain(told))
            button.setObjectName(f"correspondenceLetter{one.letter.id}")
            button.setAccessibleName(self.tr("Open {number}").format(number=told))
            set_role(button, "link")
            place = Place("letter", case_id=page.case.id, letter_id=one.letter.id)
            button.clicked.connect(partial(self.workspace.navigation.go, place))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            return cell
        column.addWidget(Label(self._what(page, one), wrap=True))
        if one.text:
            column.addWidget(Label(_shortened(one.text), role="small", wrap=True, selectable=True))
        if one.files:
            names = ", ".join(file.name for file in one.files)
            column.addWidget(Label(self.tr("File: {names}").format(names=names), role="small", wrap=True, selectable=True))
        return cell

    def _what(self, page: MatterPage, one: Correspondence) -> str:
        if one.what is EventKind.MATTER_OPENED:
            opened = self.tr("The authority's first letter")
            return self.tr("Onee turned to the authority") if page.matter.passed_on else opened
        return word("event", one.what)


class MeetingsCard(_Section):
    """Notes of meetings and calls."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _ROOM_FOR_A_TITLE, name="meetingsCard", parent=parent)
        self.set_title(self.tr("Meetings and calls"))
        self.add_button("meetingAdd", self.tr("Note…"), "meeting")

    def show_page(self, page: MatterPage, *, may: bool, now: datetime) -> None:
        """Show the notes of a matter, the newest first."""
        empty(self.body)
        self.permit(may=may)
        for one in reversed(page.matter.meetings):
            kind = self.tr("Call") if one.call else self.tr("Meeting")
            with_whom = self.tr("{kind} with {people}").format(kind=kind, people=one.people) if one.people else kind
            at = formats.short_instant(one.at, one.zone, today=now.date())
            self.body.addWidget(Label(f"{with_whom}, {at}", role="field", wrap=True))
            self.body.addWidget(Label(one.note, wrap=True, selectable=True))
        if not page.matter.meetings:
            self.body.addWidget(Label(self.tr("No note is kept."), role="muted"))
        self.body.addStretch(1)


class DecisionCard(_Section):
    """What the authority decided, and until when it can be contested."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _ROOM_FOR_A_TITLE, name="authorityDecisionCard", parent=parent)
        self.set_title(self.tr("Decision of the authority"))
        self.add_button("authorityDecide", self.tr("Record the decision…"), "decision")

    def show_page(self, page: MatterPage, *, may: bool, now: datetime) -> None:
        """Show the decision of a matter."""
        empty(self.body)
        self.permit(may=may)
        decision = page.matter.decision
        if decision is None:
            self.body.addWidget(Label(self.tr("The authority has not decided."), role="muted"))
            self.body.addStretch(1)
            return
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(Chip(word("matter_outcome", decision.outcome), _OUTCOME_TONES[decision.outcome]))
        facts = [formats.day(decision.decided_on), decision.reference, decision.fine]
        row.addWidget(Label(", ".join(one for one in facts if one), wrap=True), 1)
        self.body.addLayout(row)
        self.body.addWidget(Label(decision.summary, wrap=True, selectable=True, name="authorityDecisionSummaryShown"))
        if decision.appeal_until is not None:
            text, tone = formats.due_chip(decision.appeal_until, now=now, zone=self.workspace.zone)
            if tone is Tone.LATE:
                text, tone = self.tr("over"), Tone.CALM
            appeal = QHBoxLayout()
            appeal.setSpacing(GAP)
            told = self.tr("Can be contested until {day}").format(day=formats.day(decision.appeal_until))
            if decision.appeal_to:
                told = self.tr("{told}, before: {court}").format(told=told, court=decision.appeal_to)
            appeal.addWidget(Label(told, wrap=True), 1)
            appeal.addWidget(Chip(text, tone))
            self.body.addLayout(appeal)
        self._consequences(page.tasks)
        self._reopened(page)
        self.body.addStretch(1)

    def _consequences(self, tasks: Iterable[TaskLine]) -> None:
        for task in tasks:
            if task.kind == undertakings.CORRECTIVE:
                day = formats.day(task.due_on) if task.due_on is not None else ""
                state = self.tr("done") if task.done_at is not None else self.tr("by {day}").format(day=day)
                self.body.addWidget(Label(f"{task.text} ({task.owner_name}, {state})", role="small", wrap=True))

    def _reopened(self, page: MatterPage) -> None:
        again = [one for one in page.about if one.reopened_at is not None]
        buttons: list[QPushButton] = []
        for one in again:
            told = self.tr("Decided anew in {number}: {phase}").format(number=one.number, phase=word("phase", one.phase))
            button = QPushButton(plain(told))
            button.setObjectName(f"decisionReopened{one.id}")
            button.setAccessibleName(told)
            set_role(button, "link")
            button.clicked.connect(partial(self.workspace.navigation.go, Place("case", case_id=one.id)))
            buttons.append(button)
        if buttons:
            self.body.addWidget(ButtonRow(buttons))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_TEXT else line[: _MOST_TEXT - 1] + "\u2026"
