"""A PDF shown as it will be printed, straight from bytes in memory; no file is made. Knows no letter and no case.

Pages are counted from 1 on the screen. The picture stays while a newer one is being made, so that it does not flicker.
"""

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from ui.safe import Label, set_tooltip
from ui.style.palette import current_palette

ZOOM_STEP = 1.25
SMALLEST_ZOOM = 0.25
LARGEST_ZOOM = 4.0


class PdfPreview(QWidget):
    """Shows one PDF, page under page, as wide as the space allows until the reader zooms."""

    shown = Signal(int)
    """A document is on the screen; the number of its pages."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._data = b""
        self._buffer: QBuffer | None = None
        self._document: QPdfDocument | None = None
        self._view = QPdfView(self)
        self._view.setObjectName(f"{name}Pages")
        self._view.setAccessibleName(label)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # Where a page just fits, a bar that comes and goes changes the width, and so whether it is needed: Qt would never end.
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._message = Label("", self, role="muted", wrap=True, name=f"{name}Message")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._stack, 1)
        column.addLayout(self._bar(name))
        self.setFocusProxy(self._view)
        self.show_message("")

    def _bar(self, name: str) -> QHBoxLayout:
        self._pages = Label("", self, role="small", name=f"{name}Count")
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self._pages)
        bar.addStretch(1)
        self._zoomers: list[QPushButton] = []
        for suffix, sign, label, slot in (
            ("Smaller", "\N{MINUS SIGN}", self.tr("Show the page smaller"), self.zoom_out),
            ("Fit", self.tr("Fit width"), self.tr("Fit the page to the width"), self.fit_width),
            ("Larger", "+", self.tr("Show the page larger"), self.zoom_in),
        ):
            button = QPushButton(sign, self)
            button.setObjectName(f"{name}{suffix}")
            button.setAccessibleName(label)
            button.setProperty("role", "small")
            button.setAutoDefault(False)
            set_tooltip(button, label)
            button.clicked.connect(slot)
            bar.addWidget(button)
            self._zoomers.append(button)
        return bar

    @property
    def data(self) -> bytes:
        """Return the bytes on the screen; empty while a message stands in their place."""
        return self._data

    @property
    def page_count(self) -> int:
        """Return how many pages are on the screen."""
        return self._document.pageCount() if self._document is not None else 0

    def show_pdf(self, data: bytes) -> bool:
        """Show a PDF in the place where the last one stood; returns False, and changes nothing, when the bytes are no PDF."""
        if data == self._data:
            return True
        buffer = QBuffer(self)
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(self)
        document.load(buffer)
        if document.status() is not QPdfDocument.Status.Ready:
            _drop(document, buffer)
            return False
        place = self._view.verticalScrollBar().value() if self._data else 0
        old_document, old_buffer = self._document, self._buffer
        self._document, self._buffer, self._data = document, buffer, data
        self._view.setDocument(document)
        _drop(old_document, old_buffer)
        self._colour_surround()
        self._stack.setCurrentWidget(self._view)
        self._pages.setText(self.tr("%n page(s)", "", document.pageCount()))
        for button in self._zoomers:
            button.setEnabled(True)
        self._view.verticalScrollBar().setValue(place)
        QTimer.singleShot(0, self._view, lambda: self._view.verticalScrollBar().setValue(place))
        self.shown.emit(document.pageCount())
        return True

    def show_message(self, text: str) -> None:
        """Show a sentence where the pages would be, and forget the document."""
        self._message.setText(text)
        self._stack.setCurrentWidget(self._message)
        self._pages.setText("")
        for button in self._zoomers:
            button.setEnabled(False)
        if self._document is not None:
            old_document, old_buffer = self._document, self._buffer
            self._document, self._buffer, self._data = None, None, b""
            self._view.setDocument(QPdfDocument(self._view))
            _drop(old_document, old_buffer)

    def go_to_page(self, number: int) -> None:
        """Bring a page to the top of the view; `number` counts from 1."""
        self._view.pageNavigator().jump(number - 1, QPointF(), self._view.zoomFactor())

    def zoom_in(self) -> None:
        """Show the page a step larger."""
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the page a step smaller."""
        self._zoom(1 / ZOOM_STEP)

    def fit_width(self) -> None:
        """Show the page as wide as the space allows, also when the window changes."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _zoom(self, by: float) -> None:
        factor = self._shown_factor() * by
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(LARGEST_ZOOM, max(SMALLEST_ZOOM, factor)))

    def _shown_factor(self) -> float:
        """Return the zoom on the screen: in fit mode it follows from the width, which QPdfView does not tell."""
        if self._view.zoomMode() is QPdfView.ZoomMode.Custom or self._document is None:
            return float(self._view.zoomFactor())
        margins = self._view.documentMargins()
        inner = self._view.viewport().width() - margins.left() - margins.right()
        points = self._document.pagePointSize(0).width()
        dots = points * self.logicalDpiX() / 72.0
        return max(SMALLEST_ZOOM, inner / dots) if dots > 0 else 1.0

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark around the pages; the paper stays white."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # the style is still being given to what is inside: wait for that
            QTimer.singleShot(0, self, self._colour_surround)

    def _colour_surround(self) -> None:
        wanted = QColor(current_palette().ground)
        palette = self._view.palette()
        if palette.color(QPalette.ColorRole.Dark) != wanted:
            palette.setColor(QPalette.ColorRole.Dark, wanted)
            self._view.setPalette(palette)


def _drop(document: QPdfDocument | None, buffer: QBuffer | None) -> None:
    if document is not None:
        document.close()
        document.deleteLater()
    if buffer is not None:
        buffer.deleteLater()
