"""Cards to choose one from: each is a button as tall as its words need.

What cannot be chosen stays visible, can be reached by keyboard, and says why. Knows no case and no law; cards come already worded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui.safe import Label
from ui.style.chips import Tone, paint_icon
from ui.style.palette import current_palette
from ui.style.spacing import GAP, RADIUS

_MARK_ROOM = 14
"""Room at the right of a title for the mark of the chosen card."""

_NARROWEST = 150
_USUAL = 440
"""The width that is supposed for a card that is not on the screen yet."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a card says: its name, small lines below it, and why it cannot be chosen (empty when it can)."""

    key: str
    title: str
    lines: tuple[str, ...] = ()
    why_not: str = ""


class ChoiceCard(QAbstractButton):
    """One choice.

    Args:
        choice: its words.
        name: object name.
    """

    looked_at = Signal()

    def __init__(self, choice: Choice, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setObjectName(name)
        self.setCheckable(not choice.why_not)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(", ".join((choice.title, *choice.lines)))
        self.setAccessibleDescription(choice.why_not)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(4)
        self._line(choice.title, "muted" if choice.why_not else "strong")
        for line in choice.lines:
            self._line(line, "small")
        if choice.why_not:
            self._line(choice.why_not, "small")
        self._column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and outline; a chosen card and one with the focus have a stronger outline, not colour alone."""
        del event
        colours = current_palette(self)
        usable = not self.choice.why_not
        ground = colours.accent_soft if self.isChecked() else colours.surface if usable else colours.ground
        strong = self.isChecked() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.accent if strong else colours.edge if usable else colours.line))
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
        width = max(_NARROWEST, self.width()) if self.isVisible() else _USUAL
        return QSize(_NARROWEST, self._column.heightForWidth(width))

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
        """Say that the officer looks at this card."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at a card that cannot be chosen without pressing it down."""
        super().mousePressEvent(event)
        self.looked_at.emit()

    def _line(self, text: str, role: str) -> None:
        label = Label(text, self, role=role, wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role == "strong":
            label.setContentsMargins(0, 0, _MARK_ROOM, 0)
        self._column.addWidget(label)


class ChoiceCards(QWidget):
    """Cards below each other, the usable ones first; the first usable one is chosen to begin with.

    Args:
        name: object name; a card is `<name>_<key>`.
        label: what is chosen, for whoever cannot see it.
    """

    chosen = Signal(str)

    def __init__(self, name: str, label: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        ordered = sorted(choices, key=lambda choice: bool(choice.why_not))
        self._cards = [ChoiceCard(choice, f"{name}_{choice.key}", self) for choice in ordered]
        for card in self._cards:
            column.addWidget(card)
            if not card.choice.why_not:
                self._group.addButton(card)
                card.toggled.connect(self._toggled)
        usable = self._group.buttons()
        if usable:
            usable[0].setChecked(True)
        if self._cards:
            self.setFocusProxy(usable[0] if usable else self._cards[0])

    def key(self) -> str:
        """Return the key of what is chosen, or an empty text where nothing can be."""
        card = self._group.checkedButton()
        return card.choice.key if isinstance(card, ChoiceCard) else ""

    def choose(self, key: str) -> None:
        """Choose a card that can be chosen."""
        for card in self._cards:
            if card.choice.key == key and not card.choice.why_not:
                card.setChecked(True)

    def cards(self) -> tuple[ChoiceCard, ...]:
        """Return the cards in their order on the screen."""
        return tuple(self._cards)

    def _toggled(self, checked: bool) -> None:  # noqa: FBT001  the signal's own argument
        if checked:
            self.chosen.emit(self.key())
