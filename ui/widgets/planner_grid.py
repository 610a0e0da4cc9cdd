"""The grid of the calendar page: what ends on each day, who rests, days chosen with arrows. Knows no case but its number."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.models.planner_table import DAY_ROLE, OTHER_ROLE, TODAY_ROLE, PlannerModel
from ui.safe import set_role
from ui.style.chips import Tone
from ui.style.palette import Palette, current_palette
from workbench.services.lines import PlannerDay

_LINE = 17.0
_HEAD = 22.0


class PlannerDelegate(QStyledItemDelegate):
    """Paints a day: its number, a holiday's name, and a chip for each deadline as far as there is room."""

    def __init__(self, model: PlannerModel, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._now = now

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one day."""
        day = index.data(DAY_ROLE)
        if not isinstance(day, PlannerDay):
            return
        parent = self.parent()
        colours = current_palette(parent if isinstance(parent, QWidget) else None)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = QRectF(option.rect)
        resting = day.home_rests
        painter.fillRect(cell, QColor(colours.ground if resting else colours.surface))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawRect(cell)
        today, other = bool(index.data(TODAY_ROLE)), bool(index.data(OTHER_ROLE))
        self._number(painter, cell, day, colours, today=today, other=other)
        self._entries(painter, cell, day, colours)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(cell.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.restore()

    def _number(self, painter: QPainter, cell: QRectF, day: PlannerDay, colours: Palette, *, today: bool, other: bool) -> None:
        font = painter.font()
        font.setBold(today)
        painter.setFont(font)
        spot = QRectF(cell.left() + 6, cell.top() + 3, 24, _HEAD - 4)
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(spot, 8, 8)
        ink = colours.on_accent if today else colours.faint if other else colours.muted if day.home_rests else colours.text
        painter.setPen(QColor(ink))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(day.on.day))
        font.setBold(False)
        font.setPointSizeF(max(font.pointSizeF() * 0.84, 7.0))
        painter.setFont(font)
        named = list(dict.fromkeys(name for _place, name in day.rests if name))
        if named:
            room = QRectF(spot.right() + 6, spot.top(), cell.right() - spot.right() - 12, spot.height())
            painter.setPen(QColor(colours.muted))
            text = painter.fontMetrics().elidedText(", ".join(named), Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _entries(self, painter: QPainter, cell: QRectF, day: PlannerDay, colours: Palette) -> None:
        rows = int((cell.height() - _HEAD - 4) // _LINE)
        shown = list(day.entries)
        more = 0
        if len(shown) > rows:
            more = len(shown) - max(rows - 1, 0)
            shown = shown[: max(rows - 1, 0)]
        y = cell.top() + _HEAD + 2
        for entry in shown:
            fill, ink = _colours_of(self._model.tone_of(entry, self._now()), colours, safe=entry.safe_day)
            room = QRectF(cell.left() + 5, y, cell.width() - 10, _LINE - 2)
            painter.setPen(QPen(QColor(ink), 1) if entry.safe_day else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, 4, 4)
            painter.setPen(QColor(ink))
            text = painter.fontMetrics().elidedText(
                self._model.entry_words(entry), Qt.TextElideMode.ElideRight, int(room.width() - 10)
            )
            painter.drawText(room.adjusted(5, 0, -5, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            y += _LINE
        if more:
            painter.setPen(QColor(colours.muted))
            room = QRectF(cell.left() + 8, y, cell.width() - 12, _LINE)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"+{more}")


class PlannerGrid(QTableView):
    """The grid; `day_chosen` carries a `datetime.date`, `turned` -1 or 1 for the page before or after, 0 for today."""

    day_chosen = Signal(object)
    turned = Signal(int)

    def __init__(self, model: PlannerModel, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plannerGrid")
        self.setAccessibleName(self.tr("Calendar of deadlines"))
        self._days = model
        self.setModel(model)
        self.setItemDelegate(PlannerDelegate(model, now, self))
        set_role(self, "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(44)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(self._moved)

    def choose(self, on: date) -> None:
        """Choose a day."""
        index = self._days.index_of(on)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page with Page Up and Page Down, go to today with Home."""
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Home: 0}
        key = Qt.Key(event.key())
        if key in turns:
            self.turned.emit(turns[key])
            event.accept()
            return
        super().keyPressEvent(event)

    def _moved(self, index: QModelIndex) -> None:
        day = self._days.day(index)
        if day is not None:
            self.day_chosen.emit(day.on)


def _colours_of(tone: Tone, colours: Palette, *, safe: bool) -> tuple[str, str]:
    if safe:
        return "", colours.muted
    return {
        Tone.LATE: (colours.red_soft, colours.red),
        Tone.SOON: (colours.amber_soft, colours.amber),
        Tone.PAUSED: (colours.blue_soft, colours.blue),
    }.get(tone, (colours.accent_soft, colours.accent_strong))
