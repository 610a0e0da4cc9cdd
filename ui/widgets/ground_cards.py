"""Grounds for saying no as cards to choose from, one row of cards for one law. Knows no case.

A ground that the law does not know stays visible and can be reached by keyboard, but cannot be chosen: it says why, and
what the law allows instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.safe import Label
from ui.style.chips import Tone, paint_icon
from ui.style.palette import current_palette
from ui.style.spacing import RADIUS

_MARK_ROOM = 14
"""Room at the right of a title for the mark of the chosen card."""


@dataclass(frozen=True, slots=True)
class GroundCardText:
    """What a card says, already in the reader's language.

    Args:
        ground: the id of the ground.
        title: its name.
        article: the article it rests on.
        usable: whether it can be chosen.
        why_not: why it cannot be chosen; empty when it can.
        details: labelled paragraphs shown under the cards while it is chosen or has the focus.
    """

    ground: str
    title: str
    article: str
    usable: bool
    why_not: str
    details: tuple[tuple[str, str], ...]


class GroundCard(QAbstractButton):
    """One ground: a button that is as tall as its words need."""

    looked_at = Signal()

    def __init__(self, text: GroundCardText, parent: QWidget) -> None:
        super().__init__(parent)
        self.text_shown = text
        self.setObjectName(f"ground_{text.ground}")
        self.setCheckable(text.usable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(f"{text.title}, {text.article}")
        self.setAccessibleDescription(text.why_not)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(4)
        self._line(text.title, "strong" if text.usable else "muted")
        self._line(text.article, "small")
        if text.why_not:
            self._line(text.why_not, "small")
        self._column.addStretch(1)

    def _line(self, text: str, role: str) -> None:
        label = Label(text, self, role=role, wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role == "strong":
            label.setContentsMargins(0, 0, _MARK_ROOM, 0)
        self._column.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and outline; a chosen card and one with the focus have a stronger outline, not colour alone."""
        del event
        colours = current_palette(self)
        ground = colours.accent_soft if self.isChecked() else colours.surface if self.text_shown.usable else colours.ground
        strong = self.isChecked() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.accent if strong else colours.edge if self.text_shown.usable else colours.line))
        pen.setWidthF(2.0 if strong else 1.0)
        if self.hasFocus() and not self.isChecked():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if self.isChecked():
            paint_icon(painter, QRectF(self.width() - 24, 12, 11, 11), Tone.DONE, QColor(colours.accent))
        painter.end()

    def sizeHint(self) -> QSize:
        """Return the size of the words in the width there is, not that of a button's own text."""
        width = max(150, self.width())
        return QSize(150, self._column.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a card never cuts its words."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Return that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return self._column.heightForWidth(width)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the officer looks at this ground."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at a ground that cannot be chosen without pressing it down."""
        super().mousePressEvent(event)
        self.looked_at.emit()


class GroundCards(QWidget):
    """The grounds of one law for one right; at most one is chosen."""

    chosen = Signal(str)
    """The officer chose the ground of this id."""

    def __init__(self, law: str, heading: str, parent: QWidget | None = None, *, columns: int = 4) -> None:
        super().__init__(parent)
        self.law = law
        self.setObjectName(f"grounds_{law}")
        self.setAccessibleName(heading)
        self._columns = columns
        self._cards: list[GroundCard] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(heading, self, role="field"))
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        column.addLayout(self._grid)
        self._details = QWidget(self)
        self._details.setObjectName(f"groundDetails_{law}")
        self._details_form = QGridLayout(self._details)
        self._details_form.setContentsMargins(0, 0, 0, 4)
        self._details_form.setHorizontalSpacing(14)
        self._details_form.setColumnStretch(1, 1)
        self._details.hide()
        column.addWidget(self._details)

    def show_grounds(self, texts: Sequence[GroundCardText], *, chosen: str = "") -> None:
        """Show these grounds instead, the usable ones first, with `chosen` (an id, or empty) pressed down."""
        for card in self._cards:
            self._group.removeButton(card)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        ordered = sorted(texts, key=lambda text: not text.usable)
        self._cards = [GroundCard(text, self) for text in ordered]
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // self._columns, place % self._columns)
            card.looked_at.connect(self._look)
            if card.text_shown.usable:
                self._group.addButton(card)
                card.setChecked(card.text_shown.ground == chosen)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        self._look()

    def ground(self) -> str:
        """Return the id of the chosen ground, or an empty string."""
        card = self._group.checkedButton()
        return card.text_shown.ground if isinstance(card, GroundCard) else ""

    def cards(self) -> tuple[GroundCard, ...]:
        """Return the cards in their order on the screen."""
        return tuple(self._cards)

    def _clicked(self, card: QObject) -> None:
        if isinstance(card, GroundCard):
            self._look()
            self.chosen.emit(card.text_shown.ground)

    def _look(self) -> None:
        looked = next((card for card in self._cards if card.hasFocus()), None) or self._group.checkedButton()
        if not isinstance(looked, GroundCard):
            self._details.hide()
            return
        self._show_details(looked.text_shown)

    def _show_details(self, text: GroundCardText) -> None:
        while self._details_form.count():
            item = self._details_form.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._details.setAccessibleName(f"{text.title}, {text.article}")
        lines = ((text.title, text.why_not or text.article), *text.details)
        for row, (label, words) in enumerate(lines):
            caption = Label(label, self._details, role="field", wrap=True)
            caption.setFixedWidth(150)
            self._details_form.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self._details_form.addWidget(
                Label(words, self._details, role="small", wrap=True), row, 1, Qt.AlignmentFlag.AlignTop
            )
        self._details.show()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the cards out again when the font or the style changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            for card in self._cards:
                card.updateGeometry()
