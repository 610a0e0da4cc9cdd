"""A section of the dossier: a card that shows one part of it and gives back what the officer made of that part.

What a section does not show it leaves as it is, so that nothing is lost when another outcome or ground is looked at.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context import Workspace
from ui.safe import Label
from ui.style.spacing import GAP
from ui.widgets.card import Card
from ui.widgets.growing_text import GrowingText
from workbench.domain.decisions import REFUSING, Outcome
from workbench.domain.dossier import Dossier
from workbench.domain.readiness import CheckCode
from workbench.domain.refusal_grounds import Clause
from workbench.domain.rights import Right
from workbench.services.dossiers import ClauseLine, DossierPage
from workbench.services.lines import CasePage


@dataclass(frozen=True, slots=True)
class Around:
    """What a section must know beside the dossier.

    Args:
        page: the case.
        known: what the program knows for this right.
        outcome: what is chosen on the form, None while nothing is.
        chosen: the clauses of the grounds that are chosen, one of each law.
    """

    page: CasePage
    known: DossierPage
    outcome: Outcome | None
    chosen: tuple[ClauseLine, ...]

    @property
    def right(self) -> Right:
        """Return the right that is decided."""
        return self.known.right

    @property
    def refusing(self) -> bool:
        """Return whether something is said no to."""
        return self.outcome in REFUSING

    def rests_on(self, *clauses: Clause) -> bool:
        """Return whether a no rests on one of these clauses."""
        return self.refusing and any(one.offer.clause in clauses for one in self.chosen)


class Section(Card):
    """One part of the dossier.

    Args:
        workspace: words and language.
        title: its heading.
        name: object name.
        checks: the lines of the readiness list that lead here.
    """

    edited = Signal()

    def __init__(self, workspace: Workspace, title: str, *, name: str, checks: tuple[CheckCode, ...] = ()) -> None:
        super().__init__(title, name=name)
        self.workspace = workspace
        self.words = workspace.words
        self.checks = checks

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether the outcome and the grounds need this part."""
        raise NotImplementedError

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show what a dossier says; showing the same again disturbs nothing."""
        raise NotImplementedError

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what this section says."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Return the field where the officer begins."""
        fields: list[QWidget] = [one for one in self.findChildren(GrowingText) if not one.isHidden()]
        return fields[0] if fields else self

    def today(self) -> date:
        """Return the day of the office."""
        return self.workspace.now().date()

    def remark(self, text: str) -> Label:
        """Add small words that explain the part."""
        label = Label(text, role="small", wrap=True)
        self.body.addWidget(label)
        return label

    def tell(self, *_told: object) -> None:
        """Say that something was edited."""
        self.edited.emit()


class TextFields(QWidget):
    """Fields for words, each under its label, two beside each other where there are many."""

    def __init__(
        self, fields: tuple[tuple[str, str, str], ...], told: Callable[..., None], *, columns: int = 1, rows: int = 2
    ) -> None:
        super().__init__()
        self._texts: dict[str, GrowingText] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP + 4)
        grid.setVerticalSpacing(3)
        for number, (key, name, label) in enumerate(fields):
            text = GrowingText(name, label, rows=rows)
            text.textChanged.connect(told)
            line, column = number // columns * 2, number % columns
            grid.addWidget(Label(label, role="field", buddy=text, wrap=True), line, column)
            grid.addWidget(text, line + 1, column)
            grid.setColumnStretch(column, 1)
            self._texts[key] = text

    def show_texts(self, **texts: str) -> None:
        """Show these words; does not count as an edit."""
        for key, words in texts.items():
            self._texts[key].blockSignals(True)  # noqa: FBT003  Qt takes it by place
            self._texts[key].show_text(words)
            self._texts[key].blockSignals(False)  # noqa: FBT003  as above

    def texts(self) -> dict[str, str]:
        """Return the words."""
        return {key: text.text() for key, text in self._texts.items()}

    def said(self) -> bool:
        """Return whether there is any word."""
        return any(text.strip() for text in self.texts().values())
