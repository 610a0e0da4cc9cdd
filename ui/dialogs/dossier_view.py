"""The dossier of an earlier decision, to be read: it stays as it was when that decision was told or taken up anew."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.models.dossier_words import dossier_remarks
from ui.models.remark import Remark
from ui.safe import Label, set_role
from ui.widgets.page import scrolled
from ui.widgets.remarks import Remarks
from workbench.services.dossiers import Round
from workbench.services.refusal_data import load_factors


class DossierViewDialog(QDialog):
    """Shows one round: its decision and its dossier.

    Args:
        workspace: words.
        one: the decision that was told or taken up anew, with what carried it.
        files: the names of the case's files by id.
        when: the day of the decision in words.
    """

    def __init__(
        self, workspace: Workspace, one: Round, files: Mapping[int, str], when: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dossierView")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = workspace.words
        outcome = words.word("outcome", one.decision.outcome.value)
        title = f"{words.word('right', one.decision.right.value)}: {outcome}, {when}"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(680, 620)
        told = [Remark(self.tr("What the person reads"), one.decision.reason or "-")]
        if one.dossier is not None:
            told.extend(dossier_remarks(one.dossier, words, factors=load_factors(), files=files))
        remarks = Remarks("dossierViewRemarks", title)
        remarks.show_remarks(told)
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 8, 0)
        within.addWidget(remarks)
        within.addStretch(1)
        area = scrolled(inside, name="dossierViewArea")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(title)
        set_role(inside, "ground")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("dossierViewClose")
        close.setText(self.tr("Close"))
        close.setAccessibleName(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, role="heading", wrap=True))
        column.addWidget(area, 1)
        column.addWidget(buttons)
