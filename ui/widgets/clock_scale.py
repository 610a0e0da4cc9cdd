"""The scale above several clocks on one axis: the first day of each month, so that bars below each other can be compared."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import formats
from ui.models.clock_shape import ClockFigure, month_starts
from ui.style.palette import current_palette


class ClockScale(QWidget):
    """Paints the months of one axis; says nothing that the bars do not say in words too."""

    def __init__(self, figure: ClockFigure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clockScale")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._figure = figure
        self._days = month_starts(figure)

    def words(self) -> tuple[str, ...]:
        """Return the days of the scale as they are painted."""
        return tuple(formats.short_day(day, today=day if day.month > 1 else None) for day in self._days)

    def sizeHint(self) -> QSize:
        """Return room for one line of small words."""
        return QSize(260, round(QFontMetricsF(self._font()).height()) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words at their days, leaving out one that would lie on the one before."""
        del event
        painter = QPainter(self)
        colours = current_palette(self)
        painter.setFont(self._font())
        metrics = QFontMetricsF(self._font())
        span = max(self._figure.ends - self._figure.begins, 1e-6)
        free_from = 0.0
        for day, text in zip(self._days, self.words(), strict=True):
            x = 1.0 + (day.toordinal() - self._figure.begins) / span * (self.width() - 2.0)
            wide = metrics.horizontalAdvance(text) + 2
            left = min(max(x - wide / 2, 0.0), self.width() - wide)
            if left < free_from:
                continue
            free_from = left + wide + 10
            painter.setPen(QPen(QColor(colours.muted)))
            painter.drawText(QRectF(left, 0, wide, self.height()), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.85, 7.0))
        return font
