"""The letters that would tell what is decided: drawn to see what they lack, and the way to the composer."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.navigation import Place
from ui.pages.case.decision.readings import kinds_to_tell, read_letter
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import LetterKind, LetterState
from workbench.domain.phases import rights_to_tell
from workbench.domain.rights import Right
from workbench.services.lines import CasePage, LetterPreview


class Telling(QObject):
    """The letters of one case; `drawn` says that one of them can be looked at."""

    drawn = Signal()

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._page: CasePage | None = None
        self._previews: dict[LetterKind, LetterPreview] = {}

    def show_case(self, page: CasePage) -> None:
        """Draw the letters that would tell what is decided in a case."""
        self._page = page
        self._previews = {}
        for kind in kinds_to_tell(page.case):
            if rights_to_tell(page.case, kind):
                drafts = [one.id for one in page.letters if one.kind is kind and one.state is LetterState.DRAFT]
                query = partial(read_letter, page.case.id, kind, page.case.request.language, drafts[-1] if drafts else None)
                self._workspace.jobs.ask(query, partial(self._came, page, kind), refused=self._none)

    def kind(self, right: Right | None) -> LetterKind | None:
        """Return the kind of letter that tells the decision on a right, None when there is nothing to tell."""
        if self._page is None or right is None:
            return None
        case = self._page.case
        return next((kind for kind in kinds_to_tell(case) if right in rights_to_tell(case, kind)), None)

    def preview(self, right: Right | None) -> LetterPreview | None:
        """Return the letter that would tell the decision on a right, None while it is not drawn."""
        kind = self.kind(right)
        return self._previews.get(kind) if kind is not None else None

    def draft(self, right: Right | None) -> None:
        """Go to the composer: to the draft that exists, else to a new letter."""
        page, kind = self._page, self.kind(right)
        if page is None or kind is None:
            return
        drafts = [letter for letter in page.letters if letter.kind is kind and letter.state is LetterState.DRAFT]
        if drafts:
            self._workspace.navigation.go(Place("letter", case_id=page.case.id, letter_id=drafts[-1].id))
        else:
            self.write(kind)

    def write(self, kind: LetterKind) -> None:
        """Go to the composer for a new letter of a kind."""
        if self._page is not None:
            self._workspace.navigation.go(Place("letter", case_id=self._page.case.id, tab=kind.value))

    def _came(self, page: CasePage, kind: LetterKind, preview: LetterPreview) -> None:
        if page is self._page:
            self._previews[kind] = preview
            self.drawn.emit()

    def _none(self, error: WorkbenchError) -> None:
        """Say nothing here: the composer says it when the letter is written."""
        del error
