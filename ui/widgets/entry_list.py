"""Entries one under the other, each a small form of the same fields; one can be added and each taken away. Knows no case.

An entry is a mapping from the key of a field to its text: a choice as its key, a count as digits, a day as ISO or empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.safe import Label, set_role
from ui.style.spacing import GAP
from ui.widgets.growing_text import GrowingText
from ui.widgets.number_edit import NumberEdit
from ui.widgets.optional_day import OptionalDay

Entry = Mapping[str, str]
_MOST = 1_000_000
_ROOM_OF_A_CHOICE = 2
"""How much wider than another a column with a choice is: it holds whole phrases, which a closed list would cut off."""


class FieldKind(StrEnum):
    """How a field is filled in: one line, several, a choice, a count, a day that may stay open, or only read."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    COUNT = "count"
    DAY = "day"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class EntryField:
    """One field of every entry.

    Args:
        key: its name in an entry.
        label: its words; of a day, those of its tick.
        kind: how it is filled in.
        choices: key and words, for a choice.
        offers: texts that a line offers beside any other.
        whole: it takes a line of the form for itself.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    choices: tuple[tuple[str, str], ...] = ()
    offers: tuple[str, ...] = ()
    whole: bool = False


class EntryList(QWidget):
    """The entries.

    Args:
        name: object name; a field is `<name>_<number from 0>_<key>`, the buttons `<name>Add` and `<name>_<number>_remove`.
        label: what they are, for whoever cannot see them.
        fields: what each entry has.
        add: words of the button that adds one; empty where the program fills the list.
        today: the day that is proposed where one is asked.
        columns: how many fields stand beside each other.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        label: str,
        fields: Sequence[EntryField],
        *,
        add: str = "",
        today: date,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._fields = tuple(fields)
        self._today = today
        self._columns = columns
        self._grows = bool(add)
        self._frames: list[QFrame] = []
        self._widgets: list[dict[str, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.add_button = QPushButton(add)
        self.add_button.setObjectName(f"{name}Add")
        self.add_button.setAccessibleName(f"{label}: {add}" if add else label)
        self.add_button.setAutoDefault(False)
        self.add_button.setVisible(self._grows)
        set_role(self.add_button, "small")
        self.add_button.clicked.connect(lambda _checked: self.add_entry())
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        self._column.addLayout(row)

    def entries(self) -> tuple[dict[str, str], ...]:
        """Return what the entries say; those that say nothing are left out."""
        said = [{field.key: _said(widgets[field.key], field) for field in self._fields} for widgets in self._widgets]
        return tuple(entry for entry in said if not self._grows or any(self._telling(entry)))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these instead, unless they are what is said already; does not count as an edit."""
        wanted = tuple(dict(one) for one in entries)
        if wanted in (self.entries(), self.every_entry()):
            return
        if len(entries) != len(self._widgets):
            self._clear()
            for _entry in entries:
                self._append()
        for widgets, entry in zip(self._widgets, entries, strict=True):
            for field in self._fields:
                _show(widgets[field.key], entry.get(field.key, ""))

    def add_entry(self) -> None:
        """Add an empty entry and go to its first field."""
        self._append()
        first = self._widgets[-1][self._fields[0].key]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def remove_entry(self, number: int) -> None:
        """Take an entry away."""
        kept = [entry for place, entry in enumerate(self._every()) if place != number]
        self._clear()
        for entry in kept:
            self._append()
            for field in self._fields:
                _show(self._widgets[-1][field.key], entry[field.key])
        self.edited.emit()

    def set_offers(self, key: str, offers: Sequence[str]) -> None:
        """Set the texts that a line offers."""
        texts = tuple(offers)
        fields = [
            EntryField(one.key, one.label, one.kind, one.choices, texts, one.whole) if one.key == key else one
            for one in self._fields
        ]
        if tuple(fields) != self._fields:
            self._fields = tuple(fields)
            entries = self._every()
            self._clear()
            for entry in entries:
                self._append()
                for field in self._fields:
                    _show(self._widgets[-1][field.key], entry[field.key])

    def every_entry(self) -> tuple[dict[str, str], ...]:
        """Return what the entries say, those that say nothing too."""
        return tuple(self._every())

    def go_to(self, number: int, key: str) -> None:
        """Go to a field of an entry."""
        self._widgets[number][key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _every(self) -> list[dict[str, str]]:
        return [{field.key: _said(widgets[field.key], field) for field in self._fields} for widgets in self._widgets]

    def _telling(self, entry: Entry) -> list[str]:
        """Return what an entry says beyond the choices that it begins with."""
        kinds = {field.key: field.kind for field in self._fields}
        silent = {FieldKind.CHOICE, FieldKind.SHOWN}
        told = [text.strip() for key, text in entry.items() if kinds[key] not in silent and text != "0"]
        return told or [text for key, text in entry.items() if kinds[key] is FieldKind.SHOWN]

    def _clear(self) -> None:
        for frame in self._frames:
            self._column.removeWidget(frame)
            frame.hide()
            frame.setParent(None)
            frame.deleteLater()
        self._frames, self._widgets = [], []

    def _append(self) -> None:
        number = len(self._frames)
        frame = QFrame(self)
        set_role(frame, "choice")
        grid = QGridLayout(frame)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setHorizontalSpacing(GAP + 4)
        grid.setVerticalSpacing(3)
        widgets: dict[str, QWidget] = {}
        line, place = 0, 0
        choices: set[int] = set()
        for field in self._fields:
            if place and (field.whole or place == self._columns):
                line, place = line + 2, 0
            widget = self._widget(field, f"{self.objectName()}_{number}_{field.key}")
            widgets[field.key] = widget
            if field.kind is FieldKind.CHOICE:
                choices.add(place)
            span = self._columns if field.whole else 1
            if field.kind is not FieldKind.DAY:
                grid.addWidget(Label(field.label, frame, role="field", buddy=widget), line, place, 1, span)
            grid.addWidget(widget, line + 1, place, 1, span)
            place = self._columns if field.whole else place + 1
        for column in range(self._columns):
            grid.setColumnStretch(column, _ROOM_OF_A_CHOICE if column in choices else 1)
        if self._grows:
            grid.addWidget(self._remover(number, frame), 0, self._columns, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._frames.append(frame)
        self._widgets.append(widgets)
        self._column.insertWidget(number, frame)

    def _remover(self, number: int, frame: QFrame) -> QPushButton:
        remove = QPushButton(self.tr("Take away"), frame)
        remove.setObjectName(f"{self.objectName()}_{number}_remove")
        remove.setAccessibleName(self.tr("Take entry {number} away").format(number=number + 1))
        remove.setAutoDefault(False)
        set_role(remove, "small")
        remove.clicked.connect(partial(self._removed, number))
        return remove

    def _removed(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self.remove_entry(number)

    def _widget(self, field: EntryField, name: str) -> QWidget:
        told = self._edited
        match field.kind:
            case FieldKind.TEXT:
                text = GrowingText(name, field.label)
                text.textChanged.connect(told)
                return text
            case FieldKind.COUNT:
                spin = NumberEdit()
                spin.setMaximum(_MOST)
                spin.setGroupSeparatorShown(True)
                spin.valueChanged.connect(told)
                made: QWidget = spin
            case FieldKind.DAY:
                day = OptionalDay(name, field.label, self._today)
                day.edited.connect(told)
                return day
            case FieldKind.CHOICE:
                made = self._choice(field)
            case FieldKind.SHOWN:
                made = Label("", wrap=True, selectable=True)
            case FieldKind.LINE:
                made = self._line(field)
        made.setObjectName(name)
        if field.kind is not FieldKind.SHOWN:
            made.setAccessibleName(field.label)
        return made

    def _choice(self, field: EntryField) -> QComboBox:
        box = QComboBox()
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for key, words in field.choices:
            box.addItem(words, key)
        box.currentIndexChanged.connect(self._edited)
        return box

    def _line(self, field: EntryField) -> QWidget:
        if not field.offers:
            line = QLineEdit()
            line.textChanged.connect(self._edited)
            return line
        box = QComboBox()
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(list(field.offers))
        box.setCurrentIndex(-1)
        box.editTextChanged.connect(self._edited)
        return box

    def _edited(self, *_told: object) -> None:
        self.edited.emit()


def _said(widget: QWidget, field: EntryField) -> str:
    match widget:
        case GrowingText():
            return widget.text()
        case QSpinBox():
            return str(widget.value())
        case OptionalDay():
            on = widget.value()
            return on.isoformat() if on is not None else ""
        case QComboBox():
            return str(widget.currentData()) if field.kind is FieldKind.CHOICE else widget.currentText()
        case QLineEdit() | Label():
            return widget.text()
        case _:
            raise TypeError(widget)


def _show(widget: QWidget, text: str) -> None:
    blocker = QSignalBlocker(widget)
    match widget:
        case GrowingText():
            widget.show_text(text)
        case QSpinBox():
            widget.setValue(int(text or 0))
        case OptionalDay():
            widget.show_day(date.fromisoformat(text) if text else None)
        case QComboBox() if widget.isEditable():
            widget.setEditText(text)
        case QComboBox():
            widget.setCurrentIndex(max(0, widget.findData(text)))
        case QLineEdit() | Label():
            widget.setText(text)
    blocker.unblock()
