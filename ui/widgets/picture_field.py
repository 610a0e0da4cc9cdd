"""A picture that is chosen from a file, seen, and taken away: a logo, a signature.

The widget shows and asks; who made it picks the file, sends the command and shows what came of it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.safe import Label, plain
from ui.style.spacing import GAP, ROOM, SIDE_COLUMN

_HIGH = 90


class PictureField(QWidget):
    """One picture; `wanted` says that another is to be chosen, `removed` that it is to be taken away.

    Args:
        title: what the picture is.
        hint: what stands there while there is none.
        name: object name; the buttons are `<name>Choose` and `<name>Remove`.
    """

    wanted = Signal()
    removed = Signal()

    def __init__(self, title: str, hint: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title = title
        self._writable = True
        self._shown = b""
        self._picture = Label("", name=f"{name}Picture")
        self._none = Label(hint, role="small", wrap=True, name=f"{name}None")
        self._choose = self._button(self.tr("Choose a picture…"), f"{name}Choose")
        self._remove = self._button(self.tr("Take it away"), f"{name}Remove")
        self._choose.clicked.connect(lambda _checked: self.wanted.emit())
        self._remove.clicked.connect(lambda _checked: self.removed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(Label(title, role="strong", wrap=True))
        column.addWidget(self._picture)
        column.addWidget(self._none)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.show_picture(b"")

    def show_picture(self, data: bytes) -> None:
        """Show a picture (PNG bytes), or that there is none."""
        self._shown = data
        image = QImage.fromData(data) if data else QImage()
        self._picture.setVisible(bool(data))
        self._none.setVisible(not data)
        self._remove.setEnabled(bool(data) and self._writable)
        if data:
            room = image.size().scaled(SIDE_COLUMN - 2 * ROOM, _HIGH, Qt.AspectRatioMode.KeepAspectRatio)
            size = room if room.width() < image.width() else image.size()
            smooth = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)))
            self._picture.setAccessibleName(self._title)

    def set_writable(self, *, writable: bool) -> None:
        """Let the picture be changed, or only seen."""
        self._writable = writable
        self._choose.setEnabled(writable)
        self._remove.setEnabled(writable and bool(self._shown))

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(plain(text))
        button.setObjectName(name)
        button.setAccessibleName(f"{self._title}: {text.rstrip('…')}")
        return button
