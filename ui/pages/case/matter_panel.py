"""A regulator matter: its dates, its questions with their answers, what was promised, written, said and decided."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog, present
from ui.dialogs.matter_decision import AuthorityDecisionDialog
from ui.dialogs.matter_file import MatterHeadDialog, MeetingDialog, QuestionsDialog, QuestionWordsDialog, UndertakingDialog
from ui.dialogs.matter_said import AuthoritySaidDialog
from ui.dialogs.matter_words import (
    AnswerMoreTimeDialog,
    AskMoreTimeDialog,
    AuthorityDeadlineDialog,
    AuthorityLetterDialog,
    ChaseDialog,
)
from ui.navigation import Place
from ui.pages.case.matter.dates import HeadCard
from ui.pages.case.matter.questions import QuestionsCard
from ui.pages.case.matter.sections import (
    CorrespondenceCard,
    DecisionCard,
    MeetingsCard,
    RemindersCard,
    UndertakingsCard,
)
from ui.pages.case.side import CaseSide
from ui.style.spacing import EDGE, GAP, ROOM
from ui.widgets.page import scrolled
from workbench.domain.changes import Changes
from workbench.domain.commands import FinishTask, SaveMatter
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import LetterKind
from workbench.domain.matters import Question
from workbench.domain.phases import Act
from workbench.services import matters, tasks
from workbench.services.lines import CasePage
from workbench.services.matter_pages import MatterPage, matter_page, more_time_open

_NARROW = 940


class MatterPanel(QWidget):
    """Shows one matter; `act_wanted` carries an `Act`, `tab_wanted` the key of a tab."""

    act_wanted = Signal(object)
    tab_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matterPanel")
        self._workspace = workspace
        self._case: CasePage | None = None
        self._page: MatterPage | None = None
        self._may = False
        self._head = HeadCard(workspace)
        self._reminders = RemindersCard(workspace)
        self._questions = QuestionsCard()
        self._undertakings = UndertakingsCard(workspace)
        self._correspondence = CorrespondenceCard(workspace)
        self._meetings = MeetingsCard(workspace)
        self._decision = DecisionCard(workspace)
        self._side = CaseSide(workspace)
        self._pairs = (
            self._pair(self._undertakings, self._correspondence),
            self._pair(self._meetings, self._decision),
        )
        self._lay_out()
        for card in (
            self._head,
            self._reminders,
            self._undertakings,
            self._correspondence,
            self._meetings,
            self._decision,
        ):
            card.wanted.connect(self._want)
        self._questions.add_wanted.connect(lambda: self._want("questions"))
        self._questions.words_wanted.connect(lambda number: self._want(f"words {number}"))
        self._questions.saved.connect(self._save_questions)
        self._side.act_wanted.connect(self.act_wanted)
        self._side.tab_wanted.connect(self.tab_wanted)

    def show_case(self, page: CasePage, *, now: datetime) -> None:
        """Show a matter as it stands at `now`."""
        if self._case is not None and self._case.case.id != page.case.id:
            self._questions.keep()
            self._page = None
        self._case = page
        self._side.show_case(page, now=now)
        self._workspace.jobs.ask(partial(matter_page, case_id=page.case.id), self._show)

    def perform(self, act: Act) -> None:
        """Begin an act of a matter: answer its questions, or record what the authority says."""
        page = self._page
        if page is None or not self._may:
            return
        if act is Act.RECORD_AUTHORITY:
            self._ask_what_was_said(page)
        elif page.matter.questions:
            self._questions.choose(page.unanswered[0] if page.unanswered else 1)
        else:
            self._want("questions")

    def keep(self) -> None:
        """Save what was typed."""
        self._questions.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts out for another width."""
        super().resizeEvent(event)
        width = self._width()
        for pair in self._pairs:
            beside = width >= _NARROW
            pair.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._head.set_width(width)
        self._questions.set_width(width)

    # Building

    def _lay_out(self) -> None:
        content = QWidget()
        left = QVBoxLayout()
        left.setSpacing(ROOM)
        for card in (self._head, self._questions, self._reminders):
            left.addWidget(card)
        for pair in self._pairs:
            left.addLayout(pair)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._side)
        right.addStretch(1)
        across = QHBoxLayout(content)
        across.setContentsMargins(EDGE, ROOM + 4, EDGE, ROOM + 4)
        across.setSpacing(ROOM + GAP // 2)
        across.addLayout(left, 1)
        across.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, name="matterScroll"))

    @staticmethod
    def _pair(first: QWidget, second: QWidget) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(ROOM)
        pair.addWidget(first, 1)
        pair.addWidget(second, 1)
        return pair

    def _width(self) -> int:
        return self.width() - self._side.width() - 2 * EDGE - ROOM - GAP // 2

    # Showing

    def _show(self, page: MatterPage) -> None:
        if self._case is None or page.case.id != self._case.case.id:
            return
        self._page = page
        self._may = Act.ANSWER_AUTHORITY in self._case.permitted
        now = self._workspace.now()
        self._head.show_page(page, may=self._may, now=now)
        self._head.set_width(self._width())
        self._questions.show_page(page, may=self._may)
        for card in (self._reminders, self._undertakings, self._correspondence, self._meetings, self._decision):
            card.show_page(page, may=self._may, now=now)

    # Doing

    def _ask_what_was_said(self, page: MatterPage) -> None:
        choices = [
            ("letter", self.tr("A letter"), self.tr("It wrote; the letter is kept, with its deadline where it sets one.")),
            ("deadline", self.tr("A deadline"), self.tr("It set a deadline, or the deadline is earlier than was thought.")),
            ("decision", self.tr("A decision"), self.tr("It decided; what follows begins at once.")),
            ("meeting", self.tr("Something in a meeting or a call"), self.tr("A note of who spoke and what was said.")),
        ]
        if more_time_open(page.case):
            words = self.tr("An answer about more time"), self.tr("It grants more time, or it refuses.")
            choices.insert(2, ("answer_time", *words))
        dialog = AuthoritySaidDialog(choices, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._want)
        dialog.open()

    def _want(self, what: str) -> None:
        self._questions.keep()
        page = self._page
        if page is None:
            return
        verb, _, number = what.partition(" ")
        if verb == "write":
            self._write(page)
        elif verb == "done":
            self._workspace.jobs.run(partial(tasks.finish_task, FinishTask(task_id=int(number))))
        elif verb == "kept":
            self._keep_undertaking(page, int(number))
        else:
            self._open(page, verb, number)

    def _open(self, page: MatterPage, verb: str, number: str) -> None:
        workspace, now = self._workspace, self._workspace.now()
        window = self.window()
        promised = next((one for one in page.matter.undertakings if str(one.number) == number), None)
        doors: dict[str, tuple[Callable[[], CommandDialog], Callable[..., Changes]]] = {
            "head": (partial(MatterHeadDialog, workspace, page, now, window), matters.save_matter),
            "questions": (partial(QuestionsDialog, workspace, page, now, window), matters.save_matter),
            "words": (partial(QuestionWordsDialog, workspace, page, int(number or 1), now, window), matters.save_matter),
            "undertaking": (partial(UndertakingDialog, workspace, page, now, None, window), matters.save_matter),
            "change": (partial(UndertakingDialog, workspace, page, now, promised, window), matters.save_matter),
            "meeting": (partial(MeetingDialog, workspace, page, now, window), matters.save_matter),
            "letter": (partial(AuthorityLetterDialog, workspace, page, now, window), matters.record_letter),
            "deadline": (partial(AuthorityDeadlineDialog, workspace, page, now, window), matters.set_deadline),
            "ask_time": (partial(AskMoreTimeDialog, workspace, page, now, window), matters.ask_more_time),
            "answer_time": (partial(AnswerMoreTimeDialog, workspace, page, now, window), matters.answer_more_time),
            "decision": (partial(AuthorityDecisionDialog, workspace, page, now, window), matters.record_decision),
            "chase": (partial(ChaseDialog, workspace, page, now, window), matters.plan_chase),
        }
        made, use_case = doors[verb]
        present(made(), workspace, use_case)

    def _write(self, page: MatterPage) -> None:
        kind = LetterKind.AUTHORITY_SUBMISSION.value if page.matter.questions and not page.unanswered else ""
        self._workspace.navigation.go(Place("letter", case_id=page.case.id, tab=kind))

    def _keep_undertaking(self, page: MatterPage, number: int) -> None:
        today = formats.local_day(self._workspace.now(), self._workspace.zone)
        marked = tuple(replace(one, kept_on=today) if one.number == number else one for one in page.matter.undertakings)
        command = SaveMatter(case_id=page.case.id, matter=replace(page.matter, undertakings=marked))
        self._workspace.jobs.run(partial(matters.save_matter, command))

    def _save_questions(self, questions: tuple[Question, ...]) -> None:
        page = self._page
        if page is None:
            return
        command = SaveMatter(case_id=page.case.id, matter=replace(page.matter, questions=questions))
        self._page = replace(page, matter=command.matter)
        self._workspace.jobs.run(partial(matters.save_matter, command), refused=self._not_saved)

    def _not_saved(self, error: WorkbenchError) -> None:
        self._questions.refuse(self._workspace.words.error(error))
