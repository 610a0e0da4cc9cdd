"""The decision on each right of a request: outcome, ground, the dossier that carries it, the words the person reads, the schedule.

One form per right; what was typed for a right stays while another is looked at and when the case is read again. Decision and dossier
are kept a few seconds after the first unkept word, as a proposal while they are not recorded, so that a lock or a crash loses nothing.
"""

from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
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
from ui.navigation import Place
from ui.pages.case.decision.basis import BasisCard
from ui.pages.case.decision.editor import DossierEditor
from ui.pages.case.decision.grounds import GroundsCard
from ui.pages.case.decision.papers import DossierPapers
from ui.pages.case.decision.readings import (
    Form,
    Reading,
    decide_with_dossier,
    form_of,
    form_proposed,
    kinds_to_tell,
    read_letter,
    read_right,
)
from ui.pages.case.decision.second_officer import SecondOfficer
from ui.pages.case.decision.section import Around
from ui.pages.case.decision.side import DecisionSide
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
from workbench.domain.letters import LetterKind, LetterState
from workbench.domain.phases import Act, rights_to_tell
from workbench.domain.readiness import CheckCode
from workbench.domain.rights import Right
from workbench.services import dossiers as dossier_service
from workbench.services.lines import CasePage, LetterPreview, RequiredContent
from workbench.services.wording import words as words_in

SCHEDULED = frozenset({Outcome.GRANTED, Outcome.PARTLY})
"""The outcomes that say what happens to each category."""

KEEP_AFTER_MS = 3000
"""How long after the first unkept word the dossier is kept; typing on does not put it off."""

_FIRST_TREATMENT = {
    Right.RECTIFICATION: Treatment.CHANGED,
    Right.ERASURE: Treatment.ERASED,
}
_SAID_BY_FORM = frozenset({CheckCode.GROUND_EXISTS, CheckCode.REASON_FOR_READER})
"""Checks that the lines of the form say already while it is not recorded."""


@dataclass(slots=True)
class _Sheet:
    """One right while it is being decided: the form and the dossier as typed, and as they were recorded and kept."""

    form: Form = field(default_factory=Form)
    recorded: Form = field(default_factory=Form)
    reading: Reading | None = None
    dossier: Dossier | None = None
    kept: Dossier | None = None

    @property
    def unrecorded(self) -> bool:
        return self.form != self.recorded

    @property
    def whole(self) -> Dossier | None:
        """Return the dossier as it would be kept now, with the form where that is not recorded."""
        if self.dossier is None:
            return None
        return replace(self.dossier, proposed=self.form.proposed() if self.unrecorded else None)

    @property
    def unkept(self) -> bool:
        return self.whole != self.kept

    def chosen(self, law: str) -> str:
        """Return the ground chosen under a law, or an empty string."""
        lines = self.reading.grounds if self.reading is not None else ()
        ids = [line.ground.id for line in lines if line.law == law]
        return next((ground for ground in self.form.grounds if ground in ids), "")


