"""A layout that sets its widgets side by side and goes on in the next line where one is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.style.spacing import GAP


class FlowLayout(QLayout):
    """Widgets in lines, each as wide as it wants to be and in the middle of its line; `gap` is between them, across and down.

    The last `at_end` of them stand at the right end while all of them fit in one line.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = GAP, at_end: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._at_end = at_end
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add one at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one, None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out, None where there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it wants no more room than its lines."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow place makes it taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines in a width."""
        lines = self._lines(width)
        return sum(_height(line) for line in lines) + self._gap * max(len(lines) - 1, 0)

    def setGeometry(self, rect: QRect) -> None:
        """Set every widget in its place."""
        super().setGeometry(rect)
        top = rect.top()
        lines = self._lines(rect.width())
        for line in lines:
            left, tall = rect.left(), _height(line)
            spare = max(0, rect.width() - self._width(line)) if len(lines) == 1 else 0
            pushed = self._items[len(self._items) - self._at_end :]
            for item in line:
                if spare and item in pushed:
                    left, spare = left + spare, 0
                size = item.sizeHint()
                corner = QPoint(left, top + (tall - size.height()) // 2)
                item.setGeometry(QRect(corner, size.boundedTo(QSize(max(rect.width(), 1), size.height()))))
                left += size.width() + self._gap
            top += tall + self._gap

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return what is shown, line by line; every line has at least one."""
        lines: list[list[QLayoutItem]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            if lines and self._width([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _width(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self._gap * (len(line) - 1)


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)
