"""Setting a date by hand: which deadline, the date that was reckoned and why, the date that shall count instead, and the reason.

The reckoned date is never lost: it stays beside the one that was set, and the override shows forever. One that was set can be taken
back, with a reason too.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDateEdit, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.models.clock_figures import NOT_OWED, caption_of, law_of, title_of
from ui.models.why_words import override_words, reckoned_words, why_lines
from ui.safe import Label, set_role
from ui.style.spacing import GAP
from ui.widgets.card import Card
from ui.widgets.instant_edit import InstantEdit
from ui.widgets.page import scrolled
from ui.widgets.why_steps import WhySteps
from ui.wording import zone_name
from workbench.domain.case_clocks import AUTHORITY_DEADLINE
from workbench.domain.commands import LiftOverride, OverrideDeadline
from workbench.domain.rights import Right
from workbench.services.lines import CasePage, DeadlineLine

_TEXT_HEIGHT = 90
_WIDTH = 900
_STEPS_HEIGHT = 300
_STANDING = frozenset({"running", "paused", "open_ended"})


def lines_to_set(lines: Sequence[DeadlineLine]) -> tuple[DeadlineLine, ...]:
    """Return the clocks whose date can be set by hand: open ones that are owed, one for each law and limit.

    A day that an authority set is not among them: the authority alone moves it.
    """
    found: dict[tuple[str, str], DeadlineLine] = {}
    for line in lines:
        dated = line.due is not None or line.override is not None or line.state == "paused"
        if line.kind not in {AUTHORITY_DEADLINE, *NOT_OWED} and line.state in _STANDING and dated and line.answered_at is None:
            found.setdefault((line.law, line.limit_id), line)
    return tuple(found.values())


class OverrideDialog(CommandDialog):
    """Sets the date of one clock by hand, or takes a date that was set back.

    Args:
        workspace: jobs, words, zone.
        page: the case.
        now: aware instant.
        chosen: law and limit of the clock to begin with.
    """

    def __init__(
        self,
        workspace: Workspace,
        page: CasePage,
        now: datetime,
        parent: QWidget | None = None,
        *,
        chosen: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(workspace, name="overrideDeadline", now=now, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self._page = page
        self._lines = lines_to_set(page.deadlines)
        self._set_words = self.tr("&Set the date by hand")
        self._lift_words = self.tr("&Take the date back")
        self.describe(
            title=self.tr("Set a date of {number} by hand").format(number=page.case.number),
            explains=self.tr(
                "A date set by hand counts in every list and letter instead of the reckoned one. It shows forever as set by hand, "
                "with your name, the reason and the reckoned date beside it."
            ),
            send=self._set_words,
        )
        self._which = QComboBox()
        for line in self._lines:
            named = title_of(replace(line, rights=self._rights(line)))
            self._which.addItem(f"{named} ({law_of(line.law, line.place, workspace.words)})", (line.law, line.limit_id))
        self._mode = _Mode()
        self._day = QDateEdit()
        self._day.setObjectName("overrideDeadlineDay")
        self._day.setAccessibleName(self.tr("The day that shall count"))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("ddd d MMM yyyy")
        self._at = InstantEdit("overrideDeadlineAt", self.tr("The moment that shall count"), (workspace.zone,))
        self._zone = Label(role="small", wrap=True, name="overrideDeadlineZone")
        self._reason = QPlainTextEdit()
        self._reason.setFixedHeight(_TEXT_HEIGHT)
        self.add_field("which", self.tr("&Which deadline"), self._which)
        self.add_field("mode", self.tr("What to do"), self._mode)
        self.add_field("day", self.tr("The &day that shall count"), self._day, below=self._zone)
        self.add_field("at", self.tr("The &moment that shall count"), self._at)
        self.add_field(
            "reason", self.tr("&Reason"), self._reason, hint=self.tr("It is kept in the history and printed with the date.")
        )
        self._reckoned = _Reckoned(workspace)
        self.add_beside(self._reckoned, title=self.tr("What the law gives"))
        wanted = next((place for place, line in enumerate(self._lines) if (line.law, line.limit_id) == chosen), 0)
        self._which.setCurrentIndex(wanted)
        self._which.currentIndexChanged.connect(self._look)
        self._mode.changed.connect(self._show_mode)
        self.block(blocked=not self._lines)
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a date that is the reckoned one already, or a missing reason."""
        line = self._line()
        found: list[tuple[str, str]] = []
        if line is None:
            return (("which", self.tr("No deadline of this case has a date that could be set.")),)
        if not self._lifts() and self._due(line) == line.reckoning.due:
            key = "at" if self._by_hours(line) else "day"
            found.append((key, self.tr("This is the reckoned date already. Choose another one.")))
        if not self._reason.toPlainText().strip():
            found.append(("reason", self.tr("Give the reason. Whoever reads this file later must understand it.")))
        return tuple(found)

    def command(self) -> OverrideDeadline | LiftOverride:
        """Return the command."""
        line = self._line() or self._page.deadlines[0]
        reason = self._reason.toPlainText().strip()
        if self._lifts():
            return LiftOverride(case_id=self._page.case.id, law=line.law, limit_id=line.limit_id, reason=reason)
        return OverrideDeadline(
            case_id=self._page.case.id, law=line.law, limit_id=line.limit_id, due=self._due(line), reason=reason
        )

    def _line(self) -> DeadlineLine | None:
        return self._lines[self._which.currentIndex()] if self._lines else None

    def _rights(self, line: DeadlineLine) -> tuple[Right, ...]:
        """Return the rights of every clock under the same limit: a date that is set holds for them all."""
        same = [
            one for one in self._page.deadlines if (one.law, one.limit_id, one.kind) == (line.law, line.limit_id, line.kind)
        ]
        return tuple(dict.fromkeys(right for one in same for right in one.rights))

    def _lifts(self) -> bool:
        line = self._line()
        return line is not None and line.override is not None and self._mode.lifts()

    @staticmethod
    def _by_hours(line: DeadlineLine) -> bool:
        return isinstance(line.due or line.safe, datetime)

    def _due(self, line: DeadlineLine) -> date | datetime:
        if self._by_hours(line):
            return self._at.instant()
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _look(self) -> None:
        line = self._line()
        self._reckoned.show_line(line)
        if line is None:
            return
        received_on = formats.local_day(self._page.case.request.received_at, line.zone)
        shown = line.due or line.safe
        if isinstance(shown, datetime):
            self._at.offer_zones((line.zone,))
            self._at.set_instant(shown, line.zone)
        else:
            day = shown or self.now().astimezone(ZoneInfo(line.zone)).date()
            self._day.setMinimumDate(QDate(received_on.year, received_on.month, received_on.day))
            self._day.setDate(QDate(day.year, day.month, day.day))
        self._zone.setText(self.tr("The limit ends when this day ends in {zone}.").format(zone=zone_name(line.zone)))
        self._show_mode()

    def _show_mode(self) -> None:
        line = self._line()
        if line is None:
            return
        lifts, by_hours = self._lifts(), self._by_hours(line)
        self.show_field("mode", shown=line.override is not None)
        self.show_field("day", shown=not lifts and not by_hours)
        self.show_field("at", shown=not lifts and by_hours)
        self.name_send(self._lift_words if lifts else self._set_words)


