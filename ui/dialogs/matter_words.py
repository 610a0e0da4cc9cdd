"""What the authority says, and what the office says to it about time: its letters, its deadline, more time asked and answered."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.one_file import OneFile
from ui.safe import plain
from ui.widgets.due_edit import DueEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.commands import AnswerMoreTime, AskMoreTime, PlanChase, RecordAuthorityLetter, SetAuthorityDeadline
from workbench.services.laws import load_rulebooks
from workbench.services.matter_pages import MatterPage

_FORTNIGHT = timedelta(days=14)


def zones_of_matter(page: MatterPage, home: str) -> tuple[str, ...]:
    """Return the zones in which a date of a matter may be read: the office's, the case's, those of its laws."""
    books = load_rulebooks()
    laws = (books[one.law].zone for one in page.case.laws if one.law in books)
    own = (page.own.zone,) if page.own is not None else ()
    return tuple(dict.fromkeys((home, page.case.request.zone, *own, *laws)))


def day_edit(on: date) -> QDateEdit:
    """Return a field for a day."""
    field = QDateEdit(QDate(on.year, on.month, on.day))
    field.setDisplayFormat("d MMM yyyy")
    field.setCalendarPopup(True)
    return field


def day_of(field: QDateEdit) -> date:
    """Return the day that a field shows."""
    on = field.date()
    return date(on.year(), on.month(), on.day())


class AuthorityLetterDialog(CommandDialog):
    """Gives a `RecordAuthorityLetter`."""

    def __init__(self, workspace: Workspace, page: MatterPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="authorityLetter", now=now, parent=parent)
        self._case_id = page.case.id
        zones = zones_of_matter(page, workspace.zone)
        self.describe(
            title=self.tr("A letter of the authority in {number}").format(number=page.case.number),
            explains=self.tr(
                "The letter is kept byte for byte with the matter. A deadline that it sets holds from now on, also where it is later than the one before: it is the authority's own word."
            ),
            send=self.tr("&Record the letter"),
        )
        self._what = QLineEdit()
        self._at = InstantEdit("authorityLetterAt", self.tr("Arrived"), zones)
        self._at.set_instant(now)
        self._file = OneFile(workspace, "authorityLetterFile", self.tr("The letter"))
        asks = self.tr("It asks us for an answer")
        self._asks = QCheckBox(plain(asks))
        self._asks.setAccessibleName(asks)
        self._due = DueEdit(
            "authorityLetterDue",
            self.tr("Its deadline"),
            zones,
            today=formats.local_day(now, workspace.zone) + _FORTNIGHT,
            known=self.tr("It sets a deadline"),
        )
        self._due.show_due(None)
        self.add_field(
            "what", self.tr("&What it is about"), self._what, hint=self.tr("such as: letter of 18 November, six questions")
        )
        self._reference = QLineEdit()
        if not page.matter.reference:
            self.add_field("reference", self.tr("Its refere&nce (may stay empty)"), self._reference)
        self.add_field("at", self.tr("&Arrived"), self._at)
        self.add_field("file", self.tr("&The letter"), self._file)
        self.add_field("asks", self.tr("Answer"), self._asks)
        self.add_field("due", self.tr("&Deadline"), self._due)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or cannot be."""
        found = [] if self._what.text().strip() else [("what", self.tr("Say in a few words what the letter is about."))]
        if self._due.problem():
            found.append(("due", self._due.problem()))
        return (*found, *self.past_only("at", self._at.instant()))

    def command(self) -> RecordAuthorityLetter:
        """Return the command."""
        return RecordAuthorityLetter(
            case_id=self._case_id,
            at=self._at.instant(),
            zone=self._at.zone(),
            what=self._what.text().strip(),
            evidence=self._file.evidence(),
            asks=self._asks.isChecked(),
            due=self._due.value(),
            due_zone=self._due.zone(),
            reference=self._reference.text().strip(),
        )


