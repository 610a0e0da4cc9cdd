"""The form of a letter: what the officer can set, and nothing that the law or the template sets.

Fields are plain text; an empty one takes what the case and the office's settings suggest. Below them stands one field for each
place that the template keeps for the officer's words; what would stand there without them is shown in the empty field.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.safe import Label, plain
from ui.widgets.elided_combo import ElidedCombo
from ui.wording import language_name
from workbench.domain.letters import LetterFields, LetterKind
from workbench.domain.templates import Insert
from workbench.services.letter_texts import LETTER_LANGUAGES, UNDER_ONE_LAW, languages_of, load_template
from workbench.services.letters import AddressedAuthority

FIELD_NAMES = ("addressee", "salutation", "free_text", "signatory", "signatory_title")
"""The fields that a letter suggests by itself."""


class LetterForm(QWidget):
    """Kind, language and the words of one letter."""

    edited = Signal()
    """The officer changed a word."""
    choice_changed = Signal()
    """The officer chose another kind or language."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = workspace.words
        self._places: tuple[Insert, ...] = ()
        self._place_fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._place_words: dict[str, str] = {}
        self._read_only = False
        self.kind_box = ElidedCombo()
        self._name(self.kind_box, "letterKind", self.tr("Kind of letter"))
        self.language_box = ElidedCombo()
        self._name(self.language_box, "letterLanguage", self.tr("Language of the letter"))
        for code in LETTER_LANGUAGES:
            self.language_box.addItem(language_name(code), code)
        self.law_box = ElidedCombo()
        self._name(self.law_box, "letterLaw", self.tr("Under which law, to whom"))
        self._law_label = Label(self.tr("Under which &law, to whom"), role="field", buddy=self.law_box)
        self.addressee = self._lines("letterAddressee", self.tr("Addressee"), rows=4)
        self.salutation = self._line("letterSalutation", self.tr("Salutation"))
        self.free_text = self._lines("letterFreeText", self.tr("Remark"), rows=6)
        self.signatory = self._line("letterSignatory", self.tr("Signatory"))
        self.signatory_title = self._line("letterSignatoryTitle", self.tr("Title of the signatory"))
        self._free_label = Label(self.tr("Remark"), role="field", buddy=self.free_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        kinds = self._beside(self._under("Letter", self.kind_box), self._under("Language", self.language_box))
        kinds.setStretch(0, 6)
        kinds.setStretch(1, 5)
        column.addLayout(kinds)
        column.addLayout(self._law_row())
        column.addLayout(self._under("Addressee", self.addressee))
        column.addLayout(self._under("Salutation", self.salutation))
        free = QVBoxLayout()
        free.setSpacing(4)
        free.addWidget(self._free_label)
        free.addWidget(self.free_text)
        column.addLayout(free)
        self._place_column = QVBoxLayout()
        self._place_column.setSpacing(10)
        column.addLayout(self._place_column)
        column.addLayout(self._beside(self._under("Signatory", self.signatory), self._under("Title", self.signatory_title)))
        self.kind_box.currentIndexChanged.connect(self._kind_chosen)
        self.language_box.currentIndexChanged.connect(lambda _index: self.choice_changed.emit())
        self.law_box.currentIndexChanged.connect(lambda _index: self.choice_changed.emit())
        for line in (self.salutation, self.signatory, self.signatory_title):
            line.textEdited.connect(lambda _text: self.edited.emit())
        for text in (self.addressee, self.free_text):
            text.textChanged.connect(self.edited)

    def offer_kinds(self, kinds: Sequence[LetterKind], chosen: LetterKind, *, fixed: bool) -> None:
        """Show the kinds that can be chosen, with one chosen; `fixed` when the letter exists and its kind cannot change."""
        blocker = QSignalBlocker(self.kind_box)
        self.kind_box.clear()
        for kind in dict.fromkeys((*kinds, chosen)):
            self.kind_box.addItem(self._words.word("letter", kind.value), kind.value)
        self.kind_box.setCurrentIndex(self.kind_box.findData(chosen.value))
        self.kind_box.setEnabled(not fixed)
        blocker.unblock()
        self._show_law()
        self._word_free_text()
        self._offer_languages()
        self._show_shipped_places()

    def offer_laws(self, authorities: Sequence[AddressedAuthority], *, wanted: str = "") -> None:
        """Offer the laws that a notice of a breach can be made under, each with its authority; the one chosen stays, or `wanted` is."""
        chosen = wanted or self.law_box.currentData()
        blocker = QSignalBlocker(self.law_box)
        self.law_box.clear()
        for one in authorities:
            law = self._words.word("law", one.law) if one.law else ""
            self.law_box.addItem(plain(": ".join(part for part in (law, one.name) if part)), one.law)
        self.law_box.setCurrentIndex(max(0, self.law_box.findData(chosen)))
        blocker.unblock()
        self._show_law()

    def law(self) -> str:
        """Return the law that a notice of a breach is made under; empty where there is nothing to choose."""
        return str(self.law_box.currentData() or "") if self._chooses_law() else ""

    def kind(self) -> LetterKind:
        """Return the kind chosen."""
        return LetterKind(self.kind_box.currentData())

    def language(self) -> str:
        """Return the language chosen."""
        return str(self.language_box.currentData())

    def set_language(self, code: str) -> None:
        """Choose a language without telling anyone."""
        blocker = QSignalBlocker(self.language_box)
        self.language_box.setCurrentIndex(max(0, self.language_box.findData(code)))
        blocker.unblock()
        self._show_shipped_places()

    def show_places(self, places: Sequence[Insert], suggested: LetterFields | None = None) -> None:
        """Show one field for each place of the template in use; words typed for a place of the same name stay.

        Args:
            places: the places, in their order.
            suggested: the fields as the letter uses them: what stands at a place that was left empty shows in its field.
        """
        if tuple(places) != self._places:
            self._build_places(tuple(places))
        for place in self._places:
            stands = (suggested.insert(place.name) if suggested is not None else "") or place.suggestion
            self._place_fields[place.name].setPlaceholderText(plain(stands))

    def place(self, name: str) -> QLineEdit | QPlainTextEdit | None:
        """Return the field of a place, for who sets the focus there."""
        return self._place_fields.get(name)

    def fields(self) -> LetterFields:
        """Return what is in the fields, without stray blanks at the ends."""
        lines = tuple(line.strip() for line in self.addressee.toPlainText().splitlines())
        return LetterFields(
            addressee=tuple(line for line in lines if line),
            salutation=self.salutation.text().strip(),
            free_text=self.free_text.toPlainText().strip(),
            signatory=self.signatory.text().strip(),
            signatory_title=self.signatory_title.text().strip(),
            law=self.law(),
            inserts=tuple((name, text) for name, field in self._place_fields.items() if (text := _text_of(field).strip())),
        )

    def show_fields(self, fields: LetterFields, *, only: Sequence[str] = FIELD_NAMES) -> None:
        """Put words into the fields (those named in `only`) without telling anyone; a field that has them is not touched."""
        if fields.law:
            blocker = QSignalBlocker(self.law_box)
            self.law_box.setCurrentIndex(max(0, self.law_box.findData(fields.law)))
            blocker.unblock()
        now = self.fields()
        wanted = [name for name in only if getattr(now, name) != getattr(fields, name)]
        texts = {"addressee": (self.addressee, "\n".join(fields.addressee)), "free_text": (self.free_text, fields.free_text)}
        for name, (text, words) in texts.items():
            if name in wanted:
                blocker = QSignalBlocker(text)
                text.setPlainText(words)
                blocker.unblock()
        lines = {
            "salutation": (self.salutation, fields.salutation),
            "signatory": (self.signatory, fields.signatory),
            "signatory_title": (self.signatory_title, fields.signatory_title),
        }
        for name, (line, word) in lines.items():
            if name in wanted:
                line.setText(word)
        if fields.inserts or self._place_words:
            self._place_words = dict(fields.inserts)
            for name, field in self._place_fields.items():
                if _text_of(field).strip() != fields.insert(name):
                    _put_text(field, fields.insert(name))

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the words be read and copied, but not changed."""
        for line in (self.salutation, self.signatory, self.signatory_title):
            line.setReadOnly(read_only)
        for text in (self.addressee, self.free_text):
            text.setReadOnly(read_only)
        self.set_places_read_only(read_only=read_only)
        self.language_box.setEnabled(not read_only)
        self.law_box.setEnabled(not read_only)
        if read_only:
            self.kind_box.setEnabled(False)

    def set_places_read_only(self, *, read_only: bool) -> None:
        """Let the words at the places be read and copied, but not changed."""
        self._read_only = read_only
        for field in self._place_fields.values():
            field.setReadOnly(read_only)

    def _build_places(self, places: tuple[Insert, ...]) -> None:
        self._remember_places()
        self._places = places
        self._place_fields = {}
        while self._place_column.count():
            item = self._place_column.takeAt(0)
            row = item.widget() if item is not None else None
            if row is not None:
                row.hide()
                row.setParent(None)
                row.deleteLater()
        for place in places:
            self._place_column.addWidget(self._place_row(place))
        self.set_places_read_only(read_only=self._read_only)

    def _law_row(self) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._law_label)
        row.addWidget(self.law_box)
        self._show_law()
        return row

    def _chooses_law(self) -> bool:
        return self.kind_box.count() > 0 and self.kind() in UNDER_ONE_LAW and self.law_box.count() > 1

    def _show_law(self) -> None:
        for widget in (self._law_label, self.law_box):
            widget.setVisible(self._chooses_law())

    def _kind_chosen(self) -> None:
        self._show_law()
        self._word_free_text()
        self._offer_languages()
        self._show_shipped_places()
        self.choice_changed.emit()

    def _offer_languages(self) -> None:
        """Offer the languages in which there is a template of the kind; the one chosen stays where it can."""
        if not self.kind_box.count():
            return
        offered = languages_of(self.kind())
        if offered == tuple(self.language_box.itemData(index) for index in range(self.language_box.count())):
            return
        chosen = self.language()
        blocker = QSignalBlocker(self.language_box)
        self.language_box.clear()
        for code in offered:
            self.language_box.addItem(language_name(code), code)
        self.language_box.setCurrentIndex(max(0, self.language_box.findData(chosen)))
        blocker.unblock()

    def _show_shipped_places(self) -> None:
        """Show the places of the shipped template until it is known which template is in use."""
        if self.kind_box.count() and self.language_box.count():
            self.show_places(load_template(self.kind(), self.language()).inserts)

    def _remember_places(self) -> None:
        self._place_words.update({name: _text_of(field) for name, field in self._place_fields.items()})

    def _place_row(self, place: Insert) -> QWidget:
        label = place.label or self._words.word("insert", place.name)
        name = f"letterPlace_{place.name}"
        field: QLineEdit | QPlainTextEdit
        field = self._line(name, label) if place.lines == 1 else self._lines(name, label, rows=place.lines)
        _put_text(field, self._place_words.get(place.name, ""))
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _text: self.edited.emit())
        else:
            field.textChanged.connect(self.edited)
        self._place_fields[place.name] = field
        shown = self.tr("{place} (needed)").format(place=label) if place.needed else label
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(shown, role="field", buddy=field))
        column.addWidget(field)
        return row

    def _word_free_text(self) -> None:
        words = {
            LetterKind.EXTENSION: self.tr("Reason for the delay"),
            LetterKind.CLARIFICATION: self.tr("Question to the person"),
            LetterKind.IDENTITY: self.tr("Proof that is asked for"),
            LetterKind.AUTHORITY: self.tr("Text of the letter"),
            LetterKind.AUTHORITY_MORE_TIME: self.tr("Reasons for more time"),
            LetterKind.AUTHORITY_SUBMISSION: self.tr("Text before the answers"),
        }
        text = words.get(self.kind(), self.tr("Remark")) if self.kind_box.count() else self.tr("Remark")
        self._free_label.setText(text)
        self.free_text.setAccessibleName(text)

    def _under(self, caption: str, widget: QWidget) -> QVBoxLayout:
        captions = {
            "Letter": self.tr("L&etter"),
            "Language": self.tr("Lan&guage"),
            "Addressee": self.tr("&Addressee"),
            "Salutation": self.tr("&Salutation"),
            "Signatory": self.tr("S&ignatory"),
            "Title": self.tr("&Title"),
        }
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Label(captions[caption], role="field", buddy=widget))
        column.addWidget(widget)
        return column

    @staticmethod
    def _beside(*columns: QVBoxLayout) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for column in columns:
            row.addLayout(column, 1)
        return row

    def _line(self, name: str, label: str) -> QLineEdit:
        line = QLineEdit()
        self._name(line, name, label)
        return line

    def _lines(self, name: str, label: str, *, rows: int) -> QPlainTextEdit:
        text = QPlainTextEdit()
        self._name(text, name, label)
        text.setTabChangesFocus(True)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        text.setFixedHeight(round(text.fontMetrics().lineSpacing() * rows + 22))
        return text

    @staticmethod
    def _name(widget: QWidget, name: str, label: str) -> None:
        widget.setObjectName(name)
        widget.setAccessibleName(label)


def _text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _put_text(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Put words into a field without telling anyone."""
    blocker = QSignalBlocker(field)
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
    blocker.unblock()
