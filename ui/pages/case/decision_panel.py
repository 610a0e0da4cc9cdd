"""The decision on each right of a request: outcome, ground, the words the person reads, the schedule, and what is still missing.

One form per right; what was typed for a right stays while another is looked at and when the case is read again.
"""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import Workspace
from ui.formats import instant
from ui.navigation import Place
from ui.safe import Label, plain, set_tooltip, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import EDGE, GAP, ROOM, SIDE_COLUMN
from ui.widgets.card import Card, ProblemBox
from ui.widgets.checklist import Check, CheckLine, Checklist
from ui.widgets.ground_cards import GroundCards, GroundCardText
from ui.widgets.page import scrolled
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.schedule_editor import ScheduleEditor
from workbench.domain.cases import Case
from workbench.domain.changes import Changes
from workbench.domain.commands import Decide
from workbench.domain.decisions import Decision, Outcome, ScheduleLine, Treatment
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import LetterKind, LetterState
from workbench.domain.phases import Act, best_answer, rights_to_tell, told_rights
from workbench.domain.rights import Right
from workbench.domain.rulebooks import pick
from workbench.services import decisions as decision_service
from workbench.services import letters as letter_service
from workbench.services.decisions import REFUSING
from workbench.services.letter_texts import languages_of
from workbench.services.lines import CasePage, GroundLine, LetterPreview, RequiredContent
from workbench.services.office import Desk
from workbench.services.wording import words as words_in

OUTCOME_TONES = {
    Outcome.GRANTED: Tone.DONE,
    Outcome.PARTLY: Tone.DONE,
    Outcome.REFUSED: Tone.WRONG,
    Outcome.NOTHING_HELD: Tone.CALM,
    Outcome.NOT_CONTROLLER: Tone.CALM,
    Outcome.WITHDRAWN: Tone.CALM,
}
"""How an outcome looks."""

SCHEDULED = frozenset({Outcome.GRANTED, Outcome.PARTLY})
"""The outcomes that say what happens to each category."""

_FIRST_TREATMENT = {
    Right.RECTIFICATION: Treatment.CHANGED,
    Right.ERASURE: Treatment.ERASED,
}


@dataclass(frozen=True, slots=True)
class Form:
    """What is on the form for one right; `grounds` holds ground ids, at most one of each law, in the order of the laws."""

    outcome: Outcome | None = None
    grounds: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""
    schedule: tuple[ScheduleLine, ...] = ()


@dataclass(slots=True)
class _Sheet:
    """One right while it is being decided: what is on the form, what was recorded, and the grounds of its laws."""

    form: Form = field(default_factory=Form)
    recorded: Form = field(default_factory=Form)
    grounds: tuple[GroundLine, ...] | None = None
    laws: tuple[str, ...] = ()

    @property
    def unrecorded(self) -> bool:
        return self.form != self.recorded

    def chosen(self, law: str) -> str:
        """Return the ground chosen under a law, or an empty string."""
        ids = [line.ground.id for line in self.grounds or () if line.law == law]
        return next((ground for ground in self.form.grounds if ground in ids), "")


