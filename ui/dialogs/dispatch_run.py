"""The dispatch of a print run: its letters left the house together, each registered item with its own number."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.dispatch import NUMBERED
from ui.safe import ElidedLabel, Label
from ui.style.spacing import GAP
from ui.widgets.instant_edit import InstantEdit
from ui.widgets.page import scrolled
from workbench.domain.commands import DispatchRun
from workbench.domain.letters import DispatchChannel
from workbench.services.lines import PostingLine, RunLine
from workbench.services.register import TRACKED

_WIDTH = 680
_TALLEST = 320


class DispatchRunDialog(CommandDialog):
    """Records that the letters of a run left; those that left before are passed over.

    Args:
        workspace: jobs, words, zone.
        run: the print run.
        waiting: the items of its posting list that have not left.
        now: aware instant.
    """

    def __init__(
        self, workspace: Workspace, run: RunLine, waiting: Sequence[PostingLine], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="dispatchRun", now=now, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self._run = run
        self._waiting = tuple(waiting)
        self.describe(
            title=self.tr("Record that {number} was sent").format(number=run.number),
            explains=self.tr(
                "%n letter(s) left together, each to its own address. The clocks that they answer stop at the moment of "
                "sending, not at the moment of recording.",
                "",
                len(self._waiting),
            ),
            send=self.tr("&Record the sending"),
        )
        self._channel = QComboBox()
        for channel in DispatchChannel:
            self._channel.addItem(workspace.words.word("dispatch_channel", channel.value), channel)
        self._channel.setCurrentIndex(self._channel.findData(DispatchChannel.POST))
        self._at = InstantEdit("dispatchRunAt", self.tr("Sent on"), (workspace.zone,))
        self._at.set_instant(now)
        self._numbers: dict[int, QLineEdit] = {}
        items = QWidget()
        grid = QGridLayout(items)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(GAP + 4)
        for row, line in enumerate(self._waiting):
            number = QLineEdit()
            number.setObjectName(f"dispatchRunNumber{row}")
            number.setAccessibleName(self.tr("Item number of {letter}").format(letter=line.letter))
            number.setPlaceholderText(self.tr("item number"))
            grid.addWidget(Label(line.letter), row, 0)
            grid.addWidget(ElidedLabel(line.recipient, role="muted"), row, 1)
            grid.addWidget(number, row, 2)
            self._numbers[line.letter_id] = number
        self._items = scrolled(items, name="dispatchRunItems")
        self._items.setMinimumHeight(min(_TALLEST, items.sizeHint().height() + 2))
        self.add_field("channel", self.tr("Sent &by"), self._channel)
        self.add_field("at", self.tr("Sent &on"), self._at)
        self.add_field("numbers", self.tr("Item &numbers"), self._items)
        self.block(blocked=not self._waiting)
        self._channel.currentIndexChanged.connect(self._channel_chosen)
        self._channel_chosen()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about a sending in the future, a missing number or one that stands twice."""
        found = list(self.past_only("at", self._at.instant()))
        numbers = [field.text().strip() for field in self._numbers.values()]
        if self._chosen() in NUMBERED and not all(numbers):
            found.append(("numbers", self.tr("Write the number of every item: it is the proof that it was handed in.")))
        elif self._chosen() in TRACKED and len(set(filter(None, numbers))) < len(list(filter(None, numbers))):
            found.append(("numbers", self.tr("Two items have the same number.")))
        return tuple(found)

    def command(self) -> DispatchRun:
        """Return the command."""
        tracked = self._chosen() in TRACKED
        given = ((letter_id, field.text().strip()) for letter_id, field in self._numbers.items())
        return DispatchRun(
            run_id=self._run.id,
            sent_at=self._at.instant(),
            zone=self._at.zone(),
            channel=self._chosen(),
            tracking=tuple((letter_id, number) for letter_id, number in given if number) if tracked else (),
        )

    def _chosen(self) -> DispatchChannel:
        return DispatchChannel(self._channel.currentData())

    def _channel_chosen(self) -> None:
        self.show_field("numbers", shown=self._chosen() in TRACKED)
