"""The list of all letters: newest first, narrowed by where they stand."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from ui.context import Workspace
from ui.models.letters import row_of_line
from ui.navigation import Place
from ui.safe import Label, without_mnemonic
from ui.widgets.letter_table import LetterTable
from ui.widgets.page import Page, page_column
from workbench.domain.changes import Changes
from workbench.domain.letters import LetterState
from workbench.services import letters as letter_service
from workbench.services.lines import LetterLine


class LettersPage(Page):
    """Every letter of the office."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._lines: tuple[LetterLine, ...] = ()
        self._state: LetterState | None = None
        self.table = LetterTable(workspace.words, workspace.zone, name="lettersTable", label=self.tr("Letters"))
        self.table.opened.connect(self._open)
        self._empty = Label("", role="muted", wrap=True, name="lettersEmpty")
        self._filters = QButtonGroup(self)
        self._filters.setExclusive(True)
        column = page_column(self)
        column.addLayout(self._filter_row())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty_place())
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)
        workspace.jobs.changed.connect(self._something_changed)

    def reload(self) -> None:
        """Read the letters again."""
        self.workspace.jobs.ask(letter_service.list_letters, self._show)

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        choices: tuple[tuple[str, str, LetterState | None], ...] = (
            ("lettersAll", self.tr("&All"), None),
            ("lettersDraft", self.tr("&Drafts"), LetterState.DRAFT),
            ("lettersIssued", self.tr("&To send"), LetterState.ISSUED),
            ("lettersDispatched", self.tr("&Sent"), LetterState.DISPATCHED),
        )
        for name, text, state in choices:
            chip = QPushButton(text)
            chip.setObjectName(name)
            chip.setAccessibleName(self.tr("Show: {which}").format(which=without_mnemonic(text)))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(state is None)
            chip.clicked.connect(partial(self._narrow, state))
            self._filters.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _empty_place(self) -> QWidget:
        place = QWidget()
        column = page_column(place)
        column.addWidget(self._empty)
        column.addStretch(1)
        return place

    def _narrow(self, state: LetterState | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self._state = state
        self._show(self._lines)

    def _show(self, lines: tuple[LetterLine, ...]) -> None:
        self._lines = lines
        shown = [row_of_line(line) for line in lines if self._state is None or line.state is self._state]
        self.table.show_rows(shown, now=self.workspace.now())
        self._empty.setText(
            self.tr("No letter has been written yet. Letters are written from a case: open one and choose Write letter.")
            if not lines
            else self.tr("No letter stands here now.")
        )
        self._stack.setCurrentIndex(0 if shown else 1)
        open_letters = sum(line.state is not LetterState.DISPATCHED for line in lines)
        written = self.tr("%n letter(s)", "", len(lines))
        waiting = self.tr("%n not sent yet", "", open_letters)
        self.set_heading(self.tr("Letters"), f"{written}, {waiting}")

    def _open(self, letter_id: int) -> None:
        case_id = next((line.case_id for line in self._lines if line.id == letter_id), None)
        self.workspace.navigation.go(Place("letter", case_id=case_id, letter_id=letter_id))

    def _something_changed(self, changes: Changes) -> None:
        if changes.letters or changes.cases:
            self.reload()
