"""The letters of one case: what was written and where it stands, a new letter, printing, sending, proof of delivery or return."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.delivery import DeliveryDialog
from ui.dialogs.dispatch import DispatchDialog
from ui.dialogs.paper_output import PaperOutput
from ui.dialogs.returned import ReturnDialog
from ui.models.letters import Column, row_of_letter
from ui.navigation import Place
from ui.safe import Label, plain, set_tooltip
from ui.style.spacing import EDGE, ROOM
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.letter_table import LetterTable
from workbench.domain.letters import Letter, LetterKind, LetterState
from workbench.domain.phases import LETTERS_OF, TELLS, Act, without_occasion
from workbench.services import dispatch as dispatch_service
from workbench.services import letters as letter_service
from workbench.services.lines import CasePage
from workbench.services.office import Desk
from workbench.services.wording import Words

KIND_GROUPS: Mapping[str, tuple[LetterKind, ...]] = {
    "first": (
        LetterKind.ACKNOWLEDGEMENT,
        LetterKind.IDENTITY,
        LetterKind.CLARIFICATION,
        LetterKind.FEE_NOTICE,
        LetterKind.EXTENSION,
        LetterKind.CLOCK_NOTICE,
    ),
    "answers": tuple(TELLS),
    "notices": (LetterKind.RECIPIENT_NOTICE, LetterKind.SYSTEM_REQUEST),
    "complaints": (
        LetterKind.COMPLAINT_ACKNOWLEDGEMENT,
        LetterKind.COMPLAINT_IN_WRITING,
        LetterKind.COMPLAINT_PROGRESS,
        LetterKind.COMPLAINT_OUTCOME,
        LetterKind.COMPLAINT_PASSED_ON,
        LetterKind.AUTHORITY,
    ),
    "matters": tuple(kind for kind in LetterKind if kind.value.startswith("authority_")),
    "breaches": (LetterKind.BREACH_NOTICE, LetterKind.BREACH_FOLLOW_UP, LetterKind.BREACH_SUBJECTS),
}
"""The kinds of letter as the menu of new letters groups them; each group is a word key of `letter_group`.

