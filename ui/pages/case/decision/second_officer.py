"""What puts a decision before a second officer: asking, going to the verdict, the exception, the packet that is carried elsewhere."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.dialogs.ask_approval import AskApprovalDialog, ExceptionDialog
from ui.dialogs.command_dialog import present
from ui.dialogs.packet_export import make_packet
from ui.navigation import Place
from ui.pages.case.decision.side import DecisionSide
from workbench.domain.rights import Right
from workbench.services import approvals


class SecondOfficer(QObject):
    """Carries out what the buttons of the side ask for, on the right that is shown.

    Args:
        workspace: jobs and notices.
        side: the buttons.
        owner: the widget over which dialogs open.
    """

    def __init__(self, workspace: Workspace, side: DecisionSide, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._case: tuple[int, str, Right] | None = None
        self._content = ""
        side.ask_button.clicked.connect(self._ask)
        side.give_button.clicked.connect(self._give)
        side.exception_button.clicked.connect(self._except)
        side.packet_button.clicked.connect(self._packet)

    def show_case(self, case_id: int, number: str, right: Right, content: str) -> None:
        """Work on another right; `content` is the digest of what would be approved, empty for nothing."""
        self._case = (case_id, number, right)
        self._content = content

    def _ask(self) -> None:
        if self._case is None:
            return
        case_id, _number, right = self._case
        dialog = AskApprovalDialog(self._workspace, case_id, right, self._workspace.now(), self._owner.window())
        said = self.tr("A second officer is asked to approve. It waits on the Approvals page.")
        present(dialog, self._workspace, approvals.ask_approval, then=lambda _changes: self._workspace.notices.say(said))

    def _give(self) -> None:
        if self._case is not None:
            self._workspace.navigation.go(Place("approvals", case_id=self._case[0], tab=self._case[2].value))

    def _except(self) -> None:
        if self._case is None:
            return
        case_id, _number, right = self._case
        dialog = ExceptionDialog(self._workspace, case_id, right, self._content, self._workspace.now(), self._owner.window())
        said = self.tr("The exception is recorded, with its reason.")
        present(dialog, self._workspace, approvals.use_exception, then=lambda _changes: self._workspace.notices.say(said))

    def _packet(self) -> None:
        if self._case is not None:
            case_id, number, right = self._case
            make_packet(self._workspace, case_id, number, right, self._owner.window())
