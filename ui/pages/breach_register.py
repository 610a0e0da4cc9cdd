"""The register of breaches on the screen: every breach there is, opened with Enter, saved as a table or as a formal record."""

from functools import partial

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.dialogs.paper_output import NamedPaper, PaperOutput
from ui.dialogs.paper_view import PaperViewDialog
from ui.models.breach_table import BreachTable
from ui.navigation import Place
from ui.pages.letters_panel import LettersPart, permit
from ui.widgets.work_table import WorkTable
from workbench.domain.changes import Changes
from workbench.domain.phases import Phase
from workbench.services import breach_register, breaches
from workbench.services.breaches import BreachLine

_MINUTE_MS = 60_000


class BreachRegister(LettersPart):
    """Every breach, the newest first; the limits that run move once a minute."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="breachRegister", parent=parent)
        self._lines: tuple[BreachLine, ...] = ()
        self._output = PaperOutput(workspace, self)
        self._model = BreachTable(workspace.words, workspace.zone, self)
        self.table = WorkTable(
            self._model,
            name="breachTable",
            label=self.tr("Register of breaches"),
            stretch=BreachTable.TITLE,
            whole=(BreachTable.NUMBER, BreachTable.RISK, BreachTable.DUE, BreachTable.STATE),
            spare=(BreachTable.LAWS, BreachTable.TOLD, BreachTable.HOURS, BreachTable.AWARE),
        )
        self.table.opened.connect(self._open)
        self._text = self.search("breachFilterText", self.tr("Number or words"))
        self._standing = self.combo(
            "breachFilterStanding", self.tr("State"), ((self.tr("open"), "open"), (self.tr("closed"), "closed"))
        )
        self._new = self.button("breachNew", self.tr("&New breach…"), self._begin, role="primary")
        self._csv = self.button("breachCsv", self.tr("Save as &table…"), self._save_table)
        self._pdf = self.button("breachPdf", self.tr("&Print the register…"), self._show_record)
        self._column.addLayout(self.row(self._text, self._standing, at_end=(self._csv, self._pdf, self._new)))
        self._column.addWidget(self.stack(self.table), 1)
        self._text.textChanged.connect(lambda _text: self._narrow())
        self._standing.currentIndexChanged.connect(lambda _index: self._narrow())
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._narrow)
        self.setFocusProxy(self.table)
        permit(self._new, may=not workspace.read_only, why_not=self.tr("The store is open for reading only."))
        workspace.jobs.changed.connect(self._something_changed)

    def reload(self) -> None:
        """Read the register again."""
        self.workspace.jobs.ask(breaches.list_breaches, self._show)

    def current(self) -> BreachLine | None:
        """Return the breach that is current."""
        return self._model.line(self.table.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Let the limits move while they can be seen."""
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the limits rest."""
        super().hideEvent(event)
        self._minute.stop()

    def _show(self, lines: tuple[BreachLine, ...]) -> None:
        self._lines = lines
        at_work = sum(line.phase not in {Phase.CLOSED, Phase.NOTICES_DONE} for line in lines)
        told = self.tr("%n breach(es)", "", len(lines))
        self.tell(told + ", " + self.tr("%n at work", "", at_work) if at_work else told)
        for button in (self._csv, self._pdf):
            button.setEnabled(True)
        self._narrow()

    def _narrow(self) -> None:
        before = self.current()
        shown = [line for line in self._lines if self._fits(line)]
        self._model.show_breaches(shown, now=self.workspace.now())
        places = {line.case_id: place for place, line in enumerate(shown)}
        self.table.choose_row(places.get(before.case_id, 0) if before is not None else 0)
        self.show_content(
            shown=bool(shown),
            otherwise=self.tr("No breach fits these filters.") if self._lines else self.tr("No breach is on record."),
        )

    def _fits(self, line: BreachLine) -> bool:
        standing = self._standing.currentData()
        if standing is not None and (line.phase is Phase.CLOSED) != (standing == "closed"):
            return False
        told = f"{line.number} {line.breach.title} {line.breach.what} {line.officer_name}".casefold()
        return all(part in told for part in self._text.text().casefold().split())

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self.workspace.navigation.go(Place("case", case_id=line.case_id))

    def _begin(self) -> None:
        self.workspace.actions["new_breach"].trigger()

    def _save_table(self) -> None:
        query = partial(breach_register.register_csv, language=self.workspace.language)
        self.workspace.jobs.ask(query, partial(self._output.save_table, NamedPaper(self.tr("register-of-breaches"))))

    def _show_record(self) -> None:
        query = partial(breach_register.register_pdf, language=self.workspace.language)
        self.workspace.jobs.ask(query, self._show_paper)

    def _show_paper(self, data: bytes) -> None:
        paper = NamedPaper(self.tr("register-of-breaches"))
        PaperViewDialog(self.workspace, paper, data, title=self.tr("Register of breaches"), parent=self).open()

    def _something_changed(self, changes: Changes) -> None:
        if changes.cases and self.isVisible():
            self.reload()
