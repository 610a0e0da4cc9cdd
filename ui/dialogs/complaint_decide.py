"""Deciding a complaint: how it ended, why, and, where no officer of the office may, who outside it decided."""

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.models.complaint_words import independence_lines
from ui.safe import Label
from ui.widgets.growing_text import GrowingText
from ui.wording import word
from workbench.domain.commands import DecideComplaint
from workbench.domain.complaints import ComplaintOutcome
from workbench.services.complaints import ComplaintPage

_ROWS = 6
_OWN, _OUTSIDE = "own", "outside"


class DecideComplaintDialog(CommandDialog):
    """Gives a `DecideComplaint`."""

    def __init__(self, workspace: Workspace, page: ComplaintPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="decideComplaint", now=now, parent=parent)
        self._page = page
        self.describe(
            title=self.tr("Decide {number}").format(number=page.case_number),
            explains=self.tr(
                "The decision closes the investigation: what was asked and found stays as it is. What is put right becomes a task of whoever does it. The letter of outcome tells the reasons and the way to the authority."
            ),
            send=self.tr("&Decide"),
        )
        self._outcome = QComboBox()
        self._outcome.setPlaceholderText(self.tr("Choose the outcome"))
        for outcome in ComplaintOutcome:
            self._outcome.addItem(word("complaint_outcome", outcome), outcome.value)
        self._outcome.setCurrentIndex(-1)
        self._reasons = GrowingText("decideComplaintReasons", self.tr("Reasons"), rows=_ROWS)
        self._who = QComboBox()
        if page.may_decide:
            self._who.addItem(self.tr("you: {name}").format(name=workspace.officer_name), _OWN)
        self._who.addItem(self.tr("somebody outside the office"), _OUTSIDE)
        self._outside = QLineEdit()
        self._file = QComboBox()
        self._file.setPlaceholderText(self.tr("Choose the file") if page.files else self.tr("Attach it to the case first"))
        for one in page.files:
            self._file.addItem(one.name, one.id)
        self._file.setCurrentIndex(-1)
        self.add_field("outcome", self.tr("&Outcome"), self._outcome)
        self.add_field("reasons", self.tr("&Reasons"), self._reasons, hint=self.tr("The letter of outcome begins with them."))
        self.add_field("who", self.tr("&Who decides"), self._who)
        self.add_field("outside", self.tr("Name and &position"), self._outside)
        self.add_field(
            "file",
            self.tr("Their decision, kept with the &case"),
            self._file,
            hint=self.tr("A letter or mail in which they decide. You only write it down."),
        )
        for number, line in enumerate(independence_lines(page)):
            said = Label(line, role="small", wrap=True)
            said.set_role("small", "late" if number < len(page.barred) else "")
            self.add_below(said)
        self._who.currentIndexChanged.connect(self._look)
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing: an outcome, reasons, findings, and whose decision it is."""
        found: list[tuple[str, str]] = []
        outcome = self._chosen()
        if outcome is None:
            found.append(("outcome", self.tr("Choose how the complaint ended.")))
        elif outcome is not ComplaintOutcome.WITHDRAWN and not self._page.complaint.inquiries:
            found.append(("outcome", self.tr("Nothing was investigated yet: put at least one question and answer it.")))
        elif outcome is not ComplaintOutcome.WITHDRAWN and self._page.open_inquiries:
            numbers = ", ".join(str(number) for number in self._page.open_inquiries)
            found.append(("outcome", self.tr("No finding with evidence yet for: {numbers}.").format(numbers=numbers)))
        if not self._reasons.text().strip():
            found.append(("reasons", self.tr("Say why.")))
        if self._from_outside() and not self._outside.text().strip():
            found.append(("outside", self.tr("Say who decided, with their position.")))
        if self._from_outside() and self._file.currentData() is None:
            found.append(("file", self.tr("Their decision must be kept with the case.")))
        return tuple(found)

    def command(self) -> DecideComplaint:
        """Return the command."""
        outside = self._from_outside()
        return DecideComplaint(
            case_id=self._page.case_id,
            outcome=self._chosen() or ComplaintOutcome.NOT_UPHELD,
            reasons=self._reasons.text().strip(),
            outside=self._outside.text().strip() if outside else "",
            evidence_id=int(self._file.currentData()) if outside else None,
        )

    def _chosen(self) -> ComplaintOutcome | None:
        key = self._outcome.currentData()
        return ComplaintOutcome(str(key)) if key is not None else None

    def _from_outside(self) -> bool:
        return bool(self._who.currentData() == _OUTSIDE)

    def _look(self, *_told: object) -> None:
        for key in ("outside", "file"):
            self.show_field(key, shown=self._from_outside())
