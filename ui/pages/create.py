"""Making a store: who the office is, where its law is at home, and a passphrase typed twice.

Nothing is written before everything is typed and agrees.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.doors import LawChoice, NewOffice
from ui.safe import Label, restyle
from ui.widgets.door import Door, door_button
from ui.widgets.problem import ProblemBox
from ui.wording import LANGUAGE_NAMES, LANGUAGES, language

_WIDE = 560


class CreatePage(Door):
    """Asks for what a new store needs. `submitted` carries a `NewOffice`."""

    submitted = Signal(object)
    another = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=_WIDE, tall=True)
        self.setObjectName("createPage")
        self.say(
            self.tr("A new store"),
            self.tr(
                "One folder holds the office's cases, encrypted. Nobody can open it without a passphrase or the recovery code."
            ),
        )
        self._folder = QLineEdit(str(folder))
        choose = door_button(self.tr("Choose…"), "chooseFolderButton")
        choose.setAccessibleName(self.tr("Choose the folder"))
        choose.clicked.connect(self._choose_folder)
        self._office = QLineEdit()
        self._officer = QLineEdit()
        self._title_of_officer = QLineEdit(self.tr("Data protection officer"))
        self._first = QLineEdit()
        self._second = QLineEdit()
        for field in (self._first, self._second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._law = QComboBox()
        self._place = QComboBox()
        self._language = QComboBox()
        for code in LANGUAGES:
            self._language.addItem(LANGUAGE_NAMES[code], code)
        self._language.setCurrentIndex(LANGUAGES.index(language()))
        self._folder.setObjectName("folderField")
        self.body.addWidget(Label(self.tr("Folder"), role="field", buddy=self._folder))
        where = QHBoxLayout()
        where.addWidget(self._folder, 1)
        where.addWidget(choose)
        self.body.addLayout(where)
        self.body.addSpacing(6)
        self.add_field(self.tr("Name of the office"), self._office, name="officeField")
        self._pair(
            (self.tr("Your name"), self._officer, "officerField"), (self.tr("Your title"), self._title_of_officer, "titleField")
        )
        self._pair((self.tr("Home law"), self._law, "lawField"), (self.tr("Home place"), self._place, "placeField"))
        self.add_field(self.tr("Language"), self._language, name="languageField")
        self._pair(
            (self.tr("Passphrase"), self._first, "passphraseField"),
            (self.tr("Passphrase again"), self._second, "passphraseAgainField"),
        )
        self.body.addWidget(
            Label(
                self.tr("Four or five unrelated words are stronger than one word with signs in it, and easier to remember."),
                role="small",
                wrap=True,
            )
        )
        self._problem = ProblemBox(name="createProblem")
        self.body.addWidget(self._problem)
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 0)
        self._make = door_button(self.tr("Make the store"), "makeButton", role="primary")
        self._make.setDefault(True)
        self._make.clicked.connect(self._submit)
        other = door_button(self.tr("Open another store…"), "otherStoreButton")
        other.clicked.connect(self.another)
        row.addWidget(self._make)
        row.addWidget(other)
        row.addStretch(1)
        self.body.addLayout(row)
        self._law.currentIndexChanged.connect(self._show_places)
        self._choices: tuple[LawChoice, ...] = ()
        self.setFocusProxy(self._office)

    def offer_laws(self, choices: Sequence[LawChoice]) -> None:
        """Offer the laws and places of home; Indonesia is chosen first where it is shipped."""
        self._choices = tuple(choices)
        self._law.clear()
        for choice in self._choices:
            self._law.addItem(choice.name, choice.law)
        self._law.setCurrentIndex(max(0, self._law.findData("ID")))
        self._show_places()

    def refuse(self, text: str) -> None:
        """Show why the store was not made."""
        self.set_busy(busy=False)
        self._problem.say(text)

    def set_busy(self, *, busy: bool) -> None:
        """Show that the store is being made."""
        self._make.setEnabled(not busy)
        self._make.setText(self.tr("Making the store…") if busy else self.tr("Make the store"))

    def _pair(self, *fields: tuple[str, QWidget, str]) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        for caption, field, name in fields:
            field.setObjectName(name)
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(Label(caption, role="field", buddy=field))
            column.addWidget(field)
            row.addLayout(column, 1)
        self.body.addLayout(row)
        self.body.addSpacing(6)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the new store"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _show_places(self) -> None:
        self._place.clear()
        for choice in self._choices:
            if choice.law == self._law.currentData():
                for place, name, zone in choice.places:
                    self._place.addItem(name, (place, zone))
                self._place.setEnabled(len(choice.places) > 1)

    def _submit(self) -> None:
        needed = (
            (self._folder, self.tr("Choose a folder for the store.")),
            (self._office, self.tr("Type the name of the office.")),
            (self._officer, self.tr("Type your name; letters and the journal name who acted.")),
            (self._first, self.tr("Type a passphrase.")),
        )
        empty = next(((field, words) for field, words in needed if not field.text().strip()), None)
        differ = (self._second, self.tr("The two passphrases differ. Type the same one twice."))
        wrong = empty or (differ if self._first.text() != self._second.text() else None)
        for field in (self._folder, self._office, self._officer, self._first, self._second):
            field.setProperty("problem", wrong is not None and field is wrong[0])
            restyle(field)
        if wrong is not None:
            self._problem.say(wrong[1])
            wrong[0].setFocus()
            return
        place, zone = self._place.currentData() or ("ID", "Asia/Jakarta")
        self._problem.say("")
        self.set_busy(busy=True)
        self.submitted.emit(
            NewOffice(
                folder=Path(self._folder.text().strip()).expanduser(),
                office_name=self._office.text().strip(),
                officer_name=self._officer.text().strip(),
                officer_title=self._title_of_officer.text().strip(),
                passphrase=self._first.text(),
                law=self._law.currentData() or "ID",
                place=place,
                zone=zone,
                language=self._language.currentData(),
            )
        )
