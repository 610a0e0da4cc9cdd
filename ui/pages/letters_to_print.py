"""The letters to print: issued and in no print run yet, and those that came back and must leave again."""

from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.models.letters import Column, row_of_line
from ui.navigation import Place
from ui.pages.letter_errands import Errands
from ui.pages.letters_panel import LettersPart, permit
from ui.safe import Label
from ui.widgets.letter_table import LetterTable
from workbench.domain.letters import LetterState
from workbench.services import letters as letter_service
from workbench.services import register
from workbench.services.lines import LetterLine
from workbench.services.office import Desk


class ToPrintPanel(LettersPart):
    """What is to be printed, all of it chosen at first; printing it makes a print run with a posting list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="toPrint", parent=parent)
        self._lines: tuple[LetterLine, ...] = ()
        self._errands = Errands(workspace, self)
        self.table = LetterTable(
            workspace.words,
            workspace.zone,
            name="toPrintTable",
            label=self.tr("Letters to print"),
            hidden=(Column.SENT,),
            several=True,
        )
        self.table.opened.connect(self._open)
        self.table.choice_changed.connect(self._grey)
        self._print = self.button("toPrintPrint", self.tr("&Print the chosen…"), self._print_chosen, role="primary")
        self._all = self.button("toPrintAll", self.tr("Choose &all"), self.table.selectAll)
        self._envelopes = self.button("toPrintEnvelopes", self.tr("Envelopes or &labels…"), self._envelopes_chosen)
        explains = Label(
            self.tr("What is printed together is kept as a print run; record there that it was sent, with the item numbers."),
            role="small",
            wrap=True,
        )
        self._column.addWidget(self.stack(self.table), 1)
        self._column.addWidget(explains)
        self._column.addLayout(self.row(self._print, self._all, self._envelopes))
        self.setFocusProxy(self.table)
        self._grey()

    def reload(self) -> None:
        """Read the letters again."""
        self.workspace.jobs.ask(_to_print, self._show)

    def _show(self, lines: tuple[LetterLine, ...]) -> None:
        fresh = {line.id for line in lines} - {line.id for line in self._lines}
        chosen = {row.id for row in self.table.chosen()} | fresh
        self._lines = lines
        self.table.show_rows([row_of_line(line) for line in lines], now=self.workspace.now())
        self.table.choose(chosen)
        self.show_content(
            shown=bool(lines),
            otherwise=self.tr(
                "Nothing is to be printed now. A letter comes here when it is issued and leaves when it is printed."
            ),
        )
        self.tell(self.tr("%n letter(s) to print", "", len(lines)))
        self._grey()

    def _grey(self) -> None:
        may = bool(self.table.chosen())
        for button in (self._print, self._envelopes):
            permit(button, may=may, why_not=self.tr("Choose one letter or more."))
        self._all.setEnabled(bool(self._lines))

    def _chosen(self) -> list[int]:
        """Return the chosen letters, the oldest first, as they will lie in the tray."""
        return [row.id for row in reversed(self.table.chosen())]

    def _print_chosen(self) -> None:
        self._errands.print_letters(self._chosen())

    def _envelopes_chosen(self) -> None:
        self._errands.envelopes(self._chosen())

    def _open(self, letter_id: int) -> None:
        case_id = next((line.case_id for line in self._lines if line.id == letter_id), None)
        self.workspace.navigation.go(Place("letter", case_id=case_id, letter_id=letter_id))


def _to_print(desk: Desk) -> tuple[LetterLine, ...]:
    """Return the letters in no run yet with those that came back, newest first."""
    fresh = register.letters_to_print(desk)
    known = {line.id for line in fresh}
    issued = letter_service.list_letters(desk, LetterState.ISSUED)
    return tuple(line for line in issued if line.id in known or line.sent_at is not None)
