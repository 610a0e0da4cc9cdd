"""The clocks of a case as bars on one axis, each with its why, and the duties that have no date."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.why import WhyDialog
from ui.models.clock_figures import figure_of, kind_word, law_of, lines_to_draw
from ui.models.clock_shape import on_one_axis
from ui.models.doubt_words import doubts, limit_of
from ui.models.due_words import word_of_deadline
from ui.models.why_facts import unsigned_laws
from ui.safe import Label
from ui.style.chips import Chip
from ui.style.spacing import GAP
from ui.widgets.card import Card
from ui.widgets.clock_panel import ClockPanel
from ui.widgets.clock_scale import ClockScale
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.cases import CaseKind
from workbench.domain.phases import Act
from workbench.services.lines import CasePage, DeadlineLine


class ClocksCard(Card):
    """Shows the clocks of one case, of whatever kind; `extend_wanted` carries the law to extend under.

    It asks by itself which laws nobody has signed off, and draws again when that changes.
    """

    extend_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, name="clocksCard")
        self._workspace = workspace
        self._unsigned: frozenset[str] = frozenset()
        self._shown: tuple[CasePage, datetime] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self.body.addLayout(self._rows)
        workspace.jobs.ask(unsigned_laws, self._show_unsigned)  # before the first case is read, so that it is drawn once

    def show_case(self, page: CasePage, *, now: datetime) -> None:
        """Show the clocks of a case as they stand at `now`."""
        self._shown = page, now
        statutory = page.case.kind is CaseKind.REQUEST
        self.set_title(self.tr("Statutory clocks") if statutory else self.tr("Clocks"))
        self._draw()
        self._workspace.jobs.ask(unsigned_laws, self._show_unsigned)

    def _show_unsigned(self, laws: frozenset[str]) -> None:
        if laws != self._unsigned:
            self._unsigned = laws
            self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            return
        page, now = self._shown
        words = self._workspace.words
        empty(self._rows)
        lines = lines_to_draw(page.deadlines)
        received_at = page.case.request.received_at
        figures = on_one_axis([figure_of(line, received_at=received_at, now=now, words=words) for line in lines])
        if len(figures) > 1:
            self._rows.addWidget(ClockScale(figures[0]))
        for place, (line, figure) in enumerate(zip(lines, figures, strict=True)):
            told = word_of_deadline(line, now=now)
            panel = ClockPanel(
                figure,
                left=told.text,
                tone=told.tone,
                name=f"Clock{place}",
                extendable=_extendable(line, page),
                doubts=doubts(line, unsigned=self._unsigned),
            )
            panel.why.connect(partial(self._why, line))
            panel.extend.connect(partial(self.extend_wanted.emit, line.law))
            self._rows.addWidget(panel)
        loose = [line for line in page.deadlines if _without_date(line)]
        for line in loose:
            told = word_of_deadline(line, now=now)
            row = QHBoxLayout()
            row.addWidget(Label(self._duty(line), wrap=True), 1)
            row.addWidget(Chip(told.text, told.tone))
            self._rows.addLayout(row)
        if not lines and not loose:
            self._rows.addWidget(Label(self.tr("No clock runs in this case."), role="muted"))

    def _duty(self, line: DeadlineLine) -> str:
        where = law_of(line.law, line.place, self._workspace.words)
        if not line.rights:
            return self.tr("{law} names no number of days for this: {duty}. Act without delay.").format(
                law=where, duty=kind_word(line.kind)
            )
        rights = ", ".join(word("right", right) for right in line.rights)
        return self.tr("{law} names no number of days for {rights}: act without delay.").format(law=where, rights=rights)

    def _why(self, line: DeadlineLine) -> None:
        WhyDialog(self._workspace, line, self).open()


def _without_date(line: DeadlineLine) -> bool:
    """Return whether a duty is owed without a number of days: an answer, and whatever a case without rights owes."""
    return line.state == "open_ended" and (line.kind == "respond" or not line.rights)


def _extendable(line: DeadlineLine, page: CasePage) -> bool:
    """Return whether an extension of a clock can be announced: its notice is a clock of its own, or the clock stands still."""
    limit = limit_of(line)
    if limit is None or limit.extension is None or line.reckoning.extended or Act.EXTEND not in page.permitted:
        return False
    notice = any(
        one.kind == "extension_notice" and (one.law, one.limit_id) == (line.law, line.limit_id) for one in page.deadlines
    )
    return line.kind == "respond" and (notice or line.reckoning.due is None)
