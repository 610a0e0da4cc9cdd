"""Sections for single grounds: items withheld for others, the worksheet on proportion, the scope of the law, what must stay."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.held import HeldDialog
from ui.models.remark import Remark
from ui.pages.case.decision.section import Around, Section, TextFields
from ui.safe import set_role
from ui.widgets.entry_list import EntryField, EntryList, FieldKind
from ui.widgets.remarks import Remarks
from workbench.domain.decisions import Outcome, ScheduleLine
from workbench.domain.dossier import ConsentAsked, Dossier, KeepReason, KeptItem, Proportionality, Scope, WithheldItem
from workbench.domain.readiness import CheckCode
from workbench.domain.refusal_grounds import Clause
from workbench.domain.retention import Held, Weighed, schedule_lines
from workbench.domain.rights import Right
from workbench.services.dossiers import WeighedLaw, weigh_erasure

_DECIDED = frozenset({Outcome.GRANTED, Outcome.PARTLY, Outcome.REFUSED})


class WithheldSection(Section):
    """The items withheld or redacted for another person's sake, each weighed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace, self.tr("Withheld for the sake of others"), name="withheldCard", checks=(CheckCode.ITEMS_WEIGHED,)
        )
        self.remark(self.tr("A role is enough for whose rights; the redacted copy goes with the letter as a file."))
        consents = tuple((one.value, self.words.word("consent_asked", one.value)) for one in ConsentAsked)
        self.list = EntryList(
            "withheld",
            self.tr("Withheld items"),
            (
                EntryField("item", self.tr("What")),
                EntryField("whose", self.tr("Whose rights")),
                EntryField("balancing", self.tr("Both interests weighed"), FieldKind.TEXT, whole=True),
                EntryField("consent", self.tr("Consent"), FieldKind.CHOICE, choices=consents),
                EntryField("consent_note", self.tr("Why not, or what they said")),
                EntryField("given_instead", self.tr("What is given instead"), whole=True),
            ),
            add=self.tr("+ item"),
            today=self.today(),
        )
        self.list.edited.connect(self.tell)
        self.body.addWidget(self.list)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether the ground is the privacy of others."""
        del dossier
        return around.rests_on(Clause.PRIVACY)

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show the items."""
        del around
        self.list.show_entries(
            [
                {
                    "item": one.item,
                    "whose": one.whose,
                    "balancing": one.balancing,
                    "consent": one.consent.value,
                    "consent_note": one.consent_note,
                    "given_instead": one.given_instead,
                }
                for one in dossier.withheld
            ]
        )

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with the items."""
        return replace(dossier, withheld=tuple(_withheld(entry) for entry in self.list.entries()))

    def first(self) -> QWidget:
        """Return the button that adds an item."""
        return self.list.add_button


class ProportionalitySection(Section):
    """The worksheet for a burden."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, self.tr("Proportion"), name="proportionCard", checks=(CheckCode.PROPORTION_WEIGHED,))
        self._fields = TextFields(
            (
                ("gain", "proportionGain", self.tr("What the person gains")),
                ("burden", "proportionBurden", self.tr("What it costs the office")),
                ("lessened", "proportionLessened", self.tr("What would lessen the burden")),
                ("own_part", "proportionOwnPart", self.tr("What part of the burden is the office's own doing")),
                ("conclusion", "proportionConclusion", self.tr("What follows")),
            ),
            self.tell,
        )
        self.body.addWidget(self._fields)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether the ground is a burden."""
        del dossier
        return around.rests_on(Clause.IMPRACTICAL)

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show the worksheet."""
        del around
        sheet = dossier.proportionality or Proportionality("", "", "", "", "")
        self._fields.show_texts(
            gain=sheet.gain,
            burden=sheet.burden,
            lessened=sheet.lessened,
            own_part=sheet.own_part,
            conclusion=sheet.conclusion,
        )

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with the worksheet, none where nothing is said."""
        sheet = Proportionality(**self._fields.texts()) if self._fields.said() else None
        return replace(dossier, proportionality=sheet)


class ScopeSection(Section):
    """For what the law does not require: the provision, and why the request lies outside it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, self.tr("Provision and scope"), name="scopeCard", checks=(CheckCode.SCOPE_NAMED,))
        self._fields = TextFields(
            (
                ("provision", "scopeProvision", self.tr("Which provision")),
                ("scope", "scopeWhy", self.tr("Why the request lies outside its scope")),
            ),
            self.tell,
        )
        self.body.addWidget(self._fields)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether the ground is that the law does not require it."""
        del dossier
        return around.rests_on(Clause.NOT_REQUIRED)

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show provision and scope."""
        del around
        scope = dossier.scope or Scope("", "")
        self._fields.show_texts(provision=scope.provision, scope=scope.scope)

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with provision and scope, none where nothing is said."""
        return replace(dossier, scope=Scope(**self._fields.texts()) if self._fields.said() else None)


class KeptSection(Section):
    """What stays although erasure was asked: why, by which law or interest, until when.

    Args:
        workspace: words.
        schedule: takes the schedule of the decision that follows from the weighing.
    """

    def __init__(self, workspace: Workspace, schedule: Callable[[tuple[ScheduleLine, ...]], None]) -> None:
        super().__init__(workspace, self.tr("What goes and what stays"), name="keptCard", checks=(CheckCode.KEEPING_GROUNDED,))
        self._schedule = schedule
        self._around: Around | None = None
        self._keys = {self.words.word("category", key): key for key in self.words.keys("category")}
        self.remark(
            self.tr("The retention schedule says for each category what goes, what stays, by which law, and until when.")
        )
        self.weigh_button = QPushButton(self.tr("&Weigh what is held\u2026"))
        self.weigh_button.setObjectName("weighHeld")
        self.weigh_button.setAccessibleName(self.tr("Weigh what is held against the retention schedule"))
        self.weigh_button.setAutoDefault(False)
        set_role(self.weigh_button, "small")
        self.weigh_button.clicked.connect(lambda _checked: self._ask_held())
        row = QHBoxLayout()
        row.addWidget(self.weigh_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self._goes = Remarks("weighed", self.tr("What the retention schedule says"))
        self.body.addWidget(self._goes)
        reasons = tuple((one.value, self.words.word("keep_reason", one.value)) for one in KeepReason)
        self.list = EntryList(
            "kept",
            self.tr("What stays"),
            (
                EntryField("category", self.tr("Category that stays"), offers=tuple(self._keys)),
                EntryField("reason", self.tr("Why"), FieldKind.CHOICE, choices=reasons),
                EntryField("by", self.tr("By which law or interest"), whole=True),
                EntryField("until_on", self.tr("Until a day"), FieldKind.DAY),
                EntryField("until", self.tr("Until an event, in words")),
            ),
            add=self.tr("+ category"),
            today=self.today(),
        )
        self.list.edited.connect(self.tell)
        self.body.addWidget(self.list)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether erasure is decided, or the ground is that data must be kept."""
        del dossier
        return around.rests_on(Clause.RETENTION) or (around.right is Right.ERASURE and around.outcome in _DECIDED)

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show what stays."""
        self._around = around
        self.list.show_entries([self._entry(one) for one in dossier.kept])

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what stays."""
        return replace(dossier, kept=tuple(self._kept(entry) for entry in self.list.entries()))

    def first(self) -> QWidget:
        """Return the button that weighs."""
        return self.weigh_button

    def _ask_held(self) -> None:
        dialog = HeldDialog(self.workspace, self.workspace.now(), self.window())
        dialog.submitted.connect(partial(self._weigh, dialog))
        dialog.open()

    def _weigh(self, dialog: CommandDialog, held: tuple[Held, ...]) -> None:
        dialog.finish()
        if self._around is not None:
            query = partial(weigh_erasure, case_id=self._around.known.case_id, held=held)
            self.workspace.jobs.ask(query, self._weighed)

    def _weighed(self, laws: tuple[WeighedLaw, ...]) -> None:
        around = self._around
        if around is None:
            return
        self._goes.show_remarks([self._said(law, line) for law in laws for line in law.lines])
        found = list(dict.fromkeys(item for law in laws for item in law.kept))
        present = {(entry["category"], entry["reason"]) for entry in self.list.entries()}
        new = [self._entry(item) for item in found]
        entries = [*self.list.entries(), *(one for one in new if (one["category"], one["reason"]) not in present)]
        self.list.show_entries(entries)
        self.edited.emit()
        self._schedule(_strictest(laws, around.page.case.request.language, self.words.word))

    def _said(self, law: WeighedLaw, line: Weighed) -> Remark:
        category = self.words.word("category", line.category)
        about = f"{self.words.word('law', law.law)}: {category}"
        if not line.stays:
            why = self.words.word("why_goes", line.why_goes.value) if line.why_goes is not None else ""
            text = self.tr("Goes. {why}").format(why=why)
        elif line.until_on is not None:
            text = self.tr("Stays until {day}.").format(day=formats.day(line.until_on))
        else:
            text = self.tr("Stays; the day is not known yet.")
        if line.doubtful:
            text += " " + self.words.word("period_state", "unknown" if line.until_on is None else "office")
        return Remark(about, text, "; ".join(source.cite for source in line.sources))

    def _entry(self, one: KeptItem) -> dict[str, str]:
        known = self.words.has("category", one.category)
        return {
            "category": self.words.word("category", one.category) if known else one.category,
            "reason": one.reason.value,
            "by": one.by,
            "until_on": one.until_on.isoformat() if one.until_on is not None else "",
            "until": one.until,
        }

    def _kept(self, entry: Mapping[str, str]) -> KeptItem:
        return KeptItem(
            category=self._keys.get(entry["category"], entry["category"]),
            reason=KeepReason(entry["reason"]),
            by=entry["by"],
            until_on=date.fromisoformat(entry["until_on"]) if entry["until_on"] else None,
            until=entry["until"],
        )


def _withheld(entry: Mapping[str, str]) -> WithheldItem:
    return WithheldItem(
        item=entry["item"],
        whose=entry["whose"],
        balancing=entry["balancing"],
        consent=ConsentAsked(entry["consent"]),
        consent_note=entry["consent_note"],
        given_instead=entry["given_instead"],
    )


def _strictest(laws: tuple[WeighedLaw, ...], language: str, word: Callable[[str, str], str]) -> tuple[ScheduleLine, ...]:
    """Return the schedule of the decision: a category stays where it stays under one of the laws."""
    chosen: dict[str, Weighed] = {}
    for law in laws:
        for line in law.lines:
            if line.category not in chosen or (line.stays and not chosen[line.category].stays):
                chosen[line.category] = line
    lines = schedule_lines(chosen.values(), language)
    return tuple(replace(line, category=word("category", line.category)) for line in lines)
