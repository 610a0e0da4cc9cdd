"""The guard: what in a letter, or in its sending, names somebody else, and why it is meant as it stands.

Nothing here can be clicked away: each line is mended in the letter, or answered with a reason of its own that is kept with the letter.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.safe import Label
from ui.style.spacing import GAP
from ui.widgets.card import Card
from ui.widgets.page import scrolled
from workbench.domain.commands import ApproveLetter
from workbench.domain.letters import Letter
from workbench.services.guard import SHORTEST_REASON
from workbench.services.lines import Mismatch
from workbench.services.wording import Words

_TALLEST = 460


def mismatch_words(one: Mismatch, words: Words) -> str:
    """Return what is wrong, with what was expected and what was found."""
    return words.word("mismatch", one.code, expected=one.expected, found=one.found)


class GuardReasons(QWidget):
    """The mismatches one under the other, each with where it stands, what was expected and found, and a field for the reason.

    Args:
        workspace: words.
        name: object name; the fields are `<name>Reason<n>`, counted from 0.
    """

    def __init__(self, workspace: Workspace, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._words = workspace.words
        self._found: tuple[Mismatch, ...] = ()
        self._reasons: list[QLineEdit] = []
        self._complaints: list[Label] = []
        self._cards: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def mismatches(self) -> tuple[Mismatch, ...]:
        """Return what is shown."""
        return self._found

    def show_mismatches(self, found: Sequence[Mismatch]) -> None:
        """Show these instead; a reason that was typed for one that is still there is kept."""
        typed = {one.key: field.text() for one, field in zip(self._found, self._reasons, strict=True)}
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._found, self._reasons, self._complaints, self._cards = tuple(found), [], [], []
        for one in found:
            self._add(one, typed.get(one.key, ""))

    def complain(self) -> bool:
        """Say at each line what its reason lacks; returns whether any lacks something, and puts the cursor there."""
        short = [place for place, field in enumerate(self._reasons) if len(field.text().strip()) < SHORTEST_REASON]
        for place, complaint in enumerate(self._complaints):
            complaint.setVisible(place in short)
        if short:
            self._reasons[short[0]].setFocus()
        return bool(short)

    def resolved(self) -> tuple[tuple[str, str], ...]:
        """Return each mismatch's key with its reason."""
        return tuple((one.key, field.text().strip()) for one, field in zip(self._found, self._reasons, strict=True))

    def first_field(self) -> QLineEdit | None:
        """Return the first field for a reason."""
        return self._reasons[0] if self._reasons else None

    def _add(self, one: Mismatch, reason: str) -> None:
        place = len(self._reasons)
        title = self._words.word("mismatch_name", one.code)
        card = Card(self._words.word("mismatch_where", one.where), name=f"{self.objectName()}Mismatch{place}")
        card.body.addWidget(Label(mismatch_words(one, self._words), wrap=True))
        field = QLineEdit(reason)
        field.setObjectName(f"{self.objectName()}Reason{place}")
        field.setAccessibleName(self.tr("Why this is right: {what}").format(what=title))
        field.setPlaceholderText(self.tr("Why this is right, in your words; it is kept with the letter"))
        complaint = Label(
            self.tr("Write at least {count} characters, or change the letter.").format(count=SHORTEST_REASON),
            wrap=True,
            name=f"{self.objectName()}Complaint{place}",
        )
        complaint.set_role("", "late")
        complaint.hide()
        card.body.addWidget(field)
        card.body.addWidget(complaint)
        self._column.addWidget(card)
        self._cards.append(card)
        self._reasons.append(field)
        self._complaints.append(complaint)


class GuardDialog(CommandDialog):
    """Issues a letter whose mismatches are meant as they stand, with a reason for each.

    Args:
        workspace: jobs and words.
        letter: the draft.
        found: its mismatches.
        now: aware instant.
    """

    def __init__(
        self, workspace: Workspace, letter: Letter, found: Sequence[Mismatch], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name="guard", now=now, parent=parent)
        self.setMinimumWidth(620)
        self._letter = letter
        self.describe(
            title=self.tr("Is {number} meant for this person?").format(number=letter.number),
            explains=self.tr(
                "The letter is not issued: something in it points at another person or another case. Change the letter, or "
                "write for each line why it is right."
            ),
            send=self.tr("&Issue with these reasons"),
        )
        self.name_cancel(self.tr("&Change the letter"))
        self.reasons = GuardReasons(workspace, name="guard")
        self.reasons.show_mismatches(found)
        self._area = scrolled(self.reasons, name="guardScroll")
        self.add_below(self._area)
        self._fit()
        first = self.reasons.first_field()
        if first is not None:
            first.setFocus()

    def accept(self) -> None:
        """Give the command once every line has its reason."""
        if self.reasons.complain():
            self._fit()
        else:
            super().accept()

    def _fit(self) -> None:
        """Give the lines their room, up to a height beyond which they scroll."""
        self._area.setMinimumHeight(min(_TALLEST, self.reasons.sizeHint().height() + 2))

    def command(self) -> ApproveLetter:
        """Return the command."""
        return ApproveLetter(letter_id=self._letter.id, resolved=self.reasons.resolved())
