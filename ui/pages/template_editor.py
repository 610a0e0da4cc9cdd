"""The template editor: the words at the left, as paragraphs or as the text of the file, and a real letter made of them at the right.

What is typed is checked and drawn a moment after typing rests, and kept as a draft a few seconds later; it holds for letters only
once it is saved with a reason. A problem is told below the words with its line and never takes them away.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.template_history import CompareDialog, HistoryDialog
from ui.dialogs.template_save import ResetTemplateDialog, SaveTemplateDialog
from ui.models.template_table import STATE_TONES
from ui.models.template_words import finding_words
from ui.navigation import Place
from ui.pages.template_insert import InsertList
from ui.pages.template_paragraphs import PLACEHOLDERS, ParagraphList
from ui.safe import Label, ask, set_role
from ui.style.chips import Tone
from ui.style.spacing import EDGE, GAP, ROOM
from ui.widgets.card import Card, ProblemBox
from ui.widgets.page import Page
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.text_editor import Colouring, Mark, TextEditor
from ui.wording import language_name, word
from workbench.domain.changes import Changes
from workbench.domain.commands import DraftTemplate
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import LetterIncompleteError, LetterKind
from workbench.domain.template_text import Allowed, allowed_in, part_at, parts_of, with_passage
from workbench.domain.templates import CONTENT_CODES, INSERTS, STYLES
from workbench.services import templates as template_service
from workbench.services.laws import load_rulebooks
from workbench.services.lines import LetterPreview
from workbench.services.office import Desk
from workbench.services.template_preview import FittingCase, fitting_cases, preview_template
from workbench.services.templates import TemplateFinding, TemplateLine, TemplatePage, TemplateState, VersionLine

CHECK_AFTER_MS = 350
"""How long typing rests before the words are checked and the letter is drawn again."""
KEEP_AFTER_MS = 3000
"""How long after the first unkept word the draft is kept; typing on does not put it off."""

_HEIGHT_BELOW = 240
_CHIP_ROOM = 30
_LINE = Qt.ItemDataRole.UserRole + 1
_COLUMN = Qt.ItemDataRole.UserRole + 2
_KEY = re.compile(r"\s*([a-z_]+)\s*=")
_COLOURS = (
    Colouring(re.compile(r"^\s*([A-Za-z_]\w*)\s*="), "blue"),
    Colouring(re.compile(r'"(?:[^"\\]|\\.)*"'), "text"),
    Colouring(re.compile(r'"([a-z_]+)"'), "green"),
    PLACEHOLDERS,
    Colouring(re.compile(r"^\s*\[\[?[^\]]*\]\]?"), "amber", strong=True),
    Colouring(re.compile(r"^\s*#.*"), "muted"),
)


class TemplateEditorPage(Page):
    """One template, from its words to the version that holds."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("templatePage")
        self._kind = LetterKind.ACKNOWLEDGEMENT
        self._language = ""
        self._page: TemplatePage | None = None
        self._round = 0
        self._draft = ""
        self._keeping = self._keep_refused = False
        self._drawing = self._draw_again = False
        self._filling = False
        self._reason = ""
        self._findings: tuple[TemplateFinding, ...] = ()
        self._checked = ""
        self._shown: tuple[TemplateLine, bool] | None = None
        self.editor = TextEditor("templateText", self.tr("Text of the template"), _COLOURS)
        self.paragraphs = ParagraphList()
        self.insert = InsertList()
        self.findings = QListWidget()
        self.preview = PdfPreview("templatePreview", self.tr("A letter made of this template"))
        self.problem = ProblemBox(name="templateProblem")
        self.cases = QComboBox()
        self._build()
        self._check_timer = self._timer(CHECK_AFTER_MS, self._look)
        self._keep_timer = self._timer(KEEP_AFTER_MS, self.keep)
        self._actions()
        self._connect()

    # What is on the page

    def _build(self) -> None:
        self._views = QButtonGroup(self)
        views = QHBoxLayout()
        views.setSpacing(GAP)
        for number, (name, text, label) in enumerate(
            (
                ("templateAsParagraphs", self.tr("&Paragraphs"), self.tr("Show the paragraphs")),
                ("templateAsText", self.tr("&Text of the file"), self.tr("Show the text of the file")),
            )
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAccessibleName(label)
            set_role(button, "chip")
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + _CHIP_ROOM)
            self._views.addButton(button, number)
            views.addWidget(button)
        views.addStretch(1)
        self._kept_label = Label("", role="small", name="templateKept")
        views.addWidget(self._kept_label)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.paragraphs)
        self._stack.addWidget(self.editor)
        words = Card(name="templateWordsCard")
        words.body.addLayout(views)
        words.body.addWidget(self._stack, 1)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setObjectName("templateSplitter")
        left.setChildrenCollapsible(False)
        left.addWidget(words)
        left.addWidget(self._below())
        left.setStretchFactor(0, 1)
        left.setSizes([1000, _HEIGHT_BELOW])
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, ROOM, EDGE, ROOM)
        row.setSpacing(ROOM)
        row.addWidget(left, 5)
        row.addWidget(self._paper(), 4)

    def _below(self) -> QWidget:
        self.findings.setObjectName("templateFindings")
        self.findings.setAccessibleName(self.tr("Findings"))
        self.findings.setWordWrap(True)
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self.findings, "bare")
        self._findings_card = Card(self.tr("Findings"), name="templateFindingsCard")
        self._findings_card.body.addWidget(self.findings, 1)
        insert = Card(self.tr("Insert"), name="templateInsertCard")
        insert.body.addWidget(self.insert, 1)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROOM)
        row.addWidget(self._findings_card, 2)
        row.addWidget(insert, 3)
        below.setMinimumHeight(_HEIGHT_BELOW - 60)
        return below

    def _paper(self) -> QWidget:
        self.cases.setObjectName("templateCase")
        self.cases.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cases.setMinimumContentsLength(18)
        card = Card(name="templatePreviewCard")
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(Label(self.tr("As a letter in &case"), role="field", buddy=self.cases))
        top.addWidget(self.cases, 1)
        card.body.addLayout(top)
        card.body.addWidget(self.problem)
        card.body.addWidget(self.preview, 1)
        return card

    def _timer(self, after_ms: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(slot)
        return timer

    def _actions(self) -> None:
        made: dict[str, QAction] = {}
        for name, text, slot in (
            ("template_history", self.tr("&History…"), self.show_history),
            ("template_compare", self.tr("&Compare with shipped…"), self.compare),
            ("template_reset", self.tr("Set &back…"), self.reset),
            ("template_discard", self.tr("&Discard changes"), self.discard),
            ("template_save", self.tr("&Save…"), self.save),
        ):
            action = QAction(text, self)
            action.setObjectName(name)
            action.setEnabled(False)
            action.triggered.connect(partial(_without_argument, slot))
            self.addAction(action)
            made[name] = action
        made["template_save"].setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self._made = made

    def _connect(self) -> None:
        self._views.idClicked.connect(self.show_view)
        self.editor.edited.connect(self._edited)
        self.editor.line_changed.connect(lambda _line: self._show_allowed())
        self.paragraphs.changed.connect(self._passage_edited)
        self.paragraphs.entered.connect(lambda _number: self._show_allowed())
        self.paragraphs.write_out_wanted.connect(self._write_out)
        self.insert.chosen.connect(self._insert)
        self.findings.itemActivated.connect(self._go_to_finding)
        self.findings.itemClicked.connect(self._go_to_finding)
        self.cases.currentIndexChanged.connect(lambda _index: self._draw())
        self.workspace.jobs.changed.connect(self._something_changed)
        self.workspace.jobs.broke.connect(self._broke)

    # Places

    def show_place(self, place: Place) -> None:
        """Show the template that `tab` names, such as `refusal.en`."""
        self.keep()
        kind, _, language = place.tab.partition(".")
        known = kind in {one.value for one in LetterKind}
        self._kind = LetterKind(kind) if known else LetterKind.ACKNOWLEDGEMENT
        self._language = language
        self._page = None
        self._draft, self._checked, self._reason = "", "", ""
        self._keeping = self._keep_refused = self._drawing = self._draw_again = False
        self._round += 1
        self._findings = ()
        self.findings.clear()
        self.problem.say("")
        self.preview.show_message(self.tr("Drawing the letter…"))
        self._show_heading()
        self.reload()
        self.workspace.jobs.ask(
            partial(fitting_cases, kind=self._kind), partial(self._show_cases, self._round), refused=self._not_opened
        )

    def reload(self) -> None:
        """Read the template again; words that are not saved yet stay as they are."""
        if not self._language:
            self.preview.show_message(self.tr("No template is open. Choose one from the list of templates."))
            return
        query = partial(_open, self._kind, self._language)
        self.workspace.jobs.ask(query, partial(self._opened, self._round), refused=self._not_opened)

    def may_leave(self) -> bool:
        """Return whether every word can be kept: what is not kept yet is kept before the lock, unless that was refused."""
        return not (self.unkept() and self._keep_refused)

    def before_lock(self) -> None:
        """Keep the last words."""
        self.keep(at_once=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the draft when another page is shown."""
        self.keep()
        super().hideEvent(event)

    def _opened(self, round_asked: int, page: TemplatePage) -> None:
        if round_asked != self._round:
            return
        first = self._page is None
        untouched = self._page is not None and self.text() == self._page.body
        self._page = page
        self._draft = page.draft
        if first or untouched:
            self._fill(page.draft if first and page.draft else page.body)
        read_only = self.workspace.read_only
        self.editor.setReadOnly(read_only)
        self.paragraphs.set_read_only(read_only=read_only)
        if first and page.draft:
            self.workspace.notices.say(self.tr("Your changes to this template are not saved yet: here they are."), Tone.INFO)
        self._show_state()
        self._show_allowed()
        if first:
            self._look()
            self._focus()

    def _focus(self) -> None:
        field = self.paragraphs.field_in_hand()
        if self._stack.currentWidget() is self.editor:
            self.editor.setFocus()
        elif field is not None:
            field.setFocus()

    def _not_opened(self, error: WorkbenchError) -> None:
        self.problem.say(self.workspace.words.error(error))
        self.preview.show_message("")

    def _show_cases(self, round_asked: int, cases: tuple[FittingCase, ...]) -> None:
        if round_asked != self._round:
            return
        self.cases.blockSignals(True)  # noqa: FBT003  Qt's signature
        self.cases.clear()
        for one in cases:
            told = f"{one.number}, {one.subject_name}"
            self.cases.addItem(told if one.fits else self.tr("{case} (nothing to tell yet)").format(case=told), one.case_id)
        self.cases.blockSignals(False)  # noqa: FBT003  Qt's signature
        self.cases.setEnabled(bool(cases))
        if not cases:
            self.preview.show_message(self.tr("There is no case yet. A preview needs one; the demo office has some."))
        self._draw()

    # Words

    def text(self) -> str:
        """Return the text as it would be saved."""
        return template_service.normal(self.editor.text())

    def dirty(self) -> bool:
        """Return whether the words differ from those that hold."""
        return self._page is not None and self.text() != self._page.body

    def unkept(self) -> bool:
        """Return whether there are words that neither hold nor are kept as a draft."""
        return self._page is not None and self._wanted_draft() != self._draft

    def show_view(self, number: int) -> None:
        """Show the paragraphs (0) or the text of the file (1), at the same place."""
        if number == self._stack.currentIndex():
            return
        if number == 0:
            self.paragraphs.show_text(self.editor.text())
            self.paragraphs.show_findings(self._findings)
            self.paragraphs.go_to_line(self.editor.line())
        else:
            field = self.paragraphs.number_in_hand()
            if field is not None:
                self.editor.go_to(self.paragraphs.passages()[field].statement.line)
        self._stack.setCurrentIndex(number)
        self._views.button(number).setChecked(True)
        self._focus()
        self._show_allowed()

    def _fill(self, text: str) -> None:
        self._filling = True
        self.editor.show_text(text.removesuffix("\n"))
        self.paragraphs.show_text(self.editor.text())
        self._filling = False

    def _edited(self) -> None:
        if self._filling:
            return
        if self._stack.currentWidget() is self.paragraphs:
            self.paragraphs.show_text(self.editor.text())
        self._changed()

    def _passage_edited(self, number: int, words: str) -> None:
        """Put the new words of a passage into the text of the file."""
        if self._filling:
            return
        old = self.editor.text()
        passage = self.paragraphs.passages()[number]
        new = with_passage(old, passage, words)
        if new == old:
            return
        self._filling = True
        statement = passage.statement
        line = new.split("\n")[statement.line - 1]
        self.editor.replace_lines(statement.line, statement.end_line, line)
        self._filling = False
        self.paragraphs.show_text(self.editor.text())
        self._changed()

    def _write_out(self, line: int) -> None:
        """Put the words of a shared part into the text of this template."""
        old = self.editor.text()
        new = template_service.write_out(old, line, self._kind, self._language)
        if new == old:
            return
        self.editor.replace_text(new)
        self.paragraphs.go_to_line(line)

    def _changed(self) -> None:
        self._check_timer.start()
        if not self._keep_timer.isActive():
            self._keep_timer.start()
        self._show_state()
        self._offer_names()

    def _insert(self, words: str) -> None:
        if self.workspace.read_only:
            return
        field = self.editor if self._stack.currentWidget() is self.editor else self.paragraphs.field_in_hand()
        if field is not None:
            field.insert(words)

    def _show_allowed(self) -> None:
        raw = self._stack.currentWidget() is self.editor
        part = part_at(self.editor.text(), self.editor.line())
        number = self.paragraphs.number_in_hand()
        if not raw and number is not None:
            part = self.paragraphs.passages()[number].part
        shared = template_service.shared_parts(self._language) if self._language else ()
        allowed, places = self._with_places(allowed_in(part))
        self.insert.show_allowed(allowed, shared, places, raw=raw)
        self._offer_names()

    def _with_places(self, allowed: Allowed) -> tuple[Allowed, tuple[str, ...]]:
        """Return what may be named without the places that the text has not declared, and those."""
        declared = {one.words("name") for one in parts_of(self.editor.text()) if one.path == "insert"}
        undeclared = tuple(name for name in INSERTS if name not in declared)
        kept = {
            kind: {name: group for name, group in names.items() if name not in undeclared or group}
            for kind, names in (("placeholders", allowed.placeholders), ("flags", allowed.flags))
        }
        return replace(allowed, placeholders=kept["placeholders"], flags=kept["flags"]), undeclared

    def _offer_names(self) -> None:
        """Offer for the line of the cursor what may be named in it."""
        text, line = self.editor.text(), self.editor.line()
        allowed, places = self._with_places(allowed_in(part_at(text, line)))
        key = _KEY.match(text.split("\n")[line - 1])
        names: dict[str, Sequence[str]] = {
            "when": sorted(allowed.flags),
            "for_each": sorted(allowed.groups),
            "style": sorted(STYLES),
            "provides": sorted(CONTENT_CODES),
            "name": places,
            "use": template_service.shared_parts(self._language) if self._language else (),
        }
        self.editor.offer({"{": sorted(allowed.placeholders), '"': names.get(key.group(1), ()) if key is not None else ()})

    # Checking and drawing

    def _look(self) -> None:
        """Check the words, and draw the letter."""
        if self._page is None:
            return
        self._check_timer.stop()
        text = self.text()
        work = partial(template_service.check_text, text, self._kind, self._language, rulebooks=load_rulebooks())
        self.workspace.jobs.work(work, partial(self._show_findings, self._round, text))

    def _show_findings(self, round_asked: int, text: str, found: tuple[TemplateFinding, ...]) -> None:
        if round_asked != self._round:
            return
        if text != self.text():
            self._check_timer.start()
            return
        self._findings, self._checked = found, text
        self.findings.clear()
        for one in found:
            place = self.tr("Line {line}: {what}") if one.line > 1 or one.column > 1 else "{what}"
            item = QListWidgetItem(place.format(line=one.line, what=finding_words(one)))
            item.setData(_LINE, one.line)
            item.setData(_COLUMN, one.column)
            self.findings.addItem(item)
        faults = sum(one.fault for one in found)
        told = self.tr("%n fault(s)", "", faults) if faults else self.tr("nothing wrong")
        self._findings_card.set_remark(told)
        self.editor.show_marks([_mark(one) for one in found])
        self.paragraphs.show_findings(found)
        self._show_state()
        if faults:
            self.problem.say(self.tr("The letter shows the words as they were before the faults."))
        else:
            self._draw()

    def _go_to_finding(self, item: QListWidgetItem) -> None:
        line, column = int(item.data(_LINE)), int(item.data(_COLUMN))
        if self._stack.currentWidget() is self.paragraphs and self.paragraphs.go_to_line(line):
            return
        if self._stack.currentWidget() is self.paragraphs:
            self.show_view(1)
        self.editor.go_to(line, column)
        self.editor.setFocus()

    def _draw(self) -> None:
        case_id = self.cases.currentData()
        sound = self._checked == self.text() and not any(one.fault for one in self._findings)
        if self._page is None or case_id is None or not sound:
            return
        if self._drawing:
            self._draw_again = True
            return
        self._drawing = True
        query = partial(_preview, int(case_id), self._kind, self._language, self._checked)
        self.workspace.jobs.ask(query, partial(self._drawn, self._round), refused=partial(self._not_drawn, self._round))

    def _drawn(self, round_asked: int, preview: LetterPreview) -> None:
        if round_asked != self._round:
            return
        self._drawing = False
        self.problem.say("\n".join(self._problem_words(preview)))
        if preview.pdf:
            self.preview.show_pdf(preview.pdf)
        elif not self.preview.data:
            self.preview.show_message(self.tr("The letter cannot be drawn. What stands in the way is said above."))
        self._catch_up()

    def _problem_words(self, preview: LetterPreview) -> list[str]:
        """Return what keeps this letter of this case from being issued."""
        told = [self.workspace.words.error(one) for one in preview.errors if not isinstance(one, LetterIncompleteError)]
        missing = [f"{word('required', one.code)} ({one.source})" for one in preview.required if not one.present]
        if missing:
            told.append(self.tr("In this case the letter would lack: {contents}").format(contents="; ".join(missing)))
        return list(dict.fromkeys(told))

    def _not_drawn(self, round_asked: int, error: WorkbenchError) -> None:
        if round_asked != self._round:
            return
        self._drawing = False
        self.problem.say(self.workspace.words.error(error))
        self._catch_up()

    def _catch_up(self) -> None:
        if self._draw_again:
            self._draw_again = False
            self._draw()

    # Keeping

    def keep(self, *, at_once: bool = False) -> None:
        """Keep the words as a draft now, if there is anything to keep; `at_once` also while an earlier keeping is under way."""
        self._keep_timer.stop()
        if not self.unkept() or self.workspace.read_only or (self._keeping and not at_once):
            return
        self._keeping = True
        draft = self._wanted_draft()
        command = DraftTemplate(kind=self._kind, language=self._language, body=draft)
        self.workspace.jobs.run(
            partial(template_service.draft_template, command),
            then=partial(self._draft_kept, self._round, draft),
            refused=partial(self._draft_refused, self._round),
        )

    def _wanted_draft(self) -> str:
        return self.text() if self.dirty() else ""

    def _draft_kept(self, round_asked: int, draft: str, _changes: Changes) -> None:
        if round_asked != self._round:
            return
        self._keeping = self._keep_refused = False
        self._draft = draft
        if self.unkept():
            self._keep_timer.start()
        self._show_state()

    def _draft_refused(self, round_asked: int, error: WorkbenchError) -> None:
        if round_asked != self._round:
            return
        self._keeping, self._keep_refused = False, True
        self.problem.say(self.workspace.words.error(error))

    # Saving, comparing, setting back

    def save(self) -> None:
        """Open the dialog that saves the words as a new version."""
        if self._page is None or not self._made["template_save"].isEnabled():
            return
        dialog = SaveTemplateDialog(
            self.workspace, self._kind, self._language, self.text(), self.workspace.now(), reason=self._reason, parent=self
        )
        present(dialog, self.workspace, template_service.save_template, then=self._saved)

    def _saved(self, _changes: Changes) -> None:
        self._reason, self._draft = "", ""
        self.workspace.notices.say(self.tr("The template is saved. It holds for every letter that is not issued yet."))
        self.reload()

    def compare(self) -> None:
        """Show the shipped text and the words on the page side by side."""
        if self._page is None:
            return
        lines = template_service.compare(self._page.shipped, self.text())
        CompareDialog(self._named(), lines, left=self.tr("Shipped text"), right=self.tr("On the page"), parent=self).open()

    def reset(self) -> None:
        """Show what setting back would change, and open the dialog that does it."""
        if self._page is None or not self._made["template_reset"].isEnabled():
            return
        lines = template_service.compare(self._page.body, self._page.shipped)
        dialog = ResetTemplateDialog(self.workspace, self._kind, self._language, lines, self.workspace.now(), parent=self)
        present(dialog, self.workspace, template_service.reset_template, then=self._set_back)

    def _set_back(self, _changes: Changes) -> None:
        if self._page is not None:
            self._draft = ""
            self._fill(self._page.shipped)
        self.workspace.notices.say(self.tr("The shipped text holds again. The office's text is in the history."))
        self.reload()
        self._look()

    def discard(self) -> None:
        """Give up the words that are not saved, after asking."""
        if not self.dirty():
            return
        ask(
            self,
            self.tr("Discard the changes?"),
            self.tr("What you have changed and not saved is lost. The text that holds stays."),
            yes=self.tr("Discard"),
            then=self._discarded,
        )

    def _discarded(self) -> None:
        if self._page is not None:
            self.editor.replace_text(self._page.body.removesuffix("\n"))
            self.keep()

    def show_history(self) -> None:
        """Show every version, to see and to restore."""
        if self._page is None:
            return
        dialog = HistoryDialog(self.workspace, self._named(), self._page.history, self.text(), parent=self)
        dialog.restore_wanted.connect(self._restore)
        dialog.open()

    def _restore(self, line: VersionLine) -> None:
        if self._page is None:
            return
        text = line.body or self._page.shipped
        self.editor.replace_text(text.removesuffix("\n"))
        if line.number != template_service.SHIPPED:
            self._reason = self.tr("Version {number} restored").format(number=line.number)

    # Heading

    def _named(self) -> str:
        return f"{word('letter', self._kind.value)}, {language_name(self._language)}"

    def _show_state(self) -> None:
        page = self._page
        dirty, writes = self.dirty(), not self.workspace.read_only
        sound = self._checked == self.text() and not any(one.fault for one in self._findings)
        self._made["template_history"].setEnabled(page is not None)
        self._made["template_compare"].setEnabled(page is not None and self.text() != page.shipped)
        self._made["template_reset"].setEnabled(writes and page is not None and page.body != page.shipped)
        self._made["template_discard"].setEnabled(writes and dirty)
        save = self._made["template_save"]
        save.setEnabled(writes and dirty and sound)
        save.setStatusTip("" if save.isEnabled() else self._why_not(dirty=dirty, sound=sound))
        told = self.tr("Not saved") if dirty else ""
        if dirty and not self.unkept():
            told = self.tr("Not saved; kept as a draft")
        self._kept_label.setText(told)
        self._show_heading()

    def _why_not(self, *, dirty: bool, sound: bool) -> str:
        if self.workspace.read_only:
            return self.tr("The office is open for reading only.")
        if not dirty:
            return self.tr("Nothing was changed.")
        return "" if sound else self.tr("Correct the faults first; they are listed below the words.")

    def _show_heading(self) -> None:
        page = self._page
        if page is None:
            self._shown = None
            self.set_heading(self._named() if self._language else self.tr("Template"))
            return
        if self._shown == (page.line, self.dirty()):
            return  # the header is made anew with every heading: not with every key
        self._shown = (page.line, self.dirty())
        line = page.line
        chips = [(word("template_state", line.state.value), STATE_TONES[line.state])]
        if self.dirty():
            chips.append((self.tr("not saved"), Tone.SOON))
        told = word("template_state_help", line.state.value)
        if line.changed_at is not None and line.state is TemplateState.OFFICE:
            when = formats.instant(line.changed_at, self.workspace.zone)
            told = self.tr("Version {number}, saved on {when} by {officer}: {reason}").format(
                number=line.number, when=when, officer=line.officer_name, reason=line.reason
            )
        self.set_heading(self._named(), told, chips=chips, buttons=list(self._made.values()))

    def _broke(self, _report: str) -> None:
        """Let drawing and keeping go on after a fault of the program: what was under way will not come back."""
        self._drawing = self._draw_again = self._keeping = False

    def _something_changed(self, changes: Changes) -> None:
        if self._page is not None and changes.settings:
            self.reload()


def _without_argument(slot: object, _checked: object = None) -> None:
    if callable(slot):
        slot()


def _mark(finding: TemplateFinding) -> Mark:
    tone = Tone.LATE if finding.fault else Tone.SOON
    whole_line = not finding.name or finding.column == 1
    return Mark(finding.line, finding.column, 400 if whole_line else len(finding.name), tone)


def _open(kind: LetterKind, language: str, desk: Desk) -> TemplatePage:
    return template_service.template_page(desk, kind, language)


def _preview(case_id: int, kind: LetterKind, language: str, text: str, desk: Desk) -> LetterPreview:
    return preview_template(desk, case_id, kind, language, text)
