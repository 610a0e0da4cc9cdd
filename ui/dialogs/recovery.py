"""The recovery code in a dialog: shown once, and closed only when its last group was typed again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.widgets.recovery import RecoveryPage


class RecoveryDialog(QDialog):
    """Shows a new recovery code."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryDialog")
        self.setWindowTitle(self.tr("The recovery code"))
        self.setAccessibleName(self.windowTitle())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 520)
        self._kept = False
        page = RecoveryPage(code)
        page.confirmed.connect(self._confirmed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def reject(self) -> None:
        """Stay open until the code was kept."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open until the code was kept, unless the window itself closes."""
        parent = self.parentWidget()
        if self._kept or parent is None or not parent.isVisible():
            event.accept()
        else:
            event.ignore()

    def _confirmed(self) -> None:
        self._kept = True
        self.accept()
