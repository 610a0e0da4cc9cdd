"""Taking an answered or closed case up again: why, which rights are decided anew, and the clocks that would run then."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.models.move_words import standing_word
from ui.safe import plain
from ui.widgets.growing_text import GrowingText
from ui.widgets.instant_edit import InstantEdit
from ui.widgets.move_list import MoveList
from workbench.domain.cases import CaseKind
from workbench.domain.commands import ReopenCase
from workbench.domain.decisions import ReopenCause
from workbench.domain.errors import WorkbenchError
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services.lines import CasePage, DeadlineLine
from workbench.services.reconsider import clocks_after

_LOOK_AFTER_MS = 200
_ROWS = 3
_CAUSES = (ReopenCause.NEW_FACTS, ReopenCause.INTERNAL_REVIEW, ReopenCause.REGULATOR, ReopenCause.OTHER)


class ReopenDialog(CommandDialog):
    """Gives a `ReopenCase`; the reason is required."""

    def __init__(self, workspace: Workspace, page: CasePage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="reopenCase", now=now, parent=parent)
        self._page = page
        self.describe(
            title=self.tr("Take up {number} again").format(number=page.case.number),
            explains=self._explained(page),
            send=self.tr("&Take it up again"),
        )
        words = workspace.words
        self._cause = QComboBox()
        for cause in _CAUSES:
            self._cause.addItem(words.word("reopen_cause", cause.value), cause.value)
        self._boxes = {right: self._box(right) for right in page.case.request.rights if page.case.decision(right) is not None}
        rights = QWidget()
        column = QVBoxLayout(rights)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for box in self._boxes.values():
            column.addWidget(box)
        self._at = InstantEdit("reopenCaseAt", self.tr("When it arrived"), (workspace.zone, page.case.request.zone))
        self._at.set_instant(now)
        self._reason = GrowingText("reopenCaseReason", self.tr("Reason"), rows=_ROWS)
        self._clocks = MoveList("", name="reopenCaseClocks")
        self.add_field("cause", self.tr("&Why"), self._cause)
        self.add_field("rights", self.tr("Decide anew"), rights)
        self.add_field(
            "at", self.tr("When &it arrived"), self._at, hint=self.tr("the new facts, the objection, the authority's word")
        )
        self.add_field("reason", self.tr("&Reason"), self._reason)
        self.add_beside(self._clocks, title=self.tr("Clocks that would run"))
        self.show_field("rights", shown=bool(self._boxes))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look)
        self._cause.currentIndexChanged.connect(self._changed)
        self._at.changed.connect(self._changed)
        for box in self._boxes.values():
            box.toggled.connect(self._changed)
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a missing reason, or about a time to come."""
        missing = () if self._reason.text().strip() else (("reason", self.tr("Say why the case is taken up again.")),)
        return (*missing, *self.past_only("at", self._at.instant()))

    def command(self) -> ReopenCase:
        """Return the command."""
        return ReopenCase(
            case_id=self._page.case.id,
            reason=self._reason.text().strip(),
            cause=self._chosen(),
            rights=self._rights(),
            at=self._at.instant(),
            zone=self._at.zone(),
        )

    def _explained(self, page: CasePage) -> str:
        if page.case.kind is not CaseKind.REQUEST:
            return self.tr("The case returns to the open list with everything in it. The reason is kept with the case.")
        if page.phase is Phase.CLOSED:
            return self.tr(
                "The case returns to the open list with everything in it. Decisions, dossiers and letters so far stay readable; the rights that are ticked are decided anew. The reason is kept with the case."
            )
        return self.tr(
            "The case is answered and stays open. Decisions, dossiers and letters so far stay readable; the rights that are ticked are decided anew; with none ticked the decisions stand and are told again. The reason is kept with the case."
        )

    def _box(self, right: Right) -> QCheckBox:
        words = self.workspace.words
        decision = self._page.case.decision(right)
        outcome = words.word("outcome", decision.outcome.value) if decision is not None else ""
        text = f"{words.word('right', right.value)}: {outcome}"
        box = QCheckBox(plain(text))
        box.setObjectName(f"reopen_{right.value}")
        box.setAccessibleName(text)
        box.setChecked(True)
        return box

    def _chosen(self) -> ReopenCause:
        return ReopenCause(str(self._cause.currentData()))

    def _rights(self) -> tuple[Right, ...]:
        return tuple(right for right, box in self._boxes.items() if box.isChecked())

    def _changed(self, *_told: object) -> None:
        self._timer.start()

    def _look(self) -> None:
        asked = (self._chosen(), self._at.instant(), self._rights())
        query = partial(clocks_after, case_id=self._page.case.id, cause=asked[0], at=asked[1], rights=asked[2])

        def show(lines: tuple[DeadlineLine, ...]) -> None:
            if asked == (self._chosen(), self._at.instant(), self._rights()):
                self._show(lines)

        self.workspace.jobs.ask(query, show, refused=self._no_clocks)

    def _show(self, lines: tuple[DeadlineLine, ...]) -> None:
        if not lines:
            self._clocks.say(self.tr("No law of the case counts a time from this. Answer without delay."))
            return
        self._clocks.show_moves([standing_word(line, self.workspace.words) for line in lines])

    def _no_clocks(self, error: WorkbenchError) -> None:
        self._clocks.say(self.workspace.words.error(error), late=True)
