"""Who complains: the person, who wrote for them, the laws, when it arrived, the language of the answer."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.pages.law_rows import LawRows
from ui.safe import Label, without_mnemonic
from ui.widgets.instant_edit import InstantEdit
from ui.wording import word
from workbench.domain.parties import DataSubject, Requester
from workbench.services.arrivals import IncomingMail
from workbench.services.complaints import ComplaintStart
from workbench.services.laws import load_rulebooks

_ADDRESS_HEIGHT = 68


class ComplaintPerson(QWidget):
    """Edits the facts; `clocks_changed` when something changed that a clock depends on."""

    clocks_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("complaintPerson")
        self._workspace = workspace
        self._begun: DataSubject | None = None
        self._name = self._line("complainantName", self.tr("Name of the person"))
        self._email = self._line("complainantEmail", self.tr("E-mail"))
        self._phone = self._line("complainantPhone", self.tr("Telephone"))
        self._address = QPlainTextEdit()
        self._address.setObjectName("complainantAddress")
        self._address.setAccessibleName(self.tr("Postal address"))
        self._address.setFixedHeight(_ADDRESS_HEIGHT)
        self._address.setTabChangesFocus(True)
        self._address.setPlaceholderText(self.tr("one line each, as on an envelope"))
        words = self.tr("&Someone else wrote for this person")
        self._other = QCheckBox(words)
        self._other.setObjectName("complainantOther")
        self._other.setAccessibleName(without_mnemonic(words))
        self._requester = QWidget()
        self._requester_name = self._line("complaintWriterName", self.tr("Who wrote"))
        self._requester_email = self._line("complaintWriterEmail", self.tr("Their e-mail"))
        self._authority = self._line("complaintWriterAuthority", self.tr("By what they act"))
        books = load_rulebooks()
        self.laws = LawRows(books, workspace.words)
        self._received = InstantEdit(
            "complaintReceived", self.tr("Received at"), (workspace.zone, *(book.zone for book in books.values()))
        )
        self._language = QComboBox()
        self._language.setObjectName("complaintLanguage")
        self._language.setAccessibleName(self.tr("Answer in"))
        for code in workspace.words.keys("language"):
            if code != "other":
                self._language.addItem(word("language", code), code)
        self._problems: dict[str, Label] = {}
        self._lay_out()
        self._other.toggled.connect(self._requester.setVisible)
        self.laws.changed.connect(self.clocks_changed)
        self._received.changed.connect(self.clocks_changed)

    def show_start(self, start: ComplaintStart, *, now: datetime) -> None:
        """Show what a case says of the person and its laws; a name that was typed by hand stays, and so does a receipt."""
        if start.subject is not None and (not self._by_hand() or self._is(start.subject)):
            self._show_subject(start.subject)
        if start.requester is not None and not self._other.isChecked():
            self._other.setChecked(True)
            self._requester_name.setText(start.requester.name)
            self._requester_email.setText(start.requester.email)
            self._authority.setText(start.requester.authority)
        self.laws.show_laws([(one, "") for one in start.laws])
        self._language.setCurrentIndex(max(self._language.findData(start.language), 0))
        if self._begun is None:
            self._received.set_instant(now, self._workspace.zone)
        self._begun = start.subject or DataSubject("")

    def show_mail(self, mail: IncomingMail) -> None:
        """Fill in who wrote a mail, where no person stands here yet, and when it arrived."""
        if not self._name.text().strip():
            self._name.setText(mail.from_name or mail.from_email)
            self._email.setText(mail.from_email)
            self._language.setCurrentIndex(max(self._language.findData(mail.language), 0))
        if mail.received_at is not None:
            self._received.set_instant(mail.received_at, self._workspace.zone)

    def clear(self) -> None:
        """Show nothing, received at no time yet."""
        self._show_subject(DataSubject(""))
        for line in (self._requester_name, self._requester_email, self._authority):
            line.clear()
        self._other.setChecked(False)
        self._begun = None
        self.complain(())

    def touched(self) -> bool:
        """Return whether a person was typed by hand."""
        return self._by_hand()

    def subject(self) -> DataSubject:
        """Return the person."""
        return DataSubject(
            name=self._name.text().strip(),
            email=self._email.text().strip(),
            address=tuple(line.strip() for line in self._address.toPlainText().splitlines() if line.strip()),
            phone=self._phone.text().strip(),
            salutation=self._begun.salutation if self._begun is not None and not self._by_hand() else "",
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

    def received_at(self) -> datetime:
        """Return when it arrived, aware, in UTC."""
        return self._received.instant()

    def zone(self) -> str:
        """Return the zone in which the receipt is read."""
        return self._received.zone()

    def language(self) -> str:
        """Return the language of the answer."""
        return str(self._language.currentData())

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing as pairs of field key and sentence."""
        found: list[tuple[str, str]] = []
        if not self._name.text().strip():
            found.append(("name", self.tr("Write the name of the person who complains.")))
        if self._other.isChecked() and not self._requester_name.text().strip():
            found.append(("requester", self.tr("Write the name of who wrote.")))
        if self.laws.unplaced():
            found.append(("laws", self.tr("Choose the place of each law.")))
        if self._received.problem():
            found.append(("received", self.tr("Choose a time that exists.")))
        elif self._received.instant() > self._workspace.now():
            found.append(("received", self.tr("This is in the future. A clock runs from the day the complaint arrived.")))
        return tuple(found)

    def complain(self, found: Sequence[tuple[str, str]]) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        told = dict(found)
        fields: dict[str, QWidget] = {
            "name": self._name,
            "requester": self._requester_name,
            "laws": self.laws,
            "received": self._received,
        }
        for key, label in self._problems.items():
            label.setText(told.get(key, ""))
            label.setVisible(key in told)
        first = next((key for key, _text in found if key in fields), "")
        if first and found[0][0] == first:
            fields[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _by_hand(self) -> bool:
        """Return whether the person is not the one that was filled in."""
        begun = self._begun or DataSubject("")
        return bool(self._name.text().strip()) and self._name.text().strip() != begun.name

    def _is(self, subject: DataSubject) -> bool:
        """Return whether the person that was typed is the one of a case, by name or e-mail address."""
        name, email = self._name.text().strip().casefold(), self._email.text().strip().casefold()
        return name == subject.name.casefold() or bool(email and email == subject.email.casefold())

    def _show_subject(self, subject: DataSubject) -> None:
        self._name.setText(subject.name)
        self._email.setText(subject.email)
        self._phone.setText(subject.phone)
        self._address.setPlainText("\n".join(subject.address))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._field(column, self.tr("&Person"), self._name, "name")
        self._field(column, self.tr("&E-mail"), self._email, "")
        self._field(column, self.tr("Telep&hone"), self._phone, "")
        self._field(column, self.tr("Postal a&ddress"), self._address, "")
        column.addWidget(self._other)
        inside = QVBoxLayout(self._requester)
        inside.setContentsMargins(20, 0, 0, 0)
        inside.setSpacing(4)
        self._field(inside, self.tr("Wh&o wrote"), self._requester_name, "requester")
        self._field(inside, self.tr("Their e-mail"), self._requester_email, "")
        self._field(inside, self.tr("By what they act"), self._authority, "")
        self._requester.hide()
        column.addWidget(self._requester)
        column.addWidget(Label(self.tr("Law and place"), role="field"))
        column.addWidget(self.laws)
        column.addWidget(self._problem_label("laws"))
        self._field(column, self.tr("&Received at"), self._received, "received")
        self._field(column, self.tr("A&nswer in"), self._language, "")

    def _field(self, column: QVBoxLayout, label: str, widget: QWidget, key: str) -> None:
        column.addWidget(Label(label, role="field", buddy=widget))
        column.addWidget(widget)
        if key:
            column.addWidget(self._problem_label(key))

    def _problem_label(self, key: str) -> Label:
        label = Label("", wrap=True, name=f"complainantProblem{key.title()}")
        label.set_role("", "late")
        label.hide()
        self._problems[key] = label
        return label

    def _line(self, name: str, label: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(label)
        return line
