"""What a yes brings with it, by right: what was put right, switched off, explained or handed over, and who was told."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ui.context import Workspace
from ui.pages.case.decision.section import Around, Section, TextFields
from ui.safe import Label
from ui.widgets.entry_list import Entry, EntryField, EntryList
from workbench.domain.decisions import Outcome
from workbench.domain.dossier import Automated, Dossier, Ported, Rectified, SwitchedOff
from workbench.domain.rights import Right
from workbench.services.registers import load_systems

_DONE = frozenset({Outcome.GRANTED, Outcome.PARTLY})
_TELLING = frozenset({Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION})
_SWITCHING = frozenset({Right.RESTRICTION, Right.OBJECTION, Right.MARKETING_OPTOUT, Right.OPT_OUT_SALE, Right.LIMIT_SENSITIVE})
_WITH_DETAILS = _TELLING | _SWITCHING | {Right.AUTOMATED_DECISION, Right.PORTABILITY}


class DetailsSection(Section):
    """The details of a decision that was granted, in full or in part."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, self.tr("What was done"), name="detailsCard")
        self._rectified = self._list(
            "rectified",
            self.tr("What was put right"),
            (
                EntryField("item", self.tr("Where it stood"), whole=True),
                EntryField("was", self.tr("What was wrong")),
                EntryField("became", self.tr("What it became")),
            ),
        )
        self._switched = self._list(
            "switchedOff",
            self.tr("What was switched off"),
            (EntryField("what", self.tr("What")), EntryField("where", self.tr("Where"))),
        )
        self._automated = TextFields(
            (
                ("logic", "automatedLogic", self.tr("The logic: how the machine decides")),
                ("significance", "automatedSignificance", self.tr("Its significance for the person")),
                ("consequences", "automatedConsequences", self.tr("Its consequences")),
            ),
            self.tell,
        )
        self._ported = TextFields(
            (
                ("data", "portedData", self.tr("Which data")),
                ("format", "portedFormat", self.tr("In which format")),
                ("sent_to", "portedSentTo", self.tr("Sent where, and how")),
            ),
            self.tell,
            rows=1,
        )
        recipients = [one.id for one in load_systems().systems if one.recipient]
        self._told = self._list(
            "told",
            self.tr("Recipients who were told"),
            (EntryField("who", self.tr("Recipient"), offers=tuple(self.words.word("system", one) for one in recipients)),),
        )
        self._told_remark = Label(
            self.tr("Recipients whom the law wants told become tasks when the decision is recorded."), role="small", wrap=True
        )
        for widget in (self._rectified, self._switched, self._automated, self._ported, self._told, self._told_remark):
            self.body.addWidget(widget)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether the right was granted and has details."""
        del dossier
        return around.outcome in _DONE and around.right in _WITH_DETAILS

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show the details of the right."""
        right, details = around.right, dossier.details
        self._rectified.setVisible(right is Right.RECTIFICATION)
        self._switched.setVisible(right in _SWITCHING)
        self._automated.setVisible(right is Right.AUTOMATED_DECISION)
        self._ported.setVisible(right is Right.PORTABILITY)
        self._told.setVisible(right in _TELLING)
        self._told_remark.setVisible(right in _TELLING)
        self._rectified.show_entries([{"item": one.item, "was": one.was, "became": one.became} for one in details.rectified])
        self._switched.show_entries([{"what": one.what, "where": one.where} for one in details.switched_off])
        self._told.show_entries([{"who": one} for one in details.told])
        automated = details.automated or Automated("", "", "")
        self._automated.show_texts(
            logic=automated.logic, significance=automated.significance, consequences=automated.consequences
        )
        ported = details.ported or Ported("", "", "")
        self._ported.show_texts(data=ported.data, format=ported.format, sent_to=ported.sent_to)

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with the details."""
        return replace(
            dossier,
            details=replace(
                dossier.details,
                rectified=tuple(Rectified(**entry) for entry in self._rectified.entries()),
                switched_off=tuple(SwitchedOff(**entry) for entry in self._switched.entries()),
                told=tuple(_names(self._told.entries())),
                automated=Automated(**self._automated.texts()) if self._automated.said() else None,
                ported=Ported(**self._ported.texts()) if self._ported.said() else None,
            ),
        )

    def first(self) -> QWidget:
        """Return the button that adds the first detail, else the first field."""
        lists = [one for one in (self._rectified, self._switched, self._told) if not one.isHidden()]
        return lists[0].add_button if lists else super().first()

    def _list(self, name: str, label: str, fields: tuple[EntryField, ...]) -> EntryList:
        made = EntryList(name, label, fields, add=f"+ {label}", today=self.today())
        made.edited.connect(self.tell)
        return made


def _names(entries: Sequence[Entry]) -> list[str]:
    return [entry["who"].strip() for entry in entries if entry["who"].strip()]
