"""Proof of identity: that it was asked for, and what came of it."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.waiting_words import waiting_words
from ui.models.clock_figures import zones_of
from ui.safe import Label
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.cases import EventKind
from workbench.domain.commands import AskForIdentity, RecordIdentity
from workbench.domain.rulebooks import Rulebook
from workbench.services.lines import CasePage


class AskIdentityDialog(CommandDialog):
    """Records that the person was asked to prove who they are; says for each law what that does to the clock."""

    def __init__(
        self,
        workspace: Workspace,
        page: CasePage,
        rulebooks: Mapping[str, Rulebook],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="askIdentity", now=now, parent=parent)
        self._case_id = page.case.id
        self.describe(
            title=self.tr("Ask for proof of identity"),
            explains=self.tr("Record when the person was asked. Ask only when there is reasonable doubt about who wrote."),
            send=self.tr("&Record the question"),
        )
        self._at = InstantEdit("askIdentityAt", self.tr("Asked on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self.add_field("at", self.tr("Asked &on"), self._at)
        for sentence in waiting_words(page.case, EventKind.IDENTITY_REQUESTED, rulebooks, workspace.words):
            self.add_below(Label(sentence, wrap=True))

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a question in the future."""
        return self.past_only("at", self._at.instant())

    def command(self) -> AskForIdentity:
        """Return the command."""
        return AskForIdentity(case_id=self._case_id, asked_at=self._at.instant(), zone=self._at.zone())


class RecordIdentityDialog(CommandDialog):
    """Records what came of the question: papers arrived, identity proved, or not proved."""

    def __init__(self, workspace: Workspace, page: CasePage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="recordIdentity", now=now, parent=parent)
        self._case_id = page.case.id
        self.describe(
            title=self.tr("Record proof of identity"),
            explains=self.tr(
                "Record what the person sent and whether it proves who they are. A paused clock goes on from here."
            ),
            send=self.tr("&Record"),
        )
        self._result = QComboBox()
        self._result.setObjectName("recordIdentityResult")
        self._result.addItem(self.tr("Identity is proved"), EventKind.IDENTITY_VERIFIED)
        self._result.addItem(self.tr("Papers arrived, not checked yet"), EventKind.IDENTITY_INFO_RECEIVED)
        self._result.addItem(self.tr("Identity is not proved"), EventKind.IDENTITY_NOT_PROVED)
        self._at = InstantEdit("recordIdentityAt", self.tr("Happened on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self._means = QLineEdit()
        self._means.setPlaceholderText(self.tr("for example: account log-in, copy of a passport"))
        self.add_field("result", self.tr("&What came of it"), self._result)
        self.add_field("at", self.tr("Happened &on"), self._at)
        self.add_field(
            "means", self.tr("By what &means"), self._means, hint=self.tr("Name the kind of proof, never the number on it.")
        )

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a proof without means or in the future."""
        found = list(self.past_only("at", self._at.instant()))
        if self._result.currentData() == EventKind.IDENTITY_VERIFIED and not self._means.text().strip():
            found.append(("means", self.tr("Say by what means the identity was proved.")))
        return tuple(found)

    def command(self) -> RecordIdentity:
        """Return the command."""
        return RecordIdentity(
            case_id=self._case_id,
            result=EventKind(self._result.currentData()),
            at=self._at.instant(),
            zone=self._at.zone(),
            means=self._means.text().strip(),
        )