class AuthorityDeadlineDialog(CommandDialog):
    """Gives a `SetAuthorityDeadline`."""

    def __init__(self, workspace: Workspace, page: MatterPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="authorityDeadline", now=now, parent=parent)
        self._case_id = page.case.id
        zones = zones_of_matter(page, workspace.zone)
        stands = page.own.due if page.own is not None else None
        self.describe(
            title=self.tr("The authority's deadline in {number}").format(number=page.case.number),
            explains=self.tr(
                "Enter the deadline as the authority says it. It may turn out to be earlier than was thought; a later one needs a letter of the authority."
            ),
            send=self.tr("&Set the deadline"),
        )
        today = formats.local_day(now, workspace.zone)
        self._due = DueEdit("authorityDeadlineDue", self.tr("Deadline"), zones, today=today + _FORTNIGHT)
        if stands is not None and page.own is not None:
            self._due.show_due(stands, page.own.zone)
        self._said_in = QLineEdit()
        self._at = InstantEdit("authorityDeadlineAt", self.tr("Said on"), zones)
        self._at.set_instant(now)
        new_letter = self.tr("A new letter of the authority says so")
        self._new_letter = QCheckBox(plain(new_letter))
        self._new_letter.setAccessibleName(new_letter)
        self._new_letter.setChecked(stands is None)
        self.add_field("due", self.tr("&Deadline"), self._due)
        self.add_field("saidIn", self.tr("&Where the authority says so"), self._said_in)
        self.add_field("at", self.tr("S&aid on"), self._at)
        self.add_field("newLetter", self.tr("By whose word"), self._new_letter)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or cannot be."""
        missing = self.tr("Name the letter or the mail in which the authority says so.")
        found = [] if self._said_in.text().strip() else [("saidIn", missing)]
        if self._due.problem():
            found.insert(0, ("due", self._due.problem()))
        return (*found, *self.past_only("at", self._at.instant()))

    def command(self) -> SetAuthorityDeadline:
        """Return the command."""
        return SetAuthorityDeadline(
            case_id=self._case_id,
            due=self._due.value() or self._due.day(),
            at=self._at.instant(),
            zone=self._at.zone(),
            said_in=self._said_in.text().strip(),
            new_letter=self._new_letter.isChecked(),
            due_zone=self._due.zone(),
        )


class AskMoreTimeDialog(CommandDialog):
    """Gives an `AskMoreTime`."""

    def __init__(self, workspace: Workspace, page: MatterPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="askMoreTime", now=now, parent=parent)
        self._case_id = page.case.id
        self._today = formats.local_day(now, workspace.zone)
        stands = page.own.due if page.own is not None else None
        zone = page.own.zone if page.own is not None else workspace.zone
        self._stands = formats.local_day(stands, zone) if isinstance(stands, datetime) else stands
        told = formats.moment(stands, zone) if stands is not None else self.tr("none")
        self.describe(
            title=self.tr("Ask for more time in {number}").format(number=page.case.number),
            explains=self.tr(
                "The deadline that stands: {day}. It stays until the authority grants a later one. Write the letter next."
            ).format(day=told),
            send=self.tr("&Record that it is asked"),
        )
        self._until = day_edit((self._stands or self._today) + _FORTNIGHT)
        self._reason = GrowingText("askMoreTimeReason", self.tr("Reason"), rows=3)
        self._at = InstantEdit("askMoreTimeAt", self.tr("Asked on"), zones_of_matter(page, workspace.zone))
        self._at.set_instant(now)
        self.add_field("until", self.tr("&Until when"), self._until)
        self.add_field("reason", self.tr("R&eason"), self._reason)
        self.add_field("at", self.tr("&Asked on"), self._at)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or cannot be."""
        found: list[tuple[str, str]] = []
        if self._stands is not None and day_of(self._until) <= self._stands:
            found.append(("until", self.tr("This is not later than the deadline that stands.")))
        if not self._reason.text().strip():
            found.append(("reason", self.tr("Say why more time is needed; the letter will say so too.")))
        return (*found, *self.past_only("at", self._at.instant()))

    def command(self) -> AskMoreTime:
        """Return the command."""
        return AskMoreTime(
            case_id=self._case_id,
            until=day_of(self._until),
            reason=self._reason.text().strip(),
            at=self._at.instant(),
            zone=self._at.zone(),
        )


