"""Cases: the list with its filters, and a preview of the case that is chosen."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import Workspace
from ui.dialogs.why import WhyDialog
from ui.models.case_table import CaseTable
from ui.navigation import Place
from ui.pages.case_preview import CasePreview
from ui.safe import Label, set_role
from ui.style.spacing import GAP, ROOM
from ui.widgets.button_row import ButtonRow
from ui.widgets.page import Page, page_column
from ui.widgets.work_table import WorkTable
from ui.wording import word
from workbench.domain.cases import CaseKind
from workbench.domain.changes import Changes
from workbench.domain.phases import Phase
from workbench.domain.rights import OFFERED_RIGHTS, Right
from workbench.services import cases
from workbench.services.laws import further_rights, load_rulebooks
from workbench.services.lines import CaseFilter, CaseLine, CasePage, DeadlineLine

_PREVIEW = 324
_TYPING_MS = 200
_LEAST_TEXT = 172
_LEAST_LETTERS = 12
"""A choice gives way to the field to search in, down to these letters."""


class CasesPage(Page):
    """A filter row, the table, and the preview."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("casesPage")
        self._page: CasePage | None = None
        self._wanted = CaseFilter()
        self._text = QLineEdit()
        self._text.setObjectName("casesFilterText")
        self._text.setPlaceholderText(self.tr("Number or name"))
        self._text.setAccessibleName(self.tr("Filter by number or name"))
        self._text.setClearButtonEnabled(True)
        self._text.setMinimumWidth(_LEAST_TEXT)
        self._text.setMaximumWidth(240)
        self._standing = QButtonGroup(self)
        self._kind = self._combo("casesFilterKind", self.tr("Kind"))
        self._kind.setItemText(0, self.tr("All kinds"))
        self._right = self._combo("casesFilterRight", self.tr("Right"))
        self._law = self._combo("casesFilterLaw", self.tr("Law"))
        self._phase = self._combo("casesFilterPhase", self.tr("Stands at"))
        self._model = CaseTable(workspace.words, self)
        self._table = WorkTable(
            self._model,
            name="casesTable",
            label=self.tr("Cases"),
            stretch=CaseTable.ASKED,
            spare=(CaseTable.RECEIVED, CaseTable.LAW),
        )
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._write = QPushButton(self.tr("&Write letters to these…"))
        self._write.setObjectName("casesWriteLetters")
        self._write.setAccessibleName(self.tr("Write letters to these cases"))
        self._write.setAutoDefault(False)
        self._write.clicked.connect(self._write_letters)
        self._empty = Label("", role="muted", wrap=True, name="casesEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview = CasePreview(workspace)
        self._preview.setFixedWidth(_PREVIEW)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self._typing.timeout.connect(self.reload)
        self._text.textChanged.connect(lambda _: self._typing.start())
        self._standing.buttonClicked.connect(lambda _: self.reload())
        for combo in (self._kind, self._right, self._law, self._phase):
            combo.currentIndexChanged.connect(lambda _: self.reload())
        self._table.opened.connect(self._open_row)
        self._table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._preview.open_case.connect(self._open_chosen)
        self._preview.why.connect(self._why)
        workspace.jobs.changed.connect(self._changed)

    def show_place(self, place: Place) -> None:
        """Read the list, ready for the arrow keys."""
        super().show_place(place)
        self._table.setFocus()

    def reload(self) -> None:
        """Read the list again with the filters as they stand."""
        self._wanted = self._filter()
        self.workspace.jobs.ask(partial(cases.list_cases, chosen=self._wanted), partial(self._show, self._wanted))

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.cases:
            self.reload()

    def _combo(self, name: str, label: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(self.tr("Filter: {what}").format(what=label))
        combo.addItem(self.tr("{what}: any").format(what=label), None)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMinimumContentsLength(_LEAST_LETTERS)
        return combo

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._text)
        for name, label, key in (
            ("casesOpen", self.tr("Open"), "open"),
            ("casesClosed", self.tr("Closed"), "closed"),
            ("casesAll", self.tr("All"), "all"),
        ):
            chip = QPushButton(label)
            chip.setObjectName(name)
            chip.setAccessibleName(label)
            chip.setCheckable(True)
            chip.setChecked(key == "open")
            chip.setProperty("standing", key)
            set_role(chip, "chip")
            self._standing.addButton(chip)
            row.addWidget(chip)
        for kind, words in (
            (CaseKind.REQUEST, self.tr("Requests")),
            (CaseKind.COMPLAINT, self.tr("Complaints")),
            (CaseKind.MATTER, self.tr("Regulator matters")),
            (CaseKind.BREACH, self.tr("Breaches")),
        ):
            self._kind.addItem(words, kind)
        for right in (*OFFERED_RIGHTS, *further_rights(load_rulebooks())):
            self._right.addItem(word("right", right), right)
        for law in load_rulebooks():
            self._law.addItem(word("law", law), law)
        for phase in Phase:
            self._phase.addItem(word("phase", phase), phase)
        for combo in (self._kind, self._right, self._law, self._phase):
            row.addWidget(combo)
        row.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._table, 1)
        left.addWidget(self._empty, 1)
        left.addWidget(ButtonRow((self._write,)))
        self._empty.hide()
        across = QHBoxLayout()
        across.setSpacing(ROOM)
        across.addLayout(left, 1)
        across.addWidget(self._preview)
        column = page_column(self)
        column.setSpacing(GAP + 4)
        column.addLayout(row)
        column.addLayout(across, 1)

    def _filter(self) -> CaseFilter:
        right, phase, kind = self._right.currentData(), self._phase.currentData(), self._kind.currentData()
        return CaseFilter(
            text=self._text.text().strip(),
            standing=self._chosen_standing(),
            right=Right(right) if right is not None else None,
            law=str(self._law.currentData() or ""),
            phase=Phase(phase) if phase is not None else None,
            kind=CaseKind(kind) if kind is not None else None,
        )

    def _chosen_standing(self) -> str:
        checked = self._standing.checkedButton()
        return str(checked.property("standing")) if checked is not None else "open"

    def _show(self, wanted: CaseFilter, lines: tuple[CaseLine, ...]) -> None:
        if wanted != self._wanted:
            return
        current = self._model.line(self._table.currentIndex())
        self._model.show_cases(lines, now=self.workspace.now())
        self._table.setVisible(bool(lines))
        self._write.setEnabled(bool(lines))
        self._empty.setVisible(not lines)
        if not lines:
            narrowed = wanted != CaseFilter(standing=wanted.standing)
            self._empty.setText(
                self.tr("No case fits these filters.")
                if narrowed
                else self.tr("No case here yet. Import a mail or open a new case.")
            )
            self._page = None
            self._preview.show_nothing()
        counts = {
            "open": self.tr("%n open case(s)", "", len(lines)),
            "closed": self.tr("%n closed case(s)", "", len(lines)),
            "all": self.tr("%n case(s) in all", "", len(lines)),
        }
        self.set_heading(self.tr("Cases"), counts[wanted.standing])
        keep = next((row for row, line in enumerate(lines) if current is not None and line.id == current.id), 0)
        self._table.choose_row(keep)

    def _row_chosen(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        line = self._model.line(index)
        if line is not None:
            self.workspace.jobs.ask(partial(cases.case_page, case_id=line.id), self._show_preview)

    def _show_preview(self, page: CasePage) -> None:
        chosen = self._model.line(self._table.currentIndex())
        if chosen is None or chosen.id != page.case.id:
            return
        self._page = page
        self._preview.show_case(page, now=self.workspace.now())

    def _open_row(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self.workspace.navigation.go(Place("case", case_id=line.id))

    def _write_letters(self) -> None:
        """Write letters to the cases that are marked; where no more than one is, to every case of the list."""
        marked = [self._model.line(index) for index in self._table.selectionModel().selectedRows()]
        chosen = [line for line in marked if line is not None]
        lines = chosen if len(chosen) > 1 else self._model.lines()
        case_ids = tuple(sorted(line.id for line in lines))
        self.workspace.navigation.go(Place("batch", case_ids=case_ids))

    def _open_chosen(self) -> None:
        self._open_row(self._table.currentIndex())

    def _why(self, line: DeadlineLine) -> None:
        WhyDialog(self.workspace, line, self).open()
