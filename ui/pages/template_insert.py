"""The list of everything that may stand where the cursor is, each with its meaning; Enter or a double click puts it there."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui.models.template_words import flag_words, placeholder_words
from ui.safe import tooltip
from ui.wording import word
from workbench.domain.template_text import Allowed

_NAMES = 170
_WORDS = Qt.ItemDataRole.UserRole + 1


class _Tree(QTreeWidget):
    """A tree whose leaves are taken with Enter or a double click."""

    taken = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chosen leaf with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take(self.currentItem())
            return
        super().keyPressEvent(event)

    def take(self, item: QTreeWidgetItem | None) -> None:
        """Tell what is to be inserted, if the item stands for anything."""
        words = item.data(0, _WORDS) if item is not None else None
        if words:
            self.taken.emit(str(words))


class InsertList(QWidget):
    """What may be named at a place; `chosen` carries the words to insert."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._filter = QLineEdit()
        self._filter.setObjectName("templateInsertFilter")
        self._filter.setAccessibleName(self.tr("Words in a name or its meaning"))
        self._filter.setPlaceholderText(self.tr("Filter by words"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(lambda _text: self._narrow())
        self.tree = _Tree()
        self.tree.setObjectName("templateInsert")
        self.tree.setAccessibleName(self.tr("What may stand here"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(True)
        self.tree.setIndentation(10)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setTabKeyNavigation(False)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tree.header().resizeSection(0, _NAMES)
        self.tree.header().setStretchLastSection(True)
        self.tree.itemDoubleClicked.connect(lambda item, _column: self.tree.take(item))
        self.tree.taken.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._filter)
        column.addWidget(self.tree, 1)

    def show_allowed(
        self, allowed: Allowed, parts: Sequence[str] = (), places: Sequence[str] = (), *, raw: bool = True
    ) -> None:
        """Show what may be named at a place.

        Args:
            allowed: placeholders, conditions and groups.
            parts: the parts that the templates of the language share.
            places: places for the officer's own words that the text has not declared yet.
            raw: whether the text of the file is edited; otherwise only what may stand within words is shown.
        """
        wanted = (allowed, tuple(parts), tuple(places), raw)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.tree.clear()
        self._branch(self.tr("Placeholders"), placeholder_words, allowed.placeholders, "{{{name}}}", shown="{{{name}}}")
        if raw:
            self._branch(self.tr("Conditions"), flag_words, allowed.flags, '"{name}"')
            self._branch(self.tr("Repeated paragraphs"), partial(word, "template_group"), allowed.groups, 'for_each = "{name}"')
            shared = '[[paragraph]]\nuse = "{name}"\n'
            place = '[[insert]]\nname = "{name}"\n'
            told = self.tr("Places for the officer's own words")
            self._branch(told, partial(word, "insert"), dict.fromkeys(places, ""), place)
            self._branch(self.tr("Shared parts"), partial(word, "template_part"), dict.fromkeys(parts, ""), shared)
        first = self.tree.topLevelItem(0)
        if first is not None:
            first.setExpanded(True)
        self._narrow()

    def _branch(
        self, title: str, meaning_of: Callable[[str], str], names: Mapping[str, str], words: str, *, shown: str = "{name}"
    ) -> None:
        if not names:
            return
        branch = QTreeWidgetItem([title])
        branch.setFirstColumnSpanned(True)
        self.tree.addTopLevelItem(branch)
        branch.setFirstColumnSpanned(True)
        for name in sorted(names, key=lambda one: (not names[one], one)):
            group = names[name]
            meaning = meaning_of(name)
            told = f"{meaning} ({word('template_group', group)})" if group else meaning
            leaf = QTreeWidgetItem([shown.format(name=name), told])
            leaf.setData(0, _WORDS, words.format(name=name))
            leaf.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}: {told}")
            for column in (0, 1):
                leaf.setData(column, Qt.ItemDataRole.ToolTipRole, tooltip(f"{name}: {told}"))
            branch.addChild(leaf)

    def _narrow(self) -> None:
        text = self._filter.text().casefold()
        for row in range(self.tree.topLevelItemCount()):
            branch = self.tree.topLevelItem(row)
            if branch is None:
                continue
            shown = 0
            leaves = [branch.child(place) for place in range(branch.childCount())]
            for leaf in (one for one in leaves if one is not None):
                matches = text in f"{leaf.text(0)} {leaf.text(1)}".casefold()
                leaf.setHidden(not matches)
                shown += matches
            branch.setHidden(not shown)
            if text:
                branch.setExpanded(True)
