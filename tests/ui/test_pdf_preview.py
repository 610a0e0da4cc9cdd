"""The PDF preview: bytes in, pages on the screen, and back to a sentence."""

from io import BytesIO

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.ui.hands import find, press
from ui.safe import Label
from ui.widgets.pdf_preview import PdfPreview


def black(pages: int = 1) -> bytes:
    """Return pages that are black all over, so that a picture of them cannot be mistaken."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for _ in range(pages):
        canvas.rect(0, 0, *A4, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def preview(qtbot: QtBot) -> PdfPreview:
    made = PdfPreview("letterPreview", "The letter as it will be printed")
    qtbot.addWidget(made)
    made.resize(500, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def middle(preview: PdfPreview) -> QColor:
    picture = preview.grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 3)


def test_the_pages_of_the_bytes_are_painted(preview: PdfPreview, qtbot: QtBot) -> None:
    data = black(2)
    with qtbot.waitSignal(preview.shown) as shown:
        assert preview.show_pdf(data)
    assert shown.args == [2]
    assert preview.page_count == 2
    assert preview.data == data
    qtbot.waitUntil(lambda: middle(preview).lightness() < 20)


def test_the_number_of_pages_is_written_below(preview: PdfPreview) -> None:
    preview.show_pdf(black(2))
    count = find(preview, Label, "letterPreviewCount")
    assert "2" in count.text()


def test_bytes_that_are_no_pdf_leave_the_last_letter_on_the_screen(preview: PdfPreview) -> None:
    data = black()
    preview.show_pdf(data)
    assert not preview.show_pdf(b"no letter")
    assert preview.data == data


def test_a_sentence_takes_the_place_of_the_pages(preview: PdfPreview) -> None:
    preview.show_pdf(black())
    preview.show_message("Choose a letter.")
    assert preview.data == b""
    assert preview.page_count == 0
    message = find(preview, Label, "letterPreviewMessage")
    assert message.isVisible()
    assert message.text() == "Choose a letter."


def test_a_newer_letter_keeps_the_place_in_the_text(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(black(3))
    view = find(preview, QPdfView, "letterPreviewPages")
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 300)
    view.verticalScrollBar().setValue(300)
    preview.show_pdf(black(4))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 300)


def test_the_page_is_made_larger_and_smaller_by_keyboard(preview: PdfPreview) -> None:
    preview.show_pdf(black())
    view = find(preview, QPdfView, "letterPreviewPages")
    for name, larger in (("letterPreviewLarger", True), ("letterPreviewSmaller", False)):
        button = find(preview, QPushButton, name)
        assert button.accessibleName()
        button.setFocus()
        before = view.zoomFactor()
        press(button, Qt.Key.Key_Space)
        assert view.zoomMode() is QPdfView.ZoomMode.Custom
        if name == "letterPreviewSmaller":
            assert (view.zoomFactor() > before) is larger
    press(find(preview, QPushButton, "letterPreviewFit"), Qt.Key.Key_Space)
    assert view.zoomMode() is QPdfView.ZoomMode.FitToWidth


def test_a_hundred_letters_one_after_the_other_leave_no_document_behind(preview: PdfPreview, qtbot: QtBot) -> None:
    for pages in (1, 2) * 50:
        preview.show_pdf(black(pages))
    qtbot.waitUntil(lambda: len(preview.findChildren(QPdfDocument)) == 1)


class _Resizes(QObject):
    """Counts how often something is given another size."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Resize
        return False


def test_a_page_that_just_fits_does_not_keep_the_window_busy_for_ever(preview: PdfPreview) -> None:
    preview.show_pdf(black())
    resizes = _Resizes()
    find(preview, QPdfView, "letterPreviewPages").viewport().installEventFilter(resizes)
    for height in range(560, 860, 3):
        resizes.count = 0
        preview.resize(500, height)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 100)
        assert resizes.count < 20, f"at a height of {height} the page is laid out again and again"
