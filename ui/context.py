"""The workspace: what every page is given. It lives from unlocking to locking, or to a change of language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.actions import Actions
from ui.doors import Doors
from ui.jobs import Jobs
from ui.navigation import Navigation
from ui.style.chips import Tone

if TYPE_CHECKING:
    from workbench.services.wording import Words


class Notices(QObject):
    """What the notice bar says: receipts of what was done, and polite refusals."""

    said = Signal(str, object)

    def say(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Show one sentence; it is plain text."""
        self.said.emit(text, tone)


@dataclass(frozen=True, slots=True, eq=False)
class Workspace:
    """What a page works with.

    Args:
        jobs: reads and writes.
        navigation: the way through the window.
        notices: the notice bar.
        actions: every action once.
        words: words of the law and the office in the language of the screen.
        language: `en` or `id`.
        zone: the IANA zone of the office.
        office_place: the office's home place, such as `ID`.
        read_only: nothing can be written.
        officer_name: who unlocked the store.
        doors: what a page needs that touches the keys.
        chosen_theme, choose_theme: the theme of this machine.
    """

    jobs: Jobs
    navigation: Navigation
    notices: Notices
    actions: Actions
    words: "Words"
    language: str
    zone: str
    office_place: str = ""
    read_only: bool = False
    officer_name: str = ""
    doors: Doors | None = None
    chosen_theme: Callable[[], str] = lambda: "system"
    choose_theme: Callable[[str], None] = lambda _mode: None

    def now(self) -> datetime:
        """Return the office's present instant, aware, in UTC; a demo may have it pinned."""
        office = self.jobs.office
        return office.clock() if office is not None else datetime.now(UTC)
