"""The directory of authorities: who is competent where, how they are reached, and who checked the entry, when and against what."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.authority import AllowAddressDialog, CheckAuthorityDialog, EditAuthorityDialog
from ui.dialogs.command_dialog import present
from ui.models.authority_table import CHECK_TONES, AuthorityTable, check_help
from ui.safe import Label, set_role, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP, ROOM, SIDE_COLUMN
from ui.widgets.card import Card
from ui.widgets.page import Page, page_column, scrolled
from ui.widgets.work_table import WorkTable
from ui.wording import word
from workbench.domain.authorities import CheckState, ListedAuthority, Scope, Standing
from workbench.domain.changes import Changes
from workbench.domain.commands import AllowAddress
from workbench.domain.rulebooks import pick
from workbench.services import authorities as service
from workbench.services.authorities import AuthorityEvent, AuthorityLine
from workbench.services.laws import load_rulebooks

_MOST_HISTORY = 8


class AuthoritiesPage(Page):
    """Every authority, and the chosen one at the side."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("authoritiesPage")
        self._lines: tuple[AuthorityLine, ...] = ()
        self._chosen = ""
        self._short = {law: pick(book.short_names, workspace.language) or law for law, book in load_rulebooks().items()}
        self._model = AuthorityTable(workspace.words, self._short, self)
        self.table = WorkTable(
            self._model,
            name="authoritiesTable",
            label=self.tr("Authorities"),
            stretch=AuthorityTable.PLACE,
            whole=(AuthorityTable.STATE,),
            spare=(AuthorityTable.LANGUAGES, AuthorityTable.LAW),
        )
        self.table.opened.connect(lambda _index: self._edit_chosen())
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now))
        left = QVBoxLayout()
        left.setSpacing(ROOM - 4)
        left.addLayout(self._filters())
        left.addWidget(self.table, 1)
        self._build_card()
        side = QVBoxLayout()
        side.setSpacing(GAP)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self._card)
        column.addStretch(1)
        side.addWidget(scrolled(ground, name="authoritySide"), 1)
        side.addLayout(self._buttons())
        holder = QWidget()
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(SIDE_COLUMN + 40)
        across = QHBoxLayout()
        across.setSpacing(ROOM)
        across.addLayout(left, 1)
        across.addWidget(holder)
        page_column(self).addLayout(across)
        self.setFocusProxy(self.table)
        self.set_heading(self.tr("Authorities"))
        self._show_line(None)
        workspace.jobs.changed.connect(self._something_changed)

    def reload(self) -> None:
        """Read the directory again."""
        self.workspace.jobs.ask(service.list_authorities, self._show)

    # Building

    def _filters(self) -> QHBoxLayout:
        self._text = QLineEdit()
        self._text.setObjectName("authoritiesFilterText")
        self._text.setAccessibleName(self.tr("Words in an entry"))
        self._text.setPlaceholderText(self.tr("Name, place or address"))
        self._text.setClearButtonEnabled(True)
        self._law = self._combo("authoritiesFilterLaw", self.tr("Law"))
        self._law.addItem(self.tr("Every law"), "")
        for law, short in self._short.items():
            self._law.addItem(short, law)
        self._which = self._combo("authoritiesFilterState", self.tr("State of the address"))
        self._which.addItem(self.tr("Every state"), "")
        self._which.addItem(self.tr("To be checked"), "to_check")
        self._which.addItem(self.tr("With open cases"), "open")
        self._text.textChanged.connect(lambda _text: self._narrow())
        for box in (self._law, self._which):
            box.currentIndexChanged.connect(lambda _index: self._narrow())
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._text, 3)
        row.addWidget(self._law, 2)
        row.addWidget(self._which, 2)
        return row

    @staticmethod
    def _combo(name: str, label: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _build_card(self) -> None:
        self._card = Card(name="authorityCard")
        self._card.setAccessibleName(self.tr("Authority"))
        self._title = Label("", role="heading", wrap=True, selectable=True, name="authorityTitle")
        self._card.body.addWidget(self._title)
        self._chip = Chip("", Tone.CALM)
        self._card.body.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._said = {
            name: Label("", role=role, wrap=True, selectable=True, name=f"authority{name[:1].upper()}{name[1:]}")
            for name, role in (
                ("otherName", ""),
                ("state", "small"),
                ("standing", ""),
                ("address", ""),
                ("reach", ""),
                ("competence", "small"),
                ("note", ""),
                ("check", "small"),
                ("source", "small"),
                ("history", "small"),
            )
        }
        for label in self._said.values():
            self._card.body.addWidget(label)

    def _buttons(self) -> QVBoxLayout:
        self._check = self._button("authorityCheck", self.tr("&Mark as checked…"), self._check_chosen, role="primary")
        self._edit = self._button("authorityEdit", self.tr("Ed&it…"), self._edit_chosen)
        self._allow = self._button("authorityAllow", self.tr("&Print unchecked…"), self._allow_chosen)
        first, rows = QHBoxLayout(), QVBoxLayout()
        for layout in (first, rows):
            layout.setSpacing(GAP)
        first.addWidget(self._check)
        first.addWidget(self._edit)
        rows.addLayout(first)
        rows.addWidget(self._allow)
        return rows

    def _button(self, name: str, text: str, does: Callable[[], None], *, role: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        if role:
            set_role(button, role)
        button.clicked.connect(lambda _checked: does())
        return button

    # Showing

    def _show(self, lines: tuple[AuthorityLine, ...]) -> None:
        self._lines = lines
        unchecked = sum(one.to_check for one in lines if one.authority.scope is Scope.GENERAL)
        held = sum(one.holds_up for one in lines)
        told = self.tr("{authorities} authorities, %n to be checked", "", unchecked).format(authorities=len(lines))
        chips = ((self.tr("%n of them with open cases", "", held), Tone.LATE),) if held else ()
        self.set_heading(self.tr("Authorities"), told, chips=chips)
        self._narrow()
        if self.isVisible() and self.window().focusWidget() in {None, self}:
            self.table.setFocus()

    def _narrow(self) -> None:
        chosen = self._chosen
        shown = [one for one in self._lines if self._fits(one)]
        self._model.show_lines(shown)
        places = {one.authority.id: row for row, one in enumerate(shown)}
        self.table.choose_row(places.get(chosen, 0))
        if not shown:
            self._show_line(None)

    def _fits(self, line: AuthorityLine) -> bool:
        one, contact = line.authority, line.authority.contact
        law, which = self._law.currentData(), self._which.currentData()
        if law not in {"", one.law} or (which == "to_check" and not line.to_check) or (which == "open" and not line.open_cases):
            return False
        place = self._model.text(line, AuthorityTable.PLACE)
        told = " ".join((contact.name, contact.name_en, one.place, place, *contact.address)).casefold()
        return all(part in told for part in self._text.text().casefold().split())

    def _choose(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self._chosen = line.authority.id
        self._show_line(line)

    def _show_line(self, line: AuthorityLine | None) -> None:
        may = line is not None and not self.workspace.read_only
        addressed = line is not None and bool(line.authority.contact.address)
        self._edit.setEnabled(may)
        self._check.setEnabled(may and addressed)
        self._allow.setEnabled(may and line is not None and line.state in {CheckState.UNCHECKED, CheckState.ALLOWED})
        allowed = line is not None and line.state is CheckState.ALLOWED
        self._allow.setText(self.tr("No longer &print it unchecked") if allowed else self.tr("&Print unchecked…"))
        self._allow.setAccessibleName(without_mnemonic(self._allow.text()))
        self._chip.setVisible(line is not None)
        if line is None:
            self._title.setText(self.tr("No authority is chosen"))
            for label in self._said.values():
                label.hide()
            return
        one = line.authority
        self._title.setText(one.contact.readable)
        self._chip.show_state(
            word("authority_check", line.state.value), Tone.LATE if line.holds_up else CHECK_TONES[line.state]
        )
        names = (one.contact.name, one.contact.name_en)
        self._say("otherName", next((name for name in names if name != one.contact.readable), ""))
        self._say("state", check_help(line.state, self.workspace.words))
        self._say("standing", self._standing(one))
        self._say("address", "\n".join(one.contact.address))
        self._say("reach", "\n".join(self._reach(one)))
        self._say("competence", self._competence(line))
        self._say("note", pick(one.notes, self.workspace.language))
        self._say("check", self._checked(one))
        self._say("source", self._source(one))
        self._say("history", "")
        self.workspace.jobs.ask(partial(service.history, authority_id=one.id), partial(self._show_history, one.id))

    def _say(self, name: str, text: str) -> None:
        self._said[name].setText(text)
        self._said[name].setVisible(bool(text))

    def _standing(self, one: ListedAuthority) -> str:
        if one.standing is Standing.FORMED:
            return ""
        return self.workspace.words.word("authority_standing", one.standing.value, awaits=one.awaits)

    def _reach(self, one: ListedAuthority) -> list[str]:
        contact = one.contact
        told = (
            (self.tr("Web: {text}"), contact.web),
            (self.tr("Web form: {text}"), contact.web_form),
            (self.tr("E-mail: {text}"), contact.email),
            (self.tr("Phone: {text}"), contact.phone),
        )
        return [words.format(text=text) for words, text in told if text]

    def _competence(self, line: AuthorityLine) -> str:
        one = line.authority
        parts = [
            self.tr("Competent under {law} in {place}").format(
                law=self._short.get(one.law, one.law), place=self._model.text(line, AuthorityTable.PLACE)
            ),
            word("authority_scope", one.scope.value),
            self.tr("Languages: {languages}").format(languages=self._model.text(line, AuthorityTable.LANGUAGES)),
        ]
        if line.open_cases:
            parts.append(self.tr("%n open case(s)", "", line.open_cases))
        return "\n".join(parts)

    def _checked(self, one: ListedAuthority) -> str:
        if one.checked is None:
            told = self.tr("Nobody has checked this entry.")
        else:
            told = self.tr("Checked on {day} by {who} against {what}").format(
                day=formats.day(one.checked.on), who=one.checked.by, what=one.checked.against
            )
        if one.allowed_because:
            told += "\n" + self.tr("Allowed unchecked: {reason}").format(reason=one.allowed_because)
        return told

    def _source(self, one: ListedAuthority) -> str:
        sure = word("confidence", one.source.confidence)
        told = self.tr("Taken on {day} from: {source} ({sure})").format(
            day=formats.day(one.taken_on), source=one.source.cite, sure=sure
        )
        if one.unsourced:
            fields = ", ".join(word("authority_field", name) for name in one.unsourced)
            told += "\n" + self.tr("Not from the source, in our own words: {fields}").format(fields=fields)
        if one.own:
            told += "\n" + self.tr("The office keeps its own copy of this entry.")
        return told

    def _show_history(self, authority_id: str, events: tuple[AuthorityEvent, ...]) -> None:
        if authority_id != self._chosen:
            return
        lines = [self._event(one) for one in events[:_MOST_HISTORY]]
        self._say("history", "\n".join(lines))

    def _event(self, one: AuthorityEvent) -> str:
        told = f"{formats.instant(one.at, self.workspace.zone)}, {one.officer_name}: {word('action', one.action)}"
        fields = ", ".join(word("authority_field", name) for name in one.fields)
        return f"{told} ({fields})" if fields else told

    # Doing

    def _chosen_line(self) -> AuthorityLine | None:
        return self._model.line(self.table.currentIndex())

    def _edit_chosen(self) -> None:
        line = self._chosen_line()
        if line is not None and not self.workspace.read_only:
            dialog = EditAuthorityDialog(self.workspace, line.authority, self.workspace.now(), self)
            present(dialog, self.workspace, service.edit_authority)

    def _check_chosen(self) -> None:
        line = self._chosen_line()
        if line is not None:
            dialog = CheckAuthorityDialog(self.workspace, line.authority, self.workspace.now(), self)
            present(dialog, self.workspace, service.check_authority)

    def _allow_chosen(self) -> None:
        line = self._chosen_line()
        if line is None:
            return
        if line.state is CheckState.ALLOWED:
            self.workspace.jobs.run(partial(service.allow_address, AllowAddress(authority_id=line.authority.id, reason="")))
            return
        dialog = AllowAddressDialog(self.workspace, line.authority, self.workspace.now(), self)
        present(dialog, self.workspace, service.allow_address)

    def _something_changed(self, changes: Changes) -> None:
        if changes.settings or changes.cases:
            self.reload()
