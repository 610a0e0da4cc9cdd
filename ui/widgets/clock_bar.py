"""The clock bar: one statutory clock as a painted line from receipt to its end, with words beside every mark.

Positions are days as floats on one axis (a local day's number plus the part of the day that has passed); the bar knows no
case and no law. Its figure says everything in words too, for whoever cannot see it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.models.clock_shape import ClockFigure, Mark, MarkRole, month_starts
from ui.safe import set_tooltip
from ui.style.chips import Tone
from ui.style.palette import Palette, current_palette

_TOP = 22.0
_THICK = 16.0
_ROW = 17.0
_GAP = 12.0
_ROWS = 4
_PIN = 6.0
_USUAL = 480
_LEAST = 260
_WORDED = (
    MarkRole.RECEIVED,
    MarkRole.DUE,
    MarkRole.ANSWERED,
    MarkRole.EXTENDED,
    MarkRole.STARTED,
    MarkRole.SAFE,
    MarkRole.RECKONED,
    MarkRole.FIRST,
)
"""The marks that have words below the bar, in the order in which they choose their place."""


@dataclass(frozen=True, slots=True)
class _Label:
    """Words under the bar with the place they would like to stand at."""

    left: float
    width: float
    text: str
    role: MarkRole | None


class ClockBar(QWidget):
    """Paints one `ClockFigure`; its description is its accessible text and its tooltip."""

    def __init__(self, figure: ClockFigure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clockBar")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._figure = figure
        self.show_figure(figure)

    def show_figure(self, figure: ClockFigure) -> None:
        """Paint another figure."""
        self._figure = figure
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.description)
        set_tooltip(self, figure.description)
        self.updateGeometry()
        self.update()

    def figure(self) -> ClockFigure:
        """Return what is painted."""
        return self._figure

    def sizeHint(self) -> QSize:
        """Return room for the bar, the word above it and the rows of words below."""
        return QSize(_USUAL, self.heightForWidth(max(self.width(), _LEAST)))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows the words."""
        return QSize(_LEAST, self.heightForWidth(max(self.width(), _LEAST)))

    def hasHeightForWidth(self) -> bool:
        """Return that a narrower bar may need another row of words."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need in a width."""
        rows = max((row for _, row in self._placed(float(width))), default=0) + 1
        return round(_TOP + _THICK + 6 + max(rows, 2) * _ROW + 4)

    def label_rows(self) -> tuple[tuple[str, int], ...]:
        """Return each text below the bar with the row it stands in, counted from 0."""
        return tuple((label.text, row) for label, row in self._placed(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, elapsed time, pauses, marks and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_palette(self)
        track = QRectF(1.0, _TOP, self.width() - 2.0, _THICK)
        self._paint_track(painter, track, colours)
        for mark in self._figure.marks:
            self._paint_mark(painter, track, mark, colours)
        self._paint_words(painter, colours)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _x(self, at: float, width: float = 0.0) -> float:
        wide = width or self.width()
        span = max(self._figure.ends - self._figure.begins, 1e-6)
        share = min(max((at - self._figure.begins) / span, 0.0), 1.0)
        return 1.0 + share * (wide - 2.0)

    def _paint_track(self, painter: QPainter, track: QRectF, colours: Palette) -> None:
        figure = self._figure
        left, right = self._x(figure.starts), self._x(figure.closes)
        own = QRectF(left, track.top(), max(right - left, 4.0), track.height())
        painter.setPen(QPen(QColor(colours.line), 1.0))
        painter.drawLine(QPointF(track.left(), track.center().y()), QPointF(track.right(), track.center().y()))
        for day in month_starts(figure):
            x = self._x(float(day.toordinal()))
            painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3))
        shape = QPainterPath()
        shape.addRoundedRect(own, 4, 4)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(own, QColor(colours.field))
        first, due = self._mark(MarkRole.FIRST), self._mark(MarkRole.DUE)
        if first is not None and due is not None:
            painter.fillRect(self._between(own, first, due), QColor(colours.accent_soft))
        painter.fillRect(self._between(own, figure.starts, figure.runs_to), QColor(colours.accent))
        if due is not None and figure.runs_to > due:
            painter.fillRect(self._between(own, due, figure.runs_to), QColor(colours.red))
        for pause in figure.pauses:
            still = self._between(own, pause.begins, pause.ends)
            painter.fillRect(still, QColor(colours.surface))
            painter.fillRect(still, QBrush(QColor(colours.blue), Qt.BrushStyle.BDiagPattern))
        painter.restore()
        painter.setPen(QPen(QColor(colours.edge), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _between(self, own: QRectF, begins: float, ends: float) -> QRectF:
        left, right = self._x(begins), self._x(ends)
        return QRectF(left, own.top(), max(right - left, 0.0), own.height())

    def _mark(self, role: MarkRole) -> float | None:
        return next((mark.at for mark in self._figure.marks if mark.role is role), None)

    def _paint_mark(self, painter: QPainter, track: QRectF, mark: Mark, colours: Palette) -> None:
        pens = {
            MarkRole.STARTED: (QColor(colours.accent), 2.0, Qt.PenStyle.SolidLine, 3.0),
            MarkRole.DUE: (QColor(colours.red), 2.0, Qt.PenStyle.SolidLine, 5.0),
            MarkRole.SAFE: (QColor(colours.amber), 2.0, Qt.PenStyle.DotLine, 5.0),
            MarkRole.EXTENDED: (QColor(colours.muted), 1.5, Qt.PenStyle.DashLine, 3.0),
            MarkRole.FIRST: (QColor(colours.muted), 1.5, Qt.PenStyle.SolidLine, 3.0),
            MarkRole.RECKONED: (QColor(colours.text), 1.5, Qt.PenStyle.DashDotLine, 5.0),
            MarkRole.TODAY: (QColor(colours.text), 2.0, Qt.PenStyle.SolidLine, 8.0),
            MarkRole.ANSWERED: (QColor(colours.green), 2.5, Qt.PenStyle.SolidLine, 6.0),
        }
        if mark.role not in pens:
            return
        colour, width, style, over = pens[mark.role]
        x = min(max(self._x(mark.at), 1.5), self.width() - 1.5)
        painter.setPen(QPen(colour, width, style))
        painter.drawLine(QPointF(x, track.top() - over), QPointF(x, track.bottom() + over))
        if mark.role is MarkRole.DUE and self._figure.by_hand:
            self._paint_pin(painter, QPointF(min(max(x, _PIN), self.width() - _PIN), track.center().y()), colours)

    @staticmethod
    def _paint_pin(painter: QPainter, middle: QPointF, colours: Palette) -> None:
        """Paint the diamond of a date that was set by hand."""
        corners = (QPointF(0, -_PIN), QPointF(_PIN, 0), QPointF(0, _PIN), QPointF(-_PIN, 0))
        painter.setPen(QPen(QColor(colours.surface), 1.5))
        painter.setBrush(QColor(colours.red))
        painter.drawPolygon([middle + corner for corner in corners])
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter, colours: Palette) -> None:
        small = self._small_font()
        painter.setFont(small)
        metrics = QFontMetricsF(small)
        for mark in self._figure.marks:
            if mark.role is MarkRole.TODAY and mark.text:
                bold = self._small_font()
                bold.setBold(True)
                painter.setFont(bold)
                width = QFontMetricsF(bold).horizontalAdvance(mark.text) + 2
                left = min(max(self._x(mark.at) - width / 2, 0.0), self.width() - width)
                painter.setPen(QColor(colours.text))
                painter.drawText(QRectF(left, 0, width, _TOP - 8), Qt.AlignmentFlag.AlignCenter, mark.text)
                painter.setFont(small)
        base = _TOP + _THICK + 6
        for label, row in self._placed(self.width()):
            painter.setPen(self._label_colour(label.role, colours))
            if label.role is MarkRole.DUE:
                bold = self._small_font()
                bold.setBold(True)
                painter.setFont(bold)
            room = QRectF(label.left, base + row * _ROW, label.width, _ROW)
            text = metrics.elidedText(label.text, Qt.TextElideMode.ElideRight, max(self.width() - label.left + 8, 40))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            painter.setFont(small)

    def _label_colour(self, role: MarkRole | None, colours: Palette) -> QColor:
        if role is MarkRole.DUE:
            tones = {Tone.LATE: colours.red, Tone.SOON: colours.red, Tone.DONE: colours.muted}
            return QColor(tones.get(self._figure.tone, colours.text))
        if role is MarkRole.ANSWERED:
            return QColor(colours.green)
        return QColor(colours.muted)

    def _placed(self, width: float) -> list[tuple[_Label, int]]:
        """Return the labels below the bar, each in the first row where it does not touch another; in the last it is moved aside."""
        placed: list[tuple[_Label, int]] = []
        for label in self._labels(width):
            row = 0
            while row < _ROWS - 1 and any(other == row and self._touch(label, one) for one, other in placed):
                row += 1
            placed.append((self._slid(label, [one for one, other in placed if other == row], width), row))
        return placed

    @staticmethod
    def _slid(label: _Label, neighbours: list[_Label], width: float) -> _Label:
        """Return the label moved right of those in its row where it still touches one, as far as the bar reaches."""
        left = label.left
        for other in sorted(neighbours, key=lambda one: one.left):
            if left < other.left + other.width + _GAP and other.left < left + label.width + _GAP:
                left = other.left + other.width + _GAP
        if left + label.width > width:
            left = label.left
        return _Label(left, label.width, label.text, label.role)

    @staticmethod
    def _touch(one: _Label, other: _Label) -> bool:
        return one.left < other.left + other.width + _GAP and other.left < one.left + one.width + _GAP

    def _labels(self, width: float) -> list[_Label]:
        bold = self._small_font()
        bold.setBold(True)
        plain, strong = QFontMetricsF(self._small_font()), QFontMetricsF(bold)
        found: list[_Label] = []
        marks = sorted((one for one in self._figure.marks if one.role in _WORDED), key=lambda one: _WORDED.index(one.role))
        for mark in marks:
            if not mark.text:
                continue
            metrics = strong if mark.role is MarkRole.DUE else plain
            wide = metrics.horizontalAdvance(mark.text) + 2
            x = self._x(mark.at, width)
            wanted = x if mark.role in {MarkRole.RECEIVED, MarkRole.STARTED} else x - wide / 2
            found.append(_Label(min(max(wanted, 0.0), max(width - wide, 0.0)), wide, mark.text, mark.role))
        for pause in self._figure.pauses:
            wide = plain.horizontalAdvance(pause.text) + 2
            wanted = self._x(pause.begins, width)
            found.append(_Label(min(wanted, max(width - wide, 0.0)), wide, pause.text, None))
        return found

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.9, 7.5))
        return font