class AnswerMoreTimeDialog(CommandDialog):
    """Gives an `AnswerMoreTime`."""

    def __init__(self, workspace: Workspace, page: MatterPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="answerMoreTime", now=now, parent=parent)
        self._case_id = page.case.id
        asked = page.more_time[-1] if page.more_time else None
        until = asked.until if asked is not None else formats.local_day(now, workspace.zone)
        zones = zones_of_matter(page, workspace.zone)
        self.describe(
            title=self.tr("The authority's answer about more time in {number}").format(number=page.case.number),
            explains=self.tr("Asked for: until {day}.").format(day=formats.day(until)),
            send=self.tr("&Record the answer"),
        )
        choice = QWidget()
        column = QVBoxLayout(choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._granted = self._radio("answerMoreTimeGranted", self.tr("It grants more time"))
        self._refused = self._radio("answerMoreTimeRefused", self.tr("It refuses; the deadline stays"))
        self._granted.setChecked(True)
        for button in (self._granted, self._refused):
            column.addWidget(button)
        self._until = DueEdit("answerMoreTimeUntil", self.tr("Until when"), zones, today=until)
        self._said_in = QLineEdit()
        self._at = InstantEdit("answerMoreTimeAt", self.tr("Arrived"), zones)
        self._at.set_instant(now)
        self.add_field("answer", self.tr("Answer"), choice)
        self.add_field("until", self.tr("&Until when"), self._until)
        self.add_field("saidIn", self.tr("&Where the authority says so"), self._said_in)
        self.add_field("at", self.tr("&Arrived"), self._at)
        self._granted.toggled.connect(lambda granted: self.show_field("until", shown=granted))

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or cannot be."""
        missing = self.tr("Name the letter or the mail in which the authority says so.")
        found = [] if self._said_in.text().strip() else [("saidIn", missing)]
        if self._granted.isChecked() and self._until.problem():
            found.insert(0, ("until", self._until.problem()))
        return (*found, *self.past_only("at", self._at.instant()))

    def command(self) -> AnswerMoreTime:
        """Return the command."""
        return AnswerMoreTime(
            case_id=self._case_id,
            until=self._until.value() if self._granted.isChecked() else None,
            at=self._at.instant(),
            zone=self._at.zone(),
            said_in=self._said_in.text().strip(),
            due_zone=self._until.zone(),
        )

    @staticmethod
    def _radio(name: str, words: str) -> QRadioButton:
        button = QRadioButton(plain(words))
        button.setObjectName(name)
        button.setAccessibleName(words)
        return button


class ChaseDialog(CommandDialog):
    """Gives a `PlanChase`."""

    def __init__(self, workspace: Workspace, page: MatterPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="planChase", now=now, parent=parent)
        self._case_id = page.case.id
        self._today = formats.local_day(now, workspace.zone)
        self.describe(
            title=self.tr("Remind of {number}").format(number=page.case.number),
            explains=self.tr("On that day the matter lies on the desk of the officer who keeps it: ask how it stands."),
            send=self.tr("&Remind"),
        )
        self._on = day_edit(self._today + _FORTNIGHT)
        self._text = QLineEdit()
        self.add_field("on", self.tr("&On"), self._on)
        self.add_field("text", self.tr("&What to do (may stay empty)"), self._text)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about a day that has passed."""
        return () if day_of(self._on) >= self._today else (("on", self.tr("This day has passed.")),)

    def command(self) -> PlanChase:
        """Return the command."""
        return PlanChase(case_id=self._case_id, due_on=day_of(self._on), text=self._text.text().strip())
