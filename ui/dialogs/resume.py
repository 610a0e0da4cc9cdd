"""Resuming a clock: what came in of that which the person was asked for, when, and where each clock would end then."""

from datetime import datetime

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.event_preview import EventPreview
from ui.models.clock_figures import zones_of
from ui.widgets.choice_cards import Choice, ChoiceCards
from ui.widgets.instant_edit import InstantEdit
from ui.wording import word
from workbench.domain.cases import EventKind
from workbench.domain.commands import ResumeClock
from workbench.services.lines import CasePage, PauseChoice

_TEXT_HEIGHT = 72
_WIDTH = 820


class ResumeDialog(CommandDialog):
    """Records that what a clock waited for has come; only open questions can be chosen.

    Args:
        workspace: jobs, words, zone.
        page: the case.
        choices: what was asked, as `pauses.pause_choices` gives it.
        now: aware instant.
    """

    def __init__(
        self,
        workspace: Workspace,
        page: CasePage,
        choices: tuple[PauseChoice, ...],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="resumeClock", now=now, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self._case_id = page.case.id
        self.describe(
            title=self.tr("Resume a clock of {number}").format(number=page.case.number),
            explains=self.tr("Record what came in and when it arrived here. The clock goes on from that day, not from today."),
            send=self.tr("&Resume the clock"),
        )
        asked = [choice for choice in choices if choice.open_since is not None]
        self._cards = ChoiceCards("resumeClockCloses", self.tr("What came in"), [self._card(choice) for choice in asked])
        self._at = InstantEdit("resumeClockAt", self.tr("Arrived on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self._text = QPlainTextEdit()
        self._text.setFixedHeight(_TEXT_HEIGHT)
        nothing = self.tr("Nothing that was asked is still open.")
        self.add_field("closes", self.tr("What came in"), self._cards, hint="" if asked else nothing)
        self.add_field("at", self.tr("Arrived &on"), self._at)
        self.add_field("text", self.tr("What it was, in &words (may stay empty)"), self._text)
        self._preview = EventPreview(workspace, page, name="resumeClockPreview")
        self.add_beside(self._preview, title=self.tr("What this does to the clocks"))
        self._cards.chosen.connect(self._look)
        self._at.changed.connect(self._look)
        self.block(blocked=not asked)
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about nothing that is open, or an arrival in the future."""
        if not self._cards.key():
            return (("closes", self.tr("Nothing that was asked is still open.")),)
        return self.past_only("at", self._at.instant())

    def command(self) -> ResumeClock:
        """Return the command."""
        return ResumeClock(
            case_id=self._case_id,
            closes=EventKind(self._cards.key()),
            at=self._at.instant(),
            zone=self._at.zone(),
            text=self._text.toPlainText().strip(),
        )

    def _card(self, choice: PauseChoice) -> Choice:
        since = formats.day(choice.open_since) if choice.open_since is not None else ""
        asked = self.tr("{asked} on {day}").format(asked=word("event", choice.opens), day=since)
        return Choice(choice.closes.value, word("event", choice.closes), (asked,))

    def _look(self) -> None:
        if not self._cards.key():
            self._preview.show_nothing(self.tr("Nothing that was asked is still open."))
        elif self._at.problem():
            self._preview.show_nothing(self._at.problem(), late=True)
        else:
            self._preview.look(EventKind(self._cards.key()), self._at.instant(), self._at.zone())
