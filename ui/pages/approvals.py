"""Approvals: what waits for a second officer, and one of them opened: decision, dossier and letter side by side, and the verdict.

What is shown is exactly what is approved: the verdict names the content that was read here. When it changes meanwhile the verdict is
refused, and the page shows the content as it is now.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.approval import ApprovalDialog
from ui.dialogs.command_dialog import present
from ui.formats import instant
from ui.models.approval_table import ApprovalTable
from ui.models.dossier_words import dossier_remarks
from ui.models.remark import Remark
from ui.navigation import Place
from ui.safe import Label, set_role, set_tooltip, without_mnemonic
from ui.style.chips import Tone
from ui.style.spacing import EDGE, GAP, ROOM
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card, ProblemBox
from ui.widgets.page import Page, PageTabs, scrolled
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.remarks import Remarks
from ui.widgets.work_table import WorkTable
from workbench.domain.approvals import ApprovalRecord
from workbench.domain.changes import Changes
from workbench.domain.commands import GiveApproval
from workbench.domain.dossier import Verdict
from workbench.domain.errors import WorkbenchError
from workbench.domain.readiness import Check, CheckCode
from workbench.domain.rights import Right
from workbench.domain.rulebooks import pick
from workbench.services import approvals as approval_service
from workbench.services import case_file
from workbench.services import cases as case_service
from workbench.services import letters as letter_service
from workbench.services.approvals import ApprovalLine, ApprovalsBoard, Content
from workbench.services.lines import CasePage
from workbench.services.office import Desk
from workbench.services.refusal_data import load_factors, tell

_MOST_ROWS = 4
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class _Opened:
    content: Content
    page: CasePage
    pdf: bytes
    checks: tuple[Check, ...]
    records: tuple[ApprovalRecord, ...]
    names: tuple[tuple[int, str], ...]
    grounds: tuple[str, ...]
    own: bool


def _open(case_id: int, right: Right, language: str, desk: Desk) -> _Opened:
    content = approval_service.content_of(desk, case_id, right)
    case = case_file.load(desk, case_id)
    found = [(place.law, desk.rulebook(place.law)) for place in case.laws]
    grounds = tuple(
        f"{pick(ground.titles, language)} ({ground.article})"
        for name in content.decision.grounds
        for _law, book in found
        if (ground := book.ground(name)) is not None
    )
    records = approval_service.approvals_of(desk, case_id, right)
    officers = {content.decision.officer_id, *(one.officer_id for one in records)}
    return _Opened(
        content=content,
        page=case_service.case_page(desk, case_id),
        pdf=letter_service.preview_draft(desk, content.letter.id).pdf if content.letter is not None else b"",
        checks=approval_service.readiness_of(desk, case_id, right),
        records=records,
        names=tuple((one, desk.officer_name(one)) for one in officers),
        grounds=grounds,
        own=content.decision.officer_id == desk.officer.id,
    )


class ApprovalsPage(Page):
    """The list in its four parts, and what is opened below it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("approvalsPage")
        self.setAccessibleName(self.tr("Approvals"))
        self._board = ApprovalsBoard((), (), (), ())
        self._at: tuple[int, Right] | None = None
        self._opened: _Opened | None = None
        self._come = False
        self._tabs = PageTabs(
            (
                ("waiting", self.tr("Waiting for me")),
                ("asked", self.tr("Asked by me")),
                ("stale", self.tr("Void")),
                ("answered", self.tr("Answered")),
            ),
            name="approvalsTabs",
        )
        self.model = ApprovalTable(workspace.zone, self)
        self.table = WorkTable(
            self.model,
            name="approvalsTable",
            label=self.tr("Approvals"),
            stretch=ApprovalTable.WORDS,
            spare=(ApprovalTable.OPEN, ApprovalTable.ASKED, ApprovalTable.OUTCOME),
        )
        self._nothing = Label("", role="muted", wrap=True, name="approvalsNothing")
        self.problem = ProblemBox(name="approvalsProblem")
        self._facts = Remarks("approvalFacts", self.tr("The decision"))
        self._dossier = Remarks("approvalDossier", self.tr("The dossier"))
        self.preview = PdfPreview("approvalLetter", self.tr("The letter, exactly as it is approved"))
        self._buttons = self._verdict_buttons()
        self._build()
        self._tabs.chosen.connect(lambda _key: self._show_list())
        self.table.opened.connect(self._row_opened)
        workspace.jobs.changed.connect(self._changed)
        self.set_heading(self.tr("Approvals"))
        self.setFocusProxy(self.table)

    # What is on the page

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        inner = QVBoxLayout()
        inner.setContentsMargins(EDGE, ROOM, EDGE, ROOM)
        inner.setSpacing(ROOM)
        inner.addWidget(self.table)
        inner.addWidget(self._nothing)
        inner.addWidget(self.problem)
        self._detail = QWidget()
        row = QHBoxLayout(self._detail)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROOM)
        self._decision_card = self._reading(self.tr("Decision"), "approvalDecisionCard", self._facts)
        self._decision_card.body.addWidget(ButtonRow(self._buttons))
        self._link = self._button("approvalCase", self.tr("Go to the &case"))
        self._decision_card.body.addWidget(ButtonRow((self._link,)))
        self._link.clicked.connect(lambda _checked: self._go_to_case())
        row.addWidget(self._decision_card, 4)
        row.addWidget(self._reading(self.tr("Dossier"), "approvalDossierCard", self._dossier), 5)
        letter = Card(self.tr("Letter"), name="approvalLetterCard")
        letter.body.addWidget(self.preview, 1)
        row.addWidget(letter, 5)
        inner.addWidget(self._detail, 1)
        self._rest = QWidget()
        inner.addWidget(self._rest, 1)
        column.addLayout(inner, 1)
        self._detail.hide()

    def _reading(self, title: str, name: str, remarks: Remarks) -> Card:
        card = Card(title, name=name)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.addWidget(remarks)
        column.addStretch(1)
        area = scrolled(inside, name=f"{name}Area")
        set_role(inside, "surface")
        card.body.addWidget(area, 1)
        return card

    def _verdict_buttons(self) -> tuple[QPushButton, ...]:
        made = []
        for verdict, text, role in (
            (Verdict.APPROVED, self.tr("&Approve\u2026"), "primary"),
            (Verdict.QUESTIONS, self.tr("As&k\u2026"), ""),
            (Verdict.REJECTED, self.tr("&Reject\u2026"), ""),
        ):
            button = self._button(f"verdict_{verdict.value}", text, role=role)
            button.clicked.connect(partial(self._answer, verdict))
            made.append(button)
        return tuple(made)

    def _button(self, name: str, text: str, *, role: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        if role:
            set_role(button, role)
        return button

    # The list

    def show_place(self, place: Place) -> None:
        """Show the list; with a case and a right, that decision opened."""
        self.problem.say("")
        if place.case_id is not None and place.tab in set(Right):
            self._at = (place.case_id, Right(place.tab))
            self._come = True
        self.reload()

    def reload(self) -> None:
        """Read the list again, and what is opened."""
        self.workspace.jobs.ask(approval_service.approvals_board, self._show)
        self._read_opened()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.cases:
            self.reload()

    def _show(self, board: ApprovalsBoard) -> None:
        self._board = board
        for key, text, lines in (
            ("waiting", self.tr("Waiting for me"), board.waiting),
            ("asked", self.tr("Asked by me"), board.asked),
            ("stale", self.tr("Void"), board.stale),
            ("answered", self.tr("Answered"), board.answered),
        ):
            self._tabs.set_text(key, f"{text} {len(lines)}" if lines else text)
            if self._come and any((line.case_id, line.right) == self._at for line in lines):
                self._tabs.show_tab(key)
        self._come = False
        self._show_list()

    def _lines(self) -> tuple[ApprovalLine, ...]:
        board = self._board
        return {"asked": board.asked, "stale": board.stale, "answered": board.answered}.get(self._tabs.current(), board.waiting)

    def _show_list(self) -> None:
        lines = self._lines()
        self.model.show_lines(lines)
        self.table.setVisible(bool(lines))
        tall = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth() + 2
        self.table.setFixedHeight(tall + min(len(lines), _MOST_ROWS) * self.table.verticalHeader().defaultSectionSize())
        nothing = {
            "asked": self.tr("Nothing that you asked for waits."),
            "stale": self.tr("No approval was voided by a change."),
            "answered": self.tr("Nothing was answered that has not left yet."),
        }
        self._nothing.setText(nothing.get(self._tabs.current(), self.tr("Nothing waits for you.")))
        self._nothing.setVisible(not lines)
        self.table.clearSelection()
        for row, line in enumerate(lines):
            if (line.case_id, line.right) == self._at:
                self.table.choose_row(row)

    def _row_opened(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is not None:
            self.problem.say("")
            self.workspace.navigation.note(Place("approvals", case_id=line.case_id, tab=line.right.value))
            self._at = (line.case_id, line.right)
            self._read_opened()

    # One of them

    def _read_opened(self) -> None:
        if self._at is None:
            return
        query = partial(_open, self._at[0], self._at[1], self.workspace.language)
        self.workspace.jobs.ask(query, self._show_opened, refused=self._not_opened)

    def _not_opened(self, error: WorkbenchError) -> None:
        self._opened = None
        self._detail.hide()
        self._rest.show()
        self.problem.say(self.workspace.words.error(error))

    def _show_opened(self, opened: _Opened) -> None:
        if (opened.content.case_id, opened.content.right) != self._at:
            return
        self._opened = opened
        words = self.workspace.words
        self._facts.show_remarks(self._decision_words(opened))
        files = {one.id: one.name for one in opened.page.evidence}
        dossier = dossier_remarks(opened.content.dossier, words, factors=load_factors(), files=files)
        nothing = Remark(self.tr("Dossier"), self.tr("Nothing is written in it."))
        self._dossier.show_remarks(dossier or (nothing,))
        self.preview.setVisible(bool(opened.pdf) and self.preview.show_pdf(opened.pdf))
        self._decision_card.set_title(f"{opened.content.case_number}: {words.word('right', opened.content.right.value)}")
        why_not = ""
        if opened.content.letter is None:
            why_not = self.tr("The letter is approved with the decision. Draft the letter first.")
        elif self.workspace.read_only:
            why_not = self.tr("The store is open for reading only.")
        for button in self._buttons:
            button.setEnabled(not why_not)
            set_tooltip(button, why_not)
        self._rest.hide()
        self._detail.show()

    def _decision_words(self, opened: _Opened) -> list[Remark]:
        words, content, zone = self.workspace.words, opened.content, self.workspace.zone
        names = dict(opened.names)
        decision = content.decision
        when = instant(decision.decided_at, zone)
        found = [
            Remark(
                self.tr("Decision"),
                f"{words.word('outcome', decision.outcome.value)}; {'; '.join(opened.grounds)}".rstrip("; "),
                self.tr("{officer}, {when}").format(officer=names.get(decision.officer_id, ""), when=when),
            ),
            Remark(self.tr("Data subject"), opened.page.case.subject.name),
            Remark(self.tr("What the person reads"), decision.reason or "\u2013"),
        ]
        open_checks = [one for one in opened.checks if not one.ok and one.code is not CheckCode.APPROVED]
        for check in open_checks:
            gaps = "; ".join(dict.fromkeys(tell(one, self.workspace.language) for one in check.missing))
            found.append(Remark(self.tr("Still open"), words.word("readiness", check.code.value), gaps))
        if not open_checks:
            found.append(Remark(self.tr("Readiness"), self.tr("Everything else is there.")))
        for record in opened.records:
            verdict = (
                words.word("verdict", record.verdict.value) if record.verdict is not None else self.tr("Asked for approval")
            )
            about = f"{names.get(record.officer_id, '')}, {instant(record.given_at, zone)}"
            same = "" if record.digest == content.digest else self.tr("About content that has changed since.")
            means = words.word("means", record.means.value) if record.means is not None else ""
            found.append(Remark(about, f"{verdict}. {record.words}".strip(), " ".join(one for one in (means, same) if one)))
        found.append(Remark(self.tr("Exactly this content"), content.digest[:_SHOWN]))
        if opened.own:
            found.append(
                Remark(
                    self.tr("Second officer"),
                    self.tr("You decided this yourself: another officer has to type their passphrase."),
                )
            )
        return found

    def _go_to_case(self) -> None:
        if self._opened is not None:
            self.workspace.navigation.go(Place("case", case_id=self._opened.content.case_id, tab="decision"))

    def _answer(self, verdict: Verdict, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        if self._opened is None:
            return
        dialog = ApprovalDialog(self.workspace, self._opened.content, verdict, self.workspace.now(), self.window())

        def said(_changes: Changes) -> None:
            self.workspace.notices.say(self.tr("The verdict is signed and recorded."), Tone.DONE)

        def give(command: GiveApproval, desk: Desk) -> Changes:
            return approval_service.give_approval(command, desk)

        present(dialog, self.workspace, give, then=said)