class DecisionPanel(QWidget):
    """The Decision tab of a case."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._words = workspace.words
        self._page: CasePage | None = None
        self._right: Right | None = None
        self._sheets: dict[Right, _Sheet] = {}
        self._previews: dict[LetterKind, LetterPreview] = {}
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
            sheet = self._sheets.setdefault(right, _Sheet())
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
        self._ask_letter()

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

    def _sheet(self) -> _Sheet:
        return self._sheets[self._right] if self._right is not None and self._right in self._sheets else _Sheet()

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

    def _around(self, page: CasePage, sheet: _Sheet, reading: Reading) -> Around:
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
        needed = self._decision_lines(page, self._right)
        self.readiness.show_lines(self._ready_lines(page, needed))
        ready = may and all(line.check is not Check.MISSING for line in needed)
        self._show_buttons(page, self._right, ready=ready, may=may)
        kind = self._letter_kind()
        preview = self._previews.get(kind) if kind is not None else None
        self.side.show_preview(preview.pdf if preview is not None else b"")

    def missing_to_record(self) -> tuple[CheckLine, ...]:
        """Return what is missing before the decision can be recorded."""
        if self._page is None or self._right is None:
            return ()
        return tuple(line for line in self._decision_lines(self._page, self._right) if line.check is Check.MISSING)

    def _ready_lines(self, page: CasePage, needed: list[CheckLine]) -> list[CheckLine]:
        """Return the list: what the record needs, then every check of the decision, else what its letter needs."""
        sheet = self._sheet()
        checks = sheet.reading.checks if sheet.reading is not None else ()
        refuses = sheet.form.outcome in REFUSING
        erases = self._right is Right.ERASURE and sheet.form.outcome in SCHEDULED
        if not checks or not (refuses or erases):
            return [*needed, *self._letter_lines(page)]
        if not sheet.unrecorded and page.case.decision(self._right or Right.ACCESS) is not None:
            lacks = [line for line in self._letter_lines(page) if line.check is Check.MISSING]
            return [*(self.side.check_line(check, supposed=False) for check in checks), *lacks]
        left = [check for check in checks if check.code not in _SAID_BY_FORM]
        return [*needed, *(self.side.check_line(check, supposed=True) for check in left)]

    def _show_buttons(self, page: CasePage, right: Right, *, ready: bool, may: bool) -> None:
        side, sheet = self.side, self._sheet()
        again = page.case.decision(right) is not None
        self.record_button.setText(self.tr("&Replace decision") if again else self.tr("&Record decision"))
        self.record_button.setAccessibleName(without_mnemonic(self.record_button.text()))
        why_not = self.tr("Something is still missing.") if not ready else self.tr("This decision is recorded already.")
        if not may:
            why_not = self.tr("The case permits no decision where it stands.")
        side.say_why(self.record_button, usable=ready and (sheet.unrecorded or not again), why_not=why_not)
        kind = self._letter_kind()
        drafting = kind is not None and Act.COMPOSE in page.permitted
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

    def _decision_lines(self, page: CasePage, right: Right) -> list[CheckLine]:
        """Return what the decision itself needs before it can be recorded."""
        sheet = self._sheet()
        form = sheet.form
        if form.outcome is None:
            return [CheckLine(self.tr("Outcome"), Check.MISSING)]
        lines: list[CheckLine] = []
        if form.outcome in REFUSING:
            laws = sheet.reading.laws if sheet.reading is not None else ()
            lines.extend(self._ground_line(sheet, law) for law in laws)
            written = bool(form.reason.strip())
            lines.append(CheckLine(self.tr("Reason in your own words"), Check.THERE if written else Check.MISSING))
        erases = right is Right.ERASURE and form.outcome in SCHEDULED
        if erases and Right.ACCESS in page.case.request.rights:
            first = page.case.decision(Right.ACCESS) is not None
            small = "" if first else self.tr("The same request asks for access: decide on that first.")
            lines.append(CheckLine(self.tr("Access decided before erasure"), Check.THERE if first else Check.MISSING, small))
        if form.outcome in SCHEDULED:
            known = Check.THERE if form.schedule else Check.LATER
            small = "" if form.schedule else self.tr("Without it the letter has no table.")
            lines.append(CheckLine(self.tr("Schedule of the categories"), known, small))
        return lines or [CheckLine(self.tr("Nothing else is needed"), Check.THERE)]

    def _ground_line(self, sheet: _Sheet, law: str) -> CheckLine:
        name = self._words.word("law", law)
        usable = any(line.usable and line.law == law for line in (sheet.reading.grounds if sheet.reading is not None else ()))
        text = self.tr("Ground under {law}").format(law=name)
        small = "" if usable else self.tr("This law allows no refusal here. Look at what it allows instead.")
        return CheckLine(text, Check.THERE if sheet.chosen(law) else Check.MISSING, small)

    def _letter_lines(self, page: CasePage) -> list[CheckLine]:
        """Return what the letter needs: known once the decision is recorded, and before that for a refusal in general."""
        kind = self._letter_kind()
        if kind is not None and kind in self._previews:
            return [self._content_line(one) for one in self._previews[kind].required]
        refusing = self._sheet().form.outcome in REFUSING
        if refusing and self._right is not None and page.case.decision(self._right) is None:
            small = self.tr("Checked in the letter when the decision is recorded.")
            return [CheckLine(self.tr("Remedies named in the letter"), Check.LATER, small)]
        return []

    def _content_line(self, content: RequiredContent) -> CheckLine:
        text = self._words.word("required", content.code)
        return CheckLine(text, Check.THERE if content.present else Check.MISSING, content.source)

    # Letters

    def _letter_kind(self) -> LetterKind | None:
        """Return the kind of letter that tells the decision on the right that is shown, None when there is nothing to tell."""
        if self._page is None or self._right is None:
            return None
        case = self._page.case
        return next((kind for kind in kinds_to_tell(case) if self._right in rights_to_tell(case, kind)), None)

    def _ask_letter(self) -> None:
        """Draw the letters that would tell what is decided, to see what they lack."""
        page = self._page
        self._previews = {}
        if page is None:
            return
        for kind in kinds_to_tell(page.case):
            if rights_to_tell(page.case, kind):
                drafts = [one.id for one in page.letters if one.kind is kind and one.state is LetterState.DRAFT]
                query = partial(read_letter, page.case.id, kind, page.case.request.language, drafts[-1] if drafts else None)
                self.workspace.jobs.ask(query, partial(self._letter_came, page, kind), refused=self._no_letter)

    def _letter_came(self, page: CasePage, kind: LetterKind, preview: LetterPreview) -> None:
        if page is self._page:
            self._previews[kind] = preview
            self._show_state()

    def _no_letter(self, error: WorkbenchError) -> None:
        """Say nothing here: the composer says it when the letter is written."""
        del error

    def draft_letter(self) -> None:
        """Go to the composer: to the draft that exists, else to a new letter."""
        page, kind = self._page, self._letter_kind()
        if page is None or kind is None:
            return
        self.keep()
        drafts = [letter for letter in page.letters if letter.kind is kind and letter.state is LetterState.DRAFT]
        if drafts:
            self.workspace.navigation.go(Place("letter", case_id=page.case.id, letter_id=drafts[-1].id))
        else:
            self.workspace.navigation.go(Place("letter", case_id=page.case.id, tab=kind.value))

    def write_instead(self, kind: LetterKind) -> None:
        """Keep what was typed and go to the composer for a letter by which a lawful way begins."""
        if self._page is not None:
            self.keep()
            self.workspace.navigation.go(Place("letter", case_id=self._page.case.id, tab=kind.value))

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
