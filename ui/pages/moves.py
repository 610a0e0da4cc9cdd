"""Dates that move: what a changed calendar or law would do to open deadlines, before and after, accepted by the officer.

Cases are looked at in small portions, so that the window answers all the while and the search can be stopped.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.models.move_words import move_word
from ui.navigation import Place
from ui.safe import Label, plain, set_role
from ui.style.chips import Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.page import Page, page_column, scrolled
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.changes import Changes
from workbench.domain.commands import AcceptMoves
from workbench.domain.errors import WorkbenchError
from workbench.services import moves
from workbench.services.lines import MoveLine, MovesFound

PORTION = 100
"""How many cases are looked at in one go."""


class MovesPage(Page):
    """The moves of every affected case, to be accepted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("movesPage")
        self._waiting: list[int] = []
        self._total = 0
        self._round = 0
        self._found: list[tuple[tuple[int, ...], MovesFound]] = []
        self._boxes: dict[int, QCheckBox] = {}
        self._said = Label("", wrap=True, name="movesSaid")
        self._progress = QProgressBar()
        self._progress.setObjectName("movesProgress")
        self._progress.setAccessibleName(self.tr("Cases looked at"))
        self._stop = QPushButton(self.tr("&Stop"))
        self._stop.setObjectName("movesStop")
        self._stop.setAccessibleName(self.tr("Stop"))
        self._stop.clicked.connect(self._stopped)
        self._accept = QPushButton(self.tr("&Accept what is ticked"))
        self._accept.setObjectName("movesAccept")
        self._accept.setAccessibleName(self.tr("Accept what is ticked"))
        set_role(self._accept, "primary")
        self._accept.clicked.connect(self._accept_all)
        self._lay_out()
        workspace.jobs.changed.connect(self._changed)
        self.set_heading(self.tr("Dates that move"))

    def reload(self) -> None:
        """Look for what moves, from the beginning."""
        self._round += 1
        self._found = []
        self._show_found()
        self.workspace.jobs.ask(moves.affected_cases, partial(self._begin, self._round))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._progress, 1)
        row.addWidget(self._stop)
        self._list = QVBoxLayout()
        self._list.setSpacing(ROOM)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(self._list)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._accept)
        page = page_column(self)
        page.addWidget(self._said)
        page.addLayout(row)
        page.addWidget(scrolled(inside, name="movesList"), 1)
        page.addLayout(foot)

    def _begin(self, wanted: int, case_ids: tuple[int, ...]) -> None:
        if wanted != self._round:
            return
        self._waiting = list(case_ids)
        self._total = len(case_ids)
        self._next(wanted)

    def _next(self, wanted: int) -> None:
        self._show_progress()
        if wanted != self._round:
            return
        if not self._waiting:
            self._show_found()
            return
        portion = tuple(self._waiting[:PORTION])
        query = partial(moves.find_moves, case_ids=portion)
        self.workspace.jobs.ask(query, partial(self._took, wanted, portion))

    def _took(self, wanted: int, portion: tuple[int, ...], found: MovesFound) -> None:
        if wanted != self._round:
            return
        self._found.append((portion, found))
        del self._waiting[: len(portion)]
        self._next(wanted)

    def _stopped(self) -> None:
        self._round += 1
        self._waiting = []
        self._show_progress()
        self._show_found()

    def _show_progress(self) -> None:
        busy = bool(self._waiting)
        self._progress.setVisible(busy)
        self._stop.setVisible(busy)
        self._progress.setMaximum(max(self._total, 1))
        self._progress.setValue(self._total - len(self._waiting))

    def _show_found(self) -> None:
        empty(self._list)
        self._boxes = {}
        self._show_progress()
        every = [move for _portion, found in self._found for move in found.moves]
        unmoved = sum(len(found.unmoved) for _portion, found in self._found)
        failed = [one for _portion, found in self._found for one in found.failed]
        told = []
        if every:
            cases = len({move.case_id for move in every})
            told.append(
                self.tr(
                    "A calendar or a law changed. Deadlines of %n case(s) would move; nothing moves before you accept.",
                    "",
                    cases,
                )
            )
        if unmoved:
            told.append(self.tr("%n case(s) keep every date and are only brought up to date.", "", unmoved))
        if not told:
            told.append(self.tr("No open deadline waits to be moved."))
        self._said.setText(" ".join(told))
        for number, portion_moves in enumerate(_by_case(every)):
            self._list.addWidget(self._card(number, portion_moves))
        for _case_id, error in failed:
            label = Label(self.workspace.words.error(error), wrap=True)
            label.set_role("small", "late")
            self._list.addWidget(label)
        self._accept.setVisible(bool(self._found) and not self.workspace.read_only)
        self._accept.setEnabled(bool(every or unmoved) and not self._waiting)
        self.set_heading(self.tr("Dates that move"), self.tr("%n case(s) affected", "", self._total))

    def _card(self, number: int, of_case: Sequence[MoveLine]) -> Card:
        first = of_case[0]
        causes = ", ".join(dict.fromkeys(word("move_cause", cause) for move in of_case for cause in move.causes))
        card = Card(first.number, remark=causes, name=f"moveCase{number}")
        box = QCheckBox(self.tr("Accept"))
        box.setObjectName(f"moveTick{number}")
        box.setAccessibleName(self.tr("Accept the moves of {number}").format(number=first.number))
        box.setChecked(True)
        self._boxes[first.case_id] = box
        card.head.addWidget(box)
        for move in of_case:
            told = move_word(move, self.workspace.words)
            card.body.addWidget(Label(f"{told.clock}, {told.law}", role="small", wrap=True))
            card.body.addWidget(Label(f"{told.before}  →  {told.after}", role="strong", wrap=True))
            days = [self._day_words(on, name, rests=rests == "1") for on, name, rests in move.holidays]
            if days:
                card.body.addWidget(Label("; ".join(days), role="small", wrap=True))
        button = QPushButton(plain(self.tr("Open {number}").format(number=first.number)))
        button.setObjectName(f"moveOpen{number}")
        button.setAccessibleName(self.tr("Open {number}").format(number=first.number))
        set_role(button, "link")
        button.clicked.connect(partial(self._open, first.case_id))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _day_words(self, on: str, name: str, *, rests: bool) -> str:
        day = formats.day(date.fromisoformat(on))
        if rests:
            return self.tr("{day} is a rest day now: {name}").format(day=day, name=name)
        return self.tr("{day} is a working day now: {name}").format(day=day, name=name)

    def _open(self, case_id: int, _checked: object = None) -> None:
        self.workspace.navigation.go(Place("case", case_id=case_id))

    def _accept_all(self) -> None:
        self._accept.setEnabled(False)
        left = {case_id for case_id, box in self._boxes.items() if not box.isChecked()}
        portions = [(portion, found, left & set(portion)) for portion, found in self._found]
        self._accept_next(portions, 0)

    def _accept_next(self, portions: list[tuple[tuple[int, ...], MovesFound, set[int]]], done: int) -> None:
        if not portions:
            self.workspace.notices.say(self.tr("%n case(s) are reckoned with the new days and laws now.", "", done))
            self.reload()
            return
        portion, found, left = portions[0]
        chosen = tuple(case_id for case_id in portion if case_id not in left)
        if not chosen:
            self._accept_next(portions[1:], done)
            return
        if left:
            query = partial(moves.find_moves, case_ids=chosen)
            then = partial(self._accept_found, chosen, portions[1:], done)
            self.workspace.jobs.ask(query, then)
        else:
            self._accept_found(chosen, portions[1:], done, found)

    def _accept_found(
        self,
        chosen: tuple[int, ...],
        rest: list[tuple[tuple[int, ...], MovesFound, set[int]]],
        done: int,
        found: MovesFound,
    ) -> None:
        command = AcceptMoves(case_ids=chosen, seen=found.digest)
        self.workspace.jobs.run(
            partial(moves.accept_moves, command),
            then=lambda _changes: self._accept_next(rest, done + len(chosen)),
            refused=self._refused,
        )

    def _refused(self, error: WorkbenchError) -> None:
        self.workspace.notices.say(self.workspace.words.error(error), Tone.LATE)
        self.reload()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.settings and self._accept.isEnabled():
            self.reload()


def _by_case(found: Sequence[MoveLine]) -> list[list[MoveLine]]:
    grouped: dict[int, list[MoveLine]] = {}
    for move in found:
        grouped.setdefault(move.case_id, []).append(move)
    return list(grouped.values())
