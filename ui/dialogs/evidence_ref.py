"""Choosing what proves a factor: a kept file and its line, another case, or a letter.

Lines of a file are counted from 1 in its text as the Evidence tab shows it; where the file has text, a line is chosen by its words.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListWidget, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.widgets.number_edit import NumberEdit
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind
from workbench.domain.evidence import Evidence
from workbench.services.evidence import evidence_data

_MOST_LINES = 100_000
_MOST_SHOWN = 2_000
_MOST_BYTES = 400_000
_TEXTS = ("text/", "message/")
_TALL = 200


class EvidenceRefDialog(CommandDialog):
    """Gives an `EvidenceRef`.

    Args:
        workspace: jobs and words.
        factor: the words of the factor that is to be proved.
        choices: what can be pointed at, with its words.
        files: the files of the case by id.
        now: the present.
        parent: the window.
    """

    def __init__(
        self,
        workspace: Workspace,
        factor: str,
        choices: Sequence[tuple[EvidenceRef, str]],
        files: Mapping[int, Evidence],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="evidenceRef", now=now, parent=parent)
        self._choices = tuple(ref for ref, _words in choices)
        self._files = dict(files)
        self._asked = 0
        self.describe(title=self.tr("Evidence"), explains=factor, send=self.tr("&Add"))
        self._what = QComboBox()
        for place, (_ref, words) in enumerate(choices):
            self._what.addItem(words, place)
        self._line = NumberEdit()
        self._line.setMaximum(_MOST_LINES)
        self._line.setSpecialValueText(self.tr("the whole file"))
        self._lines = QListWidget()
        self._lines.setFixedHeight(_TALL)
        self._lines.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_field("what", self.tr("&What proves it"), self._what)
        self.add_field("line", self.tr("&Line"), self._line, hint=self.tr("counted from 1 in the text of the file"))
        self.add_field("words", self.tr("&Text of the file"), self._lines)
        self._what.currentIndexChanged.connect(self._chosen)
        self._lines.itemSelectionChanged.connect(self._selected)
        self._line.valueChanged.connect(self._go_to)
        self._chosen()
        self.block(blocked=not choices)

    def command(self) -> EvidenceRef:
        """Return what was chosen."""
        ref = self._choices[self._what.currentIndex()]
        line = self._line.value() if ref.kind is EvidenceRefKind.FILE else 0
        return EvidenceRef(ref.kind, ref.evidence_id, line or None, ref.number)

    def _chosen(self, _place: int = 0) -> None:
        current = self._what.currentIndex()
        ref = self._choices[current] if current >= 0 else None
        is_file = ref is not None and ref.kind is EvidenceRefKind.FILE
        self._line.setValue(0)
        self.show_field("line", shown=is_file)
        self.show_field("words", shown=False)
        self._asked += 1
        file = self._files.get(ref.evidence_id or 0) if ref is not None else None
        if file is not None and file.media_type.startswith(_TEXTS) and file.size <= _MOST_BYTES:
            self.workspace.jobs.ask(partial(evidence_data, evidence_id=file.id), partial(self._read, self._asked))

    def _read(self, asked: int, data: bytes) -> None:
        if asked != self._asked:
            return
        text = data.decode("utf-8", errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
        blocker = QSignalBlocker(self._lines)
        self._lines.clear()
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:_MOST_SHOWN]
        self._lines.addItems([f"{number}   {line}" for number, line in enumerate(lines, start=1)])
        blocker.unblock()
        self.show_field("words", shown=self._lines.count() > 0)

    def _selected(self) -> None:
        """Take the line that is selected; the focus alone selects none."""
        if self._lines.selectedItems():
            self._line.setValue(self._lines.currentRow() + 1)

    def _go_to(self, line: int) -> None:
        blocker = QSignalBlocker(self._lines)
        self._lines.setCurrentRow(line - 1)
        blocker.unblock()
