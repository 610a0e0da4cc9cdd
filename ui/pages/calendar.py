"""The calendar: a month or six weeks with every open deadline, rest day and holiday of the laws in play."""

from calendar import monthrange
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.office_day import OfficeDayDialog
from ui.models.due_words import word_of_deadline
from ui.models.planner_table import PlannerModel
from ui.navigation import Place
from ui.printing import PaperProblemError, save_pdf
from ui.safe import Label, set_role
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP, ROOM, SIDE_COLUMN
from ui.widgets.card import Card
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page, page_column, scrolled
from ui.widgets.planner_grid import PlannerGrid
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.services.ical import deadlines_ics
from workbench.services.lines import Planner, PlannerEntry
from workbench.services.planner import planner
from workbench.services.settings import add_office_day

_SIX_WEEKS = timedelta(days=41)


class CalendarPage(Page):
    """The grid, a law to narrow by, and the chosen day at the side."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("calendarPage")
        self._model = PlannerModel(workspace.words)
        self._grid = PlannerGrid(self._model, workspace.now)
        self._planner: Planner | None = None
        self._first = date.min
        self._chosen = date.min
        self._wanted = 0
        self._span = QComboBox()
        self._span.setObjectName("calendarSpan")
        self._span.setAccessibleName(self.tr("Span"))
        self._span.addItem(self.tr("Month"), "month")
        self._span.addItem(self.tr("Six weeks"), "weeks")
        self._law = QComboBox()
        self._law.setObjectName("calendarLaw")
        self._law.setAccessibleName(self.tr("Law"))
        self._law.addItem(self.tr("Every law in play"), "")
        self._law.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._title = Label("", role="heading", name="calendarTitle")
        self._uncovered = Label("", wrap=True, name="calendarUncovered")
        self._uncovered.set_role("small", "late")
        self._uncovered.hide()
        self._export = QAction(self.tr("Export to &calendar…"), self)
        self._export.setObjectName("calendarExport")
        self._export.triggered.connect(self._choose_file)
        self._add = QAction(self.tr("Add a &day…"), self)
        self._add.setObjectName("calendarAddDay")
        self._add.triggered.connect(self._add_day)
        self._add.setEnabled(not workspace.read_only)
        self._lay_out()
        self._span.currentIndexChanged.connect(lambda _: self._show_from(self._chosen))
        self._law.currentIndexChanged.connect(lambda _: self.reload())
        self._grid.day_chosen.connect(self._day_chosen)
        self._grid.turned.connect(self._turn)
        workspace.jobs.changed.connect(self._changed)
        self.set_heading(self.tr("Calendar"), "", buttons=(self._add, self._export))

    def show_place(self, place: Place) -> None:
        """Show the span around today when it was not shown before, and read it."""
        del place
        if self._first == date.min:
            self._show_from(formats.local_day(self.workspace.now(), self.workspace.zone))
        else:
            self.reload()
        self._grid.setFocus()

    def reload(self) -> None:
        """Read the span again."""
        if self._first == date.min:
            return
        law = str(self._law.currentData() or "")
        laws = frozenset({law}) if law else frozenset()
        last = self._last()
        self._wanted += 1
        query = partial(planner, first_on=self._first, last_on=last, laws=laws)
        self.workspace.jobs.ask(query, partial(self._show, self._wanted))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for name, text, label, step in (
            ("calendarBefore", "<", self.tr("Before"), -1),
            ("calendarToday", self.tr("Today"), self.tr("Today"), 0),
            ("calendarAfter", ">", self.tr("After"), 1),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAccessibleName(label)
            set_role(button, "small")
            button.clicked.connect(partial(self._turn_by_button, step))
            row.addWidget(button)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._law)
        row.addWidget(self._span)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addLayout(row)
        left.addWidget(self._uncovered)
        left.addWidget(self._grid, 1)
        self._card = Card(self.tr("Day"), name="calendarDayCard")
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        self._card.body.addLayout(self._list)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self._card)
        column.addStretch(1)
        area = scrolled(side, name="calendarSide")
        area.setFixedWidth(SIDE_COLUMN)
        across = QHBoxLayout()
        across.setSpacing(ROOM)
        across.addLayout(left, 1)
        across.addWidget(area)
        page_column(self).addLayout(across)

    def _show_from(self, on: date) -> None:
        self._chosen = on
        monthly = self._span.currentData() == "month"
        self._first = on.replace(day=1) if monthly else on - timedelta(days=on.weekday())
        self.reload()

    def _last(self) -> date:
        if self._span.currentData() == "month":
            return self._first.replace(day=monthrange(self._first.year, self._first.month)[1])
        return self._first + _SIX_WEEKS

    def _turn_by_button(self, step: int, _checked: object = None) -> None:
        self._turn(step)

    def _turn(self, step: int) -> None:
        if not step:
            self._show_from(formats.local_day(self.workspace.now(), self.workspace.zone))
        elif self._span.currentData() == "month":
            other = self._first - timedelta(days=1) if step < 0 else self._last() + timedelta(days=1)
            self._show_from(other.replace(day=min(self._chosen.day, monthrange(other.year, other.month)[1])))
        else:
            self._show_from(self._first + step * (_SIX_WEEKS + timedelta(days=1)))

    def _show(self, wanted: int, found: Planner) -> None:
        if wanted != self._wanted:
            return
        self._planner = found
        monthly = self._span.currentData() == "month"
        self._model.show_planner(found, month=self._first.month if monthly else 0)
        locale = self.locale()
        if monthly:
            self._title.setText(f"{locale.standaloneMonthName(self._first.month)} {self._first.year}")
        else:
            self._title.setText(f"{formats.day(found.days[0].on)} \N{EN DASH} {formats.day(found.days[-1].on)}")
        self._offer_laws(found)
        places = [
            self.tr("{place} in {year}").format(place=self.workspace.words.place(place), year=year)
            for place, year in found.uncovered
        ]
        self._uncovered.setVisible(bool(places))
        self._uncovered.setText(self.tr("No calendar covers: {places}.").format(places=", ".join(places)))
        count = sum(1 for day in found.days for entry in day.entries if not entry.safe_day)
        self.set_heading(
            self.tr("Calendar"), self.tr("%n deadline(s) in this span", "", count), buttons=(self._add, self._export)
        )
        self._grid.choose(self._chosen)
        self._day_chosen(self._chosen)

    def _offer_laws(self, found: Planner) -> None:
        known = {self._law.itemData(place) for place in range(self._law.count())}
        for law in dict.fromkeys(law for law, _place in found.places):
            if law not in known:
                self._law.addItem(word("law", law), law)

    def _day_chosen(self, on: date) -> None:
        self._chosen = on
        empty(self._list)
        self._card.set_title(formats.long_day(on))
        day = next((one for one in self._planner.days if one.on == on), None) if self._planner is not None else None
        if day is None:
            return
        for place, name in day.rests:
            if name:
                self._list.addWidget(Label(self._model.rest_words(place, name), role="small", wrap=True))
        weekly = [self.workspace.words.place(place) for place, name in day.rests if not name]
        if weekly:
            words = self.tr("Weekly rest day: {places}").format(places=", ".join(dict.fromkeys(weekly)))
            self._list.addWidget(Label(words, role="small", wrap=True))
        if not day.entries:
            self._list.addWidget(Label(self.tr("Nothing ends on this day."), role="muted", wrap=True))
        for number, entry in enumerate(day.entries):
            self._list.addWidget(self._entry(number, entry))

    def _entry(self, number: int, entry: PlannerEntry) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        link = LinkButton(self._model.owed_words(entry), f"calendarEntry{number}")
        link.clicked.connect(partial(self._open_case, entry.deadline.case_id))
        column.addWidget(link)
        told = word_of_deadline(entry.deadline, now=self.workspace.now())
        text = self.tr("safe date") if entry.safe_day else told.text
        column.addWidget(Chip(text, Tone.CALM if entry.safe_day else told.tone), 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _open_case(self, case_id: int, _checked: object = None) -> None:
        self.workspace.navigation.go(Place("case", case_id=case_id))

    def _add_day(self) -> None:
        dialog = OfficeDayDialog(self.workspace, self.workspace.now(), self)
        present(dialog, self.workspace, add_office_day, then=self._day_added)

    def _day_added(self, _changes: Changes) -> None:
        self.workspace.navigation.go(Place("moves"))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Export the deadlines"))
        dialog.setObjectName("calendarFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("ics")
        dialog.setNameFilter(self.tr("Calendar files (*.ics)"))
        dialog.setDirectory(QDir.homePath())
        dialog.selectFile("onee-deadlines.ics")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._export_to(Path(path)))
        dialog.open()

    def _export_to(self, target: Path) -> None:
        query = partial(deadlines_ics, language=self.workspace.language)
        self.workspace.jobs.ask(query, partial(self._write, target), refused=self._refused)

    def _write(self, target: Path, data: bytes) -> None:
        self.workspace.jobs.work(partial(_written, data, target), self._exported)

    def _exported(self, done: Path | None) -> None:
        if done is None:
            self.workspace.notices.say(self.tr("The file could not be written there. Choose another place."), Tone.LATE)
        else:
            told = self.tr("{file} was written. It holds case numbers and dates, and nothing about a person.")
            self.workspace.notices.say(told.format(file=done.name))

    def _refused(self, error: WorkbenchError) -> None:
        self.workspace.notices.say(self.workspace.words.error(error), Tone.LATE)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.cases or changes.settings):
            self.reload()


def _written(data: bytes, target: Path) -> Path | None:
    try:
        return save_pdf(data, target)
    except PaperProblemError:
        return None
