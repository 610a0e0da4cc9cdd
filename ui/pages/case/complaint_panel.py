"""The first panel of a complaint: its clocks, what it is about, the investigation, what is put right, how it was decided.

What is typed into the investigation is kept a few seconds after the first unkept word, and when the officer leaves.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.complaint_decide import DecideComplaintDialog
from ui.dialogs.complaint_pass_on import PassOnDialog
from ui.dialogs.complaint_remedy import RemedyDialog
from ui.dialogs.complaint_scope import ComplaintScopeDialog
from ui.dialogs.complaint_writing import AskInWritingDialog, RecordWritingDialog
from ui.navigation import Place
from ui.pages.case.clocks_card import ClocksCard
from ui.pages.case.complaint.ending import OutcomeCard, RemediesCard
from ui.pages.case.complaint.facts import FactsCard
from ui.pages.case.complaint.plan import PlanCard, Proofs
from ui.pages.case.side import CaseSide
from ui.style.chips import Tone
from ui.style.spacing import EDGE, GAP, ROOM
from ui.widgets.page import scrolled
from workbench.domain.authorities import Proposal
from workbench.domain.changes import Changes
from workbench.domain.commands import FinishTask, SaveComplaint
from workbench.domain.complaints import Complaint
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind
from workbench.domain.errors import WorkbenchError
from workbench.domain.phases import Act
from workbench.services import complaints, tasks
from workbench.services.complaints import ComplaintPage
from workbench.services.lines import CasePage

KEEP_AFTER_MS = 3000
"""How long after the first unkept word the investigation is kept; typing on does not put it off."""


class ComplaintPanel(QWidget):
    """Shows one complaint; `act_wanted` carries an `Act`, `tab_wanted` the key of a tab."""

    act_wanted = Signal(object)
    tab_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("complaintPanel")
        self._workspace = workspace
        self._case: CasePage | None = None
        self._page: ComplaintPage | None = None
        self._unkept = False
        self.clocks = ClocksCard(workspace)
        self.facts = FactsCard(workspace)
        self.plan = PlanCard(workspace)
        self.remedies = RemediesCard(workspace)
        self.outcome = OutcomeCard(workspace)
        self._side = CaseSide(workspace)
        content = QWidget()
        left = QVBoxLayout()
        left.setSpacing(ROOM)
        for card in (self.facts, self.clocks, self.plan, self.remedies, self.outcome):
            left.addWidget(card)
        left.addStretch(1)
        across = QHBoxLayout(content)
        across.setContentsMargins(EDGE, ROOM + 4, EDGE, ROOM + 4)
        across.setSpacing(ROOM + GAP // 2)
        across.addLayout(left, 1)
        across.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(content, name="complaintScroll")
        column.addWidget(self._area)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self._side.act_wanted.connect(self.act_wanted)
        self._side.tab_wanted.connect(self.tab_wanted)
        self.plan.edited.connect(self._edited)
        self.facts.scope_wanted.connect(self._scope)
        self.facts.asked_wanted.connect(self._asked_in_writing)
        self.facts.writing_wanted.connect(self._put_in_writing)
        self.remedies.change_wanted.connect(self._remedy)
        self.remedies.remove_wanted.connect(self._remove_remedy)
        self.remedies.done_wanted.connect(self._remedy_done)
        self.outcome.decide_wanted.connect(partial(self.act_wanted.emit, Act.DECIDE_COMPLAINT))
        self.outcome.pass_on_wanted.connect(partial(self.act_wanted.emit, Act.TAKE_TO_AUTHORITY))

    def show_case(self, page: CasePage, *, now: datetime) -> None:
        """Show a case as it stands at `now`, and read its complaint."""
        if self._page is not None and self._page.case_id != page.case.id:
            self.keep()
            self._page, self._unkept = None, False
            self._area.verticalScrollBar().setValue(0)
        self._case = page
        self.clocks.show_case(page, now=now)
        self._side.show_case(page, now=now)
        self._workspace.jobs.ask(partial(complaints.complaint_page, case_id=page.case.id), self._show)

    def perform(self, act: Act) -> None:
        """Begin an act of a complaint."""
        page = self._page
        if page is None:
            return
        if act is Act.INVESTIGATE:
            self._area.ensureWidgetVisible(self.plan)
            left = page.open_inquiries
            self.plan.go_to(left[0] if left else 0)
        elif act is Act.DECIDE_COMPLAINT:
            self._then_read(self._decide)
        elif act is Act.TAKE_TO_AUTHORITY:
            self._workspace.jobs.ask(partial(complaints.competent, case_id=page.case_id), self._pass_on)

    def keep(self) -> None:
        """Save what was typed, if anything was."""
        page = self._page
        if page is None or not self._unkept or not page.editable:
            return
        self._timer.stop()
        self._unkept = False
        command = SaveComplaint(case_id=page.case_id, complaint=self._at_work(page))
        self._workspace.jobs.run(partial(complaints.save_complaint, command), refused=self._not_kept)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed."""
        super().hideEvent(event)
        self.keep()

    # Reading

    def _show(self, page: ComplaintPage) -> None:
        case = self._case
        if case is None or page.case_id != case.case.id:
            return
        self._page = page
        self.facts.show_page(case, page)
        if not (self._unkept and page.editable):
            self.plan.show_inquiries(page.complaint.inquiries, self._proofs(case, page), may=page.editable)
        self.remedies.show_page(page)
        self.outcome.show_page(page, may_pass_on=Act.TAKE_TO_AUTHORITY in case.permitted)

    def _proofs(self, case: CasePage, page: ComplaintPage) -> Proofs:
        files = list(page.files)
        letters = [one.number for one in case.letters]
        numbers = [one.number for one in case.earlier_cases]
        if page.about is not None:
            files.extend(replace(one, name=f"{page.about.number}: {one.name}") for one in page.about.evidence)
            letters.extend(one.number for one in page.about.letters)
            numbers.insert(0, page.about.number)
        choices = (
            *(EvidenceRef(EvidenceRefKind.FILE, one.id) for one in files),
            *(EvidenceRef(EvidenceRefKind.LETTER, number=number) for number in letters if number),
            *(EvidenceRef(EvidenceRefKind.CASE, number=number) for number in dict.fromkeys(numbers)),
        )
        return Proofs(tuple(files), choices)

    def _at_work(self, page: ComplaintPage) -> Complaint:
        """Return the complaint with what is typed."""
        return replace(page.complaint, inquiries=self.plan.inquiries())

    def _edited(self) -> None:
        self._unkept = True
        if not self._timer.isActive():
            self._timer.start()

    def _not_kept(self, error: WorkbenchError) -> None:
        """Say why, and keep what was typed on the panel."""
        self._unkept = True
        self._workspace.notices.say(self._workspace.words.error(error), Tone.LATE)

    def _then_read(self, act: Callable[[ComplaintPage], None]) -> None:
        """Keep what was typed, read the complaint anew, and go on with that."""
        page = self._page
        if page is not None:
            self.keep()
            self._workspace.jobs.ask(partial(complaints.complaint_page, case_id=page.case_id), act)

    def _said(self, text: str) -> Callable[[Changes], None]:
        def say(_changes: Changes) -> None:
            self._workspace.notices.say(text, Tone.DONE)

        return say

    # Acts

    def _decide(self, page: ComplaintPage) -> None:
        dialog = DecideComplaintDialog(self._workspace, page, self._workspace.now(), self)
        said = self._said(self.tr("The complaint is decided. Write the outcome next."))
        present(dialog, self._workspace, complaints.decide_complaint, then=said)

    def _pass_on(self, proposals: tuple[Proposal, ...]) -> None:
        if self._page is None:
            return
        dialog = PassOnDialog(self._workspace, self._page, proposals, self._workspace.now(), self)

        def go(changes: Changes) -> None:
            told = self.tr("Passed on as {number}.").format(number=changes.number)
            self._workspace.notices.say(told, Tone.DONE)
            self._workspace.navigation.go(Place("case", case_id=changes.created))

        present(dialog, self._workspace, complaints.pass_on, then=go)

    def _scope(self) -> None:
        if self._page is not None:
            dialog = ComplaintScopeDialog(self._workspace, self._page, self._at_work(self._page), self._workspace.now(), self)
            present(dialog, self._workspace, complaints.save_complaint, then=self._saved)

    def _asked_in_writing(self) -> None:
        if self._page is not None:
            dialog = AskInWritingDialog(self._workspace, self._page, self._workspace.now(), self)
            present(dialog, self._workspace, complaints.ask_in_writing, then=self._said(self.tr("Recorded.")))

    def _put_in_writing(self) -> None:
        if self._page is not None:
            dialog = RecordWritingDialog(self._workspace, self._page, self._workspace.now(), self)
            present(dialog, self._workspace, complaints.record_writing, then=self._said(self.tr("Recorded.")))

    def _remedy(self, number: int) -> None:
        if self._page is not None:
            dialog = RemedyDialog(self._workspace, self._page, self._at_work(self._page), number, self._workspace.now(), self)
            present(dialog, self._workspace, complaints.save_complaint, then=self._saved)

    def _remove_remedy(self, number: int) -> None:
        page = self._page
        if page is None:
            return
        kept = tuple(one for place, one in enumerate(page.complaint.remedies, start=1) if place != number)
        command = SaveComplaint(case_id=page.case_id, complaint=replace(self._at_work(page), remedies=kept))
        self._workspace.jobs.run(partial(complaints.save_complaint, command), then=self._saved)

    def _remedy_done(self, task_id: int) -> None:
        command = FinishTask(task_id=task_id)
        self._workspace.jobs.run(partial(tasks.finish_task, command), then=self._said(self.tr("It is done.")))

    def _saved(self, _changes: Changes) -> None:
        """Go on from what was saved just now, which had everything that was typed."""
        self._timer.stop()
        self._unkept = False
