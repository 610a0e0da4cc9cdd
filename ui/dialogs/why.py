"""Why this date? The steps of one clock, with their sources, to read and to copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ui.clipboard import copy
from ui.context import Workspace
from ui.models.clock_figures import caption_of, title_of
from ui.models.why_words import result_of, why_lines, why_text
from ui.safe import Label, set_role
from ui.widgets.page import scrolled
from ui.widgets.why_steps import WhySteps
from workbench.services.lines import DeadlineLine


class WhyDialog(QDialog):
    """Answers for one clock; changes nothing."""

    def __init__(self, workspace: Workspace, line: DeadlineLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whyDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Why this date?"))
        self.setAccessibleName(self.tr("Why this date?"))
        self.resize(620, 520)
        self._text = why_text(line, workspace.words)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(WhySteps(why_lines(line, workspace.words)))
        inside.addStretch(1)
        copies = QPushButton(self.tr("&Copy as text"))
        copies.setObjectName("whyCopy")
        copies.setAccessibleName(self.tr("Copy as text"))
        copies.setAutoDefault(False)
        copies.clicked.connect(self._copy)
        closes = QPushButton(self.tr("C&lose"))
        closes.setObjectName("whyClose")
        closes.setAccessibleName(self.tr("Close"))
        closes.setDefault(True)
        set_role(closes, "primary")
        buttons = QDialogButtonBox()
        buttons.setObjectName("whyButtons")
        buttons.addButton(copies, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(closes, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label(title_of(line), role="heading", wrap=True))
        column.addWidget(Label(caption_of(line, workspace.words), role="small", wrap=True))
        column.addWidget(Label(result_of(line), role="strong", wrap=True, name="whyResult"))
        column.addWidget(scrolled(content, name="whyScroll"), 1)
        column.addWidget(buttons)

    def text(self) -> str:
        """Return the answer as it is copied."""
        return self._text

    def _copy(self) -> None:
        copy(self._text)
