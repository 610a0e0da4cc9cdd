"""The letter templates of the office: which text holds for each kind of letter and language, by whom, when and why."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.models.template_table import KIND, STATE_TONES, TemplateTableModel
from ui.navigation import Place
from ui.safe import Label, set_role
from ui.style.chips import Chip, ChipDelegate
from ui.style.spacing import ROOM, SIDE_COLUMN
from ui.widgets.card import Card
from ui.widgets.page import Page, page_column
from ui.wording import language_name, word
from workbench.domain.changes import Changes
from workbench.domain.letters import LetterKind
from workbench.services.templates import SHIPPED, TemplateLine, TemplateState, list_templates, template_name

_ROW = 38
_LANGUAGE = 120
_ROOM = 12


def template_place(kind: LetterKind, language: str) -> Place:
    """Return the place of the page on which a template is edited."""
    return Place("template", tab=template_name(kind, language))


class _Table(QTableView):
    """A table of cells that are walked with the arrows and opened with Enter or a double click."""

    def __init__(self, model: TemplateTableModel, label: str, open_cell: Callable[[QModelIndex], None]) -> None:
        super().__init__()
        self._open = open_cell
        self.setObjectName("templatesTable")
        self.setAccessibleName(label)
        self.setModel(model)
        self.setItemDelegate(ChipDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(open_cell)
        model.modelReset.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen template with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the languages as wide as their words and let the kinds have what is left, but never less than their words."""
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        room = self.viewport().width()
        for column in range(KIND + 1, self.model().columnCount()):
            wide = max(self.sizeHintForColumn(column), head.sectionSizeHint(column), _LANGUAGE)
            head.resizeSection(column, wide)
            room -= wide
        if self.model().columnCount():
            head.resizeSection(KIND, max(self.sizeHintForColumn(KIND) + _ROOM, room))


class TemplatesPage(Page):
    """Every template, and the chosen one at the side."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("templatesPage")
        self._model = TemplateTableModel(self)
        self._chosen: tuple[LetterKind, str] | None = None
        self.table = _Table(self._model, self.tr("Letter templates"), self._open)
        self._card = Card(self.tr("Template"), name="templateCard")
        self._chip = Chip("", STATE_TONES[TemplateState.SHIPPED])
        self._state = Label("", wrap=True, name="templateState")
        self._who = Label("", role="small", wrap=True, selectable=True, name="templateWho")
        self._edit = QPushButton(self.tr("&Open"))
        self._edit.setObjectName("templateOpen")
        self._edit.setAccessibleName(self.tr("Open the template"))
        set_role(self._edit, "primary")
        self._edit.clicked.connect(lambda: self._open(self.table.currentIndex()))
        self._card.body.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._state, self._who):
            self._card.body.addWidget(widget)
        self._card.body.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignLeft)
        self._help = Card(self.tr("How templates work"), name="templateHelpCard")
        self._help.body.addWidget(
            Label(
                self.tr(
                    "A template is the text of one kind of letter in one language. A change holds for every letter that is not issued yet; issued letters keep the text and the version they were issued with. Every version stays, with who changed it, when and why."
                ),
                role="small",
                wrap=True,
            )
        )
        side = QVBoxLayout()
        side.setSpacing(ROOM)
        side.addWidget(self._card)
        side.addWidget(self._help)
        side.addStretch(1)
        holder = QWidget()
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(SIDE_COLUMN)
        across = QHBoxLayout()
        across.setSpacing(ROOM)
        across.addWidget(self.table, 1)
        across.addWidget(holder)
        page_column(self).addLayout(across)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentChanged.connect(lambda now, _before: self._choose(now))
        self.set_heading(self.tr("Templates"))
        workspace.jobs.changed.connect(self._something_changed)

    def reload(self) -> None:
        """Read the templates again."""
        self.workspace.jobs.ask(list_templates, self._show)

    def _show(self, lines: tuple[TemplateLine, ...]) -> None:
        chosen = self._chosen
        self._model.show_lines(lines)
        own = sum(one.state is not TemplateState.SHIPPED for one in lines)
        told = self.tr("{templates} templates, %n with the office's own text", "", own)
        self.set_heading(self.tr("Templates"), told.format(templates=len(lines)))
        index = self._model.index_of(*chosen) if chosen is not None else QModelIndex()
        self.table.setCurrentIndex(index if index.isValid() else self._model.index(0, KIND + 1))
        if self.isVisible() and self.window().focusWidget() in {None, self}:
            self.table.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        self._edit.setEnabled(line is not None)
        if line is None:
            return
        self._chosen = (line.kind, line.language)
        self._card.set_title(f"{word('letter', line.kind.value)}, {language_name(line.language)}")
        self._chip.show_state(word("template_state", line.state.value), STATE_TONES[line.state])
        self._state.setText(word("template_state_help", line.state.value))
        self._who.setText(self._who_words(line))
        self._who.setVisible(bool(self._who.text()))

    def _who_words(self, line: TemplateLine) -> str:
        if line.changed_at is None:
            return ""
        when = formats.instant(line.changed_at, self.workspace.zone)
        if line.number == SHIPPED:
            told = self.tr("Set back on {when} by {officer}: {reason}")
        else:
            told = self.tr("Version {number}, saved on {when} by {officer}: {reason}")
        return told.format(number=line.number, when=when, officer=line.officer_name, reason=line.reason)

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self.workspace.navigation.go(template_place(line.kind, line.language))

    def _something_changed(self, changes: Changes) -> None:
        if changes.settings:
            self.reload()