The menu shows those that the kind of case has.
"""


def why_no_letter(page: CasePage, kind: LetterKind, words: Words) -> str:
    """Return why a letter of this kind cannot be written for a case now, in words; empty when it can."""
    if Act.COMPOSE not in page.permitted:
        return QCoreApplication.translate("LettersPanel", "the case permits no letter where it stands")
    reason = without_occasion(page.case, kind)
    return words.word("occasion", reason) if reason else ""


class LettersPanel(QWidget):
    """The Letters tab of a case."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._page: CasePage | None = None
        self._output = PaperOutput(workspace, self)
        self.table = LetterTable(
            workspace.words,
            workspace.zone,
            name="caseLetters",
            label=self.tr("Letters of this case"),
            hidden=(Column.SUBJECT, Column.CASE),
        )
        self.table.setProperty("role", "bare")
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._grey)
        self._empty = Label(
            self.tr("No letter has been written in this case yet. New letter starts one; nothing is sent by itself."),
            role="muted",
            wrap=True,
            name="caseLettersEmpty",
        )
        self._menu = QMenu(self)
        self._menu.setObjectName("newLetterMenu")
        self._groups = {group: QMenu(workspace.words.word("letter_group", group), self._menu) for group in KIND_GROUPS}
        for group, menu in self._groups.items():
            menu.setObjectName(f"newLetters_{group}")
            self._menu.addMenu(menu)
        self._new = self._button("newLetter", self.tr("&New letter"), role="primary")
        self._new.setMenu(self._menu)
        self._buttons = {
            "open": self._button("openLetter", self.tr("&Open"), slot=self._open_current),
            "print": self._button("printLetter", self.tr("&Print…"), slot=self._print),
            "dispatch": self._button("dispatchLetter", self.tr("Record the &sending…"), slot=self._dispatch),
            "deliver": self._button("recordDelivery", self.tr("Record the deli&very…"), slot=self._deliver),
            "return": self._button("recordReturn", self.tr("Record the re&turn…"), slot=self._return),
        }
        row = FlowLayout()
        for button in (self._new, *self._buttons.values()):
            row.addWidget(button)
        card = Card(self.tr("Letters"), name="caseLettersCard")
        card.body.addLayout(row)
        card.body.addWidget(self._empty)
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, ROOM + 4, EDGE, ROOM + 4)
        column.addWidget(card, 1)

    def show_case(self, page: CasePage) -> None:
        """Show the letters of a case as it was read just now."""
        self._page = page
        case = page.case
        rows = [
            row_of_letter(letter, case_number=case.number, subject_name=case.subject.name) for letter in reversed(page.letters)
        ]
        self.table.show_rows(rows, now=self.workspace.now())
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._fill_menu(page)
        self._grey()

    def current(self) -> Letter | None:
        """Return the letter that is current in the table."""
        row = self.table.current()
        if row is None or self._page is None:
            return None
        return next((letter for letter in self._page.letters if letter.id == row.id), None)

    def _fill_menu(self, page: CasePage) -> None:
        for group, menu in self._groups.items():
            menu.clear()
            kinds = [kind for kind in KIND_GROUPS[group] if kind in LETTERS_OF[page.case.kind]]
            for kind in kinds:
                menu.addAction(self._kind_action(page, kind, menu))
            menu.menuAction().setVisible(bool(kinds))
        may = Act.COMPOSE in page.permitted
        self._new.setEnabled(may)
        set_tooltip(self._new, "" if may else self.tr("The case permits no letter where it stands."))

    def _kind_action(self, page: CasePage, kind: LetterKind, menu: QMenu) -> QAction:
        words = self.workspace.words
        why_not = why_no_letter(page, kind, words)
        name = words.word("letter", kind.value)
        action = QAction(plain(f"{name} ({why_not})" if why_not else name), menu)
        action.setObjectName(f"newLetter_{kind.value}")
        action.setEnabled(not why_not)
        action.triggered.connect(partial(self._write, kind))
        return action

    def _grey(self) -> None:
        letter = self.current()
        permitted = self._page.permitted if self._page is not None else frozenset()
        state = letter.state if letter is not None else None
        sent = letter.dispatch if letter is not None else None
        ended = sent is not None and (sent.delivered_at is not None or sent.outcome is not None)
        on_its_way = state is LetterState.DISPATCHED and not ended and not self.workspace.read_only
        usable = {
            "open": (letter is not None, ""),
            "print": (
                state in {LetterState.ISSUED, LetterState.DISPATCHED},
                self.tr("Only an issued letter is printed: approve it first."),
            ),
            "dispatch": (
                state is LetterState.ISSUED and Act.DISPATCH in permitted,
                self.tr("Only an issued letter that has not left yet can be sent."),
            ),
            "deliver": (on_its_way, self.tr("Delivery is recorded once, for a letter that was sent.")),
            "return": (on_its_way, self.tr("A return is recorded once, for a letter that was sent.")),
        }
        for name, (may, why_not) in usable.items():
            self._buttons[name].setEnabled(may)
            set_tooltip(self._buttons[name], "" if may else why_not)

    def _button(self, name: str, text: str, *, role: str = "", slot: object = None) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text.replace("&", "").rstrip("…"))
        button.setAutoDefault(False)
        if role:
            button.setProperty("role", role)
        if callable(slot):
            button.clicked.connect(slot)
        return button

    def _write(self, kind: LetterKind, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's triggered carries it
        if self._page is not None:
            self.workspace.navigation.go(Place("letter", case_id=self._page.case.id, tab=kind.value))

    def _open(self, letter_id: int) -> None:
        if self._page is not None:
            self.workspace.navigation.go(Place("letter", case_id=self._page.case.id, letter_id=letter_id))

    def _open_current(self) -> None:
        letter = self.current()
        if letter is not None:
            self._open(letter.id)

    def _print(self) -> None:
        letter = self.current()
        if letter is not None and letter.state is not LetterState.DRAFT:
            query = partial(_bytes_of, letter.id)
            self.workspace.jobs.ask(query, partial(self._output.print_paper, letter))

    def _dispatch(self) -> None:
        letter = self.current()
        if letter is not None and self._page is not None and letter.state is LetterState.ISSUED:
            dialog = DispatchDialog(self.workspace, letter, self.workspace.now(), case=self._page.case, parent=self)
            present(dialog, self.workspace, dispatch_service.dispatch_letter)

    def _deliver(self) -> None:
        letter = self.current()
        if letter is not None and letter.state is LetterState.DISPATCHED:
            dialog = DeliveryDialog(self.workspace, letter, self.workspace.now(), parent=self)
            present(dialog, self.workspace, dispatch_service.record_delivery)

    def _return(self) -> None:
        letter = self.current()
        if letter is not None and self._page is not None and letter.state is LetterState.DISPATCHED:
            dialog = ReturnDialog(self.workspace, self._page, letter, self.workspace.now(), parent=self)
            present(dialog, self.workspace, dispatch_service.record_return)


def _bytes_of(letter_id: int, desk: Desk) -> bytes:
    return letter_service.letter_pdf(desk, letter_id)
