"""The head of a complaint: what it is about, how it came, whether it is in writing, the transfer at issue, its own words."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.models.complaint_words import independence_lines
from ui.navigation import Place
from ui.safe import Label, PlainText, plain, set_role, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.letters import LetterKind
from workbench.services.complaints import ComplaintPage
from workbench.services.lines import CasePage

_MOST_LINES = 7
_LINE = 70


class FactsCard(Card):
    """Shows the head; the signals are the buttons on it."""

    scope_wanted = Signal()
    asked_wanted = Signal()
    writing_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, name="complaintFacts")
        self.set_title(self.tr("Complaint"))
        self._workspace = workspace
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self.body.addLayout(self._rows)

    def show_page(self, case: CasePage, page: ComplaintPage) -> None:
        """Show a complaint."""
        empty(self._rows)
        self._rows.addWidget(self._chips(page))
        self._rows.addLayout(self._facts(page))
        self._words(case)
        buttons = self._buttons(page)
        if buttons:
            self._rows.addWidget(ButtonRow(buttons))

    def _chips(self, page: ComplaintPage) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(Chip(word("complaint_kind", page.complaint.kind), Tone.INFO))
        if page.written:
            flow.addWidget(Chip(self.tr("in writing"), Tone.DONE))
        elif page.asked_on is not None:
            day = formats.short_day(page.asked_on)
            flow.addWidget(Chip(self.tr("writing asked on {day}").format(day=day), Tone.PAUSED))
        else:
            flow.addWidget(Chip(self.tr("not in writing"), Tone.SOON))
        return row

    def _facts(self, page: ComplaintPage) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(ROOM)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._about(grid, page)
        names = {one.id: one.name for one in page.officers}
        named = ", ".join(names.get(one, "") for one in page.complaint.named_officers)
        transfer = page.complaint.transfer
        facts: list[tuple[str, str]] = [(self.tr("Officers named"), named)]
        if transfer is not None:
            facts += [
                (self.tr("Data go to"), transfer.destination),
                (self.tr("Safeguard"), transfer.safeguard),
                (self.tr("Sent by"), transfer.exporter),
                (self.tr("Received by"), transfer.importer),
            ]
        for caption, text in facts:
            if text:
                self._row(grid, caption, Label(text, wrap=True, selectable=True))
        for number, line in enumerate(independence_lines(page)):
            said = Label(line, wrap=True, name=f"independence{number}")
            said.set_role("", "late" if number < len(page.barred) else "")
            self._row(grid, self.tr("Independence") if not number else "", said)
        for one in page.passed_on:
            link = self._link(f"passedOn{one.case_id}", f"{one.number}, {one.authority}", one.case_id)
            self._row(grid, self.tr("Passed on"), link)
            small = self.tr("{day}: {reason}").format(day=formats.day(one.on), reason=one.reason)
            self._row(grid, "", Label(small, role="small", wrap=True))
        return grid

    def _about(self, grid: QGridLayout, page: ComplaintPage) -> None:
        about = page.about
        if about is None:
            self._row(grid, self.tr("About"), Label(self.tr("It stands alone."), role="muted", wrap=True))
            return
        self._row(grid, self.tr("About"), self._link("aboutCase", f"{about.number}, {about.subject_name}", about.id))
        rights = ", ".join(word("right", right) for right in page.complaint.rights)
        if rights or about.rights:
            self._row(grid, self.tr("Disputed"), Label(rights or self.tr("everything in that case"), wrap=True))

    def _row(self, grid: QGridLayout, caption: str, widget: QWidget) -> None:
        row = grid.rowCount()
        if caption:
            level = Qt.AlignmentFlag.AlignVCenter if isinstance(widget, QPushButton) else Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(caption, role="muted"), row, 0, level)
        grid.addWidget(widget, row, 1)

    def _link(self, name: str, text: str, case_id: int) -> QPushButton:
        link = QPushButton(plain(text))
        link.setObjectName(name)
        link.setAccessibleName(self.tr("Open {number}").format(number=text))
        set_role(link, "link")
        link.clicked.connect(partial(self._workspace.navigation.go, Place("case", case_id=case_id)))
        return link

    def _words(self, case: CasePage) -> None:
        request = case.case.request
        if request.subject_line:
            self._rows.addWidget(Label(request.subject_line, role="strong", wrap=True, selectable=True))
        if request.text:
            text = PlainText(request.text, name="complaintText", label=self.tr("The complaint in its own words"))
            lines = min(max(request.text.count("\n") + len(request.text) // _LINE + 1, 2), _MOST_LINES)
            text.setFixedHeight(lines * text.fontMetrics().lineSpacing() + 14)
            text.document().setDocumentMargin(0)
            self._rows.addWidget(text)

    def _buttons(self, page: ComplaintPage) -> list[QPushButton]:
        if not page.editable:
            return []
        buttons = []
        if not page.written:
            if page.asked_on is None:
                letter = self._button("writingLetter", self.tr("Write: {letter}"))
                words = letter.text().format(letter=word("letter", LetterKind.COMPLAINT_IN_WRITING))
                letter.setText(words)
                letter.setAccessibleName(without_mnemonic(words))
                place = Place("letter", case_id=page.case_id, tab=LetterKind.COMPLAINT_IN_WRITING.value)
                letter.clicked.connect(partial(self._workspace.navigation.go, place))
                asked = self._button("writingAsked", self.tr("It was as&ked…"))
                asked.clicked.connect(lambda _checked: self.asked_wanted.emit())
                buttons += [letter, asked]
            came = self._button("writingCame", self.tr("Put in &writing…"))
            came.clicked.connect(lambda _checked: self.writing_wanted.emit())
            buttons.append(came)
        scope = self._button("scopeChange", self.tr("What it is &about…"))
        scope.clicked.connect(lambda _checked: self.scope_wanted.emit())
        return [*buttons, scope]

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(words))
        button.setAutoDefault(False)
        set_role(button, "small")
        return button
