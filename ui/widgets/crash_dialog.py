"""What is shown when the program made a mistake: an apology, a report without personal data, and a choice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import clipboard
from ui.safe import Label, PlainText, set_role


class CrashDialog(QDialog):
    """Shows one report; `quit_wanted` follows the button that ends the program."""

    quit_wanted = Signal()

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._report = report
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("The workbench made a mistake"), role="heading"))
        column.addWidget(
            Label(
                self.tr(
                    "What was being done was not finished, and nothing of it was written. What was saved before is safe. "
                    "The report below names only places in the program, nobody's data; send it to whoever looks after it."
                ),
                wrap=True,
            )
        )
        text = PlainText(report, name="crashReport", label=self.tr("Report"))
        text.setMinimumHeight(160)
        column.addWidget(text)
        copy = self._button(self.tr("Copy the report"), "copyReportButton")
        leave = self._button(self.tr("Quit"), "crashQuitButton")
        stay = self._button(self.tr("Go on"), "crashGoOnButton")
        set_role(stay, "primary")
        stay.setDefault(True)
        copy.clicked.connect(lambda: clipboard.copy(self._report))
        leave.clicked.connect(self._leave)
        stay.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(stay)
        column.addLayout(row)

    def _leave(self) -> None:
        self.accept()
        self.quit_wanted.emit()

    @staticmethod
    def _button(text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        return button
