"""Recording an event that a law of the case counts from: what happened, when, and which clocks it starts or moves."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.event_preview import EventPreview
from ui.models.clock_figures import short_cite, zones_of
from ui.safe import Label
from ui.widgets.instant_edit import InstantEdit
from ui.wording import word
from workbench.domain.cases import EventKind
from workbench.domain.commands import RecordEvent
from workbench.domain.rulebooks import Rulebook
from workbench.services.lines import CasePage, EventChoice

_TEXT_HEIGHT = 72
_WIDTH = 820


class RecordEventDialog(CommandDialog):
    """Records one event with its date.

    Args:
        workspace: jobs, words, zone.
        page: the case.
        choices: the events that matter to the laws of the case, as `events.event_choices` gives them.
        rulebooks: law id to rulebook, for naming the limits.
        now: aware instant.
    """

    def __init__(
        self,
        workspace: Workspace,
        page: CasePage,
        choices: tuple[EventChoice, ...],
        rulebooks: Mapping[str, Rulebook],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, name="recordEvent", now=now, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self._case_id = page.case.id
        self._rulebooks = rulebooks
        self._choices = {choice.kind.value: choice for choice in choices}
        self.describe(
            title=self.tr("Record an event in {number}").format(number=page.case.number),
            explains=self.tr(
                "Some limits begin with an event after the request: a decision, a complaint, a letter that arrived."
            ),
            send=self.tr("&Record the event"),
        )
        self._kind = QComboBox()
        for choice in choices:
            self._kind.addItem(word("event", choice.kind), choice.kind.value)
        self._starts = Label(role="small", wrap=True, name="recordEventStarts")
        self._at = InstantEdit("recordEventAt", self.tr("Happened on"), zones_of(page, workspace.zone))
        self._at.set_instant(now)
        self._text = QPlainTextEdit()
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self.add_field("kind", self.tr("What &happened"), self._kind, below=self._starts)
        self.add_field("at", self.tr("Happened &on"), self._at)
        self.add_field("text", self.tr("Re&mark (may stay empty)"), self._text)
        self._preview = EventPreview(workspace, page, name="recordEventPreview")
        self.add_beside(self._preview, title=self.tr("What this does to the clocks"))
        self._kind.currentIndexChanged.connect(self._look)
        self._at.changed.connect(self._look)
        self.block(blocked=not choices)
        self._look()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint about an event in the future."""
        return self.past_only("at", self._at.instant())

    def command(self) -> RecordEvent:
        """Return the command."""
        return RecordEvent(
            case_id=self._case_id,
            kind=EventKind(self._kind.currentData()),
            at=self._at.instant(),
            zone=self._at.zone(),
            text=self._text.toPlainText().strip(),
        )

    def _look(self) -> None:
        choice = self._choices.get(str(self._kind.currentData()))
        if choice is None:
            self._starts.setText(self.tr("No law of this case counts from a further event."))
            self._preview.show_nothing(self.tr("Nothing can be chosen here."))
            return
        self._starts.setText(self._limits(choice))
        if self._at.problem():
            self._preview.show_nothing(self._at.problem(), late=True)
        else:
            self._preview.look(choice.kind, self._at.instant(), self._at.zone())

    def _limits(self, choice: EventChoice) -> str:
        """Return which limits the event starts, and how often it was recorded before."""
        told: list[str] = []
        for law, limit_id in choice.limits:
            book = self._rulebooks.get(law)
            limit = next((one for one in book.limits if one.id == limit_id), None) if book is not None else None
            if limit is not None:
                told.append(f"{word('limit_kind', limit.kind)} ({word('law', law)}, {short_cite(limit.source.cite)})")
        begins = "; ".join(dict.fromkeys(told))
        text = self.tr("Begins: {limits}.").format(limits=begins) if begins else self.tr("Begins no limit of its own.")
        if choice.happened:
            text += " " + self.tr("Recorded so far: {count}.").format(count=choice.happened)
        return text
