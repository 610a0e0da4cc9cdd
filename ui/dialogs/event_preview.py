"""The preview of an event: how each open clock of a case would move if it were recorded now, asked of the services while one types."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.models.clock_figures import NOT_OWED
from ui.models.move_words import move_word, standing_word
from ui.widgets.move_list import MoveList
from workbench.domain.cases import EventKind
from workbench.domain.errors import WorkbenchError
from workbench.services import pauses
from workbench.services.lines import CasePage, DeadlineLine, MoveLine


class EventPreview(MoveList):
    """A card that asks again whenever the event changes; an older answer that comes late is dropped.

    Args:
        workspace: jobs and words.
        page: the case as it stands.
        name: object name.
    """

    def __init__(self, workspace: Workspace, page: CasePage, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", name=name, parent=parent)
        self.setAccessibleName(self.tr("What this does to the clocks"))
        self._workspace = workspace
        self._page = page
        self._asked: tuple[EventKind, datetime, str, tuple[tuple[str, str], ...]] | None = None

    def show_nothing(self, text: str, *, late: bool = False) -> None:
        """Say why there is nothing to preview."""
        self._asked = None
        self.say(text, late=late)

    def look(self, kind: EventKind, at: datetime, zone: str, details: tuple[tuple[str, str], ...] = ()) -> None:
        """Ask what the event would do if it were recorded now; `details` are those of the event, such as its letter."""
        asked = (kind, at, zone, details)
        if asked == self._asked:
            return
        self._asked = asked
        query = partial(pauses.preview_event, case_id=self._page.case.id, kind=kind, at=at, zone=zone, details=details)

        def show(moves: tuple[MoveLine, ...]) -> None:
            if asked == self._asked:
                self._show(moves)

        def refused(error: WorkbenchError) -> None:
            if asked == self._asked:
                self.say(self._workspace.words.error(error), late=True)

        self._workspace.jobs.ask(query, show, refused=refused)

    def _show(self, moves: tuple[MoveLine, ...]) -> None:
        words = self._workspace.words
        told = [move_word(move, words) for move in moves]
        told.extend(standing_word(line, words) for line in self._page.deadlines if _stands(line, moves))
        if not told:
            self.say(self.tr("No clock runs in this case."))
        else:
            self.show_moves(told, said="" if moves else self.tr("No clock would move."))


def _stands(line: DeadlineLine, moves: tuple[MoveLine, ...]) -> bool:
    """Return whether a clock that is owed stays as it is: no move names it for one of its rights."""
    only_if_refused = line.kind == "refusal_notice"
    if line.kind in NOT_OWED or only_if_refused or line.answered_at is not None or line.state not in {"running", "paused"}:
        return False
    mine = [move for move in moves if (move.law, move.limit_id, move.kind) == (line.law, line.limit_id, line.kind)]
    return not any(set(move.rights) & set(line.rights) or not line.rights for move in mine)
