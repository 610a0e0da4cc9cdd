"""The head of a matter: the authority, its reference and officer, and three dates beside each other: the authority's, the law's, our own."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.why import WhyDialog
from ui.models.authority_table import CHECK_TONES, check_help
from ui.models.clock_figures import kind_word, short_cite
from ui.models.due_words import word_of_deadline
from ui.navigation import Place
from ui.safe import Label, plain, set_role, set_tooltip, without_mnemonic
from ui.style.chips import Chip, Tone
from ui.style.spacing import GAP, ROOM
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.rows import empty
from ui.wording import word
from workbench.domain.clocks import ClockState
from workbench.services.lines import DeadlineLine
from workbench.services.matter_pages import MatterPage, MoreTime, more_time_open

_NARROW = 430


class ThreeDates(QWidget):
    """Blocks beside each other, below each other where the place is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GAP + 4)

    def set_width(self, width: int) -> None:
        """Choose row or column for a width."""
        beside = width >= _NARROW
        self.row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


class HeadCard(Card):
    """The card; `wanted` carries what the officer wants to do: head, deadline, ask_time, answer_time."""

    wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("\u2026", parent, name="matterHeadCard")
        self.set_title(self.tr("Authority"))
        self._workspace = workspace
        self._dates: ThreeDates | None = None
        edit = self._button("matterEdit", self.tr("Edit…"), "head", role="link")
        self.head.addWidget(edit)
        self._edit = edit

    def show_page(self, page: MatterPage, *, may: bool, now: datetime) -> None:
        """Show a matter as it stands at `now`."""
        empty(self.body)
        self._edit.setVisible(may)
        matter, authority = page.matter, page.authority
        name = authority.contact.readable if authority is not None else matter.authority_id
        self.body.addWidget(Label(name, role="strong", wrap=True, selectable=True, name="matterAuthority"))
        told = [word("matter_kind", matter.kind)]
        if matter.passed_on:
            told.append(self.tr("brought there by Onee"))
        if matter.reference:
            told.append(self.tr("reference {text}").format(text=matter.reference))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(Label(", ".join(told), wrap=True, selectable=True, name="matterTold"), 1)
        if page.authority_state is not None:
            chip = Chip(word("authority_check", page.authority_state), CHECK_TONES[page.authority_state])
            set_tooltip(chip, check_help(page.authority_state, self._workspace.words))
            line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        for label, text in self._facts(page):
            self.body.addWidget(Label(f"{label}: {text}", role="small", wrap=True, selectable=True))
        self._about(page)
        self._dates = ThreeDates()
        self._dates.row.addWidget(self._own(page, now), 1)
        self._dates.row.addWidget(self._statutory(page, now), 1)
        self._dates.row.addWidget(self._target(page, now), 1)
        self._dates.set_width(self.width() - 2 * ROOM)
        self.body.addWidget(self._dates)
        for one in page.more_time[-2:]:
            self.body.addWidget(Label(self._more_time(one, now), role="small", wrap=True))
        if may:
            buttons = [self._button("matterSetDeadline", self.tr("Authority's deadline…"), "deadline")]
            if more_time_open(page.case):
                buttons.append(self._button("matterAnswerTime", self.tr("Answer about more time…"), "answer_time"))
            elif page.own is not None and page.own.state == ClockState.RUNNING.value:
                buttons.append(self._button("matterAskTime", self.tr("Ask for more time…"), "ask_time"))
            self.body.addWidget(ButtonRow(buttons))

    def set_width(self, width: int) -> None:
        """Lay the dates out for a width of the card."""
        if self._dates is not None:
            self._dates.set_width(width - 2 * ROOM)

    def _facts(self, page: MatterPage) -> list[tuple[str, str]]:
        matter = page.matter
        contact = ", ".join(part for part in (matter.contact.name, matter.contact.email, matter.contact.phone) if part)
        facts = [
            (self.tr("Officer of the authority"), contact),
            (self.tr("Legal basis"), matter.basis),
            (self.tr("Competent because"), matter.why_competent),
        ]
        kept_by = self.tr("{person}; the matter is kept by {officer}")
        if matter.person:
            facts.append((self.tr("Concerns"), kept_by.format(person=matter.person, officer=page.officer_name)))
        else:
            facts.append((self.tr("Kept by"), page.officer_name))
        return [(label, text) for label, text in facts if text]

    def _about(self, page: MatterPage) -> None:
        for one in page.about[1:]:
            told = self.tr("Behind it: {number}, {kind}").format(number=one.number, kind=word("case_kind", one.kind))
            button = QPushButton(plain(told))
            button.setObjectName(f"matterAbout{one.id}")
            button.setAccessibleName(told)
            set_role(button, "link")
            button.clicked.connect(partial(self._workspace.navigation.go, Place("case", case_id=one.id)))
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _own(self, page: MatterPage, now: datetime) -> QFrame:
        caption = self.tr("The authority's deadline")
        if page.own is None:
            return self._block("matterOwn", caption, "", None, self.tr("The authority set none."))
        why = self.tr("said in: {where}").format(where=page.own.cite) if page.own.cite else self.tr("by the authority's word")
        return self._line_block("matterOwn", caption, page.own, why, now)

    def _statutory(self, page: MatterPage, now: datetime) -> QFrame:
        caption = self.tr("Deadline of the law")
        owed = [line for line in page.statutory if line.due is not None or line.state == ClockState.OPEN_ENDED.value]
        if not owed:
            return self._block("matterStatutory", caption, "", None, self.tr("No limit of these laws runs here."))
        line = next((one for one in owed if one.state == ClockState.RUNNING.value), owed[0])
        why = ", ".join(part for part in (kind_word(line.kind), short_cite(line.cite)) if part)
        if len(owed) > 1:
            why += "; " + self.tr("%n more at the right", "", len(owed) - 1)
        return self._line_block("matterStatutory", caption, line, why, now)

    def _target(self, page: MatterPage, now: datetime) -> QFrame:
        caption = self.tr("Our own target")
        target = page.matter.target_on
        if target is None:
            return self._block("matterTarget", caption, "", None, self.tr("None is set; it is the office's own day."))
        met = page.own is not None and page.own.state in {"met", "met_late"}
        chip = None
        if not met and page.phase.value not in {"closed", "authority_decided", "awaiting_authority"}:
            text, tone = formats.due_chip(target, now=now, zone=self._workspace.zone)
            chip = Chip(self.tr("passed"), Tone.SOON) if tone is Tone.LATE else Chip(text, tone)
        return self._block(
            "matterTarget", caption, formats.day(target), chip, self.tr("set by the office; no law counts from it")
        )

    def _line_block(self, name: str, caption: str, line: DeadlineLine, why: str, now: datetime) -> QFrame:
        told = word_of_deadline(line, now=now)
        due: date | datetime | None = line.due if line.due is not None else line.reckoning.guide
        day = formats.moment(due, line.zone) if due is not None else ""
        return self._block(
            name, caption, day, Chip(told.text, told.tone), why, does=lambda: WhyDialog(self._workspace, line, self).open()
        )

    def _block(
        self, name: str, caption: str, day: str, chip: Chip | None, why: str, *, does: Callable[[], None] | None = None
    ) -> QFrame:
        block = QFrame()
        block.setObjectName(name)
        set_role(block, "choice")
        block.setAccessibleName(", ".join(part for part in (caption, day, chip.text() if chip is not None else "") if part))
        column = QVBoxLayout(block)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(3)
        column.addWidget(Label(caption, role="field", wrap=True))
        if day:
            column.addWidget(Label(day, role="strong", wrap=True, selectable=True, name=f"{name}Day"))
        if chip is not None:
            column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(why, role="small", wrap=True, name=f"{name}Why"))
        if does is not None:
            asks = QPushButton(self.tr("Why?"))
            asks.setObjectName(f"{name}Asks")
            asks.setAccessibleName(self.tr("Why this date? {what}").format(what=caption))
            set_role(asks, "link")
            asks.clicked.connect(lambda _checked: does())
            column.addWidget(asks, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return block

    def _more_time(self, one: MoreTime, now: datetime) -> str:
        asked = formats.short_day(formats.local_day(one.asked_at, one.zone), today=now.date())
        until = formats.day(one.until)
        if one.granted is None:
            return self.tr("More time asked on {day} until {until}: no answer yet, the deadline stands.").format(
                day=asked, until=until
            )
        if not one.granted or one.due is None:
            return self.tr("More time asked on {day} until {until}: refused ({where}).").format(
                day=asked, until=until, where=one.said_in
            )
        return self.tr("More time asked on {day} until {until}: granted until {due} ({where}).").format(
            day=asked, until=until, due=formats.moment(one.due, one.due_zone), where=one.said_in
        )

    def _button(self, name: str, text: str, what: str, *, role: str = "small") -> QPushButton:
        button = QPushButton(plain(text))
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        set_role(button, role)
        button.clicked.connect(partial(self.wanted.emit, what))
        return button
