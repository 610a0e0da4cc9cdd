"""What the office does with an entry of the directory: change its own copy, mark it as checked, let it be printed unchecked."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from workbench.domain.authorities import Contact, ListedAuthority
from workbench.domain.commands import AllowAddress, CheckAuthority, EditAuthority

_ADDRESS_HEIGHT = 104
_REASON_HEIGHT = 70


class EditAuthorityDialog(CommandDialog):
    """Gives an `EditAuthority`."""

    def __init__(self, workspace: Workspace, authority: ListedAuthority, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="editAuthority", now=now, parent=parent)
        self._id = authority.id
        contact = authority.contact
        self.describe(
            title=self.tr("Edit the entry: {authority}").format(authority=contact.name_en),
            explains=self.tr(
                "This changes the office's own copy. A changed name or address counts as unchecked, unless you say against what you checked it. The journal keeps who changed which fields, and when."
            ),
            send=self.tr("&Save"),
        )
        self._name = QLineEdit(contact.name)
        self._name_en = QLineEdit(contact.name_en)
        self._address = QPlainTextEdit("\n".join(contact.address))
        self._address.setFixedHeight(_ADDRESS_HEIGHT)
        self._languages = QLineEdit(", ".join(contact.languages))
        self._web = QLineEdit(contact.web)
        self._form_address = QLineEdit(contact.web_form)
        self._email = QLineEdit(contact.email)
        self._phone = QLineEdit(contact.phone)
        self._against = QLineEdit()
        self.add_field("name", self.tr("&Name in its own language"), self._name)
        self.add_field("nameEn", self.tr("Name in &English"), self._name_en)
        self.add_field("address", self.tr("&Address, line by line"), self._address)
        self.add_field(
            "against", self.tr("C&hecked against"), self._against, hint=self.tr("leave empty if you did not check the address")
        )
        self.add_field("languages", self.tr("&Languages"), self._languages, hint=self.tr("codes such as de, fr"), beside=True)
        self.add_field("web", self.tr("&Web site"), self._web, beside=True)
        self.add_field("webForm", self.tr("Web &form"), self._form_address, beside=True)
        self.add_field("email", self.tr("E-&mail"), self._email, beside=True)
        self.add_field("phone", self.tr("&Phone"), self._phone, beside=True)
        self.setMinimumWidth(860)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is missing."""
        found: list[tuple[str, str]] = []
        if not self._name.text().strip():
            found.append(("name", self.tr("Enter the name; letters are addressed to it.")))
        if self._against.text().strip() and not self._address.toPlainText().strip():
            found.append(("against", self.tr("There is no address that could have been checked.")))
        return tuple(found)

    def command(self) -> EditAuthority:
        """Return the command."""
        contact = Contact(
            name=self._name.text(),
            name_en=self._name_en.text(),
            address=tuple(self._address.toPlainText().splitlines()),
            web=self._web.text(),
            web_form=self._form_address.text(),
            email=self._email.text(),
            phone=self._phone.text(),
            languages=tuple(self._languages.text().replace(";", ",").split(",")),
        )
        return EditAuthority(authority_id=self._id, contact=contact, against=self._against.text().strip())


class _ReasonDialog(CommandDialog):
    """Asks for one text about an entry."""

    def __init__(
        self, workspace: Workspace, authority: ListedAuthority, now: datetime, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, name=name, now=now, parent=parent)
        self._id = authority.id
        self._text = QPlainTextEdit()
        self._text.setFixedHeight(_REASON_HEIGHT)

    def text(self) -> str:
        """Return the text as it was typed."""
        return self._text.toPlainText().strip()


class CheckAuthorityDialog(_ReasonDialog):
    """Gives a `CheckAuthority`."""

    def __init__(self, workspace: Workspace, authority: ListedAuthority, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, authority, now, name="checkAuthority", parent=parent)
        address = ", ".join(authority.contact.address)
        self.describe(
            title=self.tr("Mark as checked: {authority}").format(authority=authority.contact.name_en),
            explains=self.tr(
                "You say that you compared this entry today, and that its address is right: {address}. From now on letters print it."
            ).format(address=address),
            send=self.tr("&Mark as checked"),
        )
        self.add_field(
            "against",
            self.tr("&Checked against"),
            self._text,
            hint=self.tr("such as the authority's own page and the day you read it, or a letter of theirs"),
        )

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint where it is not said against what."""
        return () if self.text() else (("against", self.tr("Say against what you checked it; a check rests on that.")),)

    def command(self) -> CheckAuthority:
        """Return the command."""
        return CheckAuthority(authority_id=self._id, against=self.text())


class AllowAddressDialog(_ReasonDialog):
    """Gives an `AllowAddress`."""

    def __init__(self, workspace: Workspace, authority: ListedAuthority, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, authority, now, name="allowAddress", parent=parent)
        address = ", ".join(authority.contact.address)
        self.describe(
            title=self.tr("Print unchecked: {authority}").format(authority=authority.contact.name_en),
            explains=self.tr(
                "Nobody has checked this address: {address}. Letters will print it all the same, until you check it or take this back. Better check it."
            ).format(address=address),
            send=self.tr("&Print it unchecked"),
        )
        self.add_field("reason", self.tr("&Reason"), self._text)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint where no reason is given."""
        return () if self.text() else (("reason", self.tr("Say why an address that nobody checked may be printed.")),)

    def command(self) -> AllowAddress:
        """Return the command."""
        return AllowAddress(authority_id=self._id, reason=self.text())
