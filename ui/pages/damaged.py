"""A damaged store: what is damaged, that nothing was written, and how to get back to the last backup."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from ui import formats
from ui.doors import BackupChoice
from ui.safe import Label
from ui.widgets.button_row import ButtonRow
from ui.widgets.door import Door, door_button
from ui.widgets.problem import ProblemBox

_WIDE = 560


class DamagedPage(Door):
    """Names the damage and offers a backup. `restore` carries the backup's path."""

    restore = Signal(object)
    another = Signal()

    def __init__(
        self, folder: Path, damage: str, backups: Sequence[BackupChoice], zone: str = "UTC", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, wide=_WIDE)
        self.setObjectName("damagedPage")
        self.say(
            self.tr("The store is damaged"),
            self.tr("Nothing was written. The damaged files are kept when a backup takes their place."),
        )
        damage_box = ProblemBox(name="damageBox")
        damage_box.say(damage)
        self.body.addWidget(damage_box)
        self.body.addWidget(Label(str(folder), role="small", wrap=True, selectable=True, name="damagedFolder"))
        self.body.addSpacing(8)
        self._backup = QComboBox()
        self.add_field(self.tr("Backup"), self._backup, name="backupField")
        now = datetime.now(UTC)
        for choice in backups:
            words = self.tr("{when}, {ago}").format(
                when=formats.instant(choice.made_at, zone), ago=formats.ago(choice.made_at, now=now)
            )
            self._backup.addItem(words, str(choice.path))
        self._problem = ProblemBox(name="restoreProblem")
        self.body.addWidget(self._problem)
        self._restore = door_button(self.tr("Restore this backup"), "restoreButton", role="primary")
        self._restore.setEnabled(bool(backups))
        pick = door_button(self.tr("Choose a backup…"), "chooseBackupButton")
        other = door_button(self.tr("Open another store…"), "otherStoreButton")
        self.body.addSpacing(8)
        self.body.addWidget(ButtonRow((self._restore, pick, other)))
        self._restore.clicked.connect(self._submit)
        pick.clicked.connect(self._pick)
        other.clicked.connect(self.another)

    def add_backup(self, path: str) -> None:
        """Offer a backup folder that the officer chose."""
        self._backup.insertItem(0, Path(path).name, path)
        self._backup.setCurrentIndex(0)
        self._restore.setEnabled(True)

    def refuse(self, text: str) -> None:
        """Show why the backup was not restored."""
        self._restore.setEnabled(True)
        self._problem.say(text)

    def _submit(self) -> None:
        path = self._backup.currentData()
        if not path:
            return
        self._restore.setEnabled(False)
        self._problem.say("")
        self.restore.emit(Path(path))

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("Backup to restore"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.add_backup)
        dialog.open()
