"""Pausing a clock: what the person is asked for, what each law of the case makes of the waiting, and how each clock would move.

Only what a law of the case lets a clock wait for can be chosen; what was asked already waits for its answer.
"""

from datetime import datetime

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.event_preview import EventPreview
from ui.dialogs.waiting_words import effect_words
from ui.models.clock_figures import zones_of
from ui.widgets.choice_cards import Choice, ChoiceCards
from ui.widgets.instant_edit import InstantEdit
from ui.wording import word
from workbench.domain.cases import EventKind
from workbench.domain.commands import PauseClock
from workbench.services.lines import CasePage, PauseChoice

_TEXT_HEIGHT = 72
_WIDTH = 960


class PauseDialog(CommandDialog):
    """Records that the person was asked for something that a law lets a clock wait for.

    Args:
        workspace: jobs, words, zone.
        page: the case.
        choices: what can be asked, as `pauses.pause_choices` gives it.
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
        super().__init__(workspace, name="pauseClock", now=now, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self._case_id = page.case.id
        self._choices = {choice.opens.value: choice for choice in choices}
        self.describe(
            title=self.tr("Pause a clock of {number}").format(number=page.case.number),
            explains=self.tr(
                "A clock stands still only for what its own law lets it wait for. Record what the person was asked, and when."
            ),
            send=self.tr("&Pause the clock"),
        )
        self._cards = ChoiceCards("pauseClockOpens", self.tr("What the person was asked for"), self._cards_of(choices))
        self._at = InstantEdit("pauseClockAt", self.tr("Asked on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self._text = QPlainTextEdit()
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self.add_field("opens", self.tr("The person was asked for"), self._cards)
        self.add_field("at", self.tr("Asked &on"), self._at, beside=True)
        self.add_field("text", self.tr("What was asked, in &words"), self._text, beside=True)
        self._preview = EventPreview(workspace, page, name="pauseClockPreview")
        self.add_beside(self._preview, title=self.tr("What this does to the clocks"))
        self._cards.chosen.connect(self._look)
        self._at.changed.connect(self._look)
        self.block(blocked=not self._cards.key())
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about nothing chosen, a question in the future or without words."""
        found: list[tuple[str, str]] = []
        if not self._cards.key():
            found.append(("opens", self.tr("No law of this case lets a clock wait for anything more.")))
        found.extend(self.past_only("at", self._at.instant()))
        if not self._text.toPlainText().strip():
            found.append(("text", self.tr("Write down what was asked.")))
        return tuple(found)

    def command(self) -> PauseClock:
        """Return the command."""
        return PauseClock(
            case_id=self._case_id,
            opens=EventKind(self._cards.key()),
            at=self._at.instant(),
            zone=self._at.zone(),
            text=self._text.toPlainText().strip(),
        )

    def _cards_of(self, choices: tuple[PauseChoice, ...]) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                key=choice.opens.value,
                title=self._asked_for(choice.opens),
                lines=tuple(effect_words(effect, self.workspace.words) for effect in choice.effects),
                why_not=self._why_not(choice),
            )
            for choice in choices
        )

    def _asked_for(self, opens: EventKind) -> str:
        known = {
            EventKind.IDENTITY_REQUESTED: self.tr("Proof of identity"),
            EventKind.CLARIFICATION_REQUESTED: self.tr("What exactly they want"),
            EventKind.FEE_NOTIFIED: self.tr("A fee"),
        }
        return known.get(opens) or word("event", opens)

    def _why_not(self, choice: PauseChoice) -> str:
        if choice.open_since is not None:
            since = formats.day(choice.open_since)
            return self.tr("Asked on {day} and not answered yet: the clock waits already.").format(day=since)
        if not choice.allowed:
            return self.tr("No law of this case lets a clock wait for this. You may still ask; the clock runs on.")
        return ""

    def _look(self) -> None:
        if not self._cards.key():
            self._preview.show_nothing(self.tr("Nothing can be chosen here."))
        elif self._at.problem():
            self._preview.show_nothing(self._at.problem(), late=True)
        else:
            self._preview.look(EventKind(self._cards.key()), self._at.instant(), self._at.zone())
