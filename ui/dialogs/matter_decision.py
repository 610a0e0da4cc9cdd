"""What the authority decided, and what follows: rights decided anew, tasks, the appeal period. Nothing is written before it is read."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.matter_words import day_edit, day_of, zones_of_matter
from ui.dialogs.one_file import OneFile
from ui.safe import plain
from ui.widgets.entry_list import EntryField, EntryList, FieldKind
from ui.widgets.growing_text import GrowingText
from ui.widgets.instant_edit import InstantEdit
from ui.widgets.optional_day import OptionalDay
from ui.wording import word
from workbench.domain.cases import CaseKind
from workbench.domain.commands import RecordAuthorityDecision
from workbench.domain.matters import CorrectiveTask, MatterDecision, MatterOutcome
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services.matter_pages import AboutCase, MatterPage

_AGAINST_US = frozenset({MatterOutcome.UPHELD, MatterOutcome.PARTLY, MatterOutcome.OVERTURNED})
_DONE = frozenset({Phase.ANSWERED, Phase.CLOSED})


class AuthorityDecisionDialog(CommandDialog):
    """Gives a `RecordAuthorityDecision`."""

    def __init__(self, workspace: Workspace, page: MatterPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="authorityDecision", now=now, parent=parent)
        self._page = page
        self._today = formats.local_day(now, workspace.zone)
        self._request = request_to_reopen(page.about)
        self.describe(
            title=self.tr("The authority's decision in {number}").format(number=page.case.number),
            explains=self.tr(
                "The decision is kept with its consequences: the rights that are ticked are decided anew, with the clock that the law starts; the tasks lie on the desks of those who do them."
            ),
            send=self.tr("&Record the decision"),
        )
        self.setMinimumWidth(880)
        self._outcome = QComboBox()
        for outcome in MatterOutcome:
            self._outcome.addItem(word("matter_outcome", outcome), outcome.value)
        self._decided = day_edit(self._today)
        self._at = InstantEdit("authorityDecisionAt", self.tr("Arrived"), zones_of_matter(page, workspace.zone))
        self._at.set_instant(now)
        self._reference = QLineEdit()
        self._summary = GrowingText("authorityDecisionSummary", self.tr("What it decided"), rows=4)
        self._fine = QLineEdit()
        self._file = OneFile(workspace, "authorityDecisionFile", self.tr("The decision"))
        self._appeal = OptionalDay("authorityDecisionAppeal", self.tr("it can be contested until"), self._today)
        self._appeal_to = QLineEdit()
        self._boxes = {right: self._box(right) for right in (self._request.decided if self._request is not None else ())}
        rights = QWidget()
        column = QVBoxLayout(rights)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for box in self._boxes.values():
            column.addWidget(box)
        self._tasks = EntryList(
            "authorityDecisionTasks",
            self.tr("What is put right"),
            (
                EntryField("text", self.tr("What is done"), whole=True),
                EntryField(
                    "owner",
                    self.tr("By whom"),
                    FieldKind.CHOICE,
                    choices=tuple((str(number), name) for number, name in page.officers),
                ),
                EntryField("due", self.tr("by the day"), FieldKind.DAY),
            ),
            add=self.tr("Add a task"),
            today=self._today,
        )
        self.add_field("outcome", self.tr("&Decision"), self._outcome)
        self.add_field("fine", self.tr("A&mount, with its currency"), self._fine)
        self.add_field("summary", self.tr("&What it decided, in your words"), self._summary)
        self.add_field("decided", self.tr("Decided &on"), self._decided)
        self.add_field("at", self.tr("&Arrived"), self._at)
        self.add_field("reference", self.tr("Its refere&nce"), self._reference)
        self.add_field("file", self.tr("F&ile"), self._file)
        number = self._request.number if self._request is not None else ""
        self.add_field("rights", self.tr("Decide anew in {number}").format(number=number), rights, beside=True)
        self.add_field("tasks", self.tr("&Tasks"), self._tasks, beside=True)
        self.add_field("appeal", self.tr("A&ppeal period"), self._appeal, beside=True)
        self.add_field("appealTo", self.tr("Appeal to whom"), self._appeal_to, beside=True)
        self.show_field("rights", shown=bool(self._boxes))
        self._outcome.currentIndexChanged.connect(self._chosen)
        self._appeal.edited.connect(self._chosen)
        self._chosen()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or cannot be."""
        found: list[tuple[str, str]] = []
        decided, appeal = day_of(self._decided), self._appeal.value()
        if self._is() is MatterOutcome.FINE and not self._fine.text().strip():
            found.append(("fine", self.tr("Enter the amount of the fine.")))
        if not self._summary.text().strip():
            found.append(("summary", self.tr("Say in your words what the authority decided.")))
        if decided > self._today:
            found.append(("decided", self.tr("This is in the future. Record it when it has happened.")))
        if any(not one["text"].strip() or not one["due"] for one in self._tasks.entries()):
            found.append(("tasks", self.tr("Each task needs words and a day.")))
        if appeal is not None and appeal < decided:
            found.append(("appeal", self.tr("This is before the decision.")))
        return (*found, *self.past_only("at", self._at.instant()))

    def command(self) -> RecordAuthorityDecision:
        """Return the command."""
        appeal = self._appeal.value()
        decision = MatterDecision(
            outcome=self._is(),
            decided_on=day_of(self._decided),
            reference=self._reference.text().strip(),
            summary=self._summary.text().strip(),
            fine=self._fine.text().strip() if self._is() is MatterOutcome.FINE else "",
            appeal_until=appeal,
            appeal_to=self._appeal_to.text().strip() if appeal is not None else "",
        )
        return RecordAuthorityDecision(
            case_id=self._page.case.id,
            decision=decision,
            at=self._at.instant(),
            zone=self._at.zone(),
            reopen=tuple(right for right, box in self._boxes.items() if box.isChecked()),
            tasks=tuple(
                CorrectiveTask(one["text"].strip(), int(one["owner"]), date.fromisoformat(one["due"]))
                for one in self._tasks.entries()
            ),
            evidence=self._file.evidence(),
        )

    def _is(self) -> MatterOutcome:
        return MatterOutcome(str(self._outcome.currentData()))

    def _box(self, right: Right) -> QCheckBox:
        words = word("right", right)
        box = QCheckBox(plain(words))
        box.setObjectName(f"authorityDecision_{right.value}")
        box.setAccessibleName(words)
        return box

    def _chosen(self, *_told: object) -> None:
        self.show_field("fine", shown=self._is() is MatterOutcome.FINE)
        self.show_field("appealTo", shown=self._appeal.value() is not None)
        for box in self._boxes.values():
            box.setEnabled(self._is() in _AGAINST_US | {MatterOutcome.ORDER, MatterOutcome.FINE})
            if not box.isEnabled():
                box.setChecked(False)
        if self._is() is MatterOutcome.OVERTURNED:
            for box in self._boxes.values():
                box.setChecked(True)


def request_to_reopen(about: Sequence[AboutCase]) -> AboutCase | None:
    """Return the request whose decisions can be taken anew; None where there is none, or where it is still open."""
    return next((one for one in about if one.kind is CaseKind.REQUEST and one.phase in _DONE and one.decided), None)
