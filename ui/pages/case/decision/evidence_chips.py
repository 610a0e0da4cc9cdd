"""What proves a factor, as chips: each can be taken away, and one more can be chosen."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import Workspace
from ui.dialogs.evidence_ref import EvidenceRefDialog
from ui.safe import plain, set_role, set_tooltip
from ui.widgets.flow import FlowLayout
from ui.widgets.rows import empty
from workbench.domain.dossier import Dossier, EvidenceRef, EvidenceRefKind
from workbench.domain.evidence import Evidence
from workbench.services.lines import CasePage


class WithFiles(Protocol):
    """What has kept files, such as the page of a case."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Return the files."""


def evidence_choices(page: CasePage, dossier: Dossier) -> tuple[EvidenceRef, ...]:
    """Return what can be pointed at: the files and letters of a case, and the earlier cases of the same person."""
    files = (EvidenceRef(EvidenceRefKind.FILE, one.id) for one in page.evidence)
    numbers = dict.fromkeys((*(one.case_number for one in dossier.earlier), *(one.number for one in page.earlier_cases)))
    cases = (EvidenceRef(EvidenceRefKind.CASE, number=number) for number in numbers)
    letters = (EvidenceRef(EvidenceRefKind.LETTER, number=one.number) for one in page.letters)
    return (*files, *cases, *letters)


class EvidenceChips(QWidget):
    """The proofs of one factor.

    Args:
        workspace: words.
        name: object name; the button that adds one is `<name>Add`, a chip is `<name>_<number from 0>`.
        factor: the words of the factor.
    """

    edited = Signal()

    def __init__(self, workspace: Workspace, name: str, factor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._factor = factor
        self._refs: tuple[EvidenceRef, ...] = ()
        self._page: WithFiles | None = None
        self._choices: tuple[EvidenceRef, ...] = ()
        self._shown: tuple[str, ...] | None = None
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Evidence for: {factor}").format(factor=factor))
        self._flow = FlowLayout(self)

    def refs(self) -> tuple[EvidenceRef, ...]:
        """Return what proves the factor."""
        return self._refs

    def show_refs(self, refs: Sequence[EvidenceRef], page: WithFiles, choices: Sequence[EvidenceRef]) -> None:
        """Show other proofs, and what more can be chosen; does not count as an edit."""
        self._refs, self._page, self._choices = tuple(refs), page, tuple(choices)
        self._show()

    def word(self, ref: EvidenceRef) -> str:
        """Return a proof in words: the name of the file and its line, or a number with what it is."""
        if ref.kind is EvidenceRefKind.FILE:
            files = {one.id: one.name for one in self._page.evidence} if self._page is not None else {}
            name = files.get(ref.evidence_id or 0, self.tr("a file that is no longer here"))
            return name if ref.line is None else self.tr("{name}, line {line}").format(name=name, line=ref.line)
        return f"{self._workspace.words.word('evidence_ref', ref.kind.value)} {ref.number}"

    def _show(self) -> None:
        shown = tuple(self.word(ref) for ref in self._refs)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._flow)
        for number, words in enumerate(shown):
            chip = self._button(f"{self.objectName()}_{number}", f"{words}  \u00d7")
            chip.setAccessibleName(self.tr("Take away: {evidence}").format(evidence=words))
            set_tooltip(chip, chip.accessibleName())
            chip.clicked.connect(partial(self._remove, number))
            self._flow.addWidget(chip)
        add = self._button(f"{self.objectName()}Add", self.tr("+ evidence"))
        add.setAccessibleName(self.tr("Add evidence for: {factor}").format(factor=self._factor))
        add.clicked.connect(lambda _checked: self.choose())
        self._flow.addWidget(add)
        self.updateGeometry()

    def choose(self) -> None:
        """Ask what proves the factor."""
        choices = [(ref, self.word(ref)) for ref in self._choices]
        files = {one.id: one for one in self._page.evidence} if self._page is not None else {}
        dialog = EvidenceRefDialog(self._workspace, self._factor, choices, files, self._workspace.now(), self.window())

        def take(ref: EvidenceRef) -> None:
            dialog.finish()
            if ref not in self._refs:
                self._refs = (*self._refs, ref)
                self._show()
                self.edited.emit()

        dialog.submitted.connect(take)
        dialog.open()

    def _remove(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self._refs = (*self._refs[:number], *self._refs[number + 1 :])
        self._show()
        self.edited.emit()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(plain(text), self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        set_role(button, "chip")
        return button
