"""A field for one file that is kept with what a dialog records: picked, read off the GUI thread, shown by its name and size."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.files import PickedFile, pick_files, read_file
from ui.safe import ElidedLabel, set_role, without_mnemonic
from ui.style.spacing import GAP
from workbench.domain.evidence import EvidenceKind, NewEvidence


class OneFile(QWidget):
    """The field.

    Args:
        workspace: jobs.
        name: object name; its button is `<name>Choose`, the dialog `<name>Dialog`.
        title: of the dialog, and what the file is.
        kind: as which it is kept.
    """

    def __init__(
        self,
        workspace: Workspace,
        name: str,
        title: str,
        *,
        kind: EvidenceKind = EvidenceKind.CORRESPONDENCE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._workspace, self._title, self._kind = workspace, title, kind
        self._file: PickedFile | None = None
        words = self.tr("Choose a &file…")
        self._choose = QPushButton(words)
        self._choose.setObjectName(f"{name}Choose")
        self._choose.setAccessibleName(f"{without_mnemonic(words)}: {title}")
        self._choose.setAutoDefault(False)
        set_role(self._choose, "small")
        self._told = ElidedLabel(self.tr("no file"), role="small", name=f"{name}Told")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._choose)
        row.addWidget(self._told, 1)
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self._pick)

    def take(self, path: Path) -> None:
        """Read a file and keep it in the field."""
        self._workspace.jobs.work(partial(read_file, path), self._read)

    def evidence(self) -> NewEvidence | None:
        """Return the file as it is to be kept, None where there is none."""
        file = self._file
        return NewEvidence(file.name, file.media_type, file.data, self._kind) if file is not None else None

    def _pick(self) -> None:
        pick_files(
            self,
            self._title,
            name=f"{self.objectName()}Dialog",
            kinds=self.tr("Every file (*)"),
            several=False,
            then=self.take,
        )

    def _read(self, file: PickedFile) -> None:
        if not file.readable or not file.data:
            self._file = None
            self._told.show_text(self.tr("{name} cannot be read, is empty or too large").format(name=file.name))
            return
        self._file = file
        self._told.show_text(f"{file.name}, {formats.size(len(file.data))}")
