"""The header: the heading of the page shown, and the buttons that belong to it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.safe import ElidedLabel, Label, set_role
from ui.style.chips import Chip
from ui.style.spacing import EDGE, HEADER_HEIGHT
from ui.widgets.action_button import ActionButton
from ui.widgets.page import Heading

_SEARCH_WIDTH = 310
_SEARCH_LEAST = 170
_SEARCH_ROOM = 40
"""What the search field keeps free around its words and its keys."""
_GAP = 12
_CHIP_GAP = 8
_CHIP_LEAST = 60
"""A chip with less room than this says nothing."""
_TITLE_LEAST = 14
"""How many characters of a title always stay: a longer one yields, ending in an ellipsis, before a button loses letters."""


class SearchButton(QPushButton):
    """Looks like a search field and opens the search; in a narrow header it yields, and its words end in an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchButton")
        set_role(self, "search")
        self._words = self.tr("Search cases, people, letters")
        self.setAccessibleName(self._words)
        self.setMinimumWidth(_SEARCH_LEAST)
        self.setMaximumWidth(_SEARCH_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch(1)
        self._keys = Label(self.tr("Ctrl K"), role="key")
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """Return its full width."""
        return QSize(_SEARCH_WIDTH, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to what the keys beside them leave."""
        super().resizeEvent(event)
        room = max(self.width() - self._keys.sizeHint().width() - _SEARCH_ROOM, 10)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


class Header(QFrame):
    """The header; `search_wanted` follows a click on the search field."""

    search_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        set_role(self, "header")
        self.setMinimumHeight(HEADER_HEIGHT)
        self._actions = actions
        self._title = ElidedLabel("", role="title", name="pageTitle")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(_CHIP_GAP)
        self._subtitle = ElidedLabel("", role="small", name="pageSubtitle")
        first = QHBoxLayout()
        first.setSpacing(_GAP)
        first.addWidget(self._title)
        first.addLayout(self._chips)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._subtitle)
        words.addStretch(1)
        self._search = SearchButton()
        self._search.clicked.connect(self.search_wanted)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(_GAP)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(EDGE, 10, EDGE, 8)
        self._row.setSpacing(_GAP)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._search, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._buttons)
        self._busy = QProgressBar()
        self._busy.setObjectName("busyBar")
        self._busy.setAccessibleName(self.tr("Working"))
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(3)
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self._busy)

    def show_heading(self, heading: Heading) -> None:
        """Show the heading of a page."""
        self._title.show_text(heading.title)
        self._title.setMinimumWidth(self._title.fontMetrics().horizontalAdvance(heading.title[:_TITLE_LEAST]) + 4)
        self._title.updateGeometry()
        self._subtitle.show_text(heading.subtitle)
        self._subtitle.setVisible(bool(heading.subtitle))
        self._empty(self._chips)
        for text, tone in heading.chips:
            self._chips.addWidget(Chip(text, tone))
        self._search.setVisible(heading.search)
        self._empty(self._buttons)
        buttons: tuple[QAction, ...] = heading.buttons
        if heading.search and not buttons:
            buttons = (self._actions["import_mail"], self._actions["new_case"])
        for place, action in enumerate(buttons):
            last = place == len(buttons) - 1
            self._buttons.addWidget(ActionButton(action, "primary" if last else ""), 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit_chips()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the chips for the new width."""
        super().resizeEvent(event)
        self._fit_chips()

    def _fit_chips(self) -> None:
        """Show the chips that the title and the buttons leave room for, the last ones first: they say where a case stands."""
        search = _GAP + _SEARCH_LEAST if self._search.isVisibleTo(self) else 0
        taken = sum(_GAP + _polished(button).sizeHint().width() for button in _widgets(self._buttons))
        room = self.width() - 2 * EDGE - self._title.minimumWidth() - search - taken
        chips = _widgets(self._chips)
        for place, chip in enumerate(reversed(chips)):
            wanted = _polished(chip).sizeHint().width()
            room -= _CHIP_GAP if place else _GAP
            least = wanted if place else min(wanted, _CHIP_LEAST)
            chip.setMaximumWidth(max(min(wanted, room), least))
            chip.setVisible(room >= least)
            room = room - wanted if room >= least else 0

    def show_busy(self, *, busy: bool) -> None:
        """Show whether work is under way."""
        self._busy.setVisible(busy)

    @staticmethod
    def _empty(row: QHBoxLayout) -> None:
        while (item := row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _widgets(row: QHBoxLayout) -> list[QWidget]:
    items = (row.itemAt(place) for place in range(row.count()))
    return [widget for item in items if item is not None and (widget := item.widget()) is not None]


def _polished(widget: QWidget) -> QWidget:
    """Return a widget that knows its style sheet, and so its size."""
    widget.ensurePolished()
    return widget
