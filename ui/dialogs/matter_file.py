"""What the officer writes into the file of a matter: reference and contact, questions, undertakings, meetings. Each gives a `SaveMatter`."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.matter_words import day_edit, day_of, zones_of_matter
from ui.safe import plain
from ui.widgets.growing_text import GrowingText
from ui.widgets.instant_edit import InstantEdit
from ui.widgets.optional_day import OptionalDay
from workbench.domain.commands import SaveMatter
from workbench.domain.matters import ContactOfficer, Meeting, Question, Undertaking
from workbench.services.matter_pages import MatterPage

_TALL = 150
_MONTH = timedelta(days=30)


def officer_choice(page: MatterPage, chosen: int, name: str) -> QComboBox:
    """Return a choice of the officers of this office."""
    box = QComboBox()
    box.setObjectName(name)
    for number, officer in page.officers:
        box.addItem(officer, number)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


class _FileDialog(CommandDialog):
    """Changes something in the file of a matter."""

    def __init__(
        self, workspace: Workspace, page: MatterPage, now: datetime, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name=name, now=now, parent=parent)
        self._page = page

    def saved(self, **changes: object) -> SaveMatter:
        """Return the command that saves the file with some fields changed."""
        return SaveMatter(case_id=self._page.case.id, matter=replace(self._page.matter, **changes))  # type: ignore[arg-type]  # fields of the file


class MatterHeadDialog(_FileDialog):
    """Changes the authority's reference, its officer, the legal basis, the office's target, the reason for the competence."""

    def __init__(self, workspace: Workspace, page: MatterPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, page, now, name="matterHead", parent=parent)
        matter = page.matter
        self.describe(
            title=self.tr("Edit {number}").format(number=page.case.number),
            explains=self.tr(
                "The reference and the officer of the authority stand on every letter of this matter. The target is the office's own day; it changes no deadline."
            ),
            send=self.tr("&Save"),
        )
        self._reference = QLineEdit(matter.reference)
        self._name = QLineEdit(matter.contact.name)
        self._email = QLineEdit(matter.contact.email)
        self._phone = QLineEdit(matter.contact.phone)
        self._basis = QLineEdit(matter.basis)
        self._target = OptionalDay("matterHeadTarget", self.tr("We aim at"), formats.local_day(now, workspace.zone))
        self._target.show_day(matter.target_on)
        self._why = GrowingText("matterHeadWhy", self.tr("Why this authority is competent"), rows=2)
        self._why.show_text(matter.why_competent)
        self.add_field("reference", self.tr("The authority's &reference"), self._reference)
        self.add_field("name", self.tr("Its &officer"), self._name)
        self.add_field("email", self.tr("&E-mail"), self._email)
        self.add_field("phone", self.tr("Telep&hone"), self._phone)
        self.add_field(
            "basis",
            self.tr("Legal &basis"),
            self._basis,
            hint=self.tr("in the authority's words, as its letter says it"),
            beside=True,
        )
        self.add_field("target", self.tr("Our own &target"), self._target, beside=True)
        self.add_field("why", self.tr("&Why this authority is competent"), self._why, beside=True)
        self.setMinimumWidth(760)

    def command(self) -> SaveMatter:
        """Return the command."""
        return self.saved(
            reference=self._reference.text(),
            contact=ContactOfficer(self._name.text(), self._email.text(), self._phone.text()),
            basis=self._basis.text(),
            target_on=self._target.value(),
            why_competent=self._why.text(),
        )


class QuestionsDialog(_FileDialog):
    """Adds questions of the authority: one for each paragraph that is pasted."""

    def __init__(self, workspace: Workspace, page: MatterPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, page, now, name="addQuestions", parent=parent)
        self.describe(
            title=self.tr("Questions of the authority in {number}").format(number=page.case.number),
            explains=self.tr(
                "Paste the questions from the letter: each line becomes a question with its own answer, owner and evidence."
            ),
            send=self.tr("&Add the questions"),
        )
        self._text = QPlainTextEdit()
        self._text.setMinimumHeight(_TALL)
        self._owner = officer_choice(page, page.case.officer_id, "addQuestionsOwner")
        self.add_field("text", self.tr("&Questions, one on each line"), self._text)
        self.add_field("owner", self.tr("&Who answers them"), self._owner)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint where there is none."""
        return () if self._lines() else (("text", self.tr("Enter at least one question.")),)

    def command(self) -> SaveMatter:
        """Return the command."""
        owner = int(self._owner.currentData())
        new = tuple(Question(text=text, label=label, owner_id=owner) for label, text in map(_numbered, self._lines()))
        return self.saved(questions=(*self._page.matter.questions, *new))

    def _lines(self) -> list[str]:
        return [line.strip() for line in self._text.toPlainText().splitlines() if line.strip()]


