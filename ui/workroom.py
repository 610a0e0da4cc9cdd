"""The workroom: sidebar, header, notice bar and pages of one unlocked office. It is made after unlocking and destroyed by locking.

Pages are imported and made when they are first shown.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import formats, wording
from ui.context import Workspace
from ui.navigation import Place
from ui.safe import set_role
from ui.style.chips import Tone
from ui.widgets.header import Header
from ui.widgets.notice import NoticeBar
from ui.widgets.page import Page
from ui.widgets.search_popup import SearchPopup
from ui.widgets.sidebar import Entry, Sidebar
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.services.backup import back_up_office
from workbench.services.lines import Finding, OfficeStatus
from workbench.services.office import Desk
from workbench.services.today import office_status
from workbench.services.verify import verify_office

if TYPE_CHECKING:
    from workbench.services.breaches import LawHelp

_PAGES = {
    "today": ("ui.pages.today", "TodayPage"),
    "cases": ("ui.pages.cases", "CasesPage"),
    "approvals": ("ui.pages.approvals", "ApprovalsPage"),
    "packet": ("ui.pages.packet", "PacketPage"),
    "intake": ("ui.pages.intake", "IntakePage"),
    "complaint": ("ui.pages.complaint_intake", "ComplaintIntakePage"),
    "case": ("ui.pages.case.page", "CaseFilePage"),
    "letters": ("ui.pages.letters", "LettersPage"),
    "letter": ("ui.pages.letter", "LetterPage"),
    "batch": ("ui.pages.batch", "BatchPage"),
    "templates": ("ui.pages.templates", "TemplatesPage"),
    "template": ("ui.pages.template_editor", "TemplateEditorPage"),
    "regulators": ("ui.pages.regulators", "RegulatorsPage"),
    "settings": ("ui.pages.settings", "SettingsPage"),
    "laws": ("ui.pages.laws", "LawsPage"),
    "calendar": ("ui.pages.calendar", "CalendarPage"),
    "what_if": ("ui.pages.what_if", "WhatIfPage"),
    "moves": ("ui.pages.moves", "MovesPage"),
}
"""The module and the class of each page."""

_ENTRY_OF = {"intake": "cases", "complaint": "cases", "case": "cases", "letter": "letters", "template": "templates"}
_MOVED = {"authorities": Place("regulators", tab="directory")}
"""Pages that became a part of another."""
_BUSY_AFTER_MS = 250


class Workroom(QWidget):
    """What the window shows while an office is open. `lock_wanted` and `settings_changed` are for the window."""

    lock_wanted = Signal()
    settings_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._pages: dict[str, Page] = {}
        self._status: OfficeStatus | None = None
        self._locks_in = 0
        self._sidebar = Sidebar(self._entries())
        self._header = Header(workspace.actions)
        self._notice = NoticeBar()
        self._stack = QStackedWidget()
        set_role(self._stack, "ground")
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for widget in (self._header, self._notice):
            right.addWidget(widget)
        right.addWidget(self._stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._sidebar)
        across.addLayout(right, 1)
        self._busy_timer = QTimer(self)
        self._busy_timer.setSingleShot(True)
        self._busy_timer.setInterval(_BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(lambda: self._header.show_busy(busy=True))
        self._minute = QTimer(self)
        self._minute.setInterval(30_000)
        self._minute.timeout.connect(self._show_foot)
        self._minute.start()
        self._connect()
        self.setAcceptDrops(True)
        self._read_status()

    def go_first(self, place: Place) -> None:
        """Show the first place after unlocking."""
        self.workspace.navigation.go(place)

    def page(self, name: str) -> Page:
        """Return a page, made now if it has not been shown yet."""
        if name not in self._pages:
            module, class_name = _PAGES[name]
            made: Page = getattr(import_module(module), class_name)(self.workspace)
            made.heading_changed.connect(self._heading_shower(made))
            self._pages[name] = made
            self._stack.addWidget(made)
        return self._pages[name]

    def may_leave(self) -> bool:
        """Return whether no page has anything unsaved."""
        return all(page.may_leave() for page in self._pages.values())

    def before_lock(self) -> None:
        """Let every page keep what it can."""
        for page in self._pages.values():
            page.before_lock()

    def show_lock_minutes(self, minutes: int) -> None:
        """Show in how many minutes the window will lock by itself."""
        if minutes != self._locks_in:
            self._locks_in = minutes
            self._show_foot()

    def say(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Show a sentence in the notice bar."""
        self._notice.say(text, tone)

    def open_mail(self, path: Path) -> None:
        """Show the intake page with a mail that was dropped, chosen or named at the start."""
        self.workspace.navigation.go(Place("intake"))
        page = self.page("intake")
        open_mail: Callable[[Path], None] | None = getattr(page, "open_mail", None)
        if open_mail is not None:
            open_mail(path)

    def choose_mail(self) -> None:
        """Ask for a mail file."""
        dialog = QFileDialog(self, self.tr("Open a mail"))
        dialog.setObjectName("mailDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Mail (*.eml)"), self.tr("Every file (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.open_mail(Path(path)))
        dialog.open()

    def new_complaint(self) -> None:
        """Show the form of a new complaint, about the case that is on the screen where there is one."""
        place = self.workspace.navigation.place
        about = place.case_id if place is not None and place.page == "case" else None
        self.workspace.navigation.go(Place("complaint", case_id=about))

    def new_matter(self) -> None:
        """Ask what an authority wants, or what Onee wants of one, and open the matter."""
        from ui.dialogs.command_dialog import present  # noqa: PLC0415  matters are rare
        from ui.dialogs.matter_new import NewMatterDialog  # noqa: PLC0415  as above
        from workbench.services.matters import open_matter  # noqa: PLC0415  as above

        def opened(changes: Changes) -> None:
            self.workspace.navigation.go(Place("case", case_id=changes.created))

        present(NewMatterDialog(self.workspace, self.workspace.now(), self), self.workspace, open_matter, then=opened)

    def new_breach(self) -> None:
        """Ask for what is known of a breach, and open its case."""
        from workbench.services.breaches import laws_to_choose  # noqa: PLC0415  breaches are rare

        self.workspace.jobs.ask(laws_to_choose, self._ask_for_breach)

    def search(self) -> SearchPopup:
        """Open the search."""
        popup = SearchPopup(self.workspace, self)
        popup.chosen.connect(self.workspace.navigation.go)
        popup.open()
        return popup

    def back_up(self) -> None:
        """Make a backup now and say where it is."""

        def done(path: Path) -> None:
            self.say(self.tr("A verified backup was made: {name}").format(name=path.name))
            self._read_status()

        self.workspace.jobs.with_office(back_up_office, done)

    def verify(self) -> None:
        """Check the whole store and say what was found."""

        def done(findings: tuple[Finding, ...]) -> None:
            if findings:
                words = [f"{wording.word('finding', finding.code)} ({finding.where})" for finding in findings[:5]]
                self.say(self.tr("%n finding(s) in the store:", "", len(findings)) + " " + "; ".join(words), Tone.LATE)
            else:
                self.say(self.tr("The store is sound: structure, journal and every kept file were checked."))
            self._read_status()

        self.workspace.jobs.with_office(verify_office, done)

    def _ask_for_breach(self, helps: "tuple[LawHelp, ...]") -> None:
        from ui.dialogs.command_dialog import present  # noqa: PLC0415  as above
        from ui.pages.breach_new import NewBreachDialog  # noqa: PLC0415  as above
        from workbench.services.breaches import open_breach  # noqa: PLC0415  as above

        def opened(changes: Changes) -> None:
            self.say(self.tr("{number} is open; its clocks run.").format(number=changes.number))
            self.workspace.navigation.go(Place("case", case_id=changes.created))

        present(NewBreachDialog(self.workspace, helps, self.workspace.now(), self), self.workspace, open_breach, then=opened)

    def _entries(self) -> tuple[Entry, ...]:
        return (
            Entry("today", self.tr("Today")),
            Entry("cases", self.tr("Cases")),
            Entry("approvals", self.tr("Approvals")),
            Entry("packet", self.tr("Review packets")),
            Entry("calendar", self.tr("Calendar")),
            Entry("moves", self.tr("Dates that move")),
            Entry("", self.tr("Correspondence")),
            Entry("letters", self.tr("Letters")),
            Entry("batch", self.tr("Letters to many")),
            Entry("templates", self.tr("Templates")),
            Entry("regulators", self.tr("Regulators")),
            Entry("", self.tr("Office")),
            Entry("laws", self.tr("Laws")),
            Entry("what_if", self.tr("What if")),
            Entry("settings", self.tr("Settings")),
        )

    def _connect(self) -> None:
        workspace = self.workspace
        self._sidebar.chosen.connect(lambda page: workspace.navigation.go(Place(page)))
        self._sidebar.lock_wanted.connect(self.lock_wanted)
        self._header.search_wanted.connect(self.search)
        workspace.navigation.moved.connect(self._show_place)
        workspace.notices.said.connect(self.say)
        workspace.jobs.refused.connect(self._refuse)
        workspace.jobs.changed.connect(self._changed)
        workspace.jobs.busy.connect(self._busy)

    def _heading_shower(self, page: Page) -> Callable[[], None]:
        def show() -> None:
            if self._stack.currentWidget() is page:
                self._header.show_heading(page.heading())

        return show

    def _show_place(self, place: Place) -> None:
        place = _MOVED.get(place.page, place)
        actions = self.workspace.actions
        if place.page != "case":
            actions.permit(frozenset())
            actions.permit_bundle(may=False)
        if place.page != "letter":
            actions.permit_letter(frozenset())
        actions["back"].setEnabled(self.workspace.navigation.can_go_back)
        page = self.page(place.page)
        self._header.show_heading(page.heading())
        self._stack.setCurrentWidget(page)
        self._sidebar.show_page(_ENTRY_OF.get(place.page, place.page))
        page.show_place(place)
        self._header.show_heading(page.heading())

    def _refuse(self, refusal: WorkbenchError) -> None:
        self.say(wording.refusal(refusal), Tone.LATE)

    def _changed(self, changes: Changes) -> None:
        self._read_status()
        if changes.settings:
            self.settings_changed.emit()

    def _busy(self, busy: bool) -> None:  # noqa: FBT001  Qt calls with what the signal carries
        if busy:
            self._busy_timer.start()
        else:
            self._busy_timer.stop()
            self._header.show_busy(busy=False)

    def _read_status(self) -> None:
        self.workspace.jobs.ask(office_status, self._show_status)
        self.workspace.jobs.ask(_approvals_waiting, partial(self._sidebar.show_count, "approvals"))
        self.workspace.jobs.ask(_matters_open, partial(self._sidebar.show_count, "regulators"))

    def _show_status(self, status: OfficeStatus) -> None:
        self._status = status
        name = status.office_name or self.tr("Privacy office")
        self._sidebar.show_office(name)
        self._sidebar.show_count("cases", status.open_cases)
        self._sidebar.show_count("letters", status.letters_open)
        self._sidebar.show_count("moves", status.moves_pending)
        self._show_foot()

    def _show_foot(self) -> None:
        status = self._status
        if status is None:
            return
        now = self.workspace.now()
        lock = self.tr("Encrypted, locks in %n min", "", self._locks_in) if self._locks_in else self.tr("Encrypted store")
        if status.read_only:
            lock = self.tr("For reading only") + "\n" + lock
        head = f"{status.journal_head[:4]} {status.journal_head[4:8]}".strip()
        sound = self.tr("Journal verified {head}").format(head=head)
        self._sidebar.show_foot(
            lock=lock,
            backup=self._backup_words(status.last_backup_at, now),
            journal=sound if status.journal_sound else self.tr("The journal does not add up: check the store"),
            journal_sound=status.journal_sound,
        )

    def _backup_words(self, made_at: datetime | None, now: datetime) -> str:
        if made_at is None:
            return self.tr("No backup yet")
        return self.tr("Backed up {ago}").format(ago=formats.ago(made_at, now=now))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dropped onto the window."""
        if _dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first dropped file as a mail, and say so where there were more."""
        files = _dropped_files(event.mimeData())
        if not files:
            return
        event.acceptProposedAction()
        if len(files) > 1:
            self.say(self.tr("One mail at a time: {name} was opened.").format(name=files[0].name), Tone.SOON)
        self.open_mail(files[0])


def _approvals_waiting(desk: Desk) -> int:
    from workbench.services.approvals import approvals_waiting  # noqa: PLC0415  it brings the composer of letters with it

    return approvals_waiting(desk)


def _matters_open(desk: Desk) -> int:
    from workbench.services.matter_pages import count_open  # noqa: PLC0415  read after the first paint

    return count_open(desk)


def _dropped_files(data: QMimeData) -> list[Path]:
    """Return the local files among what is dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
