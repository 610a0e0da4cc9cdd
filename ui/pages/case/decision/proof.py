"""The proof of a burden or of repetition: earlier requests, the effort, what was tried first, and the weighing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from ui import formats
from ui.context import Workspace
from ui.pages.case.decision.section import Around, Section, TextFields
from ui.safe import Label, plain, set_role
from ui.widgets.entry_list import EntryField, EntryList, FieldKind
from ui.widgets.flow import FlowLayout
from ui.widgets.number_edit import NumberEdit
from ui.widgets.rows import empty
from workbench.domain.dossier import Dossier, EarlierRequest, Effort, EffortLine, TriedWay
from workbench.domain.factors import Factor
from workbench.domain.readiness import CheckCode
from workbench.domain.refusal_grounds import Clause, LawfulWay, Way
from workbench.domain.rulebooks import pick
from workbench.services.refusal_data import load_factors

_MOST_HOURS = 100_000
_HOUR = 60
_NARROW = 140


def ticked_factors(dossier: Dossier) -> tuple[Factor, ...]:
    """Return the factors that are ticked and known."""
    ids = {one.factor_id for one in dossier.ticked}
    return tuple(factor for factor in load_factors() if factor.id in ids)


class EarlierSection(Section):
    """The earlier requests of the same person; the program finds them, the officer says what had changed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, self.tr("Earlier requests"), name="earlierCard", checks=(CheckCode.EARLIER_SHOWN,))
        self._found = self.remark("")
        self._requests: tuple[EarlierRequest, ...] = ()
        shown = FieldKind.SHOWN
        self.list = EntryList(
            "earlier",
            self.tr("Earlier requests of the same person"),
            (
                EntryField("number", self.tr("Case"), shown),
                EntryField("received", self.tr("Received"), shown),
                EntryField("outcomes", self.tr("What became of it"), shown),
                EntryField("interval", self.tr("Until the next request"), shown),
                EntryField("changed", self.tr("What had changed by then"), FieldKind.TEXT, whole=True),
            ),
            today=self.today(),
            columns=4,
        )
        self.list.edited.connect(self.tell)
        self.body.addWidget(self.list)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether the refusal may rest on repetition."""
        supposed = any(factor.earlier for factor in ticked_factors(dossier))
        return around.rests_on(Clause.FRIVOLOUS) and (bool(dossier.earlier) or supposed)

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show the requests that were found."""
        del around
        self._requests = dossier.earlier
        found = self.tr("%n earlier request(s) of this person, found by e-mail address and name.", "", len(dossier.earlier))
        self._found.setText(found)
        self.list.show_entries([self._entry(one) for one in dossier.earlier])

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what is said to have changed."""
        said = {entry["number"]: entry["changed"] for entry in self.list.entries()}
        return replace(
            dossier,
            earlier=tuple(replace(one, changed=said.get(one.case_number, one.changed)) for one in dossier.earlier),
        )

    def _entry(self, one: EarlierRequest) -> dict[str, str]:
        became = (
            f"{self.words.word('right', each.right.value)}: "
            + (self.words.word("outcome", each.outcome.value) if each.outcome is not None else self.tr("not decided"))
            for each in one.outcomes
        )
        return {
            "number": one.case_number,
            "received": formats.day(one.received_on),
            "outcomes": "; ".join(became),
            "interval": self.tr("%n day(s)", "", one.days_to_next),
            "changed": one.changed,
        }


class EffortSection(Section):
    """What the answer would take, system by system, against the time there is."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, self.tr("Effort"), name="effortCard", checks=(CheckCode.EFFORT_ESTIMATED,))
        self._systems = {self.words.word("system", key): key for key in self.words.keys("system")}
        self.list = EntryList(
            "effort",
            self.tr("Systems to search"),
            (
                EntryField("system", self.tr("System"), offers=tuple(self._systems)),
                EntryField("items", self.tr("Items"), FieldKind.COUNT),
                EntryField("minutes", self.tr("Minutes of work"), FieldKind.COUNT),
            ),
            add=self.tr("+ system"),
            today=self.today(),
            columns=3,
        )
        self.list.edited.connect(self.tell)
        self._hours = NumberEdit()
        self._hours.setObjectName("effortHours")
        self._hours.setMaximum(_MOST_HOURS)
        self._hours.setFixedWidth(_NARROW)
        self._hours.valueChanged.connect(self.tell)
        self._basis = TextFields((("basis", "effortBasis", self.tr("How the numbers were found")),), self.tell)
        self._sum = Label("", role="strong", name="effortSum")
        self.body.addWidget(self.list)
        self.body.addWidget(
            Label(self.tr("Hours that the office has until the answer is due"), role="field", buddy=self._hours)
        )
        self.body.addWidget(self._hours)
        self.body.addWidget(self._basis)
        self.body.addWidget(self._sum)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether the ground or a ticked factor supposes an estimate."""
        if around.rests_on(Clause.IMPRACTICAL):
            return True
        supposed = any(factor.effort for factor in ticked_factors(dossier))
        return around.rests_on(Clause.FRIVOLOUS) and (supposed or dossier.effort is not None)

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show the estimate."""
        del around
        effort = dossier.effort or Effort((), 0, "")
        self.list.show_entries([self._entry(line) for line in effort.lines])
        self._hours.blockSignals(True)  # noqa: FBT003  Qt takes it by place
        self._hours.setValue(effort.minutes_at_hand // _HOUR)
        self._hours.blockSignals(False)  # noqa: FBT003  as above
        self._basis.show_texts(basis=effort.basis)
        self._sum.setText(
            self.tr("Together {needed} h of {there} h").format(
                needed=formats.number(round(effort.minutes / _HOUR)), there=formats.number(effort.minutes_at_hand // _HOUR)
            )
        )
        self._sum.setVisible(bool(effort.minutes))

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with the estimate, none where nothing is said."""
        lines = tuple(
            EffortLine(self._systems.get(entry["system"], entry["system"]), int(entry["items"]), int(entry["minutes"]))
            for entry in self.list.entries()
        )
        hours = self._hours.value()
        if not lines and not hours and not self._basis.said():
            return replace(dossier, effort=None)
        there = dossier.effort.minutes_at_hand if dossier.effort is not None else 0
        minutes = there if there // _HOUR == hours else hours * _HOUR
        return replace(dossier, effort=Effort(lines, minutes, self._basis.texts()["basis"]))

    def first(self) -> QWidget:
        """Return the button that adds a system."""
        return self.list.add_button

    def _entry(self, line: EffortLine) -> dict[str, str]:
        system = self.words.word("system", line.system) if self.words.has("system", line.system) else line.system
        return {"system": system, "items": str(line.items), "minutes": str(line.minutes)}


class TriedSection(Section):
    """What was tried before refusing, or weighed and not taken; the lawful ways of the chosen grounds are offered."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            self.tr("What was tried before refusing"),
            name="triedCard",
            checks=(CheckCode.ALTERNATIVES_CONSIDERED,),
        )
        self.remark(self.tr("Without a day it was weighed and not taken: say why. Each way that the law names is needed."))
        self._offers = QWidget()
        self._offers.setObjectName("triedOffers")
        self._offers.setAccessibleName(self.tr("Ways that are not considered yet"))
        self._flow = FlowLayout(self._offers)
        self._offered: tuple[str, ...] = ()
        self.list = EntryList(
            "tried",
            self.tr("What was tried"),
            (
                EntryField(
                    "way",
                    self.tr("Way"),
                    FieldKind.CHOICE,
                    choices=tuple((way.value, self.words.word("lawful_way", way.value)) for way in Way),
                ),
                EntryField("day", self.tr("Tried on"), FieldKind.DAY),
                EntryField("result", self.tr("What came of it, or why it was not taken"), FieldKind.TEXT, whole=True),
            ),
            add=self.tr("+ add"),
            today=self.today(),
        )
        self.list.edited.connect(self.tell)
        self.body.addWidget(self._offers)
        self.body.addWidget(self.list)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether milder ways must have been considered."""
        del dossier
        return around.rests_on(Clause.FRIVOLOUS, Clause.IMPRACTICAL)

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show what was tried, and the lawful ways that were not considered yet."""
        self.list.show_entries([_tried_entry(one) for one in dossier.tried])
        ways: dict[Way, LawfulWay] = {}
        for line in around.chosen:
            if line.offer.clause in {Clause.FRIVOLOUS, Clause.IMPRACTICAL}:
                for way in line.offer.ways:
                    ways.setdefault(way.way, way)
        considered = {one.way for one in dossier.tried}
        self._offer([way for key, way in ways.items() if key not in considered])

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what was tried."""
        entries = self.list.every_entry()
        return replace(dossier, tried=tuple(_tried(entry) for entry in entries))

    def first(self) -> QWidget:
        """Return the first way that is not considered yet, else the button that adds one."""
        offers = [button for button in self._offers.findChildren(QPushButton) if not button.isHidden()]
        return offers[0] if offers else self.list.add_button

    def _offer(self, ways: list[LawfulWay]) -> None:
        keys = tuple(way.way.value for way in ways)
        if keys == self._offered:
            return
        self._offered = keys
        empty(self._flow)
        for way in ways:
            words = self.words.word("lawful_way", way.way.value)
            button = QPushButton(plain(f"+ {words}"), self._offers)
            button.setObjectName(f"tryWay_{way.way.value}")
            note = pick(way.notes, self.workspace.language)
            button.setAccessibleName(self.tr("Consider: {way}").format(way=words))
            button.setAccessibleDescription(f"{note} {way.source.cite}".strip())
            button.setAutoDefault(False)
            set_role(button, "chip")
            button.clicked.connect(partial(self._consider, way.way))
            self._flow.addWidget(button)
        self._offers.setVisible(bool(ways))
        self._offers.updateGeometry()

    def _consider(self, way: Way, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        entries = [*self.list.every_entry(), {"way": way.value, "day": "", "result": ""}]
        self.list.show_entries(entries)
        self.list.go_to(len(entries) - 1, "result")
        self.edited.emit()


class BalancingSection(Section):
    """The weighing in the officer's words, and the internal reasoning apart from it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, self.tr("Weighing"), name="balancingCard", checks=(CheckCode.BALANCED,))
        self._balancing = TextFields(
            (("balancing", "balancing", self.tr("Both sides weighed, in your own words; it stays in the office")),),
            self.tell,
            rows=3,
        )
        self._internal = TextFields(
            (("internal", "internal", self.tr("Internal reasoning, apart from what the person reads")),), self.tell
        )
        self._reminder = Label(
            self.tr("A court, an authority or a request for access may bring even this text to light one day."),
            role="small",
            wrap=True,
        )
        for widget in (self._balancing, self._internal, self._reminder):
            self.body.addWidget(widget)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether something is refused."""
        del dossier
        return around.refusing

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show both texts; the weighing only where a ground needs it or it was written."""
        needed = around.rests_on(Clause.FRIVOLOUS, Clause.IMPRACTICAL) or bool(dossier.balancing)
        self._balancing.setVisible(needed)
        self._balancing.show_texts(balancing=dossier.balancing)
        self._internal.show_texts(internal=dossier.internal)
        self.set_title(self.tr("Weighing") if needed else self.tr("Internal reasoning"))

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with both texts."""
        return replace(dossier, balancing=self._balancing.texts()["balancing"], internal=self._internal.texts()["internal"])


def _tried_entry(one: TriedWay) -> dict[str, str]:
    return {"way": one.way.value, "day": one.tried_on.isoformat() if one.tried_on is not None else "", "result": one.result}


def _tried(entry: Mapping[str, str]) -> TriedWay:
    return TriedWay(Way(entry["way"]), date.fromisoformat(entry["day"]) if entry["day"] else None, entry["result"])
