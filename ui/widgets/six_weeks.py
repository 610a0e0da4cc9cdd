"""The six weeks ahead as a small calendar: coloured days, words in the tooltip, days chosen with arrows and Enter."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.models.six_weeks import DAY_ROLE, TODAY_ROLE, SixWeeksModel
from ui.safe import set_role
from ui.style.palette import current_palette
from workbench.services.lines import CalendarDay

_ROW = 29
_HEAD = 26


class SixWeeksDelegate(QStyledItemDelegate):
    """Paints a day: red late, amber due, blue paused, accent today, grey rest days; a dot repeats what the colour says."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one day."""
        day = index.data(DAY_ROLE)
        if not isinstance(day, CalendarDay):
            return
        colours = current_palette(self._view())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room: QRect = option.rect
        cell = QRectF(room).adjusted(1, 1, -1, -1)
        today = bool(index.data(TODAY_ROLE))
        fill, ink = "", colours.text
        if day.late:
            fill, ink = colours.red_soft, colours.red
        elif day.due:
            fill, ink = colours.amber_soft, colours.amber
        elif day.paused:
            fill, ink = colours.blue_soft, colours.blue
        elif today:
            fill, ink = colours.accent_soft, colours.accent
        elif day.rest or day.holiday:
            ink = colours.muted
        if fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(cell, 4, 4)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_HasFocus)
        if today or chosen:
            painter.setPen(QPen(QColor(colours.accent), 2.0 if chosen else 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        font = painter.font()
        font.setBold(bool(day.late or day.due or today))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.on.day))
        if day.late or day.due or day.paused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            count = min(max(day.due, day.paused, 1), 3)
            for place in range(count):
                x = cell.center().x() + (place - (count - 1) / 2) * 5
                painter.drawEllipse(QRectF(x - 1.3, cell.bottom() - 5, 2.6, 2.6))
        painter.restore()

    def _view(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None


class SixWeeks(QTableView):
    """The calendar; `day_chosen` carries a `datetime.date`."""

    day_chosen = Signal(object)

    def __init__(self, model: SixWeeksModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sixWeeks")
        self.setAccessibleName(self.tr("Next six weeks"))
        self._days = model
        self.setModel(model)
        self.setItemDelegate(SixWeeksDelegate(self))
        set_role(self, "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(20)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setFixedHeight(_HEAD)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._chosen)
        model.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for all weeks."""
        return QSize(260, _HEAD + _ROW * max(self._days.rowCount(), 1) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a calendar that scrolls is none."""
        return QSize(210, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a day with Enter or space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._chosen(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def _chosen(self, index: QModelIndex) -> None:
        day = self._days.day(index)
        if day is not None:
            self.day_chosen.emit(day.on)
