"""The preview beside the list of cases: who, what is next, and why its date is what it is."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.models.clock_figures import laws_of, title_of
from ui.models.due_words import word_of_deadline
from ui.models.next_words import next_date_words, next_words
from ui.models.why_words import result_of, why_lines
from ui.safe import Label, set_role
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card, Line
from ui.widgets.page import scrolled
from ui.widgets.why_steps import WhySteps
from ui.wording import word
from workbench.services.lines import CasePage, DeadlineLine


def first_clock(page: CasePage) -> DeadlineLine | None:
    """Return the clock that the next step rests on: the one with its date, else the first that is open."""
    standing = [line for line in page.deadlines if line.state in {"running", "paused", "open_ended"}]
    kept = [line for line in standing if line.kind not in {"extension_notice", "house_ack"}]
    return next((line for line in kept if line.due == page.next_step.by), next(iter(kept), next(iter(page.deadlines), None)))


class CasePreview(Card):
    """Shows one case in short; `open_case` and `why` are its buttons."""

    open_case = Signal()
    why = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, name="casePreview")
        self._workspace = workspace
        self._line: DeadlineLine | None = None
        self.setAccessibleName(self.tr("Preview"))
        self._empty = Label(self.tr("Choose a case to see its next step."), role="muted", wrap=True, name="previewEmpty")
        self._inside = QWidget()
        self._number = Label(role="heading", name="previewNumber")
        self._chip = Chip()
        self._name = Label(wrap=True, name="previewName")
        self._asked = Label(role="small", wrap=True)
        self._next = Label(wrap=True, name="previewNext")
        self._by = Label(role="strong", wrap=True, name="previewBy")
        self._open = QPushButton(self.tr("&Open case"))
        self._open.setObjectName("previewOpen")
        self._open.setAccessibleName(self.tr("Open case"))
        set_role(self._open, "primary")
        self._open.clicked.connect(self.open_case)
        self._asks = QPushButton(self.tr("Why this &date?"))
        self._asks.setObjectName("previewWhy")
        self._asks.setAccessibleName(self.tr("Why this date?"))
        self._asks.clicked.connect(self._ask_why)
        self._clock = Label(role="small", wrap=True)
        self._result = Label(wrap=True, role="strong", name="previewResult")
        self._steps = WhySteps()
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no case is chosen."""
        self._inside.hide()
        self._empty.show()

    def show_case(self, page: CasePage, *, now: datetime) -> None:
        """Show a case."""
        words = self._workspace.words
        case = page.case
        self._line = first_clock(page)
        self._number.setText(case.number)
        self._name.setText(case.subject.name)
        rights = ", ".join(word("right", right) for right in case.request.rights)
        self._asked.setText(f"{rights or word('case_kind', case.kind)}; {laws_of(case.laws, words)}")
        self._next.setText(next_words(page.next_step))
        by = next_date_words(page.next_step)
        self._by.setText(by)
        self._by.setVisible(bool(by))
        if self._line is not None:
            told = word_of_deadline(self._line, now=now)
            self._chip.show_state(told.text, told.tone)
            self._clock.setText(title_of(self._line))
            self._result.setText(result_of(self._line))
            self._steps.show_steps(why_lines(self._line, words))
        else:
            self._chip.show_state(word("phase", page.phase), Tone.DONE)
            self._clock.setText(self.tr("No clock runs in this case."))
            self._result.setText("")
            self._steps.show_steps(())
        self._asks.setEnabled(self._line is not None)
        self._result.setVisible(self._line is not None)
        self._empty.hide()
        self._inside.show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addStretch(1)
        head.addWidget(self._chip)
        content = QWidget()
        steps = QVBoxLayout(content)
        steps.setContentsMargins(0, 0, GAP, 0)
        steps.addWidget(self._steps)
        steps.addStretch(1)
        area = scrolled(content, name="previewScroll")
        set_role(content, "surface")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._name)
        column.addWidget(self._asked)
        column.addSpacing(GAP)
        column.addWidget(Label(self.tr("Next step"), role="strong"))
        column.addWidget(self._next)
        column.addWidget(self._by)
        column.addSpacing(4)
        column.addWidget(ButtonRow((self._open, self._asks)))
        column.addSpacing(GAP)
        column.addWidget(Line())
        column.addWidget(Label(self.tr("Why this date?"), role="strong"))
        column.addWidget(self._clock)
        column.addWidget(self._result)
        column.addWidget(area, 1)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._inside, 1)
        self.body.addStretch(0)

    def _ask_why(self) -> None:
        if self._line is not None:
            self.why.emit(self._line)
