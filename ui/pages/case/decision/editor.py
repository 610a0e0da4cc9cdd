"""The dossier of one right: the sections that its outcome and its grounds need, in the order in which an officer works."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import Workspace
from ui.pages.case.decision.details import DetailsSection
from ui.pages.case.decision.factors import CounterSection, FactorsSection
from ui.pages.case.decision.limits import KeptSection, ProportionalitySection, ScopeSection, WithheldSection
from ui.pages.case.decision.proof import BalancingSection, EarlierSection, EffortSection, TriedSection
from ui.pages.case.decision.section import Around, Section
from ui.style.spacing import ROOM
from workbench.domain.decisions import ScheduleLine
from workbench.domain.dossier import Dossier
from workbench.domain.readiness import CheckCode


class DossierEditor(QWidget):
    """The sections, one under the other.

    Args:
        workspace: words and jobs.
        schedule: takes the schedule of the decision that follows from weighing what is held.
    """

    edited = Signal()

    def __init__(
        self,
        workspace: Workspace,
        schedule: Callable[[tuple[ScheduleLine, ...]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dossier")
        self.setAccessibleName(self.tr("Dossier"))
        self._around: Around | None = None
        self._dossier: Dossier | None = None
        self._showing = False
        self.sections: tuple[Section, ...] = (
            FactorsSection(workspace),
            EarlierSection(workspace),
            EffortSection(workspace),
            CounterSection(workspace),
            TriedSection(workspace),
            WithheldSection(workspace),
            ProportionalitySection(workspace),
            ScopeSection(workspace),
            KeptSection(workspace, schedule),
            DetailsSection(workspace),
            BalancingSection(workspace),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROOM)
        for section in self.sections:
            section.edited.connect(self._section_edited)
            section.hide()
            column.addWidget(section)

    def show_dossier(self, around: Around | None, dossier: Dossier | None) -> None:
        """Show a dossier with the sections that are needed; showing the same again disturbs nothing."""
        self._around, self._dossier = around, dossier
        self._show()

    def dossier(self) -> Dossier | None:
        """Return the dossier as it stands on the screen."""
        return self._dossier

    def go_to(self, check: CheckCode) -> QWidget | None:
        """Go to the place that a line of the readiness list is about, and return it; None where no section is."""
        for section in self.sections:
            if check in section.checks and not section.isHidden():
                first = section.first()
                first.setFocus(Qt.FocusReason.OtherFocusReason)
                return first
        return None

    def _section_edited(self) -> None:
        around, dossier = self._around, self._dossier
        if self._showing or around is None or dossier is None:
            return
        for section in self.sections:
            if not section.isHidden():
                dossier = section.taken(dossier)
        self._dossier = replace(dossier)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        around, dossier = self._around, self._dossier
        self._showing = True
        for section in self.sections:
            wanted = around is not None and dossier is not None and section.wanted(around, dossier)
            if wanted and around is not None and dossier is not None:
                section.show_part(around, dossier)
            section.setVisible(wanted)
        self._showing = False
