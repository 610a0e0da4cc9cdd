"""A list of what must be there: each line has a drawn mark and a word for it, so that it is never colour alone.

Knows no letter and no law; lines come already worded. A line with a key leads to its place, by click or with Enter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.safe import Label
from ui.style.chips import Tone, paint_icon
from ui.style.palette import current_palette
from ui.style.spacing import GAP


class Check(StrEnum):
    """How a line stands: there, missing, or not known yet."""

    THERE = "there"
    MISSING = "missing"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line: what must be there, how it stands, and small words below it (a source, or what to do).

    `key` names the place that a missing line leads to; empty for none.
    """

    text: str
    check: Check
    small: str = ""
    key: str = ""


class _Mark(QWidget):
    def __init__(self, check: Check, parent: QWidget) -> None:
        super().__init__(parent)
        self._check = check
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(14, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = current_palette(self)
        painter = QPainter(self)
        box = QRectF(1, 5, 11, 11)
        if self._check is Check.LATER:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.muted), 1.4))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        else:
            there = self._check is Check.THERE
            paint_icon(painter, box, Tone.DONE if there else Tone.WRONG, QColor(colours.green if there else colours.red))
        painter.end()


class _Row(QWidget):
    """A line; one that leads somewhere can be clicked and takes the focus."""

    pressed = Signal()

    def __init__(self, parent: QWidget, *, leads: bool) -> None:
        super().__init__(parent)
        self._leads = leads
        if leads:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._leads and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leads and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(current_palette(self).accent), 1.0, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()


class Checklist(QWidget):
    """The lines, one under the other; `wanted` carries the key of a line whose place is wanted."""

    wanted = Signal(str)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._lines: tuple[CheckLine, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def lines(self) -> tuple[CheckLine, ...]:
        """Return what is shown."""
        return self._lines

    def missing(self) -> tuple[CheckLine, ...]:
        """Return the lines that are missing."""
        return tuple(line for line in self._lines if line.check is Check.MISSING)

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show these lines instead."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(line) for line in self._lines]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, line: CheckLine) -> QWidget:
        states = {
            Check.THERE: self.tr("There: {text}"),
            Check.MISSING: self.tr("Missing: {text}"),
            Check.LATER: self.tr("Not known yet: {text}"),
        }
        row = _Row(self, leads=bool(line.key))
        row.setAccessibleName(states[line.check].format(text=line.text))
        if line.key:
            row.setObjectName(f"{self.objectName()}_{line.key}")
            row.setAccessibleDescription(line.small)
            row.pressed.connect(partial(self.wanted.emit, line.key))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP + 2)
        across.addWidget(_Mark(line.check, row), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        shown = states[line.check].format(text=line.text) if line.check is Check.MISSING else line.text
        text = Label(shown, row, wrap=True)
        if line.check is Check.MISSING:
            text.set_role("", "late")
        words.addWidget(text)
        if line.small:
            words.addWidget(Label(line.small, row, role="small", wrap=True))
        across.addLayout(words, 1)
        return row
