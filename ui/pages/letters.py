"""Letters: all of them, those to print, the register of what was sent, and the print runs with their posting lists."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.navigation import Place
from ui.pages.letters_list import LettersListPanel
from ui.widgets.page import Page, PageTabs
from workbench.domain.changes import Changes

if TYPE_CHECKING:
    from ui.pages.letters_panel import LettersPart
    from ui.widgets.letter_table import LetterTable

_LATE = {
    "to_print": ("ui.pages.letters_to_print", "ToPrintPanel"),
    "register": ("ui.pages.letters_register", "RegisterPanel"),
    "runs": ("ui.pages.letters_runs", "RunsPanel"),
}
"""The parts that are made when they are first shown."""


class LettersPage(Page):
    """Every letter of the office, in four parts."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._tabs = PageTabs(
            (
                ("letters", self.tr("Letters")),
                ("to_print", self.tr("To print")),
                ("register", self.tr("Dispatch register")),
                ("runs", self.tr("Print runs")),
            ),
            name="lettersTabs",
        )
        self._stack = QStackedWidget()
        self._list = LettersListPanel(workspace)
        self._parts: dict[str, LettersPart] = {}
        self._add("letters", self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.chosen.connect(self._tab_chosen)
        workspace.jobs.changed.connect(self._something_changed)
        self._show_heading()

    @property
    def table(self) -> "LetterTable":
        """The list of all letters."""
        return self._list.table

    def show_place(self, place: Place) -> None:
        """Show one of the parts, as the place's tab says, ready for the arrow keys."""
        self._tabs.show_tab(place.tab or self._tabs.current())
        self._show_part(self._tabs.current())
        self.reload()
        self._part().setFocus()

    def reload(self) -> None:
        """Read the part that is shown again."""
        self._part().reload()

    def _part(self) -> "LettersPart":
        return self._parts[self._tabs.current()]

    def _add(self, key: str, part: "LettersPart") -> None:
        self._parts[key] = part
        self._stack.addWidget(part)
        part.told.connect(self._show_heading)

    def _tab_chosen(self, key: str) -> None:
        self.workspace.navigation.note(Place("letters", tab=key))
        self._show_part(key)
        self.reload()

    def _show_part(self, key: str) -> None:
        if key not in self._parts:
            module, name = _LATE[key]
            make: Callable[[Workspace], LettersPart] = getattr(import_module(module), name)
            self._add(key, make(self.workspace))
        self._stack.setCurrentWidget(self._parts[key])
        self._show_heading()

    def _show_heading(self) -> None:
        self.set_heading(self.tr("Letters"), self._part().subtitle())

    def _something_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.letters or changes.cases or changes.journal):
            self.reload()
