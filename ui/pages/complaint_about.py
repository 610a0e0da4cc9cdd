"""Choosing the case that a complaint is about, by its number or the name of its person; a complaint may stand alone."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.safe import Label, set_role
from ui.style.spacing import GAP
from ui.wording import word
from workbench.services import complaints
from workbench.services.lines import CaseLine

_MOST = 8
_LOOK_AFTER_MS = 200
_ID_ROLE = 257
_ROW_LEAST = 26


class AboutCase(QWidget):
    """A field to search in, what was found below it, and the chosen case in place of both.

    `chosen` carries the id of a case, None where the complaint stands alone.
    """

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutCaseField")
        self._workspace = workspace
        self._search = QLineEdit()
        self._search.setObjectName("aboutSearch")
        self._search.setAccessibleName(self.tr("Case that it is about, by number or name"))
        self._search.setPlaceholderText(self.tr("number or name; leave it empty if it stands alone"))
        self._found = QListWidget()
        self._found.setObjectName("aboutFound")
        self._found.setAccessibleName(self.tr("Cases found"))
        self._found.hide()
        self._told = Label("", role="small", wrap=True, name="aboutTold")
        self._told.hide()
        self._said = Label("", role="strong", wrap=True, name="aboutSaid")
        self._other = QPushButton(self.tr("&Another"))
        self._other.setObjectName("aboutOther")
        self._other.setAccessibleName(self.tr("Choose another case, or none"))
        set_role(self._other, "small")
        self._label = Label(self.tr("Case that it is a&bout"), role="field", buddy=self._search)
        self._chosen = QWidget()
        across = QHBoxLayout(self._chosen)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addWidget(self._said, 1)
        across.addWidget(self._other)
        self._chosen.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._label, self._search, self._found, self._told, self._chosen):
            column.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look)
        self._search.textChanged.connect(lambda _text: self._timer.start())
        self._search.returnPressed.connect(self._take_first)
        down = QShortcut(QKeySequence("Down"), self._search)
        down.activated.connect(self._to_list)
        self._found.itemActivated.connect(self._take)
        self._found.itemClicked.connect(self._take)
        self._other.clicked.connect(self._ask_again)

    def show_case(self, line: CaseLine | None) -> None:
        """Show the chosen case, or the field to search in."""
        there = line is not None
        if line is not None:
            self._said.setText(self._words(line))
        for widget in (self._search, self._label):
            widget.setVisible(not there)
        self._chosen.setVisible(there)
        self._search.clear()
        self._found.hide()
        self._told.hide()

    def search(self, text: str) -> None:
        """Look for a text that came from elsewhere, such as who wrote a mail."""
        if not self._search.text().strip():
            self._search.setText(text)

    def _words(self, line: CaseLine) -> str:
        rights = ", ".join(word("right", right) for right in line.rights)
        return ", ".join(one for one in (line.number, line.subject_name, rights, word("phase", line.phase)) if one)

    def _look(self) -> None:
        text = self._search.text().strip()
        if not text:
            self._found.hide()
            self._told.hide()
            return
        query = partial(complaints.disputable, text=text, most=_MOST)

        def show(lines: tuple[CaseLine, ...]) -> None:
            if text == self._search.text().strip():
                self._show(lines)

        self._workspace.jobs.ask(query, show)

    def _show(self, lines: tuple[CaseLine, ...]) -> None:
        self._found.clear()
        for line in lines:
            item = QListWidgetItem(self._words(line))
            item.setData(_ID_ROLE, line.id)
            self._found.addItem(item)
        height = max(self._found.sizeHintForRow(0), _ROW_LEAST) if lines else 0
        self._found.setFixedHeight(height * len(lines) + 2 * self._found.frameWidth() + 2)
        self._found.setVisible(bool(lines))
        self._told.setText("" if lines else self.tr("No case has this number or name."))
        self._told.setVisible(not lines)

    def _to_list(self) -> None:
        if self._found.isVisible():
            self._found.setCurrentRow(0)
            self._found.setFocus()

    def _take_first(self) -> None:
        if self._found.isVisible() and self._found.count():
            self._take(self._found.item(0))

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(int(item.data(_ID_ROLE)))

    def _ask_again(self) -> None:
        self.chosen.emit(None)
        self._search.setFocus()
