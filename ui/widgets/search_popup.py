"""The search: one field over the window that finds cases, people, letters and files while one types."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.navigation import Place
from ui.safe import Label, set_role
from workbench.services.lines import SearchHit
from workbench.services.search import search

_WAIT_MS = 120
_WIDE = 620
_PLACE = Qt.ItemDataRole.UserRole


class SearchPopup(QDialog):
    """The search; `chosen` carries the `Place` of what was found."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("searchPopup")
        self.setWindowTitle(self.tr("Search"))
        self.setAccessibleName(self.tr("Search"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDE, 420)
        self._field = QLineEdit()
        self._field.setObjectName("searchField")
        self._field.setAccessibleName(self.tr("Search cases, people, letters"))
        self._field.setPlaceholderText(self.tr("A number, a name, or words of a request or a letter"))
        self._field.setClearButtonEnabled(True)
        self._found = QListWidget()
        self._found.setObjectName("searchResults")
        self._found.setAccessibleName(self.tr("What was found"))
        set_role(self._found, "bare")
        self._words = Label("", role="small", name="searchWords")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.addWidget(self._field)
        column.addWidget(self._found, 1)
        column.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._search)
        self._field.textChanged.connect(lambda _text: self._timer.start(_WAIT_MS))
        self._field.returnPressed.connect(self._open_current)
        self._found.itemActivated.connect(self._open)
        self._found.itemClicked.connect(self._open)
        self._field.installEventFilter(self)
        self._say_nothing_typed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through what was found while the field keeps the focus."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and self._found.count():
                row = min(max(self._found.currentRow() + step, 0), self._found.count() - 1)
                self._found.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _say_nothing_typed(self) -> None:
        self._words.setText(self.tr("Enter opens, Esc closes"))

    def _search(self) -> None:
        text = self._field.text().strip()
        if not text:
            self._found.clear()
            self._say_nothing_typed()
            return
        self._workspace.jobs.ask(partial(search, text=text), partial(self._show, text))

    def _show(self, text: str, hits: Sequence[SearchHit]) -> None:
        if text != self._field.text().strip():
            return
        self._found.clear()
        kinds = {"case": self.tr("Case"), "letter": self.tr("Letter"), "evidence": self.tr("Evidence")}
        for hit in hits:
            item = QListWidgetItem(f"{hit.title}\n{kinds.get(hit.what, hit.what)}, {hit.subtitle}".rstrip(", "))
            place = {
                "letter": Place("letter", case_id=hit.case_id, letter_id=hit.id),
                "evidence": Place("case", case_id=hit.case_id, tab="evidence"),
            }.get(hit.what, Place("case", case_id=hit.case_id))
            item.setData(_PLACE, place)
            self._found.addItem(item)
        if hits:
            self._found.setCurrentRow(0)
        self._words.setText(self.tr("%n found", "", len(hits)) if hits else self.tr("Nothing was found."))

    def _open_current(self) -> None:
        item = self._found.currentItem()
        if item is not None:
            self._open(item)

    def _open(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        self.accept()
        self.chosen.emit(place)
