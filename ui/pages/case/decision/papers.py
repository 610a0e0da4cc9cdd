"""The dossier on paper: the copy for the file, or the one for an authority, looked at before it is printed or saved."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.context import Workspace
from ui.dialogs.paper_output import NamedPaper
from ui.dialogs.paper_view import PaperViewDialog
from workbench.domain.rights import Right
from workbench.services.dossier_print import dossier_pdf


class DossierPapers(QObject):
    """The menu of the button that prints the dossier.

    Args:
        workspace: jobs and language.
        button: the button.
        owner: the widget over which the paper opens.
    """

    def __init__(self, workspace: Workspace, button: QPushButton, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._case: tuple[int, str, Right] | None = None
        menu = QMenu(button)
        for name, text, internal in (
            ("printDossierFile", self.tr("For the &file, with the internal reasoning"), True),
            ("printDossierAuthority", self.tr("For an &authority, without it"), False),
        ):
            action = QAction(text, menu)
            action.setObjectName(name)
            action.triggered.connect(partial(self._draw, internal))
            menu.addAction(action)
        button.setMenu(menu)

    def show_case(self, case_id: int, number: str, right: Right) -> None:
        """Print another dossier from now on."""
        self._case = (case_id, number, right)

    def _draw(self, internal: bool, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's triggered carries it
        if self._case is None:
            return
        case_id, number, right = self._case
        query = partial(dossier_pdf, case_id=case_id, right=right, language=self._workspace.language, internal=internal)
        self._workspace.jobs.ask(query, partial(self._show, f"{number}-{right.value}", internal))

    def _show(self, name: str, internal: bool, data: bytes) -> None:  # noqa: FBT001  bound by place before the data comes
        remark = (
            self.tr("This copy holds the internal reasoning and stays in the office.")
            if internal
            else self.tr("This copy leaves the internal reasoning out.")
        )
        dialog = PaperViewDialog(
            self._workspace,
            NamedPaper(name),
            data,
            title=self.tr("Dossier {name}").format(name=name),
            remark=remark,
            parent=self._owner.window(),
        )
        dialog.open()
