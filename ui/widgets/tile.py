"""A tile: a number with its caption and a remark, as a button that can be pressed in to filter by it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.safe import set_tooltip
from ui.style.chips import Tone, paint_icon
from ui.style.palette import Palette, current_palette
from ui.style.spacing import RADIUS, ROOM

_TALL = 104


class Tile(QAbstractButton):
    """One number of the day.

    Args:
        name: object name.
        caption: what is counted.
        tone: colour and icon of the number while it is not nought.
    """

    def __init__(self, name: str, caption: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._caption = caption
        self._tone = tone
        self._count = 0
        self._remark = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_count(0, "")

    def show_count(self, count: int, remark: str) -> None:
        """Show another number."""
        self._count = count
        self._remark = remark
        told = f"{self._caption}: {count}"
        self.setAccessibleName(f"{told}, {remark}" if remark else told)
        set_tooltip(self, self.accessibleName())
        self.update()

    def count(self) -> int:
        """Return the number shown."""
        return self._count

    def sizeHint(self) -> QSize:
        """Return room for three lines."""
        return QSize(180, _TALL)

    def minimumSizeHint(self) -> QSize:
        """Return the least that shows the number."""
        return QSize(120, _TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the number and the words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_palette(self)
        chosen = self.isChecked()
        edge = colours.accent if chosen or self.hasFocus() else colours.edge if self.underMouse() else colours.line
        painter.setPen(QPen(QColor(edge), 2.0 if chosen or self.hasFocus() else 1.0))
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        room = QRectF(self.rect()).adjusted(ROOM, 12, -ROOM + 4, -12)
        small = QFont(self.font())
        small.setPointSizeF(max(small.pointSizeF() * 0.92, 7.0))
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        line = QFontMetricsF(small).height()
        self._words(painter, QRectF(room.left(), room.top(), room.width(), line), self._caption)
        self._words(painter, QRectF(room.left(), room.bottom() - line, room.width(), line), self._remark)
        large = QFont(self.font())
        large.setPointSizeF(large.pointSizeF() * 2.0)
        large.setBold(True)
        painter.setFont(large)
        ink = QColor(self._ink(colours))
        painter.setPen(ink)
        middle = QRectF(room.left(), room.top() + line, room.width(), room.height() - 2 * line)
        painter.drawText(middle, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(self._count))
        if self._count and self._tone is not Tone.CALM:
            width = QFontMetricsF(large).horizontalAdvance(str(self._count))
            paint_icon(painter, QRectF(room.left() + width + 9, middle.center().y() - 7, 14, 14), self._tone, ink)
        painter.end()

    def _ink(self, colours: Palette) -> str:
        if not self._count:
            return colours.text
        inks = {Tone.LATE: colours.red, Tone.SOON: colours.amber, Tone.PAUSED: colours.blue}
        return inks.get(self._tone, colours.text)

    @staticmethod
    def _words(painter: QPainter, room: QRectF, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
