"""The investigation plan: its questions at the left, the chosen one with its finding and its proof at the right.

What is typed is kept by whoever listens to `edited`; showing what is shown already disturbs nothing. Questions are numbered from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import Workspace
from ui.pages.case.decision.evidence_chips import EvidenceChips
from ui.safe import Label, set_role, set_tooltip, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.growing_text import GrowingText
from workbench.domain.complaints import Inquiry
from workbench.domain.dossier import EvidenceRef
from workbench.domain.evidence import Evidence

_LIST = 250
_TALL = 300


@dataclass(frozen=True, slots=True)
class Proofs:
    """What findings can point at: files with names that say whose they are, and every choice."""

    evidence: tuple[Evidence, ...]
    choices: tuple[EvidenceRef, ...]


class PlanCard(Card):
    """Edits the questions; `edited` after each change."""

    edited = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, name="planCard")
        self.set_title(self.tr("Investigation"))
        self._inquiries: list[Inquiry] = []
        self._row = -1
        self._proofs = Proofs((), ())
        self._may = True
        self._list = QListWidget()
        self._list.setObjectName("planQuestions")
        self._list.setAccessibleName(self.tr("Questions of the investigation"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(_TALL)
        self._list.setFixedWidth(_LIST)
        self._new = QLineEdit()
        self._new.setObjectName("planNew")
        self._new.setAccessibleName(self.tr("New question"))
        self._new.setFixedWidth(_LIST)
        self._new.setPlaceholderText(self.tr("New question, then Enter"))
        self.add_button = self._button("planAdd", self.tr("Add q&uestion"))
        self._question = GrowingText("planQuestion", self.tr("Question"), rows=2)
        self._asked = QLineEdit()
        self._asked.setObjectName("planAsked")
        self._asked.setAccessibleName(self.tr("Who is asked"))
        self._asked.setPlaceholderText(self.tr("a person, a team, a system"))
        self._finding = GrowingText("planFinding", self.tr("Finding"), rows=4)
        self.proof = EvidenceChips(workspace, "planProof", self.tr("the finding"))
        self._proved = Label("", wrap=True, selectable=True, name="planProved")
        self._state = Chip("", Tone.CALM)
        self._up = self._button("planUp", self.tr("Move up"))
        self._down = self._button("planDown", self.tr("Move down"))
        self._remove = self._button("planRemove", self.tr("Take away"))
        self._editor = QWidget()
        self._nothing = Label(
            self.tr(
                "What has to be found out before this complaint can be decided? Put one question after the other; each needs a finding and what proves it."
            ),
            role="muted",
            wrap=True,
            name="planNothing",
        )
        self._lay_out()
        self._list.currentRowChanged.connect(self._chosen)
        self._new.returnPressed.connect(self.add_question)
        self.add_button.clicked.connect(lambda _checked: self.add_question())
        for text in (self._question, self._finding):
            text.textChanged.connect(self._typed)
        self._asked.textChanged.connect(self._typed)
        self.proof.edited.connect(self._typed)
        self._up.clicked.connect(lambda _checked: self._move(-1))
        self._down.clicked.connect(lambda _checked: self._move(1))
        self._remove.clicked.connect(lambda _checked: self.remove_question())
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))

    def show_inquiries(self, inquiries: Sequence[Inquiry], proofs: Proofs, *, may: bool) -> None:
        """Show these questions, the chosen one still chosen; does not count as an edit."""
        self._proofs, self._may = proofs, may
        if [_plain(one) for one in inquiries] != [_plain(one) for one in self._inquiries]:
            self._inquiries = list(inquiries)
            self._row = min(max(self._row, 0), len(self._inquiries) - 1)
            self._fill()
        elif not self._inquiries or self._row < 0:
            self._row = 0 if self._inquiries else -1
            self._fill()
        self._show_editor()

    def inquiries(self) -> tuple[Inquiry, ...]:
        """Return the questions with what is typed; one whose words were emptied keeps those it had."""
        return tuple(self._inquiries)

    def go_to(self, number: int) -> None:
        """Go to the finding of a question, or to the field for a new one where there is none yet."""
        if 0 < number <= len(self._inquiries):
            self._list.setCurrentRow(number - 1)
            self._finding.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_question(self) -> None:
        """Add the question that is typed, and stay in the field for the next one."""
        words = self._new.text().strip()
        if not words or not self._may:
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._inquiries.append(Inquiry(words))
        self._row = len(self._inquiries) - 1
        self._new.clear()
        self._fill()
        self._show_editor()
        self.edited.emit()

    def remove_question(self) -> None:
        """Take the chosen question away."""
        if 0 <= self._row < len(self._inquiries):
            del self._inquiries[self._row]
            self._row = min(self._row, len(self._inquiries) - 1)
            self._fill()
            self._show_editor()
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._list)
        left.addWidget(self._new)
        left.addWidget(ButtonRow([self.add_button]))
        left.addStretch(1)
        column = QVBoxLayout(self._editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("&Question"), role="field", buddy=self._question), 1)
        head.addWidget(self._state)
        column.addLayout(head)
        column.addWidget(self._question)
        column.addWidget(Label(self.tr("&Who is asked"), role="field", buddy=self._asked))
        column.addWidget(self._asked)
        column.addWidget(Label(self.tr("&Finding"), role="field", buddy=self._finding))
        column.addWidget(self._finding)
        column.addWidget(Label(self.tr("What proves it"), role="field"))
        column.addWidget(self.proof)
        column.addWidget(self._proved)
        column.addSpacing(GAP)
        column.addWidget(ButtonRow([self._up, self._down, self._remove]))
        column.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._nothing)
        right.addWidget(self._editor)
        right.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(ROOM)
        across.addLayout(left)
        across.addLayout(right, 1)
        self.body.addLayout(across)

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(words))
        button.setAutoDefault(False)
        set_role(button, "small")
        return button

    def _fill(self) -> None:
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        for _one in self._inquiries:
            self._list.addItem(QListWidgetItem())
        for row in range(len(self._inquiries)):
            self._word(row)
        self._list.setCurrentRow(self._row)
        blocker.unblock()

    def _word(self, row: int) -> None:
        one = self._inquiries[row]
        item = self._list.item(row)
        state = self._state_of(one)[0]
        item.setText(f"{row + 1}  {state}\n{one.question}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row + 1}: {one.question}, {state}")

    def _state_of(self, one: Inquiry) -> tuple[str, Tone]:
        if one.found:
            return self.tr("found"), Tone.DONE
        if one.finding.strip():
            return self.tr("no evidence yet"), Tone.SOON
        return self.tr("open"), Tone.CALM

    def _show_editor(self) -> None:
        there = 0 <= self._row < len(self._inquiries)
        self._editor.setVisible(there)
        self._nothing.setVisible(not there)
        self._list.setVisible(bool(self._inquiries))
        for text in (self._question, self._finding):
            text.setReadOnly(not self._may)
        self._asked.setReadOnly(not self._may)
        for widget in (self._new, self.add_button, self.proof):
            widget.setVisible(self._may)
        self._proved.setVisible(not self._may)
        done = sum(1 for one in self._inquiries if one.found)
        told = self.tr("{done} of {count} found").format(done=done, count=len(self._inquiries))
        self.set_remark(told if self._inquiries else "")
        if not there:
            return
        one = self._inquiries[self._row]
        blockers = [QSignalBlocker(widget) for widget in (self._question, self._asked, self._finding)]
        if self._question.text().strip() or not self._question.hasFocus():
            self._question.show_text(one.question)
        if self._asked.text() != one.asked:
            self._asked.setText(one.asked)
        self._finding.show_text(one.finding)
        for blocker in blockers:
            blocker.unblock()
        self.proof.show_refs(one.evidence, self._proofs, self._proofs.choices)
        self._proved.setText(", ".join(self.proof.word(ref) for ref in one.evidence) or self.tr("nothing"))
        self._look()

    def _look(self) -> None:
        words, tone = self._state_of(self._inquiries[self._row])
        self._state.show_state(words, tone)
        self._up.setEnabled(self._may and self._row > 0)
        self._down.setEnabled(self._may and self._row < len(self._inquiries) - 1)
        for button in (self._up, self._down, self._remove):
            button.setVisible(self._may)
        set_tooltip(self._up, self.tr("Alt+Up in the list"))
        set_tooltip(self._down, self.tr("Alt+Down in the list"))

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._inquiries) and row != self._row:
            self._row = row
            self._show_editor()

    def _typed(self, *_told: object) -> None:
        if not 0 <= self._row < len(self._inquiries):
            return
        old = self._inquiries[self._row]
        said = replace(
            old,
            question=self._question.text().strip() or old.question,
            asked=self._asked.text(),
            finding=self._finding.text(),
            evidence=self.proof.refs(),
        )
        if said == old:
            return
        self._inquiries[self._row] = said
        self._word(self._row)
        done = sum(1 for one in self._inquiries if one.found)
        self.set_remark(self.tr("{done} of {count} found").format(done=done, count=len(self._inquiries)))
        self._look()
        self.edited.emit()

    def _move(self, by: int) -> None:
        there = self._row + by
        if self._may and 0 <= self._row < len(self._inquiries) and 0 <= there < len(self._inquiries):
            rows = self._inquiries
            rows[self._row], rows[there] = rows[there], rows[self._row]
            self._row = there
            self._fill()
            self._show_editor()
            self.edited.emit()


def _plain(one: Inquiry) -> Inquiry:
    """Return a question as it is kept, so that a blank at the end of what is typed is no difference."""
    return replace(one, question=one.question.strip(), asked=one.asked.strip(), finding=one.finding.strip())
