"""The letter composer: the words at the left, the paper as it will be printed at the right.

What is typed is kept as a draft a few seconds later, so that a crash loses no more than that. The preview follows the words;
a problem with them is said above the form and never takes them away. An issued letter can only be read, saved, printed and sent; what
in a draft names somebody else is said at once, and stops the issue until it is mended or answered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.delivery import DeliveryDialog
from ui.dialogs.dispatch import DispatchDialog
from ui.dialogs.guard import GuardDialog, mismatch_words
from ui.dialogs.paper_output import PaperOutput
from ui.dialogs.returned import ReturnDialog
from ui.formats import instant, size
from ui.models.letters import STATE_TONES
from ui.models.remark import Remark
from ui.navigation import Place
from ui.pages.letter_form import FIELD_NAMES, LetterForm
from ui.pages.letter_outgoing import LetterOutgoing
from ui.safe import Label, plain
from ui.style.chips import Tone
from ui.style.spacing import EDGE, ROOM
from ui.widgets.card import Card, ProblemBox
from ui.widgets.checklist import Check, CheckLine, Checklist
from ui.widgets.order_list import Choosable, OrderList
from ui.widgets.page import Page, scrolled
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.remarks import Remarks
from workbench.domain.changes import Changes
from workbench.domain.commands import ApproveLetter, ComposeLetter, ReviseLetter
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import (
    FAILED_DELIVERY,
    TO_AUTHORITIES,
    TO_OTHERS,
    Dispatch,
    Letter,
    LetterFields,
    LetterIncompleteError,
    LetterKind,
    LetterState,
)
from workbench.domain.phases import LETTERS_OF, Act
from workbench.domain.rulebooks import pick
from workbench.domain.templates import OwnWords
from workbench.services import cases as case_service
from workbench.services import dispatch as dispatch_service
from workbench.services import letters as letter_service
from workbench.services.guard import WrongPersonError
from workbench.services.letters import AddressedAuthority
from workbench.services.lines import CasePage, LetterPreview, Mismatch, RequiredContent
from workbench.services.office import Desk
from workbench.services.templates import version_words

PREVIEW_AFTER_MS = 350
"""How long typing rests before the preview is drawn again."""
KEEP_AFTER_MS = 3000
"""How long after the first unkept word the draft is kept; typing on does not put it off."""
FORM_WIDTH = 446
REASON_PLACE = "reason_"
"""How the place of a decision's reason begins; the right follows."""
_LONGEST_SHOWN = 400
"""Characters of the officer's words that are shown beside the paper, where all of them stand."""


class Standing(StrEnum):
    """What the page shows."""

    NOTHING = "nothing"
    NEW = "new"
    DRAFT = "draft"
    ISSUED = "issued"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class _Opened:
    page: CasePage
    letter: Letter | None
    data: bytes
    authorities: tuple[AddressedAuthority, ...] = ()


def _open(place: Place, desk: Desk) -> _Opened:
    letter = letter_service.load_letter(desk, place.letter_id) if place.letter_id is not None else None
    case_id = letter.case_id if letter is not None else place.case_id
    page = case_service.case_page(desk, case_id or 0)
    issued = letter is not None and letter.state is not LetterState.DRAFT
    data = letter_service.letter_pdf(desk, letter.id) if letter is not None and issued else b""
    return _Opened(page, letter, data, letter_service.authorities_of(desk, page.case.id))


