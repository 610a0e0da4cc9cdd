"""Fields for settings: one kind of field for each declared kind, all of them giving and taking the text form of a value."""

from collections.abc import Callable, Mapping
from zoneinfo import available_timezones

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QWidget

from ui import wording
from ui.widgets.number_edit import NumberEdit
from workbench.domain.rulebooks import Rulebook, pick
from workbench.domain.settings import Setting, SettingKind

_LINES_HEIGHT = 78


class SettingField(QObject):
    """One field: `widget` goes into a form, `text` and `show` speak the text form; `changed` follows every edit.

    Args:
        setting: its declaration.
        rulebooks: the laws that a law or a place can be chosen from.
    """

    changed = Signal()

    def __init__(self, setting: Setting, rulebooks: Mapping[str, Rulebook], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self._rulebooks = rulebooks
        self._read: Callable[[], str]
        self._write: Callable[[str], None]
        self.widget = self._made()
        self.widget.setObjectName(f"setting_{setting.key}")
        self.widget.setAccessibleName(wording.word("setting", setting.key))
        self.widget.setAccessibleDescription(wording.word("setting_help", setting.key))

    def text(self) -> str:
        """Return the text form of what stands in the field."""
        return self._read()

    def show(self, text: str) -> None:
        """Put a value into the field."""
        self._write(text)

    def offer_places(self, law: str) -> None:
        """Offer the places of a law; for the field of a place."""
        if isinstance(self.widget, QComboBox) and law in self._rulebooks:
            kept = self.text()
            self._fill(self.widget, {place: wording.words().place(place) for place in self._rulebooks[law].places})
            self._write(kept)

    def _made(self) -> QWidget:  # noqa: PLR0911  one return for each kind of field
        match self.setting.kind:
            case SettingKind.LINES:
                return self._lines()
            case SettingKind.COUNT:
                return self._count()
            case SettingKind.CHOICE:
                return self._choice({choice: self._choice_word(choice) for choice in self.setting.choices})
            case SettingKind.LAW:
                language = wording.language()
                return self._choice({law: pick(book.names, language) or book.name for law, book in self._rulebooks.items()})
            case SettingKind.PLACE:
                return self._choice({})
            case SettingKind.ZONE:
                return self._choice({zone: zone for zone in sorted(available_timezones()) if "/" in zone or zone == "UTC"})
            case _:
                return self._line()

    def _choice_word(self, choice: str) -> str:
        return wording.language_name(choice) if choice in wording.LANGUAGE_NAMES else wording.word("choice", choice)

    def _line(self) -> QLineEdit:
        field = QLineEdit()
        self._read, self._write = field.text, field.setText
        field.textChanged.connect(lambda _text: self.changed.emit())
        return field

    def _lines(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setFixedHeight(_LINES_HEIGHT)
        self._read, self._write = field.toPlainText, field.setPlainText
        field.textChanged.connect(self.changed)
        return field

    def _count(self) -> QSpinBox:
        field = NumberEdit()
        field.setRange(self.setting.least, self.setting.most)
        self._read = lambda: str(field.value())
        self._write = lambda text: field.setValue(int(text or 0))
        field.valueChanged.connect(lambda _value: self.changed.emit())
        return field

    def _choice(self, choices: Mapping[str, str]) -> QComboBox:
        field = QComboBox()
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(12)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fill(field, choices)

        def write(text: str) -> None:
            index = field.findData(text)
            if index < 0 and text:
                field.addItem(text, text)
                index = field.count() - 1
            field.setCurrentIndex(index)

        self._read = lambda: str(field.currentData() or "")
        self._write = write
        field.currentIndexChanged.connect(lambda _index: self.changed.emit())
        return field

    @staticmethod
    def _fill(field: QComboBox, choices: Mapping[str, str]) -> None:
        field.blockSignals(True)  # noqa: FBT003  Qt has no keyword for it
        field.clear()
        for value, words in choices.items():
            field.addItem(words, value)
        field.blockSignals(False)  # noqa: FBT003  Qt has no keyword for it
