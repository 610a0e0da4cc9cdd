"""Opening a case for a breach of personal data: what is known so far, since when, and under which laws."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.models.clock_figures import law_of
from ui.pages.law_rows import LawRows
from ui.safe import without_mnemonic
from ui.widgets.growing_text import GrowingText
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.commands import OpenBreach
from workbench.services.breaches import LawHelp
from workbench.services.laws import load_rulebooks

_WIDTH = 900
_MOST_LAWS = 8


class NewBreachDialog(CommandDialog):
    """Gives an `OpenBreach`.

    Args:
        workspace: jobs, words, zone.
        helps: the laws that may reach it, that of the home first.
        now: aware instant.
    """

    def __init__(self, workspace: Workspace, helps: Sequence[LawHelp], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="newBreach", now=now, parent=parent)
        self.setMinimumWidth(_WIDTH)
        self.describe(
            title=self.tr("New breach of personal data"),
            explains=self.tr(
                "The clocks run from the moment at which the office became aware of the breach, law by law. What is not known yet is filled in later: do not wait for it."
            ),
            send=self.tr("&Open the case"),
        )
        zones = (workspace.zone, *(book.zone for book in load_rulebooks().values()))
        self._title = QLineEdit()
        self._what = GrowingText("newBreachWhat", self.tr("What happened"), rows=4)
        self._aware = InstantEdit("newBreachAware", self.tr("Known since"), zones)
        self._aware.set_instant(now, workspace.zone)
        self._occurred = _Maybe("newBreachOccurred", self.tr("It is kno&wn when it happened"), zones, now, workspace.zone)
        self._suspected = _Maybe("newBreachSuspected", self.tr("It was s&uspected before"), zones, now, workspace.zone)
        self.laws = LawRows(load_rulebooks(), workspace.words)
        self.laws.show_laws([(one.law, "") for one in helps[:1]])
        self.add_field(
            "title",
            self.tr("&Title"),
            self._title,
            hint=self.tr("a few words without names, such as: backup on a stolen laptop"),
        )
        self.add_field("what", self.tr("What &happened, as far as it is known"), self._what)
        self.add_field("aware", self.tr("&Known since"), self._aware)
        self.add_field("occurred", self.tr("When it happened"), self._occurred, beside=True)
        self.add_field("suspected", self.tr("When it was suspected"), self._suspected, beside=True)
        self.add_field(
            "laws",
            self.tr("Laws of the people concerned, and the place of each"),
            self.laws,
            hint=self._open_cases(helps[1:]),
            beside=True,
        )

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or cannot be."""
        found: list[tuple[str, str]] = []
        if not self._title.text().strip():
            found.append(("title", self.tr("Give the breach a title.")))
        aware = self._aware.instant()
        found.extend(self.past_only("aware", aware))
        for key, maybe in (("occurred", self._occurred), ("suspected", self._suspected)):
            if maybe.problem():
                found.append((key, self.tr("Choose a time that exists.")))
                continue
            at = maybe.instant()
            if at is not None and at > aware:
                found.append((key, self.tr("This is after it became known.")))
        if not self.laws.laws() or self.laws.unplaced():
            found.append(("laws", self.tr("Choose at least one law, and the place of each.")))
        return tuple(found)

    def command(self) -> OpenBreach:
        """Return the command."""
        return OpenBreach(
            title=self._title.text().strip(),
            what=self._what.text().strip(),
            aware_at=self._aware.instant(),
            zone=self._aware.zone(),
            laws=self.laws.laws(),
            occurred_at=self._occurred.instant(),
            suspected_at=self._suspected.instant(),
            language=self.workspace.language,
        )

    def _open_cases(self, helps: Sequence[LawHelp]) -> str:
        if not helps:
            return ""
        words = self.workspace.words
        told = ", ".join(f"{law_of(one.law.law, one.law.place, words)} ({one.cases})" for one in helps[:_MOST_LAWS])
        return self.tr("Open cases also stand under: {laws}").format(laws=told)


class _Maybe(QWidget):
    """A moment that may not be known: a tick, and the moment while it is set."""

    def __init__(self, name: str, words: str, zones: Sequence[str], now: datetime, zone: str) -> None:
        super().__init__()
        self.setObjectName(name)
        named = without_mnemonic(words)
        self.setAccessibleName(named)
        self._known = QCheckBox(words)
        self._known.setObjectName(f"{name}Known")
        self._known.setAccessibleName(named)
        self._at = InstantEdit(f"{name}At", named, zones)
        self._at.set_instant(now, zone)
        self._at.hide()
        self._known.toggled.connect(self._at.setVisible)
        self.setFocusProxy(self._known)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._known)
        column.addWidget(self._at)

    def instant(self) -> datetime | None:
        """Return the moment, None while it is not known."""
        return self._at.instant() if self._known.isChecked() else None

    def problem(self) -> str:
        """Return why the clock time cannot be used; nothing where it can, or where none is known."""
        return self._at.problem() if self._known.isChecked() else ""
