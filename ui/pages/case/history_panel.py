"""The history of a case: every line of the journal about it, and the words that were kept with the one chosen."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.models.history_table import HistoryTable
from ui.safe import Label, PlainText
from ui.widgets.card import Card
from ui.widgets.page import page_column
from ui.widgets.work_table import WorkTable
from workbench.services.lines import CasePage

_WORDS_HEIGHT = 130


class HistoryPanel(QWidget):
    """A table, newest first, with the kept words below it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyPanel")
        self._workspace = workspace
        self._model = HistoryTable(workspace.words, workspace.zone, self)
        self._table = WorkTable(
            self._model, name="historyTable", label=self.tr("History"), stretch=HistoryTable.WHAT, bare=True
        )
        card = Card(self.tr("History"), remark=self.tr("nothing here can be changed or taken away"), name="wholeHistoryCard")
        card.body.addWidget(self._table, 1)
        self._below = Card(self.tr("Words kept with it"), name="historyWordsCard")
        self._when = Label("", role="small", wrap=True, name="historyWhen")
        self._words = PlainText(name="historyWords", label=self.tr("Words kept with it"))
        self._words.document().setDocumentMargin(0)
        self._words.setFixedHeight(_WORDS_HEIGHT)
        self._below.body.addWidget(self._when)
        self._below.body.addWidget(self._words)
        column: QVBoxLayout = page_column(self)
        column.addWidget(card, 1)
        column.addWidget(self._below)
        self._below.hide()
        self._table.selectionModel().currentRowChanged.connect(self._chosen)

    def show_case(self, page: CasePage) -> None:
        """Show the history of a case."""
        self._model.show_history(page.history)
        self._below.hide()
        self._table.choose_row(0)

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self._model.line(index)
        self._below.setVisible(line is not None and bool(line.text))
        if line is None:
            return
        at = line.occurred_at or line.at
        told = self.tr("happened {at}, recorded {recorded} by {who}").format(
            at=formats.instant(at, self._workspace.zone),
            recorded=formats.instant(line.at, self._workspace.zone),
            who=line.officer_name,
        )
        self._when.setText(told)
        self._words.setPlainText(line.text)