class QuestionWordsDialog(_FileDialog):
    """Corrects the words of one question, or takes it out."""

    def __init__(
        self, workspace: Workspace, page: MatterPage, number: int, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, page, now, name="questionWords", parent=parent)
        self._number = number
        question = page.matter.questions[number - 1]
        self.describe(
            title=self.tr("Question {number}").format(number=number),
            explains=self.tr("The words of the authority as its letter has them; its own number where it gives one."),
            send=self.tr("&Save"),
        )
        self._label = QLineEdit(question.label)
        self._text = GrowingText("questionWordsText", self.tr("Question"), rows=3)
        self._text.show_text(question.text)
        out = self.tr("Take this question out of the list")
        self._out = QCheckBox(plain(out))
        self._out.setAccessibleName(out)
        self.add_field("label", self.tr("The authority's own &number"), self._label)
        self.add_field("text", self.tr("&Question"), self._text)
        self.add_field("out", self.tr("By mistake"), self._out)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint where there are no words."""
        if self._out.isChecked() or self._text.text().strip():
            return ()
        return (("text", self.tr("A question needs words.")),)

    def command(self) -> SaveMatter:
        """Return the command."""
        questions = list(self._page.matter.questions)
        if self._out.isChecked():
            del questions[self._number - 1]
        else:
            old = questions[self._number - 1]
            questions[self._number - 1] = replace(old, label=self._label.text().strip(), text=self._text.text().strip())
        return self.saved(questions=tuple(questions))


class UndertakingDialog(_FileDialog):
    """Adds an undertaking, or changes one that was given; without words, an owner and a day there is none."""

    def __init__(
        self,
        workspace: Workspace,
        page: MatterPage,
        now: datetime,
        undertaking: Undertaking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, page, now, name="undertaking", parent=parent)
        self._old = undertaking
        today = formats.local_day(now, workspace.zone)
        self.describe(
            title=self.tr("Undertaking in {number}").format(number=page.case.number),
            explains=self.tr("What the office promises the authority, who keeps it and by when. It becomes a task of theirs."),
            send=self.tr("&Save") if undertaking is not None else self.tr("&Give the undertaking"),
        )
        self._text = GrowingText("undertakingText", self.tr("Undertaking"), rows=3)
        self._owner = officer_choice(
            page, undertaking.owner_id if undertaking is not None else page.case.officer_id, "undertakingOwner"
        )
        self._due = day_edit(undertaking.due_on if undertaking is not None else today + _MONTH)
        self._kept = OptionalDay("undertakingKept", self.tr("kept on"), today)
        if undertaking is not None:
            self._text.show_text(undertaking.text)
            self._kept.show_day(undertaking.kept_on)
        self.add_field("text", self.tr("&What is promised"), self._text)
        self.add_field("owner", self.tr("W&ho keeps it"), self._owner)
        self.add_field("due", self.tr("&By"), self._due)
        self.add_field("kept", self.tr("&Kept"), self._kept)
        self.show_field("kept", shown=undertaking is not None)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or cannot be."""
        found: list[tuple[str, str]] = []
        if not self._text.text().strip():
            found.append(("text", self.tr("Say what is promised.")))
        kept = self._kept.value()
        if kept is not None and kept > formats.local_day(self.now(), self.workspace.zone):
            found.append(("kept", self.tr("This is in the future. Record it when it has happened.")))
        return tuple(found)

    def command(self) -> SaveMatter:
        """Return the command."""
        old = self._old
        said = Undertaking(
            self._text.text().strip(),
            int(self._owner.currentData()),
            day_of(self._due),
            self._kept.value(),
            old.evidence if old is not None else (),
            old.number if old is not None else 0,
        )
        others = self._page.matter.undertakings
        if old is None:
            return self.saved(undertakings=(*others, said))
        return self.saved(undertakings=tuple(said if one.number == old.number else one for one in others))


class MeetingDialog(_FileDialog):
    """Keeps a note of a meeting or a call with the authority."""

    def __init__(self, workspace: Workspace, page: MatterPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, page, now, name="meeting", parent=parent)
        self.describe(
            title=self.tr("A meeting or a call in {number}").format(number=page.case.number),
            explains=self.tr("Write down who spoke and what was said while it is fresh. The note stays with the matter."),
            send=self.tr("&Keep the note"),
        )
        self._kind = QComboBox()
        self._kind.addItem(self.tr("Call"), "call")
        self._kind.addItem(self.tr("Meeting"), "meeting")
        self._at = InstantEdit("meetingAt", self.tr("When"), zones_of_matter(page, workspace.zone))
        self._at.set_instant(now)
        self._people = QLineEdit(page.matter.contact.name)
        self._note = GrowingText("meetingNote", self.tr("Note"), rows=4)
        self.add_field("kind", self.tr("W&hat"), self._kind)
        self.add_field("at", self.tr("&When"), self._at)
        self.add_field("people", self.tr("With wh&om"), self._people)
        self.add_field("note", self.tr("&Note"), self._note)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or cannot be."""
        found = [] if self._note.text().strip() else [("note", self.tr("Write down what was said."))]
        return (*found, *self.past_only("at", self._at.instant()))

    def command(self) -> SaveMatter:
        """Return the command."""
        call = self._kind.currentData() == "call"
        new = Meeting(self._at.instant(), self._at.zone(), call, self._people.text().strip(), self._note.text().strip())
        meetings = sorted((*self._page.matter.meetings, new), key=lambda one: one.at)
        return self.saved(meetings=tuple(meetings))


def _numbered(line: str) -> tuple[str, str]:
    """Return the authority's own number of a question and its words: `3. Why?` is 3 and Why?"""
    head, _, rest = line.partition(" ")
    bare = head.strip("()[].:")
    short = len(bare) in range(1, 4) and head[-1:] in ".):]" and bare.isalnum()
    return (bare, rest.strip()) if short and rest.strip() else ("", line)
