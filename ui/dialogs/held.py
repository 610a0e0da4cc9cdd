"""What is held of a person, and when the events happened that periods of keeping count from."""

from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.safe import plain
from ui.style.spacing import GAP
from ui.widgets.optional_day import OptionalDay
from ui.widgets.page import scrolled
from workbench.domain.retention import Held, Milestone

_COLUMNS = 2
_TALL = 300


class HeldDialog(CommandDialog):
    """Gives a tuple of `Held`."""

    def __init__(self, workspace: Workspace, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="held", now=now, parent=parent)
        self.describe(
            title=self.tr("What is held of the person"),
            explains=self.tr(
                "Tick what the office holds, and say when the events happened; a day that is not known is left open. The retention schedule then says what goes and what stays."
            ),
            send=self.tr("&Weigh"),
        )
        words = workspace.words
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        self._boxes: dict[str, QCheckBox] = {}
        for number, key in enumerate(words.keys("category")):
            box = QCheckBox(plain(words.word("category", key)))
            box.setObjectName(f"held_{key}")
            box.setAccessibleName(words.word("category", key))
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS, Qt.AlignmentFlag.AlignLeft)
            self._boxes[key] = box
        area = scrolled(inside, name="heldCategories")
        area.setFixedHeight(_TALL)
        self.add_field("categories", self.tr("Categories"), area)
        self._days: dict[Milestone, OptionalDay] = {}
        days = QWidget()
        column = QVBoxLayout(days)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 4)
        for one in Milestone:
            day = OptionalDay(f"milestone_{one.value}", words.word("milestone", one.value), now.date())
            column.addWidget(day)
            self._days[one] = day
        self.add_field("days", self.tr("Events"), days)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint where nothing is ticked."""
        if any(box.isChecked() for box in self._boxes.values()):
            return ()
        return (
            (
                "categories",
                self.tr("Tick at least one category."),
            ),
        )

    def command(self) -> tuple[Held, ...]:
        """Return what is held."""
        began = {one: on for one, day in self._days.items() if (on := day.value()) is not None}
        return tuple(Held(key, MappingProxyType(began)) for key, box in self._boxes.items() if box.isChecked())