class _WhileShown(QObject):
    """Does something while a page is on the screen.

    The actions outlive the page: a store that is locked and opened again makes another one. As a child of its page this goes with it,
    and so does its connection; a plain callable would stay connected to a page that is gone.
    """

    def __init__(self, slot: Callable[[], None], page: QWidget) -> None:
        super().__init__(page)
        self._slot, self._page = slot, page

    def run(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's triggered carries it
        """Do it, if the page is shown."""
        if self._page.isVisible():
            self._slot()


class LetterPage(Page):
    """One letter, from the first word to the proof of sending."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._place = Place("letter")
        self._case: CasePage | None = None
        self._letter: Letter | None = None
        self._data = b""
        self._suggested = LetterFields(addressee=())
        self._kept: tuple[str, LetterFields] | None = None
        self._refill: tuple[str, ...] = ()
        self._round = 0
        self._drawing = False
        self._draw_again = False
        self._keeping = False
        self._then_approve = False
        self._chosen_kind: LetterKind | None = None
        self._addressed: tuple[LetterKind, str] | None = None
        self._said: dict[str, str] = {}
        self._begun = False
        self._keep_refused = False
        self._made: list[int] = []
        self._authorities: tuple[AddressedAuthority, ...] = ()
        self.form = LetterForm(workspace)
        self.output = PaperOutput(workspace, self)
        self.checks = Checklist("letterMustContain", self.tr("What the letter must contain"))
        self.strangers = Remarks("letterStrangers", self.tr("What points at somebody else"), tone="late")
        self.own_words = Remarks("letterOwnWords", self.tr("What differs from the template"))
        self.enclosures = OrderList("letterEnclosures", self.tr("Files that go with the letter"))
        self.outgoing = LetterOutgoing(workspace, self)
        self.preview = PdfPreview("letterPreview", self.tr("The letter as it will be printed"))
        self.problem = ProblemBox(name="letterProblem")
        self._build()
        self._draw_timer = self._timer(PREVIEW_AFTER_MS, self._draw)
        self._keep_timer = self._timer(KEEP_AFTER_MS, self.keep)
        self._actions()
        self.form.edited.connect(self._words_changed)
        self.enclosures.edited.connect(self._words_changed)
        self.form.choice_changed.connect(self._choice_changed)
        workspace.jobs.changed.connect(self._something_changed)
        workspace.jobs.broke.connect(self._broke)

    # What is on the page

    def _build(self) -> None:
        self._kept_label = Label("", role="small", wrap=True, name="letterKept")
        self._case_button = QPushButton()
        self._case_button.setObjectName("letterCase")
        self._case_button.setProperty("role", "link")
        self._case_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._case_button.clicked.connect(self._go_to_case)
        self._form_card = Card(name="letterFormCard")
        self._form_card.body.addWidget(self.form)
        self._enclosures_label = Label(self.tr("E&nclosures"), role="field", buddy=self.enclosures)
        self._form_card.body.addWidget(self._enclosures_label)
        self._form_card.body.addWidget(self.enclosures)
        self._form_card.body.addWidget(self._kept_label)
        self._form_card.body.addWidget(self._case_button)
        self._checks_card = Card(self.tr("Must contain"), name="letterMustContainCard")
        self._checks_card.body.addWidget(self.checks)
        self._strangers_card = Card(self.tr("Points at somebody else"), name="letterStrangersCard", tone=Tone.LATE)
        self._strangers_card.body.addWidget(self.strangers)
        self._strangers_card.hide()
        self._own_card = Card(self.tr("Differs from the template"), name="letterOwnWordsCard")
        self._own_card.body.addWidget(self.own_words)
        self._own_card.hide()
        self._facts_card = Card(self.tr("Issued"), name="letterFactsCard")
        self._facts = Label("", wrap=True, selectable=True, name="letterFacts")
        self._digest = Label("", role="small", wrap=True, selectable=True, name="letterDigest")
        self._facts_card.body.addWidget(self._facts)
        self._facts_card.body.addWidget(self._digest)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(EDGE, ROOM + 4, ROOM // 2, ROOM + 4)
        column.setSpacing(ROOM)
        cards = (self._facts_card, self.outgoing.card, self._strangers_card, self._form_card, self._checks_card, self._own_card)
        for widget in (self.problem, *cards):
            column.addWidget(widget)
        column.addStretch(1)
        area = scrolled(left, name="letterLeft")
        area.setFixedWidth(FORM_WIDTH)
        right = Card(name="letterPreviewCard")
        right.body.addWidget(self.preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(area)
        paper = QVBoxLayout()
        paper.setContentsMargins(ROOM // 2, ROOM + 4, EDGE, ROOM + 4)
        paper.addWidget(right)
        row.addLayout(paper, 1)

    def _timer(self, after_ms: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(slot)
        return timer

    def _actions(self) -> None:
        self._keep_action = QAction(self.tr("Save &draft"), self)
        self._keep_action.setObjectName("save_draft")
        self._keep_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self._keep_action.triggered.connect(lambda _checked: self.keep_asked())
        self.addAction(self._keep_action)
        for name, slot in (
            ("approve", self.approve),
            ("dispatch", self.dispatch),
            ("record_delivery", self.deliver),
            ("record_return", self.take_back),
            ("save_pdf", self.save),
            ("print", self.print),
            ("correct", self.correct),
            *self.outgoing.slots(),
        ):
            self.workspace.actions[name].triggered.connect(_WhileShown(slot, self).run)

    # Places

    def show_place(self, place: Place) -> None:
        """Show a letter, or a new one of the kind in `tab` for a case."""
        self.keep()
        self._place = place
        self._case, self._letter, self._data, self._kept = None, None, b"", None
        self._suggested = LetterFields(addressee=())
        self._refill, self._chosen_kind, self._said = (), None, {}
        self._authorities = ()
        self._begun, self._keep_refused, self._made = False, False, []
        self._round += 1
        self._drawing = self._draw_again = self._keeping = self._then_approve = False
        self.problem.say("")
        self.checks.show_lines(())
        self._show_strangers(())
        self._show_own_words(())
        self.enclosures.show_things((), ())
        self.preview.show_message(self.tr("Drawing the letter…"))
        self.form.setEnabled(False)
        self.set_heading(self.tr("Letter"))
        self.reload()

    def reload(self) -> None:
        """Read the letter and its case again; words that are not kept yet stay as they are."""
        if self._place.letter_id is None and self._place.case_id is None:
            self.preview.show_message(self.tr("No letter is open. Choose one from the list of letters."))
            return
        opened = partial(self._opened, self._round)
        self.workspace.jobs.ask(partial(_open, self._place), opened, refused=self._not_opened)

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

    def standing(self) -> Standing:
        """Return what the page shows."""
        if self._case is None:
            return Standing.NOTHING
        if self._letter is None:
            return Standing.NEW
        states = {LetterState.DRAFT: Standing.DRAFT, LetterState.ISSUED: Standing.ISSUED, LetterState.DISPATCHED: Standing.SENT}
        return states[self._letter.state]

    def _opened(self, round_asked: int, opened: _Opened) -> None:
        if round_asked != self._round:
            return
        first = self._case is None
        unkept = self.unkept()
        self._case, self._letter, self._data = opened.page, opened.letter, opened.data
        self._authorities = opened.authorities
        self.form.offer_laws(opened.authorities, wanted=self._place.law if first else "")
        self._offer_kinds()
        if self.standing() in {Standing.ISSUED, Standing.SENT}:
            self._show_issued()
        elif opened.letter is None:
            if first and self._open_draft(opened.page):
                return
            if first:
                self.form.set_language(self._language_of_case())
                self._refill = FIELD_NAMES
                self._addressed = (self.form.kind(), self.form.law())
        elif first or not unkept:
            self._show_draft(opened.letter, first=first)
        editable = self.standing() in {Standing.NEW, Standing.DRAFT} and not self.workspace.read_only
        self.form.setEnabled(True)
        self.form.set_read_only(read_only=not editable)
        self._offer_enclosures(editable=editable)
        self._show_heading()
        self._show_kept()
        if first:
            (self.form.free_text if editable else self.preview).setFocus()
        if self.standing() in {Standing.NEW, Standing.DRAFT}:
            self._facts_card.hide()
            self.outgoing.show_letter(None, b"", may_write=False)
            self._checks_card.show()
            self._draw()
            self._keep_soon()
            self._approve_now()

    def _open_draft(self, page: CasePage) -> bool:
        """Open the draft of the kind that was asked for where the case has one; returns whether it has."""
        law, usual = self._place.law, page.case.laws[0].law
        drafts = [
            one
            for one in page.letters
            if one.kind is self.form.kind() and one.state is LetterState.DRAFT and (not law or law == (one.fields.law or usual))
        ]
        if not drafts:
            return False
        self._case = None
        self._place = Place("letter", case_id=page.case.id, letter_id=drafts[-1].id)
        if self.isVisible():
            self.workspace.navigation.note(self._place)
        told = self.tr("The case has a draft of this letter already, {number}: here it is.")
        self.workspace.notices.say(told.format(number=drafts[-1].number), Tone.INFO)
        self.reload()
        return True

    def _show_draft(self, letter: Letter, *, first: bool) -> None:
        self.form.set_language(letter.language)
        self.form.show_fields(letter.fields)
        self._show_enclosures(letter.fields.enclosures)
        self._kept = (letter.language, self._fields())
        self._addressed = (letter.kind, self.form.law())
        if first:
            bare = LetterFields(addressee=(), law=letter.fields.law)
            query = partial(_preview, letter.case_id, letter.number, letter.kind, letter.language, bare)
            came = partial(self._suggestions_came, self._round)
            self.workspace.jobs.ask(query, came, refused=partial(self._not_drawn, self._round))

    def _not_opened(self, error: WorkbenchError) -> None:
        self.problem.say(self.workspace.words.error(error))
        self.preview.show_message("")
        self.set_heading(self.tr("Letter"))

    def _language_of_case(self) -> str:
        """Return the language to write in: the authority's where the letter goes to one, else that of the case."""
        asked = self._case.case.request.language if self._case is not None else ""
        if self.form.kind() in TO_AUTHORITIES:
            law = self.form.law()
            named = (one for one in self._authorities if one.name and law in {"", one.law})
            asked = next((one.language_for(self.form.kind()) for one in named), asked)
        known = self.form.language_box.findData(asked) >= 0
        return asked if known else str(self.form.language_box.itemData(0))

    def _offer_kinds(self) -> None:
        if self._case is None:
            return
        if self._letter is not None:
            self.form.offer_kinds((), self._letter.kind, fixed=True)
            return
        offered = tuple(kind for kind in LetterKind if kind in LETTERS_OF[self._case.case.kind])
        asked = self._place.tab if self._place.tab in {kind.value for kind in LetterKind} else offered[0].value
        self.form.offer_kinds(offered, self._chosen_kind or LetterKind(asked), fixed=False)

    def _show_heading(self) -> None:
        if self._case is None:
            return
        kind = self.workspace.words.word("letter", self.form.kind().value)
        subject = self._case.case.subject.name
        told = self.tr("{kind} to {person}, {case}").format(kind=kind, person=subject, case=self._case.case.number)
        if self.form.kind() in TO_OTHERS:
            told = self.tr("{kind}, {case}").format(kind=kind, case=self._case.case.number)
        title, chips = self.tr("New letter"), [(self.tr("not kept yet"), Tone.CALM)]
        if self._letter is not None:
            title = self.tr("Letter {number}").format(number=self._letter.number)
            chips = [(self.workspace.words.word("letter_state", self._letter.state.value), STATE_TONES[self._letter.state])]
        self.set_heading(title, told, chips=chips, buttons=self._buttons())
        name = self.tr("Open case {number}").format(number=self._case.case.number)
        self._case_button.setText(plain(name))
        self._case_button.setAccessibleName(name)

    def _buttons(self) -> list[QAction]:
        actions = self.workspace.actions
        standing = self.standing()
        self._keep_action.setEnabled(standing in {Standing.NEW, Standing.DRAFT} and not self.workspace.read_only)
        if self.isVisible():
            actions.permit_letter(self._usable())
        if standing in {Standing.NEW, Standing.DRAFT}:
            return [self._keep_action, actions["approve"]]
        shown = ["save_pdf", "print"] if standing is not Standing.NOTHING else []
        if standing is Standing.ISSUED:
            shown.append("dispatch")
        elif standing is Standing.SENT and self._open_sending():
            shown.append("record_delivery")
        return [actions[name] for name in shown]

    def _usable(self) -> frozenset[str]:
        """Return which actions of the letter menu can be used now."""
        standing = self.standing()
        if standing in {Standing.NEW, Standing.DRAFT}:
            return frozenset({"approve"} if self._may("approve") else ())
        if self._letter is None:
            return frozenset()
        names = {"save_pdf", "print", *self.outgoing.usable()}
        if standing is Standing.ISSUED and self._may("dispatch"):
            names.add("dispatch")
        if standing is Standing.SENT and self._open_sending() and not self.workspace.read_only:
            names |= {"record_delivery", "record_return"}
        if self._may("compose") and not self._corrected_by():
            names.add("correct")
        return frozenset(names)

    def _open_sending(self) -> bool:
        """Return whether it is not known yet what became of the newest sending."""
        return self._letter is not None and self._letter.dispatch is not None and not _known(self._letter.dispatch)

    def _corrected_by(self) -> str:
        """Return the number of the letter that replaces this one, or nothing."""
        if self._letter is None or self._case is None:
            return ""
        number = self._letter.number
        return next((one.number for one in self._case.letters if one.corrects == number), "")

    def _may(self, name: str) -> bool:
        if self._case is None or self.workspace.read_only:
            return False
        return Act(name) in self._case.permitted

    # Words

    def _words_changed(self) -> None:
        self._begun = True
        self._draw_timer.start()
        if not self._keep_timer.isActive():
            self._keep_timer.start()
        self._show_kept()

    def _fields(self) -> LetterFields:
        """Return the words of the form with the files that are chosen."""
        return replace(self.form.fields(), enclosures=self.enclosures.chosen())

    def _offer_enclosures(self, *, editable: bool) -> None:
        files = self._case.evidence if self._case is not None else ()
        offered = bool(files) or bool(self.enclosures.chosen())
        self._enclosures_label.setVisible(offered)
        self.enclosures.setVisible(offered)
        self.enclosures.set_read_only(read_only=not editable)
        if editable:
            self._show_enclosures(self.enclosures.chosen())

    def _show_enclosures(self, chosen: Sequence[int]) -> None:
        """Offer the files of the case, the chosen ones first."""
        files = self._case.evidence if self._case is not None else ()
        words = self.workspace.words
        things = [
            Choosable(one.id, one.name, f"{one.name}\n{words.word('evidence_kind', one.kind.value)}, {size(one.size)}")
            for one in files
        ]
        self.enclosures.show_things(things, chosen)

    def _choice_changed(self) -> None:
        self._follow_authority()
        self._chosen_kind = self.form.kind()
        fields, suggested = self.form.fields(), self._suggested
        self._refill = tuple(name for name in FIELD_NAMES if getattr(fields, name) == getattr(suggested, name))
        self._show_heading()
        self._words_changed()
        self._draw()

    def _follow_authority(self) -> None:
        """Choose the authority's language when another kind of letter to one, or another law, was chosen."""
        chosen = (self.form.kind(), self.form.law())
        if self.form.kind() in TO_AUTHORITIES and chosen != self._addressed:
            self.form.set_language(self._language_of_case())
        self._addressed = chosen

    def _wanted(self) -> LetterFields:
        """Return the fields to draw: those that follow the kind and the language are left empty, to be suggested anew."""
        fields = self._fields()
        emptied: dict[str, Any] = {name: () if name == "addressee" else "" for name in self._refill}
        return replace(fields, **emptied)

    # Preview

    def _draw(self) -> None:
        if self._case is None or self.standing() not in {Standing.NEW, Standing.DRAFT}:
            return
        self._draw_timer.stop()
        if self._drawing:
            self._draw_again = True
            return
        self._drawing = True
        number = self._letter.number if self._letter is not None else ""
        query = partial(_preview, self._case.case.id, number, self.form.kind(), self.form.language(), self._wanted())
        drawn = partial(self._drawn, self._round, self._refill, self.form.fields())
        self.workspace.jobs.ask(query, drawn, refused=partial(self._not_drawn, self._round))

    def _drawn(self, round_asked: int, refill: tuple[str, ...], asked: LetterFields, preview: LetterPreview) -> None:
        if round_asked != self._round:
            return
        self._drawing = False
        if refill:
            self._suggest(preview.fields, only=refill)
            now = self.form.fields()
            untouched = tuple(name for name in refill if getattr(now, name) == getattr(asked, name))
            self.form.show_fields(replace(preview.fields, inserts=now.inserts), only=untouched)
            self._refill = tuple(name for name in self._refill if name not in refill)
        if not self._draw_again:
            self.form.show_places(preview.places, preview.fields)
        self._keep_soon()
        self._say("draw", "\n".join(self._problem_words(preview)))
        self.checks.show_lines([self._check_line(one) for one in preview.required])
        self._show_strangers(preview.mismatches)
        self._show_own_words(preview.own_words)
        self.form.show_places(preview.places, preview.fields)
        if preview.pdf:
            self.preview.show_pdf(preview.pdf)
        elif not self.preview.data:
            self.preview.show_message(self.tr("The letter cannot be drawn yet. What stands in the way is said at the left."))
        self._catch_up()

    def _suggest(self, fields: LetterFields, *, only: Sequence[str] = FIELD_NAMES) -> None:
        """Remember what the case and the settings suggest, to see later which words are still theirs."""
        self._suggested = replace(self._suggested, **{name: getattr(fields, name) for name in only})

    def _suggestions_came(self, round_asked: int, preview: LetterPreview) -> None:
        if round_asked == self._round:
            self._suggest(preview.fields)

    def _not_drawn(self, round_asked: int, error: WorkbenchError) -> None:
        if round_asked != self._round:
            return
        self._drawing = False
        self._say("draw", self.workspace.words.error(error))
        if not self.preview.data:
            self.preview.show_message(self.tr("The letter cannot be drawn yet. What stands in the way is said at the left."))
        self._catch_up()

    def _catch_up(self) -> None:
        if self._draw_again:
            self._draw_again = False
            self._draw()

    def _say(self, what: str, text: str) -> None:
        """Say what is wrong with the drawing or with the last act; each replaces only what it said itself."""
        self._said[what] = text
        self.problem.say("\n".join(dict.fromkeys(one for one in self._said.values() if one)))

    def _problem_words(self, preview: LetterPreview) -> list[str]:
        """Return the problems in words; what the letter lacks is shown in the list of what it must contain."""
        words = self.workspace.words
        return [words.error(error) for error in preview.errors if not isinstance(error, LetterIncompleteError)]

    def _check_line(self, content: RequiredContent) -> CheckLine:
        text = self.workspace.words.word("required", content.code)
        small = content.source or pick(content.why, self.workspace.words.language)
        if content.remark:
            small = "\n".join(part for part in (small, self.workspace.words.word("content_remark", content.remark)) if part)
        return CheckLine(text, Check.THERE if content.present else Check.MISSING, small)

    def _show_strangers(self, found: Sequence[Mismatch]) -> None:
        words = self.workspace.words
        self.strangers.show_remarks(
            [Remark(words.word("mismatch_where", one.where), mismatch_words(one, words)) for one in found]
        )
        self._strangers_card.setVisible(bool(found))

    def _show_own_words(self, found: Sequence[OwnWords]) -> None:
        """Show the approver what the officer wrote or changed, and what the letter would say without it."""
        remarks = []
        for one in found:
            instead = self.tr("The template says: {words}").format(words=_shortened(one.suggested)) if one.suggested else ""
            remarks.append(Remark(self._place_name(one), _shortened(one.text), instead))
        self.own_words.show_remarks(remarks)
        self._own_card.setVisible(bool(remarks))

    def _place_name(self, one: OwnWords) -> str:
        """Return the name of the place where the officer's words stand."""
        names = {
            "addressee": self.tr("Addressee"),
            "salutation": self.tr("Salutation"),
            "signatory": self.tr("Signatory"),
            "signatory_title": self.tr("Title of the signatory"),
            "free_text": self.form.free_text.accessibleName(),
        }
        if one.place.startswith(REASON_PLACE):
            right = self.workspace.words.word("right", one.place.removeprefix(REASON_PLACE))
            return self.tr("Reason of the decision: {right}").format(right=right)
        return one.label or names.get(one.place, one.place)

    # Keeping

    def unkept(self) -> bool:
        """Return whether a word on the form is not in the store yet."""
        standing = self.standing()
        if standing is Standing.DRAFT:
            return self._kept != (self.form.language(), self._fields())
        return standing is Standing.NEW and self._begun

    def _keep_soon(self) -> None:
        """Keep what is not kept yet, also words that the page put on the form itself."""
        if self.unkept() and not self._keeping and not self._keep_refused and not self._keep_timer.isActive():
            self._keep_timer.start()

    def keep(self, *, at_once: bool = False) -> None:
        """Keep the words as a draft now, if there is anything to keep; `at_once` also while an earlier keeping is under way."""
        self._keep_timer.stop()
        if self._case is None or self.workspace.read_only or (self._keeping and not at_once):
            return
        standing = self.standing()
        fields, language = self._fields(), self.form.language()
        if standing is Standing.DRAFT and self._kept == (language, fields):
            self._approve_now()
            return
        if standing is Standing.NEW and not self._begun and not self._then_approve:
            return
        if standing not in {Standing.NEW, Standing.DRAFT}:
            return
        self._keeping = True
        self.workspace.jobs.run(
            self._keeping_case(fields, language),
            then=partial(self._kept_done, self._round, language, fields),
            refused=partial(self._kept_refused, self._round),
        )

    def keep_asked(self) -> None:
        """Keep the draft because the officer said so, even when no word was changed."""
        self._begun = True
        self.keep()

    def _keeping_case(self, fields: LetterFields, language: str) -> Callable[[Desk], Changes]:
        """Return the use case that keeps the draft: made by the first, revised by every later one."""
        if self._letter is not None:
            revision = ReviseLetter(letter_id=self._letter.id, language=language, fields=fields)
            return partial(letter_service.revise_letter, revision)
        case_id = self._case.case.id if self._case is not None else 0
        command = ComposeLetter(case_id=case_id, kind=self.form.kind(), language=language, fields=fields)
        return partial(_compose_or_revise, command, self._made)

    def _kept_done(self, round_asked: int, language: str, fields: LetterFields, changes: Changes) -> None:
        if round_asked != self._round:
            return
        self._keeping = self._keep_refused = False
        self._kept = (language, fields)
        self._say("act", "")
        if self._letter is None and changes.created is not None and self._case is not None:
            self._place = Place("letter", case_id=self._case.case.id, letter_id=changes.created)
            if self.isVisible():
                self.workspace.navigation.note(self._place)
            self.reload()
        self._keep_soon()
        self._show_kept()
        self._approve_now()

    def _kept_refused(self, round_asked: int, error: WorkbenchError) -> None:
        if round_asked != self._round:
            return
        self._keeping = self._then_approve = False
        self._keep_refused = True
        self._made = []
        self._say("act", self.workspace.words.error(error))
        self._show_kept()

    def _show_kept(self) -> None:
        standing = self.standing()
        texts = {
            Standing.NEW: self.tr("Not kept yet; it is kept a moment after you type."),
            Standing.DRAFT: self.tr("Unkept words are kept in a moment.") if self.unkept() else self.tr("Every word is kept."),
        }
        self._kept_label.setText(texts.get(standing, ""))
        self._kept_label.setVisible(standing in texts)

    # Acts

    def approve(self) -> None:
        """Keep what was typed, then check the letter against the law and issue it."""
        self._then_approve = True
        self.keep()

    def _approve_now(self) -> None:
        if not self._then_approve or self._keeping or self._letter is None:
            return
        if self.unkept():
            self.keep()
            return
        self._then_approve = False
        self._say("act", "")
        command = ApproveLetter(letter_id=self._letter.id)
        self.workspace.jobs.run(
            partial(letter_service.approve_letter, command),
            then=partial(self._approved, self._letter.number),
            refused=self._not_approved,
        )

    def _not_approved(self, error: WorkbenchError) -> None:
        self._say("act", self.workspace.words.error(error))
        if isinstance(error, WrongPersonError) and self._letter is not None:
            query = partial(letter_service.preview_draft, letter_id=self._letter.id)
            self.workspace.jobs.ask(query, partial(self._ask_for_reasons, self._round))

    def _ask_for_reasons(self, round_asked: int, preview: LetterPreview) -> None:
        """Let the officer change the letter, or say of each mismatch why it is meant as it stands."""
        if round_asked != self._round or self._letter is None or not preview.mismatches:
            return
        self._show_strangers(preview.mismatches)
        dialog = GuardDialog(self.workspace, self._letter, preview.mismatches, self.workspace.now(), parent=self)
        dialog.rejected.connect(partial(self._go_to_part, preview.mismatches[0].where))
        approved = partial(self._approved, self._letter.number)
        present(dialog, self.workspace, letter_service.approve_letter, then=approved)

    def _go_to_part(self, where: str) -> None:
        """Put the cursor where the first mismatch stands."""
        parts: dict[str, QWidget] = {
            "addressee": self.form.addressee,
            "salutation": self.form.salutation,
            "enclosure": self.enclosures,
        }
        parts.get(where, self.form.free_text).setFocus()

    def _approved(self, number: str, _changes: Changes) -> None:
        self.workspace.notices.say(self.tr("{number} is issued. Its text cannot change any more.").format(number=number))

    def dispatch(self) -> None:
        """Open the dialog that records the sending."""
        if self._letter is not None and self._case is not None and self.standing() is Standing.ISSUED:
            dialog = DispatchDialog(self.workspace, self._letter, self.workspace.now(), case=self._case.case, parent=self)
            present(dialog, self.workspace, dispatch_service.dispatch_letter)

    def deliver(self) -> None:
        """Open the dialog that records the delivery."""
        if self._letter is not None and self.standing() is Standing.SENT:
            dialog = DeliveryDialog(self.workspace, self._letter, self.workspace.now(), parent=self)
            present(dialog, self.workspace, dispatch_service.record_delivery)

    def take_back(self) -> None:
        """Open the dialog that records that the letter came back."""
        if self._letter is not None and self._case is not None and self.standing() is Standing.SENT:
            dialog = ReturnDialog(self.workspace, self._case, self._letter, self.workspace.now(), parent=self)
            present(dialog, self.workspace, dispatch_service.record_return)

    def correct(self) -> None:
        """Draft a new letter that names this one and replaces it, with the same words, and show it."""
        letter = self._letter
        if letter is None or self._case is None:
            return
        command = ComposeLetter(
            case_id=letter.case_id, kind=letter.kind, language=letter.language, fields=letter.fields, corrects_id=letter.id
        )
        self.workspace.jobs.run(partial(letter_service.compose_letter, command), then=partial(self._correction_drafted, letter))

    def _correction_drafted(self, corrected: Letter, changes: Changes) -> None:
        told = self.tr("{new} is a draft that replaces {old}. Change what was wrong, then approve it.")
        self.workspace.notices.say(told.format(new=changes.number, old=corrected.number), Tone.INFO)
        self.workspace.navigation.go(Place("letter", case_id=corrected.case_id, letter_id=changes.created))

    def save(self) -> None:
        """Open the dialog that saves the issued bytes."""
        if self._letter is not None and self._data:
            self.output.save_paper(self._letter, self._data)

    def print(self) -> None:
        """Open the system's print dialog for the issued bytes."""
        if self._letter is not None and self._data:
            self.output.print_paper(self._letter, self._data)

    def _go_to_case(self) -> None:
        if self._case is not None:
            self.workspace.navigation.go(Place("case", case_id=self._case.case.id, tab="letters"))

    # Issued letters

    def _show_issued(self) -> None:
        letter = self._letter
        if letter is None:
            return
        self._keep_timer.stop()
        self.problem.say("")
        self.form.set_language(letter.language)
        self.form.show_fields(letter.fields)
        self._show_enclosures(letter.fields.enclosures)
        self._show_strangers(())
        self._show_own_words(())
        self._checks_card.hide()
        self.outgoing.show_letter(letter, self._data, may_write=not self.workspace.read_only)
        self._facts_card.show()
        self._facts.setText("\n".join(self._facts_of(letter)))
        groups = " ".join(letter.sha256[at : at + 8] for at in range(0, len(letter.sha256), 8))
        self._digest.setText(self.tr("SHA-256 {digest}").format(digest=groups))
        if not self.preview.show_pdf(self._data):
            self.preview.show_message(self.tr("The letter's file cannot be read. Check the store before you go on."))

    def _facts_of(self, letter: Letter) -> list[str]:
        zone = self.workspace.zone
        facts = [self.tr("Number {number}.").format(number=letter.number)]
        if letter.issued_at is not None:
            facts.append(self.tr("Issued on {when}.").format(when=instant(letter.issued_at, zone)))
        pages = self.tr("%n page(s), {size}.", "", letter.pages)
        facts.append(pages.format(size=size(len(self._data))))
        if letter.corrects:
            facts.append(self.tr("Replaces {number}.").format(number=letter.corrects))
        corrected_by = self._corrected_by()
        if corrected_by:
            facts.append(self.tr("Replaced by {number}.").format(number=corrected_by))
        if letter.template:
            facts.append(self.tr("Template {version}.").format(version=version_words(letter.template, self.workspace.words)))
        if letter.anchor:
            facts.append(self.tr("Journal stood at {anchor}.").format(anchor=letter.anchor))
        if letter.signed_sha256:
            facts.append(self.tr("A signed copy is kept."))
        sendings = letter.dispatches or ((letter.dispatch,) if letter.dispatch is not None else ())
        for sent in sendings:
            facts += self._facts_of_sending(sent)
        if not sendings:
            facts.append(self.tr("Not sent yet."))
        elif letter.came_back:
            facts.append(self.tr("It came back and waits to be sent again."))
        return facts

    def _facts_of_sending(self, sent: Dispatch) -> list[str]:
        zone = self.workspace.zone
        channel = self.workspace.words.word("dispatch_channel", sent.channel.value)
        if sent.tracking:
            channel = f"{channel} {sent.tracking}"
        told = self.tr("Sent on {when}, {channel}, to {recipient}.")
        facts = [told.format(when=instant(sent.sent_at, zone), channel=channel, recipient=sent.recipient)]
        ended_at = sent.outcome_at or sent.delivered_at
        if ended_at is None:
            return facts
        when = instant(ended_at, zone)
        if sent.outcome in FAILED_DELIVERY:
            facts.append(self.tr("Came back on {when}.").format(when=when))
            if sent.proof:
                facts.append(self.tr("Why: {reason}").format(reason=sent.proof))
            return facts
        facts.append(self.tr("Arrived on {when}.").format(when=when))
        if sent.proof:
            facts.append(self.tr("Proof: {proof}").format(proof=sent.proof))
        return facts

    def _broke(self, _report: str) -> None:
        """Let drawing and keeping go on after a fault of the program: what was under way will not come back."""
        self._drawing = self._draw_again = self._keeping = self._then_approve = False

    def _something_changed(self, changes: Changes) -> None:
        ours = self._case is not None and (self._case.case.id in changes.cases)
        our_letter = self._letter is not None and self._letter.id in changes.letters
        if (ours or our_letter or changes.settings) and self._case is not None:
            self.reload()


def _known(sent: Dispatch) -> bool:
    """Return whether it is known what became of a sending."""
    return sent.outcome is not None or sent.delivered_at is not None


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN].rstrip() + "…"


def _compose_or_revise(command: ComposeLetter, made: list[int], desk: Desk) -> Changes:
    """Draft a letter, or revise the one that the same page drafted a moment ago; `made` remembers it."""
    if made and command.fields is not None:
        revision = ReviseLetter(letter_id=made[0], language=command.language, fields=command.fields)
        return letter_service.revise_letter(revision, desk)
    changes = letter_service.compose_letter(command, desk)
    if changes.created is not None:
        made.append(changes.created)
    return changes


def _preview(
    case_id: int, number: str, kind: LetterKind, language: str, fields: LetterFields | None, desk: Desk
) -> LetterPreview:
    return letter_service.preview_letter(desk, case_id, kind, language, fields, number=number)
