"""Opening a regulator matter: what it is, about which case, before which authority and why that one, until when it wants an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.dialogs.one_file import OneFile
from ui.safe import Label, plain
from ui.widgets.due_edit import DueEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.instant_edit import InstantEdit
from ui.widgets.optional_day import OptionalDay
from ui.wording import word
from workbench.domain.authorities import Initiative, ListedAuthority, Proposal, Scope
from workbench.domain.cases import ARRIVALS, CaseKind, Channel, LawPlace
from workbench.domain.commands import OpenMatter
from workbench.domain.errors import NotFoundError, WorkbenchError
from workbench.domain.matters import ContactOfficer, MatterKind
from workbench.domain.parties import DataSubject
from workbench.services import authorities, cases
from workbench.services.laws import load_rulebooks
from workbench.services.office import Desk

_LOOK_AFTER_MS = 250
_FORTNIGHT = timedelta(days=14)
_ONES_OWN = frozenset({MatterKind.TRANSFER, MatterKind.CONSULTATION, MatterKind.BREACH})
"""The kinds that usually begin with the office: it turns to the authority."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The case that a matter would be about, and who is competent for it."""

    number: str
    case_id: int | None
    kind: CaseKind | None
    laws: tuple[LawPlace, ...]
    subject: str
    proposals: tuple[Proposal, ...]
    directory: Mapping[str, ListedAuthority]


