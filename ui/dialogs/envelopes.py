"""Envelopes and labels of issued letters: choose the form, look at the pages, print or save them; nothing of them is kept."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.paper_output import NamedPaper, PaperOutput
from ui.safe import Label, without_mnemonic
from ui.style.spacing import GAP
from ui.widgets.number_edit import NumberEdit
from ui.widgets.pdf_preview import PdfPreview
from workbench.domain.envelopes import EnvelopeForm, LabelSheet
from workbench.domain.errors import WorkbenchError
from workbench.services.envelopes import envelope_pdf, labels_pdf

_MOST_LABELS = 30


class EnvelopesDialog(QDialog):
    """Envelopes or labels of some letters.

    Args:
        workspace: jobs and words.
        letter_ids: issued letters, in the order in which they are printed.
    """

    def __init__(self, workspace: Workspace, letter_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("envelopesDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Envelopes or labels for %n letter(s)", "", len(letter_ids))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(760, 680)
        self._workspace = workspace
        self._letter_ids = tuple(letter_ids)
        self._output = PaperOutput(workspace, self)
        self._asked = 0
        words = workspace.words
        self._form = QComboBox()
        self._form.setObjectName("envelopesForm")
        for form in EnvelopeForm:
            self._form.addItem(words.word("choice", form.value), form)
        for sheet in LabelSheet:
            self._form.addItem(words.word("choice", sheet.value), sheet)
        self._start = NumberEdit()
        self._start.setObjectName("envelopesStart")
        self._start.setRange(1, _MOST_LABELS)
        self._start_label = Label(self.tr("&First label"), role="field", buddy=self._start)
        self._problem = Label("", wrap=True, name="envelopesProblem")
        self._problem.set_role("", "late")
        self._problem.hide()
        self.preview = PdfPreview("envelopesPreview", title)
        self._prints = self._button("envelopesPrint", self.tr("&Print…"), self._print)
        self._prints.setProperty("role", "primary")
        self._saves = self._button("envelopesSave", self.tr("&Save PDF…"), self._save)
        self._lay_out()
        self._form.currentIndexChanged.connect(lambda _index: self._draw())
        self._start.valueChanged.connect(lambda _value: self._draw())
        self._draw()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(GAP)
        choices.addWidget(Label(self.tr("P&aper"), role="field", buddy=self._form))
        choices.addWidget(self._form, 1)
        choices.addWidget(self._start_label)
        choices.addWidget(self._start)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        for button in (self._saves, self._prints, self._button("envelopesClose", self.tr("C&lose"), self.reject)):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(choices)
        column.addWidget(self._problem)
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _draw(self) -> None:
        """Draw the pages of what is chosen; an older drawing that comes late is dropped."""
        self._asked += 1
        chosen = self._form.currentData()
        labels = chosen in set(LabelSheet)
        self._start.setVisible(labels)
        self._start_label.setVisible(labels)
        if labels:
            query = partial(labels_pdf, letter_ids=self._letter_ids, sheet=LabelSheet(chosen), start=self._start.value())
        else:
            query = partial(envelope_pdf, letter_ids=self._letter_ids, form=EnvelopeForm(chosen))
        asked = self._asked
        self._workspace.jobs.ask(query, partial(self._drawn, asked), refused=partial(self._refused, asked))

    def _drawn(self, asked: int, data: bytes) -> None:
        if asked == self._asked:
            self._problem.hide()
            self.preview.show_pdf(data)
            self._permit(may=True)

    def _refused(self, asked: int, error: WorkbenchError) -> None:
        if asked == self._asked:
            self._problem.setText(self._workspace.words.error(error))
            self._problem.show()
            self.preview.show_message("")
            self._permit(may=False)

    def _permit(self, *, may: bool) -> None:
        for button in (self._prints, self._saves):
            button.setEnabled(may)

    def _paper(self) -> NamedPaper:
        sheet = self._form.currentData() in set(LabelSheet)
        return NamedPaper(self.tr("labels") if sheet else self.tr("envelopes"), self.preview.page_count)

    def _print(self) -> None:
        self._output.print_paper(self._paper(), self.preview.data)

    def _save(self) -> None:
        self._output.save_paper(self._paper(), self.preview.data)
