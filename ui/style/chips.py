"""Chips: a state as a small pill with an icon and a word, never as colour alone.

Icons are drawn, not typed, so that no font has to have them.
"""

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.style.palette import Palette, current_palette


class Tone(StrEnum):
    """How a chip looks: late (warning sign), soon (clock), paused (two bars), done (tick), hand (pen), info and calm (no icon)."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"
    PAUSED = "paused"
    DONE = "done"
    INFO = "info"
    WRONG = "wrong"
    HAND = "hand"
    """Set by an officer's hand, not reckoned."""


TONE_ROLE = Qt.ItemDataRole.UserRole + 100
"""The item data role in which a model gives the `Tone` of a cell that a `ChipDelegate` paints; without one, plain text."""

_PAD = 9.0
_ICON = 10.0
_ICON_GAP = 5.0
_TALL = 21.0
_TONES = frozenset(tone.value for tone in Tone)
_WITH_ICON = frozenset({Tone.SOON, Tone.LATE, Tone.PAUSED, Tone.DONE, Tone.WRONG, Tone.HAND})


def tone_colours(tone: Tone, palette: Palette) -> tuple[str, str, str]:
    """Return ground, text and outline of a chip."""
    pairs = {
        Tone.SOON: (palette.amber_soft, palette.amber, palette.amber_soft),
        Tone.LATE: (palette.red_soft, palette.red, palette.red_soft),
        Tone.WRONG: (palette.red_soft, palette.red, palette.red_soft),
        Tone.PAUSED: (palette.blue_soft, palette.blue, palette.blue_soft),
        Tone.INFO: (palette.blue_soft, palette.blue, palette.blue_soft),
        Tone.DONE: (palette.green_soft, palette.green, palette.green_soft),
        Tone.HAND: (palette.surface, palette.text, palette.edge),
    }
    return pairs.get(tone, (palette.field, palette.muted, palette.line))


def chip_font(font: QFont) -> QFont:
    """Return the font of a chip beside text in `font`."""
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() * 0.88, 7.0))
    small.setWeight(QFont.Weight.Medium)
    return small


def chip_size(text: str, tone: Tone, font: QFont, *, icon: bool = True) -> QSize:
    """Return the size of a chip with its text on one line."""
    metrics = QFontMetricsF(chip_font(font))
    icon_room = _ICON + _ICON_GAP if icon and tone in _WITH_ICON else 0.0
    return QSize(round(2 * _PAD + icon_room + metrics.horizontalAdvance(text) + 1), round(max(_TALL, metrics.height() + 5)))


def paint_icon(painter: QPainter, box: QRectF, tone: Tone, colour: QColor) -> None:
    """Paint the icon of a tone into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side, left, top = box.width(), box.left(), box.top()
    pen = QPen(colour, max(side / 7.5, 1.2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(x: float, y: float) -> QPointF:
        return QPointF(left + x * side, top + y * side)

    match tone:
        case Tone.LATE:
            path = QPainterPath(at(0.5, 0.02))
            path.lineTo(at(1.0, 0.95))
            path.lineTo(at(0.0, 0.95))
            path.closeSubpath()
            painter.fillPath(path, colour)
            painter.setPen(QPen(QColor(tone_colours(tone, current_palette())[0]), max(side / 7.5, 1.2)))
            painter.drawLine(at(0.5, 0.38), at(0.5, 0.6))
            painter.drawPoint(at(0.5, 0.79))
        case Tone.SOON:
            painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.drawPolyline([at(0.5, 0.22), at(0.5, 0.52), at(0.72, 0.62)])
        case Tone.PAUSED:
            painter.fillRect(QRectF(at(0.14, 0.08), at(0.4, 0.92)), colour)
            painter.fillRect(QRectF(at(0.6, 0.08), at(0.86, 0.92)), colour)
        case Tone.DONE:
            painter.drawPolyline([at(0.05, 0.55), at(0.36, 0.86), at(0.95, 0.16)])
        case Tone.WRONG:
            painter.drawLine(at(0.15, 0.15), at(0.85, 0.85))
            painter.drawLine(at(0.85, 0.15), at(0.15, 0.85))
        case Tone.HAND:
            painter.drawPolygon([at(0.1, 0.9), at(0.18, 0.62), at(0.72, 0.08), at(0.92, 0.28), at(0.38, 0.82)])
            painter.drawLine(at(0.58, 0.22), at(0.78, 0.42))
        case _:
            pass
    painter.restore()


def paint_chip(painter: QPainter, box: QRectF, text: str, tone: Tone, font: QFont, *, icon: bool = True) -> None:
    """Paint a chip that fills `box`; text that is too long ends in an ellipsis."""
    ground, ink, outline = tone_colours(tone, current_palette())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(outline), 1.0))
    painter.setBrush(QColor(ground))
    pill = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    left = box.left() + _PAD
    if icon and tone in _WITH_ICON:
        paint_icon(painter, QRectF(left, box.center().y() - _ICON / 2, _ICON, _ICON), tone, QColor(ink))
        left += _ICON + _ICON_GAP
    small = chip_font(font)
    painter.setFont(small)
    painter.setPen(QColor(ink))
    room = QRectF(left, box.top(), box.right() - _PAD - left + 1, box.height())
    shown = QFontMetricsF(small).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    painter.restore()


class Chip(QWidget):
    """A chip as a widget; its word is its accessible name."""

    def __init__(self, text: str = "", tone: Tone = Tone.CALM, parent: QWidget | None = None, *, icon: bool = True) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_state(self, text: str, tone: Tone) -> None:
        """Show another state."""
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the word on the chip."""
        return self._text

    def tone(self) -> Tone:
        """Return the tone of the chip."""
        return self._tone

    def sizeHint(self) -> QSize:
        """Return the size of the text on one line."""
        return chip_size(self._text, self._tone, self.font(), icon=self._icon)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the text on one line."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        del event
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._text, self._tone, self.font(), icon=self._icon)
        painter.end()


def tone_of(index: QModelIndex | QPersistentModelIndex) -> Tone | None:
    """Return the tone that a model gives for a cell, None for plain text; a tone comes out of Qt as a bare string."""
    given = index.data(TONE_ROLE)
    return Tone(given) if isinstance(given, str) and given in set(Tone) else None


class ChipDelegate(QStyledItemDelegate):
    """Paints cells that have a `TONE_ROLE` as chips, and every other cell as usual."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint ground, selection and focus like any cell, and the chip in it."""
        tone = tone_of(index)
        if tone is None:
            super().paint(painter, option, index)
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = plain.widget.style() if plain.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        paint_chip(painter, QRectF(self._box(plain, text, tone)), text, tone, plain.font)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for the chip and its margins."""
        tone = tone_of(index)
        usual = super().sizeHint(option, index)
        if tone is None:
            return usual
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        size = chip_size(text, tone, option.font)
        return QSize(max(size.width() + 16, 24), max(size.height() + 12, usual.height()))

    @staticmethod
    def _box(option: QStyleOptionViewItem, text: str, tone: Tone) -> QRect:
        size = chip_size(text, tone, option.font)
        cell = option.rect.adjusted(8, 0, -4, 0)
        top = cell.top() + (cell.height() - size.height()) // 2
        return QRect(cell.left(), top, min(size.width(), cell.width()), size.height())
