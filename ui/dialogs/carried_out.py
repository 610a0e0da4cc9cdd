"""Carrying out: data were erased or restricted as it was decided, when, and what that does to the clocks."""

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.event_preview import EventPreview
from ui.models.clock_figures import zones_of
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.commands import RecordDone
from workbench.domain.phases import CARRIED_OUT_BY, left_to_carry_out
from workbench.domain.rights import Right
from workbench.services.lines import CasePage

_TEXT_HEIGHT = 72
_WIDTH = 820


class CarriedOutDialog(CommandDialog):
    """Gives a `RecordDone` for one of the rights that were granted and not carried out yet; at least one must be left.

    Args:
        workspace: jobs, words, zone.
        page: the case.
        now: aware instant.
        right: the one to begin with; without it the first that is left.
    """

    def __init__(
        self, workspace: Workspace, page: CasePage, now: datetime, parent: QWidget | None = None, *, right: Right | None = None
    ) -> None:
        super().__init__(workspace, name="carriedOut", now=now, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self._case_id = page.case.id
        self.describe(
            title=self.tr("Carried out in {number}").format(number=page.case.number),
            explains=self.tr(
                "Record when the data were erased or restricted. This erases nothing by itself, and it is recorded once: a law may give hours from this moment to tell the person."
            ),
            send=self.tr("&Record it"),
        )
        rights = left_to_carry_out(page.case)
        self._right = QComboBox()
        for one in rights:
            decision = page.case.decision(one)
            outcome = workspace.words.word("outcome", decision.outcome.value) if decision is not None else ""
            self._right.addItem(f"{workspace.words.word('right', one.value)}: {outcome}", one.value)
        self._right.setCurrentIndex(rights.index(right) if right in rights else 0)
        self._at = InstantEdit("carriedOutAt", self.tr("Carried out on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self._remark = QPlainTextEdit()
        self._remark.setFixedHeight(_TEXT_HEIGHT)
        self.add_field("right", self.tr("&What was carried out"), self._right)
        self.add_field("at", self.tr("Carried out &on"), self._at)
        self.add_field(
            "remark",
            self.tr("Re&mark (may stay empty)"),
            self._remark,
            hint=self.tr("In which systems, by whom, and what the backups still hold. It stays with the case."),
        )
        self._preview = EventPreview(workspace, page, name="carriedOutPreview")
        self.add_beside(self._preview, title=self.tr("What this does to the clocks"))
        self._right.currentIndexChanged.connect(self._look)
        self._at.changed.connect(self._look)
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a moment in the future."""
        return self.past_only("at", self._at.instant())

    def command(self) -> RecordDone:
        """Return the command."""
        return RecordDone(
            case_id=self._case_id,
            right=self._chosen(),
            done_at=self._at.instant(),
            zone=self._at.zone(),
            remark=self._remark.toPlainText().strip(),
        )

    def _chosen(self) -> Right:
        return Right(str(self._right.currentData()))

    def _look(self, *_told: object) -> None:
        if self._at.problem():
            self._preview.show_nothing(self._at.problem(), late=True)
        else:
            self._preview.look(CARRIED_OUT_BY[self._chosen()], self._at.instant(), self._at.zone())
