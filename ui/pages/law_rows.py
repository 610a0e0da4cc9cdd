"""The laws of a request: one row each with its place; a second law starts a second clock beside the first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.safe import Label, set_role, set_tooltip
from ui.style.spacing import GAP
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.cases import LawPlace
from workbench.domain.rulebooks import Rulebook
from workbench.services.wording import Words


class LawRows(QWidget):
    """Edits one or more laws with their places; `changed` after every choice.

    Args:
        rulebooks: the laws that are shipped.
        words: the words of the reader's language.
    """

    changed = Signal()

    def __init__(self, rulebooks: Mapping[str, Rulebook], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lawRows")
        self._rulebooks = rulebooks
        self._words = words
        self._rows: list[tuple[QComboBox, QComboBox]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._add = QPushButton(self.tr("Add another &law"))
        self._add.setObjectName("lawAdd")
        self._add.setAccessibleName(self.tr("Add another law"))
        set_role(self._add, "link")
        self._add.clicked.connect(self._add_next)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._list)
        column.addLayout(foot)

    def laws(self) -> tuple[LawPlace, ...]:
        """Return what is chosen; a row whose place is not chosen yet is left out."""
        found = [LawPlace(str(law.currentData()), str(place.currentData() or "")) for law, place in self._rows]
        return tuple(one for one in found if one.place)

    def unplaced(self) -> bool:
        """Return whether a law stands there without its place."""
        return any(not place.currentData() for _, place in self._rows)

    def show_laws(self, laws: Sequence[tuple[LawPlace, str]]) -> None:
        """Show other rows; each law may come with the words that point to it."""
        empty(self._list)
        self._rows = []
        for one, why in laws:
            if one.law in self._rulebooks:
                self._add_row(one, why)
        self._follow()

    def _add_next(self) -> None:
        used = {str(law.currentData()) for law, _ in self._rows}
        free = next((law for law in self._rulebooks if law not in used), None)
        if free is not None:
            self._add_row(LawPlace(free, ""), "")
            self._follow()
            self._rows[-1][0].setFocus()

    def _add_row(self, one: LawPlace, why: str) -> None:
        number = len(self._rows)
        law = QComboBox()
        law.setObjectName(f"law{number}")
        law.setAccessibleName(self.tr("Law"))
        for known in self._rulebooks:
            law.addItem(word("law", known), known)
        law.setCurrentIndex(law.findData(one.law))
        place = QComboBox()
        place.setObjectName(f"place{number}")
        place.setAccessibleName(self.tr("Place"))
        self._fill_places(place, one.law, one.place)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        for combo in (law, place):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
            across.addWidget(combo, 1)
        if number:
            remove = QPushButton("\N{MULTIPLICATION SIGN}")
            remove.setObjectName(f"lawRemove{number}")
            remove.setAccessibleName(self.tr("Take this law away"))
            set_tooltip(remove, self.tr("Take this law away"))
            set_role(remove, "small")
            pair = (law, place)
            remove.clicked.connect(lambda: self._remove(pair))
            across.addWidget(remove)
        self._list.addWidget(row)
        if why:
            hint = Label(self.tr("suggested by “{words}”").format(words=why), wrap=True, name=f"lawWhy{number}")
            hint.set_role("small", "info")
            self._list.addWidget(hint)
        self._rows.append((law, place))
        law.currentIndexChanged.connect(lambda _: self._law_changed(law, place))
        place.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _fill_places(self, combo: QComboBox, law: str, place: str) -> None:
        places = self._rulebooks[law].places
        combo.clear()
        if len(places) > 1 and place not in places:
            combo.addItem(self.tr("Choose the place"), "")
        for one in sorted(places, key=self._words.place):
            combo.addItem(self._words.place(one), one)
        combo.setCurrentIndex(max(combo.findData(place), 0))

    def _law_changed(self, law: QComboBox, place: QComboBox) -> None:
        self._fill_places(place, str(law.currentData()), "")
        self._follow()

    def _remove(self, pair: tuple[QComboBox, QComboBox]) -> None:
        kept = [row for row in self._rows if row is not pair]
        self.show_laws([(LawPlace(str(law.currentData()), str(place.currentData() or "")), "") for law, place in kept])

    def _follow(self) -> None:
        self._add.setVisible(len(self._rows) < len(self._rulebooks))
        self.changed.emit()
