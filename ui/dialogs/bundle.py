"""The bundle of a case: which variant, what a redacted one holds, in which folder; then it is made while one watches or stops it.

Letters and files are read one at a time on the store thread, so that other pages take their turn between them; the pages are joined
on another thread. What was stopped leaves nothing.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui import formats
from ui.context import Workspace
from ui.safe import Label, without_mnemonic
from ui.style.spacing import GAP
from ui.wording import language_name
from workbench.domain.bundles import BundleItem, BundleMade, BundleOrder, BundleStoppedError, Variant
from workbench.domain.errors import WorkbenchError
from workbench.services.bundle import Bundling, bundle_items, record_bundle
from workbench.services.wording import LANGUAGES

_LOOK_MS = 150
"""How often the window looks how far the work is."""


class BundleDialog(QDialog):
    """Asks for a bundle and makes it.

    Args:
        workspace: jobs, words and notices.
        case_id: the case.
        case_number: its number.
    """

    made = Signal(object)
    """The bundle is in its folder: a `BundleMade`."""

    def __init__(self, workspace: Workspace, case_id: int, case_number: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bundleDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Bundle of {number}").format(number=case_number)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(640, 620)
        self._workspace = workspace
        self._case_id = case_id
        self._items: tuple[BundleItem, ...] = ()
        self._work: Bundling | None = None
        self._build()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        self._whole.toggled.connect(self._variant_chosen)
        self._list.itemChanged.connect(lambda _item: self._count())
        self._folder.textChanged.connect(lambda _text: self._permit())
        self._whole.setChecked(True)
        self._permit()
        workspace.jobs.broke.connect(self._broke)
        workspace.jobs.ask(partial(bundle_items, case_id=case_id), self._show_items)

    @property
    def running(self) -> bool:
        """Whether a bundle is being made."""
        return self._work is not None

    def order(self) -> BundleOrder:
        """Return what is asked for."""
        chosen = None
        if not self._whole.isChecked():
            rows = [self._list.item(row) for row in range(self._list.count())]
            chosen = frozenset(
                str(row.data(Qt.ItemDataRole.UserRole)) for row in rows if row.checkState() is Qt.CheckState.Checked
            )
        return BundleOrder(
            case_id=self._case_id,
            variant=Variant.UNREDACTED if self._whole.isChecked() else Variant.REDACTED,
            language=self._language.currentData(),
            chosen=chosen,
        )

    def _build(self) -> None:
        words = self._workspace.words
        self._whole = QRadioButton(self.tr("&Unredacted: every letter and every file"))
        self._whole.setObjectName("bundleWhole")
        self._part = QRadioButton(self.tr("&Redacted: only what is ticked"))
        self._part.setObjectName("bundlePart")
        for button in (self._whole, self._part):
            button.setAccessibleName(without_mnemonic(button.text()))
        self._about = Label("", role="small", wrap=True, name="bundleAbout")
        self._list = QListWidget()
        self._list.setObjectName("bundleItems")
        self._list.setAccessibleName(self.tr("Letters and files"))
        self._counted = Label("", role="small", wrap=True, name="bundleCount")
        self._language = QComboBox()
        self._language.setObjectName("bundleLanguage")
        for code in LANGUAGES:
            self._language.addItem(language_name(code), code)
        self._language.setCurrentIndex(max(0, self._language.findData(self._workspace.language)))
        self._folder = QLineEdit()
        self._folder.setObjectName("bundleFolder")
        self._choose = self._button("bundleChoose", self.tr("C&hoose…"), self._ask_folder)
        self._said = Label("", wrap=True, name="bundleSaid")
        self._said.hide()
        self._bar = QProgressBar()
        self._bar.setObjectName("bundleProgress")
        self._bar.setAccessibleName(self.tr("How far the bundle is"))
        self._bar.hide()
        self._stop = self._button("bundleStop", self.tr("&Stop"), self.stop)
        self._stop.hide()
        self._make = self._button("bundleMake", self.tr("&Make the bundle"), self.start)
        self._make.setProperty("role", "primary")
        self._close = self._button("bundleClose", self.tr("&Close"), self.reject)
        self._about.setText(words.word("bundle", "about_unredacted"))
        self._lay_out()

    def _lay_out(self) -> None:
        language = QHBoxLayout()
        language.setSpacing(GAP)
        language.addWidget(Label(self.tr("&Language of the bundle"), role="field", buddy=self._language))
        language.addWidget(self._language, 1)
        folder = QHBoxLayout()
        folder.setSpacing(GAP)
        folder.addWidget(Label(self.tr("&Folder"), role="field", buddy=self._folder))
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._choose)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        for button in (self._stop, self._make, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for widget in (self._whole, self._part, self._about):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        column.addWidget(self._counted)
        column.addLayout(language)
        column.addLayout(folder)
        column.addWidget(self._said)
        column.addWidget(self._bar)
        column.addLayout(buttons)

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(without_mnemonic(text))
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    # What is asked for

    def _show_items(self, items: tuple[BundleItem, ...]) -> None:
        words = self._workspace.words
        self._items = items
        self._list.clear()
        for item in items:
            if item.is_letter:
                told = f"{item.number}: {words.word('letter', item.kind)}"
            else:
                number = words.word("bundle", "annex", number=item.number)
                told = f"{number}: {item.name} ({words.word('evidence_kind', item.kind)}, {formats.size(item.size)})"
            row = QListWidgetItem(told)
            row.setData(Qt.ItemDataRole.UserRole, item.key)
            row.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if item.released else Qt.CheckState.Unchecked)
            self._list.addItem(row)
        self._variant_chosen()

    def _variant_chosen(self) -> None:
        whole = self._whole.isChecked()
        self._list.setEnabled(not whole)
        key = "about_unredacted" if whole else "about_redacted"
        self._about.setText(self._workspace.words.word("bundle", key))
        self._count()

    def _count(self) -> None:
        order = self.order()
        held = sum(order.holds(item) for item in self._items)
        told = self.tr("%n letter(s) and file(s)", "", held)
        if held < len(self._items):
            left_out = self.tr("%n left out", "", len(self._items) - held)
            told = f"{told}, {left_out}"
        self._counted.setText(f"{told}.")

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the bundle"))
        dialog.setObjectName("bundleFolderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(self._folder.text() or QDir.homePath())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _permit(self) -> None:
        self._make.setEnabled(self._work is None and bool(self._folder.text().strip()))

    # The making

    def start(self) -> None:
        """Make what is asked for."""
        if self._work is not None:
            return
        self._work = work = Bundling(self.order(), Path(self._folder.text().strip()).expanduser())
        # The window may go while the work is on: nothing of it may stay then.
        self.destroyed.connect(work.give_up)
        self._say("")
        self._under_way(under_way=True)
        self._look.start()
        self._next(work)

    def stop(self) -> None:
        """Stop at the next letter, file or page; nothing of the bundle is left."""
        if self._work is not None:
            self._work.stop = True
            self._stop.setEnabled(False)

    def _next(self, work: Bundling) -> None:
        self._workspace.jobs.with_office(work.step, partial(self._stepped, work), refused=partial(self._refused, work))

    def _stepped(self, work: Bundling, done: bool) -> None:  # noqa: FBT001  what a job gives back
        if work is not self._work:
            return
        if not done:
            self._next(work)
            return
        self._workspace.jobs.work(work.finish, partial(self._finished, work), refused=partial(self._refused, work))

    def _finished(self, work: Bundling, made: BundleMade) -> None:
        if work is not self._work:
            return
        self._ended()
        if not self._workspace.read_only:
            self._workspace.jobs.run(partial(record_bundle, made))
        told = self.tr("The bundle is in {folder}.").format(folder=made.folder)
        self._workspace.notices.say(told)
        self.made.emit(made)
        self.accept()

    def _refused(self, work: Bundling, refusal: WorkbenchError) -> None:
        if work is self._work:
            self._ended()
            self._say(self._workspace.words.error(refusal), late=not isinstance(refusal, BundleStoppedError))

    def _broke(self, _report: str) -> None:
        if self._work is not None:
            self._work.give_up()
            self._ended()

    def _ended(self) -> None:
        self._look.stop()
        self._work = None
        self._under_way(under_way=False)

    def _show_progress(self) -> None:
        if self._work is None:
            return
        progress = self._work.progress
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._bar.setFormat(
            self._workspace.words.word("bundle_progress", progress.stage, done=progress.done, total=progress.total)
        )

    def _under_way(self, *, under_way: bool) -> None:
        for widget in (self._whole, self._part, self._language, self._folder, self._choose, self._close):
            widget.setEnabled(not under_way)
        self._list.setEnabled(not under_way and not self._whole.isChecked())
        self._bar.setVisible(under_way)
        self._stop.setVisible(under_way)
        self._stop.setEnabled(under_way)
        self._permit()
        (self._stop if under_way else self._make).setFocus()

    def _say(self, text: str, *, late: bool = False) -> None:
        self._said.set_role("", "late" if late else "")
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def reject(self) -> None:
        """Close, or let what is under way stop first."""
        if self._work is not None:
            self.stop()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open while a bundle is being made."""
        if self._work is not None:
            self.stop()
            event.ignore()
            return
        super().closeEvent(event)