@dataclass(frozen=True, slots=True)
class _Known:
    grounds: tuple[GroundLine, ...]
    laws: tuple[str, ...]


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
        self._cards: dict[str, GroundCards] = {}
        self._cards_of: tuple[Right | None, tuple[GroundLine, ...] | None] = (None, None)
        self._showing = False
        self.problem = ProblemBox(name="decisionProblem")
        self._rights = QButtonGroup(self)
        self._rights.setExclusive(True)
        self._outcomes = QButtonGroup(self)
        self._outcomes.setExclusive(True)
        self.reason = self._text("decisionReason", self.tr("Reason, as the person reads it"), rows=5)
        self.note = self._text("decisionNote", self.tr("Internal note"), rows=3)
        self.schedule = ScheduleEditor([(one, self._words.word("treatment", one.value)) for one in Treatment])
        self.readiness = Checklist("decisionReadiness", self.tr("What the decision needs"))
        self.preview = PdfPreview("decisionPreview", self.tr("The letter that would tell this decision"))
        self.record_button = self._button("recordDecision", self.tr("&Record decision"), role="primary")
        self.draft_button = self._button("draftLetter", self.tr("Draft le&tter"))
        self._build()
        self.record_button.clicked.connect(self.record)
        self.draft_button.clicked.connect(self.draft_letter)
        self._outcomes.idClicked.connect(self._outcome_chosen)
        self.reason.textChanged.connect(self._edited)
        self.note.textChanged.connect(self._edited)
        self.schedule.edited.connect(self._edited)

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
        self._ground_card = Card(self.tr("Ground for refusal"), name="groundCard", remark=" ")
        column.addWidget(self._ground_card)
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
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scrolled(left, name="decisionLeft"), 1)
        row.addWidget(self._side())

    def _rights_card(self) -> Card:
        card = Card(self.tr("Right"), name="rightsCard")
        self._right_row = QHBoxLayout()
        self._right_row.setSpacing(GAP)
        self._right_row.addStretch(1)
        card.body.addLayout(self._right_row)
        return card

    def _build_outcomes(self) -> Card:
        card = Card(self.tr("Outcome"), name="outcomeCard")
        grid = QHBoxLayout()
        grid.setSpacing(ROOM)
        for number, outcome in enumerate(Outcome):
            button = QRadioButton(plain(self._words.word("outcome", outcome.value)))
            button.setObjectName(f"outcome_{outcome.value}")
            button.setAccessibleName(self._words.word("outcome", outcome.value))
            self._outcomes.addButton(button, number)
            grid.addWidget(button)
        grid.addStretch(1)
        card.body.addLayout(grid)
        return card

    def _words_card(self) -> Card:
        card = Card(self.tr("Reason"), name="reasonCard")
        self._reason_label = Label(self.tr("What the person rea&ds"), role="field", buddy=self.reason)
        card.body.addWidget(self._reason_label)
        card.body.addWidget(self.reason)
        card.body.addWidget(
            Label(self.tr("Internal &note; it stays in the office and is never printed"), role="field", buddy=self.note)
        )
        card.body.addWidget(self.note)
        return card

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(ROOM // 2, ROOM + 4, EDGE, ROOM + 4)
        column.setSpacing(ROOM)
        ready = Card(self.tr("Readiness"), name="readinessCard")
        ready.body.addWidget(self.readiness)
        ready.body.addSpacing(GAP)
        ready.body.addWidget(self.record_button)
        ready.body.addWidget(self.draft_button)
        column.addWidget(ready)
        self._preview_card = Card(self.tr("Letter preview"), name="decisionPreviewCard")
        self.preview.setFixedHeight(380)
        self._preview_card.body.addWidget(self.preview)
        self._preview_card.hide()
        self._decided_card = Card(self.tr("Decided so far"), name="decidedCard")
        self._decided = QVBoxLayout()
        self._decided.setSpacing(GAP + 2)
        self._decided_card.body.addLayout(self._decided)
        column.addWidget(self._decided_card)
        column.addWidget(self._preview_card)
        column.addStretch(1)
        area = scrolled(side, name="decisionSide")
        area.setFixedWidth(SIDE_COLUMN + EDGE + ROOM // 2)
        return area

    # The case

    def show_case(self, page: CasePage) -> None:
        """Show a case as it was read just now; what was typed and not recorded stays on the form."""
        if self._page is None or self._page.case.id != page.case.id:
            self._sheets = {}
            self._right = None
            self.problem.say("")
        self._keep_form()
        self._page = page
        for right in page.case.request.rights:
            sheet = self._sheets.setdefault(right, _Sheet())
            recorded = _form_of(page.case.decision(right))
            if not sheet.unrecorded:
                sheet.form = recorded
            sheet.recorded = recorded
        self._show_rights()
        self._show_decided()
        rights = page.case.request.rights
        if self._right not in rights:
            undecided = [right for right in rights if page.case.decision(right) is None]
            self._right = next(iter(undecided), rights[0] if rights else None)
        self._show_right()
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
                button.setProperty("role", "chip")
                button.setCheckable(True)
                button.setAutoDefault(False)
                button.clicked.connect(partial(self._right_chosen, right))
                self._rights.addButton(button, place)
                self._right_row.insertWidget(place, button)
        for button, right in zip(self._rights.buttons(), rights, strict=True):
            decision = page.case.decision(right)
            state = self._words.word("outcome", decision.outcome.value) if decision is not None else self.tr("to decide")
            text = f"{self._words.word('right', right.value)}: {state}"
            button.setText(plain(text))
            button.setAccessibleName(text)
            button.setMinimumWidth(_bold_width(button, text))
            button.setChecked(right is self._right)

    def _show_decided(self) -> None:
        while self._decided.count():
            item = self._decided.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        page = self._page
        decisions = [] if page is None else [page.case.decision(right) for right in page.case.request.rights]
        shown = [decision for decision in decisions if decision is not None]
        for decision in shown:
            self._decided.addWidget(self._decided_row(decision))
        self._decided_card.setVisible(bool(shown))

    def _decided_row(self, decision: Decision) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(self._words.word("right", decision.right.value), wrap=True), 0, 0)
        outcome = self._words.word("outcome", decision.outcome.value)
        chip = Chip(outcome, OUTCOME_TONES[decision.outcome])
        grid.addWidget(chip, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        when = instant(decision.decided_at, self.workspace.zone)
        told = self._page is not None and decision.right in told_rights(self._page.case)
        small = self.tr("{when}, told to the person") if told else self.tr("{when}, not told yet")
        grid.addWidget(Label(small.format(when=when), role="small", wrap=True), 1, 0, 1, 2)
        return row

    # One right

    def _right_chosen(self, right: Right, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self._keep_form()
        self._right = right
        self.problem.say("")
        self._show_right()

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
        if sheet.grounds is None:
            self._ask_grounds(self._right)
        self._show_grounds()
        self._show_state()

    def _ask_grounds(self, right: Right) -> None:
        if self._page is None:
            return
        query = partial(_known, self._page, right)
        self.workspace.jobs.ask(query, partial(self._grounds_came, self._page.case.id, right), refused=self._refused)

    def _grounds_came(self, case_id: int, right: Right, known: _Known) -> None:
        if self._page is None or self._page.case.id != case_id or right not in self._sheets:
            return
        self._sheets[right].grounds, self._sheets[right].laws = known.grounds, known.laws
        if right is self._right:
            self._show_grounds()
            self._show_state()

    def _show_grounds(self) -> None:
        sheet = self._sheet()
        page = self._page
        shown = tuple(cards.ground() for cards in self._cards.values() if cards.ground())
        if self._cards_of == (self._right, sheet.grounds) and shown == sheet.form.grounds:
            return
        for cards in self._cards.values():
            self._ground_card.body.removeWidget(cards)
            cards.hide()
            cards.deleteLater()
        self._cards = {}
        self._cards_of = (self._right, sheet.grounds)
        if page is None or self._right is None or sheet.grounds is None:
            return
        self._ground_card.set_remark(self.tr("applies to: {right}").format(right=self._words.word("right", self._right.value)))
        for law in [place.law for place in page.case.laws if place.law in sheet.laws]:
            cards = GroundCards(law, self._words.word("law", law))
            texts = [self._card_text(line) for line in sheet.grounds if line.law == law]
            cards.show_grounds(texts, chosen=sheet.chosen(law))
            cards.chosen.connect(self._edited)
            self._ground_card.body.addWidget(cards)
            self._cards[law] = cards

    def _card_text(self, line: GroundLine) -> GroundCardText:
        language = self.workspace.language
        ground = line.ground
        details: list[tuple[str, str]] = []
        if line.usable:
            details.append((self.tr("The test"), ground.test))
            details.append((self.tr("Who must prove it"), ground.burden))
            details.append((self.tr("The letter says"), pick(ground.letter_texts, language) or ground.letter))
        else:
            details.append((self.tr("The law, and what it allows instead"), ground.test))
            details.append((self.tr("For the letter"), ground.letter))
        why_not = self._words.word("why_not", line.why_not) if line.why_not else ""
        return GroundCardText(
            ground=ground.id,
            title=pick(ground.titles, language),
            article=ground.article,
            usable=line.usable,
            why_not=why_not,
            details=tuple((label, text) for label, text in details if text.strip("- ")),
        )

    def _outcome_chosen(self, _number: int) -> None:
        self._edited()

    def _edited(self, *_told: object) -> None:
        if self._showing:
            return
        self._keep_form()
        self._show_state()

    def _keep_form(self) -> None:
        """Take what is on the form into the sheet of the right that is shown."""
        if self._page is None or self._right is None or self._right not in self._sheets or self._showing:
            return
        sheet = self._sheets[self._right]
        chosen = tuple(cards.ground() for cards in self._cards.values() if cards.ground())
        sheet.form = Form(
            outcome=self.outcome(),
            grounds=chosen if self._cards else sheet.form.grounds,
            reason=self.reason.toPlainText(),
            note=self.note.toPlainText(),
            schedule=self.schedule.model.lines(),
        )

    def outcome(self) -> Outcome | None:
        """Return the outcome that is chosen."""
        number = self._outcomes.checkedId()
        return tuple(Outcome)[number] if number >= 0 else None

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
        for widget in (self._outcome_card, self._ground_card, self.reason, self.note, self._schedule_card):
            widget.setEnabled(may)
        required, optional = self.tr("What the person rea&ds (required)"), self.tr("What the person rea&ds (may be left empty)")
        self._reason_label.setText(required if refusing else optional)
        needed = self._decision_lines(page, self._right)
        self.readiness.show_lines([*needed, *self._letter_lines(page)])
        self._show_buttons(page, self._right, ready=may and all(line.check is not Check.MISSING for line in needed), may=may)
        self._show_preview()

    def _show_buttons(self, page: CasePage, right: Right, *, ready: bool, may: bool) -> None:
        again = page.case.decision(right) is not None
        self.record_button.setText(self.tr("&Replace decision") if again else self.tr("&Record decision"))
        self.record_button.setAccessibleName(without_mnemonic(self.record_button.text()))
        self.record_button.setEnabled(ready and (self._sheet().unrecorded or not again))
        why_not = self.tr("Something is still missing.") if not ready else self.tr("This decision is recorded already.")
        if not may:
            why_not = self.tr("The case permits no decision where it stands.")
        set_tooltip(self.record_button, "" if self.record_button.isEnabled() else why_not)
        kind = self._letter_kind()
        self.draft_button.setEnabled(kind is not None and Act.COMPOSE in page.permitted)
        set_tooltip(self.draft_button, "" if kind is not None else self.tr("Nothing is decided that is still to be told."))

    def _decision_lines(self, page: CasePage, right: Right) -> list[CheckLine]:
        """Return what the decision itself needs before it can be recorded."""
        sheet = self._sheet()
        form = sheet.form
        if form.outcome is None:
            return [CheckLine(self.tr("Outcome"), Check.MISSING)]
        lines: list[CheckLine] = []
        if form.outcome in REFUSING:
            lines.extend(self._ground_line(sheet, law) for law in sheet.laws)
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
        usable = any(line.usable and line.law == law for line in sheet.grounds or ())
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
        return next((kind for kind in _kinds_to_tell(case) if self._right in rights_to_tell(case, kind)), None)

    def _ask_letter(self) -> None:
        """Draw the letters that would tell what is decided, to see what they lack."""
        page = self._page
        self._previews = {}
        if page is None:
            return
        for kind in _kinds_to_tell(page.case):
            if rights_to_tell(page.case, kind):
                query = partial(_letter, page.case.id, kind, page.case.request.language)
                self.workspace.jobs.ask(query, partial(self._letter_came, page, kind), refused=self._no_letter)

    def _letter_came(self, page: CasePage, kind: LetterKind, preview: LetterPreview) -> None:
        if page is self._page:
            self._previews[kind] = preview
            self._show_state()

    def _no_letter(self, error: WorkbenchError) -> None:
        """Say nothing here: the composer says it when the letter is written."""
        del error

    def _show_preview(self) -> None:
        kind = self._letter_kind()
        preview = self._previews.get(kind) if kind is not None else None
        shown = preview is not None and bool(preview.pdf) and self.preview.show_pdf(preview.pdf)
        self._preview_card.setVisible(shown)

    def draft_letter(self) -> None:
        """Go to the composer: to the draft that exists, else to a new letter."""
        page, kind = self._page, self._letter_kind()
        if page is None or kind is None:
            return
        drafts = [letter for letter in page.letters if letter.kind is kind and letter.state is LetterState.DRAFT]
        if drafts:
            self.workspace.navigation.go(Place("letter", case_id=page.case.id, letter_id=drafts[-1].id))
        else:
            self.workspace.navigation.go(Place("letter", case_id=page.case.id, tab=kind.value))

    # Recording

    def record(self) -> None:
        """Record the decision on the right that is shown."""
        self.schedule.lines()
        self._keep_form()
        form = self._sheet().form
        if self._page is None or self._right is None or form.outcome is None:
            return
        command = Decide(
            case_id=self._page.case.id,
            right=self._right,
            outcome=form.outcome,
            grounds=form.grounds if form.outcome in REFUSING else (),
            reason=form.reason.strip(),
            internal_note=form.note.strip(),
            schedule=form.schedule if form.outcome in SCHEDULED else (),
        )
        self.problem.say("")
        self.record_button.setEnabled(False)
        self.workspace.jobs.run(
            partial(decision_service.decide, command),
            then=partial(self._recorded, self._right, form),
            refused=self._refused,
        )

    def _recorded(self, right: Right, form: Form, _changes: Changes) -> None:
        if right in self._sheets:
            self._sheets[right].recorded = form
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

    def _button(self, name: str, text: str, *, role: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        if role:
            button.setProperty("role", role)
        return button


def _form_of(decision: Decision | None) -> Form:
    if decision is None:
        return Form()
    return Form(decision.outcome, decision.grounds, decision.reason, decision.internal_note, decision.schedule)


def _bold_width(button: QAbstractButton, text: str) -> int:
    """Return the width that a chip needs when it is chosen, which makes its words bold."""
    font = QFont(button.font())
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font).horizontalAdvance(text) + 26


def _known(page: CasePage, right: Right, desk: Desk) -> _Known:
    return _Known(
        decision_service.grounds_for(desk, page.case.id, right),
        decision_service.laws_needing_ground(desk, page.case, right),
    )


def _letter(case_id: int, kind: LetterKind, language: str, desk: Desk) -> LetterPreview:
    offered = languages_of(kind)
    known = language if language in offered else offered[0]
    return letter_service.preview_letter(desk, case_id, kind, known)


def _kinds_to_tell(case: Case) -> tuple[LetterKind, ...]:
    """Return the kinds that would tell what is decided: a refusal for what was refused, else the best there is."""
    best = best_answer(case)
    return tuple(dict.fromkeys((LetterKind.REFUSAL, *((best,) if best is not None else ()), LetterKind.ANSWER)))


def _categories(language: str) -> tuple[str, ...]:
    """Return the categories of Onee's policy in the language of the request, which is that of the letter."""
    found = words_in(language)
    return tuple(found.word("category", key) for key in found.keys("category"))
