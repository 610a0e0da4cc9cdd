"""Clarification: what the person was asked to make clear, and what they answered."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.waiting_words import waiting_words
from ui.models.clock_figures import zones_of
from ui.safe import Label
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.cases import EventKind
from workbench.domain.commands import AskForClarification, RecordClarification
from workbench.domain.rulebooks import Rulebook
from workbench.services.lines import CasePage

_TEXT_HEIGHT = 110


class AskClarificationDialog(CommandDialog):
    """Records the question to the person; says for each law what that does to the clock."""

    def __init__(
        self,
        workspace: Workspace,
        page: CasePage,
        rulebooks: Mapping[str, Rulebook],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="askClarification", now=now, parent=parent)
        self._case_id = page.case.id
        self.describe(
            title=self.tr("Ask what the person means"),
            explains=self.tr("Record the question and when it was asked. It stays with the case."),
            send=self.tr("&Record the question"),
        )
        self._question = QPlainTextEdit()
        self._question.setFixedHeight(_TEXT_HEIGHT)
        self._at = InstantEdit("askClarificationAt", self.tr("Asked on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self.add_field("question", self.tr("The &question"), self._question)
        self.add_field("at", self.tr("Asked &on"), self._at)
        for sentence in waiting_words(page.case, EventKind.CLARIFICATION_REQUESTED, rulebooks, workspace.words):
            self.add_below(Label(sentence, wrap=True))

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about an empty question or one in the future."""
        found = list(self.past_only("at", self._at.instant()))
        if not self._question.toPlainText().strip():
            found.insert(0, ("question", self.tr("Write down what was asked.")))
        return tuple(found)

    def command(self) -> AskForClarification:
        """Return the command."""
        return AskForClarification(
            case_id=self._case_id,
            asked_at=self._at.instant(),
            zone=self._at.zone(),
            question=self._question.toPlainText().strip(),
        )


class RecordClarificationDialog(CommandDialog):
    """Records what the person answered."""

    def __init__(self, workspace: Workspace, page: CasePage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="recordClarification", now=now, parent=parent)
        self._case_id = page.case.id
        asked = page.case.last(EventKind.CLARIFICATION_REQUESTED)
        question = asked.text if asked is not None else ""
        explains = self.tr("Record the answer and when it arrived. A paused clock goes on from that day.")
        if question:
            explains += "\n\n" + self.tr("Asked was: {question}").format(question=question)
        self.describe(title=self.tr("Record the person's answer"), explains=explains, send=self.tr("&Record the answer"))
        self._answer = QPlainTextEdit()
        self._answer.setFixedHeight(_TEXT_HEIGHT)
        self._at = InstantEdit("recordClarificationAt", self.tr("Arrived on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self.add_field("answer", self.tr("The &answer"), self._answer)
        self.add_field("at", self.tr("Arrived &on"), self._at)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about an empty answer or one in the future."""
        found = list(self.past_only("at", self._at.instant()))
        if not self._answer.toPlainText().strip():
            found.insert(0, ("answer", self.tr("Write down what the person answered.")))
        return tuple(found)

    def command(self) -> RecordClarification:
        """Return the command."""
        return RecordClarification(
            case_id=self._case_id,
            at=self._at.instant(),
            zone=self._at.zone(),
            answer=self._answer.toPlainText().strip(),
        )
