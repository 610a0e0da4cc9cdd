"""Choosing what proves a factor: a kept file and its line, another case, or a letter."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind

_MOST_LINES = 100_000


class EvidenceRefDialog(CommandDialog):
    """Gives an `EvidenceRef`.

    Args:
        workspace: words.
        factor: the words of the factor that is to be proved.
        choices: what can be pointed at, with its words.
        now: the present.
        parent: the window.
    """

    def __init__(
        self,
        workspace: Workspace,
        factor: str,
        choices: Sequence[tuple[EvidenceRef, str]],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="evidenceRef", now=now, parent=parent)
        self._choices = tuple(ref for ref, _words in choices)
        self.describe(title=self.tr("Evidence"), explains=factor, send=self.tr("&Add"))
        self._what = QComboBox()
        for place, (_ref, words) in enumerate(choices):
            self._what.addItem(words, place)
        self._line = QSpinBox()
        self._line.setMaximum(_MOST_LINES)
        self._line.setSpecialValueText(self.tr("the whole file"))
        self.add_field("what", self.tr("&What proves it"), self._what)
        self.add_field("line", self.tr("&Line"), self._line, hint=self.tr("counted from 1 in the text of the file"))
        self._what.currentIndexChanged.connect(self._chosen)
        self._chosen()
        self.block(blocked=not choices)

    def command(self) -> EvidenceRef:
        """Return what was chosen."""
        ref = self._choices[self._what.currentIndex()]
        line = self._line.value() if ref.kind is EvidenceRefKind.FILE else 0
        return EvidenceRef(ref.kind, ref.evidence_id, line or None, ref.number)

    def _chosen(self, _place: int = 0) -> None:
        current = self._what.currentIndex()
        is_file = current >= 0 and self._choices[current].kind is EvidenceRefKind.FILE
        self.show_field("line", shown=is_file)
