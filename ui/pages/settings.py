"""Settings: what the office says about itself, generated from the declarations, and beside it keys, officers, days and the store."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import formats, wording
from ui.context import Workspace
from ui.dialogs.command_dialog import present
from ui.dialogs.files import PickedFile, pick_files, read_file
from ui.dialogs.office_day import OfficeDayDialog
from ui.dialogs.officer import OfficerDialog
from ui.dialogs.passphrase import NewPassphrase, PassphraseDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.doors import DeviceKey
from ui.navigation import Place
from ui.preferences import THEMES
from ui.safe import Label, ask, plain, set_role, set_tooltip
from ui.style.spacing import GAP, ROOM, SIDE_COLUMN
from ui.widgets.card import Card, ProblemBox
from ui.widgets.page import Page, page_column, scrolled
from ui.widgets.picture_field import PictureField
from ui.widgets.setting_fields import SettingField
from workbench.domain.calendars import OfficeDay
from workbench.domain.changes import Changes
from workbench.domain.commands import SaveSettings, SetOfficeImage
from workbench.domain.errors import InvalidInputError, WorkbenchError
from workbench.domain.parties import Officer
from workbench.services.images import LOGO, image, set_image, signature_name, signature_of
from workbench.services.laws import load_rulebooks
from workbench.services.office import Desk, Office
from workbench.services.settings import (
    SETTINGS,
    Setting,
    add_office_day,
    add_officer,
    list_office_days,
    list_officers,
    save_settings,
    setting_texts,
)

_Facts = tuple[dict[str, str], tuple[Officer, ...], tuple[OfficeDay, ...], dict[str, bytes]]


def _facts(desk: Desk) -> _Facts:
    pictures = {LOGO: image(desk, LOGO), signature_name(desk.officer): signature_of(desk, desk.officer)}
    return setting_texts(desk), list_officers(desk), list_office_days(desk), pictures


class SettingsPage(Page):
    """The settings of the office and of this laptop."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("settingsPage")
        self._kept: dict[str, str] = {}
        self._fields: dict[str, SettingField] = {}
        self._save = QAction(self.tr("Save"), self)
        self._save.setObjectName("saveSettings")
        self._save.triggered.connect(self._save_all)
        self._problem = ProblemBox(name="settingsProblem")
        content = QWidget()
        across = page_column(content)
        across.addWidget(self._problem)
        columns = QHBoxLayout()
        columns.setSpacing(ROOM + 4)
        left = QVBoxLayout()
        left.setSpacing(ROOM)
        for group in dict.fromkeys(setting.group for setting in SETTINGS):
            left.addWidget(self._group(group))
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(ROOM)
        for card in (self._laptop(), self._pictures(), self._store(), self._officers(), self._days()):
            card.setFixedWidth(SIDE_COLUMN)
            right.addWidget(card)
        right.addStretch(1)
        columns.addLayout(left, 1)
        columns.addLayout(right)
        across.addLayout(columns)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, name="settingsScroll"))
        self._fields["home_law"].changed.connect(self._law_changed)
        self._head()
        workspace.jobs.changed.connect(self._changed)

    def reload(self) -> None:
        """Read the settings again; what was typed and not saved is kept."""
        self.workspace.jobs.ask(_facts, self._show)
        doors, office = self.workspace.doors, self.workspace.jobs.office
        if doors is not None and office is not None:
            self.workspace.jobs.work(partial(doors.device_key, office.folder), self._show_device_key)

    def may_leave(self) -> bool:
        """Return whether nothing is typed that is not saved."""
        return not self._unsaved()

    def _head(self) -> None:
        unsaved = len(self._unsaved())
        self._save.setEnabled(bool(unsaved) and not self.workspace.read_only)
        subtitle = (
            self.tr("%n change(s) not saved", "", unsaved) if unsaved else self.tr("Office, letters, screen and this laptop")
        )
        self.set_heading(self.tr("Settings"), subtitle, buttons=(self._save,))

    def _group(self, group: str) -> Card:
        card = Card(wording.word("setting_group", group), name=f"settings_{group}")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setHorizontalSpacing(ROOM)
        form.setVerticalSpacing(GAP)
        for setting in SETTINGS:
            if setting.group == group:
                form.addRow(self._caption(setting), self._field(setting))
        card.body.addLayout(form)
        return card

    def _caption(self, setting: Setting) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(1)
        column.addWidget(Label(wording.word("setting", setting.key), wrap=True))
        column.addWidget(Label(wording.word("setting_help", setting.key), role="small", wrap=True))
        column.addStretch(1)
        words.setFixedWidth(280)
        return words

    def _field(self, setting: Setting) -> QWidget:
        field = SettingField(setting, load_rulebooks(), self)
        field.widget.setEnabled(not self.workspace.read_only)
        field.changed.connect(self._head)
        self._fields[setting.key] = field
        return field.widget

    def _laptop(self) -> Card:
        card = Card(self.tr("This laptop"), name="laptopCard")
        theme = QComboBox()
        theme.setObjectName("themeField")
        words = {"system": self.tr("As the system has it"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        for mode in THEMES:
            theme.addItem(words[mode], mode)
        theme.setCurrentIndex(THEMES.index(self.workspace.chosen_theme()))
        theme.currentIndexChanged.connect(lambda index: self.workspace.choose_theme(THEMES[index]))
        card.body.addWidget(Label(self.tr("Light or dark"), role="field", buddy=theme))
        card.body.addWidget(theme)
        self._keyring = Label("", role="small", wrap=True, name="keyringState")
        self._remember = self._button(self.tr("Remember on this laptop"), "rememberButton", self._remember_here)
        self._forget = self._button(self.tr("Forget on this laptop"), "forgetButton", self._forget_here)
        self._remember.hide()
        self._forget.hide()
        passphrase = self._button(self.tr("Change your passphrase…"), "passphraseButton", self._change_passphrase)
        code = self._button(self.tr("Make a new recovery code…"), "newCodeButton", self._ask_new_code)
        for widget in (self._keyring, self._remember, self._forget, passphrase, code):
            card.body.addWidget(widget)
        return card

    def _pictures(self) -> Card:
        card = Card(self.tr("Pictures on letters"), name="picturesCard")
        office = self.workspace.jobs.office
        self._picture_fields = {LOGO: PictureField(self.tr("Logo"), self.tr("The letterhead has no logo."), name="logoField")}
        if office is not None:
            self._picture_fields[signature_name(office.officer)] = PictureField(
                self.tr("My signature"), self.tr("Letters leave room for a pen."), name="signatureField"
            )
        for name, field in self._picture_fields.items():
            field.set_writable(writable=not self.workspace.read_only)
            field.wanted.connect(partial(self._pick_picture, name))
            field.removed.connect(partial(self._set_picture, name, b""))
            card.body.addWidget(field)
        return card

    def _pick_picture(self, name: str) -> None:
        pick_files(
            self,
            self.tr("Choose a picture"),
            name="pictureDialog",
            kinds=self.tr("Pictures (*.png *.jpg *.jpeg)"),
            several=False,
            then=partial(self._take_picture, name),
        )

    def _take_picture(self, name: str, path: Path) -> None:
        def take(file: PickedFile) -> None:
            if file.data:
                self._set_picture(name, file.data)
            else:
                self._problem.say(wording.refusal(InvalidInputError(field="picture", problem="picture_unknown")))

        self.workspace.jobs.work(partial(read_file, path), take)

    def _set_picture(self, name: str, data: bytes) -> None:
        command = SetOfficeImage(name=name, data=data)
        said = self.tr("The picture is kept for letters.") if data else self.tr("The picture was taken away.")

        def kept(_changes: Changes) -> None:
            self._problem.say("")
            self.workspace.notices.say(said)

        self.workspace.jobs.run(partial(set_image, command), then=kept, refused=self._refuse)

    def _store(self) -> Card:
        card = Card(self.tr("Store"), name="storeCard")
        office = self.workspace.jobs.office
        folder = str(office.folder) if office is not None else ""
        place = Label(folder, role="small", wrap=True, selectable=True, name="storeFolder")
        set_tooltip(place, folder)
        card.body.addWidget(place)
        actions = self.workspace.actions
        card.body.addWidget(self._button(self.tr("Back up now"), "backUpButton", actions["back_up"].trigger))
        card.body.addWidget(self._button(self.tr("Check the store"), "verifyButton", actions["verify"].trigger, reading=True))
        return card

    def _officers(self) -> Card:
        card = Card(self.tr("Officers"), name="officersCard")
        self._officer_list = QVBoxLayout()
        self._officer_list.setSpacing(2)
        card.body.addLayout(self._officer_list)
        card.body.addWidget(self._button(self.tr("Add an officer…"), "addOfficerButton", self._add_officer))
        return card

    def _days(self) -> Card:
        card = Card(self.tr("Days of our own"), name="daysCard")
        self._day_list = QVBoxLayout()
        self._day_list.setSpacing(2)
        card.body.addLayout(self._day_list)
        card.body.addWidget(self._button(self.tr("Add a day…"), "addDayButton", self._add_day))
        return card

    def _button(self, text: str, name: str, does: Callable[[], object], *, reading: bool = False) -> QPushButton:
        button = QPushButton(plain(text))
        button.setObjectName(name)
        button.setAccessibleName(text.rstrip("…"))
        button.setEnabled(reading or not self.workspace.read_only)
        button.clicked.connect(lambda _checked: does())
        set_role(button, "")
        return button

    def _show(self, facts: _Facts) -> None:
        texts, officers, days, pictures = facts
        typed = self._unsaved()
        self._kept = dict(texts)
        self._fields["home_place"].offer_places(typed.get("home_law", texts["home_law"]))
        for key, field in self._fields.items():
            field.show(typed.get(key, texts[key]))
        for name, data in pictures.items():
            if name in self._picture_fields:
                self._picture_fields[name].show_picture(data)
        self._show_officers(officers)
        self._show_days(days)
        self._head()

    def _show_officers(self, officers: tuple[Officer, ...]) -> None:
        _clear(self._officer_list)
        for officer in officers:
            self._officer_list.addWidget(Label(officer.name, role="strong", wrap=True))
            if officer.title:
                self._officer_list.addWidget(Label(officer.title, role="small", wrap=True))

    def _show_days(self, days: tuple[OfficeDay, ...]) -> None:
        _clear(self._day_list)
        if not days:
            words = self.tr("None. Holidays come from the calendars of the laws; a day declared late is added here.")
            self._day_list.addWidget(Label(words, role="small", wrap=True))
        for day in days:
            kind = self.tr("rest day") if day.rests else self.tr("working day")
            place = self.workspace.words.place(day.place)
            self._day_list.addWidget(Label(f"{formats.day(day.on)}, {day.name}", wrap=True))
            self._day_list.addWidget(Label(f"{place}, {kind}. {day.source}", role="small", wrap=True))

    def _show_device_key(self, key: DeviceKey) -> None:
        self._remember.setVisible(not key.kept and not key.refusal)
        self._forget.setVisible(key.kept)
        if key.kept:
            words = self.tr("The system keyring of this laptop keeps a key to this store.")
        elif key.refusal:
            reason = wording.word("reason", key.refusal)
            words = self.tr("This laptop keeps no key to the store: {reason}").format(reason=reason)
        else:
            words = self.tr("This laptop can keep a key in its system keyring, so that the passphrase need not be typed.")
        self._keyring.setText(words)

    def _unsaved(self) -> Mapping[str, str]:
        if not self._kept:
            return {}
        return {key: field.text() for key, field in self._fields.items() if field.text() != self._kept[key]}

    def _law_changed(self) -> None:
        self._fields["home_place"].offer_places(self._fields["home_law"].text())

    def _save_all(self) -> None:
        def saved(_changes: Changes) -> None:
            self._kept.update(values)
            self._problem.say("")
            self._head()
            self.workspace.notices.say(self.tr("The settings were saved."))

        values = tuple(self._unsaved().items())
        if values:
            command = SaveSettings(values=values)
            self.workspace.jobs.run(partial(save_settings, command), then=saved, refused=self._refuse)

    def _refuse(self, refusal: WorkbenchError) -> None:
        self._problem.say(wording.refusal(refusal))
        self.reload()

    def _changed(self, changes: Changes) -> None:
        if changes.settings:
            self.reload()

    def _add_officer(self) -> None:
        present(OfficerDialog(self.workspace, self.workspace.now(), self), self.workspace, add_officer)

    def _add_day(self) -> None:
        present(
            OfficeDayDialog(self.workspace, self.workspace.now(), self),
            self.workspace,
            add_office_day,
            then=lambda _changes: self.workspace.navigation.go(Place("moves")),
        )

    def _remember_here(self) -> None:
        doors = self.workspace.doors
        if doors is not None:
            self.workspace.jobs.with_office(doors.remember, lambda _done: self.reload(), refused=self._refuse)

    def _forget_here(self) -> None:
        doors = self.workspace.doors
        if doors is not None:
            self.workspace.jobs.with_office(doors.forget, lambda _done: self.reload(), refused=self._refuse)

    def _change_passphrase(self) -> None:
        dialog = PassphraseDialog(self.workspace, self.workspace.now(), self)

        def send(asked: NewPassphrase) -> None:
            doors = self.workspace.doors
            if doors is None:
                return

            def change(office: Office) -> None:
                doors.change_passphrase(office, old=asked.old, new=asked.new)

            def changed(_done: None) -> None:
                dialog.finish()
                self.workspace.notices.say(self.tr("Your passphrase was changed."))

            self.workspace.jobs.with_office(change, changed, refused=dialog.refuse)

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.submitted.connect(send)
        dialog.open()

    def _ask_new_code(self) -> None:
        ask(
            self,
            self.tr("A new recovery code?"),
            self.tr("The code that was printed before opens nothing from then on."),
            yes=self.tr("Make a new code"),
            then=self._make_new_code,
        )

    def _make_new_code(self) -> None:
        doors = self.workspace.doors
        if doors is not None:
            self.workspace.jobs.with_office(doors.new_recovery_code, self._show_code, refused=self._refuse)

    def _show_code(self, code: str) -> None:
        RecoveryDialog(code, self).open()


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