class _Mode(QWidget):
    """Another date, or the reckoned one again."""

    def __init__(self) -> None:
        super().__init__()
        self._other = QRadioButton(self.tr("Set &another date"))
        self._other.setObjectName("overrideDeadlineAgain")
        self._lift = QRadioButton(self.tr("Take it &back: the reckoned date counts again"))
        self._lift.setObjectName("overrideDeadlineLift")
        for button in (self._other, self._lift):
            button.setAccessibleName(button.text().replace("&", ""))
        group = QButtonGroup(self)
        group.addButton(self._other)
        group.addButton(self._lift)
        self._other.setChecked(True)
        self.changed = self._lift.toggled
        self.setFocusProxy(self._other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._other)
        column.addWidget(self._lift)

    def lifts(self) -> bool:
        """Return whether the date is to be taken back."""
        return self._lift.isChecked()


class _Reckoned(Card):
    """The reckoned date of one clock with its steps."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("", name="overrideDeadlineReckoned")
        self._workspace = workspace
        self._law = Label(role="small", wrap=True)
        self._date = Label(role="heading", wrap=True, name="overrideDeadlineReckonedDate")
        self._set = Label(wrap=True, name="overrideDeadlineSet")
        self._set.set_role("", "soon")
        self._steps = WhySteps()
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, GAP, 0)
        inside.addWidget(self._steps)
        inside.addStretch(1)
        area = scrolled(content, name="overrideDeadlineSteps")
        set_role(content, "surface")
        area.setAccessibleName(self.tr("How the date was reckoned"))
        area.setMinimumHeight(_STEPS_HEIGHT)
        self.body.addWidget(self._law)
        self.body.addWidget(self._date)
        self.body.addWidget(self._set)
        self.body.addWidget(area, 1)

    def show_line(self, line: DeadlineLine | None) -> None:
        """Show another clock."""
        if line is None:
            self._law.setText("")
            self._date.setText(self.tr("No deadline of this case has a date that could be set."))
            self._set.hide()
            self._steps.show_steps(())
            return
        words = self._workspace.words
        self._law.setText(caption_of(line, words))
        self._date.setText(reckoned_words(line))
        self._set.setText(override_words(line))
        self._set.setVisible(line.override is not None)
        self._steps.show_steps(why_lines(line, words))
