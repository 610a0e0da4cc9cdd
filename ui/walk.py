"""The walk without a display: the main job in the real window, offscreen, from three bundled mails to three printed letters.

Pictures of the pages and the letters are left in a folder that is named at the end; the store itself is thrown away.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter

from ui import wording
from ui.doors import Doors, Secret
from ui.language import show_language
from ui.main_window import MainWindow, Start
from ui.navigation import Place
from ui.preferences import Preferences
from ui.printing import print_pdf, printer_for, save_pdf
from ui.start import application
from ui.style.theme import Theme
from ui.widgets.page import Page
from workbench.domain.cases import EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import (
    ApproveLetter,
    CloseCase,
    ComposeLetter,
    Decide,
    DispatchLetter,
    GiveApproval,
    RecordIdentity,
    SaveDossier,
)
from workbench.domain.decisions import Outcome, ScheduleLine, Treatment
from workbench.domain.dossier import (
    AnsweredFactor,
    EvidenceRef,
    EvidenceRefKind,
    KeepReason,
    KeptItem,
    TickedFactor,
    TriedWay,
    Verdict,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import DispatchChannel, LetterKind
from workbench.domain.rights import Right
from workbench.services import approvals, closure, decisions, dispatch, dossiers, identity, letters
from workbench.services.cases import case_page
from workbench.services.demo import DEMO_DAY, SECOND_PASSPHRASE
from workbench.services.office import Desk
from workbench.services.resources import RESOURCES

T = TypeVar("T")

_PATIENCE_S = 60.0
_STILL_MS = 200
_ZONE = "Asia/Jakarta"


class WalkError(Exception):
    """The walk came to a place where it could not go on; `where` says which."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(where)


@dataclass(frozen=True, slots=True)
class Story:
    """One mail and what is decided on it, in the words of the language of its answer."""

    mail: str
    outcome: Outcome
    reason: str
    schedule: tuple[ScheduleLine, ...]
    policy: str = ""
    """The clause of the office's policy that a refusal rests on; the ground is the one that the law knows for it."""
    factors: tuple[str, ...] = ()
    kept: tuple[KeptItem, ...] = ()


STORIES = (
    Story(
        "access-request.eml",
        Outcome.GRANTED,
        "",
        (
            ScheduleLine("Account", "name, e-mail address, domains registered", Treatment.DISCLOSED),
            ScheduleLine("Support", "14 messages", Treatment.DISCLOSED),
        ),
    ),
    Story(
        "erasure-request.eml",
        Outcome.PARTLY,
        "Faktur wajib disimpan menurut ketentuan perpajakan; data lainnya sudah dihapus.",
        (
            ScheduleLine("Akun", "nama, surel, alamat", Treatment.ERASED),
            ScheduleLine("Faktur", "2023 sampai 2026", Treatment.KEPT, "kewajiban hukum"),
        ),
        "retention_required",
        kept=(KeptItem("invoices", KeepReason.LEGAL_DUTY, "ketentuan perpajakan", until="akhir masa simpan"),),
    ),
    Story(
        "vexatious-request.eml",
        Outcome.REFUSED,
        "This is the fourteenth identical request since 1 November. The first was answered in full, and nothing has changed since.",
        (),
        "frivolous_vexatious",
        factors=("unf.says_disrupt",),
    ),
)
"""The stories that are walked, one after the other."""


def walk_main_job(doors: Doors, target: Path | None) -> int:
    """Walk the stories, leave pictures and letters in a folder, name it, and return the exit code."""
    folder = target or Path(tempfile.mkdtemp(prefix="onee-workbench-"))
    folder.mkdir(parents=True, exist_ok=True)
    sys.stdout.write("There is no display, so the main job is walked offscreen. This takes about a minute.\n")
    sys.stdout.flush()
    app = application(sys.argv[:1])
    show_language("en")
    theme = Theme(app)
    theme.choose("light")
    with tempfile.TemporaryDirectory(prefix="onee-walk-") as spare:
        store = Path(spare) / "store"
        doors.make_demo(store, DEMO_DAY)
        window = MainWindow(doors, theme, Start(store, Preferences(), Path(spare) / "screen.json", Path(spare) / "state"))
        walk = Walk(window, folder)
        try:
            walk.go(doors.demo_passphrase)
        except (WalkError, WorkbenchError) as stopped:
            words = wording.refusal(stopped) if isinstance(stopped, WorkbenchError) else stopped.where
            sys.stderr.write(f"The walk stopped: {words}\n")
            return 1
        finally:
            window.quit_now()
    sys.stdout.write(f"{walk.pictures} pictures and {walk.letters} letters are in {folder}\n")
    return 0


