"""A paper to look at before it leaves: the very bytes that are printed or saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.paper_output import NamedPaper, PaperOutput
from ui.safe import Label, without_mnemonic
from ui.style.spacing import GAP
from ui.widgets.pdf_preview import PdfPreview


class PaperViewDialog(QDialog):
    """Shows one PDF, prints it and saves it.

    Args:
        workspace: jobs and notices.
        paper: its name in the print queue and as a file.
        data: its bytes.
        title: of the window.
        remark: a sentence above the pages, may be empty.
    """

    def __init__(
        self,
        workspace: Workspace,
        paper: NamedPaper,
        data: bytes,
        *,
        title: str,
        remark: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paperView")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(760, 780)
        self._paper = paper
        self._data = data
        self._output = PaperOutput(workspace, self)
        self.preview = PdfPreview("paperViewPreview", title)
        if not self.preview.show_pdf(data):
            self.preview.show_message(self.tr("This paper cannot be shown."))
        prints = self._button("paperViewPrint", self.tr("&Print…"), self._print)
        prints.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        saves = self._button("paperViewSave", self.tr("&Save PDF…"), self._save)
        closes = self._button("paperViewClose", self.tr("C&lose"), self.reject)
        closes.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        for button in (prints, saves, closes):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        if remark:
            column.addWidget(Label(remark, role="muted", wrap=True))
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)

    def data(self) -> bytes:
        """Return the bytes that are shown."""
        return self._data

    def _button(self, name: str, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _print(self) -> None:
        self._output.print_paper(self._paper, self._data)

    def _save(self) -> None:
        self._output.save_paper(self._paper, self._data)
