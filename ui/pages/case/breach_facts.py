"""The facts of a breach as the officer fills them in, bit by bit: what, which data, who, how many, what follows and what was done."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from ui.safe import Label, plain, set_tooltip, without_mnemonic
from ui.style.spacing import GAP, ROOM
from ui.widgets.card import Card
from ui.widgets.growing_text import GrowingText
from ui.widgets.number_edit import NumberEdit
from ui.wording import word
from workbench.domain.breaches import Breach, BreachNature

_MOST = 2_000_000_000
_ACROSS = 3


class BreachFacts(Card):
    """Edits the working file of one breach; `save_wanted` when the officer wants it kept."""

    save_wanted = Signal()

    def __init__(self, categories: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, name="breachFacts")
        self.set_title(self.tr("What is known"))
        self._shown: Breach | None = None
        self._saved: Breach | None = None
        self._fills = False
        self._what = GrowingText("breachWhat", self.tr("What happened"), rows=3)
        self._natures = {one: self._box(f"breachNature_{one.value}", word("breach_nature", one)) for one in BreachNature}
        for nature, box in self._natures.items():
            set_tooltip(box, word("breach_nature_help", nature))
        self._categories = {one: self._box(f"breachCategory_{one}", word("category", one)) for one in categories}
        self._other = self._line("breachOtherData", self.tr("Other data"))
        self._people = self._line("breachPeople", self.tr("Who is affected"))
        self._people.setPlaceholderText(self.tr("such as: customers of the shop since 2024"))
        self._subjects = self._count("breachSubjects", self.tr("Number of people"))
        self._records = self._count("breachRecords", self.tr("Number of records"))
        self._approximate = self._box("breachApproximate", self.tr("These numbers are estimates"))
        self._processor = self._line("breachProcessor", self.tr("Processor where it happened"))
        self._processor.setPlaceholderText(self.tr("empty where it happened here"))
        self._consequences = GrowingText("breachConsequences", self.tr("Likely consequences"), rows=2)
        self._measures = GrowingText("breachMeasures", self.tr("What was done against it, and will be"), rows=2)
        self._protected = GrowingText("breachProtected", self.tr("How the data were protected"), rows=1)
        self._save = QPushButton(self.tr("&Save the facts"))
        self._save.setObjectName("breachSave")
        self._save.setAccessibleName(without_mnemonic(self._save.text()))
        self._save.setEnabled(False)
        self._save.clicked.connect(self.save_wanted)
        self._lay_out()
        for text in (self._what, self._consequences, self._measures, self._protected):
            text.textChanged.connect(self._edited)
        for line in (self._other, self._people, self._processor):
            line.textEdited.connect(self._edited)
        for spin in (self._subjects, self._records):
            spin.valueChanged.connect(self._edited)
        for box in (*self._natures.values(), *self._categories.values(), self._approximate):
            box.toggled.connect(self._edited)

    def show_breach(self, breach: Breach, *, may: bool) -> None:
        """Show the facts of a breach; what was typed and not saved is replaced."""
        same = self._shown is not None and self.breach() == replace(breach, assessment=self._shown.assessment)
        self._shown = breach
        if not same:
            self._fill(breach)
        self._saved = self.breach()
        self._permit(may=may)
        self._tell()

    def breach(self) -> Breach | None:
        """Return the working file as it is on the screen, None before one was shown."""
        if self._shown is None:
            return None
        return replace(
            self._shown,
            what=self._what.text().strip(),
            nature=tuple(one for one, box in self._natures.items() if box.isChecked()),
            categories=tuple(one for one, box in self._categories.items() if box.isChecked()),
            other_data=self._other.text().strip(),
            people=self._people.text().strip(),
            subjects=self._number(self._subjects),
            records=self._number(self._records),
            approximate=self._approximate.isChecked(),
            by_processor=self._processor.text().strip(),
            consequences=self._consequences.text().strip(),
            measures=self._measures.text().strip(),
            protected=self._protected.text().strip(),
        )

    def touched(self) -> bool:
        """Return whether something on the screen is not what was shown."""
        return self.breach() != self._saved

    def kept(self, breach: Breach) -> None:
        """Take over that these facts were saved; what was typed since stays to be saved."""
        self._shown = self._saved = breach
        self._tell()

    def _fill(self, breach: Breach) -> None:
        self._fills = True
        self._what.show_text(breach.what)
        for nature, box in self._natures.items():
            box.setChecked(nature in breach.nature)
        for category, box in self._categories.items():
            box.setChecked(category in breach.categories)
        for line, text in (
            (self._other, breach.other_data),
            (self._people, breach.people),
            (self._processor, breach.by_processor),
        ):
            if line.text() != text:
                line.setText(text)
        for spin, count in ((self._subjects, breach.subjects), (self._records, breach.records)):
            spin.setValue(count if count is not None else -1)
        self._approximate.setChecked(breach.approximate)
        self._consequences.show_text(breach.consequences)
        self._measures.show_text(breach.measures)
        self._protected.show_text(breach.protected)
        self._fills = False

    def _permit(self, *, may: bool) -> None:
        for text in (self._what, self._consequences, self._measures, self._protected):
            text.setReadOnly(not may)
        for line in (self._other, self._people, self._processor):
            line.setReadOnly(not may)
        for widget in (*self._natures.values(), *self._categories.values(), self._approximate, self._subjects, self._records):
            widget.setEnabled(may)
        self._save.setVisible(may)

    def _edited(self) -> None:
        if not self._fills:
            self._tell()

    def _tell(self) -> None:
        touched = self.touched()
        self._save.setEnabled(touched)
        self.set_remark(self.tr("not saved yet") if touched else "")

    def _lay_out(self) -> None:
        self.body.setSpacing(4)
        self._field(self.tr("What &happened"), self._what)
        self.body.addWidget(Label(self.tr("Kind of breach"), role="field"))
        natures = QHBoxLayout()
        natures.setSpacing(ROOM)
        for box in self._natures.values():
            natures.addWidget(box)
        natures.addStretch(1)
        self.body.addLayout(natures)
        self.body.addWidget(Label(self.tr("Categories of data"), role="field"))
        self.body.addWidget(_Boxes(tuple(self._categories.values())))
        self._field(self.tr("Other da&ta"), self._other)
        self._field(self.tr("&Who is affected"), self._people)
        self.body.addLayout(self._numbers())
        self.body.addWidget(self._approximate)
        self._field(self.tr("Likely &consequences"), self._consequences)
        self._field(self.tr("What was &done against it, and will be"), self._measures)
        self._field(self.tr("How the data were &protected"), self._protected)
        self._field(self.tr("P&rocessor where it happened"), self._processor)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._save)
        self.body.addSpacing(GAP)
        self.body.addLayout(foot)

    def _numbers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(ROOM)
        for label, spin in ((self.tr("&Number of people"), self._subjects), (self.tr("Number of r&ecords"), self._records)):
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(Label(label, role="field", buddy=spin))
            side.addWidget(spin)
            row.addLayout(side)
        row.addStretch(1)
        return row

    def _field(self, label: str, widget: QWidget) -> None:
        self.body.addWidget(Label(label, role="field", buddy=widget))
        self.body.addWidget(widget)

    @staticmethod
    def _number(spin: QSpinBox) -> int | None:
        return spin.value() if spin.value() >= 0 else None

    @staticmethod
    def _box(name: str, text: str) -> QCheckBox:
        box = QCheckBox(plain(text))
        box.setObjectName(name)
        box.setAccessibleName(text)
        return box

    @staticmethod
    def _line(name: str, label: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(label)
        return line

    def _count(self, name: str, label: str) -> QSpinBox:
        spin = NumberEdit()
        spin.setObjectName(name)
        spin.setAccessibleName(label)
        spin.setRange(-1, _MOST)
        spin.setSpecialValueText(self.tr("not known"))
        spin.setGroupSeparatorShown(True)
        return spin


class _Boxes(QWidget):
    """Ticks in as many columns as their words find room for."""

    def __init__(self, boxes: Sequence[QCheckBox]) -> None:
        super().__init__()
        self._boxes = boxes
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        self._place(1)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the longest words alone."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns for the new width."""
        super().resizeEvent(event)
        self._place(min(_ACROSS, max(1, (self.width() + GAP) // (self._widest() + GAP))))

    def _widest(self) -> int:
        return max((box.sizeHint().width() for box in self._boxes), default=0)

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        deep = -(-len(self._boxes) // across)
        for count, box in enumerate(self._boxes):
            self._grid.addWidget(box, count % deep, count // deep)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, int(column < across))
        self.updateGeometry()
