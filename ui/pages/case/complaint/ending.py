"""What is put right after a complaint, and how it was decided."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.models.complaint_words import OUTCOME_TONES
from ui.safe import Label, set_role, set_tooltip, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.rows import empty
from ui.wording import word
from workbench.services.complaints import ComplaintPage, RemedyLine


class _RowsCard(Card):
    """A card whose rows are made anew each time."""

    def __init__(self, workspace: Workspace, title: str, name: str) -> None:
        super().__init__(title, name=name)
        self._workspace = workspace
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self.body.addLayout(self._rows)

    def button(self, name: str, words: str, *, of: str = "", role: str = "small") -> QPushButton:
        """Return a button; `of` is what it is about, for whoever cannot see it."""
        button = QPushButton(words)
        button.setObjectName(name)
        plain_words = without_mnemonic(words)
        button.setAccessibleName(f"{plain_words}: {of}" if of else plain_words)
        button.setAutoDefault(False)
        set_role(button, role)
        return button


class RemediesCard(_RowsCard):
    """Shows what is put right; `change_wanted` carries the number of one, 0 for a new one."""

    change_wanted = Signal(int)
    remove_wanted = Signal(int)
    done_wanted = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, " ", "remediesCard")
        self.set_title(self.tr("What is put right"))

    def show_page(self, page: ComplaintPage) -> None:
        """Show the remedies of a complaint."""
        empty(self._rows)
        for number, line in enumerate(page.remedies, start=1):
            self._rows.addWidget(self._remedy(page, number, line))
        if not page.remedies:
            told = self.tr("Nothing was put right.") if page.decided else self.tr("Nothing yet.")
            self._rows.addWidget(Label(told, role="muted", wrap=True))
        if page.editable:
            add = self.button("remedyAdd", self.tr("Add what is put &right…"))
            add.clicked.connect(lambda _checked: self.change_wanted.emit(0))
            self._rows.addWidget(ButtonRow([add]))

    def _remedy(self, page: ComplaintPage, number: int, line: RemedyLine) -> QWidget:
        one = line.remedy
        row = QWidget()
        row.setObjectName(f"remedy{number}")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Label(one.what, wrap=True, selectable=True))
        by = self.tr("{name}, by {day}").format(name=line.owner_name, day=formats.day(one.due_on))
        column.addWidget(Label(by, role="small", wrap=True))
        across.addLayout(column, 1)
        if one.done_on is not None:
            done = self.tr("done on {day}").format(day=formats.short_day(one.done_on))
            across.addWidget(Chip(done, Tone.DONE), 0, Qt.AlignmentFlag.AlignTop)
        elif page.decided:
            chip = Chip(self.tr("late"), Tone.LATE) if line.late else Chip(self.tr("to do"), Tone.SOON)
            across.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        buttons = []
        if page.editable and one.done_on is None:
            change = self.button(f"remedyChange{number}", self.tr("Change…"), of=one.what)
            change.clicked.connect(lambda _checked: self.change_wanted.emit(number))
            remove = self.button(f"remedyRemove{number}", self.tr("Take away"), of=one.what)
            remove.clicked.connect(lambda _checked: self.remove_wanted.emit(number))
            buttons = [change, remove]
        elif line.task_id is not None and not self._workspace.read_only:
            finish = self.button(f"remedyDone{number}", self.tr("It is done"), of=one.what)
            finish.clicked.connect(partial(self._finish, line.task_id))
            buttons = [finish]
        for button in buttons:
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _finish(self, task_id: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self.done_wanted.emit(task_id)


class OutcomeCard(_RowsCard):
    """Shows how the complaint was decided, or what stands in the way."""

    decide_wanted = Signal()
    pass_on_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, " ", "complaintOutcome")
        self.set_title(self.tr("Outcome"))

    def show_page(self, page: ComplaintPage, *, may_pass_on: bool) -> None:
        """Show the outcome of a complaint."""
        empty(self._rows)
        said = page.complaint
        if page.decided and said.outcome is not None:
            row = QHBoxLayout()
            row.setSpacing(GAP)
            row.addWidget(Chip(word("complaint_outcome", said.outcome), OUTCOME_TONES[said.outcome]))
            if page.decided_at is not None:
                day = formats.day(formats.local_day(page.decided_at, self._workspace.zone))
                told = self.tr("decided by {name} on {day}").format(name=page.decided_by, day=day)
                row.addWidget(Label(told, role="muted", wrap=True), 1)
            self._rows.addLayout(row)
            self._rows.addWidget(Label(said.reasons, wrap=True, selectable=True, name="complaintReasons"))
        else:
            self._rows.addWidget(Label(self._waits_for(page), role="muted", wrap=True, name="outcomeWaits"))
        buttons = []
        if page.editable:
            decide = self.button("outcomeDecide", self.tr("&Decide…"), role="primary" if self._ready(page) else "small")
            decide.clicked.connect(lambda _checked: self.decide_wanted.emit())
            buttons.append(decide)
        if may_pass_on:
            on = self.button("outcomePassOn", self.tr("&Pass on to an authority…"))
            set_tooltip(on, self.tr("Where it cannot be settled with the person"))
            on.clicked.connect(lambda _checked: self.pass_on_wanted.emit())
            buttons.append(on)
        if buttons:
            self._rows.addWidget(ButtonRow(buttons))

    def _ready(self, page: ComplaintPage) -> bool:
        return bool(page.complaint.inquiries) and not page.open_inquiries

    def _waits_for(self, page: ComplaintPage) -> str:
        if not page.complaint.inquiries:
            return self.tr("Not decided. Nothing was investigated yet.")
        if page.open_inquiries:
            numbers = ", ".join(str(number) for number in page.open_inquiries)
            return self.tr("Not decided. No finding with evidence yet for: {numbers}.").format(numbers=numbers)
        return self.tr("Not decided. Every question has its finding.")
