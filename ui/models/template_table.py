"""The letter templates as a table: a row for each kind of letter, a column for each language, in a cell which text holds."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.safe import tooltip
from ui.style.chips import TONE_ROLE, Tone
from ui.wording import language_name, word
from workbench.domain.letters import LetterKind
from workbench.services.templates import TemplateLine, TemplateState

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
KIND = 0
"""The column that names the kind; the languages follow."""

STATE_TONES = {
    TemplateState.SHIPPED: Tone.CALM,
    TemplateState.OFFICE: Tone.HAND,
    TemplateState.OUTDATED: Tone.SOON,
    TemplateState.BROKEN: Tone.LATE,
}
"""How the state of a template looks."""


class TemplateTableModel(QAbstractTableModel):
    """Which text of each template holds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[LetterKind, ...] = ()
        self._languages: tuple[str, ...] = ()
        self._lines: dict[tuple[LetterKind, str], TemplateLine] = {}

    def show_lines(self, lines: Sequence[TemplateLine]) -> None:
        """Show other lines in place of all that were shown."""
        self.beginResetModel()
        self._kinds = tuple(dict.fromkeys(one.kind for one in lines))
        self._languages = tuple(dict.fromkeys(one.language for one in lines))
        self._lines = {(one.kind, one.language): one for one in lines}
        self.endResetModel()

    def line(self, index: Index) -> TemplateLine | None:
        """Return the template of a cell; that of the first language in the column of the kinds; None where there is none."""
        if not index.isValid() or not self._languages:
            return None
        language = self._languages[max(index.column() - 1, 0)]
        return self._lines.get((self._kinds[index.row()], language))

    def index_of(self, kind: LetterKind, language: str) -> QModelIndex:
        """Return the cell of a template, an invalid index where there is none."""
        if (kind, language) not in self._lines:
            return QModelIndex()
        return self.index(self._kinds.index(kind), self._languages.index(language) + 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of kinds."""
        return 0 if parent.isValid() else len(self._kinds)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of languages, and one for the kinds."""
        return 0 if parent.isValid() else len(self._languages) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a language."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("Letter") if section == KIND else language_name(self._languages[section - 1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, its tone, or why the text holds as its tooltip."""
        if not index.isValid():
            return None
        kind = word("letter", self._kinds[index.row()].value)
        spoken = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if index.column() == KIND:
            return kind if spoken else None
        line = self.line(index)
        if spoken:
            named = f"{kind}, {language_name(self._languages[index.column() - 1])}: "
            return f"{named if role == Qt.ItemDataRole.AccessibleTextRole else ''}{self._state(line)}"
        if line is not None and role == TONE_ROLE:
            return STATE_TONES[line.state]
        reason = line.reason if line is not None and role == Qt.ItemDataRole.ToolTipRole else ""
        return tooltip(reason) or None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only a template that is there be chosen."""
        usual = super().flags(index)
        return usual if index.column() == KIND or self.line(index) is not None else Qt.ItemFlag.NoItemFlags

    def _state(self, line: TemplateLine | None) -> str:
        if line is None:
            return "\N{EN DASH}"
        if line.state is TemplateState.OFFICE:
            return self.tr("office version {number}").format(number=line.number)
        return word("template_state", line.state.value)
