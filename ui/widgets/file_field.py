"""A field for the path of a file: typed, or picked in the dialog of the system, to be read or to be written."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.safe import without_mnemonic
from ui.style.spacing import GAP


class FileField(QWidget):
    """A line for a path and a button that picks it. `changed` is told after every change.

    Args:
        name: object name of the line; the button is `<name>Choose`, the dialog `<name>Dialog`.
        title: of the dialog, and the accessible name of the line.
        kinds: the filter of the dialog.
        suffix: how a file that is written ends; empty where one is read.
        suggested: the name that is suggested for a file that is written.
    """

    changed = Signal()

    def __init__(
        self, name: str, *, title: str, kinds: str, suffix: str = "", suggested: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._kinds, self._suffix, self._suggested = title, kinds, suffix, suggested
        self._line = QLineEdit()
        self._line.setObjectName(name)
        self._line.setAccessibleName(title)
        words = self.tr("&Choose…")
        choose = QPushButton(words)
        choose.setObjectName(f"{name}Choose")
        choose.setAccessibleName(f"{without_mnemonic(words)} {title}")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._line, 1)
        row.addWidget(choose)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self.changed)

    def path(self) -> Path | None:
        """Return the path, None while nothing is typed."""
        text = self._line.text().strip()
        if not text:
            return None
        path = Path(text).expanduser()
        return path.with_name(path.name + self._suffix) if self._suffix and not path.suffix else path

    def show_path(self, path: Path) -> None:
        """Show another path."""
        self._line.setText(str(path))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._title)
        dialog.setObjectName(f"{self._line.objectName()}Dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self._kinds)
        if self._suffix:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            dialog.setDirectory(QDir.homePath())
            dialog.setDefaultSuffix(self._suffix.removeprefix("."))
            dialog.selectFile(self._suggested)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(partial(self._picked, dialog))
        dialog.open()

    def _picked(self, _dialog: QFileDialog, names: list[str]) -> None:
        for name in names[:1]:
            self.show_path(Path(name))
