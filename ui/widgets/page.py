"""Pages: what the main window shows in its middle, with a heading that the window draws in its header."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabBar, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.navigation import Place
from ui.safe import plain, set_role
from ui.style.chips import Tone
from ui.style.spacing import EDGE, ROOM


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """What the header shows for a page: words, chips, and the page's own buttons (the last one is the main one).

    `search` keeps the search field and the window's own Import mail and New case buttons instead of the page's.
    """

    title: str = ""
    subtitle: str = ""
    chips: tuple[tuple[str, Tone], ...] = ()
    buttons: tuple[QAction, ...] = ()
    search: bool = True


class Page(QWidget):
    """A page. Subclasses show a place, and read again when told; they set their heading whenever it changes."""

    heading_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._heading = Heading()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_place(self, place: Place) -> None:
        """Show what a place names."""
        del place
        self.reload()

    def reload(self) -> None:
        """Read again."""

    def heading(self) -> Heading:
        """Return what the header shows now."""
        return self._heading

    def set_heading(
        self,
        title: str,
        subtitle: str = "",
        *,
        chips: Sequence[tuple[str, Tone]] = (),
        buttons: Sequence[QAction] = (),
        search: bool | None = None,
    ) -> None:
        """Say what the header shows; `search` is kept unless the page has buttons of its own."""
        shown = not buttons if search is None else search
        self._heading = Heading(title, subtitle, tuple(chips), tuple(buttons), shown)
        self.heading_changed.emit()

    def may_leave(self) -> bool:
        """Return whether the page has nothing unsaved; the window asks the officer before it is lost."""
        return True

    def before_lock(self) -> None:
        """Keep what can be kept, through `jobs.run`: the window waits for it before it locks."""


class PageTabs(QFrame):
    """The row of tabs under the header; `chosen` carries the key of the tab that was picked."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None, *, name: str = "tabs") -> None:
        super().__init__(parent)
        set_role(self, "tabs")
        self._bar = QTabBar()
        self._bar.setObjectName(name)
        self._bar.setAccessibleName(self.tr("Parts of the page"))
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._bar.setUsesScrollButtons(False)
        self._keys: list[str] = []
        for key, text in tabs:
            self._keys.append(key)
            self._bar.addTab(plain(text))
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.addWidget(self._bar)
        row.addStretch(1)
        self._bar.currentChanged.connect(self._picked)

    def _picked(self, index: int) -> None:
        self._bar.setTabText(index, self._bar.tabText(index))  # the tab that is shown is bold: its room is measured anew
        self._bar.updateGeometry()
        self.chosen.emit(self._keys[index])

    def current(self) -> str:
        """Return the key of the tab shown."""
        return self._keys[self._bar.currentIndex()]

    def show_tab(self, key: str) -> None:
        """Pick a tab."""
        if key in self._keys:
            self._bar.setCurrentIndex(self._keys.index(key))

    def show_only(self, keys: Sequence[str]) -> None:
        """Leave out the tabs that are not named; where the one shown is among them, the first is shown instead."""
        if self.current() not in keys:
            self.show_tab(keys[0])
        for index, key in enumerate(self._keys):
            self._bar.setTabVisible(index, key in keys)

    def set_text(self, key: str, text: str) -> None:
        """Word a tab anew, such as with a count."""
        self._bar.setTabText(self._keys.index(key), plain(text))


def scrolled(content: QWidget, *, name: str) -> QScrollArea:
    """Return a scroll area for content that may be taller than the window; never wider."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("role", "ground")
    content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(content)
    return area


def page_column(page: QWidget) -> QVBoxLayout:
    """Return the column of a page that has the usual room at its edges."""
    column = QVBoxLayout(page)
    column.setContentsMargins(EDGE, ROOM + 4, EDGE, ROOM + 4)
    column.setSpacing(ROOM)
    return column
