"""Who was told of a breach: a notice to an authority, a notice to the people, and the reason why somebody is not told."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.models.clock_figures import law_of
from ui.widgets.growing_text import GrowingText
from ui.widgets.instant_edit import InstantEdit
from ui.widgets.number_edit import NumberEdit
from ui.wording import word
from workbench.domain.breaches import NoticeStage, NotToTell
from workbench.domain.commands import LeaveUntold, RecordBreachNotice, RecordSubjectsTold
from workbench.services.breaches import BreachLaw, BreachPage, late_at

MOST_PEOPLE = 2_000_000_000
"""The most that a count can be: what a spin box holds."""


class _NoticeDialog(CommandDialog):
    """What the three have in common: the case and the laws under which something can be said."""

    def __init__(self, workspace: Workspace, page: BreachPage, now: datetime, *, name: str, parent: QWidget | None) -> None:
        super().__init__(workspace, name=name, now=now, parent=parent)
        self.page = page

    def law_box(self, laws: Iterable[BreachLaw], chosen: str) -> QComboBox:
        """Return a choice of laws."""
        box = QComboBox()
        for one in laws:
            box.addItem(law_of(one.law, one.place, self.workspace.words), one.law)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        return box

    def moment(self, name: str, label: str) -> InstantEdit:
        """Return a field for the moment at which somebody was told; now, in the zone of the office."""
        zones = (self.workspace.zone, self.page.zone, *(one.zone for one in self.page.laws))
        edit = InstantEdit(name, label, zones)
        edit.set_instant(self.now(), self.workspace.zone)
        return edit


class RecordNoticeDialog(_NoticeDialog):
    """Gives a `RecordBreachNotice`; it asks for the reason of a delay where there is one.

    Args:
        workspace: jobs, words, zone.
        page: the breach.
        law: under which the authority was told.
        now: aware instant.
    """

    def __init__(self, workspace: Workspace, page: BreachPage, law: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, page, now, name="recordNotice", parent=parent)
        self.describe(
            title=self.tr("Record a notice of {number}").format(number=page.number),
            explains=self.tr(
                "For a notice through the authority's portal, by phone or in person. A letter from here records itself when its sending is recorded."
            ),
            send=self.tr("&Record the notice"),
        )
        self._law = self.law_box(page.laws, law)
        self._stage = QComboBox()
        self._at = self.moment("recordNoticeAt", self.tr("When the authority was told"))
        self._reference = QLineEdit()
        self._late = GrowingText("recordNoticeLate", self.tr("Reason for the delay"), rows=3)
        self.add_field("law", self.tr("&Under which law"), self._law)
        self.add_field("stage", self.tr("&Which notice"), self._stage)
        self.add_field("at", self.tr("When the &authority was told"), self._at)
        self.add_field("reference", self.tr("Its re&ference (may stay empty)"), self._reference)
        self.add_field(
            "late",
            self.tr("Reason for the &delay"),
            self._late,
            hint=self.tr("The limit was over then. The reason belongs to the notice and to the register."),
        )
        self._law.currentIndexChanged.connect(self._offer_stages)
        self._stage.currentIndexChanged.connect(self._look)
        self._at.changed.connect(self._look)
        self._offer_stages()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a time to come, or a delay without a reason."""
        found = list(self.past_only("at", self._at.instant()))
        if self._is_late() and not self._late.text().strip():
            found.append(("late", self.tr("Say why the notice came late.")))
        return tuple(found)

    def command(self) -> RecordBreachNotice:
        """Return the command."""
        return RecordBreachNotice(
            case_id=self.page.case_id,
            law=str(self._law.currentData()),
            stage=self._chosen_stage(),
            at=self._at.instant(),
            zone=self._at.zone(),
            reference=self._reference.text().strip(),
            late_reason=self._late.text().strip() if self._is_late() else "",
        )

    def _offer_stages(self) -> None:
        one = self.page.laws[self._law.currentIndex()]
        stages = (NoticeStage.FOLLOW_UP, NoticeStage.FINAL) if one.reported else (NoticeStage.INITIAL,)
        self._stage.clear()
        for stage in stages:
            self._stage.addItem(word("notice_stage", stage), stage.value)
        self._look()

    def _chosen_stage(self) -> NoticeStage:
        return NoticeStage(str(self._stage.currentData() or NoticeStage.INITIAL.value))

    def _is_late(self) -> bool:
        one = self.page.laws[self._law.currentIndex()]
        lines = tuple(clock.line for clock in one.clocks)
        return late_at(lines, one.law, self._chosen_stage(), self._at.instant())

    def _look(self) -> None:
        self.show_field("late", shown=self._is_late())


