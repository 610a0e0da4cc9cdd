"""The evidence of a case: its kept files with their digests, shown inside the window and never opened with another program."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QModelIndex, QSaveFile, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.dialogs.files import local_files
from ui.models.evidence_table import EvidenceTable, grouped_digest
from ui.safe import Label, PlainText, set_role, tell
from ui.style.chips import Tone
from ui.style.spacing import ROOM
from ui.widgets.action_button import ActionButton
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.page import page_column, scrolled
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.work_table import WorkTable
from workbench.domain.evidence import Evidence
from workbench.domain.phases import Act
from workbench.services import evidence
from workbench.services.lines import CasePage

_IMAGES = {"image/png": b"png", "image/jpeg": b"jpeg", "image/gif": b"gif", "image/bmp": b"bmp"}
_TEXTS = ("text/", "message/rfc822", "application/json")
_MOST_TEXT = 200_000
_MOST_SHOWN = 25 * 1024 * 1024
_MOST_PIXELS_MB = 128


class EvidencePanel(QWidget):
    """The list at the left, the file that is looked at at the right; files can be dropped on it."""

    act_wanted = Signal(object)
    files_dropped = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidencePanel")
        self.setAcceptDrops(True)
        self._workspace = workspace
        self._page: CasePage | None = None
        self._shown_id: int | None = None
        self._model = EvidenceTable(workspace.words, workspace.zone, self)
        self._table = WorkTable(
            self._model,
            name="evidenceTable",
            label=self.tr("Evidence"),
            stretch=EvidenceTable.NAME,
            spare=(EvidenceTable.DIGEST,),
            bare=True,
        )
        self._empty = Label(
            self.tr("No file is kept with this case yet. Add one, or drop it here."),
            role="muted",
            wrap=True,
            name="evidenceEmpty",
        )
        self._add = self._button("evidenceAdd", self.tr("&Add files…"))
        self._view = self._button("evidenceView", self.tr("&Look at it"))
        self._save = self._button("evidenceSave", self.tr("&Save a copy…"))
        self._digest = Label("", role="small", wrap=True, selectable=True, name="evidenceDigest")
        self._stack = QStackedWidget()
        self._hint = Label("", role="muted", wrap=True, name="evidenceHint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = PlainText(name="evidenceText", label=self.tr("Text of the file"))
        self._picture = Label("", name="evidencePicture")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pdf = PdfPreview("evidencePdf", self.tr("Pages of the file"))
        self._lay_out()
        self._add.clicked.connect(partial(self.act_wanted.emit, Act.ATTACH))
        self._view.clicked.connect(self._look)
        self._save.clicked.connect(self._save_copy)
        self._table.opened.connect(lambda _: self._look())
        self._table.selectionModel().currentRowChanged.connect(self._chosen)

    def show_case(self, page: CasePage) -> None:
        """Show the files of a case."""
        current = self._current()
        self._page = page
        self._model.show_evidence(page.evidence)
        self._table.setVisible(bool(page.evidence))
        self._empty.setVisible(not page.evidence)
        self._add.setEnabled(Act.ATTACH in page.permitted)
        keep = next((row for row, one in enumerate(page.evidence) if current is not None and one.id == current.id), 0)
        self._table.choose_row(keep)
        if not page.evidence:
            self._chosen(QModelIndex(), QModelIndex())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this machine."""
        if local_files(event.mimeData()) and self._page is not None and Act.ATTACH in self._page.permitted:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand dropped files on."""
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text.replace("&", "").rstrip("…"))
        return button

    def _lay_out(self) -> None:
        listed = Card(self.tr("Evidence"), remark=self.tr("kept byte for byte"), name="evidenceCard")
        row = FlowLayout(at_end=1)
        for button in (self._add, self._view, self._save, ActionButton(self._workspace.actions["bundle"])):
            row.addWidget(button)
        listed.body.addLayout(row)
        listed.body.addWidget(self._empty)
        listed.body.addWidget(self._table, 1)
        listed.body.addStretch(0)
        shown = Card(self.tr("The file"), name="evidenceShown")
        set_role(self._stack, "surface")
        area = scrolled(self._picture, name="evidencePictureScroll")
        set_role(self._picture, "surface")
        self._picture_area = area
        for widget in (self._hint, self._text, area, self._pdf):
            self._stack.addWidget(widget)
        shown.body.addWidget(self._digest)
        shown.body.addWidget(self._stack, 1)
        across = QHBoxLayout()
        across.setSpacing(ROOM)
        across.addWidget(listed, 6)
        across.addWidget(shown, 5)
        column: QVBoxLayout = page_column(self)
        column.addLayout(across, 1)

    def _current(self) -> Evidence | None:
        return self._model.line(self._table.currentIndex())

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        one = self._model.line(index)
        self._view.setEnabled(one is not None)
        self._save.setEnabled(one is not None)
        if one is None:
            self._digest.setText("")
            self._say("")
            return
        self._digest.setText(f"{one.name}, {formats.size(one.size)}\nSHA-256 {grouped_digest(one.sha256)}")
        if one.id != self._shown_id:
            self._shown_id = None
            self._say(self.tr("Press Enter to look at the file here. It is not opened with another program."))

    def _say(self, text: str) -> None:
        self._hint.setText(text)
        self._stack.setCurrentWidget(self._hint)

    def _look(self) -> None:
        one = self._current()
        if one is None:
            return
        if one.size > _MOST_SHOWN:
            self._say(self.tr("The file is too large to be shown here. Save a copy to look at it."))
            return
        self._workspace.jobs.ask(partial(evidence.evidence_data, evidence_id=one.id), partial(self._show, one))

    def _show(self, one: Evidence, data: bytes) -> None:
        current = self._current()
        if current is None or current.id != one.id:
            return
        self._shown_id = one.id
        if one.media_type in _IMAGES:
            self._show_picture(data, _IMAGES[one.media_type])
        elif one.media_type == "application/pdf" and data.startswith(b"%PDF-"):
            if self._pdf.show_pdf(data):
                self._stack.setCurrentWidget(self._pdf)
            else:
                self._say(self.tr("This file says it is a PDF, but it cannot be shown. Its bytes are kept as they are."))
        elif one.media_type.startswith(_TEXTS):
            self._text.setPlainText(
                data[:_MOST_TEXT].decode("utf-8", errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
            )
            self._stack.setCurrentWidget(self._text)
        else:
            self._say(self.tr("This kind of file is not shown here. Save a copy to look at it with a program you trust."))

    def _show_picture(self, data: bytes, kind: bytes) -> None:
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        QImageReader.setAllocationLimit(_MOST_PIXELS_MB)
        reader = QImageReader(buffer, QByteArray(kind))
        reader.setAutoTransform(True)
        room = self._stack.size()
        size = reader.size()
        if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
            reader.setScaledSize(size.scaled(QSize(room.width(), room.height()), Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if image.isNull():
            self._say(self.tr("This picture cannot be shown. Its bytes are kept as they are."))
            return
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._stack.setCurrentWidget(self._picture_area)

    def _save_copy(self) -> None:
        one = self._current()
        if one is None:
            return
        dialog = QFileDialog(self, self.tr("Save a copy"))
        dialog.setObjectName("evidenceSaveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(one.name)
        dialog.fileSelected.connect(partial(self._write_copy, one))
        dialog.open()

    def _write_copy(self, one: Evidence, target: str) -> None:
        query = partial(evidence.evidence_data, evidence_id=one.id)
        self._workspace.jobs.ask(query, partial(self._write, Path(target)))

    def _write(self, target: Path, data: bytes) -> None:
        file = QSaveFile(str(target))
        written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
        if written:
            self._workspace.notices.say(
                self.tr("A copy was saved as {name}. It is not encrypted.").format(name=target.name), Tone.DONE
            )
        else:
            text = self.tr("The copy could not be written: {why}").format(why=file.errorString())
            tell(self, self.tr("Not saved"), text)