class Walk:
    """Drives one window; counts what it left."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.pictures = 0
        self.letters = 0
        self._window = window
        self._folder = folder
        self._reports: list[str] = []
        window.jobs.broke.connect(self._reports.append)

    def go(self, passphrase: str) -> None:
        """Walk every page and every story.

        Raises:
            WalkError: a step did not come to its end.
            WorkbenchError: a use case was refused.
        """
        self._window.show()
        self._keep("unlock")
        self._window.unlock(Secret(passphrase=passphrase))
        self._until("unlocking", lambda: self._window.workroom is not None)
        for page in ("today", "cases", "letters", "laws", "settings"):
            self._window.navigation.go(Place(page))
            self._keep(page)
        for number, story in enumerate(STORIES, start=1):
            self._tell(number, story)
        self._window.navigation.go(Place("today"))
        self._keep("today-after")
        self._window.lock()
        self._keep("locked")

    def _tell(self, number: int, story: Story) -> None:
        name = f"{number}-{story.outcome.value}"
        case_id = self._open_case(name, story.mail)
        case = self._read(case_page, case_id).case
        now = self._now()
        self._write(
            partial(
                identity.record_identity,
                RecordIdentity(case_id=case_id, result=EventKind.IDENTITY_VERIFIED, at=now, zone=_ZONE, means="account log-in"),
            )
        )
        for right in case.request.rights:
            self._decide(case_id, right, story)
        self._window.navigation.go(Place("case", case_id=case_id, tab="decision"))
        self._keep(f"{name}-decision")
        kind = LetterKind.REFUSAL if story.outcome is Outcome.REFUSED else LetterKind.ANSWER
        language = case.request.language if case.request.language in wording.LANGUAGES else "en"
        self._answer(name, case_id, kind, language, story)
        self._write(partial(closure.close_case, CloseCase(case_id=case_id)))
        self._window.navigation.go(Place("case", case_id=case_id, tab="overview"))
        self._keep(f"{name}-closed")

    def _open_case(self, name: str, mail: str) -> int:
        room = self._window.workroom
        if room is None:
            where = "the window is locked"
            raise WalkError(where)
        room.open_mail(RESOURCES / "demo" / mail)
        intake: Page = room.page("intake")
        self._settle()
        self._keep(f"{name}-arrived")
        action = intake.findChild(QAction, "intakeOpen")
        if action is None:
            where = "the intake page has no way to open a case"
            raise WalkError(where)
        action.trigger()

        def opened() -> bool:
            place = self._window.navigation.place
            return place is not None and place.page == "case"

        self._until(f"opening a case from {mail}", opened)
        self._keep(f"{name}-opened")
        place = self._window.navigation.place
        return place.case_id or 0 if place is not None else 0

    def _decide(self, case_id: int, right: Right, story: Story) -> None:
        grounds: tuple[str, ...] = ()
        if story.outcome in {Outcome.REFUSED, Outcome.PARTLY}:
            lines = self._read(decisions.grounds_for, case_id, right)
            fitting = [line for line in lines if line.usable and line.ground.policy == story.policy]
            grounds = tuple({line.law: line.ground.id for line in reversed(fitting)}.values())
        command = Decide(
            case_id=case_id,
            right=right,
            outcome=story.outcome,
            grounds=grounds,
            reason=story.reason,
            schedule=story.schedule,
        )
        self._write(partial(decisions.decide, command))

    def _stand(self, case_id: int, right: Right, story: Story) -> None:
        """Put the dossier of a refusal together, and let the demo's second officer approve it."""
        page = self._read(dossiers.dossier_page, case_id, right)
        proof = EvidenceRef(EvidenceRefKind.CASE, number=page.case_number)
        ticked = tuple(TickedFactor(name, story.reason, (proof,)) for name in story.factors)
        begun = replace(page.dossier, ticked=ticked, kept=story.kept, balancing=story.reason)
        self._write(partial(dossiers.save_dossier, SaveDossier(case_id=case_id, dossier=begun)))
        page = self._read(dossiers.dossier_page, case_id, right)
        chosen = [line for law in page.laws for line in law.clauses if line.offer.clause.value == story.policy]
        answers = dict.fromkeys(factor.id for line in chosen for factor in line.counter)
        ways = dict.fromkeys(way.way for line in chosen for way in line.offer.ways)
        whole = replace(
            begun,
            answered=tuple(AnsweredFactor(name, "We looked; there is nothing of the kind.") for name in answers),
            tried=tuple(TriedWay(way, None, "Weighed and not taken.") for way in ways),
        )
        self._write(partial(dossiers.save_dossier, SaveDossier(case_id=case_id, dossier=whole)))
        command = GiveApproval(
            case_id=case_id,
            right=right,
            digest=self._read(approvals.content_of, case_id, right).digest,
            verdict=Verdict.APPROVED,
            passphrase=SECOND_PASSPHRASE,
        )
        self._write(partial(approvals.give_approval, command))

    def _answer(self, name: str, case_id: int, kind: LetterKind, language: str, story: Story) -> None:
        made = self._write(partial(letters.compose_letter, ComposeLetter(case_id=case_id, kind=kind, language=language)))
        letter_id = made.created or 0
        self._window.navigation.go(Place("letter", case_id=case_id, letter_id=letter_id))
        self._keep(f"{name}-letter")
        for right in self._read(case_page, case_id).case.request.rights if story.policy else ():
            self._stand(case_id, right, story)
        self._write(partial(letters.approve_letter, ApproveLetter(letter_id=letter_id)))
        data = self._read(letters.letter_pdf, letter_id)
        number = self._read(letters.load_letter, letter_id).number
        save_pdf(data, self._folder / f"{number}.pdf")
        printer = printer_for(data, title=number)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._folder / f"{number}-printed.pdf"))
        print_pdf(data, printer)
        self.letters += 1
        subject = self._read(case_page, case_id).case.subject
        command = DispatchLetter(
            letter_id=letter_id,
            sent_at=self._now(),
            zone=_ZONE,
            channel=DispatchChannel.POST if subject.address else DispatchChannel.EMAIL,
            recipient=", ".join(subject.address) or subject.email or subject.name,
        )
        self._write(partial(dispatch.dispatch_letter, command))
        self._keep(f"{name}-sent")

    def _now(self) -> datetime:
        office = self._window.jobs.office
        if office is None:
            where = "the window is locked"
            raise WalkError(where)
        return office.clock()

    def _write(self, use_case: Callable[[Desk], Changes]) -> Changes:
        found: list[Changes | WorkbenchError] = []
        self._window.jobs.run(use_case, then=found.append, refused=found.append)
        return self._outcome(found)

    def _read(self, query: Callable[..., T], *arguments: object) -> T:
        found: list[T | WorkbenchError] = []
        self._window.jobs.ask(lambda desk: query(desk, *arguments), found.append, refused=found.append)
        return self._outcome(found)

    def _outcome(self, found: list[T | WorkbenchError]) -> T:
        self._until("a use case", lambda: bool(found))
        outcome = found[0]
        if isinstance(outcome, WorkbenchError):
            raise outcome
        return outcome

    def _keep(self, name: str) -> None:
        """Take a picture of the window once it is still."""
        self._settle()
        self._window.grab().save(str(self._folder / f"{self.pictures + 1:02d}-{name}.png"))
        self.pictures += 1

    def _settle(self) -> None:
        self._until("reading", lambda: self._window.jobs.idle)
        _wait(_STILL_MS)
        self._until("reading", lambda: self._window.jobs.idle)

    def _until(self, where: str, happened: Callable[[], bool]) -> None:
        ends = time.monotonic() + _PATIENCE_S
        while not happened():
            if self._reports:
                raise WalkError(self._reports[0])
            if time.monotonic() > ends:
                raise WalkError(where)
            _wait(20)


def _wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
