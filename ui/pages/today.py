"""Today: what must be done now, soonest first, with the six weeks ahead and what lies on the desk."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.models.due_table import DueTable
from ui.models.six_weeks import SixWeeksModel
from ui.navigation import Place
from ui.safe import Label, set_role
from ui.style.chips import Tone
from ui.style.spacing import GAP, ROOM, SIDE_COLUMN
from ui.widgets.card import Card
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page, page_column, scrolled
from ui.widgets.rows import empty
from ui.widgets.six_weeks import SixWeeks
from ui.widgets.tile import Tile
from ui.widgets.work_table import WorkTable
from ui.wording import word
from workbench.domain.case_clocks import end_of
from workbench.domain.changes import Changes
from workbench.services import today
from workbench.services.lines import DeskTask, DueLine, TodayBoard

_LETTER_TASKS = frozenset({"approve_letters", "dispatch_letters", "send_again"})
_SOON = timedelta(days=7)


class TodayPage(Page):
    """Four numbers, the due list, a calendar and the desk; a full desk scrolls."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("todayPage")
        self._board: TodayBoard | None = None
        self._filter: Callable[[DueLine], bool] | None = None
        self._late = Tile("tileOverdue", self.tr("Overdue"), Tone.LATE)
        self._soon = Tile("tileSoon", self.tr("Due in 7 days"), Tone.SOON)
        self._paused = Tile("tilePaused", self.tr("Clock paused"), Tone.PAUSED)
        self._approve = Tile("tileApprove", self.tr("To approve"), Tone.CALM)
        self._approve.setCheckable(False)
        self._model = DueTable(workspace.words, self)
        self._table = WorkTable(
            self._model,
            name="dueTable",
            label=self.tr("Due next"),
            stretch=DueTable.OWED,
            spare=(DueTable.OFFICER, DueTable.LAW),
            bare=True,
        )
        self._weeks = SixWeeksModel(workspace.words)
        self._calendar = SixWeeks(self._weeks)
        self._lay_out()
        for tile, chosen in (
            (self._late, self._is_late),
            (self._soon, self._is_soon),
            (self._paused, self._is_paused),
        ):
            tile.clicked.connect(partial(self._tile_clicked, tile, chosen))
        self._approve.clicked.connect(lambda: workspace.navigation.go(Place("letters")))
        self._table.opened.connect(self._open_row)
        self._calendar.day_chosen.connect(self._day_chosen)
        workspace.jobs.changed.connect(self._changed)

    def show_place(self, place: Place) -> None:
        """Read the day, ready for the arrow keys."""
        super().show_place(place)
        self._table.setFocus()

    def reload(self) -> None:
        """Read the day again."""
        self.workspace.jobs.ask(today.today_board, self._show)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.cases or changes.letters or changes.settings):
            self.reload()

    def _lay_out(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(ROOM)
        for tile in (self._late, self._soon, self._paused, self._approve):
            tiles.addWidget(tile)
        self._card = Card(self.tr("Due next"), remark=self.tr("by statutory deadline"), name="dueCard")
        self._clear = QPushButton(self.tr("Show &all"))
        self._clear.setObjectName("dueShowAll")
        self._clear.setAccessibleName(self.tr("Show all"))
        set_role(self._clear, "small")
        self._clear.clicked.connect(self._show_all)
        self._clear.hide()
        self._card.head.addWidget(self._clear)
        self._empty = Label("", role="muted", wrap=True, name="dueEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.hide()
        self._card.body.addWidget(self._empty)
        self._card.body.addWidget(self._table, 1)
        left = QVBoxLayout()
        left.setSpacing(ROOM)
        left.addLayout(tiles)
        left.addWidget(self._card, 1)
        calendar = Card(self.tr("Next six weeks"), name="weeksCard")
        calendar.body.addWidget(self._calendar)
        desk = Card(self.tr("On your desk"), name="deskCard")
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(2)
        desk.body.addLayout(self._tasks)
        content = QWidget()
        right = QVBoxLayout(content)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(ROOM)
        right.addWidget(calendar)
        right.addWidget(desk)
        right.addStretch(1)
        side = scrolled(content, name="todaySide")
        side.setFixedWidth(SIDE_COLUMN)
        across = QHBoxLayout()
        across.setSpacing(ROOM + GAP // 2)
        across.addLayout(left, 1)
        across.addWidget(side)
        page_column(self).addLayout(across)

    def _show(self, board: TodayBoard) -> None:
        self._board = board
        place = self.workspace.words.place(board.place)
        self.set_heading(self.tr("Today"), f"{formats.long_day(board.today)}, {place}")
        oldest = (
            self.tr("oldest by %n day(s)", "", board.oldest_late_days) if board.oldest_late_days else self.tr("oldest by hours")
        )
        self._late.show_count(board.overdue, oldest if board.overdue else self.tr("nothing is late"))
        letters = self.tr("%n need(s) a letter", "", board.need_letter)
        self._soon.show_count(board.due_in_seven_days, letters if board.need_letter else self.tr("no letter needed yet"))
        self._paused.show_count(
            board.paused, self.tr("waiting for the person") if board.paused else self.tr("every clock runs")
        )
        self._approve.show_count(
            board.to_approve, self.tr("letters in draft") if board.to_approve else self.tr("no draft waits")
        )
        self._weeks.show_days(board.weeks, today=board.today)
        self._show_tasks(board.tasks)
        self._show_rows()

    def _show_rows(self) -> None:
        board = self._board
        if board is None:
            return
        chosen = [line for line in board.due if self._filter is None or self._filter(line)]
        current = self._model.line(self._table.currentIndex())
        self._model.show_due(chosen, now=board.now)
        self._table.setVisible(bool(chosen))
        self._empty.setVisible(not chosen)
        if not board.due:
            self._empty.setText(self.tr("Nothing is due. New requests appear here as soon as their case is open."))
        else:
            self._empty.setText(self.tr("Nothing to show here. Show all to see the whole list again."))
        self._clear.setVisible(self._filter is not None)
        keep = next((row for row, line in enumerate(chosen) if current is not None and line.case_id == current.case_id), 0)
        self._table.choose_row(keep)

    def _show_tasks(self, tasks: tuple[DeskTask, ...]) -> None:
        empty(self._tasks)
        if not tasks:
            self._tasks.addWidget(Label(self.tr("Your desk is clear."), role="muted", wrap=True, name="deskEmpty"))
        for place, task in enumerate(tasks):
            button = LinkButton(self._task_words(task), f"deskTask{place}")
            button.clicked.connect(partial(self._open_task, task))
            self._tasks.addWidget(button)

    def _task_words(self, task: DeskTask) -> str:
        if task.due_on is not None:
            left, _tone = formats.due_chip(task.due_on, now=self.workspace.now(), zone=self.workspace.zone)
            told = task.text or word("task_kind", task.code)
            return self.tr("{left}: {task}, {number}").format(left=left, task=told, number=task.number)
        told = word("task", task.code)
        if task.number:
            return self.tr("{number}: {task}").format(number=task.number, task=told)
        return self.tr("{task} ({count})").format(task=told, count=task.count)

    def _open_task(self, task: DeskTask) -> None:
        if task.case_id is not None:
            self.workspace.navigation.go(Place("case", case_id=task.case_id))
        elif task.code == "approvals_waiting":
            self.workspace.navigation.go(Place("approvals"))
        elif task.code == "moves_pending":
            self.workspace.navigation.go(Place("moves"))
        elif task.code in _LETTER_TASKS:
            self.workspace.navigation.go(Place("letters"))
        else:
            self.workspace.navigation.go(Place("cases"))

    def _tile_clicked(self, tile: Tile, chosen: Callable[[DueLine], bool], _checked: object = None) -> None:
        pressed = tile.isChecked()
        for other in (self._late, self._soon, self._paused):
            other.setChecked(other is tile and pressed)
        self._filter = chosen if pressed else None
        self._card.set_remark(self.tr("by statutory deadline"))
        self._show_rows()

    def _day_chosen(self, on: date) -> None:
        for tile in (self._late, self._soon, self._paused):
            tile.setChecked(False)
        self._filter = partial(self._ends_on, on)
        self._card.set_remark(formats.long_day(on))
        self._show_rows()

    def _show_all(self) -> None:
        for tile in (self._late, self._soon, self._paused):
            tile.setChecked(False)
        self._filter = None
        self._card.set_remark(self.tr("by statutory deadline"))
        self._show_rows()
        self._table.setFocus()

    def _open_row(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self.workspace.navigation.go(Place("case", case_id=line.case_id))

    def _is_late(self, line: DueLine) -> bool:
        return line.deadline.late

    def _is_paused(self, line: DueLine) -> bool:
        return line.deadline.state == "paused"

    def _is_soon(self, line: DueLine) -> bool:
        now = self._board.now if self._board is not None else self.workspace.now()
        deadline = line.deadline
        return deadline.due is not None and not deadline.late and end_of(deadline.due, deadline.zone) <= now + _SOON

    def _ends_on(self, on: date, line: DueLine) -> bool:
        due = line.deadline.due if line.deadline.due is not None else line.deadline.safe
        return (formats.local_day(due, line.deadline.zone) if isinstance(due, datetime) else due) == on
