"""Extension: a longer limit under one law, with the lawful dates and the last day to say so shown before anything is written.

The date begins at the latest that the law allows; an earlier one can be chosen, a later one is refused with words.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QDate, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDateEdit, QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.models.clock_figures import law_of, zones_of
from ui.safe import Label
from ui.widgets.card import Card
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.clocks import Reckoning
from workbench.domain.commands import ExtendDeadline
from workbench.domain.errors import WorkbenchError
from workbench.domain.rulebooks import Extension, ExtensionOrigin, Rulebook
from workbench.services import deadlines
from workbench.services.lines import CasePage

_TEXT_HEIGHT = 90
_WIDTH = 820


class ExtendDialog(CommandDialog):
    """Extends the answer date under one law; asks the services what the notice would give while it is typed."""

    def __init__(
        self,
        workspace: Workspace,
        page: CasePage,
        rulebooks: Mapping[str, Rulebook],
        now: datetime,
        parent: QWidget | None = None,
        *,
        law: str = "",
    ) -> None:
        super().__init__(workspace, name="extendDeadline", now=now, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self._page = page
        self._rulebooks = rulebooks
        self._reckoned: Reckoning | None = None
        self._chosen_by_hand = False
        self.describe(
            title=self.tr("Extend the deadline of {number}").format(number=page.case.number),
            explains=self.tr(
                "The person must hear of the extension and its reason before the first limit ends. A late notice has no effect. "
                "The letter that tells the person is owed at once; it opens when the extension is recorded."
            ),
            send=self.tr("&Extend"),
        )
        self._law = QComboBox()
        for one in page.case.laws:
            self._law.addItem(law_of(one.law, one.place, workspace.words), one.law)
        self._at = InstantEdit("extendDeadlineAt", self.tr("Told on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self._until = QDateEdit()
        self._until.setCalendarPopup(True)
        self._until.setDisplayFormat("ddd d MMM yyyy")
        self._until.setDate(QDate(now.year, now.month, now.day).addMonths(1))
        self._lawful = Label(role="small", wrap=True, name="extendDeadlineLawful")
        self._reason = QPlainTextEdit()
        self._reason.setFixedHeight(_TEXT_HEIGHT)
        self.add_field("law", self.tr("&Law"), self._law)
        self.add_field("at", self.tr("The person is told &on"), self._at)
        self.add_field("until", self.tr("The notice names this &date"), self._until, below=self._lawful)
        self.add_field("reason", self.tr("&Reason, as the notice says it"), self._reason)
        self._preview = _ExtensionPreview()
        self.add_beside(self._preview, title=self.tr("What the notice gives"))
        self._law.currentIndexChanged.connect(self._look)
        self._at.changed.connect(self._look)
        self._until.dateChanged.connect(self._until_chosen)
        self._select_extendable(law)
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a law without extension, a notice in the future, or a missing reason."""
        found: list[tuple[str, str]] = []
        if self._extension() is None:
            found.append(("law", self.tr("This law gives no extension for what was asked.")))
        found.extend(self.past_only("at", self._at.instant()))
        found.extend(self._wrong_date())
        if not self._reason.toPlainText().strip():
            found.append(("reason", self.tr("The notice must give a reason for the delay.")))
        return tuple(found)

    def command(self) -> ExtendDeadline:
        """Return the command."""
        return ExtendDeadline(
            case_id=self._page.case.id,
            law=self._chosen_law(),
            notified_at=self._at.instant(),
            zone=self._at.zone(),
            reason=self._reason.toPlainText().strip(),
            until_on=self._until_on(),
        )

    def _chosen_law(self) -> str:
        return str(self._law.currentData())

    def _until_on(self) -> date | None:
        """Return the date that the notice names; None where it is the whole length that the law gives."""
        extension = self._extension()
        if extension is None or not self._names_a_date(extension):
            return None
        chosen = _day(self._until)
        return chosen if extension.origin is ExtensionOrigin.STATED_DATE or chosen != self._latest() else None

    def _names_a_date(self, extension: Extension) -> bool:
        return extension.origin is ExtensionOrigin.STATED_DATE or self._latest() is not None

    def _latest(self) -> date | None:
        """Return the latest date that the law allows; None while it is not known, or where the law caps nothing."""
        reckoning = self._reckoned
        if reckoning is None or reckoning.extension_void:
            return None
        latest = reckoning.extended_due or (reckoning.due if reckoning.extended else None)
        return None if isinstance(latest, datetime) else latest

    def _first(self) -> date | None:
        first = self._reckoned.base_due if self._reckoned is not None else None
        return first.date() if isinstance(first, datetime) else first

    def _wrong_date(self) -> tuple[tuple[str, str], ...]:
        extension, latest, first = self._extension(), self._latest(), self._first()
        if extension is None or not self._names_a_date(extension):
            return ()
        chosen = _day(self._until)
        if latest is not None and chosen > latest:
            text = self.tr("The law allows {day} at the latest. Choose that day or an earlier one.")
            return (("until", text.format(day=self.workspace.words.date(latest))),)
        if first is not None and chosen <= first:
            text = self.tr("The first limit ends on {day} without an extension. Choose a later day.")
            return (("until", text.format(day=self.workspace.words.date(first))),)
        return ()

    def _extension(self) -> Extension | None:
        law = self._chosen_law()
        book = self._rulebooks.get(law)
        if book is None:
            return None
        running = {line.limit_id for line in self._page.deadlines if line.law == law}
        return next((limit.extension for limit in book.limits if limit.id in running and limit.extension is not None), None)

    def _select_extendable(self, law: str) -> None:
        if law and self._law.findData(law) >= 0:
            self._law.setCurrentIndex(self._law.findData(law))
            return
        for index in range(self._law.count()):
            self._law.setCurrentIndex(index)
            if self._extension() is not None:
                return
        self._law.setCurrentIndex(0)

    def _until_chosen(self) -> None:
        self._chosen_by_hand = True
        if self._reckoned is not None:
            self._show_words(self._reckoned)

    def _look(self) -> None:
        extension = self._extension()
        self._reckoned = None
        self.show_field("until", shown=extension is not None and self._names_a_date(extension))
        if extension is None:
            self._preview.say(self.tr("This law gives no extension for what was asked."), late=True)
            return
        if self._at.problem():
            self._preview.say(self._at.problem(), late=True)
            return
        law, at = self._chosen_law(), self._at.instant()
        query = partial(deadlines.preview_extension, case_id=self._page.case.id, law=law, notified_at=at)

        def show(reckoning: Reckoning) -> None:
            if (law, at) == (self._chosen_law(), self._at.instant()):
                self._show(reckoning, extension)

        def refused(error: WorkbenchError) -> None:
            self._preview.say(self.workspace.words.error(error), late=True)

        self.workspace.jobs.ask(query, show, refused=refused)

    def _show(self, reckoning: Reckoning, extension: Extension) -> None:
        self._reckoned = reckoning
        latest = self._latest()
        if latest is not None and not self._chosen_by_hand:
            blocker = QSignalBlocker(self._until)
            self._until.setDate(QDate(latest.year, latest.month, latest.day))
            blocker.unblock()
        words = self.workspace.words
        self.show_field("until", shown=self._names_a_date(extension) and not reckoning.extension_void)
        text = self.tr("The law allows {day} at the latest; any earlier day is yours to choose.")
        self._lawful.setText(text.format(day=words.date(latest)) if latest is not None else "")
        self._lawful.setVisible(latest is not None)
        self._show_words(reckoning)

    def _show_words(self, reckoning: Reckoning) -> None:
        words = self.workspace.words
        extension = self._extension()
        told: list[str] = []
        line = next((line for line in self._page.deadlines if line.law == self._chosen_law()), None)
        zone = line.zone if line is not None else self.workspace.zone
        if reckoning.base_due is not None:
            told.append(self.tr("Without an extension: {day}.").format(day=words.date(reckoning.base_due, zone)))
        if reckoning.extension_notice_due is not None:
            told.append(self.tr("Last day to tell the person: {day}.").format(day=words.date(reckoning.extension_notice_due)))
        if extension is not None and extension.period is not None:
            told.append(self.tr("The law allows at most {period} more.").format(period=words.period(extension.period)))
        if reckoning.extension_void or not reckoning.extended:
            head = self.tr("This notice would be too late: the date stays where it is.")
            self._preview.say(head, *told, late=True)
            return
        told.append(self.tr("The letter that tells the person is owed at once."))
        wrong, latest = self._wrong_date(), self._latest()
        named = extension is not None and self._names_a_date(extension)
        if wrong:
            self._preview.say(wrong[0][1], *told, late=True)
        elif named and latest is not None and _day(self._until) < latest:
            head = self.tr("Promised date: {day}").format(day=words.date(_day(self._until)))
            text = self.tr("The law gives until {day}; the date that the person is told becomes the safe date.")
            self._preview.say(head, text.format(day=words.date(latest)), *told)
        elif named or reckoning.due is not None:
            day = _day(self._until) if named else reckoning.due
            self._preview.say(self.tr("New date: {day}").format(day=words.date(day, zone) if day is not None else ""), *told)
        else:
            self._preview.say(self.tr("The clock stands still; the new date follows when it goes on."), *told)


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())


class _ExtensionPreview(Card):
    """What the notice would give, in a heading and small print."""

    def __init__(self) -> None:
        super().__init__("", name="extendDeadlineCard")
        self._head = Label(role="heading", wrap=True, name="extendDeadlinePreview")
        self._rest = Label(wrap=True, name="extendDeadlineSmallPrint")
        self.body.addWidget(self._head)
        self.body.addWidget(self._rest)

    def say(self, head: str, *rest: str, late: bool = False) -> None:
        """Show other words."""
        self._head.setText(head)
        self._head.set_role("heading", "late" if late else "")
        self._rest.setText("\n".join(rest))
        self._rest.setVisible(bool(rest))
