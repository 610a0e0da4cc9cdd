"""The list of regulator matters, the nearest deadline of an authority first."""

from functools import partial

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.models.matter_table import MatterTable
from ui.navigation import Place
from ui.pages.letters_panel import LettersPart, permit
from ui.widgets.work_table import WorkTable
from ui.wording import word
from workbench.domain.changes import Changes
from workbench.domain.matters import MatterKind
from workbench.services.matter_pages import MatterLine, list_matters

_MINUTE_MS = 60_000


class MattersList(LettersPart):
    """Every open matter, or every one; deadlines move once a minute."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="mattersList", parent=parent)
        self._lines: tuple[MatterLine, ...] = ()
        self._model = MatterTable(self)
        self.table = WorkTable(
            self._model,
            name="mattersTable",
            label=self.tr("Regulator matters"),
            stretch=MatterTable.AUTHORITY,
            whole=(MatterTable.DUE, MatterTable.NUMBER, MatterTable.ABOUT, MatterTable.STATE, MatterTable.ANSWERED),
            spare=(MatterTable.OFFICER, MatterTable.ABOUT, MatterTable.REFERENCE, MatterTable.KIND),
        )
        self.table.opened.connect(self._open)
        self._text = self.search("mattersFilterText", self.tr("Number, authority or reference"))
        self._kind = self.combo(
            "mattersFilterKind", self.tr("Kind"), tuple((word("matter_kind", kind), kind.value) for kind in MatterKind)
        )
        self._standing = self.combo("mattersFilterStanding", self.tr("State"), ((self.tr("closed too"), "all"),))
        self._standing.setItemText(0, self.tr("State: open"))
        self._new = self.button("matterNew", self.tr("&New matter…"), self._begin, role="primary")
        self._column.addLayout(self.row(self._text, self._kind, self._standing, at_end=(self._new,)))
        self._column.addWidget(self.stack(self.table), 1)
        self._text.textChanged.connect(lambda _text: self._narrow())
        self._kind.currentIndexChanged.connect(lambda _index: self._narrow())
        self._standing.currentIndexChanged.connect(lambda _index: self.reload())
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._narrow)
        self.setFocusProxy(self.table)
        permit(self._new, may=not workspace.read_only, why_not=self.tr("The store is open for reading only."))
        workspace.jobs.changed.connect(self._something_changed)

    def reload(self) -> None:
        """Read the list again."""
        every = self._standing.currentData() == "all"
        self.workspace.jobs.ask(partial(list_matters, every=every), self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the deadlines move while they can be seen."""
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the deadlines rest."""
        super().hideEvent(event)
        self._minute.stop()

    def _show(self, lines: tuple[MatterLine, ...]) -> None:
        self._lines = lines
        late = sum(line.late for line in lines)
        told = self.tr("%n matter(s)", "", len(lines))
        self.tell(told + ", " + self.tr("%n late", "", late) if late else told)
        self._narrow()

    def _narrow(self) -> None:
        chosen = self._model.line(self.table.currentIndex())
        shown = [line for line in self._lines if self._fits(line)]
        self._model.show_matters(shown, now=self.workspace.now())
        row = next((number for number, line in enumerate(shown) if chosen is not None and line.id == chosen.id), 0)
        self.table.choose_row(row)
        nothing = self.tr("There is no matter with an authority. Open one when an authority writes, or when Onee turns to one.")
        narrowed = self.tr("No matter fits these filters.")
        self.show_content(shown=bool(shown), otherwise=narrowed if self._lines else nothing)

    def _fits(self, line: MatterLine) -> bool:
        if self._kind.currentData() not in {None, line.kind.value}:
            return False
        told = f"{line.number} {line.authority} {line.reference} {line.about} {line.person}".casefold()
        return all(part in told for part in self._text.text().casefold().split())

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self.workspace.navigation.go(Place("case", case_id=line.id))

    def _begin(self) -> None:
        self.workspace.actions["new_matter"].trigger()

    def _something_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.cases or changes.settings):
            self.reload()
