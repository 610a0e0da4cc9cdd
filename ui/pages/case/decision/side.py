"""The right side of the Decision tab: what is still missing, what can be done next, what is decided, the letter as it would be."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.dossier_view import DossierViewDialog
from ui.formats import instant
from ui.models.remark import Remark
from ui.safe import Label, set_role, set_tooltip, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import EDGE, GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.checklist import Check, CheckLine, Checklist
from ui.widgets.link_button import LinkButton
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.remarks import Remarks
from ui.widgets.rows import empty
from workbench.domain.commands import FinishTask
from workbench.domain.decisions import Decision, Outcome
from workbench.domain.phases import carried_out, told_rights
from workbench.domain.readiness import Check as ReadyCheck
from workbench.domain.readiness import Gap
from workbench.services.dossiers import Round
from workbench.services.lines import CasePage
from workbench.services.refusal_data import tell
from workbench.services.tasks import TaskLine, finish_task

OUTCOME_TONES = {
    Outcome.GRANTED: Tone.DONE,
    Outcome.PARTLY: Tone.DONE,
    Outcome.REFUSED: Tone.WRONG,
    Outcome.NOTHING_HELD: Tone.CALM,
    Outcome.OUT_OF_SCOPE: Tone.CALM,
    Outcome.NOT_CONTROLLER: Tone.CALM,
    Outcome.WITHDRAWN: Tone.CALM,
}
"""How an outcome looks."""

_PREVIEW_TALL = 380
_MOST_GAPS = 4
_LATER = frozenset({Gap.NO_LETTER, Gap.NOT_APPROVED})
"""Gaps that cannot be closed while the decision is not recorded."""


class DecisionSide(QWidget):
    """Readiness, buttons, decisions and preview; `place_wanted` carries the code of a check that was clicked."""

    place_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._words = workspace.words
        self.readiness = Checklist("decisionReadiness", self.tr("What the decision needs"))
        self.preview = PdfPreview("decisionPreview", self.tr("The letter that would tell this decision"))
        self.record_button = self._button("recordDecision", self.tr("&Record decision"), role="primary")
        self.draft_button = self._button("draftLetter", self.tr("Draft le&tter"))
        self.ask_button = self._button("askApproval", self.tr("As&k for approval\u2026"))
        self.give_button = self._button("giveApproval", self.tr("&Give approval\u2026"))
        self.exception_button = self._button("useException", self.tr("Use the &exception\u2026"))
        self.done_button = self._button("recordDone", self.tr("Record as carried o&ut\u2026"))
        self.packet_button = self._button("reviewPacket", self.tr("Review &packet\u2026"))
        self.print_button = self._button("printDossier", self.tr("Print doss&ier\u2026"))
        self._build()
        self.readiness.wanted.connect(self.place_wanted)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM // 2, ROOM + 4, EDGE, ROOM + 4)
        column.setSpacing(ROOM)
        ready = Card(self.tr("Readiness"), name="readinessCard")
        ready.body.addWidget(self.readiness)
        ready.body.addSpacing(GAP)
        for button in (
            self.record_button,
            self.draft_button,
            self.ask_button,
            self.give_button,
            self.exception_button,
            self.done_button,
            self.packet_button,
            self.print_button,
        ):
            ready.body.addWidget(button)
        column.addWidget(ready)
        self._preview_card = Card(self.tr("Letter preview"), name="decisionPreviewCard")
        self.preview.setFixedHeight(_PREVIEW_TALL)
        self._preview_card.body.addWidget(self.preview)
        self._preview_card.hide()
        column.addWidget(self._preview_card)
        self._decided_card = Card(self.tr("Decided so far"), name="decidedCard")
        self._decided = QVBoxLayout()
        self._decided.setSpacing(GAP + 2)
        self._decided_card.body.addLayout(self._decided)
        column.addWidget(self._decided_card)
        self._tasks_card = Card(self.tr("Left to do"), name="decisionTasksCard")
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(GAP + 2)
        self._tasks_card.body.addLayout(self._tasks)
        self._tasks_card.hide()
        column.addWidget(self._tasks_card)
        self._rounds = Remarks("decisionRounds", self.tr("Earlier decisions on this right"))
        self._rounds_card = Card(self.tr("Earlier decisions on this right"), name="decisionRoundsCard")
        self._rounds_card.body.addWidget(self._rounds)
        self._dossiers = QVBoxLayout()
        self._rounds_card.body.addLayout(self._dossiers)
        self._rounds_card.hide()
        column.addWidget(self._rounds_card)
        column.addStretch(1)

    def show_decided(self, page: CasePage | None) -> None:
        """Show what is decided on each right of a case."""
        empty(self._decided)
        decisions = [] if page is None else [page.case.decision(right) for right in page.case.request.rights]
        shown = [decision for decision in decisions if decision is not None]
        for decision in shown:
            told = page is not None and decision.right in told_rights(page.case)
            done = carried_out(page.case, decision.right) if page is not None else None
            self._decided.addWidget(self._decided_row(decision, done.occurred_at if done is not None else None, told=told))
        self._decided_card.setVisible(bool(shown))

    def show_rounds(self, rounds: Sequence[Round], files: Mapping[int, str]) -> None:
        """Show the decisions that were told or taken up anew; they stay readable, with their dossiers."""
        self._rounds.show_remarks([self._round(one) for one in rounds])
        self._rounds_card.setVisible(bool(rounds))
        empty(self._dossiers)
        for number, one in enumerate(rounds):
            if one.dossier is None:
                continue
            when = instant(one.decision.decided_at, self._workspace.zone)
            link = LinkButton(self.tr("Read the dossier of {when}").format(when=when), f"readDossier{number}")
            link.clicked.connect(partial(self._read, one, files, when))
            self._dossiers.addWidget(link)

    def _read(self, one: Round, files: Mapping[int, str], when: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        DossierViewDialog(self._workspace, one, files, when, self.window()).open()

    def show_tasks(self, tasks: Sequence[TaskLine]) -> None:
        """Show what the decisions of the case left to do, done or not."""
        empty(self._tasks)
        for task in tasks:
            self._tasks.addWidget(self._task_row(task))
        self._tasks_card.setVisible(bool(tasks))

    def _task_row(self, task: TaskLine) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        recipient = task.detail("recipient")
        named = self._words.word("system", recipient) if self._words.has("system", recipient) else recipient
        text = self._words.word("task_kind", task.kind)
        text = f"{text}: {named}" if named else task.text or text
        grid.addWidget(Label(text, wrap=True), 0, 0)
        if task.done_at is None:
            done = self._button(f"taskDone{task.id}", self.tr("Done"))
            set_role(done, "small")
            done.setAccessibleName(self.tr("Done: {task}").format(task=text))
            done.setEnabled(not self._workspace.read_only)
            done.clicked.connect(partial(self._finish, task.id))
            grid.addWidget(done, 0, 1, Qt.AlignmentFlag.AlignTop)
            small = task.detail("cite")
        else:
            remark = (
                self._words.word("task_remark", task.remark) if self._words.has("task_remark", task.remark) else task.remark
            )
            small = ", ".join(one for one in (instant(task.done_at, self._workspace.zone), remark) if one)
            grid.addWidget(Chip(self.tr("done"), Tone.DONE), 0, 1, Qt.AlignmentFlag.AlignTop)
        if small:
            grid.addWidget(Label(small, role="small", wrap=True), 1, 0, 1, 2)
        return row

    def _finish(self, task_id: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self._workspace.jobs.run(partial(finish_task, FinishTask(task_id=task_id)))

    def show_preview(self, pdf: bytes) -> None:
        """Show a letter, or none."""
        self._preview_card.setVisible(bool(pdf) and self.preview.show_pdf(pdf))

    def check_line(self, check: ReadyCheck, *, supposed: bool) -> CheckLine:
        """Return a line of the readiness list in words.

        Args:
            check: the line.
            supposed: the decision is not recorded yet, so that there can be neither letter nor approval.
        """
        text = self._words.word("readiness", check.code.value)
        if check.ok:
            small = self._words.word("readiness_note", check.note) if check.note else ""
            return CheckLine(text, Check.THERE, small)
        told = list(dict.fromkeys(tell(one, self._workspace.language) for one in check.missing))
        more = len(told) - _MOST_GAPS
        shown = [*told[:_MOST_GAPS], *([self.tr("and %n more", "", more)] if more > 0 else [])]
        later = supposed and all(one.gap in _LATER for one in check.missing)
        return CheckLine(text, Check.LATER if later else Check.MISSING, "\n".join(shown), "" if later else check.code.value)

    def say_why(self, button: QPushButton, *, usable: bool, why_not: str = "") -> None:
        """Let a button be used, or say at it why it cannot."""
        button.setEnabled(usable)
        set_tooltip(button, "" if usable else why_not)
        button.setAccessibleDescription("" if usable else why_not)

    def _decided_row(self, decision: Decision, done_at: datetime | None, *, told: bool) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(self._words.word("right", decision.right.value), wrap=True), 0, 0)
        outcome = self._words.word("outcome", decision.outcome.value)
        chip = Chip(outcome, OUTCOME_TONES[decision.outcome])
        grid.addWidget(chip, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        when = instant(decision.decided_at, self._workspace.zone)
        small = self.tr("{when}, told to the person") if told else self.tr("{when}, not told yet")
        grid.addWidget(Label(small.format(when=when), role="small", wrap=True), 1, 0, 1, 2)
        if done_at is not None:
            done = self.tr("carried out {when}").format(when=instant(done_at, self._workspace.zone))
            grid.addWidget(Label(done, role="small", wrap=True), 2, 0, 1, 2)
        return row

    def _round(self, one: Round) -> Remark:
        decision = one.decision
        when = instant(decision.decided_at, self._workspace.zone)
        about = f"{self._words.word('outcome', decision.outcome.value)}, {when}"
        below = [self.tr("Letters: {numbers}").format(numbers=", ".join(one.letters))] if one.letters else []
        if decision.grounds:
            below.append(self.tr("Grounds: {grounds}").format(grounds=", ".join(decision.grounds)))
        return Remark(about, decision.reason or self.tr("Without words of its own"), " ".join(below))

    def _button(self, name: str, text: str, *, role: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        if role:
            set_role(button, role)
        return button
