"""The list of all letters: newest first, narrowed by words, state, kind and language; several can be printed together."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.context import Workspace
from ui.models.letters import LetterRow, row_of_line
from ui.navigation import Place
from ui.pages.letter_errands import Errands
from ui.pages.letters_panel import LettersPart, permit
from ui.safe import without_mnemonic
from ui.widgets.letter_table import LetterTable
from ui.wording import language_name
from workbench.domain.letters import LetterKind, LetterState
from workbench.services import letters as letter_service
from workbench.services.lines import LetterLine


class LettersListPanel(LettersPart):
    """Every letter of the office."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="letters", parent=parent)
        self._lines: tuple[LetterLine, ...] = ()
        self._state: LetterState | None = None
        self._errands = Errands(workspace, self)
        self.table = LetterTable(workspace.words, workspace.zone, name="lettersTable", label=self.tr("Letters"), several=True)
        self.table.opened.connect(self._open)
        self.table.choice_changed.connect(self._grey)
        self._filters = QButtonGroup(self)
        self._filters.setExclusive(True)
        self._text = self.search("lettersFilterText", self.tr("Number or name"))
        words = workspace.words
        kinds = sorted((words.word("letter", kind.value), kind.value) for kind in LetterKind)
        self._kind = self.combo("lettersFilterKind", self.tr("Kind"), kinds)
        self._language = self.combo("lettersFilterLanguage", self.tr("Language"), ())
        self._print = self.button("lettersPrint", self.tr("&Print the chosen…"), self._print_chosen)
        self._envelopes = self.button("lettersEnvelopes", self.tr("Envelopes or &labels…"), self._envelopes_chosen)
        self._column.addLayout(self.row(*self._chips(), self._text, self._kind, self._language))
        self._column.addWidget(self.stack(self.table), 1)
        self._column.addLayout(self.row(self._print, self._envelopes))
        self._text.textChanged.connect(lambda _text: self._narrow())
        for box in (self._kind, self._language):
            box.currentIndexChanged.connect(lambda _index: self._narrow())
        self.setFocusProxy(self.table)
        self._grey()

    def reload(self) -> None:
        """Read the letters again."""
        self.workspace.jobs.ask(letter_service.list_letters, self._show)

    def _chips(self) -> list[QPushButton]:
        choices: tuple[tuple[str, str, LetterState | None], ...] = (
            ("lettersAll", self.tr("&All"), None),
            ("lettersDraft", self.tr("&Drafts"), LetterState.DRAFT),
            ("lettersIssued", self.tr("&To send"), LetterState.ISSUED),
            ("lettersDispatched", self.tr("&Sent"), LetterState.DISPATCHED),
        )
        made = []
        for name, text, state in choices:
            chip = QPushButton(text)
            chip.setObjectName(name)
            chip.setAccessibleName(self.tr("Show: {which}").format(which=without_mnemonic(text)))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(state is None)
            chip.clicked.connect(partial(self._choose_state, state))
            self._filters.addButton(chip)
            made.append(chip)
        return made

    def _choose_state(self, state: LetterState | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self._state = state
        self._narrow()

    def _show(self, lines: tuple[LetterLine, ...]) -> None:
        self._lines = lines
        self._offer_languages()
        open_letters = sum(line.state is not LetterState.DISPATCHED for line in lines)
        written = self.tr("%n letter(s)", "", len(lines))
        waiting = self.tr("%n not sent yet", "", open_letters)
        self.tell(f"{written}, {waiting}")
        self._narrow()

    def _offer_languages(self) -> None:
        """Offer the languages in which there are letters; the one that was chosen stays."""
        known = {self._language.itemData(place) for place in range(1, self._language.count())}
        for code in sorted({line.language for line in self._lines} - known):
            self._language.addItem(language_name(code), code)

    def _narrow(self) -> None:
        shown = [row_of_line(line) for line in self._lines if self._fits(line)]
        self.table.show_rows(shown, now=self.workspace.now())
        self.show_content(
            shown=bool(shown),
            otherwise=self.tr("No letter stands here now.")
            if self._lines
            else self.tr("No letter has been written yet. Letters are written from a case: open one and choose Write letter."),
        )
        self._grey()

    def _fits(self, line: LetterLine) -> bool:
        kind, language = self._kind.currentData(), self._language.currentData()
        text = self._text.text().strip().casefold()
        return (
            (self._state is None or line.state is self._state)
            and kind in {None, line.kind.value}
            and language in {None, line.language}
            and (not text or any(text in part.casefold() for part in (line.number, line.case_number, line.subject_name)))
        )

    def _printable(self) -> tuple[LetterRow, ...]:
        return tuple(row for row in self.table.chosen() if row.state is not LetterState.DRAFT)

    def _grey(self) -> None:
        may = bool(self._printable())
        for button in (self._print, self._envelopes):
            permit(button, may=may, why_not=self.tr("Choose issued letters first; a draft is approved before it is printed."))

    def _print_chosen(self) -> None:
        self._errands.print_letters([row.id for row in reversed(self._printable())])

    def _envelopes_chosen(self) -> None:
        self._errands.envelopes([row.id for row in reversed(self._printable())])

    def _open(self, letter_id: int) -> None:
        case_id = next((line.case_id for line in self._lines if line.id == letter_id), None)
        self.workspace.navigation.go(Place("letter", case_id=case_id, letter_id=letter_id))
