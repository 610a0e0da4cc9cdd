"""What an officer can do to the case that is shown: each act opens its dialog, its tab or its letter."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.dialogs.attach import AttachDialog
from ui.dialogs.carried_out import CarriedOutDialog
from ui.dialogs.clarification import AskClarificationDialog, RecordClarificationDialog
from ui.dialogs.closing import CloseDialog
from ui.dialogs.command_dialog import present
from ui.dialogs.dispatch import DispatchDialog
from ui.dialogs.extension import ExtendDialog
from ui.dialogs.files import PickedFile, pick_files, read_file
from ui.dialogs.identity import AskIdentityDialog, RecordIdentityDialog
from ui.dialogs.note import NoteDialog
from ui.dialogs.override import OverrideDialog
from ui.dialogs.pause import PauseDialog
from ui.dialogs.record_event import RecordEventDialog
from ui.dialogs.reopen import ReopenDialog
from ui.dialogs.resume import ResumeDialog
from ui.navigation import Place
from ui.safe import tell
from ui.style.chips import Tone
from workbench.domain.cases import Channel
from workbench.domain.changes import Changes
from workbench.domain.commands import LiftOverride, OverrideDeadline
from workbench.domain.letters import TO_AUTHORITIES, LetterKind, LetterState
from workbench.domain.phases import Act, left_to_carry_out
from workbench.domain.rights import Right
from workbench.services import carried_out, closure, deadlines, dispatch, events, evidence, identity, overrides, pauses
from workbench.services.laws import load_rulebooks
from workbench.services.lines import CasePage, EventChoice, PauseChoice
from workbench.services.office import Desk

_IN_FRONT = (
    Act.INVESTIGATE,
    Act.DECIDE_COMPLAINT,
    Act.TAKE_TO_AUTHORITY,
    Act.ANSWER_AUTHORITY,
    Act.RECORD_AUTHORITY,
    Act.HANDLE_BREACH,
)


class CaseActs(QObject):
    """Carries out acts on one case; `tab_wanted` names the tab where an act goes on.

    `front_wanted` carries an `Act` of a complaint, a matter or a breach, which the first panel of the case begins itself.
    """

    tab_wanted = Signal(str)
    front_wanted = Signal(object)

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._page: CasePage | None = None
        self._waiting: list[PickedFile] = []
        self._doors: dict[Act, Callable[[CasePage], None]] = {
            Act.ASK_FOR_IDENTITY: self._ask_for_identity,
            Act.RECORD_IDENTITY: self._record_identity,
            Act.ASK_FOR_CLARIFICATION: self._ask_for_clarification,
            Act.RECORD_CLARIFICATION: self._record_clarification,
            Act.PAUSE: self._pause,
            Act.RESUME: self._resume,
            Act.RECORD_EVENT: self._record_event,
            Act.OVERRIDE: self._override,
            Act.EXTEND: self._extend,
            Act.DECIDE: lambda _: self.tab_wanted.emit("decision"),
            Act.RECORD_DONE: self._record_done,
            Act.COMPOSE: lambda page: self.write(page.next_step.letter, law=page.next_step.law),
            Act.APPROVE: self._approve,
            Act.DISPATCH: self._dispatch,
            Act.ATTACH: self._attach,
            Act.NOTE: self._note,
            Act.CLOSE: self._close,
            Act.REOPEN: self._reopen,
            **{act: partial(self._in_front, act) for act in _IN_FRONT},
        }

    def show_case(self, page: CasePage) -> None:
        """Work on another case, or on a newer reading of the same."""
        self._page = page

    def perform(self, act: Act) -> None:
        """Begin an act; nothing happens when the case does not permit it now."""
        if self._page is not None and act in self._page.permitted:
            self._doors[act](self._page)

    def extend(self, law: str) -> None:
        """Begin an extension under one law."""
        if self._page is not None and Act.EXTEND in self._page.permitted:
            self._extend(self._page, law)

    def record_done(self, right: Right) -> None:
        """Begin to record that one right was carried out."""
        if self._page is not None and Act.RECORD_DONE in self._page.permitted:
            self._record_done(self._page, right)

    def write(self, kind: LetterKind | None, *, law: str = "") -> None:
        """Go to the composer for a new letter of a kind, under a law where it is about a breach; without a kind the composer asks."""
        if self._page is not None:
            tab = kind.value if kind is not None else ""
            self._workspace.navigation.go(Place("letter", case_id=self._page.case.id, tab=tab, law=law))

    def bundle(self) -> None:
        """Ask for the bundle of the case."""
        from ui.dialogs.bundle import BundleDialog  # noqa: PLC0415  few cases leave as a bundle

        if self._page is not None:
            BundleDialog(self._workspace, self._page.case.id, self._page.case.number, self._owner).open()

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Read files that were picked or dropped and ask about each in turn."""
        for path in paths:
            self._workspace.jobs.work(partial(read_file, path), self._file_read)

    def _in_front(self, act: Act, _page: CasePage) -> None:
        self.front_wanted.emit(act)

    def _ask_for_identity(self, page: CasePage) -> None:
        dialog = AskIdentityDialog(self._workspace, page, load_rulebooks(), self._workspace.now(), self._owner)
        present(
            dialog, self._workspace, identity.ask_for_identity, then=self._said(self.tr("Recorded. Write the letter next."))
        )

    def _record_identity(self, page: CasePage) -> None:
        dialog = RecordIdentityDialog(self._workspace, page, self._workspace.now(), self._owner)
        present(dialog, self._workspace, identity.record_identity, then=self._said(self.tr("Recorded.")))

    def _ask_for_clarification(self, page: CasePage) -> None:
        dialog = AskClarificationDialog(self._workspace, page, load_rulebooks(), self._workspace.now(), self._owner)
        said = self._said(self.tr("Recorded. Write the letter next."))
        present(dialog, self._workspace, identity.ask_for_clarification, then=said)

    def _record_clarification(self, page: CasePage) -> None:
        dialog = RecordClarificationDialog(self._workspace, page, self._workspace.now(), self._owner)
        present(dialog, self._workspace, identity.record_clarification, then=self._said(self.tr("Recorded.")))

    def _pause(self, page: CasePage) -> None:
        def opens(choices: tuple[PauseChoice, ...]) -> None:
            dialog = PauseDialog(self._workspace, page, choices, self._workspace.now(), self._owner)
            present(dialog, self._workspace, pauses.pause_clock, then=self._said(self.tr("Recorded. Write the letter next.")))

        self._workspace.jobs.ask(partial(pauses.pause_choices, case_id=page.case.id), opens)

    def _resume(self, page: CasePage) -> None:
        def opens(choices: tuple[PauseChoice, ...]) -> None:
            dialog = ResumeDialog(self._workspace, page, choices, self._workspace.now(), self._owner)
            present(dialog, self._workspace, pauses.resume_clock, then=self._said(self.tr("Recorded. The clock goes on.")))

        self._workspace.jobs.ask(partial(pauses.pause_choices, case_id=page.case.id), opens)

    def _record_event(self, page: CasePage) -> None:
        def opens(choices: tuple[EventChoice, ...]) -> None:
            now = self._workspace.now()
            dialog = RecordEventDialog(self._workspace, page, choices, load_rulebooks(), now, self._owner)
            present(dialog, self._workspace, events.record_event, then=self._said(self.tr("The event is recorded.")))

        self._workspace.jobs.ask(partial(events.event_choices, case_id=page.case.id), opens)

    def _override(self, page: CasePage) -> None:
        dialog = OverrideDialog(self._workspace, page, self._workspace.now(), self._owner)
        present(dialog, self._workspace, _set_or_lift, then=self._said(self.tr("Recorded, with the reason.")))

    def _extend(self, page: CasePage, law: str = "") -> None:
        dialog = ExtendDialog(self._workspace, page, load_rulebooks(), self._workspace.now(), self._owner, law=law)
        said = self._said(self.tr("Extended. The person must hear of it now: write and send the letter."))

        def letter_next(changes: Changes) -> None:
            said(changes)
            self.write(LetterKind.EXTENSION)

        present(dialog, self._workspace, deadlines.extend_deadline, then=letter_next)

    def _record_done(self, page: CasePage, right: Right | None = None) -> None:
        if left_to_carry_out(page.case):
            dialog = CarriedOutDialog(self._workspace, page, self._workspace.now(), self._owner, right=right)
            said = self._said(self.tr("It is recorded as carried out."))
            present(dialog, self._workspace, carried_out.record_done, then=said)

    def _approve(self, page: CasePage) -> None:
        draft = next((letter for letter in reversed(page.letters) if letter.state is LetterState.DRAFT), None)
        if draft is None:
            self.tab_wanted.emit("letters")
            return
        self._workspace.navigation.go(Place("letter", case_id=page.case.id, letter_id=draft.id))

    def _dispatch(self, page: CasePage) -> None:
        issued = next((letter for letter in reversed(page.letters) if letter.state is LetterState.ISSUED), None)
        if issued is None:
            self.tab_wanted.emit("letters")
            return
        to_person = issued.kind not in TO_AUTHORITIES
        by_mail = to_person and page.case.request.channel is Channel.EMAIL and page.case.subject.email
        recipient = page.case.subject.email if by_mail else ""
        dialog = DispatchDialog(self._workspace, issued, self._workspace.now(), recipient=recipient, parent=self._owner)
        present(dialog, self._workspace, dispatch.dispatch_letter, then=self._said(self.tr("The sending is recorded.")))

    def _attach(self, page: CasePage) -> None:
        title = self.tr("Keep files with {number}").format(number=page.case.number)
        kinds = self.tr("All files (*)")
        pick_files(self._owner, title, name="attachPick", kinds=kinds, several=True, then=lambda path: self.take_files((path,)))

    def _note(self, page: CasePage) -> None:
        dialog = NoteDialog(self._workspace, page, self._workspace.now(), self._owner)
        present(dialog, self._workspace, closure.add_note, then=self._said(self.tr("The note is kept.")))

    def _close(self, page: CasePage) -> None:
        dialog = CloseDialog(self._workspace, page, self._workspace.now(), self._owner)
        said = self._said(self.tr("{number} is closed.").format(number=page.case.number))
        present(dialog, self._workspace, closure.close_case, then=said)

    def _reopen(self, page: CasePage) -> None:
        dialog = ReopenDialog(self._workspace, page, self._workspace.now(), self._owner)
        said = self._said(self.tr("{number} is open again.").format(number=page.case.number))
        present(dialog, self._workspace, closure.reopen_case, then=said)

    def _file_read(self, file: PickedFile) -> None:
        if not file.readable:
            text = self.tr("{name} could not be read, or is larger than the {most} MB that are kept with a case.")
            most = evidence.MOST_BYTES // 1024 // 1024
            tell(self._owner, self.tr("File not kept"), text.format(name=file.name, most=most))
            return
        self._waiting.append(file)
        if len(self._waiting) == 1:
            self._ask_about_next()

    def _ask_about_next(self) -> None:
        if not self._waiting or self._page is None:
            return
        file = self._waiting[0]
        dialog = AttachDialog(self._workspace, self._page, file, self._workspace.now(), self._owner)
        dialog.finished.connect(self._file_done)
        said = self._said(self.tr("{name} is kept.").format(name=file.name))
        present(dialog, self._workspace, evidence.attach_evidence, then=said)

    def _file_done(self, _result: int) -> None:
        del self._waiting[:1]
        self._ask_about_next()

    def _said(self, text: str) -> Callable[[object], None]:
        notices = self._workspace.notices

        def say(_changes: object) -> None:
            notices.say(text, Tone.DONE)

        return say


def _set_or_lift(command: OverrideDeadline | LiftOverride, desk: Desk) -> Changes:
    if isinstance(command, LiftOverride):
        return overrides.lift_override(command, desk)
    return overrides.override_deadline(command, desk)
