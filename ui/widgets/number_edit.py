"""A field for a whole number whose text keeps the room of the other fields before it: a style sheet cannot give it."""

from PySide6.QtWidgets import QSpinBox, QWidget

_BEFORE = 8


class NumberEdit(QSpinBox):
    """A field for a whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_BEFORE, 0, 0, 0)
