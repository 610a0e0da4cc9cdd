"""The facts of a new request: who, which rights, which laws, when it arrived, and the language of the answer."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.pages.law_rows import LawRows
from ui.safe import Label, plain, restyle, set_tooltip
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP
from ui.widgets.instant_edit import InstantEdit
from ui.wording import word
from workbench.domain.cases import LawPlace
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.rights import OFFERED_RIGHTS, Right
from workbench.services.laws import further_rights, load_rulebooks

_ADDRESS_HEIGHT = 68


class RequestForm(QWidget):
    """Edits the facts; `clocks_changed` when something changed that a clock depends on."""

    clocks_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("requestForm")
        self._workspace = workspace
        self._name = self._line("personName", self.tr("Name of the data subject"))
        self._email = self._line("personEmail", self.tr("E-mail"))
        self._phone = self._line("personPhone", self.tr("Telephone"))
        self._address = QPlainTextEdit()
        self._address.setObjectName("personAddress")
        self._address.setFixedHeight(_ADDRESS_HEIGHT)
        self._address.setTabChangesFocus(True)
        self._address.setPlaceholderText(self.tr("one line each, as on an envelope"))
        self._other = QCheckBox(self.tr("&Someone else wrote for this person"))
        self._other.setObjectName("otherWrote")
        self._other.setAccessibleName(self.tr("Someone else wrote for this person"))
        self._requester = QWidget()
        self._requester_name = self._line("requesterName", self.tr("Who wrote"))
        self._requester_email = self._line("requesterEmail", self.tr("Their e-mail"))
        self._authority = self._line("requesterAuthority", self.tr("By what they act"))
        self._authority.setPlaceholderText(self.tr("for example: power of attorney, parent"))
        self._rights: dict[Right, QCheckBox] = {}
        self._phrases: dict[Right, Label] = {}
        self.laws = LawRows(load_rulebooks(), workspace.words)
        zones = (workspace.zone, *(book.zone for book in load_rulebooks().values()))
        self._received = InstantEdit("receivedAt", self.tr("Received at"), zones)
        self._source = Chip(self.tr("please check"), Tone.SOON)
        self._language = QComboBox()
        self._language.setObjectName("answerLanguage")
        self._language.setAccessibleName(self.tr("Answer in"))
        for code in workspace.words.keys("language"):
            if code != "other":
                self._language.addItem(word("language", code), code)
        self._language_why = Chip("", Tone.CALM)
        self._complaints: dict[str, Label] = {}
        self._lay_out()
        self.laws.changed.connect(self._laws_changed)
        self._received.changed.connect(self._received_changed)
        self._other.toggled.connect(self._requester.setVisible)

    def clear(self, laws: Sequence[tuple[LawPlace, str]], *, now: datetime, language: str) -> None:
        """Show an empty form with the office's own law, received just now."""
        for line in (self._name, self._email, self._phone, self._requester_name, self._requester_email, self._authority):
            line.clear()
        self._address.clear()
        self._other.setChecked(False)
        self._requester.hide()
        self.suggest_rights(())
        self.laws.show_laws(laws)
        self._received.set_instant(now, self._workspace.zone)
        self._source.show_state(self.tr("please check"), Tone.SOON)
        self.show_language(language, "")
        self.complain(())

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, name: str, email: str) -> None:
        """Fill in who wrote, as the person the data is about."""
        self._name.setText(name)
        self._email.setText(email)

    def suggest_rights(self, suggestions: Sequence[tuple[Right, str]]) -> None:
        """Tick the rights that were suggested and show the words each rests on; untick the others."""
        found = dict(suggestions)
        for right, box in self._rights.items():
            box.setChecked(right in found)
            phrase = found.get(right, "")
            self._phrases[right].setText(f"“{phrase}”" if phrase else "")
            self._phrases[right].setVisible(bool(phrase))

    def show_received(self, at: datetime, zone: str, *, from_mail: bool) -> None:
        """Show when the request arrived, and whether the mail itself says so."""
        self._received.set_instant(at, zone)
        if from_mail:
            self._source.show_state(self.tr("from the mail"), Tone.DONE)
        else:
            self._source.show_state(self.tr("please check"), Tone.SOON)

    def show_language(self, code: str, why: str) -> None:
        """Show the language of the answer, and why it is suggested."""
        self._language.setCurrentIndex(max(self._language.findData(code), 0))
        self._language_why.show_state(why, Tone.CALM)
        self._language_why.setVisible(bool(why))

    def subject(self) -> DataSubject:
        """Return the person the data is about."""
        return DataSubject(
            name=self._name.text().strip(),
            email=self._email.text().strip(),
            address=tuple(line.strip() for line in self._address.toPlainText().splitlines() if line.strip()),
            phone=self._phone.text().strip(),
        )

    def requester(self) -> Requester | None:
        """Return who wrote, when that is somebody else."""
        if not self._other.isChecked():
            return None
        return Requester(
            name=self._requester_name.text().strip(),
            email=self._requester_email.text().strip(),
            authority=self._authority.text().strip(),
        )

    def rights(self) -> tuple[Right, ...]:
        """Return the rights that are ticked, in the order of the form."""
        return tuple(right for right, box in self._rights.items() if box.isChecked())

    def received_at(self) -> datetime:
        """Return when the request arrived, aware, in UTC."""
        return self._received.instant()

    def zone(self) -> str:
        """Return the zone in which the receipt is read."""
        return self._received.zone()

    def language(self) -> str:
        """Return the language of the answer."""
        return str(self._language.currentData())

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing as pairs of field key and sentence, in the order of the form."""
        found: list[tuple[str, str]] = []
        if not self._name.text().strip():
            found.append(("name", self.tr("Write the name of the person the data is about.")))
        if self._other.isChecked() and not self._requester_name.text().strip():
            found.append(("requester", self.tr("Write the name of who wrote.")))
        if not self.rights():
            found.append(("rights", self.tr("Tick at least one right.")))
        if self.laws.unplaced():
            found.append(("laws", self.tr("Choose the place of each law.")))
        if self._received.problem():
            found.append(("received", self.tr("Choose a time that exists.")))
        elif self._received.instant() > self._workspace.now():
            found.append(("received", self.tr("This is in the future. A clock runs from the day the request arrived.")))
        return tuple(found)

    def complain(self, found: Sequence[tuple[str, str]]) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        told = dict(found)
        for key, complaint in self._complaints.items():
            complaint.setText(told.get(key, ""))
            complaint.setVisible(key in told)
        self._name.setProperty("problem", "name" in told)
        restyle(self._name)
        fields: dict[str, QWidget] = {
            "name": self._name,
            "requester": self._requester_name,
            "rights": next(iter(self._rights.values())),
            "laws": self.laws,
            "received": self._received,
        }
        if found:
            fields[found[0][0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def touched(self) -> bool:
        """Return whether something was filled in that would be lost."""
        return bool(
            self._name.text().strip() or self._email.text().strip() or self._address.toPlainText().strip() or self.rights()
        )

    def _line(self, name: str, label: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(label)
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._field(column, self.tr("&Person"), self._name, "name")
        pair = QHBoxLayout()
        pair.setSpacing(GAP)
        for label, line in ((self.tr("&E-mail"), self._email), (self.tr("&Telephone"), self._phone)):
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(Label(label, role="field", buddy=line))
            side.addWidget(line)
            pair.addLayout(side)
        column.addLayout(pair)
        self._field(column, self.tr("Postal &address"), self._address, "")
        column.addWidget(self._other)
        inside = QVBoxLayout(self._requester)
        inside.setContentsMargins(20, 0, 0, 0)
        inside.setSpacing(4)
        self._field(inside, self.tr("&Who wrote"), self._requester_name, "requester")
        self._field(inside, self.tr("Their e-mail"), self._requester_email, "")
        self._field(inside, self.tr("By what they act"), self._authority, "")
        self._requester.hide()
        column.addWidget(self._requester)
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Asks for"), role="field"))
        column.addLayout(self._rights_grid())
        column.addWidget(self._complaint("rights"))
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Law and place"), role="field"))
        column.addWidget(self.laws)
        column.addWidget(self._complaint("laws"))
        received = QHBoxLayout()
        received.setSpacing(GAP)
        received.addWidget(self._received, 1)
        received.addWidget(self._source)
        column.addWidget(Label(self.tr("&Received at"), role="field", buddy=self._received))
        column.addLayout(received)
        column.addWidget(self._complaint("received"))
        language = QHBoxLayout()
        language.setSpacing(GAP)
        language.addWidget(self._language, 1)
        language.addWidget(self._language_why)
        column.addWidget(Label(self.tr("A&nswer in"), role="field", buddy=self._language))
        column.addLayout(language)

    def _field(self, column: QVBoxLayout, label: str, widget: QWidget, key: str) -> None:
        column.addWidget(Label(label, role="field", buddy=widget))
        column.addWidget(widget)
        if key:
            column.addWidget(self._complaint(key))

    def _complaint(self, key: str) -> Label:
        complaint = Label("", wrap=True, name=f"complaint{key.title()}")
        complaint.set_role("", "late")
        complaint.hide()
        self._complaints[key] = complaint
        return complaint

    def _rights_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        offered = (*OFFERED_RIGHTS, *further_rights(load_rulebooks()))
        half = (len(OFFERED_RIGHTS) + 1) // 2
        for count, right in enumerate(offered):
            words = word("right", right)
            box = QCheckBox(plain(words))
            box.setObjectName(f"right_{right.value}")
            box.setAccessibleName(words)
            set_tooltip(box, word("right_help", right))
            box.toggled.connect(lambda _: self.clocks_changed.emit())
            phrase = Label("", role="small", wrap=True, name=f"phrase_{right.value}")
            phrase.set_role("small", "info")
            phrase.setContentsMargins(26, 0, 0, 2)
            phrase.hide()
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(box)
            cell.addWidget(phrase)
            cell.addStretch(1)
            if right in OFFERED_RIGHTS:
                grid.addLayout(cell, count % half, count // half)
            else:
                further = count - len(OFFERED_RIGHTS)
                grid.addLayout(cell, half + further // 2, further % 2)
                box.hide()
            self._rights[right] = box
            self._phrases[right] = phrase
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _laws_changed(self) -> None:
        known = (*OFFERED_RIGHTS, *further_rights(one.law for one in self.laws.laws()))
        for right, box in self._rights.items():
            box.setVisible(right in known)
            if right not in known:
                box.setChecked(False)
        self.clocks_changed.emit()

    def _received_changed(self) -> None:
        self._source.show_state(self.tr("set by you"), Tone.CALM)
        self.clocks_changed.emit()