class SubjectsToldDialog(_NoticeDialog):
    """Gives a `RecordSubjectsTold`, under one law or all of the case."""

    def __init__(self, workspace: Workspace, page: BreachPage, law: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, page, now, name="subjectsTold", parent=parent)
        self.describe(
            title=self.tr("The people of {number} were told").format(number=page.number),
            explains=self.tr("Record when the people concerned heard of the breach, in which way, and how many they were."),
            send=self.tr("&Record it"),
        )
        self._law = self.law_box(page.laws, law)
        if len(page.laws) > 1:
            self._law.addItem(self.tr("Every law of the case"), "")
        self._at = self.moment("subjectsToldAt", self.tr("When they were told"))
        self._how = GrowingText("subjectsToldHow", self.tr("How they were told"), rows=2)
        self._count = NumberEdit()
        self._count.setRange(-1, MOST_PEOPLE)
        self._count.setValue(-1)
        self._count.setSpecialValueText(self.tr("not known"))
        self._count.setGroupSeparatorShown(True)
        self.add_field("law", self.tr("&Under which law"), self._law)
        self.add_field("at", self.tr("When they &were told"), self._at)
        self.add_field(
            "how", self.tr("&How they were told"), self._how, hint=self.tr("such as: e-mail to each, notice on the web site")
        )
        self.add_field("count", self.tr("How &many"), self._count)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a time to come, or a missing way."""
        found = list(self.past_only("at", self._at.instant()))
        if not self._how.text().strip():
            found.append(("how", self.tr("Say how they were told.")))
        return tuple(found)

    def command(self) -> RecordSubjectsTold:
        """Return the command."""
        count = self._count.value()
        return RecordSubjectsTold(
            case_id=self.page.case_id,
            law=str(self._law.currentData()),
            at=self._at.instant(),
            zone=self._at.zone(),
            how=self._how.text().strip(),
            count=count if count >= 0 else None,
        )


class LeaveUntoldDialog(_NoticeDialog):
    """Gives a `LeaveUntold`; it cannot be sent while the risk is not assessed."""

    def __init__(self, workspace: Workspace, page: BreachPage, law: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, page, now, name="leaveUntold", parent=parent)
        self._assessed = page.assessed_at is not None
        self.describe(
            title=self.tr("Not told of {number}").format(number=page.number),
            explains=self.tr(
                "The clock under this law ends without a notice. The reason stands in the register and is what an authority will ask for."
            )
            if self._assessed
            else self.tr("The risk is not assessed yet. Assess it first: the reason for not telling rests on it."),
            send=self.tr("&Record the reason"),
        )
        self._laws = tuple(one for one in page.laws if one.untold) or page.laws
        self._law = self.law_box(self._laws, law)
        self._who = QComboBox()
        self._reason = GrowingText("leaveUntoldReason", self.tr("Reason"), rows=4)
        self.add_field("law", self.tr("&Under which law"), self._law)
        self.add_field("who", self.tr("&Who is not told"), self._who)
        self.add_field("reason", self.tr("R&eason"), self._reason)
        self._law.currentIndexChanged.connect(self._offer_who)
        self._offer_who()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a missing reason."""
        return () if self._reason.text().strip() else (("reason", self.tr("Give the reason.")),)

    def command(self) -> LeaveUntold:
        """Return the command."""
        return LeaveUntold(
            case_id=self.page.case_id,
            law=str(self._law.currentData()),
            who=NotToTell(str(self._who.currentData())),
            reason=self._reason.text().strip(),
        )

    def _offer_who(self) -> None:
        untold = self._laws[self._law.currentIndex()].untold
        self._who.clear()
        for who in NotToTell:
            if who in untold:
                self._who.addItem(word("not_to_tell", who), who.value)
        self.block(blocked=not (self._assessed and untold))
