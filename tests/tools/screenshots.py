"""Draw every page and door of the window, in each language and both themes, as the reader sees them.

Run: `python tests/tools/screenshots.py OUTDIR` (under `xvfb-run` where there is no display; offscreen works as well). The pictures are
`<page>-<language>-<theme>.png` at 1440 x 900, drawn from a demo store whose day is pinned.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget

from ui.__main__ import Bootstrap
from ui.doors import BackupChoice, DeviceKey, Secret
from ui.language import show_language
from ui.main_window import MainWindow, Start
from ui.navigation import Place
from ui.pages.create import CreatePage
from ui.pages.damaged import DamagedPage
from ui.pages.unlock import UnlockPage
from ui.preferences import Preferences
from ui.start import application
from ui.style.theme import Theme
from ui.widgets.recovery import RecoveryPage
from workbench.domain.cases import CaseKind
from workbench.domain.complaints import ComplaintKind, ComplaintOutcome
from workbench.domain.letters import LetterKind, LetterState
from workbench.domain.matters import MatterKind
from workbench.domain.phases import Phase
from workbench.services.approvals import approvals_board
from workbench.services.breaches import list_breaches
from workbench.services.cases import list_cases
from workbench.services.complaints import list_complaints
from workbench.services.demo import DEMO_DAY, demo_now
from workbench.services.letters import list_letters
from workbench.services.lines import CaseFilter
from workbench.services.matter_pages import list_matters
from workbench.services.office import Desk

LANGUAGES = ("en", "id")
THEMES = ("light", "dark")
_DOORS_OF_A_LETTER = {
    "letter-issued": ("dispatch", "email_draft", "encrypt_pdf", "envelope", "file_copy", "sign"),
    "letter-sent": ("record_delivery", "record_return"),
}
"""The dialogs that are opened from an issued letter and from one that was sent, by the names of their actions."""
_DOORS_OF_A_PANEL = {
    "matter": ("matterEdit", "matterSetDeadline", "matterAskTime", "questionsAdd", "undertakingAdd", "correspondenceAdd", "meetingAdd", "authorityDecide"),
    "complaint": ("scopeChange", "remedyAdd", "outcomePassOn"),
    "complaint-to-decide": ("outcomeDecide",),
    "complaint-in-writing": ("writingCame",),
    "breach": ("breachAssess", "breachRecord", "breachTold", "breachUntold"),
}  # fmt: skip
"""The dialogs that are opened from the panel of a complaint, a matter or a breach, by the names of their buttons."""
_PATIENCE_S = 20.0
_STILL_MS = 250
_LAYOUTS = 4
"""How often a change of one layout may change the one around it."""


class PinnedDoors(Bootstrap):
    """Doors on a machine whose keyring could keep a key, whatever this one has."""

    def device_key(self, folder: Path) -> DeviceKey:
        """Return a keyring that could keep a key."""
        del folder
        return DeviceKey()


def main(arguments: list[str]) -> int:
    """Draw everything into the folder named, and return 0; 2 where none is named."""
    if len(arguments) != 1:
        sys.stderr.write("Use: screenshots.py OUTDIR\n")
        return 2
    target = Path(arguments[0])
    target.mkdir(parents=True, exist_ok=True)
    app = application(sys.argv[:1])
    theme = Theme(app)
    with tempfile.TemporaryDirectory() as spare:
        store = Path(spare) / "Onee cases"
        doors = PinnedDoors(partial(demo_now, DEMO_DAY))
        doors.make_demo(store, DEMO_DAY)
        count = 0
        for language in LANGUAGES:
            for mode in THEMES:
                count += draw(app, doors, theme, store, target, language=language, mode=mode)
    sys.stdout.write(f"{count} pictures in {target}\n")
    return 0


def draw(app: QApplication, doors: PinnedDoors, theme: Theme, store: Path, target: Path, *, language: str, mode: str) -> int:
    """Draw every picture of one language and one theme, and return how many there are."""
    show_language(language)
    theme.choose(mode)
    start = Start(store, Preferences(mode, language, ""), store.parent / "screen.json", store.parent / "state")
    window = MainWindow(doors, theme, start)
    window.resize(1440, 900)
    window.show()
    drawn = 0

    def keep(name: str, widget: QWidget) -> None:
        nonlocal drawn
        settle(app, window)
        widget.grab().save(str(target / f"{name}-{language}-{mode}.png"))
        drawn += 1

    for name, page in _doors(Path.home() / "Documents" / "Onee cases", language).items():
        window.show_page(page)
        keep(name, window)
    window.show_door()
    window.unlock(Secret(passphrase=doors.demo_passphrase))
    wait_for(app, lambda: window.workroom is not None)
    window.speak(language)
    places = _places(window, app, language)
    for name, place in places.items():
        window.navigation.go(place)
        keep(name, window)
    for name, dialog in _dialogs(window).items():
        keep(name, dialog)
        dialog.close()
    for name, opens in _openings(app, window, places):
        opens()
        settle(app, window)
        for opened in _open_dialogs(window):
            keep(f"dialog-{name}", opened)
            opened.reject()
    window.quit_now()
    window.close()
    window.deleteLater()
    settle(app, None)
    return drawn


def settle(app: QApplication, window: MainWindow | None) -> None:
    """Let the window read, lay out and paint until nothing is under way and a moment has passed."""
    if window is not None:
        wait_for(app, lambda: window.jobs.idle)
    loop = QEventLoop()
    QTimer.singleShot(_STILL_MS, loop.quit)
    loop.exec()
    if window is not None and not window.jobs.idle:
        settle(app, window)
    # A busy machine may end the moment before the layouts were reckoned with what came last.
    for _ in range(_LAYOUTS):
        app.sendPostedEvents()


def wait_for(app: QApplication, happened: Callable[[], bool]) -> None:
    """Run the event loop until something has happened.

    Raises:
        TimeoutError: it did not happen in time.
    """
    del app
    ends = time.monotonic() + _PATIENCE_S
    while not happened():
        if time.monotonic() > ends:
            raise TimeoutError
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def _doors(store: Path, language: str) -> dict[str, QWidget]:
    unlock = UnlockPage(store)
    unlock.offer_device_key(DeviceKey(), "")
    create = CreatePage(store)
    create.offer_laws(Bootstrap().law_choices(language))
    damage = {
        "en": "The database does not match its checksums. Nothing was changed.",
        "id": "Basis data tidak cocok dengan jumlah ujinya. Tidak ada yang diubah.",
    }
    made = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)
    return {
        "unlock": unlock,
        "create": create,
        "recovery": RecoveryPage("7KQ4M-T9XWC-2HDRB-V6NPE-YF3GA-8JZSQ"),
        "damaged": DamagedPage(store, damage[language], (BackupChoice(store / "backup", made),), "Asia/Jakarta"),
    }


def _places(window: MainWindow, app: QApplication, language: str) -> dict[str, Place]:
    found: list[dict[str, Place]] = []

    def look(desk: Desk) -> dict[str, Place]:
        cases = list_cases(desk, CaseFilter(standing="all", kind=CaseKind.REQUEST))
        by_phase = {line.phase: line for line in reversed(cases)}
        running = max(
            (line for line in cases if line.phase is Phase.IN_PROGRESS), key=lambda line: len(line.laws), default=cases[0]
        )
        told = by_phase.get(Phase.CLOSED) or cases[0]
        letters = list_letters(desk)
        refusal = next((line for line in letters if line.kind is LetterKind.REFUSAL), letters[0])
        waiting = approvals_board(desk).waiting[0]
        draft = next((line for line in letters if line.state is LetterState.DRAFT), letters[0])
        issued = next((line for line in letters if line.state is LetterState.ISSUED), letters[0])
        sent = next((line for line in letters if line.state is LetterState.DISPATCHED), letters[0])
        return {
            "today": Place("today"),
            "cases": Place("cases"),
            "intake": Place("intake"),
            "case": Place("case", case_id=running.id),
            "case-evidence": Place("case", case_id=told.id, tab="evidence"),
            "decision": Place("case", case_id=refusal.case_id, tab="decision"),
            "approvals": Place("approvals", case_id=waiting.case_id, tab=waiting.right.value),
            "case-letters": Place("case", case_id=refusal.case_id, tab="letters"),
            "history": Place("case", case_id=refusal.case_id, tab="history"),
            "letters": Place("letters"),
            "letters-to-print": Place("letters", tab="to_print"),
            "letters-register": Place("letters", tab="register"),
            "letters-runs": Place("letters", tab="runs"),
            "letter": Place("letter", case_id=refusal.case_id, letter_id=refusal.id),
            "letter-issued": Place("letter", case_id=issued.case_id, letter_id=issued.id),
            "letter-sent": Place("letter", case_id=sent.case_id, letter_id=sent.id),
            "letter-draft": Place("letter", case_id=draft.case_id, letter_id=draft.id),
            "batch": Place("batch", case_ids=tuple(line.id for line in cases[:24])),
            "templates": Place("templates"),
            "template": Place("template", tab=f"refusal.{language}"),
            "review-packets": Place("packet"),
            "authorities": Place("regulators", tab="directory"),
            "regulators": Place("regulators", tab="matters"),
            "regulators-breaches": Place("regulators", tab="breaches"),
            "new-complaint": Place("complaint"),
            **_places_of_regulators(desk),
            "laws": Place("laws"),
            "calendar": Place("calendar"),
            "what-if": Place("what_if"),
            "moves": Place("moves"),
            "settings": Place("settings"),
        }

    window.jobs.ask(look, found.append)
    wait_for(app, lambda: bool(found))
    return found[0]


def _places_of_regulators(desk: Desk) -> dict[str, Place]:
    """Return the pages of complaints, matters and breaches, and of the letters that they have."""
    asked = {line.kind: line.id for line in list_matters(desk)}
    complaints = list_complaints(desk)
    running, untold, told = (line.case_id for line in list_breaches(desk))
    shown = {
        "matter": asked[MatterKind.ENQUIRY],
        "matter-decided": asked[MatterKind.COMPLAINT],
        "matter-audit": asked[MatterKind.AUDIT],
        "complaint": next(one.case.id for one in complaints if one.questions_open and one.kind is ComplaintKind.LATE),
        "complaint-barred": next(one.case.id for one in complaints if one.kind is ComplaintKind.REFUSAL),
        "complaint-to-decide": next(one.case.id for one in complaints if one.kind is ComplaintKind.TRANSFER),
        "complaint-upheld": next(one.case.id for one in complaints if one.outcome is ComplaintOutcome.UPHELD),
        "complaint-in-writing": next(one.case.id for one in complaints if one.case.phase is Phase.WRITING_ASKED),
        "breach": running,
        "breach-untold": untold,
        "breach-told": told,
    }
    letters = {line.kind: line for line in list_letters(desk)}
    kinds = (
        LetterKind.AUTHORITY_SUBMISSION,
        LetterKind.BREACH_NOTICE,
        LetterKind.COMPLAINT_OUTCOME,
        LetterKind.BREACH_SUBJECTS,
    )
    written = {f"letter-{kind.value}": letters[kind] for kind in kinds}
    return {name: Place("case", case_id=case_id) for name, case_id in shown.items()} | {
        name: Place("letter", case_id=line.case_id, letter_id=line.id) for name, line in written.items()
    }


def _buttons(window: MainWindow, name: str) -> list[QPushButton]:
    """Return the first button of that name, or whose name begins with it, that can be pressed."""
    found = (one for one in window.findChildren(QPushButton) if one.objectName().startswith(name))
    return [one for one in found if one.isVisible() and one.isEnabled()][:1]


def _dialogs(window: MainWindow) -> dict[str, QDialog]:
    room = window.workroom
    if room is None:
        return {}
    search = room.search()
    field = search.findChild(QLineEdit, "searchField")
    if field is not None:
        field.setText("an")
    return {"search": search}


def _openings(app: QApplication, window: MainWindow, places: dict[str, Place]) -> Iterator[tuple[str, Callable[[], None]]]:
    """Give what opens each dialog, with its name; the place where it is opened is gone to first."""
    listed = (
        ("case", ("pause", "resume", "record_event", "override", "extend")),
        *_DOORS_OF_A_LETTER.items(),
        ("case", ("new_matter", "new_breach", "bundle")),
    )
    for name, acts in listed:
        window.navigation.go(places[name])
        settle(app, window)
        for act in acts:
            yield act, window.actions_by_id[act].trigger
    pressed = {"case": ("whyAll",), **_DOORS_OF_A_PANEL}
    for name, buttons in pressed.items():
        window.navigation.go(places[name])
        settle(app, window)
        for button in buttons:
            for one in _buttons(window, button):
                yield button, one.click


def _open_dialogs(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
