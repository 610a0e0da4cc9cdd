"""Comparing the versions of a template, and its history: who changed it, when and why; every version can be seen and restored."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.models.line_table import LineTable
from ui.safe import Label, set_role, without_mnemonic
from ui.style.chips import Tone
from ui.widgets.compare_view import CompareView
from ui.widgets.work_table import WorkTable
from workbench.services.templates import SHIPPED, ComparedLine, VersionLine, compare

_SIZE = (1080, 680)


def _button(name: str, text: str, does: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAccessibleName(without_mnemonic(text))
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: does())
    return button


class CompareDialog(QDialog):
    """Two texts of a template side by side; F8 and Shift+F8 go through the differences."""

    def __init__(
        self, title: str, lines: Sequence[ComparedLine], *, left: str, right: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compareTemplate")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.view = CompareView("compareTemplateLines", title, lines, left=left, right=right)
        count = self.view.differences()
        told = self.tr("%n place(s) differ", "", count) if count else self.tr("The two texts are the same.")
        buttons = QDialogButtonBox()
        before = _button("compareTemplateBefore", self.tr("&Previous difference"), lambda: self.view.next_difference(-1))
        before.setShortcut(QKeySequence("Shift+F8"))
        after = _button("compareTemplateNext", self.tr("&Next difference"), lambda: self.view.next_difference(1))
        after.setShortcut(QKeySequence("F8"))
        close = _button("compareTemplateClose", self.tr("&Close"), self.reject)
        close.setDefault(True)
        set_role(close, "primary")
        for button in (before, after):
            button.setEnabled(bool(count))
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label(told, role="muted", name="compareTemplateCount"))
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self.view.setFocus()


class _Versions(LineTable[VersionLine]):
    """The versions of a template, the newest first."""

    def __init__(self, zone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._zone = zone

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (self.tr("Version"), self.tr("State"), self.tr("When"), self.tr("Who"), self.tr("Why"))

    def text(self, line: VersionLine, column: int) -> str:
        """Return the words of a cell."""
        if line.number == SHIPPED:
            return (self.tr("shipped"), self._state(line), "", "", self.tr("The text that the program ships."))[column]
        when = formats.instant(line.saved_at, self._zone) if line.saved_at is not None else ""
        return (str(line.number), self._state(line), when, line.officer_name, line.reason)[column]

    def tone(self, line: VersionLine, column: int) -> Tone | None:
        """Return the tone of the state."""
        if column != 1 or not self._state(line):
            return None
        return Tone.DONE if line.holds else Tone.CALM

    def hint(self, line: VersionLine, column: int) -> str:
        """Return the whole reason."""
        return line.reason if column == 4 else ""  # noqa: PLR2004  the last column

    def _state(self, line: VersionLine) -> str:
        told = [self.tr("set back")] if line.reset else []
        return ", ".join([*told, *([self.tr("holds now")] if line.holds else [])])


class HistoryDialog(QDialog):
    """Every version of a template; `restore_wanted` carries the one whose text is to be edited again."""

    restore_wanted = Signal(object)

    def __init__(
        self, workspace: Workspace, title: str, versions: Sequence[VersionLine], body: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("templateHistory")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE[0] - 160, _SIZE[1] - 180)
        self._title = title
        self._body = body
        self._shipped = next(one.body for one in versions if one.number == SHIPPED)
        self._model = _Versions(workspace.zone, self)
        self.table = WorkTable(self._model, name="templateVersions", label=self.tr("Versions"), stretch=4, whole=(0, 1, 2))
        self._model.show_lines(versions)
        self.table.opened.connect(lambda _index: self._view())
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._offer())
        buttons = QDialogButtonBox()
        self._views = _button("templateHistoryView", self.tr("&Compare with what is on the page"), self._view)
        self._restores = _button("templateHistoryRestore", self.tr("&Restore…"), self._restore)
        close = _button("templateHistoryClose", self.tr("C&lose"), self.reject)
        self._read_only = workspace.read_only
        for button in (self._views, self._restores):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        told = self.tr("To restore a version puts its text on the page. It holds once you have saved it, as a new version.")
        column.addWidget(Label(told, role="muted", wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.table.choose_row(0)
        self.table.setFocus()
        self._offer()

    def _chosen(self) -> VersionLine | None:
        return self._model.line(self.table.currentIndex())

    def _offer(self) -> None:
        line = self._chosen()
        self._views.setEnabled(line is not None)
        self._restores.setEnabled(line is not None and not self._read_only and self._text(line) != self._body)

    def _text(self, line: VersionLine) -> str:
        return line.body or self._shipped

    def _view(self) -> None:
        line = self._chosen()
        if line is None:
            return
        name = self.tr("Shipped text") if line.number == SHIPPED else self.tr("Version {number}").format(number=line.number)
        lines = compare(self._text(line), self._body)
        CompareDialog(self._title, lines, left=name, right=self.tr("On the page"), parent=self).open()

    def _restore(self) -> None:
        line = self._chosen()
        if line is not None:
            self.restore_wanted.emit(line)
            self.accept()
