"""The clock bar: one statutory clock as a painted line from receipt to its end, with words beside every mark.

Positions are days as floats on one axis (a local day's number plus the part of the day that has passed); the bar knows no
case and no law. Its figure says everything in words too, for whoever cannot see it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.models.clock_shape import ClockFigure, Mark, MarkRole
from ui.safe import set_tooltip
from ui.style.chips import Tone
from ui.style.palette import Palette, current_palette

_TOP = 22.0
_THICK = 16.0
_ROW = 17.0
_GAP = 12.0


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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        """Return room for the bar, the word above it and two rows of words below."""
        return QSize(480, round(_TOP + _THICK + 6 + 2 * _ROW + 4))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows the words."""
        return QSize(260, self.sizeHint().height())

    def label_rows(self) -> tuple[tuple[str, int], ...]:
        """Return each text below the bar with the row it stands in, counted from 0."""
        return tuple((label.text, row) for label, row in self._placed())

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

    def _x(self, at: float) -> float:
        span = max(self._figure.ends - self._figure.begins, 1e-6)
        share = min(max((at - self._figure.begins) / span, 0.0), 1.0)
        return 1.0 + share * (self.width() - 2.0)

    def _paint_track(self, painter: QPainter, track: QRectF, colours: Palette) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(track, 4, 4)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(track, QColor(colours.field))
        begin, end = self._x(self._figure.begins), self._x(self._figure.runs_to)
        painter.fillRect(QRectF(begin, track.top(), max(end - begin, 0.0), track.height()), QColor(colours.accent))
        due = next((mark.at for mark in self._figure.marks if mark.role is MarkRole.DUE), None)
        if due is not None and self._figure.runs_to > due:
            over = QRectF(self._x(due), track.top(), end - self._x(due), track.height())
            painter.fillRect(over, QColor(colours.red))
        for pause in self._figure.pauses:
            still = QRectF(self._x(pause.begins), track.top(), self._x(pause.ends) - self._x(pause.begins), track.height())
            painter.fillRect(still, QColor(colours.surface))
            painter.fillRect(still, QBrush(QColor(colours.blue), Qt.BrushStyle.BDiagPattern))
        painter.restore()
        painter.setPen(QPen(QColor(colours.line), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_mark(self, painter: QPainter, track: QRectF, mark: Mark, colours: Palette) -> None:
        pens = {
            MarkRole.DUE: (QColor(colours.red), 2.0, Qt.PenStyle.SolidLine, 5.0),
            MarkRole.SAFE: (QColor(colours.amber), 2.0, Qt.PenStyle.DotLine, 5.0),
            MarkRole.EXTENDED: (QColor(colours.muted), 1.5, Qt.PenStyle.DashLine, 3.0),
            MarkRole.TODAY: (QColor(colours.text), 2.0, Qt.PenStyle.SolidLine, 8.0),
            MarkRole.ANSWERED: (QColor(colours.green), 2.5, Qt.PenStyle.SolidLine, 6.0),
        }
        if mark.role not in pens:
            return
        colour, width, style, over = pens[mark.role]
        x = min(max(self._x(mark.at), 1.5), self.width() - 1.5)
        painter.setPen(QPen(colour, width, style))
        painter.drawLine(QPointF(x, track.top() - over), QPointF(x, track.bottom() + over))

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
        for label, row in self._placed():
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

    def _placed(self) -> list[tuple[_Label, int]]:
        """Return the labels below the bar, each in the first of two rows where it does not touch another."""
        placed: list[tuple[_Label, int]] = []
        for label in self._labels():
            row = 0
            while row < 1 and any(other == row and self._touch(label, one) for one, other in placed):
                row += 1
            placed.append((self._slid(label, [one for one, other in placed if other == row]), row))
        return placed

    def _slid(self, label: _Label, neighbours: list[_Label]) -> _Label:
        """Return the label moved right of those in its row where it still touches one, as far as the bar reaches."""
        left = label.left
        for other in sorted(neighbours, key=lambda one: one.left):
            if left < other.left + other.width + _GAP and other.left < left + label.width + _GAP:
                left = other.left + other.width + _GAP
        if left + label.width > self.width():
            left = label.left
        return _Label(left, label.width, label.text, label.role)

    @staticmethod
    def _touch(one: _Label, other: _Label) -> bool:
        return one.left < other.left + other.width + _GAP and other.left < one.left + one.width + _GAP

    def _labels(self) -> list[_Label]:
        bold = self._small_font()
        bold.setBold(True)
        plain, strong = QFontMetricsF(self._small_font()), QFontMetricsF(bold)
        found: list[_Label] = []
        order = (MarkRole.RECEIVED, MarkRole.DUE, MarkRole.ANSWERED, MarkRole.EXTENDED, MarkRole.SAFE)
        marks = sorted((one for one in self._figure.marks if one.role in order), key=lambda one: order.index(one.role))
        for mark in marks:
            if not mark.text:
                continue
            metrics = strong if mark.role is MarkRole.DUE else plain
            width = metrics.horizontalAdvance(mark.text) + 2
            x = self._x(mark.at)
            wanted = x if mark.role is MarkRole.RECEIVED else x - width / 2
            found.append(_Label(min(max(wanted, 0.0), max(self.width() - width, 0.0)), width, mark.text, mark.role))
        for pause in self._figure.pauses:
            width = plain.horizontalAdvance(pause.text) + 2
            wanted = self._x(pause.begins)
            found.append(_Label(min(wanted, max(self.width() - width, 0.0)), width, pause.text, None))
        return found

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.9, 7.5))
        return font
