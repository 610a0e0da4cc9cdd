"""Errands of letters that several pages run: print them together, write their envelopes and labels, print or save a posting list."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.dialogs.envelopes import EnvelopesDialog
from ui.dialogs.paper_output import NamedPaper, PaperOutput
from ui.dialogs.paper_view import PaperViewDialog
from ui.dialogs.print_run import PrintRunDialog
from ui.formats import short_day
from ui.models.run_table import RunPaper
from workbench.domain.changes import Changes
from workbench.domain.commands import MakePrintRun
from workbench.domain.letters import LetterState
from workbench.services import dispatch as dispatch_service
from workbench.services import letters as letter_service
from workbench.services import register
from workbench.services.lines import RunLine, SendingFilter
from workbench.services.office import Desk


class Errands(QObject):
    """Runs errands for one page.

    Args:
        workspace: jobs, notices.
        owner: the widget over which the dialogs open.
    """

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self.output = PaperOutput(workspace, owner)

    def print_letters(self, letter_ids: Sequence[int], *, title: str = "") -> None:
        """Show issued letters as they will be printed, in this order, and print them; `title` is that of a run there is.

        Those that wait to be sent and are in no run yet make one when they have gone to the printer.
        """
        if letter_ids:
            query = partial(_papers, tuple(letter_ids))
            self._workspace.jobs.ask(query, partial(self._show_run, title))

    def envelopes(self, letter_ids: Sequence[int]) -> None:
        """Show envelopes or labels of issued letters, in this order, to print or to save."""
        if letter_ids:
            EnvelopesDialog(self._workspace, letter_ids, parent=self._owner).open()

    def posting_list(self, *, on: date | None = None, run: RunLine | None = None) -> None:
        """Show the posting list of a day, or of a print run, to print or to save."""
        day = short_day(on) if on is not None else ""
        title = self.tr("Posting list of {what}").format(what=run.number if run is not None else day)
        name = run.number if run is not None else on.isoformat() if on is not None else ""
        query = partial(
            register.posting_list_pdf,
            on=on,
            run_id=run.id if run is not None else None,
            language=self._workspace.language,
        )
        paper = NamedPaper(self.tr("posting-list-{what}").format(what=name))
        self._workspace.jobs.ask(query, partial(self._show_paper, paper, title))

    def save_posting_table(self, run: RunLine) -> None:
        """Ask where to save the posting list of a run as a table."""
        query = partial(register.posting_list_csv, run_id=run.id, language=self._workspace.language)
        paper = NamedPaper(self.tr("posting-list-{what}").format(what=run.number))
        self._workspace.jobs.ask(query, partial(self.output.save_table, paper))

    def save_register(self, chosen: SendingFilter) -> None:
        """Ask where to save the register, as it is narrowed, as a table."""
        query = partial(register.register_csv, chosen=chosen, language=self._workspace.language)
        self._workspace.jobs.ask(query, partial(self.output.save_table, NamedPaper(self.tr("dispatch-register"))))

    def _show_paper(self, paper: NamedPaper, title: str, data: bytes) -> None:
        PaperViewDialog(self._workspace, paper, data, title=title, parent=self._owner).open()

    def _show_run(self, title: str, found: tuple[tuple[RunPaper, bool], ...]) -> None:
        papers = [paper for paper, _ in found]
        waiting = frozenset(paper.id for paper, waits in found if waits)
        if not papers:
            return
        named = title or (papers[0].number if len(papers) == 1 else f"{papers[0].number} +{len(papers) - 1}")
        dialog = PrintRunDialog(self._workspace, papers, title=named, parent=self._owner)
        if not title:
            dialog.printed.connect(partial(self._keep_run, waiting))
        dialog.open()

    def _keep_run(self, waiting: frozenset[int], printed: tuple[int, ...]) -> None:
        letter_ids = tuple(one for one in printed if one in waiting)
        if letter_ids and not self._workspace.read_only:
            command = MakePrintRun(letter_ids=letter_ids)
            self._workspace.jobs.run(partial(dispatch_service.make_print_run, command), then=self._run_kept)

    def _run_kept(self, changes: Changes) -> None:
        told = self.tr("Print run {number} is kept with its posting list. Record there that it was sent.")
        self._workspace.notices.say(told.format(number=changes.number))


def _papers(letter_ids: tuple[int, ...], desk: Desk) -> tuple[tuple[RunPaper, bool], ...]:
    """Return letters with their bytes, each with whether it waits to be sent."""
    found = []
    for letter_id in letter_ids:
        letter = letter_service.load_letter(desk, letter_id)
        to = ", ".join(letter.fields.addressee)
        paper = RunPaper(letter.id, letter.number, to, letter.pages, letter_service.letter_pdf(desk, letter_id))
        found.append((paper, letter.state is LetterState.ISSUED))
    return tuple(found)