class NewMatterDialog(CommandDialog):
    """Gives an `OpenMatter`."""

    def __init__(self, workspace: Workspace, now: datetime, parent: QWidget | None = None, *, about: str = "") -> None:
        super().__init__(workspace, name="newMatter", now=now, parent=parent)
        self._found: _Found | None = None
        today = formats.local_day(now, workspace.zone)
        books = load_rulebooks()
        zones = tuple(dict.fromkeys((workspace.zone, *(book.zone for book in books.values()))))
        self.describe(
            title=self.tr("New regulator matter"),
            explains=self.tr(
                "What an authority asks of Onee, or what Onee brings to one. The authority's own deadline runs beside the limits of the law; nobody but the authority makes it later."
            ),
            send=self.tr("&Open the matter"),
        )
        self.setMinimumWidth(920)
        self._kind = QComboBox()
        for kind in MatterKind:
            self._kind.addItem(word("matter_kind", kind), kind.value)
        self._kind.setCurrentIndex(self._kind.findData(MatterKind.ENQUIRY.value))
        self._kind_help = Label("", role="small", wrap=True, name="newMatterKindHelp")
        self._about = QLineEdit(about)
        self._about.setPlaceholderText("DSR-2026-0001")
        self._about_told = Label("", role="small", wrap=True, name="newMatterAboutTold")
        self._person = QLineEdit()
        self._authority = QComboBox()
        self._authority.setPlaceholderText(self.tr("Choose the authority"))
        self._reasons = Label("", role="small", wrap=True, name="newMatterReasons")
        self._why = GrowingText("newMatterWhy", self.tr("Why this authority is competent"), rows=2)
        passed_on = self.tr("Onee turns to the authority")
        self._passed_on = QCheckBox(plain(passed_on))
        self._passed_on.setAccessibleName(passed_on)
        self._at = InstantEdit("newMatterAt", self.tr("Arrived, or sent"), zones)
        self._at.set_instant(now)
        self._channel = QComboBox()
        for channel in ARRIVALS:
            self._channel.addItem(word("channel", channel), channel.value)
        self._subject = QLineEdit()
        self._reference = QLineEdit()
        self._contact = QLineEdit()
        self._basis = QLineEdit()
        self._due = DueEdit(
            "newMatterDue",
            self.tr("The authority's deadline"),
            zones,
            today=today + _FORTNIGHT,
            known=self.tr("The authority sets a deadline"),
        )
        self._target = OptionalDay("newMatterTarget", self.tr("we aim at"), today)
        self._file = OneFile(workspace, "newMatterFile", self.tr("The authority's letter"))
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look)
        self._about.textChanged.connect(lambda _text: self._timer.start())
        self._passed_on.toggled.connect(lambda _on: self._look())
        self._kind.currentIndexChanged.connect(self._kind_chosen)
        self._authority.currentIndexChanged.connect(self._authority_chosen)
        self._kind_chosen()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing or cannot be."""
        found: list[tuple[str, str]] = []
        about = self._about.text().strip()
        if about and (self._found is None or self._found.number != about or self._found.case_id is None):
            found.append(("about", self.tr("There is no such case. Leave this empty if the matter is about none.")))
        if self._chosen() is None:
            found.append(("authority", self.tr("Choose the authority.")))
        if self._due.problem():
            found.append(("due", self._due.problem()))
        return (*found, *self.past_only("at", self._at.instant()))

    def command(self) -> OpenMatter:
        """Return the command."""
        authority = self._chosen()
        found = self._found
        person = self._person.text().strip()
        file = self._file.evidence()
        return OpenMatter(
            kind=self._is(),
            authority_id=authority.id if authority is not None else "",
            why_competent=self._why.text().strip(),
            received_at=self._at.instant(),
            zone=self._at.zone(),
            channel=Channel.OFFICE if self._passed_on.isChecked() else Channel(str(self._channel.currentData())),
            laws=(self._law(authority),) if authority is not None else (),
            reference=self._reference.text().strip(),
            contact=ContactOfficer(name=self._contact.text().strip()),
            basis=self._basis.text().strip(),
            due=self._due.value(),
            due_zone=self._due.zone(),
            target_on=self._target.value(),
            about_id=found.case_id if found is not None and self._about.text().strip() else None,
            subject=DataSubject(person) if person else None,
            passed_on=self._passed_on.isChecked(),
            subject_line=self._subject.text().strip(),
            language="en",
            evidence=(file,) if file is not None else (),
        )

    def _lay_out(self) -> None:
        self.add_field("kind", self.tr("&Kind"), self._kind, below=self._kind_help)
        self.add_field("passedOn", self.tr("Who begins"), self._passed_on)
        self.add_field("about", self.tr("A&bout the case (number; may stay empty)"), self._about, below=self._about_told)
        self.add_field("person", self.tr("&Person concerned (may stay empty)"), self._person)
        self.add_field("authority", self.tr("&Authority"), self._authority, below=self._reasons)
        self.add_field("why", self.tr("&Why this authority is competent"), self._why)
        self.add_field("at", self.tr("A&rrived, or sent"), self._at, beside=True)
        self.add_field("channel", self.tr("B&y which way"), self._channel, beside=True)
        self.add_field("subject", self.tr("&Subject"), self._subject, beside=True)
        self.add_field("reference", self.tr("The authority's refere&nce"), self._reference, beside=True)
        self.add_field("contact", self.tr("Its off&icer"), self._contact, beside=True)
        self.add_field("basis", self.tr("&Legal basis, in its words"), self._basis, beside=True)
        self.add_field("due", self.tr("The authority's &deadline"), self._due, beside=True)
        self.add_field("target", self.tr("Our own &target"), self._target, beside=True)
        self.add_field("file", self.tr("L&etter"), self._file, beside=True)

    def _is(self) -> MatterKind:
        return MatterKind(str(self._kind.currentData()))

    def _kind_chosen(self, *_told: object) -> None:
        self._kind_help.setText(word("matter_kind_help", self._is()))
        own = self._is() in _ONES_OWN
        if own != self._passed_on.isChecked():
            self._passed_on.setChecked(own)
        else:
            self._look()

    def _look(self) -> None:
        number = self._about.text().strip()
        self._channel.setEnabled(not self._passed_on.isChecked())
        initiative = Initiative.OFFICE if self._passed_on.isChecked() else Initiative.PERSON
        self.workspace.jobs.ask(partial(_find, number=number, initiative=initiative), self._show, refused=self._none)

    def _none(self, error: WorkbenchError) -> None:
        self._about_told.setText(self.workspace.words.error(error))

    def _show(self, found: _Found) -> None:
        if found.number != self._about.text().strip():
            return
        chosen = self._chosen()
        self._found = found
        if found.case_id is not None:
            kind = word("case_kind", found.kind.value) if found.kind is not None else ""
            self._about_told.setText(", ".join(part for part in (kind, found.subject) if part))
        else:
            self._about_told.setText(self.tr("There is no such case.") if found.number else "")
        self.show_field("person", shown=found.case_id is None)
        self._authority.blockSignals(True)  # noqa: FBT003  Qt has no keyword for it
        self._authority.clear()
        proposed = [one.authority for one in found.proposals]
        for authority in proposed:
            self._authority.addItem(self.tr("Proposed: {authority}").format(authority=self._name(authority)), authority.id)
        if proposed:
            self._authority.insertSeparator(len(proposed))
        ids = {one.id for one in proposed}
        others = [one for one in found.directory.values() if one.scope is Scope.GENERAL and one.id not in ids]
        for authority in sorted(others, key=lambda one: one.contact.readable.casefold()):
            self._authority.addItem(self._name(authority), authority.id)
        kept = self._authority.findData(chosen.id) if chosen is not None else -1
        self._authority.setCurrentIndex(0 if proposed else kept)
        self._authority.blockSignals(False)  # noqa: FBT003  Qt has no keyword for it
        self._authority_chosen()

    def _name(self, authority: ListedAuthority) -> str:
        words = self.workspace.words
        place = words.place(authority.place) if words.has("place", authority.place.partition("-")[0]) else authority.place
        return f"{authority.contact.readable}, {place}"

    def _chosen(self) -> ListedAuthority | None:
        found = self._found
        return found.directory.get(str(self._authority.currentData() or "")) if found is not None else None

    def _authority_chosen(self, *_told: object) -> None:
        chosen = self._chosen()
        if chosen is None or self._found is None:
            self._reasons.setText("")
            return
        proposal = next((one for one in self._found.proposals if one.authority.id == chosen.id), None)
        reasons = proposal.reasons if proposal is not None else ()
        told = [f"{word('competence', why)} ({source.cite})" for why, source in reasons]
        if not told:
            told = [self.tr("Not proposed. Say why this authority is competent.")]
        if chosen.awaits:
            told.append(self.workspace.words.word("authority_standing", chosen.standing.value, awaits=chosen.awaits))
        self._reasons.setText("\n".join(told))
        if not self._why.document().isModified():
            self._why.show_text("; ".join(word("competence", why) for why, _source in reasons))
            self._why.document().setModified(False)

    def _law(self, authority: ListedAuthority) -> LawPlace:
        """Return under which law and place the matter stands: as its case does, else where the authority is."""
        known = self._found.laws if self._found is not None else ()
        own = next((one for one in known if one.law == authority.law), None)
        if own is not None:
            return own
        places = load_rulebooks()[authority.law].places
        near = next((one for one in places if one.partition("-")[0] == authority.place.partition("-")[0]), next(iter(places)))
        return LawPlace(authority.law, authority.place if authority.place in places else near)


def _find(desk: Desk, *, number: str, initiative: Initiative) -> _Found:
    known = authorities.directory(desk).authorities
    case_id: int | None = None
    kind: CaseKind | None = None
    laws: tuple[LawPlace, ...] = ()
    subject = ""
    if number:
        try:
            case_id = cases.case_id_of(desk, number)
        except NotFoundError:
            case_id = None
    if case_id is not None:
        case = cases.case_page(desk, case_id).case
        kind, laws, subject = case.kind, case.laws, case.subject.name
    proposals = authorities.proposals(desk, laws, initiative=initiative) if laws else ()
    return _Found(number, case_id, kind, laws, subject, proposals, known)
