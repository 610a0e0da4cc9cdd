"""Regulators: the matters by the authority's deadline, the register of breaches, and the directory of authorities."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.navigation import Place
from ui.pages.authorities import AuthoritiesPage
from ui.pages.breach_register import BreachRegister
from ui.pages.letters_panel import LettersPart
from ui.pages.matters_list import MattersList
from ui.widgets.page import Page, PageTabs

TABS = ("matters", "breaches", "directory")
"""The tabs of the page, as places name them."""


class RegulatorsPage(Page):
    """Three tabs; all but the first are made when they are shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("regulatorsPage")
        self._tabs = PageTabs(
            (
                ("matters", self.tr("Matters")),
                ("breaches", self.tr("Breaches")),
                ("directory", self.tr("Directory")),
            ),
            name="regulatorsTabs",
        )
        self._stack = QStackedWidget()
        self._matters = MattersList(workspace)
        self._matters.told.connect(self._show_heading)
        self._parts: dict[str, QWidget] = {"matters": self._matters}
        self._stack.addWidget(self._matters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.chosen.connect(self._tab_chosen)
        self._show_heading()

    def show_place(self, place: Place) -> None:
        """Show one of the tabs, ready for the arrow keys."""
        self._tabs.show_tab(place.tab if place.tab in TABS else self._tabs.current())
        self._show_part()
        self.reload()
        self._parts[self._tabs.current()].setFocus()

    def reload(self) -> None:
        """Read the tab that is shown again."""
        match self._tabs.current():
            case "directory":
                self._directory().reload()
            case "breaches":
                self._breaches().reload()
            case _:
                self._matters.reload()

    def _tab_chosen(self, key: str) -> None:
        self.workspace.navigation.note(Place("regulators", tab=key))
        self._show_part()
        self.reload()

    def _show_part(self) -> None:
        key = self._tabs.current()
        if key == "directory":
            self._directory()
        elif key == "breaches":
            self._breaches()
        self._stack.setCurrentWidget(self._parts[key])
        self._show_heading()

    def _directory(self) -> AuthoritiesPage:
        found = self._parts.get("directory")
        if isinstance(found, AuthoritiesPage):
            return found
        made = AuthoritiesPage(self.workspace)
        made.heading_changed.connect(self._show_heading)
        self._parts["directory"] = made
        self._stack.addWidget(made)
        return made

    def _breaches(self) -> BreachRegister:
        found = self._parts.get("breaches")
        if isinstance(found, BreachRegister):
            return found
        made = BreachRegister(self.workspace)
        made.told.connect(self._show_heading)
        self._parts["breaches"] = made
        self._stack.addWidget(made)
        return made

    def _show_heading(self) -> None:
        part = self._parts.get(self._tabs.current(), self._matters)
        if isinstance(part, Page):
            heading = part.heading()
            self.set_heading(self.tr("Regulators"), heading.subtitle, chips=heading.chips)
        else:
            subtitle = part.subtitle() if isinstance(part, LettersPart) else ""
            self.set_heading(self.tr("Regulators"), subtitle)
