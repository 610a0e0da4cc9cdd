"""What if: a deadline reckoned while one types, for a law, a rule and events that are only supposed. Needs no case."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from ui import formats
from ui.clipboard import copy
from ui.context import Workspace
from ui.models.clock_figures import short_cite
from ui.models.why_words import confidence_word, result_of, why_lines, why_text
from ui.navigation import Place
from ui.safe import Label, set_role
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.number_edit import NumberEdit
from ui.widgets.page import Page, page_column, scrolled
from ui.widgets.rows import empty
from ui.widgets.why_steps import WhySteps
from ui.wording import word
from workbench.domain.clocks import Event, local_instant
from workbench.domain.errors import WorkbenchError
from workbench.domain.periods import Unit
from workbench.domain.reckon import zone_of
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Confidence, Limit
from workbench.services import what_if
from workbench.services.laws import load_rulebooks
from workbench.services.lines import DeadlineLine
from workbench.services.office import Desk
from workbench.services.settings import list_office_days
from workbench.services.what_if import Answer, Question

_EXTENSION = "extension_notified"


class WhatIfPage(Page):
    """The question at the left, the answer at the right."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("whatIfPage")
        self._books = load_rulebooks()
        self._rows: list[_EventRow] = []
        self._flags: dict[str, QWidget] = {}
        self._wanted = 0
        self._line: DeadlineLine | None = None
        self._law = self._combo("whatIfLaw", self.tr("Law"))
        self._place = self._combo("whatIfPlace", self.tr("Place"))
        self._rule = self._combo("whatIfRule", self.tr("Rule"))
        self._right = self._combo("whatIfRight", self.tr("Right"))
        for law in self._books:
            self._law.addItem(word("law", law), law)
        self._copy = QPushButton(self.tr("&Copy as text"))
        self._copy.setObjectName("whatIfCopy")
        self._copy.setAccessibleName(self.tr("Copy as text"))
        set_role(self._copy, "small")
        self._copy.clicked.connect(self._copied)
        self._lay_out()
        self.set_heading(self.tr("What if"), self.tr("A date for events that are only supposed; nothing is written"))
        self._law.currentIndexChanged.connect(lambda _: self._law_changed())
        self._place.currentIndexChanged.connect(lambda _: self._place_changed())
        self._rule.currentIndexChanged.connect(lambda _: self._rule_changed())
        self._right.currentIndexChanged.connect(lambda _: self._ask())
        self._law.setCurrentIndex(max(self._law.findData("EU"), 0))
        self._law_changed()

    def show_place(self, place: Place) -> None:
        """Show the page, ready to choose a law."""
        del place
        self._law.setFocus()

    def _combo(self, name: str, label: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(18)
        return box

    def _lay_out(self) -> None:
        question = Card(self.tr("Suppose"), name="whatIfQuestion")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, box in (
            (self.tr("&Law"), self._law),
            (self.tr("&Place"), self._place),
            (self.tr("&Rule"), self._rule),
            (self.tr("R&ight"), self._right),
        ):
            form.addRow(Label(text, role="field", buddy=box), box)
        question.body.addLayout(form)
        question.body.addWidget(Label(self.tr("What happened"), role="field"))
        self._events = QVBoxLayout()
        self._events.setSpacing(GAP)
        question.body.addLayout(self._events)
        self._flag_list = QVBoxLayout()
        question.body.addLayout(self._flag_list)
        left = QWidget()
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 4, 0)
        left_column.addWidget(question)
        left_column.addStretch(1)
        self._answer = Card(self.tr("Then"), name="whatIfAnswer")
        self._answer.head.addWidget(self._copy)
        self._result = Label("", role="heading", wrap=True, selectable=True, name="whatIfResult")
        self._answer.body.addWidget(self._result)
        self._told = QVBoxLayout()
        self._told.setSpacing(GAP)
        self._answer.body.addLayout(self._told)
        right = QWidget()
        right_column = QVBoxLayout(right)
        right_column.setContentsMargins(0, 0, 4, 0)
        right_column.addWidget(self._answer)
        right_column.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(ROOM)
        across.addWidget(scrolled(left, name="whatIfLeft"), 4)
        across.addWidget(scrolled(right, name="whatIfRightSide"), 5)
        page_column(self).addLayout(across)

    def _law_changed(self) -> None:
        book = self._books[str(self._law.currentData())]
        self._place.blockSignals(True)  # noqa: FBT003  Qt takes it by position
        self._place.clear()
        for place in book.places:
            self._place.addItem(self.workspace.words.place(place), place)
        self._place.blockSignals(False)  # noqa: FBT003  as above
        self._place_changed()

    def _place_changed(self) -> None:
        law, place = str(self._law.currentData()), str(self._place.currentData())
        self._rule.blockSignals(True)  # noqa: FBT003  as above
        self._rule.clear()
        today = formats.local_day(self.workspace.now(), self.workspace.zone)
        seen: set[str] = set()
        for limit in (*what_if.limits_of(law, place, today), *self._books[law].limits):
            if limit.id not in seen and limit.place in {"", place}:
                seen.add(limit.id)
                self._rule.addItem(self._rule_words(limit), limit.id)
        self._rule.blockSignals(False)  # noqa: FBT003  as above
        self._rule_changed()

    def _rule_words(self, limit: Limit) -> str:
        scope = f" ({word('scope', limit.scope or limit.variant)})" if limit.scope or limit.variant else ""
        period = self.workspace.words.period(limit.period) if limit.period is not None else self.tr("no number")
        return f"{word('limit_kind', limit.kind)}{scope}, {period}: {short_cite(limit.source.cite)}"

    def _limit(self) -> Limit | None:
        book = self._books[str(self._law.currentData())]
        return next((one for one in book.limits if one.id == self._rule.currentData()), None)

    def _rule_changed(self) -> None:
        limit = self._limit()
        empty(self._events)
        empty(self._flag_list)
        self._rows, self._flags = [], {}
        if limit is None:
            return
        book = self._books[str(self._law.currentData())]
        zone = zone_of(book, str(self._place.currentData()))
        today = formats.local_day(self.workspace.now(), zone)
        hours = limit.period is not None and limit.period.unit is Unit.HOUR
        for number, name in enumerate(what_if.triggers_of(limit, book)):
            row = _EventRow(name, number, today, hours=hours, dated=name == _EXTENSION and what_if.wants_date(limit))
            row.tick(on=number == 0)
            row.watch(self._ask)
            self._rows.append(row)
            self._events.addWidget(row)
        for flag in what_if.flags_of(limit):
            self._add_flag(flag)
        self._right.blockSignals(True)  # noqa: FBT003  as above
        self._right.clear()
        self._right.addItem(self.tr("as the rule says"), None)
        for right in limit.rights:
            self._right.addItem(word("right", right), right)
        self._right.blockSignals(False)  # noqa: FBT003  as above
        self._ask()

    def _add_flag(self, flag: str) -> None:
        name = flag.rstrip("=")
        if flag.endswith("="):
            box = NumberEdit()
            box.setRange(0, 365)
            box.setSpecialValueText(self.tr("none published"))
            box.valueChanged.connect(lambda _: self._ask())
            self._flag_list.addWidget(Label(word("flag", name), role="field", wrap=True, buddy=box))
            widget: QWidget = box
        else:
            tick = QCheckBox(word("flag", name))
            tick.toggled.connect(lambda _: self._ask())
            widget = tick
        widget.setObjectName(f"whatIfFlag_{name}")
        widget.setAccessibleName(word("flag", name))
        self._flags[flag] = widget
        self._flag_list.addWidget(widget)

    def _question(self) -> Question:
        book = self._books[str(self._law.currentData())]
        place = str(self._place.currentData())
        zone = zone_of(book, place)
        flags = set()
        for flag, widget in self._flags.items():
            if isinstance(widget, QCheckBox) and widget.isChecked():
                flags.add(flag)
            elif isinstance(widget, QSpinBox) and widget.value():
                flags.add(f"{flag}{widget.value()}")
        right = self._right.currentData()
        return Question(
            law=book.id,
            place=place,
            limit_id=str(self._rule.currentData()),
            events=tuple(row.supposed(zone) for row in self._rows if row.chosen()),
            right=Right(right) if right is not None else None,
            flags=frozenset(flags),
        )

    def _ask(self) -> None:
        self._wanted += 1
        wanted = self._wanted
        try:
            question = self._question()
        except WorkbenchError as error:
            self._refused(wanted, error)
            return
        if self.workspace.jobs.office is None:
            self._reckon(wanted, question, ())
            return

        def query(desk: Desk) -> Answer:
            return what_if.answer(question, office_days=list_office_days(desk))

        self.workspace.jobs.ask(query, partial(self._show, wanted), refused=partial(self._refused, wanted))

    def _reckon(self, wanted: int, question: Question, _days: tuple[()]) -> None:
        try:
            found = what_if.answer(question)
        except WorkbenchError as error:
            self._refused(wanted, error)
            return
        self._show(wanted, found)

    def _show(self, wanted: int, found: Answer) -> None:
        if wanted != self._wanted:
            return
        limit, reckoning = found.limit, found.reckoning
        line = DeadlineLine(
            case_id=0,
            number="",
            law=str(self._law.currentData()),
            place=str(self._place.currentData()),
            limit_id=limit.id,
            kind=limit.kind,
            rights=(),
            due=reckoning.due,
            safe=reckoning.safe,
            state=reckoning.state.value,
            late=False,
            zone=found.zone,
            cite=limit.source.cite,
            answered_at=None,
            reckoning=reckoning,
        )
        self._line = line
        self._copy.setEnabled(True)
        empty(self._told)
        self._result.set_role("heading")
        self._result.setText(result_of(line))
        told = []
        if reckoning.extension_notice_due is not None and not reckoning.extended:
            day = formats.day(reckoning.extension_notice_due)
            told.append(self.tr("Last day to tell of an extension: {day}.").format(day=day))
        if reckoning.extension_void:
            told.append(self.tr("The notice of an extension has no effect: it is late, undated or one too many."))
        if reckoning.guide is not None and reckoning.due is None:
            told.append(self.tr("Target, no statutory date: {day}.").format(day=formats.moment(reckoning.guide, found.zone)))
        for sentence in told:
            self._told.addWidget(Label(sentence, wrap=True))
        if limit.source.confidence is not Confidence.HIGH:
            sure = confidence_word(limit.source.confidence)
            chip = Chip(self.tr("Have counsel confirm: {sure}").format(sure=sure), Tone.SOON)
            self._told.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._told.addWidget(WhySteps(why_lines(line, self.workspace.words)))
        origin = self.tr("Calendar version {version}, from {origin}. Days in {zone}.").format(
            version=found.calendar_version, origin=found.calendar_origin, zone=found.zone
        )
        self._told.addWidget(Label(origin, role="small", wrap=True, name="whatIfOrigin"))
        if limit.note:
            self._told.addWidget(Label(limit.note, role="small", wrap=True))

    def _refused(self, wanted: int, error: WorkbenchError) -> None:
        if wanted != self._wanted:
            return
        self._line = None
        self._copy.setEnabled(False)
        empty(self._told)
        self._result.set_role("", "late")
        self._result.setText(self.workspace.words.error(error))

    def _copied(self) -> None:
        if self._line is not None:
            copy(why_text(self._line, self.workspace.words))
            self.workspace.notices.say(self.tr("Copied."))


