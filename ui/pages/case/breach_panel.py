"""The first panel of a breach: its running hours, its facts, the assessment of its risk, and who was told; at the right what is next.

The counts move with the machine's clock, once a minute, while the panel is on the screen. Facts that were typed are kept when the
officer leaves.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.breach_notices import LeaveUntoldDialog, RecordNoticeDialog, SubjectsToldDialog
from ui.dialogs.breach_risk import AssessRiskDialog
from ui.dialogs.command_dialog import present
from ui.dialogs.why import WhyDialog
from ui.models.breach_words import RISK_TONES
from ui.navigation import Place
from ui.pages.case.breach_clocks import BreachClocks
from ui.pages.case.breach_facts import BreachFacts
from ui.pages.case.side import CaseSide
from ui.safe import Label, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import EDGE, GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.page import scrolled
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.changes import Changes
from workbench.domain.commands import SaveBreach
from workbench.domain.letters import LetterKind
from workbench.domain.phases import Act
from workbench.services import breaches
from workbench.services.breaches import BreachPage, NoticeLine
from workbench.services.lines import CasePage, DeadlineLine

_MINUTE_MS = 60_000


class BreachPanel(QWidget):
    """Shows one breach; `act_wanted` carries an `Act`, `tab_wanted` the key of a tab."""

    act_wanted = Signal(object)
    tab_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breachPanel")
        self._workspace = workspace
        self._case: CasePage | None = None
        self._page: BreachPage | None = None
        self.clocks = BreachClocks(workspace)
        self.facts = BreachFacts(breaches.categories())
        self._risk = Card(" ", name="breachRisk")
        self._risk.set_title(self.tr("Risk for the people concerned"))
        self._told = Card(" ", name="breachNotices")
        self._told.set_title(self.tr("Who was told"))
        self._risk_rows, self._told_rows = QVBoxLayout(), QVBoxLayout()
        for card, rows in ((self._risk, self._risk_rows), (self._told, self._told_rows)):
            rows.setSpacing(GAP)
            card.body.addLayout(rows)
        self._side = CaseSide(workspace)
        content = QWidget()
        left = QVBoxLayout()
        left.setSpacing(ROOM)
        for card in (self.clocks, self._risk, self._told, self.facts):
            left.addWidget(card)
        left.addStretch(1)
        across = QHBoxLayout(content)
        across.setContentsMargins(EDGE, ROOM + 4, EDGE, ROOM + 4)
        across.setSpacing(ROOM + GAP // 2)
        across.addLayout(left, 1)
        across.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, name="breachScroll"))
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.tick)
        self._side.act_wanted.connect(self.act_wanted)
        self._side.tab_wanted.connect(self.tab_wanted)
        self.clocks.write_wanted.connect(self._write)
        self.clocks.record_wanted.connect(self._record)
        self.clocks.told_wanted.connect(self._subjects_told)
        self.clocks.untold_wanted.connect(self._leave_untold)
        self.clocks.why_wanted.connect(self._why)
        self.facts.save_wanted.connect(self.keep)

    def show_case(self, page: CasePage, *, now: datetime) -> None:
        """Show a case as it stands at `now`, and read its breach."""
        if self._page is not None and self._page.case_id != page.case.id:
            self.keep()
            self._page = None
        self._case = page
        self._side.show_case(page, now=now)
        self._workspace.jobs.ask(partial(breaches.breach_page, case_id=page.case.id), self._show)

    def perform(self, act: Act) -> None:
        """Begin an act of a breach: its risk is assessed."""
        if act is Act.HANDLE_BREACH and self._page is not None and self._page.may:
            dialog = AssessRiskDialog(self._workspace, self._page, self._workspace.now(), self)
            present(dialog, self._workspace, breaches.assess_risk, then=self._said(self.tr("The assessment is recorded.")))

    def tick(self) -> None:
        """Move the counts to the present instant."""
        now = self._workspace.now()
        self.clocks.tick(now)
        focus = QApplication.focusWidget()
        if self._case is not None and not (focus is not None and self._side.isAncestorOf(focus)):
            self._side.show_case(self._case, now=now)

    def keep(self) -> None:
        """Save what was typed, if anything was."""
        breach = self.facts.breach()
        if self._page is None or not self._page.may or breach is None or not self.facts.touched():
            return
        command = SaveBreach(case_id=self._page.case_id, breach=breach)
        self._workspace.jobs.run(partial(breaches.save_breach, command), then=partial(self._kept, command))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the counts move while they can be seen."""
        super().showEvent(event)
        self.tick()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed, and let the counts rest."""
        super().hideEvent(event)
        self._minute.stop()
        self.keep()

    def _kept(self, command: SaveBreach, changes: Changes) -> None:
        if self._page is not None and self._page.case_id == command.case_id:
            self.facts.kept(command.breach)
        if changes.cases:
            self._workspace.notices.say(self.tr("The facts are kept."), Tone.DONE)

    def _show(self, page: BreachPage) -> None:
        if self._case is None or page.case_id != self._case.case.id:
            return
        begins = self._page is None
        typed = not begins and self.facts.touched()
        self._page = page
        self.clocks.show_page(page, now=self._workspace.now())
        if not typed:
            self.facts.show_breach(page.breach, may=page.may)
        self._show_risk(page)
        self._show_notices(page)

    def _show_risk(self, page: BreachPage) -> None:
        empty(self._risk_rows)
        known = page.breach.assessment
        row = QHBoxLayout()
        row.setSpacing(GAP)
        if known is None:
            row.addWidget(Chip(self.tr("not assessed yet"), Tone.SOON))
        else:
            row.addWidget(Chip(word("breach_risk", known.risk), RISK_TONES[known.risk]))
            told = self.tr("likelihood {likelihood}, severity {severity}").format(
                likelihood=word("breach_level", known.likelihood), severity=word("breach_level", known.severity)
            )
            row.addWidget(Label(told, role="muted", wrap=True), 1)
        row.addStretch(0 if known is not None else 1)
        row.addWidget(
            self._button("breachAssess", self.tr("Assess &anew…") if known else self.tr("&Assess the risk…"), may=page.may)
        )
        self._risk_rows.addLayout(row)
        if known is not None:
            self._risk_rows.addWidget(Label(known.reasons, wrap=True, selectable=True, name="breachReasons"))
        if page.assessed_at is not None:
            at = formats.instant(page.assessed_at, self._workspace.zone)
            self._risk_rows.addWidget(Label(self.tr("assessed {at}").format(at=at), role="small"))

    def _show_notices(self, page: BreachPage) -> None:
        empty(self._told_rows)
        for notice in page.notices:
            self._told_rows.addWidget(self._notice(notice))
        if not page.notices:
            self._told_rows.addWidget(Label(self.tr("Nobody was told yet."), role="muted"))

    def _notice(self, notice: NoticeLine) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        when = formats.short_instant(notice.at, self._workspace.zone, today=self._workspace.now().date())
        at = Label(when, role="small")
        at.setMinimumWidth(at.fontMetrics().horizontalAdvance("00 MMM, 00:00 WIB "))
        across.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        law = word("law", notice.law) if notice.law else self.tr("every law of the case")
        column.addWidget(Label(f"{word('breach_notice', notice.what)}: {notice.authority or law}", wrap=True))
        small = ", ".join(self._notice_parts(notice, law))
        column.addWidget(Label(small, role="small", wrap=True))
        if notice.late:
            column.addWidget(Chip(self.tr("after the limit"), Tone.LATE), 0, Qt.AlignmentFlag.AlignLeft)
        if notice.text:
            column.addWidget(Label(notice.text, role="muted", wrap=True, selectable=True))
        across.addLayout(column, 1)
        return row

    def _notice_parts(self, notice: NoticeLine, law: str) -> list[str]:
        found = [law] if notice.authority else []
        if not notice.what.startswith("untold"):
            found.append(self.tr("{hours} h after it was known").format(hours=formats.number(notice.hours)))
        if notice.count is not None:
            found.append(self.tr("%n person(s)", "", notice.count))
        if notice.reference:
            found.append(self.tr("reference {reference}").format(reference=notice.reference))
        if notice.letter:
            found.append(self.tr("by letter {letter}").format(letter=notice.letter))
        found.append(notice.officer_name)
        return found

    def _button(self, name: str, text: str, *, may: bool) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setEnabled(may)
        button.clicked.connect(lambda _checked: self.act_wanted.emit(Act.HANDLE_BREACH))
        return button

    def _write(self, law: str) -> None:
        if self._page is None:
            return
        reported = any(one.law == law and one.reported for one in self._page.laws)
        kind = LetterKind.BREACH_FOLLOW_UP if reported else LetterKind.BREACH_NOTICE
        self._workspace.navigation.go(Place("letter", case_id=self._page.case_id, tab=kind.value, law=law))

    def _record(self, law: str) -> None:
        if self._page is not None:
            dialog = RecordNoticeDialog(self._workspace, self._page, law, self._workspace.now(), self)
            present(dialog, self._workspace, breaches.record_notice, then=self._said(self.tr("The notice is recorded.")))

    def _subjects_told(self, law: str) -> None:
        if self._page is not None:
            dialog = SubjectsToldDialog(self._workspace, self._page, law, self._workspace.now(), self)
            said = self._said(self.tr("It is recorded that the people were told."))
            present(dialog, self._workspace, breaches.record_subjects_told, then=said)

    def _leave_untold(self, law: str) -> None:
        if self._page is not None:
            dialog = LeaveUntoldDialog(self._workspace, self._page, law, self._workspace.now(), self)
            present(dialog, self._workspace, breaches.leave_untold, then=self._said(self.tr("The reason is recorded.")))

    def _why(self, line: DeadlineLine) -> None:
        WhyDialog(self._workspace, line, self).open()

    def _said(self, text: str) -> Callable[[Changes], None]:
        notices = self._workspace.notices

        def say(changes: Changes) -> None:
            if changes.cases:
                notices.say(text, Tone.DONE)

        return say
