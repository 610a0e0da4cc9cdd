"""Extension: a longer limit under one law, with the new date and the last day to say so shown before anything is written."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.models.clock_figures import law_of, zones_of
from ui.safe import Label
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.clocks import Reckoning
from workbench.domain.commands import ExtendDeadline
from workbench.domain.errors import WorkbenchError
from workbench.domain.rulebooks import Extension, ExtensionOrigin, Rulebook
from workbench.services import deadlines
from workbench.services.lines import CasePage

_TEXT_HEIGHT = 90


class ExtendDialog(CommandDialog):
    """Extends the answer date under one law; asks the services what the notice would give while it is typed."""

    def __init__(
        self,
        workspace: Workspace,
        page: CasePage,
        rulebooks: Mapping[str, Rulebook],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="extendDeadline", now=now, parent=parent)
        self._page = page
        self._rulebooks = rulebooks
        self.describe(
            title=self.tr("Extend the deadline of {number}").format(number=page.case.number),
            explains=self.tr(
                "The person must hear of the extension and its reason before the first limit ends. A late notice has no effect."
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
        self._until.setDisplayFormat("d MMM yyyy")
        self._until.setDate(QDate(now.year, now.month, now.day).addMonths(1))
        self._reason = QPlainTextEdit()
        self._reason.setFixedHeight(_TEXT_HEIGHT)
        self.add_field("law", self.tr("&Law"), self._law)
        self.add_field("at", self.tr("The person is told &on"), self._at)
        self.add_field("until", self.tr("The notice names this &date"), self._until)
        self.add_field("reason", self.tr("&Reason, as the notice says it"), self._reason)
        self._preview = _ExtensionPreview()
        self.add_below(self._preview)
        self._law.currentIndexChanged.connect(self._look)
        self._at.changed.connect(self._look)
        self._select_extendable()
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a law without extension, a notice in the future, or a missing reason."""
        found: list[tuple[str, str]] = []
        if self._extension() is None:
            found.append(("law", self.tr("This law gives no extension for what was asked.")))
        found.extend(self.past_only("at", self._at.instant()))
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
        extension = self._extension()
        if extension is None or extension.origin is not ExtensionOrigin.STATED_DATE:
            return None
        chosen = self._until.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _extension(self) -> Extension | None:
        law = self._chosen_law()
        book = self._rulebooks.get(law)
        if book is None:
            return None
        running = {line.limit_id for line in self._page.deadlines if line.law == law}
        return next((limit.extension for limit in book.limits if limit.id in running and limit.extension is not None), None)

    def _select_extendable(self) -> None:
        for index in range(self._law.count()):
            self._law.setCurrentIndex(index)
            if self._extension() is not None:
                return
        self._law.setCurrentIndex(0)

    def _look(self) -> None:
        extension = self._extension()
        self.show_field("until", shown=extension is not None and extension.origin is ExtensionOrigin.STATED_DATE)
        if extension is None:
            self._preview.say(self.tr("This law gives no extension for what was asked."), late=True)
            return
        law, at = self._chosen_law(), self._at.instant()
        query = partial(deadlines.preview_extension, case_id=self._page.case.id, law=law, notified_at=at)
        cap = self.workspace.words.period(extension.period) if extension.period is not None else ""

        def show(reckoning: Reckoning) -> None:
            if (law, at) == (self._chosen_law(), self._at.instant()):
                self._show(reckoning, cap)

        def refused(error: WorkbenchError) -> None:
            self._preview.say(self.workspace.words.error(error), late=True)

        self.workspace.jobs.ask(query, show, refused=refused)

    def _show(self, reckoning: Reckoning, cap: str) -> None:
        words = self.workspace.words
        told: list[str] = []
        zone = next((line.zone for line in self._page.deadlines if line.law == self._chosen_law()), self.workspace.zone)
        if reckoning.extension_notice_due is not None:
            told.append(self.tr("Last day to tell the person: {day}.").format(day=words.date(reckoning.extension_notice_due)))
        if cap:
            told.append(self.tr("The law allows at most {period} more.").format(period=cap))
        if reckoning.extension_void or not reckoning.extended:
            head = self.tr("This notice would be too late: the date stays where it is.")
            self._preview.say(head, *told, late=True)
            return
        if reckoning.due is not None:
            head = self.tr("New date: {day}").format(day=words.date(reckoning.due, zone))
            self._preview.say(head, *told)
        else:
            self._preview.say(self.tr("The clock stands still; the new date follows when it goes on."), *told)


class _ExtensionPreview(QWidget):
    """What the notice would give, in a heading and small print."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Label(role="strong", wrap=True, name="extendDeadlinePreview")
        self._rest = Label(role="small", wrap=True, name="extendDeadlineSmallPrint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self._rest)

    def say(self, head: str, *rest: str, late: bool = False) -> None:
        """Show other words."""
        self._head.setText(head)
        self._head.set_role("strong", "late" if late else "")
        self._rest.setText(" ".join(rest))
        self._rest.setVisible(bool(rest))