class _EventRow(QWidget):
    """One event: whether it is supposed, on which day, at which hour where hours count, and the date that a notice states."""

    def __init__(self, name: str, number: int, today: date, *, hours: bool, dated: bool) -> None:
        super().__init__()
        self._name = name
        self._box = QCheckBox(word("event", name))
        self._box.setObjectName(f"whatIfEvent{number}")
        self._box.setAccessibleName(word("event", name))
        self._on = QDateEdit(QDate(today.year, today.month, today.day))
        self._on.setObjectName(f"whatIfOn{number}")
        self._on.setAccessibleName(word("event", name))
        self._on.setCalendarPopup(True)
        self._on.setDisplayFormat("d MMM yyyy")
        self._clock = QTimeEdit(QTime(9, 0))
        self._clock.setObjectName(f"whatIfClock{number}")
        self._clock.setAccessibleName(self.tr("Hour: {event}").format(event=word("event", name)))
        self._clock.setVisible(hours)
        self._hours = hours
        self._until = QDateEdit(QDate(today.year, today.month, today.day).addMonths(1))
        self._until.setObjectName(f"whatIfUntil{number}")
        self._until.setAccessibleName(self.tr("The notice names this date"))
        self._until.setCalendarPopup(True)
        self._until.setDisplayFormat("d MMM yyyy")
        self._until.setVisible(dated)
        self._dated = dated
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._box, 1)
        row.addWidget(self._on)
        row.addWidget(self._clock)
        row.addWidget(self._until)
        self._enable()
        self._box.toggled.connect(lambda _: self._enable())

    def tick(self, *, on: bool) -> None:
        """Suppose it, or not."""
        self._box.setChecked(on)
        self._enable()

    def chosen(self) -> bool:
        """Return whether it is supposed."""
        return self._box.isChecked()

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever something changes."""
        self._box.toggled.connect(lambda _: changed())
        self._on.dateChanged.connect(lambda _: changed())
        self._clock.timeChanged.connect(lambda _: changed())
        self._until.dateChanged.connect(lambda _: changed())

    def supposed(self, zone: str) -> Event:
        """Return the event.

        Raises:
            TimeNotOnClockError: no clock of the zone showed that time.
        """
        on = _date(self._on.date())
        at: date | datetime = on
        if self._hours:
            clock = self._clock.time()
            wall = datetime.combine(on, time(clock.hour(), clock.minute()))
            at = local_instant(wall, zone)
        until = _date(self._until.date()) if self._dated else None
        return Event(self._name, at, until)

    def _enable(self) -> None:
        for widget in (self._on, self._clock, self._until):
            widget.setEnabled(self._box.isChecked())


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
