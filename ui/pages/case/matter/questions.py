"""The questions of the authority, with the answer of the one that is chosen beside them.

What is typed is saved when the officer says so, goes to another question, or leaves the page; a refusal keeps it in the fields.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.models.question_table import QuestionTable
from ui.safe import Label, plain, set_role, set_tooltip, without_mnemonic
from ui.style.chips import Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.growing_text import GrowingText
from ui.widgets.rows import empty
from ui.widgets.work_table import WorkTable
from ui.wording import word
from workbench.domain.evidence import Evidence
from workbench.domain.matters import Question, QuestionState
from workbench.services.matter_pages import MatterPage

_NARROW = 620
_ROW, _HEAD, _MOST_ROWS, _LEAST_ROWS = 54, 36, 7, 3
_CHOICES = (QuestionState.OPEN, QuestionState.DRAFTED, QuestionState.READY)


class QuestionsCard(Card):
    """The card; `add_wanted` asks for questions to be added, `words_wanted` for one to be corrected, `saved` carries all as they are now."""

    add_wanted = Signal()
    words_wanted = Signal(int)
    saved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("\u2026", parent, name="questionsCard")
        self.set_title(self.tr("Questions"))
        self._page: MatterPage | None = None
        self._questions: tuple[Question, ...] = ()
        self._number = 0
        self._files: tuple[int, ...] = ()
        self._dirty = False
        self._may = False
        self._model = QuestionTable(self)
        self._table = WorkTable(
            self._model,
            name="questionsTable",
            label=self.tr("Questions of the authority"),
            stretch=QuestionTable.ASKS,
            whole=(QuestionTable.NUMBER, QuestionTable.STATE),
            spare=(QuestionTable.OWNER,),
            bare=True,
        )
        self._table.setWordWrap(True)
        self._table.verticalHeader().setDefaultSectionSize(_ROW)
        self._add = self._button("questionsAdd", self.tr("Add &questions…"))
        self._add.clicked.connect(lambda _checked: self.add_wanted.emit())
        self.head.addWidget(self._add)
        self._none = Label(self.tr("No question is entered. Paste them from the authority's letter."), role="muted", wrap=True)
        self._editor = self._make_editor()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(ROOM)
        self._across.addWidget(self._table, 4)
        self._across.addWidget(self._editor, 5)
        self.body.addWidget(self._none)
        self.body.addLayout(self._across)
        self._table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._table.opened.connect(lambda _index: self._answer.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_page(self, page: MatterPage, *, may: bool) -> None:
        """Show the questions of a matter; what is being typed stays while its question is the same."""
        same = self._page is not None and self._page.case.id == page.case.id
        number = self._number if same else self._first(page)
        kept = self._typed() if same and self._dirty and self._fits(page, number) else None
        self._page, self._questions, self._may = page, page.matter.questions, may
        number = min(max(number, 1), len(self._questions)) if self._questions else 0
        done = len(self._questions) - len(page.unanswered)
        self.set_remark(
            self.tr("{done} of {all} answered").format(done=done, all=len(self._questions)) if self._questions else ""
        )
        self._add.setVisible(may)
        for widget in (self._table, self._editor):
            widget.setVisible(bool(self._questions))
        self._none.setVisible(not self._questions)
        blocker = QSignalBlocker(self._table.selectionModel())
        self._model.show_questions(self._questions, page.officers)
        self._table.choose_row(number - 1)
        blocker.unblock()
        rows = min(max(len(self._questions), _LEAST_ROWS), _MOST_ROWS)
        self._table.setMinimumHeight(rows * _ROW + _HEAD)
        self._show_question(number)
        if kept is not None:
            self._show_typed(kept)

    def choose(self, number: int) -> None:
        """Go to a question, ready to type its answer."""
        self._table.choose_row(number - 1)
        self._answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Save what was typed."""
        if self._dirty and self._may and 0 < self._number <= len(self._questions):
            self._dirty = False
            self._tell_dirty()
            typed = self._typed()
            questions = list(self._questions)
            questions[self._number - 1] = typed
            self._questions = tuple(questions)
            self.saved.emit(self._questions)

    def refuse(self, words: str) -> None:
        """Say why what was typed could not be saved; it stays in the fields."""
        self._dirty = True
        self._tell_dirty()
        self._told.setText(words)
        self._told.set_role("small", Tone.LATE.value)

    def set_width(self, width: int) -> None:
        """Put the editor beside the list, or below it in a narrow place."""
        beside = width >= _NARROW
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed before the page is left."""
        self.keep()
        super().hideEvent(event)

    # The editor

    def _make_editor(self) -> QWidget:
        editor = QWidget()
        editor.setObjectName("questionEditor")
        column = QVBoxLayout(editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._asks = Label("", role="strong", wrap=True, selectable=True, name="questionText")
        self._answer = GrowingText("questionAnswer", self.tr("Answer"), rows=5, most=14)
        self._owner = QComboBox()
        self._owner.setObjectName("questionOwner")
        self._state = QComboBox()
        self._state.setObjectName("questionState")
        self._evidence = QWidget()
        self._flow = FlowLayout(self._evidence)
        self._told = Label("", role="small", wrap=True, name="questionTold")
        self._save = self._button("questionSave", self.tr("&Save the answer"), role="primary")
        self._save.clicked.connect(lambda _checked: self.keep())
        self._words = self._button("questionWordsEdit", self.tr("Co&rrect the question…"))
        self._words.clicked.connect(lambda _checked: self._correct())
        column.addWidget(self._asks)
        column.addWidget(Label(self.tr("&Answer"), role="field", buddy=self._answer))
        column.addWidget(self._answer)
        column.addWidget(Label(self.tr("Evidence"), role="field"))
        column.addWidget(self._evidence)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for label, box in ((self.tr("O&wner"), self._owner), (self.tr("S&tate"), self._state)):
            side = QVBoxLayout()
            side.setSpacing(2)
            side.addWidget(Label(label, role="field", buddy=box))
            side.addWidget(box)
            row.addLayout(side, 1)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(ButtonRow((self._save, self._words)))
        column.addStretch(1)
        self._answer.textChanged.connect(self._typing)
        self._owner.currentIndexChanged.connect(lambda _index: self._edited())
        self._state.currentIndexChanged.connect(lambda _index: self._edited())
        shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.keep)
        return editor

    def _show_question(self, number: int) -> None:
        self._number, self._dirty = number, False
        page = self._page
        if page is None or not number:
            return
        one = self._questions[number - 1]
        sent = one.state is QuestionState.SENT
        blockers = [QSignalBlocker(widget) for widget in (self._answer, self._owner, self._state)]
        self._asks.setText(f"{one.label or number}. {one.text}")
        self._answer.show_text(one.answer)
        self._owner.clear()
        self._owner.addItem(self.tr("nobody yet"), None)
        for officer, name in page.officers:
            self._owner.addItem(name, officer)
        self._owner.setCurrentIndex(max(0, self._owner.findData(one.owner_id)))
        self._state.clear()
        for state in (QuestionState.SENT,) if sent else _CHOICES:
            self._state.addItem(word("question_state", state), state.value)
        self._state.setCurrentIndex(max(0, self._state.findData(one.state.value)))
        for blocker in blockers:
            blocker.unblock()
        self._files = one.evidence
        editable = self._may and not sent
        self._answer.setReadOnly(not editable)
        for widget in (self._owner, self._state, self._words):
            widget.setEnabled(editable)
        self._save.setVisible(self._may)
        self._words.setVisible(self._may and not sent)
        self._show_files(editable=editable)
        self._tell_dirty()

    def _show_typed(self, typed: Question) -> None:
        blockers = [QSignalBlocker(widget) for widget in (self._answer, self._owner, self._state)]
        self._answer.show_text(typed.answer)
        self._owner.setCurrentIndex(max(0, self._owner.findData(typed.owner_id)))
        self._state.setCurrentIndex(max(0, self._state.findData(typed.state.value)))
        for blocker in blockers:
            blocker.unblock()
        self._files = typed.evidence
        self._show_files(editable=True)
        self._dirty = True
        self._tell_dirty()

    def _show_files(self, *, editable: bool) -> None:
        empty(self._flow)
        names = {one.id: one.name for one in (self._page.evidence if self._page is not None else ())}
        for number in self._files:
            name = names.get(number, self.tr("a file that is no longer here"))
            chip = self._button(f"questionFile{number}", f"{name}  \u00d7" if editable else name, role="chip")
            chip.setAccessibleName(self.tr("Take away: {evidence}").format(evidence=name))
            chip.setEnabled(editable)
            chip.clicked.connect(partial(self._remove_file, number))
            self._flow.addWidget(chip)
        add = self._button("questionFileAdd", self.tr("+ evidence"), role="chip")
        add.setAccessibleName(self.tr("Add evidence for this answer"))
        add.setMenu(self._file_menu(add))
        add.setEnabled(editable and bool(names))
        if not names:
            set_tooltip(add, self.tr("Attach a file to the matter first."))
        self._flow.addWidget(add)

    def _file_menu(self, owner: QWidget) -> QMenu:
        menu = QMenu(owner)
        menu.setObjectName("questionFileMenu")
        files: tuple[Evidence, ...] = self._page.evidence if self._page is not None else ()
        for one in files:
            if one.id not in self._files:
                action = menu.addAction(plain(one.name))
                action.setObjectName(f"questionTakeFile{one.id}")
                action.triggered.connect(partial(self._add_file, one.id))
        return menu

    def _add_file(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's triggered carries it
        self._files = (*self._files, number)
        self._show_files(editable=True)
        self._edited()

    def _remove_file(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self._files = tuple(one for one in self._files if one != number)
        self._show_files(editable=True)
        self._edited()

    def _typing(self) -> None:
        """Call an open answer drafted once there are words, and one without words open."""
        words = bool(self._answer.text().strip())
        state = str(self._state.currentData() or "")
        wanted = (
            {QuestionState.OPEN.value: QuestionState.DRAFTED.value}.get(state, state) if words else QuestionState.OPEN.value
        )
        blocker = QSignalBlocker(self._state)
        self._state.setCurrentIndex(max(0, self._state.findData(wanted)))
        blocker.unblock()
        self._edited()

    def _edited(self) -> None:
        self._dirty = True
        self._tell_dirty()

    def _tell_dirty(self) -> None:
        self._save.setEnabled(self._dirty)
        one = self._questions[self._number - 1] if self._number and self._questions else None
        if self._dirty:
            text, tone = self.tr("Not saved yet."), Tone.SOON.value
        elif one is not None and one.state is QuestionState.SENT:
            text, tone = self.tr("This answer was sent to the authority; it stays as it was sent."), ""
        else:
            text, tone = "", ""
        self._told.setText(text)
        self._told.set_role("small", tone)
        self._told.setVisible(bool(text))

    def _typed(self) -> Question:
        one = self._questions[self._number - 1]
        owner = self._owner.currentData()
        return replace(
            one,
            answer=self._answer.text(),
            owner_id=int(owner) if owner is not None else None,
            state=QuestionState(str(self._state.currentData())),
            evidence=self._files,
        )

    def _fits(self, page: MatterPage, number: int) -> bool:
        """Return whether a question is the one that is being answered, and can still be."""
        if not 0 < number <= min(len(page.matter.questions), len(self._questions)):
            return False
        new, old = page.matter.questions[number - 1], self._questions[number - 1]
        return (new.label, new.text) == (old.label, old.text) and new.state is not QuestionState.SENT

    @staticmethod
    def _first(page: MatterPage) -> int:
        return page.unanswered[0] if page.unanswered else 1

    def _row_chosen(self, now: QModelIndex, _before: QModelIndex | None = None) -> None:
        if now.isValid() and now.row() + 1 != self._number:
            self.keep()
            self._show_question(now.row() + 1)

    def _correct(self) -> None:
        self.keep()
        self.words_wanted.emit(self._number)

    @staticmethod
    def _button(name: str, text: str, *, role: str = "small") -> QPushButton:
        button = QPushButton(plain(text) if role == "chip" else text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        set_role(button, role)
        return button
