"""Navigation: where the window is, and the way back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

PAGES = (
    "today",
    "cases",
    "approvals",
    "packet",
    "intake",
    "complaint",
    "case",
    "letters",
    "letter",
    "batch",
    "templates",
    "template",
    "authorities",
    "regulators",
    "settings",
    "laws",
    "calendar",
    "what_if",
    "moves",
)
"""Every page of the window by name."""

_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and what it shows. `tab` is a tab of the case page, the kind of a new letter, or the name of a template.

    `case_ids` are the cases that letters are written to, `law` is that of a new letter about a breach.
    """

    page: str
    case_id: int | None = None
    tab: str = ""
    letter_id: int | None = None
    case_ids: tuple[int, ...] = ()
    law: str = ""


class Navigation(QObject):
    """The way through the window. `moved` carries the new `Place`, also when it is the same as before."""

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trail: list[Place] = []

    @property
    def place(self) -> Place | None:
        """The place shown now, None before the first."""
        return self._trail[-1] if self._trail else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return len(self._trail) > 1

    def go(self, place: Place) -> None:
        """Show a place. Another tab of the same case replaces it on the way back."""
        last = self.place
        if last is not None and (last.page, last.case_id, last.letter_id) == (place.page, place.case_id, place.letter_id):
            self._trail[-1] = place
        else:
            self._trail.append(place)
            del self._trail[:-_DEEPEST]
        self.moved.emit(place)

    def note(self, place: Place) -> None:
        """Remember that the page itself moved on to `place` (another tab), without showing it again."""
        if self._trail:
            self._trail[-1] = place

    def back(self) -> None:
        """Show the place before, if there is one."""
        if self.can_go_back:
            self._trail.pop()
            self.moved.emit(self._trail[-1])

    def forget(self) -> None:
        """Forget every place; for locking."""
        self._trail.clear()
