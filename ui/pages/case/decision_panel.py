"""The decision on each right of a request: outcome, ground, the dossier that carries it, the words the person reads, the schedule.

One form per right; what was typed for a right stays while another is looked at and when the case is read again. Decision and dossier
are kept a few seconds after the first unkept word, as a proposal while they are not recorded, so that a lock or a crash loses nothing.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import Workspace
from ui.pages.case.decision.basis import BasisCard
from ui.pages.case.decision.editor import DossierEditor
from ui.pages.case.decision.grounds import GroundsCard
from ui.pages.case.decision.needs import Needs
from ui.pages.case.decision.papers import DossierPapers
from ui.pages.case.decision.readings import (
    Form,
    Reading,
    decide_with_dossier,
    form_of,
    form_proposed,
    read_right,
)
from ui.pages.case.decision.second_officer import SecondOfficer
from ui.pages.case.decision.section import Around
from ui.pages.case.decision.sheets import SCHEDULED, Sheet
from ui.pages.case.decision.side import DecisionSide
from ui.pages.case.decision.telling import Telling
from ui.safe import Label, plain, set_role, without_mnemonic
from ui.style.spacing import EDGE, ROOM, SIDE_COLUMN
from ui.widgets.card import Card, ProblemBox
from ui.widgets.checklist import Check, CheckLine
from ui.widgets.flow import FlowLayout
from ui.widgets.page import scrolled
from ui.widgets.schedule_editor import ScheduleEditor
from workbench.domain.changes import Changes
from workbench.domain.commands import Decide, SaveDossier
from workbench.domain.decisions import REFUSING, Outcome, ScheduleLine, Treatment
from workbench.domain.dossier import Dossier, refill_earlier
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import LetterKind
from workbench.domain.phases import CARRIED_OUT_BY, Act
from workbench.domain.readiness import CheckCode
from workbench.domain.rights import Right
from workbench.services import dossiers as dossier_service
from workbench.services.lines import CasePage
from workbench.services.wording import words as words_in

KEEP_AFTER_MS = 3000
"""How long after the first unkept word the dossier is kept; typing on does not put it off."""

_FIRST_TREATMENT = {
    Right.RECTIFICATION: Treatment.CHANGED,
    Right.ERASURE: Treatment.ERASED,
}


class DecisionPanel(QWidget):
    """The Decision tab of a case; `done_wanted` carries the right that was carried out."""

    done_wanted = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._words = workspace.words
        self._page: CasePage | None = None
        self._right: Right | None = None
        self._sheets: dict[Right, Sheet] = {}
        self._showing = False
        self._asked: tuple[Right | None, Outcome | None, tuple[str, ...]] = (None, None, ())
        self.problem = ProblemBox(name="decisionProblem")
        self._rights = QButtonGroup(self)
        self._rights.setExclusive(True)
        self._outcomes = QButtonGroup(self)
        self._outcomes.setExclusive(True)
        self.reason = self._text("decisionReason", self.tr("Reason, as the person reads it"), rows=5)
        self.note = self._text("decisionNote", self.tr("Internal note"), rows=3)
        self.schedule = ScheduleEditor([(one, self._words.word("treatment", one.value)) for one in Treatment])
        self.dossier = DossierEditor(workspace, self._schedule_weighed)
        self.side = DecisionSide(workspace)
        self.readiness, self.preview = self.side.readiness, self.side.preview
        self.record_button, self.draft_button = self.side.record_button, self.side.draft_button
        self._needs = Needs(workspace, self.side)
        self._telling = Telling(workspace, self)
        self._papers = DossierPapers(workspace, self.side.print_button, self)
        self._build()
        self._connect()
        self._second = SecondOfficer(workspace, self.side, self)
        self._keep_timer = QTimer(self)
        self._keep_timer.setSingleShot(True)
        self._keep_timer.setInterval(KEEP_AFTER_MS)
        self._keep_timer.timeout.connect(self.keep)

    # What is on the panel

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(EDGE, ROOM + 4, ROOM // 2, ROOM + 4)
        column.setSpacing(ROOM)
        column.addWidget(self.problem)
        column.addWidget(self._rights_card())
        self._outcome_card = self._build_outcomes()
        column.addWidget(self._outcome_card)
        self._ground_card = GroundsCard(self.workspace)
        column.addWidget(self._ground_card)
        column.addWidget(self.dossier)
        column.addWidget(self._words_card())
        self._schedule_card = Card(self.tr("Schedule"), name="scheduleCard")
        self._schedule_card.body.addWidget(
            Label(
                self.tr(
                    "One row for each category: the letter prints it as a table. Insert adds a row, Ctrl+Delete removes one."
                ),
                role="small",
                wrap=True,
            )
        )
        self._schedule_card.body.addWidget(self.schedule)
        column.addWidget(self._schedule_card)
        self._basis_card = BasisCard(self.workspace)
        column.addWidget(self._basis_card)
        column.addStretch(1)
        self._left = scrolled(left, name="decisionLeft")
        side = scrolled(self.side, name="decisionSide")
        side.setFixedWidth(SIDE_COLUMN + EDGE + ROOM // 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(side)

    def _connect(self) -> None:
        self.record_button.clicked.connect(self.record)
        self.draft_button.clicked.connect(self.draft_letter)
        self.side.done_button.clicked.connect(lambda: self.done_wanted.emit(self._right))
        self._telling.drawn.connect(self._show_state)
        self.side.packet_button.clicked.connect(self.keep)
        self.side.place_wanted.connect(self.go_to)
        self._outcomes.idClicked.connect(self._edited)
        self._ground_card.edited.connect(self._edited)
        self._ground_card.letter_wanted.connect(self.write_instead)
        self.reason.textChanged.connect(self._edited)
        self.note.textChanged.connect(self._edited)
        self.schedule.edited.connect(self._edited)
        self.dossier.edited.connect(self._edited)

    def _rights_card(self) -> Card:
        card = Card(self.tr("Right"), name="rightsCard")
        self._right_row = FlowLayout()
        card.body.addLayout(self._right_row)
        return card

    def _build_outcomes(self) -> Card:
        card = Card(self.tr("Outcome"), name="outcomeCard")
        flow = FlowLayout(gap=ROOM)
        for number, outcome in enumerate(Outcome):
            button = QRadioButton(plain(self._words.word("outcome", outcome.value)))
            button.setObjectName(f"outcome_{outcome.value}")
            button.setAccessibleName(self._words.word("outcome", outcome.value))
            self._outcomes.addButton(button, number)
            flow.addWidget(button)
        card.body.addLayout(flow)
        return card

    def _words_card(self) -> Card:
        card = Card(self.tr("Reason"), name="reasonCard")
        self._reason_label = Label(self.tr("What the person rea&ds"), role="field", buddy=self.reason)
        card.body.addWidget(self._reason_label)
        card.body.addWidget(self.reason)
        self._note_label = Label(
            self.tr("Internal &note; it stays in the office and in no letter"), role="field", buddy=self.note
        )
        card.body.addWidget(self._note_label)
        card.body.addWidget(self.note)
        return card

    # The case

    def show_case(self, page: CasePage) -> None:
        """Show a case as it was read just now; what was typed and not recorded stays on the form."""
        if self._page is None or self._page.case.id != page.case.id:
            self.keep()
            self._sheets = {}
            self._right = None
            self.problem.say("")
        self._take_form()
        self._page = page
        for right in page.case.request.rights:
            sheet = self._sheets.setdefault(right, Sheet())
            recorded = form_of(page.case.decision(right))
            if not sheet.unrecorded:
                sheet.form = recorded
            sheet.recorded = recorded
        rights = page.case.request.rights
        if self._right not in rights:
            undecided = [right for right in rights if page.case.decision(right) is None]
            self._right = next(iter(undecided), rights[0] if rights else None)
        self._show_rights()
        self.side.show_decided(page)
        self._show_right()
        self._ask_reading()
        self._telling.show_case(page)

    def _show_rights(self) -> None:
        page = self._page
        if page is None:
            return
        rights = page.case.request.rights
        shown = [button.property("right") for button in self._rights.buttons()]
        if shown != [right.value for right in rights]:
            for button in self._rights.buttons():
                self._rights.removeButton(button)
                self._right_row.removeWidget(button)
                button.deleteLater()
            for place, right in enumerate(rights):
                button = QPushButton()
                button.setObjectName(f"right_{right.value}")
                button.setProperty("right", right.value)
                set_role(button, "chip")
                button.setCheckable(True)
                button.setAutoDefault(False)
                button.clicked.connect(partial(self._right_chosen, right))
                self._rights.addButton(button, place)
                self._right_row.addWidget(button)
        for button, right in zip(self._rights.buttons(), rights, strict=True):
            decision = page.case.decision(right)
            state = self._words.word("outcome", decision.outcome.value) if decision is not None else self.tr("to decide")
            text = f"{self._words.word('right', right.value)}: {state}"
            button.setText(plain(text))
            button.setAccessibleName(text)
            button.setChecked(right is self._right)

    # One right

    def _right_chosen(self, right: Right, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self._take_form()
        self.keep()
        self._right = right
        self.problem.say("")
        self._show_right()
        self._ask_reading()

    def _sheet(self) -> Sheet:
        return self._sheets[self._right] if self._right is not None and self._right in self._sheets else Sheet()

    def _show_right(self) -> None:
        page = self._page
        if page is None or self._right is None:
            return
        sheet = self._sheet()
        self._showing = True
        for number, outcome in enumerate(Outcome):
            button = self._outcomes.button(number)
            if outcome is sheet.form.outcome:
                button.setChecked(True)
        if sheet.form.outcome is None:
            self._outcomes.setExclusive(False)
            for button in self._outcomes.buttons():
                button.setChecked(False)
            self._outcomes.setExclusive(True)
        for text, value in ((self.reason, sheet.form.reason), (self.note, sheet.form.note)):
            if text.toPlainText() != value:
                blocker = QSignalBlocker(text)
                text.setPlainText(value)
                blocker.unblock()
        if self.schedule.model.lines() != sheet.form.schedule:
            self.schedule.set_lines(sheet.form.schedule)
        self.schedule.set_categories(_categories(page.case.request.language))
        self.schedule.set_default(_FIRST_TREATMENT.get(self._right, Treatment.DISCLOSED))
        self._showing = False
        for button in self._rights.buttons():
            button.setChecked(button.property("right") == self._right.value)
        self._show_known()

    def _ask_reading(self) -> None:
        page, right = self._page, self._right
        if page is None or right is None:
            return
        sheet = self._sheet()
        self._asked = (right, sheet.form.outcome, sheet.form.grounds)
        form = sheet.form if sheet.unrecorded else None
        query = partial(read_right, page.case.id, right, form)
        self.workspace.jobs.ask(query, partial(self._reading_came, page.case.id, right), refused=self._refused)

    def _reading_came(self, case_id: int, right: Right, reading: Reading) -> None:
        if self._page is None or self._page.case.id != case_id or right not in self._sheets:
            return
        self._take_form()
        sheet = self._sheets[right]
        found = reading.known.dossier
        begun = sheet.dossier is None
        untouched = begun or not sheet.unkept
        sheet.reading = reading
        if untouched:
            sheet.dossier = replace(found, proposed=None)
            if begun and found.proposed is not None and not sheet.unrecorded:
                sheet.form = form_proposed(found.proposed)
        elif sheet.dossier is not None:
            sheet.dossier = refill_earlier(sheet.dossier, found.earlier)
        sheet.kept = found
        if right is self._right:
            self._show_right()
        self._keep_soon()

    def _show_known(self) -> None:
        """Show what depends on what was read of the right and on what is chosen on the form."""
        sheet, page, right = self._sheet(), self._page, self._right
        reading = sheet.reading
        if page is None or right is None or reading is None:
            self._ground_card.clear()
            self.dossier.show_dossier(None, None)
            self._basis_card.show_known(None)
        else:
            self._showing = True
            self._ground_card.show_grounds(right, reading.grounds, reading.laws, reading.known, sheet.form.grounds)
            self.dossier.show_dossier(self._around(page, sheet, reading), sheet.dossier)
            self._basis_card.show_known(reading.known)
            self.side.show_rounds(reading.known.earlier_rounds, {one.id: one.name for one in page.evidence})
            self.side.show_tasks(reading.tasks)
            self._showing = False
        self._show_state()

    def _around(self, page: CasePage, sheet: Sheet, reading: Reading) -> Around:
        policies = {line.law: line.ground.policy for line in reading.grounds if sheet.chosen(line.law) == line.ground.id}
        chosen = tuple(
            clause
            for law in reading.known.laws
            for clause in law.clauses
            if law.law in policies and clause.offer.clause.value == policies[law.law]
        )
        return Around(page, reading.known, sheet.form.outcome, chosen)

    def _edited(self, *_told: object) -> None:
        if self._showing:
            return
        self._take_form()
        sheet = self._sheet()
        if self._page is not None and sheet.reading is not None:
            self._showing = True
            self.dossier.show_dossier(self._around(self._page, sheet, sheet.reading), sheet.dossier)
            self._showing = False
        self._show_state()
        if self._asked != (self._right, sheet.form.outcome, sheet.form.grounds):
            self._ask_reading()
        self._keep_soon()

    def _take_form(self) -> None:
        """Take what is on the form into the sheet of the right that is shown."""
        if self._page is None or self._right is None or self._right not in self._sheets or self._showing:
            return
        sheet = self._sheets[self._right]
        sheet.form = Form(
            outcome=self.outcome(),
            grounds=self._ground_card.chosen() if self._ground_card.built else sheet.form.grounds,
            reason=self.reason.toPlainText(),
            note=self.note.toPlainText(),
            schedule=self.schedule.model.lines(),
        )
        written = self.dossier.dossier()
        if written is not None and written.right is self._right and sheet.dossier is not None:
            sheet.dossier = replace(written, proposed=None)

    def case_id(self) -> int:
        """Return the id of the case that is shown, 0 for none."""
        return self._page.case.id if self._page is not None else 0

    def outcome(self) -> Outcome | None:
        """Return the outcome that is chosen."""
        number = self._outcomes.checkedId()
        return tuple(Outcome)[number] if number >= 0 else None

    def _schedule_weighed(self, lines: tuple[ScheduleLine, ...]) -> None:
        """Take the schedule that follows from weighing, beside what the officer wrote on other categories."""
        known = {line.category for line in lines}
        own = [line for line in self.schedule.model.lines() if line.category not in known]
        self.schedule.set_lines((*own, *lines))
        self._edited()

    # Keeping

    def unkept(self) -> bool:
        """Return whether something was typed that is not kept."""
        self._take_form()
        return any(sheet.dossier is not None and sheet.unkept for sheet in self._sheets.values())

    def keep(self) -> None:
        """Keep what was typed now, if there is anything to keep and the case permits it."""
        self._keep_timer.stop()
        page = self._page
        if page is None or self.workspace.read_only or Act.DECIDE not in page.permitted:
            return
        self._take_form()
        for sheet in self._sheets.values():
            whole = sheet.whole
            if whole is None or not sheet.unkept:
                continue
            command = SaveDossier(case_id=page.case.id, dossier=whole)
            sheet.kept = whole
            self.workspace.jobs.run(partial(dossier_service.save_dossier, command), refused=self._refused)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when another tab or page is shown."""
        super().hideEvent(event)
        self.keep()

    def _keep_soon(self) -> None:
        if self.unkept() and not self._keep_timer.isActive():
            self._keep_timer.start()

    # Readiness

    def _show_state(self) -> None:
        page = self._page
        if page is None or self._right is None:
            return
        outcome = self._sheet().form.outcome
        may = Act.DECIDE in page.permitted and not self.workspace.read_only
        refusing = outcome in REFUSING
        self._ground_card.setVisible(refusing)
        self._schedule_card.setVisible(outcome in SCHEDULED)
        for shown in (self._note_label, self.note):
            shown.setVisible(not refusing or bool(self.note.toPlainText().strip()))
        for widget in (self._outcome_card, self._ground_card, self.dossier, self.reason, self.note, self._schedule_card):
            widget.setEnabled(may)
        required, optional = self.tr("What the person rea&ds (required)"), self.tr("What the person rea&ds (may be left empty)")
        self._reason_label.setText(required if refusing else optional)
        sheet, letter = self._sheet(), self._telling.preview(self._right)
        needed = self._needs.to_record(page, self._right, sheet)
        self.readiness.show_lines(self._needs.everything(page, self._right, sheet, needed, letter))
        ready = may and all(line.check is not Check.MISSING for line in needed)
        self._show_buttons(page, self._right, ready=ready, may=may)
        self.side.show_preview(letter.pdf if letter is not None else b"")

    def missing_to_record(self) -> tuple[CheckLine, ...]:
        """Return what is missing before the decision can be recorded."""
        if self._page is None or self._right is None:
            return ()
        needed = self._needs.to_record(self._page, self._right, self._sheet())
        return tuple(line for line in needed if line.check is Check.MISSING)

    def _show_buttons(self, page: CasePage, right: Right, *, ready: bool, may: bool) -> None:
        side, sheet = self.side, self._sheet()
        again = page.case.decision(right) is not None
        self.record_button.setText(self.tr("&Replace decision") if again else self.tr("&Record decision"))
        self.record_button.setAccessibleName(without_mnemonic(self.record_button.text()))
        why_not = self.tr("Something is still missing.") if not ready else self.tr("This decision is recorded already.")
        if not may:
            why_not = self.tr("The case permits no decision where it stands.")
        side.say_why(self.record_button, usable=ready and (sheet.unrecorded or not again), why_not=why_not)
        drafting = self._telling.kind(right) is not None and Act.COMPOSE in page.permitted
        side.say_why(self.draft_button, usable=drafting, why_not=self.tr("Nothing is decided that is still to be told."))
        reading = sheet.reading
        content = reading.content if reading is not None and not sheet.unrecorded else ""
        open_codes = {check.code for check in reading.checks if not check.ok} if reading is not None and again else set()
        waits = bool(content) and CheckCode.APPROVED in open_codes
        needs = again and reading is not None and bool(reading.checks) and not sheet.unrecorded
        no_letter = self.tr("Record the decision and draft its letter first: they are approved together.")
        alone = reading is not None and reading.exception
        for button, shown in (
            (side.ask_button, needs and not alone),
            (side.give_button, needs and not alone),
            (side.exception_button, needs and alone),
        ):
            button.setVisible(shown)
            approved = self.tr("It is approved, exactly as it is now.")
            side.say_why(button, usable=may and waits, why_not=approved if content else no_letter)
        side.done_button.setVisible(again and right in CARRIED_OUT_BY)
        held = reading.held if reading is not None else None
        may_record = reading is not None and held is None and Act.RECORD_DONE in page.permitted
        why_not = self._words.error(held) if held is not None else self.tr("The store is open for reading only.")
        side.say_why(side.done_button, usable=may_record, why_not=why_not)
        recorded = reading is not None and again
        for button in (side.packet_button, side.print_button):
            button.setVisible(recorded and needs)
        self._papers.show_case(page.case.id, page.case.number, right)
        self._second.show_case(page.case.id, page.case.number, right, content)

    def go_to(self, code: str) -> None:
        """Go to the place that a line of the readiness list is about."""
        check = CheckCode(code)
        target: QWidget | None = None
        if check is CheckCode.GROUND_EXISTS:
            self._ground_card.go()
            target = self._ground_card
        elif check is CheckCode.REASON_FOR_READER:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            target = self.reason
        elif check in {CheckCode.REMEDIES_NAMED, CheckCode.IN_TIME}:
            self.draft_letter()
        elif check is CheckCode.APPROVED:
            button = self.side.exception_button if self.side.exception_button.isVisible() else self.side.ask_button
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            target = self.dossier.go_to(check)
        if target is not None:
            self._left.ensureWidgetVisible(target)

    def draft_letter(self) -> None:
        """Go to the composer: to the draft that exists, else to a new letter."""
        self.keep()
        self._telling.draft(self._right)

    def write_instead(self, kind: LetterKind) -> None:
        """Keep what was typed and go to the composer for a letter by which a lawful way begins."""
        self.keep()
        self._telling.write(kind)

    # Recording

    def record(self) -> None:
        """Record the decision on the right that is shown."""
        self.schedule.lines()
        self._take_form()
        self._keep_timer.stop()
        sheet = self._sheet()
        form = sheet.form
        if self._page is None or self._right is None or form.outcome is None or sheet.dossier is None:
            return
        case_id = self._page.case.id
        command = Decide(
            case_id=case_id,
            right=self._right,
            outcome=form.outcome,
            grounds=form.grounds if form.outcome in REFUSING else (),
            reason=form.reason.strip(),
            internal_note=form.note.strip(),
            schedule=form.schedule if form.outcome in SCHEDULED else (),
        )
        save = SaveDossier(case_id=case_id, dossier=sheet.dossier)
        self.problem.say("")
        self.record_button.setEnabled(False)
        self.workspace.jobs.run(
            partial(decide_with_dossier, save, command),
            then=partial(self._recorded, self._right, form, sheet.dossier),
            refused=self._refused,
        )

    def _recorded(self, right: Right, form: Form, dossier: Dossier, _changes: Changes) -> None:
        if right in self._sheets:
            self._sheets[right].recorded, self._sheets[right].kept = form, dossier
            self._ask_reading()
        told = self.tr("The decision on {right} is recorded. Tell the person with a letter.")
        self.workspace.notices.say(told.format(right=self._words.word("right", right.value)))

    def _refused(self, error: WorkbenchError) -> None:
        self.problem.say(self._words.error(error))
        self._show_state()

    # Parts

    def _text(self, name: str, label: str, *, rows: int) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setObjectName(name)
        text.setAccessibleName(label)
        text.setTabChangesFocus(True)
        text.setFixedHeight(round(text.fontMetrics().lineSpacing() * rows + 22))
        return text


def _categories(language: str) -> tuple[str, ...]:
    """Return the categories of Onee's policy in the language of the request, which is that of the letter."""
    found = words_in(language)
    return tuple(found.word("category", key) for key in found.keys("category"))
