"""Laws: the rulebooks that are shipped, their limits with source and confidence, and the authorities they name."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import formats, wording
from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.signoff import SignoffDialog
from ui.safe import Label, set_role, tooltip
from ui.style.chips import TONE_ROLE, Chip, ChipDelegate, Tone
from ui.style.spacing import ROOM, SIDE_COLUMN
from ui.widgets.card import Card
from ui.widgets.page import Page, page_column, scrolled
from workbench.domain.changes import Changes
from workbench.domain.rulebooks import Confidence, Extension, ExtensionOrigin, Limit, Rulebook, pick
from workbench.services.laws import list_rules, load_rulebooks
from workbench.services.lines import RulebookLine, RuleLine
from workbench.services.signoffs import list_rulebooks, sign_rulebook

_Index = QModelIndex | QPersistentModelIndex
_LAW_ROLE = Qt.ItemDataRole.UserRole + 1
_TONES = {Confidence.HIGH: Tone.DONE, Confidence.MEDIUM: Tone.SOON, Confidence.LOW: Tone.LATE}


class RuleModel(QAbstractTableModel):
    """The limits of every rulebook, one row each."""

    def __init__(self, rules: Sequence[RuleLine], workspace: Workspace) -> None:
        super().__init__()
        self._rules = tuple(rules)
        self._words = workspace.words
        self._short = {law: pick(book.short_names, workspace.language) for law, book in load_rulebooks().items()}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of limits."""
        return 0 if parent.isValid() else len(self._rules)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words over a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Law"),
            self.tr("What is owed"),
            self.tr("Rights"),
            self.tr("Limit"),
            self.tr("Source"),
            self.tr("How sure"),
        )[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, the whole rule as its tooltip, the tone of the confidence."""
        if not index.isValid():
            return None
        rule = self._rules[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(rule, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                sure = wording.word("confidence", rule.limit.source.confidence)
                return tooltip(sure if index.column() == 5 else rule.limit.note or self._cell(rule, index.column()))  # noqa: PLR2004  as below
            case int() if role == TONE_ROLE and index.column() == 5:  # noqa: PLR2004  the column of the confidence
                return _TONES[rule.limit.source.confidence]
            case int() if role == _LAW_ROLE:
                return rule.law
            case _:
                return None

    def _cell(self, rule: RuleLine, column: int) -> str:
        limit = rule.limit
        match column:
            case 0:
                return self._short.get(rule.law) or rule.law
            case 1:
                return wording.word("limit_kind", limit.kind)
            case 2:
                return self._rights(limit)
            case 3:
                return self._length(limit)
            case 4:
                return limit.source.cite
            case _:
                return self._sure(limit.source.confidence)

    def _sure(self, confidence: Confidence) -> str:
        match confidence:
            case Confidence.HIGH:
                return self.tr("text read")
            case Confidence.MEDIUM:
                return self.tr("second hand")
            case _:
                return self.tr("to be checked")

    def _rights(self, limit: Limit) -> str:
        if limit.every_right:
            return self.tr("every right")
        return ", ".join(wording.word("right", right) for right in limit.rights)

    def _length(self, limit: Limit) -> str:
        if limit.period is None:
            return self.tr("no number in the law")
        length = self._words.period(limit.period)
        return f"{length}, {self._extension(limit.extension)}" if limit.extension is not None else length

    def _extension(self, extension: Extension) -> str:
        if extension.period is not None:
            return self.tr("and {period} more").format(period=self._words.period(extension.period))
        if extension.origin is ExtensionOrigin.STATED_DATE:
            return self.tr("or until a stated date")
        return self.tr("or as soon as practicable")


class _RuleFilter(QSortFilterProxyModel):
    """Narrows by law and by words in any column."""

    def __init__(self) -> None:
        super().__init__()
        self._law = ""
        self._text = ""

    def narrow(self, law: str, text: str) -> None:
        """Show only the limits of a law (empty: all) whose words hold a text."""
        self.beginFilterChange()
        self._law, self._text = law, text.casefold()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Return whether a limit is shown."""
        model = self.sourceModel()
        first = model.index(row, 0, parent)
        if self._law and first.data(_LAW_ROLE) != self._law:
            return False
        cells = (str(model.index(row, column, parent).data()) for column in range(model.columnCount()))
        return not self._text or any(self._text in cell.casefold() for cell in cells)


class LawsPage(Page):
    """The laws that are shipped."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("lawsPage")
        self._books = load_rulebooks()
        rules = list_rules()
        self._model = RuleModel(rules, workspace)
        self._shown = _RuleFilter()
        self._shown.setSourceModel(self._model)
        self._law = QComboBox()
        self._law.setObjectName("lawFilter")
        self._law.setAccessibleName(self.tr("Law"))
        self._law.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._law.addItem(self.tr("Every law"), "")
        for law, book in self._books.items():
            self._law.addItem(pick(book.names, workspace.language) or book.name, law)
        self._text = QLineEdit()
        self._text.setObjectName("ruleFilter")
        self._text.setAccessibleName(self.tr("Words in a rule"))
        self._text.setPlaceholderText(self.tr("Filter by words"))
        self._text.setClearButtonEnabled(True)
        filters = QHBoxLayout()
        filters.addWidget(self._law, 2)
        filters.addWidget(self._text, 3)
        left = QVBoxLayout()
        left.setSpacing(ROOM - 4)
        left.addLayout(filters)
        left.addWidget(self._table(), 1)
        self._side = QVBoxLayout()
        self._side.setSpacing(ROOM)
        side = QWidget()
        side.setLayout(self._side)
        self._side.setContentsMargins(0, 0, 4, 0)
        area = scrolled(side, name="lawSide")
        area.setFixedWidth(SIDE_COLUMN + 12)
        across = QHBoxLayout()
        across.setSpacing(ROOM + 4)
        across.addLayout(left, 1)
        across.addWidget(area)
        page_column(self).addLayout(across)
        self._law.currentIndexChanged.connect(lambda _index: self._narrow())
        self._text.textChanged.connect(lambda _text: self._narrow())
        numbers = len(self._books), len(rules)
        self.set_heading(
            self.tr("Laws"),
            self.tr("{laws} rulebooks, {rules} limits, each with its source").format(laws=numbers[0], rules=numbers[1]),
        )
        self._lines: dict[str, RulebookLine] = {}
        self._narrow()
        workspace.jobs.changed.connect(self._something_changed)

    def reload(self) -> None:
        """Read who signed which rulebook off."""
        self.workspace.jobs.ask(list_rulebooks, self._show_lines)

    def _something_changed(self, changes: Changes) -> None:
        if changes.settings:
            self.reload()

    def _show_lines(self, lines: tuple[RulebookLine, ...]) -> None:
        self._lines = {line.law: line for line in lines}
        self._narrow()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("ruleTable")
        table.setAccessibleName(self.tr("Limits"))
        table.setModel(self._shown)
        table.setItemDelegate(ChipDelegate(table))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column, width in enumerate((86, 150, 150, 130, 150, 118)):
            head.resizeSection(column, width)
        head.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        return table

    def _narrow(self) -> None:
        law = str(self._law.currentData() or "")
        self._shown.narrow(law, self._text.text())
        while (item := self._side.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for book in self._books.values():
            if law in {"", book.id}:
                self._side.addWidget(self._book_card(book, with_authorities=law == book.id))
        self._side.addStretch(1)

    def _signed(self, card: Card, line: RulebookLine) -> None:
        counts = ", ".join(f"{confidence.value} {count}" for confidence, count in line.limits if count)
        told = self.tr("%n limit(s) by confidence: {counts}", "", sum(count for _one, count in line.limits))
        card.body.addWidget(Label(told.format(counts=counts), role="small", wrap=True))
        if line.used:
            card.body.addWidget(Label(self.tr("%n open case(s)", "", line.used), role="small", wrap=True))
        if line.signoff is not None:
            signed = self.tr("Signed off by {officer} on {day}: {text}").format(
                officer=line.signoff.officer_name,
                day=formats.day(formats.local_day(line.signoff.signed_at, self.workspace.zone)),
                text=line.signoff.text_read,
            )
            card.body.addWidget(Chip(self.tr("signed off"), Tone.DONE), 0, Qt.AlignmentFlag.AlignLeft)
            card.body.addWidget(Label(signed, role="small", wrap=True))
            return
        if line.confirm:
            chip = Chip(self.tr("have counsel confirm"), Tone.SOON)
            card.body.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        if line.earlier_signoffs:
            card.body.addWidget(Label(self.tr("An earlier version was signed off."), role="small", wrap=True))
        button = QPushButton(self.tr("Sign off…"))
        button.setObjectName(f"sign_{line.law}")
        button.setAccessibleName(self.tr("Sign off: {law}").format(law=wording.word("law", line.law)))
        button.setEnabled(not self.workspace.read_only)
        set_role(button, "small")
        button.clicked.connect(partial(self._sign, line))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _remedies(self, card: Card, book: Rulebook) -> None:
        """Show what a letter of refusal names, and where it says no more than that it takes no way to a court away."""
        card.body.addWidget(Label(self.tr("Remedies"), role="section"))
        for remedy in book.remedies:
            if remedy.general:
                card.body.addWidget(Chip(self.tr("have counsel confirm"), Tone.SOON), 0, Qt.AlignmentFlag.AlignLeft)
                remark = Label(wording.word("content_remark", "court_unnamed"), role="small", wrap=True)
                remark.setObjectName(f"courtUnnamed_{book.id}")
                card.body.addWidget(remark)
                continue
            card.body.addWidget(Label(wording.word("remedy", remedy.kind), wrap=True))
            card.body.addWidget(Label(remedy.source.cite, role="small", wrap=True))

    def _sign(self, line: RulebookLine, _checked: object = None) -> None:
        present(SignoffDialog(self.workspace, line, self.workspace.now(), self), self.workspace, sign_rulebook)

    def _book_card(self, book: Rulebook, *, with_authorities: bool) -> Card:
        language = self.workspace.language
        card = Card(pick(book.short_names, language) or book.id, name=f"law_{book.id}")
        card.body.addWidget(Label(pick(book.names, language) or book.name, wrap=True))
        card.body.addWidget(Label(book.law, role="small", wrap=True))
        places = ", ".join(self.workspace.words.place(place) for place in book.places[:8])
        more = len(book.places) - 8
        if more > 0:
            places = self.tr("{places} and %n more", "", more).format(places=places)
        card.body.addWidget(Label(places, role="small", wrap=True))
        note = pick(book.notes, language)
        if note:
            card.body.addWidget(Label(note, role="small", wrap=True))
        card.body.addWidget(Label(self.tr("Version {digest}").format(digest=book.digest), role="small", wrap=True))
        line = self._lines.get(book.id)
        if line is not None:
            self._signed(card, line)
        if with_authorities:
            card.body.addWidget(Label(self.tr("Authorities"), role="section"))
            for authority in book.authorities:
                card.body.addWidget(Label(authority.name, wrap=True))
                card.body.addWidget(Label(", ".join((*authority.address, authority.web)), role="small", wrap=True))
            self._remedies(card, book)
        set_role(card, "card")
        return card
