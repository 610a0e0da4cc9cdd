"""The running hours of a breach: law by law who is to be told, how much of each limit has gone and is left, and what can be done.

`tick` moves every count to a new instant without building anything anew.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.models.breach_words import due_words, gone_words, hours_figure, left_of
from ui.models.clock_figures import kind_word, law_of, short_cite
from ui.models.clock_shape import ClockFigure
from ui.safe import Label, set_role, set_tooltip, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.clock_bar import ClockBar
from ui.widgets.flow import FlowLayout
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.authorities import Standing
from workbench.domain.breaches import NotToTell
from workbench.services.breaches import BreachClock, BreachLaw, BreachPage

_DRAWN = frozenset({"running", "met", "met_late"})


class BreachClocks(Card):
    """Shows the laws of one breach.

    `write_wanted`, `record_wanted`, `told_wanted` and `untold_wanted` carry the law, `why_wanted` the line of a clock.
    """

    write_wanted = Signal(str)
    record_wanted = Signal(str)
    told_wanted = Signal(str)
    untold_wanted = Signal(str)
    why_wanted = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, name="breachClocks")
        self.set_title(self.tr("Who is to be told, and by when"))
        self._workspace = workspace
        self._rows: list[_ClockRow] = []
        self._laws = QVBoxLayout()
        self._laws.setSpacing(ROOM + GAP)
        self.body.addLayout(self._laws)

    def show_page(self, page: BreachPage, *, now: datetime) -> None:
        """Show the laws of a breach as they stand at `now`."""
        empty(self._laws)
        self._rows = []
        for one in page.laws:
            self._laws.addWidget(self._law(one, page, now))

    def tick(self, now: datetime) -> None:
        """Move every count to `now`."""
        for row in self._rows:
            row.tick(now)

    def _law(self, one: BreachLaw, page: BreachPage, now: datetime) -> QWidget:
        section = QWidget()
        section.setObjectName(f"breachLaw{one.law}")
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 2)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Label(law_of(one.law, one.place, self._workspace.words), role="heading"))
        head.addStretch(1)
        column.addLayout(head)
        self._authority(column, one)
        for place, clock in enumerate(one.clocks):
            row = _ClockRow(self._workspace, clock, f"{one.law}{place}", now)
            row.why.connect(partial(self.why_wanted.emit, clock.line))
            self._rows.append(row)
            column.addWidget(row)
        for text in self._remarks(one):
            column.addWidget(Label(text, role="small", wrap=True))
        column.addWidget(self._buttons(one, may=page.may))
        return section

    def _authority(self, column: QVBoxLayout, one: BreachLaw) -> None:
        if not one.proposals:
            column.addWidget(
                Label(self.tr("The directory names no authority for this law and place."), role="small", wrap=True)
            )
            return
        first = one.proposals[0]
        listed = first.authority
        why = word("competence", first.reasons[0][0].value)
        column.addWidget(Label(listed.contact.readable, wrap=True, name=f"breachAuthority{one.law}"))
        told = [why]
        if listed.standing is Standing.INTERIM:
            told.insert(0, self._workspace.words.word("authority_standing", listed.standing.value, awaits=listed.awaits))
        told.extend(
            part for part in (listed.contact.web_form or listed.contact.web, listed.contact.email, listed.contact.phone) if part
        )
        column.addWidget(Label(" · ".join(told), role="small", wrap=True, selectable=True))

    def _remarks(self, one: BreachLaw) -> list[str]:
        found: list[str] = []
        if one.silent:
            found.append(self.tr("The rulebook of this law names no duty to tell anybody. Check it, and record the reason."))
        waits = self.tr("A clock of this law begins with: {event}. It is not recorded yet.")
        found.extend(waits.format(event=word("event", kind)) for kind in one.waits_for)
        return found

    def _buttons(self, one: BreachLaw, *, may: bool) -> QWidget:
        where = law_of(one.law, one.place, self._workspace.words)
        follow_up = one.reported
        write = self.tr("Write the follow-up") if follow_up else self.tr("Write the notice")
        shown: list[tuple[str, str, Callable[[], None], bool]] = [
            ("breachWrite", write, partial(self.write_wanted.emit, one.law), may),
            ("breachRecord", self.tr("Record a notice…"), partial(self.record_wanted.emit, one.law), may),
            ("breachTold", self.tr("People told…"), partial(self.told_wanted.emit, one.law), may),
            (
                "breachUntold",
                self.tr("Not told because…"),
                partial(self.untold_wanted.emit, one.law),
                may and bool(one.untold),
            ),
        ]
        buttons: list[QPushButton] = []
        for name, text, does, enabled in shown:
            button = QPushButton(text)
            button.setObjectName(f"{name}{one.law}")
            button.setAccessibleName(f"{without_mnemonic(text)}: {where}")
            button.setEnabled(enabled)
            button.clicked.connect(does)
            set_role(button, "small")
            if name == "breachUntold" and may and not one.untold:
                set_tooltip(button, self.tr("Everybody was told under this law, or left untold with a reason."))
            buttons.append(button)
        if NotToTell.AUTHORITY in one.untold:
            set_role(buttons[0], "primary")
        held = QWidget()
        flow = FlowLayout(held)
        for button in buttons:
            flow.addWidget(button)
        return held


class _ClockRow(QWidget):
    """One limit: what is owed, how much has gone and is left, its bar while it has one, when it ends, and why."""

    why = Signal()

    def __init__(self, workspace: Workspace, clock: BreachClock, name: str, now: datetime) -> None:
        super().__init__()
        self.setObjectName(f"breachClock{name}")
        self._workspace = workspace
        self._clock = clock
        line = clock.line
        self._gone = Label("", role="strong", name=f"breachGone{name}")
        self._left = Chip("", Tone.CALM)
        self._left.setObjectName(f"breachLeft{name}")
        asks = QPushButton(self.tr("Why?"))
        asks.setObjectName(f"breachWhy{name}")
        asks.setAccessibleName(self.tr("Why this date? {clock}").format(clock=kind_word(line.kind)))
        set_role(asks, "link")
        set_tooltip(asks, self.tr("Why this date?"))
        asks.clicked.connect(self.why)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Label(kind_word(line.kind), wrap=True), 1)
        head.addWidget(self._left)
        head.addWidget(asks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        self._bar: ClockBar | None = None
        if line.due is not None and line.state in _DRAWN:
            self._bar = ClockBar(self._figure(now))
            self._bar.setObjectName(f"breachBar{name}")
            column.addWidget(self._bar)
        told = ", ".join(one for one in (due_words(clock, workspace.zone), short_cite(line.cite)) if one)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self._gone, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(Label(told, role="small", wrap=True, name=f"breachDue{name}"), 1)
        column.addLayout(foot)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Move the counts to `now`."""
        left = left_of(self._clock, now)
        self._left.show_state(left.text, left.tone)
        counts = self._clock.line.state not in {"lapsed", "not_started"}
        self._gone.setText(gone_words(self._clock, now) if counts else "")
        self._gone.setVisible(counts)
        if self._bar is not None:
            self._bar.show_figure(self._figure(now))

    def _figure(self, now: datetime) -> ClockFigure:
        return hours_figure(self._clock, now, self._workspace.words)
