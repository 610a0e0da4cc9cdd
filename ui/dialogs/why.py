"""Why this date? The steps of one clock, or of every clock of a case, with their sources: to read, to copy, to print and to save."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ui.clipboard import copy
from ui.context import Workspace
from ui.models.clock_figures import caption_of, title_of
from ui.models.doubt_words import doubts
from ui.models.why_facts import WhyFacts, calendar_words, hand_words, rulebook_words, why_facts
from ui.models.why_words import override_words, result_of, why_lines, why_text
from ui.safe import Label, set_role, set_tooltip, tell, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.widgets.card import Line
from ui.widgets.page import scrolled
from ui.widgets.rows import empty
from ui.widgets.why_steps import WhySteps
from workbench.domain.errors import WorkbenchError
from workbench.services import explanations
from workbench.services.lines import CasePage, DeadlineLine


class _WhyWindow(QDialog):
    """Explains some clocks of one case; changes nothing.

    Args:
        workspace: jobs and words.
        lines: the clocks, in the order in which they are explained.
        title: of the window.
    """

    def __init__(
        self, workspace: Workspace, lines: Sequence[DeadlineLine], *, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("whyDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(660, 600)
        self._workspace = workspace
        self._lines = tuple(lines)
        self._text = "\n\n".join(why_text(line, workspace.words) for line in lines)
        content = QWidget()
        self._inside = QVBoxLayout(content)
        self._inside.setContentsMargins(0, 0, 8, 0)
        self._inside.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        area = scrolled(content, name="whyScroll")
        area.setAccessibleName(title)
        column.addWidget(area, 1)
        column.addWidget(self._buttons())
        self._show(WhyFacts())
        self._case_id = lines[0].case_id if lines else 0
        if self._case_id:
            workspace.jobs.ask(partial(why_facts, case_id=self._case_id), self._show)
        self._offer_paper(offered=bool(self._case_id))

    def text(self) -> str:
        """Return the answer as it is copied."""
        return self._text

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.setObjectName("whyButtons")
        action, close = QDialogButtonBox.ButtonRole.ActionRole, QDialogButtonBox.ButtonRole.RejectRole
        self._prints = self._button("whyPrint", self.tr("&Print…"), self._print)
        self._prints.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self._saves = self._button("whySave", self.tr("&Save PDF…"), self._save)
        copies = self._button("whyCopy", self.tr("&Copy as text"), self._copy)
        closes = self._button("whyClose", self.tr("C&lose"), self.reject)
        closes.setDefault(True)
        set_role(closes, "primary")
        for button in (self._prints, self._saves, copies):
            buttons.addButton(button, action)
        buttons.addButton(closes, close)
        return buttons

    def _button(self, name: str, text: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _show(self, facts: WhyFacts) -> None:
        empty(self._inside)
        for place, line in enumerate(self._lines):
            if place:
                self._inside.addSpacing(6)
                self._inside.addWidget(Line())
            self._inside.addWidget(_WhySection(self._workspace, line, facts, name=f"why{place}"))
        if not self._lines:
            self._inside.addWidget(Label(self.tr("No clock runs in this case."), role="muted"))
        self._inside.addStretch(1)

    def _offer_paper(self, *, offered: bool) -> None:
        for button in (self._prints, self._saves):
            button.setEnabled(offered)
            set_tooltip(button, "" if offered else self.tr("Open the case first: a record belongs to a case."))

    def _copy(self) -> None:
        copy(self._text)

    def _print(self) -> None:
        self._ask_pdf("print")

    def _save(self) -> None:
        self._ask_pdf("save")

    def _ask_pdf(self, way: str) -> None:
        limit_ids = tuple(dict.fromkeys(line.limit_id for line in self._lines))
        language = self._workspace.language

        query = partial(explanations.why_pdf, case_id=self._case_id, language=language, limit_ids=limit_ids)
        self._workspace.jobs.ask(query, partial(self._paper_made, way), refused=self._refused)

    def _paper_made(self, way: str, data: bytes) -> None:
        from ui.dialogs.paper_output import NamedPaper, PaperOutput  # noqa: PLC0415  it brings QtPdf with it

        output = PaperOutput(self._workspace, self)
        paper = NamedPaper(self.tr("{number} dates").format(number=self._lines[0].number))
        if way == "print":
            output.print_paper(paper, data)
        else:
            output.save_paper(paper, data)

    def _refused(self, error: WorkbenchError) -> None:
        tell(self, self.tr("Not done"), self._workspace.words.error(error))


class WhyDialog(_WhyWindow):
    """Answers for one clock."""

    def __init__(self, workspace: Workspace, line: DeadlineLine, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Why", "Why this date?")
        super().__init__(workspace, (line,), title=title, parent=parent)


class WhyCaseDialog(_WhyWindow):
    """Answers for every clock of a case."""

    def __init__(self, workspace: Workspace, page: CasePage, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Why", "Why these dates? {number}").format(number=page.case.number)
        super().__init__(workspace, page.deadlines, title=title, parent=parent)


class _WhySection(QWidget):
    """One clock explained: its name, its law, its date, what was set by hand, the steps, and what they rest on."""

    def __init__(self, workspace: Workspace, line: DeadlineLine, facts: WhyFacts, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        words = workspace.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(title_of(line), role="heading", wrap=True))
        column.addWidget(Label(caption_of(line, words), role="small", wrap=True))
        column.addWidget(Label(result_of(line), role="strong", wrap=True, selectable=True, name=f"{name}Result"))
        if line.override is not None:
            column.addWidget(Chip(self.tr("set by hand"), Tone.HAND), 0, Qt.AlignmentFlag.AlignLeft)
            who = hand_words(line, facts)
            told = override_words(line)
            column.addWidget(Label(f"{who}: {told}" if who else told, wrap=True, selectable=True, name=f"{name}Hand"))
        column.addSpacing(4)
        column.addWidget(WhySteps(why_lines(line, words)))
        basis = " ".join(one for one in (calendar_words(line, facts, words), rulebook_words(line, facts)) if one)
        if basis:
            column.addWidget(Label(basis, role="small", wrap=True, name=f"{name}Calendar"))
        for doubt in doubts(line, unsigned=facts.unsigned):
            hint = Label(doubt, wrap=True)
            hint.set_role("small", "soon")
            column.addWidget(hint)
