"""The notice bar: one sentence under the header, a receipt or a polite refusal; it goes when it was read or by itself."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.safe import Label, restyle, set_role
from ui.style.chips import Tone, paint_icon, tone_colours
from ui.style.palette import current_palette
from ui.style.spacing import EDGE

RECEIPT_MS = 8000
"""How long a receipt stays; a refusal stays until it is closed."""


class ToneMark(QWidget):
    """The icon of a tone."""

    def __init__(self, tone: Tone = Tone.DONE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedSize(QSize(14, 14))

    def show_tone(self, tone: Tone) -> None:
        """Show another icon."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        painter = QPainter(self)
        ink = tone_colours(self._tone, current_palette())[1]
        paint_icon(painter, self.rect().toRectF().adjusted(1, 1, -1, -1), self._tone, QColor(ink))
        painter.end()


class NoticeBar(QFrame):
    """The bar; hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        set_role(self, "notice")
        self._mark = ToneMark()
        self._text = Label("", wrap=True, selectable=True, name="noticeText")
        close = QPushButton(self.tr("Close"))
        close.setObjectName("closeNoticeButton")
        close.setAccessibleName(self.tr("Close the notice"))
        set_role(close, "link")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 8, EDGE, 8)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, tone: Tone) -> None:
        """Show one sentence; whoever listens to the screen hears it."""
        self._text.setText(text)
        self._mark.show_tone(tone)
        self.setProperty("tone", tone.value)
        restyle(self)
        self.setAccessibleName(text)
        self.show()
        if tone in {Tone.DONE, Tone.INFO, Tone.CALM}:
            self._timer.start(RECEIPT_MS)
        else:
            self._timer.stop()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()
