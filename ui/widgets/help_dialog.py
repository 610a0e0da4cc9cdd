"""The help: one page of plain words in the language of the screen, without a browser."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.safe import PlainText, set_role
from ui.wording import language

HELP = Path(__file__).resolve().parent.parent.parent / "resources" / "help"
"""The folder of the help, one `help.<language>.txt` each."""


class HelpDialog(QDialog):
    """Shows the help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpDialog")
        self.setWindowTitle(self.tr("Help"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1060, 680)
        words = (HELP / f"help.{language()}.txt").read_text(encoding="utf-8")
        text = PlainText(words, name="helpText", label=self.tr("Help"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF())
        text.setFont(fixed)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("closeHelpButton")
        close.setAccessibleName(self.tr("Close"))
        set_role(close, "primary")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(text)
        column.addLayout(row)
